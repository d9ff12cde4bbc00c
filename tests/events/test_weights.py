"""What scores say: shares of all that the options mean; and what is seen together of an option."""

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


def test_what_is_seen_together_weighs_what_its_names_weigh() -> None:
    """Rule: a trait weighs the sum of the names it spells, whenever it comes; unknown names add nothing."""
    stands = weights.together("stands {0}", "stands {0}, {1}", "{1} by itself")
    seen = [(stands, "by", "group"), "headline", "nothing known"]

    weigh = weights.of_traits({"stands by": 3.0, "stands by, group": -1.0, "headline": 5.0})

    assert weights.spelled(seen)[:4] == ["stands by", "stands by, group", "group by itself", "headline"]
    assert [[sum(weigh[each]) for each in seen] for _ in range(2)] == [[2.0, 5.0, 0.0]] * 2
