"""Folders and feeds driven into a real database: what is stored together, what is told, and what is never lost."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.engine.local import Local
from monitor.engine.poller import Poller, named
from monitor.sources import FeedOptions, FolderOptions, HttpOptions
from monitor.store import Store, cursors
from monitor.store import articles as kept
from monitor.types import FeedCursor, Reading, SourceState
from tests.fakes import FLOW
from tests.faults.clock import Clock
from tests.faults.feeds import entry, rss
from tests.faults.hub import Behaviour, Hub, hang, moved, reply, reset, tagged

#: what is read does not matter here; that it is read and stored does
QUIET = replace(FLOW, read=lambda article: Reading(article_id=article.id))
HTTP = HttpOptions(allow_networks=("127.0.0.0/8",), deadline_s=1.0, fetchers=8)
LOGIN = "<!doctype html><html><form>Log in <input type=password></form></html>"


class Rig:
    """A store, an engine with a small flow, a clock in the hand, and a server that misbehaves."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.store = Store(folder / "monitor.db")
        self.store.migrate()
        self.hub = Hub()
        self.engine = Local(flow=QUIET, store=self.store, now=self.clock)
        self._pollers: list[Poller] = []

    def poller(self, *feeds: FeedOptions, folders: tuple[FolderOptions, ...] = (), http: HttpOptions = HTTP) -> Poller:
        made = Poller(store=self.store, engine=self.engine, feeds=feeds, folders=folders, http=http, now=self.clock)
        self._pollers.append(made)
        return made

    def feed(self, *behaviours: Behaviour, path: str = "/feed", **options: object) -> FeedOptions:
        return FeedOptions(url=self.hub.on(path, *behaviours), name=path.strip("/"), **options)  # type: ignore[arg-type]

    def cursor(self, name: str = "feed") -> FeedCursor:
        found = cursors.feed(self.store, name)
        assert found is not None
        return found

    def articles(self) -> int:
        return int(self.store.execute("SELECT count(*) FROM article").fetchone()[0])

    def notices(self) -> list[str]:
        return [notice.kind for _, notice in cursors.untold(self.store)]

    def close(self) -> None:
        for each in self._pollers:
            each.stop(5)
        self.hub.close()
        self.store.close()


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    yield made
    made.close()


# ---- feeds --------------------------------------------------------------------------------------------------------


def test_a_feed_is_read_and_its_second_poll_changes_nothing(rig: Rig) -> None:
    """Articles with the cursor in one go; then a 304, or the same body, and not one new row."""
    poller = rig.poller(rig.feed(tagged(rss([entry(1), entry(2)]))))
    assert poller.once().items == 2
    before = rig.store.execute("SELECT count(*), max(seq) FROM article").fetchone()

    rig.clock.advance(hours=1)
    tally = poller.once()

    assert (tally.feeds, tally.items, tally.failing) == (1, 0, 0)
    assert rig.hub.asked("/feed")[1].headers["if-none-match"] == '"1"'
    assert rig.store.execute("SELECT count(*), max(seq) FROM article").fetchone() == before
    assert rig.cursor().state is SourceState.HEALTHY


def test_nothing_is_asked_before_it_is_due(rig: Rig) -> None:
    """Due times live in the database: a restart does not poll again."""
    feed = rig.feed(tagged(rss([entry(1)])))
    rig.poller(feed).once()

    rig.poller(feed).once()

    assert len(rig.hub.asked("/feed")) == 1


def test_the_first_reading_is_quiet_and_told_in_one_line(rig: Rig) -> None:
    """P26, F75: a thousand old items alert nobody; what comes after does."""
    poller = rig.poller(
        rig.feed(reply(rss([entry(n) for n in range(200)])), reply(rss([entry(n) for n in range(201)])))
    )
    poller.once()
    quiet = rig.store.execute("SELECT count(*) FROM article").fetchone()[0]
    rig.clock.advance(hours=2)
    poller.once()

    assert (quiet, rig.articles()) == (200, 201)
    assert rig.notices() == ["imported"]
    (_, notice), *_ = cursors.untold(rig.store)
    assert "200 older entries" in notice.text


def test_a_login_page_is_a_failure_and_not_an_empty_feed(rig: Rig) -> None:
    """A 200 without a feed in it is told after three times, and once more when the feed is back."""
    poller = rig.poller(
        rig.feed(tagged(rss([entry(1)])), *[reply(LOGIN, kind="text/html")] * 4, reply(rss([entry(1)])))
    )
    for _ in range(6):
        poller.once()
        rig.clock.advance(hours=7)

    assert rig.notices() == ["imported", "failing", "recovered"]
    assert "login page" in next(n.text for _, n in cursors.untold(rig.store) if n.kind == "failing")


def test_a_portal_that_redirects_everything_moves_no_feed(rig: Rig) -> None:
    """F24: 301 to a login page for eight days; the configured address is asked again and again."""
    rig.hub.on("/portal", reply(LOGIN, kind="text/html"))
    poller = rig.poller(rig.feed(moved("/portal", 301)))
    for _ in range(10):
        poller.once()
        rig.clock.advance(hours=24)

    assert rig.cursor().address == rig.hub.url("/feed")
    assert len(rig.hub.asked("/feed")) == 10


def test_a_feed_that_moved_for_good_is_followed_after_a_week(rig: Rig) -> None:
    """P13, T28: a valid feed at the new address, seven days and more than two sightings; then told."""
    rig.hub.on("/new", reply(rss([entry(1)])))
    poller = rig.poller(rig.feed(moved("/new", 308)))
    for _ in range(9):
        poller.once()
        rig.clock.advance(hours=24)
    poller.once()

    assert rig.cursor().address == rig.hub.url("/new")
    assert "moved" in rig.notices()
    assert len(rig.hub.asked("/feed")) in {8, 9}


@pytest.mark.parametrize(
    ("status", "words"), [(404, "not found"), (403, "refuses"), (401, "login"), (500, "500"), (410, "gone")]
)
def test_an_error_is_recorded_in_words_and_its_page_is_never_read_as_a_feed(rig: Rig, status: int, words: str) -> None:
    """F25: even where the error page holds a feed."""
    poller = rig.poller(rig.feed(reply(rss([entry(1)]), status=status)))

    poller.once()

    assert rig.articles() == 0
    assert words in (rig.cursor().error or "")
    assert (rig.cursor().state, rig.notices()) == (SourceState.FAILING, ["gone"] if status == 410 else [])


def test_a_feed_that_is_gone_is_paused_told_and_not_asked_again(rig: Rig) -> None:
    """F25: three times 410."""
    poller = rig.poller(rig.feed(reply(b"", status=410)))
    for _ in range(5):
        poller.once()
        rig.clock.advance(hours=24)

    assert rig.cursor().state is SourceState.PAUSED
    assert len(rig.hub.asked("/feed")) == 3
    assert rig.notices() == ["gone", "gone"]


@pytest.mark.parametrize("value", ["3600", "Mon, 02 Mar 2026 13:00:00 GMT"])
def test_retry_after_is_obeyed(rig: Rig, value: str) -> None:
    """F26: seconds or date; not a second sooner."""
    headers = {"Retry-After": value, "Date": "Mon, 02 Mar 2026 12:00:00 GMT"}
    poller = rig.poller(rig.feed(reply(b"", status=429, headers=headers), reply(rss([entry(1)]))))
    poller.once()
    rig.clock.advance(seconds=3598)
    poller.once()
    assert len(rig.hub.asked("/feed")) == 1

    rig.clock.advance(seconds=3)
    poller.once()

    assert rig.articles() == 1


def test_an_etag_that_never_changes_hides_news_for_a_day_at_most(rig: Rig) -> None:
    """F27: the server says 304 to everything that brings its tag; once in 24 h it is asked without."""
    bodies = [tagged(rss([entry(1)])), *[tagged(rss([entry(1), entry(2)]))] * 100]
    poller = rig.poller(rig.feed(*bodies))
    for _ in range(52):
        poller.once()
        rig.clock.advance(minutes=30)

    assert rig.articles() == 2


def test_not_changed_as_a_first_answer_is_a_failure(rig: Rig) -> None:
    """F27: 304 to a question without a validator brings nothing, and must not look like health."""
    poller = rig.poller(rig.feed(reply(b"", status=304)))

    poller.once()

    assert rig.cursor().state is SourceState.FAILING


def test_an_entry_that_vanishes_and_returns_is_no_news(rig: Rig) -> None:
    """F41: a week later; no article, no revision."""
    poller = rig.poller(
        rig.feed(reply(rss([entry(1), entry(2)])), *[reply(rss([entry(2)]))] * 7, reply(rss([entry(1)])))
    )
    for _ in range(9):
        poller.once()
        rig.clock.advance(hours=24)

    assert rig.articles() == 2


def test_a_clock_in_the_title_is_not_an_update_for_ever(rig: Rig) -> None:
    """F40: changes at each poll; 24 updates and no more within the day."""
    bodies = [reply(rss([entry(1, title=f"Live from the front at 12:{n:02}")])) for n in range(40)]
    poller = rig.poller(rig.feed(*bodies))
    for _ in range(40):
        poller.once(all_feeds=True)
        rig.clock.advance(minutes=10)

    assert rig.articles() <= 25


def test_one_bad_feed_never_slows_the_others(rig: Rig) -> None:
    """F15, F16, P6: hanging, resetting and failing feeds among healthy ones; two requests to a host."""
    bad = [hang(), reset(), reply(b"x" * 100), reply(LOGIN)]
    feeds = [rig.feed(bad[n % 4], path=f"/bad{n}") for n in range(8)]
    healthy = Hub("127.0.0.2")
    try:
        for n in range(20):
            healthy.on(f"/good{n}", reply(rss([entry(n)])))
            feeds.append(FeedOptions(url=healthy.url(f"/good{n}"), name=f"good{n}"))
        poller = rig.poller(*feeds)
        began = time.monotonic()
        poller.start()
        while len(healthy.asked()) < 20 and time.monotonic() - began < 20:
            time.sleep(0.05)
        assert time.monotonic() - began < 5

        deadline = time.monotonic() + 20
        while any(c.state is SourceState.NEW for c in cursors.feeds(rig.store)) and time.monotonic() < deadline:
            time.sleep(0.05)
        poller.stop(5)
    finally:
        healthy.close()
    states = {c.name: c.state for c in cursors.feeds(rig.store)}
    assert all(states[f"good{n}"] is SourceState.HEALTHY for n in range(20))
    assert all(states[f"bad{n}"] is SourceState.FAILING for n in range(8))


def test_an_outage_of_the_whole_network_is_told_once(rig: Rig) -> None:
    """F30: twelve feeds fail together; one notice, one when they are back, all asked at once."""
    feeds = [
        rig.feed(tagged(rss([entry(n)])), *[reset()] * 4, tagged(rss([entry(n)])), path=f"/f{n}") for n in range(12)
    ]
    poller = rig.poller(*feeds)
    poller.once()
    for _ in range(4):
        rig.clock.advance(hours=6)
        poller.once()
    rig.clock.advance(hours=6)

    tally = poller.once()

    assert tally.feeds == 12
    assert [kind for kind in rig.notices() if kind not in {"imported"}] == ["failing", "recovered"]


def test_a_clock_that_is_set_back_does_not_silence_the_feeds(rig: Rig) -> None:
    """F57: due times move with the clock."""
    rig.poller(rig.feed(reply(rss([entry(1)])))).once()
    due = rig.cursor().next_due
    assert due

    assert cursors.shift_due(rig.store, timedelta(hours=-2)) == 1

    assert rig.cursor().next_due == due - timedelta(hours=2)


def test_a_crash_between_fetching_and_storing_loses_nothing(rig: Rig) -> None:
    """F28: validators move only with the articles: when storing fails, the next poll asks for all of it again."""
    feed = rig.feed(tagged(rss([entry(n) for n in range(5)])))
    poller = rig.poller(feed)
    taken = rig.engine

    class Broken:
        def take(self, items: object, *, remember: object = None) -> tuple[()]:
            raise RuntimeError("killed here")

    poller._poll._engine = Broken()  # type: ignore[assignment]
    poller.once()
    assert rig.articles() == 0
    assert rig.cursor().etag is None

    poller._poll._engine = taken
    rig.clock.advance(hours=7)
    poller.once()

    assert rig.articles() == 5


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.nightly)])
def test_killed_at_the_point_between_fetching_and_storing(rig: Rig, kills: int) -> None:
    """F28: the process dies with the body in hand, again and again; validators stay, and nothing is missed."""
    url = rig.hub.on("/feed", tagged(rss([entry(n) for n in range(7)])))
    rig.poller(FeedOptions(url=url, name="feed")).once()
    before = rig.cursor()
    rig.hub.on("/feed", tagged(rss([entry(n) for n in range(12)]), '"2"'))
    code = (
        "import os, sys\n"
        "from datetime import UTC, datetime\n"
        "from monitor.engine.poller import Poller\n"
        "from monitor.sources import FeedOptions\n"
        "from monitor.store import Store\n"
        "from tests.engine.test_poller import HTTP\n"
        "class Dies:\n"
        "    def take(self, items, *, remember=None):\n"
        "        print(len(tuple(items)), flush=True)\n"
        "        os._exit(9)\n"
        "store, url, kills = Store(sys.argv[1]), sys.argv[2], int(sys.argv[3])\n"
        "for _ in range(kills):\n"
        "    if not (pid := os.fork()):\n"
        "        store = Store(sys.argv[1])\n"
        "        p = Poller(store=store, engine=Dies(), feeds=[FeedOptions(url=url, name='feed')], http=HTTP,\n"
        "            now=lambda: datetime(2035, 1, 1, tzinfo=UTC))\n"
        "        p.once(all_feeds=True)\n"
        "        os._exit(0)\n"
        "    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, rig.store.path, url, str(kills)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert told.returncode == 0, told.stderr
    assert len(told.stdout.split()) == kills
    assert rig.cursor().etag == before.etag
    assert rig.articles() == 7
    rig.clock.advance(hours=7)
    rig.poller(FeedOptions(url=url, name="feed")).once()
    assert rig.articles() == 12


def test_credentials_are_sent_where_they_belong(rig: Rig) -> None:
    """T15: to the configured host, and never in a log, a cursor or an error."""
    poller = rig.poller(rig.feed(tagged(rss([entry(1)])), username="desk", password="hunter2-canary"))

    poller.once()

    assert rig.hub.asked("/feed")[0].headers["authorization"].startswith("Basic ")
    assert "canary" not in repr(rig.cursor())
    assert not any("canary" in str(row) for row in rig.store.db["feed"].rows)


def test_feeds_that_leave_the_configuration_are_kept_as_removed(rig: Rig) -> None:
    """And asked again, with all they are known by, when they come back."""
    feed = rig.feed(tagged(rss([entry(1)])))
    rig.poller(feed).once()

    rig.poller().once()
    assert rig.cursor().state is SourceState.REMOVED
    assert cursors.feeds(rig.store) == ()

    rig.poller(feed).once()
    assert rig.cursor().state is SourceState.HEALTHY
    assert rig.articles() == 1


def test_feeds_without_a_name_are_called_after_their_address() -> None:
    """Names are unique, because they are what everything is remembered under."""
    given = [
        FeedOptions(url=url) for url in ("https://www.a.example/rss", "https://a.example/rss/", "https://a.example")
    ]

    assert [each.name for each in named(given)] == ["a.example/rss", "a.example/rss 2", "a.example"]


def test_the_page_behind_a_teaser_is_read_and_a_failed_fetch_leaves_the_teaser(rig: Rig) -> None:
    """Full text per feed; the page as it came is kept with the article; a 404 behind another costs nothing."""
    story = "The shelling went on through the night and into the grey of the morning, the mayor said. " * 12
    page = f"<html><head><title>x</title></head><body><nav>Menu</nav><article><p>{story}</p></article></body></html>"
    rig.hub.on("/1", reply(page, kind="text/html"))
    entries = [
        entry(n, link=rig.hub.url(f"/{n}"), text=f"Teaser of story {n}, which says only so much.") for n in (1, 2)
    ]
    poller = rig.poller(rig.feed(reply(rss(entries)), full_text=True, quiet_first=False))

    poller.once()

    stored = [(kept.of_article(rig.store, each), kept.received(rig.store, each)) for each in kept.in_order(rig.store)]
    assert len(stored) == 2
    (whole,) = (item for article, item in stored if article and "grey of the morning" in article.text)
    assert whole
    assert "<article>" in whole.html
    assert any("Teaser of story 2" in article.text for article, _ in stored if article)


# ---- folders ------------------------------------------------------------------------------------------------------


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def watched(inbox: Path, **options: object) -> tuple[FolderOptions, ...]:
    return (replace(FolderOptions(path=str(inbox), rest_s=0.1, scan_every_s=1.0), **options),)  # type: ignore[arg-type]


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def test_every_file_is_read_once_and_what_cannot_be_read_says_why(rig: Rig, inbox: Path) -> None:
    """Empty, too large, binary, wrong encoding, a pipe, broken JSON, a login page, a body that names a path: the stream
    goes on, and a second round changes nothing."""
    (inbox / "good.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "empty.txt").write_text("")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (inbox / "latin.txt").write_bytes(
        "Überschreitung der Grenze bei Görlitz, drei Tote, später mehr. ".encode("latin-1") * 5
    )
    (inbox / "broken.json").write_text('{"text": ')
    (inbox / "login.xml").write_text(LOGIN)
    (inbox / "path.txt").write_text("/etc/passwd")
    (inbox / "tool.exe").write_text("MZ")
    with open(inbox / "huge.txt", "wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(inbox / "pipe.txt")
    poller = rig.poller(folders=watched(inbox))

    poller.once()

    rows = {r[0]: (r[1], r[2]) for r in rig.store.execute("SELECT path, outcome, reason FROM file")}
    assert rows["good.txt"] == ("read", "")
    assert rows["path.txt"][0] == "read"
    assert rows["latin.txt"][0] == "read"
    assert {name: reason for name, (outcome, reason) in rows.items() if outcome != "read"} == {
        "empty.txt": "the file is empty",
        "binary.txt": "not text",
        "broken.json": rows["broken.json"][1],
        "login.xml": "a login page, not a feed",
        "tool.exe": "files of kind '.exe' are not read",
        "huge.txt": "1,074 MB is more than the 10 MB allowed",
        "pipe.txt": "a pipe, not a file",
    }
    assert len(cursors.troubled_files(rig.store)) == 6
    before = list(rig.store.execute("SELECT * FROM file ORDER BY path"))
    tally = rig.poller(folders=watched(inbox)).once()
    assert (tally.files, tally.refused, tally.items) == (0, 0, 0)
    assert list(rig.store.execute("SELECT * FROM file ORDER BY path")) == before


def test_the_same_content_under_another_name_is_no_new_article(rig: Rig, inbox: Path) -> None:
    """P8: by hash, within one round and across rounds, with the name it was first read under."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    shutil.copy(inbox / "a.txt", inbox / "b.txt")
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    shutil.copy(inbox / "a.txt", inbox / "c.txt")
    poller.once()

    assert rig.articles() == 1
    reasons = sorted(r[0] for r in rig.store.execute("SELECT reason FROM file"))
    assert reasons[0] == ""
    assert all(reason.startswith("the same as") for reason in reasons[1:])


def test_a_file_that_grew_is_the_same_article(rig: Rig, inbox: Path) -> None:
    """F6: the newest text, one incident; the older version stays behind it."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3\n")
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    with open(inbox / "a.txt", "a") as file:
        file.write("\nThe third paragraph came later.\n")
    poller.once()

    keys = {row[0] for row in rig.store.execute("SELECT key FROM article")}
    assert len(keys) == 1
    assert len(list(rig.store.execute("SELECT 1 FROM article WHERE revises IS NOT NULL"))) == 1


def test_many_articles_in_one_file_each_keep_their_own_identity(rig: Rig, inbox: Path) -> None:
    """A file of lines that grows brings only its new lines."""
    lines = [json.dumps({"id": f"x{n}", "text": f"airstrike at Place{n} on 2026-03-01 killed 1"}) for n in range(150)]
    (inbox / "a.jsonl").write_text("\n".join(lines[:100]))
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    assert rig.articles() == 100

    (inbox / "a.jsonl").write_text("\n".join(lines))
    poller.once()

    assert rig.articles() == 150


def test_pages_are_read_in_a_worker_and_kept_as_they_came(rig: Rig, inbox: Path) -> None:
    """Text without furniture; the raw page beside it."""
    text = (
        "airstrike at Kyiv on 2026-03-01 killed 3. " + "The shelling went on through the night and into morning. " * 8
    )
    page = (
        f"<html><head><title>Strike</title></head><body><nav>Home</nav><article><p>{text}</p></article></body></html>"
    )
    (inbox / "a.html").write_text(page)

    assert rig.poller(folders=watched(inbox)).once().items == 1

    assert rig.articles() == 1


def test_files_are_moved_away_when_asked(rig: Rig, inbox: Path) -> None:
    """`after: move`: after they are stored, and never those that were not read."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "b.json").write_text("{")

    rig.poller(folders=watched(inbox, after="move")).once()

    assert not (inbox / "a.txt").exists()
    assert (inbox / ".read" / "a.txt").exists()
    assert (inbox / "b.json").exists()


@pytest.mark.parametrize("starts", [20, pytest.param(100, marks=pytest.mark.nightly)])
def test_files_that_arrive_while_it_starts_are_all_seen_once(rig: Rig, inbox: Path, starts: int) -> None:
    """F4: watch first, then scan: a writer goes on through every start, a hundred by night; 0 missing, 0 double."""
    stop = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not stop.is_set():
            (inbox / f"{written}.txt").write_text(f"airstrike at Place{written} on 2026-03-01 killed {written}")
            written += 1
            time.sleep(0.004)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(starts):
            poller = rig.poller(folders=watched(inbox))
            poller.start()
            time.sleep(0.1)
            poller.stop(5)
    finally:
        stop.set()
        writer.join()
    rig.poller(folders=watched(inbox)).once()

    assert rig.articles() == written


def test_a_stopped_program_catches_up_on_everything(rig: Rig, inbox: Path) -> None:
    """F2: six thousand files while it stands still overflow the event queue; the scan finds them all."""
    code = (
        "import sys, threading\n"
        "from monitor.engine.local import Local\nfrom monitor.engine.poller import Poller\n"
        "from monitor.sources import FolderOptions\nfrom monitor.store import Store\n"
        "from tests.engine.test_poller import QUIET\n"
        "if __name__ == '__main__':\n"
        "    store = Store(sys.argv[1])\n"
        "    p = Poller(store=store, engine=Local(flow=QUIET, store=store),\n"
        "        folders=[FolderOptions(path=sys.argv[2], rest_s=0.1, scan_every_s=30)])\n"
        "    p.start()\n    print('up', flush=True)\n    sys.stdin.read()\n    p.stop(5)\n"
    )
    script = inbox.parent / "child.py"
    script.write_text(code)
    child = subprocess.Popen(
        [sys.executable, str(script), rig.store.path, str(inbox)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"up\n"
        time.sleep(0.5)
        child.send_signal(signal.SIGSTOP)
        for number in range(6_000):
            (inbox / f"{number}.txt").write_text(f"nothing happened in place {number}")
        child.send_signal(signal.SIGCONT)

        until(lambda: rig.store.execute("SELECT count(*) FROM file").fetchone()[0] == 6_000, 65)
    finally:
        with suppress(OSError):
            assert child.stdin is not None
            child.stdin.close()
        child.wait(20)


def test_a_deaf_watcher_changes_nothing_but_the_delay(rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F14: a network share gives no events; the scan finds a hundred of a hundred."""
    monkeypatch.setattr("monitor.sources.folder.Watch.ensure", lambda self: False)
    poller = rig.poller(folders=watched(inbox))
    poller.start()
    for number in range(100):
        (inbox / f"{number}.txt").write_text(f"airstrike at Place{number} on 2026-03-01 killed 1")

    until(lambda: rig.articles() == 100)


def test_a_folder_that_disappears_is_told_and_read_again_when_it_is_back(rig: Rig, inbox: Path) -> None:
    """F8: unmounted and mounted; what is dropped then is seen."""
    poller = rig.poller(folders=watched(inbox))
    poller.start()
    until(lambda: poller.looked)
    shutil.rmtree(inbox)
    until(lambda: rig.notices() == ["folder"])
    inbox.mkdir()
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")

    until(lambda: rig.articles() == 1)
    until(lambda: rig.notices() == ["folder", "folder"])


def test_every_loop_beats_and_stopping_leaves_nothing_behind(rig: Rig, inbox: Path) -> None:
    """P16, P18: beats for the watchdog; no thread and no child after `stop`."""
    before = set(threading.enumerate())
    poller = rig.poller(rig.feed(hang()), folders=watched(inbox))
    poller.start()
    until(lambda: set(poller.beats()) == {"feeds", "folder inbox"})

    poller.stop(10)

    until(lambda: not {t for t in threading.enumerate() if t not in before and not t.name.startswith("Thread-")})


def test_coverage_counts_what_was_looked_at(rig: Rig, inbox: Path) -> None:
    """The digest's line: feeds by state, articles read and failed, what could not be read."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "b.json").write_text("{")
    begin = rig.clock() - timedelta(hours=1)
    poller = rig.poller(rig.feed(tagged(rss([entry(1)]))), rig.feed(reset(), path="/bad"), folders=watched(inbox))
    poller.once()

    got = cursors.coverage(rig.store, begin, rig.clock() + timedelta(hours=1))

    assert (got.feeds, got.healthy, got.read, got.failed) == (2, 1, 2, 1)
    assert got.failing[0].startswith("bad: ")
    assert any("older entries" in note for note in got.notes)
