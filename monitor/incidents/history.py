"""What a reader should know of the days before: how often a place was struck, and what has been in force since when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day

from monitor.incidents.compat import LASTING
from monitor.incidents.whereabouts import kilometres
from monitor.taxonomy import type_of
from monitor.types import Grade, Incident, Place, figure_of

_PROLONGED = re.compile(r"(?i)\b(?:exten(?:d|sion)|prolong|renew)")
SPAN_DAYS = 14  #: looked back so far
_NEAR_KM, _NEAR_A_SITE_KM = 15.0, 5.0
_SHOWN = 4  #: days named
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TAILS = {1: "st", 2: "nd", 3: "rd"}
#: families in which a number says something
_NOUNS = {
    "strike": "strike",
    "air_defence": "air-defence incident",
    "ground": "ground attack",
    "sea": "incident at sea",
    "cyber": "cyberattack",
}


def context_lines(incident: Incident, near: Sequence[Incident], today: Day | None = None) -> tuple[str, ...]:
    """How often the place was struck, and lines such as 'truce in force since 4 May, 5 days'.

    `near` are other incidents of the country in the weeks before, in any order. `today` gives open states their length.
    """
    day = today or _day(incident)
    if day is None:
        return ()
    return (*repeated(incident, near), *_states(incident, near, day))


def barrage_line(whole: Incident) -> str:
    """What a reader of an incident is told of the barrage it is one place of."""
    return f"one place of a barrage over the country: {whole.headline or whole.id}"


def repeated(incident: Incident, near: Sequence[Incident]) -> tuple[str, ...]:
    """'Third strike at Kharkiv in 14 days; before: 3 May, 9 May'; nothing where it is the first, or no place is known.

    `near` are other incidents of the weeks before, in any order."""
    noun, place = _noun(incident), incident.place
    before = _before(incident, near)
    if noun is None or place is None or not before:
        return ()
    days = tuple(dict.fromkeys(f"{day.day} {day:%b}" for one in before if (day := _day(one))))
    shown = ", ".join(days[-_SHOWN:])
    told = f"before: {shown}" if len(days) <= _SHOWN else f"before: last {shown}"
    text = f"{ordinal(len(before) + 1).capitalize()} {noun} at {place.name} in {SPAN_DAYS} days; {told}"
    if figure_of(incident.killed) and not any(figure_of(one.killed) for one in before):
        text += "; the first of them with deaths"
    elif incident.type != "interception" and all(one.type == "interception" for one in before):
        text += "; those were intercepted"
    return (text,)


def ordinal(count: int) -> str:
    """'third', '11th', '21st'; `count` from 1."""
    if count < len(_ORDINALS):
        return _ORDINALS[count]
    tail = "th" if count % 100 in (11, 12, 13) else _TAILS.get(count % 10, "th")
    return f"{count}{tail}"


def _noun(incident: Incident) -> str | None:
    """What incidents of its sort are called; None of those whose number says nothing: a third threat, more talks. An
    attack that was stopped is an attack."""
    family = incident.family or type_of(incident.type).family
    return _NOUNS.get("strike" if incident.type == "interception" else family)


def _states(incident: Incident, near: Sequence[Incident], day: Day) -> list[str]:
    lines = []
    for other in (incident, *near):
        if other.type not in LASTING or other.open_since is None or other.state != "open":
            continue
        if other is not incident and other.type == "ceasefire" and not _well_known(other):
            continue
        what = "truce" if other.type == "ceasefire" else "closure"
        where = f" ({other.place.name})" if other.place and other is not incident else ""
        days = ((other.ended or day) - other.open_since).days
        if days < 0:
            continue
        length = f"{days} day{'' if days == 1 else 's'}"
        since = f"{other.open_since.day} {other.open_since:%B}"
        older = _began_before(other)
        if other.ended is None and older:
            lines.append(f"{what}{where} in force, extended as told on {since}")
        elif other.ended is None:
            lines.append(f"{what}{where} in force since {since}" + (f", {length}" if days else ""))
        elif other is incident:
            lines.append(f"{what} ended" if older else f"{what} ended after {length}")
    return lines


def _began_before(state: Incident) -> bool:
    """Whether the first that is told of a state is that it goes on longer: when it began is not known then."""
    first = [event for event in state.events if event.when and event.when.date == state.open_since]
    return bool(first) and all(_PROLONGED.search(f"{event.title} {event.headline}") for event in first)


def _well_known(state: Incident) -> bool:
    """Whether a truce may be told as a fact beside something else: one outlet may only wish for it."""
    if state.grade in (Grade.CLAIMED, Grade.DISPUTED, Grade.DENIED):
        return False
    return state.independent > 1 or any(event.official for event in state.events)


def _before(incident: Incident, near: Sequence[Incident]) -> list[Incident]:
    """Those of its sort at the same place in the days before, the earliest first."""
    day, place = _day(incident), incident.place
    if day is None or place is None or place.precision == "country":
        return []
    found = []
    for other in near:
        then = _day(other)
        if other.id == incident.id or then is None or other.place is None or _noun(other) != _noun(incident):
            continue
        if other.state != "open" or not 0 < (day - then).days <= SPAN_DAYS or other.place.precision == "country":
            continue
        far = kilometres(place, other.place)
        same = _called(place) == _called(other.place)
        fine = place.precision in ("site", "town") and other.place.precision in ("site", "town")
        if same or (fine and far is not None and far <= (_NEAR_A_SITE_KM if place.precision == "site" else _NEAR_KM)):
            found.append(other)
    return sorted(found, key=lambda other: (_day(other), other.id))


def _called(place: Place) -> tuple[str, str | None]:
    return (place.key or place.name, place.country)


def _day(incident: Incident) -> Day | None:
    if incident.when is not None:
        return incident.when.date
    return incident.first_report.date() if incident.first_report else None
