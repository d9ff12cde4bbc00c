"""What the operator did: each operation with the incidents as they were before, and the rulings it made.

A ruling holds as long as its operation is not undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from monitor.store import Store
from monitor.store.packing import pack, unpack
from monitor.store.stamps import stamp
from monitor.types import Incident, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing the operator did."""

    id: int
    kind: str  #: merge | split | dismiss | retype | note | rebuild
    at: str
    subject: str  #: incident it was done to
    text: str  #: in words
    undone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How one incident was before an operation; `incident` is None where there was none."""

    id: str
    incident: Incident | None = None


_ROW = "id, kind, at, subject, text, undone"


def record(
    store: Store,
    *,
    kind: str,
    subject: str,
    text: str,
    at: datetime,
    before: Sequence[Before],
    rulings: Sequence[Ruling] = (),
) -> int:
    """Keep an operation; its number. Joins the caller's transaction."""
    with store.transaction():
        cursor = store.execute(
            "INSERT INTO operation (kind, at, subject, text, before) VALUES (?, ?, ?, ?, ?)",
            (kind, stamp(at), subject, text, pack(tuple(before))),
        )
        number = cursor.lastrowid
        assert number is not None
        store.executemany(
            "INSERT INTO ruling (operation_id, together, a, b) VALUES (?, ?, ?, ?)",
            [(number, int(each.together), each.a, each.b) for each in rulings],
        )
    return number


def _operation(row: Sequence[Any]) -> Operation:
    return Operation(**dict(zip(_ROW.split(", "), row, strict=True)))


def get(store: Store, number: int) -> Operation | None:
    """One operation."""
    row = store.execute(f"SELECT {_ROW} FROM operation WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return _operation(row) if row else None


def latest(store: Store) -> Operation | None:
    """The last operation that stands."""
    row = store.execute(f"SELECT {_ROW} FROM operation WHERE undone IS NULL ORDER BY id DESC LIMIT 1").fetchone()  # noqa: S608
    return _operation(row) if row else None


def of_incident(store: Store, incident_id: str, limit: int = 20) -> tuple[Operation, ...]:
    """What was done to an incident, latest first, the undone ones too."""
    rows = store.execute(
        f"SELECT {_ROW} FROM operation WHERE subject = ? ORDER BY id DESC LIMIT ?",  # noqa: S608
        (incident_id, limit),
    )
    return tuple(_operation(row) for row in rows.fetchall())


def before(store: Store, number: int) -> tuple[Before, ...]:
    """The incidents as they were before an operation."""
    row = store.execute("SELECT before FROM operation WHERE id = ?", (number,)).fetchone()
    return unpack(row[0], tuple[Before, ...]) if row else ()


def since(store: Store, number: int, incident_ids: Sequence[str]) -> tuple[Operation, ...]:
    """Later operations that stand and touched one of these incidents: they must be undone first."""
    later = store.execute(
        f"SELECT {_ROW}, before FROM operation WHERE id > ? AND undone IS NULL ORDER BY id",  # noqa: S608
        (number,),
    ).fetchall()
    wanted = set(incident_ids)
    return tuple(
        _operation(row[:-1]) for row in later if wanted & {each.id for each in unpack(row[-1], tuple[Before, ...])}
    )


def mark_undone(store: Store, number: int, at: datetime) -> None:
    """Its rulings hold no longer."""
    store.execute("UPDATE operation SET undone = ? WHERE id = ?", (stamp(at), number))


def rulings(store: Store) -> tuple[Ruling, ...]:
    """The operator's word that stands."""
    rows = store.execute(
        "SELECT r.together, r.a, r.b FROM ruling r JOIN operation o ON o.id = r.operation_id WHERE o.undone IS NULL "
        "ORDER BY r.id"
    )
    return tuple(Ruling(together=bool(together), a=a, b=b) for together, a, b in rows)
