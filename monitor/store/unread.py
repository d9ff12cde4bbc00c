"""What could not be read: articles and files, each once, however many marks it left. Reading only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """One article or file that was not read, or one file that was read only in part."""

    what: str  #: article | file
    subject: str  #: its address, or the path in the folder
    at: str
    reason: str


#: a file's own mark says nothing new where its articles are listed, or were read later
_FILES = (
    "FROM file f WHERE outcome IN ('refused', 'failed') AND NOT (outcome = 'failed' AND ("
    "EXISTS (SELECT 1 FROM failure x WHERE x.source = f.source AND (x.key = f.key OR x.subject = f.path "
    "OR substr(x.subject, 1, length(f.path) + 1) = f.path || '#')) "
    "OR EXISTS (SELECT 1 FROM article a WHERE a.source = f.source AND a.key = f.key)))"
)


def listing(store: Store, limit: int = 100) -> tuple[Unread, ...]:
    """The latest of it first, files that were read in part among it."""
    rows = store.execute(
        "SELECT 'article', subject, at, reason FROM failure "  # noqa: S608 - the parts are ours
        f"UNION ALL SELECT 'file', path, at, reason {_FILES} "
        "UNION ALL SELECT 'file', path, at, 'read, but: ' || reason FROM file WHERE outcome = 'part' "
        "ORDER BY 3 DESC LIMIT ?",
        (limit,),
    )
    return tuple(Unread(what=row[0], subject=row[1], at=row[2], reason=row[3]) for row in rows)


def given_up(store: Store) -> frozenset[tuple[str, str]]:
    """(folder, path) of files whose content was looked at and not understood, and of which no article is kept."""
    rows = store.execute(f"SELECT f.source, f.path {_FILES} AND outcome = 'failed' AND hash <> ''")
    return frozenset((source, path) for source, path in rows)


def counts(store: Store) -> tuple[int, int]:
    """How many articles and files were not read, and how many files only in part."""
    row = store.execute(
        f"SELECT (SELECT count(*) FROM failure) + (SELECT count(*) {_FILES}), "  # noqa: S608
        "(SELECT count(*) FROM file WHERE outcome = 'part')"
    ).fetchone()
    return int(row[0]), int(row[1])
