"""What the tests of the sources share: a folder, a server that misbehaves, and processes that can be killed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from monitor.sources import HttpOptions
from monitor.sources.http import Fetcher
from monitor.sources.worker import Worker
from tests.faults.hub import Hub


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as served:
        yield served


@pytest.fixture
def fetcher() -> Fetcher:
    """Lets loopback through, as the operator may, and waits two seconds at most."""
    return Fetcher(HttpOptions(allow_networks=("127.0.0.0/8",), deadline_s=2.0))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(processes=1, timeout_s=10.0) as pool:
        yield pool
