"""What the words around a time say of it: that somebody spoke then, what came of an act, what was only planned."""

from __future__ import annotations

import re

from monitor.events.linear import pattern

#: verbs and nouns of speech: a time beside them dates the words, not the act
SPEECH_WORDS = frozenset(
    """said says say saying told tells announced announces confirmed confirms reported reports stated states
    claimed claims declared wrote writes tweeted posted added acknowledged admitted disclosed revealed denied
    warned vowed urged noted condemned explained commented insisted alleged pledged testified quoted published
    issued speaking statement briefing conference interview remarks announcement report citing cited spoke
    described blamed learned learnt named identified verified broadcast aired appealed demanded welcomed
    informed according tells credit responsibility raised lowered presented counted accused argued asserted assured
    boasted cautioned clarified complained conceded contended denounced deplored emphasised emphasized estimated
    expressed hailed hinted lamented praised reaffirmed recounted reiterated remarked replied stressed thanked
    voiced""".split()
)
#: words that may stand between 'said' and its 'Sunday'
_BETWEEN = frozenset(
    """on in late early earlier later via through from to by at a an the its his her their state telegram x twitter
    facebook social media television tv channel account website page post message statement news conference briefing
    interview reporters journalists afp reuters ap cnn bbc agency issued released published as saying press televised
    video joint separate brief written it them him that short and scene site spot rally ceremony funeral meeting
    parliament session summit visit during air telethon programme program broadcast show""".split()
)
_FUTURE = frozenset(
    """will shall would scheduled planned plans due expected slated upcoming until till deadline expires expire wants
    wanted planning""".split()
)
#: 'combat that ran until Saturday' is over
LASTED = frozenset("ran held lasted continued raged went remained stayed".split())
#: 'will investigate Saturday's bombing': what is so called has happened, whatever comes of it
DONE = re.compile(
    r"\s+(?:[\w\"“”'’-]+\s+){0,4}?(?:attack|(?:air|drone |missile )?strike|raid|bombing|bombardment|blast|explosion"
    r"|shelling|barrage|assault|shooting|killing|murder|ambush|clash|incident|massacre|crash|hijacking|kidnapping|riot"
    r"|stabbing)(?:e?s)?\b",
    re.IGNORECASE,
)
#: 'gathered for Friday prayers'
PRAYED = re.compile(r"\s+(?:noon |evening |morning )?(?:prayers?|mass|services?|sermon|worship)\b", re.IGNORECASE)
#: verbs that tell what happened: behind one of them a plan before it is of something else
_PAST = frozenset(
    """was were had came went shot struck hit fell died took said told began broke left held burned blew sank fled
    brought caught drove flew found fought gave got kept led lost made met put ran rose sent shook stood swept
    threw won wrote""".split()
)
_AUXILIARIES = frozenset("be been being have has get having".split())
_FUTURE_PAIRS = frozenset(
    {
        ("takes", "effect"),
        ("into", "effect"),
        ("into", "force"),
        ("set", "to"),
        ("is", "to"),
        ("are", "to"),
        ("was", "to"),
        ("were", "to"),
        ("ahead", "of"),
    }
)
#: 'came into force on Saturday' is no plan
_CAME_INTO = frozenset("came went entered".split())
_CLAUSES = frozenset({".", ";", ",", "after", "when", "who", "which", "because", "since", "while", "but", "where"})
_MESSAGE = pattern(
    r"\bin an? (?:\w+ )?(?:message|post|video|letter|note|tweet)(?: (?:on|to|in|via|from) \w+)*?(?: on| late| early)*$"
)
#: 'a note pinned to a wall in Derry on', 'in a video released': where words were found dates the words
_LETTER = pattern(
    r"\b(?:note|message|letter|statement|leaflet|poster|banner|graffiti|video|recording|footage|audio|communiqué"
    r"|communique|pamphlet)s?"
    r",? (?:which |that )?(?:was |were |had been |has been )?"
    r"(?:stuck|pinned|posted|left|found|delivered|handed|published|released|nailed|taped|put|pushed|dropped"
    r"|circulated|uploaded|"
    r"issued|shared|sent|aired|emailed|broadcast|signed)"
    r"(?: [\w’'-]+){0,8}(?: on| late| early)*$"
)
#: 'released a video on', 'has put out pictures late'
_SHOWN = pattern(
    r"\b(?:released|published|posted|issued|shared|aired|circulated|distributed|uploaded|put out|made public|unveiled)"
    r" (?:an? |the |its |new |more )?(?:[\w-]+ ){0,2}?"
    r"(?:videos?|footage|images?|pictures?|photos?|photographs?|clips?|recordings?|film)"
    r"(?: (?:of it|of the \w+|online|to \w+))?(?: on| late| early)*$"
)
#: 'died in hospital on', 'spent': what came of an act dates it from behind
_AFTERMATH = pattern(
    r"\b(?:died (?:in|at) (?:an? |the )?(?:[\w-]+ )?(?:hospital|clinic)|died of (?:his|her|their|the) (?:wounds"
    r"|injuries)|succumbed(?: [\w-]+){0,5}"
    r"|(?:was|were|been) (?:buried|laid to rest|cremated)(?: [\w-]+){0,3}|funerals?(?: [\w-]+){0,4} held|(?:mourned"
    r"|in mourning|mourning (?:began|started|is observed|was observed)(?: in [\w ]{3,30})?|spent)"
    r"|(?:was|were) (?:found alive|rescued|discharged|pulled alive)(?: [\w-]+){0,5})(?: on| late| early)*$"
)
#: one of which stands in all that these fit; to look for them costs less
_CAME = (
    "died ",
    "succumb",
    " buried",
    "laid to",
    "cremated",
    "funeral",
    "mourn",
    "spent",
    "alive",
    "rescued",
    "discharged",
)
_LETTERS = ("note", "messag", "letter", "statement", "leaflet", "poster", "banner", "graffiti", "video", "recording",
            "footage", "audio", "communiqu", "pamphlet", "image", "picture", "photo", "clip", "film")  # fmt: skip


def is_spoken(words: list[str]) -> bool:
    """True where the words before a time end in speech: '... officials said late', '... told reporters on'."""
    for back, word in enumerate(reversed(words)):
        low = word.lower()
        if low in SPEECH_WORDS:
            return back < 12
        if low in ("told", "informed"):
            return back < 7
        if low not in _BETWEEN and not (word[:1].isupper() and back < 6):
            break
    if _MESSAGE.search(" ".join(words).lower()):
        return True
    last = [word.lower() for word in words[-6:]]
    return "told" in last and not {",", "that"} & set(last[last.index("told") :])


def is_aftermath(lead: str) -> bool:
    """True where the words before a time tell what came of an act, or of words about it."""
    low = lead.lower().rstrip()
    came = any(map(low.__contains__, _CAME)) and _AFTERMATH.search(low) is not None
    if came or not any(map(low.__contains__, _LETTERS)):
        return came
    return _LETTER.search(low) is not None or _SHOWN.search(low) is not None


def is_future(words: list[str]) -> bool:
    low = [word.lower() for word in words]
    for i in range(len(low) - 1, -1, -1):
        if low[i] in _CLAUSES:
            return False
        if low[i] in _FUTURE or tuple(low[i : i + 2]) in _FUTURE_PAIRS:
            return low[i] != "into" or _CAME_INTO.isdisjoint(low[max(0, i - 2) : i])
        if (low[i] in _PAST or low[i].endswith("ed")) and i and low[i - 1] not in _AUXILIARIES:
            return False
    return False
