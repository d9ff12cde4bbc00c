"""Is the text news of ours, and of what type? One judgement over the acts of title and lead, with its reason.

An escalation needs sides as well as acts, and its own words must outweigh those of sport, film, court, crime or
accident. Where two types fit, the settled doubts decide: a ship attacked is an incident at sea whatever the weapon, a
named commander killed a targeted killing, a shoot-down that is the news an interception.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitor.events.blasts import stored
from monitor.events.kinds import FALLBACK
from monitor.events.lacks import BLAMED, lacks
from monitor.events.linear import pattern
from monitor.events.marks import marks
from monitor.events.modality import VIOLENT
from monitor.events.patterns import COMPLETE
from monitor.events.scan import BY_RULE, CLASS_OF, Line
from monitor.events.segments import FRONT, GENERIC, Told
from monitor.events.short_items import NO_TERROR, SHORT, falls_short
from monitor.events.telling import ANSWERS
from monitor.events.topics import Topics

#: title and lead, which tell whether a deed was one of terror
_HEADED = 3
_BLASTS = frozenset({"blast", "bombing"})
_BY_SOMEBODY = frozenset(
    """DRONE MISSILE ROCKET AIRSTRIKE DRONESTRIKE MISSILESTRIKE JET STRIKE ATTACK SABOTAGE MILITANT GUNMEN BOMBING
    GLIDEBOMB SHELLING ARTY""".split()
)
_DEEDS = frozenset({"armed_assault", "attack"})

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
    r"(?i)^(?:inside|(?:from the )?archives?|analysis|opinion|explainer|explained|commentary|comment|editorial"
    r"|interview|why|how|who|podcast|the guardian view"
    r"|fact[- ]check|timeline|profile|factbox|q&a|letters?|review|exclusive: (?:why|how)"
    r"|in pictures|the big picture|the week)\b"
    r"|^watch [^:]*$"
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
    r"|\branked!?$|\bquiz\b|\bobituary\b|\bdies at \d|(?:,|\bis) dead at \d"
    r"|^(?-i:(?:[A-Z][\w.'’-]+ ){2,4})dead at \d|\b(?:dies|died|dead),? aged \d|^letters?:"
    r"|\bthe week around\b|\bbiopic\b|\bpodcast\b|\bphotos of the (?:day|week)\b"
    r"|\b(?:sun|mon|tues|wednes|thurs|fri|satur)day briefing\b|\btop headlines\b|^remembering\b|^live now\b"
    r"|\bneed to know\b|^let's try\b|\bat a glance\b"
    r"|\blist of key events\b|\bkey (?:events|developments)\b.{0,12}\bday \d"
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
    plain: bool = False  #: the headline names an attack with a weapon of war, and its dead or a side
    blamed: bool = False  #: headline or lead have one side blame another for the act
    parted: bool = False  #: the headline tells another act behind a semicolon


def verdict(told: Sequence[Told], lines: Sequence[Line], topics: Topics) -> Verdict:
    """What the article was written to report, if it is of ours."""
    title = lines[0].sentence.text if lines and lines[0].sentence.is_title else ""
    quote = _QUOTED.search(title)
    # what a report's headline says after the quotation is its news; a feature has only the quotation
    quoted = quote is not None and not any(t.rank == 0 and not t.old and t.act.start >= quote.end() for t in told)
    explains = bool(title) and (
        _ESSAY.search(title) is not None or any(_RUBRIC.match(line.sentence.text) for line in lines[:FRONT])
    )
    memory = _MEMORY.search(title) if title else None
    recalls_only = memory is not None and not _beside_the_day(title, memory.start(), told)
    essay = bool(title) and (explains or quoted or recalls_only)
    if title and _COLLECTION.search(title):
        return Verdict(
            type="", reason="collection", text="a collection, review, obituary or letter, not a report of one act"
        )
    judged = _JUDGED.search(title) if title else None
    if judged and not any(
        t.rank == 0 and not t.old and t.type in ANSWERS and t.act.end <= judged.start() for t in told
    ):
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
    for classes, line in zip(present, lines, strict=False):
        classes |= marks(line.sentence.text, votes)
    everywhere = set().union(*present)

    for topic, points in sorted(topics.points.items(), key=lambda item: -item[1]):
        least, rate = _WEIGH[topic]
        if topic == "anniversary" and any(t.age is not None and t.age <= 2 and t.rank <= 1 for t in front):
            continue  # wreaths for those who died on Monday
        if points >= least and points > rate * strength * 1.6:
            words = ", ".join(topics.words[topic])
            return Verdict(
                type="",
                reason=topic,
                text=f"{topic}: {points:.0f} points ({words}) outweigh {strength:.1f} for an escalation",
            )
    wanting: set[str] = set()
    for name in sorted(votes, key=lambda n: (-votes[n] * (0.6 if n in GENERIC else 1.0), n)):
        why = "" if _by_rule(name, front) else lacks(name, everywhere, present, topics, front)
        if not why and name in _BLASTS and not everywhere & _BY_SOMEBODY:
            why = "accident" if any(stored(line.sentence.text) for line in lines[:_HEADED]) else ""
        if not why and name in _DEEDS and any(NO_TERROR.search(line.sentence.text) for line in lines[:_HEADED]):
            why = "crime"
        if not why and title and len(lines) <= SHORT and not _by_rule(name, front):
            why = falls_short(name, front, present, [line.sentence.text for line in lines])
        if why:
            votes[name] = 0.0
            wanting.add(why)
    votes = {name: points for name, points in votes.items() if points > 0}
    if not votes and wanting == {"accident"} and len(lines) <= SHORT:
        return Verdict(type="", reason="accident", text="it came to grief by itself")
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
    plain = bool(title) and _plain(best, front, present[0], topics)
    blamed = any(
        t.rank <= 1 and t.type in BLAMED and votes.get(t.type) and (t.type, t.act.pattern) in COMPLETE for t in front
    )
    return Verdict(
        type=best,
        reason=best,
        text=text,
        recalls=recalls,
        votes=votes,
        first=first,
        plain=plain,
        blamed=blamed,
        parted=first == best and _parted(title, best, front),
    )


#: attacks with weapons of war: words that hardly any other news has
_ARMED = frozenset("airstrike drone_strike missile_strike rocket_fire shelling bombing armed_clash".split())
_DEAD = frozenset({"KILL", "WOUND"})
#: one of which, beside the weapon, says that it was used on somebody
_USED = frozenset({"KILL", "WOUND", "STATE", "MILITANT", "SOLDIER", "HIT", "EXPLODE", "LAND", "SHELLV"})


#: what leads from the news of a headline to the day on which it falls
_ON_THE_DAY = re.compile(r"\b(?:as|amid|hours before|day before|days before|ahead of|on (?:the )?eve of)\b")


def _beside_the_day(title: str, at: int, told: Sequence[Told]) -> bool:
    """Whether a headline tells an attack and only then whose anniversary it is: 'strikes kill dozens as ... passes'."""
    return any(
        t.rank == 0 and not t.old and not t.after and t.type in VIOLENT and _ON_THE_DAY.search(title, t.act.end, at)
        for t in told
    )


def _plain(best: str, front: Sequence[Told], headed: set[str], topics: Topics) -> bool:
    """Whether the headline itself says plainly that arms were used: with what, and the dead, a side or the damage."""
    own = [t.act.weight for t in front if t.rank == 0 and t.type == best and not t.old and not t.after]
    if not own or topics.points.get("space", 0.0):
        return False
    weight, dead = max(own), bool(headed & _DEAD)
    if best == "bombing" and dead:
        return True
    if best in _ARMED and weight >= 0.9:  # a drone that hits something may be a toy
        flown = best == "drone_strike" and not headed & {"DRONESTRIKE", "BOMB", "STATE", "MILITANT"}
        return dead or (bool(headed & _USED) and not flown)
    if best in ("sabotage", "unrest") and topics.points.get("crime", 0.0):
        return False
    said = _PLAINLY.get(best)
    return said is not None and any(words <= headed for words in said) and (dead or best not in _IF_DEAD)


#: other types -> words and marks of the headline that together leave as little doubt
_PLAINLY: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(words.split()) for words in said)
    for name, said in {
        "blast": ("AIMED KILL", "AIMED WOUND", "AIMED HIT"),
        "attack": ("PRAYING", "TERROR", "RURAL STATE", "GANGRAID STATE"),
        "armed_assault": ("PRAYING", "TERROR", "RURAL GUNMEN", "GANGRAID STATE"),
        "strike": ("STATE STRIKE", "SOLDIER STRIKE", "STATE HIT TERRAIN"),
        "armed_clash": ("RAGED KILL", "RAGED WOUND", "REPELLED STATE", "MILITANT ATTACK SOLDIER"),
        "ground_incursion": (
            "SEIZE MILITANT",
            "SEIZE SOLDIER",
            "ENTER MILITANT",
            "ENTER SOLDIER",
            "ENTER HARDWARE",
            "GROUND",
        ),
        "unrest": ("UNREST KILL", "PROTEST KILL", "COUP SOLDIER", "COUP POLICE"),
        "sabotage": (
            "MEANT INFRA",
            "MEANT BRIDGE",
            "BLAME INFRA STATE",
            "BLAME BRIDGE STATE",
            "BEHIND INFRA STATE",
            "BEHIND BRIDGE STATE",
        ),
        "maritime_incident": (
            "SHIP SEAACT STATE",
            "SHIP ATTACK",
            "SHIP MISSILE",
            "SHIP DRONE",
            "SHIP MISSILESTRIKE",
            "SHIP DRONESTRIKE",
        ),
        "airspace_violation": ("STATE DRONE", "STATE BALLOON"),
    }.items()
}
#: ... of which these must have killed
_IF_DEAD = frozenset({"attack", "armed_assault"})


def _parted(title: str, first: str, front: Sequence[Told]) -> bool:
    """Whether a headline tells its act before a semicolon, and another behind it: `drone downs jet; bomb kills 5`."""
    half = title.find(";")
    headed = [t for t in front if half > 0 and t.act.line == 0]
    return any(t.act.end <= half and t.type == first for t in headed) and any(t.act.start > half for t in headed)


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
    if best == "rocket_fire" and "MISSILE" in everywhere and best not in titled:
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
