"""The corpus of our own: one readable file a case in `tests/cases`, judged by analysts, read by the shipped reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.learned import TypeModel
from monitor.events.places.gazetteer import Gazetteer
from monitor.events.places.where import Atlas
from monitor.taxonomy import TYPES
from monitor.types import Event, Item, Modality, Reading, Role

CASES = Path(__file__).parents[1] / "cases"
DATA = Path(__file__).parents[2] / "monitor" / "data"

#: what a case may say, as `tests/cases/README.md` lists it
KEYS = frozenset(
    """why published main quiet also background alone types modality country place actors killed wounded claimed_by date
    flag separate""".split()
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its file tells it."""

    name: str
    expected: dict[str, str]
    title: str
    text: str


def case_of(path: Path) -> Case:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    expected = dict(line.split(": ", 1) for line in head.strip().splitlines())
    title, _, text = body.partition("\n")
    return Case(name=path.stem, expected=expected, title=title.removeprefix("# "), text=text.strip())


ALL = [case_of(path) for path in sorted(CASES.glob("*.md")) if path.name != "README.md"]


@cache
def reader() -> Reader:
    """The reader as shipped."""
    names = ("places.bin", "sites.tsv", "countries.tsv")
    atlas = Atlas(Gazetteer.from_bytes(*((DATA / name).read_bytes() for name in names)))
    return Reader(atlas, model=TypeModel((DATA / "reading.bin").read_bytes()))


def read(case: Case) -> Reading:
    published = datetime.fromisoformat(case.expected["published"]).replace(tzinfo=UTC)
    item = Item(
        source="cases",
        key=case.name,
        subject=case.name,
        received=published,
        title=case.title,
        text=case.text or case.title,
        published=published,
        published_precision="day",
        article_id=case.name,
    )
    return reader().read(extract(item))


def new(reading: Reading) -> list[Event]:
    return [event for event in reading.events if event.role is not Role.BACKGROUND]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_each_case_reads_as_its_file_says(case: Case) -> None:
    """Every case gives the incidents, modality and fields that its file expects, or stays quiet with a reason."""
    expected = case.expected

    reading = read(case)

    if "quiet" in expected:
        assert not new(reading), [(event.type, event.reasons) for event in new(reading)]
        assert reading.reasons
        return
    mains = [event for event in reading.events if event.role is Role.MAIN]
    assert len(mains) == 1, reading.reasons
    main = mains[0]
    assert main.type in (expected["main"], *expected.get("types", "").split()), reading.reasons
    if "modality" in expected:
        assert main.modality is Modality(expected["modality"])
    if "country" in expected:
        assert main.place is not None
        assert main.place.country == expected["country"]
    if "place" in expected:
        assert main.place is not None
        assert main.place.name == expected["place"]
    if "actors" in expected:
        assert [party.name for party in main.actors] == expected["actors"].split(", ")
    for field in ("killed", "wounded"):
        if field in expected:
            count = main.killed if field == "killed" else main.wounded
            assert count is not None
            assert count.best == int(expected[field])
    if "claimed_by" in expected:
        assert main.claimed_by is not None
        assert main.claimed_by.name == expected["claimed_by"]
    if "date" in expected:
        assert main.when is not None
        assert main.when.date.isoformat() == expected["date"]
    if "flag" in expected:
        assert expected["flag"] in main.flags
    if "separate" in expected:
        assert main.separate is (expected["separate"] == "yes")
    for role in ("also", "background"):
        if role in expected:
            wanted = Role.ALSO_NEW if role == "also" else Role.BACKGROUND
            assert expected[role] in {event.type for event in reading.events if event.role is wanted}
    if expected.get("alone") == "yes":
        assert [(event.type, event.reasons) for event in new(reading) if event.role is not Role.MAIN] == []


def test_every_type_has_a_case_and_there_are_enough_of_them() -> None:
    """A type nobody tests is a type nobody reads: each of the table has at least two cases."""
    counted = Counter(case.expected["main"] for case in ALL if "main" in case.expected)

    assert len(ALL) >= 150
    assert {name for name in TYPES if counted[name] < 2} == set()


def test_every_case_says_why_it_is_there_and_expects_nothing_that_is_not_read() -> None:
    """A case without a reason cannot be judged when it fails; a key that nobody reads expects nothing."""
    assert [case.name for case in ALL if not case.expected.get("why")] == []
    assert {key for case in ALL for key in case.expected} <= KEYS
