"""The life of the process: ready, alive, reloaded, stopped, killed. A real daemon in a process of its own."""

from __future__ import annotations

import gc
import json
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from monitor import config, pulse
from monitor.daemon import Daemon
from monitor.store import Store
from tests import fakes
from tests.engine.rig import until
from tests.faults.running import Running, Sink

ROOT = Path(__file__).resolve().parents[1]
Start = Callable[..., Running]


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Start]:
    """Makes daemons below the test's folder, and ends them."""
    made: list[Running] = []

    def make(settings: dict[str, Any] | None = None, **more: Any) -> Running:
        made.append(Running(tmp_path / f"home{len(made)}", settings, **more))
        return made[-1]

    yield make
    for each in made:
        each.close()


def news(number: int, killed: int = 1) -> str:
    """An article on an incident of its own."""
    day = 1 + number % 28
    month = 1 + number // 28 % 12
    return f"Report {number}: airstrike at Kyiv on {2000 + number // 336}-{month:02d}-{day:02d} killed {killed}"


# ---- a start --------------------------------------------------------------------------------------------------------


def test_it_says_ready_after_the_first_scan_and_pings_only_then(daemon: Start) -> None:
    """READY comes after the migration and the first look at every folder: F77. However long that takes, the service
    manager is told that it goes on."""
    home = daemon()
    for number in range(20):
        home.drop(f"{number}.txt", news(number))
    time.sleep(0.3)  # so that they rest before it looks

    home.start(WATCHDOG_USEC="2000000")

    assert home.rows("SELECT count(*) FROM article") == [(20,)]
    home.until(lambda: home.said("WATCHDOG=1"), "a ping")
    first, second = [text for _, text in home.heard if not text.startswith("WATCHDOG")][:2]
    assert first.startswith("EXTEND_TIMEOUT_USEC=")
    assert second.startswith("READY=1")


def test_a_second_daemon_on_one_database_is_refused_at_once(daemon: Start) -> None:
    """Two writers would send everything twice; the one that runs is not disturbed."""
    home = daemon().start()

    second = subprocess.run(
        [sys.executable, "-m", "monitor", "run", "--config", str(home.config)],
        cwd=ROOT, capture_output=True, text=True, timeout=30,
    )  # fmt: skip

    assert second.returncode == 2
    assert "another monitor" in second.stderr
    assert str(home.process.pid) in second.stderr  # type: ignore[union-attr]
    home.drop("a.txt", news(1))
    home.until(home.alerts, "an alert of the first")


def test_a_bad_configuration_is_told_with_its_line_and_nothing_is_made(daemon: Start) -> None:
    """F78, F85: it ends within seconds and says why; the service manager tries again later."""
    home = daemon({"fodlers": []}, program="monitor")

    home.start(ready=False)

    assert home.process is not None
    assert home.process.wait(30) == 2
    assert "config.yaml:" in home.logged()
    assert "fodlers" in home.logged()
    assert "folders" in home.logged()
    assert not home.database.exists()


# ---- signs of life --------------------------------------------------------------------------------------------------


def test_health_is_the_answer_of_a_running_daemon(daemon: Start) -> None:
    """The exit code is 0 only while it runs, so that a container is replaced when it does not."""
    home = daemon().start()
    home.until(lambda: (found := pulse.read(home.database)) is not None and found.ready, "a sign of life")

    alive = home.command("health")
    home.stop()
    gone = home.command("health")

    assert alive.returncode == 0, alive.stdout
    assert gone.returncode == 1
    assert "not running" in gone.stdout


def test_pings_stop_when_a_loop_stands_still(daemon: Start) -> None:
    """F76: a stuck loop must end the process, not be hidden by a main loop that goes round."""
    home = daemon(program="tests.faults.stuck_daemon").start(WATCHDOG_USEC="1000000", STALE_S="6")
    home.until(lambda: home.said("WATCHDOG=1"), "a ping while all is well")

    (home.home / "stick").touch()
    home.drop("a.txt", news(1))  # whoever takes it in never comes back

    home.until(lambda: "a loop stands still" in home.logged(), "the notice of it")
    count = len(home.heard)
    time.sleep(1.5)
    assert len(home.heard) == count


def test_a_clock_that_is_set_back_does_not_stop_the_timers(tmp_path: Path) -> None:
    """An interval planned two hours ahead of the new time is due at once; nothing is asked of the old clock."""
    with Running(tmp_path) as home:
        under_test = Daemon(home.config)
    called: list[str] = []
    under_test._courier = SimpleNamespace(wake=lambda: called.append("courier"))  # type: ignore[assignment]
    under_test._scheduler = under_test._planned()
    under_test._scheduler.start(paused=True)
    try:
        ahead = datetime.now(UTC) + timedelta(hours=2)
        for job in under_test._scheduler.get_jobs():
            job.modify(next_run_time=ahead)

        under_test._replan(-7200)

        late = [job.id for job in under_test._scheduler.get_jobs() if job.next_run_time > datetime.now(UTC)]
        assert late == []
        assert called == ["courier"]
    finally:
        under_test._scheduler.shutdown(wait=True)


def test_what_is_loaded_for_good_is_not_looked_through_for_garbage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full collection takes a tenth of a second with the reader's data in it, and next to nothing without."""
    monkeypatch.setattr("monitor.daemon.build_flow", lambda config: fakes.FLOW)
    usual = gc.get_threshold()
    with Running(tmp_path) as home:
        under_test = Daemon(home.config)
        try:
            with ExitStack() as stack:
                under_test._open(stack)
                under_test._start(stack)
                looked_through, spared = len(gc.get_objects()), gc.get_freeze_count()
        finally:
            gc.unfreeze()
            gc.set_threshold(*usual)

    assert spared > 10 * looked_through


# ---- reload ---------------------------------------------------------------------------------------------------------


def test_a_reload_takes_the_new_configuration_and_refuses_a_bad_one(daemon: Start) -> None:
    """SIGHUP: the old one stays where the new one is bad, and the daemon says so in its sign of life."""
    home = daemon().start()
    good = home.config.read_text(encoding="utf-8")

    home.config.write_text(good + "\nnonsense: true\n", encoding="utf-8")
    home.signal(signal.SIGHUP)
    home.until(lambda: "the old one stays" in home.logged(), "the refusal")
    home.drop("a.txt", news(1))
    home.until(home.alerts, "an alert under the old configuration")
    home.until(
        lambda: (found := pulse.read(home.database)) is not None and found.config_error, "the error in the pulse"
    )

    home.config.write_text(good.replace("folder: out", "folder: elsewhere"), encoding="utf-8")
    home.signal(signal.SIGHUP)
    home.until(lambda: "configuration read again" in home.logged(), "the reload")
    home.drop("b.txt", news(2))
    home.until(lambda: list((home.home / "elsewhere").glob("alerts/*.txt")), "an alert under the new configuration")


def test_after_a_reload_the_page_shows_what_is_in_force(daemon: Start) -> None:
    """Recipients, rules and what they would have told: each as the configuration now has it, not as at the start."""
    home = daemon({"web": {"port": 0}}).start()
    address = re.search(r"http://127\.0\.0\.1:\d+", home.logged())
    assert address
    settings = {
        "web": {"port": 0},
        "recipients": [{"name": "night", "channels": ["file"]}],
        "rules": [{"name": "kharkiv at once", "when": {"countries": ["UA"]}, "send": "now"}],
    }

    def page(path: str) -> str:
        with urllib.request.urlopen(address[0] + path) as answer:
            return str(answer.read().decode())

    assert "/digests/next/desk" in page("/digests")
    assert "No rules are configured" in page("/rules")
    home.drop("a.txt", news(1))
    home.until(home.alerts, "an alert")

    home.configure(settings)
    home.signal(signal.SIGHUP)
    home.until(lambda: "configuration read again" in home.logged(), "the reload")

    assert "/digests/next/night" in page("/digests")
    assert "/digests/next/desk" not in page("/digests")
    assert page("/digests/next/night")
    assert "kharkiv at once" in page("/rules")
    assert "night</td><td>kharkiv at once" in page("/rules?since=1")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        page("/digests/next/desk")


def test_a_reload_says_what_waits_for_the_next_start(daemon: Start) -> None:
    """It is held against what the daemon runs on; rules of one's own that cannot be used are told of as any fault."""
    home = daemon().start()
    good = home.config.read_text(encoding="utf-8")
    rules = home.home / "own.rules"
    rules.write_text("phrase | sabotage | rails cut\n", encoding="utf-8")
    reading = good + "reading: {rules: own.rules}\n"

    def reloaded(text: str) -> object:
        before = len(home.logged().splitlines())
        home.config.write_text(text, encoding="utf-8")
        home.signal(signal.SIGHUP)

        def told() -> list[dict[str, object]]:
            lines = [json.loads(line) for line in home.logged().splitlines()[before:] if line.startswith("{")]
            return [line for line in lines if "configuration" in str(line.get("event"))]

        home.until(told, "an answer")
        return told()[0].get("at_next_start", told()[0].get("reason"))

    assert reloaded(good.replace("rest_s: 0.2", "rest_s: 0.3")) == ["folders"]
    assert reloaded(good) is None
    assert reloaded(good.replace("enabled: false", "enabled: false\n  port: 8123")) == ["web"]
    assert reloaded(reading) == ["reading"]
    assert reloaded(good.replace("at_once: 0", "at_once: 1")) is None
    rules.write_text("phrase | sabotag | rails cut\n", encoding="utf-8")
    assert f"{rules}:1: there is no type 'sabotag'" in str(reloaded(reading))


def test_a_change_of_rules_of_ones_own_waits_for_the_next_start(tmp_path: Path) -> None:
    """The configuration is the same to the letter, and yet the daemon reads by what the file said before."""
    with Running(tmp_path, {"reading": {"rules": "own.rules"}}) as home:
        rules = home.home / "own.rules"
        rules.write_text("phrase | sabotage | rails cut\n", encoding="utf-8")
        under_test = Daemon(home.config)
        same = under_test._later(config.load(home.config))

        rules.write_text("phrase | sabotage | rails torn up\n", encoding="utf-8")

        assert same == []
        assert under_test._later(config.load(home.config)) == ["reading"]


def test_a_database_that_refuses_a_reload_ends_nothing_and_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locked by another program: the old configuration stands whole, and the new one is taken once it can be."""
    monkeypatch.setattr("monitor.daemon.build_flow", lambda config: fakes.FLOW)
    monkeypatch.setattr("monitor.daemon.RELOAD_AGAIN_S", 0.2)
    monkeypatch.setattr("monitor.daemon.Store", partial(Store, busy_s=0.1))
    with Running(tmp_path) as home:
        under_test = Daemon(home.config)
        old = under_test.config
        home.configure({"feeds": [{"url": "http://127.0.0.1:9/a", "name": "new"}]})
        with ExitStack() as stack:
            stack.callback(gc.set_threshold, *gc.get_threshold())
            stack.callback(gc.unfreeze)
            under_test._open(stack)
            under_test._start(stack)
            other = stack.enter_context(closing(sqlite3.connect(home.database, isolation_level=None)))
            other.execute("BEGIN IMMEDIATE")

            under_test._reload()

            assert (under_test.config, under_test._poller._feeds) == (old, {})
            assert "locked" in str(under_test._config_error)
            assert under_test._reload_at < time.monotonic() + 1
            other.execute("ROLLBACK")
            watching = threading.Thread(target=under_test._watch_over)
            watching.start()
            until(lambda: under_test.config is not old)
            under_test._stopping.set()
            watching.join(10)
        assert list(under_test._poller._feeds) == ["new"]
        assert under_test._config_error is None


def test_a_reload_asked_for_while_it_starts_does_not_end_it(daemon: Start) -> None:
    """SIGHUP from the first moments on: it comes up all the same, and reads its configuration again."""
    home = daemon({"feeds": []}, program="monitor").start(ready=False)
    assert home.process is not None
    held = Path(f"/proc/{home.process.pid}/status")
    home.until(lambda: "SigBlk:\t0000000000000001" in held.read_text(), "the hold")

    home.signal(signal.SIGHUP)

    home.until(lambda: home.said("READY=1"), "ready")
    home.until(lambda: "configuration read again" in home.logged(), "the reload")


# ---- an end ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_within_twenty_seconds_and_loses_nothing(daemon: Start, number: signal.Signals) -> None:
    """F79: under load, and when told twice; what was not told is told after the next start."""
    home = daemon().start()
    for count in range(150):
        home.drop(f"{count}.txt", news(count))
    home.until(home.alerts, "the first alert")

    began = time.monotonic()
    home.signal(number)
    home.signal(number)
    assert home.process is not None
    assert home.process.wait(20) == 0
    took = time.monotonic() - began

    assert took < 20
    assert home.said("STOPPING=1")
    assert pulse.read(home.database) is None
    home.start()
    home.until(lambda: len(home.alerts()) >= 150, "every alert")
    assert len(home.alerts()) == 150
    assert home.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_hanging_channel_does_not_hold_up_the_end(daemon: Start) -> None:
    """What is being sent when the time is over goes out again after the next start, under the same id."""
    with Sink(hangs=True) as sink:
        home = daemon(_webhook(sink)).start()
        home.drop("a.txt", news(1))
        home.until(lambda: sink.asked, "a message on its way")

        assert home.stop(20) == 0

        sink.hangs = False
        home.start()
        home.until(lambda: sink.got, "the message")
        (ident,) = [key for key in sink.got if key.startswith("alert")]
        assert sink.got[ident] == 1


def test_nothing_is_left_behind(daemon: Start) -> None:
    """No process outlives the daemon, neither after an orderly end nor after a crash."""
    home = daemon().start()
    home.drop("a.html", f"<html><body><article><p>{news(1)}</p></article></body></html>")
    home.until(home.alerts, "an alert")
    assert home.process is not None
    group = home.process.pid

    os.kill(group, signal.SIGKILL)
    home.process.wait(10)

    home.until(lambda: not _members(group), "the end of every child", 20)


def test_a_database_that_is_lost_ends_it_with_a_code_and_advice(daemon: Start) -> None:
    """F49: damaged under a running monitor, which can neither read nor tell any more, and says so once."""
    home = daemon().start()
    home.drop("1.txt", news(1))
    home.until(home.alerts, "an alert")
    with closing(sqlite3.connect(home.database)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with home.database.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(4096)
        file.write(os.urandom(size - 4096))

    home.drop("2.txt", news(2))

    assert home.process is not None
    assert home.process.wait(30) == 2
    advice = [line for line in home.logged().splitlines() if "the database is lost" in line]
    assert len(advice) == 1
    assert "restore a backup" in advice[0]


@pytest.mark.parametrize("gone", ["", "-wal", "-shm"])
def test_a_database_taken_away_is_noticed_though_nothing_happens(daemon: Start, gone: str) -> None:
    """F50: within seconds and by itself; what was stored before is kept where the file is still there."""
    home = daemon().start()
    home.drop("1.txt", news(1))
    home.until(home.alerts, "an alert")
    time.sleep(1)
    os.unlink(f"{home.database}{gone}")

    assert home.process is not None
    assert home.process.wait(30) == 2
    assert sum("the database is lost" in line for line in home.logged().splitlines()) == 1
    if gone:
        assert home.rows("SELECT count(*) FROM article") == [(1,)]
        assert home.rows("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.nightly)])
def test_killed_at_random_moments_nothing_is_lost(daemon: Start, kills: int) -> None:
    """The power goes again and again while articles pour in and the channel fails one time in three.

    Every article is there once, none without its outbox row, every alert arrives, and every copy bears one id.
    """
    dice = random.Random(kills)
    with Sink(fails=3) as sink:
        home = daemon(_webhook(sink))
        written = 0
        for _ in range(kills):
            home.start(ready=False)
            end = time.monotonic() + dice.uniform(0.6, 2.2)
            while time.monotonic() < end:
                home.drop(f"{written}.txt", news(written))
                written += 1
                time.sleep(dice.uniform(0.1, 0.8))
            home.kill()
            if home.database.exists():
                assert home.rows("PRAGMA quick_check") == [("ok",)]
        home.start()
        home.until(lambda: home.rows("SELECT count(*) FROM article") == [(written,)], "every article", 60)
        home.until(lambda: len(_alerts(sink)) >= written, "every alert", 300)
        home.stop()

        assert home.rows("SELECT count(*) FROM incident") == [(written,)]
        assert home.rows("SELECT count(*) FROM notice WHERE id NOT IN (SELECT notice_id FROM dispatch)") == [(0,)]
        assert home.rows("PRAGMA integrity_check") == [("ok",)]
        assert home.rows("PRAGMA foreign_key_check") == []
        assert len(_alerts(sink)) == written
        # a kill between the send and the mark costs one further copy, under the same id
        assert sum(_alerts(sink).values()) <= written + kills + 1


# ---- faults ---------------------------------------------------------------------------------------------------------


def test_a_closed_output_stops_nothing(daemon: Start) -> None:
    """F84: whoever read the log went away; articles are read and alerts sent all the same."""
    read, write = os.pipe()
    home = daemon()

    def into_pipe() -> None:
        os.dup2(write, 1)
        os.dup2(write, 2)

    home.start(preexec=into_pipe)
    os.close(read)
    os.close(write)
    home.drop("a.txt", news(1))

    home.until(home.alerts, "an alert")
    assert home.stop() == 0


def test_a_full_log_disk_stops_nothing(daemon: Start) -> None:
    """F84: a line that cannot be written is lost, and nothing more."""
    home = daemon()

    def onto_full_disk() -> None:
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, 1)
        os.dup2(full, 2)

    home.start(preexec=onto_full_disk)
    home.drop("a.txt", news(1))

    home.until(home.alerts, "an alert")
    assert home.stop() == 0


def test_few_descriptors_shed_polls_and_keep_alerts(daemon: Start) -> None:
    """F80: at sixty-four open files the folder is read and every alert arrives."""
    feeds = [{"url": f"http://127.0.0.1:9/{n}", "name": f"f{n}", "interval_s": 30} for n in range(40)]
    home = daemon({"feeds": feeds, "http": {"allow_networks": ["127.0.0.0/8"], "ports": [9]}})

    home.start(preexec=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64)))
    for number in range(20):
        home.drop(f"{number}.txt", news(number))

    home.until(lambda: len(home.alerts()) >= 20, "every alert")
    assert home.stop() == 0


#: a read-only root with one folder that can be written, and a user whom nobody knows
_STRANGER = (
    'mount --bind "$0" "$0" && mount -o remount,bind,ro / && exec unshare --user --map-user=54321 env -u HOME "$@"'
)


def test_it_runs_as_nobody_on_a_read_only_disk(daemon: Start) -> None:
    """F82: no name, no home, nothing to write but its own folder, as in the container."""
    allowed = subprocess.run(["unshare", "-Urm", "true"], capture_output=True)
    if allowed.returncode:
        pytest.skip("user namespaces are not allowed here")
    home = daemon()

    home.start(
        within=("unshare", "-Urm", "sh", "-c", _STRANGER, str(home.home)),
        TMPDIR="/dev/shm",
        PYTHONDONTWRITEBYTECODE="1",
    )
    home.drop("a.html", f"<html><body><article><p>{news(1)}</p></article></body></html>")

    home.until(home.alerts, "an alert")
    assert home.stop() == 0


def _alerts(sink: Sink) -> dict[str, int]:
    return {ident: count for ident, count in list(sink.got.items()) if ident.startswith("alert")}


def _webhook(sink: Sink, **channel: Any) -> dict[str, Any]:
    return {
        "channels": {"hook": {"kind": "webhook", "url": sink.url, "private": True, **channel}},
        "recipients": [{"name": "desk", "channels": ["hook"], "at_once": 0, "per_hour": 10000, "group_after": 10000}],
    }


def _members(group: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == group and fields[0] != "Z":  # the session
                found.append(int(entry.name))
    return found
