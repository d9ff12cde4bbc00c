"""Of what type a plain 'strike', 'attack' or 'blast' is: by the weapons and sides beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.clauses import clause
from monitor.events.scan import CLASS_OF, Act, Line
from monitor.events.segments import FRONT, GENERIC

_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|get|gets|got) (?:\w+ly )?$")

#: what a generic act is taken for where nothing says more
FALLBACK = {"strike": "airstrike", "blast": "bombing", "attack": "armed_assault"}

#: beside whom a group is not the one that strikes
_FLIERS = frozenset({"STATE", "SOLDIER", "JET", "PLANE", "WITH"})
#: what the words near a plain 'attack', 'strike' or 'blast' make of it, first match first
_KINDS = (
    ("cyberattack", ("CYBER",)),
    ("drone_strike", ("DRONE", "DRONESTRIKE")),
    ("missile_strike", ("MISSILE", "MISSILESTRIKE")),
    ("rocket_fire", ("ROCKET", "ROCKETFIRE")),
    ("airstrike", ("AIRSTRIKE", "JET", "GLIDEBOMB", "CHEM")),
    ("shelling", ("ARTY", "SHELLING", "SHELLV")),
    ("bombing", ("BOMBING", "BOMB")),
    ("maritime_incident", ("SHIP",)),
    ("armed_assault", ("GUNMEN", "SHOOT")),
)


def kind_in(generic: str, line: Line, act: Act | None = None) -> str:
    """The kind of a generic act by the weapons of its own clause (of the whole line without an act)."""
    symbols = line.symbols
    if act is not None:
        first, last = clause(line, act.at)
        symbols = symbols[first:last]
    present = {CLASS_OF.get(s) for s in symbols}
    for name, classes in _KINDS:
        if generic == "strike" and name in ("bombing", "armed_assault", "maritime_incident"):
            continue
        if present.intersection(classes):
            return name
    if generic == "strike" and act is not None and _by_insurgents(line, act):
        return "attack"
    return generic


def kind_of(line: Line, act: Act) -> str:
    """The type of an act as its own clause tells it."""
    kind = _in_its_clause(line, act)
    return "weapons_test" if kind == "missile_strike" and _of_the_north(line) else kind


def _in_its_clause(line: Line, act: Act) -> str:
    if act.type == "airstrike" and _bombards(line, act):
        kind = kind_in("strike", line, act)
        return "shelling" if kind in GENERIC else kind
    if act.type == "airstrike" and _bombing(line, act):
        return "bombing"
    if act.type == "strike" and _under_fire(line, act):
        kind = kind_in("attack", line, act)
        return "attack" if kind == "airstrike" and _aircraft_before(line, act) else kind
    if act.type == "airstrike" and act.pattern.endswith("*HIT") and _under_fire(line, act):
        return "attack"
    if act.type == "attack" and _raided(line, act):
        return "ground_incursion"
    if act.type == "weapons_test" and _AT_SOMEBODY.match(line.sentence.text, act.start - line.sentence.start):
        return "missile_strike"
    if act.type == "ground_incursion" and _of_people(line, act):
        return "abduction"
    if act.type == "interception" and (_brought_down(line, act) or _brings_down(line, act)):
        return "aircraft_downed"
    if act.type == "targeted_killing" and _in_action(line, act):
        return "armed_clash"
    if act.type == "targeted_killing" and _told_by(line, act):
        return kind_in("attack", line, act)
    if act.type == "drone_strike" and _scouts(line):
        return "airspace_violation"
    if act.type == "aircraft_downed" and _ON_ROPES.match(line.sentence.text, act.end - line.sentence.start):
        return "maritime_incident"
    if act.type == "prisoner_exchange" and _JAIL.search(line.sentence.text) and _BROKEN_INTO.search(line.sentence.text):
        return kind_in("attack", line, act)
    if act.type == "maritime_incident" and _FORBIDDEN.search(line.sentence.text):
        return "threat"
    if act.type == "airspace_violation" and _guards(line, act):
        return "deployment"
    return kind_in(act.type, line, act) if act.type in GENERIC else act.type


def _bombards(line: Line, act: Act) -> bool:
    """Whether a group is said to bombard: it does so with rockets or guns."""
    text, at = line.sentence.text, act.start - line.sentence.start
    return text.startswith("bombard", at) and _by_insurgents(line, act) and _PASSIVE.search(text[:at]) is None


#: 'the Istanbul bombing', 'a bombing in Quetta': no word of who flew, and no 'bombing of' that an air force does
_A_BOMBING = re.compile(
    r"(?i)bombings?(?: (?:in|at|near|outside|that|which|on)\b|[,:;.]|$| (?:kill|leave|wound|injure)s?\b"
    r"| of (?:an? |the )?(?:\w+ ){0,2}?(?:bars?|pubs?|(?:night)?clubs?|caf[eé]s?|restaurants?|hotels?|bus(?:es)?"
    r"|trains?|metro|stations?|airliners?|embass(?:y|ies)|consulates?|concerts?|parades?|church(?:es)?|cathedrals?|synagogues?"
    r"|shrines?)\b)"
)
_FLOWN_BY = re.compile(
    r"(?i)\b(?:\w+(?:i|an|ish|ese|ench)|u\.?s\.?|nato|coalition|regime|government|army|military|junta|air|aerial|allied"
    r"|\w+ led)(?: \w+)? $"
)


def _bombing(line: Line, act: Act) -> bool:
    """Whether the noun 'bombing' is one by a bomb that was laid: nothing says that it came from the air."""
    text, at = line.sentence.text, act.start - line.sentence.start
    return (
        _A_BOMBING.match(text, at) is not None
        and _FLOWN_BY.search(text[:at].replace("-", " ")) is None
        and not {"JET", "PLANE", "GLIDEBOMB", "AIRSTRIKE", "STRIKE"}.intersection(
            [CLASS_OF.get(s) for s in line.symbols]
        )
    )


#: 'fires new missile at Dnipro': no test
_AT_SOMEBODY = re.compile(r"(?:[\w-]+ ){1,5}missiles? at [A-Z]")
#: 'raids Nablus', 'raided the camp': what an army does on the ground
_RAIDS = re.compile(
    r"raid(?:s|ed)? (?:(?:the|a|an|its) )?"
    r"(?:[A-Z]|(?:[\w-]+ )?(?:town|village|city|(?:refugee )?camp|neighbou?rhood)\b)"
)


def _raided(line: Line, act: Act) -> bool:
    """Whether an army raids a place, on the ground."""
    left = [CLASS_OF.get(s) for s in line.symbols[max(0, act.at - 2) : act.at]]
    return left[-1:] == ["SOLDIER"] and _RAIDS.match(line.sentence.text, act.start - line.sentence.start) is not None


#: 'seize three UN staff', 'captured the crew of the plane': people are taken, not ground
_PEOPLE = re.compile(
    r"(?i)(?:seiz|captur|round|h[eo]ld)\w*(?: [\w'’-]+){0,3}?"
    r" (?:staff|workers?|employees?|personnel|journalists?|students?"
    r"|pupils|schoolgirls|women|passengers|villagers|tourists|missionar(?:y|ies)|crew|pilots?|priests?|nuns)\b"
)


def _of_people(line: Line, act: Act) -> bool:
    """Whether people were seized."""
    return _PEOPLE.match(line.sentence.text, act.start - line.sentence.start) is not None


_UNDER_FIRE = re.compile(r"(?i)\bunder (?:fire|attack)\b")
_FAR = 100  #: letters from the word of the act


def _under_fire(line: Line, act: Act) -> bool:
    """Whether somebody came under fire, which says nothing of the air: 'a medic died when the bus came under fire'."""
    at = act.start - line.sentence.start
    return _UNDER_FIRE.search(line.sentence.text, at, at + _FAR) is not None


def _aircraft_before(line: Line, act: Act) -> bool:
    """Whether it is an aircraft that came under fire: 'a rescue helicopter came under fire'."""
    return bool({"PLANE", "JET"}.intersection([CLASS_OF.get(s) for s in line.symbols[max(0, act.at - 4) : act.at]]))


def _brought_down(line: Line, act: Act) -> bool:
    """Whether the missile is what brought an aircraft down, not what was stopped."""
    before = {CLASS_OF.get(s) for s in line.symbols[max(0, act.at - 4) : act.at]}
    after = [CLASS_OF.get(s) for s in line.symbols[act.at + 1 : act.at + 2]]
    return bool(before & {"PLANE", "JET"}) and after == ["WITH"]


_FLYING = frozenset(("DRONE", "MISSILE", "ROCKET", "BALLOON", "AERIAL"))


def _brings_down(line: Line, act: Act) -> bool:
    """Whether what was brought down is an aircraft with a crew: 'Drone brings down police helicopter'."""
    after = [CLASS_OF.get(s) for s in line.symbols[act.at + 1 : act.at + 4]]
    return bool({"PLANE", "JET"}.intersection(after)) and _FLYING.isdisjoint(after)


_FIGHTERS = (
    r"(?:militants|terrorists|insurgents|rebels|gunmen|fighters|bandits|jihadists|extremists|attackers|assailants"
    r"|guerrillas|khawarij|infiltrators)"
)
#: 'eliminated eight militants', 'ten terrorists were eliminated'
_ELIMINATES = re.compile(rf"(?i)(?:eliminat|liquidat)\w* (?:[\w-]+ ){{0,6}}?{_FIGHTERS}\b")
_ELIMINATED = re.compile(rf"(?i)\b{_FIGHTERS} (?:(?:were|have been|had been|are) )?(?:\w+ )?$")
_RANKED = re.compile(r"(?i)\b(?:commander|leader|chief|emir|head|deputy|senior|top|ringleader|kingpin)s?\b")
_ELIMINATED_CHARS = 60


def _in_action(line: Line, act: Act) -> bool:
    """Whether those 'eliminated' are fighters without name or rank: that is fighting."""
    text, at = line.sentence.text, act.start - line.sentence.start
    if text[at : at + 7].lower() not in ("elimina", "liquida") or _RANKED.search(text):
        return False
    before = text[max(0, at - _ELIMINATED_CHARS) : at]
    return _ELIMINATES.match(text, at) is not None or _ELIMINATED.search(before) is not None


#: 'two more died in hospital, the governor said'
_TELLER = re.compile(
    r"[^.;:]{0,60}?, (?:[\w.'’-]+ ){0,5}?(?:said|says|told|announced|added|confirmed|reported|wrote|stated)\b"
)


def _told_by(line: Line, act: Act) -> bool:
    """Whether the person of rank behind a word of death only tells of it."""
    person = next((w for w in line.words[act.at + 1 : act.at + 6] if CLASS_OF.get(w.symbol) == "PERSON"), None)
    if person is None or act.start > person.start:
        return False
    told = _TELLER.match(line.sentence.text, act.end - line.sentence.start)
    return told is not None and person.start - line.sentence.start < told.end()


_SCOUT = re.compile(
    r"(?i)\b(?:reconnaissance|surveillance|spy|scout|scouting|observation|unarmed)[ -]"
    r"(?:drones?|uavs?|aircraft|quadcopters?)\b"
)
#: men who 'went down ropes from helicopters' on to a ship
_ON_ROPES = re.compile(r" (?:on |by )?(?:a )?ropes?\b")
#: 'gangs free 500 inmates in assault': nobody was swapped
_JAIL = re.compile(r"(?i)\b(?:inmates|jails?|prisons?|penitentiary)\b")
_BROKEN_INTO = re.compile(r"(?i)\b(?:attack|assault|raid|storm|br(?:ea|o)k|burst|overr[au]n|blew|gunmen)")
#: 'declares Israeli ships a target', 'any ship that tried would be shot at'
_FORBIDDEN = re.compile(
    r"(?i)\bdeclar(?:e|es|ed|ing) [^.;]{0,60}\btargets?\b"
    r"|\bwould be (?:shot at|fired (?:at|upon|on)|attacked|targeted|hit)\b"
)
_ENTERED = re.compile(r"(?i)\b(?:enter|cross|violat|intru|breach|stray|intercept|incursion|its airspace|deep into)")
_HARMS = frozenset(
    "HIT KILL WOUND EXPLODE BLAST STRIKE ATTACK DESTROY CRASH BOMBV DRONESTRIKE DOWN BOMB MISSILE ROCKET".split()
)


def _scouts(line: Line) -> bool:
    """Whether a drone was only sent to look: 'sent a reconnaissance drone over Haifa'."""
    return _HARMS.isdisjoint([CLASS_OF.get(s) for s in line.symbols]) and _SCOUT.search(line.sentence.text) is not None


#: 'the North followed with ten missiles', 'N. Korea fires salvo': it has tested many, and struck nobody with one
_BY_THE_NORTH = re.compile(
    r"\b(?:North Korea|N\. ?Korea|N\.K\.|NK|DPRK|Pyongyang|[Tt]he North)(?:['’]s \w+)? (?:has |had |also |again )?"
    r"(?:fir(?:es|ed|ing)|launch(?:es|ed)|lob(?:s|bed)|shoots?|shot|sen(?:t|ds)|follow(?:s|ed))\b"
    r"|^North (?:fires|launches)\b"
)


def _of_the_north(line: Line) -> bool:
    """Whether North Korea only fires missiles, and nobody is hit."""
    hit = {"HIT", "KILL", "WOUND", "DESTROY", "DOWN"}
    return (
        hit.isdisjoint(CLASS_OF.get(s) for s in line.symbols) and _BY_THE_NORTH.search(line.sentence.text) is not None
    )


def _guards(line: Line, act: Act) -> bool:
    """Whether jets rise because of an attack elsewhere: 'Poland scrambles jets as Russia strikes western Ukraine'."""
    text, at = line.sentence.text, act.start - line.sentence.start
    scrambled = text[at : at + 7].lower() == "scrambl"
    return scrambled and not _HARMS.isdisjoint(CLASS_OF.get(s) for s in line.symbols) and not _ENTERED.search(text)


def _classes(lines: Sequence[Line]) -> list[set[str]]:
    """The classes of the words that each line has."""
    return [{CLASS_OF[word.symbol] for word in line.known} for line in lines]


def only_seen(lines: Sequence[Line]) -> bool:
    """Whether title and lead have drones seen or circling, and tell of nothing that they or anybody else did."""
    front = _classes(lines[:FRONT])
    return any({"DRONE", "SIGHTED"} <= classes for classes in front) and _HARMS.isdisjoint(set().union(*front))


def _by_insurgents(line: Line, act: Act) -> bool:
    """Whether who strikes is a group, which has no air force: its strike is an attack."""
    left = [CLASS_OF[s] for s in line.symbols[max(0, act.at - 3) : act.at] if s in CLASS_OF]
    return "MILITANT" in left and not _FLIERS.intersection(left)


#: 'whoever stays will be executed', 'all bases are within reach', 'gave settlers two weeks to go'
_MENACED = re.compile(
    r"(?i)\b(?:would|will|shall) (?:be |have to be )?(?:\w+ly )?"
    r"(?:target|attack|str(?:ike|uck)|hit|kill|execut|sho[ot]t?|destroy|punish|burn|bomb)(?:s|ed)?\b"
    r"|\bwithin (?:easy |our |its |their |the )?(?:reach|range)\b"
    r"|\b(?:gives?|gave|given) [^.;]{3,60} (?:hours|days|weeks?) to (?:go|leave|get out|quit|be gone)\b"
)


def only_menaced(lines: Sequence[Line]) -> bool:
    """Whether title and lead tell only what will or would be done to somebody."""
    return any(_MENACED.search(line.sentence.text) for line in lines[:FRONT])


def _by_guns(lines: Sequence[Line]) -> bool:
    """Whether title and lead only tell of a bombardment, and the text of guns and of no aircraft."""
    if not any("bombard" in line.sentence.text.lower() for line in lines[:FRONT]):
        return False
    classes = set().union(*_classes(lines[:8]))
    return bool(classes & {"ARTY", "SHELLING", "SHELLV"}) and classes.isdisjoint(
        {"AIRSTRIKE", "JET", "PLANE", "GLIDEBOMB"}
    )


def only_crashed(lines: Sequence[Line]) -> bool:
    """Whether title and lead have a plane come down, and tell of nothing that it struck."""
    front = _classes(lines[:FRONT])
    fell = any("CRASH" in classes and classes & {"PLANE", "JET"} for classes in front[:2])
    return fell and set().union(*front).isdisjoint({"AIRSTRIKE", "STRIKE", "BOMBV", "BOMB", "KILL"})


def resolved(main_type: str, lines: Sequence[Line]) -> str:
    """A generic main type made definite by title and lead, else by what such words mean most often."""
    if main_type == "airstrike" and _by_guns(lines):
        return "shelling"
    if main_type not in GENERIC:
        return main_type
    for line in lines[: 8 if main_type == "attack" else 3]:
        kind = kind_in(main_type, line)
        if kind != main_type:
            return kind
    if main_type == "attack":
        sides = {CLASS_OF[word.symbol] for line in lines[:FRONT] for word in line.known}
        if "MILITANT" in sides and "SOLDIER" in sides:
            return "armed_clash"
        if sides & {"STATE", "SOLDIER"} and not sides & {"GUNMEN", "SHOOT", "KILL", "WOUND", "POLICE", "CIVIL"}:
            return "armed_clash"
        return "armed_assault"
    return FALLBACK[main_type]
