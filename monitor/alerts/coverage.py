"""How much of the world was looked at, in words."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.alerts.scrub import one_line
from monitor.types import Coverage


def coverage_lines(coverage: Coverage | None, troubles: Sequence[str] = ()) -> tuple[str, ...]:
    """How much was looked at, in words: read, what became of it, which sources failed or fell silent."""
    lines: list[str] = []
    if coverage is not None:
        parts = [f"{coverage.read:,} articles read"]
        for count, word in (
            (coverage.irrelevant, "of no escalation type"),
            (coverage.attached, "joined known incidents"),
            (coverage.incidents, "opened incidents"),
            (coverage.failed, "could not be read"),
        ):
            if count:
                parts.append(f"{count:,} {word}")
        lines.append(", ".join(parts) + ".")
        if coverage.feeds:
            lines.append(f"{coverage.healthy} of {coverage.feeds} feeds healthy.")
        if coverage.failing:
            lines.append("Failing: " + _some(coverage.failing, "; ", 80) + ".")
        if coverage.silent:
            lines.append("Silent beyond their habit: " + _some(coverage.silent, ", ", 60) + ".")
        if coverage.longest_gap_h is not None and coverage.longest_gap_h >= 2:
            lines.append(f"Longest time without any article: {coverage.longest_gap_h:.0f} h.")
        lines += [one_line(note, 200) for note in coverage.notes[:5]]
    else:
        lines.append("How much was read is not known.")
    lines += [one_line(trouble, 200) for trouble in troubles]
    return tuple(lines)


def _some(names: Sequence[str], between: str, width: int) -> str:
    """The first eight of them, and how many more there are."""
    more = f"{between}and {len(names) - 8} more" if len(names) > 8 else ""
    return between.join(one_line(name, width) for name in names[:8]) + more
