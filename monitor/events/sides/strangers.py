"""Attacks by those whom nobody names: 'gunmen attacked a post in Mali, the army said'."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.named import Named

_WHO = (
    r"(?:gunm[ae]n|militants?|attackers?|assailants?|bandits?|insurgents?|jihadis?t?s?|extremists?|armed\s+men|bombers?|"
    r"raiders)"
)
#: strangers before the words of an attack, 'militants stormed a post' ...
_STRANGERS = pattern(rf"\b{_WHO}(?:\s+[\w’'-]+){{0,3}}\s+$", ignore_case=True)
#: ... to whom nothing was done: 'three militants killed in a gunfight'
_DONE_TO = pattern(
    r"(?:was|were|been)\b|(?:kill|wound|injur|captur|arrest|detain|eliminat|neutrali[sz]|target|destroy)ed\s*"
    r"(?:[^\w\s]|$|(?:in|by|during|near|when|after|as|at|on|and|while|amid)\b)|"
    r"(?:shot|gunned|shot\s+dead|dead|dies?|died)\b",
    ignore_case=True,
)
#: ... and behind them, 'killed by gunmen', where no turn leads to another act
_BY_STRANGERS = pattern(rf"[^,.;:]{{0,40}}\s+by\s+(?:[\w-]+\s+){{0,2}}{_WHO}\b", ignore_case=True)
_TURNS = pattern(r"\b(?:after|following|since|despite|against)\b", ignore_case=True)
_JUST_BEFORE = 25  #: characters between the name of a side and whom it qualifies: 'Taliban gunmen'


def by_strangers(document: str, sentence: Sentence, start: int, end: int, named: Sequence[Named]) -> bool:
    """Whether the sentence of the attack at document[start:end] says that gunmen or the like did it whom it does not
    name: then no state did, though one tells of it."""
    found = _STRANGERS.search(document[sentence.start : start])
    if found and (_DONE_TO.search(found.group()) or _DONE_TO.match(document[start : sentence.end])):
        found = None
    at = sentence.start + found.start() if found else 0
    if found is None:
        found = _BY_STRANGERS.match(document[end : min(sentence.end, end + 80)])
        if found and _TURNS.search(found.group()):
            found = None
        at = end + found.end() if found else 0
    return found is not None and not any(at - _JUST_BEFORE <= n.end <= at for n in named)
