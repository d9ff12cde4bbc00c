"""The commands over the running program: once, digest, health, backup."""

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
from monitor.store import Store
from monitor.store.guard import sole
from monitor.types import Reading
from tests.cli.given import MAIL
from tests.fakes import FLOW


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
