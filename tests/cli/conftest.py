"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor import flow
from monitor.pipeline import ingest
from monitor.store import Store
from tests.cli.given import HOSTILE, SETTINGS
from tests.fakes import FLOW, NOON, item


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder, a database and a channel that writes files, with the small Flow."""
    monkeypatch.setattr(flow, "build_flow", lambda *_, **__: FLOW)
    path = tmp_path / "config.yaml"
    path.write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    return str(path)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Three incidents; one article with a hostile title."""
    path = tmp_path / "monitor.db"
    with Store(path) as store:
        store.migrate()
        texts = [
            ("An airstrike at Kyiv on 2024-05-01 killed 3.", HOSTILE, "k1", "=HYPERLINK(1)"),
            ("The airstrike at Kyiv on 2024-05-01 killed 5, doctors say.", "", "k2", "Second"),
            ("An airstrike at Kyiv on 2024-05-02. A silent film too.", "", "k3", "Third"),
            ("A shelling at Odesa on 2024-04-28.", "", "o1", "Second"),
        ]
        for text, title, key, outlet in texts:
            ingest(item(text, title=title, key=key, outlet=outlet, article_id=key), FLOW, store, NOON)
    return str(path)
