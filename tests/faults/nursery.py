"""Couriers to be killed, ready in a moment: one process loads the program once and forks each from itself.

Loading takes a second of CPU, which a thousand kills cannot afford. What is forked has no thread and no open file of
the nursery's; it opens its own database and starts its own sending processes, as a new program does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Nursery:
    """The side of the test: `start()` makes a courier on the database, `kill()` ends it as a power cut would."""

    config: Path
    database: Path
    how: str = "plain"  #: after_send: it kills itself between sending and marking
    pid: int = 0
    _process: subprocess.Popen[bytes] = field(init=False)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery", str(self.config), str(self.database)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.pid:
            self.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def start(self, how: str = "plain") -> None:
        """One courier more; the one before is dead."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{how}\n".encode())
        self._process.stdin.flush()
        self.pid = int(self._line())

    def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        os.kill(self.pid, signal.SIGKILL)
        assert self.gone() == -signal.SIGKILL

    def gone(self) -> int:
        """Wait for its end: its exit code, or the signal it died of as a negative number."""
        self.pid = 0
        return int(self._line())

    def _line(self) -> bytes:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the nursery died"
        return line


def main() -> None:
    """The side of the process: a line in is a courier more; its pid and then its end come out."""
    from monitor import config as configuration
    from monitor.engine.courier import Courier
    from monitor.store import Store

    config = configuration.load(sys.argv[1])
    test = Path(f"/proc/{os.getppid()}")
    resource_tracker.ensure_running()  # one for all, and not one more process for each
    for line in sys.stdin.buffer:
        pid = os.fork()
        if pid == 0:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            courier = Courier(Store(sys.argv[2]), config)
            if line.strip() == b"after_send":
                courier._mark = lambda *args: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
            courier.start()
            while test.exists():
                time.sleep(1)
            os._exit(0)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
