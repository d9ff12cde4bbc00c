"""Groups known by nothing but their word: ways of owning to an act written for this test, with invented names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events.sentences import split
from monitor.events.sides.self_proclaimed import claiming
from monitor.events.sides.who import Parties, WhoAnswer

OWNED = (
    "The {group} claimed responsibility.",
    "Responsibility for the blast was claimed by the {group}.",
    "The {group} has said online that it was behind the blast.",
    "Posting on a forum, the {group} said its fighters had attacked the post.",
    '"We, the {group}, have punished the soldiers," said a text sent to reporters.',
    "A man who said he was speaking for the {group} rang a station to say that they had done it.",
    "The {group} took credit in a message on social media.",
    "The {group} admitted to the attack.",
    "A leaflet signed by the {group} was lying near the gate.",
    'The owners of the channel sign "{group}".',
    'A message in the name of the {group} said: "Our fighters struck the post."',
    "A cell of the {group} said on a web page that it had placed the bomb.",
    '"It was our men," said a spokesman for the {group}.',
    "The {group} put its name to the bombing in a note to the press.",
    "An obscure outfit, the {group}, said it had planted the bomb.",
    "The {group} hailed it as a blow by its men.",
    "The {group} told Reuters that its members staged the ambush.",
    "The {group} took to Telegram to gloat over it.",
    "The {group} said at the time they had done it for a fallen friend.",
    "The {group} put its name on Wednesday to the blast.",
    "A band close to the Islamic State, called the {group}, took responsibility.",
    "An unknown band, the {group}, wrote online that it had flown two drones.",
)


def ask(text: str, trigger: str = "killed") -> WhoAnswer:
    at = text.index(trigger)
    return Parties(text, split(text, has_title=False)).for_act(at, at + len(trigger), type="bombing")


@pytest.mark.parametrize("group", ["Night Herons", "Free Hills Alliance", "Wrath of Arelat"])
@pytest.mark.parametrize("owned", OWNED)
def test_who_owns_to_an_act_claims_it_though_no_table_has_the_name(owned: str, group: str) -> None:
    """Rule: a name is that of a group where words are spoken in it that only those speak who did it."""
    answer = ask(f"Nine soldiers were killed by a bomb at a post near Arelat on Monday.\n\n{owned.format(group=group)}")

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == group


def test_such_a_group_is_a_side_wherever_its_name_stands() -> None:
    """Rule: the name counts in the lead as well, though only the end of the text tells that it is a group's."""
    text = "Fighters of the Night Herons killed nine soldiers.\n\nThe Night Herons claimed responsibility."

    assert [party.name for party in ask(text).actors] == ["Night Herons"]


@pytest.mark.parametrize(
    "text",
    [
        "The Arelat Ministry of Health said its people had treated the wounded.",
        "The Harbour Police said it had shot dead a man.",
        "Arelat Steel Company said its members had planted trees.",
        "It claimed responsibility.",
        "No group claimed responsibility.",
        "Ivan Petrenko said his men were tired.",
        "A spokesman for the Blue Lantern Hotel said guests were safe.",
        "Two Gunmen took responsibility.",
    ],
)
def test_an_office_a_person_and_a_mere_first_word_are_no_group(text: str) -> None:
    """Rule: ministries, police, companies, pronouns and persons own to nothing that makes a group of them."""
    assert [alias.party.name for _, _, alias in claiming(text)] == []


def test_a_caller_may_name_the_group_that_did_it() -> None:
    """Rule: 'a caller told reporters that X had planted it' is X's claim, where X is known."""
    answer = ask("Nine were killed by a bomb. A caller told a paper that the Tehrik-i-Taliban Pakistan had planted it.")

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Tehrik-i-Taliban Pakistan"


@given(st.text(alphabet="Ab cT'’\"\n.,ws", max_size=200), st.integers(0, 90))
def test_names_are_found_in_any_text_where_they_stand(noise: str, many: int) -> None:
    """Law: each is a piece of the document, and of a table of claims no more than a dozen groups are taken."""
    document = noise + "".join(f"\nThe Gang{n} Herons claimed responsibility." for n in range(many))
    found = list(claiming(document))

    assert all(document[start:end] == alias.spelling for start, end, alias in found)
    assert len({alias.party.name for _, _, alias in found}) <= 12
