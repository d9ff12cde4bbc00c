"""What an act came after, told in its own sentence: whose the dead behind 'after' are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.sentences import split
from monitor.events.tolls.occasion import occasions
from monitor.events.tolls.toll import Tolls
from monitor.types import Item

NOON = datetime(2025, 6, 18, 12, tzinfo=UTC)


def killed(text: str) -> int | None:
    item = Item(source="t", key="1", subject="1", received=NOON, published=NOON, published_precision="minute",
                title="", text=text)  # fmt: skip
    count = Reader().read(extract(item)).events[0].killed
    return count.best if count else None


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Turkish jets struck 29 targets in northern Iraq on Saturday after nine Turkish soldiers were killed.", None),
        ("The army conducted air strikes in Syria on Sunday following a week in which 12 soldiers were killed.", None),
        ("Jets bombed camps in Paktika on Tuesday after nine soldiers were killed, killing 30 fighters.", 30),
        ("A man died after a missile hit a house in Kharkiv on Tuesday.", 1),
        ("Fire engulfed a depot in Kharkiv on Tuesday after a drone strike killed two people.", 2),
        ("The strike on a school in Gaza City on Tuesday drew anger after nine children were killed.", 9),
        ("Gunmen attacked a police post in Quetta on Tuesday after killing two drivers.", 2),
        ("The toll of the missile strike on Kharkiv rose on Tuesday after two people were killed.", 2),
    ],
)
def test_the_dead_that_a_side_answers_are_not_of_its_answer(text: str, dead: int | None) -> None:
    """Rule: where a side strikes 'after' some were killed, they are none of the dead of its strike."""
    assert killed(text) == dead


@pytest.mark.parametrize(
    ("text", "own", "others", "told"),
    [
        ("Jets struck Gaza after a rocket killed two in Sderot.", ["struck"], ["killed"], 1),
        ("Jets struck Gaza after a rocket killed two in Sderot.", ["struck", "rocket"], ["killed"], 0),
        ("Jets struck Gaza after a rocket killed two in Sderot.", ["killed"], ["struck"], 0),
        ("Two died after a drone hit a bus.", ["hit"], ["died"], 0),
        ("Jets struck Gaza after talks, and a rocket killed two.", ["struck"], ["killed"], 0),
    ],
)
def test_what_an_act_came_after_is_another_act_behind_it(
    text: str, own: list[str], others: list[str], told: int
) -> None:
    """Rule: the words of the act stand before 'after', those of another in the clause behind it."""
    places = [[(text.index(word), text.index(word) + len(word), 0) for word in words] for words in (own, others)]

    assert len(occasions(text, split(text), *places)) == told


def test_figures_of_what_an_act_came_after_are_not_its_own() -> None:
    """Rule: a figure in such a stretch is not taken, and others of the sentence are."""
    text = "Jets struck Gaza after a rocket killed two in Sderot; nine people were wounded."
    after = [(text.index("after"), text.index(";"))]

    toll = Tolls(text, split(text)).for_act(5, 11, after=after)

    assert toll.killed is None
    assert toll.wounded is not None
    assert toll.wounded.best == 9
