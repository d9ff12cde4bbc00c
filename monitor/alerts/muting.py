"""A mute from what somebody typed: checked, ended, and with what its wake conditions are measured against. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from monitor.alerts import named
from monitor.alerts.quiet import SCOPES, WAKES, covered, woken
from monitor.alerts.scope import Answer
from monitor.taxonomy import names
from monitor.types import Incident, Mute, figure_of

#: no mute is longer; what is meant for ever is a rule in the configuration, where it can be seen
LONGEST = timedelta(days=92)


def make(
    scope: str,
    value: str,
    *,
    now: datetime,
    until: datetime,
    wake: frozenset[str] = frozenset(),
    recipient: str | None = None,
    note: str = "",
    recent: Sequence[Incident] = (),
) -> Mute:
    """The mute. `recent` are incidents it may be about: their gravity, deaths and actors are what must be exceeded to
    wake it. Raises ValueError, in words for who typed it."""
    if scope not in SCOPES:
        raise ValueError(f"{scope!r} cannot be muted; {', '.join(SCOPES)} can")
    if not wake <= WAKES:
        raise ValueError(f"a mute wakes on {', '.join(sorted(WAKES))}")
    if until <= now:
        raise ValueError("a mute ends in the future")
    if until - now > LONGEST:
        raise ValueError(f"a mute ends within {LONGEST.days} days; what is meant for longer is a rule")
    if scope == "type":
        named.among("type or family", value, (*names(), *named.FAMILIES))
    if scope == "country":
        value = named.country(value)
        if value == named.NOWHERE:
            raise ValueError("what lies in no country cannot be muted by country")
    ident = "m" + hashlib.sha256(f"{scope}|{value}|{recipient}|{now.isoformat()}".encode()).hexdigest()[:8]
    bare = Mute(id=ident, scope=scope, value=value, until=until, recipient=recipient)
    about = [one for one in recent if covered(bare, one).answer is Answer.YES]
    return Mute(
        id=ident,
        scope=scope,
        value=value,
        until=until,
        recipient=recipient,
        wake=wake,
        created=now,
        severity=max((one.severity for one in about), default=None),
        # for a place or type every death in a new incident counts; for one incident only its first
        killed=max((figure_of(one.killed) or 0 for one in about), default=None) if scope == "incident" else None,
        actors=tuple(sorted({side.name for one in about for side in one.actors})),
        note=note,
    )


def silenced(incident: Incident, recipient: str, mutes: Sequence[Mute], *, decided: datetime | None) -> str:
    """Why an incident that waits to be told is not told after all: a mute made since it was decided; '' otherwise."""
    for mute in mutes:
        if mute.recipient not in (None, recipient) or mute.created is None or decided is None:
            continue
        if mute.created > decided and covered(mute, incident).answer is Answer.YES and not woken(mute, incident):
            return f"muted while it waited (mute {mute.id}, until {mute.until:%Y-%m-%d %H:%M UTC})"
    return ""
