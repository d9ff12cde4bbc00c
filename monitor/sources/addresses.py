"""Which addresses may be connected to.

The text of an address is never judged (`127.1`, `0x7f.1`, `2130706433` and circled digits are all loopback): a name is
resolved, each answer is judged, and the connection goes to an answer that passed.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Resolve = Callable[[str, int, float], Sequence[str]]

#: what `is_global` of Python 3.11 lets through and that still leads inside
_HOLES: tuple[Network, ...] = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
        "ff00::/8",
    )
)


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """The networks named. Raises ValueError with the text that is none."""
    return tuple(ipaddress.ip_network(text, strict=False) for text in texts)


def allowed(text: str, exceptions: Sequence[Network] = ()) -> bool:
    """Whether a connection to this resolved address may be made. `exceptions` are private networks let through."""
    if within(text, exceptions):
        return True
    address = _plain(text)
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address.version == network.version and address in network for network in _HOLES)


def within(text: str, those: Sequence[Network]) -> bool:
    """Whether this address lies in one of the networks. Raises ValueError where it is no address."""
    address = _plain(text)
    return any(address.version == network.version and address in network for network in those)


def _plain(text: str) -> Address:
    """The address, an IPv4 one out of its IPv6 form."""
    address: Address = ipaddress.ip_address(text.split("%", 1)[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def resolve(host: str, port: int, timeout_s: float) -> list[str]:
    """The addresses of a name, in the order the system prefers.

    The system's resolver knows no deadline, so it runs in a thread that is left behind when time is up. Raises OSError
    where there is no answer, TimeoutError where it came too late.
    """
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    answer: list[str] = []
    trouble: list[OSError] = []

    def ask() -> None:
        try:
            for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                text = str(info[4][0])
                if text not in answer:
                    answer.append(text)
        except OSError as error:
            trouble.append(error)
        except UnicodeError as error:
            trouble.append(OSError(f"not a host name: {error}"))

    thread = threading.Thread(target=ask, name="resolve", daemon=True)
    thread.start()
    thread.join(timeout_s)
    if thread.is_alive():
        raise TimeoutError(f"no answer for the name {host}")
    if trouble:
        raise trouble[0]
    return answer
