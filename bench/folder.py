"""A burst of files into the folder: none missed, in what time and memory; and from file at rest to stored incident.

    python -m bench.folder [--files 200000] [--single 200] [--plain]

With --plain nothing is read in the articles, which leaves what the folder itself costs.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

import structlog

from monitor.engine.local import Local
from monitor.engine.poller import Poller
from monitor.flow import build_flow
from monitor.sources import FolderOptions
from monitor.store import Store
from monitor.types import Reading

PLACES = ("Kyiv", "Kharkiv", "Odesa", "Erbil", "Baghdad", "Damascus", "Aleppo", "Beirut", "Gaza City", "Haifa")


def text(number: int) -> str:
    """A short report; each is another story."""
    place = PLACES[number % len(PLACES)]
    return (
        f"Drone strike number {number} reported near {place}\n\nA drone hit a depot near {place} on Sunday, officials "
        f"said. {number % 7} people were killed and {number % 11} wounded in incident {number}, the governor said."
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=200_000)
    options.add_argument("--single", type=int, default=200)
    options.add_argument("--plain", action="store_true")
    given = options.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    flow = build_flow()
    if given.plain:
        flow = replace(flow, read=lambda article: Reading(article_id=article.id), steps=None)
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder) / "inbox"
        inbox.mkdir()
        with Store(Path(folder) / "bench.db") as store:
            store.migrate()
            poller = Poller(store=store, engine=Local(flow=flow, store=store), folders=[FolderOptions(path=str(inbox))])
            poller.start()
            stored = 0
            waits: list[float] = []
            for number in range(given.single):
                (inbox / f"single{number}.txt").write_text(text(-1 - number))
                began = time.monotonic()
                while stored <= number:
                    stored = store.execute("SELECT count(*) FROM article").fetchone()[0]
                    time.sleep(0.005)
                waits.append(time.monotonic() - began - 2.0)
            if len(waits) > 1:
                cut = quantiles(waits, n=100, method="inclusive")[98]
                print(
                    f"at rest to stored, {len(waits)} files: median {median(waits):.2f} s, p99 {cut:.2f} s", flush=True
                )
            began = time.monotonic()
            for number in range(given.files):
                (inbox / f"{number}.txt").write_text(text(number))
            written = time.monotonic() - began
            wanted = given.files + given.single
            while (stored := store.execute("SELECT count(*) FROM file").fetchone()[0]) < wanted:
                time.sleep(1)
            whole = time.monotonic() - began
            articles = store.execute("SELECT count(*) FROM article").fetchone()[0]
            poller.stop()
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{given.files:,} files written in {written:.0f} s, all in after {whole:.0f} s "
                f"({given.files / whole:,.0f} a second); {wanted - articles} missing; memory {memory:.0f} MB at most"
            )


if __name__ == "__main__":
    main()
