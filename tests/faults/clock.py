"""A clock that is advanced by hand, and how long a second is on a machine that others use as well."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta


class Clock:
    """Call it for the time; `advance` it as timedelta does."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **length: float) -> datetime:
        self.now += timedelta(**length)
        return self.now


def on_this_machine(seconds: float) -> float:
    """As long as `seconds` are for a machine with nothing else to do."""
    return seconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
