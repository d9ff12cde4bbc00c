"""Whether a rule covers an incident: yes, no, or cannot be decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.alerts.policy import Rule
from monitor.alerts.scope import Area, Asset, Scope
from monitor.types import Mode, Party, Place
from tests.alerts.deciding import UKRAINE, one
from tests.alerts.situations import KHARKIV, KYIV, RED_SEA, incident, notice

CRITERIA = [
    (Scope(types=("missile_strike",)), Scope(types=("threat",))),
    (Scope(families=("strike",)), Scope(families=("sea",))),
    (Scope(kinds=("new",)), Scope(kinds=("update",))),
    (Scope(severity=8), Scope(severity=9)),
    (Scope(below=9), Scope(below=8)),
    (Scope(direction="up"), Scope(direction="down")),
    (Scope(countries=("UA", "PL")), Scope(countries=("IQ",))),
    (Scope(areas=("circle",)), Scope(areas=("far",))),
    (Scope(areas=("box",)), Scope(areas=("dateline",))),
    (Scope(areas=("oblast",)), Scope(areas=("far",))),
    (Scope(areas=("bare",)), Scope(areas=("far",))),
    (Scope(assets=("office",)), Scope(assets=("plant",))),
    (Scope(actors=("russia",)), Scope(actors=("Wagner",))),
    (Scope(trust=0.6), Scope(trust=0.9)),
    (Scope(independent=2), Scope(independent=3)),
    (Scope(grades=("reported",)), Scope(grades=("confirmed",))),
    (Scope(sources=("examplenews",)), Scope(sources=("other",))),
    (Scope(tags=("capital",)), Scope(tags=("nuclear_site",))),
]


AREAS = {
    area.name: area
    for area in (
        Area(name="circle", lat=50.0, lon=36.0, radius_km=50),
        Area(name="far", lat=0.0, lon=0.0, radius_km=100),
        Area(name="box", south=45, west=30, north=52, east=40),
        Area(name="dateline", south=-10, west=170, north=10, east=-170),
        Area(name="oblast", regions=("Kharkiv oblast",), countries=("UA",)),
        Area(name="bare", regions=("kharkiv",)),
    )
}


ASSETS = {
    "office": Asset(name="office", lat=49.9, lon=36.2, radius_km=5, radius_by={"strike": 40}),
    "plant": Asset(name="plant", lat=49.9, lon=36.2, radius_km=300, radius_by={"missile_strike": 2}),
}


@pytest.mark.parametrize(("yes", "no"), CRITERIA)
def test_each_criterion_covers_and_leaves_out(yes: Scope, no: Scope) -> None:
    """By type, family, severity, direction, country, area, asset, actor, trust, confirmation, source and tag."""
    told = notice(incident(actors=(Party(name="Russian forces"), Party(name="Russia")), flags=frozenset({"capital"})))
    for scope, mode in ((yes, Mode.NEVER), (no, Mode.NOW)):
        dispatch = one(told, rules=(Rule(name="r", send="never", when=scope),), areas=AREAS, assets=ASSETS)
        assert dispatch.mode is mode


UNDECIDED = [
    (None, Scope(countries=("UA",))),
    (None, Scope(areas=("circle",))),
    (None, Scope(assets=("any",))),
    (UKRAINE, Scope(areas=("circle",))),
    (UKRAINE, Scope(areas=("oblast",))),
    (UKRAINE, Scope(assets=("office",))),
    (replace(KYIV, lat=None, lon=None), Scope(areas=("circle",))),
]


@pytest.mark.parametrize(("place", "scope"), UNDECIDED)
def test_what_cannot_be_decided_is_open_for_watch_areas_and_closed_for_mutes(place: Place | None, scope: Scope) -> None:
    """An unknown place is no reason for silence, and the message says that it was not known."""
    told = notice(incident(place=place, severity=3))
    watched = one(told, rules=(Rule(name="near", send="now", when=scope),), areas=AREAS, assets=ASSETS)
    muted = one(
        notice(incident(place=place, severity=8)),
        rules=(Rule(name="off", send="never", when=scope),),
        areas=AREAS,
        assets=ASSETS,
    )

    assert watched.mode is Mode.NOW
    assert "undecided" in watched.reason
    assert muted.mode is Mode.NOW
    assert "not applied" in muted.reason


def test_the_high_seas_are_no_country_and_lie_in_no_ones_box() -> None:
    """A ship attack in the Red Sea is not ruled out of a box around it, and is out of one far away."""
    told = notice(incident(type_="maritime_incident", place=RED_SEA, severity=3))
    near, far = (
        Area(name="near", south=12, west=38, north=20, east=44),
        Area(name="x", south=50, west=0, north=55, east=9),
    )
    rule = Rule(name="r", send="now", when=Scope(areas=("a",)))
    assert one(told, rules=(rule,), areas={"a": near}).mode is Mode.NOW
    assert one(told, rules=(rule,), areas={"a": far}).mode is Mode.DIGEST
    assert KHARKIV.country == "UA"
