"""What a reader looks at: incidents by filter, whole, as a list and as points of a map. Reading only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime
from typing import TYPE_CHECKING, Any

from monitor.store import search
from monitor.store.decoded import load
from monitor.store.packing import unpack
from monitor.store.stamps import stamp
from monitor.types import Incident, Place

if TYPE_CHECKING:
    from monitor.store import Store

#: counting stops here: a page that says 'or more' is faster and as useful
MAX_COUNT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which incidents. Empty fields do not restrict."""

    since: datetime | None = None  #: changed at or after
    types: tuple[str, ...] = ()
    family: str = ""
    severity: float = 0.0
    country: str = ""  #: ISO alpha-2; 'XZ' for the high seas and unknown
    actor: str = ""
    source: str = ""
    text: str = ""  #: words of headline, place, parties, outlets, titles; the last as a beginning
    among: int = -1  #: of those that words are found in, the newest so many; -1: all
    states: tuple[str, ...] = ()
    first_day: Day | None = None  #: happened on this day or later
    last_day: Day | None = None
    merged: bool = False  #: tombstones too


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One incident as a list shows it."""

    seq: int
    id: str
    type: str
    family: str
    grade: str
    state: str
    severity: float
    headline: str
    country: str | None
    place: str | None
    lat: float | None
    lon: float | None
    date: str | None
    date_to: str | None
    first_report: str | None
    last_change: str | None
    reports: int
    independent: int
    value: bytes

    @property
    def incident(self) -> Incident:
        """All that is known; without the reports, where there are many."""
        return unpack(self.value, Incident)


_COLUMNS = ", ".join(f"i.{name}" for name in Row.__dataclass_fields__)


def _where(wanted: Filter) -> tuple[str, list[object]]:
    terms: list[str] = []
    values: list[object] = []

    def add(term: str, *bound: object) -> None:
        terms.append(term)
        values.extend(bound)

    if not wanted.merged:
        add("i.merged_into IS NULL")
    if wanted.states:
        # most incidents are open: the plus keeps SQLite from walking through all of them to sort by time
        column = "+i.state" if "open" in wanted.states else "i.state"
        add(f"{column} IN ({', '.join('?' * len(wanted.states))})", *wanted.states)
    if wanted.since:
        add("i.last_change >= ?", stamp(wanted.since))
    if wanted.types:
        add(f"i.type IN ({', '.join('?' * len(wanted.types))})", *wanted.types)
    if wanted.family:
        add("i.family = ?", wanted.family)
    if wanted.severity:
        add("i.severity >= ?", wanted.severity)
    if wanted.country == "XZ":
        add("i.country IS NULL")
    elif wanted.country:
        add("i.country = ?", wanted.country)
    if wanted.first_day:
        add("coalesce(i.date_to, i.date) >= ?", wanted.first_day.isoformat())
    if wanted.last_day:
        add("i.date <= ?", wanted.last_day.isoformat())
    phrases = [
        part
        for part in (
            search.phrase(wanted.text),
            search.phrase(wanted.actor, "actors"),
            search.phrase(wanted.source, "sources"),
        )
        if part
    ]
    if phrases:
        add(
            "i.seq IN (SELECT rowid FROM incident_search WHERE incident_search MATCH ? ORDER BY rowid DESC LIMIT ?)",
            " AND ".join(phrases),
            wanted.among,
        )
    elif wanted.text or wanted.actor or wanted.source:
        add("0")
    return " AND ".join(terms) or "1", values


def find(store: Store, wanted: Filter, limit: int = 50, offset: int = 0) -> tuple[Incident, ...]:
    """Incidents that fit, whole, latest change first."""
    seqs = [row[0] for row in _select(store, "i.seq", wanted, limit, offset)]
    found: dict[int, Incident] = {}
    for start in range(0, len(seqs), 500):
        found |= load(store, seqs[start : start + 500])
    return tuple(found[seq] for seq in seqs if seq in found)


def listing(store: Store, wanted: Filter, limit: int = 50, offset: int = 0) -> tuple[Row, ...]:
    """Incidents that fit, latest change first."""
    return _as_rows(_select(store, _COLUMNS, wanted, limit, offset))


def _select(store: Store, columns: str, wanted: Filter, limit: int, offset: int) -> list[tuple[Any, ...]]:
    where, bound = _where(wanted)
    return store.execute(
        f"SELECT {columns} FROM incident i WHERE {where} "  # noqa: S608 - parts are ours, values are bound
        "ORDER BY i.last_change DESC, i.seq DESC LIMIT ? OFFSET ?",
        (*bound, limit, offset),
    ).fetchall()


def _as_rows(found: Iterable[Sequence[Any]]) -> tuple[Row, ...]:
    return tuple(Row(**dict(zip(Row.__dataclass_fields__, row, strict=True))) for row in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One incident as a map shows it."""

    id: str
    headline: str
    severity: float
    lat: float | None
    lon: float | None
    rough: bool  #: only the country, province or sea is known


@dataclass(frozen=True, slots=True)
class _Placed:
    """The one part of a stored incident that a map needs and no column holds; the rest is not decoded."""

    place: Place | None = None


def points(rows: Sequence[Row]) -> tuple[Point, ...]:
    """Rows of a listing with their values, as a map shows them."""
    found = []
    for row in rows:
        place = unpack(row.value, _Placed).place if row.lat is not None else None
        rough = place is not None and place.rough
        found.append(
            Point(id=row.id, headline=row.headline, severity=row.severity, lat=row.lat, lon=row.lon, rough=rough)
        )
    return tuple(found)


def count(store: Store, wanted: Filter) -> int:
    """How many fit, at most MAX_COUNT."""
    where, bound = _where(wanted)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM incident i WHERE {where} LIMIT {MAX_COUNT})"  # noqa: S608
    (found,) = store.execute(sql, bound).fetchone()
    return int(found)


def revision(store: Store) -> str:
    """Changes whenever any incident does; cheap enough to ask every second."""
    row = store.execute("SELECT max(seq), max(last_change) FROM incident").fetchone()
    return f"{row[0] or 0}.{row[1] or ''}"


def at_place(store: Store, place: str, country: str | None, *, but: str, limit: int = 20) -> tuple[Row, ...]:
    """Other incidents at a place of this name, latest first."""
    rows = store.execute(
        f"SELECT {_COLUMNS} FROM incident i WHERE i.place = ? AND i.country IS ? AND i.id <> ? "  # noqa: S608
        "AND i.merged_into IS NULL ORDER BY i.date DESC LIMIT ?",
        (place, country, but, limit),
    )
    return _as_rows(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """That somebody was told of an incident, or why not."""

    recipient: str
    mode: str
    reason: str
    at: str


def told(store: Store, incident_id: str, limit: int = 20) -> tuple[Telling, ...]:
    """Who was told of an incident, latest first."""
    rows = store.execute(
        "SELECT recipient, mode, reason, at FROM dispatch WHERE incident_id = ? ORDER BY at DESC LIMIT ?",
        (incident_id, limit),
    )
    return tuple(Telling(recipient=row[0], mode=row[1], reason=row[2], at=row[3]) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDigest:
    """A digest that was made."""

    recipient: str
    slot: str
    message_id: str
    subject: str


def past_digests(store: Store, limit: int = 60) -> tuple[PastDigest, ...]:
    """Digests that were made, latest first."""
    rows = store.execute(
        "SELECT d.recipient, d.slot, d.message_id, m.subject FROM digest d JOIN message m "
        "ON m.id = d.message_id ORDER BY d.made DESC LIMIT ?",
        (limit,),
    )
    return tuple(PastDigest(recipient=row[0], slot=row[1], message_id=row[2], subject=row[3]) for row in rows)
