"""What a reader is told of the days before: how often a place was struck."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

import pytest

from monitor.incidents.history import ordinal, repeated
from monitor.types import Incident
from tests.incidents.making import Ledger, event, later

D = Day(2031, 5, 14)


def incident(days: int, kind: str = "drone_strike", at: str = "Belograd", killed: int | None = None) -> Incident:
    """One of its own, so many days before."""
    ledger = Ledger()
    ledger.take(
        event(f"{kind}{days}", kind, at=at, on=D - timedelta(days=days), told=later(-24.0 * days), killed=killed)
    )
    return next(iter(ledger.incidents.values()))


def test_readers_are_told_how_often_a_place_was_struck() -> None:
    """With the days, earliest first, and what is new about this one; what lies further back does not count."""
    before = [incident(5), incident(11), incident(40)]

    assert repeated(incident(0), before) == ("Third strike at Belograd in 14 days; before: 3 May, 9 May",)
    assert repeated(incident(0, killed=2), before) == (
        "Third strike at Belograd in 14 days; before: 3 May, 9 May; the first of them with deaths",
    )
    assert repeated(incident(0), before[2:]) == ()
    assert repeated(incident(0, at="Ukraine"), [incident(5, at="Ukraine")]) == ()


def test_a_strike_that_was_stopped_counts_and_is_called_so() -> None:
    """What was intercepted was a strike as well; a raid on the ground, or talks, is none."""
    stopped = [incident(2, "interception")]

    assert repeated(incident(0, "rocket_fire"), stopped) == (
        "Second strike at Belograd in 14 days; before: 12 May; those were intercepted",
    )
    assert repeated(incident(0, "armed_assault"), stopped) == ()
    assert repeated(incident(0, "talks"), [incident(2, "talks")]) == ()


def test_near_a_town_is_at_it_and_a_site_is_closer() -> None:
    """The old bridge lies two kilometres from the town; the next town is another place."""
    assert repeated(incident(0), [incident(1, at="Old Bridge of Belo")]) != ()
    assert repeated(incident(0), [incident(1, at="Tarnivka")]) == ()


def test_of_many_days_the_last_four_are_named() -> None:
    """The count is of all of them."""
    (line,) = repeated(incident(0), [incident(n) for n in range(1, 12)])

    assert line == "12th strike at Belograd in 14 days; before: last 10 May, 11 May, 12 May, 13 May"


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (13, "13th"), (21, "21st"), (22, "22nd"), (33, "33rd"), (112, "112th")],
)
def test_an_ordinal_is_spelled_as_people_do(count: int, told: str) -> None:
    """'21st', and '11th' as well as '112th'."""
    assert ordinal(count) == told
