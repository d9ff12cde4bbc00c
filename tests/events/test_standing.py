"""Whether a further act is news of its own: told plainly, told in doubt, or only mentioned."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.rules import load
from monitor.events.standing import BOUNDED, LIKELY, SURE, StandingModel
from monitor.types import Event, Item, Role
from tests.events.atlas import atlas

THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
TITLE = "Mortar shells kill two in Kherson market"
LEAD = (
    "Russian troops shelled a market in Kherson on Wednesday, and two traders were killed, the governor said. Five"
    " people were taken to hospital. Firemen put out a blaze among the stalls. A school nearby lost its windows. "
)
#: with a day and a place of its own; the bounds hold it for news
FURTHER = "On Tuesday a drone hit a bus in Kharkiv and wounded the driver."
#: a threat in passing
MENTIONED = "Moscow has threatened to attack bridges in Kyiv."


def scales(**weights: float) -> StandingModel:
    """Scales of these weights alone; `all` is what every act gets."""
    named = {"" if name == "all" else name.replace("_", " "): weight for name, weight in weights.items()}
    return StandingModel(json.dumps(named).encode())


def further(text: str, standing: StandingModel | None, rules: str = "") -> Event:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=TITLE, text=LEAD + text)  # fmt: skip
    reader = Reader(atlas(), standing=standing, rules=load(rules))
    (event,) = (event for event in reader.read(extract(item)).events if event.role is not Role.MAIN)
    return event


def test_without_scales_the_bounds_decide() -> None:
    """Rule: an act with a day and a place of its own is news, a threat in passing is not."""
    assert further(FURTHER, None).role is Role.ALSO_NEW
    assert further(MENTIONED, None).role is Role.BACKGROUND


def test_what_is_surely_news_is_told_plainly_whatever_the_bounds_say() -> None:
    """Rule: from SURE on an act is told, and nothing is left in doubt."""
    for text in (FURTHER, MENTIONED):
        told = further(text, scales(all=0.0))
        assert (told.role, told.doubt) == (Role.ALSO_NEW, "")


def test_the_main_act_once_more_is_no_second_incident() -> None:
    """Rule: of the main act's type, at its place and on its day nothing is told apart, however likely."""
    text = "On Wednesday evening a second salvo of mortar shells hit the market in Kherson, and five people were hurt."

    assert further(text, scales(all=9.0)).role is Role.BACKGROUND


def test_what_is_only_likely_is_told_in_doubt_where_the_bounds_hold_it_for_news() -> None:
    """Rule: between BOUNDED and LIKELY two voices are needed, and the incident waits for the digest or a second
    source."""
    assert BOUNDED < 0.27 < LIKELY
    doubted = further(FURTHER, scales(all=-1.0))
    assert doubted.role is Role.ALSO_NEW
    assert "27% likely news of its own" in doubted.doubt
    assert further(MENTIONED, scales(all=-1.0)).role is Role.BACKGROUND


def test_what_is_rather_likely_is_told_in_doubt_whatever_the_bounds_say() -> None:
    """Rule: between LIKELY and SURE the scales alone will do, and the incident is in doubt."""
    assert LIKELY < 0.38 < SURE
    for text in (FURTHER, MENTIONED):
        doubted = further(text, scales(all=-0.5))
        assert doubted.role is Role.ALSO_NEW
        assert "38% likely news of its own" in doubted.doubt


def test_a_sentence_that_speaks_of_what_is_known_or_habitual_is_seen_to() -> None:
    """Rule: how the sentence of an act is built is on the scales."""
    habit = "Nearly every day the drones hit a bus in Kharkiv."
    for text, named in (
        (FURTHER, "opens_with_a_time"),
        (FURTHER, "at_the_head_of_its_sentence"),
        ("In Kharkiv a drone hit a bus on Tuesday.", "opens_with_a_place"),
        ("In Kharkiv a second drone strike followed on Tuesday.", "a_new_thing"),
        ("Few in Kharkiv slept on Tuesday after the drone strike.", "a_known_thing"),
        (habit, "again_and_again"),
        ("A drone hit a bus in Kharkiv on Tuesday and, analysts say, missed a mill.", "weighed_or_explained"),
    ):
        assert further(text, scales(all=-3.0, **{named: 4.0})).doubt == "", named
        assert further(text, scales(all=-3.0)).role is Role.BACKGROUND
    assert further(FURTHER, scales(all=-3.0, again_and_again=4.0)).role is Role.BACKGROUND


def test_what_is_hardly_news_is_only_mentioned_and_says_what_spoke_against_it() -> None:
    """Rule: what opens no incident has its reason in words."""
    mentioned = further(FURTHER, scales(all=-1.0, hurt=-2.0))
    assert mentioned.role is Role.BACKGROUND
    assert "5% likely news of its own; against it: hurt" in mentioned.reasons[-1]


def test_an_act_that_lies_apart_from_the_main_one_is_seen_to() -> None:
    """Rule: how place, day and kind lie to those of the main act is on the scales."""
    for named in ("it_lies_apart", "days_before_the_main_act_<=1", "an_act_of_its_family", "its_own_day_<=2", "hurt"):
        assert further(FURTHER, scales(all=-3.0, **{named: 4.0})).doubt == "", named


def test_what_the_users_own_rules_find_is_not_put_on_the_scales() -> None:
    """Rule: the user's word is not weighed."""
    rules = "phrase | sabotage | pylon was felled\n"
    assert further("On Tuesday a pylon was felled at Kharkiv.", scales(all=-9.0), rules).role is Role.ALSO_NEW


def test_a_brief_text_is_not_put_on_the_scales() -> None:
    """Rule: where each act of two sentences is news the bounds say so; the scales learned from longer texts."""
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=TITLE, text=f"{LEAD.split('. ')[0]}. {FURTHER}")  # fmt: skip
    for standing in (None, scales(all=-9.0)):
        reading = Reader(atlas(), standing=standing).read(extract(item))
        assert [event.role for event in reading.events] == [Role.MAIN, Role.ALSO_NEW]


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"a": "b"}'])
def test_a_broken_file_is_told_as_such(data: bytes) -> None:
    """Rule: weights that cannot be read are an error of the model, not of the article."""
    with pytest.raises(ModelError, match="weights of standing"):
        StandingModel(data)


def test_without_its_file_the_reader_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: a missing or broken model is logged and the daemon goes on."""

    def torn(*_: object) -> None:
        raise ModelError("torn")

    monkeypatch.setattr("monitor.events.standing.StandingModel", torn)
    assert monitor.flow._standing() is None


def test_what_the_article_was_written_for_is_on_the_scales() -> None:
    """Rule: the kind of the main act, and how many acts stand beside it, say how likely one of them is news."""
    for name in ("beside bombing", "beside news of ground"):
        assert further(FURTHER, StandingModel(json.dumps({"": 0.0, name: -9.0}).encode())).role is Role.ALSO_NEW
    for name in (
        "beside rocket_fire",
        "beside news of strike",
        "of strike beside news of strike",
        "of <=1 further acts",
    ):
        assert further(FURTHER, StandingModel(json.dumps({"": 0.0, name: -9.0}).encode())).role is Role.BACKGROUND
