"""What keeps the word of a side from being a claim: it tells of another's act, of its own loss, of what is to come.

Asked only of a side that speaks of an act without saying that it did it: 'Turkey says the craft had entered its
airspace' is its claim to the shoot-down, 'Ukraine's military said rebels shot down a helicopter' is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.avowals import others_act
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named

_SHORT = 25  #: characters; less after the verb, and what was said stands before it: 'A post was hit, the army said'

_TO_COME = pattern(
    r"(?:\s+[\w'’“\"-]+){0,6}?\s+(?:would|will|shall|(?:plan|intend|expect)(?:s|ed)?\s+to)\s+(?P<what>\w+)",
    ignore_case=True,
)
_GOES_ON = frozenset({"go", "continue", "keep", "not"})
_DENIES = pattern(
    r"^\W*(?:that\s+)?(?:it|they|its|their|he|she)\s+(?:\w+\s+)?(?:did|had|has|have|was|were|is)(?:\s+not|n['’]t)\b|\bbaseless\b|\bnothing\s+to\s+do\b|"
    r"\bno\s+(?:hand|part|role)\s+in\b|\bnot\s+(?:bombed|attacked|hit|struck|carried\s+out|fired)\s+by\b",
    ignore_case=True,
)
_LOSES = pattern(
    r"\b(?:(?:one|two|three|four|five|six|some|several|\d+)\s+of\s+(?:its|their|our)\b|"
    r"(?:its|their|our)\s+(?:own\s+)?(?:\w+\s+){0,2}?(?:fighters?|soldiers?|men|troops|members?|officers?|posts?|positions?|base|bases|forces|"
    r"commanders?|sites?|villages?)\s+(?:(?:was|were|had\s+been|have\s+been|came|has\s+been)\s+(?:\w+\s+)?(?:killed|wounded|hurt|injured|hit|attacked|"
    r"under|shot|targeted|shelled|taken|captured|martyred)|(?:died|fell|lost)\b)|"
    r"(?:it|they|the\s+\w+)\s+(?:had\s+|has\s+)?lost\s+(?:\w+\s+){0,2}?(?:fighters?|soldiers?|men|troops|members?|officers?))",
    ignore_case=True,
)
_BANDS = (
    r"(?:rebels?|militants?|gunmen|insurgents?|terrorists?|separatists?|attackers|assailants|jihadists?|extremists?|"
    r"infiltrators|pirates|bandits|hackers|enemy)"
)
_BY_A_BAND = pattern(
    rf"\b{_BANDS}(?:\s+(?:who|that|in|the|on|near|from|of|had|have|also|then|(?-i:[A-Z])\w+|east|west|north|south)){{0,5}}\s+(?:shot|fired|attacked|killed|hit|launched|stormed|ambushed|seized|"
    rf"abducted|opened|set|detonated|planted|tried|began|started)\b|\bby\s+(?:\w+\s+){{0,3}}?{_BANDS}\b",
    ignore_case=True,
)


#: 'A faction of the outlawed TTP, Jamaat-ul-Ahrar, said'
_PART_OF = pattern(
    r"\b(?:factions?|offshoot|splinter(?:\s+group)?|breakaway(?:\s+(?:group|faction))?|branch|wing|arm|affiliate|allies|ally|front|unit)\s+of\s+"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)
_THEN = pattern(r"(?:\s*\([^)]{1,40}\))?\s*,\s+(?:the\s+)?[\"“‘']?")


def introduces(document: str, side: Named, here: Sequence[Named]) -> bool:
    """True where a group is named for the sake of the next, which is a part of it: what follows is the part's word."""
    if "of" not in side.before[-4:] or side.party.kind not in ("group", "forces"):
        return False
    then = _THEN.match(document, side.stretch)
    if then is None or _PART_OF.search(document[max(0, side.start - 60) : side.start]) is None:
        return False
    return any(other.start == then.end() and other.party.name != side.party.name for other in here)


def tells_of_another(document: str, sentence: Sentence, claim: Claim, here: Sequence[Named]) -> bool:
    """True where a side that merely speaks of an act speaks of one that is not its own, or of none that was done."""
    side, after = claim.side, document[claim.end : sentence.end]
    behind = len(after.strip(" .,;”\"’'")) >= _SHORT
    told = after[:260] if behind else document[sentence.start : claim.start][-260:]
    coming = _TO_COME.match(told) if behind else None
    if (coming and coming.group("what") not in _GOES_ON) or _DENIES.search(told):
        return True
    if side.party.kind == "group":
        if _LOSES.search(told) is not None:
            return True
        foes = [other for other in here if other.party.kind in ("state", "forces")]
        # 'Ukrainian troops shelled a market, the head of the republic wrote'
        return not behind and others_act(document, side, sentence.start, claim.start, foes)
    others = [other for other in here if other.party.country != side.party.country]
    return _BY_A_BAND.search(told) is not None or (
        behind and others_act(document, side, claim.end, sentence.end, others)
    )
