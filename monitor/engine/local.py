"""One process, any number of source threads, one writer at a time: the default engine.

    source threads ──take──> prepare each, outside the lock ──> settle in groups, one transaction a group
                                                                  └── the last one also keeps where the source was left

A crash between groups leaves the source where it was; what is handed in again is known and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import structlog

from monitor.errors import MonitorError, StoreError
from monitor.flow import Flow
from monitor.pipeline import Prepared, Result, prepare_all, settle
from monitor.store import Store
from monitor.store import articles as kept_articles
from monitor.types import Item, Reading, Verdict, sound

if TYPE_CHECKING:
    from monitor.alerts.policy import Policy

#: articles settled in one transaction: the sync is shared, and others wait for the lock no longer than for these
GROUP = 32

log = structlog.get_logger("monitor.engine")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class Local:
    """Takes items in for one store. Safe to call from several threads."""

    flow: Flow
    store: Store
    policy: Policy | None = None
    accept_all: bool = False
    now: Callable[[], datetime] = _utc_now
    tell: Callable[[Result], None] = field(default=lambda result: None)  #: called after a result is durable

    def take(self, items: Iterable[Item], *, remember: Callable[[Store], None] | None = None) -> tuple[Result, ...]:
        """Take items in; all durable on return, and what `remember` writes with the last of them.

        An item that cannot be read is recorded with its reason and does not stop the others. Raises StoreError where
        the database refuses; then the items of the last group, and what was to be remembered, are not stored.
        """
        results: list[Result] = []
        waiting = iter(items)
        group = self.prepare(islice(waiting, GROUP))
        while group:
            following = self.prepare(islice(waiting, GROUP))
            stored = self._settle(group, remember if not following else None)
            for result in stored:
                self.tell(result)
            results += stored
            group = following
        if not results and remember is not None:
            with self.store.transaction():
                remember(self.store)
        return tuple(results)

    def prepare(self, items: Iterable[Item]) -> list[Prepared | tuple[Item, str]]:
        """Items as far as they are understood without the store, or with the reason why one is not."""
        group = list(items)
        return [
            self._unread(item, made) if isinstance(made, Exception) else made
            for item, made in zip(group, prepare_all(group, self.flow), strict=True)
        ]

    def _unread(self, item: Item, error: Exception) -> tuple[Item, str]:
        if isinstance(error, MonitorError):
            return item, str(error)
        # A bug met by one text: it must be heard of, and must not keep all other news from being read.
        log.error("reading failed", subject=item.subject, source=item.source, exc_info=error)
        return item, f"the reader failed: {error.__class__.__name__}: {error}"

    def _settle(
        self, group: list[Prepared | tuple[Item, str]], remember: Callable[[Store], None] | None
    ) -> list[Result]:
        results = []
        now = self.now()
        with self.store.transaction():
            for each in group:
                results.append(self.settle(each, now))
            if remember is not None:
                remember(self.store)
        return results

    def settle(self, each: Prepared | tuple[Item, str], now: datetime) -> Result:
        """Decide on what was prepared, and write it down."""
        if isinstance(each, tuple):
            return self._failed(each[0], each[1], now)
        try:
            return settle(each, self.flow, self.store, now, policy=self.policy, accept_all=self.accept_all)
        except StoreError:
            raise
        except MonitorError as error:
            return self._failed(each.item, str(error), now)
        except Exception as error:
            if not self.store.writing:  # the database gave up on the whole group
                raise
            log.exception("matching failed", subject=each.item.subject, source=each.item.source)
            return self._failed(each.item, f"matching failed: {error.__class__.__name__}: {error}", now)

    def _failed(self, item: Item, reason: str, now: datetime) -> Result:
        reason = sound(reason)  # it may quote what could not be stored; this must not fail over the same text
        kept_articles.fail(self.store, item, reason, now)
        log.warning("not read", subject=item.subject, source=item.source, reason=reason)
        ident = item.article_id or item.key
        return Result(article_id=ident, verdict=Verdict.FAILED, reading=Reading(article_id=ident, reasons=(reason,)))
