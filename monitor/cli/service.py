"""Commands over the running program: run, once, check, health, and what concerns its configuration."""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, configured, opened, whole
from monitor.cli.terminal import indented, plain

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.sources import FeedOptions

#: a sign of life older than this is none
PULSE_S = 30.0
_TO_COME = "is not there yet; the daemon will make it"

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
    from monitor.engine import courier
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
        message = courier.preview(store, options, whose, datetime.now(UTC))
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
        elif age > PULSE_S:
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
            states: dict[str, int] = {}
            for each in cursors.feeds(store):
                states[each.state.value] = states.get(each.state.value, 0) + 1
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
            if feeds and states.get(SourceState.FAILING.value, 0) == feeds:
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
    from monitor.store import Store

    if target.exists():
        raise typer.BadParameter(f"{target} exists already")
    with opened(config, database) as store, whole(target) as part:
        store.backup(part)
        with Store(part, read_only=True) as copy:
            answer = copy.integrity()
            articles = copy.execute("SELECT count(*) FROM article").fetchone()[0]
        for leftover in ("-wal", "-shm"):
            Path(f"{part}{leftover}").unlink(missing_ok=True)
        if answer != "ok":
            raise StoreError(f"the copy is damaged: {answer}")
    typer.echo(f"{articles:,} articles, checked", err=True)


# ---- check --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that was looked at."""

    what: str
    ok: bool
    said: str


@app.command()
def check(
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask the feeds.")] = False,
    send: Annotated[bool, typer.Option("--send", help="Send a test alert through every channel.")] = False,
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
) -> None:
    """Look at the configuration, the folders, the database, the feeds and the channels; exit code 0 if all is well."""
    options = configured(config)
    looked = chain(
        [Found(what=f"configuration {config}", ok=True, said="can be used")],
        _folders(options),
        _database(options),
        [] if offline else _feeds(options),
        _channels(options, send),
        _layouts(options),
        _scopes(options),
    )
    bad = 0
    for each in looked:
        bad += not each.ok
        if as_json:
            typer.echo(json.dumps({"what": each.what, "ok": each.ok, "said": plain(each.said)}, ensure_ascii=False))
        else:
            typer.echo(f"{'ok ' if each.ok else 'BAD'}  {plain(each.what)}: {plain(each.said)}")
    if bad:
        raise typer.Exit(1)


def _folders(options: Config) -> Iterator[Found]:
    for each in options.folders:
        path = Path(each.path)
        if not path.is_dir():
            barred = _barred(path)
            ok = barred is None
            said = f"is not there, and {barred} cannot be written" if barred else _TO_COME
        else:
            ok = os.access(path, os.R_OK | os.X_OK) and (each.after != "move" or os.access(path, os.W_OK))
            said = "can be read" if ok else "cannot be read (or, with `after: move`, written)"
        yield Found(what=f"folder {each.path}", ok=ok, said=said)


def _barred(folder: Path) -> Path | None:
    """The folder, or what it would be made in, where nothing can be written there. It is tried: root has every right,
    and yet not everywhere can a file be made."""
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return None
    except OSError:
        return there


def _database(options: Config) -> Iterator[Found]:
    from monitor.errors import MonitorError
    from monitor.store import Store
    from monitor.store.guard import network_file_system

    path = Path(options.store.path)
    kind = network_file_system(path.parent)
    if kind:
        yield Found(
            what=f"disk of {path}", ok=False, said=f"is a network file system ({kind}); SQLite needs a local disk"
        )
    if not path.exists():
        barred = _barred(path.parent)
        said = f"is not there, and {barred} cannot be written" if barred else _TO_COME
        if not barred and not path.parent.is_dir():
            said += f", and the folder {path.parent}"
        yield Found(what=f"database {path}", ok=barred is None, said=said)
        return
    try:
        with Store(path, read_only=True) as store:
            answer = store.integrity()
        yield Found(what=f"database {path}", ok=answer == "ok", said=answer)
    except MonitorError as error:
        yield Found(what=f"database {path}", ok=False, said=str(error))


def _known_feeds(options: Config) -> tuple[FeedOptions, ...]:
    """Configured feeds and those added by command; only the former where the database cannot be read."""
    from monitor.engine.enrolled import all_feeds, named
    from monitor.errors import MonitorError
    from monitor.store import Store

    path = Path(options.store.path)
    if path.exists():
        with suppress(MonitorError), Store(path, read_only=True) as store:
            return all_feeds(store, options.feeds)
    return named(options.feeds)


def _feeds(options: Config) -> Iterator[Found]:
    """Asks each feed once, as the daemon would, and stores nothing."""
    from monitor.engine.enrolled import with_secrets
    from monitor.errors import MonitorError
    from monitor.sources import Refusal
    from monitor.sources.feeds import parse_feed
    from monitor.sources.http import Credentials, Fetcher
    from monitor.sources.worker import Worker

    feeds = [each for each in _known_feeds(options) if each.enabled]
    if not feeds:
        return
    fetcher = Fetcher(options.http)
    with Worker(processes=1) as worker:
        for plainly in feeds:
            what = f"feed {plainly.name}"
            try:
                each = with_secrets(plainly, Path(options.store.path).absolute().parent)
            except MonitorError as error:
                yield Found(what=what, ok=False, said=str(error))
                continue
            login = Credentials(username=each.username, password=each.password, token=each.token)
            try:
                answer = fetcher.fetch(each.url, source=each.name, credentials=login if login.header else None)
                if answer.status != 200:
                    yield Found(what=what, ok=False, said=f"answers {answer.status}")
                    continue
                kind = answer.headers.get("content-type", "")
                feed = worker.run(parse_feed, answer.body, url=answer.url, now=datetime.now(UTC), content_type=kind)
            except MonitorError as error:
                yield Found(what=what, ok=False, said=str(error))
                continue
            if isinstance(feed, Refusal):
                yield Found(what=what, ok=False, said=feed.reason)
            else:
                yield Found(what=what, ok=True, said=f"{len(feed.drafts)} entries in {answer.elapsed_s:.1f} s")


def _channels(options: Config, send: bool) -> Iterator[Found]:
    """Builds each channel, and with `send` sends a test through it; nothing is stored."""
    from monitor.alerts import trouble
    from monitor.alerts.channels import Outcome
    from monitor.alerts.channels.file import FileOptions
    from monitor.engine.sender import Sender
    from monitor.errors import MonitorError
    from monitor.types import Delivery

    used = {name for each in options.recipients for name in (*each.channels, *each.digest_channels, each.fallback)}
    used |= {name for rule in options.rules for name in rule.channels} | {*options.alerts.heartbeat.channels}
    for name, each in options.channels.items():
        what = f"channel {name} ({each.kind})"
        now = datetime.now(UTC)
        if isinstance(each, FileOptions) and (barred := _barred(Path(each.folder))):
            yield Found(what=what, ok=False, said=f"{barred} cannot be written")
            continue
        try:
            sender = Sender(name, each, limit_s=options.alerts.send_limit_s)
            try:
                if not send:
                    yield Found(what=what, ok=True, said="can be used" if name in used else "no recipient uses it")
                    continue
                message = trouble.test(name, "check", now)
                answer = sender.send(Delivery(id=f"{message.id}>{name}", seq=0, message=message, channel=name, due=now))
                ok = answer.outcome is Outcome.DONE
                word = "took the test" if ok else answer.outcome.value
                yield Found(what=what, ok=ok, said=f"{word}: {answer.detail}" if answer.detail else word)
            finally:
                sender.close()
        except MonitorError as error:
            yield Found(what=what, ok=False, said=str(error))
    if not options.recipients:
        yield Found(what="recipients", ok=False, said="there are none: nobody would be told of anything")


def _layouts(options: Config) -> Iterator[Found]:
    """Makes an alert and a digest with the user's own layouts, which otherwise fail when they are needed."""
    from monitor.alerts import layouts
    from monitor.alerts.press import LAYOUTS
    from monitor.errors import MonitorError

    folder = options.alerts.layouts
    if not folder:
        return
    if not Path(folder).is_dir():
        yield Found(what=f"layouts {folder}", ok=False, said="is no folder: ours are used")
        return
    try:
        own = layouts.read(folder)
    except MonitorError as error:
        yield Found(what=f"layouts {folder}", ok=False, said=str(error))
        return
    faults = layouts.tried(own)
    for name in own:
        said = f"{faults[name]}; ours is used instead" if name in faults else "can be used"
        yield Found(what=f"layout {Path(folder) / name}", ok=name not in faults, said=said)
    for name in layouts.strangers(folder):
        said = f"no message is made from it; the names are {', '.join(LAYOUTS)}"
        yield Found(what=f"layout {Path(folder) / name}", ok=False, said=said)


def _scopes(options: Config) -> Iterator[Found]:
    """Sources of rules and regions of areas that nothing is called, so that they would never match."""
    from monitor import own
    from monitor.alerts.regions import REGIONS, region_key
    from monitor.config_names import near
    from monitor.events.places.gazetteer import fold
    from monitor.flow import gazetteer

    sources = {"api", *(each.name for each in options.folders), *(each.name for each in _known_feeds(options))}
    for rule in options.rules:
        for name in rule.when.sources:
            if name not in sources:
                said = f"no folder or feed is called {name!r}{near(name, sources)}"
                yield Found(what=f"rule {rule.name}", ok=False, said=said)
    named = [(area.name, region) for area in options.areas for region in area.regions]
    if not named:
        return
    table = gazetteer(own.read(options.reading.rules, options.reading.places).places)
    regions = {region_key(each): each for each in (*REGIONS, *table.regions)}
    for area, region in named:
        key = region_key(region)
        found = (*table.find(fold(region)), *table.find(fold(key)))
        if key not in regions and not any(region_key(each.name) == key for each in found):
            close = get_close_matches(key, regions, n=1)
            hint = f"; did you mean {regions[close[0]]!r}?" if close else ""
            yield Found(what=f"area {area}", ok=False, said=f"no region is called {region!r}{hint}")
