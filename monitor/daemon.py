"""The life of the process: lock, build, start, watch over, stop in reverse.

    config ─> log ─> lock ─> store ─> flow ─> engine ─> courier, sources, page     (started in this order)
                                                        ╰── each loop leaves beats; the main loop looks at their age

One main loop on the monotonic clock. APScheduler's jobs only wake what looks into the database for what is due, and are
planned anew when the wall clock was set. SIGTERM and SIGINT end the process within twenty seconds; SIGHUP reads the
configuration again and keeps the old one where the new one is bad.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor  # type: ignore[import-untyped]
from apscheduler.schedulers.background import BackgroundScheduler  # type: ignore[import-untyped]

from monitor import __version__, config, logs, own, page, pulse, systemd
from monitor.config import Config
from monitor.engine.courier import Courier
from monitor.engine.local import Local
from monitor.engine.poller import Poller
from monitor.errors import ConfigError, MonitorError, StoreError, StoreLost
from monitor.flow import build_flow
from monitor.pipeline import Result
from monitor.sources.worker import Worker
from monitor.store import Store, upkeep
from monitor.store.guard import network_file_system, sole

log = structlog.get_logger("monitor.daemon")

#: from the signal to the end of the process; what has not ended by then is ended
STOP_S = 18.0
#: a wall clock that moves against the monotonic one by more than this was set
STEP_S = 5.0
TICK_S = 0.5
PULSE_S = 5.0
#: a start that goes on is given so much longer, again and again: files that hold their reader up are no fault of it
START_S = 60.0
#: the exit code where the database is damaged, or no longer the file that was opened; the same as where it cannot begin
LOST = 2
DIGESTS_EVERY_S = 15
TIDY_EVERY_S = 3600
#: a new configuration that the database did not take is tried again after this
RELOAD_AGAIN_S = 10.0


def run(path: str | os.PathLike[str] = "config.yaml") -> int:
    """Run on the configuration at `path` until told to stop; the exit code.

    Raises ConfigError and StoreError where it cannot begin. From the main thread only: signals reach no other.
    """
    return Daemon(Path(path)).run()


class Daemon:
    """One running monitor."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config: Config = config.load(path)
        self._first = self.config
        self._first_own = _own_files(self.config)
        self._stopping = threading.Event()
        self._reloading = threading.Event()
        self._reload_at = float("inf")
        self._started = datetime.now(UTC)
        self._began = time.monotonic()
        self._ready = False
        self._config_error: str | None = None
        self._beats: dict[str, float] = {}

    def run(self) -> int:
        """Build, start, watch over, stop."""
        logs.configure(self.config.log, self.config.secrets)
        log.info("starting", version=__version__, config=str(self.path), process=os.getpid())
        with ExitStack() as stack:
            stack.enter_context(self._signals())
            self._open(stack)
            self._start(stack)
            code = self._watch_over()
            log.info("stopping")
            systemd.notify("STOPPING=1")
            # Nothing of ours takes this long. If something does, it must not keep the service from being started
            # again; all that counts is in the database.
            last_word = threading.Timer(STOP_S, os._exit, (3,))
            last_word.daemon = True
            last_word.start()
        log.info("stopped", seconds=round(time.monotonic() - self._began))
        _leave_threads(code)
        last_word.cancel()
        return code

    # ---- starting -------------------------------------------------------------------------------------------------

    def _open(self, stack: ExitStack) -> None:
        """The database, ours alone, at this version's schema."""
        database = Path(self.config.store.path)
        try:
            database.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot make {database.parent}: {error.strerror}") from error
        stack.enter_context(sole(database))
        remote = network_file_system(database.parent)
        if remote:
            log.warning("the database lies on a network disk, where SQLite cannot keep its promises", kind=remote)
        self._store = stack.enter_context(Store(database))
        steps = self._store.migrate()
        log.info("database", path=str(database), steps=len(steps))
        stack.callback(pulse.forget, database)

    def _start(self, stack: ExitStack) -> None:
        """The parts, in an order that the stack undoes: sources stop before what sends, and the timers first of all."""
        for folder in self.config.folders:
            with suppress(OSError):  # its loop says what is wrong with it, and goes on looking
                Path(folder.path).mkdir(parents=True, exist_ok=True)
        if not self.config.recipients:
            log.warning("nobody is told of anything: the configuration has no recipients")
        flow = build_flow(self.config)
        # Words, places and weights stay to the end. Looked through for garbage now and then, with all that is imported,
        # they would hold an article up for a tenth of a second.
        gc.collect()
        gc.freeze()
        # What reading makes ends by itself; a search at every 700 objects, as is usual, takes a twentieth of its time.
        gc.set_threshold(50_000)
        policy = self.config.policy
        self._courier = Courier(self._store, self.config)
        self._engine = Local(flow=flow, store=self._store, policy=policy, tell=self._told)
        self._poller = Poller(
            store=self._store,
            engine=self._engine,
            folders=self.config.folders,
            feeds=self.config.feeds,
            http=self.config.http,
        )
        self._courier.start()
        stack.callback(self._courier.stop, 6.0)
        self._poller.start()
        stack.callback(self._poller.stop, 8.0)
        self._serve_page(stack)
        self._scheduler = self._planned()
        self._scheduler.start()
        stack.callback(self._scheduler.shutdown, wait=False)

    def _serve_page(self, stack: ExitStack) -> None:
        """The page, where it is wanted. Without it the monitor goes on: nobody's alert waits for a free port."""
        if not self.config.web.enabled:
            return
        try:
            reader = stack.enter_context(Store(self._store.path, read_only=True, busy_s=1.5))
            worker = stack.enter_context(Worker(processes=1))  # a hostile page keeps no feed and no file waiting
            served = page.serve(self.config, reader, self._engine, current=lambda: self.config, worker=worker)
        except MonitorError as error:
            log.error("no page", reason=str(error))
            return
        served.start()
        stack.callback(served.stop)
        log.info("page", address=f"http://{self.config.web.host}:{served.port}/")

    def _told(self, result: Result) -> None:
        if result.notices:
            self._courier.wake()

    def _planned(self) -> BackgroundScheduler:
        """Jobs that wake and tidy. What is due, and when, stands in the database and not here."""
        scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(2)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        scheduler.add_job(self._courier.wake, "interval", seconds=DIGESTS_EVERY_S, id="digests")
        scheduler.add_job(self._beat, "interval", seconds=5, id="beat", args=("timers",))
        scheduler.add_job(self._tidy, "interval", seconds=TIDY_EVERY_S, id="tidy")
        return scheduler

    # ---- the main loop --------------------------------------------------------------------------------------------

    def _watch_over(self) -> int:
        every_s = systemd.watchdog_s()
        wall, steady = datetime.now(UTC), time.monotonic()
        self._beat("timers")
        pulsed = pinged = extended = float("-inf")
        while not self._stopping.is_set():
            now = time.monotonic()
            step = (datetime.now(UTC) - wall).total_seconds() - (now - steady)
            wall, steady = datetime.now(UTC), now
            if abs(step) > STEP_S:
                self._replan(step)
            if not self._ready and now - extended >= START_S / 4 and not self._stuck():
                extended = now
                systemd.notify(f"EXTEND_TIMEOUT_USEC={START_S * 1_000_000:.0f}")
            if self._reloading.is_set() or now >= self._reload_at:
                self._reloading.clear()
                self._reload()
            if not self._ready and self._poller.looked:
                self._ready = True
                systemd.notify("READY=1", f"STATUS=version {__version__}, watching")
                log.info("ready", seconds=round(now - self._began, 1))
                pulsed = float("-inf")
            if now - pulsed >= PULSE_S:
                pulsed = now
                self._leave_pulse()
                with suppress(StoreLost):
                    self._store.in_place()
            if self._store.lost is not None:
                log.error("the database is lost; nothing is read or told any more", reason=str(self._store.lost))
                return LOST
            if self._ready and every_s and now - pinged >= every_s / 4:
                pinged = now
                self._ping()
            self._stopping.wait(TICK_S)
        return 0

    def _ages(self) -> dict[str, float]:
        """By loop, how long ago it last went round."""
        now = time.monotonic()
        beats = {**self._beats, **self._poller.beats(), **self._courier.beats()}
        return {name: max(0.0, now - at) for name, at in beats.items()}

    def _leave_pulse(self) -> None:
        pulse.write(
            self._store.path,
            pulse.Pulse(
                pid=os.getpid(),
                version=__version__,
                started=self._started,
                ready=self._ready,
                beat=time.monotonic(),
                boot=pulse.boot(),
                host=pulse.host(),
                loops=self._ages(),
                config_error=self._config_error,
            ),
        )

    def _ping(self) -> None:
        """To the service manager, which ends us when it stops: only while every loop goes round."""
        stuck = self._stuck()
        if stuck:
            log.error("a loop stands still; the service manager is not told that all is well", loops=stuck)
            return
        systemd.notify("WATCHDOG=1")

    def _stuck(self) -> list[str]:
        """The loops that no longer go round."""
        return [name for name, age in self._ages().items() if age > pulse.STALE_S]

    def _beat(self, name: str) -> None:
        self._beats[name] = time.monotonic()

    def _replan(self, step: float) -> None:
        """An interval is planned on the wall clock; set back by two hours, it would not come for two hours."""
        log.warning("the clock was set", seconds=round(step))
        now = datetime.now(UTC)
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=now)
        self._courier.wake()

    def _tidy(self) -> None:
        """Folds the write-ahead log back, and lets the database look after its statistics."""
        try:
            upkeep.tidy(self._store)
        except MonitorError as error:
            log.warning("the database was not tidied", reason=str(error))

    # ---- signals --------------------------------------------------------------------------------------------------

    @contextmanager
    def _signals(self) -> Iterator[None]:
        def stop(number: int, frame: FrameType | None) -> None:
            self._stopping.set()

        def reload(number: int, frame: FrameType | None) -> None:
            self._reloading.set()

        wanted: dict[signal.Signals, Callable[[int, FrameType | None], None]] = {
            signal.SIGTERM: stop,
            signal.SIGINT: stop,
            signal.SIGHUP: reload,
        }
        before = {number: signal.signal(number, handler) for number, handler in wanted.items()}
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP})  # held back by the command since its first moment
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _reload(self) -> None:
        """Another configuration from the next article on; a bad one is told of and changes nothing, and one that the
        database does not take for now is tried again."""
        self._reload_at = float("inf")
        systemd.notify("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")
        try:
            new = config.load(self.path)
            later = self._later(new)
            self._courier.check(new)
            self._poller.reload(new.feeds)  # before what cannot fail: it writes
            self._courier.reload(new)
        except Exception as error:
            again = not isinstance(error, ConfigError)
            self._reload_at = time.monotonic() + RELOAD_AGAIN_S if again else float("inf")
            self._config_error = str(error)
            log.error(
                "the new configuration is not used; the old one stays",
                reason=str(error),
                again=again,
                exc_info=None if isinstance(error, MonitorError) else error,
            )
        else:
            self.config = new
            self._config_error = None
            logs.configure(new.log, new.secrets)
            self._engine.policy = new.policy
            log.info("configuration read again", at_next_start=later or None)
        systemd.notify("READY=1")

    def _later(self, new: Config) -> list[str]:
        """The sections of which we run on what they said at the start, and they say something else now."""
        parts = ("folders", "store", "reading", "http", "web")
        changed = {part for part in parts if getattr(self._first, part) != getattr(new, part)}
        if _own_files(new) != self._first_own:
            changed.add("reading")
        return [part for part in parts if part in changed]


def _own_files(config: Config) -> tuple[bytes, ...]:
    return own.contents(config.reading.rules, config.reading.places)


def _leave_threads(code: int) -> None:
    """A fetch that hangs until its deadline would hold the interpreter's own end for as long: leave without it."""
    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    if any(not thread.daemon for thread in others):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
