"""Where an act of words stands: a threat, a ban or a broken tie happens where the side that utters it is governed.

Such a text names many places and none of them is the place of the act: whom it is meant for, what it answers, where a
reporter heard it. So the side decides, and the country stands at its capital. A missile that is only tested belongs to
the state that launched it, wherever it came down, and a closed sky to the country above which it closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from monitor.events.places.bearings import kilometres
from monitor.events.places.called import ground, tester
from monitor.events.sides.aliases import aliases
from monitor.types import Party, Place

#: spoken or signed: the place is the speaker's
SPOKEN = frozenset({"threat", "sanctions", "diplomatic_break"})
#: done by a state at home: a place in another country is where it was seen, feared or answered
AT_HOME = frozenset({"nuclear_step", "weapons_test"})
#: the code under which the seat of the United Nations is asked for, which is none of a state
UNITED_NATIONS = "UN"
#: bodies of several states, and where they sit
_SEATS = {
    "european union": "BE", "eu": "BE", "nato": "BE", "united nations": UNITED_NATIONS,
    "un": UNITED_NATIONS, "iaea": "AT", "ecowas": "NG",
    "african union": "ET",
}  # fmt: skip
_IN_COMMON = re.compile(r"\b(?:EU|European Union|ECOWAS|Ecowas|African Union|AU|IGAD|SADC|GCC|G7|the bloc)\b")
#: what a text names by the way, where the act is a state's as a whole
_PASSING = frozenset({"province", "district", "sea"})
_STATIONED = re.compile(r"\b(?:station|deploy|transferr?|host|plac)(?:s|es|e|ed|ing)?\b", re.IGNORECASE)
_SKY = re.compile(r"\b(?:air ?space|air traffic|skies|flights|no-fly)\b", re.IGNORECASE)

#: acts on paper: the state named before the words acts, the one after 'against' or 'with' is acted upon
_SIGNED = frozenset({"sanctions", "diplomatic_break"})
_PASSIVE = re.compile(r"\b(?:by|against|with|to|from|on|of|in|at|after)\s+(?:the\s+)?$", re.IGNORECASE)
#: whose people these are is no subject: 'Iran's embassy staff have a day to pack'; nor is the land a headline is about
_SENT = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:embassy|ambassador|envoy|diplomat|consul|mission|attach)|:", re.IGNORECASE
)
#: ... nor are 'American diplomats', nor 'Bahrain envoy'
_PEOPLE_SENT = re.compile(r" (?:[\w-]+ )?(?:embassy|ambassador|envoy|diplomat|consul|attach)", re.IGNORECASE)
#: ... nor is 'an Armenian UAV'
_THING = re.compile(r" (?:[\w-]+ ){0,2}(?:drone|UAV|missile|rocket|balloon|aircraft|jet|plane|warplane|fighter)s?\b")
#: ... nor are those who must go: 'Sixty Russians out', 'two Americans told to leave'
_PEOPLE = ("ans", "ese", "lis", "nis", "qis", "tis")
_OUT = re.compile(r" (?:(?:are|were|to be) )?(?:out|expelled|told|ordered|must|sent|thrown|kicked|asked|given|to go)\b")
#: 'Pakistan bars Indian planes from its skies'
_ITS_OWN = re.compile(
    r"\b(?:its|their) (?:own )?(?:sky|skies|air ?space|borders?|frontiers?|territory)\b", re.IGNORECASE
)
_ENVOY = re.compile(r" (?:embassy|ambassador|envoy|diplomat|consul|attach)", re.IGNORECASE)
_DEMONYMS = {alias.spelling for alias in aliases().values() if alias.demonym}
_SPELLINGS = {
    alias.spelling: _SEATS.get(alias.party.name.casefold()) or alias.party.country
    for alias in aliases().values()
    if alias.party.kind in ("state", "organisation", "body") or alias.party.name.casefold() in _SEATS
}
_STATES = "|".join(re.escape(s) for s in sorted(_SPELLINGS, key=len, reverse=True))
_NAMED = re.compile(rf"\b(?:{_STATES})(?=\W|$)")

#: 'Sudan has' shut, 'Burundi's' closing
_CLOSES = re.compile(rf"(?<!with )(?<!to )(?<!from )\b(?P<who>{_STATES})(?:['’]s)? (?:[\w-]+ ){{0,2}}$")
#: 'put under US sanctions', 'blacklisted by the U.S. Treasury': those who impose stand behind
_IMPOSED = re.compile(
    r"\b(?:under|with|by|from|of|faces?|into)\s+(?:(?:new|fresh|further|more|additional|the)\s+){0,2}"
    rf"(?P<who>{_STATES})(?:['’]s)?\s+(?:\w+\s+)?(?:sanctions|Treasury|State Department)"
)

Country = Callable[[str], Place | None]
#: 'sanctions by the bloc', 'sanctions imposed by'
_IMPOSED_BY = re.compile(
    r"\b(?i:(?:sanction(?:s|ed)|embargo|blacklist)(?:\s+\w+){0,2}?\s+by)\s+(?:the\s+)?"
    rf"(?P<who>{_STATES})(?=\W|$)"
)
#: 'thrown out of Kuwait', 'expelled by Iran', 'told to leave Ecuador': the host who sends them away
_HOST = re.compile(
    r"\b(?i:(?:thrown|kicked|ordered|turned|driven|booted) out (?:of|by)|"
    r"(?:expelled|banished|declared (?:[\w\"“”]+ ){0,3}?(?:grata\W?|undesirable|unwelcome)|sent (?:home|away|packing)|"
    r"ordered to leave) (?:by|from|in)|"
    r"(?:told|ordered|asked|hours|days|have|has|forced|required) to (?:leave|quit|depart|get out of)|must (?:leave"
    r"|quit|depart)|"
    r"(?:not|no longer|un)\s?welcome in)\s+(?:the\s+)?"
    rf"(?P<who>{_STATES})(?=\W|$)(?!['’]s (?:embassy|ambassador))"
)
#: 'Iran's ambassador to Australia given 72 hours': where an envoy serves that is sent away
_SERVES = re.compile(
    r"(?<!\bits )(?<!\btheir )\b(?i:ambassador|envoy|high commissioner|chargé d['’]affaires|diplomats?|attach[ée]|consul)"
    r"(?: general)? (?:to"
    r"|in|accredited to)"
    rf" (?:the )?(?P<who>{_STATES})(?=\W|$)[^.;:]{{0,40}}?"
    r"\b(?i:expelled|given|has|have|is out|thrown out|kicked out|ordered|told|declared|persona non grata"
    r"|sent (?:home|away|packing)"
    r"|must|to leave|booted|banished)\b"
)
#: 'Seoul has been warned of a disaster by Kim Yo-jong'
_UTTERED_BY = re.compile(rf"\b(?:warned|threatened)\b[^.;,]{{0,40}}\bby (?:the )?(?P<who>{_STATES})(?=\W|$)")
_HACKERS = re.compile(
    rf"\b(?:pro-|(?i:(?:linked|tied|connected) (?:to|with)|point(?:s|ed|ing)? (?:to|at)|"
    rf"(?:blam|accus)(?:e|es|ed|ing)(?: it on)?) )(?P<of>{_STATES})\b|"
    rf"\b(?P<by>{_STATES})(?:-(?:linked|backed|sponsored))? (?i:hack\w+|blamed|accused|cyber(?:spies|criminals))\b"
)
#: 'pro-Tehran Iraqi militia groups warned': a band without a state of its own is at home where its name says
_BAND = re.compile(
    rf"\b(?P<who>{'|'.join(map(re.escape, sorted(_DEMONYMS, key=len, reverse=True)))})\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:militias?|groups?|factions?|rebels?|militants?|insurgents?|guerrillas?|fighters|paramilitar(?:y|ies))\b"
)
#: 'Pakistan's sky is shut', 'Venezuela's Brazil border'
_OWN_BOUNDS = re.compile(
    rf"\b(?P<who>{_STATES})['’]s\s+(?:\w+\s+){{0,2}}?(?i:sky|skies|air ?space|borders?|frontiers?|crossings?)\b"
)
#: 'Serbia puts army on highest alert over Kosovo': forces that are made ready stand at home
_READY = re.compile(
    rf"\b(?P<who>{_STATES})(?:['’]s)?\s+(?:\w+\s+){{0,2}}?(?i:put|place|set|order|rais)(?:s|es"
    rf"|ed)?\s+(?i:\w+\s+){{0,4}}?"
    r"(?i:(?:on|to|at)\s+(?:\w+\s+){0,3}?(?:alert|readiness|standby))\b"
)
#: the one Kim whose name needs no other
_KIM = re.compile(r"(?<![A-Z]\w )(?:(?<=\W)|^)Kim(?:['’]s)?\b(?! [A-Z])(?!-)")
_CITY_KM = 15.0
_SHOT = frozenset({"interception", "aircraft_downed"})
#: states that shoot down far from home
ABROAD = frozenset({"US", "GB", "FR", "RU"})
#: states that strike beyond their borders, and hardly within them
_STRIKES_ABROAD = frozenset({"IL", "US", "RU", "TR", "SA", "AE", "IR", "GB", "FR"})
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "missile_strike", "rocket_fire", "shelling", "targeted_killing"})
_DOWNED_BY = re.compile(rf"\b(?i:(?:down|downed|intercepted|destroyed) by (?:the )?)(?P<who>{_STATES})(?=\W|$)(?!-led)")
_GROUND = frozenset({"ground_incursion", "armed_clash"})
#: a counteroffensive against a state is fought on the ground of those who drive it off
_COUNTERED = re.compile(rf"(?i:\bcounter-?(?:offensive|attack)s? against (?:the )?)(?P<who>{_STATES})(?=\W|$)")
#: an exchange of prisoners whose spot is not told takes place in the land the two fight over
_FOUGHT_OVER = {frozenset({"RU", "UA"}): "UA"}


def seat(
    kind: str,
    found: Place | None,
    actors: Sequence[Party],
    targets: Sequence[Party],
    told: str,
    country: Country,
    before: str = "",
    countries: Sequence[str] = (),
) -> Place | None:
    """The place of an act of type `kind`: `found` in the text, or the country of the side that acts.

    `told` is the sentence of the act, `before` what it says before the act's words; `country` gives a code's country
    as a place at its capital. `countries` are those the text is set in, most first."""
    home = speaker(before) if kind in _SIGNED else None
    if home is None and kind in _SIGNED and not before.strip() and _NAMED.match(told):
        home = speaker(told)  # 'Beijing punishes ...', all of which tells the act
    if kind == "sanctions":
        imposed = _IMPOSED.search(before) or _IMPOSED.search(told) or _IMPOSED_BY.search(told)
        home = _SPELLINGS[imposed["who"]] or home if imposed else home
    if kind == "diplomatic_break":
        host = _HOST.search(told) or _HOST.search(before) or _SERVES.search(told)
        home = _SPELLINGS[host["who"]] or home if host else home
        if home is None:
            gone = _sent_home(before)
            home = _headlined(before, gone) or _home([party for party in actors if party.country not in gone])
            if home is None and gone and found is not None and found.country in gone:
                return found
            home = home or (found.country if found and gone else None)
    if kind in _FROM_AFAR:
        return _struck(found, actors, targets, f"{before}\n{told}", country)
    if kind in _GROUND and (driven_off := _COUNTERED.search(told)):
        against = _SPELLINGS[driven_off["who"]]
        home = _home(actors) or _nearest_state(before)
        if home and home != against and (found is None or (found.precision == "country" and found.country == against)):
            return country(home) or found
    if kind in _SHOT and (shot := _shooter(told, before)) and not _near(found, shot, told, country):
        return country(shot) or found
    if kind == "threat" and (uttered := _UTTERED_BY.search(told)):
        return country(_SPELLINGS[uttered["who"]] or "") or found
    if kind == "military_exercise":
        return _held_at(found, actors, f"{before}\n{told}", country)
    if kind == "prisoner_exchange":
        return _of_two(found, actors, country)
    home = home or _home([party for party in actors if not _behind(party, told)])
    if kind == "threat" and home is None and (band := _BAND.search(before)):
        home = _SPELLINGS[band["who"]]
    if kind in SPOKEN:
        if kind == "threat" and found is not None and found.country and _heard_at(found, actors, before):
            return country(found.country) or found
        if home:
            return country(home) or found
        return country(found.country) or found if found and found.country else found
    if kind == "nuclear_step" and found is not None and (found.precision == "site" or _STATIONED.search(told)):
        return found  # a plant is where it is, whoever tells of it; arms put on another's ground stand there
    if kind == "weapons_test":
        home = tester(f"{before}\n{told}") or home or _of_kim(f"{before}\n{told}")
    if kind == "deployment" and (ready := _READY.search(f"{before}\n{told}")):
        return country(_SPELLINGS[ready["who"]] or "") or found
    if kind in AT_HOME and home and (found is None or found.country != home or found.precision in _PASSING):
        return country(home) or found
    if kind == "cyberattack":
        attackers = {party.country for party in actors} | _blamed(f"{before}\n{told}")
        named = [*(party.country for party in targets), *countries, found.country if found else None]
        hit = next((code for code in named if code and code not in attackers), None)
        return country(hit) or found if hit else found
    if kind == "closure" and _ITS_OWN.search(told):
        home = _nearest_state(before) or speaker(told) or home
    if kind == "closure" and (own := _OWN_BOUNDS.search(f"{before}\n{told}")):
        owner = _SPELLINGS[own["who"]]
        if owner and found is not None and found.name.endswith("border"):
            return replace(found, country=owner)
        return country(owner or "") or found
    if kind == "closure" and _SKY.search(told) and (found is None or found.precision != "site"):
        shut = home or (found.country if found else None)
        return country(shut) or found if shut else found
    if kind in ("closure", "deployment") and found is not None and found.name.endswith(" border"):
        return _on_its_side(found, _closer(before) if kind == "closure" else home, country)
    if kind == "closure" and home and found is None:
        return country(home)
    if kind == "closure" and home and found is not None and found.precision == "country" and found.country != home:
        shut_out = found.country in {party.country for party in targets}
        return country(home) or found if shut_out else found
    return found


def _headlined(before: str, gone: set[str]) -> str | None:
    """The land that a headline begins with, where it speaks of another's envoys: 'Bolivia: Mexico's ambassador ...'."""
    for told in before.split("\n"):
        named = _NAMED.match(told)
        if named is None or not told.startswith(": ", named.end()):
            continue
        code = _SPELLINGS[named.group()]
        if code and code not in _sent_home(told[named.end() :]) and gone - {code}:
            return code
    return None


def _closer(before: str) -> str | None:
    """The state named right before the words of a closure: 'Ethiopia tensions: Sudan' shuts its border."""
    named = _CLOSES.search(before.partition("\n")[0])
    return _SPELLINGS[named["who"]] if named else None


def _on_its_side(found: Place, home: str | None, country: Country) -> Place:
    """A border as that of the state that closes it or sends forces there, where it is one of the two."""
    own = country(home) if home and home != found.country else None
    return replace(found, country=home) if own is not None and own.name in found.name else found


def _blamed(told: str) -> set[str | None]:
    """The states that are told to be behind hackers: 'Russia blamed', 'a group linked to Israel', 'Iranian hackers'."""
    found = (match["of"] or match["by"] for match in _HACKERS.finditer(told))
    return {_SPELLINGS[spelling] for spelling in found}


def in_common(kind: str, told: str) -> bool:
    """Whether several states decide on it together, wherever they meet."""
    return kind == "sanctions" and _IN_COMMON.search(told) is not None


def speaker(before: str) -> str | None:
    """The state that the words before an act make its subject: the first that nothing is done to."""
    for named in _NAMED.finditer(before):
        code = _SPELLINGS[named.group()]
        people = named.group() in _DEMONYMS and (
            _PEOPLE_SENT.match(before, named.end()) or _THING.match(before, named.end())
        )
        gone = named.group().endswith(_PEOPLE) and _OUT.match(before, named.end())
        sent = people or gone or _SENT.match(before, named.end())
        if code and not sent and not _PASSIVE.search(before[: named.start()]):
            return code
    return None


def _nearest_state(before: str) -> str | None:
    """The state named last before an act: 'Amid Iran's strikes on Israel, Iraq' closed its airspace."""
    states = [_SPELLINGS[named.group()] for named in _NAMED.finditer(before) if named.group() not in _DEMONYMS]
    return states[-1] if states else None


def _sent_home(before: str) -> set[str]:
    """The states whose people the words before an act speak of."""
    found = ((named, _SPELLINGS[named.group()]) for named in _NAMED.finditer(before))
    sent = (_ENVOY, _SENT)
    return {code for named, code in found if code and any(words.match(before, named.end()) for words in sent)}


def _behind(party: Party, told: str) -> bool:
    """Whether a side is only named as the one behind another: 'the group backed by Iran'."""
    name = re.escape(party.as_written or party.name)
    return re.search(rf"\b(?:back|support|fund|arm)ed by (?:the )?{name}", told) is not None


def _shooter(told: str, before: str) -> str | None:
    """Who shot it down, where that is a state which does so at home."""
    by = _DOWNED_BY.search(told)
    named = None if by else _NAMED.match(before)
    who = by["who"] if by else named.group() if named and named.group() not in _DEMONYMS else ""
    code = _SPELLINGS.get(who)
    return None if code in ABROAD else code


def _struck(
    found: Place | None, actors: Sequence[Party], targets: Sequence[Party], told: str, country: Country
) -> Place | None:
    """Where a state struck: not in its own land where only its name told of that ('Israeli drone hits car'), but in
    the land of the state it hit, or nowhere known."""
    strikers = {party.country for party in actors} & _STRIKES_ABROAD
    at_home = found is not None and found.precision == "country" and found.country in strikers
    if not strikers or (found is not None and not at_home) or (found is not None and _stands_in(found, told)):
        return found
    hit = {party.country for party in targets if party.kind in ("state", "forces") and party.country} - strikers
    return country(next(iter(hit))) if len(hit) == 1 else None


def _held_at(found: Place | None, actors: Sequence[Party], told: str, country: Country) -> Place | None:
    """Where an exercise is held: on the ground its name stands for, or with the partner of a state far from home, where
    the text names no place of one of those who take part."""
    lands = {party.country for party in actors}
    where = ground(told)
    if where is not None and (found is None or (found.country not in (None, where) or found.precision == "country")):
        return country(where) or found
    partner = next((party.country for party in actors if party.country and party.country not in ABROAD), None)
    if partner and (found is None or (found.precision == "country" and found.country in ABROAD)):
        return country(partner) or found
    if found is None or not found.country or found.country in lands or not lands & ABROAD:
        return found
    if partner and _seat_of_power(found, country) and not _stands_in(found, told):
        return country(partner) or found  # who fumes about it holds none
    return found


def _stands_in(found: Place, told: str) -> bool:
    return re.search(rf"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]ff) {re.escape(found.as_written)}\b", told) is not None


def _of_kim(told: str) -> str | None:
    """Whose a missile is that is only told by who ordered it."""
    return "KP" if _KIM.search(told) else None


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


def _of_two(found: Place | None, actors: Sequence[Party], country: Country) -> Place | None:
    """Where two at war exchange prisoners: `found`, unless that is only who says so."""
    sides = {party.country for party in actors}
    land = next((code for two, code in _FOUGHT_OVER.items() if two <= sides), None)
    if land is None or (found is not None and not _seat_of_power(found, country)):
        return found
    return country(land) or found


def _seat_of_power(place: Place, country: Country) -> bool:
    """Whether a place is a whole state or where it is governed from."""
    state = country(place.country) if place.country else None
    if state is None or state.lat is None or state.lon is None or place.lat is None or place.lon is None:
        return False
    return place.precision in ("country", "town") and kilometres(place.lat, place.lon, state.lat, state.lon) < _CITY_KM


def _heard_at(found: Place, actors: Sequence[Party], before: str) -> bool:
    """Whether a threat is uttered where the words before it set the scene, by no side that they name: 'in Tehran, the
    minister warned that American bases ...'."""
    if not re.search(rf"\b[Ii]n {re.escape(found.as_written)}\b", before):
        return False
    return not any(party.as_written and party.as_written in before for party in actors)


def _home(actors: Sequence[Party]) -> str | None:
    for party in actors:
        code = _SEATS.get(party.name.casefold()) or party.country
        if code:
            return code
    return None
