"""Acts that happened and are not the news: the occasion of another, what somebody takes a stand on, a truce that was
broken, an accident."""

from __future__ import annotations

import re

from monitor.events.scan import COMMA, SYMBOL, Act, Line
from monitor.events.segments import VIOLENT

_BREAK = SYMBOL["BREAK"]
_OCCASION = frozenset(
    """after,following,following a,since,hours after,day after,a day after,days after,in response to,response to,
    in retaliation for,retaliation for,in reprisal for,reprisal for,revenge for,payback for,in reply to,
    in answer to,in return for,ahead of,on the eve of,on eve of,retaliating for,
    retaliates for,retaliated for,avenges""".replace("\n", "")
    .replace("    ", "")
    .split(",")
)


#: so many words may stand before what opens a sentence: 'A day after', 'Hours after'
_OPENS = 2
#: 'in the first such raid since the 1980s, Pakistan struck ...'
_SINCE_A_DATE = re.compile(
    r"(?i)since (?:the )?(?:early |late |mid-)?(?:(?:19|20)\d\d(?:s|['’]s)?|[a-z]+day|last [a-z]+"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d{1,2})?(?:,? \d{4})?),"
)


def occasion(line: Line, act: Act) -> bool:
    """Whether the act stands after 'after', 'following', 'in retaliation for': the occasion and not the news."""
    before = line.symbols.rfind(_BREAK, 0, act.at + 1)
    if before < 0:
        return False
    w = line.words[before]
    start = line.sentence.start
    if line.sentence.text[w.start - start : w.end - start].lower() not in _OCCASION:
        return False
    if before <= _OPENS and COMMA in line.symbols[before : act.at]:
        return False  # 'A day after bombers struck in Peshawar, jets hit ...'
    return _SINCE_A_DATE.match(line.sentence.text, w.start - start) is None


#: what somebody says or does about attacks that go on: 'calls for pauses in Israel's bombardment of Gaza'
_ABOUT = re.compile(
    r"(?i)\b(?:supports? for|opposition to|opposes?|critic\w+ (?:of|over)|pauses? (?:in|to)|halt to|end to|stop to"
    r"|stance on|protest\w* (?:against|over|at)|rall(?:y|ies) against|defends?|views? on|silence on)"
    r" (?:the )?[A-Z][\w-]+['’]s? (?:[\w-]+ ){0,2}$"
)
_ABOUT_CHARS = 70
_COLLIDED_CHARS = 40
_HARMED = frozenset((SYMBOL["KILL"], SYMBOL["WOUND"]))


def spoken_of(line: Line, act: Act) -> str:
    """The words by which attacks that go on are only what somebody takes a stand on; '' where they are the news."""
    at = act.start - line.sentence.start
    before = line.sentence.text[max(0, at - _ABOUT_CHARS) : at]
    if act.type not in VIOLENT or not ("'s " in before or "’s " in before):
        return ""
    if not _HARMED.isdisjoint([word.symbol for word in line.known]):
        return ""  # it tells of the dead, too
    found = _ABOUT.search(before)
    return found.group().strip() if found else ""


#: before and behind the word for a truce: it is broken, and what is told is what broke it
_DESPITE = re.compile(
    r"(?i)\b(?:(?:breach|violat|shatter|flout|defy|defi)\w*|break(?:s|ing)?|broken?|despite|in spite of|so much for)"
    r"(?: of)?(?: [\w'’-]+){0,3} $"
)
_BROKEN = re.compile(
    r"(?i)\w*(?: [\w'’-]+)? (?:breach|violat|in (?:pieces|tatters|ruins)|dies\b|crumbl|shatter|under strain"
    r"|slips? away|(?:was|is) broken)"
)
#: 'breaks the ceasefire deadlock'
_OF_TALKS = re.compile(r" (?:deadlock|stalemate|impasse|talks|negotiat|hopes|calls|efforts)")
_TRUCE_CHARS = 50


def breached(line: Line, act: Act) -> bool:
    """Whether a truce is told of as broken: that is no news of a truce but of fighting."""
    text, at, end = line.sentence.text, act.start - line.sentence.start, act.end - line.sentence.start
    if _DESPITE.search(text[max(0, at - _TRUCE_CHARS) : at]):
        return _OF_TALKS.match(text, end) is None
    return _BROKEN.match(text, end) is not None


_CRAFT = frozenset(SYMBOL[name] for name in ("JET", "PLANE"))
_ARMS = frozenset(
    SYMBOL[name]
    for name in ("DRONE", "MISSILE", "BOMB", "BOMBS", "AIRSTRIKE", "DOWN", "STRIKE", "ATTACK", "ROCKET", "GLIDEBOMB")
)


#: 'ferry collides with a trawler', 'container ship strikes the bridge'
_COLLIDED = re.compile(
    r"(?i)\bcolli(?:d|s)|\b(?:ship|vessel|tanker|ferry|barge|freighter|carrier|boat)s? (?:strikes?|struck|hits?"
    r"|ram(?:s|med)|(?:crash|slam|smash)(?:es|ed)? into)\b[^.;:]{0,40}"
    r"\b(?:bridge|piers?|quay|dock|jetty|rocks?|reef|whale|lock|breakwater)\b"
)
#: ... which is no accident where one of these stands beside it
_NO_ACCIDENT = re.compile(
    r"(?i)\b(?:nav(?:y|ies|al)|coast ?guard(?:['’]s)? (?:ship|vessel|boat|cutter)s?|warships?|patrol|frigate|destroyer"
    r"|militia|drones?|missiles?|mines?|attack\w*|hostile|deliberate\w*|intentional\w*|accus\w+|blam\w+|sabotage\w*"
    r"|smuggl\w+)\b"
)


def crashed(line: Line, act: Act) -> bool:
    """Whether the line tells of an aircraft that crashed or ships that collided, with no weapon and no force near: an
    accident until said otherwise."""
    if act.type == "maritime_incident":
        text, at = line.sentence.text, act.start - line.sentence.start
        found = _COLLIDED.search(text, max(0, at - _COLLIDED_CHARS))
        return found is not None and found.start() <= act.end - line.sentence.start and not _NO_ACCIDENT.search(text)
    if act.type not in ("airstrike", "aircraft_downed", "strike") or SYMBOL["CRASH"] not in line.symbols:
        return False
    present = set(line.symbols)
    return bool(present & _CRAFT) and not present & _ARMS
