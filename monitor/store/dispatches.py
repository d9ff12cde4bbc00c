"""What was decided on each notice for each recipient, what of it is still to be told, and who was told what.

A dispatch is durable with the incident it is about. It waits until a message or a digest answers it. Times are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from datetime import datetime

from monitor.errors import StoreError
from monitor.store import Store
from monitor.store.packing import pack_json, unpack_json
from monitor.store.stamps import stamp_ms
from monitor.types import Dispatch, LastTold, Mode, Notice


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
                stamp_ms(at),
                incident.type,
                incident.place.country if incident.place else None,
                incident.severity,
                incident.when.date.isoformat() if incident.when else None,
                pack_json(slim),
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
                    stamp_ms(one.due) if one.due else None,
                    stamp_ms(one.at) if one.at else "",
                )
                for one in dispatches
            ],
        )


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
        due=datetime.fromisoformat(str(due)) if due else None,
        at=datetime.fromisoformat(str(at)) if at else None,
    ), unpack_json(value, Notice)


def waiting(store: Store, recipient: str, now: datetime, limit: int = 2000) -> tuple[tuple[Dispatch, Notice], ...]:
    """What this recipient is to hear at once and has not, oldest first. Of more than `limit`, the oldest and the
    newest: what just came must not wait behind a flood."""
    statement = (
        f"SELECT {_DISPATCH} FROM dispatch d JOIN notice n ON n.id = d.notice_id "  # noqa: S608
        "WHERE d.recipient = ? AND d.message_id IS NULL AND d.mode IN ('now', 'held') AND d.due <= ? "
        "ORDER BY d.due {way}, n.version {way} LIMIT ?"
    )
    rows = store.execute(statement.format(way="ASC"), (recipient, stamp_ms(now), limit)).fetchall()
    if len(rows) == limit:
        known = {row[0] for row in rows}
        newest = store.execute(statement.format(way="DESC"), (recipient, stamp_ms(now), limit // 4)).fetchall()
        rows += [row for row in reversed(newest) if row[0] not in known]
    if not rows:
        return ()
    # what the minimum gap holds back of an incident goes along with what passes over the gap
    held = store.execute(
        f"SELECT {_DISPATCH} FROM dispatch d JOIN notice n ON n.id = d.notice_id "  # noqa: S608
        "WHERE d.recipient = ? AND d.message_id IS NULL AND d.mode = 'held' AND d.code = 'gap' AND d.due > ? "
        "AND d.incident_id IN (SELECT value FROM json_each(?))",
        (recipient, stamp_ms(now), json.dumps(sorted({row[2] for row in rows}))),
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


def opened_by_day(store: Store, since: Day) -> tuple[tuple[str, str], ...]:
    """(local day, country) of every incident first told or kept since a day: for trends."""
    # of several notices of one incident, max() makes it the row of the gravest
    rows = store.execute(
        "SELECT coalesce(day, substr(at, 1, 10)), coalesce(country, ''), max(severity) FROM notice "
        "WHERE kind IN ('new', 'possible') AND coalesce(day, substr(at, 1, 10)) >= ? GROUP BY incident_id",
        (since.isoformat(),),
    )
    return tuple((row[0], row[1]) for row in rows.fetchall())


def first_notice(store: Store) -> datetime | None:
    """When the records begin."""
    row = store.execute("SELECT min(at) FROM notice").fetchone()
    return datetime.fromisoformat(row[0]) if row and row[0] else None


def notices(store: Store, since: datetime) -> Iterator[Notice]:
    """Every notice since a moment, oldest first: what a rehearsal plays again."""
    rows = store.execute(
        "SELECT value FROM notice WHERE at >= ? ORDER BY at, incident_id, version", (stamp_ms(since),)
    ).fetchall()
    return (unpack_json(value, Notice) for (value,) in rows)


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
        Hold(
            incident_id=incident,
            recipient=recipient,
            headline=unpack_json(value, Notice).incident.headline,
            reason=reason,
        )
        for incident, recipient, reason, value in rows.fetchall()
    )


# ---- who was told -----------------------------------------------------------------------------------------------


def told(store: Store, incident_id: str, now: datetime) -> dict[str, LastTold]:
    """By recipient, what was last told at once about this incident. What still waits will be told as it is by then."""
    rows = store.execute(
        "SELECT d.recipient, max(d.due), n.value FROM dispatch d JOIN notice n ON n.id = d.notice_id "
        "WHERE d.incident_id = ? AND d.mode IN ('now', 'held') AND d.message_id IS NOT NULL AND d.due <= ? "
        "GROUP BY d.recipient",
        (incident_id, stamp_ms(now)),
    ).fetchall()
    found = {}
    for recipient, due, value in rows:
        found[recipient] = LastTold.of(unpack_json(value, Notice).incident, datetime.fromisoformat(due))
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
        (recipient, stamp_ms(since), limit),
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
        (independent, stamp_ms(since), stamp_ms(since), limit),
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
        (stamp_ms(since), json.dumps(list(kinds)), limit),
    )
    return tuple(row[0] for row in rows.fetchall())
