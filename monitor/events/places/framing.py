"""Which larger place, named beside it, holds a place: 'Mosul in northern Iraq', 'Iraq's Anbar', 'Ramgarh in Samba'."""

from __future__ import annotations

import re

from monitor.events.places.bearings import kilometres
from monitor.events.places.found import Find
from monitor.events.places.gazetteer import Entry
from monitor.events.places.words import DISTRICT_WORDS

_FRAMED = re.compile(
    r",? (?:in |of )?(?:the )?(?:\w+ ){0,2}(?:of )?|, ?|"
    r", an? (?:[\w-]+ ){0,3}(?:village|town|city|hamlet|settlement|suburb|community|district) (?:in"
    r"|of) (?:the )?(?:\w+ern )?"
)
_WITHIN = re.compile(
    r",? (?:(?:beach|quarter|district|neighbou?rhood|avenue|street|square|market|village|area|suburb|hill|bridge) )?"
    r"(?:in|of) (?:the )?(?:[\w-]+ern )?(?:(?:city|province|region|state|capital) of )?"
)
_OWNER = re.compile(r"['’]s? (?:[\w-]+ ){0,4}")
#: 'the Zakho district of Duhok': the second name only frames the first
PART_OF = re.compile(r" (?:district|sub-?district|area|suburb|neighbou?rhood|township|village|town|city) of (?:the )?")
#: 'in Ramgarh sector, Samba district'
_IN_DISTRICT = re.compile(
    r"(?:-\w+)?(?: (?:sector|village|area|town|hamlet|locality|settlement))?(?:,| in| of)(?: the)? (?:\w+ern )?"
)
#: so far from the middle of a district no place of it lies
_DISTRICT_KM = 120.0
#: a town of more people is known wherever it is named
_WELL_KNOWN = 300_000
LARGE = frozenset(("country", "capital", "province"))


def frame_of(finds: list[Find], n: int, document: str) -> Entry | None:
    """The country or province that holds it: 'Mosul, Iraq', 'Mosul in northern Iraq', 'Iraq's Anbar'."""
    find = finds[n]
    if n + 1 < len(finds):
        behind = finds[n + 1]
        gap = document[find.end : behind.start]
        speaks = behind.stands == "actor" and gap.startswith(",")  # 'at Novorossiysk, Kyiv says'
        if len(gap) < 45 and (gap.startswith(",") or " in " in gap) and not speaks and _FRAMED.fullmatch(gap):
            frame = _holds(behind.entries, find.entries)
            if frame:
                return frame
    if n:
        ahead = finds[n - 1]
        gap = document[ahead.end : find.start]
        if len(gap) < 40 and _OWNER.fullmatch(gap):
            return _holds(ahead.entries, find.entries)
    return None


def in_district(finds: list[Find], n: int, document: str) -> tuple[Entry, ...]:
    """The bearers of the district or town named right behind a name: 'Ramgarh sector, Samba district', 'the Dasht area
    of Mastung'."""
    if n + 1 == len(finds):
        return ()
    find, behind = finds[n], finds[n + 1]
    gap = document[find.end : behind.start]
    if PART_OF.fullmatch(gap) and all(e.kind in ("town", "district") for e in behind.entries):
        return behind.entries
    following = behind.around.following[0] if behind.around.following else ""
    told = following in DISTRICT_WORDS or behind.key.rpartition(" ")[2] in DISTRICT_WORDS
    if not told or not _IN_DISTRICT.fullmatch(gap):
        return ()
    return behind.entries


def within(entries: tuple[Entry, ...], districts: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    """Those bearers that may lie in one of these districts; None where that cannot be told."""
    at = [(d.country, d.lat, d.lon) for d in districts if d.lat is not None and d.lon is not None]
    lands = {d.country for d in districts}
    if not at or any(
        e.by_hand or e.kind not in ("town", "district", "province") or (e.kind == "province" and e.country in lands)
        for e in entries
    ):
        return None
    return tuple(
        e
        for e in entries
        if any(
            e.country == land and kilometres(e.lat or 0.0, e.lon or 0.0, lat, lon) < _DISTRICT_KM
            for land, lat, lon in at
        )
    )


def is_of_another(find: Find, behind: Find, document: str) -> bool:
    """'Lido beach in Mogadishu' is no Lido the table knows: none of them lies in the land that is named behind it."""
    if not _WITHIN.fullmatch(document[find.end : behind.start]):
        return False
    lands = {e.country for e in behind.entries if e.kind in LARGE or e.by_hand}
    return bool(lands) and all(
        e.kind in ("town", "district") and not e.by_hand and e.people < _WELL_KNOWN and e.country not in lands
        for e in find.entries
    )


def _holds(frames: tuple[Entry, ...], inside: tuple[Entry, ...]) -> Entry | None:
    for frame in frames:
        if frame.kind in ("country", "province", "region") and any(
            e.country == frame.country and e.key != frame.key for e in inside
        ):
            return frame
    return None
