"""Who may ask, and what every answer carries. One place, deny by default.

A request passes four checks in this order: its Host is one of ours (a page elsewhere cannot rebind a name to us), its
size is bounded, it comes from this machine or proves itself, and, where it writes, it comes from our own page. Every
answer, an error too, leaves with the same headers.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

#: paths that answer without a login; everything else is closed
OPEN = frozenset({"/login", "/static/app.css", "/static/icon.svg", "/live"})
COOKIE = "monitor_session"
SESSION_S = 12 * 3600
MAX_QUERY = 2_000
MAX_BODY = 2_000_000
MAX_LOGINS_A_MINUTE = 10

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?", re.ASCII)


@dataclass(slots=True, kw_only=True)
class Access:
    """Who may use the page. `token` None: whoever reaches it (loopback only)."""

    port: int  #: as bound; set once the socket is, where any free one was asked for
    hosts: tuple[str, ...] = ()  #: names beside the loopback ones under which the page is reached
    token: str | None = None
    user_header: str | None = None  #: set by a reverse proxy that has already checked who asks

    def names(self, host: str) -> bool:
        """Whether `host` (a Host header) is exactly one of ours."""
        found = _HOST.fullmatch(host.lower())
        if not found:
            return False
        name, port = found.group(1), int(found.group(2) or 80)
        if name in _LOOPBACK:
            return port == self.port
        return name in self.hosts


class Sessions:
    """Login by token, and the cookie that remembers it: expiry and a keyed hash, nothing stored."""

    def __init__(self, token: str | None, *, clock: Callable[[], float] = time.time) -> None:
        self._token = token
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._failures: deque[float] = deque()
        #: pages carry it in their forms; another site cannot read it. It dies with the process.
        self.form_token = secrets.token_urlsafe(24)

    def locked(self) -> bool:
        """Whether too many wrong tokens came in the last minute."""
        while self._failures and self._failures[0] < self._clock() - 60:
            self._failures.popleft()
        return len(self._failures) >= MAX_LOGINS_A_MINUTE

    def right(self, token: str) -> bool:
        """Whether this is the token; compared in constant time, wrong ones counted."""
        if self._token is None or self.locked():
            return False
        if hmac.compare_digest(token.encode(), self._token.encode()):
            return True
        self._failures.append(self._clock())
        return False

    def cookie(self) -> str:
        """The value of a fresh session cookie."""
        until = str(int(self._clock()) + SESSION_S)
        return f"{until}.{self._sign(until)}"

    def valid(self, cookie: str) -> bool:
        """Whether a cookie is ours and not yet over."""
        until, _, mark = cookie.partition(".")
        if not (until.isascii() and until.isdigit() and len(until) < 12):
            return False
        return hmac.compare_digest(mark.encode(), self._sign(until).encode()) and int(until) > self._clock()

    def _sign(self, text: str) -> str:
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()


class Guard:
    """The middleware around the whole application."""

    def __init__(self, app: App, *, access: Access, sessions: Sessions) -> None:
        self._app = app
        self._access = access
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
                elif scope["query_string"].startswith(b"v=") and message["status"] == 200:
                    # the address names the content: see site.static
                    headers.setdefault("cache-control", "private, max-age=31536000, immutable")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            if scope["method"] not in ("GET", "HEAD"):
                # what is still being sent is not read to its end only to be thrown away
                refusal.headers["connection"] = "close"
            await refusal(scope, receive, sealed)
            return
        await self._app(scope, _bounded(receive), sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._access.names(hosts[0]):
            return PlainTextResponse("This name is not one of mine; see web.hosts in the configuration.", 421)
        if len(scope.get("query_string", b"")) > MAX_QUERY:
            return PlainTextResponse("The query is too long.", 414)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return PlainTextResponse(f"At most {MAX_BODY:,} bytes a request.", 413)
        path, api = scope["path"], scope["path"].startswith("/api/")
        bearer = headers.get("authorization", "")
        if path not in OPEN and not self._known(headers, bearer):
            if api or scope["method"] not in ("GET", "HEAD"):
                return JSONResponse(
                    {"error": "a token is needed: Authorization: Bearer ..."}, 401, {"www-authenticate": "Bearer"}
                )
            return RedirectResponse("/login", 303)
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and not bearer and not self._own(headers):
            return PlainTextResponse("Writing is done from the monitor's own pages.", 403)
        return None

    def _known(self, headers: Headers, bearer: str) -> bool:
        if self._access.user_header and headers.get(self._access.user_header):
            return True
        if self._access.token is None:
            return self._access.user_header is None
        if bearer.startswith("Bearer "):
            return self._sessions.right(bearer.removeprefix("Bearer ").strip())
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and self._sessions.valid(cookie.value)

    def _own(self, headers: Headers) -> bool:
        """Whether a write comes from our own page: browsers say where a form was, and scripts elsewhere cannot lie."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        origin = headers.get("origin")
        if origin is None:
            # no browser sends a foreign form without Origin; command-line tools send neither
            return True
        return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _bounded(receive: Receive) -> Receive:
    """`receive` that cuts a body without a declared length at the limit."""
    seen = 0

    async def limited() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > MAX_BODY:
                return {"type": "http.disconnect"}
        return message

    return limited
