"""Makes monitor/data/lands.bin, the weights of monitor/events/places/lands.py, from labelled texts of ours.

    python -m scripts.train_lands            write the weights (`make model` sets up what it needs)
    python -m scripts.train_lands --folds 4  how often the words tell the country of files they were not taught by

Trained is a multinomial logistic regression over the words of headline and lead; the classes are the countries of the
acts the texts were written for. Read are the articles and items under tests/scores, and a table of names that the press
leaves to its readers to place (`scripts/training/lands.tsv`), each as a text of its own: on items of files that taught
nothing the texts alone bring 1.4 points of the countries, and the names 3.9 more. The same texts and names give the
same weights.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from monitor.events.places.lands import LandModel, features
from monitor.events.weights import pack

from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tests" / "scores" / "articles"
NAMES = ROOT / "scripts" / "training" / "lands.tsv"
WEIGHTS = ROOT / "monitor" / "data" / "lands.bin"
#: the inverse of how strongly large weights are punished
STRENGTH = 5.0
#: a word of fewer texts, and of no name, teaches nothing that holds elsewhere
LEAST_TEXTS = 2
#: what a name of the table counts, where a text counts 1: with half of it a point fewer is right
NAME = 2.0
#: smaller weights are left out
LEAST_WEIGHT = 0.2
#: shares at which `--folds` counts
BOUNDS = (0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A labelled text: the words of its front, and the country of its act."""

    source: str  #: its file; '' for a name
    document: str
    country: str


def examples() -> Iterator[Example]:
    """Every labelled text whose act has a country."""
    for path in sorted(ARTICLES.glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            text = json.loads(line)
            main = next((i for i in text["incidents"] if i["role"] == "main"), None)
            if main and main.get("country"):
                document = f"{text['title']}\n\n{text['text']}".strip()
                yield Example(source=path.stem, document=document, country=main["country"])


def names() -> list[Example]:
    """The table of names, a text each."""
    rows = [line.rstrip("\n").split("\t") for line in NAMES.open(encoding="utf-8")]
    return [Example(source="", document=name, country=code) for code, name in rows]


def fitted(known: Sequence[Example]) -> bytes:
    """The file of the weights that make the labelled countries likeliest, of these texts and of all names."""
    named = names()
    rows = [features(e.document) for e in (*known, *named)]
    found = Counter(word for row in rows[: len(known)] for word in row)
    found.update(dict.fromkeys((word for row in rows[len(known) :] for word in row), LEAST_TEXTS))
    vectors = DictVectorizer()
    table = vectors.fit_transform([{word: 1.0 for word in sorted(row) if found[word] >= LEAST_TEXTS} for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    counts = [1.0] * len(known) + [NAME] * len(named)
    model.fit(table, [e.country for e in (*known, *named)], sample_weight=counts)
    weights = {
        word: {
            int(n): float(model.coef_[n, column])
            for n in np.flatnonzero(np.abs(model.coef_[:, column]) >= LEAST_WEIGHT)
        }
        for word, column in vectors.vocabulary_.items()
    }
    return pack(model.classes_.tolist(), model.intercept_.tolist(), weights)


def folds(known: Sequence[Example], count: int) -> None:
    """Prints how often the words are so sure on files that taught nothing, and right then."""
    sources = sorted({e.source for e in known})
    asked = 0
    sure: Counter[float] = Counter()
    hit: Counter[float] = Counter()
    for part in range(count):
        held = set(sources[part::count])
        model = LandModel(fitted([e for e in known if e.source not in held]))
        for e in (e for e in known if e.source in held):
            asked += 1
            land = model.land(e.document)
            for bound in (b for b in BOUNDS if land and land.share >= b):
                sure[bound] += 1
                hit[bound] += land is not None and land.code == e.country
    print(f"{asked} texts")
    for bound in BOUNDS:
        print(f"sure from {bound:.0%}: {sure[bound] / asked:.3f} of them, {hit[bound] / sure[bound]:.3f} right")


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
