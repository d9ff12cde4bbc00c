"""How long an alert takes from the stored incident to the channel, at a steady rate of articles.

    python -m bench.latency [--articles 600] [--rate 5]

Articles are read, matched and stored by the product's own flow in one thread, as the daemon does; a courier with its
own threads tells a webhook on loopback. Counted is the time from the end of the transaction to the arrival of the
request. The first alert also starts the sending process and is told apart. What is heavy is imported inside: a sending
process loads the main module too, and that of the daemon is light.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.types import Item

TOWNS = (
    "Kharkiv Odesa Mykolaiv Kherson Zaporizhzhia Dnipro Sumy Chernihiv Poltava Nikopol Kramatorsk Izium Kupiansk "
    "Erbil Mosul Aleppo Idlib Homs Latakia Hodeidah Marib Taiz Khartoum Omdurman Goma Mogadishu Kabul Kandahar "
    "Peshawar Quetta"
).split()
FIRST = datetime(2024, 3, 1, 12, tzinfo=UTC)


def article(number: int) -> Item:
    """One act nobody else tells of: a town and a day of its own."""
    from monitor.types import Item

    town, day = TOWNS[number % len(TOWNS)], FIRST + timedelta(days=number // len(TOWNS))
    killed = 2 + number % 7
    dice = random.Random(number)  # words of its own, or it would be a copy of the one before
    rest = " ".join("".join(dice.choices("aeioubdfgklmnprstv", k=7)) for _ in range(60))
    return Item(
        source="bench",
        key=str(number),
        subject=str(number),
        received=datetime.now(UTC),
        title=f"Drone strike on {town} kills {killed}",
        text=f"A drone strike on {town} killed {killed} people on {day.day} {day:%B %Y}, officials said.\n\n{rest}.",
        outlet=f"Paper {number}",
        published=day,
        published_precision="minute",
    )


class Sink:
    """A webhook that notes when each incident arrived."""

    def __init__(self) -> None:
        self.arrived: dict[str, float] = {}
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                at = time.monotonic()
                for one in json.loads(self.rfile.read(int(self.headers["Content-Length"])))["incidents"]:
                    sink.arrived.setdefault(one["incident"], at)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                """Nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def after(self, stored: Mapping[str, float]) -> list[float]:
        """Milliseconds from stored to arrived, in order of length."""
        return sorted((self.arrived[ident] - at) * 1000 for ident, at in stored.items() if ident in self.arrived)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/"


def main() -> None:
    """Run and print median, p99 and worst."""
    from monitor import config as configuration
    from monitor.engine.courier import Courier
    from monitor.flow import build_flow
    from monitor.pipeline import ingest
    from monitor.store import Store
    from monitor.types import Verdict

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rate", type=float, default=5.0)
    options = parser.parse_args()
    sink = Sink()
    config = configuration.parse(
        f"channels:\n  hook: {{kind: webhook, url: '{sink.url}', private: true}}\nrecipients:\n"
        "  - {name: desk, channels: [hook], at_once: 5, digest: [], per_hour: 100000, group_after: 100000}\n",
        path="bench.yaml",
    )
    flow = build_flow(config)
    stored: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "bench.db") as store:
        store.migrate()
        courier = Courier(store, config)
        courier.start()

        def take(number: int) -> None:
            result = ingest(article(number), flow, store, datetime.now(UTC), policy=config.policy)
            done = time.monotonic()
            courier.wake()
            opened = [one for one in result.decisions if one.verdict in (Verdict.NEW, Verdict.POSSIBLE)]
            stored.update({one.incident_id: done for one in opened if one.incident_id})

        def settle() -> None:
            end = time.monotonic() + 20
            while time.monotonic() < end and not stored.keys() <= sink.arrived.keys():
                time.sleep(0.05)

        take(0)
        settle()
        (first,) = stored
        print(f"the first, with the start of the sending process: {sink.after(stored)[0]:.0f} ms")
        stored.pop(first)
        begin = time.monotonic()
        for number in range(1, options.articles + 1):
            time.sleep(max(0.0, begin + number / options.rate - time.monotonic()))
            take(number)
        took = time.monotonic() - begin
        settle()
        courier.stop()
    waits = sink.after(stored)
    at = {share: waits[min(len(waits) - 1, int(share * len(waits)))] for share in (0.5, 0.99)}
    print(
        f"{options.articles} articles in {took:.0f} s, {len(stored)} incidents, {len(waits)} told at once\n"
        f"stored to handed over: median {at[0.5]:.0f} ms, p99 {at[0.99]:.0f} ms, worst {waits[-1]:.0f} ms"
    )
    sink.server.shutdown()


if __name__ == "__main__":
    main()
