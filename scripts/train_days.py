"""Makes monitor/data/days.json, the weights of monitor/events/days/choice.py, from labelled items and articles of ours.

    python -m scripts.train_days            write the weights (`make model` sets up what it needs)
    python -m scripts.train_days --folds 5  how often the day is right on items and articles it was not trained on

Trained is a conditional logit: the options of one act compete, and those of the labelled day share what is right. Read
are the items of scripts/training, the same items once more with other items behind them, because an article goes on to
other days where an item ends, the stories of scripts/training/days, which name several days each, and the articles
under tests/scores. The same items give the same weights.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from pathlib import Path
from typing import Any

import numpy as np

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.days.choice import Choice, DayModel, Option
from monitor.types import Role

from scripts import logit, score_reading  # isort: skip
from scripts.logit import Contest, encoded  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
STORIES = ITEMS / "days"
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "days.json"
#: how strongly large weights are punished; from 12 to 24 the result hardly differs, with less it is worse elsewhere
PUNISHED = 24.0
#: a feature of fewer acts teaches nothing that holds elsewhere
LEAST_ACTS = 3
#: smaller weights are left out
LEAST_WEIGHT = 0.02
#: what one act counts: an article has more days to choose from; of lengthened items there are many and none is real
COUNTS = {"item": 1.0, "long": 0.05, "story": 1.5, "article": 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The options of the act a text was written for."""

    kind: str  #: item | long | story | article
    source: str
    number: int  #: of the item in its file
    options: Sequence[Option]
    ruled: Day | None
    stated: bool  #: whether words of the text made the day of the rules
    right: Day


class Listener:
    """Stands where the model does, hears the options and keeps to the rules."""

    def __init__(self) -> None:
        self.heard: list[tuple[Sequence[Option], Day | None, bool]] = []

    def choose(self, options: Sequence[Option], ruled: Day | None, *, stated: bool) -> Choice | None:
        self.heard.append((options, ruled, stated))
        return None


def examples() -> Iterator[Example]:
    """Every labelled text of ours in which the act it was written for is found."""
    listener = Listener()
    reader = score_reading.reader(days=listener)
    lines = [
        (path.stem, number, json.loads(line))
        for path in sorted(ITEMS.glob("*.jsonl"))
        for number, line in enumerate(path.open(encoding="utf-8"))
    ]
    dice = random.Random(5)
    for source, number, item in lines:
        if item["type"] == "none" or not item.get("date"):
            continue
        yield from _heard(reader, listener, item, "item", source, number, item["date"], "")
        more = [other["text"] for _, _, other in dice.sample(lines, dice.choice([1, 2, 2, 3]))]
        long = {**item, "text": "\n\n".join([item["text"], *more])}
        own = len(item["title"]) + 2 + len(item["text"])
        yield from _heard(reader, listener, long, "long", source, number, item["date"], item["type"], own)
    for path in sorted(STORIES.glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8")):
            story = json.loads(line)
            yield from _heard(reader, listener, story, "story", path.stem, number, story["date"], "")
    for path in sorted(ARTICLES.glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8")):
            article = json.loads(line)
            main = next((i for i in article["incidents"] if i["role"] == "main"), None)
            if main and main.get("date"):
                yield from _heard(reader, listener, article, "article", path.stem, number, main["date"], "")


def _heard(
    reader: Reader,
    listener: Listener,
    item: dict[str, Any],
    kind: str,
    source: str,
    number: int,
    right: str,
    wanted: str,
    own: int = 0,
) -> Iterator[Example]:
    """The example of one text; none where its act is not found, or another one behind the text's own end."""
    listener.heard.clear()
    events = reader.read(extract(score_reading.item(item))).events
    if not events or events[0].role is not Role.MAIN or not listener.heard:
        return
    trigger = next(piece for piece in events[0].evidence if piece.field == "type")
    if wanted and (events[0].type != wanted or trigger.start > own):
        return
    options, ruled, stated = listener.heard[0]
    day = Day.fromisoformat(right)
    yield Example(kind=kind, source=source, number=number, options=options, ruled=ruled, stated=stated, right=day)


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that make the labelled days likeliest."""
    contests = [
        Contest(options=[(option.seen, option.day == e.right) for option in e.options], counts=COUNTS[e.kind])
        for e in known
    ]
    return logit.fitted(contests, punished=PUNISHED, least_texts=LEAST_ACTS, least_weight=LEAST_WEIGHT)


def _right(known: Sequence[Example], weights: dict[str, float]) -> tuple[int, int, int, int]:
    """Of these examples: how many, right by the rules, right by rules and model, of which within a day."""
    model = DayModel(encoded(weights))
    ruled = exact = near = 0
    for e in known:
        choice = model.choose(e.options, e.ruled, stated=e.stated)
        day = choice.option.day if choice.option else e.ruled
        ruled += e.ruled == e.right
        exact += day == e.right
        near += day is not None and abs((day - e.right).days) <= 1
    return len(known), ruled, exact, near


def folds(known: Sequence[Example], count: int) -> None:
    """Prints how often rules, and rules and model, are right on what the model was not trained on."""
    for kind in ("item", "story"):
        total = np.zeros(4, dtype=int)
        for part in range(count):
            held = [e for e in known if e.kind == kind and e.number % count == part]
            rest = [e for e in known if e.kind not in (kind, "long") or e.number % count != part]
            total += np.array(_right(held, fitted(rest)))
        _line({"item": "items", "story": "stories"}[kind], total)
    whole = np.zeros(4, dtype=int)
    for source in sorted({e.source for e in known if e.kind == "article"}):
        held = [e for e in known if e.source == source]
        figures = np.array(_right(held, fitted([e for e in known if e.source != source])))
        _line(f"articles of {source}", figures)
        whole += figures
    _line("all articles", whole)


def _line(name: str, figures: Sequence[int]) -> None:
    asked, ruled, exact, near = (int(n) for n in figures)
    print(
        f"{name:26} {asked:5}  rules {ruled / asked:.3f}  with the model {exact / asked:.3f}  near {near / asked:.3f}"
    )


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
