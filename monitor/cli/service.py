"""Commands over the running program: run, once, digest, health, backup, and the schema of its configuration."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, configured, opened, whole
from monitor.cli.terminal import indented, plain

settings = typer.Typer(help="What can be set.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(settings, name="config")


@app.command()
def run(config: ConfigPath = CONFIG) -> int:
    """Watch, read, alert, until told to stop (Ctrl-C or SIGTERM)."""
    from monitor import daemon

    return daemon.run(config)


@app.command()
def once(
    all_feeds: Annotated[
        bool, typer.Option("--all-feeds", help="Ask every feed, also those that are not due.")
    ] = False,
    config: ConfigPath = CONFIG,
) -> None:
    """Take in all there is, send what is due, and stop."""
    from monitor import logs
    from monitor.engine.courier import Courier
    from monitor.engine.local import Local
    from monitor.engine.poller import Poller
    from monitor.flow import build_flow
    from monitor.store import Store
    from monitor.store.guard import sole

    options = configured(config)
    logs.configure(options.log, options.secrets)
    database = Path(options.store.path)
    database.parent.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    with sole(database), Store(database) as store:
        store.migrate()
        engine = Local(
            flow=build_flow(options),
            store=store,
            policy=options.policy,
            tell=lambda result: counts.update([result.verdict.value] if not result.known else []),
        )
        poller = Poller(store=store, engine=engine, folders=options.folders, feeds=options.feeds, http=options.http)
        try:
            tally = poller.once(all_feeds=all_feeds)
        finally:
            poller.close()
        left = Courier(store, options).settle(limit_s=60.0)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common()) or "nothing new"
    typer.echo(f"{tally.files} files, {tally.feeds} feeds asked ({tally.failing} failing): {told}", err=True)
    if not left:
        typer.echo("some messages could not be sent yet; see `monitor deliveries`", err=True)
        raise typer.Exit(1)


@app.command()
def digest(
    preview: Annotated[
        bool, typer.Option("--preview", help="Print it, as without this; nothing is sent or counted.")
    ] = False,
    recipient: Annotated[str | None, typer.Option(help="Whose; default: the first one's.")] = None,
    form: Annotated[str, typer.Option("--format", help="text, markdown or html.")] = "text",
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Show the digest as it would be sent now. The daemon sends digests by itself, at the configured times."""
    from monitor.engine import digests
    from monitor.store import Store

    if form not in ("text", "markdown", "html"):
        raise typer.BadParameter("--format is text, markdown or html")
    options = configured(config, sending=False)
    people = {each.name: each for each in options.recipients}
    if not people:
        raise typer.BadParameter("the configuration has no recipients")
    if recipient is not None and recipient not in people:
        raise typer.BadParameter(f"there is no recipient {plain(recipient)}; there are: {', '.join(people)}")
    whose = people[recipient] if recipient else options.recipients[0]
    with Store(database or options.store.path, read_only=True) as store:
        message = digests.preview(store, options, whose, datetime.now(UTC))
    if form == "text":
        typer.echo("\n".join(indented(line) for line in message.text.splitlines()))
    else:
        typer.echo(message.html if form == "html" else message.markdown)


@settings.command("schema")
def schema() -> None:
    """Print the JSON schema of the configuration file, for editors."""
    from monitor import config

    typer.echo(json.dumps(config.schema(), indent=2))


@app.command()
def health(as_json: AsJson = False, config: ConfigPath = CONFIG, database: DatabasePath = None) -> None:
    """Tell whether the daemon is alive and all is well; exit code 0 only then, for containers."""
    from monitor import config as configuration
    from monitor import pulse

    path = Path(database or configuration.database_at(config))
    found = pulse.read(path)
    troubles: list[str] = []
    told: dict[str, Any] = {"database": str(path)}
    if found is None:
        troubles.append("the monitor is not running")
    else:
        age = pulse.age_s(found)
        told |= {"pid": found.pid, "version": found.version, "started": found.started.isoformat(), "ready": found.ready}
        if pulse.gone(found):
            troubles.append(f"the monitor is not running: process {found.pid} ended without a word")
        elif age > pulse.STALE_S:
            troubles.append(f"no sign of life for {age:.0f} s")
        troubles += [f"stuck: {name}" for name in found.stuck]
        if not found.ready:
            troubles.append("still starting")
        if found.config_error:
            told["config_error"] = plain(found.config_error)
    told |= _stored(path, troubles)
    told = {"healthy": not troubles, "troubles": troubles, **told}
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        typer.echo("healthy" if not troubles else "not healthy: " + "; ".join(troubles))
        for name, value in told.items():
            if name not in ("healthy", "troubles"):
                typer.echo(f"  {name.replace('_', ' ')}: {_words(value)}")
    if troubles:
        raise typer.Exit(1)


def _stored(path: Path, troubles: list[str]) -> dict[str, Any]:
    """What the database says of how things stand."""
    from monitor.errors import MonitorError
    from monitor.store import Store, articles, cursors, deliveries, incidents, unread
    from monitor.types import SourceState

    try:
        with Store(path, read_only=True, busy_s=2.0) as store:
            states = cursors.counts(store)
            waiting = deliveries.counts(store)
            if store.wal_bytes() > 256 * 1024 * 1024:
                troubles.append(
                    f"the write-ahead log has grown to {store.wal_bytes() // 1024**2} MB: a reader holds it"
                )
            if waiting.get("dead"):
                troubles.append(f"{waiting['dead']} deliveries given up; see `monitor deliveries`")
            channels = deliveries.channel_states(store).values()
            troubles += [
                f"channel {each.name} is {each.state}: {each.outcome}" for each in channels if each.state != "ok"
            ]
            feeds = sum(states.values())
            if feeds and states.get(SourceState.FAILING) == feeds:
                troubles.append("no feed answers")
            not_read, in_part = unread.counts(store)
            return {
                "articles": articles.total(store),
                "latest_article": articles.latest(store),
                "not_read": not_read,
                "read_in_part": in_part,
                "incidents": incidents.counts(store),
                "feeds": states,
                "deliveries": dict(waiting),
            }
    except MonitorError as error:
        troubles.append(str(error))
        return {}


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{count} {name}" for name, count in value.items()) or "none"
    return "none" if value is None else plain(value)


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; it must not exist yet.")],
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Copy the database while the monitor runs, and check the copy. To restore: stop, put it in place, start."""
    from monitor.errors import StoreError
    from monitor.store import Store, articles

    if target.exists():
        raise typer.BadParameter(f"{target} exists already")
    with opened(config, database) as store, whole(target) as part:
        store.backup(part)
        with Store(part, read_only=True) as copy:
            answer = copy.integrity()
            count = articles.total(copy)
        for leftover in ("-wal", "-shm"):
            Path(f"{part}{leftover}").unlink(missing_ok=True)
        if answer != "ok":
            raise StoreError(f"the copy is damaged: {answer}")
    typer.echo(f"{count:,} articles, checked", err=True)
