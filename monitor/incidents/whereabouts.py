"""Whether two reports may speak of one place, and how strongly their places say so."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from monitor.incidents import amiss
from monitor.incidents.compat import MUTUAL
from monitor.incidents.words import folded, weight
from monitor.taxonomy import FORCE, OTHER
from monitor.types import Event, Incident, Place, Reason

#: how far from its point a place reaches, in km, by precision
_REACH = {"site": 6.0, "town": 15.0, "district": 35.0, "province": 130.0, "country": 0.0, "sea": 260.0}
#: how far apart two good reports may put one act of a type, in km
_RADIUS = {
    "interception": 45.0,
    "maritime_incident": 120.0,
    "armed_clash": 40.0,
    "ground_incursion": 40.0,
    "aircraft_downed": 60.0,
    "airspace_violation": 120.0,
    "weapons_test": 200.0,
    "military_exercise": 150.0,
}
_DEFAULT_RADIUS = 15.0
_ROUNDLY = 35.0  #: '110 km north of Mandalay', which lies to the north-west
#: (south, west, north, east) of lands that reports put in either of two states, as each claims or holds them
_DISPUTED = (
    ((32.5, 73.2, 37.1, 79.0), frozenset({"IN", "PK"})),  # Kashmir
    ((44.3, 32.4, 46.2, 36.7), frozenset({"UA", "RU"})),  # Crimea
    ((32.68, 35.6, 33.4, 35.95), frozenset({"IL", "SY", "LB"})),  # Golan, Shebaa Farms
    ((39.2, 46.3, 40.3, 47.2), frozenset({"AZ", "AM"})),  # Karabakh
    ((9.3, 27.9, 10.4, 29.4), frozenset({"SD", "SS"})),  # Abyei
    ((20.8, -17.1, 27.7, -8.7), frozenset({"EH", "MA"})),  # Western Sahara
)
_UNLIKE = -1.5  #: a place that may be the same, in texts that share few telling words
_MAY_HOLD = 300.0  #: a large province may hold what lies so far from its middle
_FINE = frozenset({"site", "town"})
_TELLING = 4.0  #: bits of a word


def kilometres(a: Place, b: Place) -> float | None:
    """Distance between two places on the great circle; None where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((p - q) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(a.lon - b.lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


def is_fine(place: Place | None) -> bool:
    """Known to the town or closer."""
    return place is not None and place.precision in _FINE


def is_vague(place: Place | None) -> bool:
    """Unknown, or known to the province, sea or country only."""
    return place is None or place.rough


def named(place: Place, words: frozenset[str]) -> bool:
    """Whether the name of `place` is among the `words` of a text: all of it that tells one place from another."""
    telling = {word for word in _plain(place.name).split() if weight(word) >= _TELLING}
    return place.precision != "country" and bool(telling) and telling <= words


def likely(event: Event, incident: Incident, *, alike: Callable[[], bool]) -> Reason:
    """How far the places of an event and an incident speak for one act, by all that they may be. Acts of one day are
    named in one another's reports, so that a place that only may be the same says little where the texts are not
    `alike`."""
    mine, theirs = event.places, incident.places
    kind = event.type if incident.type in FORCE else incident.type
    plain = compare(mine, theirs, kind)
    if plain.points >= 0 or not mine or not theirs:
        return plain
    placing = amiss.sole(incident, lambda other: other.place)
    found = amiss.weighed(
        plain,
        amiss.each(mine, [((place,), share) for place, share in event.maybe_at]),
        amiss.each(theirs, [((place,), share) for place, share in placing.maybe_at] if placing else ()),
        lambda one, other: compare(one, other, kind),
    )
    if kind in FORCE and found.points > _UNLIKE and amiss.doubted(found) and not alike():
        return replace(found, points=max(_UNLIKE, plain.points))
    return found


def compare(mine: Sequence[Place], theirs: Sequence[Place], kind: str) -> Reason:
    """How far the places of two reports (each with its main one first) speak for one act of type `kind`."""
    if not mine or not theirs:
        return Reason(fact="no_place", points=0.0, text="no place to compare")
    if kind not in FORCE:
        return _of_policy(mine, theirs, kind)
    best = _pair(mine[0], theirs[0], kind)
    for n, one in enumerate(mine[:6]):
        for m, other in enumerate(theirs[:6]):
            if n == m == 0:
                continue
            found = _pair(one, other, kind)
            # a further place of the same act counts, a little less than the place of the act
            if found.points - 0.7 > best.points:
                best = Reason(fact=found.fact, points=found.points - 0.7, text=found.text)
    return best


def _pair(a: Place, b: Place, kind: str) -> Reason:
    if _same(a, b):
        if a.precision == "country":
            return Reason(fact="same_country", points=0.6, text=f"both in {b.name}")
        if a.precision in ("province", "sea"):
            return Reason(fact="same_region", points=1.5, text=f"both in {b.name}")
        site = "site" in (a.precision, b.precision)
        return Reason(fact="same_site" if site else "same_town", points=3.8 if site else 2.6, text=f"both at {b.name}")
    if "country" in (a.precision, b.precision):
        return _with_country(a, b)
    far = kilometres(a, b)
    if far is None:
        if a.country and a.country == b.country:
            return Reason(fact="same_country", points=0.2, text=f"both in {a.country}")
        return Reason(fact="no_place", points=-1.0, text="places that cannot be measured")
    reach = _reach(a) + _reach(b)
    if far <= reach + _RADIUS.get(kind, _DEFAULT_RADIUS):
        if a.rough or b.rough:
            return Reason(fact="within_region", points=1.0, text=f"{a.name} and {b.name}, {far:.0f} km apart")
        close = 2.0 if far <= 20 else 1.4 if far <= 45 else 0.8
        return Reason(fact="near", points=close, text=f"{a.name} and {b.name}, {far:.0f} km apart")
    if a.region and a.region == b.region and a.country == b.country and "province" in (a.precision, b.precision):
        return Reason(fact="within_region", points=0.8, text=f"both in {a.region}")
    one_is_wide = (a.precision == "province") != (b.precision == "province")
    if one_is_wide and a.country == b.country and far <= _MAY_HOLD and not (a.region and b.region):
        return Reason(fact="maybe_within", points=0.0, text=f"{a.name} and {b.name}, {far:.0f} km apart")
    points = -4.0 if a.precision in _FINE and b.precision in _FINE else -3.2
    if far > 400 or a.country != b.country:
        points -= 0.6
    return Reason(fact="other_place", points=points, text=f"{a.name} and {b.name}, {far:.0f} km apart")


def _reach(place: Place) -> float:
    """How far from its point a place reaches; one that is told by its distance from another is told roundly."""
    reach = _REACH.get(place.precision, 30.0)
    return reach + _ROUNDLY if place.precision == "town" and place.name[:1].isdigit() else reach


def _with_country(a: Place, b: Place) -> Reason:
    if a.country and a.country == b.country:
        return Reason(fact="same_country", points=0.3, text=f"both in {a.country}")
    far = kilometres(a, b)
    if (a.country is None or b.country is None) and far is not None and far < 900:
        return Reason(fact="off_country", points=0.0, text=f"{a.name}, off {b.name}")
    if _disputed(a, b):
        return Reason(fact="disputed", points=0.0, text=f"{a.name} and {b.name}: land that two states claim")
    return Reason(fact="other_country", points=-4.0, text=f"{a.name}, not {b.name}")


def _disputed(a: Place, b: Place) -> bool:
    """Whether one of two places, of different states, lies in land that both of these states claim or hold."""
    return any(
        {a.country, b.country} <= states and south <= place.lat <= north and west <= place.lon <= east
        for (south, west, north, east), states in _DISPUTED
        for place in (a, b)
        if place.precision != "country" and place.lat is not None and place.lon is not None
    )


#: each state shuts its own airports and borders
_SHUT_ELSEWHERE = -2.0


def _of_policy(mine: Sequence[Place], theirs: Sequence[Place], kind: str) -> Reason:
    """A word is spoken in one place about another, so that places say less."""
    if any(_same(one, other) and one.precision != "country" for one in mine for other in theirs):
        return Reason(fact="same_place", points=1.8, text=f"both at {theirs[0].name}")
    here = {place.country for place in mine if place.country}
    there = {place.country for place in theirs if place.country}
    if kind == OTHER.name and is_fine(mine[0]) and is_fine(theirs[0]):
        far = kilometres(mine[0], theirs[0])
        if far is not None and far > 150:
            text = f"{mine[0].name} and {theirs[0].name}, {far:.0f} km apart"
            return Reason(fact="other_place", points=-0.3, text=text)
    if here & there:
        return Reason(fact="same_country", points=0.7, text=f"both in {sorted(here & there)[0]}")
    if here and there:
        points = -0.2 if kind in MUTUAL else _SHUT_ELSEWHERE if kind == "closure" else -1.0
        return Reason(fact="other_country", points=points, text=f"{mine[0].name}, not {theirs[0].name}")
    return Reason(fact="no_place", points=0.0, text="no place to compare")


def _same(a: Place, b: Place) -> bool:
    if a.key and b.key:
        return a.key == b.key
    return a.country == b.country and _plain(a.name) == _plain(b.name)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", folded(name)))
