"""The guarded fetch against servers that lie, stall, flood and lead astray."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import os
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from monitor.errors import SourceError, Unreachable, Unreadable
from monitor.sources import HttpOptions
from monitor.sources.http import Credentials, Fetcher, Response
from tests.faults.hub import Hub, bomb, drip, hang, moved, pour, raw, reply, reset

LOOPBACK = ("127.0.0.0/8",)


def fetched(fetcher: Fetcher, url: str, **options: object) -> Response:
    return fetcher.fetch(url, source="test", **options)  # type: ignore[arg-type]


def resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


@pytest.fixture
def patient() -> Fetcher:
    """With time enough that only sizes decide, on a busy machine too."""
    return Fetcher(HttpOptions(allow_networks=LOOPBACK, deadline_s=30.0))


@pytest.fixture
def growth() -> Iterator[Callable[[], float]]:
    """The most this process grew since the test began, in MB."""
    began = resident()
    highest = began
    done = threading.Event()

    def sample() -> None:
        nonlocal highest
        while not done.wait(0.005):
            highest = max(highest, resident())

    thread = threading.Thread(target=sample)
    thread.start()
    yield lambda: (highest - began) / 1e6
    done.set()
    thread.join()


def test_an_honest_answer_comes_back_whole(hub: Hub) -> None:
    """Body, status and headers, with our own name and contact sent, and nothing accepted but gzip."""
    url = hub.on("/feed", reply("<rss/>", headers={"ETag": '"a"'}))

    got = fetched(Fetcher(HttpOptions(allow_networks=LOOPBACK, contact="ops@example.org")), url)

    assert (got.status, got.body, got.headers["etag"], got.partial) == (200, b"<rss/>", '"a"', False)
    sent = hub.asked("/feed")[0].headers
    assert sent["user-agent"].startswith("escalation-monitor/")
    assert "+ops@example.org" in sent["user-agent"]
    assert sent["accept-encoding"] == "gzip"


def test_gzip_is_unpacked(hub: Hub, fetcher: Fetcher) -> None:
    """One content encoding is honoured."""
    url = hub.on("/z", reply(gzip.compress(b"<rss>plain</rss>"), headers={"Content-Encoding": "gzip"}))

    assert fetched(fetcher, url).body == b"<rss>plain</rss>"


@pytest.mark.parametrize("behaviour", [reset(), raw(b""), raw(b"HTTP/1.1 "), raw(b"\x00\x01\x02 no http\r\n\r\n")])
def test_a_broken_conversation_is_unreachable(hub: Hub, fetcher: Fetcher, behaviour: object) -> None:
    """F15: reset, closed, cut and nonsense are answers to be tried again later."""
    url = hub.on("/x", behaviour)  # type: ignore[arg-type]

    with pytest.raises(Unreachable):
        fetched(fetcher, url)


def test_a_refused_connection_and_an_unknown_name_are_unreachable(fetcher: Fetcher) -> None:
    """F15: nobody listening, and no such host."""
    with pytest.raises(Unreachable, match="refused"):
        fetched(fetcher, "http://127.0.0.1:9/")

    def unknown(host: str, port: int, timeout: float) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(Unreachable, match=r"nowhere\.example is not known"):
        fetched(Fetcher(resolver=unknown), "http://nowhere.example/")


@pytest.mark.parametrize(
    "behaviour",
    [
        hang(),
        drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>", 0.2),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", linger=True),
    ],
)
def test_the_deadline_is_for_the_whole_fetch(hub: Hub, fetcher: Fetcher, behaviour: object) -> None:
    """F16, F17, T4: an answer that never comes, or comes byte by byte, ends at the deadline and not per read."""
    url = hub.on("/slow", behaviour)  # type: ignore[arg-type]
    began = time.monotonic()

    with pytest.raises(Unreachable, match="deadline"):
        fetched(fetcher, url)

    assert time.monotonic() - began < fetcher.options.deadline_s + 1


@pytest.mark.nightly
def test_half_a_minute_is_all_that_anybody_gets(hub: Hub) -> None:
    """F16, F17, P7: with the deadline as it is shipped, all at once: over in 31 seconds, and the threads free again."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"
    ways = [
        hang(),
        drip(head + b"<rss>" + b"x" * 1_000, 0.5),
        lambda c, a, e: (c.sendall(head), drip(b"x" * 1_000, 0.5)(c, a, e))[1],
        pour(lambda: iter(lambda: time.sleep(0.1) or b"x" * 1_000, b"")),
    ]
    patient = Fetcher(HttpOptions(allow_networks=LOOPBACK))
    took: list[float] = []

    def ask(url: str) -> None:
        began = time.monotonic()
        with contextlib.suppress(Unreachable):
            assert fetched(patient, url).partial
        took.append(time.monotonic() - began)

    asking = [
        threading.Thread(target=ask, args=(hub.on(f"/slow{n}", way),))  # type: ignore[arg-type]
        for n, way in enumerate(ways)
    ]
    for each in asking:
        each.start()
    for each in asking:
        each.join(40)

    assert len(took) == len(ways)
    assert all(29 <= seconds <= 31 for seconds in took), took


def test_a_slow_body_is_kept_as_far_as_it_came(hub: Hub, fetcher: Fetcher) -> None:
    """F17: what arrived is there, and marked, so that its validators are never stored."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>"
    url = hub.on("/slow", lambda c, a, e: (c.sendall(head), drip(b"x" * 100, 0.1)(c, a, e))[1])
    began = time.monotonic()

    got = fetched(fetcher, url)

    assert got.partial
    assert got.body.startswith(b"<rss>")
    assert time.monotonic() - began < fetcher.options.deadline_s + 1


def test_a_name_that_is_never_resolved_ends_at_the_deadline() -> None:
    """F16: the system's resolver knows no deadline of its own."""
    stuck = threading.Event()

    def never(host: str, port: int, timeout: float) -> list[str]:
        stuck.wait(timeout)
        raise TimeoutError(host)

    with pytest.raises(Unreachable, match=r"deadline|slow"):
        fetched(Fetcher(HttpOptions(deadline_s=0.3), resolver=never), "http://slow.example/")


@pytest.mark.parametrize("secure", [False, True])
def test_stopping_cuts_what_is_being_asked(certificates: Path, secure: bool) -> None:
    """P18: a server that never answers must not hold up the stop; nothing is asked after it."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificates / "right.pem", certificates / "right.key")
    asking = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
    fetcher = Fetcher(HttpOptions(allow_networks=LOOPBACK, deadline_s=60), tls=asking)
    ended: list[str] = []

    def ask(url: str) -> None:
        try:
            ended.append(f"partial {fetched(fetcher, url).partial}")
        except Unreachable:
            ended.append("unreachable")

    with Hub(tls=serving if secure else None) as hub:
        begun = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>"
        ways = (hang(), raw(begun, linger=True))
        threads = [threading.Thread(target=ask, args=(hub.on(f"/{n}", way),)) for n, way in enumerate(ways)]
        for each in threads:
            each.start()
        while len(hub.asked()) < len(ways):
            time.sleep(0.01)
        time.sleep(0.2)

        fetcher.stop()

        for each in threads:
            each.join(10)
        assert sorted(ended) == ["partial True", "unreachable"]
        with pytest.raises(Unreachable):
            fetched(fetcher, hub.url("/0"))
        assert len(hub.asked()) == len(ways)


def test_an_endless_body_is_cut(hub: Hub, patient: Fetcher, growth: Callable[[], float]) -> None:
    """F18: ten megabytes and no more, with little memory."""

    def for_ever() -> Iterator[bytes]:
        while True:
            yield b"x" * 65536

    got = fetched(patient, hub.on("/endless", pour(for_ever)))

    assert len(got.body) == 10_000_000
    assert got.partial
    assert "cut at 10 MB" in got.trouble
    assert growth() <= 20


def test_a_gzip_bomb_is_cut_inside_the_decompressor(hub: Hub, patient: Fetcher, growth: Callable[[], float]) -> None:
    """F19, T3: one megabyte on the wire never becomes a gigabyte."""
    packed = bomb(1 << 30)
    url = hub.on("/bomb", reply(packed, headers={"Content-Encoding": "gzip"}))
    began = time.thread_time()

    got = fetched(patient, url)

    assert len(got.body) == 10_000_000
    assert got.partial
    assert growth() <= 30
    assert time.thread_time() - began <= 2


@pytest.fixture(scope="module")
def nested() -> bytes:
    return gzip.compress(bomb(500 << 20))


@pytest.mark.parametrize("encoding", ["gzip, gzip", "gzip,gzip,gzip", "br", "zstd", "gzip, br"])
def test_stacked_and_unasked_encodings_are_refused_by_their_header(
    hub: Hub, fetcher: Fetcher, encoding: str, nested: bytes, growth: Callable[[], float]
) -> None:
    """F20, T3: gzip in gzip makes 500 MB of a few thousand bytes."""
    url = hub.on("/nested", reply(nested, headers={"Content-Encoding": encoding}))

    with pytest.raises(Unreadable):
        fetched(fetcher, url)

    assert growth() <= 20


@pytest.mark.parametrize(
    "head",
    [
        b"".join(b"X-%d: y\r\n" % number for number in range(200_000)),
        b"X-Long: " + b"y" * (1 << 20) + b"\r\n",
    ],
)
def test_a_flood_of_headers_is_refused(hub: Hub, patient: Fetcher, head: bytes, growth: Callable[[], float]) -> None:
    """F21: neither many nor long headers hold or fill the process."""
    url = hub.on("/headers", raw(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n<rss/>"))
    began = time.thread_time()

    with pytest.raises(Unreachable):
        fetched(patient, url)

    assert time.thread_time() - began <= 2
    assert growth() <= 20


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"Content-Length: 50", b"<rss>short</rss>"),
        (b"Content-Length: 5", b"<rss>long</rss>"),
        (b"Content-Length: -5", b"<rss>negative</rss>"),
        (b"Content-Length: abc", b"<rss>word</rss>"),
        (b"Content-Length: 5\r\nContent-Length: 9", b"<rss>two</rss>"),
        (b"Transfer-Encoding: chunked", b"5\r\n<rss>\r\nZZ\r\nbad"),
        (b"Transfer-Encoding: chunked", b"5\r\n<rss>\r\n"),
        (b"Transfer-Encoding: chunked", b"ffffffffffffffffff\r\n<rss>"),
    ],
)
def test_wrong_lengths_and_chunks_give_what_came_or_a_clear_refusal(
    hub: Hub, fetcher: Fetcher, head: bytes, body: bytes
) -> None:
    """F22: eight forms; never an exception of another kind, and never whole when it was not."""
    url = hub.on("/length", raw(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + body))

    try:
        got = fetched(fetcher, url)
    except SourceError:
        return

    assert got.partial or len(got.body) == 5
    assert body.startswith(got.body) or b"<rss>" in got.body


def test_redirects_are_followed_to_a_limit(hub: Hub, fetcher: Fetcher) -> None:
    """F23: a loop, too many hops, no target, and a target that is none each end with a reason."""
    hub.on("/loop", moved("/loop"))
    for hop in range(21):
        hub.on(f"/hop{hop}", moved(f"/hop{hop + 1}"))
    hub.on("/nowhere", reply(b"", status=302))
    hub.on("/bad", moved("http://[half/"))

    for path in ("/loop", "/hop0", "/nowhere", "/bad"):
        with pytest.raises(Unreachable):
            fetched(fetcher, hub.url(path))

    assert len(hub.asked("/loop")) == fetcher.options.max_redirects + 1


def test_only_permanent_redirects_count_as_a_move(hub: Hub, fetcher: Fetcher) -> None:
    """301 and 308 name a new home; a 302 on the way does not."""
    hub.on("/new", reply("<rss/>"))
    hub.on("/for-good", moved("/new", 308))
    hub.on("/today", moved("/new", 302))
    hub.on("/mixed", moved("/today", 301))

    assert fetched(fetcher, hub.url("/for-good")).moved_to == hub.url("/new")
    assert fetched(fetcher, hub.url("/today")).moved_to is None
    assert fetched(fetcher, hub.url("/mixed")).moved_to == hub.url("/today")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://files.example/x",
        "gopher://x.example/",
        "data:text/xml,<rss/>",
        "javascript:alert(1)",
        "//no.scheme/",
        "http:///nohost",
        "http://user:secret@host.example/",
        "http://host.example:22/",
        "http://host.example:99999/",
    ],
)
def test_only_plain_web_addresses_are_asked(url: str) -> None:
    """F32, T12: other schemes, logins in the address and ports of other services are refused before any look-up."""
    asked: list[str] = []

    def resolver(host: str, port: int, timeout: float) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with pytest.raises(SourceError) as refusal:
        fetched(Fetcher(resolver=resolver), url)

    assert not asked
    assert "secret" not in str(refusal.value)


def test_a_network_let_in_does_not_open_ports_elsewhere() -> None:
    """T12: any port in the operator's own network; outside, only the usual ones, however the address is written."""
    fetcher = Fetcher(HttpOptions(allow_networks=LOOPBACK), resolver=lambda host, port, left: ["93.184.216.34"])

    for host in ("93.184.216.34", "[2606:2800:220:1::1]", "news.example"):
        with pytest.raises(Unreadable, match="port 22"):
            fetched(fetcher, f"http://{host}:22/")


def test_a_redirect_to_another_scheme_opens_nothing(hub: Hub, fetcher: Fetcher) -> None:
    """F32: the rule holds on every hop."""
    for target in ("file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/xml,<rss/>", "gopher://127.0.0.1/"):
        with pytest.raises(Unreadable, match="only http and https"):
            fetched(fetcher, hub.on("/away", moved(target)))


def test_a_redirect_inside_is_not_connected_to(hub: Hub) -> None:
    """T12: the address is judged on every hop. The first hop is let in by a network of its own."""
    inside = Hub("127.0.0.2")
    try:
        inside.on("/secret", reply("secret"))
        url = hub.on("/out", moved(inside.url("/secret")))

        with pytest.raises(Unreadable, match="inside address"):
            fetched(Fetcher(HttpOptions(allow_networks=("127.0.0.1/32",), ports=(inside.port,))), url)

        assert not inside.asked()
    finally:
        inside.close()


def test_a_name_that_answers_differently_each_time_leads_nowhere(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """T13: public when it is judged, loopback when it is asked again: the address that was judged is the one connected
    to, so rebinding gains nothing, 100 times; and a name that leads inside at once is refused."""
    connected: list[str] = []

    def refuse(line: socket.socket, address: tuple[str, int]) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr("socket.socket.connect", refuse)
    answers = itertools.cycle([["93.184.216.34"], ["127.0.0.1"]])
    fetcher = Fetcher(HttpOptions(ports=(hub.port,)), resolver=lambda host, port, left: next(answers))

    for _ in range(100):
        with pytest.raises(Unreachable):
            fetched(fetcher, f"http://turn.example:{hub.port}/")
        with pytest.raises(Unreadable, match="inside address"):
            fetched(fetcher, f"http://turn.example:{hub.port}/")

    assert connected == ["93.184.216.34"] * 100
    assert not hub.asked()


def test_credentials_stay_with_the_host_they_are_for(hub: Hub, fetcher: Fetcher) -> None:
    """T15: over six hops to other hosts and ports, and back to the first, they are sent to the first alone."""
    with ExitStack() as opened:
        others = [opened.enter_context(Hub(f"127.0.0.{number}")) for number in (3, 4, 1)]
        hub.on("/private", moved("/also"))
        hub.on("/also", moved(others[0].url("/1"), 302))
        others[0].on("/1", moved(others[1].url("/2"), 307))
        others[1].on("/2", moved(others[2].url("/3"), 308))
        others[2].on("/3", moved(others[0].url("/4"), 301))
        others[0].on("/4", reply("<rss/>"))

        got = fetched(fetcher, hub.url("/private"), credentials=Credentials(username="desk", password="hunter2"))

        assert got.url == others[0].url("/4")
        assert all("authorization" in asked.headers for asked in hub.asked())
        elsewhere = [asked for other in others for asked in other.asked()]
        assert len(elsewhere) == 4
        assert not any("authorization" in asked.headers for asked in elsewhere)
        assert not any("hunter2" in str(asked) for asked in elsewhere)


def test_the_environment_names_no_proxy(hub: Hub, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """T14: proxies and logins that others have set are not used."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    url = hub.on("/direct", reply("<rss/>"))

    assert fetched(fetcher, url).status == 200


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority, and certificates that are right, expired, for another host, and signed by nobody."""
    folder = tmp_path_factory.mktemp("tls")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    try:
        subprocess.run(["openssl", "version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl is not there to make certificates")
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Test CA")
    for name, subject, days in (
        ("right", "IP:127.0.0.1", "30"),
        ("expired", "IP:127.0.0.1", "-1"),
        ("other", "DNS:other.example", "30"),
    ):
        openssl("req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", "/CN=test")
        (folder / "ext").write_text(f"subjectAltName={subject}\n")
        dates = ("-days", days) if days != "-1" else ("-days", "-1")
        openssl(
            "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-out", f"{name}.pem", "-extfile", "ext", *dates,
        )  # fmt: skip
    openssl("req", "-x509", *key, "-keyout", "self.key", "-out", "self.pem", "-days", "30", "-subj", "/CN=127.0.0.1")
    return folder


@pytest.mark.parametrize("kind", ["right", "expired", "other", "self"])
def test_a_certificate_that_is_not_right_is_refused_with_its_reason(certificates: Path, kind: str) -> None:
    """F29: expired, for another host, self-signed: no answer, and no plain request instead."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificates / f"{kind}.pem", certificates / f"{kind}.key")
    asking = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
    fetcher = Fetcher(HttpOptions(allow_networks=LOOPBACK, deadline_s=5), tls=asking)
    with Hub(tls=serving) as hub:
        url = hub.on("/feed", reply("<rss/>"))

        if kind == "right":
            assert fetched(fetcher, url).status == 200
            return
        with pytest.raises(Unreachable, match="certificate"):
            fetched(fetcher, url)

        assert not hub.asked()


def test_a_signed_in_source_is_never_taken_to_plain_http(certificates: Path) -> None:
    """T15: https to http with credentials is refused on the spot."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificates / "right.pem", certificates / "right.key")
    asking = ssl.create_default_context(cafile=str(certificates / "ca.pem"))
    fetcher = Fetcher(HttpOptions(allow_networks=LOOPBACK, deadline_s=5), tls=asking)
    with Hub(tls=serving) as secure, Hub() as plain:
        url = secure.on("/feed", moved(plain.on("/feed", reply("<rss/>"))))

        with pytest.raises(Unreadable, match="https to http"):
            fetched(fetcher, url, credentials=Credentials(token="t0ken"))

        assert not plain.asked()
