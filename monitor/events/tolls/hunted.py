"""The one whom a targeted killing was for, and those who died beside him.

Such news names its dead and seldom counts them: 'the general was killed together with an aide' is two.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.unharmed import KILLED
from monitor.types import Count

#: a person hunted who lives, and one who does not
_SURVIVED = pattern(
    r"\b(?:surviv\w+|unhurt|unharmed|unscathed|escap(?:es|ed)|attempt(?:ed)?\s+(?:on|to|assassin\w*|murder|against|killing)|"
    r"assassination\s+(?:attempt|bid)|tried\s+to\s+(?:kill|assassin\w+)|fight(?:s|ing)?\s+for\s+(?:his|her)\s+life|"
    r"(?:failed|botched|foiled)\s+(?:\w+\s+)?(?:attempt|plot|bid|attack)|recover(?:s|ing)\b|critical\s+condition|"
    r"(?:was|is)\s+(?:\w+\s+)?(?:wounded|injured|hurt)\b)",
    ignore_case=True,
)
_FELL_TO = pattern(
    r"\b(?:killed|kills|killing|shot\s+dead|assassinat\w+|murder\w*|slain|slays?|dead|died|dies|death|executed|"
    r"gunned\s+down|funeral|coffin|buried|buries|mourn\w*|eliminat\w+|liquidated)\b",
    ignore_case=True,
)
_WITH = pattern(
    r"\b(?:died|dies|killed|dead|perished)\b[^.;,]{0,30}?\b(?:(?:together\s+|along\s+)?with|alongside)\s+(?:(?:an?|one|his|her)|"
    r"(?P<n>two|three|four|five|[2-9])(?:\s+of)?(?:\s+(?:his|her))?)\s+(?:\w+\s+){0,2}?"
    r"(?:aide|assistant|driver|bodyguard|wife|husband|deputy|adjutant|guard|son|daughter|brother|companion|secretary|"
    r"colleague)s?\b",
    ignore_case=True,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
#: beyond this the dead are no companions any more, or of another act
_FEW = 5
_LEAD = 4


def hunted(sentences: Sequence[Sentence]) -> Statement | None:
    """The person himself where no figure says it: dead, or come away with his life."""
    for sentence in sentences[:_LEAD]:
        survived, died = _SURVIVED.search(sentence.text), _FELL_TO.search(sentence.text)
        if survived and sentence.text[: survived.start()].endswith(("not ", "n't ", "n’t ")):
            survived, died = None, survived
        mark = survived or died
        if mark is None:
            continue
        figure = 0 if survived else 1
        return Statement(
            kind=KILLED,
            count=Count(low=figure, best=figure, high=figure),
            start=sentence.start + mark.start(),
            end=sentence.start + mark.end(),
            sentence=sentence.index,
            single=True,
            weak=True,
        )
    return None


def with_companions(chosen: Statement, told: Sequence[Statement], sentences: Sequence[Sentence]) -> Statement:
    """The figure of one named dead, and of those who are said to have died with him."""
    if chosen.count.best != 1:
        return chosen if not chosen.companion else _raised(chosen, (chosen.count.best or 0) + 1)
    if chosen.companion or chosen.more:
        return _raised(chosen, 2)
    more = [
        s.count.best
        for s in told
        if (s.more or (s.companion and s.sentence < _LEAD)) and not s.dated and s.count.best and s.count.best <= _FEW
    ]
    beside = max(more, default=0) or _named_with(sentences[: 2 * _LEAD])
    return _raised(chosen, 1 + beside) if beside else chosen


def _named_with(sentences: Sequence[Sentence]) -> int:
    for sentence in sentences:
        match = _WITH.search(sentence.text)
        if match is not None:
            number = match.group("n")
            return 1 if number is None else _NUMBERS.get(number.lower()) or int(number)
    return 0


def _raised(statement: Statement, best: int) -> Statement:
    return structs.replace(statement, count=Count(low=best, best=best, high=best))
