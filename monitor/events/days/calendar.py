"""Calendar arithmetic: from one time word to the days it names.

A weekday is the day of publication where it is its own name, else the last one; a month and day the nearest between
330 days ago and 30 ahead that agrees with the weekday beside it; 'a day earlier' counts from the day last named.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Day
from datetime import timedelta

from monitor.events.days.timewords import Atom, days_of, month_of, number_of, weekday_of, year_of


def day_of(
    atom: Atom,
    base: Day | None,
    reference: Day | None,
    weekday: int | None,
    future: bool,
    after: str,
    late: bool,
) -> tuple[Day, Day | None, str] | None:
    """(first day, last day, precision) of one atom; None where it cannot be placed."""
    text = atom.text
    kind = atom.kind
    try:
        if kind == "iso":
            return Day.fromisoformat(text[:10]), None, "day"
        if kind == "numeric":
            return _numeric(text, base, future)
        if kind in ("dm", "md"):
            return _month_day(text, base, weekday)
        if kind in ("my", "month"):
            return _month(text, base, future)
        if kind == "year":
            year = year_of(text)
            return (Day(year, 1, 1), Day(year, 12, 31), "year") if year else None
        if base is None:
            return None
        if kind == "nth":
            return _nth(text, base, future, late)
        if kind == "feast":
            return _feast(text, base)
        if kind == "weekday":
            return _weekday(text, base, future, late)
        if kind == "day":
            return _named(text, base)
        if kind == "nights":
            back = -2 if "after" not in text else 2
            return base + timedelta(days=back), None, "day"
        if kind == "anaphor":
            return _anaphor(text, reference or base, after)
        if kind == "ago":
            return _ago(text, base, reference or base, after)
        return _span(text, base)
    except (ValueError, OverflowError):
        return None


def _numeric(text: str, base: Day | None, future: bool) -> tuple[Day, None, str] | None:
    """'10/09/2025': the nearer of its two readings, and one that has gone by before one to come."""
    a, b, year = (int(part) for part in re.split(r"[/.-]", text))
    options = []
    for day, month in ((a, b), (b, a)):
        try:
            options.append(Day(year, month, day))
        except ValueError:
            continue
    if not options:
        return None
    if base is None:
        return options[0], None, "day"
    gone = [day for day in options if (day - base).days <= 1 or future]
    return min(gone or options, key=lambda day: abs((base - day).days)), None, "day"


def _month_day(text: str, base: Day | None, weekday: int | None) -> tuple[Day, Day | None, str] | None:
    month, year, numbers = month_of(text), year_of(text), days_of(text)
    if month is None or not numbers:
        return None
    if year is None:
        if base is None:
            return None
        options = []
        for candidate in (base.year + 1, base.year, base.year - 1):
            try:
                options.append(Day(candidate, month, numbers[0]))
            except ValueError:
                continue
        options = [day for day in options if -330 <= (day - base).days <= 30] or options
        if not options:
            return None
        fitting = [day for day in options if weekday is None or day.weekday() == weekday]
        first = min(fitting or options, key=lambda day: abs((day - base).days))
    else:
        first = Day(year, month, numbers[0])
    last = None
    if len(numbers) == 2 and numbers[1] > numbers[0]:
        last = first.replace(day=numbers[1])
    return first, last, "day"


def _nth(text: str, base: Day, future: bool, late: bool) -> tuple[Day, None, str] | None:
    """'on the 19th': the last one there was, or the next one; 'of the 35th' is a regiment."""
    numbers = days_of(text)
    if not numbers:
        return None
    number = numbers[0]
    month = base.replace(day=1)
    if future and number < base.day:
        month = (month + timedelta(days=32)).replace(day=1)
    elif not future and number > base.day + late:
        month = (month - timedelta(days=1)).replace(day=1)
        if number > monthrange(month.year, month.month)[1]:  # 'on the 31st', told in March
            month = (month - timedelta(days=1)).replace(day=1)
    return month.replace(day=number), None, "day"


def _month(text: str, base: Day | None, future: bool) -> tuple[Day, Day, str] | None:
    month, year = month_of(text), year_of(text)
    if month is None:
        return None
    if year is None:
        if base is None:
            return None
        year = base.year
        if future and month < base.month:
            year += 1
        elif not future and month > base.month:
            year -= 1
        if "last" in text and (year, month) == (base.year, base.month):
            year -= 1
    first = Day(year, month, 1)
    final = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    if "early" in text:
        final = first.replace(day=10)
    elif "mid" in text:
        first, final = first.replace(day=10), first.replace(day=20)
    elif "late" in text:
        first = first.replace(day=20)
    return first, final, "month"


def _feast(text: str, base: Day) -> tuple[Day, None, str]:
    month, day = (12, 25) if "christmas" in text else (12, 26) if "boxing" in text else (1, 1)
    if "eve" in text.split():
        month, day = (12, 24) if "christmas" in text else (12, 31)
    options = [Day(year, month, day) for year in (base.year - 1, base.year, base.year + 1)]
    past = [option for option in options if (option - base).days <= 1]
    return max(past), None, "day"


def _weekday(text: str, base: Day, future: bool, late: bool) -> tuple[Day, None, str] | None:
    number = weekday_of(text)
    if number is None or text.startswith(("every", "each")) or re.search(r"days\b", text):
        return None
    ahead = (number - base.weekday()) % 7
    if text.startswith("next"):
        return base + timedelta(days=ahead or 7), None, "day"
    if future:
        return base + timedelta(days=ahead), None, "day"
    if text.endswith("week"):
        return base - timedelta(days=base.weekday() + 7 - number), None, "day"
    gone = re.search(r"\b(?:last|previous)\b", text) is not None
    if ahead == 1 and late and not gone:
        return base + timedelta(days=1), None, "day"
    back = (base.weekday() - number) % 7
    if back == 0 and gone:
        back = 7
    return base - timedelta(days=back), None, "day"


def _named(text: str, base: Day) -> tuple[Day, Day | None, str]:
    if "yesterday" in text:
        return base - timedelta(days=1), None, "day"
    if "last night" in text or "last evening" in text:
        return base - timedelta(days=1), None, "day"
    if "overnight" in text:
        return base - timedelta(days=1), base, "day"
    if "tomorrow" in text:
        return base + timedelta(days=1), None, "day"
    return base, None, "day"


_DETERMINER = re.compile(r"\s+(?:the|a|an|his|her|its|their|our|that|[A-Z])")


def before_what(text: str, after: str) -> bool:
    """True for 'the night before the raid', which may be that night, and for 'the night before a missile struck'."""
    return text.endswith("before") and _DETERMINER.match(after) is not None


def _anaphor(text: str, reference: Day, after: str) -> tuple[Day, Day | None, str] | None:
    if re.search(r"\b(?:week|month|year)\b", text):
        return None
    if (
        text.endswith((" after", " before", " prior"))
        and (text.startswith(("a ", "one ")) or not text.endswith("before"))
        and not re.match(r"\s*[,.;:)]", after)
    ):
        # 'a day after the raid': the raid lies a day before
        return (reference - timedelta(days=1), None, "day") if text.endswith(" after") else None
    shift = 0
    if re.search(r"previous|preceding|prior|before|(?:day|night|evening|morning|afternoon) earlier", text):
        shift = -1
    elif re.search(r"next|following|(?:day|night|evening|morning|afternoon) later|\bafter\b", text):
        shift = 1
    return reference + timedelta(days=shift), None, "day"


def _ago(text: str, base: Day, reference: Day, after: str) -> tuple[Day, Day | None, str] | None:
    count = number_of(text)
    unit = next((u for u in ("minute", "hour", "day", "night", "week", "month", "year", "decade") if u in text), None)
    if unit is None:
        return None
    clause = text.endswith((" after", " before", " prior")) and not re.match(r"\s*[,.;:)]", after)
    if clause and unit in ("minute", "hour"):
        return base, None, "day"  # 'hours after the raid': the report is of the same day
    if clause and text.endswith(" after") and count is not None and unit in ("day", "night"):
        return reference - timedelta(days=count), None, "day"
    if clause:
        return None
    origin = base if text.endswith(("ago", "back")) else reference
    forward = text.endswith(("later", "after"))
    if count is None:
        if unit in ("minute", "hour"):
            return origin, None, "day"
        if unit == "day" and not forward:
            return origin - timedelta(days=6), origin - timedelta(days=2), "week"
        return None
    sign = 1 if forward else -1
    if unit in ("minute", "hour"):
        if count <= 12 or unit == "minute":
            return origin, None, "day"
        return origin + timedelta(days=sign * round(count / 24)), None, "day"
    if unit in ("day", "night"):
        return origin + timedelta(days=sign * count), None, "day" if count <= 10 else "week"
    if unit == "week":
        middle = origin + timedelta(days=sign * 7 * count)
        if count == 1:
            return middle, None, "week"  # 'a week ago' is more often the very day than any other
        return middle - timedelta(days=3), middle + timedelta(days=3), "week"
    if unit == "month":
        middle = origin + timedelta(days=round(sign * 30.4 * count))
        return middle - timedelta(days=15), middle + timedelta(days=15), "month"
    years = count * (10 if unit == "decade" else 1)
    year = origin.year + sign * years
    return Day(year, 1, 1), Day(year, 12, 31), "year"


def _span(text: str, base: Day) -> tuple[Day, Day | None, str] | None:
    count = number_of(text)
    monday = base - timedelta(days=base.weekday())
    if "hours" in text or re.search(r"\b(?:24|48|72)\b", text):
        days = max(1, round((count or 24) / 24))
        return base - timedelta(days=days), base, "day"
    if re.search(r"\b(?:days|nights)\b", text):
        if re.search(r"coming", text):
            return None
        return base - timedelta(days=count or 5), base, "week"
    if "weekend" in text:
        saturday = monday - timedelta(days=2) if base.weekday() < 5 else monday + timedelta(days=5)
        return saturday, saturday + timedelta(days=1), "week"
    if "next" in text or "coming" in text:
        return None
    if re.search(r"\bweek\b|fortnight", text):
        if "this" in text:
            return monday, base, "week"
        if "past" in text:
            return base - timedelta(days=7), base, "week"
        return monday - timedelta(days=7), monday - timedelta(days=1), "week"
    if "weeks" in text:
        return base - timedelta(days=7 * (count or 4)), base, "month"
    if re.search(r"\bmonth\b", text):
        first = base.replace(day=1)
        if "this" in text:
            return first, base, "month"
        final = first - timedelta(days=1)
        return final.replace(day=20 if "late" in text else 1), final, "month"
    if "months" in text:
        return base - timedelta(days=31 * (count or 4)), base, "month"
    if re.search(r"\byear\b", text):
        if "this" in text:
            return Day(base.year, 1, 1), base, "year"
        return Day(base.year - 1, 1, 1), Day(base.year - 1, 12, 31), "year"
    seasons = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
    for season, month in seasons.items():
        if season in text:
            first = Day(base.year, month, 1)
            if first > base or ("last" in text and (base - first).days < 90):
                first = Day(base.year - 1, month, 1)
            return first, first + timedelta(days=91), "month"
    years = (count or 3) * (10 if "decade" in text else 1)
    return Day(max(1, base.year - years), 1, 1), base, "year"
