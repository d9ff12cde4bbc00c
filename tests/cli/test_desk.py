"""The commands by which the operator has the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.cli import main


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
