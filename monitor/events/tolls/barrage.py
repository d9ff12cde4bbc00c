"""How a barrage went: how many drones, missiles or rockets were launched, stopped, and came through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from typing import NamedTuple

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.elsewhere import ANOTHER_ACT, PAST, TOTAL
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


#: a sentence that counts weapons
_FLOWN = pattern(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty\S*|thirty\S*|dozens?|several|"
    r"hundreds|scores)\s+(?:of\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:missiles?|rockets?|drones?|uavs?|projectiles?|shaheds?|mortars?|shells|munitions)\b",
    ignore_case=True,
)


class Tally(NamedTuple):
    """One figure of a barrage and where it stands."""

    kind: str
    value: Count
    start: int
    end: int


def flown(sentences: Sequence[Sentence], where: Sequence[int]) -> dict[str, Tally]:
    """The first figure of each kind, in the sentences that count weapons."""
    found: dict[str, Tally] = {}
    begun = -9
    for index in where:
        sentence = sentences[index]
        if index != begun + 1 and not _counts_weapons(sentence.text):
            continue
        for tally in tallies(sentence, begun=index == begun + 1):
            begun = index
            lead = sentence.text[: tally.start - sentence.start]
            if (
                tally.kind not in found
                and not TOTAL.search(lead)
                and not ANOTHER_ACT.search(lead)
                and not PAST.search(lead)
            ):
                found[tally.kind] = tally
    return found


@lru_cache(maxsize=512)
def _counts_weapons(text: str) -> bool:
    return _FLOWN.search(text) is not None


def tallies(sentence: Sentence, *, begun: bool = False) -> list[Tally]:
    """The figures one sentence gives. `begun`: a sentence before spoke of a barrage, so 'destroyed 25' counts too."""
    words = tokens(sentence.text[:1_500], sentence.start)
    amounts = quantities(words)
    found, shared = _shares(words, amounts)
    armed = begun
    waiting: Tally | None = None  #: 'two drones', of '... and three missiles were shot down'
    for quantity in amounts:
        if quantity in shared:
            armed = True
            continue
        at = _weapon(words, quantity)
        if at is None and not (armed or _of_total(words, quantity)):
            continue
        kind = _kind(words, quantity, at)
        start, end = words[quantity.first].start, words[at if at is not None else quantity.last - 1].end
        if at is not None:
            armed = True
            if kind is None and _of_part(words, quantity):
                kind = LAUNCHED  # 'three of the five rockets'
        tally = Tally(kind or "", quantity.value, start, end)
        last = waiting or (found[-1] if found else None)
        joined = last is not None and at is not None and _joined(words, last, quantity)
        if last is not None and joined and (waiting or last.kind == kind):
            tally = Tally(kind or "", _plus(last.value, tally.value), last.start, end)
            found = found if waiting else found[:-1]
        opens = at is not None and (_opens(words, quantity.first) or (waiting is not None and joined))
        waiting = tally if kind is None and opens else None
        if kind is not None:
            found.append(tally)
    return sorted(found, key=lambda tally: tally.start)


def _opens(words: list[Token], i: int) -> bool:
    """Whether a number is no further one of a list."""
    before = [w.low for w in words[max(0, i - 2) : i]]
    return before[-1:] not in (["and"], [","], ["plus"]) or before == [",", "and"]


def _shares(words: list[Token], amounts: list[Quantity]) -> tuple[list[Tally], list[Quantity]]:
    """What is told as a part of what came, 'shot down 98 of 117 drones and three of four missiles', and its numbers."""
    found: list[Tally] = []
    shared: list[Quantity] = []
    run: list[tuple[Quantity, Quantity, int]] = []  #: part, whole and weapon
    for part, whole in pairwise(amounts):
        at = _weapon(words, whole)
        if at is None or tuple(w.low for w in words[part.last : whole.first]) not in _OUT_OF:
            continue
        if run and not _joined(words, Tally("", part.value, 0, words[run[-1][2]].end), part):
            found += _share(words, run)
            run = []
        run.append((part, whole, at))
        shared += (part, whole)
    return [*found, *_share(words, run)], shared


_OUT_OF = frozenset(
    {("of",), ("of", "the"), ("out", "of"), ("out", "of", "the"), ("of", "some"), ("out", "of", "some")}
)


def _share(words: list[Token], run: list[tuple[Quantity, Quantity, int]]) -> list[Tally]:
    if not run:
        return []
    (first, _, _), (_, last, at) = run[0], run[-1]
    kind = _before(words, first) or _became(words, at + 1)
    parts = reduce(_plus, (part.value for part, _, _ in run))
    wholes = reduce(_plus, (whole.value for _, whole, _ in run))
    start, end = words[first.first].start, words[at].end
    if kind == LAUNCHED:
        return [Tally(LAUNCHED, parts, start, end)]
    came = Tally(LAUNCHED, wholes, start if len(run) > 1 else words[last.first].start, end)
    return [Tally(kind, parts, start, end), came] if kind is not None else [came]


def _became(words: list[Token], i: int) -> str | None:
    """What is told behind weapons of which a part is counted: '98 of 117 drones launched by Russia were destroyed'."""
    for word, after in zip(words[i : i + 9], words[i + 1 : i + 10], strict=False):
        downed = word.low in ("shot", "brought") and after.low == "down"
        kind = INTERCEPTED if downed else _VERBS.get(word.low)
        if kind is not None and kind != LAUNCHED:
            return kind
        if word.low in _STOPS or word.low in (",", "and"):
            return None
    return None


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
