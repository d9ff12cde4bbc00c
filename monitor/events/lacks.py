"""What a text lacks to report an act of a type, although its words fit: a side, a weapon, a reason to be news of ours.

Where the classes of single words do not tell, a mark is set beside them: what was blown up, whether it was meant,
whether power was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from monitor.events.blasts import aimed
from monitor.events.linear import pattern
from monitor.events.segments import Told
from monitor.events.sides.foes import at_odds
from monitor.events.topics import Topics

_SIDES = frozenset({"STATE", "MILITANT", "SOLDIER", "GUNMEN"})
_WAR = frozenset(
    """DRONE MISSILE ROCKET ARTY JET SOLDIER MILITANT GUNMEN BOMB BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE
    SHELLING SHELLV CEASEFIRE ABDUCT HARDWARE CLASH ATTACK THREAT GLIDEBOMB BOMBV DOWN""".split()
)
#: patterns that name who does it to whom so fully that nothing more is asked
_PROVEN = frozenset(
    {
        "STATE ~2 *CLOSE ~3 CLOSABLE ~4 STATE",
        "STATE ~1 *BAR ~6 AIRSPACE",
        "MILITANT|STATE *BAR ~2 SHIP ~8 SEA",
        "STATE|PERSON ~3 *THREAT STATE|MILITANT",
        "*FORCESOUT ~6 STATE",
        "STATE ~6 *FORCESOUT",
        "STATE|MILITANT ~2 *WITHDRAW ~2 IN ~2 STATE",
        "STATE|MILITANT ~2 *WITHDRAW OTHER ~1 STATE",
        "STATE *EVAC N|STATE",
        "STATE *EVAC IN STATE",
        "STATE ORDER *EVAC ~2 STATE",
        "STATE ~1 *QUIT|WITHDRAW ~3 TERRAIN",
        "TELL ~1 STATE ~2 *LEAVE ~1 STATE",
        "STATE|PERSON *GIVES STATE|MILITANT ~4 TIME",
        "STATE|PERSON ~3 *ARMTEST",
        "STATE|MILITANT ~1 *RELEASE ~2 STATE ~1 EVACUEE|CIVIL|SOLDIER|PERSON",
    }
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
_HARM = frozenset({"HIT", "KILL", "WOUND", "DESTROY", "LAND", "BURN"})
_NAMED = frozenset("BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE SHELLING SHELLV JET BOMB".split())
#: a threat whose words name no weapon and leave no doubt
_MENACE = pattern(
    r"(?i)\bnot (?:a )?bluff|\ball (?:the )?means\b|\bevery inch\b|\b(?:possible|legitimate|a) targets?\b"
    r"|\bfire and fury\b|\bultimatum\b|\bgates of hell\b|\bheavy price\b|\b(?:wipe|wiped) (?:out|off)\b"
    r"|\b(?:declare[sd]?|state of|act of|at|go to|brink of|ready for) war\b|\bred lines?\b"
    r"|\b(?:severe|grave|dire|devastating) (?:consequences|response)\b|\bcrush(?:ing)?\b|\bresponse .{0,20}\bharsh"
    r"|\bnuclear threats?\b"
    r"|\bany (?:[\w-]+ ){0,2}(?:attack|aggression|strike|incursion|invasion|intervention|provocation)"
    r"|\b(?:it|he|they|we|army|forces|troops)"
    r" will (?:strike|hit|attack|destroy|retaliate|target|sink|bomb|invade|enter|crush|flatten|fight)\b"
    r"|\b(?:will|would) (?:strike back|hit back|retaliate)\b"
    r"|\buse (?:tactical )?nuclear\b|\bfight to the end\b"
    r"|\bready (?:for|to) (?:war|battle|fight|go to war|use force|attack)\b|\bwar footing\b|\bwill burn\b"
    r"|\bor face (?:force|war|attack|military|destruction)"
)
#: what those test under whose satellites and engines the world sees missiles
_ARMS_TESTED = pattern(
    r"(?i)\b(?:north korea\w*|pyongyang|iran\w*|tehran)\b.*\b"
    r"(?:satellites?|rockets? (?:engine|launch|carr)"
    r"|(?:missile|rocket|solid[- ]fuel) engines?|attack drones?|warheads?)\b"
)
#: nuclear matters that are no power plant's
_ARSENAL = pattern(
    r"(?i)\b(?:enrich\w*|arsenal|warheads?|weapons?|nukes?|stock(?:pile)?|arms|program(?:me)?|centrifuges?|iaea|watchdog"
    r"|deterrent|plutonium)\b"
)
#: why flights to a country are halted where no strike keeps them away, nor snow
_UNSAFE = pattern(
    r"(?i)\b(?:security|safety|tensions?|conflict|unrest|war|escalation|missiles?|attacks?|hostilities)\b"
)
#: for this borders are closed, too, and that is no step against anybody
_NO_QUARREL = pattern(
    r"(?i)\b(?:virus|coronavirus|covid\S*|pandemic|epidemic|ebola|cholera|mpox|measles|polio|quarantine|lockdown"
    r"|outbreak of \w+|disease|infections?|variant|repairs?|maintenance|renovations?|roadworks|(?:engine|spare) parts"
    r"|computer (?:fault|failure|glitch)|technical (?:fault|failure|problems?))\b"
)
#: ships and planes that bring help
_AID = pattern(r"(?i)\b(?:aid|relief|humanitarian|rescue\w*|firefight\w*|food|medical|doctors)\b")
#: who is warned of and not warned: 'warns China may invade'
_WARNED_OF = pattern(
    r"\b[Ww]arn(?:s|ed|ing)? (?:that )?[A-Z][\w.’']+(?: [A-Z]\w+)?"
    r" (?:may|might|could|plans?|wants?|intends?|seeks?"
    r"|(?:is|are) (?:preparing|planning|poised|about|set|massing|building))\b"
)
#: what states warn each other about without a threat of force
_TRADE = pattern(r"(?i)\b(?:tariffs?|chips?|trade|exports?|imports?|currency|econom\w+|investment|climate)\b")
#: talks of those who are at odds, or that a third one leads
_RIVALS = pattern(
    r"(?i)\b(?:rivals?|warring|broker(?:s|ed|ing)?|mediat(?:e|es|ed|ing|ion|ors?)|stand-?off|de-?escalat(?:e|ion)"
    r"|normali[sz](?:e|es|ed|ing|ation)|restor(?:e|es|ed|ing) (?:diplomatic )?(?:ties|relations))\b"
)

#: what only one who kills for a cause is said to have done
_TERROR = pattern(r"(?i)\b(?:shooting attacks?|terror(?:ist)? (?:attacks?|shooting)|jihadist|militant)\b")
_PRAYING = pattern(
    r"(?i)\b(?:attack(?:s|ed)?|raid(?:s|ed)?) (?:on|at) (?:\w+ )?(?:mosque|church|synagogue|shrine|temple|monaster)"
)
#: a line, a pipe or a cable does not do this by itself
_MEANT = pattern(
    r"(?i)\b(?:blown up|bl[eo]ws? up|by (?:an? )?(?:explosives?|explosions?|bombs?|blasts?)"
    r"|after (?:an? )?(?:blast|explosion|bomb)"
    r"|sabotag\w*|deliberate(?:ly)?|on purpose|arson attacks?|severed|cables? cut|attacked"
    r"|suspects? .{0,40}\bcut(?:ting)?)\b"
)
_COUP = pattern(
    r"(?i)\b(?:(?:tak(?:en|es)|took) (?:over|control of) (?:the )?country|suspended the constitution"
    r"|(?:detained|arrested) the president|dissolved the government|coup|putsch|junta"
    r"|(?:seiz|tak|took|grab)\w* power|power grab|overthr[eo]w\w*|military takeover|mutin\w+)\b"
)
_SANK = pattern(r"(?i)\b(?:sinks?|sank|sunk|sinking|capsiz\w+)\b")
_OF_A_NAVY = pattern(
    r"(?i)\b(?:warships?|nav(?:y|al)|fleet|torpedo\w*|frigate|corvette|destroyer|landing ship|submarine|ram\w*)\b"
)


def _sank(text: str) -> bool:
    """Whether a ship went down that is none of a navy's: a storm will do."""
    return _SANK.search(text) is not None and _OF_A_NAVY.search(text) is None


#: what is under pressure blows up by itself
_BURSTS = pattern(r"(?i)\b(?:gas|fuel|oil|ammonia|leak\w*)\b")
#: an attack of an army that is beaten off was fought; one of terrorists that is foiled was only planned
_REPELLED = pattern(
    r"(?i)\b(?:repel|repuls|thwart|stav\w+ off|fend\w* off|fights? off|fighting off|fought off"
    r"|beat\w* (?:off|back)|h[eo]ld\w* off)"
    r"\w*(?: [\w’'-]+){0,5} (?:attacks?|assaults?|offensives?|advances?|push)\b"
)
_PLOTTED = pattern(r"(?i)\b(?:terror\w*|plots?|cyber\w*|planned|bomb(?:ing|er)?s?|militants?|suicide)\b")


def _repelled(text: str) -> bool:
    """Whether an attack that was beaten off is told, and no plot."""
    return _REPELLED.search(text) is not None and _PLOTTED.search(text) is None


#: what gangs do where they rule, and not a crime of theirs
_GANG_RAID = pattern(
    r"(?i)\bgangs?(?: members)? (?:attack|raid|storm|torch|burn|overr[ua]n|seiz)\w*"
    r"(?: \w+){0,2} (?:towns?|villages?|prisons?|police stations?|neighbou?rhoods?|homes)\b"
)
_BURNT = pattern(r"(?i)\b(?:set (?:fire to|alight|ablaze)|torch(?:es|ed|ing)?|burn(?:ed|t|ing) (?:down )?\w)")
_RAGED = pattern(
    r"(?i)\b(?:fighting|battles?|clashes) (?:is |are |was |were )?"
    r"(?:rag|erupt|resum|flar|br(?:eak|oke)|grip|engulf|report|contin|intensif|spread|under)"
    r"|\b(?:clashes|fighting|battles?) (?:kills?|leaves?|claims?)\b"
)
_GROUND = pattern(
    r"(?i)\b(?:ground|land) (?:raid|operation|offensive|invasion|assault|incursion|attack|troop|force)s?\b"
    r"|\binva(?:de|sion)"
    r"|\b(?:re)?(?:captur|tak|took|liberat|overr[ua]n)\w* (?:control of )?"
    r"(?:(?:the|key|strategic|eastern|southern) ){0,2}"
    r"(?:town|city|village|hub)\b"
    r"|\b(?:russians|israelis|ukrainians|taliban|turks|armenians|azerbaijanis|rebels) "
    r"(?:advanc|push|clos|enter|storm|captur|seiz|tak)"
)
#: where hardly anybody but armed groups attacks
_RURAL = pattern(r"(?i)\bvillag(?:es?|ers)\b")
#: offices and works that a state's cyberattack is told of
_NATIONAL = pattern(
    r"(?i)\bministry\b|\bparliament\b|\b(?:critical|national) infrastructure\b"
    r"|\brail(?:ways?)?['’]?s?\b|\bstate (?:registers?|websites?)\b"
)
_RIOTERS = pattern(
    r"(?i)\brioters\b|\briots?\b.*\b(?:dead|killed|kill|die|arrest(?:s|ed)|curfew|loot\w*)\b"
    r"|\bmobs?\b.*\b(?:torch|burn|kill|loot|attack)"
)

#: mark -> (types that ask for it, whether a sentence has it)
_MARKS: dict[str, tuple[frozenset[str], Callable[[str], object]]] = {
    "MENACE": (frozenset({"threat"}), _MENACE.search),
    "FOES": (frozenset({"talks", "threat"}), lambda text: _RIVALS.search(text) or at_odds(text)),
    "TESTED": (frozenset({"weapons_test"}), _ARMS_TESTED.search),
    "NO_QUARREL": (frozenset({"closure", "evacuation"}), _NO_QUARREL.search),
    "AID": (frozenset({"deployment"}), _AID.search),
    "TRADE": (frozenset({"threat"}), _TRADE.search),
    "WARNED_OF": (frozenset({"threat"}), _WARNED_OF.search),
    "ARSENAL": (frozenset({"nuclear_step"}), _ARSENAL.search),
    "UNSAFE": (frozenset({"closure"}), _UNSAFE.search),
    "AIMED": (frozenset({"blast", "targeted_killing"}), aimed),
    "PRAYING": (frozenset({"attack", "armed_assault"}), _PRAYING.search),
    "TERROR": (frozenset({"attack", "armed_assault"}), _TERROR.search),
    "MEANT": (frozenset({"sabotage"}), _MEANT.search),
    "COUP": (frozenset({"unrest"}), _COUP.search),
    "RAGED": (frozenset({"armed_clash"}), _RAGED.search),
    "REPELLED": (frozenset({"armed_clash"}), _repelled),
    "GANGRAID": (frozenset({"attack", "armed_assault"}), _GANG_RAID.search),
    "RURAL": (frozenset({"attack", "armed_assault"}), _RURAL.search),
    "NATIONAL": (frozenset({"cyberattack"}), _NATIONAL.search),
    "RIOTERS": (frozenset({"unrest"}), _RIOTERS.search),
    "BURNT": (frozenset({"unrest"}), _BURNT.search),
    "BURSTS": (frozenset({"sabotage"}), _BURSTS.search),
    "SANK": (frozenset({"maritime_incident"}), _sank),
    "GROUND": (frozenset({"ground_incursion"}), _GROUND.search),
}


def marks(text: str, names: Collection[str]) -> set[str]:
    """What a sentence says beside the classes of its words, as far as the types `names` ask for it."""
    return {mark for mark, (asked, has) in _MARKS.items() if not asked.isdisjoint(names) and has(text)}


def lacks(name: str, everywhere: set[str], present: Sequence[set[str]], topics: Topics, front: Sequence[Told]) -> str:
    """What the text lacks to be about `name`, or ''."""
    sides = everywhere & _SIDES
    war = everywhere & _WAR
    lines = {t.act.line for t in front if t.type == name}
    own = set().union(*(present[n] for n in lines if n < len(present))) if lines else set()
    strong = war - {"CLASH", "ATTACK", "THREAT", "DOWN"}
    calm = max((topics.points.get(t, 0.0) for t in ("nature", "labour", "accident")), default=0.0)
    idle = max((topics.points.get(t, 0.0) for t in _IDLE), default=0.0)
    if name == "blast" and "AIMED" in own and own & {"KILL", "WOUND", "HIT"} and calm < 2:
        return ""
    if name in ("attack", "armed_assault") and {"GANGRAID", "STATE", "KILL"} <= own:
        return ""
    if name in _SOFT and idle >= 3 and not strong - {"SOLDIER", "CEASEFIRE", "ABDUCT", "BOMB"}:
        return "idle"
    leisure = max((topics.points.get(t, 0.0) for t in ("film", "sport", "game", "crime")), default=0.0)
    if name == "cyberattack" and any(t.act.pattern.startswith("STATE *HIT") for t in front):
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
        if calm < 1.5 and idle < 3 and _proven(name, front):
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
        and _proven(name, front)
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
    if name == "weapons_test" and _proven(name, front) and idle < 3:
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
        if _proven(name, front) and idle < 3:
            return ""
        return "" if led or own & {"SOLDIER", "MILITANT", "HARDWARE", "JET", "POLICE"} else "forces"
    if name == "prisoner_exchange" and _proven(name, front) and idle < 1.5:
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
    if name == "sabotage" and "MEANT" in own and own & {"INFRA", "BRIDGE", "SABOTAGE"} and calm < 3 and idle < 3:
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
            if own & _SIDES - {"STATE"} or ("STATE" in own and (len(strong) >= 1 or "KILL" in own or "INFRA" in own))
            else "side"
        )
    if name == "bombing" and calm >= 3 and not sides - {"STATE"} and "BOMB" not in everywhere:
        return "accident"  # a blast in a coal mine
    if own & _FLOWN and own & _HARM and leisure < 5 and idle < 3 and calm < 4:
        return ""  # missiles that kill in a town are news whoever sent them
    if name == "bombing" and {"BOMBV", "KILL"} <= own and not max(idle, calm):
        return ""
    if name == "nuclear_step" and "GROW" in own and "ARSENAL" not in everywhere:
        return "power"
    if (name == "nuclear_step" and "NUCLEAR" in own) or (name == "deployment" and {"HARDWARE", "SEA"} <= own):
        return ""  # inspectors and carriers are nobody's but a state's
    return "" if sides or everywhere & _NAMED else "side"


def _proven(name: str, front: Sequence[Told]) -> bool:
    """Whether a pattern that needs no other word found an act of type `name`."""
    return any(t.type == name and t.act.pattern in _PROVEN for t in front)
