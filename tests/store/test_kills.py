"""F43, P1: SIGKILL loses nothing that was acknowledged, and never parts an article from its outbox row."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from monitor.alerts.policy import Policy, Recipient
from monitor.engine.local import Local
from monitor.store import Store
from tests.fakes import FLOW, NOON, item

POLICY = Policy(recipients=(Recipient(name="desk", at_once=0.0),))


def pour(path: str, first: int, acknowledge: Connection) -> None:
    """Take in one article after another, saying the number of each once it is stored."""
    with Store(path) as store:
        store.migrate()
        engine = Local(flow=FLOW, store=store, policy=POLICY, now=lambda: NOON)
        number = first
        while True:
            engine.take([_article(number), _article(number + 1)])
            acknowledge.send(number + 1)
            number += 2


def _article(number: int) -> object:
    day = number % 27 + 1
    text = f"Report {number}: an airstrike at Kyiv on 2024-02-{day:02d} killed {number % 5}."
    return item(text, article_id=f"a{number}", key=f"a{number}")


def storm(path: Path, kills: int, seed: int) -> None:
    """Start, pour, kill, start again behind what was acknowledged; then look what is there."""
    chance = random.Random(seed)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.fakes", "monitor.engine.local", "monitor.store"])
    acknowledged = -1
    for _ in range(kills):
        receive, send = context.Pipe(duplex=False)
        child = context.Process(target=pour, args=(str(path), acknowledged + 1, send))
        child.start()
        send.close()
        if receive.poll(30):
            acknowledged = receive.recv()
        for _ in range(chance.randrange(12)):
            if receive.poll(chance.random() * 0.02):
                acknowledged = receive.recv()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        try:
            while receive.poll(0):
                acknowledged = receive.recv()
        except EOFError:
            pass
        child.join(10)
        receive.close()

    with Store(path) as store:
        assert store.integrity() == "ok"
        ids = {row[0] for row in store.execute("SELECT id FROM article")}
        assert {f"a{n}" for n in range(acknowledged + 1)} <= ids
        assert len(ids) > kills
        orphans = store.execute(
            "SELECT e.id FROM event e WHERE e.verdict IN ('new', 'update') AND NOT EXISTS "
            "(SELECT 1 FROM dispatch d WHERE d.incident_id = e.incident_id)"
        ).fetchall()
        assert orphans == []
        counted = store.execute("SELECT sum(reports) FROM incident").fetchone()[0]
        linked = store.execute("SELECT count(*) FROM incident_event").fetchone()[0]
        told = store.execute("SELECT count(*) FROM event WHERE verdict IN ('new', 'update')").fetchone()[0]
        notices = store.execute("SELECT count(*) FROM notice").fetchone()[0]
        assert counted == linked == len(ids)
        assert notices == told


def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    """In every build."""
    storm(tmp_path / "monitor.db", 50, seed=1)


@pytest.mark.nightly
@pytest.mark.timeout(1800)
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    """Zero in a thousand supports 'below 0.3 % a crash'."""
    storm(tmp_path / "monitor.db", 1000, seed=2)
