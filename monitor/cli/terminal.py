"""Text from outside on a terminal or in a spreadsheet: what would steer either is taken out."""

from __future__ import annotations

import re
import unicodedata

_STEERING = re.compile(
    r"\x1b\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)?"  # window titles, links, clipboard
    r"|\x1b[PX^_][^\x1b]{0,4096}(?:\x1b\\)?"
    r"|\x1b\[[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
    r"|\x9b[0-?]*[ -/]*[@-~]?"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain(text: object) -> str:
    """`text` on one line, without escape sequences, control characters and marks that turn the direction of writing."""
    bare = _STEERING.sub("", str(text))
    kept = ((" " if mark in "\t\n\r\x0b\x0c\x85\u2028\u2029" else mark) for mark in bare)
    return "".join(mark for mark in kept if unicodedata.category(mark) not in ("Cc", "Cf", "Cs", "Co", "Cn")).strip()


def indented(line: str) -> str:
    """`plain`, with the spaces that a laid-out line begins with."""
    return " " * (len(line) - len(line.lstrip(" "))) + plain(line)


def cell(value: object) -> str:
    """`value` for a cell of a CSV file: one that a spreadsheet would run as a formula gets a leading apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
