"""Is the text news of ours, and of what type? One judgement over the acts of title and lead, with its reason.

An escalation needs sides as well as acts, and its own words must outweigh those of sport, film, court, crime or
accident. Where two types fit, the settled doubts decide: a ship attacked is an incident at sea whatever the weapon, a
named commander killed a targeted killing, a shoot-down that is the news an interception.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitor.events.blasts import stored
from monitor.events.headline import essay, first_told, names_an_attack, no_report
from monitor.events.lacks import BLAMED, lacks
from monitor.events.linear import pattern
from monitor.events.marks import marks
from monitor.events.patterns import COMPLETE
from monitor.events.scan import BY_RULE, CLASS_OF, Line
from monitor.events.segments import FRONT, VIOLENT, Told
from monitor.events.short_items import NO_ATTACK, NO_TERROR, SHORT, falls_short
from monitor.events.telling import ANSWERS
from monitor.events.topics import Topics
from monitor.events.votes import preferred, votes_of
from monitor.taxonomy import FIRE

#: title and lead, which tell whether a deed was one of terror
_HEADED = 3
_BLASTS = frozenset({"blast", "bombing"})
_BY_SOMEBODY = frozenset(
    """DRONE MISSILE ROCKET AIRSTRIKE DRONESTRIKE MISSILESTRIKE JET STRIKE ATTACK SABOTAGE MILITANT GUNMEN BOMBING
    GLIDEBOMB SHELLING ARTY""".split()
)
_DEEDS = frozenset({"armed_assault", "attack"})
_ARMIES = frozenset({"SOLDIER", "STATE", "MILITANT"})
#: what is struck in a war as anything else
_STRUCK = frozenset({"sport", "labour", "business"})
#: points below which nothing is certain enough, and below which a text of three sentences says too little
_SAID, _BRIEFLY_SAID = 0.95, 0.75

#: topic -> (least points, points for each unit of strength that silence)
_WEIGH: dict[str, tuple[float, float]] = {
    "sport": (5.0, 0.9),
    "film": (6.0, 1.0),
    "tech": (7.0, 1.4),
    "game": (5.0, 0.9),
    "labour": (4.0, 0.9),
    "business": (7.0, 1.8),
    "court": (7.0, 1.6),
    "crime": (7.0, 1.7),
    "accident": (7.0, 1.5),
    "nature": (7.0, 1.5),
    "space": (6.0, 1.3),
    "anniversary": (4.0, 0.8),
    "analysis": (9.0, 2.6),
    "politics": (8.0, 2.2),
    "diplomacy": (12.0, 4.0),
    "tally": (12.0, 4.0),
}
#: a headline that plainly tells of arms used counts so many times against what it befell: a match, a court, a film
_ARMED = 2.5
_UPDATE = pattern(
    r"(?i)\b(?:death toll|toll|number of (?:the )?(?:dead|killed|deaths|victims)|dead now"
    r"|now \d+|rises? to|rose to|climbs? to|climbed to"
    r"|grew to|grows to|reaches|up to \d+|updated?|more bodies|identified|suspects?|captured"
    r"|seized|held|hijacked|missing)\b"
)
#: words by which an act is only called to mind: no other word of the text makes it news
_COMMEMORATED = pattern(r"(?i)(?:years?|decades?) (?:after|since|on from)|anniver|memor|remembr|remembered")
#: words of the past that still leave a report fresh
_RECENT = frozenset({"", "last week", "in recent weeks", "days after", "earlier this week"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """The type of the main incident, or '' with the reason for silence."""

    type: str
    reason: str  #: code
    text: str  #: for a person
    recalls: bool = False  #: the main incident lies some days back: the article brings news of it
    votes: Mapping[str, float] = field(default_factory=dict)  #: points of the types that stood to choose
    first: str = ""  #: the type of what the headline tells first
    plain: bool = False  #: the headline names an attack with a weapon of war, and its dead or a side
    answers: bool = False  #: the headline tells a step of a side, and violence only as what it is taken over
    blamed: bool = False  #: headline or lead have one side blame another for the act


def gist(told: Sequence[Told], lines: Sequence[Line], topics: Topics) -> Gist:
    """What the article was written to report, if it is of ours."""
    title = lines[0].sentence.text if lines and lines[0].sentence.is_title else ""
    if silent := no_report(title, told):
        return _quiet(*silent)
    front, recalls = _front(told, lines, title, essay(title, lines, told))
    if isinstance(front, Gist):
        return front
    fresh = [t for t in told if not t.old]
    votes = votes_of(front)
    strength = sum(max((t.weight for t in front if t.rank == n), default=0.0) for n in range(FRONT))
    strength += 0.4 * min(4, len({t.rank for t in fresh if t.rank >= FRONT}))
    present = _present(lines, front, votes)
    everywhere = set().union(*present)
    armed = bool(title) and any(names_an_attack(name, front, present[0], topics) for name in votes)
    struck = any(
        t.type in FIRE and t.act.weight >= 1.0 and t.act.line < len(present) and present[t.act.line] & _ARMIES
        for t in front
    )
    if outweighed := _outweighed(topics, front, strength * _ARMED if armed else strength, struck=struck):
        return outweighed
    wanting = {name: why for name in votes if (why := _wanting(name, front, lines, title, present, everywhere, topics))}
    cast, votes = votes, {name: points for name, points in votes.items() if points > 0 and name not in wanting}
    if "undone" in wanting.values() and max(cast, key=lambda name: cast[name]) == "sabotage":
        return _quiet("accident", "nobody is thought to have done it")
    if not votes and set(wanting.values()) == {"accident"} and len(lines) <= SHORT:
        return _quiet("accident", "it came to grief by itself")
    if not votes:
        return _quiet("no_side", "no side and no weapon that would make it more than everyday news")
    best = preferred(votes, front, everywhere)
    points = votes.get(best, max(votes.values()))
    if max(strength, points) < (_BRIEFLY_SAID if len(lines) <= 3 else _SAID):
        return _quiet("weak", "nothing certain enough was said")
    first = first_told(front) if title else ""
    return Gist(
        type=best,
        reason=best,
        text=f"{best}: {points:.1f} points in title and lead",
        recalls=recalls,
        votes=votes,
        first=first,
        plain=bool(title) and names_an_attack(best, front, present[0], topics),
        answers=bool(title) and best == first and best in ANSWERS and _over_violence(front, title),
        blamed=any(
            t.rank <= 1 and t.type in BLAMED and votes.get(t.type) and (t.type, t.act.pattern) in COMPLETE
            for t in front
        ),
    )


def _over_violence(front: Sequence[Told], title: str) -> bool:
    """Whether a headline tells violence only as what a step is taken over; 'after' it, the violence may be the news."""
    violent = [t for t in front if t.rank == 0 and t.type in VIOLENT]
    return bool(violent) and all(t.after and " over " in title[: t.act.start] for t in violent)


def _quiet(reason: str, text: str) -> Gist:
    return Gist(type="", reason=reason, text=text)


def _front(
    told: Sequence[Told], lines: Sequence[Line], title: str, essay: tuple[str, str] | None
) -> tuple[Sequence[Told] | Gist, bool]:
    """The acts of title and lead that are news, and whether they lie some days back; a quiet gist where none is."""
    front = [t for t in told if t.rank < FRONT and not t.old]
    if front and (not essay or any(t.age is not None and t.age <= 2 for t in front)):
        return front, False
    if essay:
        reason, kind = essay
        return _quiet(reason, f"{kind}, with no act of the last two days in its lead"), False
    lead = title or (lines[0].sentence.text if lines else "")
    leading = [t for t in told if t.rank < FRONT]
    near = [t for t in leading if t.age is None or t.age <= 14]
    recent = any(t.rank <= 1 and (t.age is None or t.age <= 8) and t.past in _RECENT for t in near)
    if near and (recent or (_UPDATE.search(lead) and any(not t.past for t in near))):
        return near, True
    if leading and all(_COMMEMORATED.search(t.past) for t in leading):
        return _quiet("anniversary", "it only calls to mind an act of years ago"), False
    if told and all(t.old or t.past for t in told):
        return _quiet("historical", "what it tells of lies in the past"), False
    if told:
        return _quiet("historical", "title and lead tell of no act of ours, and too little of one stands below"), False
    return _quiet("modality", "what it tells of did not happen, or not yet"), False


def _present(lines: Sequence[Line], front: Sequence[Told], votes: Mapping[str, float]) -> list[set[str]]:
    """The classes of words and the marks of each line of title and lead."""
    last = max((t.act.line for t in front), default=0)
    present = []
    for line in lines[: max(FRONT, last + 1)]:
        classes = {CLASS_OF[word.symbol] for word in line.known}
        if "SHOTDEAD" in classes:
            classes |= {"SHOOT", "KILL"}
        present.append(classes | marks(line.sentence.text, votes))
    return present


def _outweighed(topics: Topics, front: Sequence[Told], strength: float, *, struck: bool) -> Gist | None:
    """Silence where the words of sport, film, courts ... outweigh those of an escalation; those of a match or a trade
    do not where arms of war of one side `struck` it."""
    for topic, points in sorted(topics.points.items(), key=lambda item: -item[1]):
        least, rate = _WEIGH[topic]
        if topic == "anniversary" and any(t.age is not None and t.age <= 2 and t.rank <= 1 for t in front):
            continue  # wreaths for those who died on Monday
        if struck and topic in _STRUCK:
            continue
        if points >= least and points > rate * strength * 1.6:
            words = ", ".join(topics.words[topic])
            return _quiet(topic, f"{topic}: {points:.0f} points ({words}) outweigh {strength:.1f} for an escalation")
    return None


def _wanting(
    name: str,
    front: Sequence[Told],
    lines: Sequence[Line],
    title: str,
    present: Sequence[set[str]],
    everywhere: set[str],
    topics: Topics,
) -> str:
    """What the front lacks that would make an act of type `name` an escalation; '' where it lacks nothing."""
    if _by_rule(name, front):
        return ""
    if why := lacks(name, everywhere, present, topics, front):
        return why
    headed = [line.sentence.text for line in lines[:_HEADED]]
    if name in _BLASTS and not everywhere & _BY_SOMEBODY and any(stored(text) for text in headed):
        return "accident"
    if name == "sabotage" and any(NO_ATTACK.search(text) for text in headed):
        return "undone"
    if name in _DEEDS and any(NO_TERROR.search(text) for text in headed):
        return "crime"
    if title and len(lines) <= SHORT:
        return falls_short(name, front, present, [line.sentence.text for line in lines])
    return ""


def _by_rule(name: str, front: Sequence[Told]) -> bool:
    """Whether a phrase of the user's own speaks for `name`."""
    return any(t.type == name and t.act.pattern.startswith(BY_RULE) for t in front)
