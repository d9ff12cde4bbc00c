"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor import flow
from tests.cli.settings import SETTINGS
from tests.fakes import FLOW


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder, a database and a channel that writes files, with the small Flow."""
    monkeypatch.setattr(flow, "build_flow", lambda *_, **__: FLOW)
    path = tmp_path / "config.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    return str(path)
