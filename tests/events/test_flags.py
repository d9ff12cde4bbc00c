"""What was hit, by the words about the act."""

from __future__ import annotations

import pytest

from monitor.events.flags import flags, separate


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("A rocket struck the maternity hospital in the old town.", True),
        ("Shells fell by the clinic after the wounded had been taken to hospital.", True),
        ("The boy was airlifted to the Sheba hospital and died there.", False),
        ("A man shot by soldiers has died in hospital, officials said.", False),
        ("The wounded were rushed to a nearby hospital.", False),
    ],
)
def test_a_hospital_that_takes_in_the_hurt_was_not_hit(text: str, hit: bool) -> None:
    """Where somebody is treated or dies is no target, and adds nothing to how grave the act was."""
    assert ("hospital" in flags("shelling", text, "")) is hit


@pytest.mark.parametrize(
    ("kind", "text", "another"),
    [
        ("drone_strike", "RSF sends drones at the port again.", True),
        ("airstrike", "Jets bombed the town once more at dusk.", True),
        ("rocket_fire", "The second salvo in four days fell on the base.", True),
        ("maritime_incident", "The tanker that was boarded off the cape is free again.", False),
        ("missile_strike", "Missiles hit the depot; the group said it would strike again.", False),
        ("talks", "Next week the two sides will negotiate again.", False),
        ("closure", "The airport, shut after a second attack, was open for an hour.", False),
    ],
)
def test_another_one_is_told_by_the_words_of_an_act_that_happened(kind: str, text: str, another: bool) -> None:
    """Rule: what will be done again, is open again, or goes on as talks do, is no second incident."""
    assert separate(kind, text) is another
