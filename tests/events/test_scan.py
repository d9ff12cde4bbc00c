"""From sentences to acts: offsets, word boundaries, gaps, and time linear in the text."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.articles.extract import extract
from monitor.events.backdrop import breached
from monitor.events.classify import Reader
from monitor.events.lexicon import _CLASSES, phrases, spelled_out
from monitor.events.modality import modality
from monitor.events.patterns import TABLE
from monitor.events.recollection import commemorated, recalled
from monitor.events.scan import CLASS_OF, Act, Line, Scanner, plain
from monitor.events.sentences import split
from monitor.flow import Flow, build_flow
from monitor.types import Item, Modality, Reading

SCANNER = Scanner()
READER = Reader()


def scanned(text: str) -> tuple[list[Line], list[Act]]:
    lines = SCANNER.lines(text, split(text))
    return lines, SCANNER.acts(lines)


def item_of(text: str, title: str = "") -> Item:
    moment = datetime(2025, 3, 4, 12, tzinfo=UTC)
    return Item(
        source="s",
        key="k",
        subject="s",
        received=moment,
        title=title,
        text=text,
        published=moment,
        published_precision="minute",
    )


def read(text: str, title: str = "") -> Reading:
    return READER.read(extract(item_of(text, title)))


@cache
def flow() -> Flow:
    """As shipped: all tables and models."""
    return build_flow()


def calls_of(text: str) -> int:
    """How many functions are called until the shipped reader has read a text."""
    article, calls = flow().extract(item_of(text)), Counter[str]()
    sys.setprofile(lambda frame, event, argument: calls.update((event,)))
    try:
        flow().read(article)
    finally:
        sys.setprofile(None)
    return calls["call"] + calls["c_call"]


def test_an_act_points_at_its_own_words() -> None:
    """Evidence is only evidence when document[start:end] is what was read."""
    text = "Two drones were shot down near Erbil."

    _, acts = scanned(text)

    assert [(act.type, text[act.start : act.end]) for act in acts] == [("interception", "shot down")]


@pytest.mark.parametrize(
    ("text", "kind", "least"),
    [
        ("Truce begins in Aden", "ceasefire", 1.0),
        ("Ceasefire starts in Tripoli", "ceasefire", 1.0),
        ("Canada unveils a plan of sanctions on Belarus", "sanctions", 1.0),
    ],
)
def test_a_word_that_got_a_class_of_its_own_still_serves_the_patterns_it_served(
    text: str, kind: str, least: float
) -> None:
    """'Begins' is told of an offensive and of a truce, 'unveils' of a missile and of sanctions."""
    _, acts = scanned(text)

    assert max((act.weight for act in acts if act.type == kind), default=0.0) >= least


def test_a_word_inside_another_word_is_no_word() -> None:
    """'Assad' in 'ambassador', 'drone' in 'droned on': a phrase stands between boundaries or not at all."""
    _, acts = scanned("The speaker droned on and the strikers' hits were forgotten.")

    assert acts == []


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("A block of flats in the port city of Odesa was struck by a drone.", "closure"),
        ("A patrol ship of Russia's fleet was hit off occupied Crimea.", "ground_incursion"),
        ("He was held in Pakistan-occupied Kashmir by troops.", "ground_incursion"),
        ("South Korea fired warning shots at a vessel of the North.", "threat"),
        ("That the danger to citizens is real was brought home by a report.", "evacuation"),
    ],
)
def test_a_word_that_is_part_of_a_name_for_a_thing_tells_of_no_act(text: str, never: str) -> None:
    """A block of flats closes nothing, occupied land is not being occupied, a warning shot is no threat."""
    _, acts = scanned(text)

    assert never not in [act.type for act in acts]


def test_a_gap_does_not_cross_a_conjunction() -> None:
    """What stands after 'while' belongs to another clause."""
    _, acts = scanned("Missiles are built there while tourists hit the beach.")

    assert [act.type for act in acts if act.type == "missile_strike"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran fired missiles at Erbil.", Modality.OCCURRED),
        ("Iran did not fire missiles at Erbil, and no missile hit the city.", Modality.DENIED),
        ("Iran could hit Erbil with missiles.", Modality.HYPOTHETICAL),
        ("Iraq arrested nine men who planned to hit Erbil with missiles.", Modality.FOILED),
        ("Iran threatened to hit Erbil with missiles.", Modality.THREATENED),
        ("The drill had missiles hit mock targets.", Modality.DRILL),
        ("Iran will hit Erbil with missiles.", Modality.ANNOUNCED),
    ],
)
def test_the_clause_decides_how_an_act_stands_to_the_truth(text: str, expected: Modality) -> None:
    """Only what occurred, is claimed, foiled or announced may open an incident; the words left of the act say which."""
    lines, acts = scanned(text)

    found = {modality(lines[act.line], act)[0] for act in acts if act.type == "missile_strike"}

    assert expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US warships at anchor", ["STATE", "SHIP"]),
        ("They told us of warships", ["TELL", "SHIP"]),
        ("FOLLOW US ON WARSHIPS", ["SHIP"]),
    ],
)
def test_a_state_is_known_by_its_capitals(text: str, expected: list[str]) -> None:
    """'US' is a state, 'us' is a word, and in a line of capitals nobody can tell."""
    lines, _ = scanned(text)

    seen = [CLASS_OF[word.symbol] for word in lines[0].known]
    assert [name for name in seen if name in ("STATE", "SHIP", "TELL")] == expected


@pytest.mark.parametrize(
    ("text", "lies_back"),
    [
        ("Three weeks after two missiles hit the city, a study of that Sunday is out.", True),
        ("Crowds marked on Friday the tenth anniversary of the day a car bomb went off.", True),
        ("Two weeks after the truce began, two missiles hit the city.", False),
        ("Missiles hit the city on Sunday, two weeks after the truce.", False),
    ],
)
def test_what_weeks_or_an_anniversary_lie_behind_is_of_before(text: str, lies_back: bool) -> None:
    lines, acts = scanned(text)

    found = {commemorated(lines[act.line], act) for act in acts if act.type in ("missile_strike", "bombing")}

    assert found == {lies_back}


@pytest.mark.parametrize(
    ("text", "lies_back"),
    [
        ("Police hold a man wanted for bombing a mosque in Herat.", True),
        ("The army razed the home of a man involved in the bombing of a bus.", True),
        ("A man accused of bombing a mosque in Herat is held.", True),
        ("Senators ask for a report on the bombing of the clinic.", True),
        ("Russia accused of bombing a market in Kherson.", False),
        ("Two men were involved in the bombing of a bus.", False),
    ],
)
def test_an_act_that_only_says_who_somebody_is_lies_back(text: str, lies_back: bool) -> None:
    """'Wanted for', 'involved in', 'report on' name an act of before; a state is accused of what is the news."""
    lines, acts = scanned(text)

    assert {bool(recalled(lines[act.line], act)) for act in acts} == {lies_back}


def test_who_asks_for_arms_has_shot_nothing_down() -> None:
    """'Seeks launchers to shoot down drones' is a wish; 'used launchers to shoot down drones' is not."""
    asked, used = (
        scanned(f"Warsaw {words} to shoot down Russian drones.") for words in ("seeks launchers", "used launchers")
    )

    said = [{modality(lines[act.line], act)[0] for act in acts} for lines, acts in (asked, used)]
    assert said == [{Modality.HYPOTHETICAL}, {Modality.OCCURRED}]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Rebels seize Nyabibwe despite truce", True),
        ("Pakistan breaks the ceasefire again", True),
        ("Truce under strain as six die in Donetsk", True),
        ("Gaza truce collapses", False),
        ("Envoy hopes to break the ceasefire deadlock", False),
    ],
)
def test_what_breaks_a_truce_is_no_truce(text: str, broken: bool) -> None:
    """A truce that is broken is named beside the fighting that is the news; one that ends is news itself."""
    lines, acts = scanned(text)

    assert {breached(lines[act.line], act) for act in acts if act.type == "ceasefire"} == {broken}


def test_a_group_without_aircraft_flies_no_air_strike() -> None:
    """'Strikes' of insurgents are attacks; those of a state come from the air."""
    by_group, by_state = (
        read(f"{who} strikes on an army post in Kunar left two soldiers dead on Monday, officials said.")
        for who in ("Taliban", "Pakistani")
    )

    assert [e.type for e in by_group.events] == ["armed_clash"]
    assert [e.type for e in by_state.events] == ["airstrike"]


def test_shots_of_troops_at_a_civilian_are_an_assault() -> None:
    """'Shot by soldiers' needs no gunman and no word of an attack."""
    reading = read("The boy sat in a car near Nabi Saleh.", "Palestinian toddler shot by Israeli soldiers dies")

    assert [event.type for event in reading.events] == ["armed_assault"]


@pytest.mark.parametrize(
    ("title", "text", "types"),
    [
        ("Russia puts New START on ice", "Putin spoke in Moscow on Tuesday.", ["nuclear_step"]),
        ("Serbia puts army on highest alert", "The minister told of it on Monday.", ["deployment"]),
        ("France calls ambassadors home from US", "Paris spoke of a lie.", ["diplomatic_break"]),
        ("India shoots off longest-range Agni", "It rose from an island on Thursday.", ["weapons_test"]),
        ("North Korea sets off 'hydrogen bomb'", "It is the sixth test.", ["weapons_test"]),
        ("Israel pulls most troops out of Gaza", "The cabinet decided on Sunday.", ["withdrawal"]),
        ("Hostage situation in Mombasa mall", "Al-Shabaab fighters are inside, police said.", ["abduction"]),
        ("Man hit at line", "Russian soldiers opened fire on a car near Kirbali on Monday.", ["armed_assault"]),
        ("Two US warships on their way to Black Sea", "They may stay until May.", ["deployment"]),
        ("War weighs on towns", "Russian soldiers have taken the heaviest losses in Ukraine.", []),
        ("Hiker airlifted to hospital", "US airmen took the man from a ravine in Nevada on Sunday.", []),
        ("Shark attack sinks boat off Perth", "The Australian crew was saved by a navy ship on Monday.", []),
        ("Knife attack at Sydney mall kills six", "The attacker was shot; police see no sign of terrorism.", []),
    ],
)
def test_short_headlines_are_read_by_their_idiom(title: str, text: str, types: list[str]) -> None:
    """A step of a state is told in a few set phrases, and so is what only sounds like one."""
    assert [event.type for event in read(text, title).events] == types


def test_deeds_without_terror_are_crimes_unless_a_group_is_blamed() -> None:
    """'No sign of terrorism' silences; 'no terror group' says only who has not claimed it yet."""
    title = "Gunmen kill nine at mosque in Kabul"

    assert not read("Police see no link to terrorism.", title).events
    assert read("No terrorist group has claimed it. The Taliban were blamed.", title).events


def test_every_spelling_of_an_entry_is_spelled_out() -> None:
    """The table is read by people: 'down(|s|ed)' is three words."""
    assert list(spelled_out("down(|s|ed)")) == ["down", "downs", "downed"]
    assert list(spelled_out("neutrali(s|z)e(|d)")) == ["neutralise", "neutralised", "neutralize", "neutralized"]


def test_no_pattern_of_a_type_stands_twice_in_the_table() -> None:
    """The weaker of two would never be heard."""
    assert [known for known, count in Counter((p.type, p.pattern) for p in TABLE).items() if count > 1] == []


def test_the_lexicon_holds_plain_lower_case_phrases() -> None:
    """A phrase with a capital, a hyphen or a bracket would never be found."""
    wrong = [phrase for phrase in phrases() if phrase != plain(phrase) or set("|,") & set(phrase)]

    assert wrong == []


@given(st.text(max_size=400))
def test_plain_keeps_every_character_at_its_offset(text: str) -> None:
    """Offsets of what is found in lower case must hold in the document."""
    assert len(plain(text)) == len(text)


WORDS = ("drone", "missile", "hit", "killed", "Iran", "not", "could", ",", ".", "(", "'", "Kyiv", "12", "after", "\n\n")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=120))
def test_any_text_is_read_and_its_evidence_holds(words: list[str]) -> None:
    """Reading never fails, and every piece of evidence is in the text."""
    text = "x " + " ".join(words)

    reading = read(text)

    for event in reading.events:
        assert event.evidence
        for piece in event.evidence:
            assert piece.text in text or " ".join(piece.text.split()) in " ".join(text.split())


@pytest.mark.parametrize(
    "pump",
    [".", "x", "a, ", "'", "12 killed, ", "drone strike hit killed ", "Drone Missile Iran Attack ", "('", "\n\n",
     "Iran fired missiles at Erbil on Monday. ", "after which the drone that hit ",
     "a boat was hit on March 5, when four were hurt and Kyiv’s forces struck and "],
    ids=range(12),
)  # fmt: skip
def test_no_text_costs_more_than_its_length(pump: str) -> None:
    """Twice as much of anything takes the shipped reader no more than twice the calls, whatever the machine is busy
    with. (What a single search costs is no call; that those of `linear` cost no more is the engine's promise.)"""
    half, whole = (f"Drones hit Kyiv. {(pump * length)[:length]}" for length in (7_000, 14_000))
    calls_of("Drones hit Kyiv.")  # the tables are read once

    assert calls_of(whole) <= 2.2 * calls_of(half)


@pytest.mark.parametrize(
    "title",
    [
        "Palestinian toddler shot by Israeli troops in West Bank dies of wounds",
        "Three killed in Israeli raid in West Bank, health ministry says",
    ],
)
def test_words_of_a_topic_in_a_name_speak_for_no_topic(title: str) -> None:
    """The West Bank is no business, a ministry of health no illness."""
    assert read("The news came on Monday.", title).events


def test_a_counteroffensive_that_begins_is_an_advance() -> None:
    """'Ukraine begins counteroffensive' tells of ground troops, whatever they take."""
    text = "Ukrainian forces on Thursday began their long-awaited counteroffensive against invading Russian forces."
    told = read(text, "Ukraine begins counteroffensive against Russia, officials say")

    assert told.events[0].type == "ground_incursion"


@pytest.mark.parametrize(
    "title",
    [
        "Inquest into deaths of soldiers killed by Taliban bomb",
        "Iranian dealer gets 46 months for breaking sanctions",
        "Violence by militants up 34pc, think tank finds",
        "Colombia rebels carried out more than 60 attacks in January",
        "General pays tribute to troops killed by suicide bomber in Pulwama",
        "The day that rebels stormed a train in Pakistan",
        "Can air strikes end attacks by Houthis on ships?",
        "Ammunition depot of army blows up in Turkey, 25 soldiers killed",
    ],
)
def test_headlines_of_courts_counts_and_memories_report_no_act(title: str) -> None:
    """What is judged, counted, honoured or asked lies back, and a store that nobody struck is an accident."""
    assert not read("It was told on Monday by officials.", title).events


def test_a_store_that_somebody_struck_is_news() -> None:
    """A depot is what drones and bombers go for."""
    for title in ("Drones hit ammunition depot in Russia", "Suicide bomber strikes army ammunition depot in Somalia"):
        assert read("It was told on Monday by officials.", title).events


def test_no_entry_of_the_lexicon_is_in_vain() -> None:
    """Rule: what an earlier class has already in every spelling says something that nobody hears."""
    seen: set[str] = set()
    vain = []
    for name, text in _CLASSES.items():
        for entry in text.split(","):
            spelled = {phrase.strip() for phrase in spelled_out(entry)} - {""}
            if spelled and spelled <= seen:
                vain.append((name, entry.strip()))
            seen |= spelled

    assert vain == []
