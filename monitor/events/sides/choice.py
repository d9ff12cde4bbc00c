"""Which of the sides a text names did its act, and which claims it, or that none does.

Two models weigh the words around every mention of a side (`doer_traits.py`, `claims/traits.py`). Mentions of one side
add up, and so does a state with its bodies; the side with the largest share is the likeliest, and nobody is a side too.
Who did it is told by the model, where there is one and nobody takes the act upon himself in so many words; who claims
it by rules, which know phrases of responsibility, and by the model where they find none.

`scripts/train_doers.py` and `scripts/train_claims.py` make the weights from labelled articles of ours; without their
files the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

import msgspec

from monitor.events import weights
from monitor.events.sides.named import Named
from monitor.events.weights import Trait

#: so much likelier than nobody, as a difference of logarithms, must a side be to claim an act
NEW = 0.5
#: who else may have done an act is told from this likelihood on
LEAST = 0.1
#: what stands for none of those named
NOBODY = ""


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One mention of a side that may be meant, and all that speaks for or against it."""

    camp: str  #: the side, a state's bodies with the state; `NOBODY` where none is
    side: Named | None
    seen: Sequence[Trait]


class Choice(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who is meant, where it is most plainly named, and how likely that is; no side where it is nobody."""

    side: Named | None
    share: float
    others: Sequence[tuple[Named | None, float]] = ()  #: who else it may be, nobody as None, each with its likelihood
    shares: Mapping[str, float] = {}  #: the likelihood of every camp


class ClaimChooser(Protocol):
    """What weighs who claims an act."""

    def choose(self, options: Callable[[], Sequence[Option]], *, ruled: bool) -> Choice | None:
        """The side that claims the act; None where none is likely to, or where the rules have `ruled` who does."""
        ...


class DoerChooser(Protocol):
    """What weighs who did an act."""

    def choose(self, options: Callable[[], Sequence[Option]]) -> Choice | None:
        """The likeliest side, or nobody; None where the rules are to tell it."""
        ...


def options(
    mentions: Sequence[Named],
    camps: Mapping[int, str],
    about: Callable[[str], Sequence[Trait]],
    seen: Callable[[Named], Sequence[Trait]],
    nobody: Sequence[Trait],
) -> list[Option]:
    """The mentions, each with what is seen of its camp in the whole text and of itself, and nobody. `camps` tells the
    camp of a mention by where it starts."""
    told = {name: about(name) for name in {camps[side.start] for side in mentions}}
    found = [
        Option(camp=camps[side.start], side=side, seen=[*told[camps[side.start]], *seen(side)]) for side in mentions
    ]
    return [*found, Option(camp=NOBODY, side=None, seen=nobody)]


class SideModel:
    """Weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes, name: str) -> None:
        packed = weights.unpack(data, name)
        self._weights: Mapping[Any, float] = {
            name: (pair[1] - 128) * packed.scale for name, pair in packed.weights.items()
        }

    def shares(self, options: Sequence[Option]) -> tuple[dict[str, float], dict[str, Named | None]]:
        """The share of each camp, and its likeliest mention."""
        scores = [sum(self._weighed(option.seen)) for option in options]
        shares, best = weights.shares([option.camp for option in options], scores)
        return shares, {camp: options[n].side for camp, n in best.items()}

    def _weighed(self, seen: Sequence[Trait]) -> Iterable[float]:
        """The weights of what is seen, of names alone."""
        return filter(None, map(self._weights.get, seen))


class ClaimModel(SideModel):
    """Who claims an act."""

    __slots__ = ()

    def __init__(self, data: bytes) -> None:
        super().__init__(data, "claims")

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


class DoerModel(SideModel):
    """Who did an act."""

    __slots__ = ("_traits",)

    def __init__(self, data: bytes) -> None:
        super().__init__(data, "doers")
        self._traits = weights.of_traits(self._weights)

    def choose(self, options: Callable[[], Sequence[Option]]) -> Choice:
        """The likeliest side, or nobody."""
        shares, best = self.shares(options())
        top = max(shares, key=lambda name: shares[name])
        others = [(best[name], share) for name, share in shares.items() if name != top and share >= LEAST]
        return Choice(side=best[top], share=shares[top], others=others, shares=shares)

    def _weighed(self, seen: Sequence[Trait]) -> Iterable[float]:
        return chain.from_iterable(map(self._traits.__getitem__, seen))
