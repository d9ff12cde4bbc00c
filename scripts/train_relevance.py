"""Makes monitor/data/relevance.json, the weights of monitor/events/relevance.py, from labelled articles of ours.

    python -m scripts.train_relevance          write the weights (`make model` sets up what it needs)
    python -m scripts.train_relevance --folds  how many reports it tells and how much else, file by file held back

An article is heard by models of types and of genres that did not learn from its file: a model speaks more surely of
what it has learned, and weights set by that would trust it too far. Trained is a logistic regression: an article that
reports an incident of the last days against one that reports none. The same articles give the same weights.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from monitor.articles.extract import extract
from monitor.events.genre import GenreModel
from monitor.events.learned import TypeModel
from monitor.events.relevance import SHORT_ITEM, Heard, Relevance, RelevanceModel, bounds, features

from scripts import score_reading, train_genre, train_reading  # isort: skip
from scripts.logit import encoded, regression  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "relevance.json"
#: the inverse of how strongly large weights are punished; of 1,704 articles held back 80 or 81 go wrong from here to 1,
#: 86 at 0.1 and 91 at 0.03
STRENGTH = 0.3
#: so many times the models that are heard are taught anew, each time without a part of the files
PARTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled article."""

    source: str
    title: str
    news: bool  #: whether it reports an incident of the last days
    item: bool  #: whether it is a short one
    bounds: tuple[float, float]  #: from which likelihoods on it is told, and told without doubt
    seen: Mapping[str, float]


class _Listener(RelevanceModel):
    """Keeps what was heard of a text, first of its front, and takes no text for news."""

    heard: list[Heard]

    def __init__(self, genres: GenreModel) -> None:
        super().__init__(b"{}", genres)
        self.heard = []

    def of(self, heard: Heard) -> Relevance:
        self.heard.append(heard)
        return Relevance(share=0.0, parts={}, heard=heard)


def held_back() -> Iterator[tuple[Sequence[Path], TypeModel, GenreModel]]:
    """The files of articles in parts, each with models of types and genres that did not learn from it."""
    texts, genres = train_reading.taught(), list(train_genre.examples())
    files = sorted(ARTICLES.glob("*.jsonl"))
    for part in range(PARTS):
        held = files[part::PARTS]
        names = {path.stem for path in held}
        types = TypeModel(train_reading.packed(*train_reading.learned([t for t in texts if t.source not in names])))
        rest = [e for e in genres if not e.article or e.source not in names]
        yield held, types, GenreModel(encoded(train_genre.fitted(rest)))


def examples() -> Iterator[Example]:
    """Every labelled article that reaches the scales, as models hear it that have not learned from its file."""
    for held, types, genres in held_back():
        listener = _Listener(genres)
        reader = score_reading.reader(types=types, relevance=listener)
        for path in held:
            for line in path.open(encoding="utf-8"):
                text = json.loads(line)
                listener.heard.clear()
                reader.read(extract(score_reading.item(text)))
                for heard in listener.heard:
                    yield Example(
                        source=path.stem,
                        title=text["title"],
                        news=any(i["role"] != "background" for i in text["incidents"]),
                        item=heard.sentences <= SHORT_ITEM,
                        bounds=bounds(heard),
                        seen=features(heard),
                    )


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that tell reports from other texts; '' is what every text gets."""
    return regression([e.seen for e in known], [e.news for e in known], strength=STRENGTH)


def folds(known: Sequence[Example], _parts: int) -> None:
    """Prints what becomes of the articles of each file, weighed by what the others taught."""
    totals = {(news, item): [0, 0, 0] for item in (False, True) for news in (True, False)}
    for source in sorted({e.source for e in known}):
        weights = fitted([e for e in known if e.source != source])
        for e in known:
            if e.source != source:
                continue
            share = RelevanceModel(encoded(weights), GenreModel(b"{}")).share(e.seen)
            least, sure = e.bounds
            totals[e.news, e.item][2 if share >= sure else 1 if share >= least else 0] += 1
            if (share >= least) != e.news:
                print(f"{share:.2f} {'report' if e.news else 'other '} {source}: {e.title[:80]}")
    for (news, item), (quiet, doubted, told) in totals.items():
        name = f"{'items' if item else 'texts'} with{'' if news else 'out'} an incident"
        print(f"{name:25} {quiet + doubted + told:5}: {told} told, {doubted} in doubt, {quiet} kept quiet")


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
