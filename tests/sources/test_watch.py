"""What wakes the scan of a folder, and what is done where it does not."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.sources import FolderOptions
from monitor.sources.watch import Watch
from tests.sources.test_folder import TEXT, folder, taken


@pytest.fixture
def watching(inbox: Path) -> Iterator[tuple[Watch, threading.Event]]:
    wake = threading.Event()
    watch = Watch(FolderOptions(path=str(inbox)), wake)
    yield watch, wake
    watch.stop()


def test_an_arrival_wakes(inbox: Path, watching: tuple[Watch, threading.Event]) -> None:
    """The watcher's one duty. Our own reading wakes nobody."""
    watch, wake = watching
    watch.ensure()

    (inbox / "a.txt").write_text(TEXT)
    assert wake.wait(5)

    time.sleep(0.3)
    wake.clear()
    taken(folder(inbox))
    assert not wake.wait(0.5)


def test_a_folder_that_was_replaced_is_watched_again(inbox: Path, watching: tuple[Watch, threading.Event]) -> None:
    """F8: deleted and made anew, twenty times: the observer seems alive, so the folder's own identity is asked."""
    watch, wake = watching
    watch.ensure()
    for _ in range(20):
        shutil.rmtree(inbox)
        watch.ensure()
        assert watch.trouble
        inbox.mkdir()
        assert watch.ensure()
        assert watch.trouble is None
        wake.clear()
        (inbox / "a.txt").write_text(TEXT)
        assert wake.wait(5)


def test_no_watches_left_falls_back_to_looking(
    inbox: Path, watching: tuple[Watch, threading.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: at the limit of inotify watches it says so, and is to be looked at more often; until there is room again."""
    import monitor.sources.watch as module

    class Full:
        def schedule(self, *arguments: object, **options: object) -> None:
            raise OSError(28, "inotify watch limit reached")

        def stop(self) -> None:
            raise RuntimeError("never started")

    watch, wake = watching
    monkeypatch.setattr(module, "ROOM_S", 0.0)
    with monkeypatch.context() as patch:
        patch.setattr(module, "Observer", Full)
        watch.ensure()
        assert watch.deaf
        assert "limit" in (watch.trouble or "")
        assert not watch.ensure()

    assert watch.ensure()
    assert (watch.deaf, watch.trouble) == (False, None)
    (inbox / "a.txt").write_text(TEXT)
    assert wake.wait(10)


def test_a_limit_that_is_reached_later_is_noticed(
    watching: tuple[Watch, threading.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: another program may take the last watches: new sub-folders would be deaf without a word."""
    watch, _ = watching
    watch.ensure()
    assert not watch.deaf
    monkeypatch.setattr("monitor.sources.watch.ROOM_S", 0.0)
    monkeypatch.setattr(Watch, "_room", lambda self: False)

    assert not watch.ensure()

    assert watch.deaf
    assert watch.trouble


def test_the_handler_cannot_kill_the_watcher(inbox: Path, watching: tuple[Watch, threading.Event]) -> None:
    """F9: names that are no text, a hundred files after them."""
    watch, wake = watching
    watch.ensure()
    for number in range(100):
        wake.clear()
        (inbox / os.fsdecode(b"\xff%d.txt" % number)).write_text(TEXT)
        assert wake.wait(5)
