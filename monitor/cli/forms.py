"""Incidents as other programs get them: a flat object, a row, a feature. The keys are a promise; docs/export.md."""

from __future__ import annotations

from typing import Any

from monitor.types import Count, Event, Incident, figure_of

COLUMNS = (
    "id",
    "version",
    "type",
    "family",
    "modality",
    "grade",
    "severity",
    "state",
    "headline",
    "date",
    "date_to",
    "date_precision",
    "place",
    "place_precision",
    "country",
    "lat",
    "lon",
    "actors",
    "targets",
    "weapon",
    "killed",
    "killed_low",
    "killed_high",
    "wounded",
    "wounded_low",
    "wounded_high",
    "claimed_by",
    "denied_by",
    "reports",
    "independent",
    "outlets",
    "first_report",
    "last_change",
    "parent",
    "merged_into",
    "note",
)


def flat(incident: Incident) -> dict[str, Any]:
    """One incident under the names of `COLUMNS`; several actors, targets and outlets as lists."""
    when, place = incident.when, incident.place
    return {
        "id": incident.id,
        "version": incident.version,
        "type": incident.type,
        "family": incident.family,
        "modality": incident.modality.value,
        "grade": incident.grade.value,
        "severity": round(incident.severity, 1),
        "state": incident.state,
        "headline": incident.headline,
        "date": when.date.isoformat() if when else None,
        "date_to": when.date_to.isoformat() if when and when.date_to else None,
        "date_precision": when.precision if when else None,
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "actors": [party.name for party in incident.actors],
        "targets": [party.name for party in incident.targets],
        "weapon": incident.weapon,
        **_count("killed", incident.killed),
        **_count("wounded", incident.wounded),
        "claimed_by": incident.claimed_by.name if incident.claimed_by else None,
        "denied_by": incident.denied_by.name if incident.denied_by else None,
        "reports": len(incident.events),
        "independent": incident.independent,
        "outlets": list(dict.fromkeys(event.outlet or event.source for event in incident.events)),
        "first_report": incident.first_report.isoformat() if incident.first_report else None,
        "last_change": incident.last_change.isoformat() if incident.last_change else None,
        "parent": incident.parent,
        "merged_into": incident.merged_into,
        "note": incident.note,
    }


def _count(name: str, count: Count | None) -> dict[str, int | None]:
    return {
        name: figure_of(count),
        f"{name}_low": count.low if count else None,
        f"{name}_high": count.high if count else None,
    }


def feature(incident: Incident) -> dict[str, Any]:
    """One incident as a GeoJSON feature; its geometry is null where the place is unknown."""
    values = flat(incident)
    point = None
    if values["lat"] is not None and values["lon"] is not None:
        point = {"type": "Point", "coordinates": [values["lon"], values["lat"]]}
    properties = {key: value for key, value in values.items() if key not in ("lat", "lon")}
    return {"type": "Feature", "id": incident.id, "geometry": point, "properties": properties}


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
