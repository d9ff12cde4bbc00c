"""A state's own word on what its forces did or shot down, where no verb of responsibility stands beside its name.

Asked last of the rules: who tells of a shoot-down over its own ground ('the ministry reported that 59 drones were
destroyed'), who prints the text (houses.py), and bodies named without their state (bodies.py).
"""

from __future__ import annotations

from monitor.events.sides.bodies import ELSE, by_bodies, felled, on_its_ground
from monitor.events.sides.claim_of import Claim
from monitor.events.sides.houses import SENT, SHOT, by_house, by_insiders
from monitor.events.sides.tale import FRONT, STATELY, Tale, camp_of

#: acts of forces that their own bodies tell of
TOLD_OF = frozenset(
    """armed_clash airstrike drone_strike missile_strike shelling targeted_killing aircraft_downed ground_incursion
    maritime_incident armed_assault interception""".split()
)


def own_word(tale: Tale) -> Claim | None:
    """The claim of the forces that did it or shot it down; None where they do not speak."""
    claim = (of_shooter(tale) if tale.stopped else None) or by_house(tale) or by_bodies(tale) or on_its_ground(tale)
    if claim is None and not tale.stopped:
        claim = by_insiders(tale)
    if (
        claim is None
        and tale.type in ("armed_clash", "armed_assault")
        and (not tale.actors or tale.actors[0].party.kind == "group")
    ):
        claim = felled(tale)
    return claim


def of_shooter(tale: Tale) -> Claim | None:
    """The word of who shot down what another sent: 'The coalition said it destroyed a Houthi drone'."""
    sent = {camp_of(side.party) for side in tale.actors}
    for claim in tale.said:
        side, sentence = claim.side, tale.sentences[claim.side.sentence]
        mine = camp_of(side.party)
        if side.party.kind not in STATELY or mine in sent or sentence.index >= FRONT:
            continue
        if SHOT.search(sentence.text) is None or SENT.search(sentence.text) is None or ELSE.search(sentence.text):
            continue
        others = (n for n in tale.named if n.sentence == sentence.index and n.party.kind in STATELY)
        if any(camp_of(n.party) not in (mine, *sent) and tale.does(n) for n in others):
            continue
        if side.party.country is None or side.party.country in tale.codes():
            return claim
    return None
