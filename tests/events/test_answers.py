"""What one side does to the other for what that one did: two acts, told in one breath."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.backdrop import occasion
from monitor.events.classify import Reader
from monitor.events.further import turned
from monitor.events.learned import NONE, TypeModel
from monitor.events.scan import Scanner
from monitor.events.sentences import split
from monitor.events.standing import StandingModel
from monitor.events.weights import pack
from monitor.types import Event, Item, Role
from tests.events.atlas import atlas

THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
#: knows shells and movements, by one word each
MODEL = TypeModel(
    pack(
        ["shelling", "deployment", NONE],
        [0.0, 0.0, 0.0],
        {"howitzer.": {0: 4.0, 1: -2.0, 2: -2.0}, "barrack.": {0: -2.0, 1: 4.0, 2: -2.0}},
    )
)


def acts(sentence: str) -> list[tuple[str, bool]]:
    """The words of each act of a sentence, and whether it is the other side's."""
    scanner = Scanner()
    lines = scanner.lines(sentence, split(sentence, has_title=False))
    return [
        (sentence[act.start : act.end], turned(lines[act.line], act, after=occasion(lines[act.line], act)))
        for act in scanner.acts(lines)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran fired back with ballistic missiles at Tel Aviv.",
        "Hezbollah retaliated by firing rockets at Haifa.",
        "Pakistan responded with artillery fire across the Line of Control.",
        "The army hit back with air strikes on Gaza City.",
        "The rebels answered with mortar shells on the barracks.",
        "In retaliation, Turkish jets bombed camps in northern Iraq.",
        "Russia for its part attacked Kharkiv with drones.",
        "Armenian gunners in turn shelled Terter.",
    ],
)
def test_an_answer_is_the_other_sides(sentence: str) -> None:
    """Rule: who strikes back is not who struck."""
    assert acts(sentence)
    assert all(other for _, other in acts(sentence)), acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor for his part said that Russian drones hit Kharkiv.",
        "The UN in turn said that jets bombed Hodeidah.",
    ],
)
def test_who_speaks_in_turn_strikes_nobody(sentence: str) -> None:
    assert acts(sentence)
    assert not any(other for _, other in acts(sentence)), acts(sentence)


@pytest.mark.parametrize(
    ("sentence", "paid"),
    [
        ("Israel bombed Hodeidah in response to a missile strike on its airport.", "missile strike"),
        ("Ethiopian jets struck Mekelle in retaliation for the shelling of Gondar.", "shelling"),
        ("Kenya bombed two camps in Somalia to avenge the massacre of students at Garissa.", ""),
    ],
)
def test_what_is_paid_back_is_the_other_sides(sentence: str, paid: str) -> None:
    """Rule: what an act answers was done by those who suffer it now."""
    first, *rest = acts(sentence)
    assert not first[1]
    if paid:
        assert (paid, True) in rest


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister fired back at critics of the drone purchase.",
        "The union answered with a strike.",
        "Police responded with tear gas and water cannon.",
        "The ministry replied with a statement on missile defence.",
    ],
)
def test_an_answer_without_weapons_is_no_attack(sentence: str) -> None:
    """Rule: who answers fires only with what can be fired."""
    assert not acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian drones hit a bakery in Kharkiv and killed two.",
        "Jets bombed the port of Hodeidah and a power station.",
        "Gunmen attacked a checkpoint near Kidal, and soldiers fired in the air.",
        "A rocket hit the base hours after an air strike on Baalbek.",
        "A suicide bomber struck the mosque after Friday prayers.",
        "The militants were beaten back after an attack on the barracks.",
    ],
)
def test_a_plain_act_is_nobodys_answer(sentence: str) -> None:
    """Rule: without words of an answer nothing is told of two sides."""
    assert acts(sentence)
    assert not any(other for _, other in acts(sentence))


def events(title: str, text: str, model: TypeModel | None = None, standing: StandingModel | None = None) -> list[Event]:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=title, text=text)  # fmt: skip
    return list(Reader(atlas(), model=model, standing=standing).read(extract(item)).events)


def test_an_answer_in_the_lead_is_an_incident_of_its_own() -> None:
    """Rule: who fires back does not share the incident of who fired."""
    main, *beside = events(
        "Russian missiles hit Kharkiv",
        "Russia struck a plant in Kharkiv with missiles on Thursday, and Ukraine fired back with drones at Belgorod. "
        "Firemen were at work for hours. Schools are closed. Trains run late.",
    )
    assert main.type == "missile_strike"
    assert "drone_strike" in [event.type for event in beside]


def test_jets_that_answer_rockets_are_another_incident_than_the_rockets() -> None:
    """Rule: beside the main act, too, an act and its occasion are two."""
    *_, jets, rockets = events(
        "Gunmen kill nine in market of Maiduguri",
        "Gunmen killed nine people in a market of Maiduguri in Nigeria on Thursday. Shops stay closed. Many fled. "
        "In Ukraine jets bombed a depot after rockets hit a school in Kharkiv.",
    )
    assert (jets.type, rockets.type) == ("airstrike", "rocket_fire")


def test_words_of_quite_another_kind_overrule_no_phrase_and_stand_beside_it() -> None:
    """Rule: 'were deployed' is a movement by its phrase; what the whole sentence tells of is put forward as well."""
    title = "Drone kills nine in Kharkiv"
    text = (
        "Nine people were killed when a Russian drone hit a house in Kharkiv on Thursday. Firemen were at work. "
        "Schools are closed. On Wednesday troops were deployed in Odesa, and a howitzer was heard at the pier."
    )
    assert {event.type for event in events(title, text)} == {"drone_strike", "deployment"}
    assert {event.type for event in events(title, text, MODEL)} == {"drone_strike", "deployment", "shelling"}


def test_what_the_words_of_its_sentence_say_is_on_the_scales() -> None:
    """Rule: a further act whose sentence is of its type is likelier news than one in a sentence of none."""
    title = "Drone kills nine in Kharkiv"
    text = (
        "Nine people were killed when a Russian drone hit a house in Kharkiv on Thursday. "
        "Firemen were at work for hours. Schools in the whole city stay closed. Trains to the coast run late. "
        "On Wednesday shells from a howitzer hit a school in Odesa."
    )
    for name, role in (("share of its type", Role.ALSO_NEW), ("share of none", Role.BACKGROUND)):
        scales = StandingModel(f'{{"": -3.0, "its words: {name}": 9.0}}'.encode())
        (shells,) = (event for event in events(title, text, MODEL, scales) if event.type == "shelling")
        assert shells.role is role
