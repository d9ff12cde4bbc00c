"""Makes the outlines of the world: monitor/alerts/data/outline.json, and monitor/web/static/world.svg from it.

    python -m scripts.make_outline [countries-50m.json]

That file is of the package world-atlas 2.0.2 (Natural Earth, public domain); without it only the second is made anew.

The picture in a digest is drawn without a map library; it needs rings of land to fill and lines of borders to draw, on
a grid of a tenth of a degree. The page shows the same, in Web Mercator on a square of 1000 by 1000, as two paths that
take their colours from the page.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from monitor.alerts.picture import outline
from monitor.web.atlas import mercator

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "monitor/alerts/data/outline.json"
PAGE = ROOT / "monitor/web/static/world.svg"
#: nobody lives beyond, and Mercator makes it enormous
SOUTHMOST, NORTHMOST = -58.0, 83.5
GRID = 10  #: steps a degree


def arcs_of(topology: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """Every arc as points on the grid, equal neighbours dropped."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = (round((x * sx + tx) * GRID), round((y * sy + ty) * GRID))
            if not points or points[-1] != point:
                points.append(point)
        found.append(points)
    return found


def ring(indexes: list[int], arcs: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """One ring of land, from its arcs."""
    points: list[tuple[int, int]] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return points


def thin(points: list[tuple[int, int]], off: float) -> list[tuple[int, int]]:
    """Douglas-Peucker: leave out what lies closer than `off` to the line between its neighbours."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    far, at = 0.0, 0
    for n, (x, y) in enumerate(points[1:-1], 1):
        apart = (
            abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
            if length
            else ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        )
        if apart > far:
            far, at = apart, n
    if far <= off:
        return [points[0], points[-1]]
    return thin(points[: at + 1], off)[:-1] + thin(points[at:], off)


def flat(points: list[tuple[int, int]]) -> list[int]:
    """First point, then steps: small numbers."""
    out = [*points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        out += [bx - ax, by - ay]
    return out


def drawn(points: Sequence[tuple[float, float]], *, closed: bool) -> str:
    """A ring or line of (longitude, latitude) as the data of an SVG path, in tenths of a unit."""
    at: tuple[int, int] | None = None
    steps = []
    for lon, lat in points:
        x, y = mercator(min(max(lat, SOUTHMOST), NORTHMOST), lon)
        here = (round(10 * x), round(10 * y))
        if at is None:
            steps.append(f"M{here[0]} {here[1]}l")
        elif here != at:
            dx, dy = here[0] - at[0], here[1] - at[1]
            steps.append(f"{dx}{'' if dy < 0 else ' '}{dy} ")
        at = here
    if len(steps) < (4 if closed else 2):
        return ""
    return "".join(steps).rstrip() + ("z" if closed else "")


def page_map() -> None:
    """Write the page's outline and say how large it is."""
    land, borders = outline()
    rings = [ring for ring in land if max(lat for _, lat in ring) > SOUTHMOST]
    shapes = "".join(drawn(ring, closed=True) for ring in rings)
    lines = "".join(drawn(line, closed=False) for line in borders)
    PAGE.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">'
        f'<path id="land" transform="scale(.1)" fill-rule="evenodd" d="{shapes}"/>'
        f'<path id="borders" transform="scale(.1)" fill="none" vector-effect="non-scaling-stroke" d="{lines}"/></svg>\n'
    )
    print(f"{PAGE.relative_to(ROOT)}: {PAGE.stat().st_size:,} bytes")


def main(source: str) -> None:
    """Write the file and say how large it is."""
    topology = json.loads(Path(source).read_text())
    arcs = [thin(arc, 1.2) for arc in arcs_of(topology)]
    rings, uses = [], [0] * len(arcs)
    for polygons in (geometry["arcs"] for geometry in topology["objects"]["land"]["geometries"]):
        for polygon in polygons:
            for indexes in polygon:
                points = ring(indexes, arcs)
                if len(points) > 5:
                    rings.append(flat(points))
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = geometry.get("arcs", [])
        shapes = [shapes] if geometry["type"] == "Polygon" else shapes
        for shape in shapes:
            for indexes in shape:
                for index in indexes:
                    uses[index if index >= 0 else ~index] += 1
    borders = [flat(arc) for arc, count in zip(arcs, uses, strict=True) if count > 1 and len(arc) > 1]
    TARGET.write_text(json.dumps({"grid": GRID, "land": rings, "borders": borders}, separators=(",", ":")) + "\n")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size:,} bytes, {len(rings)} rings, {len(borders)} borders")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    page_map()
