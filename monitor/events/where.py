"""Where an act happened: every place a document names, told apart, and for each act the place that belongs to it.

`Atlas.locate` reads a document once: it finds the names, settles which of their bearers is meant by what else the
document speaks of, and how each stands in its sentence (at a place, at a target, coming from it, or as the name of an
acting side). `Located.for_act` then weighs these about the words that tell of an act. A dateline, a speaker's city, a
state that acts or a part of a group's name is no place of an act; where nothing is left, the answer is None.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.events.gazetteer import DEMONYM, NOTHING, PRECISION, Entry, Gazetteer, fold, fold_word, join
from monitor.events.place_words import (
    ARTICLES,
    CONTAINED,
    DIRECTIONS,
    DISTRICT_WORDS,
    FUNCTION_WORDS,
    NAME_TAILS,
    PROVINCE_WORDS,
    ROLES,
    SITE_WORDS,
    TITLES,
    TOWN_WORDS,
)
from monitor.events.sentences import Sentence
from monitor.types import Evidence, Place

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼʻ‘`ʹ][^\W\d_]+)*")
_JOINTS = frozenset((" ", "-", "‑", "‐", "–", "'", "’", "\xa0"))

# ---- how a name stands in its sentence, read from the words before it ---------------------------------------------

_FILL = r"(?:(?:the|an?|its|their|his|central|downtown|occupied|besieged|neighbou?ring|nearby|war-torn|greater|metropolitan|{d}|Russian-occupied|rebel-held|government-held|Ukrainian|Russian|Syrian|Israeli|Iraqi|Yemeni|Lebanese|Iranian|Turkish|Afghan|Pakistani|Indian|Sudanese|Somali|Nigerian|Malian|Congolese|Saudi|Emirati|Libyan|Egyptian|eastern|capital|port|coastal|border|key|strategic|northern|southern|western|city|town|village|industrial|historic|mainly|Kurdish|island|oil-rich|resort|garrison|frontline|front-line)[ ,-]+(?:of\s+)?){0,4}".replace("{d}", "north|south|east|west")  # fmt: skip
_AT = re.compile(
    r"\b(?:in|near|inside|outside|around|over|off|across|within|throughout|above|at|alongside|along|beside|close\s+to|next\s+to|"
    r"north|south|east|west|north-?east|north-?west|south-?east|south-?west|northeast|northwest|southeast|southwest|"
    r"(?:coast|shores?|waters?|skies|outskirts|suburbs?|streets|city|town|village|port|province|governorate|region|district|"
    r"state|oblast|area|town|centre|center|heart|island|settlement|camp|base|vicinity|parts|city|capital|territory|county|"
    r"municipality|peninsula|enclave|suburb|neighbou?rhood|north|south|east|west|side|edge|mouth|community|hamlet|airspace)\s+of|"
    r"(?:nautical\s+)?(?:miles|kilomet(?:er|re)s|km|kms|nm)\s+(?:\w+[\s-]){0,2}(?:of|off|from|outside)|from\s+near|into|onto|enter(?:s|ed|ing)?|"
    r"reach(?:es|ed|ing)?|besieg(?:es|ed|ing)|between)\s+" + _FILL + "$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:hits?|hitting|struck|strikes?|striking|bomb(?:s|ed|ing)?|bombard(?:s|ed|ing)?|shell(?:s|ed|ing)?|attack(?:s|ed|ing)?|"
    r"pound(?:s|ed|ing)?|target(?:s|ed|ing)?|pummel(?:s|ed|ing)?|batter(?:s|ed|ing)?|rock(?:s|ed|ing)?|shak(?:es?|ing)|shook|"
    r"captur(?:es?|ed|ing)|seiz(?:es?|ed|ing)|invad(?:es?|ed|ing)|storm(?:s|ed|ing)?|raid(?:s|ed|ing)?|overr[au]n|"
    r"(?:strikes?|attacks?|raids?|assaults?|barrage|bombardment|bombing|offensive|advance|fire[ds]?|fires|firing|rockets?|missiles?|drones?|launched|"
    r"launch(?:es)?|salvo|volley|dropped|drops?|rained|rains?|descend(?:s|ed)?|incursion|march(?:es|ed)?|hit|aimed|headed|directed|bombs?|sirens?|sounded)"
    r"\s+(?:\w+[\s-]){0,3}?(?:on|onto|at|against|upon|towards?|into|for|in|over|of)|"
    r"(?:on|against|towards?|upon|at))\s+" + _FILL + "$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|out\s+of|leav(?:es?|ing)|left|via|fled|flee(?:ing)?)\s+" + _FILL + "$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|for)\s+" + _FILL + "$", re.IGNORECASE)
_ON = re.compile(r"\bon\s+" + _FILL + "$", re.IGNORECASE)
_LIST = re.compile(r"(?:,|\band|\bor|&|,\s*and|as\s+well\s+as)\s+(?:the\s+|in\s+|near\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\bof\s+" + _FILL + "$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|with|between\s+\w+\s+and|blam(?:es|ed|ing)|accus(?:es|ed|ing)|told|tells|via|backed\s+by|like|allies|and\s+its\s+ally|against\s+the)\s+(?:the\s+)?$", re.IGNORECASE)  # fmt: skip
_ABOUT = re.compile(r"\b(?:embassy|consulate|ambassador|war|policy|sanctions|resistance|bank|university|government|kingdom|"
                    r"emirate|president|king|ministry|parliament|army|people|forces|militar(?:y|ies)|leaders?|friends?|"
                    r"church|party|institute|times|republic|history|deputy|governor|mayor|head|name|battle)\s+(?:of|on|in|to|for)\s+(?:the\s+)?$", re.IGNORECASE)  # fmt: skip
_SPEAKS = re.compile(
    r"(?:['’]s?)?\s+(?:\w+ly\s+)?(?:has\s+|have\s+|had\s+|would\s+|will\s+|could\s+|may\s+|is\s+|was\s+)?(?:also\s+|not\s+|since\s+|long\s+|repeatedly\s+)?"
    r"(?:said|says|say|saying|told|denie[sd]|den(?:y|ying)|blame[sd]?|blaming|accuse[sd]?|accusing|claim(?:s|ed)?|warn(?:s|ed)?|"
    r"vow(?:s|ed)?|threaten(?:s|ed|ing)?|insist(?:s|ed)?|argue[sd]?|condemn(?:s|ed)?|want(?:s|ed)?|consider(?:s|ed)?|call(?:s|ed)?|"
    r"announce[sd]?|confirm(?:s|ed)?|report(?:s|ed)|maintain(?:s|ed)|reject(?:s|ed)?|demand(?:s|ed)?|urge[sd]?|acknowledge[sd]?|"
    r"believe[sd]?|admit(?:s|ted)?|describe[sd]?|hop(?:es|ed)|seek(?:s|ing)?|sought|support(?:s|ed|ing)?|back(?:s|ed|ing)?|"
    r"launch(?:es|ed|ing)?|fire[sd]?|firing|carr(?:ies|ied)|conduct(?:s|ed|ing)?|use[sd]?|using|sen(?:d|ds|t|ding)|strikes|struck|hits|bomb(?:s|ed)|attack(?:s|ed|ing)|"
    r"shoots|shot|down(?:s|ed)|deploy(?:s|ed|ing)?|retaliate[sd]?|respond(?:s|ed)?|agree[sd]?|sign(?:s|ed)|impose[sd]?|"
    r"kill(?:s|ed)|detain(?:s|ed)|seize[sd]|invade[sd]|withdr[ae]w(?:s|ing)?|pull(?:s|ed)|expel(?:s|led)|recall(?:s|ed)|intercept(?:s|ed)|raise[sd]|put[s]?|points?|sees?|gave|gives?|links|linked)\b"
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_OWNED_PLACE = re.compile(
    r"['’]s?\s+(?:\w+[\s-]){0,3}?(?:city|town|village|port|airport|province|region|coast|district|capital|east|west|north|south|border|"
    r"suburbs?|outskirts|area|refinery|base|embassy|consulate|centre|center|streets?|skies|airspace|waters|infrastructure|power|energy|"
    r"hospital|school|market|territory|oil|nuclear|soil|bridge|main|[A-Z]\w+)\b"
)
_DATELINE = re.compile(
    r"^[\s\"“]*(?:(?:[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]+){0,3})(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?|[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,2}(?:/[A-Z][\w'’-]+)?(?:,\s*[A-Z][\w. ]+?)?)"
    r"\s*(?:,\s*(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[\w.]*\s*\d{0,2},?(?:\s*\d{4})?)?"
    r"\s*(?:\([^)]{2,40}\)|\[[^\]]{2,40}\])?\s*(?:[-–—:|]{1,2}|\.\s[-–—])\s"
)
_AGENCY_LINE = re.compile(
    r"^(?:AP|AFP|Reuters|dpa|Reports?|Agencies|UPI)?,?\s*[A-Z][A-Za-z .'’-]{2,40}(?:\([^)]{2,30}\))?$"
)
_CLAUSE = re.compile(
    r"[;]|\s[–—-]\s|,\s+(?:after|following|while|which|whose|where|who|but|as|in\s+(?:response|retaliation))\b|\b(?:after|following|since|because|"
    r"although|whereas|despite|in\s+(?:response|retaliation|reply|revenge|reprisal)|days?\s+after|amid|as\s+part\s+of)\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"\b(?:about|around|some|nearly|roughly|approximately)?\s*(?P<n>\d{1,3}(?:\.\d)?|\w+)[\s-]+(?P<unit>nautical\s+miles?|nm|NM|miles?|mi|kilomet(?:er|re)s?|km|kms)\s+"
    r"(?:(?:to\s+the\s+)?(?P<dir>north-?east|north-?west|south-?east|south-?west|north|south|east|west)\s+of|off|from|outside)\s+"
    r"(?:the\s+)?(?:\w+[\s-]){0,4}?$",
    re.IGNORECASE,
)  # fmt: skip
_BEARING = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
            "northwest": 315}  # fmt: skip
_NUMBERS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}

_BASE = {"at": 10.0, "target": 9.5, "list": 8.0, "own": 4.5, "of": 5.0, "to": 4.5, "bare": 5.0, "from": 1.5, "about": 1.0,
         "actor": 0.5}  # fmt: skip
_SHARP = {"site": 2.0, "town": 1.6, "district": 1.4, "sea": 1.0, "province": 0.7, "country": -3.0}
#: types whose place is the country that acts
OF_THE_SPEAKER = frozenset({"threat", "nuclear_step", "sanctions", "diplomatic_break"})
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name of a place in the document, settled."""

    start: int
    end: int
    text: str
    entry: Entry
    sentence: int  #: index of its sentence
    stands: str  #: at | target | list | own | of | to | bare | from | about | actor | dateline
    marked: bool  #: a word says that this is a place
    container: str | None = None  #: country named right behind it: 'Mosul, Iraq'

    @property
    def precision(self) -> str:
        return PRECISION[self.entry.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereAnswer:
    """The place of one act; None where the text does not tell it."""

    place: Place | None
    others: tuple[Place, ...] = ()
    evidence: Evidence | None = None


@dataclass(slots=True)
class _Find:
    """A name before it is settled."""

    start: int
    end: int
    key: str
    words: int
    entries: tuple[Entry, ...]
    sentence: int
    before: str
    after: str
    capital_before: bool
    capital_after: bool
    suffix: str
    marked: bool = False
    in_title: bool = False


class Atlas:
    """Finds and settles the places of documents. Holds no state between them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def locate(self, document: str, sentences: Sequence[Sentence]) -> Located:
        finds, tellings = self._scan(document, sentences)
        weights: dict[str, float] = defaultdict(float)
        for code, weight in tellings:
            weights[code] += weight
        for find in finds:
            codes = {e.country for e in find.entries}
            if len(codes) == 1 and (code := next(iter(codes))) and self._plausible(find):
                weights[code] += _weight(find) * (1.0 if find.entries[0].kind == "country" or find.marked else 0.4)
        chosen: dict[str, Entry] = {}
        settled: list[Mention] = []
        titles: list[_Find] = []
        for n, find in enumerate(finds):
            if find.in_title:
                titles.append(find)
            container = _container(finds, n, document)
            entry = self._settle(find, weights, container)
            if entry is None or not self._accept(find, entry, weights, container, bool(chosen.get(find.key))):
                continue
            chosen.setdefault(find.key, entry)
            settled.append(_mention(find, entry, document, sentences, container))
        # a name that the text settled is accepted in the title too
        known = {m.start for m in settled}
        for find in titles:
            if find.start not in known and find.key in chosen:
                settled.append(_mention(find, chosen[find.key], document, sentences, None))
        settled = [self._sense(m, chosen) for m in settled]
        settled.sort(key=lambda m: m.start)
        _carry_lists(settled, document)
        return Located(self, document, sentences, tuple(settled), dict(weights))

    def _sense(self, mention: Mention, chosen: dict[str, Entry]) -> Mention:
        return mention

    # ---- finding names ---------------------------------------------------------------------------------------------

    def _scan(self, document: str, sentences: Sequence[Sentence]) -> tuple[list[_Find], list[tuple[str, float]]]:
        gazetteer = self.gazetteer
        finds: list[_Find] = []
        demonyms: list[tuple[str, float]] = []
        for sentence in sentences:
            tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(document, sentence.start, sentence.end)]
            folded = [_fold_token(t[0]) for t in tokens]
            i = 0
            while i < len(tokens):
                text, start, _ = tokens[i]
                lower = folded[i]
                if not (text[0].isupper() or lower in DIRECTIONS or (lower in ARTICLES and i + 1 < len(tokens))):
                    i += 1
                    continue
                longest = gazetteer.longest(lower if lower not in ARTICLES else "al")
                if lower in ARTICLES or lower in CONTAINED:
                    longest = max(longest, gazetteer.longest(CONTAINED.get(lower, lower)))
                hit = None
                n = 1
                while n < longest and i + n < len(tokens) and _joined(document, tokens[i + n - 1], tokens[i + n]):
                    n += 1
                for size in range(n, 0, -1):
                    last = tokens[i + size - 1][0]
                    if not (
                        last[0].isupper() or last[0].isdigit() or (size > 1 and folded[i + size - 1] in SITE_WORDS)
                    ):
                        continue
                    if size == 1 and not text[0].isupper():
                        break
                    if size > 1 and not text[0].isupper() and lower in ARTICLES and not tokens[i + 1][0][0].isupper():
                        break
                    key = join(folded[i : i + size])
                    if size == 1 and (len(key) < 3 or (lower == "us" and text != "US")) and text not in ("UK", "US"):
                        break
                    entries = gazetteer.find(key)
                    if entries:
                        hit = (size, key, entries)
                        break
                if hit is None:
                    i += 1
                    continue
                size, key, entries = hit
                stop = tokens[i + size - 1][2]
                kinds = {e.kind for e in entries}
                if NOTHING in kinds:
                    i += size
                    continue
                if DEMONYM in kinds:
                    if len(kinds) == 1:
                        demonyms.append((entries[0].country or "", 0.5 if sentence.index < 3 else 0.25))
                        i += size
                        continue
                    entries = tuple(e for e in entries if e.kind != DEMONYM)
                end = _without_possessive(document, start, stop)
                finds.append(_find(document, sentence, tokens, folded, i, size, key, entries, start, end))
                i += size
        return finds, demonyms

    # ---- settling which is meant -----------------------------------------------------------------------------------

    def _plausible(self, find: _Find) -> bool:
        best = find.entries[0]
        if best.by_hand or best.kind in ("country", "capital", "province"):
            return not self.gazetteer.is_common(find.key)
        return best.people > 100_000 and not self.gazetteer.is_common(find.key)

    def _settle(self, find: _Find, weights: dict[str, float], container: Entry | None) -> Entry | None:
        best, most = None, -math.inf
        for entry in find.entries:
            score = _prior(entry)
            if entry.country:
                score += 2.6 * min(1.0, weights.get(entry.country, 0.0) / 2)
            if container is not None and entry.key != container.key:
                if entry.country == container.country and (
                    container.kind == "country" or container.name == entry.region or container.kind != "province"
                ):
                    score += 8
                elif container.kind == "country":
                    score -= 4
            kind = entry.kind
            if find.suffix in PROVINCE_WORDS:
                score += 4 if kind in ("province", "region") else (0.5 if kind == "district" else -1)
            elif find.suffix in DISTRICT_WORDS:
                score += 3 if kind == "district" else 0
            elif find.suffix in TOWN_WORDS:
                score += 2 if kind in ("town", "capital") else -1
            elif kind in ("province", "district") and len(find.entries) > 1:
                score -= 1.0
            if score > most:
                best, most = entry, score
        return best

    def _accept(
        self, find: _Find, entry: Entry, weights: dict[str, float], container: Entry | None, before: bool
    ) -> bool:
        support = weights.get(entry.country or "", 0.0)
        common = self.gazetteer.is_common(find.key)
        marked = find.marked or find.suffix != "" or container is not None
        named_like = (find.capital_before or find.capital_after) and not find.in_title
        if before and not common:
            return not (find.capital_before and not marked)
        if entry.kind == "country":
            if common and named_like and not marked:
                return False
            return not (common and find.capital_before)
        if entry.by_hand or entry.kind == "capital":
            return not (common and not marked) and not (common and find.capital_before)
        if common:
            return container is not None or (marked and support >= 1 and not named_like)
        if find.words > 1:
            return (
                entry.kind in ("region", "airport", "base", "province")
                or marked
                or support >= 0.5
                or entry.people > 200_000
            )
        if find.in_title:
            return entry.people >= 300_000 or (support >= 0.5 and entry.people >= 10_000) or (marked and support >= 0.5)
        if entry.kind in ("province", "district"):
            return marked or (support >= 0.5 and not named_like)
        if find.capital_before and container is None:
            return False
        if entry.people >= 300_000:
            return marked or not named_like
        if entry.people >= 20_000:
            return (marked and not find.capital_after) or (support >= 0.5 and not named_like)
        if container is not None:
            return True
        return support >= 0.5 and (marked or (entry.people >= 5_000 and not named_like)) and not find.capital_after

    def near_site(self, place: Place, kinds: frozenset[str]) -> Entry | None:
        """The nearest hand-kept place of these kinds, within some kilometres."""
        if place.lat is None or place.lon is None:
            return None
        here = sorted(
            (_kilometres(place.lat, place.lon, e.lat or 0.0, e.lon or 0.0), e.key, e)
            for e in self.gazetteer.near(place.lat, place.lon, kinds=kinds)
        )
        return here[0][2] if here and here[0][0] < 15 else None

    def kind_of(self, place: Place) -> str | None:
        """'capital', 'airport', 'base', 'nuclear', 'energy', 'hospital', 'embassy', 'port', ... of an answer's place."""
        entry = self.gazetteer.entry(place.key.split("@")[0] if place.key else None)
        return entry.kind if entry else None


class Located:
    """The places of one document, and the place of each of its acts."""

    def __init__(
        self,
        atlas: Atlas,
        document: str,
        sentences: Sequence[Sentence],
        mentions: tuple[Mention, ...],
        weights: dict[str, float],
    ) -> None:
        self.mentions = mentions
        self._atlas = atlas
        self._document = document
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._weights = weights
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for m in mentions:
            self._by_sentence[m.sentence].append(m)

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries the document speaks of, most first."""
        tally: Counter[str] = Counter()
        for m in self.mentions:
            if m.entry.country:
                early = 2.0 if m.sentence < 3 else 1.0
                tally[m.entry.country] += int(10 * early * (_BASE.get(m.stands, 2.0) + 2))
        return tuple(code for code, _ in tally.most_common())

    def for_act(self, start: int, end: int, *, scope: tuple[int, ...] = (), type: str = "") -> WhereAnswer:
        """The place of the act told by document[start:end]; `scope` names further sentences that tell of it."""
        if not self._sentences:
            return WhereAnswer(place=None)
        home = max(0, bisect_right(self._starts, start) - 1)
        best: Mention | None = None
        most = _ENOUGH
        scored: list[tuple[float, Mention]] = []
        for index, malus in self._rooms(home, scope):
            for m in self._by_sentence.get(index, ()):
                score = self._score(m, index == home, start, end, type) - malus
                scored.append((score, m))
                if score > most:
                    best, most = m, score
        if best is None:
            return self._country_at_least(home, scope, type)
        best = self._sharpened(best, most, scored)
        place = self._place(best)
        others = self._others(best, scored, most)
        return WhereAnswer(
            place=place,
            others=others,
            evidence=Evidence(
                field="place", start=best.start, end=best.end, text=self._document[best.start : best.end]
            ),
        )

    # ---- weighing ----------------------------------------------------------------------------------------------------

    def _rooms(self, home: int, scope: tuple[int, ...]) -> list[tuple[int, float]]:
        """Sentences to look in, with what each costs: the act's own first."""
        malus: dict[int, float] = {home: 0.0}
        sentences = self._sentences
        for n in scope:
            if 0 <= n < len(sentences):
                malus.setdefault(n, 1.5 + 0.1 * abs(n - home))
        early = home <= 3 or any(n <= 2 for n in scope)
        if early:
            for n in range(min(3, len(sentences))):
                malus.setdefault(n, 1.5 + 0.6 * n)
        if home + 1 < len(sentences) and sentences[home].paragraph == sentences[home + 1].paragraph:
            malus.setdefault(home + 1, 3.0)
        if home and sentences[home].paragraph == sentences[home - 1].paragraph:
            malus.setdefault(home - 1, 2.5)
        malus.setdefault(home + 1, 4.0)
        malus.setdefault(home + 2, 5.0)
        if home:
            malus.setdefault(home - 1, 4.0)
        if early:
            for n in range(3, min(8, len(sentences))):
                malus.setdefault(n, 4.0 + 0.3 * (n - 3))
        return sorted(malus.items(), key=lambda item: item[1])

    def _score(self, m: Mention, same: bool, start: int, end: int, type: str) -> float:
        if m.stands == "dateline":
            return 0.0
        stands = m.stands
        score = _BASE[stands]
        precision = m.precision
        if precision == "country":
            if type in OF_THE_SPEAKER and stands in ("actor", "own", "bare"):
                score = 7.0
            elif stands == "bare":
                score = 3.5
        score += _SHARP[precision]
        if same:
            gap = (m.start, start) if m.start < start else (end, m.start)
            between = self._document[min(gap) : max(gap)]
            score -= min(4.0, len(between) / 50)
            cuts = len(_CLAUSE.findall(between))
            if cuts:
                score -= 1.5 + 0.5 * min(cuts, 3)
        return score

    def _sharpened(self, best: Mention, most: float, scored: list[tuple[float, Mention]]) -> Mention:
        """A country or province gives way to a place within it that is told nearly as plainly."""
        if best.precision not in ("country", "province") or best.entry.kind in ("border",):
            return best
        finest, highest = best, -math.inf
        for score, m in scored:
            inside = m.entry.country == best.entry.country and (
                best.precision == "country" or m.entry.region == best.entry.region or best.entry.kind == "region"
            )
            if inside and _SHARP[m.precision] > _SHARP[best.precision] and m.stands in ("at", "target", "list"):
                slack = 5.0 if best.precision == "country" else 3.5
                if score >= most - slack and score > highest:
                    finest, highest = m, score
        return finest

    def _others(self, best: Mention, scored: list[tuple[float, Mention]], most: float) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        for score, m in sorted(scored, key=lambda item: -item[0]):
            near = score >= most - 3.0 and m.sentence == best.sentence
            if (
                near
                and m.entry.key != best.entry.key
                and m.stands in ("at", "target", "list")
                and m.precision != "country"
            ):
                if m.entry.country != best.entry.country and best.precision != "country":
                    continue
                found.setdefault(m.entry.key, self._place(m))
        return tuple(found.values())[:6]

    def _country_at_least(self, home: int, scope: tuple[int, ...], type: str) -> WhereAnswer:
        """Nothing is placed: the one country most of the text speaks of, at its capital, or unknown."""
        tally: dict[str, float] = defaultdict(float)
        for m in self.mentions:
            if m.entry.country and m.stands != "about":
                tally[m.entry.country] += (
                    1.0 + (1.0 if m.sentence in (home, *scope) else 0.0) + (0.5 if m.sentence < 3 else 0.0)
                )
        if not tally:
            return WhereAnswer(place=None)
        ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) > 1 and ranked[1][1] > 0.6 * ranked[0][1]:
            return WhereAnswer(place=None)
        entry = self._atlas.gazetteer.country(ranked[0][0])
        return WhereAnswer(place=entry.place("") if entry else None)

    def _place(self, m: Mention) -> Place:
        place = m.entry.place(self._document[m.start : m.end])
        return _shifted(place, m, self._document, self._sentences[m.sentence])


# ---- small steps ---------------------------------------------------------------------------------------------------


def _fold_token(text: str) -> str:
    if "." in text:
        return fold(text)
    if len(text) > 2 and text[-2] in "'’" and text[-1] in "sS":
        text = text[:-2]
    return fold_word(text)


def _without_possessive(document: str, start: int, end: int) -> int:
    return end - 2 if end - start > 3 and document[end - 2] in "'’" and document[end - 1] in "sS" else end


def _joined(document: str, left: tuple[str, int, int], right: tuple[str, int, int]) -> bool:
    gap = document[left[2] : right[1]]
    if gap in _JOINTS:
        # 'Iraq's Anbar' is two names
        return not (len(left[0]) > 2 and left[0][-2] in "'’" and left[0][-1] in "sS")
    return gap == ". " and left[0] in ("St", "Mt", "Ft")


def _find(
    document: str,
    sentence: Sentence,
    tokens: list[tuple[str, int, int]],
    folded: list[str],
    at: int,
    size: int,
    key: str,
    entries: tuple[Entry, ...],
    start: int,
    end: int,
) -> _Find:
    before = document[max(sentence.start, start - 70) : start]
    after = document[end : min(sentence.end, end + 60)]
    previous = tokens[at - 1] if at else None
    following = tokens[at + size] if at + size < len(tokens) else None
    capital_before = bool(
        previous
        and previous[0][0].isupper()
        and document[previous[2] : start] == " "
        and not (previous[0].lower() in FUNCTION_WORDS and (at == 1 or previous[0].istitle()))
        and folded[at - 1] not in DIRECTIONS
        and folded[at - 1] not in TITLES
        and previous[0][-2:] not in ("'s", "’s")
    )
    suffix = ""
    capital_after = False
    if (
        following
        and document[tokens[at + size - 1][2] : following[1]] in (" ", "-")
        and not after.startswith(("'s", "’s"))
    ):
        word = folded[at + size]
        if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS or word in SITE_WORDS:
            suffix = word
        elif following[0][0].isupper() and word not in ROLES and word not in FUNCTION_WORDS:
            capital_after = True
    find = _Find(
        start=start, end=end, key=key, words=key.count(" ") + 1, entries=entries, sentence=sentence.index, before=before,
        after=after, capital_before=capital_before, capital_after=capital_after, suffix=suffix, in_title=sentence.is_title,
    )  # fmt: skip
    find.marked = bool(_AT.search(before) or _TARGET.search(before) or _FROM.search(before) or _ON.search(before))
    return find


def _weight(find: _Find) -> float:
    return 1.0 if find.in_title or find.sentence < 3 else 0.5


def _prior(entry: Entry) -> float:
    if entry.by_hand:
        return 6.5
    kind = entry.kind
    if kind == "country":
        return 7.0
    if kind == "capital":
        return 6.5
    if kind == "province":
        return 4.5
    if kind in ("airport", "base"):
        return 4.0
    if kind == "region":
        return 4.0
    if kind == "district":
        return 2.0
    return math.log10(entry.people + 10)


def _container(finds: list[_Find], n: int, document: str) -> Entry | None:
    """The country or province named behind it: 'Mosul, Iraq', or before: 'in Iraq's Anbar'."""
    find = finds[n]
    if n + 1 < len(finds):
        behind = finds[n + 1]
        gap = document[find.end : behind.start]
        if gap in (", ", ", in ", " in ", ", the ") or re.fullmatch(r",? (?:in |the )?(?:\w+ ){0,2}(?:of |in )?", gap):
            for entry in behind.entries:
                if entry.kind in ("country", "province", "region") and any(
                    e.country == entry.country and e.key != entry.key for e in find.entries
                ):
                    if gap.startswith(",") or " in " in gap:
                        return entry
    if n:
        ahead = finds[n - 1]
        gap = document[ahead.end : find.start]
        if re.fullmatch(r"['’]s? (?:[\w-]+ ){0,4}", gap):
            for entry in ahead.entries:
                if entry.kind in ("country", "province") and any(
                    e.country == entry.country and e.key != entry.key for e in find.entries
                ):
                    return entry
    return None


def _mention(
    find: _Find, entry: Entry, document: str, sentences: Sequence[Sentence], container: Entry | None
) -> Mention:
    return Mention(
        start=find.start,
        end=find.end,
        text=document[find.start : find.end],
        entry=entry,
        sentence=find.sentence,
        stands=_stands(find, entry, document, sentences[find.sentence]),
        marked=find.marked,
        container=container.country if container else None,
    )


def _stands(find: _Find, entry: Entry, document: str, sentence: Sentence) -> str:
    before, after = find.before, find.after
    if not find.in_title and find.start - sentence.start < 60 and sentence.paragraph <= 4:
        line = _DATELINE.match(document[sentence.start : min(sentence.end, sentence.start + 120)])
        if line and find.end <= sentence.start + line.end():
            return "dateline"
        if len(sentence.text) < 60 and _AGENCY_LINE.match(sentence.text):
            return "dateline"
    following = after.lstrip(" ").split(" ", 1)[0].strip(".,").lower()
    if following in NAME_TAILS and after[:1] == " ":
        return "about"
    if _ABOUT.search(before):
        return "about"
    large = entry.kind in ("country", "capital")
    if _AT.search(before):
        return "own" if _POSSESSIVE.match(after) and large and not _OWNED_PLACE.match(after) else "at"
    if _FROM.search(before):
        return "from"
    if large and _POSSESSIVE.match(after):
        return "own" if _OWNED_PLACE.match(after) else "actor"
    if _TARGET.search(before):
        return "target"
    if _BY.search(before):
        return "actor" if large else "about"
    if large and _SPEAKS.match(after):
        return "actor"
    if _OF.search(before):
        return "of"
    if _TO.search(before):
        return "to"
    if large and following in ROLES:
        return "actor"
    return "bare"


def _carry_lists(mentions: list[Mention], document: str) -> None:
    """'in Kharkiv, Dnipro and Odesa': the later ones stand as the first does; 'Mosul, Iraq': the country is its frame."""
    for n in range(1, len(mentions)):
        left, m = mentions[n - 1], mentions[n]
        if left.sentence != m.sentence or m.stands not in ("bare", "actor", "of"):
            continue
        gap = document[left.end : m.start]
        if len(gap) > 30:
            continue
        if (
            gap.startswith(",")
            and m.entry.country == left.entry.country
            and m.entry.kind in ("country", "province", "region")
        ):
            if left.entry.kind != m.entry.kind:
                mentions[n] = replace(m, stands=left.stands if left.stands in ("dateline", "from", "about") else "of")
                continue
        if re.fullmatch(r"(?:,| and|, and| or| &|,? as well as|/| and the| to|,? then)(?: in| near| at| the)? ?", gap) and left.stands in (
            "at", "target", "from", "list",
        ):  # fmt: skip
            if m.entry.kind == "country" and left.entry.kind != "country":
                continue
            mentions[n] = replace(m, stands="from" if left.stands == "from" else "list")


def _shifted(place: Place, m: Mention, document: str, sentence: Sentence) -> Place:
    """'50 nautical miles south-east of Aden' lies there and not at Aden."""
    match = _OFFSET.search(document, max(sentence.start, m.start - 90), m.start)
    if match is None or place.lat is None or place.lon is None:
        return place
    raw = match.group("n").lower()
    count = _NUMBERS.get(raw) if not raw[0].isdigit() else float(raw)
    if not count:
        return place
    unit = match.group("unit").lower()
    km = count * (1.852 if unit.startswith(("nautical", "nm")) else 1.609 if unit.startswith("mi") else 1.0)
    at_sea = unit.startswith(("nautical", "nm")) or "off" in match.group().lower().split()
    direction = (match.group("dir") or "").lower().replace("-", "")
    lat, lon = place.lat, place.lon
    if direction:
        angle = math.radians(_BEARING[direction])
        lat += km * math.cos(angle) / 111.2
        lon += km * math.sin(angle) / (111.2 * max(0.2, math.cos(math.radians(place.lat))))
    if not at_sea and km < 40 and not direction:
        return place
    far = at_sea and km > 22.3  # beyond twelve nautical miles no state's waters
    name = f"{match.group().strip()} {place.name}"
    return replace(
        place, name=name, lat=round(lat, 3), lon=round(lon, 3), country=None if far else place.country,
        precision="sea" if at_sea else place.precision, key=f"{place.key}@{km:.0f}{direction}",
    )  # fmt: skip


def _kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    p, q, d = math.radians(lat), math.radians(lat2), math.radians(lon2 - lon)
    x = math.sin(p) * math.sin(q) + math.cos(p) * math.cos(q) * math.cos(d)
    return 6371 * math.acos(max(-1.0, min(1.0, x)))
