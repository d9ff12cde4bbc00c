"""Fields that may have been read amiss: what else they may be is weighed where they speak against one act."""

from __future__ import annotations

import math
from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.incidents import doubt
from monitor.incidents.fuse import fuse
from monitor.incidents.match import block
from monitor.incidents.similarity import compare
from monitor.types import Event, Incident, Reason, Role, When
from tests.incidents.making import Ledger, event, later, party, place

D = Day(2031, 5, 9)
NEXT = D + timedelta(days=1)


def meet(first: Event, second: Event) -> bool:
    """Whether the two become one incident, in either order."""
    found = set()
    for one, other in ((first, second), (second, first)):
        ledger = Ledger()
        ledger.take(one)
        ledger.take(other)
        found.add(len(ledger.incidents) == 1)
    assert len(found) == 1
    return found == {True}


def told_on(day: Day, *maybe: tuple[Day, float]) -> When:
    return When(date=day, maybe_on=maybe)


PLAIN = event("a", "drone_strike", at="Kesra", on=D, by=("Northern Brigades",))
AMISS = [
    pytest.param(
        event("b", at="Kesra", when=told_on(NEXT)), event("b", at="Kesra", when=told_on(NEXT, (D, 0.35))), id="its day"
    ),
    pytest.param(
        event("b", at="Hilla Junction", on=D, by=("Northern Brigades",)),
        event("b", at="Hilla Junction", on=D, by=("Northern Brigades",), maybe_at=((place("Kesra"), 0.3),)),
        id="its place",
    ),
    pytest.param(
        event("b", at="Iraq", on=D, by=("Turkey",)),
        event("b", at="Iraq", on=D, by=("Turkey",), maybe_by=((party("Northern Brigades"), 0.4),)),
        id="who did it",
    ),
    pytest.param(
        event("b", "closure", at="Kesra", on=D),
        event("b", "closure", at="Kesra", on=D, maybe_type=(("drone_strike", 0.4),)),
        id="its kind",
    ),
]


@pytest.mark.parametrize(("sure", "unsure"), AMISS)
def test_a_field_that_keeps_two_reports_apart_does_so_only_where_it_is_sure(sure: Event, unsure: Event) -> None:
    """Rule: one misread field does not make a second incident of the same act, where the reader named the right one."""
    assert not meet(PLAIN, sure)
    assert meet(PLAIN, unsure)


def test_what_it_may_be_besides_is_told_with_its_likelihood() -> None:
    """Rule: `why` says as what the doubtful field was taken."""
    ledger = Ledger()
    ledger.take(event("a", at="Kesra", on=D, killed=4))

    decision = ledger.take(event("b", at="Kesra", when=told_on(NEXT, (D, 0.35)), killed=4))

    texts = [reason.text for reason in decision.reasons]
    assert "1 day apart, or else on the same day (35%)" in texts


def test_an_act_and_its_answer_are_two_however_unsure_the_sides_are() -> None:
    """Rule: where both texts name both sides, turned round, who did it is no matter of doubt."""
    strike = event("a", "missile_strike", at="Tel Oren", on=D, by=("Iran",), against=("Israel",))
    answer = event("b", "missile_strike", at="Kesra", on=None, by=("Israel",), against=("Iran",), told=later(30))
    unsure = event("b", "missile_strike", at="Hilla Junction", on=D, by=("Israel",), against=("Iran",),
                   maybe_by=((party("Iran"), 0.45),))  # fmt: skip

    assert not meet(strike, answer)
    assert not meet(strike, unsure)


def test_a_second_report_of_the_day_leaves_no_doubt_of_it() -> None:
    """Rule: what two reports tell alike is no longer weighed against what one of them may have meant."""
    first = event("a", at="Kesra", when=told_on(D, (NEXT, 0.3)))
    second = event("b", at="Kesra", when=told_on(D))
    ledger = Ledger()
    ledger.take(first)
    ledger.take(second)

    (incident,) = ledger.incidents.values()

    assert incident.when == told_on(D)


def test_reports_that_differ_are_decided_by_the_likelier_day() -> None:
    """Rule: a day of which a report is unsure counts for as much as it is likely, in the report that differs too."""
    unsure = event("a", at="Kesra", when=told_on(NEXT, (D, 0.45)))
    sure = event("b", at="Kesra", when=told_on(D), told=later(2))

    assert _fused(unsure, sure).when == told_on(D)


def test_a_kind_that_one_report_is_unsure_of_is_told_by_the_other() -> None:
    """Rule: the type of an incident is voted for by likelihood."""
    unsure = event("a", "closure", at="Kesra", on=D, maybe_type=(("drone_strike", 0.45),))

    assert _fused(unsure, event("b", "drone_strike", at="Kesra", on=D, told=later(2))).type == "drone_strike"


def _fused(*events: Event) -> Incident:
    ledger = Ledger()
    ledger.take(events[0])
    return fuse(next(iter(ledger.incidents.values())), events)


def test_a_report_is_found_by_what_its_fields_may_be() -> None:
    """Rule: the keys under which an incident is looked for hold the other kinds, places and doers too."""
    unsure = event("a", "closure", at="Kesra", maybe_type=(("drone_strike", 0.4),),
                   maybe_at=((place("Belograd"), 0.2),), maybe_by=((party("Russia"), 0.3), (None, 0.1)))  # fmt: skip
    keys = set(block(unsure))

    assert {"p:Belograd", "c:UA|force", "a:russia|force", "w:force", "w:policy"} <= keys


def test_a_further_act_beside_others_is_compared_as_it_was_read() -> None:
    """Rule: without other readings nothing changes."""
    plain = event("b", at="Belograd", on=D, role=Role.ALSO_NEW)
    ledger = Ledger()
    ledger.take(event("a", at="Kesra", on=D))
    (incident,) = ledger.incidents.values()

    assert all("or else" not in reason.text for reason in compare(plain, incident).reasons)


def _says(points: float) -> Reason:
    return Reason(fact="x", points=points, text=f"{points:g}")


@given(
    st.lists(st.tuples(st.floats(-6, 4), st.floats(0.01, 0.3)), max_size=3),
    st.floats(-6, 4),
)
def test_the_points_of_a_doubtful_field_lie_between_those_of_all_it_may_be(
    others: list[tuple[float, float]], plain: float
) -> None:
    """Law: never less than as read, and never more than the best it may be."""
    found = doubt.weighed(
        _says(plain), doubt.each(plain, others), doubt.each(0.0, ()), lambda one, other: _says(one + other)
    )
    best = max([plain, *(points for points, _ in others)])

    assert plain - 1e-9 <= found.points <= best + 1e-9
    assert not math.isnan(found.points)


def test_what_never_agrees_stays_apart() -> None:
    """Law: where nothing the two may be lets them be one act, none of it does."""
    never = Reason(fact="x", points=float("-inf"), text="no")

    assert doubt.weighed(never, doubt.each(1, [(2, 0.4)]), doubt.each(3, ()), lambda one, other: never) is never
