"""The steps to the shape of the database: each whole or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from monitor.errors import StoreError
from monitor.store import Store, migrations


def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    """F51: neither read nor written by a program that does not know its shape."""
    with Store(path) as store:
        store.migrate()
        store.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('monitor', 'of_tomorrow', '')"
        )
    before = path.read_bytes()
    started = time.monotonic()

    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"newer version.*of_tomorrow"):
            Store(path, read_only=read_only)

    assert time.monotonic() - started < 5
    assert path.read_bytes() == before


def test_migrating_twice_changes_nothing(path: Path) -> None:
    """The second time there is nothing to do."""
    with Store(path) as store:
        assert store.migrate() == migrations.names()
        assert store.migrate() == ()


def test_a_step_that_fails_leaves_the_old_shape(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P21: old or new, nothing in between, and the next start tries again."""

    def half(db: object) -> None:
        migrations._run(db, "CREATE TABLE half (a TEXT);\nCREATE TABLE half (a TEXT);\n")  # type: ignore[arg-type]

    with Store(path) as store:
        store.migrate()
        known = list(migrations.steps._migrations)
        monkeypatch.setattr(migrations.steps, "_migrations", known)
        migrations.steps(name="of_today")(half)
        with pytest.raises(sqlite3.OperationalError):
            store.migrate()
        assert "half" not in store.db.table_names()

        monkeypatch.setattr(migrations.steps, "_migrations", known[:-1])
        assert store.migrate() == ()


def test_several_processes_may_start_on_a_new_file_at_once(path: Path) -> None:
    """Each step is taken by one of them."""
    script = "import sys; from monitor.store import Store\nwith Store(sys.argv[1]) as s: s.migrate()"
    children = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(4)]

    assert [child.wait(60) for child in children] == [0] * 4
    with Store(path) as store:
        assert store.migrate() == ()
        assert store.integrity() == "ok"
