"""Weapons: the text's own words and their family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events.sentences import split
from monitor.events.weapons import WeaponAnswer, families, weapon_for


def ask(text: str, trigger: str, type: str = "", scope: tuple[int, ...] = ()) -> WeaponAnswer:
    at = text.index(trigger)
    return weapon_for(text, split(text), at, at + len(trigger), scope, type)


CASES = (
    ("Shahed drones struck a power station.", "struck", "drone_strike", "Shahed drones", "drone"),
    ("An Iskander missile hit a hotel.", "hit", "missile_strike", "Iskander missile", "missile"),
    (
        "Anti-ship ballistic missiles were fired at a bulker.",
        "fired",
        "maritime_incident",
        "Anti-ship ballistic missiles",
        "missile",
    ),
    ("Six Katyusha rockets landed in the camp.", "landed", "rocket_fire", "Katyusha rockets", "rocket"),
    ("Glide bombs hit a block of flats.", "hit", "airstrike", "Glide bombs", "bomb"),
    ("Artillery fire killed a farmer.", "killed", "shelling", "Artillery fire", "artillery"),
    ("A roadside bomb killed three.", "killed", "bombing", "roadside bomb", "bomb"),
    ("Gunmen with assault rifles attacked a bus.", "attacked", "armed_assault", "assault rifles", "firearm"),
    ("A one-way attack drone was shot down.", "shot down", "interception", "one-way attack drone", "drone"),
    ("Ransomware shut the port down.", "shut", "cyberattack", "Ransomware", "cyber"),
    ("Jets struck three sites.", "struck", "airstrike", "Jets", "aircraft"),
    (
        "A shoulder-fired missile brought the helicopter down.",
        "brought",
        "aircraft_downed",
        "shoulder-fired missile",
        "missile",
    ),
    ("Liutyi drones hit a refinery.", "hit", "drone_strike", "drones", "drone"),
    ("A Hwasong-20 was launched at dawn.", "launched", "weapons_test", "Hwasong-20", "missile"),
    (
        "A vehicle-borne improvised explosive device killed six.",
        "killed",
        "bombing",
        "vehicle-borne improvised explosive device",
        "bomb",
    ),
    ("Water cannon damaged the boat.", "damaged", "maritime_incident", "Water cannon", "naval"),
)


@pytest.mark.parametrize(("text", "trigger", "type", "weapon", "family"), CASES, ids=[case[3] for case in CASES])
def test_the_weapon_is_named_in_the_texts_words(text: str, trigger: str, type: str, weapon: str, family: str) -> None:
    """Rule: the longest words win; the family follows from them."""
    answer = ask(text, trigger, type)

    assert (answer.weapon, answer.family) == (weapon, family)


def test_an_air_strike_without_a_weapon_is_one_by_aircraft() -> None:
    """Rule: 'was bombed from the air' names no bomb; the type says what it was done with."""
    assert ask("The camp was raided at night.", "raided", "airstrike").family == "aircraft"


def test_a_truce_has_no_weapon() -> None:
    """Rule: the missiles named beside a ceasefire are not its weapon."""
    assert ask("The truce came a day after missiles fell.", "truce", "ceasefire") == WeaponAnswer()


def test_words_that_are_weapons_only_in_capitals() -> None:
    """Rule: a grad student is no rocket and the Mine Safety office no mine."""
    assert ask("A grad student was attacked near the Mine Safety office.", "attacked", "armed_assault").weapon is None


def test_the_weapon_that_fits_the_type_is_taken() -> None:
    """Rule: what shot the drone down is not what was sent."""
    answer = ask("A fighter jet fired an AIM-9X at the drone and shot it down.", "shot it down", "interception")

    assert answer.family == "drone"


def test_the_aircraft_that_was_shot_down_is_no_weapon() -> None:
    """Rule: what came down stands in every such report; the weapon is what was fired at it, or unknown."""
    assert ask("Rebels shot down a military helicopter.", "shot down", "aircraft_downed") == WeaponAnswer()
    shot = ask("Rebels shot down a helicopter. A missile hit its tail.", "shot down", "aircraft_downed")
    assert shot.family == "missile"


def test_every_word_has_one_family() -> None:
    """Law: the table is lower case, spaced once, and of the known families."""
    known = {"drone", "missile", "rocket", "artillery", "bomb", "firearm", "aircraft", "cyber", "naval", "other"}
    assert set(families().values()) == known
    assert all(word == " ".join(word.lower().split()) for word in families())


@given(st.text(max_size=200), st.sampled_from(["", "airstrike", "interception", "bombing"]))
def test_any_text_is_answered(text: str, type: str) -> None:
    """Law: nothing is raised and evidence is the text's own words."""
    answer = weapon_for(text, split(text), 0, 1, (), type)
    if answer.evidence is not None:
        assert text[answer.evidence.start : answer.evidence.end] == answer.evidence.text
