"""One daemon a database, and no database on a network disk."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from monitor.errors import StoreError
from monitor.store import Store
from monitor.store.guard import network_file_system, sole


def test_a_second_daemon_on_one_database_is_refused_at_once(path: Path) -> None:
    """F53: 20 of 20, and free again once the first is gone, however it went."""
    script = (
        "import sys, time; from monitor.store.guard import sole\n"
        "with sole(sys.argv[1]): print('held', flush=True); time.sleep(60)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    for _ in range(20):
        with pytest.raises(StoreError, match=f"process {child.pid}"), sole(path):
            pass

    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()

    with sole(path):
        pass


def test_a_removed_lock_file_or_another_path_makes_no_second_daemon(path: Path, tmp_path: Path) -> None:
    """F53: who tidies up beside the database, or names it by a link, does not start two writers."""
    link = tmp_path / "elsewhere.db"
    link.symlink_to(path)
    with sole(path), Store(path) as store:
        store.migrate()
        os.unlink(f"{path}.lock")
        for name in (path, link):
            with pytest.raises(StoreError, match="another monitor"), sole(name):
                pass
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("CREATE TABLE beside (text TEXT)")  # commands write as ever

    with sole(link):
        pass


def test_a_network_disk_is_recognised(tmp_path: Path) -> None:
    """F54: a warning can be given at the start; the mount nearest to the file counts."""
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda / ext4 rw 0 0\nserver:/x /srv nfs4 rw 0 0\n/dev/sdb /srv/local\\040disk xfs rw 0 0\n"
        "x /f fuse.sshfs rw 0 0\n",
        encoding="utf-8",
    )

    assert network_file_system("/srv/monitor.db", str(mounts)) == "nfs4"
    assert network_file_system("/srv/local disk/monitor.db", str(mounts)) is None
    assert network_file_system("/f/monitor.db", str(mounts)) == "fuse.sshfs"
    assert network_file_system("/home/monitor.db", str(mounts)) is None
    assert network_file_system(tmp_path / "x.db") is None
