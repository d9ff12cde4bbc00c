"""A courier that is killed at the worst moment: nothing is lost, and little comes twice."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor import config as configuration
from monitor.config import Config
from monitor.store import Store, deliveries
from tests.engine.driving import states, strike, tell
from tests.faults.nursery import Nursery
from tests.sinks import OK, HttpSink, Post, Reply, http_sink


def write_config(folder: Path, url: str) -> Config:
    """The configuration as a file, for children."""
    text = (
        f"channels:\n  hook: {{kind: webhook, url: '{url}', private: true, timeout_s: 5}}\n"
        "recipients:\n  - {name: desk, channels: [hook], at_once: 6, digest: [], per_hour: 1000000, "
        "group_after: 1000000}\n"
    )
    path = folder / "c.yaml"
    path.write_text(text)
    path.chmod(0o600)
    return configuration.load(path)


def kill_between_send_and_mark(store: Store, folder: Path, times: int) -> tuple[int, HttpSink]:
    """So many alerts, the first process of each killed after sending and before marking."""
    with http_sink() as sink:
        config = write_config(folder, sink.url)
        for n in range(times):
            tell(store, config, strike(n), datetime.now(UTC))
        with Nursery(folder / "c.yaml", folder / "monitor.db") as nursery:
            for _ in range(times):
                before = len(sink.posts)
                nursery.start("after_send")
                assert nursery.gone() == -signal.SIGKILL
                assert len(sink.posts) == before + 1
            nursery.start()
            end = time.monotonic() + 60
            while time.monotonic() < end and set(states(store)) != {"sent"}:
                time.sleep(0.1)
    return times, sink


def test_a_kill_between_send_and_mark_costs_one_copy_and_no_alert(store: Store, tmp_path: Path) -> None:
    """F69: nothing missing, at most one copy more a kill, all with the id of the first."""
    times, sink = kill_between_send_and_mark(store, tmp_path, 2)
    assert len(set(sink.ids())) == times
    assert len(sink.ids()) <= 2 * times
    assert set(states(store)) == {"sent"}


@pytest.mark.nightly
@pytest.mark.timeout(900)
def test_two_hundred_kills_between_send_and_mark(store: Store, tmp_path: Path) -> None:
    """F69 at its full figure."""
    times, sink = kill_between_send_and_mark(store, tmp_path, 200)
    assert len(set(sink.ids())) == times
    assert len(sink.ids()) <= 2 * times


def storm(store: Store, folder: Path, alerts: int, kills: int, seed: int) -> tuple[HttpSink, int]:
    """So many alerts through a sink that fails one time in three, and so many kills at random moments."""
    rng = random.Random(seed)
    lock = threading.Lock()

    def flaky(post: Post, n: int) -> Reply:
        with lock:
            draw = rng.random()
        if draw < 0.20:
            return 503, {}, b""
        if draw < 0.28:
            return 429, {"Retry-After": "0"}, b""
        if draw < 0.30:
            return 0.0
        return OK

    done = 0
    with http_sink(flaky) as sink:
        config = write_config(folder, sink.url)
        for start in range(0, alerts, 200):
            with store.transaction():
                for n in range(start, min(alerts, start + 200)):
                    tell(store, config, strike(n), datetime.now(UTC))
        with Nursery(folder / "c.yaml", folder / "monitor.db") as nursery:
            while done < kills:
                before = len(sink.posts)
                nursery.start()
                end = time.monotonic() + 10
                while len(sink.posts) == before and time.monotonic() < end:
                    time.sleep(0.01)
                time.sleep(rng.uniform(0.0, 0.5))
                nursery.kill()
                done += 1
            nursery.start()
            end = time.monotonic() + 60 + alerts * 0.8  # each failure makes the lane wait a second or more
            while time.monotonic() < end and deliveries.counts(store).get("sent", 0) < alerts:
                time.sleep(0.2)
    return sink, done


def report(sink: HttpSink, alerts: int, kills: int) -> str:
    """The figures of a storm, in a line."""
    copies = Counter(sink.ids())
    doubled = sum(count > 1 for count in copies.values())
    return (
        f"{alerts} alerts, {kills} kills: {alerts - len(copies)} missing, {doubled} doubled "
        f"({doubled / alerts:.2%}), {len(sink.posts)} posts"
    )


def test_a_small_storm_loses_nothing(store: Store, tmp_path: Path) -> None:
    """F70 in small: sixty alerts, failures one time in three, three kills."""
    sink, kills = storm(store, tmp_path, 60, 3, seed=1)
    copies = Counter(sink.ids())
    assert len(copies) == 60, report(sink, 60, kills)
    assert sum(copies.values()) <= 60 + kills + 3


@pytest.mark.nightly
@pytest.mark.timeout(12000)
def test_the_storm(store: Store, tmp_path: Path) -> None:
    """F70, P2, P3: 10,000 alerts, 30 % failures, 1,000 kills: none missing, at most 1 % double, one id each."""
    size = int(os.environ.get("MONITOR_STORM", "10000"))
    seed = int(os.environ.get("MONITOR_SEED", str(random.randrange(10**6))))
    sink, kills = storm(store, tmp_path, size, size // 10, seed)
    text = report(sink, size, kills)
    print(f"seed {seed}: {text}")
    copies = Counter(sink.ids())
    assert len(copies) == size, text
    assert sum(count > 1 for count in copies.values()) <= 0.01 * size, text
