"""What a reader looks at: incidents by filter, counts over time, and what is usual. Reading only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from monitor.store import search

if TYPE_CHECKING:
    from monitor.store import Store

#: counting stops here: a page that says 'or more' is faster and as useful
MAX_COUNT = 2_000
#: what is 'usual' is the mean over this many days
BASELINE_DAYS = 90


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
        add(f"i.state IN ({', '.join('?' * len(wanted.states))})", *wanted.states)
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


def daily(store: Store, now: datetime, *, country: str | None = None, days: int = BASELINE_DAYS) -> Mapping[str, int]:
    """Incidents first reported on each UTC day of the last `days`, by day; days without any are missing."""
    start = (now - timedelta(days=days)).date().isoformat()
    term, bound = (" AND country = ?", [country]) if country else ("", [])
    rows = store.execute(
        "SELECT substr(first_report, 1, 10), count(*) FROM incident "  # noqa: S608 - the term is ours
        f"WHERE first_report >= ? AND merged_into IS NULL{term} GROUP BY 1",
        (start, *bound),
    )
    return dict(rows.fetchall())


def by_type(store: Store, now: datetime, *, hours: int = 24) -> tuple[tuple[str, int, float], ...]:
    """(type, incidents of the last `hours`, usual number for as long a time), most first."""
    start = (now - timedelta(hours=hours)).isoformat()
    base = (now - timedelta(days=BASELINE_DAYS)).isoformat()
    rows = store.execute(
        "SELECT type, sum(first_report >= ?), sum(first_report < ?), min(first_report) FROM incident "
        "WHERE first_report >= ? AND merged_into IS NULL GROUP BY type",
        (start, start, base),
    ).fetchall()
    if not rows:
        return ()
    first = min(datetime.fromisoformat(row[3]) for row in rows)
    span_h = max((now - first).total_seconds() / 3600 - hours, hours)
    found = [(name, int(new or 0), (old or 0) * hours / span_h) for name, new, old, _ in rows]
    return tuple(sorted(found, key=lambda row: (-row[1], -row[2])))


def countries(store: Store, now: datetime) -> tuple[tuple[str, int], ...]:
    """Countries with incidents in the last 90 days and how many, most first."""
    base = (now - timedelta(days=BASELINE_DAYS)).isoformat()
    rows = store.execute(
        "SELECT country, count(*) FROM incident WHERE last_change >= ? AND country IS NOT NULL AND merged_into IS NULL "
        "GROUP BY country ORDER BY 2 DESC LIMIT 250",
        (base,),
    )
    return tuple((code, int(n)) for code, n in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """How escalated a country is now, with its parts. 100 is its own usual."""

    value: float
    week: int  #: incidents of the last 7 days
    usual_week: float
    gravity: float  #: mean severity of the week
    usual_gravity: float
    days: tuple[tuple[str, int], ...]  #: every day of the last 90, oldest first
    bursts: tuple[str, ...]  #: days far above the mean (more than 3 standard deviations, and at least 3 incidents)


def index(store: Store, country: str, now: datetime) -> Index:
    """The escalation index of a country: the week's summed severity against the mean week of the 90 days before.

    100 x (week + 1) / (usual + 1), so that a quiet country's first incident is no division by nothing."""
    found = daily(store, now, country=country)
    all_days = [(now - timedelta(days=back)).date().isoformat() for back in range(BASELINE_DAYS - 1, -1, -1)]
    days = tuple((day, found.get(day, 0)) for day in all_days)
    cut = (now - timedelta(days=7)).isoformat()
    base = (now - timedelta(days=BASELINE_DAYS)).isoformat()
    row = store.execute(
        "SELECT sum(first_report >= ?), sum(first_report < ?), "
        "total(CASE WHEN first_report >= ? THEN severity END), total(CASE WHEN first_report < ? THEN severity END) "
        "FROM incident WHERE country = ? AND first_report >= ? AND merged_into IS NULL",
        (cut, cut, cut, cut, country, base),
    ).fetchone()
    week, before, week_sum, before_sum = (row[0] or 0), (row[1] or 0), row[2], row[3]
    weeks = (BASELINE_DAYS - 7) / 7
    counts = [n for _, n in days]
    mean = sum(counts) / len(counts)
    spread = (sum((n - mean) ** 2 for n in counts) / len(counts)) ** 0.5
    return Index(
        value=100 * (week_sum + 1) / (before_sum / weeks + 1),
        week=int(week),
        usual_week=before / weeks,
        gravity=week_sum / week if week else 0.0,
        usual_gravity=before_sum / before if before else 0.0,
        days=days,
        bursts=tuple(day for day, n in days if n >= 3 and n > mean + 3 * spread),
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
