"""Sides that a text tells of beside an attack and that did not make it: it befell them, or they only tell of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import camp
from monitor.events.sides.claims.avowals import an_army_did, others_act
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.deeds import Deeds
from monitor.events.sides.doers import Asked
from monitor.events.sides.named import SPEAKS, Named
from monitor.events.sides.onlookers import ARRESTS, HABITUAL, LOOKS_INTO, WATCHES
from monitor.taxonomy import FIRE

DOES = 4.0  #: from here on the words at a name say that it did the act
_RATHER = 2.0  #: ... and from here on that it may have
#: who tells of harm all over the world, and does hardly any
_REPORTS = frozenset(
    "United Nations,African Union,European Union,Arab League,SADC,UNAMID,UNIFIL,UNDOF,UNISFA,UNMISS,MINUSCA,MINUSMA"
    ",MONUSCO".split(",")
)
#: governments of a region that is struck and that tell of it
_REGIONS = frozenset({"Kurdistan Region", "Puntland"})
#: types of harm that peacekeepers and the like are told of; they do fight, and shoot down
HARM = FIRE | {"bombing", "targeted_killing", "armed_assault", "abduction", "sabotage"}
#: ... and all attacks but clashes, which take two
_WATCHED = HARM | {"maritime_incident", "cyberattack"}
#: types of what is done to a state at home; so many sentences tell of it
_OF_OTHERS = frozenset({"bombing", "armed_assault"})
_LEAD = 2
#: who bombed his own country before he ruled it
_ONCE_REBELS = frozenset({"Afghan Taliban"})
#: types that take what no group has: jets, a treasury, a plant
_OF_STATES = frozenset("airstrike sanctions nuclear_step".split())
#: what a neighbour does when arms fly next door, up to the word that brings in the attack: 'Romania sends up two F-16s
#: as drones hit Izmail'. What goes on with its own doing ('closes airspace after launching', 'as it strikes') is none
_TAKES_COVER = re.compile(
    r"[^,;.]{0,30}?\b(?:scrambl\w+|sen(?:ds?|t) up|clos(?:es?|ed|ing)|shuts?|shutting|activat\w+|sound(?:s|ed)|took off"
    r"|airborne|on (?:high |the highest |full )?alert)\b[^.;]{0,70}?\b(?:as|when|while|after|during|amid|because of)\s+"
    r"(?!(?:it|its|they|their|launching|firing|striking|attacking|hitting|bombing|shooting)\b)"
)
_SPAN = 240  #: characters behind a name in which it is told to watch
#: attacks that the state where they happen looks into, and that its own forces hardly make
_LOOKED_INTO = frozenset({"bombing", "armed_assault", "abduction", "sabotage", "cyberattack", "maritime_incident"})
#: acts that are told as somebody detained
_ARE_ARRESTS = frozenset({"abduction", "maritime_incident"})


class Bystanders:
    """Who of the sides of one document did no act of theirs."""

    __slots__ = ("_camps", "_codes", "_deeds", "_document", "_named", "_sentences")

    def __init__(
        self,
        document: str,
        sentences: Sequence[Sentence],
        named: Sequence[Named],
        deeds: Deeds,
        codes: Callable[[], Sequence[str]],
    ) -> None:
        self._codes = codes
        self._document = document
        self._sentences = sentences
        self._named = named
        self._deeds = deeds
        self._camps: dict[str, list[Named]] = {}
        for side in named:
            self._camps.setdefault(camp(side.party), []).append(side)

    def befell(self, side: Named, act: Asked, said: Sequence[Claim]) -> bool:
        """Whether an attack is one on a side: its people were hit or it tells of its dead, and no words say that it
        struck itself or owns to it. Of 25 such in labelled texts that were read as doers 18 were none."""
        if act.type not in _WATCHED or act.inverse:
            return False
        own = camp(side.party)
        same = self._mentions(side)
        if not any(n.sentence in act.where and self._deeds.bereaved(n) for n in same):
            return False
        group = side.party.kind == "group"
        if any((c.explicit or c.own or (group and c.voiced)) and camp(c.side.party) == own for c in said):
            return False
        return not self._struck(same, act, _RATHER)

    def takes_cover(self, side: Named, act: Asked) -> bool:
        """Whether a side only guards itself while another is attacked, and no other words say that it struck."""
        if act.type not in HARM or act.inverse:
            return False
        same = self._mentions(side)
        if not any(0 < self._covered(n) <= act.start for n in same if n.sentence == act.home):
            return False
        return not self._struck((n for n in same if not self._covered(n)), act, DOES)

    def looks_on(self, side: Named, act: Asked, said: Sequence[Claim]) -> bool:
        """Whether a side is told to do what one does who was attacked or who watches, and no words say that it struck
        or owns to it."""
        if act.type not in _WATCHED or act.inverse:
            return False
        own = camp(side.party)
        same = self._mentions(side)
        if act.type in FIRE and any(self._investigates(n, act) for n in same):
            return False  # who looks into a raid may have flown it
        if side.party.name not in _REGIONS and not any(n.sentence in act.where and self._watches(n, act) for n in same):
            return False
        if any((c.explicit or c.own) and camp(c.side.party) == own for c in said):
            return False
        return not self._struck(same, act, _RATHER)

    def looks_into(self, side: Named, act: Asked) -> bool:
        """Whether a side says that it looks into an attack: it may have made it, and does not claim it by that."""
        if act.type not in _WATCHED or act.inverse:
            return False
        return any(self._investigates(n, act) for n in self._mentions(side) if n.sentence in act.where)

    def answers(self, side: Named, act: Asked) -> bool:
        """Whether a state only answers an attack of others in its land: it is named with what it did later, and nobody
        blames it. Its jets are no bomb in a church."""
        party = side.party
        if act.type not in _OF_OTHERS or party.kind != "state" or party.name in _ONCE_REBELS:
            return False
        if party.country not in self._codes()[:1]:
            return False
        near = max(act.home + 1, _LEAD)
        return not any(
            self._deeds.weight(n, act.type, False) >= _RATHER if n.sentence <= near else self._deeds.blamed(n)
            for n in self._mentions(side)
        )

    def _mentions(self, side: Named) -> Sequence[Named]:
        return self._camps.get(camp(side.party), ())

    def _struck(self, mentions: Iterable[Named], act: Asked, enough: float) -> bool:
        """Whether the words at one of the mentions say so with at least that weight."""
        return any(self._deeds.weight(n, act.type, False) >= enough for n in mentions)

    def _watches(self, side: Named, act: Asked) -> bool:
        if side.place and not side.alias.capital:
            return False
        if self._deeds.helps(side) or self._tells(WATCHES, side):
            return True
        if side.party.kind == "group" and self._tells(HABITUAL, side):
            return True
        if act.type in _LOOKED_INTO and self._investigates(side, act):
            return True
        return side.sentence == act.home and self._accuses(side)

    def _investigates(self, side: Named, act: Asked) -> bool:
        return self._tells(LOOKS_INTO, side) or (act.type not in _ARE_ARRESTS and self._tells(ARRESTS, side))

    def _accuses(self, side: Named) -> bool:
        """Whether a side tells what another did: 'Pakistan says Indian shells killed five', 'RSF says army drone'."""
        told = self._sentences[side.sentence]
        spoke = SPEAKS.match(told.text, side.stretch - told.start) if side.agent else None
        if spoke is None:
            return False
        start, end = told.start + spoke.end("verb"), told.end
        if not self._document[start:end].strip(" .,\n"):
            start, end = told.start, side.start
        if side.party.kind == "group" and an_army_did(self._document[start:end]):
            return True
        return others_act(self._document, side, start, end, self._named)

    def _tells(self, words: re.Pattern[str], side: Named) -> bool:
        end = min(self._sentences[side.sentence].end, side.stretch + _SPAN)
        return words.match(self._document[side.stretch : end]) is not None

    def _covered(self, side: Named) -> int:
        """Where the attack begins that a side guards itself against in its own sentence; 0 for none."""
        told = self._sentences[side.sentence]
        found = _TAKES_COVER.match(told.text, side.end - told.start)
        return told.start + found.end() if found else 0

    def stands_by(self, side: Named, type: str) -> bool:
        """Whether a side did no act of a type: a group, where it takes jets or a treasury, and a body of many
        states that tells of harm, where no words say that it struck itself."""
        if type in _OF_STATES and side.party.kind == "group":
            return True
        if type not in HARM or side.party.name not in _REPORTS:
            return False
        same = (n for n in self._named if n.party.name == side.party.name)
        return not any(self._deeds.weight(n, type, False) >= DOES for n in same)
