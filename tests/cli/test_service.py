"""The commands over the running program: once, check, health, digest."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor import flow, pulse
from monitor.cli import main
from monitor.config import Config
from monitor.engine.enrolled import add
from monitor.sources import FeedOptions
from monitor.store import Store
from monitor.store.guard import sole
from monitor.types import Reading
from tests.fakes import FLOW

SETTINGS = """\
folders:
  - path: inbox
    rest_s: 0.1
store:
  path: monitor.db
channels:
  record:
    kind: file
    folder: told
recipients:
  - name: desk
    channels: [record]
    at_once: 1
log:
  level: error
"""


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder, a database and a channel that writes files, with the small Flow."""
    monkeypatch.setattr(flow, "build_flow", lambda *_, **__: FLOW)
    path = tmp_path / "config.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    return str(path)


def alive(tmp_path: Path, **more: object) -> None:
    """A daemon's sign of life."""
    fields = {"pid": 1, "version": "0", "started": datetime.now(UTC), "ready": True, "beat": time.monotonic()}
    pulse.write(tmp_path / "monitor.db", pulse.Pulse(**(fields | {"boot": pulse.boot()} | more)))  # type: ignore[arg-type]


def test_once_takes_in_what_is_there_tells_it_and_stops(config: str, tmp_path: Path) -> None:
    """A file in the folder becomes an incident and a message; a second time nothing happens."""
    (tmp_path / "inbox" / "a.txt").write_text("An airstrike at Kyiv on 2024-05-01 killed 3 people.\n", encoding="utf-8")

    assert main(["once", "--config", config]) == 0
    told = [path for path in (tmp_path / "told").rglob("*") if path.is_file()]
    assert main(["once", "--config", config]) == 0

    assert len(told) >= 1
    assert [path for path in (tmp_path / "told").rglob("*") if path.is_file()] == told
    with Store(tmp_path / "monitor.db", read_only=True) as store:
        assert store.execute("SELECT count(*) FROM incident").fetchone() == (1,)


def test_once_is_refused_while_a_daemon_runs(config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two that send from one database would tell everything twice."""
    with sole(tmp_path / "monitor.db"):
        assert main(["once", "--config", config]) == 2

    assert "another monitor" in capsys.readouterr().err


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


def checked(config: str, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what is said of a configuration."""
    Path(config).write_text(text, encoding="utf-8")
    code = main(["check", "--offline", "--config", config])
    return code, capsys.readouterr().out


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


def test_health_is_good_only_while_the_daemon_gives_signs_of_life(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not running, stuck, too old: exit code 1 and the reason; alive: 0."""
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
    assert main(["health", "--config", config]) == 1
    assert "not running" in capsys.readouterr().out

    alive(tmp_path)
    assert main(["health", "--config", config, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["healthy"] is True

    alive(tmp_path, loops={"courier": 99.0})
    assert main(["health", "--config", config]) == 1
    assert "stuck: courier" in capsys.readouterr().out

    alive(tmp_path, beat=time.monotonic() - 600)
    assert main(["health", "--config", config]) == 1
    assert "no sign of life" in capsys.readouterr().out


def test_health_knows_at_once_that_the_daemon_was_killed(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its sign of life is fresh, and there is no such process on this host; of another host nobody can tell."""
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    alive(tmp_path, pid=ended.pid, host=pulse.host())
    assert main(["health", "--config", config]) == 1
    assert f"not running: process {ended.pid} ended without a word" in capsys.readouterr().out

    for process in ({"pid": ended.pid, "host": "elsewhere"}, {"pid": os.getpid(), "host": pulse.host()}):
        alive(tmp_path, **process)
        assert main(["health", "--config", config]) == 0


def test_the_digest_can_be_seen_before_it_is_sent(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is counted as told by looking."""
    (tmp_path / "inbox" / "o.txt").write_text("A shelling at Odesa on 2024-05-01 killed nobody.\n", encoding="utf-8")
    main(["once", "--config", config])  # the first digest leaves right away
    (tmp_path / "inbox" / "a.txt").write_text("An airstrike at Kyiv on 2024-05-01 killed 3 people.\n", encoding="utf-8")
    main(["once", "--config", config])
    capsys.readouterr()

    assert main(["digest", "--preview", "--config", config]) == 0
    first = capsys.readouterr().out
    main(["digest", "--config", config])

    assert "Kyiv" in first
    assert capsys.readouterr().out.splitlines()[0] == first.splitlines()[0]
    assert main(["digest", "--format", "pdf", "--config", config]) == 2
    assert "--format is text, markdown or html" in capsys.readouterr().err


def test_the_schema_of_the_configuration_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For editors."""
    assert main(["config", "schema"]) == 0
    assert "folders" in json.loads(capsys.readouterr().out)["properties"]


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


def test_health_feeds_and_unread_tell_the_same_figures(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is refused, one that breaks the reader, one read in part; and the same once the reader is better."""
    inbox = tmp_path / "inbox"
    (inbox / "tool.exe").write_text("MZ", encoding="utf-8")
    (inbox / "bad.eml").write_text(f"{MAIL}This will crash the reader of the airstrike at Kyiv.\n", encoding="utf-8")
    (inbox / "part.jsonl").write_text('{"text": "A shelling at Odesa."}\n{\n', encoding="utf-8")
    main(["once", "--config", config])
    alive(tmp_path)

    def figures() -> tuple[int, int, str, int]:
        capsys.readouterr()
        main(["health", "--config", config, "--json"])
        health = json.loads(capsys.readouterr().out)
        main(["feeds", "--config", config])
        folder = capsys.readouterr().out.partition("folder inbox: ")[2].partition(";")[0]
        main(["unread", "--config", config, "--json"])
        return health["not_read"], health["read_in_part"], folder, len(capsys.readouterr().out.splitlines())

    assert figures() == (2, 1, "1 file read (1 in part), 2 not", 3)
    better = dataclasses.replace(FLOW, read=lambda article: Reading(article_id=article.id))
    monkeypatch.setattr(flow, "build_flow", lambda *_, **__: better)
    main(["unread", "--retry", "--config", config])
    assert figures() == (1, 1, "2 files read (1 in part), 1 not", 2)


def test_why_knows_an_article_by_its_file(config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person has in hand is a file, and not an id."""
    path = tmp_path / "inbox" / "deep" / "a.txt"
    path.parent.mkdir()
    path.write_text("An airstrike at Kyiv on 2024-05-01 killed 3 people.\n", encoding="utf-8")
    main(["once", "--config", config])
    capsys.readouterr()

    assert main(["why", str(path), "--config", config]) == 0
    assert "airstrike at Kyiv" in capsys.readouterr().out
    assert main(["why", "deep/a.txt", "--config", config]) == 0
    assert main(["why", "b.txt", "--config", config]) == 2


MAIL = "Message-ID: <1@a.example>\nFrom: A <a@a.example>\nSubject: Strike\nDate: Wed, 1 May 2024 12:00:00 +0000\n\n"


def test_why_knows_mails_and_each_article_of_a_file_of_many(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has an identity of its own is found by its file all the same, and after the file was touched too."""
    inbox = tmp_path / "inbox"
    (inbox / "a.eml").write_text(f"{MAIL}An airstrike at Kyiv on 2024-05-01 killed 3.\n", encoding="utf-8")
    articles = [{"id": f"x{n}", "text": f"A shelling at Odesa on 2024-04-0{n}."} for n in (1, 2)]
    (inbox / "b.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    main(["once", "--config", config])
    (inbox / "a.eml").touch()
    main(["once", "--config", config])
    capsys.readouterr()

    assert main(["why", "a.eml", "--config", config]) == 0
    assert "airstrike at Kyiv" in capsys.readouterr().out
    assert main(["why", "b.jsonl", "--config", config]) == 0
    head, *listed = capsys.readouterr().out.splitlines()
    assert head == "b.jsonl: 2 articles; `monitor why ID` explains one"
    for line in listed:
        assert main(["why", line.split()[0], "--config", config]) == 0
        assert "shelling at Odesa" in capsys.readouterr().out
    assert len(listed) == 2


def test_why_says_of_a_file_that_gave_no_article_what_became_of_it(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Empty, refused, or the same as another: the reason is known, so it is said."""
    text = "An airstrike at Kyiv on 2024-05-01 killed 3 people.\n"
    for name, body in (("a.txt", text), ("empty.txt", ""), ("tool.exe", "MZ"), ("bad.json", '{"text": ')):
        (tmp_path / "inbox" / name).write_text(body, encoding="utf-8")
    main(["once", "--config", config])
    (tmp_path / "inbox" / "again.txt").write_text(text, encoding="utf-8")
    main(["once", "--config", config])

    said = {}
    for name in ("again.txt", "empty.txt", "tool.exe", "bad.json"):
        capsys.readouterr()
        assert main(["why", name, "--config", config]) == 0
        said[name] = capsys.readouterr().out
    assert said["again.txt"].startswith("inbox: again.txt: no new article: the same as a.txt\n")
    assert "airstrike at Kyiv" in said["again.txt"]
    assert said["empty.txt"] == "inbox: empty.txt: not read: the file is empty\n"
    assert said["tool.exe"] == "inbox: tool.exe: not read: files of kind '.exe' are not read\n"
    assert said["bad.json"].startswith("inbox: bad.json: not read: broken JSON: ")


def test_a_report_is_split_off_by_its_file(config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person has in hand is a file, and not an id."""
    for name, killed in (("a.txt", 3), ("b.txt", 5)):
        text = f"An airstrike at Kyiv on 2024-05-01 killed {killed} people.\n"
        (tmp_path / "inbox" / name).write_text(text, encoding="utf-8")
    main(["once", "--config", config])
    capsys.readouterr()

    assert main(["split", "240501", "b.txt", "--config", config]) == 0
    assert "new: " in capsys.readouterr().out
    assert main(["split", "240501", "none.txt", "--config", config]) == 2


def test_a_backup_is_a_whole_database(config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Checked before it takes its name; never over another file."""
    (tmp_path / "inbox" / "a.txt").write_text("An airstrike at Kyiv on 2024-05-01 killed 3 people.\n", encoding="utf-8")
    main(["once", "--config", config])

    assert main(["backup", str(tmp_path / "copy.db"), "--config", config]) == 0
    assert main(["backup", str(tmp_path / "copy.db"), "--config", config]) == 2

    assert sorted(path.name for path in tmp_path.glob("copy.db*")) == ["copy.db"]
    capsys.readouterr()
    assert main(["incidents", "--db", str(tmp_path / "copy.db"), "--json"]) == 0
    assert "Kyiv" in capsys.readouterr().out
