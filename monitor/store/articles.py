"""What was read: articles as received and as cleaned, what became of each, and what could not be read.

The content is the identity: the same words from the same place are the same article and change nothing. The same words
from elsewhere are a copy, with a row of its own; other words at the same place are a revision of what stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from monitor.store import Store
from monitor.store.cursors import file_with_hash
from monitor.store.packing import pack, pack_beside, unpack, unpack_beside
from monitor.store.stamps import stamp
from monitor.types import Article, FileMark, Item, Reading, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an article stands to what is stored."""

    known: str | None = None  #: id of the very same article: nothing is to be done
    copy_of: str | None = None  #: the first article with these words
    predecessors: tuple[str, ...] = ()  #: articles from the same place with other words, latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as a list shows it."""

    seq: int
    id: str
    source: str
    key: str
    url: str | None
    outlet: str | None
    title: str
    language: str
    published: str | None
    received: str
    verdict: str
    copy_of: str | None
    revises: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item that could not be made into an article, or not be matched."""

    source: str
    key: str
    subject: str
    at: str
    reason: str


#: articles of one file that are listed, and looked through at most to find them
_IN_FILE, _BACKWARDS = 10_000, 20_000
_ROW = "seq, id, source, key, url, outlet, title, language, published, received, verdict, copy_of, revises"


def standing(store: Store, article: Article, key: str) -> Standing:
    """How `article`, with this identity in its source, stands to what is stored. Reads only."""
    same = store.execute("SELECT digest FROM article WHERE id = ?", (article.id,)).fetchone()
    if same and same[0] == article.digest:
        return Standing(known=article.id)
    copy = store.execute("SELECT id FROM article WHERE digest = ? ORDER BY seq LIMIT 1", (article.digest,)).fetchone()
    before: list[str] = []
    if same:
        before.append(article.id)
    rows = store.execute(
        "SELECT id FROM article WHERE source = ? AND key = ? AND digest <> ? ORDER BY seq DESC LIMIT 3",
        (article.source, key, article.digest),
    ).fetchall()
    if article.url:
        rows += store.execute(
            "SELECT id FROM article WHERE url = ? AND digest <> ? ORDER BY seq DESC LIMIT 3",
            (article.url, article.digest),
        ).fetchall()
    before += [row[0] for row in rows if row[0] not in before]
    return Standing(copy_of=copy[0] if copy else None, predecessors=tuple(dict.fromkeys(before)))


def free_id(store: Store, wanted: str) -> str:
    """`wanted`, or '<wanted>~2', '~3' ... where that is another version's."""
    taken = wanted
    number = 1
    while store.execute("SELECT 1 FROM article WHERE id = ?", (taken,)).fetchone():
        number += 1
        taken = f"{wanted}~{number}"
    return taken


def write(
    store: Store,
    item: Item,
    article: Article,
    reading: Reading,
    *,
    verdict: Verdict,
    copy_of: str | None = None,
    revises: str | None = None,
) -> int:
    """Keep an article, as received and as cleaned, with what was read in it but its events; its row's number.

    Its failure, if it had one, is forgotten."""
    cursor = store.execute(
        "INSERT INTO article (id, digest, source, key, url, outlet, title, language, published, received, verdict, "
        "copy_of, revises, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            article.digest,
            article.source,
            item.key,
            article.url,
            article.outlet,
            article.title,
            article.language,
            stamp(article.published),
            stamp(article.received),
            verdict.value,
            copy_of,
            revises,
            article.signature,
        ),
    )
    seq = cursor.lastrowid
    assert seq is not None
    store.execute(
        "INSERT INTO article_text (seq, article, item, reading) VALUES (?, ?, ?, ?)",
        (
            seq,
            pack(replace(article, signature=b"")),
            pack_beside(item, article.text),
            pack(replace(reading, events=())),
        ),
    )
    store.execute("DELETE FROM failure WHERE source = ? AND key = ?", (item.source, item.key))
    return seq


def fail(store: Store, item: Item, reason: str, at: datetime) -> None:
    """Keep an item that could not be read, with the reason. Again: only a changed reason changes the row."""
    with store.transaction():
        store.execute(
            "INSERT INTO failure (source, key, subject, at, reason, item) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (source, key) DO UPDATE SET at = excluded.at, reason = excluded.reason, item = excluded.item "
            "WHERE reason <> excluded.reason",
            (item.source, item.key, item.subject, stamp(at), reason, pack(item)),
        )


def failures(store: Store, limit: int = 100) -> tuple[Failure, ...]:
    """What could not be read, latest first."""
    rows = store.execute("SELECT source, key, subject, at, reason FROM failure ORDER BY at DESC LIMIT ?", (limit,))
    return tuple(Failure(source=a, key=b, subject=c, at=d, reason=e) for a, b, c, d, e in rows)


def failed_items(store: Store) -> Iterator[Item]:
    """Every item that could not be read, as it was received."""
    for (data,) in store.execute("SELECT item FROM failure ORDER BY at").fetchall():
        yield unpack(data, Item)


def find(store: Store, article_id: str) -> Row | None:
    """The row of an article, by its id or an unambiguous beginning of it."""
    rows = store.execute(f"SELECT {_ROW} FROM article WHERE id = ?", (article_id,)).fetchall()  # noqa: S608
    if not rows and len(article_id) >= 4:
        rows = store.execute(
            f"SELECT {_ROW} FROM article WHERE id >= ? AND id < ? LIMIT 2",  # noqa: S608
            (article_id, article_id + "\U0010ffff"),
        ).fetchall()
    return _row(rows[0]) if len(rows) == 1 else None


def at_url(store: Store, url: str) -> Row | None:
    """The latest article at an address."""
    row = store.execute(
        f"SELECT {_ROW} FROM article WHERE url = ? ORDER BY seq DESC LIMIT 1",  # noqa: S608
        (url,),
    ).fetchone()
    return _row(row) if row else None


def in_file(store: Store, mark: FileMark) -> tuple[Row, ...]:
    """The articles read from a file, in the order of arrival; of one that is the same as another, those of the other.

    An article goes by the file's key, or, where it has an identity of its own, by the file it is said to be from."""
    if mark.outcome == "same":
        mark = file_with_hash(store, mark.hash) or mark
    if not mark.key:
        return ()
    rows = store.execute(
        f"SELECT {_ROW} FROM article WHERE source = ? AND key >= ? AND key < ? || char(1114111) ORDER BY seq LIMIT ?",  # noqa: S608
        (mark.source, mark.key, mark.key, _IN_FILE),
    ).fetchall()
    if rows or not mark.items:
        return tuple(_row(row) for row in rows)
    return _said_to_be_from(store, mark)


def _said_to_be_from(store: Store, mark: FileMark) -> tuple[Row, ...]:
    """The articles of the file's source whose subject it is, looked for backwards from when the file was read."""
    found: list[Row] = []
    rows = store.execute(
        f"SELECT {_columns('a')}, t.article FROM article a JOIN article_text t USING (seq) "  # noqa: S608
        "WHERE a.source = ? AND a.received <= ? ORDER BY a.received DESC, a.seq DESC LIMIT ?",
        (mark.source, stamp(mark.at), _BACKWARDS),
    )
    for *row, value in rows:
        subject = unpack(value, _Subject).subject
        if mark.path in (subject, subject.rpartition("#")[0]):
            found.append(_row(row))
            if len(found) == min(mark.items, _IN_FILE):
                break
    return tuple(sorted(found, key=lambda each: each.seq))


@dataclass(frozen=True, slots=True)
class _Subject:
    """The one part of a stored article that no column holds; the rest is not decoded."""

    subject: str


def _columns(table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in _ROW.split(", "))


def of_article(store: Store, article_id: str) -> Article | None:
    """An article as cleaned."""
    row = store.execute(
        "SELECT t.article, a.signature FROM article_text t JOIN article a USING (seq) WHERE a.id = ?", (article_id,)
    ).fetchone()
    return replace(unpack(row[0], Article), signature=row[1]) if row else None


def received(store: Store, article_id: str) -> Item | None:
    """An article as it was received."""
    row = store.execute(
        "SELECT t.article, t.item FROM article_text t JOIN article a USING (seq) WHERE a.id = ?", (article_id,)
    ).fetchone()
    return unpack_beside(row[1], unpack(row[0], Article).text, Item) if row else None


def reading(store: Store, article_id: str) -> Reading | None:
    """What was silenced in an article and why it is, or is not, news of ours; its events are with the incidents."""
    row = store.execute(
        "SELECT t.reading FROM article_text t JOIN article a USING (seq) WHERE a.id = ?", (article_id,)
    ).fetchone()
    return unpack(row[0], Reading) if row else None


def in_order(store: Store) -> Iterator[str]:
    """Every article's id in the order of arrival, without holding a cursor open over the caller's writes."""
    last = 0
    while True:
        rows = store.execute("SELECT seq, id FROM article WHERE seq > ? ORDER BY seq LIMIT 500", (last,)).fetchall()
        if not rows:
            return
        yield from (row[1] for row in rows)
        last = rows[-1][0]


def total(store: Store) -> int:
    """How many articles there are; none is ever deleted, so the last row's number tells."""
    return int(store.execute("SELECT coalesce(max(seq), 0) FROM article").fetchone()[0])


def latest(store: Store) -> str | None:
    """When the latest article came in."""
    found: str | None = store.execute("SELECT max(received) FROM article").fetchone()[0]
    return found


def houses(store: Store) -> tuple[str, ...]:
    """The name of every source that articles came from, and of every outlet they say they are of."""
    rows = store.execute("SELECT source FROM article UNION SELECT outlet FROM article WHERE outlet IS NOT NULL")
    return tuple(row[0] for row in rows)


def _row(values: Any) -> Row:
    return Row(**dict(zip(_ROW.split(", "), values, strict=True)))
