"""What two reports say for one act where a field of one may have been read amiss.

What reads a text tells what else a field may be, each with its likelihood (`When.maybe_on`, `Event.maybe_at`,
`maybe_by`, `maybe_type`). Where the fields as read speak against one act, all that they may be is compared: one text
has 3 June, the other has 4 June, but perhaps it means 3 June too. Points are differences of logarithms, so those of a
doubtful pair are log(sum of likelihood * e^points) over all that the two may be.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from monitor.incidents.sources import owner
from monitor.types import Event, Incident, Reason

_MAYBE = "maybe_"  #: before the fact that the fields as read are

A = TypeVar("A")
B = TypeVar("B")


def each(read: A, maybe: Iterable[tuple[A, float]]) -> list[tuple[A, float]]:
    """All that a field may be, with its likelihood: as it was read first, which has what the others leave."""
    others = list(maybe)
    return [(read, max(0.0, 1.0 - sum(share for _, share in others))), *others]


def weighed(
    plain: Reason,
    mine: Sequence[tuple[A, float]],
    theirs: Sequence[tuple[B, float]],
    compare: Callable[[A, B], Reason],
) -> Reason:
    """`plain`, what the fields as they were read say, or what all that they may be says, where that is more."""
    if len(mine) == len(theirs) == 1:
        return plain
    odds, most, other = 0.0, 0.0, plain
    for n, (one, share) in enumerate(mine):
        for m, (another, as_likely) in enumerate(theirs):
            found = compare(one, another) if n or m else plain
            likely = share * as_likely
            odds += likely * math.exp(found.points)
            if found.points > plain.points and likely > most:
                most, other = likely, found
    points = math.log(odds) if odds else plain.points
    if points <= plain.points or other is plain:
        return plain
    text = f"{plain.text}, or else {other.text} ({min(most, 1.0):.0%})"
    return Reason(fact=f"{_MAYBE}{plain.fact}", points=points, text=text)


def doubted(reason: Reason) -> bool:
    """Whether a reason speaks of a field that may have been read amiss."""
    return reason.fact.startswith(_MAYBE)


def sole(incident: Incident, tells: Callable[[Event], object]) -> Event | None:
    """The report that tells a field, where one source alone does; None where several do, which leave no doubt, or
    none. A copy of a report is no second source."""
    telling = [event for event in incident.events if tells(event)]
    return telling[0] if len({owner(event) for event in telling}) == 1 else None
