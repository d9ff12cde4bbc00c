"""Makes monitor/data/tolls.bin, the weights of monitor/events/tolls/choice.py, from labelled texts of ours.

    python -m scripts.train_tolls            write the weights (`make model` sets up what it needs)
    python -m scripts.train_tolls --folds 5  killed and wounded right by rules and by rules and model, on files the
                                             model was not trained on

Trained is a conditional logit: the figures of one text and 'none told' compete, and the mentions of the labelled one
share what is right. The rules were made with these texts and are right in most of them, which would teach the model to
trust them more than they deserve. So what they read is a feature only of the sets that no rule of tolls was made with,
and of what earlier rules read in texts new to them (`scripts/training/tolls/first_sight.jsonl`), which teach beside.
The same texts give the same weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from monitor.articles.extract import extract
from monitor.events import weights
from monitor.events.sentences import split
from monitor.events.tolls.choice import BARE, STATED, Choice, Figure, Option, Ruled, TollModel, by_rules
from monitor.events.tolls.figures import sums
from monitor.events.tolls.traits import CountedAct, options
from monitor.types import Article, Count, Role

from scripts import logit, score_reading  # isort: skip
from scripts.logit import Contest  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "tolls.bin"
#: what rules read in texts they had not been made with: type of the act, its sentence, and of both kinds of harm the
#: figure taken, where it stands, and all figures (best, start, end, sentence, source, flags, noun)
FIRST_SIGHT = ITEMS / "tolls" / "first_sight.jsonl"
#: sets that were new to all rules of tolls but those that `FIRST_SIGHT` remembers as they were before
NEW_TO_RULES = ("outlets_day_after", "outlets_owned_", "outlets_owning_", "outlets_where_", "outlets_districts")
KINDS = ("killed", "wounded")
#: how strongly large weights are punished
PUNISHED = 6.0
#: a feature of fewer texts teaches nothing that holds elsewhere
LEAST_TEXTS = 4
#: what a text counts whose label tells no figure: some labels leave out what is told in passing
UNTOLD = 0.3
#: smaller weights are left out
LEAST_WEIGHT = 0.04


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The figures of the act a text was written for; no options where the rules were not in doubt."""

    source: str
    name: str
    kind: str
    label: int | None
    read: int | None  #: what the rules alone give out
    at: int | None  #: ... and where it stands
    options: Sequence[Option]
    doubt: bool  #: whether another figure may be meant
    first: bool  #: whether the rules had not been made with this text

    def contest(self) -> Contest:
        """The options, with what the rules said where they had not been made with the text."""
        ruled = Ruled(self.read, self.at)
        return Contest(
            options=[
                ([*weights.spelled(o.seen), *(by_rules(o, ruled) if self.first else ())], o.value == self.label)
                for o in self.options
            ],
            counts=UNTOLD if self.label is None else 1.0,
        )


class Listener:
    """Stands where the model does, hears the options and keeps to the rules."""

    def __init__(self) -> None:
        self.heard: dict[str, tuple[Sequence[Option], bool, int | None]] = {}

    def choose(self, options: Callable[[], Sequence[Option]], ruled: Ruled, *, doubt: bool) -> Choice | None:
        heard = options()
        self.heard[heard[0].kind] = (heard, doubt, ruled.at)
        return None


def examples() -> Iterator[Example]:
    """Both figures of every labelled text of ours in which an act is found."""
    with FIRST_SIGHT.open(encoding="utf-8") as lines:
        old = {row["id"]: row for row in map(json.loads, lines)}
    listener = Listener()
    reader = score_reading.reader(tolls=listener)
    for path, text in score_reading.labelled_texts(ITEMS, ARTICLES):
        source = path.stem if path.parent == ARTICLES else f"item {path.stem}"
        labelled = _labelled(text)
        if labelled is None:
            continue
        article = extract(score_reading.item(text))
        yield from as_first_read(source, text["id"], labelled, article, old.get(text["id"], {}))
        listener.heard = {}
        events = reader.read(article).events
        main = next((event for event in events if event.role is Role.MAIN), None)
        for kind in KINDS:
            count = getattr(main, kind) if main is not None else None
            heard = listener.heard.get(kind) if main is not None else None
            choices, doubt, at = heard or ((), False, None)
            yield Example(
                source=source,
                name=text["id"],
                kind=kind,
                label=labelled.get(kind),
                read=count.best if count is not None else None,
                at=at,
                options=choices,
                doubt=doubt,
                first=source.startswith(NEW_TO_RULES) and text["id"] not in old,
            )


def as_first_read(
    source: str, name: str, labelled: dict[str, Any], article: Article, old: dict[str, Any]
) -> Iterator[Example]:
    """The same figures as earlier rules read them when the text was new to them."""
    sentences = split(article.document, has_title=bool(article.title))
    for kind in KINDS:
        if kind not in old:
            continue
        read, at, found = old[kind]
        each = [_figure(*row) for row in found if row[3] < len(sentences)]
        stated = [f for f in each if f.source == STATED]
        if read is not None and not any(f.start == at and f.value == read for f in stated):
            continue  # the rules added it up
        each += sums(stated, {f.value for f in each})
        yield Example(
            source=source,
            name=name,
            kind=kind,
            label=labelled.get(kind),
            read=read,
            at=at,
            options=options(
                article.document, sentences, each, CountedAct(kind=kind, type=old["type"], home=old["home"])
            ),
            doubt=any(f.source in (STATED, BARE) and f.value != read for f in each),
            first=True,
        )


def _figure(best: int, start: int, end: int, sentence: int, source: str, flags: list[str], noun: str = "") -> Figure:
    count = Count(low=best, best=best, high=best)
    return Figure(count=count, start=start, end=end, sentence=sentence, source=source, flags=flags, noun=noun)


def _labelled(text: dict[str, Any]) -> dict[str, Any] | None:
    """What is labelled of the act a text was written for."""
    if "incidents" in text:
        return next((i for i in text["incidents"] if i["role"] == "main"), None)
    return text if text["type"] != "none" and "killed" in text else None


def fitted(known: Sequence[Example]) -> bytes:
    """The file of the weights that make the labelled figures likeliest."""
    contests = [e.contest() for e in known if any(o.value == e.label for o in e.options)]
    found = logit.fitted(contests, punished=PUNISHED, least_texts=LEAST_TEXTS, least_weight=LEAST_WEIGHT)
    return weights.pack(["tolls"], [0.0], {name: {0: weight} for name, weight in found.items()})


def tally(known: Sequence[Example], model: TollModel | None) -> Counter[str]:
    """Of these examples: figures told, right, and given where none is labelled."""
    found: Counter[str] = Counter()
    for e in known:
        choice = None
        if model is not None:
            choice = model.choose(partial(getattr, e, "options"), Ruled(e.read, e.at), doubt=e.doubt)
        read = choice.figure.value if choice is not None else e.read
        if e.label is None:
            found["extra"] += bool(read)
            continue
        found["told"] += 1
        found["right"] += read == e.label
        found["mended"] += read == e.label != e.read
        found["broken"] += read != e.label == e.read
    return found


def folds(known: Sequence[Example], count: int) -> None:
    """Prints what rules, and rules and model, read in files that the model was not trained on."""
    sources = sorted({e.source for e in known if not e.source.startswith("item ")})
    total: dict[tuple[str, str, str], Counter[str]] = {}
    for part in range(count):
        held = set(sources[part::count])
        model = TollModel(fitted([e for e in known if e.source not in held]))
        for source in sorted(held):
            for kind in KINDS:
                for first, (name, each) in product((False, True), (("rules", None), ("both", model))):
                    mine = [e for e in known if e.source == source and e.kind == kind and e.first == first]
                    group = f"{source.split('_')[0]}{' at first sight' if first else ''}"
                    total.setdefault((group, kind, name), Counter()).update(tally(mine, each))
    for (group, kind, name), found in sorted(total.items()):
        share = found["right"] / found["told"] if found["told"] else 0.0
        print(
            f"{group:12} {kind:8} {name:6} told {found['told']:4} right {share:.3f} mended {found['mended']:3} "
            f"broken {found['broken']:3} extra {found['extra']:3}"
        )


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
