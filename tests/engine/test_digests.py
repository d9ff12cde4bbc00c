"""One digest a slot, with all that was decided, over restarts and set clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from monitor.config import Config
from monitor.engine import digests
from monitor.engine.courier import Courier
from monitor.store import Store, accounts, deliveries, dispatches
from tests.engine.driving import NOON, Run, config_of, digest_config, kinds, strike, tell
from tests.sinks import http_sink


def test_one_digest_a_day_over_a_clock_change_and_restarts(drive: Callable[[Config], Run]) -> None:
    """P15: ten days around the change in spring, a new process every six hours."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        at = datetime(2024, 3, 26, 0, 0, tzinfo=UTC)
        while at < datetime(2024, 4, 5, 0, 0, tzinfo=UTC):
            run = drive(config)
            run.clock.at = at
            run.courier._began = at
            for _ in range(12):
                run.clock.on(minutes=30)
                run.look()
            run.courier.stop(0.1)
            at = run.clock.at
    subjects = [post.json["subject"] for post in sink.accepted if post.json["kind"] == "digest"]
    assert len(subjects) == len(set(subjects)) == 10


def test_nine_hours_asleep_give_one_late_digest_and_one_catch_up(store: Store, drive: Callable[[Config], Run]) -> None:
    """F59: what fell due meanwhile is one message of each kind, marked late."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        run = drive(config)
        run.clock.at = datetime(2024, 5, 14, 5, 0, tzinfo=UTC)
        run.courier._began = run.clock.at - timedelta(days=2)
        tell(store, config, strike(0), run.clock.at)
        run.advance(1)
        before = kinds(sink)
        run.clock.at = datetime(2024, 5, 14, 22, 30, tzinfo=UTC)  # 01:30 in Kyiv: quiet
        for n in range(1, 4):
            tell(store, config, strike(n), run.clock.at)
        run.clock.on(hours=9)
        run.look()
        run.advance(2)

    after = kinds(sink) - before
    assert after == {"digest": 1, "catch_up": 1}
    assert any(post.json["subject"].startswith("LATE") for post in sink.accepted if post.json["kind"] == "digest")


def test_a_digest_seen_before_an_alert_has_arrived_says_that_it_waits(
    store: Store, drive: Callable[[Config], Run]
) -> None:
    """In quiet hours it is decided and not sent; afterwards it is both."""
    with http_sink() as sink:
        run = drive(digest_config(sink.url))
        run.clock.at = NOON.replace(hour=23)  # two at night in Kyiv
        tell(store, run.config, strike(1), run.clock.at)
        (desk,) = run.config.recipients

        assert "alert waiting" in digests.preview(store, run.config, desk, run.clock.at).text
        run.clock.on(hours=3, minutes=5)
        assert run.courier.settle(10, digests=False)
        assert "alerted 15 May" in digests.preview(store, run.config, desk, run.clock.at).text


def test_the_digest_accounts_for_everything(store: Store, drive: Callable[[Config], Run]) -> None:
    """P27: after it, no dispatch is left over; the next one, of a day without news, says so."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        run = drive(config)
        for n in range(6):
            tell(store, config, strike(n, severity=3.0 + n), NOON)
        run.advance(1)
        assert dispatches.undigested(store, "desk") == ()
        run.advance(30 * 60, step_s=1800)

    digests = [post.json for post in sink.accepted if post.json["kind"] == "digest"]
    assert len(digests) == 2
    assert "No incidents" in digests[1]["subject"]
    became = Counter(one.state for one in accounts.reconcile(store, NOON - timedelta(hours=1), run.clock.at))
    assert became == {"delivered": 3, "digest": 3}


def test_once_sends_all_there_is_with_the_first_digest(store: Store) -> None:
    """`monitor once` on a fresh database: alerts and a digest, then it stops; a second run sends nothing again."""
    with http_sink() as sink:
        config = digest_config(sink.url)
        noon = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)
        for _ in range(2):
            tell(store, config, strike(1), noon)
            assert Courier(store, config, now=lambda: noon).settle(20)
    assert kinds(sink) == {"alert": 1, "digest": 1}


def test_two_hundred_digests_due_together_are_all_made(store: Store, drive: Callable[[Config], Run]) -> None:
    """F60: a start with everybody's digest overdue makes every one, in one round."""
    with http_sink() as sink:
        lines = "".join(
            f"  - {{name: p{n}, channels: [hook], at_once: 10, digest: ['11:00'], zone: UTC}}\n" for n in range(200)
        )
        run = drive(config_of({"hook": sink.url}, recipients=lines))
        tell(store, run.config, strike(1), NOON - timedelta(hours=3))
        run.courier.look()
        run.courier.look()
        made = Counter(line.recipient for line in deliveries.listing(store, limit=1000) if line.kind == "digest")
    assert len(made) == 200
    assert set(made.values()) == {1}
