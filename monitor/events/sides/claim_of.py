"""What one side says of an act in one sentence: that it took responsibility, or that its own forces did it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.avowals import ANOTHER_SPEAKS, another_did, avowed
from monitor.events.sides.named import ACTS, SPEAKS, SUFFERED, Named, suffers


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One side's word on the act."""

    side: Named
    start: int
    end: int
    explicit: bool  #: responsibility taken in so many words; False: the side tells of the act
    own: bool = False  #: the side says that it did it: 'its forces struck'
    voiced: bool = False  #: an armed group speaks of the act, which it seldom does of others' acts


TOOK = (
    r"claims\s+(?:(?-i:[A-Z])[\w-]+\s?){1,3}(?:[;,]|$)"
    r"|(?:claim(?:s|ed|ing)?|took|taken|takes|taking|assum(?:es|ed)|accept(?:s|ed)|admit(?:s|"
    r"ted))\s+(?:the\s+)?(?:full\s+|sole\s+)?(?:responsibility|credit)\b"
    r"|(?:claim(?:s|ed|ing)?|admit(?:s|ted)?|own(?:s|ed)?\s+up\s+to)\s+(?:(?:the|this|these|those|an|both|it|having|to\s+have|"
    r"its|their|carrying|being|a|several|more|many|"
    r"(?:\w+(?:['’]s)?\s+){0,2}(?:bombings?|bombs?|blasts?|raids?|ambush|killings?|hijacking|downing|hack|assault|attacks?|strikes?|abductions?)|responsib\w+|control|capture|full|strikes?|attacks?)\b)"
    r"|(?:said|says|say|saying)\s+(?:that\s+)?(?:the\s+\w+\s+(?:was|were)\s+(?:its|their)s?\b|(?:it|"
    r"they)\s+(?:(?:was|were|had\s+been)\s+(?:behind|responsible)|(?:had\s+|has\s+|have\s+)?(?:did|done)\s+(?:it|this))\b)"
    r"|(?:said|says|say|saying|boast(?:s|ed))\s+(?:(?:on|in|via|through)\s+[^,;.]{2,50}?\s+)?(?:that\s+)?(?:it|they)\s+(?:was|were|had\s+been)\s+"
    r"(?:the\s+ones?|its\s+(?:own\s+)?(?:men|fighters|people|members|brigade|forces))\s+(?:that|who|which)\b"
    r"|(?:did|had\s+done|has\s+done|have\s+done|was\s+behind|were\s+behind)\s+(?:it|this|so)\s*,\s+(?:said|says|according)\b"
    r"|(?:presented|hailed|described|celebrated)\s+(?:the|this)\s+(?:attack|operation|strike|raid|bombing)\s+as\b"
    r"|claims\s+(?:dozens|scores|several|many|two|three|four|five|\d+)\s+(?:of\s+)?(?:\w+\s+)?(?:rockets|missiles|drones|launches)\b"
    r"|(?:said|says|say|saying)\s+(?:that\s+)?it\s+(?:was|is|had\s+been)\s+(?:its|their|his)\s+(?:\w+['’]s\s+)?(?:work|doing|deed|operation)\b"
    r"|(?:made|makes|put\s+out|issued|posted|published|released)\s+(?:a|its|their)\s+(?:\w+\s+)?claim(?:\s+(?:on|in|of\s+resp\w+|via|through|for\s+(?:it|the|this))\b|\s*(?:[.;,]|$))"
    r"|took\s+it\s+on\s+itself|is\s+reported\s+to\s+have\s+admitted\b|asserted\s+responsibility"
)
TOOK_AFTER = pattern(rf"(?:{TOOK})", ignore_case=True)
_BY = pattern(
    r"(?:claimed|asserted|(?:responsibility|credit)\s+(?:for\s+[^.;]{1,60}?\s+)?(?:was\s+|is\s+|has\s+been\s+)?(?:taken|accepted|assumed)|admitted|announced|acknowledged)\s+(?:early\s+|"
    r"late\s+)?(?:on\s+)?(?:\w+day\s+)?(?:(?:on|in|via|through|over)\s+(?:an?\s+|the\s+|its\s+)?(?:social\s+media|statement|video|"
    r"message|communiqu\w+|Telegram|Twitter|X|Facebook|channel|website|post|broadcast|television|radio|bulletin|letter|phone)(?:\s+\w+)?\s+)?by\s+(?:a\s+group\s+(?:that\s+calls|calling)\s+itself\s+)?"
    r"(?:the\s+|an?\s+)?(?:(?:self-styled|so-called|banned|outlawed|proscribed|shadowy|militant|separatist|jihadist|Islamist)\s+){0,2}(?:\w+['’]s\s+)?$",
    ignore_case=True,
)
#: a group introduced by its name
_CALLED = pattern(
    r"\b(?:(?:calls|calling|named|naming)\s+(?:itself|themselves)|named|called|known\s+as|(?:goes|going|went|goes\s+online)\s+(?:by|under)\s+"
    r"the\s+names?(?:\s+of)?|by\s+the\s+name(?:\s+of)?)\s+(?:the\s+)?[\"“‘'’]?\s*(?:the\s+)?$",
    ignore_case=True,
)
_ACCORDING = pattern(
    r"\baccording\s+to\s+(?:(?:the|an?)\s+)?(?:(?:\w+\s+)?(?:spokes\w+|statement|source|official|officer|commander)\s+"
    r"(?:of|for|from|by|in|with)\s+)?(?:the\s+)?$",
    ignore_case=True,
)
#: '"We, the Black Moth hackers, take full responsibility," the group wrote'
_OURSELVES = pattern(r"\b[Ww]e\s*,\s+(?:the\s+)?$")
_TAKE_IT = pattern(
    r"(?:\s+(?:hackers|group|movement|collective|fighters|team|brigade))?\s*,\s+(?:\w+\s+){0,2}?(?:claim|take|accept|assume|admit|carried|did)\b"
)
#: 'a caller who said he spoke for the Pakistani Taliban told an agency that his men had done it'
_SPOKE_FOR = pattern(
    r"\b(?:caller|man|voice|person|someone|somebody|who)\b[^.;]{0,50}\b(?:spoke|speaks|speaking|calling|called)\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?$",
    ignore_case=True,
)
#: 'a man who says he belongs to the Yarmouk brigade appears in a video'
_BELONGS_TO = pattern(
    r"\b(?:who\s+(?:says?|said|claim(?:s|ed))\s+(?:that\s+)?(?:he|she|they)\s+(?:belong(?:s|ed)?\s+to|(?:is|are|was|were)\s+(?:from|of|with|members?\s+of|fighters?\s+of))|"
    r"(?:identif(?:ying|ied|ies)|introduc(?:ing|ed|es))\s+(?:himself|herself|themselves)\s+as\s+(?:an?\s+)?(?:members?|fighters?|commanders?|soldiers?)\s+of)\s+(?:the\s+)?$",
    ignore_case=True,
)
_ON_FILM = pattern(r"\b(?:videos?|footage|clips?|recordings?|film|statement|audio)\b", ignore_case=True)
_HIS_MEN = pattern(
    r"\b(?:his|its|their|our)\s+(?:\w+\s+)?(?:men|fighters|group|people|bomber|comrades)\s+(?:had\s+|have\s+)?(?:d(?:id|one)|carried|planted|killed|attacked|fired|shot|set|blown|blew)\b",
    ignore_case=True,
)
#: 'hackers who claim to be Anonymous Philippines defaced the site'
_CLAIMS_TO_BE = pattern(
    r"\bclaim(?:s|ed|ing)?\s+to\s+be\s+(?:(?:part|members?)\s+of\s+)?(?:the\s+)?[\"“‘']?$", ignore_case=True
)
#: 'KIA: helicopter was shot down by us', 'Israel: Shukr eliminated in Beirut'
_HEADED = pattern(r"(?:\s+(?:statement|spokes\w+|message|communiqu\w+|video))?\s*:\s")
_OF_US = pattern(r"\b(?:by\s+us|we|our|ours)\b|\b(?:eliminated|neutrali[sz]ed|liquidated)\b", ignore_case=True)
_CALLING = frozenset({"itself", "themselves", "named", "called", "known", "name", "names"})
_JOINS = frozenset({"to", "of", "from", "with"})
_CONFIRMED_BY = pattern(r"\b(?:was|were|been)\s+(?:later\s+)?confirmed\s+by\s+(?:the\s+)?$", ignore_case=True)
#: 'was shot down by Venezuela's military over the sea, which has now confirmed it'
_WHICH_CONFIRMED = pattern(
    r"[^,.;]{0,60},\s+(?:which|who)\s+(?:(?:has|have|had|now|since|later|also|itself|itself|promptly)\s+){0,3}"
    r"(?:confirmed|admitted|announced|acknowledged|claimed)(?:\s+(?:it|this|them|having)\b|\s*[.,;]|$)"
)
_WE_DID = pattern(
    r"\b(?:[Ww]e|[Oo]ur\s+(?:\w+\s+)?(?:men|fighters|forces|heroes|troops|jets|brothers|mujah\w+|boys|units?|brigade|drones?|missiles?))\s+(?:have\s+|just\s+)?(?:attacked|ambushed|fired|stormed|launched|hit|struck|killed|destroyed|bombed|eliminated|took\s+out|shot\s+down|sank)\b"
)
#: 'Putin orders strikes', 'Trump ordered the raid'
_ORDERS = re.compile(
    r"(?:\s+(?:has|had|on\s+\w+day))?\s+order(?:s|ed)\s+(?:the\s+|an?\s+|more\s+|fresh\s+)?(?:\w+\s+){0,2}?"
    r"(?:air\s?strikes?|strikes?|raids?|attacks?|bombings?|bombardment|operation|killing|it|them)\b"
)
_SAID = frozenset({"said", "says", "announced", "reported"})
#: 'a helicopter was shot down, says Turkey'
_SAID_BY = pattern(
    r"[,”\"’'–—-]\s*(?:said|says|announced|reported)\s+(?:the\s+|an?\s+(?:spokes\w+|statement)\s+(?:of|for|by|from)\s+(?:the\s+)?)?$"
)
_SHOWN_BY = pattern(
    r"\b(?:[Ff]ootage|[Vv]ideos?)\s+(?:put\s+out|released|published|posted|aired|shared)\b[^.;,]{0,40}$"
)
OTHERS = pattern(
    r"\b(?:previous|earlier|many\s+of|most\s+of|similar|(?:dozens|scores|hundreds)\s+of\s+(?:\w+\s+)?(?:attacks|bombings|killings|raids|strikes|operations)|attacks?\s+(?:on|against|at)\s+(?:other|another)|past|in\s+the\s+past|"
    r"more\s+than\s+a\s+dozen|several\s+(?:other\s+)?attacks|other\s+attacks|has\s+done\s+this\s+before|"
    r"in\s+(?:19|20)\d\d|"
    r"repeatedly)\b",
    ignore_case=True,
)
#: 'it had struck', 'their missile force attacked': the speaker's own act
OWN = re.compile(
    r"(?:\s+(?:through|via|on|in|over|by)\s+(?:its|their|the|a|an|his)\s+[^,;.:]{2,60}?(?:,\s*(?:the\s+)?[^,;.:]{2,60},)?)?"
    r"(?:\s+(?:some\s+|several\s+|two\s+|the\s+|local\s+|foreign\s+|news\s+|a\s+|an\s+)*(?:reporters?|journalists?|newspapers?|agenc(?:y|ies)|outlets?|"
    r"media|broadcasters?|Reuters|AFP|AP|the\s+BBC|television|radio))?"
    r"\s+(?:(?:on\s+\w+|today|yesterday|late\s+\w+|in\s+a\s+\w+)\s+){0,3}(?:that\s+)?(?:it\s+(?:was|were|had\s+been)\s+(?=its\b|their\b|the\s+(?:group|movement)))?(?:(?:on|late|early)\s+\w+\s+)?(?P<self>(?:it|they|"
    r"its|their|our|we|he|she|(?:his|her)\s+(?:country['’]s|service|forces|men|fighters|army|air\s+force)|"
    r"(?:one|two|three|some|several)\s+of\s+(?:its|their|our)|the\s+(?:group|movement|militia))\b)(?:\s+(?!not|never|will\b|would\b|may\b|might\b|could\b|tried|been\s+(?!behind|responsible|sent|flown|dispatched|launched|used|planted|fired\s+(?!at|on|upon|from))|was\s+(?:\w+\s+)?(?:hit|attacked|struck|"
    r"targeted|clear|unclear|known|likely|possible|over))[\w-]+){0,5}?"
    r"\s+[\"“‘']?(?:carried\s+out|launched|fired|struck|hit|attacked|targeted|bombed|shot\s+down|downed|seized|"
    r"destroyed|conducted|killed|behind|"
    r"responsible|author|caused|captured|sent|retaliat\w+|raided|brought\s+down|staged|boarded|blew\s+up|going\s+after|"
    r"acted|aimed|reached|tested|ordered|planted|detonated|sent|switched\s+off|shut\s+down|hacked|wiped|disabled|encrypted|"
    r"knocked\s+out|detained|shelled|sunk|sank|defended|control|in\s+control|striking|hitting|attacking|launching|firing|went\s+after|taken|took|"
    r"eliminated|neutrali[sz]ed|assassinated|executed|ambushed|stormed|overran|overrun|fought|clashed|set\s+off|d(?:id|one)\s+(?:it|so|this)|"
    r"burned|mined|crippled|found\s+(?:its|their)\s+(?:mark|target)s?|dealt|delivered|inflicted|pounded|hammered|smashed|silenced|set\s+(?:ablaze|alight|fire)|put\s+out\s+of\s+action|expelled|drove|breached|infiltrated|arrested|apprehended|recaptured|retaken|liberated|gunned\s+down|"
    r"confiscated|impounded|rammed|felled|holds)\b"
    r"|\s+(?:of\s+|to\s+)?(?:having\s+)?(?:carrying\s+out|launching|firing|striking|hitting|attacking|targeting|downing|killing|seizing)\b"
    r"|\s+(?:of\s+|to\s+)?having\s+(?:carried\s+out|launched|fired|struck|hit|attacked|targeted|downed|killed|seized|destroyed|wiped|shot|sunk|bombed|broken\s+into|taken\s+down|crippled|disabled)\b"
    r"|\s+(?:on\s+\w+\s+)?(?:(?:an?|another|more|new|fresh)\s+(?:operation|strike|attack|raid)|responsibility|strikes|air\s?strikes)\b",
    re.IGNORECASE,
)
ABOUT_ACT = pattern(
    r"\b(?:attack\w*|str(?:uck|ikes?|iking)|air\s?strikes?|bomb\w*|shell\w*|hit(?:s|ting)?|fired|launch\w*|shot\s+down|"
    r"down\w*|raid\w*|kill\w*|seiz\w+|target\w*|"
    r"assault\w*|missiles?|drones?|rockets?|operations?|destroyed|captured|jets?|aircraft|mission|offensive|"
    r"neutrali\w+|fighters?\s+were|blew\s+up|took\s+out|entered|cross(?:ed|ing)\s+(?:into|the)|push(?:ed|ing)\s+into|moved\s+into|incursions?|captur\w+|blown\s+up|warplanes|action|projectiles?|barrages?|salvos?|munitions?|weapons?|blasts?|explo\w+|"
    r"detain\w*|patrol\w*|of\s+its\s+(?:soldiers|troops|men|fighters)|aim(?:s|ed)?|aim\s+was|purpose|legitimate|"
    r"precis\w+|retaliat\w+|revenge|in\s+(?:response|reply|return)|confiscat\w*|impound\w*|board(?:ed|ing)|been\s+taken|was\s+taken|"
    r"sunk|sank|sinking|ambush\w*|clash\w*|executed|eliminated|cyberattacks?)\b",
    ignore_case=True,
)
#: 'told reporters that the killing was its operation'
ITS_DOING = pattern(
    r"\b(?:was|were|is|had\s+been)\s+(?:its|their|our)\s+(?:\w+\s+)?(?:work|job|doing|operation|target|act|action)\b",
    ignore_case=True,
)
#: why it was done: 'our airspace had been violated', 'warnings to leave were ignored'
_JUSTIFIES = pattern(
    r"\b(?:airspace|violat\w+|warnings?\b[^.;]{0,40}\b(?:ignored|unheeded|unanswered)|ignored\b[^.;]{0,30}\bwarnings?)\b",
    ignore_case=True,
)
_NEGATED = pattern(r"\b(?:not|neither|nor|never|no|nothing)\b|n['’]t\b", ignore_case=True)
_MEDIA = pattern(
    r"\b(?:agency|news|media|TV|television|newspaper|channel|outlet|broadcaster|radio|journalist|reporter|"
    r"correspondent|source|sources|resident|analyst|expert|"
    r"lawmaker|opposition|health|hospital)\b",
    ignore_case=True,
)
_OBJECTS = frozenset(
    """with by to against on for from backed linked aligned tied led supporting backing accusing blaming blamed accused
    support""".split()
)
_RELATIVE = (("that",), ("which",), ("who",))
_WHO = frozenset({"who", "that", "which"})
#: 'the Ethiopian government's communication service said'
_ITS_OFFICE = pattern(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:service|office|bureau|spokes\w+|press\s+cent(?:re|er)|statement|ministry|department|directorate|communiqu\w+)\b"
)
_OFFICE = frozenset(
    """spokesman spokesperson spokeswoman leader head chief statement military army fighters ministry members hackers
    forces government commander minister rebels guards president video footage message
    email letter note communique recording official officer source""".split()
)


def claim_of(document: str, sentence: Sentence, side: Named, here: Sequence[Named], taking: bool) -> Claim | None:
    """What a side says of an act in a sentence; `taking` tells that words of responsibility stand in it."""
    lead = document[max(sentence.start, side.start - 90) : side.start]
    if (side.by or "itself" in side.before[-1:]) and _BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if not _CALLING.isdisjoint(side.before[-4:]) and _CALLED.search(lead):
        tail = document[side.stretch : sentence.end]
        if TOOK_AFTER.search(tail[:200]):
            return Claim(side, side.start, min(sentence.end, side.stretch + 60), True)
    if "we" in side.before[-3:] and _OURSELVES.search(lead) and _TAKE_IT.match(document, side.end):
        return Claim(side, side.start, min(sentence.end, side.stretch + 60), True)
    if "for" in side.before[-2:] and _SPOKE_FOR.search(lead):
        tail = document[side.stretch : sentence.end]
        if TOOK_AFTER.search(tail) or _HIS_MEN.search(tail):
            return Claim(side, side.start, side.stretch, True)
    if not _JOINS.isdisjoint(side.before[-2:]) and side.party.kind in ("group", "forces") and _BELONGS_TO.search(lead):
        return Claim(side, side.start, side.end, False, voiced=True) if _ON_FILM.search(sentence.text) else None
    if side.before[-2:] == ("to", "be") and _CLAIMS_TO_BE.search(lead):
        return Claim(side, side.start, side.end, True)
    if "according" in side.before and _ACCORDING.search(lead):
        media = _MEDIA.search(document[side.end : side.stretch + 25])
        if media is None and side.agent and ABOUT_ACT.search(sentence.text):
            return Claim(side, side.start, side.end, False)
        return None
    if side.by and side.party.kind != "state" and _SHOWN_BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if side.by and _WHICH_CONFIRMED.match(document, side.stretch):
        return Claim(side, side.start, side.stretch, False, own=True)
    if side.by and _CONFIRMED_BY.search(lead):
        return Claim(side, side.start, side.stretch, False)
    if (
        side.party.kind == "state"
        and not side.weapon
        and not _SAID.isdisjoint(side.before[-5:])
        and _SAID_BY.search(lead)
        and _MEDIA.search(document[side.end : side.stretch + 14]) is None
    ):
        ours = _WE_DID.search(document[sentence.start : side.start]) is not None
        return Claim(side, side.start, side.stretch, False, own=ours) if ours or _tells_of_it(sentence.text) else None
    if side.party.kind == "state" and _ORDERS.match(document, side.stretch):
        return Claim(side, side.start, side.stretch + 20, False, own=True)
    if side.before[-1:] == ("what",):
        return None  # 'after what Kyiv said was ...'
    subject = not (set(side.before[-2:]) & _OBJECTS) or bool(set(side.before) & _OFFICE)
    if side.before[-2:-1] in _RELATIVE or (
        not _WHO.isdisjoint(side.before[-5:-1]) and not _OBJECTS.isdisjoint(side.before[-2:])
    ):
        subject = False  # 'a group that fights Myanmar's military says', 'hackers who side with Russia say'
    if not side.agent or not subject or side.weapon:
        return None
    tail = document[side.stretch : min(sentence.end, side.stretch + 320)]
    if _MEDIA.search(document[side.end : side.stretch] + tail[:14]):
        return None
    office = _ITS_OFFICE.match(tail) if side.forces and side.party.kind == "state" else None
    stretch = side.stretch + (office.end() if office else 0)
    tail = tail[stretch - side.stretch :]
    took = _took(tail) if taking else None
    if took is not None and not (side.party.kind == "state" and _ADMITS.search(tail[:took])):
        return Claim(side, side.start, stretch + took, True)
    if sentence.is_title and (headed := _HEADED.match(tail)) is not None:
        ours = _OF_US.search(tail) is not None
        person = side.alias.spelling != side.party.name and not (side.alias.demonym or side.alias.capital)
        told = ours or (person and side.party.kind == "state" and _tells_of_it(tail))  # 'Trump: US strike sinks boat'
        return Claim(side, side.start, stretch + headed.end(), False, own=ours) if told else None
    spoke = SPEAKS.match(tail)
    if spoke is None or ANOTHER_SPEAKS.match(tail):
        return None
    rest = tail[spoke.end("verb") :]
    own = own_deed(rest)
    if own:
        explicit = "behind" in own.group() or "responsib" in own.group()
        its = own.group("self") is not None or spoke.group("verb").lower().startswith(
            "announce"
        )  # 'announced airstrikes on'
        return Claim(side, side.start, stretch + spoke.end("verb") + own.end(), explicit, its)
    if (
        ITS_DOING.search(rest[:160])
        or _in_passing(side, here, rest, stretch + spoke.end("verb"))
        or did_it(document, side.party.name, side.start, here)
    ):
        return Claim(side, side.start, stretch + spoke.end("verb"), False, own=True)
    ahead = document[sentence.start : side.start]
    if (
        (side.party.kind in ("group", "forces") and _BY_ITS_MEN.search(ahead))
        or _WE_DID.search(ahead)
        or (side.party.kind in ("state", "forces") and _FORCES.search(side.forces) and _ITS_AIM.search(ahead))
    ) and not _NEGATED.search(ahead):
        return Claim(side, side.start, stretch + spoke.end("verb"), False, own=True)
    if _DISOWNS.match(rest) or _lost(document, sentence, side, here):
        return None
    if _tells_of_it(sentence.text) and spoke.group("verb").lower() != "told":
        return Claim(side, side.start, stretch + spoke.end("verb"), False)
    return None


#: before the name of the speaker: '15 soldiers were killed by its fighters, the group said'
_BY_ITS_MEN = pattern(
    r"\bby\s+(?:them|us)\b|\b(?:by\s+(?:its|their)\s+(?:own\s+)?(?:\w+\s+)?(?:fighters|men|forces|members|gunmen|drones?|missiles?|rockets?|soldiers|troops|"
    r"jets|planes|bombers?|hackers|unit|brigade|wing)|(?:its|their)\s+(?:fighters|men|gunmen|members|brigade|drones?|missiles?)\s+"
    r"(?:had\s+|have\s+)?(?:killed|attacked|struck|hit|fired|launched|shot|destroyed|captured|seized|stormed|ambushed|targeted))\b",
    ignore_case=True,
)

#: before the name of a military: 'a gunner had been the target, the Israeli army says'
_ITS_AIM = pattern(
    r"\b(?:was|were|had\s+been|is)\s+(?:the\s+(?:aim|target|intended\s+target)s?|targeted|eliminated|neutrali[sz]ed|liquidated)\b",
    ignore_case=True,
)

#: of a state a mistake, as a rule: 'Iran admits its missiles hit the airliner'
_ADMITS = pattern(r"\badmits?\b", ignore_case=True)

_DISOWNS = pattern(
    r"\s+(?:that\s+)?(?:he|she|it|they)\s+(?:\w+\s+){0,2}?(?:no|not|nothing|never|neither)\b", ignore_case=True
)


def _lost(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> bool:
    """True where the side that speaks tells of its own dead: 'Three US soldiers were killed, the command said'."""
    return any(
        SUFFERED.match(document[other.stretch : min(sentence.end, other.stretch + 60)])
        for other in here
        if other.start < side.start and other.party.name == side.party.name and other.forces
    )


def did_it(document: str, name: str, at: int, here: Sequence[Named]) -> bool:
    """True where the side that speaks has just been the one who acts: 'An Israeli tank fired, the army said'."""
    for side in here:
        if side.start == at or side.party.name != name or side.place or not _STRUCK.isdisjoint(side.before[-1:]):
            continue
        if _ORDERS.match(document, side.stretch):
            return True
        acts = ACTS.match(document, side.stretch) if side.agent or side.weapon else None
        if acts is not None and not suffers(document, acts):
            return _FOUGHT.match(acts.group("verb")) is not None
    return False


#: 'F-16 strikes Cambodian military targets': what stands right behind is what was struck
_STRUCK = frozenset(
    """strike strikes struck hit hits bomb bombs bombed attack attacks attacked destroy destroys destroyed pound pounds
    pounded""".split()
)
#: of the verbs by which a side acts, those of fighting
_FOUGHT = pattern(
    r"launch|fir|attack|bomb|str(?:uck|ik)|hit|raid|shell|pound|target|kill|wound|destroy|seiz|captur|sho[ot]|down|br(?:ought|ing)|"
    r"carr|conduct|stag|mount|ambush|storm|enter|invad|abduct|blew|blow|t(?:ook|ake)|wip|eliminat|assassinat|went|beg|start|detain",
    ignore_case=True,
)


#: of a military that tells of the yield: 'two died when it struck', 'the man it killed', 'it had been aimed at'
_IN_PASSING = pattern(
    r"\b(?:when|as|ships?|vessels?|tankers?|post|base|camp|convoy|soldiers|that|whom|which|after|men|man|people|person|those|operatives?|militants?|commanders?|targets?)\s+(?:it|they|we|its\s+(?:\w+\s+)?(?:forces|jets|troops|"
    r"aircraft|planes|drones?|air\s+force|navy))\s+(?:had\s+|has\s+)?(?:killed|struck|hit|bombed|attacked|targeted|eliminated|raided|shot|shelled|sank|seized|destroyed|boarded)\b|"
    r"^\s+(?:on\s+\w+\s+)?(?:that\s+)?(?:it|the\s+(?:air\s?)?(?:strike|raid|attack|operation|bombing|shelling)s?)\s+(?:had\s+been|have\s+been|has\s+been|was|were|is)\s+(?:\w+\s+)?"
    r"(?:aimed|directed|meant|carried\s+out\s+(?:against|on)|targeting|a\s+(?:precise|precision|targeted))\b|"
    r"^\s+(?:on\s+\w+\s+)?(?:that\s+)?(?:it|the\s+(?:air\s?)?(?:strike|raid|attack|operation|bombing|shelling)s?)\s+(?:had\s+)?(?:targeted|hit|struck|killed|eliminated|destroyed)\b|"
    r"^\s+(?:on\s+\w+\s+)?(?:that\s+)?(?:the|his|her|government|federal|national|state|its)\s+(?:air\s+force|army|navy|troops|military|armed\s+forces|coast\s?guard|jets|warplanes|drones)\s+"
    r"(?:had\s+|have\s+|has\s+)?(?:struck|hit|bombed|attacked|targeted|carried\s+out|destroyed|shelled|killed|raided|seized|launched|conducted)\b",
    ignore_case=True,
)
#: of a group: 'said that the ship they had set upon went down'
_ITS_PREY = pattern(
    r"\b(?:ships?|vessels?|tankers?|boats?|post|base|camp|convoy|soldiers|troops|men|man|officers?|officials?|aircraft|helicopter|plane|town|village|targets?)\s+"
    r"(?:that\s+|which\s+|whom\s+)?(?:it|they|we|its\s+(?:fighters|men|forces))\s+(?:had\s+|has\s+|have\s+)?(?:killed|struck|hit|bombed|attacked|targeted|eliminated|raided|shot|shelled|"
    r"sank|seized|destroyed|boarded|set\s+upon|captured|ambushed)\b",
    ignore_case=True,
)
_FORCES = pattern(
    r"\b(?:military|army|air\s+force|navy|coast\s?guard|armed\s+forces|command|defen[cs]e|government|general\s+staff|"
    r"forces|president|prime\s+minister)\b",
    ignore_case=True,
)


def _in_passing(side: Named, here: Sequence[Named], rest: str, spoken: int) -> bool:
    """True where a state's military tells of an act as one who did it: 'Two civilians died when it struck the cell'."""
    if side.party.kind == "group":
        found = _ITS_PREY.search(rest[:200])
    else:
        found = _IN_PASSING.search(rest[:200])
    body = not (side.alias.demonym or side.alias.capital or side.alias.spelling == side.party.name)
    if found is None or (side.party.kind != "group" and not body and not _FORCES.search(side.forces)):
        return False
    before = range(side.stretch, spoken + found.end())
    return not any(other.start in before and other.party.country != side.party.country for other in here)


#: 'said that it had struck a mine': the ship, and not the speaker
_AGROUND = re.compile(
    r"\s+(?:an?|the|some)\s+(?:(?:sea|naval|floating|drifting|hidden|land)\s+)?(?:mine|reef|rocks?|sandbank|iceberg|whale)\b"
)


def own_deed(rest: str) -> re.Match[str] | None:
    """Where the words behind a verb of speech say that the speaker did it; 'it was the rebels who fired' does not."""
    own = OWN.match(rest)
    if own is None or (own.group("self") is not None and another_did(own.group())) or _AGROUND.match(rest, own.end()):
        return None
    return own


def _tells_of_it(text: str) -> bool:
    """Does a sentence speak of an act, or of why it was done?"""
    return ABOUT_ACT.search(text) is not None or (_JUSTIFIES.search(text) is not None and not _NEGATED.search(text))


def avowal(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> Claim | None:
    """The claim of a side that speaks of the act as its own; a state's own word is told by `OWN` alone."""
    avowal = avowed(document, sentence, side, here)
    if avowal is None:
        return None
    armed = side.party.kind in ("group", "forces")
    return Claim(side, side.start, avowal.end, avowal.taken, own=armed and avowal.ours, voiced=armed)


_TOOK_SUBJECT = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?(?:\s*\([^)]{1,40}\))?(?:\s+and\s+(?:its\s+)?(?:affiliated\s+|allied\s+|"
    r"other\s+)?(?:groups|allies|factions))?"
    r"(?:\s*[,—–-][^;.]{1,150}?[,—–-]|\s*,\s+(?:an?|the|one\s+of)\s[^,;.]{1,80}?\s(?:which|that|who)\b)?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|has|have|had|also|later|now|then|"
    r"quickly|yesterday)){0,6}\s*,?\s*(?="
    rf"(?i:{TOOK}))",
)


def _took(tail: str) -> int | None:
    """How far into `tail` a claim of responsibility reaches that this subject makes; None where it makes none."""
    start = _TOOK_SUBJECT.match(tail)
    if start is None:
        return None
    took = TOOK_AFTER.match(tail, start.end())
    return took.end() if took else None


#: one of which stands in all that `TOOK` fits; to look for them costs less
_TAKING = ("claim", "responsib", "credit", "admit", "owned up", " its", " their", "behind", "itself", "presented",
           "did ", "done ", "hailed", "described", "celebrated")  # fmt: skip


def takes(text: str) -> bool:
    """Whether words of responsibility stand anywhere in a sentence."""
    low = text.lower()
    return any(map(low.__contains__, _TAKING)) and TOOK_AFTER.search(text) is not None
