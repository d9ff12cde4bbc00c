"""One poll of one feed: ask, read, find what is new, hand it to the engine with the mark of where it was left."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit

import structlog

from monitor.engine import Engine
from monitor.engine.reading import with_pages
from monitor.errors import SourceError, Unreachable
from monitor.sources import FeedOptions, Refusal, entries, health
from monitor.sources.feeds import Feed, parse_feed
from monitor.sources.health import Answer, Trouble
from monitor.sources.http import Credentials, Fetcher, Response
from monitor.sources.pages import TEASER_CHARS, Pages
from monitor.sources.worker import Worker, WorkerFailed
from monitor.store import Store, cursors
from monitor.types import EntryMark, FeedCursor, Item, SourceNotice, SourceState

log = structlog.get_logger(__name__)

#: the name under which an outage of most feeds at once is told
NETWORK = "network"
#: pages fetched in one poll of a feed, and for how long
PAGES_EACH = 25
PAGES_S = 60.0
OUTAGE_FROM = 3  #: feeds; with fewer, each is told by itself

_STATUS = {
    401: "it asks for a login (401)",
    403: "it refuses us (403)",
    404: "not found (404)",
    408: "its time ran out (408)",
    410: "gone for good, it says (410)",
    429: "it asks us to slow down (429)",
    503: "out of service (503)",
}


class FeedPoll:
    """Polls feeds; may be used from many threads, one feed in each."""

    def __init__(
        self, store: Store, engine: Engine, worker: Worker, fetcher: Fetcher, now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._engine = engine
        self._worker = worker
        self._fetcher = fetcher
        self._now = now
        self._outage: bool | None = None
        self._pages = Pages(fetcher)

    def run(self, cursor: FeedCursor, options: FeedOptions) -> tuple[int, bool]:
        """(items taken in, whether the feed answered). What went wrong with the feed is recorded, not raised."""
        asked = health.conditional(cursor, self._now())
        try:
            response = self._fetcher.fetch(
                cursor.address,
                source=cursor.name,
                headers=asked,
                credentials=_credentials(cursor, options),
            )
        except Unreachable as error:
            if self._fetcher.stopped:
                raise  # it is we who are stopping, not the feed that failed
            return self._failed(cursor, options, str(error), unreachable=True)
        except SourceError as error:
            return self._failed(cursor, options, str(error), lasting=True)
        now = self._now()
        if response.partial and self._fetcher.stopped:
            raise Unreachable("stopping", source=cursor.name, subject=cursor.address)
        if response.status == 304 and asked:
            answer = Answer(at=now, changed=False, moved_to=response.moved_to, hint_s=_hint(response, None))
            return self._stored(cursor, options, answer, (), ())
        if response.status != 200:
            reason = _STATUS.get(response.status, f"answer {response.status}")
            if response.status == 304:
                reason = "it says 'not changed' (304) to a first question"
            wait = health.retry_after_s(response.headers, now) if response.status in {429, 503, 301, 302} else None
            return self._failed(cursor, options, reason, status=response.status, retry_after_s=wait)
        try:
            feed = self._worker.run(
                parse_feed,
                response.body,
                url=response.url,
                now=now,
                content_type=response.headers.get("content-type", ""),
                partial=response.partial,
            )
        except WorkerFailed as error:
            if self._worker.closed:
                raise  # it is we who are stopping, not the feed that failed
            return self._failed(cursor, options, error.reason)
        if isinstance(feed, Refusal):
            return self._failed(cursor, options, feed.reason)
        if not feed.drafts and not feed.whole:
            why = response.trouble or "the body broke off"
            return self._failed(cursor, options, f"{why}, and no whole entry was in it")
        return self._news(cursor, options, response, feed, now)

    def _news(
        self, cursor: FeedCursor, options: FeedOptions, response: Response, feed: Feed, now: datetime
    ) -> tuple[int, bool]:
        found = entries.candidates(feed.drafts)
        marks = cursors.entries(
            self._store,
            cursor.name,
            keys=[key for one in found for key in entries.keys(one)],
            links=[one.link for one in found],
            titles=[one.title for one in found],
        )
        news = entries.news(found, marks, feed=cursor.name, now=now)
        # oldest first, as they happened; undated ones in the order of the feed, which is newest first
        newest_last = tuple(reversed(news.arrivals))
        arrivals = sorted(newest_last, key=lambda one: one.draft.published or now)
        first = not cursor.imported and options.quiet_first
        items = [
            one.draft.item(
                source=cursor.name,
                key=one.mark.key,
                subject=one.draft.url or cursor.address,
                received=now,
                outlet=options.outlet or feed.title or None,
                tags=(*options.tags, *((f"region:{options.region}",) if options.region else ())),
                trust=options.trust,
                quiet=first and health.before_us(cursor, one.draft.published, one.draft.published_precision, now),
            )
            for one in arrivals
        ]
        if options.full_text:
            items = self._whole(items)
        lost = "; ".join(feed.lost)
        if lost and lost != cursor.lost:
            log.warning("feed not read in full", feed=cursor.name, reason=lost)
        dates = sorted({draft.published for draft in feed.drafts[:40] if draft.published}, reverse=True)[:20]
        answer = Answer(
            at=now,
            entries=len(feed.drafts),
            new=sum(1 for one in arrivals if not one.revision),
            title=feed.title,
            etag=response.headers.get("etag"),
            last_modified=response.headers.get("last-modified"),
            whole=feed.whole and not response.partial,
            hint_s=_hint(response, feed.ttl_s),
            moved_to=response.moved_to,
            lost=lost,
            gaps_s=[(later - earlier).total_seconds() for later, earlier in pairwise(dates)],
        )
        remembered = [*news.seen, *(one.mark for one in arrivals)]
        return self._stored(cursor, options, answer, items, remembered)

    def _whole(self, items: Sequence[Item]) -> list[Item]:
        """Teasers replaced by the text of their page, the page kept beside it; where that fails the teaser stands."""
        done: list[Item] = []
        until = time.monotonic() + PAGES_S
        fetched = 0
        for item in items:
            got = None
            teaser = len(item.text) < TEASER_CHARS and item.url is not None and not item.quiet
            if teaser and fetched < PAGES_EACH and time.monotonic() < until:
                fetched += 1
                got = self._pages.fetch(item.url or "", source=item.source)
            if not got:
                done.append(item)
                continue
            (page,) = with_pages([replace(item, text="", html=got)], self._worker)
            done.append(replace(page, title=item.title or page.title) if len(page.text) > len(item.text) else item)
        return done

    def _stored(
        self,
        cursor: FeedCursor,
        options: FeedOptions,
        answer: Answer,
        items: Sequence[Item],
        marks: Sequence[EntryMark],
    ) -> tuple[int, bool]:
        after, notices = health.answered(cursor, answer, interval_s=options.interval_s, dice=random.random())  # noqa: S311
        older = sum(item.quiet for item in items)
        if older:
            text = f"{cursor.name} is new: {older} older entries stored, nobody alerted"
            notices = (*notices, SourceNotice(source=cursor.name, kind="imported", text=text, at=answer.at))

        def remember(store: Store) -> None:
            cursors.save_entries(store, marks)
            self.keep(cursor, after)
            cursors.save_notices(store, [*notices, *self._back(answer.at)])

        # an entry that gives no article is recorded as such by the engine, and not tried again until it is edited
        self._engine.take(items, remember=remember)
        return len(items), True

    def _failed(
        self,
        cursor: FeedCursor,
        options: FeedOptions,
        reason: str,
        *,
        status: int | None = None,
        retry_after_s: float | None = None,
        lasting: bool = False,
        unreachable: bool = False,
    ) -> tuple[int, bool]:
        trouble = Trouble(at=self._now(), reason=reason, status=status, retry_after_s=retry_after_s, lasting=lasting)
        after, notices = health.failed(cursor, trouble, interval_s=options.interval_s, dice=random.random())  # noqa: S311
        with self._store.transaction():
            told, held = self._together(notices)
            if unreachable and self._out():
                after = health.through_an_outage(after, interval_s=options.interval_s)
            self.keep(cursor, replace(after, told=False) if held else after)
            cursors.save_notices(self._store, told)
        return 0, False

    def keep(self, before: FeedCursor, after: FeedCursor) -> None:
        """Saves the cursor; but where the operator paused or removed the feed meanwhile, or gave it another address,
        that stands."""
        now = cursors.feed(self._store, before.name)
        if now is not None and now.url != before.url:
            return
        if now is not None and now.state != before.state and now.state in {SourceState.PAUSED, SourceState.REMOVED}:
            after = replace(after, state=now.state)
        cursors.save_feed(self._store, after)

    def _together(self, notices: Sequence[SourceNotice]) -> tuple[list[SourceNotice], bool]:
        """The notices of a failure, and whether its own was held back: where most feeds fail together it is the
        network, and that is told once for all. A feed that still fails afterwards is told then."""
        if not any(each.kind == "failing" for each in notices):
            return list(notices), False
        if self._out():
            return [each for each in notices if each.kind != "failing"], True
        total, failing = self._failing()
        if total < OUTAGE_FROM or failing * 2 <= total:
            return list(notices), False
        self._outage = True
        text = f"{failing} of {total} feeds do not answer; the network here may be down ({notices[-1].text})"
        others = [each for each in notices if each.kind != "failing"]
        return [*others, SourceNotice(source=NETWORK, kind="failing", text=text, at=notices[-1].at)], True

    def _back(self, at: datetime) -> list[SourceNotice]:
        """That the network is back, once most feeds answer again."""
        if not self._out():
            return []
        total, failing = self._failing()
        if failing * 2 > total:
            return []
        self._outage = False
        text = f"feeds answer again: {total - failing} of {total}"
        return [SourceNotice(source=NETWORK, kind="recovered", text=text, at=at)]

    def _out(self) -> bool:
        if self._outage is None:
            self._outage = cursors.last_notice(self._store, NETWORK) == "failing"
        return self._outage

    def _failing(self) -> tuple[int, int]:
        """(feeds in all, those failing)."""
        counts = cursors.counts(self._store)
        return sum(counts.values()), counts.get(SourceState.FAILING, 0)


def _credentials(cursor: FeedCursor, options: FeedOptions) -> Credentials | None:
    """What it is asked with; not at an address on another host than the operator gave."""
    if options.username is None and options.token is None:
        return None
    here, given = urlsplit(cursor.address), urlsplit(options.url)
    if (here.scheme, here.hostname, here.port) != (given.scheme, given.hostname, given.port):
        return None
    return Credentials(username=options.username, password=options.password, token=options.token)


def _hint(response: Response, ttl_s: float | None) -> float | None:
    return health.cache_hint_s(response.headers, ttl_s)
