"""Regular expressions in linear time, whatever the text: re2 behind the interface of `re`.

A search over a sentence costs about two microseconds and cannot blow up. Lookaround and back references are not to be
had; patterns that need them are matched with `re` at a known place.

The library's own wrapper costs more than most of the searches it wraps, so the engine is asked directly, in an alphabet
of one byte a character: a place in the bytes is the place in the text. Letters and marks that no expression tells apart
share one byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, cast

import re2

_ANCHORS: Any = re2._re2.RE2.Anchor
_ANYWHERE, _HERE, _WHOLE = _ANCHORS.UNANCHORED, _ANCHORS.ANCHOR_START, _ANCHORS.ANCHOR_BOTH

#: Latin-1, but for its control characters the marks that news is written with, and one byte for every other character
_MARKS = "‘’“”–—…‐‑ʼʻ€"
_OTHER = b"\x80"
_ALPHABET: Any = codecs.charmap_build(
    "".join(map(chr, range(0x80)))
    + "\ufffe"
    + _MARKS
    + "\ufffe" * (0x1F - len(_MARKS))
    + "".join(map(chr, range(0xA0, 0x100)))
)
codecs.register_error(
    "monitor.other",
    lambda error: (_OTHER * (error.end - error.start), error.end) if isinstance(error, UnicodeEncodeError) else ("", 0),
)


class _Found:
    """One match in ASCII text, with what is asked of a match."""

    __slots__ = ("_pattern", "_spans", "_text")

    def __init__(self, pattern: _Linear, text: str, spans: Any) -> None:
        self._pattern = pattern
        self._text = text
        self._spans = spans

    def _number(self, group: int | str) -> int:
        return group if isinstance(group, int) else self._pattern.groupindex[group]

    def group(self, group: int | str = 0) -> str | None:
        first, last = self._spans[self._number(group)]
        return None if first < 0 else self._text[first:last]

    __getitem__ = group

    def groups(self) -> tuple[str | None, ...]:
        return tuple(None if a < 0 else self._text[a:b] for a, b in self._spans[1:])

    def start(self, group: int | str = 0) -> int:
        return int(self._spans[self._number(group)][0])

    def end(self, group: int | str = 0) -> int:
        return int(self._spans[self._number(group)][1])

    def span(self, group: int | str = 0) -> tuple[int, int]:
        return cast("tuple[int, int]", self._spans[self._number(group)])

    @property
    def lastgroup(self) -> str | None:
        """The name of the group that ends last, the outermost of several."""
        ends = [end for _, end in self._spans[1:]]
        return self._pattern.names.get(ends.index(max(ends)) + 1) if ends else None


class _Linear:
    """A compiled expression: `re.Pattern` as far as this package asks it."""

    __slots__ = ("_asked", "fullmatch", "groupindex", "match", "names", "pattern", "search")

    def __init__(self, expression: str, wrapped: Any) -> None:
        self.pattern = expression
        self._asked = wrapped._regexp.Match
        self.groupindex = {name.decode(): int(number) for name, number in wrapped.groupindex.items()}
        self.search = self._anchored(_ANYWHERE)
        self.match = self._anchored(_HERE)
        self.fullmatch = self._anchored(_WHOLE)
        self.names = {number: name for name, number in self.groupindex.items()}

    def _anchored(self, anchor: Any) -> Callable[..., Any]:
        asked = self._asked

        def once(text: str, pos: int = 0, endpos: int | None = None) -> Any:
            last = len(text) if endpos is None or endpos > len(text) else endpos
            if pos > last:
                return None
            spans = asked(anchor, text.encode() if text.isascii() else _encoded(text), pos, last)
            return None if spans[0][0] < 0 else _Found(self, text, spans)

        return once

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[Any]:
        last = len(text) if endpos is None or endpos > len(text) else endpos
        raw = text.encode() if text.isascii() else _encoded(text)
        asked = self._asked
        found: list[_Found] = []
        while pos <= last:
            spans = asked(_ANYWHERE, raw, pos, last)
            first, after = spans[0]
            if first < 0:
                break
            found.append(_Found(self, text, spans))
            pos = after if after > pos else after + 1  # nothing, found right here: one character on
        return iter(found)


@lru_cache(maxsize=1_024)
def _encoded(text: str) -> bytes:
    """One byte for each character. A sentence is searched for many things, a document for more."""
    return codecs.charmap_encode(text, "monitor.other", _ALPHABET)[0]


def pattern(expression: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """A compiled expression; offsets of its matches count in the characters of the text, as with `re`.

    It may name the characters of Latin-1 and the marks of `_MARKS`; raises UnicodeEncodeError for any other."""
    options = re2.Options()
    options.max_mem = 1 << 26
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.encoding = re2.Options.Encoding.LATIN1
    return cast("re.Pattern[str]", _Linear(expression, re2.compile(_named(expression), options)))


def _named(expression: str) -> bytes:
    return codecs.charmap_encode(expression, "strict", _ALPHABET)[0]
