"""When a text was published, from what the text itself says. No clock: the latest day it can be is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

#: abbreviations of zones that news pages print beside the hour, in minutes from UTC. IST is taken as India's, whose
#: outlets print it; Israel's and Ireland's do not.
ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180,
    "ast": 180, "irst": 210, "gst": 240, "pkt": 300, "ist": 330, "wib": 420, "sgt": 480, "hkt": 480, "pht": 480,
    "cst": -360, "est": -300, "edt": -240, "et": -300, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660,
}  # fmt: skip

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))

_FULL = re.compile(
    rf"""(?ix)
    (?<![\w-])
    (?: (?P<y1>(?:19|20)\d\d) [-/.] (?P<m1>\d{{1,2}}) [-/.] (?P<d1>\d{{1,2}})
      | (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? [\s.-]{{0,2}} (?P<m2>{_MONTH}) \.? [\s,-]{{0,2}} (?P<y2>(?:19|20)\d\d)
      | (?P<m3>{_MONTH}) \.? \s (?P<d3>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s (?P<y3>(?:19|20)\d\d)
      | (?P<a4>\d{{1,2}}) [-/.] (?P<b4>\d{{1,2}}) [-/.] (?P<y4>(?:19|20)\d\d)
    )
    (?!\d)"""
)
_TIME = re.compile(
    rf"""(?ix)
    (?<![\d:.\w-]) (?P<hour>[01]?\d|2[0-3]) [:.h] (?P<minute>[0-5]\d) (?: :[0-5]\d (?:\.\d{{1,6}})? )?
    \s? (?P<half>[ap]\.?m\b\.?)?
    \s? (?: \(? (?P<zone>{_ZONE})\b \)? | (?P<offset>[+-]\d\d:?\d\d) )?
    (?![\d/-])"""
)
_ISO = re.compile(r"\b((?:19|20)\d\d-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?")
_DIGIT = re.compile(r"\d")
_DAY_MONTH = re.compile(
    rf"""(?ix)
    \b (?P<weekday>{_WEEKDAY}) \b [,.]? \s (?:the\s)?
    (?: (?P<d1>\d{{1,2}}) (?:st|nd|rd|th)? \s (?:of\s)? (?P<m1>{_MONTH}) \b
      | (?P<m2>{_MONTH}) \.? \s (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? \b )
    (?! ,? \s (?:19|20)\d\d )"""
)
_DATELINE = re.compile(
    rf"""(?x)
    ^ [^\n]{{0,40}}? [A-Z][\w.'’\- /]{{2,40}}? [,–—-] \s? (?P<month>(?i:{_MONTH})) \.? \s (?P<day>\d{{1,2}}) (?! [\d:] )
    (?: ,? \s (?P<year>20\d\d) )? \s? (?: [(:–—./-] )"""
)
_SAYING = re.compile(
    r"(?i)\b(?:said|says|told|confirmed|announced|reported|speaking|spoke|stated|statement|declared|according)\b"
)
_PUBLISHED = re.compile(r"(?i)\b(?:published|posted|created|issued|publication date|publish on)\b")
_UPDATED = re.compile(r"(?i)\b(?:updated|modified|last update|edited)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A moment a text gives. `precision` is 'minute' only where the hour and its zone are both said."""

    at: datetime
    precision: str
    start: int = 0  #: where in the line it begins and ends
    end: int = 0


def stamps(line: str) -> Iterator[Stamp]:
    """Every full date in `line`, with the time that stands beside it."""
    if not _DIGIT.search(line):
        return
    iso = _ISO.search(line)
    if iso and (at := parse(iso.group())):
        yield Stamp(at=at, precision="minute" if iso.group(3) else "day", start=iso.start(), end=iso.end())
        return
    times = list(_TIME.finditer(line))
    for found in _FULL.finditer(line):
        day = _day(found)
        if day is None:
            continue
        start, end = found.span()
        near = [t for t in times if 0 <= t.start() - end <= 14 or 0 <= start - t.end() <= 14]
        if not near:
            yield Stamp(at=_midnight(day), precision="day", start=start, end=end)
            continue
        time = near[0]
        yield _with_time(day, time, min(start, time.start()), max(end, time.end()))


def parse(value: str) -> datetime | None:
    """An ISO 8601 moment or day in UTC; None where `value` is neither. A moment without a zone is taken as UTC."""
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    try:
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except OverflowError:
        return None


def of_lines(lines: Iterable[str], *, latest: datetime) -> Stamp | None:
    """The publication time a page prints in a line of its own: 'Published ...' before others before 'Updated ...'."""
    ranked: list[tuple[int, Stamp]] = []
    for line in lines:
        for stamp in stamps(line):
            if not plausible(stamp.at, latest=latest):
                continue
            before = line[: stamp.start]
            rank = 0 if _PUBLISHED.search(before) else 2 if _UPDATED.search(before) else 1
            ranked.append((rank, stamp))
    return min(ranked, key=lambda pair: (pair[0], pair[1].precision != "minute"))[1] if ranked else None


def of_text(text: str, *, latest: datetime) -> Stamp | None:
    """The day of a report that its first paragraphs give away: by a dateline, or in 'said on Sunday, June 15'."""
    head = text[:2_500]
    if (found := _DATELINE.search(head[:200])) and (day := _dateline_day(found, latest)):
        return Stamp(at=_midnight(day), precision="day")
    said: list[date] = []
    told: list[date] = []
    for found in _DAY_MONTH.finditer(head):
        day = _year_of(found, latest)
        if day is None:
            continue
        told.append(day)
        if _SAYING.search(head, max(0, found.start() - 60), found.start()):
            said.append(day)
    days = said or told
    return Stamp(at=_midnight(max(days)), precision="day") if days else None


def plausible(at: datetime, *, latest: datetime) -> bool:
    """Whether a report may have been published then: after 1990, and not more than a day after it was received."""
    return at.year >= 1990 and at <= latest + timedelta(days=1)


def _with_time(day: date, time: re.Match[str], start: int, end: int) -> Stamp:
    hour, minute = int(time["hour"]), int(time["minute"])
    half = (time["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    if time["offset"]:
        sign = -1 if time["offset"].startswith("-") else 1
        digits = time["offset"][1:].replace(":", "")
        at -= sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    elif time["zone"]:
        at -= timedelta(minutes=ZONES[time["zone"].lower()])
    else:
        return Stamp(at=at, precision="day", start=start, end=end)
    return Stamp(at=at, precision="minute", start=start, end=end)


def _day(found: re.Match[str]) -> date | None:
    if found["y1"]:
        return _date(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    if found["y2"]:
        return _date(int(found["y2"]), MONTHS[found["m2"].lower()], int(found["d2"]))
    if found["y3"]:
        return _date(int(found["y3"]), MONTHS[found["m3"].lower()], int(found["d3"]))
    first, second, year = int(found["a4"]), int(found["b4"]), int(found["y4"])
    # 05/06/2024 may be either; only a day above twelve, or both alike, says which.
    if first > 12:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    return _date(year, first, second) if first == second else None


def _year_of(found: re.Match[str], latest: datetime) -> date | None:
    """The last year in which that day of the month fell on that weekday: at most eleven years back."""
    month = MONTHS[(found["m1"] or found["m2"]).lower()]
    number = int(found["d1"] or found["d2"])
    weekday = WEEKDAYS[found["weekday"].lower()]
    limit = (latest + timedelta(days=1)).date()
    for year in range(limit.year, limit.year - 12, -1):
        day = _date(year, month, number)
        if day and day <= limit and day.weekday() == weekday:
            return day
    return None


def _dateline_day(found: re.Match[str], latest: datetime) -> date | None:
    month, number = MONTHS[found["month"].lower()], int(found["day"])
    if found["year"]:
        return _date(int(found["year"]), month, number)
    # Without year or weekday only nearness speaks; two weeks is where that stops being an argument.
    limit = (latest + timedelta(days=1)).date()
    for year in (limit.year, limit.year - 1):
        day = _date(year, month, number)
        if day and timedelta(0) <= limit - day <= timedelta(days=14):
            return day
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
