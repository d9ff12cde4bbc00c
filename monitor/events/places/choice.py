"""Which of the places an article names is that of its act: a second opinion beside the rules of `where.py`.

The rules weigh how each name stands. The model weighs all names at once: how each stands and how sharp it is, whether
it is named first, often, in the headline or beside what holds it, how it lies to the act's words, the word on each
side, and what the rules make of it. Names of one place add up, and the place with the largest share is the likeliest.

`scripts/train_places.py` makes the weights from labelled items of ours; without their file the rules decide alone.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from monitor.events import weights
from monitor.events.places.bearings import kilometres
from monitor.events.places.lands import Land
from monitor.events.places.names import Mention
from monitor.events.sentences import Sentence
from monitor.taxonomy import TYPES
from monitor.types import Party, Place

#: so much likelier, as a difference of logarithms, must another place be before the place of the rules is left
MARGIN = 0.3
#: ... and where it lies in another country
MARGIN_ABROAD = 1.0
#: the share that a place needs where the rules know none
ALONE = 0.5
#: acts whose place is that of a side or of a whole country, whatever towns are named: the rules know them better
UNASKED = frozenset(("diplomatic_break", "sanctions", "cyberattack", "ceasefire"))

_WORD = re.compile(r"[^\W\d_][\w'’]*|\d+|[,;:()—–-]")
#: characters beside a name that are looked at for a word, and within which a neighbour counts
_BEFORE = 24
_BEHIND = 16
_BESIDE = 40
#: steps of the distance in characters between a name and the words of the act
_STEPS = (15, 40, 80, 150)
#: steps of what a name is worth by the rules below the best
_BELOW = (0.0, 0.7, 1.5, 3.0, 5.0)
_SENTENCES = (1, 2, 3, 5, 8, 12)
_PEOPLE = (1_000, 20_000, 200_000, 1_000_000)
_APART_KM = (5, 30, 100, 300)
#: steps of the share of a land
_SURE = (0.5, 0.7, 0.85, 0.95)
#: places closer than this add up, as far as each weighs more than this share of the heaviest
_CLOSE_KM = 30.0
_OF_WEIGHT = 0.01
_COARSE = frozenset(("country", "province", "sea"))
#: a text with more sentences tells the same thing several times and goes on to others
_SHORT = 6


#: lands with a code of their own whose ground is a state's
_OF_STATE = {"GU": "US", "PR": "US"}


class Candidate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name that may be the act's place, as the rules see it."""

    mention: Mention
    points: float  #: of the rules
    offset: int  #: sentences behind that of the act
    apart: int  #: characters between it and the act's words; below zero where it stands before them
    cuts: int  #: clauses that end between the two
    aside: bool  #: the words before it lead to another act
    distant: bool  #: only a distance from it is told
    told: bool = True  #: its sentence tells of the act


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A place that may be the act's, and all that speaks for or against it."""

    place: str  #: key of the place
    mention: Mention | None  #: None: what the rules chose without a name
    seen: Sequence[str]  #: names of features
    long: bool = False  #: the text is a long one, in which some of them have another weight

    @property
    def features(self) -> list[str]:
        """All that is taught: what tells more or less in a long text than in a short one, there under two names."""
        return [*self.seen, *(f"{_LONG}{name}" for name in self.seen if self.long and name.startswith(_OTHERWISE))]


class Ruled(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The place that the rules chose."""

    key: str
    place: Place
    named: bool  #: a name of the text stands for it


class Sides(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Countries of those who did an act and of those whom it was done to."""

    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actors: Iterable[Party], targets: Iterable[Party]) -> Sides:
        """The countries of those who acted and of those acted against."""
        return cls(
            actors=frozenset(party.country for party in actors if party.country),
            targets=frozenset(party.country for party in targets if party.country),
        )


NOBODY = Sides()


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The likeliest name and the share of its place."""

    mention: Mention
    share: float


class PlaceModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_in_long", "_weights")

    def __init__(self, data: bytes) -> None:
        self._weights = weights.read(data, "places")
        self._in_long = dict(self._weights)
        for name, weight in self._weights.items():
            if name.startswith(_LONG):
                plain = name.removeprefix(_LONG)
                self._in_long[plain] = self._weights.get(plain, 0.0) + weight

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        """The name of another place that is much likelier than the place of the rules; None where theirs stands, as it
        does where no name is left to choose from."""
        if not options:
            return None
        short, long = self._weights.get, self._in_long.get
        scores = [sum(filter(None, map(long if option.long else short, option.seen))) for option in options]
        top = max(scores)
        places: dict[str, float] = {}
        for option, score in zip(options, scores, strict=True):
            places[option.place] = places.get(option.place, 0.0) + math.exp(score - top)
        whole = sum(places.values())
        about = _about(places, options)
        best = max(places, key=lambda place: (about[place], places[place]))
        if best == ruled:
            return None
        share = about[best] / whole
        if ruled in places:
            lands = {option.place: option.mention.entry.country for option in options if option.mention}
            least = MARGIN if lands[best] == lands.get(ruled, "") else MARGIN_ABROAD
            sure = math.log(about[best] / about[ruled]) > least
        else:
            sure = share >= ALONE
        if not sure:
            return None
        number = max((n for n, option in enumerate(options) if option.place == best), key=lambda n: scores[n])
        mention = options[number].mention
        return Choice(mention=mention, share=share) if mention else None


def _about(places: Mapping[str, float], options: Sequence[Option]) -> Mapping[str, float]:
    """What each place weighs with those close by: a village and the town next to it speak for one another."""
    least = max(places.values()) * _OF_WEIGHT
    at = {}
    for option in options:
        m = option.mention
        if m is not None and m.entry.lat is not None and m.entry.lon is not None and option.place == m.entry.key:
            at[option.place] = (m.entry.country, m.entry.lat, m.entry.lon)
    heavy = [place for place in at if places[place] >= least]
    about = dict(places)
    for n, one in enumerate(heavy):
        land, *here = at[one]
        for other in heavy[:n]:
            its, *there = at[other]
            if its == land and kilometres(*here, *there) <= _CLOSE_KM:
                about[one] += places[other]
                about[other] += places[one]
    return about


def options(
    document: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    candidates: Sequence[Candidate],
    *,
    type: str,
    ruled: Ruled | None,
    sides: Sides,
    land: Land | None = None,
) -> list[Option]:
    """The options for an act of `type` between `sides`, in a text whose words tell of a `land`."""
    known = TYPES.get(type)
    family = known.family if known else "other"
    long = len(sentences) > _SHORT
    best = max((c.points for c in candidates), default=0.0)
    text = _Text(document, sentences, mentions)
    found = []
    for candidate in candidates:
        m = candidate.mention
        place = m.entry.key + ("@" if candidate.distant else "")
        seen = [*text.seen(m), *_to_the_act(candidate, best, type, family), *_to_the_sides(m, sides, type, family)]
        seen += _to_the_land(m.entry.country, "coarse" if m.precision in _COARSE else "fine", land)
        if ruled is not None and place == ruled.key:
            seen += _ruled(ruled.place.precision, type)
        elif ruled is not None:
            seen += _to_the_ruled(m, ruled.place)
        found.append(Option(place=place, mention=m, seen=seen, long=long))
    if ruled is not None and not ruled.named:
        sharp = ruled.place.precision
        seen = [*_ruled(sharp, type), "no name", f"no name, sharp {sharp}", f"{type}: no name"]
        seen += _to_the_land(ruled.place.country, "no name", land)
        found.append(Option(place=ruled.key, mention=None, seen=seen, long=long))
    return found


#: beginnings of the features that a long text gives another weight
_OTHERWISE = (
    "ruled",
    "points",
    "sentence ",
    "in the headline",
    "named",
    "opening",
    "headline",
    "first",
    "holds",
    "only",
)
_LONG = "long: "
#: 'the dam near Kherson', 'a base in Homs': what joins a spot to the place that only says where it lies
_JOINED = frozenset({"near", "in", "outside", "close to", "of", ",", "and", "to", "from"})


def _ruled(precision: str, type: str) -> list[str]:
    return ["ruled", f"ruled, sharp {precision}", f"{type}: ruled"]


def _to_the_act(candidate: Candidate, best: float, type: str, family: str) -> list[str]:
    """How a name lies to the words of the act, and what its kind tells of acts of the type."""
    stands, sharp = candidate.mention.stands, candidate.mention.precision
    found = [
        f"{type}: sharp {sharp}",
        f"{type}: stands {stands}",
        f"{family}: stands {stands}, sharp {sharp}",
        f"points {_step(best - candidate.points, _BELOW)} below",
    ]
    found.append(f"told {candidate.told}, stands {stands}")
    if candidate.distant:
        found.append("at a distance")
    if candidate.aside:
        found.append("aside, same sentence" if not candidate.offset else "aside, another sentence")
    if candidate.offset:
        found.append(f"sentences off {max(-4, min(4, candidate.offset))}")
        found.append(f"another sentence, stands {stands}")
    else:
        side = "before" if candidate.apart < 0 else "behind"
        found.append(f"{side} the act by {_step(abs(candidate.apart), _STEPS)}")
        found.append(f"cuts {min(3, candidate.cuts)}, stands {stands}")
    return found


def _to_the_sides(m: Mention, sides: Sides, type: str, family: str) -> Iterator[str]:
    """Whose ground a place is."""
    if not m.entry.country or not (sides.actors or sides.targets):
        return
    land = _OF_STATE.get(m.entry.country, m.entry.country)
    actor, target = land in sides.actors, land in sides.targets
    whose = "both sides" if actor and target else "the actor" if actor else "the target" if target else "neither side"
    grain = "coarse" if m.precision in _COARSE else "fine"
    yield f"of {whose}"
    yield f"of {whose}, {grain}"
    yield f"{type}: of {whose}"
    yield f"{family}: of {whose}, {grain}"


def _to_the_land(country: str | None, grain: str, land: Land | None) -> Iterator[str]:
    """Whether it lies in the land that the words of the text tell."""
    if land is not None and country:
        whose = "its land" if country == land.code else "another land"
        sure = _step(land.share, _SURE)
        yield f"words tell {whose}, sure {sure}"
        yield f"words tell {whose}, sure {sure}, {grain}"


def _to_the_ruled(m: Mention, ruled: Place) -> Iterator[str]:
    """How a place lies to the one that the rules chose."""
    entry = m.entry
    sharp, other = m.precision, ruled.precision
    if entry.country != ruled.country or not entry.country:
        yield f"ruled {other} is of another country, {sharp}"
        return
    yield f"ruled {other} is of its country, {sharp}"
    if entry.region and entry.region in (ruled.name, ruled.region):
        yield f"ruled {other} is of its province, {sharp}"
    if None not in (entry.lat, entry.lon, ruled.lat, ruled.lon):
        apart = kilometres(entry.lat or 0.0, entry.lon or 0.0, ruled.lat or 0.0, ruled.lon or 0.0)
        yield f"ruled {other} is off by {_step(apart, _APART_KM)}, {sharp}"


class _Text:
    """What the names of one document tell of each other."""

    def __init__(self, document: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._sentences = sentences
        self._filed = {m.entry.key for m in mentions if m.stands == "dateline"}
        named = [m for m in mentions if m.stands != "dateline"]
        self._often = Counter([m.entry.key for m in named])
        self._countries = Counter([m.entry.country for m in named if m.entry.country])
        self._most = max(self._countries.values(), default=0)
        self._titled = {m.entry.key for m in named if sentences[m.sentence].is_title}
        self._opening = {m.entry.key for m in named if m.sentence <= 1}
        self._fine: Mapping[str | None, set[str]] = defaultdict(set)
        self._regions: Mapping[str | None, set[str]] = defaultdict(set)
        self._coarse = {(m.entry.country, m.precision) for m in named if m.precision in _COARSE}
        self._first: dict[str, int] = {}
        self._left: dict[int, Mention] = {}
        self._right: dict[int, Mention] = {}
        last: Mention | None = None
        for m in named:
            if m.precision not in _COARSE:
                self._fine[m.entry.country].add(m.entry.key)
                if m.entry.region:
                    self._regions[m.entry.country].add(m.entry.region)
            self._first.setdefault(m.entry.key, m.start)
            if last is not None and last.sentence == m.sentence and m.start - last.end < _BESIDE:
                self._left[m.start], self._right[last.start] = last, m
            last = m

    def seen(self, m: Mention) -> list[str]:
        """What a name tells without the act."""
        entry, sentence, sharp = m.entry, self._sentences[m.sentence], m.precision
        grain = "coarse" if sharp in _COARSE else "fine"
        found = [
            f"stands {m.stands}",
            f"sharp {sharp}",
            f"stands {m.stands}, sharp {sharp}",
            f"kind {entry.kind}",
            "in the headline" if sentence.is_title else f"sentence {_step(m.sentence, _SENTENCES)}",
            f"named {min(self._often[entry.key], 4)} times, {grain}",
        ]
        if entry.key in self._titled:
            found.append(f"headline names it, {sharp}")
        if entry.key in self._opening:
            found.append(f"opening names it, {sharp}")
        if entry.key in self._filed:
            found.append(f"filed from it, {sharp}")
        if self._first.get(entry.key) == m.start:
            found.append(f"first, {grain}")
        found += self._nested(m)
        if entry.country:
            most = self._countries.get(entry.country, 0) == self._most
            found.append(f"country {'most' if most else 'less'} named, {grain}")
        if len(self._countries) == 1:
            found.append(f"only country, {sharp}")
        if m.framed_by:
            found.append("framed")
        if sharp == "town":
            found.append(f"people {_step(entry.people, _PEOPLE)}")
        if entry.by_hand:
            found.append("kept by hand")
        for side, other in (("behind", self._left.get(m.start)), ("before", self._right.get(m.start))):
            if other is not None:
                land = "its" if other.entry.country == entry.country else "another"
                found.append(f"{side} a {other.precision} of {land} country, {sharp}")
                first, second = (other, m) if side == "behind" else (m, other)
                between = self._document[first.end : second.start].strip().lower()
                if between in _JOINED:
                    found.append(f"{side} a {other.precision}, {between} between, {sharp}")
        before = _WORD.findall(self._document, max(sentence.start, m.start - _BEFORE), m.start)
        behind = _WORD.findall(self._document, m.end, min(sentence.end, m.end + _BEHIND))
        found.append(f"-1 {_plainly(before[-1]) if before else 'START'}")
        found.append(f"+1 {_plainly(behind[0]) if behind else 'END'}")
        return found

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


def _plainly(word: str) -> str:
    """A word in lower case; any name is the same word."""
    return "Name" if word[0].isupper() and word not in ("In", "At", "Near") else word.lower()


def _step(value: float, steps: Sequence[float]) -> int:
    return bisect_left(steps, value)
