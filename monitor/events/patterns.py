"""What a sentence must say for an act of a type to be in it: a table of patterns over the classes of the lexicon.

A pattern reads from left to right: `DRONE ~4 *HIT` is a word of class DRONE, then at most four words, then a word of
class HIT. The star marks the words that tell of the act; place and time are looked for around them. `A|B` is either,
`?A` may be missing, `+` is a group of the table below, `#` a number, `N` a name the lexicon does not know. A gap never
crosses a semicolon, a quotation or a conjunction such as 'after' or 'which' (class BREAK).

The types in lower case are those of the taxonomy, and three that wait for their kind: `attack` (somebody was attacked,
no word yet with what), `strike` (from the air or from afar) and `blast` (something exploded).
"""

from __future__ import annotations

from dataclasses import dataclass

GROUPS: dict[str, str] = {
    "+FORCE": "SOLDIER|MILITANT|STATE|GUNMEN",
    "+SIDE": "STATE|MILITANT",
    "+HARM": "HIT|STRIKE|ATTACK|KILL|WOUND|EXPLODE|BLAST|BOMBV",
    "+FLYING": "DRONE|MISSILE|ROCKET|BALLOON|AERIAL",
    "+VICTIM": "CIVIL|SOLDIER|STATE|MILITANT|PERSON|SHIP|INFRA|EVACUEE|N",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One line of the table."""

    type: str
    pattern: str
    weight: float = 1.0  #: how surely the words mean this type; 1 is plain, below 0.6 needs company
    note: str = ""


def _p(type_: str, *patterns: str, weight: float = 1.0, note: str = "") -> tuple[Pattern, ...]:
    return tuple(Pattern(type=type_, pattern=p, weight=weight, note=note) for p in patterns)


TABLE: tuple[Pattern, ...] = (
    # ---- strikes ----
    *_p("drone_strike", "*DRONESTRIKE", weight=1.2),
    *_p(
        "drone_strike",
        "DRONE ~6 *HIT|STRIKE|ATTACK|KILL|WOUND|EXPLODE|BOMBV",
        "*HIT|ATTACK|STRIKE|KILL|WOUND ~5 WITH ~4 DRONE",
        "*KILL|WOUND ~6 DRONE",
        "*ATTACK|STRIKE ~4 DRONE",
    ),
    *_p("drone_strike", "*FIRE ~5 DRONE", "DRONE ~3 *FIRE", "*BLAST ~5 DRONE", "DRONE ~3 *BLAST", weight=0.8),
    *_p("missile_strike", "*MISSILESTRIKE", weight=1.2),
    *_p(
        "missile_strike",
        "MISSILE ~6 *HIT|STRIKE|ATTACK|KILL|WOUND|EXPLODE",
        "*HIT|ATTACK|STRIKE|KILL|WOUND ~5 WITH ~4 MISSILE",
        "*KILL|WOUND ~6 MISSILE",
        "*ATTACK|STRIKE ~4 MISSILE",
    ),
    *_p("missile_strike", "*FIRE ~6 MISSILE", "MISSILE ~4 *FIRE", "*BLAST ~5 MISSILE", weight=0.9),
    *_p("rocket_fire", "*ROCKETFIRE", weight=1.2),
    *_p(
        "rocket_fire",
        "ROCKET ~6 *HIT|STRIKE|ATTACK|KILL|WOUND|EXPLODE",
        "*HIT|ATTACK|STRIKE|KILL|WOUND ~5 WITH ~4 ROCKET",
        "*KILL|WOUND ~6 ROCKET",
        "*ATTACK|STRIKE ~4 ROCKET",
    ),
    *_p("rocket_fire", "*FIRE ~6 ROCKET", "ROCKET ~4 *FIRE", weight=0.9),
    *_p("shelling", "*SHELLING", "*SHELLV", weight=1.1),
    *_p("shelling", "ARTY ~5 *HIT|KILL|WOUND|EXPLODE|FIRE", "*FIRE|HIT|ATTACK ~5 ARTY"),
    *_p("airstrike", "*AIRSTRIKE", weight=1.2),
    *_p(
        "airstrike",
        "JET ~5 *HIT|STRIKE|ATTACK|BOMBV|KILL|FIRE",
        "*HIT|STRIKE|ATTACK|BOMBV ~5 JET",
        "+SIDE ~3 *BOMBV",
        "*BOMBV ~6 WITH ~1 +SIDE",
        "GLIDEBOMB ~4 *HIT|STRIKE|ATTACK|KILL|EXPLODE",
        "*HIT|STRIKE|ATTACK|KILL|FIRE ~5 GLIDEBOMB",
        "PLANE ~4 *BOMBV|STRIKE",
    ),
    *_p(
        "strike",
        "STATE ~3 *STRIKE",
        "*STRIKE ~2 HIT|KILL|WOUND",
        "*STRIKE ~3 +VICTIM",
        "*KILL|WOUND ~5 STRIKE",
        weight=0.8,
    ),
    *_p("strike", "+SIDE ~2 *HIT ~4 +VICTIM", weight=0.6),
    *_p("bombing", "*BOMBING", weight=1.3),
    *_p(
        "bombing",
        "BOMB ~5 *EXPLODE|KILL|WOUND|HIT|BLAST",
        "*EXPLODE|BLAST|KILL|WOUND ~6 BOMB",
        "*ATTACK ~3 WITH ~2 BOMB",
    ),
    *_p("blast", "*BLAST ~6 KILL|WOUND|HIT", "*KILL|WOUND ~6 BLAST", "*BLAST ~3 HIT", weight=0.7),
    *_p("blast", "*BLAST", weight=0.4),
    # ---- air defence ----
    *_p(
        "interception",
        "+FLYING ~6 *DOWN",
        "*DOWN ~6 +FLYING",
        "+FLYING ~1 *DOWNED",
        "*DOWNED ~3 DRONE|MISSILE|BALLOON",
        weight=1.2,
    ),
    *_p(
        "aircraft_downed",
        "PLANE|JET ~5 *DOWN",
        "*DOWN ~5 PLANE|JET",
        "*DOWNED ~2 PLANE|JET",
        "PLANE|JET ~1 *DOWNED",
        weight=1.1,
    ),
    # ---- ground ----
    *_p(
        "armed_assault",
        "GUNMEN ~6 *SHOOT|KILL|ATTACK|ENTER|WOUND",
        "*SHOOT ~6 KILL|WOUND",
        "*KILL ~5 GUNMEN",
        "*SHOOT|ATTACK ~4 GUNMEN",
        "*SHOOT ~3 CIVIL|SOLDIER",
    ),
    *_p(
        "armed_assault",
        "MILITANT ~5 *KILL|SHOOT|ATTACK ~4 CIVIL",
        "*KILL|ATTACK ~3 CIVIL ~4 MILITANT",
        "MILITANT ~4 *SHOOT",
        weight=0.9,
    ),
    *_p("armed_clash", "*CLASH ~6 +FORCE", "+FORCE ~6 *CLASH", weight=1.0),
    *_p(
        "armed_clash",
        "MILITANT ~4 *ATTACK|KILL|WOUND ~5 SOLDIER",
        "*KILL|WOUND ~5 SOLDIER ~6 MILITANT",
        "SOLDIER ~6 *KILL|WOUND ~6 MILITANT",
        "*ATTACK ~4 SOLDIER ~4 MILITANT",
        "SOLDIER|STATE ~4 *KILL ~4 MILITANT",
        "MILITANT ~3 *KILL ~5 SOLDIER|STATE",
        weight=0.8,
    ),
    *_p(
        "ground_incursion",
        "+FORCE ~5 *SEIZE|ENTER ~6 N|STATE|INFRA|SOLDIER|CLOSABLE",
        "*SEIZE ~5 WITH ~3 +FORCE",
        weight=0.8,
    ),
    *_p("abduction", "*ABDUCT"),
    *_p("abduction", "GUNMEN|MILITANT ~4 *SEIZE ~4 CIVIL|HOSTAGE|PERSON", weight=0.8),
    *_p("targeted_killing", "*ASSASSINATE", weight=1.2),
    *_p("targeted_killing", "*KILL ~4 PERSON", "PERSON ~5 *KILL", weight=0.8),
    *_p(
        "maritime_incident",
        "SHIP ~6 *SEAACT|HIT|ATTACK|SEIZE|EXPLODE|STRIKE|BLAST",
        "*SEAACT|HIT|ATTACK|SEIZE|FIRE|EXPLODE|STRIKE ~6 SHIP",
        "*SABOTAGE ~4 SHIP",
        "SHIP ~5 *SABOTAGE",
        weight=1.1,
    ),
    *_p(
        "sabotage",
        "*SABOTAGE ~6 INFRA",
        "INFRA ~6 *SABOTAGE",
        "INFRA ~4 *EXPLODE|BLAST|HIT",
        "*EXPLODE|BLAST|HIT ~5 INFRA",
        weight=0.8,
    ),
    *_p("sabotage", "*SABOTAGE", weight=0.8),
    *_p("cyberattack", "*CYBER"),
    # ---- posture ----
    *_p(
        "deployment",
        "STATE|SOLDIER ~4 *DEPLOY ~5 SOLDIER|HARDWARE|JET|MISSILE|SHIP|DRONE",
        "HARDWARE|SOLDIER|JET|SHIP ~4 *DEPLOY",
        "*DEPLOY ~4 SOLDIER|HARDWARE|JET|MISSILE",
        "*FIRE ~3 SOLDIER|HARDWARE|JET",
        weight=0.9,
    ),
    *_p(
        "military_exercise",
        "*EXERCISE ~8 STATE|SOLDIER|JET|SHIP|HARDWARE|MISSILE",
        "STATE|SOLDIER|JET|SHIP|HARDWARE ~6 *EXERCISE",
        weight=0.9,
    ),
    *_p("weapons_test", "*TEST ~5 MISSILE|NUCLEAR", "MISSILE ~4 *TEST", weight=1.1),
    *_p(
        "airspace_violation",
        "*VIOLATE|ENTER ~4 AIRSPACE",
        "AIRSPACE ~4 *VIOLATE",
        "PLANE|JET|BALLOON|DRONE|SHIP ~6 *VIOLATE",
        "*VIOLATE ~5 PLANE|JET|BALLOON|DRONE",
        weight=1.1,
    ),
    *_p("closure", "*CLOSE ~5 AIRSPACE|CLOSABLE", "AIRSPACE|CLOSABLE ~4 *CLOSE"),
    *_p("evacuation", "*EVAC ~6 EVACUEE|CIVIL|STATE", "EVACUEE|CIVIL|STATE ~5 *EVAC"),
    # ---- coercion ----
    *_p(
        "threat",
        "+SIDE|PERSON|SOLDIER|GUNMEN ~4 *THREAT ~6 RETALIATE|ATTACK|STRIKE|HIT|KILL|CLOSE",
        "*THREAT ~3 RETALIATE|ATTACK|STRIKE|HIT",
        "PERSON|STATE ~3 *THREAT",
        weight=0.7,
    ),
    *_p("sanctions", "*SANCTION ~5 STATE|IMPOSE|MILITANT", "IMPOSE|STATE ~5 *SANCTION"),
    *_p(
        "diplomatic_break",
        "*DIPLO ~5 DIPLOMAT|EVACUEE",
        "DIPLOMAT ~3 *DIPLO",
        "*CLOSE ~3 EVACUEE|DIPLOMAT",
        "*QUIT ~3 TREATY",
        "*DIPLO ~5 STATE",
        weight=0.9,
    ),
    *_p("nuclear_step", "*NUCLEAR ~6 NUCSTEP", "NUCSTEP ~6 *NUCLEAR", weight=1.0),
    # ---- unrest ----
    *_p(
        "unrest",
        "*UNREST ~8 PROTEST|SOLDIER|MISSIONBLDG|EVACUEE",
        "PROTEST ~8 *UNREST|CLASH|ENTER|HIT|KILL",
        "*UNREST",
        weight=0.7,
    ),
    # ---- the way down ----
    *_p("ceasefire", "*CEASEFIRE", weight=0.9),
    *_p("withdrawal", "+FORCE ~5 *WITHDRAW", "*WITHDRAW ~5 SOLDIER|MILITANT|HARDWARE|JET", weight=0.9),
    *_p("talks", "STATE ~6 *TALKS", "*TALKS ~6 STATE|MILITANT", weight=0.5),
    *_p("prisoner_exchange", "*EXCHANGE", weight=1.1),
    *_p("prisoner_exchange", "*RELEASE ~4 PRISONER|HOSTAGE", "PRISONER|HOSTAGE ~4 *RELEASE", "*EXCHANGE ~3 PRISONER"),
)
