"""Who did it, to whom, who says so and who denies it.

Sides are found by the names of `actors.py`; their part in an act is read from where they stand about its trigger:
before an active verb or a weapon ('Russian missiles hit') the actor, after 'by' the actor, after 'against' or before
a passive the target. An unknown actor is a legal answer. For a shoot-down the actor is the side that sent what was
shot at; for a crewed or spying aircraft brought down, the side that shot.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

import ahocorasick

from monitor.events.actors import Alias, aliases
from monitor.events.sentences import Sentence
from monitor.types import Evidence, Party

UNKNOWN = Party(name="unknown", kind="unknown")

_FORCES = re.compile(
    r"(?:['’]s)?\s+(?:(?:armed|security|special|air|ground|naval|defen[cs]e|border|coalition|government|occupation|"
    r"paramilitary|counter[- ]?terrorism|interior|foreign|state|health|military|joint|elite|regular)\s+){0,3}"
    r"(?:forces|army|military|troops|soldiers|navy|jets?|warplanes?|fighter\s+jets|aircraft|fighters|air\s+force|force|"
    r"police|ministry|ministries|government|authorities|officials?|commandos|marines|guards?|coast\s+guard|rebels?|militants?|"
    r"insurgents?|gunmen|militia(?:s|men)?|terrorists?|separatists|mercenaries|intelligence|agents|operatives|regime|leaders?|"
    r"warships?|destroyer|units?|movement|group|spokes\w+|president|prime\s+minister|defen[cs]e\s+minister|foreign\s+minister|"
    r"chief\s+of\s+staff|state\s+media|service)\b"
)
_WEAPON = re.compile(
    r"(?:['’]s)?\s+(?:(?:ballistic|cruise|hypersonic|suicide|explosive|kamikaze|one-way|attack|guided|anti-ship|long-range|"
    r"short-range|aerial|air|drone|missile|rocket|artillery|ground|naval|cyber|terror|suicide|deadly|military|sea|armed|"
    r"surprise|cross-border|precision|bomb|heavy|massive|retaliatory|combat|FPV|Shahed|new|fresh|overnight|separate|spy|high-altitude|"
    r"surveillance|loitering|medium-range|unmanned|explosive-laden|water|and)[\s-]+){0,4}"
    r"(?:missiles?|drones?|rockets?|UAVs?|bombs?|shells?|projectiles?|mortars?|artillery|air\s?strikes?|strikes?|raids?|attacks?|"
    r"bombardment|bombing|shelling|fire|barrage|salvo|assault|offensive|incursion|balloon|invasion|operation|ambush|hackers?|"
    r"cannons?|munitions?|response|retaliation|gunfire|blockade|sanctions|threats?|warning)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|over|near|off|from|into|inside|across|within|outside|throughout|to|around|between|through|of|at|"
    r"northern|southern|eastern|western|central|northwest\w*|northeast\w*|southeast\w*|southwest\w*|neighbou?ring|all\s+of|"
    r"coast\s+of|border\s+with|mainland)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AT_BEFORE = re.compile(
    r"\b(?:against|on|at|toward|towards|targeting|target|targeted|hit|hits|struck|striking|strikes|bomb(?:s|ed|ing)?|attack(?:s|ed|ing)?|"
    r"bound\s+for|headed\s+(?:for|to)|heading\s+(?:for|to|toward|towards)|aimed\s+at|into|inside|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|"
    r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?)\s+(?:the\s+|a\s+|an\s+|its\s+|several\s+|two\s+|three\s+|more\s+|\d+\s+){0,2}$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(r"\bby\s+(?:the\s+|an?\s+|armed\s+|suspected\s+|members\s+of\s+(?:the\s+)?|"
                        r"fighters\s+(?:of|from)\s+(?:the\s+)?){0,2}$", re.IGNORECASE)  # fmt: skip
_SENT_BEFORE = re.compile(
    r"\b(?:launched|fired|sent|flown|dispatched|carried\s+out|staged|conducted|directed|steered|released|mounted|operated)"
    r"(?:\s+(?:toward|towards|at|against)\s+\w+)?\s+(?:by|from)\s+(?:the\s+)?(?:territory\s+of\s+)?$|\bfrom\s+$",
    re.IGNORECASE,
)
_SENT_AFTER = re.compile(
    r"(?:['’]s)?\s*(?:,[^,]{1,60},\s*)?(?:\w+\s+){0,4}?(?:had\s+|have\s+|has\s+)?(?:launched|launches|fired|fires|sent|sends|directed|unleashed|"
    r"dispatched|carried\s+out|conducted|shelled|attacked|attacks|bombed|bombs|struck|strikes|hit|hits|raided)\b"
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got|came)\s+(?:(?:reportedly|also|again|repeatedly|later|then|badly|heavily|directly|under)\s+){0,2}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:]|\s[–—-]\s|\b(?:after|following|since|before|while|which|whose|where|because|although|but|as\s+part|in\s+(?:response|retaliation|"
    r"reply|reprisal|revenge)|a\s+day\s+after|days\s+after|hours\s+after|amid)\b",
    re.IGNORECASE,
)
_SPYING = re.compile(
    r"\b(?:MQ-?9|MQ-?1|RQ-?4|Reaper|Predator|Global\s+Hawk|Bayraktar|Hermes|Heron|surveillance|reconnaissance|spy\s+drone)",
    re.IGNORECASE,
)
_VESSEL = re.compile(
    r"\b(?:M/?V|M/?T|MT|MS|USS|HMS|BRP|INS|RFA|SS|MSC|tanker|bulker|bulk\s+carrier|container\s+ship|carrier|cargo\s+ship|vessel|ship|"
    r"ferry|trawler|tug|frigate|destroyer|boat)\s+[\"“'‘]?(?P<name>[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|of|II|III|\d)){0,3})[\"”'’]?"
)
_SITE = re.compile(
    r"\b(?:(?:air\s?base|airport|base|port|refinery|power\s+(?:plant|station)|plant|depot|consulate|embassy|hospital|school|hotel|mosque|church|"
    r"market|barracks|headquarters|bridge|camp|oil\s+facilit\w+|airfield|substation|checkpoint|convoy|police\s+station|prison|"
    r"warehouse|building|apartment\s+block|tanker|pipeline|cable|railway|train|bus|ship|vessel|tankers|ships)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A side named in the text."""

    start: int
    end: int  #: after the name itself
    stretch: int  #: after the forces or organ named with it ('Israel's military')
    sentence: int
    party: Party
    alias: Alias
    forces: bool  #: an organ of it acts or speaks ('the Israeli army')
    sender: bool  #: an adjective of a weapon or attack ('Houthi drones')
    place: bool  #: stands as a place ('in Iraq')


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

    __slots__ = ("_by_sentence", "_document", "_sentences", "_starts", "named")

    def __init__(self, document: str, sentences: tuple[Sentence, ...]) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self.named: tuple[Named, ...] = tuple(self._find())
        self._by_sentence: dict[int, list[Named]] = {}
        for named in self.named:
            self._by_sentence.setdefault(named.sentence, []).append(named)

    def for_act(self, start: int, end: int, *, type: str = "", scope: tuple[int, ...] = ()) -> WhoAnswer:
        """The sides of the act whose trigger is document[start:end], read in its sentence, then in `scope`."""
        home = self._sentence_of(start)
        where = tuple(dict.fromkeys((home, *(scope or self._context(home)))))
        evidence: list[Evidence] = []
        inverse = type == "interception" and not self._spying(home, where)
        actors: list[Named] = []
        targets: list[Party] = []
        for index in where:
            if index >= len(self._sentences):
                continue
            at = (start, end) if index == home else self._retrigger(index)
            if at is None:
                continue
            did, got = self._roles(index, *at, inverse=inverse)
            if not actors and did:
                actors = did
            if not targets and got:
                targets = [self._side(n, target=True) for n in got]
            if actors and targets:
                break
        sides = [self._side(n) for n in actors]
        claim, claim_at = self._claim(where, sides, type)
        denial, denial_at = self._denial(where)
        if not sides:
            blamed = self._blamed(where)
            if claim is not None:
                sides = [claim]
            elif blamed is not None:
                sides = [self._side(blamed)]
                actors = [blamed]
        if not targets:
            targets = self._things(home, start, end)
        for named in actors[:2]:
            evidence.append(self._evidence("actors", named.start, named.stretch))
        if claim_at:
            evidence.append(self._evidence("claimed_by", *claim_at))
        if denial_at:
            evidence.append(self._evidence("denied_by", *denial_at))
        unique = tuple({p.name: p for p in sides}.values())
        return WhoAnswer(
            actors=unique or (UNKNOWN,),
            targets=tuple(t for t in {p.name: p for p in targets}.values() if t.name not in {u.name for u in unique}),
            claimed_by=claim,
            denied_by=denial,
            official=self._official(where),
            evidence=tuple(evidence),
        )

    # ---- finding -------------------------------------------------------------------------------------------------

    def _find(self) -> list[Named]:
        document = self._document
        spans: list[tuple[int, int, Alias]] = []
        for last, alias in _automaton().iter(document):
            first, after = last + 1 - len(alias.spelling), last + 1
            if (first and (document[first - 1].isalnum() or document[first - 1] == "-")) or (
                after < len(document) and document[after].isalnum()
            ):
                continue
            while spans and spans[-1][0] >= first:
                spans.pop()
            if spans and spans[-1][1] > first:
                continue
            spans.append((first, after, alias))
        found: list[Named] = []
        for first, after, alias in spans:
            index = self._sentence_of(first)
            tail = document[after : after + 90]
            organ = _FORCES.match(tail)
            sender = _WEAPON.match(tail)
            lead = document[max(0, first - 30) : first]
            if alias.demonym and organ is None and sender is None and document[after : after + 1] == "-":
                continue  # 'US-led', 'Iranian-backed'
            if document[after : after + 1] == "-" and not document[after + 1 : after + 3].isupper():
                continue
            place = bool(_PLACE_BEFORE.search(lead)) and organ is None and sender is None
            found.append(
                Named(
                    start=first,
                    end=after,
                    stretch=after + (organ.end() if organ else sender.end() if sender else 0),
                    sentence=index,
                    party=alias.party,
                    alias=alias,
                    forces=organ is not None,
                    sender=sender is not None and organ is None,
                    place=place or (alias.capital and not _ACTS.match(tail)),
                )
            )
        return found

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _context(self, home: int) -> tuple[int, ...]:
        if not self._sentences:
            return ()
        here = self._sentences[min(home, len(self._sentences) - 1)]
        if here.is_title or here.paragraph <= 2:
            return tuple(range(min(12, len(self._sentences))))
        return tuple(
            index
            for index in (home + 1, home - 1)
            if 0 <= index < len(self._sentences) and self._sentences[index].paragraph == here.paragraph
        )

    def _retrigger(self, index: int) -> tuple[int, int] | None:
        """Words of attack in another sentence of the same act."""
        sentence = self._sentences[index]
        match = _ACT.search(sentence.text)
        if match is None:
            return None
        return sentence.start + match.start(), sentence.start + match.end()

    # ---- roles ---------------------------------------------------------------------------------------------------

    def _roles(self, index: int, start: int, end: int, *, inverse: bool) -> tuple[list[Named], list[Named]]:
        sentence = self._sentences[index]
        document = self._document
        passive = bool(_PASSIVE_BEFORE.search(document[sentence.start : start][-40:])) or document[
            start:end
        ].lower().startswith(("was ", "were ", "been ", "is ", "are ", "being "))
        actors: list[tuple[float, Named]] = []
        targets: list[tuple[float, Named]] = []
        for named in self._by_sentence.get(index, ()):
            lead = document[max(sentence.start, named.start - 60) : named.start]
            before = named.end <= start
            between = document[named.stretch : start] if before else document[end : named.start]
            barred = bool(_CLAUSE.search(between))
            score = 0.0
            aimed = 0.0
            by = bool(_BY_BEFORE.search(lead))
            sent = bool(_SENT_BEFORE.search(lead)) and not named.alias.demonym
            tail = document[named.end : named.end + 80]
            if sent or (by and _SENT_BY.search(lead)):
                score = 5.0
            elif by and not inverse:
                score = 6.0 if passive or not before else 3.0
            elif by and inverse:
                score = 0.0
            elif named.sender and not (inverse and _DEFENCE.match(document[named.end : named.stretch + 12])):
                score = 5.0 if not barred else 2.5
            elif not named.place and before and not passive and not inverse:
                score = 4.0 if not barred else 1.0
            elif not named.place and _SENT_AFTER.match(tail):
                score = 4.0 if not barred else 2.0
            if _AT_BEFORE.search(lead):
                aimed = 4.0
                score = min(score, 1.0) if not by else score
            elif before and passive and not named.sender:
                aimed = 3.5
            elif not before and not by and not sent and not named.sender:
                aimed = 2.5 if not barred else 0.5
            if barred and not before:
                score *= 0.4
                aimed *= 0.6
            distance = len(between) / 200
            if score - distance >= 1.5:
                actors.append((score - distance, named))
            if aimed - distance >= 1.0 and not (named.place and named.alias.capital):
                targets.append((aimed - distance, named))
        actors.sort(key=lambda item: -item[0])
        targets.sort(key=lambda item: -item[0])
        did = self._joined([n for _, n in actors[:1]], index)
        got = [n for _, n in targets if n.party.name not in {d.party.name for d in did}][:2]
        return did, got

    def _joined(self, chosen: list[Named], index: int) -> list[Named]:
        """'US and British jets': the neighbour joined by 'and' acts too; 'Iran's Revolutionary Guards' stand as both."""
        if not chosen:
            return chosen
        first = chosen[0]
        for other in self._by_sentence.get(index, ()):
            if other is first:
                continue
            low, high = sorted((first, other), key=lambda n: n.start)
            gap = self._document[low.stretch : high.start] if low.stretch <= high.start else ""
            if (
                re.fullmatch(r"\s*(?:and|,|and\s+the|['’]s|['’]s\s+elite)\s*(?:the\s+)?", gap)
                and other.place == first.place
            ):
                return [low, high]
        return chosen

    def _side(self, named: Named, *, target: bool = False) -> Party:
        written = self._document[named.start : named.stretch if named.forces else named.end]
        party = named.party
        if (
            named.alias.demonym
            and named.forces
            and target
            and re.search(r"troops|soldiers|forces|army|military", written)
        ):
            return replace(party, name=f"{_short(party)} forces", kind="forces", as_written=written)
        if party.kind == "state" and named.forces and party.name == "Yemen":
            return replace(party, as_written=written)
        return replace(party, as_written=written)

    def _spying(self, home: int, where: tuple[int, ...]) -> bool:
        return any(
            _SPYING.search(self._sentences[index].text) for index in (home, *where[:4]) if index < len(self._sentences)
        )

    def _things(self, home: int, start: int, end: int) -> list[Party]:
        """Ships and sites where no side is named as the target."""
        sentence = self._sentences[home]
        ship = _VESSEL.search(sentence.text)
        if ship:
            return [Party(name=ship.group("name").strip(), kind="asset", as_written=ship.group())]
        right = self._document[end : sentence.end]
        site = _SITE.search(right) or _SITE.search(self._document[sentence.start : start])
        if site:
            return [Party(name=site.group().lower(), kind="asset", as_written=site.group())]
        return []

    # ---- words about the act -------------------------------------------------------------------------------------

    def _speaker(self, index: int, at: int) -> Named | None:
        """The side whose organ or name is the subject of the verb at `at`."""
        best: Named | None = None
        for named in self._by_sentence.get(index, ()):
            if named.stretch <= at and not named.place:
                gap = self._document[named.stretch : at]
                if len(gap) <= 90 and not re.search(r"[.;]|\b(?:that|by|against|on)\b", gap):
                    best = named
        return best

    def _claim(
        self, where: tuple[int, ...], actors: list[Party], type: str
    ) -> tuple[Party | None, tuple[int, int] | None]:
        names = {party.name for party in actors}
        countries = {party.country for party in actors if party.country and party.kind in ("state", "forces")}
        weak: tuple[Party, tuple[int, int]] | None = None
        for index in where:
            if index >= len(self._sentences):
                continue
            sentence = self._sentences[index]
            if _NOBODY.search(sentence.text):
                continue
            for match in _CLAIMED.finditer(sentence.text):
                at = sentence.start + match.start()
                named = self._claimant(index, at, sentence.start + match.end(), match)
                if named is not None and not self._about_other(sentence, at):
                    return self._side(named), (named.start, sentence.start + match.end())
            for match in _SAYS.finditer(sentence.text):
                at = sentence.start + match.start()
                named = self._speaker(index, at)
                if named is None:
                    continue
                same = named.party.name in names or (
                    named.party.country in countries and named.party.kind in ("state", "forces")
                )
                own = _OWN.match(sentence.text[match.end() :])
                if own and (same or not names):
                    return self._side(named), (named.start, sentence.start + match.end())
                if same and weak is None and _ACT.search(sentence.text):
                    weak = self._side(named), (named.start, sentence.start + match.end())
        return weak if weak else (None, None)

    def _claimant(self, index: int, at: int, end: int, match: re.Match[str]) -> Named | None:
        if match.group("by"):
            after = [n for n in self._by_sentence.get(index, ()) if end - 2 <= n.start <= end + 60]
            return after[0] if after else None
        named = self._speaker(index, at)
        if named is not None:
            return named
        before = [
            n for n in self.named if n.stretch <= at and n.party.kind in ("group", "forces") and n.sentence >= index - 2
        ]
        return before[-1] if before else None

    def _about_other(self, sentence: Sentence, at: int) -> bool:
        tail = self._document[at : sentence.end]
        return bool(
            re.search(
                r"\b(?:previous|earlier|many\s+of|most\s+of|similar|dozens\s+of|past|other|in\s+the\s+past)\b", tail
            )
        )

    def _denial(self, where: tuple[int, ...]) -> tuple[Party | None, tuple[int, int] | None]:
        for index in where:
            if index >= len(self._sentences):
                continue
            sentence = self._sentences[index]
            match = _DENIED.search(sentence.text)
            if match:
                named = self._speaker(index, sentence.start + match.start())
                if named is not None:
                    return self._side(named), (named.start, sentence.start + match.end())
        return None, None

    def _blamed(self, where: tuple[int, ...]) -> Named | None:
        for index in where:
            if index >= len(self._sentences):
                continue
            sentence = self._sentences[index]
            for match in _BLAMED.finditer(sentence.text):
                after = sentence.start + match.end()
                near = [n for n in self._by_sentence.get(index, ()) if after - 1 <= n.start <= after + 40]
                if near:
                    return near[0]
        return None

    def _official(self, where: tuple[int, ...]) -> bool:
        for index in where:
            if index >= len(self._sentences):
                continue
            text = self._sentences[index].text
            if _AUTHORITY.search(text) and not _UNNAMED.search(text):
                return True
        return False

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])


def _short(party: Party) -> str:
    return {"US": "US", "GB": "UK"}.get(party.country or "", party.name)


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for spelling, alias in aliases().items():
        automaton.add_word(spelling, alias)
    automaton.make_automaton()
    return automaton


_SPEECH = (
    r"said|says|say|announced|announces|confirmed|confirms|stated|claimed|claims|claim|declared|reported|wrote|posted|told|acknowledged|"
    r"admitted|boasted"
)
_ACTS = re.compile(
    rf"(?:['’]s)?\s+(?:(?:has|have|had|also|later|quickly|generally|in\s+turn|repeatedly)\s+)*(?:{_SPEECH}|accused?s?|blame[sd]?|denie[sd]|denied|warned|"
    r"warns|vowed|vows|wants|calls|called|launched|fired|bombed|struck|attacked|sent|deployed|condemned|regards|links|supports|backs|"
    r"seized|expelled|imposed|recalled|will|would|threatened|rejected|justified|insists|responded|retaliated|hit|carried|began|"
    r"tested|closed|ordered|agreed|and)\b"
)
_ACT = re.compile(
    r"\b(?:attack\w*|str(?:uck|ikes?|iking)|air\s?strikes?|bomb\w*|shell(?:ed|ing)|hit|hits|fired|firing|launch\w*|shot\s+down|downed|intercept\w*|"
    r"raid\w*|kill\w*|seiz\w+|target\w+|clash\w*|ambush\w*|assault\w*|missiles?|drones?|rockets?|carried\s+out|operation|explo\w+|blast|destroyed|"
    r"captured|boarded|rammed|abduct\w*|kidnap\w*|hack\w*|cyber\w*|sabotag\w*|brought\s+down)\b",
    re.IGNORECASE,
)
_DEFENCE = re.compile(
    r"(?:['’]s)?\s+(?:air\s+defen[cs]e|defen[cs]e|Patriot|Arrow|interceptor|fighter|jets?|forces|army|military)"
)
_SENT_BY = re.compile(
    r"(?:launched|fired|sent|flown|dispatched|carried\s+out|claimed|staged|operated)\s+by\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?P<by>(?:claimed|claim\s+of\s+responsibility|responsibility\s+(?:was\s+|has\s+been\s+)?(?:claimed|asserted|taken)|admitted)\s+by\s+)"
    r"|\b(?:claim(?:s|ed|ing)?|took|taken|takes|taking|assum(?:es|ed)|accept(?:s|ed)|admit(?:s|ted))\s+(?:the\s+)?(?:full\s+|sole\s+)?"
    r"(?:responsibility|credit)\b"
    r"|\b(?:claim(?:s|ed)|admitted|owned\s+up\s+to)\s+(?:(?:the|this|that|these|those|an|both|it|having|to\s+have|its|their|carrying|being)\b)"
    r"|\b(?:said|says|say|saying)\s+(?:that\s+)?(?:the\s+(?:attack|strike|operation|drone|blast|bombing)\s+was\s+(?:its|their)\s+(?:work|doing)|"
    r"(?:it|they)\s+(?:was|were|had\s+been)\s+(?:behind|responsible))"
    r"|\b(?:was|were)\s+(?:its|their)\s+(?:work|doing)\b"
    r"|\btook\s+responsibility\b|\bclaimed\s+it\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no\s+(?:group|one|organi[sz]ation|party|faction|side|immediate)|nobody|none|not\s+(?:been\s+)?claimed|nor\s+has\s+any)\b[^.]{0,60}"
    r"\b(?:claim\w*|responsibility|credit)\b|\bhas(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:claimed|been\s+claimed)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"\b(?:{_SPEECH})\b")
_OWN = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:that\s+)?(?:it|they|its|their|his|our|we)\b[^.;]{0,80}?\b(?:carried\s+out|launched|fired|struck|hit|attacked|targeted|"
    r"bombed|shot\s+down|downed|seized|destroyed|conducted|killed|behind|responsible|caused|intercepted|had|launch\w*|captured|sent|retaliat\w+|raid\w*)"
    r"|\s+(?:\w+\s+){0,3}?(?:carrying\s+out|launching|firing|striking|hitting|attacking|targeting|a\s+strike|strikes|the\s+attack|an\s+operation|air\s?strikes)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:denied|denies|denying|rejected|rejects|dismissed|dismisses)\s+(?:any\s+|the\s+|being\s+|having\s+|that\s+|it\s+|responsibility|involvement|"
    r"carrying|targeting|Iranian|Israeli|claims|accusations|reports|allegations)",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:blam(?:e|ed|es|ing)(?:\s+(?:it|this|the\s+\w+|attack|that|them))?(?:\s+on)?|accus(?:e|ed|es|ing)|pointing\s+at|pointed\s+(?:at|to|the\s+finger\s+at)|"
    r"attributed\s+(?:\w+\s+){0,4}to|put\s+(?:\w+\s+){0,3}down\s+to|suspected\s+to\s+be|believed\s+to\s+be|suspected|alleged|work\s+of|hand\s+of)\s+"
    r"(?:the\s+|an?\s+|on\s+)?",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:[Mm]inistry|[Mm]inister|[Mm]ilitary|[Aa]rmy|[Nn]avy|[Pp]olice|CENTCOM|Centcom|Central\s+Command|IDF|Pentagon|White\s+House|[Pp]resident|"
    r"[Gg]overnment|[Gg]overnor|[Mm]ayor|[Pp]rosecutors?|[Cc]ommittee|[Cc]oast\s+[Gg]uard|[Ss]pokes(?:man|person|woman)|[Cc]ommander|"
    r"[Cc]ouncil|[Aa]ir\s+[Ff]orce|[Cc]ounter-?\s?[Tt]errorism|[Dd]efense\s+Forces|[Ss]ervice|[Aa]dministration|Department|[Cc]oalition)\b[^.;]{0,90}?"
    r"\b(?:said|says|confirmed|announced|reported|stated|wrote|told|declared|acknowledged|claimed)\b"
    r"|\baccording\s+to\s+(?:the\s+|a\s+statement\s+(?:by|from)\s+(?:the\s+)?)?[^.,;]{0,40}\b(?:[Mm]inistry|military|army|police|CENTCOM|Command|IDF|"
    r"Forces|governor|mayor|[Gg]uard|[Ss]ervice|Department|spokes\w+|[Cc]ommittee)\b"
)
_UNNAMED = re.compile(
    r"\b(?:anonym\w+|condition\s+(?:of|they|that)|not\s+(?:be\s+)?named|declined\s+to\s+be|unnamed|sources?\s+said|security\s+sources?)\b",
    re.IGNORECASE,
)
