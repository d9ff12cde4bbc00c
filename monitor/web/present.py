"""Stored values as a page shows them. Words come from the same place as those of alerts, so both say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from monitor.alerts.regions import country_name
from monitor.alerts.scrub import one_line
from monitor.alerts.wording import (
    Voice,
    arrow_of,
    headline_of,
    spell_count,
    spell_places,
    spell_when,
)
from monitor.store.packing import unpack
from monitor.store.views import Row
from monitor.taxonomy import type_of
from monitor.types import Event, Evidence, Incident

VOICE = Voice()


def css_of(severity: float) -> str:
    """The colour class of a severity, s1 (low) .. s5 (extreme)."""
    return f"s{1 + sum(severity >= floor for floor in (3.5, 5.5, 7.0, 8.5))}"


def ago(then: str | datetime | None, now: datetime) -> str:
    """'3 min ago'; '' where it never was."""
    if then is None:
        return ""
    moment = datetime.fromisoformat(then) if isinstance(then, str) else then
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    for limit, size, word in ((120, 1, "min"), (2880, 60, "h"), (10**9, 1440, "days")):
        if minutes < limit:
            return f"{minutes // size} {word} ago"
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One incident in a list."""

    id: str
    severity: float
    css: str
    arrow: str
    arrow_words: str
    headline: str
    label: str
    when: str
    where: str
    toll: str
    sources: str
    grade: str
    state: str
    changed: str
    lat: float | None
    lon: float | None


def line(row: Row, now: datetime) -> Line:
    """A stored row as a list shows it."""
    incident = unpack(row.value, Incident)
    arrow = arrow_of(incident)
    toll = (spell_count(incident.killed, "killed"), spell_count(incident.wounded, "wounded"))
    noun = "source" if row.independent == 1 else "sources"
    return Line(
        id=row.id,
        severity=row.severity,
        css=css_of(row.severity),
        arrow=arrow,
        arrow_words={"↑": "escalation", "↓": "de-escalation"}.get(arrow, "either way"),
        headline=headline_of(incident, VOICE),
        label=type_of(row.type).label,
        when=spell_when(incident.when),
        where=spell_places(incident, VOICE) if incident.place else "place unknown",
        toll=", ".join(text for text in toll if text),
        sources=f"{row.independent} independent {noun}" + (f", {row.reports} reports" if row.reports > 1 else ""),
        grade=row.grade,
        state=row.state,
        changed=ago(row.last_change, now),
        lat=row.lat,
        lon=row.lon,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a document: plain, or evidence for the fields named."""

    text: str
    fields: str = ""


def marked(document: str, evidence: Sequence[Evidence], limit: int = 20_000) -> tuple[Piece, ...]:
    """`document` cut where evidence begins and ends; overlapping evidence names all its fields."""
    document = document[:limit]
    spans = [(max(0, e.start), min(len(document), e.end), e.field) for e in evidence if 0 <= e.start < e.end]
    cuts = sorted({0, len(document), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    pieces = []
    for start, end in pairwise(cuts):
        fields = dict.fromkeys(field.replace("_", " ") for s, e, field in spans if s <= start and end <= e)
        if start < end:
            pieces.append(Piece(text=document[start:end], fields=", ".join(fields)))
    return tuple(pieces)


def fields_of(incident: Incident) -> tuple[tuple[str, str], ...]:
    """(label, words) of what is known, for the incident's page."""

    def names(parties: Sequence[object]) -> str:
        return ", ".join(one_line(getattr(party, "name", ""), 80) for party in parties)

    rows = (
        ("Type", f"{type_of(incident.type).label} ({incident.modality.value})"),
        ("When", spell_when(incident.when)),
        ("Where", spell_places(incident, VOICE)),
        ("Country", country_name(incident.place.country) if incident.place else ""),
        ("Actors", names(incident.actors)),
        ("Targets", names(incident.targets)),
        ("Weapon", incident.weapon or ""),
        ("Killed", spell_count(incident.killed, "").strip()),
        ("Wounded", spell_count(incident.wounded, "").strip()),
        ("Launched", spell_count(incident.launched, "").strip()),
        ("Intercepted", spell_count(incident.intercepted, "").strip()),
        ("Impacted", spell_count(incident.impacted, "").strip()),
        ("Claimed by", incident.claimed_by.name if incident.claimed_by else ""),
        ("Denied by", incident.denied_by.name if incident.denied_by else ""),
        ("Flags", ", ".join(sorted(flag.replace("_", " ") for flag in incident.flags))),
        ("In force since", str(incident.open_since) if incident.open_since else ""),
        ("Ended", str(incident.ended) if incident.ended else ""),
        ("Note", one_line(incident.note, 400)),
    )
    return tuple((label, text) for label, text in rows if text)


def told_by(event: Event) -> str:
    """Who reported, as a list of reports names it."""
    name = event.outlet or event.publisher or event.source
    return f"{name} ({event.wire})" if event.wire and event.wire != name else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars over time, laid out for an SVG of `width` x 90."""

    width: int
    bars: tuple[dict[str, object], ...]
    ticks: tuple[dict[str, object], ...]
    usual: float
    usual_y: float
    words: str
    note: str = ""


def chart(counts: Sequence[tuple[str, int]], usual: float, *, unit: str, bursts: frozenset[str] = frozenset()) -> Chart:
    """Bars for (label, number), with the usual number as a line; labels that repeat the one before are left out."""
    width, top, floor = 480, 6, 74
    most = max([n for _, n in counts] + [usual, 1])
    step = width / max(1, len(counts))

    def y(n: float) -> float:
        return round(floor - (floor - top) * n / most, 1)

    bars = tuple(
        {
            "x": round(at * step + 0.5, 1),
            "w": round(max(step - 1, 1), 1),
            "y": y(n),
            "h": round(floor - y(n), 1),
            "burst": label in bursts,
            "title": f"{label}: {n}",
        }
        for at, (label, n) in enumerate(counts)
    )
    every = max(1, len(counts) // 6)
    ticks = tuple({"x": round(at * step, 1), "label": label} for at, (label, _) in enumerate(counts) if at % every == 0)
    total, highest = sum(n for _, n in counts), max((n for _, n in counts), default=0)
    return Chart(
        width=width,
        bars=bars,
        ticks=ticks,
        usual=usual,
        usual_y=y(usual),
        words=f"{total} incidents over {len(counts)} {unit}s; usual {usual:.1f} a {unit}, most {highest}",
    )
