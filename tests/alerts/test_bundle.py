"""What goes out singly, what together, and what waits: bursts, the hour's budget, catch-up after a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.alerts import bundle
from monitor.alerts.bundle import (
    GATHERED,
    ONE_FOLDER,
    ONE_SOURCE,
    THE_HOUR,
    Parcel,
    Recent,
    Waiting,
    as_recent,
    combine,
    merge,
)
from monitor.alerts.compose import compose, subject_of
from monitor.alerts.policy import Recipient
from monitor.types import Change, Count, Verdict
from tests.alerts.situations import DESK, KYIV, NOW, PRESS, VOICE, event, incident, notice, waiting

FOLDERS = ("inbox",)
ELSEWHERE = replace(KYIV, name="Erbil", country="IQ", region="Erbil")


def strikes(
    count: int, *, at: datetime = NOW, start: int = 0, source: str = "wire", severity: float = 7.0
) -> list[Waiting]:
    """So many strikes in one oblast, from one source."""
    return [
        waiting(
            replace(
                notice(
                    incident(
                        f"s-{source}-{n}",
                        place=replace(KYIV, name=f"Town {n}", region="Kyiv oblast"),
                        severity=severity,
                        events=(event(n, outlet=source, source=source),),
                    )
                ),
                at=at,
            ),
            at=at,
        )
        for n in range(start, start + count)
    ]


def plan(waiting: list[Waiting], past: list[Recent], recipient: Recipient, now: datetime) -> tuple[Parcel, ...]:
    """What leaves."""
    return bundle.plan(waiting, past, recipient, now, folders=FOLDERS).parcels


def recent(parcels: tuple[Parcel, ...], at: datetime) -> list[Recent]:
    """What was sent, as the next look sees it."""
    return [as_recent(one, at) for one in parcels]


def test_few_alerts_leave_one_by_one() -> None:
    """Three strikes in one oblast are three messages, the gravest first."""
    parcels = plan(strikes(3), [], DESK, NOW)
    assert [one.kind for one in parcels] == ["alert"] * 3


def test_many_of_one_kind_and_region_are_one_burst() -> None:
    """Twelve strikes are one message that says so, with the deadly one first."""
    told = strikes(12)
    deadly = replace(
        told[7].notice, incident=replace(told[7].notice.incident, killed=Count(best=4), headline="Missiles hit")
    )
    (parcel,) = plan([*told[:7], replace(told[7], notice=deadly), *told[8:]], [], DESK, NOW)

    assert parcel.kind == "burst"
    assert len(parcel.entries) == 12
    subject = subject_of(parcel, VOICE)
    assert subject.startswith("12 missile strikes in Kyiv oblast, 1 min; worst: ")
    assert "4 killed" in subject


def test_later_ones_of_a_burst_are_gathered() -> None:
    """After three singles the fourth and fifth wait five minutes and leave together."""
    first = plan(strikes(3), [], DESK, NOW)
    past = recent(first, NOW)
    more = strikes(2, at=NOW + timedelta(minutes=1), start=3)

    assert plan(more, past, DESK, NOW + timedelta(minutes=2)) == ()
    (parcel,) = plan(more, past, DESK, NOW + timedelta(minutes=6, seconds=1))
    assert (parcel.kind, len(parcel.entries)) == ("burst", 2)


def test_another_kind_or_region_does_not_wait_for_the_burst() -> None:
    """Grouping is by family and region; an extreme incident never waits."""
    past = recent(plan(strikes(3), [], DESK, NOW), NOW)
    other = waiting(notice(incident("other", place=ELSEWHERE, severity=7)))
    extreme = strikes(1, start=9, severity=9.5)

    kinds = [one.kind for one in plan([other, *extreme], past, DESK, NOW + timedelta(minutes=1))]
    assert kinds == ["alert", "alert"]


def test_an_incident_that_changed_while_waiting_is_told_once_as_it_is_now() -> None:
    """New, then twice updated: one new report with the last state, no changes nobody heard of."""
    one = incident(killed=Count(best=1))
    later = replace(one, version=3, killed=Count(best=6))
    change = Change(field="killed", before="1", after="6", text="killed 1 -> 6")
    entries = merge([waiting(notice(one)), waiting(notice(later, Verdict.UPDATE, (change,)))])

    assert len(entries) == 1
    assert (entries[0].kind, entries[0].changes, entries[0].notice.incident.version) == (Verdict.NEW, (), 3)
    assert len(entries[0].dispatches) == 2


def test_a_digest_calls_a_correction_what_was_told_before() -> None:
    """Reported and corrected since the last digest it is new; told at once meanwhile it is a correction."""
    soft = replace(DESK, at_once=9.9)
    seven = replace(incident(killed=Count(best=7)), version=2)
    change = Change(field="killed", before="11", after="7", text="killed 11 -> 7")
    corrected = notice(seven, Verdict.CORRECTION, (change,))

    (untold,) = merge([waiting(notice(incident(killed=Count(best=11))), soft), waiting(corrected, soft)])
    assert (untold.kind, untold.changes) == (Verdict.NEW, ())
    (told,) = merge([waiting(notice(incident(killed=Count(best=11)))), waiting(corrected, soft)])
    assert (told.kind, told.changes) == (Verdict.CORRECTION, (change,))


def test_changes_of_one_field_are_told_from_first_to_last() -> None:
    """'2 -> 5' and '5 -> 9' read 'killed 2 -> 9'."""
    steps = (
        Change(field="killed", before="2", after="5", text="killed 2 -> 5"),
        Change(field="type", before="a", after="b", text="a -> b"),
        Change(field="killed", before="5", after="9", text="killed 5 -> 9"),
    )
    assert [one.text for one in combine(steps)] == ["killed 2 -> 9", "a -> b"]


def test_what_is_as_it_was_at_first_is_told_no_more() -> None:
    """A type that went to and fro over a day is no change; one that moved on is told by its label."""
    there = Change(field="type", before="armed_clash", after="airstrike", text="armed clash -> air strike")
    back = Change(field="type", before="airstrike", after="armed_clash", text="air strike -> armed clash")
    on = Change(field="type", before="airstrike", after="drone_strike", text="air strike -> drone strike")

    assert combine([there, back]) == ()
    assert [one.text for one in combine([there, on])] == ["type armed clash -> drone strike"]


def test_after_a_pause_all_that_waited_is_one_message_by_severity() -> None:
    """Catch-up: five incidents due two hours ago are one message, marked late."""
    old = [
        waiting(notice(incident(f"o-{n}", place=ELSEWHERE, severity=6.5 + n / 2)), at=NOW - timedelta(hours=2))
        for n in range(5)
    ]
    (parcel,) = plan(old, [], DESK, NOW)

    assert (parcel.kind, parcel.late) == ("catch_up", True)
    assert [entry.severity for entry in parcel.entries] == sorted((6.5 + n / 2 for n in range(5)), reverse=True)


def test_a_single_late_one_is_an_alert_marked_late() -> None:
    """One is one, and says since when it was known."""
    (parcel,) = plan([waiting(notice(incident()), at=NOW - timedelta(hours=2))], [], DESK, NOW)
    assert (parcel.kind, parcel.late) == ("alert", True)
    assert subject_of(parcel, VOICE).startswith("LATE ")


def test_a_flood_from_one_source_stays_within_the_hour_and_hides_nobody() -> None:
    """F74, P25, T24: 10,000 hostile incidents in an hour are at most thirty messages, and a real one from elsewhere
    still leaves at once."""
    sent: list[tuple[datetime, Parcel]] = []
    waiting_now: list[Waiting] = []
    real_at: datetime | None = None
    for minute in range(60):
        now = NOW + timedelta(minutes=minute)
        fresh = [
            waiting(
                notice(
                    incident(
                        f"f-{minute}-{n}",
                        place=replace(KYIV, name=f"T{n}", region=f"Region {n % 40}"),
                        events=(event(n, outlet="spam", source="spam"),),
                        severity=9.9 if n % 7 == 0 else 7.0,
                    )
                ),
                at=now,
            )
            for n in range(167)
        ]
        if minute == 40:
            fresh.append(waiting(notice(incident("real", place=ELSEWHERE, severity=7.0)), at=now))
        waiting_now += fresh
        parcels = plan(waiting_now, recent_of(sent), DESK, now)
        done = {ident for one in parcels for ident in one.dispatch_ids}
        waiting_now = [one for one in waiting_now if one.dispatch.id not in done]
        sent += [(now, one) for one in parcels]
        if real_at is None and any("real" in ident for ident in done):
            real_at = now
            (carrier,) = [one for one in parcels if any("real" in ident for ident in one.dispatch_ids)]
            assert carrier.kind == "alert"

    assert len(sent) <= 30
    assert real_at == NOW + timedelta(minutes=40)
    assert sum(len(one.entries) for _, one in sent) > 7_000


def flooding(
    count: int, severity: float, *, source: str = "inbox", outlet: str | None = None, start: int = 0
) -> list[Waiting]:
    """So many incidents, each in a region of its own, from one outlet or from one each."""
    return [
        waiting(
            notice(
                incident(
                    f"{source}-{severity}-{n}",
                    place=replace(KYIV, name=f"T{n}", region=f"Region {n}"),
                    severity=severity,
                    events=(event(n, source=source, outlet=outlet or f"Outlet {n}"),),
                )
            )
        )
        for n in range(start, start + count)
    ]


def test_a_grave_alert_is_not_held_behind_lesser_ones() -> None:
    """A third of the hour is spent on 8.0; 9.5 leaves all the same, 8.9 is held, and why is told."""
    past = recent(plan(flooding(12, 8.0, outlet="A"), [], DESK, NOW), NOW)
    grave, lesser = flooding(1, 9.5, outlet="A"), flooding(1, 8.9, outlet="A")
    made = bundle.plan([*lesser, *grave], past, DESK, NOW, folders=FOLDERS)

    assert len(past) == 10
    assert [one.entries[0].severity for one in made.parcels] == [9.5]
    assert [(one.why, one.until) for one in made.held] == [(ONE_SOURCE, NOW + timedelta(minutes=15))]


def test_the_hour_keeps_some_messages_for_what_is_grave() -> None:
    """Twenty feeds fill what the hour has for lesser ones: of the thirty, six are left for graver."""
    feeds = [each for n in range(40) for each in flooding(1, 8.0, source=f"feed {n}", start=n)]
    past = recent(plan(feeds, [], DESK, NOW), NOW)
    more = bundle.plan([*flooding(1, 8.9, start=50), *flooding(9, 9.0)], past, DESK, NOW, folders=FOLDERS)

    assert (len(past), len(more.parcels)) == (20, 6)
    assert {one.severity for parcel in more.parcels for one in parcel.entries} == {9.0}
    assert {one.why for one in more.held} == {THE_HOUR}


@pytest.mark.parametrize(("severity", "spent"), [(8.0, 15), (9.5, 21)])
def test_a_folder_that_invents_outlets_leaves_room_for_other_sources(severity: float, spent: int) -> None:
    """Five messages of the thirty, of lesser ones and in all; what another folder or a feed tells leaves at once."""
    flood = bundle.plan(flooding(60, severity), [], DESK, NOW, folders=FOLDERS)
    past = recent(flood.parcels, NOW)
    feeds = [each for n in range(6) for each in flooding(1, severity, source=f"feed {n}", start=n)]
    more = bundle.plan([*feeds, *flooding(1, severity, start=70)], past, DESK, NOW, folders=FOLDERS)

    assert len(past) == spent
    assert {one.why for one in flood.held} == {ONE_FOLDER}
    assert [one.source for one in more.parcels] == [f"feed {n}" for n in range(5)]


def test_a_folder_that_is_flooded_still_tells_what_is_graver() -> None:
    """Lesser ones of ever new outlets leave six messages to what is grave in the same folder."""
    past = recent(plan(flooding(60, 8.0), [], DESK, NOW), NOW)

    assert len(plan(flooding(9, 9.0), past, DESK, NOW)) == 6


def test_a_feed_that_forges_gravity_leaves_room_for_others() -> None:
    """Graver and graver, whatever outlets it names: two thirds of the hour, and another source is heard at once."""
    past: list[Recent] = []
    for n in range(100):
        forged = flooding(1, 9.0 + n / 100, source="feed", start=n)
        past += recent(plan(forged, past, DESK, NOW), NOW)
    (real,) = plan(flooding(1, 7.0), past, DESK, NOW)

    assert len([one for one in past if one.kind == "alert"]) == 20
    assert real.kind == "alert"


def test_an_outlet_that_a_file_names_is_one_source_and_not_the_feed_of_that_outlet() -> None:
    """Ten outlets in a folder are not held as one; nor can a folder use up what is the feed's."""
    folder = flooding(14, 8.0, outlet="BBC News")
    past = recent(plan(folder, [], DESK, NOW), NOW)
    feed = flooding(1, 8.0, source="BBC News", outlet="BBC News")
    other = flooding(1, 8.0, outlet="DW")

    assert len(past) == 10
    assert len(plan([*feed, *other], past, DESK, NOW)) == 2
    assert plan(flooding(1, 8.0, outlet="BBC News", start=20), past, DESK, NOW) == ()


def test_a_summary_says_which_limit_was_hit() -> None:
    """'This hour's limit' where one source is held would be wrong."""
    past = recent(plan(flooding(12, 8.0, outlet="A"), [], DESK, NOW), NOW)
    (summary,) = plan(flooding(2, 8.1, outlet="A"), past, DESK, NOW + timedelta(minutes=15))
    (late,) = plan(flooding(1, 8.1, outlet="A"), past, DESK, NOW + timedelta(minutes=15))
    said, alone = (compose(one, recipient="desk", voice=VOICE, press=PRESS, now=NOW).text for one in (summary, late))

    assert "2 incidents beyond the limit of single messages from one source. Gravest first." in said
    assert "1 incident beyond the limit" in alone


def test_what_is_gathered_for_a_burst_is_held_with_its_end() -> None:
    """Nothing that waits is left out of the account."""
    past = recent(plan(strikes(3), [], DESK, NOW), NOW)
    later = NOW + timedelta(minutes=2)
    (one,) = bundle.plan(strikes(1, at=later, start=3), past, DESK, later).held

    assert (one.why, one.until) == (GATHERED, later + timedelta(minutes=5))


def recent_of(sent: list[tuple[datetime, Parcel]]) -> list[Recent]:
    """All that was sent so far."""
    return [as_recent(one, at) for at, one in sent]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.floats(5, 10)), max_size=40), st.integers(5, 40))
def test_every_dispatch_is_in_at_most_one_parcel_and_none_is_forgotten(
    rows: list[tuple[int, int, float]], per_hour: int
) -> None:
    """Whatever waits: told once, and all of it within two hours."""
    recipient = Recipient(name="desk", per_hour=per_hour, at_once=0)
    told = [
        waiting(
            replace(
                notice(incident(f"i-{n}-{k}", severity=round(severity, 1), place=KYIV if region else None)), at=NOW
            ),
            recipient,
            at=NOW + timedelta(seconds=n),
        )
        for k, (n, region, severity) in enumerate(rows)
    ]
    left, sent, seen = list(told), [], []
    for minute in range(0, 121, 5):
        now = NOW + timedelta(minutes=minute, seconds=40)
        parcels = plan(left, recent_of(sent), recipient, now)
        done = [ident for one in parcels for ident in one.dispatch_ids]
        seen += done
        left = [one for one in left if one.dispatch.id not in set(done)]
        sent += [(now, one) for one in parcels]

    assert sorted(seen) == sorted({one.dispatch.id for one in told})
    assert not left
