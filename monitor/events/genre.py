"""Does a text report something new, or is it an analysis, a recollection, a feature? A linear model over all its words.

The rules of `gist.py` know the headlines of essays and the words of anniversaries; a long read that opens with the
account of an attack has neither, and gives itself away by its words as a whole and by the times it names. Asked is only
about a text in which an act was found. `scripts/train_genre.py` makes the model from labelled texts of ours; without
its file the rules decide alone.
"""

from __future__ import annotations

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
#: how many words there are, in steps: few of a headline alone could outweigh that it names no time
_LENGTHS = (6, 12, 24, 48, 96, 160)
#: how long ago a time is that a text names, in days -> the name of the step
_AGO = ((0, "ahead"), (1, "today"), (2, "yesterday"), (4, "days"), (8, "week"), (41, "weeks"), (371, "year"))
_NEW = ("today", "yesterday", "days")
_OLD = ("weeks", "year", "years")


#: what the features of one part of a text are called, before their words, and the words
Part = tuple[str, Iterable[str]]
_TITLE, _FRONT_WORDS, _TEXT = "title ", "front ", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """How likely a text reports nothing new, by what weighs something in it."""

    share: float
    heard: Sequence[tuple[float, str, str]]  #: (weight, part, word)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that say so most, the strongest first."""
        strongest = sorted(
            ((weight, part + word, word) for weight, part, word in self.heard if weight > 0), reverse=True
        )
        return tuple(dict.fromkeys(word for _, _, word in strongest[:8]))[:4]


class GenreModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_bias", "_weights")

    def __init__(self, data: bytes) -> None:
        known = weights.read(data, "genres")
        self._bias = known.pop("", 0.0)  # what every text gets
        self._weights: dict[str, dict[str, float]] = {_TITLE: {}, _FRONT_WORDS: {}, _TEXT: {}}
        for name, weight in known.items():
            part = next(part for part in self._weights if name.startswith(part))
            self._weights[part][name.removeprefix(part)] = weight

    def of(self, document: str, title: str, times: Sequence[Mention], base: Day | None) -> Genre:
        """What a document is by its words and by the times it names; `base` is the local day of publication."""
        heard: list[tuple[float, str, str]] = []
        for part, words in _parts(document, title, times, base):
            weight_of = self._weights[part].get  # most words of a text weigh nothing
            heard += [(weight, part, word) for word in words if (weight := weight_of(word))]
        score = self._bias + sum([weight for weight, _, _ in heard])
        return Genre(share=weights.likelihood(score), heard=heard)


def features(document: str, title: str, times: Sequence[Mention], base: Day | None) -> Iterator[str]:
    """What the model sees, each once: the words of title, front and text, how many, and how long ago the times lie."""
    for part, words in _parts(document, title, times, base):
        yield from (part + word for word in words)


def _parts(document: str, title: str, times: Sequence[Mention], base: Day | None) -> Iterator[Part]:
    headline = _TITLE_WORD.findall(title.lower())
    yield _TITLE, set(headline)
    words = _WORD.findall(document, len(title), _CHARS)
    yield _FRONT_WORDS, set(words[:_FRONT])
    yield _TEXT, set(words)
    yield _TEXT, [f"words >{least}" for least in _LENGTHS if len(headline) + len(words) > least]
    if base is not None:
        yield _TEXT, _times(times, base)


def _times(times: Sequence[Mention], base: Day) -> Iterator[str]:
    """How long ago the times lie that a text names."""
    named = [((base - day).days, m.sentence) for m in times if not m.dateline and (day := m.final) is not None]
    steps = Counter([_step(ago) for ago, _ in named])
    for name, count in steps.items():
        yield f"when {name}"
        yield f"when {name} {min(count, 3)}"
    new, old = sum(steps[name] for name in _NEW), sum(steps[name] for name in _OLD)
    early = sum(1 for ago, sentence in named if sentence <= 2 and 0 <= ago <= 3)
    yield f"new times {min(new, 3)}"
    yield f"new times in front {min(early, 2)}"
    yield f"old times {round(4 * old / max(1, old + new))} of 4"


def _step(days: int) -> str:
    return next((name for bound, name in _AGO if days < bound), "years")
