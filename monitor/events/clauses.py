"""The clause of a sentence that a word stands in."""

from __future__ import annotations

from monitor.events.scan import STOP, SYMBOL, Line

_BREAK = SYMBOL["BREAK"]


def clause(line: Line, at: int) -> tuple[int, int]:
    """The positions (first, after last) of the clause that word `at` stands in."""
    known = line.clauses.get(at)
    if known is None:
        symbols = line.symbols
        first = max(symbols.rfind(STOP, 0, at), symbols.rfind(_BREAK, 0, at)) + 1
        ends = [end for end in (symbols.find(STOP, at + 1), symbols.find(_BREAK, at + 1)) if end >= 0]
        known = line.clauses[at] = first, min(ends, default=len(symbols))
    return known
