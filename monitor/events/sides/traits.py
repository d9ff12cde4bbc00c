"""What is seen around the mentions of a side that may claim an act: what the model of `choice.py` weighs.

A mention is told by the words around it, with its own name and those of the others taken out: 'the coast guard of
OTHER, whose crew was hurt, said that SIDE fired'. Beside them stand what kind of a side it is, whether it is told to
have done or suffered the act, the words of the sentence that goes on, and 'we' in a quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import camp, state_of
from monitor.events.sides.choice import NOBODY, Option
from monitor.events.sides.claim import Claim
from monitor.events.sides.named import Named
from monitor.taxonomy import TYPES
from monitor.types import Party

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[\"“”‘,;:—–?!()-]")
_BEFORE = 7
_BEHIND = 12
#: words of the next sentence
_NEXT = 14
_MAX_SENTENCE = 700
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr aug sept
    oct nov dec""".split()
)
_QUOTES = frozenset('"“”‘')
#: classes of words, by which 'said its men had hit' and 'wrote that its jets destroyed' are one path
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
#: sentences behind a mention in which it may be meant without being named, and how such a sentence begins
_ON = 2
_ANAPHORS = frozenset("the it its they their he his she her in a an on this that".split())
_WE = frozenset("we our us ours".split())
_SENTENCES = (0, 1, 2, 3, 5, 8, 12)
_NO_CLAIM = pattern(
    r"\b(?:no\s+(?:group|one|side|party|faction|claim|immediate)|nobody|none\s+of)\b[^.;]{0,60}\b(?:claim|respons|credit|admit|"
    r"comment|own)|\b(?:has|have|had)\s+not\s+(?:\w+\s+)?(?:claimed|admitted|commented|said)",
    ignore_case=True,
)


class ClaimedAct(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An act whose claimant is asked for, and what the rules make of it."""

    type: str
    home: int  #: its sentence
    where: Sequence[int]  #: the sentences that tell of it
    actors: Sequence[Named]
    said: Sequence[Claim]
    denied: Claim | None
    suffers: Callable[[Named], bool]
    weight: Callable[[Named], float]  #: how strongly the words at a name make it the doer


class _Word(msgspec.Struct, frozen=True, gc=False):
    text: str
    start: int
    end: int
    side: Named | None = None


def options(document: str, sentences: Sequence[Sentence], named: Sequence[Named], act: ClaimedAct) -> list[Option]:
    """The mentions that may claim the act, and nobody. Without a side that could, nobody alone."""
    return _Text(document, sentences, named, act).options()


class _Text:
    """One document as the model sees it."""

    def __init__(self, document: str, sentences: Sequence[Sentence], named: Sequence[Named], act: ClaimedAct) -> None:
        self._document = document
        self._sentences = sentences
        self._act = act
        self._words: dict[int, list[_Word]] = {}
        self._here: dict[int, list[Named]] = {}
        known = {side.start for side in named}
        further = {c.side.start: c.side for c in act.said if c.side.start not in known}
        self._named = sorted((*named, *further.values()), key=lambda side: side.start)
        for side in self._named:
            self._here.setdefault(side.sentence, []).append(side)
        self._camps = {side.start: camp(side.party) for side in self._named}
        known_type = TYPES.get(act.type)
        self._family = known_type.family if known_type else "other"

    def options(self) -> list[Option]:
        wanted = set(self._act.where)
        mentions = [side for side in self._named if side.sentence in wanted]
        if not mentions:
            return [Option(camp=NOBODY, side=None, seen=["nobody"])]
        about = {name: self._about(name) for name in {self._camps[side.start] for side in mentions}}
        found = [
            Option(
                camp=self._camps[side.start],
                side=side,
                seen=[*about[self._camps[side.start]], *self._seen(side)],
            )
            for side in mentions
        ]
        type = self._act.type
        nobody = [
            "nobody",
            f"nobody, {type}",
            f"nobody, {self._family}",
            f"nobody of {min(4, len(about))}",
            f"nobody, mentions {min(8, len(mentions))}",
        ]
        if any(_NO_CLAIM.search(self._sentences[i].text) for i in wanted):
            nobody.append("nobody, in so many words")
        nobody += [f"nobody, text {name}" for name in self._classes()]
        return [*found, Option(camp=NOBODY, side=None, seen=nobody)]

    def _classes(self) -> Iterable[str]:
        """The classes of words that say something, in the whole text."""
        seen = {_CLASS.get(word.text) for index in set(self._act.where) for word in self._of(index)}
        return [name for name in ("TAKE", "BLAME", "MEDIUM") if name in seen]

    def _about(self, name: str) -> list[str]:
        """What a camp is and does in the whole text."""
        act, type = self._act, self._act.type
        mine = [side for side in self._named if self._camps[side.start] == name and side.sentence in set(act.where)]
        kind = _kind(mine[0].party)
        doer = next((n for n, side in enumerate(act.actors) if camp(side.party) == name), None)
        rank = "first doer" if doer == 0 else "doer" if doer else ("no doer" if act.actors else "no doer known")
        found = [
            f"{kind}",
            f"{kind}, {type}",
            f"{kind}, {self._family}",
            f"{kind}, {rank}",
            f"{rank}, {type}",
            f"named {min(5, len(mine))}",
        ]
        if act.denied is not None:
            found.append("denies" if camp(act.denied.side.party) == name else "another denies")
        if any(act.suffers(side) for side in mine):
            found.append(f"suffers, {kind}")
        strong = max(act.weight(side) for side in mine)
        found.append(f"does it {'yes' if strong >= 4 else 'rather' if strong >= 2 else 'no'}, {kind}")
        if any(side.weapon for side in mine):
            found.append(f"its weapon, {kind}")
        if any(side.sentence == act.home for side in mine):
            found.append(f"named with the act, {kind}")
        return found

    def _seen(self, side: Named) -> list[str]:
        """What stands around one mention."""
        act = self._act
        sentence = self._sentences[side.sentence]
        kind = _kind(side.party)
        own = self._camps[side.start]
        words = self._of(side.sentence)
        at = bisect_right(words, side.start, key=lambda word: word.start) - 1
        line = [
            word.text if word.side is None else "SIDE" if n == at else self._other(word.side, own)
            for n, word in enumerate(words)
        ]
        at = max(0, at)
        before, behind = line[max(0, at - _BEFORE) : at], line[at + 1 : at + 1 + _BEHIND]
        before = ["START", *before] if at <= _BEFORE else before
        behind = [*behind, "END"]
        offset = max(-4, min(6, side.sentence - act.home))
        found = [
            "headline" if sentence.is_title else f"sentence {_step(side.sentence)}",
            f"off {offset}",
            f"off {offset}, {kind}",
        ]
        if side.forces:
            last = side.forces.split()[-1].lower()
            found += [f"organ {last}", f"organ {last}, {kind}"]
        stands = (
            "weapon" if side.weapon else "place" if side.place else "by" if side.by else
            "subject" if side.agent else "adjective"
        )  # fmt: skip
        found += [f"stands {stands}", f"stands {stands}, {kind}"]
        path = _path(line[at + 1 :])
        parts = _parts(path)
        found += [f"path {part}" for part in parts]
        found += [f"path {part}, {kind}" for part in parts]
        found.append(f"led {' '.join(_path(line[max(0, at - 12) : at])[-2:])}, {stands}, {path[0]}")
        found += _grams("<", before, kind)
        found += _grams(">", behind, kind)
        found += [f"L {before[-1]}", f"L {' '.join(before[-2:])}", f"L {' '.join(before[-3:])}"]
        found += [f"R {behind[0]}", f"R {' '.join(behind[:2])}", f"R {' '.join(behind[:3])}"]
        found += [f"LR {before[-1]} | {behind[0]}"]
        found += [f"= {word}" for word in set(line)]
        found += self._spoken(side.sentence, own, words, "=")
        if not sentence.is_title:
            for index in range(side.sentence + 1, min(side.sentence + 1 + _ON, len(self._sentences))):
                after = self._sentences[index]
                near = after.paragraph == sentence.paragraph
                if any(self._camps[n.start] == own for n in self._here.get(index, ())):
                    break
                if index > side.sentence + 1 and not near:
                    break
                found += self._next(index, own, "same" if near else "new", kind, index - side.sentence)
        return found

    def _next(self, index: int, own: str, how: str, kind: str, by: int) -> Iterable[str]:
        """What a sentence tells that goes on."""
        words = self._of(index)
        line = [word.text if word.side is None else self._other(word.side, own) for word in words]
        mark = f"next {how}" if by == 1 else "later"
        quote = "quote" if line[:1] == ['"'] else "anaphor" if line and line[0] in _ANAPHORS else "other"
        yield f"{mark} {quote}"
        for part in _parts(_path(line)):
            yield f"{mark} {quote} {part}"
            yield f"{mark} {quote} {part}, {kind}"
        if by == 1:
            yield from (f"next {word}" for word in set(line[:_NEXT]))
            yield f"opens {' '.join(line[:2])}"
            yield f"opens {' '.join(line[:3])}"
        yield from self._spoken(index, own, words, "next")

    def _spoken(self, index: int, own: str, words: Sequence[_Word], mark: str) -> Iterable[str]:
        """What the first person says of itself in a sentence."""
        for n, word in enumerate(words[:-1]):
            if word.side is None and word.text in _WE:
                then = [w.text for w in words[n + 1 : n + 4] if w.side is None]
                yield f"{mark} first person"
                yield f"{mark} first person {' '.join(_path(_behind(words, n))[:2])}"
                yield from (f"{mark} {word.text}.. {each}" for each in then)

    def _other(self, side: Named, own: str) -> str:
        if self._camps[side.start] == own:
            return "ITSELF"
        return "PLACE" if side.place else "WEAPON" if side.weapon else f"OTHER {_kind(side.party)}"

    def _of(self, index: int) -> list[_Word]:
        """The words of a sentence, each name of a side one word."""
        known = self._words.get(index)
        if known is not None:
            return known
        sentence = self._sentences[index]
        end = min(sentence.end, sentence.start + _MAX_SENTENCE)
        found: list[_Word] = []
        at = sentence.start
        for side in (*self._here.get(index, ()), None):
            stop = side.start if side is not None else end
            for match in _TOKEN.finditer(self._document, at, max(at, stop)):
                text = _plain(match.group(), first=match.start() == sentence.start)
                if not (text == "Name" and found and found[-1].text == "Name"):
                    found.append(_Word(text, match.start(), match.end()))
            if side is not None:
                found.append(_Word("", side.start, side.end, side))
                at = max(at, side.stretch)
        self._words[index] = found
        return found


def _behind(words: Sequence[_Word], n: int) -> list[str]:
    return [word.text for word in words[n + 1 : n + 8] if word.side is None]


def _grams(mark: str, words: Sequence[str], kind: str) -> Iterable[str]:
    seen = set(words)
    yield from (f"{mark} {word}" for word in seen)
    yield from (f"{mark} {word}, {kind}" for word in seen)
    yield from {f"{mark} {a} {b}" for a, b in pairwise(words)}


def _path(line: Sequence[str]) -> list[str]:
    """The classes of the words of a line, in their order, and where it names others."""
    found: list[str] = []
    for word in line:
        name = _CLASS.get(word) or (word if word.startswith(("OTHER", "ITSELF")) else "Q" if word == '"' else None)
        if name is not None and (not found or found[-1] != name):
            found.append(name)
            if len(found) == _PATH:
                return found
    return [*found, "END"]


def _parts(path: Sequence[str]) -> list[str]:
    """A path, its beginnings and its inner steps."""
    parts = [" ".join(path[:n]) for n in range(1, min(5, len(path) + 1))]
    parts += [f".. {a} {b}" for a, b in pairwise(path)]
    return list(dict.fromkeys(parts))


def _kind(party: Party) -> str:
    return "state" if state_of(party) or party.kind == "state" else party.kind


def _plain(word: str, *, first: bool) -> str:
    if word[0].isdigit():
        return "#"
    low = word.lower()
    if low == word:
        return '"' if word in _QUOTES else word
    if low in _DAYS:
        return "Day"
    if low in _MONTHS and low != "may":
        return "Month"
    return low if first or low in _WE or len(word) == 1 else "Name"


def _step(value: int) -> int:
    return bisect_right(_SENTENCES, value)
