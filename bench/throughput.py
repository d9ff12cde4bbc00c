"""What an article costs from text in hand to durable incident and outbox row, by stage, on one core.

    python -m bench.throughput FILE.jsonl... [--repeat N]

FILE holds articles as `monitor replay` takes them. They pass through the product's own Flow into a database on disk, in
the engine's groups, with one recipient who is told everything. With --repeat the same articles are taken again under
other ids and with other words at their end, so that the store is not empty. Processor time, so that a busy
machine does not matter: medians, 99th percentiles and sums.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from monitor.alerts.policy import Policy, Recipient
from monitor.engine.local import GROUP
from monitor.flow import Flow, build_flow
from monitor.pipeline import Prepared, prepare_all, settle
from monitor.sources.dates import read_date
from monitor.store import Store, blocks, incidents
from monitor.types import Item

POLICY = Policy(recipients=(Recipient(name="desk"),))


class Watch:
    """Times of calls, by name."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            began = time.thread_time()
            try:
                return function(*arguments, **more)
            finally:
                self.took[name].append(time.thread_time() - began)

        return call


def items(paths: list[str], repeat: int) -> Iterator[Item]:
    now = datetime.now(UTC)
    for turn in range(repeat):
        for path in paths:
            for line in Path(path).read_text(encoding="utf-8").splitlines():
                article = json.loads(line)
                at, precision = read_date(article.get("published"), now)
                text = article.get("text") or ""
                yield Item(
                    source="bench",
                    key=f"{article['id']}/{turn}",
                    subject=path,
                    received=at or now,
                    title=article.get("title") or "",
                    text=f"{text}\n\nReport number {turn}." if turn else text,
                    outlet=article.get("outlet"),
                    url=f"https://bench.example/{article['id']}/{turn}",
                    published=at,
                    published_precision=precision,
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--repeat", type=int, default=1)
    given = parser.parse_args()

    watch = Watch()
    flow = build_flow()
    flow = Flow(
        extract=watch.timed("extract", flow.extract),
        read=flow.read,
        block=watch.timed("block", flow.block),
        match=watch.timed("match", flow.match),
        steps=flow.steps,
    )
    blocks.candidates = watch.timed("look up", blocks.candidates)
    whole = watch.timed("settle", settle)
    ready = [replace(each) for each in items(given.files, given.repeat)]
    words = median(len(each.text.split()) for each in ready)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "bench.db") as store:
        store.migrate()
        began = time.process_time()
        for start in range(0, len(ready), GROUP):
            commit = time.thread_time()
            prepared = [each for each in prepare_all(ready[start : start + GROUP], flow) if isinstance(each, Prepared)]
            watch.took["prepare, each of a group"].append((time.thread_time() - commit) / len(prepared))
            with store.transaction():
                for each in prepared:
                    whole(each, flow, store, each.item.received, policy=POLICY)
                commit = time.thread_time()
            watch.took["commit of a group"].append(time.thread_time() - commit)
        spent = time.process_time() - began
        size = Path(store.path).stat().st_size
        found = sum(incidents.counts(store).values())
    for name in ("extract", "prepare, each of a group", "block", "look up", "match", "settle", "commit of a group"):
        took = watch.took[name]
        if len(took) > 1:
            print(
                f"{name:24} {len(took):>7,} times, median {median(took) * 1e6:8.0f} us, "
                f"p99 {quantiles(took, n=100)[98] * 1e6:8.0f} us, longest {max(took) * 1e3:7.1f} ms, "
                f"sum {sum(took):7.2f} s"
            )
    print(
        f"{len(ready):,} articles of {words:.0f} words (median), {found:,} incidents: "
        f"{spent / len(ready) * 1e3:.2f} ms of processor time an article, {len(ready) / spent:,.0f} a second; "
        f"{size / len(ready) / 1024:.1f} kB stored each"
    )


if __name__ == "__main__":
    main()
