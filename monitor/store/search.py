"""Words of incidents, for finding: SQLite's own full-text index, kept in step with the `incident` table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from monitor.types import Incident

if TYPE_CHECKING:
    from monitor.store import Store

_WORD = re.compile(r"\w+")
#: more words than this find nothing better
MAX_WORDS = 12


def index(store: Store, seq: int, incident: Incident) -> None:
    """Make `incident` (row `seq`) findable by what it says now. Part of the transaction that writes it."""
    parties = {party.name for party in (*incident.actors, *incident.targets)}
    if incident.claimed_by:
        parties.add(incident.claimed_by.name)
    outlets = {word for event in incident.events for word in (event.outlet, event.source, event.publisher) if word}
    titles = dict.fromkeys(event.title for event in incident.events if event.title)
    places = [place.name for place in incident.places]
    if incident.place and incident.place.region:
        places.append(incident.place.region)
    store.execute("DELETE FROM incident_search WHERE rowid = ?", (seq,))
    store.execute(
        "INSERT INTO incident_search (rowid, headline, place, actors, sources, titles) VALUES (?, ?, ?, ?, ?, ?)",
        (
            seq,
            incident.headline,
            " ; ".join(places),
            " ; ".join(sorted(parties)),
            " ; ".join(sorted(outlets)),
            " ; ".join(list(titles)[:20]),
        ),
    )


def phrase(words: str, column: str | None = None) -> str | None:
    """`words` as a full-text query: every word, the last one as a beginning; None where there is none to look for.

    Each word is quoted, so that nothing a person types is taken for the query language."""
    found = _WORD.findall(words)[:MAX_WORDS]
    if not found:
        return None
    quoted = " ".join(f'"{word}"' for word in found) + "*"
    return f"{column} : ({quoted})" if column else f"({quoted})"
