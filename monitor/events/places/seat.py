"""Where an act of words stands: a threat, a ban or a broken tie happens where the side that utters it is governed.

Such a text names many places and none of them is the place of the act: whom it is meant for, what it answers, where a
reporter heard it. So the side decides, and the country stands at its capital. A missile that is only tested belongs to
the state that launched it, wherever it came down, and a closed sky to the country above which it closed. Acts of words
are seated in `uttered.py`, attacks in `attacked.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from monitor.events.places.acts import ITS_OWN, Country, SeatedAct
from monitor.events.places.attacked import (
    ABROAD,
    FROM_AFAR,
    GROUND,
    at_sea,
    brought_down,
    crossed,
    driven_off,
    shot_down,
    struck,
)
from monitor.events.places.bearings import kilometres
from monitor.events.places.called import ground, tester
from monitor.events.places.subjects import (
    SPELLINGS,
    STATES,
    nearest_state,
    right_before,
    speaker,
)
from monitor.events.places.uttered import diplomatic_break, sanctions, threat
from monitor.types import Party, Place

#: done by a state at home: a place in another country is where it was seen, feared or answered
ON_OWN_GROUND = frozenset({"nuclear_step", "weapons_test"})


def seat(
    kind: str,
    found: Place | None,
    actors: Sequence[Party],
    targets: Sequence[Party],
    told: str,
    country: Country,
    before: str = "",
    countries: Sequence[str] = (),
    *,
    main: bool = True,
) -> Place | None:
    """The place of an act of type `kind`: `found` in the text, or the country of the side that acts.

    `told` is the sentence of the act, `before` what it says before the act's words; `country` gives a code's country
    as a place at its capital. `countries` are those the text is set in, most first; `main` is the act the text was
    written for."""
    seated = _SEATED.get(kind)
    if seated is None:
        return found
    return seated(
        SeatedAct(
            found=found,
            actors=actors,
            targets=targets,
            told=told,
            country=country,
            before=before,
            countries=countries,
            main=main,
        )
    )


#: 'Pakistan's sky is shut', 'Venezuela's Brazil border'
_OWN_BOUNDS = re.compile(
    rf"\b(?P<who>{STATES})['’]s\s+(?:\w+\s+){{0,2}}?(?i:sky|skies|air ?space|borders?|frontiers?|crossings?)\b"
)
_SKY = re.compile(r"\b(?:air ?space|air traffic|skies|flights|no-fly)\b", re.IGNORECASE)


def _closure(act: SeatedAct) -> Place | None:
    """'Pakistan's sky is shut', 'Sudan closes its border', 'Iraqi airspace closed': where it is closed."""
    found, subject = act.found, right_before(act.before.partition("\n")[0], blocs=False)
    if subject in ABROAD:
        subject = None  # 'US bars airlines from Haiti'
    home = subject or act.home()
    if ITS_OWN.search(act.told) and subject is None:
        home = nearest_state(act.before) or speaker(act.told) or home
    if own := _OWN_BOUNDS.search(act.whole):
        owner = SPELLINGS[own["who"]]
        if owner and found is not None and found.name.endswith("border"):
            return replace(found, country=owner)
        return act.at(owner)
    if _SKY.search(act.told) and (found is None or found.precision != "site"):
        return act.governed(home)
    if found is None:
        return act.country(home) if home else None
    if found.name.endswith(" border"):
        return _on_its_side(found, _closer(act.before), act.country)
    if subject and found.country != subject and not act.names_it:
        return act.at(subject)
    if home and found.precision == "country" and found.country != home:
        shut_out = found.country in {party.country for party in act.targets}
        return act.at(home) if shut_out else found
    return found


#: 'Sudan has' shut, 'Burundi's' closing
_CLOSES = re.compile(rf"(?<!with )(?<!to )(?<!from )\b(?P<who>{STATES})(?:['’]s)? (?:[\w-]+ ){{0,2}}$")


def _closer(before: str) -> str | None:
    """The state named right before the words of a closure: 'Ethiopia tensions: Sudan' shuts its border."""
    named = _CLOSES.search(before.partition("\n")[0])
    return SPELLINGS[named["who"]] if named else None


def _on_its_side(found: Place, home: str | None, country: Country) -> Place:
    """A border as that of the state that closes it or sends forces there, where it is one of the two."""
    own = country(home) if home and home != found.country else None
    return replace(found, country=home) if own is not None and own.name in found.name else found


#: 'Serbia puts army on highest alert over Kosovo': forces that are made ready stand at home
_READY = re.compile(
    rf"\b(?P<who>{STATES})(?:['’]s)?\s+(?:\w+\s+){{0,2}}?(?i:put|place|set|order|rais)(?:s|es"
    rf"|ed)?\s+(?i:\w+\s+){{0,4}}?"
    r"(?i:(?:on|to|at)\s+(?:\w+\s+){0,5}?(?:alert|readiness|standby))\b"
)


def _deployment(act: SeatedAct) -> Place | None:
    """'Serbia puts army on highest alert', 'troops sent to the border', on the side of who sends."""
    if ready := _READY.search(act.whole):
        return act.at(SPELLINGS[ready["who"]])
    if act.found is not None and act.found.name.endswith(" border"):
        return _on_its_side(act.found, act.home(), act.country)
    return act.found


_STATIONED = re.compile(r"\b(?:station|deploy|transferr?|host|plac)(?:s|es|e|ed|ing)?\b", re.IGNORECASE)


def _nuclear_step(act: SeatedAct) -> Place | None:
    """A plant is where it is, whoever tells of it; arms put on another's ground stand there."""
    if act.found is not None and (act.found.precision == "site" or _STATIONED.search(act.told)):
        return act.found
    return _at_home(act, act.home())


def _weapons_test(act: SeatedAct) -> Place | None:
    """'Hwasong-16B flies 1,000 km', 'Kim watches a launch': in the land of whose missile it is."""
    return _at_home(act, tester(act.whole) or act.home() or _of_kim(act.whole))


#: what a text names by the way, where the act is a state's as a whole
_PASSING = frozenset({"province", "district", "sea"})


def _at_home(act: SeatedAct, home: str | None) -> Place | None:
    found = act.found
    return act.at(home) if home and (found is None or found.country != home or found.precision in _PASSING) else found


#: the one Kim whose name needs no other
_KIM = re.compile(r"(?<![A-Z]\w )(?:(?<=\W)|^)Kim(?:['’]s)?\b(?! [A-Z])(?!-)")


def _of_kim(told: str) -> str | None:
    """Whose a missile is that is only told by who ordered it."""
    return "KP" if _KIM.search(told) else None


_HACKERS = re.compile(
    rf"\b(?:pro-|(?i:(?:linked|tied|connected) (?:to|with)|point(?:s|ed|ing)? (?:to|at)|"
    rf"(?:blam|accus)(?:e|es|ed|ing)(?: it on)?) )(?P<of>{STATES})\b|"
    rf"\b(?P<by>{STATES})(?:-(?:linked|backed|sponsored))? "
    r"(?:(?i:blamed|accused)(?! (?:the )?[A-Z])|(?i:hack\w+|cyber(?:spies|criminals)))(?=\W|$)"
)


#: 'Albania says hackers hit its police', 'Kyiv blames Russia for'
_SAYS_SO = re.compile(
    rf"\b(?P<who>{STATES})(?:['’]s (?:\w+ ){{1,2}})? ?(?i:says|said|confirms|confirmed|reports|reported)(?=\W)"
)


def _struck_and_says_so(told: str) -> str | None:
    """The state that tells of an attack on networks."""
    said = _SAYS_SO.search(told)
    return SPELLINGS[said["who"]] if said else None


def _cyberattack(act: SeatedAct) -> Place | None:
    """In the land that was hit: the first named that no attacker comes from."""
    found = act.found
    attackers = {party.country for party in act.actors} | _blamed(act.whole)
    if found is not None and not act.main and act.names_it and found.country not in attackers:
        return found
    named = [
        *(party.country for party in act.targets),
        _struck_and_says_so(act.whole),
        *act.countries,
        found.country if found else None,
    ]
    hit = next((code for code in named if code and code not in attackers), None)
    return act.at(hit) if hit else found


def _blamed(told: str) -> set[str | None]:
    """The states that are told to be behind hackers: 'Russia blamed', 'a group linked to Israel', 'Iranian hackers'."""
    found = (match["of"] or match["by"] for match in _HACKERS.finditer(told))
    return {SPELLINGS[spelling] for spelling in found}


def _held_at(act: SeatedAct) -> Place | None:
    """Where an exercise is held: on the ground its name stands for, or with the partner of a state far from home, where
    the text names no place of one of those who take part."""
    found, actors, told = act.found, act.actors, act.whole
    lands = {party.country for party in actors}
    where = ground(told)
    if where is not None and (found is None or (found.country not in (None, where) or found.precision == "country")):
        return act.at(where)
    partner = next((party.country for party in actors if party.country and party.country not in ABROAD), None)
    if found is not None and found.name.endswith(" border"):
        return _on_its_side(found, partner, act.country)
    if partner and (found is None or (found.precision == "country" and found.country in ABROAD)):
        return act.at(partner)
    if found is None or not found.country or found.country in lands or not lands & ABROAD:
        return found
    if partner and _seat_of_power(found, act.country) and not act.stands_there:
        return act.at(partner)  # who fumes about it holds none
    return found


#: an exchange of prisoners whose spot is not told takes place in the land the two fight over
_FOUGHT_OVER = {frozenset({"RU", "UA"}): "UA"}


def _of_two(act: SeatedAct) -> Place | None:
    """Where two at war exchange prisoners: `found`, unless that is only who says so."""
    sides = {party.country for party in act.actors}
    land = next((code for two, code in _FOUGHT_OVER.items() if two <= sides), None)
    if land is None or (act.found is not None and not _seat_of_power(act.found, act.country)):
        return act.found
    return act.at(land)


_CITY_KM = 15.0


def _seat_of_power(place: Place, country: Country) -> bool:
    """Whether a place is a whole state or where it is governed from."""
    state = country(place.country) if place.country else None
    if state is None or state.lat is None or state.lon is None or place.lat is None or place.lon is None:
        return False
    return place.precision in ("country", "town") and kilometres(place.lat, place.lon, state.lat, state.lon) < _CITY_KM


_SEATED: dict[str, Callable[[SeatedAct], Place | None]] = {
    **dict.fromkeys(FROM_AFAR, struck),
    **dict.fromkeys(GROUND, driven_off),
    "interception": shot_down,
    "aircraft_downed": brought_down,
    "airspace_violation": crossed,
    "closure": _closure,
    "cyberattack": _cyberattack,
    "deployment": _deployment,
    "diplomatic_break": diplomatic_break,
    "maritime_incident": at_sea,
    "military_exercise": _held_at,
    "nuclear_step": _nuclear_step,
    "prisoner_exchange": _of_two,
    "sanctions": sanctions,
    "threat": threat,
    "weapons_test": _weapons_test,
}
