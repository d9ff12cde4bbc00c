"""A ship's position as she reports it, in degrees and minutes: '04:20N 005:10E', '13.16.00 N - 042.57.00 E'."""

from __future__ import annotations

import re

from monitor.types import Place

_PART = r"[°º:.'’ -]{1,2}(?P<%s>\d{1,2})(?:[.:'’]\d{1,4})?[\"”'’′″]{0,2}\s?"
_POSITION = re.compile(
    r"(?<![\d.])(?P<lat>\d{1,2})" + _PART % "lat_minutes" + r"(?P<north>[NS])\b[\s,/–-]{1,4}(?:and )?"
    r"(?P<lon>\d{1,3})" + _PART % "lon_minutes" + r"(?P<east>[EW])\b"
)


def position(text: str, start: int, end: int) -> tuple[Place, re.Match[str]] | None:
    """The first position that text[start:end] gives, on the open sea, and where it does."""
    told = _POSITION.search(text, start, end)
    if told is None:
        return None
    lat = int(told["lat"]) + int(told["lat_minutes"]) / 60
    lon = int(told["lon"]) + int(told["lon_minutes"]) / 60
    if lat > 90 or lon > 180 or int(told["lat_minutes"]) > 59 or int(told["lon_minutes"]) > 59:
        return None
    lat, lon = round(-lat if told["north"] == "S" else lat, 3), round(-lon if told["east"] == "W" else lon, 3)
    name = told.group()
    place = Place(
        name=name, as_written=name, precision="sea", country=None, lat=lat, lon=lon, key=f"at:{lat:.2f},{lon:.2f}"
    )
    return place, told
