"""The commands over what was, or was not, read: replay, unread."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest

from monitor import __version__, flow
from monitor.cli import main
from monitor.config import Config
from monitor.store import Store, cursors
from monitor.types import FileMark, Reading
from tests.cli.given import SETTINGS
from tests.fakes import FLOW


def test_what_could_not_be_read_is_listed_and_can_be_tried_again(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its reason; nothing of it is lost, and a better reader takes it in."""
    (tmp_path / "inbox" / "bad.txt").write_text(
        "This will crash the reader of the airstrike at Kyiv.\n", encoding="utf-8"
    )
    (tmp_path / "inbox" / "nothing.bin").write_bytes(b"\x00\x01\x02" * 50)
    main(["once", "--config", config])
    capsys.readouterr()

    assert main(["unread", "--config", config, "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert any(each["what"] == "article" and "ZeroDivisionError" in each["reason"] for each in found)

    better = dataclasses.replace(FLOW, read=lambda article: Reading(article_id=article.id))
    monkeypatch.setattr(flow, "build_flow", lambda *_, **__: better)
    assert main(["unread", "--retry", "--config", config, "--json"]) == 0
    said = capsys.readouterr()
    assert "1 of 1 articles" in said.err
    assert "ZeroDivisionError" not in said.out


def test_a_replay_reads_by_the_configuration_it_is_given(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rules and places, so that they can be tried on an archive; without it none but ours."""
    (tmp_path / "mine.tsv").write_text("", encoding="utf-8")
    Path(config).write_text(SETTINGS + "reading:\n  places: [mine.tsv]\n", encoding="utf-8")
    archive = tmp_path / "a.jsonl"
    archive.write_text('{"id": "a", "text": "An airstrike at Kyiv on 2024-05-01 killed 3."}\n', encoding="utf-8")
    places: list[object] = []

    def build(options: Config | None = None, **_: object) -> flow.Flow:
        places.append([Path(each).name for each in options.reading.places] if options else None)
        return FLOW

    monkeypatch.setattr(flow, "build_flow", build)
    assert main(["replay", str(archive), "--config", config, "--out", str(tmp_path / "out.jsonl")]) == 0
    assert main(["replay", str(archive), "--out", str(tmp_path / "out.jsonl")]) == 0

    assert places == [["mine.tsv"], None]


def test_a_replay_of_no_archive_says_so_in_a_few_lines(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The first ten bad lines, and how many more there are."""
    assert main(["replay", config]) == 1

    told = capsys.readouterr().err.splitlines()
    bad = len(SETTINGS.splitlines())
    assert len(told) == 12
    assert told[10] == f"and {bad - 10} more lines that are no article"
    assert told[11].endswith(f"{bad} bad lines passed over")


def test_a_file_that_was_read_in_part_says_which_part_was_not(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line, an item or a field that is broken is told with its place; what is good is read all the same."""
    inbox = tmp_path / "inbox"
    good = json.dumps({"text": "An airstrike at Kyiv on 2024-05-01 killed 3."})
    (inbox / "lines.jsonl").write_text(f"{good}\n{{broken\n", encoding="utf-8")
    (inbox / "list.json").write_text(f'[{good.replace("Kyiv", "Odesa")}, {{"foo": 1}}, 7]', encoding="utf-8")
    (inbox / "front.txt").write_text(
        "---\ntitle: [unclosed\noutlet: A: b\n---\nA shelling at Odesa.\n", encoding="utf-8"
    )
    main(["once", "--config", config])
    (inbox / "lines.jsonl").touch()
    main(["once", "--config", config])
    capsys.readouterr()

    main(["unread", "--config", config, "--json"])
    found = {each["subject"]: each["reason"] for each in map(json.loads, capsys.readouterr().out.splitlines())}
    assert found["lines.jsonl"].startswith("read, but: line 2: broken JSON: ")
    assert found["list.json"] == "read, but: item 2: no article in it; item 3: no article in it"
    assert found["front.txt"] == "read, but: line 2: title is no YAML, taken as it stands"
    with Store(tmp_path / "monitor.db", read_only=True) as store:
        assert store.execute("SELECT count(*) FROM article").fetchone() == (3,)


def test_a_file_that_was_given_up_can_be_tried_again(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On demand, beside a daemon too; what it holds is an article like any other."""
    path = tmp_path / "inbox" / "a.txt"
    path.write_text("An airstrike at Kyiv on 2024-05-01 killed 3 people.\n", encoding="utf-8")
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    mark = FileMark(
        source="inbox",
        path="a.txt",
        size=path.stat().st_size,
        changed_ns=path.stat().st_ctime_ns,
        hash=content,
        key=content,
        outcome="failed",
        reason="the reader took longer than 10 s",
        version=__version__,
    )
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
        cursors.save_files(store, [mark])
    capsys.readouterr()

    assert main(["once", "--config", config]) == 0
    assert main(["unread", "--config", config]) == 0
    assert "longer than 10 s" in capsys.readouterr().out

    assert main(["unread", "--retry", "--config", config]) == 0
    said = capsys.readouterr()
    assert "1 of 1 files can be read now" in said.err
    assert "everything was read" in said.err
