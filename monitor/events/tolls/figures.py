"""Every figure of a text that may be the dead or the wounded of its act: what the rules read, and what they do not.

'More than 60 people needed treatment', 'three, as some say, eight as others do': numbers of people beside a word of
harm that no rule takes for either. And 'two soldiers died ... a guard was killed as well' may be three.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from monitor.events.sentences import Sentence
from monitor.events.tolls.choice import BARE, BESIDE, STATED, SUM, Figure
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.nouns import THINGS, is_people
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.scenes import Setting
from monitor.types import Count

#: tokens and quantities of a sentence, by its number
Counted = tuple[int, list[Token], list[Quantity]]

_FLAGS = (
    "total", "attackers", "militants", "running", "whole", "dated", "other", "some", "single", "more", "boast",
    "several", "companion", "weak", "parts",
)  # fmt: skip
#: a number without a noun from here on may be a year, and more people than these are no act's
_YEAR, _MOST = 1900, 3000
#: the most figures of a text that are weighed, of sums among them, and how many sentences a sum may span
_FIGURES, _SUMS, _SPAN = 40, 8, 4
_NO_PART = frozenset("whole total other".split())


def in_doubt(told: Sequence[Statement], counted: Iterable[Counted], kind: str, ruled: int | None) -> bool:
    """Whether another figure than that of the rules may be the act's."""
    if any(s.kind == kind and s.count.best is not None and s.count.best != ruled for s in told):
        return True
    return any(q.best != ruled for _, _, q in _bare(told, counted))


def figures(
    told: Sequence[Statement], counted: Iterable[Counted], kind: str, sentences: Sequence[Sentence], setting: Setting
) -> list[Figure]:
    """The figures that may be the act's, those of the rules first."""
    known = [s for s in told if s.count.best is not None]
    mine = [_stated(s, STATED, sentences, setting) for s in known if s.kind == kind][:_FIGURES]
    found = [*mine]
    for s in known:
        if s.kind != kind and s.count.best and not any(f.start < s.end and s.start < f.end for f in mine):
            found.append(_stated(s, BESIDE, sentences, setting))
    for index, words, q in _bare(known, counted):
        found.append(
            Figure(
                count=q.value,
                start=words[q.first].start,
                end=words[q.last - 1].end,
                sentence=index,
                source=BARE,
                flags=("subset",) if q.subset else (),
                noun=q.noun,
            )
        )
    return [*found[:_FIGURES], *sums(mine, {f.value for f in found})]


def _bare(told: Sequence[Statement], counted: Iterable[Counted]) -> Iterable[tuple[int, list[Token], Quantity]]:
    """Numbers that may be of people and that no statement holds."""
    for index, words, amounts in counted:
        for q in amounts:
            best = q.best
            if best is None or q.article or best > _MOST or (not q.noun and best >= _YEAR):
                continue
            if q.noun and q.noun != "the" and (q.noun in THINGS or not is_people(q.noun)):
                continue
            start, end = words[q.first].start, words[q.last - 1].end
            if not any(s.start < end and start < s.end for s in told):
                yield index, words, q


def _stated(s: Statement, source: str, sentences: Sequence[Sentence], setting: Setting) -> Figure:
    flags = [name for name in _FLAGS if getattr(s, name)]
    if s.count.vague:
        flags.append("vague")
    elif s.count.best and s.count.high is None:
        flags.append("least")
    if setting.told_here(s):
        flags.append("here")
    if setting.told_elsewhere(s, sentences):
        flags.append("elsewhere")
    if setting.another_day(s, sentences):
        flags.append("day")
    if s.sentence in setting.lines:
        flags.append("line")
    age = setting.age_of(s.start, s.end)
    if age is not None and setting.age is not None:
        flags.append("its day" if age == setting.age else "older" if age > setting.age else "newer")
    return Figure(count=s.count, start=s.start, end=s.end, sentence=s.sentence, source=source, flags=flags)


def sums(mine: Sequence[Figure], known: set[int]) -> list[Figure]:
    """What two figures near each other make together, where it stands nowhere."""
    found: list[Figure] = []
    parts = [f for f in mine if f.value and _NO_PART.isdisjoint(f.flags)]
    for a, b in combinations(parts, 2):
        whole = a.value + b.value
        if b.sentence - a.sentence > _SPAN or a.start == b.start or whole in known:
            continue
        known.add(whole)
        flags = [f"apart {min(3, b.sentence - a.sentence)}", *(f"a {x}" for x in a.flags), *(f"b {x}" for x in b.flags)]
        count = Count(low=whole, best=whole, high=whole)
        found.append(Figure(count=count, start=a.start, end=a.end, sentence=a.sentence, source=SUM, flags=flags))
        if len(found) == _SUMS:
            break
    return found
