"""Dates as feeds and documents give them → aware UTC, or None. Never a guess, never from the clock.

A date is kept only between 1990 and a day from now: anything else would pin itself to the top of every list, or crash
the next reader of it. Month 13 is no date; feedparser would make it January of the year after.
"""

from __future__ import annotations

import email.utils
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from time import struct_time

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
SLACK = timedelta(hours=24)

_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*$",
    re.IGNORECASE,
)
_BASIC = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?\s*$", re.IGNORECASE)
_SLASHED = re.compile(
    r"^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(Z|UTC|GMT)?\s*$"
)
_DOTTED = re.compile(
    r"^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(Z|UTC|GMT)?\s*$"
)
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
#: as people write it: 14 June 2025, June 14th, 2025 at 10:30 pm; with or without the weekday
_WRITTEN = re.compile(
    rf"^\s*(?:[a-z]{{3,9}},?\s+)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}|{_MONTH}\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"\.?,?[\s-]+(?P<year>\d{4})(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap])?\.?(?:m\.?)?)?\s*(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_EPOCH = re.compile(r"^\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*$")
_LIKE_ISO = re.compile(r"^\s*\d{4}-\d")

Found = tuple[datetime | None, str]  #: the moment and its precision: minute | day | unknown
NOTHING: Found = (None, "unknown")


def read_date(value: object, now: datetime, parsed: struct_time | None = None) -> Found:
    """The moment written in `value`, with its precision; (None, 'unknown') where it says none or an impossible one.

    A time without zone counts as UTC. `parsed` is feedparser's reading, used for forms that are not known here.
    """
    if isinstance(value, bool) or value is None:
        return NOTHING
    if isinstance(value, datetime):
        return within(value if value.tzinfo else value.replace(tzinfo=UTC), "minute", now)
    if isinstance(value, int | float):
        return _epoch(float(value), now)
    text = str(value)[:100]
    if match := _EPOCH.match(text):
        return _epoch(float(match[1]), now)
    if match := _ISO.match(text) or _BASIC.match(text):
        return _from_parts(match.groups(), now)
    if match := _SLASHED.match(text):
        return _from_parts(match.groups(), now)
    if match := _DOTTED.match(text):
        day, month, year, *rest = match.groups()
        return _from_parts((year, month, day, *rest), now)
    if match := _WRITTEN.match(text):
        return _written(match, now)
    if _LIKE_ISO.match(text):
        return NOTHING
    try:
        moment = email.utils.parsedate_to_datetime(text)
        clock = ":" in text
        return within(moment if moment.tzinfo else moment.replace(tzinfo=UTC), "minute" if clock else "day", now)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if parsed is not None:
        try:
            return within(datetime(*parsed[:6], tzinfo=UTC), "minute" if ":" in text else "day", now)
        except (ValueError, TypeError, OverflowError):
            return NOTHING
    return NOTHING


def newest(dates: Sequence[datetime | None], limit: int) -> list[int]:
    """Which `limit` entries of a long feed to take, in its order: the newest; of those without a date, which may be up
    to half of them or what the others leave, the ones at both ends."""
    if len(dates) <= limit:
        return list(range(len(dates)))
    if len({*dates}) == 1:  # it tells nothing apart
        dates = [None] * len(dates)
    undated = [n for n, date in enumerate(dates) if date is None]
    dated = sorted(((date, -n) for n, date in enumerate(dates) if date is not None), reverse=True)
    room = min(len(undated), max(limit // 2, limit - len(dated)))
    ends = undated[: room - room // 2] + undated[len(undated) - room // 2 :]
    return sorted([*ends, *(-n for _, n in dated[: limit - room])])


def within(moment: datetime, precision: str, now: datetime) -> Found:
    """The moment if it is one that news can have."""
    try:
        moment = moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return NOTHING
    return (moment, precision) if EARLIEST <= moment <= now + SLACK else NOTHING


def _epoch(seconds: float, now: datetime) -> Found:
    try:
        return within(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, tz=UTC), "minute", now)
    except (OverflowError, ValueError, OSError):
        return NOTHING


def _written(match: re.Match[str], now: datetime) -> Found:
    hour, half = match["hour"], (match["half"] or "").lower()
    if half and hour is not None:
        if not 1 <= int(hour) <= 12:
            return NOTHING
        hour = str(int(hour) % 12 + (12 if half == "p" else 0))
    month = str(_MONTHS.index((match[2] or match[3]).lower()) + 1)
    day = match["d1"] or match["d2"]
    return _from_parts((match["year"], month, day, hour, match["minute"], match["second"], match["zone"]), now)


def _from_parts(groups: Sequence[str | None], now: datetime) -> Found:
    year, month, day = (int(part or 0) for part in groups[:3])
    hour, minute, second = (int(part or 0) for part in groups[3:6])
    zone = groups[6]
    extra = timedelta(0)
    if (hour, minute, second) == (24, 0, 0):  # midnight at the end of the day, legal in ISO 8601
        hour, extra = 0, timedelta(days=1)
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC) + extra - _offset(zone)
    except (ValueError, OverflowError):
        return NOTHING
    return within(moment, "minute" if groups[3] else "day", now)


def _offset(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta(0)
    digits = zone[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0))
    return -offset if zone[0] == "-" else offset
