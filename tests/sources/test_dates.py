"""Dates as they are written, and what is never a date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from dateparser.data import date_translation_data
from hypothesis import given
from hypothesis import strategies as st

from monitor.sources.dates import EARLIEST, SLACK, read_date
from monitor.sources.feeds import Feed, parse_feed
from tests.faults.feeds import entry, rss

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected", "precision"),
    [
        ("2026-03-01T10:30:00Z", (2026, 3, 1, 10, 30), "minute"),
        ("2026-03-01T10:30:00.123+02:00", (2026, 3, 1, 8, 30), "minute"),
        ("2026-03-01 10:30", (2026, 3, 1, 10, 30), "minute"),
        ("2026-03-01T10:30-0500", (2026, 3, 1, 15, 30), "minute"),
        ("2026-03-01", (2026, 3, 1, 0, 0), "day"),
        ("20260301", (2026, 3, 1, 0, 0), "day"),
        ("20260301T103000Z", (2026, 3, 1, 10, 30), "minute"),
        ("2026-03-01T24:00:00Z", (2026, 3, 2, 0, 0), "minute"),
        ("Sun, 01 Mar 2026 10:30:00 GMT", (2026, 3, 1, 10, 30), "minute"),
        ("Sun, 1 Mar 26 10:30 EST", (2026, 3, 1, 15, 30), "minute"),
        ("01 Mar 2026 10:30:00 +0300", (2026, 3, 1, 7, 30), "minute"),
        ("1772361000", (2026, 3, 1, 10, 30), "minute"),
        ("1772361000000", (2026, 3, 1, 10, 30), "minute"),
        ("1 March 2026", (2026, 3, 1, 0, 0), "day"),
        ("March 1st, 2026", (2026, 3, 1, 0, 0), "day"),
        ("Sunday, March 1, 2026 at 10:30 PM", (2026, 3, 1, 22, 30), "minute"),
        ("Sun, 1 March 2026 12:05 a.m.", (2026, 3, 1, 0, 5), "minute"),
        ("01-Mar-2026", (2026, 3, 1, 0, 0), "day"),
        ("01.03.2026 10:30", (2026, 3, 1, 10, 30), "minute"),
        ("2026/03/01", (2026, 3, 1, 0, 0), "day"),
        (1772361000, (2026, 3, 1, 10, 30), "minute"),
        ("2026-03-03T11:59:00Z", (2026, 3, 3, 11, 59), "minute"),
    ],
)
def test_what_is_a_date(written: object, expected: tuple[int, ...], precision: str) -> None:
    """F38: the usual forms, with and without a time of day."""
    assert read_date(written, NOW) == (datetime(*expected, tzinfo=UTC), precision)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    "written",
    """2024-13-45|2026-02-30|0001-01-01|9999-12-31T23:59:59-14:00|2026-03-03T12:01:00Z|2099-01-01|1989-12-31|10000-01-01
|1504|now|32 Foo 2026|Sun, 99 Mar 2026 10:00:00 GMT|2026-03-01T25:00:00Z|2026-03-01T10:61:00Z|-1|0|99999999999999
|2026-3
|March 32, 2026|1 March 2026 13:30 pm|40.13.2026|2026/13/01|٢٠٢٦-٠٣-٠١T
|nan|1e400|Mon, 01 Jan 0001 00:00:00 +2400""".split("|"),
)
def test_what_is_none(written: str) -> None:
    """F38, P12: impossible, far off or no date at all: unknown, and never a guess from the clock."""
    moment, precision = read_date(written.strip("\n"), NOW)

    assert moment is None or EARLIEST <= moment <= NOW + SLACK
    if written.strip() not in {"٢٠٢٦-٠٣-٠١T"}:
        assert (moment, precision) == (None, "unknown")


def _local() -> list[str]:
    """Dates in the names of months and days of two hundred languages."""
    found: list[str] = []
    folder = Path(date_translation_data.__file__).parent
    months = "january february march april may june july august september october november december".split()
    for path in sorted(folder.glob("*.py")):
        if path.stem == "__init__":
            continue
        info = import_module(f"{date_translation_data.__name__}.{path.stem}").info
        for number, month in enumerate(months, 1):
            for name in info.get(month, [])[:2]:
                found += [f"{number} {name} 2026", f"{name} {number}, 2099 10:30"]
        found += [f"{name}, 01 Mar 2026 10:30:00" for day in ("sunday", "friday") for name in info.get(day, [])[:2]]
    return found


def test_names_of_all_languages_are_dates_or_none() -> None:
    """F38, P12: more than 3,772 forms, alone and in a feed: no exception, and nothing from the future."""
    forms = _local()

    read = [read_date(form, NOW)[0] for form in forms]

    assert len(forms) >= 3_772
    assert all(moment is None or EARLIEST <= moment <= NOW + SLACK for moment in read)
    assert sum(1 for moment in read if moment) > 100
    for begin in range(0, len(forms), 2_000):
        entries = [entry(n, date=escape(form)) for n, form in enumerate(forms[begin : begin + 2_000])]
        got = parse_feed(rss(entries).encode(), url="https://news.example/feed", now=NOW)
        assert isinstance(got, Feed)
        assert len(got.drafts) == len(entries)
        assert all(each.published is None or EARLIEST <= each.published <= NOW + SLACK for each in got.drafts)


@pytest.mark.parametrize("value", [None, True, [], {}, object(), float("nan"), float("inf"), -5, b"2026-03-01"])
def test_other_values_are_none(value: object) -> None:
    """Whatever a JSON file holds under 'date'."""
    assert read_date(value, NOW) == (None, "unknown")


@given(st.one_of(st.text(max_size=60), st.integers(), st.floats(), st.datetimes()))
def test_every_answer_lies_within_bounds(value: object) -> None:
    """P12: no input raises, and nothing leaves that could poison an order."""
    moment, precision = read_date(value, NOW)

    assert (moment is None) == (precision == "unknown")
    assert moment is None or EARLIEST <= moment <= NOW + timedelta(hours=24)
