"""Whom a plain verb of harm counts: 'killing two', 'two were killed', 'officer hurt', 'the general was wounded'."""

from __future__ import annotations

from msgspec import structs

from monitor.events.tolls.befell import goes_on, is_name, suffered
from monitor.events.tolls.counted import bare, bare_object, is_passive, objects, one_person
from monitor.events.tolls.harm_words import ACTIVE_DEATH, ACTIVE_INJURY, DEATH, INJURY, Statement
from monitor.events.tolls.idioms import OF_PEOPLE
from monitor.events.tolls.named import named
from monitor.events.tolls.nouns import NATIONALS, PEOPLE, THINGS, is_people
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.statement import Found, Harm, of_one, stated
from monitor.events.tolls.subjects import subject
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.types import Count

_ACTIVE = ACTIVE_DEATH | ACTIVE_INJURY
_PASSIVE = DEATH | INJURY
PLAIN_VERBS = _ACTIVE | _PASSIVE

_FATALLY = frozenset({"fatally", "mortally"})
_NOUNS = frozenset({"wounded", "injured", "dead", "killed"})
_NEUTRAL = frozenset({"eliminated", "neutralised", "neutralized"})
_BURNT = frozenset({"burned", "burnt"})
_FATE = frozenset({"died", "killed", "dead", "wounded", "injured", "hurt", "martyred"})
_NAMED_EARLY = 6


def by_verb(harm: Harm) -> Found | Statement | None:
    """Those that a plain verb kills or hurts: its object, or else its subject, or else one person."""
    if _counts_nobody(harm):
        return None
    word, before = harm.word, harm.before
    passive = is_passive(harm.words, harm.i)
    if word in ("treated", "treating") and not passive:
        return _treated(harm)
    if word == "dead" and _shot_somebody(harm):
        return of_one(harm, KILLED, harm.i - 2, single=True)
    kind = KILLED if word in ACTIVE_DEATH or word in DEATH or before in _FATALLY else WOUNDED
    group = _object_of(harm, passive=passive)
    if not group and word == "dead" and _did_it(harm):
        return None
    if not group and not passive and _is_bare_object(harm):
        return of_one(harm, kind, harm.i, single=True)
    if not group and word == "wounds":
        return by_wounds(harm)
    if not group and word in _PASSIVE:
        group = _subject_of(harm, kind, passive=passive)
    return (kind, group, False) if group else _without_figure(harm, kind, passive=passive)


def by_wounds(harm: Harm) -> Found:
    """'Two suffered fatal wounds', 'five with burns'."""
    kind = KILLED if harm.before in ("fatal", "mortal") else WOUNDED
    return kind, suffered(harm.words, harm.amounts, harm.i), False


def _counts_nobody(harm: Harm) -> bool:
    """'The wounded', 'killed or wounded': a word of harm that says of nobody in particular what befell them."""
    word, before, after = harm.word, harm.before, harm.after
    if before == "the" and word in _NOUNS and after != "in":
        return True
    if before == "of" and word in _NOUNS and not any(q.last == harm.i for q in harm.amounts):
        return True  # 'the only one able to cope with a rush of wounded'
    # '15 soldiers killed or wounded': nobody knows how many of each
    return after == "or" and word in DEATH and harm.second in INJURY


def _treated(harm: Harm) -> Statement | None:
    """'Doctors treated 12', '12 treated'."""
    words, amounts, i = harm.words, harm.amounts, harm.i
    group = objects(words, amounts, i, i + 1) or [q for q in amounts if q.last == i and not q.article]
    return stated(harm, WOUNDED, group, weak=True) if group and group[0].noun not in THINGS else None


def _shot_somebody(harm: Harm) -> bool:
    """'Shot him dead', 'beat her dead'."""
    return (
        harm.before in ("him", "her")
        and harm.i > 1
        and harm.words[harm.i - 2].low in ("shot", "stabbed", "beat", "struck")
    )


def _did_it(harm: Harm) -> bool:
    """'Two men have shot dead the colonel': the two are those who did it."""
    return (
        harm.before == "shot"
        and harm.i > 1
        and harm.words[harm.i - 2].low in ("have", "has", "had")
        and not is_passive(harm.words, harm.i - 1)
    )


def _object_of(harm: Harm, *, passive: bool) -> list[Quantity]:
    """'Killing two', 'shot dead three', 'with the killing of eight'."""
    words, amounts, i, word, after = harm.words, harm.amounts, harm.i, harm.word, harm.after
    if word == "dead" and harm.before == "shot":
        return objects(words, amounts, i, i + 1) if not is_passive(words, i - 1) else []
    if passive or word not in _ACTIVE or (word == "killing" and after == "of" and harm.index):
        return []
    group = objects(words, amounts, i + (after == "of"), i + 1)
    # 'responsibility for killing of eight workers'
    return [q for q in group if not q.article] if after == "of" else group


def _is_bare_object(harm: Harm) -> bool:
    """'Shelling kills army jawan': in a headline one person without an article."""
    return harm.index == 0 and harm.word in _ACTIVE and harm.after != "of" and bare_object(harm.words, harm.i)


def _subject_of(harm: Harm, kind: str, *, passive: bool) -> list[Quantity]:
    """'Two were killed', 'six rebels, soldier die', 'officer hurt', 'a woman fell as she ran and was hurt'."""
    words, i = harm.words, harm.i
    if harm.after == "others" and harm.before == "and" and not passive:
        return []  # 'killed nine people and wounded others'
    if harm.word == OF_PEOPLE and harm.index and not passive and harm.after != "by":
        return []  # 'the man who dug there says: so we cut down the pines'
    group = _of_persons(harm, subject(words, harm.amounts, i), kind, passive=passive)
    if group and harm.index == 0 and _bare_last(words, i) and group[-1].last < i - 2:
        one = Count(low=1, best=1, high=1)
        group = [*group, Quantity(i - 1, i, one, subset=False, noun=words[i - 1].low, article=True)]
    if not group and passive:
        group = goes_on(words, harm.amounts, i)
    if not group and i and words[i - 1].low in PEOPLE:
        group = bare(words, i - 1)
        group = [*group, structs.replace(group[0], first=i - 1, last=i)] if group else []
    return group


def _of_persons(harm: Harm, group: list[Quantity], kind: str, *, passive: bool) -> list[Quantity]:
    """Those of a group that such a word befalls as persons: no bodies are wounded, drones are eliminated too."""
    if kind == WOUNDED:
        group = [q for q in group if q.noun not in ("bodies", "corpses")]
    if harm.word in _NEUTRAL and not any(is_people(w.low) and w.low != "others" for w in harm.words[: harm.i]):
        group = [q for q in group if q.noun != "others"]  # 'the seven others': drones, perhaps
    return _of_burnt(harm, group, passive=passive) if harm.word in _BURNT else group


def _of_burnt(harm: Harm, group: list[Quantity], *, passive: bool) -> list[Quantity]:
    """'Twelve people were burned', and neither 'twelve cars' nor those who 'burned to death', who are dead."""
    if harm.after == "to" and harm.second == "death":
        return []
    return [
        q
        for q in group
        if (is_people(q.noun) and (passive or harm.index == 0)) or (not q.noun and q.best != 1 and q.last >= harm.i - 1)
    ]


def _bare_last(words: list[Token], i: int) -> bool:
    """'Six rebels, soldier die in clash': one more in the way of headlines."""
    role = words[i - 1].low if i > 2 else ""
    return role in PEOPLE - NATIONALS - _BODIES and words[i - 2].low in (",", "and")


_BODIES = frozenset({"crew", "staff", "couple", "pair", "local", "national", "general", "major", "chief"})


def _without_figure(harm: Harm, kind: str, *, passive: bool) -> Statement | None:
    """No figure tells of them: 'Moskalik was killed', 'Ali Nasser and Omar Said died', 'mortally wounding Colonel'."""
    words, i, word, index = harm.words, harm.i, harm.word, harm.index
    if word in _PASSIVE:
        if word not in _NEVER_ONE and one_person(words, i, passive=passive, early=index <= 3):
            return of_one(harm, kind, max(0, i - 2))
        names = named(words, i) if word in _FATE and 0 < index <= _NAMED_EARLY else 0
        if names > 1 or (names and word == "died"):
            return of_one(harm, kind, max(0, i - 2), count=names)
    if kind == KILLED and not passive and harm.before == "mortally" and is_name(words, i + 1):
        return of_one(harm, kind, i - 1, single=True)
    return None


_NEVER_ONE = _BURNT | {OF_PEOPLE}
