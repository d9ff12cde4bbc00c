"""Under which block keys and days an incident lies, and which incidents a new event finds there.

An incident lies under the block keys of all its events, at the days they may have happened. Looking up costs one index
search a key and the loading of a bounded number of incidents, however many are stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import blake2b

from monitor.store import Store
from monitor.store.decoded import load
from monitor.taxonomy import OTHER
from monitor.types import Event, Incident, When

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
LASTING = 0  #: the day under which is found, whatever its date, what is still in force or told on
UNDATED = 1  #: and what no source and no text dates


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
    hashes = tuple(dict.fromkeys(hashed(key) for key in keys))[:MOST_KEYS]
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
    found = load(store, [seq for n, seq in enumerate(best) if n < NEAREST or hits[seq] >= least], best[:NEAREST], fits)
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


def hashed(key: str) -> int:
    """A block key as it is stored."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def lay(store: Store, seq: int, incident: Incident, before: list[str], block: Callable[[Event], Iterable[str]]) -> None:
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
    rows = [(hashed(key), day, seq) for event in fresh for key in block(event) for day in _days(event)]
    if incident.type == OTHER.name:  # a story without an act of a day: a trial is told years after the deed
        rows += [(hashed(key), LASTING, seq) for event in fresh for key in block(event) if key.startswith("k:")]
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
