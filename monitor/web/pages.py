"""The other pages: digests, deliveries, sources, rules, regions, and the way in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from monitor.alerts.picture import with_pictures
from monitor.alerts.regions import country_name
from monitor.alerts.scrub import link
from monitor.store import articles, cursors, deliveries, dispatches, trends, views
from monitor.types import SourceState
from monitor.web import present
from monitor.web.atlas import atlas
from monitor.web.filters import Asked, among
from monitor.web.guard import COOKIE, SESSION_S
from monitor.web.now import coverage
from monitor.web.site import missing, site_of


def digests(request: Request) -> Response:
    """What was sent in digests, and what the next one would say."""
    site = site_of(request)
    recipients = site.in_force().recipients
    chosen = among("for", "recipient", request.query_params, recipients) or (recipients[0] if recipients else "")
    return site.page(
        request,
        "digests.html",
        "Digests",
        past=views.past_digests(site.store),
        recipients=recipients,
        chosen=chosen,
    )


def digest_body(request: Request) -> Response:
    """One message's HTML, alone in a sealed frame: its own styles, no script, nothing from outside."""
    site = site_of(request)
    if "recipient" in request.path_params:
        name = request.path_params["recipient"]
        now = site.in_force()
        if now.preview_digest is None or name not in now.recipients:
            return missing(request, "There is no such recipient.")
        html = now.preview_digest(name)
    else:
        message = deliveries.find_message(site.store, request.path_params["message"])
        if message is None:
            return missing(request, "There is no such message.")
        html = with_pictures(message.html, message.pictures)
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
    """Deliveries with their outcome, and what is held back."""
    site = site_of(request)
    state = among("state", "state", request.query_params, deliveries.STATES) or None
    return site.page(
        request,
        "deliveries.html",
        "Deliveries",
        rows=deliveries.listing(site.store, state, 200),
        counts=deliveries.counts(site.store),
        channels=deliveries.channel_states(site.store).values(),
        mutes=deliveries.mutes(site.store, site.clock()),
        held=() if state else dispatches.held(site.store, 50),
        state=state,
    )


def sources(request: Request) -> Response:
    """How every source stands, and what of the world was looked at."""
    site = site_of(request)
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
        folders=[
            {"folder": each, "last": present.ago(each.last, moment)}
            for each in site.kept("files", lambda: cursors.file_counts(site.store))
        ],
        watched=site.folders,
        files=cursors.troubled_files(site.store, 50),
        failures=articles.failures(site.store, 50),
        coverage=coverage(site, moment),
    )


def rules(request: Request) -> Response:
    """The rules in force and, rehearsed, what they would have told."""
    site = site_of(request)
    days = int(among("since", "number of days", request.query_params, ("1", "7", "30")) or 0)
    now = site.in_force()
    told = now.rehearse(timedelta(days=days)) if days and now.rehearse else None
    return site.page(request, "rules.html", "Rules", rules=now.rules, rehearsed=told, days=days)


def regions(request: Request) -> Response:
    """Countries by how escalated they are against their own usual."""
    site = site_of(request)
    moment = site.clock()
    indexes = site.kept("indexes", lambda: trends.indexes(site.store, moment))
    order = sorted(indexes.items(), key=lambda pair: (-(pair[1].value or 0), -pair[1].week, pair[0]))
    rows = [
        {"code": code, "name": country_name(code), "index": index, "trend": present.trend(index.days)}
        for code, index in order[:100]
    ]
    known = any(index.value is not None for index in indexes.values())
    return site.page(request, "regions.html", "Regions", rows=rows, known=known)


def region(request: Request) -> Response:
    """One country: index with its parts, trend, latest incidents."""
    site = site_of(request)
    code = request.path_params["country"]
    if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
        return missing(request, "A country is given by its two letters, as UA.")
    moment = site.clock()
    index = trends.indexes(site.store, moment, code)[code]
    usual = index.usual_week / 7 if index.value is not None else None
    wanted = Asked(country=code, since="90d").filter(moment)
    rows = views.listing(site.store, wanted, limit=200)
    return site.page(
        request,
        "region.html",
        country_name(code),
        code=code,
        index=index,
        hours=present.chart(index.days, usual, unit="day", width=640, bursts=frozenset(index.bursts)),
        rows=[present.line(row, moment) for row in rows[:30]],
        atlas=atlas(views.points(rows)),
    )


def login_page(request: Request) -> Response:
    """Where the token is asked for."""
    return site_of(request).page(request, "login.html", "Who is there?", wrong=False, locked=False)


def login(request: Request, form: Mapping[str, str]) -> Response:
    """The token against a cookie."""
    site = site_of(request)
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
