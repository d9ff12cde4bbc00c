"""Whose word an incident rests on: independent sources, copies left out."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from monitor.types import Event

#: sources trusted no further than this confirm nothing: a better one that joins them counts as the first
LOW_TRUST = 0.3
_COPY_FROM = 0.5


def owner(event: Event) -> str:
    """Whose word it is: a wire copy is the wire's, and all outlets of a house are one."""
    return (event.wire or event.publisher or event.outlet or event.source or event.article_id).casefold()


def told(event: Event) -> datetime | None:
    """When the report came out, as far as is known."""
    return event.published or event.received


def groups(events: Sequence[Event]) -> tuple[tuple[Event, ...], ...]:
    """The reports by independent source, the earliest first; near copies of one text are one source."""
    owners: dict[str, int] = {}
    digests: dict[str, int] = {}
    found: list[list[Event]] = []
    marks: list[list[frozenset[tuple[int, int]]]] = []
    for event in events:
        mark = _mark(event.signature)
        at = owners.get(owner(event))
        if at is None and event.digest:
            at = digests.get(event.digest)
        if at is None and mark:
            at = next((n for n, known in enumerate(marks) if any(_near(mark, each) for each in known)), None)
        if at is None:
            at = len(found)
            found.append([])
            marks.append([])
        found[at].append(event)
        if mark and len(marks[at]) < 4:
            marks[at].append(mark)
        owners.setdefault(owner(event), at)
        if event.digest:
            digests.setdefault(event.digest, at)
    return tuple(tuple(each) for each in found)


def trusted(events: Iterable[Event]) -> bool:
    """Whether one of the reports is of a source worth more than low trust."""
    return any(event.trust > LOW_TRUST for event in events)


@lru_cache(maxsize=1024)
def _mark(signature: bytes) -> frozenset[tuple[int, int]]:
    if not signature or len(signature) % 4:
        return frozenset()
    return frozenset(enumerate(struct.unpack(f">{len(signature) // 4}I", signature)))


def _near(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> bool:
    return len(a & b) >= _COPY_FROM * max(len(a), len(b))
