"""Which incidents a command is about: the options that narrow, checked against what there is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.store.views import Filter

Since = Annotated[str | None, typer.Option(help="Changed since: 2024-05-01, or so long ago: 90m, 36h, 7d.")]
Type = Annotated[str | None, typer.Option("--type", help="Of this type: drone_strike.")]
Family = Annotated[str | None, typer.Option(help="Of this family: strike.")]
Country = Annotated[str | None, typer.Option(help="In this country: Ukraine or UA.")]
Severity = Annotated[float | None, typer.Option("--severity", help="At least so severe, 0 to 10.")]
State = Annotated[str | None, typer.Option(help="open, retracted, dismissed or merged.")]
First = Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="Happened on this day or later.")]
Last = Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Happened on this day or before.")]
Text = Annotated[str | None, typer.Option(help="With these words.")]


def moment(text: str | None, now: datetime) -> datetime | None:
    """'36h' or '2024-05-01' as a moment."""
    if text is None:
        return None
    units = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
    try:
        if text[-1:] in units:
            return now - timedelta(**{units[text[-1]]: float(text[:-1])})
        found = datetime.fromisoformat(text)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise typer.BadParameter(f"{text!r} is neither a time like 2024-05-01 nor a span like 36h") from error


V = TypeVar("V")
W = TypeVar("W")


def checked(check: Callable[[V], W], value: V | None) -> W | None:
    """What `check` makes of the value of an option; None where the option is not given."""
    try:
        return None if value is None else check(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def chosen(
    store: Store,
    since: str | None,
    type_: str | None,
    family: str | None,
    country: str | None,
    severity: float | None,
    state: str | None,
    first: date | None,
    last: date | None,
    text: str | None,
) -> Filter:
    """The filter that these options make. Raises BadParameter for what there is not."""
    from monitor.alerts import named
    from monitor.store.incidents import types
    from monitor.store.views import Filter

    first, last = (each.date() if isinstance(each, datetime) else each for each in (first, last))
    if first and last and last < first:
        raise typer.BadParameter(f"--to {last} lies before --from {first}")
    kind = checked(lambda value: named.type_(value, types(store)), type_)
    stands = checked(lambda value: named.among("state", value, named.STATES), state)
    return Filter(
        since=moment(since, datetime.now(UTC)),
        types=(kind,) if kind else (),
        family=checked(named.family, family) or "",
        country=checked(named.country, country) or "",
        severity=checked(named.severity, severity) or 0.0,
        states=(stands,) if stands else (),
        first_day=first,
        last_day=last,
        text=text or "",
        merged=state == "merged",
    )
