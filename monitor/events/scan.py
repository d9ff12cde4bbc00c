"""From a document to the acts its words tell of: one pass of the phrase automaton, then patterns over classes.

A sentence becomes a short string with one character a word, the character standing for the word's class. The patterns
of `patterns.py` are regular expressions over that string, so they cost little and their gaps are bounded: the work is
linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import ahocorasick

from monitor.events import lexicon
from monitor.events.patterns import GROUPS, TABLE, Pattern
from monitor.events.sentences import Sentence

_FIRST = 0xE000
SYMBOL: dict[str, str] = {name: chr(_FIRST + i) for i, name in enumerate(lexicon.CLASSES)}
CLASS_OF: dict[str, str] = {symbol: name for name, symbol in SYMBOL.items()}
OTHER, NAME, NUMBER, COMMA, STOP = ".", "N", "#", ",", ";"
_MARKS = {"N": NAME, "#": NUMBER, "OTHER": OTHER, "COMMA": COMMA, "STOP": STOP}

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "-": " ",
        "‐": " ",
        "‑": " ",
        "–": ";",
        "—": ";",
        "\n": " ",
        "\xa0": " ",
    }
)
_GAP = re.compile(r"""[A-Za-z0-9À-ɏ][A-Za-z0-9À-ɏ'.&/%]*|[,;:()!?]""")
_QUOTE = re.compile(r"(?<!\w)'|'(?!\w)|\"")
_SKIPPED = frozenset("the a an s 's '".split())
#: how the pattern of an act begins that a rule of the user's found
BY_RULE = "rule: "
#: a sentence longer than this is read only so far; a table pasted as one line stays cheap
_SENTENCE_CHARS = 1_200


class Word(NamedTuple):
    """A word of the document: its class symbol and where it stands."""

    symbol: str
    start: int
    end: int


class Line(NamedTuple):
    """A sentence as the patterns see it."""

    sentence: Sentence
    words: tuple[Word, ...]
    symbols: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Words that tell of one act, before modality and grouping."""

    type: str
    line: int  #: index of the sentence
    start: int  #: offset in the document of the words that tell of the act
    end: int
    at: int  #: position of the first of them in the line's words
    first: int  #: positions the whole pattern covers
    last: int
    weight: float
    pattern: str


@lru_cache(maxsize=2)
def plain(document: str) -> str:
    """`document` in lower case with plain quotes and no hyphens, every character still at its offset."""
    text = _QUOTE.sub(" ", document.translate(_PLAIN))
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Scanner:
    """The automaton and the compiled table. Built once, read only afterwards."""

    def __init__(self, extra: Iterable[Pattern] = (), phrases: Iterable[tuple[str, str]] = ()) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        table = dict(lexicon.phrases())
        for phrase, name in phrases:
            table[phrase] = name
        for phrase, name in table.items():
            self._automaton.add_word(phrase, (len(phrase), SYMBOL[name]))
        self._automaton.make_automaton()
        self._by_anchor: dict[str, list[_Compiled]] = {}
        for pattern in (*TABLE, *extra):
            compiled = _compile(pattern)
            for symbol in compiled.anchor:
                self._by_anchor.setdefault(symbol, []).append(compiled)

    def hits(self, low: str) -> list[tuple[int, int, str]]:
        """(start, end, symbol) of the known phrases, longest first at each place, none overlapping."""
        found: list[tuple[int, int, str]] = []
        last = len(low)
        for at, (length, symbol) in self._automaton.iter(low):
            end = at + 1
            start = end - length
            if (end < last and low[end].isalnum()) or (start and low[start - 1].isalnum()):
                continue
            while found and found[-1][0] >= start:
                found.pop()
            if found and found[-1][1] > start:
                continue
            found.append((start, end, symbol))
        return found

    def lines(self, document: str, sentences: Sequence[Sentence]) -> list[Line]:
        low = plain(document)
        hits = self.hits(low)
        lines: list[Line] = []
        i = 0
        for sentence in sentences:
            stop = min(sentence.end, sentence.start + _SENTENCE_CHARS)
            while i < len(hits) and hits[i][0] < sentence.start:
                i += 1
            words: list[Word] = []
            at = sentence.start
            while i < len(hits) and hits[i][1] <= stop:
                start, end, symbol = hits[i]
                _fill(words, document, low, at, start)
                words.append(Word(symbol, start, end))
                at = end
                i += 1
            _fill(words, document, low, at, stop)
            lines.append(Line(sentence, tuple(words), "".join([w.symbol for w in words])))
        return lines

    def acts(self, lines: Sequence[Line]) -> list[Act]:
        """Every act a pattern finds; one for each type and place, the surest pattern first."""
        found: dict[tuple[int, str, int], Act] = {}
        for number, line in enumerate(lines):
            tried: set[int] = set()
            present = set(line.symbols)
            for symbol in dict.fromkeys(line.symbols):  # in the order of the text: the same act every time
                for compiled in self._by_anchor.get(symbol, ()):
                    if compiled.number in tried:
                        continue
                    tried.add(compiled.number)
                    if any(need.isdisjoint(present) for need in compiled.needs):
                        continue
                    for match in compiled.regex.finditer(line.symbols):
                        a, b = match.span("act")
                        act = Act(
                            type=compiled.type,
                            line=number,
                            start=line.words[a].start,
                            end=line.words[b - 1].end,
                            at=a,
                            first=match.start(),
                            last=match.end(),
                            weight=compiled.weight,
                            pattern=compiled.source,
                        )
                        key = (number, compiled.type, a)
                        old = found.get(key)
                        if old is None or act.weight > old.weight:
                            found[key] = act
        return sorted(_undoubled(found.values()), key=lambda act: (act.line, act.at, -act.weight, act.type))


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
    needs: tuple[frozenset[str], ...]  #: of each, one symbol must be there; spares most searches
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
            if not end:
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


#: a class that stands for another wherever a pattern names that one
_ALSO = {"KILL": ("SHOTDEAD",), "CLOSABLE": ("BORDERS",), "TALKS": ("PEACETALKS",)}


def _symbols(names: str) -> str:
    out = ""
    for name in names.split("|"):
        if name in GROUPS:
            out += _symbols(GROUPS[name])
        elif name in _MARKS:
            out += _MARKS[name]
        else:
            out += SYMBOL[name] + ("".join(SYMBOL[other] for other in _ALSO.get(name, ())))
    return out


def _fill(words: list[Word], document: str, low: str, start: int, end: int) -> None:
    """Append the words between two known ones: names, numbers, commas, stops, others."""
    if end - start <= 1:
        return
    for match in _GAP.finditer(low, start, end):
        text = match[0]
        if text in _SKIPPED:
            continue
        a, b = match.span()
        if text in ",():":
            symbol = COMMA
        elif text in ';"!?':
            symbol = STOP
        elif text[0].isdigit():
            symbol = NUMBER
        elif document[a].isupper():
            symbol = NAME
        else:
            symbol = OTHER
        words.append(Word(symbol, a, b))
