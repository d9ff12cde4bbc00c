"""Identity run again over what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from monitor.desk import Desk
from monitor.engine.rebuild import apply, plan
from monitor.errors import StoreError
from monitor.flow import Flow
from monitor.pipeline import ingest
from monitor.store import Store, incidents, views
from monitor.types import Context, Event, Incident, Outcome
from tests import fakes
from tests.fakes import NOON, item
from tests.test_desk import FLOW, told
from tests.test_pipeline import rows

TEXTS = (
    "An airstrike at Kyiv on 2024-05-01 killed 3.",
    "The airstrike at Kyiv on 2024-05-01 killed 3, officials say.",
    "A shelling at Odesa on 2024-05-02 killed 4.",
    "The airstrike at Kyiv on 2024-05-01 left windows broken.",
)


def never(candidates: Sequence[Incident], event: Event, context: Context) -> Outcome:
    """An identity that joins nothing."""
    outcome = FLOW.match((), event, context)
    name = f"x-{event.id}"
    (opened,) = outcome.changed
    return Outcome(decision=replace(outcome.decision, incident_id=name), changed=(replace(opened, id=name),))


APART = Flow(extract=FLOW.extract, read=fakes.read, block=FLOW.block, match=never)


def fill(store: Store, flow: Flow) -> None:
    for n, text in enumerate(TEXTS):
        ingest(
            item(text, key=f"a{n}", article_id=f"a{n}", outlet=f"Post {n}", url=f"https://p{n}.example"),
            flow,
            store,
            NOON,
        )


def groups(store: Store) -> set[frozenset[str]]:
    """Articles by incident."""
    return {frozenset(e.article_id for e in each.events) for each in views.find(store, views.Filter())}


def test_the_same_rules_change_nothing(store: Store) -> None:
    """A rebuild without a change of the rules writes no row."""
    fill(store, FLOW)
    before = rows(store)

    made = plan(store, FLOW, NOON)
    number = apply(store, FLOW, made, NOON)

    assert (made.same, made.changed, made.lines, number) == (2, (), (), None)
    assert rows(store) == before


def test_new_rules_regroup_and_ids_stay_where_most_reports_do(store: Store) -> None:
    """First told, then done; the others become tombstones, and decisions name the survivors."""
    fill(store, APART)
    before = rows(store)
    made = plan(store, FLOW, NOON)
    assert rows(store) == before
    assert any("goes into" in line for line in made.lines)

    apply(store, FLOW, made, NOON)

    assert groups(store) == {frozenset({"a0", "a1", "a3"}), frozenset({"a2"})}
    kyiv = incidents.survivor(store, "x-a1#0")
    assert kyiv in {"x-a0#0", "x-a1#0", "x-a3#0"}
    assert {incidents.survivor(store, str(incidents.decisions(store, f"a{n}")[0].incident_id)) for n in (0, 1, 3)} == {
        kyiv
    }
    assert apply(store, FLOW, plan(store, FLOW, NOON), NOON) is None


def test_a_rebuild_can_be_taken_back(store: Store) -> None:
    """Like every operation."""
    fill(store, APART)
    before = groups(store)
    number = apply(store, FLOW, plan(store, FLOW, NOON), NOON)

    Desk(store=store, flow=FLOW, now=lambda: NOON).do("undo", "", {"operation": str(number)})

    assert groups(store) == before


def test_the_operators_word_is_obeyed(store: Store) -> None:
    """What was parted by hand stays apart; a note, a type and a dismissal stay where they were."""
    fill(store, FLOW)
    desk = Desk(store=store, flow=FLOW, now=lambda: NOON)
    kyiv = str(incidents.decisions(store, "a0")[0].incident_id)
    desk.do("split", kyiv, {"article": "a3"})
    desk.do("retype", kyiv, {"type": "drone_strike"})
    desk.do("note", kyiv, {"text": "seen"})
    desk.do("dismiss", str(incidents.decisions(store, "a2")[0].incident_id), {})

    apply(store, FLOW, plan(store, FLOW, NOON), NOON)

    assert groups(store) == {frozenset({"a0", "a1"}), frozenset({"a2"}), frozenset({"a3"})}
    assert (told(store, kyiv).type, told(store, kyiv).note) == ("drone_strike", "seen")
    assert told(store, str(incidents.decisions(store, "a2")[0].incident_id)).state == "dismissed"


def test_a_plan_that_is_out_of_date_is_not_carried_out(store: Store) -> None:
    """Reports that came in between would be lost."""
    fill(store, APART)
    made = plan(store, FLOW, NOON)
    known = told(store, "x-a0#0")
    with store.transaction():
        incidents.write(store, replace(known, note="meanwhile"), FLOW.block)

    with pytest.raises(StoreError, match="plan again"):
        apply(store, FLOW, made, NOON)
