"""Lists of feeds as other programs keep them: OPML in and out. `read` runs in a worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

import listparser

from monitor.sources import FeedOptions, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedList:
    """What a list holds."""

    feeds: tuple[FeedOptions, ...]
    left_out: tuple[str, ...] = ()  #: addresses that are none, or hold a login


def read(body: bytes) -> FeedList | Refusal:
    """The feeds in the list, once each; folders and categories become tags."""
    found = listparser.parse(body)
    feeds: dict[str, FeedOptions] = {}
    left_out: list[str] = []
    for each in found.get("feeds", ()):
        url = str(each.get("url") or "").strip()
        if not url or url in feeds:
            continue
        categories = [str(part) for path in each.get("categories", ()) for part in path]
        try:
            feeds[url] = FeedOptions(
                url=url,
                name=" ".join(str(each.get("title") or "").split())[:200],
                tags=tuple(dict.fromkeys(tag.strip()[:100] for tag in categories if tag.strip())),
            )
        except ValueError:
            left_out.append(url.rpartition("@")[2][:200])  # never the login
    if feeds:
        return FeedList(feeds=tuple(feeds.values()), left_out=tuple(left_out))
    trouble = found.get("bozo_exception")
    return Refusal(reason=f"no list of feeds{f': {str(trouble)[:200]}' if trouble else ''}")


def write(feeds: Iterable[FeedOptions]) -> str:
    """The feeds as OPML 2.0. Credentials stay out of it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<opml version="2.0">',
        "  <head><title>Feeds of the escalation monitor</title></head>",
        "  <body>",
    ]
    for each in feeds:
        fields = {"type": "rss", "text": each.name or each.url, "title": each.name or each.url, "xmlUrl": each.url}
        if each.tags:
            fields["category"] = ",".join(tag.replace(",", " ").replace("/", " ") for tag in each.tags)
        attributes = " ".join(f"{name}={quoteattr(_printable(value))}" for name, value in fields.items())
        lines.append(f"    <outline {attributes}/>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _printable(text: str) -> str:
    """What XML 1.0 can hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe"))
