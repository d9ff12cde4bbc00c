"""What a reader looks at: incidents by filter, counts over time, and what is usual. Reading only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from monitor.store import search
from monitor.store.packing import unpack

if TYPE_CHECKING:
    from monitor.store import Store

#: counting stops here: a page that says 'or more' is faster and as useful
MAX_COUNT = 2_000
#: what is 'usual' is the mean over this many days
BASELINE_DAYS = 90
#: with fewer days known before, nothing is called usual
KNOWN_DAYS = 3.0
#: what counts as severe at a glance
SEVERE = 7.0


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
    q: str = ""
    states: tuple[str, ...] = ("open", "retracted")


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


_COLUMNS = (
    "i.seq, i.id, i.type, i.family, i.grade, i.state, i.severity, i.headline, i.country, i.place, i.lat, i.lon, "
    "i.date, i.date_to, i.first_report, i.last_change, i.reports, i.independent"
)


def _where(wanted: Filter) -> tuple[str, list[object]]:
    terms: list[str] = ["i.merged_into IS NULL"]
    values: list[object] = []

    def add(term: str, *bound: object) -> None:
        terms.append(term)
        values.extend(bound)

    if wanted.states:
        # most incidents are open: the plus keeps SQLite from walking through all of them to sort by time
        column = "i.state" if wanted.states in (("retracted",), ("dismissed",)) else "+i.state"
        add(f"{column} IN ({', '.join('?' * len(wanted.states))})", *wanted.states)
    if wanted.since:
        add("i.last_change >= ?", wanted.since.isoformat())
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
    phrases = [
        part
        for part in (
            search.phrase(wanted.q),
            search.phrase(wanted.actor, "actors"),
            search.phrase(wanted.source, "sources"),
        )
        if part
    ]
    if phrases:
        add(
            "i.seq IN (SELECT rowid FROM incident_search WHERE incident_search MATCH ? "
            "ORDER BY rowid DESC LIMIT 20000)",
            " AND ".join(phrases),
        )
    elif wanted.q or wanted.actor or wanted.source:
        add("0")
    return " AND ".join(terms), values


def listing(store: Store, wanted: Filter, *, limit: int = 50, offset: int = 0, values: bool = True) -> tuple[Row, ...]:
    """Incidents that fit, latest change first. Without `values` the stored value is left out (b'')."""
    where, bound = _where(wanted)
    column = "i.value" if values else "x''"
    rows = store.execute(
        f"SELECT {_COLUMNS}, {column} FROM incident i WHERE {where} "  # noqa: S608 - parts are ours, values are bound
        "ORDER BY i.last_change DESC, i.seq DESC LIMIT ? OFFSET ?",
        (*bound, limit, offset),
    )
    names = Row.__dataclass_fields__
    return tuple(Row(**dict(zip(names, row, strict=True))) for row in rows)


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
class _Precision:
    precision: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """The one part of a stored incident that a map needs and no column holds; the rest is not decoded."""

    place: _Precision | None = None


def points(store: Store, wanted: Filter, *, limit: int = 500) -> tuple[Point, ...]:
    """The incidents that `listing` begins with, as a map shows them."""
    where, bound = _where(wanted)
    rows = store.execute(
        f"SELECT i.id, i.headline, i.severity, i.lat, i.lon, i.value FROM incident i WHERE {where} "  # noqa: S608
        "ORDER BY i.last_change DESC, i.seq DESC LIMIT ?",
        (*bound, limit),
    )
    found = []
    for id_, headline, severity, lat, lon, value in rows:
        place = unpack(value, _Placed).place if lat is not None else None
        rough = place is not None and place.precision in ("country", "province", "sea")
        found.append(Point(id=id_, headline=headline, severity=severity, lat=lat, lon=lon, rough=rough))
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


def hours(store: Store, now: datetime, *, back: int = 48) -> tuple[tuple[datetime, int], ...]:
    """Incidents first reported in each of the last `back` hours, oldest first."""
    start = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=back - 1)
    rows = store.execute(
        "SELECT substr(first_report, 1, 13), count(*) FROM incident "
        "WHERE first_report >= ? AND merged_into IS NULL GROUP BY 1",
        (start.isoformat(),),
    )
    found = dict(rows.fetchall())
    moments = [start + timedelta(hours=step) for step in range(back)]
    return tuple((moment, int(found.get(moment.isoformat()[:13], 0))) for moment in moments)


def by_type(store: Store, now: datetime, *, hours: int = 24) -> tuple[tuple[str, int, float | None], ...]:
    """(type, incidents of the last `hours`, usual number for as long a time), most first.

    The usual is None where the store is too young to know one."""
    start = (now - timedelta(hours=hours)).isoformat()
    base = (now - timedelta(days=BASELINE_DAYS)).isoformat()
    rows = store.execute(
        "SELECT type, sum(first_report >= ?), sum(first_report < ?) FROM incident "
        "WHERE first_report >= ? AND merged_into IS NULL GROUP BY +type",
        (start, start, base),
    ).fetchall()
    days = days_known(store, now) - hours / 24
    found = [
        (name, int(new or 0), (old or 0) * hours / (24 * days) if days >= KNOWN_DAYS else None)
        for name, new, old in rows
    ]
    return tuple(sorted(found, key=lambda row: (-row[1], -(row[2] or 0))))


def days_known(store: Store, now: datetime) -> float:
    """How many of the last BASELINE_DAYS the store knows anything of: since its first incident."""
    (first,) = store.execute("SELECT min(first_report) FROM incident WHERE merged_into IS NULL").fetchone()
    if first is None:
        return 0.0
    return min(float(BASELINE_DAYS), max(0.0, (now - datetime.fromisoformat(first)).total_seconds() / 86400))


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The last 24 hours at a glance."""

    incidents: int
    usual: float | None  #: a day; None where the store is too young to know
    severe: int  #: of severity SEVERE or more
    worst: tuple[str, str, float] | None  #: id, headline, severity


def today(store: Store, now: datetime, usual: float | None) -> Today:
    """What was first reported in the last 24 hours, beside the usual day."""
    start = (now - timedelta(hours=24)).isoformat()
    where = "first_report >= ? AND merged_into IS NULL AND +state = 'open'"
    n, severe = store.execute(
        f"SELECT count(*), total(severity >= ?) FROM incident WHERE {where}",  # noqa: S608 - the condition is ours
        (SEVERE, start),
    ).fetchone()
    worst = store.execute(
        f"SELECT id, headline, severity FROM incident WHERE {where} ORDER BY severity DESC, seq DESC LIMIT 1",  # noqa: S608
        (start,),
    ).fetchone()
    return Today(incidents=int(n), usual=usual, severe=int(severe), worst=worst)


def usual_day(store: Store, now: datetime) -> float | None:
    """Incidents of a usual day: the mean of the days before the last 24 hours; None where too few are known."""
    days = days_known(store, now) - 1
    if days < KNOWN_DAYS:
        return None
    (n,) = store.execute(
        "SELECT count(*) FROM incident WHERE first_report >= ? AND first_report < ? AND merged_into IS NULL",
        ((now - timedelta(days=BASELINE_DAYS)).isoformat(), (now - timedelta(hours=24)).isoformat()),
    ).fetchone()
    return float(n / days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """How escalated a country is now, with its parts."""

    value: float | None  #: 100 is its own usual; None where the store is too young to know a usual
    week: int  #: incidents of the last 7 days
    usual_week: float
    gravity: float  #: mean severity of the week
    usual_gravity: float
    days: tuple[tuple[str, int], ...]  #: every day of the last 90, oldest first
    bursts: tuple[str, ...]  #: days far above the mean (more than 3 standard deviations, and at least 3 incidents)


def indexes(store: Store, now: datetime, country: str | None = None) -> Mapping[str, Index]:
    """The escalation index of every country with incidents in the last 90 days, or of one: the week's summed severity
    against the mean week of the days before.

    100 x (week + 1) / (usual + 1), so that a quiet country's first incident is no division by nothing."""
    cut = (now - timedelta(days=7)).isoformat()
    base = (now - timedelta(days=BASELINE_DAYS)).isoformat()
    known = days_known(store, now)
    term, bound = ("country = ?", [country]) if country else ("country IS NOT NULL", [])
    rows = store.execute(
        "SELECT country, substr(first_report, 1, 10), count(*), sum(first_report >= ?), "  # noqa: S608 - the term is ours
        "total(severity * (first_report >= ?)), total(severity) FROM incident "
        f"WHERE {term} AND first_report >= ? AND merged_into IS NULL GROUP BY 1, 2",
        (cut, cut, *bound, base),
    )
    by_country: dict[str, list[tuple[str, int, int, float, float]]] = {country: []} if country else {}
    for code, *rest in rows:
        by_country.setdefault(code, []).append((rest[0], rest[1], rest[2], rest[3], rest[4]))
    return {code: _index(days, now, known) for code, days in by_country.items()}


def _index(rows: Sequence[tuple[str, int, int, float, float]], now: datetime, known: float) -> Index:
    found = {day: n for day, n, *_ in rows}
    week, week_sum = sum(row[2] for row in rows), sum(row[3] for row in rows)
    before, before_sum = sum(row[1] for row in rows) - week, sum(row[4] for row in rows) - week_sum
    weeks = (known - 7) / 7
    days = tuple(
        (day, found.get(day, 0))
        for day in ((now - timedelta(days=back)).date().isoformat() for back in range(BASELINE_DAYS - 1, -1, -1))
    )
    counts = [n for _, n in days[-max(1, round(known)) :]]
    mean = sum(counts) / len(counts)
    spread = (sum((n - mean) ** 2 for n in counts) / len(counts)) ** 0.5
    return Index(
        value=100 * (week_sum + 1) / (before_sum / weeks + 1) if weeks >= 1 else None,
        week=week,
        usual_week=before / weeks if weeks >= 1 else 0.0,
        gravity=week_sum / week if week else 0.0,
        usual_gravity=before_sum / before if before else 0.0,
        days=days,
        bursts=tuple(day for day, n in days if n >= 3 and n > mean + 3 * spread) if weeks >= 1 else (),
    )


def at_place(store: Store, place: str, country: str | None, *, but: str, limit: int = 20) -> tuple[Row, ...]:
    """Other incidents at a place of this name, latest first."""
    rows = store.execute(
        f"SELECT {_COLUMNS}, x'' FROM incident i WHERE i.place = ? AND i.country IS ? AND i.id <> ? "  # noqa: S608
        "AND i.merged_into IS NULL ORDER BY i.date DESC LIMIT ?",
        (place, country, but, limit),
    )
    names = Row.__dataclass_fields__
    return tuple(Row(**dict(zip(names, row, strict=True))) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Articles by what became of them, counted up to one of them."""

    counts: Mapping[str, int]
    upto: int  #: number of the last article counted
    began: datetime  #: when all were counted


def tallied(store: Store, now: datetime, known: Tally | None) -> Tally:
    """`known` and what has come since; all counted anew once an hour, for a verdict may change later."""
    (last,) = store.execute("SELECT coalesce(max(seq), 0) FROM article").fetchone()
    if known is None or not known.began <= now < known.began + timedelta(hours=1):
        # the plus has SQLite walk an index that holds the verdict, and not the articles
        rows = store.execute("SELECT verdict, count(*) FROM article WHERE +seq <= ? GROUP BY verdict", (last,))
        return Tally(counts=dict(rows.fetchall()), upto=last, began=now)
    counts = dict(known.counts)
    rows = store.execute(
        "SELECT verdict, count(*) FROM article WHERE seq > ? AND seq <= ? GROUP BY +verdict", (known.upto, last)
    )
    for verdict, n in rows:
        counts[verdict] = counts.get(verdict, 0) + n
    return Tally(counts=counts, upto=last, began=known.began)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """That somebody was told of an incident, or why not."""

    recipient: str
    mode: str
    reason: str
    at: str


def told(store: Store, incident_id: str, limit: int = 20) -> tuple[Told, ...]:
    """Who was told of an incident, latest first."""
    rows = store.execute(
        "SELECT recipient, mode, reason, at FROM dispatch WHERE incident_id = ? ORDER BY at DESC LIMIT ?",
        (incident_id, limit),
    )
    return tuple(Told(recipient=row[0], mode=row[1], reason=row[2], at=row[3]) for row in rows)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of the files of one folder."""

    folder: str
    read: int
    refused: int
    last: str  #: when the latest was dealt with


def filed(store: Store) -> tuple[Filed, ...]:
    """Every folder that files were found in."""
    rows = store.execute(
        "SELECT source, count(*), total(outcome IN ('refused', 'failed')), max(at) FROM file GROUP BY source"
    )
    return tuple(Filed(folder=row[0], read=int(row[1] - row[2]), refused=int(row[2]), last=row[3]) for row in rows)
