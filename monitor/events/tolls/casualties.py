"""What a sentence says of the dead and the wounded: who is counted, and by which word of harm.

Subjects ('two soldiers were killed'), objects ('killing two'), nouns ('12 deaths') and denials ('no casualties') are
read from tokens; the plain verbs in `plain_verbs.py`, every other word here. Whether a figure belongs to the act at
hand is the question of `elsewhere.py` and `toll.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.events.sentences import Sentence
from monitor.events.tolls.befell import (
    body,
    cared_for,
    counted_injuries,
    in_hospital,
    is_found,
    is_name,
    laid_to_rest,
    lives,
    loses,
    of_one_person,
    one_suffers,
    shot_in_a_limb,
    suffers,
)
from monitor.events.tolls.counted import is_passive, objects, one_person, summed
from monitor.events.tolls.died_later import died_and_was_hurt, died_of_wounds, of_the_hurt, some_died
from monitor.events.tolls.harm_words import (
    BARRIER,
    BE,
    DEATH,
    FELL_AS,
    INFINITIVE,
    INJURY,
    LIMBS,
    TO_DEATH,
    WHO_ARE_LOST,
    WHO_FALL,
    WISH,
    Statement,
)
from monitor.events.tolls.idioms import OF_PEOPLE
from monitor.events.tolls.nouns import is_people, singular
from monitor.events.tolls.nth import nth, nth_death, nth_of_all
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.plain_verbs import PLAIN_VERBS, by_verb, by_wounds
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.statement import Found, Harm, of_one, stated
from monitor.events.tolls.subjects import subject
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
    last = nth(words, i) if word in DEATH else nth_death(words, i) if word == "death" else None
    if last is not None:
        return _of_all(words, max(0, i - 2), i, index, last)
    if word in INFINITIVE and before in WISH and (i < 2 or words[i - 2].low != "on"):
        return None  # 'hired to kill two': nobody is dead yet
    whom = _WHOM.get(word)
    if whom is None:
        return None
    harm = Harm(words, amounts, i, index, word, before, words[i + 1].low if i + 1 < len(words) else "")
    found = whom(harm)
    return _settled(harm, *found) if isinstance(found, tuple) else found


def _settled(harm: Harm, kind: str, group: list[Quantity], weak: bool) -> Statement | None:
    """The statement of those found; some of the wounded are told to have died, and are counted so."""
    words, i = harm.words, harm.i
    if harm.word == OF_PEOPLE:
        group = [q for q in group if is_people(q.noun)]
    if not group:
        return None
    if kind == WOUNDED:
        if summed(group).best == 1 and died_and_was_hurt(words, i):
            kind = KILLED
        elif harm.word in INJURY and died_of_wounds(words, i):
            kind, weak = KILLED, True
        elif harm.word in INJURY and (of_the_hurt(words, i) or some_died(words, i)):
            return None
    if kind == KILLED and harm.word in DEATH:
        last = nth_of_all(words, group, i)
        if last is not None:
            return _of_all(words, group[0].first, i, harm.index, last)
    return stated(harm, kind, group, weak=weak, amounts=harm.amounts)


def _of_all(words: list[Token], first: int, i: int, index: int, count: int) -> Statement:
    """All the dead, by who was the last of them."""
    return Statement(
        kind=KILLED, count=Count(low=count, best=count, high=count), start=words[first].start, end=words[i].end,
        sentence=index, total=True, running=True,
    )  # fmt: skip


def _lives(harm: Harm) -> Found:
    """'Lost their lives', 'cost the lives of six'."""
    return KILLED, lives(harm.words, harm.amounts, harm.i), False


def _deaths(harm: Harm) -> Found:
    """'12 deaths', 'the deaths of 12 soldiers'."""
    i, word = harm.i, harm.word
    group = [q for q in harm.amounts if q.last == i or (q.last == i - 1 and q.noun == word)][-1:]
    if not group and harm.after == "of" and word == "deaths":
        group = objects(harm.words, harm.amounts, i + 1, i + 1)
    return KILLED, group, False


def _bodies(harm: Harm) -> Found | None:
    """'The bodies of six', 'two bodies', 'four became victims'."""
    of_whom = _bodies_of(harm) if harm.after == "of" and harm.word in _BODIES_FOUND else []
    if of_whom:
        return KILLED, of_whom, False
    if harm.word == "victims" and harm.before == "became":
        return KILLED, subject(harm.words, harm.amounts, harm.i - 1), False
    if harm.word == "victims" and _ALIVE & {w.low for w in harm.words[harm.i + 1 : harm.i + 9]}:
        return None
    return KILLED, _bodies_counted(harm), True


_BODIES_FOUND = frozenset({"bodies", "corpses", "remains"})
#: words after 'victims' by which they live
_ALIVE = frozenset("condition critical stable treated hospital hospitals hospitalised hospitalized recovering".split())


def _bodies_of(harm: Harm) -> list[Quantity]:
    i = harm.i
    group = objects(harm.words, harm.amounts, i + 1, i + 3)
    return group or [q for q in harm.amounts if q.first == i + 2 and is_people(q.noun)]


def _bodies_counted(harm: Harm) -> list[Quantity]:
    """'Two bodies', 'six burnt corpses'."""
    words, i = harm.words, harm.i
    group = [q for q in harm.amounts if q.last <= i <= q.last + 2 and not q.subset and not q.article][-1:]
    if group and any(w.low in BARRIER or w.low in ("and", ",") for w in words[group[0].last : i]):
        return []
    return group


def _gunned(harm: Harm) -> Found | None:
    """'Gunned down two', 'two were gunned down'."""
    words, amounts, i = harm.words, harm.amounts, harm.i
    if harm.after != "down":
        return None
    group = [] if is_passive(words, i) else objects(words, amounts, i + 1, i + 1)
    return KILLED, group or subject(words, amounts, i), False


def _martyrs(harm: Harm) -> Found:
    """'Seven martyrs'."""
    return KILLED, [q for q in harm.amounts if q.last == harm.i and not q.subset], False


def _killing_of(harm: Harm) -> Found | None:
    """'The execution of three soldiers'."""
    if harm.after != "of":
        return None
    group = objects(harm.words, harm.amounts, harm.i + 1, harm.i + 1)
    return KILLED, [q for q in group if not q.article], harm.index > 1


def _death(harm: Harm) -> Found | None:
    """'Two bled to death', 'the death of 11 men'."""
    if harm.before == "the" and harm.after == "of":
        return KILLED, objects(harm.words, harm.amounts, harm.i + 1, harm.i + 1), True
    if harm.before != "to" or harm.i < 2 or harm.words[harm.i - 2].low not in TO_DEATH:
        return None
    return KILLED, subject(harm.words, harm.amounts, harm.i - 2), False


def _fell(harm: Harm) -> Found | None:
    """'Three soldiers fell in the battle'; a headline has 'falls', and not 'fell and was hurt'."""
    if (harm.word == "falls" and harm.index) or harm.after in FELL_AS or (harm.after == "and" and harm.second in BE):
        return None
    return KILLED, [q for q in subject(harm.words, harm.amounts, harm.i) if singular(q.noun) in WHO_FALL], False


def _fallen(harm: Harm) -> Found:
    """'Nine fallen', 'nine soldiers have fallen'."""
    group = subject(harm.words, harm.amounts, harm.i)
    return (
        KILLED,
        [q for q in group if q.last == harm.i or (singular(q.noun) in WHO_FALL and not q.article)],
        False,
    )


def _lost(harm: Harm) -> Found:
    """'Ten people lost', and by grammar alone 'the army lost ten men'."""
    words, amounts, i = harm.words, harm.amounts, harm.i
    group = [q for q in amounts if q.last <= i <= q.last + 2 and is_people(q.noun) and not q.article][-1:]
    if group and harm.after not in _LOST_THINGS:
        return KILLED, group, False
    if is_passive(words, i):
        return KILLED, [], False
    group = [q for q in objects(words, amounts, i, i + 1) if singular(q.noun) in WHO_ARE_LOST and not q.article]
    return KILLED, [q for q in group if words[q.first].low != "both"], True


#: what begins behind 'lost' with something other than lives
_LOST_THINGS = frozenset({"their", "his", "her", "its", "the", "a", "an", "control", "contact", "at"})


def _loss(harm: Harm) -> Found | None:
    """'The loss of five soldiers'."""
    if harm.after != "of":
        return None
    group = objects(harm.words, harm.amounts, harm.i + 1, harm.i + 1)
    return KILLED, [q for q in group if is_people(q.noun)], False


def _ineffective(harm: Harm) -> Found | None:
    """'Forty fighters were rendered ineffective'."""
    if harm.before != "rendered":
        return None
    return KILLED, subject(harm.words, harm.amounts, harm.i - 1), True


def _body(harm: Harm) -> Found | Statement | None:
    """'The body of its pilot was found', 'the pilot's body was recovered'."""
    words, i = harm.words, harm.i
    group = body(words, harm.amounts, i)
    if group:
        return KILLED, group, True
    if is_found(words) and ((harm.after == "of" and is_name(words, i + 2)) or of_one_person(words, i)):
        return of_one(harm, KILLED, max(0, i - 1), single=True)
    return None


def _cared_for(harm: Harm) -> Found:
    """'73 patients', 'twelve remain under treatment'."""
    return WOUNDED, cared_for(harm.words, harm.amounts, harm.i), True


def _in_hospital(harm: Harm) -> Found:
    """'Six were taken to hospital'."""
    return WOUNDED, in_hospital(harm.words, harm.amounts, harm.i), True


def _injuries(harm: Harm) -> Found | Statement:
    """'Two suffered burns', 'injuries to five people', '40 injuries'."""
    words, amounts, i = harm.words, harm.amounts, harm.i
    kind, group, weak = by_wounds(harm)
    if not group and harm.after == "to" and harm.before != "the":
        group = [q for q in objects(words, amounts, i + 1, i + 1) if is_people(q.noun)]
    if not group and harm.word in ("injuries", "injury"):
        group = counted_injuries(words, amounts, i)
    if not group and harm.index <= 5 and one_suffers(words, i):
        return of_one(harm, kind, max(0, i - 3), single=True)
    return kind, group, weak


def _shot(harm: Harm) -> Found | Statement:
    """'Fatally shot two', 'two were shot', which wounds as far as is said, 'shot the judge in the knee'."""
    words, amounts, i = harm.words, harm.amounts, harm.i
    passive = is_passive(words, i)
    fatally = harm.before in ("fatally", "mortally")
    group: list[Quantity] = []
    if (fatally or harm.before == "and") and not passive:
        group = objects(words, amounts, i, i + 1)  # 'seized four sailors and shot a fifth'
    elif harm.after not in _SHOT_OTHERWISE:
        group = [q for q in subject(words, amounts, i) if is_people(q.noun)]
    if not (group or fatally) and harm.index <= 5 and shot_in_a_limb(words, i):
        if one_person(words, i, passive=passive, early=True) or is_name(words, i + 1):
            return of_one(harm, WOUNDED, i, single=True)
        group = [q for q in objects(words, amounts, i, i + 1) if q.article and is_people(q.noun)]
    return (KILLED, group, False) if fatally else (WOUNDED, group, True)


_SHOT_OTHERWISE = frozenset({"dead", "down", "and", "to", "at", "himself", "herself"})


def _limb(harm: Harm) -> Statement | None:
    """'Lost his leg', 'whose hand was severed'."""
    return of_one(harm, WOUNDED, harm.i - 2) if harm.i > 1 and harm.index <= 5 and loses(harm.words, harm.i) else None


def _buried(harm: Harm) -> Found:
    """'Villagers buried 19 people'."""
    return KILLED, laid_to_rest(harm.words, harm.amounts, harm.i), True


def _suffered(harm: Harm) -> Found:
    """'In all 31 suffered'."""
    return WOUNDED, suffers(harm.words, harm.amounts, harm.i), True


#: how it is found whom a word of harm counts; a later line goes before an earlier one
_WHOM: dict[str, Callable[[Harm], Found | Statement | None]] = {
    **dict.fromkeys(PLAIN_VERBS, by_verb),
    **dict.fromkeys(LIMBS, _limb),
    **{
        word: whom
        for words, whom in (
            ("lives life", _lives),
            ("deaths fatalities", _deaths),
            ("bodies corpses remains coffins funerals burials victims", _bodies),
            ("gunned", _gunned),
            ("martyrs", _martyrs),
            (
                "martyrdom neutralisation neutralization elimination liquidation execution slaying murder beheading",
                _killing_of,
            ),
            ("death", _death),
            ("fell falls", _fell),
            ("fallen", _fallen),
            ("lost", _lost),
            ("loss", _loss),
            ("ineffective", _ineffective),
            ("body", _body),
            ("patients treatment doctors wards cared", _cared_for),
            ("injuries burns injury cuts wound", _injuries),
            ("buried burying bury buries", _buried),
            ("suffered", _suffered),
            ("shot", _shot),
            ("hospital hospitals", _in_hospital),
        )
        for word in words.split()
    },
}
