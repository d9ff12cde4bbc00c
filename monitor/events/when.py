"""When an act happened: from the words of the text to a local day, an interval in UTC and a precision.

    words (timewords.atoms) -> mentions with a day -> the mention that belongs to the act -> When

The day is the place's own. 'Officials said Sunday' dates the speech and not the act; where nothing else is given the
act lies at that day or just before it, and the answer is marked inferred. Nothing at all: the day of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import date as Day
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from monitor.events.days import day_of
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots
from monitor.events.timewords import (
    Atom,
    atoms,
    clock_of,
    hours_of,
    weekday_of,
)
from monitor.types import Evidence, When

_HOUR_KINDS = frozenset({"clock", "part"})
_DAY_KINDS = frozenset({"iso", "numeric", "dm", "md", "feast", "weekday", "nights", "anaphor", "ago", "day"})

_FILLER = re.compile(
    r"[\s,(\-–—/]*(?:(?:on|of|at|in|the|around|about|approximately|roughly|shortly|just|after|before|local|time|"
    r"early|late|this|by|a|little|past|"
    r"[A-Z]\w+ time|GMT|UTC)\b[\s,()]*){0,5}$"
)
_PLAIN = re.compile(r"[\s,(\-–—/]*(?:the\s+)?$")
_RANGE = pattern(
    r"[\s,]*(?:and|to|into|until|till|through|-|–|and into|or|running into)[\s,]*(?:on\s+|early\s+|the\s+)?$"
)

#: verbs and nouns of speech: a time beside them dates the words, not the act
_SPEECH = frozenset(
    """said says say saying told tells announced announces confirmed confirms reported reports stated states
    claimed claims declared wrote writes tweeted posted added acknowledged admitted disclosed revealed denied
    warned vowed urged noted condemned explained commented insisted alleged pledged testified quoted published
    issued speaking statement briefing conference interview remarks announcement report citing cited spoke
    described blamed learned learnt named identified verified broadcast aired appealed demanded welcomed
    informed according tells credit responsibility raised lowered presented counted""".split()
)
#: words that may stand between 'said' and its 'Sunday'
_BETWEEN = frozenset(
    """on in late early earlier later via through from to by at a an the its his her their state telegram x twitter
    facebook social media television tv channel account website page post message statement news conference briefing
    interview reporters journalists afp reuters ap cnn bbc agency issued released published as saying press televised
    video joint separate brief written it them him that short and""".split()
)
_FUTURE = frozenset(
    """will shall would scheduled planned plans due expected slated upcoming until till deadline expires expire wants
    wanted planning""".split()
)
_FUTURE_PAIRS = frozenset(
    {
        ("takes", "effect"),
        ("into", "effect"),
        ("into", "force"),
        ("set", "to"),
        ("is", "to"),
        ("are", "to"),
        ("was", "to"),
        ("were", "to"),
        ("ahead", "of"),
    }
)
_CLAUSES = frozenset({".", ";", ",", "after", "when", "who", "which", "because", "since", "while", "but", "where"})
_MESSAGE = pattern(
    r"\bin an? (?:\w+ )?(?:message|post|video|letter|note|tweet)(?: (?:on|to|in|via|from) \w+)*?(?: on| late| early)*$"
)
_WORDS = re.compile(r"[^\W_]+|[.;:,]")
_ELSEWHERE = pattern(
    r"\b(?:after|following|since|response to|retaliation for|reply to|reprisal for|revenge for|answer to|payback for|"
    r"responding to|avenge|triggered by|sparked by|prompted by|in the wake of|ever since|compared with|than|unlike|"
    r"which followed|followed|similar to|recalls?|like the|preceded by|ahead of|before)\b",
    ignore_case=True,
)
_RELATIVE = pattern(r"\b(?:which|who|whom|whose|where|when|that|while|as|but|although|though|because)\b|;|\s[–—-]\s|:")
_SAYING = "|".join(sorted(_SPEECH - {"report", "conference", "according"}))
_OPENS_SPEECH = pattern(rf"[^,.;]{{0,70}}?(?:,[^,.;]{{1,50}},[^,.;]{{0,30}}?)?\b(?:{_SAYING})\b")
_ASIDE = re.compile(r",\s[^,]{2,70}\b(?:said|says|reported|confirmed|announced|stated)\b[^,]{0,30},")
_DATELINE = re.compile(r"^[^.!?\n]{0,70}?(?:[A-Z]{2,}|\([A-Z][\w/ .&-]+\)|:|—|–|--)")
_STAMPED = pattern(r"(?i)\b(?:posted|updated|published|last modified|created|date)\s*(?:on|at)?\s*:?\s*$")
_PARENTHESIS = re.compile(r"^[A-Z][\w .,'’-]{1,40}\([^)]{0,60}$")
#: a sentence that turns to another act
_APART = pattern(
    r"(?:Also|Separately|Meanwhile|Elsewhere|In\s+(?:a\s+separate|another|addition)|Earlier|Previously|Last\s"
    r"|(?:The|A|One|Two|Three|Four|Several)\s+\w+\s+(?:earlier|before|ago))\b"
    r"|On\s+\w+day\b[^.]{0,50}\bhad\b"
)
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
#: a sentence that tells of an act, so that its time may be the act's
_HAPPENS = pattern(
    r"\b(?:attack\w*|str(?:uck|ikes?|iking)|air\s?strikes?|bomb\w*|shell\w*|hit|hits|fire[sd]?|firing|launch\w*|"
    r"shot|down\w*|intercept\w*|raid\w*|"
    r"kill\w*|died|dead|seiz\w+|target\w*|clash\w*|ambush\w*|assault\w*|missiles?|drones?|rockets?|operation|"
    r"explo\w+|blasts?|destroy\w*|"
    r"captur\w+|board\w+|ramm\w+|abduct\w*|kidnap\w*|hack\w*|sabotag\w*|happened|occurred|took\s+place|incident|"
    r"began|begun|started|"
    r"landed|fell|fallen|came\s+down|crash\w*|sirens?|blaze|broke\s+out|entered|signed|took\s+effect|effect|"
    r"collided|evacuat\w*|freed|"
    r"released|exchang\w+|stormed|wound\w*|injur\w*|collid\w+|swarm\w*|went\s+off|impact\w*|shoot\w*|battle|"
    r"fighting|outage|disrupt\w*|set\s+off|detonat\w+|blew|blown|encounter|struck)\b",
    ignore_case=True,
)


#: 'Wednesday's drone attack': the day belongs to the act
_OWN_ACT = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:attack|strike|air\s?strike|raid|bombing|bombardment|blast|explosion|shelling|barrage|assault|shooting"
    r"|killing|ambush|clash|incident|operation|massacre|crash|downing|launch|test|salvo|hijacking|kidnapping|seizure)(?:s|e?s)?\b",
    re.IGNORECASE,
)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression of the text with the days it names, before any zone."""

    start: int
    end: int
    sentence: int
    text: str
    first: Day | None  #: None where it gives only an hour ('at dawn')
    last: Day | None = None  #: last day, where several
    precision: str = "day"  #: hour | night | day | week | month | year
    hours: tuple[float, float] | None = None  #: local hours counted from `first`
    utc: bool = False  #: the hours are given in GMT
    speech: bool = False  #: dates somebody's words
    dateline: bool = False
    since: bool = False  #: a beginning or an end, not a moment
    future: bool = False
    relative: bool = False  #: counted from another day of the text
    back: bool = False  #: 'two days after the raid': dates what follows it
    loose: bool = False  #: 'hours after the raid', 'in recent weeks': says little

    @property
    def weakness(self) -> float:
        """How unlikely this is the moment of an act: beginnings, plans, whole months."""
        return (
            5.0 * self.since
            + 3.0 * self.future
            + 4.0 * self.loose
            + (self.precision in ("week", "month", "year")) * 1.0
        )

    @property
    def final(self) -> Day | None:
        return self.last or self.first


class WhenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The time of an act, and the words it was taken from."""

    when: When | None
    evidence: Evidence | None = None


#: (stated, hour, spoken): the day of the act, its bare hour, the day somebody spoke of it
_Picked = tuple[Mention | None, Mention | None, Mention | None]
#: so many characters from an act a time of its own sentence may stand: beyond them the distance alone rules it out
_REACH = 1_200
#: a stretch of more days that is not over names no day of an act
_VAGUE = 3


class Calendar:
    """Every time expression of one document, resolved against its publication; answers for one act at a time."""

    __slots__ = (
        "_alone_in",
        "_by_sentence",
        "_document",
        "_elsewhere",
        "_inferred",
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
        published_inferred: bool = False,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._published = published
        self._precision = published_precision
        self._inferred = published_inferred
        self.mentions: tuple[Mention, ...] = tuple(self._read())
        self._relative = Spots(_RELATIVE, document, sentences)
        self._elsewhere = Spots(_ELSEWHERE, document, sentences)
        self._alone_in: dict[int, _Picked] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    # ---- what the caller asks ------------------------------------------------------------------------------------

    def for_act(self, start: int, end: int, *, scope: tuple[int, ...] = (), zone: str | None = None) -> WhenAnswer:
        """The time of the act whose trigger is document[start:end].

        `scope` names further sentences that tell of the same act, nearest first; without it the sentences after a
        trigger in the title or the lead are asked. `zone` is the place's, which decides the local day.
        """
        home = self._sentence_of(start)
        base = self.base_day(zone)
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
        stated = stated or (vague if spoken is None else None)
        if stated is not None and stated.first is not None:
            return self._answer(stated, hour, zone, inferred=False)
        fallback = spoken or self._dateline()
        if fallback is not None and fallback.first is not None:
            return self._answer(structs.replace(fallback, hours=None, precision="day"), hour, zone, inferred=True)
        if base is None:
            return WhenAnswer(when=None)
        return WhenAnswer(when=self._published_when(base, hour, zone))

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
        if self._published is None:
            return None
        if self._precision == "minute":
            return self._published.astimezone(_zone(zone) or UTC).date()
        return self._published.date()

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
        acts = [n for n in order if n in scope or _HAPPENS.search(self._sentences[n].text)]
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
        if _APART.match(sentence.text):
            return False
        if not trusted and spoken is not None and _HAPPENS.search(sentence.text) is None:
            return False
        if mention.text.endswith(("'s", "’s")) and spoken is not None and not trusted:
            return _OWN_ACT.match(self._document, mention.end, mention.end + 60) is not None
        if mention.relative and not trusted:
            just = max(sentence.start, mention.start - 40)
            if _HAPPENS.search(self._document[just : mention.start]) is None:  # 'went off a day earlier'
                return False
        if spoken is not None and spoken.first is not None and mention.first > spoken.first:
            return False
        age = (base - mention.final).days if base else 0
        return -1 <= age <= (400 if trusted else 3)

    def _pick(self, index: int, start: int | None, end: int | None) -> _Picked:
        """What one sentence says of the time of an act in it, or of one told elsewhere, which is the same for all."""
        if start is not None and end is not None:
            return self._picked(index, start, end)
        if index not in self._alone_in:
            self._alone_in[index] = self._picked(index, None, None)
        return self._alone_in[index]

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

    def _published_when(self, base: Day, hour: Mention | None, zone: str | None) -> When:
        hours = hour.hours if hour else None
        if hours is not None and self._published is not None and self._precision == "minute":
            local = self._published.astimezone(_zone(zone) or UTC)
            if hours[0] > local.hour + local.minute / 60:
                base -= timedelta(days=1)  # told before that hour had come: it was the day before's
        when = _when(
            base, None, hour.precision if hour and hours else "day", hours, bool(hour and hour.utc), zone, None
        )
        return replace(when, inferred=True, as_written=hour.text if hour else "")

    # ---- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> list[Mention]:
        base = self.base_day()
        read: list[Mention] = []
        reference = base
        storied = False  #: a day of what is told, and not only of who told it, was named
        for group in self._groups():
            mention = self._resolve(group, base, reference)
            if mention is None:
                continue
            if mention.back:
                read.append(mention)
                continue
            if base is not None and mention.relative and mention.first is not None and mention.first > base:
                continue  # 'a day later' counted from the wrong day
            read.append(mention)
            if mention.first is None or mention.future or mention.precision in ("week", "month", "year"):
                continue
            if not mention.speech or not storied:
                reference = mention.first
            storied = storied or not (mention.speech or mention.dateline)
        return read

    def _groups(self) -> list[list[Atom]]:
        """Atoms that make one expression together: 'late' + 'Saturday', 'Friday' + 'June 13', '9 pm' + 'on Monday'."""
        groups: list[list[Atom]] = []
        index = -1
        for atom in atoms(self._document):
            here = self._sentence_of(atom.start)
            if groups and here == index:
                before = groups[-1]
                gap = self._document[before[-1].end : atom.start]
                if len(gap) <= 40 and _joins(before, atom, gap):
                    before.append(atom)
                    continue
            groups.append([atom])
            index = here
        return groups

    def _resolve(self, group: list[Atom], base: Day | None, reference: Day | None) -> Mention | None:
        start, end = group[0].start, group[-1].end
        index = self._sentence_of(start)
        sentence = self._sentences[index] if self._sentences else None
        opened = sentence.start if sentence else 0
        lead = self._document[max(opened, start - 110) : start]
        text = self._document[start:end]
        low = " ".join(text.lower().split())
        words = _WORDS.findall(lead)[-16:]
        future = (_is_future(words) and "yesterday" not in low) or low.startswith(
            ("next ", "until ", "till ", "tomorrow", "for ")
        )
        possessive = low.endswith(("'s", "’s"))
        since = (
            not possessive
            and low.startswith(("since ", "until ", "till ", "by ", "from ", "before ", "after ", "through "))
        ) or (bool(words) and words[-1].lower() in ("since", "until", "till"))
        weekday = next((weekday_of(atom.text) for atom in group if atom.kind == "weekday"), None)
        days: list[tuple[Day, Day | None, str]] = []
        for atom in group:
            if atom.kind in _HOUR_KINDS or (atom.text == "overnight" and len(group) > 1):
                continue
            if atom.kind == "weekday" and any(a.kind in ("dm", "md") for a in group):
                continue
            day = day_of(atom, base, reference, weekday, future, self._document[atom.end : atom.end + 8], self._late())
            if day is not None:
                days.append(day)
        hours, precision, utc = _hours(group, self._document)
        if not days:
            if hours is None or not _stands_alone(group, self._document):
                return None
            return Mention(
                start=start, end=end, sentence=index, text=text, first=None, hours=hours, precision=precision, utc=utc
            )
        first, last, grain = days[0]
        for other, other_last, _ in days[1:]:
            if other > first:
                last = other_last or other
            elif other < first:
                first, last = other, first
        if grain == "day" and hours is not None:
            grain = precision
            if last is not None and (last - first).days == 1:
                clock = any(atom.kind == "clock" for atom in group)
                if clock and hours[0] < 12:  # 'in the night between Saturday and Sunday, at 1:30 a.m.'
                    first, last = last, None
                elif not clock:
                    hours, grain = (18.0, 32.0), "night"
            elif last is None and re.search(r"(?<!over)\bnight (?:to|into) ", low) and len(days) == 1:
                first, last, hours, grain = first - timedelta(days=1), first, (18.0, 32.0), "night"
            elif "overnight" in low and last is None:
                if re.search(r"overnight (?:on|to|into) |(?:in|during) the night (?:to|into|before) ", low):
                    first, last = first - timedelta(days=1), first
                else:
                    last = first + timedelta(days=1)
                hours = (20.0, 31.0)
        elif last is None and re.search(r"\bnight (?:to|into)\s*$", lead + " "):
            first, last = first - timedelta(days=1), first
        dateline = self._is_dateline(group, sentence, start, end)
        speech = not dateline and _is_spoken(words)
        kinds = {atom.kind for atom in group}
        loose = "span" in kinds and re.search(r"recent|coming|months|years|weeks", low) is not None
        return Mention(
            start=start,
            end=end,
            sentence=index,
            text=text,
            first=first,
            last=last if last != first else None,
            precision=grain,
            hours=hours if grain in ("hour", "night", "day") else None,
            utc=utc,
            speech=speech,
            dateline=dateline,
            since=since,
            future=future,
            relative=group[0].kind in ("anaphor", "ago") and not text.lower().endswith("ago"),
            loose=loose,
            back=group[0].kind in ("anaphor", "ago")
            and low.endswith(" after")
            and grain == "day"
            and not loose
            and not re.search(r"hour|minute", low),
        )

    def _late(self) -> bool:
        """True where it may already be the next day east of Greenwich."""
        return self._published is not None and self._precision == "minute" and self._published.hour >= 10

    def _is_dateline(self, group: list[Atom], sentence: Sentence | None, start: int, end: int) -> bool:
        if sentence is None or sentence.is_title or group[0].kind not in ("dm", "md", "iso", "numeric", "weekday"):
            return False
        if start - sentence.start > 70:
            return bool(_STAMPED.search(self._document[start - 25 : start]))
        after = self._document[end : end + 30]
        lead = self._document[sentence.start : start]
        if _PARENTHESIS.match(lead) or _STAMPED.search(lead):
            return True
        if not lead and group[0].kind in ("dm", "md", "numeric", "iso"):
            return bool(re.match(r"\s*(?:\n|$|[|(—–-]|\d)", after)) or sentence.text == self._document[start:end]
        if re.match(r"\s*(?:[(/:|—–]|--?\s|\.\s|\.?/)", after) or re.match(r"\s*\)\s*[—–-]", after):
            return bool(_DATELINE.match(lead + after)) and not re.search(r"\b(?:on|of|in|since|the)\s+$", lead)
        return bool(re.match(r"(?:By\b.*|Published|Updated|Posted)", lead))


def _opens(lead: str) -> bool:
    """True where a time stands at the head of its sentence, a dateline before it or not."""
    lead = lead[-40:]
    cut = max(lead.rfind("—"), lead.rfind("–"), lead.rfind(" - "), lead.rfind(")"), lead.rfind("--"))
    return len(lead) - cut < 30


def _is_spoken(words: list[str]) -> bool:
    """True where the words before a time end in speech: '... officials said late', '... told reporters on'."""
    for back, word in enumerate(reversed(words)):
        low = word.lower()
        if low in _SPEECH:
            return back < 12
        if low in ("told", "informed"):
            return back < 7
        if low not in _BETWEEN and not (word[:1].isupper() and back < 6):
            break
    if _MESSAGE.search(" ".join(words).lower()):
        return True
    last = [word.lower() for word in words[-6:]]
    return "told" in last and not {",", "that"} & set(last[last.index("told") :])


def _is_future(words: list[str]) -> bool:
    low = [word.lower() for word in words]
    for i in range(len(low) - 1, -1, -1):
        if low[i] in _CLAUSES:
            return False
        if low[i] in _FUTURE or tuple(low[i : i + 2]) in _FUTURE_PAIRS:
            return True
    return False


# ---- reading one expression --------------------------------------------------------------------------------------


def _joins(before: list[Atom], atom: Atom, gap: str) -> bool:
    old = {a.kind for a in before}
    if before[-1].text == "overnight":
        old = old - {"day"} | {"part"}
    has_day = bool(old & _DAY_KINDS)
    if atom.kind in _HOUR_KINDS:
        if atom.kind == "clock" and "clock" in old:
            return False
        return _FILLER.match(gap) is not None and "\n" not in gap
    if atom.kind not in _DAY_KINDS:
        return False
    if not has_day:
        return (
            _FILLER.match(gap) is not None
            or re.match(r"\s*(?:of|on|to|from|between|into|in)?\s*(?:the\s+)?$", gap) is not None
        ) and "\n" not in gap
    if (
        {atom.kind} | old <= {"weekday", "dm", "md", "part", "clock", "iso", "numeric"}
        and ((atom.kind == "weekday") != ("weekday" in old))
        and _PLAIN.match(gap)
    ):
        return True
    return (
        _RANGE.match(gap) is not None
        and old <= {"weekday", "dm", "md", "part", "clock"}
        and atom.kind in ("weekday", "dm", "md")
    )


def _hours(group: list[Atom], document: str) -> tuple[tuple[float, float] | None, str, bool]:
    """(local hours, precision, given in GMT) of the hour words in a group; the clock beats the part of the day."""
    part: tuple[float, float] | None = None
    for atom in group:
        if atom.kind == "clock":
            hour = clock_of(atom.text)
            if hour is not None:
                tail = document[atom.end : atom.end + 12]
                utc = re.match(r"\s*\(?(?:GMT|UTC|Z\b)", tail) is not None or atom.text.endswith(("gmt", "utc"))
                return (hour, hour + 0.5), "hour", utc
        part = part or hours_of(atom.text)
    if part is None:
        return None, "day", False
    return part, "night" if part[1] > 24 else "hour" if part[1] - part[0] <= 5 else "day", False


_ALONE = pattern(
    r"\b(?:at|in the|during the|around|about|before|shortly after|after|near|past|by)\s+(?:the\s+)?$", ignore_case=True
)


def _stands_alone(group: list[Atom], document: str) -> bool:
    """True for 'at dawn', 'in the early hours', '6.12am'; False for 'night vision', 'evening news'."""
    if any(
        atom.kind == "clock" and atom.text.rstrip(".").endswith(("m", "gmt", "utc", "local", "hours", "hrs"))
        for atom in group
    ):
        return True
    start = group[0].start
    return _ALONE.search(document[max(0, start - 24) : start]) is not None


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
