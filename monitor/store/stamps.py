"""Moments as text in the database: UTC, ISO 8601, in the order of time when sorted as text."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(at: datetime | None) -> str | None:
    """To the second: what articles and incidents are told by."""
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None


def stamp_ms(at: datetime) -> str:
    """To the millisecond: what is due, and in which order it came. `at` is UTC."""
    return at.isoformat(timespec="milliseconds")
