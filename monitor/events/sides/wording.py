"""The words around the sides of a text, with their names taken out, as the models of `choice.py` see them.

'The coast guard of OTHER, whose crew was hurt, said that SIDE fired': whose name stands where teaches nothing that
holds elsewhere, the words between the names do. Words that say the same are of one class, by which 'said its men had
hit' and 'wrote that its jets destroyed' are one path.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import camp, state_of
from monitor.events.sides.named import Named
from monitor.taxonomy import TYPES
from monitor.types import Party

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[\"“”‘,;:—–?!()-]")
_MAX_SENTENCE = 700  #: characters to which a sentence is read behind the last side it names
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr aug sept
    oct nov dec""".split()
)
_QUOTES = frozenset('"“”‘')
_CLASSES = {
    "SAY": """said says say saying wrote writes told tells announced announces announcing reported reports stated states
        declared declares posted tweeted added adds insisted insists explained maintains maintained according speaks
        spoke described describes describe calls called named gave put puts confirmed confirms revealed disclosed
        reads read ran runs specified asserted asserts repeated argued""",
    "TAKE": """claim claims claimed claiming responsibility credit responsible behind admit admits admitted admitting
        acknowledge acknowledges acknowledged owned owns boasted boasts boast hailed celebrated avowed work doing deed
        signed signature""",
    "BLAME": """blame blamed blames blaming accuse accused accuses accusing suspect suspected suspects alleged alleges
        charged charges pointed attributed condemned condemns condemning denounced""",
    "DENY": """deny denied denies denying rejected rejects dismissed dismisses not no never nothing nobody none neither
        without false""",
    "HARM": """struck strike strikes striking hit hits hitting attack attacks attacked attacking targeted targets target
        targeting bombed bombs bombing shelled shelling fired fires firing launched launches launching destroyed
        destroys destroying killed kills killing wounded shot downed seized seizes captured ambushed ambush stormed
        blew detonated planted carried conducted eliminated neutralised neutralized sank sunk boarded detained
        intercepted raided assaulted overran took taken executed abducted kidnapped hacked breached leaked stole
        liquidated operation operations action raid raids assault strikes entered crossed rammed blocked expelled
        drove used opened burned set mined disabled""",
    "FORCE": """fighters men soldiers forces troops units unit jets aircraft planes warplanes drones drone missile
        missiles rockets pilots gunners navy force mujahideen brigade brigades squad branch wing army military crew
        ships bomber bombers members cell agents commandos artillery tanks defences heroes boats guards people""",
    "ITS": "its their our his ours her",
    "IT": "it they we he she us them itself themselves i",
    "MEDIUM": """statement telegram video channel message communique communiqué website post tweet footage note
        recording broadcast television tv audio release bulletin agency phone call spokesman spokesperson spokeswoman
        speaker leaflet pamphlet letter email twitter facebook x online media""",
    "SUFFER": "was were been being died dead lost suffered",
    "WILL": "will would may might could should vowed threatened warned warns ready",
    "AFTER": "after following response retaliation reply answer revenge because since",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_PATH = 6  #: classes of words of one path
_SENTENCES = (0, 1, 2, 3, 5, 8, 12)
#: who speaks for himself
WE = frozenset("we our us ours".split())


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word of a sentence, or the name of a side."""

    text: str  #: '' of a side
    start: int
    end: int
    side: Named | None = None


class Wording:
    """One document as words and sides."""

    __slots__ = ("_beside", "_here", "_words", "camps", "document", "named", "sentences")

    def __init__(self, document: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> None:
        self.document = document
        self.sentences = sentences
        self.named = named
        self.camps = {side.start: camp(side.party) for side in named}
        self._here: dict[int, list[Named]] = {}
        for side in named:
            self._here.setdefault(side.sentence, []).append(side)
        self._words: dict[int, list[Word]] = {}
        self._beside: dict[int, tuple[int, str, str, str, str]] = {}

    def in_sentence(self, index: int) -> Sequence[Named]:
        """The sides that a sentence names, in order."""
        return self._here.get(index, ())

    def of(self, index: int) -> list[Word]:
        """The words of a sentence, each name of a side one word."""
        known = self._words.get(index)
        if known is not None:
            return known
        sentence = self.sentences[index]
        end = min(sentence.end, sentence.start + _MAX_SENTENCE)
        found: list[Word] = []
        at = sentence.start
        for side in (*self._here.get(index, ()), None):
            stop = side.start if side is not None else end
            for match in _TOKEN.finditer(self.document, at, max(at, stop)):
                text = plain(match.group(), first=match.start() == sentence.start)
                if not (text == "Name" and found and found[-1].text == "Name"):
                    found.append(Word(text, match.start(), match.end()))
            if side is not None:
                found.append(Word("", side.start, side.end, side))
                at = max(at, side.stretch)
        self._words[index] = found
        return found

    def at(self, side: Named) -> int:
        """The number of a side among the words of its sentence."""
        return max(0, bisect_right(self.of(side.sentence), side.start, key=_start) - 1)

    def beside(self, side: Named) -> tuple[int, str, str, str, str]:
        """The number of a side among the words of its sentence; the word before it, the two before it, and the same
        behind it."""
        known = self._beside.get(side.start)
        if known is None:
            words, at, own = self.of(side.sentence), self.at(side), self.camps[side.start]
            before = ["START", *(self.told(word, own) for word in words[max(0, at - 2) : at])]
            behind = [*(self.told(word, own) for word in words[at + 1 : at + 3]), "END"]
            known = at, before[-1], " ".join(before[-2:]), behind[0], " ".join(behind[:2])
            self._beside[side.start] = known
        return known

    def told(self, word: Word, own: str) -> str:
        """A word as it is seen from a side of the camp `own`: others by what they are, its own as ITSELF."""
        side = word.side
        if side is None:
            return word.text
        if self.camps[side.start] == own:
            return "ITSELF"
        return "PLACE" if side.place else "WEAPON" if side.weapon else f"OTHER {kind_of(side.party)}"


def _start(word: Word) -> int:
    return word.start


def class_of(word: str) -> str | None:
    """The class of a word, 'SAY' of 'announced'; None of most."""
    return _CLASS.get(word)


def path(line: Sequence[str]) -> list[str]:
    """The classes of the words of a line, in their order, and where it names others."""
    found: list[str] = []
    for word in line:
        name = _CLASS.get(word) or (word if word.startswith(("OTHER", "ITSELF")) else "Q" if word == '"' else None)
        if name is not None and (not found or found[-1] != name):
            found.append(name)
            if len(found) == _PATH:
                return found
    return [*found, "END"]


def parts(line: Sequence[str]) -> list[str]:
    """A path, its beginnings and its inner steps."""
    found = [" ".join(line[:n]) for n in range(1, min(5, len(line) + 1))]
    found += [f".. {a} {b}" for a, b in pairwise(line)]
    return list(dict.fromkeys(found))


def kind_of(party: Party) -> str:
    """What a side is, a body of a state being that state."""
    return "state" if state_of(party) or party.kind == "state" else party.kind


def stands(side: Named) -> str:
    """How a name stands in its sentence."""
    return (
        "weapon" if side.weapon else "place" if side.place else "by" if side.by else
        "subject" if side.agent else "adjective"
    )  # fmt: skip


def family_of(type: str) -> str:
    """The family of a type of the taxonomy; 'other' of the user's own."""
    known = TYPES.get(type)
    return known.family if known else "other"


def plain(word: str, *, first: bool) -> str:
    """A word in small letters; numbers, days, months and names by what they are. `first` opens its sentence."""
    if word[0].isdigit():
        return "#"
    low = word.lower()
    if low == word:
        return '"' if word in _QUOTES else word
    if low in _DAYS:
        return "Day"
    if low in _MONTHS and low != "may":
        return "Month"
    return low if first or low in WE or len(word) == 1 else "Name"


def step(sentence: int) -> int:
    """How far down a sentence stands, roughly."""
    return bisect_right(_SENTENCES, sentence)
