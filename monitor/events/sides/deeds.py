"""How strongly the words at a side's name make it the one that acts, or the one something was done to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.named import ACTS, Named, suffers
from monitor.events.sides.onlookers import helps
from monitor.taxonomy import FORCE

_BY_VERB = re.compile(
    r"\b(?:launched|fired|sent|flown|dispatched|carried\s+out|staged|conducted|directed|released|mounted|"
    r"operated|bombed|bombarded|invaded|attacked|hit|struck|"
    r"killed|wounded|injured|shelled|claimed|seized|boarded|rammed|captured|shot\s+down|downed|destroyed|"
    r"targeted|blocked|abducted|kidnapped|"
    r"attacks?|strikes?|raids?|assault|bombing|ambush|offensive|shelling|operation|driven|set\s+off|planted|"
    r"held|taken|shot|intercepted|stormed|looted|ambushed|overrun|raided|hijacked|besieged|pounded|detonated|"
    r"assassinated|murdered|executed|beheaded|torched|"
    r"hacked|infiltrated|sabotaged|perpetrated|committed|detained|breached|crippled|damaged|blown\s+up|"
    r"gunned\s+down|shot\s+dead|fire|confiscated|impounded|sunk|torpedoed|set\s+(?:on\s+fire|ablaze|alight)|burn(?:ed|t)|"
    r"knocked\s+out|taken\s+down|defaced|brought\s+down|executed|dropped|pummell?ed|rocked|overrun)"
    r"\b(?:\s+(?!\w+ed\b)[\w'’-]+){0,5}?\s+by\s+(?:the\s+|an?\s+|members\s+of\s+(?:the\s+)?|fighters\s+(?:of|"
    r"from)\s+(?:the\s+)?|(?:naval\s+|special\s+)?(?:units?|elements|vessels|boats|soldiers)\s+(?:of|from)\s+(?:the\s+)?(?:\w+\s+zone\s+of\s+(?:the\s+)?)?|suspected\s+|armed\s+|elite\s+|(?:new\s+|little-known\s+|\w+\s+)?(?:group|band|outfit|organi[sz]ation|hackers)\s+"
    r"(?:that\s+|which\s+)?(?:calls|calling|called|named|known\s+as)\s+(?:itself\s+)?(?:the\s+)?[\"“‘']?)*(?:(?:[A-Z]\w+\s+){0,2}[A-Z]\w+['’]s\s+)?$",
    re.IGNORECASE,
)
_FROM = pattern(
    r"\b(?:fired|launched|sent|came|flew|missiles?|drones?|rockets?|projectiles?|originat\w+|"
    r"shelling)\b[^.;:]{0,40}\bfrom\s+(?:the\s+territory\s+of\s+)?$",
    ignore_case=True,
)
_BLAMES = pattern(
    r"(?:blam(?:e|ed|es|ing)(?:\s+on)?|accus(?:e|ed|es|ing)|pointing\s+at|pointed\s+(?:at|to)|"
    r"attributed\s+(?:\w+\s+){0,4}to|put\s+(?:\w+\s+){0,3}down\s+to|"
    r"suspected\s+to\s+be|believed\s+to\s+be|work\s+of|hand\s+of|belonged\s+to|(?:was|were|are|"
    r"is)\s+(?:a\s+)?members?\s+of|behind\s+it\s+is|responsib\w+\s+lies\s+with)\s+[\"“]?(?:the\s+|an?\s+|on\s+|"
    r"members\s+of\s+)*[\"“]?$",
    ignore_case=True,
)
_BLAME_WORDS = frozenset(
    """blame blamed blames blaming accuse accused accuses accusing pointing pointed attributed put suspected believed
    work     hand belonged member members behind responsibility responsible""".split()
)
_BEHIND = pattern(
    r"(?:\s*\([^)]{1,30}\))?\s+(?:is|are|was|were)\s+(?:believed\s+to\s+be\s+|thought\s+to\s+be\s+|"
    r"said\s+to\s+be\s+)?(?:behind|responsible|to\s+blame|suspected)\b"
)
_BEHIND_BEGINS = ("(", "is", "are", "was", "were")
#: in the place of a verb: the side is said to be behind the act
_GUILT = "is behind"
_FIGHTS = frozenset({"clashes", "clashed", "fighting", "battle", "battles"})
_STOPPED = re.compile(r"(?:shot\s+down|downed|intercepted|destroyed|brought\s+down)\b[^.;:]{0,60}$", re.IGNORECASE)
_DOWNING = frozenset(
    {
        "shot down",
        "shoots down",
        "shoot down",
        "shooting down",
        "downed",
        "downs",
        "brought down",
        "brings down",
        "bring down",
        "intercepted",
        "intercepts",
        "destroyed",
        "destroys",
    }
)
_HARM_VERBS = pattern(
    r"launch|fir|sen[td]|attack|bomb|str|hit|raid|shell|pound|target|kill|wound|injur|destroy|seiz|captur|"
    r"sho[ot]|down|brought|brings|intercept|carr|"
    r"conduct|stag|mount|ambush|storm|enter|invad|march|closed\s+in|closes\s+in|advanc|abduct|kidnap|ramm|block|"
    r"board|hijack|took|tak|blew|blow|hack|sabotag|us|drop|"
    r"detonat|set|clash|swarm|punctur|recaptur|retook|retak|overr|push|dispatch|tried|wreck|damag|crippl|collid|"
    r"cross|violat|retaliat|open|went|go|beg|start|wip|eliminat|assassinat|impound|detain|"
    r"unleash|hunt|gun|fell|snatch|grab|pummel|hammer|lob|hurl|rain|torch|burn|behead|massacre|murder|slaughter|sl[ae][wy]|execut|loot|let|s[aiu]nk|turn|shut|knock|"
    r"paralys|defac|leak|st[eo][al]|breach|regain|counter-?attack|liberat|encircl"
)
_RELATIVE = (("that",), ("which",))  #: 'the port that US jets attacked on Thursday'
_OBJECT = (("with",), ("against",))  #: 'a group at war with Myanmar's military says it shot down'
_PLURAL_NOUNS = frozenset({"targets", "raids", "strikes", "attacks", "bombs", "shells"})
#: 'boat fired at near an island'
_FIRED_AT = pattern(r"\s+(?:at|on|upon)(?:\s+(?:near|off|in|by|as|while|when|after|during|from)\b|\s*(?:[,.;:]|$))")
_COUNTED = frozenset(
    """several many dozens of suspected the some more on against at strike strikes struck hit hits bomb bombs bombed
    attack attacks attacked destroy destroys destroyed pound pounds pounded""".split()
)
#: acts of force that somebody may help after
_HELPED = FORCE - {"ground_incursion"}
#: attacks beside which a shoot-down is another act
NO_DOWNING = FORCE - {"drone_strike", "missile_strike", "interception", "aircraft_downed", "unrest"}
_OWN_VERBS = {
    "threat": re.compile(r"threaten|warn|vow"),
    "sanctions": re.compile(r"impos|sanction|slap|fr[eo]ez|froze|blacklist|announc"),
    "evacuation": re.compile(r"evacuat|flew|order|withdr"),
    "closure": re.compile(r"clos|suspend|block"),
    "deployment": re.compile(r"deploy|sen[td]|mobili|establish|set|reinforc|dispatch|mov"),
    "weapons_test": re.compile(r"test|fir|launch"),
    "diplomatic_break": re.compile(r"expel|recall|cut|broke|clos|announc|declar"),
    "nuclear_step": re.compile(r"sign|lower|updat|test|agree|order"),
}
_FELLED = pattern(
    r"(?:\s+(?:soldier|officer|policem[ae]n|peacekeepers?|general|colonel|fisherm[ae]n|boat|ship|vessel|tanker|trawler)(?:\s+(?:was|were))?)?"
    r"\s+(?:in\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,2})?(?:killed|wounded|injured|hurt|dead|die|missing|abducted|captured|shot\s+dead|"
    r"sunk|sinks?\s+after|destroyed|downed|shot\s+down|brought\s+down|blown\s+up|(?:hit|struck|attacked|targeted|bombed|bombarded|seized|ambushed|shot|fired\s+(?:at|on|upon)|holed|rammed)\s+"
    r"(?:by|in|off|near|at|with))\b"
)
#: 'PKK targets in Iraq', 'Hamas targets were hit': no verb
_TARGETS = pattern(
    r"\s+(?:in|inside|at|near|on|across|within|by|of|were|was|have|had|are|hit|struck|destroyed|bombed|attacked|pounded)\b"
)
#: an attack that came to nothing, or that another act answers
_FOILED = pattern(r"\s+(?:(?:was|were|is|been|has\s+been)\s+)?(?:foiled|thwarted|averted|prevented)\b")
_FOILS = frozenset("foils foiled thwarts thwarted averts averted prevents prevented preempts pre-empts".split())
_SUFFERS = pattern(
    r"[^.;:]{0,60}?\b(?:was|were|been|is|are|came)\s+(?:\w+\s+){0,2}?(?:hit|struck|attacked|bombed|bombarded|killed|"
    r"wounded|injured|targeted|shelled|shot\s+down|seized|"
    r"boarded|rammed|under\s+(?:fire|attack)|destroyed|downed|abducted|damaged)\b"
)


_NEAR_HIT = pattern(
    r"[^.;:]{0,25}?\b(?:killed|wounded|injured|hurt|hit|struck|bombed|shelled|attacked|ambushed|fired\s+(?:at|on|upon)|"
    r"shot\s+dead|targeted|destroyed|damaged|"
    r"downed|die[sd]?|dead|seized|abducted)\b"
)
_OWN = ("its", "their", "his")  #: one of them stands in all that it fits
_MOURNS = pattern(
    r"[^.;:]{0,60}?\b(?:said|says|announced|confirmed|reported|disclosed|acknowledged|admitted|mourn\w*|buried|lost)\b"
    r"[^.;:]{0,50}?\b(?:its|their|his)\s+(?:own\s+)?(?:[\w-]+\s+){0,3}?(?:members|advis[eo]rs|officers?|soldiers?|"
    r"troops|fighters?|commanders?|men|personnel|generals?|staff|diplomats|citizens|nationals|sailors|pilots?|"
    r"peacekeepers|guards|leaders?)\s+(?:\w+\s+){0,2}?(?:was|were|been|are|is|died|had\s+died|dead|fell|lost)\b"
)


#: 'the deputy head of Hezbollah's rocket and missile array': whom it belongs to, and no attack
_ARM = re.compile(
    r"(?:\s+and\s+\w+)?\s+(?:array|units?|forces?|commanders?|chief|brigade|division|program(?:me)?s?|experts?|arsenal|"
    r"production|factor(?:y|ies)|workshops?|depots?|corps|squad|engineers?|makers?|stockpiles?|network)\b"
)
_FROM_THE_AIR = frozenset({"struck", "bombed", "raided", "pounded", "attacked"})
_AIRCRAFT = re.compile(r"\b(?:jets?|warplanes?|planes|aircraft|bombers|helicopters|air\s+force)\b", re.IGNORECASE)


class Deeds:
    """What the sides of one document do and suffer, by the words around their names."""

    __slots__ = ("_bereaved", "_deeds", "_document", "_helping", "_sentences", "_suffered")

    def __init__(self, document: str, sentences: Sequence[Sentence]) -> None:
        self._document = document
        self._sentences = sentences
        self._deeds: dict[int, str] = {}
        self._helping: set[int] = set()
        self._suffered: dict[int, bool] = {}
        self._bereaved: dict[int, bool] = {}

    def weight(self, side: Named, type: str, inverse: bool) -> float:
        """How strongly the words at a name make it the actor."""
        if self._is_blamed(side):
            return 2.0
        if side.by and _BY_VERB.search(lead := self._lead(side)):
            return 0.0 if inverse and _STOPPED.search(lead) else 4.0
        if side.place and "from" in side.before[-3:] and _FROM.search(self._lead(side)):
            return 2.5
        if side.weapon and not inverse and type == "interception" and ("drone" in side.weapon or "uav" in side.weapon):
            return 0.0  # the spying drone that was brought down
        if "with" in side.before[-2:] and not _FIGHTS.isdisjoint(side.before[-3:]):
            return 2.0
        if side.weapon and not inverse and self._foiled(side):
            return 0.0
        armed = bool(side.weapon) and _ARM.match(self._document, side.stretch) is None
        if armed and side.weapon not in ("threat", "threats", "warning", "sanctions", "response"):
            return 4.0
        verb = self._verb(side)
        if verb == _GUILT:
            return 4.0
        if not verb or (type in _HELPED and side.start in self._helping):
            return 0.0
        if type in _OWN_VERBS:
            return 4.0 if _OWN_VERBS[type].match(verb) else 0.5
        if verb in _DOWNING and (inverse or type in NO_DOWNING):
            return 0.0  # what a side shot down beside an attack it did not make
        return 4.0 if _HARM_VERBS.match(verb) else 0.3

    def blamed(self, side: Named) -> bool:
        """Whether a side is blamed, or said to be behind the act."""
        return self._is_blamed(side) or self._verb(side) == _GUILT

    def _is_blamed(self, side: Named) -> bool:
        return not _BLAME_WORDS.isdisjoint(side.before) and _BLAMES.search(self._lead(side)) is not None

    def _verb(self, side: Named) -> str:
        known = self._deeds.get(side.start)
        if known is None:
            known = self._deeds[side.start] = self._deed(side)
        return known

    def helps(self, side: Named) -> bool:
        """Whether a side is told to help those who were hit, or to look for who did it."""
        return bool(self._verb(side)) and side.start in self._helping

    def _foiled(self, side: Named) -> bool:
        return not _FOILS.isdisjoint(side.before[-2:]) or _FOILED.match(self._document, side.stretch) is not None

    def joint(self, side: Named) -> float:
        """How strongly a name stands for one of two sides that did it together: a pact, a truce, a clash."""
        if side.alias.demonym and not side.forces:
            return 0.0
        near = set(side.before[-3:]) & {"between", "and", "with", "from"}
        if side.place and not near:
            return 0.0
        return 2.0 if near or side.agent else 0.5

    def suffers(self, side: Named) -> bool:
        """Whether something was done to a side, by the words behind it."""
        known = self._suffered.get(side.start)
        if known is None:
            tail = self._document[side.stretch : min(self._sentences[side.sentence].end, side.stretch + 90)]
            known = self._suffered[side.start] = bool(_SUFFERS.match(tail) or _FELLED.match(tail))
        return known

    def bereaved(self, side: Named) -> bool:
        """Whether the words right behind a side tell that it was hit, or that it speaks of its own dead: 'the Guards
        announced that five of their officers had been killed'."""
        known = self._bereaved.get(side.start)
        if known is None:
            tail = self._document[side.stretch : min(self._sentences[side.sentence].end, side.stretch + 200)]
            hit = self.suffers(side) and _NEAR_HIT.match(tail) is not None
            known = hit or (any(map(tail.__contains__, _OWN)) and _MOURNS.match(tail) is not None)
            self._bereaved[side.start] = known
        return known

    def _deed(self, side: Named) -> str:
        """The verb by which a side does something, `_GUILT` where it is called the author, '' where it does nothing."""
        tail = self._document[side.stretch : min(self._sentences[side.sentence].end, side.stretch + 220)]
        if tail.lstrip().startswith(_BEHIND_BEGINS) and _BEHIND.match(tail):
            return _GUILT
        the = side.before[-1:]
        if the in _OBJECT:
            return ""
        if not (side.agent or (side.alias.demonym and the == ("the",))):
            return ""
        acts = ACTS.match(tail)
        if acts is None or (the not in _RELATIVE and suffers(tail, acts) and not self._strikes_there(side, acts)):
            return ""
        verb = " ".join(acts.group("verb").lower().split())
        if verb in _PLURAL_NOUNS and the and (the[0] in _COUNTED or the[0][0].isdigit()):
            return ""  # '81 PKK targets', 'strikes Cambodian military targets'
        if verb == "targets" and _TARGETS.match(tail, acts.end("verb")):
            return ""
        if verb == "fired" and _FIRED_AT.match(tail, acts.end("verb")):
            return ""
        if helps(tail, acts.start("verb")):
            self._helping.add(side.start)
        return verb

    def _strikes_there(self, side: Named, acts: re.Match[str]) -> bool:
        """'US jets struck near the town': aircraft that do it, and that nobody struck."""
        return acts.group("verb").lower() in _FROM_THE_AIR and _AIRCRAFT.search(side.forces) is not None

    def _lead(self, side: Named) -> str:
        return self._document[max(self._sentences[side.sentence].start, side.start - 100) : side.start]
