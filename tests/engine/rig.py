"""A monitor's sources alone: a store, an engine with a small flow, a clock in the hand, a server that misbehaves."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from monitor.engine.local import Local
from monitor.engine.poller import Poller
from monitor.sources import FeedOptions, FolderOptions, HttpOptions
from monitor.store import Store, cursors
from monitor.types import FeedCursor, Reading
from tests.fakes import FLOW
from tests.faults.clock import Clock
from tests.faults.hub import Behaviour, Hub

#: what is read does not matter here; that it is read and stored does
QUIET = replace(FLOW, read=lambda article: Reading(article_id=article.id))
HTTP = HttpOptions(allow_networks=("127.0.0.0/8",), deadline_s=1.0, fetchers=8)
LOGIN = "<!doctype html><html><form>Log in <input type=password></form></html>"


class Rig:
    """A store, an engine with a small flow, a clock in the hand, and a server that misbehaves."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.store = Store(folder / "monitor.db")
        self.store.migrate()
        self.hub = Hub()
        self.engine = Local(flow=QUIET, store=self.store, now=self.clock)
        self._pollers: list[Poller] = []

    def poller(self, *feeds: FeedOptions, folders: tuple[FolderOptions, ...] = (), http: HttpOptions = HTTP) -> Poller:
        made = Poller(store=self.store, engine=self.engine, feeds=feeds, folders=folders, http=http, now=self.clock)
        self._pollers.append(made)
        return made

    def feed(self, *behaviours: Behaviour, path: str = "/feed", **options: object) -> FeedOptions:
        return FeedOptions(url=self.hub.on(path, *behaviours), name=path.strip("/"), **options)  # type: ignore[arg-type]

    def cursor(self, name: str = "feed") -> FeedCursor:
        found = cursors.feed(self.store, name)
        assert found is not None
        return found

    def articles(self) -> int:
        return int(self.store.execute("SELECT count(*) FROM article").fetchone()[0])

    def alerts(self) -> int:
        """What whoever wants to hear of everything would have been told."""
        return int(self.store.execute("SELECT count(*) FROM dispatch WHERE mode = 'now'").fetchone()[0])

    def notices(self) -> list[str]:
        return [notice.kind for _, notice in cursors.untold(self.store)]

    def close(self) -> None:
        for each in self._pollers:
            each.stop(5)
        self.hub.close()
        self.store.close()


def watched(inbox: Path, **options: object) -> tuple[FolderOptions, ...]:
    return (replace(FolderOptions(path=str(inbox), rest_s=0.1, scan_every_s=1.0), **options),)  # type: ignore[arg-type]


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
