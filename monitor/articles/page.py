"""The article inside an HTML page, or the text of an HTML fragment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from monitor.articles import dates

#: a page is cut here at once; some carry two megabytes of program and state before the article
MAX_MARKUP = 10_000_000
#: and here, without its programs; 50,000 paragraphs took five seconds, and no article is this long
MAX_CHARACTERS = 1_500_000

_DOCUMENT = re.compile(r"(?i)<(?:html|body|head|article|main|nav|!doctype)\b")
_ABSOLUTE = re.compile(r"(?i)https?://[^/\s]")
_PROGRAM = re.compile(r"<(?P<tag>script|style|SCRIPT|STYLE)\b[^<>]{0,2000}>")
_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header "
    "footer figure figcaption pre hr dd dt".split()
)
_UNSEEN = frozenset(
    "script style noscript template iframe svg math object embed form button select textarea head".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of its article. Empty strings and None mean that it does not say."""

    text: str
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    precision: str = "unknown"


def read(markup: str) -> Page:
    """The article in `markup`, and what the page says about it; a fragment gives its text alone."""
    markup = _without_programs(markup[:MAX_MARKUP])[:MAX_CHARACTERS].replace("\x00", "")
    if not markup.strip():
        return Page(text="")
    if not _DOCUMENT.search(markup[:4_000]):
        return Page(text=fragment(markup))
    tree = _tree(markup)
    if tree is None:
        return Page(text="")
    said = _metadata(tree)
    text = trafilatura.extract(markup, include_comments=False, include_tables=False, include_formatting=False) or ""
    if len(text) < 80:
        body = tree.find("body")
        plain = _text_of(body if body is not None else tree)
        text = plain if len(plain) > len(text) else text
    return Page(text=text, **said)


def fragment(markup: str) -> str:
    """The visible words of a piece of HTML, a blank line between its blocks."""
    tree = _tree(f"<div>{markup[:MAX_CHARACTERS]}</div>")
    return "" if tree is None else _text_of(tree)


def _without_programs(markup: str) -> str:
    """`markup` without scripts (but for linked data) and styles. One pass: an unclosed one ends the page."""
    if len(markup) < MAX_CHARACTERS:
        return markup
    pieces: list[str] = []
    at = 0
    for found in _PROGRAM.finditer(markup):
        if found.start() < at or "ld+json" in found.group():
            continue
        end = markup.find(f"</{found['tag'].lower()}", found.end())
        if end < 0:
            break
        pieces.append(markup[at : found.start()])
        at = end
    pieces.append(markup[at:])
    return "".join(pieces)


def _tree(markup: str) -> Any:
    try:
        # Bytes with a named encoding: lxml refuses a string that carries its own declaration.
        parser = lxml.html.HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _text_of(root: Any) -> str:
    """Iterative, for a page nested ten thousand deep must not exhaust the stack."""
    pieces: list[str] = []
    hidden = 0
    for action, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if action == "start":
            if tag in _UNSEEN:
                hidden += 1
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if node.text and not hidden:
                pieces.append(re.sub(r"\s+", " ", node.text))
        else:
            if tag in _UNSEEN:
                hidden -= 1
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if node.tail and not hidden and node is not root:
                pieces.append(re.sub(r"\s+", " ", node.tail))
    return re.sub(r" ?\n\s*\n ?", "\n\n", "".join(pieces)).strip()


def _metadata(tree: Any) -> dict[str, Any]:
    """Title, outlet, address and time from the page's head: Open Graph, schema.org, then plain tags."""
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").lower()
        content = (node.get("content") or "").strip()
        if name and content:
            meta.setdefault(name, content)
    linked = list(_linked_data(tree))
    article = next((entry for entry in linked if entry.get("headline") or entry.get("datePublished")), {})

    title = meta.get("og:title") or str(article.get("headline") or "") or meta.get("twitter:title") or ""
    if not title:
        heading = next(iter(tree.iter("h1")), None)
        if heading is None:
            heading = next(iter(tree.iter("title")), None)
        title = " ".join(heading.text_content().split()) if heading is not None else ""
    publisher = article.get("publisher")
    named = publisher.get("name") if isinstance(publisher, dict) else None
    canonical = next(
        (node.get("href") for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical"), None
    )

    times = (
        meta.get("article:published_time"),
        article.get("datePublished"),
        meta.get("og:published_time"),
        meta.get("datepublished"),
        meta.get("pubdate"),
        meta.get("publishdate"),
        meta.get("publish-date"),
        meta.get("parsely-pub-date"),
        meta.get("sailthru.date"),
        meta.get("dc.date.issued"),
        meta.get("dc.date"),
        meta.get("date"),
        *(node.get("datetime") for node in list(tree.iter("time"))[:3]),
    )
    published, precision = None, "unknown"
    for value in times:
        if isinstance(value, str) and (at := dates.parse(value)):
            zoned = bool(re.search(r"\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$", value.strip()))
            published, precision = at, "minute" if zoned else "day"
            break
    return {
        "title": title[:1_000],
        "outlet": (meta.get("og:site_name") or (named if isinstance(named, str) else None) or "")[:200] or None,
        "url": next((one for one in (canonical, meta.get("og:url")) if one and _ABSOLUTE.match(one)), None),
        "published": published,
        "precision": precision,
    }


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, graphs opened; broken blocks are passed over."""
    for node in list(tree.iter("script"))[:200]:
        if (node.get("type") or "").lower() != "application/ld+json" or not node.text or len(node.text) > 200_000:
            continue
        try:
            found = json.loads(node.text, strict=False)
        except (ValueError, RecursionError):
            continue
        entries = found if isinstance(found, list) else [found]
        for entry in entries:
            if isinstance(entry, dict):
                graph = entry.get("@graph")
                yield from (
                    part for part in [entry, *(graph if isinstance(graph, list) else [])] if isinstance(part, dict)
                )
