"""Those who were hurt and died of it: they are among the dead and no longer among the wounded."""

from __future__ import annotations

from itertools import pairwise

from monitor.events.tolls.harm_words import AUX, BARRIER, BE
from monitor.events.tolls.nouns import CASUALTY, is_people
from monitor.events.tolls.numbers import Token, number_at

_DIED = frozenset("died dies succumbed perished".split())
_HOW_BADLY = frozenset(
    "badly seriously slightly lightly critically severely gravely moderately grievously mortally".split()
)
#: so far behind 'hurt' its verb may stand: 'a man wounded in Monday's strike on the port of Sudak died'
_REACH = 14
_ANOTHER_CLAUSE = (BARRIER - {"since"}) | BE | frozenset(", and or who whom said says saying told".split())


def died_and_was_hurt(words: list[Token], i: int) -> bool:
    """'An officer was wounded and died in hospital'."""
    after = [w.low for w in words[i + 1 : i + 5]]
    return after[:1] in (["and"], [","]) and not {"died", "succumbed"}.isdisjoint(after[1:]) and "others" not in after


def died_of_wounds(words: list[Token], i: int) -> bool:
    """'A man wounded in Monday's strike died in hospital', 'two of the critically wounded have succumbed'."""
    if of_the_hurt(words, i):
        j = i + 1
        while j < len(words) and (words[j].low in AUX or words[j].low in ("later", "since", "then", "now")):
            j += 1
        return j < len(words) and words[j].low in _DIED
    before = [word.low for word in words[max(0, i - _REACH // 2) : i]]
    if ["of", "the"] in map(list, pairwise(before)):
        return False  # 'one of the two sailors wounded on the tanker has died': not both
    if not i or not (is_people(words[i - 1].low) or words[i - 1].low in _HOW_BADLY):
        return False
    return _die_of_it(words, i)


def _die_of_it(words: list[Token], i: int) -> bool:
    """Whether a word of dying follows the 'wounded' at i in its own clause."""
    for word in words[i + 1 : i + 1 + _REACH]:
        if word.low in _DIED:
            return True
        if word.low in _ANOTHER_CLAUSE or word.low in CASUALTY:
            return False
    return False


def some_died(words: list[Token], i: int) -> bool:
    """'Two of the people wounded in Monday's raid have died': no longer hurt. 'One of the two sailors wounded has
    died' counts all the hurt."""
    first = max(0, i - _REACH // 2)
    of_them = [n + 2 for n in range(first, i - 1) if words[n].low == "of" and words[n + 1].low in ("the", "those")]
    if not of_them or number_at(words, of_them[-1]) is not None:
        return False
    return _die_of_it(words, i)


def of_the_hurt(words: list[Token], i: int) -> bool:
    """'Five of the slightly wounded have gone home': some of those who were counted."""
    return i > 2 and words[i - 1].low in _HOW_BADLY and words[i - 2].low == "the" and words[i - 3].low == "of"
