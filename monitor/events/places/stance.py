"""How a place's name stands in its sentence, read from the few words about it.

The answer is one word: `at` (in, near, over it), `beside` (north of it), `target` (hit, bombed, fired at it), `list`
(one of several such), `sits` (where people speak, meet or serve: 'police in'), `own` ('Ukraine's port'), `of`, `to`,
`bare`, `from`, `between`, `about` (part of another name), `actor` (a state that says or does), `frame` (gives the
bearing of another place) or `dateline`.

Words are looked up, not matched by patterns over the text: a document may hold a thousand names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from monitor.events.linear import pattern
from monitor.events.places.around import Around, adjective, says
from monitor.events.places.before import MISSIONS, QUARRELS, from_left
from monitor.events.places.words import NAME_TAILS, ROLES
from monitor.events.sentences import Sentence

#: 'In Baku, an adviser to the president said': a state speaks at its capital of what was done anywhere
_SPOKEN_THERE = pattern(
    r"^, (?:(?:the|an?|its|his|her|their) )?(?:[\w.’'-]+ ){0,4}?(?:ministers?|ministry|president(?:ial)?|premier"
    r"|chancellor|king|advisers?|aides?|spokes(?:man|woman|person)|parliament|lawmakers|cabinet|government|secretary"
    r"|State Department|Kremlin|White House|Pentagon|diplomats?|envoys?|ambassador|officials?|analysts?)\b"
    r"(?:[\w.’'-]| ){0,45}? (?:said|says|told|called|urged|condemned|denied|confirmed|announced|declared|warned|vowed"
    r"|insisted|spoke|described|welcomed|stated|promised|praised|thanked|rejected|dismissed|accused|blamed)\b"
)
#: tails of a paper's or a market's name that in lower case are things of their own: 'a raid on Gilgit post'
_PAPERS = frozenset("post times exchange monitor report".split())
_TELLS = frozenset("said says told tells".split())
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]+){0,3}"
_WORDS = r"[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,2}"
_DATELINE = re.compile(
    r"^[\s\"“]*(?:[A-Z][\w ]{2,20}/\s?)?(?:" + _CAPITALS + "|" + _WORDS + r")(?:/" + _WORDS + r")?"
    r"(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?\s*"
    r"(?:,\s*(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[\w.]*"
    r"\s*\d{0,2},?(?:\s*\d{4})?)?,?\s*(?:\([^)]{2,40}\)|\[[^\]]{2,40}\])?\s*(?:[-–—:|]{1,2}|//|\.\s[-–—])\s"
)
#: a dateline that nothing parts from the sentence: 'DUBAI/WASHINGTON Iran freed ten sailors'
_UNPARTED = re.compile(
    r"^(?=[A-Z]{4}|[A-Z]{2,3} [A-Z]{3})[A-Z][A-Z.'’-]+(?:[/ -][A-Z][A-Z.'’-]{2,}){0,4} "
    r"(?=[A-Z][a-z]|U\.S\. |A |An )"
)
#: ... or that only the agency's bracket does: 'MOSCOW (UrduPoint News / Sputnik - 28th February, 2020) The men ...'
_BRACKETED = re.compile(r"^[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’-]+){0,3} \([^)]{2,60}\) (?=[A-Z])")
_CREDIT = re.compile(r"^(?:[A-Z][\w.'’-]*[,/]?\s*|\([^)]{2,30}\)\s*|\d{1,4}[,.:]?\s*|[-–—|]\s*|[ap]m\s){1,9}$")
_OWNED_PLACE = re.compile(
    r"(?:[\w-]+[\s-]){0,3}?(?:city|cities|towns?|villages?|ports?|airports?|provinces?|regions?|coast|districts?|capital|east|"
    r"west|north|south|border|suburbs?|outskirts|area|refinery|base|embassy|consulate|centre|center|streets?|skies|"
    r"airspace|waters|infrastructure|grid|power|energy|hospitals?|school|market|territory|oil|gas|petrol|nuclear|soil|bridge|"
    r"biggest|largest|second|northern|southern|eastern|western|busiest|[A-Z][a-z]+)\b"
)


def stance(around: Around, *, state: bool, title: bool, capital: bool = False) -> str:
    """How the name stands; `state`: a country or `capital`, whose name may also mean a government."""
    following = around.following[0] if around.following else ""
    spaced = around.after[:1] == " "
    tail = (
        following == "time"
        or _is_line(around.following)
        or (following in NAME_TAILS and (following not in _PAPERS or around.after[1:2].isupper()))
    )
    if spaced and tail:
        return "about"
    if title and state and around.after.startswith(":"):
        return "actor"
    if state and around.after[:1] in "-–" and around.after[1:2].isalpha():
        return "actor"
    how = from_left(around, state)
    said = says(around)
    if spaced and following in MISSIONS and how in ("bare", "of", "actor", "to") and _its_own(around):
        return "at"  # 'the families of its Beirut embassy staff'
    if how in ("between", "about"):
        return how
    if capital and how == "at" and around.left in (["in"], ["at"]) and _SPOKEN_THERE.search(around.after):
        return "about"
    if spaced and (following in QUARRELS or following == "row"):
        return "of"
    if how == "sits" and said:
        return "about"
    if how == "actor" and state:
        return "actor"
    if how == "address":
        how = "bare" if state and said else "at"
    if state and around.possessive:
        owned = _OWNED_PLACE.match(around.after[2:].lstrip())
        if not owned:
            return "own" if how in ("at", "sits") else "actor"
        return how if how in ("at", "from", "target", "frame", "beside") else "own"
    if how == "at" and not state and spaced and following in _TELLS and around.left[:1] in (["in"], ["at"]):
        return "sits"  # 'a representative of the centre in Debaltseve told observers'
    if how in ("at", "from", "target", "frame", "beside"):
        return how
    if state and said:
        return "actor"
    if how == "actor":
        return "bare"
    if state and spaced and following in ROLES:
        return "actor"
    return how


def _its_own(around: Around) -> bool:
    """Whether a town's mission is that of another state: 'its Beirut embassy', not 'the Moscow embassy in Warsaw'."""
    if around.following[1:2] in (["in"], ["at"], ["to"]):
        return False
    owner = around.left[0] if around.left and around.breaks[0] == " " else ""
    return (
        owner in ("its", "their", "our", "us", "u.s", "u.s.", "uk") or owner.endswith(("'s", "’s")) or adjective(owner)
    )


def _is_line(following: Sequence[str]) -> bool:
    """'the Cano Limon oil pipeline': a line is named for where it begins or ends, and breaks anywhere."""
    return "pipeline" in following[:1] or (following[:1] in (["oil"], ["gas"]) and "pipeline" in following[1:2])


def in_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """Does the name stand in a dateline or a line of credits, where no act happens?"""
    if sentence.is_title or sentence.paragraph > 5 or start - sentence.start > 70:
        return False
    return end <= sentence.start + credited(sentence.text)


@lru_cache(maxsize=128)
def credited(text: str) -> int:
    """How far into a sentence its dateline reaches; all of it where it is a line of credits."""
    if text[-1] not in ".!?" and (
        (text.startswith(("By ", "BY ")) and len(text) < 100) or (len(text) < 60 and _CREDIT.match(text) is not None)
    ):
        return len(text)
    line = _DATELINE.match(text[:120]) or _BRACKETED.match(text[:160]) or _UNPARTED.match(text[:300])
    return line.end() if line else 0
