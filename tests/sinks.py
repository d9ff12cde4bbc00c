"""The other side of every channel, on loopback, with the limits the real services enforce."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(slots=True)
class Post:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer byte by byte, and whether silence follows it until the other side hangs up."""

    text: bytes
    silence: bool = False


#: status, headers, body; or seconds to say nothing and hang up
Reply = tuple[int, dict[str, str], bytes] | float | Raw


@dataclass(slots=True)
class HttpSink:
    """Takes posts and answers as `script` says, given the post and how many came before."""

    script: Callable[[Post, int], Reply]
    posts: list[Post] = field(default_factory=list)
    accepted: list[Post] = field(default_factory=list)
    url: str = ""

    def ids(self) -> list[str]:
        """Message ids of what was accepted, in order."""
        return [post.headers.get("x-monitor-id", "") for post in self.accepted]


OK: Reply = (200, {}, b"ok")


@contextmanager
def http_sink(script: Callable[[Post, int], Reply] = lambda post, n: OK) -> Iterator[HttpSink]:
    """A server of one's own; every request is in `posts`, those answered with 2xx in `accepted` too."""
    sink = HttpSink(script)
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            post = Post(self.path, {key.lower(): value for key, value in self.headers.items()}, body)
            with lock:
                number = len(sink.posts)
                sink.posts.append(post)
                reply = sink.script(post, number)
                if isinstance(reply, tuple) and 200 <= reply[0] < 300:
                    sink.accepted.append(post)
            self.close_connection = True
            if isinstance(reply, float):
                time.sleep(reply)
                return
            if isinstance(reply, Raw):
                self.wfile.write(reply.text)
                if reply.silence:
                    self.connection.recv(1)
                return
            status, headers, text = reply
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(text)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sink.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield sink
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


# ---- what services refuse -----------------------------------------------------------------------------------------


def slack(post: Post, n: int) -> Reply:
    """At most 40,000 characters; a control character or a mass mention that would ring is a fault of ours."""
    text = json.dumps(post.json, ensure_ascii=False)
    if len(text) > 40_000 or re.search(r"[\x00-\x08\x0b-\x1f]", text):
        return 400, {}, b"invalid_payload"
    return OK


def discord(post: Post, n: int) -> Reply:
    """At most 2,000 characters of content, 4,096 of an embed."""
    value = post.json
    texts = [value.get("content") or "", *(each.get("description") or "" for each in value.get("embeds") or [])]
    return OK if len(texts[0]) <= 2000 and all(len(text) <= 4096 for text in texts) else (400, {}, b"too long")


def telegram(post: Post, n: int) -> Reply:
    """At most 4,096 characters."""
    return OK if len(post.json.get("text", "")) <= 4096 else (400, {}, b"message is too long")


def strict_json(post: Post, n: int) -> Reply:
    """ASCII JSON without lone surrogates, at most 256 kB."""
    try:
        post.body.decode("utf-8")
        value = json.loads(post.body)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except ValueError:
        return 400, {}, b"no JSON"
    return OK if len(post.body) <= 256_000 else (413, {}, b"too large")


# ---- mail ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Mail:
    """One mail as it was accepted."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=default)  # type: ignore[return-value]


@dataclass(slots=True)
class MailSink:
    """Takes mail and answers as scripted: by recipient, and after the data."""

    rcpt: Callable[[str, int], str] = lambda address, n: "250 OK"
    data: Callable[[bytes, int], str] = lambda raw, n: "250 OK"
    quit: str = "221 Bye"
    mails: list[Mail] = field(default_factory=list)
    tries: int = 0
    port: int = 0
    faults: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.rcpt(address, self.tries)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        raw = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        number, self.tries = self.tries, self.tries + 1
        self.faults += [f"line of {len(line)}" for line in raw.split(b"\r\n") if len(line) > 998]
        answer = self.data(raw, number)
        if answer == "drop":
            self.mails.append(Mail(envelope.mail_from or "", list(envelope.rcpt_tos), raw))
            transport = server.transport
            assert transport is not None
            transport.abort()
            return "421 gone"
        if answer.startswith("250"):
            self.mails.append(Mail(envelope.mail_from or "", list(envelope.rcpt_tos), raw))
        return answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.quit == "drop":
            transport = server.transport
            assert transport is not None
            transport.abort()
        return self.quit


@contextmanager
def mail_sink(**scripts: Any) -> Iterator[MailSink]:
    """A real SMTP server on loopback."""
    sink = MailSink(**scripts)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        sink.port = free.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
