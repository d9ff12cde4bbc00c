from __future__ import annotations

import contextlib
import itertools
import socket
import sqlite3
import statistics
import subprocess
import sys
import time

import httpx2
import pytest

from monitor.errors import MonitorError, StoreError
from monitor.store import Store
from monitor.web import server as served
from monitor.web.api import MAX_STREAMS
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.site import Site
from tests.faults.clock import on_this_machine

from .conftest import NOW, an_event, an_incident, keep


@pytest.fixture
def running(reader: Store, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(served, "PATIENCE_S", 0.5)
    found = served.Server(build(Site(store=reader, sessions=Sessions(None), clock=lambda: NOW), Access(port=0)))
    found._app.user_middleware[0].kwargs["access"] = Access(port=found.port)
    found.start()
    yield found
    found.stop()


def ask(port: int, path: str) -> httpx2.Response:
    for _ in range(50):
        try:
            return httpx2.get(f"http://127.0.0.1:{port}{path}", trust_env=False)
        except httpx2.ConnectError:
            time.sleep(0.05)
    raise AssertionError("the page never answered")


def test_idle_and_trickling_connections_do_not_keep_readers_out(running: served.Server) -> None:
    """F86: connections that ask nothing are closed, and the page answers meanwhile and after."""
    assert ask(running.port, "/live").text == "ok"
    idle = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(60)]
    for each in idle[:30]:
        each.sendall(b"GET / HTTP/1.1\r\nHost: loc")

    assert ask(running.port, "/live").text == "ok"

    for each in idle:
        each.settimeout(10)
        while each.recv(4096):
            pass
        each.close()


def test_an_open_stream_does_not_hold_up_the_end(running: served.Server) -> None:
    """The daemon stops within seconds, whoever is looking."""
    ask(running.port, "/live")
    with httpx2.stream("GET", f"http://127.0.0.1:{running.port}/events", trust_env=False, timeout=10) as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        running.stop()

    assert not running.alive


def test_a_port_that_is_taken_is_said_so(running: served.Server, reader: Store) -> None:
    """A clear error that names the address."""
    app = build(Site(store=reader, sessions=Sessions(None), clock=lambda: NOW), Access(port=0))

    with pytest.raises(MonitorError, match=str(running.port)):
        served.Server(app, port=running.port)


def test_a_thousand_silent_connections_leave_room_for_readers(running: served.Server) -> None:
    """F86: places are bounded, far below the files a process may open, and the silent ones make room."""
    ask(running.port, "/live")
    idle = []
    for n in range(1000):
        each = socket.create_connection(("127.0.0.1", running.port), timeout=5)
        if n % 2:
            each.sendall(b"POST /articles HTTP/1.1\r\nHost: loc")
        idle.append(each)

    began = time.monotonic()
    assert ask(running.port, "/live").text == "ok"
    assert time.monotonic() - began < on_this_machine(2)
    held = len(running._server.server_state.connections)
    for each in idle:
        each.close()

    assert held <= served.MAX_CONNECTIONS + 2


def test_bodies_that_do_not_come_to_their_end_leave_room_for_readers(
    running: served.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F86: a head and the beginning of a body hold a place only until another needs it, and are refused in time."""
    monkeypatch.setattr("monitor.web.app.BODY_S", 3.0)
    ask(running.port, "/live")
    begun = [socket.create_connection(("127.0.0.1", running.port), timeout=10) for _ in range(served.MAX_CONNECTIONS)]
    for each in begun:
        each.sendall(b"POST /articles HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 9\r\n\r\n[" % running.port)
    time.sleep(0.5)

    assert ask(running.port, "/live").text == "ok"
    assert begun[-1].recv(100).startswith(b"HTTP/1.1 408")
    for each in begun:
        each.close()


def test_a_stream_outlasts_a_busy_database(running: served.Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed meanwhile is told at the next look."""
    states = iter([sqlite3.OperationalError("database is locked"), StoreError("locked", again=True), "7"])

    def revision(store: Store) -> str:
        state = next(states, "7")
        if isinstance(state, Exception):
            raise state
        return state

    monkeypatch.setattr("monitor.web.api.views.revision", revision)
    monkeypatch.setattr("monitor.web.api.LOOK_S", 0.05)
    ask(running.port, "/live")

    with httpx2.stream("GET", f"http://127.0.0.1:{running.port}/events", trust_env=False, timeout=10) as stream:
        assert next(line for line in stream.iter_lines() if line.startswith("data")) == "data: 7"


def test_no_more_streams_are_open_than_may_be(running: served.Server) -> None:
    """Of many that come at once, those beyond the limit are asked to come back."""
    ask(running.port, "/live")
    asked = [socket.create_connection(("127.0.0.1", running.port), timeout=10) for _ in range(MAX_STREAMS + 8)]
    for each in asked:
        each.sendall(b"GET /events HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % running.port)

    answers = [each.recv(12).removeprefix(b"HTTP/1.1 ") for each in asked]

    assert (answers.count(b"200"), answers.count(b"503")) == (MAX_STREAMS, 8)
    for each in asked:
        each.close()


@pytest.mark.parametrize("framing", [b"Content-Length: 1000000000", b"Transfer-Encoding: chunked"])
def test_a_body_beyond_the_limit_is_not_read_to_its_end(running: served.Server, framing: bytes) -> None:
    """F86: a POST of a gigabyte is refused and the connection closed after the first megabytes, declared or not."""
    ask(running.port, "/live")
    piece = b"x" * 65_536
    part = piece if b"Length" in framing else b"10000\r\n" + piece + b"\r\n"
    sent = 0
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as sender:
        sender.sendall(b"POST /articles HTTP/1.1\r\nHost: localhost:%d\r\n%s\r\n\r\n" % (running.port, framing))
        with contextlib.suppress(ConnectionError):
            while sent < 1_000_000_000:
                sent += sender.send(part)

    assert sent < 30_000_000


FLOOD = """
import os, socket, sys, time
os.nice(10)
port = int(sys.argv[1])
idle = []
def fresh():
    try:
        each = socket.create_connection(("127.0.0.1", port), timeout=5)
        each.sendall(b"POST /articles HTTP/1.1\\r\\nHost: loc")
        idle.append(each)
    except OSError:
        pass
while len(idle) < 1000:
    fresh()
print("there", flush=True)
piece = b"x" * 65536
while True:
    idle.pop(0).close()          # a thousand are kept up, whatever is closed on them
    fresh()
    for each in idle[::50]:
        try:
            each.sendall(b"a")   # headers that never end
        except OSError:
            pass
    try:                         # a gigabyte, as far as it is let
        with socket.create_connection(("127.0.0.1", port), timeout=5) as big:
            big.sendall(b"POST /articles HTTP/1.1\\r\\nHost: localhost:%d\\r\\n" % port)
            big.sendall(b"Content-Length: 1000000000\\r\\n\\r\\n")
            for _ in range(16000):
                big.sendall(piece)
    except OSError:
        pass
    time.sleep(0.1)
"""


@pytest.mark.nightly
@pytest.mark.timeout(600)
def test_a_flood_of_connections_does_not_slow_the_taking_in(running: served.Server, store: Store) -> None:
    """F86: 1,000 idle connections, headers that never end, a gigabyte posted: articles go in as fast, within a fifth.

    Taking turns with and without the flood, so that whatever else the machine does falls on both."""
    numbers = itertools.count(5000)

    def taking_in() -> list[float]:
        taken = []
        for _ in range(150):
            article, event = an_event(number := next(numbers))
            began = time.perf_counter()
            keep(store, article, an_incident(number, event))
            taken.append(time.perf_counter() - began)
        return taken

    ask(running.port, "/live")
    taking_in()
    calm: list[float] = []
    flooded: list[float] = []
    for _ in range(6):
        calm += taking_in()
        with subprocess.Popen([sys.executable, "-c", FLOOD, str(running.port)], stdout=subprocess.PIPE) as flood:
            assert flood.stdout is not None
            assert flood.stdout.readline() == b"there\n"
            flooded += taking_in()
            assert ask(running.port, "/live").text == "ok"
            flood.kill()

    before, during = statistics.median(calm), statistics.median(flooded)
    print(f"median to store an article: {1000 * before:.2f} ms calm, {1000 * during:.2f} ms in the flood")
    assert during <= 1.2 * before
