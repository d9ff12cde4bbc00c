"""Processes that can be killed, and what they may not do."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import feedparser
import pytest

from monitor.sources.worker import Worker, WorkerFailed
from tests.faults.clock import on_this_machine


def _sleep(seconds: float) -> None:
    time.sleep(seconds)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _eat(size: int) -> int:
    return len(bytearray(size))


def _swallow(size: int) -> None:
    """A feed with one title, without the limits that a real one meets before it comes here."""
    feedparser.parse(BytesIO(b"<rss><channel><item><title>" + b"t" * size + b"</title></item></channel></rss>"))


def _raise() -> None:
    raise ValueError("no good")


def _connect(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=1)


def _start() -> None:
    subprocess.run(["true"], check=True)


def _write(path: str) -> None:
    Path(path).write_text("x")


def _add(a: int, b: int) -> int:
    return a + b


def test_what_hangs_is_killed_and_the_next_is_served_at_once() -> None:
    """F33, T5: a parser that never returns costs its own time limit and no more."""
    with Worker(processes=1, timeout_s=0.5) as worker:
        assert worker.run_within(60, _add, 1, 2) == 3
        with pytest.raises(WorkerFailed, match=r"longer than 0\.5 s"):
            worker.run(_sleep, 60)
        began = time.monotonic()

        assert worker.run_within(60, _add, 2, 2) == 4

        assert time.monotonic() - began <= on_this_machine(1)


@pytest.mark.parametrize(
    ("function", "arguments"), [(_die, ()), (_eat, (1_500_000_000,)), (_swallow, (200_000_000,)), (_raise, ())]
)
def test_what_dies_fails_alone(worker: Worker, function: object, arguments: tuple[int, ...]) -> None:
    """F36: a crash of the interpreter, hunger for memory, a title of 200 MB, an exception: one task lost, the next one
    done within a second."""
    waits: list[float] = []
    for _ in range(3):  # a busy machine may be late once
        with pytest.raises(WorkerFailed):
            worker.run(function, *arguments)  # type: ignore[arg-type]
        began = time.monotonic()
        assert worker.run(_add, 1, 1) == 2
        waits.append(time.monotonic() - began)
        if waits[-1] <= on_this_machine(1):
            return

    pytest.fail(f"it took {waits} s")


def test_a_reader_has_no_network_starts_nothing_and_writes_nothing(worker: Worker, tmp_path: Path) -> None:
    """T1: what parses hostile bytes can neither call out nor leave anything behind."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        with pytest.raises(WorkerFailed, match="no network"):
            worker.run(_connect, server.getsockname()[1])
        with pytest.raises(TimeoutError):
            server.accept()
    with pytest.raises(WorkerFailed, match="no programs"):
        worker.run(_start)
    with pytest.raises(WorkerFailed, match="writes no files"):
        worker.run(_write, str(tmp_path / "x"))
    assert not list(tmp_path.iterdir())


def test_a_closed_pool_refuses_and_leaves_no_process() -> None:
    """Stopping ends the processes, also one at work."""
    worker = Worker(processes=1, timeout_s=30)
    pid = worker.run(os.getpid)
    worker.close()

    with pytest.raises(WorkerFailed):
        worker.run(_add, 1, 1)
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("the process is still there")


def test_readers_that_are_killed_are_replaced_and_the_work_may_be_tried_again() -> None:
    """As the OOM killer does: the work was not at fault, says so, and the next one is done."""
    with Worker(processes=1) as worker, ThreadPoolExecutor(1) as other:
        pid = worker.run(os.getpid)
        os.kill(pid, signal.SIGSTOP)
        waiting = other.submit(worker.run, _add, 1, 1)
        time.sleep(0.2)
        os.kill(pid, signal.SIGKILL)

        with pytest.raises(WorkerFailed) as failed:
            waiting.result(30)

        assert failed.value.again
        assert worker.run_within(60, _add, 2, 2) == 4


def test_a_reader_that_takes_no_work_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped before it took the work, it is not seen as late by the library: no later work may wait for it."""
    monkeypatch.setattr("monitor.sources.worker.GRACE_S", 0.1)
    with Worker(processes=1) as worker:
        os.kill(worker.run(os.getpid), signal.SIGSTOP)
        with pytest.raises(WorkerFailed, match="longer than") as failed:
            worker.run_within(0.2, _add, 1, 1)

        assert failed.value.again
        assert worker.run_within(60, _add, 2, 2) == 4


def test_what_breaks_over_its_work_is_not_tried_again(worker: Worker) -> None:
    """An exception comes back each time."""
    with pytest.raises(WorkerFailed) as failed:
        worker.run(_raise)

    assert not failed.value.again
