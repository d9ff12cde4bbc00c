"""Whether two reports name the same sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from monitor.incidents import amiss
from monitor.incidents.compat import MUTUAL
from monitor.incidents.words import folded
from monitor.taxonomy import FORCE
from monitor.types import Event, Incident, Party, Reason

#: names that say no more than that there was somebody
_EMPTY = frozenset(
    "unknown gunmen gunman attackers militants militias militia rebels insurgents soldiers troops civilians people "
    "residents forces protesters police drones drone unidentified".split()
)
_SIDES = frozenset({"state", "forces", "group", "coalition"})
_OF_STATES = frozenset({"state", "forces"})
#: one particular thing or person: two of them that differ are two targets
_PARTICULAR = frozenset({"asset", "person"})
#: what the armed are called where their group is not named: 'Syrian rebels', 'suspected jihadists'
_ARMED = frozenset(
    """rebels rebel militants militant terrorists terrorist fighters insurgents gunmen separatists jihadists militias
    militia bandits pirates opposition hackers guerrillas islamists extremists gang gangs tribesmen""".split()
)
#: groups of one house: the act of the one is claimed by the other, or told as its
_HOUSES = tuple(
    frozenset(name.strip().casefold() for name in names.split("|"))
    for names in (
        "Islamic State | ADF | ISWAP | Boko Haram | Abu Sayyaf | Maute group",
        "Al-Qaeda | AQAP | AQIM | JNIM | Al-Shabaab | Hayat Tahrir al-Sham",
        "Tehrik-i-Taliban Pakistan | Jamaat-ul-Ahrar",
        "Balochistan Liberation Army | Balochistan Liberation Front | Baloch militants",
        "Islamic Resistance in Iraq | Kataib Hezbollah | Harakat al-Nujaba | Popular Mobilization Forces",
        "FARC | FARC dissidents | Segunda Marquetalia | Comandos de la Frontera",
        "KillNet | Solntsepek | Sandworm",
    )
)
_PROVINCES = ("islamic state", "al-qaeda")  #: 'Islamic State in Somalia' is of the house of its first words
#: fighting for one place: who is called the attacker depends on who tells it
_BATTLE = frozenset({"armed_clash", "ground_incursion"})
_OTHERS = frozenset({"other_actor", "other_side"})
_OF_DOERS = _OTHERS | {"turned_round", "same_actor", "same_side"}
_TURNED, _OTHER, _MISREAD = -9.0, -2.5, -1.3
#: both on one thing or person by its name, and both on what a common noun tells, 'the airport', 'ships'
_THE_ONE, _ONE_OF_ITS_KIND = 3.2, 1.5
#: a thing told by a common noun, in a text that names the other's, among more of its kind
_MAY_BE_IT = -1.5
_SMALL = frozenset("the of in and for al el de la a an its mv ms mt m v ship vessel tanker base port airport".split())


def known(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those that are named."""
    return tuple(party for party in parties if _words(party.name) - _EMPTY)


def same(a: Party, b: Party) -> bool:
    """The same side, whoever wrote its name; a group is not the state it acts from."""
    one, other = _words(a.name), _words(b.name)
    if one == other:
        return True
    return bool(one and other) and a.kind == b.kind and (one <= other or other <= one)


def related(a: Party, b: Party) -> bool:
    """One belongs to the other: a state and its forces, or two groups of one house. A group is not of the state it acts
    from, and may fight it."""
    if same(a, b) or (a.country and a.country == b.country and {a.kind, b.kind} <= _OF_STATES):
        return True
    return a.kind == b.kind == "group" and any(_of_house(a, house) and _of_house(b, house) for house in _HOUSES)


def _of_house(party: Party, house: frozenset[str]) -> bool:
    name = party.name.casefold()
    return name in house or any(name.startswith(first) for first in _PROVINCES if first in house)


def _may_be(a: Party, b: Party) -> bool:
    """One names no group but what the armed of a land are called: 'Syrian rebels', and the Free Syrian Army."""
    if not a.kind == b.kind == "group" or (a.country and b.country and a.country != b.country):
        return False
    return bool((_words(a.name) | _words(b.name)) & _ARMED)


def likely(event: Event, incident: Incident, *, same_spot: bool, same_time: bool = False) -> tuple[Reason, ...]:
    """What `compare` says, by all who may have done it where those who are told to have are two. Who struck first and
    who struck back stay two, however unsure the sides are."""

    def between(one: tuple[Party, ...], other: tuple[Party, ...]) -> Reason:
        found = compare(
            replace(event, actors=one), replace(incident, actors=other), same_spot=same_spot, same_time=same_time
        )
        doers = [reason for reason in found if reason.fact in _OF_DOERS]
        return doers[0] if doers else Reason(fact="no_side", points=0.0, text="by nobody named")

    plain = compare(event, incident, same_spot=same_spot, same_time=same_time)
    against = next((reason for reason in plain if reason.fact in _OTHERS), None)
    if against is None:
        return plain
    telling = amiss.sole(incident, lambda other: known(other.actors))
    weighed = amiss.weighed(
        against,
        amiss.each(event.actors, _alone(event.maybe_by)),
        amiss.each(incident.actors, _alone(telling.maybe_by) if telling else ()),
        between,
    )
    return tuple(weighed if reason is against else reason for reason in plain)


def _alone(maybe: Iterable[tuple[Party | None, float]]) -> list[tuple[tuple[Party, ...], float]]:
    return [((party,) if party else (), share) for party, share in maybe]


def compare(event: Event, incident: Incident, *, same_spot: bool, same_time: bool = False) -> tuple[Reason, ...]:
    """What the sides of an event and an incident say for or against one act; `same_spot`: at one town or site, and
    `same_time`: told of one day, where sides that differ were likelier misread in one of the reports."""
    by_a, on_a = known(event.actors), known(event.targets)
    by_b, on_b = known(incident.actors), known(incident.targets)
    reasons: list[Reason] = []
    mutual = {event.type, incident.type} <= MUTUAL or (same_spot and {event.type, incident.type} <= _BATTLE)
    loose = "interception" in (event.type, incident.type)
    # of what crossed a line either side may be told as the one that acts
    loose = loose or ("airspace_violation" in (event.type, incident.type) and not _shared(by_a, by_b))
    turned = 0 if mutual or loose else _turned(by_a, on_a, by_b, on_b)
    if turned == 1 and same_time and event.type == incident.type == "aircraft_downed":
        # who flew what was brought down is told beside who shot, and may be taken for him
        loose, turned = True, 0
    if turned:
        # an answer falls elsewhere; at one spot it is likelier that one report was misread
        points = _TURNED if turned == 2 and not same_spot else -1.8 if same_spot and same_time else -3.0
        named = by_b[0].name, by_a[0].name
        return (Reason(fact="turned_round", points=points, text=f"there {named[0]} struck, here {named[1]}"),)
    if mutual or loose:
        here, there = (*by_a, *on_a), (*by_b, *on_b)
        if shared := _shared(here, there):
            # both sides of a truce tell which truce it is
            points = min((0.6 if loose or event.type in FORCE else 0.9) * len(shared), 1.8)
            reasons.append(Reason(fact="same_side", points=points, text=f"both name {_names(shared)}"))
        elif any(related(one, other) for one in here for other in there):
            reasons.append(Reason(fact="same_side", points=0.5, text=f"{_names(here)} and {_names(there)}"))
        elif _conflict(here, there) and not _two_sides(here, there, event, incident):
            reasons.append(Reason(fact="other_side", points=-2.5, text=f"{_names(here)}, not {_names(there)}"))
    elif by_a and by_b:
        if shared := _shared(by_a, by_b):
            group = any(party.kind in ("group", "person") for party in shared)
            points = 1.3 if group else 0.8
            reasons.append(Reason(fact="same_actor", points=points, text=f"both by {_names(shared)}"))
        elif any(related(one, other) for one in by_a for other in by_b):
            reasons.append(Reason(fact="same_actor", points=0.5, text=f"by {_names(by_a)} and {_names(by_b)}"))
        elif _conflict(by_a, by_b):
            misread = same_time and (same_spot or event.type not in FORCE)
            points = _MISREAD if misread else _OTHER
            reasons.append(Reason(fact="other_actor", points=points, text=f"by {_names(by_a)}, not {_names(by_b)}"))
    reasons += _targets(on_a, on_b, event, incident)
    return tuple(reasons)


def one_thing(event: Event, incident: Incident) -> bool:
    """Whether both name one ship, plant or person by its own name."""
    shared = _shared(event.targets, incident.targets)
    return any(party.kind in _PARTICULAR and not party.name.islower() for party in shared)


def _targets(a: Sequence[Party], b: Sequence[Party], event: Event, incident: Incident) -> Iterable[Reason]:
    if not a or not b:
        return
    shared = _shared(a, b)
    special = tuple(party for party in shared if party.kind in _PARTICULAR)
    if special:
        points = _ONE_OF_ITS_KIND if _loosely(special) else _THE_ONE
        yield Reason(fact="same_target", points=points, text=f"both on {_names(special)}")
        return
    if shared:
        yield Reason(fact="same_target", points=0.7, text=f"both on {_names(shared)}")
    mine = [party for party in a if party.kind in _PARTICULAR]
    theirs = [party for party in b if party.kind in _PARTICULAR]
    if any(one.kind == other.kind for one in mine for other in theirs):
        may_be = (_loosely(mine) and _named(theirs, (event,))) or (_loosely(theirs) and _named(mine, incident.events))
        points = _MAY_BE_IT if may_be else -4.2
        yield Reason(fact="other_target", points=points, text=f"on {_names(mine)}, not {_names(theirs)}")


def _turned(by_a: Sequence[Party], on_a: Sequence[Party], by_b: Sequence[Party], on_b: Sequence[Party]) -> int:
    """Whether the attacker here is the attacked there: 0 no, 1 as one report tells, 2 as both do."""
    if not (by_a and by_b) or _shared(by_a, by_b) or any(related(one, other) for one in by_a for other in by_b):
        return 0
    struck_back = any(related(one, other) for one in by_a for other in on_b)
    struck_first = any(related(one, other) for one in by_b for other in on_a)
    return int(struck_back) + int(struck_first)


def _two_sides(a: Sequence[Party], b: Sequence[Party], event: Event, incident: Incident) -> bool:
    """Each report names one side as the one that acts, and either text knows of the other: the two may have met."""
    sides = {party.country for party in (*a, *b) if party.kind in _SIDES}
    return len(sides) == 2 and (_named(a, incident.events) or _named(b, (event,)))


def _loosely(parties: Sequence[Party]) -> bool:
    """Told by a common noun alone: a ship, the airport."""
    return all(party.name.islower() for party in parties)


def _named(parties: Sequence[Party], reports: Iterable[Event]) -> bool:
    """Whether one of the reports speaks of one of these by name."""
    names = [words for party in parties if (words := frozenset(each for each in _words(party.name) if len(each) > 2))]
    return any(words <= told for report in reports for told in (frozenset(report.keywords),) for words in names)


def _shared(a: Iterable[Party], b: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(one for one in a if any(same(one, other) for other in b))


def _conflict(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Both name sides, of different states or groups, and none that belongs to one of the others."""
    mine = [party for party in a if party.kind in _SIDES]
    theirs = [party for party in b if party.kind in _SIDES]
    if not mine or not theirs:
        return False
    return not any(
        related(one, other) or _may_be(one, other) or not one.country or not other.country
        for one in mine
        for other in theirs
    )


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name for party in parties[:3]))


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\w+", folded(name)))
    return words - _SMALL or words
