"""The local engine: groups, failures, and what is remembered with them."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from monitor.engine.local import GROUP, Local
from monitor.store import Store, articles
from monitor.types import Article, Reading, Verdict
from tests.fakes import FLOW, NOON, item


def test_an_item_that_cannot_be_read_is_recorded_and_the_others_go_on(store: Store) -> None:
    """An empty text, and a bug of the reader, each with its reason; nothing is lost of the item."""
    engine = Local(flow=FLOW, store=store, now=lambda: NOON)

    results = engine.take([item("", key="empty"), item("crash"), item("An airstrike at Kyiv on 2024-05-01.")])

    assert [each.verdict for each in results] == [Verdict.FAILED, Verdict.FAILED, Verdict.NEW]
    reasons = {each.key: each.reason for each in articles.failures(store)}
    assert "no words" in reasons["empty"]
    assert "ZeroDivisionError" in reasons["crash"]
    assert item("crash") in list(articles.failed_items(store))


def test_a_failure_is_forgotten_once_the_item_can_be_read(store: Store) -> None:
    """The list of failures is what is still wrong."""
    engine = Local(flow=FLOW, store=store, now=lambda: NOON)
    engine.take([item("", key="same")])

    engine.take([item("An airstrike at Kyiv on 2024-05-01.", key="same")])

    assert articles.failures(store) == ()


def test_where_a_source_was_left_is_stored_with_its_last_articles_or_not_at_all(store: Store) -> None:
    """A cursor never runs ahead of the articles it stands for."""
    engine = Local(flow=FLOW, store=store, now=lambda: NOON)
    many = [item(f"An airstrike at Kyiv on 2024-05-01, report {n} of them.") for n in range(GROUP + 5)]

    def refuse(store: Store) -> None:
        raise OSError("power cut")

    with pytest.raises(OSError, match="power cut"):
        engine.take(many, remember=refuse)
    assert store.execute("SELECT count(*) FROM article").fetchone() == (GROUP,)

    left: list[int] = []
    engine.take(many, remember=lambda store: left.append(store.execute("SELECT count(*) FROM article").fetchone()[0]))
    assert left == [GROUP + 5]


def test_what_is_to_be_remembered_is_stored_also_where_nothing_came(store: Store) -> None:
    """A feed that answered 304 has been asked all the same."""
    called: list[bool] = []

    Local(flow=FLOW, store=store).take([], remember=lambda store: called.append(store.writing))

    assert called == [True]


def test_sources_in_several_threads_lose_and_double_nothing(store: Store) -> None:
    """Each thread has its own connection and waits its turn."""
    engine = Local(flow=FLOW, store=store, now=lambda: NOON)

    def pour(number: int) -> None:
        engine.take([item(f"An airstrike at Kyiv on 2024-05-01 killed {n}, says {number}.") for n in range(40)])

    threads = [threading.Thread(target=pour, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)

    assert store.execute("SELECT count(*) FROM article").fetchone() == (160,)
    assert store.execute("SELECT count(*), sum(reports) FROM incident").fetchone() == (1, 160)
    assert store.integrity() == "ok"


def test_an_item_that_cannot_be_stored_as_it_is_fails_alone(store: Store) -> None:
    """Half a surrogate pair in an item, and in the words of the error over it: neither stops the group."""

    def broken(article: Article) -> Reading:
        raise ValueError(f"cannot read {article.text[:1]} \ud800")

    engine = Local(flow=replace(FLOW, read=broken), store=store, now=lambda: NOON)

    results = engine.take([item("\ud800 words", key="\udfff", url="http://a/\ud800", title="\ud800")])

    assert [each.verdict for each in results] == [Verdict.FAILED]
    (failure,) = articles.failures(store)
    assert (failure.key, failure.reason) == ("\ufffd", "the reader failed: ValueError: cannot read \ufffd \ufffd")
