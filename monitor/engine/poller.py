"""Drives the sources: files as they come to rest, feeds as they fall due. Hands what is new to the engine.

    folder loop ──┐                                   ┌── take(items, remember): the articles, what they lead to,
    dispatcher ── fetch threads ── reader processes ──┘   and where the source was left, in one transaction

Due times live in the database, so that neither a restart nor a clock that is set loses or doubles a poll. A slow feed
holds one thread until its deadline and nobody else; feeds that failed last time share half of the threads.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import structlog

from monitor.engine import Engine
from monitor.engine.enrolled import all_feeds, with_secrets
from monitor.engine.feeding import FeedPoll
from monitor.engine.filing import FolderRound
from monitor.errors import ConfigError, MonitorError
from monitor.sources import FeedOptions, FolderOptions, HttpOptions
from monitor.sources.health import Trouble, failed
from monitor.sources.http import Fetcher
from monitor.sources.watch import Watch
from monitor.sources.worker import Worker
from monitor.store import Store, cursors
from monitor.types import FeedCursor, SourceState

log = structlog.get_logger(__name__)

TICK_S = 0.5
BEAT_S = 5.0
FAULT_S = 5.0  #: until a loop goes on after what nobody expected
SETTLE_S = 0.2
TIDY_S = 24 * 3600.0
#: an entry that no body has shown for so long is forgotten; its article is not
FORGET = timedelta(days=180)
ENROL_S = 3.0  #: how soon a feed added by command is seen
#: a clock that differs from the monotonic one by more than this was set
STEP_S = 60.0


@dataclass(slots=True)
class Tally:
    """What one round did."""

    files: int = 0
    refused: int = 0
    feeds: int = 0
    failing: int = 0
    items: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, **counts: int) -> None:
        with self.lock:
            for name, count in counts.items():
                setattr(self, name, getattr(self, name) + count)


class Poller:
    """All sources of one configuration. `start` and `stop` for the daemon, `once` for a single round."""

    def __init__(
        self,
        *,
        store: Store,
        engine: Engine,
        folders: Sequence[FolderOptions] = (),
        feeds: Sequence[FeedOptions] = (),
        http: HttpOptions | None = None,
        fetcher: Fetcher | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.http = http or HttpOptions()
        self.tally = Tally()
        self._store = store
        self._now = now
        self._fetcher = fetcher or Fetcher(self.http)
        self._feeds: dict[str, FeedOptions] = {}
        self._added = ""
        self._given = tuple(feeds)
        self._readers = Worker(processes=2)  # bodies of feeds and pages
        self._filers = Worker(processes=1)  # files: a hostile feed must not keep the folder waiting
        self._rounds = [FolderRound(each, store, engine, self._filers, now) for each in folders]
        self._poll = FeedPoll(store, engine, self._readers, self._fetcher, now)
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._threads: list[threading.Thread] = []
        self._pool: ThreadPoolExecutor | None = None
        self._futures: set[Future[None]] = set()
        self._flying: dict[str, tuple[str, bool]] = {}  # feed -> (host, whether in doubt)
        self._lock = threading.Lock()
        self._beats: dict[str, float] = {}
        self._looked: set[str] = set()

    # ---- life -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begins to watch, scan and poll, in threads of its own."""
        self._filers.warm()
        self._readers.warm()
        self.enrol()
        self._pool = ThreadPoolExecutor(self.http.fetchers, thread_name_prefix="fetch")
        for each in self._rounds:
            self._run(f"folder {each.options.name}", lambda each=each: self._folder_loop(each))  # type: ignore[misc]
        self._run("feeds", self._feed_loop)

    def stop(self, timeout_s: float = 15.0) -> None:
        """Ends every thread and process. What was fetched and not stored is fetched again next time."""
        self._stopping.set()
        self._fetcher.stop()
        self._wake.set()
        for each in self._rounds:
            each.wake.set()
        deadline = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.1, deadline - time.monotonic()))
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        wait(list(self._futures), timeout=max(0.0, deadline - time.monotonic()))
        self._readers.close()
        self._filers.close()

    def wake(self) -> None:
        """Look at everything now."""
        self._wake.set()
        for each in self._rounds:
            each.wake.set()

    @property
    def looked(self) -> bool:
        """Whether every folder was looked through once since the start."""
        return all(each.options.name in self._looked for each in self._rounds)

    def beats(self) -> dict[str, float]:
        """By loop, the monotonic time at which it last went round: what a watchdog asks."""
        return dict(self._beats)

    def reload(self, feeds: Sequence[FeedOptions]) -> None:
        """Another set of feeds, from now on. Folders keep until the next start. Where the database refuses, nothing is
        changed."""
        self.enrol(tuple(feeds))
        self._wake.set()

    def enrol(self, given: tuple[FeedOptions, ...] | None = None) -> None:
        """Makes the database agree with the feeds there are: new ones enter, missing ones are kept as removed."""
        given = self._given if given is None else given
        wanted: dict[str, FeedOptions] = {}
        base = Path(self._store.path).absolute().parent
        for options in all_feeds(self._store, given):
            if not options.enabled:
                continue
            try:
                wanted[options.name] = with_secrets(options, base)
            except ConfigError as error:
                log.error("feed not asked", feed=options.name, reason=str(error))
        added = cursors.added_mark(self._store)
        with self._store.transaction():
            known = {each.name: each for each in cursors.feeds(self._store, *SourceState)}
            for name, options in wanted.items():
                entered = entered_feed(options, known.get(name), self._now())
                if entered is not None:
                    cursors.save_feed(self._store, entered)
            for name, cursor in known.items():
                if name not in wanted and cursor.state is not SourceState.REMOVED:
                    cursors.save_feed(self._store, replace(cursor, state=SourceState.REMOVED))
        self._given, self._added, self._feeds = given, added, wanted

    # ---- one round ------------------------------------------------------------------------------------------------

    def once(self, *, all_feeds: bool = False) -> Tally:
        """Takes in every file there is, waiting for those still at rest, and polls what is due (or all feeds)."""
        self.enrol()
        self.tally = Tally()
        with ThreadPoolExecutor(self.http.fetchers, thread_name_prefix="fetch") as pool:
            self._pool = pool
            if all_feeds:
                with self._store.transaction():
                    for cursor in cursors.feeds(self._store):
                        if cursor.state is not SourceState.PAUSED:
                            cursors.save_feed(self._store, replace(cursor, next_due=None))
            began = self._now()
            for each in self._rounds:
                self._file(each, until_still=True)
                self._quietly(each.tell)
            waiting: set[Future[None]] = set()
            while not self._stopping.is_set():
                waiting |= self._dispatch(began)
                if not waiting:
                    break
                _done, waiting = wait(waiting, timeout=1.0, return_when="FIRST_COMPLETED")
        self._pool = None
        return self.tally

    def close(self) -> None:
        """Ends the processes; after `once`."""
        self._readers.close()
        self._filers.close()

    # ---- loops ----------------------------------------------------------------------------------------------------

    def _folder_loop(self, each: FolderRound) -> None:
        beat = self._beat(f"folder {each.options.name}")
        watch = Watch(each.options, each.wake)
        try:
            while not self._stopping.is_set():
                watch.ensure()  # before the scan, or what comes between the two is missed
                beat()
                each.wake.clear()
                self._file(each, until_still=False)
                self._quietly(lambda: each.tell(watch.trouble))  # after the scan, which may know worse
                self._looked.add(each.options.name)
                until = time.monotonic() + each.next_look_s(deaf=watch.deaf)
                while not self._stopping.is_set() and (left := until - time.monotonic()) > 0:
                    if each.wake.wait(min(left, BEAT_S)):
                        self._stopping.wait(SETTLE_S)  # one look for all that happens at once
                        break
                    beat()
                    if watch.ensure():  # the folder was replaced, or its watcher had died: look at once
                        break
        finally:
            watch.stop()

    def _file(self, each: FolderRound, *, until_still: bool) -> None:
        try:
            counts = each.run(self._stopping, until_still=until_still, beat=self._beat(f"folder {each.options.name}"))
            self.tally.add(**counts)
        except MonitorError as error:
            log.warning("folder not read", folder=each.options.name, reason=str(error))
            self._stopping.wait(2.0)
        except Exception:
            # a bug over one file must be loud, and must not end the watch over all others
            log.exception("folder failed unexpectedly", folder=each.options.name)
            self._stopping.wait(5.0)

    def _quietly(self, act: Callable[[], None]) -> None:
        try:
            act()
        except MonitorError as error:
            log.warning("not written down", reason=str(error))
        except Exception:
            log.exception("not written down")

    def _feed_loop(self) -> None:
        wall, steady = self._now(), time.monotonic()
        enrolled = time.monotonic()
        tidied = enrolled - TIDY_S + 600.0
        while not self._stopping.is_set():
            try:
                step = (self._now() - wall).total_seconds() - (time.monotonic() - steady)
                if abs(step) > STEP_S:
                    moved = cursors.shift_due(self._store, timedelta(seconds=step))
                    log.warning("the clock was set", seconds=round(step), feeds_moved=moved)
                wall, steady = self._now(), time.monotonic()
                if time.monotonic() - enrolled > ENROL_S:
                    enrolled = time.monotonic()
                    if cursors.added_mark(self._store) != self._added:
                        self.enrol()
                    if steady - tidied > TIDY_S:
                        tidied = steady
                        self._tidy()
                self._dispatch(self._now())
            except MonitorError as error:
                log.warning("feeds not asked", reason=str(error))
                self._stopping.wait(2.0)
            except Exception:
                # a bug, or a disk that cannot be read: loud, and no beat
                log.exception("feeds not asked, unexpectedly")
                self._stopping.wait(FAULT_S)
                continue
            self._beats["feeds"] = time.monotonic()
            self._wake.wait(TICK_S)
            self._wake.clear()

    def _dispatch(self, now: datetime) -> set[Future[None]]:
        """Sends out as many due feeds as there are threads, two to a host at most.

        Feeds that failed last time, or were never read, have half of the threads: a hundred that hang hold up nobody.
        """
        sent: set[Future[None]] = set()
        for doubtful in (False, True):
            while True:
                started = self._send(now, doubtful)
                sent |= started
                if not started:
                    break
        return sent

    def _send(self, now: datetime, doubtful: bool) -> set[Future[None]]:
        assert self._pool is not None
        with self._lock:
            flying = dict(self._flying)
        free = self.http.fetchers - len(flying)
        if doubtful:
            held = sum(1 for _, unsure in flying.values() if unsure)
            free = min(free, max(1, self.http.fetchers // 2) - held)
        if free <= 0 or self._stopping.is_set():
            return set()
        hosts = Counter(host for host, _ in flying.values())
        full = [host for host, count in hosts.items() if count >= self.http.per_host]
        sent: set[Future[None]] = set()
        for cursor in cursors.due(self._store, now, free * 2, doubtful=doubtful, besides=flying, hosts=full):
            options = self._feeds.get(cursor.name)
            if options is None or hosts[cursor.host] >= self.http.per_host or len(sent) >= free:
                continue
            hosts[cursor.host] += 1
            with self._lock:
                self._flying[cursor.name] = (cursor.host, doubtful)
            future = self._pool.submit(self._one, cursor, options)
            self._futures.add(future)
            future.add_done_callback(self._futures.discard)
            sent.add(future)
        return sent

    def _one(self, cursor: FeedCursor, options: FeedOptions) -> None:
        try:
            taken, ok = self._poll.run(cursor, options)
            self.tally.add(feeds=1, items=taken, failing=0 if ok else 1)
        except MonitorError as error:
            if self._stopping.is_set():
                return
            log.warning("feed not stored", feed=cursor.name, reason=str(error))
            self._stopping.wait(1.0)
        except Exception as error:
            # a bug over one feed must be loud, and must not ask the same server again at once
            log.exception("feed failed unexpectedly", feed=cursor.name)
            reason = f"a fault of the monitor: {type(error).__name__}"
            self._quietly(lambda: self._set_back(cursor, options, reason))
            self._stopping.wait(1.0)
        finally:
            with self._lock:
                self._flying.pop(cursor.name, None)
            self._wake.set()

    def _tidy(self) -> None:
        with self._store.transaction():
            cursors.forget_entries(self._store, self._now() - FORGET)

    def _set_back(self, cursor: FeedCursor, options: FeedOptions, reason: str) -> None:
        trouble = Trouble(at=self._now(), reason=reason)
        after, notices = failed(cursor, trouble, interval_s=options.interval_s, dice=random.random())  # noqa: S311
        with self._store.transaction():
            self._poll.keep(cursor, after)
            cursors.save_notices(self._store, notices)

    # ---- small things ---------------------------------------------------------------------------------------------

    def _run(self, name: str, loop: Callable[[], None]) -> None:
        thread = threading.Thread(target=self._lasting, args=(name, loop), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _lasting(self, name: str, loop: Callable[[], None]) -> None:
        """The loop until we stop. What nobody expected is loud and ends no thread; without a beat, health shows it."""
        self._beats.setdefault(name, time.monotonic())
        while not self._stopping.is_set():
            try:
                loop()
            except Exception:
                log.exception("a loop failed unexpectedly and begins again", loop=name)
                self._stopping.wait(FAULT_S)

    def _beat(self, name: str) -> Callable[[], None]:
        def beat() -> None:
            self._beats[name] = time.monotonic()

        return beat


def entered_feed(options: FeedOptions, known: FeedCursor | None, now: datetime) -> FeedCursor | None:
    """The cursor a configured feed starts from; None where nothing is to be changed."""
    host = (urlsplit(options.url).hostname or "").lower()
    if known is None:
        return FeedCursor(
            name=options.name,
            url=options.url,
            address=options.url,
            host=host,
            interval_s=options.interval_s,
            imported=not options.quiet_first,
            added=now,
        )
    if known.url != options.url:
        # The operator gave it another address: it is seen for the first time, and what is known of its entries stays.
        # What appeared since it was last read is news also if it is the same feed; of a day, where it had long failed.
        return replace(
            known,
            imported=not options.quiet_first,
            added=max(known.last_success or now, now - timedelta(days=1)),
            sightings=0,
            url=options.url,
            address=options.url,
            host=host,
            state=SourceState.NEW,
            etag=None,
            last_modified=None,
            last_full=None,
            next_due=None,
            failures=0,
            failing_since=None,
            error=None,
            told=False,
            moved_to=None,
            moved_since=None,
            moved_seen=0,
            gone_seen=0,
        )
    if known.state is SourceState.REMOVED:
        return replace(known, state=SourceState.NEW, next_due=None, told=False)
    return None
