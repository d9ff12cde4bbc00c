"""The shape of the database, in numbered steps that are never edited once released.

Each area adds its own functions at the end of the list, `<area>_<what>`; a step runs whole or not at all. A file that
has steps this program does not know was written by a newer version and is refused.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from monitor.errors import StoreError

if TYPE_CHECKING:
    from monitor.store import Store

steps = Migrations("monitor")


def _run(db: Database, script: str) -> None:
    """The statements of `script`, one by one: `executescript` would commit the step's transaction first."""
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


# ---- core ---------------------------------------------------------------------------------------------------------


@steps()
def core_articles(db: Database) -> None:
    """What was read: identity and outcome in `article`, the bulky values in `article_text`."""
    _run(
        db,
        """
        CREATE TABLE article (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            digest TEXT NOT NULL,              -- of the cleaned text
            source TEXT NOT NULL,
            key TEXT NOT NULL,                 -- identity within the source
            url TEXT,
            outlet TEXT,
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            published TEXT,                    -- UTC, ISO 8601
            received TEXT NOT NULL,
            verdict TEXT NOT NULL,             -- what became of it
            copy_of TEXT,                      -- article with the same text that was there first
            revises TEXT                       -- earlier version of the same article
        );
        CREATE INDEX article_digest ON article (digest);
        CREATE INDEX article_key ON article (source, key);
        CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
        CREATE INDEX article_received ON article (received);
        CREATE TABLE article_text (
            seq INTEGER PRIMARY KEY REFERENCES article (seq),
            article BLOB NOT NULL,             -- the Article, compressed JSON
            item BLOB NOT NULL,                -- the Item as received, compressed against the article
            reading BLOB NOT NULL              -- the Reading without its events: silenced mentions and reasons
        );
        """,
    )


@steps()
def core_incidents(db: Database) -> None:
    """What was concluded: events with their decisions, incidents, and where candidates are looked up."""
    _run(
        db,
        """
        CREATE TABLE event (
            id TEXT PRIMARY KEY,
            article_seq INTEGER NOT NULL REFERENCES article (seq),
            n INTEGER NOT NULL,
            type TEXT NOT NULL,
            role TEXT NOT NULL,
            incident_id TEXT,                  -- the incident decided on, as decided; resolve through `incident`
            verdict TEXT NOT NULL,
            value BLOB NOT NULL,               -- the Event, compressed JSON
            decision BLOB NOT NULL             -- verdict, score, reasons, look-alikes, changes
        );
        CREATE INDEX event_article ON event (article_seq, n);
        CREATE TABLE incident (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            revision INTEGER NOT NULL,         -- counts every write, material or not
            type TEXT NOT NULL,
            family TEXT NOT NULL,
            modality TEXT NOT NULL,
            grade TEXT NOT NULL,
            state TEXT NOT NULL,
            severity REAL NOT NULL,
            headline TEXT NOT NULL,
            country TEXT,
            place TEXT,
            lat REAL,
            lon REAL,
            date TEXT,
            date_to TEXT,
            first_report TEXT,
            last_change TEXT,
            parent TEXT,
            merged_into TEXT,
            reports INTEGER NOT NULL,
            independent INTEGER NOT NULL,
            value BLOB NOT NULL                -- the Incident without its events, compressed JSON
        );
        CREATE INDEX incident_last_change ON incident (last_change);
        CREATE INDEX incident_date ON incident (date);
        CREATE INDEX incident_type ON incident (type, last_change);
        CREATE INDEX incident_country ON incident (country, last_change);
        CREATE INDEX incident_severity ON incident (severity, last_change);
        CREATE TABLE incident_event (
            incident_seq INTEGER NOT NULL REFERENCES incident (seq),
            position INTEGER NOT NULL,
            event_id TEXT NOT NULL REFERENCES event (id),
            PRIMARY KEY (incident_seq, position)
        ) WITHOUT ROWID;
        CREATE INDEX incident_event_event ON incident_event (event_id);
        CREATE TABLE block (
            key INTEGER NOT NULL,              -- hash of a block key
            day INTEGER NOT NULL,              -- proleptic day number; 0: lasting and still in force
            incident_seq INTEGER NOT NULL REFERENCES incident (seq),
            PRIMARY KEY (key, day, incident_seq)
        ) WITHOUT ROWID;
        CREATE INDEX block_incident ON block (incident_seq);
        """,
    )


@steps()
def core_operator(db: Database) -> None:
    """The operator's word, and what undoes it."""
    _run(
        db,
        """
        CREATE TABLE operation (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,                -- merge | split | dismiss | retype | note | rebuild
            at TEXT NOT NULL,
            subject TEXT NOT NULL,             -- incident it was done to
            text TEXT NOT NULL,                -- in words
            before BLOB NOT NULL,              -- incidents as they were, compressed JSON
            undone TEXT
        );
        CREATE TABLE ruling (
            id INTEGER PRIMARY KEY,
            operation_id INTEGER NOT NULL REFERENCES operation (id),
            together INTEGER NOT NULL,
            a TEXT NOT NULL,                   -- event ids
            b TEXT NOT NULL
        );
        """,
    )


# ---- sources: add functions here ----------------------------------------------------------------------------------


# ---- deliveries: add functions here -------------------------------------------------------------------------------


# ---- the engine of it ---------------------------------------------------------------------------------------------


def names() -> tuple[str, ...]:
    """Every step this program knows, in order."""
    return tuple(step.name for step in steps._migrations)


def refuse_newer(conn: sqlite3.Connection, path: str) -> None:
    """Raise StoreError where the file has steps that this program does not know."""
    found = conn.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if not found:
        return
    rows = conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (steps.name,))
    unknown = [name for (name,) in rows if name not in names()]
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if unknown or version > len(names()):
        what = ", ".join(unknown) or f"version {version}"
        raise StoreError(
            f"{path} was written by a newer version of the monitor ({what}); install that version, or use another file"
        )


def apply(store: Store) -> tuple[str, ...]:
    """Run what is pending, one transaction a step; the names of the steps run."""
    conn = store.db.conn
    refuse_newer(conn, store.path)
    if not _pending(conn):
        return ()
    with store.transaction() as db:
        conn.execute(f"PRAGMA application_id = {_application_id()}")
        steps.ensure_migrations_table(db)
    done = []
    for step in steps._migrations:
        with store.transaction() as db:
            if step.name in {each.name for each in steps.applied(db)}:  # another process may have been first
                continue
            step.fn(db)
            steps._record_applied(db, step.name)
            conn.execute(f"PRAGMA user_version = {len(steps.applied(db))}")
            done.append(step.name)
    return tuple(done)


def _pending(conn: sqlite3.Connection) -> bool:
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    return bool(version < len(names()))


def _application_id() -> int:
    from monitor.store import APPLICATION_ID

    return APPLICATION_ID
