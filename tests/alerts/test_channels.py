"""What every channel keeps: one send, one of five answers, nothing hostile out, nothing secret in the answer."""

from __future__ import annotations

import hashlib
import hmac
import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from monitor.alerts.channels import Answer, Outcome, guard, outcome_of
from monitor.alerts.channels.apprise import Apprise, AppriseOptions
from monitor.alerts.channels.build import Options, build
from monitor.alerts.channels.console import Console, ConsoleOptions
from monitor.alerts.channels.email import Email, EmailOptions, check_address
from monitor.alerts.channels.file import FileOptions
from monitor.alerts.channels.webhook import Webhook, WebhookOptions, payload, retry_after
from monitor.errors import ConfigError, DeliveryError
from monitor.types import Delivery, Message
from tests import sinks
from tests.alerts.situations import NOW, SITUATIONS, STRIKE, alert, busy_day, first_report, notice, waiting
from tests.sinks import http_sink, mail_sink

CANARY = "canary-7f3a9c-secret"


def delivery(message: Message, *, minimal: bool = False, left: tuple[str, ...] = ()) -> Delivery:
    """The message on its way."""
    return Delivery(
        id=f"{message.id}>c", seq=1, message=message, channel="c", due=NOW, attempts=1, minimal=minimal, left=left
    )


def mail_options(port: int, **more: object) -> EmailOptions:
    """A mail channel to a sink."""
    fields: dict[str, object] = {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "sender": "monitor@example.org",
        "to": ("desk@example.org",),
        "timeout_s": 5.0,
    }
    return EmailOptions(**(fields | more))  # type: ignore[arg-type]


HOSTILE = (
    "x" * 3000,
    "nul \x00 in it",
    "lone \ud800 surrogate \udfff",
    "bidi \u202e override \u2066 isolate",
    "line\r\nBcc: victim@example.org\r\n\r\nbody",
    "\x1b[2J\x1b]0;title\x07 \x9b31m",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;",
    "@everyone @here <!channel> <!here> <@U1> <#C1>",
    "[link](javascript:alert(1)) ![i](https://evil.example/p.png) `code` **b** _i_ ~s~",
    "{{ 7*7 }} {% for x in range(9) %}x{% endfor %}",
    "=HYPERLINK(1) +1 -1 @SUM(1)",
    "\n\n\n",
    "a\u0300" * 400,
    "🇺🇦👩‍👩‍👧‍👦" * 60,
    "مرحبا بالعالم",
    "w" * 500_000,
    "%s %n %x",
    "'; DROP TABLE delivery; --",
    "\u2028\u2029\ufeff\ufff9",
)


def hostile(text: str) -> Message:
    """An alert about an incident whose every text is this one."""
    bad = replace(
        STRIKE,
        headline=text,
        place=replace(STRIKE.place, name=text, region=text) if STRIKE.place else None,
        actors=tuple(replace(each, name=text) for each in STRIKE.actors),
        events=tuple(replace(each, outlet=text, publisher=text, title=text) for each in STRIKE.events),
        note=text,
    )
    return alert(waiting(notice(bad, context=(text,))))


# ---- the contract -------------------------------------------------------------------------------------------------


@contextmanager
def every_channel(folder: Path) -> Iterator[dict[str, Options]]:
    """Each kind of channel with a sink behind it that enforces the real limits."""
    with ExitStack() as stack:
        hook = stack.enter_context(http_sink(sinks.strict_json))
        slack = stack.enter_context(http_sink(sinks.slack))
        mail = stack.enter_context(mail_sink())
        port = slack.url.rpartition(":")[2]
        yield {
            "console": ConsoleOptions(color=False, digests=True),
            "file": FileOptions(folder=str(folder), formats=("text", "markdown", "html", "json")),
            "webhook": WebhookOptions(url=hook.url, private=True, secret=CANARY),
            "email": mail_options(mail.port),
            "apprise": AppriseOptions(url=f"json://127.0.0.1:{port}/{CANARY}"),
        }
        assert not mail.faults


@pytest.mark.parametrize("kind", ["console", "file", "webhook", "email", "apprise"])
def test_every_channel_takes_every_text_at_the_first_try(kind: str, tmp_path: Path) -> None:
    """F72: texts that broke others' alerts arrive, trimmed and harmless."""
    messages = [hostile(text) for text in HOSTILE] + [make() for make in SITUATIONS.values()]
    with every_channel(tmp_path) as options:
        channel = build(kind, options[kind])
        for message in messages:
            answer = channel.deliver(delivery(message))
            assert answer.outcome is Outcome.DONE, answer
            answer = channel.deliver(delivery(message, minimal=True))
            assert answer.outcome is Outcome.DONE, answer


@pytest.mark.parametrize("kind", ["webhook", "email", "apprise"])
def test_a_dead_address_is_tried_again_and_its_answer_holds_no_secret(kind: str) -> None:
    """F68, T29: refused connections are no reason to give up, and errors carry no tokens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options: dict[str, Options] = {
        "webhook": WebhookOptions(url=f"http://127.0.0.1:{port}/{CANARY}?token={CANARY}", private=True),
        "email": mail_options(port, username="monitor", password=CANARY),
        "apprise": AppriseOptions(url=f"json://user:{CANARY}@127.0.0.1:{port}/{CANARY}"),
    }
    answer = build(kind, options[kind]).deliver(delivery(first_report()))

    assert answer.outcome in (Outcome.AGAIN, Outcome.UNKNOWN)
    assert CANARY not in answer.detail
    assert CANARY not in repr(options[kind])


# ---- what goes out ------------------------------------------------------------------------------------------------


def test_the_console_prints_no_escape_sequence(capsys: pytest.CaptureFixture[str]) -> None:
    """T10: what a title holds never steers the terminal."""
    for text in HOSTILE:
        Console(ConsoleOptions(color=False)).deliver(delivery(hostile(text)))
    assert "\x1b" not in capsys.readouterr().out


def test_chat_services_get_text_without_mentions() -> None:
    """T9: '@everyone' and '<!here>' of a title ring nobody's phone, through apprise either."""
    with http_sink(sinks.slack) as sink:
        channel = Apprise(AppriseOptions(url=f"json://127.0.0.1:{sink.url.rpartition(':')[2]}/"))
        channel.deliver(delivery(hostile("@everyone <!here> <@U1>")))

    sent = sink.posts[0].json
    assert not re.search(r"@everyone|<!here|<@U1", sent["title"] + sent["message"])


def test_a_long_message_is_shortened_for_chat_and_says_so() -> None:
    """Services cut or refuse what is longer than their limit."""
    with http_sink(sinks.slack) as sink:
        url = f"json://127.0.0.1:{sink.url.rpartition(':')[2]}/"
        Apprise(AppriseOptions(url=url, longest=600)).deliver(delivery(busy_day()))

    text = sink.posts[0].json["message"]
    assert len(text) <= 600
    assert text.endswith("… shortened")


# ---- mail ---------------------------------------------------------------------------------------------------------


def mail_of(message: Message, **more: object) -> EmailMessage:
    """The mail of a message as a server receives it."""
    with mail_sink() as sink:
        assert Email(mail_options(sink.port, **more)).deliver(delivery(message)).outcome is Outcome.DONE
    return sink.mails[0].message


def test_a_mail_has_text_html_and_its_map_inside() -> None:
    """Plain and HTML are alternatives; the picture is related to the HTML and fetched from nowhere."""
    mail = mail_of(busy_day())
    kinds = [part.get_content_type() for part in mail.walk()]

    assert kinds == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    html = mail.get_body(("html",))
    assert html is not None
    assert 'src="cid:map"' in html.get_content()
    assert "http://" not in html.get_content()


def test_a_copy_has_the_same_message_id_and_an_incident_is_one_conversation() -> None:
    """P3: a mail program folds a second copy into the first; updates stand under the first report."""
    first, copy = mail_of(first_report()), mail_of(first_report())
    update = mail_of(replace(SITUATIONS["update_of_toll"](), id="alert-of-the-toll"))

    assert first["Message-ID"] == copy["Message-ID"] != update["Message-ID"]
    assert first["References"] == update["References"]
    assert first["List-Unsubscribe"].startswith("<mailto:monitor@example.org")
    assert first["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "address", ["a@b.org\r\nBcc: x@y.org", "a b@c.org", "<a@b.org>", "a@b.org,c@d.org", "nobody", '"a"@b.org', "a@b c"]
)
def test_only_plain_addresses_are_accepted(address: str) -> None:
    """An address comes from the configuration, and even there it is one address."""
    with pytest.raises(ConfigError):
        check_address(address)


REPLIES = [
    ({"rcpt": lambda address, n: "450 4.7.1 greylisted, try later"}, Outcome.AGAIN),
    ({"rcpt": lambda address, n: "550 5.1.1 no such user"}, Outcome.BROKEN),
    ({"data": lambda raw, n: "451 4.3.0 busy"}, Outcome.AGAIN),
    ({"data": lambda raw, n: "554 5.7.1 spam"}, Outcome.REFUSED),
    ({"data": lambda raw, n: "552 5.3.4 too large"}, Outcome.REFUSED),
    ({"data": lambda raw, n: "drop"}, Outcome.AGAIN),
]


@pytest.mark.parametrize(("scripts", "outcome"), REPLIES)
def test_mail_servers_answers_fall_into_their_classes(scripts: dict[str, object], outcome: Outcome) -> None:
    """F67: greylisting and a dropped connection are tried again, an unknown user breaks the channel, a refused text is
    told apart from both."""
    with mail_sink(**scripts) as sink:
        answer = Email(mail_options(sink.port)).deliver(delivery(first_report()))
    assert answer.outcome is outcome


@pytest.mark.parametrize("goodbye", ["421 too many connections", "500 what?", "drop"])
def test_a_mail_that_was_taken_is_done_whatever_the_goodbye(goodbye: str) -> None:
    """After the 250 to the data the mail is theirs: an error that follows must not send it again."""
    with mail_sink(quit=goodbye) as sink:
        answer = Email(mail_options(sink.port)).deliver(delivery(first_report()))
    assert answer.outcome is Outcome.DONE
    assert len(sink.mails) == 1


def test_one_refused_address_of_three_does_not_cost_the_others() -> None:
    """F67: two have it; the third comes back as left (for now) or lost (for good)."""
    three = ("a@example.org", "b@example.org", "c@example.org")
    for code, left, lost in (("450 later", ("b@example.org",), ()), ("550 unknown", (), ("b@example.org",))):

        def rcpt(address: str, n: int, code: str = code) -> str:
            return code if address.startswith("b@") else "250 OK"

        with mail_sink(rcpt=rcpt) as sink:
            channel = Email(mail_options(sink.port, to=three))
            answer = channel.deliver(delivery(first_report()))
            assert (answer.outcome, answer.left, answer.lost) == (Outcome.DONE, left, lost)
            assert sink.mails[0].to == ["a@example.org", "c@example.org"]

    with mail_sink() as sink:
        Email(mail_options(sink.port, to=three)).deliver(delivery(first_report(), left=("b@example.org",)))
    assert sink.mails[0].to == ["b@example.org"]


def test_mail_never_falls_back_to_plain_text_where_encryption_is_asked_for() -> None:
    """F67: a server without STARTTLS gets nothing, not the mail and the password in the clear."""
    with mail_sink() as sink:
        options = mail_options(sink.port, security="starttls", username="monitor", password=CANARY)
        answer = Email(options).deliver(delivery(first_report()))
    assert answer.outcome is Outcome.BROKEN
    assert not sink.mails
    assert CANARY not in answer.detail


# ---- webhooks -----------------------------------------------------------------------------------------------------


def test_a_webhook_is_signed_over_body_and_time() -> None:
    """The receiver can tell ours from forged and old from new, and drop a copy by its key."""
    with http_sink() as sink:
        Webhook(WebhookOptions(url=sink.url, private=True, secret="key")).deliver(delivery(first_report()))
    post = sink.posts[0]
    signed = f"{post.headers['x-monitor-timestamp']}.".encode() + post.body
    expected = "sha256=" + hmac.new(b"key", signed, hashlib.sha256).hexdigest()

    assert post.headers["x-monitor-signature"] == expected
    assert post.headers["idempotency-key"] == first_report().id == post.json["id"]
    assert post.json["incidents"][0]["killed"]["best"] == 3


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        *[(code, Outcome.DONE) for code in (200, 201, 202, 204)],
        *[(code, Outcome.AGAIN) for code in (408, 425, 429, 500, 502, 503, 504, 529)],
        *[(code, Outcome.REFUSED) for code in (400, 413, 422)],
        *[(code, Outcome.BROKEN) for code in (301, 302, 307, 401, 403, 404, 405, 410)],
    ],
)
def test_each_status_has_its_class(code: int, outcome: Outcome) -> None:
    """The delivery contract; a redirect is followed nowhere and counts as broken."""
    with http_sink(lambda post, n: (code, {"Location": "http://127.0.0.1:1/"}, b"")) as sink:
        answer = Webhook(WebhookOptions(url=sink.url, private=True)).deliver(delivery(first_report()))
    assert answer.outcome is outcome is outcome_of(code)
    assert len(sink.posts) == 1


@pytest.mark.parametrize(
    "broken",
    [
        sinks.Raw(b"Content-Length: 100\r\n\r\nhalf a", silence=True),
        sinks.Raw(b"Content-Length: 100\r\n\r\nhalf a"),
        sinks.Raw(b"Transfer-Encoding: chunked\r\n\r\n5\r\nhel"),
        sinks.Raw(b"Transfer-Encoding: chunked\r\n\r\nno number\r\n"),
    ],
)
@pytest.mark.parametrize(("code", "outcome"), [(200, Outcome.DONE), (404, Outcome.BROKEN)])
def test_the_status_is_the_answer_whatever_its_body_does(code: int, outcome: Outcome, broken: sinks.Raw) -> None:
    """What was accepted is not sent again because the words that follow hang or break off."""
    raw = replace(broken, text=b"HTTP/1.1 %d So\r\n" % code + broken.text)
    with http_sink(lambda post, n: raw) as sink:
        answer = Webhook(WebhookOptions(url=sink.url, private=True, timeout_s=3.0)).deliver(delivery(first_report()))
    assert answer.outcome is outcome
    assert answer.code == code


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "99999999999999"}, 86400.0),
        ({}, None),
        ({"retry-after": "Tue, 14 May 2024 06:31:00 GMT", "date": "Tue, 14 May 2024 06:30:30 GMT"}, 30.0),
        ({"retry-after": "Tue, 14 May 2024 06:29:00 GMT", "date": "Tue, 14 May 2024 06:30:30 GMT"}, 0.0),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT", "date": "Tue, 14 May 2024 06:30:30 GMT"}, 86400.0),
    ],
)
def test_retry_after_is_read_in_every_form(headers: dict[str, str], wait: float | None) -> None:
    """Seconds and dates, junk and a year: within a day, against the server's own clock."""
    assert retry_after(headers) == wait


INSIDE = (
    "127.0.0.1", "127.1", "0x7f.1", "2130706433", "017700000001", "localhost", "0.0.0.0", "10.0.0.1", "172.16.0.1",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.192", "224.0.0.1", "255.255.255.255", "[::1]", "[::]",
    "[fe80::1]", "[fc00::1]", "[fec0::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:db8::1]", "198.18.0.1", "203.0.113.1", "240.0.0.1",
)  # fmt: skip


@pytest.mark.parametrize("host", INSIDE)
def test_a_webhook_reaches_no_address_inside(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """T12, T14: judged by the address it would connect to, whatever the spelling."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(DeliveryError):
        guard.post(f"http://{host}/x", b"{}", {}, private=False, timeout_s=2)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "gopher://x/", "http://", "http://a b/", "x"]
)
def test_a_webhook_goes_only_to_http(url: str) -> None:
    """T14: other schemes and broken addresses are a fault of the configuration."""
    answer = Webhook(WebhookOptions(url=url)).deliver(delivery(first_report()))
    assert answer.outcome is Outcome.BROKEN


def test_a_name_that_changes_between_look_up_and_connection_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """T13: the connection goes to the address that was judged."""
    answers = iter([[(2, 1, 6, "", ("93.184.216.34", 80))], [(2, 1, 6, "", ("127.0.0.1", 80))]])
    asked: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], *args: object) -> None:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: next(answers))
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(DeliveryError) as caught:
        guard.post("http://rebind.example/", b"{}", {}, private=False, timeout_s=2)
    assert caught.value.again
    assert asked == [("93.184.216.34", 80)]


def test_the_minimal_form_of_a_webhook_is_small_and_ascii() -> None:
    """What goes out after a refusal holds nothing a receiver could choke on."""
    body = payload(hostile(HOSTILE[6]), minimal=True)
    assert body.isascii()
    assert len(body) < 3000


# ---- files --------------------------------------------------------------------------------------------------------


def test_a_second_copy_of_a_file_replaces_the_first(tmp_path: Path) -> None:
    """At least once becomes exactly once where the channel allows it."""
    channel = build("files", FileOptions(folder=str(tmp_path)))
    answers = [channel.deliver(delivery(replace(busy_day(), created=NOW))) for _ in range(3)]

    assert len(list(tmp_path.rglob("digest-*"))) + len(list(tmp_path.rglob("2024-*"))) == 3  # one in each form
    assert all(Path(answer.detail).is_file() for answer in answers)
    assert not list(tmp_path.rglob(".*"))


def test_a_name_on_disk_comes_from_no_title(tmp_path: Path) -> None:
    """T16: the title '../../x' writes nothing outside."""
    channel = build("files", FileOptions(folder=str(tmp_path / "in")))
    channel.deliver(delivery(replace(hostile("../../../x"), id="../../evil", created=NOW + timedelta(hours=1))))
    assert list(tmp_path.iterdir()) == [tmp_path / "in"]


def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    """A full or missing disk heals."""
    (tmp_path / "file").write_text("in the way")
    answer: Answer = build("files", FileOptions(folder=str(tmp_path / "file"))).deliver(delivery(first_report()))
    assert answer.outcome is Outcome.AGAIN
