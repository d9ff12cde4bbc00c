"""When and where the figures of a text were told to be: which are the act's own, which those of another act.

'Two attacks left five dead. ... In A three were killed. ... In B two died.' The figure of the lead is of both acts, and
each act has the one that is told at its own place. What is told of another day is no figure of the act either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

import msgspec

from monitor.events.linear import pattern
from monitor.events.places.apart import apart
from monitor.events.places.bearings import kilometres
from monitor.events.segments import SPOTS
from monitor.events.sentences import Sentence
from monitor.events.tolls.elsewhere import ANOTHER_ACT
from monitor.events.tolls.harm_words import Statement
from monitor.types import Place

#: spots nearer than this are one
_SAME_SPOT_KM = 5.0
#: paragraphs that tell of the act itself, whatever day they name: title and lead
_LEAD = 1
#: ... and that may sum up what is told further down
_FRONT = 2
#: so many figures of the front are asked whether they are of several acts, and so far back a day is looked for
_MOST_TOTALS = 8
_BACK = 6
#: paragraphs in which a text without a figure of its own is asked for one of the days before
_TOP = 2
_DAYS = 7
#: so many days before the act lies another month
_MONTH = 31
#: words of more acts than one
_SEVERAL = pattern(
    r"\b(?:two|three|four|five|six|seven|several|separate|different|various|(?:number|string|series|wave|spate|day)\s+of)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:attacks|(?:air\s?)?strikes|(?:air\s?)?raids|bombings|assaults|ambushes|incidents|blasts|"
    r"explosions|shootings|clashes|villages|towns|cities|townships|districts|provinces|countries|states|camps)\b",
    ignore_case=True,
)
#: words by which a sentence puts those behind it on its own day
_OPENS_A_DAY = pattern(
    r"(?:(?:Also\s+)?[Oo]n\s+(?:\w+day|[A-Z]\w+\s+\d)|Last\s+\w+|Earlier\s+(?:on|this|in)|The\s+(?:day|night|week)\s+before|"
    r"(?:A|Two|Three|Four|Several|Some)\s+\w+\s+(?:ago|earlier|before))\b"
)
#: 'the six people who died in these': in what the sentence before tells
_IN_THESE = pattern(r"\b(?:died|killed|dead|wounded|injured|hurt|perished) in (?:it|them|these|those|that one)\b")


def scenes(sentences: Sequence[Sentence], named: Sequence[Sequence[Place]]) -> tuple[tuple[Place, ...], ...]:
    """Where each sentence is, of the places it names; one that names none goes on where its paragraph was."""
    found: list[tuple[Place, ...]] = []
    for sentence, places in zip(sentences, named, strict=True):
        here = tuple(p for p in places if p.precision in SPOTS) or tuple(p for p in places if p.precision != "country")
        goes_on = sentence.index > 0 and sentences[sentence.index - 1].paragraph == sentence.paragraph
        found.append(here or (found[-1] if goes_on else ()))
    return tuple(found)


class Setting(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Day and place of an act, and those that a text gives its figures."""

    place: Place | None  #: of the act
    scenes: Sequence[Sequence[Place]]  #: by sentence
    age: int | None  #: how many days before publication the act was
    age_of: Callable[[int, int], int | None]  #: the same of any words, where they tell
    main: bool = True  #: the one the text was written for
    lines: frozenset[int] = frozenset()  #: sentences that tell of it

    def told_here(self, s: Statement) -> bool:
        """Whether a figure is told at the place of the act."""
        return self.place is not None and any(_same(self.place, p) for p in self.scenes[s.sentence])

    def told_elsewhere(self, s: Statement, sentences: Sequence[Sentence]) -> bool:
        """Whether a figure beyond the lead is told at other places only."""
        if self.place is None or sentences[s.sentence].paragraph <= _LEAD:
            return False
        places = self.scenes[s.sentence]
        return bool(places) and not self.told_here(s) and all(apart(self.place, p) for p in places)

    def claim(self, span: tuple[str, int, int], sentence: Sentence) -> int:
        """How much speaks for a figure being the act's: sentence, place and day; title and lead are the main act's."""
        places = self.scenes[sentence.index]
        points = int(sentence.index in self.lines)
        if self.main:
            points += 1 if sentence.paragraph > _LEAD else 3
        if self.place is not None and places:
            points += 1 if any(_same(self.place, p) for p in places) else -1
        age = self.age_of(span[1], span[2])
        if age is not None and self.age is not None:
            points += 1 if age == self.age else -2 if age > self.age else 0
        return points

    def another_day(self, s: Statement, sentences: Sequence[Sentence]) -> bool:
        """Whether a figure of harm beyond the lead is told of a day that is not the act's; that there is none, of
        another month: whoever says so a day later says it of the act."""
        sentence = sentences[s.sentence]
        if self.age is None or sentence.paragraph <= _LEAD:
            return False
        age = self.age_of(s.start, s.end)
        if s.count.best == 0:
            return age is not None and age - self.age > _MONTH
        if age is None:
            for before in reversed(sentences[max(0, s.sentence - _BACK) : s.sentence]):
                if before.paragraph != sentence.paragraph:
                    break
                if _OPENS_A_DAY.match(before.text):
                    age = self.age_of(before.start, before.start + 1)
                    break
        return age is not None and age != self.age

    def of_the_one_before(self, s: Statement, sentences: Sequence[Sentence]) -> bool:
        """Whether a figure is that of an act of another day which the sentence before tells: 'who died in these'."""
        if not s.sentence or _IN_THESE.search(sentences[s.sentence].text) is None:
            return False
        before = sentences[s.sentence - 1]
        age = self.age_of(before.start, before.end)
        return age is not None and self.age is not None and age != self.age

    def perhaps(self, told: Sequence[Statement], sentences: Sequence[Sentence]) -> list[Statement]:
        """Figures near the top that are of no other place, for an act that has none.

        A text of what came after an attack ('the suspect gave himself up', 'last week's bomb was its own, it said')
        gives its dead with the day of the attack, not of the news.
        """
        return [
            s
            for s in told
            if not (s.whole or s.dated or (s.other and ANOTHER_ACT.search(sentences[s.sentence].text)))
            and s.count.best
            and sentences[s.sentence].paragraph <= _TOP
            and not self.told_elsewhere(s, sentences)
            and self._soon(self.age_of(s.start, s.end))
        ]

    def _soon(self, age: int | None) -> bool:
        return age is None or self.age is None or abs(age - self.age) <= _DAYS

    def own_of(self, mine: Sequence[Statement], sentences: Sequence[Sentence]) -> list[Statement]:
        """The act's own figures where those of title and lead are of several acts, each told at its place."""
        front = (s for s in mine if s.count.best and sentences[s.sentence].paragraph <= _FRONT)
        for total in islice(front, _MOST_TOTALS):
            most = total.count.best or 0
            later = [s for s in mine if s.sentence > total.sentence and not s.dated]
            own = [s for s in later if self.told_here(s) and s.count.best is not None]
            more = any(s.kind == total.kind and (s.count.best or 0) > most for s in own)
            if own and not more and self._of_several(total, later, sentences):
                return own
        return []

    def _of_several(self, total: Statement, later: Sequence[Statement], sentences: Sequence[Sentence]) -> bool:
        """Whether a figure is of acts at several places: their figures make it up, or the text says so."""
        best = total.count.best or 0
        parts = [s for s in later if s.kind == total.kind and 0 < (s.count.best or 0) < best and not s.count.vague]
        if sum(max(s.count.best or 0 for s in told) for told in self._by_place(parts)) == best:
            return True
        says = any(_SEVERAL.search(sentences[n].text) for n in {0, total.sentence})
        return says and len(self._by_place([s for s in later if s.count.best])) > 1

    def _by_place(self, told: Sequence[Statement]) -> list[list[Statement]]:
        """Figures that are told at one place together."""
        groups: list[tuple[list[Place], list[Statement]]] = []
        for s in told:
            places = self.scenes[s.sentence]
            if not places:
                continue
            for known, figures in groups:
                if any(_same(a, b) for a in known for b in places):
                    known.extend(places)
                    figures.append(s)
                    break
            else:
                groups.append(([*places], [s]))
        return [figures for _, figures in groups]


def _same(a: Place, b: Place) -> bool:
    if a.name == b.name and a.country == b.country:
        return True
    if a.precision not in SPOTS or b.precision not in SPOTS:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= _SAME_SPOT_KM
