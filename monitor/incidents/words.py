"""How much the words that two reports share tell, common words weighing little and rare names much."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from monitor.incidents.common_words import OF_COUNTRIES, TIERS
from monitor.types import Reason

_TIER: Mapping[str, int] = MappingProxyType({word: tier for tier, words in enumerate(TIERS) for word in words.split()})
_PLACES = frozenset(OF_COUNTRIES.split())
_RAREST = 7.5
#: what some twenty telling words weigh: two briefs that have half of their few words in common are not alike by that
_BRIEF = 350.0
_FEW = 0.06  #: who tells of one act in words of his own shares no more than this with another; less separates


def folded(text: str) -> str:
    """`text` in lower case, its letters without their marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """Bits that `word` tells: a name found in no list 7.5, a word found in every sixth article 1."""
    if word[:1].isdigit() and not word.isdigit() and word[-1].isdigit():
        return 4.0  # a magnitude, a share, a sum of money
    if word.isdigit():
        if len(word) == 4 and word[:2] in ("19", "20"):
            return 0.5
        return (0.6, 1.0, 2.2, 4.0)[min(len(word), 4) - 1]
    tier = _TIER.get(word)
    if tier is None:
        if word in _PLACES:
            return 4.0
        return _RAREST if len(word) > 3 else 4.0
    return 6.0 - tier


def overlap(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two lists of keywords are, 0..1, weighed by rarity. A headline is made of what is compared already,
    and counts for nothing."""
    (one, square), (other, another) = _weighed(a), _weighed(b)
    return _square(one & other) / math.sqrt(max(square, _BRIEF) * max(another, _BRIEF)) if one and other else 0.0


def shared(a: Iterable[str], b: Iterable[str]) -> tuple[str, ...]:
    """What two lists of keywords share, most telling first."""
    return tuple(sorted(set(a) & set(b), key=lambda word: (-weight(word), word))[:6])


@lru_cache(maxsize=1024)
def _weighed(keywords: tuple[str, ...]) -> tuple[frozenset[str], float]:
    """The words of a report and what they weigh together; kept, for a report is compared with many."""
    words = frozenset(keywords)
    return words, _square(words)


def _square(words: Iterable[str]) -> float:
    return sum(weight(word) ** 2 for word in words)


def reason(likeness: float, shared: tuple[str, ...], *, scale: float, middle: float) -> Reason:
    """What a likeness of words is worth: nothing at `middle`, `scale` a tenth above or below, within bounds."""
    points = min(4.5, (likeness - middle) * 10.0 * scale)
    if likeness >= _FEW:
        points = max(points, 0.0)
    if points >= 0:
        return Reason(fact="shared_words", points=points, text=f"both speak of {', '.join(shared[:4])}")
    return Reason(
        fact="other_words", points=max((likeness - _FEW) * 10.0 * scale, -1.0), text="hardly a telling word in common"
    )
