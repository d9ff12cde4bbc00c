"""Which time of a text dates an act, by rules: the nearest that stands in the right way to it.

A time in the act's own sentence comes first, unless it dates somebody's words or lies behind another act; then the
sentences that tell of the act, then those around them. What the learned choice of `choice.py` takes against these is
theirs to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Day
from datetime import timedelta

from msgspec import structs

from monitor.events.days.mentions import APART, HAPPENS, Mention
from monitor.events.days.told import SPEECH_WORDS
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.spots import Spots

_ELSEWHERE = pattern(
    r"\b(?:after|following|since|response to|retaliation for|reply to|reprisal for|revenge for|answer to|payback for|"
    r"responding to|avenge|triggered by|sparked by|prompted by|in the wake of|ever since|compared with|than|unlike|"
    r"which followed|followed|point(?:s|ed|ing) to|in protest (?:at|against|over)|angered by|in anger (?:at|over)"
    r"|similar to|recalls?|like the|preceded by|ahead of|before"
    r"|(?:responsible|blamed|to blame|wanted|sought|accused|suspected) (?:for|of|over))\b",
    ignore_case=True,
)
#: 'summoned the envoy on Friday over a' suicide attack: the day is that of the step
_OVER = re.compile(r" over (?:an?|the|its|their|two|three|several|alleged)\b")
_RELATIVE = pattern(r"\b(?:which|who|whom|whose|where|when|that|while|as|but|although|though|because)\b|;|\s[–—-]\s|:")
_SAYING = "|".join(sorted(SPEECH_WORDS - {"report", "conference", "according"}))
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
    r"\s+(?:[\w-]+\s+){0,3}?(?:attack|strike|air\s?strike|raid|bombing|bombardment|blast|explosion|shelling|barrage"
    r"|assault|shooting"
    r"|killing|ambush|clash|incident|operation|massacre|crash|downing|launch|test|salvo|hijacking|kidnapping"
    r"|seizure)(?:s|e?s)?\b",
    re.IGNORECASE,
)

_POSSESSIVE = ("'s", "’s")

#: 'a veteran of the 2008 war', 'in breach of the 2020 ceasefire': the year is part of a name
_NAMED_BY_YEAR = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:war|conflict|revolution|uprising|deal|accords?|agreement|truce|cease-?fire|treaty|pact"
    r"|armistice|constitution|elections?|law|resolution|memorandum|summit)\b",
    re.IGNORECASE,
)

_HAD = re.compile(r"\bhad (?:also |already |itself |been )?(?!occurred|happened|taken place|come\b)\w")
#: 'He was hit outside a sports centre on Wednesday': the victim that was told of
_BEFELL = re.compile(
    r"(?:He|She|They|The (?:victims?|pair|two|three|vessel|ship|tanker|officer|couple)) (?:was|were) "
    r"(?:shot|hit|attacked|struck|stabbed|ambushed|boarded|gunned down)\b[^.;,]{0,90}?"
)
#: 'meeting in emergency session on Sunday'
_MET = re.compile(r"\b(?:met|meeting|session|summit|talks|visit\w*|arriv\w+)\b", re.IGNORECASE)
_TAKES_PLACE = re.compile(
    r"(?:It|This|That|The (?:[a-z-]+ ){0,2}?(?!earlier|previous|other|second|first)[a-z-]+)"
    r"(?: is (?:said|believed|reported|thought) to have| (?:had|has))?"
    r" (?:took place|taken place|happened|occurred|came)\b[^.;,]{0,60}?"
)

#: (stated, hour, spoken): the day of the act, its bare hour, the day somebody spoke of it
Picked = tuple[Mention | None, Mention | None, Mention | None]
#: so many characters from an act a time of its own sentence may stand: beyond them the distance alone rules it out
_REACH = 1_200
#: what a time costs that cannot be that of the act
_NEVER = 9.0
#: an hour of a night before this one is of its second day
_MORNING = 8.0


class DayRules:
    """What the rules say of one document, for one act at a time."""

    __slots__ = ("_by_sentence", "_document", "_limit", "_picks", "_sentences", "elsewhere", "relative")

    def __init__(
        self, document: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], *, base: Day | None
    ) -> None:
        """`base` is the day of publication."""
        self._document = document
        self._sentences = sentences
        self._limit = base + timedelta(days=1) if base is not None else None
        self._picks: dict[tuple[int, int | None, int | None], Picked] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)
        self.relative = Spots(_RELATIVE, document, sentences)
        self.elsewhere = Spots(_ELSEWHERE, document, sentences)

    def day(
        self,
        start: int,
        end: int,
        scope: tuple[int, ...],
        base: Day | None,
        acts: Sequence[tuple[int, int]] = (),
    ) -> Picked:
        """The day that is stated, else the bare hour and the day of speech; `acts` is where else the act is told."""
        home = index_of(self._sentences, start)
        told = {index_of(self._sentences, act[0]): act for act in reversed(acts)} if self._sentences else {}
        stated, hour, spoken = self._pick(home, start, end)
        bare = stated is not None and stated.text.lower() == "overnight"
        vague: Mention | None = None
        if stated is None or bare:
            for index in self._acts_first(self._others(home, scope), scope, home):
                other, other_hour, other_spoken = self._pick(index, *told.get(index, (None, None)))
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
        if stated is not None and is_weekend(stated):
            stated = self._day_of_weekend(stated, home, scope, base) or stated
        if stated is not None:
            stated = self.by_the_hour(stated, home, scope) or stated
        return stated or (vague if spoken is None else None), hour, spoken

    def by_the_hour(self, night: Mention, home: int, scope: tuple[int, ...]) -> Mention | None:
        """The morning of a night, where its hour is told: 'in the night to Tuesday ... at 2:50 a.m.'."""
        if night.precision != "night" or night.last is None or night.last == night.first:
            return None
        for index in (home, *self._others(home, scope)):
            _, hour, _ = self._pick(index, None, None)
            if hour is not None and hour.hours is not None and HAPPENS.search(self._sentences[index].text):
                if hour.hours[1] > _MORNING:
                    return None
                return structs.replace(night, first=night.last, last=None, hours=hour.hours, precision=hour.precision)
        return None

    def _day_of_weekend(self, weekend: Mention, home: int, scope: tuple[int, ...], base: Day | None) -> Mention | None:
        """The day of a weekend that another sentence tells: 'at the weekend ... was ambushed at dawn on Sunday'."""
        for index in self._acts_first(self._others(home, scope), scope, home):
            other, _, _ = self._pick(index, None, None)
            sharp = other is not None and other.precision in ("hour", "night", "day")
            if other is not None and sharp and other.first in (weekend.first, weekend.last):
                met = _MET.search(self._document, max(self._sentences[index].start, other.start - 40), other.start)
                if met is None and self._usable(other, base, index in scope, None):
                    return other
        return None

    def in_own_words(self, start: int, end: int, scope: tuple[int, ...]) -> Mention | None:
        """The time that the act's own sentence, or one of `scope`, names."""
        home = index_of(self._sentences, start)
        stated, _, _ = self._pick(home, start, end)
        for index in scope:
            if stated is not None:
                break
            if index != home and 0 <= index < len(self._sentences):
                stated, _, _ = self._pick(index, None, None)
        return stated

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

    def _acts_first(self, order: tuple[int, ...], scope: tuple[int, ...], home: int) -> list[int]:
        """Those of the sentences that name a time, those that tell of an act before those that only stand near it;
        behind the lead what opens its paragraph tells of it."""
        paragraph = self._sentences[home].paragraph if home < len(self._sentences) else 0

        def tells(n: int) -> bool:
            opens = paragraph > 1 and n < home and self._sentences[n].paragraph == paragraph
            return n in scope or opens or HAPPENS.search(self._sentences[n].text) is not None

        timed = [n for n in order if n in self._by_sentence]
        acts = [n for n in timed if tells(n)]
        return [*acts, *(n for n in timed if n not in acts)]

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
        if mention.text.endswith(_POSSESSIVE) and not trusted:
            return _OWN_ACT.match(self._document, mention.end, mention.end + 60) is not None
        if mention.relative and self._of_before(mention, sentence):
            return False
        if mention.relative and not trusted:
            just = max(sentence.start, mention.start - 40)
            if HAPPENS.search(self._document[just : mention.start]) is None:  # 'went off a day earlier'
                return False
        if spoken is not None and spoken.first is not None and mention.first > spoken.first:
            return False
        age = (base - mention.final).days if base else 0
        told = 400 if trusted else 14 if self._takes_place(mention, sentence) else 3
        return -1 <= age <= told

    def _of_before(self, mention: Mention, sentence: Sentence) -> bool:
        """'New Delhi had expelled a Pakistani a day before': what had come first has a day of its own."""
        if not mention.text.lower().endswith(("before", "earlier", "previously")):
            return False
        return _HAD.search(self._document, sentence.start, mention.start) is not None

    def _takes_place(self, mention: Mention, sentence: Sentence) -> bool:
        """'The crossing took place on Tuesday', 'It happened on May 3': the day of what was told before."""
        return any(told.fullmatch(self._document, sentence.start, mention.start) for told in (_TAKES_PLACE, _BEFELL))

    def _pick(self, index: int, start: int | None, end: int | None) -> Picked:
        """What one sentence says of the time of an act in it, or of one told elsewhere, which is the same for all."""
        known = self._picks.get((index, start, end))
        if known is None:
            known = self._picks[index, start, end] = self._picked(index, start, end)
        return known

    def _picked(self, index: int, start: int | None, end: int | None) -> Picked:
        best: Mention | None = None
        best_cost = 4.0
        hour: Mention | None = None
        spoken: Mention | None = None
        limit = self._limit
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
        if self._in_a_name(mention) is not None:
            return False, _NEVER
        sentence = self._sentences[mention.sentence]
        lead = self._document[sentence.start : mention.start]
        if _opens(lead) and not mention.speech and not mention.text.endswith(_POSSESSIVE):
            after = self._document[mention.end : min(sentence.end, mention.end + 110)]
            if not after.startswith(",") and _OPENS_SPEECH.match(after):
                return True, 0.0
        right = self._before_hour(mention, sentence.start)
        return mention.speech, 4.0 if self.elsewhere.within(mention.sentence, sentence.start, right) else 0.0

    def _in_a_name(self, mention: Mention) -> int | None:
        """Where the name ends that a year is part of; None where it tells a time."""
        if mention.precision != "year" or not mention.text.lower().startswith("the "):
            return None
        named = _NAMED_BY_YEAR.match(self._document, mention.end)
        return named.end() if named else None

    def _before_hour(self, mention: Mention, left: int) -> int:
        """Where the words before a mention end, without a 'shortly before' that belongs to its hour."""
        if mention.hours is not None:
            opened = max(left, mention.start - 60)
            near = _NEAR_HOUR.search(self._document[opened : mention.start])
            return opened + near.start() if near else mention.start
        return mention.start

    def _distance(self, mention: Mention, start: int, end: int) -> tuple[bool, float]:
        """(is it only a bound: the time of speech, or of what came after the act; how many clauses off it stands)."""
        named = self._in_a_name(mention)
        if named is not None and not (mention.end <= start < named or mention.end < end <= named):
            return False, _NEVER
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
            if _OVER.match(self._document, mention.end, start):
                return True, cost
            cost += 0.7 * len(self.relative.within(index, mention.end, start))
            away = self.elsewhere.within(index, mention.end, start)
            if away:
                if self._document.find(",", away[-1][1], start) < 0:
                    return True, cost  # 'was taken to hospital on Friday after a shooting'
                cost += 0.7
            return mention.speech, cost
        if mention.start < end:
            return mention.speech, 0.0
        if mention.back:
            return False, _NEVER
        right = self._before_hour(mention, end)
        cost = (right - end) / 300 + 0.7 * len(self.relative.within(index, end, right))
        away = self.elsewhere.within(index, end, right)
        if away:
            result = _RESULT.search(self._document[start:end]) is not None
            after = all(self._document[a:b].lower() in ("after", "following") for a, b in away)
            cost += 0.5 if result and after else 4
        return mention.speech, cost


def is_weekend(mention: Mention) -> bool:
    """Whether a few days are named as one."""
    if mention.precision != "week" or mention.first is None or mention.last is None:
        return False
    return (mention.last - mention.first).days <= 2


def _opens(lead: str) -> bool:
    """True where a time stands at the head of its sentence, a dateline before it or not."""
    lead = lead[-40:]
    cut = max(lead.rfind("—"), lead.rfind("–"), lead.rfind(" - "), lead.rfind(")"), lead.rfind("--"))
    return len(lead) - cut < 30
