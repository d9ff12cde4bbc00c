"""What a reader should know of the days before: how often a place was struck, and what has been in force since when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day

from monitor.incidents.compat import FORCE, LASTING
from monitor.incidents.whereabouts import kilometres
from monitor.taxonomy import type_of
from monitor.types import Grade, Incident, Modality

_WINDOW = 14  #: days
_FIRST_IN = 90  #: days
_NEAR_KM = 15.0
_PROLONGED = re.compile(r"(?i)\b(?:exten(?:d|sion)|prolong|renew)")
_ORDINAL = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def context_lines(incident: Incident, near: Sequence[Incident], today: Day | None = None) -> tuple[str, ...]:
    """Lines such as 'third strike on this base in 14 days; the last, on 16 July, was intercepted'.

    `near` are other incidents of the country in the weeks before, in any order. `today` gives open states their length.
    """
    day = today or _day(incident)
    if day is None:
        return ()
    lines = [*_repeated(incident, near), *_states(incident, near, day)]
    return tuple(lines)


def barrage_line(whole: Incident) -> str:
    """What a reader of an incident is told of the barrage it is one place of."""
    return f"one place of a barrage over the country: {whole.headline or whole.id}"


def first_at_place(incident: Incident, near: Sequence[Incident]) -> bool:
    """Whether no act of force is on record at this place in the 90 days before; False where the place is unknown."""
    if incident.place is None or incident.place.precision not in ("site", "town") or incident.type not in FORCE:
        return False
    return not _before(incident, near, _FIRST_IN)


def _repeated(incident: Incident, near: Sequence[Incident]) -> list[str]:
    if incident.type not in FORCE:
        return []
    before = _before(incident, near, _WINDOW)
    if not before or incident.place is None:
        return []
    count = len(before) + 1
    ordinal = _ORDINAL[count] if count < len(_ORDINAL) else f"{count}th"
    what = "strike" if type_of(incident.type).family in ("strike", "air_defence") else "incident"
    where = (
        "on this base"
        if incident.place.precision == "site" and "base" in incident.place.name.lower()
        else ("at this site" if incident.place.precision == "site" else f"in {incident.place.name}")
    )
    last = before[0]
    day = _day(last)
    how = _outcome(last)
    told = f"; the last, on {day.day} {day:%B}, {how}" if day else ""
    return [f"{ordinal} {what} {where} in {_WINDOW} days{told}"]


def _outcome(incident: Incident) -> str:
    if incident.modality is Modality.FOILED or incident.type == "interception":
        return "was intercepted"
    dead = incident.killed.best if incident.killed else None
    if dead:
        return f"killed {dead}"
    return "killed nobody" if dead == 0 else f"was {_article(type_of(incident.type).label.lower())}"


def _article(label: str) -> str:
    return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"


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


def _before(incident: Incident, near: Sequence[Incident], days: int) -> list[Incident]:
    """Acts of force at the same place in the `days` before, the latest first."""
    day = _day(incident)
    if day is None or incident.place is None:
        return []
    found = []
    for other in near:
        then = _day(other)
        if other.id == incident.id or then is None or other.place is None or other.type not in FORCE:
            continue
        if other.state not in ("open",) or not 0 < (day - then).days <= days or other.place.precision == "country":
            continue
        far = kilometres(incident.place, other.place)
        same = bool(incident.place.key and incident.place.key == other.place.key)
        fine = incident.place.precision in ("site", "town") and other.place.precision in ("site", "town")
        if same or (fine and far is not None and far <= (5.0 if incident.place.precision == "site" else _NEAR_KM)):
            found.append(other)
    return sorted(found, key=lambda other: (_day(other), other.id), reverse=True)


def _day(incident: Incident) -> Day | None:
    if incident.when is not None:
        return incident.when.date
    return incident.first_report.date() if incident.first_report else None
