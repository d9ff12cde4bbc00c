"""What deciding on one more event costs as the store grows: keys, look-up of candidates, decision.

    python -m bench.identity 10000 1000000

Incidents are made up over ten years, 6,000 places (half of the news from forty of them), all types, and keywords as
articles have them, with doubts as often as 860 readings had them; they are laid into the store in bulk. New events
are of random days, half of them reports of an incident that is stored. The stores are asked in turn, event by event,
so that a busy machine is busy for all of them. Processor time, medians and 99th percentiles in microseconds.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from monitor.incidents.compat import compatible
from monitor.incidents.match import block, match
from monitor.store import Store, blocks
from monitor.store.packing import pack
from monitor.taxonomy import TYPES
from monitor.types import Context, Count, Event, Incident, Modality, Party, Place, Role, When

FIRST = date(2015, 1, 1)
DAYS = 3650
KINDS = sorted(TYPES)
PATTERNS = 20_000
GROUPS = tuple(f"Group {n}" for n in range(150))


def event(number: int, chance: random.Random, prefix: str = "a") -> Event:
    """One report of something somewhere."""
    spot = chance.randrange(6000) if chance.random() < 0.5 else chance.randrange(40)
    where = random.Random(spot)
    country = f"C{where.randrange(80):02d}"
    lat, lon = where.uniform(-50, 65), where.uniform(-120, 150)
    told = datetime.combine(FIRST + timedelta(days=chance.randrange(DAYS)), datetime.min.time(), UTC)
    told += timedelta(minutes=chance.randrange(1440))
    place = Place(name=f"Town {spot}", as_written=f"Town {spot}", precision=chance.choice(("site", "town", "province")),
                  country=country, region=f"R{where.randrange(12)}", lat=lat, lon=lon, key=f"gaz:{spot}")  # fmt: skip
    by = GROUPS[where.randrange(150)]
    elsewhere = replace(place, name=f"Region of {spot}", precision="province", key=f"gaz:{country}/{spot % 12}")
    other_day = ((told.date() - timedelta(days=1), 0.15),)
    return Event(
        id=f"{prefix}{number}#0",
        article_id=f"{prefix}{number}",
        type=chance.choice(KINDS),
        modality=Modality.OCCURRED,
        role=Role.MAIN,
        when=When(
            date=told.date(),
            inferred=chance.random() < 0.3,
            maybe_on=other_day if chance.random() < 0.38 else (),
        ),
        maybe_type=((chance.choice(KINDS), 0.2),) if chance.random() < 0.23 else (),
        maybe_at=((elsewhere, 0.1),) if chance.random() < 0.57 else (),
        maybe_by=((Party(name="Army", kind="forces", country=country), 0.1),) if chance.random() < 0.68 else (),
        place=place if chance.random() < 0.9 else None,
        actors=(Party(name=by, kind="group", country=country),) if chance.random() < 0.6 else (),
        targets=(Party(name=f"Ship {chance.randrange(9000)}", kind="asset"),) if chance.random() < 0.1 else (),
        weapon_family=chance.choice(("drone", "missile", "bomb", None)),
        killed=Count(best=chance.randrange(30)) if chance.random() < 0.5 else None,
        headline=f"Something at Town {spot}",
        title=f"Something at Town {spot}",
        keywords=tuple(dict.fromkeys(f"w{int(chance.paretovariate(0.5)) % 60000}x" for _ in range(70))),
        confidence=0.8,
        published=told,
        received=told,
        outlet=f"Outlet {number % 300}",
        publisher=f"Outlet {number % 300}",
        url=f"https://example.org/{prefix}/{number}",
        digest=f"{prefix}{number:030x}",
        signature=chance.randbytes(256),
    )


def grow(store: Store, until: int) -> list[Event]:
    """Lay `until` incidents into an empty store; some of their events.

    Some 20,000 are made from nothing, and laid again on other days."""
    chance = random.Random(until)
    patterns = [_pattern(number, chance) for number in range(min(until, PATTERNS))]
    kept: list[Event] = []
    store.execute("DROP INDEX block_incident")  # is not looked up by, and costs a third of the laying
    store.execute("CREATE TEMP TABLE laid (key INTEGER, day INTEGER, seq INTEGER)")
    for start in range(0, until, 5000):
        rows, keys = [], []
        for number in range(start, min(start + 5000, until)):
            opened, hashes = patterns[number] if number < PATTERNS else _moved(chance.choice(patterns), number, chance)
            rows.append(_row(number + 1, replace(opened, id=f"{opened.id}-{number}")))
            (made,) = opened.events
            days = set(blocks.days_of(made))
            keys += [(key, day, number + 1) for key in hashes for day in days]
            if chance.random() < 4000 / until:
                kept.append(made)
        with store.transaction():
            store.executemany(
                "INSERT INTO incident (seq, id, version, token, type, family, modality, grade, state, severity, "
                "headline, reports, independent, value) VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'open', 5.0, '', 1, 1, ?)",
                rows,
            )
            store.executemany("INSERT INTO laid VALUES (?, ?, ?)", keys)
    with store.transaction():
        store.execute(
            "INSERT INTO block (key, day, incident_seq) SELECT DISTINCT key, day, seq FROM laid ORDER BY 1, 2, 3"
        )
    store.execute("DROP TABLE laid")
    return kept


def _pattern(number: int, chance: random.Random) -> tuple[Incident, list[int]]:
    """An incident with the hashes of its keys."""
    made = event(number, chance)
    (opened,) = match((), made, Context(now=made.published or datetime.now(UTC))).changed
    return opened, [blocks.hashed(key) for key in block(made)]


def _moved(pattern: tuple[Incident, list[int]], number: int, chance: random.Random) -> tuple[Incident, list[int]]:
    """The like of it in another article on another day. The first two keys are those of the article."""
    before, hashes = pattern
    (old,) = before.events
    assert old.when is not None
    told = datetime.combine(FIRST + timedelta(days=chance.randrange(DAYS)), datetime.min.time(), UTC)
    when = replace(old.when, date=told.date())
    url, digest = f"https://example.org/a/{number}", f"a{number:030x}"
    made = replace(
        old, id=f"a{number}#0", article_id=f"a{number}", when=when, published=told, received=told, url=url,
        digest=digest, signature=chance.randbytes(256),
    )  # fmt: skip
    opened = replace(
        before, id=f"{told:%Y-%m-%d}-{number}", when=when, events=(made,), first_report=told, last_change=told
    )
    return opened, [blocks.hashed(f"u:{url}"), blocks.hashed(f"d:{digest}"), *hashes[2:]]


def _row(seq: int, incident: Incident) -> tuple[object, ...]:
    return (seq, incident.id, seq, incident.type, incident.family, incident.modality.value, incident.grade.value,
            pack(incident))  # fmt: skip


@dataclass(slots=True)
class Asked:
    """A store of some size, what it is asked, and how long each answer took."""

    store: Store
    events: list[Event]
    took: list[float] = field(default_factory=list)
    deciding: list[float] = field(default_factory=list)
    found: int = 0
    right: int = 0  #: reports of a stored incident whose incident was among the candidates

    def decide(self, number: int) -> None:
        """Ask for the incident of one event."""
        each = self.events[number]
        began = time.thread_time()
        near = blocks.candidates(self.store, block(each), each, fits=lambda kind: compatible(each.type, kind) > 0.0)
        between = time.thread_time()
        match(near, each, Context(now=each.published or datetime.now(UTC)))
        done = time.thread_time()
        self.took.append(done - began)
        self.deciding.append(done - between)
        self.found += len(near)
        self.right += any(other.headline == each.headline and other.when == each.when for other in near)


def told(name: str, took: list[float]) -> str:
    """Median and 99th percentile."""
    return f"{name} {median(took) * 1e6:6.0f} us, p99 {quantiles(took, n=100)[98] * 1e6:6.0f} us"


def asked(folder: Path, size: int) -> Asked:
    """A store of `size` incidents and 2,000 events to ask for, every other one a report of what is stored."""
    store = Store(folder / f"{size}.db")
    store.migrate()
    kept = grow(store, size)
    chance = random.Random(5)
    chance.shuffle(kept)
    again = [
        replace(each, id=f"r{n}#0", article_id=f"r{n}", url=None, digest=f"r{n}", signature=chance.randbytes(256))
        for n, each in enumerate(kept[:1000])
    ]
    new = [event(n, chance, "n") for n in range(len(again))]
    return Asked(store, [each for pair in zip(again, new, strict=True) for each in pair])


def main() -> None:
    """Grow a store to each size, then ask all of them the same way, twice: cold and warm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], help="incidents in the store")
    sizes = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder:
        stores = {size: asked(Path(folder), size) for size in sizes}
        for memory in ("cold", "warm"):
            for each in stores.values():
                each.took, each.deciding, each.found, each.right = [], [], 0, 0
            for number in range(min(len(each.events) for each in stores.values())):
                for each in stores.values():
                    each.decide(number)
            for size, each in stores.items():
                count = len(each.took)
                print(
                    f"{size:>9,} stored, {memory}: {told('all', each.took)}; {told('decision', each.deciding)}; "
                    f"{each.found / count:.1f} candidates, {2 * each.right / count:.3f} of the right ones",
                    flush=True,
                )
            first, last = stores[sizes[0]].took, stores[sizes[-1]].took
            print(f"{memory}: {median(last) / median(first):.2f} times", flush=True)
        for each in stores.values():
            each.store.close()


if __name__ == "__main__":
    main()
