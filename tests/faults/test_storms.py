"""Nightly: many files, many feeds, many of them hostile, and a program killed in between."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.engine.local import Local
from monitor.engine.poller import Poller
from monitor.sources import FolderOptions, Refusal
from monitor.sources.feeds import Feed, parse_feed
from monitor.sources.worker import Worker, WorkerFailed
from monitor.store import Store
from monitor.types import Reading, SourceState
from tests.fakes import FLOW
from tests.faults.bodies import all_bodies
from tests.faults.feeds import entry, rss
from tests.faults.hub import Behaviour, Hub, bomb, drip, hang, moved, pour, raw, reply, reset, tagged
from tests.faults.running import Running

pytestmark = pytest.mark.nightly

ROOT = Path(__file__).parents[2]
QUIET = replace(FLOW, read=lambda article: Reading(article_id=article.id))
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def hostile() -> list[Behaviour]:
    """Twenty ways to be a bad feed."""
    bodies = all_bodies()

    def endless() -> Behaviour:
        return pour(lambda: iter(lambda: b"x" * 65536, b""))

    return [
        hang(),
        drip(b"HTTP/1.1 200 OK\r\n\r\n<rss>" + b"x" * 1000, 0.5),
        endless(),
        reset(),
        raw(b""),
        reply(bomb(200 << 20), headers={"Content-Encoding": "gzip"}),
        reply(gzip.compress(bomb(100 << 20)), headers={"Content-Encoding": "gzip, gzip"}),
        reply(bodies["many attributes"]),
        reply(bodies["entity bomb"]),
        reply(bodies["unclosed tags"]),
        reply(bodies["deep elements"]),
        reply(bodies["login page"], kind="text/html"),
        reply(b"", status=410),
        reply(b"", status=429, headers={"Retry-After": "600"}),
        reply(b"", status=503, headers={"Retry-After": "soon"}),
        moved("/loop"),
        moved("file:///etc/passwd"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(200_000)) + b"\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<rss>short"),
        reply(bodies["many items"]),
    ]


@pytest.mark.timeout(900)
def test_five_hundred_feeds_a_hundred_of_them_hostile(tmp_path: Path) -> None:
    """F31, P6: every healthy feed is polled within 1.2 of its interval; main at most 512 MB, a reader at most 700.

    The monitor is the program itself with all that it reads with; the server of the feeds lives in this process."""
    interval = 60.0
    ways = hostile()
    feeds: list[dict[str, object]] = []
    with Hub("0.0.0.0") as hub:
        hub.on("/loop", moved("/loop"))
        for number in range(500):
            path = f"/{number}"
            bad = number % 5 == 0
            hub.on(path, ways[number // 5 % len(ways)] if bad else tagged(rss([entry(number)])))
            host = f"127.0.{1 + number // 250}.{1 + number % 250}"
            feeds.append(
                {
                    "url": f"http://{host}:{hub.port}{path}",
                    "name": f"{'bad' if bad else 'good'} {number}",
                    "interval_s": interval,
                }
            )
        settings = {"feeds": feeds, "http": {"allow_networks": ["127.0.0.0/8"]}}
        with Running(tmp_path, settings, program="monitor") as running:
            running.start()
            assert running.process
            began = time.monotonic()
            grown = 0.0
            while time.monotonic() - began < interval * 5:
                time.sleep(1)
                sizes = [status_mb(pid, "VmSize") for pid in readers(running.process.pid)]
                grown = max([grown, *sizes])
            peak = status_mb(running.process.pid, "VmHWM")
            states = dict(running.rows("SELECT name, state FROM feed"))
            assert running.stop(60) == 0
        asked: dict[str, list[float]] = defaultdict(list)
        for each in hub.asked():
            asked[each.path].append(each.at)

    gaps = [
        later - earlier
        for number in range(500)
        if number % 5
        for earlier, later in zip(asked[f"/{number}"], asked[f"/{number}"][1:], strict=False)
    ]
    print(
        f"longest gap {max(gaps):.1f} s of {interval:.0f}, {len(gaps)} gaps; main {peak:.0f} MB at most, "
        f"a reader {grown:.0f} MB of addresses"
    )
    assert len(gaps) >= 400 * 3
    assert max(gaps) <= interval * 1.2
    assert peak <= 512
    assert 0 < grown <= 700
    assert all(state == SourceState.HEALTHY for name, state in states.items() if name.startswith("good"))
    troubled = {SourceState.FAILING, SourceState.PAUSED}
    fine = [name for name, state in states.items() if name.startswith("bad") and state not in troubled]
    assert len(fine) <= 30, f"only bodies that hold entries all the same count as healthy: {fine}"


def status_mb(pid: int, line: str) -> float:
    """One figure of /proc/PID/status in MB; 0 where the process is gone."""
    with suppress(OSError, StopIteration):
        text = Path(f"/proc/{pid}/status").read_text()
        return int(next(each for each in text.splitlines() if each.startswith(line)).split()[1]) / 1024
    return 0.0


def readers(pid: int) -> set[int]:
    """The children of the children of this process: what the fork server has started."""
    below = {pid}
    for _ in range(2):
        children = [path for each in below for path in Path(f"/proc/{each}/task").glob("*/children")]
        below = set()
        for path in children:
            with suppress(OSError):
                below |= {int(word) for word in path.read_text().split()}
    return below


@pytest.mark.timeout(1800)
def test_a_burst_of_two_hundred_thousand_files(tmp_path: Path) -> None:
    """F1, P8: none missed, none read twice, memory bounded. FILES=... for another number."""
    count = int(os.environ.get("FILES", "200000"))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    writer = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys\nfor n in range(int(sys.argv[2])):\n"
            "    open(f'{sys.argv[1]}/{n}.txt', 'w').write(f'Nothing new in town {n}.')",
            str(inbox),
            str(count),
        ]
    )
    with Store(tmp_path / "m.db") as store:
        store.migrate()
        poller = Poller(
            store=store,
            engine=Local(flow=QUIET, store=store),
            folders=[FolderOptions(path=str(inbox), scan_every_s=10)],
        )
        held = peak = status_mb(os.getpid(), "VmRSS")  # tests before this one may have filled the process
        poller.start()
        began = time.monotonic()
        while store.execute("SELECT count(*) FROM file").fetchone()[0] < count and time.monotonic() - began < 1700:
            peak = max(peak, status_mb(os.getpid(), "VmRSS"))
            time.sleep(1)
        poller.stop()
        assert writer.wait() == 0
        assert store.execute("SELECT count(*) FROM file WHERE outcome = 'read'").fetchone()[0] == count
        assert store.execute("SELECT count(*) FROM article").fetchone()[0] == count
    print(f"{count} files in {time.monotonic() - began:.0f} s, {peak - held:.0f} MB more than before")
    assert peak - held <= 250


@pytest.mark.timeout(900)
def test_killed_between_fetching_and_storing(tmp_path: Path) -> None:
    """F28: SIGKILL at random moments of a round, fifty times; in the end no item is missed and none is doubled."""
    seed = random.SystemRandom().randrange(1 << 30)
    print(f"seed {seed}")
    dice = random.Random(seed)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    script = tmp_path / "child.py"
    script.write_text(
        "import sys\nfrom tests.faults.test_storms import QUIET\n"
        "from monitor.engine.local import Local\nfrom monitor.engine.poller import Poller\n"
        "from monitor.sources import *\nfrom monitor.store import Store\n"
        "if __name__ == '__main__':\n"
        "    store = Store(sys.argv[1]); store.migrate()\n"
        "    p = Poller(store=store, engine=Local(flow=QUIET, store=store),\n"
        "        folders=[FolderOptions(path=sys.argv[2], rest_s=0.05)],\n"
        "        feeds=[FeedOptions(url=u, name=u[-5:]) for u in sys.argv[3:]],\n"
        "        http=HttpOptions(allow_networks=('127.0.0.0/8',)))\n"
        "    p.once(all_feeds=True); p.close()\n"
    )
    with Hub() as hub:
        bodies = [rss([entry(f"{n}-{k}") for k in range(60)]) for n in range(5)]
        urls = [hub.on(f"/fd{n}x", tagged(body)) for n, body in enumerate(bodies)]
        for number in range(300):
            (inbox / f"{number}.txt").write_text(f"Nothing new in town {number}.")
        command = [sys.executable, str(script), str(tmp_path / "m.db"), str(inbox), *urls]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        for _ in range(50):
            child = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(dice.uniform(0.5, 4.0))
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        subprocess.run(command, env=environment, check=True, capture_output=True)
    with Store(tmp_path / "m.db") as store:
        assert store.integrity() == "ok"
        rows = store.execute("SELECT source, key, count(*) FROM article GROUP BY source, key").fetchall()
        assert all(row[2] == 1 for row in rows)
        assert len(rows) == 5 * 60 + 300


OUTAGE = """
import json, subprocess, sys
from dataclasses import replace
from pathlib import Path
from monitor.sources import FeedOptions, HttpOptions
from monitor.store import cursors
from tests.engine.rig import Rig
from tests.faults.feeds import entry, rss
from tests.faults.hub import Hub, tagged

def network(state):
    subprocess.run(["ip", "link", "set", "lo", state], check=True)

if __name__ == "__main__":
    network("up")
    rig = Rig(Path(sys.argv[1]))
    hub = Hub("0.0.0.0")
    feeds = []
    for number in range(100):
        hub.on(f"/{number}", tagged(rss([entry(number)])))
        feeds.append(FeedOptions(url=f"http://127.0.0.{1 + number % 50}:{hub.port}/{number}", name=f"feed {number}"))
    poller = rig.poller(*feeds, http=HttpOptions(allow_networks=("127.0.0.0/8",)))
    poller.once()
    network("down")
    usual = poller._fetcher.options
    poller._fetcher.options = replace(usual, deadline_s=0.5)  # nothing answers: only the waiting would be longer
    for minute in range(60):
        rig.clock.advance(minutes=1)
        poller.once()
    poller._fetcher.options = usual
    down = [notice.text for _, notice in cursors.untold(rig.store) if notice.kind != "imported"]
    network("up")
    before = len(hub.asked())
    for minute in range(5):
        rig.clock.advance(minutes=1)
        poller.once()
    asked = sorted({each.path for each in hub.asked()[before:]})
    every = [notice.kind for _, notice in cursors.untold(rig.store, 1000) if notice.kind != "imported"]
    states = sorted({each.state.value for each in cursors.feeds(rig.store)})
    print("ANSWER", json.dumps({"down": down, "asked": len(asked), "notices": every, "states": states}), flush=True)
    hub.close()
    rig.close()
"""


@pytest.mark.timeout(900)
def test_an_hour_without_any_network(tmp_path: Path) -> None:
    """F30: the only interface goes down for an hour: one notice, no storm of them, and every feed is read within one
    interval after."""
    within = ["unshare", "--net", "--user", "--map-root-user"]
    if subprocess.run([*within, "ip", "link", "set", "lo", "up"], capture_output=True).returncode:
        pytest.skip("no network namespaces here")
    script = tmp_path / "child.py"
    script.write_text(OUTAGE)
    home = tmp_path / "home"
    home.mkdir()

    done = subprocess.run(
        [*within, sys.executable, str(script), str(home)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=600,
    )

    assert done.returncode == 0, done.stderr[-3_000:]
    told = json.loads(done.stdout.rsplit("ANSWER", 1)[1])
    assert len(told["down"]) == 1
    assert "network here may be down" in told["down"][0]
    assert told["notices"] == ["failing", "recovered"]
    assert (told["asked"], told["states"]) == (100, ["healthy"])


FEEDS = ROOT.parent / "shared" / "data" / "feeds"


def parse_all(bodies: list[bytes]) -> int:
    """In a reader: how many of these gave a feed or a refusal."""
    return sum(
        isinstance(parse_feed(body, url="https://n.example/f", now=NOW), Feed | Refusal)  # one at a time
        for body in bodies
    )


def _mutated(dice: random.Random, grown: list[bytes]) -> bytes:
    body = bytearray(dice.choice(grown))
    for _ in range(dice.randrange(1, 20)):
        if not body:
            break
        place = dice.randrange(len(body))
        match dice.randrange(4):
            case 0:
                body[place] = dice.randrange(256)
            case 1:
                del body[place : place + dice.randrange(200)]
            case 2:
                body[place:place] = body[place : place + dice.randrange(200)] * dice.randrange(5)
            case 3:
                body = body[:place]
    return bytes(body)


@pytest.mark.timeout(3600)
def test_mutated_feeds_never_reach_the_main_process() -> None:
    """F35: byte flips, cuts and repeats of real and made bodies, 100,000 of them: no exception outside the reader, none
    that its reader stumbles over either, each in time. MUTATIONS=... for another number."""
    seed = random.SystemRandom().randrange(1 << 30)
    print(f"seed {seed}")
    dice = random.Random(seed)
    grown = [
        rss([entry(n) for n in range(5)]).encode(),
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "title": "One"}]}).encode(),
        *(body for body in all_bodies().values() if len(body) < 50_000),
    ]
    if FEEDS.is_dir():
        grown += [path.read_bytes() for path in sorted(FEEDS.iterdir()) if path.stat().st_size < 50_000]
    batch = 50
    batches = [
        [_mutated(dice, grown) for _ in range(batch)]
        for _ in range(int(os.environ.get("MUTATIONS", "100000")) // batch)
    ]
    failures: list[str] = []
    with Worker(processes=2, timeout_s=60) as worker, ThreadPoolExecutor(2) as two:

        def run(bodies: list[bytes]) -> int:
            try:
                return worker.run(parse_all, bodies)
            except WorkerFailed:
                done = 0
                for body in bodies:  # which one was it?
                    try:
                        done += worker.run_within(10, parse_all, [body])
                    except WorkerFailed as error:
                        failures.append(f"{error.reason}: {body[:2_000]!r}")
                return done

        done = sum(two.map(run, batches))
    assert failures == []
    assert done == batch * len(batches)
