"""How a name lies to all acts that its sentence tells of: whether the nearest is the one that is asked for.

'The operation followed an attack on the headquarters in Kahramankazan': the words of another act stand by the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from monitor.events.places.names import Mention

_STEPS = (40, 120)
#: what a comma between a name and the words of an act counts, in characters
_COMMA = 40


class Deed(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Words of the document that tell of an act."""

    line: int
    start: int
    end: int
    own: bool  #: of the act that is asked for
    alike: bool  #: of its type
    old: bool  #: of an earlier day


class Deeds:
    """All acts of one document, by the sentence that tells of them."""

    def __init__(self, document: str, deeds: Sequence[Deed]) -> None:
        self._document = document
        self._of: Mapping[int, list[Deed]] = defaultdict(list)
        for deed in deeds:
            self._of[deed.line].append(deed)
        self._own = {line for line, here in self._of.items() if any(deed.own for deed in here)}

    def places(self, mentions: Sequence[Mention]) -> frozenset[str]:
        """Keys of the places that sentences of the act name."""
        return frozenset(m.entry.key for m in mentions if m.sentence in self._own and m.stands != "dateline")

    def beside(self, m: Mention, width: str) -> Iterator[str]:
        """What the acts of its sentence tell of a name."""
        here = self._of.get(m.sentence)
        if not here:
            yield f"no act beside it, {width}"
            return
        own = any(deed.own for deed in here)
        others = any(not deed.own for deed in here)
        yield f"acts beside it {'both' if own and others else 'own' if own else 'others'}, {width}"
        nearest = min(here, key=lambda deed: self._apart(deed, m))
        whose = (
            "own" if nearest.own else "old" if nearest.old else "another of its type" if nearest.alike else "another"
        )
        yield f"nearest act {whose}, {width}"
        yield f"nearest act {whose}, stands {m.stands}"
        far = sum(self._apart(nearest, m) > bound for bound in _STEPS)
        yield f"nearest act {whose} {'before' if nearest.start < m.start else 'behind'}, far {far}"

    def _apart(self, deed: Deed, m: Mention) -> int:
        """The characters between; behind a comma another thing is told."""
        left, right = (deed.end, m.start) if deed.start < m.start else (m.end, deed.start)
        return max(right - left, 0) + _COMMA * sum(self._document.count(mark, left, right) for mark in ",;")
