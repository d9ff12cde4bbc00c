"""Who is counted at a word of harm: the figures that are its object, and persons told by name or role alone.

'Killing a guard and wounding three', 'Officer, two soldiers killed'. Its subject is found in `subjects.py`; what the
word itself says is the question of `casualties.py`.
"""

from __future__ import annotations

from functools import reduce

from monitor.events.tolls.harm_words import AUX, BARRIER, BE, THEIR
from monitor.events.tolls.idioms import TENDED
from monitor.events.tolls.nouns import CASUALTY, MONTH_WORDS, NATIONALS, PEOPLE, THINGS, is_people
from monitor.events.tolls.numbers import Token, plus
from monitor.events.tolls.quantities import Quantity
from monitor.types import Count


def is_passive(words: list[Token], i: int) -> bool:
    """Whether the verb at i was done to its subject: 'were reportedly killed'."""
    i = _first_verb(words, i)
    for word in words[max(0, i - 4) : i][::-1]:
        if word.low in BE:
            return True
        if word.low not in AUX:
            return False
    return False


def _first_verb(words: list[Token], i: int) -> int:
    """Where the verbs joined to the one at i begin: 'was shot and killed'."""
    joined = i > 2 and words[i - 1].low == "and" and participle(words[i - 2].low) and words[i - 3].low in BE
    return i - 2 if joined else i


def participle(word: str) -> bool:
    return (word.endswith("ed") or word == "shot") and word not in CASUALTY


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
    i = _first_verb(words, i)
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
        j -= 1 + (words[j - 1].low == ",")  # 'shot the guard, who is badly hurt'
        return j > 1 and words[j].low in PEOPLE - NATIONALS - _BODIES and words[j - 1].low not in ("of", "and", "or")
    if words[j].low in _HE:
        return early and (passive or word == "died")
    after = words[i + 1].low if i + 1 < len(words) else "."
    role = words[j].low in PEOPLE and words[j].low not in NATIONALS and words[j].low not in ("crew", "staff", "police")
    return role and after in _THEN and (word in ("dies", "died") or passive or j == i - 1) and j < 9


def _single(words: list[Token], i: int) -> bool:
    """'... Moskalik was killed', 'the driver has been killed': the subject is one named or definite person."""
    j = i - 1
    while j >= 0 and words[j].low in AUX:
        j -= 1
    if j >= 0 and words[j].low in ("he", "she", "they", "it", "who", "that", "which", "i"):
        return False
    return j >= 0 and (words[j].text[:1].isupper() or words[j].low in (",", ")")) and words[j].low not in MONTH_WORDS


def bare(words: list[Token], end: int) -> list[Quantity]:
    """Persons named by role alone in the way of headlines, left of token `end`: 'Officer, two soldiers killed'."""
    found: list[Quantity] = []
    while end > 1 and words[end - 1].low in ("and", ","):
        at = end - 2
        if at > 1 and words[at].low == "," and words[at - 1].low.isdecimal():
            at -= 3 if words[at - 2].low == "," else 1  # 'Boy, 10, and ...'
        opens = at == 0 or (at > 0 and words[at - 1].low in _OPENERS)
        opens = opens or (at == 1 and words[0].low.isalpha() and words[0].low not in ("the", "and", "both", "two"))
        if at < 0 or words[at].low not in PEOPLE or not (opens or words[at - 1].low in ("and", ",")):
            break
        one = Count(low=1, best=1, high=1)
        found.insert(0, Quantity(first=at, last=at + 1, value=one, subset=False, noun=words[at].low, article=True))
        if opens:
            return found
        end = at
    return []


_OPENERS = frozenset({":", "as", "after", "-", "–", "—", "when", ";", "say", "says", "said"})


def bare_object(words: list[Token], i: int) -> bool:
    """'Shelling kills army jawan': the object of a headline, one person without an article."""
    for j in range(i + 1, min(i + 4, len(words))):
        low = words[j].low
        if low in BARRIER or not low[0].isalpha() or low in ("in", "at", "by", "and", "of", "on"):
            return False
        if (
            low in PEOPLE
            and low not in NATIONALS
            and low not in ("crew", "staff", "general", "major", "local", "national")
        ):
            after = words[j + 1].low if j + 1 < len(words) else "."
            return not is_people(after)
    return False


def listed(words: list[Token], between: list[str], q: Quantity, amounts: list[Quantity]) -> bool:
    """True for 'a man and two women', and for 'a man, a boy and two women'; not for '18 hurt, one a child'."""
    if "missing" in between or "captured" in between or "trapped" in between or "homeless" in between:
        return False
    if between[-1] in ("and", "plus"):
        return len(between) < 3 or not participle(between[-2])  # 'seven workers kidnapped and a guard dead'
    if between[-1] != ",":
        return False
    pair = len(between) == 2 and is_people(between[0]) and is_people(q.noun) and not q.article and q.first < 12
    if pair and not any(w.low in _STOPPED for w in words):
        return True  # 'Bomb kills 10 soldiers, eight civilians'
    later = next((other for other in amounts if other.first >= q.last), None)
    return later is not None and words[later.first - 1].low == "and" and later.first - q.last <= 5


_STOPPED = frozenset({".", ";"})


def objects(words: list[Token], amounts: list[Quantity], i: int, near: int) -> list[Quantity]:
    """Quantities that are the object of the word at i: the first after it, and those joined by 'and' or a comma."""
    reach = near + 3 if [w.low for w in words[i + 1 : i + 3]] == ["the", "other"] else near + 2
    reach += "family" in (w.low for w in words[i + 1 : i + 4])
    start = next((q for q in amounts if i < q.first <= reach), None)
    if start is None or start.noun in THINGS or (start.subset and start.first > i + 1) or _undergoes(words, start):
        return []
    skipped = [w.low for w in words[i + 1 : start.first]]
    if skipped[:2] == ["the", "other"]:
        skipped = skipped[2:]  # 'wounding the other three'
    if skipped[-2:] == ["family", "of"]:
        skipped = []  # 'shells kill a family of four'
    if any(w not in ("another", "an", "additional", "a", "further", "of", "the", "total", "all") for w in skipped):
        return []
    group = [start]
    if start.noun in ("people", "persons") and start.best != 1 and _apposed(words, start):
        return group  # 'killing three people, two soldiers and a guide'
    if not start.noun and not start.article and start.last < len(words) and words[start.last].low == ",":
        return group  # 'killing two, a Saudi and a Yemeni'
    for q in amounts:
        if q.first < start.last or q.subset:
            continue
        between = [w.low for w in words[group[-1].last : q.first]]
        if between[-2:-1] == ["and"] and between[-1] in THEIR:
            between.pop()  # 'killing a woman and her three children'
        between = _without_whose(between)
        tail = _own(words[q.last : q.last + 6])
        if (
            len(between) <= 6
            and between
            and listed(words, between, q, amounts)
            and not set(between) & (CASUALTY | AUX | BARRIER)
            and not set(tail) & (CASUALTY | BE)
            and q.noun not in THINGS
            and (q.noun or q.article)
        ):
            group.append(q)
        else:
            break
    return [*group, *_bare_last(words, group[-1])]


def _without_whose(between: list[str]) -> list[str]:
    """'three soldiers of the U.S.-led coalition and' two Iraqis: without whose they are."""
    if "of" not in between[:-1] or between[-1] != "and":
        return between
    at = between.index("of")
    whose = set(between[at:-1])
    plain = (
        at > 0 and len(between) - at <= _LONG_NAME and not whose & (CASUALTY | AUX | {",", ";", "and", "who", "that"})
    )
    return [*between[:at], "and"] if plain else between


_LONG_NAME = 12  #: words: 'of the U.S.-led coalition', read piece by piece


def _bare_last(words: list[Token], q: Quantity) -> list[Quantity]:
    """'Gunman kills two US soldiers, interpreter': the end of a headline, one person without an article."""
    at = len(words) - 1
    joined = at - 1 > q.last and words[at - 1].low in (",", "and") and words[at - 2].low == q.noun
    if not joined or q.article or words[at].low not in PEOPLE - NATIONALS or words[at].low.endswith("s"):
        return []
    one = Count(low=1, best=1, high=1)
    return [Quantity(first=at, last=at + 1, value=one, subset=False, noun=words[at].low, article=True)]


def _own(tail: list[Token]) -> list[str]:
    """The words behind a quantity that may be its own: not 'two children; five were hurt', 'and wounding nine'."""
    low = [w.low for w in tail]
    ends = (
        n
        for n, word in enumerate(low)
        if word == ";" or (word == "and" and low[n + 1 : n + 2] and low[n + 1].endswith("ing"))
    )
    return low[: next(ends, len(low))]


def _apposed(words: list[Token], q: Quantity) -> bool:
    after = [w.low for w in words[q.last : q.last + 2]]
    return after == [q.noun, ","]


def _undergoes(words: list[Token], q: Quantity) -> bool:
    """True where a word of harm of its own follows: 'two killed and four hurt'."""
    for word in words[q.last : q.last + 3]:
        if word.low == "for":
            return False
        if word.low in CASUALTY or word.low in BE:
            return True
        if not word.low[0].isalpha() or word.low in ("and", "in", "by", "at", "on", "of", "from", "who", "as"):
            return False
    return False


def summed(group: list[Quantity]) -> Count:
    """All figures of a group as one."""
    if len(group) == 1:
        return group[0].value
    if any(q.best is None for q in group):
        known = sum(q.best for q in group if q.best is not None)
        return Count(low=known or None, best=known or None, vague=known < 5)  # '15 officers and several civilians'
    return reduce(plus, (q.value for q in group))
