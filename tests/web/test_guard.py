"""Threats T31-T35: who may ask, from where, and what every answer carries."""

from __future__ import annotations

import sqlite3
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from monitor.store import Store
from monitor.web.guard import OPEN, Access, Sessions

from .conftest import client_of

FOREIGN_HOSTS = [
    "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:80", "127.0.0.1:81",
    "localhost:8080", "localhost@evil.example", "evil.example#localhost", "localhost/", "localhost ", "", ":80",
    "127.0.0.2", "0.0.0.0", "[::]", "[::1]:81", "::1", "localhost.", "lоcalhost", "localhost,evil.example",
    "127.1", "2130706433", "0x7f000001", "017700000001", "127.0.0.1:0", "127.0.0.1:80:80", "http://localhost",
    "localhost%00", "localhost\t", "xn--localhost", "169.254.169.254", "10.0.0.1", "192.168.0.1", "[::ffff:127.0.0.1]",
    "localhost:080a", "LOCALHOST.evil", "-localhost", "monitor.example.evil", "amonitor.example", "monitor.example.",
]  # fmt: skip


def paths(client: TestClient) -> list[tuple[str, str]]:
    """(method, path) of every route of the application."""
    found = []
    for route in client.app.routes:  # type: ignore[attr-defined]
        if isinstance(route, Mount):
            found.append(("GET", f"{route.path}/app.js"))
            continue
        assert isinstance(route, Route)
        path = route.path
        for name in ("incident", "action", "country", "recipient", "message"):
            path = path.replace("{" + name + "}", "x")
        found += [(method, path) for method in sorted(route.methods or ()) if method != "HEAD"]
    return found


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_a_name_that_is_not_ours_gets_no_page(host: str) -> None:
    """T32: a page elsewhere that rebinds its name to this machine reads nothing."""
    access = Access(port=80, hosts=("monitor.example",))

    assert not access.names(host)


def test_forty_foreign_names_get_no_page_from_any_door(client: TestClient) -> None:
    """T32: 40 forms of a Host, asked of the application itself: no data, whatever the page."""
    assert len(FOREIGN_HOSTS) == 40
    for host in FOREIGN_HOSTS:
        for path in ("/", "/api/v1/incidents", "/metrics"):
            answer = client.get(path, headers={"host": host.encode()})
            assert answer.status_code in (400, 421), host
            assert "Kharkiv" not in answer.text


def test_our_own_names_are_answered() -> None:
    """T32, the other way: loopback at our port, and the names in the configuration."""
    access = Access(port=8080, hosts=("monitor.example",))

    assert all(access.names(host) for host in ("localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LocalHost:8080"))
    assert access.names("monitor.example")


def test_every_route_is_closed_without_the_token_but_the_listed_ones(reader: Store) -> None:
    """T31, T35: deny by default in one place; open is what the list says and nothing else."""
    client = client_of(reader, token="right-token-of-enough-length")
    sessions: Sessions = client.app.state.site.sessions  # type: ignore[attr-defined]
    past = str(int(time.time()) - 1)
    answered = set()

    for method, path in paths(client):
        for headers in (
            {},
            {"authorization": "Bearer wrong"},
            {"authorization": "Bearer "},
            {"authorization": "Basic cmlnaHQtdG9rZW4tb2YtZW5vdWdoLWxlbmd0aA=="},
            {"cookie": "monitor_session=99999999999.abc"},
            {"cookie": f"monitor_session={past}.{sessions._sign(past)}"},  # ours, and over
        ):
            sessions._failures.clear()
            answer = client.request(method, path, headers=headers)
            assert "Kharkiv" not in answer.text, path
            if answer.status_code not in (303, 401):
                answered.add(path)

    assert {path for path in answered if not path.startswith("/static/")} <= OPEN
    assert not any(path.startswith("/static/") for path in answered)


def test_ten_wrong_tokens_close_the_door_for_a_minute() -> None:
    """T31: guessing is slow, and the right token waits as well."""
    now = 1000.0
    sessions = Sessions("right", clock=lambda: now)

    for _ in range(10):
        assert not sessions.right("wrong")

    assert sessions.locked()
    assert not sessions.right("right")
    now += 61
    assert sessions.right("right")


def test_a_session_ends_and_cannot_be_forged() -> None:
    """T31: the cookie holds its own end under a keyed hash."""
    now = 1000.0
    sessions = Sessions("right", clock=lambda: now)
    cookie = sessions.cookie()

    assert sessions.valid(cookie)
    until, _, mark = cookie.partition(".")
    assert not sessions.valid(f"{int(until) + 1}.{mark}")
    now += 13 * 3600
    assert not sessions.valid(cookie)


@given(st.text(max_size=60))
def test_no_text_is_a_valid_session(text: str) -> None:
    """T31: whatever a cookie holds, it is refused without an exception."""
    assert not Sessions("right").valid(text)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_write_is_taken_from_another_page(client: TestClient, headers: dict[str, str]) -> None:
    """T33: every route that writes refuses a foreign origin."""
    for method, path in paths(client):
        if method == "POST":
            assert client.post(path, headers=headers).status_code == 403


def test_asking_never_writes(reader: Store) -> None:
    """T33: no GET reaches what acts or takes in, whatever its query; the views' own connection cannot write at all."""

    class Refusing:
        def preview(self, *_: object) -> None:
            raise AssertionError("must not be asked")

        do = accept = preview

    client = client_of(reader, desk=Refusing())
    client.app.state.intake = Refusing()  # type: ignore[attr-defined]
    for path in {path for _, path in paths(client)}:
        if path != "/events":
            client.get(path, params={"confirmed": "yes", "form_token": client.app.state.site.sessions.form_token})  # type: ignore[attr-defined]

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM incident")


def test_a_form_without_the_page_s_own_token_does_nothing(reader: Store) -> None:
    """T33: the token in the form cannot be read by another site."""

    class Refusing:
        def preview(self, *_: object) -> None:
            raise AssertionError("must not be asked")

        do = preview

    client = client_of(reader, desk=Refusing())

    assert client.post("/incidents/2024-05-23-kharkiv-0/dismiss", data={"form_token": "guess"}).status_code == 403


def test_every_answer_carries_the_same_guarding_headers(client: TestClient) -> None:
    """T34: no frame, no sniffing, no referrer, no remote asset, on errors too."""
    for method, path in [*paths(client), ("GET", "/nothing/here")]:
        if path == "/events":
            continue  # never ends; it passes through the same place
        answer = client.request(method, path)
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["referrer-policy"] == "no-referrer", path
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "frame-ancestors" in policy, path
        assert "unsafe" not in policy, path


def test_large_queries_and_bodies_are_refused(client: TestClient) -> None:
    """F86: limits on query and body, declared or not."""
    assert client.get("/?q=" + "x" * 3000).status_code == 414
    assert client.post("/api/v1/articles", content=b"x" * 2_000_001).status_code == 413

    def endless() -> object:
        for _ in range(30):
            yield b"x" * 100_000

    assert client.post("/api/v1/articles", content=endless()).status_code == 413
