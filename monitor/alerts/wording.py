"""An incident in words: what stands on a card of an alert or digest. Scrubbed text; each form escapes for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from monitor.alerts.bundle import Entry
from monitor.alerts.regions import country_name, region_where
from monitor.alerts.scrub import HEADLINE, host, link, one_line
from monitor.taxonomy import type_of
from monitor.types import Change, Count, Event, Grade, Incident, Modality, Party, Place, Verdict, When, figure_of

KINDS = {
    Verdict.NEW: "NEW",
    Verdict.UPDATE: "UPDATE",
    Verdict.CORRECTION: "CORRECTION",
    Verdict.RETRACTION: "RETRACTION",
    Verdict.POSSIBLE: "NEW",
    Verdict.REFERENCE: "STORY SO FAR",  # in a digest: told before, and now it goes on
}
_GRADES = {
    Grade.CLAIMED: "claimed, not confirmed",
    Grade.CONFIRMED: "confirmed",
    Grade.DISPUTED: "disputed",
    Grade.DENIED: "denied",
}
MOST_DOUBLES = 3  #: incidents named that it may be the same as
MOST_SOURCES = 6  #: links shown for one incident; the rest is counted
_STEM = 6  #: letters that a region named for its town shares with it
_PUBLICATION = timedelta(days=1)  #: what is only known from publication is known to the night at worst
#: stands once under a message in which `spell_when` had to fall back on it
_REPORTED_NOTE = "“Reported” before a date: the text names none, so it is the day of the first report."


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How things are worded."""

    zone: str = "UTC"  #: of the recipient, for clock times
    place_names: str = "gazetteer"  #: gazetteer | source | both: which spelling a reader sees
    page: str = ""  #: address of the web page, for links to incidents; '' for none
    command: str = "monitor"  #: what the reader types to mute or ask why


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source as it is listed: who, and where to read it."""

    name: str
    url: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One incident, ready to be laid out."""

    id: str
    kind: str
    severity: str
    arrow: str  #: ↑ escalation, ↓ de-escalation, ↕ either
    moved: str  #: '7.0 → 8.5' where severity moved since the reader last heard, else ''
    band: str  #: extreme | severe | high | moderate | low: for colour and for words
    type: str
    headline: str
    when: str
    where: str
    country: str
    region: str
    toll: str
    counts: str  #: launched, intercepted, hit
    who: str
    standing: str  #: 'officially confirmed; 3 independent sources (7 reports)'
    doubt: str  #: why it may be no news of ours; '' for none
    claim: str
    sources: tuple[SourceLine, ...]
    more_sources: int
    changes: tuple[str, ...]
    latest: str  #: title of the report that brought the changes, where it is not the headline
    context: tuple[str, ...]
    duplicates: tuple[str, ...]
    late: str
    alerted: str  #: 'alerted 03:12' or 'alert waiting', in a digest
    why: str
    mute: str
    page: str
    rank: float
    independent: int
    lat: float | None = None
    lon: float | None = None
    number: int = 0  #: on the map; 0: not on it
    also: tuple[Card, ...] = ()  #: in a digest: what else is told of the same story, gravest first
    also_more: int = 0  #: and so many more


def notes_on(cards: Iterable[Card]) -> tuple[str, ...]:
    """What a reader of these cards may ask about their words."""
    return (_REPORTED_NOTE,) if any(one.when.startswith("reported ") for one in cards) else ()


def arrow_of(incident: Incident) -> str:
    """The direction the incident points in."""
    direction = type_of(incident.type).direction
    if direction == "either":
        return "↕"
    return "↓" if direction == "down" or "de_escalation" in incident.flags else "↑"


def band_of(severity: float) -> str:
    """The word for a severity."""
    for floor, word in ((9.0, "extreme"), (8.0, "severe"), (6.5, "high"), (4.5, "moderate")):
        if severity >= floor:
            return word
    return "low"


def spell_place(place: Place | None, voice: Voice, *, country: bool = True) -> str:
    """'Nova Kakhovka, Kherson oblast, Ukraine'; what is not known is said."""
    if place is None:
        return "place unknown"
    name = one_line(place.name, 80)
    written = one_line(place.as_written, 80)
    if voice.place_names == "source" and written:
        name = written
    elif voice.place_names == "both" and written and written.casefold() != name.casefold():
        name = f"{name} (written “{written}”)"
    parts = [name]
    if place.region and place.precision != "country" and not _says_again(place.region, name):
        parts.append(one_line(place.region, 80))
    land = country_name(place.country)
    if country and land and land.casefold() != place.name.casefold():
        parts.append(land)
    return ", ".join(parts)


def _says_again(region: str, name: str) -> bool:
    """Whether a region is but named for its town, as in 'Beijing, Beijing Shi'."""
    one, other = region.casefold(), name.casefold()
    return one in other or one.startswith(other[:_STEM])


def spell_places(incident: Incident, voice: Voice) -> str:
    """The main place and the others, each name once, and how many more there are."""
    text = spell_place(incident.place, voice)
    named = {incident.place.name.casefold()} if incident.place else set()
    others = []
    for place in incident.other_places:
        if place.name.casefold() not in named:
            named.add(place.name.casefold())
            others.append(spell_place(place, voice, country=False))
    if others:
        text += "; also " + ", ".join(others[:4])
        if len(others) > 4:
            text += f" and {len(others) - 4} more"
    return text


def spell_day(day: Day) -> str:
    """'Tue 6 June 2023'."""
    return f"{day:%a} {day.day} {day:%B %Y}"


def spell_when(when: When | None) -> str:
    """The date of the act as precisely as it is known; where the text names none, the day it was reported."""
    if when is None:
        return "date unknown"
    first = spell_day(when.date)
    if when.precision == "year":
        text = f"in {when.date.year}"
    elif when.precision == "month":
        text = f"in {when.date:%B %Y}"
    elif when.precision == "week":
        text = f"in the week of {first}"
    elif when.precision == "night":
        text = f"in the night of {first}"
        if when.date_to and when.date_to != when.date:
            text = f"in the night of {when.date.day}/{spell_day(when.date_to)}"
    elif when.date_to and when.date_to != when.date:
        whole_month = when.date.day == 1 and when.date_to == _month_end(when.date)
        text = f"in {when.date:%B %Y}" if whole_month else f"{first} to {spell_day(when.date_to)}"
    elif when.precision == "hour" and when.earliest:
        text = f"{first}, about {when.earliest:%H:%M} UTC"
    else:
        text = first
    # a span that publication could not give was read in the text
    return f"reported {text}" if when.inferred and (when.date_to or when.date) - when.date <= _PUBLICATION else text


def _month_end(day: Day) -> Day:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def spell_toll(incident: Incident) -> str:
    """'killed 5 (4 to 7), wounded 12, says the mayor': who says so once, where one says both."""
    killed, wounded = incident.killed, incident.wounded
    both = killed and wounded and killed.said_by and killed.said_by == wounded.said_by
    if both and killed is not None:
        parts = [spell_count(replace(killed, said_by=None), "killed"), spell_count(wounded, "wounded")]
        return ", ".join(part for part in parts if part)
    return "; ".join(text for text in (spell_count(killed, "killed"), spell_count(wounded, "wounded")) if text)


def spell_count(count: Count | None, word: str) -> str:
    """'killed 5 (4 to 7)', 'killed dozens', '' where nothing is said; zero is said when a source says it."""
    if count is None:
        return ""
    low, best, high = count.low, count.best, count.high
    middle = figure_of(count)
    if middle is None:
        return f"{word}: number not given" if count.vague else ""
    figure = f"about {middle}" if count.vague else str(middle)
    if low is not None and high is not None and low != high:
        figure += f" ({low} to {high})"
    elif best is None and low is not None and high is None:
        figure = f"at least {low}"
    elif best is None and low is None:
        figure = f"up to {high}"
    if middle == 0 and high in (None, 0):
        figure = "none"
    said = f", says {one_line(count.said_by, 60)}" if count.said_by else ""
    return f"{word} {figure}{said}"


def _counts(incident: Incident) -> str:
    pairs = ((incident.launched, "launched"), (incident.intercepted, "intercepted"), (incident.impacted, "hit"))
    return ", ".join(text for count, word in pairs if (text := spell_count(count, word)))


def _names(parties: Sequence[Party]) -> str:
    names = [one_line(party.name, 60) for party in parties if party.name.casefold() != "unknown"]
    return ", ".join(dict.fromkeys(names))


def spell_who(incident: Incident) -> str:
    """'Israel against Hezbollah'; an unknown actor is said to be unknown."""
    actors = _names(incident.actors)
    # 'plant' or 'ship' says no more than the headline; and where reports put one name on both sides, neither is known
    targets = _names([one for one in incident.targets if not one.name.islower() and one.name not in actors])
    if actors and targets:
        return f"{actors} → {targets}"
    if targets:
        return f"actor unknown → {targets}"
    return actors


def _standing(incident: Incident) -> str:
    """'officially confirmed; 3 independent sources (7 reports)'; that something is reported goes without saying."""
    reports = len({event.article_id for event in incident.events})
    independent = max(incident.independent, 1 if reports else 0)
    official = any(event.official for event in incident.events)
    grade = _GRADES.get(incident.grade, "")
    parts = [f"officially {grade}" if official and incident.grade is Grade.CONFIRMED else grade]
    if reports:
        copies = f" ({reports} reports)" if reports > independent else ""
        parts.append(f"{independent} independent sources{copies}" if independent > 1 else f"one source{copies}")
    if official and incident.grade is not Grade.CONFIRMED:
        parts.append("officially confirmed")
    if incident.doubt:
        parts.append(f"in doubt: {one_line(incident.doubt, 120)}")
    return "; ".join(part for part in parts if part)


def _claim(incident: Incident) -> str:
    parts = []
    if incident.claimed_by:
        parts.append(f"claimed by {one_line(incident.claimed_by.name, 60)}")
    if incident.denied_by:
        parts.append(f"denied by {one_line(incident.denied_by.name, 60)}")
    return "; ".join(parts)


def source_lines(events: Sequence[Event]) -> tuple[SourceLine, ...]:
    """One line for each publisher, wire copies under the wire's name, in the order they reported."""
    lines: dict[str, SourceLine] = {}
    for event in events:
        name = one_line(event.outlet or event.publisher, 60)
        if not name:  # a bare file: its title says more than the folder's name
            name = one_line(f"{event.source}: {event.title}" if event.title else event.source, 100)
        if event.wire and event.wire.casefold() not in name.casefold():
            name = f"{name} ({one_line(event.wire, 30)})"
        url = link(event.url)
        line = SourceLine(name=name or "unnamed source", url=url, host=host(url) if url else "")
        known = lines.get(event.owner or name)
        if known is None or (not known.url and line.url):
            lines[event.owner or name] = line
    return tuple(lines.values())


def change_text(change: Change) -> str:
    """The change as a reader is told it, with a proper arrow."""
    return one_line(change.text, 200).replace(" -> ", " → ")


def with_deaths(incident: Incident, headline: str) -> str:
    """'11 killed: ' before a headline that leaves out the dead."""
    killed = figure_of(incident.killed)
    silent = "kill" not in headline.casefold() and "dead" not in headline
    return f"{killed} killed: {headline}" if killed and silent else headline


def headline_of(incident: Incident, voice: Voice) -> str:
    """The incident's own line, or one made of type and place."""
    text = one_line(incident.headline, HEADLINE)
    if text:
        return text
    label = type_of(incident.type).label
    return f"{label}, {spell_place(incident.place, voice)}" if incident.place else label


def _late(now: datetime, at: datetime | None, voice: Voice) -> str:
    if at is None or now - at < timedelta(minutes=10):
        return ""
    local = at.astimezone(ZoneInfo(voice.zone))
    minutes = int((now - at).total_seconds() // 60)
    span = f"{minutes} min" if minutes < 120 else f"{minutes // 60} h" if minutes < 2880 else f"{minutes // 1440} days"
    return f"LATE: known since {local:%d %b %H:%M %Z}, {span} ago"


def _moved(changes: Sequence[Change]) -> str:
    for change in changes:
        if change.field == "severity" and change.before and change.after:
            return f"{change.before} → {change.after}"
    return ""


def card(
    entry: Entry,
    voice: Voice,
    *,
    now: datetime,
    late: bool = False,
    alerted: datetime | None = None,
    headlines: Mapping[str, str] = MappingProxyType({}),
) -> Card:
    """Everything a layout needs to show one incident. `headlines` of what it may be the same as, by id."""
    incident = entry.notice.incident
    lines = source_lines(incident.events)
    first = entry.dispatches[0] if entry.dispatches else None
    place = incident.place
    return Card(
        id=one_line(incident.id, 60),
        kind=KINDS.get(entry.kind, "CHANGED"),
        severity=f"{incident.severity:.1f}",
        arrow=arrow_of(incident),
        moved=_moved(entry.changes),
        band=band_of(incident.severity),
        type=_type_label(incident),
        headline=headline_of(incident, voice),
        when=spell_when(incident.when),
        where=spell_places(incident, voice),
        country=country_name(place.country) if place else "",
        region=region_where(place.country if place else None, placed=place is not None),
        toll=spell_toll(incident),
        counts=_counts(incident),
        who=spell_who(incident),
        standing=_standing(incident),
        doubt=one_line(incident.doubt, 120),
        claim=_claim(incident),
        sources=lines[:MOST_SOURCES],
        more_sources=max(0, len(lines) - MOST_SOURCES),
        changes=tuple(change_text(one) for one in entry.changes if one.material and one.field != "severity")[:8],
        latest=_latest(entry),
        context=tuple(one_line(text, 250) for text in entry.notice.context)[:4],
        duplicates=tuple(
            f"“{one_line(headlines[ident], 80)}” ({one_line(ident, 60)})" if ident in headlines else one_line(ident, 60)
            for ident in incident.possible_duplicates[:MOST_DOUBLES]
        ),
        late=_late(now, (first.at if first else None) or entry.notice.at, voice) if late else "",
        alerted=f"alerted {alerted.astimezone(ZoneInfo(voice.zone)):%d %b %H:%M}" if alerted else "",
        why=one_line(entry.dispatches[-1].reason, 400) if entry.dispatches else "",
        mute=f"{voice.command} mute incident {one_line(incident.id, 60)} --for 24h",
        page=f"{voice.page.rstrip('/')}/incidents/{incident.id}" if voice.page else "",
        rank=incident.severity,
        independent=incident.independent,
        lat=place.lat if place and place.precision != "country" else None,
        lon=place.lon if place and place.precision != "country" else None,
    )


def _latest(entry: Entry) -> str:
    """The headline of an incident is that of its first report; what an update tells stands in its last. So does what
    corrects the headline, for whom all of it is new."""
    different = {entry.kind, entry.notice.kind} & {Verdict.CORRECTION, Verdict.RETRACTION}
    if not (different or entry.kind is Verdict.UPDATE) or not entry.notice.incident.events:
        return ""
    title = one_line(entry.notice.incident.events[-1].title, HEADLINE)
    return "" if title.casefold() == one_line(entry.notice.incident.headline, HEADLINE).casefold() else title


def _type_label(incident: Incident) -> str:
    label = type_of(incident.type).label
    words = {
        Modality.CLAIMED: "claimed",
        Modality.FOILED: "foiled",
        Modality.ANNOUNCED: "announced",
        Modality.DENIED: "denied",
    }
    word = words.get(incident.modality)
    return f"{label} ({word})" if word else label
