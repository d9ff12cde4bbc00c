"""How many feeds one core can hold: rounds over many feeds on loopback, a few of them changed each time.

    python -m bench.feeds [--feeds 10000] [--rounds 3] [--changed 0.05]

The server runs in a process of its own and is not counted; nor is reading the articles, which `bench.throughput`
measures. Counted are the main process and the reader processes.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path

import structlog

from monitor.engine.poller import Poller
from monitor.pipeline import Result
from monitor.sources import FeedOptions, HttpOptions
from monitor.store import Store
from monitor.types import Item

INTERVAL_S = 300.0
ENTRIES = 20


class Nothing:
    """An engine that takes everything and reads nothing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.items = 0

    def take(self, items: Iterable[Item], *, remember: Callable[[Store], None] | None = None) -> tuple[Result, ...]:
        self.items += len(list(items))
        if remember is not None:
            with self.store.transaction():
                remember(self.store)
        return ()


def body(feed: int, version: int) -> bytes:
    """A feed as they are: twenty entries with a teaser each, some 12 KB."""
    teaser = "Officials in the border district said that the situation was calm after a night of shelling. " * 4
    items = "".join(
        f"<item><title>Report {version - n} of feed {feed} from the border district</title>"
        f"<link>https://f{feed}.example/{version - n}</link><guid>f{feed}-{version - n}</guid>"
        f"<description>{teaser}</description></item>"
        for n in range(ENTRIES)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>F{feed}</title>{items}</channel></rss>'.encode()


def serve(pipe: Connection, changed: float) -> None:
    """Answers 304 unless this feed is one of those that change in this round."""
    every = max(1, round(1 / changed))
    asked: dict[int, int] = {}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        feed = int(head.split(" ")[1].rsplit("/", 1)[1])
        count = asked[feed] = asked.get(feed, -1) + 1
        version = 1000 + (count + feed % every) // every
        if f'if-none-match: "{version}"' in head:
            writer.write(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
        else:
            data = body(feed, version)
            writer.write(
                b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/xml\r\n"
                b'ETag: "%d"\r\nContent-Length: %d\r\n\r\n' % (version, len(data))
            )
            writer.write(data)
        await writer.drain()
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=1024)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def spent() -> tuple[float, float]:
    """CPU seconds of this process, and of the processes it started that still live (the server left out)."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    tick = os.sysconf("SC_CLK_TCK")
    parents: dict[int, tuple[int, float]] = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            # with the processes that it started and that have ended: readers are replaced now and then
            parents[int(each.name)] = int(fields[1]), sum(map(int, fields[11:15])) / tick
    family = {os.getpid()}
    for _ in range(4):
        family |= {pid for pid, (parent, _) in parents.items() if parent in family}
    others = family - {os.getpid()} - SERVERS
    return own.ru_utime + own.ru_stime, sum(parents[pid][1] for pid in others if pid in parents)


SERVERS: set[int] = set()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--changed", type=float, default=0.05)
    given = options.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, given.changed), daemon=True)
    server.start()
    SERVERS.add(server.pid or 0)
    port = ours.recv()
    feeds = [
        FeedOptions(url=f"http://127.{1 + n // 62500}.{n // 250 % 250}.{1 + n % 250}:{port}/{n}", name=f"feed {n}")
        for n in range(given.feeds)
    ]
    http = HttpOptions(allow_networks=("127.0.0.0/8",))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "bench.db") as store:
        store.migrate()
        engine = Nothing(store)
        poller = Poller(store=store, engine=engine, feeds=feeds, http=http)
        for number in range(given.rounds + 1):
            before, began = spent(), time.monotonic()
            tally = poller.once(all_feeds=True)
            main_s, readers_s = (after - earlier for after, earlier in zip(spent(), before, strict=True))
            wall = time.monotonic() - began
            whole = main_s + readers_s
            print(
                f"round {number}{' (first reading)' if number == 0 else ''}: {tally.feeds} feeds, "
                f"{tally.failing} failing, {tally.items} new; {wall:.1f} s, "
                f"CPU {main_s:.1f} s main + {readers_s:.1f} s readers = "
                f"{whole / INTERVAL_S:.0%} of a core at {INTERVAL_S / 60:.0f} min; one core could hold "
                f"{given.feeds * INTERVAL_S / whole:,.0f} feeds",
                flush=True,
            )
        poller.close()
        print(f"peak memory of the main process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    server.terminate()


if __name__ == "__main__":
    main()
