"""What is seen around the mentions of a side that may claim an act: what the claim model of `choice.py` weighs.

It is the words around it, what kind of a side it is, whether it is told to have done or suffered the act, the words of
the sentence that goes on, and 'we' in a quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from monitor.events.linear import pattern
from monitor.events.sides import choice
from monitor.events.sides.aliases import camp
from monitor.events.sides.choice import Option
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named
from monitor.events.sides.wording import WE, Word, Wording, class_of, family_of, kind_of, parts, path, stands, step

_BEFORE = 7
_BEHIND = 12
#: words of the next sentence
_NEXT = 14
#: sentences behind a mention in which it may be meant without being named, and how such a sentence begins
_ON = 2
_ANAPHORS = frozenset("the it its they their he his she her in a an on this that".split())
_NO_CLAIM = pattern(
    r"\b(?:no\s+(?:group|one|side|party|faction|claim|immediate)|nobody|none\s+of)\b[^.;]{0,60}\b(?:claim|respons|credit|admit|"
    r"comment|own)|\b(?:has|have|had)\s+not\s+(?:\w+\s+)?(?:claimed|admitted|commented|said)",
    ignore_case=True,
)


class ClaimedAct(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act whose claimant is asked for, and what the rules make of it."""

    type: str  #: of the taxonomy
    home: int  #: its sentence
    where: Sequence[int]  #: the sentences that tell of it
    actors: Sequence[Named]  #: who did it by the words of the rules, likeliest first
    said: Sequence[Claim]  #: what sides say of it
    denied: Claim | None  #: who denies it
    suffers: Callable[[Named], bool]  #: whether the words at a name make it the one that is hit
    weight: Callable[[Named], float]  #: how strongly the words at a name make it the doer


def options(wording: Wording, act: ClaimedAct) -> list[Option]:
    """The mentions that may claim the act, and nobody. Without a side that could, nobody alone."""
    return _Seen(wording, act).options()


class _Seen:
    """What is seen of the sides of one text."""

    def __init__(self, wording: Wording, act: ClaimedAct) -> None:
        self._wording = wording
        self._act = act
        self._family = family_of(act.type)

    def options(self) -> list[Option]:
        wanted, camps = set(self._act.where), self._wording.camps
        mentions = [side for side in self._wording.named if side.sentence in wanted]
        if not mentions:
            return choice.options((), camps, self._about, self._seen, ["nobody"])
        type = self._act.type
        nobody = [
            "nobody",
            f"nobody, {type}",
            f"nobody, {self._family}",
            f"nobody of {min(4, len({camps[side.start] for side in mentions}))}",
            f"nobody, mentions {min(8, len(mentions))}",
        ]
        if any(_NO_CLAIM.search(self._wording.sentences[i].text) for i in wanted):
            nobody.append("nobody, in so many words")
        nobody += [f"nobody, text {name}" for name in self._classes()]
        return choice.options(mentions, camps, self._about, self._seen, nobody)

    def _classes(self) -> Iterable[str]:
        """The classes of words that say something, in the whole text."""
        seen = {class_of(word.text) for index in set(self._act.where) for word in self._wording.of(index)}
        return [name for name in ("TAKE", "BLAME", "MEDIUM") if name in seen]

    def _about(self, name: str) -> list[str]:
        """What a camp is and does in the whole text."""
        act, type = self._act, self._act.type
        wanted, camps = set(act.where), self._wording.camps
        mine = [side for side in self._wording.named if camps[side.start] == name and side.sentence in wanted]
        kind = kind_of(mine[0].party)
        doer = next((n for n, side in enumerate(act.actors) if camp(side.party) == name), None)
        rank = "first doer" if doer == 0 else "doer" if doer else ("no doer" if act.actors else "no doer known")
        found = [
            f"{kind}",
            f"{kind}, {type}",
            f"{kind}, {self._family}",
            f"{kind}, {rank}",
            f"{rank}, {type}",
            f"named {min(5, len(mine))}",
        ]
        if act.denied is not None:
            found.append("denies" if camp(act.denied.side.party) == name else "another denies")
        if any(act.suffers(side) for side in mine):
            found.append(f"suffers, {kind}")
        strong = max(act.weight(side) for side in mine)
        found.append(f"does it {'yes' if strong >= 4 else 'rather' if strong >= 2 else 'no'}, {kind}")
        if any(side.weapon for side in mine):
            found.append(f"its weapon, {kind}")
        if any(side.sentence == act.home for side in mine):
            found.append(f"named with the act, {kind}")
        return found

    def _seen(self, side: Named) -> list[str]:
        """What stands around one mention."""
        act, wording = self._act, self._wording
        sentence = wording.sentences[side.sentence]
        kind = kind_of(side.party)
        own = wording.camps[side.start]
        words = wording.of(side.sentence)
        at = wording.at(side)
        line = [wording.told(word, own) for word in words]
        line[at] = "SIDE"
        before, behind = line[max(0, at - _BEFORE) : at], line[at + 1 : at + 1 + _BEHIND]
        before = ["START", *before] if at <= _BEFORE else before
        behind = [*behind, "END"]
        offset = max(-4, min(6, side.sentence - act.home))
        found = [
            "headline" if sentence.is_title else f"sentence {step(side.sentence)}",
            f"off {offset}",
            f"off {offset}, {kind}",
        ]
        if side.forces:
            last = side.forces.split()[-1].lower()
            found += [f"organ {last}", f"organ {last}, {kind}"]
        how = stands(side)
        found += [f"stands {how}", f"stands {how}, {kind}"]
        behind_it = path(line[at + 1 :])
        steps = parts(behind_it)
        found += [f"path {part}" for part in steps]
        found += [f"path {part}, {kind}" for part in steps]
        found.append(f"led {' '.join(path(line[max(0, at - 12) : at])[-2:])}, {how}, {behind_it[0]}")
        found += _grams("<", before, kind)
        found += _grams(">", behind, kind)
        found += [f"L {before[-1]}", f"L {' '.join(before[-2:])}", f"L {' '.join(before[-3:])}"]
        found += [f"R {behind[0]}", f"R {' '.join(behind[:2])}", f"R {' '.join(behind[:3])}"]
        found += [f"LR {before[-1]} | {behind[0]}"]
        found += [f"= {word}" for word in set(line)]
        found += _first_person(words, "=")
        if not sentence.is_title:
            for index in range(side.sentence + 1, min(side.sentence + 1 + _ON, len(wording.sentences))):
                after = wording.sentences[index]
                near = after.paragraph == sentence.paragraph
                if any(wording.camps[n.start] == own for n in wording.in_sentence(index)):
                    break
                if index > side.sentence + 1 and not near:
                    break
                found += self._next(index, own, "same" if near else "new", kind, index - side.sentence)
        return found

    def _next(self, index: int, own: str, how: str, kind: str, by: int) -> Iterable[str]:
        """What a sentence tells that goes on."""
        words = self._wording.of(index)
        line = [self._wording.told(word, own) for word in words]
        mark = f"next {how}" if by == 1 else "later"
        quote = "quote" if line[:1] == ['"'] else "anaphor" if line and line[0] in _ANAPHORS else "other"
        yield f"{mark} {quote}"
        for part in parts(path(line)):
            yield f"{mark} {quote} {part}"
            yield f"{mark} {quote} {part}, {kind}"
        if by == 1:
            yield from (f"next {word}" for word in set(line[:_NEXT]))
            yield f"opens {' '.join(line[:2])}"
            yield f"opens {' '.join(line[:3])}"
        yield from _first_person(words, "next")


def _first_person(words: Sequence[Word], mark: str) -> Iterable[str]:
    """What the first person says of itself in a sentence."""
    for n, word in enumerate(words[:-1]):
        if word.side is None and word.text in WE:
            then = [w.text for w in words[n + 1 : n + 4] if w.side is None]
            yield f"{mark} first person"
            yield f"{mark} first person {' '.join(path(_behind(words, n))[:2])}"
            yield from (f"{mark} {word.text}.. {each}" for each in then)


def _behind(words: Sequence[Word], n: int) -> list[str]:
    return [word.text for word in words[n + 1 : n + 8] if word.side is None]


def _grams(mark: str, words: Sequence[str], kind: str) -> Iterable[str]:
    seen = set(words)
    yield from (f"{mark} {word}" for word in seen)
    yield from (f"{mark} {word}, {kind}" for word in seen)
    yield from {f"{mark} {a} {b}" for a, b in pairwise(words)}
