"""The map as the server draws it: spots in Web Mercator over the outline of the world, seen before any script runs.

The picture is a square of 1000 by 1000 units. A view of it is a rectangle; the browser shows it whole and as much more
as fits its window. When the map library comes, it takes over the same picture at the same view.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.alerts.scrub import one_line
from monitor.store.views import Point
from monitor.web.present import css_of

SIZE = 1000.0
#: where the Web Mercator square ends
EDGE_LAT = 85.0511
#: a view is never narrower: a single incident is shown with the countries around it
MIN_SPAN = 45.0
#: the inhabited world
_WORLD = (0.0, 200.0, 1000.0, 660.0)
_PAD = 0.07
#: a spot lists so many of its incidents
MOST_AT_A_SPOT = 8


def mercator(lat: float, lon: float) -> tuple[float, float]:
    """(x, y) on the square, y downwards."""
    lat = math.radians(min(max(lat, -EDGE_LAT), EDGE_LAT))
    x = (lon + 180) / 360 * SIZE
    y = (0.5 - math.log(math.tan(math.pi / 4 + lat / 2)) / (2 * math.pi)) * SIZE
    return x, y


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Incidents at one place."""

    x: float
    y: float
    css: str  #: the colour class of the most severe
    rough: bool  #: only the country or region is known: drawn hollow, for a point would claim too much
    id: str  #: of the latest
    also: str  #: the other ids, by spaces
    title: str  #: one line an incident
    more: int  #: how many are not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """Spots and the part of the square that shows them all."""

    spots: tuple[Spot, ...]
    box: str  #: for the `viewBox`
    shown: int
    placeless: int  #: incidents that no point of the map stands for


def atlas(points: Iterable[Point]) -> Atlas:
    """Incidents gathered by place, the most severe drawn last and so on top."""
    gathered: dict[tuple[float, float], list[Point]] = {}
    placeless = shown = 0
    for point in points:
        if point.lat is None or point.lon is None:
            placeless += 1
            continue
        shown += 1
        gathered.setdefault((round(point.lat, 2), round(point.lon, 2)), []).append(point)
    spots = [_spot(here) for here in gathered.values()]
    spots.sort(key=lambda spot: spot.css)
    return Atlas(spots=tuple(spots), box=_box(spots), shown=shown, placeless=placeless)


def _spot(here: list[Point]) -> Spot:
    first = here[0]
    assert first.lat is not None
    assert first.lon is not None
    x, y = mercator(first.lat, first.lon)
    listed = here[:MOST_AT_A_SPOT]
    return Spot(
        x=round(x, 2),
        y=round(y, 2),
        css=css_of(max(point.severity for point in here)),
        rough=all(point.rough for point in here),
        id=first.id,
        also=" ".join(point.id for point in listed[1:]),
        title="\n".join(f"{point.severity:.1f}  {one_line(point.headline, 120) or point.id}" for point in listed),
        more=len(here) - len(listed),
    )


def _box(spots: list[Spot]) -> str:
    left, top, width, height = _WORLD
    if spots:
        xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
        span_x, span_y = max(xs) - min(xs), max(ys) - min(ys)
        width = max(span_x * (1 + 2 * _PAD), MIN_SPAN)
        height = max(span_y * (1 + 2 * _PAD), MIN_SPAN * 0.7)
        left = (min(xs) + max(xs) - width) / 2
        top = (min(ys) + max(ys) - height) / 2
    return " ".join(f"{value:.1f}" for value in (left, top, width, height))
