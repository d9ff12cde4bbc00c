"""The table of places: folding, spellings, and what the hand-kept file may hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import ConfigError
from monitor.events.places.gazetteer import HELD, NOTHING, PRECISION, Entry, Gazetteer, fold
from monitor.events.sentences import split
from tests.events.atlas import DATA, atlas, gazetteer

COUNTRIES = (DATA / "countries.tsv").read_bytes()


@given(st.text(max_size=60))
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    """A key is its own key, for any text at all."""
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ain al-Asad", "ʿAyn al-Asad"),
        ("Al-Ḥudaydah", "el Hudaydah"),
        ("As-Suwayda", "al-Suwayda"),
        ("Deir ez-Zor", "Dayr az-Zor"),
        ("Kostyantynivka", "KOSTYANTYNIVKA"),
        ("Sana’a", "Sanaa"),
        ("Île-de-France", "ile de france"),
        ("Tel Nof", "Tell Nof"),
        ("Saint Petersburg", "St. Petersburg"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """Case, diacritics, apostrophes, hyphens and the form of the article do not tell names apart."""
    assert fold(one) == fold(other)


def test_letters_that_look_alike_are_no_match_and_no_crash() -> None:
    """A Cyrillic а in a Latin name is another letter."""
    assert fold("Kherson") != fold("Kh\u0435rson")
    assert gazetteer().find(fold("Kh\u0435rson")) == ()


@pytest.mark.parametrize(
    "spelling",
    [
        "Ain al-Asad",
        "Ayn al-Asad",
        "Ain Al-Assad",
        "Al Asad Air Base",
        "al-Assad airbase",
        "Asad air base",
        "Ain Assad",
    ],
)
def test_one_base_under_every_press_spelling(spelling: str) -> None:
    """The base in western Iraq is one place however an editor writes it."""
    best = gazetteer().find(fold(spelling))[0]

    assert best.key == "s:ain-al-asad-air-base"
    assert (best.country, best.kind) == ("IQ", "base")


def test_places_that_share_a_name_stay_apart() -> None:
    """Folding brings candidates together under a key; it never makes one place of two."""
    tripolis = gazetteer().find(fold("Tripoli"))

    assert {"LY", "LB"} <= {e.country for e in tripolis}
    assert len({e.key for e in tripolis}) == len(tripolis)


def test_a_place_is_found_again_by_its_key() -> None:
    """What an incident stored leads back to the entry, of either kind."""
    table = gazetteer()

    for key in (table.find("mosul")[0].key, "s:strait-of-hormuz", "c:IQ"):
        entry = table.entry(key)
        assert entry is not None
        assert entry.key == key
    assert table.entry("g0") is None
    assert table.entry(None) is None


def test_a_capital_is_a_town_and_stands_where_its_country_does() -> None:
    """A country is placed at its capital; asked for the capital, the table gives the town."""
    table = gazetteer()
    capital, country = table.capital("SD"), table.country("SD")

    assert capital is not None
    assert country is not None
    assert capital.kind == "capital"
    assert country.lat is not None
    assert capital.lat == pytest.approx(country.lat, abs=0.2)


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        ("Kyiv", True),
        ("Beirut", True),
        ("Kremlin", True),
        ("Dahiyeh", False),
        ("Kharkiv", False),
        ("Ukraine", False),
        ("Mezzeh military airport", False),
        ("Red Sea", False),
    ],
)
def test_a_capital_and_the_sites_within_are_in_a_capital(place: str, inside: bool) -> None:
    """The town itself and what stands in it; not a suburb, an airfield outside, nor the whole land."""
    table = gazetteer()

    assert {table.in_capital(entry.place("")) for entry in table.find(fold(place))[:1]} == {inside}


def test_every_hand_kept_line_is_well_formed_and_on_the_globe() -> None:
    """Kinds are known, coordinates are coordinates, only 'nothing' has none."""
    seen = 0
    for line in (DATA / "sites.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, country, lat, lon, names = line.split("\t")[:5]
        seen += 1
        assert kind in PRECISION or kind == NOTHING, line
        assert re.fullmatch(r"[A-Z]{2}|", country), line
        assert all(name.strip() == name and fold(name) for name in names.split("|")), line
        if kind != NOTHING:
            assert -90 <= float(lat) <= 90, line
            assert -180 <= float(lon) <= 180, line
    assert seen > 600


def test_no_hand_kept_name_was_cut_short() -> None:
    """'waters off' or 'Gulf of' would stand in an alert as the name of a place, and be found in every text."""
    cut = re.compile(
        r"(?i)(?:\b(?:off|of|near|the|and|in|to)|^(?:lake|gulf|sea|mount|port|camp|fort|strait|bay|cape|river))$"
    )
    names = [
        name
        for line in (DATA / "sites.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
        for name in line.split("\t")[4].split("|")
    ]
    assert [name for name in names if cut.search(name)] == []
    assert cut.search("waters off")
    assert cut.search("Lake")


def test_hand_kept_places_lie_in_the_country_they_name() -> None:
    """A slip of a sign or of two digits puts a site far from every town of its country; none is."""
    table = gazetteer()
    towns: dict[str, list[tuple[float, float]]] = {}
    for number in range(len(table._records)):
        entry = table._record(number)
        if entry.country and entry.lat is not None and entry.lon is not None:
            towns.setdefault(entry.country, []).append((entry.lat, entry.lon))
    lonely = [
        (entry.name, entry.country)
        for entry in table._by_key.values()
        if entry.by_hand and entry.lat is not None and entry.lon is not None and entry.country in towns
        and PRECISION.get(entry.kind) != "sea" and entry.kind not in ("island", "border")
        and min(abs(entry.lat - lat) + abs(entry.lon - lon) for lat, lon in towns[entry.country]) > 3
    ]  # fmt: skip

    assert lonely == []


def test_a_users_own_file_adds_places_and_is_refused_by_its_line() -> None:
    """Own sites work like ours; a line that cannot be read is named."""
    own = b"# ours\nbase\tIQ\t33.1\t44.2\tCamp Example|Example Barracks\n"
    table = Gazetteer.from_bytes(b"", b"", COUNTRIES, extra=[("own.tsv", own)])

    assert table.find("example barracks")[0].name == "Camp Example"
    with pytest.raises(ConfigError, match=r"own\.tsv:1"):
        Gazetteer.from_bytes(b"", b"", COUNTRIES, extra=[("own.tsv", b"castle\tIQ\tnorth\t44\tX\n")])
    with pytest.raises(ConfigError, match=r"own\.tsv:1"):
        Gazetteer.from_bytes(b"", b"", COUNTRIES, extra=[("own.tsv", b"base\tQQ\t1\t2\tSomewhere\n")])


def test_a_place_kept_by_hand_lies_in_the_province_of_the_town_that_begins_its_name() -> None:
    text = "A bomb went off at Quetta railway station on Friday."
    at = text.index("went off")

    place = atlas().locate(text, split(text)).for_act(at, at + 8, type="bombing").place

    assert place is not None
    assert (place.name, place.region) == ("Quetta railway station", "Balochistan")


@pytest.mark.parametrize(
    ("country", "name", "province"),
    [
        ("IQ", "Camp Speicher", "Salahuddin"),
        ("IQ", "Harir air base", "Erbil"),
        ("IR", "Fordow", None),
        ("UA", "Snake Island", "Odesa"),
        ("RU", "Dyagilevo air base", "Ryazan"),
        ("SY", "Hmeimim air base", "Latakia"),
        (None, "Bab el-Mandeb", None),
    ],
)
def test_a_place_kept_by_hand_lies_in_the_province_of_the_towns_around_it(
    country: str | None, name: str, province: str | None
) -> None:
    """No town begins these names; what lies at sea, or about as near to another province, has none."""
    entry = gazetteer().find(fold(name))[0]

    assert (entry.by_hand, entry.country) == (True, country)
    assert gazetteer().province(entry) == province


def test_most_places_kept_by_hand_have_a_province_that_the_towns_around_them_bear_out() -> None:
    """After a change of the file the table of places is built anew, which places the new lines."""
    table = gazetteer()
    towns: dict[str | None, list[Entry]] = {}
    for number in range(len(table._records)):
        if (town := table._record(number)).kind in ("town", "capital"):
            towns.setdefault(town.country, []).append(town)
    on_land = [e for e in table.kept_by_hand() if PRECISION.get(e.kind) in HELD and e.country]
    known = [e for e in on_land if table.province(e)]
    strange = []
    for e in known:
        around = {t.region for t in towns[e.country] if abs(t.lat - e.lat) + abs(t.lon - e.lon) < 2}
        if around and table.province(e) not in around:
            strange.append(e.name)

    assert len(known) / len(on_land) > 0.8
    assert strange == []


def test_a_province_kept_by_hand_is_that_of_its_name() -> None:
    """So what was at a station of its capital may be the same as what is only told of the province."""
    text = "Separatists said on Friday that they had bombed soldiers in Balochistan."
    at = text.index("bombed")

    place = atlas().locate(text, split(text)).for_act(at, at + 6, type="bombing").place

    assert place is not None
    assert (place.precision, place.region) == ("province", "Balochistan")


def test_no_sea_nor_land_as_wide_as_a_province_lies_in_one() -> None:
    table = gazetteer()
    wide = [e for e in table.kept_by_hand() if PRECISION.get(e.kind) not in HELD]

    assert [e.name for e in wide if e.key in table._provinces] == []


def test_a_users_own_place_takes_no_province_from_ours_of_its_name() -> None:
    """It may lie elsewhere."""
    places, sites = (DATA.joinpath(n).read_bytes() for n in ("places.bin", "sites.tsv"))
    own = b"base\tIQ\t30.1\t44.2\tCamp Speicher\n"
    table = Gazetteer.from_bytes(places, sites, COUNTRIES, extra=[("own.tsv", own)])

    assert table.province(table.find("camp speicher")[0]) is None


def test_provinces_are_called_as_the_press_calls_them() -> None:
    """An area's `regions` are compared with these names; and no name is left over from another tongue's grammar."""
    regions = set(gazetteer().regions)

    assert {
        "Belgorod",
        "Kursk",
        "Crimea",
        "Chechnya",
        "Anbar",
        "Erbil",
        "Abu Dhabi",
        "Jerusalem",
        "California",
    } <= regions
    assert [name for name in regions if re.search(r"[,']$|skaya$", name)] == []
