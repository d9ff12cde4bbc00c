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

from monitor.events.gazetteer import DEMONYM, NOTHING, PRECISION, Entry, Gazetteer, fold, fold_word, join, leading
from monitor.events.place_stance import Around, in_dateline, stance
from monitor.events.place_words import (
    ARTICLES,
    DIRECTIONS,
    DISTRICT_WORDS,
    FUNCTION_WORDS,
    PLACE_NOUNS,
    PLACE_NOUN_FILLERS,
    PROVINCE_WORDS,
    ROLES,
    SITE_WORDS,
    STARTERS,
    TITLES,
    TOWN_WORDS,
)
from monitor.events.sentences import Sentence

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼʻ‘`ʹ][^\W\d_]+)*")
_JOINTS = frozenset((" ", "-", "‑", "‐", "–", "'", "’", "\xa0"))
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_LISTED = re.compile(
    r"(?:,| and|, and| or| &|,? as well as|/|-| to|,? then)(?: in| near| at)?(?: the)?(?: nearby)?(?: \w+ern)? ?"
)
_FRAMED = re.compile(r",? (?:in |of )?(?:the )?(?:\w+ ){0,2}(?:of )?|, ?")
_OWNER = re.compile(r"['’]s? (?:[\w-]+ ){0,4}")
#: no text names more places than this; a longer list is a table
_MOST_MENTIONS = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name of a place in the document, settled."""

    start: int
    end: int
    text: str
    entry: Entry
    sentence: int  #: index of its sentence
    stands: str  #: see place_stance
    framed_by: str | None = None  #: key of the place named right behind it as its frame: 'Mosul, Iraq'

    @property
    def precision(self) -> str:
        return PRECISION[self.entry.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a document names."""

    mentions: tuple[Mention, ...]
    weights: dict[str, float]  #: countries it speaks of, by name, people or groups
    homes: tuple[tuple[int, str], ...]  #: (sentence, country) of groups that act from one country


@dataclass(slots=True)
class Find:
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

    @property
    def marked(self) -> bool:
        return self.stands_small in ("at", "target", "from", "frame", "sits") or self.suffix != ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int


class NameFinder:
    """Finds and settles the places of documents. Holds no state between them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def names(self, document: str, sentences: Sequence[Sentence]) -> Names:
        finds, told, homes = self._scan(document, sentences)
        weights: dict[str, float] = defaultdict(float)
        for code, weight in told:
            weights[code] += weight
        for find in finds:
            codes = {e.country for e in find.entries}
            if len(codes) == 1 and (code := next(iter(codes))) and self._plausible(find):
                early = 1.0 if find.sentence.index < 4 else 0.5
                weights[code] += early * (1.0 if find.entries[0].kind == "country" or find.marked else 0.4)
        chosen: dict[str, Entry] = {}
        settled: list[Mention] = []
        waiting: list[Find] = []
        for n, find in enumerate(finds):
            frame = _frame(finds, n, document)
            entry = self._settle(find, weights, frame)
            if entry is None:
                continue
            if not self._accept(find, entry, weights, frame, find.key in chosen):
                waiting.append(find)
                continue
            chosen.setdefault(find.key, entry)
            settled.append(_mention(find, entry, document, frame))
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
            tokens = [
                _Token(m.group(), _fold_token(m.group()), m.start(), m.end())
                for m in _TOKEN.finditer(document, sentence.start, sentence.end)
            ]
            shouting = sentence.text.isupper()
            i = 0
            while i < len(tokens):
                hit = self._longest(document, tokens, i, shouting)
                if hit is None:
                    i += 1
                    continue
                size, key, entries = hit
                kinds = {e.kind for e in entries}
                early = 0.5 if sentence.index < 4 else 0.25
                if NOTHING in kinds:
                    if entries[0].country:
                        told.append((entries[0].country, early))
                        homes.append((sentence.index, entries[0].country))
                    i += size
                    continue
                if kinds == {DEMONYM}:
                    code = entries[0].country or ""
                    told.append((code, early))
                    find = self._of_a_people(document, sentence, tokens, i, size, code)
                    if find:
                        finds.append(find)
                    i += size
                    continue
                if DEMONYM in kinds:
                    entries = tuple(e for e in entries if e.kind != DEMONYM)
                finds.append(_find(document, sentence, tokens, i, size, key, entries))
                i += size
        return finds, told, homes

    def _longest(
        self, document: str, tokens: list[_Token], i: int, shouting: bool
    ) -> tuple[int, str, tuple[Entry, ...]] | None:
        token = tokens[i]
        upper = token.text[0].isupper()
        lower = token.folded
        if not upper and lower not in DIRECTIONS and lower not in ARTICLES and lower not in STARTERS:
            return None
        longest = self.gazetteer.longest(leading(lower))
        n = 1
        while n < longest and i + n < len(tokens) and _joined(document, tokens[i + n - 1], tokens[i + n]):
            n += 1
        for size in range(n, 0, -1):
            last = tokens[i + size - 1]
            if size > 1:
                if not (last.text[0].isupper() or last.text[0].isdigit() or last.folded in SITE_WORDS):
                    continue
                if not upper and lower in ARTICLES and not tokens[i + 1].text[0].isupper():
                    return None
            elif not upper or lower in DIRECTIONS or lower in FUNCTION_WORDS:
                return None
            key = join([t.folded for t in tokens[i : i + size]])
            if size == 1 and len(key) < 3:
                if token.text not in ("US", "UK") or (shouting and token.text == "US"):
                    return None
                if i + 1 < len(tokens) and token.text == "US" and document[token.end : token.end + 1] == "$":
                    return None
            elif size == 1 and lower == "us":
                return None
            entries = self.gazetteer.find(key)
            if entries:
                return size, key, entries
        return None

    def _of_a_people(
        self, document: str, sentence: Sentence, tokens: list[_Token], i: int, size: int, code: str
    ) -> Find | None:
        """'off the Yemeni coast', 'in the Turkish capital': an adjective before a word for a place."""
        k = i + size
        while (
            k + 1 < len(tokens)
            and k < i + size + 3
            and tokens[k].folded in PLACE_NOUN_FILLERS
            and tokens[k + 1].folded in PLACE_NOUN_FILLERS | PLACE_NOUNS
        ):
            k += 1
        if (
            k >= len(tokens)
            or tokens[k].folded not in PLACE_NOUNS
            or document[tokens[k - 1].end : tokens[k].start] not in (" ", "-")
        ):
            return None
        if k + 1 < len(tokens) and tokens[k + 1].folded == "of":
            return None
        entry = self.gazetteer.capital(code) if tokens[k].folded == "capital" else self.gazetteer.country(code)
        if entry is None:
            return None
        find = _find(document, sentence, tokens, i, k - i + 1, fold(entry.name), (entry,))
        find.adjective = True
        find.stands = find.stands_small
        return find if find.stands_small in ("at", "target", "from", "of", "to", "between") else None

    # ---- settling ----------------------------------------------------------------------------------------------------

    def _plausible(self, find: Find) -> bool:
        best = find.entries[0]
        if self.gazetteer.is_common(find.key):
            return False
        return best.by_hand or best.kind in ("country", "capital", "province") or best.people > 100_000

    def _settle(self, find: Find, weights: dict[str, float], frame: Entry | None) -> Entry | None:
        best, most = None, -math.inf
        for entry in find.entries:
            score = _prior(entry)
            if entry.country:
                score += 2.6 * min(1.0, weights.get(entry.country, 0.0) / 2)
            if frame is not None and entry.key != frame.key:
                if entry.country == frame.country:
                    score += 8.0 if frame.kind == "country" or frame.name == entry.region or entry.by_hand else 5.0
                elif frame.kind == "country":
                    score -= 4
            score += _by_suffix(find.suffix, entry.kind, alone=len(find.entries) == 1)
            if score > most:
                best, most = entry, score
        return best

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
        if entry.by_hand or kind == "capital":
            return marked or not (
                find.capital_before and find.words == 1 and entry.people < 1_000_000 and not entry.by_hand
            )
        if before:
            return marked or not find.capital_before
        if find.words > 1:
            return (
                kind in ("region", "airport", "base", "province") or marked or support >= 0.5 or entry.people > 200_000
            )
        if title:
            return entry.people >= 300_000 or (support >= 0.5 and (marked or entry.people >= 50_000))
        if find.capital_before and frame is None and not (find.suffix and marked):
            return False
        if kind in ("province", "district"):
            return (marked and (support >= 0.5 or entry.people > 500_000)) or (support >= 0.5 and not like_a_person)
        if entry.people >= 300_000:
            return marked or not like_a_person
        if entry.people >= 20_000:
            return (marked and not find.capital_after) or (support >= 0.5 and not like_a_person)
        if frame is not None:
            return True
        return support >= 0.5 and marked and not find.capital_after


# ---- small steps -----------------------------------------------------------------------------------------------------


def _fold_token(text: str) -> str:
    if "." in text:
        return fold(text)
    if len(text) > 2 and text.endswith(_POSSESSIVES):
        text = text[:-2]
    return fold_word(text)


def _joined(document: str, left: _Token, right: _Token) -> bool:
    gap = document[left.end : right.start]
    if gap in _JOINTS:
        # 'Iraq's Anbar' is two names
        return not (len(left.text) > 2 and left.text.endswith(_POSSESSIVES))
    return gap == ". " and left.text in ("St", "Mt", "Ft")


def _find(
    document: str, sentence: Sentence, tokens: list[_Token], at: int, size: int, key: str, entries: tuple[Entry, ...]
) -> Find:
    start, last = tokens[at].start, tokens[at + size - 1]
    possessive = len(last.text) > 2 and last.text.endswith(_POSSESSIVES)
    end = last.end - 2 if possessive else last.end
    previous = tokens[at - 1] if at else None
    following = tokens[at + size] if at + size < len(tokens) else None
    left = tokens[max(0, at - 10) : at][::-1]
    breaks = [document[t.end : (left[n - 1].start if n else start)] for n, t in enumerate(left)]
    around = Around(
        left=[t.text.lower() for t in left],
        breaks=breaks,
        after=document[end : min(sentence.end, end + 60)],
        following=[t.text.lower() for t in tokens[at + size : at + size + 5]],
        possessive=possessive,
    )
    capital_before = bool(
        previous
        and previous.text[0].isupper()
        and breaks[0] == " "
        and previous.folded not in FUNCTION_WORDS
        and previous.folded not in DIRECTIONS
        and previous.folded not in TITLES
        and not previous.text.endswith(_POSSESSIVES)
    )
    suffix, capital_after = "", False
    if following and not possessive and document[last.end : following.start] in (" ", "-"):
        word = following.folded
        if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS or word in SITE_WORDS:
            suffix = word
        elif following.text[0].isupper() and word not in ROLES and word not in FUNCTION_WORDS:
            capital_after = True
    title = sentence.is_title
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
    )
    if in_dateline(document, sentence, start, end):
        find.stands = find.stands_small = "dateline"
    else:
        find.stands_small = stance(around, state=False, title=title)
        find.stands = stance(around, state=True, title=title)
    return find


def _prior(entry: Entry) -> float:
    if entry.by_hand:
        return 6.5
    known = {
        "country": 7.0,
        "capital": 6.5,
        "province": 4.5,
        "airport": 4.0,
        "base": 4.0,
        "region": 4.0,
        "district": 2.0,
    }
    return known.get(entry.kind) or math.log10(entry.people + 10)


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
        if len(gap) < 30 and (gap.startswith(",") or " in " in gap) and _FRAMED.fullmatch(gap):
            frame = _holds(behind.entries, find.entries)
            if frame:
                return frame
    if n:
        ahead = finds[n - 1]
        gap = document[ahead.end : find.start]
        if len(gap) < 40 and _OWNER.fullmatch(gap):
            return _holds(ahead.entries, find.entries)
    return None


def _holds(frames: tuple[Entry, ...], inside: tuple[Entry, ...]) -> Entry | None:
    for frame in frames:
        if frame.kind in ("country", "province", "region") and any(
            e.country == frame.country and e.key != frame.key for e in inside
        ):
            return frame
    return None


def _mention(find: Find, entry: Entry, document: str, frame: Entry | None) -> Mention:
    state = entry.kind in ("country", "capital", "seat")
    stands = find.stands if state else find.stands_small
    return Mention(
        start=find.start,
        end=find.end,
        text=document[find.start : find.end],
        entry=entry,
        sentence=find.sentence.index,
        stands="at" if stands == "sits" else stands,
        framed_by=frame.key if frame else None,
    )


def _carry(mentions: list[Mention], document: str) -> None:
    """'in Kharkiv, Dnipro and Odesa': the later ones stand as the first; in 'from Langley in Virginia' the frame does."""
    for n in range(1, len(mentions)):
        left, m = mentions[n - 1], mentions[n]
        if left.sentence != m.sentence or m.start - left.end > 40:
            continue
        gap = document[left.end : m.start]
        if left.framed_by == m.entry.key and left.stands in ("from", "dateline", "about", "frame", "actor"):
            mentions[n] = replace(m, stands=left.stands)
        elif left.framed_by == m.entry.key:
            mentions[n] = replace(m, stands="of")
        elif m.stands in ("bare", "actor", "of", "own") and _LISTED.fullmatch(gap):
            if left.stands in ("at", "target", "list") and not (
                m.entry.kind == "country" and left.entry.kind != "country" and left.entry.country == m.entry.country
            ):
                if m.stands == "actor" and not gap.startswith((" and", ",")):
                    continue
                mentions[n] = replace(m, stands="list")
            elif left.stands in ("from", "between"):
                mentions[n] = replace(m, stands=left.stands)
