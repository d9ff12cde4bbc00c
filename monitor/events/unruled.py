"""Further acts that no rule knows: sentences of a report whose words as a whole tell of an incident.

The rules were taught phrase by phrase, and what a report adds to its news it tells in few words: 'fourteen people had
been slain in nearby Tadaryat'. So where an article is news and a sentence behind its lead holds no act of the rules, or
one of quite another kind than its words, the model of types is asked about that sentence alone. What it finds never
joins the main act, and `standing` weighs it as one that was found by its words alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.events.backdrop import occasion
from monitor.events.days.when import Calendar
from monitor.events.further import leads_on, turned
from monitor.events.learned import Opinion, TypeModel, telling_words
from monitor.events.modality import modality
from monitor.events.scan import Act, Line
from monitor.events.segments import GENERIC, VIOLENT, Told
from monitor.events.telling import BY_MODEL, aged, ranked
from monitor.taxonomy import type_of
from monitor.types import OPENING

#: with a smaller share of the likeliest type a sentence tells of nothing
_LEAST = 0.15
#: ... from this one on it tells of what kind an act was that no phrase names, and from this one on of what none tells
_NAMES, _RATHER = 0.3, 0.5
#: what the words of such an act weigh: less than those of any pattern that names a kind
_WEIGHT = 0.6
#: lines before this many telling ones are title and lead: what they hold the whole front was asked about
_BEHIND = 2
#: sentences that are asked about at most: a chronicle has hundreds
_MOST = 25


def by_words(lines: Sequence[Line], told: Sequence[Told], calendar: Calendar, heard: HeardLines) -> Iterator[Told]:
    """The acts of sentences in which no rule found one, or one of quite another kind, by their words."""
    known: dict[int, list[Told]] = {}
    for t in told:
        known.setdefault(t.act.line, []).append(t)
    ranks = ranked(lines)
    asked = 0
    for number, line in enumerate(lines):
        if ranks[number] < _BEHIND or not telling_words(line) or not line.telling:
            continue
        asked += 1
        if asked > _MOST:
            return
        if number in known and not _unlike(heard, number, known[number]):
            continue
        found = _act(heard.opinion(number), number, line)
        if found is None:
            continue
        mode, because = modality(line, found)
        if mode not in OPENING:
            continue
        age, past, old = aged(line, found, calendar)
        after = occasion(line, found)
        yield Told(
            act=found,
            type=found.type,
            modality=mode,
            because=because,
            weight=_WEIGHT,
            old=old,
            age=age,
            after=after,
            past=past,
            rank=ranks[number],
            further=leads_on(line, found),
            turned=found.type in VIOLENT and turned(line, found, after=after),
        )


class HeardLines:
    """What the words of single sentences tell of, each asked about once."""

    __slots__ = ("_document", "_heard", "_lines", "_model")

    def __init__(self, document: str, lines: Sequence[Line], model: TypeModel) -> None:
        self._document = document
        self._lines = lines
        self._model = model
        self._heard: dict[int, Opinion] = {}

    def opinion(self, number: int) -> Opinion:
        """How likely each type is by the words of one sentence."""
        if number not in self._heard:
            self._heard[number] = self._model.opinion(self._document, (self._lines[number],))
        return self._heard[number]


def _unlike(heard: HeardLines, number: int, known: Sequence[Told]) -> bool:
    """Whether the words of a sentence as a whole tell of an act of another kind than the phrases in it: 'opened heavy
    artillery fire' is no troop movement; or of what kind 'a blast' was that they do not name."""
    named = {type_of(t.type).family for t in known if t.type not in GENERIC}
    if (named and any(t.type in GENERIC for t in known)) or (not named and any(t.act.weight >= _WEIGHT for t in known)):
        return False
    opinion = heard.opinion(number)
    share = opinion.shares[opinion.likely]
    return share >= _RATHER and type_of(opinion.likely).family not in named if named else share >= _NAMES


def _act(opinion: Opinion, number: int, line: Line) -> Act | None:
    """The act that the words of a sentence tell of, at the word that speaks most for it; None where they tell none."""
    kind = opinion.likely
    share = opinion.shares[kind]
    at = opinion.speak_for(kind) if share >= _LEAST else []
    if not at:
        return None
    word = at[0][1]
    start, end = line.words[word].start, line.words[word].end
    return Act(
        type=kind, line=number, start=start, end=end, at=word, weight=_WEIGHT,
        pattern=f"{BY_MODEL}{share:.2f}",
    )  # fmt: skip
