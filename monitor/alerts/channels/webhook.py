"""Messages as signed JSON to an address of one's own.

The body is signed so that the receiver can tell us from anybody else, and an old copy from a new one:

    X-Monitor-Signature: sha256=HMAC(secret, '<X-Monitor-Timestamp>.<body>')
    Idempotency-Key:     the message's id, the same in every copy
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from monitor import __version__
from monitor.alerts.channels import Answer, Outcome, guard, outcome_of
from monitor.alerts.scrub import secret_free
from monitor.errors import DeliveryError
from monitor.types import Delivery, Message

LONGEST_WAIT_S = 24 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookOptions:
    """Alerts as JSON by HTTP POST."""

    url: str = field(repr=False)
    kind: Literal["webhook"] = "webhook"
    secret: str = field(default="", repr=False)  #: key of the signature; without one the body goes unsigned
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  #: of your own, such as Authorization
    private: bool = False  #: allow addresses of the local network
    timeout_s: float = 15.0


class Webhook:
    """Posts `Message.data` with the texts beside it."""

    local = False

    def __init__(self, options: WebhookOptions, name: str = "webhook") -> None:
        self.options = options
        self.name = name

    def deliver(self, delivery: Delivery) -> Answer:
        """POST once, redirects refused."""
        options = self.options
        body = payload(delivery.message, minimal=delivery.minimal)
        headers = {**options.headers, **signature(options.secret, body, delivery.message.id, int(time.time()))}
        secrets = (options.url, options.secret, *options.headers.values())
        try:
            reply = guard.post(options.url, body, headers, private=options.private, timeout_s=options.timeout_s)
        except DeliveryError as error:
            outcome = Outcome.AGAIN if error.again else Outcome.BROKEN
            return Answer(outcome=outcome, detail=secret_free(str(error), secrets))
        return Answer(
            outcome=outcome_of(reply.status),
            code=reply.status,
            detail=f"HTTP {reply.status}",
            retry_after_s=retry_after(reply.headers),
        )


def payload(message: Message, *, minimal: bool = False) -> bytes:
    """The body of a post. In minimal form only id, subject and the stripped text."""
    if minimal:
        value: dict[str, object] = {"id": message.id, "subject": message.subject, "text": message.minimal}
    else:
        value = {
            "id": message.id,
            "kind": message.kind,
            "recipient": message.recipient,
            "subject": message.subject,
            "text": message.text,
            "markdown": message.markdown,
            "thread": message.thread,
            **json.loads(message.data),
        }
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def signature(key: str, body: bytes, message_id: str, timestamp: int) -> dict[str, str]:
    """The headers that name and sign a post."""
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"escalation-monitor/{__version__}",
        "Idempotency-Key": message_id,
        "X-Monitor-Id": message_id,
        "X-Monitor-Timestamp": str(timestamp),
    }
    if key:
        signed = hmac.new(key.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
        headers["X-Monitor-Signature"] = f"sha256={signed}"
    return headers


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The wait a server asks for, in seconds, at most a day; a date is measured against the server's own clock."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isdigit():
        return min(float(text[:9]), LONGEST_WAIT_S)
    try:
        then = parsedate_to_datetime(text)
        now = parsedate_to_datetime(headers["date"]) if "date" in headers else datetime.now(UTC)
        wait = (then - now).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return None
    return min(max(0.0, wait), LONGEST_WAIT_S)
