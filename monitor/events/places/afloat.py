"""Where what befell ships lies: at the position they gave, as far off a port as is told, in the sea that is named."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.places.asides import Asides
from monitor.events.places.names import Mention
from monitor.events.places.position import position
from monitor.events.places.worth import Worth
from monitor.events.sentences import Sentence
from monitor.types import Evidence, Place


class Afloat:
    """What one document tells of places at sea."""

    def __init__(self, document: str, sentences: Sequence[Sentence], worth: Worth, asides: Asides) -> None:
        self._document = document
        self._sentences = sentences
        self._worth = worth
        self._asides = asides

    def position(self, home: int, scope: tuple[int, ...]) -> tuple[Place, Evidence] | None:
        """Where a ship herself says she was, in the sentences that tell of the act or right behind them."""
        for index in dict.fromkeys(near for n in (home, *scope) for near in (n, n + 1, n + 2)):
            if index < len(self._sentences):
                sentence = self._sentences[index]
                found = position(self._document, sentence.start, sentence.end)
                if found is not None:
                    place, told = found
                    return place, Evidence(field="place", start=told.start(), end=told.end(), text=told.group())
        return None

    def as_far_off(self, name: Mention, scored: Sequence[tuple[float, Mention]], type: str) -> Mention:
        """What befell a ship off a port lies as far off as the text tells anywhere: '... 55 miles off Cotonou'."""
        if type != "maritime_incident" or self._worth.at_a_distance(name, aimed=True):
            return name
        same = [(s, -m.start, m) for s, m in scored if m.entry.key == name.entry.key and not self._asides.aside(m)]
        aimed = [told for told in same if self._worth.at_a_distance(told[2], aimed=True)]
        far = [] if self._worth.at_a_distance(name) else [told for told in same if self._worth.at_a_distance(told[2])]
        return max(aimed or far)[2] if aimed or far else name

    def sea(self, mentions: Sequence[Mention], scope: tuple[int, ...]) -> Mention | None:
        """The sea or strait that a text names, first in the sentences that tell of the act."""
        seas = [m for m in mentions if m.precision == "sea" and not self._asides.aside(m)]
        return min(seas, key=lambda m: (m.sentence not in scope, m.start), default=None)
