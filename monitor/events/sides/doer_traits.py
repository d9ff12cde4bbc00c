"""What is seen around the mentions of a side that may have done an act: what the doer model of `choice.py` weighs.

It is how a name stands to the words of the act ('destroyed' behind it, 'was hit' before it, another name between), the
words around it, what kind of a side it is, what it says of the act, whether it suffers it, and whose land the text is
set in. What speaks for nobody are words as 'gunmen' or 'not yet', and that the act is told in the passive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec

from monitor.events.sides import choice
from monitor.events.sides.aliases import camp
from monitor.events.sides.choice import Option
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named
from monitor.events.sides.wording import Word, Wording, family_of, kind_of, stands, step

#: steps of the number of words between a name and the words of the act
_APART = (0, 1, 2, 4, 7, 12, 20)
_PASSIVE = frozenset("was were been being be is are".split())
#: words of the first sentences that speak for a doer whom nobody names
_NAMELESS = re.compile(
    r"\b(?:unidentified|unknown|gunmen|militants|suspected|assailants|attackers|armed men|bandits|no group|not yet|"
    r"insurgents|blamed|protesters|hackers|rebels)\b",
    re.IGNORECASE,
)
_FRONT = 4  #: sentences
_MOST = 60  #: mentions, those beside the act first; a table pasted as one line has thousands
_RANKS = 3  #: sides, and countries, from which on all are told alike


class DoneAct(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act whose doer is asked for."""

    type: str  #: of the taxonomy
    start: int  #: of its words
    end: int
    home: int  #: their sentence
    where: Sequence[int]  #: the sentences that tell of it
    main: bool  #: whether the text was written for it
    said: Sequence[Claim]  #: what sides say of it
    denied: Claim | None  #: who denies it
    suffers: Callable[[Named], bool]  #: whether the words at a name make it the one that is hit
    weight: Callable[[Named], float]  #: how strongly they make it the doer, of a shoot-down who sent what was shot at
    stands_by: Callable[[Named], bool]  #: whether it can have done no such act
    codes: Sequence[str]  #: the countries the text speaks of, most first


def options(wording: Wording, act: DoneAct) -> list[Option]:
    """The mentions that may have done the act, and nobody. Without a side that could, nobody alone."""
    return _Seen(wording, act).options()


class _Seen:
    """What is seen of the sides of one text."""

    def __init__(self, wording: Wording, act: DoneAct) -> None:
        self._wording = wording
        self._act = act
        self._family = family_of(act.type)
        wanted = set(act.where)
        mentions = [side for side in wording.named if side.sentence in wanted and not act.stands_by(side)]
        if len(mentions) > _MOST:
            mentions = sorted(sorted(mentions, key=lambda side: side.sentence != act.home)[:_MOST], key=_start)
        self._mentions = mentions
        #: the camps in the order of their first mention
        self._order = list(dict.fromkeys(wording.camps[side.start] for side in self._mentions))
        words = wording.of(act.home)
        own = [n for n, w in enumerate(words) if w.side is None and w.end > act.start and w.start < act.end]
        first = bisect_right(words, act.start, key=_start)
        self._first, self._after = (own[0], own[-1] + 1) if own else (first, first)
        self._here = words
        before = [w.text for w in words[max(0, self._first - 3) : self._first] if w.side is None]
        self._voice = "passive" if not _PASSIVE.isdisjoint(before[-2:]) else "active"
        told = wording.document[act.start : act.end].split()
        self._verb = told[-1].lower() if told else ""
        self._role = "main" if act.main else "further"

    def options(self) -> list[Option]:
        return choice.options(self._mentions, self._wording.camps, self._about, self._seen, self._nobody())

    def _nobody(self) -> list[str]:
        type, family, role, sides = self._act.type, self._family, self._role, min(4, len(self._order))
        found = [
            "nobody",
            f"nobody, {type}",
            f"nobody, {family}",
            f"nobody, {role}",
            f"nobody of {sides}",
            f"nobody of {sides}, {role}",
            f"nobody of {sides}, {type}",
            f"nobody, mentions {min(8, len(self._mentions))}",
            f"nobody, {self._voice}, {family}",
            f"nobody, {self._verb}",
        ]
        if any(word.side is not None for word in self._here):
            found.append("nobody, though one is named with the act")
        sentences = self._wording.sentences
        front = self._wording.document[sentences[0].start : sentences[min(_FRONT, len(sentences)) - 1].end]
        return [*found, *(f"nobody, {word}" for word in {word.lower() for word in _NAMELESS.findall(front)})]

    def _about(self, name: str) -> list[str]:
        """What a camp is and does in the whole text."""
        act, type, family = self._act, self._act.type, self._family
        mine = [side for side in self._mentions if self._wording.camps[side.start] == name]
        kind = kind_of(mine[0].party)
        strong = max(map(act.weight, mine))
        found = [
            kind,
            f"{kind}, {type}",
            f"{kind}, {family}",
            f"named {min(5, len(mine))}",
            f"number {min(self._order.index(name), _RANKS)} of {min(4, len(self._order))}",
            f"does it {'yes' if strong >= 4 else 'rather' if strong >= 2 else 'no'}, {kind}",
        ]
        if act.denied is not None:
            found.append("denies" if camp(act.denied.side.party) == name else "another denies")
        if any(map(act.suffers, mine)):
            found.append(f"suffers, {kind}")
        if any(side.weapon for side in mine):
            found.append(f"its weapon, {kind}")
        if any(side.sentence == act.home for side in mine):
            found += [f"named with the act, {kind}", f"named with the act, {self._role}"]
        for claim in act.said:
            if camp(claim.side.party) == name:
                how = "plainly" if claim.explicit else "own" if claim.own else "voiced" if claim.voiced else "says"
                found += [how, f"{how}, {kind}", f"{how}, {family}"]
        return found

    def _seen(self, side: Named) -> list[str]:
        """What stands around one mention."""
        wording, act, family = self._wording, self._act, self._family
        kind, how, own = kind_of(side.party), stands(side), wording.camps[side.start]
        words, at = wording.of(side.sentence), wording.at(side)
        before = ["START", *(wording.told(word, own) for word in words[max(0, at - 2) : at])]
        behind = [*(wording.told(word, own) for word in words[at + 1 : at + 3]), "END"]
        is_title = wording.sentences[side.sentence].is_title
        offset = max(-4, min(6, side.sentence - act.home))
        found = [
            "headline" if is_title else f"sentence {step(side.sentence)}",
            f"off {offset}",
            f"off {offset}, {kind}",
            f"off {offset}, {self._role}",
            f"stands {how}, {kind}",
            f"stands {how}, {family}",
            f"stands {how}, {act.type}",
            f"L {before[-1]}",
            f"L {before[-1]}, {family}",
            f"L {before[-1]}, {how}",
            f"L {' '.join(before[-2:])}",
            f"R {behind[0]}",
            f"R {behind[0]}, {family}",
            f"R {' '.join(behind[:2])}",
        ]
        if side.forces:
            organ = side.forces.split()[-1].lower()
            found += [f"organ {organ}", f"organ {organ}, {kind}"]
        if is_title:
            found += [f"title {how}, {family}", f"title {'first' if at == 0 else 'later'}, {family}, {how}"]
        country = side.party.country
        if country:
            codes = act.codes
            rank = min(codes.index(country), _RANKS) if country in codes else _RANKS
            found += [
                f"land {rank}",
                f"land {rank}, {family}, {kind}",
                f"land {rank}, {act.type}",
                f"land {rank}, {how}",
            ]
        if side.sentence != act.home:
            found.append(f"elsewhere {how}, {family}")
            return found
        return [*found, *self._beside(at, own, kind, how)]

    def _beside(self, at: int, own: str, kind: str, how: str) -> list[str]:
        """How a name in the sentence of the act stands to its words."""
        leads = at < self._first
        between = self._here[at + 1 : self._first] if leads else self._here[self._after : at]
        mark = f"{'leads' if leads else 'behind'} {self._voice}"
        apart = bisect_right(_APART, len(between))
        camps = self._wording.camps
        others = min(2, sum([w.side is not None and camps[w.side.start] != own for w in between]))
        return [
            mark,
            f"{mark} {apart}",
            f"{mark} {self._verb}",
            f"{mark}, {how}",
            f"{mark}, {how}, {self._family}",
            f"{mark}, {kind}, {self._family}",
            f"{mark}, others {others}",
            f"{mark} {apart} {how}, others {others}",
        ]


def _start(each: Word | Named) -> int:
    return each.start
