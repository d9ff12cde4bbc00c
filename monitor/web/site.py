"""What every page needs: templates, the store, and how a page is put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from monitor.alerts.rehearse import Rehearsal
from monitor.store import Store
from monitor.store.trends import Tally
from monitor.taxonomy import TYPES
from monitor.web import Desk
from monitor.web.guard import Sessions

HERE = Path(__file__).parent
PAGES = (
    ("/", "Now"),
    ("/regions", "Regions"),
    ("/digests", "Digests"),
    ("/deliveries", "Deliveries"),
    ("/sources", "Sources"),
    ("/rules", "Rules"),
)
#: how long counts over 90 days are kept
COUNTS_S = 30
#: views remembered for when the database does not answer
LAST_SEEN = 40


def _stamp(at: datetime | str) -> str:
    """'2026-06-01 12:00', of a moment or of one as the store writes it."""
    return (at if isinstance(at, str) else at.isoformat())[:16].replace("T", " ")


@cache
def static(name: str) -> str:
    """The address of a file of the page's own, different whenever the file is: browsers keep it for good."""
    mark = hashlib.blake2b((HERE / "static" / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?v={mark}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """What of the configuration the pages tell; another one, where it is read again."""

    recipients: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()  #: (name, in words)
    preview_digest: Callable[[str], str] | None = None  #: recipient -> HTML of the next digest
    rehearse: Callable[[timedelta], Rehearsal] | None = None


@dataclass(kw_only=True)
class Site:
    """What every page needs. `clock` gives the present as an aware UTC datetime."""

    store: Store
    sessions: Sessions
    clock: Callable[[], datetime]
    desk: Desk | None = None
    in_force: Callable[[], InForce] = InForce
    folders: tuple[str, ...] = ()  #: what is watched, as configured
    tally: Tally | None = None  #: articles counted so far, for the metrics
    retype_to: tuple[tuple[str, str], ...] = tuple((row.name, row.label) for row in TYPES.values())

    def __post_init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters["quoted"] = lambda text: quote(str(text), safe="")
        self._env.filters["stamp"] = _stamp
        self._env.globals["static"] = static
        self._kept: dict[str, tuple[float, Any]] = {}
        self._seen: dict[str, tuple[datetime, str, str, Mapping[str, Any]]] = {}

    def page(self, request: Request, name: str, heading: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page of the site."""
        if request.method == "GET" and status == 200:
            self._remember(str(request.url), name, heading, values)
        return HTMLResponse(self._html(request, name, heading, values), status)

    def as_last_seen(self, request: Request) -> HTMLResponse | None:
        """The page as it was when it could last be made, marked so; None where nobody has looked at it yet."""
        found = self._seen.get(str(request.url))
        if found is None:
            return None
        at, name, heading, values = found
        stale = f"The database does not answer. This is how it stood at {at:%H:%M} UTC on {at:%d %b}."
        return HTMLResponse(self._html(request, name, heading, {**values, "stale": stale}))

    def _remember(self, address: str, name: str, heading: str, values: Mapping[str, Any]) -> None:
        self._seen.pop(address, None)
        while len(self._seen) >= LAST_SEEN:
            self._seen.pop(next(iter(self._seen)), None)
        self._seen[address] = (self.clock(), name, heading, values)

    def _html(self, request: Request, name: str, heading: str, values: Mapping[str, Any]) -> str:
        standing = {
            "heading": heading,
            "pages": PAGES,
            "here": "/" + request.url.path.strip("/").split("/")[0],
            "stale": None,
            "feed_query": "",
            "form_token": self.sessions.form_token,
            "can_act": self.desk is not None,
        }
        return self._env.get_template(name).render(standing | dict(values))

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """The value of `make`, up to COUNTS_S old."""
        now = self.clock().timestamp()
        found = self._kept.get(key)
        if found is None or not now - COUNTS_S < found[0] <= now:
            if len(self._kept) > 500:
                self._kept.clear()
            found = self._kept[key] = (now, make())
        return found[1]


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def missing(request: Request, text: str) -> Response:
    """404, in words."""
    return site_of(request).page(request, "error.html", "Not found", status=404, text=text, back=None)
