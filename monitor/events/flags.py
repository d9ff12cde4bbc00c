"""Marks beside the type: what was hit, whether a lasting state ended, whether the report takes something back."""

from __future__ import annotations

import re

import re2

from monitor.events.linear import pattern
from monitor.taxonomy import STEPS

_MARKS: tuple[tuple[str, str], ...] = (
    ("nuclear_site", r"nuclear (?:power )?(?:plant|site|facility|facilities|reactor)|enrichment (?:plant|site)"
                     r"|natanz|fordow|zaporizhzh\w+ (?:nuclear|plant)"),
    ("energy", r"power (?:plant|station|grid|line)s?|substations?|refiner(?:y|ies)|oil (?:depot|terminal"
               r"|facilit|field|plant|processing)\w*|gas (?:plant|field|pipeline)s?|pipelines?"
               r"|energy (?:facilit|infrastructure)\w*"),
    ("airport", r"airports?|airfields?|runways?"),
    ("hospital", r"hospitals?|clinics?|maternity|ambulances?"),
    ("embassy", r"embass(?:y|ies)|consulates?|diplomatic (?:mission|compound|facility)"),
    ("school", r"schools?|kindergartens?|universit(?:y|ies)|playgrounds?"),
    ("civilian_target", r"civilians?|residential|apartment|homes?|market|hypermarket|mosque|church|worshippers"
                        r"|bus station|shoppers|school|hospital"),
    ("critical_infrastructure", r"power (?:plant|station|grid)|substation|refinery"
     r"|oil (?:depot|terminal|facilit\w+|plant)"
                                r"|dam|bridge|pipeline|undersea cable|port|airport|railway"),
    ("wmd", r"nuclear (?:weapons?|strike|attack|war|response)|chemical (?:weapons?|attack)|chlorine"
            r"|sarin|nerve (?:gas|agent)|atomic"),
    ("cross_border", r"cross[- ]border|across the border|crossed (?:into|the border)|inside (?:pakistan|india"
                     r"|iran|israel|russia|ukraine|lebanon|syria|iraq)"),
    ("damage", r"damag(?:e|ed|ing)|destroyed|set ablaze|caught fire|burn(?:ed|t|ing)|wreck(?:ed|s)|crater"),
    ("ceasefire_violation", r"violat\w+ (?:of )?(?:the |a )?(?:ceasefire|truce)"
     r"|(?:ceasefire|truce) (?:violation|breach)"
                            r"|despite (?:the |a )?(?:ceasefire|truce)"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"(?i)\b(?:{body})\b")) for name, body in _MARKS)
#: which of them may match, in one pass: nearly always none or one
_ALL = re2.Set.SearchSet()
for _, _body in _MARKS:
    _ALL.Add(rf"(?i)\b(?:{_body})\b")
_ALL.Compile()
#: a hospital that somebody is brought to or dies in is not what was hit
_CARE = re.compile(
    r"(?i)\b(?:died|dies|death|dying|treated|treatment|taken|rushed|airlifted|flown|admitted|brought|transferred"
    r"|recovering|evacuated)\s+(?:\w+\s+){0,5}?(?:hospitals?|clinics?)\b"
)
_NONE_HURT = re.compile(r"(?i)\bno (?:material )?damage\b|\bwithout (?:causing )?damage\b|\bnothing (?:was )?damaged\b")
_CORRECTION = re.compile(r"(?i)^\W*(?:correction|corrected|corrects|clarification)\b|\(corrects\b|\bcorrection:")
_RETRACTION = re.compile(
    r"(?i)\bretract(?:s|ed|ion)\b|\bwithdraws? (?:its |the )?(?:story|report)\b|\bkill notice\b"
    r"|\bwas false alarm\b|\bfalse alarm\b"
)
#: one of which stands in all that the two fit; to look for them costs less
_AMENDS = ("correct", "clarification", "retract", "withdraw", "kill notice", "false alarm")
#: headlines of what comes after an act: its dead are counted, mourned and looked for, others speak of it
_TOLD_ON = pattern(
    r"(?i)\btolls?\b|\b(?:dead|deaths|fatalities|casualties|victims) (?:now |has |have )?"
    r"(?:ris(?:e|es|en)|rose|climb(?:s|ed)?|reach(?:es|ed)?|jump(?:s|ed)?|grow(?:s|n)?|pass(?:es|ed)?|up to|at)\b"
    r"|\bbod(?:y|ies) (?:of|found|recovered|retrieved|pulled|identified|returned|handed)\b"
    r"|\b(?:recover(?:s|ed)?|find|finds|found|pull(?:s|ed)?|retriev(?:e|es|ed)) (?:[\w’'-]+ ){0,3}bod(?:y|ies)\b"
    r"|\b(?:mourn(?:s|ed|ing|ers)?|bur(?:y|ies|ied|ials?)|funerals?|laid to rest|lays?\b.{1,40}\bto rest|vigils?"
    r"|condolences?|grie(?:f|ves?|ving)|half-mast)\b"
    r"|\b(?:rescuers?|rescue (?:crews?|workers?|teams?|efforts?|operations?)|survivors?|rubble|search(?:es|ing)?)\b"
    r"|\bsuccumb\w*|\bdies (?:of|from|in (?:a |the )?hospital)\b|\bhopes? (?:fades?|dims?)\b"
    r"|\b(?:siege|stand-?off|manhunt|hunt|drama) (?:is |now )?(?:over|ends?|ended|out)\b"
    r"|\b(?:claim(?:s|ed|ing)?|tak(?:es?|ing)|took) (?:responsibility|credit)\b|\b(?:condemn|denounc|deplor)\w*"
    r"|\bclaims (?:[\w’'-]+ ){1,4}(?:attack|bombing|blast|shooting|killing|hack|strike)s?\b"
    r"|\b(?:suspects?|charged|in custody|identified|investigat\w+)\b"
    r"|\b(?:days?|weeks?|morning|night) (?:after|later)\b|\baftermath\b"
)
_TOLL_GROWN = pattern(
    r"(?i)\b(?:toll|number of (?:the )?(?:dead|killed|victims|people killed|those killed|deaths)|count of (?:the )?"
    r"(?:dead|killed))\b[^.;]{0,60}\b(?:rose|risen|rises?|rising|climb(?:s|ed|ing)?|grown|grew|grows|jumped|increased"
    r"|gone up|went up|reached|now|raised|revised)\b"
    r"|\b(?:rais|bring|push|tak|lift)(?:e[sd]?|s|ing) the (?:death )?toll\b|\bbrought the (?:death )?toll\b"
)
_SEPARATE = pattern(
    r"(?i)\b(?:a |the )?(?:second|third|fourth|another|further|fresh|renewed|new wave of)\s+(?:\w+\s){0,2}?"
    r"(?:strikes?|attacks?|raids?|waves?|blasts?|explosions?|barrages?|drones?|missiles?"
    r"|rockets?|salvos?|clash(?:es)?|bombings?)\b"
    r"|\banother\s+(?:[a-z-]+\s){1,3}?(?:(?:was|is|has been|gets|got)\s)?"
    r"(?:hit|struck|bombed|shelled|blown up|shot down|downed|derailed|seized|hijacked|sabotaged|rammed|sunk)\b"
    r"|\b(?:second|third|fourth|fifth|sixth)\s+(?:[\w-]+\s){1,4}?(?:in|within)\s+"
    r"(?:just |only |less than |as many |a |the last )*"
    r"(?:two|three|four|five|six|seven|ten|\d+|several|few|day|week|month)\b"
    r"|\bfor the (?:second|third|fourth) time\b|\ba second time\b"
)
#: the one before was of the same day
_SAME_DAY = pattern(
    r"(?i)\b(?:second|third|fourth)\b[^.;]{0,40}\b(?:of the day|today|that day|hours (?:later|after)"
    r"|within (?:\w+ )?hours|minutes (?:later|after)|overnight|that night)\b"
    r"|\b(?:hours|minutes) (?:later|after)\b|\bthis time\b|\bdouble[- ]tap\b"
)
#: within what time it came after the one before: of another day
_SOME_DAY = pattern(
    r"(?i)\b(?:within|in|for)\s+(?:just |only |less than |as many as |as many |the past |the last )?"
    r"(?:an?|the|as many|two|three|four|five|six|seven|\d+|several|a few|past|last)\s+(?:past |last )?"
    r"(?:days?|weeks?|months?|nights?|years?)\b"
    r"|\b(?:this|since last|since) (?:week|month|year|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:consecutive|straight|successive|in a row|running) ?(?:days?|nights?|weeks?)?\b"
)
#: without such a time, one that is counted came soon after the one before
_COUNTED = pattern(r"(?i)\b(?:second|third|fourth)\b|\ba second time\b")
#: a truce after the one before
_NEW_TRUCE = pattern(
    r"(?i)\b(?:new|fresh|second|third|another|renewed)\s+(?:[\w-]+\s){0,2}?(?:cease-?fires?|truces?)\b"
)
#: 'shut once more', 'for the second time in four days no plane was allowed to land'
_SHUT_AGAIN = pattern(
    r"(?i)\b(?:clos\w+|shut\w*|halt\w*|suspend\w*|ground(?:s|ed)|seal\w*|block\w*)\b[^.;,]{0,30}\b(?:again|once more)\b"
    r"|\b(?:clos\w+|shut\w*|halt\w*|suspend\w*|ground(?:s|ed)|no (?:planes?|flights?|trucks?|lorries))\b[^.;]{0,50}"
    r"\bfor the (?:second|third|fourth) time\b"
    r"|\bfor the (?:second|third|fourth) time\b[^.;]{0,50}"
    r"\b(?:clos\w+|shut\w*|halt\w*|suspend\w*|ground(?:s|ed)|no (?:planes?|flights?|trucks?|lorries))\b"
)
#: 'hit again'; what is free, or will be done, again is no second act
_AGAIN = pattern(
    r"(?i)\b(?P<undone>(?:will|would|may|might|could|can|should|shall|to|if|unless)\s[^.;,]{0,40}?|"
    r"(?:free|open|safe|home|normal|valid|again and|running|begun)\s+)?\b(?:again|once more)\b"
)
_ENDED: dict[str, re.Pattern[str]] = {
    "closure": re.compile(r"(?i)\bre-?open(?:s|ed|ing)?\b|\bresum(?:e|es|ed|ing|ption)\b|\blift(?:s|ed|ing)\b"),
    "ceasefire": re.compile(
        r"(?i)\bcollaps(?:e|es|ed)\b|\bbroke(?:n)? (?:down|off)\b|\bbreaks? (?:down|off)\b"
        r"|\bfell apart\b|\bcalled off\b|\bends? (?:the |its )?(?:ceasefire|truce)\b"
        r"|\b(?:ceasefire|truce) (?:has )?(?:ended|ends|expired|expires|over)\b"
    ),
    "sanctions": re.compile(r"(?i)\b(?:lift|eas|remov|suspend|waiv)\w* (?:\w+ ){0,3}sanctions\b"),
}

#: 'shut until the ban is lifted', 'it is to reopen on Monday': not yet
_NOT_YET = re.compile(
    r"(?i)\b(?:until|till|unless)\b[^.;]{0,60}|\b(?:will|would|may|might|could|can|should|to)\s"
    r"(?:be |only |not |gradually |partly )*(?:re-?open|resum|lift|eas)\w*"
)


def flags(kind: str, texts: str, title: str) -> frozenset[str]:
    """The marks that the sentences of an act (`texts`) and the title carry."""
    likely = [_COMPILED[number] for number in _ALL.Match(texts.encode("utf-8", "replace")) or ()]
    hit = _CARE.sub(" ", texts) if any(name == "hospital" for name, _ in likely) else texts
    found = {name for name, mark in likely if mark.search(hit)}
    if "damage" in found and _NONE_HURT.search(texts):
        found.discard("damage")
    low = title.lower()
    if any(map(low.__contains__, _AMENDS)):
        if _CORRECTION.search(title):
            found.add("correction")
        if _RETRACTION.search(title):
            found.add("retraction")
    if title and (_TOLD_ON.search(title) or _TOLL_GROWN.search(texts)):
        found.add("follow_up")
    ended = _ENDED.get(kind)
    if ended is not None and ended.search(_NOT_YET.sub(" ", texts)):
        found.update({"ended"} if kind != "ceasefire" else {"ended", "collapse"})
        if kind in ("closure", "sanctions"):
            found.add("de_escalation")
    return frozenset(found)


def separate(kind: str, text: str) -> bool:
    """Whether the words themselves say that this is another one: 'a second attack', 'hit again'."""
    if kind == "ceasefire":
        return _NEW_TRUCE.search(text) is not None
    if kind == "closure":
        return _SHUT_AGAIN.search(text) is not None
    if kind in STEPS:
        return False  # it is taken up again and again
    low = text.lower()
    again = "again" in low or "once more" in low
    return _SEPARATE.search(text) is not None or (again and any(not found["undone"] for found in _AGAIN.finditer(text)))


def of_another_day(text: str) -> bool:
    """Whether the act before, after which `text` calls this one another, may lie days back: 'hit again', 'the second
    attack in a week'. 'A second strike hours later' and 'the second blast' came on one day."""
    if _SAME_DAY.search(text):
        return False
    return _SOME_DAY.search(text) is not None or _COUNTED.search(text) is None
