"""A thread for each channel, so that one that hangs holds up no other."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from monitor.alerts import retry
from monitor.alerts.channels import Answer, Outcome
from monitor.config import Config
from monitor.engine.sender import Sender
from monitor.store import Store, deliveries
from monitor.types import Delivery

log = structlog.get_logger("monitor.courier")

#: an idle sending process is memory for nothing; the next send starts one
IDLE_S = 60.0


@dataclass(slots=True)
class Lane:
    """One channel: its sender, what it is sending, and how it stands."""

    name: str
    sender: Sender
    health: retry.Health
    jobs: queue.SimpleQueue[Delivery | None]
    thread: threading.Thread
    sending: Delivery | None = None
    last_used: float = 0.0

    def send(self, delivery: Delivery) -> None:
        """Begin; the answer comes to `Lanes.answers`."""
        self.sending = delivery
        self.jobs.put(delivery)

    def close(self) -> None:
        """End the thread and the sending process."""
        self.jobs.put(None)
        self.sender.close()
        self.thread.join(2.0)


class Lanes:
    """The lane of each channel, made when it is first asked for. `wake` is set with every answer."""

    def __init__(self, store: Store, config: Config, wake: threading.Event) -> None:
        self._store = store
        self._config = config
        self._wake = wake
        self._answers: queue.SimpleQueue[tuple[str, Delivery, Answer]] = queue.SimpleQueue()
        self._lanes: dict[str, Lane] = {}

    @property
    def busy(self) -> bool:
        """Whether something is being sent at this moment."""
        return any(lane.sending for lane in self._lanes.values())

    def of(self, name: str) -> Lane:
        """The lane of a configured channel."""
        lane = self._lanes.get(name)
        if lane is not None and lane.sending is None and lane.sender.options != self._config.channels[name]:
            # it was sending when the configuration changed, and was left to finish
            self._lanes.pop(name).close()
            lane = None
        if lane is None:
            sender = Sender(name, self._config.channels[name], limit_s=self._config.alerts.send_limit_s)
            jobs: queue.SimpleQueue[Delivery | None] = queue.SimpleQueue()
            thread = threading.Thread(target=self._serve, args=(name, sender, jobs), name=f"lane-{name}", daemon=True)
            state = deliveries.channel_states(self._store).get(name)
            health = retry.Health()
            if state is not None and state.state != "ok":
                # how it stood is remembered; whether it still does is tried at once after a start
                health = retry.Health(state=state.state, since=state.since, failures=state.failures)
            lane = self._lanes[name] = Lane(name, sender, health, jobs, thread)
            thread.start()
        return lane

    def _serve(self, name: str, sender: Sender, jobs: queue.SimpleQueue[Delivery | None]) -> None:
        """The life of a lane's thread."""
        while (delivery := jobs.get()) is not None:
            try:
                answer = sender.send(delivery)
            except Exception as error:
                log.exception("a channel broke", channel=name)
                answer = Answer(outcome=Outcome.UNKNOWN, detail=f"the channel broke: {type(error).__name__}")
            self._answers.put((name, delivery, answer))
            self._wake.set()

    def answers(self) -> Iterator[tuple[str, Lane | None, Delivery, Answer]]:
        """What was answered since the last call: channel, its lane where it still has one, delivery, answer."""
        while True:
            try:
                name, delivery, answer = self._answers.get_nowait()
            except queue.Empty:
                return
            lane = self._lanes.get(name)
            if lane is not None:
                lane.sending = None
                lane.last_used = time.monotonic()
            yield name, lane, delivery, answer

    def waits(self, now: datetime) -> list[float]:
        """Seconds until each channel that is held off is free again."""
        free = (lane.health.free_at for lane in self._lanes.values())
        return [wait for at in free if at and (wait := (at - now).total_seconds()) > 0]

    def moved(self, by: timedelta) -> None:
        """The clock was set: how channels stand moves along."""
        for lane in self._lanes.values():
            lane.health = lane.health.moved(by)

    def take(self, config: Config) -> None:
        """Another configuration; a channel that is different gets another lane once it is not sending."""
        self._config = config
        for name, lane in [*self._lanes.items()]:
            if config.channels.get(name) != lane.sender.options and lane.sending is None:
                self._lanes.pop(name).close()

    def rest(self) -> None:
        """End the sending processes that have long had nothing to do."""
        steady = time.monotonic()
        for lane in self._lanes.values():
            if lane.sending is None and lane.last_used and steady - lane.last_used > IDLE_S:
                lane.sender.close()
                lane.last_used = 0.0

    def give_back(self) -> None:
        """End what is being sent. It may have gone out: the next start sends it again under the same id."""
        for lane in self._lanes.values():
            if lane.sending is not None:
                lane.sender.close()
                lane.sending = None

    def close(self) -> None:
        """End every lane."""
        lanes, self._lanes = list(self._lanes.values()), {}
        for lane in lanes:
            lane.close()
