"""The OpenAPI document of the API, kept beside the code it describes; a test holds both together."""

from __future__ import annotations

from typing import Any

from monitor import __version__
from monitor.alerts.named import FAMILIES, NOWHERE
from monitor.alerts.regions import COUNTRY
from monitor.taxonomy import TYPES
from monitor.web.api import MOST, SOME_TEXT, Pushed
from monitor.web.filters import LENGTHS, MAX_PAGE, SPANS, STATES


def _query(name: str, schema: dict[str, Any], told: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": told}


_FILTER = [
    _query("q", {"type": "string", "maxLength": LENGTHS["q"]}, "words in headline, place, parties, sources, titles"),
    _query("since", {"type": "string", "enum": list(SPANS)}, "changed within; 7d where not given"),
    _query("type", {"type": "string", "enum": list(TYPES)}, "escalation type"),
    _query("family", {"type": "string", "enum": list(FAMILIES)}, "family of types"),
    _query("severity", {"type": "number", "minimum": 0, "maximum": 10}, "at least this severe"),
    _query(
        "country",
        {"type": "string", "enum": [*COUNTRY, NOWHERE]},
        "ISO 3166 alpha-2, or the English name; XZ for the high seas and unknown",
    ),
    _query("actor", {"type": "string", "maxLength": LENGTHS["actor"]}, "a party's name"),
    _query("source", {"type": "string", "maxLength": LENGTHS["source"]}, "an outlet's or source's name"),
    _query("state", {"type": "string", "enum": [value for value, _ in STATES]}, "open and retracted where not given"),
    _query("limit", {"type": "integer", "minimum": 1, "maximum": MOST}, "at most so many; 50 where not given"),
    _query("page", {"type": "integer", "minimum": 0, "maximum": MAX_PAGE}, "which page, from 0"),
]
_TEXT = {"type": ["string", "null"]}
_NUMBER = {"type": ["number", "null"]}
_WHOLE = {"type": ["integer", "null"]}
_NAMES = {"type": "array", "items": {"type": "string"}}
_INCIDENT = {
    "type": "object",
    "required": ["id", "version", "type", "family", "modality", "grade", "state", "severity", "headline"],
    "properties": {
        "id": {"type": "string"},
        "version": {"type": "integer"},
        "type": {"type": "string"},
        "family": {"type": "string"},
        "modality": {"type": "string"},
        "grade": {"type": "string"},
        "state": {"type": "string"},
        "severity": {"type": "number", "minimum": 0, "maximum": 10},
        "headline": {"type": "string"},
        "date": _TEXT,
        "date_to": _TEXT,
        "date_precision": _TEXT,
        "date_inferred": {"type": ["boolean", "null"]},
        "place": _TEXT,
        "place_precision": _TEXT,
        "country": _TEXT,
        "country_name": _TEXT,
        "lat": _NUMBER,
        "lon": _NUMBER,
        "actors": _NAMES,
        "targets": _NAMES,
        "weapon": _TEXT,
        "killed": _WHOLE,
        "wounded": _WHOLE,
        "claimed_by": _TEXT,
        "independent": {"type": "integer"},
        "reports": {"type": "integer"},
        "first_report": _TEXT,
        "last_change": _TEXT,
    },
}
_ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}

_MISASKED = {
    "type": "object",
    "required": ["error", "parameter"],
    "properties": {"error": {"type": "string"}, "parameter": {"type": "string"}},
}


def _answer(told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": told, "content": {"application/json": {"schema": schema}}}


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    pushed = Pushed.model_json_schema(ref_template="#/components/schemas/{model}")
    pushed["anyOf"] = [
        {"required": [name], "properties": {name: {"type": "string", "pattern": SOME_TEXT}}}
        for name in ("title", "text", "html")
    ]
    refused = {"401": _answer("a token is needed", _ERROR), "503": _answer("busy; try again", _ERROR)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Escalation monitor",
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": {
            "/api/v1/incidents": {
                "get": {
                    "operationId": "listIncidents",
                    "summary": "Incidents, latest change first",
                    "parameters": _FILTER,
                    "responses": {
                        "200": _answer(
                            "incidents that fit",
                            {
                                "type": "object",
                                "required": ["incidents", "total"],
                                "properties": {
                                    "incidents": {"type": "array", "items": {"$ref": "#/components/schemas/Incident"}},
                                    "total": {"type": "integer", "description": "at most 2,000 are counted"},
                                },
                            },
                        ),
                        "400": _answer("a parameter asks for what there is not", _MISASKED),
                        **refused,
                    },
                }
            },
            "/api/v1/incidents/{incident}": {
                "get": {
                    "operationId": "getIncident",
                    "summary": "One incident with its reports and claims; a merged id gives its survivor",
                    "parameters": [
                        {
                            "name": "incident",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string", "minLength": 1},
                        }
                    ],
                    "responses": {
                        "200": _answer("the incident", {"$ref": "#/components/schemas/Incident"}),
                        "404": _answer("there is none", _ERROR),
                        **refused,
                    },
                }
            },
            "/api/v1/articles": {
                "post": {
                    "operationId": "pushArticles",
                    "summary": "Take in one article or up to 100; the same again changes nothing",
                    "requestBody": {
                        "required": True,
                        "content": {
                            "application/json": {
                                "schema": {
                                    "oneOf": [
                                        {"$ref": "#/components/schemas/Article"},
                                        {
                                            "type": "array",
                                            "minItems": 1,
                                            "maxItems": 100,
                                            "items": {"$ref": "#/components/schemas/Article"},
                                        },
                                    ]
                                }
                            }
                        },
                    },
                    "responses": {
                        "200": _answer(
                            "what became of each",
                            {
                                "type": "object",
                                "required": ["articles"],
                                "properties": {"articles": {"type": "array", "items": {"type": "object"}}},
                            },
                        ),
                        "400": _answer("no JSON", _ERROR),
                        "408": _answer("did not come to its end", _ERROR),
                        "413": _answer("too large", _ERROR),
                        "422": _answer("does not fit", _ERROR),
                        **refused,
                    },
                }
            },
        },
        "components": {
            "schemas": {"Incident": _INCIDENT, "Article": pushed},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }
