"""A barrage over a whole country, and the incidents that are one place of it.

A report of the whole names the country and how much was launched; reports from its places tell of one town each. The
places stay incidents of their own, with their own toll, and name the whole as their parent.
"""

from __future__ import annotations

from monitor.incidents.similarity import Likeness
from monitor.incidents.whereabouts import is_fine
from monitor.types import Event, Incident, Reason, figure_of

_BY_AIR = frozenset({"airstrike", "drone_strike", "missile_strike", "rocket_fire", "interception"})
_MANY = 10  #: drones and missiles; fewer are one place's
_SAME_TIME = frozenset({"same_day", "same_night", "date_line", "told_in_time", "told_together"})
_APART = frozenset({"another", "cannot_link", "other_actor", "other_country", "other_side", "turned_round"})


def is_wave(event: Event) -> bool:
    """Whether `event` tells of a barrage over a whole country."""
    if event.type not in _BY_AIR or event.place is None or event.place.precision != "country":
        return False
    return max(figure_of(event.launched) or 0, figure_of(event.intercepted) or 0) >= _MANY


def part_of(event: Event, incident: Incident, likeness: Likeness) -> Reason | None:
    """Why `event` is one place of the barrage that `incident` is; None where it is not."""
    if event.type not in _BY_AIR or not is_fine(event.place) or not _meets(event, incident, likeness):
        return None
    if not any(is_wave(other) for other in incident.events):
        return None
    return Reason(fact="part_of_wave", points=0.0, text=f"one place of a barrage over the country: {incident.id}")


def holds(event: Event, incident: Incident, likeness: Likeness) -> bool:
    """Whether `incident`, of one place, is a part of the barrage that `event` tells of."""
    return is_wave(event) and is_fine(incident.place) and incident.type in _BY_AIR and _meets(event, incident, likeness)


def _meets(event: Event, incident: Incident, likeness: Likeness) -> bool:
    facts = {reason.fact for reason in likeness.reasons}
    here, there = event.place, incident.place
    if here is None or there is None or not here.country or here.country != there.country:
        return False
    return bool(facts & _SAME_TIME) and not facts & _APART
