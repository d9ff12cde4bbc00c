"""Incidents and reports in words, as the commands lay them out."""

from __future__ import annotations

from monitor.types import Count, Event, Incident, figure_of


def perhaps(event: Event) -> str:
    """What its fields may be besides what they were read as: 'on 2025-06-14 (35%), at Homs (20%)'; '' where nothing."""
    days = event.when.maybe_on if event.when else ()
    said = [
        *((kind.replace("_", " "), share) for kind, share in event.maybe_type),
        *((f"on {day.isoformat()}", share) for day, share in days),
        *((f"at {place.name}", share) for place, share in event.maybe_at),
        *((f"by {party.name if party else 'nobody named'}", share) for party, share in event.maybe_by),
    ]
    return ", ".join(f"{text} ({share:.0%})" for text, share in said)


def span(incident: Incident) -> str:
    """When it happened, for a list: '2025-06-14', '2025-06-14/15', '' where unknown."""
    when = incident.when
    if when is None:
        return ""
    if when.date_to is None or when.date_to == when.date:
        return when.date.isoformat()
    later = when.date_to
    same_month = (later.year, later.month) == (when.date.year, when.date.month)
    return f"{when.date.isoformat()}/{later.day:02d}" if same_month else f"{when.date}/{later.isoformat()}"


def figure(count: Count | None) -> str:
    """A count for a list: '3', '3-5', '~12' where only vague, '' where unknown."""
    if count is None:
        return ""
    low, high = count.low, count.high
    if low is not None and high is not None and low != high:
        return f"{low}-{high}"
    best = figure_of(count)
    return "" if best is None else f"~{best}" if count.vague else str(best)
