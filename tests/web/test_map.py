from __future__ import annotations

import re

from starlette.testclient import TestClient

from monitor.store.views import Point
from monitor.web.atlas import EDGE_LAT, SIZE, atlas, mercator


def a_point(id: str = "x", **changed: object) -> Point:
    values: dict[str, object] = {"id": id, "headline": id, "severity": 5.0, "lat": 50.0, "lon": 30.0, "rough": False}
    return Point(**(values | changed))  # type: ignore[arg-type]


def test_the_square_is_web_mercator() -> None:
    """The map library draws the same square: its edges and its middle are known."""
    assert mercator(0, 0) == (SIZE / 2, SIZE / 2)
    assert [round(value, 2) for value in mercator(EDGE_LAT, -180)] == [0, 0]
    assert [round(value, 2) for value in mercator(-EDGE_LAT, 180)] == [SIZE, SIZE]
    assert mercator(90, 0)[1] >= -0.001


def test_incidents_at_one_place_are_one_spot_as_severe_as_the_worst() -> None:
    """Nothing is hidden under another dot: the spot names all of them, and how many more there are."""
    found = atlas(a_point(f"i{n}", severity=n) for n in range(1, 11))

    assert len(found.spots) == 1
    spot = found.spots[0]
    assert (spot.id, spot.css, spot.more) == ("i1", "s5", 2)
    assert spot.also.split() == [f"i{n}" for n in range(2, 9)]


def test_what_has_no_place_is_counted_and_not_drawn() -> None:
    """A wrong point is worse than none."""
    found = atlas([a_point(), a_point("nowhere", lat=None, lon=None)])

    assert (found.shown, found.placeless) == (1, 1)


def test_a_spot_is_hollow_only_where_nothing_there_is_placed_well() -> None:
    """A dot in the middle of a country claims a place that nobody named."""
    assert atlas([a_point(rough=True)]).spots[0].rough
    assert not atlas([a_point(rough=True), a_point("y")]).spots[0].rough


def test_the_view_holds_every_spot() -> None:
    """What is found is seen without dragging, and one spot alone is shown with what lies around it."""
    spread = atlas([a_point(lat=60.0, lon=-120.0), a_point("y", lat=-30.0, lon=150.0)])
    left, top, width, height = (float(value) for value in spread.box.split())
    assert all(left < spot.x < left + width and top < spot.y < top + height for spot in spread.spots)

    assert float(atlas([a_point()]).box.split()[2]) >= 45


def test_the_map_is_there_before_any_script(client: TestClient) -> None:
    """Every incident with a place is a link on the picture that the server sends."""
    page = client.get("/").text

    assert page.count('<a class="spot') == 1  # three incidents, one town
    assert re.search(r'href="/static/world\.svg\?v=\w+#land"', page)
    assert "2024-05-23-kharkiv-1 2024-05-23-kharkiv-2" in page
