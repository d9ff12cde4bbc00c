"""A policy tried on the past before it is switched on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from monitor.alerts.policy import Policy, Recipient, Rule
from monitor.alerts.rehearse import rehearse
from monitor.alerts.scope import Scope
from monitor.types import Incident, Notice, Verdict
from tests.alerts.situations import ERBIL, KHARKIV, NOW, incident, notice

DESK = Recipient(name="desk", zone="UTC")


def history() -> list[Notice]:
    """Two days: strikes, an update within the gap, and a sea incident."""
    rows = []
    for hour in range(48):
        one = incident(f"i{hour}", severity=5.0 + hour % 5, place=KHARKIV if hour % 2 else ERBIL)
        rows.append(replace(notice(one), at=NOW + timedelta(hours=hour)))
    update = notice(incident("i47", version=2, severity=7.0), Verdict.UPDATE)
    rows.append(replace(update, at=NOW + timedelta(hours=47, minutes=5)))
    return rows


def test_a_rehearsal_counts_by_day_and_rule() -> None:
    """Every notice is in exactly one row, under the rule that decided."""
    rules = (Rule(name="iraq", send="now", when=Scope(countries=("IQ",))),)
    result = rehearse(history(), Policy(recipients=(DESK,), rules=rules))

    total = Counter[str]()
    for row in result.rows:
        total[row.rule] += row.now + row.held + row.digest + row.never
    assert total == {"iraq": 24, "by severity": 25}
    assert {row.day for row in result.rows} == {"2024-05-14", "2024-05-15", "2024-05-16"}
    assert result.notices == 49
    assert sum(count for _, _, count in result.messages) >= 24


def test_a_rehearsal_knows_gaps_and_quiet_hours() -> None:
    """What would have been held is shown as held, and still counted as a message when it leaves."""
    quiet = replace(DESK, quiet_hours=("00:00-06:00",), at_once=0)
    result = rehearse(history(), Policy(recipients=(quiet,)))
    assert sum(row.held for row in result.rows) >= 12
    assert sum(count for _, _, count in result.messages) < 49


def test_a_rehearsal_tells_a_story_once() -> None:
    """As live: what only tells on what was told at once is for the digest; what was told long ago counts no more."""
    asked: list[list[str]] = []

    def of_the_dam(one: Incident, told: Sequence[str]) -> str | None:
        asked.append(sorted(told))
        return "dam" if one.id == "flood" and "dam" in told else None

    rows = [replace(notice(incident(name)), at=NOW + timedelta(hours=hours)) for name, hours in
            (("dam", 0), ("flood", 9), ("other", 100))]  # fmt: skip
    (first, second) = [
        rehearse(rows, Policy(recipients=(DESK,)), retold=of_the_dam), rehearse(rows, Policy(recipients=(DESK,)))
    ]  # fmt: skip

    assert sum(row.now for row in first.rows) == 2
    assert sum(row.now for row in second.rows) == 3
    assert asked == [[], ["dam"], []]


def test_a_rehearsal_shows_what_was_only_not_ruled_out() -> None:
    """A rule that fires because places are unknown is seen before it is switched on."""
    rules = (Rule(name="iraq", send="now", when=Scope(countries=("IQ",))),)
    rows = [replace(notice(incident("i", place=None)), at=NOW)]
    assert rehearse(rows, Policy(recipients=(DESK,), rules=rules)).rows[0].rule == "iraq, scope undecided"
