"""What is known of an act whose place is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from monitor.events.places.subjects import home_of
from monitor.types import Party, Place

Country = Callable[[str], Place | None]
#: 'Pakistan bars Indian planes from its skies', 'Poland shoots down drones over its territory'
ITS_OWN = re.compile(
    r"\b(?:its|their) (?:own |land |sea )?(?:sky|skies|air ?space|borders?|frontiers?|territory)\b", re.IGNORECASE
)


class SeatedAct(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What is known of an act that is to be seated."""

    found: Place | None  #: what the names around it make its place
    actors: Sequence[Party]
    targets: Sequence[Party]
    told: str  #: its sentence
    country: Country  #: the place that stands for a whole country, by its code
    before: str  #: what stands before its words and belongs to them
    countries: Sequence[str]  #: the codes of those its sentence names
    main: bool  #: the text was written for it: who did it was weighed by all its words

    @property
    def whole(self) -> str:
        """The sentence of the act, headed by what stands before its words."""
        return f"{self.before}\n{self.told}"

    def at(self, code: str | None) -> Place | None:
        """The country of `code`, or else what was found."""
        return (self.country(code) if code else None) or self.found

    @property
    def names_it(self) -> bool:
        """Whether its sentence names the place that was found."""
        return self.found is not None and self.found.as_written != "" and self.found.as_written in self.told

    @property
    def stands_there(self) -> bool:
        """Whether the text says that it was at the place that was found, or on it: 'near Tyre', 'strikes on Tyre'."""
        if self.found is None or not self.found.as_written:
            return False
        there = r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]ff|(?:strike|attack|raid)s? on(?: the)?)"
        return re.search(rf"{there} {re.escape(self.found.as_written)}\b", self.whole) is not None

    def home(self) -> str | None:
        """The country of the side that acts."""
        return home_of([party for party in self.actors if not behind(party, self.told)])

    def governed(self, home: str | None) -> Place | None:
        """Where a side of the country `home` is governed from; that of the place found where it is not known."""
        return self.at(home or (self.found.country if self.found else None))


def behind(party: Party, told: str) -> bool:
    """Whether a side is only named as the one behind another: 'the group backed by Iran'."""
    name = re.escape(party.as_written or party.name)
    return re.search(rf"\b(?:back|support|fund|arm)ed by (?:the )?{name}", told) is not None
