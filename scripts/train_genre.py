"""Makes monitor/data/genre.json, the weights of monitor/events/genre.py, from labelled items and articles of ours.

    python -m scripts.train_genre            write the weights (`make model` sets up what it needs)
    python -m scripts.train_genre --folds 1  what it would silence and doubt of articles it was not trained on

Trained is a logistic regression: a text that reports an incident of the last days against one that reports none. The
same texts give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from monitor.articles.extract import extract
from monitor.events.classify import MAX_READ, Reader
from monitor.events.days.when import Calendar
from monitor.events.genre import DOUBTFUL, QUIET, GenreModel, features
from monitor.events.sentences import split
from monitor.types import Role

from scripts import score_reading  # isort: skip
from scripts.logit import encoded  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "genre.json"
#: the inverse of how strongly large weights are punished; from 0.03 to 0.3 the result hardly differs
STRENGTH = 0.1
#: a word of fewer texts teaches nothing that holds elsewhere
LEAST_TEXTS = 3
#: smaller weights are left out
LEAST_WEIGHT = 0.02
#: what an article counts, and what a short item
COUNTS = {True: 3.0, False: 0.1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled text."""

    source: str
    article: bool
    news: bool  #: whether it reports an incident of the last days
    told: bool  #: whether the reader takes it for news
    seen: frozenset[str]
    text: dict[str, Any]


def examples() -> Iterator[Example]:
    """Every labelled text of ours."""
    reader = score_reading.reader(genre=GenreModel(b'{"": -9.0}'))  # keeps nothing quiet
    for folder in (ITEMS, ARTICLES):
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.open(encoding="utf-8"):
                text = json.loads(line)
                article = "incidents" in text
                news = any(i["role"] != "background" for i in text["incidents"]) if article else text["type"] != "none"
                yield Example(source=path.stem, article=article, news=news, **read(reader, text), text=text)


def read(reader: Reader, text: dict[str, Any]) -> dict[str, Any]:
    """What the model sees of one text, and whether the reader takes it for news."""
    article = extract(score_reading.item(text))
    document = article.document[:MAX_READ]
    calendar = Calendar(
        document,
        split(document, has_title=bool(article.title)),
        published=article.published,
        published_precision=article.published_precision,
        published_inferred=article.published_inferred,
    )
    events = reader.read(article).events
    return {
        "seen": frozenset(features(document, article.title, calendar.mentions, calendar.base_day())),
        "told": any(event.role is Role.MAIN for event in events),
    }


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that tell the texts without news from the others; '' is what every text gets."""
    counts = Counter(name for e in known for name in e.seen)
    kept = {name for name, count in counts.items() if count >= LEAST_TEXTS}
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(e.seen & kept), 1.0) for e in known])
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced")
    model.fit(table, [not e.news for e in known], sample_weight=[COUNTS[e.article] for e in known])
    weights = {name: round(float(model.coef_[0][column]), 2) for name, column in vectors.vocabulary_.items()}
    kept_weights = {name: w for name, w in weights.items() if abs(w) >= LEAST_WEIGHT}
    return {"": round(float(model.intercept_[0]), 2), **kept_weights}


def folds(known: Sequence[Example]) -> None:
    """Prints what becomes of the articles that the reader takes for news, each file read by what the others taught."""
    total = np.zeros((2, 3), dtype=int)
    for source in sorted({e.source for e in known if e.article}):
        model = GenreModel(encoded(fitted([e for e in known if e.source != source])))
        for e in known:
            if e.source != source or not e.told:
                continue
            share = model.share(e.seen)
            fate = 2 if share >= QUIET else 1 if share >= DOUBTFUL else 0
            total[int(e.news), fate] += 1
            if (fate and e.news) or (not fate and not e.news):
                print(f"{share:.2f} {'news ' if e.news else 'quiet'} {source} {e.text['id']} {e.text['title'][:80]}")
    for news, name in ((1, "reports"), (0, "others taken for reports")):
        told, doubted, silenced = total[news]
        print(f"{name:26} {total[news].sum():5}: {silenced} silenced, {doubted} doubted, {told} told")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead of writing")
    given = parser.parse_args()
    known = list(examples())
    if given.folds:
        folds(known)
        return
    weights = fitted(known)
    WEIGHTS.write_bytes(encoded(weights))
    print(f"{len(known)} texts, {len(weights)} weights, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
