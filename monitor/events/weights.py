"""The files that models keep their weights in: JSON, one weight a line, where there is one class; and packed, where
each word has a weight for some of many classes; what the features of an option weigh together; and what scores made of
them say."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec

from monitor.errors import ModelError
from monitor.events.memo import Memo

#: what is seen of an option: the name of a feature, or a function that spells those of several and what it spells
Trait = str | tuple[Any, ...]

K = TypeVar("K", bound=Hashable)


def read(data: bytes, of: str) -> dict[str, float]:
    """The weights in the bytes of a file. Raises ModelError, which names what they are weights `of`, where the bytes
    are none."""
    try:
        return msgspec.json.decode(data, type=dict[str, float])
    except msgspec.MsgspecError as error:
        raise ModelError(f"the weights of {of} cannot be read: {error}") from error


class Packed(msgspec.Struct):
    """The weights of a model of up to 256 classes."""

    types: list[str]  #: the classes
    bias: list[float]
    scale: float
    weights: dict[str, bytes]  #: feature -> pairs of bytes: number of the class, weight / scale + 128


def unpack(data: bytes, of: str) -> Packed:
    """The weights in the bytes of a file. Raises ModelError, which names what they are weights `of`, where the bytes
    are none."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(data), type=Packed)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ModelError(f"the weights of {of} cannot be read: {error}") from error


def pack(types: Sequence[str], bias: Sequence[float], weights: Mapping[str, Mapping[int, float]]) -> bytes:
    """A file of these weights, by the number of the class; the same weights give the same bytes."""
    scale = max((abs(w) for row in weights.values() for w in row.values()), default=1.0) / 127
    packed = {}
    for feature in sorted(weights):
        pairs = bytearray()
        for number, weight in sorted(weights[feature].items()):
            step = round(weight / scale)
            if step:
                pairs += bytes((number, step + 128))
        if pairs:
            packed[feature] = bytes(pairs)
    model = Packed(types=list(types), bias=[round(float(b), 4) for b in bias], scale=scale, weights=packed)
    return zlib.compress(msgspec.msgpack.encode(model), 9)


def together(*names: str) -> Callable[..., Sequence[str]]:
    """What spells names that are always seen together, their gaps filled as by `str.format`."""
    spell = "\n".join(names).format
    return lambda *gaps: spell(*gaps).split("\n")


def spelled(traits: Iterable[Trait]) -> list[str]:
    """The names of all that is seen."""
    return [name for trait in traits for name in _names(trait)]


def _names(trait: Trait) -> Iterable[str]:
    if isinstance(trait, str):
        return (trait,)
    spell, *seen = trait
    return cast("Iterable[str]", spell(*seen))


def of_traits(weights: Mapping[str, float]) -> Memo[Trait, Sequence[float]]:
    """The weights of what is seen. Most of it comes again and again: its names are spelled and looked up the first time
    only."""
    known = weights.get
    return Memo(lambda trait: tuple(filter(None, map(known, _names(trait)))))


def likelihood(score: float) -> float:
    """The score of a logistic regression as a likelihood between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def shares(meant: Sequence[K], scores: Sequence[float]) -> tuple[dict[K, float], dict[K, int]]:
    """The share of what each option means, those that mean one thing added up, and the number of the option with the
    highest score that means it, the first of equals. `scores` are logarithms of odds, one an option."""
    top = max(scores)
    odds: dict[K, float] = {}
    best: dict[K, int] = {}
    for n, (one, score) in enumerate(zip(meant, scores, strict=True)):
        odds[one] = odds.get(one, 0.0) + math.exp(score - top)
        if one not in best or score > scores[best[one]]:
            best[one] = n
    whole = sum(odds.values())
    return {one: each / whole for one, each in odds.items()}, best


def step(value: float, bounds: Sequence[float]) -> str:
    """The first of the rising bounds that a value does not pass, as part of a feature's name: '<=3', '>10'."""
    for bound in bounds:
        if value <= bound:
            return f"<={bound:g}"
    return f">{bounds[-1]:g}"
