"""The digest of a recipient, made from what is stored; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from monitor.alerts import bundle, digest, layouts, press, schedule
from monitor.alerts.policy import Recipient
from monitor.config import Config
from monitor.engine.context import as_it_is, before, headlines
from monitor.engine.gathering import voice_of
from monitor.errors import MonitorError
from monitor.incidents import stories
from monitor.store import Store, cursors, deliveries, dispatches, messages
from monitor.store import incidents as kept_incidents
from monitor.types import Coverage, Incident, Message, Mode

log = structlog.get_logger("monitor.courier")

#: a digest that comes so long after its time is marked late
LATE_DIGEST = timedelta(minutes=30)
#: what was told so long ago may go on as a story
STORY = timedelta(days=stories.SPAN_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digests:
    """Makes digests by one configuration."""

    store: Store
    config: Config
    press: press.Press
    faults: Mapping[str, str] = field(default_factory=dict)  #: by name, layouts at fault that were told in the log

    def undigested(self, recipient: Recipient) -> tuple[bundle.Waiting, ...]:
        """All that no digest has told this recipient of, as it stands now, with what happened there before."""
        known: dict[str, tuple[str, ...]] = {}
        found = []
        for dispatch, notice in dispatches.undigested(self.store, recipient.name):
            if dispatch.mode is not Mode.NEVER:
                notice = as_it_is(self.store, notice)
                if notice.incident.state in ("dismissed", "merged"):
                    dispatch = replace(dispatch, mode=Mode.NEVER, code="closed")
            incident = notice.incident
            if dispatch.mode is not Mode.NEVER and incident.id not in known:
                known[incident.id] = before(self.store, incident)
            notice = replace(notice, context=(*notice.context, *known.get(incident.id, ())))
            found.append(bundle.Waiting(dispatch=dispatch, notice=notice))
        return tuple(found)

    def message(
        self,
        recipient: Recipient,
        slot: schedule.Slot,
        last: datetime | None,
        rows: Sequence[bundle.Waiting],
        now: datetime,
    ) -> Message:
        """The digest as it would be sent now; nothing is written."""
        since = last if last is not None and last < now else None
        heads, running, headlines = self._stories(recipient, rows, now)
        late = last is not None and now - slot.at > LATE_DIGEST
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
            troubles=self.troubles(),
            late=late,
        )
        return digest.compose(basis, voice=voice_of(recipient, self.config), press=self.press)

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
        return heads, running, headlines(self.store, here.values())

    def _coverage(self, since: datetime, until: datetime) -> Coverage | None:
        try:
            return cursors.coverage(self.store, since, until)
        except MonitorError as error:
            log.error("the coverage of a digest cannot be told", reason=str(error))
            return None

    def troubles(self) -> tuple[str, ...]:
        """What keeps messages from arriving, or from looking as they should, in lines."""
        states = deliveries.channel_states(self.store)
        lines = [
            f"Channel {name} has been {state.state} since {state.since:%d %b %H:%M UTC}: {state.outcome}"
            for name, state in sorted(states.items())
            if state.state != "ok" and name in self.config.channels
        ]
        dead = deliveries.counts(self.store).get("dead", 0)
        if dead:
            lines.append(f"{dead} deliveries were given up; see `monitor deliveries --dead`, `monitor retry`")
        lines += [f"Your layout {name} is at fault, so ours is used: {why}" for name, why in self.faults.items()]
        return tuple(lines)


def preview(store: Store, config: Config, recipient: Recipient, now: datetime) -> Message:
    """The digest a recipient would get now. Nothing is written and nothing is sent."""
    digests = Digests(store=store, config=config, press=press.Press(layouts.read(config.alerts.layouts)))
    slot = schedule.latest_due(now, recipient.digest or ("00:00",), ZoneInfo(recipient.zone))
    assert slot is not None
    last = messages.last_digest(store, recipient.name)
    return digests.message(recipient, replace(slot, at=now), last, digests.undigested(recipient), now)
