"""What the tests of the commands share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor import config as configuration
from monitor import flow
from monitor.alerts.policy import decide
from monitor.engine.courier import Courier
from monitor.pipeline import ingest
from monitor.store import Store, dispatches
from tests.alerts.situations import incident, notice
from tests.cli.given import HOSTILE, SETTINGS, TOLD
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


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A configuration whose database holds three incidents, two of them told."""
    file = tmp_path / "config.yaml"
    file.write_text(TOLD)
    config = configuration.load(file)
    now = datetime.now(UTC)
    with Store(config.store.path) as store:
        store.migrate()
        for n, severity in enumerate((8.5, 7.0, 3.0)):
            told = replace(notice(incident(f"i-{n}", severity=severity)), at=now - timedelta(minutes=1))
            dispatches.record(store, told, decide(told, config.policy, now=told.at or now))
        assert Courier(store, config).settle(20)
    return file
