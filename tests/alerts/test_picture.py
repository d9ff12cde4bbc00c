"""The map of a digest."""

from __future__ import annotations

import pytest

from monitor.alerts.picture import Dot, draw


def test_the_map_is_a_png_small_enough_to_mail() -> None:
    """Drawn in a moment, of tens of kilobytes, and none where nothing has a position."""
    picture = draw(
        [Dot(lat=50.4, lon=30.5, band="severe", number=1), Dot(lat=15.5, lon=32.5, band="low", number=12)], "x"
    )
    assert picture is not None
    assert picture.data.startswith(b"\x89PNG\r\n")
    assert len(picture.data) < 60_000
    assert draw([], "x") is None


@pytest.mark.parametrize(("lat", "lon"), [(-84.9, -179.9), (84.9, 179.9), (0, 180), (71, 179), (-17, -179.5)])
def test_the_map_has_no_edge_to_fall_over(lat: float, lon: float) -> None:
    """Poles and the date line."""
    assert draw([Dot(lat=lat, lon=lon, band="high", number=1)] * 30, "x") is not None
