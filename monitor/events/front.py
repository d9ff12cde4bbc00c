"""Title and lead, as they are asked whether they report an act of one type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from monitor.events.patterns import COMPLETE
from monitor.events.segments import Told

SIDES = frozenset({"STATE", "MILITANT", "SOLDIER", "GUNMEN"})
SOLDIER = frozenset({"SOLDIER"})
DEAD = frozenset({"KILL", "WOUND"})
WAR = frozenset(
    """DRONE MISSILE ROCKET ARTY JET SOLDIER MILITANT GUNMEN BOMB BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE
    SHELLING SHELLV CEASEFIRE ABDUCT HARDWARE CLASH ATTACK THREAT GLIDEBOMB BOMBV DOWN""".split()
)
#: words of war that alone do not make one
_MILD = frozenset({"CLASH", "ATTACK", "THREAT", "DOWN"})
#: topics that are none of ours; those in which nobody means harm; those in which water does none; those of leisure
_IDLE = ("film", "tech", "sport", "game", "business", "court", "nature", "crime", "labour", "accident")
_CALM = ("nature", "labour", "accident")
_DRY = tuple(topic for topic in _IDLE if topic != "nature")
_LEISURE = ("film", "sport", "game", "crime")
#: what flies at a target, and what it does there
_FLOWN = frozenset({"MISSILE", "ROCKET", "DRONE", "ARTY", "GLIDEBOMB", "BOMBS"})
_HARM = frozenset({"HIT", "KILL", "WOUND", "DESTROY", "LAND", "BURN", "ATTACK", "STRIKE", "EXPLODE", "RAZE", "TORCH"})


class Front(msgspec.Struct, frozen=True, gc=False):
    """Title and lead, as they are asked about one type."""

    name: str
    told: Sequence[Told]
    points: Mapping[str, float]  #: of topics
    title: set[str]  #: classes and marks of the first line
    lead: set[str]  #: of the first two
    everywhere: set[str]
    own: set[str]  #: of the lines that tell an act of this type
    sides: set[str]
    war: set[str]
    strong: set[str]  #: words of war without the milder ones
    calm: float  #: points of the strongest topic without a foe
    idle: float  #: of the strongest that is none of ours; nought where there is none at all
    dry: float
    leisure: float

    @property
    def arms(self) -> set[str]:
        """What speaks of war besides soldiers."""
        return self.strong - SOLDIER

    def complete(self) -> bool:
        """Whether a pattern that needs no other word found an act of this type."""
        return any(t.type == self.name and (t.type, t.act.pattern) in COMPLETE for t in self.told)


def front_of(
    name: str,
    everywhere: set[str],
    present: Sequence[set[str]],
    points: Mapping[str, float],
    told: Sequence[Told],
) -> Front:
    lines = {t.act.line for t in told if t.type == name}
    war = everywhere & WAR
    return Front(
        name=name,
        told=told,
        points=points,
        title=present[0],
        lead=set().union(*present[:2]),
        everywhere=everywhere,
        own=set().union(*(present[n] for n in lines if n < len(present))) if lines else set(),
        sides=everywhere & SIDES,
        war=war,
        strong=war - _MILD,
        calm=_most(points, _CALM),
        idle=_most(points, _IDLE),
        dry=_most(points, _DRY),
        leisure=_most(points, _LEISURE),
    )


def _most(points: Mapping[str, float], topics: Iterable[str]) -> float:
    return max((points[topic] for topic in topics if topic in points), default=0.0)


def falls_on_somebody(front: Front) -> bool:
    """Whether missiles kill in a town: news whoever sent them."""
    harm = front.own & _HARM or ("FIRE" in front.own and front.everywhere & DEAD)
    struck = front.own & _FLOWN and harm
    return bool(struck) and front.leisure < 5 and front.idle < 3 and front.calm < 4
