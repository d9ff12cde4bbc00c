"""A state's own word on what its forces did, where no verb of responsibility stands beside its name."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.sides.claims.houses import house
from monitor.events.sides.who import Parties, WhoAnswer


def ask(text: str, trigger: str, type: str, *countries: str, outlet: str | None = None) -> WhoAnswer:
    document = f"News of the day\n{text}"
    start = document.index(trigger)
    parties = Parties(document, split(document, has_title=True), None, lambda: countries, outlet)
    return parties.for_act(start, start + len(trigger), type=type)


def claimed(answer: WhoAnswer) -> str | None:
    return answer.claimed_by.name if answer.claimed_by else None


BODIES = [
    (
        "A unit of the air defense shot down a reconnaissance drone near Bordj, the Ministry of National Defense said.",
        "shot down",
        "interception",
        ("DZ",),
        "Algeria",
    ),
    (
        "The air force hit two depots on Thursday, the army said. The jets came back safely.",
        "hit",
        "airstrike",
        ("TH", "KH"),
        "Thailand",
    ),
    (
        "The border guards opened fire on four smugglers at dawn, the border service said in a statement.",
        "opened fire",
        "armed_assault",
        ("JO",),
        "Jordan",
    ),
    (
        "Seven Maoists were gunned down in an encounter in the forest on Monday, police said.",
        "gunned down",
        "armed_clash",
        ("IN",),
        "India",
    ),
    (
        "Subunits of the Armed Forces of the Republic of Azerbaijan destroyed the post, the ministry said.",
        "destroyed",
        "armed_clash",
        ("AM",),
        "Azerbaijan",
    ),
]
NO_WORD = [
    ("Soldiers killed two herders near the river, residents said.", "killed", "armed_assault", ("NG",)),
    ("The army bombed two camps, a spokesman for the Kachin Independence Army said.", "bombed", "airstrike", ("MM",)),
    ("Russian soldiers shot dead a farmer at the line, Georgia's security service said.", "shot dead", "armed_assault",
     ("GE",)),
    ("A police officer was shot dead by militants in the bazaar on Friday, police said.", "shot dead", "armed_assault",
     ("PK",)),
    ("Twenty soldiers were killed in fighting on the ridge, the army said.", "killed", "armed_clash", ("IN",)),
    ("Police killed a protester at demonstrations, the interior ministry said.", "killed", "armed_assault", ("KE",)),
    ("Air defences intercepted the drones that were sent at two airfields, the ministry said.", "sent", "drone_strike",
     ("RU",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "type", "countries", "state"), BODIES, ids=[c[4] for c in BODIES])
def test_bodies_without_their_state_claim_for_the_state_they_serve(
    text: str, trigger: str, type: str, countries: tuple[str, ...], state: str
) -> None:
    """Rule: forces are told to have done it and a body of theirs tells of it: else that of the text."""
    assert claimed(ask(text, trigger, type, *countries)) == state


@pytest.mark.parametrize(("text", "trigger", "type", "countries"), NO_WORD, ids=[c[0][:30] for c in NO_WORD])
def test_others_who_tell_of_it_or_who_suffered_it_claim_nothing(
    text: str, trigger: str, type: str, countries: tuple[str, ...]
) -> None:
    """Rule: what residents, another's ministry or the force that was hit tell is no word of who did it."""
    assert claimed(ask(text, trigger, type, *countries)) is None


@pytest.mark.parametrize(
    ("text", "trigger", "type", "claimant"),
    [
        (
            "Indian shells hit a hamlet near Kotli on Monday, Pakistan's military said. The military said it had"
            " counted sixty strikes.",
            "hit",
            "shelling",
            None,
        ),
        (
            "Indian shells hit a bunker near Kotli on Monday, India's military said. The military said it had counted"
            " sixty strikes.",
            "hit",
            "shelling",
            "India",
        ),
        (
            "Azerbaijani drones struck a lorry near Sotk, Armenia's defence ministry said. The ministry said the attack"
            " was the third.",
            "struck",
            "drone_strike",
            None,
        ),
        (
            "US air raids killed nine people in Saada on Monday, the Houthi-run health ministry said.",
            "raids",
            "airstrike",
            None,
        ),
        (
            "Houthi fighters fired a missile at a frigate, US Central Command said. The group's radio reported US"
            " strikes on Taiz.",
            "fired",
            "maritime_incident",
            None,
        ),
        (
            "Houthi fighters fired a missile at a frigate, US Central Command said. The group's radio reported the"
            " attack on the frigate.",
            "fired",
            "maritime_incident",
            "Houthis",
        ),
        (
            "A Sudanese army drone hit a well near Kutum, the RSF said. The Village Doctors group confirmed it.",
            "hit",
            "drone_strike",
            None,
        ),
        (
            "Russian drones hit a hotel in Sumy, the mayor said. Moscow's defence ministry said it strikes only"
            " military targets.",
            "hit",
            "drone_strike",
            None,
        ),
        (
            "Pakistani jets hit a market near Khost. Pakistan called for an end to attacks from over the line.",
            "hit",
            "airstrike",
            None,
        ),
        ("M23 rebels seize a town by the lake, says Congo.", "seize", "ground_incursion", None),
        ("Chad says four soldiers killed by shells from Sudan.", "shells", "shelling", None),
    ],
)
def test_the_word_of_one_that_was_struck_is_not_that_of_who_struck(
    text: str, trigger: str, type: str, claimant: str | None
) -> None:
    """Rule: 'the ministry' is that of the state which has spoken; what a side tells of another it does not claim."""
    assert claimed(ask(text, trigger, type)) == claimant


def test_who_shoots_an_attack_down_claims_none_of_it() -> None:
    """Rule: the act of a shoot-down is the sender's; who stopped it says no more than that."""
    text = "Ukraine's air force said it shot down 19 Russian drones overnight near Sumy."
    answer = ask(text, "shot down", "interception", "UA")

    assert claimed(answer) is None
    assert [party.name for party in answer.actors] == ["Russia"]


def test_the_sender_of_what_was_shot_down_goes_first() -> None:
    """Rule: a group that says it fired the missile claims the act, whoever stopped it."""
    text = "The Saudi-led coalition said it shot down a missile. The Houthis claimed responsibility for the attack."
    assert claimed(ask(text, "shot down", "interception", "SA")) == "Houthis"


def test_what_another_state_shot_down_is_not_the_speakers() -> None:
    """Rule: a ministry that tells of another's shot claims nothing."""
    text = "Romania's defence ministry said that Polish jets shot down a Russian drone over Lublin."
    assert claimed(ask(text, "shot down", "interception", "PL")) != "Romania"


def test_a_press_office_speaks_for_its_own_force() -> None:
    """Rule: 'forces struck', printed by the command itself, is its word; printed by a newspaper it is not."""
    text = "American forces destroyed two launchers near Hodeidah on Friday. There was an imminent threat to ships."
    assert claimed(ask(text, "destroyed", "airstrike", "YE", outlet="U.S. Central Command")) == "United States"
    assert claimed(ask(text, "destroyed", "airstrike", "YE", outlet="Gulf Daily News")) is None


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("U.S. Central Command", "United States"),
        ("Ministry of Defence of Azerbaijan (press release)", "Azerbaijan"),
        ("Ang Bayan", "New People's Army"),
        ("Indian Defence News", None),
        ("The Ukrainian Weekly", None),
        ("Kyiv Post", None),
    ],
)
def test_houses_of_forces_are_known_by_their_names(outlet: str, side: str | None) -> None:
    """Rule: a body and a state in an outlet's name make it that state's press office; newspapers are none."""
    assert house(outlet) == side


def test_a_source_inside_the_service_that_did_it_speaks_for_it() -> None:
    """Rule: 'a source in the agency said' of the deed of a service is its own word."""
    text = (
        "SBU drones hit a tanker off Novorossiysk on Sunday. The hull was holed, a source in the agency told reporters."
    )
    assert claimed(ask(text, "hit", "maritime_incident", "RU")) == "SBU"


def test_a_groups_spokesman_who_praises_the_attack_claims_it() -> None:
    """Rule: the doer's spokesman says what the attack is good for; one who only denies does not."""
    text = (
        "New People's Army rebels ambushed a patrol near Gubat, Philippines, on Monday."
        " NPA spokesperson Ka Luz {} in the town."
    )
    praise, denial = "said the ambush gives justice to the farmers", "denied that the group had any men"
    assert claimed(ask(text.format(praise), "ambushed", "armed_clash", "PH")) == "New People's Army"
    assert claimed(ask(text.format(denial), "ambushed", "armed_clash", "PH")) is None
