"""How the sentence of a further act is built: whether it turns to something new or speaks of what is known.

'The raid', 'such attacks', 'nearly every day since October' speak of what the reader has heard of; 'In Tunis
protesters stormed ...', 'A second drone ...', 'On Thursday gunmen ...' turn to something new. Each cue is weak alone;
`standing` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.events.linear import pattern
from monitor.events.scan import Act, Line

#: right before the words of an act: what makes it a known one, and what a new one
_KNOWN = re.compile(
    r"\b(?:the|this|that|these|those|such|its|their|his|her|both|\w+[’']s?)(?:\s+[\w-]+){0,2}\s+[\"“‘']?$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:an?|another|one|two|three|four|five|several|more|fresh|new|\d+)(?:\s+[\w-]+){0,2}\s+[\"“‘']?$",
    re.IGNORECASE,
)
_BEFORE_CHARS = 45
#: what opens a sentence that turns to another place, and to another time
_PLACE = re.compile(
    r"(?:\W*(?:Elsewhere|Further|Farther|Meanwhile|Also|Separately),?\s+)?"
    r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ver|[Oo]ff|[Aa]cross)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}?[A-Z]"
)
_TIME = re.compile(
    r"\W*(?:(?:Late|Early|Only|Just|Also)\s+)?(?:[Oo]n\s+(?:\w+day|\w+\.?\s+\d|\d)|"
    r"(?:Earlier|Later|Yesterday|Overnight|Meanwhile|Hours|Minutes|The\s+(?:previous\s+)?(?:day|night|evening))\b|"
    r"(?:An?|One|Two|Three)\s+(?:hours?|days?|nights?)\b)"
)
#: what happens again and again is no incident
_AGAIN = pattern(
    r"\b(?:often|regularly|repeatedly|frequent(?:ly)?|routinely|(?:almost|nearly|near)\s+(?:every|daily)|"
    r"every\s+(?:day|night|few|week)|daily|each\s+time|for\s+(?:days|weeks|months|years|decades)|since|"
    r"in\s+recent\s+(?:days|weeks|months|years)|so\s+far|(?:over|in)\s+the\s+(?:past|last)|"
    r"this\s+(?:week|month|year)|a\s+(?:series|wave)\s+of|(?:has|have)\s+been\s+\w+ing|"
    r"(?:has|have)\s+(?:carried\s+out|launched|claimed)\s+(?:many|several|dozens|hundreds))\b",
    ignore_case=True,
)
#: what is weighed or explained is not reported
_WEIGHED = pattern(
    r"\b(?:analysts?|experts?|critics|observers|would|could|may|might|if|unless|"
    r"according\s+to\s+(?:the\s+)?(?:un|united\s+nations))\b",
    ignore_case=True,
)
#: an act told so early in its sentence is what the sentence is about
_HEAD_CHARS = 60


def cues(line: Line, act: Act) -> Mapping[str, float]:
    """What the build of an act's sentence says, each cue named in words."""
    text = line.sentence.text
    at = act.start - line.sentence.start
    before = text[max(0, at - _BEFORE_CHARS) : at]
    return {
        "a known thing": float(_KNOWN.search(before) is not None),
        "a new thing": float(_NEW.search(before) is not None),
        "opens with a place": float(_PLACE.match(text) is not None),
        "opens with a time": float(_TIME.match(text) is not None),
        "again and again": float(_AGAIN.search(text) is not None),
        "weighed or explained": float(_WEIGHED.search(text) is not None),
        "a quotation": float('"' in text or "“" in text),
        "at the head of its sentence": float(at < _HEAD_CHARS),
    }
