"""What an incident is now, and what is new about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.articles.fingerprint import digest, signature
from monitor.incidents import rulings
from monitor.incidents.fuse import fuse
from monitor.incidents.history import context_lines
from monitor.types import Count, Event, Grade, Incident, Modality, Party, Role, Verdict, When
from tests.incidents.making import NOON, Ledger, event, later, party, place

D = Day(2031, 5, 9)
STORY = (
    "Three rockets came down near the runway before sunrise, according to a security source in the province, who said "
    "that a guard had been taken to hospital and that a search for the launcher was under way in the orchards nearby."
)


def told(*made: Event) -> tuple[Incident, list[Verdict]]:
    """The one incident that these reports make, and what became of each."""
    ledger = Ledger()
    verdicts = [ledger.take(each).verdict for each in made]
    (incident,) = ledger.incidents.values()
    return incident, verdicts


# ---- change -------------------------------------------------------------------------------------------------------


def test_a_denial_counts_where_it_is_of_a_side_of_the_act() -> None:
    """Where the reports know who did it, the word of a third that it was not involved disputes nothing."""
    by_israel = event("a", "airstrike", by=["Israel"], against=["Sons of the Coast"])

    def graded(denier: str) -> tuple[Grade, str | None]:
        incident, _ = told(by_israel, event("b", "airstrike", told=later(1), denied_by=party(denier)))
        return incident.grade, incident.denied_by.name if incident.denied_by else None

    assert graded("United States") == (Grade.REPORTED, None)
    assert graded("Israel") == (Grade.DISPUTED, "Israel")
    assert graded("Sons of the Coast") == (Grade.DISPUTED, "Sons of the Coast")


def test_a_toll_that_passes_a_band_is_told_with_both_figures() -> None:
    """'killed 2 -> 5'."""
    ledger = Ledger()
    ledger.take(event("a", killed=2))

    decision = ledger.take(event("b", killed=5, told=later(4)))

    assert decision.verdict is Verdict.UPDATE
    assert "killed 2 -> 5" in [change.text for change in decision.changes if change.material]


def test_the_first_death_is_an_update() -> None:
    """From wounded only to a death."""
    incident, verdicts = told(event("a", wounded=3), event("b", wounded=3, killed=1, told=later(1)))

    assert verdicts == [Verdict.NEW, Verdict.UPDATE]
    assert incident.version == 2


def test_a_third_and_fourth_outlet_with_the_same_news_stay_silent() -> None:
    """More outlets, the same toll: attached, told to nobody; the second independent source is told once."""
    _, verdicts = told(*(event(f"e{n}", killed=2, told=later(n)) for n in range(5)))

    assert verdicts == [Verdict.NEW, Verdict.UPDATE, Verdict.ATTACHED, Verdict.ATTACHED, Verdict.ATTACHED]


def test_a_claim_and_a_denial_are_told() -> None:
    """Who says he did it, and who says it was not he."""
    ledger = Ledger()
    ledger.take(event("a"))
    ledger.take(event("b", told=later(1)))

    claim = ledger.take(event("c", told=later(2), claimed_by=party("Northern Brigades")))
    denial = ledger.take(event("d", told=later(3), denied_by=party("Iran")))

    assert "claimed by Northern Brigades" in [change.text for change in claim.changes]
    assert "denied by Iran" in [change.text for change in denial.changes]
    assert denial.verdict is Verdict.UPDATE
    (incident,) = ledger.incidents.values()
    assert incident.grade is Grade.DISPUTED


def test_intercepted_then_hit_is_told() -> None:
    """The outcome flips."""
    ledger = Ledger()
    ledger.take(event("a", modality=Modality.FOILED))
    ledger.take(event("b", modality=Modality.OCCURRED, wounded=2, told=later(2), confidence=0.9, official=True))

    assert any(change.field == "outcome" for change in ledger.decisions[-1].changes)


def test_repelled_or_carried_out_is_one_fight_in_the_words_of_two_sides() -> None:
    """On the ground an outcome that only the wording changes is no update."""
    ledger = Ledger()
    ledger.take(event("a", "armed_clash", modality=Modality.FOILED))
    found = [ledger.take(event(f"b{n}", "armed_clash", told=later(n + 1))).changes for n in range(2)]

    outcomes = [change for changed in found for change in changed if change.field == "outcome"]
    assert [(one.text, one.material) for one in outcomes] == [("foiled, then carried out", False)]


def test_a_doubt_lasts_until_a_plain_report_or_three_sources() -> None:
    """Two doubtful reports are doubtful still; a plain one ends it, and that is told."""
    doubtful = [replace(event(f"e{n}", told=later(n)), doubt="mentioned beside other news") for n in range(3)]
    assert [told(*doubtful[:n])[0].doubt for n in (1, 2, 3)] == ["mentioned beside other news"] * 2 + [""]

    ledger = Ledger()
    ledger.take(doubtful[0])
    plain = ledger.take(event("p", told=later(5), outlet="Outlet e0"))
    assert "doubt" in [change.field for change in plain.changes if change.material]


def test_a_closer_place_in_another_land_is_no_closer_place_of_the_act() -> None:
    """The town of the hospital across the border does not replace the province of the act."""
    first = event("a", at="Anbar")
    there = event("b", at="Qaryat", told=later(1))
    third = event("c", at="Anbar", told=later(2))
    joined = fuse(told(first)[0], (first, there, third))

    assert joined.place == place("Anbar")


def test_an_official_confirmation_is_told_once() -> None:
    """The first one changes the grade; the next says nothing new."""
    _, verdicts = told(
        event("a"), event("b", told=later(1)), event("c", told=later(2), official=True), event("d", official=True)
    )

    assert verdicts == [Verdict.NEW, Verdict.UPDATE, Verdict.UPDATE, Verdict.ATTACHED]


def test_a_retraction_and_a_correction_are_kinds_of_their_own() -> None:
    """An outlet takes its report back, or puts it right."""
    ledger = Ledger()
    ledger.take(event("a", killed=12))

    correction = ledger.take(event("b", killed=2, flags=frozenset({"correction"}), told=later(2)))
    retraction = ledger.take(event("c", flags=frozenset({"retraction"}), told=later(5)))

    assert (correction.verdict, retraction.verdict) == (Verdict.CORRECTION, Verdict.RETRACTION)
    (incident,) = ledger.incidents.values()
    assert incident.state == "retracted"


def test_one_of_several_that_withdraws_its_report_retracts_only_its_own() -> None:
    """What others report by themselves stands, and the reader is told who took what back."""
    ledger = Ledger()
    for name in ("a", "b", "c"):
        ledger.take(event(name, killed=12, outlet=f"Outlet {name}"))

    decision = ledger.take(event("d", flags=frozenset({"retraction"}), outlet="Outlet a", told=later(5)))

    assert decision.verdict is Verdict.CORRECTION
    assert "Outlet a withdrew its report; 2 other sources stand by it" in [one.text for one in decision.changes]
    (incident,) = ledger.incidents.values()
    assert incident.state == "open"


# ---- fusion -------------------------------------------------------------------------------------------------------


def test_the_later_toll_wins_and_the_spread_is_kept() -> None:
    """low - best - high, and each figure with who said it."""
    incident, _ = told(event("a", killed=12), event("b", killed=9, told=later(1)), event("c", killed=14, told=later(9)))

    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (9, 14, 14)
    assert {(claim.value, claim.by) for claim in incident.claims if claim.field == "killed"} == {
        ("12", "Outlet a"),
        ("9", "Outlet b"),
        ("14", "Outlet c"),
    }


def test_that_nobody_was_hurt_stands_against_no_dead() -> None:
    """An official's early 'no casualties' gives way to the first report of the dead, and that is an update."""
    early = event("a", killed=0, wounded=0, official=True)
    incident, verdicts = told(early, event("b", killed=2, told=later(1)))

    assert incident.killed is not None
    assert incident.killed.best == 2
    assert verdicts == [Verdict.NEW, Verdict.UPDATE]


def test_an_article_that_arrives_late_does_not_turn_the_toll_back() -> None:
    """What counts is when it was written, not when it came."""
    incident, _ = told(event("b", killed=14, told=later(9)), event("a", killed=3, told=later(1)))

    assert incident.killed is not None
    assert incident.killed.best == 14


def test_a_closer_place_replaces_a_looser_one() -> None:
    """Province first, town later."""
    incident, _ = told(event("a", at="Kharkiv Oblast"), event("b", at="Belograd", told=later(2)))

    assert incident.place is not None
    assert incident.place.name == "Belograd"


@settings(max_examples=80, deadline=None)
@given(st.permutations(range(6)), st.integers(0, 5))
def test_what_an_incident_is_does_not_depend_on_the_order_of_its_reports(order: list[int], seed: int) -> None:
    """The same reports make the same incident."""
    random = Random(seed)
    made = [
        event(
            f"e{n}",
            random.choice(["drone_strike", "airstrike"]),
            killed=random.choice([None, 2, 7]),
            told=later(n),
            trust=random.choice([0.3, 0.5, 0.9]),
            by=random.choice([(), ("Northern Brigades",)]),
            official=random.random() < 0.3,
        )
        for n in range(6)
    ]
    (first,) = _group(made)
    (other,) = _group([made[n] for n in order])

    for name in ("type", "when", "place", "killed", "actors", "grade", "severity", "independent", "first_report"):
        assert getattr(first, name) == getattr(other, name), name


def _group(made: list[Event]) -> list[Incident]:
    """One incident of all of them, whatever identity would say."""
    from monitor.incidents.fuse import fuse

    ledger = Ledger()
    ledger.take(made[0])
    (incident,) = ledger.incidents.values()
    return [fuse(incident, made)]


# ---- sources ------------------------------------------------------------------------------------------------------


def test_twenty_syndicated_copies_are_one_source() -> None:
    """T27: the same text in twenty papers confirms nothing."""
    words = [STORY.replace("province", "province" if n % 3 else "district") for n in range(20)]
    made = [
        event(f"e{n}", "rocket_fire", told=later(n), digest=digest(text), signature=signature(text))
        for n, text in enumerate(words)
    ]

    incident, verdicts = told(*made)

    assert incident.independent == 1
    assert verdicts == [Verdict.NEW] + [Verdict.ATTACHED] * 19


def test_a_wire_and_the_houses_of_one_owner_are_one_source_each() -> None:
    """Publishers are counted, not feeds."""
    made = [event(f"w{n}", told=later(n), wire="Wire One") for n in range(3)]
    made += [event(f"h{n}", told=later(4 + n), publisher="House") for n in range(3)]

    incident, _ = told(*made)

    assert incident.independent == 2
    assert incident.first_report == NOON


@pytest.mark.parametrize("n", range(200))
def test_a_fake_first_report_does_not_silence_the_true_one(n: int) -> None:
    """T23: the first trusted report alerts though a source of low trust was there before."""
    random = Random(n)
    kind = random.choice(["drone_strike", "missile_strike", "bombing", "airstrike", "interception"])
    at = random.choice(["Kesra", "Belograd", "Zelenove", "Harun Air Base", "Tel Oren"])
    ledger = Ledger()
    for m in range(random.randint(1, 3)):
        ledger.take(event(f"fake{m}", kind, at=at, trust=random.choice([0.0, 0.1, 0.35]), killed=random.randint(0, 90)))

    true = ledger.take(event("true", kind, at=at, trust=0.6, killed=3, told=later(random.randint(0, 20))))

    assert true.verdict is Verdict.NEW
    incident = ledger.incidents[str(true.incident_id)]
    assert incident.killed is not None
    assert incident.killed.best == 3


@pytest.mark.parametrize("n", range(100))
def test_a_report_of_low_trust_overwrites_nothing(n: int) -> None:
    """T22: it may be counted among the claims; every fused value stays."""
    random = Random(n)
    at = random.choice(["Kesra", "Belograd", "Zelenove"])
    ledger = Ledger()
    ledger.take(event("a", "drone_strike", at=at, trust=0.9, killed=4, by=("Iran",), wounded=9))
    (before,) = ledger.incidents.values()

    ledger.take(
        event("f", random.choice(["drone_strike", "airstrike", "missile_strike"]), at=at, trust=0.2,
              killed=random.randint(20, 900), wounded=random.randint(0, 900), by=("Israel",), told=later(3),
              claimed_by=None, official=True)
    )  # fmt: skip

    after = ledger.incidents[before.id]
    for name in ("type", "when", "place", "killed", "wounded", "actors", "grade", "headline", "first_report"):
        assert getattr(after, name) == getattr(before, name), name


def test_forged_reports_of_another_act_do_not_merge() -> None:
    """T22: same place and day, another act, 500 times: at most one in a hundred is taken for the same."""
    others = {
        "drone_strike": ("threat", "talks", "sanctions", "closure", "cyberattack", "evacuation"),
        "bombing": ("threat", "deployment", "ceasefire", "military_exercise", "cyberattack"),
        "airstrike": ("threat", "withdrawal", "prisoner_exchange", "closure", "diplomatic_break"),
        "armed_clash": ("ceasefire", "talks", "threat", "sanctions", "evacuation"),
    }
    wrong = 0
    for n in range(500):
        random = Random(n)
        kind = random.choice(sorted(others))
        at = random.choice(["Kesra", "Belograd", "Zelenove", "Goro", "Tel Oren"])
        ledger = Ledger()
        real = ledger.take(event("a", kind, at=at, killed=random.randint(0, 9), by=("Iran",)))
        fake = ledger.take(event("b", random.choice(others[kind]), at=at, trust=0.2, by=("Iran",), told=later(2)))
        wrong += fake.incident_id == real.incident_id
        assert ledger.incidents[str(real.incident_id)].first_report == NOON
    assert wrong <= 5


# ---- the operator's word ------------------------------------------------------------------------------------------


def _two() -> tuple[Incident, Incident]:
    ledger = Ledger()
    one = ledger.take(event("a", at="Kesra", killed=2))
    ledger.take(event("b", at="Kesra", killed=2, told=later(1)))
    other = ledger.take(event("c", at="Goro", killed=5))
    return ledger.incidents[str(one.incident_id)], ledger.incidents[str(other.incident_id)]


def test_merge_joins_reports_and_leaves_a_tombstone() -> None:
    """The survivor has all reports; the other names it."""
    one, other = _two()

    edit = rulings.merge(one, other, later(9))

    survivor, tombstone = edit.changed
    assert {each.id for each in survivor.events} == {"a#0", "b#0", "c#0"}
    assert (tombstone.state, tombstone.merged_into) == ("merged", one.id)
    assert edit.before == (one, other)


def test_a_place_merged_with_its_barrage_is_no_part_of_itself() -> None:
    """Whichever of the two survives; what both are a part of they stay a part of."""
    whole, place = _two()
    part = replace(place, parent=whole.id)

    assert rulings.merge(part, whole, later(9)).changed[0].parent is None
    assert rulings.merge(whole, part, later(9)).changed[0].parent is None
    assert rulings.merge(part, replace(whole, parent="the-week"), later(9)).changed[0].parent == "the-week"


def test_what_was_split_off_comes_back_together_by_merging() -> None:
    """Split, then merge: the reports and all that they say are as before."""
    one, _ = _two()

    rest, fresh = rulings.split(one, ["b"], later(5)).changed
    back = rulings.merge(rest, fresh, later(6)).changed[0]

    assert {each.id for each in back.events} == {each.id for each in one.events}
    for name in ("type", "when", "place", "killed", "grade", "severity", "independent", "headline"):
        assert getattr(back, name) == getattr(one, name), name


def test_no_operation_writes_two_incidents_under_one_id() -> None:
    """The second would be written over the first."""
    one, _ = _two()

    with pytest.raises(ValueError, match="one id"):
        rulings.Edit(text="split", changed=(one, replace(one, version=2)), before=(one,))


def test_after_a_split_the_same_reports_are_kept_apart() -> None:
    """A ruling is obeyed by later passes, whatever the order."""
    one, _ = _two()
    edit = rulings.split(one, ["b"], later(5))

    ledger = Ledger(rulings=edit.rulings)
    for each in reversed(one.events):
        ledger.take(each)

    assert len(ledger.incidents) == 2


def test_a_type_set_by_hand_outlives_further_reports() -> None:
    """Reports may say what they like."""
    one, _ = _two()
    (typed,) = rulings.retype(one, "interception", later(5)).changed
    ledger = Ledger()
    ledger.put(typed)

    ledger.take(event("d", "drone_strike", at="Kesra", told=later(8)))

    assert ledger.incidents[one.id].type == "interception"


def test_a_dismissed_incident_takes_its_reports_and_stays_quiet() -> None:
    """Nobody is told again of what was dismissed."""
    one, _ = _two()
    (gone,) = rulings.dismiss(one, later(5), "a film").changed
    ledger = Ledger()
    ledger.put(gone)

    decision = ledger.take(event("d", at="Kesra", killed=60, told=later(8)))

    assert (decision.verdict, decision.incident_id) == (Verdict.ATTACHED, one.id)
    assert ledger.incidents[one.id].state == "dismissed"


# ---- severity and history -----------------------------------------------------------------------------------------


def test_severity_is_a_sum_that_is_shown() -> None:
    """The lines add up to the figure, and none is missing."""
    incident, _ = told(event("a", "drone_strike", killed=6, flags=frozenset({"capital"})))

    assert [(term.name, term.points) for term in incident.severity_terms] == [
        ("drone strike", 7.0),
        ("6 killed", 1.0),
        ("in a capital", 1.0),
    ]
    assert incident.severity == 9.0


def test_a_capital_that_one_report_alone_places_it_in_weighs_nothing() -> None:
    """The mark goes with the place: where the incident is put elsewhere, it is not in a capital."""
    capital = frozenset({"capital"})
    three = [event("a", at="Kesra"), event("b", at="Kesra"), event("c", at="Goro", flags=capital)]
    empty, _ = told(three[0])

    assert "capital" not in fuse(empty, three).flags
    assert "capital" in fuse(empty, [replace(each, flags=capital) for each in three]).flags


def test_an_unverified_claim_and_a_full_interception_weigh_less() -> None:
    """All stopped and nothing hit; nobody but one side says so."""
    stopped, _ = told(event("a", "interception", launched=Count(best=3), intercepted=Count(best=3)))
    claimed, _ = told(event("a", "drone_strike", modality=Modality.CLAIMED))

    assert stopped.severity == 3.5
    assert claimed.severity == 6.0


def test_severity_stays_within_its_bounds() -> None:
    """Nothing is graver than ten."""
    incident, _ = told(
        event("a", "missile_strike", killed=400, flags=frozenset({"capital", "nuclear_site", "first_at_place"}),
              by=("Iran",), against=("Israel",))
    )  # fmt: skip

    assert incident.severity == 10.0


def test_readers_are_told_what_is_in_force() -> None:
    """A closure and how long it has lasted."""
    ledger = Ledger()
    ledger.take(event("a", "closure", at="Kesra", on=D - timedelta(days=5)))
    ledger.take(event("b", "drone_strike", at="Kesra", on=D))
    closure, strike = ledger.incidents.values()

    assert "closure (Kesra) in force since 4 May, 5 days" in context_lines(strike, [closure])


def test_a_truce_that_is_extended_did_not_begin_that_day() -> None:
    """'In force since' the day of the extension would be wrong; once its beginning is told, it is known."""
    ledger = Ledger()
    title = "Both sides extend the truce by two days"
    ledger.take(event("a", "ceasefire", at="Kesra", on=D, title=title, headline=title))
    (truce,) = ledger.incidents.values()
    began = replace(truce.events[0], id="b#0", title="Truce begins", when=When(date=D), headline="Truce begins")

    assert context_lines(truce, [], D + timedelta(days=1)) == ("truce in force, extended as told on 9 May",)
    known = replace(truce, events=(*truce.events, began))
    assert context_lines(known, [], D + timedelta(days=1)) == ("truce in force since 9 May, 1 day",)


def test_a_reopening_ends_the_closure() -> None:
    """Closure and reopening are one state that changes."""
    ledger = Ledger()
    ledger.take(event("a", "closure", at="Kesra", on=D))
    decision = ledger.take(
        event("b", "closure", at="Kesra", on=D + timedelta(days=40), flags=frozenset({"de_escalation"}),
              told=later(24 * 40))
    )  # fmt: skip

    (incident,) = ledger.incidents.values()
    assert decision.verdict is Verdict.UPDATE
    assert incident.ended == D + timedelta(days=40)
    assert any(change.field == "state" for change in decision.changes)


def test_a_party_and_a_role_are_not_lost_in_fusion() -> None:
    """What only one report names is kept."""
    incident, _ = told(
        event("a", actors=(Party(name="unknown"),)), event("b", by=("Iran",), told=later(2)), event("c", told=later(3))
    )

    assert [each.name for each in incident.actors] == ["Iran"]


def test_an_also_new_mention_does_not_speak_over_the_reports_it_is_the_subject_of() -> None:
    """What an article is about weighs more than what it mentions."""
    main = event("a", killed=9)
    mention = replace(event("b", killed=30, told=later(30)), role=Role.ALSO_NEW)

    incident, _ = told(main, mention)

    assert incident.killed is not None
    assert incident.killed.best == 9
    assert place("Kesra") == incident.place
