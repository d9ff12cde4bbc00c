"""JSON Feed 1.0 and 1.1 → drafts. feedparser cannot read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from monitor.sources import Draft, web_address
from monitor.sources.dates import Found, newest, read_date
from monitor.sources.fragments import one_line, plain


def is_jsonfeed(document: object) -> bool:
    """Whether this JSON says it is a JSON Feed, or is plainly one that forgot to."""
    if not isinstance(document, Mapping) or not isinstance(document.get("items"), list):
        return False
    return "jsonfeed" in str(document.get("version", "")) or "feed_url" in document or "home_page_url" in document


def drafts(document: Mapping[str, Any], now: datetime, limit: int, base: str) -> tuple[Draft, ...]:
    """Its items, the newest `limit` at most; what is no object is passed over. `base` makes addresses absolute."""
    items = [item for item in document["items"] if isinstance(item, Mapping)]
    taken = newest([_date(item, now)[0] for item in items], limit)
    return tuple(_draft(items[n], now, base) for n in taken)


def _date(item: Mapping[str, Any], now: datetime) -> Found:
    return read_date(item.get("date_published") or item.get("date_modified"), now)


def _draft(item: Mapping[str, Any], now: datetime, base: str) -> Draft:
    published, precision = _date(item, now)
    given = (item.get(key) for key in ("url", "external_url"))
    link = next((found for each in given if isinstance(each, str) and (found := web_address(each, base))), None)
    body = next((str(item[key]) for key in ("content_html", "content_text", "summary") if item.get(key)), "")
    tags = item.get("tags")
    return Draft(
        guid=str(item["id"])[:2_000] if item.get("id") is not None else "",
        title=one_line(str(item.get("title") or "")),
        text=plain(body[:500_000]),
        url=link,
        published=published,
        published_precision=precision,
        tags=tuple(str(tag)[:100] for tag in tags[:20]) if isinstance(tags, list) else (),
    )
