"""The API against its own OpenAPI document: whatever is asked, no server error and no answer outside the contract."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from monitor.store import Store
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.site import Site

from .conftest import NOW
from .test_pages import FakeIntake

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_no_request_breaks_the_contract(reader: Store) -> None:
    """No 5xx, no undocumented status, every body as its schema says."""
    site = Site(store=reader, sessions=Sessions(None), clock=lambda: NOW)
    app = build(site, Access(port=80), intake=FakeIntake())
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"Host": "localhost"})
    asked = 0

    for operation in document.get_all_operations():

        @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def hold(case: Any) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(headers={"Host": "localhost"})

        hold()

    assert asked >= 100
