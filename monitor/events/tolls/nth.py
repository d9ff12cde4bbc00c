"""The dead counted by who was the last of them: 'a sixth victim has died', 'was the third person to be killed'."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.tolls.harm_words import ATTACKERS, AUX, MILITANTS
from monitor.events.tolls.nouns import CASUALTY
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity

_ORDINALS = {
    word: n
    for n, word in enumerate(
        """second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
        sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        2,
    )
}
_LAST_OF_THEM = frozenset({"victim", "person", "fatality"})
#: who is counted beside his like, not beside the dead: 'a second gunman was shot dead'
_OF_THEIR_OWN = ATTACKERS | MILITANTS | {"suspect", "bomber", "soldier", "officer", "suicide"}


#: a stretch of time in which deaths of other acts are counted as well: 'a third journalist this year', 'in a month'
_STRETCHES = frozenset("week weeks fortnight month months year years season campaign war decade".split())
_OF_A_STRETCH = frozenset("this last in within past as the many a".split())


def nth(words: list[Token], i: int) -> int | None:
    """The count in 'a sixth victim has died', 'a second person was killed', before the word of death at i."""
    if _over_time(words):
        return None
    j = i - 1
    while j > 0 and words[j].low in AUX:
        j -= 1
    return _ORDINALS.get(words[j - 1].low) if j > 0 and words[j].low in _LAST_OF_THEM else None


def nth_death(words: list[Token], i: int) -> int | None:
    """The count in 'a fourth death', before the 'death' at i."""
    return None if i == 0 or _over_time(words) else _ORDINALS.get(words[i - 1].low)


def nth_of_all(words: list[Token], group: Sequence[Quantity], i: int) -> int | None:
    """The count in 'an eleventh passenger, a nurse, died', where `group` died by the word at i; None where one is
    counted otherwise, as in 'killed a second nurse in as many weeks'."""
    first = group[0]
    if first.first > i or _over_time(words):
        return None
    if not first.article or words[first.first].low not in ("a", "an") or any(not q.article for q in group):
        return None
    n = _ORDINALS.get(words[first.first + 1].low) if first.first + 1 < len(words) else None
    return None if n is None or first.noun in _OF_THEIR_OWN or words[first.last + 1].low in CASUALTY else n


def _over_time(words: list[Token]) -> bool:
    """Whether a sentence names a stretch of time that may hold other acts."""
    return any(
        word.low in _STRETCHES and not _OF_A_STRETCH.isdisjoint([near.low for near in words[max(0, n - 2) : n]])
        for n, word in enumerate(words)
    )
