"""Whether a longer text is news: rules, words and genre on one pair of scales, and the reader without them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.genre import GenreModel
from monitor.events.gist import Gist
from monitor.events.learned import NONE, Opinion, TypeModel
from monitor.events.relevance import NEWS, SURE, RelevanceModel
from monitor.events.weigh import may_be_news
from monitor.types import Item, Reading

DATA = Path(__file__).resolve().parents[2] / "monitor" / "data"
THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
REPORT = (
    "Mortar shells kill two in Kherson market",
    "Russian troops shelled a market in Kherson on Wednesday, and two traders were killed, the governor said. Five"
    " people were taken to hospital. The shells came from the left bank. Firemen put out a blaze among the stalls. A"
    " school nearby lost its windows.",
)
ESSAY = (
    "A drone that changed the war along the river",
    "Drones struck a depot in Kherson, and the war was never the same. Over the past decade analysts have argued that"
    " cheap aircraft would erode the role of artillery; the evidence since 2022 suggests that strategy matters more."
    " In theory such weapons favour the defender. Yet history, scholars say, offers few lessons. The question is"
    " whether deterrence can hold in the long term. Much of the debate rests on what a drone costs.",
)


@cache
def types() -> TypeModel:
    return TypeModel((DATA / "reading.bin").read_bytes())


def genres() -> GenreModel:
    return GenreModel((DATA / "genre.json").read_bytes())


def scales(**weights: float) -> RelevanceModel:
    """Scales of these weights alone; `all` is what every text gets."""
    named = {"" if name == "all" else name.replace("_", " "): weight for name, weight in weights.items()}
    return RelevanceModel(json.dumps(named).encode(), genres())


def shipped() -> RelevanceModel:
    return RelevanceModel((DATA / "relevance.json").read_bytes(), genres())


def read(story: tuple[str, str], relevance: RelevanceModel | None) -> Reading:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=story[0], text=story[1])  # fmt: skip
    return Reader(model=types(), relevance=relevance).read(extract(item))


def test_a_report_is_told_and_an_essay_that_opens_with_a_strike_is_not() -> None:
    """Rule: rules that found an act do not make news of a text whose words are those of an analysis."""
    assert [event.type for event in read(REPORT, shipped()).events][:1] == ["shelling"]
    assert read(ESSAY, shipped()).events == ()


def test_the_first_report_of_a_blast_is_told_in_doubt_though_it_recalls_older_ones() -> None:
    """Rule: a longer text headed by an unexplained blast needs little else to be told in doubt."""
    story = (
        "Explosion reported in central Ankara",
        "Casualties are reported, an agency says, and many ambulances are on their way. The cause is not known. The"
        " blast comes at a time of threats to the country's security. In October two bombs at a rally killed 99 people"
        " and wounded 240. The PKK was named after attacks of last year. Police closed the square and the metro.",
    )
    events = read(story, scales(all=-0.4)).events

    assert events[0].type == "bombing"
    assert events[0].doubt


def test_what_is_kept_quiet_says_how_likely_it_was_and_what_spoke_against_it() -> None:
    """Rule: silence has its reason in words, with the words of the text that gave it."""
    reading = read(ESSAY, scales(all=-1.0, words_of_an_analysis_or_a_recollection=-2.0))
    assert reading.events == ()
    assert "likely news of ours" in reading.reasons[0]
    assert "words of an analysis or a recollection (" in reading.reasons[0]
    assert any("likely news of ours" in silenced.text for silenced in reading.silenced)


def test_between_news_and_not_an_incident_is_told_in_doubt() -> None:
    """Rule: from NEWS on a text is told, below SURE in doubt: such an incident waits for the digest or a second
    source."""
    assert NEWS < 0.62 < SURE
    doubted, plain = read(REPORT, scales(all=0.5)).events[0], read(REPORT, scales(all=5.0)).events[0]
    assert "62% likely news of ours" in doubted.doubt
    assert plain.doubt == ""


def test_what_the_rules_left_quiet_is_told_where_all_else_speaks_for_it() -> None:
    """Rule: the rules' silence is one voice among others, and the type is then that of the words."""
    silent = ("Five dead as assailants storm hamlet", REPORT[1].replace("shelled a market", "were near a market"))
    reading = read(silent, scales(all=9.0))
    assert reading.events
    assert read(silent, scales(all=-9.0)).events == ()


def test_a_short_item_has_weights_of_its_own_beside_those_of_every_text() -> None:
    """Rule: in a headline and a sentence a word counts for more than in a long text."""
    short = (REPORT[0], ". ".join(REPORT[1].split(". ")[:2]) + ".")
    against_items = RelevanceModel(b'{"item: ": -5.0, "": 3.0}', genres())

    assert read(REPORT, against_items).events
    assert read(short, against_items).events == ()
    assert "against it: a short item" in read(short, against_items).reasons[0]


def test_a_text_whose_act_the_rules_are_sure_of_is_in_doubt_where_another_is_kept_quiet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rule: a strike that is missed costs more than a doubtful line in a digest."""
    unlikely = scales(all=-0.8)
    monkeypatch.setattr("monitor.events.relevance.SURE_OF_IT", 9.0)
    assert read(REPORT, unlikely).events == ()
    monkeypatch.setattr("monitor.events.relevance.SURE_OF_IT", 1.0)
    assert "31% likely news of ours" in read(REPORT, unlikely).events[0].doubt


def test_words_that_much_other_news_has_must_be_surer_where_no_rule_found_an_act() -> None:
    """Rule: 'talks' and 'withdrawal' stand in news of coalitions and firms, 'shelling' does not."""
    silent = Gist(type="", reason="words", text="no words of an escalation were found")

    def heard(kind: str) -> Opinion:
        return Opinion(shares={kind: 0.8, NONE: 0.1}, words={}, rows={})

    assert may_be_news(silent, heard("shelling"), item=False)
    assert not may_be_news(silent, heard("talks"), item=False)


def test_loud_words_that_leave_hardly_anything_for_other_news_are_put_on_the_scales() -> None:
    """A threat in words that no rule knows, which are four to one those of a threat and hardly those of nothing."""
    silent = Gist(type="", reason="words", text="")

    def threat(none: float) -> Opinion:
        return Opinion(shares={NONE: none, "threat": 0.8, "talks": 0.2 - none}, words={}, rows={})

    assert may_be_news(silent, threat(0.02), item=False)
    assert not may_be_news(silent, threat(0.1), item=False)


def test_a_few_words_without_a_headline_are_not_weighed() -> None:
    """Rule: the scales have seen items with a headline alone; without one rules and words decide."""
    bare = ("", REPORT[1].split(". ")[0] + ".")
    assert read(bare, scales(all=-9.0)).events == read(bare, None).events != ()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"a": "b"}'])
def test_a_broken_file_is_told_as_such(data: bytes) -> None:
    """Rule: weights that cannot be read are an error of the model, not of the article."""
    with pytest.raises(ModelError, match="weights of relevance"):
        RelevanceModel(data, genres())


@pytest.mark.parametrize("broken", ["monitor.events.genre.GenreModel", "monitor.events.relevance.RelevanceModel"])
def test_without_its_files_fixed_bounds_decide(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: a missing or broken model is logged and the daemon goes on."""

    def torn(*_: object) -> None:
        raise ModelError("torn")

    monkeypatch.setattr(broken, torn)
    assert monitor.flow._relevance() is None
