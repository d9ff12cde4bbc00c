"""An incident as other programs get it: a flat object, a row, a feature. The keys are a promise; docs/export.md."""

from __future__ import annotations

from typing import Any

from monitor.types import Count, Incident, Place, When, figure_of

COLUMNS = tuple(
    """id version type family modality grade severity state headline date date_to date_precision place place_precision
    country lat lon actors targets weapon killed killed_low killed_high wounded wounded_low wounded_high claimed_by
    denied_by reports independent outlets first_report last_change parent merged_into note""".split()
)


def flat(incident: Incident) -> dict[str, Any]:
    """One incident under the names of `COLUMNS`; several actors, targets and outlets as lists."""
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
        **when_and_where(incident.when, incident.place),
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


def when_and_where(when: When | None, place: Place | None) -> dict[str, Any]:
    """A day and a place under the names of `COLUMNS`; None for what is not known."""
    return {
        "date": when.date.isoformat() if when else None,
        "date_to": when.date_to.isoformat() if when and when.date_to else None,
        "date_precision": when.precision if when else None,
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
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
