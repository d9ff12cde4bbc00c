"""One dead or wounded told without a figure: by a name, a pronoun or a role ('Moskalik was killed')."""

from __future__ import annotations

from monitor.events.tolls.counted import first_verb
from monitor.events.tolls.harm_words import AUX
from monitor.events.tolls.idioms import TENDED
from monitor.events.tolls.nouns import DEMONYMS, MONTH_WORDS, PEOPLE
from monitor.events.tolls.numbers import Token

_HE = frozenset({"he", "she"})
_BODIES = frozenset({"crew", "staff", "couple", "pair", "local", "national", "major", "police"})
_STAYS = frozenset("is remains remained stays lies was".split())
_HOW_BADLY = frozenset("badly seriously slightly critically severely lightly fatally mortally also gravely".split())
_THEN = frozenset(
    {";", "in", "by", "as", "at", "on", "when", "after", "near", "during", "over", "outside", "of", "from", ",", "."}
)


def one_person(words: list[Token], i: int, *, passive: bool, early: bool) -> bool:
    """'Moskalik was killed', 'she died', 'Cameraman killed in strike': one, told by a name, a pronoun or a role."""
    word = words[i].low
    i = first_verb(words, i)
    last = i - 2 if words[i - 1].low in _HOW_BADLY else i - 1
    if passive and words[last].low in ("was", "been") and _single(words, i):
        return True
    if word == TENDED and words[i - 1].low in _STAYS and _single(words, i - 1):
        return True
    j = i - 1
    while j >= 0 and words[j].low in AUX:
        j -= 1
    if j < 0 or word in ("die", "dead", "perish") or any(w.low in ("were", "are") for w in words[j:i]):
        return False
    if words[j].low == "who" and passive:
        j -= 1 + (words[j - 1].low == ",")
        return j > 1 and words[j].low in PEOPLE - DEMONYMS - _BODIES and words[j - 1].low not in ("of", "and", "or")
    if words[j].low in _HE:
        return early and (passive or word == "died")
    after = words[i + 1].low if i + 1 < len(words) else "."
    role = words[j].low in PEOPLE and words[j].low not in DEMONYMS and words[j].low not in ("crew", "staff", "police")
    return role and after in _THEN and (word in ("dies", "died") or passive or j == i - 1) and j < 9


def _single(words: list[Token], i: int) -> bool:
    """'... Moskalik was killed', 'the driver has been killed': the subject is one named or definite person."""
    j = i - 1
    while j >= 0 and words[j].low in AUX:
        j -= 1
    if j >= 0 and words[j].low in ("he", "she", "they", "it", "who", "that", "which", "i"):
        return False
    return j >= 0 and (words[j].text[:1].isupper() or words[j].low in (",", ")")) and words[j].low not in MONTH_WORDS
