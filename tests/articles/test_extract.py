"""What is made of an item: title, words, date, outlet, identity."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.articles.extract import canonical, extract, paragraphs
from monitor.articles.language import detect
from monitor.errors import ArticleError
from monitor.types import Article, Item

RECEIVED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"

REPORT = """Our Cookie Policy
By continuing to browse you agree to our use of cookies.
Accept all
Home > World > Red Sea
Two tankers turn back after drone attack off Hodeidah
DW
Updated 11:09, 21-Jan-2024
A tanker at anchor off the port of Hodeidah, Yemen. /CFP
A tanker at anchor off the port of Hodeidah, Yemen. /CFP

Two tankers turned back on Saturday after drones struck a third ship off Hodeidah, the navy said.

Nobody was hurt. "We saw the flash and felt the deck shake," a sailor told AFP.

Read also: Port strike enters second week
Share | Print | Tweet
Follow us on: Facebook, Telegram
"""


def item(text: str = "", **fields: object) -> Item:
    base = Item(source="inbox", key="k1", subject="inbox/a.txt", received=RECEIVED, text=text)
    return replace(base, **fields)  # type: ignore[arg-type]


def read(text: str = "", **fields: object) -> Article:
    return extract(item(text, **fields))


def test_a_bare_text_gives_its_title_words_date_and_outlet() -> None:
    """Furniture goes, and is kept in `removed`; a date of the page is marked as taken from the text."""
    article = read(REPORT)

    assert article.title == "Two tankers turn back after drone attack off Hodeidah"
    assert article.text.startswith("Two tankers turned back on Saturday")
    assert article.text.endswith("a sailor told AFP.")
    assert article.published == datetime(2024, 1, 21, 11, 9, tzinfo=UTC)
    assert (article.published_precision, article.published_inferred) == ("day", True)
    assert article.outlet == "DW"
    assert article.publisher == "Deutsche Welle"
    assert article.wire is None
    assert article.language == "en"
    for furniture in ("cookies", "Accept all", "/CFP", "Read also", "Share |", "Follow us", "Home >"):
        assert furniture not in article.document
        assert any(furniture in line for line in article.removed), furniture


def test_an_unknown_date_stays_unknown() -> None:
    """The time of receipt never stands in for the time of publication."""
    article = read("Drones struck a depot outside the town late on Saturday, the governor said.")

    assert article.published is None
    assert (article.published_precision, article.published_inferred) == ("unknown", False)


def test_the_source_is_believed_before_the_text() -> None:
    """A date that the source gives is not marked as inferred, whatever the page prints."""
    given_time = datetime(2024, 1, 20, 17, 0, tzinfo=UTC)
    article = read(REPORT, published=given_time, published_precision="minute")

    assert (article.published, article.published_precision, article.published_inferred) == (given_time, "minute", False)


@pytest.mark.parametrize("wrong", [datetime(2031, 1, 1, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC)])
def test_an_impossible_date_of_the_source_is_not_believed(wrong: datetime) -> None:
    """Dates before 1990 or more than a day ahead are faults of the source."""
    assert read("Drones struck a depot, the governor said.", published=wrong).published is None


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    """Without a title the text begins with its first paragraph, whole."""
    text = "Two drones were shot down over the base, two officials said Sunday.\n\nNobody was hurt, one of them said."

    assert (read(text).title, read(text).text) == ("", text)


def test_a_title_that_the_text_repeats_stands_once() -> None:
    """Feeds and archives give the title beside a text that begins with it."""
    article = read(REPORT, title="Two tankers turn back after drone attack off Hodeidah | DW News")

    assert article.document.count("Two tankers turn back after") == 1
    assert article.title == "Two tankers turn back after drone attack off Hodeidah"


def test_wrapped_lines_become_paragraphs_again() -> None:
    """A mail breaks its lines at a fixed width; a sentence must not be cut there."""
    text = (
        "Three soldiers were killed and twenty-five wounded when a drone\n"
        "struck their quarters at a small base close to the border, the\n"
        "army said on Sunday. They had been asleep when it came in over\n"
        "the fence, and there was no warning of any kind.\n\n"
        "A group in a neighbouring country claimed the attack."
    )

    assert len(paragraphs(text)) == 2


def test_lines_of_their_own_stay_paragraphs() -> None:
    """Some archives part their paragraphs by one line end."""
    text = "The first paragraph ends here.\nThe second paragraph ends here.\nThe third paragraph ends here."

    assert len(paragraphs(text)) == 3


def test_a_page_gives_what_its_head_says() -> None:
    """Title, outlet, address and time come from Open Graph and schema.org; the menu does not come along."""
    words = "The rocket hit a warehouse at the edge of the port before sunrise, the mayor said. " * 3
    article = read(
        html=f"""<!doctype html><html><head><title>Rocket hits warehouse - Example News</title>
        <link rel="canonical" href="https://www.aljazeera.com/news/1?utm_source=x#top">
        <meta property="og:title" content="Rocket hits warehouse">
        <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x",
        "datePublished": "2024-03-06T19:30:00+03:00", "publisher": {{"name": "Al Jazeera"}}}}</script></head>
        <body><nav>Home World Sport</nav><article><p>{words}</p><p>{words}More later.</p></article></body></html>"""
    )

    assert article.title == "Rocket hits warehouse"
    assert article.outlet == "Al Jazeera"
    assert article.published == datetime(2024, 3, 6, 16, 30, tzinfo=UTC)
    assert article.published_inferred is False
    assert article.url == "https://www.aljazeera.com/news/1"
    assert "Sport" not in article.text


def test_a_fragment_gives_its_words() -> None:
    """Feeds carry pieces of HTML, sometimes in the field for plain text."""
    article = read("<p>Shells fell on the village.</p><p>Two people were <b>wounded</b> &amp; taken away.</p>")

    assert article.text == "Shells fell on the village.\n\nTwo people were wounded & taken away."


def test_no_words_is_an_error() -> None:
    """What holds nothing is told, not stored as an empty article."""
    with pytest.raises(ArticleError):
        read("  \n\u200b\n")


def test_the_same_words_have_the_same_identity() -> None:
    """Handing in an article again changes nothing; other words are another article."""
    first, again = read(REPORT), read(REPORT, received=datetime(2026, 12, 1, tzinfo=UTC), subject="other")

    assert first.id == again.id
    assert read(REPORT.replace("Nobody", "One man")).id != first.id
    assert read(REPORT, article_id="seed-1").id == "seed-1"


def test_invisible_and_borrowed_letters_are_mended() -> None:
    """A hostile or sloppy text cannot hide a name from the reader."""
    article = read("Missiles hit Kh\u0430rk\u200biv\u202e tonight, the ma\u00adyor said, and Сумы too.")

    assert article.text == "Missiles hit Kharkiv tonight, the mayor said, and Сумы too."


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?utm_source=x&id=3#frag", "https://example.org/a?id=3"),
        ("ftp://example.org/a", None),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_addresses_are_web_addresses_without_trackers(url: str | None, expected: str | None) -> None:
    """Nothing but http and https is an address."""
    assert canonical(url) == expected


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_gives_an_article_or_a_told_reason(text: str, title: str) -> None:
    """Whatever arrives, offsets count in a clean document, and the same item gives the same article."""
    try:
        article = read(text, title=title)
    except ArticleError:
        return

    assert article == read(text, title=title)
    assert "\x00" not in article.document
    article.document.encode("utf-8")
    again = read(article.text, title=article.title) if article.text else article
    assert len(again.document) <= len(article.document) + 2


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000,
        "(" * 50_000,
        "12:30 " * 8_000,
        "Read also " * 5_000,
        "| " * 25_000,
        "\u0430a" * 25_000,
        "/ AFP " * 8_000,
        "Saturday, June 14 " * 2_800,
        "A view. /CFP\n" * 4_000 + "Shells fell on the village.",
    ],
)
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    """Fifty thousand characters of anything are read at once; the limit is generous for a slow machine."""
    start = datetime.now(UTC)
    read(text)

    assert (datetime.now(UTC) - start).total_seconds() < 5


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not on this machine")
def test_the_raw_seeds_are_read_as_a_person_would() -> None:
    """Two have no title, one begins with a cookie notice, one has captions twice, two tell no date."""
    articles = [extract(item(path.read_text(encoding="utf-8"), key=path.name)) for path in sorted(SEEDS.glob("*.txt"))]

    assert [bool(article.title) for article in articles] == [False, False, True, True, True]
    days = [article.published.date().isoformat() if article.published else None for article in articles]
    assert days == [None, "2025-06-15", "2023-10-28", None, "2024-01-21"]
    assert all(article.published_inferred for article in articles if article.published)
    assert articles[4].outlet == "CGTN"
    for article in articles:
        for furniture in ("cookie", "/CFP", "(photo:", "Follow us", "Published:", "Search Trends", "input from"):
            assert furniture not in article.document


@pytest.mark.parametrize(
    "title",
    [
        "Syria orders residents out of Manbij",
        "Bolivia declares Israeli envoy persona non grata",
        "UN chief warns of 'new era of conflict'",
        "Arakan Army seizes Paletwa",
    ],
)
def test_a_headline_half_of_names_is_not_called_foreign(title: str) -> None:
    """Names say nothing of a language: a headline that may be English is read."""
    assert detect(title) in ("en", "und")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Russland setzt Truppen an der Grenze ein", "de"),
        ("De Iraanse president dreigt met vergelding", "nl"),
        ("Turchia, colpo di stato fallito", "it"),
        ("Skibet siger at det blev angrebet i nat", "da"),
        ("Soldaten of burgers gedood bij aanval", "nl"),
    ],
)
def test_a_foreign_headline_is_known(title: str, language: str) -> None:
    """Of another language it is told which one, however short."""
    assert detect(title) == language
