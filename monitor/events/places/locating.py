"""What reading asks of a locator of places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from monitor.events.places.choice import NOBODY, Sides
from monitor.events.sentences import Sentence
from monitor.types import Evidence, Place


class WhereAnswer(Protocol):
    """The place of an act."""

    @property
    def place(self) -> Place | None: ...
    @property
    def others(self) -> tuple[Place, ...]: ...
    @property
    def evidence(self) -> Evidence | None: ...
    @property
    def because(self) -> str: ...


class Located(Protocol):
    """The places of one document."""

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        type: str = "",
        alone: bool = False,
        main: bool = False,
        sides: Sides = NOBODY,
    ) -> WhereAnswer: ...
    def named_with(self, start: int, end: int) -> Place | None: ...
    @property
    def countries(self) -> tuple[str, ...]: ...
    def country(self, code: str) -> Place | None: ...


class Locator(Protocol):
    """Finds the places of documents."""

    def locate(self, document: str, sentences: tuple[Sentence, ...], tags: Sequence[str] = ()) -> Located: ...
