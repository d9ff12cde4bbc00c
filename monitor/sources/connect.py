"""Connections for the guarded fetch: to an address that was judged, bounded by one deadline, cut when told."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore2

from monitor.sources.addresses import Network, Resolve, allowed


class Forbidden(Exception):
    """The address may not be connected to."""


class Lines:
    """The connections that are open, so that all can be cut: a thread that waits in the system cannot be told."""

    def __init__(self) -> None:
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self.cut = False

    def add(self, line: socket.socket) -> None:
        """Raises OSError where all are to be cut."""
        with self._lock:
            if self.cut:
                raise OSError("stopping")
            self._open.add(line)

    def drop(self, line: socket.socket) -> None:
        with self._lock:
            self._open.discard(line)

    def stop(self) -> None:
        with self._lock:
            self.cut = True
            for line in self._open:
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(line, socket.SHUT_RDWR)  # not that of TLS, which is not for two threads


class Guard(httpcore2.NetworkBackend):
    """Resolves, judges, and connects to what was judged; every wait ends at the deadline."""

    def __init__(self, resolver: Resolve, exceptions: Sequence[Network], deadline: float, lines: Lines) -> None:
        self._resolve = resolver
        self._exceptions = exceptions
        self._deadline = deadline
        self._lines = lines

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            answers = self._resolve(host, port, left(self._deadline))
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore2.ConnectError(f"the name {host} is not known: {error.strerror or error}") from error
        good = [answer for answer in answers if allowed(answer, self._exceptions)]
        if not good:
            raise Forbidden(f"{host} leads to an inside address ({', '.join(answers[:3]) or 'none'}); refused")
        trouble: OSError | None = None
        for place, answer in enumerate(good[:4]):
            # a dead first address must leave time for the next
            share = left(self._deadline) / (2 if place + 1 < len(good[:4]) else 1)
            connection = socket.socket(socket.AF_INET6 if ":" in answer else socket.AF_INET, socket.SOCK_STREAM)
            try:
                self._lines.add(connection)
                connection.settimeout(share)
                connection.connect((answer, port))
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                self._lines.drop(connection)
                connection.close()
                trouble = error
                continue
            return Stream(connection, self._deadline, self._lines)
        if isinstance(trouble, TimeoutError):
            raise httpcore2.ConnectTimeout("no connection in time") from trouble
        raise httpcore2.ConnectError(str(trouble)) from trouble

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise Forbidden("local sockets are never asked")

    def sleep(self, seconds: float) -> None:
        time.sleep(min(seconds, max(0.0, self._deadline - time.monotonic())))


class Stream(httpcore2.NetworkStream):
    """A socket whose every operation ends at the one deadline."""

    def __init__(self, connection: socket.socket, deadline: float, lines: Lines) -> None:
        self._socket = connection
        self._deadline = deadline
        self._lines = lines

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._socket.settimeout(left(self._deadline))
            return self._socket.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore2.ReadTimeout("no whole answer in time") from error
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._socket.settimeout(left(self._deadline))
            self._socket.sendall(buffer)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout("the question was not taken in time") from error
        except OSError as error:
            raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        self._lines.drop(self._socket)
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            self._socket.settimeout(left(self._deadline))
            plain, secured = (
                self._socket,
                ssl_context.wrap_socket(self._socket, server_hostname=server_hostname, do_handshake_on_connect=False),
            )
            self._lines.drop(plain)  # its descriptor is the other's now
            self._socket = secured
            self._lines.add(secured)
            secured.do_handshake()
        except TimeoutError as error:
            self.close()
            raise httpcore2.ConnectTimeout("no secure connection in time") from error
        except (OSError, ValueError) as error:
            self.close()
            raise httpcore2.ConnectError(f"no secure connection: {error}") from error
        return Stream(secured, self._deadline, self._lines)

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        if info == "socket":
            return self._socket
        if info == "is_readable":
            return True  # connections are never kept, so never asked whether they are still good
        return None


def left(deadline: float) -> float:
    """Seconds until the deadline. Raises TimeoutError once it is past."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("deadline")
    return left
