"""Bytes → text, with the encoding they are really in."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_GUESS_BYTES = 65_536
_WESTERN = "cp1252"


def marked(body: bytes) -> str | None:
    """The encoding its byte order mark names, or None."""
    return next((name for mark, name in _MARKS if body.startswith(mark)), None)


def declared(body: bytes) -> str | None:
    """The encoding the first lines of XML or HTML name, if Python knows it."""
    match = _DECLARED.search(body[:2_048])
    return known(match[1].decode("ascii")) if match else None


def known(name: str | None) -> str | None:
    """Python's name for an encoding of text, or None. UTF-7 is none: it smuggles markup."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    # `_is_text_encoding` keeps 'hex', 'zip' and their like out
    return found.name if found._is_text_encoding and found.name != "utf-7" else None


def decode(body: bytes, *encodings: str | None) -> tuple[str, str]:
    """The text, and a note where its encoding had to be guessed or bytes were lost ('' where all is well).

    A byte order mark wins, then UTF-8 where it fits (chance never makes UTF-8), then what is declared, then a guess.
    """
    if name := marked(body):
        text = body.decode(name, errors="replace").lstrip("\ufeff")
        return text, "some bytes are not text" if "\ufffd" in text else ""
    try:
        return body.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        # the last character may be cut off by a byte limit
        if error.start >= len(body) - 3:
            return body[: error.start].decode("utf-8"), ""
    for encoding in encodings:
        name = known(encoding)
        if name and name != "utf-8":
            try:
                return body.decode(_wider(name)), ""
            except (UnicodeDecodeError, LookupError):
                continue
    name = _guessed(body[:_GUESS_BYTES])
    return body.decode(name, errors="replace"), f"the encoding is not said; read as {name}"


def _guessed(body: bytes) -> str:
    """The likeliest encoding. In an English text a few accents fit the west of Europe and the east alike, and are
    nearly always of the west."""
    found = charset_normalizer.from_bytes(body)
    best = found.best()
    if best is None:
        return _WESTERN
    alike = (each for each in found if each.chaos <= best.chaos and each.coherence >= best.coherence)
    return _WESTERN if any(_WESTERN in each.could_be_from_charset for each in alike) else best.encoding


def _wider(name: str) -> str:
    """What is labelled Latin-1 is nearly always written in its Windows superset, as every browser assumes."""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}.get(name, name)


def binary(body: bytes) -> bool:
    """Whether these bytes are no text at all: many NUL bytes or control characters, and no Unicode mark."""
    if marked(body):
        return False
    head = body[:8_192]
    controls = sum(1 for byte in head if byte < 9 or 13 < byte < 27 or byte in (11, 28, 29, 30, 31))
    # a few among much text are a fault of what wrote it; in a short body, or at its head, they are its form
    few = 0 if b"\0" in head and (len(head) < 40 or b"\0" in head[:4]) else 4
    return controls > max(few, len(head) // 50)
