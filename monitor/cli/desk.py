"""Commands by which the operator has the last word: merge, split, dismiss, retype, note, and undo for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, ConfigPath, DatabasePath, app, configured, opened
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from pathlib import Path

    from monitor.desk import Desk

Incident = Annotated[str, typer.Argument(metavar="INCIDENT", help="Its id; the beginning will do.")]
Preview = Annotated[bool, typer.Option("--preview", help="Only show what would be different.")]


@app.command()
def merge(
    incident: Incident,
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The incident that is the same; its id lives on as a pointer.")
    ],
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Say that two incidents are one; every later report is told so."""
    _act("merge", incident, {"other": other}, preview, config, database)


@app.command()
def split(
    incident: Incident,
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="The reports that tell of another incident: ids, or files."),
    ],
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Say that some reports of an incident tell of another one; they stay apart."""
    _act("split", incident, {"article": " ".join(articles)}, preview, config, database)


@app.command()
def dismiss(
    incident: Incident,
    why: Annotated[str, typer.Option(help="Kept as a note.")] = "",
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Say that an incident is no news; its later reports still find it and stay quiet."""
    _act("dismiss", incident, {"text": why}, preview, config, database)


@app.command()
def retype(
    incident: Incident,
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="The right type: drone_strike.")],
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Set the type of an incident, whatever its reports say."""
    _act("retype", incident, {"type": kind}, preview, config, database)


@app.command()
def note(
    incident: Incident,
    text: Annotated[str, typer.Argument(help="What to remember.")],
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Write a note on an incident."""
    _act("note", incident, {"text": text}, preview, config, database)


@app.command()
def undo(
    operation: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help="Of the operation; default: the last.")
    ] = None,
    preview: Preview = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Take back what was done by one of these commands; what was reported since stays."""
    _act("undo", "", {"operation": str(operation or "")}, preview, config, database)


@contextmanager
def _desk(config: Path, database: Path | None) -> Iterator[Desk]:
    from monitor.desk import Desk
    from monitor.flow import build_flow

    options = None if database else configured(config)
    with opened(config, database, write=True) as store:
        yield Desk(store=store, flow=build_flow(options))


def _act(
    action: str, incident: str, values: dict[str, str], preview: bool, config: Path, database: Path | None
) -> None:
    with _desk(config, database) as desk:
        effect = desk.preview(action, incident, values) if preview else desk.do(action, incident, values)
    typer.echo(plain(effect.summary))
    for line in effect.lines:
        typer.echo(f"  {plain(line)}")
    if effect.operation is not None:
        typer.echo(f"take it back with: monitor undo {effect.operation}", err=True)


@app.command()
def rebuild(
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this only what would change is printed.")] = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Decide anew, for everything stored, which reports are one incident. Prints what would change; tells nobody."""
    from datetime import UTC, datetime

    from rich.console import Console
    from rich.progress import Progress

    from monitor.engine import rebuild as engine
    from monitor.flow import build_flow

    now = datetime.now(UTC)
    flow = build_flow(None if database else configured(config))
    console = Console(stderr=True)
    with opened(config, database, write=True) as store:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("matching", total=None)
            made = engine.plan(
                store, flow, now, on_progress=lambda done, of: progress.update(task, completed=done, total=of)
            )
        for line in made.lines:
            typer.echo(plain(line))
        typer.echo(f"{made.same:,} incidents stay as they are, {len(made.changed):,} would be different", err=True)
        if yes:
            number = engine.apply(store, flow, made, now)
            if number is not None:
                typer.echo(f"done; take it back with: monitor undo {number}", err=True)
        elif made.changed:
            typer.echo("nothing was changed; do it with --yes", err=True)
