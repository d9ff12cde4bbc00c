"""A page over the store, and the ways in and out for other programs.

Reading goes through connections that cannot write. What the page may change, it changes through two promises that the
daemon keeps: a `Desk` for the operator's word and an `Intake` for pushed articles. Without them it only reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.types import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an action would do, or has done, in words."""

    summary: str
    lines: tuple[str, ...] = ()
    incident: str | None = None  #: where to look afterwards
    operation: int | None = None  #: what `undo` takes back


class Desk(Protocol):
    """Does what the operator says. Every action can be shown before it is done and taken back afterwards."""

    def preview(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        """What would happen; nothing is changed. Raises MonitorError where it cannot be done."""
        ...

    def do(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        """Do it, durably. Raises MonitorError where it cannot be done."""
        ...


class Intake(Protocol):
    """Takes articles that another program pushes."""

    def accept(self, items: Sequence[Item]) -> Sequence[Mapping[str, object]]:
        """One answer an item: {"id", "verdict", "incidents"}. The same item again gives the same answer."""
        ...
