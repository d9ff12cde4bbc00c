"""The escalation types: what each covers, its codes elsewhere, how grave it is and which way it points.

A noun, like those of `types`: reading, identity, alerting and the page all speak of types, so the table lies below
them all. Codes: PLOVER (event and mode), CAMEO (2015 pattern dictionary; 176, 1951 and 1952 only in the later
release), ACLED (sub-event). `base` is severity on a 0-10 scale: the codebooks' own scales cannot rank attacks
(Goldstein puts all of CAMEO 193-195 at -10), so it is ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationType:
    """One row of the table."""

    name: str
    label: str  #: as a headline says it
    family: str  #: strike | air_defence | ground | sea | cyber | posture | coercion | de_escalation | other
    covers: str  #: what counts
    base: float  #: severity before any circumstance, 0..10
    direction: str  #: up | down | either
    plover: str
    cameo: str
    acled: str


def _t(
    name: str, label: str, family: str, base: float, direction: str, plover: str, cameo: str, acled: str, covers: str
) -> EscalationType:
    return EscalationType(
        name=name,
        label=label,
        family=family,
        covers=covers,
        base=base,
        direction=direction,
        plover=plover,
        cameo=cameo,
        acled=acled,
    )


_HEAVY = "Shelling/artillery/missile attack"
_ROWS = (
    _t("airstrike", "Air strike", "strike", 7.5, "up", "ASSAULT aerial", "195 (1951)", "Air/drone strike",
       "bombs or missiles from crewed aircraft, or an air strike whose platform is not said"),
    _t("drone_strike", "Drone strike", "strike", 7, "up", "ASSAULT drone", "195 (1952)", "Air/drone strike",
       "an attack by armed or one-way drones that was carried out, whether it hit or not"),
    _t("missile_strike", "Missile strike", "strike", 8, "up", "ASSAULT heavy-weapons", "194; 195 if air-launched",
       _HEAVY, "ballistic, cruise or other guided missiles fired at a target"),
    _t("rocket_fire", "Rocket fire", "strike", 6.5, "up", "ASSAULT heavy-weapons", "194", _HEAVY,
       "unguided rockets or mortars"),
    _t("shelling", "Shelling", "strike", 5.5, "up", "ASSAULT heavy-weapons", "194", _HEAVY, "artillery or tank fire"),
    _t("interception", "Interception", "air_defence", 5, "up", "none", "none (nearest 190, 194, 195)",
       "Disrupted weapons use",
       "uncrewed aircraft, missiles, rockets or balloons stopped by air defence or fighters, where that is the news"),
    _t("aircraft_downed", "Aircraft shot down", "air_defence", 8, "up", "ASSAULT heavy-weapons", "190",
       f"{_HEAVY}; Armed clash", "a crewed aircraft shot down"),
    _t("bombing", "Bombing", "strike", 6.5, "up", "ASSAULT explosives, suicide-attack", "183, 1831-1833",
       "Remote explosive/landmine/IED; Suicide bomb; Grenade",
       "a planted or carried explosive: roadside bomb, car bomb, suicide vest, booby-trapped device"),
    _t("armed_assault", "Armed assault", "ground", 6.5, "up", "ASSAULT firearms", "180, 202",
       "Violence against civilians: Attack", "gunmen attack people or a place that does not fight back at first"),
    _t("armed_clash", "Armed clash", "ground", 6, "up", "ASSAULT firearms", "190, 193", "Armed clash",
       "ground fighting between armed sides: firefight, ambush, border skirmish"),
    _t("ground_incursion", "Ground incursion", "ground", 7.5, "up", "COERCE seize", "192",
       "Government regains territory; Non-state actor overtakes territory",
       "forces enter or seize the other side's ground"),
    _t("targeted_killing", "Targeted killing", "strike", 7.5, "up", "ASSAULT targeted", "185, 186",
       "Attack, or by weapon", "a named or ranked person deliberately killed or attacked, whatever the weapon"),
    _t("maritime_incident", "Incident at sea", "sea", 6.5, "up", "COERCE seize; ASSAULT abduct, destroy",
       "171, 1711, 181, 190", "by weapon; seizure: Strategic developments",
       "a ship attacked, seized, rammed, boarded or harassed"),
    _t("abduction", "Abduction", "ground", 5.5, "up", "ASSAULT abduct", "181", "Abduction/forced disappearance",
       "hostages taken, soldiers or foreigners seized"),
    _t("sabotage", "Sabotage", "strike", 6, "up", "ASSAULT destroy", "1712",
       "Looting/property destruction; Remote explosive/landmine/IED",
       "covert damage to infrastructure: pipeline, cable, dam, railway"),
    _t("cyberattack", "Cyberattack", "cyber", 5, "up", "COERCE cyber", "(176)", "not coded",
       "an attack on computers or networks"),
    _t("deployment", "Deployment", "posture", 5, "up", "MOBILIZE troops, weapons", "152, 154",
       "Change to group/activity; Headquarters or base established",
       "forces, ships, aircraft or missiles moved in or mobilised"),
    _t("military_exercise", "Military exercise", "posture", 3.5, "either", "MOBILIZE (one state), COOPERATE (joint)",
       "150, 152", "Change to group/activity; Other", "drills and manoeuvres"),
    _t("weapons_test", "Weapons test", "posture", 4.5, "up", "MOBILIZE weapons", "150", "Other",
       "a test or show launch"),
    _t("airspace_violation", "Violation of airspace or waters", "posture", 5, "up", "MOBILIZE", "150",
       "Change to group/activity", "aircraft, drones, balloons or ships cross a line, without an attack"),
    _t("closure", "Closure", "posture", 5, "up", "COERCE restrict", "172, 160", "Other, or not coded",
       "airspace, border, strait or port closed; flights suspended (a reopening points down)"),
    _t("evacuation", "Evacuation", "posture", 4.5, "up", "SANCTION withdraw", "161", "not coded",
       "citizens, diplomats or residents told to leave, or taken out"),
    _t("threat", "Threat", "coercion", 4, "up", "THREATEN violence, territory", "138, 1381-1385, 139", "not coded",
       "a threat, ultimatum or warning of attack (base 6 where it names weapons of mass destruction)"),
    _t("sanctions", "Sanctions", "coercion", 3.5, "up", "SANCTION discontinue", "163", "not coded",
       "sanctions, embargo, asset freeze, export ban"),
    _t("diplomatic_break", "Diplomatic break", "coercion", 3.5, "up", "SANCTION expel, withdraw", "161, 164, 166",
       "not coded", "expulsion, recall, ties cut, embassy closed, treaty left"),
    _t("nuclear_step", "Nuclear step", "posture", 6, "up", "MOBILIZE weapons", "150, 155", "not coded",
       "enrichment, inspection, doctrine: a step on nuclear arms"),
    _t("unrest", "Unrest", "ground", 4, "up", "PROTEST riot", "145", "Violent demonstration; Mob violence",
       "violent protest, storming of an embassy, riot, coup"),
    _t("ceasefire", "Ceasefire", "de_escalation", 5, "down", "AGREE; RETREAT ceasefire", "0356, 0871", "Agreement",
       "a truce or one-sided halt agreed, extended or broken off as an agreement (its collapse points up)"),
    _t("withdrawal", "Withdrawal", "de_escalation", 4, "down", "RETREAT withdraw; a promise: CONCEDE",
       "087, 0873, 0874", "Change to group/activity; Non-violent transfer of territory",
       "forces leave, a mission ends or is cut"),
    _t("talks", "Talks", "de_escalation", 3, "down", "CONSULT, AGREE", "036, 045, 046", "Agreement; Other",
       "talks, mediation, an agreement short of a truce"),
    _t("prisoner_exchange", "Prisoner exchange", "de_escalation", 3, "down", "RETREAT release", "0841",
       "Agreement; Other", "prisoners or hostages freed or swapped"),
)

#: what `--accept-all` opens where no type is recognised; no type of ours
OTHER = _t("other", "Other news", "other", 1, "either", "none", "none", "none", "news of no escalation type")

TYPES: Mapping[str, EscalationType] = MappingProxyType({row.name: row for row in _ROWS})


def _of(families: Collection[str]) -> frozenset[str]:
    return frozenset(row.name for row in _ROWS if row.family in families)


#: families of acts of force
FORCEFUL = frozenset({"strike", "air_defence", "ground", "sea"})
#: acts of force: told with a place and a toll, done at one spot
FORCE = _of(FORCEFUL)
#: ... with weapons that hit from afar
FIRE = frozenset({"airstrike", "drone_strike", "missile_strike", "rocket_fire", "shelling"})
#: steps of states: acts of words, of paper or of posture, which last or are taken up again and which hit nobody
STEPS = _of(("posture", "coercion", "de_escalation")) - {"weapons_test", "airspace_violation"}


_own: dict[str, EscalationType] = {}


def know(types: Iterable[EscalationType]) -> None:
    """Make types of the user's own known to the whole process, instead of those it knew before."""
    fresh = {row.name: row for row in types}
    _own.clear()
    _own.update(fresh)


def names() -> tuple[str, ...]:
    """Every type an incident may have: ours, the user's own, and 'other'."""
    return (*TYPES, *_own, OTHER.name)


def type_of(name: str) -> EscalationType:
    """The row for `name`, ours or the user's own; an unknown name gives `OTHER`."""
    return TYPES.get(name) or _own.get(name) or OTHER
