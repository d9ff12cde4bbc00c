"""Makes monitor/data/reading.bin, the model of monitor/events/learned.py, from the labelled items of scripts/training.

    python -m scripts.train_reading            write the model (`make model` sets up what it needs)
    python -m scripts.train_reading --folds 5  how right it is on items it was not trained on, and on which types

An item is a headline and one to three sentences, written for the purpose, with the type they report or `none`; the
fronts of our labelled articles and of the cases under tests/ are read as items too. Trained is a multinomial logistic
regression over the features of `learned.features`; the same items and the same package give the same weights, and
weights too small to matter are left out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from monitor.events.learned import NONE, encode, features
from monitor.events.scan import Scanner
from monitor.events.sentences import split

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
#: labelled articles and cases of ours, of which the front is read as an item
ARTICLES = ROOT / "tests" / "scores" / "articles"
CASES = ROOT / "tests" / "cases"
MODEL = ROOT / "monitor" / "data" / "reading.bin"
#: the inverse of how strongly large weights are punished; from 1 to 30 the result hardly differs
STRENGTH = 5.0
#: a feature of one item alone teaches nothing that holds elsewhere
LEAST_ITEMS = 2
#: weights below this share of the largest are left out
LEAST_WEIGHT = 0.02


def items(folder: Path = ITEMS) -> list[dict[str, Any]]:
    """Every labelled item of the folder, in the order of files and lines."""
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]


def articles(folder: Path = ARTICLES) -> list[dict[str, Any]]:
    """The labelled articles as items: the type of what each was written for, or `none`."""
    found = []
    for article in items(folder):
        main = next((i["type"] for i in article["incidents"] if i["role"] == "main"), NONE)
        found.append({"title": article["title"], "text": article["text"], "type": main})
    return found


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
    document = f"{item['title']}\n\n{item['text']}"
    return set(features(document, scanner.lines(document, split(document, has_title=True))))


def fitted(rows: Sequence[set[str]], types: Sequence[str]) -> tuple[DictVectorizer, LogisticRegression]:
    """The vectoriser and the model of these rows."""
    counts = Counter(feature for row in rows for feature in row)
    kept = {feature for feature, count in counts.items() if count >= LEAST_ITEMS}
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(row & kept), 1.0) for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table, types)
    return vectors, model


def write(vectors: DictVectorizer, model: LogisticRegression, path: Path = MODEL) -> None:
    """The model file."""
    least = LEAST_WEIGHT * float(np.abs(model.coef_).max())
    weights = {
        name: {number: float(w) for number, w in enumerate(model.coef_[:, column]) if abs(w) >= least}
        for name, column in vectors.vocabulary_.items()
    }
    path.write_bytes(encode(model.classes_.tolist(), model.intercept_.tolist(), weights))


def folds(rows: Sequence[set[str]], types: Sequence[str], count: int) -> None:
    """Prints what the model says of items it was not trained on."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for learn, test in StratifiedKFold(count, shuffle=True, random_state=7).split(rows, types):
        vectors, model = fitted([rows[i] for i in learn], [types[i] for i in learn])
        table = vectors.transform([dict.fromkeys(rows[i], 1.0) for i in test])
        for i, said in zip(test, model.predict(table), strict=True):
            right[types[i]] += said == types[i]
            found[types[i]] += 1
    for name in sorted(found, key=lambda n: right[n] / found[n]):
        print(f"{name:20} {right[name]:4} of {found[name]:4}  {right[name] / found[name]:.2f}")
    good, all_ = sum(right.values()), sum(found.values())
    print(f"{'all':20} {good:4} of {all_:4}  {good / all_:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead of writing")
    parser.add_argument("--items", type=Path, default=ITEMS, help="folder of the labelled items")
    given = parser.parse_args()
    started = datetime.now(UTC)
    known = [*items(given.items), *articles(), *cases()]
    scanner = Scanner()
    rows = [seen(scanner, item) for item in known]
    types = [str(item["type"]) for item in known]
    if given.folds:
        folds(rows, types, given.folds)
        return
    vectors, model = fitted(rows, types)
    write(vectors, model)
    spent = (datetime.now(UTC) - started).total_seconds()
    print(f"{len(known)} items, {len(vectors.vocabulary_)} features, {MODEL.stat().st_size:,} bytes, {spent:.0f} s")


if __name__ == "__main__":
    main()
