"""What a sentence says that its classes of words do not tell: what was blown up, whether it was meant, who is at odds.

A mark stands beside the classes of a sentence, and `lacks` asks for it as for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from monitor.events.blasts import aimed, meant_for
from monitor.events.linear import pattern
from monitor.events.sides.foes import at_odds

#: a threat whose words name no weapon and leave no doubt
_MENACE = pattern(
    r"(?i)\bnot (?:a )?bluff|\ball (?:the )?means\b|\bevery inch\b|\b(?:possible|legitimate|a) targets?\b"
    r"|\bfire and fury\b|\bultimatum\b|\bgates of hell\b|\bheavy price\b|\b(?:wipe|wiped) (?:out|off)\b"
    r"|\b(?:declare[sd]?|state of|act of|at|go to|brink of|ready for) war\b|\bred lines?\b"
    r"|\b(?:severe|grave|dire|devastating) (?:consequences|response)\b|\bcrush(?:ing)?\b|\bresponse .{0,20}\bharsh"
    r"|\bnuclear threats?\b|\bstone age\b|\bhell to pay\b|\byou (?:are|will be) dead\b|\bpay (?:the|a|dearly)\b"
    r"|\b(?:will|would|to) be (?:crushed|wiped|destroyed|obliterated|annihilated)\b|\bobliterat\w+"
    r"|\bany (?:[\w-]+ ){0,2}(?:attack|aggression|strike|incursion|invasion|intervention|provocation)"
    r"|\b(?:it|he|they|we|army|forces|troops)"
    r" will (?:strike|hit|attack|destroy|retaliate|target|sink|bomb|invade|enter|crush|flatten|fight)\b"
    r"|\b(?:will|would) (?:strike back|hit back|retaliate)\b"
    r"|\buse (?:tactical )?nuclear\b|\bfight to the end\b"
    r"|\bready (?:for|to) (?:war|battle|fight|go to war|use force|attack)\b|\bwar footing\b|\bwill burn\b"
    r"|\bor face (?:force|war|attack|military|destruction)"
)
#: what those test under whose satellites and engines the world sees missiles
_ARMS_TESTED = pattern(
    r"(?i)\b(?:north korea\w*|pyongyang|iran\w*|tehran)\b.*\b"
    r"(?:satellites?|rockets? (?:engine|launch|carr)"
    r"|(?:missile|rocket|solid[- ]fuel) engines?|attack drones?|warheads?)\b"
)
#: nuclear matters that are no power plant's
_ARSENAL = pattern(
    r"(?i)\b(?:enrich\w*|arsenal|warheads?|weapons?|nukes?|stock(?:pile)?|arms|program(?:me)?|centrifuges?|iaea|watchdog"
    r"|deterrent|plutonium)\b"
)
#: why flights to a country are halted where no strike keeps them away, nor snow
_UNSAFE = pattern(
    r"(?i)\b(?:security|safety|tensions?|conflict|unrest|war|escalation|missiles?|attacks?|hostilities|retaliation"
    r"|air ?strikes?)\b"
)
#: for this borders are closed, too, and that is no step against anybody
_NO_QUARREL = pattern(
    r"(?i)\b(?:virus|coronavirus|covid\S*|pandemic|epidemic|ebola|cholera|mpox|measles|polio|quarantine|lockdown"
    r"|outbreak of \w+|disease|infections?|variant|repairs?|maintenance|renovations?|roadworks|(?:engine|spare) parts"
    r"|computer (?:fault|failure|glitch)|technical (?:fault|failure|problems?))\b"
)
#: ships and planes that bring help
_AID = pattern(r"(?i)\b(?:aid|relief|humanitarian|rescue\w*|firefight\w*|food|medical|doctors)\b")
#: who is warned of and not warned: 'warns China may invade'
_WARNED_OF = pattern(
    r"\b[Ww]arn(?:s|ed|ing)? (?:that )?[A-Z][\w.’']+(?: [A-Z]\w+)?"
    r" (?:may|might|could|plans?|wants?|intends?|seeks?"
    r"|(?:is|are) (?:preparing|planning|poised|about|set|massing|building))\b"
)
#: what states warn each other about without a threat of force
_TRADE = pattern(r"(?i)\b(?:tariffs?|chips?|trade|exports?|imports?|currency|econom\w+|investment|climate)\b")
#: talks of those who are at odds, or that a third one leads
_RIVALS = pattern(
    r"(?i)\b(?:rivals?|warring|broker(?:s|ed|ing)?|mediat(?:e|es|ed|ing|ion|ors?)|stand-?off|de-?escalat(?:e|ion)"
    r"|normali[sz](?:e|es|ed|ing|ation)|restor(?:e|es|ed|ing) (?:diplomatic )?(?:ties|relations))\b"
)

#: what only one who kills for a cause is said to have done
_TERROR = pattern(r"(?i)\b(?:shooting attacks?|terror(?:ist)? (?:attacks?|shooting)|jihadist|militant)\b")
#: the first that is known of a raid on a city: no gas bottle bursts several times, with sirens
_HEARD = pattern(
    r"(?i)\b(?:explosions|blasts)\b[^.;]{0,30}\b(?:heard|rock(?:s|ed)?|sha(?:kes?|kens?|ook)|rattl\w+|jolt\w*"
    r"|rings? out|rang out)\b"
    r"|\b(?:hear\w*|sounds? of|series of|several|multiple|loud|powerful|reports? of) (?:\w+ )?(?:explosions|blasts)\b"
    r"|\b(?:more|fresh|new|huge|big|massive) explosions\b"
    r"|\b(?:explosions?|blasts?) (?:(?:is|was|were) )?(?:reported|heard|felt) (?:in|near|outside|across|over)\b"
    r"|\b(?:huge|large|big|massive|powerful|loud) (?:explosion|blast)"
    r" (?:in|near|rocks|shakes|hits) (?:central|downtown|the )"
)
_STAGED = pattern(
    r"(?i)\b(?:fireworks?|firecrackers?|drill|exercise|film|gas|cylinders?|boilers?|factory|plant|mine|quarry"
    r"|depots?|transformers?|substation|garage|warehouse|volcan\w*|meteor\w*|controlled|training|arctic|polar|winter|wind)\b"
)
#: whose attacks they are, and that they hit somewhere: 'Russian attacks cut power across Ukraine'
_BY_A_STATE = pattern(
    r"\b[A-Z][\w-]+(?:[ai]n|ese|ish|i|se|sh|ch|[’']s) "
    r"(?:(?:air|drone|missile|deadly|fresh|new|heavy|overnight|massive) )*"
    r"(?:attacks?|strikes?|bombardments?|barrages?|raids?)\b[^.;]{0,50}"
    r"\b(?:[Ii]n|[Oo]n|[Aa]cross|[Nn]ear|[Oo]ver|[Aa]t|[Rr]ock\w*|[Hh]it|[Pp]ound\w*) (?:the )?(?:\w+ern )?[A-Z]"
    r"|\b[A-Z][\w-]+ (?:army |forces |troops )?[Aa]ttacks? [Ii]n (?:the |far )*(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\b"
)
#: a house that is hit, and by nobody and nothing that is named
_HOUSE_HIT = pattern(
    r"(?i)\b(?:apartments?|residential|housing|high-rise|flats|tower) ?(?:blocks?|buildings?|towers?)?"
    r" (?:was |were |is |are )?(?:hit|struck|shelled)\b"
    r"|\b(?:hospital|school|kindergarten|maternity ward|shopping cent(?:re|er)|mall|market|station|dormitory|hostel)"
    r" (?:was |were |is )?(?:hit|struck|shelled)\b"
)
_BY_NATURE = pattern(
    r"(?i)\b(?:hit|struck) by\b|\b(?:fires?|blaze|storms?|tornado\w*|cyclone|hurricane|lightning|floods?|landslide"
    r"|mudslide|(?:earth)?quakes?|tremors?|gas|crash\w*|outbreak|stampede)\b"
)


def _without(said: re.Pattern[str], spoilt: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether a text has the one and not the other."""
    return lambda text: said.search(text) is not None and spoilt.search(text) is None


_INTO_SPACE = pattern(
    r"(?i)\b(?:space agency|orbit|flagship rocket|next-generation rocket|carrier rocket|reusable"
    r"|maiden (?:flight|launch)|(?:H3|H-IIA|Ariane|Soyuz|Starship|Falcon|Vega|Angara|Long March)\b)"
)
_PRAYING = pattern(
    r"(?i)\b(?:attack(?:s|ed)?|raid(?:s|ed)?) (?:on|at) (?:\w+ )?(?:mosque|church|synagogue|shrine|temple|monaster)"
)
#: a line, a pipe or a cable does not do this by itself
_MEANT = pattern(
    r"(?i)\b(?:blown up|bl[eo]ws? up|by (?:an? )?(?:explosives?|explosions?|bombs?|blasts?)"
    r"|(?:after|in) (?:an? )?(?:blast|explosion|bomb)"
    r"|sabotag\w*|deliberate(?:ly)?|on purpose|arson attacks?|severed|cables? cut|attacked"
    r"|suspects? .{0,40}\bcut(?:ting)?)\b"
)
_COUP = pattern(
    r"(?i)\b(?:(?:tak(?:en|es)|took) (?:over|control of) (?:the )?country|suspended the constitution"
    r"|(?:detained|arrested) the president|dissolved the government|coup|putsch|junta"
    r"|(?:seiz|tak|took|grab)\w* power|power grab|overthr[eo]w\w*|military takeover|mutin\w+)\b"
)
_COUP_TRIED = pattern(
    r"(?i)(?:^|[^\d] ?)\b(?:coup (?:attempt|bid|plot)|(?:attempted|failed|foiled|thwarted|alleged) (?:military )?coup"
    r"|(?:plot|attempt|bid|conspir)\w* to (?:overthrow|topple))"
)
_SANK = pattern(r"(?i)\b(?:sinks?|sank|sunk|sinking|capsiz\w+)\b")
_OF_A_NAVY = pattern(
    r"(?i)\b(?:warships?|nav(?:y|al)|fleet|torpedo\w*|frigate|corvette|destroyer|landing ship|submarine|ram\w*)\b"
)
#: what is under pressure blows up by itself
_BURSTS = pattern(r"(?i)\b(?:gas|fuel|oil|ammonia|leak\w*)\b")
#: an attack of an army that is beaten off was fought; one of terrorists that is foiled was only planned
_REPELLED = pattern(
    r"(?i)\b(?:repel|repuls|thwart|foil|stav\w+ off|fend\w* off|fights? off|fighting off|fought off"
    r"|beat\w* (?:off|back)|h[eo]ld\w* off)"
    r"\w*(?: [\w’'-]+){0,5} (?:attacks?|assaults?|offensives?|advances?|push)\b"
    r"|\b(?:attacks|assaults|advances) (?:were |have been )?(?:repelled|repulsed|beaten (?:back|off)|thwarted)\b"
)
_PLOTTED = pattern(r"(?i)\b(?:terror\w*|plots?|cyber\w*|planned|bomb(?:ing|er)?s?|militants?|suicide)\b")
#: what gangs do where they rule, and not a crime of theirs
_GANG_RAID = pattern(
    r"(?i)\bgangs?(?: members)? (?:attack|raid|storm|torch|burn|overr[ua]n|seiz)\w*"
    r"(?: \w+){0,2} (?:towns?|villages?|prisons?|police stations?|neighbou?rhoods?|homes)\b"
)
_BURNT = pattern(r"(?i)\b(?:set (?:fire to|alight|ablaze)|torch(?:es|ed|ing)?|burn(?:ed|t|ing) (?:down )?\w)")
_RAGED = pattern(
    r"(?i)\b(?:fighting|battles?|clashes) (?:is |are |was |were )?"
    r"(?:rag|erupt|resum|flar|br(?:eak|oke)|grip|engulf|report|contin|intensif|spread|under)"
    r"|\b(?:clashes|fighting|battles?) (?:kills?|leaves?|claims?)\b"
    r"|\b(?:exchang|trad)(?:es?|ed|ing) (?:[\w-]+ ){0,2}(?:fire|gunfire|shells|salvos|volleys)\b"
    r"|\bheavy gunfire (?:is |was )?(?:heard|reported|erupts?|erupted|rings? out|rang out)\b"
)
_GROUND = pattern(
    r"(?i)\b(?:ground|land) (?:raid|operation|offensive|invasion|assault|incursion|attack|troop|force)s?\b"
    r"|\binva(?:de|sion)|\b(?:launch|beg[ia]n|start|open)\w* (?:[\w’‘'“-]+ ){0,3}[‘“']?(?:counter-?)?offensive\b"
    r"|\boffensive (?:actions?|operations?)\b"
    r"|\b(?:(?:claim|tak)\w* (?:full )?control of|retak\w+|retook|recaptur\w+|liberat(?:e[ds]?|ing|ion of)) (?-i:[A-Z])"
    r"|\bliberated\b|\brecaptured\b.{0,20}\bvillage"
    r"|\bgain\w* ground (?:near|around|outside)\b"
    r"|\b(?:re)?(?:captur|tak|took|liberat|overr[ua]n)\w* (?:control of )?"
    r"(?:(?:the|key|strategic|eastern|southern) ){0,2}"
    r"(?:town|city|village|hub)\b"
    r"|\b(?:rebels|insurgents|jihadists|militants|opposition (?:forces|fighters)|fighters|troops|forces|army|tanks)\b"
    r"[^.;]{0,30}\b(?:reach\w*|clos\w+ in on|on (?:the )?outskirts|at the gates"
    r"|within (?:\w+ )?(?:km|miles|kilomet\w+) of|(?:rapid|lightning|swift) advance)\b"
    r"|\b(?:russians|israelis|ukrainians|taliban|turks|armenians|azerbaijanis|rebels) "
    r"(?:advanc|push|clos|enter|storm|captur|seiz|tak)"
)
#: where hardly anybody but armed groups attacks
_RURAL = pattern(r"(?i)\bvillag(?:es?|ers)\b")
#: offices and works that a state's cyberattack is told of
_NATIONAL = pattern(
    r"(?i)\bministry\b|\bparliament\b|\b(?:critical|national) infrastructure\b"
    r"|\brail(?:ways?)?['’]?s?\b|\bstate (?:registers?|websites?)\b"
    r"|\b(?:radio|television|tv) stations?\b|\bairports?\b|\bpower grid\b|\bbroadcasters?\b"
)
_RIOTERS = pattern(
    r"(?i)\brioters\b|\bviolent (?:anti-\w+ )?(?:protests?|demonstrations?|rall(?:y|ies))\b"
    r"|\briots?\b.*\b(?:dead|killed|kill|die|arrest(?:s|ed)|curfew|loot\w*)\b"
    r"|\bmobs?\b.*\b(?:torch|burn|kill|loot|attack)"
)

#: mark -> (types that ask for it, whether a sentence has it)
_MARKS: dict[str, tuple[frozenset[str], Callable[[str], object]]] = {
    "MENACE": (frozenset({"threat"}), _MENACE.search),
    "FOES": (frozenset({"talks", "threat"}), lambda text: _RIVALS.search(text) or at_odds(text)),
    "TESTED": (frozenset({"weapons_test"}), _ARMS_TESTED.search),
    "NO_QUARREL": (frozenset({"closure", "evacuation"}), _NO_QUARREL.search),
    "AID": (frozenset({"deployment"}), _AID.search),
    "TRADE": (frozenset({"threat"}), _TRADE.search),
    "WARNED_OF": (frozenset({"threat"}), _WARNED_OF.search),
    "ARSENAL": (frozenset({"nuclear_step"}), _ARSENAL.search),
    "UNSAFE": (frozenset({"closure"}), _UNSAFE.search),
    "AIMED": (frozenset({"blast", "targeted_killing"}), aimed),
    "MEANTFOR": (frozenset({"blast"}), meant_for),
    "HOUSEHIT": (frozenset({"strike"}), _without(_HOUSE_HIT, _BY_NATURE)),
    "HEARD": (frozenset({"blast"}), _without(_HEARD, _STAGED)),
    "BYASTATE": (frozenset({"attack", "strike"}), lambda text: _BY_A_STATE.search(text) and at_odds(text)),
    "INTOSPACE": (frozenset({"rocket_fire", "missile_strike"}), _INTO_SPACE.search),
    "PRAYING": (frozenset({"attack", "armed_assault"}), _PRAYING.search),
    "TERROR": (frozenset({"attack", "armed_assault"}), _TERROR.search),
    "MEANT": (frozenset({"sabotage"}), _MEANT.search),
    "COUP": (frozenset({"unrest"}), _COUP.search),
    "COUPTRY": (frozenset({"unrest"}), _COUP_TRIED.search),
    "RAGED": (frozenset({"armed_clash"}), _RAGED.search),
    "REPELLED": (frozenset({"armed_clash"}), _without(_REPELLED, _PLOTTED)),
    "GANGRAID": (frozenset({"attack", "armed_assault"}), _GANG_RAID.search),
    "RURAL": (frozenset({"attack", "armed_assault"}), _RURAL.search),
    "NATIONAL": (frozenset({"cyberattack"}), _NATIONAL.search),
    "RIOTERS": (frozenset({"unrest"}), _RIOTERS.search),
    "BURNT": (frozenset({"unrest"}), _BURNT.search),
    "BURSTS": (frozenset({"sabotage"}), _BURSTS.search),
    "SANK": (frozenset({"maritime_incident"}), _without(_SANK, _OF_A_NAVY)),
    "GROUND": (frozenset({"ground_incursion"}), _GROUND.search),
}


def marks(text: str, names: Collection[str]) -> set[str]:
    """What a sentence says beside the classes of its words, as far as the types `names` ask for it."""
    return {mark for mark, (asked, has) in _MARKS.items() if not asked.isdisjoint(names) and has(text)}
