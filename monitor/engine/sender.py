"""One send at a time in a process that can be ended: a thread that hangs in a library cannot.

The process is started at the first send and ended after a minute without one. It dies with its parent, so that after a
crash nobody sends on who no longer answers for it.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.channels.build import Options, build
from monitor.types import Delivery

_SPAWN = multiprocessing.get_context("spawn")
_PR_SET_PDEATHSIG = 1


class Sender:
    """Sends through one channel. Not for two threads at once."""

    def __init__(self, name: str, options: Options, *, limit_s: float = 45.0) -> None:
        self.name = name
        self.options = options
        self.limit_s = limit_s
        self._channel = build(name, options)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    @property
    def local(self) -> bool:
        """Whether the channel touches only this machine, and is served in this process."""
        return self._channel.local

    def send(self, delivery: Delivery) -> Answer:
        """The channel's answer; 'again' where the process had to be ended or died."""
        if self.local:
            return self._channel.deliver(delivery)
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
                target=_serve,
                args=(theirs, os.getpid(), self.name, self.options),
                name=f"send-{self.name}",
                daemon=True,
            )
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
        return self._pipe


def _serve(pipe: Connection, parent: int, name: str, options: Options) -> None:
    """The life of the sending process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us in order
    _die_with(parent)
    channel = build(name, options)
    while True:
        try:
            delivery = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = channel.deliver(delivery)
        except Exception as error:
            # a bug of a channel costs this attempt and not the alert; the text of the error may hold a secret
            answer = Answer(outcome=Outcome.UNKNOWN, detail=f"the channel broke: {type(error).__name__}")
        try:
            pipe.send(answer)
        except OSError:
            return


def _die_with(parent: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we asked
        os._exit(0)
