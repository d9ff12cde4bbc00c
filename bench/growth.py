"""What one more event costs as the store grows: look-up of candidates, and writing.

    python -m bench.growth 10000 100000

Incidents are made up over ten years, 4,000 places and all types; keys are those a matcher gives: place, cell, country
with family. Processor time, medians and 99th percentiles in microseconds, on warm and on cold memory of decoded
incidents.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from monitor.store import Store, articles, blocks, incidents
from monitor.taxonomy import TYPES
from monitor.types import (
    Article,
    Decision,
    Event,
    Grade,
    Incident,
    Item,
    Modality,
    Party,
    Place,
    Reading,
    Role,
    Verdict,
    When,
)

FIRST = date(2015, 1, 1)
DAYS = 3650
ALL = list(TYPES)


def event(number: int, chance: random.Random) -> Event:
    place = (
        chance.randrange(4000) if chance.random() < 0.5 else chance.randrange(40)
    )  # half of the news is of few places
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    kind = chance.choice(ALL)
    return Event(
        id=f"a{number}#0",
        article_id=f"a{number}",
        type=kind,
        modality=Modality.OCCURRED,
        role=Role.MAIN,
        when=When(date=day),
        place=Place(
            name=f"Town {place}",
            as_written=f"Town {place}",
            precision="town",
            country=f"{place % 60:02d}",
            lat=place % 180 - 90.0,
            lon=place % 360 - 180.0,
            key=str(place),
        ),
        actors=(Party(name=f"Group {place % 97}"),),
        headline=f"{TYPES[kind].label} at Town {place}",
        keywords=tuple(f"word{chance.randrange(20000)}" for _ in range(12)),
        published=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        outlet=f"Outlet {number % 300}",
    )


def block(event: Event) -> tuple[str, ...]:
    assert event.place is not None
    family = TYPES[event.type].family
    return (
        f"place:{event.place.key}",
        f"cell:{event.place.lat}:{event.place.lon}",
        f"country:{event.place.country}:{family}",
        f"country:{event.place.country}:{event.type}",
        f"actor:{event.actors[0].name}:{family}",
    )


def incident(event: Event) -> Incident:
    return Incident(
        id=f"i{event.article_id}",
        version=1,
        type=event.type,
        family=TYPES[event.type].family,
        modality=event.modality,
        grade=Grade.REPORTED,
        headline=event.headline,
        when=event.when,
        place=event.place,
        actors=event.actors,
        severity=5.0,
        events=(event,),
        independent=1,
        first_report=event.published,
        last_change=event.published,
    )


def grow(store: Store, start: int, until: int, chance: random.Random) -> Iterator[float]:
    """Seconds that each incident took to write."""
    number = start
    while number < until:
        with store.transaction():
            for each in range(number, min(number + 500, until)):
                made = event(each, chance)
                began = time.thread_time()
                article = Article(
                    id=made.article_id,
                    source="bench",
                    subject="",
                    title=made.headline,
                    text="A text of some length. " * 80,
                    language="en",
                    outlet=made.outlet,
                    publisher=None,
                    wire=None,
                    url=None,
                    published=made.published,
                    published_precision="minute",
                    published_inferred=False,
                    received=made.published or datetime.now(UTC),
                    digest=f"{each:032x}",
                    signature=chance.randbytes(256),
                )
                item = Item(source="bench", key=article.id, subject="", received=article.received, text=article.text)
                seq = articles.write(store, item, article, Reading(article_id=article.id), verdict=Verdict.NEW)
                made = replace(made, signature=article.signature)
                decided = Decision(verdict=Verdict.NEW, event=made, incident_id=f"i{made.article_id}")
                incidents.write_decision(store, seq, 0, decided)
                incidents.write(store, incident(made), block)
                yield time.thread_time() - began
            number += 500


def looked_up(store: Store, chance: random.Random, rounds: int) -> tuple[list[float], float]:
    """Seconds of each look-up, and how many candidates there were on the average."""
    took, found = [], 0
    for number in range(rounds):
        made = event(number, chance)
        began = time.thread_time()
        found += len(blocks.candidates(store, block(made), made))
        took.append(time.thread_time() - began)
    return took, found / rounds


def told(name: str, took: list[float]) -> str:
    return f"{name} {median(took) * 1e6:7.0f} us, p99 {quantiles(took, n=100)[98] * 1e6:7.0f} us"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], help="incidents in the store")
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "growth.db") as store:
        store.migrate()
        have = 0
        for size in sizes:
            wrote = list(grow(store, have, size, random.Random(size)))
            have = size
            took, found = looked_up(store, random.Random(7), 2000)
            again, _ = looked_up(store, random.Random(7), 2000)
            volume = Path(store.path).stat().st_size + store.wal_bytes()
            print(
                f"{size:>9,} stored, {volume / size / 1024:.1f} kB each: {told('write', wrote)}; "
                f"{told('look-up cold', took)}; {told('warm', again)}; {found:.0f} candidates",
                flush=True,
            )


if __name__ == "__main__":
    main()
