"""The names of places among the words of a document, before it is settled which place each one means.

One pass over the words: only a capital begins a name, never a part of a word, and the longest name the gazetteer knows
wins. Each find carries what stands around it, which settling and weighing go by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, compress

import msgspec

from monitor.events.memo import Memo
from monitor.events.places.around import Around, kind_before, kind_behind
from monitor.events.places.gazetteer import DEMONYM, NOTHING, Entry, Gazetteer, fold, fold_word, join, leading
from monitor.events.places.meant import CAPITAL, GULF, Lands, means_a_seat, means_a_ship, means_the_gulf
from monitor.events.places.stance import in_dateline, stance
from monitor.events.places.words import (
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
POSSESSIVES = ("'s", "’s", "'S", "’S")
_HOLDING = frozenset("in at near around outside inside".split())
_STREETS = frozenset(
    "beach avenue street square highway road boulevard prospekt hotel mall park mosque church shrine".split()
)
#: words before a name that make a street of it
_AVENUES = frozenset(
    "av avda avenida avenue rua rue calle boulevard plaza praça praca place estrada carrera jalan via".split()
)
_DE = frozenset("de du da do di del des".split())
OF_STATE = frozenset(("country", "capital", "seat"))
#: words in lower case that begin names
_OPENERS = DIRECTIONS | STARTERS | {"al", "el"}
_LOWER = _OPENERS | ARTICLES
#: how words stand that are no name and mean a place
_PLACED = frozenset(("at", "target", "from", "of", "to", "between", "beside"))
#: 'Karen state' is the name of a place, 'Pakistani territory' is none
_OF_A_NAME = PROVINCE_WORDS - {"territory"}
#: a longer sentence is a table pasted as one line
_SENTENCE_CHARS = 3_000
#: no text names more places than this; a longer list is a table
_MOST_MENTIONS = 600


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
        """Whether it stands as a place does, or with a word for its kind."""
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
#: stands where 'the capital' may mean a town
_SEAT: _Begun = ("", 0, ())


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
        """Word i as a key of the gazetteer."""
        return _fold_token(self.texts[i])

    def joined(self, i: int) -> bool:
        """May word i and the next belong to one name?"""
        gap, text = self.gaps[i], self.texts[i]
        if gap in _JOINTS:
            # 'Iraq's Anbar' is two names
            return not (len(text) > 2 and text.endswith(POSSESSIVES))
        if gap == " (" or gap == ") ":  # 'Panatag (Scarborough) Shoal'
            return text[0].isupper()
        return gap == ". " and text in ("St", "Mt", "Ft", "N", "S")


class NameScanner:
    """Finds the names of documents. Holds no state between them but words it has looked up."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known = Memo(self._look_up)
        self._called = lru_cache(maxsize=20_000)(self._look_up_name)

    def scan(
        self, document: str, sentences: Sequence[Sentence]
    ) -> tuple[list[Find], list[tuple[str, float]], list[tuple[int, str]]]:
        """The names found; (country, weight) of peoples and groups told; (sentence, country) a group acts from."""
        finds: list[Find] = []
        told: list[tuple[str, float]] = []
        homes: list[tuple[int, str]] = []
        lands = Lands()
        for sentence in sentences:
            if len(finds) > _MOST_MENTIONS:
                break
            words = _Words(document, sentence.start, sentence.end)
            shouting = sentence.text.isupper()
            free = 0
            # most words are in lower case and begin no name: a look at them costs less than one into a large table
            known = [self._known[t] if not t[0].islower() or t in _LOWER else None for t in words.texts]
            if "capital" in sentence.text:
                known = [_SEAT if t in CAPITAL else begun for t, begun in zip(words.texts, known, strict=True)]
            for i, begun in compress(enumerate(known), known):
                if begun is None or i < free:
                    continue
                if begun is _SEAT:
                    land = lands.meant() if means_a_seat(words.texts, words.gaps, i) else None
                    entry = self._gazetteer.capital(land) if land else None
                    if entry is not None and (seat := _meant(sentence, words, i, 1, entry)).stands in _PLACED:
                        finds.append(seat)
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
                        lands.tell(entries[0].country, named=False)
                        told.append((entries[0].country, early))
                        homes.append((sentence.index, entries[0].country))
                    continue
                after = words.folded(i + size) if i + size < len(words) else ""
                people_only = DEMONYM in kinds and not kinds & {"country", "capital"} and after not in _OF_A_NAME
                if i > 1 and words.texts[i - 1] in _DE and words.texts[i - 2].lower() in _AVENUES:
                    continue  # 'Av. de Angola'
                if people_only:
                    code = next(e.country for e in entries if e.kind == DEMONYM) or ""
                    lands.tell(code, named=False)
                    told.append((code, early))
                    find = self._of_a_people(sentence, words, i, size, code)
                    if find:
                        finds.append(find)
                    continue
                if DEMONYM in kinds:
                    entries = tuple(e for e in entries if e.kind != DEMONYM)
                if "country" in kinds and after == "capital" and words.texts[i + size - 1].endswith(POSSESSIVES):
                    find = self._of_a_people(sentence, words, i, size, entries[0].country or "")
                    if find:
                        finds.append(find)
                        continue
                find = _find(sentence, words, i, size, key, entries)
                with_article = i > 0 and words.texts[i - 1] in ("the", "The") and words.gaps[i - 1] == " "
                if (
                    find.words == 1
                    and find.stands != "dateline"
                    and means_a_ship(
                        find.entries, find.around, with_article and not find.suffix and not find.capital_after
                    )
                ):
                    continue
                finds.append(find)
                if finds[-1].stands != "dateline" and (land := _one_land(entries)):
                    lands.tell(land, named=True)
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
                if last[0].isupper() or _ENDS_A_NAME[last] or words.gaps[i + size - 2] in _HYPHENS:
                    named = self._called(*words.texts[i : i + size])
                    if named is not None:
                        return size, *named
        if lower == "gulf" and means_the_gulf(words.document, words.texts, words.gaps, i):
            return 1, GULF, self._gazetteer.find(GULF)
        if lower == "car" and not text.startswith("CAR"):
            return None  # 'Car bomb kills ten': no word of the Central African Republic
        if lower == "us" and (text not in ("US", "US's", "US’s") or shouting or words.gaps[i].startswith("$")):
            return None
        if words.texts[max(0, i - 2) : i] == ["island", "of"] and (island := self._called(text, "Island")):
            return 1, *island
        return (1, lower, alone) if alone else None

    def _look_up(self, text: str) -> _Begun | None:
        """A word folded, how many words the longest name has that begins with it, and the places that are called so;
        None where no name begins with it: that takes a capital, or one of a few words in lower case."""
        capital = text[0].isupper()
        if not capital and text not in _LOWER:
            return None
        lower = _fold_token(text)
        longest = self._gazetteer.longest(leading(lower))
        common = lower in FUNCTION_WORDS or lower in DIRECTIONS or (len(lower) < 3 and lower not in ("us", "uk"))
        alone = self._gazetteer.find(lower) if capital and not common else ()
        return (lower, longest, alone) if alone or longest > 1 else None

    def _look_up_name(self, *texts: str) -> tuple[str, tuple[Entry, ...]] | None:
        """The key of a name of several words, and the places that are called so."""
        key = join(map(_fold_token, texts))
        entries = self._gazetteer.find(key)
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
        entry = self._gazetteer.capital(code) if capital else self._gazetteer.country(code)
        if entry is None:
            return None
        find = _meant(sentence, words, i, k - i + 1, entry)
        return find if find.stands_small in _PLACED else None


@lru_cache(maxsize=20_000)
def _fold_token(text: str) -> str:
    if "." in text:
        return fold(text)
    if len(text) > 2 and text.endswith(POSSESSIVES):
        text = text[:-2]
    return fold_word(text)


#: what ends a name of several words without a capital: 'Tower 22', 'Basra airport'
_ENDS_A_NAME = Memo(lambda word: word[0].isdigit() or _fold_token(word) in SITE_WORDS)


def _find(sentence: Sentence, words: _Words, at: int, size: int, key: str, entries: tuple[Entry, ...]) -> Find:
    document, texts = words.document, words.texts
    last = at + size - 1
    start, end = words.span(at)[0], words.span(last)[1]
    possessive = len(texts[last]) > 2 and texts[last].endswith(POSSESSIVES)
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
    if at and texts[at - 1][0].isupper() and around.breaks[0] == " " and not texts[at - 1].endswith(POSSESSIVES):
        word = words.folded(at - 1)
        capital_before = word not in FUNCTION_WORDS and word not in DIRECTIONS and word not in TITLES
    suffix, capital_after = "", False
    if around.following and not possessive and words.gaps[last] in (" ", "-"):
        word = around.following[0]
        if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS or word in SITE_WORDS:
            suffix = word
        elif texts[last + 1][0].isupper() and word not in ROLES and word not in FUNCTION_WORDS:
            capital_after = True
    suffix = suffix or kind_before(around) or kind_behind(around)
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
        if any(e.kind in OF_STATE for e in entries):
            capital = entries[0].kind == "capital"
            find.stands = stance(around, state=True, title=sentence.is_title, capital=capital)
            if key in _ABROAD and find.stands in ("at", "target", "of", "bare") and _names_its_forces(around):
                find.stands = "actor"
    return find


def _one_land(entries: tuple[Entry, ...]) -> str | None:
    """The country of a name that hardly means another's place."""
    sure = entries[:1] and (entries[0].by_hand or entries[0].kind in OF_STATE or len({e.country for e in entries}) == 1)
    return entries[0].country if sure else None


def _meant(sentence: Sentence, words: _Words, at: int, size: int, entry: Entry) -> Find:
    """A place that is meant by words which are no name of it."""
    find = _find(sentence, words, at, size, fold(entry.name), (entry,))
    find.adjective = True
    find.stands = find.stands_small
    return find


#: states whose forces stand abroad, by the short names that serve as adjectives: 'at a US base in Qatar'
_ABROAD = frozenset({"us", "u s", "usa", "uk", "u k"})
_ITS_FORCES = frozenset(
    """base bases airbase outpost garrison troops forces soldiers personnel servicemen marines navy military army
    warship warships destroyer destroyers carrier frigate ship ships vessel vessels tanker drone drones reaper
    jet jets fighter fighters helicopter helicopters aircraft plane planes contractor contractors convoy
    patrol positions coalition diplomats hostages""".split()
)


def _names_its_forces(around: Around) -> bool:
    """Whether the name only says whose forces they are."""
    return around.after[:1] == " " and around.following[:1] != [] and around.following[0] in _ITS_FORCES


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
