"""What became of everything that was decided: the proof that nothing was lost on the way to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.store import Store
from monitor.store.stamps import stamp_ms


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
        (stamp_ms(since),),
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
            if due and datetime.fromisoformat(due) < now - timedelta(hours=2):
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
        (stamp_ms(since),),
    ).fetchall()
    return tuple(row[0] for row in rows)
