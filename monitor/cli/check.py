"""`monitor check`: the configuration, folders, database, feeds, channels, layouts and scopes, looked at one by one."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, app, configured
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.sources import FeedOptions

_TO_COME = "is not there yet; the daemon will make it"


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
    from monitor.config.names import near
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
