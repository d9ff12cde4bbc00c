"""Who claims an act, who denies it, and whether an authority stands behind the report.

A claim is 'took responsibility', 'said the attack was its work', 'claimed by', and also a side's own announcement of
what it did ('Israel's army said it struck'). Media of a side are no claimant, save a state's own agency that tells
of the deed of its forces (who.py); 'no group has claimed' is no claim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import msgspec

from monitor.events.avowals import GROUP_WORDS, JUDGES, avowed, unlisted
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides import ACTS, SPEAKS, SPEECH, SUFFERED, Named, suffers


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One side's word on the act."""

    side: Named
    start: int
    end: int
    explicit: bool  #: responsibility taken in so many words; False: the side tells of the act
    own: bool = False  #: the side says that it did it: 'its forces struck'
    voiced: bool = False  #: an armed group speaks of the act, which it seldom does of others' acts


_TOOK = (
    r"claims\s+(?:(?-i:[A-Z])[\w-]+\s?){1,3}(?:[;,]|$)"
    r"|(?:claim(?:s|ed|ing)?|took|taken|takes|taking|assum(?:es|ed)|accept(?:s|ed)|admit(?:s|"
    r"ted))\s+(?:the\s+)?(?:full\s+|sole\s+)?(?:responsibility|credit)\b"
    r"|(?:claim(?:s|ed|ing)|admitted|owned\s+up\s+to)\s+(?:(?:the|this|these|those|an|both|it|having|to\s+have|"
    r"its|their|carrying|being|a|several|more|many|"
    r"(?:\w+\s+)?(?:bombings?|bombs?|blasts?|raids?|ambush|killings?|hijacking|downing|hack|assault)|responsib\w+|control|capture|full|strikes?|attacks?)\b)"
    r"|(?:said|says|say|saying)\s+(?:that\s+)?(?:the\s+\w+\s+(?:was|were)\s+(?:its|their)s?\b|(?:it|"
    r"they)\s+(?:was|were|had\s+been)\s+(?:behind|responsible)\b)"
    r"|(?:presented|hailed|described|celebrated)\s+(?:the|this)\s+(?:attack|operation|strike|raid|bombing)\s+as\b"
    r"|took\s+it\s+on\s+itself|is\s+reported\s+to\s+have\s+admitted\b|asserted\s+responsibility"
)
_TOOK_AFTER = pattern(rf"(?:{_TOOK})", ignore_case=True)
CLAIM_WORDS = pattern(
    rf"\b(?:{_TOOK}|claimed\s+by|responsibility|took\s+the\s+credit|was\s+(?:its|their)\s+(?:work|doing)|claim\s+of)\b",
    ignore_case=True,
)
_BY = pattern(
    r"(?:claimed|asserted|(?:responsibility|credit)\s+(?:was\s+|is\s+)?(?:taken|accepted)|admitted|announced|acknowledged)\s+(?:early\s+|"
    r"late\s+)?(?:on\s+)?(?:\w+day\s+)?by\s+(?:a\s+group\s+(?:that\s+calls|calling)\s+itself\s+)?"
    r"(?:the\s+|an?\s+)?(?:\w+['’]s\s+)?$",
    ignore_case=True,
)
_CONFIRMED_BY = pattern(r"\b(?:was|were|been)\s+(?:later\s+)?confirmed\s+by\s+(?:the\s+)?$", ignore_case=True)
_WE_DID = pattern(
    r"\b[Ww]e\s+(?:have\s+|just\s+)?(?:hit|struck|killed|destroyed|bombed|eliminated|took\s+out|shot\s+down|sank)\b"
)
#: 'Putin orders strikes', 'Trump ordered the raid'
_ORDERS = re.compile(
    r"(?:\s+(?:has|had|on\s+\w+day))?\s+order(?:s|ed)\s+(?:the\s+|an?\s+|more\s+|fresh\s+)?(?:\w+\s+){0,2}?"
    r"(?:air\s?strikes?|strikes?|raids?|attacks?|bombings?|bombardment|operation|killing|it|them)\b"
)
_SAID = frozenset({"said", "says", "announced", "reported"})
#: 'a helicopter was shot down, says Turkey'
_SAID_BY = pattern(
    r"[,”\"’'–—-]\s*(?:said|says|announced|reported)\s+(?:the\s+|an?\s+(?:spokes\w+|statement)\s+(?:of|for|by|from)\s+(?:the\s+)?)?$"
)
_SHOWN_BY = pattern(
    r"\b(?:[Ff]ootage|[Vv]ideos?)\s+(?:put\s+out|released|published|posted|aired|shared)\b[^.;,]{0,40}$"
)
_ITS_WORK = pattern(
    r"(?:\s+on\s+\w+)?\s+(?:that\s+)?(?:the|this|its)\s+(?:\w+\s+)?(?:raids?|operations?|actions?|missions?|"
    r"strikes?|attacks?)\b"
)
_RESULTS = pattern(
    r"\btargets?\s+(?:were|was|had\s+been|have\s+been)?\s*(?:hit|destroyed|struck)\b|"
    r"\bmilitants?\s+(?:were\s+)?(?:killed|neutrali)",
    ignore_case=True,
)
_POSSESSED = pattern(r"['’]s?\s+(?:\w+\s+)?$|\bhealth\s+$|\b(?:in|of)\s+$")
_NOBODY = pattern(
    r"\b(?:no\s+(?:group|one|organi[sz]ation|party|faction|side|militant|immediate)|nobody|none|"
    r"nor\s+has\s+any)\b[^.]{0,70}"
    r"\b(?:claim\w*|responsibility|credit|taken|assumed)\b|\b(?:has|have|had)(?:\s+not|"
    r"n['’]t)\s+(?:yet\s+)?(?:\w+\s+)?(?:claimed|been\s+claimed|taken)\b"
    r"|\b(?:has|have|had)\s+(?:not\s+said|claimed\s+(?:none|nothing))\b"
    r"|\bwithout\s+(?:claiming|taking)\b|\b(?:did|does|do)\s*(?:not|n['’]t)\s+claim\b",
    ignore_case=True,
)
_OTHERS = pattern(
    r"\b(?:previous|earlier|many\s+of|most\s+of|similar|dozens\s+of|past|in\s+the\s+past|"
    r"more\s+than\s+a\s+dozen|several\s+(?:other\s+)?attacks|other\s+attacks|has\s+done\s+this\s+before|"
    r"in\s+(?:19|20)\d\d|"
    r"repeatedly)\b",
    ignore_case=True,
)
#: 'are regularly claimed by', 'took responsibility for that one'
_HABIT = pattern(
    r"\b(?:regularly|frequently|often|usually|routinely)\b|\b(?:for|claimed|did|done)\s+that(?:\s+one)?\s*[.;,]",
    ignore_case=True,
)
#: 'it had struck', 'their missile force attacked': the speaker's own act
_OWN = re.compile(
    r"\s+(?:(?:on\s+\w+|today|yesterday|late\s+\w+|in\s+a\s+\w+)\s+){0,3}(?:that\s+)?(?P<self>(?:it|they|"
    r"its|their|our|we|he|she|(?:his|her)\s+(?:country['’]s|service|forces|men|fighters|army|air\s+force)|"
    r"(?:one|two|three|some|several)\s+of\s+(?:its|their|our)|the\s+(?:group|movement|militia))\b)(?:\s+(?!not|tried|been\s+(?!behind|responsible)|was\s+(?:\w+\s+)?(?:hit|attacked|struck|"
    r"targeted|clear|unclear|known|likely|possible|over))[\w-]+){0,5}?"
    r"\s+(?:carried\s+out|launched|fired|struck|hit|attacked|targeted|bombed|shot\s+down|downed|seized|"
    r"destroyed|conducted|killed|behind|"
    r"responsible|author|caused|captured|sent|retaliat\w+|raided|brought\s+down|staged|boarded|blew\s+up|going\s+after|"
    r"acted|aimed|reached|tested|ordered|planted|detonated|sent|switched\s+off|shut\s+down|hacked|wiped|disabled|encrypted|"
    r"knocked\s+out|detained|shelled|sunk|sank|defended|control|in\s+control|striking|hitting|attacking|launching|firing|went\s+after|taken|took)\b"
    r"|\s+(?:having\s+)?(?:carrying\s+out|launching|firing|striking|hitting|attacking|targeting)\b"
    r"|\s+(?:on\s+\w+\s+)?(?:an?\s+(?:operation|strike|attack|raid)|responsibility|strikes|air\s?strikes)\b",
    re.IGNORECASE,
)
_ABOUT_ACT = pattern(
    r"\b(?:attack\w*|str(?:uck|ikes?|iking)|air\s?strikes?|bomb\w*|shell\w*|hit|fired|launch\w*|shot\s+down|"
    r"down\w*|raid\w*|kill\w*|seiz\w+|target\w*|"
    r"assault\w*|missiles?|drones?|rockets?|operations?|destroyed|captured|jets?|aircraft|mission|offensive|"
    r"neutrali\w+|fighters?\s+were|blew\s+up|took\s+out|entered|captur\w+|warplanes|action|projectiles?|barrages?|salvos?|munitions?|weapons?|blasts?|explo\w+|"
    r"detain\w*|patrol\w*|of\s+its\s+(?:soldiers|troops|men|fighters)|aim(?:s|ed)?|aim\s+was|purpose|legitimate|"
    r"precis\w+|retaliat\w+|revenge|in\s+(?:response|reply|return))\b",
    ignore_case=True,
)
#: 'told reporters that the killing was its operation'
_ITS_DOING = pattern(
    r"\b(?:was|were|is|had\s+been)\s+(?:its|their|our)\s+(?:\w+\s+)?(?:work|job|doing|operation|target|act|action)\b",
    ignore_case=True,
)
#: why it was done: 'our airspace had been violated', 'warnings to leave were ignored'
_JUSTIFIES = pattern(
    r"\b(?:airspace|violat\w+|warnings?\b[^.;]{0,40}\b(?:ignored|unheeded|unanswered)|ignored\b[^.;]{0,30}\bwarnings?)\b",
    ignore_case=True,
)
_NEGATED = pattern(r"\b(?:not|neither|nor|never|no|nothing)\b|n['’]t\b", ignore_case=True)
_MEDIA = pattern(
    r"\b(?:agency|news|media|TV|television|newspaper|channel|outlet|broadcaster|radio|journalist|reporter|"
    r"correspondent|source|sources|resident|analyst|expert|"
    r"lawmaker|opposition|health|hospital)\b",
    ignore_case=True,
)
_OBJECTS = frozenset(
    """with by to against on for from backed linked aligned tied led supporting backing accusing blaming blamed accused
    support""".split()
)
_OFFICE = frozenset(
    """spokesman spokesperson spokeswoman leader head chief statement military army fighters ministry members hackers
    forces government commander minister rebels guards president video footage message
    email letter note communique recording""".split()
)
#: speakers without a name: 'the group said', 'its spokesman', 'the ministry'
_GENERIC = pattern(
    r"\b(?P<who>(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa])\s+(?:(?:radical|armed|militant|rebel|Shiite|Kurdish|Islamist|"
    r"hacking|elite|jihadist|insurgent|paramilitary|same|militia|separatist|[A-Z][a-z]+(?:-\w+)?)\s+){0,2}"
    r"(?:group|movement|militia|rebels|organi[sz]ation|network|faction|guards?|insurgents|hackers|force|coalition|alliance)(?:['’]s)?(?:\s+in\s+[A-Z]\w+)?"
    r"|[Tt]he\s+(?:rebel|militia|group)\s+leadership|[Ii]ts\s+(?:military\s+)?spokes\w+|"
    r"[Tt]heir\s+(?:military\s+)?spokes\w+|[Aa]\s+source\s+(?:in|at|within|with)\s+the\s+(?:service|agency|group|movement))"
    rf"(?:\s*,[^,;.]{{1,140}},)?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|military|statement)){{0,5}}\s*(?:has|have|had|"
    rf"also|later|now)?\s*(?P<verb>{_TOOK}|{SPEECH}|released)",
)
_ORGAN = pattern(
    r"\b(?:[Tt]he\s+|[Aa]rmy\s+|[Mm]ilitary\s+)?(?P<who>(?:[Dd]efen[cs]e|[Ff]oreign|[Ii]nterior|"
    r"National\s+Defen[cs]e)?\s*(?:[Gg]eneral\s+[Ss]taff|military|army|air\s+force|navy|[Mm]inistry(?:\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?|"
    r"[Mm]inister|[Ff]oreign\s+[Ss]ecretary|[Dd]efen[cs]e\s+[Ss]ecretary|[Ss]ecretary\s+of\s+[Dd]efen[cs]e|"
    r"[Aa]rmed\s+[Ff]orces|[Gg]overnment|[Pp]resident|[Pp]rime\s+[Mm]inister|[Mm]ilitary\s+spokes\w+|[Aa]rmy\s+spokes\w+))"
    rf"(?:\s+[A-Z][\w.'’-]*){{0,5}}(?:\s*,[^,;.]{{1,80}},)?\s*(?:has|have|had|also|"
    rf"later)?\s*,?\s*(?P<verb>{SPEECH}|gave|put)\b"
)
_DENIED = pattern(
    r"(?:['’]s)?(?:\s+(?:\w+\s+){0,4}?|\s*,[^,;.]{1,80},\s+)(?:has\s+|have\s+|had\s+)?(?:denied|denies|denying|"
    r"rejected|rejects|dismissed|dismisses|disputed)\s+"
    r"(?:any\s+|the\s+|being\s+|having\s+|that\s+|it\s+|responsibility|involvement|carrying|targeting|claims|"
    r"accusations|reports|allegations|striking|attacking|this)"
)
_DENIES = pattern(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput)")
_WHICH_DENIES = pattern(r"\b(?:which|a\s+charge|an\s+accusation|something)\s+$")


class Said:
    """What the sides named in one document say of acts; every sentence is read once, however many acts ask."""

    def __init__(self, document: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> None:
        self._document = document
        self._sentences = sentences
        self._named = named
        self._by_sentence: dict[int, list[Claim]] = {}
        self._here: dict[int, list[Named]] = {}
        for side in named:
            self._here.setdefault(side.sentence, []).append(side)

    def claims(self, where: Iterable[int]) -> list[Claim]:
        """What the sides themselves say of an act in the sentences `where`, in the order of the text."""
        touched = {index for index in where if index < len(self._sentences)} - self._unclaimed
        return sorted((claim for index in touched for claim in self._of(index)), key=lambda claim: claim.start)

    def denial(self, where: Iterable[int]) -> Claim | None:
        """The first side that denies having done it, in the sentences `where`."""
        wanted = set(where)
        return next((claim for claim in self._denials if claim.side.sentence in wanted), None)

    def _of(self, index: int) -> list[Claim]:
        if index not in self._by_sentence:
            self._by_sentence[index] = [
                *self._by_name(index),
                *self._unnamed.get(index, ()),
                *(self._by_unlisted(index) if index in self._grouped else ()),
            ]
        return self._by_sentence[index]

    def _by_name(self, index: int) -> Iterator[Claim]:
        sentence = self._sentences[index]
        here = self.named_in(index)
        taking = bool(here) and _takes(sentence.text)
        for side in here:
            claim = _of(self._document, sentence, side, here, taking)
            told = claim is not None and (claim.explicit or claim.own)
            if not told and (side.party.kind != "state" or index in self._judging):
                claim = _avowal(self._document, sentence, side, here) or claim
            if claim is not None and not (
                (claim.explicit and _OTHERS.search(self._document[claim.start : sentence.end]))
                or (
                    (claim.explicit or claim.own)
                    and _HABIT.search(self._document[max(sentence.start, claim.start - 40) : sentence.end])
                )
            ):
                yield claim

    def _by_unlisted(self, index: int) -> Iterator[Claim]:
        for side, end in unlisted(self._document, self._sentences[index], self.named_in(index)):
            yield Claim(side, side.start, end, True)

    @cached_property
    def _judging(self) -> frozenset[int]:
        """The sentences in which somebody calls the act something."""
        return frozenset(_index_of(self._sentences, match.start()) for match in JUDGES.finditer(self._document))

    @cached_property
    def _grouped(self) -> frozenset[int]:
        """The sentences with a word that a group may be known by."""
        return frozenset(_index_of(self._sentences, match.start()) for match in GROUP_WORDS.finditer(self._document))

    def named_in(self, index: int) -> Sequence[Named]:
        """The sides named in one sentence."""
        return self._here.get(index, ())

    @cached_property
    def _unclaimed(self) -> frozenset[int]:
        """The sentences that say that nobody claims it."""
        return frozenset(_index_of(self._sentences, match.start()) for match in _NOBODY.finditer(self._document))

    @cached_property
    def _unnamed(self) -> dict[int, list[Claim]]:
        """Claims of 'the group', 'its spokesman', 'the ministry': the last side of that kind that was named."""
        found: dict[int, list[Claim]] = {}
        for phrase, kinds in ((_GENERIC, ("group", "forces")), (_ORGAN, ("state",))):
            seen: set[int] = set()
            for match in phrase.finditer(self._document):
                at, end = match.span()
                index = _index_of(self._sentences, at)
                if index in seen or end > self._sentences[index].end:
                    continue
                seen.add(index)
                allied = "coalition" in match.group("who") or "alliance" in match.group("who")
                wanted = ("coalition",) if allied else kinds
                claim = _of_unnamed(self._document, self._sentences[index], self._named, match, wanted)
                if claim is not None:
                    found.setdefault(index, []).append(claim)
        return found

    @cached_property
    def _denials(self) -> list[Claim]:
        return [*self._denied()] if _DENIES.search(self._document) is not None else []

    def _denied(self) -> Iterator[Claim]:
        document = self._document
        for side in self._named:
            if side.place:
                continue
            tail = document[side.end : min(self._sentences[side.sentence].end, side.end + 160)]
            match = _DENIED.match(tail)
            if match:
                yield Claim(side, side.start, side.end + match.end(), True)
            elif _WHICH_DENIES.search(document[max(0, side.start - 30) : side.start]) and re.match(
                r"\s+(?:denies|denied|rejects|rejected)\b", tail
            ):
                yield Claim(side, side.start, side.end + 8, True)


def _of(document: str, sentence: Sentence, side: Named, here: Sequence[Named], taking: bool) -> Claim | None:
    """What a side says of an act in a sentence; `taking` tells that words of responsibility stand in it."""
    lead = document[max(sentence.start, side.start - 90) : side.start]
    if (side.by or "itself" in side.before[-1:]) and _BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if "itself" in side.before[-1:] or side.before[-1:] == ("named",):
        tail = document[side.stretch : sentence.end]
        if _TOOK_AFTER.search(tail[:160]):
            return Claim(side, side.start, min(sentence.end, side.stretch + 60), True)
    if "according" in side.before[-3:] and "to" in side.before[-2:]:
        media = _MEDIA.search(document[side.end : side.stretch + 25])
        if media is None and side.agent and _ABOUT_ACT.search(sentence.text):
            return Claim(side, side.start, side.end, False)
        return None
    if side.by and side.party.kind != "state" and _SHOWN_BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if side.by and _CONFIRMED_BY.search(lead):
        return Claim(side, side.start, side.stretch, False)
    if (
        side.party.kind == "state"
        and not side.weapon
        and not _SAID.isdisjoint(side.before[-5:])
        and _SAID_BY.search(lead)
        and _MEDIA.search(document[side.end : side.stretch + 14]) is None
    ):
        ours = _WE_DID.search(document[sentence.start : side.start]) is not None
        return Claim(side, side.start, side.stretch, False, own=ours) if ours or _tells_of_it(sentence.text) else None
    if side.party.kind == "state" and _ORDERS.match(document, side.stretch):
        return Claim(side, side.start, side.stretch + 20, False, own=True)
    if side.before[-1:] == ("what",):
        return None  # 'after what Kyiv said was ...'
    subject = not (set(side.before[-2:]) & _OBJECTS) or bool(set(side.before) & _OFFICE)
    if not side.agent or not subject or side.weapon:
        return None
    tail = document[side.stretch : min(sentence.end, side.stretch + 320)]
    if _MEDIA.search(document[side.end : side.stretch] + tail[:14]):
        return None
    took = _took(tail) if taking else None
    if took is not None:
        return Claim(side, side.start, side.stretch + took, True)
    spoke = SPEAKS.match(tail)
    if spoke is None:
        return None
    rest = tail[spoke.end("verb") :]
    own = _OWN.match(rest)
    if own:
        explicit = "behind" in own.group() or "responsib" in own.group()
        return Claim(side, side.start, side.stretch + spoke.end("verb") + own.end(), explicit, bool(own.group("self")))
    if _ITS_DOING.search(rest[:160]) or _did_it(document, side.party.name, side.start, here):
        return Claim(side, side.start, side.stretch + spoke.end("verb"), False, own=True)
    if _DISOWNS.match(rest) or _lost(document, sentence, side, here):
        return None
    if _tells_of_it(sentence.text) and spoke.group("verb").lower() != "told":
        return Claim(side, side.start, side.stretch + spoke.end("verb"), False)
    return None


_DISOWNS = pattern(
    r"\s+(?:that\s+)?(?:he|she|it|they)\s+(?:\w+\s+){0,2}?(?:no|not|nothing|never|neither)\b", ignore_case=True
)


def _lost(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> bool:
    """True where the side that speaks tells of its own dead: 'Three US soldiers were killed, the command said'."""
    return any(
        SUFFERED.match(document[other.stretch : min(sentence.end, other.stretch + 60)])
        for other in here
        if other.start < side.start and other.party.name == side.party.name and other.forces
    )


def _did_it(document: str, name: str, at: int, here: Sequence[Named]) -> bool:
    """True where the side that speaks has just been the one who acts: 'An Israeli tank fired, the army said'."""
    for side in here:
        if side.start == at or side.party.name != name or side.place:
            continue
        if _ORDERS.match(document, side.stretch):
            return True
        acts = ACTS.match(document, side.stretch) if side.agent or side.weapon else None
        if acts is not None and not suffers(document, acts):
            return _FOUGHT.match(acts.group("verb")) is not None
    return False


#: of the verbs by which a side acts, those of fighting
_FOUGHT = pattern(
    r"launch|fir|attack|bomb|str(?:uck|ik)|hit|raid|shell|pound|target|kill|wound|destroy|seiz|captur|sho[ot]|down|br(?:ought|ing)|"
    r"carr|conduct|stag|mount|ambush|storm|enter|invad|abduct|blew|blow|t(?:ook|ake)|wip|eliminat|assassinat|went|beg|start|detain",
    ignore_case=True,
)


def _tells_of_it(text: str) -> bool:
    """Does a sentence speak of an act, or of why it was done?"""
    return _ABOUT_ACT.search(text) is not None or (_JUSTIFIES.search(text) is not None and not _NEGATED.search(text))


def _avowal(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> Claim | None:
    """The claim of a side that speaks of the act as its own; a state's own word is told by `_OWN` alone."""
    avowal = avowed(document, sentence, side, here)
    if avowal is None:
        return None
    armed = side.party.kind in ("group", "forces")
    return Claim(side, side.start, avowal.end, avowal.taken, own=armed and avowal.ours, voiced=armed)


_TOOK_SUBJECT = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?(?:\s*\([^)]{1,40}\))?(?:\s+and\s+(?:its\s+)?(?:affiliated\s+|allied\s+|"
    r"other\s+)?(?:groups|allies|factions))?"
    r"(?:\s*[,—–-][^;.]{1,150}?[,—–-])?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|has|have|had|also|later|now|then|"
    r"quickly|yesterday)){0,6}\s*,?\s*(?="
    rf"(?i:{_TOOK}))",
)


def _took(tail: str) -> int | None:
    """How far into `tail` a claim of responsibility reaches that this subject makes; None where it makes none."""
    start = _TOOK_SUBJECT.match(tail)
    if start is None:
        return None
    took = _TOOK_AFTER.match(tail, start.end())
    return took.end() if took else None


#: one of which stands in all that `_TOOK` fits; to look for them costs less
_TAKING = ("claim", "responsib", "credit", "admit", "owned up", " its", " their", "behind", "itself", "presented",
           "hailed", "described", "celebrated")  # fmt: skip


def _takes(text: str) -> bool:
    """Whether words of responsibility stand anywhere in a sentence."""
    low = text.lower()
    return any(map(low.__contains__, _TAKING)) and _TOOK_AFTER.search(text) is not None


def _of_unnamed(
    document: str, sentence: Sentence, named: Sequence[Named], match: re.Match[str], kinds: tuple[str, ...]
) -> Claim | None:
    at, end = match.span()
    here = [side for side in named if side.sentence == sentence.index]
    if any(side.start <= at + 4 and at < side.stretch for side in here):
        return None
    inside = [side for side in here if at <= side.start < end]
    if kinds == ("state",) and (inside or _POSSESSED.search(document[max(sentence.start, at - 20) : at])):
        return None
    home = next((side.party.country for side in inside if side.place), None)
    inside = [side for side in inside if side.party.kind in kinds]
    side = inside[0] if inside else _referent(named, sentence.index, at, kinds)
    if side is None or (home and side.party.country != home):
        return None  # 'the group in Pakistan'
    rest = document[end : sentence.end]
    verb = match.group("verb")
    explicit = _TOOK_AFTER.match(verb) is not None and not re.fullmatch(SPEECH, verb)
    if explicit and _OTHERS.search(rest):
        return None
    own = _OWN.match(rest)
    if _ITS_DOING.search(rest[:160]):
        return Claim(side, at, end, True, own=True)
    own_act = kinds == ("state",) and _did_it(document, side.party.name, at, here) and _alone(named, side, at)
    if not explicit and own is None and not own_act:
        about = (
            _ITS_WORK.match(rest) or _RESULTS.search(sentence.text)
            if kinds == ("state",)
            else _ABOUT_ACT.search(sentence.text)
        )
        if not about:
            return None
    return Claim(side, at, end, explicit, own_act or (own is not None and bool(own.group("self"))))


def _alone(named: Sequence[Named], side: Named, at: int) -> bool:
    """No other state acts or speaks before: 'the army' can be this one's only."""
    return not any(
        other.start < at and other.agent and other.party.kind == "state" and other.party.name != side.party.name
        for other in named
    )


def _index_of(sentences: Sequence[Sentence], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)


def _referent(named: Sequence[Named], index: int, at: int, kinds: tuple[str, ...]) -> Named | None:
    """The side a nameless organ belongs to: the subject of its own sentence, else the subject of the nearest before."""
    for back in range(index, max(-1, index - 5), -1):
        here = [s for s in named if s.sentence == back and s.party.kind in kinds and not s.place and s.start < at]
        if kinds == ("state",):
            here = [s for s in here if s.agent or s.weapon]
        if here:
            return here[0] if kinds == ("state",) else here[-1]
    return None


_AUTHORITY = pattern(
    r"\b(?:[Mm]inistry|[Mm]inister|[Mm]ilitary|[Aa]rmy|[Nn]avy|[Pp]olice|CENTCOM|Centcom|Central\s+Command|IDF|"
    r"Pentagon|White\s+House|[Pp]resident|"
    r"[Gg]overnment|[Gg]overnor|[Mm]ayor|[Pp]rosecutors?|[Cc]ommittee|[Cc]oast\s+[Gg]uard|[Ss]pokes(?:man|"
    r"person|woman)|[Cc]ommander|[Cc]ouncil|"
    r"[Aa]ir\s+[Ff]orce|[Cc]ounter-?\s?[Tt]errorism|[Dd]efen[cs]e\s+Forces|[Ss]ervice|[Aa]dministration|"
    r"Department|[Cc]oalition)\b[^.;]{0,90}?"
    r"\b(?:said|says|confirmed|announced|reported|stated|wrote|told|declared|acknowledged|claimed)\b"
    r"|\baccording\s+to\s+(?:the\s+|a\s+statement\s+(?:by|from)\s+(?:the\s+)?)?[^.,;]{0,40}\b(?:[Mm]inistry|"
    r"military|army|police|CENTCOM|Command|IDF|"
    r"Forces|governor|mayor|[Gg]uard|[Ss]ervice|Department|spokes\w+|[Cc]ommittee)\b"
)
_UNNAMED = pattern(
    r"\b(?:anonym\w+|condition\s+(?:of|they|that)|not\s+(?:be\s+)?named|declined\s+to\s+be|unnamed|"
    r"sources?\s+said|security\s+sources?)\b",
    ignore_case=True,
)


def is_official(sentences: Sequence[Sentence], where: Iterable[int]) -> bool:
    """True where an authority says it on the record in one of the sentences: a ministry, a command, a spokesperson."""
    return any(index < len(sentences) and _on_record(sentences[index].text) for index in where)


#: one of which stands in every sentence that `_AUTHORITY` fits; to look for them costs less
_TELLING = ("said", "says", "confirmed", "announced", "reported", "stated", "wrote", "told", "declared", "acknowledged",
            "claimed", "according")  # fmt: skip


@lru_cache(maxsize=512)
def _on_record(text: str) -> bool:
    told = any(map(text.__contains__, _TELLING))
    return told and _AUTHORITY.search(text) is not None and not _UNNAMED.search(text)
