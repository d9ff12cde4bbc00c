"""What was hit, by the words about the act."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.flags import flags, of_another_day, separate
from monitor.types import Item
from tests.events.atlas import atlas


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("A rocket struck the maternity hospital in the old town.", True),
        ("Shells fell by the clinic after the wounded had been taken to hospital.", True),
        ("The boy was airlifted to the Sheba hospital and died there.", False),
        ("A man shot by soldiers has died in hospital, officials said.", False),
        ("The wounded were rushed to a nearby hospital.", False),
    ],
)
def test_a_hospital_that_takes_in_the_hurt_was_not_hit(text: str, hit: bool) -> None:
    """Where somebody is treated or dies is no target, and adds nothing to how grave the act was."""
    assert ("hospital" in flags("shelling", text, "")) is hit


@pytest.mark.parametrize(
    ("kind", "text", "another"),
    [
        ("drone_strike", "RSF sends drones at the port again.", True),
        ("airstrike", "Jets bombed the town once more at dusk.", True),
        ("rocket_fire", "The second salvo in four days fell on the base.", True),
        ("maritime_incident", "The tanker that was boarded off the cape is free again.", False),
        ("missile_strike", "Missiles hit the depot; the group said it would strike again.", False),
        ("talks", "Next week the two sides will negotiate again.", False),
        ("closure", "The airport, shut after a second attack, was open for an hour.", False),
        ("closure", "The airport was shut once more on Sunday.", True),
        ("closure", "For the second time in four days no planes could land.", True),
        ("closure", "The border, closed on Friday, is open again.", False),
    ],
)
def test_another_one_is_told_by_the_words_of_an_act_that_happened(kind: str, text: str, another: bool) -> None:
    """Rule: what will be done again, is open again, or goes on as talks do, is no second incident."""
    assert separate(kind, text) is another


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("The airport reopened at dawn.", True),
        ("The ban on flights was lifted after three hours.", True),
        ("No plane may land until the restrictions are lifted.", False),
        ("The airport was shut and is to reopen on Monday.", False),
    ],
)
def test_a_closure_ends_when_it_is_lifted_and_not_when_it_will_be(text: str, ended: bool) -> None:
    assert ("ended" in flags("closure", text, "")) is ended


@pytest.mark.parametrize(
    ("kind", "text", "another", "older"),
    [
        ("missile_strike", "Port hit again, mayor says.", True, True),
        ("maritime_incident", "Pirates board second freighter in three days off the cape.", True, True),
        ("sabotage", "Another pipeline blown up in the delta.", True, True),
        ("abduction", "Gunmen take nuns in the third such raid within a month.", True, True),
        ("ceasefire", "The two armies sign a fresh truce.", True, True),
        ("airstrike", "A second strike hit the market hours later.", True, False),
        ("shelling", "The third attack of the day fell on the bus station.", True, False),
        ("bombing", "A second blast went off as the crowd fled.", True, False),
        ("missile_strike", "Another 12 people were hurt when the hotel was hit.", False, True),
        ("ceasefire", "The truce took hold at noon.", False, True),
    ],
)
def test_the_act_before_may_be_of_another_day_or_is_of_this_one(
    kind: str, text: str, another: bool, older: bool
) -> None:
    """Rule: what happened again is another than that of days before; a second one of the day is another of the day."""
    assert separate(kind, text) is another
    assert of_another_day(text) is older


@pytest.mark.parametrize(
    ("title", "told_on"),
    [
        ("Toll of barracks bombing climbs to 31", True),
        ("Village buries nine killed by drone", True),
        ("Rescuers dig on as hopes fade at shelled school", True),
        ("Divers recover two bodies from sunken trawler", True),
        ("Prison siege over, army says", True),
        ("Jihadist branch claims responsibility for hotel raid", True),
        ("Capital condemns attack on its consulate", True),
        ("Drone hits fuel depot, four dead", False),
        ("Rebels storm border post", False),
        ("Army takes hill above the town", False),
    ],
)
def test_a_headline_of_what_comes_after_an_act_marks_a_later_report(title: str, told_on: bool) -> None:
    """Its dead are counted, looked for and mourned, others speak of it: the day told may be that of this news."""
    assert ("follow_up" in flags("bombing", "", title)) is told_on


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Russian missiles struck Kyiv on Tuesday, killing four people, officials said.", True),
        ("Russian missiles struck Kharkiv on Tuesday, killing four people, officials in Kyiv said.", False),
        ("Russian missiles struck 40 kilometres south of Kyiv on Tuesday, killing four people, officials said.", False),
        ("Russian and Ukrainian officials held peace talks in Moscow on Tuesday.", False),
    ],
)
def test_an_act_of_force_in_a_capital_is_marked(text: str, inside: bool) -> None:
    """The place decides, and no word for it: where it is only spoken from, or talked in, nothing is graver."""
    told = datetime(2025, 6, 18, 9, tzinfo=UTC)
    item = Item(source="t", key="1", subject="1", received=told, published=told, title="", text=text)
    (event, *_) = Reader(atlas()).read(extract(item)).events

    assert ("capital" in event.flags) is inside
