"""How a Flow is driven: what takes items from sources, one after another or many at once, and has them stored.

local.py    one process, a few threads, one writer: the default
replay.py   archived articles in order of publication, the clock following them, sending nothing
rebuild.py  what is stored, decided anew
poller.py   folders and feeds, each in a loop of its own: filing.py, feeding.py, enrolled.py, reading.py
courier.py  what was decided, taken to those it is for: gathering.py, digests.py, context.py, lanes.py, sender.py
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
