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
import zlib
from collections import defaultdict
from itertools import pairwise

import msgspec

from monitor.errors import ModelError

#: characters of a document that are read: a headline and what follows it
_FRONT = 500
_WORDS = 60
#: from this share on the words tell a country: of 1,409 items of files that taught nothing 2 more are in the right
#: country so than from 0.5 on
LIKELY = 0.35
#: so many words are named as the reason
_TOLD = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*+|[A-Z](?:\.[A-Z])++\.?")


class Land(msgspec.Struct, frozen=True, kw_only=True):
    """A country that the words of a text tell."""

    code: str
    share: float  #: LIKELY..1
    words: tuple[str, ...]  #: those that speak most for it, the strongest first


class Lands(msgspec.Struct, frozen=True):
    """The file of the model; all weights in hundredths."""

    prior: dict[str, int]  #: of each country without any word
    rows: dict[str, dict[str, int]]  #: word -> country -> what it adds


class LandModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_prior", "_rows")

    def __init__(self, data: bytes) -> None:
        try:
            model = msgspec.msgpack.decode(zlib.decompress(data), type=Lands)
        except (zlib.error, msgspec.MsgspecError) as error:
            raise ModelError(f"the weights of lands cannot be read: {error}") from error
        self._prior = model.prior
        self._rows = model.rows

    def land(self, document: str) -> Land | None:
        """The country that the first words of a document are about; None where none is likely."""
        sums: dict[str, int] = defaultdict(int, self._prior)
        row_of = self._rows.get
        heard = [(word, row) for word in features(document) if (row := row_of(word))]
        for _, row in heard:
            for code, hundredths in row.items():
                sums[code] += hundredths
        best = max(sums, key=lambda code: (sums[code], code))
        whole = sum(math.exp((value - sums[best]) / 100) for value in sums.values())
        share = 1 / whole
        if share < LIKELY:
            return None
        said = sorted((-row[best], word) for word, row in heard if row.get(best, 0) > 0)
        return Land(code=best, share=share, words=tuple(word for _, word in said[:_TOLD]))


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


def encode(lands: Lands) -> bytes:
    """A model file of these weights; the same weights give the same bytes."""
    return zlib.compress(msgspec.msgpack.encode(lands, order="sorted"), 9)
