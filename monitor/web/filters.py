"""What the address asks for: query parameters in, one bounded Filter out, and the same filter back as an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

from monitor.alerts.regions import country_name
from monitor.store.views import Filter
from monitor.taxonomy import TYPES

SPANS: Mapping[str, tuple[str, timedelta | None]] = {
    "6h": ("last 6 hours", timedelta(hours=6)),
    "24h": ("last 24 hours", timedelta(hours=24)),
    "3d": ("last 3 days", timedelta(days=3)),
    "7d": ("last 7 days", timedelta(days=7)),
    "30d": ("last 30 days", timedelta(days=30)),
    "90d": ("last 90 days", timedelta(days=90)),
    "all": ("all time", None),
}
SEVERITIES = (
    ("0", "any severity"), ("3", "3 or more"), ("5", "5 or more"), ("6.5", "6.5 or more"), ("7", "7 or more"),
    ("8", "8 or more"), ("9", "9 or more"),
)  # fmt: skip
FAMILIES = tuple(dict.fromkeys(row.family for row in TYPES.values()))
STATES = (("", "open and retracted"), ("open", "open"), ("retracted", "retracted"), ("dismissed", "dismissed"))
MAX_PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filter as a person chose it; every value is one the page knows, or a short bounded text."""

    since: str = "7d"
    types: tuple[str, ...] = ()
    family: str = ""
    severity: str = "0"
    country: str = ""
    actor: str = ""
    source: str = ""
    q: str = ""
    state: str = ""
    page: int = 0

    def filter(self, now: datetime) -> Filter:
        """For the store."""
        span = SPANS[self.since][1]
        return Filter(
            since=now - span if span else None,
            types=self.types,
            family=self.family,
            severity=float(self.severity),
            country=self.country,
            actor=self.actor,
            source=self.source,
            q=self.q,
            states=(self.state,) if self.state else ("open", "retracted"),
        )

    def query(self, *, page: int = 0, without: str = "") -> str:
        """'?type=...' that asks the same again, but for the field `without`; '' where nothing is restricted."""
        pairs: list[tuple[str, str]] = []
        fields = {
            "q": self.q,
            "since": "" if self.since == "7d" else self.since,
            "family": self.family,
            "severity": "" if self.severity == "0" else self.severity,
            "country": self.country,
            "actor": self.actor,
            "source": self.source,
            "state": self.state,
        }
        pairs += [("type", name) for name in self.types]
        pairs += [(name, value) for name, value in fields.items() if value and name != without]
        if page:
            pairs.append(("page", str(page)))
        return f"?{urlencode(pairs)}" if pairs else ""

    def span(self) -> str:
        """The time in words."""
        return SPANS[self.since][0]

    def restrictions(self) -> tuple[tuple[str, str], ...]:
        """(what is asked beside the time, the address without it)."""
        found = [(TYPES[name].label, self._without(name)) for name in self.types]
        for name, words in (
            ("family", self.family.replace("_", " ")),
            ("severity", f"severity from {self.severity}" if self.severity != "0" else ""),
            ("country", country_name(self.country) if self.country else ""),
            ("actor", f"actor “{self.actor}”" if self.actor else ""),
            ("source", f"source “{self.source}”" if self.source else ""),
            ("q", f"“{self.q}”" if self.q else ""),
            ("state", self.state),
        ):
            if words:
                found.append((words, self.query(without=name) or "/"))
        return tuple(found)

    def _without(self, type_: str) -> str:
        return replace(self, types=tuple(name for name in self.types if name != type_)).query() or "/"


def _text(value: str, limit: int) -> str:
    return re.sub(r"[\x00-\x1f\x7f\u2028-\u202f\u2066-\u2069\ud800-\udfff]", " ", value)[:limit].strip()


def parse(pairs: list[tuple[str, str]]) -> Asked:
    """The filter in `pairs` of a query string; what is unknown or out of bounds is left out."""
    last = dict(pairs)
    page = last.get("page", "0")
    country = last.get("country", "")
    return Asked(
        since=last["since"] if last.get("since") in SPANS else "7d",
        types=tuple(dict.fromkeys(value for name, value in pairs if name == "type" and value in TYPES)),
        family=last["family"] if last.get("family") in FAMILIES else "",
        severity=last["severity"] if last.get("severity") in dict(SEVERITIES) else "0",
        country=country if re.fullmatch(r"[A-Z]{2}", country, re.ASCII) else "",
        actor=_text(last.get("actor", ""), 80),
        source=_text(last.get("source", ""), 80),
        q=_text(last.get("q", ""), 200),
        state=last["state"] if last.get("state") in ("open", "retracted", "dismissed") else "",
        page=min(int(page), MAX_PAGE) if re.fullmatch(r"\d{1,4}", page, re.ASCII) else 0,
    )
