"""The time expressions of a document: words that belong together, read as days before any zone.

    words (timewords.atoms) -> groups ('late' + 'Saturday', 'Friday' + 'June 13') -> mentions with a day

A mention knows what it dates as far as its own words say so: somebody's words ('officials said Sunday'), the article
itself (a dateline), a beginning, a plan. Which mention is an act's own, `rules.py` and `choice.py` decide.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date as Day
from datetime import timedelta

import msgspec

from monitor.events.days.calendar import before_what, day_of
from monitor.events.days.timewords import Atom, atoms, clock_of, hours_of, weekday_of
from monitor.events.days.told import DONE, LASTED, PRAYED, is_aftermath, is_future, is_spoken
from monitor.events.linear import pattern
from monitor.events.sentences import Sentence

_HOUR_KINDS = frozenset({"clock", "part"})
_DAY_KINDS = frozenset({"iso", "numeric", "dm", "md", "nth", "feast", "weekday", "nights", "anaphor", "ago", "day"})

_FILLER = re.compile(
    r"[\s,(\-–—/]*(?:(?:on|of|at|in|the|around|about|approximately|roughly|shortly|just|after|before|local|time|"
    r"early|late|this|by|a|little|past|"
    r"[A-Z]\w+ time|GMT|UTC)\b[\s,()]*){0,5}$"
)
_PLAIN = re.compile(r"[\s,(\-–—/]*(?:the\s+)?$")
_RANGE = pattern(
    r"[\s,]*(?:and|to|into|until|till|through|-|–|and into|or|running into)[\s,]*(?:on\s+|early\s+|the\s+)?$"
)

_WORDS = re.compile(r"[^\W_]+|[.;:,]")
_DATELINE = re.compile(r"^[^.!?\n]{0,70}?(?:[A-Z]{2,}|\([A-Z][\w/ .&-]+\)|:|—|–|--)")
_STAMPED = pattern(r"(?i)\b(?:posted|updated|published|last modified|created|date)\s*(?:on|at)?\s*:?\s*$")
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

    __slots__ = ("_base", "_document", "_late", "_sentences", "_starts")

    def __init__(self, document: str, sentences: tuple[Sentence, ...], base: Day | None, late: bool) -> None:
        self._document = document
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._base = base
        self._late = late

    def read(self) -> list[Mention]:
        base = self._base
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

    def _sentence_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

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
        possessive = low.endswith(("'s", "’s"))
        future = (
            (
                is_future(words)
                and "yesterday" not in low
                and not (possessive and DONE.match(self._document, end, end + 60))
            )
            or low.startswith(("next ", "tomorrow"))
            or (low.startswith("for ") and not possessive and not PRAYED.match(self._document, end, end + 20))
            or (low.startswith(("until ", "till ")) and not (words and words[-1].lower() in LASTED))
        )
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
            day = day_of(atom, base, reference, weekday, future, self._document[atom.end : atom.end + 8], self._late)
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
        speech = not dateline and (is_spoken(words) or is_aftermath(lead))
        kinds = {atom.kind for atom in group}
        loose = ("span" in kinds and re.search(r"recent|coming|months|years|weeks", low) is not None) or (
            group[0].kind == "anaphor" and before_what(low, self._document[end : end + 8])
        )
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
            relative=group[0].kind in ("anaphor", "ago") and not low.endswith(("ago", "back")),
            loose=loose,
            kind=next((atom.kind for atom in group if atom.kind in _DAY_KINDS), group[0].kind),
            back=group[0].kind in ("anaphor", "ago")
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
