from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from monitor.store import Store, trends

from .conftest import NOW, an_event, an_incident, keep


def fill(store: Store, days: int, *, a_day: int = 2, severity: float = 6.0) -> None:
    """So many incidents on each of the last days, each read when it happened."""
    for n in range(days * a_day):
        at = NOW - timedelta(days=n // a_day, hours=1)
        add(store, n, at, at, severity)


def add(store: Store, n: int, read: datetime, first: datetime, severity: float = 6.0) -> None:
    article, event = an_event(n)
    keep(store, article, an_incident(n, event, first_report=first, last_change=read, severity=severity))
    store.execute("UPDATE article SET received = ? WHERE id = ?", (read.isoformat(), article.id))


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    store = Store(tmp_path / "trends.db")
    store.migrate()
    return store


def test_a_young_store_calls_nothing_usual(empty: Store) -> None:
    """A first day is no burst against a usual of nought, and no country is at thirty times its index."""
    fill(empty, 2)

    assert trends.usual_day(empty, NOW) is None
    assert [row[2] for row in trends.by_type(empty, NOW)] == [None]
    index = trends.indexes(empty, NOW)["UA"]
    assert (index.value, index.week, index.bursts) == (None, 4, ())


def test_what_happened_long_before_the_first_reading_is_no_history(empty: Store) -> None:
    """An article of last winter, read today, does not make the store a winter old."""
    add(empty, 1, NOW, NOW - timedelta(days=80))

    assert trends.days_known(empty, NOW) == 0
    assert trends.usual_day(empty, NOW) is None


def test_the_usual_is_the_mean_of_the_days_that_were_read(empty: Store) -> None:
    """Twenty days of two incidents each: the usual is two, though ninety days could be looked at."""
    fill(empty, 21)

    assert trends.usual_day(empty, NOW) == pytest.approx(2.0, abs=0.15)
    ((_, now, usual),) = trends.by_type(empty, NOW)
    assert now == 2
    assert usual == pytest.approx(2.0, abs=0.15)
    index = trends.indexes(empty, NOW)["UA"]
    assert index.value == pytest.approx(100, abs=8)
    assert index.usual_week == pytest.approx(14, abs=1.2)


def test_a_week_of_more_and_worse_raises_the_index_and_marks_the_day(empty: Store) -> None:
    """The index weighs severity; a day far above the mean is a burst."""
    fill(empty, 40, a_day=1, severity=4.0)
    for n in range(100, 112):
        add(empty, n, NOW - timedelta(hours=2), NOW - timedelta(hours=2), 9.0)

    index = trends.indexes(empty, NOW, "UA")["UA"]
    assert index.value is not None
    assert index.value > 400
    assert index.bursts == (NOW.date().isoformat(),)
    seen = trends.today(empty, NOW, 1.0)
    assert (seen.incidents, seen.severe) == (13, 12)
    assert seen.worst is not None
    assert seen.worst[2] == 9.0


def test_a_country_nobody_wrote_about_has_an_index_all_the_same(empty: Store) -> None:
    """Its page opens, and is quiet."""
    fill(empty, 30)

    index = trends.indexes(empty, NOW, "FI")["FI"]
    assert (index.week, index.value) == (0, 100.0)
