"""Commands over archived articles: replay."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.app import app


@app.command()
def replay(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSON Lines, one article a line.")],
    database: Annotated[
        Path | None, typer.Option("--db", help="Keep what is concluded in this database; default: nowhere.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the answers go; default: standard output.")] = None,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Open an incident of type 'other' where no type is recognised.")
    ] = False,
) -> None:
    """Pass archived articles through the pipeline, in order of publication, sending nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from monitor import pipeline
    from monitor.engine.replay import replay as run
    from monitor.store import Store

    missing = [path for path in files if not path.is_file()]
    if missing:
        raise typer.BadParameter(f"there is no file {missing[0]}")
    console = Console(stderr=True)
    flow = pipeline.build_flow(accept_all=accept_all)
    part = out.with_name(out.name + ".part") if out else None
    with Store(database or ":memory:") as store:
        store.migrate()
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("reading", total=None)
            target = part.open("wb") if part else sys.stdout.buffer
            try:
                tally = run(
                    [str(path) for path in files],
                    flow,
                    store,
                    target,
                    accept_all=accept_all,
                    on_bad=lambda bad: console.print(str(bad), markup=False, highlight=False, soft_wrap=True),
                    on_progress=lambda done, of: progress.update(task, completed=done, total=of),
                )
                target.flush()
            finally:
                if part:
                    target.close()
    if part and out:
        part.replace(out)
    told = ", ".join(f"{count:,} {verdict}" for verdict, count in tally.verdicts.most_common())
    console.print(
        f"{tally.articles:,} articles ({told or 'none'}), {tally.incidents:,} incidents"
        + (f"; {tally.bad:,} bad lines passed over" if tally.bad else ""),
        highlight=False,
        soft_wrap=True,
    )
    if tally.bad:
        raise typer.Exit(1)
