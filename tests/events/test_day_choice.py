"""Which of several days is the act's: the model beside the rules, and the rules without it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.days.aftermath import of_the_day_after
from monitor.events.days.choice import Choice, DayModel, Option
from monitor.events.days.when import Calendar, DayChooser, WhenAnswer
from monitor.events.sentences import split
from monitor.types import Event, Item

DATA = Path(__file__).resolve().parents[2] / "monitor" / "data"
THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)


@cache
def shipped() -> DayModel:
    return DayModel((DATA / "days.json").read_bytes())


def weights(**given: float) -> DayModel:
    """A model that knows these features alone; `_` stands for a blank."""
    return DayModel(json.dumps({name.replace("_", " "): weight for name, weight in given.items()}).encode())


def ask(text: str, trigger: str, *, model: DayChooser | None, kind: str = "missile_strike") -> WhenAnswer:
    calendar = Calendar(text, split(text), published=THURSDAY, published_precision="minute", model=model)
    at = text.index(trigger)
    return calendar.for_act(at, at + len(trigger), type=kind, zone="Europe/Kyiv")


def main_of(title: str, text: str, *, days: DayModel | None) -> Event:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=title, text=text)  # fmt: skip
    return Reader(days=days).read(extract(item)).events[0]


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        (
            "Pakistan summons Afghan envoy over Bannu attack",
            "Pakistan summoned the Afghan envoy on Wednesday over a suicide attack on an army camp in Bannu that killed"
            " eight soldiers on Tuesday. The Pakistani Taliban said they did it.",
            date(2025, 6, 18),
        ),
        (
            "Israel says it killed rocket commander in Beirut",
            "The army said on Wednesday it had killed a man responsible for the rocket that fell on Metula last"
            " Saturday. Three missiles hit a house in Beirut at a quarter to eight in the evening, an agency said.",
            date(2025, 6, 18),
        ),
        (
            "Toll of missile strike on Sumy market climbs to nine",
            "Doctors in Sumy said on Thursday that two more people had died of their wounds. The missile hit the market"
            " on Tuesday morning, when it was full.",
            date(2025, 6, 17),
        ),
        (
            "Village mourns five killed by mortar shells",
            "Hundreds walked behind the coffins on Thursday. The shells hit a wedding in the village late on Tuesday.",
            date(2025, 6, 17),
        ),
        (
            "Suspects held after suicide bombing of Quetta market",
            "Police in Quetta searched a house on Thursday and took two men into custody. Nine traders died when a"
            " suicide bomber of the Pakistani Taliban blew himself up in the fruit market on Tuesday evening.",
            date(2025, 6, 17),
        ),
        (
            "Coffins of pipeline guards reach Basra",
            "The caskets were carried through the streets on Thursday. The guards were killed when gunmen attacked"
            " their post near Rumaila late on Monday.",
            date(2025, 6, 16),
        ),
        ("Gunmen storm a bank in Kano", "Gunmen stormed a bank in Kano on Wednesday, police said.", date(2025, 6, 18)),
    ],
)
def test_the_day_of_the_act_is_told_from_the_day_of_its_aftermath(title: str, text: str, day: date) -> None:
    """Rule: mourning, counting and speaking have days of their own, which are not the act's."""
    when = main_of(title, text, days=shipped()).when
    assert when is not None
    assert when.date == day


def test_another_day_than_the_rules_took_is_told_with_its_reason() -> None:
    """Rule: whoever asks why reads that the model decided, how sure it was, and which words it took."""
    title, text = "Shells kill five", "Guests fled on Thursday, when shells killed five at a wedding. It was Wednesday."
    event = main_of(title, text, days=weights(kind_weekday=1.0, off_1=9.0))
    assert event.when is not None
    assert event.when.date == date(2025, 6, 18)
    assert event.reasons[-1].startswith("likeliest day")
    assert [piece.text for piece in event.evidence if piece.field == "when"] == ["Wednesday"]


def test_the_rules_keep_their_day_until_another_is_much_likelier() -> None:
    """Rule: a small difference of the weights changes nothing, so that the rules stay in command of plain cases."""
    text = "A missile hit the depot on Wednesday. Firemen left on Thursday."
    when, ruled = (ask(text, "hit", model=model).when for model in (weights(off_0=0.3), None))
    assert when is not None
    assert ruled is not None
    assert replace(when, maybe_on=()) == ruled
    surer = ask(text, "hit", model=weights(off_0=9.0)).when
    assert surer is not None
    assert surer.date == date(2025, 6, 19)


def test_what_other_days_it_may_be_is_told_where_the_day_is_not_sure() -> None:
    """Rule: each other day has its likelihood, the likeliest first; a day that is sure has none beside it."""
    text = "A missile hit the depot on Wednesday. Firemen left on Thursday."
    unsure = ask(text, "hit", model=weights(off_0=0.3)).when
    sure = ask(text, "hit", model=weights(off_0=9.0)).when
    assert unsure is not None
    assert sure is not None
    assert unsure.maybe_on[0][0] == date(2025, 6, 19)
    assert 0.02 <= sum(share for _, share in unsure.maybe_on) < 1.0
    assert sure.maybe_on == ()


def test_a_day_made_of_words_gives_way_before_one_that_is_only_a_bound() -> None:
    """Rule: where the rules took words for the act's own a lesser difference moves them than where they took the day of
    speech, which is a bound that reports of one act share."""
    model = weights(off_0=1.0)
    stated = ask("A missile hit the depot on Wednesday. Firemen left on Thursday.", "hit", model=model).when
    bound = ask("A missile hit the depot, police said on Wednesday. Firemen left on Thursday.", "hit", model=model).when
    assert stated is not None
    assert bound is not None
    assert (stated.date, bound.date) == (date(2025, 6, 19), date(2025, 6, 18))


@pytest.mark.parametrize(
    "text",
    [
        "Missiles hit the port on Wednesday. Firemen left on Thursday.",
        "Missiles hit the port, firemen said on Wednesday. They left on Thursday.",
        "Missiles hit the port. Firemen are there.",
    ],
)
def test_the_model_is_not_told_which_day_the_rules_took(text: str) -> None:
    """Rule: it weighs the words alone; what the rules say counts as the margin they are left by."""
    heard = _Heard()
    ask(text, "hit", model=heard)
    assert heard.options
    assert not [name for option in heard.options for name in option.seen if "ruled" in name or "taken" in name]


def test_of_a_night_the_morning_may_be_the_day() -> None:
    """Rule: the day is then the second one, and the interval is still the whole night."""
    text = "Missiles hit the port overnight."
    ruled = ask(text, "hit", model=None).when
    when = ask(text, "hit", model=weights(last=9.0)).when
    assert ruled is not None
    assert when is not None
    assert (ruled.date, ruled.date_to) == (date(2025, 6, 18), date(2025, 6, 19))
    assert (when.date, when.date_to) == (date(2025, 6, 19), None)
    assert (when.earliest, when.latest) == (ruled.earliest, ruled.latest)


def test_a_day_beside_an_act_of_another_incident_is_seen_as_such() -> None:
    """Rule: the model is told which times stand beside acts that are not the asked incident's."""
    text = "Missiles hit the port on Wednesday. Gunmen stormed a bank in Kano on Monday."
    heard = _Heard()
    calendar = Calendar(text, split(text), published=THURSDAY, published_precision="minute", model=heard)
    at, other = text.index("hit"), text.index("stormed")
    calendar.for_act(at, at + 3, type="missile_strike", others=[(other, other + 7)])
    own, foreign = (
        next(option for option in heard.options if option.mention is not None and option.mention.text == words)
        for words in ("on Wednesday", "on Monday")
    )
    assert "other act away" in foreign.seen
    assert not any(name.startswith("other") for name in own.seen)


def test_what_the_rest_of_a_paragraph_tells_is_seen_of_a_day() -> None:
    """Rule: a day may belong to the act of the sentence before it, or to the other incident told there."""
    text = "Missiles hit the port. It was late on Wednesday.\n\nGunmen stormed a bank in Kano. It was late on Monday."
    heard = _Heard()
    calendar = Calendar(text, split(text), published=THURSDAY, published_precision="minute", model=heard)
    at, other = text.index("hit"), text.index("stormed")
    calendar.for_act(at, at + 3, type="missile_strike", others=[(other, other + 7)])
    days = {option.mention.text: option.seen for option in heard.options if option.mention is not None}
    assert {"away own", "away alone"} <= set(days["late on Wednesday"])
    assert {"away foreign", "away beside others"} <= set(days["late on Monday"])


def test_the_two_days_of_a_night_are_weighed_by_type() -> None:
    """Rule: of drones downed overnight the morning is often the day, of a border closed overnight the evening."""
    text = "Missiles hit the port overnight."
    heard = _Heard()
    ask(text, "hit", model=heard)
    first, last = (
        next(option for option in heard.options if option.mention is not None and option.last is which)
        for which in (False, True)
    )
    assert {"first missile_strike", "first overnight"} <= set(first.seen)
    assert {"last missile_strike", "last overnight"} <= set(last.seen)


def test_a_past_before_the_past_is_seen_as_such() -> None:
    """Rule: 'had been attacked on Monday' looks back from what is told, and the model may weigh it."""
    text = "Missiles hit the port on Wednesday. It had been shelled on Monday."
    heard = _Heard()
    calendar = Calendar(text, split(text), published=THURSDAY, published_precision="minute", model=heard)
    at = text.index("hit")
    calendar.for_act(at, at + 3, type="missile_strike")
    days = {option.mention.text: option.seen for option in heard.options if option.mention is not None}
    assert "had" in days["on Monday"]
    assert "had" not in days["on Wednesday"]


@pytest.mark.parametrize(
    "words",
    [
        "Coffins of bus attack victims reach Garissa",
        "Death toll from Kharkiv strike rises to 11",
        "Second suspect held over Lyon parcel bomb",
        "ELN claims responsibility for Cúcuta blast",
        "Border crossing at Torkham reopens",
        "Families bury the children of Beit Lahia",
        "Gunman still on the run after mosque shooting",
    ],
)
def test_words_of_the_day_after_are_known(words: str) -> None:
    """Rule: what is about burials, arrests, claims and tolls comes after an act."""
    assert of_the_day_after(words)


@pytest.mark.parametrize(
    "words",
    [
        "Drones hit oil depot in Tuapse overnight",
        "Gunmen storm village in Plateau, kill nine",
        "Army shells northern suburb for third day",
        "Israel strikes port of Hodeidah",
        "Rockets land near airport at Erbil",
        "Gravel pit shelled near Toretsk",
        "Convoy ambushed at Chargé bridge",
    ],
)
def test_words_of_the_act_are_none_of_the_day_after(words: str) -> None:
    """Rule: a headline that tells the act itself is none of an aftermath, whatever its words begin like."""
    assert not of_the_day_after(words)


def test_how_far_a_day_lies_back_is_seen_with_what_came_after_the_act() -> None:
    """Rule: under 'Toll rises to 14' and beside 'buried' today is the day of what came after."""
    title = "Toll of Sumy missile strike rises to 14"
    text = f"{title}\n\nThree were buried on Thursday. The missile hit the market on Tuesday."
    heard = _Heard()
    calendar = Calendar(
        text, split(text, has_title=True), published=THURSDAY, published_precision="minute", model=heard
    )
    at = text.index("hit")
    calendar.for_act(at, at + 3, type="missile_strike")
    days = {option.mention.text: option.seen for option in heard.options if option.mention is not None}
    assert {"headed by an aftermath off 0 deed", "aftermath off 0 deed"} <= set(days["on Thursday"])
    assert "headed by an aftermath off 2 deed" in days["on Tuesday"]
    assert "aftermath off 2 deed" not in days["on Tuesday"]


def test_a_weekend_beside_the_act_stands() -> None:
    """Rule: a day within a weekend that was named is no other day."""
    text = "The army shelled the town at the weekend. The council met on Sunday."
    when = ask(text, "shelled", model=weights(kind_weekday=9.0), kind="shelling").when
    assert when is not None
    assert (when.date, when.date_to) == (date(2025, 6, 14), date(2025, 6, 15))


def test_without_its_file_the_rules_alone_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: missing or broken weights cost a day here and there, never the stream."""

    def broken(data: bytes) -> DayModel:
        raise ModelError("the weights of days cannot be read")

    monkeypatch.setattr("monitor.events.days.choice.DayModel", broken)
    assert monitor.flow._days() is None
    when = main_of("Gunmen kill three in Kano", "Gunmen killed three in Kano on Wednesday.", days=None).when
    assert when is not None
    assert when.date == date(2025, 6, 18)


@pytest.mark.parametrize("data", [b"", b"[1]", b'{"a": "b"}'])
def test_other_bytes_are_no_weights(data: bytes) -> None:
    """Rule: whoever opens the file is told, and may go on by the rules."""
    with pytest.raises(ModelError):
        DayModel(data)


class _Last:
    """Takes the last option, whatever it is."""

    def choose(self, options: Sequence[Option], ruled: date | None, *, stated: bool) -> Choice | None:
        return Choice(option=options[-1], shares={options[-1].day: 1.0})


class _First(_Last):
    def choose(self, options: Sequence[Option], ruled: date | None, *, stated: bool) -> Choice | None:
        return Choice(option=options[0], shares={options[0].day: 1.0})


class _Heard:
    """Keeps what it was asked, and leaves the day to the rules."""

    def __init__(self) -> None:
        self.options: Sequence[Option] = ()

    def choose(self, options: Sequence[Option], ruled: date | None, *, stated: bool) -> Choice | None:
        self.options = options
        return None


WORDS = st.sampled_from(
    """on in the late Sunday Friday night between and June 14 2024 yesterday overnight two days ago at weekend after
    before the evening midnight 6:30 p.m. struck said officials . , a day earlier today hours later 2045 GMT""".split()
)


@given(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.sampled_from([_Last(), _First(), shipped()]),
    st.sampled_from([None, "Asia/Baghdad", "America/New_York", "Pacific/Kiritimati"]),
)
def test_whatever_is_chosen_the_interval_holds_the_day(text: str, model: DayModel | _Last, zone: str | None) -> None:
    """Law: date <= date_to, earliest <= latest, and the interval touches the day in some zone of the world."""
    calendar = Calendar(text, split(text), published=THURSDAY, published_precision="minute", model=model)
    when = calendar.for_act(0, 3, type="shelling", zone=zone).when
    assert when is not None
    assert when.date_to is None or when.date <= when.date_to
    assert when.earliest is not None
    assert when.latest is not None
    assert when.earliest <= when.latest
    midnight = datetime(when.date.year, when.date.month, when.date.day, tzinfo=UTC)
    assert when.latest >= midnight - timedelta(hours=14)


def test_an_hour_that_had_not_come_is_that_of_the_day_before() -> None:
    """Rule: the day of publication is taken by no model for an hour that lay ahead when the text was told."""
    when = ask("A missile hit the depot at 10pm.", "hit", model=weights(published_same=9.0)).when

    assert when is not None
    assert when.date == date(2025, 6, 18)
