"""Acts at a border: the stretch two states share, or the crossing the text names on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from monitor.events.linear import pattern
from monitor.events.places.gazetteer import Entry, Gazetteer, fold
from monitor.events.places.names import Names
from monitor.events.places.subjects import SPELLINGS, STATES
from monitor.events.sentences import Sentence, index_of
from monitor.types import Place

_BORDER = pattern(r"\b(?:borders?|frontier|cross-border)\b", ignore_case=True)
#: 'crossed its border' is one country's own, and no place between two
_OWN = re.compile(r"(?:\bits|['’]s) $", re.IGNORECASE)
#: 'Border Guard Bangladesh', 'a Frontier Corps post', 'the border town of': called after a border, wherever it is
_CALLED_AFTER_IT = re.compile(
    r" (?:guards?|guardsm[ae]n|security force|police|patrol|corps|force|forces|troops|agency|agents?|service|control"
    r"|constabulary|defence|defense|regiment|unit|units|officials?|officers?|soldiers?|town|towns|tax|wall)\b",
    re.IGNORECASE,
)

#: words between the border and a state it is with
_WITH = re.compile(r" (?:with|of|to|between|into|from) (?:neighbou?ring )?(?:the )?")
_OF = re.compile(r"(?:['’]s?)?(?: (?:own|long|shared|common|land|northern|southern|eastern|western))*[ -]")
#: 'on the Pakistan side of the border'
_SIDE = re.compile(
    rf"\b(?P<who>{STATES})(?:['’]s)? side of (?:the|their|its) (?:[\w-]+ ){{0,3}}?(?:border|frontier|line)\b"
)


class Borders:
    """The borders that one document speaks of."""

    def __init__(self, gazetteer: Gazetteer, document: str, sentences: Sequence[Sentence], names: Names) -> None:
        self._gazetteer = gazetteer
        self._document = document
        self._sentences = sentences
        self._names = names

    def between(self, home: int, scope: tuple[int, ...], type: str) -> tuple[Entry, re.Match[str]] | None:
        """'at their border' with two countries in the text: the border of the two, where the table has it."""
        if not self._borders:
            return None
        sides = {m.entry.country for m in self._names.mentions if m.stands == "between" and m.entry.kind == "country"}
        early = range(10) if type == "ceasefire" and len(sides) > 1 else range(3) if scope else range(0)
        if type == "ceasefire" and self._names.homes and len(sides) < 2:
            return None
        for n in (home, *scope, *(early if home < 6 else ())):
            if not 0 <= n < len(self._sentences):
                continue
            sentence = self._sentences[n]
            match = next((b for b in self._borders if sentence.start <= b.start() < sentence.end), None)
            if match is None:
                continue
            for one, two, holder in self._pairs(match):
                entry = self._border_of(one, two)
                if entry:
                    entry = replace(entry, country=holder or entry.country)
                    return self._crossing(entry, {one, two}, holder) or entry, match
            return None
        return None

    def on_a_side(self, place: Place, home: int) -> Place:
        """A border as that of the state on whose side the headline or the sentence `home` puts the act."""
        if not place.name.endswith(("border", " Line")):
            return place
        for n in dict.fromkeys((home, 0, 1)):
            said = _SIDE.search(self._sentences[n].text) if n < len(self._sentences) else None
            code = SPELLINGS[said["who"]] if said else None
            if code:
                return replace(place, country=code)
        return place

    def _pairs(self, match: re.Match[str]) -> Iterator[tuple[str, str, str | None]]:
        """The states whose border it may be, likeliest first, each pair with the one that is told to hold the place.

        What happens at 'the border with Brazil' happens on the other side of it."""
        top = [code for code, _ in sorted(self._names.weights.items(), key=lambda item: (-item[1], item[0]))[:3]]
        at, across = self._named_at(match)
        if len(at) == 2:
            yield at[0], at[1], None
        elif at:
            n = index_of(self._sentences, match.start())
            beside = {m.entry.country for m in self._names.mentions if m.sentence == n}
            others = sorted((code for code in top if code != at[0]), key=lambda code: code not in beside)
            yield from ((code, at[0], code if across else None) for code in others)
        else:
            yield from ((one, two, None) for one, two in combinations(top, 2))

    def _named_at(self, match: re.Match[str]) -> tuple[list[str], bool]:
        """Whose the words make it: 'the border with Brazil', 'the Thai border'; whether it is 'with' a state."""
        found, across = [], False
        for m in self._names.mentions:
            if m.entry.kind != "country" or not m.entry.country:
                continue
            gap = self._document[match.end() : m.start] if m.start >= match.end() else ""
            behind = 0 < len(gap) < 20 and _WITH.fullmatch(gap)
            before = m.end <= match.start() and _OF.fullmatch(self._document, m.end, match.start())
            if (behind or before or m.start <= match.start() < m.end) and m.entry.country not in found:
                found.append(m.entry.country)
                across = across or " with " in gap
        return found, across

    @cached_property
    def _borders(self) -> list[re.Match[str]]:
        """Where the text speaks of a border between two."""
        return [
            word
            for word in _BORDER.finditer(self._document)
            if not _OWN.search(self._document, max(0, word.start() - 5), word.start())
            and not _CALLED_AFTER_IT.match(self._document, word.end())
        ]

    def _crossing(self, border: Entry, sides: set[str], held: str | None) -> Entry | None:
        """The crossing the text names on it, in the land that is told to hold the place, else in its own."""
        if any(m.entry.key == border.key for m in self._names.mentions):
            return None
        for m in self._names.mentions:
            if m.entry.kind == "crossing" and m.entry.country in sides and m.stands != "dateline":
                return m.entry if held is None else replace(m.entry, country=held)
        return None

    def _border_of(self, one: str, two: str) -> Entry | None:
        a, b = self._gazetteer.country(one), self._gazetteer.country(two)
        if a is None or b is None:
            return None
        for name in (f"{a.name}-{b.name} border", f"{b.name}-{a.name} border"):
            for entry in self._gazetteer.find(fold(name)):
                if entry.kind in ("border", "crossing"):
                    return entry
        return None
