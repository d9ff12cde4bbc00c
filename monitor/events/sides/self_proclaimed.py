"""Groups that no table has, by the words in which they own to an act: 'the Night Herons claimed responsibility'.

Who claims an attack is a side of it, be the name that of no group anybody listed. What tells are words that only those
speak who did it ('took responsibility', 'said its fighters', '"We, the Herons, ..."'), or a message in the name of such
a group that speaks of 'our men'. The name is then a side wherever the text has it. A ministry, a paper or a company
that says something is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from monitor.events.linear import pattern
from monitor.events.sides.aliases import Alias
from monitor.types import Party

_WORD = r"(?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*|\d+(?:st|nd|rd|th)\b)"
_NAME = rf"{_WORD}(?:\s+(?:(?:of|for|in|the|and|al|wal|ul|with|who)\s+){{0,2}}{_WORD}){{0,7}}"
_GROUP = r"(?:group|outfit|faction|militia|band|gang|cell|crew|movement|collective|organi[sz]ation|hackers)"
#: a name that ends right here, with what may stand between it and its verb
_NAMED_BEFORE = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?)\s+)?[\"“‘']?(?P<name>(?<![\w’'-]){_NAME})[\"”’']?"
    rf"(?:\s*\([^)]{{1,40}}\))?(?:\s+{_GROUP})?(?:\s*,(?!\s+(?:called|calling|named|known)\b)[^,;.]{{1,90}},|\s+in\s+[A-Z]\w+)?"
    r"(?:\s+(?:has|have|had|also|later|since|now|quickly|then|on\s+\w+day|yesterday|today|jointly|reportedly|which|who))*"
    r"\s*,?\s+$"
)
_NAMED_BEHIND = re.compile(
    rf"\s*(?:(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}?{_GROUP}\s*,?\s+"
    r"(?:(?:calling\s+itself|that\s+calls\s+itself|called|named|known\s+as)\s+)?)?"
    rf"(?:the\s+)?[\"“‘']?(?:[Tt]he\s+)?(?P<name>{_NAME})"
)
#: where a name may begin
_STARTS = re.compile(r"\b(?:[Tt]he\s+|[Aa]n?\s+)?[\"“‘']?(?<![\w’'-])(?:[A-Z]|al-[A-Z]|\d+(?:st|nd|rd|th)\b)")
_DOES = (
    r"(?:carried\s+out|staged|mounted|planted|placed|laid|set\s+off|detonated|ambushed|attacked|bombed|abducted|"
    r"kidnapped|hijacked|sabotaged|hacked|broke(?:n)?\s+into|stole(?:n)?|leaked|hit\s+(?:the|an?|its|\w+day['’]s)|"
    r"(?:flown|flew|fired|launched|sent)\s+(?:the\s+|an?\s+|its\s+)?(?:\w+\s+){0,2}?(?:drones?|rockets?|missiles?|shells|mortars)|"
    r"assassinated|executed|punished|brought\s+down|shot\s+(?:down|dead)|bl(?:own|ew)\s+up|killed|targeted|struck|"
    r"d(?:one|id)\s+(?:it|this))\b"
)
_MEN = (
    r"(?:own\s+)?(?:\w+\s+){0,2}?(?:(?:fighters|men|gunmen|soldiers|militants|bombers?|brigades?|squads?|warriors|cadres|"
    r"comrades|mujah\w+|commandos|snipers|martyrs?)\b|"
    rf"(?:members|people|forces|units?|cells?|hackers)\s+(?:\w+\s+)?(?:had\s+|have\s+)?{_DOES})"
)
_DID = (
    r"(?:(?:was|were|had\s+been|is|are)\s+(?:behind\s+(?:the|this|it|both|an?|last|\w+day['’]s)\b|responsible)|"
    rf"(?:had\s+|has\s+|have\s+)?(?:\w+ly\s+)?{_DOES})"
)
_SAYS = (
    r"(?:said|says|announced|wrote|writes|posted|confirmed|stated|declared|claim(?:ed|s)|admit(?:ted|s)|acknowledged|"
    r"boast(?:ed|s)|told(?:\s+\w+){1,4}?|(?:issued|released|published|put\s+out|made|sent)\s+an?\s+(?:\w+\s+){0,2}?"
    r"(?:statement|message|video|claim|note|communiqu\w+)(?:\s+(?:saying|claiming|in\s+which\s+it\s+said))?)"
    r"(?:\s+(?:online|publicly|later|today|yesterday))?(?:\s+(?:on|in|via|by|through|from|within|at)\s+[^,;.]{1,30}?)?"
)
#: what a group says when it did it, behind its name
_OWNS = pattern(
    r"\b(?:(?:claim(?:s|ed|ing)?|t(?:ook|akes|aken|aking)|assum(?:es|ed)|accept(?:s|ed))\s+(?:full\s+|sole\s+|the\s+)?"
    r"(?:responsibility|credit)\b|own(?:s|ed)\s+up\s+to\b|admit(?:s|ted)\s+(?:to\s+)?(?:the|this|having|carrying)\b|"
    r"put(?:s)?\s+(?:its|their)\s+name\s+(?:on\s+\w+\s+)?to\b|"
    r"t(?:ook|akes)\s+to\s+\w+(?:\s+media)?\s+to\s+(?:gloat|boast|claim|say|announce|take)\b|"
    r"(?:phoned|rang|telephoned|called)\s+(?:\w+\s+){0,2}?(?:newsrooms?|reporters|journalists|newspapers?|agenc(?:y|ies))\b|"
    r"boast(?:s|ed)\s+of\s+(?:the|having|its)\b|"
    r"(?:hail|describ|present|celebrat)(?:es|s|ed)\s+(?:the|this|it)\b[^.;]{0,60}\b(?:its|our)\b|"
    rf"{_SAYS}\s+(?:that\s+)?(?:(?:it|we|they)\s+{_DID}|[^.;,]{{0,40}}?\b(?:its|their)\s+{_MEN}))"
)
_OF_MINE = pattern(
    rf"\b(?:(?:its|their|our|his)\s+{_MEN}|(?:its|their)\s+spokes\w+|(?:it|they|we|he|group)\s+{_DID}|"
    r"(?:this|it)\s+was\s+(?:us|our)\b)",
    ignore_case=True,
)
#: behind these a name is that of who did it
_BY = pattern(
    r"\b(?:claimed|(?:responsibility|credit)\s+(?:for\s+[^.;]{1,60}?\s+)?(?:was\s+|is\s+)?(?:taken|claimed|assumed))\s+"
    r"(?:(?:later|early|late|on|\w+day)\s+){0,3}by\s+|\bwe\s*,\s+|"
    r"\b(?:leaflets?|notes?|letters?|pamphlets?|banners?)\b[^.;]{0,50}\bsigned\s+(?:by|as)\s+|"
    r"\bsign(?:s|ed)?\s+(?:themselves\s+|itself\s+)?(?:as\s+)?[\"“]",
    ignore_case=True,
)
#: ... and behind these where 'our men' are spoken of
_IN_THE_NAME_OF = pattern(
    r"\b(?:in\s+the\s+name\s+of|(?:speaks|spoke|speaking)\s+for|on\s+behalf\s+of|spokes\w+\s+(?:for|of)|attributed\s+to|"
    r"signed\s+(?:by|as)|(?:released|posted|published|sent)\s+by|(?:message|statement|video|note|leaflet|account|channel|"
    r"commander|fighters|wing|cell|front)\s+(?:of|by|from)|linked\s+to|work\s+of)\s+"
)
#: a name with one of these is an office's, a paper's, a company's or a state's
_OFFICE = pattern(
    r"\b(?:Ministry|Minister|Department|Agency|News|Committee|University|Court|Parliament|Council|Radio|TV|Airport|"
    r"Airlines|Bank|Institute|Church|Association|Police|Party|Crescent|Cross|Society|Union|Federation|Foundation|Watch|"
    r"Observatory|International|Intelligence|Rights|Doctors|Government|President|State|Navy|Corps|Staff|Service|Office|"
    r"Commission|Authority|Company|Times|Post|Command|Centre|Center|Guard|Nations|Defen[cs]e|Military|Security|"
    r"Air\s+Force|Coast)\b"
)
#: capitals that begin no name of a group
_OPENERS = frozenset(
    """It They He She We I No Nobody One Neither Both Others Another Some Many Several Militants Rebels Gunmen
    Insurgents Separatists Islamists Jihadists Extremists Fighters Hackers Police Officials Authorities Who Which That
    This Army Monday Tuesday Wednesday Thursday Friday Saturday Sunday Two Three Four In On At If When While But And As
    After Unknown Then Speaker President Minister General Colonel Commander Captain Sheikh Mullah Islamist Islamic
    Jihadist Jihadi Salafist Sunni Shia Shiite Muslim Christian Marxist Maoist Communist Leftist Rebel Militant Kurdish
    Baloch Balochi Baluch Tuareg Fulani Oromo Tigrayan Druze Pashtun Chechen Arab Berber Taliban Armed Separatist Tamil
    Kachin Karen Chin Shan Bedouin Uighur Alawite Western European African Asian Mexican Telegram Twitter Facebook X
    YouTube Reuters AFP AP BBC CNN""".split()
)
#: characters that are looked at before a verb, and behind a name
_BEFORE, _BEHIND = 220, 260
#: more claims, and more groups that claim, no news tells of; a longer list is a table
_MOST_CLAIMS, _MOST_GROUPS = 60, 12


def claiming(document: str) -> Iterator[tuple[int, int, Alias]]:
    """The groups that own to an act in a document, with every place where their names stand; not in its order."""
    for name in islice(dict.fromkeys(_names(document)), _MOST_GROUPS):
        alias = Alias(spelling=name, party=Party(name=name, kind="group"))
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", document):
            yield match.start(), match.end(), alias


def _names(document: str) -> Iterator[str]:
    for owns in islice(_OWNS.finditer(document), _MOST_CLAIMS):
        lead = document[max(0, owns.start() - _BEFORE, document.rfind("\n", 0, owns.start()) + 1) : owns.start()]
        named = (_NAMED_BEFORE.match(lead, start.start()) for start in _STARTS.finditer(lead))
        match = next(filter(None, named), None)
        many = " they " in owns.group()  # 'The Herons said they did it'; not 'Ivan said they did it'
        if (name := _group(match)) and (not many or (match is not None and match.group().lower().startswith("the "))):
            yield name
    for by in islice(_BY.finditer(document), _MOST_CLAIMS):
        if name := _group(_NAMED_BEHIND.match(document, by.end())):
            yield name
    for of in islice(_IN_THE_NAME_OF.finditer(document), _MOST_CLAIMS):
        match = _NAMED_BEHIND.match(document, of.end())
        if match is not None and (name := _group(match)) and _speaks(document, of.start(), match.end()):
            yield name


def _speaks(document: str, start: int, end: int) -> bool:
    """Whether the line about a name at document[start:end] speaks of 'our men', or of what 'we' did."""
    line = document.find("\n", end)
    behind = min(line if line >= 0 else len(document), end + _BEHIND)
    before = max(document.rfind("\n", 0, start) + 1, start - _BEHIND)
    return any(_OF_MINE.search(document, *span) for span in ((end, behind), (before, start)))


def _group(match: re.Match[str] | None) -> str:
    """The name, where it may be a group's; '' else."""
    words = match.group("name").split(" ") if match is not None else []
    if words and (words[0] in ("The", "A", "An") or words[0] in _OPENERS):
        words = words[1:]
    name = " ".join(words)
    if not words or words[0] in _OPENERS or len(name) < 3 or (len(name) == 3 and not name.isupper()):
        return ""
    return "" if "\n" in name or "'s" in name or "’s" in name or _OFFICE.search(name) else name
