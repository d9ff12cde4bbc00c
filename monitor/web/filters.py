"""What the address asks for: query parameters in, one bounded Filter out, and the same filter back as an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar
from urllib.parse import urlencode

from monitor.alerts import named
from monitor.alerts.regions import country_name
from monitor.errors import MonitorError
from monitor.store.views import Filter
from monitor.taxonomy import type_of

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
STATES = (("", "open and retracted"), ("open", "open"), ("retracted", "retracted"), ("dismissed", "dismissed"))
MAX_PAGE = 200
#: words that nearly every incident has are looked for in the newest only
MAX_MATCHES = 20_000
V = TypeVar("V")
#: how long a text may be
LENGTHS = {"q": 200, "actor": 80, "source": 80}
NAMES = ("q", "since", "type", "family", "severity", "country", "actor", "source", "state", "page")


class Misasked(MonitorError):
    """The address asks for what there is not. `parameter` is the one at fault."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(f"{parameter}: {message}")
        self.parameter = parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filter as a person chose it; every value is one there is, or a short bounded text."""

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
            text=self.q,
            among=MAX_MATCHES,
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
        found = [(type_of(name).label, self._without(name)) for name in self.types]
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


def parse(pairs: list[tuple[str, str]], *besides: str) -> Asked:
    """The filter in `pairs` of a query string, where an empty value is none. Raises Misasked for what there is not;
    parameters named in `besides` are the caller's."""
    given = [(name, value) for name, value in pairs if value]
    known = (*NAMES, *besides)
    for name, _ in given:
        _checked(name, lambda value: named.among("parameter", value, known), name)
    last = dict(given)
    return Asked(
        since=_checked("since", lambda value: named.among("span", value, tuple(SPANS)), last.get("since", "7d")),
        types=tuple(dict.fromkeys(_checked("type", named.type_, value) for name, value in given if name == "type")),
        family=_checked("family", named.family, last["family"]) if "family" in last else "",
        severity=_checked("severity", _severity, last.get("severity", "0")),
        country=_checked("country", named.country, last["country"]) if "country" in last else "",
        actor=_text("actor", last),
        source=_text("source", last),
        q=_text("q", last),
        state=_checked("state", _state, last.get("state", "")),
        page=number("page", last.get("page", "0"), 0, MAX_PAGE),
    )


def number(name: str, value: str, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises Misasked where it is none."""
    if not re.fullmatch(r"\d{1,6}", value, re.ASCII) or not least <= int(value) <= most:
        raise Misasked(name, f"a number from {least} to {most} is expected, not {value[:60]!r}")
    return int(value)


def among(name: str, what: str, given: Mapping[str, str], there_is: Sequence[str]) -> str:
    """The value of one parameter, a `what`; '' where it is not given. Raises Misasked where there is none such."""
    value = given.get(name, "")
    return _checked(name, lambda text: named.among(what, text, there_is), value) if value else ""


def _checked(name: str, check: Callable[[str], V], value: str) -> V:
    try:
        return check(value)
    except ValueError as error:
        raise Misasked(name[:60], str(error)) from error


def _severity(value: str) -> str:
    return str(named.severity(value)).removesuffix(".0")


def _state(value: str) -> str:
    return named.among("state", value, tuple(state for state, _ in STATES if state)) if value else ""


def _text(name: str, given: Mapping[str, str]) -> str:
    value = given.get(name, "")
    if len(value) > LENGTHS[name]:
        raise Misasked(name, f"at most {LENGTHS[name]} characters are expected")
    return re.sub(r"[\x00-\x1f\x7f\u2028-\u202f\u2066-\u2069\ud800-\udfff]", " ", value).strip()
