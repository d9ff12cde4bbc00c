"""Which of the sides a text names claims its act, or that none does: a second opinion beside the rules.

The rules know phrases of responsibility. Where they find none, the model weighs the words around every mention of a
side (`traits.py`). Mentions of one side add up, and so does a state with its bodies; the side with the largest share is
the likeliest, and nobody is a side too.

`scripts/train_claims.py` makes the weights from labelled articles of ours; without their file the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from monitor.events import weights
from monitor.events.sides.named import Named

#: so much likelier than nobody, as a difference of logarithms, must a side be
NEW = 0.5
#: what stands for those who claim nothing
NOBODY = ""


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One mention of a side that may claim the act, and all that speaks for or against it."""

    camp: str  #: the side, a state's bodies with the state; `NOBODY` where none claims it
    side: Named | None
    seen: Sequence[str]  #: names of features


class Choice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who claims the act, where it is most plainly named, and how likely that is."""

    side: Named
    share: float


class ClaimModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes) -> None:
        packed = weights.unpack(data, "claims")
        self._weights = {name: (pair[1] - 128) * packed.scale for name, pair in packed.weights.items()}

    def choose(self, options: Callable[[], Sequence[Option]], *, ruled: bool) -> Choice | None:
        """The side that is much likelier than nobody to claim the act; None where none is, or the rules found one."""
        if ruled:
            return None
        shares, best = self.shares(options())
        top = max(best, key=lambda name: shares[name] if name != NOBODY else -1.0)
        side = best[top]
        if side is None or math.log(shares[top] / shares[NOBODY]) <= NEW:
            return None
        return Choice(side=side, share=shares[top])

    def shares(self, options: Sequence[Option]) -> tuple[dict[str, float], dict[str, Named | None]]:
        """The share of each camp, and its likeliest mention."""
        known = self._weights.get
        scores = [sum(filter(None, map(known, option.seen))) for option in options]
        most = max(scores)
        shares: dict[str, float] = {}
        best: dict[str, Named | None] = {}
        highest: dict[str, float] = {}
        for option, score in zip(options, scores, strict=True):
            shares[option.camp] = shares.get(option.camp, 0.0) + math.exp(score - most)
            if score > highest.get(option.camp, -math.inf):
                highest[option.camp], best[option.camp] = score, option.side
        whole = sum(shares.values())
        return {camp: share / whole for camp, share in shares.items()}, best
