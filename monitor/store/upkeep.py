"""What keeps the file small and its answers quick."""

from __future__ import annotations

import sqlite3

from monitor.store import Store, refused


def tidy(store: Store) -> None:
    """Fold the write-ahead log back into the file, and let SQLite look after its statistics. Waits for nobody."""
    try:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        store.execute("PRAGMA optimize").fetchall()
    except sqlite3.Error as error:
        wrapped = refused(error, store.path)
        if wrapped is None:
            raise
        raise wrapped from error
