"""Folders and feeds → Item.

A source is asked for what is new; it answers with values and never writes anything down. Where it was left
(`FeedCursor`, `FileMark`, `EntryMark` of `types`) is passed in, and what is to be remembered is handed back beside the
items, so that whoever drives it can store both in one transaction.

    folder.py     files in a watched folder: the scan decides; watch.py only wakes it
    feeds.py      one body → entries; what is new among them
    http.py       the only way out to the network: guarded, bounded, with a deadline (connect.py, addresses.py)
    worker.py     child processes that can be killed; everything hostile is parsed there
    documents.py  bytes of a file → drafts            pages.py   the full text behind a teaser
    health.py     the state of a source, its next due time; pure
    dates.py  jsonfeed.py  opml.py  discover.py
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_network
from urllib.parse import urljoin, urlsplit

from monitor.types import Item, Sound

__all__ = ["Draft", "FeedOptions", "FolderOptions", "HttpOptions", "Refusal", "web_address"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderOptions:
    """One watched folder."""

    path: str  #: the folder
    name: str = "inbox"
    recursive: bool = True
    rest_s: float = 2.0  #: a file is read once its size and time have been still for this long
    held_s: float = 60.0  #: a still file that a writer keeps open is read after this long all the same
    scan_every_s: float = 60.0
    observer: str = "auto"  #: auto | polling (network shares give no events)
    max_bytes: int = 50_000_000
    after: str = "keep"  #: keep | move
    move_to: str | None = None  #: folder for read files when `after` is move; default '<path>/.read'
    outlet: str | None = None  #: stands in where a file does not name one
    tags: tuple[str, ...] = ()
    region: str | None = None
    trust: float = 0.5

    def __post_init__(self) -> None:
        if not self.path.strip():
            raise ValueError("the path of the folder is empty")
        if self.observer not in ("auto", "polling"):
            raise ValueError("observer is auto or polling")
        if self.after not in ("keep", "move"):
            raise ValueError("after is keep or move")
        if self.scan_every_s < 1 or self.rest_s < 0 or self.max_bytes < 1:
            raise ValueError("scan_every_s is at least 1, rest_s at least 0, max_bytes at least 1")
        _judge_trust(self.trust)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOptions:
    """One feed."""

    url: str
    name: str = ""  #: default: made from the address
    interval_s: float = 300.0  #: the shortest wait between two polls; it grows where the feed hardly ever changes
    outlet: str | None = None
    tags: tuple[str, ...] = ()
    region: str | None = None
    trust: float = 0.5
    full_text: bool = False  #: fetch the page behind each entry that is only a teaser
    quiet_first: bool = True  #: store what is there at first sight, but alert nobody
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)  #: sent as a bearer token
    enabled: bool = True

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise ValueError("the address of a feed begins with https:// or http://")
        if "@" in self.url.split("/")[2]:
            raise ValueError("credentials go into username and password, not into the address")
        if not self.interval_s >= 30:
            raise ValueError("interval_s is at least 30: publishers shut out who asks more often")
        _judge_trust(self.trust)


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpOptions:
    """How requests leave."""

    contact: str | None = None  #: address or page in the User-Agent, for the publisher's operator
    deadline_s: float = 30.0  #: for one fetch in all, redirects and look-ups included
    max_bytes: int = 10_000_000  #: after decompression
    max_redirects: int = 5
    ports: tuple[int, ...] = (80, 443, 8080, 8443)
    allow_networks: tuple[str, ...] = ()  #: private networks that may be asked all the same ('10.1.0.0/16')
    per_host: int = 2
    fetchers: int = 32  #: fetches at a time

    def __post_init__(self) -> None:
        for each in self.allow_networks:
            try:
                ip_network(each, strict=False)
            except ValueError as error:
                raise ValueError(f"{each!r} is no network; one is written 10.1.0.0/16") from error
        if not self.ports or not all(1 <= port <= 65535 for port in self.ports):
            raise ValueError("ports are numbers from 1 to 65535, at least one")
        if self.per_host < 1 or self.fetchers < 1 or self.deadline_s <= 0 or self.max_bytes < 1:
            raise ValueError("per_host, fetchers, deadline_s and max_bytes are above 0")


def _judge_trust(trust: float) -> None:
    if not 0 <= trust <= 1:
        raise ValueError("trust lies between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Sound):
    """One article as a document or a feed gave it, before it has a source. '' and None: not given."""

    key: str = ""
    guid: str = ""
    title: str = ""
    text: str = ""
    html: str = ""
    outlet: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_precision: str = "unknown"  #: minute | day | unknown
    tags: tuple[str, ...] = ()
    article_id: str | None = None
    notes: tuple[str, ...] = ()  #: what had to be mended or left out, in words

    def item(
        self,
        *,
        source: str,
        key: str,
        subject: str,
        received: datetime,
        outlet: str | None = None,
        tags: tuple[str, ...] = (),
        trust: float = 0.5,
        quiet: bool = False,
    ) -> Item:
        """This draft as an item of `source`; `outlet` stands in where the draft names none."""
        return Item(
            source=source,
            key=key,
            subject=subject,
            received=received,
            title=self.title,
            text=self.text,
            html=self.html,
            outlet=self.outlet or outlet,
            url=self.url,
            published=self.published,
            published_precision=self.published_precision,
            tags=tuple(dict.fromkeys((*tags, *self.tags))),
            trust=trust,
            quiet=quiet,
            article_id=self.article_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Sound):
    """Why a document or feed gave nothing. A value, so that it can cross from the worker process."""

    reason: str


def web_address(text: str, base: str) -> str | None:
    """An http address, made absolute with `base`, or None."""
    if not text:
        return None
    try:
        absolute = urljoin(base, text.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute[:2_000] if parts.scheme in {"http", "https"} and parts.hostname else None
