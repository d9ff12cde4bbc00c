"""Which of several places is the act's: the model beside the rules, and the rules without it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.places.choice import UNASKED, Choice, Option, PlaceChooser, PlaceModel, Sides
from monitor.events.places.where import Atlas, WhereAnswer
from monitor.events.sentences import split
from monitor.types import Event, Item
from tests.events.atlas import DATA, gazetteer


@cache
def shipped() -> PlaceModel:
    return PlaceModel(DATA.joinpath("where.json").read_bytes())


def weights(given: dict[str, float]) -> PlaceModel:
    """A model that knows these features alone."""
    return PlaceModel(json.dumps(given).encode())


def ask(
    text: str, trigger: str, model: PlaceChooser | None, *, kind: str = "shelling", main: bool = True
) -> WhereAnswer:
    located = Atlas(gazetteer(), model=model).locate(text, split(text))
    at = text.index(trigger)
    return located.for_act(at, at + len(trigger), type=kind, main=main)


def name(answer: WhereAnswer) -> str | None:
    return answer.place.name if answer.place else None


def main_of(title: str, text: str, model: PlaceChooser | None) -> Event:
    published = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
    item = Item(source="t", key="1", subject="1", received=published, published=published,
                published_precision="minute", title=title, text=text)  # fmt: skip
    return Reader(Atlas(gazetteer(), model=model)).read(extract(item)).events[0]


TEXT = "Shells fell on Kherson on Monday. Officials spoke in Mykolaiv."


def test_another_place_is_taken_only_where_it_is_much_likelier() -> None:
    """Rule: what the rules chose is left for nothing less than the margin."""
    assert name(ask(TEXT, "fell", None)) == "Kherson"
    assert name(ask(TEXT, "fell", weights({"stands about": 0.2}))) == "Kherson"
    assert name(ask(TEXT, "fell", weights({"stands about": 4.0}))) == "Mykolaiv"


def test_a_place_in_another_country_must_be_likelier_still() -> None:
    """Rule: a wrong town of the right country is the lesser mistake."""
    text = "Shells fell on Kherson on Monday. Officials spoke in {}."
    loud = weights({"stands about": 0.5})
    assert name(ask(text.format("Mykolaiv"), "fell", loud)) == "Mykolaiv"
    assert name(ask(text.format("Belgorod"), "fell", loud)) == "Kherson"


def test_what_an_act_only_answers_is_never_its_place() -> None:
    """Rule: however loud the model is, 'in reply to the attack on X' puts no act at X."""
    text = "Jets struck Kherson in reply to an attack on the port of Mykolaiv."
    assert name(ask(text, "struck", weights({"stands at": 9.0}))) == "Kherson"


def test_where_only_a_house_of_government_speaks_there_is_nothing_to_choose() -> None:
    """Rule: 'the Pentagon said' is no option, and no option is no crash."""
    assert shipped().choose((), None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Jets met over Mykolaiv, and the Pentagon statement said so.",
        "Pupils were seized at Mykolaiv, the bishop of Kherson said.",
        "Jets met over Mykolaiv, and buses took people to Kherson.",
    ],
)
def test_where_people_speak_from_and_are_brought_to_is_no_option(text: str) -> None:
    """Rule: however loud the model is, nothing befell the Pentagon that makes a statement, the bishop's town or the one
    that takes in the homeless."""
    assert name(ask(text, "met" if "met" in text else "seized", weights({"stands at": 0.1}))) == "Mykolaiv"
    assert ask(text, "met" if "met" in text else "seized", weights({"stands at": 0.1})).maybe == ()


def test_jets_meet_over_the_sea_that_is_named_and_in_no_state_whose_jets_they_are() -> None:
    """Rule: a state that a text only names is no place of what befell over a sea that it tells as one."""
    text = "A jet flew close to a plane of the U.S. over the East China Sea on Monday."
    loud = weights({"airspace_violation: kind country": 9.0})
    assert name(ask(text, "flew", loud, kind="airspace_violation")) == "East China Sea"


def test_whose_ground_it_is_counts() -> None:
    """Rule: a place in the land of those who were hit is likelier, where the weights say so."""
    text = "Shells fell on Kherson on Monday, as guns spoke near Belgorod."
    model = weights({"shelling: of the target": 6.0})
    at = text.index("fell")
    located = Atlas(gazetteer(), model=model).locate(text, split(text))
    answer = located.for_act(
        at, at + 4, type="shelling", main=True, sides=Sides(actors=frozenset({"UA"}), targets=frozenset({"RU"}))
    )
    assert name(answer) == "Belgorod"


def test_where_else_it_may_have_been_is_told_with_its_likelihood() -> None:
    """Rule: other names that weigh something are told beside the place; the rules alone tell none."""
    unsure = ask(TEXT, "fell", weights({"stands about": 0.2}))
    assert [(place.name, share) for place, share in unsure.maybe] == [("Mykolaiv", 0.55)]
    assert ask(TEXT, "fell", weights({"stands about": -9.0})).maybe == ()
    assert ask(TEXT, "fell", None).maybe == ()


def test_only_the_act_a_text_was_written_for_is_moved() -> None:
    """Rule: what a text recalls stands where the rules find it; the model was taught with main acts alone."""
    assert name(ask(TEXT, "fell", weights({"stands about": 4.0}), main=False)) == "Kherson"


@pytest.mark.parametrize("kind", sorted(UNASKED))
def test_what_is_of_a_side_or_a_whole_country_is_left_to_the_rules_in_a_long_text(kind: str) -> None:
    """Rule: of the towns that a long text names none makes the place of a sanction or a ceasefire likelier; in an item,
    which names few, it may."""
    loud = weights({"stands about": 9.0})
    long = TEXT + " More was told." * 6
    assert ask(long, "fell", loud, kind=kind).place == ask(long, "fell", None, kind=kind).place
    assert name(ask(TEXT, "fell", loud, kind=kind)) == "Mykolaiv"


def test_who_calls_an_envoy_home_does_so_at_home() -> None:
    """Rule: where an envoy serves who is called home is not where it was decided, however likely by its words."""
    recalled = "Algeria recalled its ambassador to Paris on Saturday."
    sent = "Algeria named its ambassador to Paris on Saturday."
    assert ask(recalled, "recalled", weights({}), kind="diplomatic_break").maybe == ()
    assert [place.name for place, _ in ask(sent, "named", weights({}), kind="diplomatic_break").maybe] == ["Paris"]


def test_no_envoy_is_summoned_to_the_reef_a_quarrel_is_about() -> None:
    """Rule: ties are broken where somebody governs; an island, a base or a plant is only what they were broken over."""
    text = "In Manila the envoy was summoned on Monday, and {} was spoken of."
    reef = ask(text.format("Whitsun Reef"), "summoned", weights({}), kind="diplomatic_break")
    town = ask(text.format("Puerto Princesa"), "summoned", weights({}), kind="diplomatic_break")
    assert (name(reef), reef.maybe) == ("Manila", ())
    assert [place.name for place, _ in town.maybe] == ["Puerto Princesa"]


LATE = (
    "Shells killed nine in Ukraine. The families wait for news. Nobody slept. Buses were late. Shops are shut. Schools"
    " too. A priest came. Aid was sent. The road is closed. Water is short. Nurses in Kherson saw the shells land."
)


def test_a_name_far_from_the_act_is_heard_where_the_rules_know_no_more_than_a_country() -> None:
    """Rule: who mourns tells by the way, and late, where it was; where the act has a town, none is looked for there."""
    loud = weights({"beyond": 9.0})
    assert name(ask(LATE, "killed", None)) == "Ukraine"
    assert name(ask(LATE, "killed", loud)) == "Kherson"
    assert name(ask(LATE.replace("Ukraine", "Izium"), "killed", loud)) == "Izium"


def test_names_of_one_place_add_up() -> None:
    """Rule: a place named twice is likelier than one that weighs as much and is named once."""
    option = [Option(place=key, mention=None, seen=()) for key in ("a", "b", "b")]
    text = "Shells fell on Kherson."
    mention = Atlas(gazetteer()).locate(text, split(text)).mentions[0]
    known = [Option(place=o.place, mention=mention, seen=()) for o in option]
    choice = weights({}).choose(known, None)

    assert choice is not None
    assert choice.share == pytest.approx(2 / 3)


def test_a_town_and_the_village_next_to_it_speak_for_one_another() -> None:
    """Rule: places of one country within walking distance of each other add up, each under its own name."""
    text = "Shells fell on Damascus, near Douma and in Homs."
    damascus, next_to_it, far = Atlas(gazetteer()).locate(text, split(text)).mentions
    known = [Option(place=m.entry.key, mention=m, seen=(m.text,)) for m in (far, next_to_it, damascus)]
    choice = weights({"Homs": 1.0, "Damascus": 0.7, "Douma": 0.6}).choose(known, far.entry.key)

    assert choice is not None
    assert choice.mention is damascus


def test_of_neighbours_that_add_up_to_the_same_the_likelier_is_taken() -> None:
    """Rule: two places close by weigh alike together, whichever is asked, so that their own shares decide."""
    text = "Shells fell on Damascus and near Douma."
    damascus, next_to_it = Atlas(gazetteer()).locate(text, split(text)).mentions
    for likelier in (damascus, next_to_it):
        known = [Option(place=m.entry.key, mention=m, seen=(m.text,)) for m in (damascus, next_to_it)]
        choice = weights({likelier.text: 0.1}).choose(known, None)

        assert choice is not None
        assert choice.mention is likelier


def test_where_the_rules_know_no_place_a_guess_must_be_likelier_than_all_others_together() -> None:
    """Rule: unknown beats wrong."""
    text = "Shells fell on Kherson."
    mention = Atlas(gazetteer()).locate(text, split(text)).mentions[0]
    known = [Option(place=key, mention=mention, seen=()) for key in "abc"]

    choice = weights({}).choose(known, None)

    assert choice is not None
    assert choice.mention is None
    assert [share for _, share in choice.likely] == pytest.approx([1 / 3] * 3)


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        (
            "Two farm workers die in Poland as rocket falls on grain dryer",
            "Polish firefighters were called to Przewodow, six kilometres from Ukraine, after a blast on Wednesday."
            " Warsaw says that the missile was made in Russia.",
            "Przewodow",
        ),
    ],
)
def test_the_shipped_model_finds_the_town_in_the_land(title: str, text: str, place: str) -> None:
    """Cases the rules alone get wrong."""
    ruled, event = main_of(title, text, None), main_of(title, text, shipped())

    assert ruled.place is not None
    assert ruled.place.as_written != place
    assert event.place is not None
    assert event.place.as_written == place
    assert any("likelier by all that is named" in reason for reason in event.reasons)


def test_without_its_file_the_rules_alone_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: missing or broken weights cost a place here and there, never the stream."""

    def broken(data: bytes) -> PlaceModel:
        raise ModelError("the weights of places cannot be read")

    monkeypatch.setattr("monitor.events.places.choice.PlaceModel", broken)
    assert monitor.flow._places() is None
    assert name(ask(TEXT, "fell", None)) == "Kherson"


@pytest.mark.parametrize("data", [b"", b"[1]", b'{"a": "b"}'])
def test_other_bytes_are_no_weights(data: bytes) -> None:
    """Rule: whoever opens the file is told, and may go on by the rules."""
    with pytest.raises(ModelError):
        PlaceModel(data)


class _Hears:
    """Keeps what it hears of each name, and leaves the rules their place."""

    def __init__(self) -> None:
        self.seen: dict[str, set[str]] = {}

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        for option in options:
            if option.mention:
                self.seen.setdefault(option.mention.text, set()).update(option.seen)
        return None


def seen(text: str, trigger: str, title: str = "") -> dict[str, set[str]]:
    """What the model is told of each name of a text."""
    model, document = _Hears(), f"{title}\n\n{text}" if title else text
    located = Atlas(gazetteer(), model=model).locate(document, split(document, has_title=bool(title)))
    at = document.rindex(trigger)
    located.for_act(at, at + len(trigger), type="shelling", main=True)
    return model.seen


@pytest.mark.parametrize(
    ("title", "text", "name", "told"),
    [
        (
            "Five die in Kunduz",
            "The shells hit a post in Imam Sahib.",
            "Imam Sahib",
            "headline has namesake within, town",
        ),
        ("Five die in Kharkiv", "Shells hit Kharkiv and Kupiansk.", "Kupiansk", "headline has namesake within, town"),
        ("Guns over Lebanon", "Shells hit Tyre and Haifa.", "Haifa", "headline has country in another land, site"),
        ("Guns over Lebanon", "Shells hit Tyre and Haifa.", "Tyre", "headline has country in its land, town"),
        ("Five die", "Shells hit Tyre, said officials in Beirut.", "Tyre", "headline has none, town"),
        ("", "Shells hit Sidon. Five were killed in Tyre.", "Tyre", "toll told True, fine"),
        ("", "Shells hit Sidon. Five were killed in Tyre.", "Sidon", "toll told False, fine"),
        ("", "Shells hit Sidon. An earlier attack left Tyre dark.", "Tyre", "told with earlier, fine"),
        ("", "Shells hit Sidon. In 2006 Tyre was in ruins.", "Tyre", "year told, fine"),
        ("", "Shells hit Sidon. On Monday Tyre was in ruins.", "Tyre", "day told, fine"),
        ("", "Shells hit the outskirts of the town of Sidon, and Tyre.", "Sidon", "before it outskirts"),
        ("", "Shells hit Sidon province and Tyre.", "Sidon", "behind it province"),
        ("", "Shells hit Kherson and Enerhodar.", "Kherson", "sharp namesake"),
        ("", "Shells hit Kherson and Enerhodar.", "Enerhodar", "sharp town"),
    ],
)
def test_the_model_is_told_how_a_name_lies_to_the_rest(title: str, text: str, name: str, told: str) -> None:
    """Rule: headline, sentence, the words around, and a town called as its province are heard."""
    assert told in seen(text, "hit", title)[name]


@pytest.mark.parametrize(
    ("title", "text", "name", "not_told"),
    [
        ("Five die in Kunduz", "The shells hit a post in Taloqan.", "Taloqan", "headline has namesake within, town"),
        ("Five die in Sidon", "Shells hit Sidon and Tyre.", "Sidon", "headline has town in its land, town"),
        ("", "Shells hit Sidon. It is 2006 times as large as Tyre.", "Sidon", "year told, fine"),
        ("", "Shells hit Sidon. Monday is a holiday in Tyre.", "Sidon", "day told, fine"),
        ("", "Shells hit the outskirts of Sidon. In Tyre all was calm.", "Tyre", "before it outskirts"),
        ("", "Shells hit Tyre and Kherson.", "Tyre", "sharp namesake"),
    ],
)
def test_and_of_nothing_that_is_not_so(title: str, text: str, name: str, not_told: str) -> None:
    """What another sentence, another province or a name itself tells is not told of a name."""
    assert not_told not in seen(text, "hit", title)[name]


def test_where_one_place_alone_is_named_nobody_is_asked() -> None:
    """Rule: where all names mean the place that the rules chose, there is nothing to choose."""
    assert seen("Shells hit Sidon. In Sidon all was calm.", "hit") == {}


class _Last:
    """Takes the last name, whatever it is."""

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        mention = options[-1].mention
        return Choice(likely=((mention, 1.0),), mention=mention, share=1.0) if mention else None


WORDS = st.sampled_from(
    """shells fell on in near Kherson Mykolaiv Iraq Erbil Hodeidah the of border between and off 50 miles from Sea Red
    Saada province officials said killed . , Aden after 2020 Syria's town""".split()
)


@settings(deadline=None)  # the first example loads the table
@given(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.sampled_from([_Last(), shipped()]),
    st.sampled_from(["shelling", "maritime_incident", "no type of ours"]),
)
def test_whatever_is_chosen_is_named_in_the_text(text: str, model: PlaceModel | _Last, kind: str) -> None:
    """Law: the evidence of a place is the text at its offsets, and asking twice gives the same answer."""
    located = Atlas(gazetteer(), model=model).locate(text, split(text))
    answer = located.for_act(0, min(6, len(text)), type=kind, main=True)

    assert answer == located.for_act(0, min(6, len(text)), type=kind, main=True)
    if answer.evidence is not None:
        assert text[answer.evidence.start : answer.evidence.end] == answer.evidence.text
