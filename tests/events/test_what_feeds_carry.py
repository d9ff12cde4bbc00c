"""Items as feeds carry them: two things in one headline, the first words of a raid, and what only sounds like one.

By rules alone: what they know must not rest on the models."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.types import Event, Item, Reading, Role
from tests.events.atlas import atlas

NOON = datetime(2025, 6, 18, 12, tzinfo=UTC)


def read(title: str, text: str = "") -> Reading:
    item = Item(source="t", key="1", subject="1", received=NOON, published=NOON,
                published_precision="minute", title=title, text=text)  # fmt: skip
    return Reader(atlas()).read(extract(item))


def main_of(title: str, text: str = "") -> Event | None:
    return next((event for event in read(title, text).events if event.role is Role.MAIN), None)


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Jets pound Tyre as truce talks drag on in Cairo", "A ceasefire is near, mediators say.", "airstrike"),
        ("Israel shells Khan Younis ahead of ceasefire vote", "", "shelling"),
        ("Clashes rock truce in Khartoum", "The ceasefire was to hold for a week.", "armed_clash"),
        ("Truce talks open in Cairo as Israel shells Khan Younis", "", "talks"),
    ],
)
def test_talks_that_go_on_beside_an_attack_are_not_what_is_told(title: str, text: str, kind: str) -> None:
    """Rule: of an attack and the talks it goes on beside the one that the headline tells first is the news."""
    main = main_of(title, text)
    assert main is not None
    assert main.type == kind


@pytest.mark.parametrize(
    "title",
    [
        "Explosions heard in Tehran",
        "Series of blasts rocks Kyiv, sirens sound",
        "Russian attacks cut power across Ukraine",
        "Odesa apartment building hit, nine dead",
        "Car explosion outside Lahore court kills five",
        "Rebels reach outskirts of Homs",
        "Iraq condemns Turkey's air strike on Duhok, five killed",
        "Dozens killed amid Israel's strikes on Gaza",
        "US warships gather off Haiti",
        "Air defences open fire over Tripoli",
        "Air defence activated in Isfahan, media say",
    ],
)
def test_the_first_that_is_known_of_a_raid_is_told(title: str) -> None:
    """Rule: nobody and no weapon need be named where nothing but a raid is left to have done it."""
    assert main_of(title) is not None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Explosions heard at fireworks plant in Lyon", ""),
        ("Apartment block hit by storm, nine dead", ""),
        ("Hospital hit by outage, three dead in Lagos", ""),
        ("Arctic blasts hit US Midwest", ""),
        ("Three US Marines killed as aircraft crashes during military exercise in Australia", "It fell on an island."),
        ("Air defences respond slowly, audit finds", ""),
        ("Tall ships gather off Brest for festival", ""),
        ("Trump fires fresh blasts at US judges", ""),
        ("Republican attacks on US aid to Ukraine grow in Senate", ""),
        ("Japan launches flagship rocket", "The space agency hopes to sell seats on it."),
        ("Teacher stabbed to death by pupil in Lyon", "The boy was arrested."),
        ("Mayors call for a halt to Israel's bombardment of Gaza", ""),
        ("Singer criticised over support for Israel's air strikes on Gaza", ""),
        ("Ukraine war: list of key events, day 900", "Here is where things stand."),
        ("Israel and Lebanon strike maritime border deal", ""),
        ("Bombing victims remembered as anniversary nears", ""),
    ],
)
def test_what_only_sounds_like_an_act_stays_quiet(title: str, text: str) -> None:
    """Rule: what others speak of, stage, sign or remember did not happen now."""
    assert main_of(title, text) is None


def test_why_names_the_stand_that_somebody_takes() -> None:
    """Rule: what is kept quiet says by which words."""
    (silenced,) = read("Mayors call for a halt to Israel's bombardment of Gaza").silenced
    assert silenced.reason == "spoken_of"
    assert "halt to Israel's" in silenced.text


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Germany expels two Iranian diplomats over death sentence", "diplomatic_break"),
        ("Shelling kills four in Kharkiv as war's anniversary passes", "shelling"),
        ("Shelling kills four in Kharkiv during anniversary of city", "shelling"),
        ("Putin agrees to 30-day pause in strikes on power plants", "ceasefire"),
        ("Soldiers say on television they have taken power in Niger", "unrest"),
        ("Canada closes its embassy in Iran and orders all Iranian diplomatic staff out", "diplomatic_break"),
        ("Lithuania ditches cluster bomb treaty", "diplomatic_break"),
    ],
)
def test_a_verdict_or_a_day_beside_it_does_not_make_an_act_old(title: str, kind: str) -> None:
    """Rule: a step is taken now, whatever it is taken over."""
    main = main_of(title)
    assert main is not None
    assert main.type == kind


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Ukraine recap: Russian missiles downed over Odesa", "Air defences downed four of six.", "interception"),
        ("Sudan recap: army drone strike on market kills 12", "", "drone_strike"),
        ("Rescuers run for cover as Russia shells flooded Kherson", "", "shelling"),
        ("Aid workers trapped as army shells besieged El Fasher", "", "shelling"),
        ("Police and protesters clash in Dakar over opposition leader's conviction", "Nine died.", "unrest"),
        ("WHO team on runway as Israeli missiles hit Aden airport", "", "missile_strike"),
        ("Will Ashdown, aid worker, among nine killed in Mosul car bomb", "", "bombing"),
        ("Hezbollah rocket kills four at football match in Kiryat Shmona", "", "rocket_fire"),
        ("District court shelled in Nikopol during hearing, clerk hurt", "", "shelling"),
        ("Bomb at charity run in Lahore kills three soldiers", "", "bombing"),
        ("Gunmen attack documentary crew in Niger, two soldiers killed", "", "armed_assault"),
        ("Rocket hits memorial to war dead in Kharkiv, soldiers hurt", "", "rocket_fire"),
        ("Army releases film of missiles hitting Houthi port", "", "missile_strike"),
        ("Explosion kills two as gunfire is heard near Maiduguri hotel", "", "armed_assault"),
        ("Thailand and Cambodia exchange heavy fire at temple", "", "armed_clash"),
        ("Bukavu has fallen to M23 rebels", "", "ground_incursion"),
        ("Rocket has fallen near Israeli town, army says", "", "rocket_fire"),
        ("Nigerian jet kills 16 in Sokoto", "", "airstrike"),
        ("Explosion reported in central Ankara", "", "bombing"),
        ("Heavy gunfire heard in Bangui", "", "armed_clash"),
    ],
)
def test_a_rubric_or_what_it_is_about_does_not_hide_an_act(title: str, text: str, kind: str) -> None:
    """Rule: a recap with an act behind its colon heads a report, and riots over a judgement are no judgement."""
    main = main_of(title, text)
    assert main is not None
    assert main.type == kind


def test_an_attack_of_a_side_needs_no_more_than_a_bearing_for_its_place() -> None:
    assert main_of("Ukraine attacks in south, part of what Russia calls an offensive") is not None


@pytest.mark.parametrize(
    "title",
    [
        "Match recap: City strike late to down Arsenal",
        "Weekly recap",
        "Two found guilty over riots at hotel",
        "Man jailed over clash with police",
        "France attack in the north end in two late tries",
        "Russia shells out billions for pensions",
        "Exhibition on missile attack opens in Kyiv",
        "No attack on Baghdad airport, ministry says after video of blast",
        "Rumours of coup in Bamako denied as soldiers fire salute",
        "Map: every drone strike on Kharkiv",
        "Trump and Powell trade fire over rates",
        "Death toll has fallen, army doctors say",
        "Explosion reported at fireworks factory in Sivakasi",
        "Gas explosion heard across Leeds",
    ],
)
def test_a_rubric_or_a_judgement_by_itself_stays_quiet(title: str) -> None:
    assert not read(title).events
