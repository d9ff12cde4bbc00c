"""The outbox: recorded once, claimed by one, given back when its sender dies, accounted for to the last row."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from monitor.alerts.policy import Policy, Recipient, decide
from monitor.store import Store, accounts, deliveries, dispatches, messages
from monitor.types import Message, Mode, Mute, Verdict
from tests.alerts.situations import NOW, incident, notice

POLICY = Policy(recipients=(Recipient(name="desk"), Recipient(name="night", at_once=9.5)))
LATER = NOW + timedelta(minutes=1)


def record(store: Store, ident: str = "i-1", version: int = 1, kind: Verdict = Verdict.NEW) -> None:
    """One notice and its dispatches."""
    told = notice(incident(ident, version=version), kind)
    dispatches.record(store, told, decide(told, POLICY, now=NOW))


def message(ident: str = "m-1") -> Message:
    """A finished message."""
    return Message(id=ident, kind="alert", recipient="desk", subject="s", text="t", priority=8.0, created=NOW)


def test_recording_twice_changes_nothing(store: Store) -> None:
    """P9: the same notice again is no second row."""
    record(store)
    before = store.execute("SELECT * FROM dispatch").fetchall()
    record(store)
    assert store.execute("SELECT * FROM dispatch").fetchall() == before
    assert len(before) == 2


def test_what_waits_and_what_is_for_the_digest_are_told_apart(store: Store) -> None:
    """At once for one, in the digest for the other; a value comes back as it went in."""
    record(store)
    ((dispatch, told),) = dispatches.waiting(store, "desk", LATER)

    assert dispatch.mode is Mode.NOW
    assert told.incident == incident("i-1")
    assert dispatches.waiting(store, "night", LATER) == ()
    assert len(dispatches.undigested(store, "night")) == 1
    assert dispatches.waiting(store, "desk", NOW - timedelta(seconds=1)) == ()


def test_what_just_came_does_not_wait_behind_a_flood(store: Store) -> None:
    """Of more than can be looked at, the oldest and the newest are."""
    for n in range(12):
        told = notice(incident(f"i-{n:02}"))
        at = NOW + timedelta(seconds=n)
        dispatches.record(store, replace(told, at=at), decide(told, POLICY, now=at))
    seen = [dispatch.incident_id for dispatch, _ in dispatches.waiting(store, "desk", LATER, limit=8)]
    assert seen == [f"i-{n:02}" for n in (*range(8), 10, 11)]


def test_a_message_is_kept_once_with_what_it_answers(store: Store) -> None:
    """Made twice after a crash it is one message with one delivery a channel."""
    record(store)
    ((dispatch, _),) = dispatches.waiting(store, "desk", LATER)
    for _ in range(2):
        messages.put_message(store, message(), ("a", "b", "a"), LATER, (dispatch.id,))

    assert len(deliveries.listing(store)) == 2
    assert dispatches.waiting(store, "desk", LATER) == ()


def test_a_claim_is_a_lease(store: Store) -> None:
    """Nobody else takes it for two minutes; after that it is taken again, and counts as tried."""
    messages.put_message(store, message(), ("a",), NOW)
    first = deliveries.claim(store, "a", LATER)

    assert first is not None
    assert first.message == message()
    assert deliveries.claim(store, "a", LATER + timedelta(seconds=119)) is None
    again = deliveries.claim(store, "a", LATER + timedelta(seconds=121))
    assert again is not None
    assert (again.id, again.attempts) == (first.id, 2)


def test_a_start_gives_back_what_a_dead_sender_held(store: Store) -> None:
    """Without waiting for the lease to end."""
    messages.put_message(store, message(), ("a",), NOW)
    deliveries.claim(store, "a", LATER)
    assert deliveries.release_leases(store) == 1
    assert deliveries.claim(store, "a", LATER) is not None


def test_rows_leave_in_the_order_they_were_made(store: Store) -> None:
    """Also those that were put back."""
    for n in range(4):
        messages.put_message(store, message(f"m-{n}"), ("a",), NOW)
    first = deliveries.claim(store, "a", LATER)
    assert first is not None
    deliveries.mark_again(store, first.id, LATER, due=LATER, outcome="busy")
    second = deliveries.claim(store, "a", LATER)
    assert second is not None
    assert (first.message.id, second.message.id) == ("m-0", "m-0")


def test_a_fallback_is_made_once_and_only_for_what_is_grave_enough(store: Store) -> None:
    """Under the same id, whatever how often a channel is found down."""
    messages.put_message(store, message("grave"), ("a",), NOW)
    messages.put_message(store, replace(message("mild"), priority=5.0), ("a",), NOW)
    counts = [deliveries.bypass(store, "a", {"desk": "b"}, LATER, priority=7.0) for _ in range(3)]

    assert counts == [1, 0, 0]
    spare = deliveries.claim(store, "b", LATER)
    assert spare is not None
    assert (spare.message.id, spare.fallback_of) == ("grave", "a")
    assert deliveries.bypass(store, "b", {"desk": "b"}, LATER, priority=0.0) == 0


def test_one_digest_a_slot(store: Store) -> None:
    """P15: the second is refused and covers nothing."""
    record(store)
    ids = [dispatch.id for dispatch, _ in dispatches.undigested(store, "night")]
    digest = replace(message("d-1"), kind="digest", recipient="night")

    assert messages.put_digest(store, digest, ("a",), slot="2024-05-14 07:00", now=LATER, dispatch_ids=ids)
    record(store, "i-2")
    more = [dispatch.id for dispatch, _ in dispatches.undigested(store, "night")]
    assert not messages.put_digest(store, digest, ("a",), slot="2024-05-14 07:00", now=LATER, dispatch_ids=more)
    assert len(dispatches.undigested(store, "night")) == 1
    assert messages.last_digest(store, "night") == LATER


def test_what_was_told_is_the_last_that_fell_due(store: Store) -> None:
    """The gap is counted from what a recipient heard, not from what waits and will be told as it is by then."""
    record(store)
    assert dispatches.told(store, "i-1", LATER) == {}
    ((dispatch, _),) = dispatches.waiting(store, "desk", LATER)
    messages.put_message(store, message(), ("a",), LATER, (dispatch.id,))
    record(store, version=2, kind=Verdict.UPDATE)
    told = dispatches.told(store, "i-1", LATER)
    assert set(told) == {"desk"}
    assert told["desk"].at == NOW
    assert dispatches.told(store, "i-1", NOW - timedelta(seconds=1)) == {}


def test_mutes_are_listed_while_they_hold(store: Store) -> None:
    """F73: they end by themselves, and stay on record."""
    deliveries.put_mute(store, Mute(id="m1", scope="place", value="Kyiv", until=LATER, created=NOW))
    assert [each.id for each in deliveries.mutes(store, NOW)] == ["m1"]
    assert deliveries.mutes(store, LATER) == ()
    assert len(deliveries.mutes(store)) == 1


def test_reconcile_finds_what_was_lost(store: Store) -> None:
    """The checker is checked: each planted fault is found, and nothing else."""
    for n in range(6):
        record(store, f"i-{n}")
    rows = [dispatch for dispatch, _ in dispatches.waiting(store, "desk", LATER)]
    for n, dispatch in enumerate(rows):
        messages.put_message(store, message(f"m-{n}"), ("a",), LATER, (dispatch.id,))
    for n in range(3):
        claimed = deliveries.claim(store, "a", LATER)
        assert claimed is not None
        if n == 1:
            deliveries.mark_dead(store, claimed.id, LATER, "refused")
        else:
            deliveries.mark_sent(store, claimed.id, LATER, "ok")
    store.execute("DELETE FROM delivery WHERE message_id = 'm-4'")
    store.execute("UPDATE dispatch SET message_id = NULL WHERE incident_id = 'i-5' AND recipient = 'desk'")

    became = accounts.reconcile(store, NOW - timedelta(hours=1), NOW + timedelta(hours=3))
    desk = {one.incident_id: one.state for one in became if one.recipient == "desk"}
    assert desk == {
        "i-0": "delivered", "i-1": "dead", "i-2": "delivered", "i-3": "sending", "i-4": "lost", "i-5": "overdue",
    }  # fmt: skip
    assert {one.state for one in became if one.recipient == "night"} == {"digest_waiting"}


def test_a_notice_that_nobody_was_decided_on_is_found(store: Store) -> None:
    """Which happens only where nobody is configured."""
    dispatches.record(store, notice(incident("alone")), ())
    assert accounts.without_dispatch(store, NOW - timedelta(hours=1)) == ("alone.1.new",)


def test_old_signs_of_life_are_forgotten(store: Store) -> None:
    """They are not the history of anything."""
    messages.put_message(store, replace(message("h-1"), kind="heartbeat"), ("a",), NOW)
    messages.put_message(store, message("m-1"), ("a",), NOW)
    deliveries.forget_heartbeats(store, LATER)
    assert [line.message_id for line in deliveries.listing(store)] == ["m-1"]
