"""A second opinion on what a text reports: a linear model over the words of its title and first sentences.

The rules of `patterns.py` know what they were taught, phrase by phrase; the model weighs every word, and so it speaks
where a report tells of an act in words that no rule has. `weigh` hears it beside the rules; an act that it alone finds
stands at the word that speaks most for it. `scripts/train_reading.py` makes it from labelled items of ours; without its
file the rules decide alone.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import NamedTuple

import msgspec

from monitor.events import weights
from monitor.events.memo import Memo
from monitor.events.scan import CLASS_OF, NAME, OTHER, SYMBOL, Line, plain

#: telling lines that are read, the title among them, and words of them in all
_LINES = 4
_WORDS = 110
#: how many words are read, in steps: a headline alone has few that could outweigh what speaks for `none` in a text of
#: which nothing is known
_LENGTHS = (6, 9, 13, 20, 30, 45, 70, 100)
#: so many words of title and lead are seen with the next one, too: 'open fire', 'fire at', 'strike on' and 'on strike'
_PAIRED = 40
#: between the two
PAIR = " + "
#: what comes before the words of title and lead
_TITLE, _LEAD = "T", "L"
#: endings that are left off, so that 'raided' and 'raids' are one word, and how much of a word must be left
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_STEM = 4
#: the class of what reports no escalation
NONE = "none"

#: words that every text has; the model would learn the style of its items from them
_FUNCTION_WORDS = frozenset(
    """
    about above after again all almost alone along already also although always am among an and another any are
    around as at be because been before being below between both but by can could did do does done down during
    each either else even ever every few for from further had has have he her here hers him his how however i if
    in into is it its itself just last least less many may me might mine more most much must my near neither
    never next no nobody none nor not now of off often on once one only or other others our out over own per
    perhaps rather same second she should since so some still such than that the their them then there these
    they this those though three through thus to together too two under until up us very via was we well were
    what when where whether which while who whole whose why will with within without would yet you your
    """.split()
)

#: classes of words that reports of escalations are made of, and how many of them a front without an act of the rules
#: needs before the model is asked; one will do where a state is named
_TELLING = frozenset(
    SYMBOL[name]
    for name in """
    DRONE MISSILE TESTED ROCKET ROCKETFIRE MISSILESTRIKE DRONESTRIKE ARTY SHELLING SHELLV AIRSTRIKE JET GLIDEBOMB
    BALLOON AERIAL BOMB BOMBING BLAST EXPLODE BOMBV HIT STRIKE ATTACK FIRE DOWN DOWNED KILL WOUND GUNMEN SHOOT
    CLASH SOLDIER MILITANT SHIP CREW SEA SEAACT SEIZE ENTER ABDUCT HOSTAGE PRISONER RELEASE EXCHANGE SWAP SANCTION
    DIPLOMAT DIPLO EVACUEE EMBASSY EVAC BORDERS AIRSPACE CLOSE CLOSABLE NUCLEAR NUCSTEP NUCDOC TREATY ARMSPACT CEASEFIRE
    TALKS PEACETALKS UNREST TORCH SABOTAGE INFRA CYBER DEPLOY WITHDRAW QUIT EXERCISE TEST THREAT VIOLATE HARDWARE
    HANDOVER FORCESOUT FLEE DEADLINE UNWELCOME TRADEBAN
    """.split()
)
_HINTS = 2
_STATE = SYMBOL["STATE"]

#: the weights of one feature, in one number: a lane for each type holds the steps of its weight and `_NOUGHT`, and the
#: last one holds 1. Adding two numbers adds all their lanes at once, and the last tells how many features were added
Row = int
_LANE = 4  #: bytes; thousands of rows fit into the sum of a lane
_NOUGHT = 128


class Seen(NamedTuple):
    """What the model sees of a front, each once, unspelled: most of it weighs nothing, and a name of its own for each
    costs more than to look them all up."""

    words: dict[str, tuple[int, int]]  #: word or class -> (line, word) where it stands first
    title: set[str]  #: those of the title
    lead: set[str]
    pairs: set[tuple[str, str]]
    lengths: list[str]


class Opinion(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How likely each type is by the words of title and first sentences; with `none` the shares add up to 1."""

    shares: Mapping[str, float]
    words: Mapping[str, tuple[int, int]]  #: word or class -> (line, word) where it stands first
    rows: Mapping[str, Row]  #: their rows, those of many others among them; lanes in the order of `shares`

    @property
    def likely(self) -> str:
        """The likeliest type, `none` left aside."""
        return max([(share, name) for name, share in self.shares.items() if name != NONE])[1]

    def speak_for(self, name: str) -> list[tuple[int, int]]:
        """Where the single words stand that speak for a type, as (line, word of the line), the strongest first."""
        before = 8 * _LANE * list(self.shares).index(name)  # bits of the lanes of other types
        heard = [(row, at) for word, at in self.words.items() if " " not in word and (row := self.rows.get(word))]
        said = [(row >> before & 0xFF, at) for row, at in heard]
        spoke = sorted((-steps, at) for steps, at in said if steps > _NOUGHT)
        return list(dict.fromkeys(at for _, at in spoke))


class TypeModel:
    """The weights. Read once from the bytes of a model file; asking changes nothing in it.

    Raises ModelError where the bytes are none."""

    def __init__(self, data: bytes) -> None:
        model = weights.unpack(data, "types")
        self._types = model.types
        self._bias = model.bias
        self._scale = model.scale
        self._words: dict[str, Row] = {}  # those of the whole front
        self._title: dict[str, Row] = {}
        self._lead: dict[str, Row] = {}
        self._pairs: dict[tuple[str, str], Row] = {}
        for feature, pairs in model.weights.items():
            row = as_row(pairs, len(model.types))
            one, paired, other = map(intern, feature.partition(PAIR))
            mark, _, word = map(intern, feature.partition(" "))
            if paired:
                self._pairs[one, other] = row
            elif mark in (_TITLE, _LEAD):
                (self._title if mark == _TITLE else self._lead)[word] = row
            else:
                self._words[intern(feature)] = row
        #: of words that stand in the lead, what they weigh there and in the whole front
        self._leading = dict(self._words)
        for word, row in self._lead.items():
            self._leading[word] = row + self._words.get(word, 0)

    def opinion(self, document: str, lines: Sequence[Line]) -> Opinion:
        """What the front of a document reports, by its words."""
        seen = _seen(document, lines)
        alone = len(seen.lead) == len(seen.words)  # a sentence by itself
        rows = list(filter(None, map((self._leading if alone else self._words).get, seen.words)))
        rows += filter(None, map(self._title.get, seen.title))
        if not alone:
            rows += filter(None, map(self._lead.get, seen.lead))
        rows += filter(None, map(self._words.get, seen.lengths))
        rows += filter(None, map(self._pairs.get, seen.pairs))
        *steps, count = _lanes(sum(rows), len(self._types))
        nought, scale = _NOUGHT * count, self._scale
        sums = [bias + (taken - nought) * scale for bias, taken in zip(self._bias, steps, strict=True)]
        top = max(sums)
        raised = [math.exp(value - top) for value in sums]
        whole = sum(raised)
        shares = {name: value / whole for name, value in zip(self._types, raised, strict=True)}
        return Opinion(shares=shares, words=seen.words, rows=self._words)


def as_row(pairs: bytes, types: int) -> Row:
    """The weights of one feature, from the pairs of the file."""
    row = bytearray((_NOUGHT, *[0] * (_LANE - 1))) * types + (1).to_bytes(_LANE, "little")
    for number, step in zip(pairs[::2], pairs[1::2], strict=True):
        row[number * _LANE] = step
    return int.from_bytes(row, "little")


def _lanes(row: Row, types: int) -> Sequence[int]:
    """What a row, or a sum of rows, holds for each type, and how many rows were added."""
    return struct.unpack(f"<{types + 1}I", row.to_bytes((types + 1) * _LANE, "little"))


def worth_asking(lines: Sequence[Line]) -> bool:
    """Whether a front in which no rule found an act is made of words that may tell of one."""
    present = {word.symbol for line in lines[:_LINES] for word in line.known}
    return len(present & _TELLING) + (_STATE in present) >= _HINTS and not present.isdisjoint(_TELLING)


def telling_words(line: Line) -> bool:
    """Whether a sentence has a word that reports of escalations are made of."""
    return not _TELLING.isdisjoint([word.symbol for word in line.known])


def features(document: str, lines: Sequence[Line]) -> set[str]:
    """What the model sees: words without their endings, and their classes; those of title and lead once more and with
    the word behind them, any name being the same word; and how many there are."""
    seen = _seen(document, lines)
    return {
        *seen.words,
        *(f"{_TITLE} {word}" for word in seen.title),
        *(f"{_LEAD} {word}" for word in seen.lead),
        *(f"{one}{PAIR}{other}" for one, other in seen.pairs),
        *seen.lengths,
    }


def _seen(document: str, lines: Sequence[Line]) -> Seen:
    low = plain(document)
    seen = Seen({}, set(), set(), set(), [])
    see = seen.words.setdefault
    left = _WORDS
    front = [n for n, line in enumerate(lines[: 2 * _LINES]) if line.sentence.is_title or line.telling][:_LINES]
    lead = next((n for n in front if not lines[n].sentence.is_title), -1)
    for n in front:
        line = lines[n]
        title = line.sentence.is_title
        cased = title and _title_case(line.symbols)
        marked = seen.title if title else seen.lead if n == lead else None
        if marked is not None:
            terms = [
                NAME if word.symbol == NAME and not cased else _TERM[low[word.start : word.end]]
                for word in line.words[: min(left, _PAIRED)]
            ]
            seen.pairs.update(pairwise(terms))
        for i, known in enumerate(line.words[:left]):
            symbol, at = known.symbol, (n, i)
            name = CLASS_OF.get(symbol)
            if name:
                see(name, at)
                if marked is not None:
                    marked.add(name)
            if name or symbol == OTHER or (symbol == NAME and cased):
                word = _TOLD[low[known.start : known.end]]
                if word:
                    see(word, at)
                    if marked is not None:
                        marked.add(word)
        left -= len(line.words)
        if left <= 0:
            break
    seen.lengths.extend(f"words >{least}" for least in _LENGTHS if _WORDS - left > least)
    return seen


def _term(word: str) -> str:
    """A word without its ending; the stop tells it from the names of classes, and from words that every text has."""
    if word in _FUNCTION_WORDS:
        return word
    plainly = word.rstrip(".").removesuffix("'s")
    for ending in _ENDINGS:
        if plainly.endswith(ending) and len(plainly) - len(ending) >= _STEM:
            return f"{plainly[: -len(ending)]}{'y' if ending == 'ies' else ''}."
    return f"{plainly}."


#: one string for each term, as in the model: to find it there, none is read
_TERM: Memo[str, str] = Memo(lambda word: intern(_term(word)))
#: the same, '' for what every text has
_TOLD: Memo[str, str] = Memo(lambda word: "" if word in _FUNCTION_WORDS else _TERM[word])


def _title_case(symbols: str) -> bool:
    """Whether a headline writes its words with capitals, so that a capital says nothing of a name."""
    named, others = symbols.count(NAME), symbols.count(OTHER)
    return named >= 3 and named > 2 * others
