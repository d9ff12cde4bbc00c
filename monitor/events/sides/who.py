"""Who did it, to whom, who says so and who denies it.

Sides are found by the names of `states.py` and `groups.py` (named.py). The actor is weighed: a weapon of its own
('Russian missiles'), an active verb, a 'by', a claim or a charge each add to a side, most in the sentence of the act.
An unknown actor is a legal answer. For a shoot-down the actor is the side that sent what was shot at; for a crewed or
spying aircraft brought down, the side that shot.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.announced import ANNOUNCED, announced
from monitor.events.sides.at_home import AT_HOME, at_home
from monitor.events.sides.avowals import ANSWERED
from monitor.events.sides.bands import by_its_name
from monitor.events.sides.choice import Act, Choice, Option, options
from monitor.events.sides.claim import Claim
from monitor.events.sides.claimants import OPENS_AWAY, TOLD, TOLD_BY_BOTH, VAGUE, Claimants, compatible, nameless
from monitor.events.sides.claims import Said
from monitor.events.sides.deeds import UNFLOWN, Deeds
from monitor.events.sides.houses import house
from monitor.events.sides.named import NOUNS_TOO, SPEECH, Named, find
from monitor.events.sides.official import is_official
from monitor.events.sides.own_word import TOLD_OF, own_word
from monitor.events.sides.tale import Tale
from monitor.events.sides.targets import Targets, aimed_at, by_every_name, party_of
from monitor.types import Evidence, Party

UNKNOWN = Party(name="unknown", kind="unknown")
_CLAIMED = 20  #: and those in which it may still be claimed
_SHOWN = 100  #: characters behind the name of whom the model takes for the claimant

#: types in which several sides act together, and none is a victim
_JOINT = frozenset("ceasefire talks prisoner_exchange withdrawal military_exercise".split())
#: types nobody takes responsibility for
_UNCLAIMED = _JOINT | frozenset(
    "evacuation closure deployment sanctions diplomatic_break nuclear_step threat weapons_test unrest".split()
)
#: acts of a government or a leader: who is named first is who decides
_DECIDED = frozenset(
    """threat sanctions diplomatic_break nuclear_step weapons_test closure deployment evacuation withdrawal
    military_exercise airspace_violation""".split()
)
#: and of these the subject of the verb is the side that acts, whatever else the text is full of
_UTTERED = frozenset({"threat", "sanctions", "diplomatic_break", "closure"})
_AWAY = pattern(
    r"\b(?:response\s+to|retaliation\s+for|reprisal\s+for|reply\s+to|revenge\s+for|answer\s+to|payback\s+for|"
    r"after|following|since|separate|previous|earlier|"
    r"in\s+(?:19|20)\d\d|last\s+(?:week|month|year)|ago|days?\s+before|avenge)\b",
    ignore_case=True,
)
_SPYING = pattern(
    r"\b(?:MQ-?9|MQ-?1|RQ-?4|Reaper|Predator|Global\s+Hawk|Bayraktar|Hermes|Heron|surveillance|reconnaissance|"
    r"spy\s+drone)",
    ignore_case=True,
)


#: 'expelled by Kyiv', 'told to leave Malaysia', 'Mexico's ambassador'
_DECIDED_BY = pattern(r"^[^.;:]{0,45}\bby\s+(?:the\s+)?$")
_SENT_OUT_OF = pattern(r"^[^.;:]{0,40}\b(?:out\s+of|from|leave|quit)\s+(?:the\s+)?$")
_ENVOYS = pattern(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?:ambassadors?|diplomats?|envoys?|consuls?|embass\w+|attach[eé]s?|citizens|officers?)\b"
)
_RECALLS = pattern(
    r"\b(?:recall|withdr[ae]w|call(?:s|ed)?\s+(?:[\w’']+\s+){0,4}?(?:back|home)|summon|pull(?:s|ed)?)", ignore_case=True
)


class WhoAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The sides of one act."""

    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    claimed_by: Party | None = None
    denied_by: Party | None = None
    official: bool = False
    evidence: tuple[Evidence, ...] = ()
    because: str = ""  #: why a claimant was taken whom the rules do not know


class ClaimChooser(Protocol):
    """What weighs who claims an act."""

    def choose(self, options: Callable[[], Sequence[Option]], *, ruled: bool) -> Choice | None:
        """The side that claims the act; None where none is likely to, or where the rules have `ruled` who does."""
        ...


class Parties:
    """Every side named in one document; answers for one act at a time."""

    __slots__ = (
        "_away", "_chooser", "_claimants", "_codes", "_deeds", "_document", "_owner", "_said", "_sentences", "_starts",
        "_targets", "named",
    )  # fmt: skip

    def __init__(
        self,
        document: str,
        sentences: tuple[Sentence, ...],
        chooser: ClaimChooser | None = None,
        codes: Callable[[], Sequence[str]] = tuple,
        outlet: str | None = None,
    ) -> None:
        self._owner = house(outlet) if outlet else None
        self._chooser = chooser
        self._codes = codes
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._away: dict[int, list[int]] = {}
        self._deeds = Deeds(document, sentences)
        named = find(document, self._sentence_of, sentences) if sentences else []
        self.named: tuple[Named, ...] = tuple(by_its_name(side, named) for side in named)
        self._said = Said(document, sentences, self.named)
        self._targets = Targets(document, sentences, self._said, self._deeds)
        self._claimants = Claimants(document, sentences, self.named, self._sentence_of)

    def for_act(
        self, start: int, end: int, *, type: str = "", scope: tuple[int, ...] = (), avoid: tuple[int, ...] = ()
    ) -> WhoAnswer:
        """The sides of the act whose trigger is document[start:end].

        `scope` names the sentences that tell of the act, `avoid` those that tell of another. Without a scope the act
        is taken for the one the article was written for, and the first twelve sentences and its own are read.
        """
        if not self._sentences:
            return WhoAnswer(actors=(UNKNOWN,))
        home = self._sentence_of(start)
        where = (home, *scope, *self._next(home)) if scope else (home, *range(min(TOLD, len(self._sentences))))
        banned = set(avoid) - {home}
        where = tuple(dict.fromkeys(i for i in where if 0 <= i < len(self._sentences) and i not in banned))
        inverse = type == "interception" and not any(_SPYING.search(self._sentences[i].text) for i in where[:4])
        far = () if scope else range(TOLD, min(_CLAIMED, len(self._sentences)))
        spoken = (*where, *(i for i in far if i not in banned))
        said = [] if type in _UNCLAIMED else self._said.claims(spoken)
        told = set(where)
        said = [c for c in said if c.explicit or c.own or self._sentence_of(c.start) in told]
        if inverse:  # who shot it down claims no more than that
            said = [c for c in said if c.side.party.kind == "group" or not self._claimants.stopped(c, anywhere=True)]
            said = [c for c in said if c.side.party.kind != "coalition"]
        if type == "rocket_fire":
            said = [c for c in said if not self._claimants.answers(c)]
        elif type in UNFLOWN:  # 'French warship claims another drone kill'
            said = [c for c in said if c.side.party.kind not in STATELY or not self._claimants.stopped(c)]
        said = self._claimants.of_this_group(self._claimants.of_branch(said, home), home)
        if type == "airspace_violation":  # a state that was flown over tells of it
            said = [c for c in said if c.side.party.kind == "group"]
        actors = self._actors(where, home, start, end, type, inverse, said)
        if type in _UTTERED and (subject := self._subject(home, start, end, type)):
            actors = [subject]
        elif not actors and type in _DECIDED:
            actors = self._speaker(home, start)
        elif not actors and not inverse:
            actors = self._armed(where, home, type)
        claim = self._claimants.choose(said, actors, home, type, inverse) if type not in _UNCLAIMED else None
        if claim is None and type in ANNOUNCED and not inverse:
            doers = [n for n in actors if n.party.kind in STATELY]
            if doers:
                claim = announced(self._document, self._sentences, where, self.named, doers[0])
        if claim is None and type in AT_HOME and not scope:
            claim = at_home(self._document, self._sentences, home, actors, self.named, self._codes)
        if claim is None and type in TOLD_OF and not inverse and not scope:
            tale = Tale(
                document=self._document,
                sentences=self._sentences,
                named=self.named,
                type=type,
                home=home,
                actors=actors,
                does=lambda side: self._deeds.weight(side, type, False) >= 4.0,
                codes=self._codes,
                owner=self._owner,
            )
            claim = own_word(tale)
        denied = self._said.denial(where)
        because = ""
        if self._chooser is not None and type not in _UNCLAIMED and not scope:

            def heard() -> list[Option]:
                act = Act(
                    type=type,
                    home=home,
                    where=spoken,
                    actors=self._actors(where, home, start, end, type, inverse, []),
                    said=said,
                    denied=denied,
                    suffers=self._deeds.suffers,
                    weight=lambda side: self._deeds.weight(side, type, inverse),
                )
                return options(self._document, self._sentences, self.named, act)

            choice = self._chooser.choose(heard, ruled=claim is not None)
            if choice is not None:
                claim, because = self._chosen(choice)
        if claim is not None and not any(claim.side.party.name == n.party.name for n in actors):
            named = [n for n in actors if n.party.name not in VAGUE and compatible(n, claim.side)]
            actors = [*named, claim.side]
        targets = self._targets.of(where, home, start, end, actors, inverse)
        evidence = [self._evidence("actors", n.start, n.stretch) for n in actors]
        if claim is not None:
            evidence.append(self._evidence("claimed_by", claim.start, claim.end))
        if denied is not None:
            evidence.append(self._evidence("denied_by", denied.start, denied.end))
        sides = {n.party.name: party_of(self._document, n) for n in actors}
        return WhoAnswer(
            actors=tuple(sides.values()) or (UNKNOWN,),
            targets=tuple(t for t in {t.name: t for t in targets}.values() if t.name not in sides)[:3],
            claimed_by=by_every_name(self._document, claim.side, self.named) if claim else None,
            denied_by=party_of(self._document, denied.side) if denied else None,
            official=is_official(self._sentences, where[:6]),
            evidence=tuple(evidence),
            because=because,
        )

    def _chosen(self, choice: Choice) -> tuple[Claim, str]:
        """The claim of whom the model takes for the likeliest, and why."""
        side = choice.side
        end = min(self._sentences[side.sentence].end, side.stretch + _SHOWN)
        because = f"claimed by: {camp(side.party)}, likely by the words around ({choice.share:.0%})"
        return Claim(side, side.start, end, False), because

    def _subject(self, home: int, start: int, end: int, type: str) -> Named | None:
        """Who decided: named behind 'by', or 'out of' where envoys are sent away; else the last before the verb."""
        away = type == "diplomatic_break" and not _RECALLS.search(self._sentences[home].text)
        for side in self._said.named_in(home):
            between = self._document[end : side.start] if end <= side.start <= end + 70 else ""
            whole = not nameless(side) and (side.forces or not side.alias.demonym or side.alias.spelling in NOUNS_TOO)
            if (whole and _DECIDED_BY.search(between)) or (away and side.place and _SENT_OUT_OF.search(between)):
                return side
        before = [n for n in self._said.named_in(home) if n.agent and n.end <= start <= n.stretch + 70]
        if away:
            before = [n for n in before if not _ENVOYS.match(self._document, n.end)]
        return before[-1] if before else None

    def _speaker(self, home: int, start: int) -> list[Named]:
        """Who decides where no verb of the table tells it: the side named first before the act, else in the title."""
        for index in dict.fromkeys((home, 0)):
            for side in self._said.named_in(index):
                if not side.place and (side.start < start or index != home):
                    return [side]
        return []

    def _armed(self, where: tuple[int, ...], home: int, type: str) -> list[Named]:
        """Who did it where no verb of the table tells it: the side whose fighting force is the subject there.

        'An Israeli unit that drove into', 'US commandos cornered'."""
        for index in dict.fromkeys((home, *where[:3])):
            for side in self.named:
                if side.sentence != index or not side.agent or side.place or not _FIGHTING.search(side.forces):
                    continue
                if type == "aircraft_downed" and _FLYING.search(side.forces):
                    continue  # what was shot down, as a rule
                if any(at < side.start for at in self._turns(index)) or aimed_at(side) or _passed(side):
                    continue
                tail = self._document[side.stretch : min(self._sentences[index].end, side.stretch + 90)]
                if not self._deeds.suffers(side) and not _TALKS_ONLY.match(tail):
                    return [side]
        return []

    def _next(self, home: int) -> tuple[int, ...]:
        """The sentence that goes on in the same paragraph."""
        here, following = self._sentences[home], home + 1
        if following < len(self._sentences) and self._sentences[following].paragraph == here.paragraph:
            return (following,)
        return ()

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _actors(
        self,
        where: tuple[int, ...],
        home: int,
        start: int,
        end: int,
        type: str,
        inverse: bool,
        said: list[Claim],
    ) -> list[Named]:
        wanted = set(where)
        weighed: dict[str, float] = {}
        first: dict[str, Named] = {}
        joint = type in _JOINT
        for side in self.named:
            if side.sentence not in wanted:
                continue
            weight = self._deeds.joint(side) if joint else self._deeds.weight(side, type, inverse)
            if weight <= 0:
                continue
            weight *= self._nearness(side, home, start, end)
            if side.weapon and self._answered(side, home):
                weight *= 0.25
            name = side.party.name
            weighed[name] = weighed.get(name, 0.0) + weight
            first.setdefault(name, side)
        near = (home, home + 1) if self._sentences[home].is_title else (home,)
        for claim in said:
            if claim.explicit or (claim.own and not (type in UNFLOWN and self._claimants.stopped(claim))):
                name = claim.side.party.name
                weight = 4.0 if claim.explicit else 3.0
                weighed[name] = weighed.get(name, 0.0) + weight * self._nearness(claim.side, home, start, end)
                first.setdefault(name, claim.side)
            elif (
                claim.voiced
                and type not in TOLD_BY_BOTH
                and not inverse
                and claim.side.sentence in (near if claim.side.party.kind == "group" else (home,))
            ):
                name = claim.side.party.name  # 'Drones were fired at the base, the group said'
                weighed[name] = weighed.get(name, 0.0) + 3.0
                first.setdefault(name, claim.side)
        self._origin(weighed, first)
        order = [name for name in sorted(weighed, key=lambda name: -weighed[name]) if weighed[name] >= 1.2]
        if not order:
            return []
        if nameless(first[order[0]]):  # 'an Iran-backed group' gives way to the one that is named
            order.sort(key=lambda name: (nameless(first[name]) or first[name].party.kind != "group", -weighed[name]))
        top = weighed[order[0]]
        if joint:
            return [first[name] for name in order[:4] if weighed[name] >= 0.3 * top]
        chosen = [first[order[0]]]
        for name in order[1:3]:
            pair = {first[name].party.kind, chosen[0].party.kind}
            same = first[name].party.country == chosen[0].party.country and "forces" in pair
            if (same and weighed[name] >= 0.25 * top) or (
                weighed[name] >= 0.6 * top and self._together(chosen[0], name)
            ):
                chosen.append(first[name])
        return chosen

    def _nearness(self, side: Named, home: int, start: int, end: int) -> float:
        """Weight of a sentence: the act's own and the title most, recollections hardly."""
        sentence = self._sentences[side.sentence]
        if side.sentence == home:
            low, high = (side.stretch, start) if side.stretch <= start else (end, side.start)
            between = low < high
            return 0.4 if between and any(low <= at < high for at in self._turns(side.sentence)) else 1.6
        turns = self._turns(side.sentence)
        if turns and min(turns) < side.start:
            return 0.25
        if sentence.is_title:
            return 1.2
        return 1.0 if sentence.paragraph <= 2 else 0.7 if sentence.paragraph <= 4 else 0.4

    def _answered(self, side: Named, home: int) -> bool:
        """'In answer to Israeli attacks Hezbollah fires rockets': what another side in that sentence answers."""
        lead = self._document[max(self._sentences[side.sentence].start, side.start - 40) : side.start]
        if side.sentence != home or ANSWERED.search(lead) is None:
            return False
        others = (n for n in self._said.named_in(home) if n.start > side.start and n.party.name != side.party.name)
        return any(self._deeds.weight(n, "", False) >= 4.0 for n in others)

    def _turns(self, index: int) -> list[int]:
        """Where a sentence turns away from the act: 'after', 'last month', 'in retaliation for'."""
        if index not in self._away:
            sentence = self._sentences[index]
            turns = [sentence.start + match.start() for match in _AWAY.finditer(sentence.text)]
            if OPENS_AWAY.match(sentence.text):
                turns.append(sentence.start - 1)
            self._away[index] = turns
        return self._away[index]

    def _origin(self, weighed: dict[str, float], first: dict[str, Named]) -> None:
        """'From Yemen' speaks for the group that holds it, where the text names one."""
        for name in list(weighed):
            side = first[name]
            held = side.party.country in _HELD
            if side.party.kind != "state" or not (side.place or held):
                continue
            groups = [n for n in self.named if n.party.kind == "group" and n.party.country == side.party.country]
            if groups:
                heir = groups[0].party.name
                weighed[heir] = weighed.get(heir, 0.0) + weighed.pop(name)
                first.setdefault(heir, groups[0])
            elif side.place and side.party.country in ("IQ", "SY", "PS", "SO", *_HELD):
                del weighed[name]

    def _together(self, side: Named, name: str) -> bool:
        """'US and British jets': both are one subject."""
        for other in self.named:
            if other.party.name != name or other.sentence != side.sentence:
                continue
            low, high = sorted((side, other), key=lambda n: n.start)
            if re.fullmatch(r"\s*(?:and|,|and\s+the)\s*(?:the\s+)?", self._document[low.end : high.start]):
                return True
        return False

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])


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
_TALKS_ONLY = re.compile(
    rf"\s*(?:,[^,;.]{{1,60}},)?\s+(?:{SPEECH}|was|were|are|is|have\s+been|had\s+been|has\s+been)\b"
)
#: countries whose attacks on others are those of an armed group, where the text names it
_HELD = frozenset({"YE", "LB"})


def _passed(side: Named) -> bool:
    """Whether a ship or a unit is what somebody comes near to."""
    return not _PASSED.isdisjoint(side.before[-3:])
