"""One time expression: which words make it together, its hours, and the night that it may mean."""

from __future__ import annotations

import re
from datetime import date as Day
from datetime import timedelta

import msgspec

from monitor.events.days.calendar import before_what
from monitor.events.days.timewords import Atom, clock_of, hours_of
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence

HOUR_KINDS = frozenset({"clock", "part"})
DAY_KINDS = frozenset({"iso", "numeric", "dm", "md", "nth", "feast", "weekday", "nights", "anaphor", "ago", "day"})


class Expression(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One expression as it stands in its sentence."""

    group: list[Atom]
    start: int
    end: int
    index: int  #: of the sentence
    sentence: Sentence | None
    lead: str  #: what stands before it
    words: list[str]  #: the last of them
    text: str
    low: str
    possessive: bool  #: 'Monday's'


#: first and last day, how finely they are told, and the hours
When = tuple[Day, Day | None, str, tuple[float, float] | None]
_FILLER = re.compile(
    r"[\s,(\-–—/]*(?:(?:on|of|at|in|the|around|about|approximately|roughly|shortly|just|after|before|local|time|"
    r"early|late|this|by|a|little|past|"
    r"[A-Z]\w+ time|GMT|UTC)\b[\s,()]*){0,5}$"
)
_PLAIN = re.compile(r"[\s,(\-–—/]*(?:the\s+)?$")
_RANGE = pattern(
    r"[\s,]*(?:and|to|into|until|till|through|-|–|and into|or|running into)[\s,]*(?:on\s+|early\s+|the\s+)?$"
)


def joins(before: list[Atom], atom: Atom, gap: str) -> bool:
    old = {a.kind for a in before}
    if before[-1].text == "overnight":
        old = old - {"day"} | {"part"}
    has_day = bool(old & DAY_KINDS)
    if atom.kind in HOUR_KINDS:
        if atom.kind == "clock" and "clock" in old:
            return False
        return _FILLER.match(gap) is not None and "\n" not in gap
    if atom.kind not in DAY_KINDS:
        return False
    if not has_day and "," in gap and atom.text.endswith((" after", " before")):
        return False  # 'at 1 p.m., a day after the raid': the hour is of another day
    if not has_day:
        return (
            _FILLER.match(gap) is not None
            or re.match(r"\s*(?:of|on|to|from|between|into|in)?\s*(?:the\s+)?$", gap) is not None
        ) and "\n" not in gap
    if (
        {atom.kind} | old <= {"weekday", "dm", "md", "part", "clock", "iso", "numeric"}
        and ((atom.kind == "weekday") != ("weekday" in old))
        and _PLAIN.match(gap)
    ):
        return True
    return (
        _RANGE.match(gap) is not None
        and old <= {"weekday", "dm", "md", "part", "clock"}
        and atom.kind in ("weekday", "dm", "md")
    )


def hours_told(group: list[Atom], document: str) -> tuple[tuple[float, float] | None, str, bool]:
    """(local hours, precision, given in GMT) of the hour words in a group; the clock beats the part of the day."""
    part: tuple[float, float] | None = None
    for atom in group:
        if atom.kind == "clock":
            hour = clock_of(atom.text)
            if hour is not None:
                tail = document[atom.end : atom.end + 12]
                utc = re.match(r"\s*\(?(?:GMT|UTC|Z\b)", tail) is not None or atom.text.endswith(("gmt", "utc"))
                return (hour, hour + 0.5), "hour", utc
        part = part or hours_of(atom.text)
    if part is None:
        return None, "day", False
    return part, "night" if part[1] > 24 else "hour" if part[1] - part[0] <= 5 else "day", False


_ALONE = pattern(
    r"\b(?:at|in the|during the|around|about|before|shortly after|after|near|past|by)\s+(?:the\s+)?$", ignore_case=True
)


def stands_alone(group: list[Atom], document: str) -> bool:
    """True for 'at dawn', 'in the early hours', '6.12am'; False for 'night vision', 'evening news'."""
    if any(
        atom.kind == "clock" and atom.text.rstrip(".").endswith(("m", "gmt", "utc", "local", "hours", "hrs"))
        for atom in group
    ):
        return True
    start = group[0].start
    return _ALONE.search(document[max(0, start - 24) : start]) is not None


def nights(
    told: Expression, days: list[tuple[Day, Day | None, str]], hours: tuple[float, float] | None, precision: str
) -> When:
    """The days as one span, and the night that hours or the words before make of it: 'in the night to Sunday'."""
    first, last, grain = _span(days)
    if grain == "day" and hours is not None:
        return _by_night(told, first, last, hours, precision, single=len(days) == 1)
    if last is None and re.search(r"\bnight (?:to|into)\s*$", told.lead + " "):
        return first - timedelta(days=1), first, grain, hours
    return first, last, grain, hours


def _span(days: list[tuple[Day, Day | None, str]]) -> tuple[Day, Day | None, str]:
    first, last, grain = days[0]
    for other, other_last, _ in days[1:]:
        if other > first:
            last = other_last or other
        elif other < first:
            first, last = other, first
    return first, last, grain


def _by_night(
    told: Expression, first: Day, last: Day | None, hours: tuple[float, float], precision: str, *, single: bool
) -> When:
    """'In the night between Saturday and Sunday, at 1:30 a.m.', 'the night to Sunday', 'overnight on Monday'."""
    if last is not None:
        clock = any(atom.kind == "clock" for atom in told.group)
        if (last - first).days != 1 or (clock and hours[0] >= 12):
            return first, last, precision, hours
        return (last, None, precision, hours) if clock else (first, last, "night", (18.0, 32.0))
    if single and re.search(r"(?<!over)\bnight (?:to|into) ", told.low):
        return first - timedelta(days=1), first, "night", (18.0, 32.0)
    if "overnight" not in told.low:
        return first, None, precision, hours
    if re.search(r"overnight (?:on|to|into) |(?:in|during) the night (?:to|into|before) ", told.low):
        return first - timedelta(days=1), first, precision, (20.0, 31.0)
    return first, first + timedelta(days=1), precision, (20.0, 31.0)


_BOUNDS = ("since ", "until ", "till ", "by ", "from ", "before ", "after ", "through ")


def is_since(told: Expression) -> bool:
    """'Since Monday', 'until Friday': a beginning or an end."""
    if not told.possessive and told.low.startswith(_BOUNDS):
        return True
    return bool(told.words) and told.words[-1].lower() in ("since", "until", "till")


def is_loose(told: Expression, after: str) -> bool:
    """'In recent weeks', 'hours after the raid': says little."""
    spans = any(atom.kind == "span" for atom in told.group)
    if spans and re.search(r"recent|coming|months|years|weeks", told.low) is not None:
        return True
    return told.group[0].kind == "anaphor" and before_what(told.low, after)
