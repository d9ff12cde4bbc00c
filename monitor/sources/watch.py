"""Wakes whoever scans a folder when something happens in it.

Under load inotify loses events without a word, and a watcher that looks alive may be dead, so no scan trusts an event.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from monitor.sources import FolderOptions
from monitor.sources.folder import trouble

ROOM_S = 60.0  #: how often it is asked whether more folders can be watched


class Watch:
    """Wakes whoever scans a folder when something happens in it. It may be dead or deaf; no scan depends on it."""

    def __init__(self, options: FolderOptions, wake: threading.Event) -> None:
        self.options = options
        self._wake = wake
        self._observer: BaseObserver | None = None
        self._identity: tuple[int, int] | None = None
        self._asked_at = 0.0
        self.trouble: str | None = None  #: what is wrong with the folder or its events, in words
        self.deaf = False  #: not everything that happens is heard, so it pays to look more often

    def ensure(self) -> bool:
        """Starts it, or starts it anew where the folder was replaced or its emitter died; whether it did."""
        try:
            now = os.stat(self.options.path)
        except OSError as error:
            self.stop()
            self.trouble = trouble(self.options, error)
            self._identity = None
            return False
        identity = (now.st_dev, now.st_ino)
        if identity == self._identity and (self._observer is None or self._alive()) and not self._mended():
            return False
        self.stop()
        self._identity = identity
        self.trouble = None
        self.deaf = self.options.observer == "polling"
        if self.deaf:
            return True
        observer = Observer()
        try:
            observer.schedule(_Waker(self._wake), self.options.path, recursive=self.options.recursive)
            observer.start()
            self._observer = observer
            if not self._room():
                # watchdog passes over the sub-folders that it can no longer watch
                self._hear_little("the limit of inotify watches is reached")
        except (OSError, RuntimeError) as error:
            self._hear_little(str(error))
            with contextlib.suppress(RuntimeError):
                observer.stop()
        return True

    def stop(self) -> None:
        """Ends its threads."""
        observer, self._observer = self._observer, None
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(5)

    def _hear_little(self, reason: str) -> None:
        # the limit belongs to the user and not to us; it may be raised, or fall to another program
        self.trouble = f"not all events from {self.options.path} ({reason}); it is looked through more often instead"
        self.deaf = True

    def _mended(self) -> bool:
        """Whether there is room for watches again, asked once a minute; notes where there no longer is."""
        if self.options.observer == "polling" or time.monotonic() - self._asked_at < ROOM_S:
            return False
        room = self._room()
        if self.deaf:
            return room
        if not room:
            self._hear_little("the limit of inotify watches is reached")
        return False

    def _room(self) -> bool:
        """Whether one more folder could be watched: where not, folders that came last are not."""
        self._asked_at = time.monotonic()
        one = Observer()
        try:
            one.schedule(FileSystemEventHandler(), self.options.path, recursive=False)
            one.start()
        except (OSError, RuntimeError):
            return False
        finally:
            with contextlib.suppress(RuntimeError):
                one.stop()
                one.join(5)
        return True

    def _alive(self) -> bool:
        observer = self._observer
        return observer is not None and observer.is_alive() and all(e.is_alive() for e in observer.emitters)


class _Waker(FileSystemEventHandler):
    """Only sets a flag: the dispatcher is one thread, and dies of what a handler raises."""

    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake

    def dispatch(self, event: FileSystemEvent) -> None:
        # our own reading opens and closes files; that must not wake us again
        if event.event_type not in {"opened", "closed_no_write"}:
            self._wake.set()
