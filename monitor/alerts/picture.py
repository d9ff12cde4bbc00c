"""A small map with the incidents of a digest, as PNG drawn by ourselves: mail programs show nothing else inside a mail.

Slate on slate, so that one picture suits light and dark mail. Twice as large as it is shown, which smooths its edges.
Pure but for the outline, which is read once from the package.
"""

from __future__ import annotations

import base64
import json
import math
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from monitor.types import Picture

WIDTH, HEIGHT = 1200, 600
_RADIUS = 17
#: sea, land, border, then the dots by band, ring, figure
_COLORS = ("22303d", "3c4e5e", "5d7387", "ff5252", "ff8a3d", "ffc23d", "7fb3e0", "ffffff", "101820", "8fd6a4")
_SEA, _LAND, _BORDER, _RING, _INK, _CALM = 0, 1, 2, 7, 8, 9
_BAND = {"extreme": 3, "severe": 3, "high": 4, "moderate": 5, "low": 6}
_FIGURES = {
    "0": "7555557", "1": "2622227", "2": "7117447", "3": "7117117", "4": "5557111",
    "5": "7447117", "6": "7447557", "7": "7112244", "8": "7557557", "9": "7557117",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One incident on the map."""

    lat: float
    lon: float
    band: str
    number: int
    down: bool = False  #: a step towards calm


@dataclass(frozen=True, slots=True)
class _View:
    """What part of the world the picture shows."""

    west: float
    north: float
    per_lon: float  #: pixels a degree
    per_lat: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        return (lon - self.west) * self.per_lon, (self.north - lat) * self.per_lat


@cache
def outline() -> tuple[list[list[tuple[float, float]]], list[list[tuple[float, float]]]]:
    """Rings of land and lines of borders, as (longitude, latitude)."""
    text = resources.files("monitor.alerts").joinpath("data/outline.json").read_text(encoding="utf-8")
    value = json.loads(text)

    def points(flat: list[int]) -> list[tuple[float, float]]:
        x = y = 0
        found: list[tuple[float, float]] = []
        for n in range(0, len(flat), 2):
            x, y = x + flat[n], y + flat[n + 1]
            lon = x / value["grid"]
            if found:  # a ring over the date line goes on past 180 degrees, and does not cross the whole picture
                lon += round((found[-1][0] - lon) / 360) * 360
            found.append((lon, y / value["grid"]))
        return found

    land = [points(each) for each in value["land"]]
    for ring in list(land):
        for shift in (-360.0, 360.0):
            if any(-180 <= lon + shift <= 180 for lon, _ in ring) and any(abs(lon) > 180.5 for lon, _ in ring):
                land.append([(lon + shift, lat) for lon, lat in ring])
    return land, [points(each) for each in value["borders"]]


def draw(dots: Sequence[Dot], alt: str) -> Picture | None:
    """The map of these incidents; None where none has a position."""
    placed = [dot for dot in dots if -85 <= dot.lat <= 85 and -180 <= dot.lon <= 180]
    if not placed:
        return None
    view = _view(placed)
    canvas = _Canvas(WIDTH, HEIGHT)
    land, borders = outline()
    canvas.fill([[view.at(lat, lon) for lon, lat in ring] for ring in land], _LAND)
    for line in borders:
        canvas.line([view.at(lat, lon) for lon, lat in line], _BORDER)
    spots = _apart([view.at(dot.lat, dot.lon) for dot in placed])
    for dot, spot in reversed(list(zip(placed, spots, strict=True))):  # the gravest is drawn last, on top
        true = view.at(dot.lat, dot.lon)
        if math.dist(true, spot) > 4:
            canvas.line([true, spot], _RING)
            canvas.disc(true, 4, _RING)
        canvas.disc(spot, _RADIUS + 3, _RING)
        canvas.disc(spot, _RADIUS, _CALM if dot.down else _BAND.get(dot.band, 6))
        canvas.figure(spot, str(dot.number), _INK)
    return Picture(name="map", media="image/png", data=canvas.png(), alt=alt)


def _view(dots: Sequence[Dot]) -> _View:
    lats, lons = [dot.lat for dot in dots], [dot.lon for dot in dots]
    middle_lat, middle_lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    squeeze = max(0.25, math.cos(math.radians(middle_lat)))  # a degree of longitude is shorter away from the equator
    tall = max((max(lats) - min(lats)) * 1.35, 9.0)
    wide = max((max(lons) - min(lons)) * 1.25, 9.0) * squeeze
    tall = min(max(tall, wide * HEIGHT / WIDTH), 165.0)
    per_lat = HEIGHT / tall
    per_lon = max(per_lat * squeeze, WIDTH / 360.0)
    west = middle_lon - WIDTH / per_lon / 2
    west = max(-180.0, min(west, 180.0 - WIDTH / per_lon))
    north = min(85.0, middle_lat + tall / 2)
    return _View(west=west, north=max(north, -85.0 + tall), per_lon=per_lon, per_lat=per_lat)


def _apart(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Each point, moved just as far as it must be not to hide another."""
    taken: list[tuple[float, float]] = []
    need = 2 * _RADIUS + 8
    edge = _RADIUS + 5
    for x, y in points:
        best = (x, y)
        for step in range(240):
            turn, far = step * 2.399963, 6.5 * math.sqrt(step)  # the golden angle fills a disc evenly
            spot = (
                min(max(x + far * math.cos(turn), edge), WIDTH - edge),
                min(max(y + far * math.sin(turn), edge), HEIGHT - edge),
            )
            best = spot
            if all(math.dist(spot, other) >= need for other in taken):
                break
        taken.append(best)
    return taken


class _Canvas:
    """One byte a pixel: the number of a colour."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [bytearray(width) for _ in range(height)]

    def fill(self, rings: Sequence[Sequence[tuple[float, float]]], color: int) -> None:
        """All rings at once by the even-odd rule, so that lakes stay sea."""
        crossings: list[list[float]] = [[] for _ in range(self.height)]
        for ring in rings:
            ys = [y for _, y in ring]
            if max(ys) < 0 or min(ys) >= self.height:
                continue
            for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
                if ay > by:
                    ax, ay, bx, by = bx, by, ax, ay
                first, last = max(0, math.ceil(ay - 0.5)), min(self.height - 1, math.ceil(by - 0.5) - 1)
                if first > last:
                    continue
                slope = (bx - ax) / (by - ay)
                for row in range(first, last + 1):
                    crossings[row].append(ax + (row + 0.5 - ay) * slope)
        for pixels, found in zip(self.rows, crossings, strict=True):
            found.sort()
            for left, right in zip(found[::2], found[1::2], strict=False):
                start, end = max(0, round(left)), min(self.width, round(right))
                if start < end:
                    pixels[start:end] = bytes([color]) * (end - start)

    def line(self, points: Sequence[tuple[float, float]], color: int) -> None:
        """A line two pixels wide."""
        for (ax, ay), (bx, by) in pairwise(points):
            if max(ax, bx) < 0 or min(ax, bx) > self.width or max(ay, by) < 0 or min(ay, by) > self.height:
                continue
            steps = min(int(max(abs(bx - ax), abs(by - ay))) + 1, 4000)
            for n in range(steps + 1):
                self._dab(ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps, color)

    def _dab(self, x: float, y: float, color: int) -> None:
        column, row = int(x), int(y)
        for dy in (0, 1):
            if 0 <= row + dy < self.height:
                for dx in (0, 1):
                    if 0 <= column + dx < self.width:
                        self.rows[row + dy][column + dx] = color

    def disc(self, middle: tuple[float, float], radius: float, color: int) -> None:
        """A filled disc."""
        x, y = middle
        for row in range(max(0, int(y - radius)), min(self.height, int(y + radius) + 1)):
            half = radius**2 - (row + 0.5 - y) ** 2
            if half > 0:
                start, end = max(0, round(x - math.sqrt(half))), min(self.width, round(x + math.sqrt(half)))
                if start < end:
                    self.rows[row][start:end] = bytes([color]) * (end - start)

    def figure(self, middle: tuple[float, float], text: str, color: int) -> None:
        """A number of one or two figures."""
        scale = 3 if len(text) < 2 else 2 if len(text) > 2 else 3
        across = (len(text) * 4 - 1) * scale
        left, top = middle[0] - across / 2, middle[1] - 7 * scale / 2
        for n, char in enumerate(text):
            for line, bits in enumerate(_FIGURES.get(char, "0000000")):
                for column in range(3):
                    if int(bits) >> (2 - column) & 1:
                        self._block(left + (n * 4 + column) * scale, top + line * scale, scale, color)

    def _block(self, x: float, y: float, size: int, color: int) -> None:
        for row in range(int(y), int(y) + size):
            for column in range(int(x), int(x) + size):
                if 0 <= row < self.height and 0 <= column < self.width:
                    self.rows[row][column] = color

    def png(self) -> bytes:
        """The picture with its palette, as a PNG file."""

        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = b"".join(bytes.fromhex(color) for color in _COLORS)
        pixels = zlib.compress(b"".join(b"\x00" + bytes(row) for row in self.rows), 9)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            (chunk(b"IHDR", header), chunk(b"PLTE", palette), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
        )


def with_pictures(html: str, pictures: Sequence[Picture]) -> str:
    """A mail's HTML with its attached pictures inside, as a browser shows it."""
    for picture in pictures:
        data = f"data:{picture.media};base64,{base64.b64encode(picture.data).decode()}"
        html = html.replace(f"cid:{picture.name}", data)
    return html
