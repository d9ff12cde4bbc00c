"""What weighs who claims an act where no phrase of the rules tells it."""

from __future__ import annotations

import pytest

import monitor.flow
from monitor.errors import ModelError
from monitor.events import weights
from monitor.events.sentences import split
from monitor.events.sides.choice import NEW, NOBODY, ClaimModel, Option
from monitor.events.sides.who import Parties, WhoAnswer

TALE = (
    "Dusk raid on a fuel depot\n"
    "Rockets hit a fuel depot near Kassala on Monday and four guards died. The Houthis let it be understood whose"
    " rockets these had been. Police looked for the launcher."
)


def model(**of: float) -> ClaimModel:
    """A model of these weights alone."""
    named = {name.replace("_", " "): {0: weight} for name, weight in of.items()}
    return ClaimModel(weights.pack(["claims"], [0.0], named))


def read(document: str, trigger: str, type: str, chooser: ClaimModel | None) -> WhoAnswer:
    start = document.index(trigger)
    return Parties(document, split(document, has_title=True), chooser).for_act(start, start + len(trigger), type=type)


def test_without_a_model_the_rules_decide_alone() -> None:
    """Rule: the model is a second opinion; without it nothing is claimed that no phrase tells."""
    assert read(TALE, "hit", "rocket_fire", None).claimed_by is None


@pytest.mark.parametrize(
    "told",
    [
        "In May the post burned, and the Houthis claimed that raid as theirs.",
        "In May the post burned, and the Houthis claimed that raid before they took it back.",
        "The Houthis have neither confirmed nor denied that their rockets were used.",
        "The Houthis gave no comment.",
        "\n\nIn neighbouring Oman, meanwhile, a bomb hit a truck. The Houthis took responsibility for it.",
    ],
)
def test_a_side_that_speaks_of_another_act_or_says_nothing_is_not_chosen_however_likely(told: str) -> None:
    """Rule: 'claimed that raid' is told of the one before, and who does not comment claims nothing."""
    tale = TALE.replace("The Houthis let it be understood whose rockets these had been.", told)

    assert read(TALE, "hit", "rocket_fire", model(group=3.0)).claimed_by is not None
    assert read(tale, "hit", "rocket_fire", model(group=3.0)).claimed_by is None


@pytest.mark.parametrize(
    "told", ["The Houthis did not comment on the damage.", "Until then the Houthis had not commented."]
)
def test_who_does_not_comment_on_one_thing_may_still_claim_the_act(told: str) -> None:
    """Rule: 'on the damage' and 'until then' leave the act to be claimed."""
    tale = TALE.replace("Police looked for the launcher.", told)

    assert read(tale, "hit", "rocket_fire", model(group=3.0)).claimed_by is not None


def test_a_side_much_likelier_than_nobody_claims_the_act_and_why_is_told() -> None:
    """Rule: what the words around a name speak for is a claim with evidence and with its likelihood."""
    answer = read(TALE, "hit", "rocket_fire", model(group=3.0))

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Houthis"
    assert answer.because == ("claimed by: Houthis, likely by the words around (95%)",)
    assert any(e.field == "claimed_by" and e.text.startswith("Houthis let it be understood") for e in answer.evidence)
    assert "Houthis" in [party.name for party in answer.actors]


def test_a_side_hardly_likelier_than_nobody_claims_nothing() -> None:
    """Rule: up to NEW, as a difference of logarithms, the act stays unclaimed."""
    assert read(TALE, "hit", "rocket_fire", model(group=NEW / 2, nobody=0.1)).claimed_by is None


def test_what_the_rules_read_is_not_weighed() -> None:
    """Rule: a phrase of responsibility stands, whatever the words around another name speak for."""
    document = TALE.replace("The Houthis let it be understood whose rockets these had been", "ELN rebels claimed it")
    document += " The Houthis were said to be far away."

    answer = read(document, "hit", "rocket_fire", model(group=9.0))

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "ELN"
    assert answer.because == ()


def test_steps_of_states_are_claimed_by_nobody() -> None:
    """Rule: who decides a closure or a drill does not claim it."""
    document = "Border shut\nThe border was closed on Monday. The Houthis let it be understood why."
    assert read(document, "closed", "closure", model(group=9.0)).claimed_by is None


def test_mentions_of_one_side_add_up() -> None:
    """Rule: two names of one camp outweigh one of another that is as plain."""
    shares, _ = model(plain=1.0).shares(
        [
            Option(camp="A", side=None, seen=["plain"]),
            Option(camp="A", side=None, seen=["plain"]),
            Option(camp="B", side=None, seen=["plain"]),
            Option(camp=NOBODY, side=None, seen=[]),
        ]
    )
    assert shares["A"] == pytest.approx(2 * shares["B"])
    assert sum(shares.values()) == pytest.approx(1.0)


def test_a_broken_file_is_told_and_the_shipped_one_is_read() -> None:
    """Rule: bytes that are no weights raise ModelError, and the program ships some that are."""
    with pytest.raises(ModelError, match="claims"):
        ClaimModel(b"no weights")
    assert monitor.flow._claims() is not None
