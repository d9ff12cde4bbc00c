"""Quiet hours hold what is not grave enough, and always end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.alerts import quiet
from monitor.alerts.policy import Recipient
from monitor.types import Mode
from tests.alerts.deciding import one
from tests.alerts.situations import incident, notice


def test_quiet_hours_hold_and_do_not_drop() -> None:
    """Held until they end, in the recipient's zone, unless grave enough to wake."""
    night = Recipient(name="desk", zone="Europe/Kyiv", quiet_hours=("22:00-07:00",), wake_from=9.0)
    at = datetime(2024, 5, 14, 1, 0, tzinfo=UTC)  # 04:00 in Kyiv
    held = one(notice(incident(severity=8.5)), now=at, recipients=(night,))
    loud = one(notice(incident(severity=9.0)), now=at, recipients=(night,))

    assert (held.mode, held.code, held.due) == (Mode.HELD, "quiet_hours", datetime(2024, 5, 14, 4, 0, tzinfo=UTC))
    assert loud.mode is Mode.NOW
    assert "passes quiet hours" in loud.reason


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2027, 1, 1)))
def test_quiet_hours_always_end(naive: datetime) -> None:
    """Whatever the windows and the moment: the end lies ahead, within a week, outside the windows."""
    from zoneinfo import ZoneInfo

    now = naive.replace(tzinfo=UTC)
    windows = ("22:00-07:00", "sat,sun 06:00-11:00", "mon 12:00-12:30")
    for zone in (ZoneInfo("Europe/Kyiv"), ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")):
        end = quiet.quiet_until(now, windows, zone)
        if end is not None:
            assert now < end <= now + timedelta(days=2)
            assert quiet.quiet_until(end, windows, zone) is None
