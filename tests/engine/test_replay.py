"""Archived articles through the pipeline, with a small Flow."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from monitor.engine.replay import Bad, Tally, claimant, replay
from monitor.store import Store
from monitor.types import Party
from tests.fakes import FLOW
from tests.test_pipeline import rows

ARTICLES: list[dict[str, Any]] = [
    {"id": "late", "title": "", "text": "The airstrike at Kyiv on 2024-05-01 killed 5.", "published": "2024-05-03"},
    {"id": "first", "text": "An airstrike at Kyiv on 2024-05-01 killed 3.", "published": "2024-05-01T21:00:00Z"},
    {"id": 7, "html": "<html><body><p>A silent film about a war opens in town.</p></body></html>", "published": None},
    {"id": "odesa", "text": "A shelling at Odesa on 2024-05-02.", "published": "2024-05-02T10:00:00+03:00", "more": 1},
]


def run(tmp_path: Path, lines: list[str], store: Store, bad: list[Bad] | None = None) -> tuple[list[Any], Tally]:
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    out = io.BytesIO()
    store.migrate()
    tally = replay([str(path)], FLOW, store, out, on_bad=(bad if bad is not None else []).append)
    return [json.loads(line) for line in out.getvalue().splitlines()], tally


def test_articles_pass_in_order_of_publication_whatever_their_order_in_the_file(tmp_path: Path) -> None:
    """The earliest report opens the incident; the later toll is its update."""
    with Store(":memory:") as store:
        found, tally = run(tmp_path, [json.dumps(each) for each in ARTICLES], store)

    assert [each["id"] for each in found] == ["first", 7, "odesa", "late"]
    assert [each["decision"] for each in found] == ["new", "irrelevant", "new", "update"]
    assert found[0]["incidents"][0]["incident"] == found[3]["incidents"][0]["incident"]
    assert tally.articles == 4
    assert tally.incidents == 2


def test_every_line_has_every_documented_key(tmp_path: Path) -> None:
    """The form is a promise to other programs: docs/replay.md lists what stands here."""
    with Store(":memory:") as store:
        found, _ = run(tmp_path, [json.dumps(ARTICLES[1])], store)

    assert list(found[0]) == ["id", "decision", "incidents", "reasons"]
    assert found[0]["incidents"][0] == {
        "incident": "240501-Kyiv-airstrike",
        "role": "main",
        "verdict": "new",
        "type": "airstrike",
        "modality": "occurred",
        "date": "2024-05-01",
        "date_to": None,
        "date_precision": "day",
        "place": "Kyiv",
        "place_precision": "town",
        "country": "UA",
        "lat": 50.45,
        "lon": 30.52,
        "actors": [],
        "targets": [],
        "weapon": None,
        "killed": 3,
        "wounded": None,
        "claimed_by": None,
        "severity": 7.5,
        "confidence": 0.5,
        "evidence": [{"field": "type", "start": 3, "end": 12, "text": "airstrike"}],
    }


def test_a_bad_line_is_named_counted_and_passed_over(tmp_path: Path) -> None:
    """Broken JSON, no object, no id, a wrong type, bytes that are no text, an impossible date: the rest goes on."""
    good = json.dumps(ARTICLES[1])
    bad: list[Bad] = []
    lines = [
        good,
        "{",
        "[1]",
        '{"text": "x"}',
        '{"id": "a", "text": 5}',
        "",
        '{"id": " "}',
        '{"id":"d","published":"x"}',
    ]
    with Store(":memory:") as store:
        found, tally = run(tmp_path, lines, store, bad)

    assert [each["id"] for each in found] == ["first"]
    assert [each.line for each in bad] == [2, 3, 4, 5, 7, 8]
    assert tally.bad == 6
    assert str(bad[0]).startswith(f"{tmp_path / 'archive.jsonl'}:2: ")


def test_an_article_that_cannot_be_read_has_a_line_that_says_so(tmp_path: Path) -> None:
    """One line of output for each line of input, also where the reader fails on it."""
    lines = [json.dumps({"id": "e", "text": ""}), json.dumps({"id": "c", "text": "crash"}), json.dumps(ARTICLES[1])]
    with Store(":memory:") as store:
        found, _ = run(tmp_path, lines, store)

    assert {each["id"]: each["decision"] for each in found} == {"e": "failed", "c": "failed", "first": "new"}
    assert "no words" in found[0]["reasons"][0] or "no words" in found[1]["reasons"][0]


def test_replaying_everything_twice_changes_no_row_and_gives_the_same_answers(tmp_path: Path) -> None:
    """The same input twice: no new incident, no changed row, and each article's answer as it was."""
    lines = [json.dumps(each) for each in ARTICLES]
    with Store(tmp_path / "monitor.db") as store:
        first, _ = run(tmp_path, lines, store)
        before = rows(store)
        second, _ = run(tmp_path, lines, store)

        assert rows(store) == before
    assert [(e["id"], e["decision"]) for e in first] == [(e["id"], e["decision"]) for e in second]
    assert [[i["incident"] for i in e["incidents"]] for e in first] == [
        [i["incident"] for i in e["incidents"]] for e in second
    ]


def test_an_article_without_a_time_keeps_its_place_in_the_file(tmp_path: Path) -> None:
    """Unknown stays unknown: it is not dated by the clock, and follows the article before it."""
    lines = [
        json.dumps({"id": "a", "text": "An airstrike at Kyiv on 2024-05-01.", "published": "2024-05-01T10:00Z"}),
        json.dumps({"id": "b", "text": "A shelling at Odesa on 2024-05-01."}),
        json.dumps({"id": "c", "text": "A shelling at Erbil on 2024-05-01.", "published": "2024-05-01T11:00Z"}),
    ]
    with Store(":memory:") as store:
        found, _ = run(tmp_path, lines, store)
        (published,) = store.execute("SELECT published FROM article WHERE id = 'b'").fetchone()

    assert [each["id"] for each in found] == ["a", "b", "c"]
    assert published is None or published.startswith("2024-05-01")


def test_an_archive_that_says_date_for_published_is_understood(tmp_path: Path) -> None:
    """`published` wins where both are given."""
    lines = [
        json.dumps({"id": "b", "text": "An airstrike at Kyiv on 2024-05-01.", "date": "2024-05-02 10:00:00+00:00"}),
        json.dumps({"id": "a", "text": "A shelling at Odesa.", "published": "2024-05-01", "date": "2030-01-01"}),
    ]
    with Store(":memory:") as store:
        found, tally = run(tmp_path, lines, store)

    assert [each["id"] for each in found] == ["a", "b"]
    assert tally.bad == 0


def test_a_claimant_keeps_the_spelling_of_the_text() -> None:
    """Rule: whoever looks for 'IDF' or for 'Israel' finds the claim; a spelling that holds the name is not repeated."""
    assert claimant(None) is None
    assert claimant(Party(name="Israel", as_written="IDF")) == "Israel (IDF)"
    assert claimant(Party(name="Houthis", as_written="Houthi")) == "Houthis"
    assert claimant(Party(name="Ukraine", as_written="Ukraine's  air force")) == "Ukraine"
    assert claimant(Party(name="TTP", as_written="Pakistani Taliban, TTP")) == "TTP (Pakistani Taliban)"


def test_a_claim_of_a_states_body_is_told_with_the_state() -> None:
    """Rule: whoever looks for Iran or for the IRGC finds the claim; an army that obeys no government stands alone."""
    guards = Party(name="IRGC", kind="forces", country="IR", as_written="Revolutionary Guards")

    assert claimant(guards) == "Iran (IRGC), Revolutionary Guards"
    assert claimant(Party(name="Balochistan Liberation Army", kind="group")) == "Balochistan Liberation Army (BLA)"
    assert claimant(Party(name="Libyan National Army", kind="forces", country="LY")) == "Libyan National Army (LNA)"
