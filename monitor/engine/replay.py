"""Archived articles passed through the pipeline in order of publication, the clock following them, sending nothing.

Files are read twice: once for the times, so that nothing but the order is held in memory, and once line by line in that
order. The form of both lines is described in docs/replay.md and never loses a key.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import IO, Any

import msgspec

from monitor.engine.local import Local
from monitor.events.sides.aliases import abbreviation_of, state_of
from monitor.flow import Flow
from monitor.forms import when_and_where
from monitor.pipeline import Result
from monitor.sources.dates import read_date
from monitor.store import Store
from monitor.store import incidents as kept_incidents
from monitor.types import Decision, Evidence, Incident, Item, Party, Role, figure_of

MAX_LINE = 20_000_000

#: read in groups: one transaction each
_TOGETHER = 32


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One archived article; further keys are ignored."""

    id: str | int
    title: str | None = None
    text: str | None = None
    html: str | None = None
    published: str | int | float | None = None
    date: str | int | float | None = None  #: stands in where there is no `published`; archives often name it so
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that is no article."""

    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


@dataclass(slots=True)
class Tally:
    """What a replay did."""

    articles: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    bad: int = 0
    incidents: int = 0


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    at: datetime
    file: int
    line: int
    offset: int
    precision: str


def replay(
    files: Sequence[str],
    flow: Flow,
    store: Store,
    out: IO[bytes],
    *,
    accept_all: bool = False,
    on_bad: Callable[[Bad], None] = lambda bad: None,
    on_progress: Callable[[int, int], None] = lambda done, of: None,
) -> Tally:
    """Pass every article of `files` through `flow` and write a line for each to `out`, in order of publication.

    Incidents are named in `out` by the ids they have at the end, merges included.
    """
    tally = Tally()
    with ExitStack() as stack:
        opened = [stack.enter_context(open(path, "rb")) for path in files]
        entries = []
        for number, (path, file) in enumerate(zip(files, opened, strict=True)):
            entries += list(_scan(number, path, file, tally, on_bad))
        entries = _timed(entries)
        written = stack.enter_context(tempfile.TemporaryFile())
        clock = _Clock()
        engine = Local(flow=flow, store=store, accept_all=accept_all)
        for start in range(0, len(entries), _TOGETHER):
            group = []
            for entry in entries[start : start + _TOGETHER]:
                clock.follow(entry)
                group.append(_item(entry, opened, files, clock.now()))
            prepared = engine.prepare(item for item, _ in group)
            with store.transaction():  # one sync for all of them; each is still undone alone
                for (item, ident), each in zip(group, prepared, strict=True):
                    result = engine.settle(each, item.received)
                    tally.articles += 1
                    tally.verdicts[result.verdict.value] += 1
                    written.write(msgspec.json.encode(line_of(result, ident, store)) + b"\n")
            on_progress(min(start + _TOGETHER, len(entries)), len(entries))
        written.seek(0)
        _hand_over(written, out, store)
    tally.incidents = sum(kept_incidents.counts(store).values())
    return tally


def line_of(result: Result, ident: str | int, store: Store) -> dict[str, Any]:
    """The documented form of one result."""
    incidents = []
    for decision in result.decisions:
        incident = kept_incidents.get(store, decision.incident_id) if decision.incident_id else None
        if incident is not None or decision.event.role is Role.BACKGROUND:
            incidents.append(_incident(decision, incident))
    reasons = [*result.reading.reasons]
    reasons += [f"kept quiet ({each.reason}): {each.text}" for each in result.reading.silenced]
    reasons += [reason.text for decision in result.decisions for reason in decision.reasons]
    return {"id": ident, "decision": result.verdict.value, "incidents": incidents, "reasons": reasons}


# ---- reading ------------------------------------------------------------------------------------------------------


def _scan(number: int, path: str, file: IO[bytes], tally: Tally, on_bad: Callable[[Bad], None]) -> Iterator[_Entry]:
    """Where each article stands and when it was published; `at` is the smallest moment where it does not say."""
    offset, count = 0, 0
    latest = datetime.now(UTC)
    while True:
        data = file.readline(MAX_LINE + 1)
        if not data:
            return
        count += 1
        here, offset = offset, offset + len(data)
        if len(data) > MAX_LINE:
            while data and not data.endswith(b"\n"):
                data = file.readline(MAX_LINE)
                offset += len(data)
            tally.bad += 1
            on_bad(Bad(path, count, f"longer than {MAX_LINE:,} bytes"))
            continue
        if not data.strip():
            continue
        try:
            line = _line(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            tally.bad += 1
            on_bad(Bad(path, count, f"no article: {error}"))
            continue
        given = line.published if line.published is not None else line.date
        at, precision = read_date(given, latest)
        if given is not None and at is None:
            tally.bad += 1
            on_bad(Bad(path, count, f"published {str(given)[:60]!r} is no time between 1990 and tomorrow"))
            continue
        yield _Entry(at or datetime.min.replace(tzinfo=UTC), number, count, here, precision)


def _line(data: bytes) -> Line:
    line = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Line)
    if not str(line.id).strip():
        raise msgspec.ValidationError("the id is empty")
    return line


def _timed(entries: list[_Entry]) -> list[_Entry]:
    """In order of publication. An article without a time stays behind the one before it in its file, or, at the head
    of a file, before the first one with a time."""
    unknown = datetime.min.replace(tzinfo=UTC)
    placed: list[_Entry] = []
    known: datetime | None = None
    file = -1
    for entry in entries:
        if entry.file != file:
            file, known = entry.file, None
        if entry.at == unknown and known is None:
            ahead = (each.at for each in entries if each.file == file and each.at != unknown)
            known = next(ahead, datetime.now(UTC))
        known = entry.at if entry.at != unknown else known
        assert known is not None
        placed.append(_Entry(known, entry.file, entry.line, entry.offset, entry.precision))
    return sorted(placed)


class _Clock:
    """Follows the articles and never goes back."""

    def __init__(self) -> None:
        self._at = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        return self._at

    def follow(self, entry: _Entry) -> None:
        # of an article dated by the day alone, all that is known is that the day's end has it
        at = entry.at + timedelta(hours=23, minutes=59) if entry.precision == "day" else entry.at
        self._at = max(self._at, at)


def _item(entry: _Entry, files: Sequence[IO[bytes]], paths: Sequence[str], now: datetime) -> tuple[Item, str | int]:
    file = files[entry.file]
    file.seek(entry.offset)
    line = _line(file.readline(MAX_LINE + 1))
    known = entry.precision != "unknown"
    text = line.text or ""
    return Item(
        source="replay",
        key=str(line.id),
        subject=f"{os.path.basename(paths[entry.file])}:{entry.line}",
        received=now,
        title=line.title or "",
        text=text,
        html="" if text else line.html or "",
        outlet=line.outlet,
        url=line.url,
        published=entry.at if known else None,
        published_precision=entry.precision,
        article_id=str(line.id),
    ), line.id


# ---- writing ------------------------------------------------------------------------------------------------------


def _incident(decision: Decision, incident: Incident | None) -> dict[str, Any]:
    """What the article says of one incident; where it names no date or place, those of the incident stand in."""
    event = decision.event
    when = event.when or (incident.when if incident else None)
    place = event.place or (incident.place if incident else None)
    return {
        "incident": incident.id if incident else None,
        "role": event.role.value,
        "verdict": decision.verdict.value,
        "type": event.type,
        "modality": event.modality.value,
        **when_and_where(when, place),
        "actors": [party.name for party in event.actors],
        "targets": [party.name for party in event.targets],
        "weapon": event.weapon,
        "killed": figure_of(event.killed),
        "wounded": figure_of(event.wounded),
        "claimed_by": claimant(event.claimed_by),
        "severity": round(incident.severity, 1) if incident else None,
        "confidence": round(event.confidence, 2),
        "evidence": [_evidence(each) for each in event.evidence],
    }


def claimant(party: Party | None) -> str | None:
    """The name of a side, of a state's body the state too, the text's own names and what a group is called for short:
    'Israel (IDF)', 'Iran (IRGC)', 'Balochistan Liberation Army (BLA)'."""
    if party is None:
        return None
    master = state_of(party)
    name = f"{master} ({party.name})" if master else party.name
    folded = party.name.casefold()
    spelt = [" ".join(each.split()) for each in party.as_written.split(",")]
    short = abbreviation_of(party)
    if short and short not in spelt:
        spelt.append(short)
    others = [each for each in spelt if folded not in each.casefold() and each.casefold() not in name.casefold()]
    if not others:
        return name
    return f"{name}, {', '.join(others)}" if master else f"{name} ({', '.join(others)})"


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"field": evidence.field, "start": evidence.start, "end": evidence.end, "text": evidence.text}


def _hand_over(written: IO[bytes], out: IO[bytes], store: Store) -> None:
    """Copy the lines, naming merged incidents by their survivors."""
    merged = "merged" in kept_incidents.counts(store)
    for data in written:
        if merged:
            line = msgspec.json.decode(data)
            for each in line["incidents"]:
                if each["incident"] is not None:
                    each["incident"] = kept_incidents.survivor(store, each["incident"])
            data = msgspec.json.encode(line) + b"\n"
        out.write(data)
