"""Messages by SMTP: plain text and HTML in one mail, one conversation an incident, the same Message-ID in every copy.

The map travels inside the mail as PNG (cid:), because mail programs show neither SVG nor data: addresses, and fetch
remote pictures only when asked, which would also tell the sender's server who reads.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from typing import Literal, cast

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.scrub import SUBJECT, one_line, secret_free
from monitor.errors import ConfigError
from monitor.types import Delivery, Message

#: how long a server's goodbye is waited for
GOODBYE_S = 2.0
_ADDRESS = re.compile(
    r"^[^@\s<>\",;:\\\x00-\x1f\x7f]{1,64}@[A-Za-z0-9.-]{1,253}$|^[^@\s<>\",;:\\]{1,64}@\[[0-9a-fA-F.:IPv]+\]$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailOptions:
    """Alerts by e-mail."""

    host: str
    to: tuple[str, ...]
    sender: str
    kind: Literal["email"] = "email"
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str | None = None
    password: str = field(default="", repr=False)
    unsubscribe: str | None = None  #: mailto: or https: address for List-Unsubscribe; None: a mail to the sender
    ca_file: str | None = None  #: authority of a mail server of one's own
    timeout_s: float = 20.0

    def __post_init__(self) -> None:
        if not self.to:
            raise ValueError("`to` names nobody")
        for address in (self.sender, *self.to):
            if not _ADDRESS.match(address):
                raise ValueError(f"{one_line(address, 80)!r} is not an e-mail address like desk@example.org")
        if not 1 <= self.port <= 65535:
            raise ValueError("port is 1 to 65535")


def check_address(text: str) -> str:
    """`text` if it is one plain address; raises ConfigError otherwise. Addresses come from the configuration alone."""
    if not _ADDRESS.match(text):
        raise ConfigError(f"{one_line(text, 80)!r} is not an e-mail address like desk@example.org")
    return text


class Email:
    """Sends through one server, one transaction a delivery."""

    local = False

    def __init__(self, options: EmailOptions, name: str = "email") -> None:
        self.options = options
        self.name = name

    def deliver(self, delivery: Delivery) -> Answer:
        """Send to every address still open; those that were refused for now come back as `left`."""
        options = self.options
        try:
            addresses = [check_address(address) for address in (delivery.left or options.to)]
            mail = compose(delivery.message, options, minimal=delivery.minimal)
        except ConfigError as error:
            return Answer(outcome=Outcome.BROKEN, detail=str(error))
        secrets = (options.password,)
        try:
            server = self._connect()
            try:
                if options.username:
                    server.login(options.username, options.password)
                return _send(server, mail, options.sender, addresses, secrets)
            finally:
                _leave(server)
        except smtplib.SMTPResponseException as error:
            return _from_reply(error.smtp_code, _said(error.smtp_error), secrets)
        except ssl.SSLError as error:
            # never in the clear instead: that would hand the mail to whoever broke the connection
            return Answer(outcome=Outcome.BROKEN, detail=f"TLS with {options.host} failed: {error.reason}")
        except smtplib.SMTPNotSupportedError as error:
            return Answer(outcome=Outcome.BROKEN, detail=secret_free(f"{options.host}: {error}", secrets))
        except (OSError, smtplib.SMTPException) as error:
            return Answer(outcome=Outcome.AGAIN, detail=f"{options.host}: {_name(error)}")

    def _connect(self) -> smtplib.SMTP:
        options = self.options
        context = ssl.create_default_context(cafile=options.ca_file)
        name = options.sender.rpartition("@")[2] or "localhost"
        if options.security == "tls":
            return smtplib.SMTP_SSL(
                options.host, options.port, local_hostname=name, timeout=options.timeout_s, context=context
            )
        server = smtplib.SMTP(options.host, options.port, local_hostname=name, timeout=options.timeout_s)
        if options.security == "starttls":
            try:
                server.starttls(context=context)
            except BaseException:
                server.close()
                raise
        return server


def _send(
    server: smtplib.SMTP, mail: EmailMessage, sender: str, addresses: list[str], secrets: tuple[str, ...]
) -> Answer:
    """The transaction spelt out, because `sendmail` gives up the whole mail on the first 421 and hides which stage
    failed; the stage decides whether the text or the address was refused."""
    server.ehlo_or_helo_if_needed()
    options = ["SMTPUTF8"] if any(not address.isascii() for address in (*addresses, sender)) else []
    code, said = server.mail(sender, options)
    if code != 250:
        return _from_reply(code, _said(said), secrets)
    taken: list[str] = []
    later: list[str] = []
    never: list[str] = []
    last = ""
    for address in addresses:
        code, said = server.rcpt(address)
        if code in (250, 251):
            taken.append(address)
        else:
            last = f"{code} {_said(said)}"
            (later if 400 <= code < 500 else never).append(address)
            if code == 421:
                later += addresses[len(taken) + len(later) + len(never) :]
                break
    if not taken:
        outcome = Outcome.AGAIN if later else Outcome.BROKEN
        return Answer(outcome=outcome, detail=secret_free(last, secrets), left=tuple(later), lost=tuple(never))
    code, said = server.data(mail.as_bytes(policy=SMTP))
    if code != 250:
        return _from_reply(code, _said(said), secrets, data=True)
    detail = f"{len(taken)} of {len(addresses)} addresses took it"
    if later or never:
        detail += f"; {secret_free(last, secrets)}"
    return Answer(outcome=Outcome.DONE, detail=detail, code=250, left=tuple(later), lost=tuple(never))


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye and hang up. All that counts was said before: no answer to this one makes a mail go again."""
    with suppress(OSError, smtplib.SMTPException):
        server.putcmd("QUIT")
        if server.sock is not None:
            server.sock.settimeout(GOODBYE_S)
            server.sock.recv(512)
    server.close()


def _from_reply(code: int, said: str, secrets: tuple[str, ...], *, data: bool = False) -> Answer:
    detail = secret_free(f"{code} {said}", secrets)
    if 400 <= code < 500 or code < 0:
        return Answer(outcome=Outcome.AGAIN, detail=detail, code=code)
    return Answer(outcome=Outcome.REFUSED if data else Outcome.BROKEN, detail=detail, code=code)


def _said(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)


def _name(error: Exception) -> str:
    if isinstance(error, TimeoutError | socket.timeout):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__


# ---- the mail itself ----------------------------------------------------------------------------------------------


def message_id(message: Message, domain: str) -> str:
    """The same for every copy of a message, so that mail programs fold a copy into the first."""
    digest = hashlib.sha256(f"{message.recipient}\n{message.id}".encode()).hexdigest()[:32]
    return f"<{digest}@{domain}>"


def thread_id(message: Message, domain: str) -> str:
    """The root all messages of one incident to one recipient refer to."""
    digest = hashlib.sha256(f"thread\n{message.recipient}\n{message.thread}".encode()).hexdigest()[:32]
    return f"<thread.{digest}@{domain}>"


def _address(text: str) -> Address:
    local, _, domain = check_address(text).rpartition("@")
    return Address(username=local, domain=domain)


def compose(message: Message, options: EmailOptions, *, minimal: bool = False) -> EmailMessage:
    """The mail. No text from outside reaches a header but the subject, as one bounded line."""
    domain = options.sender.rpartition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = one_line(message.subject, SUBJECT) or "Message of the monitor"
    mail["From"] = _address(options.sender)
    mail["To"] = tuple(_address(address) for address in options.to)
    mail["Date"] = format_datetime(message.created or datetime.now(UTC))
    mail["Message-ID"] = message_id(message, domain)
    if message.thread:
        mail["References"] = mail["In-Reply-To"] = thread_id(message, domain)
    mail["List-Unsubscribe"] = _unsubscribe(options)
    mail["List-Id"] = f"<{re.sub('[^A-Za-z0-9-]', '-', message.recipient)[:60]}.monitor.{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Monitor-Id"] = re.sub(r"[^\x21-\x7e]", "-", message.id)[:200]
    if message.priority >= 8 and message.kind != "digest":
        mail["Importance"] = "high"
    if minimal:
        mail.set_content(message.minimal or one_line(message.subject), cte="quoted-printable")
        return mail
    mail.set_content(message.text, cte="quoted-printable")
    if message.html:
        mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
        page = cast(MIMEPart, mail.get_payload()[-1])  # type: ignore[index]
        for picture in message.pictures:
            main, _, sub = picture.media.partition("/")
            page.add_related(
                picture.data,
                maintype=main,
                subtype=sub,
                cid=f"<{picture.name}>",
                disposition="inline",
                filename=f"{picture.name}.{sub}",
            )
    return mail


def _unsubscribe(options: EmailOptions) -> str:
    target = options.unsubscribe or f"mailto:{options.sender}?subject=unsubscribe"
    if not re.match(r"^(mailto:|https://)[\x21-\x7e]+$", target) or any(char in target for char in "<>"):
        raise ConfigError("unsubscribe is a mailto: or https: address")
    return f"<{target}>"
