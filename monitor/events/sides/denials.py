"""Who denies having done it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claim import Claim
from monitor.events.sides.named import Named

_DENIED = pattern(
    r"(?:['’]s)?(?:\s+(?:\w+\s+){0,4}?|\s*,[^,;.]{1,80},\s+)(?:has\s+|have\s+|had\s+)?(?:denied|denies|denying|"
    r"rejected|rejects|dismissed|dismisses|disputed)\s+"
    r"(?:any\s+|the\s+|being\s+|having\s+|that\s+|it\s+|responsibility|involvement|carrying|targeting|claims|"
    r"accusations|reports|allegations|striking|attacking|this)|"
    r"(?:\s+\([^)]{1,20}\))?(?:\s+(?:\w+\s+){0,3}?|\s*,[^,;.]{1,80},\s+)(?:(?:has|have|had)\s+)?(?:(?:distanced?|distances)\s+(?:itself|themselves)\s+from|"
    r"(?:said|says|say|insist(?:s|ed)?|stress(?:es|ed)?)\s+(?:that\s+)?(?:it|they)\s+(?:(?:has|have|had)\s+(?:nothing\s+to\s+do\s+with|"
    r"no\s+(?:hand|part|role|involvement)\s+in)|(?:was|were|is|are)\s+(?:not|neither)\s+(?:behind|responsible|involved)))\b"
)
_DENIES = pattern(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|distance|nothing\s+to\s+do|no\s+(?:hand|part|role|involvement)\s+in|"
    r"(?:not|neither)\s+(?:behind|responsible|involved))"
)
_WHICH_DENIES = pattern(r"\b(?:which|a\s+charge|an\s+accusation|something)\s+$")


def denials(document: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Claim]:
    """The sides that deny the act, in the order of the text."""
    if _DENIES.search(document) is None:
        return
    for side in named:
        if side.place:
            continue
        tail = document[side.end : min(sentences[side.sentence].end, side.end + 160)]
        match = _DENIED.match(tail)
        if match:
            yield Claim(side, side.start, side.end + match.end(), True)
        elif _WHICH_DENIES.search(document[max(0, side.start - 30) : side.start]) and re.match(
            r"\s+(?:denies|denied|rejects|rejected)\b", tail
        ):
            yield Claim(side, side.start, side.end + 8, True)
