"""When and where the figures of a text were told to be: those of another day are not the act's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.events.days.when import Calendar
from monitor.events.sentences import split
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.toll import Tolls

NEWS = "Gunmen attacked the village on Tuesday.\n\nThe army searched the bush.\n\n"


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("No one was hurt when gunmen attacked the village in July.", None),
        ("Nobody was killed when rebels attacked the post in August 2023.", None),
        ("No one was hurt in the raid, the mayor said on Wednesday.", 0),
        ("No one was hurt when they burned the school.", 0),
        ("Two people were hurt and nine killed when gunmen attacked the village in July.", None),
    ],
)
def test_what_is_told_of_another_month_is_not_the_acts(told: str, killed: int | None) -> None:
    """Rule: neither the dead of July nor that there were none is told of the act of November; what somebody says of it
    a day later is."""
    text = NEWS + told
    sentences = split(text)
    published = datetime(2025, 11, 19, 12, tzinfo=UTC)
    calendar = Calendar(text, sentences, published=published, published_precision="minute")
    setting = Setting(place=None, scenes=[()] * len(sentences), age=1, age_of=calendar.age_days)

    toll = Tolls(text, sentences).for_act(8, 16, setting=setting)

    assert (toll.killed.best if toll.killed else None) == killed
