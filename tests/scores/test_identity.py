"""How well reports are gathered into incidents, on labelled articles kept beside the repository."""

from __future__ import annotations

import importlib.util
import io
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from monitor.engine.replay import replay
from monitor.pipeline import build_flow
from monitor.store import Store

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


def _figures(files: list[Path], folder: Path) -> dict[str, Any]:
    out = io.BytesIO()
    with Store(folder / "replay.db") as store:
        store.migrate()
        replay([str(file) for file in files], build_flow(), store, out)
    made = [json.loads(line) for line in out.getvalue().splitlines()]
    gold = [json.loads(line) for file in CORPUS for line in file.read_text(encoding="utf-8").splitlines()]
    figures: dict[str, Any] = _score().score(gold, made)[0]
    return figures


def test_reports_of_one_incident_meet_and_look_alikes_do_not(tmp_path: Path) -> None:
    """Both files in one replay."""
    figures = _figures(CORPUS, tmp_path)

    assert figures["clusters"]["bcubed_f1"] >= 0.97
    assert figures["clusters"]["pair_f1"] >= 0.95
    assert figures["hard_pairs"]["merged"] <= 0.01
    assert figures["alerts"]["duplicates_per_incident"] <= 0.05


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_lines_hardly_matters(tmp_path: Path, seed: int) -> None:
    """Shuffled files give nearly the same groups."""
    lines = [line for file in CORPUS for line in file.read_text(encoding="utf-8").splitlines()]
    random.Random(seed).shuffle(lines)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("\n".join(lines) + "\n", encoding="utf-8")

    figures = _figures([shuffled], tmp_path)

    assert figures["clusters"]["bcubed_f1"] >= 0.95
