"""Threats T10, T11 and T37: strings that steer terminals, calculate in spreadsheets, or speak SQL."""

from __future__ import annotations

import csv
import io
import json
import logging
import re
from dataclasses import replace

import pytest
import structlog

from monitor import logs
from monitor.cli import main
from monitor.config import LogOptions
from monitor.store import Store
from monitor.types import Party
from tests.naughty import FORMULAS, NAUGHTY

from .conftest import an_event, an_incident, client_of, keep

#: what moves a cursor, turns the direction of writing or ends a line that is one record
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def fill(store: Store, texts: tuple[str, ...]) -> None:
    """One incident a text, which is its headline, note, place, party, outlet, title and name of the file."""
    with store.transaction():
        for n, text in enumerate(texts):
            text = text.encode(errors="replace").decode()
            article, event = an_event(100 + n, title=text, text=f"{text} in Kharkiv")
            event = replace(event, outlet=text, publisher=text)
            whole = an_incident(100 + n, event, headline=text, note=text, actors=(Party(name=text, kind="group"),))
            assert whole.place is not None
            whole = replace(whole, place=replace(whole.place, name=text))
            keep(store, replace(article, outlet=text, subject=text), whole)


def schema(store: Store) -> list[tuple[str, ...]]:
    return store.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_there_are_as_many_as_in_the_public_lists() -> None:
    """The figures of T10, T11 and T37."""
    assert len(NAUGHTY) >= 515
    assert len(FORMULAS) == 20


def test_no_stored_string_steers_the_terminal(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    """T10: listed, shown, explained: no control character, no escape sequence, no turn of direction goes out."""
    fill(store, NAUGHTY)

    assert main(["incidents", "--db", store.path, "--limit", "1000"]) == 0
    listed = capfd.readouterr()
    assert len(listed.out.splitlines()) > len(NAUGHTY)
    assert not STEERING.search(listed.out + listed.err)
    for n in range(0, len(NAUGHTY), 25):
        for command in ("show", "why"):
            main([command, f"2024-05-23-kharkiv-{100 + n}", "--db", store.path])
            told = capfd.readouterr()
            assert not STEERING.search(told.out + told.err), NAUGHTY[n]


@pytest.mark.parametrize("form", ["json", "console"])
def test_one_thing_logged_is_one_line(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """T10: a title cannot forge a second record, nor steer the terminal that follows the log."""
    logs.configure(LogOptions(format=form))
    log = structlog.get_logger("test")

    for text in NAUGHTY:
        log.warning("cannot be read", title=text, parts=[text])
        logging.getLogger("somebody.else").warning("refused: %s", text)

    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert len(told.rstrip("\n").split("\n")) == 2 * len(NAUGHTY)
    assert len(told.splitlines()) == 2 * len(NAUGHTY)
    if form == "json":
        assert all(isinstance(json.loads(line), dict) for line in told.splitlines())


def test_no_cell_that_leaves_the_house_is_a_formula(
    store: Store, reader: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """T11: 20 formulas in every field, in the page's table and in the command's: none calculates."""
    fill(store, FORMULAS)
    main(["export", "--db", store.path, "--format", "csv"])
    tables = [client_of(reader).get("/incidents.csv?since=all").text, capsys.readouterr().out]

    for table in tables:
        rows = list(csv.reader(io.StringIO(table)))
        assert len(rows) > len(FORMULAS)
        for cell in (cell for row in rows for cell in row):
            bare = cell.lstrip("\t\r\n \x00\u200b\ufeff\u00a0")
            assert bare[:1] not in ("=", "@", "+"), cell
            assert bare[:1] != "-" or re.fullmatch(r"-?[\d.]+", bare), cell


def test_no_string_is_sql_in_any_field_or_query(store: Store, reader: Store) -> None:
    """T37: 515 and more strings in every field and every query: no error, the schema as it was."""
    before = schema(store)
    fill(store, NAUGHTY)
    client = client_of(reader)

    for n, text in enumerate(NAUGHTY):
        sent = text.encode(errors="replace").decode()[:80]
        for name in ("q", "actor", "source"):
            assert client.get("/api/v1/incidents", params={name: sent, "since": "all"}).status_code == 200, text
        for name in ("since", "type", "family", "severity", "country", "state", "page", "limit"):
            if n % 8 == 0:
                assert client.get("/api/v1/incidents", params={name: sent}).status_code in (200, 400), text
        if n % 8 == 0:
            found = client.get("/", params={"q": sent, "country": sent, "type": sent, "page": sent})
            assert found.status_code in (200, 400)
            assert client.get(f"/incidents/2024-05-23-kharkiv-{100 + n}").status_code == 200

    assert schema(store) == before
    (left,) = store.execute("SELECT count(*) FROM incident").fetchone()
    assert left == 3 + len(NAUGHTY)
