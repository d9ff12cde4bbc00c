"""What the monitor has to say of itself: sources in trouble, messages given up, a sign of life, a test. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from monitor.alerts.scrub import MINIMAL, SUBJECT, block, markdown, one_line
from monitor.types import Delivery, Message, SourceNotice


def _plain(kind: str, ident: str, recipient: str, subject: str, lines: Sequence[str], now: datetime) -> Message:
    text = "\n".join([subject, *(f"  {line}" for line in lines)]) + "\n"
    return Message(
        id=ident,
        kind=kind,
        recipient=recipient,
        subject=one_line(subject, SUBJECT),
        text=text,
        markdown="\n".join([f"**{markdown(subject)}**", *(f"- {markdown(line)}" for line in lines)]) + "\n",
        minimal=block(text, MINIMAL),
        data=json.dumps({"kind": kind, "lines": list(lines)}),
        created=now,
    )


def of_sources(notices: Sequence[SourceNotice], *, recipient: str, now: datetime) -> Message:
    """One message on all sources there is something to say of."""
    failing = [one for one in notices if one.kind not in ("recovered", "spoke")]
    count = len(failing) or len(notices)
    noun = "source" if count == 1 else "sources"
    subject = f"{count} {noun} in trouble" if failing else f"{count} {noun} back"
    lines = [_line(one) for one in notices[:40]]
    if len(notices) > 40:
        lines.append(f"and {len(notices) - 40} more; see `monitor feeds`")
    key = "\n".join(f"{one.source}{one.kind}{one.at.isoformat()}" for one in notices)
    ident = "trouble-" + hashlib.sha256(key.encode()).hexdigest()[:16]
    return _plain("trouble", f"{ident}.{recipient}", recipient, f"Monitor: {subject}", lines, now)


def _line(one: SourceNotice) -> str:
    named = one.text.startswith(one.source)
    return one_line(one.text, 260) if named else f"{one_line(one.source, 60)}: {one_line(one.text, 200)}"


def given_up(delivery: Delivery, reason: str, *, now: datetime) -> Message:
    """That a message did not reach its channel, through another one."""
    message = delivery.message
    lines = (
        f"message {message.id}: {one_line(message.subject, 120)}",
        f"reason: {one_line(reason, 200)}",
        f"see it: monitor deliveries --dead; send it again: monitor retry {message.id}",
    )
    subject = f"Monitor: a message could not be delivered by {delivery.channel}"
    ident = f"given-up-{hashlib.sha256(delivery.id.encode()).hexdigest()[:16]}.{message.recipient}"
    return _plain("trouble", ident, message.recipient, subject, lines, now)


def not_stored(reason: str, *, recipient: str, now: datetime) -> Message:
    """That nothing can be written down. It is kept nowhere and goes out from memory."""
    lines = (
        f"reason: {one_line(reason, 200)}",
        "what comes in meanwhile is neither lost nor told: it is taken in once there is room, by itself",
    )
    ident = f"not-stored-{now:%Y%m%dT%H%M%S}.{recipient}"
    return _plain("trouble", ident, recipient, "Monitor: nothing can be stored, so nothing is told", lines, now)


def heartbeat(now: datetime, *, every: timedelta) -> Message:
    """The sign of life of this stretch of time; the same stretch gives the same id."""
    beat = int(now.timestamp() // every.total_seconds())
    at = datetime.fromtimestamp(beat * every.total_seconds(), UTC)
    return _plain("heartbeat", f"heartbeat-{beat}", "", f"Monitor is alive, {at:%Y-%m-%d %H:%M} UTC", (), now)


def test(channel: str, recipient: str, now: datetime) -> Message:
    """What `check --send` sends."""
    lines = (f"channel {channel}", f"sent {now:%Y-%m-%d %H:%M:%S} UTC", "If you read this, alerts will reach you here.")
    ident = f"test-{hashlib.sha256(f'{channel}{now.isoformat()}'.encode()).hexdigest()[:12]}"
    return _plain("test", ident, recipient, "Test of the escalation monitor", lines, now)
