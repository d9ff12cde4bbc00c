"""What happened since the last digest, for one recipient: sections by region, trends, and what was held back.

Pure: dispatches with their notices, counts and coverage come in; a Message goes out.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day
from datetime import datetime
from zoneinfo import ZoneInfo

from monitor.alerts.bundle import Entry, Waiting, gravity, merge
from monitor.alerts.compose import minimal
from monitor.alerts.coverage import coverage_lines
from monitor.alerts.picture import Dot, draw
from monitor.alerts.press import Press
from monitor.alerts.regions import UNPLACED, country_name
from monitor.alerts.scrub import SUBJECT, one_line
from monitor.alerts.trends import Trend, trends
from monitor.alerts.wording import Card, Voice, card, headline_of, notes_on, spell_day, with_deaths
from monitor.types import Coverage, Incident, Message, Mode, Mute, Notice, Picture, Verdict, figure_of

#: incidents laid out whole, in a section and in all; further ones stand as one line each
WHOLE = 5
WHOLE_IN_ALL = 14
#: lines of one section beyond which the rest is only counted
LINES = 10
#: below this severity an incident that one source alone reports is counted and not listed
MINOR = 5.0
#: further incidents of one story listed under it
ALSO = 5
#: incidents numbered on the map
MAPPED = 40
_HELD_WORDS = {
    "muted": "muted by you",
    "first_import": "older news found when a source was first read",
    "rule_never": "set to never by a rule",
    "closed": "dismissed, or merged with another",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One region."""

    region: str
    cards: tuple[Card, ...]
    lines: tuple[Card, ...]
    more: int
    worst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """So many notices were not told, for one reason."""

    count: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """What a digest layout sees as `v`."""

    id: str
    subject: str
    day: str
    span: str
    late: bool
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    doubtful: tuple[Card, ...]  #: what one report alone tells in words that leave a doubt, gravest first
    doubtful_more: int
    minor: str  #: what was of lower severity, counted by region: 'East Asia 4, Europe 2'; '' for none
    trends: tuple[Trend, ...]
    picture: str  #: name of the map picture; '' for none
    picture_alt: str
    duplicates: tuple[str, ...]
    coverage: tuple[str, ...]
    held: tuple[Untold, ...]
    mutes: tuple[str, ...]
    recipient: str
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """All a digest is made from."""

    recipient: str
    slot: str  #: local day and time, part of the id
    day: Day  #: local day of the recipient
    since: datetime | None
    until: datetime
    decided: tuple[Waiting, ...]  #: everything no digest has covered yet
    unsent: frozenset[str] = frozenset()  #: of these, the dispatches whose alert is still to arrive
    stories: Mapping[str, str] = field(default_factory=dict)  #: incident -> the one its story is told under
    running: Mapping[str, Incident] = field(default_factory=dict)  #: of these, what was told before, as it stands now
    headlines: Mapping[str, str] = field(default_factory=dict)  #: of incidents that may be the same as one told here
    opened: tuple[tuple[str, str], ...] = ()  #: local day and country of each incident: for trends
    known_since: Day | None = None  #: first day of the records; what an old article tells of earlier is no baseline
    mutes: tuple[Mute, ...] = ()
    coverage: Coverage | None = None
    troubles: tuple[str, ...] = ()  #: channels failing, layouts at fault
    late: bool = False


def compose(basis: Basis, *, voice: Voice, press: Press) -> Message:
    """The digest. An empty one says that nothing happened and how much of the world was looked at."""
    told = [one for one in basis.decided if one.dispatch.mode is not Mode.NEVER]
    entries = sorted(merge(told), key=_standing)
    told_of = _stories(entries, voice, basis)
    stories = [one for one in told_of if not one.doubt]
    doubtful = [one for one in told_of if one.doubt and one.rank >= MINOR]
    cards = [one for one in stories if not _is_minor(one)]
    minor = Counter(one.region for one in told_of if (one.rank < MINOR if one.doubt else _is_minor(one)))
    subject = _subject(stories or told_of, entries, voice, basis)
    sections = _sections(cards)
    map_ = _map(sections)
    ident = "digest-" + hashlib.sha256(f"{basis.recipient}\n{basis.slot}".encode()).hexdigest()[:16]
    view = DigestView(
        id=ident,
        subject=subject,
        day=spell_day(basis.day),
        span=_span(basis, voice),
        late=basis.late,
        lead=_lead(entries, told_of),
        sections=sections,
        doubtful=tuple(replace(one, headline=one_line(one.headline, 130)) for one in doubtful[:LINES]),
        doubtful_more=max(0, len(doubtful) - LINES),
        minor=", ".join(f"{region} {count}" for region, count in minor.most_common()),
        trends=trends(basis.opened, today=basis.day, known_since=basis.known_since),
        picture=map_.name if map_ else "",
        picture_alt=map_.alt if map_ else "",
        duplicates=_duplicates(entries, voice, basis),
        coverage=coverage_lines(basis.coverage, basis.troubles),
        held=_held(basis.decided),
        mutes=tuple(_mute_line(mute, voice) for mute in basis.mutes),
        recipient=basis.recipient,
        footer=notes_on(cards),
    )
    return Message(
        id=ident,
        kind="digest",
        recipient=basis.recipient,
        subject=subject,
        text=press.render("digest.txt", view),
        markdown=press.render("digest.md", view),
        html=press.render("digest.html", view),
        minimal=minimal(subject, (cards or doubtful)[:8]),
        data=json.dumps({"slot": basis.slot, "incidents": [entry.notice.incident.id for entry in entries]}),
        priority=max((entry.severity for entry in entries), default=0.0),
        pictures=(map_,) if map_ else (),
        created=basis.until,
    )


def _standing(entry: Entry) -> tuple[float, float, int, str]:
    """Sorts what leads first. One report of something extreme does not outrank what ten report of something grave, and
    what has no place is seldom the news of the day."""
    incident = entry.notice.incident
    return (-entry.severity - _known(incident.independent, placed=incident.place is not None), *gravity(entry))


def _known(independent: int, *, placed: bool) -> float:
    return 0.2 * min(independent, 6) - (0.0 if placed else 0.5)


def known_heads(heads: Mapping[str, str], here: Mapping[str, Incident], told: Mapping[str, Incident]) -> dict[str, str]:
    """The heads of stories, but the incident by which the reader knows a story heads it: what was told before, unless
    what is new is told by more than twice as many."""
    known: dict[str, Incident] = {}
    for ident, one in told.items():
        before = known.get(heads[ident])
        if before is None or (one.independent, one.severity) > (before.independent, before.severity):
            known[heads[ident]] = one
    better = {
        head: one.id for head, one in known.items() if head in here and 2 * one.independent >= here[head].independent
    }
    return {ident: better.get(head, head) for ident, head in heads.items()}


def _stories(entries: Sequence[Entry], voice: Voice, basis: Basis) -> list[Card]:
    """One card a story, what leads first; under it, what else belongs to it. Nothing is told twice."""
    by_head: dict[str, list[Entry]] = {}
    for entry in entries:
        ident = entry.notice.incident.id
        head = basis.stories.get(ident, ident)
        by_head.setdefault(ident if _stands_alone(entry, head, basis) else head, []).append(entry)
    cards = []
    for head, members in by_head.items():
        leader = next((entry for entry in members if entry.notice.incident.id == head), None)
        if leader is None and head in basis.running:
            leader = _so_far(basis.running[head])
        leader = leader or members[0]
        if leader.notice.incident.doubt:  # what is sure of a story heads it
            leader = next((entry for entry in members if not entry.notice.incident.doubt), leader)
        rest = [_card(entry, voice, basis) for entry in members if entry is not leader]
        made = _card(leader, voice, basis)
        cards.append(
            replace(
                made,
                rank=max([made.rank, *(one.rank for one in rest if made.doubt or not one.doubt)]),
                also=tuple(_as_line(one, made) for one in rest[:ALSO]),
                also_more=max(0, len(rest) - ALSO),
            )
        )
    return sorted(cards, key=lambda one: -one.rank - _known(one.independent, placed=one.region != UNPLACED))


def _stands_alone(entry: Entry, head: str, basis: Basis) -> bool:
    """What takes something back is never a line under something else, and neither is an act of a later day."""
    incident = entry.notice.incident
    if head == incident.id or entry.kind in (Verdict.CORRECTION, Verdict.RETRACTION):
        return True
    others = [one.notice.incident for one in basis.decided if one.dispatch.incident_id == head]
    leader = basis.running.get(head) or (others[-1] if others else None)
    if leader is None or incident.when is None or leader.when is None or head in incident.possible_duplicates:
        return False
    if incident.doubt:
        return False
    return not incident.when.inferred and incident.when.date > (leader.when.date_to or leader.when.date)


def _so_far(incident: Incident) -> Entry:
    """A story that was told before and goes on, as it stands now."""
    notice = Notice(id=f"{incident.id}.so-far", kind=Verdict.REFERENCE, incident=incident, at=incident.first_report)
    return Entry(notice=notice, dispatches=(), changes=(), kind=Verdict.REFERENCE)


def _as_line(one: Card, head: Card) -> Card:
    """A card that stands under another: only what differs from it."""
    where = "" if one.where == head.where else one.where
    return replace(one, headline=one_line(one.headline, 130), where=where)


def _card(entry: Entry, voice: Voice, basis: Basis) -> Card:
    alerts = [one for one in entry.dispatches if one.mode in (Mode.NOW, Mode.HELD)]
    at = next((one.due or one.at for one in alerts if one.id not in basis.unsent), None)
    # what it may be the same as stands under it, or in a part of its own
    made = replace(card(entry, voice, now=basis.until, alerted=at), duplicates=())
    if entry.kind is Verdict.REFERENCE and entry.notice.at is not None:
        return replace(made, alerted=f"first reported {entry.notice.at.astimezone(ZoneInfo(voice.zone)):%d %b %H:%M}")
    if alerts and at is None:
        made = replace(made, alerted="alert waiting")
    return replace(made, changes=() if entry.kind is Verdict.NEW else made.changes)


def _subject(stories: Sequence[Card], entries: Sequence[Entry], voice: Voice, basis: Basis) -> str:
    mark = "LATE · " if basis.late else ""
    if not entries:
        return f"{mark}No incidents · {spell_day(basis.day)}"
    first = stories[0]
    known = {entry.notice.incident.id: entry.notice.incident for entry in entries}
    incident = known.get(first.id) or basis.running[first.id]
    headline = one_line(headline_of(incident, voice), 100)
    goes_on = "Continues: " if first.id not in known else ""
    count = len(stories)
    noun = "incidents" if count == len(entries) else "stories"
    rest = f" · {count} {noun}" if count > 1 else ""
    return one_line(f"{mark}{goes_on}{with_deaths(incident, headline)}{rest} · {spell_day(basis.day)}", SUBJECT)


def _span(basis: Basis, voice: Voice) -> str:
    zone = ZoneInfo(voice.zone)
    until = basis.until.astimezone(zone)
    if basis.since is None:
        return f"everything up to {until:%d %b %H:%M %Z}"
    return f"{basis.since.astimezone(zone):%d %b %H:%M} to {until:%d %b %H:%M %Z}"


def _lead(entries: Sequence[Entry], stories: Sequence[Card]) -> tuple[str, ...]:
    if not entries:
        return ("No incidents of any escalation type since the last digest.",)
    new = sum(entry.kind in (Verdict.NEW, Verdict.POSSIBLE) for entry in entries)
    parts = [f"{new} new" if new else "", f"{len(entries) - new} changed" if len(entries) > new else ""]
    counted = ", ".join(part for part in parts if part)
    if len(stories) < len(entries):
        counted += f", in {len(stories)} {'story' if len(stories) == 1 else 'stories'}"
    doubtful = sum(bool(one.doubt) for one in stories)
    counted += f", {doubtful} of them in doubt" if doubtful else ""
    killed = _killed([entry for entry in entries if not entry.notice.incident.doubt])
    lines = [counted + (f"; at least {killed} people killed" if killed else "") + "."]
    regions = Counter(one.region for one in stories if not one.doubt)
    if regions:
        lines.append("Where: " + ", ".join(f"{region} {count}" for region, count in regions.most_common(6)) + ".")
    return tuple(lines)


def _killed(entries: Sequence[Entry]) -> int:
    """The dead of all incidents; of two that may be the same, only once."""
    counted: set[str] = set()
    total = 0
    for entry in entries:
        incident = entry.notice.incident
        if incident.state != "retracted" and not counted & set(incident.possible_duplicates):
            total += figure_of(incident.killed) or 0
        counted.add(incident.id)
    return total


def _is_minor(one: Card) -> bool:
    return one.rank < MINOR and one.independent < 2 and one.kind in ("NEW", "UPDATE") and not one.also


def _sections(cards: Sequence[Card]) -> tuple[Section, ...]:
    regions = list(dict.fromkeys(one.region for one in cards))  # gravest first, since the cards are
    regions.sort(key=lambda region: region == UNPLACED)
    found = []
    wholes = WHOLE_IN_ALL
    number = 0
    for region in regions:
        mine = [one for one in cards if one.region == region]
        whole = [one for one in mine if one.rank >= 6.5 or one.kind in ("CORRECTION", "RETRACTION")]
        whole = (whole or mine[:1])[: min(WHOLE, wholes)]
        wholes -= len(whole)
        rest = [one for one in mine if one not in whole]
        for n, one in enumerate(whole):
            if one.lat is not None and number < MAPPED:
                number += 1
                whole[n] = replace(one, number=number)
        found.append(
            Section(
                region=region,
                cards=tuple(whole),
                lines=tuple(replace(one, headline=one_line(one.headline, 130)) for one in rest[:LINES]),
                more=max(0, len(rest) - LINES),
                worst=mine[0].severity,
            )
        )
    return tuple(found)


def _map(sections: Sequence[Section]) -> Picture | None:
    shown = sorted((one for section in sections for one in section.cards if one.number), key=lambda one: -one.rank)
    dots = [
        Dot(lat=one.lat, lon=one.lon, band=one.band, number=one.number, down=one.arrow == "↓")
        for one in shown
        if one.lat is not None and one.lon is not None
    ]
    alt = "Map: " + "; ".join(f"{one.number} {one.headline}" for one in shown[:10])
    return draw(dots, one_line(alt, 600))


def _duplicates(entries: Sequence[Entry], voice: Voice, basis: Basis) -> tuple[str, ...]:
    """Pairs that may be one incident and do not stand together already; each once."""
    names = dict(basis.headlines) | {
        entry.notice.incident.id: headline_of(entry.notice.incident, voice) for entry in entries
    }
    told: set[frozenset[str]] = set()
    lines = []
    for entry in entries:
        incident = entry.notice.incident
        if incident.doubt or incident.severity < MINOR:
            continue
        mine = basis.stories.get(incident.id, incident.id)
        for other in incident.possible_duplicates[:2]:
            pair = frozenset((incident.id, other))
            if pair in told or basis.stories.get(other, other) == mine:
                continue
            told.add(pair)
            beside = f"“{one_line(names[other], 80)}”" if other in names else one_line(other, 60)
            lines.append(f"“{one_line(names[incident.id], 80)}” may be the same as {beside}")
    return tuple(lines[:8])


def _held(decided: Sequence[Waiting]) -> tuple[Untold, ...]:
    codes = Counter(one.dispatch.code for one in decided if one.dispatch.mode is Mode.NEVER)
    return tuple(Untold(count=count, reason=_HELD_WORDS.get(code, code)) for code, count in codes.most_common())


def _mute_line(mute: Mute, voice: Voice) -> str:
    until = mute.until.astimezone(ZoneInfo(voice.zone))
    value = country_name(mute.value) if mute.scope == "country" else mute.value
    wake = f", or on {', '.join(sorted(mute.wake)).replace('_', ' ')}" if mute.wake else ""
    return f"{mute.scope} {one_line(value, 60)} until {until:%d %b %H:%M}{wake} ({voice.command} unmute {mute.id})"
