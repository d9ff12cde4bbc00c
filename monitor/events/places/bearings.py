"""Places told by a bearing: '50 nautical miles south-east of Aden'."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace

from monitor.types import Place

_COMPASS = (
    r"north[\s-]?east(?:ern)?|north[\s-]?west(?:ern)?|south[\s-]?east(?:ern)?|south[\s-]?west(?:ern)?|"
    r"(?:north|south|east|west)(?:ern)?"
)
_DISTANCE = re.compile(
    r"(?<![\d.,])\b(?P<n>\d{1,2},\d{3}|\d{1,4}(?:[.,]\d{1,2})?|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"[\s-]*(?P<unit>nautical\s+miles?|nautical\s+mi|nm|miles?|mi|kilomet(?:er|re)s?|kms?)\s+(?:\([^)]{1,20}\)\s+)?(?:away\s+)?"
    r"(?:off\s+(?:the\s+)?(?:[\w'’-]+\s+){1,3}coast,?\s+)?"
    rf"(?:(?:to\s+the\s+|due\s+)?(?P<dir>{_COMPASS})\s+(?:of|from|off)|off|from|outside)\s+"
    r"(?:the\s+)?(?:[\w'’-]+\s+){0,4}(?:(?:capital|city|town|port|village|stronghold|hub),\s+)?$",
    re.IGNORECASE,
)
#: '76 nautical miles from Hodeida, to the northwest'
_AIMED = re.compile(rf",? to (?:the|its) (?P<dir>{_COMPASS})\b", re.IGNORECASE)
#: one of which stands in all that `_DISTANCE` fits; to look for them costs less
_UNITS = ("mile", "mi ", "kilomet", "km", "nm ", "nautical")
#: 'south-eastern' and 'south east' as 'southeast'
_BETWEEN = re.compile(r"[\s-]|ern$")
_ANGLE = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
          "northwest": 315}  # fmt: skip
_NUMBERS = {
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
#: beyond this no state's waters: twelve nautical miles
_TERRITORIAL_KM = 22.3


def told_km(match: re.Match[str], afloat: bool = False) -> float:
    """The distance that `distance` found; a mile at sea is a nautical one."""
    raw = match.group("n").lower()
    raw = raw.replace(",", "" if re.fullmatch(r"\d+,\d{3}", raw) else ".")
    count = float(raw) if raw[0].isdigit() else float(_NUMBERS[raw])
    unit = match.group("unit").lower()
    miles = unit.startswith("mi")
    return count * (1.852 if unit.startswith(("nautical", "nm")) or (miles and afloat) else 1.609 if miles else 1.0)


def distance(text: str, start: int, end: int) -> re.Match[str] | None:
    """The distance that text[start:end], the words right before a name, gives: '50 nautical miles south-east of'."""
    low = text[start:end].lower()
    return _DISTANCE.search(text, start, end) if any(map(low.__contains__, _UNITS)) else None


def shifted(
    place: Place,
    before: str,
    afloat: bool,
    behind: str = "",
    unaimed: Callable[[float], tuple[float, float] | None] = lambda km: None,
) -> Place | None:
    """'50 nautical miles south-east of Aden' lies there and not at Aden; what befell a ship (`afloat`), at sea.

    Where no direction is told, what is at sea lies where `unaimed` says for so many kilometres."""
    match = distance(before, 0, len(before))
    if match is None or place.lat is None or place.lon is None:
        return None
    km = told_km(match, afloat)
    unit = match.group("unit").lower()
    words = match.group().lower().split()
    at_sea = afloat or unit.startswith(("nautical", "nm")) or "off" in words
    aim = match.group("dir") or ((after := _AIMED.match(behind)) and after["dir"]) or ""
    direction = _BETWEEN.sub("", aim.lower())
    if not direction and not at_sea:
        return None
    lat, lon = place.lat, place.lon
    if direction:
        lat, lon = moved(lat, lon, math.radians(_ANGLE[direction]), km)
    elif (there := unaimed(km)) is not None:
        lat, lon = there
    return replace(
        place,
        name=f"{match.group().strip()} {place.name}" if not before.endswith(place.name) else place.name,
        lat=round(lat, 3),
        lon=round(lon, 3),
        country=None if at_sea and km > _TERRITORIAL_KM else place.country,
        precision="sea" if at_sea else place.precision,
        key=f"{place.key}@{km:.0f}{direction}",
    )


def moved(lat: float, lon: float, angle: float, km: float) -> tuple[float, float]:
    """The point so far from another; `angle` from the north over the east."""
    return lat + km * math.cos(angle) / 111.2, lon + km * math.sin(angle) / (111.2 * _narrowed(lat))


def towards(lat: float, lon: float, lat2: float, lon2: float, km: float) -> tuple[float, float]:
    """The point so far from the first on the way to the second."""
    return moved(lat, lon, math.atan2((lon2 - lon) * _narrowed(lat), lat2 - lat), km)


def _narrowed(lat: float) -> float:
    """What a degree of longitude is of one of latitude."""
    return max(0.2, math.cos(math.radians(lat)))


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The distance of two points over the globe."""
    p, q, d = math.radians(lat), math.radians(lat2), math.radians(lon2 - lon)
    x = math.sin(p) * math.sin(q) + math.cos(p) * math.cos(q) * math.cos(d)
    return 6371 * math.acos(max(-1.0, min(1.0, x)))
