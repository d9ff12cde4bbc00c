"""The command line: `monitor` and `python -m monitor`. One file for each group of commands."""

from __future__ import annotations

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run the command in `arguments` (default: those of the process) and give its exit code.

    0: done; 1: done, and something was wrong with the input; 2: not done.
    """
    from monitor.cli.app import run

    return run(arguments)
