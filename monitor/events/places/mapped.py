"""From a name to a place on the map: at it, so far from it, or on the waters off it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from monitor.events.places.bearings import kilometres, shifted, towards
from monitor.events.places.gazetteer import HELD, Gazetteer, fold
from monitor.events.places.names import Mention, Names
from monitor.events.sentences import Sentence
from monitor.types import Place

_OFFSHORE = re.compile(
    r"\b(?:off|off\s+the\s+(?:[\w-]+\s+){0,2}coasts?\s+of|(?:sea|seas|waters?|ocean|coast|coastline)\s+(?:off|of)(?:\s+the\s+coast\s+of)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: on one of which all that `_OFFSHORE` fits ends; to look for them costs less
_LEADS_OFF = ("off", "of", "off the", "of the")
#: 'left the ship south-west of Hodeidah'
_BEARING = re.compile(r"\b(?:north|south|east|west)(?:[ -]?(?:east|west))? of (?:the )?$", re.IGNORECASE)
#: a state's own waters: 'in South Korean waters', 'in the territorial waters of Guyana'
_OWN = re.compile(r"\bwaters\b", re.IGNORECASE)
_OWN_OF = re.compile(r"\bwaters of (?:the )?$", re.IGNORECASE)
_COASTAL = re.compile(r"\b(?:coast|coastline|shores?|waters)\b", re.IGNORECASE)


#: nearer than this two towns are one spot, and farther apart than this what lies between them is no spot
_ONE_SPOT_KM = 5.0
_ONE_STRETCH_KM = 300.0


def _is_spot(m: Mention) -> bool:
    """Whether it is a town or site, and no seat of a state that talks with another."""
    return m.precision in ("town", "site", "district") and m.entry.kind != "capital"


class Mapped:
    """The places that the names of one document stand for."""

    def __init__(self, gazetteer: Gazetteer, document: str, sentences: Sequence[Sentence], names: Names) -> None:
        self._gazetteer = gazetteer
        self._document = document
        self._sentences = sentences
        self._names = names
        self._places: dict[tuple[int, str, bool], Place] = {}

    def place_of(self, m: Mention, type: str = "") -> Place:
        """The place a name stands for in an act of `type`; what befell a ship lies off the coast it names."""
        afloat = type == "maritime_incident"
        place = self._places.get((m.start, m.entry.key, afloat))
        if place is None:
            place = self._places[m.start, m.entry.key, afloat] = self._placed(m, afloat)
        return place

    def _placed(self, m: Mention, afloat: bool) -> Place:
        document, sentence = self._document, self._sentences[m.sentence]
        entry, place = m.entry, m.entry.place(document[m.start : m.end])
        if entry.by_hand and (place.precision in HELD or entry.kind == "province"):
            place = replace(place, region=self._gazetteer.province(entry))
        before = document[max(sentence.start, m.start - 90) : m.start]
        behind = document[m.end : min(sentence.end, m.end + 30)]
        moved = shifted(place, before, afloat, behind, partial(self._unaimed, m))
        if moved is not None:
            sea = moved.precision == "sea" and (moved.lat, moved.lon) == (place.lat, place.lon)
            return (self._waters_off(m) if sea else None) or moved
        if m.stands == "between" and (middle := self._between(m, place)) is not None:
            return middle
        if entry.kind == "sea":
            for other in self._names.mentions:
                if other.sentence != m.sentence:
                    continue
                lead = document[max(sentence.start, other.start - 60) : other.start]
                if other.precision != "sea" and _OFFSHORE.search(lead):  # 'in the Red Sea, off Yemen'
                    return self._off(f"{other.entry.name}'s {entry.name} coast", m) or self._waters_off(other) or place
        if (
            (afloat and _BEARING.search(before))
            or (before.rstrip().lower().endswith(_LEADS_OFF) and _OFFSHORE.search(before[-60:]))
            or (entry.kind == "country" and _COASTAL.search(document, m.start, m.end))
        ):
            off = self._waters_off(m) or place
            own = entry.kind == "country" and (_OWN.search(document, m.start, m.end) or _OWN_OF.search(before))
            return replace(off, country=entry.country) if own else off
        return (self._part_of_sea(m, afloat) if entry.kind == "sea" else None) or place

    def _between(self, m: Mention, place: Place) -> Place | None:
        """'on the road between Witu and Mpeketoni': half-way, where that is one spot."""
        n = bisect_left(self._names.mentions, m.start, key=lambda other: other.start)
        for other in self._names.mentions[max(0, n - 1) : n + 2]:
            pair = sorted((m, other), key=lambda one: one.start)
            gap = self._document[pair[0].end : pair[1].start]
            if other is m or other.stands != "between" or gap.strip() != "and" or not (_is_spot(m) and _is_spot(other)):
                continue
            at = m.entry.lat, m.entry.lon, other.entry.lat, other.entry.lon
            if None in at:
                continue
            lat, lon, lat2, lon2 = (value or 0.0 for value in at)
            apart = kilometres(lat, lon, lat2, lon2)
            if _ONE_SPOT_KM < apart < _ONE_STRETCH_KM:
                lat, lon = towards(lat, lon, lat2, lon2, apart / 2)
                keys = "+".join(one.entry.key for one in pair)
                return replace(place, lat=round(lat, 3), lon=round(lon, 3), key=keys)
        return None

    def _part_of_sea(self, m: Mention, afloat: bool) -> Place | None:
        """A long sea as far as it lies off a land: where a group that acts from it, or the text, is at home."""
        lands = [code for _, code in self._names.homes]
        if afloat:
            lands += sorted(self._names.weights, key=lambda code: (-self._names.weights[code], code))[:2]
        for code in dict.fromkeys(lands):
            country = self._gazetteer.country(code)
            part = self._off(f"{country.name}'s {m.entry.name} coast", m) if country else None
            if part:
                return part
        return None

    def _unaimed(self, m: Mention, km: float) -> tuple[float, float] | None:
        """Where '50 miles off Cotonou' lies: at the point the table has off it, or so far towards the open water."""
        lat, lon = m.entry.lat, m.entry.lon
        if lat is None or lon is None or m.precision not in ("town", "site", "district"):
            return None
        off = self._waters_off(m)
        if off is not None and off.lat is not None and off.lon is not None:
            there = kilometres(lat, lon, off.lat, off.lon)
            if there / 2 <= km <= there * 2:
                return off.lat, off.lon
        water = self._gazetteer.open_water(lat, lon)
        return towards(lat, lon, *water, km) if water else None

    def _waters_off(self, m: Mention) -> Place | None:
        return self._off(m.entry.name, m)

    def _off(self, name: str, m: Mention) -> Place | None:
        for entry in self._gazetteer.find(fold(f"off {name}")):
            return entry.place(self._document[m.start : m.end])
        return None
