"""Headlines that tell a step of a state, read by the rules alone, and headlines with the same words that tell none."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.sides.foes import at_odds
from monitor.types import Event, Item, Modality, Role

DAY = datetime(2024, 5, 28, 12, tzinfo=UTC)


@cache
def rules_alone() -> Reader:
    """A reader without any model."""
    return Reader()


def main_of(title: str) -> Event | None:
    """The incident an item was written for, if the rules see one."""
    item = Item(
        source="steps",
        key=title,
        subject=title,
        received=DAY,
        title=title,
        text=title,
        published=DAY,
        published_precision="day",
        article_id=title,
    )
    events = rules_alone().read(extract(item)).events
    return next((event for event in events if event.role is Role.MAIN), None)


STEPS = {
    "talks": [
        "Lavrov meets Rubio in Riyadh",
        "Kosovo, Serbia leaders to hold EU-brokered talks in Ohrid",
        "Peace dialogue opens in Kuala Lumpur",
        "China and Japan agree to ease tension at sea",
        "Egypt hosts rival Sudanese leaders for talks",
    ],
    "threat": [
        "North Korea threatens to shoot down South's balloons",
        "Algeria says any attack will bring crushing reply",
        "Eritrea ready for war with Ethiopia, minister says",
        "Lukashenko says he would use nuclear weapons",
        "Ankara says it will strike Kurdish positions in Syria",
        "Beijing warns Manila over reef",
        "Washington gives Hamas 48 hours",
        "Trump threatens to bomb Iran",
        "Putin warns Russia will strike back",
        "Togo tells Benin to hand over officers or face force",
    ],
    "nuclear_step": [
        "Iran doubles output of enriched uranium",
        "Iran expands enrichment plant under mountain",
        "China speeds up expansion of nuclear arsenal",
        "Russia leaves nuclear test ban treaty",
        "Tehran bars IAEA inspectors",
        "UN inspectors return to Iran",
        "Iran threatens to leave NPT",
        "Iran bars IAEA chief",
    ],
    "deployment": [
        "Norway to move 2,000 soldiers to Russian border",
        "Russian mercenaries arrive in Burkina Faso",
        "Indonesian troop re-enforcements arrive in Sulawesi",
        "Pentagon puts 800 troops on heightened readiness",
    ],
    "withdrawal": [
        "Italy halves number of troops in Iraq",
        "Chad: France hands back Abeche base to army",
        "India and China complete disengagement in Ladakh",
        "EU ends training mission in Mali",
        "Germany to end military mission in Niger",
        "Israel pulls tanks from Khan Younis",
        "Israel pulls its soldiers out of Jenin",
        "Norway to bring home soldiers from Iraq",
        "US closes air base in Niger",
        "Zambia orders its soldiers home from Congo",
        "Last French soldiers leave Gabon",
        "Israel withdraws from Netzarim corridor",
    ],
    "diplomatic_break": [
        "Chad gives German ambassador 48 hours to leave",
        "Peru breaks diplomatic relations with Mexico",
        "Bolivia declares Israeli envoy persona non grata",
        "Gabon quits ECOWAS",
        "Senegal ends defence pact with France",
        "Egypt calls home ambassador from Israel",
        "Eritrea suspends membership of IGAD",
        "Jordan asks Syrian envoy to leave",
        "Czech government orders seven Russian diplomats to leave",
        "Washington abandons nuclear agreement",
        "Milei pulls Argentina out of climate pact",
    ],
    "sanctions": [
        "US slaps visa bans on Georgian officials",
        "EU hits Belarus with fresh measures",
        "Norway halts arms exports to Turkey",
        "Canada lists Houthis as terrorist organisation",
        "UK bans Russian diamonds",
    ],
    "evacuation": [
        "Ghana brings home citizens from Lebanon",
        "Syria orders residents out of Manbij",
        "Dutch government pulls diplomats out of Juba",
        "Israel evacuates Metula",
        "US urges Americans to leave Belarus",
        "Israel orders evacuation of Gaza City",
    ],
    "closure": [
        "Oman halts all flights to Iran",
        "Iran bars US planes from its airspace",
        "Air France suspends flights to Lebanon over security fears",
    ],
    "ceasefire": [
        "Russia and Ukraine agree to stop attacks on power plants",
        "Israel and Hezbollah reach deal to end fighting",
        "Hamas decides to stop suicide bombings against Israel",
        "Niger Delta Avengers end bombing campaign",
    ],
    "military_exercise": [
        "China and Russia hold joint bomber patrol near Japan",
        "Belarus army begins snap combat readiness check",
        "Taiwan soldiers practise repelling landing",
    ],
    "weapons_test": [
        "Kim Jong Un watches ballistic missile launch",
        "North Korea tests solid-fuel engine",
        "Iran tests engine for satellite rocket",
    ],
    "prisoner_exchange": [
        "Americans freed by Iran land in Doha",
        "Israel releases 30 Palestinian prisoners",
        "Russia hands over bodies of 500 Ukrainian soldiers",
        "Abducted Nigerian schoolboys regain freedom",
        "Iran releases two French nationals",
        "Captured Thai soldiers sent home",
        "Turkish soldiers freed by PKK",
    ],
    "airspace_violation": [
        "Russian missile crosses Moldovan airspace",
        "Chinese balloon over Alaska",
        "Dutch jets escort Russian bombers",
        "Romania finds drone parts on its soil",
    ],
}
QUIET = [
    "Champions hand over trophy to mayor in Berlin",
    "Ministry of culture halves number of museums",
    "Captain gets two weeks to leave club",
    "Volunteers bring home gold from Paris",
    "Museum returns bronze to Benin",
    "Ryanair halts flights to Malta over storm",
    "Germany accelerates phase-out of coal",
    "Sweden and Spain meet in final",
    "EU considers sanctions on Serbia",
    "Indonesia bans exports of nickel",
    "France discusses pensions with unions",
    "Air France suspends flights to Iceland",
    "Japan tests engine for new space rocket",
    "Denmark lists house as monument",
    "Beijing warns US against chip curbs",
    "Taiwan warns China may cut its phone lines",
    "Ukraine warns Russia is preparing new offensive",
    "US sends aid ship to Haiti",
    "Poland reopens border bridge to Ukraine after repairs",
    "Ryanair cancels flights over French air traffic strike",
    "EU gives Greece two weeks to pass reform",
    "US doubles uranium purchases for power plants",
    "Chinese and African teachers hold joint training",
    "Uganda shuts border over Ebola",
]


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in STEPS.items() for title in titles])
def test_a_plain_headline_of_a_step_is_told_by_its_words_alone(kind: str, title: str) -> None:
    """An item of a feed has too few words for likelihoods: a rule must know how such a step is usually put."""
    main = main_of(title)
    assert main is not None
    assert main.type == kind


@pytest.mark.parametrize("title", QUIET)
def test_the_same_words_of_other_matters_stay_quiet(title: str) -> None:
    """A verb alone makes no step: who does it to whom must be of ours."""
    assert main_of(title) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Niger cuts ties with Ukraine over ambush of soldiers", "diplomatic_break"),
        ("US sanctions Sudanese commander over attacks on civilians", "sanctions"),
    ],
)
def test_what_a_step_is_taken_over_is_its_cause_and_not_the_news(title: str, kind: str) -> None:
    """'Over' names the occasion of an answer as 'after' does."""
    main = main_of(title)
    assert main is not None
    assert main.type == kind


def test_a_headline_of_what_a_side_is_to_do_announces_it() -> None:
    """'US to end' is no 'US ended'."""
    main = main_of("US to end military mission in Somalia")
    assert main is not None
    assert main.modality is Modality.ANNOUNCED


def test_what_is_asked_of_a_side_is_not_done() -> None:
    """Who warns or urges a state to withdraw withdraws nothing himself."""
    assert main_of("Turkey withdraws troops from Syria") is not None
    assert main_of("Damascus urges Turkey to withdraw troops from Syria") is None


def test_only_states_that_are_at_odds_make_news_by_meeting() -> None:
    """Ministers meet every day; those of two states in conflict do not."""
    assert at_odds("Blinken in Beijing for talks with Chinese minister")
    assert at_odds("India's foreign secretary in Islamabad")
    assert not at_odds("Macron meets Scholz in Berlin")
