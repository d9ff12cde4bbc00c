"""The promises of the database: one writer, all or nothing, durable, and refusing what it must not touch."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from monitor.errors import StoreError, StoreLost
from monitor.store import Store


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as opened:
        opened.migrate()
        opened.execute("CREATE TABLE note (text TEXT)")
        yield opened


def notes(store: Store) -> list[str]:
    return [row[0] for row in store.execute("SELECT text FROM note ORDER BY rowid")]


def note(store: Store, text: str) -> None:
    store.execute("INSERT INTO note VALUES (?)", (text,))


def fail(store: Store, error: BaseException) -> None:
    with store.transaction():
        note(store, "half")
        raise error


# ---- transactions -------------------------------------------------------------------------------------------------


def test_what_raises_inside_a_transaction_leaves_nothing(store: Store) -> None:
    """All or nothing, whatever ends it."""
    with pytest.raises(KeyboardInterrupt):
        fail(store, KeyboardInterrupt())

    assert notes(store) == []


def test_an_inner_transaction_is_undone_alone(store: Store) -> None:
    """One bad article in a group does not take the others with it."""
    with store.transaction():
        note(store, "first")
        with pytest.raises(ValueError, match="bad"):
            fail(store, ValueError("bad"))
        with store.transaction():
            note(store, "last")

    assert notes(store) == ["first", "last"]


def test_an_inner_transaction_falls_with_the_outer_one(store: Store) -> None:
    """Kept only if the outer one is."""

    def outer() -> None:
        with store.transaction():
            with store.transaction():
                note(store, "inner")
            raise ValueError("late")

    with pytest.raises(ValueError, match="late"):
        outer()

    assert notes(store) == []


def test_two_threads_that_read_and_then_write_lose_nothing(store: Store) -> None:
    """A deferred transaction would fail at the upgrade; ours waits at its start."""
    note(store, "0")

    def count() -> None:
        for _ in range(50):
            with store.transaction():
                (value,) = store.execute("SELECT text FROM note").fetchone()
                store.execute("UPDATE note SET text = ?", (str(int(value) + 1),))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)

    assert notes(store) == ["200"]


def test_two_processes_that_read_and_then_write_lose_nothing(store: Store, path: Path) -> None:
    """The command line beside the daemon."""
    note(store, "0")
    script = (
        "import sys; from monitor.store import Store\n"
        "with Store(sys.argv[1]) as s:\n"
        "  for _ in range(50):\n"
        "    with s.transaction():\n"
        "      v = s.execute('SELECT text FROM note').fetchone()[0]\n"
        "      s.execute('UPDATE note SET text = ?', (str(int(v) + 1),))\n"
    )
    children = [subprocess.Popen([sys.executable, "-c", script, str(path)]) for _ in range(3)]

    assert [child.wait(60) for child in children] == [0, 0, 0]
    assert notes(store) == ["150"]


def test_readers_see_the_last_whole_state_while_somebody_writes(store: Store, path: Path) -> None:
    """F88: 100 looks while the daemon writes, none of them locked or half."""
    note(store, "a")
    with store.transaction():
        note(store, "b")
        for _ in range(100):
            with Store(path, read_only=True) as reader:
                assert notes(reader) == ["a"]


# ---- faults -------------------------------------------------------------------------------------------------------


def test_a_lock_by_another_process_is_waited_for_and_then_told_as_passing(path: Path, store: Store) -> None:
    """F47: the loop that called may try again; its thread does not die."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    with Store(path, busy_s=0.2) as hasty, pytest.raises(StoreError, match="locked") as refused, hasty.transaction():
        pass
    assert refused.value.again

    release = threading.Timer(0.5, lambda: other.execute("ROLLBACK"))
    release.start()
    with store.transaction():
        note(store, "waited")
    release.join()
    other.close()

    assert notes(store) == ["waited"]


def test_a_full_disk_undoes_the_transaction_and_heals(store: Store) -> None:
    """F45: nothing half is kept, the answer says it may pass, and writing goes on once there is room."""
    (pages,) = store.execute("PRAGMA page_count").fetchone()
    store.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="no space") as refused, store.transaction():
        note(store, "x" * 1_000_000)
    assert refused.value.again
    assert notes(store) == []

    store.execute("PRAGMA max_page_count = 1000000")
    with store.transaction():
        note(store, "room")

    assert notes(store) == ["room"]
    assert store.integrity() == "ok"


def test_a_damaged_file_is_refused_and_not_written_to(path: Path) -> None:
    """F49: a flipped page is found at opening; the answer says how to restore; the file stays as it is."""
    with Store(path) as store:
        store.migrate()
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 3 + 200] = b"\xa5" * 200
    path.write_bytes(data)

    with pytest.raises(StoreError, match=r"damaged.*recover"):
        Store(path)

    assert path.read_bytes() == bytes(data)


def test_damage_met_while_reading_is_told_and_remembered(store: Store, path: Path) -> None:
    """F49: at whichever row it is met, inside a transaction or not; who watches over the process asks the store."""
    with store.transaction():
        for number in range(2_000):
            note(store, f"{number} " + "x" * 2_000)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(size // 2))

    assert store.lost is None
    with ThreadPoolExecutor(1) as other, pytest.raises(StoreLost, match=r"damaged.*recover"):
        other.submit(notes, store).result()  # a connection of its own, which has none of the pages yet

    assert store.lost is not None


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    """Somebody's notes are not overwritten."""
    path.write_text("These are my notes, and no database at all. " * 100, encoding="utf-8")

    with pytest.raises(StoreError):
        Store(path)

    assert path.read_text(encoding="utf-8").startswith("These are my notes")


def test_the_database_of_another_program_is_refused(path: Path) -> None:
    """Its tables are left alone."""
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()

    with pytest.raises(StoreError, match="another program"):
        Store(path)


def test_a_database_may_be_reached_by_a_link(path: Path, tmp_path: Path) -> None:
    """Its log lies beside the file and not beside the link; another target while it is open is another file."""
    (tmp_path / "disk").mkdir()
    path.symlink_to(tmp_path / "disk" / "real.db")
    with Store(path) as store:
        store.migrate()
        with store.transaction():
            store.execute("CREATE TABLE note (text TEXT)")
        assert store.wal_bytes() > 0

        path.unlink()
        path.symlink_to(tmp_path / "disk" / "other.db")
        (tmp_path / "disk" / "other.db").touch()
        with pytest.raises(StoreError, match="replaced"), store.transaction():
            note(store, "lost")


@pytest.mark.parametrize("gone", ["", "-wal", "-shm"])
def test_a_file_taken_away_while_open_is_noticed_at_the_next_write(store: Store, path: Path, gone: str) -> None:
    """F50: writing on into a file nobody can see would be silent loss."""
    os.unlink(f"{path}{gone}")

    with pytest.raises(StoreError, match="deleted"), store.transaction():
        note(store, "lost")


@pytest.mark.parametrize("gone", ["-wal", "-shm"])
def test_a_log_that_another_process_made_anew_is_not_ours(store: Store, path: Path, gone: str) -> None:
    """F50: it is there again, but what we write would not be in it; what was kept before is in the file at the end."""
    with store.transaction():
        note(store, "kept")
    os.unlink(f"{path}{gone}")
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as other:
        other.execute("SELECT * FROM note").fetchall()
    Path(f"{path}{gone}").touch()

    with pytest.raises(StoreLost, match=gone), store.transaction():
        note(store, "lost")
    assert store.lost is not None
    store.close()

    with Store(path) as again:
        assert notes(again) == ["kept"]


def test_a_store_may_outlive_the_thread_that_opened_it(path: Path) -> None:
    """With its connection the log goes; the next thread's log is as good."""
    with Store(path) as store:
        store.migrate()
    made: list[Store] = []
    opener = threading.Thread(target=lambda: made.append(Store(path)))
    opener.start()
    opener.join()

    with made[0] as store, store.transaction():
        store.execute("CREATE TABLE note (text TEXT)")


def test_a_file_replaced_while_open_is_noticed_at_the_next_write(store: Store, path: Path, tmp_path: Path) -> None:
    """F50: a restored backup under a running daemon."""
    copy = tmp_path / "copy.db"
    store.backup(copy)
    os.replace(copy, path)

    with pytest.raises(StoreError, match="replaced"), store.transaction():
        note(store, "lost")


def test_a_reader_held_open_shows_in_the_size_of_the_log_and_it_shrinks_after(store: Store, path: Path) -> None:
    """F48: the log grows while somebody reads an old state, is told by its size, and ends at its limit after."""
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM note").fetchone()
    for _ in range(30):
        with store.transaction():
            store.executemany("INSERT INTO note VALUES (?)", [("x" * 3000,)] * 1000)
    assert store.wal_bytes() > 64 * 1024 * 1024

    reader.execute("COMMIT")
    reader.close()
    for n in range(3):
        with store.transaction():
            note(store, str(n))

    assert store.wal_bytes() <= 64 * 1024 * 1024


def test_a_backup_is_whole_while_others_write(store: Store, tmp_path: Path) -> None:
    """A copy that opens, checks, and holds what was there at its start."""
    with store.transaction():
        store.executemany("INSERT INTO note VALUES (?)", [(str(n),) for n in range(5000)])

    store.backup(tmp_path / "copy.db")

    with Store(tmp_path / "copy.db") as copy:
        assert copy.integrity() == "ok"
        assert len(notes(copy)) == 5000


def test_the_connections_of_ended_threads_are_closed(store: Store) -> None:
    """A long life with many short threads must not use up the descriptors."""
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for _ in range(20):
        thread = threading.Thread(target=lambda: store.execute("SELECT 1").fetchone())
        thread.start()
        thread.join()

    after = len(os.listdir("/proc/self/fd")) if before else 0
    assert after <= before + 2
