"""How soon a browser shows the page: first paint, and the frame in which the map has 500 markers.

    python -m scripts.bench_paint [--db FILE] [--incidents 100000] [--articles 100000] [--rounds 9]

Drives headless Chromium against the page served on loopback, over a store made as by `bench_web` or over FILE. Beside
the time that passes, which depends on what else the machine does, it prints the processor time that server and browser
took together for one visit.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from monitor.store import Store
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.server import Server
from monitor.web.site import Site
from scripts.bench_web import NOW, fill

MARKERS = 500
_LONGEST_S = 30
#: looks once a frame, from before the page begins; the frame after the markers are there is the one that shows them
WATCH = f"""
const look = () => {{
  if (document.querySelectorAll('#spots .spot').length >= {MARKERS} && document.styleSheets.length) {{
    requestAnimationFrame(() => {{ window.painted = performance.now(); }});
  }} else requestAnimationFrame(look);
}};
requestAnimationFrame(look);
"""
TIMES = """() => ({
  first: performance.getEntriesByType('paint').find((e) => e.name === 'first-contentful-paint')?.startTime,
  markers: window.painted, server: performance.getEntriesByType('navigation')[0].responseEnd,
})"""


def processor_ms() -> float:
    """Processor time of this process and of everything it started, so far."""
    parents: dict[int, tuple[int, float]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
    ours, grew = {os.getpid()}, True
    while grew:
        more = {pid for pid, (parent, _) in parents.items() if parent in ours} - ours
        ours |= more
        grew = bool(more)
    return 1000 * sum(parents[pid][1] for pid in ours if pid in parents) / os.sysconf("SC_CLK_TCK")


def visit(tab: Page, address: str) -> dict[str, float]:
    """One visit, until the markers are painted and the map can be dragged."""
    tab.add_init_script(WATCH)
    before = processor_ms()
    tab.goto(address)
    tab.locator("#map[data-drawn]").wait_for()
    found: dict[str, float] = tab.evaluate(TIMES)
    deadline = time.monotonic() + _LONGEST_S
    while not (found["first"] and found["markers"]):
        if time.monotonic() > deadline:
            shown = tab.locator("#spots .spot").count()
            sys.exit(f"the map shows {shown} of {MARKERS} markers after {_LONGEST_S} s; take more --incidents")
        time.sleep(0.05)
        found = tab.evaluate(TIMES)
    return found | {"processor": processor_ms() - before}


def main() -> None:
    """Fill, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.db or Path(folder) / "bench.db"
        if asked.db is None:
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
            seen = []
            for n in range(asked.rounds + 1):
                tab = browser.new_page(viewport={"width": 1400, "height": 900})
                found = visit(tab, f"http://localhost:{server.port}/?since=90d")
                tab.close()
                if n:  # the first visit starts the browser's own parts
                    seen.append(found)
            browser.close()
            server.stop()
    load = os.getloadavg()[0]
    for name, what in (
        ("server", "page received"),
        ("first", "first contentful paint"),
        ("markers", f"{MARKERS} markers painted"),
        ("processor", "processor time of server and browser, whole visit"),
    ):
        values = [each[name] for each in seen]
        print(f"{what}: median {statistics.median(values):.0f} ms, worst {max(values):.0f} ms")
    print(f"load of the machine: {load:.1f}")


if __name__ == "__main__":
    main()
