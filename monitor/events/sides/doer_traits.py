"""What is seen around the mentions of a side that may have done an act: what the doer model of `choice.py` weighs.

It is how a name stands to the words of the act ('destroyed' behind it, 'was hit' before it, another name between), the
words around it, what kind of a side it is, what it says of the act, whether it suffers it, and whose land the text is
set in. What speaks for nobody are words as 'gunmen' or 'not yet', and that the act is told in the passive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from monitor.events.sides import choice
from monitor.events.sides.aliases import camp
from monitor.events.sides.choice import Option
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named
from monitor.events.sides.wording import Word, Wording, family_of, kind_of, stands, step
from monitor.events.weights import Trait, together

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

#: of nobody: type, family and role of the act, and how many sides are named
_NOBODY = together(
    "nobody", "nobody, {0}", "nobody, {1}", "nobody, {2}", "nobody of {3}", "nobody of {3}, {2}", "nobody of {3}, {0}"
)
_KIND = together("{0}", "{0}, {1}", "{0}, {2}")
_NAMED_WITH_IT = together("named with the act, {0}", "named with the act, {1}")
_CLAIMS = together("{0}", "{0}, {1}", "{0}, {2}")
_OFF = together("off {0}", "off {0}, {1}", "off {0}, {2}")
_STANDS = together("stands {0}, {1}", "stands {0}, {2}", "stands {0}, {3}")
_LEFT = together("L {0}", "L {0}, {2}", "L {0}, {3}", "L {1}")
_RIGHT = together("R {0}", "R {0}, {2}", "R {1}")
_ORGAN = together("organ {0}", "organ {0}, {1}")
_TITLE = together("title {0}, {1}", "title {2}, {1}, {0}")
_LAND = together("land {0}", "land {0}, {1}, {2}", "land {0}, {3}", "land {0}, {4}")
_LIES = together("{0}", "{0} {1}", "{0} {2}")
_LIES_AS = together("{0}, {1}", "{0}, {1}, {2}", "{0}, {3}, {2}", "{0}, others {4}", "{0} {5} {1}, others {4}")


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

    def _nobody(self) -> list[Trait]:
        type, family, role, sides = self._act.type, self._family, self._role, min(4, len(self._order))
        found: list[Trait] = [
            (_NOBODY, type, family, role, sides),
            f"nobody, mentions {min(8, len(self._mentions))}",
            f"nobody, {self._voice}, {family}",
            f"nobody, {self._verb}",
        ]
        if any(word.side is not None for word in self._here):
            found.append("nobody, though one is named with the act")
        sentences = self._wording.sentences
        front = self._wording.document[sentences[0].start : sentences[min(_FRONT, len(sentences)) - 1].end]
        return [*found, *_nameless(front)]

    def _about(self, name: str) -> list[Trait]:
        """What a camp is and does in the whole text."""
        act, type, family = self._act, self._act.type, self._family
        mine = [side for side in self._mentions if self._wording.camps[side.start] == name]
        kind = kind_of(mine[0].party)
        strong = max(map(act.weight, mine))
        found: list[Trait] = [
            (_KIND, kind, type, family),
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
            found.append((_NAMED_WITH_IT, kind, self._role))
        for claim in act.said:
            if camp(claim.side.party) == name:
                how = "plainly" if claim.explicit else "own" if claim.own else "voiced" if claim.voiced else "says"
                found.append((_CLAIMS, how, kind, family))
        return found

    def _seen(self, side: Named) -> list[Trait]:
        """What stands around one mention."""
        wording, act, type, family = self._wording, self._act, self._act.type, self._family
        own, kind, how = wording.camps[side.start], kind_of(side.party), stands(side)
        at, left, lefts, right, rights = wording.beside(side)
        is_title = wording.sentences[side.sentence].is_title
        found: list[Trait] = [
            "headline" if is_title else f"sentence {step(side.sentence)}",
            (_OFF, max(-4, min(6, side.sentence - act.home)), kind, self._role),
            (_STANDS, how, kind, family, type),
            (_LEFT, left, lefts, family, how),
            (_RIGHT, right, rights, family),
        ]
        if side.forces:
            found.append((_ORGAN, side.forces.split()[-1].lower(), kind))
        if is_title:
            found.append((_TITLE, how, family, "first" if at == 0 else "later"))
        country = side.party.country
        if country:
            codes = act.codes
            rank = min(codes.index(country), _RANKS) if country in codes else _RANKS
            found.append((_LAND, rank, family, kind, type, how))
        if side.sentence != act.home:
            found.append(f"elsewhere {how}, {family}")
            return found
        return [*found, *self._beside(at, own, kind, how)]

    def _beside(self, at: int, own: str, kind: str, how: str) -> list[Trait]:
        """How a name in the sentence of the act stands to its words."""
        leads = at < self._first
        between = self._here[at + 1 : self._first] if leads else self._here[self._after : at]
        mark = f"{'leads' if leads else 'behind'} {self._voice}"
        apart = bisect_right(_APART, len(between))
        camps = self._wording.camps
        others = min(2, sum([w.side is not None and camps[w.side.start] != own for w in between]))
        return [(_LIES, mark, apart, self._verb), (_LIES_AS, mark, how, self._family, kind, others, apart)]


@lru_cache(maxsize=64)
def _nameless(front: str) -> Sequence[str]:
    """What the words of the first sentences say for nobody."""
    return [f"nobody, {word}" for word in {word.lower() for word in _NAMELESS.findall(front)}]


def _start(each: Word | Named) -> int:
    return each.start
