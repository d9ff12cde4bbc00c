"""Sides and places as a reader is told them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.alerts.wording import Voice, spell_place, spell_places, spell_who
from monitor.types import Party
from tests.alerts.situations import ERBIL, KHARKIV, KYIV, RUSSIA, UKRAINE, incident

PLANT = Party(name="plant", kind="asset")
AVON = Party(name="MV Avon", kind="asset")


@pytest.mark.parametrize(
    ("actors", "targets", "said"),
    [
        ((RUSSIA,), (UKRAINE, PLANT), "Russia → Ukraine"),
        ((), (PLANT,), ""),
        ((), (AVON,), "actor unknown → MV Avon"),
        ((RUSSIA,), (RUSSIA,), "Russia"),
    ],
)
def test_sides_are_named_and_things_are_not_sides(
    actors: tuple[Party, ...], targets: tuple[Party, ...], said: str
) -> None:
    """A common noun for what was hit, and one name on both sides, tell a reader nothing."""
    assert spell_who(incident(actors=actors, targets=targets)) == said


def test_a_region_that_is_named_for_its_town_is_not_said_again() -> None:
    """'Kharkiv, Ukraine'; another region is."""
    assert spell_place(KHARKIV, Voice()) == "Kharkiv, Ukraine"
    assert spell_place(replace(KHARKIV, name="Izium", as_written="Izium"), Voice()) == "Izium, Kharkiv oblast, Ukraine"
    assert spell_place(replace(ERBIL, region=None), Voice()).endswith(", Iraq")


def test_no_place_is_named_twice() -> None:
    """'Kyiv, Ukraine; also Kharkiv': the gazetteer may know the town, its region and a site under one name."""
    region = replace(KYIV, precision="province", key="another")
    twice = incident(place=KYIV, other_places=(region, KHARKIV, replace(KHARKIV, key="another")))

    assert spell_places(twice, Voice()) == "Kyiv, Ukraine; also Kharkiv"
    assert spell_places(replace(twice, other_places=(region,)), Voice()) == "Kyiv, Ukraine"
