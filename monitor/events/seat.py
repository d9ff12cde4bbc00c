"""Where an act of words stands: a threat, a ban or a broken tie happens where the side that utters it is governed.

Such a text names many places and none of them is the place of the act: whom it is meant for, what it answers, where a
reporter heard it. So the side decides, and the country stands at its capital. A missile that is only tested belongs to
the state that launched it, wherever it came down, and a closed sky to the country above which it closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from monitor.events.actors import aliases
from monitor.types import Party, Place

#: spoken or signed: the place is the speaker's
SPOKEN = frozenset({"threat", "sanctions", "diplomatic_break"})
#: done by a state at home: a place in another country is where it was seen, feared or answered
AT_HOME = frozenset({"nuclear_step", "weapons_test"})
#: bodies of several states, and where they sit
_SEATS = {
    "european union": "BE", "eu": "BE", "nato": "BE", "united nations": "US", "un": "US", "iaea": "AT", "ecowas": "NG",
    "african union": "ET",
}  # fmt: skip
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
_SPELLINGS = {
    alias.spelling: _SEATS.get(alias.party.name.casefold()) or alias.party.country
    for alias in aliases().values()
    if alias.party.kind in ("state", "organisation", "body") or alias.party.name.casefold() in _SEATS
}
_NAMED = re.compile(r"\b(?:" + "|".join(re.escape(s) for s in sorted(_SPELLINGS, key=len, reverse=True)) + r")(?=\W|$)")

Country = Callable[[str], Place | None]


def seat(
    kind: str,
    found: Place | None,
    actors: Sequence[Party],
    targets: Sequence[Party],
    told: str,
    country: Country,
    before: str = "",
) -> Place | None:
    """The place of an act of type `kind`: `found` in the text, or the country of the side that acts.

    `told` is the sentence of the act, `before` what it says before the act's words; `country` gives a code's country
    as a place at its capital."""
    home = (_speaker(before) if kind in _SIGNED else None) or _home(actors)
    if kind in SPOKEN:
        if home:
            return country(home) or found
        return country(found.country) or found if found and found.country else found
    if kind == "nuclear_step" and found is not None and _STATIONED.search(told):
        return found  # arms put on another's ground stand there
    if kind in AT_HOME and home and (found is None or found.country != home or found.precision in _PASSING):
        return country(home) or found
    if kind == "cyberattack":
        hit = next((party.country for party in targets if party.country), None) or (found.country if found else None)
        return country(hit) or found if hit else found
    if kind == "closure" and _SKY.search(told) and (found is None or found.precision != "site"):
        shut = home or (found.country if found else None)
        return country(shut) or found if shut else found
    return found


def _speaker(before: str) -> str | None:
    """The state that the words before an act make its subject: the first that nothing is done to."""
    for named in _NAMED.finditer(before):
        code = _SPELLINGS[named.group()]
        if code and not _PASSIVE.search(before[: named.start()]) and not _SENT.match(before, named.end()):
            return code
    return None


def _home(actors: Sequence[Party]) -> str | None:
    for party in actors:
        code = _SEATS.get(party.name.casefold()) or party.country
        if code:
            return code
    return None
