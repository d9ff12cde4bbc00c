"""Words that say that nobody was killed or hurt, however they say it.

Five ways: a noun denied ('no casualties', 'without loss'), nobody as the subject ('not a soul was hurt'), nobody as the
object ('injuring no one'), all of them safe ('the crew are unhurt') and a list ('wounded: none').
"""

from __future__ import annotations

import re

from monitor.events.linear import pattern

KILLED = "killed"
WOUNDED = "wounded"
_BOTH = (KILLED, WOUNDED)
_DEAD = (KILLED,)
_HURT = (WOUNDED,)

_PEOPLE = (
    r"(?:people|persons?|civilians?|personnel|members?|soldiers?|troops|crew(?:\s?men|\s?members?)?|sailors?|seafarers?|"
    r"residents?|employees?|staff|americans?|israelis?|citizens?|service\s?(?:members?|men)|passengers?|pilots?|airmen|"
    r"workers?|guards?|officers?|children|child|souls?|villagers?|marines?|police(?:men)?|man|men|woman|women|guests?|ranks?|"
    r"inhabitants?|patients?|fishermen|mariners?|life|lives|ukrainians?|russians?|indians?|pakistanis?|filipinos?)"
)
_NOBODY = (
    rf"(?:no\s*[- ]?one|nobody|none|(?:no|not\s+(?:a|one)|nor)\s+(?:single\s+)?"
    rf"(?:(?:[\w-]|\.\w|\w\.)+\s+){{0,3}}?{_PEOPLE}|"
    r"n(?:or|either)\s+(?:(?:case|attack|incident|strike|raid)\s+)?(?:were|was|is|has|have)\s+(?:any(?:one|body)|there\s+any(?:one|body))|nor\s+any(?:one|body))"
)
_GONE = r"(?:killed|kill|died|dead|dies|perished|lost|slain)"
_HARMED = rf"(?:hurt|injured|harmed|wounded|hit|suffered|suffer|unwell|scratched|burned|burnt|{_GONE})"

_QUALIFIED = (
    r"(?:(?:human|civilian|coalition|american|us|u\.s\.|military|personnel|reported|known|apparent|israeli|russian|"
    r"ukrainian|material|immediate\s+reports?\s+of|reports?\s+of|loss\s+of|confirmed|any|serious|physical|"
    r"additional|other|further|fresh|allied|friendly|or|and|nor)\s+){0,3}"
)
_DENYING = (
    r"(?:no|zero|nil|without(?:\s+(?:any|causing|inflicting|incurring|suffering|taking|a))*|neither|nor(?:\s+any)?|"
    r"(?:not|\w+n['’]t)\s+(?:cause|caused|result\w*\s+in|lead\s+to|claim|inflict|entail|bring|suffer)(?:\s+any)?|free\s+of|"
    r"never\s+(?:caused|claimed)\s+any|(?:cost|costs|claimed|took)\s+no)"
)
#: losses of both kinds
_LOSSES = (
    r"(?:casualties|casualty|victims|losses|(?:material\s+)?damages?\s+(?:or|and|nor)\s+(?:any\s+)?(?:casualties|injuries|"
    r"victims|deaths)|deaths\s+(?:or|and|nor)\s+(?:serious\s+)?injuries|injuries\s+(?:or|and|nor)\s+"
    r"(?:deaths|fatalities|losses)|fatalities\s+(?:or|and|nor)\s+injuries|dead\s+(?:or|nor|and)\s+(?:wounded|injured)|"
    r"(?:one\s+)?killed\s+(?:or|nor)\s+(?:wounded|injured|hurt)|"
    r"wounded\s+(?:or|nor)\s+(?:dead|killed)|harm\s+(?:was|were|came|is|done|to\s+(?:people|anyone|life))|bloodshed|"
    r"human\s+toll)"
)
_DENIED = pattern(
    rf"\b{_DENYING}\s+{_QUALIFIED}{_LOSSES}\b|\bneither\s+(?:deaths|casualties|killed|dead|injuries)\s+nor\b|"
    r"\b(?:(?:did|has|had|have)\s+not|didn['’]t)\s+(?:kill(?:ed)?\s+or\s+)?(?:wound|injure|hurt|harm)(?:ed|d)?\s+"
    r"(?:any(?:one|body)|a\s+soul)\b|"
    r"\b(?:did|does|do|done|doing|caused|causing|no)\s+no\s+harm\b|\bno\s+violence\s+(?:is|was|were|has)\b|"
    r"\bwithout\s+(?:human\s+)?(?:loss|harm|hurt|injury\s+or\s+loss)\b|"
    r"\bneither(?:\s+of\s+(?:them|the\s+\w+)|\s+(?:man|woman|officer|pilot|soldier))?\s+(?:was|were|is)\s+(?:\w+\s+)?"
    r"(?:hurt|injured|harmed|wounded)\b|"
    r"\bneither\s+(?:side|army|country|party)\s+(?:has\s+|had\s+)?(?:reported|suffered|announced|spoke\s+of|told\s+of)\s+(?:any\s+)?"
    r"(?:casualties|losses|dead|victims)\b|"
    r"\b(?:came|come)\s+to\s+no\s+harm\b|\bnone\b[^.;,]{0,40}?\b(?:came|come)\s+to\s+(?:any\s+)?harm\b|"
    r"\b(?:only|purely|solely|just|exclusively)\s+(?:minor\s+|slight\s+|some\s+|limited\s+)?(?:material|property)\s+(?:damages?|losses)\b|"
    r"\b(?:material|property)\s+(?:damages?|losses)\s+only\b|\b(?:damages?|losses)\s+(?:was|were|is|are)\s+(?:only|purely|solely)\s+material\b|"
    r"\blimited\s+to\s+(?:material|property)\b|\bof\s+(?:casualties|victims)\b[^.;,]{0,20}?\bnothing\b|"
    r"\bneither\b(?:[^.;]|\.\w|\w\.){1,80}?\b(?:caused?|suffered|reported|brought|inflicted|resulted\s+in|led\s+to|saw)\s+(?:any\s+)?"
    r"(?:\w+\s+(?:or|and|nor)\s+)?(?:injuries|casualties|victims)\b|"
    r"\bno\s+(?:\w+\s+)?reports?\s+of\s+(?:any(?:one|body)|people)\s+(?:being\s+)?(?:hurt|injured|harmed|wounded)\b|"
    r"\bno\s+damages?\s+to\s+(?:people|persons|life|lives|civilians|residents)\b|"
    r"\bneither\b[^.;]{1,40}?\b(?:reported|said|announced)\s+any(?:one|body)\s+(?:was\s+)?(?:hurt|injured|wounded|harmed)\b|"
    r"\bno\s+harm\s*(?:[.;,!]|$)|\bno\s+loss(?:es)?,\s+(?:material|human)|"
    r"\bno\s+(?:human\s+|other\s+)?loss(?:es)?\s+(?:on|to|among|or\s+damage|in\s+life)\b|"
    r"\b(?:was|were|suffered|with)\s+no\s+loss(?:es)?\s*(?:[.;,]|$)",
    ignore_case=True,
)
_ONE_KIND = pattern(
    rf"\b{_DENYING}\s+(?:(?:reported|serious|known|reports\s+of|further|human|any|civilian|single)\s+)*"
    r"(?P<noun>injur(?:ies|y)|wounded|injured|deaths?|fatalit(?:ies|y)|dead|lives|life|loss(?:es)?\s+of\s+(?:human\s+)?lif?ves?|"
    r"loss\s+of\s+(?:human\s+)?life|lives\s+lost|killed)\b",
    ignore_case=True,
)
_SUBJECT = pattern(
    rf"\b(?P<who>{_NOBODY})(?:['’]s|\s+of\s+(?:the|them|its|those|his|her|their)(?:\s+[\w-]+){{0,3}}?)?"
    rf"(?:(?:\s+aboard|\s+on\s+board)?\s*,[^,.;]{{1,60}},)?(?P<gap>(?:\s+[\w'’-]+){{0,6}}?)\s+(?P<word>{_HARMED})\b"
    r"(?P<also>\s+(?:or|nor|and)\s+(?:[\w-]+\s+)?(?:hurt|injured|wounded|harmed|killed))?",
    ignore_case=True,
)
#: nobody 'had a scratch', 'needed care'
_NEEDED = pattern(
    rf"\b{_NOBODY}(?:\s+[\w'’-]+){{0,4}}?\s+(?:had|has|have|took|got|need(?:s|ed)?|require[sd]?|sought)\s+(?:so\s+much\s+as\s+)?"
    r"(?:an?\s+|any\s+|even\s+)*(?:scratch|plaster|wound|treatment|care|doctor|medical|hospital|bandage|injur\w+)",
    ignore_case=True,
)
#: nobody beside somebody: who 'else' was hurt is told elsewhere
_NOBODY_ELSE = pattern(
    r"\b(?:no\s*[- ]?one|nobody|none|no\s+(?:other\s+)?\w+)\s+"
    r"(?:else|but|except|other\s+than|apart\s+from|besides|save(?:\s+for)?)\b"
    rf"[^.;]{{0,60}}?\s(?P<word>{_HARMED})\b"
    r"|\bno\s+other\s+(?:\w+\s+)?(?:injuries|casualties|victims)\b",
    ignore_case=True,
)
_OBJECT = pattern(
    r"\b(?P<word>harm|hurt|injur|wound|kill)(?:ing|ed|s|es)?\s+(?:no\s*[- ]?one|nobody|none)\b"
    r"|\bwithout\s+(?P<free>harming|hurting|injuring|killing|harm\s+to|injury\s+to)\s+(?:any|a|anyone|anybody|people|"
    r"civilians?|staff|crew|those|the\b|passengers|residents)\w*|\bwithout\s+(?P<thing>injury|casualties)\b",
    ignore_case=True,
)
_SAFE = pattern(
    r"\b(?:unharmed|unhurt|uninjured|unscathed|unwounded|escaped\s+(?:injury|without\s+(?:injury|a\s+scratch)))\b"
    r"|\b(?:crew\w*|seafarers|sailors|mariners|passengers|staff|everyone|everybody|all\s+(?:aboard|on\s+board|hands|its\s+crew|"
    r"\d+|\w+)|(?:\d+|\w+)\s+(?:(?:people|persons|crew|men)\s+)?(?:on\s+board|aboard)|personnel|pilots?|airmen|aviators|fishermen|flyers|workers|residents|those\s+(?:aboard|on\s+board|inside))\b"
    r"(?:[^.;,]{0,30}?(?:,[^,.;]{1,40},)?|[^.;]{0,70}?\s(?:rescued|evacuated|picked\s+up|saved|taken\s+off)\b[^.;]{0,60}?)"
    r"\s(?:are|is|were|was|been)\s+(?:all\s+|reported\s+|said\s+to\s+be\s+|reported\s+to\s+be\s+|now\s+|"
    r"reportedly\s+|both\s+|believed\s+)*(?:safe|fine|well|okay|accounted\s+for|in\s+good)\b"
    r"|\b(?:crew|all\s+aboard|pilots?|everyone)\s+(?:safe|fine)\b|\b(?:they|all)\s+(?:are|were)\s+(?:all\s+)?(?:safe|fine)\b",
    ignore_case=True,
)
#: who came away with his life, hurt or not
_ALIVE = pattern(
    r"\b(?:both|all|crew\w*|pilots?|aviators|airmen|fliers|flyers)\b[^.;,]{0,40}?\s(?:alive|survived|(?:walked|brought|got|led)\s+to\s+safety|"
    r"eject\w*\s+safely|landed\s+safely|safely\s+(?:in|ashore|back|home|aboard|out|off|rescued|evacuated|landed))\b",
    ignore_case=True,
)
#: 'People are not hurt', 'the hostages had not been harmed'
_NOT_HURT = pattern(
    rf"\b(?:{_PEOPLE}\s+(?:are|is|have\s+been|has\s+been)\s+not|(?:was|were)\s+not|(?:was|were)n['’]t|ha(?:s|d|ve)\s+not\s+been|"
    r"ha(?:s|d|ve)n['’]t\s+been)\s+(?:physically\s+|themselves\s+|at\s+all\s+)?(?:hurt|injured|harmed|wounded)\b",
    ignore_case=True,
)
_LISTED = pattern(
    r"\b(?:casualties|wounded|injured|victims|injuries)\s*(?::|[-–—]|were|are)\s*(?:none|nil|zero)\b", ignore_case=True
)
_MAYBE = pattern(
    r"\b(?:any|immediate)\s+(?:immediate\s+|initial\s+|official\s+|independent\s+)?(?:word|information|details|comment|mention|"
    r"confirmation|figures?|toll)\b|\bno\s+(?:immediate\s+|initial\s+|official\s+|independent\s+)?(?:information|details|"
    r"comment|mention|confirmation|figures?|toll|word\s+(?:of|on|from|yet|whether|about))\b"
    r"|\b(?:did\s+not|didn't|without)\s+(?:say|saying|mention\w*|specify\w*|giving|give|report\w*)\b|\bnot\s+(?:clear|known)\b|"
    r"\bwhether\b|\bif\s+(?:there|any|no)\b|\bprecaution|\bin\s+order\b|\bwould\b|\bcould\b|"
    r"\bto\s+ensure\b|\bnot\s+to\s+(?:harm|hurt)",
    ignore_case=True,
)
_DENIAL = pattern(
    r"\b(?:no|not|nobody|none|without|neither|nor|un(?:hurt|harmed|injured|scathed|wounded)|escaped|free\s+of|zero|nil|safe|"
    r"fine|well|okay|accounted|in\s+good|no-one|never|alive|survived|safety|safely|material|property|nothing|\w+n['’]t)\b",
    ignore_case=True,
)


def denied(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    """(kinds of harm it denies, start, end) of every such phrase in a sentence."""
    if _DENIAL.search(text) is None:
        return []
    found: list[tuple[tuple[str, ...], re.Match[str]]] = [(_BOTH, match) for match in _DENIED.finditer(text)]
    found += [(_BOTH, match) for phrase in (_NEEDED, _LISTED, _NOT_HURT, _SAFE) for match in phrase.finditer(text)]
    for match in _SUBJECT.finditer(text):
        if "than" in match.group("who").lower().split():
            continue  # 'no fewer than 100 people had been killed'
        kinds = _of_subject(match.group("word").lower(), match.group("gap").lower().split(), match.group("also"))
        found += [(kinds, match)] if kinds else []
    for match in _ONE_KIND.finditer(text):
        noun = match.group("noun").lower()
        found.append((_HURT if noun == "wounded" else _BOTH if noun.startswith("injur") else _DEAD, match))
    found += [(_DEAD, match) for match in _ALIVE.finditer(text)]
    for match in _OBJECT.finditer(text):
        word = match.group("word") or match.group("free") or ""
        found.append((_DEAD if word.lower().startswith("kill") else _BOTH, match))
    found = [(kinds, match) for kinds, match in found if not _maybe(text, match.start(), match.end())]
    both = [pair for pair in found if pair[0] == _BOTH]
    return [(kinds, match.start(), match.end()) for kinds, match in both or found]


def denied_beside(text: str) -> list[tuple[str, int, int]]:
    """(kind of harm, start, end) where nobody is said to be hurt but those already told: 'no one else was injured'."""
    if _ELSE.search(text) is None:
        return []
    found = []
    for match in _NOBODY_ELSE.finditer(text):
        dead = (match.group("word") or "").lower() in _DYING
        if not _maybe(text, match.start(), match.end()):
            found.append((KILLED if dead else WOUNDED, match.start(), match.end()))
    return found


_DYING = frozenset("killed kill died dead dies perished lost slain".split())
_ELSE = pattern(r"\b(?:else|but|except|other|apart|besides|save)\b", ignore_case=True)


def _of_subject(word: str, gap: list[str], also: str | None) -> tuple[str, ...]:
    if gap[:1] == ["else"] or "other" in gap[:1]:
        return ()  # 'no one else was hurt': somebody was
    if {"and", "but", "who", "which", "when"} & set(gap):
        return ()
    if word in ("killed", "kill", "died", "dead", "dies", "perished", "lost", "slain"):
        return _BOTH if also and "killed" not in also else _DEAD
    if {"seriously", "badly", "gravely"} & set(gap):
        return _DEAD
    return _BOTH


def _maybe(text: str, start: int, end: int) -> bool:
    """True where the words say only that it is not known, or what was hoped for."""
    return _MAYBE.search(text[max(0, start - 60) : end]) is not None
