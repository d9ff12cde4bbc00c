"""What is seen around the mentions of a side that may have done an act: what the doer model of `choice.py` weighs.

It is how a name stands to the words of the act ('destroyed' behind it, 'was hit' before it, another name between), the
words around it, what kind of a side it is, what it says of the act, whether it suffers it, and whose land the text is
set in. What speaks for nobody are words as 'gunmen' or 'not yet', and that the act is told in the passive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import msgspec

from monitor.events.sides.aliases import camp
from monitor.events.sides.choice import NOBODY, Option
from monitor.events.sides.claim import Claim
from monitor.events.sides.named import Named
from monitor.events.sides.wording import Word, Wording, family_of, kind_of, parts, path, stands, step

#: steps of the number of words between a name and the words of the act
_APART = (0, 1, 2, 4, 7, 12, 20)
_PASSIVE = frozenset("was were been being be is are".split())
#: words of the first sentences that speak for a doer whom nobody names
_NAMELESS = re.compile(
    r"unidentified|unknown|gunmen|militants|suspected|assailants|attackers|armed men|bandits|no group|not yet|"
    r"insurgents|blamed|protesters|hackers|rebels|fighters",
    re.IGNORECASE,
)
_FRONT = 4  #: sentences
_RANKS = 3  #: sides, and countries, from which on all are told alike


class DoneAct(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act whose doer is asked for."""

    type: str
    start: int  #: of its words
    end: int
    home: int  #: their sentence
    where: Sequence[int]  #: the sentences that tell of it
    main: bool  #: whether the text was written for it
    said: Sequence[Claim]  #: what sides say of it
    denied: Claim | None
    suffers: Callable[[Named], bool]
    weight: Callable[[Named], float]  #: how strongly the words at a name make it the doer
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
        self._mentions = [side for side in wording.named if side.sentence in wanted]
        #: the camps in the order of their first mention
        self._order = list(dict.fromkeys(wording.camps[side.start] for side in self._mentions))
        self._words = wording.of(act.home)
        own = [n for n, w in enumerate(self._words) if w.side is None and w.end > act.start and w.start < act.end]
        first = bisect_right(self._words, act.start, key=_start)
        self._first, self._after = (own[0], own[-1] + 1) if own else (first, first)
        before = [w.text for w in self._words[max(0, self._first - 3) : self._first] if w.side is None]
        self._voice = "passive" if not _PASSIVE.isdisjoint(before[-2:]) else "active"
        told = wording.document[act.start : act.end].split()
        self._verb = told[-1].lower() if told else ""
        self._role = "main" if act.main else "further"

    def options(self) -> list[Option]:
        about = {name: list(self._about(name)) for name in self._order}
        camps = self._wording.camps
        found = [
            Option(camp=camps[side.start], side=side, seen=[*about[camps[side.start]], *self._seen(side)])
            for side in self._mentions
        ]
        return [*found, Option(camp=NOBODY, side=None, seen=list(self._nobody()))]

    def _nobody(self) -> Iterator[str]:
        type, sides = self._act.type, min(4, len(self._order))
        yield "nobody"
        yield f"nobody, {type}"
        yield f"nobody, {self._family}"
        yield f"nobody, {self._role}"
        yield f"nobody of {sides}"
        yield f"nobody of {sides}, {self._role}"
        yield f"nobody of {sides}, {type}"
        yield f"nobody, mentions {min(8, len(self._mentions))}"
        yield f"nobody, {self._voice}, {self._family}"
        yield f"nobody, {self._verb}"
        if any(word.side is not None for word in self._words):
            yield "nobody, though one is named with the act"
        sentences = self._wording.sentences
        front = self._wording.document[sentences[0].start : sentences[min(_FRONT, len(sentences)) - 1].end]
        yield from (f"nobody, {word}" for word in {word.lower() for word in _NAMELESS.findall(front)})

    def _about(self, name: str) -> Iterator[str]:
        """What a camp is and does in the whole text."""
        act, type = self._act, self._act.type
        mine = [side for side in self._mentions if self._wording.camps[side.start] == name]
        kind = kind_of(mine[0].party)
        yield kind
        yield f"{kind}, {type}"
        yield f"{kind}, {self._family}"
        yield f"named {min(5, len(mine))}"
        rank = min(self._order.index(name), _RANKS)
        yield f"number {rank}"
        yield f"number {rank}, {type}"
        yield f"number {rank} of {min(4, len(self._order))}"
        if act.denied is not None:
            yield "denies" if camp(act.denied.side.party) == name else "another denies"
        if any(act.suffers(side) for side in mine):
            yield f"suffers, {kind}"
        strong = max(act.weight(side) for side in mine)
        yield f"does it {'yes' if strong >= 4 else 'rather' if strong >= 2 else 'no'}, {kind}"
        if any(side.weapon for side in mine):
            yield f"its weapon, {kind}"
        if any(side.sentence == act.home for side in mine):
            yield f"named with the act, {kind}"
            yield f"named with the act, {self._role}"
        for claim in act.said:
            if camp(claim.side.party) == name:
                how = "plainly" if claim.explicit else "own" if claim.own else "voiced" if claim.voiced else "says"
                yield f"{how}"
                yield f"{how}, {kind}"
                yield f"{how}, {self._family}"

    def _seen(self, side: Named) -> Iterator[str]:
        """What stands around one mention."""
        wording, act, family = self._wording, self._act, self._family
        kind, how, own = kind_of(side.party), stands(side), wording.camps[side.start]
        words, at = wording.of(side.sentence), wording.at(side)
        behind = [wording.told(word, own) for word in words[at + 1 :]]
        before = [wording.told(word, own) for word in words[max(0, at - 12) : at]]
        is_title = wording.sentences[side.sentence].is_title
        yield "headline" if is_title else f"sentence {step(side.sentence)}"
        offset = max(-4, min(6, side.sentence - act.home))
        yield f"off {offset}"
        yield f"off {offset}, {kind}"
        yield f"off {offset}, {self._role}"
        if side.forces:
            organ = side.forces.split()[-1].lower()
            yield f"organ {organ}"
            yield f"organ {organ}, {kind}"
        for each in (kind, family, act.type):
            yield f"stands {how}, {each}"
        if is_title:
            yield f"title {how}, {family}"
            yield f"title {'first' if at == 0 else 'later'}, {family}, {how}"
        yield from self._land(side, kind, how)
        line = path(behind)
        for part in parts(line):
            yield f"path {part}"
            yield f"path {part}, {kind}"
        yield f"path {' '.join(line[:2])}, {family}"
        yield f"path {line[0]}, {act.type}"
        yield f"led {' '.join(path(before)[-2:])}, {how}, {line[0]}"
        before, behind = ["START", *before], [*behind, "END"]
        yield from (f"L {' '.join(before[-n:])}" for n in (1, 2, 3))
        yield from (f"R {' '.join(behind[:n])}" for n in (1, 2, 3))
        yield f"L {before[-1]}, {family}"
        yield f"L {before[-1]}, {how}"
        yield f"R {behind[0]}, {family}"
        if side.sentence == act.home:
            yield from self._beside(at, own, kind, how)
        else:
            yield f"elsewhere {how}, {family}"

    def _land(self, side: Named, kind: str, how: str) -> Iterator[str]:
        """How the country of a side stands among those the text is set in."""
        country = side.party.country
        if country:
            codes = self._act.codes
            rank = min(codes.index(country), _RANKS) if country in codes else _RANKS
            yield f"land {rank}"
            yield f"land {rank}, {self._family}, {kind}"
            yield f"land {rank}, {self._act.type}"
            yield f"land {rank}, {how}"

    def _beside(self, at: int, own: str, kind: str, how: str) -> Iterator[str]:
        """How a name in the sentence of the act stands to its words."""
        wording, family = self._wording, self._family
        leads = at < self._first
        between: list[Word] = self._words[at + 1 : self._first] if leads else self._words[self._after : at]
        mark = f"{'leads' if leads else 'behind'} {self._voice}"
        apart = bisect_right(_APART, len(between))
        others = min(2, sum(w.side is not None and wording.camps[w.side.start] != own for w in between))
        line = [wording.told(word, own) for word in between]
        yield mark
        yield f"{mark} {apart}"
        yield f"{mark} {self._verb}"
        yield f"{mark}, {how}"
        yield f"{mark}, {how}, {family}"
        yield f"{mark}, {kind}, {family}"
        yield f"{mark}, others {others}"
        yield f"{mark} {apart} {how}, others {others}"
        yield f"{mark} path {' '.join(path(line)[:3])}"
        if line:
            next_to_name, next_to_act = (line[0], line[-1]) if leads else (line[-1], line[0])
            yield f"{mark} then {next_to_name}"
            yield f"{mark} near {next_to_act}"
        else:
            yield f"{mark} touching"


def _start(word: Word) -> int:
    return word.start
