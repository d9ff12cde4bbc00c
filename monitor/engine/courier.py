"""Takes what was decided to those it is for: bundles, composes, sends in lanes, and marks by the answer.

    dispatches ──plan──> parcels ──compose──> message + deliveries        (one transaction)
    deliveries ──claim──> lane of the channel ──answer──> judge ──> sent | again | plain | dead, fallback

One thread owns the database side. Each channel has a lane, so that one that hangs holds up no other; what a lane sends
was claimed for two minutes, so a crash gives it back. All that is due stands in the database: a restart, a clock that
was set and a missed wake-up change nothing but the moment.
"""

from __future__ import annotations

import os
import queue
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from monitor.alerts import bundle, digest, layouts, muting, press, retry, schedule, trouble
from monitor.alerts import compose as composing
from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.policy import Recipient
from monitor.alerts.wording import MOST_DOUBLES, Voice
from monitor.config import Config
from monitor.engine.sender import Sender
from monitor.errors import MonitorError, StoreError
from monitor.incidents import history, stories
from monitor.store import Store, cursors, deliveries, dispatches, messages
from monitor.store import incidents as kept_incidents
from monitor.types import Coverage, Delivery, Dispatch, Incident, Message, Mode, Notice, Verdict

log = structlog.get_logger("monitor.courier")

TICK_S = 1.0
#: a wall clock that moves against the monotonic one by more than this was set
STEP_S = 5.0
#: the first digest of all comes this long after the last thing was taken in, to show at once what one looks like
FIRST_DIGEST_AFTER = timedelta(seconds=4)
#: what comes within this time and is held back is told of in one line of the log
HELD_SAID_AFTER = timedelta(seconds=10)
#: a digest that comes so long after its time is marked late
LATE_DIGEST = timedelta(minutes=30)
TROUBLES_EVERY = timedelta(minutes=10)
#: kinds of notice that say what is different from what was told
DIFFERENT = (Verdict.UPDATE, Verdict.CORRECTION)
#: where nothing could be stored for so long, that is told from memory; again after the second where nobody took it
ALARM_AFTER_S = 15.0
ALARM_AGAIN_S = 30.0
#: what was told so long ago may go on as a story
STORY = timedelta(days=stories.SPAN_DAYS)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class _Lane:
    """One channel: its sender, what it is sending, and how it stands."""

    name: str
    sender: Sender
    health: retry.Health
    jobs: queue.SimpleQueue[Delivery | None]
    thread: threading.Thread
    sending: Delivery | None = None
    since: float = 0.0
    last_used: float = 0.0


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
        self._answers: queue.SimpleQueue[tuple[str, Delivery, Answer]] = queue.SimpleQueue()
        self._lanes: dict[str, _Lane] = {}
        self._beat = time.monotonic()
        self._thread: threading.Thread | None = None
        self._next_config: Config | None = None
        self._press = _press(config)
        self._told_faults: dict[str, str] = {}
        self._told_troubles: datetime | None = None
        self._held: dict[str, dict[str, datetime | None]] = {}  # by recipient and dispatch: since; None: the log has it
        self._held_said_after = HELD_SAID_AFTER
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
        self._close_lanes()

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
        self._first_digest_after = self._held_said_after = timedelta(0)  # all has been taken in: nothing to wait for
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
            self._close_lanes()

    @property
    def busy(self) -> bool:
        """Whether something is being sent at this moment."""
        return any(lane.sending for lane in self._lanes.values())

    def _nothing_due(self) -> bool:
        now = self._now()
        due = set(deliveries.busy_channels(self.store, now)) & set(self.config.channels)
        free = [name for name in due if (self._lane(name).health.free_at or now) <= now]
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
        now = self._now()
        soon = [(lane.health.free_at - now).total_seconds() for lane in self._lanes.values() if lane.health.free_at]
        return min([TICK_S, *(max(0.02, wait) for wait in soon if wait > 0)])

    def look(self, *, digests: bool = True) -> None:
        """One round: bundle what is due, hand out what can be sent, mark what was answered."""
        self._beat = time.monotonic()
        if self._next_config is not None:
            self._take_config(self._next_config)
            self._next_config = None
        self._alarm()
        now = self._moved()
        self._collect(now)
        self._gather(now)
        if digests:
            self._digests(now)
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
        for lane in self._lanes.values():
            lane.health = lane.health.moved(by)
        log.info("what waits moved along with the clock", seconds=round(by.total_seconds()), rows=count)
        return now

    def _take_config(self, config: Config) -> None:
        changed = {name for name, lane in self._lanes.items() if config.channels.get(name) != lane.sender.options}
        for name in changed:
            lane = self._lanes[name]
            if lane.sending is None:
                self._close(self._lanes.pop(name))
        self.config = config
        self._press = _press(config)

    # ---- from dispatches to messages ------------------------------------------------------------------------------

    def _voice(self, recipient: Recipient) -> Voice:
        options = self.config.alerts
        return Voice(zone=recipient.zone, place_names=options.place_names, page=options.page)

    def _gather(self, now: datetime) -> None:
        for recipient in self.config.recipients:
            rows = self._still_to_tell(dispatches.waiting(self.store, recipient.name, now), recipient, now)
            if not rows:
                continue
            past = messages.recent(self.store, recipient.name, now - timedelta(hours=1))
            plan = bundle.plan(
                [bundle.Waiting(dispatch=dispatch, notice=notice) for dispatch, notice in rows],
                [
                    bundle.Recent(kind=one.kind, at=one.at, group=one.group, source=one.source, severity=one.severity)
                    for one in past
                ],
                recipient,
                now,
                folders={each.name for each in self.config.folders},
            )
            self._hold(recipient, plan.held, now)
            for parcel in plan.parcels:
                parcel = self._as_first_told(parcel, recipient)
                message = composing.compose(
                    self._in_context(parcel),
                    recipient=recipient.name,
                    voice=self._voice(recipient),
                    press=self._press,
                    now=now,
                    headlines=self._headlines(entry.notice.incident for entry in parcel.entries),
                )
                channels = parcel.channels or recipient.channels
                messages.put_message(self.store, message, channels, now, parcel.dispatch_ids)
            self._faults()

    def _hold(self, recipient: Recipient, held: Sequence[bundle.Held], now: datetime) -> None:
        """Write down what is held, until when and why; the log says it once, of all that came within a few seconds."""
        known = self._held.get(recipient.name, {})
        lines = {dispatch.id: one for one in held for dispatch in one.dispatches}
        dispatches.hold(self.store, [(ident, one.until, one.why) for ident, one in lines.items() if ident not in known])
        waits = {ident: known.get(ident, now) for ident in lines}
        unsaid = [ident for ident, since in waits.items() if since is not None]
        if unsaid and now - min(since for since in waits.values() if since is not None) >= self._held_said_after:
            for (until, why), count in Counter((lines[ident].until, lines[ident].why) for ident in unsaid).items():
                log.info("held back", recipient=recipient.name, count=count, until=f"{until:%H:%M UTC}", why=why)
            waits |= dict.fromkeys(unsaid)
        self._held[recipient.name] = waits

    def _still_to_tell(
        self, rows: Sequence[tuple[Dispatch, Notice]], recipient: Recipient, now: datetime
    ) -> Sequence[tuple[Dispatch, Notice]]:
        """Without what was muted, retracted or closed while it waited; the rest as it stands now."""
        mutes = deliveries.mutes(self.store, now) if rows else ()
        gone = [dispatch.incident_id for dispatch, noted in rows if noted.kind is Verdict.RETRACTION]
        known = dispatches.heard_of(self.store, recipient.name, gone)
        left = []
        for dispatch, noted in rows:
            notice = self._as_it_is(noted)
            state = notice.incident.state
            takes_back = notice.kind is Verdict.RETRACTION
            reason = muting.silenced(notice.incident, recipient.name, mutes, decided=dispatch.at)
            if reason:
                dispatches.withdraw(self.store, dispatch.id, Mode.NEVER, "muted", reason)
            elif (takes_back and notice.incident.id not in known) or (state == "retracted" and not takes_back):
                dispatches.withdraw(
                    self.store, dispatch.id, Mode.DIGEST, "retracted", "retracted before it was told: in the digest"
                )
            elif state in ("dismissed", "merged"):
                dispatches.withdraw(
                    self.store, dispatch.id, Mode.NEVER, "closed", f"{state} by the operator before it was told"
                )
            else:
                left.append((dispatch, notice))
        return left

    def _as_first_told(self, parcel: bundle.Parcel, recipient: Recipient) -> bundle.Parcel:
        """What this recipient never heard of is new to them, though others were told or it was small when it began."""
        known = dispatches.heard_of(self.store, recipient.name, [one.notice.incident.id for one in parcel.entries])
        entries = (
            replace(one, kind=Verdict.NEW, changes=())
            if one.kind in DIFFERENT and one.notice.incident.id not in known
            else one
            for one in parcel.entries
        )
        return replace(parcel, entries=tuple(entries))

    def _as_it_is(self, notice: Notice) -> Notice:
        """The notice with the incident as it stands now: reports that changed nothing count as sources too."""
        current = kept_incidents.get(self.store, notice.incident.id)
        return notice if current is None else replace(notice, incident=current)

    def _faults(self) -> None:
        for name, fault in self._press.faults.items():
            if self._told_faults.get(name) != fault:
                path = os.path.join(self.config.alerts.layouts or "", name)
                log.error("a layout of your own is at fault; ours was used", layout=path, fault=fault)
        self._told_faults = dict(self._press.faults)

    # ---- digests --------------------------------------------------------------------------------------------------

    def _digests(self, now: datetime) -> None:
        for recipient in self.config.recipients:
            slot = schedule.latest_due(now, recipient.digest, ZoneInfo(recipient.zone))
            if slot is None or messages.digest_made(self.store, recipient.name, slot.key):
                continue
            before = messages.last_digest(self.store, recipient.name)
            rows: Sequence[bundle.Waiting] = ()
            if before is None:
                rows = self._undigested(recipient)
                newest = max((one.dispatch.at for one in rows if one.dispatch.at), default=None)
                first = newest is not None and now - newest >= self._first_digest_after
                if not first and slot.at < self._began:
                    continue
            self._digest(recipient, slot, before, rows or self._undigested(recipient), now)

    def _undigested(self, recipient: Recipient) -> tuple[bundle.Waiting, ...]:
        rows = []
        for dispatch, noted in dispatches.undigested(self.store, recipient.name):
            notice = noted if dispatch.mode is Mode.NEVER else self._as_it_is(noted)
            if dispatch.mode is not Mode.NEVER and notice.incident.state in ("dismissed", "merged"):
                dispatch = replace(dispatch, mode=Mode.NEVER, code="closed")
            rows.append((dispatch, notice))
        return self._with_context(rows)

    def _with_context(self, rows: Sequence[tuple[Dispatch, Notice]]) -> tuple[bundle.Waiting, ...]:
        """Dispatches with their notices, and with what happened at the same place before."""
        known: dict[str, tuple[str, ...]] = {}
        found = []
        for dispatch, notice in rows:
            incident = notice.incident
            if dispatch.mode is not Mode.NEVER and incident.id not in known:
                known[incident.id] = self._context(incident)
            notice = replace(notice, context=(*notice.context, *known.get(incident.id, ())))
            found.append(bundle.Waiting(dispatch=dispatch, notice=notice))
        return tuple(found)

    def _in_context(self, parcel: bundle.Parcel) -> bundle.Parcel:
        """The same for what is to leave now; what goes on waiting is spared the look into the past."""
        entries = []
        for each in parcel.entries:
            lines = (*each.notice.context, *self._context(each.notice.incident))
            entries.append(replace(each, notice=replace(each.notice, context=lines)))
        return replace(parcel, entries=tuple(entries))

    def _context(self, incident: Incident) -> tuple[str, ...]:
        return history.repeated(incident, kept_incidents.near_before(self.store, incident, history.SPAN_DAYS))

    def _digest(
        self,
        recipient: Recipient,
        slot: schedule.Slot,
        before: datetime | None,
        rows: Sequence[bundle.Waiting],
        now: datetime,
    ) -> None:
        message = self.digest_message(recipient, slot, before, rows, now)
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

    def digest_message(
        self,
        recipient: Recipient,
        slot: schedule.Slot,
        before: datetime | None,
        rows: Sequence[bundle.Waiting],
        now: datetime,
    ) -> Message:
        """The digest as it would be sent now; nothing is written."""
        since = before if before is not None and before < now else None
        heads, running, headlines = self._stories(recipient, rows, now)
        late = before is not None and now - slot.at > LATE_DIGEST
        basis = digest.Basis(
            recipient=recipient.name,
            slot=slot.key,
            day=slot.day if late else now.astimezone(ZoneInfo(recipient.zone)).date(),
            since=since,
            until=now,
            decided=tuple(rows),
            unsent=dispatches.unsent(self.store, recipient.name),
            stories=heads,
            running=running,
            headlines=headlines,
            opened=dispatches.opened_by_day(self.store, now.date() - timedelta(days=92)),
            known_since=began.date() if (began := dispatches.first_notice(self.store)) else None,
            mutes=tuple(mute for mute in deliveries.mutes(self.store, now) if mute.recipient in (None, recipient.name)),
            coverage=self._coverage(since or now - timedelta(days=1), now),
            troubles=self._channel_troubles(),
            late=late,
        )
        return digest.compose(basis, voice=self._voice(recipient), press=self._press)

    def _stories(
        self, recipient: Recipient, rows: Sequence[bundle.Waiting], now: datetime
    ) -> tuple[Mapping[str, str], Mapping[str, Incident], Mapping[str, str]]:
        """The heads of the stories of what is to be told, those told before that go on, and headlines to refer to."""
        here = {one.notice.incident.id: one.notice.incident for one in rows if one.dispatch.mode is not Mode.NEVER}
        told = {
            ident: found
            for ident in dispatches.told_lately(self.store, recipient.name, now - STORY)
            if ident not in here and (found := kept_incidents.get(self.store, ident)) is not None
            and found.state == "open"
        }  # fmt: skip
        heads = digest.known_heads(stories.group((*here.values(), *told.values())), here, told)
        running = {head: told[head] for ident in here if (head := heads[ident]) in told}
        return heads, running, self._headlines(here.values())

    def _headlines(self, incidents: Iterable[Incident]) -> Mapping[str, str]:
        """Of what these may be duplicates of: an id says nothing to a reader."""
        ids = {ident for one in incidents for ident in one.possible_duplicates[:MOST_DOUBLES]}
        found = (kept_incidents.get(self.store, ident) for ident in sorted(ids))
        return {one.id: one.headline for one in found if one is not None and one.headline}

    def _coverage(self, since: datetime, until: datetime) -> Coverage | None:
        try:
            return cursors.coverage(self.store, since, until)
        except MonitorError as error:
            log.error("the coverage of a digest cannot be told", reason=str(error))
            return None

    def _channel_troubles(self) -> tuple[str, ...]:
        states = deliveries.channel_states(self.store)
        lines = [
            f"Channel {name} has been {state.state} since {state.since:%d %b %H:%M UTC}: {state.outcome}"
            for name, state in sorted(states.items())
            if state.state != "ok" and name in self.config.channels
        ]
        dead = deliveries.counts(self.store).get("dead", 0)
        if dead:
            lines.append(f"{dead} deliveries were given up; see `monitor deliveries --dead`, `monitor retry`")
        lines += [f"Your layout {name} is at fault, so ours is used: {why}" for name, why in self._told_faults.items()]
        return tuple(lines)

    # ---- what must be heard of the monitor itself -----------------------------------------------------------------

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
            lane = self._lane(name) if name in self.config.channels else None
            if lane is not None and lane.sending is None:
                lane.sending, lane.since = delivery, time.monotonic()
                lane.jobs.put(delivery)

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

    def _lane(self, name: str) -> _Lane:
        lane = self._lanes.get(name)
        if lane is not None and lane.sending is None and lane.sender.options != self.config.channels[name]:
            # it was sending when the configuration changed, and was left to finish
            self._close(self._lanes.pop(name))
            lane = None
        if lane is None:
            sender = Sender(name, self.config.channels[name], limit_s=self.config.alerts.send_limit_s)
            jobs: queue.SimpleQueue[Delivery | None] = queue.SimpleQueue()
            thread = threading.Thread(target=self._serve, args=(name, sender, jobs), name=f"lane-{name}", daemon=True)
            state = deliveries.channel_states(self.store).get(name)
            health = retry.Health()
            if state is not None and state.state != "ok":
                # how it stood is remembered; whether it still does is tried at once after a start
                health = retry.Health(state=state.state, since=state.since, failures=state.failures)
            lane = self._lanes[name] = _Lane(name, sender, health, jobs, thread)
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

    def _hand_out(self, now: datetime) -> None:
        steady = time.monotonic()
        for name in deliveries.busy_channels(self.store, now):
            if name not in self.config.channels:
                self._orphan(name, now)
                continue
            lane = self._lane(name)
            if lane.health.down(now):
                self._bypass(lane, now)
            if lane.sending is not None or (lane.health.free_at is not None and lane.health.free_at > now):
                continue
            delivery = deliveries.claim(self.store, name, now)
            if delivery is not None:
                lane.sending, lane.since = delivery, steady
                lane.jobs.put(delivery)
        for lane in self._lanes.values():
            # an idle sending process is memory for nothing; the next send starts one
            if lane.sending is None and lane.last_used and steady - lane.last_used > 60:
                lane.sender.close()
                lane.last_used = 0.0

    def _orphan(self, name: str, now: datetime) -> None:
        """A channel that was taken out of the configuration: what waits for it is given up in sight, or bypassed."""
        fallbacks = {each.name: (each.fallback or each.channels[0]) for each in self.config.recipients}
        deliveries.bypass(self.store, name, fallbacks, now, priority=0.0)
        delivery = deliveries.claim(self.store, name, now)
        if delivery is not None:
            deliveries.mark_dead(self.store, delivery.id, now, f"there is no channel {name} any more")

    def _bypass(self, lane: _Lane, now: datetime) -> None:
        fallbacks = {each.name: each.fallback for each in self.config.recipients if each.fallback}
        floor = 0.0 if lane.health.state == "broken" else self.config.alerts.fallback_from
        made = deliveries.bypass(self.store, lane.name, fallbacks, now, priority=floor)
        if made:
            log.warning("a channel is down; the fallback stands in", channel=lane.name, messages=made)

    # ---- answers --------------------------------------------------------------------------------------------------

    def _collect(self, now: datetime) -> None:
        while True:
            try:
                name, delivery, answer = self._answers.get_nowait()
            except queue.Empty:
                return
            lane = self._lanes.get(name)
            if lane is not None:
                lane.sending = None
                lane.last_used = time.monotonic()
            if delivery.seq == 0:  # an alarm: nothing of it is stored
                if answer.outcome is Outcome.DONE and self._alarms is not None:
                    self._alarms.pop(name, None)
                continue
            self._mark(lane, name, delivery, answer, now)

    def _mark(self, lane: _Lane | None, name: str, delivery: Delivery, answer: Answer, now: datetime) -> None:
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

    def _judged(self, lane: _Lane | None, delivery: Delivery, answer: Answer, now: datetime) -> retry.Step:
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

    def _stand(self, lane: _Lane | None, name: str, health: retry.Health, answer: Answer, now: datetime) -> None:
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
        for lane in self._lanes.values():
            if lane.sending is not None:
                # it may have gone out: the next start sends it again under the same id
                lane.sender.close()
                lane.sending = None

    def _close_lanes(self) -> None:
        lanes, self._lanes = list(self._lanes.values()), {}
        for lane in lanes:
            self._close(lane)

    def _close(self, lane: _Lane) -> None:
        lane.jobs.put(None)
        lane.sender.close()
        lane.thread.join(2.0)


def _press(config: Config) -> press.Press:
    """The layouts of the configuration. Raises ConfigError where one cannot be read."""
    return press.Press(layouts.read(config.alerts.layouts))


def preview(store: Store, config: Config, recipient: Recipient, now: datetime) -> Message:
    """The digest a recipient would get now. Nothing is written and nothing is sent."""
    courier = Courier(store, replace(config), now=lambda: now)
    zone = ZoneInfo(recipient.zone)
    slot = schedule.latest_due(now, recipient.digest or ("00:00",), zone)
    assert slot is not None
    before = messages.last_digest(store, recipient.name)
    rows = courier._undigested(recipient)
    return courier.digest_message(recipient, replace(slot, at=now), before, rows, now)
