"""Which of the places that bear one name is meant: by what holds it, the countries the text speaks of, and size."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence

from monitor.events.places.bearings import kilometres
from monitor.events.places.found import Find
from monitor.events.places.gazetteer import Entry, fold
from monitor.events.places.words import DISTRICT_WORDS, PROVINCE_WORDS, TOWN_WORDS

#: so plainly speaks a text of a country that no small place of one it never names is meant
SPOKEN = 1.0
#: of two places of one name the larger has fewer times as many people: both are as well known
_AS_KNOWN = 5
#: what a place loses whose land the text never names, where it names that of another bearer
_NEVER_NAMED = 3.5
#: what a place loses that only another spelling calls so: another bears the name itself
_BY_NAME = 1.5
#: so many times as many people has a capital that a town of its name is meant only where its land is named beside it:
#: in 'talks between the United States and Iran in Rome' it is none in Georgia
_HIDES = 15
#: what a town gains whose province the text names elsewhere: the Calamar of a text on Guaviare is no port on a canal
_IN_NAMED_PROVINCE = 1.2
#: so near lie the two towns of one name on both sides of a border
_TWINS_KM = 15.0
#: words that make a province of a town's name, as far as they mean nothing else
OF_PROVINCES = PROVINCE_WORDS - {"region", "regions", "state", "republic", "territory", "division", "county", "canton"}


def settle(
    find: Find,
    weights: Mapping[str, float],
    frame: Entry | None,
    provinces: Container[tuple[str | None, str | None]] = (),
) -> Entry | None:
    """Which of its bearers a name means, where a text speaks so much of each country and `frame` holds it; `provinces`
    are those that other names of the text tell, with their countries."""
    best, most = None, -math.inf
    alone = len(find.entries) == 1
    if alone and frame is None:
        return find.entries[0]
    province = _only_abroad(find.entries)
    twins = _twins(find.entries)
    spoken = [e for e in find.entries if weights.get(e.country or "", 0.0) >= SPOKEN]
    bearers = [e for e in find.entries if fold(e.name) == find.key]
    named = bearers[0] if len(bearers) == 1 else None  # Bihar, where Bihar Sharif is called so too
    hides = max((e.people for e in find.entries if e.kind == "capital"), default=0) / _HIDES
    for entry in find.entries:
        score = max(_prior(entry), _by_people(entry)) if entry is province else _prior(entry)
        score = max(score, twins.get(entry.key, 0.0))
        if entry.kind in ("town", "district") and not entry.by_hand and not _is_called(entry, find.key):
            score -= _BY_NAME
        if spoken and weights.get(entry.country or "", 0.0) < 0.1 and _yields(entry, spoken):
            score -= _NEVER_NAMED
        if entry.country and (frame is not None or entry.kind != "town" or entry.by_hand or entry.people >= hides):
            score += 2.6 * min(1.0, weights.get(entry.country, 0.0) / 2)
        if entry.kind == "town" and (entry.country, entry.region) in provinces:
            score += _IN_NAMED_PROVINCE
        if frame is not None and entry.key != frame.key:
            if entry.country == frame.country:
                score += 8.0 if frame.kind == "country" or frame.name == entry.region or entry.by_hand else 5.0
            elif frame.kind == "country":
                score -= 4
        score += _by_suffix(find.suffix, entry.kind, alone=alone or entry is province or entry is named)
        if score > most:
            best, most = entry, score
    return best


_PRIOR = {
    "country": 7.0,
    "capital": 6.5,
    "province": 4.5,
    "airport": 4.0,
    "base": 4.0,
    "region": 4.0,
    "district": 2.0,
}


def _prior(entry: Entry) -> float:
    if entry.by_hand:
        return 6.5
    return _PRIOR.get(entry.kind) or _by_people(entry)


def _by_people(entry: Entry) -> float:
    return math.log10(entry.people + 10)


#: what leads on from a town's short name to what tells it from its namesakes: San Antonio del Táchira
_OF_WHERE = frozenset("de del do da dos sur on upon am an".split())


def _is_called(entry: Entry, key: str) -> bool:
    """Whether a place bears a name itself, be it without what tells it from others, and not as one more spelling."""
    name = fold(entry.name)
    return name == key or (name.startswith(f"{key} ") and name[len(key) + 1 :].partition(" ")[0] in _OF_WHERE)


def _yields(entry: Entry, spoken: Sequence[Entry]) -> bool:
    """Whether a place is no better known than one of the same name in a land that the text speaks of."""
    if entry.by_hand or entry.kind in ("country", "capital") or not entry.country:
        return False
    return any(e.by_hand or e.kind == "capital" or e.people * _AS_KNOWN >= entry.people for e in spoken)


def _twins(entries: Sequence[Entry]) -> dict[str, float]:
    """How known a town is that has one of the same name over the border, which either may be: Tin Zaouatine."""
    if not entries[:1] or not entries[0].by_hand or len(entries) < 2:  # hand-kept ones come first
        return {}
    spots = [e for e in entries if e.kind in ("town", "crossing") and e.lat is not None and e.lon is not None]
    if len({e.country for e in spots}) < 2:
        return {}
    return {
        one.key: _prior(other)
        for one in spots
        for other in spots
        if other.by_hand
        and not one.by_hand
        and one.country != other.country
        and kilometres(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0) < _TWINS_KM
    }


def _only_abroad(entries: Sequence[Entry]) -> Entry | None:
    """The province whose name other countries' towns bear, and none of its own: its people count as those of a town do
    (Virginia in the United States and Virginia in South Africa, not Kharkiv and its region, nor one of two Punjabs)."""
    province = next((e for e in entries if e.kind in ("province", "district")), None)
    others = [e for e in entries if e is not province]
    if province is None or province.by_hand:
        return None
    known = any(e.by_hand or e.country == province.country or e.kind == "province" for e in others)
    return None if known else province


def _by_suffix(suffix: str, kind: str, *, alone: bool) -> float:
    if suffix in PROVINCE_WORDS:
        if kind == "region" and suffix in OF_PROVINCES:
            return 2.0  # 'the Mozambican province of Gaza'
        return 4.0 if kind in ("province", "region") else 0.5 if kind == "district" else -2.5
    if suffix in DISTRICT_WORDS:
        return 3.0 if kind == "district" else 0.0
    if suffix in TOWN_WORDS:
        return 2.0 if kind in ("town", "capital") else -1.0
    return -1.0 if kind in ("province", "district") and not alone else 0.0
