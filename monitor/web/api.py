"""The ways out and in for other programs: feeds, GeoJSON, CSV, a small JSON API, metrics, and pushed articles."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, date, datetime
from datetime import time as clock_time
from typing import Annotated, Any
from urllib.parse import quote

import msgspec
from anyio import sleep, to_thread
from feedgen.feed import FeedGenerator
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from monitor.alerts.regions import country_name
from monitor.alerts.scrub import block, link, one_line
from monitor.alerts.wording import headline_of, source_lines, spell_count, spell_places, spell_when, spell_who
from monitor.errors import MonitorError, StoreError
from monitor.forms import flat
from monitor.store import incidents, views
from monitor.taxonomy import type_of
from monitor.types import Event, Incident, Item
from monitor.web import Intake, present
from monitor.web.filters import Asked, number, parse
from monitor.web.site import Site

MOST = 500
#: streams held open at once; a further one is asked to come back
MAX_STREAMS = 16
#: how often an open stream looks for changes, and how often it says that it is still there
LOOK_S, BEAT_S = 2.0, 15.0


#: anything but spaces, controls and marks without width; spelled out, for what a class of characters means differs
#: between the languages that read the API's document
SOME_TEXT = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"


class Pushed(BaseModel):
    """One article, as another program pushes it. The same shape as a line of `monitor replay`."""

    model_config = ConfigDict(extra="forbid", str_max_length=1_000_000)

    id: Annotated[str, Field(max_length=200)] | None = None
    title: Annotated[str, Field(max_length=2_000)] = ""
    text: str = ""
    html: str = ""
    published: Annotated[date | datetime | None, Field(union_mode="left_to_right")] = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    url: Annotated[str, Field(max_length=2_000)] | None = None


def _asked(request: Request, limit: int) -> tuple[Site, Asked, int]:
    """The filter, and how many are wanted: `limit` where that is not said. Raises Misasked."""
    asked = parse(request.query_params.multi_items(), "limit")
    return request.app.state.site, asked, number("limit", request.query_params.get("limit") or str(limit), 1, MOST)


def _found(request: Request, limit: int = 100) -> tuple[Site, tuple[Incident, ...]]:
    site, asked, limit = _asked(request, limit)
    return site, views.find(site.store, asked.filter(site.clock()), limit, asked.page * limit)


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _summary(incident: Incident) -> str:
    lines = [
        spell_when(incident.when),
        spell_places(incident, present.VOICE),
        spell_who(incident),
        spell_count(incident.killed, "killed"),
        spell_count(incident.wounded, "wounded"),
        f"severity {incident.severity:.1f}, {incident.grade.value}, {incident.independent} independent",
        ", ".join(f"{source.name} {source.url}".strip() for source in source_lines(incident.events)[:6]),
    ]
    return block("\n".join(text for text in lines if text), 2_000)


def atom(request: Request) -> Response:
    """Incidents that fit the filter, as an Atom feed."""
    site, found = _found(request)
    base = _base(request)
    feed = FeedGenerator()
    feed.id(f"{base}{request.url.path}?{request.url.query}")
    feed.title("Escalation monitor: incidents")
    feed.link(href=f"{base}/", rel="alternate")
    feed.updated(max((i.last_change for i in found if i.last_change), default=site.clock()))
    for incident in found:
        entry = feed.add_entry(order="append")
        page = f"{base}/incidents/{quote(incident.id)}"
        entry.id(f"{page}#v{incident.version}")
        entry.title(headline_of(incident, present.VOICE))
        entry.link(href=page)
        entry.updated(incident.last_change or site.clock())
        if incident.first_report:
            entry.published(incident.first_report)
        entry.author(name="escalation monitor")
        entry.category(term=incident.type, label=type_of(incident.type).label)
        entry.content(_summary(incident), type="text")
    return Response(feed.atom_str(pretty=True), media_type="application/atom+xml")


def json_feed(request: Request) -> Response:
    """Incidents that fit the filter, as a JSON Feed 1.1."""
    _, found = _found(request)
    base = _base(request)
    items = [
        {
            "id": f"{incident.id}#v{incident.version}",
            "url": f"{base}/incidents/{quote(incident.id)}",
            "title": headline_of(incident, present.VOICE),
            "content_text": _summary(incident),
            "date_published": incident.first_report.isoformat() if incident.first_report else None,
            "date_modified": incident.last_change.isoformat() if incident.last_change else None,
            "tags": [incident.type, incident.family, *([incident.place.country or ""] if incident.place else [])],
        }
        for incident in found
    ]
    return JSONResponse(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Escalation monitor: incidents",
            "home_page_url": f"{base}/",
            "feed_url": f"{base}/feed.json",
            "items": items,
        },
        media_type="application/feed+json",
    )


def geojson(request: Request) -> Response:
    """Incidents that fit the filter and have a place, as GeoJSON."""
    site, asked, limit = _asked(request, MOST)
    rows = views.listing(site.store, asked.filter(site.clock()), limit, asked.page * limit)
    features = []
    for row in rows:
        if row.lat is None or row.lon is None:
            continue
        line = present.line(row, site.clock())
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [row.lon, row.lat]},
                "properties": {
                    "id": row.id,
                    "headline": line.headline,
                    "type": row.type,
                    "severity": row.severity,
                    "grade": row.grade,
                    "when": line.when,
                    "where": line.where,
                    "class": line.css,
                },
            }
        )
    return JSONResponse({"type": "FeatureCollection", "features": features}, media_type="application/geo+json")


_CSV = ("id", "type", "severity", "grade", "state", "date", "date_to", "place", "country", "lat", "lon", "actors",
        "targets", "weapon", "killed", "wounded", "claimed_by", "independent", "reports", "headline")  # fmt: skip


def _harmless(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, int | float):
        return str(value)
    text = one_line(str(value or ""), 1_000)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def table(request: Request) -> Response:
    """Incidents that fit the filter, as CSV."""
    _, found = _found(request, MOST)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_CSV)
    for incident in found:
        told = brief(incident)
        writer.writerow(
            [_harmless("; ".join(value) if isinstance(value := told[name], list) else value) for name in _CSV]
        )
    return Response(
        out.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="incidents.csv"'},
    )


#: what the API tells of an incident, in this order
_LISTED = tuple(
    """id version type family modality grade state severity headline date date_to date_precision date_inferred place
    place_precision country country_name lat lon actors targets weapon killed wounded claimed_by independent reports
    first_report last_change""".split()
)


def brief(incident: Incident) -> dict[str, Any]:
    """An incident as the API lists it."""
    when, place = incident.when, incident.place
    told = flat(incident) | {
        "date_inferred": when.inferred if when else None,
        "country_name": country_name(place.country) if place else None,
    }
    return {name: told[name] for name in _LISTED}


def _report(event: Event) -> dict[str, Any]:
    return {
        "article": event.article_id,
        "outlet": event.outlet,
        "publisher": event.publisher,
        "wire": event.wire,
        "url": link(event.url) or None,
        "title": event.title,
        "published": event.published.isoformat() if event.published else None,
        "role": event.role.value,
        "type": event.type,
        "modality": event.modality.value,
        "evidence": [{"field": each.field, "text": each.text} for each in event.evidence],
    }


def listing(request: Request) -> Response:
    """GET /api/v1/incidents"""
    site, found = _found(request, 50)
    _, asked, _ = _asked(request, 50)
    return JSONResponse(
        {
            "incidents": [brief(incident) for incident in found],
            "total": views.count(site.store, asked.filter(site.clock())),
        }
    )


def single(request: Request) -> Response:
    """GET /api/v1/incidents/{id}: with reports, claims, severity terms; a merged id gives its survivor."""
    site: Site = request.app.state.site
    found = incidents.resolve(site.store, request.path_params["incident"])
    if found is None:
        return JSONResponse({"error": "there is no such incident"}, 404)
    whole = brief(found) | {
        "severity_terms": [{"name": term.name, "points": term.points} for term in found.severity_terms],
        "claims": [msgspec.to_builtins(claim) for claim in found.claims],
        "reports_list": [_report(event) for event in found.events[:MOST]],
        "linked": list(found.linked),
        "possible_duplicates": list(found.possible_duplicates),
    }
    return JSONResponse(whole)


def push(request: Request, body: bytes) -> Response:
    """POST /api/v1/articles: one article, or a list of at most 100. Taking the same in again changes nothing."""
    site: Site = request.app.state.site
    intake: Intake | None = request.app.state.intake
    if intake is None:
        return JSONResponse({"error": "this page only reads; start it with the daemon"}, 503)
    try:
        given = json.loads(body)
        rows = given if isinstance(given, list) else [given]
        if not 1 <= len(rows) <= 100:
            return JSONResponse({"error": "between 1 and 100 articles a request"}, 422)
        pushed = [Pushed.model_validate(row) for row in rows]
    except ValidationError as error:
        faults = [{"where": list(each["loc"]), "what": each["msg"]} for each in error.errors()[:20]]
        return JSONResponse({"error": "the articles do not fit", "faults": faults}, 422)
    except (ValueError, RecursionError):
        return JSONResponse({"error": "the body is no JSON"}, 400)
    if any(not re.search(SOME_TEXT, each.text + each.html + each.title) for each in pushed):
        return JSONResponse({"error": "an article needs a title, a text or html"}, 422)
    try:
        items = [_item(each, site.clock()) for each in pushed]
    except OverflowError:
        return JSONResponse({"error": "published lies beyond the years 1 to 9999 of UTC"}, 422)
    try:
        answers = intake.accept(items)
    except MonitorError as error:
        return JSONResponse({"error": one_line(str(error), 300)}, 503, {"retry-after": "30"} if error.again else None)
    return JSONResponse({"articles": list(answers)})


def _item(pushed: Pushed, now: datetime) -> Item:
    key = (
        one_line(pushed.id or "", 200)
        or hashlib.blake2b(
            "\0".join((pushed.url or "", pushed.title, pushed.text or pushed.html)).encode(errors="replace"),
            digest_size=16,
        ).hexdigest()
    )
    published: datetime | None = None
    precision = "unknown"
    if isinstance(pushed.published, datetime):
        given = pushed.published
        published = given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
        precision = "minute"
    elif pushed.published is not None:
        published, precision = datetime.combine(pushed.published, clock_time(), UTC), "day"
    return Item(
        source="api",
        key=key,
        subject=link(pushed.url) or one_line(pushed.title, 120) or key,
        received=now,
        title=pushed.title,
        text=pushed.text,
        html=pushed.html,
        outlet=pushed.outlet,
        url=pushed.url,
        published=published,
        published_precision=precision,
    )


async def stream(request: Request) -> Response:
    """Server-sent events: `state`, whenever any incident has changed."""
    app = request.app
    if app.state.streams >= MAX_STREAMS:
        return JSONResponse({"error": "too many open streams"}, 503, {"retry-after": "10"})
    site: Site = app.state.site

    async def told() -> AsyncIterator[str]:
        known, quiet = "", 0.0
        yield "retry: 5000\n\n"
        while not app.state.closing:
            state = known
            with suppress(StoreError, sqlite3.OperationalError):  # busy: it is asked again at the next look
                state = await to_thread.run_sync(views.revision, site.store)
            if state != known:
                known, quiet = state, 0.0
                yield f"event: state\ndata: {state}\n\n"
            elif quiet >= BEAT_S:
                quiet = 0.0
                yield ": still here\n\n"
            await sleep(LOOK_S)
            quiet += LOOK_S

    return _Counted(told(), media_type="text/event-stream")


class _Counted(StreamingResponse):
    """Counts from the moment it is granted: of many that come together none slips in between."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope["app"].state
        state.streams += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            state.streams -= 1
