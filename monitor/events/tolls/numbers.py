"""Numbers as news writes them: '21', 'twenty-one', 'at least a dozen'; and those that count nobody: hours, years, ages.

A sentence is cut into tokens. 'Dozens' is 12, 'tens' 10 and 'hundreds' 100 by convention of the field and marked vague.
"""

from __future__ import annotations

import re
from itertools import accumulate

import msgspec

from monitor.events.tolls.nouns import CASUALTY, MONTH_WORDS, PEOPLE, is_people
from monitor.types import Count

_UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_PLURALS = {"dozens": 12, "tens": 10, "hundreds": 100, "scores": 20, "thousands": 1000, "millions": 1_000_000}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
#: words at which a number begins
NUMBERS = frozenset({*_UNITS, *_TENS, *_PLURALS, "half", "hundred", "thousand"})

#: words before a number -> which bound it is
_AT_LEAST = (
    ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "fewer", "than"), ("not", "less", "than"),
    ("a", "minimum", "of"), ("minimum", "of"), ("more", "than"), ("over",), ("upwards", "of"), ("upward", "of"),
    ("in", "excess", "of"), ("above",), ("already",), ("exceeding",), (">",), ("≥",),
)  # fmt: skip
_AT_MOST = (("up", "to"), ("as", "many", "as"), ("at", "most"), ("no", "more", "than"), ("fewer", "than"),
            ("less", "than"), ("under",), ("a", "maximum", "of"))  # fmt: skip
_ABOUT = (("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("nearly",), ("almost",),
          ("close", "to"), ("an", "estimated"), ("estimated",), ("circa",))  # fmt: skip

#: a hedge's last word -> its words and bound, in the order of the tables
_HEDGES: dict[str, list[tuple[list[str], str]]] = {}
for _bound, _table in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT)):
    for _phrase in _table:
        _HEDGES.setdefault(_phrase[-1], []).append(([*_phrase], _bound))

_TOKEN = re.compile(r"([^\W\d_]++(?:['’.-][^\W\d_]++)*+['’]?|\d+(?:,\d{3})*(?:\.\d+)?(?:-[A-Za-z]+)*|\S)")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or stop of a sentence; offsets count in the document."""

    text: str
    low: str
    start: int
    end: int


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The tokens of one sentence; `offset` is where it starts in the document."""
    pieces = _TOKEN.split(text)  # a gap, a word, a gap ... a gap
    edges = list(accumulate(map(len, pieces), initial=offset))
    words = pieces[1::2]
    return list(map(Token, words, map(str.lower, words), edges[1::2], edges[2::2]))


def number_at(words: list[Token], i: int) -> tuple[int, int, bool] | None:
    """(value, index after it, vague) of the number that starts at token i; None where none does."""
    word = words[i].low
    if word[0].isdecimal():
        digits = word.replace(",", "")
        if not digits.isdecimal() or len(digits) > 7:
            return None
        value = int(digits)
        if i + 1 < len(words) and words[i + 1].low in ("thousand", "million", "dozen", "hundred"):
            return value * _SCALES[words[i + 1].low], i + 2, False
        return value, i + 1, False
    if word in _PLURALS:
        value = _PLURALS[word]
        if i + 2 < len(words) and words[i + 1].low == "of" and words[i + 2].low in _PLURALS:
            return value * _PLURALS[words[i + 2].low], i + 3, True
        return value, i + 1, True
    if word in ("a", "half") and i + 1 < len(words):
        following = words[i + 1].low
        if word == "half" and following == "a" and i + 2 < len(words) and words[i + 2].low == "dozen":
            return 6, i + 3, True
        if word == "a" and following in _SCALES:
            return _SCALES[following], i + 2, following == "dozen"
        if word == "a" and following == "couple" and i + 2 < len(words) and words[i + 2].low == "of":
            return 2, i + 3, True
    return _spelt(words, i) if word in _UNITS or word in _TENS or "-" in word else None


def _spelt(words: list[Token], i: int) -> tuple[int, int, bool] | None:
    value = 0
    found = False
    at = i
    while at < len(words) and at < i + 6:
        parts = words[at].low.split("-")
        if all(part in _UNITS or part in _TENS for part in parts):
            if found and value % 10 != 0:
                break
            value += sum(_UNITS.get(part, 0) + _TENS.get(part, 0) for part in parts)
            found = True
        elif found and words[at].low in _SCALES:
            value = max(1, value) * _SCALES[words[at].low]
        elif not (found and words[at].low == "and" and value >= 100 and at + 1 < len(words)
                  and words[at + 1].low.split("-")[0] in (_UNITS.keys() | _TENS.keys())):  # fmt: skip
            break
        at += 1
    return (value, at, False) if found else None


def upper(words: list[Token], i: int, last: int, value: int) -> tuple[int, int, int] | None:
    """(lower, upper, index after it) of a range, 'two or three', '15-20', 'between 15 and 20', whose lower number is
    words[i:last]; None where that is all."""
    before = words[i - 1].low if i else ""
    if last + 1 >= len(words) or before in _ROSE:
        return None
    join = words[last].low
    tight = words[last - 1].end == words[last].start and words[last].end == words[last + 1].start
    if not (join in ("to", "or") or (join in ("-", "–") and tight) or (join == "and" and before == "between")):
        return None
    number = number_at(words, last + 1)
    if number is None or number[2]:
        return None
    high, end, _ = number
    scale = _SCALES.get(words[end - 1].low, 1)  # 'two to three hundred'
    low = value * scale if value * scale < high else value
    return (low, high, end) if low < high else None


#: 'rose from 12 to 15', 'up two to 15': no range
_ROSE = frozenset("from by up down rose rises climbed climbs jumped jumps".split())


def hedge(words: list[Token], i: int) -> tuple[int, str]:
    for phrase, bound in _HEDGES.get(words[i - 1].low, ()) if i else ():
        size = len(phrase)
        if i >= size and [w.low for w in words[i - size : i]] == phrase:
            return i - size, bound
    return i, ""


def counted_as(value: int, bound: str, vague: bool) -> Count:
    if bound == "least":
        return Count(low=value, best=value, vague=vague)
    if bound == "most":
        return Count(best=value, high=value, vague=vague)
    if vague:
        return Count(low=value, best=value, vague=True)
    if bound == "about":
        return Count(best=value)
    return Count(low=value, best=value, high=value)


def plus(a: Count, b: Count) -> Count:
    """Two figures as one."""
    low = (a.low or a.best or 0) + (b.low or b.best or 0)
    high = a.high + b.high if a.high is not None and b.high is not None else None
    return Count(low=low, best=(a.best or 0) + (b.best or 0), high=high, vague=a.vague or b.vague)


_AFTER_TIME = frozenset({"a.m", "p.m", "am", "pm", "gmt", "utc", "percent", "per", "%", "o'clock", "hrs"})


def counts_nobody(words: list[Token], i: int, last: int) -> bool:
    """A number that counts nothing: an hour, a year, an age, a share, a sum, a house number."""
    after = words[last].low if last < len(words) else ""
    before = words[i - 1].low if i > 0 else ""
    value = words[i].low
    digits = value.isdecimal()
    if value == "one" and before == "no":
        return True
    if before == "number" and i > 1 and words[i - 2].low in CASUALTY:
        return False  # 'the wounded number 61'
    if after in ("'", "’") and words[last].start == words[last - 1].end and words[last + 1 : last + 2]:
        return words[last + 1].low == "s"  # 'Channel 24's reporter'
    if after in _AFTER_TIME or before in ("$", "€", "£", "no", "nr", "aged", "age", "number", "section", "article"):
        return before not in ("no",) or not value.isalpha()
    if after == "local" and words[last + 1 : last + 2] and words[last + 1].low in ("time", ")", ","):
        return True  # 'at 5 local time', but 'two local guides'
    if after == ":" and last + 1 < len(words) and words[last + 1].low.isdecimal() and words[last].start == words[i].end:
        return True
    if before == ":" and digits and words[i - 1].end == words[i].start:
        return True
    if _age(words, i, last) or (before == "between" and not _between_people(words, i, last)):
        return True
    if before == "and" and i > 2 and words[i - 3].low == "between":
        return True  # 'men between 19 and 42'
    if before == "(" and after in (")", ",") and i > 1 and digits and words[i - 2].low not in CASUALTY:
        return words[i - 2].text[:1].isupper() or words[i - 2].low in PEOPLE  # 'Inspector Caldwell (48)'
    if before == "-" and i > 1 and words[i - 1].start == words[i - 2].end and words[i].start == words[i - 1].end:
        return True  # 'MiG-21'
    if digits and i and _in_a_name(words, i, after):
        return True
    if digits and last < len(words) and words[last].start == words[last - 1].end and after[:1].isalpha():
        return True  # 'in their 20s'
    if digits and len(value) == 4 and value[:2] in ("19", "20"):
        return not is_people(after)
    if digits and (before in MONTH_WORDS or (before == "." and i > 1 and words[i - 2].low in _CUT_MONTHS)):
        return True
    if digits and after in MONTH_WORDS:
        return True
    return digits and before == "," and after in (",", ".") and i > 1 and words[i - 2].text[:1].isupper()


def _between_people(words: list[Token], i: int, last: int) -> bool:
    """'Between 15 and 20 people', 'wounding between 30 and 40'; not 'men between 19 and 42'."""
    of_whom = words[i - 2].low if i > 1 else ""
    if is_people(of_whom) or of_whom in ("aged", "ages", "age") or "and" not in (w.low for w in words[i:last]):
        return False
    if of_whom in CASUALTY and of_whom.endswith("ing"):
        return True
    near = [w.low for w in words[last : last + 3]]
    return any(is_people(word) or word in CASUALTY for word in near) or near[:1] in (["were"], ["are"])


def _in_a_name(words: list[Token], i: int, after: str) -> bool:
    """The number of 'M23', '(Kurdistan 24)', 'France 24 said'."""
    before = words[i - 1]
    if before.end == words[i].start and before.text[-1:].isalpha():
        return True
    opens = i > 1 and words[i - 2].low in ("(", "-", "–", "—")
    if before.low in ("flight", "resolution", "decree"):
        return not is_people(after)
    return before.text[:1].isupper() and (
        (after == ")" and opens) or (before.low in _NUMBERED and not is_people(after))
    )


_YOUNG = frozenset(
    "boys girls children sons daughters teenagers youths pupils students sisters brothers men women".split()
)
#: names that a number ends: 'Channel 24', 'Flight 752', 'Camp 30'
_NUMBERED = frozenset(
    """kurdistan france channel rossiya rossia flight camp hill highway route unit resolution terminal gate point sector
    block phase zone platform pier hangar checkpoint bloc battery office""".split()
)
_BODIES_OF = frozenset({"crew", "staff", "couple", "pair", "local", "national", "general", "major"})
_CUT_MONTHS = frozenset("jan feb mar apr aug sep sept oct nov dec".split())


def _age(words: list[Token], i: int, last: int) -> bool:
    """'A girl of twelve', 'a man, 63, was cut', 'both 19': how old, not how many."""
    if i < 2:
        return False
    before, person = words[i - 1].low, words[i - 2].low
    after = words[last].low if last < len(words) else ""
    if is_people(after):
        return False
    if before in ("was", "is", "turned") and after in (",", ".", ";", "and", "when", "years", "but"):
        return person in _WHOSE_AGE
    if before in ("and", "to", "or", ",") and _among_ages(words, i):
        return True
    if ((before,) in _ABOUT or before in _BARELY) and person == "of" and i > 2:
        before, person = "of", words[i - 3].low  # 'her son of about 30'
    if before == "of":
        return (person in PEOPLE and person not in _BODIES_OF) or person in _YOUNG  # 'two boys of 15'
    if before == "both":
        return words[i].low.isdecimal()
    return before == "," and after in (",", ".") and words[i].low.isdecimal() and person in PEOPLE


_BARELY = frozenset({"barely", "just"})
_WHOSE_AGE = frozenset("he she who oldest youngest eldest".split())


def _among_ages(words: list[Token], i: int) -> bool:
    """'Two men aged 31 and 44', 'girls aged six to 13', 'boys aged 8, 11 and 15'; not 'aged 50 and three guards'."""
    alike = words[i].low.isdecimal()
    near = [word.low for word in words[max(0, i - 9) : i]]
    if near[-2:] == [",", "and"] and not {"to", "between"}.isdisjoint(near):
        return False  # 'aged 8 to 60, and 12 were wounded'
    for j in range(i - 1, max(-1, i - 9), -1):
        low = words[j].low
        if low in ("aged", "ages"):
            return j < i - 1
        if _is_number(low):
            if low.isdecimal() != alike and words[j + 1].low != "to":
                return False
        elif low not in _BETWEEN_AGES:
            return False
    return False


_BETWEEN_AGES = frozenset({"and", "to", "or", ",", "between", "from"})


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in _UNITS or word in _TENS
