"""The user's own rules: what they add, and how a bad one is refused."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.errors import ConfigError
from monitor.events.classify import Reader
from monitor.events.rules import Rules, load
from monitor.types import Item, Reading


def read(rules: Rules, title: str, text: str) -> Reading:
    published = datetime(2025, 3, 4, 12, tzinfo=UTC)
    item = Item(
        source="s", key="k", subject="s", received=published, title=title, text=text, published=published,
        published_precision="minute",
    )  # fmt: skip
    return Reader(rules=rules).read(extract(item))


def test_a_phrase_of_the_user_opens_an_incident_of_its_type() -> None:
    """Words that mean nothing to the shipped lexicon are read where a rule names them."""
    rules = load("phrase | drone_strike | iron bird came down\n")

    quiet = read(Rules(), "Iron bird came down on Sudanese depot", "An iron bird came down on a depot on Monday.")
    loud = read(rules, "Iron bird came down on Sudanese depot", "An iron bird came down on a depot on Monday.")

    assert quiet.events == ()
    assert [event.type for event in loud.events] == ["drone_strike"]
    assert "rule: iron bird came down" in loud.events[0].reasons[0]


def test_a_type_of_the_user_may_stand_below_the_phrase_that_uses_it() -> None:
    """The order of lines says nothing."""
    rules = load("phrase | piracy | ransom skiffs\ntype | piracy | Piracy | sea | 6 | up | ships held for ransom\n")

    reading = read(
        rules, "Ransom skiffs take dhow", "Ransom skiffs took a dhow off Puntland on Monday, fishermen said."
    )

    assert reading.events[0].type == "piracy"
    assert rules.types[0].base == 6


def test_words_that_silence_do_so_with_their_reason() -> None:
    """A user who knows a stadium by the name of a weapon can say so."""
    rules = load("quiet | sport | Missile Arena\n")
    text = "A drone strike hit Missile Arena in Iran on Monday, killing three soldiers."

    reading = read(rules, "Drone strike hits Missile Arena", text)

    assert reading.events == ()
    assert reading.reasons == ("sport: words of the user's own rules stand in title or lead",)


def test_a_side_of_the_user_is_named_where_no_other_is() -> None:
    """An unknown actor becomes the group whose name stands beside the act."""
    rules = load("actor | Blue Falcons Brigade | group | - | blue falcons\n")

    reading = read(
        rules, "Car bomb kills four", "A car bomb of the Blue Falcons killed four people at a market on Monday."
    )

    assert reading.events[0].actors[0].name == "Blue Falcons Brigade"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "frase | drone_strike | x",
            "quiet, actor, site; did you mean 'phrase'?",
        ),
        ("phrase | dron_strike | x", "no type 'dron_strike'; did you mean 'drone_strike'?"),
        ("phrase | drone_strike", "has 2 fields"),
        ("pattern | sabotage | (unclosed", "missing"),
        ("pattern | sabotage | (?=look)ahead", "invalid"),
        ("pattern | sabotage | a*", "matches where nothing stands"),
        ("quiet | weather | rain", "the reason 'weather'"),
        ("type | Piracy! | P | sea | 6 | up | x", "no name of a type"),
        ("type | shelling | S | strike | 6 | up | x", "is there already"),
        ("type | piracy | P | sea | 60 | up | x", "between 0 and 10"),
        ("type | piracy | P | ocean | 6 | up | x", "the family 'ocean'"),
        ("actor | A | group | Sudan | a", "two-letter"),
        ("site | Camp | base | IQ | 133 | 44 | camp", "no place on earth"),
        ("site | Camp | bace | IQ | 33 | 44 | camp", "no kind of place; did you mean 'base'?"),
    ],
)
def test_a_bad_rule_is_refused_with_its_line(line: str, said: str) -> None:
    """A file is taken whole or not at all, and the person is told where to look."""
    with pytest.raises(ConfigError, match=r"^mine\.rules:3: ") as refused:
        load(f"# my own\n\n{line}\n", name="mine.rules")

    assert said in str(refused.value)


def test_every_bad_rule_is_named_in_the_order_of_the_file() -> None:
    """Types are read first, and yet who mends the file begins at its top."""
    text = "phrase | dron_strike | x\nquiet | sport\nphrase | sabotage | cut\ntype | shelling | S | sea | 6 | up | x\n"

    with pytest.raises(ConfigError) as refused:
        load(text, name="mine.rules")

    assert [line.split(": ")[0] for line in str(refused.value).splitlines()] == [f"mine.rules:{n}" for n in (1, 2, 4)]
    assert refused.value.where == "mine.rules:1"


def test_patterns_run_in_linear_time() -> None:
    """A pattern that makes a backtracking engine explode costs no more than another."""
    rules = load("pattern | sabotage | (x+x+)+y\n")
    before = time.monotonic()

    read(rules, "Drone strike on Kyiv kills two", "x" * 40_000)

    assert time.monotonic() - before < 10
