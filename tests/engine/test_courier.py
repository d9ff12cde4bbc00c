"""The courier against real sinks: at least once, one id in every copy, no channel held up by another."""

from __future__ import annotations

import fcntl
import json
import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from structlog.testing import capture_logs

from monitor import config as configuration
from monitor.alerts.channels import console
from monitor.config import Config
from monitor.engine import courier, digests
from monitor.engine.courier import Courier
from monitor.errors import StoreError
from monitor.store import Store, accounts, deliveries
from tests.engine.driving import NOON, Clock, Run, config_of, digest_config, kinds, states, strike, tell
from tests.sinks import OK, Post, Reply, http_sink, mail_sink


def test_an_alert_that_was_delivered_has_one_line_in_the_log(store: Store, drive: Callable[[Config], Run]) -> None:
    """Who was told of what through which channel, and nothing of the channel's address."""
    with http_sink() as sink, capture_logs() as lines:
        run = drive(config_of({"hook": sink.url}))
        tell(store, run.config, strike(1), NOON)
        run.look()

    (line,) = [each for each in lines if each["event"] == "alert delivered"]
    assert (line["recipient"], line["channel"], line["incident"]) == ("desk", "hook", "i-1")
    assert sink.url not in str(line)


def test_an_alert_is_sent_once_and_marked(store: Store, drive: Callable[[Config], Run]) -> None:
    """P3: without a fault there is no second copy, also when looked at again."""
    with http_sink() as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
        run.advance(5)

    assert len(sink.posts) == 1
    assert states(store) == {"sent": 1}
    (account,) = accounts.reconcile(store, NOON - timedelta(hours=1), NOON)
    assert account.state == "delivered"


def test_an_hour_of_failures_is_bypassed_and_then_made_up_for_in_order(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """F62: the fallback has it within five minutes, the channel itself within six of its recovery, in order."""
    clock: list[Clock] = []

    def until_one(post: Post, n: int) -> Reply:
        return OK if clock[0].at >= NOON + timedelta(hours=1) else (500, {}, b"")

    with http_sink(until_one) as sink, http_sink() as spare:
        config = config_of(
            {"hook": sink.url, "spare": spare.url},
            recipients="  - {name: desk, channels: [hook], fallback: spare, at_once: 6, digest: [], group_after: 99}",
        )
        run = drive(config)
        clock.append(run.clock)
        for n in range(8):
            tell(store, config, strike(n, severity=8.5 if n else 6.5), run.clock.at)
            run.clock.on(seconds=2)
            run.look()
        run.advance(5)
        by_fallback = set(spare.ids())
        run.advance(56)
        assert run.clock.at >= NOON + timedelta(hours=1)
        run.advance(6)

    assert len(by_fallback) == 7  # the one below `fallback_from` waits for its own channel
    assert len(sink.accepted) == 8
    made = [line.message_id for line in reversed(deliveries.listing(store)) if line.channel == "hook"]
    assert sink.ids()[1:] == [ident for ident in made if ident != sink.ids()[0]]


def test_a_message_that_was_taken_without_an_answer_goes_again_under_the_same_id(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """F63: at most one copy more a try, one id."""
    with http_sink(lambda post, n: 6.0 if n < 2 else OK) as sink:
        config = config_of({"hook": sink.url}, more="alerts: {send_limit_s: 1.5}\n")
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.advance(1)

    assert 3 <= len(sink.posts) == deliveries.listing(store)[0].attempts
    assert len({post.headers["x-monitor-id"] for post in sink.posts}) == 1
    assert states(store) == {"sent": 1}


def test_a_refused_text_goes_in_plain_form_once_and_holds_up_nobody(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """F64: two tries, then the dead letter, told through the other channel; the next alert is out at once."""

    def refuse_first(post: Post, n: int) -> Reply:
        return (400, {}, b"bad request") if "i-1" in post.body.decode() or n < 2 else OK

    with http_sink(refuse_first) as sink, http_sink() as other:
        config = config_of({"hook": sink.url, "other": other.url})
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
        tell(store, config, strike(2), NOON)
        run.look()

    tries = [post for post in sink.posts if post.headers["x-monitor-id"] == sink.posts[0].headers["x-monitor-id"]]
    assert len(tries) == 2
    assert set(tries[1].json) == {"id", "subject", "text"}
    assert len(tries[1].json["text"]) <= 1000
    assert len(sink.accepted) == 1
    assert states(store)["dead"] == 1
    notices = [post.json for post in other.accepted if post.json["kind"] == "trouble"]
    assert len(notices) == 1
    assert "monitor retry" in notices[0]["text"]

    dead = deliveries.listing(store, "dead")
    assert deliveries.retry(store, NOON, [dead[0].message_id]) == 1
    assert not deliveries.listing(store, "dead")


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_a_revoked_token_sends_everything_to_the_fallback_at_once(
    store: Store, drive: Callable[[Config], Run], code: int
) -> None:
    """F65: within ten seconds, whatever the severity; the channel is asked again an hour later."""
    with http_sink(lambda post, n: (code, {}, b"")) as sink, http_sink() as spare:
        config = config_of(
            {"hook": sink.url, "spare": spare.url},
            recipients="  - {name: desk, channels: [hook], fallback: spare, at_once: 6, digest: []}",
        )
        run = drive(config)
        tell(store, config, strike(1, severity=6.0), NOON)
        run.look()
        run.clock.on(seconds=5)
        run.look()
        assert len(spare.accepted) == 1
        tell(store, config, strike(2, severity=6.0), NOON)
        run.clock.on(seconds=5)
        run.look()
        assert len(spare.accepted) == 2
        assert len(sink.posts) == 1
        run.advance(60, step_s=300)
        assert len(sink.posts) == 2

    assert deliveries.channel_states(store)["hook"].state == "broken"


@pytest.mark.parametrize("alerts", [90, pytest.param(1000, marks=pytest.mark.nightly)])
def test_limits_are_obeyed_and_nothing_is_lost(store: Store, drive: Callable[[Config], Run], alerts: int) -> None:
    """F66: every third answer is 429 with Retry-After; all ids arrive, none earlier than told."""
    told: list[tuple[datetime, float]] = []
    early: list[str] = []
    clock: list[Clock] = []

    def limited(post: Post, n: int) -> Reply:
        if told and clock[0].at < told[-1][0] + timedelta(seconds=told[-1][1]):
            early.append(post.headers["x-monitor-id"])
        if n % 3 == 2:
            told.append((clock[0].at, 2.0))
            return 429, {"Retry-After": "2"}, b""
        return OK

    with http_sink(limited) as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        clock.append(run.clock)
        for n in range(alerts):
            tell(store, config, strike(n), NOON)
        run.advance(alerts / 40, step_s=2.0)

    assert len(set(sink.ids())) == len(sink.ids()) == alerts
    assert not early


def test_with_every_channel_down_all_is_kept(store: Store, drive: Callable[[Config], Run]) -> None:
    """F68: seventy hours later everything is still there and leaves."""
    up: list[bool] = []
    with http_sink(lambda post, n: OK if up else (503, {}, b"")) as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        for n in range(10):
            tell(store, config, strike(n), NOON)
        run.look()
        run.advance(70 * 60, step_s=1800)
        assert deliveries.channel_states(store)["hook"].state == "failing"
        up.append(True)
        run.advance(12, step_s=60)

    assert len(set(sink.ids())) == 10
    assert states(store) == {"sent": 10}


def test_after_three_days_a_message_is_given_up_in_sight(store: Store, drive: Callable[[Config], Run]) -> None:
    """Retries end; the dead letter stays until somebody looks."""
    with http_sink(lambda post, n: (503, {}, b"")) as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
        run.advance(73 * 60, step_s=3600)

    assert states(store) == {"dead": 1}
    assert len(sink.posts) > 50
    (account,) = accounts.reconcile(store, NOON - timedelta(hours=1), run.clock.at)
    assert account.state == "dead"


def test_a_dead_channel_does_not_slow_the_others(store: Store) -> None:
    """F71, F61: one of three hangs for ever; the other two have everything in seconds."""
    with http_sink(lambda post, n: 30.0) as dead, http_sink() as one, http_sink() as two:
        config = config_of({"dead": dead.url, "one": one.url, "two": two.url}, more="alerts: {send_limit_s: 60}\n")
        courier = Courier(store, config)
        courier.start()
        began = time.monotonic()
        for n in range(40):
            tell(store, config, strike(n), datetime.now(UTC))
        courier.wake()
        while time.monotonic() < began + 20 and min(len(one.accepted), len(two.accepted)) < 40:
            time.sleep(0.05)
        took = time.monotonic() - began
        courier.stop(0.2)

    assert len(set(one.ids())) == len(set(two.ids())) == 40
    assert took < 10


def test_a_heartbeat_that_nobody_takes_changes_nothing(store: Store, drive: Callable[[Config], Run]) -> None:
    """F93: signs of life are not retried, not counted as dead letters, and hold up no alert."""
    with http_sink() as sink:
        config = config_of(
            {"hook": sink.url, "watcher": "http://127.0.0.1:1/"},
            recipients="  - {name: desk, channels: [hook], at_once: 6, digest: []}",
            more="alerts: {heartbeat: {channels: [watcher], every_min: 5}}\n",
        )
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.advance(60, step_s=60)

    assert len(sink.accepted) == 1
    assert states(store)["dead"] == 0
    assert states(store)["dropped"] >= 5


def test_a_heartbeat_comes_every_five_minutes(drive: Callable[[Config], Run]) -> None:
    """P16: through a real channel, so that silence is noticed outside."""
    with http_sink() as watcher:
        config = config_of(
            {"watcher": watcher.url},
            recipients="  - {name: desk, channels: [watcher], digest: []}",
            more="alerts: {heartbeat: {channels: [watcher]}}\n",
        )
        run = drive(config)
        run.advance(30, step_s=60)
    assert 6 <= len(set(watcher.ids())) == len(watcher.ids()) <= 8


def test_what_waits_for_a_channel_that_was_taken_out_reaches_another(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """A changed configuration loses nothing."""
    with http_sink(lambda post, n: (503, {}, b"")) as old, http_sink() as new:
        first = config_of({"old": old.url})
        run = drive(first)
        tell(store, first, strike(1), NOON)
        run.look()
        run.courier.reload(config_of({"new": new.url}))
        run.clock.on(minutes=10)
        run.look()
    assert len(new.accepted) == 1


def test_one_refused_address_is_tried_alone(store: Store, drive: Callable[[Config], Run]) -> None:
    """F67: who has the mail does not get it again for the sake of who has not."""
    with mail_sink(rcpt=lambda address, n: "450 later" if n == 0 and address.startswith("b") else "250 OK") as sink:
        text = (
            f"channels:\n  mail: {{kind: email, host: 127.0.0.1, port: {sink.port}, security: none, "
            "sender: m@example.org, to: [a@example.org, b@example.org]}\n"
            "recipients:\n  - {name: desk, channels: [mail], at_once: 6, digest: []}\n"
        )
        config = configuration.parse(text, path="/nowhere/config.yaml")
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
        run.advance(3)

    assert [mail.to for mail in sink.mails] == [["a@example.org"], ["b@example.org"]]
    assert len({mail.message["Message-ID"] for mail in sink.mails}) == 1


def test_a_layout_of_ones_own_that_fails_costs_no_alert(
    store: Store, drive: Callable[[Config], Run], tmp_path: Path
) -> None:
    """Ours is used instead; and a layout cannot reach out of its sandbox."""
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    (layouts / "alert.txt").write_text("{{ v.nothing.of.this }}")
    (layouts / "alert.md").write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}")
    (layouts / "alert.html").write_text("<p>{{ v.subject }} MINE</p>")
    with http_sink() as sink:
        config = config_of({"hook": sink.url}, more=f"alerts: {{layouts: '{layouts}'}}\n")
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
    assert "Mute" in sink.posts[0].json["text"]
    made = digests.Digests(store=store, config=config, press=run.courier._press, faults=run.courier._told_faults)
    assert any("Your layout alert.txt is at fault" in line for line in made.troubles())
    message = deliveries.find_message(store, sink.ids()[0])
    assert message is not None
    assert "MINE" in message.html
    assert "subclasses" not in message.markdown


def test_a_pipe_that_nobody_reads_is_a_channel_that_fails(
    store: Store, drive: Callable[[Config], Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P4: the console has a limit too; the fallback stands in, and once somebody reads each alert is there once."""
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)
    text = (
        f"channels: {{con: {{kind: console}}, out: {{kind: file, folder: {tmp_path}}}}}\n"
        "recipients: [{name: desk, channels: [con], fallback: out, at_once: 0, digest: [], per_hour: 1000, "
        "group_after: 1000}]\n"
        "alerts: {send_limit_s: 0.2, fallback_from: 0}\n"
    )
    with os.fdopen(write, "w") as full:
        monkeypatch.setattr(console, "sys", SimpleNamespace(stdout=full))
        run = drive(configuration.parse(text, path="/nowhere/config.yaml"))
        for n in range(20):
            tell(store, run.config, strike(n), NOON)
        run.look()
        run.advance(3)
        states_now = deliveries.channel_states(store)
        assert states_now["con"].state == "failing"
        assert {line.message_id for line in deliveries.listing(store) if line.fallback_of == "con"}

        said: list[bytes] = []
        reader = threading.Thread(target=lambda: said.extend(iter(lambda: os.read(read, 65536), b"")), daemon=True)
        reader.start()
        run.advance(12)
        run.courier.stop(0.1)
    reader.join(5)
    os.close(read)

    assert deliveries.channel_states(store)["con"].state == "ok"
    assert {line.state for line in deliveries.listing(store)} == {"sent"}
    printed = b"".join(said).decode()
    assert [printed.count(f"i-{n} ") for n in range(20)] == [1] * 20, printed[:900]


def test_a_full_disk_is_told_once_from_memory(
    store: Store, drive: Callable[[Config], Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    """P19: one emergency notice through the channels that work, though it can be written down nowhere."""
    monkeypatch.setattr(courier, "ALARM_AFTER_S", 0.0)
    with http_sink() as sink:
        run = drive(config_of({"hook": sink.url}))
        (pages,) = store.execute("PRAGMA page_count").fetchone()
        store.execute(f"PRAGMA max_page_count = {pages}")
        for _ in range(3):
            with pytest.raises(StoreError, match="no space"), store.transaction():
                store.execute("CREATE TABLE far_too_much AS SELECT randomblob(10000000)")
            run.look()
        told = [post.json["subject"] for post in sink.accepted]
        store.execute("PRAGMA max_page_count = 1000000")
        tell(store, run.config, strike(1), NOON)
        run.look()

    assert told == ["Monitor: nothing can be stored, so nothing is told"]
    assert [post.json["kind"] for post in sink.accepted] == ["trouble", "alert"]
    assert states(store) == {"sent": 1}


@pytest.mark.parametrize("step", [-2.0, 2.0, 24.0 * 365])
def test_a_clock_that_is_set_doubles_and_loses_nothing(
    store: Store, drive: Callable[[Config], Run], step: float
) -> None:
    """F57: two hours back, two on, a year on and back again: one alert an incident, one digest a day."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        run = drive(config)
        tell(store, config, strike(1), run.clock.at)
        run.look()
        run.clock.set(hours=step)
        tell(store, config, strike(2), run.clock.at)
        run.advance(40)
        run.clock.set(hours=-step)
        tell(store, config, strike(3), run.clock.at)
        run.advance(40)
        run.advance(30 * 60, step_s=1800)

    alerts = [post.json["id"] for post in sink.accepted if post.json["kind"] != "digest"]
    incidents = [
        one["incident"] for post in sink.accepted for one in post.json.get("incidents", []) if isinstance(one, dict)
    ]
    assert sorted(incidents) == ["i-1", "i-2", "i-3"]
    assert len(alerts) == len(set(alerts))
    days = [post.json["slot"] for post in sink.accepted if post.json["kind"] == "digest"]
    assert len(days) == len(set(days))


@pytest.mark.parametrize("step", [-2.0, -24.0 * 365, 2.0, 24.0 * 365])
def test_what_a_channel_did_not_take_moves_along_with_a_clock_that_is_set(
    store: Store, drive: Callable[[Config], Run], step: float
) -> None:
    """F57: neither held back until the old time comes again nor given up at once; the fallback stands in as ever."""
    up: list[bool] = []
    with http_sink(lambda post, n: OK if up else (503, {}, b"")) as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        tell(store, config, strike(1), NOON)
        run.look()
        run.advance(1)
        run.clock.set(hours=step)
        tell(store, config, strike(2), run.clock.at)
        run.advance(2)
        assert states(store) == {"waiting": 2}
        assert len(sink.posts) > 3
        since = deliveries.channel_states(store)["hook"].since
        assert timedelta(minutes=2) < run.clock.at - since < timedelta(minutes=4)
        up.append(True)
        run.advance(6)

    assert sorted(sink.ids()) == sorted(set(sink.ids()))
    assert states(store) == {"sent": 2}
    assert {post.json["kind"] for post in sink.accepted} == {"alert"}


def test_the_end_of_quiet_hours_is_no_later_for_a_clock_that_is_set(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """It is a time of day: what is held until five in the morning is told at five by the right clock."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        run = drive(config)
        run.clock.at = datetime(2024, 5, 13, 23, 0, tzinfo=UTC)  # 02:00 in Kyiv
        run.courier._began = run.clock.at
        tell(store, config, strike(1), run.clock.at)
        run.look()
        run.clock.set(hours=1)
        run.advance(119, step_s=60)
        assert "alert" not in kinds(sink)
        run.advance(3, step_s=60)
        assert kinds(sink)["alert"] == 1


def test_a_clock_that_ran_ahead_before_the_start_holds_nothing_back(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """A machine that came up with a wrong date: what was decided and tried then is due at the next start."""
    up: list[bool] = []
    with http_sink(lambda post, n: OK if up else (503, {}, b"")) as sink:
        config = config_of({"hook": sink.url})
        run = drive(config)
        run.clock.at = NOON + timedelta(days=365)
        tell(store, config, strike(1), run.clock.at)
        run.look()
        tell(store, config, strike(2), run.clock.at)
        run.courier.stop(0.1)
        up.append(True)
        later = drive(config)
        later.courier._release()
        later.advance(3)

    assert len(set(sink.ids())) == 2


def test_signs_of_life_go_on_when_the_clock_is_set_back(drive: Callable[[Config], Run]) -> None:
    """P16: the same stretch of time comes again, and something outside listens."""
    with http_sink() as sink:
        config = config_of({"hook": sink.url}, more="alerts: {heartbeat: {channels: [hook], every_min: 5}}\n")
        run = drive(config)
        run.advance(21)
        before = len(sink.accepted)
        run.clock.set(minutes=-20)
        run.advance(16)

    assert len(sink.accepted) >= before + 3


def test_an_alert_is_handed_over_soon_after_it_is_stored(store: Store) -> None:
    """From the commit to the channel at five articles a second; the deadline is generous, the figures are printed."""
    arrived: dict[str, float] = {}

    def note(post: Post, n: int) -> Reply:
        for one in json.loads(post.body)["incidents"]:
            arrived.setdefault(one["incident"], time.monotonic())
        return OK

    stored: dict[str, float] = {}
    with http_sink(note) as sink:
        config = config_of({"hook": sink.url})
        courier = Courier(store, config)
        courier.start()
        for n in range(25):
            tell(store, config, strike(n), datetime.now(UTC))
            stored[f"i-{n}"] = time.monotonic()
            courier.wake()
            time.sleep(0.2)
        time.sleep(1.0)
        courier.stop()

    waits = sorted(arrived[ident] - at for ident, at in stored.items())
    print(f"latency: median {waits[12] * 1000:.0f} ms, worst {waits[-1] * 1000:.0f} ms")
    assert waits[12] < 1.0
    assert waits[-1] < 5.0
