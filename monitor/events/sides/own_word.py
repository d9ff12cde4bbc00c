"""A state's own word on what its forces did or shot down, where no verb of responsibility stands beside its name.

'A unit of the air defence shot down a drone, the ministry said in a communiqué': bodies named without their state.
'Russia's Defense Ministry reported that 59 drones were destroyed': who tells of a shoot-down over its own ground.
'Forces of Central Command struck two launchers', printed by U.S. Central Command: the house that speaks is the force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides import named as names
from monitor.events.sides.aliases import state_by_code, state_of
from monitor.events.sides.claim_of import Claim
from monitor.events.sides.claimants import SHOT_DOWN
from monitor.events.sides.named import Named
from monitor.types import Party

#: acts of forces that their own bodies tell of
TOLD_OF = frozenset(
    """armed_clash airstrike drone_strike missile_strike shelling targeted_killing aircraft_downed ground_incursion
    maritime_incident armed_assault interception""".split()
)
_OWN = r"(?:the|our|own|its|an?)"
_BODIES = (
    r"(?:(?:security|armed|government|federal|joint|own|our|border|special|naval|occupation)\s+forces|"
    r"(?:army|military|government|paramilitary|border|own|our)\s+(?:troops|soldiers|units?|subunits|forces)|"
    rf"{_OWN}\s+(?:border\s+\w+|army|military|air\s+force|navy|coast\s*guard|air[\s-]+defen[cs]es?|police|troops|soldiers|garrison)|"
    rf"(?:{_OWN}\s+)?(?:sub)?units?\s+of\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:army|air\s+defen[cs]es?|armed\s+forces|navy|service|air\s+force|border\s+\w+)|"
    r"(?:on-duty\s+)?air[\s-]+defen[cs]es?(?:\s+(?:crews|forces|units|systems))?|troops|soldiers|police|border\s+guards|armed\s+forces|army)"
)
_DEEDS = (
    r"(?:kill(?:ed|s)?|(?:shot|shoots?|opened\s+fire\s+on)\s+(?:dead|down)|gun(?:ned|s)?\s+down|neutrali[sz]e[ds]?|eliminate[ds]?|"
    r"(?:engaged|intercepted)\s+(?:the|their|an?|two|three|\d+)|br(?:ought|ings?)\s+(?:\w+\s+){0,3}?down|down(?:ed|s)|destroy(?:ed|s)?|bomb(?:ed|s)?|str(?:uck|ikes?)|"
    r"repel(?:led|s)?|repulsed|wiped\s+out|answered\s+with\s+fire|returned\s+fire|used\s+weapons|pounded|took\s+out|carried\s+out\s+(?:an?\s+)?"
    r"(?:\w+\s+){0,2}?(?:strikes?|operation|raids?)|hit\s+(?:an?|the|two|three|four|several|\d+)|fired\s+(?:on|at|warning)|opened\s+fire)"
)
#: 'A unit of the air defence detected and shot down'
_ACTIVE = pattern(
    rf"(?:^|[,;:.\"“–—-]\s*|\b(?:that|when|after|and|as|but|so)\s+)(?P<organ>{_BODIES})(?P<of>(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s*|of\s+|the\s+){{1,6}}?)?)"
    rf"(?:\s+(?:on\s+\w+day|have|has|had|also|then|later|early|late|this\s+morning|yesterday|today|\w+ed\s+and|so\s+far))*\s+{_DEEDS}\b",
    ignore_case=True,
)
_BODY = (
    r"(?:(?:defen[cs]e|interior)\s+ministry|ministry\s+of\s+(?:national\s+)?defen[cs]e|army|military|air\s+force|navy|general\s+staff|"
    r"(?:joint\s+)?(?:general\s+)?staff|(?:\w+\s+)?command|ISPR|(?:prime|defen[cs]e)\s+minister|president|border\s+(?:service|guards?|force)|security\s+(?:service|committee)|coast\s*guard|"
    r"police|(?:police|army|military|ministry|command|navy|service)\s+(?:official|officer|spokes\w+|statement|source)|spokes\w+|ministry|communiqu[eé]|press\s+cent(?:re|er))"
)
_VOICE = r"(?:said|says|told|announced|reported|reports|confirmed|stated|states?|reads?|wrote|specified|informs?|explained|added)"
#: 'the Army said', 'according to the general staff', 'have learned from the armed forces general staff'
_TELLS = pattern(
    rf"\b{_BODY}(?:\s+(?:[A-Z][\w.'’-]*|of\s+the|on\s+\w+day|of\s+\w+|\([A-Z]+\))){{0,6}}(?:\s*,[^,;.]{{1,60}},)?\s*,?\s+{_VOICE}\b|"
    rf"\b(?:according\s+to|citing|said|from|by)\s+(?:the\s+|an?\s+)?(?:\w+\s+){{0,3}}?{_BODY}\b|\bin\s+a\s+(?:statement|communiqu[eé])\b",
    ignore_case=True,
)
_ELSE = pattern(
    r"\b(?:den(?:y|ies|ied)|accus\w+|blam\w+|alleg\w+|unprovoked|massacre\w*|protest\w*|demonstrat\w*|suicide|stormed|overr[au]n|mistak\w+|"
    r"unknown|civilians|friendly|own\s+(?:helicopter|aircraft|drone|jet)|were\s+(?:killed|wounded)\s+when|would|will|prisoners?|robber\w*|suspect\w*)\b",
    ignore_case=True,
)
_SHOT = pattern(
    r"\b(?:intercept(?:ed|s|ing)?|sho(?:t|ot|ots)\s+down|downed|downs|br(?:ought|ings?)\s+down|destroyed|destroys|neutrali[sz]ed|eliminated)\b",
    ignore_case=True,
)
_DEED = pattern(rf"\b{_DEEDS}\b", ignore_case=True)
#: behind the name of who does it
_SOON = pattern(rf"(?:\s+[\w'’-]+){{0,5}}?\s+{_DEEDS}\b", ignore_case=True)
_STATELY = frozenset({"state", "forces", "coalition"})
#: 'the Artsakh Defense Ministry': whose name no table has
_ANOTHERS = pattern(r"\b[A-Z][a-z]+\s+(?:[Dd]efen[cs]e\s+[Mm]inistry|[Mm]inistry|[Aa]rmy|[Mm]ilitary)\b")
_BESIDE = 30
_FRONT = 5  #: sentences in which it is told who says so
_LEAD = 4  #: ... and who did it


def by_bodies(
    document: str,
    sentences: Sequence[Sentence],
    home: int,
    doers: Sequence[Named],
    named: Sequence[Named],
    codes: Callable[[], Sequence[str]],
    flying: bool,
) -> Claim | None:
    """The claim of forces whose state no word beside them names: that of who acts, else the land the text is set in."""
    for sentence in map(sentences.__getitem__, dict.fromkeys((home, *range(min(_LEAD, len(sentences)))))):
        found = _ACTIVE.search(sentence.text)
        if found is None or _ELSE.search(sentence.text) or (not flying and SHOT_DOWN.search(found.group())):
            continue
        start, end = sentence.start + found.start("organ"), sentence.start + found.end("of")
        here = [side for side in named if side.sentence == sentence.index]
        if any(side.start <= start < side.stretch for side in here):
            continue
        aimed = {side.party.country for side in here if side.start >= end}
        owner = next((side for side in here if start < side.start < end and side.party.kind in _STATELY), None)
        if owner is None and doers and doers[0].party.country not in aimed:
            owner = doers[0]
            if owner.party.kind not in ("state", "forces"):
                return None
        if owner is not None:
            return Claim(owner, start, end, False, own=True) if _tells(document, sentences, named, owner) else None
        alias = next((known for code in codes()[:2] if code not in aimed and (known := state_by_code(code))), None)
        if alias is None:
            return None
        end = sentence.start + found.end("organ")
        side = Named(start, end, end, sentence.index, alias.party, alias, document[start:end], "", False, False, ())
        return Claim(side, start, end, False, own=True) if _tells(document, sentences, named, side) else None
    return None


def _tells(document: str, sentences: Sequence[Sentence], named: Sequence[Named], owner: Named) -> bool:
    """Whether a body tells of it in the front of a text, and none of another state or group does."""
    mine = _camp(owner.party)
    others = [side for side in named if side.sentence < _FRONT and _camp(side.party) != mine]
    if any(
        side.party.kind in _STATELY
        and names.SPEAKS.match(document, side.stretch, min(sentences[side.sentence].end, side.stretch + 200))
        for side in others
    ):
        return False
    told = False
    for sentence in sentences[:_FRONT]:
        for match in _TELLS.finditer(sentence.text):
            start, end = sentence.start + match.start() - _BESIDE, sentence.start + match.end()
            if any(start < side.stretch and side.start < end for side in others) or _ANOTHERS.search(
                document, max(sentence.start, start), end
            ):
                return False
            told = True
    return told


def at_home_too(
    document: str,
    sentences: Sequence[Sentence],
    home: int,
    named: Sequence[Named],
    codes: Callable[[], Sequence[str]],
    does: Callable[[Named], bool],
    flying: bool,
) -> Claim | None:
    """The claim of a state that acts on its own ground, where a body of no name tells of it: 'DG ISPR said'."""
    lead = (home, *range(min(_LEAD - 1, len(sentences))))
    for side in named:
        if side.sentence not in lead or side.party.kind not in ("state", "forces") or not side.agent or not does(side):
            continue
        soon = _SOON.match(document, side.stretch, sentences[side.sentence].end)
        if side.weapon or soon is None or (not flying and SHOT_DOWN.search(soon.group())):
            continue
        if side.party.country not in codes()[:1] or _ELSE.search(sentences[side.sentence].text):
            continue
        if _tells(document, sentences, named, side):
            return Claim(side, side.start, side.stretch, False, own=True)
    return None


def of_shooter(
    sentences: Sequence[Sentence],
    said: Iterable[Claim],
    named: Sequence[Named],
    senders: Sequence[Named],
    shoots: Callable[[Named], bool],
    codes: Callable[[], Sequence[str]],
) -> Claim | None:
    """The word of who shot down what another sent: 'The coalition said it destroyed a Houthi drone'."""
    sent = {_camp(side.party) for side in senders}
    for claim in said:
        side, sentence = claim.side, sentences[claim.side.sentence]
        if side.party.kind not in _STATELY or _camp(side.party) in sent or sentence.index >= _FRONT:
            continue
        if _SHOT.search(sentence.text) is None or _ELSE.search(sentence.text):
            continue
        others = (n for n in named if n.sentence == sentence.index and n.party.kind in _STATELY)
        if any(_camp(n.party) not in (_camp(side.party), *sent) and shoots(n) for n in others):
            continue
        if side.party.country is None or side.party.country in codes():
            return claim
    return None


_HOUSE = pattern(
    r"\b(?:Minist\w+|Army|Navy|Armed\s+Forces|Command|Air\s+Force|Defen[cs]e\s+(?:Forces?|Intelligence)|Security\s+Service|Border|Coast\s+Guard|"
    r"Guards?|ISPR|Police|General\s+Staff|Forces\s+Arm[ée]es|Marine\s+Corps|Intelligence)\b"
)
_PRESS = pattern(
    r"\b(?:News|Times|Post|Radio|TV|Agency|Today|Daily|Journal|Herald|Tribune|Magazine|Monitor|Watch|Wire|Review|Report|Weekly|Media\s+Group)\b"
)


@lru_cache(maxsize=256)
def house(outlet: str) -> str | None:
    """The side whose own press office an outlet is: 'U.S. Central Command' of the United States; None of newspapers."""
    if not _HOUSE.search(outlet) or _PRESS.search(outlet):
        return None
    sentence = Sentence(index=0, start=0, end=len(outlet), paragraph=0, is_title=False, text=outlet)
    sides = [side for side in names.find(outlet, lambda _: 0, [sentence]) if side.party.kind in _STATELY]
    return _camp(sides[0].party) if sides else None


def by_house(
    owner: str, sentences: Sequence[Sentence], home: int, doers: Sequence[Named], named: Sequence[Named], stopped: bool
) -> Claim | None:
    """The claim of the force that prints a text: it did the act, or shot down what others sent."""
    own = [side for side in (*doers, *named) if _camp(side.party) == owner]
    if not own:
        return None
    does = any(_camp(side.party) == owner for side in doers)
    text = " ".join(sentence.text for sentence in (*sentences[:_LEAD], sentences[home]))
    if does if stopped else doers and not does:
        return None
    if not does and (_SHOT if stopped else _DEED).search(text) is None:
        return None
    return Claim(own[0], own[0].start, own[0].stretch, False, own=True)


def _camp(party: Party) -> str:
    return state_of(party) or party.name
