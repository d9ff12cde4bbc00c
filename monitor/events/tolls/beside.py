"""One person told without a number beside others: 'the Greek skipper and a Georgian cook lost their lives'."""

from __future__ import annotations

from monitor.events.tolls.harm_words import BARRIER
from monitor.events.tolls.nouns import PEOPLE, THINGS, is_people
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.types import Count

_DEFINITE = frozenset("the its his her their".split())
#: after these a clause of its own begins
_OPENS = BARRIER | {",", "(", "said", "says"}
_BODIES = frozenset("forces force troops army police militia group crew staff guard side regime".split())
#: the most words of such a phrase
_LONG = 7


def one_beside(words: list[Token], end: int, others: Quantity) -> Quantity | None:
    """The one whom the words before the 'and' at `end` name: 'the skipper', 'Idris Bello'; None where many."""
    last = words[end - 1]
    if not last.low[0].isalpha() or last.low in THINGS | _BODIES or _is_many(last.low):
        return None
    first = end - 1
    while (
        first > 0 and end - first < _LONG and words[first - 1].low not in _OPENS and words[first].low not in _DEFINITE
    ):
        first -= 1
    if first > 0 and words[first].low not in _DEFINITE and words[first - 1].low not in _OPENS:
        return None
    phrase = words[first:end]
    if any(w.low == "and" or _is_many(w.low) or not w.text[0].isalpha() for w in phrase):
        return None
    opens = first == 0 or words[first - 1].low in _OPENS
    definite = opens and words[first].low in _DEFINITE and last.low in PEOPLE | _MASTERS
    by_name = (
        len(phrase) > 1
        and others.noun not in _ANYBODY
        and all(w.text[0].isupper() or w.low.startswith(_PARTICLES) for w in phrase)
        and words[first].low not in _DEFINITE
    )
    if not (by_name or definite):
        return None
    one = Count(low=1, best=1, high=1)
    return Quantity(first=first, last=end, value=one, subset=False, noun="person", article=True)


#: 'shells hit Beit Hanoun and 30 people were killed'
_ANYBODY = frozenset({"", "people", "persons", "civilians", "residents"})
_PARTICLES = ("al-", "el-", "ibn", "bin")
_MASTERS = frozenset(
    "master skipper mate engineer cook boss chairman chairwoman head prince king president premier".split()
)


def _is_many(word: str) -> bool:
    return is_people(word) and word not in PEOPLE
