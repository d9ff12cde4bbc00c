"""What a text lacks to report an act of a type, although its words fit: a side, a weapon, a reason to be news of ours.

Where the classes of single words do not tell, a mark of `marks.py` stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.patterns import COMPLETE
from monitor.events.segments import Told
from monitor.events.topics import Topics

_SIDES = frozenset({"STATE", "MILITANT", "SOLDIER", "GUNMEN"})
_WAR = frozenset(
    """DRONE MISSILE ROCKET ARTY JET SOLDIER MILITANT GUNMEN BOMB BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE
    SHELLING SHELLV CEASEFIRE ABDUCT HARDWARE CLASH ATTACK THREAT GLIDEBOMB BOMBV DOWN""".split()
)
_PARTISAN = frozenset({"strike", "attack", "threat", "unrest", "diplomatic_break", "deployment", "armed_assault"})
#: what a threat threatens with
_FORCEFUL = frozenset(
    """RETALIATE ATTACK STRIKE HIT KILL BOMBV DESTROY MISSILE ROCKET DRONE FIRE TEST NUCLEAR CLASH AIRSTRIKE SHELLV
    SEIZE CLOSE BORDERS MILITANT SOLDIER DEPLOY MENACE BOMB BOMBS ENTER HARDWARE DOWN""".split()
)
_IDLE = ("film", "tech", "sport", "game", "business", "court", "nature", "crime", "labour", "accident")
_SOFT = frozenset(
    """attack blast strike armed_assault unrest targeted_killing abduction evacuation closure withdrawal weapons_test
    bombing armed_clash ground_incursion sabotage deployment talks prisoner_exchange airstrike rocket_fire
    diplomatic_break""".split()
)
#: what is shot down in a war alone
_DOWNED = frozenset({"DRONE", "MISSILE", "ROCKET", "JET", "PLANE"})
#: one of which tells that a ship was sunk
_SINKS = frozenset(
    """ATTACK MISSILE MISSILESTRIKE DRONE DRONESTRIKE HIT BOMB BOMBS BOMBING ROCKET FIRE MILITANT GUNMEN EXPLODE BLAST
    STRIKE AIRSTRIKE SABOTAGE DESTROY SHOOT CLASH JET SEIZE ABDUCT""".split()
)
#: what flies at a target, and what it does there
_FLOWN = frozenset({"MISSILE", "ROCKET", "DRONE", "ARTY", "GLIDEBOMB", "BOMBS"})
_HARM = frozenset({"HIT", "KILL", "WOUND", "DESTROY", "LAND", "BURN", "ATTACK", "STRIKE"})
_BURST = frozenset("BLAST EXPLODE SABOTAGE ATTACK".split())
#: types of which a complete pattern has one side blame another
BLAMED = frozenset({"sabotage", "blast", "strike", "attack"})
_NAMED = frozenset("BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE SHELLING SHELLV JET BOMB".split())


def lacks(name: str, everywhere: set[str], present: Sequence[set[str]], topics: Topics, front: Sequence[Told]) -> str:
    """What the text lacks to be about `name`, or ''."""
    sides = everywhere & _SIDES
    war = everywhere & _WAR
    lines = {t.act.line for t in front if t.type == name}
    own = set().union(*(present[n] for n in lines if n < len(present))) if lines else set()
    strong = war - {"CLASH", "ATTACK", "THREAT", "DOWN"}
    calm = max((topics.points.get(t, 0.0) for t in ("nature", "labour", "accident")), default=0.0)
    idle = max((topics.points.get(t, 0.0) for t in _IDLE), default=0.0)
    dry = max((topics.points.get(t, 0.0) for t in (*_IDLE, "labour") if t != "nature"), default=0.0)
    leisure = max((topics.points.get(t, 0.0) for t in ("film", "sport", "game", "crime")), default=0.0)
    if name in BLAMED and leisure < 3 and _complete(name, front):
        return ""  # what one side says that another did is no accident, whatever burnt or was flooded
    if name == "unrest" and ({"COUPTRY", "STATE"} <= own or {"ARREST", "PERSON", "SOLDIER"} <= own) and dry < 4:
        return ""
    if name == "blast" and "AIMED" in own and own & {"KILL", "WOUND", "HIT"} and calm < 2:
        return ""
    if name == "blast" and own & {"MEANTFOR", "HEARD"} and not max(calm, leisure):
        return ""
    if name == "strike" and {"HOUSEHIT", "KILL"} <= own and not max(idle, leisure, calm):
        return ""
    if name in ("rocket_fire", "missile_strike") and "INTOSPACE" in everywhere and not own & {"KILL", "WOUND"}:
        return "space"
    if name in ("attack", "strike") and {"BYASTATE", "STATE"} <= own and not max(idle, leisure, calm):
        return ""
    if name in ("attack", "armed_assault") and {"GANGRAID", "STATE", "KILL"} <= own:
        return ""
    burst = name == "sabotage" and not own.isdisjoint(_BURST)  # then water is what came of it
    if name in _SOFT and (dry if burst else idle) >= 3 and not strong - {"SOLDIER", "CEASEFIRE", "ABDUCT", "BOMB"}:
        return "idle"
    if name == "cyberattack" and _complete(name, front):
        return "" if idle < 1 else "state"
    if name == "cyberattack":
        return "" if "STATE" in own and own & {"NATIONAL", "SOLDIER", "INFRA"} else "state"
    if name in ("attack", "armed_assault", "abduction") and "CYBER" in own | present[0] and not strong - {"SOLDIER"}:
        return "" if "STATE" in own and own & {"NATIONAL", "SOLDIER", "INFRA"} else "state"
    if name in ("closure", "evacuation"):
        near = (own | present[0]) & (_WAR | {"EXERCISE", "AIRSTRIKE"})
        if "NO_QUARREL" in everywhere and not strong - {"SOLDIER"}:
            return "no_quarrel"
        halted = own & {"BORDERS", "AIRSPACE"} or ("CLOSABLE" in own and "UNSAFE" in everywhere and idle < 2)
        if name == "closure" and "STATE" in own and halted and calm < 2:
            return ""
        led = own & {"EVACUEE"} or ("CIVIL" in own and own & {"TELL", "SEND"})
        if name == "evacuation" and "STATE" in own and led and calm < 1.5 and idle < 3:
            return ""
        if calm < 1.5 and idle < 3 and _complete(name, front):
            return ""
        return (
            ""
            if (near - {"CLASH", "THREAT"} and calm < 6) or ((len(strong) >= 2 or "AIRSPACE" in own) and calm < 2)
            else "war"
        )
    stormed = name == "unrest" and own & {"ENTER", "BURN", "TOPPLE", "SEIZE", "COUP", "BURNT"}
    if name in _PARTISAN and not stormed and topics.points.get("politics", 0.0) >= 3 and not strong - {"SOLDIER"}:
        return "politics"
    if name == "deployment" and "AID" in own and not everywhere & {"SOLDIER", "HARDWARE", "JET", "MISSILE"}:
        return "aid"
    if name == "threat" and {"WARNED_OF", "FOES"} <= own:
        return "forecast"
    if (
        name == "threat"
        and own & {"FOES", "MILITANT"}
        and "TRADE" not in everywhere
        and calm < 2
        and _complete(name, front)
    ):
        return ""
    if name == "threat" and (calm >= 2 or not own & _FORCEFUL):
        return "force"
    if name == "airspace_violation" and "CRASH" in everywhere and not everywhere & {"MISSILE", "DRONE", "BALLOON"}:
        return "accident"
    if name == "strike" and {"STATE", "HIT", "TERRAIN"} <= own and not max(idle, calm):
        return ""
    if name == "strike" and not (
        strong - {"SOLDIER"}
        or everywhere & {"KILL", "WOUND", "DESTROY", "BLAST", "EXPLODE"}
        or own & {"MILITANT", "SOLDIER"}
    ):
        return (
            "arms"
            if "STRIKE" not in own or not sides or idle >= 1.5 or topics.points.get("politics", 0.0) >= 1.5
            else ""
        )
    if name == "strike" and "LABOUR" in everywhere and not strong:
        return "labour"
    if name == "strike" and {"STRIKE", "KILL"} <= own and not max(idle, leisure):
        return ""
    if name == "talks" and "PEACETALKS" in own and sides:
        return ""
    if name == "talks":
        grave = war or everywhere & {"CEASEFIRE", "NUCLEAR", "RETALIATE", "EXERCISE", "DIPLOMAT", "FOES"}
        return "" if "STATE" in everywhere and grave else "war"
    if name == "unrest":
        return (
            ""
            if own & {"PROTEST", "SOLDIER", "POLICE", "MISSIONBLDG", "GUNMEN", "KILL", "RIOTERS"}
            and ("PEACEFUL" not in everywhere or "CLASH" in own)
            and leisure < 6
            else "violence"
        )
    if name in ("attack", "armed_assault") and "PRAYING" in own and "KILL" in own and not max(idle, leisure):
        return ""
    if name == "blast":
        return "" if war and calm < 4 and everywhere & ({"KILL", "WOUND", "BOMB", "HIT"} | strong) else "attack"
    if name == "weapons_test" and _complete(name, front) and idle < 3:
        return ""
    if name == "weapons_test":
        return (
            ""
            if (sides or "TESTED" in own)
            and own & {"MISSILE", "TESTED", "NUCLEAR", "ROCKET", "HARDWARE", "TEST"}
            and own & {"MISSILE", "TESTED", "NUCLEAR", "HARDWARE"}
            else "weapon"
        )
    if name == "withdrawal":
        led = set().union(*present[:2]) & {"SOLDIER", "HARDWARE"}  # 'leaves base', and the lead says whose
        if _complete(name, front) and idle < 3:
            return ""
        return "" if led or own & {"SOLDIER", "MILITANT", "HARDWARE", "JET", "POLICE"} else "forces"
    if name == "prisoner_exchange" and _complete(name, front) and idle < 1.5:
        return ""
    if name == "prisoner_exchange":
        return (
            ""
            if sides & {"STATE", "MILITANT", "SOLDIER"}
            and (war or everywhere & {"PRISONER", "HOSTAGE", "EXCHANGE", "SWAP"})
            else "side"
        )
    if name in ("attack", "armed_assault") and "TERROR" in own and "KILL" in own and leisure < 5:
        return ""
    if name == "armed_assault":
        if own & {"MILITANT", "BOMBING", "JET", "ROCKET"} or {"GANG", "TERRAIN", "KILL"} <= own:
            return ""
        armed = own & {"GUNMEN", "SHOOT"} or ("KILL" in own and sides - {"SOLDIER"}) or {"FIRE", "SOLDIER"} <= own
        return "" if armed and leisure < 5 and sides & {"STATE", "MILITANT", "GUNMEN"} else "crime"
    if name == "attack" and not strong - {"SOLDIER"} and (leisure >= 3 or idle >= 3):
        return "idle"
    if name == "attack":
        return "" if (own & (_SIDES - {"STATE"} | {"KILL", "WOUND"}) or strong) and leisure < 5 and sides else "arms"
    if name in ("maritime_incident", "interception") and "DRUG" in everywhere and not strong - {"SOLDIER"}:
        return "crime"
    if name == "maritime_incident" and topics.points.get("nature", 0.0) >= 3 and not strong - {"SOLDIER"}:
        return "nature"  # whales that ram a yacht
    if name == "maritime_incident" and "SANK" in own and not own & _SINKS:
        return "accident"
    if name == "maritime_incident":
        return "" if sides or own & {"ATTACK", "MISSILE", "DRONE", "HIJACK", "SABOTAGE", "BOMB"} else "side"
    shot = own & {"SHOTDEAD", "AIMED"} or (sides and own & {"FIRE", "EXPLODE"})
    if name == "targeted_killing" and shot and not max(idle, leisure):
        return ""
    if name == "targeted_killing":
        return (
            ""
            if sides and (strong or everywhere & {"BLAST", "SHOOT", "ATTACK", "STRIKE", "ASSASSINATE"}) and leisure < 6
            else "side"
        )
    if name == "sabotage" and {"SABOTAGE", "INFRA"} <= own and "STATE" in everywhere and calm < 3:
        return ""
    if name == "sabotage" and "BURSTS" in own and not own & {"SABOTAGE", "MEANT"} and not strong and sides <= {"STATE"}:
        return "accident"
    if name == "sabotage" and "MEANT" in own and own & {"INFRA", "BRIDGE", "SABOTAGE"} and dry < 3:
        return "" if own & {"INFRA", "BRIDGE", "STATE", "SEA"} else "side"
    if name == "sabotage" and {"STATE", "BRIDGE"} <= own and own & {"HIT", "DESTROY"} and not max(calm, idle):
        return ""
    if name == "armed_clash" and {"STATE", "CLASH"} <= own and "KILL" in everywhere and not max(idle, calm):
        return ""
    if name == "armed_clash" and {"STATE", "REPELLED"} <= own and not max(idle, leisure):
        return ""
    if name == "armed_clash" and "RAGED" in own and not max(idle, leisure, calm):
        return ""
    if name == "ground_incursion" and {"GROUND", "STATE"} <= own:
        return ""
    if name in ("interception", "aircraft_downed") and "DOWN" in own and own & _DOWNED and not max(idle, leisure):
        return ""
    if name in ("armed_clash", "sabotage", "ground_incursion"):
        return (
            ""
            if own & _SIDES - {"STATE"}
            or ("STATE" in own and (len(strong) >= 1 or own & {"KILL", "INFRA"} or {"BRIDGE", "BLAST"} <= own))
            else "side"
        )
    if name == "bombing" and calm >= 3 and not sides - {"STATE"} and "BOMB" not in everywhere:
        return "accident"  # a blast in a coal mine
    if own & _FLOWN and own & _HARM and leisure < 5 and idle < 3 and calm < 4:
        return ""  # missiles that kill in a town are news whoever sent them
    if name == "bombing" and {"BOMBV", "KILL"} <= own and not max(idle, calm):
        return ""
    if name == "diplomatic_break" and {"DIPLO", "DIPLOMAT", "PERSON"} <= own and not max(idle, leisure):
        return ""
    if name == "nuclear_step" and "GROW" in own and "ARSENAL" not in everywhere:
        return "power"
    if (name == "nuclear_step" and "NUCLEAR" in own) or (name == "deployment" and {"HARDWARE", "SEA"} <= own):
        return ""  # inspectors and carriers are nobody's but a state's
    return "" if sides or everywhere & _NAMED else "side"


def _complete(name: str, front: Sequence[Told]) -> bool:
    """Whether a pattern that needs no other word found an act of type `name`."""
    return any(t.type == name and (t.type, t.act.pattern) in COMPLETE for t in front)
