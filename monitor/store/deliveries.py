"""The outbox: deliveries claimed for sending and marked by the answer; how channels do; mutes.

    dispatches ──> messages ──> deliveries ──> claim ──> mark_sent | mark_again | mark_dead

A claim is a lease: a sender that dies gives the row back when the lease ends, and the message goes out again under the
same id. Times are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import msgspec

from monitor.store import Store
from monitor.store.packing import unpack_json
from monitor.store.stamps import stamp_ms
from monitor.types import Delivery, Message, Mute

#: how long a claimed row belongs to its sender
LEASE = timedelta(minutes=2)
_TO_TELL = "message_id IS NULL AND mode IN ('now', 'held')"
_TO_SEND = "state IN ('waiting', 'sending')"


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
) -> bool:
    """One more way for a message; whether it is one: the same a second time changes nothing."""
    made = store.execute(
        "INSERT OR IGNORE INTO delivery (id, message_id, channel, state, due, created, fallback_of, left_over, "
        "outcome, done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            f"{message_id}>{channel}{suffix}",
            message_id,
            channel,
            state,
            stamp_ms(now),
            stamp_ms(now),
            fallback_of,
            json.dumps(list(left)),
            outcome,
            stamp_ms(now) if state == "dead" else None,
        ),
    )
    return made.rowcount > 0


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
        message=unpack_json(value, Message),
        channel=str(channel),
        due=datetime.fromisoformat(str(due)),
        attempts=attempts,
        state=str(state),
        minimal=bool(minimal),
        left=tuple(json.loads(str(left))),
        first_failed=datetime.fromisoformat(str(failed)) if failed else None,
        fallback_of=str(fallback_of) if fallback_of else None,
        outcome=str(outcome),
        done=datetime.fromisoformat(str(done)) if done else None,
    )


def claim(store: Store, channel: str, now: datetime) -> Delivery | None:
    """The next delivery of a channel that is due, taken for the length of a lease; None where there is none.

    A row whose lease has run out was taken by a sender that died, and is taken again."""
    with store.transaction():
        row = store.execute(
            f"SELECT {_DELIVERY} FROM delivery d JOIN message m ON m.id = d.message_id "  # noqa: S608
            "WHERE d.channel = ? AND d.state IN ('waiting', 'sending') AND d.due <= ? "
            "AND (d.lease IS NULL OR d.lease <= ?) ORDER BY d.seq LIMIT 1",
            (channel, stamp_ms(now), stamp_ms(now)),
        ).fetchone()
        if row is None:
            return None
        store.execute(
            "UPDATE delivery SET state = 'sending', lease = ?, attempts = attempts + 1 WHERE id = ?",
            (stamp_ms(now + LEASE), row[0]),
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
    before, stamp = stamp_ms(now - by), stamp_ms(now)
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
    far, stamp = stamp_ms(now + timedelta(days=1)), stamp_ms(now)
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
            (stamp_ms(now), outcome, delivery_id),
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
                stamp_ms(due),
                outcome,
                stamp_ms(now),
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
            (stamp_ms(now), outcome, stamp_ms(now), delivery_id),
        )


def hasten(store: Store, channel: str, now: datetime) -> None:
    """A channel that is back takes what waited for it, in the order it was made."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET due = ? WHERE channel = ? AND state = 'waiting' AND due > ? "
            "AND first_failed IS NOT NULL",
            (stamp_ms(now), channel, stamp_ms(now)),
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
            if other and other != channel:
                made += add_delivery(store, message_id, other, now, fallback_of=channel)
    return made


def mark_dropped(store: Store, delivery_id: str, now: datetime, outcome: str) -> None:
    """Not sent, and not worth a later try: a sign of life that came too late."""
    with store.transaction():
        store.execute(
            "UPDATE delivery SET state = 'dropped', lease = NULL, done = ?, outcome = ? WHERE id = ?",
            (stamp_ms(now), outcome, delivery_id),
        )


def forget_heartbeats(store: Store, before: datetime) -> None:
    """Drop old signs of life; nothing refers to them."""
    with store.transaction():
        old = "SELECT id FROM message WHERE kind = 'heartbeat' AND created < ?"
        store.execute(f"DELETE FROM delivery WHERE message_id IN ({old})", (stamp_ms(before),))  # noqa: S608
        store.execute("DELETE FROM message WHERE kind = 'heartbeat' AND created < ?", (stamp_ms(before),))


def busy_channels(store: Store, now: datetime) -> tuple[str, ...]:
    """Channels with something due."""
    rows = store.execute(
        "SELECT DISTINCT channel FROM delivery WHERE state IN ('waiting', 'sending') AND due <= ? "
        "AND (lease IS NULL OR lease <= ?)",
        (stamp_ms(now), stamp_ms(now)),
    )
    return tuple(row[0] for row in rows.fetchall())


def retry(store: Store, now: datetime, ids: Sequence[str] = ()) -> int:
    """Bring dead deliveries back: those named (a delivery's or message's id), or all. How many there were."""
    with store.transaction():
        if not ids:
            return store.execute(
                "UPDATE delivery SET state = 'waiting', due = ?, attempts = 0, minimal = 0, first_failed = NULL, "
                "done = NULL WHERE state = 'dead'",
                (stamp_ms(now),),
            ).rowcount
        count = 0
        for ident in ids:
            count += store.execute(
                "UPDATE delivery SET state = 'waiting', due = ?, attempts = 0, minimal = 0, first_failed = NULL, "
                "done = NULL WHERE state = 'dead' AND (id = ? OR message_id = ?)",
                (stamp_ms(now), ident, ident),
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
            since=datetime.fromisoformat(row[2]),
            failures=row[3],
            next_try=datetime.fromisoformat(row[4]) if row[4] else None,
            last_ok=datetime.fromisoformat(row[5]) if row[5] else None,
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
                stamp_ms(state.since),
                state.failures,
                stamp_ms(state.next_try) if state.next_try else None,
                stamp_ms(state.last_ok) if state.last_ok else None,
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
                stamp_ms(mute.until),
                stamp_ms(mute.ended) if mute.ended else None,
                stamp_ms(mute.created) if mute.created else "",
                msgspec.json.encode(mute),
            ),
        )


def mutes(store: Store, now: datetime | None = None) -> tuple[Mute, ...]:
    """The mutes in force at a moment; without one, every mute there ever was."""
    if now is None:
        rows = store.execute("SELECT mute FROM mute ORDER BY created DESC").fetchall()
    else:
        rows = store.execute(
            "SELECT mute FROM mute WHERE until > ? AND ended IS NULL ORDER BY created DESC", (stamp_ms(now),)
        ).fetchall()
    return tuple(msgspec.json.decode(value, type=Mute) for (value,) in rows)


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


def find_message(store: Store, message_id: str) -> Message | None:
    """A message as it was or will be sent."""
    row = store.execute("SELECT value FROM message WHERE id = ?", (message_id,)).fetchone()
    return unpack_json(row[0], Message) if row else None


def counts(store: Store) -> Mapping[str, int]:
    """Deliveries by state."""
    return dict(store.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall())
