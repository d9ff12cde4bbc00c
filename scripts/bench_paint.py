"""How soon a browser shows the page: first paint, and the map with 500 markers.

    python -m scripts.bench_paint [--incidents 100000] [--articles 100000] [--rounds 7]

Drives headless Chromium against the page served on loopback over a store made as by `bench_web`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from monitor.store import Store
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.server import Server
from monitor.web.site import Site
from scripts.bench_web import NOW, fill

PAINT = "performance.getEntriesByType('paint').find((e) => e.name === 'first-contentful-paint').startTime"


def main() -> None:
    """Fill, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with Store(path) as store:
            fill(store, asked.articles, asked.incidents)
        with Store(path, read_only=True) as reader, sync_playwright() as play:
            access = Access(port=0)
            server = Server(build(Site(store=reader, sessions=Sessions(None), clock=lambda: NOW), access))
            access.port = server.port
            server.start()
            browser = play.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
            )
            painted, marked = [], []
            for _ in range(asked.rounds):
                tab = browser.new_page(viewport={"width": 1400, "height": 900})
                began = time.perf_counter()
                tab.goto(f"http://localhost:{server.port}/?since=90d")
                tab.locator("#spots .spot").nth(499).wait_for(state="attached")
                marked.append(1000 * (time.perf_counter() - began))
                painted.append(tab.evaluate(PAINT))
                tab.close()
            browser.close()
            server.stop()
    print(f"first contentful paint: median {statistics.median(painted):.0f} ms, worst {max(painted):.0f} ms")
    print(f"500 markers on the map: median {statistics.median(marked):.0f} ms, worst {max(marked):.0f} ms")


if __name__ == "__main__":
    main()
