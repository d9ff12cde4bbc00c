from __future__ import annotations

import itertools
import socket
import statistics
import time

import httpx2
import pytest

from monitor.errors import MonitorError
from monitor.store import Store
from monitor.web import server as served
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.site import Site

from .conftest import NOW


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


@pytest.mark.nightly
def test_a_thousand_idle_connections_do_not_slow_the_taking_in(running: served.Server, store: Store) -> None:
    """F86: 1,000 idle and trickling connections ; articles go in as fast, within a fifth."""
    from .conftest import an_event, an_incident, keep

    numbers = itertools.count(5000)

    def taking_in() -> float:
        taken = []
        for _ in range(600):
            article, event = an_event(number := next(numbers))
            began = time.perf_counter()
            keep(store, article, an_incident(number, event))
            taken.append(time.perf_counter() - began)
        return statistics.median(taken)

    ask(running.port, "/live")
    before = taking_in()
    idle = []
    for _ in range(1000):
        each = socket.create_connection(("127.0.0.1", running.port), timeout=5)
        each.sendall(b"POST /articles HTTP/1.1\r\nHost: loc")
        idle.append(each)
    during = taking_in()
    for each in idle:
        each.close()

    print(f"median to store an article: {1000 * before:.2f} ms before, {1000 * during:.2f} ms during")
    assert during <= 1.2 * before + 0.001
    assert ask(running.port, "/live").text == "ok"
