"""Commands over what is not to be told: mute, snooze, unmute, mutes."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, configured, opened
from monitor.cli.filters import checked, moment
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from monitor.config import Config
    from monitor.store import Store
    from monitor.types import Incident


def _until(span: str, now: datetime) -> datetime:
    """'24h' from now on, or a date."""
    found = moment(span, now)
    if found is None:
        raise typer.BadParameter("--for takes 30m, 24h, 7d or a date")
    return found if span[:4].isdigit() and "-" in span else now + (now - found)


What = Annotated[str, typer.Argument(metavar="WHAT", help="incident, place, country, type or source.")]
Value = Annotated[str, typer.Argument(metavar="VALUE", help="Its id (the beginning will do), its name or its code.")]
For = Annotated[str, typer.Option("--for", help="30m, 24h, 7d or a date; at most 92 days.")]
Whose = Annotated[str | None, typer.Option("--recipient", help="Only for this one; default: everybody.")]
Note = Annotated[str, typer.Option(help="Why; shown in the list.")]


@app.command()
def mute(
    what: What,
    value: Value,
    span: For = "24h",
    wake: Annotated[str, typer.Option(help="End early on first_death, new_actor, severity (by commas).")] = "",
    recipient: Whose = None,
    note: Note = "",
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Hear nothing at once of an incident, place, country, type or source for a while. It always ends."""
    _mute(what, value, span, frozenset(filter(None, wake.split(","))), recipient, note, config, database)


@app.command()
def snooze(
    what: What,
    value: Value,
    span: For = "24h",
    recipient: Whose = None,
    note: Note = "",
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Mute until it matters: ends early on a first death, a new actor, or severity up by two."""
    from monitor.alerts.quiet import WAKES

    _mute(what, value, span, WAKES, recipient, note, config, database)


def _mute(
    what: str,
    value: str,
    span: str,
    wake: frozenset[str],
    recipient: str | None,
    note: str,
    config: Path,
    database: Path | None,
) -> None:
    from monitor.alerts import muting, named
    from monitor.store import deliveries as kept
    from monitor.store import dispatches
    from monitor.store import incidents as kept_incidents

    now = datetime.now(UTC)
    options = configured(config, sending=False) if recipient is not None or database is None else None
    known = {each.name for each in options.recipients} if options else set()
    if recipient is not None and recipient not in known:
        raise typer.BadParameter(f"there is no recipient {plain(recipient)}; there are: {', '.join(sorted(known))}")
    with opened(config, database, write=True) as store:
        if what == "incident":
            found = kept_incidents.resolve(store, value)
            if found is None:
                raise typer.BadParameter(plain(kept_incidents.unresolved(store, value)))
            recent, value = [found], found.id
        else:
            recent = [one.incident for one in dispatches.notices(store, now - timedelta(days=7))]
        if what == "place":
            _need_place(value, recent, options)
        elif what == "source":
            checked(lambda name: named.among("source", name, _sources(store, recent, options)), value)
        try:
            made = muting.make(
                what, value, now=now, until=_until(span, now), wake=wake, recipient=recipient, note=note, recent=recent
            )
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
        kept.put_mute(store, made)
    woken = f", or {', '.join(sorted(wake)).replace('_', ' ')}" if wake else ""
    typer.echo(f"{made.id}: {what} {plain(value)} is muted until {made.until:%Y-%m-%d %H:%M UTC}{woken}")
    typer.echo(f"lift it: monitor unmute {made.id}")


def _need_place(value: str, recent: Sequence[Incident], options: Config | None) -> None:
    """Raises BadParameter where neither an incident nor the table of places has it."""
    from monitor.flow import knows_place

    told = {text for one in recent for place in one.places for text in (place.name, place.region) if text}
    if value.casefold() in {text.casefold() for text in told} or knows_place(value, options):
        return
    near = get_close_matches(value, sorted(told), n=1)
    raise typer.BadParameter(
        f"there is no place {plain(value)!r}; "
        + (f"did you mean {plain(near[0])}?" if near else "`monitor incidents` shows how places are called")
    )


def _sources(store: Store, recent: Sequence[Incident], options: Config | None) -> tuple[str, ...]:
    """Every source that is configured or was ever read, and every house that was."""
    from monitor.store import articles, cursors

    names = {each.name for each in cursors.feeds(store)} | set(articles.houses(store))
    if options:
        names |= {each.name for each in options.folders} | {each.name for each in options.feeds}
    names |= {
        name for one in recent for event in one.events for name in (event.source, event.outlet, event.publisher) if name
    }
    return tuple(sorted(names))


@app.command()
def unmute(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="As `monitor mutes` lists them.")],
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> int:
    """Lift mutes before their end."""
    from monitor.store import deliveries as kept

    now = datetime.now(UTC)
    lifted = 0
    with opened(config, database, write=True) as store:
        for each in kept.mutes(store, now):
            if each.id in ids:
                kept.put_mute(store, dataclasses.replace(each, ended=now))
                lifted += 1
    typer.echo(f"{lifted} lifted")
    if lifted != len(set(ids)):
        typer.echo("not every id is that of a mute in force; see: monitor mutes", err=True)
    return 0 if lifted == len(set(ids)) else 1


@app.command()
def mutes(
    all_: Annotated[bool, typer.Option("--all", help="Those that have ended too.")] = False,
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """List what is muted, for whom and until when."""
    from monitor.store import deliveries as kept

    now = datetime.now(UTC)
    with opened(config, database) as store:
        found = kept.mutes(store, None if all_ else now)
    for each in found:
        if as_json:
            record = {**dataclasses.asdict(each), "wake": sorted(each.wake)}
            typer.echo(json.dumps(record, default=str))
            continue
        whose = f" for {plain(each.recipient)}" if each.recipient else ""
        wake = f", wakes on {', '.join(sorted(each.wake))}" if each.wake else ""
        note = f" ({plain(each.note)})" if each.note else ""
        ended = f", lifted {each.ended:%Y-%m-%d %H:%M UTC}" if each.ended else ""
        what = f"{each.scope} {plain(each.value)} until {each.until:%Y-%m-%d %H:%M UTC}"
        typer.echo(f"{each.id}  {what}{whose}{wake}{ended}{note}")
    if not found and not as_json:
        typer.echo("nothing is muted")
