"""A day of news from many outlets, read with the shipped config: what wakes somebody, and that nothing does twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.stream_alerts import Stream
from monitor.pipeline import ingest
from monitor.store import deliveries
from monitor.types import Item

CONFIG = Path(__file__).parents[2] / "config.yaml"
START = datetime(2023, 6, 6, 4, 0, tzinfo=UTC)
#: (hour, outlet, title, text) of one day; the texts are ours
NEWS = (
    (
        0.0,
        "Alpha",
        "Ukraine says Russian forces blew up Oskil dam in Kharkiv region",
        "Russian forces blew up the Oskil dam in the Kharkiv region overnight, Ukraine's military said on Tuesday. "
        "Water is pouring down the valley.",
    ),
    (
        1.2,
        "Bravo",
        "Critical dam destroyed on front line in eastern Ukraine",
        "A big dam on the front line in eastern Ukraine was destroyed on Tuesday, and each side says the other did it.",
    ),
    (
        2.0,
        "Hotel",
        "Flooding feared after major dam hit by shelling in Russian-held part of Kharkiv region",
        "A major dam was hit by shelling on Tuesday, officials that Russia installed there say, and the river rises.",
    ),
    (
        3.5,
        "Charlie",
        "Thousands leave homes as water rises after Oskil dam is blown up",
        "Buses took thousands of people away from villages below the Oskil dam on Tuesday, hours after it was blown "
        "up. Kyiv blames Russia.",
    ),
    (
        5.0,
        "Delta",
        "Lavrov says American rockets destroyed the Oskil dam",
        "Russia's foreign minister said on Tuesday that Ukraine had destroyed the dam with HIMARS rockets given by the "
        "United States. Kyiv says that Russia blew it up.",
    ),
    (
        6.0,
        "Echo",
        "Car bomb kills deputy governor in northern Afghanistan",
        "The deputy governor of Badakhshan province was killed in Faizabad on Tuesday when a car bomb exploded beside "
        "his vehicle, a Taliban official said. His driver died as well.",
    ),
    (
        7.5,
        "Foxtrot",
        "Afghan deputy governor and driver die in Faizabad blast",
        "A car laden with explosives killed the deputy governor of Afghanistan's Badakhshan province and his driver on "
        "Tuesday, police in Faizabad said.",
    ),
    (
        9.0,
        "Golf",
        "Dam breach: what we know so far",
        "The Oskil dam in eastern Ukraine gave way early on Tuesday after an explosion that Kyiv puts down to Russian "
        "troops.",
    ),
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The subjects of all that was told at once, in order."""
    stream = Stream(CONFIG, tmp_path_factory.mktemp("day"))
    for hour, outlet, title, text in NEWS:
        at = START + timedelta(hours=hour)
        stream.follow(at)
        item = Item(
            source=outlet, key=title, subject=title, received=at, title=title, text=text, outlet=outlet,
            url=f"https://{outlet.lower()}.example/{hour}", published=at, published_precision="minute",
            article_id=title,
        )  # fmt: skip
        ingest(item, stream.flow, stream.store, at, policy=stream.config.policy)
        stream.look()
    stream.follow(START + timedelta(hours=12))
    rows = [row for row in deliveries.listing(stream.store, limit=100) if row.kind not in ("digest", "heartbeat")]
    yield [row.subject for row in sorted(rows, key=lambda row: row.created)]
    stream.courier.stop(1.0)
    stream.store.close()


def test_one_act_wakes_a_reader_once_whatever_the_headlines_call_it(told: list[str]) -> None:
    """Placeless headlines, who blames whom, those who flee and the round-up say again what was told."""
    assert len([subject for subject in told if "dam" in subject.lower()]) == 1


def test_each_act_of_the_day_is_told(told: list[str]) -> None:
    """Quiet about repeats is not quiet about news."""
    assert len(told) == 2
    assert "Oskil dam" in told[0]
    assert "governor" in told[1]
