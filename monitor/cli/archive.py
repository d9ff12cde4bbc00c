"""Commands over what was, or was not, read: replay, unread."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, configured, opened, whole
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from monitor.engine.replay import Bad

#: bad lines that are told one by one
_TOLD = 10


@app.command()
def replay(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="JSON Lines, one article a line.")],
    database: Annotated[
        Path | None, typer.Option("--db", help="Keep what is concluded in this database; default: nowhere.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", "-c", help="Read by its rules and places; default: by ours alone.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the answers go; default: standard output.")] = None,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="Open an incident of type 'other' where no type is recognised.")
    ] = False,
) -> None:
    """Pass archived articles through the pipeline, in order of publication, sending nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from monitor.engine.replay import replay as run
    from monitor.flow import build_flow
    from monitor.store import Store

    for path in files:
        if not path.is_file():
            raise typer.BadParameter(f"there is no file {path}")
        if not os.access(path, os.R_OK):
            raise typer.BadParameter(f"{path} cannot be read")
    console = Console(stderr=True)
    flow = build_flow(configured(config, sending=False) if config else None, accept_all=accept_all)
    bad = 0

    def on_bad(fault: Bad) -> None:
        nonlocal bad
        bad += 1
        if bad <= _TOLD:
            console.print(str(fault), markup=False, highlight=False, soft_wrap=True)

    with ExitStack() as stack:
        target = stack.enter_context(stack.enter_context(whole(out)).open("wb")) if out else sys.stdout.buffer
        store = stack.enter_context(Store(database or ":memory:"))
        store.migrate()
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("reading", total=None)
            tally = run(
                [str(path) for path in files],
                flow,
                store,
                target,
                accept_all=accept_all,
                on_bad=on_bad,
                on_progress=lambda done, of: progress.update(task, completed=done, total=of),
            )
            target.flush()
    if bad > _TOLD:
        console.print(f"and {bad - _TOLD:,} more lines that are no article", highlight=False)
    told = ", ".join(f"{count:,} {verdict}" for verdict, count in tally.verdicts.most_common())
    console.print(
        f"{tally.articles:,} articles ({told or 'none'}), {tally.incidents:,} incidents"
        + (f"; {tally.bad:,} bad lines passed over" if tally.bad else ""),
        highlight=False,
        soft_wrap=True,
    )
    if tally.bad:
        raise typer.Exit(1)


@app.command()
def unread(
    retry: Annotated[
        bool, typer.Option("--retry", help="Try to read files and articles again, as after an update.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many.")] = 100,
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """List what could not be read, or only in part: files and articles, each with its reason, latest first."""
    import dataclasses
    import json

    from monitor.store import unread as kept

    if retry:
        _read_again(config, database)
    with opened(config, database) as store:
        found = kept.listing(store, limit)
    for each in found:
        if as_json:
            typer.echo(json.dumps(dataclasses.asdict(each), ensure_ascii=False))
        else:
            typer.echo(f"{each.at[:19]}  {each.what:<7}  {plain(each.subject)}: {plain(each.reason)}")
    if not found and not as_json:
        typer.echo("everything was read", err=True)


def _read_again(config: Path, database: Path | None) -> None:
    from monitor.engine.filing import try_again
    from monitor.engine.local import Local
    from monitor.flow import build_flow
    from monitor.store import articles, cursors

    options = None if database else configured(config)
    with opened(config, database, write=True) as store:
        policy = options.policy if options else None
        items = list(articles.failed_items(store))
        engine = Local(flow=build_flow(options), store=store, policy=policy)
        results = engine.take(items)
        with store.transaction():
            for item, result in zip(items, results, strict=True):
                if result.verdict != "failed":
                    cursors.read_after_all(store, item.source, item.subject)
        files = try_again(options.folders if options else (), store, engine, lambda: datetime.now(UTC))
    read = sum(1 for each in results if each.verdict != "failed")
    typer.echo(f"{read} of {len(results)} articles can be read now", err=True)
    if files[1]:
        typer.echo(f"{files[0]} of {files[1]} files can be read now", err=True)
