"""Where an act happened: of all places a document names, the one that belongs to the words telling of the act.

`Atlas.locate` reads a document once; `Located.for_act` then weighs its places about an act. What is told to be hit or
to hold the act, in the same clause, sharply, comes first. A dateline, a speaker's city, a state that acts or a part of
a group's name is no place of an act; where nothing is left the answer is the country most of the text is set in, or
None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from operator import attrgetter

import msgspec
from msgspec import structs

from monitor.events.places.afloat import Afloat
from monitor.events.places.asides import HERE, Asides
from monitor.events.places.attacked import FROM_AFAR
from monitor.events.places.borders import Borders
from monitor.events.places.choice import NOBODY, Choice, PlaceChooser, Sides, asked
from monitor.events.places.closer import Closer
from monitor.events.places.gazetteer import PRECISION, Gazetteer, fold
from monitor.events.places.lands import LandModel
from monitor.events.places.mapped import Mapped
from monitor.events.places.names import Mention, NameFinder, Names
from monitor.events.places.opinion import PlaceOpinion
from monitor.events.places.setting import main_country, spoken
from monitor.events.places.subjects import UNITED_NATIONS
from monitor.events.places.venue import Venues
from monitor.events.places.worth import OF_A_COUNTRY, SHARPNESS, Worth, fineness
from monitor.events.sentences import Sentence, index_of
from monitor.types import Evidence, Place

_ENOUGH = 3.0
#: from here on a sentence names the place of its act
_NAMED = 5.0

_SIDES = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern".split()
)
_AND = re.compile(r"\s+and\s+(?:in\s+)?(?:the\s+)?(?:\w+ern\s+)?", re.IGNORECASE)

#: from here on a text speaks of a country more than once by the way
_SPOKEN = 0.5
_HOUSE = fold("United Nations headquarters")
#: where such steps are taken
_GROUNDS = {"nuclear_step": ("nuclear",), "weapons_test": ("base", "site", "port")}


#: where the rules know no more than this the whole text is heard
_SEAMARKS = frozenset({"sea", "strait", "island"})
_COARSE = frozenset({"country", "province", "sea"})


_START = attrgetter("start")


class WhereAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The place of one act; None where the text does not tell it."""

    place: Place | None
    others: tuple[Place, ...] = ()  #: further places of the same act
    evidence: Evidence | None = None
    because: str = ""  #: why another place was taken than that of the rules
    maybe: tuple[tuple[Place, float], ...] = ()  #: where else it may have been, each with its likelihood


class Atlas:
    """The door to places: reads documents against one gazetteer. Holds no state between them."""

    def __init__(
        self, gazetteer: Gazetteer, *, model: PlaceChooser | None = None, lands: LandModel | None = None
    ) -> None:
        self.gazetteer = gazetteer
        self.model = model
        self._finder = NameFinder(gazetteer, lands)

    def locate(self, document: str, sentences: Sequence[Sentence], tags: Sequence[str] = ()) -> Located:
        """The places of a document; a tag `region:X` of its source settles places of one name towards that country."""
        return Located(self, document, sentences, self._finder.names(document, sentences, self._beat(tags)))

    def _beat(self, tags: Sequence[str]) -> str | None:
        """The country a source writes about, by its code or its name; None where the tags name none."""
        for tag in tags:
            kind, _, name = tag.partition(":")
            if kind == "region" and name.strip():
                if known := self.gazetteer.country(name.strip().upper()):
                    return known.country
                return next((e.country for e in self.gazetteer.find(fold(name)) if e.kind == "country"), None)
        return None


class Located:
    """The places of one document, and the place of each of its acts."""

    def __init__(self, atlas: Atlas, document: str, sentences: Sequence[Sentence], names: Names) -> None:
        self.mentions = names.mentions
        self._atlas = atlas
        self._document = document
        self._sentences = sentences
        self._names = names
        self._asides = Asides(document, sentences)
        self._worth = Worth(document, sentences, names.mentions, self._asides)
        self._afloat = Afloat(document, sentences, self._worth, self._asides)
        self._closer = Closer(atlas.gazetteer, names.mentions, self._worth, self._asides)
        self._venues = Venues(document, sentences, self._worth, self._asides)
        self.mapped = Mapped(atlas.gazetteer, document, sentences, names)
        self._opinion = (
            PlaceOpinion(
                atlas.model,
                atlas.gazetteer,
                document,
                sentences,
                names,
                worth=self._worth,
                asides=self._asides,
                mapped=self.mapped,
            )
            if atlas.model is not None
            else None
        )
        self._borders = Borders(atlas.gazetteer, document, sentences, names)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Countries the document is set in, most first."""
        tally = spoken(self._document, self._names, frozenset())
        return tuple(code for code, _ in sorted(tally.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def spoken_of(self) -> tuple[str, ...]:
        """`countries`, and behind them those of whose people alone the document speaks."""
        weights = self._names.weights
        peoples = sorted((code for code in weights if code), key=lambda code: (-weights[code], code))
        return tuple(dict.fromkeys((*self.countries, *peoples)))

    def speaks_of(self, code: str) -> bool:
        """Whether the text speaks of a country or its people more than once by the way."""
        return self._names.weights.get(code, 0.0) >= _SPOKEN

    def country(self, code: str) -> Place | None:
        """A country as a place, at its capital, the United Nations at their house; None where the code is unknown."""
        table = self._atlas.gazetteer
        entry = next(iter(table.find(_HOUSE)), None) if code == UNITED_NATIONS else table.country(code)
        return entry.place(entry.name) if entry else None

    def in_capital(self, place: Place) -> bool:
        """Whether a place is a capital or a site within one."""
        return self._atlas.gazetteer.in_capital(place)

    def spots(self) -> list[list[Place]]:
        """The places each sentence tells of as such, in order."""
        found: list[list[Place]] = [[] for _ in self._sentences]
        for m in self.mentions:
            if m.stands in HERE:
                found[m.sentence].append(self.mapped.place_of(m, ""))
        return found

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        type: str = "",
        alone: bool = False,
        main: bool = False,
        sides: Sides = NOBODY,
        seated: Callable[[Place | None], Place | None] | None = None,
        buried: bool = False,
    ) -> WhereAnswer:
        """The place of the act told by document[start:end]; `scope` names further sentences that tell of it, `alone`
        spares the further places, `main` is the act the text was written for, `sides` are those who act and are hit,
        `seated` knows better than the rules where acts of words stand; `buried`: headline and lead tell other news.

        `type` of the taxonomy, where it is known, decides whether an acting state or a place left counts.
        """
        if not self._sentences:
            return WhereAnswer(place=None)
        home = index_of(self._sentences, start)
        if type == "maritime_incident" and (exact := self._afloat.position(home, scope)) is not None:
            return WhereAnswer(place=exact[0], evidence=exact[1])
        scored = self._worth.scored(home, scope, start, end, type, main=main, alone=alone, buried=buried)
        afloat = type == "maritime_incident"
        if afloat:
            scored = [(score, m) for score, m in scored if not _ahead(m)]
        most, best = self._anchor(home, scored)
        answer = self._ruled(home, scope, scored, most, best, type)
        name = answer if isinstance(answer, Mention) else None
        place = self.mapped.place_of(name, type) if name else answer.place if isinstance(answer, WhereAnswer) else None
        seat = seated(place) if seated else place
        moved = seat != place
        if moved:
            place, name = seat, None
        choice: Choice | None = None
        if main and self._opinion is not None and asked(type, len(self._sentences)):
            beyond = self._worth.beyond(scored, type) if place is None or place.precision in _COARSE else []
            beyond = [(score, m) for score, m in beyond if not (afloat and _ahead(m))]
            heard = [*scored, *beyond]
            choice = self._opinion.of(home, scope, heard, len(beyond), start, end, type, place, name, sides, buried)
            chosen = choice.mention if choice is not None else None
            if chosen is not None and seated and self._ill_seated(self.mapped.place_of(chosen, type), type, seated):
                chosen = None  # the land of the side that struck
            if choice and chosen:
                likelier = self._afloat.as_far_off(chosen, heard, type)
                other = self.mapped.place_of(likelier, type)
                instead = f" rather than {place.name}" if place else ""
                because = f"place: {other.name}{instead}, likelier by all that is named ({choice.share:.0%})"
                most = max(score for score, m in heard if m is likelier)
                found = self._answer(likelier, other, heard, most, alone=alone, because=because)
                return self._settled(found, None if moved else choice, type, home)
        adrift = main and afloat and place is None
        sea = self._afloat.sea(self.mentions, scope) if adrift else None
        if sea is not None:
            found = self._answer(sea, self.mapped.place_of(sea, type), scored, most, alone=alone)
        elif isinstance(answer, WhereAnswer):
            found = structs.replace(answer, place=place) if moved else answer
        elif moved:
            found = self._answer(answer, place, scored, most, alone=alone)
        else:
            answer = self._afloat.as_far_off(answer, scored, type)
            found = self._answer(answer, self.mapped.place_of(answer, type), scored, most, alone=alone)
        return self._settled(found, None if moved else choice, type, home)

    def _ill_seated(self, place: Place, type: str, seated: Callable[[Place | None], Place | None]) -> bool:
        """Whether an act cannot have been at a place, by what seats acts of its type."""
        seat = seated(place)
        return seat is None or (type in FROM_AFAR and seat.country != place.country)

    def _settled(self, found: WhereAnswer, choice: Choice | None, type: str, home: int) -> WhereAnswer:
        """What was found, on its side of a border, with where else it may have been."""
        if found.place is not None:
            found = structs.replace(found, place=self._borders.on_a_side(found.place, home))
        if found.place is None or choice is None or self._opinion is None:
            return found
        return structs.replace(found, maybe=self._opinion.elsewhere(found.place, choice, type))

    def named_with(self, start: int, end: int) -> Place | None:
        """The place that the sentence of an act itself gives it, be it a whole country; None where it gives none."""
        home = index_of(self._sentences, start)
        scored = [(self._worth.beside(m, start, end, ""), m) for m in self._worth.named_in(home) if m.stands in HERE]
        most, best = max(scored, key=lambda s: (s[0], -s[1].start), default=(0.0, None))
        return self.mapped.place_of(best, "") if best is not None and most >= _NAMED else None

    def site_in(self, country: str | None, type: str) -> Place | None:
        """The plant or range in a country that the text names first: where a state that steps further does so."""
        kinds = _GROUNDS.get(type, ())
        for m in self.mentions:
            within = m.entry.kind in kinds and m.entry.country == country
            if within and m.stands != "dateline" and not self._asides.aside(m):
                return self.mapped.place_of(m, type)
        return None

    def waters(self, scope: tuple[int, ...]) -> Place | None:
        """The sea or strait that a text names, first in the sentences that tell of the act."""
        sea = self._afloat.sea(self.mentions, scope)
        return self.mapped.place_of(sea) if sea is not None else None

    def _answer(
        self,
        m: Mention,
        place: Place | None,
        scored: list[tuple[float, Mention]],
        most: float,
        *,
        alone: bool,
        because: str = "",
    ) -> WhereAnswer:
        return WhereAnswer(
            place=place,
            others=() if alone else self._others(m, scored, most),
            evidence=Evidence(field="place", start=m.start, end=m.end, text=self._document[m.start : m.end]),
            because=because,
        )

    def _ruled(
        self,
        home: int,
        scope: tuple[int, ...],
        scored: list[tuple[float, Mention]],
        most: float,
        best: Mention | None,
        type: str,
    ) -> Mention | WhereAnswer:
        """What the rules say: a name, or a border or country that no name stands for."""
        venue = self._venues.venue(home, scope) if type == "ceasefire" else None
        if venue is not None:
            return venue
        if best is not None and most >= _ENOUGH:
            best = self._closer.within(best, most, scored, type)
            best = self._closer.within_its_province(best, most, scored, (home, *scope))
            best = self._closer.part_of(best, scored)
        coarse = best is None or most < _ENOUGH or type in OF_A_COUNTRY or fineness(best) < SHARPNESS["province"]
        elsewhere = (
            best is not None and best.sentence not in scope and (best.sentence < home or best.sentence > home + 1)
        )
        if (coarse or elsewhere) and (found := self._borders.between(home, scope if coarse else (), type)):
            entry, told = found
            where = Evidence(field="place", start=told.start(), end=told.end(), text=told.group())
            return WhereAnswer(place=entry.place(told.group()), evidence=where)
        if best is None or most < _ENOUGH:
            return self._country_at_least(frozenset((home, *scope)))
        if type == "ceasefire" and best.entry.kind == "region" and best.entry.name.split(" ")[0].lower() in _SIDES:
            # guns fall silent in a country, not in its south
            country = self._atlas.gazetteer.country(best.entry.country or "")
            best = best if country is None else structs.replace(best, entry=country, precision=PRECISION[country.kind])
        return best

    def _anchor(self, home: int, scored: list[tuple[float, Mention]]) -> tuple[float, Mention | None]:
        """The best of all; but where the act's own sentence tells a place, another country's place is another act's."""
        if not scored:
            return 0.0, None
        most, best = _likeliest(scored)
        if best.sentence != home:
            here = [(score, m) for score, m in scored if m.sentence == home and score >= _NAMED]
            told = [(score, m) for score, m in here if m.stands in HERE]
            if told and all(m.entry.key != best.entry.key for _, m in here):
                score, m = _likeliest(told)
                if m.entry.country != best.entry.country:
                    return score, m
        return most, best

    def venue(self, start: int, scope: tuple[int, ...]) -> Place | None:
        """Where those who act in common met to agree on it, where the text tells it: 'at a summit in Accra'."""
        home = index_of(self._sentences, start)
        name = self._venues.venue(home, scope)
        return self.mapped.place_of(name) if name is not None else None

    def _others(self, best: Mention, scored: list[tuple[float, Mention]], most: float) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        sharp = min(1.0, SHARPNESS[best.precision])
        for score, m in sorted(scored, key=lambda item: -item[0]):
            near = score >= most - 3.0 and m.sentence == best.sentence and m.stands in HERE
            other = near and m.entry.key not in (best.entry.key, best.framed_by) and SHARPNESS[m.precision] >= sharp
            if m.entry.key != best.entry.key and self._joined(best, m):
                found.setdefault(m.entry.name, self.mapped.place_of(m))
            if other and (m.entry.country == best.entry.country or best.precision == "country"):
                found.setdefault(m.entry.name, self.mapped.place_of(m))
        found.pop(best.entry.name, None)
        return tuple(found.values())[:6]

    def _joined(self, best: Mention, m: Mention) -> bool:
        """'in northern Syria and Iraq': one act over a border, each country a place of it."""
        if not 0 <= m.start - best.end <= 30 or SHARPNESS[best.precision] >= 1.0 or m.stands in ("dateline", "actor"):
            return False
        return _AND.fullmatch(self._document, best.end, m.start) is not None

    def _country_at_least(self, favoured: frozenset[int]) -> WhereAnswer:
        """Nothing is placed: the one country most of the text is set in, at its capital, or unknown."""
        code, by_peoples = main_country(self._document, self._names, favoured)
        entry = self._atlas.gazetteer.country(code) if code else None
        land = self._names.land
        because = ""
        if entry and land and land.code == code and by_peoples:
            because = f"place: {entry.name}, by its words ({', '.join(land.words)}; {land.share:.0%})"
        return WhereAnswer(place=entry.place("") if entry else None, because=because)


def _ahead(m: Mention) -> bool:
    """Whether a ship is bound for a place, and not there yet; at a shoal or in a strait it may be stopped."""
    return m.stands == "to" and m.entry.kind not in _SEAMARKS


def _likeliest(scored: Sequence[tuple[float, Mention]]) -> tuple[float, Mention]:
    """The most worth, of equals the one that stands first."""
    most = max([score for score, _ in scored])
    return most, min([m for score, m in scored if score == most], key=_START)
