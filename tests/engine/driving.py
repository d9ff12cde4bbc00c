"""A courier driven by hand, and what it is given to take to people."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from monitor import config as configuration
from monitor.alerts.policy import Memory, decide
from monitor.config import Config
from monitor.engine.courier import Courier
from monitor.store import Store, deliveries, dispatches
from monitor.types import Change, Count, Incident, Verdict
from tests.alerts.situations import KHARKIV, event, incident, notice
from tests.sinks import HttpSink

NOON = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock that is advanced, or set."""

    at: datetime = NOON
    ran_s: float = 0.0

    def __call__(self) -> datetime:
        return self.at

    def steady(self) -> float:
        """What no setting moves."""
        return self.ran_s

    def on(self, **span: float) -> None:
        self.at += timedelta(**span)
        self.ran_s += timedelta(**span).total_seconds()

    def set(self, **span: float) -> None:
        """By so much, while no time passes."""
        self.at += timedelta(**span)


def config_of(channels: dict[str, str], *, recipients: str = "", more: str = "", per_hour: int = 100_000) -> Config:
    """A configuration with these webhooks and one recipient on all of them."""
    lines = ["channels:"]
    lines += [
        f"  {name}: {{kind: webhook, url: '{url}', private: true, timeout_s: 5}}" for name, url in channels.items()
    ]
    lines += ["recipients:"]
    lines += [
        recipients
        or f"  - {{name: desk, channels: [{', '.join(channels)}], at_once: 6, digest: [], per_hour: {per_hour}, "
        "group_after: 100000}"
    ]
    return configuration.parse("\n".join(lines) + "\n" + more, path="/nowhere/config.yaml")


def tell(store: Store, config: Config, one: Incident, now: datetime) -> None:
    """Decide and record, as the pipeline does."""
    told = replace(notice(one), at=now)
    dispatches.record(store, told, decide(told, config.policy, now=now))


def strike(n: int, *, severity: float = 8.5, source: str = "wire") -> Incident:
    """One of many incidents, each at a place of its own."""
    place = replace(KHARKIV, name=f"Town {n}", region=f"Region {n}")
    return incident(
        f"i-{n}", place=place, severity=severity, events=(event(n, source=f"{source}{n % 50}"),), killed=Count(best=1)
    )


@dataclass(slots=True)
class Run:
    """A courier driven by hand, on a clock of ours."""

    store: Store
    config: Config
    clock: Clock = field(default_factory=Clock)
    courier: Courier = field(init=False)

    def __post_init__(self) -> None:
        self.courier = Courier(self.store, self.config, now=self.clock, steady=self.clock.steady, seed=7)

    def look(self, limit_s: float = 10.0) -> None:
        """Rounds until nothing is being sent and nothing can be."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            self.courier.look()
            if not self.courier.busy and self.courier._nothing_due():
                return
            time.sleep(0.002)

    def advance(self, minutes: float, step_s: float = 15.0) -> None:
        """Time goes on, and the courier looks as it does."""
        end = self.clock.at + timedelta(minutes=minutes)
        while self.clock.at < end:
            self.clock.on(seconds=step_s)
            self.look()


def states(store: Store) -> Counter[str]:
    """Deliveries by state."""
    return Counter(line.state for line in deliveries.listing(store, limit=100_000))


def change(store: Store, run: Run, now_is: Incident, kind: Verdict, before: int) -> None:
    """Decide on an incident that is told otherwise, with so many dead before, and record it, as the pipeline does."""
    after = now_is.killed.best if now_is.killed else None
    dead = Change(field="killed", before=str(before), after=str(after), text=f"killed {before} -> {after}")
    told = replace(notice(now_is, kind, (dead,)), at=run.clock.at)
    memory = Memory(told=dispatches.told(store, now_is.id, run.clock.at))
    dispatches.record(store, told, decide(told, run.config.policy, now=run.clock.at, memory=memory))


def digest_config(url: str) -> Config:
    """One recipient in Kyiv with a digest in the morning."""
    return config_of(
        {"hook": url},
        recipients="  - {name: desk, channels: [hook], zone: Europe/Kyiv, at_once: 6, digest: ['07:00'], "
        "quiet_hours: ['01:00-05:00']}",
    )


def kinds(sink: HttpSink) -> Counter[str]:
    """Accepted posts by kind."""
    return Counter(post.json["kind"] for post in sink.accepted)
