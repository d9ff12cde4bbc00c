"""A figure that several incidents of one text lay claim to: whose it is.

Each incident takes its figures from the sentences that tell of it, and the one a text was written for may take them
from any. What two have taken then goes to the one whose sentence, place and day it was told with, where that is plain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.toll import Span, Toll
from monitor.events.tolls.unharmed import KILLED, WOUNDED

#: by so much the other must be nearer to a figure before a further act gives it up: it was found in its own sentences
_FAR = 3
#: the most that such a figure may be
_FEW = 20
_OF_AN_ACT = pattern(
    r"\b(?:(?:air\s?)?strikes?|(?:air\s?)?raids?|attack\w*|bomb\w*|drones?|missiles?|rockets?|shell\w*|fire[ds]?|firing|"
    r"blasts?|explo\w+|clash\w*|combat|fighting|battles?|gunmen|assaults?|ambush\w*|blew|hit|struck|retreat|overran|"
    r"when|(?:that|the\s+same)\s+day)\b|^In\s+[A-Z]",
)
#: once a figure is given up, another may be taken that a third act has; after so many rounds what is shared stays so
_ROUNDS = 2


def divided(
    settings: Sequence[Setting],
    tolls: Sequence[Toll],
    sentences: Sequence[Sentence],
    again: Callable[[int, frozenset[Span]], Toll],
) -> list[Toll]:
    """The tolls with what was taken twice given to one; `again` reads that of the nth act without some figures."""
    result = [*tolls]
    if len(result) < 2:
        return result
    lost: list[set[Span]] = [set() for _ in result]
    barely: list[set[Span]] = [set() for _ in result]
    kept: list[set[Span]] = [set() for _ in result]
    for _ in range(_ROUNDS):
        given_up = set()
        told = [toll.figures for toll in result]
        for a, b in combinations(range(len(result)), 2):
            for span in told[a] & told[b]:
                sentence = sentences[index_of(sentences, span[1])]
                lead = settings[a].claim(span, sentence) - settings[b].claim(span, sentence)
                for loser, behind in ((a, -lead), (b, lead)):
                    if span in kept[loser] or behind < (1 if settings[loser].main else _FAR):
                        continue
                    lost[loser].add(span)
                    given_up.add(loser)
                    if behind < _FAR and _tells_of_no_act(result[loser], sentence):
                        barely[loser].add(span)
        if not given_up:
            break
        for n in given_up:
            result[n] = _left(n, result[n], lost[n], barely[n], kept[n], again)
    return result


def _tells_of_no_act(toll: Toll, sentence: Sentence) -> bool:
    """'Six people were slightly injured', '16 bodies and 172 injured': a small figure, or one beside it, whose sentence
    tells of no attack that it might be of."""
    told = [kind for kind, start, _ in toll.figures if sentence.start <= start < sentence.end]
    counts = [toll.killed if kind == KILLED else toll.wounded for kind in told]
    few = any(count is not None and (count.best or 0) <= _FEW for count in counts)
    return few and _OF_AN_ACT.search(sentence.text) is None


def _left(
    n: int,
    before: Toll,
    lost: set[Span],
    barely: set[Span],
    kept: set[Span],
    again: Callable[[int, frozenset[Span]], Toll],
) -> Toll:
    """The toll of an act that gave figures up; what was barely another's stays where none is left without it."""
    toll = again(n, frozenset(lost))
    bare = {kind for kind in (KILLED, WOUNDED) if getattr(toll, kind) is None and getattr(before, kind) is not None}
    back = {span for span in lost & barely if span[0] in bare}
    if not back:
        return toll
    lost -= back
    kept |= back
    return again(n, frozenset(lost))
