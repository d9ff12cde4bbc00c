"""What holds for any stream of articles."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.alerts.policy import Policy, Recipient
from monitor.engine.local import Local
from monitor.store import Store, articles
from monitor.types import Item
from tests.engine.test_replay import run
from tests.fakes import FLOW, NOON, item
from tests.test_pipeline import rows

POLICY = Policy(recipients=(Recipient(name="desk", at_once=0.0), Recipient(name="chief")))


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An article, often about what another one is about, sometimes edited, copied, empty or too much for the reader."""
    kind, place = draw(st.sampled_from(["airstrike", "shelling"])), draw(st.sampled_from(["Kyiv", "Erbil"]))
    line = f"{kind} at {place} on 2024-05-0{draw(st.integers(1, 3))} killed {draw(st.integers(0, 2))}"
    text = draw(
        st.sampled_from(
            [
                f"An {line}.",
                f"An {line}, it says.",
                f"background {line}, a silent film.",
                "Nothing of ours.",
                "",
                "crash",
            ]
        )
    )
    return item(text, key=draw(st.sampled_from("abcdef")), url=f"https://x.example/{draw(st.sampled_from('abc'))}")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(items(), max_size=12))
def test_counts_add_up_and_a_second_pass_changes_nothing(stream: list[Item]) -> None:
    """Every item is stored or failed, with one verdict; every notice has a decision for every recipient; and handing in
    the same stream again, later and in one go, changes no row."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "m.db") as store:
        store.migrate()
        engine = Local(flow=FLOW, store=store, policy=POLICY, now=lambda: NOON)
        results = [result for each in stream for result in engine.take([each])]

        stored = {result.article_id for result in results if result.verdict != "failed"}
        assert articles.total(store) == len(stored)
        (notices,) = store.execute("SELECT count(*) FROM notice").fetchone()
        (dispatches,) = store.execute("SELECT count(*) FROM dispatch").fetchone()
        assert dispatches == notices * len(POLICY.recipients)
        (told,) = store.execute("SELECT count(*) FROM event WHERE verdict IN ('new', 'update')").fetchone()
        assert notices <= told
        before = rows(store)

        later = Local(flow=FLOW, store=store, policy=POLICY, now=lambda: NOON + timedelta(days=9))
        later.take([replace(each, received=NOON + timedelta(days=9)) for each in stream])

        after = rows(store)
        # a failure is kept by its item, and the stream's last word on an item may be another one
        assert {name: each for name, each in after.items() if name != "failure"} == {
            name: each for name, each in before.items() if name != "failure"
        }
        assert store.integrity() == "ok"


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_ten_thousand_articles_twice_change_nothing(tmp_path: Path) -> None:
    """P9 at its figure."""
    lines = [
        json.dumps(
            {
                "id": f"a{n}",
                "text": f"Report {n}: an airstrike at {('Kyiv', 'Erbil', 'Odesa')[n % 3]} "
                f"on 2024-0{n % 9 + 1}-1{n % 10} killed {n % 7}.",
                "published": f"2024-0{n % 9 + 1}-1{n % 10}T{n % 24:02d}:00:00Z",
            }
        )
        for n in range(10_000)
    ]
    with Store(tmp_path / "monitor.db") as store:
        first, _ = run(tmp_path, lines, store)
        before = rows(store)
        second, _ = run(tmp_path, lines, store)

        assert rows(store) == before
    assert len(first) == len(second) == 10_000
