"""What a sentence must say for an act of a type to be in it: a table of patterns over the classes of the lexicon.

A pattern reads from left to right: `DRONE ~4 *HIT` is a word of class DRONE, then at most four words, then a word of
class HIT. The star marks the words that tell of the act; place and time are looked for around them. A gap never crosses
a semicolon or a conjunction such as 'after' or 'which' (class BREAK); `=4` is a gap that may cross one, `-4` a gap
without anyone speaking, without a number and without 'by' or 'with'. `A|B` is either, `$` the end of the sentence, `+`
a group of the table below, `#` a number, `N` a name the lexicon does not know.

The types in lower case are those of the taxonomy, and three that wait for their kind: `attack` (somebody was attacked,
no word yet with what), `strike` (from the air or from afar) and `blast` (something exploded).
"""

from __future__ import annotations

from dataclasses import dataclass

GROUPS: dict[str, str] = {
    "+BOMB": "BOMB|BOMBS",
    "+FORCE": "SOLDIER|POLICE|MILITANT|STATE|GUNMEN",
    "+SIDE": "STATE|MILITANT",
    "+HARM": "HIT|LAND|STRIKE|ATTACK|KILL|WOUND|EXPLODE|BLAST|BOMBV",
    "+THREATENED": "RETALIATE|ATTACK|STRIKE|HIT|KILL|CLOSE|TEST|FIRE|SEIZE|CLASH|BOMBV|DESTROY|SHELLV",
    "+FLYING": "DRONE|MISSILE|ROCKET|BALLOON|AERIAL",
    "+VICTIM": "CIVIL|SOLDIER|POLICE|STATE|MILITANT|PERSON|SHIP|INFRA|EVACUEE|N",
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
        "DRONE ~6 *HIT|LAND|STRIKE|ATTACK|KILL|WOUND|EXPLODE|BOMBV|CRASH",
        "*HIT|ATTACK|STRIKE|KILL|WOUND ~5 WITH ~4 DRONE",
        "*KILL|WOUND ~6 DRONE",
        "*ATTACK|STRIKE ~4 DRONE",
        "DRONE ~3 *DESTROY ~2 N|+FORCE|INFRA|HARDWARE|PLANE|JET|SHIP",
    ),
    *_p("drone_strike", "*FIRE|SEND ~5 DRONE", "DRONE ~3 *FIRE", "*BLAST ~5 DRONE", "DRONE ~3 *BLAST", weight=0.8),
    *_p("missile_strike", "*MISSILESTRIKE", weight=1.2),
    *_p(
        "missile_strike",
        "MISSILE ~6 *HIT|LAND|STRIKE|ATTACK|KILL|WOUND|EXPLODE|CRASH|DESTROY",
        "*HIT|ATTACK|STRIKE|KILL|WOUND|DESTROY ~5 WITH ~4 MISSILE",
        "*KILL|WOUND ~6 MISSILE",
        "*ATTACK|STRIKE ~4 MISSILE",
    ),
    *_p("missile_strike", "*FIRE|SEND ~6 MISSILE", "MISSILE ~4 *FIRE", weight=0.9),
    *_p("missile_strike", "*BLAST ~5 MISSILE", "MISSILE ~3 *BLAST", weight=0.9),
    *_p("rocket_fire", "*ROCKETFIRE", weight=1.2),
    *_p(
        "rocket_fire",
        "ROCKET ~6 *HIT|LAND|STRIKE|ATTACK|KILL|WOUND|EXPLODE|CRASH|DESTROY",
        "*HIT|ATTACK|STRIKE|KILL|WOUND ~5 WITH ~4 ROCKET",
        "*KILL|WOUND ~6 ROCKET",
        "*ATTACK|STRIKE ~4 ROCKET",
    ),
    *_p("rocket_fire", "*FIRE|SEND ~6 ROCKET", "ROCKET ~4 *FIRE", "*BLAST ~4 ROCKET", weight=0.9),
    *_p("shelling", "*SHELLING", "*SHELLV", weight=1.1),
    *_p("shelling", "ARTY ~5 *HIT|LAND|KILL|WOUND|EXPLODE|FIRE|DESTROY|CRASH", "*FIRE|HIT|ATTACK|KILL|WOUND ~5 ARTY"),
    *_p("airstrike", "*AIRSTRIKE", weight=1.2),
    *_p(
        "airstrike",
        "JET|PLANE ~5 *STRIKE|ATTACK|BOMBV|DESTROY",
        "JET ~5 *HIT|KILL|FIRE",
        "*HIT|STRIKE|ATTACK|BOMBV|DESTROY ~4 WITH ~2 JET|PLANE",
        "+SIDE ~3 *BOMBV",
        "*BOMBV ~6 WITH ~1 +SIDE",
        "GLIDEBOMB ~4 *HIT|LAND|STRIKE|ATTACK|KILL|EXPLODE|DESTROY",
        "*HIT|STRIKE|ATTACK|KILL|FIRE ~5 GLIDEBOMB",
        "JET ~3 *BLAST",
    ),
    *_p("airstrike", "*STRIKE|HIT|DESTROY|BOMBV ~8 N ~1 JET", weight=0.5),
    *_p(
        "strike",
        "STATE ~3 *STRIKE",
        "*STRIKE ~2 HIT|KILL|WOUND|DESTROY",
        "*STRIKE ~3 +VICTIM",
        "*KILL|WOUND ~5 STRIKE",
        "*STRIKE ~10 KILL|WOUND",
        weight=0.8,
    ),
    *_p("strike", "STATE ~2 *HIT|DESTROY -4 +VICTIM", "MILITANT ~3 *HIT|DESTROY WITH ~2 STATE|STRIKE", weight=0.6),
    *_p(
        "strike",
        "*HIT|ATTACK|KILL|STRIKE ~4 CHEM",
        "CHEM ~5 *ATTACK|HIT|KILL|STRIKE|FIRE",
        "PLANE|JET ~6 CHEM",
        weight=1.0,
    ),
    *_p("bombing", "*BOMBING", weight=1.2),
    *_p(
        "bombing",
        "+BOMB ~9 *EXPLODE|LAND|KILL|WOUND|HIT|BLAST|ATTACK",
        "*EXPLODE|BLAST|KILL|WOUND|DESTROY ~6 +BOMB",
        "*ATTACK ~3 WITH ~2 +BOMB",
        "*FIRE|HIT ~2 +BOMB",
    ),
    *_p(
        "blast",
        "*BLAST ~6 KILL|WOUND|HIT|DESTROY",
        "*KILL|WOUND ~6 BLAST",
        "*BLAST ~3 HIT",
        "*EXPLODE ~5 KILL|WOUND",
        weight=0.7,
    ),
    *_p("bombing", "*KILL|WOUND =10 +BOMB|BOMBING", weight=0.9),
    *_p("airstrike", "STATE ~2 BOMBS ~3 *HIT|LAND|KILL|WOUND|DESTROY", "*KILL|WOUND =8 STATE ~1 BOMBS", weight=1.05),
    *_p(
        "airstrike",
        "*DROP ~4 GLIDEBOMB|BOMBS",
        "JET|PLANE ~4 *DROP",
        "+SIDE ~1 *BOMBS ~4 +FORCE|N|INFRA|CLOSABLE",
        weight=0.9,
    ),
    *_p("bombing", "*BOMBV ~1 KILL|WOUND|LEAVE", weight=0.8),
    *_p("strike", "*HIT =12 KILL|WOUND", "*KILL|WOUND =12 HIT", weight=0.5),
    *_p("blast", "*BLAST ~4 # ~1 KILL", "*KILL|WOUND =10 BLAST", weight=0.8),
    *_p("blast", "*BLAST", weight=0.4),
    *_p("attack", "*ATTACK", weight=0.4),
    # ---- air defence ----
    *_p(
        "interception",
        "+FLYING ~6 *DOWN",
        "*DOWN ~6 +FLYING",
        "+FLYING ~1 *DOWNED",
        "*DOWNED ~3 DRONE|MISSILE|BALLOON|AERIAL",
        weight=1.2,
    ),
    *_p(
        "interception",
        "+FLYING ~3 *DESTROY ~1 AT|WITH|BREAK|COMMA|STOP|$",
        "*DOWN ~4 AIRSTRIKE|MISSILESTRIKE|DRONESTRIKE",
        "+SIDE|SOLDIER|POLICE ~2 *DESTROY ~3 DRONE|MISSILE|ROCKET|BALLOON",
        weight=1.1,
    ),
    *_p("aircraft_downed", "PLANE|JET -5 *DOWN", "*DOWN -5 PLANE|JET", "*DOWNED -2 PLANE|JET", weight=1.1),
    *_p("aircraft_downed", "*DOWN ~3 N ~1 PLANE", weight=0.9),
    # ---- ground ----
    *_p(
        "armed_assault",
        "GUNMEN ~6 *SHOOT|KILL|ATTACK|ENTER|WOUND|HIT",
        "*SHOOT ~6 KILL|WOUND",
        "*KILL|WOUND ~5 GUNMEN",
        "*SHOOT|ATTACK ~4 GUNMEN",
        "*SHOOT ~3 CIVIL|SOLDIER|POLICE",
        "*KILL|WOUND ~5 SHOOT",
    ),
    *_p(
        "armed_assault",
        "MILITANT ~5 *KILL|SHOOT|ATTACK ~4 CIVIL",
        "*KILL|ATTACK ~3 CIVIL ~4 MILITANT",
        "MILITANT ~4 *SHOOT",
        "CIVIL ~5 *KILL ~5 MILITANT|GUNMEN",
        "*SHOOT ~4 MILITANT",
        weight=0.9,
    ),
    *_p("armed_clash", "*CLASH ~6 +FORCE", "+FORCE ~6 *CLASH", weight=1.0),
    *_p(
        "armed_clash",
        "MILITANT ~4 *ATTACK|KILL|WOUND ~5 SOLDIER|POLICE",
        "*KILL|WOUND ~5 SOLDIER|POLICE ~6 MILITANT",
        "SOLDIER|POLICE ~6 *KILL|WOUND ~6 MILITANT",
        "*ATTACK ~4 SOLDIER|POLICE ~4 MILITANT",
        "SOLDIER|POLICE|STATE ~4 *KILL ~4 MILITANT",
        "MILITANT ~3 *KILL ~5 SOLDIER|POLICE",
        "MILITANT ~4 *ATTACK ~3 MILITANT|STATE",
        "SOLDIER|POLICE ~4 *KILL ~4 ATTACK",
        "*DOWN ~3 ATTACK",
        weight=0.8,
    ),
    *_p(
        "attack",
        "*ATTACK ~4 +VICTIM",
        "+SIDE|GUNMEN ~3 *ATTACK",
        "*ATTACK ~3 KILL|WOUND|HIT",
        "*KILL|WOUND ~6 ATTACK",
        "N ~1 *ATTACK",
        weight=0.7,
    ),
    *_p(
        "ground_incursion",
        "+FORCE ~5 *SEIZE|ENTER ~6 N|STATE|INFRA|CLOSABLE",
        "*SEIZE ~5 WITH ~3 +FORCE",
        "N ~4 *SEIZE ~2 MILITANT",
        "N ~3 *SEIZE WITH ~2 +FORCE",
        weight=0.8,
    ),
    *_p(
        "ground_incursion",
        "+FORCE ~5 *SEIZE ~4 MILITANT|TERRAIN",
        "STATE|SOLDIER|MILITANT ~4 *SEIZE ~8 STATE|SOLDIER|MILITANT",
        "*SEIZE ~3 TERRAIN ~6 +FORCE",
        "TERRAIN ~4 *SEIZE WITH ~3 +FORCE",
        "TERRAIN ~4 *SEIZE ~3 +FORCE",
        weight=0.8,
    ),
    *_p("armed_assault", "SHOOT ~12 *KILL|WOUND", "*KILL|WOUND =8 GUNMEN", weight=0.9),
    *_p("armed_clash", "*KILL|WOUND =9 CLASH", "SOLDIER|POLICE =8 *KILL =8 MILITANT", weight=0.8),
    *_p("armed_assault", "GUNMEN ~16 *SHOTDEAD|SHOOT", "CIVIL ~2 *SHOTDEAD", "*SHOTDEAD ~4 CIVIL|SOLDIER", weight=0.9),
    *_p("abduction", "*ABDUCT"),
    *_p("abduction", "FLY ~6 *HOSTAGE", "MILITANT|GUNMEN ~2 *SEAACT", weight=0.9),
    *_p("abduction", "GUNMEN|MILITANT ~7 *SEIZE ~4 CIVIL|HOSTAGE|PERSON", weight=0.8),
    *_p("abduction", "CIVIL|N|OTHER ~2 *FLY WITH ~1 MILITANT|GUNMEN", weight=0.9),
    *_p("targeted_killing", "*ASSASSINATE", weight=1.2),
    *_p(
        "targeted_killing",
        "*KILL -4 PERSON",
        "PERSON -6 *KILL",
        "*ATTACK|BOMBING|BLAST|STRIKE|AIRSTRIKE|DRONESTRIKE ~4 KILL -4 PERSON",
        weight=0.8,
    ),
    *_p(
        "maritime_incident",
        "SHIP ~6 *SEAACT|HIT|ATTACK|SEIZE|EXPLODE|STRIKE|BLAST|CRASH|DESTROY",
        "*SEAACT|HIT|ATTACK|SEIZE|FIRE|EXPLODE|STRIKE|DESTROY|KILL|WOUND ~6 SHIP",
        "*SABOTAGE ~4 SHIP",
        "SHIP ~5 *SABOTAGE",
        "SHIP ~6 *KILL|WOUND",
        weight=1.1,
    ),
    *_p("maritime_incident", "*CLASH|HIT|ATTACK|KILL|WOUND|FIRE|SEIZE|BLAST ~8 SEA", weight=0.7),
    *_p(
        "sabotage",
        "*SABOTAGE ~6 INFRA",
        "INFRA ~6 *SABOTAGE",
        "*EXPLODE|BLAST|HIT|DESTROY|BOMBV ~5 INFRA",
        "INFRA ~4 *EXPLODE|BLAST|HIT|DESTROY",
        weight=0.7,
    ),
    *_p(
        "sabotage",
        "*EXPLODE|HIT|BLAST|ATTACK|DESTROY =9 UNDERWATER",
        "UNDERWATER ~6 *EXPLODE|HIT|BLAST|ATTACK|DESTROY",
        weight=1.0,
    ),
    *_p("blast", "+SIDE ~4 *EXPLODE ~5 BRIDGE|INFRA|N|SOLDIER", "*BLAST|EXPLODE ~4 BRIDGE", weight=0.8),
    *_p("drone_strike", "DRONE =2 *HIT|STRIKE|KILL|WOUND|EXPLODE", weight=0.9),
    *_p("missile_strike", "MISSILE =2 *HIT|STRIKE|KILL|WOUND|EXPLODE|LAND", weight=0.9),
    *_p("rocket_fire", "ROCKET =2 *HIT|STRIKE|KILL|WOUND|EXPLODE|LAND", weight=0.9),
    *_p("strike", "N *STRIKE", weight=0.6),
    *_p("sabotage", "*SABOTAGE", weight=0.9),
    *_p("cyberattack", "*CYBER", weight=0.9),
    # ---- posture ----
    *_p(
        "deployment",
        "STATE|SOLDIER|POLICE|MILITANT ~4 *DEPLOY ~5 SOLDIER|POLICE|HARDWARE|JET|MISSILE|SHIP|DRONE",
        "HARDWARE|SOLDIER|POLICE|JET|SHIP ~4 *DEPLOY",
        "*DEPLOY ~4 SOLDIER|POLICE|HARDWARE|JET|MISSILE",
        "*FIRE|SEND ~3 HARDWARE|JET",
        weight=0.7,
    ),
    *_p(
        "deployment",
        "STATE ~4 *SEND|MOVE|DEPLOY ~7 SHIP|HARDWARE|SOLDIER|JET|MISSILE ~8 TOWARD|SEA|AT",
        "STATE ~4 *SEND|MOVE|DEPLOY ~7 SHIP|HARDWARE|SOLDIER|JET ~8 STATE",
        "*DEPLOY ~7 SHIP|HARDWARE|SOLDIER|JET",
        weight=1.1,
    ),
    *_p("deployment", "+FORCE ~4 *SETUP ~5 SOLDIER|POLICE", "SOLDIER|POLICE ~6 *SETUP", weight=0.9),
    *_p(
        "military_exercise",
        "*EXERCISE ~8 STATE|SOLDIER|POLICE|JET|SHIP|HARDWARE|MISSILE",
        "STATE|SOLDIER|POLICE|JET|SHIP|HARDWARE ~6 *EXERCISE",
        weight=0.9,
    ),
    *_p(
        "weapons_test",
        "*TEST ~5 MISSILE|NUCLEAR",
        "MISSILE ~4 *TEST",
        "STATE ~2 *FIRE ~4 MISSILE|BALLOON ~4 SEA",
        weight=1.1,
    ),
    *_p(
        "airspace_violation",
        "*VIOLATE|ENTER ~4 AIRSPACE",
        "AIRSPACE ~4 *VIOLATE",
        "PLANE|JET|BALLOON|DRONE|SHIP ~6 *VIOLATE",
        "*VIOLATE ~5 PLANE|JET|BALLOON|DRONE",
        "PLANE|JET|BALLOON|DRONE ~4 *CROSS|ENTER ~4 CLOSABLE|AIRSPACE|STATE",
        weight=1.1,
    ),
    *_p("closure", "*CLOSE ~5 AIRSPACE", "AIRSPACE ~4 *CLOSE", weight=1.2),
    *_p("closure", "*CLOSE ~5 AIRSPACE|CLOSABLE", "AIRSPACE|CLOSABLE ~4 *CLOSE"),
    *_p("closure", "*REOPEN ~4 AIRSPACE|CLOSABLE", "AIRSPACE|CLOSABLE ~3 *REOPEN", weight=0.8),
    *_p(
        "evacuation",
        "TELL|ORDER|WILL|THREAT ~5 EVACUEE|CIVIL|STATE ~3 *LEAVE",
        "EVACUEE|CIVIL ~3 TELL|ORDER ~3 *LEAVE",
        weight=1.0,
    ),
    *_p("deployment", "*ORDER ~5 HARDWARE|SHIP", weight=0.9),
    *_p("withdrawal", "SOLDIER|HARDWARE ~3 *LEAVE ~3 STATE", weight=0.9),
    *_p(
        "evacuation",
        "TELL|SEND|SAY|MIGHT|STATE ~4 EVACUEE|CIVIL ~6 *LEAVE|WITHDRAW|QUIT",
        "*LEAVE|WITHDRAW|QUIT =8 TELL|SAY|SEND ~2 EVACUEE|CIVIL",
        weight=1.1,
    ),
    *_p("evacuation", "*EVAC ~6 EVACUEE|CIVIL|STATE", "EVACUEE|CIVIL|STATE ~5 *EVAC", "*FLY ~4 EVACUEE ~2 OUT"),
    # ---- coercion ----
    *_p(
        "threat",
        "+SIDE|PERSON|SOLDIER|POLICE|GUNMEN ~4 *THREAT|PROMISE ~6 +THREATENED",
        "*THREAT ~3 RETALIATE|ATTACK|STRIKE|HIT|DESTROY",
        weight=0.9,
    ),
    *_p("threat", "PERSON|+SIDE ~3 *THREAT", weight=0.7),
    *_p("threat", "PERSON|+SIDE =9 *THREAT", weight=0.6),
    *_p("sanctions", "*SANCTION ~5 STATE|IMPOSE|MILITANT", "IMPOSE|STATE ~5 *SANCTION", weight=0.9),
    *_p(
        "diplomatic_break",
        "*DIPLO -5 DIPLOMAT|EVACUEE",
        "DIPLOMAT -3 *DIPLO",
        "STATE ~3 *DIPLO ~2 WITH ~1 STATE",
        "STATE ~3 *DIPLO ~4 STATE ~2 DIPLOMAT",
        "STATE ~1 EVACUEE -3 *DIPLO",
        "*CLOSE ~3 DIPLOMAT",
        "*CLOSE ~2 EVACUEE",
        "*QUIT ~3 TREATY",
        weight=0.9,
    ),
    *_p("nuclear_step", "*NUCLEAR ~6 NUCSTEP", "NUCSTEP ~6 *NUCLEAR", "*NUCDOC", weight=1.0),
    # ---- unrest ----
    *_p(
        "unrest",
        "*UNREST ~8 PROTEST|SOLDIER|POLICE|MISSIONBLDG|EVACUEE",
        "PROTEST ~8 *UNREST|CLASH|ENTER|ATTACK",
        "*CLASH ~8 PROTEST",
        "*ENTER|ATTACK|HIT ~10 WITH ~2 PROTEST",
        weight=1.1,
    ),
    *_p("unrest", "*UNREST", weight=0.8),
    *_p(
        "unrest",
        "EVACUEE|DIPLOMAT|MISSIONBLDG ~5 *BURN|ENTER ~6 PROTEST",
        "PROTEST ~8 *BURN ~4 EVACUEE|MISSIONBLDG|POLICE",
        "SOLDIER|MILITANT ~6 *TOPPLE",
        "*TOPPLE ~5 PERSON|NATIONAL|STATE",
        "PERSON ~6 *TOPPLE",
        weight=1.0,
    ),
    *_p("unrest", "CIVIL|PROTEST ~3 *CLASH ~3 CIVIL|PROTEST|SOLDIER|POLICE", "CIVIL|PROTEST ~3 *CLASH", weight=1.05),
    # ---- the way down ----
    *_p(
        "ceasefire",
        "*CEASEFIRE ~5 TRUCEACT|BREAK|IMPOSE",
        "TRUCEACT|IMPOSE ~4 *CEASEFIRE",
        "STATE ~5 *CEASEFIRE",
        weight=1.0,
    ),
    *_p("ceasefire", "*CEASEFIRE", weight=0.6),
    *_p("withdrawal", "+FORCE ~5 *WITHDRAW", "*WITHDRAW ~5 SOLDIER|POLICE|MILITANT|HARDWARE|JET", weight=0.9),
    *_p("deployment", "HARDWARE|SHIP|JET ~3 *MOVE", weight=0.7),
    *_p(
        "talks", "STATE|MILITANT ~5 *TALKS ~5 STATE|MILITANT", "*TALKS ~2 STATE|MILITANT ~4 STATE|MILITANT", weight=0.8
    ),
    *_p("strike", "*HIT -3 MILITANT", weight=0.6),
    *_p("ground_incursion", "MILITANT|SOLDIER =2 *ENTER|SEIZE ~2 N", weight=0.8),
    *_p("talks", "*PEACETALKS", weight=1.0),
    *_p("talks", "STATE|MILITANT|PERSON ~6 *TALKS", "*TALKS ~6 STATE|MILITANT|PERSON", weight=0.6),
    *_p("prisoner_exchange", "*EXCHANGE", weight=1.1),
    *_p(
        "prisoner_exchange",
        "*RELEASE|SWAP ~8 PRISONER|HOSTAGE|ABDUCT",
        "PRISONER|HOSTAGE ~4 *RELEASE|SWAP",
        "HOSTAGE|PRISONER =10 *RELEASE",
        "GANG|GUNMEN|MILITANT ~2 *RELEASE ~6 HOSTAGE|CIVIL",
        "*EXCHANGE ~3 PRISONER",
        "*RELEASE ~8 SWAP",
    ),
)
