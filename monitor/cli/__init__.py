"""The command line: `monitor` and `python -m monitor`. One file for each group of commands."""

from __future__ import annotations

import signal
import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command in `arguments` (default: those of the process) and give its exit code.

    0: done; 1: done, and something was wrong with the input; 2: not done.
    """
    if (sys.argv[1:] if arguments is None else arguments)[:1] == ["run"]:
        # it takes a second to load; a reload asked for meanwhile is kept for the daemon, and does not end it
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
    from monitor.cli.app import run

    return run(arguments)
