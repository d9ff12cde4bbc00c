"""From dispatches to messages: what is due for each recipient is held against what was muted, closed or said already,
bundled, worded, and kept with its deliveries in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from monitor.alerts import bundle, muting, press
from monitor.alerts import compose as composing
from monitor.alerts.policy import Recipient
from monitor.alerts.wording import Voice
from monitor.config import Config
from monitor.engine.context import as_it_is, before, headlines
from monitor.store import Store, deliveries, dispatches, messages
from monitor.types import Dispatch, Mode, Notice, Verdict

log = structlog.get_logger("monitor.courier")

#: what comes within this time and is held back is told of in one line of the log
HELD_SAID_AFTER = timedelta(seconds=10)
#: kinds of notice that say what is different from what was told
DIFFERENT = (Verdict.UPDATE, Verdict.CORRECTION)


def voice_of(recipient: Recipient, config: Config) -> Voice:
    """How a recipient is spoken to."""
    return Voice(zone=recipient.zone, place_names=config.alerts.place_names, page=config.alerts.page)


class Gathering:
    """Makes messages of what is due, and remembers what of that is held back."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.said_after = HELD_SAID_AFTER
        self._held: dict[str, dict[str, datetime | None]] = {}  # by recipient and dispatch: since; None: the log has it

    def gather(self, config: Config, layouts: press.Press, now: datetime) -> bool:
        """Make the messages that are due; whether anything was to be told."""
        due = False
        for recipient in config.recipients:
            rows = self._still_to_tell(dispatches.waiting(self.store, recipient.name, now), recipient, now)
            if rows:
                due = True
                self._tell(rows, recipient, config, layouts, now)
        return due

    def _tell(
        self,
        rows: Sequence[tuple[Dispatch, Notice]],
        recipient: Recipient,
        config: Config,
        layouts: press.Press,
        now: datetime,
    ) -> None:
        past = messages.recent(self.store, recipient.name, now - timedelta(hours=1))
        plan = bundle.plan(
            [bundle.Waiting(dispatch=dispatch, notice=notice) for dispatch, notice in rows],
            [
                bundle.Recent(kind=one.kind, at=one.at, group=one.group, source=one.source, severity=one.severity)
                for one in past
            ],
            recipient,
            now,
            folders={each.name for each in config.folders},
        )
        self._hold(recipient, plan.held, now)
        for parcel in plan.parcels:
            parcel = self._as_first_told(parcel, recipient)
            message = composing.compose(
                self._in_context(parcel),
                recipient=recipient.name,
                voice=voice_of(recipient, config),
                press=layouts,
                now=now,
                headlines=headlines(self.store, (entry.notice.incident for entry in parcel.entries)),
            )
            channels = parcel.channels or recipient.channels
            messages.put_message(self.store, message, channels, now, parcel.dispatch_ids)

    def _hold(self, recipient: Recipient, held: Sequence[bundle.Held], now: datetime) -> None:
        """Write down what is held, until when and why; the log says it once, of all that came within a few seconds."""
        known = self._held.get(recipient.name, {})
        lines = {dispatch.id: one for one in held for dispatch in one.dispatches}
        dispatches.hold(self.store, [(ident, one.until, one.why) for ident, one in lines.items() if ident not in known])
        waits = {ident: known.get(ident, now) for ident in lines}
        unsaid = [ident for ident, since in waits.items() if since is not None]
        if unsaid and now - min(since for since in waits.values() if since is not None) >= self.said_after:
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
            notice = as_it_is(self.store, noted)
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

    def _in_context(self, parcel: bundle.Parcel) -> bundle.Parcel:
        """With what happened at the same place before; what goes on waiting is spared that look into the past."""
        entries = []
        for each in parcel.entries:
            lines = (*each.notice.context, *before(self.store, each.notice.incident))
            entries.append(replace(each, notice=replace(each.notice, context=lines)))
        return replace(parcel, entries=tuple(entries))
