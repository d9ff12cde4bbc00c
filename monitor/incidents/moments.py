"""Whether two reports may speak of one time, and how strongly their times say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.incidents import amiss
from monitor.types import Reason, When

NEVER = float("-inf")
_BROAD = {"week": 6, "month": 30, "year": 365}
#: local midnight, universal time and the date line blur a day by no more than this
_BLUR = timedelta(hours=3)
#: up to so many days after a stated act, a report that states no day
_TOLD_LATER = ((2, -0.5), (3, -1.2), (7, -2.0), (14, -2.5))


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which an act may have happened, as day numbers, and how they are known."""

    first: int
    last: int
    stated: bool  #: the text names the time; otherwise publication stands in
    broad: bool  #: known to the week, month or year only
    night: bool
    earliest: datetime | None = None
    latest: datetime | None = None
    maybe: tuple[tuple[int, float], ...] = ()  #: other days that it may have been, each with its likelihood


def span(when: When | None, told: datetime | None) -> Span | None:
    """The span of `when`, or of the publication `told` where nothing is said; None where neither is known."""
    if when is None:
        if told is None:
            return None
        day = told.date().toordinal()
        return Span(day, day, False, False, False)
    first = when.date.toordinal()
    last = when.date_to.toordinal() if when.date_to else first + _BROAD.get(when.precision, 0)
    broad = when.precision in _BROAD or last - first > 4
    maybe = tuple((day.toordinal(), share) for day, share in when.maybe_on)
    return Span(first, last, not when.inferred, broad, when.precision == "night", when.earliest, when.latest, maybe)


def loosely(span: Span, told: datetime | None) -> Span:
    """`span` where its day may be that of the news: as if the text named none. One of the day before stays as it is."""
    if span.broad or (told is not None and span.last < told.date().toordinal()):
        return span
    return replace(span, stated=False, night=False)


def compare(a: Span | None, b: Span | None) -> Reason:
    """How far the times of an event (`a`) and an incident (`b`) speak for one act."""
    if a is None or b is None:
        return Reason(fact="no_time", points=0.0, text="no time to compare")
    plain = _plainly(a, b)
    return plain if plain.points >= 0 else amiss.weighed(plain, _each(a), _each(b), _plainly)


def _each(span: Span) -> list[tuple[Span, float]]:
    """The times it may have been, each with its likelihood."""
    return amiss.each(span, [(Span(day, day, True, False, False), share) for day, share in span.maybe])


def _plainly(a: Span, b: Span) -> Reason:
    gap = max(a.first - b.last, b.first - a.last, 0)
    if a.broad or b.broad:
        if gap == 0:
            return Reason(fact="time_within", points=0.5, text="the looser time includes the closer one")
        return _apart(gap, -2.0 if gap <= 2 else -6.0 if gap <= 31 else NEVER)
    if a.stated and b.stated:
        return _both_stated(a, b, gap)
    if a.stated or b.stated:
        act, news = (a, b) if a.stated else (b, a)
        return _one_stated(act, news)
    if gap <= 1:
        return Reason(
            fact="told_together", points=1.3 - 0.5 * gap, text="told on the same day" if not gap else "told a day apart"
        )
    return _apart(gap, -0.4 if gap == 2 else -1.2 if gap == 3 else -2.5 if gap <= 7 else -6.0)


def _both_stated(a: Span, b: Span, gap: int) -> Reason:
    if gap == 0:
        exact = a.first == b.first and a.last == b.last
        return Reason(fact="same_day", points=2.5 if exact else 2.0, text="on the same day")
    if gap == 1 and _meet(a, b):
        return Reason(fact="date_line", points=0.6, text="the same hours, dated differently")
    if gap == 1 and (a.night or b.night):
        return Reason(fact="same_night", points=0.0, text="the same night, or the next")
    return _apart(gap, -3.2 if gap == 1 else -5.0 if gap == 2 else NEVER)


def _meet(a: Span, b: Span) -> bool:
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    hours = max(a.latest - a.earliest, b.latest - b.earliest)
    return hours <= timedelta(hours=14) and a.earliest - _BLUR <= b.latest and b.earliest - _BLUR <= a.latest


def _one_stated(act: Span, news: Span) -> Reason:
    """The act was on known days; the other report names none, so it may be of any day shortly before it."""
    after = news.last - act.last
    if after < 0 and news.last >= act.first:
        after = 0
    if after in (0, 1):
        return Reason(
            fact="told_in_time", points=1.6 - 0.3 * after, text="told on the day" if not after else "told the day after"
        )
    if after == -1:
        return Reason(fact="date_line", points=0.0, text="dated the day after it was told")
    if after < 0:
        return Reason(fact="told_before", points=NEVER if after < -2 else -6.0, text="told before it happened")
    return _apart(after, next((points for most, points in _TOLD_LATER if after <= most), -5.0))


def _apart(days: int, points: float) -> Reason:
    return Reason(
        fact="other_day" if points < 0 else "near_day", points=points, text=f"{days} day{'s' if days > 1 else ''} apart"
    )
