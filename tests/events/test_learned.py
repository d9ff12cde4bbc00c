"""The second opinion: what the model says of words, how rules and model are heard together, the rules without it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import monitor.flow
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.gist import Gist
from monitor.events.learned import NONE, PAIR, Opinion, TypeModel, as_row, features, worth_asking
from monitor.events.rules import load
from monitor.events.scan import Line, Scanner
from monitor.events.sentences import split
from monitor.events.topics import Topics
from monitor.events.weigh import doubt, weighed
from monitor.events.weights import pack
from monitor.flow import build_flow
from monitor.taxonomy import TYPES
from monitor.types import Count, Event, Item, Modality, Role
from tests.fakes import NOON

ROOT = Path(__file__).resolve().parents[2]
CALM = Topics(points={}, title={}, words={})


@cache
def scanner() -> Scanner:
    return Scanner()


@cache
def shipped() -> TypeModel:
    return TypeModel((ROOT / "monitor/data/reading.bin").read_bytes())


def opinion(title: str, text: str = "") -> Opinion:
    document = f"{title}\n\n{text}" if text else title
    return shipped().opinion(document, scanner().lines(document, split(document, has_title=True)))


def shares(**given: float) -> Opinion:
    """An opinion with these shares; what is left goes to no type."""
    rest = 1.0 - sum(given.values())
    return Opinion(shares={**dict.fromkeys((*TYPES, NONE), 0.0), NONE: rest, **given}, words={}, rows={})


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        (
            "Iranian boats take over a tanker off Fujairah",
            "Guards climbed aboard the Greek vessel on Monday and steered it towards Bandar Abbas, the navy said.",
            "maritime_incident",
        ),
        (
            "Vienna gives three Russian envoys a week to pack",
            "The foreign ministry declared the attaches unwelcome on Monday and called its own ambassador home.",
            "diplomatic_break",
        ),
        (
            "Army guns pound a village on the border, three dead",
            "Artillery rounds fell on a market in Beryslav on Monday, the governor said.",
            "shelling",
        ),
        ("Union calls nurses out for a third week", "Talks on pay broke down on Monday.", NONE),
        ("Striker fires winner in the last minute", "The captain's shot went in off the post.", NONE),
    ],
)
def test_the_shipped_model_hears_what_words_tell(title: str, text: str, kind: str) -> None:
    """What no rule has a phrase for is told by all words together; everyday news is told from it."""
    said = opinion(title, text)

    assert max(said.shares, key=lambda name: said.shares[name]) == kind


def test_shares_add_up_and_name_every_type() -> None:
    """An opinion is a distribution over the types of the taxonomy and none of them."""
    said = opinion("Drones reach a refinery", "Two tanks burned, the governor said.")

    assert set(said.shares) == {*TYPES, NONE} - {"other"}
    assert sum(said.shares.values()) == pytest.approx(1.0)


def test_the_words_that_spoke_for_a_type_are_told() -> None:
    """The strongest word for shelling in a sentence about guns is one of guns."""
    document = "Army guns pounding the village"
    lines = scanner().lines(document, split(document, has_title=True))

    line, word = shipped().opinion(document, lines).speak_for("shelling")[0]

    told = lines[line].words[word]
    assert document[told.start : told.end] in ("guns", "Army guns", "pounding")


@given(st.text(max_size=400))
def test_any_text_has_an_opinion(text: str) -> None:
    """Whatever arrives: no exception, and shares that add up."""
    assert sum(opinion(text or "x").shares.values()) == pytest.approx(1.0)


def test_a_rule_stands_until_the_words_say_another_type_far_more_likely() -> None:
    """The rules' own choice is worth more than a doubt of the model, and less than its certainty."""
    ruled = Gist(type="airstrike", reason="airstrike", text="", votes={"airstrike": 2.0, "drone_strike": 1.0})

    assert weighed(ruled, shares(airstrike=0.3, drone_strike=0.6), CALM).type == "airstrike"
    assert weighed(ruled, shares(airstrike=0.001, interception=0.97), CALM).type == "interception"


def test_what_rules_leave_quiet_is_told_only_beyond_doubt() -> None:
    """No act found: plain words open an incident, doubtful ones and words of everyday news do not."""
    quiet = Gist(type="", reason="words", text="no words of an escalation were found")
    mishap = Topics(points={"accident": 5.0}, title={}, words={})

    assert weighed(quiet, shares(shelling=0.97), CALM).type == "shelling"
    assert weighed(quiet, shares(shelling=0.6, bombing=0.2), CALM).type == ""
    assert weighed(quiet, shares(shelling=0.97), mishap).type == ""
    assert weighed(Gist(type="", reason="collection", text=""), shares(shelling=1.0), CALM).type == ""


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Drone strike kills three in Bannu", "drone_strike"),
        ("Air raid on market kills nine in Kachin", "airstrike"),
        ("Gunmen abduct nuns in Kaduna", "abduction"),
        ("Seven bakers honoured in Lyon", NONE),
    ],
)
def test_a_headline_by_itself_is_as_good_as_a_text(headline: str, kind: str) -> None:
    """Few words are weighed as few: the model is taught headlines alone, and sees how many words there are."""
    said = opinion(headline).shares
    assert max(said, key=lambda name: said[name]) == kind


def test_the_model_sees_how_many_words_it_reads() -> None:
    """A text of more words has all the steps of one of fewer."""
    document = "Guns over the hills\n\nShells fell on the town at noon, and a child was hurt in the fields behind it."
    lines = scanner().lines(document, split(document, has_title=True))
    few, many = ({f for f in features(document, front) if f.startswith("words >")} for front in (lines[:1], lines))
    assert few < many


def test_a_word_of_headline_and_lead_is_seen_with_the_one_behind_it_and_any_name_is_the_same() -> None:
    """'Strike on a village' is no 'strike on pay'; which village it was tells nothing."""
    document = "Army opens fire on crowd in Ansongo\n\nA fourth was hurt in Kara."
    seen = features(document, scanner().lines(document, split(document, has_title=True)))
    assert {f for f in seen if PAIR in f} == {
        f"army.{PAIR}opens fire.",
        f"opens fire.{PAIR}on",
        f"on{PAIR}crowd.",
        f"crowd.{PAIR}in",
        f"in{PAIR}N",
        f"fourth.{PAIR}was",
        f"was{PAIR}hurt.",
        f"hurt.{PAIR}in",
    }


def test_one_word_of_a_headline_leaves_no_doubt_that_two_would() -> None:
    """A word of the title counts three points: alone it silences nothing but a theft of data."""
    quiet = Gist(type="", reason="words", text="no words of an escalation were found")
    word, words = (Topics(points={"film": points}, title={}, words={}) for points in (3.0, 4.5))

    assert weighed(quiet, shares(maritime_incident=0.96), word).type == "maritime_incident"
    assert weighed(quiet, shares(maritime_incident=0.96), words).type == ""
    assert weighed(quiet, shares(cyberattack=0.96), word).type == ""


def test_that_it_is_news_is_surer_to_tell_than_of_which_type() -> None:
    """Several types may share what is certain; a crowd or a blast alone must have nearly all of it."""
    lies_back = Gist(type="", reason="historical", text="")

    assert weighed(lies_back, shares(shelling=0.45, rocket_fire=0.3, airstrike=0.24), CALM).type == "shelling"
    assert weighed(lies_back, shares(unrest=0.45, armed_clash=0.3, abduction=0.24), CALM).type == ""
    assert weighed(lies_back, shares(bombing=0.45, shelling=0.3, airstrike=0.24), CALM).type == ""


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Helicopters lift British nationals out of Khartoum", True),
        ("Ministers of Sudan and Egypt meet on water", False),
        ("Nationals told to register at the desk", False),
    ],
)
def test_the_words_are_asked_where_a_state_and_one_telling_word_are_named(title: str, asked: bool) -> None:
    """A front in which no rule found an act costs the question only where its words may tell of one."""
    assert worth_asking(scanner().lines(title, split(title, has_title=True))) is asked


def test_an_act_of_the_rules_without_a_side_needs_less_than_one_they_did_not_find() -> None:
    """Rule: an act that only lacks its side is heard under more doubt, where its type is plain; stolen data never"""
    lacking, nothing = (Gist(type="", reason=reason, text="") for reason in ("no_side", "words"))

    assert weighed(lacking, shares(bombing=0.88), CALM).type == "bombing"
    assert weighed(nothing, shares(bombing=0.88), CALM).type == ""
    assert weighed(lacking, shares(bombing=0.6, shelling=0.28), CALM).type == ""
    assert weighed(lacking, shares(cyberattack=0.88), CALM).type == ""


def test_an_act_under_would_or_may_is_heard_where_the_words_leave_no_doubt_at_all() -> None:
    """Rule: 'one entered the airspace, two more would have' tells of what was; a mere plan leaves a doubt."""
    planned = Gist(type="", reason="modality", text="")

    assert weighed(planned, shares(airspace_violation=0.995), CALM).type == "airspace_violation"
    assert weighed(planned, shares(airspace_violation=0.97), CALM).type == ""


def test_words_of_other_news_silence_a_weak_rule_and_no_strong_one() -> None:
    """'none' beyond doubt takes a chance hit back, with its reason; many points stand."""
    weak = Gist(type="unrest", reason="unrest", text="unrest: 1.2 points", votes={"unrest": 1.2})
    strong = Gist(type="unrest", reason="unrest", text="unrest: 4.5 points", votes={"unrest": 4.5})

    silenced = weighed(weak, shares(), CALM)

    assert (silenced.type, silenced.reason) == ("", "words")
    assert "other news" in silenced.text
    assert weighed(strong, shares(), CALM).type == "unrest"


def told(kind: str, role: Role = Role.MAIN, confidence: float = 0.5) -> Event:
    """What a reader made of a text."""
    return Event(
        id="a#0", article_id="a", type=kind, modality=Modality.OCCURRED, role=role, confidence=confidence
    )  # fmt: skip


RULED = Gist(type="airstrike", reason="airstrike", text="rules", votes={"airstrike": 2.0})
SILENT = Gist(type="", reason="words", text="rules")


@pytest.mark.parametrize(
    ("event", "ruled", "opinion", "topics", "said"),
    [
        (told("airstrike"), RULED, shares(airstrike=0.8), CALM, ""),
        (told("airstrike"), RULED, shares(airstrike=0.7), CALM, "one phrase"),
        (told("airstrike"), RULED, shares(armed_clash=0.9), CALM, ""),  # that force was used both say
        (told("airstrike"), RULED, shares(airstrike=0.2), CALM, "one phrase"),
        (told("airstrike"), replace(RULED, votes={"airstrike": 4.0}), shares(airstrike=0.2), CALM, ""),
        (told("drone_strike"), SILENT, shares(drone_strike=0.7, talks=0.3), CALM, "its words as a whole"),
        (told("drone_strike"), SILENT, shares(drone_strike=0.95), CALM, ""),
        (told("talks"), RULED, shares(talks=0.8, airstrike=0.2), CALM, "reads as air strike or as talks"),
        (
            told("airstrike"),
            RULED,
            shares(airstrike=0.7),
            replace(CALM, points={"crime": 3.0}),
            "may be ordinary crime",
        ),
        (told("airstrike", Role.ALSO_NEW), RULED, shares(sanctions=0.9), CALM, "mentioned beside other news"),
        (told("airstrike", Role.ALSO_NEW, 0.9), RULED, shares(sanctions=0.9), CALM, ""),
        (
            replace(told("airstrike", Role.ALSO_NEW), killed=Count(best=4)),
            SILENT,
            shares(sanctions=0.9),
            CALM,
            "",
        ),
    ],
)
def test_what_one_of_the_two_alone_tells_is_told_with_its_doubt(
    event: Event, ruled: Gist, opinion: Opinion, topics: Topics, said: str
) -> None:
    """Rules and words that agree leave none, nor does one of them that is sure; the reason is given in words."""
    reason = doubt(event, ruled, opinion, topics)
    assert said in reason
    assert bool(reason) == bool(said)


def test_a_strong_rule_of_fighting_is_not_turned_into_a_truce() -> None:
    """That a report of fighting names the truce it broke makes it no report of a truce."""
    fight = Gist(type="armed_clash", reason="armed_clash", text="rules", votes={"armed_clash": 3.0})
    assert weighed(fight, shares(ceasefire=0.97), CALM).type == "armed_clash"
    weak = replace(fight, votes={"armed_clash": 1.0})
    assert weighed(weak, shares(ceasefire=0.97), CALM).type == "ceasefire"


def test_jets_that_met_in_the_air_brought_none_down_whatever_the_words_say() -> None:
    """'Unsafe intercept of spy plane': where no word of the rules says that an aircraft fell, none did."""
    votes = {"airspace_violation": 3.9}
    met = Gist(type="airspace_violation", reason="airspace_violation", text="rules", votes=votes)
    opinion = shares(aircraft_downed=0.9, airspace_violation=0.05)

    assert weighed(met, opinion, CALM).type == "airspace_violation"
    assert weighed(replace(met, votes={**votes, "aircraft_downed": 1.0}), opinion, CALM).type == "aircraft_downed"


def test_words_of_what_a_step_is_taken_over_do_not_make_it_the_news() -> None:
    """'Shuts consulate over blast' is news of the step, however much the text tells of the blast."""
    votes = {"diplomatic_break": 1.8}
    step = Gist(type="diplomatic_break", reason="diplomatic_break", text="rules", votes=votes)
    opinion = shares(sabotage=0.95, diplomatic_break=0.02)

    assert weighed(step, opinion, CALM).type == "sabotage"
    assert weighed(replace(step, answers=True), opinion, CALM).type == "diplomatic_break"
    assert weighed(replace(step, answers=True), shares(sanctions=0.97), CALM).type == "sanctions"


def test_what_the_headline_tells_first_counts_for_more() -> None:
    """'Air raids kill 26; rockets kill two' is written for the raids, though the text speaks as much of rockets."""
    votes = {"airstrike": 2.4, "rocket_fire": 2.6}
    both = Gist(type="rocket_fire", reason="rocket_fire", text="rules", votes=votes)
    opinion = shares(airstrike=0.6, rocket_fire=0.3)

    assert weighed(both, opinion, CALM).type == "rocket_fire"
    assert weighed(replace(both, first="airstrike"), opinion, CALM).type == "airstrike"


def test_a_report_in_words_of_no_rule_opens_an_incident_with_its_evidence() -> None:
    """The act stands at a word of the text, and the reading says that the words decided."""
    item = Item(
        source="t",
        key="1",
        subject="1",
        received=NOON,
        title="Worshippers slain at dawn prayer in El Fasher, medics accuse RSF",
        text="A drone dived at a mosque in the encircled capital of North Darfur on Friday, and 43 civilians died.",
        published=NOON,
    )

    reading = build_flow().read(extract(item))

    (event, *_) = reading.events
    assert event.type in ("drone_strike", "armed_assault")
    (piece,) = [e for e in event.evidence if e.field == "type"]
    assert f"{item.title}\n\n{item.text}"[piece.start : piece.end] == piece.text
    assert "words of the front" in reading.reasons[0]


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Lights over Doel", "Three drones were spotted above the Doel nuclear plant on Monday.", "airspace_violation"),
        (
            "ELN gives settlers two weeks to go",
            "The ELN gave settlers in Catatumbo two weeks to get out on Monday. Whoever"
            " stays will be executed, it said.",
            "threat",
        ),
        (
            "Iran official says US bases within reach of its missiles",
            "Iran's defence minister said on Monday that all US"
            " bases in the region were within reach and would be boldly targeted if war came.",
            "threat",
        ),
        ("Drones hit Doel", "Three drones struck the Doel nuclear plant on Monday, killing one.", "drone_strike"),
        (
            "Military plane comes down in Kayah",
            "An aircraft of the Myanmar military crashed in Kayah State on Monday. Shooting was heard before it fell.",
            "aircraft_downed",
        ),
        (
            "Officers lowered onto tanker",
            "Armed police went down ropes from helicopters on to an oil tanker in the Gulf of Finland on Monday.",
            "maritime_incident",
        ),
        (
            "No planes at Sochi",
            "Temporary restrictions on arrivals were introduced at Sochi airport on Monday as drones"
            " flew nearby, Rosaviatsia said.",
            "closure",
        ),
        (
            "Gangs free 500 inmates in raid on jail",
            "Gangs attacked Mirebalais in Haiti on Monday, broke open the prison"
            " and freed some 500 inmates, police said.",
            "armed_assault",
        ),
    ],
)
def test_what_a_front_plainly_tells_is_of_a_type_of_its_own(title: str, text: str, kind: str) -> None:
    """Rule: drones that are only seen, a plane that only fell and inmates who only got out are no attack in the air."""
    item = Item(source="t", key="1", subject="1", received=NOON, published=NOON, title=title, text=text)

    assert build_flow().read(extract(item)).events[0].type == kind


def test_without_its_file_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing or broken model costs recall, never the stream: one warning, and every plain report is still told."""

    def broken(data: bytes) -> TypeModel:
        raise ModelError("the model cannot be read")

    monkeypatch.setattr("monitor.events.learned.TypeModel", broken)
    assert monitor.flow._model() is None

    item = Item(
        source="t", key="1", subject="1", received=NOON, published=NOON,
        title="Russian missile strike kills four in Kharkiv", text="A missile hit a shop on Monday, killing four.",
    )  # fmt: skip
    assert build_flow().read(extract(item)).events[0].type == "missile_strike"


@pytest.mark.parametrize("data", [b"", b"x" * 64, b"\x78\x9c\x03\x00\x00\x00\x00\x01"])
def test_bytes_that_are_no_model_are_refused(data: bytes) -> None:
    """Raised as one error of ours, whatever is wrong with the file."""
    with pytest.raises(ModelError):
        TypeModel(data)


def test_the_same_weights_give_the_same_file() -> None:
    """The file is a product of its items: no dates, no order of chance in it."""
    weights = {"guns.": {0: 1.0, 1: -0.5}, "goal.": {1: 0.25}}

    one = pack(["shelling", NONE], [0.1, -0.1], weights)
    two = pack(["shelling", NONE], [0.1, -0.1], dict(reversed(weights.items())))

    assert one == two
    document = "guns"
    lines = scanner().lines(document, split(document))
    said = TypeModel(one).opinion(document, lines)
    assert ("guns." in features(document, lines)) == bool(said.speak_for("shelling"))


def test_every_item_of_the_training_set_can_be_used() -> None:
    """One object a line: a known type, a headline, a text unless the headline stands alone; no id twice."""
    seen: set[str] = set()
    for path in sorted((ROOT / "scripts/training").glob("*.jsonl")):
        for number, line in enumerate(path.open(encoding="utf-8"), 1):
            item = json.loads(line)
            where = f"{path.name}:{number}"
            assert item["type"] in {*TYPES, NONE}, where
            assert item["title"].strip(), where
            assert item["text"].strip() or path.stem == "plain_headlines", where
            assert item["id"] not in seen, where
            seen.add(item["id"])
    assert len(seen) > 3_000


def test_a_chance_hit_under_a_headline_of_other_news_is_silenced_where_words_call_it_so() -> None:
    """Few points, hardly a share and a likely 'none' are quiet together; a text without a headline keeps its doubt."""
    ruled = Gist(type="airstrike", reason="airstrike", text="", votes={"airstrike": 1.4})

    assert weighed(ruled, shares(airstrike=0.02, unrest=0.2), CALM).type == ""
    assert weighed(ruled, shares(airstrike=0.3, unrest=0.05), CALM).type == "airstrike"
    assert weighed(ruled, shares(airstrike=0.02, unrest=0.15), CALM, titled=False).type == "airstrike"


@pytest.mark.parametrize("kind", ["piracy", "sabotage"])
def test_no_words_overrule_what_the_users_own_rules_say(kind: str) -> None:
    """A phrase of the user's, for a type of ours or of their own, is neither silenced nor given another type."""
    own = "type | piracy | Piracy at sea | sea | 6 | up | ships boarded for ransom\n"
    rules = load(f"{own}phrase | {kind} | golden goal\n")
    item = Item(
        source="t", key="1", subject="1", received=NOON, published=NOON,
        title="Captain decides the derby", text="He scored the golden goal for the home side on Monday.",
    )  # fmt: skip

    reading = Reader(rules=rules, model=shipped()).read(extract(item))

    assert [event.type for event in reading.events] == [kind]


class Sure(TypeModel):
    """A model that is sure of shelling, and names the fifth word of the headline for it."""

    def __init__(self) -> None:
        pass

    def opinion(self, document: str, lines: Sequence[Line]) -> Opinion:
        said = shares(shelling=0.97)
        row = as_row(bytes((list(said.shares).index("shelling"), 200)), len(said.shares))
        return Opinion(shares=said.shares, words={"turn.": (0, 4)}, rows={"turn.": row})


@pytest.mark.parametrize(("verb", "told"), [("did", True), ("might", False)])
def test_what_a_clause_only_fears_is_no_fact_however_sure_the_words_are(verb: str, told: bool) -> None:
    """An act that the model alone finds stands under the doubt of its clause, and the reading says so."""
    item = Item(
        source="t", key="1", subject="1", received=NOON, published=NOON,
        title=f"Army at the border {verb} turn its guns on the market", text="Traders spoke of it on Monday.",
    )  # fmt: skip

    reading = Reader(model=Sure()).read(extract(item))

    assert bool(reading.events) is told
    assert told or "'might': hypothetical" in reading.reasons[0]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Gunfire leaves the district without power and heat", True),
        ("No impact from the army launch on the market", True),
        ("Army at border denies turning its guns on the market", True),
        ("Army denies reports of guns at the border market", False),
        ("Army urged not to turn guns on the market", False),
    ],
)
def test_who_denies_a_part_in_an_act_or_misses_a_thing_denies_no_act_of_the_model(title: str, told: bool) -> None:
    item = Item(
        source="t", key="1", subject="1", received=NOON, published=NOON,
        title=title, text="Traders spoke of it on Monday.",
    )  # fmt: skip

    assert bool(Reader(model=Sure()).read(extract(item)).events) is told
