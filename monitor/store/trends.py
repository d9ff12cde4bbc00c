"""Counts over time and what is usual, for whoever looks at them. Reading only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.store import Store

#: what is 'usual' is the mean over this many days
BASELINE_DAYS = 90
#: with fewer days known before, nothing is called usual
KNOWN_DAYS = 3.0
#: what counts as severe at a glance
SEVERE = 7.0


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
    known = days_known(store, now)
    base = (now - timedelta(days=max(known, hours / 24))).isoformat()
    rows = store.execute(
        "SELECT type, sum(first_report >= ?), sum(first_report < ?) FROM incident "
        "WHERE first_report >= ? AND merged_into IS NULL GROUP BY +type",
        (start, start, base),
    ).fetchall()
    days = known - hours / 24
    found = [
        (name, int(new or 0), (old or 0) * hours / (24 * days) if days >= KNOWN_DAYS else None)
        for name, new, old in rows
    ]
    return tuple(sorted(found, key=lambda row: (-row[1], -(row[2] or 0))))


def days_known(store: Store, now: datetime) -> float:
    """How many of the last BASELINE_DAYS the store has been reading: since its first article came in.

    Not since its first incident: what is read today may be told of a year long gone."""
    (first,) = store.execute("SELECT min(received) FROM article").fetchone()
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
    known = days_known(store, now)
    days = known - 1
    if days < KNOWN_DAYS:
        return None
    (n,) = store.execute(
        "SELECT count(*) FROM incident WHERE first_report >= ? AND first_report < ? AND merged_into IS NULL",
        ((now - timedelta(days=known)).isoformat(), (now - timedelta(hours=24)).isoformat()),
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
    began = (now - timedelta(days=known)).isoformat()
    term, bound = ("country = ?", [country]) if country else ("country IS NOT NULL", [])
    rows = store.execute(
        "SELECT country, substr(first_report, 1, 10), count(*), sum(first_report >= ?), "  # noqa: S608 - the term is ours
        "total(severity * (first_report >= ?)), total(first_report >= ?), "
        "total(severity * (first_report >= ?)) FROM incident "
        f"WHERE {term} AND first_report >= ? AND merged_into IS NULL GROUP BY 1, 2",
        (cut, cut, began, began, *bound, base),
    )
    by_country: dict[str, list[_Day]] = {country: []} if country else {}
    for code, *rest in rows:
        by_country.setdefault(code, []).append(_Day(*rest))
    return {code: _index(days, now, known) for code, days in by_country.items()}


@dataclass(frozen=True, slots=True)
class _Day:
    """One country's day: its incidents, and of these the last week's and those since reading began, with severity."""

    day: str
    n: int
    week: int
    week_sum: float
    since: float
    since_sum: float


def _index(rows: Sequence[_Day], now: datetime, known: float) -> Index:
    found = {row.day: row.n for row in rows}
    week, week_sum = sum(row.week for row in rows), sum(row.week_sum for row in rows)
    before, before_sum = sum(row.since for row in rows) - week, sum(row.since_sum for row in rows) - week_sum
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
        usual_gravity=before_sum / before if weeks >= 1 and before else 0.0,
        days=days,
        bursts=tuple(day for day, n in days if n >= 3 and n > mean + 3 * spread) if weeks >= 1 else (),
    )


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
