"""The page served beside the daemon's own work: one thread, bounded connections, gone within seconds when told."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from monitor.errors import MonitorError

#: connections held at once: far fewer than the files a process may open, which the daemon needs for its own work
MAX_CONNECTIONS = 128
#: a connection that has not asked anything whole by then is closed
PATIENCE_S = 10.0


_FULL = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class _Impatient(H11Protocol):
    """HTTP/1.1 that does not wait for ever for a request: idle and trickling connections are closed.

    Where all places are taken, the oldest one that has not asked anything whole makes room; where all are being served,
    the new one is sent away."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._since = self.loop.time()
        if len(self.connections) > MAX_CONNECTIONS:
            silent = [each for each in self.connections if isinstance(each, _Impatient) and each is not self]
            silent = [each for each in silent if each._asking() and not each.transport.is_closing()]
            if silent:
                min(silent, key=lambda each: each._since).transport.abort()
            else:
                transport.write(_FULL)
                transport.close()
        self._limit = self.loop.call_later(PATIENCE_S, self._give_up)

    def _asking(self) -> bool:
        """Whether nothing whole was asked: no head of a request, or one whose body still comes."""
        return self.cycle is None or (self.cycle.more_body and not self.cycle.response_started)

    def _give_up(self) -> None:
        if self.cycle is None and self.transport is not None:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._limit.cancel()
        super().connection_lost(exc)


class Server:
    """Serves `app` on host and port (0: any free one, told by `port` afterwards) until `stop`."""

    def __init__(self, app: Starlette, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._app = app
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            self._socket.bind((host, port))
            self._socket.listen(MAX_CONNECTIONS)
        except OSError as error:
            self._socket.close()
            raise MonitorError(f"the page cannot be served at {host}:{port}: {error.strerror}") from error
        self.port: int = self._socket.getsockname()[1]
        options: dict[str, Any] = {
            "log_config": None,
            "access_log": False,
            "server_header": False,
            "proxy_headers": False,
            "lifespan": "off",
            "http": _Impatient,
            "ws": "none",
            "timeout_keep_alive": 5,
            "timeout_graceful_shutdown": 3,
            "h11_max_incomplete_event_size": 32_768,
        }
        self._server = uvicorn.Server(uvicorn.Config(app, **options))
        self._thread = threading.Thread(target=self._run, name="web", daemon=True)

    def start(self) -> None:
        """Begin to serve; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """End every stream and connection, and the thread. Safe to call twice."""
        self._app.state.closing = True
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(10)
        self._socket.close()

    @property
    def alive(self) -> bool:
        """Whether it is serving."""
        return self._thread.is_alive()

    def _run(self) -> None:
        with asyncio.Runner() as runner:
            runner.run(self._server.serve(sockets=[self._socket]))
