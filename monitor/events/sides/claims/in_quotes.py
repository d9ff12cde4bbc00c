"""Claims in the first person: '"The truck was burned by our men," said Andres Patino, spokesperson of the ELN'.

What a side does is told by 'we', 'our men', 'by us' in a quotation; whose it is, by the name behind the quotation or in
the words that lead to it.
"""

from __future__ import annotations

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named

_MEN = (
    r"(?:men|fighters|forces|heroes|troops|jets|planes|aircraft|brothers|mujah\w+|boys|units?|brigades?|drones?|missiles?|comrades|"
    r"warriors|gunners|pilots|soldiers|volunteers|artillery|air\s+force|navy|navies|people|squad|commandos|bombers?|rockets?|"
    r"guards?|defenders|army|coast\s+guard|operatives|agents|hackers|ships?|boats?|vessels?|guerrillas|cell|combatants)"
)
_DID = (
    r"(?:attacked|ambushed|fired|stormed|launched|hit|struck|killed|shot|destroyed|bombed|eliminated|took|taken|sank|sunk|downed|"
    r"brought\s+down|blew|blown|detonated|planted|carried\s+out|did\s+(?:it|this)|done\s+(?:it|this)|burned|burnt|torched|seized|"
    r"captured|executed|neutrali[sz]ed|targeted|raided|shelled|opened\s+fire|set\s+(?:fire|off|ablaze|alight)|hacked|wiped|encrypted|"
    r"broke\s+into|broken\s+into|stole|stolen|crippled|boarded|stopped|detained|punished|liquidated|overran|entered|liberated|"
    r"responded\s+with|returned\s+fire|fired\s+back|delivered|dealt|inflicted|forced\s+(?:them|it)\s+(?:out|away)|drove|expelled|sent|"
    r"knocked\s+out|used|cut|smashed|pounded|intercepted|abducted|kidnapped|hold|have)"
)
_WE_DID = pattern(
    rf"\b(?:[Ww]e|[Oo]ur\s+(?:[\w-]+\s+){{0,2}}{_MEN})\s+(?:(?:have|had|has|just|also|then|only|first|today|yesterday|\w+ly)\s+){{0,3}}{_DID}\b|"
    rf"\bby\s+(?:us\b|our\s+(?:[\w-]+\s+){{0,2}}{_MEN}\b)|\b(?:is|was|were)\s+(?:all\s+)?our\s+(?:own\s+)?(?:doing|work|operation|deed|action)\b|"
    r"\b[Ww]e\s+(?:(?:the|all|hereby|fully|gladly)\s+){0,2}(?:take|claim|accept|assume|bear)\s+(?:full\s+|the\s+)?(?:responsibility|credit)|"
    r"\b[Ww]e\s+(?:are|were)\s+(?:responsible|behind|the\s+ones)\b|\b[Ii]\s+(?:ordered|gave\s+the\s+order|authori[sz]ed)\b"
)
#: words of a quotation that take it back, or tell of what is to come or of long ago
_NOT = pattern(
    r"\b(?:not|never|nothing|nobody|neither|deny|denied|innocent|condemn\w*|if|unless|would\s+have|(?:last|every)\s+year|in\s+(?:19|20)\d\d|"
    r"years\s+ago|always|so\s+far\s+this)\b|n['’]t\b",
    ignore_case=True,
)
_SPEECH = (
    r"(?:said|says|told|wrote|writes|announced|declared|explained|added|boasted|stated|reads?|ran|runs|posted|tweeted|claimed|insisted|"
    r"noted|affirmed|confirmed|asserted|quoted|boasts|adds|tells|specified)"
)
#: between the quotation and the name: ', said Andres Patino, spokesperson of the'
_TO_THE_NAME = pattern(
    rf"^\s*(?:[\w'’-]+\s+){{0,4}}?{_SPEECH}\b(?:[^.;\"“”]{{0,110}}?\b(?:spokes\w+|speaks|spoke|commander|leader|chief|head|officer|official|"
    r"member|minister|president|secretary|general|statement|post|note|message|communiqu[eé]|video|channel)(?:\s+\w+){0,3}?"
    r"(?:\s+(?:of|for|from|by|at|with|in))?)?(?:\s+(?:the|an?|its))?\s+$"
)
#: ', said Maj Gen Winthai, the' Thai army spokesman
_APPOSED = pattern(rf"^\s*{_SPEECH}(?:\s+[\w.'’-]+){{1,6}}\s*,\s+(?:(?:the|an?)\s+)?$")
_OFFICE = pattern(
    r"\b(?:spokes\w+|commander|chief|leader|head|minister|secretary|president|general|officer|official|army|military|navy)\b"
)
#: ... or the name first: ', the group's spokesman said'
_FROM_THE_NAME = pattern(rf"^(?:['’]s?)?(?:\s+[\w.'’-]+){{0,6}}?(?:\s*,[^,;.\"“”]{{1,80}},)?\s+{_SPEECH}\b")
_LEAD = pattern(r"^\s*(?:[\w.'’-]+\s+){0,5}$")
#: behind a name, those who are no voice of it
_PRESS = pattern(
    r"^(?:['’]s?)?\s+(?:news|state\s+(?:news|TV|media)|media|newspaper|journalist|reporter|resident|opposition|analyst)\b"
)
_MARKS = '"”'
#: characters between a quotation and the name of whose it is
_NEAR = 150


def in_quotes(document: str, sentence: Sentence, side: Named) -> Claim | None:
    """The claim of a side that is quoted in this sentence, or right before its words, as the one who did it."""
    if side.weapon or side.place or (side.alias.demonym and not side.forces):
        return None
    close = max(document.rfind(mark, sentence.start, side.start) for mark in _MARKS)
    if close <= sentence.start or side.start - close > _NEAR:
        return None
    quoted = document[sentence.start : close]
    found = _WE_DID.search(quoted)
    if found is None or _NOT.search(quoted) or _PRESS.search(document[side.end : side.stretch + 30]):
        return None
    between = document[close + 1 : side.start]
    apposed = _APPOSED.search(between) and _OFFICE.search(document[side.end : min(sentence.end, side.stretch + 20)])
    if (
        not apposed
        and _TO_THE_NAME.search(between) is None
        and (
            _LEAD.search(between) is None
            or _FROM_THE_NAME.search(document[side.stretch : min(sentence.end, side.stretch + 160)]) is None
        )
    ):
        return None
    return Claim(side, sentence.start + found.start(), side.stretch, False, own=True)
