"""Feeds added by command: kept in the database beside the configured ones, with secrets as references only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from monitor.errors import ConfigError
from monitor.sources import FeedOptions
from monitor.store import Store, cursors

_REFERENCE = re.compile(r"\$\{([^}]*)\}")


def named(feeds: Iterable[FeedOptions]) -> tuple[FeedOptions, ...]:
    """The feeds, each with a name of its own; what has none is called after its address."""
    taken: set[str] = set()
    found: list[FeedOptions] = []
    for each in feeds:
        parts = urlsplit(each.url)
        name = each.name.strip() or f"{(parts.hostname or each.url).removeprefix('www.')}{parts.path.rstrip('/')}"
        unique, count = name, 2
        while unique in taken:
            unique, count = f"{name} {count}", count + 1
        taken.add(unique)
        found.append(replace(each, name=unique))
    return tuple(found)


def all_feeds(store: Store, configured: Sequence[FeedOptions]) -> tuple[FeedOptions, ...]:
    """Configured feeds and those added by command; an address is taken once, as configured."""
    urls = {each.url for each in configured}
    return named([*configured, *(each for each in added(store) if each.url not in urls)])


def added(store: Store) -> tuple[FeedOptions, ...]:
    """The feeds added by command, secrets still as references."""
    return tuple(msgspec.json.decode(value, type=FeedOptions) for _, value in cursors.added_feeds(store))


def add(store: Store, feeds: Sequence[FeedOptions], now: datetime, *, configured: Sequence[FeedOptions] = ()) -> int:
    """Remembers these feeds, from the next look of a running daemon on; how many were new.

    Raises ConfigError for a secret written out: a database is copied and shown more lightly than a file of secrets.
    """
    for each in feeds:
        for secret in (each.password, each.token):
            if secret and not _REFERENCE.fullmatch(secret):
                raise ConfigError("give a secret as ${NAME} or ${file:PATH}, not written out")
    with store.transaction():
        there = all_feeds(store, configured)
        fresh = {each.url: each for each in reversed(feeds)}
        for each in there:
            fresh.pop(each.url, None)
        new = named([*there, *reversed(fresh.values())])[len(there) :]
        return sum(
            cursors.add_feed(store, url=each.url, name=each.name, value=msgspec.json.encode(each), at=now)
            for each in new
        )


def with_secrets(feed: FeedOptions, base: Path) -> FeedOptions:
    """The feed with its references filled in. Raises ConfigError where one leads nowhere."""

    def value_of(found: re.Match[str]) -> str:
        name = found.group(1)
        try:
            if name.startswith("file:"):
                path = base / name.removeprefix("file:")
                return path.read_text(encoding="utf-8").partition("\n")[0].strip()
            return os.environ[name]
        except (KeyError, OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"feed {feed.name}: the secret {name} is not there") from error

    def filled(secret: str | None) -> str | None:
        return _REFERENCE.sub(value_of, secret) if secret and "${" in secret else secret

    return replace(feed, username=filled(feed.username), password=filled(feed.password), token=filled(feed.token))
