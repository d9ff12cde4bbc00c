"""How waiting dispatches become messages: one alert, a burst, a catch-up, or a summary when the hour is full. Pure.

waiting ──> by incident ──> late ones ──> one catch-up
                       └──> budget left? no ──> held ──> summary, at most one in fifteen minutes
                            └──> many of one kind and region? ──> burst ──> else one alert each
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.alerts.policy import Recipient
from monitor.alerts.regions import country_name
from monitor.taxonomy import type_of
from monitor.types import Change, Dispatch, Incident, Mode, Notice, Verdict, figure_of

LATE = timedelta(minutes=10)  #: sent so long after it was due, an alert is marked late
GROUP_SPAN = timedelta(minutes=15)  #: alerts so close together count to one burst
SUMMARY_EVERY = timedelta(minutes=15)
SUMMARIES = 4  #: messages of the hour kept back for summaries
ALWAYS_SINGLE = 9.0  #: from this severity on nothing is gathered into a burst, or waits behind what is less grave
#: why something is held
THE_HOUR = "beyond this hour's limit of single messages"
ONE_SOURCE = "beyond the limit of single messages from one source"
ONE_FOLDER = "beyond the limit of single messages from one folder"
GATHERED = "gathered with others of its kind and region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A dispatch that is due, with its notice."""

    dispatch: Dispatch
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A message of the last hour, as far as budget and bursts need to know it."""

    kind: str
    at: datetime
    group: str = ""
    source: str = ""
    severity: float = 0.0  #: of the gravest in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident in a parcel: its latest notice, all changes the reader has not heard of, and why he hears of it."""

    notice: Notice
    dispatches: tuple[Dispatch, ...]
    changes: tuple[Change, ...]
    kind: Verdict  #: NEW while nothing of it was told yet

    @property
    def severity(self) -> float:
        """Of the incident as it stands now."""
        return self.notice.incident.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One message to be composed."""

    id: str
    kind: str  #: alert | burst | catch_up | summary
    entries: tuple[Entry, ...]  #: gravest first
    channels: tuple[str, ...]
    group: str = ""
    source: str = ""
    late: bool = False
    limits: tuple[str, ...] = ()  #: of a summary: what the entries were held by

    @property
    def dispatch_ids(self) -> tuple[str, ...]:
        """Every dispatch that is answered by this message."""
        return tuple(one.id for entry in self.entries for one in entry.dispatches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One incident that goes on waiting: until when at the latest, and why."""

    dispatches: tuple[Dispatch, ...]
    until: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What leaves now and what is held; all that waits is in one of them."""

    parcels: tuple[Parcel, ...]
    held: tuple[Held, ...]


def group_of(incident: Incident) -> str:
    """'strike, Kyiv oblast': what alerts must share to be one burst. '' where the place is unknown."""
    place = incident.place
    if place is None:
        return ""
    where = place.region or country_name(place.country) or place.name
    return f"{incident.family or type_of(incident.type).family}, {where}"


def source_of(incident: Incident, folders: Collection[str]) -> str:
    """The source that reported it first; where that is one of `folders`, the outlet that its file names.

    That is never the feed of the same outlet: no file can use up what is another's."""
    if not incident.events:
        return ""
    first = incident.events[0]
    outlet = first.publisher or first.outlet
    return f"{first.source}: {outlet}" if outlet and first.source in folders else first.source


def merge(waiting: Sequence[Waiting]) -> tuple[Entry, ...]:
    """One entry an incident. What was never told is new, however often it changed meanwhile."""
    by_incident: dict[str, list[Waiting]] = {}
    for one in waiting:
        by_incident.setdefault(one.dispatch.incident_id, []).append(one)
    return tuple(_entry(group) for group in by_incident.values())


def _entry(group: list[Waiting]) -> Entry:
    ordered = sorted(group, key=lambda one: (one.notice.incident.version, one.dispatch.at or datetime.min))
    first, last = ordered[0].notice, ordered[-1].notice
    kinds = [one.notice.kind for one in ordered]
    kind = last.kind
    untold = all(one.dispatch.mode is Mode.DIGEST for one in ordered)
    told_on = kind is Verdict.UPDATE or (kind is Verdict.CORRECTION and untold)
    if told_on and first.kind in (Verdict.NEW, Verdict.POSSIBLE):
        kind = first.kind
    if Verdict.CORRECTION in kinds and kind is Verdict.UPDATE:
        kind = Verdict.CORRECTION
    return Entry(
        notice=last,
        dispatches=tuple(one.dispatch for one in ordered),
        changes=()
        if kind in (Verdict.NEW, Verdict.POSSIBLE)
        else combine(change for one in ordered for change in one.notice.changes),
        kind=kind,
    )


def combine(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes in order, folded by field: 'killed 2 -> 5' and 'killed 5 -> 9' are told as 'killed 2 -> 9'; what is as it
    was at first is told no more."""
    folded: dict[str, Change] = {}
    for change in changes:
        before = folded.get(change.field)
        if before is None or before.before is None or before.before == change.before:
            folded[change.field] = change
            continue
        if change.after == before.before:
            del folded[change.field]
            continue
        was, now = before.before, change.after
        if change.field == "type" and now:
            was, now = type_of(was).label.lower(), type_of(now).label.lower()
        text = f"{change.field.replace('_', ' ')} {was} -> {now}"
        folded[change.field] = Change(
            field=change.field, before=before.before, after=change.after, text=text, material=change.material
        )
    return tuple(folded.values())


def gravity(entry: Entry) -> tuple[float, int, str]:
    """Sorts the gravest first: by severity, then by the dead."""
    return (-entry.severity, -(figure_of(entry.notice.incident.killed) or 0), entry.notice.incident.id)


def plan(
    waiting: Sequence[Waiting],
    recent: Sequence[Recent],
    recipient: Recipient,
    now: datetime,
    *,
    folders: Collection[str] = (),
) -> Plan:
    """The messages to send now, and what goes on waiting for its burst or for the next summary.

    `folders` are the names of sources of which every outlet counts as one; any other source is one."""
    parcels: list[Parcel] = []
    held: list[Held] = []
    for channels in dict.fromkeys(one.dispatch.channels for one in waiting):
        entries = merge([one for one in waiting if one.dispatch.channels == channels])
        entries = tuple(sorted(entries, key=gravity))
        planner = _Planner(recipient, (*recent, *(as_recent(one, now) for one in parcels)), now, channels, folders)
        planner.plan(entries)
        parcels += planner.parcels
        held += planner.held
    return Plan(parcels=tuple(parcels), held=tuple(held))


def as_recent(parcel: Parcel, at: datetime) -> Recent:
    """A message as the next plan sees it."""
    return Recent(
        kind=parcel.kind, at=at, group=parcel.group, source=parcel.source, severity=parcel.entries[0].severity
    )


class _Planner:
    """One pass for one recipient and one set of channels."""

    def __init__(
        self,
        recipient: Recipient,
        recent: Sequence[Recent],
        now: datetime,
        channels: tuple[str, ...],
        folders: Collection[str],
    ) -> None:
        self.recipient = recipient
        self.now = now
        self.channels = channels
        self.folders = folders
        self.hour = [one for one in recent if now - one.at < timedelta(hours=1)]
        self.parcels: list[Parcel] = []
        self.held: list[Held] = []
        self.overflow: list[tuple[Entry, str]] = []

    def plan(self, entries: Sequence[Entry]) -> None:
        late = [entry for entry in entries if self._late(entry)]
        if len(late) > 1:
            self._add("catch_up", late, late=True)
        else:
            for entry in late:
                self._send_or_overflow("alert", [entry], late=True)
        prompt = [entry for entry in entries if entry not in late]
        grouped: dict[str, list[Entry]] = {}
        for entry in prompt:
            group = group_of(entry.notice.incident)
            if entry.severity >= ALWAYS_SINGLE or not group or entry.kind is Verdict.RETRACTION:
                self._send_or_overflow("alert", [entry])
            else:
                grouped.setdefault(group, []).append(entry)
        for group, members in grouped.items():
            self._group(group, members)
        if self.overflow:
            self._summarize()

    def _late(self, entry: Entry) -> bool:
        """Held by quiet hours, or due while nothing was running. Waiting for a burst or a summary is not late."""
        first = entry.dispatches[0]
        if first.code == "quiet_hours":
            return True
        return first.due is not None and self.now - first.due > LATE + SUMMARY_EVERY

    def _group(self, group: str, members: list[Entry]) -> None:
        near = [one for one in self.hour if one.group == group and self.now - one.at < GROUP_SPAN]
        room = self.recipient.group_after - sum(one.kind == "alert" for one in near)
        if len(members) <= room and not any(one.kind == "burst" for one in near):
            for entry in members:
                self._send_or_overflow("alert", [entry])
            return
        if len(members) == 1 and not near:
            self._send_or_overflow("alert", members)
            return
        gather = timedelta(minutes=self.recipient.group_min)
        last = max((one.at for one in near), default=None)
        until = max(self._oldest(members), last or self.now) + gather
        # the first burst of many that came together leaves at once; later ones gather first
        if last is None or self.now >= until:
            self._send_or_overflow("burst" if len(members) > 1 else "alert", members)
        else:
            self.held += [Held(dispatches=entry.dispatches, until=until, why=GATHERED) for entry in members]

    def _oldest(self, entries: Iterable[Entry]) -> datetime:
        return min((entry.dispatches[0].due or self.now) for entry in entries)

    def _send_or_overflow(self, kind: str, entries: list[Entry], *, late: bool = False) -> None:
        limit = self._limit(entries[0])
        if limit:
            self.overflow += [(entry, limit) for entry in entries]
        else:
            self._add(kind, entries, late=late)

    def _limit(self, entry: Entry) -> str:
        """The limit that holds it back, in words; '' for none.

        From ALWAYS_SINGLE on, only what is as grave counts against it: the hour keeps some messages for that. As a feed
        may say of anything that it is grave, none has more than two thirds of the hour, so that others are heard; as a
        folder may name ever new outlets, it leaves a sixth of the hour to other sources."""
        grave = entry.severity >= ALWAYS_SINGLE
        third = max(1, self.recipient.per_hour // 3)
        most, most_lesser = max(1, self.recipient.per_hour - SUMMARIES), 2 * third
        spent = [one for one in self.hour if one.kind in ("alert", "burst", "catch_up")]
        if _full(spent, most, most_lesser, grave):
            return THE_HOUR
        source = source_of(entry.notice.incident, self.folders)
        folder, sixth = self._folder(source), self.recipient.per_hour // 6
        beside = [one for one in spent if folder and self._folder(one.source) == folder]
        if beside and _full(beside, most - sixth, most_lesser - sixth, grave):
            return ONE_FOLDER
        mine = [one for one in spent if source and one.source == source]
        rivals = [one for one in mine if one.severity >= entry.severity] if grave else mine
        return ONE_SOURCE if len(rivals) >= third or len(mine) >= 2 * third else ""

    def _folder(self, source: str) -> str:
        """The folder that holds the outlet of this source; '' for a feed."""
        return next((name for name in self.folders if source == name or source.startswith(f"{name}: ")), "")

    def _summarize(self) -> None:
        """All that is beyond a limit in one message, where the last one is long enough ago; else it is held."""
        last = max((one.at for one in self.hour if one.kind == "summary"), default=None)
        until = (last or self._oldest(entry for entry, _ in self.overflow)) + SUMMARY_EVERY
        if self.now >= until:
            limits = tuple(sorted({limit for _, limit in self.overflow}))
            self._add("summary", [entry for entry, _ in self.overflow], limits=limits)
        else:
            self.held += [Held(dispatches=entry.dispatches, until=until, why=why) for entry, why in self.overflow]

    def _add(self, kind: str, entries: list[Entry], *, late: bool = False, limits: tuple[str, ...] = ()) -> None:
        ordered = tuple(sorted(entries, key=gravity))
        incident = ordered[0].notice.incident
        ids = sorted(one.id for entry in ordered for one in entry.dispatches)
        parcel = Parcel(
            id=f"{kind}-" + hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16],
            kind=kind,
            entries=ordered,
            channels=self.channels,
            group=group_of(incident) if kind in ("alert", "burst") else "",
            source=source_of(incident, self.folders) if kind in ("alert", "burst") else "",
            late=late,
            limits=limits,
        )
        self.parcels.append(parcel)
        self.hour.append(as_recent(parcel, self.now))


def _full(spent: Sequence[Recent], most: int, most_lesser: int, grave: bool) -> bool:
    """Whether there are `most` of them, or as many lesser ones as there may be where this is one."""
    return len(spent) >= most or (not grave and sum(one.severity < ALWAYS_SINGLE for one in spent) >= most_lesser)
