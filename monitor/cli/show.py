"""Commands that tell all of one thing: show, why. None of them writes, or waits for the daemon."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, AsJson, ConfigPath, DatabasePath, app, opened
from monitor.cli.terminal import plain

if TYPE_CHECKING:
    from rich.console import Console

    from monitor.store import Store
    from monitor.types import Decision, FileMark, Incident, Reading


@app.command()
def show(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="An incident; the beginning of its id will do.")],
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Show one incident whole: its fields, who says what, its reports."""
    import msgspec

    from monitor.store import incidents as kept

    with opened(config, database) as store:
        found = kept.resolve(store, incident_id)
        if found is None:
            raise typer.BadParameter(plain(kept.unresolved(store, incident_id)))
    if as_json:
        from dataclasses import replace

        bare = replace(found, events=tuple(replace(event, signature=b"") for event in found.events))
        typer.echo(json.dumps(_finite(msgspec.to_builtins(bare)), ensure_ascii=False))
        return
    _print_incident(_console(), found)


@app.command()
def why(
    what: Annotated[
        str, typer.Argument(metavar="ARTICLE|INCIDENT", help="An id, or the address or file of an article.")
    ],
    as_json: AsJson = False,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Explain: why it is news or was kept quiet, where each field comes from, why reports were joined or kept apart."""
    from monitor.store import articles as kept_articles
    from monitor.store import incidents as kept
    from monitor.store.cursors import files_named

    with opened(config, database) as store:
        row = kept_articles.find(store, what) or kept_articles.at_url(store, what)
        if row is not None:
            _explain(store, [row.id], as_json)
            return
        if marks := files_named(store, what):
            for mark in marks:
                _explain_file(store, mark, as_json)
            return
        incident = kept.resolve(store, what)
        if incident is None:
            none = kept.unresolved(store, what).replace("there is no incident", "there is no article, file or incident")
            raise typer.BadParameter(f"{plain(none)}; `monitor unread` lists what was not read")
        if not as_json:
            _print_incident(_console(), incident)
        _explain(store, list(dict.fromkeys(event.article_id for event in incident.events)), as_json, incident.id)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else 240)


def _safe(text: object) -> str:
    """Text from outside, for rich: neither terminal nor markup sees a command in it."""
    from rich.markup import escape

    return escape(plain(text))


def _finite(value: object) -> object:
    """`value` with None for what JSON has no number for: a reason that keeps apart weighs -inf."""
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_finite(each) for each in value]
    return value


def _print_incident(console: Console, incident: Incident) -> None:
    from monitor.cli.words import figure, span

    console.print(f"[bold]{_safe(incident.headline)}[/bold]")
    place = incident.place
    lines = [
        ("id", f"{incident.id}, version {incident.version}, {incident.state}"),
        ("type", f"{incident.type} ({incident.modality.value}, {incident.grade.value})"),
        ("when", f"{span(incident) or 'unknown'}" + (f" ({incident.when.precision})" if incident.when else "")),
        ("where", f"{place.name}, {place.country or 'high seas'} ({place.precision})" if place else "unknown"),
        (
            "severity",
            f"{incident.severity:.1f} = " + " ".join(f"{t.points:+.1f} {t.name}" for t in incident.severity_terms),
        ),
        ("actors", ", ".join(party.name for party in incident.actors)),
        ("targets", ", ".join(party.name for party in incident.targets)),
        ("weapon", incident.weapon or ""),
        ("killed", figure(incident.killed)),
        ("wounded", figure(incident.wounded)),
        ("claimed by", incident.claimed_by.name if incident.claimed_by else ""),
        ("denied by", incident.denied_by.name if incident.denied_by else ""),
        ("possibly the same as", ", ".join(incident.possible_duplicates)),
        ("linked", ", ".join(incident.linked)),
        ("part of", incident.parent or ""),
        ("note", incident.note),
        ("reports", f"{len(incident.events)}, of {incident.independent} independent sources"),
    ]
    for name, value in lines:
        if value:
            console.print(f"  {name:<21}{_safe(value)}")
    for claim in incident.claims[:20]:
        console.print(f"    {_safe(claim.field):<12} {_safe(claim.value)} [dim]says {_safe(claim.by)}[/dim]")
    for event in incident.events[:20]:
        at = event.published.strftime("%Y-%m-%d %H:%M") if event.published else "undated"
        console.print(f"    {at}  {_safe(event.outlet or event.source)}: {_safe(event.title or event.headline)}")
        console.print(f"      [dim]{_safe(event.url or '')} {_safe(event.article_id)}[/dim]")
    if len(incident.events) > 20:
        console.print(f"    and {len(incident.events) - 20} more")


def _explain_file(store: Store, mark: FileMark, as_json: bool) -> None:
    """What became of a file, where it was not simply read, and of the article in it; several are only listed."""
    from monitor.store import articles as kept_articles

    rows = kept_articles.in_file(store, mark)
    words = {"same": "no new article", "empty": "not read", "refused": "not read", "failed": "not read"}
    said = ": ".join(filter(None, (words.get(mark.outcome, ""), mark.reason)))
    if not rows and not said:
        said = "its articles were read before, from elsewhere"
    if as_json and not rows:
        typer.echo(json.dumps({"file": mark.path, "outcome": mark.outcome, "reason": said}, ensure_ascii=False))
    if as_json or len(rows) < 2 or mark.items < 2:
        if said and not as_json:
            typer.echo(f"{plain(mark.source)}: {plain(mark.path)}: {plain(said)}")
        _explain(store, [each.id for each in rows], as_json)
        return
    typer.echo(
        f"{plain(mark.path)}: {len(rows)} articles; `monitor why ID` explains one" + (f" ({said})" if said else "")
    )
    for row in rows:
        typer.echo(f"  {plain(row.id)}  {row.verdict:10}  {plain(row.title)[:100]}")


def _explain(store: Store, article_ids: list[str], as_json: bool, only: str | None = None) -> None:
    from monitor.store import articles as kept_articles
    from monitor.store import incidents as kept

    for article_id in article_ids:
        row = kept_articles.find(store, article_id)
        reading = kept_articles.reading(store, article_id)
        if row is None or reading is None:
            continue
        decisions = [
            each
            for each in kept.decisions(store, article_id)
            if only is None or each.incident_id is None or kept.survivor(store, each.incident_id) == only
        ]
        if as_json:
            import msgspec

            told = {
                "article": msgspec.to_builtins(row),
                "reasons": reading.reasons,
                "silenced": msgspec.to_builtins(reading.silenced),
                "decisions": _finite(msgspec.to_builtins(decisions)),
            }
            typer.echo(json.dumps(told, ensure_ascii=False))
        else:
            console = _console()
            console.print()
            console.print(f"[bold]{_safe(row.title or row.id)}[/bold]")
            origin = f"{row.outlet or row.source}, {row.published or 'undated'}, {row.url or row.key}, article {row.id}"
            console.print(f"  {_safe(origin)}")
            console.print(
                f"  taken as: {_safe(row.verdict)}" + (f", copy of {_safe(row.copy_of)}" if row.copy_of else "")
            )
            _print_reading(console, store, reading, decisions)


def _print_reading(console: Console, store: Store, reading: Reading, decisions: list[Decision]) -> None:
    from monitor.cli.words import perhaps
    from monitor.store import incidents as kept

    for reason in reading.reasons:
        console.print(f"  {_safe(reason)}")
    for silenced in reading.silenced:
        words = "; ".join(f"«{plain(each.text)}»" for each in silenced.evidence)
        console.print(f"  kept quiet, {_safe(silenced.reason)}: {_safe(silenced.text)} {_safe(words)}")
    for decision in decisions:
        event = decision.event
        console.print(
            f"  [bold]{_safe(event.headline or event.type)}[/bold] ({event.role.value}, {event.modality.value})"
        )
        for reason in event.reasons:
            console.print(f"    {_safe(reason)}")
        if doubts := perhaps(event):
            console.print(f"    or perhaps: {_safe(doubts)}")
        for evidence in event.evidence:
            console.print(f"    {_safe(evidence.field):<12} «{_safe(evidence.text)}»")
        target = kept.survivor(store, decision.incident_id) if decision.incident_id else None
        console.print(f"    {decision.verdict.value}" + (f" -> {_safe(target)}" if target else ""))
        deciding = sorted(decision.reasons, key=lambda each: -abs(each.points))[:3]
        for fact in deciding:
            console.print(f"      {fact.points:+.1f} {_safe(fact.text)}")
        for change in decision.changes:
            console.print(f"      changed: {_safe(change.text)}")
        for near in decision.look_alikes[:1]:
            console.print(f"      nearest look-alike {_safe(near.incident_id)}, kept apart: {_safe(near.apart.text)}")
