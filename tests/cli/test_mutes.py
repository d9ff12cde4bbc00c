"""`monitor mute` and what lifts it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor import config as configuration
from monitor.cli import main
from monitor.store import Store, deliveries


def test_mutes_are_made_listed_and_lifted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """None without an end, none of what does not exist."""
    assert main(["mute", "place", "Kharkiv", "--for", "2h", "-c", str(path)]) == 0
    ident = capsys.readouterr().out.partition(":")[0]
    assert main(["snooze", "type", "strike", "-c", str(path)]) == 0
    assert main(["mutes", "-c", str(path)]) == 0
    assert capsys.readouterr().out.count(" until ") == 3
    assert main(["unmute", ident, "-c", str(path)]) == 0
    for wrong in (["type", "strikes"], ["place", "Kyiv", "--for", "400d"], ["incident", "none"], ["colour", "red"]):
        assert main(["mute", *wrong, "-c", str(path)]) == 2
    with Store(configuration.load(path).store.path) as store:
        assert [each.scope for each in deliveries.mutes(store, datetime.now(UTC))] == ["type"]


def test_what_nobody_knows_is_not_muted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mute with a typo would silence nothing, and be trusted; one of what is known holds."""
    for wrong, said in (
        (["place", "Atlantis-under-Sea"], "`monitor incidents` shows how places are called"),
        (["place", "Kharkyv"], "did you mean Kharkiv?"),
        (["source", "nope"], "there is no source 'nope'; there are: "),
    ):
        capsys.readouterr()
        assert main(["mute", *wrong, "-c", str(path)]) == 2
        assert said in capsys.readouterr().err
    for right in (["place", "Erbil"], ["place", "kharkiv"], ["source", "Second Herald"], ["country", "Ukraine"]):
        assert main(["mute", *right, "-c", str(path)]) == 0
