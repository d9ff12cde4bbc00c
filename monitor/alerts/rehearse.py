"""What a policy would have told over a stretch of the past: by day and rule, before it is switched on. Pure.

The notices of the past are decided on again, in order, with the memory they would have met; what would go out at once
passes through the same bundling and budget. Nothing is written or sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from monitor.alerts.bundle import Recent, Waiting, as_recent, plan
from monitor.alerts.policy import PERHAPS, Memory, Policy, Recipient, decide
from monitor.alerts.scrub import one_line
from monitor.types import Dispatch, Incident, LastTold, Mode, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One local day and rule of one recipient."""

    recipient: str
    day: str
    rule: str  #: a rule's name; 'by severity' where none covered
    now: int = 0  #: at once
    held: int = 0  #: at once, after a wait
    digest: int = 0
    never: int = 0
    example: str = ""  #: a headline that would have been told


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What would have happened."""

    rows: tuple[Row, ...]
    messages: tuple[tuple[str, str, int], ...]  #: recipient, local day, messages at once after bundling
    notices: int


@dataclass(slots=True)
class _Desk:
    """One recipient during the rehearsal."""

    recipient: Recipient
    folders: Collection[str]
    waiting: list[Waiting] = field(default_factory=list)
    recent: list[Recent] = field(default_factory=list)
    counts: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    examples: dict[tuple[str, str], str] = field(default_factory=dict)
    messages: Counter[str] = field(default_factory=Counter)

    def look(self, now: datetime) -> None:
        """Bundle what is due, as the courier would."""
        due = [one for one in self.waiting if one.dispatch.due is not None and one.dispatch.due <= now]
        if not due:
            return
        self.recent = [one for one in self.recent if now - one.at < timedelta(hours=1)]
        parcels = plan(due, self.recent, self.recipient, now, folders=self.folders).parcels
        done = {ident for parcel in parcels for ident in parcel.dispatch_ids}
        self.waiting = [one for one in self.waiting if one.dispatch.id not in done]
        for parcel in parcels:
            self.recent.append(as_recent(parcel, now))
            self.messages[self.day(now)] += 1

    def day(self, at: datetime) -> str:
        """The recipient's local day."""
        return at.astimezone(ZoneInfo(self.recipient.zone)).date().isoformat()

    def note(self, dispatch: Dispatch, notice: Notice, now: datetime) -> None:
        """Count a decision, and keep it where it waits to be told."""
        rule = dispatch.rule or ("first import" if dispatch.code == "first_import" else "by severity")
        if "scope undecided" in dispatch.reason:
            rule += ", scope undecided"
        key = (self.day(now), rule)
        self.counts.setdefault(key, Counter())[dispatch.mode.value] += 1
        if dispatch.mode in (Mode.NOW, Mode.HELD):
            self.examples.setdefault(key, one_line(notice.incident.headline, 80))
            self.waiting.append(Waiting(dispatch=dispatch, notice=notice))


def rehearse(
    notices: Iterable[Notice],
    policy: Policy,
    *,
    retold: Callable[[Incident, Sequence[str]], str | None] = lambda incident, told: None,
    folders: Collection[str] = (),
) -> Rehearsal:
    """Decide on `notices` (oldest first) as `policy` would have. `retold` names the incident, of those told of late,
    that another one only tells on; `folders` are the names of those that are watched."""
    desks = {each.name: _Desk(each, folders) for each in policy.recipients}
    told: dict[str, dict[str, LastTold]] = {}
    count = 0
    now: datetime | None = None
    for notice in notices:
        at = notice.at or now
        if at is None:
            continue
        if now is not None:
            step = now
            while step + timedelta(minutes=5) < at and any(desk.waiting for desk in desks.values()):
                step += timedelta(minutes=5)
                for desk in desks.values():
                    desk.look(step)
        now = at
        count += 1
        for dispatch in _decided(notice, policy, at, told, retold):
            desk = desks[dispatch.recipient]
            desk.note(dispatch, notice, at)
            if dispatch.mode in (Mode.NOW, Mode.HELD):
                known = told.setdefault(notice.incident.id, {})
                known[dispatch.recipient] = LastTold.of(notice.incident, dispatch.due or at)
            desk.look(at)
    for minutes in range(0, 13 * 60, 5):  # what is held over the end of the stretch
        if now is not None:
            for desk in desks.values():
                desk.look(now + timedelta(minutes=minutes))
    return Rehearsal(rows=_rows(desks), messages=_messages(desks), notices=count)


def _decided(
    notice: Notice,
    policy: Policy,
    at: datetime,
    told: Mapping[str, Mapping[str, LastTold]],
    retold: Callable[[Incident, Sequence[str]], str | None],
) -> tuple[Dispatch, ...]:
    """With the memory it would have met; as in the pipeline, what it tells on is asked only where it would be loud."""
    incident = notice.incident
    memory = Memory(told=told.get(incident.id, {}), near=_near(incident.possible_duplicates, told))
    dispatches = decide(notice, policy, now=at, memory=memory)
    if any(one.mode in (Mode.NOW, Mode.HELD) and one.recipient not in memory.told for one in dispatches):
        late = [ident for ident, known in told.items() if any(at - one.at <= PERHAPS for one in known.values())]
        head = retold(incident, late)
        if head is not None:
            near = _near((*incident.possible_duplicates, head), told)
            dispatches = decide(notice, policy, now=at, memory=replace(memory, near=near))
    return dispatches


def _near(ids: Sequence[str], told: Mapping[str, Mapping[str, LastTold]]) -> dict[str, LastTold]:
    return {name: one for ident in ids for name, one in told.get(ident, {}).items()}


def _rows(desks: dict[str, _Desk]) -> tuple[Row, ...]:
    return tuple(
        Row(
            recipient=name,
            day=day,
            rule=rule,
            now=counts["now"],
            held=counts["held"],
            digest=counts["digest"],
            never=counts["never"],
            example=desk.examples.get((day, rule), ""),
        )
        for name, desk in desks.items()
        for (day, rule), counts in sorted(desk.counts.items())
    )


def _messages(desks: dict[str, _Desk]) -> tuple[tuple[str, str, int], ...]:
    return tuple((name, day, n) for name, desk in desks.items() for day, n in sorted(desk.messages.items()))
