"""What follows from a channel's answer: sent, again at some time, once more in plain form, or given up. Pure.

done            sent
again, unknown  later, from one second to five minutes with jitter, for three days; what the server asks for wins
refused         once more as stripped plain text, then given up
broken          in an hour; meanwhile the fallback stands in
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from monitor.alerts.channels import Answer, Outcome

SHORTEST_S = 1.0
LONGEST_S = 300.0
BROKEN_S = 3600.0
UNKNOWN_S = 30.0
#: a row that failed so often waits for itself, so that the ones behind it get their turn
OWN_WAIT_FROM = 4
#: failures in a row, or time, from which on a channel counts as down and is bypassed
DOWN_FAILURES = 5
DOWN_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a channel stands: failures in a row, and since when."""

    state: str = "ok"  #: ok | failing | broken
    since: datetime | None = None
    failures: int = 0
    free_at: datetime | None = None  #: nothing goes through it before

    def down(self, now: datetime) -> bool:
        """Whether others should stand in for it."""
        if self.state == "broken":
            return True
        long = self.since is not None and now - self.since >= DOWN_AFTER
        return self.state == "failing" and (self.failures >= DOWN_FAILURES or long)

    def moved(self, by: timedelta) -> Health:
        """The same after the clock was set by so much."""
        return replace(self, since=self.since and self.since + by, free_at=self.free_at and self.free_at + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do with the row, and how the channel stands now."""

    action: str  #: sent | again | minimal | dead
    health: Health
    due: datetime | None = None
    recovered: bool = False  #: the channel was down and is not


def judge(
    answer: Answer,
    *,
    attempts: int,
    minimal: bool,
    first_failed: datetime | None,
    health: Health,
    now: datetime,
    keep_trying: timedelta,
    rng: random.Random,
) -> Step:
    """The step after one attempt. `attempts` counts the one just made."""
    if answer.outcome is Outcome.DONE:
        was_down = health.failures >= 3 or health.state == "broken"
        return Step(action="sent", health=Health(state="ok", since=_since(health, "ok", now)), recovered=was_down)
    if answer.outcome is Outcome.REFUSED:
        # the channel works, this text does not
        fine = Health(state="ok", since=_since(health, "ok", now))
        return Step(action="dead" if minimal else "minimal", health=fine, due=now)
    over = first_failed is not None and now - first_failed >= keep_trying
    if answer.outcome is Outcome.BROKEN:
        free = now + timedelta(seconds=BROKEN_S)
        broken = Health(state="broken", since=_since(health, "broken", now), failures=health.failures + 1, free_at=free)
        return Step(action="dead" if over else "again", health=broken, due=free)
    return _later(answer, attempts, over, health, now, rng)


def _later(answer: Answer, attempts: int, over: bool, health: Health, now: datetime, rng: random.Random) -> Step:
    limited = answer.code == 429 or answer.retry_after_s is not None
    failures = health.failures if limited else health.failures + 1
    wait = _backoff(failures, rng)
    if answer.outcome is Outcome.UNKNOWN:
        wait = max(wait, UNKNOWN_S)
    if answer.retry_after_s is not None:
        wait = max(answer.retry_after_s, 0.05)
    free = now + timedelta(seconds=wait)
    state = health.state if limited else "failing"
    failing = Health(state=state, since=_since(health, state, now), failures=failures, free_at=free)
    due = free
    if attempts >= OWN_WAIT_FROM and not limited:
        due = max(free + timedelta(milliseconds=100), now + timedelta(seconds=_backoff(attempts, rng)))
    return Step(action="dead" if over else "again", health=failing, due=due)


def _backoff(failures: int, rng: random.Random) -> float:
    longest = min(LONGEST_S, SHORTEST_S * 2.0 ** min(max(failures - 1, 0), 20))
    return longest * rng.uniform(0.6, 1.0)


def _since(health: Health, state: str, now: datetime) -> datetime:
    return health.since if health.state == state and health.since is not None else now
