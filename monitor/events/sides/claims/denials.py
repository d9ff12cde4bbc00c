"""Who denies having done it, and whether that leaves the act in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import camp, state_by_code
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named
from monitor.types import Party

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
#: of one who was struck: that it befell him, and not that he did something himself
_IT_BEFELL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|disputed)\s+"
    r"(?:(?:(?:the|any|such|these|this|that)\s+)?(?:claims?|reports?|loss(?:es)?|losing)\b"
    r"(?!\s+that\s+(?:it|its|they|their|he|his)\b)|that\s+(?!(?:it|its|they|their|he|his)\b)|"
    r"(?:that\s+)?(?:it|they)\s+(?:had\s+|has\s+|have\s+)?lost\b)"
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


def disputes(denier: Party, doers: Iterable[Party], struck: Iterable[Party], told: str, words: str) -> bool:
    """Whether a denial in these `words` is one of the act: of a side that did it or may have, of anybody where nobody
    is known to have done it, or of one it befell (`struck`, or named in the sentence `told`) that says it did not."""
    known = [party for party in doers if party.name != "unknown"]
    if not known or any(_of_one_side(denier, party) for party in known):
        return True
    people = state_by_code(denier.country or "")
    befell = camp(denier) in told or (people is not None and people.spelling in told)
    befell = befell or any(_of_one_side(denier, party) for party in struck)
    return befell and _IT_BEFELL.search(words) is not None


def _of_one_side(a: Party, b: Party) -> bool:
    return camp(a) == camp(b) or (bool(a.country) and a.country == b.country and "group" not in (a.kind, b.kind))
