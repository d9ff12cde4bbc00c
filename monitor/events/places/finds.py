"""The names of places among the words of a document, before it is settled which place each one means.

One pass over the words: only a capital begins a name, never a part of a word, and the longest name the gazetteer knows
wins. Each find carries what stands around it, which settling and weighing go by.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress

from monitor.events.memo import Memo
from monitor.events.places.found import Find, found, listed, meant, one_land
from monitor.events.places.gazetteer import DEMONYM, NOTHING, Entry, Gazetteer, join, leading
from monitor.events.places.meant import CAPITAL, GULF, Lands, means_a_seat, means_a_ship, means_the_gulf
from monitor.events.places.tokens import POSSESSIVES, Words, fold_token
from monitor.events.places.words import (
    ARTICLES,
    DIRECTIONS,
    FUNCTION_WORDS,
    PLACE_NOUN_FILLERS,
    PLACE_NOUNS,
    PROVINCE_WORDS,
    SITE_WORDS,
    STARTERS,
)
from monitor.events.sentences import Sentence

_HYPHENS = frozenset(("-", "‑", "‐", "'", "’"))
#: words before a name that make a street of it
_AVENUES = frozenset(
    "av avda avenida avenue rua rue calle boulevard plaza praça praca place estrada carrera jalan via".split()
)
_DE = frozenset("de du da do di del des".split())
#: words in lower case that begin names
_OPENERS = DIRECTIONS | STARTERS | {"al", "el"}
_LOWER = _OPENERS | ARTICLES
#: how words stand that are no name and mean a place
_PLACED = frozenset(("at", "target", "from", "of", "to", "between", "beside"))
#: 'Karen state' is the name of a place, 'Pakistani territory' is none
_OF_A_NAME = PROVINCE_WORDS - {"territory"}
#: no text names more places than this; a longer list is a table
_MOST_MENTIONS = 600


#: a word folded, how many words the longest name has that begins with it, and the places that are called so alone
_Begun = tuple[str, int, tuple[Entry, ...]]
#: stands where 'the capital' may mean a town
_SEAT: _Begun = ("", 0, ())


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
            words = Words(document, sentence.start, sentence.end)
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
                    if entry is not None and (seat := meant(sentence, words, i, 1, entry)).stands in _PLACED:
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
                find = found(sentence, words, i, size, key, entries)
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
                if finds[-1].stands != "dateline" and (land := one_land(entries)):
                    lands.tell(land, named=True)
                if finds[-1].stands == "bare" and listed(words, i, finds[-2:-1]):
                    finds[-1].stands = finds[-1].stands_small = "list"
        return finds, told, homes

    def _longest(
        self, words: Words, i: int, begun: _Begun, shouting: bool
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
        lower = fold_token(text)
        longest = self._gazetteer.longest(leading(lower))
        common = lower in FUNCTION_WORDS or lower in DIRECTIONS or (len(lower) < 3 and lower not in ("us", "uk"))
        alone = self._gazetteer.find(lower) if capital and not common else ()
        return (lower, longest, alone) if alone or longest > 1 else None

    def _look_up_name(self, *texts: str) -> tuple[str, tuple[Entry, ...]] | None:
        """The key of a name of several words, and the places that are called so."""
        key = join(map(fold_token, texts))
        entries = self._gazetteer.find(key)
        if entries and (entries[0].by_hand or any(text[0].isupper() for text in texts)):
            return key, entries
        return None  # 'the northern region' is none

    def _of_a_people(self, sentence: Sentence, words: Words, i: int, size: int, code: str) -> Find | None:
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
        find = meant(sentence, words, i, k - i + 1, entry)
        return find if find.stands_small in _PLACED else None


#: what ends a name of several words without a capital: 'Tower 22', 'Basra airport'
_ENDS_A_NAME: Memo[str, bool] = Memo(lambda word: word[0].isdigit() or fold_token(word) in SITE_WORDS)
