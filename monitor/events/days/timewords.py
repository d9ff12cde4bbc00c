"""The words English news uses for time, found in a text and taken apart; `when.py` turns them into days.

One linear expression (re2) finds every atom; small expressions of the standard library take the few found apart.
A month name counts only beside a number or a preposition, a weekday always, a bare number never: so 'Su-34', '1701',
'May said', 'AD-2024' and 'they march' are no dates.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from monitor.events.linear import pattern

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = {
    name: number
    for number, name in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {"a": 1, "an": 1, "couple": 2, "few": 3, "several": 3, "some": 3}

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = r"(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_PART = (
    r"(?i:early\s+hours|small\s+hours|wee\s+hours|pre-?dawn\s+hours|mornings?|afternoon|evening|overnight|nights?"
    r"|(?:pre-?)?dawn|daybreak|sunrise|sunset|nightfall|dusk|midnight|midday|noon)"
)
_SMALL = (
    r"(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|"
    r"\d{1,3}(?:,\d{3})?"
    r"|several|some|(?:a\s+|the\s+past\s+|the\s+last\s+)?few|a\s+couple\s+of|couple\s+of)"
)
_UNIT = r"(?i:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)"
_EDGE = r"(?:(?i:(?:very\s+)?early|late|later|earlier)\s+(?:(?i:on)\s+)?)?"
_PREP = r"(?:\b(?i:on|since|of|until|till|through|from|by|before|after|around|for|dated)\s+)?"
_ORD = r"(?:st|nd|rd|th)?"
_THE = r"(?:\b(?i:the)\s+)?"

#: kind -> expression; the first that fits at the leftmost place wins
_ATOMS: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b"),
    ("numeric", r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b|\b\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d\b"),
    (
        "dm",
        rf"{_PREP}{_EDGE}{_THE}\b\d{{1,2}}{_ORD}(?:\s*(?:-|–|to|and|/)\s*{_THE}\d{{1,2}}{_ORD})?"
        rf"(?:\s+of)?[\s-]+{_MONTH}(?:,?\s+(?:of\s+)?(?:19|20)\d\d\b)?",
    ),
    (
        "md",
        rf"{_PREP}{_EDGE}\b{_MONTH}\s+\d{{1,2}}{_ORD}\b(?:\s*(?:-|–|to|and)\s*\d{{1,2}}{_ORD}\b)?"
        r"(?:,?\s+(?:19|20)\d\d\b)?",
    ),
    ("nth", rf"{_EDGE}\b(?i:on|of|until|since)\s+the\s+\d{{1,2}}(?i:st|nd|rd|th)\b"),
    ("my", rf"{_PREP}(?:\b(?i:early|late|mid)[\s-]+)?\b{_MONTH},?\s+(?:of\s+)?(?:19|20)\d\d\b"),
    (
        "month",
        r"\b(?i:in|since|of|during|until|till|through|from|by|late|early|mid|last|this|next|before|after|around|past"
        rf"|between)[\s-]+(?:(?i:late|early|mid|last|this|next)[\s-]+)?{_MONTH}\b(?:,?\s+(?:of\s+)?(?:19|20)\d\d\b)?",
    ),
    (
        "feast",
        rf"{_EDGE}(?:(?i:last|this)\s+)?\b(?:Christmas(?:\s+(?:Day|Eve))?|Boxing Day"
        r"|New Year(?:'|’)?s?\s+(?:Day|Eve))\b",
    ),
    (
        "weekday",
        rf"{_PREP}{_EDGE}(?:\b(?i:last|next|this|every|each|previous|past)\s+)?\b{_WEEKDAY}(?:s\b|\b)(?:(?:'|’)s)?"
        r"(?:\s+(?i:(?:of\s+)?(?:last|the\s+(?:previous|preceding))\s+week)\b)?",
    ),
    (
        "nights",
        r"\b(?i:the\s+)?(?i:night|day|evening|morning|afternoon)\s+(?i:before\s+last|before\s+yesterday"
        r"|after\s+tomorrow)\b",
    ),
    (
        "anaphor",
        r"\b(?i:the\s+)(?i:previous|preceding|same|next|following|very\s+same|prior)\s+"
        r"(?i:day|night|evening|morning|afternoon|week|month|year)\b"
        r"|\b(?i:that|the\s+same)\s+(?i:day|night|evening|morning|afternoon)\b"
        r"|\b(?i:a|one|the)\s+(?i:day|night|evening|morning|afternoon|week|month|year)\s+"
        r"(?i:earlier|later|before|after|prior)\b"
        r"|\b(?i:earlier|later)\s+(?i:in\s+the\s+day|that\s+day|that\s+night|that\s+evening)\b",
    ),
    (
        "ago",
        rf"\b{_SMALL}\s+{_UNIT}\s+(?i:ago|back|earlier|before|later|after|prior)\b"
        r"|\b(?i:(?:just\s+|only\s+|barely\s+)?(?:minutes|hours|days|weeks|months|years|decades))\s+"
        r"(?i:ago|earlier|later|before|after)\b",
    ),
    (
        "span",
        rf"\b(?i:in|over|during|within|for)?\s*(?i:the\s+)?(?i:past|last|previous|recent|coming)\s+(?:{_SMALL}\s+)?"
        r"(?i:24|48|72|hours?|days|nights|weeks|months|years|decades?)\b(?:\s+(?i:hours))?"
        r"|\b(?:(?i:earlier|later|early|late|mid)[\s-]+)?(?i:last|this|next|past|the\s+past)\s+"
        r"(?i:week|weekend|month|year|spring|summer|autumn|fall|winter|decade|century|fortnight)\b"
        r"|\b(?i:at|over|during|on)\s+(?i:the\s+)weekend\b|\b(?i:the\s+)weekend['’]s\b",
    ),
    (
        "day",
        rf"{_EDGE}\b(?i:yesterday|today|tonight|tomorrow|last\s+night|last\s+evening|overnight"
        r"|this\s+(?:morning|afternoon|evening))\b",
    ),
    (
        "clock",
        r"\b(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]\.?m\b|[AP]\.M\.|[AP]\.?M\b)"
        r"|\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b(?:[01]\d|2[0-3])[0-5]\d\s+(?:GMT|UTC|hours|hrs|local)\b"
        r"|\b(?:[01]?\d|2[0-3])\.[0-5]\d\s+(?:local|GMT|UTC)\b",
    ),
    ("part", rf"(?:\b(?i:early|late|mid)[\s-]+)?\b{_PART}\b"),
    (
        "year",
        r"\b(?i:in|since|of|from|until|till|during|by|early|late|after|before|mid|between|and|back\s+in|year|the)"
        r"[\s-]+(?:19|20)\d\d\b",
    ),
)
#: without groups, so that the engine need not keep track of any while it looks
_FIND = pattern("|".join(f"(?:{expression})" for _, expression in _ATOMS))
_KINDS = tuple((kind, pattern(expression)) for kind, expression in _ATOMS)

MAX_ATOMS = 600

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?:st|nd|rd|th)?(?![\d:])")
_WORD = re.compile(r"[A-Za-z]+")
_SHORT = re.compile(r"\b(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$")
_PROPER = re.compile(r" [A-Z]")
#: 'a Christmas market', 'the Christmas truce'
_FESTIVE = re.compile(
    r"(?:['’]s?)?[ -](?:markets?|part(?:y|ies)|trees?|carols?|shopp\w+|lunch|dinner|mass|concerts?|lights?|songs?"
    r"|presents?|gifts?|cards?|decorations?|celebrations?|services?|gathering|holidays?|break|bazaar|fairs?|plays?|cake|parades?"
    r"|season|period|truce|message|island)\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(r"([A-Z][\w'’-]+)[ \t]+$")
#: what follows 'on the 19th' where that is a day
_OF_A_MONTH = re.compile(r"\s*(?:[,.;:)]|$|(?:at|in|near|by|and|when|as|while|after|before)\b)")
_FUNCTION = frozenset(
    """On Since Until From By In Early Late Between And To Of The Published Updated Posted Last Dated Issued Till After
    Before During This Through Around Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur
    Thurs Fri Sat Sun""".split()
)


#: 'shot down in the course of the night', 'bombed in the night': the night before the day of the report, as 'overnight'
_DURING = re.compile(
    r"\b(?:during|through(?:out)?|(?:in|over) the course of|(?<!late )(?<!later )(?<!early )in) the $", re.IGNORECASE
)
_OF_A_NIGHT = re.compile(r"\s+(?:of|to|from|between|into|before|that|when|on)\b|['’]s\b|-")
_DURING_CHARS = 24
#: 'it began on the 19th, a Tuesday': of a month that was told before, and not the last Tuesday
_OF_AN_NTH = re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th), an? $")


class Atom(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One time word or phrase as found: not yet a day."""

    kind: str
    start: int
    end: int
    text: str  #: lower case


def atoms(document: str) -> list[Atom]:
    """Every time word of the document in order. Linear in its length."""
    found: list[Atom] = []
    for match in _FIND.finditer(document):
        if len(found) >= MAX_ATOMS:
            break  # a calendar, not a report
        start, end = match.span()
        raw = document[start:end]
        kind = _kind(raw)
        lead = len(raw) - len(raw.lstrip())
        start += lead
        if kind in ("dm", "md", "my", "month") and not _is_month(document, start, kind):
            continue
        if kind == "month" and _SHORT.search(raw) and _PROPER.match(document, end):
            continue  # 'in Mar Elias Church'
        if kind == "feast" and raw.rstrip().endswith("Christmas") and _FESTIVE.match(document, end):
            continue
        if kind == "day" and raw.strip() == "Today" and _MONTH_BEFORE.search(document[max(0, start - 24) : start]):
            continue  # 'India Today', 'Russia Today'
        if kind == "day" and raw.strip() == "TODAY" and _is_a_programme(document[max(0, start - 12) : start].rstrip()):
            continue
        if kind == "weekday" and _OF_AN_NTH.search(document, max(0, start - 14), start):
            continue
        if kind == "nth" and _OF_A_MONTH.match(document, end) is None:
            continue  # 'on the 38th parallel'
        if kind == "ago" and "\n" in raw.strip():
            continue  # a title's end and a text's beginning
        if kind == "clock" and document[end : end + 1] == "-":
            continue  # '12:30-model'
        text = " ".join(document[start:end].lower().split())
        if (
            text == "night"
            and _DURING.search(document, max(0, start - _DURING_CHARS), start)
            and _OF_A_NIGHT.match(document, end) is None
        ):
            kind, text = "day", "overnight"
        found.append(Atom(kind=kind, start=start, end=end, text=text))
    return found


def _is_a_programme(before: str) -> bool:
    """Whether TODAY behind these words is a name, 'reports for TODAY', 'told USA TODAY', and no word of a line in
    capitals."""
    return before.endswith("USA") or not before.isupper()


@lru_cache(maxsize=4_000)
def _kind(found: str) -> str:
    """The first kind that fits the words found."""
    return next((kind for kind, expression in _KINDS if expression.fullmatch(found)), "")


def _is_month(document: str, start: int, kind: str) -> bool:
    """False for ships and people: 'Unaizah May 4', 'Theresa May'; and for figures: 'at 12 March Street'."""
    before = document[max(0, start - 24) : start]
    name = _MONTH_BEFORE.search(before)
    if (
        kind in ("md", "my")
        and document[start].isupper()
        and name
        and name.group(1) not in _FUNCTION
        and not name.group(1).isupper()
    ):
        return False
    if before.endswith(("-", "/", "#")) and kind == "dm":
        return False
    return not (kind == "dm" and before.endswith((".", ":")) and before[-2:-1].isdigit())


@lru_cache(maxsize=4_000)
def month_of(text: str) -> int | None:
    """The month named in an atom's text, if one is."""
    for word in _WORD.findall(text):
        if word in MONTHS:
            return MONTHS[word]
    return None


@lru_cache(maxsize=4_000)
def weekday_of(text: str) -> int | None:
    """0 for Monday .. 6 for Sunday, if a weekday is named."""
    for word in _WORD.findall(text):
        number = WEEKDAYS.get(word) if word in WEEKDAYS else WEEKDAYS.get(word.removesuffix("s"))
        if number is not None:
            return number
    return None


@lru_cache(maxsize=4_000)
def year_of(text: str) -> int | None:
    """The four-digit year in an atom's text, if there is one."""
    match = _YEAR.search(text)
    return int(match.group(1)) if match else None


def days_of(text: str) -> list[int]:
    """The day numbers beside a month: one, or two of a range."""
    return [number for number in (int(n) for n in _DAY.findall(_YEAR.sub(" ", text))) if 1 <= number <= 31][:2]


@lru_cache(maxsize=4_000)
def number_of(text: str) -> int | None:
    """The count in 'two days ago'; 3 for 'several'; None where none is given."""
    for word in re.findall(r"[a-z]+|\d+", text):
        if word.isdigit():
            return int(word)
        if word in NUMBERS:
            return NUMBERS[word]
    return None


#: part of the day -> local hours from, to (24 and more: the day after)
HOURS: tuple[tuple[str, float, float], ...] = (
    ("early hours", 0, 6),
    ("small hours", 0, 5),
    ("wee hours", 0, 5),
    ("dawn hours", 3, 7),
    ("early morning", 1, 8),
    ("late morning", 9, 12),
    ("morning", 4, 12),
    ("early afternoon", 12, 15),
    ("late afternoon", 15, 18.5),
    ("afternoon", 12, 18),
    ("early evening", 17, 20),
    ("late evening", 20, 24),
    ("evening", 17, 24),
    ("overnight", 20, 31),
    ("late night", 21, 28),
    ("night", 18, 30),
    ("tonight", 18, 30),
    ("predawn", 2, 7),
    ("pre-dawn", 2, 7),
    ("dawn", 3, 7.5),
    ("daybreak", 4, 8),
    ("sunrise", 4, 8),
    ("sunset", 16, 21),
    ("nightfall", 17, 22),
    ("dusk", 16, 22),
    ("midnight", 23, 25),
    ("midday", 11, 14),
    ("noon", 11, 13.5),
    ("early", 0, 9),
    ("late", 17, 24),
)


@lru_cache(maxsize=4_000)
def hours_of(text: str) -> tuple[float, float] | None:
    """Local hours of a part of the day named in the text ('late', 'at dawn'); the first that fits in the table."""
    for words, first, last in HOURS:
        if words in text:
            if words == "late" and re.search(r"\blate\b", text) is None:
                continue
            if words == "early" and re.search(r"\bearly\b", text) is None:
                continue
            return (first, last)
    return None


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])?\.?m?|(\d{4})")


@lru_cache(maxsize=4_000)
def clock_of(text: str) -> float | None:
    """The hour of a clock atom as a number 0..24: '6:30 p.m.' is 18.5."""
    four = re.match(r"(\d\d)(\d\d)\b", text)
    if four:
        return int(four.group(1)) + int(four.group(2)) / 60
    match = _CLOCK.match(text)
    if match is None or match.group(1) is None:
        return None
    hour = int(match.group(1)) + int(match.group(2) or 0) / 60
    half = match.group(3)
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour >= 12:
        hour -= 12
    return hour if 0 <= hour <= 24 else None
