"""Whose words a text is."""

from __future__ import annotations

import pytest

from monitor.articles.publishers import is_outlet, outlet_of, publisher, wire


@pytest.mark.parametrize(
    ("outlet", "url", "house"),
    [
        ("BBC News", None, "BBC"),
        ("The Guardian", None, "Guardian Media"),
        (None, "https://www.bbc.co.uk/news/1", "BBC"),
        (None, "https://edition.cnn.com/2024/x", "Warner Bros. Discovery"),
        ("Hindustan Times", None, "HT Media"),
        ("Mint", None, "HT Media"),
        ("A Paper Nobody Knows", None, "A Paper Nobody Knows"),
        ("ABC News", None, "Disney"),
        ("ABC News", "https://www.abc.net.au/news/1", "Australian Broadcasting Corporation"),
        ("The Guardian", "https://guardian.ng/news/1", "Guardian Nigeria"),
        ("Reuters", "https://www.yahoo.com/news/1", "Reuters"),
        ("The Nation", "https://nation.com.pk/1", "Nawaiwaqt"),
        ("Irrawaddy", None, "Irrawaddy"),
        ("Small Paper via Smaller Paper", None, "Small Paper"),
        (None, "https://paper.example/x", "paper.example"),
        (None, None, None),
    ],
)
def test_outlets_of_one_house_are_one_source(outlet: str | None, url: str | None, house: str | None) -> None:
    """Two papers of one owner do not confirm each other."""
    assert publisher(outlet, url) == house


@pytest.mark.parametrize(
    ("title", "lines", "removed", "outlet", "agency"),
    [
        ("Ship seized - Reuters", ["A ship was seized."], [], None, "Reuters"),
        ("", ["WASHINGTON (AP) — A drone was shot down."], [], None, "AP"),
        ("", ["SANAA, April 9 (Xinhua) -- Envoys came."], [], None, "Xinhua"),
        ("", ["DOHA, May 5. /TASS/. Many were hurt."], [], None, "TASS"),
        ("", ["A drone fell.", "Nobody was hurt. (AFP)"], [], None, "AFP"),
        ("", ["A drone fell."], ["(ANI/TPS)"], None, "ANI"),
        ("", ["LAGOS (REUTERS) - A drone fell."], [], None, "Reuters"),
        ("", ["A drone fell.", "Nobody was hurt. (NAN)"], [], None, "NAN"),
        ("", ["A drone fell."], ["© 2023 Thomson/Reuters. All rights reserved."], None, "Reuters"),
        ("", ["A drone fell."], ["(With inputs from AFP)"], None, "AFP"),
        ("", ["A drone fell."], [], "AFP via Gulf News", "AFP"),
        ("", ["A drone fell, a source told AFP."], [], None, None),
        ("", ["According to Reuters (which saw the letter) talks go on."], [], None, None),
        ("", ["A drone fell."], ["With input from agencies"], None, None),
    ],
)
def test_a_wire_copy_is_known_by_its_credit(
    title: str, lines: list[str], removed: list[str], outlet: str | None, agency: str | None
) -> None:
    """An agency that signs is the source; one that is only quoted is not."""
    assert wire(title=title, lines=lines, removed=removed, outlet=outlet) == agency


def test_only_whole_lines_name_an_outlet() -> None:
    """A sentence that mentions an outlet is no byline."""
    assert is_outlet("CGTN")
    assert not is_outlet("CGTN reported the strike")


@pytest.mark.parametrize(
    ("given", "url", "name"),
    [
        ("The Herald of Somewhere", "https://www.bbc.co.uk/news/1", "The Herald of Somewhere"),
        (None, "https://www.bbc.co.uk/news/1", "BBC News"),
        (None, "https://www.nytimes.com/live/2023/06/06/world", "The New York Times"),
        ("http://feeds.skynews.com/feeds/rss/world.xml", "https://news.sky.com/story/1", "Sky News"),
        ("https://www.theguardian.com/rss", None, "The Guardian"),
        ("https://feeds.example.org/x", "https://www.example.org/a", "example.org"),
        (None, None, None),
    ],
)
def test_a_reader_sees_a_name_and_no_address(given: str | None, url: str | None, name: str | None) -> None:
    """The name as given, else that of the site the article stands on, else its host; the address of a feed never."""
    assert outlet_of(given, url) == name
