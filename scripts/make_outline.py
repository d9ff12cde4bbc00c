"""Makes monitor/alerts/data/outline.json: land and borders of the world on a grid of a tenth of a degree.

    python scripts/make_outline.py countries-50m.json

That file is of the package world-atlas 2.0.2 (Natural Earth, public domain).

The picture in a digest is drawn without a map library; it needs rings of land to fill and lines of borders to draw.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "monitor/alerts/data/outline.json"
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
    main(sys.argv[1])
