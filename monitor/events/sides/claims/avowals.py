"""Sides that speak of an act as theirs without a set phrase of responsibility.

An armed group seldom tells of other people's attacks: where it publishes, boasts, names the bomber or calls the act its
work, it avows it. A state's word counts only where the act is its own; that is weighed by `who.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.named import ACTS, SPEECH, Named, suffers

_ADVERBS = (
    r"(?:\s+(?:has|have|had|also|later|now|since|already|both|again|then|today|yesterday|quickly|soon|online|"
    r"itself|on\s+\w+day|afterwards|subsequently|promptly|reportedly|which|who|in\s+turn))*"
)
_ASIDE = r"(?:\s*\([^)]{1,50}\))?(?:\s*,[^,;.:]{1,110},|\s+[-–—][^-–—;.:]{1,90}[-–—])?"
_VOICES = (
    rf"{SPEECH}|adds|admit|boasts?|hail(?:s|ed)|describ(?:es|ed)|publish(?:es|ed)|releas(?:es|ed)|posts|circulat(?:es|ed)|"
    r"screen(?:s|ed)|show(?:s|ed)\s+(?:\w+\s+){0,3}?(?:footage|videos?|clips?|films?|pictures?|images?|photos?|wreck\w*|remains|debris|how|what|\w+\s+cards)|air(?:s|ed)|issu(?:es|ed)|phoned|telephoned|rang|emailed|celebrat(?:es|ed)|rejoic(?:es|ed)|"
    r"own(?:s|ed)|credit(?:s|ed)|nam(?:es|ed)|call(?:s|ed)|assert(?:s|ed)|sign(?:s|ed)|explains|gave|gives|presented|"
    r"presents|prais(?:es|ed)|gloat(?:s|ed)|justifi(?:es|ed)|brag(?:s|ged)|identif(?:ies|ied)|commented|comments|count(?:s|ed)|"
    r"(?:puts?|gave|sent)\s+out|followed|sent\s+(?:reporters|journalists)|broadcasts?|agrees|signed\s+for"
)
#: words that take an act upon oneself, after any verb of the side
TAKES = (
    r"(?:claim(?:s|ed|ing)?|t(?:ook|aken|akes|aking)|assum(?:es|ed|ing)|accept(?:s|ed|ing)|admit(?:s|ted|ting))\s+"
    r"(?:the\s+)?(?:full\s+|sole\s+)?(?:responsibility|credit)|(?:put(?:s|ting)?|set|lent|gave)\s+(?:its|their)\s+(?:name|signature|seal)\s+(?:on\s+\w+\s+)?(?:to|under)\b|acknowledg(?:es|ed)\s+(?:the|this|its|having)\s+(?:\w+\s+){0,1}?(?:ambush|attack|raid|bombing|killings?|assault|abduction|kidnapping|hijacking|carried|staged|launched|planted|shot|fired|killed|struck)\b|"
    r"t(?:ook|akes)\s+to\s+\w+(?:\s+media)?\s+to\s+(?:gloat|boast|claim)\b|own(?:s|ed|ing)\s+(?:up|the|it)\b|t(?:ook|akes|aking)\s+it\s+(?:up)?on\s+(?:itself|themselves)|"
    r"presented\s+itself\s+as|put(?:s)?\s+itself\s+behind|sent\s+a\s+(?:message|statement|note)\s+(?:taking|claiming|admitting)|"
    r"admit(?:s|ted)?\s+(?:taking|seizing|shooting|firing|launching|downing|hitting|attacking|killing)|signed\s+for|claim(?:s|ed|ing)?\s+(?:it|him|her|them|the|this|both|that\s+it)\b|"
    r"(?:issued|made|posted|published|released)\s+(?:a\s+)?(?:claim|statement\s+of\s+responsibility)|"
    r"announc(?:es|ed)\s+(?:the|this)\s+(?:attack|raid|assault|ambush|bombing|killing|strike|operation|kidnapping)\b|"
    r"boast(?:s|ed)\s+of\s+(?:(?:it|the)\b|(?:(?:its|an?|having)\s+)?[\"“'‘]?(?:\w+\s+)?(?:attack|strike|raid|ambush|bombardment|bombing|barrage|"
    r"salvo|shelling|killing|downing|assault|struck|hit|shot|killed|attacked|bombed|destroyed)\w*)|(?:gave|gives|cit(?:es|ed)|nam(?:es|ed))\s+[^.;]{1,80}?\bas\s+(?:its|their|the)\s+(?:reason|motive)s?\b|(?:says?|said)\s+(?:that\s+)?(?:it|they|we|its\s+\w+|\w+\s+of\s+its\s+\w+)\s+"
    r"(?:had\s+)?(?:did|done)\s+(?:it|this|the)"
)
#: how a state judges its own act where it does not plainly say that it did it
JUDGES = pattern(
    r"\b(?:call|describ|nam|hail|justif|defend|present|prais|celebrat|identif|count|show|publish|releas|shar)"
    r"(?:s|es|ed|ies|ied)\b|\bputs?\s+out\b"
)
#: what may stand between a name and its verb: its organ, its spokesman's name
_ORGAN = r"(?:['’]s?)?(?:\s+[\w'’“”\".-]+){0,6}?"
_VOICE = pattern(rf"(?P<organ>{_ORGAN}){_ASIDE},?{_ADVERBS}\s*,?\s+(?P<voice>(?i:{TAKES}|{_VOICES}))\b")
_TAKES = pattern(TAKES, ignore_case=True)
_QUOTED = pattern(r"\s*:\s+[\"“'‘]|\s*:\s+(?:we|our|shot|done|it|with)\b", ignore_case=True)
_INVERTED = pattern(
    r"[,”\"’'?!)–—-]\s*(?:as\s+)?(?:said|says|say|wrote|writes|according\s+to|announced|ran|boasted)\s+"
    r"(?:(?:a|the|an)\s+)?(?:(?:spokes\w+|source|sources|statement|commander|\w+\s+\w+)\s+(?:of|for|in|from|by)\s+)?"
    r"(?:(?:the\s+)?\w+['’]s\s+|the\s+)?$"
)
#: words one of which stands near before the name in the three phrases
_LED_BY = frozenset(
    """said says say wrote writes to announced ran boasted source sources from by of footage video videos clip film
    statement""".split()
)
_SOURCE = pattern(r"\bsources?\s+(?:\w+\s+)?(?:in|at|of|from|within)\s+(?:the\s+)?(?:\w+['’]s\s+)?$", ignore_case=True)
_SHOWN = pattern(
    r"\b(?:footage|videos?|clips?|films?|pictures?|images?|statements?|communiqu\w+|message|letter|photos?|recording)"
    r"(?:\s+[\w-]+){0,3}\s+(?:from|by|of)\s+(?:the\s+)?$",
    ignore_case=True,
)
#: words at the name or after it that make its media, a victim, an accuser or a third party of the side
_PRESS = pattern(
    r"\b(?:agency|news|newspaper|journalist|reporter|correspondent|resident|analyst|expert|lawmaker|opposition|media|TV|"
    r"television|channel|radio|health|hospital|police)\b",
    ignore_case=True,
)
_NOT_OURS = pattern(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|condemn|accus|blam|deplor|mourn|praised|prais|welcom|vow|"
    r"not\s+(?:responsible|behind|involved)|no\s+(?:hand|role|part|comment|link|knowledge)|false\b|not\s+(?:its|their|us|ours)\b|nothing\s+to\s+do|(?:loss|death|killing)s?\s+of\s+(?:\w+\s+of\s+)?(?:its|their)\b|(?:struck|hit)\s+an?\s+(?:\w+\s+)?(?:mine|reef|rock)\b|warn(?:s|ed)?\b|threat|"
    r"its\s+(?:\w+\s+)?(?:members?|fighters?|leader|positions?|commander|soldiers)\s+(?:\w+\s+)?(?:was|were|had\s+been|been)\b|"
    r"(?:one|two|three|four|five|some|several)\s+of\s+its\s+(?:\w+\s+)?(?:members?|fighters?|officers?|men|soldiers?)\b[^.;]{0,70}?"
    r"\b(?:killed|died|dead|dies|slain|wounded|lost)\b|"
    r"the\s+(?:dead|victims?|killed|slain|fallen)\s+(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:(?:one|some|all)\s+of\s+)?(?:its|their)\b|"
    r"martyr(?:s|ed)?\b|retaliat\w+\s+soon|will\s+(?:respond|avenge))",
    ignore_case=True,
)
#: 'killed two of its men'; 'killed by its men' is another thing
_KILLED_ITS = pattern(
    r"\b(?:kill|wound|injur|struck|hit|target)\w*\s+(?:[\w-]+\s+){0,3}?(?:of\s+)?its\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:members?|fighters?|leaders?|positions?|commanders?|soldiers|men|officers)\b",
    ignore_case=True,
)
_CLEFT = pattern(
    r"\b(?:it|they)\s+(?:was|were|is|had\s+been)\s+(?:[\w-]+\s+){1,4}?(?:who|that|which)\s+(?:\w+\s+)?(?:had|was|were|fired|killed|shot|attacked|struck|launched|did)\b",
    ignore_case=True,
)
_MEDIA = pattern(
    r"\b(?:agency|news|newspaper|journalist|reporter|correspondent|resident|analyst|expert|lawmaker|opposition|"
    r"health|hospital|medical|media\s+outlets|ministry|government|authorities|police|officials?|administration|"
    r"positions?|territory|stronghold|prisoners?|families|run|held|suspects?|attack\w*|strike\w*|rockets?|drones?|"
    r"missiles?|leader\s+[A-Z]\w+\s+[A-Z]\w+\s+(?:was|is))\b",
    ignore_case=True,
)
#: 'its fighters', 'we', 'they did it'
OURS = pattern(
    r"\b(?:(?:its|our|their|the\s+group['’]s)\s+(?:own\s+)?(?:\w+\s+){0,2}(?:fighters|men|soldiers|forces|people|gunners|"
    r"brigade|battalion|squad|work|doing|comrades|branch|unit|operation|agents|bomber|mujah\w+|specialists|fighter|"
    r"troops|members|warriors|cell|wing|heroes|drones?|missiles?|pilots|jets)\b|(?:^|\W)(?:we|ours)\b|"
    r"(?:it|they)\s+(?:had\s+|have\s+|has\s+)?(?:did|done|was\s+(?:behind|revenge)|were\s+behind|acted|keeps?|holds?|"
    r"took|targeted|avenged|struck|hit|fired|carried|put|attacked|blocked|seized)\b|soldiers?\s+of\s+the\s+caliphate|of\s+(?:its|our|their)\s+own\b|"
    r"fidayee\w*|mujah\w+|(?:fighters|men|soldiers|gunmen)\s+of\s+the\s+(?:group|movement|organi[sz]ation|faction|caliphate))",
    ignore_case=True,
)
#: right after the verb: it says nothing, or speaks of what is to come
_LEAVES = pattern(
    r"(?:\s+[\w'’“\"-]+){0,4}?\s+(?:not|no|nothing|would|will|neither|yes|without|never|unaware|in\s+(?:19|20)\d\d)\b"
    r"|\s+to\s+(?:be|have)\b",
    ignore_case=True,
)
_TO_COME = pattern(r"\s+(?:that\s+)?(?:it|they|its\s+\w+|he|she|we)\s+(?:would|will)\b", ignore_case=True)
#: behind a name: 'The Houthis, said the US military, had fired', '"Abu Sayyaf or Moro rebels", said Lt Cacho', 'Russia,
#: with drones at night, Ivan Petrenko wrote', 'the rebels, and was perhaps hit, Rey told'
_TELLS = r"(?:said|says|wrote|told|announced|reported|confirmed|stated)"
ANOTHER_SPEAKS = pattern(
    rf"(?:\s+(?:or|and|rebels|militants|fighters|[A-Z]\w+)){{0,4}}(?:\s*\([^)]{{1,40}}\))?[\"”’']?\s*,[\"”’']?\s+(?:said|says|say|wrote|announced|reported|according)\s+(?:the|an?|[A-Z])|"
    rf"\s*,[^,;.]{{1,160}},\s+[A-Z][\w'’-]+\s+[A-Z][\w'’-]+(?:\s*,[^,;.]{{1,120}},)?\s+{_TELLS}\b|"
    rf"\s*,\s+(?:and|but|while|when|as|after|with)\s[^,;.]{{1,160}},\s+(?:the\s+\w+|[A-Z][\w'’-]+)\s+{_TELLS}\b"
)
#: what a state calls its own act
_OWN_ACT = pattern(
    r"\b(?:raids?|strikes?|operations?|actions?|missions?|attacks?|drills?|exercises?|target(?:s|ed)?|order(?:ed)?|justice|"
    r"went\s+after|kill|bombing|defensive|response|retaliation|(?:clip|footage|film|video)s?\s+(?:of|showing|that\s+shows?))\b",
    ignore_case=True,
)
_VERB = pattern(r"\b(?:has|have|had|is|are|was|were|been)\b")
#: the forces of a state at their deed, to which nothing is done: no 'army drone shot down', 'troops killed in'
_AN_ARMY_DID = re.compile(
    r"\b(?:army|military|junta|government|regime|air\s+force)(?:['’]s)?(?:\s+(?:drones?|jets?|warplanes?|planes?|aircraft|helicopters?|"
    r"air\s?strikes?|strikes?|raids?|shelling|artillery|bombs?|troops|soldiers|forces))?\s+(?:ha[ds]\s+|have\s+)?(?:deliberately\s+)?"
    r"(?:kill(?:ed|s)|target(?:ed|s)|struck|hit|bomb(?:ed|s)|attack(?:ed|s)|shell(?:ed|s)|fired|launched|carried\s+out)\s+"
    r"(?!(?:in|by|at|when|near|as|after|during|while|off|with|and|from)\b)",
    re.IGNORECASE,
)
#: 'called for an end to attacks'
_APPEALS = pattern(r"\s+(?:for|on|upon|off|in)\b")
_ENDS = pattern(r"\s*(?:[.,;:]|$)")
#: the side's own dead
_OF_ITS = pattern(
    r"\b(?:kill|assassinat|murder|shot|wound|dead|died|slain)\w*\b[^.;]{0,60}\bone\s+of\s+its\s+(?:\w+\s+)?(?:officers?|members?|"
    r"fighters?|commanders?|men)\b|\bone\s+of\s+its\s+(?:\w+\s+)?(?:officers?|members?|fighters?|commanders?|men)\b[^.;]{0,80}"
    r"\b(?:kill|assassinat|murder|shot|wound|dead|died|slain)",
    ignore_case=True,
)
_AGAINST = frozenset({"with", "by", "to", "against", "on", "for", "at", "blaming", "accusing", "blamed", "accused"})


#: what the act answers: 'after Israeli strikes', 'in response to a US raid'
ANSWERED = re.compile(
    r"\b(?i:after|following|because\s+of|(?:response|reply|answer|retaliation|reprisal|revenge)\s+(?:to|for)|avenging|answering)\s+"
    r"(?:(?:the|an?|recent|deadly|earlier|recent|continued)\s+){0,2}$"
)


#: 'On Telegram the group'
_CHANNELS = frozenset("telegram twitter x facebook television tv radio instagram vk youtube".split())


class Avowal(NamedTuple):
    """How far the words of a side reach that speaks of the act as its own, and how plainly it does."""

    end: int
    taken: bool = False  #: responsibility in so many words
    ours: bool = False  #: 'its fighters', 'we hit'


def avowed(document: str, sentence: Sentence, side: Named, others: Sequence[Named]) -> Avowal | None:
    """What `side` says of the act as its own in this sentence; None where it says nothing, denies or accuses."""
    if side.weapon or (side.alias.demonym and not side.forces):
        return None
    group = side.party.kind in ("group", "forces") or side.alias.spelling == "Taliban"
    if not group and side.place:
        return None
    led = group and not _LED_BY.isdisjoint(side.before[-5:])
    lead = document[max(sentence.start, side.start - 90) : side.start] if led else ""
    tail = document[side.end : min(sentence.end, side.end + 320)]
    if led and (_INVERTED.search(lead) or _SOURCE.search(lead)):
        if not_ours(sentence.text) or _MEDIA.search(document[side.end : side.stretch]):
            return None
        return Avowal(side.end, ours=OURS.search(sentence.text) is not None)
    if led and _SHOWN.search(lead) and not not_ours(tail):
        return Avowal(side.end)
    if (
        side.place
        or (set(side.before[-2:]) & _AGAINST and side.before[-1] not in _CHANNELS)
        or not {"what", "as"}.isdisjoint(side.before[-1:])
        or "what" in side.before[-2:]
    ):
        return None
    if group and _QUOTED.match(tail):
        return Avowal(side.end + 1, ours=OURS.search(tail) is not None)
    voice = _VOICE.match(tail)
    if voice is None or ANOTHER_SPEAKS.match(tail):
        return None
    organ = voice.group("organ")
    end = side.end + voice.end()
    if document[side.end : side.end + voice.start("voice")].count(",") == 1 and any(
        end < other.start <= end + 5 and _ENDS.match(document[other.stretch : sentence.end]) for other in others
    ):
        return None  # 'M23 rebels seize a town, says Congo'
    if (_MEDIA if group else _PRESS).search(organ) or any(
        side.end <= other.start < side.end + len(organ) for other in others
    ):
        return None
    rest = tail[voice.end() :]
    if group and an_army_did(rest[:170]):
        return None
    if voice.group("voice").lower().startswith("call") and _APPEALS.match(rest):
        return None
    if not_ours(rest[:170]) or not_ours(voice.group()):
        return None
    if _TO_COME.match(rest):
        return None
    if group and _TAKES.search(tail[voice.start("voice") :][:160]):
        return Avowal(end, taken=True)
    if _VERB.search(organ):
        return None  # 'the service has opened eight criminal counts'
    if _LEAVES.match(rest) or (not group and _OWN_ACT.search(rest[:120]) is None):
        return None
    ours = OURS.search(rest) is not None
    if not ours and (others_act(document, side, end, sentence.end, others) or _OF_ITS.search(sentence.text)):
        return None
    if not rest[:3].strip(" .,"):  # 'The militia attacked the base, the army said'
        if not ours and others_act(document, side, sentence.start, side.start, others):
            return None
        if group and an_army_did(document[sentence.start : side.start]):
            return None
    return Avowal(end, ours=ours)


def not_ours(text: str) -> bool:
    """Whether words deny the act, accuse another of it, threaten, or mourn the side's own dead."""
    if _NOT_OURS.search(text):
        return True
    lost = _KILLED_ITS.search(text)
    return (lost is not None and " by " not in lost.group()) or another_did(text)


def an_army_did(text: str) -> bool:
    """'Army drone killed 30', 'the junta had targeted civilians': of a group, what the other side did."""
    return _AN_ARMY_DID.search(text) is not None


def another_did(text: str) -> bool:
    """'It was the rebels who fired'; not 'it was its men who', 'it was the one that'."""
    cleft = _CLEFT.search(text)
    if cleft is None:
        return False
    words = cleft.group().lower()
    return not any(word in words for word in (" its ", " their ", " our ", " the one", " the group"))


def others_act(document: str, side: Named, start: int, end: int, others: Sequence[Named]) -> bool:
    """True where the side tells what another did: 'Hezbollah said Israeli jets hit a village'."""
    for other in others:
        if not (start <= other.start < end) or other.party.name == side.party.name:
            continue
        if ANSWERED.search(document, max(start, other.start - 40), other.start):
            continue
        acts = ACTS.match(document, other.stretch) if other.agent else None
        if other.weapon or (acts is not None and not suffers(document, acts)):
            return True
    return False
