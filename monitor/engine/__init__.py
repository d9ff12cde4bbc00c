"""How a Flow is driven: what takes items from sources, one after another or many at once, and has them stored.

local.py     one process, a few threads, one writer: the default
replay.py    archived articles in order of publication, the clock following them, sending nothing
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from monitor.pipeline import Result
from monitor.store import Store
from monitor.types import Item


class Engine(Protocol):
    """Drives a Flow over items. Handing one in again changes nothing, so at-least-once delivery does no harm."""

    def take(self, items: Iterable[Item], *, remember: Callable[[Store], None] | None = None) -> tuple[Result, ...]:
        """Take items in; durable on return, together with what `remember` writes (where the source was left)."""
        ...
