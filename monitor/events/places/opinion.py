"""The second opinion on a place, asked for one document: what the model is told of each name, and what is made of its
answer. Where the words before a name say that the act was not there, it is neither taken nor told as a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from monitor.events.places.asides import HERE, Asides
from monitor.events.places.choice import (
    LEAST,
    MOST,
    Candidate,
    Choice,
    PlaceChooser,
    Ruled,
    Sides,
    of_the_way,
)
from monitor.events.places.gazetteer import Gazetteer
from monitor.events.places.mapped import Mapped
from monitor.events.places.names import Mention, Names
from monitor.events.places.traits import options
from monitor.events.places.worth import Worth
from monitor.events.segments import VIOLENT
from monitor.events.sentences import Sentence
from monitor.types import Place

#: no ties are broken and no envoy summoned there: it is what the quarrel is about
_UNGOVERNED = frozenset({"sea", "strait", "island", "base", "nuclear", "energy", "dam", "camp", "crossing", "bridge"})

#: types whose dead, hurt and homeless are brought elsewhere
_BEFALLS = VIOLENT | {"unrest"}
#: types that take place where ships and aircraft meet: 'over the East China Sea, U.S. officials said'
_MET = frozenset({"airspace_violation", "maritime_incident"})
#: how a house of government stands that an act befell; else its people speak
_BEFALLEN = ("at", "target", "beside")
_SPEAKS = re.compile(r" (?:said|says|told|statement|spokes\w+|officials?|sources?|chief|press|announced|confirmed)\b")


class PlaceOpinion:
    """What a model says of the places of one document."""

    def __init__(
        self,
        model: PlaceChooser,
        gazetteer: Gazetteer,
        document: str,
        sentences: Sequence[Sentence],
        names: Names,
        *,
        worth: Worth,
        asides: Asides,
        mapped: Mapped,
    ) -> None:
        self._model = model
        self._gazetteer = gazetteer
        self._document = document
        self._sentences = sentences
        self._names = names
        self._worth = worth
        self._asides = asides
        self._mapped = mapped

    def of(
        self,
        home: int,
        scope: tuple[int, ...],
        scored: list[tuple[float, Mention]],
        beyond: int,
        start: int,
        end: int,
        type: str,
        ruled: Place | None,
        name: Mention | None,
        sides: Sides,
        buried: bool,
    ) -> Choice | None:
        """How likely the names are, and the one held for much likelier than what the rules say, which `name` told them;
        the last `beyond` of those scored stand where the rules look for none. None where there is nothing to choose."""
        candidates = []
        for n, (points, m) in enumerate(scored):
            if m.entry.kind == "seat" and (m.stands not in _BEFALLEN or _SPEAKS.match(self._document, m.end)):
                continue  # 'said the Pentagon', 'the Pentagon statement said'
            if self._asides.of_a_see(m) or self._asides.of_a_life(m):
                continue
            if type in _BEFALLS and self._asides.of_a_refuge(m):
                continue
            left, right = (m.start, start) if m.start < start else (end, m.start)
            apart = max(0, right - left)
            same = m.sentence == home
            candidates.append(
                Candidate(
                    mention=m,
                    points=points,
                    offset=m.sentence - home,
                    apart=-apart if m.start < start else apart,
                    cuts=self._worth.cuts(m, left, right) if same and 0 < apart < 600 else 0,
                    aside=self._asides.aside(m) or self._asides.of_a_letter(m),
                    distant=type == "maritime_incident" and self._worth.at_a_distance(m),
                    told=same or m.sentence in scope,
                    beyond=n >= len(scored) - beyond,
                )
            )
        key = ruled.key if ruled else None
        if name is not None:
            key = name.entry.key + ("@" if type == "maritime_incident" and self._worth.at_a_distance(name) else "")
        if not any(c.mention.entry.key != key for c in candidates):
            return None
        known = options(
            self._gazetteer,
            self._document,
            self._sentences,
            self._names.mentions,
            candidates,
            type=type,
            ruled=Ruled(key=key, place=ruled, named=name is not None) if ruled and key else None,
            sides=sides,
            land=self._names.land,
            buried=buried,
        )
        choice = self._model.choose(known, key)
        if choice is None:
            return None
        mention = choice.mention if choice.mention and not self._refused(choice.mention, name, type) else None
        likely = [(m, share) for m, share in choice.likely if not self._refused(m, name, type)]
        return structs.replace(choice, mention=mention, likely=likely)

    def elsewhere(self, taken: Place, choice: Choice, type: str) -> tuple[tuple[Place, float], ...]:
        """Where else than at the place that was `taken` the act may have been, likeliest first."""
        shares: dict[str, tuple[Place, float]] = {}
        for m, share in choice.likely:
            if share >= LEAST:
                place = self._mapped.place_of(m, type)
                known = shares.get(place.key or place.name, (place, 0.0))[1]
                shares[place.key or place.name] = place, share + known
        shares.pop(taken.key or taken.name, None)
        most = sorted(shares.values(), key=lambda pair: (-pair[1], pair[0].name))[:MOST]
        return tuple((place, round(share, 3)) for place, share in most)

    def _refused(self, m: Mention, name: Mention | None, type: str) -> bool:
        """Whether the words before it, or the end of a way that the rules took, say that the act was not there."""
        if name is not None and of_the_way(m, name, type):
            return True
        met = type in _MET and name is not None and name.precision == "sea"
        if met and m.precision == "country" and m.stands not in HERE:
            return True
        if type == "diplomatic_break" and (m.entry.kind in _UNGOVERNED or self._asides.of_an_envoy(m)):
            return True
        return self._asides.answered(m) or self._asides.of_a_letter(m)
