"""Which sentences, and which names in them, tell of something else than the act: what came before it, what it answers,
a further act, a picture, a letter that was found.

'A day after a blast in Peshawar', 'in reply to the attack on Damascus', 'FILE - Soldiers patrol in Gao': such names
lose most of what they are worth as the place of the act (`worth.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.places.names import Mention
from monitor.events.places.stance import credited
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots

#: how a name stands that is told to hold an act or to be hit
HERE = ("at", "target", "list", "sits", "beside")
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
#: a brigade 'of Revenge for' somebody answers nothing
_ANSWERS = re.compile(
    r"\b(?:(?:response|retaliation|reply|reprisals?|return)|(?-i:revenge))\W{0,2}\s(?:to|for)\b", re.IGNORECASE
)
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
#: 'caught on the road in the Bryansk region': where suspects were found, the act was not
_FOUND = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ )?(?:arrested|caught|apprehended|rounded up|tracked down)\b[^.;:,]{0,50}"
    r"\b(?:in|at|near|outside) [^.;:,]{0,25}$"
)
#: 'a lawmaker who was in Gusau when told', 'had fought at Azovstal', 'who grew up in Hanford': where somebody was, the
#: act was not
_WAS_THERE = re.compile(r"\bwho (?:was|were|had been) (?:in|at|visiting) (?:the )?$")
_WHEN_TOLD = re.compile(r" (?:when|at the time)\b")
_HAD_FOUGHT = re.compile(
    r"\b(?:had (?:once |all |also )?(?:fought|served) (?:at|in|near|around)"
    r"|(?:grew up|grown up|was born|raised) (?:in|near|at)) [^.;:,]{0,15}$"
)
#: 'recalls its ambassador from Tehran': who calls an envoy home does so at home
_CALLED_HOME = re.compile(
    r"\b(?:recall(?:s|ed|ing)?|call(?:s|ed|ing)? (?:home|back)|summon(?:s|ed|ing)? home|withdr[ae]w(?:s|n|ing)?)\b"
    r"[^.;:,]{0,40}\b(?:ambassador|envoy)s? (?:to|from|in) (?:the )?$",
    re.IGNORECASE,
)
#: 'the bishop of Kontagora': the see of who tells of it
_SEE = re.compile(r"\b(?:(?:arch)?(?:bishop|diocese)|cardinal|patriarch|metropolitan) of (?:the )?$", re.IGNORECASE)
#: 'buses took people to Zapadnaya Dvina': where the homeless are brought; a hospital is likelier near
_BROUGHT = re.compile(
    r"\b(?:took|taken|moved|brought|driven|carried|flown|airlifted|evacuated|transferred|bused)\b"
    r"[^.;:,]{0,50}? to (?:(?:the|nearby|city|town|towns|cities|of) )*$",
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


class Asides:
    """What is aside in one document, worked out once each."""

    def __init__(self, document: str, sentences: Sequence[Sentence]) -> None:
        self._document = document
        self._sentences = sentences
        self._asides = Spots(_ASIDE, document, sentences)
        self._dated: dict[int, bool] = {}
        self._apart: dict[int, bool] = {}
        self._openings: dict[int, int] = {}  #: where the clause ends that a sentence opens aside with
        self._captions: dict[int, bool] = {}
        self._turning: dict[int, bool] = {}
        self._where: dict[int, bool] = {}
        self._lettered: bool | None = None  #: whether a letter or the like is spoken of at all

    def aside(self, m: Mention) -> bool:
        """Whether the words before it lead to another act than the one its sentence tells of."""
        known = self._apart.get(m.start)
        if known is None:
            opened = max(self._sentences[m.sentence].start, m.start - 300)
            known = self._apart[m.start] = (
                self.of_a_year(m)
                or self._of_suspects(m)
                or self.of_a_life(m)
                or any(
                    not _OF_DAY.match(self._document, end) and not self._came_of_it(begin, end, m.sentence)
                    for begin, end in self._asides.within(m.sentence, opened, m.start)
                )
            )
        return known

    def _of_suspects(self, m: Mention) -> bool:
        """Whether those were found there who did it."""
        return m.stands in HERE and self._led_to(_FOUND, m, 90)

    def of_a_life(self, m: Mention) -> bool:
        """Whether it only tells where somebody was who speaks of the act or was freed by it."""
        if m.stands not in HERE:
            return False
        told = self._led_to(_WAS_THERE, m, 30) and _WHEN_TOLD.match(self._document, m.end) is not None
        return told or self._led_to(_HAD_FOUGHT, m, 45)

    def answered(self, m: Mention) -> bool:
        """Whether the act only answers what happened there: 'in reply to the attack on'."""
        return self._led_to(_ANSWERS, m, 200)

    def opens_aside(self, m: Mention, act: int) -> bool:
        """Whether it stands in a clause before the act's that tells of what came earlier."""
        found = self._openings.get(m.sentence)
        if found is None:
            sentence = self._sentences[m.sentence]
            begins = sentence.start if sentence.is_title else sentence.start + credited(sentence.text)
            opened = _OPENS_ASIDE.match(self._document, begins, sentence.end)
            found = self._openings[m.sentence] = opened.end() if opened else 0
        return m.start < found <= act

    def of_a_further_act(self, index: int) -> bool:
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
        return self._lettered and m.stands in HERE and self._led_to(_LETTER, m, 80)

    def of_an_envoy(self, m: Mention) -> bool:
        """Whether an envoy is called home from there."""
        return self._led_to(_CALLED_HOME, m, 80)

    def of_a_refuge(self, m: Mention) -> bool:
        """Whether those whom an act befell are brought there: 'buses took people to'."""
        return self._led_to(_BROUGHT, m, 90)

    def of_a_see(self, m: Mention) -> bool:
        """Whether it only names a churchman: 'the bishop of Kontagora'."""
        return self._led_to(_SEE, m, 30)

    def _led_to(self, words: re.Pattern[str], m: Mention, chars: int) -> bool:
        """Whether such words stand before a name, in its sentence and in so many characters."""
        opened = max(self._sentences[m.sentence].start, m.start - chars)
        return words.search(self._document, opened, m.start) is not None

    def says_where(self, index: int) -> bool:
        """Whether a sentence says where the act of the one before it was."""
        known = self._where.get(index)
        if known is None:
            sentence = self._sentences[index]
            known = self._where[index] = _LIES.match(self._document, sentence.start, sentence.end) is not None
        return known

    def under_a_picture(self, index: int) -> bool:
        """Whether a sentence is the line under a picture."""
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

    def of_a_year(self, m: Mention) -> bool:
        """Whether a year stands right behind a name."""
        known = self._dated.get(m.start)
        if known is None:
            known = self._dated[m.start] = _IN_A_YEAR.match(self._document, m.end) is not None
        return known

    def _came_of_it(self, begin: int, end: int, index: int) -> bool:
        """Whether an 'after' joins what came of an act to the act itself: 'a fisherman died after a collision off'."""
        if self._document[begin:end].strip().lower() not in ("after", "following"):
            return False
        return _CAME_OF_IT.search(self._document, max(self._sentences[index].start, begin - 60), begin) is not None
