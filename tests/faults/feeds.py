"""Feeds made to measure."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape


def entry(
    number: int | str,
    *,
    title: str | None = None,
    text: str = "",
    guid: str | None = "",
    link: str | None = "",
    date: str = "",
) -> str:
    """One <item>. '' for guid and link makes one from the number; None leaves it out."""
    parts = [f"<title>{escape(title if title is not None else f'Report number {number} from the border town')}</title>"]
    if guid is not None:
        parts.append(f'<guid isPermaLink="false">{escape(guid or f"id-{number}")}</guid>')
    if link is not None:
        parts.append(f"<link>{escape(link or f'https://news.example/{number}')}</link>")
    if date:
        parts.append(f"<pubDate>{date}</pubDate>")
    parts.append(
        f"<description>{escape(text or f'airstrike at Place{number} on 2026-03-01 killed {number}')}</description>"
    )
    return f"<item>{''.join(parts)}</item>"


def rss(entries: Iterable[str], *, title: str = "Border Post", extra: str = "") -> str:
    """A whole feed of these."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://news.example/</link>{extra}{''.join(entries)}</channel></rss>"
    )
