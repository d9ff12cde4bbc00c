"""Which addresses may be connected to, however they are spelt."""

from __future__ import annotations

import itertools
import socket

import pytest

from monitor.errors import SourceError
from monitor.sources import HttpOptions
from monitor.sources.addresses import allowed, networks, resolve
from monitor.sources.http import Fetcher
from tests.faults.hub import Hub, moved, reply

INSIDE = """127.0.0.1 127.8.8.8 0.0.0.0 10.0.0.1 10.255.255.255 172.16.0.1 172.31.9.9 192.168.1.1 169.254.169.254
169.254.0.1 100.64.0.1 192.0.0.192 192.0.2.1
198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 fec0::1 ff02::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001:db8::1 2001::1 100::1 5f00::1""".split()
OUTSIDE = (
    "93.184.216.34 8.8.8.8 1.1.1.1 2606:2800:220:1:248:1893:25c8:1946 2a00:1450:4001:81b::200e ::ffff:8.8.8.8".split()
)

SPELLINGS = """127.1 0x7f.1 0x7f000001 2130706433 017700000001 0177.0.0.1 127.0.1 ①②⑦.⓪.⓪.① localhost LOCALHOST.
127.0.0.1. [::1] [::ffff:127.0.0.1] [0:0:0:0:0:0:0:1] [::ffff:7f00:1] 0 0.0.0.0 [::] 169.254.169.254 [fe80::1] 10.1
192.168.257 3232235777 0xc0a80101 0300.0250.1.1 [64:ff9b::7f00:1] [2002:7f00:1::] [fec0::1]
0x7f.0.0.0x1 127.000.000.001""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_inside_addresses_are_refused(address: str) -> None:
    """T12: private, loopback, link-local, metadata, multicast, reserved, and IPv6 forms that hide one of them."""
    assert not allowed(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_are_allowed(address: str) -> None:
    """T12: the guard must not keep news out."""
    assert allowed(address)


def test_the_operator_may_let_a_network_in() -> None:
    """A feed in one's own network is asked when its network is named, and no other."""
    mine = networks(["10.1.0.0/16", "fd00::/8"])

    assert allowed("10.1.2.3", mine)
    assert allowed("::ffff:10.1.2.3", mine)
    assert allowed("fd12::1", mine)
    assert not allowed("10.2.0.1", mine)
    assert not allowed("127.0.0.1", mine)


def test_no_spelling_of_an_inside_address_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """T12: 120 addresses in odd spellings, 0 connections; the resolver's answer is judged and not the text."""
    connections: list[object] = []

    def refuse(line: socket.socket, address: object) -> None:
        connections.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("socket.socket.connect", refuse)
    fetcher = Fetcher()
    tried = 0
    for host, port in itertools.product(SPELLINGS, ("", ":80", ":8080", ":443")):
        tried += 1
        with pytest.raises(SourceError):
            fetcher.fetch(f"http://{host}{port}/latest/meta-data/", source="test", deadline_s=5)

    assert tried >= 120
    assert not connections


def test_no_redirect_leads_to_an_inside_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """T12: the same addresses behind a 301, each other inside address as well, and in a page that refreshes itself: not
    one connection but to the server that sends us there."""
    connected: set[str] = set()
    connect = socket.socket.connect

    def noted(line: socket.socket, address: tuple[str, int]) -> None:
        connected.add(address[0])
        connect(line, address)

    monkeypatch.setattr("socket.socket.connect", noted)
    hosts = [*SPELLINGS, *(f"[{each}]" if ":" in each else each for each in INSIDE if "%" not in each)]
    # by its number the server is let in, and nothing else is
    fetcher = Fetcher(HttpOptions(allow_networks=("127.0.0.9/32",), deadline_s=5))
    tried = 0
    with Hub("127.0.0.9") as hub:
        for host, port in itertools.product(hosts, ("", ":80", ":8080", ":443")):
            tried += 1
            target = f"http://{host}{port}/latest/meta-data/"
            with pytest.raises(SourceError):
                fetcher.fetch(hub.on("/out", moved(target)), source="test")
            page = f'<html><head><meta http-equiv="refresh" content="0; url={target}"></head></html>'
            got = fetcher.fetch(hub.on("/page", reply(page, headers={"Refresh": f"0; url={target}"})), source="test")
            assert got.body == page.encode()

    assert tried >= 240
    assert connected == {"127.0.0.9"}


def test_the_resolver_gives_up_in_time() -> None:
    """An address is its own answer; a name that is none is an error at once."""
    assert resolve("127.0.0.1", 80, 1) == ["127.0.0.1"]
    with pytest.raises(OSError, match=r"\w"):
        resolve("a" * 300, 80, 5)
