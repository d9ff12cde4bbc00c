"""Bytes of one file → the articles in it. Runs in a worker.

Kinds are told by the name, and checked against the bytes. What a document says of itself (front matter, JSON fields,
mail headers) becomes fields; what it does not say stays unsaid.
"""

from __future__ import annotations

import email
import email.policy
import email.utils
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.message import EmailMessage
from typing import Any

import yaml

from monitor.sources import Draft, Refusal, charsets, jsonfeed
from monitor.sources.archives import read_gzip, read_warc
from monitor.sources.dates import NOTHING, Found, read_date
from monitor.sources.feeds import parse_feed
from monitor.sources.fragments import one_line, plain
from monitor.sources.office import read_docx, read_pdf
from monitor.types import Sound

MAX_TEXT = 500_000
MAX_HTML = 5_000_000
MAX_ITEMS = 10_000
_FRONT_BYTES = 8_192
#: faults of one file that are told one by one
_TOLD = 8

_TITLE = ("title", "headline", "name", "subject")
_TEXT = ("text", "maintext", "body", "content", "content_text", "article", "articlebody", "fulltext", "full_text")
_HTML = ("html", "content_html", "raw_html", "body_html")
_TEASER = ("description", "summary", "abstract", "excerpt")
_OUTLET = ("outlet", "publisher", "site_name", "sitename", "source_name", "source", "source_domain", "domain", "site")
_URL = ("url", "link", "canonical", "canonical_url", "source_url", "href", "permalink")
_DATE = (
    "published",
    "published_at",
    "publishedat",
    "date_publish",
    "date_published",
    "datepublished",
    "publish_date",
    "publication_date",
    "pubdate",
    "pub_date",
    "date",
    "datetime",
    "created_at",
    "created",
    "timestamp",
    "seendate",
)
_TAGS = ("tags", "keywords", "categories")
_LISTS = ("articles", "items", "results", "data", "documents", "docs", "entries", "stories", "news", "hits", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Sound):
    """The articles of one file."""

    drafts: tuple[Draft, ...]
    notes: tuple[str, ...] = ()  #: how it was read
    lost: tuple[str, ...] = ()  #: what had to be passed over, with its line or number


def read_documents(files: Sequence[tuple[str, bytes]], now: datetime) -> tuple[Document | Refusal, ...]:
    """`read_document` for several files in one go."""
    return tuple(read_document(name, body, now) for name, body in files)


def read_document(name: str, body: bytes, now: datetime) -> Document | Refusal:
    """The articles in a file of this name, or why there are none."""
    if not body.strip():
        return Refusal(reason="the file is empty")
    reader = READERS.get(suffix(name))
    if reader is None:
        return Refusal(reason=f"files of kind {suffix(name) or 'no suffix'!r} are not read")
    try:
        return reader(name, body, now)
    except RecursionError:
        return Refusal(reason="nested too deep")


def suffix(name: str) -> str:
    """'.jsonl', '.warc.gz', ...: what the kind is told by."""
    low = name.lower()
    if low.endswith(".warc.gz"):
        return ".warc.gz"
    dot = low.rfind(".")
    return low[dot:] if dot > low.rfind("/") + 1 else ""


def _text(name: str, body: bytes, now: datetime) -> Document | Refusal:
    """A bare text with or without front matter; its title and date are worked out when it is read as an article."""
    text, notes = _decoded(body)
    if text is None:
        return Refusal(reason="not text")
    fields, rest, lost = _front_matter(text)
    draft = _from_fields(fields, now) if fields else Draft()
    if suffix(name) in {".md", ".markdown"}:
        heading, rest = _markdown(rest)
        draft = replace(draft, title=draft.title or heading)
    rest = rest.strip()[:MAX_TEXT]
    if not rest and not draft.title and not draft.text:
        return Refusal(reason="the file is empty")
    return Document(drafts=(replace(draft, text=rest or draft.text),), notes=notes, lost=lost)


def _html(name: str, body: bytes, now: datetime) -> Document | Refusal:
    text, notes = _decoded(body[:MAX_HTML], charsets.declared(body))
    if text is None:
        return Refusal(reason="not text")
    return Document(drafts=(Draft(html=text),), notes=notes)


def _json(name: str, body: bytes, now: datetime) -> Document | Refusal:
    text, notes = _decoded(body)
    if text is None:
        return Refusal(reason="not text")
    try:
        document = json.loads(text)
    except ValueError as error:
        # one object a line under the wrong name
        lines = _lines(text, now)
        if len(lines.drafts) > 1:
            return lines
        return Refusal(reason=f"broken JSON: {error}")
    lost: list[str] = []
    drafts = tuple(_objects(document, now, lost))[:MAX_ITEMS]
    if not drafts:
        return Refusal(reason="no article in it: an object with 'text' or 'html' is looked for")
    return Document(drafts=drafts, notes=notes, lost=_some(lost))


def _jsonl(name: str, body: bytes, now: datetime) -> Document | Refusal:
    text, notes = _decoded(body)
    if text is None:
        return Refusal(reason="not text")
    found = _lines(text, now)
    if not found.drafts:
        return Refusal(reason=found.lost[0] if found.lost else "no article in it")
    return replace(found, notes=notes)


def _lines(text: str, now: datetime) -> Document:
    drafts: list[Draft] = []
    lost: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        within: list[str] = []
        try:
            found = list(_objects(json.loads(line), now, within))
        except (ValueError, RecursionError) as error:
            lost.append(f"line {number}: broken JSON: {str(error)[:120]}")
            continue
        lost += [f"line {number}: {each}" for each in within] if found else [f"line {number}: no article in it"]
        drafts += found
        if len(drafts) >= MAX_ITEMS:
            lost.insert(0, f"cut at {MAX_ITEMS} articles, line {number}")
            break
    return Document(drafts=tuple(drafts[:MAX_ITEMS]), lost=_some(lost))


def _some(lost: Sequence[str]) -> tuple[str, ...]:
    """The first few, and how many more there are."""
    return tuple(lost) if len(lost) <= _TOLD else (*lost[:_TOLD], f"and {len(lost) - _TOLD:,} more")


def _eml(name: str, body: bytes, now: datetime) -> Document | Refusal:
    try:
        return _mail(body, now)
    except (RecursionError, MemoryError):
        raise
    except Exception as error:  # a library door: odd headers make the parser stumble, each in another way
        return Refusal(reason=f"damaged mail: {type(error).__name__}: {str(error)[:200]}")


def _mail(body: bytes, now: datetime) -> Document | Refusal:
    message = email.message_from_bytes(body, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["subject"] or message["from"] or message["date"]):
        return Refusal(reason="not a mail: no subject, sender or date")
    part = message.get_body(preferencelist=("plain", "html"))
    text = ""
    if part is not None:
        raw = part.get_payload(decode=True)
        if isinstance(raw, bytes):
            text = charsets.decode(raw, part.get_content_charset())[0]
        text = plain(text) if part.get_content_type() == "text/html" else text
    sender, _address = email.utils.parseaddr(str(message["from"] or ""))
    published, precision = read_date(str(message["date"] or ""), now)
    subject = one_line(str(message["subject"] or ""))
    if not text.strip() and not subject:
        return Refusal(reason="the mail has no text")
    return Document(
        drafts=(
            Draft(
                guid=str(message["message-id"] or "").strip()[:500],
                title=subject,
                text=text.strip()[:MAX_TEXT],
                outlet=one_line(sender, 200) or None,
                published=published,
                published_precision=precision,
            ),
        )
    )


def _feed(name: str, body: bytes, now: datetime) -> Document | Refusal:
    found = parse_feed(body, url="", now=now)
    if isinstance(found, Refusal):
        return found
    drafts = tuple(replace(draft, outlet=draft.outlet or found.title or None) for draft in found.drafts)
    if not drafts:
        return Refusal(reason="a feed without entries")
    return Document(drafts=drafts, notes=found.notes, lost=found.lost)


def _gz(name: str, body: bytes, now: datetime) -> Document | Refusal:
    found = read_gzip(body)
    if isinstance(found, Refusal):
        return found
    inner = name[:-3]
    if suffix(inner) in {".gz", ".warc.gz", ".pdf", ".docx", ""}:
        return Refusal(reason=f"packed files of kind {suffix(inner) or 'no suffix'!r} are not read")
    return read_document(inner, found, now)


def _warc(name: str, body: bytes, now: datetime) -> Document | Refusal:
    drafts, notes = read_warc(body, now)
    return Document(drafts=drafts, notes=notes) if drafts else Refusal(reason="; ".join(notes) or "no page in it")


def _pdf(name: str, body: bytes, now: datetime) -> Document | Refusal:
    found = read_pdf(body, now)
    return found if isinstance(found, Refusal) else Document(drafts=(found,), notes=found.notes)


def _docx(name: str, body: bytes, now: datetime) -> Document | Refusal:
    found = read_docx(body, now)
    return found if isinstance(found, Refusal) else Document(drafts=(found,), notes=found.notes)


Reader = Callable[[str, bytes, datetime], Document | Refusal]
READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".md": _text,
    ".markdown": _text,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".eml": _eml,
    ".xml": _feed,
    ".rss": _feed,
    ".atom": _feed,
    ".rdf": _feed,
    ".gz": _gz,
    ".warc": _warc,
    ".warc.gz": _warc,
    ".pdf": _pdf,
    ".docx": _docx,
}


def _decoded(body: bytes, *encodings: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The text with plain line ends, or None for bytes that are none."""
    if charsets.binary(body):
        return None, ()
    text, note = charsets.decode(body, *encodings)
    stray = text.count("\0")
    notes = (note, f"{stray:,} NUL character{'s' if stray > 1 else ''} left out" if stray else "")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n"), tuple(filter(None, notes))


def _front_matter(text: str) -> tuple[Mapping[str, Any], str, tuple[str, ...]]:
    """The YAML between two '---' lines at the top, the rest, and its lines that are no YAML and were taken as they
    stand. What is no mapping counts as text."""
    if not text.startswith("---\n"):
        return {}, text, ()
    end = text.find("\n---", 3, _FRONT_BYTES)
    if end < 0 or text[end + 4 : end + 5] not in {"", "\n", " "}:
        return {}, text, ()
    lost: list[str] = []
    try:
        fields = yaml.safe_load(text[4 : end + 1])
    except (yaml.YAMLError, ValueError):
        fields = {}
        # 'title: Strike: three dead' is what people write, and is no YAML
        for number, line in enumerate(text[4:end].split("\n"), 2):
            name, colon, value = line.partition(":")
            if colon:
                fields[name.strip()] = value.strip().strip("\"'")
                if not _is_yaml(value):
                    lost.append(f"line {number}: {name.strip()[:60]} is no YAML, taken as it stands")
    if not isinstance(fields, dict) or not fields:
        return {}, text, ()
    newline = text.find("\n", end + 1)
    return fields, text[newline + 1 :] if newline >= 0 else "", _some(lost)


def _is_yaml(text: str) -> bool:
    try:
        yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return False
    return True


_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*_`\n]{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,400})\]\([^)\n]{0,1000}\)")
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")


def _markdown(text: str) -> tuple[str, str]:
    """The first heading, if the text opens with one, and the text without marks."""
    title = ""
    lines = text.strip().split("\n")
    if lines and (match := _HEADING.match(lines[0])):
        title, lines = one_line(match[1]), lines[1:]
    mended: list[str] = []
    for line in lines:
        heading = _HEADING.match(line)
        plain_line = heading[1] if heading else re.sub(r"^\s{0,3}(?:>\s?|[-*+]\s+)", "", line)
        mended.append(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", plain_line)))
    return title, "\n".join(mended)


def _objects(document: object, now: datetime, lost: list[str]) -> Iterator[Draft]:
    """The articles in a JSON value: an object, a list, or an object with a list under a usual name. What of a list is
    no article is put down in `lost`."""
    if isinstance(document, list):
        if len(document) > MAX_ITEMS:
            lost.append(f"cut at {MAX_ITEMS} of {len(document)} items")
        for number, member in enumerate(document[:MAX_ITEMS], 1):
            found = list(_objects(member, now, lost))
            if not found:
                lost.append(f"item {number}: no article in it")
            yield from found
        return
    if not isinstance(document, Mapping):
        return
    if jsonfeed.is_jsonfeed(document):
        yield from jsonfeed.drafts(document, now, MAX_ITEMS, str(document.get("home_page_url") or ""))
        return
    draft = _from_fields(document, now)
    if draft.text or draft.html or draft.title:
        yield draft
        return
    for name in _LISTS:
        inner = document.get(name)
        if isinstance(inner, list):
            yield from _objects(inner, now, lost)
            return


def _from_fields(given: Mapping[str, Any], now: datetime) -> Draft:
    """An article from named fields; names are matched without case."""
    fields = {str(name).strip().lower().replace("-", "_"): value for name, value in given.items()}
    text = _first(fields, _TEXT)
    html = _first(fields, _HTML)
    if text and not html and re.search(r"<(?:p|div|html|body|article)[\s>]", text[:5_000], re.IGNORECASE):
        if "<html" in text[:5_000].lower():
            text, html = "", text
        else:
            text = plain(text[:MAX_HTML])
    published, precision = _first_date(fields, now)
    identity = next(
        (fields[name] for name in ("id", "guid", "uuid", "_id") if isinstance(fields.get(name), str | int)), ""
    )
    tags = next((fields[name] for name in _TAGS if fields.get(name)), ())
    return Draft(
        guid=str(identity)[:500],
        title=one_line(_first(fields, _TITLE)),
        text=(text or ("" if html else plain(_first(fields, _TEASER)))).replace("\r\n", "\n").strip()[:MAX_TEXT],
        html=html[:MAX_HTML],
        outlet=one_line(_first(fields, _OUTLET), 200) or None,
        url=_first(fields, _URL)[:2_000] if _first(fields, _URL).startswith(("http://", "https://")) else None,
        published=published,
        published_precision=precision,
        tags=tuple(str(tag)[:100] for tag in (tags.split(",") if isinstance(tags, str) else tags)[:20])
        if isinstance(tags, str | list)
        else (),
    )


def _first(fields: Mapping[str, Any], names: Sequence[str]) -> str:
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):  # {"source": {"name": ...}}, {"title": {"rendered": ...}}
            value = value.get("name") or value.get("rendered") or value.get("title")
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _first_date(fields: Mapping[str, Any], now: datetime) -> Found:
    for name in _DATE:
        value = fields.get(name)
        if isinstance(value, date) and not isinstance(value, datetime):  # YAML reads 2025-06-15 as a date
            value = value.isoformat()
        found = read_date(value, now)
        if found[0] is not None:
            return found
    return NOTHING
