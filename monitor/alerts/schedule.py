"""When a local time of day happens, over clock changes, missing hours and missing days. The clock is an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from datetime import date as Day
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One digest that is to be: once for a recipient, a local day and a time of day."""

    day: Day
    at: datetime  #: the moment it falls due, UTC
    clock: str  #: 'HH:MM' as configured

    @property
    def key(self) -> str:
        """'2026-03-29 07:00': what makes it one digest however often the clock shows it."""
        return f"{self.day.isoformat()} {self.clock}"


def parse_clock(text: str) -> time:
    """'07:00' as a time of day. Raises ValueError with the text in it."""
    try:
        hour, minute = text.strip().split(":")
        return time(int(hour), int(minute))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a time of day like 07:00") from error


def moment(day: Day, clock: time, zone: ZoneInfo) -> datetime | None:
    """The UTC moment of a local time: the first of two in autumn, the first after the gap in spring.

    None where the zone skipped the whole day, as Samoa did with 30 December 2011.
    """
    local = datetime.combine(day, clock, tzinfo=zone)  # fold=0: the earlier of two
    at = local.astimezone(UTC)
    back = at.astimezone(zone)
    if back.date() != day:
        return None
    if back.replace(tzinfo=None) != local.replace(tzinfo=None):
        # In the gap. fold=0 reads the offset before the change, which lands as long after the gap as the time lay in
        # it; the gap's end is the earliest moment of the day past the time asked for.
        fold = local.replace(fold=1).astimezone(UTC)
        low, high = min(at, fold), max(at, fold)
        while high - low > timedelta(seconds=1):
            middle = low + (high - low) / 2
            if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
                low = middle
            else:
                high = middle
        at = high.replace(microsecond=0)
    return at


def latest_due(now: datetime, clocks: Sequence[str], zone: ZoneInfo) -> Slot | None:
    """The last slot that has fallen due, looking back three days; None where there are no times."""
    today = now.astimezone(zone).date()
    slots = [
        Slot(day=day, at=at, clock=clock)
        for back in range(4)
        for clock in clocks
        if (at := moment(day := today - timedelta(days=back), parse_clock(clock), zone)) is not None and at <= now
    ]
    return max(slots, key=lambda slot: slot.at, default=None)
