"""Which types two reports of one act may carry, and which never are one act."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from monitor.taxonomy import FIRE, FORCE
from monitor.types import Event

_GROUND = ("armed_assault", "armed_clash", "ground_incursion", "abduction")

#: how readily a report of the one type tells of an incident of the other: 1 the same, 0 never
_PAIRS: tuple[tuple[Iterable[str], Iterable[str], float], ...] = (
    # a mixed barrage, or one weapon called by several names
    (FIRE, FIRE, 0.8),
    # told as the attack, or as its being stopped
    (("interception",), FIRE, 0.75),
    (("bombing",), (*FIRE, "interception"), 0.45),
    # a person is killed by some weapon
    (("targeted_killing",), (*FIRE, "interception", "bombing", "armed_assault", "sabotage"), 0.7),
    (("targeted_killing",), ("armed_clash", "abduction"), 0.3),
    # at sea
    (("maritime_incident",), ("drone_strike", "missile_strike", "interception", "sabotage"), 0.7),
    (("maritime_incident",), ("airstrike", "rocket_fire", "bombing", "shelling"), 0.5),
    (("maritime_incident",), ("airspace_violation", "armed_assault", "abduction", "ground_incursion"), 0.4),
    # on the ground
    (_GROUND, _GROUND, 0.55),
    (("bombing",), ("armed_assault",), 0.6),
    (("bombing",), ("armed_clash", "ground_incursion"), 0.3),
    (("armed_clash", "ground_incursion"), ("shelling", "rocket_fire", "airstrike", "drone_strike"), 0.35),
    (("armed_assault",), ("shelling", "rocket_fire", "drone_strike", "airstrike", "missile_strike"), 0.3),
    (("unrest",), ("armed_assault", "armed_clash"), 0.5),
    # in the air
    (("aircraft_downed",), ("interception",), 0.6),
    (("aircraft_downed",), ("missile_strike", "armed_clash", "drone_strike"), 0.3),
    (("airspace_violation",), ("interception", "drone_strike", "deployment", "military_exercise"), 0.6),
    (("airspace_violation",), ("missile_strike", "weapons_test", "closure"), 0.3),
    # covert
    (("sabotage",), ("bombing",), 0.8),
    (
        ("sabotage",),
        ("drone_strike", "armed_assault", "cyberattack", "missile_strike", "airstrike", "rocket_fire", "shelling"),
        0.4,
    ),
    # shows of force
    (("weapons_test",), ("missile_strike", "military_exercise", "nuclear_step", "rocket_fire"), 0.6),
    (("military_exercise",), ("deployment",), 0.6),
    (("nuclear_step",), ("threat", "deployment", "diplomatic_break"), 0.4),
    (("deployment",), ("ground_incursion",), 0.3),
    (("evacuation",), ("withdrawal", "closure", "diplomatic_break"), 0.5),
    (("closure",), ("sanctions", "airspace_violation", "diplomatic_break"), 0.4),
    # words
    (("threat",), ("sanctions", "diplomatic_break"), 0.35),
    (("sanctions",), ("diplomatic_break",), 0.5),
    # towards peace
    (("ceasefire",), ("talks",), 0.7),
    (("ceasefire", "talks"), ("prisoner_exchange", "withdrawal"), 0.55),
    (("prisoner_exchange",), ("withdrawal", "abduction"), 0.3),
    # news of no type of ours may be the same story told with other words
    (
        ("other",),
        (*FIRE, *_GROUND, "bombing", "interception", "targeted_killing", "aircraft_downed", "sabotage", "unrest"),
        0.5,
    ),
    (
        ("other",),
        ("maritime_incident", "cyberattack", "threat", "closure", "evacuation", "sanctions", "diplomatic_break"),
        0.5,
    ),
    (("other",), ("nuclear_step", "ceasefire", "withdrawal", "talks", "prisoner_exchange", "weapons_test"), 0.5),
    (("other",), ("deployment", "military_exercise", "airspace_violation"), 0.5),
)

#: what crosses the line between force and policy in one reader's eyes or another's
_BETWEEN = frozenset({"airspace_violation", "weapons_test", "unrest", "deployment", "cyberattack"})
#: a state that lasts: its beginning, its extension and its end are one thing that changes
LASTING = frozenset({"closure", "ceasefire"})
#: both sides act; who is named first means nothing
MUTUAL = frozenset({"armed_clash", "talks", "ceasefire", "prisoner_exchange", "military_exercise", "interception"})


@cache
def compatible(a: str, b: str) -> float:
    """How readily reports of types `a` and `b` tell of one act, 0..1. A type of the user's goes with itself alone."""
    if a == b:
        return 1.0
    return max(
        (weight for left, right, weight in _PAIRS if (a in left and b in right) or (b in left and a in right)),
        default=0.0,
    )


def fits(event: Event, kind: str) -> bool:
    """Whether an incident of type `kind` may be what `event` tells of, by all types that it may be of."""
    return any(compatible(one, kind) > 0.0 for one in (event.type, *(name for name, _ in event.maybe_type)))


@cache
def lanes(kind: str) -> tuple[str, ...]:
    """The broad sort of news `kind` belongs to; types that may be one act share at least one."""
    if kind == "other":
        return ("force", "policy")
    if kind in _BETWEEN:
        return ("force", "policy")
    return ("force",) if kind in FORCE else ("policy",)


def ends(event: Event) -> bool:
    """Whether it is the end of a lasting state: a closure lifted, a truce broken off."""
    return bool(event.flags & {"ended", "collapse"}) or (event.type == "closure" and "de_escalation" in event.flags)
