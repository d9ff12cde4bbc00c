"""Weights of features by their names, as the models of days, places and genres keep them: JSON, one weight a line."""

from __future__ import annotations

import msgspec

from monitor.errors import ModelError


def read(data: bytes, of: str) -> dict[str, float]:
    """The weights in the bytes of a file. Raises ModelError, which names what they are weights `of`, where the bytes
    are none."""
    try:
        return msgspec.json.decode(data, type=dict[str, float])
    except msgspec.MsgspecError as error:
        raise ModelError(f"the weights of {of} cannot be read: {error}") from error
