"""Who did an act: weighed by the words about each name, by what a side claims, and by how near the act it stands.

Where no verb of the table tells it, who decides is named first, and who fights is the subject of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.avowals import ANSWERED
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.claimants import OPENS_AWAY, TOLD_BY_BOTH, Claimants, nameless
from monitor.events.sides.claims.said import Said
from monitor.events.sides.deeds import NO_DOWNING, Deeds
from monitor.events.sides.named import NOUNS_TOO, SPEECH, Named
from monitor.events.sides.targets import aimed_at
from monitor.taxonomy import STEPS

#: types in which several sides act together, and none is a victim
JOINT = frozenset("ceasefire talks prisoner_exchange withdrawal military_exercise".split())
#: acts of a government or a leader: who is named first is who decides
_DECIDED = STEPS - {"ceasefire", "talks", "prisoner_exchange"} | {"weapons_test", "airspace_violation"}
#: and of these the subject of the verb is the side that acts, whatever else the text is full of
_UTTERED = frozenset({"threat", "sanctions", "diplomatic_break", "closure"})
_AWAY = pattern(
    r"\b(?:response\s+to|retaliation\s+for|reprisal\s+for|reply\s+to|revenge\s+for|answer\s+to|payback\s+for|"
    r"after|following|since|separate|previous|earlier|"
    r"in\s+(?:19|20)\d\d|last\s+(?:week|month|year)|ago|days?\s+before|avenge)\b",
    ignore_case=True,
)


class Asked(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The act whose sides are asked for."""

    type: str
    start: int  #: of its words
    end: int
    home: int  #: their sentence
    where: tuple[int, ...]  #: the sentences that tell of it
    spoken: tuple[int, ...]  #: ... and those in which it may still be claimed
    inverse: bool  #: shot down: the actor is the side that sent what was shot at
    main: bool  #: the one the article was written for


class Doers:
    """Who did an act, of the sides named in one document."""

    __slots__ = ("_away", "_claimants", "_deeds", "_document", "_named", "_said", "_sentences")

    def __init__(
        self,
        document: str,
        sentences: tuple[Sentence, ...],
        named: tuple[Named, ...],
        deeds: Deeds,
        said: Said,
        claimants: Claimants,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._named = named
        self._deeds = deeds
        self._said = said
        self._claimants = claimants
        self._away: dict[int, list[int]] = {}

    def of(self, act: Asked, said: Sequence[Claim]) -> list[Named]:
        """Who did it, likeliest first; none where nobody is told to have."""
        actors = self.weighed(act, said)
        if act.type in _UTTERED and (subject := self._subject(act)):
            return [subject]
        if actors or act.inverse:
            return actors
        return self._speaker(act) if act.type in _DECIDED else self._armed(act)

    def weighed(self, act: Asked, said: Sequence[Claim]) -> list[Named]:
        """Those whom the words about their names, or what they claim, make the doers."""
        weighed: dict[str, float] = {}
        first: dict[str, Named] = {}
        for side, weight in (*self._by_words(act), *self._by_claims(act, said)):
            name = side.party.name
            weighed[name] = weighed.get(name, 0.0) + weight
            first.setdefault(name, side)
        self._origin(weighed, first)
        order = [name for name in sorted(weighed, key=lambda name: -weighed[name]) if weighed[name] >= 1.2]
        if not order:
            return []
        if nameless(first[order[0]]):  # 'an Iran-backed group' gives way to the one that is named
            order.sort(key=lambda name: (nameless(first[name]) or first[name].party.kind != "group", -weighed[name]))
        if act.type in JOINT:
            return [first[name] for name in order[:4] if weighed[name] >= 0.3 * weighed[order[0]]]
        return self._with_allies(order, weighed, first)

    def _by_words(self, act: Asked) -> Iterator[tuple[Named, float]]:
        """The weight of each side by the words about its name."""
        wanted, joint = set(act.where), act.type in JOINT
        for side in self._named:
            if side.sentence not in wanted:
                continue
            weight = self._deeds.joint(side) if joint else self._deeds.weight(side, act.type, act.inverse)
            if weight <= 0:
                continue
            weight *= self._nearness(side, act)
            yield side, weight * 0.25 if side.weapon and self._answered(side, act.home) else weight

    def _by_claims(self, act: Asked, said: Sequence[Claim]) -> Iterator[tuple[Named, float]]:
        """The weight of each side by its own word."""
        near = (act.home, act.home + 1) if self._sentences[act.home].is_title else (act.home,)
        for claim in said:
            side = claim.side
            if claim.explicit or (claim.own and not (act.type in NO_DOWNING and self._claimants.stopped(claim))):
                yield side, (4.0 if claim.explicit else 3.0) * self._nearness(side, act)
            elif (
                claim.voiced
                and act.type not in TOLD_BY_BOTH
                and not act.inverse
                and side.sentence in (near if side.party.kind == "group" else (act.home,))
            ):
                yield side, 3.0  # 'Drones were fired at the base, the group said'

    def _with_allies(self, order: list[str], weighed: dict[str, float], first: dict[str, Named]) -> list[Named]:
        """The likeliest, and with it a state's forces or whom it is named together with."""
        top = weighed[order[0]]
        chosen = [first[order[0]]]
        for name in order[1:3]:
            pair = {first[name].party.kind, chosen[0].party.kind}
            same = first[name].party.country == chosen[0].party.country and "forces" in pair
            if (same and weighed[name] >= 0.25 * top) or (
                weighed[name] >= 0.6 * top and self._together(chosen[0], name)
            ):
                chosen.append(first[name])
        return chosen

    def with_others(self, side: Named, ruled: Sequence[Named], act: Asked) -> list[Named]:
        """The doer, and those who did it with it: whom the rules name beside it, else whom the text names in one breath
        with it; of what several do together all that the rules name."""
        known = act.type in JOINT or any(side.party.name == n.party.name for n in ruled)
        doers = {n.party.name: n for n in (side, *(ruled if known else ()))}
        for n in self._named if act.type not in JOINT else ():
            if n.sentence == side.sentence and n.party.name not in doers and self._together(side, n.party.name):
                doers[n.party.name] = n
        return [*doers.values()][: max(3, len(ruled))]

    def _nearness(self, side: Named, act: Asked) -> float:
        """Weight of a sentence: the act's own and the title most, recollections hardly."""
        sentence = self._sentences[side.sentence]
        if side.sentence == act.home:
            low, high = (side.stretch, act.start) if side.stretch <= act.start else (act.end, side.start)
            between = low < high
            return 0.4 if between and any(low <= at < high for at in self._turns(side.sentence)) else 1.6
        turns = self._turns(side.sentence)
        if turns and min(turns) < side.start:
            return 0.25
        if sentence.is_title:
            return 1.2
        return 1.0 if sentence.paragraph <= 2 else 0.7 if sentence.paragraph <= 4 else 0.4

    def _turns(self, index: int) -> list[int]:
        """Where a sentence turns away from the act: 'after', 'last month', 'in retaliation for'."""
        if index not in self._away:
            sentence = self._sentences[index]
            turns = [sentence.start + match.start() for match in _AWAY.finditer(sentence.text)]
            if OPENS_AWAY.match(sentence.text):
                turns.append(sentence.start - 1)
            self._away[index] = turns
        return self._away[index]

    def _answered(self, side: Named, home: int) -> bool:
        """'In answer to Israeli attacks Hezbollah fires rockets': what another side in that sentence answers."""
        lead = self._document[max(self._sentences[side.sentence].start, side.start - 40) : side.start]
        if side.sentence != home or ANSWERED.search(lead) is None:
            return False
        others = (n for n in self._said.named_in(home) if n.start > side.start and n.party.name != side.party.name)
        return any(self._deeds.weight(n, "", False) >= 4.0 for n in others)

    def _origin(self, weighed: dict[str, float], first: dict[str, Named]) -> None:
        """'From Yemen' speaks for the group that holds it, where the text names one."""
        for name in list(weighed):
            side = first[name]
            held = side.party.country in _HELD
            if side.party.kind != "state" or not (side.place or held):
                continue
            groups = [n for n in self._named if n.party.kind == "group" and n.party.country == side.party.country]
            if groups:
                heir = groups[0].party.name
                weighed[heir] = weighed.get(heir, 0.0) + weighed.pop(name)
                first.setdefault(heir, groups[0])
            elif side.place and side.party.country in ("IQ", "SY", "PS", "SO", *_HELD):
                del weighed[name]

    def _together(self, side: Named, name: str) -> bool:
        """'US and British jets': both are one subject."""
        for other in self._named:
            if other.party.name != name or other.sentence != side.sentence:
                continue
            low, high = sorted((side, other), key=lambda n: n.start)
            if re.fullmatch(r"\s*(?:and|,|and\s+the)\s*(?:the\s+)?", self._document[low.end : high.start]):
                return True
        return False

    def _subject(self, act: Asked) -> Named | None:
        """Who decided: named behind 'by', or 'out of' where envoys are sent away; else the last before the verb."""
        home, start, end = act.home, act.start, act.end
        away = act.type == "diplomatic_break" and not _RECALLS.search(self._sentences[home].text)
        for side in self._said.named_in(home):
            between = self._document[end : side.start] if end <= side.start <= end + 70 else ""
            whole = not nameless(side) and (side.forces or not side.alias.demonym or side.alias.spelling in NOUNS_TOO)
            if (whole and _DECIDED_BY.search(between)) or (away and side.place and _SENT_OUT_OF.search(between)):
                return side
        before = [n for n in self._said.named_in(home) if n.agent and n.end <= start <= n.stretch + 70]
        if away:
            before = [n for n in before if not _ENVOYS.match(self._document, n.end)]
        return before[-1] if before else None

    def _speaker(self, act: Asked) -> list[Named]:
        """Who decides where no verb of the table tells it: the side named first before the act, else in the title."""
        for index in dict.fromkeys((act.home, 0)):
            for side in self._said.named_in(index):
                if not side.place and (side.start < act.start or index != act.home):
                    return [side]
        return []

    def _armed(self, act: Asked) -> list[Named]:
        """Who did it where no verb of the table tells it: the side whose fighting force is the subject there.

        'An Israeli unit that drove into', 'US commandos cornered'."""
        for index in dict.fromkeys((act.home, *act.where[:3])):
            for side in self._named:
                if side.sentence != index or not side.agent or side.place or not _FIGHTING.search(side.forces):
                    continue
                if act.type == "aircraft_downed" and _FLYING.search(side.forces):
                    continue  # what was shot down, as a rule
                if any(at < side.start for at in self._turns(index)) or aimed_at(side) or _passed(side):
                    continue
                tail = self._document[side.stretch : min(self._sentences[index].end, side.stretch + 90)]
                if not self._deeds.suffers(side) and not _TALKS_ONLY.match(tail):
                    return [side]
        return []


#: 'expelled by Kyiv', 'told to leave Malaysia', 'Mexico's ambassador'
_DECIDED_BY = pattern(r"^[^.;:]{0,45}\bby\s+(?:the\s+)?$")
_SENT_OUT_OF = pattern(r"^[^.;:]{0,40}\b(?:out\s+of|from|leave|quit)\s+(?:the\s+)?$")
_ENVOYS = pattern(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?:ambassadors?|diplomats?|envoys?|consuls?|embass\w+|attach[eé]s?|citizens|officers?)\b"
)
_RECALLS = pattern(
    r"\b(?:recall|withdr[ae]w|call(?:s|ed)?\s+(?:[\w’']+\s+){0,4}?(?:back|home)|summon|pull(?:s|ed)?)", ignore_case=True
)
#: forces that fight, as against those that speak: 'unit', not 'ministry'
_FIGHTING = re.compile(
    r"\b(?:troops|soldiers|commandos|marines|jets?|warplanes?|planes|aircraft|helicopters?|units?|patrols?|warships?|"
    r"destroyer|bombers?|fighters|agents|operatives|mercenaries|rebels|militants|gunmen|insurgents|jihadis?|jihadists?)\b",
    re.IGNORECASE,
)
_FLYING = pattern(
    r"\b(?:jets?|warplanes?|planes?|aircraft|helicopters?|bombers?|F-\d\ds?|Su-\d\ds?)\b", ignore_case=True
)
#: 'an unsafe maneuver near a US destroyer', 'cut across the path of'
_PASSED = frozenset("near across past around alongside path".split())


def _passed(side: Named) -> bool:
    """Whether a ship or a unit is what somebody comes near to."""
    return not _PASSED.isdisjoint(side.before[-3:])


_TALKS_ONLY = re.compile(
    rf"\s*(?:,[^,;.]{{1,60}},)?\s+(?:{SPEECH}|was|were|are|is|have\s+been|had\s+been|has\s+been)\b"
)
#: countries whose attacks on others are those of an armed group, where the text names it
_HELD = frozenset({"YE", "LB"})
