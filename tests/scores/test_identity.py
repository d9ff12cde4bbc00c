"""How well reports are gathered into incidents, on labelled articles kept beside the repository."""

from __future__ import annotations

import importlib.util
import io
import json
import math
import random
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from monitor.engine.replay import line_of, replay
from monitor.flow import build_flow
from monitor.pipeline import Prepared, prepare, settle
from monitor.store import Store
from scripts.score_reading import item

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = sorted((SHARED / "corpus").glob("*.jsonl"))

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(not CORPUS, reason="the labelled articles are not kept with the repository"),
]


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(files: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _figures(files: list[Path], folder: Path) -> dict[str, Any]:
    out = io.BytesIO()
    with Store(folder / "replay.db") as store:
        store.migrate()
        replay([str(file) for file in files], build_flow(), store, out)
    made = [json.loads(line) for line in out.getvalue().splitlines()]
    figures: dict[str, Any] = _score().score(_lines(CORPUS), made)[0]
    return figures


def test_reports_of_one_incident_meet_and_look_alikes_do_not(tmp_path: Path) -> None:
    """Both files in one replay."""
    figures = _figures(CORPUS, tmp_path)

    assert figures["clusters"]["bcubed_f1"] >= 0.97
    assert figures["clusters"]["pair_f1"] >= 0.95
    assert figures["hard_pairs"]["merged"] <= 0.01
    assert figures["alerts"]["duplicates_per_incident"] <= 0.05


@pytest.fixture(scope="module")
def prepared() -> list[Prepared]:
    """Every article of both files, extracted and read once, in order of publication."""
    flow = build_flow()
    articles = sorted((item(line) for line in _lines(CORPUS)), key=lambda one: (one.published or one.received, one.key))
    return [prepare(each, flow) for each in articles]


def _arrived(articles: list[Prepared], folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
    """The incident of each article after they arrived in this order, and the figures."""
    flow, out = build_flow(), []
    with Store(folder / "arrived.db") as store:
        store.migrate()
        with store.transaction():
            results = [settle(each, flow, store, each.item.received) for each in articles]
            out = [line_of(result, result.article_id, store) for result in results]
    figures: dict[str, Any] = _score().score(_lines(CORPUS), out)[0]
    main = {line["id"]: next((one for one in line["incidents"] if one["role"] == "main"), None) for line in out}
    return {ident: str(one["incident"]) if one else ident for ident, one in main.items()}, figures


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_arrival_hardly_matters(tmp_path: Path, prepared: list[Prepared], seed: int) -> None:
    """Late and early reports change places: nearly the same groups, and none worse than a little."""
    shuffled = list(prepared)
    random.Random(seed).shuffle(shuffled)
    for name in ("published", "shuffled"):
        (tmp_path / name).mkdir()

    groups, _ = _arrived(prepared, tmp_path / "published")
    again, figures = _arrived(shuffled, tmp_path / "shuffled")

    assert _adjusted_rand(groups, again) >= 0.96
    assert figures["clusters"]["bcubed_f1"] >= 0.95


def _adjusted_rand(one: dict[str, str], other: dict[str, str]) -> float:
    """Agreement of two groupings of the same articles, 0 where it is chance."""
    both = sum(math.comb(n, 2) for n in Counter((one[ident], other[ident]) for ident in one).values())
    here, there = (sum(math.comb(n, 2) for n in Counter(each.values()).values()) for each in (one, other))
    chance = here * there / math.comb(len(one), 2)
    return (both - chance) / ((here + there) / 2 - chance)


def _grouped(name: str, folder: Path) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The lines of a file of stories of any kind, and the incident of each after a replay that accepts all."""
    out = io.BytesIO()
    with Store(folder / "stories.db") as store:
        store.migrate()
        replay([str(SHARED / "data" / name)], build_flow(accept_all=True), store, out, accept_all=True)
    made = {line["id"]: line["incidents"] for line in map(json.loads, out.getvalue().splitlines())}
    found = {ident: next((str(one["incident"]) for one in told if one["role"] == "main"), ident)
             for ident, told in made.items()}  # fmt: skip
    return _lines([SHARED / "data" / name]), found


def test_stories_of_one_topic_are_told_apart(tmp_path: Path) -> None:
    """Two quakes of one coast, two robberies of one town, told without dates."""
    lines, found = _grouped("cluster_ecbplus.jsonl", tmp_path)
    topics = [(a, b) for a, b in combinations(lines, 2) if a["hard_negative_group"] == b["hard_negative_group"]]
    others = [(a, b) for a, b in topics if a["cluster"] != b["cluster"]]
    named, of = defaultdict(set), defaultdict(set)
    for line in lines:
        named[line["cluster"]].add(line["id"])
        of[found[line["id"]]].add(line["id"])
    shared = [len(named[line["cluster"]] & of[found[line["id"]]]) for line in lines]
    precision = sum(n / len(of[found[line["id"]]]) for n, line in zip(shared, lines, strict=True)) / len(lines)
    recall = sum(n / len(named[line["cluster"]]) for n, line in zip(shared, lines, strict=True)) / len(lines)

    assert sum(found[a["id"]] == found[b["id"]] for a, b in others) <= 0.02 * len(others)
    assert 2 * precision * recall / (precision + recall) >= 0.88


def test_reports_of_one_shooting_meet_within_a_week(tmp_path: Path) -> None:
    """Pairs of articles at most seven days apart, of 1,560 shootings in one country that read much alike."""
    lines, found = _grouped("cluster_gva.jsonl", tmp_path)
    dated = [(date.fromisoformat(line["date"][:10]), line) for line in lines if line["date"]]
    near = [(a, b) for (one, a), (other, b) in combinations(dated, 2) if abs((one - other).days) <= 7]
    same = [a["cluster"] == b["cluster"] for a, b in near]
    joined = [found[a["id"]] == found[b["id"]] for a, b in near]
    both = sum(one and other for one, other in zip(same, joined, strict=True))

    assert 2 * both / (sum(same) + sum(joined)) >= 0.8
