"""Metrics for Prometheus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prometheus_client import Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from monitor.store import cursors, deliveries, incidents, trends
from monitor.web.site import Site, site_of

#: the text format that every Prometheus reads
_FORMAT = "text/plain; version=0.0.4; charset=utf-8"


def metrics(request: Request) -> Response:
    """Prometheus metrics, read from the store at each scrape."""
    return Response(generate_latest(_Now(site_of(request))), media_type=_FORMAT)


class _Now(Collector):
    """What the store holds when it is asked."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def collect(self) -> Iterable[Metric]:
        site, store = self._site, self._site.store
        site.tally = trends.tallied(store, site.clock(), site.tally)
        feeds = cursors.counts(store)
        channels = {c.name: c.state == "ok" for c in deliveries.channel_states(store).values()}
        yield _gauge("articles", "Articles stored, by verdict.", "verdict", site.tally.counts)
        yield _gauge("incidents", "Incidents stored, by state.", "state", incidents.counts(store))
        yield _gauge("feeds", "Feeds, by state.", "state", feeds)
        yield _gauge("deliveries", "Messages, by state of delivery.", "state", deliveries.counts(store))
        yield _gauge("channel_up", "1 where a channel's last answer was good.", "channel", channels)
        yield GaugeMetricFamily("escalation_wal_bytes", "Size of the write-ahead log.", value=store.wal_bytes())


def _gauge(name: str, told: str, label: str, values: Mapping[str, float]) -> Metric:
    family = GaugeMetricFamily(f"escalation_{name}", told, labels=[label])
    for key, value in values.items():
        family.add_metric([key], value)
    return family
