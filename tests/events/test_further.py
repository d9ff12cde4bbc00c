"""Further acts: what keeps them apart from the main one, where they happened, and those that no rule finds."""

from __future__ import annotations

from datetime import UTC, datetime

import monitor.flow
from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.learned import NONE, TypeModel
from monitor.events.scan import Act
from monitor.events.segments import Draft, Told
from monitor.events.weights import pack
from monitor.types import Event, Item, Modality, Place, Role
from tests.events.atlas import atlas

THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
#: knows one word alone
MODEL = TypeModel(pack(["interception", NONE], [0.0, 0.0], {"intercept.": {0: 4.0, 1: -4.0}}))


def events(title: str, text: str, model: TypeModel | None = None) -> list[Event]:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=title, text=text)  # fmt: skip
    return list(Reader(atlas(), model=model).read(extract(item)).events)


def further(title: str, text: str, model: TypeModel | None = None) -> list[tuple[str, str | None, int]]:
    """Type, place and day of the month of what stands beside the main act."""
    return [
        (event.type, event.place.name if event.place else None, event.when.date.day if event.when else 0)
        for event in events(title, text, model)
        if event.role is not Role.MAIN
    ]


def test_the_day_of_the_main_act_is_not_that_of_an_act_behind_the_lead() -> None:
    """Rule: a lead without a day is of today; what a later sentence dates otherwise is another act."""
    found = further(
        "Drone kills nine in Kharkiv",
        "Nine people were killed when a Russian drone hit a house in Kharkiv. "
        "On Monday two people died when a drone struck the hospital.",
    )
    assert [(kind, day) for kind, _, day in found] == [("drone_strike", 16)]


def test_a_town_far_from_another_region_is_another_acts_place() -> None:
    """Rule: of a town kept by hand the region may be unknown; far off it is not in the one that was told."""
    found = further(
        "Oil terminal at Tuapse burns after drones",
        "The terminal at Tuapse was burning on Thursday after drones attacked it in the night, the governor said. "
        "The army said that 31 drones had been shot down over the Krasnodar Region. "
        "In the Belgorod region a farmer was killed when a drone hit his tractor near Shebekino.",
    )
    assert ("drone_strike", "Shebekino") in [(kind, place) for kind, place, _ in found]


def test_what_several_states_do_on_one_day_each_of_them_does_for_itself() -> None:
    """Rule: a broken tie is that of the state named right before its words; that of another is told apart."""
    found = further(
        "Bahrain cuts ties with Iran",
        "Bahrain cut diplomatic ties with Iran on Thursday and told its envoys to leave within two days. The Gulf state"
        " said Tehran had meddled in its affairs for years. Shops were open.\n\nSudan expelled the Iranian ambassador"
        " on Thursday as well, its foreign ministry said.",
    )
    assert ("diplomatic_break", "Sudan", 19) in found


def test_who_comes_back_strikes_another_time() -> None:
    """Rule: 'drones came back', 'this time they struck': another act than that of days before."""
    found = further(
        "Market toll in El Obeid reaches 41",
        "Twelve more people have died after Tuesday's drone attack on the market of El Obeid, doctors said. "
        "The militia denies any part in it.\n\nMost of the dead were buried on Wednesday.\n\n"
        "Drones came back on Thursday. This time they struck a fuel store with three missiles.",
    )
    assert [day for _, _, day in found] == [19]


def test_the_place_an_act_is_called_by_is_where_it_happened() -> None:
    """Rule: in 'the Kherson attack' the town is no attacker."""
    _, *beside = events(
        "Warplanes bomb Luhansk a day after the Kherson attack",
        "Ukrainian warplanes bombed a depot in Luhansk on Thursday, a day after the Kherson attack. "
        "The army gave no figures. Firemen were at work.",
    )
    assert [event.place.name for event in beside if event.place] == ["Kherson"]


def test_a_sentence_whose_words_alone_tell_of_an_act_is_a_further_one() -> None:
    """Rule: behind the lead the model of types is asked about a sentence in which no rule found an act."""
    title = "Two Houthi drones shot down over Abha"
    text = (
        "Saudi air defences shot down two Houthi drones over Abha on Wednesday, the coalition said. "
        "Nobody was hurt. Schools in the city were closed for some hours. "
        "On Tuesday another drone, on its way from the Yemeni capital Sanaa to Jizan in Saudi Arabia, had been"
        " intercepted and brought down."
    )
    assert not further(title, text)
    assert [(kind, day) for kind, _, day in further(title, text, MODEL)] == [("interception", 17)]


def test_what_the_words_of_a_sentence_tell_never_joins_the_main_act() -> None:
    """Rule: at the place and on the day of the main act, words without a rule tell of nothing new."""
    title = "Two Houthi drones shot down over Abha"
    text = (
        "Saudi air defences shot down two Houthi drones over Abha on Wednesday, the coalition said. "
        "Nobody was hurt. Schools in the city were closed for some hours. "
        "The drones, on their way from the Yemeni capital Sanaa to the airport, had been intercepted and brought down."
    )
    told, weighed = (events(title, text, model)[0] for model in (None, MODEL))
    assert told.confidence == weighed.confidence
    assert not further(title, text, MODEL)


def test_further_acts_of_two_days_are_two() -> None:
    """Rule: two further acts that the text puts on different days are two incidents, though of one kind."""
    found = further(
        "Drone kills nine in Kharkiv",
        "Nine people were killed when a Russian drone hit a house in Kharkiv on Thursday. "
        "Firemen were at work for hours. On Wednesday an air strike hit a school in Kramatorsk and killed two. "
        "On Tuesday an air strike wrecked a bakery there.",
    )
    assert [(kind, day) for kind, _, day in found] == [("airstrike", 18), ("airstrike", 17)]


def test_further_acts_at_two_spots_are_two() -> None:
    """Rule: two further acts that are each told at a spot of its own are two incidents, however near the spots."""
    found = further(
        "Drone kills nine in Odesa",
        "Nine people were killed when a Russian drone hit a house in Odesa on Thursday. "
        "Firemen were at work for hours. An air strike hit a school in Kharkiv and killed two. "
        "Another air strike wrecked a bakery in Chuhuiv.",
    )
    assert [(kind, place) for kind, place, _ in found] == [("airstrike", "Kharkiv"), ("airstrike", "Chuhuiv")]


def test_further_acts_of_different_kinds_are_two() -> None:
    """Rule: what was shot down and what was hit beside the main act are two further incidents."""
    found = further(
        "Gunmen kill nine in market of Maiduguri",
        "Gunmen killed nine people in a market of Maiduguri in Nigeria on Thursday. "
        "Shops stay closed. In Ukraine a missile hit a school in Kharkiv. Seven missiles were shot down over Kharkiv.",
    )
    assert {kind for kind, _, _ in found} == {"missile_strike", "interception"}


def test_a_further_act_without_a_day_is_of_the_day_of_the_news() -> None:
    """Rule: what stands beside the main act without any word of time happened on its day, not that of publication."""
    found = further(
        "Drone kills nine in Kharkiv",
        "Nine people were killed when a Russian drone hit a house in Kharkiv on Tuesday. "
        "Firemen were at work for hours. A missile hit a school in Odesa.",
    )
    assert found == [("missile_strike", "Odesa", 17)]


def test_who_acts_where_only_the_words_as_a_whole_tell_of_an_act_has_not_done_it() -> None:
    """'Estonia sent a patrol ship to guard the one cable that still works' sounds of sabotage, and is none of hers."""
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY, published_precision="minute",
                title="Finland boards tanker after power cable to Estonia is cut",
                text="Finnish police boarded the tanker on Thursday in Finnish waters. They suspect its"
                " anchor of cutting Estlink 2, the undersea power cable between Finland and Estonia, on Wednesday.\n\n"
                "Four telecommunications cables were damaged within the same hours. The ship was carrying petrol.\n\n"
                "Repairs may last until the end of July, the grid operator said.\n\n"
                "Estonia sent a patrol ship to guard the one cable that still works.")  # fmt: skip
    read = monitor.flow.build_flow().read(extract(item)).events
    sabotage = next(event for event in read if event.type == "sabotage")
    assert [party.name for party in sabotage.actors] == ["unknown"]


def test_a_ban_from_the_sky_is_no_flight_in_it() -> None:
    """'Bans Indian planes from its airspace' closes the sky; nobody entered it."""
    told = further("Pakistan imposes sanctions on India", "ISLAMABAD - Pakistan has imposed sanctions on India.\n\n"
                   "It will also bar Indian planes from its airspace, the ministry said.")  # fmt: skip

    assert "airspace_violation" not in [kind for kind, _, _ in told]


def test_the_act_that_answers_another_is_told_by_its_own_words() -> None:
    """'Pakistan struck hideouts two days after missiles landed': the missiles are only the occasion."""

    def told(kind: str, start: int, weight: float, *, after: bool) -> Told:
        act = Act(type=kind, line=1, start=start, end=start + 6, at=start, weight=weight,
                  pattern="")  # fmt: skip
        place = Place(name="Saravan", as_written="Saravan", country="IR", lat=27.4, lon=62.3, precision="town")
        return Told(act=act, type=kind, modality=Modality.OCCURRED, because="", weight=weight, old=False, age=None,
                    place=place, after=after, rank=1)  # fmt: skip

    answer, occasion = told("strike", 9, 0.9, after=False), told("missile_strike", 60, 1.5, after=True)
    draft = Draft(role=Role.MAIN, type="missile_strike", told=[answer, occasion])

    assert draft.head is answer


def test_what_opens_a_sentence_is_the_occasion_and_not_what_follows_it() -> None:
    """'A day after jets struck in Peshawar, others hit a camp in Khost': the news is the camp."""
    text = ("KHOST - A day after bombers struck in Peshawar, jets hit a camp in Khost on Wednesday and killed "
            "nine people.")  # fmt: skip
    main = events("Nine killed in Khost", text)[0]

    assert main.place is not None
    assert main.place.name == "Khost"


def test_a_cable_that_nobody_is_thought_to_have_cut_is_no_sabotage() -> None:
    """'Unlikely to have been an attack', in the words of its owner, before anything else is told."""
    cut = "PARIS - Three undersea cables off Sicily were severed on Wednesday, their owner said."
    broke = f"{cut} It was unlikely to have been an attack."

    assert [event.type for event in events("Undersea cables off Sicily severed", cut)][:1] == ["sabotage"]
    assert not events("Undersea cables off Sicily severed", broke)


def test_a_raid_beside_a_cable_that_nobody_cut_is_told() -> None:
    """What is said of the cable silences the cable alone."""
    text = ("Israeli jets bombed a plant at Natanz on Thursday and killed nine people. Three undersea cables off Oman "
            "were severed; that was unlikely to have been an attack.")  # fmt: skip

    assert events("Jets bomb Natanz, undersea cables off Oman severed", text)[0].type == "airstrike"


def test_who_demands_a_ransom_holds_somebody() -> None:
    """A demand of others for the release of the taken tells of no new abduction; one of those who hold them does."""
    text = "KADUNA - The parents of nine pupils had a call on Wednesday."
    titles = ("Gunmen demand ransom for abducted pupils", "Parents demand release of abducted pupils")

    assert [[event.type for event in events(title, text)] for title in titles] == [["abduction"], []]
