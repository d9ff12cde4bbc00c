"""How grave an incident is, as a sum that can be shown."""

from __future__ import annotations

from monitor.taxonomy import FORCEFUL, type_of
from monitor.types import Grade, Incident, Modality, Term, figure_of

_SENSITIVE = (
    ("nuclear_site", "a nuclear site"),
    ("capital", "in a capital"),
    ("embassy", "an embassy"),
    ("hospital", "a hospital"),
    ("airport", "an airport"),
    ("energy", "an energy site"),
    ("critical_infrastructure", "critical infrastructure"),
)
_WMD_BASE = 6.0


def terms(incident: Incident) -> tuple[Term, ...]:
    """The lines of the sum, the type's own first."""
    row = type_of(incident.type)
    wmd = incident.type == "threat" and "wmd" in incident.flags
    lines = [
        Term(name=row.label.lower() + (", of mass destruction" if wmd else ""), points=_WMD_BASE if wmd else row.base)
    ]
    dead = figure_of(incident.killed) or 0
    if dead:
        lines.append(Term(name=f"{dead} killed", points=2.0 if dead >= 20 else 1.0 if dead >= 5 else 0.5))
    if site := next((text for flag, text in _SENSITIVE if flag in incident.flags), None):
        lines.append(Term(name=site, points=1.0))
    if "cross_border" in incident.flags or _between_states(incident):
        lines.append(Term(name="between states or across a border", points=1.0))
    if "first_at_place" in incident.flags:
        lines.append(Term(name="first at this place in 90 days", points=0.5))
    if _all_stopped(incident):
        lines.append(Term(name="all intercepted, no damage", points=-1.5))
    if incident.grade is Grade.CLAIMED:
        lines.append(Term(name="one unverified claim", points=-1.0))
    if incident.grade in (Grade.DENIED, Grade.DISPUTED):
        lines.append(Term(name="denied", points=-1.0))
    return tuple(lines)


def total(lines: tuple[Term, ...]) -> float:
    """The sum, within 0..10."""
    return round(max(0.0, min(10.0, sum(line.points for line in lines))), 1)


def _between_states(incident: Incident) -> bool:
    """A state's forces act against another state's, or in another state."""
    if type_of(incident.type).family not in FORCEFUL | {"cyber"}:
        return False
    by = {party.country for party in incident.actors if party.country and party.kind in ("state", "forces")}
    at = {party.country for party in incident.targets if party.country}
    if incident.place and incident.place.country:
        at.add(incident.place.country)
    return any(other not in by for other in at) if by else False


def _all_stopped(incident: Incident) -> bool:
    stopped, hit = figure_of(incident.intercepted), figure_of(incident.impacted)
    harmed = (figure_of(incident.killed) or 0) + (figure_of(incident.wounded) or 0)
    if harmed or hit or "damage" in incident.flags:
        return False
    launched = figure_of(incident.launched)
    if stopped and launched:
        return stopped >= launched
    return incident.modality is Modality.FOILED or bool(stopped and hit == 0)
