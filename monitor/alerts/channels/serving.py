"""The life of a sending process: take a delivery, send it, answer; end with the parent.

A module of its own, so that a new process is ready in a moment: it loads the channels and nothing else of the product.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from multiprocessing.connection import Connection

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.channels.build import Options, build

_PR_SET_PDEATHSIG = 1


def serve(pipe: Connection, parent: int, name: str, options: Options) -> None:
    """Serve until the parent closes the pipe or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us in order
    _die_with(parent)
    channel = build(name, options)
    try:
        pipe.send(None)  # ready: the time to start is not counted against the first send
    except OSError:
        return
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
