"""A table of the world's places, found by any press spelling of their names.

Three parts make it: `places` (written by `scripts/gazetteer.py` from public packages, compressed), `sites` and
`countries` (kept by hand, tab-separated text). Folding takes away what spellings differ in without telling places
apart: case, diacritics, apostrophes, hyphens, the form of the Arabic article. A folded name leads to all places that
bear it; which of them is meant is decided by the document, in `where.py`.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from monitor.errors import ConfigError
from monitor.events.places.bearings import kilometres
from monitor.types import Place

#: kinds of a place, and the precision an answer of that kind has
PRECISION = {
    "country": "country",
    "province": "province",
    "region": "province",  # a part of a country, or a people's land
    "border": "province",
    "district": "district",
    "town": "town",
    "capital": "town",
    "suburb": "town",
    "sea": "sea",
    "strait": "sea",
    "airport": "site",
    "base": "site",
    "nuclear": "site",
    "energy": "site",
    "port": "site",
    "embassy": "site",
    "seat": "site",  # a house of government, whose name also means its people: Pentagon
    "hospital": "site",
    "dam": "site",
    "bridge": "site",
    "camp": "site",
    "crossing": "site",
    "island": "site",
    "site": "site",
}
#: precisions of what lies in a province, and is none
HELD = frozenset({"site", "town", "district"})
#: names that hold a place's name and are none: 'Bank of England'; they swallow the words they cover
NOTHING = "nothing"
DEMONYM = "demonym"

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʿʾ`´ʹʺ\"“”′"))
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ",": " ", "_": " ",
        ".": " ", "(": " ", ")": " ", "\xa0": " ", ":": " ", ";": " ",
    }
)  # fmt: skip
#: one spelling of words that many names begin with; never the last word of a name
_WORDS = {
    **dict.fromkeys("el ad ar as ash at az an ed er es ez ul".split(), "al"),
    **dict.fromkeys("ayn ein ayin eyn".split(), "ain"),
    **dict.fromkeys("dayr dair deyr".split(), "deir"),
    **dict.fromkeys("tall tel tell".split(), "tal"),
    **dict.fromkeys("jebel jabel gebel djebel".split(), "jabal"),
    **dict.fromkeys("kfar kafar kufr".split(), "kafr"),
    **dict.fromkeys("shaykh sheik shaikh cheikh".split(), "sheikh"),
    "saint": "st",
    "mount": "mt",
    "beni": "bani",
    "um": "umm",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """One word without case, diacritics and apostrophes; '' where nothing is left of it."""
    if word.isascii():
        return word.translate(_APOSTROPHES).lower()
    plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_APOSTROPHES).translate(_LETTERS)
    return plain.lower().replace(" ", "")


def leading(word: str) -> str:
    """The form a folded word has at the beginning of a longer name."""
    return _WORDS.get(word, word)


def join(words: Iterable[str]) -> str:
    """The key of a name from its folded words."""
    parts = [w for w in words if w]
    if len(parts) > 1:
        parts[:-1] = [_WORDS.get(w, w) for w in parts[:-1]]
    return " ".join(parts)


@lru_cache(maxsize=4_000)
def fold(name: str) -> str:
    """The key `name` is found by. Folding a key gives the key again."""
    return join(fold_word(w) for w in name.translate(_LETTERS).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the table."""

    key: str  #: 'g95446' from the packages, 's:ain-al-asad-air-base' from the hand-kept file, 'c:IQ' a country
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    region: str | None = None
    people: int = 0
    zone: str | None = None
    by_hand: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_hand", self.key.startswith("s:"))

    def place(self, as_written: str) -> Place:
        """The entry as the place of an act, with the text's own spelling."""
        return Place(
            name=self.name,
            as_written=as_written,
            precision=PRECISION[self.kind],
            country=self.country,
            lat=self.lat,
            lon=self.lon,
            region=self.region,
            zone=self.zone,
            key=self.key,
        )


#: so far from a port may lie the point that stands for the waters off its coast
_OFF_A_COAST_KM = 400.0
#: so near another of its name a place is the same
_ONE_PLACE_KM = 30.0
#: so near the point of a capital a site stands in it
_WITHIN_A_CITY_KM = 5.0
#: names whose bearers are kept ready
_REMEMBERED = 5_000


class Gazetteer:
    """Names to places. Built once from bytes; read only afterwards. Records are parsed when first asked for."""

    def __init__(
        self,
        names: dict[str, str],
        heads: dict[str, str],
        records: list[str],
        zones: list[str],
        regions: list[str],
        common: frozenset[str],
    ) -> None:
        self._names = names
        self._heads = {head: int(most) for head, most in heads.items()}
        self._records = records
        self._zones = zones
        self._regions = regions
        self._common = common
        self._parsed: dict[int, Entry] = {}
        self._by_hand: dict[str, list[Entry]] = {}
        self._by_key: dict[str, Entry] = {}
        self._numbers: dict[str, int] = {}
        self._capitals: dict[str, Entry] = {}
        self._waters: list[tuple[float, float]] | None = None
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._namesaked: dict[str, tuple[str | None, bool]] = {}
        self._provinces: dict[str, str] = {}

    @classmethod
    def from_bytes(
        cls, places: bytes, sites: bytes = b"", countries: bytes = b"", *, extra: Iterable[tuple[str, bytes]] = ()
    ) -> Gazetteer:
        """The table from its files; `extra` are (name of the file, content) of the user's own, in the form of `sites`.

        Raises ConfigError with the line of the first entry that cannot be read.
        """
        sections = zlib.decompress(places).split(b"\f") if places else [b""] * 10
        sections.reverse()

        def lines() -> list[str]:
            # one section at a time: decoding all at once would hold the text twice over
            section = sections.pop()
            return section.decode().split("\n") if section else []

        zones, regions, records = lines(), lines(), lines()
        names = dict(zip(lines(), lines(), strict=True))
        heads = dict(zip(lines(), lines(), strict=True))
        table = cls(names, heads, records, zones, regions, frozenset(lines()))
        table._add_countries(countries.decode())
        table._add_sites(sites.decode(), "sites.tsv")
        table._provinces = {key: regions[int(number, 36)] for key, number in zip(lines(), lines(), strict=True) if key}
        for name, content in extra:
            table._add_sites(content.decode(), name)
        return table

    def __len__(self) -> int:
        return len(self._records) + len(self._by_key)

    @property
    def regions(self) -> tuple[str, ...]:
        """What the divisions are called that places lie in."""
        return tuple(name for name in self._regions if name)

    def kept_by_hand(self) -> tuple[Entry, ...]:
        """The places of `sites.tsv` and of the user's own files."""
        return tuple(entry for entry in self._by_key.values() if entry.by_hand)

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this folded word; 1 where only single words do."""
        return self._heads.get(word, 1)

    def find(self, key: str) -> tuple[Entry, ...]:
        """All places that bear the name with this key; hand-kept ones first."""
        hand = self._by_hand.get(key)
        ids = self._names.get(key)
        if ids is None:
            return tuple(hand) if hand else ()
        known = self._found.get(key)
        if known is None:
            known = (*(hand or ()), *(self._record(int(n, 36)) for n in ids.split()))
            if len(self._found) < _REMEMBERED:
                self._found[key] = known
        return known

    def entry(self, key: str | None) -> Entry | None:
        """The place with this id, as it stands in `Place.key`."""
        if key is None:
            return None
        if key in self._by_key:
            return self._by_key[key]
        if not self._numbers:
            self._numbers = {record.split("\t", 1)[0]: n for n, record in enumerate(self._records)}
        number = self._numbers.get(key.removeprefix("g"))
        return None if number is None else self._record(number)

    def capital(self, code: str) -> Entry | None:
        """The capital as a town; the country's own entry where the table has no capital for it."""
        if not self._capitals:
            for number in range(min(400, len(self._records))):
                entry = self._record(number)
                if entry.kind == "capital" and entry.country:
                    self._capitals.setdefault(entry.country, entry)
        return self._capitals.get(code) or self.country(code)

    def in_capital(self, place: Place) -> bool:
        """Whether a place is a capital or a site within one; a suburb and the land around it are not."""
        seat = self.capital(place.country) if place.country else None
        if seat is None or seat.kind != "capital" or place.lat is None or place.lon is None:
            return False
        if place.precision == "site":
            return kilometres(place.lat, place.lon, seat.lat or 0.0, seat.lon or 0.0) <= _WITHIN_A_CITY_KM
        kept = self._by_key.get(place.key or "")
        return place.key == seat.key or (kept is not None and kept.kind == "capital")

    def country(self, code: str) -> Entry | None:
        """The country with this code, at its capital; None where the code is unknown."""
        return self._by_key.get(f"c:{code}")

    def province(self, entry: Entry) -> str | None:
        """The province that holds a place; of one kept by hand, that of its namesake close by or of towns around. A
        province kept by hand is that of its name."""
        if entry.region is not None or not entry.by_hand:
            return entry.region
        if entry.kind == "province":
            same = (e for e in self.find(fold(entry.name)) if e.country == entry.country and not e.by_hand)
            return next((e.region for e in same if e.kind == "province"), None)
        return self._namesakes(entry)[0] or self._provinces.get(entry.key)

    def is_namesake(self, entry: Entry) -> bool:
        """Whether a town is called as its province is: Kherson, Idlib."""
        return PRECISION[entry.kind] == "town" and self._namesakes(entry)[1]

    def _namesakes(self, entry: Entry) -> tuple[str | None, bool]:
        """The province of the same place in the tables, or of the town that begins its name, and whether a province is
        called so."""
        known = self._namesaked.get(entry.key)
        if known is None:
            at = entry.lat or 0.0, entry.lon or 0.0
            words = fold(entry.name).split(" ")
            called = [
                [e for e in self.find(" ".join(words[:n])) if e.country == entry.country]
                for n in range(len(words), 0, -1)
            ]
            near = (
                e.region
                for same in called
                for e in same
                if e.region and e.kind != "province" and kilometres(*at, e.lat or 0.0, e.lon or 0.0) < _ONE_PLACE_KM
            )
            known = next(near, None), any(e.kind == "province" for e in called[0])
            if len(self._namesaked) < _REMEMBERED:
                self._namesaked[entry.key] = known
        return known

    def open_water(self, lat: float, lon: float) -> tuple[float, float] | None:
        """The nearest point that the table has off a coast; None where there is none within some hundred kilometres."""
        if self._waters is None:
            self._waters = [
                (e.lat, e.lon)
                for e in self._by_key.values()
                if e.kind == "sea" and e.name.startswith("off ") and e.lat is not None and e.lon is not None
            ]
        nearest = min(self._waters, key=lambda at: kilometres(lat, lon, *at), default=None)
        return nearest if nearest is not None and kilometres(lat, lon, *nearest) < _OFF_A_COAST_KM else None

    def is_common(self, key: str) -> bool:
        """Is it also an everyday word or a frequent name of persons, so that a town must be strongly marked?"""
        return key in self._common

    def _record(self, number: int) -> Entry:
        entry = self._parsed.get(number)
        if entry is None:
            key, name, kind, country, region, lat, lon, people, zone = self._records[number].split("\t")
            entry = Entry(
                key=f"g{key}",
                name=name,
                kind=_KINDS[kind],
                country=country or None,
                lat=float(lat),
                lon=float(lon),
                region=self._regions[int(region, 36)] if region else None,
                people=int(people or 0),
                zone=self._zones[int(zone, 36)] if zone else None,
            )
            self._parsed[number] = entry
        return entry

    def _name(self, name: str, entry: Entry) -> None:
        key = fold(name)
        if not key:
            return
        words = key.split(" ")
        if len(words) > 1:
            self._heads[words[0]] = max(self._heads.get(words[0], 1), len(words))
        known = self._by_hand.setdefault(key, [])
        self._found.pop(key, None)
        if all(old.key != entry.key for old in known):
            known.append(entry)

    def _add_sites(self, text: str, source: str) -> None:
        """Lines `kind, country, lat, lon, name | other names[, zone]`, tab-separated; '#' begins a comment."""
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t")
            try:
                kind, code, lat, lon, spellings = (cell.strip() for cell in cells[:5])
                first, *others = (name.strip() for name in spellings.split("|"))
                if (kind not in PRECISION and kind != NOTHING) or not fold(first):
                    raise ValueError
                home = self._by_key.get(f"c:{code}") if code else None
                if code and home is None:
                    raise ValueError
                entry = Entry(
                    key="s:" + fold(first).replace(" ", "-"),
                    name=first,
                    kind=kind,
                    country=code or None,
                    lat=float(lat) if lat else None,
                    lon=float(lon) if lon else None,
                    zone=(cells[5].strip() if len(cells) > 5 else None) or (home.zone if home else None),
                )
            except ValueError:
                raise ConfigError(
                    f"not 'kind, country, lat, lon, names' with tabs between: {line[:80]!r}", where=f"{source}:{number}"
                ) from None
            if entry.key in self._by_key and self._by_key[entry.key].country != entry.country:
                entry = Entry(
                    key=f"{entry.key}-{(code or 'sea').lower()}", name=first, kind=kind, country=entry.country,
                    lat=entry.lat, lon=entry.lon, zone=entry.zone,
                )  # fmt: skip
            self._by_key[entry.key] = entry
            self._provinces.pop(entry.key, None)
            for name in (first, *others):
                self._name(name, entry)

    def _add_countries(self, text: str) -> None:
        """Lines `code, name, lat, lon, zone, aliases, demonyms`: a country stands at its capital."""
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            code, name, lat, lon, zone, aliases, demonyms = line.split("\t")
            entry = Entry(
                key=f"c:{code}", name=name, kind="country", country=code, lat=float(lat), lon=float(lon), zone=zone
            )
            self._by_key[entry.key] = entry
            for alias in (name, *filter(None, aliases.split("|"))):
                self._name(alias, entry)
            people = Entry(key=f"d:{code}", name=name, kind=DEMONYM, country=code, lat=None, lon=None)
            for demonym in filter(None, demonyms.split("|")):
                self._name(demonym, people)


_KINDS = {
    "t": "town",
    "c": "capital",
    "p": "province",
    "d": "district",
    "a": "airport",
    "b": "base",
    "r": "region",
}
KIND_CODES = {kind: code for code, kind in _KINDS.items()}
