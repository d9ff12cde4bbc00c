"""Who is to be told what: recorded with the incident, bundled into messages, claimed for sending, and marked.

    record ──> waiting dispatches ──> put_message ──> claim ──> mark_sent | mark_again | mark_dead
                     └──> undigested ──> put_digest

A dispatch is durable with the incident it is about. A claim is a lease: a sender that dies gives the row back when the
lease ends, and the message goes out again under the same id. Times are UTC.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime, timedelta

import msgspec

from monitor.errors import StoreError
from monitor.store import Store
from monitor.types import Delivery, Dispatch, LastTold, Message, Mode, Mute, Notice

#: how long a claimed row belongs to its sender
LEASE = timedelta(minutes=2)
_TO_TELL = "message_id IS NULL AND mode IN ('now', 'held')"
_TO_SEND = "state IN ('waiting', 'sending')"


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _pack(value: object) -> bytes:
    return zlib.compress(msgspec.json.encode(value), 6)


# ---- what was decided ---------------------------------------------------------------------------------------------


def record(store: Store, notice: Notice, dispatches: Sequence[Dispatch]) -> None:
    """Keep a notice and what was decided about it. Joins the caller's transaction; a second call changes nothing."""
    incident = notice.incident
    at = notice.at or next((one.at for one in dispatches if one.at), None) or incident.last_change
    if at is None:
        raise StoreError(f"notice {notice.id} says no time")
    slim = replace(notice, incident=replace(incident, events=tuple(replace(e, signature=b"") for e in incident.events)))
    with store.transaction():
        store.execute(
            "INSERT OR IGNORE INTO notice (id, incident_id, version, kind, at, type, country, severity, day, value) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                notice.id,
                incident.id,
                incident.version,
                notice.kind.value,
                _stamp(at),
                incident.type,
                incident.place.country if incident.place else None,
                incident.severity,
                incident.when.date.isoformat() if incident.when else None,
                _pack(slim),
            ),
        )
        store.executemany(
            "INSERT OR IGNORE INTO dispatch "
            "(id, notice_id, incident_id, recipient, mode, code, reason, rule, channels, due, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one.id,
                    one.notice_id,
                    one.incident_id,
                    one.recipient,
                    one.mode.value,
                    one.code,
                    one.reason,
                    one.rule,
                    json.dumps(one.channels),
                    _stamp(one.due) if one.due else None,
                    _stamp(one.at) if one.at else "",
                )
                for one in dispatches
            ],
        )


def told(store: Store, incident_id: str, now: datetime) -> dict[str, LastTold]:
    """By recipient, what was last told at once about this incident. What still waits will be told as it is by then."""
    rows = store.execute(
        "SELECT d.recipient, max(d.due), n.value FROM dispatch d JOIN notice n ON n.id = d.notice_id "
        "WHERE d.incident_id = ? AND d.mode IN ('now', 'held') AND d.message_id IS NOT NULL AND d.due <= ? "
        "GROUP BY d.recipient",
        (incident_id, _stamp(now)),
    ).fetchall()
    found = {}
    for recipient, due, value in rows:
        incident = _notice(value).incident
        killed = incident.killed
        found[recipient] = LastTold(
            at=_time(due),
            severity=incident.severity,
            killed=(killed.best if killed.best is not None else killed.low) if killed else None,
            trusted=max((event.trust for event in incident.events), default=0.5) > 0.35,
        )
    return found


def told_of_any(store: Store, incident_ids: Sequence[str], now: datetime) -> dict[str, LastTold]:
    """By recipient, the latest of what was told about any of these incidents."""
    found: dict[str, LastTold] = {}
    for ident in incident_ids:
        for recipient, told_ in told(store, ident, now).items():
            if recipient not in found or told_.at > found[recipient].at:
                found[recipient] = told_
    return found


def told_by(store: Store, message_id: str) -> tuple[str, ...]:
    """The incidents that a message tells of at once."""
    rows = store.execute("SELECT DISTINCT incident_id FROM dispatch WHERE message_id = ? ORDER BY 1", (message_id,))
    return tuple(row[0] for row in rows)


def told_lately(store: Store, recipient: str, since: datetime, limit: int = 500) -> tuple[str, ...]:
    """Incidents this recipient was told of since a moment, at once or in a digest; where many, those most tell of."""
    rows = store.execute(
        "SELECT i.id FROM incident i WHERE i.id IN (SELECT d.incident_id FROM message m JOIN dispatch d "
        "ON d.message_id = m.id OR d.digest_id = m.id WHERE m.recipient = ? AND m.created >= ? AND d.mode <> 'never') "
        "ORDER BY i.independent DESC, i.severity DESC LIMIT ?",
        (recipient, _stamp(since), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def heard_of(store: Store, recipient: str, incident_ids: Sequence[str]) -> frozenset[str]:
    """Which of these incidents this recipient was told of, at once or in a digest."""
    rows = store.execute(
        "SELECT DISTINCT incident_id FROM dispatch WHERE incident_id IN (SELECT value FROM json_each(?)) "
        "AND recipient = ? AND mode <> 'never' AND (message_id IS NOT NULL OR digest_id IS NOT NULL)",
        (json.dumps(list(incident_ids)), recipient),
    )
    return frozenset(row[0] for row in rows.fetchall())


def told_widely(store: Store, since: datetime, independent: int = 3, limit: int = 50) -> tuple[str, ...]:
    """Incidents that somebody was told of at once since a moment and that so many independent sources tell of."""
    rows = store.execute(
        "SELECT i.id FROM incident i WHERE i.independent >= ? AND i.last_change >= ? AND i.state = 'open' AND EXISTS "
        "(SELECT 1 FROM dispatch d WHERE d.incident_id = i.id AND d.message_id IS NOT NULL AND d.due >= ?) "
        "ORDER BY i.last_change DESC LIMIT ?",
        (independent, _stamp(since), _stamp(since), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def told_alike(store: Store, since: datetime, kinds: Sequence[str], limit: int = 20) -> tuple[str, ...]:
    """Incidents of these types that somebody was told of at once since a moment, the latest first; of a great many
    notices only the latest are looked through."""
    rows = store.execute(
        "SELECT DISTINCT n.incident_id FROM "
        "(SELECT id, incident_id, type FROM notice WHERE at >= ? ORDER BY at DESC LIMIT 1000) n "
        "WHERE n.type IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM dispatch d "
        "WHERE d.notice_id = n.id AND d.mode IN ('now', 'held') AND d.message_id IS NOT NULL) LIMIT ?",
        (_stamp(since), json.dumps(list(kinds)), limit),
    )
    return tuple(row[0] for row in rows.fetchall())


def _notice(value: bytes) -> Notice:
    return msgspec.json.decode(zlib.decompress(value), type=Notice)


_DISPATCH = (
    "d.id, d.notice_id, d.incident_id, d.recipient, d.mode, d.code, d.reason, d.rule, d.channels, d.due, d.at, n.value"
)


def _joined(row: Sequence[object]) -> tuple[Dispatch, Notice]:
    ident, notice_id, incident_id, recipient, mode, code, reason, rule, channels, due, at, value = row
    assert isinstance(value, bytes)
    return Dispatch(
        id=str(ident),
        notice_id=str(notice_id),
        incident_id=str(incident_id),
        recipient=str(recipient),
        mode=Mode(str(mode)),
        code=str(code),
        reason=str(reason),
        rule=str(rule),
        channels=tuple(json.loads(str(channels))),
        due=_time(str(due)) if due else None,
        at=_time(str(at)) if at else None,
    ), _notice(value)


def waiting(store: Store, recipient: str, now: datetime, limit: int = 2000) -> tuple[tuple[Dispatch, Notice], ...]:
    """What this recipient is to hear at once and has not, oldest first. Of more than `limit`, the oldest and the
    newest: what just came must not wait behind a flood."""
    statement = (
        f"SELECT {_DISPATCH} FROM dispatch d JOIN notice n ON n.id = d.notice_id "  # noqa: S608
        "WHERE d.recipient = ? AND d.message_id IS NULL AND d.mode IN ('now', 'held') AND d.due <= ? "
        "ORDER BY d.due {way}, n.version {way} LIMIT ?"
    )
    rows = store.execute(statement.format(way="ASC"), (recipient, _stamp(now), limit)).fetchall()
    if len(rows) == limit:
        known = {row[0] for row in rows}
        newest = store.execute(statement.format(way="DESC"), (recipient, _stamp(now), limit // 4)).fetchall()
        rows += [row for row in reversed(newest) if row[0] not in known]
    if not rows:
        return ()
    # what the minimum gap holds back of an incident goes along with what passes over the gap
    held = store.execute(
        f"SELECT {_DISPATCH} FROM dispatch d JOIN notice n ON n.id = d.notice_id "  # noqa: S608
        "WHERE d.recipient = ? AND d.message_id IS NULL AND d.mode = 'held' AND d.code = 'gap' AND d.due > ? "
        "AND d.incident_id IN (SELECT value FROM json_each(?))",
        (recipient, _stamp(now), json.dumps(sorted({row[2] for row in rows}))),
    ).fetchall()
    return tuple(_joined(row) for row in (*rows, *held))


def undigested(store: Store, recipient: str) -> tuple[tuple[Dispatch, Notice], ...]:
    """Everything decided for this recipient that no digest has shown or counted, oldest first."""
    rows = store.execute(
        f"SELECT {_DISPATCH} FROM dispatch d JOIN notice n ON n.id = d.notice_id "  # noqa: S608
        "WHERE d.recipient = ? AND d.digest_id IS NULL ORDER BY d.at, n.version",
        (recipient,),
    )
    return tuple(_joined(row) for row in rows.fetchall())


def unsent(store: Store, recipient: str) -> frozenset[str]:
    """Of what no digest has shown, the dispatches to be told at once whose message has not arrived."""
    rows = store.execute(
        "SELECT d.id FROM dispatch d WHERE d.recipient = ? AND d.digest_id IS NULL AND d.mode IN ('now', 'held') "
        "AND NOT EXISTS (SELECT 1 FROM delivery x WHERE x.message_id = d.message_id AND x.state = 'sent')",
        (recipient,),
    )
    return frozenset(row[0] for row in rows)


def opened_by_day(store: Store, since: Day) -> tuple[tuple[str, str, str, float], ...]:
    """(incident, local day, country, severity) of every incident first told or kept since a day: for trends."""
    rows = store.execute(
        "SELECT incident_id, coalesce(day, substr(at, 1, 10)), coalesce(country, ''), max(severity) FROM notice "
        "WHERE kind IN ('new', 'possible') AND coalesce(day, substr(at, 1, 10)) >= ? GROUP BY incident_id",
        (since.isoformat(),),
    )
    return tuple((row[0], row[1], row[2], row[3]) for row in rows.fetchall())


def first_notice(store: Store) -> datetime | None:
    """When the records begin."""
    row = store.execute("SELECT min(at) FROM notice").fetchone()
    return _time(row[0]) if row and row[0] else None


def notices(store: Store, since: datetime, until: datetime | None = None) -> Iterator[Notice]:
    """Every notice of a span, oldest first: what a rehearsal plays again."""
    rows = store.execute(
        "SELECT value FROM notice WHERE at >= ? AND at < ? ORDER BY at, incident_id, version",
        (_stamp(since), _stamp(until) if until else "9999"),
    ).fetchall()
    return (_notice(value) for (value,) in rows)


# ---- messages -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A message of the last hour: kind, time, group, source and the severity of the gravest in it."""

    kind: str
    at: datetime
    group: str
    source: str
    severity: float


def recent(store: Store, recipient: str, since: datetime) -> tuple[Past, ...]:
    """Alerts, bursts, catch-ups and summaries made for a recipient since a moment."""
    rows = store.execute(
        "SELECT kind, created, grouping, source, priority FROM message WHERE recipient = ? AND created >= ? "
        "AND kind IN ('alert', 'burst', 'catch_up', 'summary') ORDER BY created",
        (recipient, _stamp(since)),
    )
    return tuple(
        Past(kind=kind, at=_time(created), group=group, source=source, severity=priority)
        for kind, created, group, source, priority in rows.fetchall()
    )


def put_message(
    store: Store, message: Message, channels: Sequence[str], now: datetime, dispatch_ids: Sequence[str] = ()
) -> None:
    """Keep a finished message, one delivery a channel, and the dispatches it answers: all or nothing, once."""
    with store.transaction():
        _insert_message(store, message, channels, now)
        store.executemany(
            "UPDATE dispatch SET message_id = ? WHERE id = ? AND message_id IS NULL",
            [(message.id, ident) for ident in dispatch_ids],
        )


def _insert_message(store: Store, message: Message, channels: Sequence[str], now: datetime) -> None:
    store.execute(
        "INSERT OR IGNORE INTO message (id, recipient, kind, grouping, source, subject, priority, created, value) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            message.id,
            message.recipient,
            message.kind,
            message.group,
            message.source,
            message.subject,
            message.priority,
            _stamp(now),
            _pack(message),
        ),
    )
    for channel in dict.fromkeys(channels):
        add_delivery(store, message.id, channel, now)


def add_delivery(
    store: Store,
    message_id: str,
    channel: str,
    now: datetime,
    *,
    fallback_of: str | None = None,
    left: Sequence[str] = (),
    state: str = "waiting",
    outcome: str = "",
    suffix: str = "",
) -> None:
    """One more way for a message; the same way a second time changes nothing."""
    store.execute(
        "INSERT OR IGNORE INTO delivery (id, message_id, channel, state, due, created, fallback_of, left_over, "
        "outcome, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            f"{message_id}>{channel}{suffix}",
            message_id,
            channel,
            state,
            _stamp(now),
            _stamp(now),
            fallback_of,
            json.dumps(list(left)),
            outcome,
            _stamp(now) if state == "dead" else None,
        ),
    )


def digest_made(store: Store, recipient: str, slot: str) -> bool:
    """Whether this recipient's digest of this local day and time is made."""
    row = store.execute("SELECT 1 FROM digest WHERE recipient = ? AND slot = ?", (recipient, slot)).fetchone()
    return row is not None


def last_digest(store: Store, recipient: str) -> datetime | None:
    """Up to when the recipient's last digest looked."""
    row = store.execute("SELECT until FROM digest WHERE recipient = ? ORDER BY made DESC LIMIT 1", (recipient,))
    found = row.fetchone()
    return _time(found[0]) if found else None


def put_digest(
    store: Store,
    message: Message,
    channels: Sequence[str],
    *,
    slot: str,
    now: datetime,
    dispatch_ids: Sequence[str],
) -> bool:
    """Keep a digest, its deliveries and what it covered. False, and nothing done, where the slot has one already."""
    with store.transaction():
        if digest_made(store, message.recipient, slot):
            return False
        _insert_message(store, message, channels, now)
        store.execute(
            "INSERT INTO digest (recipient, slot, message_id, made, until) VALUES (?, ?, ?, ?, ?)",
            (message.recipient, slot, message.id, _stamp(now), _stamp(now)),
        )
        store.executemany(
            "UPDATE dispatch SET digest_id = ? WHERE id = ?", [(message.id, ident) for ident in dispatch_ids]
        )
    return True


# ---- sending ------------------------------------------------------------------------------------------------------


_DELIVERY = (
    "d.id, d.seq, d.channel, d.due, d.attempts, d.state, d.minimal, d.left_over, d.first_failed, d.fallback_of, "
    "d.outcome, d.done, m.value"
)


def _delivery(row: Sequence[object]) -> Delivery:
    ident, seq, channel, due, attempts, state, minimal, left, failed, fallback_of, outcome, done, value = row
    assert isinstance(value, bytes)
    assert isinstance(seq, int)
    assert isinstance(attempts, int)
    return Delivery(
        id=str(ident),
        seq=seq,
        message=msgspec.json.decode(zlib.decompress(value), type=Message),
        channel=str(channel),
        due=_time(str(due)),
        attempts=attempts,
        state=str(state),
        minimal=bool(minimal),
        left=tuple(json.loads(str(left))),
        first_failed=_time(str(failed)) if failed else None,
        fallback_of=str(fallback_of) if fallback_of else None,
        outcome=str(outcome),
        done=_time(str(done)) if done else None,
    )


def claim(store: Store, channel: str, now: datetime) -> Delivery | None:
    """The next delivery of a channel that is due, taken for the length of a lease; None where there is none.

    A row whose lease has run out was taken by a sender that died, and is taken again."""
    with store.transaction():
        row = store.execute(
            f"SELECT {_DELIVERY} FROM delivery d JOIN message m ON m.id = d.message_id "  # noqa: S608
            "WHERE d.channel = ? AND d.state IN ('waiting', 'sending') AND d.due <= ? "
            "AND (d.lease IS NULL OR d.lease <= ?) ORDER BY d.seq LIMIT 1",
            (channel, _stamp(now), _stamp(now)),
        ).fetchone()
        if row is None:
            return None
        store.execute(
            "UPDATE delivery SET state = 'sending', lease = ?, attempts = attempts + 1 WHERE id = ?",
            (_stamp(now + LEASE), row[0]),
        )
    found = _delivery(row)
    return replace(found, attempts=found.attempts + 1, state="sending")


def release_leases(store: Store) -> int:
    """Give back what a dead sender holds. Only for the start, when nobody else can be sending."""
    with store.transaction():
        return store.execute(
            "UPDATE delivery SET state = 'waiting', lease = NULL, due = min(due, lease) WHERE state = 'sending'"
        ).rowcount


def shift_due(store: Store, by: timedelta, now: datetime) -> int:
    """Move what is waited for along with a clock that was set by so much and says `now`; how many rows.

    Otherwise a step back holds every alert back, and one forward gives up at once what a channel did not take. The end
    of quiet hours is a time of day, and stays. What was written since the step knows the new time."""
    before, stamp = _stamp(now - by), _stamp(now)
    with store.transaction():
        count = _shift(store, by, "delivery", ("due", "lease", "first_failed"), f"{_TO_SEND} AND created <= ?", before)
        count += _shift(
            store,
            by,
            "dispatch",
            ("due",),
            f"{_TO_TELL} AND at <= ? AND (code <> 'quiet_hours' OR ?)",
            before,
            by <= -timedelta(days=1),
        )
        _shift(store, by, "channel", ("since", "next_try", "last_ok"), "true")
        if by < timedelta(0):
            # told at what is to come once more: gaps, budgets and bursts are counted from it
            _shift(store, by, "dispatch", ("due",), "message_id IS NOT NULL AND due > ?", stamp)
            _shift(store, by, "message", ("created",), "created > ?", stamp)
            forget_heartbeats(store, now)  # or the stretches that come once more would get none
    return count


def _shift(store: Store, by: timedelta, table: str, columns: Sequence[str], where: str, *values: object) -> int:
    moved = ", ".join(f"{column} = strftime('%Y-%m-%dT%H:%M:%f+00:00', {column}, ?)" for column in columns)
    steps = [f"{by.total_seconds():+.3f} seconds"] * len(columns)
    return store.execute(f"UPDATE {table} SET {moved} WHERE {where}", (*steps, *values)).rowcount  # noqa: S608


def bring_near(store: Store, now: datetime) -> None:
    """Make due what a clock that ran ahead decided, made or tried; for the start, before which it may have been set."""
    far, stamp = _stamp(now + timedelta(days=1)), _stamp(now)
    with store.transaction():
        store.execute(
            f"UPDATE dispatch SET due = ? WHERE {_TO_TELL} AND due > ? AND at > ? "  # noqa: S608
            "AND (code <> 'quiet_hours' OR at > ?)",
            (stamp, stamp, stamp, far),
        )
        store.execute(
            f"UPDATE delivery SET due = ?, first_failed = min(first_failed, ?) WHERE {_TO_SEND} "  # noqa: S608
            "AND due > ? AND (created > ? OR first_failed > ?)",
            (stamp, stamp, stamp, stamp, stamp),
        )


def mark_sent(store: Store, delivery_id: str, now: datetime, outcome: str) -> None:
    """It arrived, as far as the channel says."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET state = 'sent', lease = NULL, done = ?, outcome = ?, left_over = '[]' WHERE id = ?",
            (_stamp(now), outcome, delivery_id),
        )


def mark_again(
    store: Store,
    delivery_id: str,
    now: datetime,
    *,
    due: datetime,
    outcome: str,
    minimal: bool | None = None,
    left: Sequence[str] | None = None,
) -> None:
    """It did not arrive and is tried again at `due`."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET state = 'waiting', lease = NULL, due = ?, outcome = ?, "
            "first_failed = coalesce(first_failed, ?), minimal = coalesce(?, minimal), "
            "left_over = coalesce(?, left_over) WHERE id = ?",
            (
                _stamp(due),
                outcome,
                _stamp(now),
                None if minimal is None else int(minimal),
                None if left is None else json.dumps(list(left)),
                delivery_id,
            ),
        )


def mark_dead(store: Store, delivery_id: str, now: datetime, outcome: str) -> None:
    """Given up: stays in sight until somebody calls `retry`."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET state = 'dead', lease = NULL, done = ?, outcome = ?, "
            "first_failed = coalesce(first_failed, ?) WHERE id = ?",
            (_stamp(now), outcome, _stamp(now), delivery_id),
        )


def hasten(store: Store, channel: str, now: datetime) -> None:
    """A channel that is back takes what waited for it, in the order it was made."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET due = ? WHERE channel = ? AND state = 'waiting' AND due > ? "
            "AND first_failed IS NOT NULL",
            (_stamp(now), channel, _stamp(now)),
        )


def bypass(store: Store, channel: str, fallbacks: Mapping[str, str], now: datetime, *, priority: float) -> int:
    """For what waits on a channel that is down and is at least so grave: a copy through the recipient's fallback.

    Once for each message, under the same id; the row itself goes on waiting. How many copies were made."""
    made = 0
    with store.transaction():
        rows = store.execute(
            "SELECT d.message_id, m.recipient FROM delivery d JOIN message m ON m.id = d.message_id "
            "WHERE d.channel = ? AND d.state IN ('waiting', 'sending') AND d.fallback_of IS NULL AND m.priority >= ? "
            "AND m.kind <> 'heartbeat' ORDER BY d.seq",
            (channel, priority),
        ).fetchall()
        for message_id, recipient in rows:
            other = fallbacks.get(recipient)
            if not other or other == channel:
                continue
            before = store.db.conn.total_changes
            add_delivery(store, message_id, other, now, fallback_of=channel)
            made += store.db.conn.total_changes > before
    return made


def mark_dropped(store: Store, delivery_id: str, now: datetime, outcome: str) -> None:
    """Not sent, and not worth a later try: a sign of life that came too late."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET state = 'dropped', lease = NULL, done = ?, outcome = ? WHERE id = ?",
            (_stamp(now), outcome, delivery_id),
        )


def forget_heartbeats(store: Store, before: datetime) -> None:
    """Drop old signs of life; nothing refers to them."""
    with store.transaction():
        old = "SELECT id FROM message WHERE kind = 'heartbeat' AND created < ?"
        store.execute(f"DELETE FROM delivery WHERE message_id IN ({old})", (_stamp(before),))  # noqa: S608
        store.execute("DELETE FROM message WHERE kind = 'heartbeat' AND created < ?", (_stamp(before),))


def busy_channels(store: Store, now: datetime) -> tuple[str, ...]:
    """Channels with something due."""
    rows = store.execute(
        "SELECT DISTINCT channel FROM delivery WHERE state IN ('waiting', 'sending') AND due <= ? "
        "AND (lease IS NULL OR lease <= ?)",
        (_stamp(now), _stamp(now)),
    )
    return tuple(row[0] for row in rows.fetchall())


def retry(store: Store, now: datetime, ids: Sequence[str] = ()) -> int:
    """Bring dead deliveries back: those named (a delivery's or message's id), or all. How many there were."""
    with store.transaction():
        if not ids:
            return store.execute(
                "UPDATE delivery SET state = 'waiting', due = ?, attempts = 0, minimal = 0, first_failed = NULL, "
                "done = NULL WHERE state = 'dead'",
                (_stamp(now),),
            ).rowcount
        count = 0
        for ident in ids:
            count += store.execute(
                "UPDATE delivery SET state = 'waiting', due = ?, attempts = 0, minimal = 0, first_failed = NULL, "
                "done = NULL WHERE state = 'dead' AND (id = ? OR message_id = ?)",
                (_stamp(now), ident, ident),
            ).rowcount
        return count


# ---- channels -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """How a channel has been doing."""

    name: str
    state: str  #: ok | failing | broken
    since: datetime
    failures: int = 0
    next_try: datetime | None = None
    last_ok: datetime | None = None
    outcome: str = ""


def channel_states(store: Store) -> dict[str, ChannelState]:
    """By name, every channel that was ever used."""
    rows = store.execute("SELECT name, state, since, failures, next_try, last_ok, outcome FROM channel").fetchall()
    return {
        row[0]: ChannelState(
            name=row[0],
            state=row[1],
            since=_time(row[2]),
            failures=row[3],
            next_try=_time(row[4]) if row[4] else None,
            last_ok=_time(row[5]) if row[5] else None,
            outcome=row[6],
        )
        for row in rows
    }


def put_channel_state(store: Store, state: ChannelState) -> None:
    """Remember how a channel does now."""
    with store.transaction():
        store.execute(
            "INSERT INTO channel (name, state, since, failures, next_try, last_ok, outcome) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state, "
            "since = excluded.since, failures = excluded.failures, next_try = excluded.next_try, "
            "last_ok = coalesce(excluded.last_ok, channel.last_ok), outcome = excluded.outcome",
            (
                state.name,
                state.state,
                _stamp(state.since),
                state.failures,
                _stamp(state.next_try) if state.next_try else None,
                _stamp(state.last_ok) if state.last_ok else None,
                state.outcome,
            ),
        )


# ---- mutes --------------------------------------------------------------------------------------------------------


def put_mute(store: Store, mute: Mute) -> None:
    """Keep a mute, new or changed."""
    with store.transaction():
        store.execute(
            "INSERT OR REPLACE INTO mute (id, scope, value, recipient, until, ended, created, mute) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                mute.id,
                mute.scope,
                mute.value,
                mute.recipient,
                _stamp(mute.until),
                _stamp(mute.ended) if mute.ended else None,
                _stamp(mute.created) if mute.created else "",
                msgspec.json.encode(mute),
            ),
        )


def mutes(store: Store, now: datetime | None = None) -> tuple[Mute, ...]:
    """The mutes in force at a moment; without one, every mute there ever was."""
    if now is None:
        rows = store.execute("SELECT mute FROM mute ORDER BY created DESC").fetchall()
    else:
        rows = store.execute(
            "SELECT mute FROM mute WHERE until > ? AND ended IS NULL ORDER BY created DESC", (_stamp(now),)
        ).fetchall()
    return tuple(msgspec.json.decode(value, type=Mute) for (value,) in rows)


def withdraw(store: Store, dispatch_id: str, mode: Mode, code: str, reason: str) -> None:
    """What waits is not told at once after all: muted, retracted or closed meanwhile."""
    with store.transaction():
        store.execute(
            "UPDATE dispatch SET mode = ?, code = ?, reason = ? WHERE id = ? AND message_id IS NULL",
            (mode.value, code, reason, dispatch_id),
        )


def hold(store: Store, held: Sequence[tuple[str, datetime, str]]) -> None:
    """Dispatches that are due are told later, until when and why; the reason of each says so, once for each cause."""
    if not held:
        return
    with store.transaction():
        store.executemany(
            "UPDATE dispatch SET mode = 'held', reason = reason || ? WHERE id = ? AND message_id IS NULL "
            "AND instr(reason, ?) = 0",
            [(f"; held until {until:%H:%M UTC}: {why}", ident, why) for ident, until, why in held],
        )


# ---- what is asked about it ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One delivery as a list shows it."""

    id: str
    message_id: str
    channel: str
    recipient: str
    kind: str
    subject: str
    state: str
    attempts: int
    due: str
    outcome: str
    created: str
    done: str | None
    fallback_of: str | None = None  #: the channel this one stands in for


#: what may become of a delivery
STATES = ("waiting", "sending", "sent", "dead", "dropped")


def listing(store: Store, state: str | None = None, limit: int = 100) -> tuple[Line, ...]:
    """Deliveries, newest first; of one state where it is given."""
    rows = store.execute(
        "SELECT d.id, d.message_id, d.channel, m.recipient, m.kind, m.subject, d.state, d.attempts, d.due, d.outcome, "
        "d.created, d.done, d.fallback_of FROM delivery d JOIN message m ON m.id = d.message_id "
        "WHERE ? IS NULL OR d.state = ? ORDER BY d.seq DESC LIMIT ?",
        (state, state, limit),
    ).fetchall()
    fields = ("id", "message_id", "channel", "recipient", "kind", "subject", "state", "attempts", "due", "outcome",
              "created", "done", "fallback_of")  # fmt: skip
    return tuple(Line(**dict(zip(fields, row, strict=True))) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What is to be told at once and is not yet."""

    incident_id: str
    recipient: str
    headline: str
    reason: str  #: until when and why it is held, after why it is told


def held(store: Store, limit: int = 100) -> tuple[Hold, ...]:
    """All that waits to be told at once, the one that is due first leading: for a gap, quiet hours or a limit."""
    rows = store.execute(
        "SELECT d.incident_id, d.recipient, d.reason, n.value FROM dispatch d JOIN notice n ON n.id = d.notice_id "
        "WHERE d.message_id IS NULL AND d.mode = 'held' ORDER BY d.due, d.id LIMIT ?",
        (limit,),
    )
    return tuple(
        Hold(incident_id=incident, recipient=recipient, headline=_notice(value).incident.headline, reason=reason)
        for incident, recipient, reason, value in rows.fetchall()
    )


def find_message(store: Store, message_id: str) -> Message | None:
    """A message as it was or will be sent."""
    row = store.execute("SELECT value FROM message WHERE id = ?", (message_id,)).fetchone()
    return msgspec.json.decode(zlib.decompress(row[0]), type=Message) if row else None


def counts(store: Store) -> Mapping[str, int]:
    """Deliveries by state."""
    return dict(store.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall())


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What became of one dispatch: the proof that nothing qualifying was lost."""

    incident_id: str
    recipient: str
    mode: str
    reason: str
    state: str  #: delivered | digest | sending | waiting | digest_waiting | overdue | dead | never | lost


def reconcile(store: Store, since: datetime, now: datetime) -> tuple[Account, ...]:
    """Every dispatch decided since a moment, with what became of it. 'lost' is a fault of ours."""
    rows = store.execute(
        """
        SELECT d.incident_id, d.recipient, d.mode, d.reason, d.due, d.message_id, d.digest_id,
            (SELECT group_concat(DISTINCT state) FROM delivery WHERE message_id = d.message_id) AS now_states,
            (SELECT group_concat(DISTINCT state) FROM delivery WHERE message_id = d.digest_id) AS digest_states
        FROM dispatch d WHERE d.at >= ? ORDER BY d.at, d.id
        """,
        (_stamp(since),),
    ).fetchall()
    accounts = []
    for incident, recipient, mode, reason, due, message, digest, now_states, digest_states in rows:
        if mode == "never":
            state = "never"
        elif mode == "digest":
            state = _became(digest_states) if digest else "digest_waiting"
            state = "digest" if state == "delivered" else state
        elif message:
            state = _became(now_states)
        else:
            state = "waiting"
            if due and _time(due) < now - timedelta(hours=2):
                state = "overdue"
        accounts.append(Account(incident_id=incident, recipient=recipient, mode=mode, reason=reason, state=state))
    return tuple(accounts)


def _became(states: str | None) -> str:
    found = set((states or "").split(",")) - {""}
    if not found:
        return "lost"
    if "sent" in found:
        return "delivered"
    return "sending" if found & {"waiting", "sending"} else "dead"


def without_notice(store: Store, since: datetime) -> tuple[str, ...]:
    """Open incidents changed since a moment without a notice: there are none in a daemon's database."""
    rows = store.execute(
        "SELECT i.id FROM incident i WHERE i.state = 'open' AND i.last_change >= ? "
        "AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.incident_id = i.id)",
        (since.isoformat(),),
    ).fetchall()
    return tuple(row[0] for row in rows)


def without_dispatch(store: Store, since: datetime) -> tuple[str, ...]:
    """Notices that no recipient has a decision on: there are none while anybody is configured."""
    rows = store.execute(
        "SELECT n.id FROM notice n WHERE n.at >= ? AND NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.notice_id = n.id)",
        (_stamp(since),),
    ).fetchall()
    return tuple(row[0] for row in rows)
