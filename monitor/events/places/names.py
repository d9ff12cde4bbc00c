"""Every place a document names, settled on one bearer of each name, with how it stands in its sentence.

`finds.py` finds the names, `framing.py` tells which of them hold others; which of a name's bearers is meant is settled
in `bearers.py` by the countries the document speaks of, what is named beside it, and size. Names of persons,
groups and everyday words are refused unless the text marks them as a place: unknown beats wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec
from msgspec import structs

from monitor.events.places.bearers import OF_PROVINCES, SPOKEN, settle
from monitor.events.places.bearings import distance, told_km
from monitor.events.places.finds import NameScanner
from monitor.events.places.found import OF_STATE, Find
from monitor.events.places.framing import LARGE, PART_OF, frame_of, in_district, is_of_another, within
from monitor.events.places.gazetteer import PRECISION, Entry, Gazetteer, fold
from monitor.events.places.lands import Land, LandModel
from monitor.events.places.tokens import POSSESSIVES
from monitor.events.places.words import (
    DIRECTIONS,
    DISTRICT_WORDS,
    TOWN_WORDS,
)
from monitor.events.sentences import Sentence

_LISTED = re.compile(
    r"(?:,| and|, and| or| &|,? as well as|/|-| to|,? then)(?: in| near| at)?(?: the)?(?: nearby)?(?: \w+ern)? ?"
)
#: 'Bagram Airfield north of Kabul': the second name only frames the first
_BESIDE = re.compile(
    r",? (?:(?:some|about|around|roughly|nearly|just|lying|located|situated) )?"
    r"(?:\d[\d.,]* ?(?:km|kilomet\w+|miles?)(?: \([^)]{1,20}\))? )?(?:just )?(?:to the )?"
    r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of (?:the )?(?:(?:city|town|capital) (?:of )?)?"
)
#: 'from the Mediterranean, west of the coastal city of Latakia'
_BEARING_OF = re.compile(
    r",? (?:to the )?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of (?:the )?(?:\w+ ){0,2}(?:of )?"
)
_NEAR = re.compile(r",? (?:near|close to|not far from|next to|bordering|across from|opposite) (?:the )?(?:\w+ ){0,2}")
_KNOWN = 100_000
#: a place so far from the one that is told stands for it no longer
_NEIGHBOURS_KM = 150
_FINE = frozenset(("town", "site", "district"))
#: words that only a small place has behind its name
_SMALL = (TOWN_WORDS | DISTRICT_WORDS) - {"area", "camp", "settlement", "community", "city"}
#: what the country a source mostly writes about adds, where a name is shared; a text that tells another country wins
_BEAT = 2.0
#: a text of more sentences, the title counted, names its places
_ITEM = 5
#: what a country adds of which the words of the front are sure: as much as two names of it
_WORDS = 2.0
#: towns whose name in capitals is that of a news agency
_AGENCIES = frozenset({"sana"})
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
    stands: str  #: see stance.py
    precision: str  #: of its entry
    framed_by: str | None = None  #: key of the place named right behind it as its frame: 'Mosul, Iraq'
    part_of: str | None = None  #: key of the town it is called a part of: 'the Kirovsky district of Donetsk'


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a document names."""

    mentions: tuple[Mention, ...]
    weights: dict[str, float]  #: countries it speaks of, by name, people or groups
    homes: tuple[tuple[int, str], ...]  #: (sentence, country) of groups that act from one country
    land: Land | None = None  #: the country that its words tell, named or not; it is among the `weights`


class NameFinder:
    """Finds and settles the places of documents. Holds no state between them but words it has looked up."""

    def __init__(self, gazetteer: Gazetteer, lands: LandModel | None = None) -> None:
        self.gazetteer = gazetteer
        self._scanner = NameScanner(gazetteer)
        self._lands = lands

    def names(self, document: str, sentences: Sequence[Sentence], beat: str | None = None) -> Names:
        """`beat` is the country that the source mostly writes about; it leans the choice among places of one name."""
        finds, told, homes = self._scanner.scan(document, sentences)
        weights: dict[str, float] = defaultdict(float)
        for code, weight in told:
            weights[code] += weight
        land = self._lands.land(document) if self._lands is not None and len(sentences) <= _ITEM else None
        if land is not None:
            weights[land.code] += land.share * _WORDS
        own: dict[str, tuple[str, float]] = {}
        for find in finds:
            large = [e for e in find.entries if e.kind in LARGE or e.by_hand] or find.entries
            codes = {e.country for e in large}
            only = next(iter(codes)) if len(codes) == 1 else None
            if only and self._plausible(find):
                early = 1.0 if find.sentence.index < 4 else 0.5
                sure = find.entries[0].kind == "country" or find.marked or find.stands == "actor"
                adds = early * (1.0 if sure else 0.4)
                weights[only] += adds
                if large[0].kind != "country" and any(e.country != only for e in find.entries):
                    own[find.key] = only, own.get(find.key, ("", 0.0))[1] + adds
        # the beat speaks only for one of several places: it makes no word a place, and no country the document's own
        leaning = {**weights, beat: weights.get(beat, 0.0) + _BEAT} if beat else weights
        chosen: dict[str, Entry] = {}
        settled: list[Mention] = []
        waiting: list[Find] = []
        frames = [frame_of(finds, n, document) for n in range(len(finds))]
        provinces = _provinces(finds)
        for n, find in enumerate(finds):
            frame = frames[n]
            nearby = () if frame else in_district(finds, n, document)
            if nearby and (here := within(find.entries, nearby)) is not None:
                find.entries = here
                if not here:
                    continue  # none that the table knows is in the district named behind it
                frame = nearby[0]
            if frame is None and n + 1 < len(finds) and is_of_another(find, finds[n + 1], document):
                continue
            around = (frames[n - 1] if n else None, frames[n + 1] if n + 1 < len(finds) else None)
            entry = next((e for e in around if e is not None and e.kind == "province" and e in find.entries), None)
            if entry is None or find.suffix in TOWN_WORDS:
                entry = settle(find, _without(leaning, own.get(find.key)), frame, _besides(find, provinces))
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
        return Names(mentions=tuple(settled), weights=dict(weights), homes=tuple(homes), land=land)

    @staticmethod
    def _is_obscure(entry: Entry) -> bool:
        return entry.kind in ("town", "district") and not entry.by_hand and entry.people < _KNOWN

    def _plausible(self, find: Find) -> bool:
        best = find.entries[0]
        if self.gazetteer.is_common(find.key):
            return False
        return best.by_hand or best.kind in ("country", "capital", "province") or best.people > 100_000

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
        elsewhere = not support and max(weights.values(), default=0.0) >= SPOKEN
        if elsewhere and frame is None and find.words == 1 and self._is_obscure(entry):
            return False
        if kind == "country":
            return not (common and (find.capital_before or (like_a_person and not marked)))
        if common:
            if entry.by_hand or kind == "capital":
                return marked and not find.capital_before
            return frame is not None or (marked and support >= 1 and not like_a_person)
        if not entry.by_hand and find.of_a_street and (support < _SUPPORT or entry.people < 20_000):
            return False
        if find.key in _AGENCIES and find.shouted and (find.stands != "dateline" or find.around.after[:1] != ","):
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
                or (entry.people >= 100_000 and only)
                or (entry.people >= 20_000 and marked and not (find.capital_before or find.capital_after))
                or (support >= enough and marked)
                or (support >= _SUPPORT and entry.people >= 50_000)
            )
        unmarked = find.capital_before and not (find.suffix and marked)
        if unmarked and (frame is None or (not find.marked and self._is_obscure(entry))):
            return False  # 'killed Igor Kirillov in Moscow' names no Kirillov
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
        named = find.held or (find.suffix in _SMALL and not find.capital_before)  # 'Dimasalang town'
        return marked and not find.capital_after and (support >= enough or (only and named))


def _without(weights: dict[str, float], own: tuple[str, float] | None) -> dict[str, float]:
    """What a text speaks of countries by all other names: a shared name is no witness for one of its bearers."""
    if own is None:
        return weights
    country, adds = own
    return {**weights, country: weights[country] - adds}


def _provinces(finds: Sequence[Find]) -> dict[tuple[str | None, str | None], set[str]]:
    """The provinces that a text may name, each with the names it bears there."""
    found: dict[tuple[str | None, str | None], set[str]] = {}
    for find in finds:
        for entry in find.entries:
            if entry.kind == "province":
                found.setdefault((entry.country, entry.name), set()).add(find.key)
    return found


def _besides(
    find: Find, provinces: dict[tuple[str | None, str | None], set[str]]
) -> frozenset[tuple[str | None, str | None]]:
    """The provinces that other names than this one tell."""
    if len(find.entries) == 1:
        return frozenset()
    return frozenset(province for province, keys in provinces.items() if keys != {find.key})


def _mention(find: Find, entry: Entry, document: str, frame: Entry | None) -> Mention:
    state = entry.kind in OF_STATE
    stands = find.stands if state else find.stands_small
    if entry.kind == "town" and find.suffix in OF_PROVINCES:
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
        if (
            m.stands == "at"
            and left.entry.kind == "country"
            and left.stands in ("at", "target", "to", "from")
            and m.entry.country != left.entry.country
            and _NEAR.fullmatch(gap)
        ):
            mentions[n] = structs.replace(m, stands="frame")  # 'in Poland near Kaliningrad'
            continue
        if m.framed_by == left.entry.key and gap[:2] in POSSESSIVES and m.stands in ("bare", "own", "of"):
            mentions[n], mentions[n - 1] = structs.replace(m, stands=left.stands), structs.replace(left, stands="of")
        elif left.stands == "from" and m.stands in ("at", "beside", "frame", "of") and _BEARING_OF.fullmatch(gap):
            mentions[n] = structs.replace(m, stands="from")  # 'fired from the sea, west of the port of Latakia'
        elif m.stands in ("at", "beside") and left.precision in _FINE and _BESIDE.fullmatch(gap):
            mentions[n] = structs.replace(m, stands="frame")
        elif m.stands in ("at", "of") and PART_OF.fullmatch(gap) and left.entry.country == m.entry.country:
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
