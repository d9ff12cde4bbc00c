"""`monitor incidents`: the list of what was concluded."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, opened
from monitor.cli.filters import Country, Family, First, Last, Severity, Since, State, Text, Type, chosen
from monitor.cli.terminal import plain


@app.command()
def incidents(
    since: Since = None,
    type_: Type = None,
    family: Family = None,
    country: Country = None,
    severity: Severity = None,
    state: State = None,
    first: First = None,
    last: Last = None,
    text: Text = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many.")] = 50,
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """List incidents, last changed first."""
    from monitor.cli.words import figure, span
    from monitor.forms import flat
    from monitor.store import views

    with opened(config, database) as store:
        wanted = chosen(store, since, type_, family, country, severity, state, first, last, text)
        found = views.find(store, wanted, limit)
    if as_json:
        for each in found:
            typer.echo(json.dumps(flat(each), ensure_ascii=False))
        return
    if not found:
        typer.echo("no incidents", err=True)
        return
    lines: list[tuple[str, ...]] = [("id", "when", "sev", "type", "where", "dead/hurt", "reports", "headline")]
    for each in found:
        place = each.place
        where = f"{place.name}, {place.country}" if place and place.country else place.name if place else "?"
        row = (
            each.id,
            span(each) or "?",
            f"{each.severity:.1f}",
            each.type,
            where if len(where) <= 30 else where[:29] + "…",
            f"{figure(each.killed) or '?'}/{figure(each.wounded) or '?'}",
            f"{len(each.events)} ({each.independent})",
            each.headline if each.state == "open" else f"[{each.state}] {each.headline}",
        )
        lines.append(tuple(plain(value) for value in row))
    for line in _laid_out(lines):
        typer.echo(line)


def _laid_out(lines: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns as wide as they need; the last one gives way to the width of the terminal."""
    from shutil import get_terminal_size

    most = get_terminal_size((240, 24)).columns if sys.stdout.isatty() else 240
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]) - 1)]
    left = max(20, most - sum(widths) - 2 * len(widths))
    for line in lines:
        last = line[-1] if len(line[-1]) <= left else line[-1][: left - 1] + "…"
        yield "  ".join([*(value.ljust(width) for value, width in zip(line, widths, strict=False)), last]).rstrip()
