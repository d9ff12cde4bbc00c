"""Sides that a text tells of beside an attack and that did not make it: it befell them, or they only tell of it."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.sides.aliases import camp
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.deeds import Deeds
from monitor.events.sides.doers import Asked
from monitor.events.sides.named import Named
from monitor.taxonomy import FIRE

DOES = 4.0  #: from here on the words at a name say that it did the act
_RATHER = 2.0  #: ... and from here on that it may have
#: who tells of harm all over the world, and does hardly any
_REPORTS = frozenset(
    "United Nations,African Union,European Union,Arab League,SADC,UNAMID,UNIFIL,UNDOF,UNISFA,UNMISS,MINUSCA,MINUSMA"
    ",MONUSCO".split(",")
)
#: types of harm that peacekeepers and the like are told of; they do fight, and shoot down
HARM = FIRE | {"bombing", "targeted_killing", "armed_assault", "abduction", "sabotage"}
#: types that take what no group has: jets, a treasury, a plant
_OF_STATES = frozenset("airstrike sanctions nuclear_step".split())


class Bystanders:
    """Who of the sides of one document did no act of theirs."""

    __slots__ = ("_camps", "_deeds", "_named")

    def __init__(self, named: Sequence[Named], deeds: Deeds) -> None:
        self._named = named
        self._deeds = deeds
        self._camps: dict[str, list[Named]] = {}
        for side in named:
            self._camps.setdefault(camp(side.party), []).append(side)

    def befell(self, side: Named, act: Asked, said: Sequence[Claim]) -> bool:
        """Whether an attack is one on a side: its people were hit or it tells of its dead, and no words say that it
        struck itself or owns to it. Of 25 such in labelled texts that were read as doers 18 were none."""
        if act.type not in HARM or act.inverse:
            return False
        own = camp(side.party)
        same = self._camps.get(own, ())
        if not any(n.sentence in act.where and self._deeds.bereaved(n) for n in same):
            return False
        group = side.party.kind == "group"
        if any((c.explicit or c.own or (group and c.voiced)) and camp(c.side.party) == own for c in said):
            return False
        return not any(self._deeds.weight(n, act.type, False) >= _RATHER for n in same)

    def stands_by(self, side: Named, type: str) -> bool:
        """Whether a side did no act of a type: a group, where it takes jets or a treasury, and a body of many
        states that tells of harm, where no words say that it struck itself."""
        if type in _OF_STATES and side.party.kind == "group":
            return True
        if type not in HARM or side.party.name not in _REPORTS:
            return False
        same = (n for n in self._named if n.party.name == side.party.name)
        return not any(self._deeds.weight(n, type, False) >= DOES for n in same)
