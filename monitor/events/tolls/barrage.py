"""How a barrage went: how many drones, missiles or rockets were launched, stopped, and came through."""

from __future__ import annotations

from typing import NamedTuple

from monitor.events.sentences import Sentence
from monitor.events.tolls.numbers import Token, plus, tokens
from monitor.events.tolls.quantities import Quantity, quantities
from monitor.types import Count

LAUNCHED, INTERCEPTED, IMPACTED = "launched", "intercepted", "impacted"

#: what is counted
WEAPONS = frozenset(
    """missile missiles rocket rockets drone drones uav uavs projectile projectiles shaheds shahed rounds mortars shells
    munitions kalibrs katyushas decoys quadcopters balloons""".split()
)
_VERBS = {
    **dict.fromkeys(
        "fired launched sent firing launching sending unleashed fires launches lobbed released".split(), LAUNCHED
    ),
    **dict.fromkeys(
        """downed intercepted destroyed destroying intercepting downing neutralised neutralized jammed repelled thwarted
        intercept intercepts destroys downs suppressed foiled""".split(),
        INTERCEPTED,
    ),
    **dict.fromkeys(
        "landed fell exploded impacted impacting falling landing struck hit crashed slammed".split(), IMPACTED
    ),
}
_WITH = frozenset(
    {"attacked", "attack", "raid", "struck", "strike", "barrage", "salvo", "came", "pounded", "targeted", "hit"}
)
_STOPS = frozenset({".", ";", ":", "—", "–", "after", "while", "but", "that", "because", "since"})


class Tally(NamedTuple):
    """One figure of a barrage and where it stands."""

    kind: str
    value: Count
    start: int
    end: int


def tallies(sentence: Sentence, *, begun: bool = False) -> list[Tally]:
    """The figures one sentence gives. `begun`: a sentence before spoke of a barrage, so 'destroyed 25' counts too."""
    words = tokens(sentence.text[:1_500], sentence.start)
    found: list[Tally] = []
    armed = begun
    for quantity in quantities(words):
        at = _weapon(words, quantity)
        if at is None and not (armed or _of_total(words, quantity)):
            continue
        kind = _kind(words, quantity, at)
        if at is not None:
            armed = True
            if kind is None and _of_part(words, quantity):
                kind = LAUNCHED  # 'three of the five rockets'
        if kind is None:
            continue
        start, end = words[quantity.first].start, words[at if at is not None else quantity.last - 1].end
        last = found[-1] if found else None
        if last is not None and last.kind == kind and at is not None and _joined(words, last, quantity):
            found[-1] = Tally(kind, _plus(last.value, quantity.value), last.start, end)
        else:
            found.append(Tally(kind, quantity.value, start, end))
    return found


def _weapon(words: list[Token], quantity: Quantity) -> int | None:
    """Index of the weapon noun the quantity counts; None where it counts something else, or nothing named."""
    for i in range(quantity.last, min(quantity.last + 6, len(words))):
        low = words[i].low
        if low in WEAPONS:
            return i
        if (
            not low[0].isalpha()
            or low in _STOPS
            or low in _VERBS
            or low in ("were", "was", "of", "and", "in", "with", "on")
        ):
            return None
    return None


def _of_total(words: list[Token], quantity: Quantity) -> bool:
    """'Three of the five rockets': the first number counts what the second names."""
    after = [w.low for w in words[quantity.last : quantity.last + 8]]
    return after[:1] == ["of"] and bool(set(after) & WEAPONS)


def _of_part(words: list[Token], quantity: Quantity) -> bool:
    before = [w.low for w in words[max(0, quantity.first - 2) : quantity.first]]
    return before[-2:] == ["of", "the"] or before[-1:] == ["of"]


def _kind(words: list[Token], quantity: Quantity, weapon: int | None) -> str | None:
    left = _before(words, quantity)
    if left is not None and (weapon is not None or _bare(words, quantity)):
        return left
    if _of_part(words, quantity):
        return None
    origin = (weapon if weapon is not None else quantity.last - 1) + 1
    for i in range(origin, min(origin + (8 if weapon is not None else 9), len(words))):
        low = words[i].low
        if low == "shot" or (low == "brought" and _down(words, i)):
            return INTERCEPTED
        if low in _VERBS:
            passive = words[i - 1].low in ("were", "was", "been", "being", "are") or i == origin
            kind = _VERBS[low]
            if passive or kind != INTERCEPTED:
                return kind
            return None
        if low in _STOPS or (low == "," and i > origin) or (low == "and" and weapon is not None):
            return None
    return None


def _before(words: list[Token], quantity: Quantity) -> str | None:
    for back in range(1, 6):
        i = quantity.first - back
        if i < 0 or words[i].low in _STOPS or words[i].low in ("were", "was"):
            return None
        low = words[i].low
        if low == "down" and i and words[i - 1].low in ("shot", "brought", "shooting", "shoots", "bringing"):
            return INTERCEPTED
        if low in _VERBS and _VERBS[low] != IMPACTED:
            if i and words[i - 1].low in ("were", "was", "been"):
                return None
            return _VERBS[low]
        if low == "with" and any(w.low in _WITH for w in words[max(0, i - 8) : i]):
            return LAUNCHED
        if low == ",":
            return None
    return None


def _bare(words: list[Token], quantity: Quantity) -> bool:
    """'destroyed 97 of them', 'destroyed 25, according to': a number that names nothing else."""
    after = words[quantity.last].low if quantity.last < len(words) else "."
    return after in ("of", ",", ".", "and", ";", "in", "overnight")


def _down(words: list[Token], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].low == "down"


def _joined(words: list[Token], last: Tally, quantity: Quantity) -> bool:
    between = [w.low for w in words if last.end <= w.start < words[quantity.first].start]
    return (
        bool(between) and len(between) <= 4 and between[-1] in ("and", ",", "plus") and not set(between) & _VERBS.keys()
    )


def _plus(a: Count, b: Count) -> Count:
    if a.best is None or b.best is None:
        return Count(low=a.low, best=a.best if b.best is None else b.best, vague=True)
    return plus(a, b)
