"""Takes what was decided to those it is for: bundles, composes, sends in lanes, and marks by the answer.

    dispatches ──plan──> parcels ──compose──> message + deliveries        (one transaction: gathering.py, digests.py)
    deliveries ──claim──> lane of the channel ──answer──> judge ──> sent | again | plain | dead, fallback    (lanes.py)

One thread owns the database side. Each channel has a lane, so that one that hangs holds up no other; what a lane sends
was claimed for two minutes, so a crash gives it back. All that is due stands in the database: a restart, a clock that
was set and a missed wake-up change nothing but the moment.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from monitor.alerts import layouts, press, retry, schedule, trouble
from monitor.alerts.channels import Answer, Outcome
from monitor.config import Config
from monitor.engine.digests import Digests
from monitor.engine.gathering import Gathering
from monitor.engine.lanes import Lane, Lanes
from monitor.errors import StoreError
from monitor.store import Store, cursors, deliveries, dispatches, messages
from monitor.types import Delivery, Message

log = structlog.get_logger("monitor.courier")

TICK_S = 1.0
#: a wall clock that moves against the monotonic one by more than this was set
STEP_S = 5.0
#: the first digest of all comes this long after the last thing was taken in, to show at once what one looks like
FIRST_DIGEST_AFTER = timedelta(seconds=4)
TROUBLES_EVERY = timedelta(minutes=10)
#: where nothing could be stored for so long, that is told from memory; again after the second where nobody took it
ALARM_AFTER_S = 15.0
ALARM_AGAIN_S = 30.0


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Courier:
    """Owns one thread for the database and one for each channel."""

    def __init__(
        self,
        store: Store,
        config: Config,
        *,
        now: Callable[[], datetime] = _utc_now,
        steady: Callable[[], float] = time.monotonic,
        seed: int | None = None,
    ) -> None:
        self.store = store
        self.config = config
        self._now = now
        self._steady = steady
        self._seen: tuple[datetime, float] | None = None
        self._rng = random.Random(seed)  # noqa: S311 - jitter, not secrecy
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._lanes = Lanes(store, config, self._wake)
        self._gathering = Gathering(store)
        self._beat = time.monotonic()
        self._thread: threading.Thread | None = None
        self._next_config: Config | None = None
        self._press = _press(config)
        self._told_faults: dict[str, str] = {}
        self._told_troubles: datetime | None = None
        self._alarms: dict[str, Delivery] | None = None  # by channel, what nobody took yet; None while all is stored
        self._alarmed = float("-inf")
        self._began = now()
        self._first_digest_after = FIRST_DIGEST_AFTER

    # ---- life -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Give back what a former self held, and begin."""
        self._release()
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 6.0) -> None:
        """Let running sends end, for so long; what has not ended goes out again after the next start."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout_s)
        self._lanes.close()

    def wake(self) -> None:
        """Something was stored: look now and not at the next tick."""
        self._wake.set()

    def check(self, config: Config) -> None:
        """Raises ConfigError where the layouts of this configuration cannot be read."""
        _press(config)

    def reload(self, config: Config) -> None:
        """Another configuration from the next round on. Raises ConfigError where its layouts cannot be read."""
        _press(config)
        self._next_config = config
        self._wake.set()

    def beats(self) -> Mapping[str, float]:
        """By loop, when it last went round, in monotonic seconds. A lane that sends is held by its own limit."""
        return {"courier": self._beat}

    def settle(self, limit_s: float = 30.0, *, digests: bool = True) -> bool:
        """Without threads of its own: send what is due now, until nothing is or the time is over. Whether all left."""
        self._release()
        # all has been taken in: nothing to wait for
        self._first_digest_after = self._gathering.said_after = timedelta(0)
        end = time.monotonic() + limit_s
        try:
            while time.monotonic() < end:
                self.look(digests=digests)
                if not self.busy and self._nothing_due():
                    return True
                self._wake.wait(0.05)
                self._wake.clear()
            return False
        finally:
            self._stopping.set()
            self._drain(time.monotonic() + 2.0)
            self._lanes.close()

    @property
    def busy(self) -> bool:
        """Whether something is being sent at this moment."""
        return self._lanes.busy

    def _nothing_due(self) -> bool:
        now = self._now()
        due = set(deliveries.busy_channels(self.store, now)) & set(self.config.channels)
        free = [name for name in due if (self._lanes.of(name).health.free_at or now) <= now]
        return not free

    def _release(self) -> None:
        deliveries.bring_near(self.store, self._now())
        released = deliveries.release_leases(self.store)
        if released:
            log.info("deliveries of a former run taken up again", count=released)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                self.look()
            except StoreError as error:
                log.error("the outbox cannot be read or written", reason=str(error), again=error.again)
                self._stopping.wait(1.0)
            except Exception:
                # a bug of ours must not end the telling of everything else; it is loud, and the round is tried again
                log.exception("a round of the courier failed")
                self._stopping.wait(2.0)
            self._wake.wait(self._pause())
        self._drain(time.monotonic() + 5.0)

    def _pause(self) -> float:
        """Until the next look: shorter where a channel is soon free again."""
        return min([TICK_S, *(max(0.02, wait) for wait in self._lanes.waits(self._now()))])

    def look(self, *, digests: bool = True) -> None:
        """One round: bundle what is due, hand out what can be sent, mark what was answered."""
        self._beat = time.monotonic()
        if self._next_config is not None:
            self._take_config(self._next_config)
            self._next_config = None
        self._alarm()
        now = self._moved()
        self._collect(now)
        if self._gathering.gather(self.config, self._press, now):
            self._faults()
        if digests:
            self._digest(now)
        self._troubles(now)
        self._heartbeat(now)
        self._hand_out(now)
        self._collect(now)

    def _moved(self) -> datetime:
        """The time; where the clock was set since the last round, what waits and how channels stand move along first.

        All of a round goes by this one reading, so that what it writes is of the time it moved things to."""
        now, steady = self._now(), self._steady()
        before, self._seen = self._seen, (now, steady)
        if before is None:
            return now
        by = now - before[0] - timedelta(seconds=steady - before[1])
        if abs(by) <= timedelta(seconds=STEP_S):
            return now
        try:
            count = deliveries.shift_due(self.store, by, now)
        except BaseException:
            self._seen = before  # seen anew in the next round
            raise
        self._began += by
        self._lanes.moved(by)
        log.info("what waits moved along with the clock", seconds=round(by.total_seconds()), rows=count)
        return now

    def _take_config(self, config: Config) -> None:
        self._lanes.take(config)
        self.config = config
        self._press = _press(config)

    # ---- digests --------------------------------------------------------------------------------------------------

    def _digest(self, now: datetime) -> None:
        digests = Digests(store=self.store, config=self.config, press=self._press, faults=self._told_faults)
        for recipient in self.config.recipients:
            slot = schedule.latest_due(now, recipient.digest, ZoneInfo(recipient.zone))
            if slot is None or messages.digest_made(self.store, recipient.name, slot.key):
                continue
            last = messages.last_digest(self.store, recipient.name)
            rows = digests.undigested(recipient)
            if last is None:
                newest = max((one.dispatch.at for one in rows if one.dispatch.at), default=None)
                first = newest is not None and now - newest >= self._first_digest_after
                if not first and slot.at < self._began:
                    continue
            message = digests.message(recipient, slot, last, rows, now)
            made = messages.put_digest(
                self.store,
                message,
                recipient.digest_channels or recipient.channels,
                slot=slot.key,
                now=now,
                dispatch_ids=[one.dispatch.id for one in rows],
            )
            if made:
                log.info("digest", recipient=recipient.name, slot=slot.key, subject=message.subject)

    # ---- what must be heard of the monitor itself -----------------------------------------------------------------

    def _faults(self) -> None:
        for name, fault in self._press.faults.items():
            if self._told_faults.get(name) != fault:
                path = os.path.join(self.config.alerts.layouts or "", name)
                log.error("a layout of your own is at fault; ours was used", layout=path, fault=fault)
        self._told_faults = dict(self._press.faults)

    def _troubles(self, now: datetime) -> None:
        """Sources that fail, recover or fall silent: told once, together, at most every ten minutes."""
        if self._told_troubles is not None and timedelta(0) <= now - self._told_troubles < TROUBLES_EVERY:
            return
        untold = cursors.untold(self.store)
        if not untold:
            return
        self._told_troubles = now
        loud = [notice for _, notice in untold if notice.kind != "imported"]
        with self.store.transaction():
            cursors.mark_told(self.store, [ident for ident, _ in untold], now)
            if loud:
                for recipient in self.config.recipients:
                    if recipient.troubles:
                        message = trouble.of_sources(loud, recipient=recipient.name, now=now)
                        messages.put_message(self.store, message, recipient.channels, now)

    def _alarm(self) -> None:
        """Where the disk is full or the database locked, one notice from memory: it could be written down nowhere."""
        failing = self.store.failing()
        if failing is None:
            self._alarms = None
            return
        for_s, error = failing
        if for_s < ALARM_AFTER_S:
            return
        if self._alarms is None:
            log.error("nothing can be stored", reason=str(error), seconds=round(for_s))
            self._alarms = self._alarms_of(str(error))
            self._alarmed = float("-inf")
        if time.monotonic() - self._alarmed < ALARM_AGAIN_S:
            return
        self._alarmed = time.monotonic()
        for name, delivery in self._alarms.items():
            lane = self._lanes.of(name) if name in self.config.channels else None
            if lane is not None and lane.sending is None:
                lane.send(delivery)

    def _alarms_of(self, reason: str) -> dict[str, Delivery]:
        now = self._now()
        alarms = {}
        for each in self.config.recipients:
            message = trouble.not_stored(reason, recipient=each.name, now=now)
            for name in each.channels if each.troubles else ():
                if name not in alarms:
                    alarms[name] = Delivery(id=f"{message.id}>{name}", seq=0, message=message, channel=name, due=now)
        return alarms

    def _heartbeat(self, now: datetime) -> None:
        options = self.config.alerts.heartbeat
        if not options.channels:
            return
        message = trouble.heartbeat(now, every=timedelta(minutes=options.every_min))
        if deliveries.find_message(self.store, message.id) is None:
            deliveries.forget_heartbeats(self.store, now - timedelta(days=1))
            messages.put_message(self.store, message, options.channels, now)

    # ---- lanes ----------------------------------------------------------------------------------------------------

    def _hand_out(self, now: datetime) -> None:
        for name in deliveries.busy_channels(self.store, now):
            if name not in self.config.channels:
                self._orphan(name, now)
                continue
            lane = self._lanes.of(name)
            if lane.health.down(now):
                self._bypass(lane, now)
            if lane.sending is not None or (lane.health.free_at is not None and lane.health.free_at > now):
                continue
            delivery = deliveries.claim(self.store, name, now)
            if delivery is not None:
                lane.send(delivery)
        self._lanes.rest()

    def _orphan(self, name: str, now: datetime) -> None:
        """A channel that was taken out of the configuration: what waits for it is given up in sight, or bypassed."""
        fallbacks = {each.name: (each.fallback or each.channels[0]) for each in self.config.recipients}
        deliveries.bypass(self.store, name, fallbacks, now, priority=0.0)
        delivery = deliveries.claim(self.store, name, now)
        if delivery is not None:
            deliveries.mark_dead(self.store, delivery.id, now, f"there is no channel {name} any more")

    def _bypass(self, lane: Lane, now: datetime) -> None:
        fallbacks = {each.name: each.fallback for each in self.config.recipients if each.fallback}
        floor = 0.0 if lane.health.state == "broken" else self.config.alerts.fallback_from
        made = deliveries.bypass(self.store, lane.name, fallbacks, now, priority=floor)
        if made:
            log.warning("a channel is down; the fallback stands in", channel=lane.name, messages=made)

    # ---- answers --------------------------------------------------------------------------------------------------

    def _collect(self, now: datetime) -> None:
        for name, lane, delivery, answer in self._lanes.answers():
            if delivery.seq == 0:  # an alarm: nothing of it is stored
                if answer.outcome is Outcome.DONE and self._alarms is not None:
                    self._alarms.pop(name, None)
                continue
            self._mark(lane, name, delivery, answer, now)

    def _mark(self, lane: Lane | None, name: str, delivery: Delivery, answer: Answer, now: datetime) -> None:
        if delivery.message.kind == "heartbeat" and answer.outcome is not Outcome.DONE:
            deliveries.mark_dropped(self.store, delivery.id, now, answer.detail)
            self._stand(lane, name, self._judged(lane, delivery, answer, now).health, answer, now)
            return
        step = self._judged(lane, delivery, answer, now)
        with self.store.transaction():
            if step.action == "sent":
                self._sent(delivery, answer, now)
            elif step.action == "minimal":
                deliveries.mark_again(
                    self.store, delivery.id, now, due=now, outcome=f"refused: {answer.detail}", minimal=True
                )
            elif step.action == "again":
                left = answer.left or delivery.left or None
                deliveries.mark_again(
                    self.store, delivery.id, now, due=step.due or now, outcome=answer.detail, left=left
                )
            else:
                self._dead(delivery, answer, now)
            self._stand(lane, name, step.health, answer, now)
            if step.recovered:
                deliveries.hasten(self.store, name, now)
        if lane is not None and lane.health.down(now):
            self._bypass(lane, now)

    def _judged(self, lane: Lane | None, delivery: Delivery, answer: Answer, now: datetime) -> retry.Step:
        return retry.judge(
            answer,
            attempts=delivery.attempts,
            minimal=delivery.minimal,
            first_failed=delivery.first_failed,
            health=lane.health if lane is not None else retry.Health(),
            now=now,
            keep_trying=timedelta(hours=self.config.alerts.keep_trying_h),
            rng=self._rng,
        )

    def _sent(self, delivery: Delivery, answer: Answer, now: datetime) -> None:
        """Arrived; addresses that did not take it get a delivery of their own, to be tried or to be seen as dead."""
        deliveries.mark_sent(self.store, delivery.id, now, answer.detail)
        if answer.left:
            deliveries.add_delivery(
                self.store,
                delivery.message.id,
                delivery.channel,
                now + timedelta(minutes=1),
                left=answer.left,
                suffix=f"#{delivery.seq}",
            )
        if answer.lost:
            deliveries.add_delivery(
                self.store,
                delivery.message.id,
                delivery.channel,
                now,
                left=answer.lost,
                state="dead",
                outcome=answer.detail,
                suffix=f"!{delivery.seq}",
            )
        channel, message = self.config.channels.get(delivery.channel), delivery.message
        if channel is not None and message.kind == "digest":
            log.info("digest delivered", channel=delivery.channel, outcome=answer.detail)
        elif channel is not None and channel.kind != "console":  # there the alert itself stands beside the log
            self._log_alert(message, delivery.channel)

    def _log_alert(self, message: Message, channel: str) -> None:
        told = dispatches.told_by(self.store, message.id)
        named = ", ".join(told[:3]) + (f" and {len(told) - 3} more" if len(told) > 3 else "")
        if told:
            log.info("alert delivered", recipient=message.recipient, channel=channel, incident=named)

    def _dead(self, delivery: Delivery, answer: Answer, now: datetime) -> None:
        deliveries.mark_dead(self.store, delivery.id, now, answer.detail)
        log.error("a message was given up", message=delivery.message.id, channel=delivery.channel, reason=answer.detail)
        recipient = next((each for each in self.config.recipients if each.name == delivery.message.recipient), None)
        if recipient is None or delivery.message.kind == "trouble":
            return
        others = [name for name in recipient.channels if name != delivery.channel]
        if recipient.fallback and recipient.fallback != delivery.channel:
            others.append(recipient.fallback)
            if delivery.fallback_of is None:
                deliveries.add_delivery(
                    self.store, delivery.message.id, recipient.fallback, now, fallback_of=delivery.channel
                )
        if others:
            notice = trouble.given_up(delivery, answer.detail, now=now)
            messages.put_message(self.store, notice, others, now)

    def _stand(self, lane: Lane | None, name: str, health: retry.Health, answer: Answer, now: datetime) -> None:
        before = lane.health if lane is not None else retry.Health()
        if lane is not None:
            lane.health = health
        if before.state != health.state:
            report = log.warning if health.state != "ok" else log.info
            report("channel", channel=name, state=health.state, outcome=answer.detail)
        deliveries.put_channel_state(
            self.store,
            deliveries.ChannelState(
                name=name,
                state=health.state,
                since=health.since or now,
                failures=health.failures,
                next_try=health.free_at,
                last_ok=now if answer.outcome is Outcome.DONE else None,
                outcome=answer.detail,
            ),
        )

    # ---- the end --------------------------------------------------------------------------------------------------

    def _drain(self, until: float) -> None:
        """Take the answers of what is being sent, for so long, and give back the rest."""
        while time.monotonic() < until and self.busy:
            self._wake.wait(0.05)
            self._wake.clear()
            try:
                self._collect(self._now())
            except StoreError:
                return
        self._lanes.give_back()


def _press(config: Config) -> press.Press:
    """The layouts of the configuration. Raises ConfigError where one cannot be read."""
    return press.Press(layouts.read(config.alerts.layouts))
