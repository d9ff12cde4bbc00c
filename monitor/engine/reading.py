"""Pages of hostile HTML are read in a worker before they reach the flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.articles import page
from monitor.sources.worker import Worker, WorkerFailed
from monitor.types import Item


def with_pages(items: Sequence[Item], worker: Worker) -> list[Item]:
    """The items, those that are only a page given the text and fields found in it; the page itself stays with them.

    A page that cannot be read in time loses its markup, so that nothing after this tries again without the worker's
    limits; its item then gives no article, and says so.
    """
    return [_read(item, worker) if item.html.strip() and not item.text.strip() else item for item in items]


def _read(item: Item, worker: Worker) -> Item:
    try:
        # a function of a small module: its process must not load the whole engine
        one = worker.run(page.read, item.html)
    except WorkerFailed:
        if worker.closed:
            raise
        return replace(item, html="")
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
