"""The place of an act: found where the text tells it, and not at datelines, speakers, persons or groups."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.events.places.asides import Asides
from monitor.events.places.seat import seat
from monitor.events.places.subjects import speaker
from monitor.events.places.uttered import in_common, to_ships
from monitor.events.sentences import split
from monitor.types import Party
from tests.events.atlas import atlas, located, place_of


@pytest.mark.parametrize(
    ("text", "trigger", "name", "country"),
    [
        ("Two drones struck the Ayn al-Assad airbase on Friday night.", "struck", "Ain al-Asad Air Base", "IQ"),
        ("Rockets landed near Al Asad base, an official said.", "landed", "Ain al-Asad Air Base", "IQ"),
        ("A missile hit a market in Kostiantynivka on Monday.", "hit", "Kostiantynivka", "UA"),
        ("Shelling of Kherson killed a postman.", "Shelling", "Kherson", "UA"),
        ("Missiles were fired at a US base in Qatar.", "fired", "Qatar", "QA"),
        ("A jet flew close to US drones over Syria.", "flew", "Syria", "SY"),
        ("Car bomb kills nine in Idlib.", "kills", "Idlib", "SY"),
        ("Men with rifles killed nine in a bar in San Miguel del Ene.", "killed", "San Miguel del Ene", "PE"),
        ("Cables were burned at Courtalain before dawn.", "burned", "Courtalain", "FR"),
        ("Raiders held the crew of a plant at Tiguentourine.", "held", "In Amenas gas plant", "DZ"),
        ("Marines boarded a ship off Gibraltar with oil for a plant at Banias.", "boarded", "off Gibraltar", "GI"),
        ("The army staved off a Ukraine attack near Donetsk.", "staved off", "Donetsk", "UA"),
        ("A bomb killed nine in Jalalabad.", "killed", "Jalalabad", "AF"),
        ("Its fighters had taken Kunduz on Monday. Survivors reached Herat.", "fighters", "Kunduz", "AF"),
        ("A soldier who grew up in Gardez died when rockets struck at Herat.", "struck", "Herat", "AF"),
        ("A mine killed three on the road towards Jalalabad. It was at Herat.", "killed", "Herat", "AF"),
        (
            "Raiders held a tanker off Gibraltar. It is on its way to an anchorage off Ceuta.",
            "held",
            "off Gibraltar",
            "GI",
        ),
        (
            "Men shot nine in Zamfara, a lawmaker who was in Gusau when he got the calls said.",
            "shot",
            "Zamfara",
            "NG",
        ),
        ("Nine died in a missile strike on Bat Yam.", "strike", "Bat Yam", "IL"),
        ("Nine drones of Russia were shot down over Kherson.", "shot down", "Kherson", "UA"),
        (
            "Missiles were fired. Their target, Shayrat, lies in the province of Homs.",
            "fired",
            "Shayrat Air Base",
            "SY",
        ),
        ("A drone fired at a car in Mazrouniyeh (Tyre), a source in Lebanon said.", "fired", "Tyre", "LB"),
        ("A bomber struck at a wedding near Gwoza on Monday.", "struck", "Gwoza", "NG"),
        ("Troops were killed in an exercise of NATO in Poland.", "killed", "Poland", "PL"),
        ("Jets hit a clinic in the province of Hajja. The building, in the town of Abs, burnt.", "hit", "Abs", "YE"),
        ("Separatists attacked in Luhansk. The battle near Zolote went on till noon.", "battle", "Zolote", "UA"),
        (
            "Taliban attacked in Kunduz. A checkpoint in Imam Sahib district was stormed.",
            "attacked",
            "Imam Sahib",
            "AF",
        ),
        ("Houses were shelled. An envoy in Sloviansk told of it. It was at Horlivka.", "shelled", "Horlivka", "UA"),
        ("A drone was shot down over Ontario.", "shot", "Ontario", "CA"),
        ("It chased a pilot and fell in southwest Virginia. A drone was shot.", "fell", "Virginia", "US"),
        ("Fifty were killed. FILE - Soldiers patrol in Bentiu. It was at Malakal.", "killed", "Malakal", "SS"),
        ("Fifty were killed.\n\nRecruits in Kandahar. EPA/A NAME\n\nIt was at Herat.", "killed", "Herat", "AF"),
        (
            "Two bombs went off near the tomb of a general in Kerman who was shot in Baghdad in 2020.",
            "shot",
            "Kerman",
            "IR",
        ),
        ("A missile was stopped twenty minutes after midnight over Abu Dhabi.", "stopped", "Abu Dhabi", "AE"),
        ("RSF fighters shelled the Zamzam camp outside El-Fasher.", "shelled", "Zamzam", "SD"),
        ("A tanker was seized in the Strait of Hormuz.", "seized", "Strait of Hormuz", None),
        ("Gunmen ambushed soldiers near Menaka in northern Mali.", "ambushed", "Menaka", "ML"),
        ("A roadside bomb went off in Iraq's Diyala province.", "went off", "Diyala", "IQ"),
        ("The army bombed a school in Pa Zi Gyi, Sagaing.", "bombed", "Pa Zi Gyi", "MM"),
        ("An explosion was heard at Khmeimim.", "explosion", "Hmeimim", "SY"),
        ("Drones attacked the Belgorod region overnight.", "attacked", "Belgorod", "RU"),
        ("Jets bombed sites on the outskirts of Hudaydah.", "bombed", "Hodeidah", "YE"),
        ("Chinese vessels used water cannon at Ren'ai Jiao.", "used", "Second Thomas Shoal", "PH"),
        ("Shells fell on a village along the Line of Control.", "fell", "Line of Control", "PK"),
        ("A car bomb exploded in the Somali capital on Sunday.", "exploded", "Mogadishu", "SO"),
        ("The strike hit Barmal district in Paktika province.", "hit", "Barmal", "AF"),
        ("Jets bombed a market in the northern region of Tigray.", "bombed", "Tigray", "ET"),
        ("A missile was blown up on approach to Abu Dhabi; talks go on in Dubai.", "blown up", "Abu Dhabi", "AE"),
        ("As prayers were being said in El-Fasher, a drone struck.", "struck", "El Fasher", "SD"),
        (
            "A drone killed three soldiers in Jordan. The base, Tower 22, lies in the desert.",
            "killed",
            "Tower 22",
            "JO",
        ),
        ("QUETTA (AP) - A bomb hit the station of Balochistan province.", "hit", "Quetta", "PK"),
        ("A crowd stormed the Swedish embassy in Baghdad.", "stormed", "Baghdad", "IQ"),
        ("A crowd stormed the French embassy in Niger's capital.", "stormed", "Niamey", "NE"),
        ("Missiles hit bases in Panjgur, state media in Tehran said.", "hit", "Panjgur", "PK"),
        ("A missile hit a flat in the Nowhere quarter of Gaza City.", "hit", "Gaza City", "PS"),
        (
            "The ministers discussed rival claims in the South China Sea. They met in Manila.",
            "discussed",
            "Manila",
            "PH",
        ),
        ("For a third night in a row in Kharkiv drones hit flats.", "hit", "Kharkiv", "UA"),
        ("Soldiers began drills amid the dispute at Subic Bay.", "drills", "Subic Bay", "PH"),
        ("A fight broke out during the crisis in Goma.", "fight", "Goma", "CD"),
        (
            "Gunmen killed 40 at a hall. Four suspects were arrested in Bryansk. The hall stands in Tver.",
            "killed",
            "Tver",
            "RU",
        ),
        ("Pagers exploded throughout Lebanon, sold by a firm in Budapest.", "exploded", "Lebanon", "LB"),
        (
            "Gunmen attacked a post in the state of Punjab. An Indian general spoke in New Delhi.",
            "attacked",
            "Punjab",
            "IN",
        ),
        ("The last troops left Bagram Airfield north of Kabul.", "left", "Bagram", "AF"),
        ("Rebels say they hold Goma. In Kinshasa people stayed at home.", "hold", "Goma", "CD"),
        ("Troops fought near Nowheretown and Oleshnya in Russia's Kursk region.", "fought", "Oleshnya", "RU"),
        ("A bomb cut the line at Nowhereville, to the south of El-Arish.", "cut", "Arish", "EG"),
        ("A jet was shot down over the north of Yemen.", "shot down", "northern Yemen", "YE"),
        ("A bomb hit a convoy in Al-Diwaniya.", "hit", "Al Diwaniyah", "IQ"),
        ("Guards fired at a drone in the Batala area of Gurdaspur in India.", "fired", "Batala", "IN"),
        (
            "A day after bombers struck a barracks in Peshawar, Pakistani jets hit villages in Afghanistan.",
            "hit",
            "Afghanistan",
            "AF",
        ),
        ("A grenade went off in Gao at 13.00 (Paris time).", "went off", "Gao", "ML"),
        ("Guns hit a market in the Kirovsky district of Donetsk.", "hit", "Donetsk", "UA"),
        ("In Somalia gunmen fired at strollers at Lido beach.", "fired", "Somalia", "SO"),
        ("India fired missiles into Pakistani territory.", "fired", "Pakistan", "PK"),
        ("Rockets were fired from the direction of Khiam at Metula.", "fired", "Metula", "IL"),
        ("Rwandan soldiers crossed into Congolese territory at dawn.", "crossed", "DR Congo", "CD"),
        ("A drone boat hit a Russian ship at Novorossiysk, Kyiv says. Ukraine is silent.", "hit", "Novorossiysk", "RU"),
    ],
)
def test_the_place_is_where_the_text_puts_the_act(text: str, trigger: str, name: str, country: str | None) -> None:
    """Bases, towns, districts, provinces, seas and lines, under press spellings, from anywhere in the world."""
    place = place_of(text, trigger).place

    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "trigger", "not_in"),
    [
        ("BAGHDAD (AP) - A rocket hit a house in Mosul.", "hit", "Baghdad"),
        ("Kyiv, 3 June (Agency) - Shells struck Nikopol.", "struck", "Kyiv"),
        ("Washington said its jets bombed a depot near Deir ez-Zor.", "bombed", "Washington"),
        ("Officials in Manila said a boat was rammed off Scarborough Shoal.", "rammed", "Manila"),
        ("Moscow's forces shelled Kupiansk, Kyiv said.", "shelled", "Moscow"),
        ("The Islamic Resistance in Iraq said its drones hit Haifa.", "hit", "Iraq"),
        ("The missiles were launched from Iran and hit Erbil.", "hit", "Iran"),
        ("Quetta // A warplane shot down a drone near Panjgur.", "shot down", "Quetta"),
        ("DAMASCUS, (SANA) - Jets hit a depot in Hama.", "hit", "Damascus"),
        ("Jets hit a tanker in the Red Sea, al-Masirah television said.", "hit", "Masirah"),
        ("Missiles fired from the Mediterranean, west of the port city of Latakia, hit Homs.", "hit", "Latakia"),
        ("A drone hit Balakliia, about 70 km south-east of Kharkiv.", "hit", "Kharkiv"),
    ],
)
def test_datelines_speakers_senders_and_groups_are_no_place_of_the_act(text: str, trigger: str, not_in: str) -> None:
    """What speaks, sends or gives a bearing is not what was hit."""
    place = place_of(text, trigger).place

    assert place is not None
    assert not_in not in place.name


@pytest.mark.parametrize(
    "text",
    [
        "Israel Katz threatened a response and hit the table.",
        "Michael Jordan was struck by the news.",
        "Lloyd Austin struck a sour note.",
        "The Bank of England hit back at critics.",
        "Paris Saint-Germain were hit by injuries.",
        "Nice weather hit everyone by surprise.",
        "The ambassador struck a softer tone.",
        "Of all things, this hit them most.",
        "Hamas hit back. Same story, he said.",
        "Kirby struck a confident note and Jackson agreed.",
    ],
)
def test_persons_clubs_and_everyday_words_are_no_places(text: str) -> None:
    """An unknown place is better than a wrong one."""
    _, found = located(text)

    assert [m.text for m in found.mentions if m.entry.kind != "country"] == []
    assert all(m.text not in ("Israel", "Jordan", "England") for m in found.mentions)


def test_no_name_is_found_inside_a_word() -> None:
    """'assad' in 'ambassador', 'Rome' in 'Romero', 'Oman' in 'woman'."""
    _, found = located("The ambassador met Romero, a woman from the Iranian-born community of Aleppoville.")

    assert [m.text for m in found.mentions] == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gunmen attacked an army post in Tripoli, Lebanon.", "LB"),
        ("Militias clashed in Tripoli, the Libyan capital said to be calm before.", "LY"),
        ("Shells hit Donetsk in eastern Ukraine.", "UA"),
        ("A drone crashed in Cordoba, Spain, after an attack.", "ES"),
        ("Protesters in Georgia's capital Tbilisi attacked parliament.", "GE"),
        ("Gunmen fought in Tripoli. Guns were heard from Arsal to the north of Lebanon; Lebanon sent troops.", "LB"),
        ("Mozambique: a crowd attacked police in the Mozambican province of Gaza.", "MZ"),
        ("Rebels attacked soldiers in Laguna. The Philippines saw another ambush at Lucban.", "PH"),
        ("A man attacked an envoy in Rome. The United States spoke of terror, the US mission in the US too.", "IT"),
        ("A guard was attacked in Rome, Georgia. The United States mourns, said the US envoy.", "US"),
        ("Police were attacked in Moscow, the United States says; the US had warned, as the US often does.", "RU"),
        ("A gang attacked soldiers in San Jose. The United States sent help, and the US sent more.", "US"),
    ],
)
def test_bearers_of_one_name_are_told_apart_by_the_text(text: str, country: str) -> None:
    """A country named beside it, or elsewhere in the document, decides before size does."""
    trigger = next(w for w in ("attacked", "clashed", "hit", "attack", "fought") if w in text)
    place = place_of(text, trigger).place

    assert place is not None
    assert place.country == country


def test_a_small_place_of_a_land_the_text_never_names_is_none() -> None:
    """Rule: a village that no table knows is no namesake of a town abroad."""
    text = "A bomb went off in Maro. Officials in Pakistan said the road from Dera Bugti to Sui in Pakistan was shut."
    assert "TD" not in [m.entry.country for m in located(text)[1].mentions]


def test_a_headline_alone_places_its_act_in_a_town_of_some_size() -> None:
    """No country is named, but 'in' says that it is a place, and no other word of a name follows."""
    place = place_of("", "", title="Two soldiers killed in Kishtwar encounter").place
    assert place is not None
    assert (place.name, place.country) == ("Kishtwar", "IN")


def test_a_town_in_another_region_that_the_text_names_is_not_within_the_first() -> None:
    """Rule: Gaza and the West Bank are one country, and a raid on Jenin is none on Gaza."""
    text = (
        "Jets bombed the Gaza Strip on Friday. Rockets had come. None hit. The West Bank was tense. Men died in Jenin."
    )
    place = place_of(text, "bombed").place

    assert place is not None
    assert place.name == "Gaza Strip"


def test_a_people_is_no_place_but_its_coast_is() -> None:
    """'Iraqi officials' places nothing; 'off the Yemeni coast' does."""
    _, officials = located("Iraqi officials said nothing of the attack.")
    off = place_of("A drone was shot down off the Yemeni coast.", "shot down").place

    assert officials.mentions == ()
    assert off is not None
    assert (off.precision, off.country) == ("sea", None)


def test_a_bearing_moves_the_place_and_leaves_the_state() -> None:
    """Sixty nautical miles off a port are the high seas, in the direction given."""
    place = place_of("The ship was hit 60 nautical miles southeast of Aden.", "hit").place

    assert place is not None
    assert place.country is None
    assert place.precision == "sea"
    assert place.lat == pytest.approx(12.09, abs=0.1)
    assert place.lon == pytest.approx(45.76, abs=0.15)


def test_places_of_one_wave_are_all_given() -> None:
    """The first of a list is the place, the others stand beside it."""
    answer = place_of("Missiles struck Kharkiv, Dnipro and Odesa overnight.", "struck")

    assert answer.place is not None
    assert {answer.place.name, *(p.name for p in answer.others)} == {"Kharkiv", "Dnipro", "Odesa"}


def test_the_answer_points_at_its_words() -> None:
    """Evidence is the very words of the document, and the text's own spelling is kept."""
    text = "Drones hit the port of Hudaydah before dawn."
    answer = place_of(text, "hit")

    assert answer.evidence is not None
    assert text[answer.evidence.start : answer.evidence.end] == answer.evidence.text == "Hudaydah"
    assert answer.place is not None
    assert answer.place.as_written == "Hudaydah"
    assert answer.place.zone == "Asia/Aden"


def test_a_sentence_of_its_own_keeps_another_acts_place_away() -> None:
    """The earlier attack in another country does not lend its town."""
    answer = place_of(
        "Warplanes bombed villages in northern Iraq on Thursday. The raid came after gunmen killed five at a plant "
        "in Ankara.",
        "bombed",
    )

    assert answer.place is not None
    assert answer.place.country == "IQ"


def test_clashes_at_the_border_of_two_states_stand_there() -> None:
    """Where only 'the border' is told, the two states name it."""
    answer = place_of("Pakistani and Afghan troops exchanged fire along the border on Sunday.", "exchanged fire")

    assert answer.place is not None
    entry = atlas().gazetteer.entry(answer.place.key)
    assert entry is not None
    assert entry.kind in ("border", "crossing")


def test_the_border_is_that_with_the_state_named_at_the_word() -> None:
    """Rule: 'the border with Brazil' beats what the text speaks of most, and the act is this side of it."""
    text = "Venezuela closed the border with Brazil. Colombia protested; Colombia and Venezuela had traded."
    place = place_of(text, "closed", type="closure").place

    assert place is not None
    assert (place.name, place.country) == ("Brazil-Venezuela border", "VE")


def test_a_threat_belongs_to_the_country_that_makes_it() -> None:
    """For a threat or a step on nuclear arms the acting state counts as its place."""
    answer = place_of("Iran warned that it would respond to any attack.", "warned", type="threat")

    assert answer.place is not None
    assert answer.place.country == "IR"
    assert answer.place.country == "IR"


def test_talks_are_where_the_delegates_went() -> None:
    """'Went to Doha' places talks, and would place no attack."""
    answer = place_of("The Afghan minister went to Doha for talks with the Pakistani side.", "talks", type="talks")

    assert answer.place is not None
    assert answer.place.name == "Doha"


def test_nothing_is_known_of_a_text_without_places() -> None:
    """No guess from nothing."""
    assert place_of("A bomb exploded, he said.", "exploded").place is None


_WORDS = st.sampled_from(
    "in near the al- Ain al-Asad Kharkiv Tehran said Iraq's , . ; – — \n\n (AP) 's hit of and U.S. US us 50 miles off "
    "Al 'ayn Jordan".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_WORDS, st.text(max_size=6)), max_size=60).map(" ".join))
def test_any_text_is_read_without_a_crash_and_offsets_hold(text: str) -> None:
    """Whatever comes in, mentions are words of the document at capital beginnings, and an act always gets an answer."""
    sentences = split(text)
    found = atlas().locate(text, sentences)

    for m in found.mentions:
        assert text[m.start : m.end] == m.text
        assert not (m.start and text[m.start - 1].isalnum())
    found.for_act(0, min(3, len(text)), scope=(0, 5))


@pytest.mark.parametrize(
    "unit", ["Kharkiv, ", "Al ", "in the north of ", "Iraq's Anbar ", "50 miles off Aden, ", "U.S. "]
)
def test_reading_is_linear_on_long_input(unit: str) -> None:
    """Fifty thousand characters of names cost a fraction of a second of work, in one sentence or many."""
    text = (unit * 50_000)[:50_000]
    begun = time.process_time()

    atlas().locate(text, split(text)).for_act(100, 110, scope=(0, 1))

    assert time.process_time() - begun < 2.0


@pytest.mark.parametrize(
    ("town", "region", "country"),
    [
        ("Valencia", "Venezuela", "VE"),
        ("Merida", "MX", "MX"),
        ("Cordoba", "es", "ES"),
        ("Cartagena", "Spain", "ES"),
        ("Barcelona", "the moon", "ES"),
        ("Cordoba in Argentina", "es", "AR"),
    ],
)
def test_the_country_a_source_writes_about_settles_a_shared_name(town: str, region: str, country: str) -> None:
    """`region` of a feed or folder, by name or by code; what the text itself says counts for more."""
    text = f"A car bomb exploded in {town} on Monday, killing four people."
    at = text.index("exploded")
    found = atlas().locate(text, split(text, has_title=False), ("shelling", f"region:{region}"))

    place = found.for_act(at, at + len("exploded")).place

    assert place is not None
    assert place.country == country


def test_what_befell_a_ship_at_a_distance_from_a_port_lies_at_sea() -> None:
    """Miles at sea are nautical ones, and beyond twelve of them no state's waters."""
    place = place_of("The ship was boarded in the southern Red Sea, some 51 miles southwest of Hodeidah.", "boarded",
                     type="maritime_incident").place  # fmt: skip

    assert place is not None
    assert (place.country, place.precision) == (None, "sea")
    assert place.lat == pytest.approx(14.23, abs=0.1)
    assert place.lon == pytest.approx(42.31, abs=0.1)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("A tanker was boarded 55 nautical miles off Cotonou.", 5.45, 2.41),
        ("A tanker was boarded off Cotonou. She lay 55 nautical miles off Cotonou when it began.", 5.45, 2.41),
        ("A tanker was boarded 15 nautical miles off Dakar.", 14.57, -17.66),
        ("A tanker was boarded 50 nautical miles off Hodeidah.", 14.75, 42.25),
        ("A tanker was boarded 40 nm north west of Mombasa.", -3.57, 39.18),
        ("A tanker was boarded six kilometres to the south-east of Mombasa.", -4.09, 39.71),
    ],
)
def test_a_ship_off_a_port_lies_so_far_towards_the_open_water(text: str, lat: float, lon: float) -> None:
    """Rule: a distance without a direction is one from the coast, wherever the text tells it of that port."""
    place = place_of(text, "boarded", type="maritime_incident").place

    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.1)
    assert place.lon == pytest.approx(lon, abs=0.1)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A trawler was boarded in South Korean waters.", "KR"),
        ("A survey ship was boarded in the territorial waters of Guyana.", "GY"),
        ("A tanker was boarded off Venezuela.", None),
    ],
)
def test_a_states_own_waters_are_its_own(text: str, country: str | None) -> None:
    """Rule: what lies in the waters of a state is in that state, not only off it."""
    place = place_of(text, "boarded", type="maritime_incident").place

    assert place is not None
    assert (place.precision, place.country) == ("sea", country)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("The ship was hit 125 nautical miles east of Aden.", 12.8, 47.17),
        ("The ship was hit 125 nautical miles south of Aden.", 10.7, 45.03),
    ],
)
def test_a_ship_lies_in_the_direction_that_is_told(text: str, lat: float, lon: float) -> None:
    """East of a port as well as south of it, where only one of the two coordinates is another."""
    place = place_of(text, "hit", type="maritime_incident").place

    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.05)
    assert place.lon == pytest.approx(lon, abs=0.05)


def test_where_a_ship_is_bound_is_not_where_it_was_attacked() -> None:
    """A target of shells lies at the end of 'towards'; a ship has not come there yet."""
    text = "Boats seized the tanker in the Strait of Hormuz. She was steered towards Bandar Abbas."
    place = place_of(text, "seized", type="maritime_incident").place

    assert place is not None
    assert place.name == "Strait of Hormuz"


def test_a_truce_holds_where_guns_fall_silent_and_not_where_delegates_are_to_meet() -> None:
    """A town that the text goes on to is no place of it."""
    text = "The truce in Karabakh began on Wednesday. The army will disband. Its arms are handed over."
    text += " Delegates will meet in Yevlakh."
    place = place_of(text, "truce", type="ceasefire").place

    assert place is not None
    assert place.name == "Nagorno-Karabakh"


def test_a_long_sea_is_narrowed_to_the_shore_of_those_who_act() -> None:
    """Where the Houthis act the Red Sea is the shore of Yemen; with nobody named it stays the whole sea."""
    known = place_of("The Houthis attacked a tanker in the Red Sea.", "attacked", type="maritime_incident").place
    unknown = place_of("A tanker was attacked in the Red Sea.", "attacked", type="maritime_incident").place

    assert known is not None
    assert known.name == "off Yemen's Red Sea coast"
    assert unknown is not None
    assert unknown.name == "Red Sea"


@pytest.mark.parametrize(
    ("before", "country"),
    [
        ("Iran's embassy staff have a day to pack, Albania said as it ", "AL"),
        ("Niger: West Africa and Nigeria ", "NG"),
        ("Britain's government ", "GB"),
    ],
)
def test_an_act_of_words_stands_at_who_utters_it(before: str, country: str) -> None:
    """Those whom it is meant for, or whom a headline is about, are no subject of it."""
    _, found = located(before)
    place = seat("diplomatic_break", None, (), (), before, found.country, before)

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Sudan's army chief was put under US sanctions on Thursday.", "US"),
        ("Networks of Hezbollah in Lebanon were blacklisted by the U.S. Treasury.", "US"),
        ("Lebanon's bankers face new EU sanctions.", "BE"),
        ("Niger's generals were put under sanctions by ECOWAS.", "NG"),
    ],
)
def test_sanctions_stand_at_who_imposes_them(told: str, country: str) -> None:
    """Rule: whom sanctions are put upon is named first, and is no place of theirs."""
    _, found = located(told)
    place = seat("sanctions", None, (), (), told, found.country, told[:20])

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("kind", "told", "words", "named", "country"),
    [
        ("diplomatic_break", "UN sanctions on Iran are back, Tehran calls envoys home", "calls", "UN", "IR"),
        ("diplomatic_break", "He called Gabon an aggressor and severed relations with it.", "severed", "GA", "NO"),
        ("diplomatic_break", "Later it called its envoy home and ordered the Gabon envoy out.", "called", "GA", "NO"),
        ("sanctions", "Pyongyang praises missile as Seoul imposes sanctions", "sanctions", "KP", "KR"),
        ("sanctions", "He announced sanctions on the other and two of its banks.", "sanctions", "IL", "IR"),
        ("threat", "The minister accused Israel of the deed and vowed that it would pay.", "vowed", "IL", "IR"),
        ("threat", "Allies start drills despite North Korea's threats of war", "threats", "KR", "KP"),
        ("airstrike", "A jet bombed a post across the border, the army said.", "bombed", "TH", "KH"),
        ("closure", "Romania scrambles jets, Poland closes airport", "closes", "RO", "PL"),
        ("closure", "Riyadh is shutting its land border with Qatar.", "shutting", "QA", "SA"),
        ("closure", "Algeria recalled its man in Paris and closed its airspace to planes.", "closed", "FR", "DZ"),
        ("closure", "Iraq, Jordan and Iran shut their skies", "shut", "IR", "IQ"),
        (
            "deployment",
            "Serbia's president has put the army on its highest level of combat alert.",
            "alert",
            "XK",
            "RS",
        ),
        ("interception", "Russia for its part says it shot down 121 Ukrainian drones.", "shot", "UA", "RU"),
        ("interception", "The ministry counted 110 Ukrainian drones shot down overnight.", "shot", "UA", "RU"),
        (
            "airspace_violation",
            "Colombia's air force said a thing had entered the country's airspace.",
            "entered",
            "US",
            "CO",
        ),
    ],
)
def test_a_further_step_stands_at_who_takes_it_in_its_own_sentence(
    kind: str, told: str, words: str, named: str, country: str
) -> None:
    """Rule: what else the text names, and whom the step is taken against, is no place of it."""
    _, found = located(told)
    place = found.country(named)
    assert place is not None
    elsewhere = replace(place, as_written="")
    lands = {"NO": ("GA", "NO"), "RU": ("UA", "RU"), "IR": ("IL", "IR"), "KH": ("TH", "KH")}.get(country, ())
    before = told[: told.index(words)]
    against = (Party(name="the other", kind="state", country=named),)
    seated = seat(kind, elsewhere, against, (), told, found.country, before, lands, main=False)

    assert seated is not None
    assert seated.country == country


@pytest.mark.parametrize(
    ("told", "words", "country"),
    [
        ("Norway's envoy thrown out of Gabon", "thrown", "GA"),
        ("Two Norwegian diplomats have been expelled by Gabon.", "expelled", "GA"),
        ("Norway's consul has three days to leave Gabon.", "days", "GA"),
        ("Gabon's envoy is no longer welcome, said Norway.", "no longer", "NO"),
    ],
)
def test_envoys_are_sent_away_by_their_host(told: str, words: str, country: str) -> None:
    """Rule: a broken tie stands where they are thrown out of, not at the state whose people they are."""
    _, found = located(told)
    sent = (Party(name="their own", kind="state", country="GA" if country == "NO" else "NO"),)
    place = seat("diplomatic_break", found.country(country), sent, (), told, found.country, told[: told.index(words)])

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("told", "words", "elsewhere", "country"),
    [
        ("Oman says it downed two drones from Iran.", "downed", "IR", "OM"),
        ("Two drones from Iran were shot down by Oman.", "shot down", "IR", "OM"),
        ("Two drones were shot down by the U.S. Navy.", "shot down", "YE", "YE"),
        ("A drone over Yemen was shot down by Oman.", "shot down", "YE", "YE"),
    ],
)
def test_a_state_shoots_down_at_home_unless_told_otherwise(told: str, words: str, elsewhere: str, country: str) -> None:
    """Rule: where it came from is not where it fell; great powers shoot far from home."""
    _, found = located(told)
    place = seat("interception", found.country(elsewhere), (), (), told, found.country, told[: told.index(words)])

    assert place is not None
    assert place.country == country


def test_a_threat_that_is_told_of_whom_it_is_meant_for_stands_at_who_utters_it() -> None:
    """Rule: 'has been warned by' has its subject behind it."""
    told = "South Korea has been warned of a disaster by Kim Yo-jong."
    _, found = located(told)
    warned = (Party(name="South Korea", kind="state", country="KR"),)
    place = seat("threat", None, warned, (), told, found.country, told[:15])

    assert place is not None
    assert place.country == "KP"


def test_a_band_without_a_state_threatens_from_the_country_its_name_says() -> None:
    """Rule: 'Iraqi militia groups' that warn America are no place in America."""
    told = "Pro-Tehran Iraqi militia groups warned that they will attack America."
    _, found = located(told)
    band = (Party(name="Iran-backed militias", kind="group", country=None),)
    place = seat("threat", found.country("US"), band, (), told, found.country, told[: told.index("warned")])

    assert place is not None
    assert place.country == "IQ"


def test_an_exercise_that_no_place_is_told_of_is_held_at_the_ally_of_a_great_power() -> None:
    """Rule: great powers come to drill; their partner is the host."""
    told = "The United States and South Korea began their drills."
    _, found = located(told)
    sides = tuple(Party(name=code, kind="state", country=code) for code in ("US", "KR"))
    place = seat("military_exercise", None, sides, (), told, found.country)

    assert place is not None
    assert place.country == "KR"


def test_a_host_of_an_exercise_is_sharper_than_a_guest_far_from_home() -> None:
    """Rule: where only a state that exercises all over the world is found, its partner is the host."""
    told = "US and Philippine troops began their yearly exercise."
    found = located(told)[1]
    sides = tuple(Party(name=code, kind="state", country=code) for code in ("US", "PH"))
    place = seat("military_exercise", found.country("US"), sides, (), told, found.country)

    assert place is not None
    assert place.country == "PH"


def test_a_plant_is_where_it_is_whoever_tells_of_it() -> None:
    """Rule: a nuclear step at a plant is no act at the seat of the state that reports it."""
    told = "Iran has begun to feed gas into centrifuges at Natanz, the United States said."
    found = located(told)[1]
    natanz = found.for_act(told.index("feed"), told.index("gas"), type="nuclear_step").place
    sides = (Party(name="United States", kind="state", country="US"),)
    place = seat("nuclear_step", natanz, sides, (), told, found.country)

    assert place is not None
    assert (place.country, place.precision) == ("IR", "site")


def test_a_test_stands_at_the_range_the_text_names_in_the_land_of_the_test() -> None:
    """Rule: first named counts, and only what lies in that land."""
    _, found = located("Russia fired a missile near Crimea. It rose from Kapustin Yar and fell on Sary Shagan.")

    assert (place := found.site_in("RU", "weapons_test")) is not None
    assert place.name == "Kapustin Yar"
    assert found.site_in("UA", "weapons_test") is None
    assert found.site_in("RU", "shelling") is None


def test_a_state_that_is_named_by_the_way_alone_tests_nothing() -> None:
    """Rule: 'Turkish' once, far down, is less than speaking of Turkey."""
    far = "India fired a missile. " + "All went well. " * 4 + "Turkish drones are another matter."
    _, found = located(far)

    assert found.speaks_of("IN")
    assert not found.speaks_of("TR")


def test_the_united_nations_sit_at_their_house() -> None:
    """Rule: an embargo by the Security Council stands there, and in no capital."""
    told = "An arms embargo made wider by UN members took effect."
    _, found = located(told)
    place = seat("sanctions", None, (), (), told, found.country)

    assert place is not None
    assert place.name == "United Nations headquarters"


def test_what_a_bloc_decides_stands_where_it_met() -> None:
    """Rule: a summit in Accra is no act at the seat of the bloc; one state's own sanctions are asked of it alone."""
    told = "ECOWAS imposed sanctions on Mali. Its leaders agreed on it at a summit in Accra."
    _, found = located(told)

    assert in_common("sanctions", told)
    assert not in_common("threat", told)
    assert not in_common("sanctions", "Canada imposed sanctions on Haiti.")
    assert (place := found.venue(8, ())) is not None
    assert place.name == "Accra"


def test_prisoners_are_exchanged_in_the_land_that_is_fought_over_where_no_spot_is_told() -> None:
    """Rule: a capital that gives out the news is no spot; a town that is told stands."""
    told = "Russia and Ukraine exchanged prisoners."
    _, found = located(told + " It was near Kharkiv.")
    sides = tuple(Party(name=code, kind="state", country=code) for code in ("RU", "UA"))
    kharkiv = found.for_act(len(told) + 1, len(told) + 3).place

    places = [
        seat("prisoner_exchange", spot, sides, (), told, found.country) for spot in (None, found.country("RU"), kharkiv)
    ]

    assert [place and place.name for place in places] == ["Ukraine", "Ukraine", "Kharkiv"]


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Pirates boarded a tanker near Port Harcourt. She reported from 04:30N 005:15E.", 4.5, 5.25),
        ("Skiffs chased a yacht off Yemen. Her position was 12.45.00 N - 045.30.00 E then.", 12.75, 45.5),
        ("A tanker was attacked off Brazil at 03°30'S, 038°06'W.", -3.5, -38.1),
        ("A ship was hit 60 nautical miles from Hodeidah, to the west.", 14.837, 41.87),
    ],
)
def test_a_ship_is_where_she_says_she_is(text: str, lat: float, lon: float) -> None:
    """Rule: degrees, or a distance with its direction behind the port, beat the port that is named."""
    _, found = located(text)
    place = found.for_act(0, 10, type="maritime_incident").place

    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.1)
    assert place.lon == pytest.approx(lon, abs=0.1)


def test_an_attack_on_networks_stands_where_the_text_is_set_and_not_where_the_hackers_sit() -> None:
    """Rule: whose networks were hit is seldom said of them; it is the land most told of, but that of who did it."""
    told = "A group that is linked to Russia said it wiped the servers of Kyivstar."
    _, found = located(told)
    hackers = (Party(name="Russia", kind="state", country="RU"),)
    place = seat("cyberattack", found.country("RU"), hackers, (), told, found.country, countries=("RU", "UA"))

    assert place is not None
    assert place.country == "UA"


def test_an_attack_on_networks_stands_at_the_state_that_tells_of_it() -> None:
    """Rule: 'Albania says hackers hit its police' stands there, and not where those sit who answer with sanctions."""
    told = "Albania says the same hackers hit the police systems."
    _, found = located(told)
    place = seat("cyberattack", None, (), (), told, found.country, countries=("US", "AL"))

    assert place is not None
    assert place.country == "AL"


def test_where_freed_men_had_fought_is_not_where_they_were_freed() -> None:
    text = "Russia and Ukraine let go 205 prisoners each. A few had fought at the Azovstal works."
    place = place_of(text, "let go", type="prisoner_exchange").place

    assert place is None or place.name != "Azovstal"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A truce between the army and rebels of South Sudan was signed in Addis Ababa on Thursday.", "Addis Ababa"),
        ("Thailand and Cambodia agreed on a truce after talks in Kuala Lumpur on Monday.", "Kuala Lumpur"),
        (
            "A truce was signed by the factions at war in South Sudan. They met for the signing in Addis Ababa.",
            "Addis Ababa",
        ),
        ("A truce took hold in Nagorno-Karabakh. Delegates are to meet for talks in Yevlakh.", "Nagorno-Karabakh"),
    ],
)
def test_a_truce_stands_where_it_was_agreed_if_that_is_told(text: str, name: str) -> None:
    """Rule: where it was signed comes before the ground it is for; where delegates will meet does not."""
    place = place_of(text, "truce", type="ceasefire").place

    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Sailors were seized between Tawi-Tawi and Lahad Datu in Malaysia. The Philippines saw it.", 5.0, 119.06),
        ("Gunmen ambushed a bus on the road between Mosul and Erbil in Iraq.", 36.26, 43.56),
        ("Gunmen ambushed a bus on the road between Mosul and Nasiriyah in Iraq.", 36.34, 43.12),
    ],
)
def test_what_is_between_two_towns_lies_half_way_if_they_are_near(text: str, lat: float, lon: float) -> None:
    """Rule: of a stretch over half a land no middle is the spot; the first end stands for it."""
    place = place_of(text, "seized" if "seized" in text else "ambushed").place

    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.15)
    assert place.lon == pytest.approx(lon, abs=0.15)


def test_a_name_before_its_district_is_no_namesake_far_away() -> None:
    """Rule: 'Ramgarh sector, Samba district' is none of the Ramgarhs that the table has in other states."""
    found = located("Guns fired in Ramgarh sector, Samba district, in India on Thursday. A jawan died.")[1]
    ramgarh = next((m.entry for m in found.mentions if m.text == "Ramgarh"), None)
    lost = located("Guns fired in Ramgarh village, Poonch district, in India on Thursday.")[1]

    assert ramgarh is not None
    assert ramgarh.region == "Jammu and Kashmir"
    assert all(m.entry.region in (None, "Jammu and Kashmir") for m in lost.mentions if m.text == "Ramgarh")


def test_an_area_of_a_town_is_no_namesake_far_away() -> None:
    """Rule: 'the Dasht area of Mastung' is not the Dasht by the sea."""
    _, found = located("A blast hit a train in the Dasht area of Mastung, in Pakistan's Balochistan.")

    assert [m.text for m in found.mentions if m.sentence == 0][:1] == ["Mastung"]


def test_the_gulf_alone_is_the_persian_one() -> None:
    """Rule: unless the text names another, and not in 'the Gulf states'."""
    names = [[m.entry.name for m in located(text)[1].mentions] for text in (
        "A tanker was seized in the Gulf on Monday.",
        "A rig blew up in the Gulf of Mexico. Oil is in the Gulf now.",
        "Ministers of the Gulf states met.",
    )]  # fmt: skip

    assert "Persian Gulf" in names[0]
    assert "Persian Gulf" not in names[1]
    assert "Persian Gulf" not in names[2]


def test_a_port_that_a_ship_left_for_is_where_it_goes() -> None:
    """Rule: 'for the Israeli port of Haifa' places no seizure, 'in the port of Haifa' does."""
    gone = located("It had left St. Petersburg for the Israeli port of Haifa when it was seized.")[1]
    there = located("It was seized in the Israeli port of Haifa.")[1]

    assert [m.stands for m in gone.mentions if m.text == "Haifa"] == ["to"]
    assert [m.stands for m in there.mentions if m.text == "Haifa"] == ["at"]


def test_a_province_that_alone_bears_its_name_is_no_town_that_is_called_so_too() -> None:
    """Rule: Bihar is the state, though Bihar Sharif is called so for short."""
    _, found = located("Maoists attacked a track in Bihar. India had shut its trains.")

    assert [m.entry.kind for m in found.mentions if m.text == "Bihar"] == ["province"]


def test_who_shuts_a_way_to_another_state_does_so_at_home() -> None:
    """Rule: 'Thai army shuts crossings into Cambodia' stands in Thailand, unless Cambodia shuts its own."""
    told = "The Thai army shut crossings into Cambodia."
    _, found = located(told)
    thai, khmer = (Party(name=code, kind="state", country=code) for code in ("TH", "KH"))
    cambodia = found.country("KH")
    places = [
        seat("closure", cambodia, (actor,), (target,), told, found.country)
        for actor, target in ((thai, khmer), (khmer, thai))
    ]

    assert [place and place.country for place in places] == ["TH", "KH"]


@pytest.mark.parametrize(
    "told",
    [
        "Montenegro was hit by a cyberattack, Russia blamed.",
        "Hackers linked to Russia struck Montenegro.",
        "Russian hackers struck Montenegro.",
        "Montenegro blamed Russia for an attack on its networks.",
    ],
)
def test_who_is_blamed_for_an_attack_on_networks_was_not_hit(told: str) -> None:
    """Rule: a state that hackers are told to work for is not where they struck."""
    _, found = located(told)
    place = seat("cyberattack", found.country("RU"), (), (), told, found.country, countries=("RU", "ME"))

    assert place is not None
    assert place.country == "ME"


@pytest.mark.parametrize(
    ("kind", "told", "found", "country"),
    [
        ("weapons_test", "Hwasong-16B was fired past Hokkaido, far over Japan.", "JP", "KP"),
        ("weapons_test", "Sirens in Hokkaido as Kim's missile flies over.", "JP", "KP"),
        ("weapons_test", "Defense Minister Kim Yong-hyun saw the missile off South Korea.", "KR", "KR"),
        ("military_exercise", "Pyongyang fumes as Key Resolve begins.", "KP", "KR"),
        ("deployment", "Serbia puts army on highest alert over Kosovo.", "XK", "RS"),
        ("closure", "Pakistan's sky is shut and so are airports of India.", "IN", "PK"),
        ("closure", "Pakistan bars Indian planes from its skies.", "IN", "PK"),
    ],
)
def test_what_a_state_does_at_home_stands_there_whoever_else_is_named(
    kind: str, told: str, found: str, country: str
) -> None:
    """Rule: a missile's, an exercise's or a border's name tells whose it is."""
    _, places = located(told)
    place = seat(kind, places.country(found), (), (), told, places.country)

    assert place is not None
    assert place.country == country


def test_those_who_must_go_send_nobody_away() -> None:
    """Rule: 'Sixty Russians out' tells of Russia's people, and the one who acts is named behind."""
    before = "Sixty Russians out: Trump joins expulsion"

    assert speaker(before) == "US"
    assert speaker("Russians took to the streets") == "RU"


def test_who_fumes_about_an_exercise_does_not_hold_it() -> None:
    """Rule: beside a great power and its partner a third state that is named alone is no host; where the text sets it
    there, it is."""
    sides = tuple(Party(name=code, kind="state", country=code) for code in ("US", "KR"))
    for told, country in (
        ("U.S. and South Korea start games, Pyongyang speaks of a war.", "KR"),
        ("U.S. and South Korea start games in Bangkok.", "TH"),
    ):
        _, found = located(told)
        place = seat("military_exercise", found.mapped.place_of(found.mentions[-1], ""), sides, (), told, found.country)

        assert place is not None
        assert place.country == country


@pytest.mark.parametrize(
    ("text", "trigger", "type", "name", "country"),
    [
        ("About 120 people were flown out of Juba to Kenya.", "flown", "evacuation", "Juba", "SS"),
        ("Jets bombed a market in rebel-held Atareb. Syrian doctors say so.", "bombed", "", "Al Atarib", "SY"),
        ("Gunmen made a raid on Gilgit post in Pakistan.", "raid", "", "Gilgit", "PK"),
        ("A raid on the Gilgit Post was made in Pakistan.", "raid", "", "Pakistan", "PK"),
        ("North Korea blew up Punggye-ri, its test site.", "blew", "", "Punggye-ri", "KP"),
        ("Burkina mourns: soldiers were ambushed in Oudalan.", "ambushed", "", "Oudalan", "BF"),
        ("N. Korea fired a missile.", "fired", "", "North Korea", "KP"),
    ],
)
def test_names_in_few_words_are_read_as_they_are_written(
    text: str, trigger: str, type: str, name: str, country: str
) -> None:
    """Rule: a hyphen, a short form or a small word beside a name hides no place."""
    answer = place_of(text, trigger, type=type)

    assert answer.place is not None
    assert (answer.place.name, answer.place.country) == (name, country)


@pytest.mark.parametrize(
    ("told", "found", "hit", "where"),
    [
        ("Israeli drone hits a car, three killed.", "IL", None, None),
        ("Israeli drone kills two Lebanese soldiers.", None, "LB", "LB"),
        ("Israeli police: Israeli missile fell in Israel by mistake.", "IL", None, "IL"),
    ],
)
def test_a_strike_beyond_borders_is_not_placed_in_the_land_of_who_struck(
    told: str, found: str | None, hit: str | None, where: str | None
) -> None:
    """The striker's name alone tells nothing of where it struck; that of the state it hit does."""
    _, table = located(told)
    striker = (Party(name="Israel", kind="state", country="IL"),)
    struck = (Party(name="hit", kind="forces", country=hit),) if hit else ()
    place = seat("drone_strike", table.country(found) if found else None, striker, struck, told, table.country)

    assert (place.country if place else None) == where


@pytest.mark.parametrize(
    ("before", "told", "found", "where"),
    [
        ("Ukraine ", "Ukraine begins counteroffensive against Russia, officials say", "RU", "UA"),
        ("Ukraine ", "Ukraine begins counter-offensive against Russia", None, "UA"),
        ("Azerbaijan ", "Azerbaijan launches offensive against Armenia", "AM", "AM"),
    ],
)
def test_a_counteroffensive_is_fought_on_the_ground_of_those_who_drive_off(
    before: str, told: str, found: str | None, where: str
) -> None:
    """Who is named behind 'against' is driven off; only an offensive may be on its ground."""
    _, table = located(told)
    place = seat("ground_incursion", table.country(found) if found else None, (), (), told, table.country, before)
    assert place is not None
    assert place.country == where


@pytest.mark.parametrize(
    ("text", "trigger", "name", "country"),
    [
        ("Police in Mali and Algeria met. A drone fell near Tin Zaouatine, the Algerian army said.", "fell",
         "Tin Zaouatine", "DZ"),
        ("Gunmen in Indonesia seized a nurse at Paro in Nduga Regency. Jakarta was told.", "seized", "Nduga", "ID"),
        ("Rebels in DR Congo and its army fought. Six died in the territory of Beni.", "died", "Beni", "CD"),
        ("Tanks entered Saida, a village in the Quneitra area of Syria.", "entered", "Saida al-Golan", "SY"),
        ("A mine killed General Ivan Kirillov in Kherson.", "killed", "Kherson", "UA"),
        ("A ship was rammed off Panatag (Scarborough) Shoal.", "rammed", "Scarborough Shoal", "PH"),
        ("While the envoy was in Baghdad on Sunday, a strike killed two men in Mosul.", "strike", "Mosul", "IQ"),
        ("A strike killed two men in Mosul while the envoy was in Baghdad.", "strike", "Mosul", "IQ"),
        ("Gunmen killed six police. The post was at Kirkuk.\n\nFour other guards died in Tikrit.", "killed",
         "Kirkuk", "IQ"),
        ("Two are dead after a strike on Mosul.", "strike", "Mosul", "IQ"),
        ("Israel killed a guard. The group said it in a letter left on a wall in Beirut. It was at Tyre.", "killed",
         "Tyre", "LB"),
        ("Police shot at a crowd on Avenida de Portugal in Luanda.", "shot", "Luanda", "AO"),
        ("Police shot at a crowd in Lisbon, Portugal.", "shot", "Lisbon", "PT"),
    ],
)  # fmt: skip
def test_other_names_beside_an_act_do_not_draw_it_away(text: str, trigger: str, name: str, country: str) -> None:
    """Rule: the land that is spoken of, the clause and the sentence that say where, tell the place of an act."""
    place = place_of(text, trigger).place

    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "name"),
    [
        ("Army and rebels agreed a truce in Jeddah talks.", "truce", "ceasefire", "Jeddah"),
        ("The army spoke of a truce in Sudan ahead of Jeddah talks.", "truce", "ceasefire", "Sudan"),
        ("A delegation from Sanaa is on its way to Muscat talks.", "on its way", "talks", "Muscat"),
        ("Canada evacuates the families of its Amman embassy staff.", "evacuates", "evacuation", "Amman"),
        ("US tanks came to bases in Poland near Kaliningrad.", "came", "deployment", "Poland"),
    ],
)
def test_talks_and_missions_are_where_their_town_is(text: str, trigger: str, kind: str, name: str) -> None:
    """Rule: 'Jeddah talks' brought a truce there, 'its Amman embassy' stands there; 'near' a place over the border is
    on this side of it."""
    place = place_of(text, trigger, type=kind).place

    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("told", "before", "country"),
    [
        ("Iran's ambassador to Australia given 72 hours.", "Iran's ", "AU"),
        ("Five Russian diplomats have to leave North Macedonia.", "Five Russian ", "MK"),
        ("Moldova: Russia's ambassador is persona non grata.", "Moldova: Russia's ambassador is ", "MD"),
        ("Iran: Sweden expels two Iranian diplomats.", "Iran: Sweden ", "SE"),
        ("Sweden expels Iran's ambassador.", "Sweden ", "SE"),
    ],
)
def test_envoys_leave_the_land_they_serve_in(told: str, before: str, country: str) -> None:
    """Rule: who must go serves in the land that sends him away."""
    _, found = located(told)
    place = seat("diplomatic_break", None, (), (), told, found.country, before)

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("before", "country"), [("Lithuania ", "LT"), ("The border with Lithuania was ", "BY"), ("Belarus has ", "BY")]
)
def test_a_border_that_is_shut_is_that_of_who_shuts_it(before: str, country: str) -> None:
    """Rule: 'Lithuania closes the border' stands in Lithuania, whichever of the two the table has it under."""
    told = f"{before}closed."
    _, found = located(told)
    belarus = found.country("BY")
    assert belarus is not None
    border = replace(belarus, name="Belarus-Lithuania border", precision="province")
    place = seat("closure", border, (), (), told, found.country, before)

    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("Jets bombed a camp 60 miles northwest of the capital, Mogadishu, on Friday.", 2.66, 44.70),
        ("Drones struck a depot some 80 kilometres east of the city, Kharkiv.", 49.98, 37.38),
        ("Jets bombed a camp 60 miles northwest of Mogadishu on Friday.", 2.66, 44.70),
    ],
)
def test_a_bearing_counts_from_what_is_named_behind_its_kind(text: str, lat: float, lon: float) -> None:
    """Rule: 'of the capital, Mogadishu' is no less a bearing than 'of Mogadishu'."""
    place = place_of(text, "camp" if "camp" in text else "struck", type="airstrike").place

    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.1)
    assert place.lon == pytest.approx(lon, abs=0.1)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            "Soldiers clashed with rebels in Guaviare. Nine died near Calamar, the army said. Colombia mourns.",
            "Guaviare",
        ),
        ("Soldiers clashed with rebels in Bolivar. Nine died near Calamar, the army said. Colombia mourns.", "Bolivar"),
    ],
)
def test_of_two_towns_of_one_land_that_of_the_named_province_is_meant(text: str, region: str) -> None:
    """Rule: a province the text names holds the town it goes on to name, be another of the name larger."""
    _, found = located(text)
    town = next(m.entry for m in found.mentions if m.text == "Calamar")

    assert town.region == region


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two armies agree to a truce from midnight after Kuala Lumpur talks.", "Kuala Lumpur"),
        ("Rebels and army announce a truce following Doha negotiations.", "Doha"),
        ("A truce held in Sudan, where envoys will meet after Jeddah talks resume.", "Sudan"),
    ],
)
def test_talks_called_by_their_town_are_where_a_truce_was_agreed(text: str, name: str) -> None:
    """Rule: 'after' leads from a truce to the talks that brought it, and to no older act."""
    place = place_of(text, "truce", type="ceasefire").place

    assert place is not None
    assert place.name == name


def test_an_act_behind_other_news_is_not_placed_by_the_lead() -> None:
    """Rule: where headline and lead tell other news, their places are none of the act's."""
    text = (
        "Lawmakers in London pressed for a halt to sales. Ministers had no answer. A vote is due. Aid has been flown"
        " to Sanaa. Planes bombed a hall on Saturday."
    )
    _, found = located(text)
    at = text.index("bombed")
    plain = found.for_act(at, at + 6, type="airstrike", main=True).place
    buried = found.for_act(at, at + 6, type="airstrike", main=True, buried=True).place

    assert plain is not None
    assert plain.name == "London"
    assert buried is not None
    assert buried.name == "Sanaa"


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        (
            "Colombia's oldest rebels own up to the car bomb that went off in the south of the capital.",
            "bomb",
            "Bogota",
        ),
        ("Mali buries its dead. Gunmen had stormed a barracks in the capital on Tuesday.", "stormed", "Bamako"),
        ("The Kenyan army is silent. Militants attacked a hotel in the capital city at dusk.", "attacked", "Nairobi"),
        ("Rebels of Chad are at the gates. Shells hit the capital's airport.", "hit", "N'Djamena"),
        ("Relatives wait in Afghanistan. A suicide bomber struck in the capital, police say.", "struck", "Kabul"),
        (
            "Niger is tense. Soldiers rule Niger since July. A crowd stormed the French embassy in the capital.",
            "stormed",
            "Niamey",
        ),
        ("Houthi officials count the dead. Jets bombed the country's capital all night.", "bombed", "Sanaa"),
    ],
)
def test_the_capital_is_that_of_the_land_most_is_told_of(text: str, trigger: str, name: str) -> None:
    """Rule: who writes at home leaves out the capital's name; the land of which most is told before it has one."""
    place = place_of(text, trigger, type="bombing").place

    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    "text",
    [
        "French lenders say a run wiped out the capital they hold.",
        "A strike in Kenya upset the capital market for a week.",
        "Iran debates the capital punishment of a spy.",
        "Rebels hold the capital of Ghazni, an Afghan province.",
        "Nigeria lost the commercial capital to floods.",
        "Sudan and Chad quarrel. Gunmen in Sudan fled to Chad, Swiss envoys in the capital said.",
    ],
)
def test_money_and_the_capital_of_what_is_named_are_no_town_left_out(text: str) -> None:
    """Rule: 'the capital' is a town only where it stands as one and nothing says whose it is."""
    _, found = located(text)

    assert "capital" not in {m.text.lower() for m in found.mentions}


@pytest.mark.parametrize(
    ("text", "at", "country"),
    [
        ("Colombia deplores it. The way through the Táchira town of San Antonio stays shut.", "San Antonio", "VE"),
        ("Colombia deplores it. The way to San Antonio in Magdalena stays shut.", "San Antonio", "CO"),
    ],
)
def test_a_town_called_short_is_that_of_the_province_named(text: str, at: str, country: str) -> None:
    """Rule: San Antonio del Táchira is a San Antonio as good as any other; the province beside it decides."""
    _, found = located(text)

    assert next(m.entry.country for m in found.mentions if m.text == at) == country


def test_a_microdistrict_is_a_part_of_a_town() -> None:
    """Rule: the word for its kind marks a quarter that shares its name with farms elsewhere."""
    text = "The Vostochny microdistrict was shelled at nine. The defence of Mariupol says Grads fired."
    place = place_of(text, "shelled", type="rocket_fire").place

    assert place is not None
    assert place.country == "UA"
    assert place.lat == pytest.approx(47.13, abs=0.1)


@pytest.mark.parametrize(
    "told",
    [
        "Vessels bound for rebel ports will be treated as carriers of arms",
        "Any ship crossing the Gulf of Guinea may be viewed as hostile",
        "Two stretches of the sea are temporarily dangerous for navigation",
        "Tripoli warns tankers heading for Es Sider they will be fired on",
        "Navy puts shipping on notice in the Baltic Sea",
        "Group warns ships to keep away from the strait",
        "Iran told tankers not to enter the strait",
    ],
)
def test_a_notice_to_all_ships_stands_at_the_sea(told: str) -> None:
    """Rule: who declares waters unsafe threatens there, wherever the statement was read out."""
    assert to_ships("threat", told)
    assert not to_ships("sanctions", told)


@pytest.mark.parametrize(
    "told",
    [
        "Tehran threatens to shut the Strait of Hormuz",
        "Ankara: Greek ships will be answered if they come near the survey ship",
        "Iran warned the US against attacking a suspected spy ship",
        "Kim warned the South over warships at Busan",
        "The vessel was heading to India when it was hit",
        "Ship owners fear the risks of the route",
    ],
)
def test_a_threat_of_which_ships_are_only_a_part_is_none_to_them(told: str) -> None:
    """Rule: to threaten a strait's closure or another navy is done where one is governed."""
    assert not to_ships("threat", told)


def test_the_sea_of_a_notice_to_ships_is_the_one_named_with_it() -> None:
    """Rule: of two seas that of the sentence that tells of the act."""
    text = "Russia once warned of mines in the Baltic Sea. Vessels in the Black Sea face risks, it says."
    _, found = located(text)

    sea = found.waters((1,))
    assert sea is not None
    assert sea.name == "Black Sea"


def test_an_agency_in_capitals_is_no_capital() -> None:
    """'SANA said' is the agency of Syria; in a dateline, before its country, it is a town."""
    told = "State agency SANA said jets hit a depot in Homs. SANA gave no toll."
    filed = "SANA, Yemen - Jets hit a depot in Saada."

    assert [m.entry.name for m in located(told)[1].mentions] == ["Homs"]
    assert located(filed)[1].mentions[0].entry.name == "Sanaa"


def test_a_brigade_of_revenge_answers_nothing() -> None:
    """The name of a group is no word of what an act answers, so that the model is heard on what follows it."""
    named = "The Brigade of Revenge for the Martyrs said its men fired rockets at Ayn al-Assad."
    answering = "The men said they fired rockets in revenge for the raid on Ayn al-Assad."
    for text, answered in ((named, False), (answering, True)):
        document, places = located(text)
        asides = Asides(document, split(document))
        assert asides.answered(places.mentions[-1]) is answered


@pytest.mark.parametrize(
    ("text", "not_in"),
    [
        ("A torpedo struck the Cheonan off Baengnyeong Island.", "Cheonan"),
        ("A drone fell into the Dnipro, and another near Kherson.", "Dnipro"),
        ("Floodwater parts the two armies along the Dnipro river.", "Dnipro"),
        ("Two vessels, the Nikopol, and a tug, were fired on near the Kerch Strait.", "Nikopol"),
    ],
)
def test_the_name_of_a_town_with_an_article_is_that_of_a_ship_or_a_river(text: str, not_in: str) -> None:
    """Rule: no town is called 'the X'; what is and has no noun behind it is a ship, a river or a house."""
    with_article, without = located(text)[1], located(text.replace(f"the {not_in}", not_in).replace(" river", ""))[1]

    assert not_in not in [m.entry.name for m in with_article.mentions]
    assert not_in in [m.entry.name for m in without.mentions]


def test_a_town_before_its_noun_is_a_town_with_an_article_too() -> None:
    """Rule: 'the Kramatorsk station', 'the Kirni and Qasba sectors' are of a town."""
    for text in ("A missile hit the Kramatorsk station.", "Drones hit the Odesa, Izmail and Reni ports."):
        assert located(text)[1].mentions


def test_a_group_is_hit_on_its_own_ground_where_no_place_is_told() -> None:
    """Rule: 'Britain bombs Houthi targets' is in Yemen, whoever else is named."""
    _, found = located("Britain and the United States bombed Houthi targets.")
    houthis = Party(name="Houthis", kind="group", country="YE")
    kingdom = Party(name="United Kingdom", kind="state", country="GB")
    place = seat("airstrike", found.country("GB"), (kingdom,), (houthis,), "Britain bombs Houthis", found.country)

    assert place is not None
    assert place.country == "YE"


def test_a_state_that_never_strikes_at_home_struck_those_who_had_hit_its_town() -> None:
    """Rule: 'strikes Hamas posts after rocket hits Sderot' is in the land of those struck, where they are known."""
    _, found = located("A rocket hit Sderot on Monday.")
    sderot = found.mapped.place_of(found.mentions[0], "airstrike")
    israel = Party(name="Israel", kind="state", country="IL", as_written="Israel")
    hamas = Party(name="Hamas", kind="group", country="PS", as_written="Hamas")
    told = "Israel strikes Hamas posts after rocket hits Sderot"

    struck = seat("airstrike", sderot, (israel,), (hamas,), told, found.country)
    unknown = seat("airstrike", sderot, (israel,), (), told, found.country)

    assert (struck and struck.country, unknown) == ("PS", sderot)


def test_a_ship_is_not_hit_where_the_navy_sits_that_tells_of_it() -> None:
    """Rule: a far power that tells of an attack at sea is no place of it; the land of the group that did it may be."""
    told = "A missile hit a bulker, the US command said."
    _, found = located(told)
    houthis = Party(name="Houthis", kind="group", country="YE")
    place = seat("maritime_incident", found.country("US"), (houthis,), (), told, found.country)

    assert place is not None
    assert place.country == "YE"
    assert seat("maritime_incident", found.country("US"), (), (), told, found.country) is None


def test_those_who_are_sent_away_do_not_send_themselves() -> None:
    """Rule: of '15 UAE diplomats are persona non grata, Sudan declares' the UAE is no host; who did it is."""
    told = "15 UAE diplomats are persona non grata, Sudan declares"
    _, found = located(told)
    sudan, emirates = (Party(name=name, kind="state", country=code) for name, code in (("Sudan", "SD"), ("UAE", "AE")))
    place = seat("diplomatic_break", None, (sudan,), (emirates,), told, found.country, "15 UAE diplomats are ")

    assert place is not None
    assert place.country == "SD"


def test_a_town_of_one_name_has_no_name_of_old() -> None:
    """Rule: where English is spoken the name of a quarter is none of the town's: 'Westside' is not Las Vegas."""
    assert all(entry.name != "Las Vegas" for entry in atlas().gazetteer.find("westside"))


def stands(text: str) -> dict[str, str]:
    """How each name stands."""
    document, found = located(text)
    return {document[m.start : m.end]: m.stands for m in found.mentions}


def test_a_capital_where_an_official_speaks_holds_no_act() -> None:
    """Rule: what is told in Baku happened anywhere; a bomb in Baku, and what a governor tells of his town, there."""
    assert stands("In Baku, an adviser to the president said the posts were empty.")["Baku"] == "about"
    assert stands("In Baku, a bomb killed an adviser to the president.")["Baku"] == "at"
    assert stands("In Kharkiv, the governor said two shells had hit a shop.")["Kharkiv"] == "at"


def test_a_plant_that_a_cargo_is_for_is_not_where_it_was_seized() -> None:
    """Rule: 'crude to the refinery at Banias' tells where it is to go; 'close to' and 'hit' lead to no way."""
    assert stands("It was carrying crude to the Syrian refinery at Banias.")["Banias"] == "to"
    assert stands("Close to the refinery at Banias a drone fell.")["Banias"] == "at"


def test_what_a_state_shoots_down_over_its_own_land_fell_there() -> None:
    """Rule: 'over its territory' outweighs the land that the sentence names as the one under attack."""
    found = located("Poland and Ukraine.")[1]
    told = "Poland shoots down drones over {} during an attack on Ukraine"
    for over, country in (("its territory", "PL"), ("a field", "UA")):
        sentence = told.format(over)
        place = seat("interception", found.country("UA"), (), (), sentence, found.country, "Poland ")
        assert place is not None
        assert place.country == country


def test_a_dateline_needs_no_dash() -> None:
    """Rule: capitals before a sentence of its own are where it was filed, as Reuters once wrote them."""
    assert stands("SEOUL North Korea fired a missile on Friday.")["SEOUL"] == "dateline"
    assert stands("DUBAI/WASHINGTON Iran freed ten sailors on Friday.")["WASHINGTON"] == "dateline"
    assert stands("KHERSON was shelled on Friday.").get("KHERSON") != "dateline"
    agency = "(UrduPoint News / Sputnik - 28th February, 2020)"
    assert stands(f"MOSCOW {agency} The men who died were with rebels.")["MOSCOW"] == "dateline"


def test_those_who_came_together_decided_there() -> None:
    """Rule: 'after a summit' leads to no other act than the one agreed on."""
    _, found = located(
        "ECOWAS put Mali under embargo. It was agreed after a summit of some hours in the Ghanaian capital."
    )

    assert (place := found.venue(8, ())) is not None
    assert place.name == "Accra"


def test_fire_over_a_border_comes_down_on_the_other_side() -> None:
    """Rule: a town on the side that fired is not where a shell landed that hit the neighbour."""
    told = "Syrian rocket hits Israel"
    document, found = located(f"{told}. There were clashes at Quneitra.")
    near = found.for_act(document.index("clashes"), document.index(" at ")).place
    syria = (Party(name="Syria", kind="state", country="SY"),)
    place = seat("rocket_fire", near, syria, (), told, found.country)

    assert near is not None
    assert near.country == "SY"
    assert place is not None
    assert place.country == "IL"
    assert seat("rocket_fire", near, syria, (), "Syrian rocket hits shop", found.country) == near


def test_a_border_is_that_of_the_side_the_text_puts_the_act_on() -> None:
    """Rule: 'on the Pakistan side of the border' tells whose ground of the two it was."""
    told = (
        "A drone hit a car on the Pakistan side of the remote border on Friday, near the Pakistan-Afghanistan border."
    )
    document, found = located(told)
    place = found.for_act(document.index("hit"), document.index("hit") + 3, type="drone_strike", main=True).place

    assert place is not None
    assert (place.name, place.country) == ("Durand Line", "PK")


def test_an_exercise_at_a_border_is_held_on_the_side_of_who_holds_it() -> None:
    """Rule: as forces that are sent to a border stand on their own side of it."""
    told = "Iran's forces began an exercise at the Iraq-Iran border."
    document, found = located(told)
    border = found.for_act(document.index("exercise"), document.index(" at ")).place
    place = seat(
        "military_exercise", border, (Party(name="Iran", kind="state", country="IR"),), (), told, found.country
    )

    assert border is not None
    assert border.country == "IQ"
    assert place is not None
    assert place.country == "IR"


def test_what_a_name_is_called_behind_it_makes_a_place_of_it() -> None:
    """Rule: 'residents of Toropets, a town of 11,000' names a town; 'Jackson, a city official' names none."""
    assert "Toropets" in stands("Residents of Toropets, a town of 11,000 in the Tver region, left.")
    assert "Jackson" not in stands("Friends of Jackson, a city official, left.")


def test_where_leads_from_a_place_to_what_befell_it() -> None:
    """Rule: 'no word from Kyiv, where a missile hit' places the missile; a further clause leads on."""
    here = place_of("No word came from Kyiv, where crews cleared the scene of a missile attack.", "missile")
    on = place_of("No word came from Kyiv, where crews waited, while a missile attack went on.", "missile")

    assert here.place is not None
    assert here.place.name == "Kyiv"
    assert on.place is not None
    assert on.place.name == "Ukraine"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "Tanker hit by drone in Red Sea\nA drone hit a tanker bound for the Saudi port of Yanbu on Friday.",
            "hit a",
            "Red Sea",
        ),
        (
            "Drone kills two at base\nA drone struck a base in Jordan on Friday and killed two. President Ortega, who"
            " was traveling in South Carolina, was told.",
            "struck",
            "Jordan",
        ),
    ],
)
def test_where_a_ship_is_bound_or_somebody_travels_nothing_was_struck(text: str, trigger: str, place: str) -> None:
    kind = "maritime_incident" if "tanker" in text else "drone_strike"
    at = text.index(trigger)
    found = atlas().locate(text, split(text, has_title=True)).for_act(at, at + len(trigger), type=kind, main=True)

    assert found.place is not None
    assert found.place.name == place
