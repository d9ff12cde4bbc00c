"""Pages of hostile HTML are read in a worker before they reach the flow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from monitor.articles import page
from monitor.sources.worker import Worker, WorkerFailed
from monitor.types import Item

T = TypeVar("T")

#: how often a reader is given what it dies or is too slow over: once may be the fault of the machine
TRIES = 3


def insist(read: Callable[[], T], *, tries: int = TRIES, beat: Callable[[], None] = lambda: None) -> T:
    """What `read` gives, tried so often where the reader died or took too long; `beat` is called between."""
    for _ in range(tries - 1):
        try:
            return read()
        except WorkerFailed as error:
            if not error.again:
                raise
        beat()
    return read()


def with_pages(
    items: Sequence[Item], worker: Worker, *, tries: int = 1, beat: Callable[[], None] = lambda: None
) -> list[Item]:
    """The items, those that are only a page given the text and fields found in it; the page itself stays with them.

    A page that cannot be read in time loses its markup, so that nothing after this tries again without the worker's
    limits; its item then gives no article, and says so. After one that failed `tries` times the others get one.
    """
    found: list[Item] = []
    for item in items:
        if not item.html.strip() or item.text.strip():
            found.append(item)
            continue
        beat()
        try:
            # a function of a small module: its process must not load the whole engine
            one = insist(partial(worker.run, page.read, item.html), tries=tries, beat=beat)
        except WorkerFailed:
            if worker.closed:
                raise
            tries = 1
            found.append(replace(item, html=""))
            continue
        found.append(_with(item, one))
    return found


def _with(item: Item, one: page.Page) -> Item:
    if not one.text.strip():
        return replace(item, html="", title=item.title or one.title)
    return replace(
        item,
        text=one.text,
        title=item.title or one.title,
        outlet=item.outlet or one.outlet,
        url=item.url or one.url,
        published=item.published or one.published,
        published_precision=item.published_precision if item.published else one.precision,
    )
