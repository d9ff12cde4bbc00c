"""Those who print or tell of what they did themselves: a press office of a force, a service's own sources, a spokesman.

'Forces of Central Command struck two launchers', printed by U.S. Central Command; 'a source in the agency said'.
"""

from __future__ import annotations

from functools import lru_cache

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides import named as names
from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.claims.bodies import DEEDS
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.tale import SAID_WITHIN, Tale

_HOUSE = pattern(
    r"\b(?:Minist\w+|Army|Navy|Armed\s+Forces|Command|Air\s+Force|Defen[cs]e\s+(?:Forces?|Intelligence)|Security\s+Service|Border|Coast\s+Guard|"
    r"Guards?|ISPR|Police|General\s+Staff|Forces\s+Arm[ée]es|Marine\s+Corps|Intelligence)\b"
)
_PRESS = pattern(
    r"\b(?:News|Times|Post|Radio|TV|Agency|Today|Daily|Journal|Herald|Tribune|Magazine|Monitor|Watch|Wire|Review|Report|Weekly|Media\s+Group)\b"
)

_DEED = pattern(rf"\b{DEEDS}\b", ignore_case=True)
_FOILED = pattern(r"\b(?:intercept\w*|foil\w*|thwart\w*|repel\w*|sho(?:t|ot)\s+down)\b", ignore_case=True)
#: what groups print of their own
_MOUTHPIECES = {
    "Ang Bayan": "New People's Army",
    "Philippine Revolution Web Central": "New People's Army",
    "Amaq": "Islamic State",
    "Shahada": "Al-Shabaab",
    "Az-Zallaqa": "JNIM",
    "Voice of Jihad": "Afghan Taliban",
}


#: 'a source in the agency told reporters'
_INSIDE = pattern(
    r"\b(?:sources?|insiders?|officials?)\s+(?:in|inside|within|at|from)\s+(?:the|its)\s+(?:agency|service|military|army|navy|intelligence\s+\w+|ministry|command)"
    r"(?:\s*,[^,;.]{1,60},)?\s+(?:\w+\s+)?(?:said|told|says|confirmed)\b",
    ignore_case=True,
)
_SPOKES = pattern(r"(?:['’]s)?(?:\s+[A-Z][\w-]*){0,3}\s+spokes\w+\b")
#: what a group says of its own deed
_PRAISES = pattern(
    r"\b(?:said|says|added)\s+(?:that\s+)?(?:the|this|its|their)\s+(?:\w+\s+){0,2}?(?:offensive|operation|ambush|attack|strike|raid)s?\s+"
    r"(?:gives?|gave|was|were|is|shows?|showed|serves?|came|answers?|avenges?|punish\w+|target\w+)\b",
    ignore_case=True,
)
_DENIES = pattern(r"\b(?:den(?:y|ies|ied)|not\b|never|condemn\w*|blam\w+|accus\w+)", ignore_case=True)
_FAR = 8  #: sentences in which a house and a spokesman tell of the act


@lru_cache(maxsize=256)
def house(outlet: str) -> str | None:
    """The side whose own press office an outlet is: 'U.S. Central Command' of the United States; None of newspapers."""
    for name, group in _MOUTHPIECES.items():
        if name in outlet:
            return group
    if not _HOUSE.search(outlet) or _PRESS.search(outlet):
        return None
    sentence = Sentence(index=0, start=0, end=len(outlet), paragraph=0, is_title=False, text=outlet)
    sides = [side for side in names.find(outlet, [sentence]) if side.party.kind in STATELY]
    return camp(sides[0].party) if sides else None


def by_house(tale: Tale) -> Claim | None:
    """The claim of the side that prints a text, where it did the act."""
    if tale.owner is None:
        return None
    own = [side for side in (*tale.actors, *tale.named) if camp(side.party) == tale.owner]
    does = any(camp(side.party) == tale.owner for side in tale.actors)
    if not own or (tale.actors and not does):
        return None
    told = (*tale.sentences[:_FAR], tale.sentences[tale.home])
    if not tale.flying and any(_FOILED.search(tale.sentences[n].text) for n in (0, tale.home)):
        return None
    if not does and not any(_DEED.search(sentence.text) for sentence in told):
        return None
    return Claim(own[0], own[0].start, own[0].stretch, False, own=True)


def by_insiders(tale: Tale) -> Claim | None:
    """The claim of a service whose own people tell of its deed, and of a group whose spokesman does."""
    if not tale.actors:
        return None
    doer = tale.actors[0]
    if doer.party.kind == "forces":
        for sentence in tale.sentences[: SAID_WITHIN + 1]:
            found = _INSIDE.search(sentence.text)
            if found is not None:
                return Claim(doer, sentence.start + found.start(), sentence.start + found.end(), False, own=True)
    elif doer.party.kind == "group":
        for side in tale.named:
            if side.party.name != doer.party.name or side.sentence > _FAR:
                continue
            end = tale.sentences[side.sentence].end
            spokes = _SPOKES.match(tale.document, side.end, end)
            if spokes is None or _DENIES.search(tale.document, side.end, end):
                continue
            if _PRAISES.search(tale.document, side.end, end):
                return Claim(side, side.start, spokes.end(), False, own=True)
    return None
