"""Does a text report something new, or is it an analysis, a recollection, a feature? A linear model over all its words.

The rules of `verdict.py` know the headlines of essays and the words of anniversaries; a long read that opens with the
account of an attack has neither, and gives itself away by its words as a whole and by the times it names. Asked is only
about a text in which an act was found. `scripts/train_genre.py` makes the model from labelled texts of ours; without
its file the rules decide alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day

from monitor.events import weights
from monitor.events.days.mentions import Mention

#: characters that are read, and words of the front that count once more
_CHARS = 6_000
_FRONT = 80
#: names would teach which countries essays were written about
_WORD = re.compile(r"\b[a-z][a-z'’-]+|[?“”\"]")
_TITLE_WORD = re.compile(r"[^\W\d_][\w'’-]+|[?:“”\"]")
#: how long ago a time is that a text names, in days -> the name of the step
_AGO = ((0, "ahead"), (1, "today"), (2, "yesterday"), (4, "days"), (8, "week"), (41, "weeks"), (371, "year"))
_NEW = ("today", "yesterday", "days")
_OLD = ("weeks", "year", "years")


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """How likely a text reports nothing new, and the words that say so most, the strongest first."""

    share: float
    words: tuple[str, ...]


class GenreModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes) -> None:
        self._weights = weights.read(data, "genres")

    def of(self, document: str, title: str, times: Sequence[Mention], base: Day | None) -> Genre:
        """What a document is by its words and by the times it names; `base` is the local day of publication."""
        heard = self._heard(features(document, title, times, base))
        strongest = [name for weight, name in sorted(heard, reverse=True)[:8] if weight > 0]
        said = [name.removeprefix("title ").removeprefix("front ") for name in strongest]
        return Genre(share=self._share(heard), words=tuple(dict.fromkeys(said))[:4])

    def share(self, seen: Iterable[str]) -> float:
        """How likely a text with these features reports nothing new."""
        return self._share(self._heard(seen))

    def _heard(self, seen: Iterable[str]) -> list[tuple[float, str]]:
        """The features that weigh something; most words of a text do not."""
        weight_of = self._weights.get
        return [(weight, name) for name in seen if (weight := weight_of(name))]

    def _share(self, heard: list[tuple[float, str]]) -> float:
        """The weight of '' is what every text gets."""
        score = self._weights.get("", 0.0) + sum([weight for weight, _ in heard])
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def features(document: str, title: str, times: Sequence[Mention], base: Day | None) -> Iterator[str]:
    """What the model sees, each once: the words of title, front and text and how long ago the times lie."""
    yield from {f"title {word}" for word in _TITLE_WORD.findall(title.lower())}
    words = _WORD.findall(document, len(title), _CHARS)
    yield from {f"front {word}" for word in words[:_FRONT]}
    yield from set(words)
    if base is None:
        return
    steps = Counter(_step((base - m.final).days) for m in times if m.final is not None and not m.dateline)
    early = sum(1 for m in times if m.final and not m.dateline and m.sentence <= 2 and 0 <= (base - m.final).days <= 3)
    for name, count in steps.items():
        yield f"when {name}"
        yield f"when {name} {min(count, 3)}"
    new, old = sum(steps[name] for name in _NEW), sum(steps[name] for name in _OLD)
    yield f"new times {min(new, 3)}"
    yield f"new times in front {min(early, 2)}"
    yield f"old times {round(4 * old / max(1, old + new))} of 4"


def _step(days: int) -> str:
    return next((name for bound, name in _AGO if days < bound), "years")
