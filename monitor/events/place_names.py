"""Every place a document names, settled on one bearer of each name, with how it stands in its sentence.

One pass over the words finds names (only capitals begin one, never a part of a word); a second settles which of a
name's bearers is meant by the countries the document speaks of, the province or country named beside it, and size.
Names of persons, groups and everyday words are refused unless the text marks them as a place: unknown beats wrong.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, compress

import msgspec
from msgspec import structs

from monitor.events.bearings import distance, told_km
from monitor.events.gazetteer import DEMONYM, NOTHING, PRECISION, Entry, Gazetteer, fold, fold_word, join, leading
from monitor.events.memo import Memo
from monitor.events.place_stance import Around, in_dateline, stance
from monitor.events.place_words import (
    ARTICLES,
    DIRECTIONS,
    DISTRICT_WORDS,
    FUNCTION_WORDS,
    PLACE_NOUN_FILLERS,
    PLACE_NOUNS,
    PROVINCE_WORDS,
    ROLES,
    SITE_WORDS,
    STARTERS,
    TITLES,
    TOWN_WORDS,
)
from monitor.events.sentences import Sentence

_TOKEN = re.compile(r"([A-Z]\.[A-Z]\.(?:[A-Z]\.)*+|[^\W_]++(?:['’ʼʻ‘`ʹ][^\W\d_]++)*+)")
_JOINTS = frozenset((" ", "-", "‑", "‐", "–", "'", "’", "\xa0"))
_HYPHENS = frozenset(("-", "‑", "‐", "'", "’"))
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_LISTED = re.compile(
    r"(?:,| and|, and| or| &|,? as well as|/|-| to|,? then)(?: in| near| at)?(?: the)?(?: nearby)?(?: \w+ern)? ?"
)
_FRAMED = re.compile(r",? (?:in |of )?(?:the )?(?:\w+ ){0,2}(?:of )?|, ?")
#: 'the Zakho district of Duhok': the second name only frames the first
_PART_OF = re.compile(r" (?:district|sub-?district|area|suburb|neighbou?rhood|township|village|town|city) of (?:the )?")
#: 'Bagram Airfield north of Kabul': the second name only frames the first
_BESIDE = re.compile(
    r",? (?:(?:some|about|around|roughly|nearly|just|lying|located|situated) )?"
    r"(?:\d[\d.,]* ?(?:km|kilomet\w+|miles?)(?: \([^)]{1,20}\))? )?(?:just )?(?:to the )?"
    r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of (?:the )?(?:(?:city|town|capital) (?:of )?)?"
)
_WITHIN = re.compile(
    r",? (?:(?:beach|quarter|district|neighbou?rhood|avenue|street|square|market|village|area|suburb|hill|bridge) )?"
    r"(?:in|of) (?:the )?(?:[\w-]+ern )?(?:(?:city|province|region|state|capital) of )?"
)
#: a town of more people is known wherever it is named
_WELL_KNOWN = 300_000
#: a place so far from the one that is told stands for it no longer
_NEIGHBOURS_KM = 150
_FINE = frozenset(("town", "site", "district"))
_OWNER = re.compile(r"['’]s? (?:[\w-]+ ){0,4}")
_HOLDING = frozenset("in at near around outside inside".split())
_STREETS = frozenset("beach avenue street square highway road boulevard prospekt hotel mall park".split())
_STATES = frozenset(("country", "capital", "seat"))
#: words that make a province of a town's name, as far as they mean nothing else
_OF_PROVINCES = PROVINCE_WORDS - {"region", "regions", "state", "republic", "territory", "division", "county", "canton"}
_LARGE = frozenset(("country", "capital", "province"))
#: words in lower case that begin names
_OPENERS = DIRECTIONS | STARTERS | {"al", "el"}
_LOWER = _OPENERS | ARTICLES
#: a longer sentence is a table pasted as one line
_SENTENCE_CHARS = 3_000
#: no text names more places than this; a longer list is a table
_MOST_MENTIONS = 600
#: what the country a source mostly writes about adds, where a name is shared; a text that tells another country wins
_BEAT = 2.0
#: what a place loses that only another spelling calls so: another bears the name itself
_BY_NAME = 1.5
#: how much a text must speak of a country that a small place of it is believed; of the one country that has the name
_SUPPORT = 0.5
_SUPPORT_OF_ONE = 0.25


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One name of a place in the document, settled."""

    start: int
    end: int
    text: str
    entry: Entry
    sentence: int  #: index of its sentence
    stands: str  #: see place_stance
    precision: str  #: of its entry
    framed_by: str | None = None  #: key of the place named right behind it as its frame: 'Mosul, Iraq'
    part_of: str | None = None  #: key of the town it is called a part of: 'the Kirovsky district of Donetsk'


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a document names."""

    mentions: tuple[Mention, ...]
    weights: dict[str, float]  #: countries it speaks of, by name, people or groups
    homes: tuple[tuple[int, str], ...]  #: (sentence, country) of groups that act from one country


class Find(msgspec.Struct, gc=False):
    """A name before it is settled."""

    start: int
    end: int
    key: str
    words: int
    entries: tuple[Entry, ...]
    sentence: Sentence
    around: Around
    capital_before: bool
    capital_after: bool
    suffix: str
    stands: str = "bare"
    stands_small: str = "bare"  #: how it stands if it is no state or capital
    adjective: bool = False
    shouted: bool = False  #: in capitals: NATO, PLO

    @property
    def marked(self) -> bool:
        return self.stands_small in ("at", "target", "from", "frame", "sits", "beside") or self.suffix != ""

    @property
    def of_a_street(self) -> bool:
        """'Lido beach', 'Kashirskoye Highway': parts of a town that other towns share their names with."""
        return self.around.following[:1] != [] and self.around.following[0] in _STREETS and self.around.after[:1] == " "

    @property
    def held(self) -> bool:
        """Whether a preposition of place stands right before it: 'near Bentiu'."""
        return (
            not self.shouted
            and self.around.left[:1] != []
            and self.around.left[0] in _HOLDING
            and self.around.breaks[0] == " "
        )


#: a word folded, how many words the longest name has that begins with it, and the places that are called so alone
_Begun = tuple[str, int, tuple[Entry, ...]]


class _Words:
    """The words of one sentence, folded only when asked for."""

    __slots__ = ("_edges", "_pieces", "_start", "document", "gaps", "texts")

    def __init__(self, document: str, start: int, end: int) -> None:
        pieces = _TOKEN.split(document[start : min(end, start + _SENTENCE_CHARS)])  # a gap, a word, a gap ... a gap
        self.document = document
        self._start = start
        self._pieces = pieces
        self._edges: list[int] = []
        self.texts = pieces[1::2]
        self.gaps = pieces[2::2]  #: what stands behind each word

    def span(self, i: int) -> tuple[int, int]:
        """Where word i stands in the document. Counted only where a place is named."""
        if not self._edges:
            self._edges = list(accumulate(map(len, self._pieces), initial=self._start))
        return self._edges[2 * i + 1], self._edges[2 * i + 2]

    def __len__(self) -> int:
        return len(self.texts)

    def folded(self, i: int) -> str:
        return _fold_token(self.texts[i])

    def joined(self, i: int) -> bool:
        """May word i and the next belong to one name?"""
        gap, text = self.gaps[i], self.texts[i]
        if gap in _JOINTS:
            # 'Iraq's Anbar' is two names
            return not (len(text) > 2 and text.endswith(_POSSESSIVES))
        return gap == ". " and text in ("St", "Mt", "Ft")


class NameFinder:
    """Finds and settles the places of documents. Holds no state between them but words it has looked up."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._known = Memo(self._look_up)
        self._called = lru_cache(maxsize=20_000)(self._look_up_name)

    def names(self, document: str, sentences: Sequence[Sentence], beat: str | None = None) -> Names:
        """`beat` is the country that the source mostly writes about; it leans the choice among places of one name."""
        finds, told, homes = self._scan(document, sentences)
        weights: dict[str, float] = defaultdict(float)
        for code, weight in told:
            weights[code] += weight
        for find in finds:
            large = [e for e in find.entries if e.kind in _LARGE or e.by_hand] or find.entries
            codes = {e.country for e in large}
            only = next(iter(codes)) if len(codes) == 1 else None
            if only and self._plausible(find):
                early = 1.0 if find.sentence.index < 4 else 0.5
                weights[only] += early * (1.0 if find.entries[0].kind == "country" or find.marked else 0.4)
        # the beat speaks only for one of several places: it makes no word a place, and no country the document's own
        leaning = {**weights, beat: weights.get(beat, 0.0) + _BEAT} if beat else weights
        chosen: dict[str, Entry] = {}
        settled: list[Mention] = []
        waiting: list[Find] = []
        frames = [_frame(finds, n, document) for n in range(len(finds))]
        for n, find in enumerate(finds):
            frame = frames[n]
            if frame is None and n + 1 < len(finds) and _is_of_another(find, finds[n + 1], document):
                continue
            around = (frames[n - 1] if n else None, frames[n + 1] if n + 1 < len(finds) else None)
            entry = next((e for e in around if e is not None and e.kind == "province" and e in find.entries), None)
            if entry is None or find.suffix in TOWN_WORDS:
                entry = self._settle(find, leaning, frame)
            if entry is None:
                continue
            if not self._accept(find, entry, weights, frame, find.key in chosen):
                waiting.append(find)
                continue
            chosen.setdefault(find.key, entry)
            settled.append(_mention(find, self._part_of(find, entry), document, frame))
        # a name that stood plainly somewhere is accepted in the title and elsewhere too
        for find in waiting:
            if find.key in chosen and not (find.capital_before and not find.sentence.is_title):
                settled.append(_mention(find, chosen[find.key], document, None))
        settled.sort(key=lambda m: m.start)
        _carry(settled, document)
        return Names(mentions=tuple(settled), weights=dict(weights), homes=tuple(homes))

    # ---- finding -----------------------------------------------------------------------------------------------------

    def _scan(
        self, document: str, sentences: Sequence[Sentence]
    ) -> tuple[list[Find], list[tuple[str, float]], list[tuple[int, str]]]:
        finds: list[Find] = []
        told: list[tuple[str, float]] = []
        homes: list[tuple[int, str]] = []
        for sentence in sentences:
            if len(finds) > _MOST_MENTIONS:
                break
            words = _Words(document, sentence.start, sentence.end)
            shouting = sentence.text.isupper()
            free = 0
            # most words are in lower case and begin no name: a look at them costs less than one into a large table
            known = [self._known[t] if not t[0].islower() or t in _LOWER else None for t in words.texts]
            for i, begun in compress(enumerate(known), known):
                if begun is None or i < free:
                    continue
                hit = self._longest(words, i, begun, shouting)
                if hit is None:
                    continue
                size, key, entries = hit
                free = i + size
                kinds = {e.kind for e in entries}
                early = 0.5 if sentence.index < 4 else 0.25
                if NOTHING in kinds:
                    if entries[0].country:
                        told.append((entries[0].country, early))
                        homes.append((sentence.index, entries[0].country))
                    continue
                after = words.folded(i + size) if i + size < len(words) else ""
                people_only = DEMONYM in kinds and not kinds & {"country", "capital"} and after not in PROVINCE_WORDS
                if people_only:
                    code = next(e.country for e in entries if e.kind == DEMONYM) or ""
                    told.append((code, early))
                    find = self._of_a_people(sentence, words, i, size, code)
                    if find:
                        finds.append(find)
                    continue
                if DEMONYM in kinds:
                    entries = tuple(e for e in entries if e.kind != DEMONYM)
                if "country" in kinds and after == "capital" and words.texts[i + size - 1].endswith(_POSSESSIVES):
                    find = self._of_a_people(sentence, words, i, size, entries[0].country or "")
                    if find:
                        finds.append(find)
                        continue
                finds.append(_find(sentence, words, i, size, key, entries))
                if finds[-1].stands == "bare" and _listed(words, i, finds[-2:-1]):
                    finds[-1].stands = finds[-1].stands_small = "list"
        return finds, told, homes

    def _longest(
        self, words: _Words, i: int, begun: _Begun, shouting: bool
    ) -> tuple[int, str, tuple[Entry, ...]] | None:
        text = words.texts[i]
        lower, longest, alone = begun
        if text in _LOWER and text not in _OPENERS and words.gaps[i][:1] not in _HYPHENS:
            return None
        if longest > 1:
            n, count = 1, len(words.texts)
            while n < longest and i + n < count and words.joined(i + n - 1):
                n += 1
            if lower in ARTICLES and not text[0].isupper() and not (n > 1 and words.texts[i + 1][0].isupper()):
                return None
            for size in range(n, 1, -1):
                last = words.texts[i + size - 1]
                if last[0].isupper() or _ENDS_A_NAME[last]:
                    named = self._called(*words.texts[i : i + size])
                    if named is not None:
                        return size, *named
        if lower == "us" and (text not in ("US", "US's", "US’s") or shouting or words.gaps[i].startswith("$")):
            return None
        return (1, lower, alone) if alone else None

    def _look_up(self, text: str) -> _Begun | None:
        """A word folded, how many words the longest name has that begins with it, and the places that are called so;
        None where no name begins with it: that takes a capital, or one of a few words in lower case."""
        capital = text[0].isupper()
        if not capital and text not in _LOWER:
            return None
        lower = _fold_token(text)
        longest = self.gazetteer.longest(leading(lower))
        common = lower in FUNCTION_WORDS or lower in DIRECTIONS or (len(lower) < 3 and lower not in ("us", "uk"))
        alone = self.gazetteer.find(lower) if capital and not common else ()
        return (lower, longest, alone) if alone or longest > 1 else None

    def _look_up_name(self, *texts: str) -> tuple[str, tuple[Entry, ...]] | None:
        """The key of a name of several words, and the places that are called so."""
        key = join(map(_fold_token, texts))
        entries = self.gazetteer.find(key)
        if entries and (entries[0].by_hand or any(text[0].isupper() for text in texts)):
            return key, entries
        return None  # 'the northern region' is none

    def _of_a_people(self, sentence: Sentence, words: _Words, i: int, size: int, code: str) -> Find | None:
        """'off the Yemeni coast', 'in the Turkish capital': an adjective before a word for a place."""
        k = i + size
        while (
            k + 1 < len(words)
            and k < i + size + 3
            and words.texts[k].lower() in PLACE_NOUN_FILLERS
            and (words.texts[k + 1].lower() in PLACE_NOUN_FILLERS or words.texts[k + 1].lower() in PLACE_NOUNS)
        ):
            k += 1
        if k >= len(words) or words.texts[k].lower() not in PLACE_NOUNS or words.gaps[k - 1] not in (" ", "-"):
            return None
        if k + 1 < len(words) and words.texts[k + 1] == "of":
            return None
        capital = words.texts[k].lower() == "capital"
        entry = self.gazetteer.capital(code) if capital else self.gazetteer.country(code)
        if entry is None:
            return None
        find = _find(sentence, words, i, k - i + 1, fold(entry.name), (entry,))
        find.adjective = True
        find.stands = find.stands_small
        return find if find.stands_small in ("at", "target", "from", "of", "to", "between", "beside") else None

    # ---- settling ----------------------------------------------------------------------------------------------------

    def _plausible(self, find: Find) -> bool:
        best = find.entries[0]
        if self.gazetteer.is_common(find.key):
            return False
        return best.by_hand or best.kind in ("country", "capital", "province") or best.people > 100_000

    def _settle(self, find: Find, weights: dict[str, float], frame: Entry | None) -> Entry | None:
        best, most = None, -math.inf
        alone = len(find.entries) == 1
        if alone and frame is None:
            return find.entries[0]
        for entry in find.entries:
            score = _prior(entry)
            if entry.kind in ("town", "district") and not entry.by_hand and fold(entry.name) != find.key:
                score -= _BY_NAME
            if entry.country:
                score += 2.6 * min(1.0, weights.get(entry.country, 0.0) / 2)
            if frame is not None and entry.key != frame.key:
                if entry.country == frame.country:
                    score += 8.0 if frame.kind == "country" or frame.name == entry.region or entry.by_hand else 5.0
                elif frame.kind == "country":
                    score -= 4
            score += _by_suffix(find.suffix, entry.kind, alone=alone)
            if score > most:
                best, most = entry, score
        return best

    def _part_of(self, find: Find, entry: Entry) -> Entry:
        """'in the north of Yemen': northern Yemen, where the table has it."""
        left = find.around.left
        if entry.kind != "country" or left[:1] != ["of"] or left[2:3] != ["the"] or left[1] not in DIRECTIONS:
            return entry
        named = self.gazetteer.find(fold(f"{left[1].replace('-', '')}ern {entry.name}"))
        return next((e for e in named if e.kind == "region" and e.country == entry.country), entry)

    def _accept(self, find: Find, entry: Entry, weights: dict[str, float], frame: Entry | None, before: bool) -> bool:
        support = weights.get(entry.country or "", 0.0)
        common = self.gazetteer.is_common(find.key)
        marked = find.marked or frame is not None
        title = find.sentence.is_title
        like_a_person = (find.capital_before or find.capital_after) and not title
        kind = entry.kind
        if find.adjective:
            return True
        if kind == "country":
            return not (common and (find.capital_before or (like_a_person and not marked)))
        if common:
            if entry.by_hand or kind == "capital":
                return marked and not find.capital_before
            return frame is not None or (marked and support >= 1 and not like_a_person)
        if not entry.by_hand and find.of_a_street and (support < _SUPPORT or entry.people < 20_000):
            return False
        if entry.by_hand or kind == "capital":
            return marked or not (
                find.capital_before and find.words == 1 and entry.people < 1_000_000 and not entry.by_hand
            )
        if before:
            return marked or not find.capital_before
        if find.words > 1:
            return (
                kind in ("region", "airport", "base", "province")
                or marked
                or support >= _SUPPORT
                or entry.people > 200_000
            )
        if find.shouted and find.stands != "dateline":
            return False
        only = all(e.country == entry.country for e in find.entries)
        enough = _SUPPORT_OF_ONE if only else _SUPPORT
        if title:
            return (
                entry.people >= 300_000
                or (entry.people >= 100_000 and len(find.entries) == 1)
                or (support >= enough and marked)
                or (support >= _SUPPORT and entry.people >= 50_000)
            )
        if find.capital_before and frame is None and not (find.suffix and marked):
            return False
        if kind in ("province", "district"):
            return (marked and (support >= enough or entry.people > 500_000)) or (
                support >= _SUPPORT and not like_a_person
            )
        if entry.people >= 300_000:
            return marked or not like_a_person
        if entry.people >= 20_000:
            return (marked and not find.capital_after) or (support >= _SUPPORT and not like_a_person)
        if frame is not None:
            return True
        return marked and not find.capital_after and (support >= enough or (only and find.held))


# ---- small steps -----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _fold_token(text: str) -> str:
    if "." in text:
        return fold(text)
    if len(text) > 2 and text.endswith(_POSSESSIVES):
        text = text[:-2]
    return fold_word(text)


#: what ends a name of several words without a capital: 'Tower 22', 'Basra airport'
_ENDS_A_NAME = Memo(lambda word: word[0].isdigit() or _fold_token(word) in SITE_WORDS)


def _find(sentence: Sentence, words: _Words, at: int, size: int, key: str, entries: tuple[Entry, ...]) -> Find:
    document, texts = words.document, words.texts
    last = at + size - 1
    start, end = words.span(at)[0], words.span(last)[1]
    possessive = len(texts[last]) > 2 and texts[last].endswith(_POSSESSIVES)
    end -= 2 if possessive else 0
    low = max(0, at - 8)
    around = Around(
        left=[*map(str.lower, reversed(texts[low:at]))],
        breaks=words.gaps[low:at][::-1],
        after=document[end : min(sentence.end, end + 60)],
        following=[*map(str.lower, texts[last + 1 : last + 6])],
        possessive=possessive,
    )
    capital_before = False
    if at and texts[at - 1][0].isupper() and around.breaks[0] == " " and not texts[at - 1].endswith(_POSSESSIVES):
        word = words.folded(at - 1)
        capital_before = word not in FUNCTION_WORDS and word not in DIRECTIONS and word not in TITLES
    suffix, capital_after = "", False
    if around.following and not possessive and words.gaps[last] in (" ", "-"):
        word = around.following[0]
        if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS or word in SITE_WORDS:
            suffix = word
        elif texts[last + 1][0].isupper() and word not in ROLES and word not in FUNCTION_WORDS:
            capital_after = True
    suffix = suffix or _kind_before(around)
    find = Find(
        start=start,
        end=end,
        key=key,
        words=key.count(" ") + 1,
        entries=entries,
        sentence=sentence,
        around=around,
        capital_before=capital_before,
        capital_after=capital_after,
        suffix=suffix,
        shouted=end - start > 1 and document[start:end].isupper() and not sentence.text.isupper(),
    )
    if in_dateline(sentence, start, end):
        find.stands = find.stands_small = "dateline"
    else:
        find.stands = find.stands_small = stance(around, state=False, title=sentence.is_title)
        if any(e.kind in _STATES for e in entries):
            find.stands = stance(around, state=True, title=sentence.is_title)
    return find


def _listed(words: _Words, at: int, before: Sequence[Find]) -> bool:
    """'near Nikolayevo-Daryino and Oleshnya': it stands as a place does that no table knows."""
    texts, gaps = words.texts, words.gaps
    k = at - 2
    if k < 1 or texts[at - 1] not in ("and", "or") or gaps[at - 1] != " " or not texts[k][0].isupper():
        return False
    if before and before[0].end > words.span(k)[0]:
        return False  # a name the table knows: see _carry
    while k > 0 and k > at - 7 and texts[k][0].isupper() and gaps[k] in (" ", "-", ", "):
        k -= 1
    return texts[k] in _HOLDING and gaps[k] == " "


def _kind_before(around: Around) -> str:
    """'the province of Hajja', 'the town of Abs': the word for its kind, as in 'Hajja province'."""
    if len(around.left) < 2 or around.left[0] != "of" or around.breaks[0] != " " or around.breaks[1] != " ":
        return ""
    word = around.left[1]
    return word if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS else ""


_PRIOR = {
    "country": 7.0,
    "capital": 6.5,
    "province": 4.5,
    "airport": 4.0,
    "base": 4.0,
    "region": 4.0,
    "district": 2.0,
}


def _prior(entry: Entry) -> float:
    if entry.by_hand:
        return 6.5
    return _PRIOR.get(entry.kind) or math.log10(entry.people + 10)


def _by_suffix(suffix: str, kind: str, *, alone: bool) -> float:
    if suffix in PROVINCE_WORDS:
        return 4.0 if kind in ("province", "region") else 0.5 if kind == "district" else -2.5
    if suffix in DISTRICT_WORDS:
        return 3.0 if kind == "district" else 0.0
    if suffix in TOWN_WORDS:
        return 2.0 if kind in ("town", "capital") else -1.0
    return -1.0 if kind in ("province", "district") and not alone else 0.0


def _frame(finds: list[Find], n: int, document: str) -> Entry | None:
    """The country or province that holds it: 'Mosul, Iraq', 'Mosul in northern Iraq', 'Iraq's Anbar'."""
    find = finds[n]
    if n + 1 < len(finds):
        behind = finds[n + 1]
        gap = document[find.end : behind.start]
        speaks = behind.stands == "actor" and gap.startswith(",")  # 'at Novorossiysk, Kyiv says'
        if len(gap) < 30 and (gap.startswith(",") or " in " in gap) and not speaks and _FRAMED.fullmatch(gap):
            frame = _holds(behind.entries, find.entries)
            if frame:
                return frame
    if n:
        ahead = finds[n - 1]
        gap = document[ahead.end : find.start]
        if len(gap) < 40 and _OWNER.fullmatch(gap):
            return _holds(ahead.entries, find.entries)
    return None


def _is_of_another(find: Find, behind: Find, document: str) -> bool:
    """'Lido beach in Mogadishu' is no Lido the table knows: none of them lies in the land that is named behind it."""
    if not _WITHIN.fullmatch(document[find.end : behind.start]):
        return False
    lands = {e.country for e in behind.entries if e.kind in _LARGE or e.by_hand}
    return bool(lands) and all(
        e.kind in ("town", "district") and not e.by_hand and e.people < _WELL_KNOWN and e.country not in lands
        for e in find.entries
    )


def _holds(frames: tuple[Entry, ...], inside: tuple[Entry, ...]) -> Entry | None:
    for frame in frames:
        if frame.kind in ("country", "province", "region") and any(
            e.country == frame.country and e.key != frame.key for e in inside
        ):
            return frame
    return None


def _mention(find: Find, entry: Entry, document: str, frame: Entry | None) -> Mention:
    state = entry.kind in _STATES
    stands = find.stands if state else find.stands_small
    if entry.kind == "town" and find.suffix in _OF_PROVINCES:
        entry = replace(entry, kind="province")  # 'Saada province' where the table knows only the town
    return Mention(
        start=find.start,
        end=find.end,
        text=document[find.start : find.end],
        entry=entry,
        sentence=find.sentence.index,
        stands=stands,
        precision=PRECISION[entry.kind],
        framed_by=frame.key if frame else None,
    )


def _frames_nothing(before: Mention | None, m: Mention, document: str) -> bool:
    """'in Mika, 100 kilometres south-east of Warsaw', where no table knows Mika: what it frames is told by it alone."""
    if m.precision not in _FINE:
        return False
    told = distance(document, max(0, m.start - 80), m.start)
    if told and told_km(told) > _NEIGHBOURS_KM:
        return False
    opened = document.rfind(",", max(0, m.start - 80), m.start)
    return opened < 0 or before is None or before.sentence != m.sentence or opened - before.end > 12


def _carry(mentions: list[Mention], document: str) -> None:
    """'in Kharkiv, Dnipro and Odesa': the later ones stand as the first; 'from Langley in Virginia': the frame too."""
    for n, m in enumerate(mentions):
        if m.stands == "frame" and not m.framed_by and _frames_nothing(mentions[n - 1] if n else None, m, document):
            mentions[n] = structs.replace(m, stands="beside")
    for n in range(1, len(mentions)):
        left, m = mentions[n - 1], mentions[n]
        if left.sentence != m.sentence or m.start - left.end > 40:
            continue
        gap = document[left.end : m.start]
        if m.framed_by == left.entry.key and gap[:2] in _POSSESSIVES and m.stands in ("bare", "own", "of"):
            mentions[n], mentions[n - 1] = structs.replace(m, stands=left.stands), structs.replace(left, stands="of")
        elif m.stands in ("at", "beside") and left.precision in _FINE and _BESIDE.fullmatch(gap):
            mentions[n] = structs.replace(m, stands="frame")
        elif m.stands in ("at", "of") and _PART_OF.fullmatch(gap) and left.entry.country == m.entry.country:
            mentions[n], mentions[n - 1] = structs.replace(m, stands="of"), structs.replace(left, part_of=m.entry.key)
        elif left.framed_by == m.entry.key and left.stands in ("from", "dateline", "about", "frame", "actor"):
            mentions[n] = structs.replace(m, stands=left.stands)
        elif left.framed_by == m.entry.key:
            mentions[n] = structs.replace(m, stands="of")
        elif m.stands in ("bare", "actor", "of", "own") and _LISTED.fullmatch(gap):
            if left.stands in ("at", "target", "list", "sits") and not (
                m.entry.kind == "country" and left.entry.kind != "country" and left.entry.country == m.entry.country
            ):
                if m.stands == "actor" and not gap.startswith((" and", ",")):
                    continue
                mentions[n] = structs.replace(m, stands="list")
            elif left.stands in ("from", "between"):
                mentions[n] = structs.replace(m, stands=left.stands)
