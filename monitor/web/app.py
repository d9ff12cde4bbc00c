"""The application: routes, and nothing reachable that is not listed here."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from monitor.errors import StoreError
from monitor.web import Intake, api, pages
from monitor.web.guard import Access, Guard
from monitor.web.openapi import document
from monitor.web.pages import Site


def build(site: Site, access: Access, *, intake: Intake | None = None) -> Starlette:
    """The whole page over `site.store`, guarded by `access`."""
    static = StaticFiles(directory=Path(__file__).parent / "static")
    routes = [
        Route("/", pages.now),
        Route("/incidents/{incident}", pages.incident),
        Route("/incidents/{incident}/{action}", _with_form(pages.act), methods=["POST"]),
        Route("/regions", pages.regions),
        Route("/regions/{country}", pages.region),
        Route("/digests", pages.digests),
        Route("/digests/next/{recipient}", pages.digest_body),
        Route("/messages/{message}", pages.digest_body),
        Route("/deliveries", pages.sent),
        Route("/sources", pages.sources),
        Route("/rules", pages.rules),
        Route("/login", pages.login_page, methods=["GET"]),
        Route("/login", _with_form(pages.login), methods=["POST"]),
        Route("/events", api.stream),
        Route("/feed.atom", api.atom),
        Route("/feed.json", api.json_feed),
        Route("/incidents.geojson", api.geojson),
        Route("/incidents.csv", api.table),
        Route("/metrics", api.metrics),
        Route("/live", lambda request: PlainTextResponse("ok")),
        Route("/articles", _with_body(api.push), methods=["POST"]),
        Route("/api/v1/articles", _with_body(api.push), methods=["POST"]),
        Route("/api/v1/incidents", api.listing),
        Route("/api/v1/incidents/{incident}", api.single),
        Route("/api/v1/openapi.json", lambda request: JSONResponse(document())),
        Mount("/static", static),
    ]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(Guard, access=access, sessions=site.sessions),
            Middleware(GZipMiddleware, minimum_size=2_000),
        ],
        exception_handlers={
            HTTPException: _refused,
            StoreError: _busy,
            sqlite3.OperationalError: _busy,
        },
    )
    app.state.site = site
    app.state.intake = intake
    app.state.streams = 0
    app.state.closing = False
    return app


Page = Callable[[Request, Mapping[str, str]], Response]


def _with_form(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """A page that is given its form's text fields; the page itself runs beside the loop."""

    async def answer(request: Request) -> Response:
        try:
            body = await request.body()
            pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20)
        except ClientDisconnect:
            return PlainTextResponse("The form is too large.", 413)
        except ValueError:
            return PlainTextResponse("This is no form of the monitor's.", 400)
        return await to_thread.run_sync(page, request, dict(pairs))

    return answer


def _with_body(page: Callable[[Request, bytes], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            body = await request.body()
        except ClientDisconnect:
            return JSONResponse({"error": "the body is too large"}, 413)
        return await to_thread.run_sync(page, request, body)

    return answer


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": error.detail}, error.status_code, error.headers)
    site: Site = request.app.state.site
    return site.page(
        request, "error.html", str(error.detail), status=error.status_code, text="There is nothing here.", back=None
    )


def _busy(request: Request, error: Exception) -> Response:
    """The database did not answer: say so at once, rather than hang."""
    headers: dict[str, Any] = {"retry-after": "5"}
    text = "The database is busy or out of reach; what is stored is safe. Try again in a few seconds."
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": text}, 503, headers)
    return PlainTextResponse(text, 503, headers)
