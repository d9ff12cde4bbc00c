"""What is seen of the figures that may be an act's dead or wounded: what the model of `choice.py` weighs.

It is where a figure stands, what the words around it are ('on Monday another', 'have died since', 'rose to'), and how
it agrees with the headline and the other figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise

import msgspec

from monitor.events.sentences import Sentence
from monitor.events.tolls.choice import BARE, BESIDE, STATED, SUM, Figure, Option, ratio
from monitor.events.tolls.harm_words import ACTIVE_DEATH, ACTIVE_INJURY, DEATH, INJURY
from monitor.events.tolls.nouns import is_people
from monitor.events.weights import Trait, together
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
        Option(kind=kind, figure=None, seen=text.none()),
        *(Option(kind=kind, figure=f, seen=text.of(f)) for f in figures),
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

    def none(self) -> list[Trait]:
        kind = self._act.kind
        found: list[Trait] = [
            "none",
            f"none {kind}",
            f"none {kind} {self._act.type}",
            f"none {kind} stated {min(3, len(self._stated))}",
            f"none {kind} clean {min(3, len(self._clean))}",
        ]
        if self._title:
            found.append(f"none {kind} title")
        if self._clean:
            found.append(f"none {kind} {self._place(self._clean[0])}")
        return found

    def of(self, f: Figure) -> list[Trait]:
        kind, type, source, place = self._act.kind, self._act.type, f.source, self._place(f)
        found: list[Trait] = []
        if not f.value:
            source = f"{source} zero"
        elif f.value == 1:
            found.append((_ONE, source, kind))
        found += (
            (_FIGURE, source, kind, place, self._family, type),
            f"{source} sentence {bisect_right(_SENTENCE_NO, f.sentence)}",
            f"{source} away {max(-2, min(5, f.sentence - self._act.home))}",
            (_flagged, source, place, kind, type, *f.flags),
            *self._beside(f, source, place),
        )
        if source != SUM:
            found += self._words(f, source if source in (BARE, BESIDE) else "")
            found += self._harm(f, source)
        return found

    def _beside(self, f: Figure, source: str, place: str) -> list[Trait]:
        value = f.value
        same = [g for g in self._stated if g.value == value and g.start != f.start]
        found: list[Trait] = [f"{source} told {min(3, len(same))} times more"]
        found += [f"{source} {place} also {where}" for where in {self._place(g) for g in same}]
        others = self._positive
        if not value:
            found.append(f"{source} among {min(3, len(self._values))}")
            found.append(f"{source} {place} among {min(2, len(self._clean))} clean")
            return found
        if value > 1 and value in self._sums:
            found.append(f"{source} is a sum")
        if any(value + v in self._values for v in self._values if v != value):
            found.append(f"{source} is a part")
        if self._title and value not in {g.value for g in self._title}:
            found.append(f"{source} title says {ratio(self._title[0].value, value)}")
        ordered = self._clean
        if ordered:
            first = ordered[0]
            if first.value != value:
                found.append(f"{source} first is {ratio(first.value, value)} at {self._place(first)}")
            else:
                found += (f"{source} is first", f"{source} is first {place}")
            if value == max(g.value for g in ordered):
                found.append(f"{source} is largest clean")
        for g in others:
            if value <= g.value * _SHARPER and g.value < value and "least" in g.flags and "least" not in f.flags:
                found += (f"{source} sharper", f"{source} sharper than {self._place(g)}")
            if value < g.value <= value * _SHARPER and "least" in f.flags and "least" not in g.flags:
                found.append(f"{source} blunter")
        nth = sum(g.start < f.start for g in ordered)
        found.append(f"{source} number {min(4, nth)}")
        here = [g for g in others if g.sentence == f.sentence and g.start != f.start]
        if here:
            found.append(f"{source} {ratio(here[0].value, value)} in its sentence")
        return found

    def _harm(self, f: Figure, source: str) -> list[Trait]:
        """The nearest words of death and of injury on both sides, how far they are, and what stands between."""
        sentence = self._sentences[f.sentence]
        mark = f"{source} {self._act.kind}"
        behind = _words(self._document, f.end, min(sentence.end, f.end + _FAR))
        before = _words(self._document, max(sentence.start, f.start - _FAR), f.start)[::-1]
        told: list[Trait] = []
        for side, line in (("behind", behind), ("before", before)):
            found = next((n for n, word in enumerate(line) if word in _HARM), None)
            if found is None:
                told.append(f"{mark} no harm {side}")
                continue
            between = line[:found]
            cut = ";" if not _CUTS.isdisjoint(between) else "," if "," in between or "and" in between else ""
            number = "#" if any(word[0].isdecimal() or word in _NUMBERS for word in between) else ""
            told.append((_HARMED, mark, _HARM[line[found]], side, min(found, 6), f"{cut}{number}", line[found]))
        return told

    def _words(self, f: Figure, source: str) -> list[Trait]:
        sentence = self._sentences[f.sentence]
        before = _plain(self._document, max(sentence.start, f.start - _REACH), f.start)[-_NEAR:]
        inside = _plain(self._document, f.start, min(f.end, f.start + _REACH))[:_NEAR]
        behind = _plain(self._document, f.end, min(sentence.end, f.end + _REACH))[:_NEAR]
        mark = f"{source} {self._act.kind}" if source else ""
        found: list[Trait] = []
        if f.noun:
            found.append(f"{mark} noun {f.noun}" if is_people(f.noun) else f"{mark} noun of a thing")
        elif source:
            found.append(f"{mark} no noun")
        for each in {mark, ""}:
            found += ((_grams, f"{each} b", *before), (_grams, f"{each} i", *inside), (_grams, f"{each} a", *behind))
        found.append(f"{mark} opens {before[0] if f.start - sentence.start < _REACH and before else '^'}")
        if f.sentence not in self._cues:
            words = set(_words(self._document, sentence.start, sentence.end))
            self._cues[f.sentence] = sorted(words & _CUES)
        found.append((_cued, f"{'' if f.value else 'zero '}{source}", *self._cues[f.sentence]))
        return found


_ONE = together("{0} one", "{0} one {1}")
#: of a source: kind, place, family and type
_FIGURE = together("{0}", "{0} {1}", "{0} {2}", "{0} {2} {1}", "{0} {3}", "{0} {4} {1}")
_HARMED = together("{0} {1} {2}", "{0} {1} {2} {3}", "{0} {1} {2}{4}", "{0} {5} {2}{4}")


def _flagged(source: str, place: str, kind: str, type: str, *flags: str) -> list[str]:
    found: list[str] = []
    for flag in flags:
        found += (f"{source} is {flag}", f"{source} is {flag} {place}", f"{source} is {flag} {kind}")
        if flag in _SIDED:
            found.append(f"{source} is {flag} {type}")
    return [*found, *(f"{source} is {a}+{b}" for a, b in combinations(flags, 2))]


def _grams(mark: str, *words: str) -> Sequence[str]:
    return [*(f"{mark} {word}" for word in set(words)), *{f"{mark} {x} {y}" for x, y in pairwise(words)}]


def _cued(mark: str, *cues: str) -> Sequence[str]:
    return [f"{mark} with {cue}" for cue in cues]


@lru_cache(maxsize=256)
def _words(document: str, start: int, end: int) -> list[str]:
    return [m.group().lower() for m in _TOKEN.finditer(document, start, end)]


@lru_cache(maxsize=256)
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
