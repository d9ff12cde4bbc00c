"""What a headline says by itself: that no report follows, that arms were used, what it tells first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.front import DEAD
from monitor.events.kinds import FALLBACK
from monitor.events.linear import pattern
from monitor.events.scan import Line
from monitor.events.segments import FRONT, VIOLENT, Told
from monitor.events.telling import ANSWERS
from monitor.events.topics import Topics
from monitor.taxonomy import FIRE

_ESSAY = pattern(
    r"(?i)^(?:inside|(?:from the )?archives?|analysis|opinion|explainer|explained|commentary|comment|editorial"
    r"|interview|why|how|(?-i:[Ww]ho)|podcast|the guardian view"
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
    r"|^all the |^the day (?:the |that |when )?[a-z]|\breport (?:says|finds)\b"
    r"|\bthink tank (?:says|finds)\b"
    r"|\b(?:study|survey|probe|investigation|data) (?:finds?|shows?)\b"
    r"|\b(?:attacks|violence|deaths|casualties|killings|piracy) up\b"
    r"|\bup \d+ ?(?:pc|per ?cent|%)|\bmore than \d+ attacks\b|\bopens? (?:an? )?new (?:phase|chapter)\b"
    r"|^(?-i:Can|Could|Should|Would|Is|Are|Does|Do|Did|Has|Have) |^(?-i:Will) [^,]*$"
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
    r"|commemorat(?:e|es|ed|ing|ion)|remember(?:s|ed|ing)|day of remembrance"
    r"|historians? says?|says? historians?|(?:was|is) a turning point|tells? (?:her|his|their) story|inspired by"
    r"|(?:memorial|monument) (?:is )?(?:unveiled|open(?:s|ed))|wins? (?:an? |the )?(?:award|prize))\b"
)
#: what recalls an act or judges who did it, where no act befalls it: not 'missile hits exhibition hall'
_REMINDER = pattern(
    r"(?i)\b(?:(?:monument|memorial|plaque|statue) (?:to|for|of)|exhibition|documentary|novel|films? (?:about|on)"
    r"|charity (?:concert|run|match|gala|single)|widows? of|months after"
    r"|(?:street|square|school|park|bridge)s? (?:re)?named"
    r"|victims?['’]s? (?:mother|father|parents|famil(?:y|ies)|widow|son|daughter))\b"
)
_HEARING = re.compile(
    r"(?i)\b(?:trial of(?! (?:(?!in |over |for )[\w-]+ ){0,3}(?:missile|rocket|drone|weapon|torpedo|interceptor))"
    r"|inquiry .{1,60} final report"
    r"|trial (?:begins|opens|starts|resumes)|extradit(?:ed|es|ion)|sues?|lawsuits?|inquiry (?:hears|told)"
    r"|compensation (?:for|to|over)|to get compensation)\b"
)
#: an act that is told and not only named: 'missile hits', and not 'the strike' or 'bombing that killed'
_BEFALLS = re.compile(
    r"(?i)(?<!that )(?<!which )(?<!who )\b(?:hits?|struck|strikes|slams?|kill(?:s|ed)|explode[sd]?|blows? up|goes off"
    r"|attack(?:s|ed)|storm(?:s|ed)?|bomb(?:s|ed)|shell(?:s|ed)|fires|fired|shot|shoots?|wound(?:s|ed)|injure[sd]"
    r"|destroys?|pounds?|raids?)\b"
)
#: whom it killed, told as news: 'bomb at charity run kills three', 'gunmen attack film crew, two killed'
_TOLL = re.compile(
    r"(?i)(?<!that )(?<!which )(?<!who )\bkills?\b|[,;:] (?:at least |about |some )?[\w-]+ (?:\w+ )?"
    r"(?:dead|killed|hurt|wounded|injured)\b|\bleaves? (?:at least )?[\w-]+ (?:\w+ )?(?:dead|hurt|wounded|injured)\b"
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
    r"|^(?:maps?|charts?|graphics?|infographic|interactive|in numbers): "
    r"|\bweek in (?:pictures|photos)\b|\brecap\b(?:[^:]|$)|\bexplosive (?:film|book|interview|memoir)\b"
)
#: a headline that says that nothing happened
_UNTRUE = pattern(
    r"(?i)\bhoax\b|\bfalse (?:alarms?|alerts?|rumou?rs?)\b"
    r"|\brumou?rs? (?:of|that)\b.{1,80}\b(?:false|untrue|baseless|unfounded|denie[ds]|dismissed)\b"
    r"|^no (?:(?-i:[A-Z])\w+ |such )?(?:attack|explosion|blast|coup|drone|missile|strike|shooting)s?"
    r" (?:on|in|at|over|near)\b"
)
#: a headline of a judgement: the act it was passed on lies back
_JUDGED = pattern(
    r"(?i)\b(?:sentence[ds]?|sentencing|convicted|conviction|jailed for|found guilty|life terms?|verdict|acquitted"
    r"|inquest|gets? (?:\d+|life|[a-z]+) (?:months?|years?)|arrest warrants?|pardons?|pardoned"
    r"|on trial|death penalty|plead(?:s|ed)? guilty|behind bars)\b"
)
#: what leads from unrest to the judgement it is about
_OVER = re.compile(r"\b(?:over|after|against|following|as|amid|at)\b")
_STREET = frozenset({"unrest", "armed_clash"})


#: a title that opens with what somebody says heads an interview or a feature, hardly ever a report
_QUOTED = re.compile(r"""^[‘“'"][^:]{8,120}[’”'"]\s*[:–—]|^[‘“][^’”]{25,}[’”]""")


def no_report(title: str, told: Sequence[Told]) -> tuple[str, str] | None:
    """Why no report of an act follows such a headline, by code and in words; None where one may."""
    if _COLLECTION.search(title):
        return "collection", "a collection, review, obituary or letter, not a report of one act"
    untrue = _UNTRUE.search(title)
    if untrue is not None and not _BEFALLS.search(title, 0, untrue.start()):
        return "denied", "headed by the news that nothing happened"
    judged = _JUDGED.search(title)
    if judged is None and (heard := _HEARING.search(title)) and not _BEFALLS.search(title, 0, heard.start()):
        judged = heard
    if judged and not any(
        t.rank == 0 and not t.old and t.act.end <= judged.start() and _answers(title, t, judged.start()) for t in told
    ):
        return "court", "headed by what a court decided, on an act that lies back"
    return None


def _answers(title: str, told: Told, judged: int) -> bool:
    """Whether an act is an answer to what a court decided: 'Riots in Dakar over conviction of opposition leader'."""
    return told.type in ANSWERS or (told.type in _STREET and _OVER.search(title, told.act.end, judged) is not None)


def essay(title: str, lines: Sequence[Line], told: Sequence[Told]) -> tuple[str, str] | None:
    """What kind of essay such a headline, or the rubric under it, heads, by code and in words: it is news only where
    its lead tells an act of the last days. None where it heads a report."""
    if not title:
        return None
    if _essay_headed(title, told) or any(_RUBRIC.match(line.sentence.text) for line in lines[:FRONT]):
        return "analysis", "an explainer, analysis or review"
    memory = _MEMORY.search(title)
    if memory is not None and not _beside_the_day(title, memory.start(), told):
        return "anniversary", "headed by the memory of an act"
    reminder = _REMINDER.search(title)
    if reminder is not None and not (_BEFALLS.search(title, 0, reminder.start()) or _TOLL.search(title)):
        return "anniversary", "headed by the memory of an act"
    quote = _QUOTED.search(title)
    # what a report's headline says after the quotation is its news; a feature has only the quotation
    if quote is not None and not any(t.rank == 0 and not t.old and t.act.start >= quote.end() for t in told):
        return "quoted", "headed by a quotation"
    return None


def _essay_headed(title: str, told: Sequence[Told]) -> bool:
    """Whether a headline is that of an essay: not 'Who goes? US tells staff to quit Iraq', which answers itself."""
    found = _ESSAY.search(title)
    if found is None:
        return False
    asked = title.find("? ", found.start())
    return asked < 0 or not any(t.rank == 0 and not t.old and t.act.start > asked for t in told)


#: what leads from the news of a headline to the day on which it falls
_ON_THE_DAY = re.compile(r"\b(?:as|amid|during|hours before|day before|days before|ahead of|on (?:the )?eve of)\b")


def _beside_the_day(title: str, at: int, told: Sequence[Told]) -> bool:
    """Whether a headline tells an attack and only then whose anniversary it is: 'strikes kill dozens as ... passes'."""
    return any(
        t.rank == 0 and not t.old and not t.after and t.type in VIOLENT and _ON_THE_DAY.search(title, t.act.end, at)
        for t in told
    )


#: attacks with weapons of war: words that hardly any other news has
_ARMED = FIRE | {"bombing", "armed_clash"}
#: one of which, beside the weapon, says that it was used on somebody
_USED = frozenset({"KILL", "WOUND", "STATE", "MILITANT", "SOLDIER", "HIT", "EXPLODE", "LAND", "SHELLV"})


def names_an_attack(best: str, front: Sequence[Told], headed: set[str], topics: Topics) -> bool:
    """Whether the headline itself says plainly that arms were used: with what, and the dead, a side or the damage."""
    own = [t.act.weight for t in front if t.rank == 0 and t.type == best and not t.old and not t.after]
    if not own or topics.points.get("space", 0.0):
        return False
    weight, dead = max(own), bool(headed & DEAD)
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
        "unrest": ("UNREST KILL", "TORCH KILL", "PROTEST KILL", "COUP SOLDIER", "COUP POLICE"),
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


def first_told(front: Sequence[Told]) -> str:
    """The type of the act that the headline tells first, or '' where it tells none with a kind."""
    headed = [t for t in front if t.act.line == 0 and not t.after]
    if not headed:
        return ""
    name = min(headed, key=lambda t: (t.act.start, -t.act.weight)).type
    return "" if name == "attack" else FALLBACK.get(name, name)
