"""Incidents in a store of their own, and events that ask for them."""

from __future__ import annotations

from dataclasses import replace

from monitor.pipeline import ingest
from monitor.store import Store
from monitor.types import Event, When
from tests.fakes import FLOW, NOON, item


def put(store: Store, *lines: str) -> list[str]:
    """Take in one article a line; the ids of the incidents."""
    results = [ingest(item(f"The {line}."), FLOW, store, NOON) for line in lines]
    return [str(result.decisions[0].incident_id) for result in results]


def asked(line: str, when: When | None = None, **more: object) -> Event:
    """An event that is not stored."""
    event = FLOW.read(FLOW.extract(item(f"The {line}."))).events[0]
    return replace(event, when=when or event.when, **more)  # type: ignore[arg-type]
