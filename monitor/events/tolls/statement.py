"""What is stated by a word of harm, once it is found whom it counts: the figure, and what kind of people they were."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from monitor.events.tolls.counted import summed
from monitor.events.tolls.harm_words import ATTACKERS, COMPANIONS, MILITANTS, Statement
from monitor.events.tolls.idioms import TENDED
from monitor.events.tolls.nouns import PEOPLE
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.types import Count


class Harm(msgspec.Struct, frozen=True, gc=False):
    """A word of harm where it stands: 'killed' in 'two soldiers were killed in a blast'."""

    words: list[Token]
    amounts: list[Quantity]  #: the figures of the sentence
    i: int  #: which of the words it is
    index: int  #: of the sentence
    word: str
    before: str  #: the word before it, or ''
    after: str  #: the word behind it, or ''

    @property
    def second(self) -> str:
        """The second word behind it, or ''."""
        return self.words[self.i + 2].low if self.i + 2 < len(self.words) else ""


#: whom a word counts: killed or wounded, the figures, and whether that is read from grammar alone
Found = tuple[str, list[Quantity], bool]


def of_one(harm: Harm, kind: str, since: int, *, single: bool = False, count: int = 1) -> Statement:
    """One person, or as many as are named, told without a figure from the word at `since` on: 'Moskalik was killed'."""
    return Statement(
        kind=kind, count=Count(low=count, best=count, high=count), start=harm.words[since].start,
        end=harm.words[harm.i].end, sentence=harm.index, single=single, weak=True,
    )  # fmt: skip


def stated(harm: Harm, kind: str, group: list[Quantity], *, weak: bool, amounts: Sequence[Quantity] = ()) -> Statement:
    """The figures of `group` as one, and what their nouns tell; `amounts`: among which parts of it may follow."""
    words, i, index = harm.words, harm.i, harm.index
    nouns = {q.noun for q in group}
    return Statement(
        kind=kind,
        count=summed(group),
        start=min(words[group[0].first].start, words[i].start),
        end=max(words[group[-1].last - 1].end, words[i].end),
        sentence=index,
        attackers=bool(nouns & ATTACKERS),
        militants=(bool(nouns & MILITANTS) and not _regular(words, group)) or _suspected(words, group[-1]),
        parts=tuple(q.best for q in amounts if q.subset and q.best and q.first >= group[-1].last),
        some=not nouns <= _ANYBODY or _of_a_body(words, group[-1]),
        single=len(group) == 1 and (group[0].article or words[group[0].last - 1].low == "one"),
        more=len(group) == 1 and _beside(words, group[0], i),
        companion=len(group) == 1 and _is_companion(words, group[0]),
        weak=weak or _is_weak(harm, group, nouns),
    )


def _is_weak(harm: Harm, group: list[Quantity], nouns: set[str]) -> bool:
    """Whether a better figure may follow: of the neutralised, of those only treated, of 'six more'."""
    words, word = harm.words, harm.word
    return (
        (word.startswith("neutrali") and not (harm.index <= 1 and nouns & MILITANTS))
        or word == TENDED
        or (word in ("treated", "treating") and not any(w.low in _INJURIES for w in words[harm.i + 1 : harm.i + 6]))
        or _further(words, group[0])
        or all(words[q.first].low in PEOPLE for q in group)  # 'Teacher and child dead'
    )


_INJURIES = frozenset({"wounds", "injuries", "burns", "gunshot", "shrapnel"})


def _suspected(words: list[Token], q: Quantity) -> bool:
    """'Four men suspected of belonging to the group'."""
    after = [w.low for w in words[q.last : q.last + 5]]
    return any(pair in (["suspected", "of"], ["belonging", "to"]) for pair in (after[n : n + 2] for n in range(4)))


def _regular(words: list[Token], group: list[Quantity]) -> bool:
    """'Ten Peshmerga fighters': fighters who are the forces of the land."""
    return any(not _FORCES.isdisjoint(w.low for w in words[q.last : q.last + 3]) for q in group)


_FORCES = frozenset("peshmerga sdf pmf pmu hashd resistance government pro-government army".split())
_ANYBODY = frozenset({"", "people", "persons", "dead", "bodies"})


def _of_a_body(words: list[Token], q: Quantity) -> bool:
    """'Nine of its staff': one employer's or one army's."""
    after = [w.low for w in words[q.last : q.last + 2]]
    return after[:1] == ["of"] and after[1:] != [] and after[1] in ("its", "his", "her", "their", "our")


def _is_companion(words: list[Token], q: Quantity) -> bool:
    if q.article and q.noun in COMPANIONS:
        return words[q.first].low != "its"  # 'killing its driver': of a car, the one it was aimed at
    if q.noun == "others":
        return True
    after = [w.low for w in words[q.last : q.last + 3]]
    return (
        q.best == 1 and after[:1] == ["of"] and after[1:2] in (["his"], ["her"]) and after[2:] in (["men"], ["guards"])
    )


def _beside(words: list[Token], q: Quantity, i: int) -> bool:
    """'Another member also died', 'one more person was killed': not among the dead told before."""
    if words[q.first].low == "another" or (q.last < len(words) and words[q.last].low == "more"):
        return True
    if not q.article and (q.best or _A_FEW) >= _A_FEW:
        return False
    after = [w.low for w in words[i + 1 : i + 3]]
    return "also" in [w.low for w in words[max(0, i - 3) : i + 2]] or after[:1] == ["too"] or after == ["as", "well"]


_A_FEW = 6


def _further(words: list[Token], q: Quantity) -> bool:
    """'Six more die': those beside the ones counted before; a figure of all is better."""
    return q.last < len(words) and words[q.last].low == "more" and words[max(0, q.first - 1)].low not in ("than", "or")
