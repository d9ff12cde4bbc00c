"""Groups that no table has, by the build of their names: 'Yarmouk Martyrs Brigades', 'Jaish al-Nasr', 'Tuareg rebels'.

A name counts where its words leave no doubt that it is an armed or a hacking group's, or where the text introduces it:
'a group calling itself X'. It is a side like any other then, and so is the short form that stands in brackets behind
it. A name with a weaker word, a brigade or a front, is left to `self_proclaimed.py`, which asks that it claim the act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from monitor.events.linear import pattern
from monitor.events.sides.aliases import Alias
from monitor.types import Party

_WORD = r"(?:[A-Z][\w'’-]+|al-[A-Z][\w'’-]+)"
_MORE = rf"(?:\s+(?:(?:of|for|in|and|the|al|wal|ul|ol|de|del)\s+){{0,2}}{_WORD}){{0,4}}"
_CAUSE = (
    r"(?:Liberation|Resistance|Revolutionary|Independence|Electronic|Cyber|Martyrs['’]?|Salvation|Freedom|Separatist|"
    r"Self-Defen[cs]e|Islamist)"
)
_BODY = (
    r"(?:Army|Front|Forces?|Fighters|Movement|Brigades?|Battalions?|Organi[sz]ation|Command|Group|Alliance|Units?|"
    r"Hackers)"
)
#: what the armed are called, without a capital: 'Tuareg rebels'
_ARMED = r"(?:rebels|separatists|insurgents|militants|militiamen|militia|guerrillas|guerillas|jihadists|hackers)"
_STRONG = pattern(
    rf"\b(?P<name>(?:{_WORD}\s+){{1,4}}{_CAUSE}\s+{_BODY}(?:\s+(?:of|for)\s+(?:the\s+)?{_WORD})?|"
    rf"(?:{_WORD}\s+){{0,3}}(?:Front|Movement|Army|Forces)\s+for\s+(?:the\s+)?{_WORD}{_MORE}|"
    rf"(?:Jaish|Jaysh|Ansar|Harakat|Liwaa?|Saraya|Kata['’]?[ie]b|Katiba|Jund|Lashkar|Jabhat|Ahrar|Faylaq)[\s-](?:(?:e|i|ul|al|ol)-?\s?)?{_WORD}{_MORE}|"
    rf"(?:{_WORD}\s+){{1,3}}(?:Avengers|Partisans|Mujahid\w+|Fidayeen|Hackers|Hacktivists|Vigilantes|Cartel)|"
    rf"Anonymous\s+{_WORD}|(?:{_WORD}\s+)?Cyber\s?(?:Army|Caliphate|Jihad|Fighters|Partisans|Resistance|Av[3e]ngers))"
)
_BAND = pattern(rf"\b(?P<name>[A-Z][a-z]{{3,}}(?:-[A-Z]?[a-z]+)?\s+{_ARMED})\b")
_CALLED = pattern(
    r"\b(?:group|faction|brigade|squad|alliance|band|gang|hackers|hacktivists|militia|militants|outfit|organi[sz]ation|movement|collective|crew|rebels|cell|fighters|persona|body|"
    r"Telegram\s+channel)\s*,?\s+(?:(?:that|which|who)\s+)?(?:calling|calls?|sign(?:s|ing)(?:\s+as)?|named|going\s+by\s+the\s+name(?:\s+of)?|by\s+the\s+name|styling|styles?|called|known\s+as|by\s+the\s+name\s+of|claim(?:s|ing)?\s+to\s+be)\s+(?:itself\s+|themselves\s+)?(?:the\s+)?"
    rf"[\"“‘']?(?P<name>{_WORD}{_MORE})"
)
#: 'a group by the name of "the brigades to avenge the martyr"'
_QUOTED = pattern(
    r"\b(?:group|faction|brigade|squad|band|gang|hackers|hacktivists|militia|militants|outfit|organi[sz]ation|movement|collective|crew|rebels|cell|persona)\s*,?\s+"
    r"(?:(?:that|which|who)\s+)?(?:calling|calls?|named|called|known\s+as|(?:going\s+)?by\s+the\s+name\s+of)\s+(?:itself\s+|themselves\s+)?[\"“]"
    r"(?:[Tt]he\s+)?(?P<name>[^\"”“.,;:]{3,60})[\"”]"
)
_SELF = pattern(rf"\b(?P<name>{_WORD}{_MORE})[\"”’']?\s*,\s+as\s+(?:it|they)\s+calls?\s+(?:itself|themselves)\b")
_SHORT = re.compile(r"[\"”’']?\s\((?:the\s+)?(?P<short>[A-Z][A-Z0-9-]{1,9})\)")
#: what looks like a group's name and is none
_OTHER = (
    r"\b(?:Ministry|Department|Agency|News|Committee|University|Court|Parliament|Museum|Festival|League|Club|Fund|Foundation|"
    r"Council|Radio|TV|Airport|Bank|Institute|Church|Association|Cup)\b|-(?:[Ll]inked|[Bb]acked|[Bb]ased|[Aa]ligned|[Ll]ed)\b"
)
_NONE, _GOES_ON = pattern(_OTHER), pattern(rf"\s+(?:{_OTHER})")
#: capitals that are those of a sentence's first word
_OPENERS = frozenset(
    """Suspected Masked Foreign Armed Local Some Many Several Other These Those Muslim Islamist Islamic Jihadi Jihadist
    Both Dozens Hundreds Thousands Unidentified Unknown Alleged Former Dead Surviving Captured Pro-Russian Rebel When
    While After Before Since With Against Three Four Five Seven Eight Nine Where Their They That This Heavily Young
    More Most Three Here Also Then Said Says From Over Into Under Behind Extremist Terrorist State Government Radical
    Sunni Shia Shiite Ethnic Anti-government Separatist Communist Leftist Marxist Tribal Regional Rival Hardline
    Afterwards Yesterday Today Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)


def coined(document: str) -> Iterator[tuple[int, int, Alias]]:
    """The groups that no table has, with where their names stand; not in the order of the text."""
    known: dict[str, Alias] = {}
    for build in (_STRONG, _CALLED, _QUOTED, _SELF, _BAND):
        for match in build.finditer(document):
            name = " ".join(match.group("name").split())
            end = match.end("name")
            if name.startswith(("The ", "A ", "An ")):
                name = name.split(" ", 1)[1]
            if (
                "\n" in match.group("name")
                or _NONE.search(name)
                or _GOES_ON.match(document, end)
                or (build is _BAND and (name.split()[0] in _OPENERS or name.split()[0].endswith("ing")))
            ):
                continue
            alias = known.setdefault(name, Alias(spelling=name, party=Party(name=name, kind="group")))
            yield end - len(name), end, alias
            short = _SHORT.match(document, end)
            if short is not None and short.group("short") not in known:
                called = known[short.group("short")] = Alias(spelling=short.group("short"), party=alias.party)
                for again in re.finditer(rf"\b{re.escape(called.spelling)}\b", document):
                    yield again.start(), again.end(), called
