"""From a document to the acts its words tell of: one pass of the phrase automaton, then patterns over classes.

A sentence becomes a short string with one character a word, the character standing for the word's class. The patterns
of `patterns.py` are regular expressions over that string, so they cost little and their gaps are bounded: the work is
linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

import ahocorasick
import msgspec

from monitor.events import lexicon
from monitor.events.patterns import GROUPS, TABLE, Pattern
from monitor.events.sentences import Sentence

_FIRST = 0xE000
SYMBOL: dict[str, str] = {name: chr(_FIRST + i) for i, name in enumerate(lexicon.CLASSES)}
CLASS_OF: dict[str, str] = {symbol: name for name, symbol in SYMBOL.items()}
#: a class that counts as another except in the patterns that name it: a house of diplomats is those in it
_WITHIN = {
    "EMBASSY": "EVACUEE", "BLOC": "STATE", "HANDOVER": "WITHDRAW", "FORCESOUT": "WITHDRAW", "DEADLINE": "DIPLO",
    "UNWELCOME": "DIPLO", "TRADEBAN": "SANCTION", "FLEE": "EVAC", "ORDER": "SEND", "PACTEND": "TREATY",
    "TERRORLIST": "GUNMEN", "ARMTEST": "TEST", "MARCH": "PROTEST", "RAGES": "CLASH", "SHOT": "FIRE",
    "OFFENSIVE": "ATTACK", "ANSWERED": "FIRE", "MOBILISE": "DEPLOY", "STRIKEON": "STRIKE",
}  # fmt: skip
CLASS_OF |= {SYMBOL[name]: wider for name, wider in _WITHIN.items()}
OTHER, NAME, NUMBER, COMMA, STOP = ".", "N", "#", ",", ";"
_MARKS = {"N": NAME, "#": NUMBER, "OTHER": OTHER, "COMMA": COMMA, "STOP": STOP}
_UNKNOWN = frozenset(_MARKS.values())

#: one character for one; a `replace` that finds nothing costs a glance, `translate` looks every character up
_PLAIN = (("’", "'"), ("‘", "'"), ("`", "'"), ("“", " "), ("”", " "), ('"', " "), ("-", " "), ("‐", " "), ("‑", " "),
          ("–", ";"), ("—", ";"), ("\n", " "), ("\xa0", " "))  # fmt: skip
_GAP = re.compile(r"""[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ'.&/%]*|[,;:()!?]""")
#: a quotation mark that is no apostrophe; begun with the mark itself, which the engine can look for
_QUOTE = re.compile(r"'(?:(?<!\w')|(?!\w))")
_SKIPPED = frozenset("the a an s 's '".split())
#: what is no word but has a symbol, or has none and is skipped
_SYMBOL_OF = {**dict.fromkeys(",():", COMMA), **dict.fromkeys(";!?", STOP), **dict.fromkeys(_SKIPPED, "")}
#: states that are told from everyday words by their capitals alone; not in a line of nothing but capitals ('FOLLOW US')
_IN_CAPITALS = re.compile(r"U[SN](?<!\w..)(?<![A-Z][A-Z] ..)\b(?!\$)")  # the letter first, which is found fast
#: how the pattern of an act begins that a rule of the user's found
BY_RULE = "rule: "
#: with fewer words a line says nothing
_TELLING = 5
#: a sentence longer than this is read only so far; a table pasted as one line stays cheap
_SENTENCE_CHARS = 1_200


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of the document: its class symbol and where it stands."""

    symbol: str
    start: int
    end: int


class Line:
    """A sentence as the patterns see it.

    Its known words are found at once. The others are told apart only where somebody asks: most sentences hold nothing
    that could be an act, and nobody does."""

    __slots__ = ("_document", "_filled", "_low", "_telling", "clauses", "known", "sentence")

    def __init__(self, sentence: Sentence, known: Sequence[Word], document: str, low: str) -> None:
        self.sentence = sentence
        self.known = known  #: the words of the lexicon, in order
        self._document = document
        self._low = low
        self._filled: tuple[tuple[Word, ...], str] | None = None
        self._telling: bool | None = None
        self.clauses: dict[int, tuple[int, int]] = {}  #: those that were asked for, by a word in them

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word, the known ones and those between."""
        return (self._filled or self._fill())[0]

    @property
    def symbols(self) -> str:
        """One character a word: its class."""
        return (self._filled or self._fill())[1]

    @property
    def telling(self) -> bool:
        """Whether it says something: datelines, rubrics and credits ('/TASS/.') do not."""
        if self._telling is None:
            self._telling = len(self.known) >= _TELLING or self._tells()
        return self._telling

    def _tells(self) -> bool:
        if self._filled is not None:
            return len(self._filled[0]) >= _TELLING
        count = len(self.known)
        for start, end in self._gaps():
            count += sum(text not in _SKIPPED for text in _GAP.findall(self._low, start, end))
            if count >= _TELLING:
                return True
        return False

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """The stretches between known words that may hold others."""
        at = self.sentence.start
        for word in self.known:
            if word.start - at > 1:
                yield at, word.start
            at = word.end
        end = _readable(self.sentence)
        if end - at > 1:
            yield at, end

    def _fill(self) -> tuple[tuple[Word, ...], str]:
        words: list[Word] = []
        at = self.sentence.start
        for word in self.known:
            if word.start - at > 1:
                _fill(words, self._document, self._low, at, word.start)
            words.append(word)
            at = word.end
        end = _readable(self.sentence)
        if end - at > 1:
            _fill(words, self._document, self._low, at, end)
        self._filled = tuple(words), "".join([word.symbol for word in words])
        return self._filled


class Act(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Words that tell of one act, before modality and grouping."""

    type: str
    line: int  #: index of the sentence
    start: int  #: offset in the document of the words that tell of the act
    end: int
    at: int  #: position of the first of them in the line's words
    weight: float
    pattern: str


@lru_cache(maxsize=64)
def plain(document: str) -> str:
    """`document` in lower case with plain quotes and no hyphens, every character still at its offset."""
    text = document
    for written, plainly in _PLAIN:
        text = text.replace(written, plainly)
    text = _QUOTE.sub(" ", text)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Scanner:
    """The automaton and the compiled table. Built once, read only afterwards."""

    def __init__(self) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for phrase, name in lexicon.phrases().items():
            self._automaton.add_word(phrase, (len(phrase), SYMBOL[name]))
        self._automaton.make_automaton()
        self._by_anchor: dict[str, list[_Compiled]] = {}
        for pattern in TABLE:
            compiled = _compile(pattern)
            for symbol in compiled.anchor:
                self._by_anchor.setdefault(symbol, []).append(compiled)
        #: what the patterns of an anchor ask for: nothing else in a line decides which of them may match
        self._asked = {
            symbol: frozenset().union(*(need for compiled in listed for need in compiled.needs))
            for symbol, listed in self._by_anchor.items()
        }
        self._fitting = lru_cache(maxsize=20_000)(self._fit)

    def hits(self, low: str) -> list[Word]:
        """The known phrases, longest first at each place, none overlapping."""
        found: list[Word] = []
        last = len(low)
        for at, (length, symbol) in self._automaton.iter(low):
            end = at + 1
            start = end - length
            if (end < last and low[end].isalnum()) or (start and low[start - 1].isalnum()):
                continue
            while found and found[-1].start >= start:
                found.pop()
            if found and found[-1].end > start:
                continue
            found.append(Word(symbol, start, end))
        return found

    def lines(self, document: str, sentences: Sequence[Sentence]) -> list[Line]:
        low = plain(document)
        hits = _with_capitals(self.hits(low), document)
        starts, ends = [word.start for word in hits], [word.end for word in hits]
        lines: list[Line] = []
        last = 0
        for sentence in sentences:
            first = bisect_left(starts, sentence.start, last)
            last = bisect_right(ends, _readable(sentence), first)
            lines.append(Line(sentence, hits[first:last], document, low))
        return lines

    def acts(self, lines: Sequence[Line]) -> list[Act]:
        """Every act a pattern finds; one for each type and place, the surest pattern first."""
        found: dict[tuple[int, str, int], Act] = {}
        for number, line in enumerate(lines):
            possible = self._possible(line)
            if not possible:
                continue
            symbols, words = line.symbols, line.words
            for compiled in possible:
                for match in compiled.regex.finditer(symbols):
                    at, after = match.span("act")
                    key = (number, compiled.type, at)
                    old = found.get(key)
                    if old is not None and old.weight >= compiled.weight:
                        continue
                    met = compiled.type == "aircraft_downed" and _MET.match(
                        line.sentence.text, words[at].start - line.sentence.start
                    )
                    found[key] = Act(
                        type="airspace_violation" if met else compiled.type,
                        line=number,
                        start=words[at].start,
                        end=words[after - 1].end,
                        at=at,
                        weight=compiled.weight,
                        pattern=compiled.source,
                    )
        return sorted(_undoubled(found.values()), key=lambda act: (act.line, act.at, -act.weight, act.type))

    def _possible(self, line: Line) -> Collection[_Compiled]:
        """The patterns whose known words all stand in the line, by the order of their acts in it."""
        present = dict.fromkeys([word.symbol for word in line.known])
        possible: dict[int, _Compiled] = {}
        for symbol in present:
            asked = self._asked.get(symbol)
            if asked is not None:
                for compiled in self._fitting(symbol, asked.intersection(present)):
                    possible[compiled.number] = compiled
        return possible.values()

    def _fit(self, anchor: str, present: frozenset[str]) -> tuple[_Compiled, ...]:
        """The patterns with this anchor whose other known words are present."""
        return tuple(
            compiled
            for compiled in self._by_anchor[anchor]
            if not any(need.isdisjoint(present) for need in compiled.needs)
        )


#: an aircraft with a crew that is intercepted is met in the air and seen off, not shot down
_MET = re.compile("intercept", re.IGNORECASE)
#: readings that give way where the same word says that something was shot down
_STOPPED = frozenset({"drone_strike", "missile_strike", "rocket_fire", "aircraft_downed"})


def _undoubled(acts: Iterable[Act]) -> list[Act]:
    """Of several readings of the same word, a generic one and an attack that was shot down give way."""
    by_word: dict[tuple[int, int], set[str]] = {}
    listed = list(acts)
    for act in listed:
        by_word.setdefault((act.line, act.at), set()).add(act.type)
    kept = []
    for act in listed:
        others = by_word[act.line, act.at]
        if act.type in ("attack", "strike", "blast") and len(others) > 1:
            continue
        if act.type in _STOPPED and "interception" in others:
            continue
        kept.append(act)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compiled:
    number: int
    type: str
    regex: re.Pattern[str]
    anchor: frozenset[str]
    needs: tuple[frozenset[str], ...]  #: of each, one known word must be there; spares most searches
    weight: float
    source: str


_counter = iter(range(1, 1_000_000))


def _compile(pattern: Pattern) -> _Compiled:
    parts: list[str] = []
    anchor: frozenset[str] = frozenset()
    needs: list[frozenset[str]] = []
    gap = f"[^{STOP}{SYMBOL['BREAK']}]"
    tight = f"[^{STOP}{SYMBOL['BREAK']}{SYMBOL['SAY']}{SYMBOL['WITH']}{NUMBER}]"
    for token in pattern.pattern.split():
        if token.startswith("~"):
            parts.append(f"{gap}{{0,{int(token[1:])}}}?")
            continue
        if token.startswith("="):
            parts.append(f"[^{STOP}]{{0,{int(token[1:])}}}?")
            continue
        if token.startswith("-"):
            parts.append(f"{tight}{{0,{int(token[1:])}}}?")
            continue
        end = "|$" if token.endswith("|$") else ""
        chars = _symbols(token.removesuffix("|$").lstrip("*"))
        if token.startswith("*"):
            anchor = frozenset(chars)
            parts.append(f"(?P<act>[{chars}])")
        else:
            parts.append(f"(?:[{chars}]{end})")
            if not end and not set(chars) & _UNKNOWN:
                needs.append(frozenset(chars))
    return _Compiled(
        number=next(_counter),
        type=pattern.type,
        regex=re.compile("".join(parts)),
        anchor=anchor,
        needs=tuple(needs),
        weight=pattern.weight,
        source=pattern.pattern,
    )


_BY_START = attrgetter("start")


def _with_capitals(hits: list[Word], document: str) -> list[Word]:
    """The known phrases and the states that are known by their capitals, where no phrase has them."""
    starts = [word.start for word in hits]
    added = []
    for match in _IN_CAPITALS.finditer(document):
        start, end = match.span()
        after = bisect_left(starts, start)
        if (after == len(hits) or hits[after].start >= end) and (after == 0 or hits[after - 1].end <= start):
            added.append(Word(SYMBOL["STATE"], start, end))
    return sorted([*hits, *added], key=_BY_START) if added else hits


#: classes that only count as the wider one, and are none of it in a pattern
_ONLY_COUNTED = frozenset({"TRADEBAN", "PACTEND", "TERRORLIST"})
#: classes that stand for another wherever a pattern names that one, beside those within it
_ALSO = {
    "KILL": ("SHOTDEAD",), "CLOSABLE": ("BORDERS",), "TALKS": ("PEACETALKS",), "RELEASE": ("HANDOVER", "RETURNS"),
    "EVAC": ("BRINGHOME",), "PROTEST": ("PRISONER",), "TRUCEACT": ("UNDERWAY",), "IMPOSE": ("UNVEIL",),
    "FLY": ("TAKES",),
}  # fmt: skip


def _standing_for(name: str) -> Sequence[str]:
    """The classes that a pattern takes for the one it names."""
    within = [narrow for narrow, wider in _WITHIN.items() if wider == name and narrow not in _ONLY_COUNTED]
    return (*within, *_ALSO.get(name, ()))


def _symbols(names: str) -> str:
    out = ""
    for name in names.split("|"):
        if name in GROUPS:
            out += _symbols(GROUPS[name])
        elif name in _MARKS:
            out += _MARKS[name]
        else:
            out += SYMBOL[name] + "".join(SYMBOL[other] for other in _standing_for(name))
    return out


def _readable(sentence: Sentence) -> int:
    """Where the part of a sentence that is read ends."""
    return min(sentence.end, sentence.start + _SENTENCE_CHARS)


def _fill(words: list[Word], document: str, low: str, start: int, end: int) -> None:
    """Append the words between two known ones: names, numbers, commas, stops, others."""
    for match in _GAP.finditer(low, start, end):
        symbol = _SYMBOL_OF.get(match[0])
        if symbol is None:
            a, b = match.span()
            first = document[a]
            words.append(Word(NAME if first.isupper() else NUMBER if first.isdigit() else OTHER, a, b))
        elif symbol:
            words.append(Word(symbol, *match.span()))
