"""`monitor export`: each form whole, and none that another program runs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from monitor.cli import main
from tests.cli.given import lines


def test_export_writes_csv_that_no_spreadsheet_runs(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A cell that begins like a formula is disarmed."""
    main(["export", "--db", database, "--format", "csv", "--from", "2024-05-01", "--to", "2024-05-01"])

    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["outlets"] == "'=HYPERLINK(1); Second"
    assert row["killed"] == "5"
    assert row["lat"] == "50.45"


def test_export_writes_geojson_and_json_lines(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both whole, and the same incidents."""
    main(["export", "--db", database, "--format", "geojson", "--out", str(tmp_path / "out.json")])
    main(["export", "--db", database])

    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert found["features"][0]["geometry"]["type"] == "Point"
    assert {each["id"] for each in found["features"]} == {each["id"] for each in lines(capsys.readouterr().out)}


@pytest.mark.parametrize("out", ["none/there/x", ".", "file.txt/x"])
@pytest.mark.parametrize("command", [["export", "--out"], ["backup"], ["replay", "a.jsonl", "--out"]])
def test_a_file_that_cannot_be_written_is_said_in_one_line(
    command: list[str],
    out: str,
    database: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder that is not there, a folder where a file is named, a file where a folder is; nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("no folder", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")

    assert main([*command, out, *(["--db", database] if command[0] != "replay" else [])]) == 2

    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert f"{out} cannot be written: " in said or "exists already" in said
    assert not list(tmp_path.rglob("*.part"))
