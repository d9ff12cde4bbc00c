"""Regular expressions in linear time, whatever the text: re2 behind the interface of `re`.

A search over a sentence costs about two microseconds and cannot blow up. Lookaround and back references are not to be
had; patterns that need them are matched with `re` at a known place.

The library's own wrapper costs more than most of the searches it wraps, so the engine is asked directly. In plain ASCII
a byte is a character; elsewhere characters are counted, but only about what was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import re2

_ANCHORS: Any = re2._re2.RE2.Anchor
_ANYWHERE, _HERE, _WHOLE = _ANCHORS.UNANCHORED, _ANCHORS.ANCHOR_START, _ANCHORS.ANCHOR_BOTH
_NOWHERE = (-1, -1)
_bytes, _characters = re2._re2.CharLenToBytes, re2._re2.BytesToCharLen


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

    def groupdict(self) -> dict[str, str | None]:
        return {name: self.group(number) for name, number in self._pattern.groupindex.items()}

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


def _counted(raw: bytes, spans: Any, at: int, pos: int) -> Any:
    """Spans of bytes as spans of characters; byte `at` is character `pos`."""
    return [
        span if span == _NOWHERE else (pos + _characters(raw, at, span[0]), pos + _characters(raw, at, span[1]))
        for span in spans
    ]


class _Linear:
    """A compiled expression: `re.Pattern` as far as this package asks it."""

    __slots__ = ("_engine", "_wrapped", "groupindex", "names")

    def __init__(self, wrapped: Any) -> None:
        self._wrapped = wrapped
        self._engine = wrapped._regexp
        self.groupindex: dict[str, int] = dict(wrapped.groupindex)
        self.names = {number: name for name, number in self.groupindex.items()}

    @property
    def pattern(self) -> str:
        return str(self._wrapped.pattern)

    def _once(self, anchor: Any, text: str, pos: int, endpos: int | None) -> Any:
        last = len(text) if endpos is None else min(endpos, len(text))
        if pos > last:
            return None
        raw = text.encode()
        if len(raw) == len(text):
            spans = self._engine.Match(anchor, raw, pos, last)
            return None if spans[0] == _NOWHERE else _Found(self, text, spans)
        first = _bytes(raw, 0, pos)
        spans = self._engine.Match(anchor, raw, first, first + _bytes(raw, first, last - pos))
        return None if spans[0] == _NOWHERE else _Found(self, text, _counted(raw, spans, first, pos))

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> Any:
        return self._once(_ANYWHERE, text, pos, endpos)

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> Any:
        return self._once(_HERE, text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> Any:
        return self._once(_WHOLE, text, pos, endpos)

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[Any]:
        last = len(text) if endpos is None else min(endpos, len(text))
        if pos > last:
            return
        raw = text.encode()
        plain = len(raw) == len(text)
        at = pos if plain else _bytes(raw, 0, pos)  #: in bytes what `pos` is in characters
        stop = last if plain else at + _bytes(raw, at, last - pos)
        while at <= stop:
            spans = self._engine.Match(_ANYWHERE, raw, at, stop)
            if spans[0] == _NOWHERE:
                return
            found = _Found(self, text, spans if plain else _counted(raw, spans, at, pos))
            yield found
            after = spans[0][1]
            pos = found.end()
            if after == at:  # nothing, found right here: one character on
                after += 1 if plain else max(1, _bytes(raw, at, 1))
                pos += 1
            at = after


def pattern(expression: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """A compiled expression; offsets of its matches count in the characters of the text, as with `re`."""
    options = re2.Options()
    options.max_mem = 1 << 26
    options.log_errors = False
    options.case_sensitive = not ignore_case
    return cast("re.Pattern[str]", _Linear(re2.compile(expression, options)))
