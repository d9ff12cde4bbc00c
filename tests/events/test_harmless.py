"""What a text says outright in its first lines: that nobody was attacked, or that somebody was, in the same words."""

from __future__ import annotations

import pytest

from monitor.articles.extract import extract
from monitor.events.harmless import harmless
from monitor.events.sentences import split
from monitor.types import Item
from tests.events.test_further import THURSDAY

#: headline and lead of a harmless text, its reason; and of one much like it that may tell of an attack
PAIRS = (
    (
        ("Blast rips through bakery in Van", "A leak in a gas bottle was to blame, the governor said.", "accident"),
        ("Blast rips through bakery in Van", "Police have not ruled out a bomb, the governor said."),
    ),
    (
        ("Divers blow up sea mine off Gdynia", "It was dropped by a bomber in 1943, the navy said.", "accident"),
        ("Sea mine blows hole in freighter off Odesa", "The crew of the ship is safe, the port said."),
    ),
    (
        ("Explosions level camp in Bata", "The president attributed them to negligence with fires.", "accident"),
        ("Explosions level camp in Bata", "The president attributed them to rebels, and not to neglect."),
    ),
    (
        ("Two tankers collide off Fujairah", "The crews of both were picked up by tugs.", "accident"),
        ("Tankers collide off Fujairah as militia boats close in", "Shots were fired at one of the bridges."),
    ),
    (
        ("Bus plunges into gorge, nine dead", "Its brakes failed on the way down, police said.", "accident"),
        ("Bus plunges into gorge, nine dead", "Gunmen had opened fire at the driver, police said."),
    ),
    (
        ("Drone falls on guests in Zahle", "It was the wedding drone, the couple's uncle said.", "accident"),
        ("Drone falls on wedding guests in Nyala", "Twelve were killed when it blew up, a doctor said."),
    ),
    (
        ("Twins from Haifa found", "Their father, who abducted his daughters on Monday, was arrested.", "crime"),
        ("Mother and twins taken in Zamfara", "She was abducted with her two daughters on Monday, an elder said."),
    ),
    (
        ("Prison riot in Rosario ends", "Guards were let go at dawn, the ministry said.", "crime"),
        ("Prison riot in Guayaquil ends", "Two gangs had fought with rifles, the ministry said."),
    ),
    (
        ("Truce in party ahead of leadership vote", "Both camps wait for the ballot in March.", "politics"),
        ("Truce in Tripoli holds", "Fighters left the streets at dawn, a resident said."),
    ),
    (
        ("Taikonauts lift off for space station", "They will stay in orbit for half a year.", "space"),
        ("Seoul: Moon says North's rocket failed", "It fell into the sea off Gunsan, the army said."),
    ),
    (
        ("Remains of 72 soldiers of the Iran-Iraq war brought home", "They were found at Majnoon.", "historical"),
        ("Remains of hostage brought home from Gaza", "They were handed to the Red Cross on Sunday."),
    ),
    (
        ("Did Ankara shut the straits?", "Verdict: false. Ships of all flags go on passing.", "analysis"),
        ("Ankara shuts the straits", "No ship of any flag may pass, the ministry said."),
    ),
)


def why(title: str, text: str) -> str:
    """The reason for silence that a text's first lines give, or ''."""
    article = extract(
        Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY, title=title, text=text)
    )
    found = harmless(split(article.document, has_title=True))
    return found[0] if found else ""


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda pair: pair[0])
def test_what_is_said_outright_to_be_no_attack_is_none_and_its_like_may_be(
    one: tuple[str, str, str], other: tuple[str, str]
) -> None:
    """Rule: the first sentences tell an accident, a private crime, play or a checked claim."""
    assert why(*one[:2]) == one[2]
    assert why(*other) == ""


def test_a_headline_that_names_who_struck_is_heard_as_an_attack() -> None:
    """Rule: nothing below such a headline makes a text harmless by these words."""
    assert why("Militants blow up sea mine beside tanker", "The mine was of a stock of 1943, the navy said.") == ""


def test_an_army_that_fires_is_no_fire() -> None:
    """Rule: a headline's fire that may be an accident is one 'at' a place, or a blaze."""
    said = "The ministry ruled out an attack by the other side, a spokesman said."

    assert why("Fire at depot in Basra", said) == "accident"
    assert why("Army fires on crowd at border", said) == ""
