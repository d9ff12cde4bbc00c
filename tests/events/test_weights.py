"""What scores say: shares of all that the options mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events import weights


def test_options_that_mean_one_thing_add_up() -> None:
    """Rule: two options of equal odds have twice the share of one, and the first of them stands for both."""
    shares, best = weights.shares(["Homs", "Hama", "Hama"], [1.0, 1.0, 1.0])

    assert shares == pytest.approx({"Homs": 1 / 3, "Hama": 2 / 3})
    assert best == {"Homs": 0, "Hama": 1}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(-700, 700)), min_size=1, max_size=9))
def test_shares_are_a_whole_whatever_the_scores_are(options: list[tuple[str, float]]) -> None:
    """Law: shares add up to one, and the option that stands for what it means has no lesser score than any other."""
    meant, scores = [name for name, _ in options], [score for _, score in options]

    shares, best = weights.shares(meant, scores)

    assert sum(shares.values()) == pytest.approx(1.0)
    assert all(meant[n] == name for name, n in best.items())
    assert all(scores[best[name]] >= score for name, score in options)
