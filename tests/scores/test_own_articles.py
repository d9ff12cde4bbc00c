"""How days, places and tolls are read on the labelled articles of our own, which are part of the repository."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from monitor.types import Event, Role
from scripts.score_reading import item, reader

from monitor.articles.extract import extract  # isort: skip

ARTICLES = Path(__file__).with_name("articles")

pytestmark = pytest.mark.nightly

#: share of the main incidents of which the field is right, at least
FLOORS = {"date": 0.80, "place": 0.77, "country": 0.92, "killed": 0.72, "wounded": 0.74}


class _NoModel:
    """Leaves every day and place as the rules have it."""

    def choose(self, options: Sequence[Any], ruled: Any) -> None:
        return None


def near(event: Event, wanted: dict[str, Any]) -> bool:
    """Within 30 km of the labelled place."""
    place = event.place
    if place is None or place.lat is None or place.lon is None:
        return False
    north = math.radians(place.lat - wanted["lat"])
    east = math.radians(place.lon - wanted["lon"]) * math.cos(math.radians(wanted["lat"]))
    return 6371 * math.hypot(north, east) <= 30


def test_the_fields_of_our_articles_stay_above_their_floors(capsys: pytest.CaptureFixture[str]) -> None:
    """Raise a floor when it is passed; the type is not asked, since the model was taught with these articles, and days
    and places are read by the rules alone for the same reason."""
    read = reader(days=_NoModel(), where=_NoModel())
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for path in sorted(ARTICLES.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            article = json.loads(line)
            wanted = next((i for i in article["incidents"] if i["role"] == "main"), None)
            if wanted is None:
                continue
            events = read.read(extract(item(article))).events
            event = next((e for e in events if e.role is Role.MAIN), None)
            marks = {"date": bool(event and event.when and event.when.date.isoformat() == wanted["date"])}
            if "lat" in wanted:
                marks["place"] = bool(event and near(event, wanted))
            if "country" in wanted:
                marks["country"] = bool(event and event.place and event.place.country == wanted["country"])
            for name in ("killed", "wounded"):
                if name in wanted:
                    count = getattr(event, name) if event else None
                    marks[name] = bool(count and count.best == wanted[name])
            asked.update(marks.keys())
            right.update(name for name, ok in marks.items() if ok)

    shares = {name: right[name] / asked[name] for name in FLOORS}
    with capsys.disabled():
        print("\nour articles:", "  ".join(f"{name} {share:.3f} of {asked[name]}" for name, share in shares.items()))
    assert {name: share for name, share in shares.items() if share < FLOORS[name]} == {}
