"""F58, P15: local times over clock changes, missing hours and missing days."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from datetime import date as Day
from zoneinfo import ZoneInfo

import pytest

from monitor.alerts.schedule import latest_due, moment

ZONES = ("Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran", "Pacific/Apia")


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("clock", ["02:30", "07:00", "23:59"])
def test_370_days_give_370_digests(name: str, clock: str) -> None:
    """One a local day, none skipped or doubled, whenever the daemon happens to look."""
    zone = ZoneInfo(name)
    start = datetime(2025, 1, 10, tzinfo=UTC)
    made: dict[str, datetime] = {}
    now = start
    while now < start + timedelta(days=371):
        slot = latest_due(now, (clock,), zone)
        assert slot is not None
        if slot.key not in made:
            made[slot.key] = now
            assert slot.at <= now
        now += timedelta(minutes=17)

    days = sorted(key[:10] for key in made)
    first, last = Day.fromisoformat(days[0]), Day.fromisoformat(days[-1])
    assert len(days) == len(set(days)) == (last - first).days + 1
    assert len(days) in (371, 372)


@pytest.mark.parametrize("name", ZONES)
def test_a_digest_comes_within_a_quarter_hour_of_its_local_time(name: str) -> None:
    """Also on the days the clock changes: the label on the wall is what counts."""
    zone = ZoneInfo(name)
    for n in range(370):
        day = Day(2025, 1, 10) + timedelta(days=n)
        at = moment(day, time(7), zone)
        assert at is not None
        assert at.astimezone(zone).strftime("%F %H:%M") == f"{day} 07:00"


def test_a_time_in_the_gap_of_spring_comes_when_the_gap_ends() -> None:
    """02:30 does not exist in Berlin on 30 March 2025: 03:00 is the first moment after it."""
    at = moment(Day(2025, 3, 30), time(2, 30), ZoneInfo("Europe/Berlin"))
    assert at == datetime(2025, 3, 30, 1, 0, tzinfo=UTC)


def test_a_time_that_comes_twice_in_autumn_counts_the_first_time() -> None:
    """02:30 comes twice in Berlin on 26 October 2025."""
    at = moment(Day(2025, 10, 26), time(2, 30), ZoneInfo("Europe/Berlin"))
    assert at == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_a_day_that_a_zone_skipped_has_no_digest() -> None:
    """Samoa had no 30 December 2011."""
    zone = ZoneInfo("Pacific/Apia")
    assert moment(Day(2011, 12, 30), time(7), zone) is None
    keys = set()
    now = datetime(2011, 12, 28, tzinfo=UTC)
    while now < datetime(2012, 1, 3, tzinfo=UTC):
        slot = latest_due(now, ("07:00",), zone)
        assert slot is not None
        keys.add(slot.key[:10])
        now += timedelta(hours=1)
    assert "2011-12-30" not in keys
    assert {"2011-12-29", "2011-12-31"} <= keys


def test_after_an_outage_only_the_latest_is_due() -> None:
    """Three days down is one late digest, not three."""
    zone = ZoneInfo("UTC")
    before = latest_due(datetime(2025, 5, 1, 8, tzinfo=UTC), ("07:00",), zone)
    after = latest_due(datetime(2025, 5, 4, 12, tzinfo=UTC), ("07:00",), zone)
    assert before is not None
    assert after is not None
    assert (before.key, after.key) == ("2025-05-01 07:00", "2025-05-04 07:00")
