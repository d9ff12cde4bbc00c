"""Values as bytes: msgpack of the dataclass, deflated against a fixed dictionary of field names.

Most of a small value is the names of its fields; the dictionary halves what is stored. It is part of the file format:
a change of `_NAMES` needs a new mark, and the old pair kept for reading. The outbox keeps JSON, deflated.
"""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_MARK = b"\x01"
_LEVEL = 4
_NAMES = (
    b"open_since ended first_report first_independent last_change parent linked possible_duplicates merged_into note "
    b"severity_terms points state version family grade independent claims value by at apart look_alikes changes "
    b"before material verdict incident_id score fact same_site same_day reasons silenced reason removed subject "
    b"published_precision published_inferred language tags https://www. quiet trust signature digest title url "
    b"source wire publisher outlet received published reasons evidence field start end text keywords headline "
    b"confidence separate official flags denied_by claimed_by impacted intercepted launched wounded killed low best "
    b"high vague said_by weapon_family weapon targets actors name kind unknown state forces group coalition person "
    b"civilians asset country as_written other_places place precision site town district province lat lon region "
    b"zone key when date date_to earliest latest day hour night inferred role main also_new background modality "
    b"occurred claimed announced type article_id id"
)


def pack(value: object) -> bytes:
    """`value` (a dataclass, or anything msgspec knows) as compact bytes."""
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, zdict=_NAMES)
    return _MARK + press.compress(msgspec.msgpack.encode(value)) + press.flush()


def unpack(data: bytes, type_: type[T]) -> T:
    """What `pack` was given."""
    if data[:1] != _MARK:
        raise ValueError("written by another version of the format")
    press = zlib.decompressobj(-15, zdict=_NAMES)
    return msgspec.msgpack.decode(press.decompress(data[1:]) + press.flush(), type=type_)


def pack_beside(value: object, known: str) -> bytes:
    """`value` as bytes that can only be read again with `known`, a text much of it is likely to repeat."""
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, zdict=_beside(known))
    return _MARK + press.compress(msgspec.msgpack.encode(value)) + press.flush()


def unpack_beside(data: bytes, known: str, type_: type[T]) -> T:
    """What `pack_beside` was given."""
    press = zlib.decompressobj(-15, zdict=_beside(known))
    found: Any = msgspec.msgpack.decode(press.decompress(data[1:]) + press.flush(), type=type_)
    return found  # type: ignore[no-any-return]


def pack_json(value: object) -> bytes:
    """`value` as deflated JSON."""
    return zlib.compress(msgspec.json.encode(value), 6)


def unpack_json(data: bytes, type_: type[T]) -> T:
    """What `pack_json` was given."""
    return msgspec.json.decode(zlib.decompress(data), type=type_)


def _beside(known: str) -> bytes:
    return _NAMES + known.encode("utf-8", "surrogatepass")[-30_000:]
