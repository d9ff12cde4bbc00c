"""An act of the last days that a text tells behind other news: the price of oil first, the strike that moved it later.

Where headline and lead tell of no act of ours, the text is judged once more from the first sentence that dates one
within the last days, as if it began there. What is told so far down is recalled as often as reported, so it has scales
of its own (`relevance.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date as Day

from msgspec import structs

from monitor.events.days.mentions import Mention
from monitor.events.scan import Line
from monitor.events.segments import FRONT, LEAD, Told
from monitor.events.telling import heft, ranked

#: an act that its own words put more days back is recalled
_DAYS = 3
#: why a front was kept quiet that says nothing of what stands below it, be it an essay or outweighed by the topics of
#: one; of labelled texts whose front is a judgement, or in which the rules found an act that the scales took for none,
#: 54 of 55 with a dated act below report nothing
UNDER = frozenset({"historical", "no_side", "weak", "analysis", "anniversary", "quoted", "modality"})
_DAY = frozenset({"hour", "night", "day"})
_REACH = 3  #: so many sentences behind the one that names a day are told of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A text from the sentence on that dates an act within the last days."""

    first: int  #: the number of that sentence
    lines: Sequence[Line]  #: it and those after it
    told: Sequence[Told]  #: their acts, numbered and weighed as if the text began there


def below(
    told: Sequence[Told], lines: Sequence[Line], mentions: Sequence[Mention], base: Day | None, *, soft: bool
) -> Below | None:
    """The text from its first act on that its sentence puts within the last days, by a day or an hour ('drones hit the
    port in the night'); None where there is none, or in title and lead, which were judged. `base` is the day of
    publication. Under a `soft` lead ('The bride's sisters are buried.') the act may stand in the third sentence, and
    its day shortly before."""
    hours = {m.sentence for m in mentions if m.first is None and m.hours is not None and not (m.since or m.future)}
    days = _days_before(lines, mentions, base) if soft else frozenset()
    rank = LEAD + 1 if soft else FRONT
    first = min((t.act.line for t in told if t.rank >= rank and _dated(t, hours, days)), default=0)
    if first == 0:
        return None
    rest = lines[first:]
    ranks = ranked(rest)
    moved = [
        structs.replace(
            t,
            act=structs.replace(t.act, line=t.act.line - first),
            rank=ranks[t.act.line - first],
            weight=t.weight * heft(ranks[t.act.line - first]) / heft(t.rank),
        )
        for t in told
        if t.act.line >= first
    ]
    return Below(first=first, lines=rest, told=moved)


def _days_before(lines: Sequence[Line], mentions: Sequence[Mention], base: Day | None) -> frozenset[int]:
    """The sentences that name one of the last days, and the next ones up to the end of the next paragraph."""
    named = {
        m.sentence
        for m in mentions
        if base is not None and m.first is not None and m.precision in _DAY and not (m.since or m.future or m.dateline)
        if 0 <= (base - m.first).days <= _DAYS
    }
    return frozenset(
        n + step
        for n in named
        for step in range(_REACH + 1)
        if n + step < len(lines) and lines[n + step].sentence.paragraph <= lines[n].sentence.paragraph + 1
    )


def _dated(told: Told, hours: Collection[int], days: Collection[int]) -> bool:
    if told.old or told.past:
        return False
    if told.age is None:
        return told.act.line in hours or told.act.line in days
    return 0 <= told.age <= _DAYS


def without_front(told: Sequence[Told], first: int) -> list[Told]:
    """The acts of a text that is told from sentence `first` on; those before it are recalled at most."""
    return [structs.replace(t, old=True) if t.act.line < first else t for t in told]
