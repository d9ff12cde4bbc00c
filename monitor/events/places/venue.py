"""Where those who act in common met to agree on it: 'signed in Addis Ababa', 'Doha talks bring a truce'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.places.asides import Asides
from monitor.events.places.names import Mention
from monitor.events.places.worth import Worth
from monitor.events.sentences import Sentence

#: where a truce is agreed is told this early
_VENUE = 6
_AGREED = re.compile(
    r"\b(?:signed|signing|agreed|reached|concluded|clinched|deal|accord|talks|negotiations|meeting|met|summit|hosted|"
    r"conference|put their names|sat)\b[^.;]{0,60}\b(?:in|at) (?:the )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
#: 'after a summit in Accra': who came together decided there
_CAME_TOGETHER = re.compile(
    r"\b(?:after|following|at the end of|at the close of) (?:an?|the|their|its|two|three|several) (?:[\w-]+ ){0,3}"
    r"(?:summit|meeting|talks|negotiations|conference)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_IN_TALKS = re.compile(r" (?:peace |ceasefire |mediated |marathon )?(?:talks|negotiations|summit|meeting)\b")
_AFTER = re.compile(r"\b(?:in|after|following|during|from) (?:the )?$", re.IGNORECASE)
_SIGN = re.compile(r"\b(?:sign|agree|reach|conclude|seal)(?:s|ed)?\b")
_YET_TO_MEET = re.compile(
    r"\b(?:will|would|(?:is|are|was|were|due|set|likely|expected|agreed) to "
    r"(?:be|begin|start|meet|hold|convene|gather|resume)|begin|resume|continue|next|tomorrow)\b",
    re.IGNORECASE,
)


class Venues:
    """The venues that one document tells."""

    def __init__(self, document: str, sentences: Sequence[Sentence], worth: Worth, asides: Asides) -> None:
        self._document = document
        self._sentences = sentences
        self._worth = worth
        self._asides = asides

    def venue(self, home: int, scope: tuple[int, ...]) -> Mention | None:
        """Where a truce was agreed, where the text tells it: 'signed in Addis Ababa', 'after talks in Kuala Lumpur'."""
        country = None
        for index in dict.fromkeys((home, *sorted(scope), *range(min(_VENUE, len(self._sentences))))):
            opened = self._sentences[index].start
            for m in self._worth.named_in(index):
                told = self._document[max(opened, m.start - 130) : m.start]
                there = m.stands in ("at", "sits") and m.entry.kind not in ("region", "seat")
                met = there and _AGREED.search(told) is not None
                called = not met and (index == home or index in scope) and self._met_there(m)
                met = met and (not self._asides.aside(m) or _CAME_TOGETHER.search(told) is not None)
                if (called or met) and not _YET_TO_MEET.search(told):
                    if m.precision != "country":
                        return m
                    country = country or m
        return country  # 'signed by the factions at war in South Sudan' leaves room for the town it was signed in

    def _met_there(self, m: Mention) -> bool:
        """Whether a town only names the talks that brought an agreement: 'in Moscow talks', 'after negotiations in'."""
        if m.precision != "town" or m.stands == "dateline":
            return False
        title = self._sentences[m.sentence]
        if title.is_title and m.start == title.start and self._document.startswith(": ", m.end):
            # 'Pretoria: government, rebels sign truce'
            return _SIGN.search(self._document, m.end, title.end) is not None
        opened = max(title.start, m.start - 14)
        return (
            _IN_TALKS.match(self._document, m.end) is not None
            and _AFTER.search(self._document, opened, m.start) is not None
        )
