"""Child processes that can be killed: everything hostile is parsed there.

A thread cannot be stopped, and a parser can be held for minutes by one small file. A worker has a limit on address
space and time, no network, and is replaced when it dies; the caller waits, and gets a value or `WorkerFailed`.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from monitor.errors import MonitorError

P = ParamSpec("P")
T = TypeVar("T")

#: loaded once in the process that workers are forked from, so that a new one is ready in milliseconds
PRELOAD = ("monitor.sources.documents", "monitor.sources.feeds", "monitor.articles.page")

#: what one process may use, and after how many works another one takes its place
MEMORY_BYTES = 700_000_000
TASKS_EACH = 1_000

#: after its time, for the library to end a process and say so
GRACE_S = 5.0

_NETWORK = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"})
_PROCESSES = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"})


class WorkerFailed(MonitorError):
    """The work was not done: it took too long, needed too much, or the parser broke. `reason` says which in words.

    `again`: the process did not live or get to do it, which a frozen machine or another's hunger for memory explains as
    well; the same work may be done at another try.
    """

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class Worker:
    """A small pool of such processes. Functions and arguments must be picklable; use from any thread."""

    def __init__(self, *, processes: int = 2, timeout_s: float = 10.0) -> None:
        self.timeout_s = timeout_s
        self._processes = processes
        self._lock = threading.Lock()
        self._seats = threading.BoundedSemaphore(processes)
        self._pool: ProcessPool | None = None
        self._closed = False

    def warm(self) -> None:
        """Begins to start the processes, so that the first work does not wait for them."""
        for _ in range(self._processes):
            self._started().schedule(os.getpid)

    def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function returns. Raises WorkerFailed after `timeout_s`, or when the process died or it raised."""
        return self.run_within(self.timeout_s, function, *args, **kwargs)

    def run_within(self, timeout_s: float, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The same with its own time limit."""
        with self._seats:  # waiting for a free process is not counted against the work
            pool = self._started()
            future = None
            try:
                future = pool.schedule(function, args=args, kwargs=kwargs, timeout=timeout_s)
                # pebble counts on the wall clock, which may step back; this wait is on the monotonic one
                result: T = future.result(timeout=timeout_s + GRACE_S)
                return result
            except TimeoutError as error:
                if future is not None and not future.done():  # nobody takes the work, or nobody can be stopped over it
                    self._drop(pool)
                raise WorkerFailed(f"reading took longer than {timeout_s:g} s and was stopped", again=True) from error
            except ProcessExpired as error:
                raise WorkerFailed("the reader died over it", again=True) from error
            except BrokenProcessPool as error:
                raise WorkerFailed("the readers died", again=True) from error
            except CancelledError as error:
                raise WorkerFailed("reading was cancelled", again=True) from error
            except MemoryError as error:
                raise WorkerFailed(f"reading needed more than {MEMORY_BYTES // 1_000_000} MB") from error
            except Exception as error:
                if future is None:  # the pool broke after it was asked for
                    raise WorkerFailed("the readers died", again=True) from error
                why = f"{type(error).__name__}: {str(error)[:200]}"
                raise WorkerFailed(f"the reader broke over it: {why}") from error

    @property
    def closed(self) -> bool:
        """Whether further work is refused."""
        return self._closed

    def close(self) -> None:
        """Ends the processes, at work or not. Further work is refused."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drop(self, pool: ProcessPool) -> None:
        """The next work gets processes of its own."""
        with self._lock:
            mine = self._pool is pool
            self._pool = None if mine else self._pool
        if mine:
            _end(pool)

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._closed:
                raise WorkerFailed("the readers are closed")
            if self._pool is not None and not self._pool.active:
                _end(self._pool)
                self._pool = None
            if self._pool is None:
                context = multiprocessing.get_context("forkserver")
                context.set_forkserver_preload(list(PRELOAD))
                self._pool = ProcessPool(
                    max_workers=self._processes,
                    max_tasks=TASKS_EACH,
                    initializer=_confine,
                    context=context,
                )
            return self._pool


def _end(pool: ProcessPool) -> None:
    """Ends the processes of a pool, whatever state it is in."""
    with suppress(RuntimeError):
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _confine() -> None:
    """Runs first in each worker: bounds it, and takes away what parsing never needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes us in order
    # what is mapped already was reserved by the libraries of the program's main module, and is not memory in use
    with open("/proc/self/statm", encoding="ascii") as file:
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    limit = max(MEMORY_BYTES, mapped + MEMORY_BYTES * 3 // 4)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)
    # what goes wrong here comes back as a value; a traceback of a process being ended would only alarm
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError(f"a reader has no network ({event})")
    if event in _PROCESSES:
        raise PermissionError(f"a reader starts no programs ({event})")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        raise PermissionError("a reader writes no files")
