"""Pieces of HTML, as feeds and mails carry them → plain text in paragraphs.

Not for pages: a fragment has no furniture to tell from text, and what finds furniture throws short texts away.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from monitor.types import sound

_BLOCKS = frozenset(
    "address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(
    "script style template noscript iframe object embed svg math form button select head title figcaption".split()
)
_LOOKS_MARKED_UP = re.compile(r"<[a-zA-Z!/][^<>]{0,2000}>|&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SPACE = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200a\u202f\u3000]+")
_LINES = re.compile(r"\s*\n\s*(?:\n\s*)+")


def plain(value: str) -> str:
    """The text of a fragment, paragraphs split by blank lines; a text without markup comes back tidied."""
    if not _LOOKS_MARKED_UP.search(value):
        return tidy(value)
    if "<" not in value:
        return tidy(html.unescape(value))
    try:
        # `value` is text already; a declaration of encoding in it would make lxml refuse
        root = lxml_html.fragment_fromstring(_no_controls(sound(value)), create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return tidy(html.unescape(re.sub(r"<[^<>]*>", " ", value)))
    return tidy("".join(_pieces(root)))


def one_line(value: str, limit: int = 1_000) -> str:
    """A title: markup and line breaks gone, cut at `limit` characters."""
    return " ".join(plain(value[: limit * 20]).split())[:limit].strip()


def tidy(text: str) -> str:
    """Single spaces, single line breaks inside a paragraph, one blank line between paragraphs."""
    text = _SPACE.sub(" ", _no_controls(text))
    return _LINES.sub("\n\n", text).strip().replace(" \n", "\n").replace("\n ", "\n")


def _pieces(root: etree._Element) -> Iterator[str]:
    """Texts and breaks in document order, without recursion: hostile markup nests deep."""
    stack: list[tuple[str, etree._Element]] = [("open", root)]
    while stack:
        step, element = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "close":
            if tag in _BLOCKS:
                yield "\n\n"
            if element.tail and element is not root:
                yield element.tail.replace("\n", " ")
            continue
        stack.append(("close", element))
        if not tag or tag in _SILENT:
            continue
        if tag in _BLOCKS:
            yield "\n\n"
        if tag == "br":
            yield "\n"
        if element.text:
            yield element.text if tag == "pre" else element.text.replace("\n", " ")
        stack.extend(("open", child) for child in reversed(element))


def _no_controls(text: str) -> str:
    return (
        "".join(c for c in text if c in "\n\t" or (c >= " " and not "\x7f" <= c <= "\x9f"))
        if _CONTROL.search(text)
        else text
    )


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
