"""How busy a region is, against its own usual."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from monitor.alerts.trends import spark, trends

DAY = Day(2024, 5, 14)


def opened(country: str, per_day: dict[int, int]) -> tuple[tuple[str, str], ...]:
    """Incidents of a country, so many on each day before today."""
    return tuple(
        ((DAY - timedelta(days=back)).isoformat(), country) for back, count in per_day.items() for _ in range(count)
    )


def test_a_region_is_measured_against_its_own_usual() -> None:
    """Ten where two are usual is well above; two where two are usual is not."""
    busy = trends(opened("UA", {0: 6, 1: 4} | dict.fromkeys(range(2, 90), 1)), today=DAY)[0]
    calm = trends(opened("UA", {0: 1, 1: 1} | dict.fromkeys(range(2, 90), 1)), today=DAY)[0]

    assert (busy.count, busy.usual, busy.word) == (10, 2.0, "well above its usual")
    assert calm.word == "as usual"


def test_a_young_database_has_no_usual() -> None:
    """Three days of history are no baseline, whatever old articles tell of."""
    (trend,) = trends(opened("UA", {0: 4, 1: 1, 3: 1}), today=DAY)
    assert (trend.word, trend.usual) == ("", 0.0)
    old = opened("UA", {0: 4, 1: 1, 60: 1})  # a new database that read of something old
    (trend,) = trends(old, today=DAY, known_since=DAY - timedelta(days=2))
    assert trend.word == ""


def test_a_sparkline_tells_none_from_few() -> None:
    """An empty day is a dot."""
    assert spark([0, 1, 4, 8]) == "·▁▄█"
    assert spark([0, 0]) == "··"
