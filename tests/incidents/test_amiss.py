"""Fields that may have been read amiss: what else they may be is weighed where they speak against one act."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.incidents import amiss
from monitor.incidents.compat import fits
from monitor.incidents.fuse import fuse
from monitor.incidents.match import block
from monitor.incidents.similarity import compare
from monitor.types import Event, Incident, Reason, When
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
    """Rule: where a text has the one that struck struck, who did it is no matter of doubt."""
    strike = event("a", "missile_strike", at="Tel Oren", on=D, by=("Iran",), against=("Israel",))
    unsure = ((party("Iran"), 0.45),)
    nearby = event("b", "missile_strike", at="Tel Oren", on=D, by=("Israel",), maybe_by=unsure)
    elsewhere = event("b", "missile_strike", at="Kesra", on=D, by=("Israel",), against=("Iran",), maybe_by=unsure,
                      maybe_at=((place("Tel Oren"), 0.3),))  # fmt: skip

    for answer in (nearby, elsewhere):
        reasons = compare(answer, _opened(strike)).reasons
        assert [reason.points < -1.5 for reason in reasons if reason.fact == "turned_round"] == [True]
    assert not meet(strike, elsewhere)


def test_two_towns_of_one_night_are_two_though_each_text_names_both() -> None:
    """Rule: a place that only may be the same counts for little where the texts have few telling words in common."""
    one = event("a", at="Belograd", on=D, by=("Russia",), killed=2, keywords=("belograd", "market", "stalls"))
    other = event("b", at="Zelenove", on=D, by=("Russia",), killed=5, keywords=("zelenove", "port", "cranes"),
                  maybe_at=((place("Belograd"), 0.15),))  # fmt: skip

    assert not meet(one, other)


def test_of_two_doubtful_fields_neither_speaks_for_one_act() -> None:
    """Rule: that two fields of one report were misread is possible, and no more: two ships hit on two days are two."""
    kind = (("maritime_incident", 0.9),)
    one = event("a", "maritime_incident", at="Southern Straits", on=D, by=("Sons of the Coast",))
    unsure = event("b", "ceasefire", at="Southern Straits", by=("Sons of the Coast",), maybe_type=kind,
                   when=told_on(NEXT, (D, 0.2)))  # fmt: skip
    surer = event("b", "ceasefire", at="Southern Straits", by=("Sons of the Coast",), maybe_type=kind, on=D)

    assert [each.points for each in compare(unsure, _opened(one)).reasons if each.fact.startswith("maybe_")] == []
    assert next(each.points for each in compare(surer, _opened(one)).reasons if each.fact.startswith("maybe_")) > 1.0


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


@pytest.mark.parametrize("field", ["town", "country"])
def test_a_place_that_one_report_is_unsure_of_is_told_by_the_other(field: str) -> None:
    """Rule: towns, and before them the lands they lie in, are voted for by likelihood."""
    read = "Hilla Junction" if field == "town" else "Qaryat"
    unsure = event("a", at=read, on=D, maybe_at=((place("Kesra"), 0.45),))

    assert _fused(unsure, event("b", at="Kesra", on=D, told=later(2))).place == place("Kesra")


def _fused(*events: Event) -> Incident:
    return fuse(_opened(events[0]), events)


def _opened(one: Event) -> Incident:
    ledger = Ledger()
    ledger.take(one)
    (incident,) = ledger.incidents.values()
    return incident


def test_a_copy_leaves_the_doubt_and_a_second_source_does_not() -> None:
    """Rule: what a wire's copy repeats is misread alike; another source that tells the field leaves no doubt of it."""
    unsure = event("a", at="Kesra", on=D, maybe_at=((place("Goro"), 0.3),), wire="Reuters")
    copy = event("b", at="Kesra", on=D, wire="Reuters")
    opened = _opened(unsure)

    assert amiss.sole(fuse(opened, (unsure, copy)), lambda each: each.place) is unsure
    assert amiss.sole(fuse(opened, (unsure, event("c", at="Kesra", on=D))), lambda each: each.place) is None


def test_the_type_that_an_operator_set_is_not_doubted() -> None:
    """Rule: what else the reader held for possible is no doubt of the word of a person."""
    opened = _opened(event("a", "closure", at="Kesra", on=D, maybe_type=(("drone_strike", 0.4),)))
    strike = event("b", "drone_strike", at="Kesra", on=D)

    assert compare(strike, opened).score > 0
    assert compare(strike, replace(opened, type="threat", family="words")).score == float("-inf")


@pytest.mark.parametrize("kinds", [("threat", "airstrike"), ("airstrike", "threat")])
def test_a_doubtful_kind_is_compared_alike_in_either_order(kinds: tuple[str, str]) -> None:
    """Rule: which report came first decides nothing: what crosses from words to force is placed as words are."""
    one = event("a", kinds[0], at="Kesra", on=D, maybe_type=((kinds[1], 0.3),))
    other = event("b", kinds[1], at="Kesra", on=D)

    assert compare(other, _opened(one)).score == pytest.approx(compare(one, _opened(other)).score)


def test_a_report_is_found_by_what_its_fields_may_be() -> None:
    """Rule: the keys under which an incident is looked for hold the other kinds, places and doers too."""
    unsure = event("a", "closure", at="Kesra", maybe_type=(("drone_strike", 0.4),),
                   maybe_at=((place("Belograd"), 0.2),), maybe_by=((party("Russia"), 0.3), (None, 0.1)))  # fmt: skip
    keys = set(block(unsure))

    assert {"p:Belograd", "c:UA|force", "a:russia|force", "w:force", "w:policy"} <= keys


def test_a_doubt_speaks_only_where_the_fields_as_read_speak_against_one_act() -> None:
    """Rule: two reports that agree are not weighed down by what else they might have meant."""
    sure, unsure = event("b", at="Kesra", on=D), event("b", at="Kesra", on=D, maybe_at=((place("Goro"), 0.4),))
    opened = _opened(event("a", at="Kesra", on=D))

    assert compare(unsure, opened) == compare(sure, opened)


@pytest.mark.parametrize(("kind", "fitting"), [("drone_strike", True), ("talks", False)])
def test_a_stored_incident_is_looked_at_for_every_type_that_a_report_may_be_of(kind: str, fitting: bool) -> None:
    """Rule: the store hands over what the types of the report, as read or not, go with."""
    assert fits(event("b", "closure", maybe_type=(("drone_strike", 0.4),)), kind) is fitting


def _says(points: float) -> Reason:
    return Reason(fact="x", points=points, text=f"{points:g}")


@given(
    st.lists(st.tuples(st.floats(-6, 4), st.floats(0.01, 0.33)), max_size=3),
    st.floats(-6, 4),
)
def test_the_points_of_a_doubtful_field_lie_between_those_of_all_it_may_be(
    others: list[tuple[float, float]], plain: float
) -> None:
    """Law: never less than as read, and never more than the best it may be."""
    found = amiss.weighed(
        _says(plain), amiss.each(plain, others), amiss.each(0.0, ()), lambda one, other: _says(one + other)
    )
    best = max([plain, *(points for points, _ in others)])

    assert plain - 1e-9 <= found.points <= best + 1e-9
    assert not math.isnan(found.points)


def test_what_never_agrees_stays_apart() -> None:
    """Law: where nothing the two may be lets them be one act, none of it does."""
    never = Reason(fact="x", points=float("-inf"), text="no")

    assert amiss.weighed(never, amiss.each(1, [(2, 0.4)]), amiss.each(3, ()), lambda one, other: never) is never
