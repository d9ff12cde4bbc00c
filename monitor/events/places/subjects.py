"""Which state the words of an act name as its subject: who decides, who sends envoys away, whose people these are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.sides.aliases import aliases
from monitor.types import Party

#: the code under which the seat of the United Nations is asked for, which is none of a state
UNITED_NATIONS = "UN"

#: bodies of several states, and where they sit
_SEATS = {
    "european union": "BE", "eu": "BE", "nato": "BE", "united nations": UNITED_NATIONS,
    "un": UNITED_NATIONS, "iaea": "AT", "ecowas": "NG",
    "african union": "ET",
}  # fmt: skip
DEMONYMS = {alias.spelling for alias in aliases().values() if alias.demonym}
SPELLINGS = {
    alias.spelling: _SEATS.get(alias.party.name.casefold()) or alias.party.country
    for alias in aliases().values()
    if alias.party.kind in ("state", "organisation", "body") or alias.party.name.casefold() in _SEATS
}
_BLOCS = {alias.spelling for alias in aliases().values() if alias.party.name.casefold() in _SEATS}
STATES = "|".join(re.escape(s) for s in sorted(SPELLINGS, key=len, reverse=True))
NAMED = re.compile(rf"\b(?:{STATES})(?=\W|$)")
_PASSIVE = re.compile(
    r"\b(?:by|against|with|to|from|on|of|in|at|after|call(?:s|ed)|declar(?:es|ed)|brand(?:s|ed)|accus(?:es|ed|ing)"
    r"|blam(?:es|ed|ing)|condemn(?:s|ed|ing)|warn(?:s|ed|ing)|told|tells|urg(?:es|ed|ing))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: 'Seoul imposes', 'Tehran has', 'North Korea's', 'fresh Japanese': who stands right before the words of an act
_RIGHT_BEFORE = re.compile(
    rf"\b(?P<who>{STATES})(?:['’]s)?(?: (?:has|have|had|is|was|also|then|itself|now|already|will|imposes|imposed|slaps"
    r"|slapped|announces|announced|widens|widened|new|fresh|own|further))*\s*$"
)
#: whose people these are is no subject: 'Iran's embassy staff have a day to pack'; nor is the land a headline is about
_SENT = re.compile(
    r"['’]s (?:[\w-]+ ){0,2}(?:embassy|ambassador|envoy|diplomat|consul|mission|attach)|:", re.IGNORECASE
)
#: ... nor are 'American diplomats', nor 'Bahrain envoy'
_PEOPLE_SENT = re.compile(r" (?:[\w-]+ )?(?:embassy|ambassador|envoy|diplomat|consul|attach)", re.IGNORECASE)
#: ... nor is 'an Armenian UAV'
_THING = re.compile(r" (?:[\w-]+ ){0,2}(?:drone|UAV|missile|rocket|balloon|aircraft|jet|plane|warplane|fighter)s?\b")
#: ... nor are those who must go: 'Sixty Russians out', 'two Americans told to leave'
_PEOPLE = ("ans", "ese", "lis", "nis", "qis", "tis")
_OUT = re.compile(r" (?:(?:are|were|to be) )?(?:out|expelled|told|ordered|must|sent|thrown|kicked|asked|given|to go)\b")
#: 'Algeria and Mali' close their skies
_LISTED = re.compile(rf"\b(?P<who>{STATES})(?:, (?:the )?(?:{STATES}))*(?:,? and |, )(?:the )?$")


def speaker(before: str) -> str | None:
    """The state that the words before an act make its subject: the first that nothing is done to."""
    for named in NAMED.finditer(before):
        code = SPELLINGS[named.group()]
        people = named.group() in DEMONYMS and (
            _PEOPLE_SENT.match(before, named.end()) or _THING.match(before, named.end())
        )
        gone = named.group().endswith(_PEOPLE) and _OUT.match(before, named.end())
        sent = people or gone or _SENT.match(before, named.end())
        if code and not sent and not _PASSIVE.search(before[: named.start()]):
            return code
    return None


def right_before(before: str, *, blocs: bool = True) -> str | None:
    """The state that stands right before the words of an act, or the first of those listed there; with `blocs` a body
    of several states, too."""
    named = _RIGHT_BEFORE.search(before)
    if named is None or (not blocs and named["who"] in _BLOCS):
        return None
    lead = before[: named.start()]
    listed = _LISTED.search(lead)
    if _PASSIVE.search(lead[: listed.start()] if listed else lead):
        return None
    return SPELLINGS[(listed or named)["who"]]


def nearest_state(before: str) -> str | None:
    """The state named last before an act: 'Amid Iran's strikes on Israel, Iraq' closed its airspace."""
    names = [named for named in NAMED.finditer(before) if named.group() not in DEMONYMS]
    acting = [named for named in names if not _PASSIVE.search(before[: named.start()])] or names
    return SPELLINGS[acting[-1].group()] if acting else None


_ENVOY = re.compile(r" (?:embassy|ambassador|envoy|diplomat|consul|attach)", re.IGNORECASE)


def sent_home(before: str) -> set[str]:
    """The states whose people the words before an act speak of."""
    found = ((named, SPELLINGS[named.group()]) for named in NAMED.finditer(before))
    sent = (_ENVOY, _SENT)
    return {code for named, code in found if code and any(words.match(before, named.end()) for words in sent)}


#: 'called the Emirates an aggressor', 'severed relations with Iran', 'ordered the Cambodian envoy out'
_SPOKEN_TO = re.compile(
    r"\b(?:call(?:s|ed)|declar(?:es|ed|ing)|brand(?:s|ed)|accus(?:es|ed|ing)|blam(?:es|ed|ing)|with|expel(?:s|led|ling)?"
    r"|order(?:s|ed|ing)|tells?|told|throws?|threw|gave|gives?)\s+(?:all\s+|the\s+|its\s+)?"
    rf"(?P<who>{STATES})(?=\W|$)"
)


def spoken_to(told: str) -> set[str]:
    """The states that a sentence has a step taken against: their people are sent away, or ties with them cut."""
    return {code for named in _SPOKEN_TO.finditer(told) if (code := SPELLINGS[named["who"]])}


def headlined(before: str, gone: set[str]) -> str | None:
    """The land that a headline begins with, where it speaks of another's envoys: 'Bolivia: Mexico's ambassador ...'."""
    for told in before.split("\n"):
        named = NAMED.match(told)
        if named is None or not told.startswith(": ", named.end()):
            continue
        code = SPELLINGS[named.group()]
        if code and code not in sent_home(told[named.end() :]) and gone - {code}:
            return code
    return None


def home_of(actors: Sequence[Party]) -> str | None:
    for party in actors:
        code = _SEATS.get(party.name.casefold()) or party.country
        if code:
            return code
    return None
