"""What weighs the figures of dead and wounded where the rules may have taken another act's."""

from __future__ import annotations

import pytest

import monitor.flow
from monitor.errors import ModelError
from monitor.events import weights
from monitor.events.sentences import split
from monitor.events.tolls.choice import BARE, MARGIN, STATED, SUM, Figure, Option, Ruled, TollModel, by_rules
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.toll import Toll, Tolls
from monitor.types import Count

TALE = (
    "Mortar fire on a market in Halfaya\n"
    "Four traders were killed when mortars hit the market of Halfaya on Monday. The hospital counted seven by"
    " nightfall.\n"
    "Nine people were killed in the town since spring, a clerk said."
)


def model(**of: float) -> TollModel:
    """A model of these weights alone."""
    named = {name.replace("_", " "): {0: weight} for name, weight in of.items()}
    return TollModel(weights.pack(["tolls"], [0.0], named))


def read(document: str, trigger: str, type: str, chooser: TollModel | None) -> Toll:
    sentences = tuple(split(document, has_title=True))
    setting = Setting(place=None, scenes=[()] * len(sentences), age=None, age_of=lambda start, end: None)
    start = document.index(trigger)
    return Tolls(document, sentences, chooser).for_act(start, start + len(trigger), type=type, setting=setting)


def killed(toll: Toll) -> int | None:
    return toll.killed.best if toll.killed else None


def figure(value: int, start: int = 0, source: str = STATED) -> Figure:
    count = Count(low=value, best=value, high=value)
    return Figure(count=count, start=start, end=start + 1, sentence=0, source=source)


def test_without_a_model_the_rules_decide_alone() -> None:
    """Rule: the model is a second opinion; without it the figure that the rules take stands."""
    toll = read(TALE, "hit", "shelling", None)

    assert killed(toll) == 4
    assert toll.because == ""


def test_a_figure_much_likelier_than_that_of_the_rules_is_taken_and_why_is_told() -> None:
    """Rule: it comes with its evidence and its likelihood."""
    toll = read(TALE, "hit", "shelling", model(bare=3.0))

    assert killed(toll) == 7
    assert toll.because == "killed: 7 instead of 4, likely by the words around (83%)"
    assert any(e.field == "killed" and e.text == "seven" for e in toll.evidence)
    assert toll.wounded is None  # one number is not of both


def test_a_figure_hardly_likelier_changes_nothing() -> None:
    """Rule: up to MARGIN, as a difference of logarithms, the figure of the rules stands."""
    assert killed(read(TALE, "hit", "shelling", model(bare=MARGIN - 0.1, none=0.1))) == 4


def test_what_the_rules_made_of_several_figures_stands() -> None:
    """Rule: the one who is named and those who died with him are weighed as one by the rules alone."""
    document = (
        "Colonel Idris Bello killed with three guards\n"
        "Gunmen killed Colonel Idris Bello and three guards on Monday at his house in Sokoto.\n"
        "Two people were killed in the town in spring."
    )
    alone = read(document, "Gunmen", "targeted_killing", None)
    assert killed(read(document, "Gunmen", "targeted_killing", model(stated=9.0))) == killed(alone)


def test_where_all_figures_agree_nothing_is_weighed() -> None:
    """Rule: the model is asked in doubt only."""

    class Deaf:
        def choose(self, options: object, ruled: Ruled, *, doubt: bool) -> None:
            assert not doubt

    document = "Shells kill four in Marib\nShells killed four people in Marib on Monday. The four were killed at home."
    sentences = tuple(split(document, has_title=True))
    setting = Setting(place=None, scenes=[()] * len(sentences), age=None, age_of=lambda start, end: None)

    assert killed(Tolls(document, sentences, Deaf()).for_act(0, 6, type="shelling", setting=setting)) == 4


def test_further_acts_keep_to_the_rules() -> None:
    """Rule: the model knows the acts that texts were written for, and no others."""
    sentences = tuple(split(TALE, has_title=True))
    toll = Tolls(TALE, sentences, model(bare=9.0)).for_act(TALE.index("hit"), TALE.index("hit") + 3, scope=(1, 2))

    assert killed(toll) == 4


def test_mentions_of_one_figure_add_up() -> None:
    """Rule: two mentions of one figure outweigh one of another that is as plain."""
    options = [
        Option(kind="killed", figure=None, seen=[]),
        Option(kind="killed", figure=figure(5, 0), seen=["plain"]),
        Option(kind="killed", figure=figure(5, 9), seen=["plain"]),
        Option(kind="killed", figure=figure(8, 20), seen=["plain"]),
    ]
    shares, _ = model(plain=1.0).shares(options, Ruled(8, 20))

    assert shares[5] == pytest.approx(2 * shares[8])
    assert sum(shares.values()) == pytest.approx(1.0)


def test_what_the_rules_took_speaks_for_itself_and_against_the_others() -> None:
    """Rule: their figure, that none is told, and how another lies to theirs are things to be weighed."""
    ruled = Ruled(5, 0)

    assert "the ruled stated killed" in by_rules(Option(kind="killed", figure=figure(5), seen=[]), ruled)
    assert "as ruled" in by_rules(Option(kind="killed", figure=figure(5, 30, BARE), seen=[]), ruled)
    assert "sum against some more" in by_rules(Option(kind="killed", figure=figure(8, 0, SUM), seen=[]), ruled)
    assert by_rules(Option(kind="killed", figure=None, seen=[]), ruled) == ["none killed ruled some"]


def test_a_broken_file_is_told_and_the_shipped_one_is_read() -> None:
    """Rule: bytes that are no weights raise ModelError, and the program ships some that are."""
    with pytest.raises(ModelError, match="tolls"):
        TollModel(b"no weights")
    assert monitor.flow._tolls() is not None
