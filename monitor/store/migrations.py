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
            revises TEXT,                      -- earlier version of the same article
            signature BLOB NOT NULL            -- near-copy key
        );
        CREATE INDEX article_digest ON article (digest);
        CREATE INDEX article_key ON article (source, key);
        CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
        CREATE INDEX article_received ON article (received, verdict);
        CREATE TABLE article_text (
            seq INTEGER PRIMARY KEY REFERENCES article (seq),
            article BLOB NOT NULL,             -- the Article, packed
            item BLOB NOT NULL,                -- the Item as received, compressed against the article
            reading BLOB NOT NULL              -- the Reading without its events: silenced mentions and reasons
        );
        CREATE TABLE failure (                 -- what could not be read or matched, until it can
            source TEXT NOT NULL,
            key TEXT NOT NULL,
            subject TEXT NOT NULL,
            at TEXT NOT NULL,
            reason TEXT NOT NULL,
            item BLOB NOT NULL,                -- the Item, packed, so that nothing is lost
            PRIMARY KEY (source, key)
        ) WITHOUT ROWID;
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
            value BLOB NOT NULL,               -- the Event, packed
            decision BLOB NOT NULL             -- verdict, score, reasons, look-alikes, changes
        );
        CREATE INDEX event_article ON event (article_seq, n);
        CREATE INDEX event_incident ON event (incident_id) WHERE incident_id IS NOT NULL;
        CREATE TABLE incident (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            token INTEGER NOT NULL,            -- another one with every write, so that a remembered copy knows its age
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
            value BLOB NOT NULL                -- the Incident, packed; its events too while they are few
        );
        CREATE INDEX incident_last_change ON incident (last_change);
        CREATE INDEX incident_date ON incident (date);
        CREATE INDEX incident_type ON incident (type, last_change);
        CREATE INDEX incident_country ON incident (country, last_change);
        CREATE INDEX incident_country_date ON incident (country, date, lat, lon, family);
        CREATE INDEX incident_state ON incident (state);
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
            before BLOB NOT NULL,              -- incidents as they were, packed
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


@steps()
def sources_cursors(db: Database) -> None:
    """Where each source was left: feeds with their due times, entries and files already seen, what to tell of them."""
    _run(
        db,
        """
        CREATE TABLE feed (
            name TEXT PRIMARY KEY,
            host TEXT NOT NULL,
            state TEXT NOT NULL,               -- new | healthy | failing | silent | paused | removed
            next_due TEXT NOT NULL,            -- UTC, ISO 8601; '' is at once
            last_new TEXT,
            value BLOB NOT NULL                -- the FeedCursor, JSON
        );
        CREATE INDEX feed_due ON feed (next_due) WHERE state NOT IN ('paused', 'removed');
        CREATE TABLE feed_added (
            url TEXT PRIMARY KEY,              -- added by command, beside those of the configuration
            name TEXT NOT NULL,
            at TEXT NOT NULL,
            value BLOB NOT NULL                -- the FeedOptions, JSON; secrets as references only
        );
        CREATE TABLE entry (
            feed TEXT NOT NULL,
            key TEXT NOT NULL,
            guid TEXT NOT NULL,
            link TEXT NOT NULL,
            title TEXT NOT NULL,
            content TEXT NOT NULL,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL,
            revisions INTEGER NOT NULL,
            idle_revisions INTEGER NOT NULL,
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        CREATE INDEX entry_link ON entry (feed, link);
        CREATE INDEX entry_title ON entry (feed, title);
        CREATE TABLE file (
            source TEXT NOT NULL,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            changed_ns INTEGER NOT NULL,
            hash TEXT NOT NULL,
            key TEXT NOT NULL,
            outcome TEXT NOT NULL,             -- read | same | empty | refused | failed
            reason TEXT NOT NULL,
            items INTEGER NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (source, path)
        ) WITHOUT ROWID;
        CREATE INDEX file_hash ON file (hash) WHERE hash <> '';
        CREATE INDEX file_trouble ON file (at) WHERE outcome IN ('refused', 'failed');
        CREATE TABLE source_notice (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            at TEXT NOT NULL,
            told TEXT                          -- when it was handed on to people
        );
        CREATE INDEX source_notice_untold ON source_notice (id) WHERE told IS NULL;
        """,
    )


# ---- deliveries: add functions here -------------------------------------------------------------------------------


@steps()
def deliveries_outbox(db: Database) -> None:
    """What people are told: notices, who hears of them and why, messages, and each message's way through a channel."""
    _run(
        db,
        """
        CREATE TABLE notice (
            id TEXT PRIMARY KEY,
            incident_id TEXT NOT NULL,
            version INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at TEXT NOT NULL,                  -- UTC, ISO 8601, as all times here
            type TEXT NOT NULL,
            country TEXT,
            severity REAL NOT NULL,
            day TEXT,                          -- local day of the act
            value BLOB NOT NULL                -- the Notice, compressed JSON
        );
        CREATE INDEX notice_incident ON notice (incident_id, version);
        CREATE INDEX notice_at ON notice (at);
        CREATE TABLE message (
            id TEXT PRIMARY KEY,               -- stable; the same in every copy that leaves
            recipient TEXT NOT NULL,
            kind TEXT NOT NULL,
            grouping TEXT NOT NULL,
            source TEXT NOT NULL,
            subject TEXT NOT NULL,
            priority REAL NOT NULL,
            created TEXT NOT NULL,
            value BLOB NOT NULL                -- the Message, compressed JSON
        );
        CREATE INDEX message_recent ON message (recipient, created);
        CREATE TABLE dispatch (
            id TEXT PRIMARY KEY,
            notice_id TEXT NOT NULL REFERENCES notice (id),
            incident_id TEXT NOT NULL,
            recipient TEXT NOT NULL,
            mode TEXT NOT NULL,                -- now | held | digest | never
            code TEXT NOT NULL,
            reason TEXT NOT NULL,
            rule TEXT NOT NULL,
            channels TEXT NOT NULL,            -- JSON array
            due TEXT,
            at TEXT NOT NULL,
            message_id TEXT REFERENCES message (id),   -- the alert that told it
            digest_id TEXT REFERENCES message (id)     -- the digest that showed or counted it
        );
        CREATE INDEX dispatch_waiting ON dispatch (recipient, due)
            WHERE message_id IS NULL AND mode IN ('now', 'held');
        CREATE INDEX dispatch_undigested ON dispatch (recipient) WHERE digest_id IS NULL;
        CREATE INDEX dispatch_incident ON dispatch (incident_id, recipient);
        CREATE INDEX dispatch_notice ON dispatch (notice_id);
        CREATE INDEX dispatch_message ON dispatch (message_id) WHERE message_id IS NOT NULL;
        CREATE TABLE delivery (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            message_id TEXT NOT NULL REFERENCES message (id),
            channel TEXT NOT NULL,
            state TEXT NOT NULL,               -- waiting | sending | sent | dead
            due TEXT NOT NULL,
            lease TEXT,                        -- while sending: nobody else takes it before this
            attempts INTEGER NOT NULL DEFAULT 0,
            minimal INTEGER NOT NULL DEFAULT 0,
            left_over TEXT NOT NULL DEFAULT '[]',      -- JSON array of addresses still to be reached
            first_failed TEXT,
            fallback_of TEXT,
            outcome TEXT NOT NULL DEFAULT '',
            created TEXT NOT NULL,
            done TEXT
        );
        CREATE INDEX delivery_waiting ON delivery (channel, seq) WHERE state IN ('waiting', 'sending');
        CREATE INDEX delivery_dead ON delivery (done) WHERE state = 'dead';
        CREATE INDEX delivery_message ON delivery (message_id);
        CREATE TABLE digest (
            recipient TEXT NOT NULL,
            slot TEXT NOT NULL,                -- local day and time of day: made once, whatever the clock does
            message_id TEXT NOT NULL REFERENCES message (id),
            made TEXT NOT NULL,
            until TEXT NOT NULL,
            PRIMARY KEY (recipient, slot)
        ) WITHOUT ROWID;
        CREATE TABLE channel (
            name TEXT PRIMARY KEY,
            state TEXT NOT NULL,               -- ok | failing | broken
            since TEXT NOT NULL,
            failures INTEGER NOT NULL,         -- in a row
            next_try TEXT,
            last_ok TEXT,
            outcome TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE mute (
            id TEXT PRIMARY KEY,
            scope TEXT NOT NULL,
            value TEXT NOT NULL,
            recipient TEXT,
            until TEXT NOT NULL,               -- a mute always ends
            ended TEXT,
            created TEXT NOT NULL,
            mute BLOB NOT NULL                 -- the Mute, JSON
        ) WITHOUT ROWID;
        CREATE INDEX mute_until ON mute (until);
        """,
    )


# ---- views ---------------------------------------------------------------------------------------------------------


@steps()
def views_search(db: Database) -> None:
    """Words of incidents, and the indexes that counting over time needs."""
    _run(
        db,
        """
        CREATE VIRTUAL TABLE incident_search USING fts5 (
            headline, place, actors, sources, titles, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        CREATE INDEX incident_first ON incident (first_report, type, severity);
        CREATE INDEX incident_country_first ON incident (country, first_report, severity);
        CREATE INDEX incident_place ON incident (place, country, date);
        """,
    )


@steps()
def sources_lanes(db: Database) -> None:
    """Due feeds are looked up by whether they are in doubt, and not by walking through all that are due."""
    _run(
        db,
        """
        DROP INDEX feed_due;
        CREATE INDEX feed_due ON feed (state IN ('failing', 'new'), next_due) WHERE state NOT IN ('paused', 'removed');
        """,
    )


@steps()
def views_standing(db: Database) -> None:
    """Counting over time leaves merged incidents out, and reads nothing but its index."""
    _run(
        db,
        """
        DROP INDEX incident_first;
        DROP INDEX incident_country_first;
        CREATE INDEX incident_first ON incident (first_report, type, severity, state) WHERE merged_into IS NULL;
        CREATE INDEX incident_country_first ON incident (country, first_report, severity) WHERE merged_into IS NULL;
        """,
    )


@steps()
def sources_given_up(db: Database) -> None:
    """By which version a file was read, so that a newer one tries again what could not be."""
    _run(db, "ALTER TABLE file ADD COLUMN version TEXT NOT NULL DEFAULT ''")


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
