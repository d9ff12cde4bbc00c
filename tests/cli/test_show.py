"""The commands that tell all of one incident, article or file: show, why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from monitor.cli import main
from tests.cli.given import MAIL, lines


def test_show_knows_an_incident_by_the_beginning_of_its_id(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An ambiguous beginning names none, and says which incidents begin so."""
    assert main(["show", "--db", database, "240428"]) == 0
    assert "shelling at Odesa" in capsys.readouterr().out
    for command in (["show", "2405"], ["why", "2405"], ["dismiss", "2405"], ["mute", "incident", "2405"]):
        assert main([command[0], "--db", database, *command[1:]]) == 2
        assert "2 incidents begin with 2405: 240502-Kyiv" in capsys.readouterr().err
    assert main(["show", "--db", database, "2026"]) == 2
    assert "there is no incident 2026" in capsys.readouterr().err


def test_why_says_why_reports_were_joined_and_what_was_kept_apart(
    database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Joined by deciding facts; the nearest look-alike with what kept it apart; what was silenced and why."""
    assert main(["why", "--db", database, "k2"]) == 0
    joined = capsys.readouterr().out
    assert "both at Kyiv" in joined
    assert "changed: killed 5" in joined

    main(["why", "--db", database, "k3"])
    apart = capsys.readouterr().out
    assert "kept apart: that was on 2024-05-01" in apart
    assert "kept quiet, film: a film is no news" in apart
    assert "«airstrike»" in apart

    main(["why", "--db", database, "240501-Kyiv", "--json"])
    assert [each["article"]["id"] for each in lines(capsys.readouterr().out)] == ["k1", "k2"]  # type: ignore[index]


def test_nothing_from_outside_steers_the_terminal(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences, control characters and direction marks of a title never reach the terminal; markup is text."""
    for command in (["show", "240501"], ["why", "k1"], ["incidents"]):
        main([command[0], "--db", database, *command[1:]])
    out = capsys.readouterr().out

    assert not any(mark in out for mark in ("\x1b]", "\x07", "\u202e", "\x9b"))
    assert "gnp.exe" in out


def test_what_is_not_there_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback for a missing database, configuration or incident."""
    assert main(["incidents", "--db", str(tmp_path / "none.db")]) == 2
    assert main(["incidents", "--config", str(tmp_path / "none.yaml")]) == 2
    assert "Traceback" not in capsys.readouterr().err


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
