"""Groups that no table has: sentences written for this test, with the group that each names."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.sides.coined import coined
from monitor.events.sides.who import Parties, WhoAnswer

BUILT = (
    ("The Harbour Martyrs Brigades told a paper that they hold four men.", "Harbour Martyrs Brigades"),
    ("Fighters of Jaish al-Bahr stormed a post.", "Jaish al-Bahr"),
    ("Four were killed by the Movement for the Freedom of Arelat.", "Movement for the Freedom of Arelat"),
    ("The River Creek Avengers blew up a valve.", "River Creek Avengers"),
    ("The site was defaced by a gang calling itself Silent Owl.", "Silent Owl"),
    ("Silent Owl, as they call themselves, put a list on the web.", "Silent Owl"),
    ("Hackers who claim to be Anonymous Arelat defaced the site.", "Anonymous Arelat"),
    ("A truck was hit by Westland separatists.", "Westland separatists"),
)


@pytest.mark.parametrize(("text", "name"), BUILT, ids=[name for _, name in BUILT])
def test_a_group_is_known_by_the_build_of_its_name(text: str, name: str) -> None:
    """Rule: a cause and a body of men, a word that only such names begin with, 'calling itself' make a group."""
    assert name in {alias.party.name for _, _, alias in coined(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Suspected militants threw a grenade.",
        "The National Cyber Security coordinator spoke.",
        "The El Fasher Resistance Committees filmed the ruin.",
        "Israel-linked Cyber Hackers are feared.",
        "The Freedom Movement Museum opened.",
    ],
)
def test_an_office_a_committee_or_a_mere_first_word_is_no_group(text: str) -> None:
    """Rule: capitals of a sentence's first word, committees, offices and museums make no armed group."""
    assert [alias.party.name for _, _, alias in coined(text)] == []


def ask(text: str, trigger: str, type: str) -> WhoAnswer:
    at = text.index(trigger)
    return Parties(text, split(text, has_title=False)).for_act(at, at + len(trigger), type=type)


def test_what_such_a_group_does_and_claims_is_read_as_of_any_other() -> None:
    """Rule: it is the actor where it acts, and the claimant where it speaks of the act, under its short form too."""
    text = "The Harbour Liberation Front (HLF) attacked a post. Nobody else is named. The HLF said its men took rifles."
    answer = ask(text, "attacked", "armed_assault")

    assert [party.name for party in answer.actors] == ["Harbour Liberation Front"]
    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Harbour Liberation Front"


def test_a_groups_name_in_a_table_goes_before_one_that_is_built() -> None:
    """Rule: where a table knows the group, its name stands; of a longer name it knows but a word."""
    assert [p.name for p in ask("The Free Syrian Army attacked a post.", "attacked", "armed_assault").actors] == [
        "Free Syrian Army"
    ]
    assert [p.name for p in ask("Jaish al-Bahr attacked a post.", "attacked", "armed_assault").actors] == [
        "Jaish al-Bahr"
    ]


def test_a_band_gives_way_to_the_group_that_has_a_name() -> None:
    """Rule: 'Westland separatists' are an actor, and a claim of a named group is still that group's."""
    text = "Westland separatists attacked a post. The Westland Liberation Army claimed the attack."
    answer = ask(text, "attacked", "armed_assault")

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Westland Liberation Army"


@pytest.mark.parametrize(
    ("title", "type"),
    [
        ("KIA: army helicopter was shot down by us", "aircraft_downed"),
        ("Kachin Independence Army: we shot down a helicopter", "aircraft_downed"),
    ],
)
def test_a_headline_in_the_first_person_is_a_claim_of_its_heading(title: str, type: str) -> None:
    """Rule: 'X: shot down by us' is X's claim."""
    document = f"{title}\n\nThe machine fell into a field."
    at = document.index("shot down")
    answer = Parties(document, split(document, has_title=True)).for_act(at, at + 9, type=type)

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Kachin Independence Army"
