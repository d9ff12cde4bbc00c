"""Makes monitor/data/genre.json, the weights of monitor/events/genre.py, from labelled items and articles of ours.

    python -m scripts.train_genre  write the weights (`make model` sets up what it needs)

Trained is a logistic regression: a text that reports an incident of the last days against one that reports none. The
same texts give the same weights. How right it is shows in what it adds to `train_relevance.py`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from monitor.articles.extract import extract
from monitor.errors import ArticleError
from monitor.events.classify import MAX_READ
from monitor.events.days.when import Calendar
from monitor.events.genre import features
from monitor.events.sentences import split

from scripts import score_reading  # isort: skip
from scripts.teach import command  # isort: skip
from scripts.train_reading import parts  # isort: skip

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
#: ... and its headline and its first paragraph, each by itself, as feeds have them; counting the headline less, whole
#: texts that were held back are told apart less surely too
PARTS = (1.0, 0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled text."""

    source: str
    article: bool
    news: bool  #: whether it reports an incident of the last days
    seen: frozenset[str]
    parts: Sequence[frozenset[str]]  #: of its headline and its first paragraph by themselves, where it has both


def examples() -> Iterator[Example]:
    """Every labelled text of ours."""
    for folder in (ITEMS, ARTICLES):
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.open(encoding="utf-8"):
                text = json.loads(line)
                article = "incidents" in text
                news = any(i["role"] != "background" for i in text["incidents"]) if article else text["type"] != "none"
                yield Example(
                    source=path.stem,
                    article=article,
                    news=news,
                    seen=seen(text),
                    parts=list(seen_apart(text)),
                )


def seen(text: dict[str, Any]) -> frozenset[str]:
    """What the model sees of one text."""
    article = extract(score_reading.item(text))
    document = article.document[:MAX_READ]
    calendar = Calendar(
        document,
        split(document, has_title=bool(article.title)),
        published=article.published,
        published_precision=article.published_precision,
    )
    return frozenset(features(document, article.title, calendar.mentions, calendar.base_day()))


def seen_apart(text: dict[str, Any]) -> Iterator[frozenset[str]]:
    """What it sees of the headline and of the first paragraph by themselves."""
    for part in parts(text):
        try:
            yield seen(part)
        except ArticleError:  # a caption or a credit: nothing of it is read
            continue


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that tell the texts without news from the others; '' is what every text gets."""
    rows = [(e.seen, e.news, COUNTS[e.article]) for e in known]
    rows += [
        (part, e.news, COUNTS[e.article] * count) for e in known for part, count in zip(e.parts, PARTS, strict=False)
    ]
    counts = Counter(name for seen, _, _ in rows for name in seen)
    kept = {name for name, count in counts.items() if count >= LEAST_TEXTS}
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(sorted(seen & kept), 1.0) for seen, _, _ in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced")
    model.fit(table, [not news for _, news, _ in rows], sample_weight=[count for _, _, count in rows])
    weights = {name: round(float(model.coef_[0][column]), 2) for name, column in vectors.vocabulary_.items()}
    kept_weights = {name: w for name, w in weights.items() if abs(w) >= LEAST_WEIGHT}
    return {"": round(float(model.intercept_[0]), 2), **kept_weights}


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS)
