"""Makes monitor/data/reading.bin, the model of monitor/events/learned.py, from the labelled items of scripts/training.

    python -m scripts.train_reading            write the model (`make model` sets up what it needs)
    python -m scripts.train_reading --folds 5  how right it is on items and articles it was not trained on

An item is a headline and one to three sentences, written for the purpose, with the type they report or `none`; the
fronts of our labelled articles and of the cases under tests/ are read as items too. Trained is a multinomial logistic
regression over the features of `learned.features`; the same items and the same package give the same weights, and
weights too small to matter are left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from monitor.events.learned import NONE, PAIR, features
from monitor.events.scan import Scanner
from monitor.events.sentences import split
from monitor.events.weights import pack

from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
#: labelled articles and cases of ours, of which the front is read as an item
ARTICLES = ROOT / "tests" / "scores" / "articles"
CASES = ROOT / "tests" / "cases"
MODEL = ROOT / "monitor" / "data" / "reading.bin"
#: the inverse of how strongly large weights are punished; from 0.3 to 2 articles held back are read alike, above
#: that the model learns its items by heart
STRENGTH = 0.5
#: what an article counts: it is what the model will be asked about, and there are few of them beside the items
ARTICLE = 6.0
#: ... and an item of a feed, named so: with 6 for it too, items and articles held back are told less surely
FEED_ITEM = 2.0
#: ... and its headline and its first paragraph, each by itself, read as the items they would be in a feed: without
#: these a model that knows texts of many words takes nearly every headline for `none`, for few words outweigh little.
#: Counting more, they teach it what a text reports of which they say too little
PARTS = (0.1, 0.05)
LEAST_WORDS = 3
#: a feature of one item alone teaches nothing that holds elsewhere
LEAST_ITEMS = 2
#: ... nor does a pair of words of fewer than these. With them the logarithmic loss of 9,486 items held back falls from
#: 0.837 to 0.797, and of whether they are news from 0.299 to 0.278; pairs of classes gain nothing
LEAST_PAIRS = 4
#: weights below this share of the largest are left out
LEAST_WEIGHT = 0.02


def items(folder: Path = ITEMS) -> list[dict[str, Any]]:
    """Every labelled item of the folder, in the order of files and lines."""
    return [item for path in sorted(folder.glob("*.jsonl")) for item in _lines(path)]


def articles(path: Path) -> list[dict[str, Any]]:
    """The labelled articles of a file as items: the type of what each was written for, or `none`."""
    found = []
    for article in _lines(path):
        main = next((i["type"] for i in article["incidents"] if i["role"] == "main"), NONE)
        found.append({"title": article["title"], "text": article["text"], "type": main})
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def cases(folder: Path = CASES) -> list[dict[str, Any]]:
    """The cases of the tests as items."""
    found = []
    for path in sorted(folder.glob("*.md")):
        if path.name == "README.md":
            continue
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        expected = dict(line.split(": ", 1) for line in head.strip().splitlines())
        title, _, text = body.partition("\n")
        kind = NONE if "quiet" in expected else expected["main"]
        found.append({"title": title.removeprefix("# "), "text": text.strip(), "type": kind})
    return found


def seen(scanner: Scanner, item: dict[str, Any]) -> set[str]:
    """The features of one item."""
    document = f"{item['title']}\n\n{item['text']}".strip()
    return features(document, scanner.lines(document, split(document, has_title=bool(item["title"]))))


def parts(item: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """The headline and the first paragraph of a text as texts by themselves; none where it has but one of them."""
    lead = item["text"].split("\n\n")[0]
    if not item["title"] or len(lead.split()) < LEAST_WORDS:
        return ()
    return {**item, "text": ""}, {**item, "title": "", "text": lead}


def fitted(
    rows: Sequence[set[str]], types: Sequence[str], counts: Sequence[float]
) -> tuple[DictVectorizer, LogisticRegression]:
    """The vectoriser and the model of these rows, each with what it counts."""
    found = Counter(feature for row in rows for feature in row)
    kept = {feature for feature, count in found.items() if count >= (LEAST_PAIRS if PAIR in feature else LEAST_ITEMS)}
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(row & kept), 1.0) for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table, types, sample_weight=counts)
    return vectors, model


def packed(vectors: DictVectorizer, model: LogisticRegression) -> bytes:
    """The model as the bytes of its file."""
    least = LEAST_WEIGHT * float(np.abs(model.coef_).max())
    weights = {
        name: {number: float(w) for number, w in enumerate(model.coef_[:, column]) if abs(w) >= least}
        for name, column in vectors.vocabulary_.items()
    }
    return pack(model.classes_.tolist(), model.intercept_.tolist(), weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A labelled text: what is seen of it and of its parts by themselves, what it reports, and the file of articles it
    is from ('' for an item)."""

    row: set[str]
    parts: Sequence[set[str]]  #: its headline and its first paragraph, where it has both
    type: str
    source: str


def taught() -> list[Taught]:
    """All that the model learns from."""
    scanner = Scanner()

    def read(found: Sequence[dict[str, Any]], source: str = "") -> list[Taught]:
        return [
            Taught(
                row=seen(scanner, item),
                parts=[seen(scanner, part) for part in parts(item)],
                type=str(item["type"]),
                source=source,
            )
            for item in found
        ]

    of_articles = [each for path in sorted(ARTICLES.glob("*.jsonl")) for each in read(articles(path), path.stem)]
    return [*read(items()), *of_articles, *read(cases())]


def learned(known: Sequence[Taught]) -> tuple[DictVectorizer, LogisticRegression]:
    """The vectoriser and the model of these texts."""
    rows: list[set[str]] = []
    types: list[str] = []
    counts: list[float] = []
    for each in known:
        whole = FEED_ITEM if each.source.startswith("feed_") else ARTICLE if each.source else 1.0
        for row, count in (
            (each.row, whole),
            *((part, whole * count) for part, count in zip(each.parts, PARTS, strict=False)),
        ):
            rows.append(row)
            types.append(each.type)
            counts.append(count)
    return fitted(rows, types, counts)


def folds(known: Sequence[Taught], count: int) -> None:
    """Prints what the model says of texts it was not trained on: of items in parts, of articles file by file."""
    of_items = [each for each in known if not each.source]
    of_articles = [each for each in known if each.source]
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    parts = StratifiedKFold(count, shuffle=True, random_state=7)
    for learn, test in parts.split(of_items, [each.type for each in of_items]):
        held = [of_items[i] for i in test]
        for each, said in zip(held, _said([*of_articles, *(of_items[i] for i in learn)], held), strict=True):
            right[each.type] += said == each.type
            found[each.type] += 1
    for name in sorted(found, key=lambda n: right[n] / found[n]):
        _line(name, right[name], found[name])
    _line("all items", right.total(), found.total())
    good: Counter[str] = Counter()
    for source in dict.fromkeys(each.source for each in of_articles):
        held = [each for each in of_articles if each.source == source]
        said = _said([each for each in known if each.source != source], held)
        good[source] = sum(each.type == name for each, name in zip(held, said, strict=True))
        _line(f"articles of {source}", good[source], len(held))
    _line("all articles", good.total(), len(of_articles))


def _said(learn: Sequence[Taught], held: Sequence[Taught]) -> Sequence[str]:
    vectors, model = learned(learn)
    return list(model.predict(vectors.transform([dict.fromkeys(each.row, 1.0) for each in held])))


def _line(name: str, right: int, found: int) -> None:
    print(f"{name:24} {right:4} of {found:4}  {right / found:.3f}")


def written(known: Sequence[Taught]) -> bytes:
    """The file of the model of these texts."""
    return packed(*learned(known))


if __name__ == "__main__":
    command(__doc__, taught, written, MODEL, folds)
