"""One send at a time in a process that can be ended: a thread that hangs in a library cannot.

The process is started at the first send and ended after a minute without one. It dies with its parent, so that after a
crash nobody sends on who no longer answers for it. What touches only this machine is written here, by a thread that is
left alone where it hangs: in a pipe that nobody reads, or on a disk that is away.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.channels.build import Options, build
from monitor.alerts.channels.serving import serve
from monitor.types import Delivery

#: a new process must be there within this time
START_S = 30.0
#: what is written on this machine is there within this time, or somebody does not read it
WRITE_S = 10.0

_SPAWN = multiprocessing.get_context("spawn")


class Sender:
    """Sends through one channel. Not for two threads at once."""

    def __init__(self, name: str, options: Options, *, limit_s: float = 45.0) -> None:
        self.name = name
        self.options = options
        self.limit_s = limit_s
        self._channel = build(name, options)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._written: tuple[str, Future[Answer]] | None = None

    @property
    def local(self) -> bool:
        """Whether the channel touches only this machine, and is served in this process."""
        return self._channel.local

    def send(self, delivery: Delivery) -> Answer:
        """The channel's answer; 'again' where the process had to be ended or died, or writing here takes too long."""
        if self.local:
            return self._write(delivery)
        try:
            pipe = self._started()
            pipe.send(delivery)
            if not pipe.poll(self.limit_s):
                self.close()
                return Answer(outcome=Outcome.AGAIN, detail=f"no end after {self.limit_s:g} s; ended")
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            self.close()
            return Answer(outcome=Outcome.AGAIN, detail=f"the sending process died ({type(error).__name__})")
        assert isinstance(answer, Answer)
        return answer

    def _write(self, delivery: Delivery) -> Answer:
        """Nothing is written behind what hangs; where that ends after all, its answer counts."""
        if self._written is not None:
            ident, written = self._written
            if not written.done():
                return Answer(outcome=Outcome.AGAIN, detail="what was written before has not arrived yet")
            if ident == delivery.id:
                self._written = None
                return written.result()
        written = Future()
        threading.Thread(target=self._deliver, args=(delivery, written), name=f"write-{self.name}", daemon=True).start()
        limit_s = min(WRITE_S, self.limit_s)
        try:
            return written.result(limit_s)
        except TimeoutError:
            self._written = delivery.id, written
            return Answer(outcome=Outcome.AGAIN, detail=f"no end after {limit_s:g} s: nobody takes it")

    def _deliver(self, delivery: Delivery, written: Future[Answer]) -> None:
        try:
            written.set_result(self._channel.deliver(delivery))
        except Exception as error:
            written.set_exception(error)

    def close(self) -> None:
        """End the process, at work or not."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join(5)
            process.close()

    def _started(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self.close()
        if self._process is None or self._pipe is None:
            ours, theirs = _SPAWN.Pipe()
            process = _SPAWN.Process(
                target=serve,
                args=(theirs, os.getpid(), self.name, self.options),
                name=f"send-{self.name}",
                daemon=True,
            )
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
            if not ours.poll(START_S):
                raise OSError("the sending process did not start")
            ours.recv()
        return self._pipe
