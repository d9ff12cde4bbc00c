"""The words of a sentence as names are looked up by them: cut, folded when asked for, joined where a name may go on."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from monitor.events.places.gazetteer import fold, fold_word

_TOKEN = re.compile(r"([A-Z]\.[A-Z]\.(?:[A-Z]\.)*+|[^\W_]++(?:['’ʼʻ‘`ʹ][^\W\d_]++)*+)")
_JOINTS = frozenset((" ", "-", "‑", "‐", "–", "'", "’", "\xa0"))
POSSESSIVES = ("'s", "’s", "'S", "’S")
#: a longer sentence is a table pasted as one line
_SENTENCE_CHARS = 3_000


class Words:
    """The words of one sentence, folded only when asked for."""

    __slots__ = ("_edges", "_pieces", "_start", "document", "gaps", "texts")

    def __init__(self, document: str, start: int, end: int) -> None:
        pieces = _TOKEN.split(document[start : min(end, start + _SENTENCE_CHARS)])  # a gap, a word, a gap ... a gap
        self.document = document
        self._start = start
        self._pieces = pieces
        self._edges: list[int] = []
        self.texts = pieces[1::2]
        self.gaps = pieces[2::2]  #: what stands behind each word

    def span(self, i: int) -> tuple[int, int]:
        """Where word i stands in the document. Counted only where a place is named."""
        if not self._edges:
            self._edges = list(accumulate(map(len, self._pieces), initial=self._start))
        return self._edges[2 * i + 1], self._edges[2 * i + 2]

    def __len__(self) -> int:
        return len(self.texts)

    def folded(self, i: int) -> str:
        """Word i as a key of the gazetteer."""
        return fold_token(self.texts[i])

    def joined(self, i: int) -> bool:
        """May word i and the next belong to one name?"""
        gap, text = self.gaps[i], self.texts[i]
        if gap in _JOINTS:
            # 'Iraq's Anbar' is two names
            return not (len(text) > 2 and text.endswith(POSSESSIVES))
        if gap == " (" or gap == ") ":  # 'Panatag (Scarborough) Shoal'
            return text[0].isupper()
        return gap == ". " and text in ("St", "Mt", "Ft", "N", "S")


@lru_cache(maxsize=20_000)
def fold_token(text: str) -> str:
    if "." in text:
        return fold(text)
    if len(text) > 2 and text.endswith(POSSESSIVES):
        text = text[:-2]
    return fold_word(text)
