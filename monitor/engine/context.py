"""What a notice is told with: its incident as it stands now, what happened there before, headlines to refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitor.alerts.wording import MOST_DOUBLES
from monitor.incidents import history
from monitor.store import Store
from monitor.store import incidents as kept_incidents
from monitor.types import Incident, Notice


def as_it_is(store: Store, notice: Notice) -> Notice:
    """The notice with the incident as it stands now: reports that changed nothing count as sources too."""
    current = kept_incidents.get(store, notice.incident.id)
    return notice if current is None else replace(notice, incident=current)


def before(store: Store, incident: Incident) -> tuple[str, ...]:
    """What happened at the same place before, in lines."""
    return history.repeated(incident, kept_incidents.near_before(store, incident, history.SPAN_DAYS))


def headlines(store: Store, incidents: Iterable[Incident]) -> Mapping[str, str]:
    """Of what these may be duplicates of: an id says nothing to a reader."""
    ids = {ident for one in incidents for ident in one.possible_duplicates[:MOST_DOUBLES]}
    found = (kept_incidents.get(store, ident) for ident in sorted(ids))
    return {one.id: one.headline for one in found if one is not None and one.headline}
