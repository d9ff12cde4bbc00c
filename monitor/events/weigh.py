"""Rules and words heard together: which type an article reports, and whether a short item reports one at all.

The rules are sure where they have a pattern for the words and deaf where they have none; the model hears every word and
is sure of few. So a type that the rules found stands unless another is far likelier by the words; what the rules left
quiet is reported only where the words leave hardly a doubt; and what they found is left quiet where the words say just
as surely that it is no escalation. Where one of the two alone speaks for what is reported, the event says so (`doubt`):
it is kept all the same, and who is told decides how soon.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace

from monitor.events.gist import Gist
from monitor.events.learned import NONE, Opinion
from monitor.events.segments import GENERIC, VIOLENT
from monitor.events.topics import Topics
from monitor.taxonomy import FIRE, FORCEFUL, STEPS, TYPES, type_of
from monitor.types import Event, Role

#: what the logarithm of a type's share counts against the points of the rules, and what the rules' own choice adds
_SHARE = 1.4
_CHOSEN = 1.3
#: ... and what the headline tells first
_FIRST = 1.5
#: points of the rules that are worth their full weight; fewer count for less
_FULL = 2.5
#: what the points of an act without a kind ('attack', 'blast') count for the type that was made of it
_UNNAMED = 0.6
#: a type with a smaller share overrules no rule
_OVERRULES = 0.4
#: whose killing it was, or that it befell a ship, settles the type whatever it was done with; what says that with a
#: share below this one overrules no rule
_SETTLED = 0.85
_MEANS = FIRE | {"bombing", "armed_assault", "armed_clash", "sabotage"}
_BY_WHAT = {"targeted_killing": _MEANS, "maritime_incident": _MEANS}
#: so many points name a missile so surely that it is no rocket whatever is told around it; the reverse is the press's
#: loose way of speaking
_NAMED = 2.0
#: a share below this counts as this much: the model is never so sure that a type is out of the question
_LEAST = 0.01
#: a text that the rules left quiet is not looked into where `none` has more than this share
DOUBT = 0.05
#: ... and not put on the scales of `relevance.py` where it has more than this
HARDLY_NEWS = 0.8
#: silence of the rules -> greatest share of `none` with which the words are believed
_HEARD = {"words": DOUBT, "weak": 0.13, "no_side": 0.13, "historical": 0.08, "quoted": DOUBT, "modality": 0.01}
#: ... and the least share of the likeliest type: that it is news of ours is surer to tell than of which type
_LIKELIEST = 0.35
#: ... and with more doubt than DOUBT the type needs this share, and a theft of data stays a crime
_DOUBTED = 0.65
#: types whose words stand in much other news, and what share of such a type leaves no doubt
_LOUD = STEPS - {"ceasefire"} | {"cyberattack"}
_PLAIN = 0.5
#: a crowd and the police in one text tell nothing of who was violent, a blast nothing of who did it: so much of the
#: words must
_OPEN = {"unrest": 0.995, "bombing": 0.75}
#: topics of which more points leave a doubt that no share takes away; so many has one word of a headline alone
EVERYDAY = ("accident", "nature", "crime", "court", "sport", "film", "game", "business", "tech", "labour", "space")
_MUCH = 3.0
#: ... and so many where a type has nearly all the share
_VERY_MUCH = 4.0
_NEARLY_ALL = 0.9
#: ... or this share, where `none` has hardly any
_HARDLY_OTHER = 0.75
#: from this share of `none` on the words say that nothing of ours is reported
_NOTHING = 0.97
#: ... and from this one where the rules have a chance hit only, of fewer points than this
_LIKELY_NOTHING = 0.9
_CHANCE = 1.0
#: ... and from this one where, too, the type of the rules has hardly a share and fewer points than `none` has for its
#: share
_MORE_LIKELY = 0.5
_HARDLY = 0.12
_FOR_NOTHING = 4.0
#: ... unless the rules have so many points
SURE_OF_IT = 3.5
#: rules and words agree where the words give the sort of the type this much, and `none` no more than that
_AGREES = 0.45
_LITTLE = 0.25
#: topics in whose news the same words stand for no escalation, and how many of their points leave a doubt
_CIVIL = {"crime": "ordinary crime", "accident": "an accident"}
_CIVIL_MUCH = 2.5
#: so many other types are told, that are so likely at least
_MOST_MAY_BE, _MAY_BE = 3, 0.1
#: a further act of its article needs so much of the words, or so sure words of its own
_BESIDE = 0.6
_OWN_WORDS = 0.8


def weighed(ruled: Gist, opinion: Opinion, topics: Topics, *, titled: bool = True) -> Gist:
    """What both together say. `ruled.type` must be definite: no generic act. Without a headline (`titled`) the words
    of a text are too few to be called those of other news on a mere likelihood."""
    none = opinion.shares[NONE]
    if not ruled.type:
        return _heard(ruled, opinion, topics)
    most = max(ruled.votes.values(), default=0.0) or 1.0
    unsaid = none >= _MORE_LIKELY and opinion.shares.get(ruled.type, 0.0) <= _HARDLY
    alone = titled and unsaid and most < _FOR_NOTHING * none
    if alone or (none >= (_NOTHING if most >= _CHANCE else _LIKELY_NOTHING) and most < SURE_OF_IT):
        return Gist(type="", reason="words", text=f"{ruled.text}, but its words are those of other news ({none:.0%})")
    return typed(ruled, opinion)


def may_be_news(silent: Gist, opinion: Opinion, *, item: bool) -> bool:
    """Whether a text that the rules left quiet is put on the scales after all: they found no essay, trial or accident
    in it, and the words are those of one type rather than of none; of an `item` of a feed, which has few words, it is
    enough that they are not surely those of none, and one type has its share of what none leaves."""
    none, most = opinion.shares[NONE], opinion.shares[opinion.likely]
    if item:
        return silent.reason in _HEARD and none <= HARDLY_NEWS and most >= _LIKELIEST * (1.0 - none)
    least = _LIKELIEST
    if silent.reason == "words":  # with no act at all the words must leave little doubt, and loud ones hardly any
        least = (_NEARLY_ALL if none > DOUBT else _HARDLY_OTHER) if opinion.likely in _LOUD else _DOUBTED
    return silent.reason in _HEARD and none <= HARDLY_NEWS and most >= least


def typed(ruled: Gist, opinion: Opinion, threatened: Collection[str] = ()) -> Gist:
    """The type of what is taken for news: that of the rules, unless another is far likelier by the words. Of a threat
    the words are those of what is `threatened`."""
    if not ruled.type:
        best = opinion.likely
        text = f"{best}: by all words of the front ({opinion.shares[best]:.0%}); the rules: {ruled.text}"
        return Gist(type=best, reason=best, text=text, recalls=ruled.reason == "historical")
    most = max(ruled.votes.values(), default=0.0) or 1.0
    none = opinion.shares[NONE]
    trust = min(1.0, most / _FULL)
    points = {name: value / most for name, value in ruled.votes.items() if name not in GENERIC}
    unnamed = max((value / most for name, value in ruled.votes.items() if name in GENERIC), default=0.0)
    points[ruled.type] = max(points.get(ruled.type, 0.0), _UNNAMED * unnamed) + _CHOSEN
    if ruled.first:
        points[ruled.first] = points.get(ruled.first, 0.0) + _FIRST
    score = {
        name: trust * points.get(name, 0.0)
        + _SHARE * math.log(opinion.shares.get(name, 0.0) / max(1.0 - none, 1e-9) + _LEAST)
        for name in {*points, opinion.likely}
    }
    best = max(score, key=lambda name: (score[name], name))
    share = opinion.shares.get(best, 0.0)
    if ruled.type == "threat" and best in threatened:
        return ruled
    if ruled.answers and best in VIOLENT:
        return ruled
    turned = _turned(ruled.type, best) and (most >= _FULL or ruled.plain)
    if best == ruled.type or share < _OVERRULES or turned:
        return ruled
    if (ruled.type, best) == ("missile_strike", "rocket_fire") and most >= _NAMED:
        return ruled
    if (ruled.type, best) == ("airspace_violation", "aircraft_downed") and most >= _FULL and best not in ruled.votes:
        return ruled  # jets that met in the air: no word says that one fell
    guards = ruled.type == "deployment" and any(name in VIOLENT or name in GENERIC for name in ruled.votes)
    if guards and best == "airspace_violation" and most >= _FULL and best not in ruled.votes:
        return ruled  # jets that rose because of an attack: no word says that anybody came in
    if share < _SETTLED and (best in _BY_WHAT.get(ruled.type, ()) or (ruled.plain and _of_one_sort(ruled.type, best))):
        return ruled
    return replace(
        ruled, type=best, reason=best, text=f"{best}: likelier by all words of the front ({share:.0%}); {ruled.text}"
    )


def may_be(type: str, opinion: Opinion) -> tuple[tuple[str, float], ...]:
    """What other types the words of a front taken for news of `type` are of, each with its likelihood."""
    news = 1.0 - opinion.shares[NONE] or 1.0
    shares = ((name, share / news) for name, share in opinion.shares.items() if name not in (type, NONE))
    likely = sorted((pair for pair in shares if pair[1] >= _MAY_BE), key=lambda pair: (-pair[1], pair[0]))
    return tuple((name, round(share, 3)) for name, share in likely[:_MOST_MAY_BE])


def _of_one_sort(one: str, other: str) -> bool:
    """Whether two types are told apart by who holds the ground at the end."""
    return {one, other} == {"armed_clash", "ground_incursion"}


def _turned(one: str, other: str) -> bool:
    """Whether two types point opposite ways: a report of fighting that names the truce it broke is none of a truce."""
    return {type_of(one).direction, type_of(other).direction} == {"up", "down"}


def _heard(ruled: Gist, opinion: Opinion, topics: Topics) -> Gist:
    """A text the rules left quiet, where its words are plain enough."""
    if ruled.reason not in _HEARD:
        return ruled
    doubt = _HEARD[ruled.reason]
    best = opinion.likely
    least = _OPEN.get(best, _PLAIN if best in _LOUD else _LIKELIEST)
    if opinion.shares[NONE] > DOUBT:
        if best == "cyberattack":
            return ruled
        least = max(least, _DOUBTED)
    sure = opinion.shares[best] >= _NEARLY_ALL and opinion.shares[NONE] <= 0.01
    limit = _VERY_MUCH if sure else _MUCH
    everyday = max((topics.points.get(topic, 0.0) for topic in EVERYDAY), default=0.0)
    doubted = everyday >= limit if best == "cyberattack" and not sure else everyday > limit
    if best == "bombing" and not sure and topics.points.get("accident", 0.0) >= _CIVIL_MUCH:
        doubted = True  # a furnace blew up, and nobody says that somebody did it
    if opinion.shares[NONE] > doubt or opinion.shares[best] < least or doubted:
        return ruled
    return typed(ruled, opinion)


def doubt(event: Event, ruled: Gist, opinion: Opinion, topics: Topics) -> str:
    """Why what `event` tells may be no news of ours, in words; '' where rules and words agree on it or one is sure.

    Doubted is a single report alone: a second one, or a number of dead for a further act, speaks for it."""
    none = opinion.shares[NONE]
    sort = _sort(event.type)
    share = sum(opinion.shares.get(name, 0.0) for name in _OF_SORT.get(sort, ()))
    if event.role is not Role.MAIN:
        told = event.confidence >= _OWN_WORDS or share >= _BESIDE or bool(event.killed and event.killed.best)
        return "" if told else "mentioned beside other news"
    most = max(ruled.votes.values(), default=0.0) if ruled.type else 0.0
    found = most >= _CHANCE and _sort(ruled.type) == sort
    if found and (most >= SURE_OF_IT or share >= _NEARLY_ALL or (most >= _FULL and none <= DOUBT)):
        return ""
    civil = next((topic for topic in _CIVIL if topics.points.get(topic, 0.0) >= _CIVIL_MUCH), "")
    if civil:
        return f"may be {_CIVIL[civil]}"
    if share >= _NEARLY_ALL:
        return ""
    if most >= _CHANCE and not found:
        return f"reads as {_named(ruled.type)} or as {_named(event.type)}"
    if not found:
        return f"rests on its words as a whole ({share:.0%})"
    if share < _AGREES or none > _LITTLE:
        return f"rests on one phrase (its words: {share:.0%})"
    return ""


def _sort(name: str) -> str:
    known = _SORTS.get(name)
    return _of_family(type_of(name).family) if known is None else known


def _of_family(family: str) -> str:
    return "force" if family in FORCEFUL else family  # it is surer to tell than by what


#: the sort of the types that everybody has, and the types of each sort
_SORTS = {NONE: "", **{name: _of_family(row.family) for name, row in TYPES.items()}}
_OF_SORT = {sort: [name for name in TYPES if _SORTS[name] == sort] for sort in _SORTS.values()}


def _named(name: str) -> str:
    return type_of(name).label.lower()
