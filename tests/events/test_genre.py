"""Whether a text reports something new, by all its words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from monitor.errors import ModelError
from monitor.events.genre import GenreModel, features

DATA = Path(__file__).resolve().parents[2] / "monitor" / "data"
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


def test_a_report_reads_as_news_and_an_essay_does_not() -> None:
    """Rule: the words as a whole tell an analysis from a report; both speak of the same strike."""
    report = shipped().of("\n\n".join(REPORT), REPORT[0], (), None)
    essay = shipped().of("\n\n".join(ESSAY), ESSAY[0], (), None)
    assert report.share < 0.5 < essay.share
    assert essay.words


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
