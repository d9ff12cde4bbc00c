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


def test_a_known_incident_is_told_as_the_document_says(reader: Store) -> None:
    """Made-up ids find nothing: the answer with reports and claims is held to its schema by a real one."""
    site = Site(store=reader, sessions=Sessions(None), clock=lambda: NOW)
    document = schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", build(site, Access(port=80)), headers={"Host": "localhost"}
    )
    one = document["/api/v1/incidents/{incident}"]["GET"]

    answer = one.Case(path_parameters={"incident": "2024-05-23-kharkiv-0"}).call_and_validate(
        headers={"Host": "localhost"}
    )

    assert answer.status_code == 200


def test_no_broken_query_is_a_server_error(reader: Store) -> None:
    """What goes against the document is refused; never a 5xx. Broken bodies: see test_pages."""
    site = Site(store=reader, sessions=Sessions(None), clock=lambda: NOW)
    document = schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", build(site, Access(port=80)), headers={"Host": "localhost"}
    )
    listing = document["/api/v1/incidents"]["GET"]

    @settings(max_examples=80, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=listing.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE))
    def hold(case: Any) -> None:
        answer = case.call(headers={"Host": "localhost"})
        assert answer.status_code < 500, answer.text

    hold()
