"""The typer application, the options many commands share, and how a failure is told.

A file of commands imports `app` from here and decorates its functions; `GROUPS` names the files. They import what is
heavy (the store, the configuration, the engine) inside the commands, so that `monitor --help` is there at once.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor import __version__
from monitor.errors import MonitorError

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.store import Store

#: files of this folder that hold commands
GROUPS = ("service", "check", "archive", "incidents", "show", "export", "desk", "feeds", "deliveries", "mutes")

app = typer.Typer(
    name="monitor",
    help="Watches a folder and news feeds, works out the incidents they report, and alerts once for each.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

ConfigPath = Annotated[
    Path, typer.Option("--config", "-c", envvar="MONITOR_CONFIG", help="The configuration.", show_default=True)
]
DatabasePath = Annotated[Path | None, typer.Option("--db", help="Another database than the configured one.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]

CONFIG = Path("config.yaml")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"monitor {__version__}")
        raise typer.Exit


@app.callback()
def _monitor(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
) -> None:
    pass


def run(arguments: list[str] | None = None) -> int:
    """Run a command; what may be expected to go wrong is told in one line on standard error."""
    for group in GROUPS:
        import_module(f"monitor.cli.{group}")
    try:
        code = app(args=arguments, prog_name="monitor", standalone_mode=False)
    except MonitorError as error:
        typer.echo(f"monitor: {error}", err=True)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("monitor: stopped", err=True)
        return 130
    except typer.Exit as exit_:
        return exit_.exit_code
    except BrokenPipeError:  # `monitor incidents | head`
        sys.stderr.close()
        return 0
    except Exception as error:
        shown = getattr(error, "show", None)
        if shown is None:  # no fault of the command line: a bug, told in full
            raise
        shown()
        return int(getattr(error, "exit_code", 2))
    return code if isinstance(code, int) else 0


def configured(path: Path, *, sending: bool = True) -> Config:
    """The configuration at `path`; with channels by name alone where nothing is to be sent."""
    from monitor import config

    return config.load(path, sending=sending)


@contextmanager
def opened(path: Path, database: Path | None, *, write: bool = False) -> Iterator[Store]:
    """The store a command works on: `database` where given, else the configured one. Read-only unless `write`."""
    from monitor import config
    from monitor.store import Store

    with Store(database or config.database_at(path), read_only=not write) as store:
        if write:
            store.migrate()
        yield store


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write what is to lie at `path`: it appears there whole or not at all.

    Raises MonitorError where it cannot be written."""
    part = path.parent / f"{path.name}.part"
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        part.open("wb").close()
        part.unlink()
        yield part
        part.replace(path)
    except OSError as error:
        raise MonitorError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink()
