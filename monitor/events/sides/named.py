"""The sides a text names, each with what stands around the name: its forces, its weapon, the verb it governs.

Everything here is anchored at a name, so the work grows with the names and not with the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import ahocorasick
import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.aliases import Alias, aliases, others, shared
from monitor.events.sides.coined import coined
from monitor.events.sides.self_proclaimed import claiming
from monitor.types import Party

_ADJECTIVES = (
    r"(?:(?:armed|national|security|special|air|ground|naval|defen[cs]e|border|coalition|government|occupation|army|"
    r"military|police|"
    r"paramilitary|counter-?\s?terrorism|interior|foreign|state|health|joint|elite|regular|separatist|jihadist|"
    r"Islamist|"
    r"insurgent|rebel|terrorist|Shiite|Shia|Sunni|Kurdish|senior|top|local|provincial|regional|central|federal|transport|"
    r"energy|operations|carrier|supply)\s+){0,3}"
)
_NOUNS = (
    r"(?:forces|army|military|troops|soldiers|navy|tanks?|jets?|F-\d\ds?|Su-\d\ds?|warplanes?|planes|aircraft|fighters|force|police|"
    r"ministry|ministries|junta|"
    r"government|authorities|officials?|commandos|marines|guards?|coast\s+guards?|rebels?|militants?|"
    r"insurgents?|gunmen|factions?|"
    r"militia(?:s|men)?|terrorists?|jihadis?|jihadists?|separatists|mercenaries|intelligence|agents|operatives|"
    r"regime|leaders?|leadership|"
    r"warships?|destroyer|units?|patrols?|movement|group|spokes\w+|president|prime\s+minister|minister|secretary|"
    r"ambassador|embassy|"
    r"chief\s+of\s+staff|general\s+staff|(?:southern|northern|eastern|western|central|joint)\s+command|service|hackers?|helicopters?|side|armed\s+forces|delegation|envoys?|negotiators|"
    r"bombers?|vessels?|"
    r"ships?|boats?|guard)"
)
#: what makes an adjective a side: 'the Israeli army', 'Ukraine's air force', 'Houthi rebels'
FORCES = re.compile(
    rf"(?:['’]s?)?(?:\s+\([A-Z][\w-]{{1,12}}\))?\s+{_ADJECTIVES}(?:{_NOUNS}\s+){{0,2}}{_NOUNS}\b", re.IGNORECASE
)
WEAPON = re.compile(
    r"(?:['’]s?)?\s+(?:(?:ballistic|cruise|hypersonic|suicide|explosive|kamikaze|one-way|attack|guided|"
    r"anti-ship|long-range|"
    r"short-range|aerial|air|drone|missile|rocket|artillery|ground|naval|cyber|terror|deadly|military|sea|armed|"
    r"surprise|"
    r"cross-border|precision|bomb|heavy|massive|retaliatory|combat|FPV|Shahed|new|fresh|overnight|separate|spy|"
    r"high-altitude|"
    r"surveillance|loitering|medium-range|unmanned|explosive-laden|water|intense|series\s+of|second|third|"
    r"fourth|and)[\s-]+){0,4}"
    r"(?P<noun>missiles?|drones?|rockets?|UAVs?|bombs?|shells?|projectiles?|mortars?|artillery|air\s?strikes?|"
    r"air\s?raids?|strikes?(?!\s+(?:jets?|planes?|aircraft|fighters?|group))|"
    r"raids?|attacks?(?!\s+(?:jets?|planes?|aircraft|helicopters?|boats?|craft))|bombardments?|bombing|shelling|fire|barrage|salvo|salvos|assault|offensive|incursion|"
    r"balloon|invasion|"
    r"operations?|ambush|cannons?|munitions?|gunfire|blockade|sanctions|threats?|warning|response|retaliation|"
    r"cyberattack)\b",
    re.IGNORECASE,
)
_APPOSITION = r"(?:\s*\([^)]{1,40}\))?(?:\s*,[^,;.]{1,160},|\s+(?:who|which)\s[^,;.]{1,60},)?"
_PLACE = r"(?:\s+(?:in|of)\s+(?:the\s+)?[A-Z]\w+)?"
_LINK = (
    r"(?:\s+(?:will|has|have|had|also|again|later|first|earlier|reportedly|then|now|already|repeatedly|in\s+turn|on\s+\w+day|"
    r"yesterday|quickly|since|been|(?:was|were)\s+quick\s+to)){0,4}"
)
#: after these verbs a preposition or a stop makes a passive of them: '58 soldiers killed in border fighting'
UNDERGOES = pattern(
    r"(?:killed|wounded|injured|hit|struck|seized|captured|destroyed|downed|shot\s+down|brought\s+down|targeted|"
    r"attacked|bombed|bombarded|pounded|ambushed|stormed|abducted|"
    r"kidnapped|damaged|rammed|blocked|boarded|hijacked|evacuated|released|freed|raided|shelled|wrecked|crippled|sunk|"
    r"burned|burnt|felled|gunned\s+down|snatched|grabbed|murdered|executed|beheaded|torched|looted|massacred|shot\s+dead|slaughtered)"
    r"(?:\s+(?:in|by|at|on|near|as|after|during|when|over|off|with|while|inside|outside|along|around|across|under|from|"
    r"alongside|yesterday|today|overnight|north|south|east|west|(?:and|or)\s+(?:wounded|injured|hurt))\b|\s*(?:[,.;:]|$))",
    ignore_case=True,
)
#: the side does something to somebody
ACTS = re.compile(
    rf"{_PLACE}{_APPOSITION}{_LINK}\s+(?:say\s+they\s+(?:have\s+)?|says\s+(?:it\s+(?:has\s+)?|has\s+)|said\s+(?:it|they)\s+(?:had\s+)?)?"
    r"(?P<verb>(?i:launch(?:ed|es|ing)?|dispatch(?:ed|es)|fir(?:ed|es|ing)|fire|sen(?:t|ds)|send|attack(?:ed|s|"
    r"ing)?(?!\s+(?:planes?|jets?|aircraft|helicopters?)\b)|bomb(?:ed|s|ing|ards?|arded)?|str(?:uck|ikes?|iking)|"
    r"hits?|hitting|raid(?:ed|s)?|shell(?:ed|s|ing)?|pound(?:ed|s)?|target(?:ed|s|ing)?|kill(?:ed|s|ing)?|"
    r"wound(?:ed|s)|injur(?:ed|es)|"
    r"destroy(?:ed|s|ing)?|seiz(?:ed|es|ing)|captur(?:ed|es|ing)|shot\s+down|shoots?\s+down|shooting\s+down|"
    r"down(?:ed|s)|"
    r"brought\s+down|brings?\s+down|intercept(?:ed|s)?|carried\s+out|carr(?:y|ies|ying)\s+out|conduct(?:ed|s|"
    r"ing)?|stag(?:ed|es)|"
    r"mount(?:ed|s)|ambush(?:ed|es)|storm(?:ed|s)|enter(?:ed|s)|invad(?:ed|es)|march(?:ed|es)|clos(?:ed|"
    r"es)\s+in|advanc(?:ed|es)|"
    r"abduct(?:ed|s)|kidnap(?:ped|s)?|ramm?(?:ed|s)|block(?:ed|s)|board(?:ed|s)|hijack(?:ed|s)?|took|tak(?:es|"
    r"en|e)\s+(?:over|control)|"
    r"blew\s+up|blow[sn]?\s+up|hack(?:ed|s)|sabotag(?:ed|es)|us(?:ed|es)\s+(?:water|force|drones|missiles)|"
    r"drop(?:ped|s)|detonated|set\s+off|clash(?:ed|es)?|test(?:ed|s)|deploy(?:ed|s)?|mobili[sz](?:ed|es)|clos(?:ed|es)|"
    r"expel(?:led|s)|recall(?:ed|s)|impos(?:ed|es)|sanction(?:ed|s)|threaten(?:ed|s)?|warn(?:ed|s)?|vow(?:ed|"
    r"s)?|evacuat(?:ed|es)|"
    r"flew|withdr(?:ew|aws?)|agree(?:d|s)?|releas(?:ed|es)|fre(?:ed|es)|sign(?:ed|s)|broke|cut|suspend(?:ed|s)|"
    r"order(?:ed|s)|"
    r"rammed|swarmed|punctured|collided|crossed|violated|retaliat(?:ed|es)|respond(?:ed|s)|open(?:ed)?\s+fire|"
    r"t(?:ook|akes?|aken)\s+out|wip(?:es|ed)\s+out|eliminat(?:ed|es)|assassinat(?:ed|es)|impound(?:ed|s)|detain(?:ed|s)|"
    r"went\s+after|go(?:es)?\s+after|(?:beg[aiu]ns?|start(?:ed|s))\s+(?:(?:\w+\s+){0,3}?(?:operation|offensive|strikes|incursion|"
    r"raids|assault|bombing))|"
    r"tried\s+to\s+\w+|wreck(?:ed|s)|slap(?:ped|s)?|freez(?:es|e)|froze|blacklist(?:ed|s)|announc(?:ed|es)|"
    r"declar(?:ed|es)|impose|establish(?:ed|es)|set\s+up|sets\s+up|reinforc(?:ed|es)|recaptur(?:ed|es)|retook|"
    r"retak(?:en|es)|overr(?:an|un|uns)|push(?:ed|es)\s+(?:deep\s+)?into|damag(?:ed|es)|crippl(?:ed|es)|"
    r"lower(?:ed|s)|updat(?:ed|es)|unleash(?:ed|es)|hunt(?:ed|s)?\s+down|gun(?:ned|s)?\s+down|set\s+upon|fell(?:ed|s)|snatch(?:ed|es)|"
    r"grab(?:bed|s)|pummel(?:l?ed|s)|hammer(?:ed|s)|lob(?:bed|s)|hurl(?:ed|s)|rain(?:ed|s)|torch(?:ed|es)|burn(?:ed|t|s)|behead(?:ed|s)|"
    r"massacre(?:d|s)|murder(?:ed|s)|slaughter(?:ed|s)|slew|slays|execut(?:ed|es)|loot(?:ed|s)|(?:shoots?|shot)\s+(?:at|dead)|"
    r"let\s+(?:off|loose|fly)|s[aiu]nks?|spray(?:ed|s)|open(?:ed|s)\s+(?:fire|an?\s+(?:\S+\s+)?(?:operation|offensive))|went\s+for|"
    r"turn(?:ed|s)\s+(?:\w+\s+)?guns|shuts?(?:\s+(?:down|off))?|knock(?:ed|s)\s+(?:out|off\w*)|paralyse[sd]|deface[sd]|leak(?:ed|s)|"
    r"stole|steals|breach(?:ed|es)|regain(?:ed|s)|counter-?attack(?:ed|s)?|liberat(?:ed|es)|encircl(?:ed|es)))\b"
)


#: its soldiers 'were killed', 'have been wounded'
SUFFERED = pattern(
    r"\s+(?:(?:have|had|has)\s+been|were|was)\s+(?:\w+\s+)?(?:killed|wounded|injured|hurt|attacked|taken|abducted|shot)\b",
    ignore_case=True,
)


def suffers(text: str, acts: re.Match[str]) -> bool:
    """True where the verb that `ACTS` found in `text` is a passive: 'killed in fighting', 'have been killed'."""
    if UNDERGOES.match(text, acts.start("verb")):
        return True
    lead = text[acts.start() : acts.start("verb")]
    return "been " in lead and not acts.group("verb").lower().endswith("ing")


SPEECH = (
    r"(?-i:said|SAID)|says|say|saying|announce[sd]?|confirm(?:ed|s)?|stated|states|claimed|claims|claim|declare[sd]?|reported|"
    r"reports|wrote|writes|write|posted|tweeted|told|tells?|acknowledge[sd]?|admit(?:ted|s)?|boast(?:ed|s)?|added|adds|"
    r"assure[sd]|insisted|reveal(?:ed|s)?|disclose[sd]?|explained|explains|spoke\s+of|assert(?:ed|s)?|"
    r"indicated|let\s+it\s+be\s+known|specified|specifies|maintained|ma(?:de|kes?)\s+(?:it\s+)?(?:known|public)|stresse[sd]|charged"
)
SPEAKS = re.compile(
    rf"{_PLACE}{_APPOSITION}(?:\s+who\s+[a-z]+\s+(?:with\s+|for\s+)?(?:the\s+)?[A-Z]\w+)?(?:\s+for\s+(?:its|their)\s+part|\s*,\s+for\s+(?:its|their)\s+part,)?(?:\s+(?:statement|note|communiqu\w+|message))?(?:\s+[A-Z][\w.'’-]*){{0,6}}{_APPOSITION}{_LINK}\s*,?\s+"
    rf"(?P<verb>(?i:{SPEECH}))\b"
)
_PLACE_WORDS = frozenset(
    """in over near off from into inside across within outside throughout to around between through of at northern
    southern eastern western central northwestern northeastern southeastern southwestern neighbouring neighboring
    northwest northeast southwest southeast mainland occupied""".split()
)
_CAPITAL_ACTS = re.compile(
    rf"(?:['’]s\s+(?!(?:airport|streets|suburbs|outskirts|centre|center|mayor|international|port|district|"
    rf"diplomatic))|(?:\s*,?\s+for\s+its\s+part,?)?{_LINK}\s+(?:{SPEECH}|accus|blam|deni|warn|vow|want|call|launch|fir|bomb|struck|attack|sent|"
    r"deploy|condemn|regard|link|support|back|seiz|expel|impos|recall|will|would|threaten|reject|justif|insist|"
    r"respond|retaliat|hit|"
    r"carried|began|tested|closed|ordered|agreed|generally|has\b|had\b|and\s+(?:its|the)\b|"
    r"(?:tests|closes|shuts|bars|bans|punishes|slaps|freezes|throws|kicks|boots|pulls|puts|places|lowers|severs|suspends|halts|"
    r"lifts|tells|gives|orders|summons|moves|fl(?:ies|ew)|sets|hails|boasts|unveils|sees|lets|frees|pledges|promises|signs|offers|"
    r"demands|scraps|tears|brushes|opens|restarts|ramps|steps|begins|starts|masses|breaks|cuts|stops|withdraws|agrees|rules|"
    r"rattles|defies|admits|lashes|hopes)\b))"
)

#: 'Kabul attack kills 20': an act that is named after the town
_HAPPENED_THERE = re.compile(
    r"(?:\s+(?:car|suicide|bus|church|mosque|hotel|airport|embassy|mall|school|market|train|metro|truck))?"
    r"\s+(?:attack|bomb(?:ing)?|raid|strike|blast|shooting|explosion|siege|massacre|fire)\b"
)


#: names beyond this in one sentence are those of a list, not of a tale
MAX_SENTENCE = 1_500


class Named(msgspec.Struct, frozen=True, gc=False):
    """A side named in the text."""

    start: int
    end: int  #: after the name itself
    stretch: int  #: after the forces, organ or weapon named with it
    sentence: int
    party: Party
    alias: Alias
    forces: str  #: the organ that acts or speaks ('Israel's military'); '' where the name stands alone
    weapon: str  #: the weapon or attack it qualifies ('Houthi drones'); ''
    place: bool  #: stands as a place ('in Iraq'), or as a mere adjective
    by: bool  #: 'by' or 'from' stands before it
    before: tuple[str, ...]  #: up to six words before the name, lower case

    @property
    def agent(self) -> bool:
        """Could be the subject of a verb."""
        named = not self.alias.demonym or self.alias.spelling in NOUNS_TOO
        return not self.place and (named or self.forces != "")


_SENT_THERE = pattern(
    r"\b(?:launch(?:es|ed)|carr(?:y|ies|ied)\s+out|conducts?|conducted|hits?|vows?|after|during|in|of)\s+(?:\w+\s+)?"
    r"(?:heavy|new|fresh|deadly|major|more|massive|big|biggest|wide|rare|latest|first|second)\s+$",
    ignore_case=True,
)
_OFFSHOOTS = tuple(f" {mark}{end}" for mark in ("affiliate", "Affiliate", "offshoot", "franchise") for end in ("", "s"))
_BACKED_BY = pattern(
    r"\b(?:backed|sponsored|armed|funded|financed|trained|equipped|controlled)\s+by\s+(?:the\s+)?$",
    ignore_case=True,
)
#: adjectives that are names as well: 'US hits depots', 'the US says'
NOUNS_TOO = frozenset({"US", "U.S.", "UK", "U.K."})
_REBELS = frozenset(
    """rebels rebel militants militant insurgents gunmen terrorists separatists jihadists jihadis hackers militia
    militias faction factions""".split()
)
_PEOPLE = frozenset(
    """rebels fighters members forces leader spokesman spokesperson spokeswoman military army troops militants soldiers
    hackers guards commander head chief supporters ministry government president statement hands department office
    bureau wing arm service officer officers official officials command media navy force guard coastguard police
    intelligence cell faction front column squad branch jets warplanes planes aircraft helicopters drones artillery
    gunboats warships gunmen""".split()
)
#: 'officials in Turkey said'
_ORGANS = frozenset("source sources official officials ministry military army authorities government command".split())
#: 'Col. Naw Bu of the Kachin Independence Army told'
_SOMEBODY_OF = pattern(r"[A-Z][\w.'’-]+\s+of\s+(?:the\s+)?$")
_TOLD_BY = frozenset({"according", "attributed"})
_BETWEEN = frozenset(
    """the a an suspected armed elite members fighters militants of rebels rebel group groups called calling itself
    so-called from forces alleged troops jihadist separatist new militant that calls which known as named little-known
    hackers organisation organization self-styled banned outlawed proscribed shadowy naval special units unit
    elements soldiers vessels boats""".split()
)
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;:]")
_LISTED = re.compile(r",?\s+(?:and|or)\s+|,\s+")


def find(document: str, sentences: Sequence[Sentence]) -> list[Named]:
    """Every side named in the document, in order; of overlapping names the longest."""
    spans: list[tuple[int, int, Alias]] = []
    for last, (spelling, alias) in _automaton().iter(document):
        first, after = last + 1 - len(spelling), last + 1
        if spans and _OF_A_STATE.get(spelling) and document[spans[-1][1] : first] in _OF_A_STATE[spelling]:
            continue  # 'Mali's junta': the state is named
        if signs := shared().get(alias.spelling):
            alias = _owner(alias, signs, document)
            if alias is None:
                continue
        if (first and (document[first - 1].isalnum() or document[first - 1] in "-_@#")) or (
            after < len(document) and document[after].isalnum()
        ):
            continue
        while spans and spans[-1][0] >= first:
            spans.pop()
        if spans and spans[-1][1] > first:
            continue
        spans.append((first, after, alias))
    spans = _with_coined(document, [span for span in spans if span[2] is not _NOBODY])
    found: list[Named] = []
    for first, after, alias in spans:
        index = index_of(sentences, first)
        sentence = sentences[index]
        if first - sentence.start > MAX_SENTENCE:
            continue
        tail = document[after : max(after, min(sentence.end, after + 90))]
        if (tail[:1] == "-" and not tail[1:3].isupper()) or tail.startswith(_OFFSHOOTS):
            continue  # 'US-led', 'Iranian-backed', 'Houthi-held'; 'an al Qaeda affiliate' has a name of its own
        opened = sentence.start
        before = tuple(map(str.lower, _WORDS.findall(document, max(opened, first - 60), first)[-6:]))
        if "by" in before[-2:] and _BACKED_BY.search(document[max(opened, first - 40) : first]):
            continue  # 'rebels backed by Iran', as 'Iranian-backed rebels'
        organ = FORCES.match(tail)
        nearby = [w for w in before[-2:] if w != "the"]
        preposed = bool(nearby) and nearby[-1] in _PLACE_WORDS and _TOLD_BY.isdisjoint(before[-3:])
        if preposed and nearby[-1] in ("of", "in"):
            speakers = _PEOPLE if nearby[-1] == "of" else _ORGANS
            preposed = not set(before[-5:] if nearby[-1] == "in" and alias.capital else before[-3:]) & speakers
            if preposed and alias.party.kind in ("group", "forces") and SPEAKS.match(tail):
                preposed = _SOMEBODY_OF.search(document[max(opened, first - 40) : first]) is None
        if found and found[-1].place and _LISTED.fullmatch(document, found[-1].end, first) and not SPEAKS.match(tail):
            preposed = True
        weapon = WEAPON.match(tail) or (organ and WEAPON.match(tail, organ.end()))
        if weapon is not None and tail[:1] == " " and _SENT_THERE.search(document[max(opened, first - 50) : first]):
            weapon, preposed = None, True  # 'launches heavy Syria strikes'
        if weapon is not None and (
            alias.capital or (preposed and alias.spelling in _countries() and tail[:1] not in "'’")
        ):
            weapon = None  # 'the Paris attacks', 'in Saudi Arabia drone attacks have caused fires'
        if weapon is not None and organ is not None and organ.end() >= weapon.end():
            weapon = None
        elif weapon is not None:
            organ = None
        place = (preposed and organ is None and weapon is None) or before[-1:] == ("lake",)
        if alias.capital and organ is None and weapon is None:
            place = place or _HAPPENED_THERE.match(tail) is not None or _CAPITAL_ACTS.match(tail) is None
        found.append(
            Named(
                first,
                after,
                after + (organ.end() if organ else weapon.end() if weapon else 0),
                index,
                _of_rebels(alias.party, alias.spelling, organ.group() if organ else ""),
                alias,
                organ.group() if organ else "",
                " ".join(weapon.group("noun").lower().split()) if weapon else "",
                place,
                "by" in before and _after_by(document[max(opened, first - 60) : first]),
                before,
            )
        )
    return found


def _with_coined(document: str, spans: list[tuple[int, int, Alias]]) -> list[tuple[int, int, Alias]]:
    """The names of the tables and those that only the text has, where these are no part of one of a table."""
    new: list[tuple[int, int, Alias]] = []
    for first, after, alias in (*coined(document), *claiming(document)):
        over = [other for other in (*spans, *new) if other[0] < after and first < other[1]]
        if any(not (first <= other[0] and other[1] <= after and _mere_part(other[2], alias)) for other in over):
            continue
        spans = [other for other in spans if other not in over]
        new.append((first, after, alias))
    return sorted((*spans, *new), key=lambda span: span[0]) if new else spans


def _mere_part(known: Alias, alias: Alias) -> bool:
    """Whether the name of a table is but a word of a longer name: 'Jaish' of 'Jaish al-Nasr', 'Syrian' of a band."""
    if known.spelling == alias.spelling or alias.spelling[0].islower() or alias.spelling.endswith(f" {known.spelling}"):
        return False
    rebels = alias.spelling.rsplit(" ", 1)[-1].islower()
    return " " not in known.spelling and not rebels


def _owner(alias: Alias, signs: tuple[tuple[str, str], ...], document: str) -> Alias | None:
    """Whose a shared spelling is in this text; None where it is nobody's of the table."""
    for sign, side in signs:
        if sign in document:
            if side == "-":
                return None
            return replace(alias, party=aliases()[side].party) if side else alias
    return None


def _of_rebels(party: Party, spelling: str, organ: str) -> Party:
    """'Syrian rebels' are a group of Syria and not its government."""
    noun = organ.split()[-1].lower() if organ else ""
    if party.kind != "state" or noun not in _REBELS or spelling in ("Taliban", "Taliban government"):
        return party
    return Party(name=f"{spelling} {noun}", kind="group", country=party.country)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(
        alias.spelling
        for alias in aliases().values()
        if alias.party.kind == "state" and alias.spelling == alias.party.name
    ) | {"Afghanistan"}


def _after_by(lead: str) -> bool:
    """True where 'by' stands before the name with nothing between but its own modifiers."""
    for word in reversed(lead.split()[-6:]):
        low = word.lower().strip("\"“”'‘’")
        if low == "by":
            return True
        if word.endswith((",", ";", ":")) or not (
            low in _BETWEEN
            or word[:1].isupper()
            or low.endswith(("'s", "’s", "-backed", "-aligned", "-linked", "-led"))
        ):
            return False
    return False


#: what stands for a state where none is named right before it, and what may stand between
_OF_A_STATE = {"junta": (" ", "'s ", "’s ", " military ", "'s military ", "’s military ")}
#: stands for the names of `others`
_NOBODY = Alias(spelling="", party=Party(name="", kind="unknown"))


@lru_cache(maxsize=1)
def _automaton() -> Any:
    automaton = ahocorasick.Automaton()
    for name in others():
        automaton.add_word(name, (name, _NOBODY))
    for spelling, alias in aliases().items():
        automaton.add_word(spelling, (spelling, alias))
        if "'" in spelling and (curly := spelling.replace("'", "’")) not in aliases():
            automaton.add_word(curly, (curly, alias))
    automaton.make_automaton()
    return automaton
