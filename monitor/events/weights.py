"""Weights of features by their names, as all models but that of types keep them: JSON, one weight a line."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from monitor.errors import ModelError


def read(data: bytes, of: str) -> dict[str, float]:
    """The weights in the bytes of a file. Raises ModelError, which names what they are weights `of`, where the bytes
    are none."""
    try:
        return msgspec.json.decode(data, type=dict[str, float])
    except msgspec.MsgspecError as error:
        raise ModelError(f"the weights of {of} cannot be read: {error}") from error


def likelihood(score: float) -> float:
    """The score of a logistic regression as a likelihood between 0 and 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def step(value: float, bounds: Sequence[float]) -> str:
    """The first of the rising bounds that a value does not pass, as part of a feature's name: '<=3', '>10'."""
    for bound in bounds:
        if value <= bound:
            return f"<={bound:g}"
    return f">{bounds[-1]:g}"
