"""Whether an incident lies in a rule's scope: yes, no, or cannot be decided, each with its reason.

Unknown is an answer of its own. What to do with it is the caller's business: a watch area takes it in and says so, a
mute lets it pass and says so. Both err towards telling.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from monitor.alerts.regions import country_name, region_key, region_of
from monitor.taxonomy import type_of
from monitor.types import Incident, Notice, Place

#: how far off, in km, a place of each precision may be: what 'a place in Kyiv oblast' leaves open
UNCERTAIN_KM: Mapping[str, float] = {
    "site": 2.0, "town": 10.0, "district": 45.0, "province": 160.0, "sea": 400.0, "country": 900.0,
}  # fmt: skip
#: countries so large that their middle says little
_VAST_KM: Mapping[str, float] = {
    "RU": 4500.0, "US": 2600.0, "CA": 3000.0, "CN": 2500.0, "AU": 2200.0, "BR": 2400.0,
    "IN": 1700.0, "KZ": 1500.0, "SD": 1100.0, "DZ": 1300.0, "CD": 1300.0, "SA": 1200.0, "IR": 1200.0,
}  # fmt: skip


class Answer(StrEnum):
    """Whether something applies."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A named part of the world: a circle, a box, a region or a list of countries; what is given must all hold."""

    name: str
    lat: float | None = None  #: centre of a circle
    lon: float | None = None
    radius_km: float | None = None
    south: float | None = None  #: sides of a box; west may be larger than east, across the date line
    west: float | None = None
    north: float | None = None
    east: float | None = None
    regions: tuple[str, ...] = ()  #: first-level divisions ('Kyiv oblast'), or world regions ('Middle East')
    countries: tuple[str, ...] = ()  #: by ISO code or name: IQ, Iraq

    def __post_init__(self) -> None:
        circle = (self.lat, self.lon, self.radius_km)
        box = (self.south, self.west, self.north, self.east)
        given = [side for side in (*circle, *box) if side is not None]
        if not (given or self.regions or self.countries):
            raise ValueError("says nowhere: give a circle, a box, regions or countries")
        if None in circle and any(side is not None for side in circle):
            raise ValueError("a circle is lat, lon and radius_km")
        if None in box and any(side is not None for side in box):
            raise ValueError("a box is south, west, north and east")
        _judge_spot(self.lat or 0.0, self.lon or 0.0)
        _judge_spot(self.south or 0.0, self.west or 0.0)
        _judge_spot(self.north or 0.0, self.east or 0.0)
        if self.south is not None and self.north is not None and self.south >= self.north:
            raise ValueError(f"south ({self.south:g}) lies below north ({self.north:g})")
        if self.radius_km is not None:
            _judge_radius(self.radius_km)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A site of one's own. `radius_km` may be told apart by type or family: shelling 5, missile_strike 300."""

    name: str
    lat: float
    lon: float
    radius_km: float = 25.0
    radius_by: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _judge_spot(self.lat, self.lon)
        for radius in (self.radius_km, *self.radius_by.values()):
            _judge_radius(radius)

    def radius_for(self, type_name: str) -> float:
        """The radius that counts for this type: its own, else its family's, else the general one."""
        family = type_of(type_name).family
        return self.radius_by.get(type_name, self.radius_by.get(family, self.radius_km))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a rule is about. Every key given must hold; of several values in one key, one is enough."""

    types: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kinds: tuple[Literal["new", "update", "correction", "retraction", "possible"], ...] = ()  #: of news
    severity: float | None = None  #: at least
    below: float | None = None  #: severity less than
    direction: Literal["up", "down"] | None = None  #: whether it escalates
    countries: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()  #: names from `areas`
    assets: tuple[str, ...] = ()  #: names from `assets`; 'any' for whichever
    actors: tuple[str, ...] = ()  #: a name, or a part of it, among actors and targets
    trust: float | None = None  #: best source at least
    independent: int | None = None  #: independent sources at least
    grades: tuple[Literal["claimed", "reported", "confirmed", "disputed", "denied"], ...] = ()  #: how sure it is
    sources: tuple[str, ...] = ()  #: configured names of sources
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for bound in (self.severity, self.below):
            if bound is not None and not 0 <= bound <= 10:
                raise ValueError("severity and below lie between 0 and 10")
        if self.severity is not None and self.below is not None and self.severity >= self.below:
            raise ValueError(f"no severity is at least {self.severity:g} and below {self.below:g}")
        if self.trust is not None and not 0 <= self.trust <= 1:
            raise ValueError("trust lies between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer, and what made it."""

    answer: Answer
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """The user's own areas and assets, by name."""

    areas: Mapping[str, Area] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)


def _judge_spot(lat: float, lon: float) -> None:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"no place on earth lies at {lat:g}, {lon:g}")


def _judge_radius(radius_km: float) -> None:
    if not radius_km > 0:
        raise ValueError("a radius is above 0")


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    step = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(step)))


def _off_km(place: Place) -> float:
    if place.precision == "country":
        return _VAST_KM.get(place.country or "", UNCERTAIN_KM["country"])
    return UNCERTAIN_KM.get(place.precision, UNCERTAIN_KM["province"])


def _within(place: Place, lat: float, lon: float, radius_km: float, name: str) -> Finding:
    if place.lat is None or place.lon is None:
        return Finding(answer=Answer.UNKNOWN, reason=f"no position for {place.name}, so {name} is not ruled out")
    apart, off = distance_km(place.lat, place.lon, lat, lon), _off_km(place)
    if apart <= radius_km and place.precision in ("site", "town", "district"):
        return Finding(
            answer=Answer.YES, reason=f"{place.name} is {apart:.0f} km from {name} (radius {radius_km:g} km)"
        )
    if apart - off > radius_km:
        return Finding(answer=Answer.NO, reason=f"{place.name} is {apart:.0f} km from {name}")
    if apart + off <= radius_km:
        return Finding(answer=Answer.YES, reason=f"all of {place.name} is within {radius_km:g} km of {name}")
    return Finding(
        answer=Answer.UNKNOWN,
        reason=f"place known only to {place.precision} ({place.name}), so {name} is not ruled out",
    )


def _box(place: Place, area: Area) -> Finding:
    if None in (area.south, area.west, area.north, area.east):
        return Finding(answer=Answer.YES, reason="")
    if place.lat is None or place.lon is None:
        return Finding(answer=Answer.UNKNOWN, reason=f"no position for {place.name}, so {area.name} is not ruled out")
    south, west, north, east = area.south or 0.0, area.west or 0.0, area.north or 0.0, area.east or 0.0
    nearest_lat = min(max(place.lat, south), north)
    span = (east - west) % 360 or 360.0
    offset = (place.lon - west) % 360
    if offset <= span:
        nearest_lon = place.lon
    else:
        nearest_lon = east if offset - span < 360 - offset else west
    apart = distance_km(place.lat, place.lon, nearest_lat, nearest_lon)
    if apart == 0 and place.precision in ("site", "town", "district"):
        return Finding(answer=Answer.YES, reason=f"{place.name} lies in {area.name}")
    if apart > _off_km(place):
        return Finding(answer=Answer.NO, reason=f"{place.name} lies outside {area.name}")
    return Finding(
        answer=Answer.UNKNOWN,
        reason=f"place known only to {place.precision} ({place.name}), so {area.name} is not ruled out",
    )


def _region(place: Place, area: Area) -> Finding:
    if not area.regions:
        return Finding(answer=Answer.YES, reason="")
    wanted = {region_key(name) for name in area.regions}
    names = {region_key(text) for text in (place.region, region_of(place.country), place.name) if text}
    if names & wanted:
        return Finding(answer=Answer.YES, reason=f"{place.name} lies in {area.name}")
    if place.precision in ("country", "sea") or (place.region is None and place.precision != "province"):
        return Finding(answer=Answer.UNKNOWN, reason=f"the region of {place.name} is not known")
    return Finding(answer=Answer.NO, reason=f"{place.name} lies outside {area.name}")


def _country(place: Place, countries: Sequence[str], what: str) -> Finding:
    if not countries:
        return Finding(answer=Answer.YES, reason="")
    if place.country is None and place.precision != "sea":
        return Finding(answer=Answer.UNKNOWN, reason=f"the country of {place.name} is not known")
    inside = (place.country or "") in {code.upper() for code in countries}
    where = country_name(place.country) or "the high seas"
    return Finding(
        answer=Answer.YES if inside else Answer.NO,
        reason=f"{place.name} is in {where}" if inside else f"{where} is not in {what}",
    )


def in_area(place: Place, area: Area) -> Finding:
    """Whether one place lies in the area: no as soon as one condition fails, unknown before yes."""
    findings = [_country(place, area.countries, area.name), _region(place, area), _box(place, area)]
    if area.lat is not None and area.lon is not None and area.radius_km is not None:
        findings.append(_within(place, area.lat, area.lon, area.radius_km, area.name))
    return _all(findings) or Finding(answer=Answer.YES, reason=f"{place.name} lies in {area.name}")


def _all(findings: Sequence[Finding]) -> Finding | None:
    for answer in (Answer.NO, Answer.UNKNOWN):
        for finding in findings:
            if finding.answer is answer:
                return finding
    said = [finding.reason for finding in findings if finding.reason]
    return Finding(answer=Answer.YES, reason="; ".join(dict.fromkeys(said))) if said else None


def _any(findings: Sequence[Finding]) -> Finding:
    for answer in (Answer.YES, Answer.UNKNOWN):
        for finding in findings:
            if finding.answer is answer:
                return finding
    return findings[0]


def _over_places(incident: Incident, test: Callable[[Place], Finding], what: str) -> Finding:
    places = incident.places
    if not places:
        return Finding(answer=Answer.UNKNOWN, reason=f"place unknown, so {what} is not ruled out")
    return _any([test(place) for place in places])


def _choice(value: str, wanted: Sequence[str], what: str) -> Finding:
    inside = value in wanted
    return Finding(answer=Answer.YES if inside else Answer.NO, reason=f"{what} {value}")


def _parties(incident: Incident) -> tuple[str, ...]:
    sides = (*incident.actors, *incident.targets, *((incident.claimed_by,) if incident.claimed_by else ()))
    return tuple(side.name for side in sides)


def _actor(incident: Incident, wanted: Sequence[str]) -> Finding:
    names = [name for name in _parties(incident) if name.casefold() != "unknown"]
    for name in names:
        if any(part.casefold() in name.casefold() for part in wanted):
            return Finding(answer=Answer.YES, reason=f"{name} takes part")
    if not incident.actors or any(side.name.casefold() == "unknown" for side in incident.actors):
        return Finding(answer=Answer.UNKNOWN, reason="the actor is unknown")
    return Finding(answer=Answer.NO, reason="another actor")


def _direction(incident: Incident) -> str:
    return "down" if "de_escalation" in incident.flags or type_of(incident.type).direction == "down" else "up"


def _findings(scope: Scope, notice: Notice, atlas: Atlas) -> Iterator[Finding]:
    incident = notice.incident
    if scope.types:
        yield _choice(incident.type, scope.types, "type")
    if scope.families:
        yield _choice(incident.family or type_of(incident.type).family, scope.families, "family")
    if scope.kinds:
        yield _choice(notice.kind.value, scope.kinds, "kind")
    if scope.grades:
        yield _choice(incident.grade.value, scope.grades, "grade")
    if scope.severity is not None:
        enough = incident.severity >= scope.severity
        sign = "at least" if enough else "below"
        yield Finding(
            answer=Answer.YES if enough else Answer.NO,
            reason=f"severity {incident.severity:.1f} is {sign} {scope.severity:g}",
        )
    if scope.below is not None:
        less = incident.severity < scope.below
        yield Finding(
            answer=Answer.YES if less else Answer.NO, reason=f"severity {incident.severity:.1f}, limit {scope.below:g}"
        )
    if scope.direction:
        yield _choice(_direction(incident), (scope.direction,), "direction")
    if scope.countries:
        yield _over_places(
            incident, lambda place: _country(place, scope.countries, "the rule's countries"), "the rule's countries"
        )
    if scope.areas:
        yield _any([_in_named_area(incident, name, atlas) for name in scope.areas])
    if scope.assets:
        names = tuple(atlas.assets) if "any" in scope.assets else scope.assets
        yield (
            _any([_near_asset(incident, name, atlas) for name in names])
            if names
            else Finding(answer=Answer.NO, reason="no assets are configured")
        )
    if scope.actors:
        yield _actor(incident, scope.actors)
    if scope.trust is not None:
        best = incident.trust
        yield Finding(answer=Answer.YES if best >= scope.trust else Answer.NO, reason=f"source trust {best:.2f}")
    if scope.independent is not None:
        yield Finding(
            answer=Answer.YES if incident.independent >= scope.independent else Answer.NO,
            reason=f"{incident.independent} independent",
        )
    if scope.sources:
        named = sorted({event.source for event in incident.events} & set(scope.sources))
        yield Finding(answer=Answer.YES if named else Answer.NO, reason="reported by " + (", ".join(named) or "others"))
    if scope.tags:
        tagged = sorted(incident.flags & set(scope.tags))
        yield Finding(answer=Answer.YES if tagged else Answer.NO, reason="tagged " + (", ".join(tagged) or "otherwise"))


def _in_named_area(incident: Incident, name: str, atlas: Atlas) -> Finding:
    area = atlas.areas.get(name)
    if area is None:
        return Finding(answer=Answer.UNKNOWN, reason=f"no area is called {name}")
    return _over_places(incident, lambda place: in_area(place, area), name)


def _near_asset(incident: Incident, name: str, atlas: Atlas) -> Finding:
    asset = atlas.assets.get(name)
    if asset is None:
        return Finding(answer=Answer.UNKNOWN, reason=f"no asset is called {name}")
    radius = asset.radius_for(incident.type)
    return _over_places(incident, lambda place: _within(place, asset.lat, asset.lon, radius, name), name)


def covers(scope: Scope, notice: Notice, atlas: Atlas) -> Finding:
    """Whether the notice lies in the scope. An empty scope covers everything."""
    found = _all(list(_findings(scope, notice, atlas)))
    return found or Finding(answer=Answer.YES, reason="applies to everything")
