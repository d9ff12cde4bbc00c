"""Where the candidates for an event are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.pipeline import ingest
from monitor.store import Store, blocks, incidents, views
from monitor.types import Event, When
from tests.fakes import FLOW, NOON, block, item
from tests.store.making import asked, put


def found(store: Store, event: Event, *keys: str, limit: int = blocks.CANDIDATES) -> list[str]:
    return [each.id for each in blocks.candidates(store, keys or block(event), event, limit)]


def test_an_old_incident_is_found_by_a_report_that_names_its_day(store: Store) -> None:
    """Candidates come from all of history: the day of the act counts, not the day of the report."""
    (old,) = put(store, "airstrike at Kyiv on 2019-03-03")
    put(store, *(f"airstrike at Kyiv on 2024-04-{day:02d}" for day in range(1, 30)))

    late = asked("airstrike at Kyiv on 2019-03-03", received=datetime(2024, 5, 1, tzinfo=UTC))

    assert found(store, late) == [old]


def test_the_nearest_days_come_first_and_those_with_more_in_common_before_them(store: Store) -> None:
    """Where more lie in the window than may be handed over, the likelier ones are."""
    same, near, far = put(
        store,
        "airstrike at Kyiv on 2024-05-01",
        "airstrike at Kyiv on 2024-05-03",
        "airstrike at Kyiv on 2024-05-07",
    )
    (elsewhere,) = put(store, "airstrike at Odesa on 2024-05-01")

    assert found(store, asked("airstrike at Kyiv on 2024-05-01")) == [same, near, far, elsewhere]
    assert found(store, asked("airstrike at Kyiv on 2024-05-01"), limit=2) == [same, near]


def test_what_is_of_a_type_that_does_not_fit_makes_room(store: Store) -> None:
    """Beyond the two likeliest, only what may be the same act is decoded and handed over."""
    fitting = put(store, "airstrike at Kyiv on 2024-05-03", "airstrike at Kyiv on 2024-05-04")
    put(store, *(f"shelling at Kyiv on 2024-05-0{day}" for day in (1, 2)))
    event = asked("airstrike at Kyiv on 2024-05-01")

    every = blocks.candidates(store, block(event), event)
    fit = blocks.candidates(store, block(event), event, fits=lambda kind: kind == "airstrike")
    none = blocks.candidates(store, block(event), event, fits=lambda kind: False)

    assert len(every) == 4
    assert {each.id for each in fit} >= set(fitting)
    assert len(none) == blocks.NEAREST
    assert none == every[: blocks.NEAREST]


def test_what_happened_outside_the_window_is_no_candidate(store: Store) -> None:
    """The same base half a month later is another incident; nobody need look at it."""
    put(store, "airstrike at Kyiv on 2024-05-01")

    assert found(store, asked("airstrike at Kyiv on 2024-05-20")) == []


def test_a_vague_report_reaches_over_its_whole_span(store: Store) -> None:
    """'Earlier this month' finds what happened on any day of it, also in the middle of a long incident."""
    (on_21st,) = put(store, "airstrike at Kyiv on 2024-05-21")
    vague = asked("airstrike at Kyiv on 2024-05-01", when=When(date=date(2024, 5, 1), precision="month"))
    assert found(store, vague) == [on_21st]

    (spring,) = put(store, "shelling at Erbil on 2024-03-01")
    known = incidents.get(store, spring)
    assert known is not None
    long = replace(known.events[0], when=When(date=date(2024, 3, 1), date_to=date(2024, 4, 30)))
    with store.transaction():
        store.execute("DELETE FROM block")
        store.execute("DELETE FROM incident_event")
        incidents.write(store, replace(known, events=(long,)), block)
    assert found(store, asked("shelling at Erbil on 2024-03-31")) == [spring]


def test_what_is_still_in_force_is_found_whatever_its_date(store: Store) -> None:
    """A reopening must find the closure it ends; once it has ended, the closure is looked for by its day alone."""
    (closed,) = put(store, "closure at Erbil on 2023-01-01")
    known = incidents.get(store, closed)
    assert known is not None
    with store.transaction():
        incidents.write(store, replace(known, open_since=date(2023, 1, 1)), block)
    assert found(store, asked("closure at Erbil on 2024-05-01")) == [closed]

    with store.transaction():
        incidents.write(store, replace(known, open_since=date(2023, 1, 1), ended=date(2024, 5, 1)), block)
    assert found(store, asked("closure at Erbil on 2024-05-01")) == []


def test_an_event_without_a_date_is_looked_for_around_its_publication(store: Store) -> None:
    """Unknown stays unknown, and is still found."""
    (known,) = put(store, "airstrike at Kyiv on 2024-04-30")
    event = replace(asked("airstrike at Kyiv on 2024-04-30"), when=None, published=NOON)

    assert found(store, event) == [known]


def test_what_nobody_dates_meets_what_is_dated(store: Store) -> None:
    """A bare text in the folder may be of any age: it is found by later reports of the act, and finds earlier ones."""
    (dated,) = put(store, "airstrike at Kyiv on 2019-03-03")
    undated = replace(asked("airstrike at Kyiv on 2024-05-01"), when=None, published=None)
    assert found(store, undated) == [dated]

    known = incidents.get(store, dated)
    assert known is not None
    with store.transaction():
        store.execute("DELETE FROM block")
        store.execute("DELETE FROM incident_event")
        incidents.write(store, replace(known, events=(replace(known.events[0], when=None, published=None),)), block)
    assert found(store, asked("airstrike at Kyiv on 2022-02-02")) == [dated]


def test_look_ups_are_bounded_however_many_lie_in_one_block(store: Store) -> None:
    """A busy country on a busy day costs no more than any other."""
    with store.transaction():
        first = FLOW.read(FLOW.extract(item("The airstrike at Kyiv on 2024-05-01."))).events[0]
        ingest(item("The airstrike at Kyiv on 2024-05-01."), FLOW, store, NOON)
        known = views.find(store, views.Filter())[0]
        for n in range(300):
            incidents.write(store, replace(known, id=f"many-{n}"), block)

    assert len(found(store, first)) <= blocks.CANDIDATES


def test_a_merged_incident_is_no_candidate_and_its_id_means_the_survivor(store: Store) -> None:
    """Tombstones resolve, also through several merges, also by the beginning of an id."""
    a, b, c = put(store, *(f"airstrike at Kyiv on 2024-05-0{day}" for day in (1, 2, 3)))
    with store.transaction():
        for gone, into in ((a, b), (b, c)):
            known = incidents.get(store, gone)
            assert known is not None
            incidents.write(store, replace(known, state="merged", merged_into=into), block)

    assert found(store, asked("airstrike at Kyiv on 2024-05-01")) == [c]
    assert incidents.survivor(store, a) == c
    for name in (a, b, a[:8]):
        resolved = incidents.resolve(store, name)
        assert resolved is not None
        assert resolved.id == c


def test_what_was_undone_is_not_remembered(store: Store) -> None:
    """A transaction that fails leaves neither rows nor a decoded copy of what it had written."""
    (known,) = put(store, "airstrike at Kyiv on 2024-05-01")
    event = asked("airstrike at Kyiv on 2024-05-01")

    def fail() -> None:
        with store.transaction():
            before = incidents.get(store, known)
            assert before is not None
            incidents.write(store, replace(before, headline="never was", version=9), block)
            raise ValueError("late")

    with pytest.raises(ValueError, match="late"):
        fail()

    assert [each.headline for each in blocks.candidates(store, block(event), event)] == ["airstrike at Kyiv"]


def test_an_incident_that_loses_a_report_is_no_longer_found_by_it(store: Store) -> None:
    """After a split the block keys of what went away are gone."""
    kyiv, odesa = put(store, "airstrike at Kyiv on 2024-05-01", "airstrike at Odesa on 2024-05-01")
    one, other = incidents.get(store, kyiv), incidents.get(store, odesa)
    assert one is not None
    assert other is not None
    with store.transaction():
        both = replace(one, events=(*one.events, *other.events))
        incidents.write(store, both, block)
    assert found(store, asked("airstrike at Odesa on 2024-05-01"), "place:Odesa") == [odesa, kyiv]

    with store.transaction():
        incidents.write(store, one, block)

    assert found(store, asked("airstrike at Odesa on 2024-05-01"), "place:Odesa") == [odesa]
    assert incidents.get(store, kyiv) == one
