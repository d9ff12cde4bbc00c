"""Folders and feeds together: their loops, and what of the world was looked at."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from monitor.store import cursors
from tests.engine.rig import Rig, until, watched
from tests.faults.feeds import entry, rss
from tests.faults.hub import hang, reset, tagged


def test_every_loop_beats_and_stopping_leaves_nothing_behind(rig: Rig, inbox: Path) -> None:
    """P16, P18: beats for the watchdog; no thread and no child after `stop`."""
    before = set(threading.enumerate())
    poller = rig.poller(rig.feed(hang()), folders=watched(inbox))
    poller.start()
    until(lambda: set(poller.beats()) == {"feeds", "folder inbox"})

    poller.stop(10)

    until(lambda: not {t for t in threading.enumerate() if t not in before and not t.name.startswith("Thread-")})


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
