"""A text as one asks who speaks in it of an act: what the words of its sentences make of the sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from monitor.events.sentences import Sentence
from monitor.events.sides.named import Named

#: acts that armed forces carry out and speak of, whoever else does
BY_FORCES = frozenset(
    """airstrike drone_strike shelling targeted_killing aircraft_downed ground_incursion maritime_incident""".split()
)
SAID_WITHIN = 5  #: sentences in which it is told who says so
DONE_WITHIN = 4  #: ... and who did it


class Tale(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A text, the act it was written for, and the sides as the rules read them."""

    document: str
    sentences: Sequence[Sentence]
    named: Sequence[Named]
    type: str
    home: int  #: the sentence of the act
    actors: Sequence[Named]
    does: Callable[[Named], bool]  #: whether the words at a name make it the doer
    codes: Callable[[], Sequence[str]]  #: the countries that the text is set in, the likeliest first
    owner: str | None  #: the side whose press office prints the text

    @property
    def flying(self) -> bool:
        """Whether to shoot something down is the act itself."""
        return self.type in ("interception", "aircraft_downed")

    def lead(self) -> list[Sentence]:
        """The sentence of the act and those that open the text."""
        return [self.sentences[n] for n in dict.fromkeys((self.home, *range(min(DONE_WITHIN, len(self.sentences)))))]
