"""An act that a text tells behind other news: told, by the words of its own sentences; what is only recalled is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import pytest

import monitor.flow
from monitor.articles.extract import extract
from monitor.types import Article, Event, Item, Reading, Role

THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)

MARKET = (
    "Wheat climbs to highest since March",
    "Chicago wheat futures rose 4% in early dealing on Thursday, their steepest climb in three months. Corn and"
    " soybeans followed. Brokers said that buyers from Egypt had asked for new offers. Shares of two shipping lines"
    " lost ground. Some traders had bet on a quiet week before the harvest. The move came after Russian drones struck"
    " the port of Izmail late on Wednesday, killing three dockers and setting a grain store ablaze, the regional"
    " governor said. Nine people were wounded. Ships waited at the mouth of the river in the morning.",
)
FUNERAL = (
    "Thousands walk behind two coffins in Tyre",
    "The lanes of the old town were too narrow for all who came on Thursday. Shops stayed shut, and women threw rice"
    " from the balconies. A cousin spoke of two brothers who had never missed a match. The mayor asked for calm. School"
    " friends carried flowers. The brothers were killed on Tuesday when an Israeli air strike hit their car near"
    " Naqoura, the health ministry said. Four passers-by were hurt.",
)
ANNIVERSARY = (
    "Families light candles at the theatre",
    "Some came with photographs, some with nothing in their hands. A choir sang for an hour in the rain. The mayor read"
    " out the names, as he does each June. Schools sent flowers. A sister said she still set a place at the table. The"
    " theatre was destroyed on 19 June 2015, when a bomb hidden in a van killed 31 people, for which the Islamic State"
    " took responsibility. Nobody was ever tried.",
)
HARVEST = (
    "Wheat climbs to highest since March",
    MARKET[1].split("The move came")[0] + "The move came after frost was reported from the Volga on Wednesday.",
)


WEDDING = (
    "Wedding in Bara turns into a wake",
    "The drums were still being warmed when the tent in the Safa quarter of Bara came down on the"
    " guests.\n\nBy Thursday noon 31 people had been buried, two sisters of the bride among them. A drone"
    " fired two munitions at the wedding on Wednesday evening, a group of volunteers said. Fifty-four people"
    " were wounded.\n\nThe volunteers blamed the Sudanese army. The groom lived.",
)
RANGERS = (
    "Four gorilla rangers die in Virunga",
    "They had followed the family since dawn and sent a picture of its youngest. It was the last message of"
    " the patrol. Four rangers of the Virunga National Park died on Wednesday near Rumangabo.\n\nNo animal"
    " was to blame, the park said. The patrol drove into an ambush laid by twenty FDLR fighters, who opened"
    " fire from both sides. The rangers shot back for half an hour.",
)
NOT_GAS = (
    "Tea stall blast in Galkayo not caused by gas, police say",
    "An explosion that killed six people at a tea stall in Galkayo on Wednesday was caused by a bomb and not"
    " by a gas cylinder, police said on Thursday.\n\nParts of a telephone were found under the counter."
    " Eleven people were wounded. Police hold Al-Shabaab responsible.",
)


@cache
def reading() -> Callable[[Article], Reading]:
    return monitor.flow.build_flow().read


def read(story: tuple[str, str]) -> Reading:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=story[0], text=story[1])  # fmt: skip
    return reading()(extract(item))


def main_of(story: tuple[str, str]) -> Event | None:
    return next((event for event in read(story).events if event.role is Role.MAIN), None)


@pytest.mark.parametrize(("story", "kind"), [(MARKET, "drone_strike"), (FUNERAL, "airstrike")])
def test_a_dated_act_behind_other_news_is_told(story: tuple[str, str], kind: str) -> None:
    main = main_of(story)
    assert main is not None
    assert main.type == kind


@pytest.mark.parametrize(("story", "kind"), [(WEDDING, "drone_strike"), (RANGERS, "armed_clash"), (NOT_GAS, "bombing")])
def test_an_act_under_a_soft_lead_is_told(story: tuple[str, str], kind: str) -> None:
    """Rule: a lead that is no memory may hide the act in the third sentence or later, its day shortly before."""
    main = main_of(story)
    assert main is not None
    assert main.type == kind


def test_below_a_checked_claim_no_act_is_looked_for() -> None:
    """Rule: what a text says outright to be none is not judged once more from further down."""
    claimed = (
        "Fact check: no missiles over Haifa on Wednesday",
        "A clip that was shared all over shows lights above a harbour.\n\nUsers wrote that they were Iranian missiles"
        " which hit Haifa on Wednesday night.\n\nVerdict: false. It is a game of 2023.",
    )

    assert main_of(claimed) is None


def test_its_fields_are_those_of_its_own_sentences() -> None:
    main = main_of(MARKET)
    assert main is not None
    assert main.place is not None
    assert (main.place.name, main.place.country) == ("Izmail", "UA")
    assert main.when is not None
    assert main.when.date.isoformat() == "2025-06-18"
    assert main.killed is not None
    assert main.killed.best == 3


def test_it_is_headed_by_its_own_sentence_and_not_by_the_price_of_wheat() -> None:
    main = main_of(MARKET)
    assert main is not None
    assert main.headline.startswith("The move came after Russian drones struck")


def test_why_says_that_it_stands_behind_other_news() -> None:
    assert read(MARKET).reasons[0].startswith("behind other news, from sentence 6 on")


def test_why_calls_past_only_what_lies_in_the_past() -> None:
    """An act of today far below a soft lead is too little; it did not happen years ago for that."""
    cable = read(
        (
            "Island loses half its internet as cable breaks",
            "Speed fell by half on Wednesday after the cable broke. A microwave link carries emergency calls. Hotels"
            " asked their guests for patience. The ministry is sending terminals. A repair ship is on its way.\n\nThe"
            " captain of a freighter is held on suspicion of sabotage, the coast guard said.",
        )
    )
    years = read(ANNIVERSARY)

    assert "lies in the past" not in cable.reasons[0]
    assert "stands below" in cable.reasons[0]
    assert years.reasons[0] != cable.reasons[0]


@pytest.mark.parametrize("story", [ANNIVERSARY, HARVEST])
def test_what_is_recalled_or_no_act_stays_quiet(story: tuple[str, str]) -> None:
    assert not [event for event in read(story).events if event.role is not Role.BACKGROUND]


def test_a_word_of_the_headline_is_not_taken_for_the_act_below() -> None:
    """Rule: of a text that is told from a sentence on, what stands before it is recalled at most."""
    main = main_of(("Analysis: wheat climbs as drone strikes go on", MARKET[1]))
    assert main is not None
    assert main.headline.startswith("The move came after Russian drones struck")
    assert main.place is not None
    assert main.place.name == "Izmail"
