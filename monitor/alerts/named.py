"""What somebody typed, as the name of a type, a family, a country or another thing there is. Pure.

Each raises ValueError, in words for who typed it: what it was taken for, and what is meant perhaps or allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from monitor.alerts.regions import COUNTRY, country_code
from monitor.taxonomy import OTHER, TYPES, names

FAMILIES = tuple(dict.fromkeys(row.family for row in (*TYPES.values(), OTHER)))
#: how an incident may stand; a merged one is only a pointer to another
STATES = ("open", "retracted", "dismissed", "merged")
#: what stands for the code where an incident lies in no country
NOWHERE = "XZ"
#: so many are listed
_LISTED = 40


def among(what: str, value: str, allowed: Sequence[str]) -> str:
    """`value`, which is one of `allowed`."""
    if value in allowed:
        return value
    near = get_close_matches(value, allowed, n=1)
    more = ", ..." if len(allowed) > _LISTED else ""
    hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(allowed[:_LISTED])}{more}"
    raise ValueError(f"there is no {what} {value[:60]!r}; {hint}")


def type_(value: str, besides: Sequence[str] = ()) -> str:
    """A type of incident, or one of those `besides`: a store may hold types that no rule makes any more."""
    return among("type", value, tuple(dict.fromkeys((*names(), *besides))))


def family(value: str) -> str:
    """A family of types."""
    return among("family", value, FAMILIES)


def country(value: str) -> str:
    """The code of a country that is given by it or by any of its names; XZ is the high seas and unknown."""
    if value.strip().upper() == NOWHERE:
        return NOWHERE
    code = country_code(value)
    if code is not None:
        return code
    near = get_close_matches(value.strip().title(), COUNTRY.values(), n=1)
    hint = f"did you mean {near[0]}?" if near else "give two letters like UA, or the name"
    raise ValueError(f"there is no country {value[:60]!r}; {hint}")


def severity(value: str | float) -> float:
    """A severity, 0 to 10."""
    try:
        found = float(value)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 10:
        raise ValueError(f"severity is a number from 0 to 10, not {str(value)[:60]!r}")
    return abs(found)
