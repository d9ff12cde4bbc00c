"""What the names of one document tell of each other, for the model of `choice.py`.

Whether a name is the first, is named often, in the headline or beside what holds it; how it lies to the place of the
headline, to that of the dateline and to the rest ('a town within the province of the headline', 'far from all others');
the words around it, and what its sentence speaks of ('tells a toll', 'earlier', 'the spokesman said').
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from monitor.events.memo import Memo
from monitor.events.places.bearings import kilometres
from monitor.events.places.gazetteer import Entry, Gazetteer
from monitor.events.places.names import Mention
from monitor.events.sentences import Sentence

COARSE = frozenset(("country", "province", "sea"))
_WORD = re.compile(r"[^\W\d_][\w'’]*|\d+|[,;:()—–-]")
#: characters beside a name that are looked at for words, how many of these count, and within which a neighbour counts
_BEFORE = 70
_BEHIND = 60
_WORDS_BEFORE = 8
_WORDS_BEHIND = 6
_BESIDE = 40
_SENTENCES = (1, 2, 3, 5, 8, 12)
_PEOPLE = (1_000, 20_000, 200_000, 1_000_000)
#: a text is looked at in so many parts, the longer the more its parts tell
_PARTS = 5
_LONG_PART = 6
#: so near a place lies by another, and so near in one part of a land with it
_CLOSE_KM = 60.0
_ONE_PART_KM = 200.0
#: ... no nearer than which places lie that are so many degrees to the north or south
_ONE_PART_DEGREES = 1.85
#: 'the dam near Kherson', 'a base in Homs': what joins a spot to the place that only says where it lies
_JOINED = frozenset({"near", "in", "outside", "close to", "of", ",", "and", "to", "from"})
#: what of the words of a sentence tells whether it speaks of the act, of what came before it or of who speaks
_TELLING = frozenset(
    "ago also another attack attacks city conflict district earlier elsewhere had history injured killed last may"
    " meanwhile minister month months president previous province region reported said separately similar since"
    " spokesman strike strikes told town village war week weeks will would wounded year years".split()
)
_TOLL = frozenset("killed wounded dead injured died killing wounding casualties martyred".split())
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday overnight".split())
_YEARS = frozenset(map(str, range(1940, 2060)))
_SPOKEN = re.compile(r"[^\W_]{3,}")
_QUOTES = ('"', "“")


def grain(m: Mention) -> str:
    """Whether a place is a spot or wide."""
    return "coarse" if m.precision in COARSE else "fine"


def step(value: float, steps: Sequence[float]) -> int:
    """How many of these bounds a value is beyond."""
    return bisect_left(steps, value)


class Company:
    """The names of one document among each other; what is seen of a place is worked out once."""

    def __init__(
        self,
        table: Gazetteer,
        document: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        *,
        buried: bool = False,
    ) -> None:
        self._table = table
        self._document = document
        self._sentences = sentences
        self._filing = next((m for m in mentions if m.stands == "dateline"), None)
        self._filed = {m.entry.key for m in mentions if m.stands == "dateline"}
        named = [m for m in mentions if m.stands != "dateline"]
        self._often = Counter([m.entry.key for m in named])
        self._countries = Counter([m.entry.country for m in named if m.entry.country])
        self._most = max(self._countries.values(), default=0)
        self._titled = {m.entry.key: m for m in named if sentences[m.sentence].is_title and not buried}
        self._opening = {m.entry.key for m in named if m.sentence <= 1 and not buried}
        self._in_sentence = Counter([m.sentence for m in named])
        self._fine: Mapping[str | None, set[str]] = defaultdict(set)
        self._regions: Mapping[str | None, set[str]] = defaultdict(set)
        self._coarse = {(m.entry.country, m.precision) for m in named if m.precision in COARSE}
        self._spots = {
            m.entry.key: (m.entry.lat, m.entry.lon)
            for m in named
            if m.precision not in COARSE and m.entry.lat is not None and m.entry.lon is not None
        }
        self._first: dict[str, int] = {}
        self._left: dict[int, Mention] = {}
        self._right: dict[int, Mention] = {}
        self._of_places: dict[tuple[str, str], list[str]] = {}
        self._of_sentences: dict[tuple[int, str], list[str]] = {}
        last: Mention | None = None
        for m in named:
            if m.precision not in COARSE:
                self._fine[m.entry.country].add(m.entry.key)
                if region := table.province(m.entry):
                    self._regions[m.entry.country].add(region)
            self._first.setdefault(m.entry.key, m.start)
            if last is not None and last.sentence == m.sentence and m.start - last.end < _BESIDE:
                self._left[m.start], self._right[last.start] = last, m
            last = m

    def province(self, entry: Entry) -> str | None:
        """The province that holds a place."""
        return self._table.province(entry)

    def grade(self, m: Mention) -> str:
        """How sharp a place is; a town called as its province is often stands for the province: Kherson, Idlib."""
        return "namesake" if m.precision == "town" and self._table.is_namesake(m.entry) else m.precision

    def seen(self, m: Mention) -> list[str]:
        """What a name tells without the act and the words around it."""
        sharp, width = self.grade(m), grain(m)
        place, told = (m.entry.key, sharp), (m.sentence, width)
        of_place = self._of_places.get(place)
        if of_place is None:
            of_place = self._of_places[place] = [*self._of_place(m, sharp, width)]
        of_sentence = self._of_sentences.get(told)
        if of_sentence is None:
            of_sentence = self._of_sentences[told] = [*self._of_sentence(m.sentence, width)]
        found = [f"stands {m.stands}", f"stands {m.stands}, sharp {sharp}", *of_place, *of_sentence]
        if self._first.get(m.entry.key) == m.start:
            found.append(f"first, {width}")
        if m.framed_by:
            found.append("framed")
        found += self._beside(m, sharp)
        return found

    def _of_place(self, m: Mention, sharp: str, width: str) -> Iterator[str]:
        """What all names of a place have in common."""
        entry = m.entry
        yield f"sharp {sharp}"
        yield f"kind {entry.kind}"
        yield f"named {min(self._often[entry.key], 4)} times, {width}"
        if entry.key in self._titled:
            yield f"headline names it, {sharp}"
        if entry.key in self._opening:
            yield f"opening names it, {sharp}"
        if entry.key in self._filed:
            yield f"filed from it, {sharp}"
        if entry.country:
            most = self._countries.get(entry.country, 0) == self._most
            yield f"country {'most' if most else 'less'} named, {width}"
        if len(self._countries) == 1:
            yield f"only country, {sharp}"
        if m.precision == "town":
            yield f"people {step(entry.people, _PEOPLE)}"
        if entry.by_hand:
            yield "kept by hand"
        yield from self._nested(m)
        yield from self._lies(entry, sharp, width)

    def _of_sentence(self, index: int, width: str) -> Iterator[str]:
        """What its sentence speaks of, and where in the text it is."""
        sentence = self._sentences[index]
        yield "in the headline" if sentence.is_title else f"sentence {step(index, _SENTENCES)}"
        whole = len(self._sentences)
        yield f"part {_PARTS * index // whole} of {min(3, whole // _LONG_PART)}, {width}"
        yield f"names in its sentence {min(6, self._in_sentence[index])}, {width}"
        words = set(_SPOKEN.findall(sentence.text))
        yield f"toll told {not _TOLL.isdisjoint(words)}, {width}"
        for word in sorted(words & _TELLING):
            yield f"told with {word}, {width}"
        if not _DAYS.isdisjoint(words):
            yield f"day told, {width}"
        if not _YEARS.isdisjoint(words):
            yield f"year told, {width}"
        if any(map(sentence.text.__contains__, _QUOTES)):
            yield f"quoted, {width}"

    def _nested(self, m: Mention) -> Iterator[str]:
        """What lies within it, and what it lies in, of all that the text names."""
        country = m.entry.country
        if not country:
            return
        finer = len(self._fine[country] - {m.entry.key})
        if m.precision == "country":
            yield f"holds {min(3, finer)} finer"
        elif m.precision == "province":
            yield f"holds finer {m.entry.name in self._regions[country]}, {min(2, finer)} of the country"
        elif m.precision != "sea":
            yield f"finer ones beside it {min(3, finer)}"
            for coarse in ("country", "province"):
                if (country, coarse) in self._coarse:
                    yield f"its {coarse} is named"

    def _lies(self, entry: Entry, sharp: str, width: str) -> Iterator[str]:
        """How it lies to the spots of the text, to the places of the headline and to that of the dateline."""
        if entry.lat is not None and entry.lon is not None and sharp != "country":
            close = near = 0
            for key, (lat, lon) in self._spots.items():
                if key != entry.key and abs(lat - entry.lat) < _ONE_PART_DEGREES:
                    km = kilometres(entry.lat, entry.lon, lat, lon)
                    near += km <= _ONE_PART_KM
                    close += km <= _CLOSE_KM
            yield f"close ones {min(3, close)}, {sharp}"
            yield f"of {min(4, len(self._spots))} near {min(4, near)}, {width}"
        if not self._titled:
            yield f"headline has none, {sharp}"
        for key, titled in self._titled.items():
            if key != entry.key:
                yield f"headline has {self.grade(titled)} {self._related(entry, titled.entry)}, {sharp}"
        if self._filing is not None and self._filing.entry.key != entry.key:
            yield f"filed {self._related(entry, self._filing.entry)}, {sharp}"

    def _beside(self, m: Mention, sharp: str) -> Iterator[str]:
        """The names right before and behind it."""
        for side, other in (("behind", self._left.get(m.start)), ("before", self._right.get(m.start))):
            if other is not None:
                land = "its" if other.entry.country == m.entry.country else "another"
                yield f"{side} a {other.precision} of {land} country, {sharp}"
                first, second = (other, m) if side == "behind" else (m, other)
                between = self._document[first.end : second.start].strip().lower()
                if between in _JOINED:
                    yield f"{side} a {other.precision}, {between} between, {sharp}"

    def worded(self, m: Mention) -> list[str]:
        """The words around it: the one on each side, and all that are near."""
        sentence = self._sentences[m.sentence]
        before = _WORD.findall(self._document, max(sentence.start, m.start - _BEFORE), m.start)[-_WORDS_BEFORE:]
        behind = _WORD.findall(self._document, m.end, min(sentence.end, m.end + _BEHIND))[:_WORDS_BEHIND]
        return [
            f"-1 {_PLAIN[before[-1]] if before else 'START'}",
            f"+1 {_PLAIN[behind[0]] if behind else 'END'}",
            *[f"before it {_PLAIN[word]}" for word in before],
            *[f"behind it {_PLAIN[word]}" for word in behind],
        ]

    def _related(self, entry: Entry, other: Entry) -> str:
        """How a place lies to another."""
        if entry.country != other.country:
            return "in another land"
        region = self._table.province(entry)
        if region and region == other.name:
            return "within"
        if None not in (entry.lat, entry.lon, other.lat, other.lon):
            apart = kilometres(entry.lat or 0.0, entry.lon or 0.0, other.lat or 0.0, other.lon or 0.0)
            if apart < _CLOSE_KM:
                return "close"
        return "in its province" if region and region == self._table.province(other) else "in its land"


def _plainly(word: str) -> str:
    """A word in lower case; any name is the same word."""
    return "Name" if word[0].isupper() and word not in ("In", "At", "Near") else word.lower()


_PLAIN = Memo(_plainly)
