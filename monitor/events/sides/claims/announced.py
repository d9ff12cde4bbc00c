"""A state's own word on what its forces did, in any words: 'For the Israeli army, the place was a weapons depot'.

Asked last, where no side has claimed the act and a state is taken for the one that did it: its military, in a sentence
that tells of the act, its target or its yield and of nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import STATELY
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.tale import BY_FORCES
from monitor.events.sides.named import SPEECH, Named

#: acts that the forces of a state carry out and announce
ANNOUNCED = BY_FORCES | {"missile_strike"}
_ORGAN = (
    r"(?:army|military|air\s+force|navy|coast\s+guard|armed\s+forces|general\s+staff|chief\s+of\s+(?:general\s+)?staff|"
    r"defen[cs]e\s+(?:ministry|minister|secretary|forces?)|(?:ministry|minister)\s+of\s+(?:national\s+)?defen[cs]e|"
    r"secretary\s+of\s+(?:war|defen[cs]e)|president|prime\s+minister|premier|"
    r"(?:central\s+|southern\s+|northern\s+|eastern\s+)?command|coalition)"
)
_MILITARY = pattern(rf"\b{_ORGAN}\b", ignore_case=True)
_VOICE = (
    rf"(?:{SPEECH}|spoke|speaks|describ(?:es|ed)|call(?:s|ed)|names?|named|list(?:s|ed)|present(?:s|ed)|gave|gives|put|"
    r"puts|count(?:s|ed)|identif(?:ies|ied)|publish(?:es|ed)|releas(?:es|ed)|defend(?:s|ed)|justif(?:ies|ied))"
)
_SPEAKS = pattern(
    r"(?:['’]s?)?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|statement|chief|note|has|have|had|also|later|then|on\s+\w+day)){0,5}"
    rf"(?:\s*\([^)]{{1,40}}\))?(?:\s*,[^,;.]{{1,80}},)?(?:\s*,\s+which)?\s+(?i:{_VOICE})\b"
)
_LEAD = (
    r"(?:^[Ff]or|\b(?:according\s+to|in\s+the\s+(?:words|view|judg\w+)\s+of|says?|said|announced|"
    r"by\s+the\s+(?:\w+\s+)?(?:account|assessment|count|reckoning|word)s?\s+of))\s+(?:the\s+|a\s+statement\s+(?:of|by|from)\s+(?:the\s+)?)?"
)
_LEADS = pattern(rf"{_LEAD}$", ignore_case=True)
_NAMES = r"(?:\s+[A-Z][\w.'’-]*){0,4}"
_BARE = pattern(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?i:{_ORGAN})(?:['’]s?)?(?:\s+(?:statement|spokes\w+|note|communiqu\w+))?\s*,?\s+(?i:{_VOICE})\b|"
    rf"(?:^|[,;:.]\s+)(?:[A-Z]\w+\s+)?(?:Command|President|Prime\s+Minister|(?:Defen[cs]e\s+)?Secretary|(?:Defen[cs]e\s+)?Minister){_NAMES}"
    rf"(?:\s*,[^,;]{{1,60}},)?\s+(?i:{_VOICE})\b|"
    r"\b(?:(?:[Ii]ts|[Aa]n?)\s+(?:military\s+|army\s+|navy\s+|government\s+)?|(?:[Mm]ilitary|[Aa]rmy|[Nn]avy|[Aa]ir\s+[Ff]orce|[Cc]oalition)\s+)spokes\w+"
    rf"(?:\s*,[^;]{{1,60}},)?(?:\s+[A-Z][\w.'’-]*){{0,6}}(?:\s*,[^;]{{1,80}},)?\s*,?\s+(?i:{_VOICE})\b|"
    rf"(?i:{_LEAD})(?i:{_ORGAN}){_NAMES}\s*(?:[,.;:]|$)|"
    rf"\b(?:[Tt]he|[Ii]ts)\s+(?i:{_ORGAN})['’]s\s+(?:\w+\s+)?(?:assessment|estimate|count|statement|account)\b|"
    rf"\b(?:said|says|announced){_NAMES}\s*,\s+(?:an?|the|its)\s+(?:\w+\s+)?spokes\w+\s*(?:[,.;:]|$)"
)
#: 'STUTTGART, Germany —'
_DATELINE = pattern(r"\s+(?:[–—-]+\s|\([A-Z])")
_STOPS = pattern(r"\s*(?:[,.;:]|$)")
#: what was hit, or that it was hit
_YIELD = pattern(
    r"\b(?:targets?|targeted|targeting|struck|strikes?|striking|hit|hits|attack(?:ed|s)?|destroyed|eliminat\w+|killed|"
    r"neutrali\w+|bombed|raids?|operation|terrorists?|militants?|fighters|operatives?|commanders?|cell|launchers?|depots?|warehouses?|compounds?|infrastructure|"
    r"weapons?|arms|tunnels?|hideouts?|facilit\w+|command\s+cent\w+|headquarters|positions|sites?|seized|"
    r"detained|boarded|arrest\w*|poach\w*|trawlers?|warning\s+shots|smuggl\w+|fuel|self-defen[cs]e|assessment|civilians?\s+(?:was|were)\s+(?:harmed|hurt|killed)|precis\w+|legitimate|response|retaliat\w+|violat\w+|intruded|trespass\w*)\b",
    ignore_case=True,
)
_ELSE = pattern(
    r"\b(?:intercept\w*|shot\s+down|downed|air\s+defen[cs]e|sirens?|den(?:y|ies|ied)|no\s+comment|declined|not\s+comment|"
    r"did\s+not|has\s+not|had\s+not|investigat\w+|looking\s+into|rockets?\s+(?:was|were|had\s+been)|came\s+over|crossed|fired\s+(?:from|at\s+its)|"
    r"(?:strikes?|targets?|hits?|attacks?|aims?(?:\s+at)?)\s+(?:only|solely|exclusively)|(?:only|solely|exclusively)\s+(?:strikes?|targets?|hits?|attacks?|aims?)|"
    r"warn(?:s|ed)?|vow\w*|will|would|of\s+its\s+(?:soldiers|troops|men)|(?:soldiers?|troops|servicem[ae]n)\s+(?:was|were|had\s+been)|"
    r"radio|accus\w+|blam\w+|condemn\w*|condol\w*|ready\s+to|"
    r"call(?:s|ed)\s+(?:\w+\s+){1,4}?(?:accounts?|allegations?|charges?|claims?|reports?|version|statement))\b",
    ignore_case=True,
)


#: from here on a sentence tells of another act
_TURNS = pattern(
    r"\b(?:in\s+(?:answer|response|reply|retaliation|return|reprisal)|after|following|and\s+that)\b", ignore_case=True
)
_JOINTLY = ("coordinat", "co-ordinat", "cooperat", "together", "consult")
_LONG = 25  #: characters that tell of the act before it turns


def announced(
    document: str, sentences: Sequence[Sentence], where: Sequence[int], named: Sequence[Named], doer: Named
) -> Claim | None:
    """The first sentence of those told in which the doer's military speaks of the act."""
    for index in where:
        sentence = sentences[index]
        if _ELSE.search(_main_clause(sentence.text)) or not _yields(sentences, index):
            continue
        here = [side for side in named if side.sentence == index and side.party.kind in STATELY]
        for side in here:
            if _same(side, doer) and not side.weapon and _speaks(document, sentence, side):
                return Claim(side, side.start, side.stretch, False)
        if any(side.agent and not _same(side, doer) and not _owns(document, side) for side in here):
            continue
        bare = _BARE.search(sentence.text)
        if bare is not None and _sole(document, named, doer, sentence.start + bare.start()):
            return Claim(doer, sentence.start + bare.start(), sentence.start + bare.end(), False)
    return None


def _main_clause(text: str) -> str:
    """A sentence without what the act answers and without what is to follow."""
    turn = _TURNS.search(text)
    return text[: turn.start()] if turn is not None and turn.start() > _LONG else text


def _yields(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a sentence tells what was hit, or the next of its paragraph does, which goes on with what was said."""
    if _YIELD.search(sentences[index].text):
        return True
    following = sentences[index + 1 : index + 2]
    return (
        bool(following)
        and following[0].paragraph == sentences[index].paragraph
        and _YIELD.search(following[0].text) is not None
        and _ELSE.search(following[0].text) is None
    )


def _owns(document: str, side: Named) -> bool:
    """'Yemen's coast': whose it is, and no more."""
    return not side.forces and document[side.end : side.end + 2] in ("'s", "’s")


def _speaks(document: str, sentence: Sentence, side: Named) -> bool:
    alias = side.alias
    body = not (alias.demonym or alias.capital or alias.spelling == side.party.name)  # 'the IDF', 'Hegseth'
    if side.party.kind != "coalition" and not body and _MILITARY.search(side.forces) is None:
        return False
    tail = document[side.stretch : sentence.end]
    if _SPEAKS.match(tail):
        return True
    return _STOPS.match(tail) is not None and _LEADS.search(document[sentence.start : side.start]) is not None


def _same(side: Named, doer: Named) -> bool:
    a, b = side.party, doer.party
    return a.name == b.name or (
        a.country is not None and a.country == b.country and "coalition" not in (a.kind, b.kind)
    )


def _sole(document: str, named: Sequence[Named], doer: Named, at: int) -> bool:
    """True where the army that is spoken of can be no other state's: none is told to have acted or spoken."""
    before = [side for side in named if side.party.kind in STATELY and side.agent and side.start < at]
    before = [
        side
        for side in before
        if "with" not in side.before[-2:]  # 'in coordination with Nigerian authorities'
        and not any(word.startswith(_JOINTLY) for word in side.before)  # 'coordinated with the authorities in Abuja'
        and _DATELINE.match(document, side.end) is None
    ]
    before = [side for side in before if not _owns(document, side) or _same(side, doer)]
    return bool(before) and all(_same(side, doer) for side in before)
