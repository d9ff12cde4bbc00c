"""The page as the daemon serves it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from monitor.engine.local import Local
from monitor.page import Pushed
from monitor.sources.worker import Worker
from monitor.store import Store
from monitor.types import Item
from tests.fakes import FLOW

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_pushed_page_that_holds_its_reader_up_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    """Sixty thousand attributes on one element take a parser seven seconds: in a process that is ended, not in ours."""
    hostile = "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">airstrike at Kyiv</p>"
    pages = {"bad": hostile, "good": "<p>airstrike at Kyiv on 2026-03-01 killed 3, officials said on Sunday</p>"}
    items = [Item(source="api", key=key, subject=key, received=NOW, html=html) for key, html in pages.items()]
    with Store(tmp_path / "monitor.db") as store, Worker(processes=1, timeout_s=1.0) as worker:
        store.migrate()

        answers = Pushed(Local(flow=FLOW, store=store, now=lambda: NOW), worker).accept(items)

    assert [answer["verdict"] for answer in answers] == ["failed", "new"]
