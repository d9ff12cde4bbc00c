"""Text from outside on a terminal or in a spreadsheet."""

from __future__ import annotations

import pytest

from monitor.cli.terminal import cell, plain


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\x1b[0m=1"])
def test_cells_are_disarmed(text: str) -> None:
    """Whatever a spreadsheet might run is made text, also behind what is stripped."""
    assert cell(text).startswith("'")
    assert cell(-1.5) == "-1.5"


def test_plain_leaves_ordinary_writing_alone() -> None:
    """Accents, right-to-left letters and emoji are text."""
    assert plain("Šibenik – عين الأسد 🚀") == "Šibenik – عين الأسد 🚀"
