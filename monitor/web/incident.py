"""One incident: what is known and from which words, why it is one, what was done; and the operator's actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from monitor.alerts.scrub import host, link, one_line
from monitor.alerts.wording import change_text, headline_of
from monitor.errors import MonitorError
from monitor.incidents.history import context_lines
from monitor.store import Store, articles, deliveries, incidents, operations, views
from monitor.taxonomy import type_of
from monitor.types import Incident
from monitor.web import present
from monitor.web.atlas import Atlas, atlas
from monitor.web.site import missing, site_of

#: reports shown with their texts
MOST_REPORTS = 40
ACTIONS = ("merge", "split", "retype", "dismiss", "note", "mute", "unmute", "undo")


def incident(request: Request) -> Response:
    """All about one incident."""
    site = site_of(request)
    asked = request.path_params["incident"]
    found = incidents.resolve(site.store, asked)
    if found is None:
        return missing(request, f"There is no incident {one_line(asked, 80)}.")
    if found.id != asked:
        return RedirectResponse(f"/incidents/{quote(found.id)}", 301)
    moment = site.clock()
    place = found.place
    near = incidents.near_in_time(site.store, found)
    decisions = _decisions(site.store, found)
    return site.page(
        request,
        "incident.html",
        headline_of(found, present.VOICE),
        incident=found,
        css=present.css_of(found.severity),
        label=type_of(found.type).label,
        fields=present.fields_of(found),
        tolls=present.tolls_of(found),
        terms=found.severity_terms,
        context=context_lines(found, near),
        ledger=present.ledger(found.claims),
        reports=_reports(site.store, found),
        atlas=_where(found),
        decisions=decisions,
        alike=_alike(site.store, found, decisions),
        timeline=_timeline(site.store, found),
        history=views.at_place(site.store, place.name, place.country, but=found.id) if place else (),
        doubles=[other for each in found.possible_duplicates if (other := incidents.get(site.store, each))],
        linked=[other for each in found.linked if (other := incidents.get(site.store, each))],
        whole=incidents.resolve(site.store, found.parent) if found.parent else None,
        operations=operations.of_incident(site.store, found.id),
        mutes=[mute for mute in deliveries.mutes(site.store, moment) if mute.value == found.id],
        told=views.told(site.store, found.id),
        changed=present.ago(found.last_change, moment),
        retype_to=site.retype_to,
    )


def _reports(store: Store, found: Incident) -> list[dict[str, Any]]:
    shown = []
    repeats = present.repeats(found.events)
    for event in found.events[:MOST_REPORTS]:
        article = articles.of_article(store, event.article_id)
        url = link(event.url)
        shown.append(
            {
                "event": event,
                "by": present.told_by(event),
                "repeats": repeats.get(event.id),
                "url": url,
                "host": host(url) if url else "",
                "pieces": present.marked(article.document, event.evidence) if article else (),
            }
        )
    return shown


def _where(found: Incident) -> Atlas | None:
    """The map of one incident; None where its place is on no map."""
    place = found.place
    if place is None or place.lat is None:
        return None
    point = views.Point(
        id=found.id,
        headline=headline_of(found, present.VOICE),
        severity=found.severity,
        lat=place.lat,
        lon=place.lon,
        rough=place.rough,
    )
    return atlas([point])


def _decisions(store: Store, found: Incident) -> list[dict[str, Any]]:
    shown = []
    for event in found.events[:MOST_REPORTS]:
        decision = incidents.decision(store, event.id)
        if decision is not None:
            shown.append({"by": present.told_by(event), "decision": decision})
    return shown


def _alike(store: Store, found: Incident, decisions: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The nearest incidents that its reports were compared with and kept apart from, and by what."""
    nearest: dict[str, tuple[float, str]] = {}
    for each in decisions:
        for other in each["decision"].look_alikes:
            known = nearest.get(other.incident_id)
            if other.incident_id != found.id and (known is None or other.score > known[0]):
                nearest[other.incident_id] = (other.score, other.apart.text)
    order = sorted(nearest.items(), key=lambda pair: -pair[1][0])[:8]
    shown = []
    for id_, (_, apart) in order:
        other = incidents.get(store, id_)
        shown.append({"id": id_, "name": headline_of(other, present.VOICE) if other else id_, "apart": apart})
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


def act(request: Request, form: Mapping[str, str]) -> Response:
    """An operator's action: first shown with its effect, then, confirmed, done."""
    site = site_of(request)
    asked, action = request.path_params["incident"], request.path_params["action"]
    if site.desk is None or action not in ACTIONS:
        return missing(request, "This page only reads.")
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
    return site.page(request, "done.html", "Done", effect=effect, incident=effect.incident or asked)
