"""Commands over the feeds: what state each is in, adding one or many, taking them along, pausing one."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, configured, opened, whole
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from monitor.types import FeedCursor

feeds = typer.Typer(
    help="The feeds: their state, adding and removing.", invoke_without_command=True, rich_markup_mode=None
)
app.add_typer(feeds, name="feeds")

Tag = Annotated[list[str] | None, typer.Option("--tag", help="Put on every article of it; may be given again.")]
Region = Annotated[str | None, typer.Option(help="What part of the world it is about.")]
Trust = Annotated[float, typer.Option(min=0.0, max=1.0, help="How far it is trusted.")]
Interval = Annotated[float, typer.Option("--interval", min=30, help="Shortest wait between two polls, in seconds.")]
FullText = Annotated[bool, typer.Option("--full-text", help="Fetch the page behind a teaser.")]


@feeds.callback()
def listing(
    context: typer.Context, as_json: AsJson = False, config: ConfigPath = CONFIG, database: DatabasePath = None
) -> None:
    """Show every feed: its state, when it last brought something, and what is wrong with it."""
    if context.invoked_subcommand is not None:
        return
    from monitor.store import cursors

    with opened(config, database) as store:
        known = cursors.feeds(store)
        files = cursors.troubled_files(store, 20)
        folders = cursors.file_counts(store)
    now = datetime.now(UTC)
    if as_json:
        for each in known:
            typer.echo(json.dumps(_record(each), ensure_ascii=False))
        return
    if not known:
        typer.echo("no feeds yet: they appear once the daemon has run; `monitor feeds add URL` adds one")
    else:
        _table(known, now)
    for folder in folders:
        part = f" ({folder.in_part:,} in part)" if folder.in_part else ""
        counted = f"{_many(folder.read, 'file')} read{part}, {folder.not_read:,} not"
        typer.echo(f"\nfolder {plain(folder.folder)}: {counted}; the last {_ago(folder.last, now)}")
    if files:
        typer.echo("\nfiles not read, or not all of it:")
        for mark in files:
            typer.echo(f"  {plain(mark.source)}: {plain(mark.path)}: {plain(mark.reason)}")


@feeds.command("add")
def add(
    url: Annotated[str, typer.Argument(help="Address of a feed, or of a page that names one.")],
    name: Annotated[str, typer.Option(help="What it is called; default: its own title.")] = "",
    tag: Tag = None,
    region: Region = None,
    trust: Trust = 0.5,
    interval: Interval = 300.0,
    full_text: FullText = False,
    username: Annotated[str | None, typer.Option(help="Login, if it needs one.")] = None,
    password: Annotated[str | None, typer.Option(help="As ${NAME} or ${file:PATH}, never written out.")] = None,
    token: Annotated[str | None, typer.Option(help="Bearer token, as ${NAME} or ${file:PATH}.")] = None,
    unseen: Annotated[bool, typer.Option("--unseen", help="Take the address as it is, without asking it.")] = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Add a feed, found from a page if need be. A running daemon takes it up at once; its old items alert nobody."""
    from monitor.engine.enrolled import add as remember
    from monitor.sources import FeedOptions

    options = configured(config)
    title = ""
    if not unseen:
        url, title = _discovered(options.http, url)
    try:
        feed = FeedOptions(
            url=url,
            name=name or title,
            interval_s=interval,
            tags=tuple(tag or ()),
            region=region,
            trust=trust,
            full_text=full_text,
            username=username,
            password=password,
            token=token,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    with opened(config, database, write=True) as store:
        new = remember(store, [feed], datetime.now(UTC), configured=options.feeds)
    typer.echo(f"{'added' if new else 'there already'}: {plain(feed.name or url)} ({plain(url)})")


@feeds.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="OPML, as other readers export it.")],
    tag: Tag = None,
    region: Region = None,
    trust: Trust = 0.5,
    interval: Interval = 300.0,
    full_text: FullText = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Add all feeds of an OPML file; those that are there already stay as they are."""
    from dataclasses import replace

    from monitor.engine.enrolled import add as remember
    from monitor.errors import Unreadable
    from monitor.sources import Refusal
    from monitor.sources.opml import read
    from monitor.sources.worker import Worker

    options = configured(config)
    try:
        if file.stat().st_size > options.http.max_bytes:
            raise Unreadable("the file is too large for a list of feeds", source=str(file))
        body = file.read_bytes()
    except OSError as error:
        raise Unreadable(f"{file}: {error.strerror}", source=str(file)) from error
    with Worker(processes=1) as worker:
        found = worker.run(read, body)
    if isinstance(found, Refusal):
        raise Unreadable(f"{file}: {found.reason}", source=str(file))
    given = [
        replace(
            each,
            tags=tuple(dict.fromkeys((*each.tags, *(tag or ())))),
            region=region,
            trust=trust,
            interval_s=interval,
            full_text=full_text,
        )
        for each in found.feeds
    ]
    with opened(config, database, write=True) as store:
        new = remember(store, given, datetime.now(UTC), configured=options.feeds)
    typer.echo(f"added {new} of {len(given)} feeds; the others were there already" if given else "no feed in it")
    if found.left_out:
        typer.echo(f"left out, as no feed can be asked there: {', '.join(plain(each) for each in found.left_out[:20])}")


@feeds.command("export")
def export(
    file: Annotated[Path | None, typer.Argument(help="Where to; default: standard output.")] = None,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Write all feeds as OPML, configured and added ones, without their credentials."""
    from monitor.engine.enrolled import all_feeds
    from monitor.sources.opml import write

    options = configured(config)
    with opened(config, database, write=True) as store:
        text = write(all_feeds(store, options.feeds))
    if file is None:
        sys.stdout.write(text)
    else:
        with whole(file) as part:
            part.write_text(text, encoding="utf-8")
        typer.echo(f"written to {file}")


@feeds.command("remove")
def remove(
    name: Annotated[str, typer.Argument(help="As listed.")], config: ConfigPath = CONFIG, database: DatabasePath = None
) -> None:
    """Ask a feed no more that was added by command; what it brought stays."""
    from monitor.store import cursors
    from monitor.types import SourceState

    with opened(config, database, write=True) as store, store.transaction():
        dropped = cursors.drop_feed(store, name)
        if dropped:
            cursors.set_state(store, name, SourceState.REMOVED)
    if not dropped:
        raise typer.BadParameter(
            f"no feed named {name!r} was added by command; configured ones are removed in {config}"
        )
    typer.echo(f"removed: {plain(name)}")


@feeds.command("pause")
def pause(
    name: Annotated[str, typer.Argument(help="As listed.")], config: ConfigPath = CONFIG, database: DatabasePath = None
) -> None:
    """Stop asking a feed until `resume`; it stays in the list and in the digest's coverage."""
    _set(name, "paused", config, database)


@feeds.command("resume")
def resume(
    name: Annotated[str, typer.Argument(help="As listed.")], config: ConfigPath = CONFIG, database: DatabasePath = None
) -> None:
    """Ask a paused or failing feed again, now."""
    _set(name, "new", config, database)


def _set(name: str, state: str, config: Path, database: Path | None) -> None:
    from monitor.store import cursors
    from monitor.types import SourceState

    with opened(config, database, write=True) as store, store.transaction():
        done = cursors.set_state(store, name, SourceState(state))
    if not done:
        raise typer.BadParameter(f"there is no feed named {name!r}; `monitor feeds` lists them")
    typer.echo(f"{'paused' if state == 'paused' else 'asked again'}: {plain(name)}")


def _discovered(http: Any, url: str) -> tuple[str, str]:
    """The address of a feed at or behind `url`, and its title. Raises Unreadable where there is none."""
    from monitor.errors import SourceError, Unreadable
    from monitor.sources import Refusal, charsets, discover
    from monitor.sources.feeds import parse_feed
    from monitor.sources.http import Fetcher, Response
    from monitor.sources.worker import Worker

    fetcher = Fetcher(http)
    now = datetime.now(UTC)

    with Worker(processes=1) as worker:

        def looked(address: str) -> tuple[str | None, str, Response]:
            """(the address of the feed there, its title, the answer)."""
            got = fetcher.fetch(address, source="feeds add")
            if got.status != 200:
                raise Unreadable(f"it answers {got.status}", source="feeds add")
            media = got.headers.get("content-type", "")
            found = worker.run(parse_feed, got.body, url=got.url, now=now, content_type=media)
            if isinstance(found, Refusal):
                return None, "", got
            return got.moved_to or address, found.title, got

        for address in (url,) if "://" in url else (f"https://{url}", f"http://{url}"):
            try:
                feed, title, got = looked(address)
            except SourceError as error:
                trouble = error
                continue
            break
        else:
            reason = f"{url}: {trouble} (with --unseen it is added as it is)"
            raise Unreadable(reason, source="feeds add", subject=url) from trouble
        if feed is not None:
            return feed, title
        named = worker.run(discover.links, charsets.decode(got.body)[0], got.url)
        for candidate in dict.fromkeys((*named, *discover.usual(got.url))):
            try:
                feed, title, _ = looked(candidate)
            except SourceError:
                continue
            if feed is not None:
                return feed, title
    raise Unreadable(f"{url} is no feed, and names none", source="feeds add", subject=url)


def _record(each: FeedCursor) -> dict[str, Any]:
    """One feed for programs."""

    def told(moment: datetime | None) -> str | None:
        return moment.isoformat() if moment else None

    return {
        "name": each.name,
        "url": each.url,
        "address": each.address,
        "state": each.state.value,
        "title": each.title,
        "last_success": told(each.last_success),
        "last_new": told(each.last_new),
        "next_due": told(each.next_due),
        "usual_gap_s": round(each.usual_gap_s) if each.usual_gap_s else None,
        "interval_s": round(each.interval_s),
        "failures": each.failures,
        "failing_since": told(each.failing_since),
        "error": each.error,
        "entries": each.entries,
        "lost": each.lost,
        "moved_to": each.moved_to,
    }


def _table(known: tuple[FeedCursor, ...], now: datetime) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    colours = {"healthy": "green", "failing": "red", "silent": "yellow", "paused": "magenta", "new": "cyan"}
    counts = Counter(each.state.value for each in known)
    table = Table(box=None, pad_edge=False, show_edge=False)
    for column in ("feed", "state", "entries", "last answer", "last new", "usual gap", "next"):
        table.add_column(column, overflow="fold", justify="right" if column == "entries" else "left")
    for each in known:
        due = _span((each.next_due - now).total_seconds()) if each.next_due and each.next_due > now else "now"
        table.add_row(
            Text(plain(each.name)),
            Text(each.state.value, style=colours.get(each.state.value, "")),
            str(each.entries),
            _ago(each.last_success, now),
            _ago(each.last_new, now),
            _span(each.usual_gap_s) if each.usual_gap_s else "unknown",
            "never" if each.state.value == "paused" else due,
        )
    states = ", ".join(f"{counts[state]} {state}" for state in ("healthy", *sorted({*counts} - {"healthy"})))
    typer.echo(f"{_many(len(known), 'feed')}: {states}\n")
    Console().print(table)
    troubles = [(each.name, text) for each in known if (text := _trouble(each, now))]
    if troubles:
        typer.echo("\ntrouble:")
        for name, text in troubles:
            typer.echo(f"  {plain(name)}: {plain(text)}")


def _trouble(each: FeedCursor, now: datetime) -> str:
    """What is wrong with it, for how long, in words; '' where all is well."""
    if each.error:
        since = f"; for {_span((now - each.failing_since).total_seconds())}" if each.failing_since else ""
        return f"{each.error}{since}, {_many(each.failures, 'time')} in a row"
    if each.moved_to:
        return f"says it has moved to {each.moved_to}; asked there for good once it has said so for a week"
    if each.state.value == "silent" and each.last_new:
        return f"answers, but nothing new since {each.last_new:%d %b %H:%M} UTC"
    return f"not read in full: {each.lost}" if each.lost else ""


def _ago(moment: datetime | None, now: datetime) -> str:
    return f"{_span((now - moment).total_seconds())} ago" if moment else "never"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _span(seconds: float) -> str:
    """'5 min', '3 h', '2 d'."""
    if seconds < 5_400:
        return f"{max(0, round(seconds / 60))} min"
    return f"{round(seconds / 3_600)} h" if seconds < 172_800 else f"{round(seconds / 86_400)} d"
