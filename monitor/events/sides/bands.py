"""Bands that a text calls by their country or their patron: 'the Yemeni group', 'the Iran-backed militia'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from monitor.events.sides.claims.claimants import VAGUE
from monitor.events.sides.named import Named

_BANDED = re.compile(r"\b(?:group|movement|militia|militiamen|rebels?|insurgents?)\b", re.IGNORECASE)


#: 'the Iran-backed group' is one that has been named
_ONE_PROXY = frozenset(
    f"{patron}-{tie} {noun}"
    for patron in ("Iran", "Iranian", "Tehran")
    for tie in ("backed", "aligned", "supported", "linked")
    for noun in ("group", "militia")
)


def by_its_name(side: Named, named: Sequence[Named]) -> Named:
    """'The Yemeni group' is no state: the last group of that country that was named before it."""
    if side.alias.spelling in _ONE_PROXY and side.before[-1:] == ("the",):
        bands = [n for n in named if n.start < side.start and n.party.kind == "group" and n.party.name not in VAGUE]
        return structs.replace(side, party=bands[-1].party) if bands else side
    if side.party.kind != "state" or side.forces[:1] in "'’" or not _BANDED.search(side.forces):
        return side
    groups = [n for n in named if n.party.kind == "group" and n.party.country == side.party.country]
    before = [n for n in groups if n.start < side.start]
    if before or groups:
        return structs.replace(side, party=(before[-1] if before else groups[0]).party)
    return side
