"""Where an expression stands in the sentences of a document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from monitor.events.sentences import Sentence


class Spots:
    """The places of one expression, sentence by sentence: each is searched once, however often it is asked about.

    A sentence of 50,000 characters may hold hundreds of acts and hundreds of times; to search what lies between each
    two of them would cost seconds."""

    __slots__ = ("_document", "_expression", "_known", "_sentences")

    def __init__(self, expression: re.Pattern[str], document: str, sentences: Sequence[Sentence]) -> None:
        self._expression = expression
        self._document = document
        self._sentences = sentences
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def within(self, index: int, left: int, right: int) -> list[tuple[int, int]]:
        """Where it stands inside document[left:right] of sentence `index`, in order."""
        starts, ends = self._known.get(index) or self._found(index)
        if not starts:
            return []
        first, last = bisect_left(starts, left), bisect_right(ends, right)
        return list(zip(starts[first:last], ends[first:last], strict=True))

    def count(self, index: int, left: int, right: int) -> int:
        """How often it stands inside document[left:right] of sentence `index`."""
        starts, ends = self._known.get(index) or self._found(index)
        return max(0, bisect_right(ends, right) - bisect_left(starts, left)) if starts else 0

    def _found(self, index: int) -> tuple[list[int], list[int]]:
        sentence = self._sentences[index]
        spans = [found.span() for found in self._expression.finditer(self._document, sentence.start, sentence.end)]
        known = self._known[index] = [start for start, _ in spans], [end for _, end in spans]
        return known
