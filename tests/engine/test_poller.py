"""Folders and feeds together: their loops, and what of the world was looked at."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.sources import FeedOptions
from monitor.sources.watch import Watch
from monitor.store import cursors
from monitor.types import SourceState
from tests.engine.rig import HTTP, Rig, until, watched
from tests.faults.clock import on_this_machine
from tests.faults.feeds import entry, rss
from tests.faults.hub import Asked, Hub, hang, reply, reset, tagged


def test_every_loop_beats_and_stopping_leaves_nothing_behind(rig: Rig, inbox: Path) -> None:
    """P16, P18: beats for the watchdog; no thread and no child after `stop`."""
    before = set(threading.enumerate())
    poller = rig.poller(rig.feed(hang()), folders=watched(inbox))
    poller.start()
    until(lambda: set(poller.beats()) == {"feeds", "folder inbox"})

    poller.stop(10)

    until(lambda: not {t for t in threading.enumerate() if t not in before and not t.name.startswith("Thread-")})


def test_feeds_that_hang_keep_no_file_waiting(rig: Rig, inbox: Path) -> None:
    """The fetch loop never blocks the folder: every thread of it held, and a file is stored in the meantime."""
    with Hub("0.0.0.0") as hub:
        feeds = []
        for n in range(2 * HTTP.fetchers):
            hub.on(f"/{n}", reply(rss([entry(n)])), hang())
            feeds.append(FeedOptions(url=f"http://127.0.0.{2 + n}:{hub.port}/{n}", name=f"f{n}"))
        rig.poller(*feeds).once()
        rig.clock.advance(hours=1)
        poller = rig.poller(*feeds, folders=watched(inbox), http=replace(HTTP, deadline_s=60.0))
        poller.start()
        until(lambda: len(hub.asked()) == 3 * HTTP.fetchers)
        (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")

        until(lambda: rig.articles() == 2 * HTTP.fetchers + 1)

        assert len(hub.asked()) == 3 * HTTP.fetchers
        began = time.monotonic()
        poller.stop(30)
        assert time.monotonic() - began <= on_this_machine(5)
    # stopping is no failure of theirs
    assert {each.state for each in cursors.feeds(rig.store)} == {SourceState.HEALTHY}


def test_two_requests_go_to_a_host_at_a_time(rig: Rig) -> None:
    """Politeness: twelve feeds of one publisher are asked by twos, however many threads are free."""
    lock = threading.Lock()
    now, most = 0, 0

    def count(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.1)
        with lock:
            now -= 1
        reply(rss([entry(asked.path)]))(connection, asked, closing)

    poller = rig.poller(*(rig.feed(count, path=f"/f{n}") for n in range(12)))

    assert poller.once().items == 12

    assert most == 2


def test_coverage_counts_what_was_looked_at(rig: Rig, inbox: Path) -> None:
    """The digest's line: feeds by state, articles read and failed, what could not be read."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "b.json").write_text("{")
    begin = rig.clock() - timedelta(hours=1)
    poller = rig.poller(rig.feed(tagged(rss([entry(1)]))), rig.feed(reset(), path="/bad"), folders=watched(inbox))
    poller.once()

    got = cursors.coverage(rig.store, begin, rig.clock() + timedelta(hours=1))

    assert (got.feeds, got.healthy, got.read, got.failed) == (2, 1, 2, 1)
    assert got.failing[0].startswith("bad: ")
    assert any("older entries" in note for note in got.notes)


def test_a_disk_that_cannot_be_read_for_a_moment_ends_no_polling(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of SQLite that nobody expected: no beat while it lasts, and the feeds are asked once it is over."""
    monkeypatch.setattr("monitor.engine.poller.FAULT_S", 0.05)
    asked, failed = cursors.due, threading.Event()
    broken = True

    def due(*given: Any, **more: Any) -> Any:
        if broken:
            failed.set()
            raise sqlite3.DatabaseError("database disk image is malformed")
        return asked(*given, **more)

    monkeypatch.setattr(cursors, "due", due)
    poller = rig.poller(rig.feed(tagged(rss([entry(1)]))))
    poller.start()
    assert failed.wait(20)
    last = poller.beats()["feeds"]
    time.sleep(0.2)
    assert poller.beats()["feeds"] == last

    broken = False

    until(lambda: rig.articles() == 1)
    until(lambda: poller.beats()["feeds"] > last)


def test_a_watch_that_breaks_ends_no_folder(rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody expected of the loop itself: it begins again."""
    monkeypatch.setattr("monitor.engine.poller.FAULT_S", 0.05)
    ensure, left = Watch.ensure, [RuntimeError("a bug")]

    def broken(self: Watch) -> bool:
        if left:
            raise left.pop()
        return ensure(self)

    monkeypatch.setattr(Watch, "ensure", broken)
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    rig.poller(folders=watched(inbox)).start()

    until(lambda: rig.articles() == 1)
