"""By which words a side that speaks of an act tells of its own: 'said it had struck', 'its jets hit', 'the aim was'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sides.claims.avowals import another_did
from monitor.events.sides.named import ACTS, Named, suffers

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


#: 'told reporters that the killing was its operation'
ITS_DOING = pattern(
    r"\b(?:was|were|is|had\s+been)\s+(?:its|their|our)\s+(?:\w+\s+)?(?:work|job|doing|operation|target|act|action)\b",
    ignore_case=True,
)
WE_DID = pattern(
    r"\b(?:[Ww]e|[Oo]ur\s+(?:\w+\s+)?(?:men|fighters|forces|heroes|troops|jets|brothers|mujah\w+|boys|units?|brigade|drones?|missiles?))\s+(?:have\s+|just\s+)?(?:attacked|ambushed|fired|stormed|launched|hit|struck|killed|destroyed|bombed|eliminated|took\s+out|shot\s+down|sank)\b"
)
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
_FORCES = pattern(
    r"\b(?:military|army|air\s+force|navy|coast\s?guard|armed\s+forces|command|defen[cs]e|government|general\s+staff|"
    r"forces|president|prime\s+minister)\b",
    ignore_case=True,
)
_NEGATED = pattern(r"\b(?:not|neither|nor|never|no|nothing)\b|n['’]t\b", ignore_case=True)


def its_own_before(side: Named, ahead: str) -> bool:
    """Whether what stands before the speaker's name tells of its own act: 'killed by its fighters, the group said'."""
    kind = side.party.kind
    own = (
        (kind in ("group", "forces") and _BY_ITS_MEN.search(ahead))
        or WE_DID.search(ahead)
        or (kind in ("state", "forces") and _FORCES.search(side.forces) and _ITS_AIM.search(ahead))
    )
    return bool(own) and not _NEGATED.search(ahead)


#: 'Putin orders strikes', 'Trump ordered the raid'
ORDERS = re.compile(
    r"(?:\s+(?:has|had|on\s+\w+day))?\s+order(?:s|ed)\s+(?:the\s+|an?\s+|more\s+|fresh\s+)?(?:\w+\s+){0,2}?"
    r"(?:air\s?strikes?|strikes?|raids?|attacks?|bombings?|bombardment|operation|killing|it|them)\b"
)


def did_it(document: str, name: str, at: int, here: Sequence[Named]) -> bool:
    """True where the side that speaks has just been the one who acts: 'An Israeli tank fired, the army said'."""
    for side in here:
        if side.start == at or side.party.name != name or side.place or not _STRUCK.isdisjoint(side.before[-1:]):
            continue
        if ORDERS.match(document, side.stretch):
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


def in_passing(side: Named, here: Sequence[Named], rest: str, spoken: int) -> bool:
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
#: why it was done: 'our airspace had been violated', 'warnings to leave were ignored'
_JUSTIFIES = pattern(
    r"\b(?:airspace|violat\w+|warnings?\b[^.;]{0,40}\b(?:ignored|unheeded|unanswered)|ignored\b[^.;]{0,30}\bwarnings?)\b",
    ignore_case=True,
)


def tells_of_it(text: str) -> bool:
    """Does a sentence speak of an act, or of why it was done?"""
    return ABOUT_ACT.search(text) is not None or (_JUSTIFIES.search(text) is not None and not _NEGATED.search(text))
