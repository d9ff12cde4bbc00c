"""Was a blast an attack? By what blew up, where nobody is told to have done it.

A depot, a boiler and a gas cylinder blow up by themselves. A mosque at prayer, a funeral, a police van or a checkpoint
does not: a headline that has people killed by a blast there tells of a bombing, though it names no bomb and no side.
A market, a bus or a hotel may be either, and says nothing.
"""

from __future__ import annotations

from monitor.events.linear import pattern

_STORED = pattern(
    r"(?i)\b(?:(?:ammunition|ammo|arms|weapons?|ordnance|munitions?|explosives)(?: \w+)? "
    r"(?:depots?|dumps?|stores?|storage)"
    r"|ammo explosions?|chem(?:ical)?s? (?:factory|plants?|works)|fireworks (?:factory|plant|store)"
    r"|gas (?:blast|leak|explosion|cylinder)|boilers?|furnaces?|smelter|foundry|quarry|poor storage"
    r"|volcan(?:o|oes|ic)|lava|mount (?:\w+[- ]){1,3}(?:has )?erupted|ash (?:\w+ ){0,3}(?:high|into the (?:sky|air)))\b"
)
#: ... and of something that was thought to, and did not
_BLOWN_UP = pattern(
    r"(?i)\bnot (?:caused )?by (?:an? )?(?:\w+ ){0,2}(?:gas|cylinder|boiler|fireworks?)\b"
    r"|\b(?:caused by|was) an? (?:\w+ )?(?:bomb|explosive device)\b"
)
_AIMED_AT = pattern(
    r"(?i)\b(?:mosques?|church(?:es)?|cathedral|shrines?|temples?|synagogues?|seminar(?:y|ies)|madrass?as?|imambargah"
    r"|funerals?|(?:religious |muharram |ashura )?processions?|rall(?:y|ies)|checkpoints?|check ?posts?|roadblocks?"
    r"|convoys?|motorcades?|patrols?|polling stations?|recruit(?:s|ment cent(?:re|er)s?)|worshippers?|mourners?"
    r"|pilgrims?"
    r"|(?:catholic|sunday|christmas|easter|eid|friday) (?:mass|prayers|service)"
    r"|court(?:house)?s?|embass(?:y|ies)|consulates?|parliament|ministr(?:y|ies)|(?:air|army|military) bases?|barracks"
    r"|(?:car|vehicle|motorcycle|motorbike|parcel|suitcase) (?:explosions?|blasts?)"
    r"|cemeter(?:y|ies)|near .{1,30} (?:grave|tomb)"
    r"|(?:police|army|military|security|gendarmerie)(?: forces?)? (?:vans?|bus(?:es)?|trucks?|vehicles?|cars?|stations?"
    r"|posts?|headquarters|academy|academies|training cent(?:re|er)s?|barracks|compounds?|checkpoints?|patrols?)"
    r"|(?:governor|mayor|minister|commander)['’]s (?:office|home|house|convoy|car))\b"
)
#: ... and of these a blast is hardly ever anything else, killed or not
_ALONE = pattern(
    r"(?i)\b(?:mosques?|church(?:es)?|cathedral|shrines?|temples?|synagogues?|madrass?as?|funerals?|processions?"
    r"|checkpoints?|polling stations?|embass(?:y|ies)|consulates?|parliament"
    r"|(?:police|army|military) (?:vans?|bus(?:es)?|trucks?|patrols?"
    r"|convoys?|posts?|checkpoints?))\b"
)
_BY_ITSELF = pattern(
    r"(?i)\b(?:gas|lpg|cylinders?|boilers?|furnaces?|fireworks?|firecrackers?|generators?|transformers?|fuel|tankers?"
    r"|petrol|stoves?|chemicals?|ammonia|factory|mining|coal|accident(?:al(?:ly)?)?|unexploded|short circuit)\b"
)


def stored(text: str) -> bool:
    """Whether a text tells of something that blows up by itself."""
    return _STORED.search(text) is not None and _BLOWN_UP.search(text) is None


def meant_for(text: str) -> bool:
    """Whether a text has something blown up that does not blow up by itself, though nobody may be hurt."""
    return _ALONE.search(text) is not None and _BY_ITSELF.search(text) is None


def aimed(text: str) -> bool:
    """Whether a text has something blown up, or somebody, that nobody hits by accident."""
    return _AIMED_AT.search(text) is not None and _BY_ITSELF.search(text) is None
