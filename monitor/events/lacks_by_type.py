"""What an act of each type lacks: a word for it, '' where it lacks nothing, None where what holds for all decides."""

from __future__ import annotations

from collections.abc import Callable

from monitor.events.front import DEAD, SIDES, SOLDIER, WAR, Front, falls_on_somebody

#: what a threat threatens with
_FORCEFUL = frozenset(
    """RETALIATE ATTACK STRIKE HIT KILL BOMBV DESTROY MISSILE ROCKET DRONE FIRE TEST NUCLEAR CLASH AIRSTRIKE SHELLV
    SEIZE CLOSE BORDERS MILITANT SOLDIER DEPLOY MENACE BOMB BOMBS ENTER HARDWARE DOWN""".split()
)
#: what is shot down in a war alone
_DOWNED = frozenset({"DRONE", "MISSILE", "ROCKET", "JET", "PLANE"})
#: one of which tells that a ship was sunk
_SINKS = frozenset(
    """ATTACK MISSILE MISSILESTRIKE DRONE DRONESTRIKE HIT BOMB BOMBS BOMBING ROCKET FIRE MILITANT GUNMEN EXPLODE BLAST
    STRIKE AIRSTRIKE SABOTAGE DESTROY SHOOT CLASH JET SEIZE ABDUCT""".split()
)


def cyberattack(front: Front) -> str:
    """A state and what is a nation's: 'Iranian hackers in Albania's power grid'."""
    if front.name == "cyberattack" and front.complete():
        return "" if front.idle < 1 else "state"
    return "" if "STATE" in front.own and front.own & {"NATIONAL", "SOLDIER", "INFRA"} else "state"


def _closure(front: Front) -> str:
    """'Poland shuts its border crossings', and not a runway under snow."""
    if "NO_QUARREL" in front.everywhere and not front.arms:
        return "no_quarrel"
    own = front.own
    halted = own & {"BORDERS", "AIRSPACE"} or ("CLOSABLE" in own and "UNSAFE" in front.everywhere and front.idle < 2)
    if "STATE" in own and halted and front.calm < 2:
        return ""
    return _for_war(front)


def _evacuation(front: Front) -> str:
    """'France tells its citizens to leave', and not a town under water."""
    if "NO_QUARREL" in front.everywhere and not front.arms:
        return "no_quarrel"
    own = front.own
    led = own & {"EVACUEE"} or ("CIVIL" in own and own & {"TELL", "SEND"})
    if "STATE" in own and led and front.calm < 1.5 and front.idle < 3:
        return ""
    return _for_war(front)


def _for_war(front: Front) -> str:
    """Whether a war is why something is closed or left."""
    if front.calm < 1.5 and front.idle < 3 and front.complete():
        return ""
    near = (front.own | front.title) & (WAR | {"EXERCISE", "AIRSTRIKE"})
    if near - {"CLASH", "THREAT"} and front.calm < 6:
        return ""
    return "" if (len(front.strong) >= 2 or "AIRSPACE" in front.own) and front.calm < 2 else "war"


def _deployment(front: Front) -> str | None:
    """'Troops bring aid' is none; carriers are nobody's but a state's."""
    if "AID" in front.own and not front.everywhere & {"SOLDIER", "HARDWARE", "JET", "MISSILE"}:
        return "aid"
    return "" if {"HARDWARE", "SEA"} <= front.own else None


def _threat(front: Front) -> str | None:
    """A foe or a force to threaten with: 'Iran vows to hit back'."""
    own = front.own
    if {"WARNED_OF", "FOES"} <= own:
        return "forecast"
    foes = own & {"FOES", "MILITANT"} and "TRADE" not in front.everywhere
    if foes and front.calm < 2 and front.complete():
        return ""
    return "force" if front.calm >= 2 or not own & _FORCEFUL else None


def _airspace_violation(front: Front) -> str | None:
    """A plane that crashed has only come down."""
    crashed = "CRASH" in front.everywhere and not front.everywhere & {"MISSILE", "DRONE", "BALLOON"}
    return "accident" if crashed else None


def _strike(front: Front) -> str | None:
    """Arms, or what they did: a strike may be one of workers."""
    own = front.own
    if {"STATE", "HIT", "TERRAIN"} <= own and not front.idle:
        return ""
    harmed = front.everywhere & {"KILL", "WOUND", "DESTROY", "BLAST", "EXPLODE"}
    if not (front.arms or harmed or own & {"MILITANT", "SOLDIER"}):
        idle = front.idle >= 1.5 or front.points.get("politics", 0.0) >= 1.5
        return "arms" if "STRIKE" not in own or not front.sides or idle else ""
    if "LABOUR" in front.everywhere and not front.strong:
        return "labour"
    return "" if {"STRIKE", "KILL"} <= own and not front.idle else None


def _talks(front: Front) -> str:
    """'Kyiv and Moscow to hold peace talks', and not talks on fish."""
    if "PEACETALKS" in front.own and front.sides:
        return ""
    grave = front.war or front.everywhere & {"CEASEFIRE", "NUCLEAR", "RETALIATE", "EXERCISE", "DIPLOMAT", "FOES"}
    return "" if "STATE" in front.everywhere and grave else "war"


def _unrest(front: Front) -> str:
    """'Police fire on protesters', and not a march without a clash."""
    crowd = front.own & {"PROTEST", "SOLDIER", "POLICE", "MISSIONBLDG", "GUNMEN", "KILL", "RIOTERS"}
    violent = "PEACEFUL" not in front.everywhere or "CLASH" in front.own
    return "" if crowd and violent and front.leisure < 6 else "violence"


def _blast(front: Front) -> str:
    """'Blast kills three soldiers', and not one in a boiler room."""
    harm = front.everywhere & (front.strong | {"KILL", "WOUND", "BOMB", "HIT"})
    return "" if front.war and front.calm < 4 and harm else "attack"


def _weapons_test(front: Front) -> str:
    """'North Korea fires a missile into the sea'."""
    if front.complete() and front.idle < 3:
        return ""
    armed = front.own & {"MISSILE", "TESTED", "NUCLEAR", "HARDWARE"}
    return "" if armed and (front.sides or "TESTED" in front.own) else "weapon"


def _withdrawal(front: Front) -> str:
    """Forces that leave: 'the last French soldiers leave Niger'."""
    if front.complete() and front.idle < 3:
        return ""
    led = front.lead & {"SOLDIER", "HARDWARE"}  # 'leaves base', and the lead says whose
    return "" if led or front.own & {"SOLDIER", "MILITANT", "HARDWARE", "JET", "POLICE"} else "forces"


def _prisoner_exchange(front: Front) -> str:
    """'Russia and Ukraine swap 150 prisoners'."""
    if front.idle < 1.5 and front.complete():
        return ""
    freed = front.war or front.everywhere & {"PRISONER", "HOSTAGE", "EXCHANGE", "SWAP"}
    return "" if front.sides & {"STATE", "MILITANT", "SOLDIER"} and freed else "side"


def _prayed_or_terror(front: Front) -> bool:
    """'Worshippers killed at prayer', 'terrorists kill nine'."""
    if "KILL" not in front.own:
        return False
    return ("PRAYING" in front.own and not front.idle) or ("TERROR" in front.own and front.leisure < 5)


def _armed_assault(front: Front) -> str:
    """Gunmen of more than a street: 'gunmen kill six in a Pakistani village'."""
    own, sides = front.own, front.sides
    if _prayed_or_terror(front):
        return ""
    if own & {"MILITANT", "BOMBING", "JET", "ROCKET"} or {"GANG", "TERRAIN", "KILL"} <= own:
        return ""
    armed = own & {"GUNMEN", "SHOOT"} or ("KILL" in own and sides - SOLDIER) or {"FIRE", "SOLDIER"} <= own
    return "" if armed and front.leisure < 5 and sides & {"STATE", "MILITANT", "GUNMEN"} else "crime"


def _attack(front: Front) -> str:
    """'Militants attack an army post', and not a shark or a critic."""
    if _prayed_or_terror(front):
        return ""
    if front.idle >= 3 and not front.arms:
        return "idle"
    harm = front.own & (SIDES - {"STATE"} | DEAD) or front.strong
    return "" if harm and front.leisure < 5 and front.sides else "arms"


def _maritime_incident(front: Front) -> str:
    """'Houthis hit a tanker', and not a wreck, a catch of drugs or a whale."""
    own = front.own
    if "DRUG" in front.everywhere and not front.arms:
        return "crime"
    if front.points.get("nature", 0.0) >= 3 and not front.arms:
        return "nature"  # whales that ram a yacht
    if "SANK" in own and not own & _SINKS:
        return "accident"
    return "" if front.sides or own & {"ATTACK", "MISSILE", "DRONE", "HIJACK", "SABOTAGE", "BOMB"} else "side"


def _interception(front: Front) -> str | None:
    """'Navy intercepts a boat with cocaine' is none."""
    return "crime" if "DRUG" in front.everywhere and not front.arms else _aircraft_downed(front)


def _aircraft_downed(front: Front) -> str | None:
    """'Drone shot down over the border'."""
    return "" if "DOWN" in front.own and front.own & _DOWNED and not front.idle else None


def _targeted_killing(front: Front) -> str:
    """'Commander shot dead outside his house'."""
    shot = front.own & {"SHOTDEAD", "AIMED"} or (front.sides and front.own & {"FIRE", "EXPLODE"})
    if shot and not front.idle:
        return ""
    how = front.strong or front.everywhere & {"BLAST", "SHOOT", "ATTACK", "STRIKE", "ASSASSINATE"}
    return "" if front.sides and how and front.leisure < 6 else "side"


def _sabotage(front: Front) -> str:
    """'Saboteurs cut a cable', and not a pipe that bursts."""
    own = front.own
    if {"SABOTAGE", "INFRA"} <= own and "STATE" in front.everywhere and front.calm < 3:
        return ""
    if "BURSTS" in own and not own & {"SABOTAGE", "MEANT"} and not front.strong and front.sides <= {"STATE"}:
        return "accident"
    if "MEANT" in own and own & {"INFRA", "BRIDGE", "SABOTAGE"} and front.dry < 3:
        return "" if own & {"INFRA", "BRIDGE", "STATE", "SEA"} else "side"
    hit = {"STATE", "BRIDGE"} <= own and own & {"HIT", "DESTROY"}
    return "" if hit and not front.idle else _fought(front)


def _armed_clash(front: Front) -> str:
    """'Armenia says clash kills two', 'attack on Benin's border repelled', 'fighting raged'."""
    own = front.own
    if {"STATE", "CLASH"} <= own and "KILL" in front.everywhere and not front.idle:
        return ""
    if ({"STATE", "REPELLED"} <= own or "RAGED" in own) and not front.idle:
        return ""
    return _fought(front)


def _ground_incursion(front: Front) -> str:
    """'Rwandan troops cross the border'."""
    return "" if {"GROUND", "STATE"} <= front.own else _fought(front)


def _fought(front: Front) -> str:
    """Fighters of a side, or a state beside arms, the dead or a wrecked line of supply."""
    own = front.own
    if own & SIDES - {"STATE"}:
        return ""
    by_state = front.strong or own & {"KILL", "INFRA"} or {"BRIDGE", "BLAST"} <= own
    return "" if "STATE" in own and by_state else "side"


def _bombing(front: Front) -> str | None:
    """A blast in a coal mine is none."""
    if front.calm >= 3 and not front.sides - {"STATE"} and "BOMB" not in front.everywhere:
        return "accident"
    return "" if {"BOMBV", "KILL"} <= front.own and not front.idle else None


def _diplomatic_break(front: Front) -> str | None:
    """'Envoy expelled' needs no name of a state."""
    return "" if {"DIPLO", "DIPLOMAT", "PERSON"} <= front.own and not front.idle else None


def _nuclear_step(front: Front) -> str | None:
    """Inspectors are nobody's but a state's; a plant that grows only makes power."""
    if "GROW" in front.own and "ARSENAL" not in front.everywhere and not falls_on_somebody(front):
        return "power"
    return "" if "NUCLEAR" in front.own else None


def _military_exercise(front: Front) -> str | None:
    """'Three killed as aircraft crashes during exercise'."""
    return "accident" if "CRASH" in front.own and front.own & {"KILL", "WOUND"} else None


LACKS: dict[str, Callable[[Front], str | None]] = {
    "aircraft_downed": _aircraft_downed,
    "airspace_violation": _airspace_violation,
    "armed_assault": _armed_assault,
    "armed_clash": _armed_clash,
    "attack": _attack,
    "blast": _blast,
    "bombing": _bombing,
    "closure": _closure,
    "cyberattack": cyberattack,
    "deployment": _deployment,
    "diplomatic_break": _diplomatic_break,
    "evacuation": _evacuation,
    "ground_incursion": _ground_incursion,
    "interception": _interception,
    "maritime_incident": _maritime_incident,
    "military_exercise": _military_exercise,
    "nuclear_step": _nuclear_step,
    "prisoner_exchange": _prisoner_exchange,
    "sabotage": _sabotage,
    "strike": _strike,
    "talks": _talks,
    "targeted_killing": _targeted_killing,
    "threat": _threat,
    "unrest": _unrest,
    "weapons_test": _weapons_test,
    "withdrawal": _withdrawal,
}
