"""How a feed's state, due time and address follow from its answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from monitor.sources import health
from monitor.sources.health import Answer, Trouble, answered, failed
from monitor.types import FeedCursor, SourceState

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FEED = FeedCursor(name="post", url="https://post.example/rss", address="https://post.example/rss", host="post.example")
NEW_HOME = "https://new.example/rss"


def fine(cursor: FeedCursor, at: datetime, **more: object) -> FeedCursor:
    return answered(cursor, Answer(at=at, **more), interval_s=300, dice=0.5)[0]  # type: ignore[arg-type]


def broken(cursor: FeedCursor, at: datetime, reason: str = "no answer", **more: object) -> FeedCursor:
    return failed(cursor, Trouble(at=at, reason=reason, **more), interval_s=300, dice=0.5)[0]  # type: ignore[arg-type]


def wait_s(cursor: FeedCursor) -> float:
    assert cursor.next_due
    assert cursor.last_attempt
    return (cursor.next_due - cursor.last_attempt).total_seconds()


def test_failures_back_off_to_six_hours_and_never_end() -> None:
    """P14: asked ever more rarely, with jitter, but for good."""
    cursor, at = FEED, NOW
    waits = []
    for _ in range(60):
        cursor = broken(cursor, at)
        waits.append(wait_s(cursor))
        assert cursor.next_due
        at = cursor.next_due

    assert waits[0] <= 300
    assert all(later >= earlier for earlier, later in pairwise(waits))
    assert waits[-1] <= 6 * 3600
    assert cursor.state is SourceState.FAILING
    spread = {
        failed(FEED, Trouble(at=NOW, reason="x"), interval_s=300, dice=dice)[0].next_due for dice in (0, 0.3, 0.9)
    }
    assert len(spread) == 3


def test_trouble_is_told_once_and_so_is_recovery() -> None:
    """Told after three failures in a row, and once when it answers again; a single failure is told to nobody."""
    cursor, at, told = FEED, NOW, []
    for _ in range(10):
        cursor, notices = failed(cursor, Trouble(at=at, reason="no answer"), interval_s=300, dice=0)
        told += [notice.kind for notice in notices]
        at += timedelta(minutes=10)
    cursor, notices = answered(cursor, Answer(at=at), interval_s=300, dice=0)
    told += [notice.kind for notice in notices]
    cursor, notices = answered(cursor, Answer(at=at), interval_s=300, dice=0)
    told += [notice.kind for notice in notices]

    assert told == ["failing", "recovered"]
    assert cursor.state is SourceState.HEALTHY
    assert cursor.error is None
    once = broken(FEED, NOW)
    assert answered(once, Answer(at=NOW), interval_s=300, dice=0)[1] == ()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("0", 0),
        ("1.5", 1.5),
        ("31536000", 86400),
        ("1e12", 86400),
        ("-5", None),
        ("nan", None),
        ("soon", None),
        ("", None),
        (format_datetime(NOW + timedelta(minutes=10), usegmt=True), 600),
        (format_datetime(NOW - timedelta(minutes=10), usegmt=True), 0),
        (format_datetime(NOW + timedelta(days=900), usegmt=True), 86400),
        ("Mon, 99 Foo 2026 10:00:00 GMT", None),
    ],
)
def test_every_form_of_retry_after(value: str, seconds: float | None) -> None:
    """F26, P5: a number, a date against the server's own clock, junk, negative, a year; capped at 24 h."""
    server_clock = format_datetime(NOW, usegmt=True)

    got = health.retry_after_s({"retry-after": value, "date": server_clock}, NOW - timedelta(hours=5))

    assert got == seconds


def test_retry_after_is_obeyed() -> None:
    """F26: not sooner than told, within a second."""
    assert abs(wait_s(broken(FEED, NOW, status=429, retry_after_s=900.0)) - 900) <= 1
    assert abs(wait_s(broken(FEED, NOW, status=503, retry_after_s=86400.0)) - 86400) <= 1


def test_gone_is_told_at_once_and_paused_the_third_time() -> None:
    """F25, P13: 410 is believed after three times, told, and never in silence."""
    cursor, told = FEED, []
    for _ in range(3):
        cursor, notices = failed(cursor, Trouble(at=NOW, reason="gone", status=410), interval_s=300, dice=0)
        told.append([notice.kind for notice in notices])

    assert told == [["gone"], [], ["gone"]]
    assert cursor.state is SourceState.PAUSED
    between = broken(broken(FEED, NOW, status=410), NOW, status=500)
    assert between.gone_seen == 0


def test_a_move_is_adopted_after_a_week_at_a_valid_feed() -> None:
    """P13, T28: seven steady days and three sightings; until then the old address is asked."""
    cursor = fine(FEED, NOW, moved_to=NEW_HOME)
    for day in range(1, 7):
        cursor = fine(cursor, NOW + timedelta(days=day), moved_to=NEW_HOME)
        assert cursor.address == FEED.address

    cursor, notices = answered(
        cursor, Answer(at=NOW + timedelta(days=7, minutes=1), new=1, moved_to=NEW_HOME), interval_s=300, dice=0
    )

    assert (cursor.address, cursor.host) == (NEW_HOME, "new.example")
    assert [notice.kind for notice in notices] == ["moved"]


def test_a_portal_in_between_does_not_move_a_feed() -> None:
    """F24, B10: redirected to a login page for eight days, or moved back and forth: the address stays."""
    cursor = FEED
    for day in range(9):
        cursor = broken(cursor, NOW + timedelta(days=day), "a login page, not a feed")
    assert cursor.address == FEED.address

    cursor = FEED
    for day in range(20):
        target = NEW_HOME if day % 2 else "https://third.example/rss"
        cursor = fine(cursor, NOW + timedelta(days=day), moved_to=target)
    assert cursor.address == FEED.address

    cursor = fine(FEED, NOW, moved_to=NEW_HOME)
    cursor = fine(cursor, NOW + timedelta(days=8), moved_to=NEW_HOME)
    assert cursor.address == FEED.address, "two sightings are not steady"


def test_a_validator_is_sent_back_as_it_came_but_not_for_ever() -> None:
    """F27: weak tags and a date of 2041 verbatim; once in 24 h the whole feed is asked for."""
    cursor = fine(FEED, NOW, etag='W/"x y"', last_modified="Fri, 01 Jan 2041 00:00:00 GMT")

    sent = health.conditional(cursor, NOW + timedelta(hours=23))

    assert sent == {"If-None-Match": 'W/"x y"', "If-Modified-Since": "Fri, 01 Jan 2041 00:00:00 GMT"}
    assert health.conditional(cursor, NOW + timedelta(hours=24)) == {}
    assert health.conditional(cursor, NOW - timedelta(days=1)) == {}, "a clock that was set back must not hide news"
    kept = fine(cursor, NOW + timedelta(hours=23), changed=False)
    assert kept.etag == cursor.etag
    assert health.conditional(kept, NOW + timedelta(hours=25)) == {}


def test_a_body_that_broke_off_leaves_no_validators() -> None:
    """F22: or the rest of it would never be asked for."""
    cursor = fine(FEED, NOW, etag='"1"')
    cut = fine(cursor, NOW, etag='"2"', whole=False)

    assert cut.etag is None


def test_the_interval_follows_the_feed_and_the_publisher_within_bounds() -> None:
    """Five minutes for a busy feed, at most half an hour for a slow one, at most an hour because it asks for it."""
    busy = fine(FEED, NOW, gaps_s=(600.0,) * 5)
    slow = fine(FEED, NOW, gaps_s=(86400.0,) * 5)
    asked = fine(FEED, NOW, hint_s=3600.0)

    assert 300 <= wait_s(busy) <= 300 * 1.2
    assert 1800 <= wait_s(slow) <= 1800 * 1.2
    assert 3600 <= wait_s(asked) <= 3600 * 1.2


@pytest.mark.parametrize(
    ("headers", "ttl", "expected"),
    [
        ({}, None, None),
        ({"cache-control": "public, max-age=600"}, None, 600),
        ({"cache-control": "max-age=600", "age": "100"}, None, 500),
        ({"cache-control": "max-age=99999999"}, None, 3600),
        ({"cache-control": "max-age=-1"}, None, None),
        ({"cache-control": "no-cache"}, None, None),
        ({"cache-control": "max-age=60"}, 1200.0, 1200),
        ({"expires": "Mon, 02 Mar 2026 12:20:00 GMT", "date": "Mon, 02 Mar 2026 12:00:00 GMT"}, None, 1200),
        ({"expires": "0"}, None, None),
        ({"cache-control": "max-age=abc"}, 1e12, 3600),
    ],
)
def test_freshness_is_read_within_bounds(headers: dict[str, str], ttl: float | None, expected: float | None) -> None:
    """Cache-Control, Expires and ttl, whatever they say."""
    assert health.cache_hint_s(headers, ttl) == expected


def test_silence_beyond_the_norm_is_flagged_and_told_once() -> None:
    """P14: three times its usual gap, and a day at least; and told when it speaks again."""
    cursor = fine(FEED, NOW, new=5, gaps_s=(3600.0 * 12,) * 5)
    told = []
    for hour in range(1, 60):
        cursor, notices = answered(
            cursor, Answer(at=NOW + timedelta(hours=hour), changed=False), interval_s=300, dice=0
        )
        told += [(hour, notice.kind) for notice in notices]
    assert told == [(37, "silent")]
    assert cursor.state is SourceState.SILENT

    cursor, notices = answered(cursor, Answer(at=NOW + timedelta(hours=60), new=1), interval_s=300, dice=0)

    assert [notice.kind for notice in notices] == ["spoke"]
    assert cursor.state is SourceState.HEALTHY
    hourly = fine(FEED, NOW, new=5, gaps_s=(600.0,) * 5)
    assert not health.is_silent(hourly, NOW + timedelta(hours=23))
    assert health.is_silent(hourly, NOW + timedelta(hours=25))
