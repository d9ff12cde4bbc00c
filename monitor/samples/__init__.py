"""A few articles of our own on real events, to see the monitor at work before the first real one arrives.

Among them are three reports of one strike with a growing toll, two attacks on one base half a year apart, and several
that must stay quiet: an analysis, an anniversary, a film review, a drill and a game.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

_SUFFIXES = (".txt", ".md", ".html", ".json", ".eml")


def names() -> tuple[str, ...]:
    """The file names of the samples, in order."""
    return tuple(sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(_SUFFIXES)))


def lines() -> Iterator[dict[str, str | None]]:
    """Each sample as an object that `monitor replay` takes."""
    from monitor.articles import page
    from monitor.sources.documents import Document, read_document

    for name in names():
        found = read_document(name, files(__name__).joinpath(name).read_bytes(), datetime(2025, 1, 1, tzinfo=UTC))
        for draft in found.drafts if isinstance(found, Document) else ():
            yield {
                "id": name,
                "title": draft.title,
                "text": draft.text or page.read(draft.html).text,
                "published": draft.published.isoformat() if draft.published else None,
                "outlet": draft.outlet,
                "url": draft.url,
            }


def copy_into(folder: Path) -> int:
    """Copies the samples into `folder`, which is made if need be; how many were not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    copied = 0
    for name in names():
        target = folder / name
        if not target.exists():
            target.write_bytes(files(__name__).joinpath(name).read_bytes())
            copied += 1
    return copied
