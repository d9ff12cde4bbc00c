"""What a text lacks to report an act of a type, although its words fit: a side, a weapon, a reason to be news of ours.

What holds for several types is told here, the test of each in `lacks_by_type.py`. Where the classes of single words do
not tell, a mark of `marks.py` stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor.events.front import DEAD, Front, falls_on_somebody, front_of
from monitor.events.lacks_by_type import LACKS, cyberattack
from monitor.events.segments import Told
from monitor.events.topics import Topics

#: of which a party's quarrel may be told
_PARTISAN = frozenset({"strike", "attack", "threat", "unrest", "diplomatic_break", "deployment", "armed_assault"})
#: of which other news is told in the same words
_SOFT = frozenset(
    """attack blast strike armed_assault unrest targeted_killing abduction evacuation closure withdrawal weapons_test
    bombing armed_clash ground_incursion sabotage deployment talks prisoner_exchange airstrike rocket_fire
    diplomatic_break""".split()
)
_ROCKETS = frozenset({"rocket_fire", "missile_strike"})
_BY_WIRE = frozenset({"attack", "armed_assault", "abduction"})
_STORMED = frozenset({"ENTER", "BURN", "TORCH", "TOPPLE", "SEIZE", "COUP", "BURNT"})
_BURST = frozenset("BLAST EXPLODE SABOTAGE ATTACK".split())
#: arms that are news whoever used them
_NAMED = frozenset("BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE SHELLING SHELLV JET BOMB AIRDEFACT".split())
#: types of which a complete pattern has one side blame another
BLAMED = frozenset({"sabotage", "blast", "strike", "attack"})


def lacks(name: str, everywhere: set[str], present: Sequence[set[str]], topics: Topics, told: Sequence[Told]) -> str:
    """What the text lacks to be about `name`, or ''."""
    front = front_of(name, everywhere, present, topics.points, told)
    if name in BLAMED and front.leisure < 3 and front.complete():
        return ""  # what one side says that another did is no accident, whatever burnt or was flooded
    clear = _CLEAR.get(name)
    if clear is not None and clear(front):
        return ""
    if name in _ROCKETS and "INTOSPACE" in everywhere and not front.own & DEAD:
        return "space"
    if name in _SOFT and _is_idle(front):
        return "idle"
    if name in _BY_WIRE and "CYBER" in front.own | front.title and not front.arms:
        return cyberattack(front)
    if name in _PARTISAN and _is_politics(front):
        return "politics"
    lack = LACKS.get(name)
    lacking = lack(front) if lack is not None else None
    if lacking is not None:
        return lacking
    return "" if falls_on_somebody(front) or front.sides or everywhere & _NAMED else "side"


def _is_idle(front: Front) -> bool:
    """'Strike at the box office': the words of another topic, and none of war."""
    burst = front.name == "sabotage" and not front.own.isdisjoint(_BURST)  # then water is what came of it
    points = front.dry if burst else front.idle
    return points >= 3 and not front.strong - {"SOLDIER", "CEASEFIRE", "ABDUCT", "BOMB"}


def _is_politics(front: Front) -> bool:
    """'Senator attacks rival over taxes'; a parliament that is stormed is more."""
    if front.points.get("politics", 0.0) < 3 or front.arms:
        return False
    return not (front.name == "unrest" and front.own & _STORMED)


def _clear_unrest(front: Front) -> bool:
    """'Officers held over coup attempt'."""
    own = front.own
    return ({"COUPTRY", "STATE"} <= own or {"ARREST", "PERSON", "SOLDIER"} <= own) and front.dry < 4


def _clear_blast(front: Front) -> bool:
    """'Bomb aimed at a convoy wounds two', 'blasts are heard over the town', 'gunfire follows an explosion'."""
    own = front.own
    if "AIMED" in own and own & {"KILL", "WOUND", "HIT"} and front.calm < 2:
        return True
    return bool(own & {"MEANTFOR", "HEARD", "SHOOT"}) and not (front.calm or front.leisure)


def _clear_strike(front: Front) -> bool:
    """'House is hit, five killed', or a state is told to have struck."""
    return ({"HOUSEHIT", "KILL"} <= front.own or {"BYASTATE", "STATE"} <= front.own) and not front.idle


def _clear_attack(front: Front) -> bool:
    """'Attack by Eritrea', 'bandits raid villages and kill nine'."""
    return ({"BYASTATE", "STATE"} <= front.own and not front.idle) or _clear_assault(front)


def _clear_assault(front: Front) -> bool:
    """'Bandits raid villages in Nigeria and kill nine'."""
    return {"GANGRAID", "STATE", "KILL"} <= front.own


_CLEAR: dict[str, Callable[[Front], bool]] = {
    "unrest": _clear_unrest,
    "blast": _clear_blast,
    "strike": _clear_strike,
    "attack": _clear_attack,
    "armed_assault": _clear_assault,
}
