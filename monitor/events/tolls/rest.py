"""The rest of a known number: 'Three men were in the car. One died on the spot. The others were injured': two hurt."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import MAX_SENTENCE, Statement
from monitor.events.tolls.nouns import THINGS
from monitor.events.tolls.numbers import Token, tokens
from monitor.events.tolls.quantities import Quantity, quantities
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.types import Count

_REST = pattern(
    r"\bthe\s+(?:others|rest|remaining\s+\w+|other\s+(?:passengers|occupants|men|women|people|soldiers|officers|guards|crew\w*))"
    r"(?:\s+of\s+(?:them|the\s+\w+))?(?:\s+(?:was|were|are|is|all|both|have|had|been|only|slightly|seriously|badly|lightly|"
    r"severely|critically|suffered|escaped|got|away|with|minor|light|serious))*\s+(?:injured|wounded|hurt|injuries|wounds|burns)\b",
    ignore_case=True,
)
#: so many sentences back the number is looked for, and a crowd is no car's load
_BACK = 3
_MANY = 60
_WITHIN = frozenset("aboard inside board".split())
_IN_A = frozenset(
    "car vehicle pickup truck boat bus van helicopter jeep skiff convoy taxi plane minibus tank patrol".split()
)
_LEADS = frozenset("with carrying carried of".split())


def the_rest(
    found: Sequence[Statement], sentence: Sentence, before: Sequence[tuple[Sentence, list[Statement]]]
) -> Statement | None:
    """Those who were hurt where a sentence says that 'the others' were, counted from who was aboard and who died."""
    match = _REST.search(sentence.text)
    if match is None or any(s.kind == WOUNDED and s.count.best for s in found):
        return None
    near = [(sentence, [*found]), *reversed(before[-_BACK:])]
    dead = next((s.count.best for _, told in near for s in told if s.kind == KILLED and s.count.best), None)
    aboard = next(
        (n for each, _ in near for n in [_aboard(each, match.start() if each is sentence else None)] if n), None
    )
    if dead is None or aboard is None or not dead < aboard <= _MANY:
        return None
    left = aboard - dead
    return Statement(
        kind=WOUNDED,
        count=Count(low=left, best=left, high=left),
        start=sentence.start + match.start(),
        end=sentence.start + match.end(),
        sentence=sentence.index,
    )


def _aboard(sentence: Sentence, end: int | None) -> int | None:
    words = tokens(sentence.text[: end if end is not None else MAX_SENTENCE], sentence.start)
    counted = [q for q in quantities(words) if q.best and not q.article and q.noun not in THINGS and _is_load(words, q)]
    return max((q.best or 0 for q in counted), default=None)


def _is_load(words: list[Token], q: Quantity) -> bool:
    """'Three men on board', 'four people were in the car', 'carrying six', 'two of the five men'."""
    after = [w.low for w in words[q.last : q.last + 8]]
    before = [w.low for w in words[max(0, q.first - 2) : q.first]]
    if before[-1:] and (before[-1] in _LEADS or before == ["of", "the"]):
        return True
    return not _WITHIN.isdisjoint(after) or any(
        a == "in" and b in ("the", "a", "its", "it") and (b == "it" or c in _IN_A)
        for a, b, c in zip(after, after[1:], [*after[2:], ""], strict=False)
    )
