"""The page 'Now': incidents that fit the filter as a list and on the map, and the last day at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from monitor.alerts.named import FAMILIES, NOWHERE
from monitor.alerts.regions import country_name
from monitor.store import Store, articles, cursors, trends, views
from monitor.taxonomy import TYPES, type_of
from monitor.types import SourceState
from monitor.web import present
from monitor.web.atlas import atlas
from monitor.web.filters import SEVERITIES, SPANS, STATES, Asked, parse
from monitor.web.site import Site, site_of

A_PAGE = 50
ON_THE_MAP = 500


def now(request: Request) -> Response:
    """The list and the map, filtered."""
    site = site_of(request)
    asked = parse(request.query_params.multi_items())
    moment = site.clock()
    wanted = asked.filter(moment)
    # one search serves both: what the map shows are the first pages of the list
    latest = views.listing(site.store, wanted, limit=ON_THE_MAP)
    total = len(latest) if len(latest) < ON_THE_MAP else views.count(site.store, wanted)
    start = asked.page * A_PAGE
    if start + A_PAGE <= ON_THE_MAP:
        rows = latest[start : start + A_PAGE]
    else:
        rows = views.listing(site.store, wanted, limit=A_PAGE, offset=start)
    query = asked.query()
    shown = replace(asked, page=0)
    hours = site.kept("hours", lambda: _hours(site.store, moment))
    return site.page(
        request,
        "now.html",
        "Incidents now",
        filter=asked,
        rows=[present.line(row, moment) for row in rows],
        atlas=atlas(views.points(latest)),
        total=total,
        capped=total >= views.MAX_COUNT,
        restricted=asked.restrictions(),
        feed_query=query,
        newer=(shown.query(page=asked.page - 1) or "/") if asked.page else None,
        older=shown.query(page=asked.page + 1) if (asked.page + 1) * A_PAGE < total else None,
        choices=_choices(site, asked, moment),
        hours=hours,
        by_type=site.kept("by_type", lambda: _by_type(site.store, moment)),
        glance=_glance(site, moment),
        coverage=coverage(site, moment) if not rows else "",
    )


def _choices(site: Site, asked: Asked, moment: datetime) -> Mapping[str, Any]:
    found = site.kept("indexes", lambda: trends.indexes(site.store, moment))
    named = sorted((country_name(code), code) for code in found)
    severities = {asked.severity: f"{asked.severity} or more"} | dict(SEVERITIES)
    return {
        "since": [(value, label) for value, (label, _) in SPANS.items()],
        "types": [(row.name, row.label) for row in TYPES.values()],
        "families": [(name, name.replace("_", " ")) for name in FAMILIES],
        "severity": sorted(severities.items(), key=lambda pair: float(pair[0])),
        "countries": [*((code, name) for name, code in named), (NOWHERE, "high seas, unknown")],
        "states": STATES,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is read in three seconds: is it more than usual, how bad, where, and is the monitor itself well."""

    today: trends.Today
    against: str  #: 'usual 12.5', 'too new to know the usual'
    more: str  #: '', 'above' or 'below' the usual
    hot: tuple[tuple[str, str, str], ...]  #: country code, name, index or number
    hot_is: str  #: what the numbers beside the countries are
    feeds: int
    healthy: int
    read: str  #: when the last article came in


def _glance(site: Site, moment: datetime) -> Glance:
    usual = site.kept("usual", lambda: trends.usual_day(site.store, moment))
    today = trends.today(site.store, moment, usual)
    more = ""
    if usual is not None:
        # a day of Poisson counts strays by its root: beyond two of them is worth a word
        stray = 2 * max(usual, 1.0) ** 0.5
        more = "above" if today.incidents > usual + stray else "below" if today.incidents < usual - stray else ""
    indexes = site.kept("indexes", lambda: trends.indexes(site.store, moment))
    known = any(index.value is not None for index in indexes.values())
    order = sorted(indexes.items(), key=lambda pair: (-(pair[1].value or 0), -pair[1].week))
    feeds, healthy = site.kept("feeds", lambda: _feeds(site.store))
    return Glance(
        today=today,
        against="usual not known yet" if usual is None else f"usual {usual:.0f} a day",
        more=more,
        hot=tuple(
            (code, country_name(code), f"{index.value:.0f}" if index.value is not None else str(index.week))
            for code, index in order[:3]
            if index.week
        ),
        hot_is="index against their usual 100" if known else "incidents this week",
        feeds=feeds,
        healthy=healthy,
        read=present.ago(articles.latest(site.store), moment),
    )


def _feeds(store: Store) -> tuple[int, int]:
    found = cursors.counts(store)
    return sum(found.values()), found.get(SourceState.HEALTHY, 0)


def _hours(store: Store, moment: datetime) -> present.Chart:
    usual = trends.usual_day(store, moment)
    counts = [(f"{hour:%d %b %H}h", n) for hour, n in trends.hours(store, moment)]
    return present.chart(counts, usual / 24 if usual is not None else None, unit="hour")


def _by_type(store: Store, moment: datetime) -> list[dict[str, Any]]:
    found = [row for row in trends.by_type(store, moment) if row[1] or row[2]][:12]
    most = max((max(n, usual or 0) for _, n, usual in found), default=1) or 1
    return [
        {
            "label": type_of(name).label,
            "n": n,
            "usual": usual,
            "width": round(100 * n / most, 1),
            "mark": round(100 * usual / most, 1) if usual is not None else None,
            "burst": usual is not None and n >= 3 and n > 3 * max(usual, 0.5),
            "link": f"/?type={name}",
        }
        for name, n, usual in found
    ]


def coverage(site: Site, moment: datetime) -> str:
    """What of the world was looked at in the last 24 hours."""
    found = site.kept("coverage", lambda: cursors.coverage(site.store, moment - timedelta(hours=24), moment))
    feeds = (
        f"; {found.healthy} of {found.feeds} feeds are in health, {len(found.failing)} failing, "
        f"{len(found.silent)} silent"
        if found.feeds
        else ""
    )
    return f"In the last 24 hours {found.read:,} articles were read{feeds}."
