"""Places that a text names and no table knows: 'in Nampanha', 'near the village of Kan Gyi'.

What else the text names is not the place of the act then, at most its province or country. Only the form tells: a
capital behind words that lead to a place, and neither a day, a person nor a body of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from monitor.events.places.names import Mention
from monitor.events.sentences import Sentence

_KIND = r"(?:village|town|district|township|area|commune|locality|hamlet|settlement|community|post|division)"
_STRANGE = re.compile(
    r"\b(?:in|at|near|outside|around|entered|attacked|raided|hit|stormed|reached|"
    rf"{_KIND} of)\s+(?:the\s+)?(?:{_KIND} (?:of )?)?"
    r"(?P<name>[A-Z][\w'’-]+(?:[ -](?:[a-z]{1,3}-)?[A-Z][\w'’-]+)*)(?! (?:said|says|told)\b)"
)
_NO_PLACE = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december ramadan eid easter christmas congress parliament senate nato un eu islam muslim
    christian christians muslims twitter telegram facebook whatsapp x arabic english french russian operation covid
    president prime minister general colonel captain major sgt lt col gen dr mr mrs ms army navy police ministry
    security islamic state hamas hezbollah isis isil al-qaeda taliban boko haram""".split()
)


def names_unknown(document: str, sentence: Sentence, mentions: Iterable[Mention]) -> bool:
    """Whether a sentence names a place that is none of its `mentions`."""
    known = [(m.start, m.end) for m in mentions]
    for found in _STRANGE.finditer(document, sentence.start, sentence.end):
        start, end = found.span("name")
        word = re.split(r"[ ’']", found["name"], maxsplit=1)[0].lower()
        if word in _NO_PLACE or found["name"].isupper():
            continue
        if not any(s < end and start < e for s, e in known):
            return True
    return False
