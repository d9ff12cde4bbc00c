"""The words by which a side takes responsibility: 'claimed the attack', 'said it was behind it'."""

from __future__ import annotations

import re

from monitor.events.linear import pattern

TOOK = (
    r"claims\s+(?:(?-i:[A-Z])[\w-]+\s?){1,3}(?:[;,]|$)"
    r"|(?:claim(?:s|ed|ing)?|took|taken|takes|taking|assum(?:es|ed)|accept(?:s|ed)|admit(?:s|"
    r"ted))\s+(?:the\s+)?(?:full\s+|sole\s+)?(?:responsibility|credit)\b"
    r"|(?:claim(?:s|ed|ing)?|admit(?:s|ted)?|own(?:s|ed)?\s+up\s+to)\s+(?:(?:the|this|these|those|an|both|it|having|to\s+have|"
    r"its|their|carrying|being|a|several|more|many|"
    r"(?:\w+(?:['’]s)?\s+){0,2}(?:bombings?|bombs?|blasts?|raids?|ambush|killings?|hijacking|downing|hack|assault|attacks?|strikes?|abductions?)|responsib\w+|control|capture|full|strikes?|attacks?)\b)"
    r"|(?:said|says|say|saying)\s+(?:that\s+)?(?:the\s+\w+\s+(?:was|were)\s+(?:its|their)s?\b|(?:it|"
    r"they)\s+(?:(?:was|were|had\s+been)\s+(?:behind|responsible)|(?:had\s+|has\s+|have\s+)?(?:did|done)\s+(?:it|this))\b)"
    r"|(?:said|says|say|saying|boast(?:s|ed))\s+(?:(?:on|in|via|through)\s+[^,;.]{2,50}?\s+)?(?:that\s+)?(?:it|they)\s+(?:was|were|had\s+been)\s+"
    r"(?:the\s+ones?|its\s+(?:own\s+)?(?:men|fighters|people|members|brigade|forces))\s+(?:that|who|which)\b"
    r"|(?:did|had\s+done|has\s+done|have\s+done|was\s+behind|were\s+behind)\s+(?:it|this|so)\s*,\s+(?:said|says|according)\b"
    r"|(?:presented|hailed|described|celebrated)\s+(?:the|this)\s+(?:attack|operation|strike|raid|bombing)\s+as\b"
    r"|claims\s+(?:dozens|scores|several|many|two|three|four|five|\d+)\s+(?:of\s+)?(?:\w+\s+)?(?:rockets|missiles|drones|launches)\b"
    r"|(?:said|says|say|saying)\s+(?:that\s+)?it\s+(?:was|is|had\s+been)\s+(?:its|their|his)\s+(?:\w+['’]s\s+)?(?:work|doing|deed|operation)\b"
    r"|(?:made|makes|put\s+out|issued|posted|published|released)\s+(?:a|its|their)\s+(?:\w+\s+)?claim(?:\s+(?:on|in|of\s+resp\w+|via|through|for\s+(?:it|the|this))\b|\s*(?:[.;,]|$))"
    r"|took\s+it\s+on\s+itself|is\s+reported\s+to\s+have\s+admitted\b|asserted\s+responsibility"
)
TOOK_AFTER = pattern(rf"(?:{TOOK})", ignore_case=True)
OTHER_ATTACKS = pattern(
    r"\b(?:previous|earlier|many\s+of|most\s+of|similar|(?:dozens|scores|hundreds)\s+of\s+(?:\w+\s+)?(?:attacks|bombings|killings|raids|strikes|operations)|attacks?\s+(?:on|against|at)\s+(?:other|another)|past|in\s+the\s+past|"
    r"more\s+than\s+a\s+dozen|several\s+(?:other\s+)?attacks|other\s+attacks|has\s+done\s+this\s+before|"
    r"in\s+(?:19|20)\d\d|"
    r"repeatedly)\b",
    ignore_case=True,
)
_TOOK_SUBJECT = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?(?:\s*\([^)]{1,40}\))?(?:\s+and\s+(?:its\s+)?(?:affiliated\s+|allied\s+|"
    r"other\s+)?(?:groups|allies|factions))?"
    r"(?:\s*[,—–-][^;.]{1,150}?[,—–-]|\s*,\s+(?:an?|the|one\s+of)\s[^,;.]{1,80}?\s(?:which|that|who)\b)?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|has|have|had|also|later|now|then|"
    r"quickly|yesterday)){0,6}\s*,?\s*(?="
    rf"(?i:{TOOK}))",
)


def took(tail: str) -> int | None:
    """How far into `tail` a claim of responsibility reaches that this subject makes; None where it makes none."""
    start = _TOOK_SUBJECT.match(tail)
    if start is None:
        return None
    took = TOOK_AFTER.match(tail, start.end())
    return took.end() if took else None


#: one of which stands in all that `TOOK` fits; to look for them costs less
_TAKING = ("claim", "responsib", "credit", "admit", "owned up", " its", " their", "behind", "itself", "presented",
           "did ", "done ", "hailed", "described", "celebrated")  # fmt: skip


def takes(text: str) -> bool:
    """Whether words of responsibility stand anywhere in a sentence."""
    low = text.lower()
    return any(map(low.__contains__, _TAKING)) and TOOK_AFTER.search(text) is not None
