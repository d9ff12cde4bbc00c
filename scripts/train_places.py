"""Makes monitor/data/where.json, the weights of monitor/events/places/choice.py, from labelled texts of ours.

    python -m scripts.train_places            write the weights (`make model` sets up what it needs)
    python -m scripts.train_places --folds 5  how often the place is right on items and articles it was not trained on

Trained is a conditional logit: the names of one text compete, and those of the labelled place share what is right.
Read are the items of scripts/training, whose place is a name, and the articles under tests/scores, whose place has
coordinates. Who did an act is read by the shipped weights, which learned from the same articles and are surer in them
than in others; those kept apart are placed as well as with sides read by rules. The same texts give the same weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from monitor.articles.extract import extract
from monitor.events.classify import MAX_READ, Reader
from monitor.events.places.choice import Choice, Option, PlaceModel
from monitor.events.places.gazetteer import fold
from monitor.events.places.lands import LandModel
from monitor.events.places.where import Atlas
from monitor.events.sentences import split
from monitor.types import Place, Role

from scripts import logit, score_reading, train_lands  # isort: skip
from scripts.logit import Contest, encoded  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "where.json"
#: how strongly large weights are punished; with 35 half a point less of the places is right, with 12 as much
PUNISHED = 15.0
#: a feature of fewer texts teaches nothing that holds elsewhere
LEAST_TEXTS = 3
#: smaller weights are left out
LEAST_WEIGHT = 0.01
#: what one article counts that is no item of a feed: it has more names to choose from, and there are few
ARTICLE = 3.0
#: files are read in so many parts, each with a model of lands that the others taught
PARTS = 4
#: nearer than this a place is the labelled one
NEAR_KM = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The options of the act a text was written for."""

    article: bool
    source: str
    number: int  #: of the text in its file
    options: Sequence[Option]
    ruled: str | None
    right: Sequence[bool]  #: of each option, whether it is at the labelled place
    named: Sequence[bool]  #: ... and bears its name

    @property
    def counts(self) -> float:
        """What it counts among the others."""
        return ARTICLE if self.article and not self.source.startswith("feed_") else 1.0

    @property
    def taught(self) -> list[tuple[Option, bool]]:
        """Options that compete, each with whether it is right: of several at the place, those that bear its name."""
        exact = [r and n for r, n in zip(self.right, self.named, strict=True)]
        wanted = exact if any(exact) else list(self.right)
        return [
            (option, want)
            for option, want, right in zip(self.options, wanted, self.right, strict=True)
            if want or not right
        ]


class Listener:
    """Stands where the model does, hears the options and keeps to the rules."""

    def __init__(self) -> None:
        self.heard: tuple[Sequence[Option], str | None] | None = None

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        self.heard = options, ruled
        return None


def examples() -> Iterator[Example]:
    """Every labelled text of ours in which the act it was written for is found."""
    listener = Listener()
    files = [*sorted(ITEMS.glob("*.jsonl")), *sorted(ARTICLES.glob("*.jsonl"))]
    told = list(train_lands.examples())
    for part in range(PARTS):
        mine = {path.stem for path in files[part::PARTS]}
        # what country the words tell is told by a model that has not learned from the text
        lands = LandModel(train_lands.fitted([e for e in told if e.source not in mine]))
        reader, atlas = score_reading.reader(where=listener, lands=lands), score_reading.atlas(lands=lands)
        for path in files[part::PARTS]:
            for number, line in enumerate(path.open(encoding="utf-8")):
                text = json.loads(line)
                wanted = _wanted(text)
                example = wanted and _heard(reader, listener, atlas, text, wanted, path.stem, number)
                if example:
                    yield example


def _wanted(text: dict[str, Any]) -> dict[str, Any] | None:
    """The labelled incident of a text."""
    if "incidents" not in text:
        return text if text["type"] != "none" and text.get("place") else None
    return next((i for i in text["incidents"] if i["role"] == "main" and i.get("lat") is not None), None)


def _heard(
    reader: Reader,
    listener: Listener,
    atlas: Atlas,
    text: dict[str, Any],
    wanted: dict[str, Any],
    source: str,
    number: int,
) -> Example | None:
    """The example of one text; None where its act is not found."""
    listener.heard = None
    article = extract(score_reading.item(text))
    main = next((event for event in reader.read(article).events if event.role is Role.MAIN), None)
    if main is None or listener.heard is None:
        return None
    options, ruled = listener.heard
    document = article.document[:MAX_READ]
    located = atlas.locate(document, split(document, has_title=bool(article.title)), article.tags)
    gazetteer = atlas.gazetteer
    name = fold(wanted.get("place") or "")
    bearers = [e for e in gazetteer.find(name) if e.country == wanted.get("country")]
    at = (wanted["lat"], wanted["lon"]) if "lat" in wanted else (bearers[0].lat, bearers[0].lon) if bearers else None
    long = "incidents" in text
    right, named = [], []
    for option in options:
        if option.mention is not None:
            place, written = located.mapped.place_of(option.mention, main.type), option.mention.text
        else:
            entry = gazetteer.entry(option.place)
            if entry is None:
                return None
            place, written = entry.place(entry.name), entry.name
        alike = place.country == wanted.get("country") and _alike(name, fold(written), fold(place.name))
        near = _near(place, at)
        right.append(near if long else near or alike)
        named.append(alike)
    return Example(article=long, source=source, number=number, options=options, ruled=ruled, right=right, named=named)


def _alike(wanted: str, *names: str) -> bool:
    return bool(wanted) and any(name in wanted or wanted in name for name in names if name)


def _near(place: Place, at: tuple[float | None, float | None] | None) -> bool:
    if at is None or None in (*at, place.lat, place.lon):
        return False
    lat, lon, lat2, lon2 = (math.radians(value or 0.0) for value in (*at, place.lat, place.lon))
    return 6371 * math.hypot(lat2 - lat, (lon2 - lon) * math.cos((lat + lat2) / 2)) <= NEAR_KM


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that make the labelled places likeliest."""
    contests = [
        Contest(options=[(option.features, right) for option, right in e.taught], counts=e.counts)
        for e in known
        if any(e.right)
    ]
    return logit.fitted(contests, punished=PUNISHED, least_texts=LEAST_TEXTS, least_weight=LEAST_WEIGHT)


def _right(known: Sequence[Example], weights: dict[str, float]) -> tuple[int, int, int]:
    """Of these examples: how many, right by the rules, right by rules and model."""
    model = PlaceModel(encoded(weights))
    ruled = both = 0
    for e in known:
        by_rules = any(r for option, r in zip(e.options, e.right, strict=True) if option.place == e.ruled)
        choice = model.choose(e.options, e.ruled)
        ruled += by_rules
        both += (
            any(r for option, r in zip(e.options, e.right, strict=True) if option.mention is choice.mention)
            if choice and choice.mention
            else by_rules
        )
    return len(known), ruled, both


def folds(known: Sequence[Example], count: int) -> None:
    """Prints how often rules, and rules and model, are right on what the model was not trained on."""
    total = np.zeros(3, dtype=int)
    for part in range(count):
        held = [e for e in known if not e.article and e.number % count == part]
        total += np.array(_right(held, fitted([e for e in known if e.article or e.number % count != part])))
    _line("items", total)
    whole = np.zeros(3, dtype=int)
    for source in sorted({e.source for e in known if e.article}):
        figures = np.array(
            _right([e for e in known if e.source == source], fitted([e for e in known if e.source != source]))
        )
        _line(f"articles of {source}", figures)
        whole += figures
    _line("all articles", whole)


def _line(name: str, figures: Sequence[int]) -> None:
    asked, ruled, both = (int(n) for n in figures)
    print(f"{name:26} {asked:5}  rules {ruled / asked:.3f}  with the model {both / asked:.3f}")


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
