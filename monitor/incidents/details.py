"""What the names, figures and places of two reports say where no structure tells their stories apart.

A story of no type of ours has no sides and no kind of act to compare. Two earthquakes of one coast, two trials in one
town share every common word; they differ in their names and figures. An incident is as near as its nearest report and
all of them together, so that one odd report draws nothing in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monitor.incidents.words import folded, weight
from monitor.types import Event, Place, Reason

#: points for all words and for the names in common, of which two reports of one story have about a third
_WORDS, _NAMES, _EXPECTED = 9.0, 13.0, 2.8
_MOST_BY_NAMES = 5.3
#: with so many names each, not one in common says that it is another story
_ENOUGH_NAMES, _NO_NAME = 3, -1.5
#: points for the share of figures in common above the share that chance gives, within bounds; in full from this weight
_FIGURES, _BY_CHANCE, _MOST_BY_FIGURES, _LEAST_BY_FIGURES, _SURE = 20.0, 0.22, 3.8, -4.5, 4.0
_UNNAMED_PLACE = -2.0
_SAME_YEAR, _OTHER_YEAR = 0.7, -2.0
#: what the nearest report counts, against the mean of all
_NEAREST = 0.4


@dataclass(frozen=True, slots=True)
class Details:
    """The telling words of one report, sorted by what they are."""

    names: frozenset[str]
    figures: frozenset[str]
    years: frozenset[str]
    words: frozenset[str]  #: all but figures and years


def of(event: Event) -> Details:
    """The details of `event`."""
    return _details(event.keywords, event.named)


@lru_cache(maxsize=4096)
def _details(keywords: tuple[str, ...], named: int) -> Details:
    first = keywords[:named]
    numbers = frozenset(word for word in first if word[0].isdigit() and word[-1].isdigit())
    years = frozenset(word for word in numbers if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit())
    return Details(
        names=frozenset(first) - numbers,
        figures=numbers - years,
        years=years,
        words=frozenset(keywords) - numbers,
    )


def compare(event: Event, others: Sequence[Event]) -> Iterator[Reason]:
    """What the details of `event` and of `others`, the reports of an incident, say for or against one story."""
    mine, theirs = of(event), [of(other) for other in others]
    if not theirs or not mine.words:
        return
    yield from _names(mine, theirs)
    yield from _figures(mine, theirs)
    yield from _places(event, others)
    yield from _years(event, others)


def _names(mine: Details, theirs: Sequence[Details]) -> Iterator[Reason]:
    words = _together([_overlap(mine.words, each.words) for each in theirs])
    names = _together([_overlap(mine.names, each.names) for each in theirs])
    shared = mine.names & frozenset().union(*(each.names for each in theirs))
    if not shared and min(len(mine.names), *(len(each.names) for each in theirs)) > _ENOUGH_NAMES:
        yield Reason(fact="other_names", points=_NO_NAME, text="no name in common")
    points = min(_WORDS * words + _NAMES * names - _EXPECTED, _MOST_BY_NAMES)
    if points >= 0:
        told = sorted(shared or mine.words & theirs[0].words, key=lambda word: (-weight(word), word))
        yield Reason(fact="shared_names", points=points, text=f"both speak of {', '.join(told[:4])}")
    else:
        yield Reason(fact="few_names", points=points, text="hardly a name or telling word in common")


def _figures(mine: Details, theirs: Sequence[Details]) -> Iterator[Reason]:
    having = [each.figures for each in theirs if each.figures]
    if not mine.figures or not having:
        return
    most = _weigh(mine.figures)
    share = _together([_weigh(mine.figures & each) / min(most, _weigh(each)) for each in having])
    sure = min(1.0, min(most, max(map(_weigh, having))) / _SURE)
    points = sure * max(_LEAST_BY_FIGURES, min(_MOST_BY_FIGURES, _FIGURES * (share - _BY_CHANCE)))
    if points < 0:
        yield Reason(fact="other_figures", points=points, text="hardly a figure in common")
    else:
        shared = mine.figures & frozenset().union(*having)
        yield Reason(fact="same_figures", points=points, text=f"both give {', '.join(sorted(shared)[:4])}")


def _places(event: Event, others: Sequence[Event]) -> Iterator[Reason]:
    """Each is set where the other has never heard of; one that is read amiss is named in the other all the same."""
    here = _spot(event.place)
    there = [(spot, of(other)) for other in others if (spot := _spot(other.place))]
    if not here or not there:
        return
    mine = of(event).words
    if not any(here & (spot | details.words) or spot & mine for spot, details in there):
        yield Reason(fact="other_place", points=_UNNAMED_PLACE, text=f"{' '.join(sorted(here))} is not named there")


def _years(event: Event, others: Sequence[Event]) -> Iterator[Reason]:
    """Of articles that are dated, their dates tell more."""
    if event.published and all(other.published for other in others):
        return
    year, told = _year(event), {_year(other) for other in others} - {""}
    if not year or not told:
        return
    if year in told:
        yield Reason(fact="same_year", points=_SAME_YEAR, text=f"both of {year}")
    else:
        yield Reason(fact="other_year", points=_OTHER_YEAR, text=f"{year}, not {max(told)}")


def _year(event: Event) -> str:
    """The year a report is of: that of its publication, else the latest that it names."""
    return str(event.published.year) if event.published else max(of(event).years, default="")


def _spot(place: Place | None) -> frozenset[str]:
    """The words of a place closer than a country."""
    return _plain(place.name) if place is not None and place.precision != "country" else frozenset()


@lru_cache(maxsize=8192)
def _plain(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded(name)))


def _together(shares: Sequence[float]) -> float:
    return _NEAREST * max(shares) + (1 - _NEAREST) * sum(shares) / len(shares)


def _weigh(figures: frozenset[str]) -> float:
    """How little chance gives figures like these: 24 often, 6.1 or 10,400 hardly."""
    return sum(2.5 if "." in each else (0.3, 1.0, 2.0, 3.0)[min(len(each), 4) - 1] for each in figures)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    return _square(a & b) / math.sqrt(_square(a) * _square(b))


def _square(words: frozenset[str]) -> float:
    return sum(weight(word) ** 2 for word in words)
