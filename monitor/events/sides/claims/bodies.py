"""Bodies that a text names without their state: 'A unit of the air defence shot down a drone, the ministry said'.

A country's own press, its armies and its ministries leave out whose they are. The state is the one named behind, the
one that prints the text, the one told to act, else the one the text is set in; where another side tells of the act in
the front of the text, it is no word of its own.
"""

from __future__ import annotations

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides import named as names
from monitor.events.sides.aliases import STATELY, Alias, aliases, camp, state_by_code
from monitor.events.sides.claims.at_home import FALLEN, PREY
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.claimants import SHOT_DOWN
from monitor.events.sides.claims.tale import SAID_WITHIN, Tale
from monitor.events.sides.named import Named

_OWN = r"(?:the|our|own|its|an?)"
_BODIES = (
    r"(?:(?:security|armed|government|federal|joint|own|our|border|special|naval|occupation)\s+forces|"
    r"(?:army|military|government|paramilitary|border|own|our)\s+(?:troops|soldiers|units?|subunits|forces)|"
    rf"{_OWN}\s+(?:border\s+\w+|army|military|air\s+force|navy|coast\s*guard|air[\s-]+defen[cs]es?|police|troops|soldiers|garrison)|"
    rf"(?:{_OWN}\s+)?(?:sub)?units?\s+of\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:army|air\s+defen[cs]es?|armed\s+forces|navy|service|air\s+force|border\s+\w+)|"
    r"(?:on-duty\s+)?air[\s-]+defen[cs]es?(?:\s+(?:crews|forces|units|systems))?|troops|soldiers|police|border\s+guards|armed\s+forces|army)"
)
DEEDS = (
    r"(?:kill(?:ed|s)?|(?:shot|shoots?)\s+(?:dead|down)|gun(?:ned|s)?\s+down|neutrali[sz]e[ds]?|eliminate[ds]?|"
    r"(?:engaged|intercepted)\s+(?:the|their|an?|two|three|\d+)|br(?:ought|ings?)\s+(?:\w+\s+){0,3}?down|down(?:ed|s)|destroy(?:ed|s)?|bomb(?:ed|s)?|str(?:uck|ikes?)|"
    r"repel(?:led|s)?|repulsed|wiped\s+out|answered\s+with\s+fire|returned\s+fire|used\s+weapons|pounded|took\s+out|carried\s+out\s+(?:an?\s+)?"
    r"(?:\w+\s+){0,2}?(?:strikes?|operation|raids?)|hit\s+(?:an?|the|two|three|four|several|\d+)|fired\s+(?:on|at|warning)|opened\s+fire)"
)
#: 'A unit of the air defence detected and shot down'
_ACTIVE = pattern(
    rf"(?:^|[,;:.\"“–—-]\s*|\b(?:that|when|after|and|as|but|so)\s+)(?P<organ>{_BODIES})(?P<of>(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s*|of\s+|the\s+){{1,6}}?)?)"
    rf"(?:\s+(?:on\s+\w+day|have|has|had|also|then|later|early|late|this\s+morning|yesterday|today|\w+ed\s+and|\w+ly|so\s+far))*\s+(?P<deed>{DEEDS})\b",
    ignore_case=True,
)
_BODY = (
    r"(?:(?:defen[cs]e|interior)\s+ministry|ministry\s+of\s+(?:national\s+)?defen[cs]e|army|military|air\s+force|navy|general\s+staff|"
    r"(?:joint\s+)?(?:general\s+)?staff|(?:\w+\s+)?command|ISPR|(?:prime|defen[cs]e)\s+minister|president|border\s+(?:service|guards?|force)|security\s+(?:service|committee)|coast\s*guard|"
    r"police|(?:police|army|military|ministry|command|navy|service)\s+(?:official|officer|spokes\w+|statement|source)|spokes\w+|ministry|communiqu[eé]|press\s+cent(?:re|er))"
)
_VOICE = (
    r"(?:said|says|told|announced|reported|reports|confirmed|stated|states?|reads?|wrote|specified|informs?|explained|"
    r"added)"
)
#: 'the Army said', 'according to the general staff', 'have learned from the armed forces general staff'
_TELLS = pattern(
    rf"\b{_BODY}(?:\s+(?:[A-Z][\w.'’-]*|of\s+the|on\s+\w+day|of\s+\w+|\([A-Z]+\))){{0,6}}(?:\s*,[^,;.]{{1,60}},)?\s*,?\s+{_VOICE}\b|"
    rf"\b(?:according\s+to|citing|said|from|by)\s+(?:the\s+|an?\s+)?(?:\w+\s+){{0,3}}?{_BODY}\b|\bspokes\w+\s[^.;]{{1,120}}?\s{_VOICE}\b|\bin\s+a\s+(?:statement|communiqu[eé])\b",
    ignore_case=True,
)
ELSE = pattern(
    r"\b(?:den(?:y|ies|ied)|accus\w+|blam\w+|alleg\w+|unprovoked|massacre\w*|protest\w*|demonstrat\w*|suicide|stormed|overr[au]n|mistak\w+|"
    r"unknown|civilians|friendly|own\s+(?:helicopter|aircraft|drone|jet)|were\s+(?:killed|wounded)\s+when|would|will|prisoners?|robber\w*|suspect\w*|rivals?)\b",
    ignore_case=True,
)
#: behind the name of who does it
_SOON = pattern(rf"(?:\s+[\w'’-]+){{0,5}}?\s+{DEEDS}\b", ignore_case=True)
#: 'the Artsakh Defense Ministry': whose name no table has
_ANOTHERS = pattern(r"\b[A-Z][a-z]+\s+(?:[Dd]efen[cs]e\s+[Mm]inistry|[Mm]inistry|[Aa]rmy|[Mm]ilitary)\b")
#: 'Eight Naxalites were gunned down in an encounter, police said'
_FELLED_SAID = pattern(
    r"(?:^|[\s,;])(?P<body>(?:[A-Z][a-z]+\s+){0,2}(?i:police|army|military|security\s+forces|"
    r"counter-?terror\w*\s+committee|border\s+(?:guards?|security\s+force))|"
    r"(?:Inter-Services\s+Public\s+Relations|ISPR)(?:\s+\([A-Z]+\))?)(?i:\s+(?:officials?|officers?|spokes\w+|sources))?\s+(?:said|say)\b"
)
#: 'an officer was shot dead by militants', 'gunmen killed'
_THEY_KILLED = pattern(
    r"\b(?:gunmen|unidentified)\b|\bby\s+(?:\w+\s+){0,2}(?:militants?|rebels?|insurgents?|bandits?|terrorists?|jihadists?|extremists?|maoists?)\b",
    ignore_case=True,
)
_BESIDE = 30  #: characters before a body in which another's name makes it that one's


def by_bodies(tale: Tale) -> Claim | None:
    """The claim of forces that are told to have done it, where a body of theirs tells of it."""
    for sentence in tale.lead():
        found = _ACTIVE.search(sentence.text)
        if found is None or ELSE.search(sentence.text) or (not tale.flying and SHOT_DOWN.search(found.group())):
            continue
        if names.UNDERGOES.match(sentence.text, found.start("deed")):
            continue
        start, end = sentence.start + found.start("organ"), sentence.start + found.end("of")
        here = [side for side in tale.named if side.sentence == sentence.index]
        if any(side.start <= start < side.stretch for side in here):
            continue
        aimed = {side.party.country for side in here if side.start >= end and side.party.kind in STATELY}
        owner = next((side for side in here if start < side.start < end and side.party.kind in STATELY), None)
        if owner is None and tale.owner is None and tale.actors and tale.actors[0].party.country not in aimed:
            owner = tale.actors[0]
            if owner.party.kind not in ("state", "forces"):
                return None
        if owner is None:
            alias = _state(tale)
            if alias is None or alias.party.country in aimed:
                return None
            end = sentence.start + found.end("organ")
            owner = _body(tale, sentence, start, end, alias)
        return Claim(owner, start, end, False, own=True) if _tells(tale, owner) else None
    return None


def felled(tale: Tale) -> Claim | None:
    """The claim of a police or an army that tells of those it hunts: 'Two Naxalites were gunned down, police said'."""
    lead = tale.lead()
    if not any(FALLEN.search(sentence.text) for sentence in lead):
        return None
    for sentence in lead:
        if PREY.search(sentence.text) is None or ELSE.search(sentence.text) or _THEY_KILLED.search(sentence.text):
            continue
        said = _FELLED_SAID.search(sentence.text)
        alias = state_by_code(next(iter(tale.codes()), ""))
        if said is not None and alias is not None:
            start, end = sentence.start + said.start("body"), sentence.start + said.end("body")
            side = _body(tale, sentence, start, end, alias)
            return Claim(side, start, sentence.start + said.end(), False, own=True) if _tells(tale, side) else None
        speaker = _speaker(tale)
        if speaker is not None:
            return Claim(speaker, speaker.start, speaker.stretch, False, own=True)
    return None


def _speaker(tale: Tale) -> Named | None:
    """The only state of which a body says something in the front of a text: 'a spokesperson of the BSF said'."""
    speak = [
        side
        for side in tale.named
        if side.sentence < SAID_WITHIN and side.party.kind in ("state", "forces") and not side.place and side.agent
    ]
    if len({camp(side.party) for side in speak}) != 1 or speak[0].party.country not in tale.codes()[:2]:
        return None
    ends = ((side, tale.sentences[side.sentence].end) for side in speak)
    return next((side for side, end in ends if names.SPEAKS.match(tale.document, side.stretch, end)), None)


def on_its_ground(tale: Tale) -> Claim | None:
    """The claim of a state that acts at home, where a body of no state's name tells of it: 'DG ISPR said'."""
    lead = {sentence.index: sentence for sentence in tale.lead()}
    for side in tale.named:
        sentence = lead.get(side.sentence)
        if sentence is None or side.party.kind not in ("state", "forces") or side.weapon or not side.agent:
            continue
        if not _acts(tale, side) or side.party.country not in tale.codes()[:1] or ELSE.search(sentence.text):
            continue
        soon = _SOON.match(tale.document, side.stretch, sentence.end)
        if soon is None or (not tale.flying and SHOT_DOWN.search(soon.group())):
            continue
        if _tells(tale, side):
            return Claim(side, side.start, side.stretch, False, own=True)
    return None


def _acts(tale: Tale, side: Named) -> bool:
    return any(side.party.name == n.party.name for n in tale.actors) and tale.does(side)


def _state(tale: Tale) -> Alias | None:
    """The state that a text without its name speaks of: who prints it, else where it is set."""
    if tale.owner is not None:
        alias = aliases().get(tale.owner)
        return state_by_code(alias.party.country or "") if alias else None
    return state_by_code(next(iter(tale.codes()), ""))


def _body(tale: Tale, sentence: Sentence, start: int, end: int, alias: Alias) -> Named:
    called = tale.document[start:end]
    return Named(start, end, end, sentence.index, alias.party, alias, called, "", False, False, ())


def _tells(tale: Tale, owner: Named) -> bool:
    """Whether a body tells of it in the front of a text, and none of another state or group does."""
    mine = camp(owner.party)
    others = [side for side in tale.named if side.sentence < SAID_WITHIN and camp(side.party) != mine]
    if any(
        side.party.kind in ("state", "forces")
        and names.SPEAKS.match(tale.document, side.stretch, min(tale.sentences[side.sentence].end, side.stretch + 200))
        for side in others
    ):
        return False
    told = False
    for sentence in tale.sentences[:SAID_WITHIN]:
        for match in _TELLS.finditer(sentence.text):
            start, end = max(sentence.start, sentence.start + match.start() - _BESIDE), sentence.start + match.end()
            if any(start < side.stretch and side.start < end and side.party.kind != "coalition" for side in others):
                return False
            if _ANOTHERS.search(tale.document, start, end):
                return False
            told = True
    return told
