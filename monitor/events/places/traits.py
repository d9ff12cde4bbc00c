"""What is seen of each name that may be the place of an act, for the model of `choice.py`.

How it stands and how sharp it is, how it lies to the words of the act, to the ground of the sides, to the land that the
words tell and to what the rules chose; and what it is among all names of its text (`company.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.events.places.bearings import kilometres
from monitor.events.places.choice import FEW_SENTENCES, Candidate, Option, Ruled, Sides
from monitor.events.places.company import Company, grain, step
from monitor.events.places.gazetteer import Gazetteer
from monitor.events.places.lands import Land
from monitor.events.places.names import Mention
from monitor.events.sentences import Sentence
from monitor.taxonomy import TYPES
from monitor.types import Place

#: steps of the distance in characters between a name and the words of the act
_STEPS = (15, 40, 80, 150)
#: steps of what a name is worth by the rules below the best
_BELOW = (0.0, 0.7, 1.5, 3.0, 5.0)
_APART_KM = (5, 30, 100, 300)
#: steps of the share of a land
_SURE = (0.5, 0.7, 0.85, 0.95)
#: acts whose side a single word beside its name tells: 'expelled by', 'Rwanda's choice to break with'
_OF_WORDS = frozenset({"diplomatic_break", "sanctions", "threat", "closure", "cyberattack", "ceasefire"})
#: lands with a code of their own whose ground is a state's
_OF_STATE = {"GU": "US", "PR": "US"}


def options(
    table: Gazetteer,
    document: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    candidates: Sequence[Candidate],
    *,
    type: str,
    ruled: Ruled | None,
    sides: Sides,
    land: Land | None = None,
    buried: bool = False,
) -> list[Option]:
    """The options for an act of `type` between `sides`, in a text whose words tell of a `land`; `buried`: it tells it
    behind other news."""
    known = TYPES.get(type)
    family = known.family if known else "other"
    long = len(sentences) > FEW_SENTENCES
    best = max((c.points for c in candidates), default=0.0)
    company = Company(table, document, sentences, mentions, buried=buried)
    chosen = next((c.mention for c in candidates if ruled is not None and _key(c) == ruled.key), None)
    found = []
    for candidate in candidates:
        m = candidate.mention
        sharp = company.grade(m)
        place = _key(candidate)
        words = company.worded(m)
        seen = [
            *company.seen(m),
            *words,
            *_to_the_act(candidate, sharp, best, type, family),
            *_to_the_sides(m, sides, type, family),
        ]
        seen.append(f"{type}: kind {m.entry.kind}")
        seen += [f"{family}: {word}" for word in words[:2]]
        if type in _OF_WORDS:
            seen += [f"{type}: {word}" for word in words[:2]]
        seen += _to_the_land(m.entry.country, grain(m), land)
        if ruled is not None and place == ruled.key:
            seen += _ruled(ruled.place.precision, type)
        elif ruled is not None:
            seen += _to_the_ruled(m, sharp, ruled.place, chosen, company)
        found.append(Option(place=place, mention=m, seen=seen, long=long))
    if ruled is not None and not ruled.named:
        sharp = ruled.place.precision
        seen = [*_ruled(sharp, type), "no name", f"no name, sharp {sharp}", f"{type}: no name"]
        seen += _to_the_land(ruled.place.country, "no name", land)
        found.append(Option(place=ruled.key, mention=None, seen=seen, long=long))
    return found


def _key(candidate: Candidate) -> str:
    """What a name's place is known by; at a distance from it lies another."""
    return candidate.mention.entry.key + ("@" if candidate.distant else "")


def _ruled(precision: str, type: str) -> list[str]:
    return ["ruled", f"ruled, sharp {precision}", f"{type}: ruled"]


def _to_the_act(candidate: Candidate, sharp: str, best: float, type: str, family: str) -> list[str]:
    """How a name lies to the words of the act, and what its kind tells of acts of the type."""
    stands = candidate.mention.stands
    found = [
        f"{type}: sharp {sharp}",
        f"{type}: stands {stands}",
        f"{family}: stands {stands}, sharp {sharp}",
        f"points {step(best - candidate.points, _BELOW)} below",
    ]
    found.append(f"told {candidate.told}, stands {stands}")
    if candidate.distant:
        found.append("at a distance")
    if candidate.beyond:
        found += ("beyond", f"beyond, {sharp}", f"beyond, stands {stands}")
    if candidate.aside:
        found.append("aside, same sentence" if not candidate.offset else "aside, another sentence")
    if candidate.offset:
        found.append(f"sentences off {max(-4, min(4, candidate.offset))}")
        found.append(f"another sentence, stands {stands}")
    else:
        side = "before" if candidate.apart < 0 else "behind"
        found.append(f"{side} the act by {step(abs(candidate.apart), _STEPS)}")
        found.append(f"cuts {min(3, candidate.cuts)}, stands {stands}")
    return found


def _to_the_sides(m: Mention, sides: Sides, type: str, family: str) -> Iterator[str]:
    """Whose ground a place is."""
    if not m.entry.country or not (sides.actors or sides.targets):
        return
    land = _OF_STATE.get(m.entry.country, m.entry.country)
    actor, target = land in sides.actors, land in sides.targets
    whose = "both sides" if actor and target else "the actor" if actor else "the target" if target else "neither side"
    width = grain(m)
    yield f"of {whose}"
    yield f"of {whose}, {width}"
    yield f"{type}: of {whose}"
    yield f"{family}: of {whose}, {width}"


def _to_the_land(country: str | None, grain: str, land: Land | None) -> Iterator[str]:
    """Whether it lies in the land that the words of the text tell."""
    if land is not None and country:
        whose = "its land" if country == land.code else "another land"
        sure = step(land.share, _SURE)
        yield f"words tell {whose}, sure {sure}"
        yield f"words tell {whose}, sure {sure}, {grain}"


def _to_the_ruled(m: Mention, sharp: str, ruled: Place, chosen: Mention | None, company: Company) -> Iterator[str]:
    """How a place lies to the one that the rules chose."""
    entry = m.entry
    other = company.grade(chosen) if chosen else ruled.precision
    if entry.country != ruled.country or not entry.country:
        yield f"ruled {other} is of another country, {sharp}"
        return
    yield f"ruled {other} is of its country, {sharp}"
    region = company.province(entry)
    if region and region in (ruled.name, company.province(chosen.entry) if chosen else ruled.region):
        yield f"ruled {other} is of its province, {sharp}"
    if None not in (entry.lat, entry.lon, ruled.lat, ruled.lon):
        apart = kilometres(entry.lat or 0.0, entry.lon or 0.0, ruled.lat or 0.0, ruled.lon or 0.0)
        yield f"ruled {other} is off by {step(apart, _APART_KM)}, {sharp}"
