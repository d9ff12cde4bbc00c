"""What the model of places hears of a name's sentence: what it shares with the act, and which acts stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.places.choice import Choice, Option
from monitor.events.places.deeds import Deed
from monitor.events.places.where import Atlas
from monitor.events.sentences import split
from monitor.types import Item
from tests.events.atlas import gazetteer


class _Hears:
    """Keeps what it hears of each name, and leaves the rules their place."""

    def __init__(self) -> None:
        self.seen: dict[str, set[str]] = {}

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None:
        for option in options:
            if option.mention:
                self.seen.setdefault(option.mention.text, set()).update(option.seen)
        return None


def told_of(title: str, text: str) -> dict[str, set[str]]:
    """What is heard of each name of an article as the reader reads it."""
    hears = _Hears()
    published = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
    item = Item(source="t", key="1", subject="1", received=published, published=published,
                published_precision="minute", title=title, text=text)  # fmt: skip
    Reader(Atlas(gazetteer(), model=hears)).read(extract(item))
    return hears.seen


def heard(text: str, trigger: str, title: str = "", *, others: Sequence[str] = (), buried: bool = False):
    """What is heard of each name, where `others` are the words of other acts."""
    hears, document = _Hears(), f"{title}\n\n{text}" if title else text
    sentences = split(document, has_title=bool(title))
    located = Atlas(gazetteer(), model=hears).locate(document, sentences)

    def deed(words: str, *, own: bool) -> Deed:
        at = document.rindex(words)
        line = max(s.index for s in sentences if s.start <= at)
        return Deed(line=line, start=at, end=at + len(words), own=own, alike=False, old=False)

    at = document.rindex(trigger)
    located.for_act(at, at + len(trigger), type="shelling", main=True, buried=buried,
                    deeds=[deed(trigger, own=True), *(deed(words, own=False) for words in others)])  # fmt: skip
    return hears.seen


@pytest.mark.parametrize(
    ("title", "text", "name", "feature"),
    [
        (
            "Market shelled: 12 traders dead",
            "Shells hit Sidon. The 12 traders came from Tyre.",
            "Tyre",
            "a number of the headline",
        ),
        (
            "Market shelled: 12 traders dead",
            "Shells hit Sidon. The 12 traders came from Tyre.",
            "Tyre",
            "words of the headline 1",
        ),
        ("", "Shells hit Sidon on Monday. On Monday in Tyre all was calm.", "Tyre", "the day of the act"),
        ("", "Shells hit Sidon on Monday. On Tuesday in Tyre all was calm.", "Tyre", "another day than the act"),
        ("", "Shells hit Sidon on Monday. In Tyre all was calm.", "Tyre", "no day, the act one"),
        ("", "Shells hit Sidon. On Monday in Tyre all was calm.", "Tyre", "a day, the act none"),
    ],
)
def test_what_a_sentence_shares_with_headline_and_act_is_heard(title: str, text: str, name: str, feature: str) -> None:
    """Rule: a sentence that repeats words, figures and the day of the news tells of the news."""
    assert feature in heard(text, "hit", title)[name]


def test_what_a_sentence_does_not_share_is_not_heard() -> None:
    """Rule: the sentence of the act is not held against itself, nor a text without a headline against one."""
    found = heard("Shells hit Sidon on Monday. In Tyre all was calm.", "hit")

    assert not any("headline 1" in told or "of the act" in told for told in found["Sidon"])
    assert not any(told.startswith("words of the headline") for told in found["Tyre"])


def test_whose_words_stand_next_to_a_name_is_heard() -> None:
    """Rule: a name beside the words of another act is that act's."""
    text = "Shells hit Sidon. Gunmen stormed a mosque in Tyre. In Homs all was calm."
    found = heard(text, "hit", others=["stormed"])

    assert "nearest act own, fine" in found["Sidon"]
    assert "named with it True, fine" in found["Sidon"]
    assert "nearest act another, fine" in found["Tyre"]
    assert "named with it False, fine" in found["Tyre"]
    assert "no act beside it, fine" in found["Homs"]


def test_of_two_acts_in_a_sentence_the_nearer_counts() -> None:
    """Rule: 'after gunmen stormed a mosque in Tyre, shells hit Sidon' puts each name to its own words."""
    found = heard("After gunmen stormed a mosque in Tyre, shells hit Sidon.", "hit", others=["stormed"])

    assert "acts beside it both, fine" in found["Sidon"]
    assert "nearest act own, fine" in found["Sidon"]
    assert "nearest act another, fine" in found["Tyre"]


def test_the_reader_tells_all_acts_of_a_text() -> None:
    """Rule: what the reader found of other acts reaches the model."""
    found = told_of(
        "Shelling of Sidon kills five",
        "Artillery shelled Sidon on Thursday, killing five people.\n\nIn Tyre, gunmen stormed a mosque on Thursday and"
        " killed two worshippers.",
    )

    assert "nearest act own, fine" in found["Sidon"]
    assert "nearest act another, fine" in found["Tyre"]


def test_of_an_act_behind_other_news_headline_and_lead_say_nothing() -> None:
    """Rule: where the news is another, its places are none of the act's."""
    title = "Beirut lawmakers debate the budget"
    text = "Members met in Beirut. They talked all day. Nothing was agreed. Shells hit a farm by Tyre. It was near Sidon."
    plain, buried = heard(text, "hit", title), heard(text, "hit", title, buried=True)

    assert "headline names it, town" in plain["Beirut"] | {"headline names it, town"}
    assert "Beirut" in plain
    assert "Beirut" not in buried
    assert not any(told.startswith(("words of the headline", "headline has town")) for told in buried["Sidon"])
