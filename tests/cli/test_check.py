"""`monitor check`: what is wrong is found before a start."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.engine.enrolled import add
from monitor.sources import FeedOptions
from monitor.store import Store
from tests.cli.given import SETTINGS


def checked(config: str, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what is said of a configuration."""
    Path(config).write_text(text, encoding="utf-8")
    code = main(["check", "--offline", "--config", config])
    return code, capsys.readouterr().out


def test_check_tells_of_each_part_and_sends_a_test_on_request(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Configuration, folder, database, channel; with --send something arrives."""
    assert main(["check", "--config", config, "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["what"].split()[0] for each in found] == ["configuration", "folder", "database", "channel"]
    assert not (tmp_path / "told").exists() or not list((tmp_path / "told").rglob("*.*"))

    assert main(["check", "--config", config, "--send"]) == 0
    assert [path for path in (tmp_path / "told").rglob("*") if path.is_file()]


def test_check_finds_what_is_wrong(config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged database and a feed that does not answer: exit code 1, each with its reason."""
    (tmp_path / "monitor.db").write_bytes(b"no database at all, but somebody's letter" * 100)
    text = SETTINGS + "feeds:\n  - url: http://127.0.0.1:9/feed.xml\n    name: gone\n"
    Path(config).write_text(text, encoding="utf-8")

    assert main(["check", "--config", config]) == 1
    told = capsys.readouterr().out
    assert "BAD  database" in told
    assert "BAD  feed gone" in told


def test_check_counts_every_use_of_a_channel(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Who stands in for another, is named by a rule or gives a sign of life is used."""
    channels = "".join(f"  {name}: {{kind: console}}\n" for name in ("spare", "ruled", "beating", "idle"))
    text = SETTINGS.replace("channels:\n", f"channels:\n{channels}", 1).replace("at_once: 1", "fallback: spare")
    text += "rules:\n  - {name: r, send: now, channels: [ruled]}\nalerts: {heartbeat: {channels: [beating]}}\n"

    code, told = checked(config, text, capsys)

    assert code == 0
    assert "channel idle (console): no recipient uses it" in told
    assert told.count("no recipient uses it") == 1


def test_check_finds_where_nothing_can_be_written(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where rights would allow it, and before the first alert or start."""
    text = SETTINGS.replace("folder: told", "folder: /proc/told").replace("path: inbox", "path: /proc/inbox")

    code, told = checked(config, text.replace("path: monitor.db", "path: /proc/nope/x.db"), capsys)

    assert code == 1
    assert "BAD  channel record (file): /proc cannot be written" in told
    assert "BAD  folder /proc/inbox: is not there, and /proc cannot be written" in told
    assert "BAD  database /proc/nope/x.db: is not there, and /proc cannot be written" in told


def test_check_tells_of_a_folder_that_a_start_would_make(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in the path of the database shows before there are two; looking makes nothing."""
    code, told = checked(config, SETTINGS.replace("path: monitor.db", "path: vra/monitor.db"), capsys)

    assert code == 0
    assert f"the daemon will make it, and the folder {tmp_path / 'vra'}" in told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.yaml", "inbox"]


def test_check_finds_sources_and_regions_that_nothing_is_called(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule on them would never match; what the docs name is known."""
    areas = "areas:\n  - {name: north, regions: [Kharkiv oblast, sumy oblast, Middle East, Donbas, %s]}\n"
    rules = "rules:\n  - {name: r, send: now, when: {sources: [%s, api]}}\n"

    good, _ = checked(config, SETTINGS + areas % "Anbar" + rules % "inbox", capsys)
    bad, told = checked(config, SETTINGS + areas % "Kharkov oblst" + rules % "inbux", capsys)

    assert (good, bad) == (0, 1)
    assert "BAD  area north: no region is called 'Kharkov oblst'" in told
    assert "BAD  rule r: no folder or feed is called 'inbux'; did you mean 'inbox'?" in told


def test_check_refuses_rules_that_a_start_would_refuse(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """'can be used' is said of nothing that `monitor run` ends on."""
    (tmp_path / "own.rules").write_text("quiet | sport\nphrase | dron_strike | x\n", encoding="utf-8")
    Path(config).write_text(SETTINGS + "reading: {rules: own.rules}\n", encoding="utf-8")

    assert main(["check", "--config", config]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    assert "own.rules:1: a rule of kind 'quiet'" in told.err
    assert "own.rules:2: there is no type 'dron_strike'" in told.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ v.subject }\n", "alert.txt: line 1: no layout: "),
        ("{{ v.subject }}\n{{ v.__class__.__mro__ }}\n", "alert.txt: line 2: not allowed in a layout: "),
        ("\n\n{{ v.subjet }}\n", "alert.txt: line 3: not known: AlertView has no 'subjet'; ours is used"),
    ],
)
def test_check_tries_the_layouts_of_ones_own(
    text: str, said: str, config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault is found before an alert needs it, with file and line; so is a name that no message is made from."""
    folder = tmp_path / "layouts"
    folder.mkdir()
    Path(config).write_text(SETTINGS + f"alerts:\n  layouts: {folder}\n", encoding="utf-8")
    (folder / "alert.txt").write_text("{{ v.subject }} for us")
    (folder / "digest.md").write_text("{% for s in v.sections %}{{ s.region }}{% endfor %}")
    assert main(["check", "--config", config]) == 0

    (folder / "alert.txt").write_text(text)
    (folder / "alrt.html").write_text("mistyped")
    assert main(["check", "--config", config]) == 1
    told = capsys.readouterr().out
    assert said in told
    assert "alrt.html: no message is made from it" in told


def test_check_asks_the_feeds_added_by_command_too(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They live in the database and not in the file; the daemon asks them all the same."""
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
        add(store, [FeedOptions(url="http://127.0.0.1:9/feed.xml", name="added")], datetime.now(UTC))

    assert main(["check", "--config", config]) == 1

    assert "BAD  feed added" in capsys.readouterr().out
