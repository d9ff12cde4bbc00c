"""One feed body → its entries, whatever is wrong with it. Runs in a worker: a small body can hold a parser for minutes.

feedparser is given a `BytesIO` and never bytes or text: those it opens as a file or an address if they name one.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import feedparser

from monitor.sources import Draft, Refusal, charsets, jsonfeed, web_address
from monitor.sources.dates import NOTHING, Found, newest, read_date
from monitor.sources.fragments import one_line, plain
from monitor.types import Sound

MAX_BYTES = 10_000_000
MAX_ENTRIES = 2_000
MAX_TEXT = 500_000
CUT = f"more than {MAX_ENTRIES:,} entries; the newest taken"

_CLOSING = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ENTRY = re.compile(rb"<((?:\w+:)?(?:item|entry))[\s>].*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|feed|rdf))[\s>]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));")
_PAGE = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_LOGIN = re.compile(rb"""type\s*=\s*["']?password|\blog[ -]?in\b|\bsign[ -]?in\b""", re.IGNORECASE)
_CHALLENGE = re.compile(rb"captcha|just a moment|checking your browser|access denied|are you a robot", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed(Sound):
    """What one body gave."""

    drafts: tuple[Draft, ...]
    title: str = ""
    link: str = ""
    ttl_s: float | None = None  #: how long it asks to be left alone
    whole: bool = True  #: False: it broke off, whatever length the server said
    notes: tuple[str, ...] = ()  #: how it was read
    lost: tuple[str, ...] = ()  #: what had to be left out


def parse_feed(
    body: bytes, *, url: str, now: datetime, content_type: str = "", partial: bool = False
) -> Feed | Refusal:
    """The entries in the order of the body, the newest 2,000 at most; a Refusal where this is no feed at all."""
    notes: list[str] = []
    lost: list[str] = []
    if body[:2] == b"\x1f\x8b":
        body, broken = gunzip(body, MAX_BYTES)
        partial = partial or bool(broken)
        lost += [broken] if broken else []
    if len(body) > MAX_BYTES:
        body, partial = body[:MAX_BYTES], True
    if not body.strip():
        return Refusal(reason="the body is empty")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        return _parse_json(body, url, now)
    if partial:
        # what comes after the last whole entry is half an article; it will be there whole next time
        ends = [match.end() for match in _CLOSING.finditer(body)]
        body = body[: ends[-1]] if ends else body
        lost.append("the body broke off; whole entries kept")
    given = body = _REFERENCE.sub(_character, body)
    body, content_type, note = _in_utf8(body, content_type)
    notes += [note] if note else []
    found = _feedparser(body, content_type)
    if not found.get("entries"):
        bare = _feedparser(given, "")  # what the server said of it, or our own guess, may be what is wrong
        found = bare if bare.get("entries") else found
    entries = found.get("entries") or []
    if not entries and not found.get("version"):
        return Refusal(reason=_what_else(body, found))
    if found.get("bozo") and not isinstance(found.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        notes.append(f"not well-formed: {str(found.get('bozo_exception'))[:200]}")
    if found.get("unread"):
        lost.append(f"entries that could not be read: {found['unread']} ({str(found.get('bozo_exception'))[:200]})")
    if len(entries) > MAX_ENTRIES:
        entries = [entries[n] for n in newest([_date(entry, now)[0] for entry in entries], MAX_ENTRIES)]
        lost.append(CUT)
    head = found.get("feed") or {}
    return Feed(
        drafts=tuple(_draft(entry, url, now) for entry in entries),
        title=one_line(_text(head.get("title")), 300),
        link=web_address(_text(head.get("link")), url) or "",
        ttl_s=_ttl(head),
        whole=not partial and not _broken_off(body),
        notes=tuple(notes),
        lost=tuple(lost),
    )


def gunzip(body: bytes, limit: int) -> tuple[bytes, str]:
    """What is packed in it, at most `limit` bytes, and in words what is wrong ('' where it is whole)."""
    out = bytearray()
    rest = body
    try:
        while rest[:2] == b"\x1f\x8b" and len(out) <= limit:  # members follow each other in one file
            unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += unpack.decompress(rest, limit + 1 - len(out))
            if not unpack.eof:
                return bytes(out[:limit]), "the compressed file is cut short or too large when unpacked"
            rest = unpack.unused_data
    except zlib.error as error:
        return bytes(out[:limit]), f"the compressed file is damaged: {error}"
    return bytes(out[:limit]), "too large when unpacked" if len(out) > limit else ""


def _feedparser(body: bytes, content_type: str) -> Mapping[str, Any]:
    """What feedparser makes of it. Where one entry makes it raise, the others are read without that one."""
    try:
        return _parsed(body, content_type)
    except (RecursionError, MemoryError):
        raise
    except Exception as error:  # a library door: it raises whatever its handlers of rare elements stumble over
        chunks = [match.span() for match in _ENTRY.finditer(body)]
        if len(chunks) > MAX_ENTRIES:  # not dated yet: those at both ends, and one to tell of the rest
            chunks = [chunks[n] for n in newest([None] * len(chunks), MAX_ENTRIES + 1)]
        if not chunks:
            return {"bozo": True, "bozo_exception": error}
        head = body[: chunks[0][0]]
        whole: dict[str, Any] = {"entries": [], "version": "", "bozo": True, "bozo_exception": error, "unread": 0}
        for start, end in chunks:
            try:
                part = _parsed(head + body[start:end], content_type)
            except Exception:  # this is the one
                whole["unread"] += 1
                continue
            whole["feed"] = whole.get("feed") or part.get("feed")
            whole["entries"] += part.get("entries") or []
        return whole


def _parsed(body: bytes, content_type: str) -> Mapping[str, Any]:
    # no content-location: guids would be made absolute with it, and change with the address of the feed
    headers = {"content-type": content_type} if content_type else {}
    found: Mapping[str, Any] = feedparser.parse(
        BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    return found


def _parse_json(body: bytes, url: str, now: datetime) -> Feed | Refusal:
    try:
        document = json.loads(charsets.decode(body)[0])
    except (ValueError, RecursionError) as error:
        return Refusal(reason=f"broken JSON: {str(error)[:200]}")
    if not jsonfeed.is_jsonfeed(document):
        return Refusal(reason="JSON, but not a feed")
    drafts = jsonfeed.drafts(document, now, MAX_ENTRIES, url)
    cut = (CUT,) if len(document["items"]) > MAX_ENTRIES else ()
    return Feed(
        drafts=drafts,
        lost=cut,
        title=one_line(str(document.get("title") or ""), 300),
        link=web_address(str(document.get("home_page_url") or ""), url) or "",
    )


def _in_utf8(body: bytes, content_type: str) -> tuple[bytes, str, str]:
    """The body as UTF-8 where feedparser would lose it: wide encodings without a declaration, and no declaration."""
    mark = charsets.marked(body)
    mark = mark or _unmarked_wide(body)
    if not mark or mark == "utf-8":
        if mark or "charset" in content_type.lower() or charsets.declared(body[:200]):
            return body, content_type, ""
        try:
            body.decode("utf-8")
            return body, _utf8_type(content_type), ""
        except UnicodeDecodeError:
            text, note = charsets.decode(body)
    else:
        text, note = body.decode(mark, errors="replace").lstrip("\ufeff"), ""
    return _DECLARATION.sub("", text).encode("utf-8", errors="replace"), _utf8_type(content_type), note


def _character(reference: re.Match[bytes]) -> bytes:
    """The reference; U+FFFD for one that means no character, over which feedparser would lose the whole entry."""
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    digits = digits.lstrip(b"0")
    code = int(digits or b"0", base) if len(digits) <= 7 else 0x110000
    return b"&#xFFFD;" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else reference[0]


def _broken_off(body: bytes) -> bool:
    """Whether the end of the root element is missing: the server was cut off, and gave the length of what it had."""
    root = _ROOT.search(body[:8_192])
    return root is not None and b"</" + root[1].lower() not in body[-8_192:].lower()


def _unmarked_wide(body: bytes) -> str | None:
    """The wide encoding whose '<' the body starts with."""
    starts = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
    return next((name for start, name in starts if body.startswith(start)), None)


def _utf8_type(content_type: str) -> str:
    return (content_type.split(";")[0].strip() or "application/xml") + "; charset=utf-8"


def _draft(entry: Mapping[str, Any], url: str, now: datetime) -> Draft:
    published, precision = _date(entry, now)
    title = entry.get("title_detail") or {}
    raw_title = _text(entry.get("title"))[:20_000]
    return Draft(
        guid=_text(entry.get("id"))[:2_000],
        title=one_line(raw_title)
        if "html" in _text(title.get("type")) or "&" in raw_title
        else " ".join(raw_title.split())[:1_000],
        text=plain(_body(entry)[:MAX_TEXT]),
        outlet=_outlet(entry),
        url=_address(entry, url),
        published=published,
        published_precision=precision,
        tags=tuple(
            dict.fromkeys(" ".join(_text(tag.get("term")).split())[:100] for tag in (entry.get("tags") or [])[:20])
        ),
    )


def _body(entry: Mapping[str, Any]) -> str:
    """The longest of what the entry carries as its text."""
    parts = [_text(part.get("value")) for part in (entry.get("content") or [])[:10]]
    return max([*parts, _text(entry.get("summary"))], key=len)


def _date(entry: Mapping[str, Any], now: datetime) -> Found:
    for name in ("published", "created", "issued", "updated", "modified", "date"):
        # 'updated' stands in for 'published' with a warning in feedparser when read by attribute; `in` asks plainly
        if name not in entry:
            continue
        found = read_date(entry.get(name), now, entry.get(f"{name}_parsed"))
        if found[0] is not None:
            midnight = "00:00:00" in _text(entry.get(name)) and found[0].minute == 0
            return (found[0], "day") if midnight else found  # a date whose time was filled in
    return NOTHING


def _outlet(entry: Mapping[str, Any]) -> str | None:
    """Who first published it, where an aggregating feed says so."""
    source = entry.get("source")
    name = one_line(_text(source.get("title")), 200) if isinstance(source, Mapping) else ""
    return name or None


def _address(entry: Mapping[str, Any], base: str) -> str | None:
    guid, link = _text(entry.get("id")), _text(entry.get("feedburner_origlink")) or _text(entry.get("link"))
    if link == guid and not link.startswith(("http://", "https://")):
        link = ""  # feedparser takes any guid for a link where there is none
    return web_address(link, base) or (guid if guid.startswith(("http://", "https://")) else None)


def _ttl(head: Mapping[str, Any]) -> float | None:
    """Minutes of <ttl>, or the syndication module's period and frequency."""
    try:
        if head.get("ttl"):
            return max(0.0, float(_text(head["ttl"]))) * 60
        period = {"hourly": 3600.0, "daily": 86400.0, "weekly": 604800.0, "monthly": 2.6e6, "yearly": 3.15e7}.get(
            _text(head.get("sy_updateperiod")).strip().lower()
        )
        return period / max(1.0, float(_text(head.get("sy_updatefrequency")) or 1)) if period else None
    except (ValueError, OverflowError):
        return None


def _what_else(body: bytes, found: Mapping[str, Any]) -> str:
    """What the server gave instead of a feed."""
    head = body[:20_000]
    if _PAGE.search(head):
        if _LOGIN.search(head):
            return "a login page, not a feed"
        return "a challenge page, not a feed" if _CHALLENGE.search(head) else "a web page, not a feed"
    if charsets.binary(head):
        return "not text, so not a feed"
    trouble = found.get("bozo_exception")
    return f"not a feed{f': {str(trouble)[:200]}' if trouble else ''}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
