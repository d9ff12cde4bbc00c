"""The state of a feed after each answer, and when it is asked next. Pure: the clock and the dice come in as values.

Nothing is switched off in silence. A failing feed is asked ever more rarely but for good, at least every six hours; one
that says it is gone is paused after three times and told; one that has moved keeps its address for a week, because
captive portals answer 301 as well.
"""

from __future__ import annotations

import email.utils
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from monitor.types import FeedCursor, SourceNotice, SourceState

TELL_AFTER = 3  #: failures in a row
BACK_OFF_CAP_S = 6 * 3600.0
RETRY_CAP_S = 24 * 3600.0
HINT_CAP_S = 3600.0  #: a publisher may slow us down to this; news cannot wait longer
ADAPTIVE_CAP_S = 1800.0
FULL_EVERY = timedelta(hours=24)
SIGHTINGS = 3  #: of a feed that is never whole, after which its undated entries are news
SILENT_AT_LEAST = timedelta(hours=24)
SILENT_UNKNOWN = timedelta(days=7)
STEADY = timedelta(days=7)
STEADY_SIGHTINGS = 3
GONE_AFTER = 3
OUTAGE_AT_MOST = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What of one poll bears on the state."""

    at: datetime
    changed: bool = True  #: False: 304
    entries: int = 0  #: in the body
    new: int = 0  #: of these taken in, and not there before
    title: str = ""
    etag: str | None = None
    last_modified: str | None = None
    whole: bool = True  #: False: the body broke off; its validators must not be kept
    hint_s: float | None = None  #: how long the publisher asks to be left alone
    moved_to: str | None = None
    gaps_s: Sequence[float] = ()  #: between the dates of its entries
    lost: str = ""  #: what of the body could not be read, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What of one failed poll bears on the state."""

    at: datetime
    reason: str
    status: int | None = None
    retry_after_s: float | None = None
    lasting: bool = False  #: trying again soon cannot help (refused by rule)


Verdict = tuple[FeedCursor, tuple[SourceNotice, ...]]


def conditional(cursor: FeedCursor, now: datetime) -> dict[str, str]:
    """The headers to ask with. Once in 24 h none: a validator that never changes would hide all news."""
    if cursor.last_full is None or now - cursor.last_full >= FULL_EVERY or now < cursor.last_full:
        return {}
    headers = {"If-None-Match": cursor.etag} if cursor.etag else {}
    return {**headers, "If-Modified-Since": cursor.last_modified} if cursor.last_modified else headers


def answered(cursor: FeedCursor, answer: Answer, *, interval_s: float, dice: float) -> Verdict:
    """After an answer that is a feed, or a 304. `interval_s` is the configured one, `dice` is in 0..1."""
    notices: list[SourceNotice] = []
    now = answer.at
    if cursor.told and cursor.failing_since is not None:
        lasted = _span(now - cursor.failing_since)
        notices.append(_notice(cursor, "recovered", f"{cursor.name} answers again after {lasted}", now))
    gap = _usual_gap(cursor, answer)
    after = replace(
        cursor,
        title=answer.title or cursor.title,
        last_attempt=now,
        last_success=now,
        last_new=now if answer.new or cursor.last_new is None else cursor.last_new,
        usual_gap_s=gap,
        failures=0,
        failing_since=None,
        error=None,
        gone_seen=0,
        entries=cursor.entries + answer.new,
    )
    if answer.changed:
        whole = answer.whole
        after = replace(
            after,
            etag=answer.etag if whole else None,
            last_modified=answer.last_modified if whole else None,
            last_full=now if whole else cursor.last_full,
            lost=answer.lost,
            imported=cursor.imported or (whole and answer.entries > 0),
            sightings=min(SIGHTINGS, cursor.sightings + (1 if answer.entries else SIGHTINGS if whole else 0)),
        )
    after, moved = _moving(after, answer)
    notices += moved
    silent = is_silent(after, now)
    if silent and cursor.state is not SourceState.SILENT:
        since = _span(now - after.last_new) if after.last_new else "ever"
        notices.append(_notice(after, "silent", f"{after.name} answers but has brought nothing new for {since}", now))
    elif cursor.state is SourceState.SILENT and not silent:
        notices.append(_notice(after, "spoke", f"{after.name} brings news again", now))
    wait = _wait(after, interval_s, answer.hint_s)
    after = replace(
        after,
        state=SourceState.SILENT if silent else SourceState.HEALTHY,
        told=False,
        interval_s=wait,
        next_due=now + timedelta(seconds=wait * (1 + 0.05 * dice)),
    )
    return after, tuple(notices)


def failed(cursor: FeedCursor, trouble: Trouble, *, interval_s: float, dice: float) -> Verdict:
    """After no answer, or one that is no feed."""
    now = trouble.at
    failures = cursor.failures + 1
    gone = cursor.gone_seen + 1 if trouble.status == 410 else 0
    since = cursor.failing_since or now
    wait = min(BACK_OFF_CAP_S, interval_s * 2.0 ** min(failures - 1, 30))
    if trouble.lasting:
        wait = BACK_OFF_CAP_S
    wait *= 0.75 + 0.25 * dice
    if trouble.retry_after_s is not None:
        wait = max(wait if failures > TELL_AFTER else 0.0, min(trouble.retry_after_s, RETRY_CAP_S))
    after = replace(
        cursor,
        state=SourceState.FAILING,
        last_attempt=now,
        failures=failures,
        failing_since=since,
        error=trouble.reason,
        gone_seen=gone,
        # a chain of redirects that ends nowhere is no sighting of a new home
        moved_to=None,
        moved_since=None,
        moved_seen=0,
        next_due=now + timedelta(seconds=wait),
    )
    if gone >= GONE_AFTER:
        text = f"{cursor.name} says for the {gone}rd time that it is gone for good (410); paused, not deleted"
        return replace(after, state=SourceState.PAUSED, told=True), (_notice(cursor, "gone", text, now),)
    if gone == 1:
        text = f"{cursor.name} says it is gone for good (410); it is paused if it says so {GONE_AFTER} times"
        return replace(after, told=True), (_notice(cursor, "gone", text, now),)
    if failures >= TELL_AFTER and not cursor.told:
        text = f"{cursor.name} has failed {failures} times since {since:%d %b %H:%M} UTC: {trouble.reason}"
        return replace(after, told=True), (_notice(cursor, "failing", text, now),)
    return after, ()


def before_us(cursor: FeedCursor, published: datetime | None, precision: str, now: datetime) -> bool:
    """Whether an entry of a feed at first sight was there before the feed was added, and is no news of ours.

    By its date where that can be believed; else whatever the first whole body holds was.
    """
    if published is None or published > now or cursor.added is None:
        return cursor.sightings < SIGHTINGS
    if precision == "day" and published.date() == cursor.added.date():
        return cursor.sightings < SIGHTINGS
    return published <= cursor.added


def through_an_outage(cursor: FeedCursor, *, interval_s: float) -> FeedCursor:
    """While the network is down nobody is asked in vain, so a feed keeps its pace: once the network is back, every feed
    is read within one interval. For a day; then each is left to its own back-off."""
    if cursor.last_attempt is None or cursor.failing_since is None or cursor.next_due is None:
        return cursor
    if cursor.last_attempt - cursor.failing_since >= OUTAGE_AT_MOST:
        return cursor
    return replace(cursor, next_due=min(cursor.next_due, cursor.last_attempt + timedelta(seconds=interval_s)))


def is_silent(cursor: FeedCursor, now: datetime) -> bool:
    """Whether it has brought nothing for longer than three times its usual gap, and for a day at least."""
    if cursor.last_new is None:
        return False
    norm = timedelta(seconds=3 * cursor.usual_gap_s) if cursor.usual_gap_s else SILENT_UNKNOWN
    return now - cursor.last_new > max(norm, SILENT_AT_LEAST)


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that a Retry-After asks for, 0..24 h: a number, or a date read against the server's own clock.

    None where it says nothing that can be obeyed.
    """
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        seconds = float(value)
        return min(seconds, RETRY_CAP_S) if seconds >= 0 else None  # NaN compares false
    except ValueError:
        pass
    moment = _http_date(value)
    if moment is None:
        return None
    base = _http_date(headers.get("date", "")) or now
    return min(max(0.0, (moment - base).total_seconds()), RETRY_CAP_S)


def cache_hint_s(headers: Mapping[str, str], ttl_s: float | None) -> float | None:
    """How long the answer says it stays fresh: the longest of Cache-Control, Expires and the feed's own ttl."""
    hints = [ttl_s] if ttl_s and ttl_s > 0 else []
    for part in headers.get("cache-control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.strip('" ').isdigit():
            hints.append(float(value.strip('" ')[:12]) - _age(headers))
            break
    else:
        expires, date = _http_date(headers.get("expires", "")), _http_date(headers.get("date", ""))
        if expires and date:
            hints.append((expires - date).total_seconds())
    longest = max(hints, default=0.0)
    return min(longest, HINT_CAP_S) if longest > 0 else None


def _age(headers: Mapping[str, str]) -> float:
    value = headers.get("age", "").strip()
    return float(value[:12]) if value.isdigit() else 0.0


def _http_date(value: str) -> datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(value.strip())
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _wait(cursor: FeedCursor, interval_s: float, hint_s: float | None) -> float:
    """A feed that changes twice a day need not be asked every five minutes; half an hour is the most."""
    adaptive = min((cursor.usual_gap_s or 0.0) / 10, max(ADAPTIVE_CAP_S, interval_s))
    return max(interval_s, adaptive, hint_s or 0.0)


def _usual_gap(cursor: FeedCursor, answer: Answer) -> float | None:
    """How far apart new things come: first from the dates of the entries, then from what is seen."""
    if cursor.usual_gap_s is None or not cursor.imported:
        gaps = sorted(gap for gap in answer.gaps_s if gap > 0)
        return gaps[len(gaps) // 2] if len(gaps) >= 3 else cursor.usual_gap_s
    if answer.new and cursor.last_new is not None:
        seen = max(0.0, (answer.at - cursor.last_new).total_seconds()) / answer.new
        return cursor.usual_gap_s * 0.9 + seen * 0.1
    return cursor.usual_gap_s


def _moving(cursor: FeedCursor, answer: Answer) -> Verdict:
    """A permanent move is adopted after a week of steady sightings at a valid feed."""
    target = answer.moved_to
    if not target or target == cursor.address:
        return replace(cursor, moved_to=None, moved_since=None, moved_seen=0), ()
    if target != cursor.moved_to or cursor.moved_since is None or not answer.changed:
        if target != cursor.moved_to:
            return replace(cursor, moved_to=target, moved_since=answer.at, moved_seen=1), ()
        return replace(cursor, moved_seen=cursor.moved_seen + 1), ()
    seen = cursor.moved_seen + 1
    if seen < STEADY_SIGHTINGS or answer.at - cursor.moved_since < STEADY:
        return replace(cursor, moved_seen=seen), ()
    text = f"{cursor.name} has moved from {cursor.address} to {target} for good; asked there from now on"
    moved = replace(
        cursor,
        address=target,
        host=(urlsplit(target).hostname or "").lower(),
        moved_to=None,
        moved_since=None,
        moved_seen=0,
    )
    return moved, (_notice(cursor, "moved", text, answer.at),)


def _notice(cursor: FeedCursor, kind: str, text: str, at: datetime) -> SourceNotice:
    return SourceNotice(source=cursor.name, kind=kind, text=text, at=at)


def _span(length: timedelta) -> str:
    """'3 h', '2 days': near enough for a person."""
    hours = length.total_seconds() / 3600
    if hours < 1:
        return f"{max(1, round(hours * 60))} min"
    return f"{round(hours)} h" if hours < 48 else f"{round(hours / 24)} days"
