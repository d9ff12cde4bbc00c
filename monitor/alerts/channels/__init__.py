"""A way to reach people: `Channel.deliver` sends one message and says what became of it, in one of five classes.

A channel is built from its options in the process that sends, so that what hangs can be killed. It never decides when
to try again: that is the courier's business, by the class of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from monitor.types import Delivery


class Outcome(StrEnum):
    """What became of a delivery."""

    DONE = "done"  #: accepted
    AGAIN = "again"  #: not now: busy, limited, unreachable
    REFUSED = "refused"  #: this text is not taken; a plainer one may be
    BROKEN = "broken"  #: the channel itself is wrong: revoked token, unknown address
    UNKNOWN = "unknown"  #: the service does not say why


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a channel said. `detail` holds no secret and is one short line."""

    outcome: Outcome
    detail: str = ""
    code: int | None = None
    retry_after_s: float | None = None
    left: tuple[str, ...] = ()  #: of several addresses, those to try again
    lost: tuple[str, ...] = ()  #: of several addresses, those that refused for good


class Channel(Protocol):
    """What every channel keeps. The contract suite in tests/alerts holds each to it."""

    #: True where sending touches only this machine and may be done in a thread of the courier's own process
    local: bool

    def deliver(self, delivery: Delivery) -> Answer:
        """Send once. Never raises for anything the other side does; may take as long as it likes."""


def outcome_of(code: int) -> Outcome:
    """The class of an HTTP status, as the delivery contract has it."""
    if 200 <= code < 300:
        return Outcome.DONE
    if code in (408, 425, 429) or code >= 500:
        return Outcome.AGAIN
    if code in (400, 413, 414, 415, 422):
        return Outcome.REFUSED
    return Outcome.BROKEN
