"""Identity: what is one incident, what is two, and what no order of arrival changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.incidents.fuse import fuse
from monitor.incidents.match import block, match
from monitor.incidents.similarity import JOIN, compare
from monitor.types import Context, Event, Incident, Modality, Party, Place, Role, Ruling, Verdict, When
from tests.incidents.lookalikes import Pair, pairs
from tests.incidents.making import NOON, Ledger, event, later, place

D = Day(2031, 5, 9)
PAIRS = tuple(pairs())


def test_there_are_two_hundred_look_alikes() -> None:
    """The corpus is large enough to mean something."""
    assert len(PAIRS) >= 200
    assert len({pair.name for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_look_alikes_stay_apart_in_either_order(pair: object) -> None:
    """Two incidents that share nearly everything are two, and what kept them apart is told."""
    for first, second in ((pair.first, pair.second), (pair.second, pair.first)):  # type: ignore[attr-defined]
        ledger = Ledger()
        ledger.take(first)

        decision = ledger.take(second)

        assert len(ledger.incidents) == 2
        assert decision.verdict in (Verdict.NEW, Verdict.POSSIBLE)


SAME = [
    (event("a", "drone_strike", at="Kesra", on=D), event("b", "interception", at="Kesra", on=D)),
    (event("a", "drone_strike", at="Kesra", on=D), event("b", "drone_strike", at="Kesra", on=None, told=later(9))),
    (event("a", "missile_strike", at="Belograd", killed=7), event("b", "airstrike", at="Belograd", killed=9)),
    (event("a", "bombing", at="Kesra", on=D, killed=3), event("b", "targeted_killing", at="Kesra", on=D, killed=3)),
    (
        event("a", "maritime_incident", at="Southern Straits", against=("Amber Dawn",), on=D),
        event("b", "missile_strike", at=None, against=("Amber Dawn",), on=D),
    ),
    (event("a", "airstrike", at="Kharkiv Oblast", killed=4), event("b", "airstrike", at="Belograd", killed=4)),
    (event("a", "rocket_fire", at="Harun Air Base", on=D), event("b", "rocket_fire", at="Anbar", on=D)),
    (
        event("a", "missile_strike", at="Belograd", on=D, killed=12, by=("Russia",)),
        event("b", "missile_strike", at="Belograd", on=D, killed=45, by=("Russia",), told=later(5 * 24)),
    ),
    (
        event("a", "bombing", at="Kharkiv Oblast", on=D, killed=4, wounded=12),
        event("b", "bombing", at="Kharkiv Oblast", on=D, killed=31, wounded=154, told=later(40)),
    ),
    (
        event("a", "armed_clash", at="Goro", on=D, by=("Lake Movement",)),
        event("b", "armed_clash", at="Goro", on=D, by=(), against=("Lake Movement",)),
    ),
    (
        event("a", "drone_strike", at="Kesra", on=D),
        event("b", "drone_strike", at="Kesra", on=None, told=later(14),
              when=When(date=D, date_to=D + timedelta(days=1), precision="night")),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SAME)
def test_reports_of_one_act_meet_in_either_order(first: Event, second: Event) -> None:
    """Another name for the weapon, a looser place, a missing date, a grown toll: still one incident."""
    for one, other in ((first, second), (second, first)):
        ledger = Ledger()
        ledger.take(one)

        decision = ledger.take(other)

        assert len(ledger.incidents) == 1, decision
        assert 1 <= len(decision.reasons) <= 3


def _incidents(*events: Event) -> list[Incident]:
    """What these reports, in this order, are gathered into."""
    ledger = Ledger()
    for each in events:
        ledger.take(each)
    return list(ledger.incidents.values())


def test_a_new_incident_tells_its_nearest_look_alike_and_what_kept_it_apart() -> None:
    """`why` has an answer for the incident that was not chosen too."""
    ledger = Ledger()
    first = ledger.take(event("a", at="Kesra", on=D))

    second = ledger.take(event("b", at="Kesra", on=D + timedelta(days=3), told=later(72)))

    assert second.look_alikes[0].incident_id == first.incident_id
    assert second.look_alikes[0].apart.fact == "other_day"


def test_an_attack_and_its_answer_are_linked_and_apart() -> None:
    """A retaliation is an incident of its own that knows what it answers."""
    ledger = Ledger()
    strike = ledger.take(event("a", "drone_strike", at="Tel Oren", by=("Sons of the Coast",), against=("Israel",)))
    answer = ledger.take(
        event("b", "airstrike", at="Port Sahil terminal", by=("Israel",), against=("Sons of the Coast",),
              on=D + timedelta(days=1), told=later(24))
    )  # fmt: skip

    assert strike.incident_id != answer.incident_id
    assert ledger.incidents[str(answer.incident_id)].linked == (strike.incident_id,)
    assert ledger.incidents[str(strike.incident_id)].linked == (answer.incident_id,)


# ---- vague reports and background ---------------------------------------------------------------------------------


def test_a_vague_report_attaches_to_the_only_one_it_fits() -> None:
    """A province-level report joins the one strike of the day."""
    ledger = Ledger()
    first = ledger.take(event("a", "airstrike", at="Belograd", by=("Russia",)))

    vague = ledger.take(event("v", "airstrike", at="Ukraine", by=("Russia",), told=later(3)))

    assert vague.incident_id == first.incident_id


def test_a_vague_report_that_fits_two_joins_neither_and_bridges_nothing() -> None:
    """It stays 'refers to one of', and the two stay two."""
    ledger = Ledger()
    ledger.take(event("a", "airstrike", at="Belograd", by=("Russia",)))
    ledger.take(event("b", "airstrike", at="Zelenove", by=("Russia",)))
    before = dict(ledger.incidents)

    vague = ledger.take(event("v", "airstrike", at="Ukraine", by=("Russia",), told=later(3)))

    assert vague.verdict is Verdict.REFERENCE
    assert "one of 2" in vague.reasons[0].text
    assert ledger.incidents == before


def test_a_vague_first_report_takes_one_precise_report_and_not_two() -> None:
    """What a vague incident has become precise by, keeps the next one out."""
    ledger = Ledger()
    ledger.take(event("v", "airstrike", at="Ukraine", by=("Russia",)))
    ledger.take(event("a", "airstrike", at="Belograd", by=("Russia",), told=later(2)))
    ledger.take(event("b", "airstrike", at="Zelenove", by=("Russia",), told=later(3)))

    groups = ledger.grouping()

    assert frozenset({"a#0", "b#0"}) not in groups
    assert not any({"a#0", "b#0"} <= group for group in groups)


def test_a_sea_that_the_other_text_names_is_no_other_place() -> None:
    """The middle of a sea lies far from its coasts: what is named there tells more than the distance."""
    cut = event("a", "sabotage", at="Tel Oren", on=D, keywords=("mediterranean", "oren", "seabed", "etisalat"))
    far = replace(place("Southern Straits"), name="Mediterranean", key="med", lat=35.0, lon=18.0)
    at_sea = event(
        "b", "sabotage", at=None, place=far, on=D, keywords=("seabed", "telecoms", "tyrrhenia", "flagship", "landing")
    )
    unnamed = replace(at_sea, id="c#0", article_id="c", place=replace(far, name="Baltic Sea", key="baltic"))

    assert len(_incidents(cut, at_sea)) == 1
    assert len(_incidents(cut, unnamed)) == 2


def test_a_second_strike_of_one_day_is_told_apart_though_all_else_agrees() -> None:
    """The same town, day, side and weapon, and many words in common: the text itself calls it another one."""
    words = ("kharkiv", "hypermarket", "guided", "bombs", "zelensky", "shoppers", "syniehubov")
    first = event("a", "airstrike", at="Belograd", by=("Russia",), on=D, weapon_family="bomb", keywords=words)
    again = event("b", "airstrike", at="Belograd", by=("Russia",), on=D, weapon_family="bomb", keywords=words,
                  separate=True)  # fmt: skip

    assert len(_incidents(first, again)) == 2
    assert len(_incidents(again, first)) == 2


def test_two_reports_of_one_clash_may_each_name_the_other_side() -> None:
    """If a text of one knows the side of the other; if none does, the sides are others."""
    mine = event("a", "armed_clash", at="Kharkiv Oblast", by=("Russia",), on=D, keywords=("ukraine", "tanks", "river"))
    theirs = event("b", "armed_clash", at="Kharkiv Oblast", by=("Ukraine",), on=D, keywords=("valley", "patrol"))
    silent = replace(mine, keywords=("tanks", "river"))

    assert len(_incidents(mine, theirs)) == 1
    assert len(_incidents(silent, theirs)) == 2


def test_a_ship_without_a_name_may_be_the_one_that_its_text_names() -> None:
    """'The ship' of a text that names the Amber Dawn; in one that does not, it is another ship of that day."""
    named = event("a", "maritime_incident", at="Southern Straits", against=("Amber Dawn",), on=D, killed=5)
    words = ("amber", "dawn", "crew", "manila")
    ship = event("b", "maritime_incident", at="Southern Straits", against=("ship",), on=D, killed=5, keywords=words)
    other = replace(ship, keywords=("crew", "manila"))

    assert len(_incidents(named, ship)) == 1
    assert len(_incidents(named, other)) == 2


def test_background_points_at_the_old_incident_and_changes_nothing() -> None:
    """It opens none, and never widens the date."""
    ledger = Ledger()
    first = ledger.take(event("a", at="Kesra", on=D, killed=2))
    before = dict(ledger.incidents)

    recalled = ledger.take(event("b", at="Kesra", on=D, role=Role.BACKGROUND, told=later(300), killed=2))
    unknown = ledger.take(event("c", at="Goro", on=D - timedelta(days=400), role=Role.BACKGROUND))

    assert (recalled.verdict, recalled.incident_id) == (Verdict.REFERENCE, first.incident_id)
    assert (unknown.verdict, unknown.incident_id) == (Verdict.REFERENCE, None)
    assert ledger.incidents == before


@pytest.mark.parametrize("modality", [Modality.THREATENED, Modality.HYPOTHETICAL, Modality.DRILL, Modality.HISTORICAL])
def test_what_did_not_happen_opens_nothing(modality: Modality) -> None:
    """Only what occurred, is claimed, was foiled or is announced opens an incident."""
    ledger = Ledger()

    decision = ledger.take(event("a", modality=modality))

    assert decision.verdict is Verdict.REFERENCE
    assert not ledger.incidents


def test_two_events_of_one_article_are_two_incidents() -> None:
    """An article that tells of two strikes on one town means two."""
    ledger = Ledger()
    first = ledger.take(event("a", "airstrike", at="Belograd"))

    second = ledger.take(event("b", "missile_strike", at="Belograd"), siblings=(str(first.incident_id),))

    assert second.incident_id != first.incident_id


# ---- the operator's word ------------------------------------------------------------------------------------------


def test_cannot_link_is_never_broken() -> None:
    """Kept apart by hand, however alike."""
    ledger = Ledger(rulings=(Ruling(together=False, a="b#0", b="a#0"),))
    ledger.take(event("a", killed=9))

    decision = ledger.take(event("b", killed=9))

    assert len(ledger.incidents) == 2
    assert decision.verdict is Verdict.NEW
    assert decision.look_alikes[0].apart.fact == "cannot_link"


def test_must_link_joins_what_nothing_else_would() -> None:
    """Joined by hand, however unlike."""
    ledger = Ledger(rulings=(Ruling(together=True, a="a#0", b="b#0"),))
    ledger.take(event("a", "drone_strike", at="Kesra"))

    decision = ledger.take(event("b", "cyberattack", at="Kesra", on=D + timedelta(days=5)))

    assert len(ledger.incidents) == 1
    assert decision.reasons[0].fact == "must_link"


# ---- laws ---------------------------------------------------------------------------------------------------------

KINDS = st.sampled_from(["airstrike", "drone_strike", "interception", "threat", "bombing", "closure", "other"])
SPOTS = st.sampled_from(
    ["Kesra", "Belograd", "Zelenove", "Harun Air Base", "Iraq", "Ukraine", "Southern Straits", None]
)
SIDES = st.sampled_from([(), ("Russia",), ("Northern Brigades",), ("Iran",)])
DAYS = st.one_of(st.none(), st.integers(0, 12))


@st.composite
def reports(draw: st.DrawFn) -> list[Event]:
    """A few reports of anything."""
    made = []
    for n in range(draw(st.integers(1, 7))):
        day = draw(DAYS)
        made.append(
            event(
                f"e{n}",
                draw(KINDS),
                at=draw(SPOTS),
                by=draw(SIDES),
                on=D + timedelta(days=day) if day is not None else None,
                killed=draw(st.one_of(st.none(), st.integers(0, 60))),
                told=later(24 * (draw(st.integers(0, 12)))),
                role=draw(st.sampled_from(Role)),
                modality=draw(st.sampled_from(Modality)),
                trust=draw(st.sampled_from([0.2, 0.5, 0.9])),
                separate=draw(st.booleans()),
            )
        )
    return made


@settings(max_examples=150, deadline=None)
@given(reports())
def test_the_same_event_twice_changes_nothing(made: list[Event]) -> None:
    """Idempotence: an event at once again changes nothing, and one that is counted never does."""
    ledger = Ledger()
    for each in made:
        ledger.take(each)
        before = dict(ledger.incidents)
        ledger.take(each)
        assert ledger.incidents == before
    counted = {each.id for incident in ledger.incidents.values() for each in incident.events}

    for each in made:
        if each.id in counted:
            ledger.take(each)

    assert ledger.incidents == before


@settings(max_examples=150, deadline=None)
@given(reports(), st.data())
def test_no_ruling_is_ever_broken(made: list[Event], data: st.DataObject) -> None:
    """Whatever arrives in whatever order: what was kept apart never shares an incident."""
    ids = [each.id for each in made]
    a, b = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    if a == b:
        return
    ledger = Ledger(rulings=(Ruling(together=False, a=a, b=b),))
    for each in data.draw(st.permutations(made)):
        ledger.take(each)

    assert not any({a, b} <= group for group in ledger.grouping())


VAGUE = st.sampled_from(["Iraq", "Ukraine", "Anbar", "Kharkiv Oblast", None])


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(PAIRS),
    VAGUE,
    st.one_of(st.none(), st.integers(0, 3)),
    st.permutations(range(3)),
)
def test_no_vague_report_is_a_bridge(pair: Pair, at: str | None, day: int | None, order: list[int]) -> None:
    """Two incidents that are kept apart stay apart whatever vague report comes before, between or after them."""
    vague = event(
        "v",
        pair.first.type,
        at=at,
        on=D + timedelta(days=day) if day is not None else None,
        told=later(24 * (day or 0)),
    )
    ledger = Ledger()
    for n in order:
        ledger.take((pair.first, pair.second, vague)[n])

    assert not any({pair.first.id, pair.second.id} <= group for group in ledger.grouping())


@settings(max_examples=100, deadline=None)
@given(reports())
def test_a_fold_is_the_same_twice(made: list[Event]) -> None:
    """Ids and everything else are made of the input alone."""
    one, other = Ledger(), Ledger()
    for each in made:
        one.take(each)
        other.take(each)

    assert one.incidents == other.incidents
    assert one.decisions == other.decisions


@settings(max_examples=100, deadline=None)
@given(reports())
def test_only_what_may_open_opens_and_every_report_is_in_one_incident_at_most(made: list[Event]) -> None:
    """Background and what did not happen never found an incident; nobody is counted twice."""
    ledger = Ledger()
    for each in made:
        ledger.take(each)

    members = [each.id for incident in ledger.incidents.values() for each in incident.events]
    assert len(members) == len(set(members))
    for incident in ledger.incidents.values():
        opener = incident.events[0]
        assert opener.role is not Role.BACKGROUND
        assert opener.modality in (Modality.OCCURRED, Modality.CLAIMED, Modality.FOILED, Modality.ANNOUNCED)


def test_three_strikes_told_by_four_outlets_each_group_alike_in_any_order() -> None:
    """The order of arrival moves nothing where reports are as good as these."""
    made = []
    for n, (at, kind) in enumerate(
        (("Belograd", "missile_strike"), ("Zelenove", "drone_strike"), ("Kesra", "airstrike"))
    ):
        for m in range(4):
            made.append(event(f"e{n}{m}", kind, at=at, killed=n + m, told=later(m), wounded=n * 10 + m))
    expected = frozenset(frozenset(f"e{n}{m}#0" for m in range(4)) for n in range(3))

    for seed in range(10):
        order = list(made)
        Random(seed).shuffle(order)
        ledger = Ledger()
        for each in order:
            ledger.take(each)
        assert ledger.grouping() == expected


# ---- keys ---------------------------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(reports())
def test_every_event_has_keys_whatever_is_unknown(made: list[Event]) -> None:
    """Unknown place, unknown date and both have an answer."""
    for each in made:
        assert block(each)
        assert len(block(each)) == len(set(block(each)))


def test_land_that_two_states_claim_lies_in_either_of_them() -> None:
    """One report puts the wreck into the disputed valley, another just into the state that holds its other half."""
    valley = replace(place("Anbar"), name="Kashmir", key="kashmir", country="IN", region=None, lat=33.9, lon=74.9)
    desert = replace(valley, name="Rajasthan", key="rajasthan", lat=26.9, lon=72.0)
    state = replace(place("Iraq"), name="Pakistan", key="pk", country="PK", lat=30.0, lon=70.0)
    told = event("a", "aircraft_downed", at=None, place=valley, on=D, by=("Iran",), keywords=("wreck", "pilot", "jet"))
    words = ("jet", "captain", "footage")
    again = event("b", "aircraft_downed", at=None, place=state, on=D, by=("Iran",), keywords=words)

    assert len(_incidents(told, again)) == 1
    assert len(_incidents(replace(told, place=desert), again)) == 2


def test_a_battle_for_one_town_is_one_whoever_is_called_the_attacker() -> None:
    """One paper tells of fighters who march in, the next of an army that tries to hold them off."""
    taken = event("a", "ground_incursion", at="Goro", on=D, by=("Lake Movement",))
    held = event("b", "armed_clash", at="Goro", on=D, by=("Ukraine",), against=("Lake Movement",), told=later(20))
    elsewhere = event("c", "armed_clash", at="Kesra", on=D, by=("Ukraine",), against=("Lake Movement",))

    assert len(_incidents(taken, held)) == 1
    assert len(_incidents(taken, elsewhere)) == 2


def test_reports_share_a_key_though_one_has_neither_place_nor_date() -> None:
    """What never meets can never be joined."""
    full = event("a", "drone_strike", at="Kesra", by=("Iran",))
    bare = event("b", "airstrike", at=None, on=None)

    assert set(block(full)) & set(block(bare))


def test_near_places_share_a_cell_on_either_side_of_a_line() -> None:
    """Two spellings of one place may lie on two sides of a degree."""

    def at(lat: float, lon: float) -> Event:
        spot = Place(name=f"{lat}", as_written="", precision="town", country=None, lat=lat, lon=lon)
        return event(f"{lat},{lon}", at=None, place=spot)

    def cells(one: Event) -> set[str]:
        return {key for key in block(one) if key[:2] in ("g:", "h:")}

    assert cells(at(33.98, 44.2)) & cells(at(34.03, 44.2))
    assert cells(at(33.7, 43.98)) & cells(at(33.7, 44.03))


def test_a_merged_incident_is_no_candidate() -> None:
    """A tombstone takes no reports."""
    ledger = Ledger()
    ledger.take(event("a"))
    (incident,) = ledger.incidents.values()
    gone = replace(incident, state="merged", merged_into="another")

    outcome = match([gone], event("b"), Context(now=NOON))

    assert outcome.decision.incident_id != gone.id


def test_ids_are_readable_and_made_once() -> None:
    """Date, place and kind, and a tail of the event that opened it."""
    ledger = Ledger()
    ledger.take(event("a", "interception", at="Harun Air Base"))
    (ident,) = ledger.incidents

    assert ident.startswith("2031-05-09-harun-air-base-interception-")
    assert Ledger().take(event("a", "interception", at="Harun Air Base")).incident_id == ident


def test_an_unnamed_side_is_no_side() -> None:
    """'Gunmen' here and 'militants' there neither agree nor conflict."""
    ledger = Ledger()
    ledger.take(event("a", "armed_assault", actors=(Party(name="gunmen", kind="group"),)))
    ledger.take(event("b", "armed_assault", actors=(Party(name="Militants", kind="group", country="XX"),)))

    assert len(ledger.incidents) == 1


FOLLOW_UP, AGAIN = frozenset({"follow_up"}), frozenset({"again"})


def test_a_report_of_the_toll_is_of_the_act_of_the_day_before() -> None:
    """'More bodies were found on Saturday': the day is that of the search. Fewer dead are another act's."""
    act = event("a", "missile_strike", at="Belograd", on=D, killed=4, told=later(-20))
    search = event(
        "b", "missile_strike", at="Belograd", on=D + timedelta(days=1), killed=11, told=NOON, flags=FOLLOW_UP
    )

    for first, second in ((act, search), (search, act)):
        ledger = Ledger()
        ledger.take(first)
        ledger.take(second)
        assert len(ledger.incidents) == 1
        (one,) = ledger.incidents.values()
        assert one.when is not None
        assert one.when.date == D

    for other in (
        replace(search, flags=frozenset()),
        replace(search, killed=act.killed and replace(act.killed, low=1, best=1, high=1)),
    ):
        ledger = Ledger()
        ledger.take(act)
        ledger.take(other)
        assert len(ledger.incidents) == 2


def test_what_happened_again_is_another_than_the_one_of_days_before_alone() -> None:
    """'The port was hit again', says one outlet of the raid that the other tells without a word of earlier ones."""
    before = event("a", "drone_strike", at="Zelenove", on=D - timedelta(days=1), told=later(-24))
    plain = event("b", "drone_strike", at="Zelenove", on=D)
    again = event("c", "drone_strike", at="Zelenove", on=D, separate=True, flags=AGAIN)
    ledger = Ledger()

    for report in (before, plain, again):
        ledger.take(report)

    assert ledger.grouping() == {frozenset({"a#0"}), frozenset({"b#0", "c#0"})}


def test_what_ends_in_one_country_does_not_end_in_another() -> None:
    """An airport that opens in one land does not end the closure of one in another."""
    shut = event("a", "closure", at="Iraq", against=("airport",), on=D)
    opened = event("b", "closure", at="Tel Oren", against=("airport",), on=D, flags=frozenset({"ended"}))

    assert len(_incidents(shut, opened)) == 2


def test_an_act_claimed_by_the_house_of_the_group_that_did_it_is_one() -> None:
    """One outlet names the local group, the other the movement that claims it; a rival's act is another."""
    local = Party(name="ADF", kind="group", country="CD")
    movement = Party(name="Islamic State", kind="group")
    rival = Party(name="M23", kind="group", country="CD")
    first = replace(event("a", "armed_assault", at="Goro", on=D), actors=(local,))
    claim = replace(
        event("b", "armed_assault", at="Goro", on=None, told=later(2)), actors=(movement,), targets=(local,)
    )
    other = replace(event("c", "armed_assault", at="Belograd", on=D), actors=(rival,))
    ledger = Ledger()

    for report in (first, claim, other):
        ledger.take(report)

    assert ledger.grouping() == {frozenset({"a#0", "b#0"}), frozenset({"c#0"})}


def test_rebels_of_a_land_may_be_the_group_that_another_outlet_names() -> None:
    """'Northern rebels' and the Northern Brigades; two named groups of one land are two."""
    rebels = Party(name="Iraqi rebels", kind="group", country="IQ")
    named = Party(name="Northern Brigades", kind="group", country="IQ")
    another = Party(name="Southern Banner", kind="group", country="IQ")

    def facts(one: Party, other: Party) -> set[str]:
        ledger = Ledger()
        ledger.take(replace(event("a", "aircraft_downed", at="Kesra", on=D), actors=(one,)))
        (incident,) = ledger.incidents.values()
        second = replace(event("b", "aircraft_downed", at="Kesra", on=D), actors=(other,))
        return {reason.fact for reason in compare(second, incident).reasons}

    assert "other_actor" not in facts(rebels, named)
    assert "other_actor" in facts(named, another)


def test_a_town_where_an_act_was_told_is_not_the_town_of_the_act() -> None:
    """Two texts of one day with the same rare words, of which one names the town that the other was put at."""
    words = ("zelenove", "harbourmaster", "ostrovok", "refinery", "pelmann", "tanks", "governor", "fire")
    act = event("a", "drone_strike", at="Zelenove", on=D, keywords=words)
    misread = event("b", "drone_strike", at="Tarnivka", on=D, keywords=(*words[:6], "spokesman", "tarnivka"))
    other = event("c", "drone_strike", at="Belograd", on=D, keywords=("belograd", "barracks", "sirens", "colonel"))
    ledger = Ledger()

    for report in (act, misread, other):
        ledger.take(report)

    assert ledger.grouping() == {frozenset({"a#0", "b#0"}), frozenset({"c#0"})}


def test_a_day_after_the_first_report_is_no_day_of_the_act() -> None:
    """The first report was out on Friday; who says 'on Saturday' later is mistaken or misread."""
    first = event("a", "airstrike", at="Qaryat", on=None, told=NOON, when=When(date=NOON.date(), inferred=True))
    wrong = event("b", "airstrike", at="Qaryat", on=NOON.date() + timedelta(days=2), told=later(60))
    empty = match((), first, Context(now=NOON)).changed[0]

    assert fuse(empty, (first, wrong)).when == first.when


def test_of_an_aircraft_brought_down_its_owner_may_be_taken_for_who_shot() -> None:
    """Rule: 'two jets lost' and 'we shot down two jets' of one day are one act, though the first gives it to the owner;
    where both reports tell who shot at whom, and differ, they are two, and so are losses at two towns."""
    shot = event("a", "aircraft_downed", at="Iraq", on=D, by=("Turkey",), against=("Iran",))
    lost = event("b", "aircraft_downed", at="Iraq", on=D, by=("Iran",))
    answered = event("c", "aircraft_downed", at="Iraq", on=D, by=("Iran",), against=("Turkey",))
    here = event("d", "aircraft_downed", at="Kesra", on=D, by=("Turkey",), against=("Iran",))
    there = event("e", "aircraft_downed", at="Hilla Junction", on=D, by=("Iran",))

    for first, second, incidents in ((shot, lost, 1), (shot, answered, 2), (here, there, 2)):
        ledger = Ledger()
        ledger.take(first)
        ledger.take(second)
        assert len(ledger.incidents) == incidents


@pytest.mark.parametrize(("kind", "met"), [("cyberattack", True), ("diplomatic_break", False)])
def test_two_of_a_kind_in_one_country_are_likelier_one_where_the_kind_is_rare(kind: str, met: bool) -> None:
    """Of one day a country has many expulsions told, and hardly two cyberattacks."""
    known = _incidents(event("a", kind, at="Kesra", on=None))[0]
    found = compare(event("b", kind, at="Hilla Junction", on=None, told=later(20)), known)

    assert next(reason.points for reason in found.reasons if reason.fact == "same_kind") == (2.3 if met else 1.5)
    assert (found.score >= JOIN) is met


def test_a_thing_told_by_a_common_noun_is_one_of_its_kind() -> None:
    """Two reports of 'the airport' say less of one act than two of one ship by its name."""
    named, common = (
        compare(event("b", at=None, against=(what,)), _incidents(event("a", at=None, against=(what,)))[0]).score
        for what in ("Amber Dawn", "airport")
    )

    assert named - common == pytest.approx(1.7)
