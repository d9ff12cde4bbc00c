"""The days that may be an act's, and what is to be seen of each: what `choice.py` weighs.

What kind of expression a time is and the words beside it, where it stands to the act and to other words of acts, how
long before publication it lies: each is a feature with a name in words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, timedelta

from monitor.events.days.aftermath import of_the_day_after
from monitor.events.days.choice import Option
from monitor.events.days.mentions import APART, HAPPENS, Mention
from monitor.events.days.told import SPEECH_WORDS
from monitor.events.linear import pattern
from monitor.events.memo import Memo
from monitor.events.sentences import Sentence, index_of
from monitor.events.spots import Spots
from monitor.taxonomy import STEPS

#: of these the first day counts
_STRETCHES = frozenset({"week", "month", "year"})
#: so many characters on each side of a mention are looked at
_WINDOW = 250
#: 'summoned the envoy on Friday over an attack that killed eight' on Thursday
_TAKEN_OVER = re.compile(r"day over (?:an?|the|its|their|two|three|several|alleged)\b[^.;]*$")
#: behind it stands another's deed, up to its day
_CHARGED = re.compile(r"\b(?:responsible|blamed|to blame|wanted) (?:for|over) [^.;]*$")
#: a time that lies further back is no day of news; so many are looked at, since a text with more is a chronicle
_DAYS_BACK = 60
_MOST = 40
#: words behind which a sentence may tell of another act
_OTHER = frozenset(
    "after following since before answer response retaliation reply reprisal revenge wake like than earlier".split()
)
#: words that make an act another than the one that was told
_ANOTHER = frozenset("another separate separately similar also other second previous previously earlier too".split())
_NAME = re.compile(r"\b[A-Z][\w-]{3,}")
_HAD = pattern(r"\bhad\b", ignore_case=True)
_MARKS = ("speech", "dateline", "since", "future", "relative", "back", "loose")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The act whose day is asked for, and what the rules say of it."""

    type: str
    home: int  #: sentence of its trigger
    spans: Mapping[int, Sequence[tuple[int, int]]]  #: sentence -> where it tells of the same incident, in order
    others: Mapping[int, Sequence[tuple[int, int]]]  #: sentence -> where it tells of other incidents, in order
    taken: Mention | None  #: the mention they took
    inferred: bool  #: whether they took it only as a bound
    base: Day  #: the local day of publication
    utc: Day  #: its day in UTC
    local: datetime | None  #: the local time of publication, where it is known to the minute


class DayOptions:
    """The options of one document for an act told in it."""

    __slots__ = ("_after", "_counts", "_dated", "_document", "_elsewhere", "_headed", "_hours",
                 "_paragraphs", "_relative", "_sentences", "_titled")  # fmt: skip

    def __init__(
        self,
        document: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        *,
        relative: Spots,
        elsewhere: Spots,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._paragraphs = [sentence.paragraph for sentence in sentences]
        self._titled = (
            frozenset(_NAME.findall(sentences[0].text)) if sentences and sentences[0].is_title else frozenset()
        )
        title = sentences[0].text if sentences and sentences[0].is_title else ""
        self._headed = of_the_day_after(title)
        self._after: dict[int, bool] = {}
        self._relative = relative
        self._elsewhere = elsewhere
        self._dated = [m for m in mentions if m.first is not None and m.precision not in ("month", "year")][:_MOST]
        self._hours = [mention for mention in mentions if mention.first is None and mention.hours is not None]
        self._counts: dict[Day | None, int] = {}
        for mention in self._dated:
            if not mention.dateline:
                self._counts[mention.first] = self._counts.get(mention.first, 0) + 1

    def spans(self, acts: Sequence[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
        """The places of acts by their sentences."""
        found: dict[int, list[tuple[int, int]]] = {}
        for act in sorted(acts):
            found.setdefault(index_of(self._sentences, act[0]), []).append(act)
        return found

    def of(self, asked: Asked) -> list[Option]:
        """Every option of an act, those with words first."""
        hour = self._hour(asked)
        genre = "state" if asked.type in STEPS else "deed"  # the day somebody speaks is often that of a step
        first = next((n for n, mention in enumerate(self._dated) if not mention.dateline), None)
        own = [self._paragraphs[index] for index in asked.spans] if self._sentences else []
        others = [self._paragraphs[index] for index in asked.others] if self._sentences else []
        found: list[Option] = []
        for number, mention in enumerate(self._dated):
            if mention.final is None or (asked.base - mention.final).days > _DAYS_BACK:
                continue
            if self._of_a_charge(mention, asked):
                continue
            seen = self._seen(mention, asked, genre)
            seen += self._of_the_day_after(mention, asked, genre)
            seen += self._around(mention, asked, own, others)
            if number == first:
                seen.append("first of all")
            found += _dated(mention, seen, asked, genre, hour)
        named = {option.day for option in found}
        return [*found, *_undated(asked, genre, hour, named)]

    def _of_a_charge(self, mention: Mention, asked: Asked) -> bool:
        """Whether it dates what somebody is charged with, or what a step is taken over, and not the act: 'killed a man
        it holds responsible for the rocket that fell last Saturday'."""
        opened = max(self._sentences[mention.sentence].start, mention.start - _WINDOW)
        if asked.type in STEPS and _TAKEN_OVER.search(self._document, opened, mention.start):
            return True
        charged = _CHARGED.search(self._document, opened, mention.start)
        if charged is None:
            return False
        return not any(start >= charged.start() for start, _ in asked.spans.get(mention.sentence, ()))

    def _hour(self, asked: Asked) -> str:
        """The part of the day that is told without a day, in the act's sentence before others."""
        near = (
            next((m for m in self._hours if m.sentence == asked.home), None)
            or next((m for m in self._hours if m.sentence in asked.spans), None)
            or next((m for m in self._hours if m.sentence <= 4), None)
        )
        if near is None or near.hours is None:
            return "no hour"
        return "small hours" if near.hours[0] < 6 else "daytime" if near.hours[0] < 16 else "evening"

    def _seen(self, mention: Mention, asked: Asked, genre: str) -> list[str]:
        """What is to be seen of one mention: by itself, and beside the act."""
        seen, happens = self._by_itself(mention)
        seen.append(f"times {min(3, self._counts.get(mention.first, 1))}")
        said = "said" if mention.speech else "told"
        index, kind = mention.sentence, mention.kind
        seen += (f"{asked.type} {said}", f"{genre} {said}")
        here = asked.spans.get(index)
        if here:
            seen.append(f"here {genre}")
            self._beside(mention, here, said, seen)
        else:
            seen += ("no act", f"no act {kind}")
            off = min((index - other for other in asked.spans), key=abs, default=9)
            seen.append(f"act off {max(-3, min(3, off))}")
        off = index - asked.home
        tells = "act" if here else happens
        seen += (
            f"home {max(-3, min(6, off))}",
            f"{tells}",
            f"{tells} home {max(-2, min(6, off))}",
            f"{tells} {kind}",
            f"{tells} {said}",
        )
        if not off:
            seen.append(f"at home {kind}")
        seen += self._against(mention, here, asked.others.get(index), said)
        return seen

    def _of_the_day_after(self, mention: Mention, asked: Asked, genre: str) -> list[str]:
        """How far back a mention lies that stands in a sentence, or under a headline, of what comes after an act."""
        index = mention.sentence
        if index not in self._after:
            self._after[index] = of_the_day_after(self._sentences[index].text)
        if mention.first is None or not (self._headed or self._after[index]):
            return []
        off = _off((asked.base - mention.first).days)
        found = (("headed by an aftermath", self._headed), ("aftermath", self._after[index]))
        return [f"{name} off {off} {genre}" for name, there in found if there]

    def _around(self, mention: Mention, asked: Asked, own: list[int], others: list[int]) -> tuple[str, str, str]:
        """Whether the rest of its paragraph tells of the act, and of other incidents; `own` and `others` are the
        paragraphs of the sentences that do."""
        paragraph = self._paragraphs[mention.sentence]
        here = "here" if mention.sentence in asked.spans else "away"
        same = "own" if own.count(paragraph) > (mention.sentence in asked.spans) else "foreign"
        beside = "alone" if others.count(paragraph) <= (mention.sentence in asked.others) else "beside others"
        said = "said" if mention.speech else "told"
        return f"{here} {same}", f"{here} {beside}", f"{here} {same} {beside} {said}"

    def _against(
        self,
        mention: Mention,
        own: Sequence[tuple[int, int]] | None,
        others: Sequence[tuple[int, int]] | None,
        said: str,
    ) -> list[str]:
        """What makes a mention the day of something else: an act of another incident beside it, a past before the
        past."""
        here = "here" if own else "away"
        seen: list[str] = []
        if others:
            nearer = "nearer" if not own or _gap(mention, others) < _gap(mention, own) else "farther"
            seen += (f"other act {here}", f"other {nearer}", f"other {nearer} {here} {said}")
        sentence = self._sentences[mention.sentence]
        if _HAD.search(self._document, sentence.start, sentence.end):
            seen += ("had", f"had {here}", f"had {said}")
        return seen

    def _by_itself(self, mention: Mention) -> tuple[list[str], str]:
        """What a mention shows whatever the act, and whether its sentence tells that something happened."""
        document, sentence = self._document, self._sentences[mention.sentence]
        left = document[max(sentence.start, mention.start - _WINDOW) : mention.start].lower().split()
        right = document[mention.end : min(sentence.end, mention.end + _WINDOW)].lower().split()
        words = mention.text.lower().split()
        told = "said" if mention.speech else "told"
        at = mention.start - sentence.start
        before = next((n for n, word in enumerate(reversed(left)) if _HAPPENS[word]), None)
        behind = next((n for n, word in enumerate(right) if _HAPPENS[word]), None)
        happens = "nothing" if before is None and behind is None else "happens"
        b, a = _near(before), _near(behind)
        seen = [
            f"kind {mention.kind}",
            f"grain {mention.precision}",
            f"{mention.kind} {mention.precision}",
            f"before {left[-1] if left else '^'}",
            f"after {right[0] if right else '$'}",
            f"opens {words[0]}",
            "title" if sentence.is_title else "body",
            f"sentence {min(sentence.index, 8)}",
            "at its head" if at < 4 else "near its head" if at < 40 else
            "inside" if mention.end < sentence.end - 3 else "at its end",
            f"happens {b} before",
            f"happens {a} behind",
            f"happens {b} {a}",
            f"happens {before is not None} {behind is not None} {told}",
            f"{happens} sentence {min(sentence.index, 6)}",
        ]  # fmt: skip
        seen += [mark for mark in _MARKS if getattr(mention, mark)]
        other = next((word for word in reversed(left) if word in _OTHER), None)
        if other:
            seen += (f"beyond {other}", f"beyond another {told}")
        other = next((word for word in right if word in _OTHER), None)
        if other:
            seen += (f"ahead of {other}", f"ahead of another {told}")
        if APART.match(sentence.text):
            seen.append("apart")
        if not _ANOTHER.isdisjoint(right[:12]):
            seen += ("of another", f"of another {told}")
        if not _ANOTHER.isdisjoint(left[-12:]):
            seen.append("behind another")
        shared = len(self._titled.intersection(_NAME.findall(sentence.text)))
        seen += (f"title names {min(shared, 3)}", f"title names {min(shared, 2)} {told} {min(sentence.index, 4)}")
        if len(left) > 1:
            seen.append(f"two before {left[-2]}")
        if len(right) > 1:
            seen.append(f"two after {right[1]}")
        if len(words) > 1:
            seen.append(f"ends {words[-1]}")
        if not SPEECH_WORDS.isdisjoint(map(_BARE.__getitem__, left[-10:])):
            seen.append("speech before")
        if not SPEECH_WORDS.isdisjoint(map(_BARE.__getitem__, right[:6])):
            seen.append("speech after")
        if "after" in right[:3] or "following" in right[:3]:
            seen.append("then after")
        return seen, happens

    def _beside(self, mention: Mention, acts: Sequence[tuple[int, int]], said: str, seen: list[str]) -> None:
        """How a mention stands to the nearest words of the incident in its sentence."""
        start, end = min(acts, key=lambda act: max(act[0] - mention.end, mention.start - act[1], 0))
        if mention.end <= start:
            side, left, right = "act follows", mention.end, start
        elif mention.start >= end:
            side, left, right = "act precedes", end, mention.start
        else:
            side, left, right = "in act", mention.start, mention.start
        between = self._document[left : min(right, left + 400)].lower().split()
        seen += (side, f"{side} {_steps(len(between))}", f"{side} {mention.kind}", f"{side} {said}")
        if mention.back:
            seen += (f"{side} back", f"{side} back {_steps(len(between))}")
        if right <= left:
            seen.append("touches")
            return
        away = self._elsewhere.within(mention.sentence, left, right)
        if away:
            seen += (f"{side} elsewhere", f"{side} {self._document[away[-1][0] : away[-1][1]].lower()}")
        clauses = self._relative.within(mention.sentence, left, right)
        if clauses:
            seen.append(f"{side} clauses {min(len(clauses), 2)}")
        if not SPEECH_WORDS.isdisjoint(map(_BARE.__getitem__, between)):
            seen.append(f"{side} speech between")
        if self._document.find(",", left, right) >= 0:
            seen.append(f"{side} comma")


def _dated(mention: Mention, seen: list[str], asked: Asked, genre: str, hour: str) -> list[Option]:
    """The options of one mention: its day, the last of several; 'today' as the day in UTC and as the local one."""
    found: list[Option] = []
    said = "said" if mention.speech else "told"
    days = [(False, mention.first)]
    if mention.last is not None and mention.precision not in _STRETCHES:
        days.append((True, mention.last))
    shift = (asked.base - asked.utc).days
    for last, named in days:
        for moved in (0, shift) if shift and mention.kind == "day" else (0,):
            if named is None:
                continue
            day = named + timedelta(days=moved)
            off = _off((asked.base - day).days)
            more = [f"off {off}", f"off {off} {mention.kind}", f"off {off} {said}", f"off {off} {genre}"]
            if last:
                more += ("last", f"last {mention.precision}", f"last {mention.kind}")
            elif mention.last is not None:
                more += ("first", f"first {mention.precision}")
            if mention.last is not None:
                which = "last" if last else "first"
                more += (f"{which} {hour}", f"{which} off {off}", f"{which} {asked.type}")
                more += (
                    f"{which} {mention.kind} {off}",
                    f"{which} {mention.kind} {genre}",
                    f"{which} {_opening(mention)}",
                )
            if moved:
                more.append("moved")
            found.append(Option(day=day, mention=mention, last=last, seen=seen + more))
    return found


def _undated(asked: Asked, genre: str, hour: str, named: set[Day]) -> list[Option]:
    """The day of publication and the day before; the day in UTC where it is another."""
    local = asked.local
    if local is None:
        part = "by day"
    else:
        part = "night" if local.hour < 6 else "early" if local.hour < 10 else "noon" if local.hour < 14 else "late"
    days = [("same", asked.base), ("eve", asked.base - timedelta(days=1))]
    if asked.utc != asked.base:
        days.append(("utc", asked.utc))
    found: list[Option] = []
    for name, day in days:
        about = [part, genre, asked.type, hour, f"{hour} {part}"]
        if day in named:
            about.append("named")
        if asked.taken is None or asked.inferred:
            about.append("no time")
        if asked.taken is None:
            about.append("no word")
        found.append(Option(day=day, mention=None, seen=[f"published {name}", *(f"{name} {x}" for x in about)]))
    return found


def _gap(mention: Mention, acts: Sequence[tuple[int, int]]) -> int:
    """How many characters lie between a mention and the nearest of these acts."""
    return min(max(start - mention.end, mention.start - end, 0) for start, end in acts)


def _opening(mention: Mention) -> str:
    return mention.text.split(maxsplit=1)[0].lower()


def _near(words: int | None) -> str:
    return "not" if words is None else "close" if words < 4 else "near" if words < 12 else "far"


_BARE: Memo[str, str] = Memo(lambda word: word.strip(".,;:!?()[]'\"’‘“”"))
_HAPPENS: Memo[str, bool] = Memo(lambda word: HAPPENS.match(_BARE[word]) is not None)


def _steps(words: int) -> int:
    return 0 if words <= 2 else 1 if words <= 5 else 2 if words <= 9 else 3 if words <= 15 else 4 if words <= 25 else 5


def _off(days: int) -> str:
    """How long before publication, in steps."""
    if days < -1:
        return "ahead"
    if days <= 7:
        return str(days)
    return "weeks" if days <= 14 else "months" if days <= 60 else "year" if days <= 400 else "years"
