"""The pages people look at. Each is a function from a request to a response; what they show is made in `present`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from monitor.alerts.regions import country_name
from monitor.alerts.rehearse import Rehearsal
from monitor.alerts.scrub import host, link, one_line
from monitor.alerts.wording import change_text, headline_of, source_lines
from monitor.errors import MonitorError
from monitor.incidents.history import context_lines
from monitor.store import Store, articles, cursors, deliveries, incidents, views
from monitor.taxonomy import TYPES, type_of
from monitor.types import Incident, SourceState
from monitor.web import Desk, Effect, present
from monitor.web.filters import FAMILIES, SEVERITIES, SPANS, Asked, parse
from monitor.web.guard import COOKIE, SESSION_S, Sessions

PAGES = (
    ("/", "Now"),
    ("/regions", "Regions"),
    ("/digests", "Digests"),
    ("/deliveries", "Deliveries"),
    ("/sources", "Sources"),
    ("/rules", "Rules"),
)
ACTIONS = ("merge", "split", "retype", "dismiss", "note", "mute", "undo")
A_PAGE = 50
#: how long counts over 90 days are kept
COUNTS_S = 30


@dataclass(kw_only=True)
class Site:
    """What every page needs. `clock` gives the present as an aware UTC datetime."""

    store: Store
    sessions: Sessions
    clock: Callable[[], datetime]
    desk: Desk | None = None
    preview_digest: Callable[[str], str] | None = None  #: recipient -> HTML of the next digest
    recipients: tuple[str, ...] = ()
    rehearse: Callable[[timedelta], Rehearsal] | None = None
    rules: tuple[tuple[str, str], ...] = ()  #: (name, in words)
    retype_to: tuple[tuple[str, str], ...] = tuple((row.name, row.label) for row in TYPES.values())

    def __post_init__(self) -> None:
        self._env = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
        )
        self._env.filters["quoted"] = lambda text: quote(str(text), safe="")
        self._kept: dict[str, tuple[float, Any]] = {}

    def page(self, request: Request, name: str, heading: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page of the site."""
        html = self._env.get_template(name).render(
            **{
                "heading": heading,
                "pages": PAGES,
                "here": "/" + request.url.path.strip("/").split("/")[0],
                "stale": None,
                "feed_query": "",
                "form_token": self.sessions.form_token,
                "can_act": self.desk is not None,
            }
            | values
        )
        return HTMLResponse(html, status)

    def kept(self, key: str, make: Callable[[], Any]) -> Any:
        """The value of `make`, up to COUNTS_S old."""
        now = self.clock().timestamp()
        found = self._kept.get(key)
        if found is None or not now - COUNTS_S < found[0] <= now:
            if len(self._kept) > 500:
                self._kept.clear()
            found = self._kept[key] = (now, make())
        return found[1]


def _site(request: Request) -> Site:
    site: Site = request.app.state.site
    return site


def now(request: Request) -> Response:
    """The list and the map, filtered."""
    site = _site(request)
    asked = parse(request.query_params.multi_items())
    moment = site.clock()
    wanted = asked.filter(moment)
    total = views.count(site.store, wanted)
    rows = views.listing(site.store, wanted, limit=A_PAGE, offset=asked.page * A_PAGE)
    query = asked.query()
    shown = replace(asked, page=0)
    return site.page(
        request,
        "now.html",
        "Incidents now",
        filter=asked,
        rows=[present.line(row, moment) for row in rows],
        total=total,
        capped=total >= views.MAX_COUNT,
        described=asked.described(),
        feed_query=query,
        newer=(shown.query(page=asked.page - 1) or "/") if asked.page else None,
        older=shown.query(page=asked.page + 1) if (asked.page + 1) * A_PAGE < total else None,
        choices=_choices(site, moment),
        hours=site.kept("hours", lambda: _hours(site.store, moment)),
        by_type=site.kept("by_type", lambda: _by_type(site.store, moment)),
        coverage=_coverage(site, moment) if not rows else "",
    )


def _choices(site: Site, moment: datetime) -> Mapping[str, Any]:
    found = site.kept("countries", lambda: views.countries(site.store, moment))
    named = sorted((country_name(code), code) for code, _ in found)
    return {
        "since": [(value, label) for value, (label, _) in SPANS.items()],
        "types": [(row.name, row.label) for row in TYPES.values()],
        "families": [(name, name.replace("_", " ")) for name in FAMILIES],
        "severity": SEVERITIES,
        "countries": [*((code, name) for name, code in named), ("XZ", "high seas, unknown")],
    }


def _hours(store: Store, moment: datetime) -> present.Chart:
    counts = views.hours(store, moment)
    days = views.daily(store, moment)
    usual = sum(days.values()) / (24 * max(1, min(views.BASELINE_DAYS, len(days))))
    return present.chart([(f"{hour:%d %b %H}h", n) for hour, n in counts], usual, unit="hour")


def _by_type(store: Store, moment: datetime) -> list[dict[str, Any]]:
    return [
        {
            "label": type_of(name).label,
            "n": n,
            "usual": usual,
            "burst": n >= 3 and n > 3 * max(usual, 0.5),
            "link": f"/?type={name}",
        }
        for name, n, usual in views.by_type(store, moment)
    ]


def _coverage(site: Site, moment: datetime) -> str:
    found = cursors.coverage(site.store, moment - timedelta(hours=24), moment)
    return (
        f"In the last 24 hours {found.read} articles were read from {found.healthy} of {found.feeds} feeds in health; "
        f"{len(found.failing)} failing, {len(found.silent)} silent."
    )


def incident(request: Request) -> Response:
    """All about one incident."""
    site = _site(request)
    asked = request.path_params["incident"]
    found = incidents.resolve(site.store, asked)
    if found is None:
        return _missing(site, request, f"There is no incident {one_line(asked, 80)}.")
    if found.id != asked:
        return RedirectResponse(f"/incidents/{quote(found.id)}", 301)
    moment = site.clock()
    place = found.place
    near = incidents.near_in_time(site.store, found)
    return site.page(
        request,
        "incident.html",
        headline_of(found, present.VOICE),
        incident=found,
        css=present.css_of(found.severity),
        label=type_of(found.type).label,
        fields=present.fields_of(found),
        terms=found.severity_terms,
        context=context_lines(found, near),
        claims=found.claims,
        reports=_reports(site.store, found),
        sources=source_lines(found.events),
        decisions=_decisions(site.store, found),
        timeline=_timeline(site.store, found),
        history=views.at_place(site.store, place.name, place.country, but=found.id) if place else (),
        doubles=[other for each in found.possible_duplicates if (other := incidents.get(site.store, each))],
        linked=[other for each in found.linked if (other := incidents.get(site.store, each))],
        told=_told(site.store, found),
        changed=present.ago(found.last_change, moment),
        retype_to=site.retype_to,
    )


def _reports(store: Store, found: Incident) -> list[dict[str, Any]]:
    shown = []
    for event in found.events[:40]:
        article = articles.of_article(store, event.article_id)
        url = link(event.url)
        shown.append(
            {
                "event": event,
                "by": present.told_by(event),
                "url": url,
                "host": host(url) if url else "",
                "pieces": present.marked(article.document, event.evidence) if article else (),
            }
        )
    return shown


def _decisions(store: Store, found: Incident) -> list[dict[str, Any]]:
    shown = []
    for event in found.events[:40]:
        decision = incidents.decision(store, event.id)
        if decision is not None:
            shown.append({"by": present.told_by(event), "decision": decision})
    return shown


def _timeline(store: Store, found: Incident) -> list[dict[str, Any]]:
    steps = []
    for event in found.events[:200]:
        decision = incidents.decision(store, event.id)
        if decision is None:
            continue
        changes = [change_text(change) for change in decision.changes]
        if changes or decision.verdict.value in ("new", "correction", "retraction"):
            steps.append(
                {
                    "at": event.received,
                    "verdict": decision.verdict.value,
                    "changes": changes,
                    "by": present.told_by(event),
                }
            )
    return steps


def _told(store: Store, found: Incident) -> list[dict[str, str]]:
    rows = store.execute(
        "SELECT recipient, mode, reason, at FROM dispatch WHERE incident_id = ? ORDER BY at DESC LIMIT 20", (found.id,)
    )
    return [dict(zip(("recipient", "mode", "reason", "at"), row, strict=True)) for row in rows]


def act(request: Request, form: Mapping[str, str]) -> Response:
    """An operator's action: first shown with its effect, then, confirmed, done."""
    site = _site(request)
    asked, action = request.path_params["incident"], request.path_params["action"]
    if site.desk is None or action not in ACTIONS:
        return _missing(site, request, "This page only reads.")
    if form.get("form_token") != site.sessions.form_token:
        return PlainTextResponse("This form is out of date; go back, load the page again and repeat.", 403)
    values = {name: one_line(value, 500) for name, value in form.items() if name not in ("form_token", "confirmed")}
    try:
        if form.get("confirmed") != "yes":
            effect = site.desk.preview(action, asked, values)
            return site.page(
                request, "confirm.html", "Is this meant?", action=action, incident=asked, values=values, effect=effect
            )
        effect = site.desk.do(action, asked, values)
    except MonitorError as error:
        return site.page(
            request, "error.html", "That cannot be done", status=409, text=one_line(str(error), 500), back=asked
        )
    return _done(site, request, effect, asked)


def _done(site: Site, request: Request, effect: Effect, asked: str) -> Response:
    return site.page(request, "done.html", "Done", effect=effect, incident=effect.incident or asked)


def digests(request: Request) -> Response:
    """What was sent in digests, and what the next one would say."""
    site = _site(request)
    rows = site.store.execute(
        "SELECT d.recipient, d.slot, d.message_id, m.subject, d.made FROM digest d JOIN message m "
        "ON m.id = d.message_id ORDER BY d.made DESC LIMIT 60"
    )
    names = ("recipient", "slot", "id", "subject", "made")
    past = [dict(zip(names, row, strict=True)) for row in rows]
    return site.page(request, "digests.html", "Digests", past=past, recipients=site.recipients)


def digest_body(request: Request) -> Response:
    """One message's HTML, alone in a sealed frame: its own styles, no script, nothing from outside."""
    site = _site(request)
    if "recipient" in request.path_params:
        name = request.path_params["recipient"]
        if site.preview_digest is None or name not in site.recipients:
            return _missing(site, request, "There is no such recipient.")
        html = site.preview_digest(name)
    else:
        message = deliveries.find_message(site.store, request.path_params["message"])
        if message is None:
            return _missing(site, request, "There is no such message.")
        html = message.html
        for picture in message.pictures:
            import base64

            data = f"data:{picture.media};base64,{base64.b64encode(picture.data).decode()}"
            html = html.replace(f"cid:{picture.name}", data)
    return HTMLResponse(
        html,
        headers={
            "content-security-policy": (
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; "
                "base-uri 'none'; form-action 'none'"
            ),
            "x-frame-options": "SAMEORIGIN",
        },
    )


def sent(request: Request) -> Response:
    """Deliveries with their outcome."""
    site = _site(request)
    state = request.query_params.get("state")
    state = state if state in ("waiting", "sending", "sent", "dead") else None
    return site.page(
        request,
        "deliveries.html",
        "Deliveries",
        rows=deliveries.listing(site.store, state, 200),
        counts=deliveries.counts(site.store),
        channels=deliveries.channel_states(site.store).values(),
        mutes=deliveries.mutes(site.store, site.clock()),
        state=state,
    )


def sources(request: Request) -> Response:
    """How every source stands, and what of the world was looked at."""
    site = _site(request)
    moment = site.clock()
    found = cursors.feeds(site.store)
    order = [SourceState.FAILING, SourceState.SILENT, SourceState.PAUSED, SourceState.NEW, SourceState.HEALTHY]
    rows = sorted(found, key=lambda cursor: (order.index(cursor.state), cursor.name))[:1000]
    return site.page(
        request,
        "sources.html",
        "Sources",
        feeds=[
            {
                "cursor": cursor,
                "success": present.ago(cursor.last_success, moment),
                "new": present.ago(cursor.last_new, moment),
                "gap": f"{cursor.usual_gap_s / 3600:.1f} h" if cursor.usual_gap_s else "",
                "link": link(cursor.url),
            }
            for cursor in rows
        ],
        total=len(found),
        files=cursors.troubled_files(site.store, 50),
        failures=articles.failures(site.store, 50),
        coverage=_coverage(site, moment),
    )


def rules(request: Request) -> Response:
    """The rules in force and, rehearsed, what they would have told."""
    site = _site(request)
    days = {"1": 1, "7": 7, "30": 30}.get(request.query_params.get("since", ""), 0)
    told = site.rehearse(timedelta(days=days)) if days and site.rehearse else None
    return site.page(request, "rules.html", "Rules", rules=site.rules, rehearsed=told, days=days)


def regions(request: Request) -> Response:
    """Countries by how escalated they are against their own usual."""
    site = _site(request)
    moment = site.clock()
    rows = site.kept("regions", lambda: _regions(site.store, moment))
    return site.page(request, "regions.html", "Regions", rows=rows)


def _regions(store: Store, moment: datetime) -> list[dict[str, Any]]:
    rows = []
    for code, _ in views.countries(store, moment)[:80]:
        index = views.index(store, code, moment)
        rows.append({"code": code, "name": country_name(code), "index": index})
    return sorted(rows, key=lambda row: -row["index"].value)


def region(request: Request) -> Response:
    """One country: index with its parts, trend, latest incidents."""
    site = _site(request)
    code = request.path_params["country"]
    if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
        return _missing(site, request, "A country is given by its two letters, as UA.")
    moment = site.clock()
    index = views.index(site.store, code, moment)
    usual = sum(n for _, n in index.days) / len(index.days)
    rows = views.listing(site.store, Asked(country=code, since="90d").filter(moment), limit=30)
    return site.page(
        request,
        "region.html",
        country_name(code),
        code=code,
        index=index,
        hours=present.chart(index.days, usual, unit="day", bursts=frozenset(index.bursts)),
        rows=[present.line(row, moment) for row in rows],
    )


def login_page(request: Request) -> Response:
    """Where the token is asked for."""
    return _site(request).page(request, "login.html", "Who is there?", wrong=False, locked=False)


def login(request: Request, form: Mapping[str, str]) -> Response:
    """The token against a cookie."""
    site = _site(request)
    if site.sessions.right(form.get("token", "")):
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            COOKIE,
            site.sessions.cookie(),
            max_age=SESSION_S,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer
    locked = site.sessions.locked()
    return site.page(
        request, "login.html", "Who is there?", status=429 if locked else 401, wrong=not locked, locked=locked
    )


def _missing(site: Site, request: Request, text: str) -> Response:
    return site.page(request, "error.html", "Not found", status=404, text=text, back=None)
