"""The only way out to the network for sources: one guarded, bounded fetch.

Every hop is judged by the address connected to; the whole fetch has one deadline; what comes out of the decompressor
is capped, because a client that caps what it yields has already spent the memory. Nothing is taken from the
environment: no proxies, no `.netrc`.
"""

from __future__ import annotations

import base64
import socket
import ssl
import time
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore2
import httpx2

from monitor import __version__
from monitor.errors import SourceError, Unreachable, Unreadable
from monitor.sources import HttpOptions
from monitor.sources.addresses import Network, Resolve, allowed, networks, resolve, within

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_PIECE = 1 << 20  #: unpacked at a time
_BROKEN = (
    httpx2.HTTPError,
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What a source is asked with; sent to the host of the first address only."""

    username: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @property
    def header(self) -> str | None:
        """The Authorization header, or None."""
        if self.token:
            return f"Bearer {self.token}"
        if self.username is not None:
            return "Basic " + base64.b64encode(f"{self.username}:{self.password or ''}".encode()).decode()
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back in the end."""

    status: int
    url: str  #: of the last hop
    headers: Mapping[str, str]  #: names in lower case; of several, the first
    body: bytes = b""
    partial: bool = False  #: the body broke off, or was cut at the cap: never store its validators
    trouble: str = ""  #: why it is partial
    moved_to: str | None = None  #: where 301 and 308 alone led, if they did
    elapsed_s: float = 0.0


class Fetcher:
    """Fetches one address at a time for each caller; may be used from many threads."""

    def __init__(
        self,
        options: HttpOptions | None = None,
        *,
        resolver: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.options = options or HttpOptions()
        self._exceptions = networks(self.options.allow_networks)
        self._resolve = resolver
        self._tls = tls or httpx2.create_ssl_context(trust_env=False)
        contact = f"; +{self.options.contact}" if self.options.contact else ""
        self.user_agent = f"escalation-monitor/{__version__} (news monitor{contact})"

    def fetch(
        self,
        url: str,
        *,
        source: str,
        headers: Mapping[str, str] | None = None,
        credentials: Credentials | None = None,
        accept: str = "application/atom+xml, application/rss+xml, application/feed+json, application/xml, */*;q=0.5",
        max_bytes: int | None = None,
        deadline_s: float | None = None,
    ) -> Response:
        """The answer to a GET, redirects followed; any status is an answer.

        Raises Unreachable where none came (a later try may bring one) and Unreadable where asking is refused by rule:
        scheme, port, inside address, stacked encodings.
        """
        started = time.monotonic()
        deadline = started + (self.options.deadline_s if deadline_s is None else deadline_s)
        sent = {"User-Agent": self.user_agent, "Accept": accept, "Accept-Encoding": "gzip", **(headers or {})}
        secret = credentials.header if credentials else None
        asked = url
        moved_to: str | None = None
        only_permanent = True
        for _hop in range(self.options.max_redirects + 1):
            _judge_url(url, self.options.ports, self._exceptions, source)
            hop = dict(sent)
            if secret and _origin(url) == _origin(asked):
                hop["Authorization"] = secret
            response = self._one(url, hop, source=source, deadline=deadline, max_bytes=max_bytes)
            target = response.headers.get("location")
            if response.status not in _REDIRECTS or response.status == 304:
                return Response(
                    status=response.status,
                    url=url,
                    headers=response.headers,
                    body=response.body,
                    partial=response.partial,
                    trouble=response.trouble,
                    moved_to=moved_to,
                    elapsed_s=time.monotonic() - started,
                )
            if not target:
                raise Unreachable(f"answer {response.status} names no new address", source=source, subject=url)
            try:
                following = urljoin(url, target.strip())
                parts = urlsplit(following)
            except ValueError as error:
                raise Unreachable(
                    f"redirected to something that is no address: {target[:200]!r}", source=source, subject=url
                ) from error
            if secret and urlsplit(asked).scheme == "https" and parts.scheme == "http":
                raise Unreadable("redirected from https to http while signed in; refused", source=source, subject=url)
            only_permanent = only_permanent and response.status in _PERMANENT
            moved_to = following if only_permanent else moved_to
            url = following
        raise Unreachable(f"more than {self.options.max_redirects} redirects", source=source, subject=asked)

    def _one(
        self, url: str, headers: Mapping[str, str], *, source: str, deadline: float, max_bytes: int | None
    ) -> Response:
        """One request on its own connection."""
        cap = self.options.max_bytes if max_bytes is None else max_bytes
        backend = _Guard(self._resolve, self._exceptions, deadline)
        pool = httpcore2.ConnectionPool(
            ssl_context=self._tls, network_backend=backend, max_connections=1, max_keepalive_connections=0
        )
        client = httpx2.Client(transport=_Transport(pool), trust_env=False, headers=headers, timeout=None)
        try:
            with client, client.stream("GET", url) as response:
                found = _first_values(response.headers.multi_items())
                if response.status_code in _REDIRECTS:
                    return Response(status=response.status_code, url=url, headers=found)
                encoding = _encoding(response.headers.get_list("content-encoding"), source, url)
                body, trouble = _read(response.iter_raw(), encoding, cap, deadline)
                return Response(
                    status=response.status_code,
                    url=url,
                    headers=found,
                    body=body,
                    partial=bool(trouble),
                    trouble=trouble,
                )
        except SourceError:
            raise
        except _Forbidden as error:
            raise Unreadable(str(error), source=source, subject=url) from error
        except (*_BROKEN, httpx2.InvalidURL, OSError, ValueError) as error:
            raise Unreachable(_words(error, deadline), source=source, subject=url) from error


class _Forbidden(Exception):
    """The address may not be connected to."""


class _Guard(httpcore2.NetworkBackend):
    """Resolves, judges, and connects to what was judged; every wait ends at the deadline."""

    def __init__(self, resolver: Resolve, exceptions: Sequence[Network], deadline: float) -> None:
        self._resolve = resolver
        self._exceptions = exceptions
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        try:
            answers = self._resolve(host, port, _left(self._deadline))
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout(str(error)) from error
        except OSError as error:
            raise httpcore2.ConnectError(f"the name {host} is not known: {error.strerror or error}") from error
        good = [answer for answer in answers if allowed(answer, self._exceptions)]
        if not good:
            raise _Forbidden(f"{host} leads to an inside address ({', '.join(answers[:3]) or 'none'}); refused")
        trouble: OSError | None = None
        for place, answer in enumerate(good[:4]):
            # a dead first address must leave time for the next
            share = _left(self._deadline) / (2 if place + 1 < len(good[:4]) else 1)
            try:
                connection = socket.create_connection((answer, port), timeout=share)
            except OSError as error:
                trouble = error
                continue
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return _Stream(connection, self._deadline)
        if isinstance(trouble, TimeoutError):
            raise httpcore2.ConnectTimeout("no connection in time") from trouble
        raise httpcore2.ConnectError(str(trouble)) from trouble

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        raise _Forbidden("local sockets are never asked")

    def sleep(self, seconds: float) -> None:
        time.sleep(min(seconds, max(0.0, self._deadline - time.monotonic())))


class _Stream(httpcore2.NetworkStream):
    """A socket whose every operation ends at the one deadline."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._socket = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._socket.settimeout(_left(self._deadline))
            return self._socket.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore2.ReadTimeout("no whole answer in time") from error
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._socket.settimeout(_left(self._deadline))
            self._socket.sendall(buffer)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout("the question was not taken in time") from error
        except OSError as error:
            raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            self._socket.settimeout(_left(self._deadline))
            secured = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except TimeoutError as error:
            self.close()
            raise httpcore2.ConnectTimeout("no secure connection in time") from error
        except (OSError, ValueError) as error:
            self.close()
            raise httpcore2.ConnectError(f"no secure connection: {error}") from error
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        if info == "socket":
            return self._socket
        if info == "is_readable":
            return True  # connections are never kept, so never asked whether they are still good
        return None


class _Transport(httpx2.BaseTransport):
    """httpx2 over the guarded pool; the library's own transport has no place for a network backend."""

    def __init__(self, pool: httpcore2.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        question = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
        )
        answer = self._pool.handle_request(question)
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Any:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


def _read(pieces: Iterable[bytes], encoding: str, cap: int, deadline: float) -> tuple[bytes, str]:
    """The decoded body up to the cap, and in words what is wrong with it ('' where it is whole)."""
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding else None
    body = BytesIO()  # hands out what it holds without a copy
    received = 0
    trouble = ""
    try:
        for piece in pieces:
            received += len(piece)
            if unpack is None:
                body.write(piece[: cap + 1 - body.tell()])
            else:
                waiting = piece
                while waiting and body.tell() <= cap and not unpack.eof:
                    body.write(unpack.decompress(waiting, min(_PIECE, cap + 1 - body.tell())))
                    waiting = unpack.unconsumed_tail
            if body.tell() > cap or received > cap:
                trouble = f"cut at {cap // 1_000_000 or cap} {'MB' if cap >= 1_000_000 else 'bytes'}"
                break
            if time.monotonic() > deadline:
                trouble = "cut at the deadline"
                break
        else:
            if unpack is not None and received and not unpack.eof:
                trouble = "the compressed body broke off"
    except _BROKEN as error:
        if not body.tell():
            raise
        trouble = f"the body broke off: {_words(error, deadline)}"
    except zlib.error as error:
        if not body.tell():
            raise ValueError(f"the body is not {encoding}: {error}") from error
        trouble = f"the compressed body is damaged: {error}"
    body.truncate(cap)
    return body.getvalue(), trouble


def _encoding(values: Sequence[str], source: str, url: str) -> str:
    """The one content encoding, or ''. More than one is refused: that is how small bodies become huge ones."""
    names = [name.strip().lower() for value in values for name in value.split(",") if name.strip()]
    names = [name for name in names if name != "identity"]
    if not names:
        return ""
    if len(names) > 1:
        raise Unreadable(f"the body is encoded {len(names)} times over; refused", source=source, subject=url)
    if names[0] not in {"gzip", "x-gzip", "deflate"}:
        raise Unreadable(f"the body is encoded as {names[0][:40]}, which was not asked for", source=source, subject=url)
    return names[0]


def _judge_url(url: str, ports: Sequence[int], exceptions: Sequence[Network], source: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Unreadable(f"not an address: {error}", source=source, subject=url[:300]) from error
    if parts.scheme not in {"http", "https"}:
        raise Unreadable(f"only http and https are asked, not {parts.scheme[:20]!r}", source=source, subject=url[:300])
    if not parts.hostname:
        raise Unreadable("the address names no host", source=source, subject=url[:300])
    if parts.username is not None or parts.password is not None:
        raise Unreadable("credentials belong in the configuration, not in the address", source=source)
    port = port or (443 if parts.scheme == "https" else 80)
    # within networks that the operator lets in, any port is his own
    if port not in ports and not _literal_in(parts.hostname, exceptions):
        raise Unreadable(f"port {port} is not among the allowed ones", source=source, subject=url[:300])


def _literal_in(host: str, exceptions: Sequence[Network]) -> bool:
    if not exceptions:
        return False
    try:
        return within(host, exceptions)
    except ValueError:
        return host == "localhost" and within("127.0.0.1", exceptions)


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)


def _first_values(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in items:
        found.setdefault(name.lower(), value)
    return found


def _left(deadline: float) -> float:
    """Seconds until the deadline. Raises TimeoutError once it is past."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("deadline")
    return left


def _words(error: Exception, deadline: float) -> str:
    """What went wrong, for a person."""
    said = str(error).strip() or type(error).__name__
    if isinstance(error, httpx2.TimeoutException | httpcore2.TimeoutException | TimeoutError):
        return "no whole answer within the deadline" if time.monotonic() >= deadline - 0.05 else f"too slow: {said}"
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return "its certificate is not to be trusted: " + said.split("certificate verify failed:", 1)[-1].strip(" :")
    return said[:300]
