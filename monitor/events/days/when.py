"""When an act happened: from the words of the text to a local day, an interval in UTC and a precision.

    mentions with a day (mentions.py) -> the mention that belongs to the act (rules.py, choice.py) -> When

The day is the place's own. 'Officials said Sunday' dates the speech and not the act; where nothing else is given the
act lies at that day or just before it, and the answer is marked inferred. Nothing at all: the day of publication.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import date as Day
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from monitor.events.days.choice import Choice, Option
from monitor.events.days.mentions import Mention, mentions
from monitor.events.days.options import Asked, DayOptions
from monitor.events.days.rules import DayRules, is_weekend
from monitor.events.sentences import Sentence, index_of
from monitor.types import Evidence, When


class WhenAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The time of an act, and the words it was taken from."""

    when: When | None
    evidence: Evidence | None = None
    because: str = ""  #: why another day than the rules' was taken


class DayChooser(Protocol):
    """What weighs the days of an article for an act."""

    def choose(self, options: Sequence[Option], ruled: Day | None, *, stated: bool) -> Choice | None:
        """How likely each day is, and the one that is much likelier than `ruled`, that of the rules; None where nothing
        is known. `stated`: the rules took theirs from words that date the act."""


#: a stretch of more days that is not over names no day of an act
_VAGUE = 3
#: likelier than this the days taken are not doubted: of 925 acts of texts kept apart 698 had such a day, 98 in 100 of
#: them rightly, and 55 in 100 the others below 0.7. Of the other days so many are told, that are so likely at least
_SURE, _MOST_OTHERS, _LEAST_SHARE = 0.85, 3, 0.1


_HOURS_OF_A_DAY = 24.0
#: by so much the hour of publication may lie before that of the text: outlets go on writing
_STAMPED_EARLY = timedelta(hours=3)

Read = tuple[tuple[Mention, ...], DayRules]


class Calendar:
    """Every time expression of one document, resolved against its publication; answers for one act at a time."""

    __slots__ = (
        "_base_days", "_document", "_earlier", "_model", "_precision", "_published", "_reads", "_rules", "_sentences",
        "mentions",
    )  # fmt: skip

    def __init__(
        self,
        document: str,
        sentences: tuple[Sentence, ...],
        *,
        published: datetime | None,
        published_precision: str = "unknown",
        model: DayChooser | None = None,
    ) -> None:
        self._model = model
        self._document = document
        self._sentences = sentences
        self._published = published
        self._base_days: dict[str | None, Day | None] = {}
        self._reads: dict[str | None, Read] = {}
        self._precision = published_precision
        late = published is not None and published_precision == "minute" and published.hour >= 10
        self.mentions: tuple[Mention, ...] = mentions(document, sentences, base=self.base_day(), late=late)
        self._rules = DayRules(document, sentences, self.mentions, base=self.base_day())
        self._earlier: Read | None = None  #: what is read where the day after has not begun

    # ---- what the caller asks ------------------------------------------------------------------------------------

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        zone: str | None = None,
        type: str = "",
        acts: Sequence[tuple[int, int]] = (),
        others: Sequence[tuple[int, int]] = (),
        news: Day | None = None,
        ahead: bool = False,
    ) -> WhenAnswer:
        """The time of the act whose trigger is document[start:end].

        `scope` names further sentences that tell of the same act, nearest first; without it the sentences after a
        trigger in the title or the lead are asked. `zone` is the place's, which decides the local day. With `type`, and
        with `acts`, where else the same act is told, the model of days is heard beside the rules; `others` are the
        acts of other incidents. `news` is the day of the main act, for a further one that is told without any day.
        `ahead`: it may be to come, as talks may.
        """
        base = self.base_day(zone)
        told, rules = (self.mentions, self._rules) if ahead else self._read(zone)
        stated, hour, spoken = rules.day(start, end, scope, base, acts)
        fallback = spoken or self._dateline()
        taken = stated if stated is not None and stated.first is not None else None
        if taken is not None:
            answer = self._answer(taken, hour, zone, inferred=False)
        elif fallback is not None and fallback.first is not None:
            taken = fallback
            answer = self._answer(structs.replace(fallback, hours=None, precision="day"), hour, zone, inferred=True)
        elif base is None:
            return WhenAnswer(when=None)
        else:
            answer = WhenAnswer(when=self._undated(base, news, hour, zone))
        if self._model is None or not type or base is None or answer.when is None:
            return answer
        options = DayOptions(self._document, self._sentences, told, relative=rules.relative, elsewhere=rules.elsewhere)
        asked = Asked(
            type=type,
            home=index_of(self._sentences, start),
            spans=options.spans([*acts] or [(start, end)]),
            others=options.spans(others),
            taken=taken,
            inferred=answer.when.inferred,
            base=base,
            utc=self.base_day() or base,
            local=self._local(zone),
        )
        worded = taken is not None and not asked.inferred
        choice = self._model.choose(options.of(asked), answer.when.date, stated=worded)
        if choice is None:
            return answer
        option = choice.option
        if option is not None and not (taken is not None and _is_weekend_of(taken, option.day)):
            share = choice.shares[option.day]
            morning = rules.by_the_hour(option.mention, asked.home, scope) if option.mention else None
            if morning is not None and morning.first is not None:
                option = structs.replace(option, mention=morning, day=morning.first, last=False)
            answer = self._chosen(option, share, hour, zone)
        return _doubtful(answer, choice.shares)

    def age_days(self, start: int, end: int, *, scope: tuple[int, ...] = (), zone: str | None = None) -> int | None:
        """How many days before publication the act's own words place it; None where its sentences name no time.

        Of a week, month or year the end counts, but one that is not over, or hardly, tells no day. Negative: after
        publication.
        """
        base = self.base_day(zone)
        if base is None:
            return None
        stated = self._read(zone)[1].in_own_words(start, end, scope)
        if stated is None or stated.first is None or stated.final is None:
            return None
        age = (base - stated.final).days
        if age <= 3 and (stated.final - stated.first).days > _VAGUE:
            return None
        return age

    def base_day(self, zone: str | None = None) -> Day | None:
        """The local day of publication; a publication known to the day is that day everywhere."""
        if zone not in self._base_days:
            self._base_days[zone] = self._day_of_publication(zone)
        return self._base_days[zone]

    def _read(self, zone: str | None) -> Read:
        """What the text says where an act was: the day after may be told of only where it has begun, or nearly."""
        known = self._reads.get(zone)
        if known is None:
            known = self._reads[zone] = self._read_where(zone)
        return known

    def _read_where(self, zone: str | None) -> Read:
        base, local = self.base_day(), self._local(zone)
        begun = local is not None and base is not None and (local + _STAMPED_EARLY).date() > base
        if zone is None or base is None or begun:
            return self.mentions, self._rules
        if not any(m.first is not None and m.first > base for m in self.mentions):
            return self.mentions, self._rules
        if self._earlier is None:
            read = mentions(self._document, self._sentences, base=base, late=False)
            read = tuple(m for m in read if m.first is None or m.first <= base or not m.future)
            self._earlier = read, DayRules(self._document, self._sentences, read, base=base)
        return self._earlier

    def _day_of_publication(self, zone: str | None) -> Day | None:
        if self._published is None:
            return None
        local = self._local(zone)
        return local.date() if local is not None else self._published.date()

    def _local(self, zone: str | None) -> datetime | None:
        """The local time of publication, where it is known to the minute."""
        if self._published is None or self._precision != "minute":
            return None
        return self._published.astimezone(_zone(zone) or UTC)

    def _dateline(self) -> Mention | None:
        return next((mention for mention in self.mentions if mention.dateline), None)

    # ---- answering -----------------------------------------------------------------------------------------------

    def _answer(self, mention: Mention, hour: Mention | None, zone: str | None, *, inferred: bool) -> WhenAnswer:
        first, last = mention.first, mention.last
        assert first is not None
        precision, hours, utc = mention.precision, mention.hours, mention.utc
        if hours is None and hour is not None and precision == "day" and last is None:
            hours, utc = hour.hours, hour.utc
            precision = hour.precision
        when = _when(first, last, precision, hours, utc, zone, self._published)
        when = replace(when, inferred=inferred, as_written=mention.text)
        return WhenAnswer(
            when=when,
            evidence=Evidence(field="when", start=mention.start, end=mention.end, text=mention.text),
        )

    def _chosen(self, option: Option, share: float, hour: Mention | None, zone: str | None) -> WhenAnswer:
        """The answer where the model takes another day than the rules."""
        mention, day = option.mention, option.day
        because = f"likeliest day by the words of all times ({share:.0%})"
        if mention is None:
            return WhenAnswer(when=self._without_day(self._gone(day, hour, zone), hour, zone), because=because)
        if option.last and mention.first is not None and day == mention.last:  # of a night its morning
            night = self._answer(mention, None, zone, inferred=False)
            whole = night.when
            assert whole is not None
            return structs.replace(night, when=replace(whole, date=day, date_to=None), because=because)
        inferred = mention.speech or mention.dateline
        if inferred:
            mention = structs.replace(mention, hours=None, precision="day")
        if day != mention.first:  # 'today', which was another day there
            mention = structs.replace(mention, first=day, last=None)
        return structs.replace(self._answer(mention, hour, zone, inferred=inferred), because=because)

    def _undated(self, base: Day, news: Day | None, hour: Mention | None, zone: str | None) -> When:
        """The time of an act that is told without a day: that of the `news` it stands beside, else of publication."""
        return self._without_day(news or self._gone(base, hour, zone), hour, zone)

    def _without_day(self, day: Day, hour: Mention | None, zone: str | None) -> When:
        hours = hour.hours if hour else None
        precision = hour.precision if hour and hours else "day"
        when = _when(day, None, precision, hours, bool(hour and hour.utc), zone, None)
        return replace(when, inferred=True, as_written=hour.text if hour else "")

    def _gone(self, day: Day, hour: Mention | None, zone: str | None) -> Day:
        """The day, or the one before where the text was told before that hour of it had come."""
        local = self._local(zone)
        if hour is None or hour.hours is None or local is None or day != local.date():
            return day
        first, last = hour.hours
        if last > _HOURS_OF_A_DAY:  # 'after midnight' may be that of the day that has begun
            return day
        return day - timedelta(days=first > local.hour + local.minute / 60)


def _doubtful(answer: WhenAnswer, shares: Mapping[Day, float]) -> WhenAnswer:
    """The answer with the other days it may be, likeliest first, where those it names are not sure."""
    when = answer.when
    assert when is not None
    mine = sum(share for day, share in shares.items() if when.date <= day <= (when.date_to or when.date))
    if mine >= _SURE:
        return answer
    others = sorted(
        (pair for pair in shares.items() if not when.date <= pair[0] <= (when.date_to or when.date)),
        key=lambda pair: (-pair[1], pair[0]),
    )
    told = tuple((day, round(share, 3)) for day, share in others[:_MOST_OTHERS] if share >= _LEAST_SHARE)
    return structs.replace(answer, when=replace(when, maybe_on=told))


def _is_weekend_of(mention: Mention, day: Day) -> bool:
    """Whether a few days named as one, a weekend, hold the day: no other day, and the first of them counts."""
    if not is_weekend(mention) or mention.first is None or mention.last is None:
        return False
    return mention.first <= day <= mention.last


@lru_cache(maxsize=512)
def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _when(
    first: Day,
    last: Day | None,
    precision: str,
    hours: tuple[float, float] | None,
    utc: bool,
    zone: str | None,
    published: datetime | None,
) -> When:
    """The interval in UTC. Without a zone it is wide enough for every zone; an act is never after its report."""
    local = UTC if utc else _zone(zone)
    begin, close = hours if hours is not None else (0.0, 24.0)
    span = ((last or first) - first).days
    if span and close <= 24:
        close += 24 * span
    try:
        midnight = datetime(first.year, first.month, first.day)
        earliest = midnight + timedelta(hours=begin)
        latest = midnight + timedelta(hours=max(close, begin))
        if local is None:
            low, high = earliest - timedelta(hours=14), latest + timedelta(hours=12)
            low, high = low.replace(tzinfo=UTC), high.replace(tzinfo=UTC)
        else:
            low = earliest.replace(tzinfo=local).astimezone(UTC)
            high = latest.replace(tzinfo=local).astimezone(UTC)
    except (OverflowError, ValueError):
        return When(date=first, date_to=last, precision=precision)
    if published is not None and low < published < high and (published - low) > timedelta(hours=1):
        high = published
    return When(date=first, date_to=last, earliest=low, latest=max(low, high), precision=precision)
