"""What is seen of the figures that may be an act's dead or wounded: what the model of `choice.py` weighs.

It is where a figure stands, what the words around it are ('on Monday another', 'have died since', 'rose to'), and how
it agrees with the headline and the other figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import msgspec

from monitor.events.sentences import Sentence
from monitor.events.tolls.choice import BARE, BESIDE, STATED, SUM, Figure, Option, ratio
from monitor.events.tolls.harm_words import ACTIVE_DEATH, ACTIVE_INJURY, DEATH, INJURY
from monitor.events.tolls.nouns import is_people
from monitor.taxonomy import TYPES

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d,.]*|[\"“”,;:—–?!()-]")
_NEAR = 6
_REACH = 90
_SENTENCE_NO = (0, 1, 2, 3, 5, 8, 12)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    """january february march april june july august september october november december jan feb mar apr aug sept oct
    nov dec""".split()
)
#: words that tell, wherever they stand in a sentence, of what its figure may be
_CUES = frozenset(
    """since year years month months week weeks ago last past previous previously earlier before after another separate
    separately elsewhere meanwhile similar similarly including among them others total altogether overall far risen rose
    rises climbed grew updated revised initial initially first claims claimed claim boasted war conflict campaign
    response retaliation avenge anniversary recalls recall district village town province neighbouring nearby same also
    later died succumbed both attacks strikes incidents respectively each when where which during ever
    deadliest worst had have has would could may might if only just further more second third new fresh""".split()
)
_FUNCTION = frozenset(
    """the a an at in on of and but by for to with from it its their his her this that these those there he she they we
    two three four five six seven eight nine ten eleven twelve some more many several dozens both all no nobody none
    another earlier separately elsewhere meanwhile since after before when while last also""".split()
)
_FAR = 110
_CUTS = frozenset(";:—–.")
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve twenty dozens another".split())
_HARM = (
    dict.fromkeys((*INJURY, "hospital", "injuries", "wounds", "treatment", "treated"), "hurt")
    | dict.fromkeys((*DEATH, *ACTIVE_DEATH, "lives", "bodies", "deaths", "fatalities"), "dead")
    | dict.fromkeys(ACTIVE_INJURY, "hurt")
)

#: 'at least 50' and 56 are two counts of the same dead
_SHARPER = 1.25
#: what the rules say of figures that are another act's
_AWAY = frozenset("whole other dated elsewhere day".split())
_SIDED = frozenset("attackers militants boast".split())


class CountedAct(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The act whose dead or wounded are asked for."""

    kind: str  #: killed | wounded
    type: str
    home: int  #: its sentence


def options(document: str, sentences: Sequence[Sentence], figures: Sequence[Figure], act: CountedAct) -> list[Option]:
    """The figures that may be the act's, and that none is told."""
    text = _Text(document, sentences, figures, act)
    kind = act.kind
    return [
        Option(kind=kind, figure=None, seen=list(text.none())),
        *(Option(kind=kind, figure=f, seen=list(text.of(f))) for f in figures),
    ]


class _Text:
    def __init__(
        self, document: str, sentences: Sequence[Sentence], figures: Sequence[Figure], act: CountedAct
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._figures = figures
        self._act = act
        self._stated = [f for f in figures if f.source == STATED]
        self._positive = [f for f in self._stated if f.value]
        self._values = {f.value for f in self._positive}
        self._title = [f for f in self._positive if self._paragraph(f) == 0]
        self._clean = [f for f in self._positive if not _AWAY.intersection(f.flags)]
        self._sums = {a + b for a, b in combinations(sorted(self._values), 2)}
        known = TYPES.get(act.type)
        self._family = known.family if known else "other"
        self._cues: dict[int, list[str]] = {}

    def _paragraph(self, f: Figure) -> int:
        return self._sentences[f.sentence].paragraph

    def _place(self, f: Figure) -> str:
        paragraph = self._paragraph(f)
        return "title" if paragraph == 0 else "lead" if paragraph == 1 else "front" if paragraph <= 3 else "back"

    def none(self) -> Iterator[str]:
        kind = self._act.kind
        yield "none"
        yield f"none {kind}"
        yield f"none {kind} {self._act.type}"
        yield f"none {kind} stated {min(3, len(self._stated))}"
        yield f"none {kind} clean {min(3, len(self._clean))}"
        if self._title:
            yield f"none {kind} title"
        if self._clean:
            yield f"none {kind} {self._place(self._clean[0])}"

    def of(self, f: Figure) -> Iterator[str]:
        kind, source, place = self._act.kind, f.source, self._place(f)
        if not f.value:
            source = f"{source} zero"
        elif f.value == 1:
            yield f"{source} one"
            yield f"{source} one {kind}"
        yield source
        yield f"{source} {kind}"
        yield f"{source} {place}"
        yield f"{source} {place} {kind}"
        yield f"{source} {self._family}"
        yield f"{source} {self._act.type} {kind}"
        yield f"{source} sentence {bisect_right(_SENTENCE_NO, f.sentence)}"
        away = f.sentence - self._act.home
        yield f"{source} away {max(-2, min(5, away))}"
        for flag in f.flags:
            yield f"{source} is {flag}"
            yield f"{source} is {flag} {place}"
            yield f"{source} is {flag} {kind}"
            if flag in _SIDED:
                yield f"{source} is {flag} {self._act.type}"
        yield from (f"{source} is {a}+{b}" for a, b in combinations(f.flags, 2))
        yield from self._beside(f, source, place)
        if source != SUM:
            yield from self._words(f, source if source in (BARE, BESIDE) else "")
            yield from self._harm(f, source)

    def _beside(self, f: Figure, source: str, place: str) -> Iterator[str]:
        same = [g for g in self._stated if g.value == f.value and g.start != f.start]
        yield f"{source} told {min(3, len(same))} times more"
        for where in {self._place(g) for g in same}:
            yield f"{source} {place} also {where}"
        others = self._positive
        if not f.value:
            yield f"{source} among {min(3, len(self._values))}"
            yield f"{source} {place} among {min(2, len(self._clean))} clean"
            return
        if f.value > 1 and f.value in self._sums:
            yield f"{source} is a sum"
        if any(f.value + v in self._values for v in self._values if v != f.value):
            yield f"{source} is a part"
        if self._title and f.value not in {g.value for g in self._title}:
            yield f"{source} title says {ratio(self._title[0].value, f.value)}"
        ordered = self._clean
        if ordered:
            first = ordered[0]
            if first.value != f.value:
                yield f"{source} first is {ratio(first.value, f.value)} at {self._place(first)}"
            else:
                yield f"{source} is first"
                yield f"{source} is first {place}"
            if f.value == max(g.value for g in ordered):
                yield f"{source} is largest clean"
        for g in others:
            if f.value <= g.value * _SHARPER and g.value < f.value and "least" in g.flags and "least" not in f.flags:
                yield f"{source} sharper"
                yield f"{source} sharper than {self._place(g)}"
            if f.value < g.value <= f.value * _SHARPER and "least" in f.flags and "least" not in g.flags:
                yield f"{source} blunter"
        nth = sum(g.start < f.start for g in ordered)
        yield f"{source} number {min(4, nth)}"
        here = [g for g in others if g.sentence == f.sentence and g.start != f.start]
        if here:
            yield f"{source} {ratio(here[0].value, f.value)} in its sentence"

    def _harm(self, f: Figure, source: str) -> Iterator[str]:
        """The nearest words of death and of injury on both sides, how far they are, and what stands between."""
        sentence = self._sentences[f.sentence]
        mark = f"{source} {self._act.kind}"
        behind = [m.group().lower() for m in _TOKEN.finditer(self._document, f.end, min(sentence.end, f.end + _FAR))]
        start = max(sentence.start, f.start - _FAR)
        before = [m.group().lower() for m in _TOKEN.finditer(self._document, start, f.start)][::-1]
        for side, line in (("behind", behind), ("before", before)):
            found = next((n for n, word in enumerate(line) if word in _HARM), None)
            if found is None:
                yield f"{mark} no harm {side}"
                continue
            between = line[:found]
            cut = ";" if not _CUTS.isdisjoint(between) else "," if "," in between or "and" in between else ""
            number = "#" if any(word[0].isdecimal() or word in _NUMBERS for word in between) else ""
            yield f"{mark} {_HARM[line[found]]} {side}"
            yield f"{mark} {_HARM[line[found]]} {side} {min(found, 6)}"
            yield f"{mark} {_HARM[line[found]]} {side}{cut}{number}"
            yield f"{mark} {line[found]} {side}{cut}{number}"

    def _words(self, f: Figure, source: str) -> Iterator[str]:
        sentence = self._sentences[f.sentence]
        before = _plain(self._document, max(sentence.start, f.start - _REACH), f.start)[-_NEAR:]
        inside = _plain(self._document, f.start, min(f.end, f.start + _REACH))[:_NEAR]
        behind = _plain(self._document, f.end, min(sentence.end, f.end + _REACH))[:_NEAR]
        mark = f"{source} {self._act.kind}" if source else ""
        if f.noun:
            yield f"{mark} noun {f.noun}" if is_people(f.noun) else f"{mark} noun of a thing"
        elif source:
            yield f"{mark} no noun"
        for each in {mark, ""}:
            yield from _grams(f"{each} b", before)
            yield from _grams(f"{each} i", inside)
            yield from _grams(f"{each} a", behind)
        yield f"{mark} opens {before[0] if f.start - sentence.start < _REACH and before else '^'}"
        if f.sentence not in self._cues:
            words = {m.group().lower() for m in _TOKEN.finditer(sentence.text)}
            self._cues[f.sentence] = sorted(words & _CUES)
        zero = "" if f.value else "zero "
        yield from (f"{zero}{source} with {cue}" for cue in self._cues[f.sentence])


def _plain(document: str, start: int, end: int) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(document, start, end):
        word = match.group()
        low = word.lower()
        if word[0].isdecimal():
            text = "Year" if len(word) == 4 and word[:2] in ("19", "20") else "#"
        elif low in _DAYS:
            text = "Day"
        elif low in _MONTHS:
            text = "Month"
        elif low != word and low not in _FUNCTION:
            text = "Name"
        else:
            text = low
        if not (text == "Name" and found and found[-1] == "Name"):
            found.append(text)
    return found


def _grams(mark: str, words: Sequence[str]) -> Iterable[str]:
    yield from (f"{mark} {word}" for word in set(words))
    yield from {f"{mark} {x} {y}" for x, y in pairwise(words)}
