"""Commands about what people are told: deliveries, retry, reconcile, rehearse."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, opened
from monitor.cli.filters import checked, moment
from monitor.cli.terminal import plain


def _since(text: str, now: datetime) -> datetime:
    found = moment(text, now)
    if found is None:
        raise typer.BadParameter("--since takes 24h, 30d or a date")
    return found


@app.command()
def deliveries(
    dead: Annotated[bool, typer.Option("--dead", help="Only those that were given up.")] = False,
    state: Annotated[str | None, typer.Option(help="waiting, sending, sent, dead or dropped.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many.")] = 50,
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """List messages and what became of them, newest first, then what is held back, and how each channel is."""
    from monitor.alerts import named
    from monitor.store import deliveries as kept
    from monitor.store import dispatches

    state = checked(lambda value: named.among("state", value, kept.STATES), state)
    with opened(config, database) as store:
        lines = kept.listing(store, "dead" if dead else state, limit)
        states = kept.channel_states(store)
        held = () if dead or state else dispatches.held(store, limit)
    if as_json:
        for line in lines:
            typer.echo(json.dumps(dataclasses.asdict(line)))
        return
    for line in lines:
        when = (line.done or line.due)[:16].replace("T", " ")
        tries = f", {line.attempts} tries" if line.attempts != 1 else ""
        whose = plain(line.recipient) or "all"
        instead = f" (instead of {line.fallback_of})" if line.fallback_of else ""
        typer.echo(f"{when}  {line.state:8} {line.channel:10} {whose:10} {plain(line.subject)[:90]}{instead}")
        if line.state != "sent":
            typer.echo(f"    {line.message_id}{tries}: {plain(line.outcome) or 'not tried yet'}")
    for each in held:
        typer.echo(f"held for {plain(each.recipient)}: {plain(each.headline)[:90]}")
        typer.echo(f"    {each.incident_id}: {plain(each.reason)}")
    if not lines and not held:
        typer.echo("nothing")
    for name, one in sorted(states.items()):
        if one.state != "ok":
            again = f", next try {one.next_try:%d %b %H:%M:%S UTC}" if one.next_try else ""
            typer.echo(f"channel {name}: {one.state} since {one.since:%d %b %H:%M UTC}{again}: {plain(one.outcome)}")


@app.command()
def retry(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Messages; none: all given up.")] = None,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> int:
    """Send again what was given up. The daemon does it at once; without one, `monitor once` does."""
    from monitor.store import deliveries as kept

    with opened(config, database, write=True) as store:
        count = kept.retry(store, datetime.now(UTC), ids or ())
    typer.echo(f"{count} {'delivery' if count == 1 else 'deliveries'} will be tried again")
    if ids and not count:
        typer.echo("nothing was given up under this id; see: monitor deliveries --dead", err=True)
    return 0 if count or not ids else 1


@app.command()
def reconcile(
    since: Annotated[str, typer.Option(help="24h, 30d or a date.")] = "30d",
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> int:
    """Prove that every incident was told, held with a reason, or failed in sight. Exit code 1 where one was not."""
    from monitor.store import accounts as kept

    now = datetime.now(UTC)
    start = _since(since, now)
    with opened(config, database) as store:
        accounts = kept.reconcile(store, start, now)
        undecided = kept.without_dispatch(store, start)
        untold = kept.without_notice(store, start)
    if as_json:
        for account in accounts:
            typer.echo(json.dumps(dataclasses.asdict(account)))
    counts = Counter(account.state for account in accounts)
    wrong = [account for account in accounts if account.state in ("lost", "overdue", "dead")]
    held = [account for account in accounts if account.state == "waiting"]
    if not as_json:
        words = {
            "delivered": "delivered at once",
            "digest": "delivered in a digest",
            "digest_waiting": "wait for the next digest",
            "never": "not told, with the reason",
            "waiting": "held back, as follows",
            "sending": "on their way",
            "overdue": "OVERDUE: due two hours ago and not bundled",
            "dead": "GIVEN UP: see `monitor deliveries --dead`; send again with `monitor retry`",
            "lost": "LOST",
        }
        typer.echo(f"{len(accounts)} decisions since {start:%Y-%m-%d %H:%M UTC}")
        for state, text in words.items():
            if counts[state]:
                typer.echo(f"{counts[state]:7} {text}")
        for account in held[:20]:
            typer.echo(f"  held: {account.incident_id} for {account.recipient}: {plain(account.reason)}")
        if len(held) > 20:
            typer.echo(f"  and {len(held) - 20} more; see `monitor deliveries`")
        for account in wrong[:20]:
            typer.echo(f"  {account.state}: {account.incident_id} for {account.recipient}: {plain(account.reason)}")
        for ident in undecided[:20]:
            typer.echo(f"  nobody was decided on: notice {ident}")
        for ident in untold[:20]:
            typer.echo(f"  no notice was ever made: incident {ident}")
        if not wrong and not undecided and not untold:
            typer.echo("every one is accounted for")
    return 1 if wrong or undecided or untold else 0


@app.command()
def rehearse(
    rules: Annotated[Path, typer.Argument(metavar="RULES", help="A file with rules, recipients, areas or assets.")],
    since: Annotated[str, typer.Option(help="24h, 30d or a date.")] = "30d",
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Show what other rules would have told over the past, by day and rule. Nothing is sent or changed."""
    from monitor import config as configuration
    from monitor.engine.rehearsal import rehearsed

    options = configuration.rehearsal(config, rules)
    with opened(config, database) as store:
        result = rehearsed(store, options, _since(since, datetime.now(UTC)))
    if as_json:
        for row in result.rows:
            typer.echo(json.dumps(dataclasses.asdict(row)))
        return
    messages = {(name, day): count for name, day, count in result.messages}
    typer.echo(f"{result.notices} notices since {since}")
    before = ("", "")
    for row in result.rows:
        if (row.recipient, row.day) != before:
            before = (row.recipient, row.day)
            typer.echo(f"{row.day}  {plain(row.recipient)}: {messages.get(before, 0)} messages at once")
        told = ", ".join(
            f"{count} {word}"
            for count, word in (
                (row.now, "at once"), (row.held, "held"), (row.digest, "in the digest"), (row.never, "never"),
            )
            if count
        )  # fmt: skip
        example = f"   e.g. {plain(row.example)}" if row.example else ""
        typer.echo(f"    {plain(row.rule):24} {told}{example}")
