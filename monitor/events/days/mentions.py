"""The time expressions of a document: words that belong together, read as days before any zone.

    words (timewords.atoms) -> groups ('late' + 'Saturday', 'Friday' + 'June 13') -> mentions with a day

A mention knows what it dates as far as its own words say so: somebody's words ('officials said Sunday'), the article
itself (a dateline), a beginning, a plan. Which mention is an act's own, `rules.py` and `choice.py` decide.
"""

from __future__ import annotations

import re
from datetime import date as Day

import msgspec
from msgspec import structs

from monitor.events.days.calendar import day_of
from monitor.events.days.expressions import (
    DAY_KINDS,
    HOUR_KINDS,
    Expression,
    When,
    hours_told,
    is_loose,
    is_since,
    joins,
    nights,
    stands_alone,
)
from monitor.events.days.timewords import Atom, atoms, weekday_of
from monitor.events.days.told import DONE, LASTED, PRAYED, is_aftermath, is_future, is_spoken
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of

_WORDS = re.compile(r"[^\W_]+|[.;:,]")
_DATELINE = re.compile(r"^[^.!?\n]{0,70}?(?:[A-Z]{2,}|\([A-Z][\w/ .&-]+\)|:|—|–|--)")
_STAMPED = pattern(r"(?i)\b(?:posted|updated|published|last modified|created|date)\s*(?:on|at)?\s*:?\s*$")
_WHICH_YEAR = re.compile(r"\s+(?:of\s+)?(?:(?:that|the\s+same)|(?P<last>last))\s+year\b")
_PARENTHESIS = re.compile(r"^[A-Z][\w .,'’-]{1,40}\([^)]{0,60}$")
#: a sentence that tells of an act, so that its time may be the act's
HAPPENS = pattern(
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
#: a sentence that turns to another act
APART = pattern(
    r"(?:Also|Separately|Meanwhile|Elsewhere|In\s+(?:a\s+separate|another|addition)|Earlier|Previously|Last\s"
    r"|(?:The|A|One|Two|Three|Four|Several)\s+\w+\s+(?:earlier|before|ago))\b"
    r"|On\s+\w+day\b[^.]{0,50}\bhad\b"
    r"|(?:It|This|That|The\s+[\w-]+)\s+(?:follows|comes\s+(?:[\w-]+\s+){0,3}after)\b"
)


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
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
    kind: str = ""  #: of the word that names its day

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
        """The last day it may mean; None where it names no day."""
        return self.last or self.first


def mentions(
    document: str,
    sentences: tuple[Sentence, ...],
    *,
    base: Day | None,
    late: bool,
) -> tuple[Mention, ...]:
    """Every time expression of `document`, resolved against `base`, the day of its publication.

    `late`: it may already be the next day east of Greenwich."""
    return tuple(_Reader(document, sentences, base, late).read())


class _Reader:
    """What the reading of one document shares."""

    __slots__ = ("_base", "_document", "_late", "_sentences", "_year")

    def __init__(self, document: str, sentences: tuple[Sentence, ...], base: Day | None, late: bool) -> None:
        self._document = document
        self._sentences = sentences
        self._base = base
        self._late = late
        self._year = 0  #: of the day last named

    def read(self) -> list[Mention]:
        base = self._base
        read: list[Mention] = []
        reference = base
        storied = False  #: a day of what is told, and not only of who told it, was named
        for group in self._groups():
            mention = self._resolve(group, base, reference)
            if mention is None:
                continue
            self._year = mention.first.year if mention.first else self._year
            if mention.back:
                read.append(mention)
                continue
            if base is not None and mention.relative and mention.first is not None and mention.first > base:
                continue  # 'a day later' counted from the wrong day
            read.append(mention)
            if (
                mention.first is None
                or mention.future
                or mention.loose
                or mention.precision in ("week", "month", "year")
            ):
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
            here = index_of(self._sentences, atom.start)
            if groups and here == index:
                before = groups[-1]
                gap = self._document[before[-1].end : atom.start]
                if len(gap) <= 40 and joins(before, atom, gap):
                    before.append(atom)
                    continue
            groups.append([atom])
            index = here
        return groups

    def _resolve(self, group: list[Atom], base: Day | None, reference: Day | None) -> Mention | None:
        """The mention that atoms make together; None where they are no time: 'night vision'."""
        told = self._expression(group)
        future = self._is_future(told)
        days = self._days(group, base, reference, future)
        hours, precision, utc = hours_told(group, self._document)
        if days:
            return self._dated(told, nights(told, days, hours, precision), utc, future)
        if hours is None or not stands_alone(group, self._document):
            return None
        return Mention(
            start=told.start,
            end=told.end,
            sentence=told.index,
            text=told.text,
            first=None,
            hours=hours,
            precision=precision,
            utc=utc,
        )

    def _expression(self, group: list[Atom]) -> Expression:
        start, end = group[0].start, group[-1].end
        index = index_of(self._sentences, start)
        sentence = self._sentences[index] if self._sentences else None
        lead = self._document[max(sentence.start if sentence else 0, start - 110) : start]
        text = self._document[start:end]
        low = " ".join(text.lower().split())
        return Expression(
            group=group,
            start=start,
            end=end,
            index=index,
            sentence=sentence,
            lead=lead,
            words=_WORDS.findall(lead)[-16:],
            text=text,
            low=low,
            possessive=low.endswith(("'s", "’s")) or self._document.startswith(("'s", "’s"), end),
        )

    def _is_future(self, told: Expression) -> bool:
        """'Will be held on Monday', 'next week', 'for Friday': not yet."""
        low, words, end, possessive = told.low, told.words, told.end, told.possessive
        if (
            is_future(words)
            and "yesterday" not in low
            and not (possessive and DONE.match(self._document, end, end + 60))
        ):
            return True
        if low.startswith("for "):
            return not possessive and not PRAYED.match(self._document, end, end + 20)
        if low.startswith(("until ", "till ")):
            return not (words and words[-1].lower() in LASTED)
        return low.startswith(("next ", "tomorrow"))

    def _days(
        self, group: list[Atom], base: Day | None, reference: Day | None, future: bool
    ) -> list[tuple[Day, Day | None, str]]:
        """First and last day that each atom names, and how finely: 'Friday' and 'June 13' name one."""
        weekday = next((weekday_of(atom.text) for atom in group if atom.kind == "weekday"), None)
        days: list[tuple[Day, Day | None, str]] = []
        for atom in group:
            if atom.kind in HOUR_KINDS or (atom.text == "overnight" and len(group) > 1):
                continue
            if atom.kind == "weekday" and any(a.kind in ("dm", "md") for a in group):
                continue
            if atom.kind in ("dm", "md") and (year := self._year_behind(atom, base)):
                atom = structs.replace(atom, text=f"{atom.text} {year}")
            day = day_of(atom, base, reference, weekday, future, self._document[atom.end : atom.end + 8], self._late)
            if day is not None:
                days.append(day)
        return days

    def _year_behind(self, atom: Atom, base: Day | None) -> int:
        """The year of '10 November of that year', of the one named before, and of '11 April last year'; 0 for none."""
        named = _WHICH_YEAR.match(self._document, atom.end)
        if named is None:
            return 0
        if named["last"]:
            return base.year - 1 if base is not None else 0
        return self._year

    def _dated(self, told: Expression, when: When, utc: bool, future: bool) -> Mention:
        first, last, grain, hours = when
        group, low = told.group, told.low
        dateline = self._is_dateline(group, told.sentence, told.start, told.end)
        loose = is_loose(told, self._document[told.end : told.end + 8])
        counted = group[0].kind in ("anaphor", "ago")
        return Mention(
            start=told.start,
            end=told.end,
            sentence=told.index,
            text=told.text,
            first=first,
            last=last if last != first else None,
            precision=grain,
            hours=hours if grain in ("hour", "night", "day") else None,
            utc=utc,
            speech=not dateline and (is_spoken(told.words) or is_aftermath(told.lead)),
            dateline=dateline,
            since=is_since(told),
            future=future,
            relative=counted and not low.endswith(("ago", "back")),
            loose=loose,
            kind=next((atom.kind for atom in group if atom.kind in DAY_KINDS), group[0].kind),
            back=counted
            and low.endswith(" after")
            and grain == "day"
            and not loose
            and not re.search(r"hour|minute", low),
        )

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
