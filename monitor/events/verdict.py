"""Is the text news of ours, and of what type? One judgement over the acts of title and lead, with its reason.

An escalation needs sides as well as acts, and its own words must outweigh those of sport, film, court, crime or
accident. Where two types fit, the settled doubts decide: a ship attacked is an incident at sea whatever the weapon, a
named commander killed a targeted killing, a shoot-down that is the news an interception.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitor.events.blasts import aimed, stored
from monitor.events.kinds import FALLBACK
from monitor.events.linear import pattern
from monitor.events.scan import BY_RULE, CLASS_OF, Line
from monitor.events.segments import FRONT, GENERIC, Told
from monitor.events.short_items import NO_TERROR, SHORT, falls_short
from monitor.events.sides.foes import at_odds
from monitor.events.topics import Topics

#: title and lead, which tell whether a deed was one of terror
_HEADED = 3
_BLASTS = frozenset({"blast", "bombing"})
_BY_SOMEBODY = frozenset(
    """DRONE MISSILE ROCKET AIRSTRIKE DRONESTRIKE MISSILESTRIKE JET STRIKE ATTACK SABOTAGE MILITANT GUNMEN BOMBING
    GLIDEBOMB SHELLING ARTY""".split()
)
_DEEDS = frozenset({"armed_assault", "attack"})

_SIDES = frozenset({"STATE", "MILITANT", "SOLDIER", "GUNMEN"})
_WAR = frozenset(
    """DRONE MISSILE ROCKET ARTY JET SOLDIER MILITANT GUNMEN BOMB BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE
    SHELLING SHELLV CEASEFIRE ABDUCT HARDWARE CLASH ATTACK THREAT GLIDEBOMB BOMBV DOWN""".split()
)
_BARRAGE = frozenset({"drone_strike", "missile_strike", "rocket_fire", "airstrike", "shelling", "bombing", *GENERIC})

#: topic -> (least points, points for each unit of strength that silence)
_WEIGH: dict[str, tuple[float, float]] = {
    "sport": (5.0, 0.9),
    "film": (6.0, 1.0),
    "tech": (7.0, 1.4),
    "game": (5.0, 0.9),
    "labour": (4.0, 0.9),
    "business": (7.0, 1.8),
    "court": (7.0, 1.6),
    "crime": (7.0, 1.7),
    "accident": (7.0, 1.5),
    "nature": (7.0, 1.5),
    "space": (6.0, 1.3),
    "anniversary": (4.0, 0.8),
    "analysis": (9.0, 2.6),
    "politics": (8.0, 2.2),
    "diplomacy": (12.0, 4.0),
    "tally": (12.0, 4.0),
}
_ESSAY = pattern(
    r"(?i)^(?:inside|analysis|opinion|explainer|explained|commentary|comment|editorial|interview|why"
    r"|how|who|podcast|the guardian view"
    r"|fact[- ]check|timeline|profile|factbox|q&a|letters?|review|exclusive: (?:why|how)|watch"
    r"|in pictures|the big picture|the week)\b"
    r"|:\s+(?:why|how|lessons?|what .{0,60}(?:mean|means|meant|say|says|tell|tells)\b)"
    r"|\bexplained\b|\bmeant to say\b|\bwhat (?:it|this|that) means\b"
    r"|\breview\s*[–|-]|\bin (?:\d+ )?pictures\b|\bphoto essay\b|\branked!?$|\|\s*letters?$"
    r"|\brights group finds\b|\|\s*(?:opinion|analysis|editorial)|\btakeaways?\b"
    r"|\bsay (?:experts|analysts)\b|\b(?:experts|analysts) say\b|\bin memory of\b"
    r"|^what\b.{0,80}\b(?:tells?|means?|says?|shows?|reveals?)\b|\bthings to know\b|\bbiograph(?:er|y)\b|:\s+inside\b"
    r"|\b(?-i:by [A-Z]\w+ [A-Z]\w+ [–-])|\blessons (?:of|from)\b|\?$"
    r"|\banalysis:|\b(?:say|says|warn) (?:experts|analysts|observers|scholars)$|^(?:experts|analysts):"
    r"|^all the |^the day (?:the |that |when )?[a-z]|\breport (?:says|finds)\b|\bthink tank (?:says|finds)\b"
    r"|\b(?:study|survey|probe|investigation|data) (?:finds?|shows?)\b|\b(?:attacks|violence|deaths|piracy) up\b"
    r"|\bup \d+ ?(?:pc|per ?cent|%)|\bmore than \d+ attacks\b|\bopens? (?:an? )?new (?:phase|chapter)\b"
    r"|^(?-i:Can|Could|Should|Would|Will|Is|Are|Does|Do|Did|Has|Have) "
    r"|^the (?:risks?|limits?|perils?|dangers?|case|meaning|logic|roots?|future|cost|price|art|myth|making|story"
    r"|strange|real|hidden|problem) (?:of|for|against|with|behind|story)\b"
)
#: what a desk sets before a text that is no report
_RUBRIC = re.compile(
    r"(?:ANALYSIS|OPINION|COMMENT(?:ARY)?|EXPLAINER|EDITORIAL|INTERVIEW|FEATURE|PROFILE|BACKGROUNDER)\b"
    r"|(?i:executive summary)\b"
)
#: a title that looks back at an act, on its day years later
_MEMORY = pattern(
    r"(?i)\b(?:anniversary|in memory of|(?:one|two|three|four|five|ten|\d+) years? (?:on|since|later|after)"
    r"|an? year (?:on|since)|decades? (?:on|since|later|after)|tributes?|homage|honou?rs (?:martyrs|fallen|\d+)"
    r"|commemorat(?:e|es|ed|ing|ion)|remember(?:s|ed|ing)|day of remembrance)\b"
)
#: never one incident: collections, reviews, obituaries, letters
_COLLECTION = pattern(
    r"(?i)\bin (?:\d+ )?pictures\b|\bphoto essay\b|\breview\s*[–|-]|\breview$|\|\s*letters?$"
    r"|\branked!?$|\bquiz\b|\bobituary\b|\bdies at \d|\bdead at \d|\b(?:dies|died"
    r"|dead),? aged \d|^letters?:"
    r"|\bthe week around\b|\bbiopic\b|\bpodcast\b|\bphotos of the (?:day|week)\b"
    r"|\b(?:sun|mon|tues|wednes|thurs|fri|satur)day briefing\b|\btop headlines\b|^remembering\b|^live now\b"
    r"|\bneed to know\b|^let's try\b|\bat a glance\b"
    r"|\bweek in (?:pictures|photos)\b|\brecap\b|\bexplosive (?:film|book|interview|memoir)\b"
)
#: a headline of a judgement: the act it was passed on lies back
_JUDGED = pattern(
    r"(?i)\b(?:sentence[ds]?|sentencing|convicted|conviction|jailed for|found guilty|life terms?|verdict|acquitted"
    r"|inquest|gets? (?:\d+|life|[a-z]+) (?:months?|years?)|arrest warrants?|pardons?|pardoned"
    r"|on trial|death penalty|plead(?:s|ed)? guilty|behind bars)\b"
)
_UPDATE = pattern(
    r"(?i)\b(?:death toll|toll|number of (?:the )?(?:dead|killed|deaths|victims)|dead now"
    r"|now \d+|rises? to|rose to|climbs? to|climbed to"
    r"|grew to|grows to|reaches|up to \d+|updated?|more bodies|identified|suspects?|captured"
    r"|seized|held|hijacked|missing)\b"
)


#: a title that opens with what somebody says heads an interview or a feature, hardly ever a report
_QUOTED = re.compile(r"""^[‘“'"][^:]{8,120}[’”'"]\s*[:–—]|^[‘“][^’”]{25,}[’”]""")
#: a threat whose words name no weapon and leave no doubt
_MENACE = pattern(
    r"(?i)\bnot (?:a )?bluff|\ball (?:the )?means\b|\bevery inch\b|\b(?:possible|legitimate|a) targets?\b"
    r"|\bfire and fury\b|\bultimatum\b|\bgates of hell\b|\bheavy price\b|\b(?:wipe|wiped) (?:out|off)\b"
    r"|\b(?:declare[sd]?|state of|act of|at|go to|brink of|ready for) war\b|\bred lines?\b"
    r"|\b(?:severe|grave|dire|devastating) (?:consequences|response)\b|\bcrushing\b|\bresponse .{0,20}\bharsh"
    r"|\bnuclear threats?\b"
    r"|\bany (?:[\w-]+ ){0,2}(?:attack|aggression|strike|incursion|invasion|intervention|provocation)"
    r"|\bready (?:for|to) (?:war|battle|fight|go to war|use force|attack)\b|\bwar footing\b|\bwill burn\b"
    r"|\bor face (?:force|war|attack|military|destruction)"
)
#: words by which an act is only called to mind: no other word of the text makes it news
_COMMEMORATED = pattern(r"(?i)(?:years?|decades?) (?:after|since|on from)|anniver|memor|remembr|remembered")
#: words of the past that still leave a report fresh
_RECENT = frozenset({"", "last week", "in recent weeks", "days after", "earlier this week"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The type of the main incident, or '' with the reason for silence."""

    type: str
    reason: str  #: code
    text: str  #: for a person
    recalls: bool = False  #: the main incident lies some days back: the article brings news of it
    votes: Mapping[str, float] = field(default_factory=dict)  #: points of the types that stood to choose
    first: str = ""  #: the type of what the headline tells first


def verdict(told: Sequence[Told], lines: Sequence[Line], topics: Topics) -> Verdict:
    """What the article was written to report, if it is of ours."""
    title = lines[0].sentence.text if lines and lines[0].sentence.is_title else ""
    quote = _QUOTED.search(title)
    # what a report's headline says after the quotation is its news; a feature has only the quotation
    quoted = quote is not None and not any(t.rank == 0 and not t.old and t.act.start >= quote.end() for t in told)
    explains = bool(title) and (
        _ESSAY.search(title) is not None or any(_RUBRIC.match(line.sentence.text) for line in lines[:FRONT])
    )
    recalls_only = bool(title and _MEMORY.search(title))
    essay = bool(title) and (explains or quoted or recalls_only)
    if title and _COLLECTION.search(title):
        return Verdict(
            type="", reason="collection", text="a collection, review, obituary or letter, not a report of one act"
        )
    if title and _JUDGED.search(title):
        return Verdict(type="", reason="court", text="headed by what a court decided, on an act that lies back")
    fresh = [t for t in told if not t.old]
    front = [t for t in fresh if t.rank < FRONT]
    recalls = False
    if not front or (essay and not any(t.age is not None and t.age <= 2 for t in front)):
        lead = title or (lines[0].sentence.text if lines else "")
        near = [t for t in told if t.rank < FRONT and (t.age is None or t.age <= 14)]
        leading = [t for t in told if t.rank < FRONT]
        recent = [t for t in near if t.rank <= 1 and (t.age is None or t.age <= 8) and t.past in _RECENT]
        if not essay and near and (recent or (_UPDATE.search(lead) and any(not t.past for t in near))):
            front, recalls = near, True
        elif essay:
            kind, reason = (
                ("an explainer, analysis or review", "analysis")
                if explains
                else ("headed by the memory of an act", "anniversary")
                if recalls_only
                else ("headed by a quotation", "quoted")
            )
            return Verdict(
                type="",
                reason=reason,
                text=f"{kind}, with no act of the last two days in its lead",
            )
        elif leading and all(_COMMEMORATED.search(t.past) for t in leading):
            return Verdict(type="", reason="anniversary", text="it only calls to mind an act of years ago")
        elif told:
            return Verdict(type="", reason="historical", text="what it tells of lies in the past")
        else:
            return Verdict(type="", reason="modality", text="what it tells of did not happen, or not yet")
    votes = _votes(front)
    strength = sum(max((t.weight for t in front if t.rank == n), default=0.0) for n in range(FRONT))
    strength += 0.4 * min(4, len({t.rank for t in fresh if t.rank >= FRONT}))
    last = max((t.act.line for t in front), default=0)
    present = [{CLASS_OF[word.symbol] for word in line.known} for line in lines[: max(FRONT, last + 1)]]
    for classes in present:
        if "SHOTDEAD" in classes:
            classes |= {"SHOOT", "KILL"}
    if "threat" in votes:
        for classes, line in zip(present, lines, strict=False):
            if _MENACE.search(line.sentence.text):
                classes.add("MENACE")
    if "talks" in votes:
        for classes, line in zip(present, lines, strict=False):
            if at_odds(line.sentence.text):
                classes.add("FOES")
    if "blast" in votes:
        for classes, line in zip(present, lines, strict=False):
            if aimed(line.sentence.text):
                classes.add("AIMED")
    everywhere = set().union(*present)

    for topic, points in sorted(topics.points.items(), key=lambda item: -item[1]):
        least, rate = _WEIGH[topic]
        if points >= least and points > rate * strength * 1.6:
            words = ", ".join(topics.words[topic])
            return Verdict(
                type="",
                reason=topic,
                text=f"{topic}: {points:.0f} points ({words}) outweigh {strength:.1f} for an escalation",
            )
    for name in sorted(votes, key=lambda n: (-votes[n] * (0.6 if n in GENERIC else 1.0), n)):
        why = _lacks(name, everywhere, present, topics, front)
        if not why and name in _BLASTS and not everywhere & _BY_SOMEBODY:
            why = "accident" if any(stored(line.sentence.text) for line in lines[:_HEADED]) else ""
        if not why and name in _DEEDS and any(NO_TERROR.search(line.sentence.text) for line in lines[:_HEADED]):
            why = "crime"
        if not why and title and len(lines) <= SHORT and not _by_rule(name, front):
            why = falls_short(name, front, present, [line.sentence.text for line in lines])
        if why:
            votes[name] = 0.0
    votes = {name: points for name, points in votes.items() if points > 0}
    if not votes:
        return Verdict(
            type="", reason="no_side", text="no side and no weapon that would make it more than everyday news"
        )
    best = _preferred(votes, front, everywhere)
    floor = 0.75 if len(lines) <= 3 else 1.1
    points = votes.get(best, max(votes.values()))
    if max(strength, points) < floor:
        return Verdict(type="", reason="weak", text="nothing certain enough was said")
    text = f"{best}: {points:.1f} points in title and lead"
    first = _first(front) if title else ""
    return Verdict(type=best, reason=best, text=text, recalls=recalls, votes=votes, first=first)


def _first(front: Sequence[Told]) -> str:
    """The type of the act that the headline tells first, or '' where it tells none with a kind."""
    headed = [t for t in front if t.act.line == 0 and not t.after]
    if not headed:
        return ""
    name = min(headed, key=lambda t: (t.act.start, -t.act.weight)).type
    return "" if name == "attack" else FALLBACK.get(name, name)


def _votes(front: Sequence[Told]) -> dict[str, float]:
    """Points for each type: its surest act of each line, an occasion ('after ...') at a discount."""
    news = any(not t.after for t in front)
    votes: dict[str, float] = {}
    for line in {t.act.line for t in front}:
        best: dict[str, float] = {}
        for t in front:
            if t.act.line == line:
                points = t.weight * (0.5 if t.after and news else 1.0)
                best[t.type] = max(best.get(t.type, 0.0), points)
        for name, points in best.items():
            votes[name] = votes.get(name, 0.0) + points
    return votes


def _preferred(votes: dict[str, float], front: Sequence[Told], everywhere: set[str]) -> str:
    """The type with most points, after the settled doubts."""
    points = {name: value * (0.6 if name in GENERIC else 1.0) for name, value in votes.items()}
    best = max(points, key=lambda name: (points[name], name))
    early = [t for t in front if t.rank <= 1 and not t.after and t.type in points]
    titled = {t.type for t in early if t.rank == 0}
    surest = max((t.weight for t in early if t.type == best), default=0.0)

    def has(name: str, share: float) -> bool:
        own = max((t.weight for t in early if t.type == name), default=0.0)
        return own > 0 and own >= share * surest and (name in titled or not titled or name == "maritime_incident")

    if (
        best in (*_BARRAGE, "armed_clash", "armed_assault", "sabotage")
        and has("maritime_incident", 0.45)
        and "SHIP" in everywhere
    ):
        return "maritime_incident"
    if best == "armed_clash" and "maritime_incident" in points and "SEA" in everywhere:
        return "maritime_incident"
    if best in (*_BARRAGE, "armed_assault", "armed_clash") and has("targeted_killing", 0.5):
        return "targeted_killing"
    if best in _BARRAGE and best != "interception" and has("interception", 0.6):
        harmed = any("KILL" in t.act.pattern for t in early)
        return best if harmed else "interception"
    if best in ("armed_clash", "armed_assault", "attack", "ground_incursion") and has("unrest", 0.6):
        return "unrest"
    if (
        best == "bombing"
        and "BOMBING" not in everywhere
        and (everywhere & {"GLIDEBOMB", "JET", "AIRSTRIKE"} or "airstrike" in points)
    ):
        return "airstrike"
    if best == "abduction" and "prisoner_exchange" in points:
        return "prisoner_exchange"
    if best == "ceasefire" and "talks" in points and all(t.act.weight <= 0.6 for t in front if t.type == "ceasefire"):
        return "talks"
    if best == "rocket_fire" and "MISSILE" in everywhere:
        return "missile_strike"
    if best in GENERIC:
        # a kind that is named beats a generic act, where the front names one that may be the same
        told = {t.type for t in front if not t.after}
        named = [
            n for n in points if n in _BARRAGE and n not in GENERIC and n in told and points[n] >= 0.45 * points[best]
        ]
        if named:
            return max(named, key=lambda name: points[name])
    return best


def _by_rule(name: str, front: Sequence[Told]) -> bool:
    """Whether a phrase of the user's own speaks for `name`."""
    return any(t.type == name and t.act.pattern.startswith(BY_RULE) for t in front)


def _lacks(name: str, everywhere: set[str], present: Sequence[set[str]], topics: Topics, front: Sequence[Told]) -> str:
    """What the text lacks to be about `name`, or ''."""
    if _by_rule(name, front):
        return ""
    sides = everywhere & _SIDES
    war = everywhere & _WAR
    lines = {t.act.line for t in front if t.type == name}
    own = set().union(*(present[n] for n in lines if n < len(present))) if lines else set()
    strong = war - {"CLASH", "ATTACK", "THREAT", "DOWN"}
    calm = max((topics.points.get(t, 0.0) for t in ("nature", "labour", "accident")), default=0.0)
    idle = max((topics.points.get(t, 0.0) for t in _IDLE), default=0.0)
    if name in _SOFT and idle >= 3 and not strong - {"SOLDIER", "CEASEFIRE", "ABDUCT", "BOMB"}:
        return "idle"
    leisure = max((topics.points.get(t, 0.0) for t in ("film", "sport", "game", "crime")), default=0.0)
    if name == "cyberattack":
        return "" if "STATE" in own and own & {"NATIONAL", "SOLDIER", "INFRA"} else "state"
    if name in ("attack", "armed_assault", "abduction") and "CYBER" in own | present[0] and not strong - {"SOLDIER"}:
        return "" if "STATE" in own and own & {"NATIONAL", "SOLDIER", "INFRA"} else "state"
    if name in ("closure", "evacuation"):
        near = (own | present[0]) & (_WAR | {"EXERCISE", "AIRSTRIKE"})
        if name == "closure" and "STATE" in own and own & {"BORDERS", "AIRSPACE"} and calm < 2:
            return ""
        led = own & {"EVACUEE"} or ("CIVIL" in own and own & {"TELL", "SEND"})
        if name == "evacuation" and "STATE" in own and led and calm < 1.5 and idle < 3:
            return ""
        if name == "closure" and _BETWEEN_STATES & {t.act.pattern for t in front} and calm < 1.5 and idle < 3:
            return ""
        return (
            ""
            if (near - {"CLASH", "THREAT"} and calm < 6) or ((len(strong) >= 2 or "AIRSPACE" in own) and calm < 2)
            else "war"
        )
    stormed = name == "unrest" and own & {"ENTER", "BURN", "TOPPLE", "SEIZE"}
    if name in _PARTISAN and not stormed and topics.points.get("politics", 0.0) >= 3 and not strong - {"SOLDIER"}:
        return "politics"
    if name == "threat" and (calm >= 2 or not own & _FORCEFUL):
        return "force"
    if name == "airspace_violation" and "CRASH" in everywhere and not everywhere & {"MISSILE", "DRONE", "BALLOON"}:
        return "accident"
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
            if own & {"PROTEST", "SOLDIER", "POLICE", "MISSIONBLDG", "GUNMEN"}
            and ("PEACEFUL" not in everywhere or "CLASH" in own)
            and leisure < 6
            else "violence"
        )
    if name == "blast" and "AIMED" in own and own & {"KILL", "WOUND"} and calm < 2:
        return ""
    if name == "blast":
        return "" if war and calm < 4 and everywhere & ({"KILL", "WOUND", "BOMB", "HIT"} | strong) else "attack"
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
        if any("FORCESOUT" in t.act.pattern for t in front if t.type == name):
            return ""
        return "" if led or own & {"SOLDIER", "MILITANT", "HARDWARE", "JET"} else "forces"
    if name == "prisoner_exchange":
        return (
            ""
            if sides & {"STATE", "MILITANT", "SOLDIER"}
            and (war or everywhere & {"PRISONER", "HOSTAGE", "EXCHANGE", "SWAP"})
            else "side"
        )
    if name == "armed_assault":
        if own & {"MILITANT", "BOMBING", "JET", "ROCKET"}:
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
    if name == "maritime_incident":
        return "" if sides or own & {"ATTACK", "MISSILE", "DRONE", "HIJACK", "SABOTAGE", "BOMB"} else "side"
    if name == "targeted_killing":
        return (
            ""
            if sides and (strong or everywhere & {"BLAST", "SHOOT", "ATTACK", "ASSASSINATE"}) and leisure < 6
            else "side"
        )
    if name == "sabotage" and {"SABOTAGE", "INFRA"} <= own and "STATE" in everywhere and calm < 3:
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
    return "" if sides or everywhere & _NAMED else "side"


#: flights or ships between two states are halted: no weather, no walkout
_BETWEEN_STATES = frozenset({"STATE ~2 *CLOSE ~3 CLOSABLE ~4 STATE"})
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
#: what flies at a target, and what it does there
_FLOWN = frozenset({"MISSILE", "ROCKET", "DRONE", "ARTY"})
_HARM = frozenset({"HIT", "KILL", "WOUND", "DESTROY"})
_NAMED = frozenset({"BOMBING", "AIRSTRIKE", "DRONESTRIKE", "MISSILESTRIKE", "ROCKETFIRE", "SHELLING", "JET", "BOMB"})
