"""The real table of places, loaded once for all tests."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from monitor.events.places.gazetteer import Gazetteer
from monitor.events.places.where import Atlas, Located, WhereAnswer
from monitor.events.sentences import split

DATA = files("monitor") / "data"


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return Gazetteer.from_bytes(*(DATA.joinpath(n).read_bytes() for n in ("places.bin", "sites.tsv", "countries.tsv")))


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    return Atlas(gazetteer())


def located(text: str, title: str = "") -> tuple[str, Located]:
    document = f"{title}\n\n{text}" if title else text
    return document, atlas().locate(document, split(document, has_title=bool(title)))


def place_of(text: str, trigger: str, *, title: str = "", type: str = "") -> WhereAnswer:
    """The place of the main act, told by the first occurrence of `trigger` in the text (not the title)."""
    document, found = located(text, title)
    start = document.index(trigger, len(title))
    return found.for_act(start, start + len(trigger), type=type, main=True)
