"""Who did it, to whom, who says so and who denies it.

Sides are found by the names of `actors.py` (sides.py). The actor is weighed: a weapon of its own ('Russian missiles'),
an active verb, a 'by', a claim or a charge each add to a side, most in the sentence of the act. An unknown actor is a
legal answer. For a shoot-down the actor is the side that sent what was shot at; for a crewed or spying aircraft
brought down, the side that shot.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from monitor.events.claimants import OPENS_AWAY, TOLD, VAGUE, Claimants, compatible
from monitor.events.claims import Claim, Said, is_official
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides import ACTS, SPEECH, Named, find, suffers
from monitor.types import Evidence, Party

UNKNOWN = Party(name="unknown", kind="unknown")
_CLAIMED = 20  #: and those in which it may still be claimed

#: types in which several sides act together, and none is a victim
_JOINT = frozenset("ceasefire talks prisoner_exchange withdrawal military_exercise".split())
#: types nobody takes responsibility for
_UNCLAIMED = _JOINT | frozenset(
    "evacuation closure deployment sanctions diplomatic_break nuclear_step threat weapons_test unrest".split()
)
_BY_VERB = re.compile(
    r"\b(?:launched|fired|sent|flown|dispatched|carried\s+out|staged|conducted|directed|released|mounted|"
    r"operated|bombed|attacked|hit|struck|"
    r"killed|wounded|injured|shelled|claimed|seized|boarded|rammed|captured|shot\s+down|downed|destroyed|"
    r"targeted|blocked|abducted|kidnapped|"
    r"attacks?|strikes?|raids?|assault|bombing|ambush|offensive|shelling|operation|driven|set\s+off|planted|"
    r"held|taken|shot|intercepted|stormed|looted|ambushed|overrun|raided|hijacked|besieged|pounded|detonated|"
    r"assassinated|murdered|executed|beheaded|torched|"
    r"hacked|infiltrated|sabotaged|perpetrated|committed|detained|breached|crippled|damaged|blown\s+up|"
    r"gunned\s+down|shot\s+dead|fire)"
    r"\b(?:\s+(?!\w+ed\b)[\w'’-]+){0,5}?\s+by\s+(?:the\s+|an?\s+|members\s+of\s+(?:the\s+)?|fighters\s+(?:of|"
    r"from)\s+(?:the\s+)?|suspected\s+|armed\s+|elite\s+)*(?:(?:[A-Z]\w+\s+){0,2}[A-Z]\w+['’]s\s+)?$",
    re.IGNORECASE,
)
_FROM = pattern(
    r"\b(?:fired|launched|sent|came|flew|missiles?|drones?|rockets?|projectiles?|originat\w+|"
    r"shelling)\b[^.;:]{0,40}\bfrom\s+(?:the\s+territory\s+of\s+)?$",
    ignore_case=True,
)
_BLAMES = pattern(
    r"(?:blam(?:e|ed|es|ing)(?:\s+on)?|accus(?:e|ed|es|ing)|pointing\s+at|pointed\s+(?:at|to)|"
    r"attributed\s+(?:\w+\s+){0,4}to|put\s+(?:\w+\s+){0,3}down\s+to|"
    r"suspected\s+to\s+be|believed\s+to\s+be|work\s+of|hand\s+of|belonged\s+to|(?:was|were|are|"
    r"is)\s+(?:a\s+)?members?\s+of|behind\s+it\s+is|responsib\w+\s+lies\s+with)\s+[\"“]?(?:the\s+|an?\s+|on\s+|"
    r"members\s+of\s+)*[\"“]?$",
    ignore_case=True,
)
_BLAME_WORDS = frozenset(
    """blame blamed blames blaming accuse accused accuses accusing pointing pointed attributed put suspected believed
    work     hand belonged member members behind responsibility responsible""".split()
)
_BEHIND = pattern(
    r"(?:\s*\([^)]{1,30}\))?\s+(?:is|are|was|were)\s+(?:believed\s+to\s+be\s+|thought\s+to\s+be\s+|"
    r"said\s+to\s+be\s+)?(?:behind|responsible|to\s+blame|suspected)\b"
)
_BEHIND_BEGINS = ("(", "is", "are", "was", "were")
#: in the place of a verb: the side is said to be behind the act
_GUILT = "is behind"
_FIGHTS = frozenset({"clashes", "clashed", "fighting", "battle", "battles"})
_STOPPED = re.compile(r"(?:shot\s+down|downed|intercepted|destroyed|brought\s+down)\b[^.;:]{0,60}$", re.IGNORECASE)
#: acts of a government or a leader: who is named first is who decides
_DECIDED = frozenset(
    """threat sanctions diplomatic_break nuclear_step weapons_test closure deployment evacuation withdrawal
    military_exercise airspace_violation""".split()
)
#: and of these the subject of the verb is the side that acts, whatever else the text is full of
_UTTERED = frozenset({"threat", "sanctions", "diplomatic_break", "closure"})
_DOWNING = frozenset(
    {
        "shot down",
        "shoots down",
        "shoot down",
        "shooting down",
        "downed",
        "downs",
        "brought down",
        "brings down",
        "bring down",
        "intercepted",
        "intercepts",
        "destroyed",
        "destroys",
    }
)
_HARM_VERBS = pattern(
    r"launch|fir|sen[td]|attack|bomb|str|hit|raid|shell|pound|target|kill|wound|injur|destroy|seiz|captur|"
    r"sho[ot]|down|brought|brings|intercept|carr|"
    r"conduct|stag|mount|ambush|storm|enter|invad|march|closed\s+in|closes\s+in|advanc|abduct|kidnap|ramm|block|"
    r"board|hijack|took|tak|blew|blow|hack|sabotag|us|drop|"
    r"detonat|set|clash|swarm|punctur|recaptur|retook|retak|overr|push|dispatch|tried|wreck|damag|crippl|collid|"
    r"cross|violat|retaliat|open|went|go|beg|start|wip|eliminat|assassinat|impound|detain"
)
_RELATIVE = (("that",), ("which",))  #: 'the port that US jets attacked on Thursday'
_PLURAL_NOUNS = frozenset({"targets", "raids", "strikes", "attacks", "bombs", "shells"})
_COUNTED = frozenset("several many dozens of suspected the some more on against at".split())
#: attacks beside which a shoot-down is another act
_UNFLOWN = frozenset(
    """airstrike shelling rocket_fire bombing armed_assault armed_clash ground_incursion targeted_killing abduction
    sabotage maritime_incident""".split()
)
_OWN_VERBS = {
    "threat": re.compile(r"threaten|warn|vow"),
    "sanctions": re.compile(r"impos|sanction|slap|fr[eo]ez|froze|blacklist|announc"),
    "evacuation": re.compile(r"evacuat|flew|order|withdr"),
    "closure": re.compile(r"clos|suspend|block"),
    "deployment": re.compile(r"deploy|sen[td]|mobili|establish|set|reinforc|dispatch|mov"),
    "weapons_test": re.compile(r"test|fir|launch"),
    "diplomatic_break": re.compile(r"expel|recall|cut|broke|clos|announc|declar"),
    "nuclear_step": re.compile(r"sign|lower|updat|test|agree|order"),
}
_AWAY = pattern(
    r"\b(?:response\s+to|retaliation\s+for|reprisal\s+for|reply\s+to|revenge\s+for|answer\s+to|payback\s+for|"
    r"after|following|since|separate|previous|earlier|"
    r"in\s+(?:19|20)\d\d|last\s+(?:week|month|year)|ago|days?\s+before|avenge)\b",
    ignore_case=True,
)
_SHORT_FORM = re.compile(r"\s\((?:the\s+)?(?P<short>[A-Z][\w-]{1,9})\)")
_FELLED = pattern(r"\s+(?:killed|wounded|injured|hurt|dead|die|missing|abducted|captured|shot\s+dead)\b")
_SPYING = pattern(
    r"\b(?:MQ-?9|MQ-?1|RQ-?4|Reaper|Predator|Global\s+Hawk|Bayraktar|Hermes|Heron|surveillance|reconnaissance|"
    r"spy\s+drone)",
    ignore_case=True,
)
_AIMED = pattern(
    r"\b(?:against|on|at|toward|towards|targeting|target|targeted|hit|hits|hitting|struck|striking|strikes?|"
    r"bomb(?:s|ed|ing)?|attack(?:s|ed|ing)?|"
    r"bound\s+for|headed\s+(?:for|to)|heading\s+(?:for|to|toward|towards)|aimed\s+at|into|inside|kill(?:s|ed|"
    r"ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|"
    r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|of)\s+(?:the\s+|an?\s+|its\s+|several\s+|two\s+|three\s+|four\s+|"
    r"five\s+|six\s+|more\s+|one\s+|\d+\s+){0,2}$",
    ignore_case=True,
)
_AIM_WORDS = frozenset(
    """against on at toward towards targeting target targeted hit hits hitting struck striking strike strikes bomb bombs
    bombed bombing attack attacks attacked attacking for to into inside kill kills killed killing wound wounds wounded
    wounding injures injured injuring threaten threatens threatened threatening warn warns warned warning of""".split()
)
_SUFFERS = pattern(
    r"[^.;:]{0,60}?\b(?:was|were|been|is|are|came)\s+(?:\w+\s+){0,2}?(?:hit|struck|attacked|bombed|killed|"
    r"wounded|injured|targeted|shelled|shot\s+down|seized|"
    r"boarded|rammed|under\s+(?:fire|attack)|destroyed|downed|abducted|damaged)\b"
)
_VESSEL = pattern(
    r"\b(?:M/?V|M/?T|MS|USS|HMS|BRP|INS|RFA|SS|tanker|bulker|bulk\s+carrier|container\s+ship|carrier|"
    r"cargo\s+ship|vessel|ship|ferry|trawler|tug|"
    r"frigate|destroyer|boat)\s+[\"“'‘]?(?P<name>[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|of|II|III|\d+)){0,3})[\"”'’]?"
)
_SITE = pattern(
    r"\b(?:(?:air\s?)?base|airport|port|refinery|power\s+(?:plant|station)|plant|depot|consulate|embassy|"
    r"hospital|school|hotel|mosque|church|market|"
    r"barracks|headquarters|bridge|camp|oil\s+facilit\w+|airfield|substation|checkpoint|convoy|police\s+station|"
    r"prison|warehouse|building|apartment\s+block|"
    r"tankers?|pipeline|cable|railway|train|bus|ships?|vessels?|petrol\s+stations|gas\s+stations)\b",
    ignore_case=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAnswer:
    """The sides of one act."""

    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    claimed_by: Party | None = None
    denied_by: Party | None = None
    official: bool = False
    evidence: tuple[Evidence, ...] = ()


class Parties:
    """Every side named in one document; answers for one act at a time."""

    __slots__ = ("_away", "_claimants", "_deeds", "_document", "_said", "_sentences", "_starts", "_suffered", "named")

    def __init__(self, document: str, sentences: tuple[Sentence, ...]) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._away: dict[int, list[int]] = {}
        self._deeds: dict[int, str] = {}
        self._suffered: dict[int, bool] = {}
        named = find(document, self._sentence_of, sentences) if sentences else []
        self.named: tuple[Named, ...] = tuple(_by_its_name(side, named) for side in named)
        self._said = Said(document, sentences, self.named)
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
        inverse = type == "interception" and not any(_SPYING.search(self._sentences[i].text) for i in where[:8])
        far = () if scope else range(TOLD, min(_CLAIMED, len(self._sentences)))
        spoken = (*where, *(i for i in far if i not in banned))
        said = [] if type in _UNCLAIMED else self._said.claims(spoken)
        told = set(where)
        said = [c for c in said if c.explicit or c.own or self._sentence_of(c.start) in told]
        actors = self._actors(where, home, start, end, type, inverse, said)
        if type in _UTTERED and (subject := self._subject(home, start)):
            actors = [subject]
        elif not actors and type in _DECIDED:
            actors = self._speaker(home, start)
        elif not actors and not inverse:
            actors = self._armed(where, home, type)
        claim = self._claimants.choose(said, actors, home, type, inverse) if type not in _UNCLAIMED else None
        if claim is not None and not any(claim.side.party.name == n.party.name for n in actors):
            named = [n for n in actors if n.party.name not in VAGUE and compatible(n, claim.side)]
            actors = [*named, claim.side]
        denied = self._said.denial(where)
        targets = self._targets(where, home, start, end, actors, inverse)
        evidence = [self._evidence("actors", n.start, n.stretch) for n in actors]
        if claim is not None:
            evidence.append(self._evidence("claimed_by", claim.start, claim.end))
        if denied is not None:
            evidence.append(self._evidence("denied_by", denied.start, denied.end))
        sides = {n.party.name: self._side(n) for n in actors}
        return WhoAnswer(
            actors=tuple(sides.values()) or (UNKNOWN,),
            targets=tuple(t for t in {t.name: t for t in targets}.values() if t.name not in sides)[:3],
            claimed_by=self._side(claim.side) if claim else None,
            denied_by=self._side(denied.side) if denied else None,
            official=is_official(self._sentences, where[:6]),
            evidence=tuple(evidence),
        )

    def _subject(self, home: int, start: int) -> Named | None:
        """The side that stands last before the verb, near enough to be its subject."""
        before = [n for n in self._said.named_in(home) if n.agent and n.end <= start <= n.stretch + 70]
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
                if any(at < side.start for at in self._turns(index)) or not _AIM_WORDS.isdisjoint(side.before[-3:]):
                    continue
                tail = self._document[side.stretch : min(self._sentences[index].end, side.stretch + 90)]
                if not self._suffers(side) and not _TALKS_ONLY.match(tail):
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

    # ---- the actor -----------------------------------------------------------------------------------------------

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
            weight = self._joint(side, home) if joint else self._weight(side, type, inverse)
            if weight <= 0:
                continue
            weight *= self._nearness(side, home, start, end)
            name = side.party.name
            weighed[name] = weighed.get(name, 0.0) + weight
            first.setdefault(name, side)
        for claim in said:
            if claim.explicit or (claim.own and not (type in _UNFLOWN and self._claimants.stopped(claim))):
                name = claim.side.party.name
                weight = 4.0 if claim.explicit else 3.0
                weighed[name] = weighed.get(name, 0.0) + weight * self._nearness(claim.side, home, start, end)
                first.setdefault(name, claim.side)
        self._origin(weighed, first)
        order = [name for name in sorted(weighed, key=lambda name: -weighed[name]) if weighed[name] >= 1.2]
        if not order:
            return []
        if order[0] in VAGUE:  # 'an Iran-backed group' gives way to the one that is named
            order.sort(key=lambda name: (name in VAGUE or first[name].party.kind != "group", -weighed[name]))
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

    def _weight(self, side: Named, type: str, inverse: bool) -> float:
        """How strongly the words at a name make it the actor."""
        if not _BLAME_WORDS.isdisjoint(side.before) and _BLAMES.search(self._lead(side)):
            return 2.0
        if side.by and _BY_VERB.search(lead := self._lead(side)):
            return 0.0 if inverse and _STOPPED.search(lead) else 4.0
        if side.place and "from" in side.before[-3:] and _FROM.search(self._lead(side)):
            return 2.5
        if side.weapon and not inverse and type == "interception" and ("drone" in side.weapon or "uav" in side.weapon):
            return 0.0  # the spying drone that was brought down
        if "with" in side.before[-2:] and not _FIGHTS.isdisjoint(side.before[-3:]):
            return 2.0
        if side.weapon and side.weapon not in ("threat", "threats", "warning", "sanctions", "response"):
            return 4.0
        verb = self._deeds.get(side.start)
        if verb is None:
            verb = self._deeds[side.start] = self._deed(side)
        if verb == _GUILT:
            return 4.0
        if not verb:
            return 0.0
        if type in _OWN_VERBS:
            return 4.0 if _OWN_VERBS[type].match(verb) else 0.5
        if verb in _DOWNING and (inverse or type in _UNFLOWN):
            return 0.0  # what a side shot down beside an attack it did not make
        return 4.0 if _HARM_VERBS.match(verb) else 0.3

    def _deed(self, side: Named) -> str:
        """The verb by which a side does something, `_GUILT` where it is called the author, '' where it does nothing."""
        tail = self._document[side.stretch : min(self._sentences[side.sentence].end, side.stretch + 220)]
        if tail.lstrip().startswith(_BEHIND_BEGINS) and _BEHIND.match(tail):
            return _GUILT
        the = side.before[-1:]
        if not (side.agent or (side.alias.demonym and the == ("the",))):
            return ""
        acts = ACTS.match(tail)
        if acts is None or (the not in _RELATIVE and suffers(tail, acts)):
            return ""
        verb = " ".join(acts.group("verb").lower().split())
        if verb in _PLURAL_NOUNS and the and (the[0] in _COUNTED or the[0][0].isdigit()):
            return ""  # '81 PKK targets'
        return verb

    def _lead(self, side: Named) -> str:
        return self._document[max(self._sentences[side.sentence].start, side.start - 100) : side.start]

    def _joint(self, side: Named, home: int) -> float:
        if side.alias.demonym and not side.forces:
            return 0.0
        near = set(side.before[-3:]) & {"between", "and", "with", "from"}
        if side.place and not near:
            return 0.0
        return 2.0 if near or side.agent else 0.5

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

    # ---- the target ----------------------------------------------------------------------------------------------

    def _targets(
        self, where: tuple[int, ...], home: int, start: int, end: int, actors: list[Named], inverse: bool
    ) -> list[Party]:
        taken = {n.party.name for n in actors}
        found: list[Party] = []
        for index in where[:5]:
            sentence = self._sentences[index]
            for side in self._said.named_in(index):
                if side.party.name in taken:
                    continue
                if (
                    not _AIM_WORDS.isdisjoint(side.before[-4:])
                    and not (side.place and side.before[-1:] == ("of",))
                    and _AIMED.search(self._document[max(sentence.start, side.start - 50) : side.start])
                ) or (not side.place and not side.weapon and not inverse and self._suffers(side)):
                    found.append(self._side(side, target=True))
            if found:
                return found
        sentence = self._sentences[home]
        ship = _VESSEL.search(sentence.text)
        if ship:
            return [Party(name=ship.group("name").strip(), kind="asset", as_written=ship.group())]
        site = _SITE.search(self._document, end, sentence.end) or _SITE.search(self._document, sentence.start, start)
        return [Party(name=site.group().lower(), kind="asset", as_written=site.group())] if site else []

    def _suffers(self, side: Named) -> bool:
        """Whether something was done to a side, by the words behind it."""
        known = self._suffered.get(side.start)
        if known is None:
            tail = self._document[side.stretch : min(self._sentences[side.sentence].end, side.stretch + 90)]
            known = self._suffered[side.start] = bool(_SUFFERS.match(tail) or _FELLED.match(tail))
        return known

    def _side(self, side: Named, *, target: bool = False) -> Party:
        full = not side.alias.demonym and side.alias.spelling not in side.party.name  # 'Ansarallah', of 'its forces'
        organ = side.forces and (target or side.party.kind == "state" or not full)
        written = self._document[side.start : side.stretch if organ else side.end]
        party = side.party
        if target and party.kind == "state" and _TROOPS.search(side.forces):
            short = {"US": "US", "GB": "UK"}.get(party.country or "", party.name)
            return replace(party, name=f"{short} forces", kind="forces", as_written=written)
        short_form = _SHORT_FORM.match(self._document, side.end) if written == party.name else None
        if short_form is not None:
            written = short_form.group("short")  # 'Rapid Support Forces (RSF)': by both
        return Party(name=party.name, kind=party.kind, country=party.country, as_written=written)

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])


_TROOPS = re.compile(r"troops|soldiers|forces|army|military")
_BANDED = re.compile(r"\b(?:group|movement|militia|militiamen|rebels?|insurgents?)\b", re.IGNORECASE)


#: 'the Iran-backed group' is one that has been named
_ONE_PROXY = frozenset(
    f"{patron}-{tie} {noun}"
    for patron in ("Iran", "Iranian", "Tehran")
    for tie in ("backed", "aligned", "supported", "linked")
    for noun in ("group", "militia")
)


def _by_its_name(side: Named, named: Sequence[Named]) -> Named:
    """'The Yemeni group' is no state: the last group of that country that was named before it."""
    if side.alias.spelling in _ONE_PROXY and side.before[-1:] == ("the",):
        bands = [n for n in named if n.start < side.start and n.party.kind == "group" and n.party.name not in VAGUE]
        return structs.replace(side, party=bands[-1].party) if bands else side
    if side.party.kind != "state" or not side.alias.demonym or not _BANDED.search(side.forces):
        return side
    groups = [
        n for n in named if n.start < side.start and n.party.kind == "group" and n.party.country == side.party.country
    ]
    return structs.replace(side, party=groups[-1].party) if groups else side


#: forces that fight, as against those that speak: 'unit', not 'ministry'
_FIGHTING = re.compile(
    r"\b(?:troops|soldiers|commandos|marines|jets?|warplanes?|planes|aircraft|helicopters?|units?|patrols?|warships?|"
    r"destroyer|bombers?|fighters|agents|operatives|mercenaries|rebels|militants|gunmen|insurgents|jihadis?|jihadists?)\b",
    re.IGNORECASE,
)
_FLYING = pattern(
    r"\b(?:jets?|warplanes?|planes?|aircraft|helicopters?|bombers?|F-\d\ds?|Su-\d\ds?)\b", ignore_case=True
)
_TALKS_ONLY = re.compile(
    rf"\s*(?:,[^,;.]{{1,60}},)?\s+(?:{SPEECH}|was|were|are|is|have\s+been|had\s+been|has\s+been)\b"
)
#: countries whose attacks on others are those of an armed group, where the text names it
_HELD = frozenset({"YE", "LB"})
