"""Where an attack stands, and what is shot down, where the place found is only who tells of it or who sent it."""

from __future__ import annotations

import re

from monitor.events.places.acts import ITS_OWN, Country, SeatedAct
from monitor.events.places.subjects import (
    DEMONYMS,
    NAMED,
    SPELLINGS,
    STATES,
    home_of,
    nearest_state,
    right_before,
    speaker,
)
from monitor.taxonomy import FIRE
from monitor.types import Place

_THE_COUNTRYS = re.compile(
    r"\b(?:its|their|the (?:country|kingdom|republic|island)['’]s) (?:own )?(?:skies|air ?space|waters)\b",
    re.IGNORECASE,
)


def crossed(act: SeatedAct) -> Place | None:
    """'Colombia said that an object entered the country's airspace': over the land that tells of it."""
    found = act.found
    if act.main or _THE_COUNTRYS.search(act.told) is None or act.names_it:
        return found
    told_by = speaker(act.told)
    return found if told_by is None or (found is not None and found.country == told_by) else act.at(told_by)


#: states that shoot down far from home
ABROAD = frozenset({"US", "GB", "FR", "RU"})
#: 'Syrian rocket hits Israel', 'shells landed in Jordan'
_CROSSED_INTO = re.compile(
    r"\b(?i:rocket|missile|shell|mortar|projectile|drone|artillery fire|mortar fire)(?i:s| rounds?)?[^.;:,]{0,40}?"
    rf" (?i:hits?|struck|lands?|landed|falls?|fell|fallen) (?:(?i:in|inside|on|into) )?(?:[a-z]+ern )?(?P<who>{STATES})"
    r"(?=[,.;:]|$|\n| (?:on|in|at|after|as|from|near|during|overnight|again|for|by|late|early|today|and|but) )"
)
#: states that strike beyond their borders, and hardly within them
_STRIKES_ABROAD = frozenset({"IL", "US", "RU", "TR", "SA", "AE", "IR", "GB", "FR"})
#: ... and never within them: a town of theirs is where they were hit before
_NEVER_AT_HOME = frozenset({"IL", "US", "GB", "FR", "SA", "AE"})
#: sides that hold ground in their country
_HIT = frozenset({"state", "forces", "group"})
FROM_AFAR = FIRE | {"targeted_killing"}
_ACROSS = re.compile(r"\bacross the (?:border|frontier|line)\b")


def struck(act: SeatedAct) -> Place | None:
    """Where a state struck: not in its own land where only its name told of that ('Israeli drone hits car'), but in
    the land of the side it hit ('Britain bombs Houthi targets'), or nowhere known."""
    found = act.found
    lands = {party.country for party in act.actors}
    landed = _CROSSED_INTO.search(act.whole) if found is not None and found.country in lands else None
    if found is not None and landed and found.precision in ("town", "district", "province"):
        over = SPELLINGS[landed["who"]]
        if over and over not in lands:
            return act.country(over)  # the town named is on the side that fired
    if found is not None and not act.main and found.country in lands and _ACROSS.search(act.told):
        over = next((code for code in act.countries if code not in lands), None)
        return act.at(over)  # 'A Thai F-16 bombed a post across the border'
    strikers = lands & _STRIKES_ABROAD
    whole = found is None or found.precision == "country"
    at_home = found is None or (found.country in strikers and (whole or found.country in _NEVER_AT_HOME))
    if not strikers or not at_home or act.stands_there:
        return found
    hit = {party.country for party in act.targets if party.kind in _HIT and party.country} - strikers
    theirs = act.country(next(iter(hit))) if len(hit) == 1 else None
    return theirs if whole else theirs or found


def at_sea(act: SeatedAct) -> Place | None:
    """What befell a ship is not where the navy that tells of it is governed, but off the land of the group that did
    it, or nowhere known."""
    found = act.found
    told_by = found is not None and found.precision == "country" and found.country in ABROAD
    if found is None or not told_by or act.stands_there:
        return found
    home = next((party.country for party in act.actors if party.kind == "group" and party.country), None)
    return act.at(home) if home else None


GROUND = frozenset({"ground_incursion", "armed_clash"})
#: a counteroffensive against a state is fought on the ground of those who drive it off
_COUNTERED = re.compile(rf"(?i:\bcounter-?(?:offensive|attack)s? against (?:the )?)(?P<who>{STATES})(?=\W|$)")


def driven_off(act: SeatedAct) -> Place | None:
    """'Counteroffensive against Russia': on the ground of those who drive it off."""
    found, countered = act.found, _COUNTERED.search(act.told)
    if countered is None:
        return found
    against = SPELLINGS[countered["who"]]
    home = home_of(act.actors) or nearest_state(act.before)
    if home and home != against and (found is None or (found.precision == "country" and found.country == against)):
        return act.at(home)
    return found


_DOWNED_BY = re.compile(rf"\b(?i:(?:down|downed|intercepted|destroyed) by (?:the )?)(?P<who>{STATES})(?=\W|$)(?!-led)")


def shot_down(act: SeatedAct) -> Place | None:
    """'Downed by Jordan': over the land of who shot, unless the text names a place near it."""
    shot = _shooter(act.told, act.before)
    if shot is None:
        return act.at(_sent_to(act)) if _over_its_sender(act) else act.found
    at_home = ITS_OWN.search(act.whole) is not None and (act.found is None or act.found.country != shot)
    return act.at(shot) if at_home or not _near(act.found, shot, act.told, act.country) else act.found


#: '121 Ukrainian drones': whose they were
_WHOSE = re.compile(
    rf"\b(?P<whose>{'|'.join(map(re.escape, sorted(DEMONYMS, key=len, reverse=True)))})\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:drones?|UAVs?|missiles?|rockets?)\b"
)


def _sender(told: str) -> str | None:
    whose = _WHOSE.search(told)
    return SPELLINGS[whose["whose"]] if whose else None


def _over_its_sender(act: SeatedAct) -> bool:
    """Whether drones are put over the land that sent them, by a place their sentence does not name."""
    found = act.found
    if found is None or act.main or found.country != _sender(act.told):
        return False
    return not act.names_it


def _sent_to(act: SeatedAct) -> str | None:
    """The other land that the text is set in: where what one sends at the other is shot down."""
    sender = _sender(act.told)
    said = right_before(act.before) or speaker(act.before)
    return said if said and said != sender else next((code for code in act.countries if code != sender), None)


_PART = re.compile(r" (?:region|province|oblast|governorate|prefecture)$", re.IGNORECASE)


def brought_down(act: SeatedAct) -> Place | None:
    """What is flown by a crew is shot at over the other's land too: a part of a state that is told to be one stands,
    'the Belgorod Region'."""
    found = act.found
    return found if found is not None and _PART.search(found.as_written) else shot_down(act)


def _shooter(told: str, before: str) -> str | None:
    """Who shot it down, where that is a state which does so at home."""
    by = _DOWNED_BY.search(told)
    named = None if by else NAMED.match(before)
    who = by["who"] if by else named.group() if named and named.group() not in DEMONYMS else ""
    code = SPELLINGS.get(who)
    return None if code in ABROAD else code


def _near(found: Place | None, shooter: str, told: str, country: Country) -> bool:
    """Whether what was found may be where a state shot something down: a place of its own, on its border, or one that
    the sentence of the act names as more than where it came from."""
    home = country(shooter)
    if found is None or home is None:
        return home is None
    if found.country == shooter or home.name in found.name or found.country is None:
        return True
    said = re.search(rf"(?P<from>\b(?:from|of) )?{re.escape(found.as_written)}\b", told) if found.as_written else None
    return said is not None and not said["from"]
