"""How busy each region is against its own usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from monitor.alerts.regions import region_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How busy a region was against its own last ninety days."""

    region: str
    count: int  #: incidents since the last digest
    usual: float  #: of the same length of time, mean of the baseline
    days: tuple[int, ...]  #: incidents a day, the last fourteen days, today last
    baseline_days: int  #: how many days the baseline has; few mean little
    word: str  #: well above | above | as | below; '' while there is no baseline
    bars: str  #: the same fourteen days as block characters
    heights: tuple[int, ...]  #: as percent of the highest, for a drawn chart


_BLOCKS = "▁▂▃▄▅▆▇█"


def spark(counts: Sequence[int]) -> str:
    """Counts as block characters; an empty day is a dot, so that none is told from few."""
    top = max(counts, default=0)
    if not top:
        return "·" * len(counts)
    return "".join("·" if not n else _BLOCKS[min(7, (n * 8 - 1) // top)] for n in counts)


def trends(opened: Sequence[tuple[str, str]], *, today: Day, known_since: Day | None = None) -> tuple[Trend, ...]:
    """Each region that had anything in the last fortnight, busiest against its own usual first.

    `opened` is (day, country) of each incident; what an old article tells of before `known_since`
    is no baseline."""
    by_region: dict[str, Counter[Day]] = {}
    for day_text, country in opened:
        day = Day.fromisoformat(day_text[:10])
        if today - timedelta(days=90) <= day <= today:
            by_region.setdefault(region_of(country or None), Counter())[day] += 1
    first = min((day for days in by_region.values() for day in days), default=today)
    baseline_days = (today - max(first, known_since or first)).days
    found = [_trend(region, days, today, min(90, baseline_days)) for region, days in by_region.items()]
    shown = [trend for trend in found if sum(trend.days)]
    return tuple(sorted(shown, key=lambda one: (one.usual - one.count, one.region))[:8])


def _trend(region: str, days: Counter[Day], today: Day, baseline_days: int) -> Trend:
    last = tuple(days[today - timedelta(days=back)] for back in range(13, -1, -1))
    # a digest in the morning speaks of yesterday and the night: two days, so that neither is cut in half
    count = last[-1] + last[-2]
    begin = today - timedelta(days=baseline_days)
    earlier = sum(n for day, n in days.items() if begin <= day < today - timedelta(days=1))
    usual = earlier / max(1, baseline_days - 1) * 2 if baseline_days >= 7 else 0.0  # of less nothing is usual yet
    if baseline_days < 7:
        word = ""
    elif count > max(usual * 2, usual + 3):
        word = "well above its usual"
    elif count > usual * 1.25 + 1:
        word = "above its usual"
    elif count < usual * 0.6 - 1:
        word = "below its usual"
    else:
        word = "as usual"
    top = max(last)
    return Trend(
        region=region,
        count=count,
        usual=round(usual, 1),
        days=last,
        baseline_days=baseline_days,
        word=word,
        bars=spark(last),
        heights=tuple(round(100 * n / top) if top else 0 for n in last),
    )
