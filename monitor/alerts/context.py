"""What an analyst would add from memory: how often something like it happened here, and when last. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from monitor.alerts.quiet import toll
from monitor.alerts.scrub import one_line
from monitor.taxonomy import type_of
from monitor.types import Incident

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
#: families in which a number says something; a third threat or a second round of talks says nothing
_NOUNS = {
    "strike": "strike",
    "air_defence": "air-defence incident",
    "ground": "ground attack",
    "sea": "incident at sea",
    "cyber": "cyberattack",
}
#: looked back so far
SPAN_DAYS = 14


def lines(incident: Incident, earlier: Sequence[Incident]) -> tuple[str, ...]:
    """'Third strike at Kharkiv in 14 days; before: 3 May, 9 May'; nothing where it is the first."""
    noun = _NOUNS.get(incident.family or type_of(incident.type).family)
    if incident.when is None or incident.place is None or noun is None or incident.place.precision == "country":
        return ()
    day = incident.when.date
    near = sorted(
        (
            one
            for one in earlier
            if one.id != incident.id
            and one.state == "open"
            and one.when is not None
            and timedelta(0) < day - one.when.date <= timedelta(days=SPAN_DAYS)
        ),
        key=lambda one: one.when.date if one.when else day,
    )
    if not near:
        return ()
    number = len(near) + 1
    ordinal = _ORDINALS[number] if number < len(_ORDINALS) else f"{number}th"
    where = one_line(incident.place.name, 60)
    days = dict.fromkeys(f"{one.when.date.day} {one.when.date:%b}" for one in near if one.when)
    shown = list(days)[-4:]
    before = ", ".join(shown) if len(days) == len(shown) else "last " + ", ".join(shown)
    text = f"{ordinal.capitalize()} {noun} at {where} in {SPAN_DAYS} days; before: {before}"
    if toll(incident.killed) and not any(toll(one.killed) for one in near):
        text += "; the first of them with deaths"
    elif all(one.type == "interception" for one in near) and incident.type != "interception":
        text += "; those were intercepted"
    return (text,)
