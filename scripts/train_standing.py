"""Makes monitor/data/standing.json, the weights of monitor/events/standing.py, from labelled articles of ours.

    python -m scripts.train_standing          write the weights (`make model` sets up what it needs)
    python -m scripts.train_standing --folds  how many further acts it tells rightly, file by file held back

Trained is a logistic regression: a further act that is one of those labelled as new beside the main one, of a type of
its family, within a day and in its country, against any other. The articles are read by the shipped models: read by
models of types that had not learned from their file they taught much the same, in ten times as long (of 331 further
acts of texts kept apart 174 told, and 201 others; by what is shipped 173 and 205). The same articles give the same
weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.articles.extract import extract
from monitor.events.further import Beside
from monitor.events.standing import SURE, StandingModel, features
from monitor.taxonomy import type_of
from monitor.types import Event

from scripts import score_reading, train_relevance  # isort: skip
from scripts.logit import encoded, regression  # isort: skip
from scripts.teach import command  # isort: skip

WEIGHTS = train_relevance.WEIGHTS.with_name("standing.json")
#: the inverse of how strongly large weights are punished
STRENGTH = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One further act of a labelled article."""

    source: str
    headline: str
    news: bool  #: whether it is labelled as new beside the main act
    seen: Mapping[str, float]


class _Listener(StandingModel):
    """Keeps what was to be judged, and judges nothing."""

    heard: list[Beside]

    def __init__(self) -> None:
        super().__init__(b"{}")
        self.heard = []

    def judged(self, beside: Beside) -> Event:
        self.heard.append(beside)
        return beside.event


def examples() -> Iterator[Example]:
    """Every further act of the labelled articles that is not recalled from long ago."""
    listener = _Listener()
    reader = score_reading.reader(standing=listener)
    for path, text in score_reading.labelled_texts(train_relevance.ARTICLES):
        listener.heard.clear()
        reader.read(extract(score_reading.item(text)))
        wanted = [i for i in text["incidents"] if i["role"] == "also_new"]
        for beside in listener.heard:
            news = any(_found(beside.event, incident) for incident in wanted)
            yield Example(source=path.stem, headline=beside.event.headline, news=news, seen=features(beside))


def _found(event: Event, wanted: Mapping[str, Any]) -> bool:
    """Whether an event is a labelled incident."""
    families = {type_of(name).family for name in (wanted["type"], *(wanted.get("type_ok") or ()))}
    if type_of(event.type).family not in families or event.when is None:
        return False
    if wanted["date"] and abs((event.when.date - date.fromisoformat(wanted["date"])).days) > 1:
        return False
    return (event.place.country if event.place else None) == wanted.get("country")


def fitted(known: Sequence[Example]) -> dict[str, float]:
    """The weights that tell news from what is only mentioned; '' is what every act gets."""
    return regression([e.seen for e in known], [e.news for e in known], strength=STRENGTH)


def folds(known: Sequence[Example], _parts: int) -> None:
    """Prints what becomes of the further acts of each file, weighed by what the others taught."""
    told = {True: 0, False: 0}
    for source in sorted({e.source for e in known}):
        model = StandingModel(encoded(fitted([e for e in known if e.source != source])))
        for e in known:
            if e.source == source:
                share = model.share(e.seen)
                told[e.news] += share >= SURE
                if (share >= SURE) != e.news:
                    print(f"{share:.2f} {'news ' if e.news else 'other'} {source}: {e.headline[:80]}")
    news = sum(e.news for e in known)
    print(f"{told[True]} of {news} that are news and {told[False]} of {len(known) - news} others told without doubt")


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
