"""The application: routes, and nothing reachable that is not listed here."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from anyio import fail_after, move_on_after, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from monitor.errors import StoreError
from monitor.web import Intake, api, incident, metrics, now, pages
from monitor.web.filters import Misasked
from monitor.web.guard import Access, Guard
from monitor.web.openapi import document
from monitor.web.site import PAGES, Site

#: a view that is not there by then is answered as it was last seen, or refused
PATIENCE_S = 1.6
#: exports, rehearsals and previews may work longer
WORK_S = 20.0
#: a body that is not there by then keeps its place from others
BODY_S = 20.0


def build(site: Site, access: Access, *, intake: Intake | None = None) -> Starlette:
    """The whole page over `site.store`, guarded by `access`."""
    static = StaticFiles(directory=Path(__file__).parent / "static")
    routes = [
        Route("/", _view(now.now)),
        Route("/incidents/{incident}", _view(incident.incident)),
        Route("/incidents/{incident}/{action}", _with_form(incident.act), methods=["POST"]),
        Route("/regions", _view(pages.regions)),
        Route("/regions/{country}", _view(pages.region)),
        Route("/digests", _view(pages.digests)),
        Route("/digests/next/{recipient:path}", _view(pages.digest_body, WORK_S)),
        Route("/messages/{message}", _view(pages.digest_body)),
        Route("/deliveries", _view(pages.sent)),
        Route("/sources", _view(pages.sources)),
        Route("/rules", _view(pages.rules, WORK_S)),
        Route("/login", pages.login_page, methods=["GET"]),
        Route("/login", _with_form(pages.login), methods=["POST"]),
        Route("/events", api.stream),
        Route("/feed.atom", _view(api.atom, WORK_S)),
        Route("/feed.json", _view(api.json_feed, WORK_S)),
        Route("/incidents.geojson", _view(api.geojson, WORK_S)),
        Route("/incidents.csv", _view(api.table, WORK_S)),
        Route("/metrics", _view(metrics.metrics)),
        Route("/live", lambda request: PlainTextResponse("ok")),
        Route("/articles", _with_body(api.push), methods=["POST"]),
        Route("/api/v1/articles", _with_body(api.push), methods=["POST"]),
        Route("/api/v1/incidents", _view(api.listing)),
        Route("/api/v1/incidents/{incident}", _view(api.single)),
        Route("/api/v1/openapi.json", lambda request: JSONResponse(document())),
        Mount("/static", static),
    ]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(Guard, access=access, sessions=site.sessions),
            Middleware(GZipMiddleware, minimum_size=2_000, compresslevel=5),
        ],
        exception_handlers={
            HTTPException: _refused,
            Misasked: _misasked,
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


def _view(
    page: Callable[[Request], Response], patience_s: float | None = None
) -> Callable[[Request], Awaitable[Response]]:
    """A page that is made beside the loop and waited for only so long: whoever asks never hangs."""

    async def answer(request: Request) -> Response:
        with move_on_after(patience_s or PATIENCE_S):
            return await to_thread.run_sync(page, request, abandon_on_cancel=True)
        return _busy(request, TimeoutError())

    return answer


def _with_form(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """A page that is given its form's text fields; the page itself runs beside the loop."""

    async def answer(request: Request) -> Response:
        try:
            with fail_after(BODY_S):
                body = await request.body()
            pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20)
        except ClientDisconnect:
            return PlainTextResponse("The form is too large.", 413, {"connection": "close"})
        except TimeoutError:
            return PlainTextResponse("The form did not come to its end.", 408, {"connection": "close"})
        except ValueError:
            return PlainTextResponse("This is no form of the monitor's.", 400)
        return await to_thread.run_sync(page, request, dict(pairs))

    return answer


def _with_body(page: Callable[[Request, bytes], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            with fail_after(BODY_S):
                body = await request.body()
        except ClientDisconnect:
            return JSONResponse({"error": "the body is too large"}, 413, {"connection": "close"})
        except TimeoutError:
            return JSONResponse({"error": "the body did not come to its end"}, 408, {"connection": "close"})
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


def _misasked(request: Request, error: Exception) -> Response:
    """A filter with what there is not: said so, where everything would be taken for the answer."""
    assert isinstance(error, Misasked)
    if request.url.path not in {path for path, _ in PAGES}:
        return JSONResponse({"error": str(error), "parameter": error.parameter}, 400)
    site: Site = request.app.state.site
    return site.page(request, "error.html", "This cannot be asked", status=400, text=str(error), back=None)


def _busy(request: Request, error: Exception) -> Response:
    """The database did not answer: show what was last seen and say so, rather than hang."""
    headers: dict[str, Any] = {"retry-after": "5"}
    text = "The database is busy or out of reach; what is stored is safe. Try again in a few seconds."
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": text}, 503, headers)
    site: Site = request.app.state.site
    seen = site.as_last_seen(request) if request.method == "GET" else None
    if seen is not None:
        return seen
    return PlainTextResponse(text, 503, headers)
