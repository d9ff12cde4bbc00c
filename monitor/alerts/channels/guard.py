"""Our own way out to HTTP: judges the address it really connects to, follows nothing, and keeps nothing.

Every address is checked after the look-up and the connection goes to exactly that one; the name is kept for TLS and the
Host header. Proxy variables of the environment are ignored. The caller bounds the whole by killing the process.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from monitor.errors import DeliveryError

#: what `is_global` says yes to and should not be reached by a hook
_HOLES = tuple(
    ipaddress.ip_network(text)
    for text in (
        "192.0.0.0/24", "224.0.0.0/4", "ff00::/8", "fec0::/10", "::/96", "64:ff9b::/96", "2002::/16", "2001::/32",
    )
)  # fmt: skip
#: of a body, which tells nothing that counts: so much, and for so long, that its sender is not cut off in the middle
_BODY_BYTES = 64 * 1024
_BODY_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the server said: status and lower-case headers. The body never counts."""

    status: int
    headers: Mapping[str, str]


def is_public(address: str) -> bool:
    """Whether an address is one that anybody on the internet could mean."""
    found = ipaddress.ip_address(address.split("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    if mapped is not None:
        found = mapped
    return found.is_global and not any(found.version == hole.version and found in hole for hole in _HOLES)


def post(url: str, body: bytes, headers: Mapping[str, str], *, private: bool, timeout_s: float) -> Reply:
    """POST once. `private` allows addresses inside. Raises DeliveryError(again=True) where nothing answered, and
    DeliveryError(again=False) where the address may not or cannot be used."""
    scheme, host, port, target = _parts(url)
    address = _resolve(host, port, private)
    connection: http.client.HTTPConnection
    if scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=timeout_s, context=ssl.create_default_context())
    else:
        connection = http.client.HTTPConnection(host, port, timeout=timeout_s)
    # http.client asks this for its socket: it gets the checked address, whatever the name says by now
    connection._create_connection = (  # type: ignore[attr-defined]
        lambda _asked, timeout=timeout_s, source=None: socket.create_connection((address, port), timeout, source)
    )
    try:
        connection.request("POST", target, body=body, headers={**headers, "Connection": "close"})
        wire = connection.sock
        answer = connection.getresponse()
        _swallow(answer, wire)
        return Reply(status=answer.status, headers={k.lower(): v for k, v in answer.getheaders()})
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(f"TLS of {host}: {error.verify_message}", again=False) from None
    except (OSError, http.client.HTTPException) as error:
        raise DeliveryError(f"{host}: {_plain(error)}", again=True) from None
    finally:
        connection.close()


def _swallow(answer: http.client.HTTPResponse, wire: socket.socket) -> None:
    """The start of the body, read and forgotten. With the status all is said: a body that hangs or breaks off must not
    turn what was accepted into a failure."""
    until, got = time.monotonic() + _BODY_S, 0
    with suppress(OSError, ValueError, http.client.HTTPException):
        while got < _BODY_BYTES and (left := until - time.monotonic()) > 0:
            wire.settimeout(left)
            piece = answer.read1(_BODY_BYTES)
            if not piece:
                return
            got += len(piece)


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise DeliveryError("the address cannot be read", again=False) from None
    if parts.scheme not in ("http", "https") or not host:
        raise DeliveryError("the address is neither http nor https", again=False)
    if any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise DeliveryError("the address holds a control character or a space", again=False)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), target


def _resolve(host: str, port: int, private: bool) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DeliveryError(f"{host}: {_plain(error)}", again=True) from None
    addresses = [str(entry[4][0]) for entry in found]
    allowed = [address for address in addresses if private or is_public(address)]
    if not allowed:
        raise DeliveryError(
            f"{host} is an address inside; set `private: true` on the channel if it is meant", again=False
        )
    return allowed[0]


def _plain(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or type(error).__name__
