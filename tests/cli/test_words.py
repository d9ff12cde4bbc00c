"""How the commands lay out what is stored."""

from __future__ import annotations

from datetime import date

from monitor.cli.words import perhaps
from monitor.types import When
from tests.incidents.making import event, party, place


def test_what_a_report_may_mean_is_told_in_a_line() -> None:
    """Rule: `why` names what else a field may be, nobody named among the doers, with its likelihood."""
    unsure = event(
        "a",
        "closure",
        when=When(date=date(2031, 5, 9), maybe_on=((date(2031, 5, 10), 0.3),)),
        maybe_type=(("drone_strike", 0.4),),
        maybe_at=((place("Goro"), 0.2),),
        maybe_by=((party("Iran"), 0.25), (None, 0.1)),
    )

    assert perhaps(unsure) == (
        "drone strike (40%), on 2031-05-10 (30%), at Goro (20%), by Iran (25%), by nobody named (10%)"
    )
    assert perhaps(event("b")) == ""
