"""What weighs who did an act: the words around every side named, and what speaks for nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events import weights
from monitor.events.sentences import split
from monitor.events.sides.choice import DoerModel
from monitor.events.sides.who import Parties, WhoAnswer
from monitor.flow import build_flow
from monitor.types import Item

TALE = (
    "Dusk raid on a fuel depot\n"
    "Kenyan jets bombed a fuel depot of Al-Shabaab near Jilib on Monday, the army said. Somalia was told of it before."
)


def model(of: dict[str, float]) -> DoerModel:
    """A model of these weights alone."""
    return DoerModel(weights.pack(["doers"], [0.0], {name: {0: weight} for name, weight in of.items()}))


def read(document: str, trigger: str, type: str, chooser: DoerModel | None, *codes: str) -> WhoAnswer:
    start = document.index(trigger)
    parties = Parties(document, split(document, has_title=True), codes=lambda: codes, doers=chooser)
    return parties.for_act(start, start + len(trigger), type=type)


def names(answer: WhoAnswer) -> list[str]:
    return [party.name for party in answer.actors]


@pytest.fixture(scope="module")
def shipped() -> DoerModel:
    found = monitor.flow._doers()
    assert found is not None
    return found


def test_without_a_model_the_rules_decide_alone() -> None:
    """Rule: where the file of the weights is missing, the words of the rules tell who did it, without a likelihood."""
    answer = read(TALE, "bombed", "airstrike", None)

    assert names(answer) == ["Kenya"]
    assert answer.because == ()


def test_the_likeliest_side_is_taken_whatever_the_rules_say_and_why_is_told() -> None:
    """Rule: where there is a model it tells the doer; who the rules would have taken is told beside it."""
    answer = read(TALE, "bombed", "shelling", model({"group": 3.0}))

    assert names(answer)[0] == "Al-Shabaab"
    assert answer.because[0].startswith("by Al-Shabaab, likely by the words around (")
    assert answer.because[0].endswith("%), not by Kenya")


def test_a_state_that_hardly_did_an_act_does_not_claim_it_by_telling_of_it() -> None:
    """Rule: who tells of an act and is unlikely to have done it reports it; the likelihood decides, not the phrase."""
    maybe, hardly = (read(TALE, "bombed", "airstrike", model({"nobody": weight})) for weight in (0.1, 3.0))

    assert maybe.claimed_by is not None
    assert maybe.claimed_by.name == "Kenya"
    assert hardly.claimed_by is None
    assert names(hardly) == ["unknown"]


def test_a_body_of_many_states_tells_of_harm_that_others_did() -> None:
    """Rule: the United Nations counts the dead of a raid, and is no option unless its own are told to strike."""
    loud = model({"coalition": 9.0})
    counted = read("Toll rises\nA raid killed 44 in Tajoura, the United Nations said.", "raid", "airstrike", loud)
    own = read("Post shelled\nUnited Nations peacekeepers shelled a post at Bunia.", "shelled", "shelling", loud)

    assert names(counted) == ["unknown"]
    assert names(own) == ["United Nations"]


def test_a_group_has_no_jets() -> None:
    """Rule: a group that an air raid hit is no option for who flew it, nor do its words claim it; a raid on foot may be
    its own."""
    tale = "Raid on a camp\nA raid on Laiza killed 28. The Arakan Army claimed that its men were there."
    loud = model({"group": 9.0})

    assert names(read(tale, "raid", "airstrike", loud)) == ["unknown"]
    assert names(read(tale, "raid", "armed_assault", loud)) == ["Arakan Army"]


def test_who_else_may_have_done_it_is_told_with_its_likelihood() -> None:
    """Rule: every other side that weighs something is told, and nobody too; a sure doer has none beside it."""
    unsure = read(TALE, "bombed", "shelling", model({"group": 1.5}))
    sure = read(TALE, "bombed", "shelling", model({"group": 9.0}))

    assert {party.name if party else None for party, _ in unsure.maybe_by} == {"Kenya", "Somalia", None}
    assert sum(share for _, share in unsure.maybe_by) < 1.0
    assert sure.maybe_by == ()


def test_who_is_likelier_not_to_have_done_an_attack_is_told_as_one_who_may_have() -> None:
    silent = "Kenya was told. Al-Shabaab was silent. Somalia was too."
    document = f"Blast at a depot\nA bomb hit a depot near Jilib on Monday. {silent}"
    answer = read(document, "hit", "bombing", model({"group": 0.5}))

    assert names(answer) == ["unknown"]
    assert "Al-Shabaab" in {party.name for party, _ in answer.maybe_by if party}
    assert answer.because[0].startswith("by nobody surely enough; perhaps by Al-Shabaab")


def test_where_rules_and_model_agree_no_other_is_told() -> None:
    """Rule: that the rules would have taken somebody else is told only where they would."""
    answer = read(TALE, "bombed", "airstrike", model({"stands subject, state": 3.0}))

    assert names(answer)[0] == "Kenya"
    assert answer.because[0].endswith("%)")


def test_a_table_of_sides_keeps_those_beside_the_act() -> None:
    """Rule: of more mentions than are weighed those in the sentence of the act come first."""
    table = ", ".join(["Poland", "Latvia", "Norway", "Chad"] * 20)
    document = f"A long day\nNamed on Monday were {table}. Russian jets bombed a depot near Sumy."

    assert names(read(document, "bombed", "airstrike", model({"leads active": 9.0})))[0] == "Russia"


def test_who_claims_an_act_did_it_whatever_the_words_speak_for() -> None:
    """Rule: who takes responsibility in so many words is a doer, and nothing is weighed."""
    document = "Dusk raid on a depot\nA fuel depot near Jilib was bombed on Monday. Al-Shabaab claimed responsibility."
    answer = read(document, "bombed", "bombing", model({"nobody": 5.0}))

    assert names(answer) == ["Al-Shabaab"]
    assert answer.because == ()


def test_nobody_is_a_legal_answer() -> None:
    """Rule: where more speaks for nobody than for any side named, the actor is unknown, and why is told."""
    answer = read(TALE.replace(", the army said", ""), "bombed", "airstrike", model({"nobody": 5.0}))

    assert names(answer) == ["unknown"]
    assert answer.because[0].startswith("by nobody named, likely by the words around (")


def test_who_is_named_in_one_breath_with_the_doer_did_it_too() -> None:
    """Rule: 'US and British jets' are two doers, though one of them is the likeliest."""
    document = "Raid on a harbour\nAmerican and British jets bombed the harbour of Hodeidah on Monday."

    assert names(read(document, "bombed", "airstrike", model({"headline": 1.0}))) == ["United States", "United Kingdom"]


@pytest.mark.parametrize(
    ("document", "trigger", "type", "codes", "doer"),
    [
        (
            "Bakery rebuilt after strike\nThe owner of a bakery in Sumy has opened again a day after Russian bombs hit"
            " his street. Ukraine's prosecutors took pieces of metal with them.",
            "hit",
            "airstrike",
            ("UA", "RU"),
            "Russia",
        ),
        (
            "Envoy given two days to pack\nNiger has told the ambassador of Benin to leave within 48 hours. Benin spoke"
            " of an unfriendly act.",
            "told",
            "diplomatic_break",
            ("NE", "BJ"),
            "Niger",
        ),
        (
            "Patrol boat damaged off Port Said\nAn Egyptian patrol boat was hit by gunfire on Sunday, the navy said,"
            " and nobody has said who fired.",
            "hit",
            "maritime_incident",
            ("EG",),
            "unknown",
        ),
    ],
)
def test_the_shipped_weights_tell_doers_from_those_who_suffer_and_those_who_speak(
    shipped: DoerModel, document: str, trigger: str, type: str, codes: tuple[str, ...], doer: str
) -> None:
    """Rule: whose soil it is, whose boat it was and whose navy tells of it did not do it."""
    assert names(read(document, trigger, type, shipped, *codes))[0] == doer


@pytest.mark.parametrize(
    ("document", "trigger", "type", "codes", "doer"),
    [
        (
            "Gunmen raid army post in Mali\nGunmen attacked an army post near Gao, Mali, on Friday and killed nine"
            " soldiers, the army said.",
            "attacked",
            "armed_assault",
            ("ML",),
            "unknown",
        ),
        (
            "Adviser of the Guards dead in Damascus\nMissiles hit a house in Damascus on Friday. Iran's Revolutionary"
            " Guards announced that two of their officers had been killed.",
            "hit",
            "missile_strike",
            ("SY", "IR", "IL"),
            "unknown",
        ),
        (
            "Tanker under fire\nHouthi rebels backed by Iran fired two missiles at a tanker on Friday.",
            "fired",
            "maritime_incident",
            ("YE", "IR"),
            "Houthis",
        ),
    ],
)
def test_who_mourns_who_backs_and_who_tells_of_strangers_did_no_attack(
    shipped: DoerModel, document: str, trigger: str, type: str, codes: tuple[str, ...], doer: str
) -> None:
    answer = read(document, trigger, type, shipped, *codes)

    assert (names(answer)[0], answer.claimed_by) == (doer, None)


@pytest.mark.parametrize(
    ("title", "text", "doer"),
    [
        (
            "Romania sends up F-16s as drones strike Danube port of Izmail",
            "Two F-16s took off on Friday night while drones struck Izmail, the Romanian defence ministry said.",
            "unknown",
        ),
        (
            "Poland scrambles jets as missiles hit Lviv",
            "Polish F-16s took off on Friday morning when Russian missiles hit Lviv. Four people are dead there.",
            "Russia",
        ),
        (
            "Israel closes airspace as its missiles hit Isfahan",
            "Israel closed its airspace on Friday morning as its missiles hit Isfahan, the Israeli army said.",
            "Israel",
        ),
        (
            "Blast at church kills 20 in Jolo",
            "A bomb went off at a cathedral in Jolo on Friday, killing at least 20 people, police said.\n\nPresident"
            " Duterte ordered the army to crush those behind it. Philippine jets bombed caves on Saturday, it said.",
            "unknown",
        ),
    ],
)
def test_who_guards_himself_or_answers_an_attack_did_not_make_it(title: str, text: str, doer: str) -> None:
    """Rule: a neighbour whose jets rise, and the state whose church was bombed and whose jets answer, struck nobody."""
    moment = datetime(2025, 3, 9, 12, tzinfo=UTC)
    item = Item(source="s", key="k", subject="s", received=moment, published=moment, title=title, text=text)

    event = build_flow().read(extract(item)).events[0]

    assert [party.name for party in event.actors] == [doer]
    assert doer != "unknown" or event.claimed_by is None


@pytest.mark.parametrize(
    ("title", "text", "doer"),
    [
        (
            "Oman condemns drone attack on fuel depot in Kassala",
            "Oman on Thursday condemned a drone attack on a fuel depot in Kassala and urged restraint.\n\nDrones set"
            " two tanks ablaze on Wednesday, residents said.",
            "unknown",
        ),
        (
            "Oman condemns Iranian drone attack on fuel depot in Erbil",
            "Oman on Thursday condemned an attack by Iranian drones on a fuel depot in Erbil and urged restraint.",
            "Iran",
        ),
        (
            "Jordan treats eleven hurt in strike on Daraa",
            "Eleven people hurt in an air strike on the town of Tafas were taken over the border and treated in Jordan"
            " on Sunday, the Jordanian army said.",
            "unknown",
        ),
        (
            "Jordanian jets strike smugglers' house in Daraa",
            "Jordanian jets struck the house of a smuggler near Tafas on Sunday, the Jordanian army said. Jordan"
            " treated two of the wounded.",
            "Jordan",
        ),
        (
            "Tanker holed off Sinop",
            "A Turkish-flagged tanker was hit by two unmanned boats off Sinop on Friday, Turkey's transport ministry"
            " said.\n\nTurkey's coast guard sent two tugs. Ankara called for an end to attacks on ships.",
            "unknown",
        ),
        (
            "Tanker stopped off Sinop",
            "Turkey's coast guard fired on and seized a tanker off Sinop on Friday, Turkey's transport ministry said.",
            "Turkey",
        ),
        (
            "Hezbollah buries its dead as hand radios blow up",
            "Hundreds of hand radios that Hezbollah members carried exploded in Beirut on Wednesday, killing 12.\n\n"
            "Hezbollah vowed revenge for the blasts.",
            "unknown",
        ),
        (
            "Hezbollah sets off bomb under patrol",
            "Hezbollah set off a bomb under an Israeli patrol near Shebaa on Wednesday, wounding two. The group had"
            " vowed revenge for its dead.",
            "Hezbollah",
        ),
        (
            "Drone hits gas field in Sulaymaniyah province",
            "A drone laden with explosives hit the gas field of Khor Mor on Monday, the Kurdistan Regional Government"
            " said. The Iraqi military said it had opened an investigation.",
            "unknown",
        ),
        (
            "Bomb kills nine at shrine in Kabul",
            "A bomb went off at a shrine in Kabul on Friday, killing nine.\n\nNobody took responsibility. Islamic State"
            " has claimed similar attacks.",
            "unknown",
        ),
        (
            "Shahed drones strike silos in Izmail",
            "Iranian-made drones set grain silos alight in Izmail on Monday, the governor said.\n\nIran has repeatedly"
            " denied supplying drones for the war.",
            "unknown",
        ),
        (
            "RSF says army drone killed nine at well",
            "A Sudanese army drone killed nine people at a well near Kutum on Monday, the RSF said.",
            "unknown",
        ),
    ],
)
def test_who_condemns_mourns_helps_or_tells_what_another_did_made_no_attack(title: str, text: str, doer: str) -> None:
    """Rule: who does what the attacked and the neighbours do, and of whom no word says that it struck, did not; who did
    so and struck as well did."""
    moment = datetime(2025, 3, 9, 12, tzinfo=UTC)
    item = Item(source="s", key="k", subject="s", received=moment, published=moment, title=title, text=text)

    event = build_flow().read(extract(item)).events[0]

    assert event.actors[0].name == doer
    assert doer != "unknown" or event.claimed_by is None


def test_who_detained_another_ship_before_still_claims_this_one() -> None:
    """Rule: an arrest is what the attacked and the neighbours do, but where to take a ship is the deed."""
    moment = datetime(2024, 6, 5, 12, tzinfo=UTC)
    text = (
        "Patrol boats of Iran's Revolutionary Guards captured a ship with smuggled diesel off Larak on Tuesday, the "
        "force said. Twelve of its crew are held.\n\nIn May the Guards had detained the Panama-flagged Golden Reed."
    )
    title = "IRGC reports capture of fuel smuggler off Larak"
    item = Item(source="s", key="k", subject="s", received=moment, published=moment, title=title, text=text)

    event = build_flow().read(extract(item)).events[0]

    assert event.type == "maritime_incident"
    assert event.claimed_by is not None
    assert event.claimed_by.name == "IRGC"


def test_what_speaks_for_a_bystander_speaks_for_nobody() -> None:
    """Rule: that Chad mourns makes no other likelier to have done it."""
    tale = "Bomb at a market\nA bomb hit a market in Bol on Monday. {} Kenya was told."
    loud = model({"state": 2.0})
    watched, not_watched = (
        read(tale.format(told), "hit", "bombing", loud) for told in ("Chad mourned the dead.", "Chad was told.")
    )

    kenya = [
        {party.name: share for party, share in answer.maybe_by if party}["Kenya"] for answer in (watched, not_watched)
    ]
    assert kenya[0] == kenya[1]
    assert names(watched) == ["unknown"]


def test_who_shot_down_a_part_of_an_attack_does_not_claim_it() -> None:
    text = (
        "Depot on fire near Mykolaiv\nThree Russian drones struck a fuel depot near Mykolaiv on Friday night, the"
        " governor said. Ukraine's air force said it had shot down 14 of the 19 drones launched in the attack."
    )
    moment = datetime(2025, 3, 8, 12, tzinfo=UTC)
    item = Item(source="s", key="k", subject="s", received=moment, published=moment, title="", text=text)

    event = build_flow().read(extract(item)).events[0]

    assert ([party.name for party in event.actors], event.claimed_by) == (["Russia"], None)


def test_a_broken_file_is_told() -> None:
    """Rule: bytes that are no weights raise ModelError."""
    with pytest.raises(ModelError, match="doers"):
        DoerModel(b"no weights")
