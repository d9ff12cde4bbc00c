"""Makes monitor/data/doers.bin, weights of monitor/events/sides/choice.py for who did an act, from labelled articles.

    python -m scripts.train_doers            write the weights (`make model` sets up what it needs)
    python -m scripts.train_doers --folds 8  who did it, by rules and by the model, on files that taught it nothing

Trained is a conditional logit: the mentions of all sides of one article and 'nobody' compete, and those of the sides
that are labelled share what is right; where the article names none of them, nobody is. Read are the articles under
tests/scores. The same articles give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from monitor.articles.extract import extract
from monitor.events import weights
from monitor.events.sides.choice import Choice, DoerModel, Option
from monitor.types import Event, Role

from scripts import logit, score_reading  # isort: skip
from scripts.logit import Contest  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "doers.bin"
#: how strongly large weights are punished; from 3 to 12 articles kept apart are read alike
PUNISHED = 6.0
#: a feature of fewer articles teaches nothing that holds elsewhere
LEAST_TEXTS = 4
#: what an item of a feed counts: there are four of them to an article
FEED_ITEM = 0.5
#: ... and a further act, of which the label may be another's
FURTHER = 0.5
#: smaller weights are left out
LEAST_WEIGHT = 0.04


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The options of one act."""

    source: str
    main: bool  #: whether it is the one the article was written for
    known: bool  #: whether a side is labelled that the article names
    options: Sequence[Option]
    right: Sequence[bool]  #: of each option, whether it is a labelled side, or nobody where none is named
    ruled: bool | None  #: whether the first side that the rules name is right; None where they name none


class Listener:
    """Stands where the model does, hears the options and keeps to the rules."""

    def __init__(self) -> None:
        self.heard: list[Sequence[Option]] = []

    def choose(self, options: Callable[[], Sequence[Option]]) -> Choice | None:
        self.heard.append(options())
        return None


def examples() -> Iterator[Example]:
    """Every labelled act of ours that is found: those the articles were written for, and further ones."""
    listener = Listener()
    reader = score_reading.reader(doers=listener)
    for path, text in score_reading.labelled_texts(ARTICLES):
        labels = [i for i in text["incidents"] if i.get("actors") is not None]
        if not labels:
            continue
        listener.heard.clear()
        events = reader.read(extract(score_reading.item(text))).events
        if len(events) != len(listener.heard):
            continue  # the model is not asked for an act that somebody takes upon himself
        for event, options in zip(events, listener.heard, strict=True):
            label = next((i for i in labels if _tells_of(i, event)), None)
            if label is None:
                continue
            labels.remove(label)
            sides = score_reading.sides(label["actors"])
            right = [o.side is not None and score_reading.among(sides, o.side.party) for o in options]
            known = any(right)
            ruled = event.actors[0] if event.actors and event.actors[0].name != "unknown" else None
            yield Example(
                source=path.stem,
                main=event.role is Role.MAIN,
                known=known,
                options=options,
                right=right if known else [o.side is None for o in options],
                ruled=score_reading.among(sides, ruled) if ruled else None,
            )


def _tells_of(label: Mapping[str, Any], event: Event) -> bool:
    """Whether an event is likely the labelled incident: the one an article was written for, and else by its kind, its
    day and its country."""
    if "main" in (label["role"], event.role):
        return str(label["role"]) == event.role
    when, place = label.get("date"), label.get("country")
    near = event.when is None or not when or abs((date.fromisoformat(when[:10]) - event.when.date).days) <= 1
    there = event.place is None or not place or event.place.country == place
    return event.type in (label["type"], *label.get("type_ok", ())) and near and there


def fitted(known: Sequence[Example]) -> bytes:
    """The file of the weights that make the labelled sides likeliest."""
    contests = [
        Contest(
            options=[(weights.spelled(option.seen), right) for option, right in zip(e.options, e.right, strict=True)],
            counts=(FEED_ITEM if e.source.startswith("feed_") else 1.0) * (1.0 if e.main else FURTHER),
        )
        for e in known
    ]
    found = logit.fitted(contests, punished=PUNISHED, least_texts=LEAST_TEXTS, least_weight=LEAST_WEIGHT)
    return weights.pack(["doers"], [0.0], {name: {0: weight} for name, weight in found.items()})


def tally(known: Sequence[Example], model: DoerModel | None) -> Counter[str]:
    """Of these examples: how many name who did it, and sides read rightly, none and wrongly."""
    found: Counter[str] = Counter()
    for e in known:
        right = e.ruled
        if model is not None:
            side = model.choose(lambda options=e.options: options).side
            right = None if side is None else next(r for o, r in zip(e.options, e.right, strict=True) if o.side is side)
        group = "named" if e.known else "unnamed"
        found[f"{group} {'none' if right is None else 'right' if right else 'wrong'}"] += 1
    return found


def folds(known: Sequence[Example], count: int) -> None:
    """Prints what rules, and what the model, find in files that the model was not trained on."""
    sources = sorted({e.source for e in known})
    total: dict[tuple[str, str], Counter[str]] = {}
    for part in range(count):
        held = set(sources[part::count])
        model = DoerModel(fitted([e for e in known if e.source not in held]))
        for source in sorted(held):
            mine = [e for e in known if e.source == source]
            for name, each in (("rules", None), ("model", model)):
                for group, of in (("main", [e for e in mine if e.main]), ("further", [e for e in mine if not e.main])):
                    total.setdefault((f"{group} of {source.split('_')[0]}", name), Counter()).update(tally(of, each))
    for (group, name), found in sorted(total.items()):
        print(f"{group}, {name}: {', '.join(f'{what} {n}' for what, n in sorted(found.items()))}")


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
