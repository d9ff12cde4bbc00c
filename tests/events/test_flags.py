"""What was hit, by the words about the act."""

from __future__ import annotations

import pytest

from monitor.events.flags import flags


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
