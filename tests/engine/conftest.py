"""What the tests of the engine share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.config import Config
from monitor.store import Store
from tests.engine.driving import Run
from tests.engine.rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    made = Rig(tmp_path)
    yield made
    made.close()


@pytest.fixture
def drive(store: Store) -> Iterator[Callable[[Config], Run]]:
    runs: list[Run] = []

    def make(config: Config) -> Run:
        runs.append(Run(store, config))
        return runs[-1]

    yield make
    for run in runs:
        run.courier.stop(0.1)
