"""Where a site keeps its feeds. `links` runs in a worker."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml import html as lxml_html

#: where feeds usually are, for sites that do not say
USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/all.rss")
MAX_LINKS = 12

_FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml"}
)
_LIKE_FEED = re.compile(r"(?i)(?:\b|/)(?:rss|feeds?|atom|rdf)(?:\b|/|\.xml|$)|\.(?:rss|atom|rdf)$")


def links(markup: str, base: str) -> tuple[str, ...]:
    """Addresses of feeds that a page names, those it declares before those it merely links to."""
    try:
        root = lxml_html.document_fromstring(markup[:2_000_000])
    except (etree.LxmlError, ValueError, AssertionError):
        return ()
    declared = [
        element.get("href")
        for element in root.iter("link")
        if "alternate" in (element.get("rel") or "").lower()
        and (element.get("type") or "").split(";")[0].strip().lower() in _FEED_TYPES
    ]
    linked = [element.get("href") for element in root.iter("a") if _LIKE_FEED.search(element.get("href") or "")]
    found = [_absolute(href, base) for href in [*declared, *linked] if href]
    return tuple(dict.fromkeys(each for each in found if each))[:MAX_LINKS]


def usual(base: str) -> tuple[str, ...]:
    """Where to look on a site that names none."""
    return tuple(urljoin(base, path) for path in USUAL)


def _absolute(href: str, base: str) -> str | None:
    try:
        url = urljoin(base, href.strip())
        return url.split("#")[0] if urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None
