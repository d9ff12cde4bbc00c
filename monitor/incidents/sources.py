"""Whose word an incident rests on: independent sources, copies left out."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from operator import eq

from monitor.types import Event

_COPY_FROM = 0.5  #: share of word triples


def owner(event: Event) -> str:
    """Whose word it is, as words are compared; an article that says nothing of it is nobody else's."""
    return (event.owner or event.article_id).casefold()


def told(event: Event) -> datetime | None:
    """When the report came out, as far as is known."""
    return event.published or event.received


def groups(events: Sequence[Event]) -> tuple[tuple[Event, ...], ...]:
    """The reports by independent source, the earliest first; near copies of one text are one source."""
    owners: dict[str, int] = {}
    digests: dict[str, int] = {}
    found: list[list[Event]] = []
    signatures: list[list[bytes]] = []
    for event in events:
        at = owners.get(owner(event))
        if at is None and event.digest:
            at = digests.get(event.digest)
        if at is None and event.signature:
            alike = (any(near_copies(event.signature, each) for each in known) for known in signatures)
            at = next((n for n, copied in enumerate(alike) if copied), None)
        if at is None:
            at = len(found)
            found.append([])
            signatures.append([])
        found[at].append(event)
        if event.signature and len(signatures[at]) < 4:
            signatures[at].append(event.signature)
        owners.setdefault(owner(event), at)
        if event.digest:
            digests.setdefault(event.digest, at)
    return tuple(tuple(each) for each in found)


def near_copies(a: bytes, b: bytes) -> bool:
    """Whether two signatures are of one text: half of their hashes equal. As `articles.fingerprint.alike`, from which
    this stage is a stranger."""
    if not a or len(a) != len(b) or len(a) % 4:
        return False
    one = _hashes(a)
    same: int = sum(map(eq, one, _hashes(b)))
    return same >= _COPY_FROM * len(one)


@lru_cache(maxsize=2048)
def _hashes(signature: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(signature) // 4}I", signature)
