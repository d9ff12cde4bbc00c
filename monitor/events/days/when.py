"""When an act happened: from the words of the text to a local day, an interval in UTC and a precision.

    mentions with a day (mentions.py) -> the mention that belongs to the act -> When

The day is the place's own. 'Officials said Sunday' dates the speech and not the act; where nothing else is given the
act lies at that day or just before it, and the answer is marked inferred. Nothing at all: the day of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import date as Day
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from monitor.events.days.choice import Asked, Choice, DayOptions, Option
from monitor.events.days.mentions import APART, HAPPENS, SPEECH, Mention, mentions
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots
from monitor.types import Evidence, When

_ELSEWHERE = pattern(
    r"\b(?:after|following|since|response to|retaliation for|reply to|reprisal for|revenge for|answer to|payback for|"
    r"responding to|avenge|triggered by|sparked by|prompted by|in the wake of|ever since|compared with|than|unlike|"
    r"which followed|followed|similar to|recalls?|like the|preceded by|ahead of|before)\b",
    ignore_case=True,
)
_RELATIVE = pattern(r"\b(?:which|who|whom|whose|where|when|that|while|as|but|although|though|because)\b|;|\s[–—-]\s|:")
_SAYING = "|".join(sorted(SPEECH - {"report", "conference", "according"}))
_OPENS_SPEECH = pattern(rf"[^,.;]{{0,70}}?(?:,[^,.;]{{1,50}},[^,.;]{{0,30}}?)?\b(?:{_SAYING})\b")
_ASIDE = re.compile(r",\s[^,]{2,70}\b(?:said|says|reported|confirmed|announced|stated)\b[^,]{0,30},")
_NEAR_HOUR = pattern(
    r"(?:just|shortly|right|sometime|a little|some time)?\s*(?:before|after)\s+"
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half past \w+|noon|midnight|dawn"
    r"|sunrise|daybreak|dusk|sunset|nightfall|\d{1,2}(?:[:.]\d\d)?)\s*(?:o['’]clock\s*)?)?$"
)
#: what comes of an act: 'two dead after a strike on Friday' is dated by the strike
_RESULT = pattern(
    r"(?i)\b(?:dead|died|dies|killed|injured|wounded|hurt|hospitali[sz]ed|arrested|evacuated|missing|casualties)\b"
)
_HAD_SAID = pattern(r"\bhad\s+(?:earlier\s+|already\s+|also\s+)?(?:said|announced|reported|confirmed|told|stated)\b")
#: 'Wednesday's drone attack': the day belongs to the act
_OWN_ACT = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:attack|strike|air\s?strike|raid|bombing|bombardment|blast|explosion|shelling|barrage|assault|shooting"
    r"|killing|ambush|clash|incident|operation|massacre|crash|downing|launch|test|salvo|hijacking|kidnapping|seizure)(?:s|e?s)?\b",
    re.IGNORECASE,
)


class WhenAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The time of an act, and the words it was taken from."""

    when: When | None
    evidence: Evidence | None = None
    because: str = ""  #: why another day than the rules' was taken


class DayChooser(Protocol):
    """What weighs the days of an article for an act."""

    def choose(self, options: Sequence[Option], ruled: Day | None) -> Choice | None:
        """The day that is much likelier than `ruled`, that of the rules; None where none is."""


#: (stated, hour, spoken): the day of the act, its bare hour, the day somebody spoke of it
_Picked = tuple[Mention | None, Mention | None, Mention | None]
#: so many characters from an act a time of its own sentence may stand: beyond them the distance alone rules it out
_REACH = 1_200
#: a stretch of more days that is not over names no day of an act
_VAGUE = 3


class Calendar:
    """Every time expression of one document, resolved against its publication; answers for one act at a time."""

    __slots__ = (
        "_base_days",
        "_by_sentence",
        "_document",
        "_elsewhere",
        "_model",
        "_picks",
        "_precision",
        "_published",
        "_relative",
        "_sentences",
        "_starts",
        "mentions",
    )

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
        self._starts = [sentence.start for sentence in sentences]
        self._published = published
        self._base_days: dict[str | None, Day | None] = {}
        self._precision = published_precision
        late = published is not None and published_precision == "minute" and published.hour >= 10
        self.mentions: tuple[Mention, ...] = mentions(document, sentences, base=self.base_day(), late=late)
        self._relative = Spots(_RELATIVE, document, sentences)
        self._elsewhere = Spots(_ELSEWHERE, document, sentences)
        self._picks: dict[tuple[int, int | None, int | None], _Picked] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

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
    ) -> WhenAnswer:
        """The time of the act whose trigger is document[start:end].

        `scope` names further sentences that tell of the same act, nearest first; without it the sentences after a
        trigger in the title or the lead are asked. `zone` is the place's, which decides the local day. With `type`, and
        with `acts`, where else the same act is told, the model of days is heard beside the rules; `others` are the
        acts of other incidents.
        """
        base = self.base_day(zone)
        stated, hour, spoken = self._by_rules(start, end, scope, base)
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
            answer = WhenAnswer(when=self._published_when(base, hour, zone))
        if self._model is None or not type or base is None or answer.when is None:
            return answer
        options = DayOptions(
            self._document, self._sentences, self.mentions, relative=self._relative, elsewhere=self._elsewhere
        )
        asked = Asked(
            type=type,
            home=self._sentence_of(start),
            spans=options.spans([*acts] or [(start, end)]),
            others=options.spans(others),
            ruled=answer.when.date,
            taken=taken,
            inferred=answer.when.inferred,
            base=base,
            utc=self.base_day() or base,
            local=self._local(zone),
        )
        choice = self._model.choose(options.of(asked), asked.ruled)
        if choice is None or (taken is not None and _is_weekend_of(taken, choice.option.day)):
            return answer
        return self._chosen(choice, hour, zone)

    def _by_rules(self, start: int, end: int, scope: tuple[int, ...], base: Day | None) -> _Picked:
        """The day that is stated, else the bare hour and the day of speech."""
        home = self._sentence_of(start)
        stated, hour, spoken = self._pick(home, start, end)
        bare = stated is not None and stated.text.lower() == "overnight"
        vague: Mention | None = None
        if stated is None or bare:
            for index in self._acts_first(self._others(home, scope), scope):
                other, other_hour, other_spoken = self._pick(index, None, None)
                if bare and stated is not None:  # 'overnight' in a headline gives way to the night itself
                    if (
                        other is not None
                        and other.precision in ("hour", "night")
                        and other.first in (stated.first, stated.last)
                    ):
                        stated = other
                        break
                    continue
                if other is not None and self._usable(other, base, index in scope, spoken):
                    if other.precision in ("month", "year"):
                        vague = vague or other  # 'the third attack this month' gives way to a day
                        continue
                    stated = other
                    hour = hour or other_hour
                    break
                if other is None and index in scope:
                    hour = hour or other_hour
                spoken = self._earlier(spoken, other_spoken, index, home)
        return stated or (vague if spoken is None else None), hour, spoken

    def age_days(self, start: int, end: int, *, scope: tuple[int, ...] = (), zone: str | None = None) -> int | None:
        """How many days before publication the act's own words place it; None where its sentences name no time.

        Of a week, month or year the end counts, but one that is not over, or hardly, tells no day. Negative: after
        publication.
        """
        base = self.base_day(zone)
        if base is None:
            return None
        home = self._sentence_of(start)
        stated, _, _ = self._pick(home, start, end)
        for index in scope:
            if stated is not None:
                break
            if index != home and 0 <= index < len(self._sentences):
                stated, _, _ = self._pick(index, None, None)
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

    # ---- choosing ------------------------------------------------------------------------------------------------

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _others(self, home: int, scope: tuple[int, ...]) -> tuple[int, ...]:
        """Where else its time may stand: its own further sentences, the next ones, the lead, the ones before."""
        if not self._sentences:
            return ()
        last = len(self._sentences)
        told = tuple(sorted(index for index in scope if index != home and 0 <= index < last))
        here = self._sentences[min(home, last - 1)]
        if here.is_title or here.paragraph <= 1:
            near = range(home + 1, min(home + (9 if here.is_title else 6), last))
            return tuple(sorted({*told, *near}))
        following = tuple(
            index
            for index in range(home + 1, min(home + 3, last))
            if self._sentences[index].paragraph == here.paragraph
        )
        lead = tuple(index for index in range(min(4, home)) if not self._sentences[index].is_title)
        before = tuple(index for index in (home - 1, home - 2) if index >= 0 and index not in lead)
        return tuple(dict.fromkeys((*told, *following, *before, *lead)))

    def _acts_first(self, order: tuple[int, ...], scope: tuple[int, ...]) -> list[int]:
        """The same sentences, those that tell of an act before those that only stand near it."""
        acts = [n for n in order if n in scope or HAPPENS.search(self._sentences[n].text)]
        return [*acts, *(n for n in order if n not in acts)]

    def _earlier(self, spoken: Mention | None, other: Mention | None, index: int, home: int) -> Mention | None:
        """The day of speech that bounds the act: the first one told before it, or an older one it refers back to."""
        if other is None or other.first is None:
            return spoken
        if spoken is None or spoken.first is None:
            return other if index < home or self._sentences[home].paragraph <= 1 else spoken
        told = _HAD_SAID.search(self._sentences[index].text) is not None
        return other if told and 0 < (spoken.first - other.first).days <= 2 else spoken

    def _usable(self, mention: Mention, base: Day | None, trusted: bool, spoken: Mention | None) -> bool:
        """May another sentence's time stand for the act's? Only a recent day, of a sentence that tells of an act."""
        if mention.first is None or mention.final is None or mention.since or mention.future:
            return False
        if mention.precision in ("month", "year") and not trusted:
            return False
        sentence = self._sentences[mention.sentence]
        if APART.match(sentence.text):
            return False
        if not trusted and spoken is not None and HAPPENS.search(sentence.text) is None:
            return False
        if mention.text.endswith(("'s", "’s")) and spoken is not None and not trusted:
            return _OWN_ACT.match(self._document, mention.end, mention.end + 60) is not None
        if mention.relative and not trusted:
            just = max(sentence.start, mention.start - 40)
            if HAPPENS.search(self._document[just : mention.start]) is None:  # 'went off a day earlier'
                return False
        if spoken is not None and spoken.first is not None and mention.first > spoken.first:
            return False
        age = (base - mention.final).days if base else 0
        return -1 <= age <= (400 if trusted else 3)

    def _pick(self, index: int, start: int | None, end: int | None) -> _Picked:
        """What one sentence says of the time of an act in it, or of one told elsewhere, which is the same for all."""
        known = self._picks.get((index, start, end))
        if known is None:
            known = self._picks[index, start, end] = self._picked(index, start, end)
        return known

    def _picked(self, index: int, start: int | None, end: int | None) -> _Picked:
        best: Mention | None = None
        best_cost = 4.0
        hour: Mention | None = None
        spoken: Mention | None = None
        base = self.base_day()
        limit = base + timedelta(days=1) if base is not None else None
        for mention in self._by_sentence.get(index, ()):
            if mention.dateline:
                continue
            if mention.first is None:
                hour = hour or mention
                continue
            if start is None or end is None:
                speech, cost = self._alone(mention)
            elif start - mention.end > _REACH or mention.start - end > _REACH:
                continue
            else:
                speech, cost = self._distance(mention, start, end)
            if speech:
                if spoken is None or spoken.first is None or mention.first < spoken.first:
                    spoken = mention
                continue
            cost += mention.weakness
            if limit is not None and mention.first > limit:
                cost += 5
            if cost < best_cost:
                best, best_cost = mention, cost
        return best, hour, spoken

    def _alone(self, mention: Mention) -> tuple[bool, float]:
        """The same for a sentence that has no trigger of its own."""
        sentence = self._sentences[mention.sentence]
        lead = self._document[sentence.start : mention.start]
        if _opens(lead) and not mention.speech:
            after = self._document[mention.end : min(sentence.end, mention.end + 110)]
            if not after.startswith(",") and _OPENS_SPEECH.match(after):
                return True, 0.0
        right = self._before_hour(mention, sentence.start)
        return mention.speech, 4.0 if self._elsewhere.within(mention.sentence, sentence.start, right) else 0.0

    def _before_hour(self, mention: Mention, left: int) -> int:
        """Where the words before a mention end, without a 'shortly before' that belongs to its hour."""
        if mention.hours is not None:
            opened = max(left, mention.start - 60)
            near = _NEAR_HOUR.search(self._document[opened : mention.start])
            return opened + near.start() if near else mention.start
        return mention.start

    def _distance(self, mention: Mention, start: int, end: int) -> tuple[bool, float]:
        """(is it only a bound: the time of speech, or of what came after the act; how many clauses off it stands)."""
        sentence = self._sentences[mention.sentence]
        index = mention.sentence
        if mention.end <= start:
            cost = (start - mention.end) / 300
            if mention.back:
                return False, cost + 0.3
            if _opens(self._document[sentence.start : mention.start]):
                between = self._document[mention.end : start]
                if _OPENS_SPEECH.match(between) and not _ASIDE.match(between):
                    return True, cost
            cost += 0.7 * len(self._relative.within(index, mention.end, start))
            away = self._elsewhere.within(index, mention.end, start)
            if away:
                if self._document.find(",", away[-1][1], start) < 0:
                    return True, cost  # 'was taken to hospital on Friday after a shooting'
                cost += 0.7
            return mention.speech, cost
        if mention.start < end:
            return mention.speech, 0.0
        if mention.back:
            return False, 9.0
        right = self._before_hour(mention, end)
        cost = (right - end) / 300 + 0.7 * len(self._relative.within(index, end, right))
        away = self._elsewhere.within(index, end, right)
        if away:
            result = _RESULT.search(self._document[start:end]) is not None
            after = all(self._document[a:b].lower() in ("after", "following") for a, b in away)
            cost += 0.5 if result and after else 4
        return mention.speech, cost

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

    def _chosen(self, choice: Choice, hour: Mention | None, zone: str | None) -> WhenAnswer:
        """The answer where the model takes another day than the rules."""
        option = choice.option
        mention, day = option.mention, option.day
        because = f"likeliest day by the words of all times ({choice.share:.0%})"
        if mention is None:
            hours = hour.hours if hour else None
            when = _when(day, None, hour.precision if hour else "day", hours, bool(hour and hour.utc), zone, None)
            return WhenAnswer(when=replace(when, inferred=True, as_written=hour.text if hour else ""), because=because)
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

    def _published_when(self, base: Day, hour: Mention | None, zone: str | None) -> When:
        hours = hour.hours if hour else None
        local = self._local(zone)
        if hours is not None and local is not None and hours[0] > local.hour + local.minute / 60:
            base -= timedelta(days=1)  # told before that hour had come: it was the day before's
        when = _when(
            base, None, hour.precision if hour and hours else "day", hours, bool(hour and hour.utc), zone, None
        )
        return replace(when, inferred=True, as_written=hour.text if hour else "")


def _is_weekend_of(mention: Mention, day: Day) -> bool:
    """Whether a few days named as one, a weekend, hold the day: no other day, and the first of them counts."""
    if mention.precision != "week" or mention.first is None or mention.last is None:
        return False
    return mention.first <= day <= mention.last and (mention.last - mention.first).days <= 2


def _opens(lead: str) -> bool:
    """True where a time stands at the head of its sentence, a dateline before it or not."""
    lead = lead[-40:]
    cut = max(lead.rfind("—"), lead.rfind("–"), lead.rfind(" - "), lead.rfind(")"), lead.rfind("--"))
    return len(lead) - cut < 30


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
