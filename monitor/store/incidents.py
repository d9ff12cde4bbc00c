"""What was concluded: events with their decisions, and incidents.

A merged incident keeps its row as a tombstone that names the one it became.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from monitor.store import Store, search
from monitor.store.blocks import lay
from monitor.store.decoded import INLINE, load, remember
from monitor.store.packing import pack, unpack
from monitor.store.stamps import stamp
from monitor.taxonomy import FORCEFUL
from monitor.types import Change, Decision, Event, Incident, LookAlike, Reason, Verdict

_FORCEFUL = ", ".join(f"'{family}'" for family in sorted(FORCEFUL))


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
    lay(store, seq, incident, [] if was_merged else before, block)
    search.index(store, seq, incident)
    remember(store, seq, row[1], incident)


def _link(store: Store, seq: int, incident: Incident, before: list[str]) -> None:
    now = [event.id for event in incident.events]
    if now[: len(before)] != before:
        store.execute("DELETE FROM incident_event WHERE incident_seq = ?", (seq,))
        before = []
    store.executemany(
        "INSERT INTO incident_event (incident_seq, position, event_id) VALUES (?, ?, ?)",
        [(seq, n, event_id) for n, event_id in enumerate(now) if n >= len(before)],
    )


# ---- looking up ---------------------------------------------------------------------------------------------------


def get(store: Store, incident_id: str) -> Incident | None:
    """The incident of this id as it is now, tombstones included; None where there is none."""
    row = store.execute("SELECT seq FROM incident WHERE id = ?", (incident_id,)).fetchone()
    return load(store, [row[0]]).get(row[0]) if row else None


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
    found = load(store, [row[0] for row in rows])
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
        "SELECT 1 FROM incident WHERE country = ? AND date BETWEEN ? AND ? AND lat BETWEEN ? AND ? "  # noqa: S608
        f"AND lon BETWEEN ? AND ? AND family IN ({_FORCEFUL}) LIMIT 1",
        (place.country, since, until, place.lat - 0.14, place.lat + 0.14, place.lon - 0.2, place.lon + 0.2),
    ).fetchone()
    return found is None


def counts(store: Store) -> dict[str, int]:
    """Incidents by state."""
    return dict(store.execute("SELECT state, count(*) FROM incident GROUP BY state").fetchall())
