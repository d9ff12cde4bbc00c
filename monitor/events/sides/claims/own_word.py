"""A state's own word on what its forces did, where no verb of responsibility stands beside its name.

Asked last of the rules: who prints the text (houses.py), and bodies named without their state (bodies.py). Who shoots
down what another sent claims no more than that; only of an aircraft or a spying drone is it the act itself.
"""

from __future__ import annotations

from monitor.events.sides.claims.bodies import by_bodies, felled, on_its_ground
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.houses import by_house, by_insiders
from monitor.events.sides.claims.tale import BY_FORCES, Tale

#: acts of forces that their own bodies tell of
TOLD_OF = BY_FORCES | {"missile_strike", "interception", "armed_clash", "armed_assault"}


def own_word(tale: Tale) -> Claim | None:
    """The claim of the forces that did it; None where they do not speak."""
    claim = by_house(tale) or by_bodies(tale) or on_its_ground(tale) or by_insiders(tale)
    if (
        claim is None
        and tale.type in ("armed_clash", "armed_assault")
        and (not tale.actors or tale.actors[0].party.kind == "group")
    ):
        claim = felled(tale)
    return claim
