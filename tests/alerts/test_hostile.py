"""Hostile texts by the hundred, through everything an alert is made of: nothing of them steers, rings, links or hides.

The lists others publish are not ours to ship; these are made from their parts: what is special somewhere (to HTML, to
Markdown, to mail, to a terminal, to a spreadsheet), in the places where it may stand, plain and escaped.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest

from monitor.alerts.channels.email import compose as compose_mail
from monitor.alerts.scrub import no_pings
from monitor.cli.terminal import cell, plain
from tests.alerts.situations import first_report
from tests.alerts.test_channels import HOSTILE, hostile, mail_options
from tests.sinks import Post, discord, slack, telegram

CONTROLS = [chr(n) for n in (*range(32), *range(127, 160))]
INVISIBLE = [chr(n) for n in (0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029,
                              0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB, 0xD800, 0xDFFF, 0xE0001)]  # fmt: skip
BREAKS = ["\r\n", "\n", "\r", "\r\n\r\n", "\x0b", "\x0c", "\x85", "\u2028", "%0d%0a", "%0D%0A%20", "\r\n ", "\n\t",
          "=0D=0A"]  # fmt: skip
HEADERS = ["Bcc: v@example.org", "Content-Type: text/html", "Subject: other", "X-Monitor-Id: 1", ".\r\nMAIL FROM:<a@b>"]
MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//evil.example>",
    "<a href='javascript:alert(1)'>x</a>", "<form action=//evil.example><input>", "<style>*{display:none}</style>",
    "<meta http-equiv=refresh content=0>", "<base href=//evil.example>", "</title></style></div><b>", "<!--", "]]>",
    "\"><script>", "'><img src=x>", "{{7*7}}", "{% raw %}", "${7*7}", "<math><mi xlink:href='javascript:x'>",
]  # fmt: skip
PINGS = ["@everyone", "@here", "@channel", "<!here>", "<!channel>", "<!everyone>", "<!subteam^S1>", "<@U1>", "<@!1>",
         "<@&1>", "<#C1>", "<https://evil.example|bank>", "[bank](https://evil.example)", "![i](https://evil.example/p)",
         "](https://evil.example)", "@all", "tg://user?id=1", "*bold*", "~~x~~", "||spoiler||"]  # fmt: skip
FRAMES = ["{}", "Strike on {} kills 3", "{} says army", "before\u200b{}", "({})", "“{}”", "a {} b {} c", "{}{}{}",
          ">{}", "# {}"]  # fmt: skip


def escaped(text: str, times: int) -> str:
    """As a feed escapes it, so many times over."""
    for _ in range(times):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


TEXTS = list(
    dict.fromkeys(
        [*HOSTILE]
        + [f"Strike{char}on{char} a town" for char in (*CONTROLS, *INVISIBLE)]
        + [f"Strike{gap}{head}" for gap, head in product(BREAKS, HEADERS)]
        + [frame.replace("{}", escaped(text, n)) for frame, text, n in product(FRAMES[:6], MARKUP, range(4))]
        + [frame.replace("{}", text) for frame, text in product(FRAMES, PINGS)]
    )
)
#: a fifth at each commit, all of them at night
some_and_all = pytest.mark.parametrize(
    "texts", [[*HOSTILE, *TEXTS[::5]], pytest.param(TEXTS, marks=pytest.mark.nightly)], ids=["some", "all"]
)
OURS = set("html head meta title style body div table tbody tr td p h1 h2 h3 span a bdi img br".split())
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_there_are_as_many_as_the_public_lists_have() -> None:
    """515 naughty strings, 37 header breaks, 200 mentions."""
    assert len(TEXTS) >= 515 + 200
    assert len(BREAKS) * len(HEADERS) >= 37
    assert len(FRAMES) * len(PINGS) >= 200


def lies_dead(text: str) -> None:
    """In an HTML5 parser there is only what the layout put there, and no form is longer or wider than it may be."""
    message = hostile(text)
    for node in html5lib.parse(message.html, namespaceHTMLElements=False).iter():
        assert node.tag in OURS, text
        assert not [name for name in node.attrib if name.startswith("on")], text
        if node.tag == "a":
            assert re.match(r"https://[a-z]+\.example/", node.attrib["href"]), text
        if node.tag == "img":
            assert node.attrib["src"] == "cid:map", text
    for form in (message.subject, message.text, message.markdown, message.html, message.minimal):
        assert not UNSEEN.search(form), repr(text)
    assert not re.search(r"(?<!\\)<[!@#]|@(everyone|here|channel)", message.markdown), text
    assert not re.search(r"(?<!\\)\]\(", message.markdown), text
    assert "\n" not in message.subject
    assert len(message.subject) <= 180
    assert len(message.minimal) <= 1000


@some_and_all
def test_no_text_comes_alive(texts: list[str]) -> None:
    """T6, T7, T9, T10: no node, attribute, link, mention or terminal command, however often it was escaped before."""
    for text in texts:
        lies_dead(text)


@pytest.mark.skipif("MONITOR_XSS_LIST" not in os.environ, reason="set MONITOR_XSS_LIST to a file of attack strings")
def test_no_string_of_a_public_list_comes_alive() -> None:
    """T6 over a public list, which is not ours to ship."""
    for line in Path(os.environ["MONITOR_XSS_LIST"]).read_text(encoding="utf-8", errors="replace").splitlines():
        lies_dead(line)


@some_and_all
def test_no_text_makes_a_header(texts: list[str]) -> None:
    """T8: names and number of headers, and who gets it, are those of an ordinary alert."""
    ordinary = compose_mail(first_report(), mail_options(25))
    for text in texts:
        mail = compose_mail(hostile(text), mail_options(25))
        head = mail.as_bytes().split(b"\r\n\r\n")[0]
        assert mail.keys() == ordinary.keys(), text
        assert mail["To"] == ordinary["To"]
        assert len(re.findall(rb"(?m)^[A-Za-z-]+:", head)) == len(ordinary.keys()), text
        assert max(len(line) for line in head.split(b"\r\n")) <= 998


def test_no_text_rings_or_hides_a_link_in_chat() -> None:
    """T9: 200 mentions through five fakes: taken at the first try, none a ping, no link behind other words."""
    for frame, ping in product(FRAMES, PINGS):
        message = hostile(frame.replace("{}", ping))
        sent = no_pings(message.text)
        for form in (message.markdown, sent):
            assert not re.search(r"(?<!\\)<[!@#&]|@(everyone|here|channel|all)\b", form), form
            assert not re.search(r"(?<!\\)\]\(", form), form
        body = sent[:1990]
        for service, value in ((slack, {"text": body}), (discord, {"content": body}), (telegram, {"text": body})):
            assert service(Post("/", {}, json.dumps(value).encode()), 0)[0] == 200  # type: ignore[index]


@some_and_all
def test_no_text_steers_a_terminal(texts: list[str]) -> None:
    """T10: no escape, no bidirectional mark and no line of its own reaches a terminal."""
    for text in texts:
        assert not UNSEEN.search(plain(text)), repr(text)
        assert "\n" not in plain(text)


def test_no_text_is_run_by_a_spreadsheet() -> None:
    """T11: 20 formulas, as cells of the export, begin with nothing that a spreadsheet runs."""
    starts = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "=cmd|'/c calc'!A1", "=HYPERLINK(1)", "＝1", "＋1"]
    for text in starts + [f" {one}" for one in starts]:
        out = io.StringIO()
        csv.writer(out).writerow([cell(text)])
        assert not re.match(r'"?[\s]*[=+\-@\t\r]', out.getvalue()), unquote(text)
