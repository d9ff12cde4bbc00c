"""What papers, communiques and alerts say in words of their own: tolls like ages, denials, fighters eliminated.

By rules alone: what they know must not rest on the models."""

from __future__ import annotations

import pytest

from tests.events.test_what_feeds_carry import main_of, read


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Rebels ambush army convoy near Gao, put dead at 40", "", "armed_clash"),
        (
            "Rebels deny hand in attack on army post near Gao",
            "The attack killed nine soldiers on Tuesday.",
            "armed_clash",
        ),
        ("Army eliminates eight insurgents near Maiduguri", "", "armed_clash"),
        ("Seven terrorists neutralised in Mir Ali", "Troops neutralised seven terrorists on Tuesday.", "armed_clash"),
        ("Israel eliminates senior Hamas commander in Gaza", "", "targeted_killing"),
        ("Drone brings down army helicopter near El Obeid", "", "aircraft_downed"),
        ("Iran brings down drone near Bandar Abbas", "", "interception"),
        ("North fires salvo of missiles, Seoul says", "North Korea fired ten missiles from Sunan.", "weapons_test"),
        ("Missile of North Korea hits block of flats in Kyiv, nine killed", "", "missile_strike"),
        ("Turkey detains 110 over bombing of bar in Istanbul", "The bombing of the bar killed 39.", "bombing"),
        ("Israeli bombing of church in Gaza kills 18", "", "airstrike"),
        ("Houthi army declares Israeli ships in Red Sea a target", "", "threat"),
        ("Romania scrambles two F-16s as drones attack Izmail across the Danube", "", "deployment"),
        ("Romania scrambles two F-16s as drone enters its airspace", "", "airspace_violation"),
        (
            "Dead from bombardment of Chaman now six",
            "The guns shelled the bazaar on Tuesday. The bombardment went on till noon, with howitzers.",
            "shelling",
        ),
        ("Hezbollah sends reconnaissance drone over Haifa", "", "airspace_violation"),
        ("Russian soldiers kill Georgian citizen near Gori", "", "armed_assault"),
        ("France to pull troops and ambassador out of Niger", "", "withdrawal"),
        ("Russian jet flew within five metres of British patrol plane over Black Sea", "", "airspace_violation"),
        ("Chinese jet drops flares in front of Australian helicopter", "", "airspace_violation"),
        ("Russian troops infiltrate Kupiansk", "", "ground_incursion"),
        ("Israeli army issues evacuation warning for Tyre", "", "evacuation"),
        ("US draws down embassy staff in Baghdad", "", "evacuation"),
        ("Baghdad FIR closed to all traffic", "", "closure"),
        ("Army helicopter hit over Saraqib, crew killed", "", "aircraft_downed"),
        ("Medic killed as UN helicopter comes under fire", "Rebels shot at it near Malakal.", "armed_assault"),
        ("Tank crew killed by mine near Pokrovsk", "", "bombing"),
        ("Lorry bomb kills 30 in Raqqa", "A tanker truck rigged with explosives blew up in a market.", "bombing"),
        ("Pirates hold eight crew off Gabon", "They boarded the ship at sea on Monday.", "maritime_incident"),
        ("Kim orders rocket troops to stand ready to strike South Korea", "", "threat"),
        ("EU hits Russian oil fleet with 17th package", "", "sanctions"),
        ("Carrier Eisenhower heads to Red Sea", "", "deployment"),
        ("Kenya sends 200 more police to Haiti", "", "deployment"),
        ("Turkey fires Tayfun over Black Sea", "", "weapons_test"),
        ("Shells claim lives of three civilians in Aleppo", "", "shelling"),
        ("Who goes, who stays? US tells non-emergency staff to quit Iraq", "", "evacuation"),
        ("Trump: Iran will be held responsible if Americans die", "The president spoke in Washington.", "threat"),
        ("Russian army launches counter-attack on Snagost, near Kursk", "", "ground_incursion"),
        ("Detective critical after shooting in Omagh", "The New IRA is suspected.", "armed_assault"),
    ],
)
def test_an_act_is_of_the_type_its_words_tell(title: str, text: str, kind: str) -> None:
    """Rule: a toll is no age, a denial of guilt is none of the act, fighters without a name fall in fighting."""
    main = main_of(title, text)

    assert main is not None
    assert main.type == kind


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Film star Jane Otherman dead at 84", "She was known for a war film."),
        ("Tanker breaks in two off Taman", "The ship ran aground in heavy seas; one sailor died."),
        ("Iran out of Asian Cup as Qatar strike late, 3-2", ""),
        ("At least 149 killed in crowd crush in Seoul", ""),
        ("Chilean bus strike enters third day", ""),
        ("Plane came within 20 metres of another at Zurich airport", ""),
        ("Commando raids museum in Dresden", "Thieves made off with jewels from three display cases on Monday."),
        ("Who goes, who stays? Staff at the embassy in Iraq tell their stories", ""),
    ],
)
def test_what_only_sounds_like_one_stays_quiet(title: str, text: str) -> None:
    """Rule: an obituary and a ship that founders are no incident."""
    assert read(title, text).events == ()


def test_a_governor_who_tells_of_the_dead_is_not_the_victim() -> None:
    """Rule: who only says how many died was not killed."""
    main = main_of("Shelling of Kherson kills two", "Two people died in hospital, the governor said.")

    assert main is not None
    assert main.type == "shelling"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Air defences shot down nine Russian drones over Odesa in the course of the night.", "2025-06-17"),
        ("Nine people were killed in a rocket attack on Erbil, officials said. It happened on Monday.", "2025-06-16"),
    ],
)
def test_the_day_of_an_act_is_read_from_what_took_place(text: str, day: str) -> None:
    """Rule: during the night is overnight, and what took place on a day is of that day."""
    main = main_of("", text)

    assert main is not None
    assert main.when is not None
    assert main.when.date.isoformat() == day


def test_what_befell_a_ship_that_no_words_place_was_in_the_sea_the_text_names() -> None:
    """Rule: where only the capital of those who tell of it stands beside the act, the sea named further on counts."""
    text = (
        "The U.S. military destroyed a speedboat with drugs on board and killed 11 people on Tuesday, the president"
        " said. He spoke of a gang. Nobody else was hurt. A video was shown. It was in the southern Caribbean, he said."
    )
    main = main_of("Trump: 11 killed in U.S. strike on drug boat", text)

    assert main is not None
    assert main.place is not None
    assert main.place.name == "southern Caribbean Sea"
    assert [e.text for e in main.evidence if e.field == "place"] == ["southern Caribbean"]


def test_a_force_named_from_the_border_is_no_border() -> None:
    """Rule: a Frontier Corps post stands where the text says, not on the frontier."""
    text = "A suicide bomber attacked a post of the Frontier Corps. India condemned it."
    main = main_of("Bomb hits Frontier Corps post in Quetta", text)

    assert main is not None
    assert main.place is not None
    assert main.place.name == "Quetta"
