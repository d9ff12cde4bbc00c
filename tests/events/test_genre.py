"""Whether a text reports something new: the model over all its words, and the reader without it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

import monitor.pipeline
from monitor.articles.extract import extract
from monitor.errors import ModelError
from monitor.events.classify import Reader
from monitor.events.genre import GenreModel, features
from monitor.types import Item, Reading

DATA = Path(__file__).resolve().parents[2] / "monitor" / "data"
THURSDAY = datetime(2025, 6, 19, 9, 30, tzinfo=UTC)
REPORT = (
    "Mortar shells kill two in Kherson market",
    "Russian troops shelled a market in Kherson on Wednesday, and two traders were killed, the governor said.",
)
ESSAY = (
    "How the drone changed the war along the river",
    "Drones struck a depot in Kherson, and the war was never the same. Over the past decade analysts have argued that"
    " cheap aircraft would erode the role of artillery; the evidence since 2022 suggests that strategy matters more."
    " In theory such weapons favour the defender. Yet history, scholars say, offers few lessons, and the question is"
    " whether deterrence can hold in the long term.",
)


@cache
def shipped() -> GenreModel:
    return GenreModel((DATA / "genre.json").read_bytes())


def weights(bias: float) -> GenreModel:
    return GenreModel(json.dumps({"": bias}).encode())


def read(story: tuple[str, str], genre: GenreModel | None) -> Reading:
    item = Item(source="t", key="1", subject="1", received=THURSDAY, published=THURSDAY,
                published_precision="minute", title=story[0], text=story[1])  # fmt: skip
    return Reader(genre=genre).read(extract(item))


def test_a_report_reads_as_news_and_an_essay_does_not() -> None:
    """Rule: the words as a whole tell an analysis from a report; both speak of the same strike."""
    report = shipped().of("\n\n".join(REPORT), REPORT[0], (), None)
    essay = shipped().of("\n\n".join(ESSAY), ESSAY[0], (), None)
    assert report.share < 0.5 < essay.share
    assert essay.words


def test_what_surely_reports_nothing_new_is_kept_quiet_with_its_words() -> None:
    """Rule: the reading says why, and what was found in it is listed as silenced."""
    told = read((ESSAY[0].replace("How the", "A"), ESSAY[1]), None)
    assert told.events, "without the model the rules take it for news"
    quiet = read((ESSAY[0].replace("How the", "A"), ESSAY[1]), weights(5.0))
    assert quiet.events == ()
    assert [s.reason for s in quiet.silenced][-1] == "genre"
    assert "analysis or a recollection (99%)" in quiet.reasons[0]


def test_what_the_rules_are_sure_of_is_doubted_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: an article whose title and lead tell an act in plain words is never lost to the model."""
    assert read(REPORT, weights(9.0)).events == ()
    monkeypatch.setattr("monitor.events.classify.SURELY_TOLD", 1.0)
    events = read(REPORT, weights(9.0)).events
    assert events
    assert all("analysis or a recollection" in event.doubt for event in events)


def test_a_doubt_of_the_model_is_told_with_the_incident() -> None:
    """Rule: between news and essay it is news in doubt, which waits for the digest or a second source."""
    doubted, plain = read(REPORT, weights(0.5)).events[0], read(REPORT, weights(-5.0)).events[0]
    assert "62%" in doubted.doubt
    assert plain.doubt == ""


def test_names_of_places_and_people_teach_nothing() -> None:
    """Rule: in the text only words in small letters count, so no country reads as an essay."""
    seen = set(features("Kherson burned. Ivanov said so in Kherson.", "", (), None))
    assert {"burned", "said"} <= seen
    assert not {"kherson", "ivanov"} & seen


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"a": "b"}'])
def test_a_broken_file_is_told_as_such(data: bytes) -> None:
    """Rule: weights that cannot be read are an error of the model, not of the article."""
    with pytest.raises(ModelError, match="weights of genres"):
        GenreModel(data)


def test_without_its_file_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule: a missing or broken model is logged and the daemon goes on."""

    def broken(data: bytes) -> GenreModel:
        raise ModelError("torn")

    monkeypatch.setattr("monitor.events.genre.GenreModel", broken)
    assert monitor.pipeline._genre() is None
