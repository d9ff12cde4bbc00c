"""A web server on loopback that misbehaves as told: one path for each behaviour.

`hub.on("/feed", reply(body), hang())` answers the first request with the body, and hangs on every later one: the last
behaviour stays. `hub.asked("/feed")` gives the requests that came.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    at: float = field(default_factory=time.monotonic)


Behaviour = Callable[[socket.socket, Asked, threading.Event], None]


class Hub:
    """Serves on 127.0.0.1 (or `host`) until closed; each connection carries one request."""

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self._paths: dict[str, list[Behaviour]] = {}
        self._asked: list[Asked] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._tls = tls
        self._socket = socket.create_server((host, 0), backlog=256)
        self._socket.settimeout(0.2)
        self.host, self.port = self._socket.getsockname()[:2]
        self._threads: list[threading.Thread] = []
        self._accepting = threading.Thread(target=self._accept, name="hub", daemon=True)
        self._accepting.start()

    def on(self, path: str, *behaviours: Behaviour) -> str:
        """Behave so at this path from now on; the address of it."""
        with self._lock:
            self._paths[path] = list(behaviours)
        return self.url(path)

    def url(self, path: str) -> str:
        return f"{'https' if self._tls else 'http'}://{self.host}:{self.port}{path}"

    def asked(self, path: str | None = None) -> list[Asked]:
        with self._lock:
            return [each for each in self._asked if path is None or each.path == path]

    def close(self) -> None:
        self._closing.set()
        self._accepting.join(5)
        self._socket.close()
        for thread in self._threads:
            thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                continue
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads = [each for each in self._threads if each.is_alive()] + [thread]
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            lines = head.decode("latin-1").split("\r\n")
            headers = {
                name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])
            }
            asked = Asked(lines[0].split(" ")[1], headers)
            with self._lock:
                self._asked.append(asked)
                waiting = self._paths.get(asked.path.split("?")[0]) or [reply(b"nothing here", status=404)]
                behaviour = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            behaviour(connection, asked, self._closing)
        except OSError:
            pass
        finally:
            connection.close()


def reply(
    body: bytes | str = b"", *, status: int = 200, headers: Mapping[str, str] | None = None, kind: str = "text/xml"
) -> Behaviour:
    """An honest answer."""
    data = body.encode() if isinstance(body, str) else body

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        given = {"Content-Type": kind, "Content-Length": str(len(data)), **(headers or {})}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        connection.sendall(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + (b"" if status == 304 else data))

    return behave


def tagged(body: str, etag: str = '"1"', **headers: str) -> Behaviour:
    """An answer with a validator, and 304 to whoever brings it back."""

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        fresh = asked.headers.get("if-none-match") != etag
        reply(body if fresh else b"", status=200 if fresh else 304, headers={"ETag": etag, **headers})(
            connection, asked, closing
        )

    return behave


def moved(to: str, status: int = 301) -> Behaviour:
    return reply(b"", status=status, headers={"Location": to})


def raw(data: bytes, *, linger: bool = False) -> Behaviour:
    """These very bytes, and the end of the connection."""

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        connection.sendall(data)
        if linger:
            closing.wait(20)

    return behave


def hang() -> Behaviour:
    """Takes the question and never answers."""
    return lambda connection, asked, closing: (closing.wait(60), None)[1]


def reset() -> Behaviour:
    """Breaks the connection off hard."""

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave


def drip(data: bytes, every_s: float) -> Behaviour:
    """One byte at a time, head and all."""

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        for byte in data:
            connection.sendall(bytes([byte]))
            if closing.wait(every_s):
                return

    return behave


def pour(pieces: Callable[[], Iterator[bytes]], headers: str = "") -> Behaviour:
    """A body of these pieces, to the end of the connection."""

    def behave(connection: socket.socket, asked: Asked, closing: threading.Event) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n{headers}\r\n".encode())
        for piece in pieces():
            if closing.is_set():
                return
            connection.sendall(piece)

    return behave


def bomb(size: int) -> bytes:
    """That many zero bytes and a little more, packed a thousandfold. Without an end: nobody should get that far."""
    pack = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    block = bytes(1 << 20)
    first, other = (pack.compress(block) + pack.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + other * (size >> 20)  # after a full flush a block stands for itself
