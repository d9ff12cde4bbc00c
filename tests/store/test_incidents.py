"""Incidents as they are stored: lists, what is decoded of them, and what was here before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from monitor.store import Store, incidents, views
from tests.fakes import NOON, block
from tests.store.making import asked, put


def test_what_the_operator_ruled_on_is_found_by_the_report(store: Store) -> None:
    """By the events of the ruling, whatever their keys; a merged incident is none."""
    one, _ = put(store, "airstrike at Kyiv on 2024-05-01", "shelling at Erbil on 2019-05-01")
    known = incidents.get(store, one)
    assert known is not None

    assert [each.id for each in incidents.of_events(store, [known.events[0].id, "no such"])] == [one]
    assert incidents.of_events(store, []) == ()


def test_another_process_writing_is_seen(store: Store) -> None:
    """What this process has decoded is used only while it is what is stored."""
    (known,) = put(store, "airstrike at Kyiv on 2024-05-01")
    assert incidents.get(store, known) is not None
    with Store(store.path) as other:
        before = incidents.get(other, known)
        assert before is not None
        with other.transaction():
            incidents.write(other, replace(before, note="seen"), block)

    now = incidents.get(store, known)
    assert now is not None
    assert now.note == "seen"


def test_filters_narrow_and_pages_do_not_overlap(store: Store) -> None:
    """What a list shows."""
    put(store, *(f"airstrike at Kyiv on 2024-04-{day:02d}" for day in range(1, 21)), "shelling at Odesa on 2024-04-05")
    everything = views.Filter()

    assert len(views.find(store, everything, 100)) == 21
    assert len(views.find(store, replace(everything, first_day=date(2024, 4, 4), last_day=date(2024, 4, 6)))) == 4
    assert len(views.find(store, replace(everything, severity=7.0), 100)) == 20
    assert len(views.find(store, replace(everything, text="ODESA"), 100)) == 1
    assert len(views.find(store, replace(everything, since=NOON + timedelta(days=1)), 100)) == 0
    pages = [each.id for start in range(0, 21, 5) for each in views.find(store, everything, 5, start)]
    assert len(set(pages)) == 21


def test_the_first_act_at_a_place_is_known_once_the_record_reaches_back(store: Store) -> None:
    """A new database knows of nothing, which is no quiet; later, three months of quiet are."""
    assert not incidents.first_here(store, asked("airstrike at Kyiv on 2024-05-01"))
    put(store, "shelling at Odesa on 2023-01-01", "airstrike at Kyiv on 2024-01-10")

    assert incidents.first_here(store, asked("airstrike at Kyiv on 2024-05-01"))
    assert not incidents.first_here(store, asked("airstrike at Kyiv on 2024-03-01"))

    put(store, "airstrike at Kyiv on 2024-05-01")
    (found,) = views.find(store, views.Filter(first_day=date(2024, 5, 1)))
    assert "first_at_place" in found.events[0].flags
