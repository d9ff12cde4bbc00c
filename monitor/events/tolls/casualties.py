"""What a sentence says of the dead and the wounded: who is counted, and by which word of harm.

Subjects ('two soldiers were killed'), objects ('killing two'), nouns ('12 deaths') and denials ('no casualties') are
read from tokens. Whether a figure belongs to the act at hand is the question of `elsewhere.py` and `toll.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from monitor.events.sentences import Sentence
from monitor.events.tolls.befell import (
    body,
    cared_for,
    counted_injuries,
    goes_on,
    in_hospital,
    is_found,
    is_name,
    laid_to_rest,
    lives,
    loses,
    of_one_person,
    shot_in_a_limb,
    suffered,
    suffers,
)
from monitor.events.tolls.counted import bare, bare_object, is_passive, objects, one_person, subject, summed
from monitor.events.tolls.died_later import died_and_was_hurt, died_of_wounds, of_the_hurt
from monitor.events.tolls.harm_words import (
    ACTIVE_DEATH,
    ACTIVE_INJURY,
    ATTACKERS,
    AUX,
    BARRIER,
    BE,
    COMPANIONS,
    DEATH,
    FELL_AS,
    INFINITIVE,
    INJURY,
    LIMBS,
    MILITANTS,
    TO_DEATH,
    WHO_ARE_LOST,
    WHO_FALL,
    WISH,
    Statement,
)
from monitor.events.tolls.idioms import OF_PEOPLE, TENDED
from monitor.events.tolls.named import named
from monitor.events.tolls.nth import nth, nth_of_all
from monitor.events.tolls.nouns import DEMONYMS, PEOPLE, THINGS, is_people, singular
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.unharmed import KILLED, WOUNDED, denied, denied_beside
from monitor.types import Count


def zeros(sentence: Sentence) -> list[Statement]:
    """The sentence's words that nobody was killed or hurt, as figures of nought; weak where some others were."""
    told = [(kind, start, end, False) for kinds, start, end in denied(sentence.text) for kind in kinds]
    beside = [(*found, True) for found in denied_beside(sentence.text)]
    return [
        Statement(
            kind=kind,
            count=Count(low=0, best=0, high=0),
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence.index,
            weak=weak,
        )
        for kind, start, end, weak in [*told, *beside]
    ]


def read_statement(words: list[Token], amounts: list[Quantity], i: int, index: int) -> Statement | None:
    """What the word of harm at i says, in sentence `index`; None where it counts nobody."""
    word = words[i].low
    before = words[i - 1].low if i else ""
    after = words[i + 1].low if i + 1 < len(words) else ""
    last = nth(words, i) if word in DEATH else None
    if last is not None:
        return Statement(
            kind=KILLED, count=Count(low=last, best=last, high=last), start=words[max(0, i - 2)].start, end=words[i].end,
            sentence=index, total=True, running=True,
        )  # fmt: skip
    if word in INFINITIVE and before in WISH and (i < 2 or words[i - 2].low != "on"):
        return None  # 'hired to kill two': nobody is dead yet
    kind = KILLED
    group: list[Quantity] = []
    weak = False
    if word in ("lives", "life"):
        group = lives(words, amounts, i)
    elif word in ("deaths", "fatalities"):
        group = [q for q in amounts if q.last == i or (q.last == i - 1 and q.noun == word)][-1:]
        if not group and after == "of" and word == "deaths":
            group = objects(words, amounts, i + 1, i + 1)
    elif word in ("bodies", "corpses", "remains", "coffins", "funerals", "burials", "victims"):
        group = objects(words, amounts, i + 1, i + 3) if after == "of" and word in _BODIES_FOUND else []
        if not group and after == "of" and word in _BODIES_FOUND:
            group = [q for q in amounts if q.first == i + 2 and is_people(q.noun)]
        if not group and word == "victims" and before == "became":
            group = subject(words, amounts, i - 1)
        elif not group and not (word == "victims" and _ALIVE & {w.low for w in words[i + 1 : i + 9]}):
            group, weak = (
                [q for q in amounts if q.last <= i <= q.last + 2 and not q.subset and not q.article][-1:],
                True,
            )
            if group and any(w.low in BARRIER or w.low in ("and", ",") for w in words[group[0].last : i]):
                group = []
    elif word == "gunned":
        passive = is_passive(words, i)
        group = [] if passive or after != "down" else objects(words, amounts, i + 1, i + 1)
        group = group or (subject(words, amounts, i) if after == "down" else [])
    elif word == "martyrs":
        group = [q for q in amounts if q.last == i and not q.subset]
    elif word in _KILLING_OF:
        group = objects(words, amounts, i + 1, i + 1) if after == "of" else []
        group = [q for q in group if not q.article]
        weak = index > 1
    elif word == "death":
        ending = before == "to" and i > 1 and words[i - 2].low in TO_DEATH
        group = subject(words, amounts, i - 2) if ending else []
    elif word == "fell" or (word == "falls" and index == 0):
        group = [q for q in subject(words, amounts, i) if singular(q.noun) in WHO_FALL and after not in FELL_AS]
        group = [] if after == "and" and words[i + 2 : i + 3] and words[i + 2].low in BE else group
    elif word == "fallen":
        group = [
            q for q in subject(words, amounts, i) if q.last == i or (singular(q.noun) in WHO_FALL and not q.article)
        ]
    elif word == "lost":
        group = [q for q in amounts if q.last <= i <= q.last + 2 and is_people(q.noun) and not q.article][-1:]
        group = [] if after in ("their", "his", "her", "its", "the", "a", "an", "control", "contact", "at") else group
        if not group and not is_passive(words, i):
            group = [q for q in objects(words, amounts, i, i + 1) if singular(q.noun) in WHO_ARE_LOST and not q.article]
            group = [q for q in group if words[q.first].low != "both"]
            weak = True
    elif word == "loss":
        group = [q for q in objects(words, amounts, i + 1, i + 1) if is_people(q.noun)] if after == "of" else []
    elif word == "ineffective":
        group, weak = (subject(words, amounts, i - 1) if before == "rendered" else []), True
    elif word in ACTIVE_DEATH or word in ACTIVE_INJURY or word in DEATH or word in INJURY:
        kind = KILLED if word in ACTIVE_DEATH or word in DEATH or before in ("fatally", "mortally") else WOUNDED
        if word in ("dead", "wounded", "injured", "killed") and before == "the" and after not in ("in",):
            return None
        if before == "of" and word in _NOUNS and not any(q.last == i for q in amounts):
            return None  # 'the only one able to cope with a rush of wounded'
        if word in DEATH and after == "or" and words[i + 2 : i + 3] and words[i + 2].low in INJURY:
            return None  # '15 soldiers killed or wounded': nobody knows how many of each
        passive = is_passive(words, i)
        if word in ("treated", "treating") and not passive:
            group = objects(words, amounts, i, i + 1) or [q for q in amounts if q.last == i and not q.article]
            return (
                _stated(words, group, i, index, WOUNDED, weak=True) if group and group[0].noun not in THINGS else None
            )
        if (
            word == "dead"
            and before in ("him", "her")
            and i > 1
            and words[i - 2].low in ("shot", "stabbed", "beat", "struck")
        ):
            return Statement(
                kind=KILLED, count=Count(low=1, best=1, high=1), start=words[i - 2].start, end=words[i].end,
                sentence=index, single=True, weak=True,
            )  # fmt: skip
        if word == "dead" and before == "shot" and not is_passive(words, i - 1):
            group = objects(words, amounts, i, i + 1)
            if not group and i > 1 and words[i - 2].low in ("have", "has", "had"):
                return None  # 'two men have shot dead the colonel': those who did it
        if (
            not group
            and not passive
            and word in ACTIVE_DEATH | ACTIVE_INJURY
            and not (word == "killing" and after == "of" and index)
        ):
            group = objects(words, amounts, i + (after == "of"), i + 1)
            if after == "of":
                group = [q for q in group if not q.article]  # 'responsibility for killing of eight workers'
            if not group and index == 0 and after != "of" and bare_object(words, i):
                return Statement(
                    kind=kind, count=Count(low=1, best=1, high=1), start=words[i].start, end=words[i].end,
                    sentence=index, single=True, weak=True,
                )  # fmt: skip
        if not group and word == "wounds":
            kind = KILLED if before in ("fatal", "mortal") else WOUNDED
            group = suffered(words, amounts, i)
        if not group and (word in DEATH or word in INJURY):
            group = subject(words, amounts, i) if passive or before != "and" or after != "others" else []
            if kind == WOUNDED:
                group = [q for q in group if q.noun not in ("bodies", "corpses")]
            if word in ("eliminated", "neutralised", "neutralized") and not any(
                is_people(w.low) and w.low != "others" for w in words[:i]
            ):
                group = [q for q in group if q.noun != "others"]  # 'the seven others': drones, perhaps
            if word in ("burned", "burnt"):
                group = [
                    q
                    for q in group
                    if (is_people(q.noun) and (passive or index == 0))
                    or (not q.noun and q.best != 1 and q.last >= i - 1)
                ]
                group = [] if after == "to" and words[i + 2 : i + 3] and words[i + 2].low == "death" else group
            if group and index == 0 and _bare_last(words, i) and group[-1].last < i - 2:
                one = Count(low=1, best=1, high=1)
                group = [*group, Quantity(i - 1, i, one, subset=False, noun=words[i - 1].low, article=True)]
            if not group and passive:
                group = goes_on(words, amounts, i)
            if not group and i and words[i - 1].low in PEOPLE:
                group = bare(words, i - 1)
                group = [*group, structs.replace(group[0], first=i - 1, last=i)] if group else []
            if (
                not group
                and word not in (OF_PEOPLE, "burned", "burnt")
                and one_person(words, i, passive=passive, early=index <= 3)
            ):
                return Statement(
                    kind=kind, count=Count(low=1, best=1, high=1), start=words[max(0, i - 2)].start, end=words[i].end,
                    sentence=index, weak=True,
                )  # fmt: skip
            names = named(words, i) if not group and word in _FATE and 0 < index <= _NAMED_EARLY else 0
            if names > 1 or (names and word == "died"):
                return Statement(
                    kind=kind, count=Count(low=names, best=names, high=names), start=words[max(0, i - 2)].start,
                    end=words[i].end, sentence=index, weak=True,
                )  # fmt: skip
        if kind == KILLED and not group and not passive and before == "mortally" and is_name(words, i + 1):
            return Statement(
                kind=kind, count=Count(low=1, best=1, high=1), start=words[i - 1].start, end=words[i].end,
                sentence=index, single=True, weak=True,
            )  # fmt: skip
    elif word == "body":
        group, weak = body(words, amounts, i), True
        if not group and is_found(words) and ((after == "of" and is_name(words, i + 2)) or of_one_person(words, i)):
            return Statement(
                kind=kind, count=Count(low=1, best=1, high=1), start=words[max(0, i - 1)].start, end=words[i].end,
                sentence=index, single=True, weak=True,
            )  # fmt: skip
    elif word in ("patients", "treatment", "doctors", "wards", "cared"):
        kind, weak = WOUNDED, True
        group = cared_for(words, amounts, i)
    elif word in ("wounds", "wound", "injuries", "burns", "injury", "cuts"):
        kind = KILLED if before in ("fatal", "mortal") else WOUNDED
        group = suffered(words, amounts, i)
        if not group and after == "to" and before != "the":
            group = [q for q in objects(words, amounts, i + 1, i + 1) if is_people(q.noun)]
        if not group and word in ("injuries", "injury"):
            group = counted_injuries(words, amounts, i)
    elif word in ("buried", "burying", "bury"):
        group, weak = laid_to_rest(words, amounts, i), True
    elif word == "suffered":
        kind, weak = WOUNDED, True
        group = suffers(words, amounts, i)
    elif word == "shot":
        fatally = before in ("fatally", "mortally")
        kind, weak = (KILLED, False) if fatally else (WOUNDED, True)
        if fatally and not is_passive(words, i):
            group = objects(words, amounts, i, i + 1)
        elif before == "and" and not is_passive(words, i):
            group = objects(words, amounts, i, i + 1)  # 'seized four sailors and shot a fifth'
        elif after not in ("dead", "down", "and", "to", "at", "himself", "herself"):
            group = [q for q in subject(words, amounts, i) if is_people(q.noun)]
        if not group and index <= 5 and shot_in_a_limb(words, i):
            one = one_person(words, i, passive=is_passive(words, i), early=True) or is_name(words, i + 1)
            group = [] if one else [q for q in objects(words, amounts, i, i + 1) if q.article and is_people(q.noun)]
            if one:
                return Statement(
                    kind=kind, count=Count(low=1, best=1, high=1), start=words[i].start, end=words[i].end,
                    sentence=index, single=True, weak=True,
                )  # fmt: skip
    elif word in ("hospital", "hospitals"):
        kind, weak = WOUNDED, True
        group = in_hospital(words, amounts, i)
    elif word in LIMBS and i > 1 and index <= 5:
        if not loses(words, i):
            return None
        return Statement(
            kind=WOUNDED, count=Count(low=1, best=1, high=1), start=words[i - 2].start, end=words[i].end,
            sentence=index,
            weak=True,
        )  # fmt: skip
    if word == OF_PEOPLE:
        group = [q for q in group if is_people(q.noun)]
    if not group:
        return None
    if kind == WOUNDED and summed(group).best == 1 and died_and_was_hurt(words, i):
        kind = KILLED
    if kind == WOUNDED and word in INJURY and died_of_wounds(words, i):
        kind, weak = KILLED, True
    elif kind == WOUNDED and word in INJURY and of_the_hurt(words, i):
        return None
    return _stated(words, group, i, index, kind, weak=weak, amounts=amounts)


def _bare_last(words: list[Token], i: int) -> bool:
    """'Six rebels, soldier die in clash': one more in the way of headlines."""
    role = words[i - 1].low if i > 2 else ""
    return role in PEOPLE - DEMONYMS - _BODIES and words[i - 2].low in (",", "and")


_BODIES = frozenset({"crew", "staff", "couple", "pair", "local", "national", "general", "major", "chief"})


def _stated(
    words: list[Token],
    group: list[Quantity],
    i: int,
    index: int,
    kind: str,
    *,
    weak: bool,
    amounts: Sequence[Quantity] = (),
) -> Statement:
    word = words[i].low
    last_of_all = nth_of_all(words, group) if kind == KILLED and word in DEATH else None
    count = summed(group) if last_of_all is None else Count(low=last_of_all, best=last_of_all, high=last_of_all)
    nouns = {q.noun for q in group}
    first = min(words[group[0].first].start, words[i].start)
    last = max(words[group[-1].last - 1].end, words[i].end)
    return Statement(
        kind=kind,
        count=count,
        start=first,
        end=last,
        sentence=index,
        attackers=bool(nouns & ATTACKERS),
        militants=(bool(nouns & MILITANTS) and not _regular(words, group)) or _suspected(words, group[-1]),
        parts=tuple(q.best for q in amounts if q.subset and q.best and q.first >= group[-1].last),
        total=last_of_all is not None,
        running=last_of_all is not None,
        some=last_of_all is None and (not nouns <= _ANYBODY or _of_a_body(words, group[-1])),
        single=last_of_all is None and len(group) == 1 and (group[0].article or words[group[0].last - 1].low == "one"),
        more=last_of_all is None and len(group) == 1 and _beside(words, group[0], i),
        companion=len(group) == 1 and _is_companion(words, group[0]),
        weak=weak
        or (word.startswith("neutrali") and not (index <= 1 and nouns & MILITANTS))
        or word == TENDED
        or (word in ("treated", "treating") and not any(w.low in _INJURIES for w in words[i + 1 : i + 6]))
        or _further(words, group[0])
        or all(words[q.first].low in PEOPLE for q in group),  # 'Teacher and child dead'
    )


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


_FATE = frozenset({"died", "killed", "dead", "wounded", "injured", "hurt", "martyred"})
_NAMED_EARLY = 6
_NOUNS = frozenset({"wounded", "injured", "dead", "killed"})
_KILLING_OF = frozenset(
    "martyrdom neutralisation neutralization elimination liquidation execution slaying murder beheading".split()
)
_BODIES_FOUND = frozenset({"bodies", "corpses", "remains"})
#: words after 'victims' by which they live
_ALIVE = frozenset("condition critical stable treated hospital hospitals hospitalised hospitalized recovering".split())
_INJURIES = frozenset({"wounds", "injuries", "burns", "gunshot", "shrapnel"})


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
