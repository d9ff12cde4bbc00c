"""How long each view takes on the server, over a large store.

    python -m scripts.bench_web [--db FILE] [--incidents 100000] [--articles 1000000] [--rounds 100]

Makes the store in a temporary folder (about half a gigabyte at the default size) or takes FILE, asks every view in turn
and prints median and 99th percentile in milliseconds, and the median of the processor time, which the rest of the
machine has no part in. What is kept between views for half a minute is made anew at every tenth asking. Nothing is sent
over a socket: the figure is the application's own.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.testclient import TestClient

from monitor.store import Store
from monitor.store.packing import pack
from monitor.taxonomy import TYPES
from monitor.types import Count, Event, Grade, Incident, Modality, Party, Place, Role, Term, When
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.site import Site

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
COUNTRIES = ("UA", "RU", "IL", "PS", "LB", "SY", "IQ", "IR", "YE", "SD", "ML", "MM", "CD", "SO", "AF", "PK", "IN")


def fill(store: Store, articles: int, incidents: int) -> None:
    """Articles over 30 days, incidents over three years, a third of them in the last 90 days."""
    chance = random.Random(7)
    store.migrate()
    names = list(TYPES)
    with store.transaction():
        store.executemany(
            "INSERT INTO article (seq, id, digest, source, key, title, language, received, verdict, signature) "
            "VALUES (?, ?, ?, 'feed', ?, 'A title of usual length for a news article', 'en', ?, ?, x'')",
            (
                (
                    n,
                    f"a{n}",
                    f"{n:032x}",
                    f"k{n}",
                    (NOW - timedelta(seconds=2.6 * n)).isoformat(timespec="seconds"),
                    "irrelevant" if n % 10 else "attached",
                )
                for n in range(1, articles + 1)
            ),
        )
    with store.transaction():
        for n in range(1, incidents + 1):
            days = chance.random() * (90 if n % 3 == 0 else 1000)
            at = NOW - timedelta(days=days)
            kind = TYPES[chance.choice(names)]
            country = chance.choice(COUNTRIES)
            town = f"Town {chance.randrange(3000)}"
            lat, lon = chance.uniform(-30, 60), chance.uniform(-20, 120)
            severity = round(min(10.0, kind.base + chance.random() * 2), 1)
            place = Place(name=town, as_written=town, precision="town", country=country, lat=lat, lon=lon)
            whole = Incident(
                id=f"{at.date()}-{n}",
                version=1,
                type=kind.name,
                family=kind.family,
                modality=Modality.OCCURRED,
                grade=Grade.REPORTED,
                headline=f"{kind.label} at {town} kills {n % 40}",
                when=When(date=at.date()),
                place=place,
                actors=(Party(name=f"Group {n % 300}", kind="group"),),
                killed=Count(low=n % 40, best=n % 40, high=n % 40),
                severity=severity,
                severity_terms=(Term(name=kind.label, points=kind.base),),
                independent=1 + n % 4,
                first_report=at,
                last_change=at,
            )
            stamp = at.isoformat(timespec="seconds")
            store.execute(
                "INSERT INTO incident (seq, id, version, token, type, family, modality, grade, state, severity, "
                "headline, country, place, lat, lon, date, first_report, last_change, reports, independent, value) "
                "VALUES (?, ?, 1, ?, ?, ?, 'occurred', 'reported', 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                (n, whole.id, n, kind.name, kind.family, severity, whole.headline, country, town, lat, lon,
                 at.date().isoformat(), stamp, stamp, whole.independent, pack(whole)),
            )  # fmt: skip
            event = Event(id=f"a{n}#0", article_id=f"a{n}", type=kind.name, modality=Modality.OCCURRED, role=Role.MAIN)
            store.execute(
                "INSERT INTO event (id, article_seq, n, type, role, incident_id, verdict, value, decision) "
                "VALUES (?, ?, 0, ?, 'main', ?, 'new', ?, x'')",
                (event.id, n, kind.name, whole.id, pack(event)),
            )
            store.execute("INSERT INTO incident_event VALUES (?, 0, ?)", (n, event.id))
            store.execute(
                "INSERT INTO incident_search (rowid, headline, place, actors, sources, titles) VALUES (?,?,?,?,?,?)",
                (n, whole.headline, town, f"Group {n % 300}", f"Outlet {n % 50}", whole.headline),
            )


VIEWS = (
    "/",
    "/?since=90d&severity=8",
    "/?since=all&country=UA&page=10",
    "/?since=all&q=missile+town",
    "/?since=all&actor=Group+17",
    "/?since=all&source=Outlet+7&family=strike",
    "/?since=all&state=dismissed",
    "/incidents/ID",
    "/regions",
    "/regions/UA",
    "/sources",
    "/deliveries",
    "/digests",
    "/rules",
    "/incidents.geojson?since=90d",
    "/feed.atom",
    "/feed.json",
    "/incidents.csv?since=all",
    "/api/v1/incidents",
    "/api/v1/incidents/ID",
    "/metrics",
)


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--db", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.db or Path(folder) / "bench.db"
        with Store(path) as store:
            if asked.db is None:
                print(f"filling {asked.articles:,} articles, {asked.incidents:,} incidents ...", flush=True)
                fill(store, asked.articles, asked.incidents)
        with Store(path, read_only=True) as reader:
            site = Site(store=reader, sessions=Sessions(None), clock=lambda: NOW)
            client = TestClient(build(site, Access(port=80)), base_url="http://localhost")
            client.get("/metrics")  # counts all articles once, and from then on those that came since
            known = client.get("/api/v1/incidents?since=all").json()["incidents"][0]["id"]
            print(f"{'view':44} {'median ms':>10} {'p99 ms':>8} {'processor ms':>13}")
            for view in VIEWS:
                taken, worked = [], []
                for n in range(asked.rounds):
                    if n % 10 == 0:
                        site._kept.clear()
                    began, before = time.perf_counter(), time.process_time()
                    answer = client.get(view.replace("ID", known))
                    taken.append(1000 * (time.perf_counter() - began))
                    worked.append(1000 * (time.process_time() - before))
                    assert answer.status_code == 200, (view, answer.status_code)
                taken.sort()
                p99 = taken[min(len(taken) - 1, int(len(taken) * 0.99))]
                print(
                    f"{view:44} {statistics.median(taken):10.1f} {p99:8.1f} {statistics.median(worked):13.1f}",
                    flush=True,
                )
            print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
