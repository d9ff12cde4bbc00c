"""Which of several figures an article gives is the act's: of one act, of all its dead, counted rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.numbers import plus
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.types import Count


def contradicted(killed: Statement, mine: list[Statement]) -> bool:
    """A 'nobody was hurt' that another figure of wounded contradicts says nothing of the dead either."""
    return any(s.kind == WOUNDED and s.count.best == 0 and s.start == killed.start for s in mine)


_OTHERS = re.compile(r"\S+\s+(?:others|more)\b")
#: 'one was seriously wounded, the other lightly'
_AND_THE_OTHER = re.compile(
    r"(?:\s+and\s+(?:taken|brought|rushed|flown|airlifted|evacuated|admitted|hospitali[sz]ed|treated)\b[^.;,]{0,60}?)?"
    r"\s*,?\s*(?:and\s+|while\s+|with\s+)?(?:the\s+other|another|the\s+second)(?:\s+(?:was|is|one|only|more|less|suffered|sustained|had))*\s+"
    r"(?:lightly|slightly|moderately|seriously|badly|critically|severely|gravely|minor|light|hurt|injured|wounded)\b"
)


def with_the_other(found: list[Statement], sentence: Sentence) -> list[Statement]:
    """'One was seriously wounded, the other lightly': both of them were."""
    if "other" not in sentence.text and "second" not in sentence.text:
        return found
    both = Count(low=2, best=2, high=2)
    if not any(s.kind == WOUNDED and s.count.best for s in found):
        for s in found:
            other = (
                _AND_THE_OTHER.match(sentence.text, s.end - sentence.start) if s.kind == KILLED and s.single else None
            )
            if other is not None and other.group().endswith(("wounded", "injured", "hurt")):
                end = sentence.start + other.end()
                one = Count(low=1, best=1, high=1)
                hurt = Statement(kind=WOUNDED, count=one, start=s.end, end=end, sentence=sentence.index, single=True)
                return [*found, hurt]
    return [
        structs.replace(s, count=both, single=False)
        if s.kind == WOUNDED and s.single and _AND_THE_OTHER.match(sentence.text, s.end - sentence.start)
        else s
        for s in found
    ]


def with_others(found: list[Statement], sentence: Sentence) -> list[Statement]:
    """'Five are badly injured, and 21 others are hurt': the second figure is beside the first, so both are counted."""
    told = sorted(found, key=lambda s: s.start)
    for first, second in pairwise(told):
        if first.kind != second.kind or first.total or second.total or not first.count.best or not second.count.best:
            continue
        between = sentence.text[first.end - sentence.start : second.start - sentence.start]
        if len(between) <= 30 and _OTHERS.match(sentence.text, second.start - sentence.start):
            both = structs.replace(first, count=plus(first.count, second.count), end=second.end, single=False)
            return [both, *(s for s in found if s not in (first, second))]
    return found


def beside_the_dead(found: list[Statement]) -> list[Statement]:
    """'Killing three and wounding three more': more than the dead, so the figure is of all the wounded."""
    dead = min((s.start for s in found if s.kind == KILLED and s.count.best), default=None)
    hurt = [s for s in found if s.kind == WOUNDED]
    if dead is None or len(hurt) != 1 or not hurt[0].more or hurt[0].start < dead:
        return found
    return [structs.replace(s, more=False, weak=False) if s is hurt[0] else s for s in found]


def first_told(found: list[Statement]) -> list[Statement]:
    """'Eight more were hurt' where nobody was hurt before: more than the dead, so the figure is of all the wounded."""
    hurt = [s for s in found if s.kind == WOUNDED and s.count.best != 0]
    alone = bool(hurt) and sum(s.sentence == hurt[0].sentence for s in hurt) == 1
    if not alone or not hurt[0].more or hurt[0].single:
        return found
    return [structs.replace(s, more=False, weak=False) if s is hurt[0] else s for s in found]


def of_one(chosen: Statement, positive: list[Statement]) -> Statement:
    """The larger part of a figure that is of several acts: 31 died in two attacks, 28 of them in the one told first."""
    best = chosen.count.best or 0
    if not any(s.several and s.count.best == best for s in positive):
        return chosen
    parts = [s for s in positive if not (s.several or s.weak or s.dated or s.count.vague or s.total or s.attackers)]
    parts = [s for s in parts if best > (s.count.best or 0) > best / 2]
    return parts[0] if parts else chosen


#: 'at least 13 soldiers' and the 15 of another source are two counts of the same dead
_AS_GOOD_AS = 1.25


def total_of(chosen: Statement, positive: list[Statement]) -> Statement:
    """A total given later is of all where the figure that stands first is of some: 'four fighters', 'five others'."""
    if not chosen.some:
        return chosen
    best = chosen.count.best or 0
    larger = [
        s
        for s in positive
        if s.total
        and (s.running or chosen.count.high is not None or (s.count.best or 0) > _AS_GOOD_AS * best)
        and not (s.several or s.weak or s.count.vague or s.militants > chosen.militants)
        and (s.count.best or 0) > best
    ]
    return larger[0] if larger else chosen


#: who died beside the one who is named is told so soon
_SOON = 6


def with_the_others(chosen: Statement, positive: list[Statement], sentences: Sequence[Sentence]) -> Statement:
    """'The minister lost his life. ... Six others were killed': seven."""
    if chosen.count.best != 1 or not chosen.single or chosen.sentence > 2:
        return chosen
    for s in positive:
        best = s.count.best or 0
        at = s.start - sentences[s.sentence].start
        others = s.companion and best > 1 and _OTHERS.match(sentences[s.sentence].text, at) is not None
        beside = others or (s.more and best > 1 and s.militants == chosen.militants and not s.attackers)
        if beside and not (s.dated or s.other or s.total) and chosen.start < s.start and s.sentence <= _SOON:
            return structs.replace(chosen, count=Count(low=best + 1, best=best + 1, high=best + 1), single=False)
    return chosen


def of_all(chosen: Statement, positive: list[Statement], sentences: Sequence[Sentence]) -> Statement:
    """'Frankcom and six colleagues die': the seven that the text counts."""
    best = chosen.count.best
    if (
        best is None
        or best < 2
        or chosen.sentence > 1
        or _BESIDE_A_NAME.search(sentences[chosen.sentence].text) is None
    ):
        return chosen
    near = (s for s in positive if s.count.best == best + 1 and s.sentence <= _SOON // 2)
    return next((s for s in near if not (s.weak or s.dated or s.attackers)), chosen)


_BESIDE_A_NAME = re.compile(
    r"\b[A-Z]\w+,?\s+and\s+(?:\w+\s+)?(?:colleagues|others|companions|relatives|comrades|aides|bodyguards|guards|"
    r"escorts|children|associates)\b"
)


def with_also(chosen: Statement, positive: list[Statement], sentences: Sequence[Sentence]) -> Statement:
    """'Three brothers were killed. A soldier died as well': one more than the three; not where a total was told."""
    best = chosen.count.best
    if best is None or chosen.total or chosen.more or chosen.count.vague:
        return chosen
    for s in positive:
        if not s.more or s.total or s.dated or s.attackers or s.militants != chosen.militants or s.count.vague:
            continue
        told = [t for t in positive if t.start < s.start and not t.more and t.count.best and t.sentence > 0]
        last = max(told, key=lambda t: t.start, default=None)
        if last is None or last.count.best != best or s.sentence - last.sentence > 1:
            continue
        if sentences[s.sentence].paragraph - sentences[last.sentence].paragraph <= 1:
            low, high, more = chosen.count.low, chosen.count.high, s.count.best or 0
            count = Count(
                low=None if low is None else low + more, best=best + more, high=None if high is None else high + more
            )
            return structs.replace(chosen, count=count, single=False, companion=False)
    return chosen


def sharpened(chosen: Statement, positive: list[Statement]) -> Statement:
    """'More than 20' gives way to the 24 that somebody counted later; 'a man' to a number."""
    best = chosen.count.best
    if best is None:
        return chosen
    early = sum(s.count.best == best and s.sentence <= 3 and not s.weak for s in positive)
    twice = chosen.single and best == 1 and chosen.sentence == 0 and early > 1
    counted = any(best == s.count.low == s.count.high for s in positive)  # 'at least 15', and '15' elsewhere
    most = chosen.count.high or 0
    if most > best:  # '200 to 300' gives way to the 230 that were counted
        exactly = (s for s in positive if s.count.low == s.count.high and not (s.count.vague or s.dated or s.some))
        return next((s for s in exactly if best <= (s.count.best or 0) <= most), chosen)
    if chosen.count.low is None and chosen.count.high is None:  # 'nearly 300' gives way to the 290 that were counted
        for other in positive:
            counted_at = other.count.best or 0
            if (
                counted_at == other.count.low
                and 0.85 * best <= counted_at < best
                and not (other.weak or other.dated or other.some)
            ):
                return other
    for other in positive:
        exact = other.count.best
        if (
            exact is None
            or exact <= best
            or other.weak
            or other.count.vague
            or other.attackers
            or other.militants > chosen.militants
        ):
            continue
        if best in other.parts:
            return other  # 'eleven civilians', of '12 people, 11 of them civilians'
        if other.dated:
            continue
        if (
            chosen.count.high is None
            and not counted
            and chosen.count.low is not None
            and exact in (other.count.high, other.count.low)
            and best % 10 == 0
            and exact <= best * 1.25
        ):
            return other
        if (
            chosen.single
            and not twice
            and not other.single
            and (
                (exact <= 5 and other.sentence - chosen.sentence <= 4)
                or (exact <= 20 and (other.sentence - chosen.sentence == 1 or not other.some))
            )
        ):
            return other
    return chosen
