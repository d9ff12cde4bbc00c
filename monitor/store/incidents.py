"""What was concluded: events with their decisions, incidents, and where the candidates for a new event are found.

An incident lies under the block keys of all its events, at the days they may have happened. Looking up costs one index
search a key and the loading of a bounded number of incidents, however many are stored. A merged incident keeps its row
as a tombstone that names the one it became.
"""

from __future__ import annotations

import secrets
import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, timedelta
from functools import cache
from hashlib import blake2b

from monitor.store import Store, search
from monitor.store.packing import pack, unpack
from monitor.store.stamps import stamp
from monitor.taxonomy import OTHER
from monitor.types import Change, Decision, Event, Incident, LookAlike, Reason, Ruling, Verdict, When

#: incidents looked at under one key on either side of the day, nearest first, and handed over from all keys, most keys
#: in common first
PER_KEY = 5
CANDIDATES = 6
#: the best are handed over whatever they are: what a report is not is told by them; of the others, those whose keys say
#: at least so much of what the best one's say
NEAREST = 2
LEAST_SHARE = 0.2
#: keys looked up at most: SQLite takes 500 parts in a statement
MOST_KEYS = 100
#: days looked through before and after those an event may have happened on
MARGIN = 8
#: with up to so many reports an incident lies whole in its row, and is loaded by one look
INLINE = 4
#: incidents are kept decoded up to so many reports in all: some 60 MB
REMEMBERED = 8000

LASTING = 0  #: the day under which is found, whatever its date, what is still in force or told on
UNDATED = 1  #: and what no source and no text dates


class _Memory:
    """Decoded incidents of one store, by row; good only while the row's token is the same."""

    __slots__ = ("guard", "kept", "reports")

    def __init__(self) -> None:
        self.kept: OrderedDict[int, tuple[int, Incident]] = OrderedDict()
        self.reports = 0
        self.guard = threading.Lock()

    def get(self, seq: int, token: int) -> Incident | None:
        found = self.kept.get(seq)
        if found is None or found[0] != token:
            return None
        return found[1]

    def put(self, seq: int, token: int, incident: Incident) -> None:
        with self.guard:  # several threads look up at once
            old = self.kept.pop(seq, None)
            self.reports += len(incident.events) - (len(old[1].events) if old else 0)
            self.kept[seq] = (token, incident)
            while self.reports > REMEMBERED and len(self.kept) > 1:
                _, (_, gone) = self.kept.popitem(last=False)
                self.reports -= len(gone.events)


_memories: weakref.WeakKeyDictionary[Store, _Memory] = weakref.WeakKeyDictionary()


def _memory(store: Store) -> _Memory:
    found = _memories.get(store)
    if found is None:
        found = _memories.setdefault(store, _Memory())
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as stored, without its event."""

    verdict: Verdict
    incident_id: str | None
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    changes: tuple[Change, ...] = ()

    def of(self, event: Event) -> Decision:
        """The decision on `event`."""
        return Decision(
            verdict=self.verdict,
            event=event,
            incident_id=self.incident_id,
            score=self.score,
            reasons=self.reasons,
            look_alikes=self.look_alikes,
            changes=self.changes,
        )


# ---- candidates ---------------------------------------------------------------------------------------------------


def days_of(event: Event) -> tuple[int, int]:
    """The first and last day, as ordinals, on which the act may have happened; publication stands in for no date.

    The time of receipt does not: an article found in a folder may be of any age. Such an event is UNDATED."""
    when = event.when
    if when is not None:
        first = when.date.toordinal()
        return first, max(first, when.date_to.toordinal() if when.date_to else _end(when))
    day = event.published.date().toordinal() if event.published else UNDATED
    return day, day


def _end(when: When) -> int:
    span = {"week": 6, "month": 30, "year": 365}.get(when.precision, 0)
    return when.date.toordinal() + span


#: under the key of one rank: from the first day on, before it, and what has no day or lasts; each from the nearest
_NEAR = """
    SELECT * FROM (SELECT {n}, day, incident_seq FROM block
        WHERE key = ?{key} AND day BETWEEN ?1 AND ?2 ORDER BY day LIMIT {most})
    UNION ALL
    SELECT * FROM (SELECT {n}, day, incident_seq FROM block
        WHERE key = ?{key} AND day BETWEEN ?3 AND ?4 ORDER BY day DESC LIMIT {most})
    UNION ALL
    SELECT * FROM (SELECT {n}, day, incident_seq FROM block
        WHERE key = ?{key} AND day = 0 ORDER BY incident_seq DESC LIMIT {few})
    UNION ALL
    SELECT * FROM (SELECT {n}, day, incident_seq FROM block
        WHERE key = ?{key} AND day = 1 ORDER BY incident_seq DESC LIMIT {few})
"""
#: for an event without a day: the latest under its key
_LATEST = "SELECT ?, day, incident_seq FROM block WHERE key = ? ORDER BY day DESC LIMIT ?"


def candidates(
    store: Store,
    keys: Iterable[str],
    event: Event,
    limit: int = CANDIDATES,
    *,
    fits: Callable[[str], bool] = lambda kind: True,
) -> tuple[Incident, ...]:
    """Stored incidents that share a block key with `event` near its days, the likeliest first.

    `keys` are given with those that say most first; an incident counts for more the more of them, and the earlier
    ones, it shares, and for half of that at the end of the margin. One of a type that does not fit is handed over only
    where its keys say most of all. All of that is known before anything is decoded."""
    first, last = days_of(event)
    hashes = tuple(dict.fromkeys(_hash(key) for key in keys))[:MOST_KEYS]
    hits: dict[int, float] = {}
    nearest: dict[int, int] = {}
    under: dict[int, float] = {}  # what the key of one rank says: one that lies on several days counts once a key
    of_rank, share = -1, 0.0
    for rank, day, seq in _rows(store, hashes, first, last):
        if rank != of_rank:
            of_rank, share, under = rank, 1.0 / (1 + rank), {}
        away = 0
        if day > UNDATED and first > UNDATED:
            away = first - day if day < first else day - last if day > last else 0
        # a day away may be the same night; at the end of the margin a key says half as much
        worth = share if away < 2 else share / (1 + (away - 1) / MARGIN)
        known = under.get(seq, 0.0)
        if worth > known:
            under[seq] = worth
            hits[seq] = hits.get(seq, 0.0) + worth - known
            if away < nearest.get(seq, 1_000_000):
                nearest[seq] = away
    best = sorted(_most(hits, limit), key=lambda seq: (-hits[seq], nearest[seq], -seq))[:limit]
    least = hits[best[0]] * LEAST_SHARE if best else 0.0
    found = _load(store, [seq for n, seq in enumerate(best) if n < NEAREST or hits[seq] >= least], best[:NEAREST], fits)
    return tuple(found[seq] for seq in best if seq in found and found[seq].merged_into is None)


def _most(hits: dict[int, float], limit: int) -> Iterable[int]:
    """Those that no `limit` others surpass: numbers are sorted faster than what ties are decided by."""
    if len(hits) <= limit:
        return hits
    least = sorted(hits.values())[-limit]
    return [seq for seq, worth in hits.items() if worth >= least]


def _rows(store: Store, keys: Sequence[int], first: int, last: int) -> Iterable[tuple[int, int, int]]:
    """(rank of the key, day, incident), those of one rank together."""
    if first <= UNDATED:
        return [row for rank, key in enumerate(keys) for row in store.execute(_LATEST, (rank, key, PER_KEY * 2))]
    before = max(UNDATED + 1, first - MARGIN)
    # all keys in one statement: the call costs more than the search
    return store.execute(_near(len(keys)), (first, last + MARGIN, before, first - 1, *keys)).fetchall()


@cache
def _near(keys: int) -> str:
    """The look-up under so many keys."""
    return " UNION ALL ".join(_NEAR.format(n=n, key=n + 5, most=PER_KEY, few=PER_KEY // 2) for n in range(keys)) or (
        "SELECT 0, 0, 0 WHERE 0"
    )


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def _load(
    store: Store,
    seqs: Sequence[int],
    anyway: Sequence[int] = (),
    fits: Callable[[str], bool] = lambda kind: True,
) -> dict[int, Incident]:
    """The incidents of these rows that are of a type that fits, and those that are wanted `anyway`."""
    if not seqs:
        return {}
    memory = _memory(store)
    found: dict[int, Incident] = {}
    long: dict[int, tuple[int, Incident]] = {}
    marks = ",".join("?" * len(seqs))
    rows = store.execute(
        f"SELECT seq, token, reports, type, value FROM incident WHERE seq IN ({marks})",  # noqa: S608
        seqs,
    )
    for seq, token, reports, kind, value in rows.fetchall():
        if seq not in anyway and not fits(kind):
            continue
        known = memory.get(seq, token)
        if known is None:
            known = unpack(value, Incident)
            if reports > INLINE:
                long[seq] = (token, known)
                continue
            memory.put(seq, token, known)
        found[seq] = known
    if long:
        events = _events(store, long)
        for seq, (token, known) in long.items():
            found[seq] = replace(known, events=tuple(events[seq]))
            memory.put(seq, token, found[seq])
    return found


def _events(store: Store, seqs: Iterable[int]) -> dict[int, list[Event]]:
    """The events of incidents that have too many to be kept beside them."""
    wanted = tuple(seqs)
    found: dict[int, list[Event]] = {seq: [] for seq in wanted}
    marks = ",".join("?" * len(wanted))
    rows = store.execute(
        "SELECT i.incident_seq, e.value, a.signature "  # noqa: S608
        "FROM incident_event i JOIN event e ON e.id = i.event_id JOIN article a ON a.seq = e.article_seq "
        f"WHERE i.incident_seq IN ({marks}) ORDER BY i.incident_seq, i.position",
        wanted,
    )
    for seq, value, signature in rows.fetchall():
        event = unpack(value, Event)
        # set in place, before anybody has seen it: `replace` costs more than all of the decoding
        object.__setattr__(event, "signature", signature)
        found[seq].append(event)
    return found


# ---- writing ------------------------------------------------------------------------------------------------------


def write_decision(store: Store, article_seq: int, n: int, decision: Decision) -> None:
    """Keep an event with what was decided on it."""
    event = decision.event
    store.execute(
        "INSERT INTO event (id, article_seq, n, type, role, incident_id, verdict, value, decision) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, role = excluded.role, "
        "incident_id = excluded.incident_id, verdict = excluded.verdict, value = excluded.value, "
        "decision = excluded.decision",
        (
            event.id,
            article_seq,
            n,
            event.type,
            event.role.value,
            decision.incident_id,
            decision.verdict.value,
            pack(replace(event, signature=b"")),
            pack(
                Decided(
                    verdict=decision.verdict,
                    incident_id=decision.incident_id,
                    score=decision.score,
                    reasons=decision.reasons,
                    look_alikes=decision.look_alikes,
                    changes=decision.changes,
                )
            ),
        ),
    )


def decide_anew(store: Store, decision: Decision) -> None:
    """Replace what was decided on a stored event."""
    row = store.execute("SELECT article_seq, n FROM event WHERE id = ?", (decision.event.id,)).fetchone()
    if row is not None:
        write_decision(store, row[0], row[1], decision)


def assign(store: Store, incident: Incident) -> None:
    """Let the events of an incident name it: after somebody has moved them there by hand."""
    store.executemany(
        "UPDATE event SET incident_id = ? WHERE id = ? AND incident_id IS NOT ?",
        [(incident.id, event.id, incident.id) for event in incident.events],
    )


def write(store: Store, incident: Incident, block: Callable[[Event], Iterable[str]]) -> None:
    """Keep an incident as it is now, under the block keys of its events, which must be stored already."""
    place = incident.place
    row = (
        incident.version,
        secrets.randbits(62),
        incident.type,
        incident.family,
        incident.modality.value,
        incident.grade.value,
        incident.state,
        incident.severity,
        incident.headline,
        place.country if place else None,
        place.name if place else None,
        place.lat if place else None,
        place.lon if place else None,
        incident.when.date.isoformat() if incident.when else None,
        incident.when.date_to.isoformat() if incident.when and incident.when.date_to else None,
        stamp(incident.first_report),
        stamp(incident.last_change),
        incident.parent,
        incident.merged_into,
        len(incident.events),
        incident.independent,
        pack(incident if len(incident.events) <= INLINE else replace(incident, events=())),
    )
    known = store.execute("SELECT seq, merged_into FROM incident WHERE id = ?", (incident.id,)).fetchone()
    if known is None:
        cursor = store.execute(
            "INSERT INTO incident (version, token, type, family, modality, grade, state, severity, headline, country, "
            "place, lat, lon, date, date_to, first_report, last_change, parent, merged_into, reports, independent, "
            "value, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, incident.id),
        )
        seq = cursor.lastrowid
        assert seq is not None
        before: list[str] = []
    else:
        seq = known[0]
        store.execute(
            "UPDATE incident SET version = ?, token = ?, type = ?, family = ?, modality = ?, grade = ?, state = ?, "
            "severity = ?, headline = ?, country = ?, place = ?, lat = ?, lon = ?, date = ?, date_to = ?, "
            "first_report = ?, last_change = ?, parent = ?, merged_into = ?, reports = ?, independent = ?, value = ? "
            "WHERE seq = ?",
            (*row, seq),
        )
        before = [
            event_id
            for (event_id,) in store.execute(
                "SELECT event_id FROM incident_event WHERE incident_seq = ? ORDER BY position", (seq,)
            )
        ]
    _link(store, seq, incident, before)
    was_merged = known is not None and known[1] is not None  # and so lay nowhere
    _place(store, seq, incident, [] if was_merged else before, block)
    search.index(store, seq, incident)
    _memory(store).put(seq, row[1], incident)


def _link(store: Store, seq: int, incident: Incident, before: list[str]) -> None:
    now = [event.id for event in incident.events]
    if now[: len(before)] != before:
        store.execute("DELETE FROM incident_event WHERE incident_seq = ?", (seq,))
        before = []
    store.executemany(
        "INSERT INTO incident_event (incident_seq, position, event_id) VALUES (?, ?, ?)",
        [(seq, n, event_id) for n, event_id in enumerate(now) if n >= len(before)],
    )


def _place(
    store: Store, seq: int, incident: Incident, before: list[str], block: Callable[[Event], Iterable[str]]
) -> None:
    """Lay the incident under its block keys. What its events need stays, so only new events are asked."""
    now = {event.id for event in incident.events}
    lasting = incident.open_since is not None and incident.ended is None and incident.state == "open"
    if incident.merged_into is not None:
        store.execute("DELETE FROM block WHERE incident_seq = ?", (seq,))
        return
    fresh = incident.events
    if set(before) <= now:
        known = set(before)
        fresh = tuple(event for event in incident.events if event.id not in known)
    else:
        store.execute("DELETE FROM block WHERE incident_seq = ?", (seq,))
    rows = [(_hash(key), day, seq) for event in fresh for key in block(event) for day in _days(event)]
    if incident.type == OTHER.name:  # a story without an act of a day: a trial is told years after the deed
        rows += [(_hash(key), LASTING, seq) for event in fresh for key in block(event) if key.startswith("k:")]
    store.executemany("INSERT OR IGNORE INTO block (key, day, incident_seq) VALUES (?, ?, ?)", rows)
    if lasting:
        store.execute(
            "INSERT OR IGNORE INTO block (key, day, incident_seq) "
            "SELECT DISTINCT key, ?, incident_seq FROM block WHERE incident_seq = ?",
            (LASTING, seq),
        )
    elif before and incident.type != OTHER.name:
        store.execute("DELETE FROM block WHERE incident_seq = ? AND day = ?", (seq, LASTING))


def _days(event: Event) -> tuple[int, ...]:
    """The days to lie under: all of a short span, every fourth of a long one (the margin reaches between them)."""
    first, last = days_of(event)
    last = min(last, first + 370)
    step = 1 if last - first < 7 else 4
    return tuple(dict.fromkeys((*range(first, last + 1, step), last)))


# ---- looking up ---------------------------------------------------------------------------------------------------


def get(store: Store, incident_id: str) -> Incident | None:
    """The incident of this id as it is now, tombstones included; None where there is none."""
    row = store.execute("SELECT seq FROM incident WHERE id = ?", (incident_id,)).fetchone()
    return _load(store, [row[0]]).get(row[0]) if row else None


def of_events(store: Store, event_ids: Iterable[str]) -> tuple[Incident, ...]:
    """The incidents that these events are reports of, as they are now."""
    ids = tuple(event_ids)[:400]
    if not ids:
        return ()
    marks = ",".join("?" * len(ids))
    rows = store.execute(
        f"SELECT DISTINCT incident_seq FROM incident_event WHERE event_id IN ({marks}) ORDER BY 1",  # noqa: S608
        ids,
    )
    return tuple(each for each in _in_order(store, rows.fetchall()) if each.merged_into is None)


def resolve(store: Store, incident_id: str) -> Incident | None:
    """The incident that this id, or an unambiguous beginning of it, means today: a merged one's survivor."""
    found = get(store, incident_id) or _beginning(store, incident_id)
    seen: set[str] = set()
    while found is not None and found.merged_into and found.id not in seen:
        seen.add(found.id)
        found = get(store, found.merged_into)
    return found


def _beginning(store: Store, text: str) -> Incident | None:
    if len(text) < 3:
        return None
    rows = store.execute(
        "SELECT id FROM incident WHERE id >= ? AND id < ? LIMIT 2", (text, text + "\U0010ffff")
    ).fetchall()
    return get(store, rows[0][0]) if len(rows) == 1 else None


def unresolved(store: Store, text: str) -> str:
    """Why `resolve` gives nothing, in words: there is none, or so many begin so, the latest of them named."""
    span = (text, text + "\U0010ffff")
    (count,) = store.execute("SELECT count(*) FROM incident WHERE id >= ? AND id < ?", span).fetchone()
    if not text or not count:
        return f"there is no incident {text}"
    rows = store.execute("SELECT id FROM incident WHERE id >= ? AND id < ? ORDER BY seq DESC LIMIT 5", span)
    named = ", ".join(row[0] for row in rows)
    more = ", ..." if count > 5 else ""
    return f"{count:,} incident{' begins' if count == 1 else 's begin'} with {text}: {named}{more}"


def survivor(store: Store, incident_id: str) -> str:
    """The id that `incident_id` goes by today."""
    seen = {incident_id}
    while True:
        row = store.execute("SELECT merged_into FROM incident WHERE id = ?", (incident_id,)).fetchone()
        if row is None or row[0] is None or row[0] in seen:
            return incident_id
        incident_id = row[0]
        seen.add(incident_id)


def decisions(store: Store, article_id: str) -> tuple[Decision, ...]:
    """What was decided on the events of an article, in the order of its text."""
    rows = store.execute(
        "SELECT e.value, e.decision, e.incident_id FROM event e JOIN article a ON a.seq = e.article_seq "
        "WHERE a.id = ? ORDER BY e.n",
        (article_id,),
    ).fetchall()
    return tuple(_decision(*row) for row in rows)


def _decision(event: bytes, decided: bytes, incident_id: str | None) -> Decision:
    """As decided, but for the incident: an operator may have moved the report since."""
    return replace(unpack(decided, Decided).of(unpack(event, Event)), incident_id=incident_id)


def decision(store: Store, event_id: str) -> Decision | None:
    """What was decided on one event."""
    row = store.execute("SELECT value, decision, incident_id FROM event WHERE id = ?", (event_id,)).fetchone()
    return _decision(*row) if row else None


def rulings(store: Store) -> tuple[Ruling, ...]:
    """The operator's word that stands."""
    rows = store.execute(
        "SELECT r.together, r.a, r.b FROM ruling r JOIN operation o ON o.id = r.operation_id WHERE o.undone IS NULL "
        "ORDER BY r.id"
    )
    return tuple(Ruling(together=bool(together), a=a, b=b) for together, a, b in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which incidents a list shows. None: any."""

    since: datetime | None = None  #: changed since
    type: str | None = None
    family: str | None = None
    country: str | None = None  #: ISO alpha-2; 'XZ' for the high seas and unknown
    state: str | None = None
    min_severity: float | None = None
    first_day: Day | None = None  #: happened on this day or later
    last_day: Day | None = None
    text: str | None = None  #: words of headline, place, parties, outlets, titles; the last as a beginning
    merged: bool = False  #: tombstones too


def find(store: Store, wanted: Filter, limit: int = 50, offset: int = 0) -> tuple[Incident, ...]:
    """Incidents that `wanted` lets through, last changed first."""
    conditions = ["1"]
    values: list[object] = []

    def want(condition: str, value: object) -> None:
        if value is not None:
            conditions.append(condition)
            values.append(value)

    want("last_change >= ?", stamp(wanted.since))
    want("type = ?", wanted.type)
    want("family = ?", wanted.family)
    if wanted.country == "XZ":
        conditions.append("country IS NULL")
    else:
        want("country = ?", wanted.country)
    want("state = ?", wanted.state)
    want("severity >= ?", wanted.min_severity)
    want("coalesce(date_to, date) >= ?", wanted.first_day.isoformat() if wanted.first_day else None)
    want("date <= ?", wanted.last_day.isoformat() if wanted.last_day else None)
    if wanted.text:
        conditions.append("seq IN (SELECT rowid FROM incident_search WHERE incident_search MATCH ?)")
        values.append(search.phrase(wanted.text) or '""')
    if not wanted.merged:
        conditions.append("merged_into IS NULL")
    where = " AND ".join(conditions)
    rows = store.execute(
        f"SELECT seq FROM incident WHERE {where} ORDER BY last_change DESC, seq DESC LIMIT ? OFFSET ?",  # noqa: S608
        (*values, limit, offset),
    ).fetchall()
    seqs = [row[0] for row in rows]
    found: dict[int, Incident] = {}
    for start in range(0, len(seqs), 500):
        found |= _load(store, seqs[start : start + 500])
    return tuple(found[seq] for seq in seqs if seq in found)


def types(store: Store) -> tuple[str, ...]:
    """The types that stored incidents are of."""
    return tuple(row[0] for row in store.execute("SELECT DISTINCT type FROM incident ORDER BY type"))


def near_in_time(store: Store, incident: Incident, days: int = 14) -> tuple[Incident, ...]:
    """What is `near_before`, and what lasts in the country: what context is told from."""
    found = near_before(store, incident, days)
    known = {each.id for each in found}
    return (*found, *(each for each in in_force(store, incident) if each.id not in known))


def near_before(store: Store, incident: Incident, days: int = 14) -> tuple[Incident, ...]:
    """Other incidents within some 50 km in the `days` before, latest first."""
    place, when = incident.place, incident.when
    if when is None or place is None or place.lat is None or place.lon is None:
        return ()
    rows = store.execute(
        "SELECT seq FROM incident WHERE country IS ? AND date BETWEEN ? AND ? AND lat BETWEEN ? AND ? "
        "AND lon BETWEEN ? AND ? AND merged_into IS NULL AND id <> ? ORDER BY date DESC LIMIT 40",
        (place.country, (when.date - timedelta(days=days)).isoformat(), when.date.isoformat(), place.lat - 0.5,
         place.lat + 0.5, place.lon - 1.0, place.lon + 1.0, incident.id),
    ).fetchall()  # fmt: skip
    return _in_order(store, rows)


def in_force(store: Store, incident: Incident, days: int = 90) -> tuple[Incident, ...]:
    """Closures and truces of the country in the `days` before an incident, latest first."""
    if incident.when is None or incident.place is None or incident.place.country is None:
        return ()
    day = incident.when.date
    rows = store.execute(
        "SELECT seq FROM incident WHERE country = ? AND date BETWEEN ? AND ? AND type IN ('closure', 'ceasefire') "
        "AND merged_into IS NULL AND id <> ? ORDER BY date DESC LIMIT 10",
        (incident.place.country, (day - timedelta(days=days)).isoformat(), day.isoformat(), incident.id),
    ).fetchall()
    return _in_order(store, rows)


def _in_order(store: Store, rows: Sequence[tuple[int]]) -> tuple[Incident, ...]:
    found = _load(store, [row[0] for row in rows])
    return tuple(found[row[0]] for row in rows if row[0] in found)


def first_here(store: Store, event: Event, days: int = 90) -> bool:
    """Whether no act of force is on record within some 15 km in the `days` before; False where place or day is unknown,
    or where the record does not reach back so far."""
    place, when = event.place, event.when
    if place is None or when is None or place.country is None or place.lat is None or place.lon is None:
        return False
    if place.precision not in ("site", "town"):
        return False
    since, until = (when.date - timedelta(days=days)).isoformat(), (when.date_to or when.date).isoformat()
    (oldest,) = store.execute("SELECT min(date) FROM incident").fetchone()
    if oldest is None or oldest > since:
        return False
    found = store.execute(
        "SELECT 1 FROM incident WHERE country = ? AND date BETWEEN ? AND ? AND lat BETWEEN ? AND ? "
        "AND lon BETWEEN ? AND ? AND family IN ('strike', 'air_defence', 'ground', 'sea') LIMIT 1",
        (place.country, since, until, place.lat - 0.14, place.lat + 0.14, place.lon - 0.2, place.lon + 0.2),
    ).fetchone()
    return found is None


def counts(store: Store) -> dict[str, int]:
    """Incidents by state."""
    return dict(store.execute("SELECT state, count(*) FROM incident GROUP BY state").fetchall())
