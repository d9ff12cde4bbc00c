"""Whether an authority stands behind a report: a ministry, a command or a spokesperson, on the record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence

_AUTHORITY = pattern(
    r"\b(?:[Mm]inistry|[Mm]inister|[Mm]ilitary|[Aa]rmy|[Nn]avy|[Pp]olice|CENTCOM|Centcom|Central\s+Command|IDF|"
    r"Pentagon|White\s+House|[Pp]resident|"
    r"[Gg]overnment|[Gg]overnor|[Mm]ayor|[Pp]rosecutors?|[Cc]ommittee|[Cc]oast\s+[Gg]uard|[Ss]pokes(?:man|"
    r"person|woman)|[Cc]ommander|[Cc]ouncil|"
    r"[Aa]ir\s+[Ff]orce|[Cc]ounter-?\s?[Tt]errorism|[Dd]efen[cs]e\s+Forces|[Ss]ervice|[Aa]dministration|"
    r"Department|[Cc]oalition)\b"
)
_SAYS = pattern(r"\b(?:said|says|confirmed|announced|reported|stated|wrote|told|declared|acknowledged|claimed)\b")
#: so many characters may stand between an authority and what it does, and no stop
_NEAR = 90
_STOP = re.compile(r"[.;]")
_ACCORDING_TO = pattern(
    r"\baccording\s+to\s+(?:the\s+|a\s+statement\s+(?:by|from)\s+(?:the\s+)?)?[^.,;]{0,40}\b(?:[Mm]inistry|"
    r"military|army|police|CENTCOM|Command|IDF|"
    r"Forces|governor|mayor|[Gg]uard|[Ss]ervice|Department|spokes\w+|[Cc]ommittee)\b"
)
_UNNAMED = pattern(
    r"\b(?:anonym\w+|condition\s+(?:of|they|that)|not\s+(?:be\s+)?named|declined\s+to\s+be|unnamed|"
    r"sources?\s+said|security\s+sources?)\b",
    ignore_case=True,
)


def is_official(sentences: Sequence[Sentence], where: Iterable[int]) -> bool:
    """True where an authority says it on the record in one of the sentences: a ministry, a command, a spokesperson."""
    return any(index < len(sentences) and _on_record(sentences[index].text) for index in where)


@lru_cache(maxsize=512)
def _on_record(text: str) -> bool:
    speaks = _speaks(text) or ("according" in text and _ACCORDING_TO.search(text) is not None)
    return speaks and not _UNNAMED.search(text)


def _speaks(text: str) -> bool:
    """Does an authority say, confirm or announce something, in the words behind its name?"""
    says = [match.start() for match in _SAYS.finditer(text)]
    if not says:
        return False
    for authority in _AUTHORITY.finditer(text, 0, says[-1]):
        after = authority.end()
        said = says[bisect_left(says, after)]
        if said - after <= _NEAR and _STOP.search(text, after, said) is None:
            return True
    return False
