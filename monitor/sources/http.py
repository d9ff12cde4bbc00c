"""The only way out to the network for sources: one guarded, bounded fetch.

Every hop is judged by the address connected to; the whole fetch has one deadline; what comes out of the decompressor
is capped, because a client that caps what it yields has already spent the memory. Nothing is taken from the
environment: no proxies, no `.netrc`.
"""

from __future__ import annotations

import base64
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
from monitor.sources.addresses import Network, Resolve, networks, resolve, within
from monitor.sources.connect import Forbidden, Guard, Lines

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
        self._lines = Lines()
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

    @property
    def stopped(self) -> bool:
        """Whether nothing is asked any more."""
        return self._lines.cut

    def stop(self) -> None:
        """Cuts off whatever is being asked, in any thread, and asks nothing further: each fetch ends as Unreachable."""
        self._lines.stop()

    def _one(
        self, url: str, headers: Mapping[str, str], *, source: str, deadline: float, max_bytes: int | None
    ) -> Response:
        """One request on its own connection."""
        cap = self.options.max_bytes if max_bytes is None else max_bytes
        backend = Guard(self._resolve, self._exceptions, deadline, self._lines)
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
        except Forbidden as error:
            raise Unreadable(str(error), source=source, subject=url) from error
        except (*_BROKEN, httpx2.InvalidURL, OSError, ValueError) as error:
            raise Unreachable(_words(error, deadline), source=source, subject=url) from error


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


def _words(error: Exception, deadline: float) -> str:
    """What went wrong, for a person."""
    said = str(error).strip() or type(error).__name__
    if isinstance(error, httpx2.TimeoutException | httpcore2.TimeoutException | TimeoutError):
        return "no whole answer within the deadline" if time.monotonic() >= deadline - 0.05 else f"too slow: {said}"
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return "its certificate is not to be trusted: " + said.split("certificate verify failed:", 1)[-1].strip(" :")
    return said[:300]
