"""Who is at odds with whom: states whose meeting is news of a conflict, whatever its words."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.events.sides.aliases import aliases

#: pairs of codes of countries; the order within a pair means nothing
_PAIRS = """
    RU UA, RU US, RU PL, RU GE, RU MD, RU NO, RU LT, RU LV, RU EE, RU FI, RU GB, UA BY, UA HU, AM AZ, AM TR,
    GR TR, CY TR, RS XK, TR SY, TR IL, IL PS, IL LB, IL SY, IL IR, IL EG, IL JO, IL YE, IL QA, IR US, IR SA,
    IR GB, IR FR, IR DE, IR IQ, IR PK, IR AF, IR AZ, SA YE, SA QA, IQ KW, US AF, US KP, US CN, US CU, US VE,
    US SY, US YE, US IQ, US NE, PK AF, PK IN, IN CN, IN CA, IN NP, CN TW, CN PH, CN JP, CN VN, CN AU, KP KR,
    KP JP, JP RU, TH KH, ET ER, ET SO, ET EG, ET SD, EG SD, EG TR, SD SS, SD AE, SD TD, RW CD, RW BI, UG CD,
    CD BI, KE SO, DZ MA, DZ FR, DZ ML, FR ML, FR NE, ML CI, NE BJ, NG NE, VE GY, VE CO, CO EC, EC MX, GB AR,
    BY PL, BY LT, KG TJ, KG UZ, LY TR, SY LB, SY JO, UZ AF, TJ AF
"""
_AT_ODDS = frozenset(frozenset(pair.split()) for pair in _PAIRS.split(","))
_NAMES = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
_LONGEST = 3


@lru_cache(maxsize=1)
def _country_of() -> dict[str, str]:
    """The country of a state by each of its spellings."""
    return {
        spelling: alias.party.country
        for spelling, alias in aliases().items()
        if alias.party.kind == "state" and alias.party.country
    }


def at_odds(text: str) -> bool:
    """Whether `text` names two states that are at odds."""
    country_of = _country_of()
    found: set[str] = set()
    for named in _NAMES.finditer(text):
        words = [word.removesuffix("'s").removesuffix("’s").rstrip("'’") for word in re.split("[ -]", named.group())]
        for first in range(len(words)):
            for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
                country = country_of.get(" ".join(words[first:last]))
                if country:
                    found.add(country)
    return any(pair <= found for pair in _AT_ODDS)
