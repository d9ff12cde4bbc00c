"""What country the first words of a text are about: persons, offices, groups, villages and turns of phrase that no
table of places has.

'Noboa sends the army into seven jails', 'three jawans martyred in Bijapur': headlines leave out the country that their
readers know. The model weighs the words of headline and lead; where it is nearly sure, the country counts as spoken of
(`names.py`): a name that several places share is settled by it, a small town is believed, and an act without any name
is in the country itself. `scripts/train_lands.py` makes the weights from labelled texts of ours; without their file
only names tell.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

import msgspec

from monitor.events import weights

#: characters of a document that are read: a headline and what follows it
_FRONT = 500
_WORDS = 60
#: from this share on the words tell a country: of 1,409 items of files that taught nothing 2 more are in the right
#: country so than from 0.5 on
LIKELY = 0.35
#: so many words are named as the reason
_TOLD = 3
#: the step of no weight at all
_NOUGHT = 128
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*+|[A-Z](?:\.[A-Z])++\.?")


class Land(msgspec.Struct, frozen=True, kw_only=True):
    """A country that the words of a text tell."""

    code: str
    share: float  #: LIKELY..1
    words: tuple[str, ...]  #: those that speak most for it, the strongest first


class LandModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_bias", "_codes", "_rows", "_scale")

    def __init__(self, data: bytes) -> None:
        model = weights.unpack(data, "lands")
        self._codes = model.types
        self._bias = model.bias
        self._scale = model.scale
        self._rows = model.weights

    def land(self, document: str) -> Land | None:
        """The country that the first words of a document are about; None where none is likely."""
        sums = self._bias.copy()
        row_of = self._rows.get
        heard = [(word, row) for word in features(document) if (row := row_of(word))]
        for _, row in heard:
            for number, step in zip(row[::2], row[1::2], strict=True):
                sums[number] += (step - _NOUGHT) * self._scale
        best = max(range(len(sums)), key=sums.__getitem__)
        share = 1 / sum(math.exp(value - sums[best]) for value in sums)
        if share < LIKELY:
            return None
        said = sorted((-step, word) for word, row in heard for step in _steps(row, best) if step > _NOUGHT)
        return Land(code=self._codes[best], share=share, words=tuple(word for _, word in said[:_TOLD]))


def _steps(row: bytes, number: int) -> list[int]:
    """The steps of one country in a row: one, or none."""
    return [step for n, step in zip(row[::2], row[1::2], strict=True) if n == number]


def features(document: str) -> set[str]:
    """The words of the front in lower case, and two with capitals in a row: 'supreme leader', 'northern command'."""
    words = [
        word.replace("’", "'").removesuffix("'s")
        for word in _WORD.findall(document, 0, min(len(document), _FRONT))[:_WORDS]
    ]
    found = {word.lower() for word in words}
    found.update(
        f"{one.lower()} {other.lower()}" for one, other in pairwise(words) if one[:1].isupper() and other[:1].isupper()
    )
    return found
