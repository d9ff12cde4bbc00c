"""What a feed item of a title and a sentence must show before it counts as a report.

A long article proves itself by repetition; an item of two sentences has only its headline. There one stray word of the
summary ('threatened', 'withdraw', 'talks') would make news of a palm-oil quarrel, so the headline has to carry the act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.segments import Told
from monitor.taxonomy import STEPS

#: an item with more lines than this is read as an article
SHORT = 3
#: with no more lines than this the headline is half of all that is told
_BARE = 2

#: types made of words and paper: their words are common, so the headline must carry them
_SPOKEN = STEPS - {"closure"}
#: classes of which a headline on a violent act shows at least one
_FORCE = frozenset(
    """STATE MILITANT SOLDIER GUNMEN DRONE MISSILE ROCKET ARTY JET BOMB BOMBING AIRSTRIKE DRONESTRIKE MISSILESTRIKE
    ROCKETFIRE SHELLING SHELLV GLIDEBOMB BOMBV DOWN KILL SHOTDEAD WOUND BLAST EXPLODE CLASH ATTACK SHIP SABOTAGE
    INFRA DESTROY SHOOT""".split()
)
_CIVIL_PLANE = re.compile(
    r"(?i)\b(?:private|civilian|wayward|unresponsive|business|small|light"
    r"|corporate)\s+(?:\w+\s+){0,2}(?:plane|jet|aircraft|pilot)s?\b"
    r"|\bcessna\b|\bunresponsive pilot\b|\bsonic boom\b"
)
#: what bulldozers or sappers pull down as a punishment came under no strike
_DEMOLISHED = re.compile(r"(?i)\bdemoli(?:sh|tion)")
_FROM_AFAR = re.compile(
    r"(?i)\b(?:(?:war|fighter )?planes?|(?:fighter )?jets?|air ?(?:strike|raid|force)s?|helicopters|bomb\w*)\b"
)
_POISON = re.compile(r"(?i)\bpoison(?:ed|ing|ings)?\b")
_UNPOLITICAL = re.compile(
    r"(?i)\bcriminal (?:shooting|violence)\b|\bcrime[- ]related\b|\bgun (?:shop|violence|laws?)\b"
    r"|\bhit ?m[ae]n\b"
    r"|\bby (?:an? |the |his |her |their )?(?:\w+ )?(?:pupil|student|classmate|schoolboy|schoolgirl|teenager"
    r"|husband|wife|boyfriend|girlfriend|ex-\w+|son|daughter|brother|neighbou?r|colleague|relative)\b"
    r"|\bmass shootings?\b|\bhostel\b|\binquest\b|\bcourt told\b"
)
#: a deed of which those who look into it say that nothing but a private reason lay behind
NO_TERROR = re.compile(
    r"(?i)\b(?:no|not|without|rules? out|ruled out) (?:\w+ ){0,3}?terror(?:ism|ist)?\b(?! groups?\b)"
    r"|\bmental(?:ly)? (?:health|ill)"
)
#: a cable that broke, and nobody is thought to have cut it
NO_ATTACK = re.compile(
    r"(?i)\bunlikely to (?:have been|be) (?:an? )?(?:act of )?(?:attack|sabotage|deliberate)"
    r"|\bno (?:signs?|evidence|indications?) (?:of|that it was) (?:an? )?(?:sabotage|foul play|attack|deliberate)"
    r"|\bruled out (?:sabotage|foul play|an attack)\b"
)
#: danger to a thing, or danger that has no author: nobody threatens anybody
_NO_AUTHOR = re.compile(
    r"(?i)\bthreatened (?:by|ancient|languages?|species)\b|\bunder (?:threat|attack)\b|\bfac(?:es?"
    r"|ing) (?:\w+ ){0,2}threats?\b"
    r"|\b(?:fight|fights) to save\b|\becological\b|\bwarn(?:s|ed"
    r"|ing)? (?:the )?(?:european commission|experts?|scientists?)\b"
    r"|\b(?:experts?|scientists?|analysts?|un|u\.n\.|eu|european commission|aid chief|cia"
    r"|ngos?) (?:was |were )?(?:warn|fear|urge)"
    r"|\bwarned of (?:a )?(?:\w+[- ]){0,3}plot\b|\bcyber-?(?:attack|crime|gang)|\bransom\b"
    r"|\b(?:recycl|palm oil|oil price|shareholder)"
    r"|\bcourt\b|\blgbt|\beconomy\b"
)


#: words of a headline by which the act of the next sentence may be what it is about
_SERIOUS = re.compile(
    r"(?i)\b(?:sanction\w*|ceasefire|truce|peace|exercises?|drills?|troops|military presence"
    r"|soldiers|forces|carrier|warships?|tanks"
    r"|missiles?|nuclear|nukes?|enrich\w*|hostages?|prisoners?|ambassador|embassy|evacuat\w+"
    r"|leave homes|retreat\w*|pull\w* (?:out|back)"
    r"|deploy\w*|threaten\w*|vows?|ultimatum|red lines?|retaliat\w*|stop firing"
    r"|military (?:mission|presence|bases?)|withdraw\w*"
    r"|troop|hand back)\b"
)
_TRADE = re.compile(
    r"(?i)\b(?:trade|minerals?|human rights|in aid|jet[- ]fighter engine|investment|languages?|brics"
    r"|mosque domes?)\b"
)
_GRAVE = re.compile(r"(?i)\b(?:ceasefire|truce|peace|nuclear|hostages?|prisoners?|end (?:the )?war|border)\b")
_COMMONS = re.compile(r"(?i)\b(?:commons|tory|gop|backbenchers|honou?rs|lgbt\w*|police officer|bulletproof)\b")


#: with the dead they tell an attack in full, whatever the headline plays on
_ARMS = frozenset(
    """DRONE MISSILE ROCKET AIRSTRIKE DRONESTRIKE MISSILESTRIKE ROCKETFIRE SHELLING SHELLV GLIDEBOMB BOMBING GUNMEN
    MILITANT""".split()
)


def _in_full(classes: set[str]) -> bool:
    """Whether a sentence tells who was killed with what."""
    return "KILL" in classes and not classes.isdisjoint(_ARMS)


def falls_short(name: str, front: Sequence[Told], classes: Sequence[set[str]], texts: Sequence[str]) -> str:
    """What the short item (`texts`: headline first) lacks to report an act of type `name`, or ''."""
    titled = any(t.type == name and t.rank == 0 for t in front)
    bare = len(texts) <= _BARE and not titled and not _SERIOUS.search(texts[0])
    if bare and (name in _SPOKEN or not (classes[0] & _FORCE or _in_full(classes[-1]))):
        return "headline"
    return unfit(name, " ".join(texts))


def unfit(name: str, text: str) -> str:
    """Why title and first sentences speak of no act by a side although their words fit `name`, or ''."""
    if name in ("airstrike", "strike") and _DEMOLISHED.search(text) and not _FROM_AFAR.search(text):
        return "demolition"
    if name in ("aircraft_downed", "airspace_violation", "deployment", "interception", "airstrike", "strike"):
        return "civil aircraft" if _CIVIL_PLANE.search(text) else "politics" if _COMMONS.search(text) else ""
    if name in ("armed_assault", "attack"):
        return (
            "poisoning"
            if _POISON.search(text)
            else "crime"
            if _UNPOLITICAL.search(text) or NO_TERROR.search(text)
            else ""
        )
    if name == "talks":
        return "trade" if _TRADE.search(text) and not _GRAVE.search(text) else ""
    if name == "armed_clash" and _COMMONS.search(text):
        return "politics"
    if name == "threat":
        return "no author" if _NO_AUTHOR.search(text) else ""
    return ""
