"""Which of the figures a text gives for the dead or the wounded is the act's: a second opinion beside the rules.

The rules take the first figure that stands well. Where a text gives several, or none that they can read though a number
stands beside a word of harm, the model weighs each of them by what is seen of it (`traits.py`), by what the rules know
of it, and by how it agrees with theirs. Mentions of one figure add up, and that none is told is a choice too.

`scripts/train_tolls.py` makes the weights from labelled articles of ours; without their file the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import chain

import msgspec

from monitor.events import weights
from monitor.events.weights import Trait
from monitor.types import Count

#: so much likelier than the figure of the rules, as a difference of logarithms, must another be
MARGIN = 0.6
#: ... and a figure of dead or wounded where the rules found none
NEW = 0.4

#: what a figure was read from
STATED, BARE, SUM, BESIDE = "stated", "bare", "sum", "beside"


class Figure(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One figure that may be the act's, and what is known of it."""

    count: Count
    start: int
    end: int
    sentence: int
    source: str
    flags: Sequence[str] = ()  #: what the rules say of it
    noun: str = ""

    @property
    def value(self) -> int:
        return self.count.best or 0


class Ruled(msgspec.Struct, frozen=True, gc=False):
    """What the rules take for the figure, and where it stands."""

    value: int | None
    at: int | None = None


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One mention of a figure, and all that speaks for or against it; without a figure that none is told."""

    kind: str
    figure: Figure | None
    seen: Sequence[Trait]

    @property
    def value(self) -> int | None:
        return self.figure.value if self.figure is not None else None


class Choice(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The likeliest figure, where it is told, and its share."""

    figure: Figure
    share: float


class TollModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes) -> None:
        packed = weights.unpack(data, "tolls")
        self._weights = weights.of_traits(
            {name: (pair[1] - 128) * packed.scale for name, pair in packed.weights.items()}
        )

    def choose(self, options: Callable[[], Sequence[Option]], ruled: Ruled, *, doubt: bool) -> Choice | None:
        """The figure that is much likelier than the one of the rules; None where theirs stands."""
        if not doubt:
            return None
        shares, best = self.shares(options(), ruled)
        top = max(shares, key=lambda value: shares[value])
        figure = best[top]
        if figure is None or top == ruled.value or (not figure.value and ruled.value):
            return None  # that nobody was hurt is often said of a part: of one ship, of one side
        if math.log(shares[top] / shares[ruled.value]) <= (NEW if figure.value and ruled.value is None else MARGIN):
            return None
        return Choice(figure=figure, share=shares[top])

    def shares(
        self, options: Sequence[Option], ruled: Ruled
    ) -> tuple[dict[int | None, float], dict[int | None, Figure | None]]:
        """The share of each figure, that of the rules among them, and its likeliest mention."""
        told = [(option.value, option.figure, (*option.seen, *by_rules(option, ruled))) for option in options]
        scores = [sum(chain.from_iterable(map(self._weights.__getitem__, seen))) for _, _, seen in told]
        shares, best = weights.shares([value for value, _, _ in told], scores)
        return shares, {value: told[n][1] for value, n in best.items()}


def by_rules(option: Option, ruled: Ruled) -> list[str]:
    """What the figure of the rules says of another, or of itself."""
    kind, figure, value = option.kind, option.figure, ruled.value
    size = _size(value)
    if figure is None:
        return [f"none {kind} ruled {size}"]
    if figure.value == value:
        chosen = ["as ruled", f"as ruled {size} {kind}", f"{figure.source} as ruled {size}"]
        return [*chosen, f"the ruled {figure.source} {kind}"] if figure.start == ruled.at else chosen
    against = f"{figure.source if figure.value else figure.source + ' zero'} against {size}"
    if value and figure.value:
        return [against, f"{against} {kind}", f"{against} {ratio(figure.value, value)}"]
    return [against, f"{against} {kind}"]


def _size(value: int | None) -> str:
    return "none" if value is None else "zero" if value == 0 else "one" if value == 1 else "some"


def ratio(a: int, b: int) -> str:
    """How one figure stands to another: 'less by one', 'more by far'."""
    if a == b:
        return "same"
    low = min(a, b) / max(a, b)
    return f"{'more' if a > b else 'less'}{' by one' if abs(a - b) == 1 else ' by far' if low < 0.25 else ''}"
