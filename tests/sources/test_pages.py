"""Pages behind teasers, feeds behind pages, and lists of feeds."""

from __future__ import annotations

import pytest

from monitor.sources import FeedOptions, Refusal, discover, opml
from monitor.sources.http import Fetcher
from monitor.sources.pages import Pages
from tests.faults.hub import Hub, hang, reply

PAGE = "<html><body><p>The whole story.</p></body></html>"


def pages(fetcher: Fetcher, pauses: list[float] | None = None) -> Pages:
    return Pages(fetcher, sleep=(pauses if pauses is not None else []).append)


def test_a_page_is_fetched_when_the_host_says_nothing_against_it(hub: Hub, fetcher: Fetcher) -> None:
    """No robots.txt is consent; it is asked for once."""
    url = hub.on("/story", reply(PAGE, kind="text/html"))
    got = pages(fetcher)

    assert got.fetch(url, source="s") == PAGE
    assert got.fetch(url, source="s") == PAGE

    assert len(hub.asked("/robots.txt")) == 1


@pytest.mark.parametrize(
    ("rules", "fetched"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /private/", True),
        ("User-agent: escalation-monitor\nDisallow: /story\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: *\nCrawl-delay: 3600", False),
        ("\x00\xff garbage <html>", True),
    ],
)
def test_robots_are_respected(hub: Hub, fetcher: Fetcher, rules: str, fetched: bool) -> None:
    """For all, for us by name, and for those who ask for longer pauses than news can wait."""
    hub.on("/robots.txt", reply(rules, kind="text/plain"))
    url = hub.on("/story", reply(PAGE, kind="text/html"))

    assert (pages(fetcher).fetch(url, source="s") is not None) == fetched
    assert bool(hub.asked("/story")) == fetched


@pytest.mark.parametrize("behaviour", [reply("", status=503), hang()])
def test_robots_that_cannot_be_asked_forbid_for_now(hub: Hub, fetcher: Fetcher, behaviour: object) -> None:
    """As RFC 9309 has it; and they are asked again the next time."""
    hub.on("/robots.txt", behaviour, reply("", kind="text/plain"))  # type: ignore[arg-type]
    url = hub.on("/story", reply(PAGE, kind="text/html"))
    got = pages(fetcher)

    assert got.fetch(url, source="s") is None
    assert got.fetch(url, source="s") == PAGE


def test_pages_of_one_host_come_with_pauses(hub: Hub, fetcher: Fetcher) -> None:
    """A second at least, or what it asks for."""
    hub.on("/robots.txt", reply("User-agent: *\nCrawl-delay: 5", kind="text/plain"))
    url = hub.on("/story", reply(PAGE, kind="text/html"))
    pauses: list[float] = []
    got = pages(fetcher, pauses)

    got.fetch(url, source="s")
    got.fetch(url, source="s")

    assert pauses[0] == 0
    assert 4 < pauses[1] <= 5


@pytest.mark.parametrize(
    "behaviour",
    [
        reply(PAGE, status=404, kind="text/html"),
        reply(b"%PDF-1.4", kind="application/pdf"),
        reply(b"\x00\x01\x02" * 100, kind="text/html"),
        hang(),
    ],
)
def test_what_is_no_page_gives_none(hub: Hub, fetcher: Fetcher, behaviour: object) -> None:
    """The teaser stands; nothing is raised."""
    url = hub.on("/story", behaviour)  # type: ignore[arg-type]

    assert pages(fetcher).fetch(url, source="s") is None
    assert pages(fetcher).fetch("http://10.0.0.1/inside", source="s") is None
    assert pages(fetcher).fetch("http://[half/", source="s") is None


def test_feeds_are_found_from_a_page() -> None:
    """Declared ones first, made absolute; then links that look like one; nothing that is no web address."""
    page = (
        '<html><head><link rel="stylesheet" href="/a.css"><link rel="alternate" type="application/rss+xml" '
        'href="/news/rss">'
        '<link rel="alternate" hreflang="de" href="/de"><link rel="ALTERNATE" '
        'type="application/atom+xml; charset=utf-8" '
        'href="https://b.example/atom"></head><body><a href="/feed/">Feed</a><a href="/about">About</a>'
        '<a href="javascript:rss()">no</a><a href="/world.rss#x">World</a><a href="/feedback">Say</a></body></html>'
    )

    assert discover.links(page, "https://a.example/start") == (
        "https://a.example/news/rss",
        "https://b.example/atom",
        "https://a.example/feed/",
        "https://a.example/world.rss",
    )
    assert discover.links("", "https://a.example/") == ()
    assert "https://a.example/rss.xml" in discover.usual("https://a.example/x/y")


def test_a_list_of_feeds_survives_the_way_out_and_back() -> None:
    """Names, addresses and tags; never credentials."""
    feeds = (
        FeedOptions(url="https://a.example/rss?x=1&y=2", name='A "quoted" <name> & more', tags=("war", "border")),
        FeedOptions(url="https://b.example/rss", name="B", password="canary", username="u"),
    )

    text = opml.write(feeds)
    back = opml.read(text.encode())

    assert "canary" not in text
    assert not isinstance(back, Refusal)
    assert [(each.url, each.name, each.tags) for each in back.feeds] == [
        (each.url, each.name, each.tags) for each in feeds
    ]


def test_a_list_with_folders_gives_tags() -> None:
    """And addresses that are none are left out, and told without the login in them."""
    body = (
        '<opml version="1.1"><body><outline text="World"><outline type="rss" text="A" xmlUrl="https://a.example/rss"/>'
        '<outline type="rss" text="A again" xmlUrl="https://a.example/rss"/><outline type="rss" text="f" '
        'xmlUrl="file:///etc/passwd"/><outline type="rss" text="l" xmlUrl="https://u:p@l.example/rss"/></outline></body>'
        "</opml>"
    )

    got = opml.read(body.encode())

    assert not isinstance(got, Refusal)
    assert [(each.url, each.name, each.tags) for each in got.feeds] == [("https://a.example/rss", "A", ("World",))]
    assert got.left_out == ("file:///etc/passwd", "l.example/rss")


@pytest.mark.parametrize("body", [b"", b"https://127.0.0.1/list", b"<html></html>", b"/etc/passwd", b"<opml", b"\x00"])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    """And an address in its place is not fetched."""
    assert isinstance(opml.read(body), Refusal)
