"""Which of the places an article names is that of its act: a second opinion beside the rules of `where.py`.

The rules weigh how each name stands. The model weighs all names at once by what is seen of each (`traits.py`). Names of
one place add up, and the place with the largest share is the likeliest.

`scripts/train_places.py` makes the weights from labelled items of ours; without their file the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from monitor.events import weights
from monitor.events.places.bearings import kilometres
from monitor.events.places.names import Mention
from monitor.types import Party, Place

#: so much likelier, as a difference of logarithms, must another place be before the place of the rules is left
MARGIN = 0.2
#: ... and where it lies in another country
MARGIN_ABROAD = 0.6
#: the share that a place needs where the rules know none
ALONE = 0.5
#: so many other places an act may have been at are told, that are so likely at least
MOST, LEAST = 3, 0.1
#: acts whose place is that of a side or of a whole country, whatever towns a long text names: there rules know better
UNASKED = frozenset(("diplomatic_break", "sanctions", "cyberattack", "ceasefire"))

#: places closer than this add up, as far as each weighs more than this share of the heaviest
_CLOSE_KM = 30.0
_OF_WEIGHT = 0.01
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


#: a text with more sentences tells the same thing several times and goes on to others
FEW_SENTENCES = 6


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
    beyond: bool = False  #: the rules look for no place where it stands


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
    """How likely the places are, and the name of another one that is much likelier than that of the rules; None where
    theirs stands."""

    likely: Sequence[tuple[Mention, float]]  #: the name that stands for each place, and its share
    mention: Mention | None = None
    share: float = 0.0  #: of its place


class PlaceChooser(Protocol):
    """What has a second opinion on the place of the act a text was written for."""

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        """How likely each place is, and which is much likelier than the one with the key `ruled`; None where nothing
        is known."""


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
        """The shares of the places, and the name of one that is much likelier than the place of the rules; None where
        no name is left to choose from."""
        if not options:
            return None
        short, long = self._weights.get, self._in_long.get
        scores = [sum(filter(None, map(long if option.long else short, option.seen))) for option in options]
        places, _ = weights.shares([option.place for option in options], scores)
        about = _about(places, options)
        # neighbours add up to the same: of them the likelier
        best = max(places, key=lambda place: (round(about[place], 9), places[place]))
        heaviest: dict[str, tuple[float, Mention]] = {}
        for option, score in zip(options, scores, strict=True):
            if option.mention and (option.place not in heaviest or score > heaviest[option.place][0]):
                heaviest[option.place] = score, option.mention
        likely = [(mention, places[place]) for place, (_, mention) in heaviest.items()]
        share = about[best]
        if best == ruled:
            sure = False
        elif ruled in places:
            lands = {option.place: option.mention.entry.country for option in options if option.mention}
            least = MARGIN if lands[best] == lands.get(ruled, "") else MARGIN_ABROAD
            sure = math.log(about[best] / about[ruled]) > least
        else:
            sure = share >= ALONE
        if not sure or best not in heaviest:
            return Choice(likely=likely)
        return Choice(likely=likely, mention=heaviest[best][1], share=share)


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


def asked(type: str, sentences: int) -> bool:
    """Whether the model is asked for the place of an act in a text of so many sentences."""
    return type not in UNASKED or sentences <= FEW_SENTENCES


def of_the_way(chosen: Mention, ruled: Mention, type: str) -> bool:
    """Whether only the other end of a way was chosen: forces deploy to where they go and withdraw from where they were,
    'left Norfolk for the Red Sea'."""
    if type == "deployment":
        return chosen.stands == "from" and ruled.stands != "from"
    return type == "withdrawal" and chosen.stands == "to" and ruled.stands in ("from", "at", "target")
