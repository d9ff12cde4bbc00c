"""When a recipient wants no alert: quiet hours that hold, and mutes that always end. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from monitor.alerts.schedule import moment, parse_clock
from monitor.alerts.scope import Answer, Finding
from monitor.types import Incident, Mute, Place, figure_of

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

#: what may end a mute before its time
WAKES = frozenset({"first_death", "new_actor", "severity"})
SCOPES = ("incident", "place", "country", "type", "source")


def parse_window(text: str) -> tuple[frozenset[int], str, str]:
    """'22:00-07:00' or 'sat,sun 00:00-09:00' as days (0 is Monday; of the evening it begins), start and end."""
    days_text, _, hours = text.strip().rpartition(" ")
    start, dash, end = hours.partition("-")
    if not dash:
        raise ValueError(f"{text!r} is not a span like 22:00-07:00")
    parse_clock(start), parse_clock(end)
    days = frozenset(range(7))
    if days_text:
        try:
            days = frozenset(_DAYS.index(day.strip().lower()[:3]) for day in days_text.split(","))
        except ValueError as error:
            raise ValueError(f"{text!r}: days are written mon,tue,...") from error
    return days, start, end


def quiet_until(now: datetime, windows: Sequence[str], zone: ZoneInfo) -> datetime | None:
    """The end of the quiet hours that hold now; None outside them. Windows that touch are followed to the last end."""
    end: datetime | None = None
    cursor = now
    for _ in range(8):  # a chain of windows ends; one that covers the week shall not spin
        found = _one_until(cursor, windows, zone)
        if found is None:
            break
        end = cursor = found
    return end


def _one_until(now: datetime, windows: Sequence[str], zone: ZoneInfo) -> datetime | None:
    today = now.astimezone(zone).date()
    ends = []
    for window in windows:
        days, start, end = parse_window(window)
        for day in (today - timedelta(days=1), today):
            if day.weekday() not in days:
                continue
            last = day if parse_clock(end) > parse_clock(start) else day + timedelta(days=1)
            begins = moment(day, parse_clock(start), zone)
            stops = moment(last, parse_clock(end), zone)
            if begins and stops and begins <= now < stops:
                ends.append(stops)
    return max(ends, default=None)


def _named_place(places: Sequence[Place], value: str) -> Finding:
    if not places:
        return Finding(answer=Answer.UNKNOWN, reason=f"place unknown, so the mute of {value} does not apply")
    wanted = value.casefold()
    for place in places:
        if wanted in {text.casefold() for text in (place.name, place.as_written, place.region, place.key) if text}:
            return Finding(answer=Answer.YES, reason=f"{place.name} is muted")
    if all(place.precision in ("country", "sea") for place in places):
        return Finding(
            answer=Answer.UNKNOWN, reason=f"place known only to country, so the mute of {value} does not apply"
        )
    return Finding(answer=Answer.NO, reason="another place")


def covered(mute: Mute, incident: Incident) -> Finding:
    """Whether a mute is about this incident. What cannot be decided is not muted."""
    if mute.scope == "incident":
        yes = mute.value in (incident.id, incident.parent)
        return Finding(answer=Answer.YES if yes else Answer.NO, reason=f"incident {mute.value} is muted")
    if mute.scope == "type":
        yes = mute.value in (incident.type, incident.family)
        return Finding(answer=Answer.YES if yes else Answer.NO, reason=f"{mute.value} is muted")
    places = incident.places
    if mute.scope == "place":
        return _named_place(places, mute.value)
    if mute.scope == "country":
        countries = {place.country for place in places}
        if not places or None in countries:
            return Finding(answer=Answer.UNKNOWN, reason=f"country unknown, so the mute of {mute.value} does not apply")
        # all of them: a wave over two countries is not muted by a mute of one
        return Finding(answer=Answer.YES if countries == {mute.value.upper()} else Answer.NO, reason="country is muted")
    sources = {event.source for event in incident.events} | {event.outlet for event in incident.events}
    if not sources:
        return Finding(answer=Answer.UNKNOWN, reason="source unknown, so the mute does not apply")
    # all of them: an incident that another source reports too is not silenced by a mute of one source
    yes = all(mute.value in (event.source, event.outlet, event.publisher) for event in incident.events)
    return Finding(answer=Answer.YES if yes else Answer.NO, reason=f"only {mute.value} reports it, which is muted")


def woken(mute: Mute, incident: Incident) -> str:
    """The wake condition that is met, in words; '' where none is."""
    killed = figure_of(incident.killed)
    if "first_death" in mute.wake and killed and not mute.killed:
        return "first death"
    if "severity" in mute.wake and mute.severity is not None and incident.severity >= mute.severity + 2:
        return f"severity {mute.severity:.1f} -> {incident.severity:.1f}"
    # without anything known of what is muted, every side would be a new one, and the mute would never hold
    if "new_actor" in mute.wake and (mute.severity is not None or mute.actors):
        new = [side.name for side in incident.actors if side.name != "unknown" and side.name not in mute.actors]
        if new:
            return f"new actor: {new[0]}"
    return ""
