"""Where each source was left: feeds, entries, files; what to tell of them; how much of the world was looked at.

Everything that writes is called inside the transaction of the articles it belongs to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from monitor.store import Store
from monitor.types import Coverage, EntryMark, FeedCursor, FileMark, SourceNotice, SourceState

_AT_ONCE = ""
_ENTRY = "feed, key, guid, link, title, content, first_seen, last_seen, revisions, idle_revisions"
_FILE = "source, path, size, changed_ns, hash, key, outcome, reason, items, at, version"

# ---- feeds --------------------------------------------------------------------------------------------------------


def feed(store: Store, name: str) -> FeedCursor | None:
    """The cursor of one feed, or None if it was never known."""
    row = store.execute("SELECT value FROM feed WHERE name = ?", (name,)).fetchone()
    return _cursor(row[0]) if row else None


def feeds(store: Store, *states: SourceState) -> tuple[FeedCursor, ...]:
    """Every feed, by name; of these states only, if any are given. Removed ones are left out unless asked for."""
    wanted = states or tuple(state for state in SourceState if state is not SourceState.REMOVED)
    rows = store.execute(
        f"SELECT value FROM feed WHERE state IN ({_marks(wanted)}) ORDER BY name",  # noqa: S608
        tuple(wanted),
    )
    return tuple(_cursor(row[0]) for row in rows)


def due(
    store: Store,
    now: datetime,
    limit: int,
    *,
    doubtful: bool,
    besides: Collection[str] = (),
    hosts: Collection[str] = (),
) -> tuple[FeedCursor, ...]:
    """Feeds whose time has come, longest overdue first: those that failed last time or were never read (`doubtful`), or
    all others; not those named in `besides`, nor any of these hosts."""
    rows = store.execute(
        "SELECT value FROM feed WHERE next_due <= ? AND state NOT IN ('paused', 'removed') "
        "AND (state IN ('failing', 'new')) = ? "
        "AND name NOT IN (SELECT value FROM json_each(?)) AND host NOT IN (SELECT value FROM json_each(?)) "
        "ORDER BY next_due LIMIT ?",
        (now.isoformat(), doubtful, _json(list(besides)), _json(list(hosts)), limit),
    )
    return tuple(_cursor(row[0]) for row in rows)


def counts(store: Store) -> dict[str, int]:
    """How many feeds are in each state, but for removed ones."""
    rows = store.execute("SELECT state, count(*) FROM feed WHERE state <> 'removed' GROUP BY state")
    return dict(rows.fetchall())


def save_feed(store: Store, cursor: FeedCursor) -> None:
    """Remember a feed as it stands."""
    store.execute(
        "INSERT INTO feed (name, host, state, next_due, last_new, value) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET host = excluded.host, state = excluded.state, "
        "next_due = excluded.next_due, last_new = excluded.last_new, value = excluded.value",
        (
            cursor.name,
            cursor.host,
            str(cursor.state),
            cursor.next_due.isoformat() if cursor.next_due else _AT_ONCE,
            cursor.last_new.isoformat() if cursor.last_new else None,
            msgspec.json.encode(cursor),
        ),
    )


def shift_due(store: Store, by: timedelta) -> int:
    """Move every due time with a clock that was set: otherwise a step back silences all feeds. Returns how many."""
    moved = 0
    with store.transaction():
        for cursor in feeds(store):
            if cursor.next_due is not None:
                save_feed(store, replace(cursor, next_due=cursor.next_due + by))
                moved += 1
    return moved


def added_feeds(store: Store) -> tuple[tuple[str, bytes], ...]:
    """(name, FeedOptions as JSON) of the feeds added by command, in the order they were added."""
    rows = store.execute("SELECT name, value FROM feed_added ORDER BY at, url")
    return tuple((row[0], bytes(row[1])) for row in rows)


def added_mark(store: Store) -> str:
    """Another text whenever a feed was added or dropped."""
    count, last, names = store.execute("SELECT count(*), max(at), total(length(name)) FROM feed_added").fetchone()
    return f"{count} {last} {names}"


def set_state(store: Store, name: str, state: SourceState) -> bool:
    """The operator's word on a feed, which is due at once where it is asked; False where there is none of this name."""
    known = feed(store, name)
    if known is None:
        return False
    # what was told of its failing stays, so that its return is told as well
    save_feed(store, replace(known, state=state, next_due=None, gone_seen=0, failures=0))
    return True


def add_feed(store: Store, *, url: str, name: str, value: bytes, at: datetime) -> bool:
    """Remember a feed added by command; False where this address is there already."""
    done = store.execute(
        "INSERT INTO feed_added (url, name, at, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (url, name, at.isoformat(), value),
    )
    return done.rowcount > 0


def drop_feed(store: Store, name: str) -> bool:
    """Forget a feed added by command; what it brought stays. False where there is none of this name."""
    return store.execute("DELETE FROM feed_added WHERE name = ?", (name,)).rowcount > 0


# ---- entries ------------------------------------------------------------------------------------------------------


def entries(
    store: Store, feed_name: str, *, keys: Iterable[str], links: Iterable[str], titles: Iterable[str]
) -> tuple[EntryMark, ...]:
    """The remembered entries of a feed that share a key, address or title with those given."""
    found: dict[str, EntryMark] = {}
    for column, values in (("key", keys), ("link", links), ("title", titles)):
        rows = store.execute(
            f"SELECT {_ENTRY} FROM entry WHERE feed = ? AND {column} IN (SELECT value FROM json_each(?))",  # noqa: S608
            (feed_name, _json([value for value in values if value])),
        )
        for row in rows:
            found[row[1]] = EntryMark(
                feed=row[0],
                key=row[1],
                guid=row[2],
                link=row[3],
                title=row[4],
                content=row[5],
                first_seen=datetime.fromisoformat(row[6]),
                last_seen=datetime.fromisoformat(row[7]),
                revisions=row[8],
                idle_revisions=row[9],
            )
    return tuple(found.values())


def save_entries(store: Store, marks: Sequence[EntryMark]) -> None:
    """Remember these entries as they stand."""
    store.executemany(
        f"INSERT OR REPLACE INTO entry ({_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [
            (
                mark.feed,
                mark.key,
                mark.guid,
                mark.link,
                mark.title,
                mark.content,
                mark.first_seen.isoformat() if mark.first_seen else "",
                mark.last_seen.isoformat() if mark.last_seen else "",
                mark.revisions,
                mark.idle_revisions,
            )
            for mark in marks
        ],
    )


def forget_entries(store: Store, before: datetime) -> int:
    """Drop entries no body has shown since; the articles they became stay. Returns how many."""
    return store.execute("DELETE FROM entry WHERE last_seen < ?", (before.isoformat(),)).rowcount


# ---- files --------------------------------------------------------------------------------------------------------


def file(store: Store, source: str, path: str) -> FileMark | None:
    """What became of one file, or None if it was never looked at."""
    row = store.execute(f"SELECT {_FILE} FROM file WHERE source = ? AND path = ?", (source, path)).fetchone()  # noqa: S608
    return _file(row) if row else None


def files_named(store: Store, path: str) -> tuple[FileMark, ...]:
    """What became of the files of this path in a watched folder, or of a path that this one ends in."""
    names = [path.strip("/")]
    while "/" in names[-1]:
        names.append(names[-1].partition("/")[2])
    for name in names:
        rows = store.execute(f"SELECT {_FILE} FROM file WHERE path = ? ORDER BY source", (name,)).fetchall()  # noqa: S608
        if rows:
            return tuple(_file(row) for row in rows)
    return ()


def file_with_hash(store: Store, content: str) -> FileMark | None:
    """A file with this content that was read, wherever it lay."""
    row = store.execute(
        f"SELECT {_FILE} FROM file WHERE hash = ? AND hash <> '' AND outcome IN ('read', 'part', 'failed') LIMIT 1",  # noqa: S608
        (content,),
    ).fetchone()
    return _file(row) if row else None


def save_files(store: Store, marks: Sequence[FileMark]) -> None:
    """Remember what became of these files."""
    store.executemany(
        f"INSERT OR REPLACE INTO file ({_FILE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [
            (
                mark.source,
                mark.path,
                mark.size,
                mark.changed_ns,
                mark.hash,
                mark.key,
                mark.outcome,
                mark.reason,
                mark.items,
                mark.at.isoformat() if mark.at else "",
                mark.version,
            )
            for mark in marks
        ],
    )


def troubled_files(store: Store, limit: int = 100) -> tuple[FileMark, ...]:
    """Files that could not be read, or only in part, newest first, with the reason."""
    rows = store.execute(
        f"SELECT {_FILE} FROM file WHERE outcome IN ('refused', 'failed', 'part') ORDER BY at DESC LIMIT ?",  # noqa: S608
        (limit,),
    )
    return tuple(_file(row) for row in rows)


# ---- what to tell -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCounts:
    """How many files of a folder were read."""

    folder: str
    read: int
    in_part: int  #: of those read
    not_read: int
    last: datetime  #: when the last was dealt with


def file_counts(store: Store) -> tuple[FileCounts, ...]:
    """Of every folder that files were found in."""
    rows = store.execute(
        "SELECT source, sum(outcome NOT IN ('refused', 'failed')), sum(outcome = 'part'), "
        "sum(outcome IN ('refused', 'failed')), max(at) FROM file GROUP BY source ORDER BY source"
    )
    return tuple(
        FileCounts(folder=row[0], read=row[1], in_part=row[2], not_read=row[3], last=datetime.fromisoformat(row[4]))
        for row in rows
    )


def read_after_all(store: Store, source: str, subject: str) -> None:
    """An article of a file that could not be read was read now; `subject` is the file's path, or 'PATH#NUMBER'."""
    store.execute(
        "UPDATE file SET outcome = 'read', reason = '', items = items + 1 "
        "WHERE source = ? AND outcome = 'failed' AND path IN (?, ?)",
        (source, subject, subject.rpartition("#")[0]),
    )


def save_notices(store: Store, notices: Sequence[SourceNotice]) -> None:
    """Put down what is to be told about sources."""
    store.executemany(
        "INSERT INTO source_notice (source, kind, text, at) VALUES (?, ?, ?, ?)",
        [(notice.source, notice.kind, notice.text, notice.at.isoformat()) for notice in notices],
    )


def last_notice(store: Store, source: str) -> str | None:
    """The kind of the latest thing to tell of a source."""
    row = store.execute(
        "SELECT kind FROM source_notice WHERE source = ? ORDER BY id DESC LIMIT 1", (source,)
    ).fetchone()
    return str(row[0]) if row else None


def untold(store: Store, limit: int = 200) -> tuple[tuple[int, SourceNotice], ...]:
    """(id, notice) of what was not told yet, oldest first."""
    rows = store.execute(
        "SELECT id, source, kind, text, at FROM source_notice WHERE told IS NULL ORDER BY id LIMIT ?", (limit,)
    )
    return tuple(
        (row[0], SourceNotice(source=row[1], kind=row[2], text=row[3], at=datetime.fromisoformat(row[4])))
        for row in rows
    )


def mark_told(store: Store, ids: Iterable[int], at: datetime) -> None:
    """These were handed on; inside the transaction of the message that tells them."""
    store.executemany("UPDATE source_notice SET told = ? WHERE id = ?", [(at.isoformat(), each) for each in ids])


def notices(store: Store, since: datetime, until: datetime) -> tuple[SourceNotice, ...]:
    """What there was to tell of sources in a span of time, oldest first."""
    rows = store.execute(
        "SELECT source, kind, text, at FROM source_notice WHERE at >= ? AND at < ? ORDER BY id LIMIT 500",
        (since.isoformat(), until.isoformat()),
    )
    return tuple(
        SourceNotice(source=row[0], kind=row[1], text=row[2], at=datetime.fromisoformat(row[3])) for row in rows
    )


# ---- coverage -----------------------------------------------------------------------------------------------------


def coverage(store: Store, since: datetime, until: datetime) -> Coverage:
    """How much of the world was looked at between two moments: what makes 'nothing happened' trustworthy."""
    known = feeds(store)
    span = (since.isoformat(), until.isoformat())
    verdicts: dict[str, int] = {}
    for verdict, count in store.execute(
        "SELECT verdict, count(*) FROM article WHERE received >= ? AND received < ? GROUP BY verdict", span
    ):
        verdicts[str(verdict)] = count
    opened = store.execute("SELECT count(*) FROM notice WHERE kind = 'new' AND at >= ? AND at < ?", span).fetchone()[0]
    broken = store.execute(
        "SELECT count(*) FROM file WHERE outcome IN ('refused', 'failed') AND at >= ? AND at < ?", span
    ).fetchone()[0]
    told = notices(store, since, until)
    imported = _imported([each for each in told if each.kind == "imported"])
    imported += [each.text for each in told if each.kind in {"moved", "gone"}]
    overdue = [each for each in known if each.next_due and until - each.next_due > timedelta(hours=1)]
    late = max((until - each.next_due for each in overdue if each.next_due), default=None)
    waiting = (
        (f"oldest unread: {len(overdue)} feeds overdue, one by {late.total_seconds() / 3600:.0f} h",) if late else ()
    )
    return Coverage(
        since=since,
        until=until,
        feeds=len(known),
        healthy=sum(1 for each in known if each.state is SourceState.HEALTHY),
        failing=tuple(
            f"{each.name}: {_wrong(each)}{_lasting(each, until)}"
            for each in known
            if each.state in {SourceState.FAILING, SourceState.PAUSED}
        ),
        silent=tuple(each.name for each in known if each.state is SourceState.SILENT),
        read=sum(verdicts.values()),
        irrelevant=verdicts.get("irrelevant", 0),
        attached=sum(verdicts.get(each, 0) for each in ("attached", "copy", "reference")),
        failed=verdicts.get("failed", 0) + broken,
        incidents=opened,
        longest_gap_h=_longest_gap_h(store, since, until),
        notes=(*waiting, *imported[:20]),
    )


def _imported(new: Sequence[SourceNotice]) -> list[str]:
    """One line for all feeds that are new, however many they are."""
    names = tuple(dict.fromkeys(each.source for each in new))
    if len(names) < 2:
        return [each.text for each in new]
    some = ", ".join(names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return [f"{len(names)} feeds are new, their older entries stored, nobody alerted: {some}{more}"]


def _wrong(feed: FeedCursor) -> str:
    if feed.state is SourceState.PAUSED:
        return f"paused, {feed.error}" if feed.error else "paused"
    return feed.error or "no answer"


def _lasting(feed: FeedCursor, until: datetime) -> str:
    """' for 6 h', once it is an hour."""
    hours = (until - feed.failing_since).total_seconds() / 3600 if feed.failing_since else 0.0
    return f" for {hours:.0f} h" if hours >= 1 else ""


def _longest_gap_h(store: Store, since: datetime, until: datetime) -> float | None:
    """The longest time in the span without any new article; what came before the first one ever does not count."""
    first = store.execute("SELECT min(received) FROM article").fetchone()[0]
    if first is None:
        return None
    since = max(since, datetime.fromisoformat(first))
    row = store.execute(
        "SELECT max(julianday(received) - julianday(before)) FROM (SELECT received, lag(received, 1, ?) OVER "
        "(ORDER BY received) AS before FROM (SELECT received FROM article WHERE received >= ? AND received < ? "
        "UNION ALL SELECT ?))",
        (since.isoformat(), since.isoformat(), until.isoformat(), until.isoformat()),
    ).fetchone()
    return round(row[0] * 24, 2) if row and row[0] is not None else None


# ---- rows ---------------------------------------------------------------------------------------------------------


def _cursor(value: bytes) -> FeedCursor:
    return msgspec.json.decode(value, type=FeedCursor)


def _file(row: Sequence[object]) -> FileMark:
    source, path, size, changed_ns, content, key, outcome, reason, items, at, version = row
    return FileMark(
        source=str(source),
        path=str(path),
        size=int(str(size)),
        changed_ns=int(str(changed_ns)),
        hash=str(content),
        key=str(key),
        outcome=str(outcome),
        reason=str(reason),
        items=int(str(items)),
        at=datetime.fromisoformat(str(at)) if at else None,
        version=str(version),
    )


def _json(values: Sequence[str]) -> str:
    return msgspec.json.encode(values).decode()


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
