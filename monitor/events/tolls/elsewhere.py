"""Figures that are not the act's own: those of a whole war, of another raid, of what might happen."""

from __future__ import annotations

import re

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.unharmed import KILLED

TOTAL = pattern(
    r"\bsince\s+(?:the\s+(?:[\w-]+\s+)?(?:war|start|beginning|outbreak|conflict|invasion|ceasefire|truce)|last|mid|early|late|"
    r"then|it\s|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|19|20)|"
    r"\w+\s+(?:began|started|took))"
    r"|\bso\s+far\s+this\b|\b(?:tens|hundreds)\s+of\s+thousands\b"
    r"|\bover\s+the\s+(?:past|last)\b|\b(?:in|by|during)\s+(?:19|20)\d\d\b|\bthis\s+year\b|\blast\s+(?:year|month)\b"
    r"|\bof\s+the\s+war\b",
    ignore_case=True,
)

_SINCE_DAYS = pattern(r"\bsince\s+(?:[\w'’]+\s+){0,8}?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

_ACTS = (
    r"(?:attacks?|(?:air\s?)?strikes?|(?:air\s?)?raids?|bombings?|incidents?|waves?|shelling|drones?|missiles?|"
    r"assaults?|explosions?|blasts?)"
)

#: words that lead to another act, wherever they stand
ANOTHER_ACT = pattern(
    r"\b(?:response\s+to|retaliation\s+(?:for|against)|reprisal\s+for|reply\s+to|revenge\s+for|answer\s+to|payback\s+for|"
    r"(?:responsible|blamed|wanted|sought)\s+(?:for|over)\s+(?:the|an?|two|three|several)\s|"
    r"(?:days?|weeks?|months?|years?)\s+(?:after|before)|after\s+losing|separately|recall\w*|anniversary|avenge\w*|"
    rf"(?:another|earlier|a\s+separate|other|past|previous|similar|like)\s+(?:\w+\s+)?{_ACTS}|another\s+such|"
    r"(?:following|after|mourn\w*)\s+the\s+(?:deaths?|killings?|loss|murder)\s+of|"
    r"(?:protests?|unrest|anger|outrage|fury|riots?|demonstrations?)\s+(?:\w+\s+){0,4}?over\s|"
    r"the\s+(?:day|week|month|year|night)\s+before|previously|triggered\s+by|reminder|(?:deadliest|worst)\b[^.;,]{0,40}?\bsince|ever\s+since)",
    ignore_case=True,
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

#: what parts the two acts of a headline, and an act with a name of its own before it
_PARTS = re.compile(r"(?:;|\s(?:as|while))\s")
_NAMED_ACT = re.compile(rf"(?:^|\s)[A-Z][\w-]+ {_ACTS}\b")

#: times that lead to an older act where the text has gone beyond its lead
PAST = pattern(
    r"\b(?:last\s+(?:week|month|year|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?)\s+(?:ago|earlier)"
    rf"|in\s+(?:early\s+|late\s+|mid-)?(?:{_MONTHS})(?:\s+[^\s\d]|,))",
    ignore_case=True,
)

OPENS_ELSEWHERE = pattern(
    r"(?:(?:(?:Only|Just|But|And|Not)\s+)?(?:The|the)\s+(?:day|week|night)\s+before|The\s+previous|A\s+(?:day|week|month)\s+earlier|(?:Two|Three|Four|"
    r"Several)\s+\w+\s+(?:earlier|ago|before)|"
    r"Last\s+(?:week|month|year)|In\s+(?:a\s+(?:separate|similar|previous|different)|an\s+earlier|other\s+(?:parts|districts|areas|regions|"
    r"provinces|villages|towns)|January|February|March|April|May|"
    r"June|July|August|September|October|"
    r"November|December|(?:19|20)\d\d)|Earlier|Previously|Separately|Elsewhere|Meanwhile)\b"
)

_IN_THE_WAR = pattern(
    r"(?:in|during|over|throughout)\s+(?:the|that|this|its|a|\w+\s+(?:weeks|months|years)\s+of)\s+(?:\w+\s+){0,3}"
    r"(?:war|conflict|insurgency|campaign|decades?|years|offensive)\b"
)

#: '... killed in revenge within two weeks to over 30', 'over the past ten days'
_WITHIN = pattern(
    r"\b(?:within|(?:in|over)\s+(?:the\s+)?(?:past|last))\s+(?:two|three|four|five|six|\d+|several)\s+(?:weeks|months|years)\b",
    ignore_case=True,
)
_NTH = pattern(r"\b(?:first|second|third|fourth|fifth|sixth|latest)\b", ignore_case=True)
_OF_THE_YEAR = pattern(r"\s*(?:[\w-]+\s+){0,2}?(?:so\s+far\s+)?this\s+(?:year|month)\b", ignore_case=True)
#: 'Since the strikes there have been 55 violations, with four killed'
_SINCE_THEN = pattern(r"(?:Ever\s+)?Since\b[^.;]{0,80}?\b(?:have|has)\s+(?:been\b|died|killed|\w+ed\b)")

#: 'in all 2,035 Palestinians have died in the war'
_DIED_IN_THE_WAR = pattern(
    r"\s*(?:[\w-]+\s+){0,4}?(?:have\s+|has\s+|had\s+)?(?:been\s+)?(?:died|killed|dead|lost\s+their\s+lives)\s+(?:in|during)\s+the\s+"
    r"(?:\w+\s+){0,2}(?:war|conflict|insurgency|campaign|offensive)\b",
    ignore_case=True,
)

#: 'the violence along the border has cost the lives of 170'
_HAS_COST = pattern(
    r"\b(?:violence|fighting|conflict|war|insurgency|hostilities|exchanges|bloodshed|campaign)\b[^.;,]{0,40}?\s"
    r"(?:has|have)\s+(?:also\s+|already\s+)?(?:claimed|cost|killed|left|taken)\b",
    ignore_case=True,
)

_CAN = pattern(r"\b(?:can|could|capable|able|would|may|might|will|threat\w*|designed|enough|risk\w*|if)\b")

_COULD_NOT = re.compile(
    r"\b(?:can|could)(?:\s?not|n['’]t|(?:\s+\w+)?\s+(?:judge|tell|see|say|confirm|establish|verify|be\s+confirmed))\b"
)

_DATED_THAT = pattern(
    r"(?:\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?\s+\d{1,2}"
    r"|\b\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|\bin\s+(?:19|20)\d\d|\b\w+day(?:['’]s)?|\bmonth(?:['’]s)?|\bweek(?:['’]s)?)\b"
    r"[^.]{0,50}\b(?:that|which|when|where)\b[^.]{0,20}$"
)

_CALENDAR = pattern(
    r"\b(?:(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?\s+\d{1,2}"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)\b"
)

_SPOKE = pattern(r"\b(?:said|says|say|told|announced|claimed|reported|according|stated|confirmed)\b")


_STOPS = re.compile(r"[;:—]")
_FIRST = re.compile(r"\bfirst\b[^,.;]{0,40}$|\b(?:deadliest|bloodiest|worst|biggest|heaviest|gravest)\b[^.;]{0,110}$")
_HAD_HARMED = re.compile(r"\bhad\s+(?:killed|wounded|injured)\b")
#: 'Ukraine will mourn on Sunday for the forty': they are dead
_WILL_MOURN = re.compile(r"\bwill\s+(?:\w+\s+)?(?:mourn|bury|honou?r|remember|pay\s+tribute|grieve|observe)\b")
#: what the news is that is feared: 'a raid that may have left as many as 100 dead'
_FEARED = re.compile(r"\b(?:may|might)\s+have\b")
#: 'may be dead', within the words of a figure
_MAY_BE = pattern(r"\b(?:may|might|could)\s+(?:have|be|also\s+be|now\s+be)\b", ignore_case=True)
#: so many are the dead of a war, beyond the lead
_DEAD_OF_A_WAR, _HURT_IN_A_WAR = 1_000, 10_000
#: '400 inmates have been killed in its jails in two years'
_IN_YEARS = pattern(
    r"[^.;,]{0,60}?\b(?:in|over|within|during)\s+(?:the\s+)?(?:last\s+|past\s+)?(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+|"
    r"a\s+(?:few|dozen)|a\s+couple\s+of|barely\s+\w+|just\s+over\s+a|less\s+than\s+a|under\s+a|a)\s+)?(?:months?|years?|decades?)\b",
    ignore_case=True,
)
_HAVE = pattern(r"\b(?:have|has)\b")
#: '39 people have now died in the unrest around the country', 'killed in the fighting'
_IN_THE_STRIFE = pattern(
    r"[^.;,]{0,50}?\b(?:in|during)\s+(?:the\s+|these\s+|this\s+)?(?:\w+\s+)?(?:fighting|violence|unrest|protests|clashes|hostilities|conflict|war|insurgency|"
    r"uprising|crackdown)\b|[^.;,]{0,50}?\b(?:nationwide|countrywide|(?:around|across)\s+the\s+country)\b",
    ignore_case=True,
)
#: '... were killed a week before near the border'
_WEEKS_BEFORE = pattern(
    r"[^.;]{0,50}?\b(?:a|one|two|three|four|several|some|the)\s+"
    r"(?:week|month|year)s?\s+(?:before|earlier|ago|previously)\b",
    ignore_case=True,
)
#: a figure that a later one has replaced: 'the ministry had earlier put it at 82'
_EARLIER = pattern(
    r"\b(?:earlier|previously|initially|at\s+first)\s+(?:(?:had|was|were|been)\s+)?(?:put|said|gave|given|reported|spoke|spoken|told|counted|announced|"
    r"claimed|estimated)\b|\b(?:put|reported|spoke|told|counted|spoken)\s+(?:earlier|initially|at\s+first)\b|\b(?:earlier|previous|initial)\s+"
    r"(?:toll|count|figures?|reports?|estimates?)\b",
    ignore_case=True,
)
#: where and when a message was sent: 'DAMASCUS, July 14 (Xinhua) --'
_DATELINE = pattern(r"[A-Z][^.;:!?\n]{2,60}?(?:--|—|–|\s-\s|\)|:)")


def is_whole(statement: Statement, sentence: Sentence) -> bool:
    """True for the total of a war or a year, and for a mere possibility."""
    text = sentence.text
    at = max(0, statement.start - sentence.start)
    if statement.count.best and sentence.paragraph > 0:
        within = _WITHIN.search(text[max(0, at - 60) : statement.end - sentence.start])
        if within is not None and not _NTH.search(text[:at]):
            return True
        if sentence.paragraph > 1 and _SINCE_THEN.match(text):
            return True
    lead = _STOPS.split(text[max(0, at - 60) : at])[-1]
    if sentence.paragraph <= 1:
        lead = _FEARED.sub(" ", lead)
    if _CAN.search(_WILL_MOURN.sub(" ", _COULD_NOT.sub(" ", lead))):
        return True
    after = statement.end - sentence.start
    if sentence.paragraph > 1 and _MAY_BE.search(text, at, after):
        return True
    most = _DEAD_OF_A_WAR if statement.kind == KILLED else _HURT_IN_A_WAR
    if (statement.count.best or 0) >= most and sentence.paragraph > 1:
        return True
    if statement.total and (statement.count.best or 0) >= 100 and _DIED_IN_THE_WAR.match(text[after : after + 80]):
        return True
    if (statement.count.best or 0) >= 10 and sentence.paragraph > 1 and _HAS_COST.search(text[:at]):
        return True
    if statement.total:
        return False
    if "since" in text and _SINCE_DAYS.search(text):
        return False  # a riot or battle of some days is one act
    if (statement.count.best or 0) >= 10 and _IN_THE_WAR.match(text[after : after + 80].lstrip()):
        return True
    whole = TOTAL.search(text)
    if whole and _FIRST.search(text[: whole.start()]):
        return False  # 'the first fair since 2011'
    have = sentence.paragraph > 0 and _HAVE.search(text, at, after) is not None
    if have and sentence.paragraph > 1 and (statement.count.best or 0) >= 2 and _IN_YEARS.match(text, after):
        return True
    reach = 60 if have else 25
    if whole is None or (whole.start() >= at and whole.start() - after >= reach):
        return False
    if (statement.count.best or 0) >= 2 and sentence.paragraph > 1 and _OF_THE_YEAR.match(text[after : after + 40]):
        return True  # 'Five UN troops have died this year'
    return (statement.count.best or 0) >= 10 or whole.start() < at or statement.count.vague


#: the words of a side that says that it did it: no count of those who picked up the dead
_BOAST = pattern(
    r"\b(?:claim(?:s|ed|ing)\s+(?:to\s+have|that\s+(?:it|its|they)|it\s|its\s|over\s|more\s+than\s|at\s+least\s|\w+\s+(?:dead|killed|killings)\b)|boast(?:s|ed)|"
    r"asserted|asserts|alleges|(?:says?|said|announced)\s+(?:that\s+)?(?:it|they|its\s+(?:\w+\s+)?(?:fighters|men|forces))\s+(?:had\s+|have\s+)?"
    r"(?:carried|killed|killing|attacked|wounded|destroyed))",
    ignore_case=True,
)
_SEVERAL = pattern(
    r"\b(?:two|three|four|five|six|several|separate|different)\s+(?:[\w-]+\s+){0,2}?(?:attacks|(?:air\s?)?strikes|(?:air\s?)?raids|bombings|assaults|ambushes)\b"
    r"|\bin\s+all\s+(?:two|three|four|five|six)\b",
    ignore_case=True,
)


def is_boast(sentence: Sentence) -> bool:
    """True where the sentence gives the word of a side for its own act."""
    return _BOAST.search(sentence.text) is not None


def is_of_several(statement: Statement, sentence: Sentence) -> bool:
    """True where the figure is of more acts than one: 'two attacks killed 31 soldiers'."""
    at, end = statement.start - sentence.start, statement.end - sentence.start
    return (statement.count.best or 0) >= 5 and any(
        mark.end() > at - 60 and mark.start() < end + 60 for mark in _SEVERAL.finditer(sentence.text)
    )


def is_dated(statement: Statement, sentence: Sentence) -> bool:
    """True where a day of the calendar stands before the figure, in a paragraph after the lead, or it was replaced."""
    if sentence.paragraph <= 1:
        return False
    text = sentence.text
    at, after = max(0, statement.start - sentence.start), statement.end - sentence.start
    day = _CALENDAR.search(text, 0, at)
    line = _DATELINE.match(text) if day is not None and day.start() < 40 and sentence.paragraph == 2 else None
    if day is not None and (line is None or line.end() < day.end() or _CALENDAR.search(text, day.end(), at)):
        return True
    if "earlier" in text or "initial" in text or "previous" in text or "first" in text:
        earlier = _EARLIER.search(text, 0, at)
        if earlier is not None and at - earlier.end() < 60:
            return True
    swept = (statement.count.best or 0) >= 5 and _HAVE.search(text, max(0, at - 12), after) is not None
    return swept and _IN_THE_STRIFE.match(text, after) is not None


def belongs_elsewhere(statement: Statement, sentence: Sentence) -> bool:
    """True where the words before a figure lead away from the act the article was written for: to another raid."""
    text = sentence.text
    at = max(0, statement.start - sentence.start)
    lead = text[:at]
    for mark in ANOTHER_ACT.finditer(lead):
        opening = mark.start() < 16 and mark.group().lower().endswith(("after", "before", "since"))
        if at - mark.end() < 140 and not (opening and re.search(r"[,:]\s", lead[mark.end() :])):
            return True
    if sentence.index > 0 and OPENS_ELSEWHERE.match(text):
        return True
    if sentence.paragraph <= 1:
        return False
    if any(at - mark.end() < 140 for mark in PAST.finditer(lead)):
        return True
    end = statement.end - sentence.start
    if (statement.count.best or 0) > 0 and PAST.match(text[end : end + 40].lstrip()):
        return True  # 'Six soldiers were wounded last month when ...'
    if _WEEKS_BEFORE.match(text, end):
        return True
    if _SPOKE.search(lead[-80:]) is None and _DATED_THAT.search(lead):
        return True
    return _HAD_HARMED.search(text[max(0, at - 60) : at + 30]) is not None and _SPOKE.search(text) is None


def of_the_other_half(statement: Statement, sentence: Sentence, start: int) -> bool:
    """Whether a headline tells two acts, and the figure stands with the one that does not begin at `start`: 'Group
    claims Mogadishu bomb as US strikes kill four'."""
    bounds = [sentence.start + mark.start() for mark in _PARTS.finditer(sentence.text)]
    half = [sum(at >= bound for bound in bounds) for at in (statement.start, start)]
    if half[0] == half[1]:
        return False
    low = bounds[half[0] - 1] if half[0] else sentence.start
    high = bounds[half[0]] if half[0] < len(bounds) else sentence.end
    return _NAMED_ACT.search(sentence.text[low - sentence.start : high - sentence.start]) is not None
