"""Finished messages and digests, each kept in one step with the dispatches that it answers and its deliveries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.store import Store
from monitor.store.deliveries import add_delivery
from monitor.store.packing import pack_json
from monitor.store.stamps import stamp_ms
from monitor.types import Message


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
        (recipient, stamp_ms(since)),
    )
    return tuple(
        Past(kind=kind, at=datetime.fromisoformat(created), group=group, source=source, severity=priority)
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
            stamp_ms(now),
            pack_json(message),
        ),
    )
    for channel in dict.fromkeys(channels):
        add_delivery(store, message.id, channel, now)


def digest_made(store: Store, recipient: str, slot: str) -> bool:
    """Whether this recipient's digest of this local day and time is made."""
    row = store.execute("SELECT 1 FROM digest WHERE recipient = ? AND slot = ?", (recipient, slot)).fetchone()
    return row is not None


def last_digest(store: Store, recipient: str) -> datetime | None:
    """Up to when the recipient's last digest looked."""
    row = store.execute("SELECT until FROM digest WHERE recipient = ? ORDER BY made DESC LIMIT 1", (recipient,))
    found = row.fetchone()
    return datetime.fromisoformat(found[0]) if found else None


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
            (message.recipient, slot, message.id, stamp_ms(now), stamp_ms(now)),
        )
        store.executemany(
            "UPDATE dispatch SET digest_id = ? WHERE id = ?", [(message.id, ident) for ident in dispatch_ids]
        )
    return True
