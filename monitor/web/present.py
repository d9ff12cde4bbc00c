"""Stored values as a page shows them. Words come from the same place as those of alerts, so both say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
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
from monitor.store.views import Row
from monitor.taxonomy import type_of
from monitor.types import Claim, Event, Evidence, Incident, When, figure_of

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


def age(then: str | datetime | None, now: datetime) -> str:
    """'3 min', '5 h', '2 d': how old, in as few letters as a list has room for."""
    words = ago(then, now).removesuffix(" ago")
    return words.replace(" days", " d").replace("just now", "now")


def short_when(when: When | None, now: datetime) -> str:
    """The date of the act as a list has room for it: no year where it is this one's."""
    if when is None:
        return "date unknown"
    if when.inferred:
        return f"published {_day(when.date, now)}"
    if when.precision == "year":
        return str(when.date.year)
    if when.precision == "month":
        return f"{when.date:%B %Y}"
    if when.date_to and when.date_to != when.date:
        return f"{_day(when.date, now)} to {_day(when.date_to, now)}"
    return {"week": "week of ", "night": "night of "}.get(when.precision, "") + _day(when.date, now)


def _day(day: date, now: datetime) -> str:
    year = "" if day.year == now.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


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
    age: str  #: since the last change
    changed: str  #: the same, to be read out
    fresh: bool  #: first reported within the last hour


def line(row: Row, now: datetime) -> Line:
    """A stored row as a list shows it."""
    incident = row.incident
    arrow = arrow_of(incident)
    # who says so is on the incident's own page
    killed, wounded = (replace(count, said_by=None) if count else None for count in (incident.killed, incident.wounded))
    toll = (spell_count(killed, "killed"), spell_count(wounded, "wounded"))
    noun = "source" if row.independent == 1 else "sources"
    first = incident.first_report
    return Line(
        id=row.id,
        severity=row.severity,
        css=css_of(row.severity),
        arrow=arrow,
        arrow_words={"↑": "escalation", "↓": "de-escalation"}.get(arrow, "either way"),
        headline=headline_of(incident, VOICE),
        label=type_of(row.type).label,
        when=short_when(incident.when, now),
        where=spell_places(incident, VOICE) if incident.place else "place unknown",
        toll=", ".join(text for text in toll if text),
        sources=f"{row.independent} {noun}" + (f", {row.reports} reports" if row.reports > row.independent else ""),
        grade=row.grade,
        state=row.state,
        age=age(row.last_change, now),
        changed=ago(row.last_change, now),
        fresh=first is not None and now - first < timedelta(hours=1),
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
        ("Claimed by", incident.claimed_by.name if incident.claimed_by else ""),
        ("Denied by", incident.denied_by.name if incident.denied_by else ""),
        ("Flags", ", ".join(sorted(flag.replace("_", " ") for flag in incident.flags))),
        ("In force since", str(incident.open_since) if incident.open_since else ""),
        ("Ended", str(incident.ended) if incident.ended else ""),
        ("Note", one_line(incident.note, 400)),
    )
    return tuple((label, text) for label, text in rows if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One figure with its range, laid out for an SVG 100 wide."""

    label: str
    figure: str
    words: str  #: the whole of it: 'about 7 (4 to 11), says the governor'
    low: float | None = None  #: where the range begins, ends and the best figure stands; None where there is no range
    high: float | None = None
    best: float | None = None


def tolls_of(incident: Incident) -> tuple[Toll, ...]:
    """Killed, wounded and the rest, as far as anything is said."""
    found = []
    for label, count in (
        ("Killed", incident.killed),
        ("Wounded", incident.wounded),
        ("Launched", incident.launched),
        ("Intercepted", incident.intercepted),
        ("Impacted", incident.impacted),
    ):
        words = spell_count(count, "").strip()
        if count is None or not words:
            continue
        low, high = count.low, count.high
        middle = figure_of(count)
        figure = "?" if middle is None else f"{'~' if count.vague else ''}{middle}"
        if low is not None and high is not None and low < high:
            scale = 100 / high
            at = middle if middle is not None else low
            found.append(
                Toll(label=label, figure=figure, words=words, low=low * scale, high=100.0, best=round(at * scale, 1))
            )
        else:
            found.append(Toll(label=label, figure=figure, words=words))
    return tuple(found)


def ledger(claims: Sequence[Claim]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """(field, ((value, who says so), ...)): the claims on one field side by side, most supported first."""
    fields: dict[str, dict[str, dict[str, None]]] = {}
    for claim in claims[:200]:
        field, value = claim.field.replace("_", " "), one_line(claim.value, 120)
        fields.setdefault(field, {}).setdefault(value, {})[one_line(claim.by, 60)] = None
    found = []
    for field, values in fields.items():
        order = sorted(values.items(), key=lambda pair: -len(pair[1]))
        found.append((field, tuple((value, _some(list(by))) for value, by in order)))
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def repeats(events: Sequence[Event]) -> dict[str, str]:
    """Event id -> whose report it repeats: its wire's or publisher's, who had reported before."""
    found: dict[str, str] = {}
    known: set[str] = set()
    for event in events:
        if event.owner in known:
            found[event.id] = event.owner
        known.add(event.owner)
    return found


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
    usual: float | None
    usual_y: float
    words: str


def chart(
    counts: Sequence[tuple[str, int]],
    usual: float | None,
    *,
    unit: str,
    width: int = 320,
    bursts: frozenset[str] = frozenset(),
) -> Chart:
    """Bars for (label, number), with the usual number as a line where it is known."""
    top, floor = 6, 74
    most = max([n for _, n in counts] + [usual or 0, 1])
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
    every = max(1, len(counts) * 80 // width)
    ticks = tuple(
        {"x": round(at * step, 1), "label": label}
        for at, (label, _) in enumerate(counts)
        if at % every == 0 and at * step < width - 50
    )
    total, highest = sum(n for _, n in counts), max((n for _, n in counts), default=0)
    known = f"usual {usual:.1f} a {unit}, " if usual is not None else ""
    return Chart(
        width=width,
        bars=bars,
        ticks=ticks,
        usual=usual,
        usual_y=y(usual or 0),
        words=f"{total} incidents over {len(counts)} {unit}s; {known}most {highest}",
    )


def trend(days: Sequence[tuple[str, int]]) -> str:
    """The path of a line over days, for an SVG of 120 x 24: three days a step, so that it reads as a shape."""
    counts = [sum(n for _, n in days[at : at + 3]) for at in range(0, len(days), 3)]
    most = max([*counts, 1])
    step = 120 / max(1, len(counts) - 1)
    points = (f"{at * step:.0f} {22 - 20 * n / most:.1f}" for at, n in enumerate(counts))
    return "M" + "L".join(points)
