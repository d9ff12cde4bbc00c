"""Feeds driven into a real database: what is stored together, what is told, and what is never lost."""

from __future__ import annotations

import gzip
import json
import os
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.alerts.policy import Policy, Recipient
from monitor.engine.enrolled import named
from monitor.engine.local import Local
from monitor.sources import FeedOptions
from monitor.store import articles as kept
from monitor.store import cursors
from monitor.types import SourceState
from tests.engine.rig import HTTP, LOGIN, Rig, until
from tests.fakes import FLOW
from tests.faults.feeds import entry, rss
from tests.faults.hub import Asked, Behaviour, Hub, hang, moved, raw, reply, reset, tagged

#: whoever hears of every incident at once
EVERYTHING = Policy(recipients=(Recipient(name="desk", at_once=0.0),))


#: its point has no place to stand in, and feedparser raises over it
UNREADABLE = entry(3).replace("</item>", '<gml:pos xmlns:gml="http://www.opengis.net/gml">1 2</gml:pos></item>')


def strike(number: int, title: str = "", also: str = "") -> str:
    """An entry that the small flow reads as an incident of its own."""
    place = ("Kyiv", "Erbil", "Odesa")[number % 3]
    return entry(
        number, title=title or f"Strike on {place}", text=f"airstrike at {place} on 2026-03-01 killed {number}\n{also}"
    )


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


def past(*numbers: int) -> list[str]:
    return [strike_of(n, date="Mon, 02 Jan 2023 10:00:00 GMT") for n in numbers]


def strike_of(number: int, date: str = "") -> str:
    """An entry with a date of its own, of an incident of its own."""
    return entry(number, text=f"airstrike at Kyiv on 2025-{1 + number // 28:02d}-{1 + number % 28:02d}", date=date)


def polled(rig: Rig, *bodies: Behaviour) -> list[int]:
    """Alerts so far after each of these answers, an hour apart."""
    rig.engine = Local(flow=FLOW, store=rig.store, now=rig.clock, policy=EVERYTHING)
    poller = rig.poller(rig.feed(*bodies))
    counts = []
    for _ in bodies:
        poller.once()
        counts.append(rig.alerts())
        rig.clock.advance(hours=1)
    return counts


def cut(body: str, at: float) -> Behaviour:
    """The first part of a body, under a length that promises all of it."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {len(body)}\r\n\r\n"
    return raw((head + body[: int(len(body) * at)]).encode())


def test_first_sight_lasts_until_a_whole_body(rig: Rig) -> None:
    """P26: broken off, then whole: the rest is as old as the beginning, dated or not; what comes after it is told."""
    undated = [strike_of(n) for n in range(20)]

    counts = polled(rig, cut(rss(undated), 0.5), reply(rss(undated)), reply(rss([*undated, strike_of(20)])))

    assert counts == [0, 0, 1]
    assert rig.articles() == 21


def test_a_feed_that_was_empty_at_first_tells_what_appeared_and_not_what_is_dated_before(rig: Rig) -> None:
    """A feed of warnings is empty until there is one: it is told, dated or not. A channel that lost its past is not."""
    new = [strike_of(21, date="Mon, 02 Mar 2026 12:30:00 GMT"), strike_of(22)]

    assert polled(rig, reply(rss([])), reply(rss([*past(*range(20)), *new]))) == [0, 2]


def test_a_feed_that_is_never_whole_is_news_all_the_same(rig: Rig) -> None:
    """Its length is always wrong. What is dated after it was added is told from the first body on; what has no date,
    after three bodies."""
    rig.clock.advance(minutes=-30)
    dated = strike_of(1, date="Mon, 02 Mar 2026 12:15:00 GMT")
    bodies = [cut(rss([strike_of(0)]), 0.99)]
    bodies += [cut(rss([*(strike_of(k) for k in range(2, n)), dated, strike_of(0)]), 0.99) for n in range(3, 6)]

    assert polled(rig, *bodies) == [0, 1, 1, 2]


def test_another_address_under_the_same_name_is_a_new_feed(rig: Rig) -> None:
    """The past of the new address alerts nobody; what appeared since the old one was read does."""
    rig.engine = Local(flow=FLOW, store=rig.store, now=rig.clock, policy=EVERYTHING)
    rig.poller(rig.feed(reply(rss(past(1, 2))))).once()
    rig.clock.advance(hours=1)
    since = strike_of(30, date="Mon, 02 Mar 2026 12:30:00 GMT")
    moved_feed = replace(rig.feed(reply(rss([since, *past(*range(3, 20))])), path="/other"), name="feed")

    rig.poller(moved_feed).once()

    assert rig.articles() == 20
    assert rig.alerts() == 1


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


NOON = "Mon, 02 Mar 2026 12:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "value", "seconds"),
    [
        (429, "3600", 3600),
        (503, "3600", 3600),
        (429, " 900 ", 900),
        (429, "1200.5", 1200.5),
        (429, "Mon, 02 Mar 2026 13:00:00 GMT", 3600),
        (503, "Monday, 02-Mar-26 12:20:00 GMT", 1200),
        (429, "Tue, 02 Mar 2027 12:00:00 GMT", 86400),
        (429, "31536000", 86400),
        (429, "99999999999999999999", 86400),
        (429, "soon", None),
        (503, "-5", None),
        (429, "", None),
    ],
)
def test_retry_after_is_obeyed(rig: Rig, status: int, value: str, seconds: float | None) -> None:
    """F26: twelve forms: not a second sooner than told, a day at most; where it says nothing, our own back-off."""
    headers = {"Retry-After": value, "Date": NOON}
    poller = rig.poller(rig.feed(reply(b"", status=status, headers=headers), reply(rss([entry(1)]))))

    poller.once()

    due = rig.cursor().next_due
    assert due
    waits = (due - rig.clock()).total_seconds()
    assert abs(waits - seconds) <= 1 if seconds is not None else 0 < waits <= 300
    rig.clock.advance(seconds=waits - 1)
    poller.once()
    assert len(rig.hub.asked("/feed")) == 1
    rig.clock.advance(seconds=2)
    poller.once()
    assert rig.articles() == 1


_LENGTHS: dict[str, tuple[bytes, bytes, int]] = {
    "too long": (b"Content-Length: 99999", b"", 5),
    "too short": (b"", b"", 3),
    "negative": (b"Content-Length: -5", b"", 0),
    "a word": (b"Content-Length: many", b"", 0),
    "two that differ": (b"Content-Length: 5\r\nContent-Length: 9", b"", 0),
    "a chunk that is none": (b"Transfer-Encoding: chunked", b"ZZ\r\nbad", 5),
    "chunks without an end": (b"Transfer-Encoding: chunked", b"", 5),
    "a chunk too large": (b"Transfer-Encoding: chunked", b"ffffffffffffffffff\r\nmore", 5),
}


@pytest.mark.parametrize("form", sorted(_LENGTHS))
def test_entries_of_a_body_with_a_wrong_length_are_taken_and_the_rest_is_asked_for_again(rig: Rig, form: str) -> None:
    """F22: eight forms: what came whole is read, no validator is kept, and the whole feed is read the next time."""
    head, ending, whole = _LENGTHS[form]
    body = rss([entry(n) for n in range(5)]).encode()
    if b"chunked" in head:
        body = b"%x\r\n%s\r\n%s" % (len(body), body, ending)
    elif form == "too short":
        head = b"Content-Length: %d" % (body.index(b"id-2") + 60)
    broken = raw(b'HTTP/1.1 200 OK\r\nETag: "1"\r\n' + head + b"\r\n\r\n" + body)
    poller = rig.poller(rig.feed(broken, tagged(rss([entry(n) for n in range(6)]))))

    poller.once()

    assert rig.articles() == whole
    assert rig.cursor().etag is None
    assert (rig.cursor().state is SourceState.FAILING) == (whole == 0)
    rig.clock.advance(hours=1)
    poller.once()
    # the one that was cut in the middle is revised
    assert rig.store.execute("SELECT count(DISTINCT key) FROM article").fetchone() == (6,)
    assert "if-none-match" not in rig.hub.asked("/feed")[1].headers


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
    """F41: a week later; no article, no revision, no alert."""
    rig.engine = Local(flow=FLOW, store=rig.store, now=rig.clock, policy=EVERYTHING)
    poller = rig.poller(
        rig.feed(
            *[reply(rss([strike(1), strike(2)]))],
            *[reply(rss([strike(2)]))] * 7,
            reply(rss([strike(1), strike(2)])),
            quiet_first=False,
        )
    )
    poller.once()
    told = rig.alerts()
    for _ in range(8):
        rig.clock.advance(hours=24)
        poller.once()

    assert (rig.articles(), rig.alerts()) == (2, told)
    assert told == 2


def test_a_clock_in_the_title_is_not_an_update_for_ever(rig: Rig) -> None:
    """F40: it changes at each poll, and an advertisement in the text with it: 24 updates and no more within the day,
    and one alert in all."""
    rig.engine = Local(flow=FLOW, store=rig.store, now=rig.clock, policy=EVERYTHING)
    bodies = [reply(rss([strike(1, f"Live from the front at 12:{n:02}", f"Buy {n}, pay {n}.")])) for n in range(40)]
    poller = rig.poller(rig.feed(*bodies, quiet_first=False))
    for _ in range(40):
        poller.once(all_feeds=True)
        rig.clock.advance(minutes=10)

    assert rig.articles() <= 25
    assert rig.alerts() == 1


def test_one_bad_feed_never_slows_the_others(rig: Rig) -> None:
    """F15, F16, P6: hanging, resetting, refused, unknown and failing feeds among healthy ones, two requests to a host:
    every healthy one is asked in time, round after round."""
    bad = [hang(), reset(), reply(b"x" * 100), reply(LOGIN)]
    feeds = [rig.feed(bad[n % 4], path=f"/bad{n}") for n in range(8)]
    feeds += [
        FeedOptions(url="http://127.0.0.1:9/refused", name="bad refused"),
        FeedOptions(url="http://no.such.host.invalid/feed", name="bad unknown"),
    ]
    #: of the shortest interval there is, a fifth, less the jitter
    slack = 0.2 * 30 - 0.05 * 30
    with Hub("127.0.0.2") as healthy:
        for n in range(20):
            healthy.on(f"/good{n}", reply(rss([entry(n)])))
            feeds.append(FeedOptions(url=healthy.url(f"/good{n}"), name=f"good{n}"))
        poller = rig.poller(*feeds)
        poller.start()
        for turn in range(3):
            began = time.monotonic()
            until(lambda turn=turn: all(len(healthy.asked(f"/good{n}")) > turn for n in range(20)))  # type: ignore[misc]
            assert time.monotonic() - began <= slack
            until(lambda: all(each.next_due and each.next_due > rig.clock() for each in cursors.feeds(rig.store)))
            with rig.store.transaction():
                for each in cursors.feeds(rig.store):
                    cursors.save_feed(rig.store, replace(each, next_due=None))
            poller.wake()
        poller.stop(5)
    states = {each.name: each.state for each in cursors.feeds(rig.store)}
    assert all(states[f"good{n}"] is SourceState.HEALTHY for n in range(20))
    assert {state for name, state in states.items() if name.startswith("bad")} == {SourceState.FAILING}


def test_after_an_outage_every_feed_is_asked_within_one_interval(rig: Rig) -> None:
    """F30: an hour without network leaves no feed waiting for its own back-off; one notice, one when it is back."""
    working = True
    feeds = []
    for n in range(12):
        fine, broken = tagged(rss([entry(n)])), reset()
        behave: Behaviour = lambda c, a, e, fine=fine, broken=broken: (fine if working else broken)(c, a, e)  # type: ignore[misc] # noqa: E731
        feeds.append(rig.feed(behave, path=f"/f{n}"))
    poller = rig.poller(*feeds)
    poller.once()
    working = False
    for _ in range(60):
        rig.clock.advance(minutes=1)
        poller.once()
    working = True
    before = len(rig.hub.asked())
    for _ in range(6):
        rig.clock.advance(minutes=1)
        poller.once()

    asked = {each.path for each in rig.hub.asked()[before:]}
    assert asked == {f"/f{n}" for n in range(12)}
    assert {each.state for each in cursors.feeds(rig.store)} == {SourceState.HEALTHY}
    assert [kind for kind in rig.notices() if kind != "imported"] == ["failing", "recovered"]


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


@pytest.mark.timeout(600)  # a quarter of a minute where nothing else runs
def test_killed_at_the_point_between_fetching_and_storing(rig: Rig) -> None:
    """F28: the process dies with the body in hand, 200 times; validators stay, and nothing is missed."""
    url = rig.hub.on("/feed", tagged(rss([entry(n) for n in range(7)])))
    rig.poller(FeedOptions(url=url, name="feed")).once()
    before = rig.cursor()
    rig.hub.on("/feed", tagged(rss([entry(n) for n in range(12)]), '"2"'))
    code = (
        "import os, sys\n"
        "from datetime import UTC, datetime\n"
        "from monitor.engine.poller import Poller\n"
        "from monitor.sources import FeedOptions\n"
        "from monitor.sources.http import Fetcher\n"
        "from monitor.store import Store\n"
        "from tests.engine.rig import HTTP\n"
        "class Dies:\n"
        "    def take(self, items, *, remember=None):\n"
        "        os.write(1, b'%d\\n' % len(tuple(items)))\n"
        "        os.kill(os.getpid(), 9)\n"
        "class Here:  # reads in this process: a fork server for each of two hundred is what would take the time\n"
        "    closed = False\n"
        "    def run(self, function, *args, **kwargs):\n"
        "        return function(*args, **kwargs)\n"
        "fetcher = Fetcher(HTTP)\n"
        "for _ in range(200):\n"
        "    if not (pid := os.fork()):\n"
        "        store = Store(sys.argv[1])\n"
        "        p = Poller(store=store, engine=Dies(), feeds=[FeedOptions(url=sys.argv[2], name='feed')], http=HTTP,\n"
        "            fetcher=fetcher, now=lambda: datetime(2035, 1, 1, tzinfo=UTC))\n"
        "        p._poll._worker = Here()\n"
        "        p.once(all_feeds=True)\n"
        "        os._exit(0)\n"
        "    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -9\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, rig.store.path, url], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )

    assert told.returncode == 0, told.stderr
    assert told.stdout.split() == ["5"] * 200
    assert rig.cursor().etag == before.etag
    assert rig.articles() == 7
    rig.clock.advance(hours=7)
    rig.poller(FeedOptions(url=url, name="feed")).once()
    assert rig.articles() == 12


def _climbing() -> list[str]:
    """Two thousand ways to name a file that is none of ours."""
    steps = ["../", "..\\", "..%2f", "%2e%2e/", "....//", "..;/", "/", "file:///", "\\\\host\\", "..%c0%af"]
    ends = ["etc/cron.d/x", "monitor.db", "config.yaml", "out.txt", "x\0.txt", "~/.bashrc", "a.txt%00.png", "nul", "."]
    ends += [f"tmp/{word}" for word in "x.html x.xml $(id) `id` %s | ; & * ? ' \" new\nline x.py x.so ..".split(" ")]
    return [step * depth + end for step in steps for depth in range(1, 9) for end in ends][:2_000]


def test_no_name_in_a_feed_becomes_a_path(rig: Rig) -> None:
    """T16: two thousand traversals as guid, title, address and file name of the answer: nothing opened for writing but
    the database."""
    names = _climbing()
    assert len(names) == 2_000
    written: list[str] = []
    watching = True
    home = str(Path(rig.store.path).parent)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if not watching or event != "open" or isinstance(arguments[0], int):
            return
        if isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            written.append(str(arguments[0]))

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        headers = {"Content-Disposition": f'attachment; filename="{names[0]}"'}
        reply(rss(entry(name, guid=name, title=name, link=name) for name in names), headers=headers)(
            connection, asked, closing
        )

    poller = rig.poller(rig.feed(behave))
    sys.addaudithook(watch)
    before = sorted(Path(home).parent.rglob("*"))

    taken = poller.once().items

    watching = False
    assert taken > 1_900  # some differ in what no entry can hold
    assert not [path for path in written if not path.startswith((home, "/dev/", "/proc/"))]
    after = [path for path in sorted(Path(home).parent.rglob("*")) if path not in before]
    assert all(path.name.startswith("monitor.db") for path in after)


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


def test_half_a_surrogate_pair_stops_no_feed(rig: Rig) -> None:
    """In a title, an id, and the feed's own title: every item is taken."""
    items = [{"id": "1"}, {"id": "2 \ud800"}, {"id": "3", "title": "Shells \ud800 fall"}]
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Border \udfff Post",
        "items": [
            {"content_text": f"airstrike at Kyiv on 2026-03-01 killed {each['id'][0]}", **each} for each in items
        ],
    }
    tally = rig.poller(rig.feed(reply(json.dumps(body), kind="application/feed+json"))).once()

    assert (tally.items, tally.failing, rig.articles()) == (3, 0, 3)
    assert rig.cursor().title == "Border \ufffd Post"


def test_an_entry_that_cannot_be_read_is_told_with_its_feed(rig: Rig) -> None:
    """The others are taken, and what is missing stands beside the feed until a body comes without such an entry."""
    good = [entry(1), entry(2)]
    poller = rig.poller(rig.feed(reply(rss([*good, UNREADABLE])), reply(rss(good))))

    assert poller.once().items == 2
    assert "entries that could not be read: 1" in rig.cursor().lost
    rig.clock.advance(hours=2)
    poller.once()

    assert rig.cursor().lost == ""


@pytest.mark.parametrize("packed", [True, False])
def test_a_feed_cut_before_its_first_entry_is_failing(rig: Rig, packed: bool) -> None:
    """What unpacks to more than is read, or breaks off in its head: no answer, and not a healthy feed without news."""
    head = b"<rss version='2.0'><channel><title>Border Post</title>"
    answer = (
        reply(gzip.compress(head + b"A" * 11_000_000), headers={"Content-Encoding": "gzip"})
        if packed
        else raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + head)
    )

    tally = rig.poller(rig.feed(answer)).once()

    assert tally.failing == 1
    assert rig.cursor().state is SourceState.FAILING
    assert ("cut at 10 MB" if packed else "broke off") in (rig.cursor().error or "")
    assert "no whole entry" in (rig.cursor().error or "")


def test_a_poll_under_way_does_not_undo_another_address(rig: Rig) -> None:
    """The old address answers after the new one was given: the new one is asked, at once."""
    asked, answer = threading.Event(), threading.Event()

    def slow(connection: socket.socket, request: Asked, closing: threading.Event) -> None:
        asked.set()
        answer.wait(20)
        reply(rss([entry(1)]))(connection, request, closing)

    poller = rig.poller(rig.feed(slow), http=replace(HTTP, deadline_s=30.0))
    poller.start()
    assert asked.wait(20)
    poller.reload([replace(rig.feed(reply(rss([entry(2)])), path="/other"), name="feed")])
    answer.set()

    until(lambda: rig.articles() == 2)

    assert rig.cursor().url == rig.hub.url("/other")
