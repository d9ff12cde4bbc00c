"""`monitor export`: incidents for other programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from monitor.cli.app import CONFIG, ConfigPath, DatabasePath, app, opened, whole
from monitor.cli.filters import Country, Family, First, Last, Severity, Since, State, Text, Type, chosen
from monitor.cli.terminal import cell

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.store.views import Filter
    from monitor.types import Incident


class Format(StrEnum):
    """What `export` writes."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


@app.command()
def export(
    form: Annotated[Format, typer.Option("--format", help="The form of the file.")] = Format.JSONL,
    out: Annotated[Path | None, typer.Option("--out", help="Where to; default: standard output.")] = None,
    since: Since = None,
    type_: Type = None,
    family: Family = None,
    country: Country = None,
    severity: Severity = None,
    state: State = None,
    first: First = None,
    last: Last = None,
    text: Text = None,
    config: ConfigPath = CONFIG,
    database: DatabasePath = None,
) -> None:
    """Write incidents for other programs: JSON Lines, CSV or GeoJSON."""
    with opened(config, database) as store:
        wanted = chosen(store, since, type_, family, country, severity, state, first, last, text)
        if out is None:
            _write(sys.stdout, form, _all(store, wanted))
        else:
            with whole(out) as part, part.open("w", encoding="utf-8", newline="") as file:
                _write(file, form, _all(store, wanted))


def _all(store: Store, wanted: Filter) -> Iterator[Incident]:
    from monitor.store import views

    offset = 0
    while found := views.find(store, wanted, 500, offset):
        yield from found
        offset += len(found)


def _write(file: IO[str], form: Format, found: Iterable[Incident]) -> None:
    from monitor.forms import COLUMNS, feature, flat

    if form is Format.CSV:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for each in found:
            values = flat(each)
            writer.writerow(
                [cell("; ".join(value) if isinstance(value := values[name], list) else value) for name in COLUMNS]
            )
        return
    if form is Format.JSONL:
        for each in found:
            file.write(json.dumps(flat(each), ensure_ascii=False) + "\n")
        return
    file.write('{"type": "FeatureCollection", "features": [')
    for n, each in enumerate(found):
        file.write((",\n" if n else "\n") + json.dumps(feature(each), ensure_ascii=False))
    file.write("\n]}\n")
