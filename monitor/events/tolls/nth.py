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


def nth(words: list[Token], i: int) -> int | None:
    """The count in 'a sixth victim has died', 'a second person was killed', before the word of death at i."""
    j = i - 1
    while j > 0 and words[j].low in AUX:
        j -= 1
    return _ORDINALS.get(words[j - 1].low) if j > 0 and words[j].low in _LAST_OF_THEM else None


def nth_of_all(words: list[Token], group: Sequence[Quantity]) -> int | None:
    """The count in 'an eleventh passenger, a nurse, died', where `group` died; None where one is counted otherwise."""
    first = group[0]
    if not first.article or words[first.first].low not in ("a", "an") or any(not q.article for q in group):
        return None
    n = _ORDINALS.get(words[first.first + 1].low) if first.first + 1 < len(words) else None
    return None if n is None or first.noun in _OF_THEIR_OWN or words[first.last + 1].low in CASUALTY else n
