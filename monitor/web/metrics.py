"""Metrics for Prometheus."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from monitor.store import cursors, deliveries, incidents, trends
from monitor.web.site import site_of


def metrics(request: Request) -> Response:
    """Prometheus metrics, read from the store at each scrape."""
    site = site_of(request)
    lines: list[str] = []

    def gauge(name: str, told: str, values: Mapping[tuple[tuple[str, str], ...], float]) -> None:
        lines.append(f"# HELP escalation_{name} {told}")
        lines.append(f"# TYPE escalation_{name} gauge")
        for labels, value in values.items():
            inner = ",".join(f'{key}="{_label(text)}"' for key, text in labels)
            lines.append(f"escalation_{name}{{{inner}}} {value}" if inner else f"escalation_{name} {value}")

    feeds: dict[str, int] = {}
    for cursor in cursors.feeds(site.store):
        feeds[cursor.state.value] = feeds.get(cursor.state.value, 0) + 1
    site.tally = trends.tallied(site.store, site.clock(), site.tally)
    gauge("articles", "Articles stored, by verdict.", {(("verdict", k),): v for k, v in site.tally.counts.items()})
    gauge(
        "incidents",
        "Incidents stored, by state.",
        {(("state", k),): v for k, v in incidents.counts(site.store).items()},
    )
    gauge("feeds", "Feeds, by state.", {(("state", k),): v for k, v in feeds.items()})
    gauge(
        "deliveries",
        "Messages, by state of delivery.",
        {(("state", k),): v for k, v in deliveries.counts(site.store).items()},
    )
    channels = deliveries.channel_states(site.store).values()
    gauge(
        "channel_up",
        "1 where a channel's last answer was good.",
        {(("channel", c.name),): float(c.state == "ok") for c in channels},
    )
    gauge("wal_bytes", "Size of the write-ahead log.", {(): site.store.wal_bytes()})
    return Response("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4; charset=utf-8")


def _label(text: str) -> str:
    """A value as the exposition format spells it, whatever a channel is called."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
