"""What a name is worth as the place of an act: how it stands, how sharp it is, how far off and in which clause.

`Worth` knows one document. The words on the way to another act ('in reply to the attack on', 'a day after') cost a name
its claim, so do the line under a picture and a year behind it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.places.bearings import distance, told_km
from monitor.events.places.names import Mention
from monitor.events.places.stance import credited
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots

#: what the stance of a name is worth, and the sharpness of what it names
_STANCE = {
    "at": 10.0, "target": 9.5, "beside": 8.5, "list": 8.0, "sits": 7.5, "of": 5.0, "bare": 5.0, "own": 4.5, "to": 4.5,
    "home": 3.5, "between": 2.0, "from": 1.5, "frame": 1.5, "about": 1.0, "actor": 0.5, "dateline": 0.0,
}  # fmt: skip
SHARPNESS = {"site": 2.0, "town": 1.6, "district": 1.4, "sea": 0.6, "province": 0.9, "country": -3.0}
#: what an act is called by that happened there; of a country it would be who did it
_NAMING = ("site", "town", "district", "province")
TOLD = ("at", "target", "list", "sits", "beside")
#: types whose place is the country that acts or speaks
OF_THE_SPEAKER = frozenset({"threat", "nuclear_step", "sanctions", "diplomatic_break"})
#: types that take people or forces away: the place is where they leave
OF_LEAVING = frozenset({"evacuation", "withdrawal"})
#: types whose place is where something set out
OF_A_LAUNCH = frozenset({"weapons_test"})
#: types that hold a whole country rather than a town named by the way
OF_A_COUNTRY = frozenset({"ceasefire", "cyberattack", "sanctions", "threat", "nuclear_step"})
#: types that weigh names otherwise than all the others, which weigh them alike
_WEIGH_OTHERWISE = OF_THE_SPEAKER | OF_LEAVING | OF_A_LAUNCH | OF_A_COUNTRY | {"talks", "maritime_incident"}

_CLAUSE = pattern(
    r"[;:]|\s[–—-]\s|,\s+(?:after|following|while|which|whose|where|who|but|as|in\s+(?:response|retaliation))\b|"
    r"\b(?:after|following|since|because|although|whereas|despite|in\s+(?:response|retaliation|reply|revenge"
    r"|reprisal)|amid|"
    r"as\s+part\s+of)\b",
    ignore_case=True,
)
#: what leads to another act than the one a sentence tells of
_ASIDE = pattern(
    r"\b(?:(?:after|following|since)\s|(?:response|retaliation|reply|revenge|reprisals?|return)\W{0,2}\s+(?:to"
    r"|for)\b|earlier|"
    r"last\s+(?:year|month|week|weekend)|previous|credit\s+for|responsibility\s+for|blamed?\s+for|accused\s+of"
    r"|similar|ago\b|"
    r"in\s+(?:19|20)\d\d|on\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s)",
    ignore_case=True,
)
#: 'A day after bombers struck in Peshawar, jets hit ...': what opens so tells of another act than what follows
_OPENS_ASIDE = re.compile(
    r"(?:(?:just |only )?(?:an?|one|two|three|four|five|several|\d+|hours|days|weeks|months)"
    r"(?: (?:hours?|days?|weeks?|months?))?(?: later| earlier)? (?:after|before)|after|following|since|while|even as|"
    r"in (?:retaliation|response|reply|revenge) (?:for|to))\b[^,;]{10,220},",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:response|retaliation|reply|revenge|reprisals?|return)\W{0,2}\s(?:to|for)\b", re.IGNORECASE)
#: what came of an act, right before the 'after' that the act follows
_CAME_OF_IT = re.compile(
    r"\b(?:dead|died|dies|killed|injured|wounded|hurt|missing|drowned|capsized|sank|adrift|ablaze|on fire|burning"
    r"|damaged|crippled)"
    r"(?: [\w-]+){0,3},? $",
    re.IGNORECASE,
)
#: the line under a picture tells of the picture
_CAPTION = pattern(
    r"photo credit|file photo|\bReuters pic\b|Getty Images|\[Handout|\(photo\b|photo by\b|/AFP[\])]|\bpicture taken\b|"
    r"\((?:Reuters|AP|AFP)/[A-Z]|License Photo|\[File:|\(AP Photo|\bEPA/[A-Z]|/Reuters[\])]",
    ignore_case=True,
)
#: what opens such a line, and the credit that ends it: 'FILE - Soldiers patrol in ...', '... on Friday. (REUTERS)'
_ARCHIVED = re.compile(r"FILE(?: PHOTO)?\s?[-–—:]|(?:File )?[Pp]hoto:")
_CREDITED = re.compile(r"[(\[©](?:REUTERS|Reuters|AP|AFP|EPA|AA|PTI|ANI|Image: \w+)[)\]]?\.?$")
#: a credit alone makes a short sentence behind that of the picture
_CREDIT_LENGTH = 45
#: 'twenty minutes after midnight': only a time of the day
_OF_DAY = re.compile(r"(?:midnight|midday|noon|dawn|dusk|sunset|sunrise|nightfall|dark|\d)\b", re.IGNORECASE)
#: 'in Baghdad in 2020': a year right behind a name is that of an older act
_IN_A_YEAR = re.compile(r",? in (?:(?:early|late|mid) )?(?:19|20)\d\d\b", re.IGNORECASE)
#: 'Geneva talks', 'the Astana round of negotiations'
_MET = re.compile(
    r" (?:peace |ceasefire |nuclear |round of |indirect |direct ){0,2}(?:talks|negotiations|summit|meeting"
    r"|conference|dialogue)\b"
)
#: where a ship goes, and is not yet
_BOUND = re.compile(r"\b(?:towards?|bound for|en route to) (?:the )?$", re.IGNORECASE)
#: a ship so far from a port is told by its bearing, in whatever unit
_FAR_OUT_KM = 30.0
_MOST_IN_A_SENTENCE = 60
#: what turns to a further act: 'On the same day the PKK attacked in ...', 'Four other gendarmes died in ...'
_FURTHER_ACT = re.compile(
    r"(?:Also\b|Separately|Meanwhile|Elsewhere|Previously|In (?:an? |the )?(?:separate|another|other|second|related)"
    r"|(?:On|Later on|Earlier on) the same (?:day|night|evening|morning)|The same (?:day|night|evening|morning)"
    r"|(?:Another|(?:Two|Three|Four|Five|Six|Several|Some|Many|The) (?:others?|more)) \w+ (?:were|was|died|ha[ds]"
    r"|attack)"
    r"|(?:An?|One|Two|Three|Four|Five|Six|Several|Some|A few) (?:hour|day|night|week|month|year)s? (?:earlier|before"
    r"|ago|later|prior)"
    r"|The (?:evening|day|night|morning|week|month) before|(?:Earlier|Later) (?:this|in the|that) (?:day|week|month"
    r"|year)"
    r"|Last (?:week|month|year|\w+day))",
)
_FURTHER_COST = 3.0
#: one of which stands in all that `_LETTER` fits; to look for them costs less
_LETTERS = (
    "note",
    "message",
    "letter",
    "leaflet",
    "communiqu",
    "poster",
    "banner",
    "graffiti",
    "pamphlet",
    "recording",
)
#: 'a typed note in Derry': where words about an act were found, it was not
_LETTER = re.compile(
    r"\b(?:note|message|letter|leaflet|communiqu[eé]|poster|banner|graffiti|pamphlet"
    r"|recording)s?\b[^.;:]{0,50}\b(?:in|on|at|across)"
    r" [^.;:,]{0,20}$",
    re.IGNORECASE,
)
#: 'The post was at Seytenga': where it was that the sentence before tells of
_LIES = re.compile(
    r"(?:It|This|That|The (?:[\w-]+ ){0,2}(?:posts?|villages?|town|base|camp|area|site|spot|place|scene|settlement"
    r"|hamlet|"
    r"school|hospital|market|house|mosque|church|mine|plant|depot|field|facility|refinery|attacks?|raids?|strikes?"
    r"|blasts?|"
    r"explosions?|incidents?|ambush|clash(?:es)?|fighting|battle|crash|bombing|shooting|killings?|assault|operation"
    r"|position|"
    r"checkpoint|outpost|bridge|station|garrison|barracks|convoy|district|island|encounter|firefight|gun ?battle))"
    r" (?:is|was|were|are|lies|lay|stands|stood|sits|took place|happened|occurred|(?:had|has) (?:taken place"
    r"|happened|occurred))"
    r"(?: (?:located|situated|reported|carried out))? (?:\w+ ){0,4}?(?:in|at|near|outside|inside|around|between"
    r"|close to|off|of|from)\b"
)
_LIES_COST = 1.6
#: what the first sentences cost an act among them, one a little behind them, and the next ones
_LEAD = [(n, 1.5 + 0.5 * n) for n in range(4)]
_LEAD_FROM_AFAR = [(n, 2.5 + 0.5 * n) for n in range(4)]
_BEHIND_THE_LEAD = [(n, 4.0 + 0.3 * (n - 4)) for n in range(4, 9)]
#: a further act is told in few words: for it, names outside its own sentence cost so much more
_FURTHER = 2.0


class Worth:
    """The worth of the names of one document, worked out once each."""

    def __init__(self, document: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        self._document = document
        self._sentences = sentences
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for m in mentions:
            self._by_sentence[m.sentence].append(m)
        self._standings: dict[tuple[int, str], float] = {}  #: by the start of the name and the type, where it matters
        self._told_of: dict[tuple[int, str], list[tuple[float, Mention]]] = {}
        self._dated: dict[int, bool] = {}
        self._cuts = Spots(_CLAUSE, document, sentences)
        self._asides = Spots(_ASIDE, document, sentences)
        self._apart: dict[int, bool] = {}
        self._openings: dict[int, int] = {}  #: where the clause ends that a sentence opens aside with
        self._captions: dict[int, bool] = {}
        self._turning: dict[int, bool] = {}
        self._where: dict[int, bool] = {}
        self._lettered: bool | None = None  #: whether a letter or the like is spoken of at all
        self._around: dict[int, dict[int, float]] = {}

    def cuts(self, m: Mention, left: int, right: int) -> int:
        """How many clauses end between two spots of the sentence a name stands in."""
        return self._cuts.count(m.sentence, left, right)

    def scored(
        self, home: int, scope: tuple[int, ...], start: int, end: int, type: str, *, main: bool, alone: bool
    ) -> list[tuple[float, Mention]]:
        """What each name is worth that may tell the place of the act document[start:end] of sentence `home`; see
        `Located.for_act`."""
        kind = type if type in _WEIGH_OTHERWISE else ""
        found = [(self.beside(m, start, end, kind), m) for m in self.named_in(home)]
        if scope or main:
            rooms = self._rooms(home, scope, main=main)
        else:  # the same for all acts of one sentence
            rooms = self._around.get(home) or self._around.setdefault(home, self._rooms(home, ()))
        further = 0.0 if main or alone else _FURTHER
        for index, price in rooms.items():
            if index != home and index in self._by_sentence:
                malus = price + further
                found += [(worth - malus, m) for worth, m in self._away(index, kind)]
        return found

    def _rooms(self, home: int, scope: tuple[int, ...], *, main: bool = False) -> dict[int, float]:
        """Sentences to look in, with what each costs: the act's own first; title and lead tell of the act that a text
        was written for (`main`), however late its words come."""
        sentences = self._sentences
        last = len(sentences)
        prices = [(n, 1.5 + 0.1 * min(10, abs(n - home))) for n in scope]
        if home <= 8 or main:
            prices += _LEAD if home <= 3 else _LEAD_FROM_AFAR
        paragraph = sentences[home].paragraph
        for step, price in ((1, 3.0), (-1, 2.5), (2, 4.5), (-2, 4.5)):
            n = home + step
            if 0 <= n < last:
                prices.append((n, price if sentences[n].paragraph == paragraph else price + 1.0))
        if home <= 3:
            prices += _BEHIND_THE_LEAD
        prices += [(n + 1, _LIES_COST) for n in (home, *scope) if n + 1 < last and self._says_where(n + 1)]
        cost: dict[int, float] = {home: 0.0}
        for n, price in prices:
            if n < last and price < cost.get(n, math.inf):
                cost[n] = price
        return cost

    def named_in(self, index: int) -> Sequence[Mention]:
        """The names in a sentence, so many as are weighed."""
        return self._by_sentence.get(index, ())[:_MOST_IN_A_SENTENCE]

    def beside(self, m: Mention, start: int, end: int, type: str) -> float:
        """What a name in the act's own sentence is worth."""
        if m.stands == "dateline":
            return 0.0
        score = self._standing(m, type)
        if 0 <= start - m.end <= 1 and m.stands in ("bare", "of", "own") and m.precision in _NAMING:
            return _STANCE["at"] + SHARPNESS[m.precision]  # 'a day after the Abu Dhabi attack'
        left, right = (m.start, start) if m.start < start else (end, m.start)
        apart = right - left
        if apart > 0:
            score -= min(4.0, apart / 50)
            cuts = self.cuts(m, left, right) if apart < 600 else 0
            if cuts:
                score -= 1.5 + 0.5 * min(cuts, 3)
        if self._of_a_year(m) or self._opens_aside(m, start):
            score -= 5.0
        return score

    def _away(self, index: int, type: str) -> list[tuple[float, Mention]]:
        """What the names of a sentence are worth to an act told in another: the same for all of its type."""
        known = self._told_of.get((index, type))
        if known is None:
            known = [(self._from_afar(m, type), m) for m in self.named_in(index)]
            self._told_of[index, type] = known
        return known

    def _from_afar(self, m: Mention, type: str) -> float:
        if m.stands == "dateline":
            return 0.0
        score = self._standing(m, type)
        if self.aside(m) or self._opens_aside(m, self._sentences[m.sentence].end):
            score -= 5.0
        if self._of_a_further_act(m.sentence):
            score -= _FURTHER_COST
        if type == "ceasefire" and m.sentence > 1 and fineness(m) > SHARPNESS["province"]:
            score -= 4.0  # where delegates are to meet, or aid will pass
        if type == "cyberattack" and m.sentence and m.precision != "country":
            score -= 7.0
        return score

    def _opens_aside(self, m: Mention, act: int) -> bool:
        """Whether it stands in a clause before the act's that tells of what came earlier."""
        found = self._openings.get(m.sentence)
        if found is None:
            sentence = self._sentences[m.sentence]
            begins = sentence.start if sentence.is_title else sentence.start + credited(sentence.text)
            opened = _OPENS_ASIDE.match(self._document, begins, sentence.end)
            found = self._openings[m.sentence] = opened.end() if opened else 0
        return m.start < found <= act

    def _of_a_further_act(self, index: int) -> bool:
        """Whether a sentence turns to another act than the one that others tell of."""
        known = self._turning.get(index)
        if known is None:
            sentence = self._sentences[index]
            opened = _FURTHER_ACT.match(self._document, sentence.start, sentence.end)
            known = self._turning[index] = not sentence.is_title and opened is not None
        return known

    def of_a_letter(self, m: Mention) -> bool:
        """Whether words about the act were found there."""
        if self._lettered is None:
            low = self._document.lower()
            self._lettered = any(map(low.__contains__, _LETTERS))
        if not self._lettered or m.stands not in TOLD:
            return False
        opened = max(self._sentences[m.sentence].start, m.start - 80)
        return _LETTER.search(self._document, opened, m.start) is not None

    def _says_where(self, index: int) -> bool:
        """Whether a sentence says where the act of the one before it was."""
        known = self._where.get(index)
        if known is None:
            sentence = self._sentences[index]
            known = self._where[index] = _LIES.match(self._document, sentence.start, sentence.end) is not None
        return known

    def _under_a_picture(self, index: int) -> bool:
        known = self._captions.get(index)
        if known is None:
            sentence = self._sentences[index]
            known = self._captions[index] = sentence.paragraph <= 3 and self._credited(sentence)
        return known

    def _credited(self, sentence: Sentence) -> bool:
        """Whether it says of itself, or a credit behind it does, that it tells of a picture."""
        end = sentence.end
        if sentence.index + 1 < len(self._sentences):
            behind = self._sentences[sentence.index + 1]
            if behind.paragraph == sentence.paragraph and len(behind.text) < _CREDIT_LENGTH:
                end = behind.end
        return (
            _ARCHIVED.match(self._document, sentence.start) is not None
            or _CREDITED.search(self._document, max(sentence.start, end - 30), end) is not None
            or _CAPTION.search(self._document, sentence.start, end) is not None
        )

    def _of_a_year(self, m: Mention) -> bool:
        """Whether a year stands right behind a name."""
        known = self._dated.get(m.start)
        if known is None:
            known = self._dated[m.start] = _IN_A_YEAR.match(self._document, m.end) is not None
        return known

    def _standing(self, m: Mention, type: str) -> float:
        """What the way it stands and its sharpness are worth."""
        known = self._standings.get((m.start, type))
        if known is None:
            known = self._standings[m.start, type] = self._stood(m, type)
        return known

    def _stood(self, m: Mention, type: str) -> float:
        stands = m.stands
        score = _STANCE[stands]
        if m.precision == "country":
            if type in OF_THE_SPEAKER and stands in ("actor", "own", "bare"):
                score = 8.0
            elif type in OF_A_COUNTRY and stands in ("at", "own", "to", "target"):
                score += 2.5
            elif type == "ceasefire" and stands == "of":
                score += 5.0  # 'across the whole of Yemen'
            elif stands == "bare":
                score = 3.5
        elif stands == "between":
            score = 8.0  # 'on the road between A and B'; two states between whom something is are parties
        if type in OF_LEAVING and stands in ("from", "sits"):
            score = 9.0 if stands == "from" else 3.0  # 'the ministry in Paris has told its nationals to leave'
        if type == "talks" and (stands == "sits" or (stands == "to" and m.precision != "country")):
            score = 9.0  # 'went to Doha', 'meeting in Doha'
        elif type == "talks" and m.precision == "town" and _MET.match(self._document, m.end):
            score = max(score, 9.0)  # 'Geneva talks'
        if type in OF_A_LAUNCH and (stands == "from" or m.precision == "sea"):
            score = 11.0 if stands == "from" else 2.0
        if type == "maritime_incident":
            if m.precision == "sea":
                score += 2.0
            elif stands in ("at", "beside", "frame") and self.at_a_distance(m, by_sea=True):
                score = 12.0  # 'northbound, some 50 miles west of Hodeidah': no town's bearing but the ship's place
            elif stands == "beside":
                score = _STANCE["at"]
            elif stands == "frame" and self.at_a_distance(m):
                score = 10.0
            elif stands == "target" and _BOUND.search(self._document, max(0, m.start - 20), m.start):
                score = _STANCE["to"]  # 'steered towards Bandar Abbas'
        if m.entry.kind == "seat" and stands != "target":
            score = 0.5
        if self._under_a_picture(m.sentence) or (type not in OF_THE_SPEAKER and self.of_a_letter(m)):
            score -= 5.0
        return score + (SHARPNESS[m.precision] - (0.6 if m.entry.kind == "region" else 0.0))

    def answered(self, m: Mention) -> bool:
        """Whether the act only answers what happened there: 'in reply to the attack on'."""
        opened = max(self._sentences[m.sentence].start, m.start - 200)
        return _ANSWERS.search(self._document, opened, m.start) is not None

    def aside(self, m: Mention) -> bool:
        """Whether the words before it lead to another act than the one its sentence tells of."""
        known = self._apart.get(m.start)
        if known is None:
            opened = max(self._sentences[m.sentence].start, m.start - 300)
            known = self._apart[m.start] = self._of_a_year(m) or any(
                not _OF_DAY.match(self._document, end) and not self._came_of_it(begin, end, m.sentence)
                for begin, end in self._asides.within(m.sentence, opened, m.start)
            )
        return known

    def _came_of_it(self, begin: int, end: int, index: int) -> bool:
        """Whether an 'after' joins what came of an act to the act itself: 'a fisherman died after a collision off'."""
        if self._document[begin:end].strip().lower() not in ("after", "following"):
            return False
        return _CAME_OF_IT.search(self._document, max(self._sentences[index].start, begin - 60), begin) is not None

    def at_a_distance(self, m: Mention, *, by_sea: bool = False, aimed: bool = False) -> bool:
        """Whether a distance from it is told; `by_sea`: in miles, as ships count, or from an island; `aimed`: and in
        which direction."""
        sentence = self._sentences[m.sentence]
        found = distance(self._document, max(sentence.start, m.start - 90), m.start)
        if aimed and found is not None and not found["dir"]:
            return False
        if found is None or not by_sea or m.entry.kind == "island":
            return found is not None
        return found["unit"].lower().startswith(("n", "mi")) or told_km(found) > _FAR_OUT_KM


def fineness(m: Mention) -> float:
    """How sharp a place is named: a site most, a country least."""
    return SHARPNESS[m.precision] - (0.6 if m.entry.kind == "region" else 0.0)
