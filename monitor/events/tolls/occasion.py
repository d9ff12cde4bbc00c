"""What an act came after, told in its own sentence: 'Jets struck Gaza after a rocket killed two people in Sderot'.

The dead behind 'after' are those of the rocket. But 'the bus burned after a drone killed two' tells of one act, and in
'two died after a drone hit the bus' they stand before the word: so an act must stand before it, another behind it, or
nothing but the harm that a side answers, and no word of the same act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import TRIGGER

#: where words of an act stand, and in which sentence
Words = tuple[int, int, int]

_TURN = pattern(
    r"\b(?:after|following|in\s+the\s+wake\s+of|in\s+(?:response|retaliation|reprisal|reply|answer|revenge)\s+(?:to|for))\b",
    ignore_case=True,
)
#: 'after killing its driver': the same doers
_DOING = re.compile(r"\s+\w+ing\b")
_ENDS = re.compile(r"[,;:—]|\s[–-]\s")
#: what a side does, so that harm behind 'after' is what it answers: 'jets struck', 'conducted air strikes'
_DOES = re.compile(
    r"(?i)\b(?:struck|bombed|shelled|pounded|raided|fired|bombarded|attacked|hit|targeted)\b"
    r"|\b(?:conducted|carried out|launched|mounted|staged|ordered|unleashed|fired)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:air\s?strikes?|(?:air\s?)?raids?|strikes?|attacks?|missiles?|rockets?|drones?|shelling|offensive|operation)\b"
)
_DONE_TO = re.compile(r"(?i)\b(?:was|were|been|being|is|are|toll|rose|ended|called off|by)\b")
_HARMED = pattern(r"\b(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:killed|wounded|injured|shot\s+dead)\b", ignore_case=True)
_BEFORE = 40


def occasions(
    document: str, sentences: Sequence[Sentence], own: Sequence[Words], others: Sequence[Words]
) -> list[tuple[int, int]]:
    """Where sentences tell what an act came after; `own` are its words, `others` those of other acts."""
    found: list[tuple[int, int]] = []
    for start, end, line in own:
        sentence = sentences[line]
        if TRIGGER.search(document, start, end) is not None:
            continue
        for turn in _TURN.finditer(document, end, sentence.end):
            if _DOING.match(document, turn.end()) or _ENDS.search(document, end, turn.start()):
                continue
            stop = _ENDS.search(document, turn.end(), sentence.end)
            until = stop.start() if stop is not None else sentence.end
            if any(turn.end() <= a < until for a, _, _ in own):
                continue
            another = any(turn.end() <= a < until for a, _, _ in others)
            if another or (
                _HARMED.search(document, turn.end(), until) is not None
                and _is_done(document, max(sentence.start, start - _BEFORE), end, turn.start())
            ):
                found.append((turn.end(), until))
    return found


def _is_done(document: str, since: int, end: int, turn: int) -> bool:
    """Whether a side does the act whose words end at `end`, and does nothing else before `turn`."""
    does = [match for match in _DOES.finditer(document, since, min(turn, end + _BEFORE)) if match.end() >= end]
    return bool(does) and _DONE_TO.search(document, max(since, does[0].start() - 12), turn) is None
