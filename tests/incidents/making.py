"""Events made by hand, and a store small enough to be read: a dictionary of block keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from datetime import date as Day

from monitor.incidents.match import block, match
from monitor.types import (
    Context,
    Count,
    Decision,
    Event,
    Incident,
    Modality,
    Party,
    Place,
    Role,
    Ruling,
    When,
)

NOON = datetime(2031, 5, 10, 12, tzinfo=UTC)

#: name -> (precision, country, region, latitude, longitude); invented names, real distances
PLACES: dict[str, tuple[str, str | None, str | None, float, float]] = {
    "Harun Air Base": ("site", "IQ", "Anbar", 33.78, 42.44),
    "Port Sahil terminal": ("site", "YE", "Hudaydah", 14.83, 42.93),
    "Old Bridge of Belo": ("site", "UA", "Kharkiv", 50.00, 36.25),
    "Belograd": ("town", "UA", "Kharkiv", 49.99, 36.23),
    "Zelenove": ("town", "UA", "Odesa", 46.48, 30.72),
    "Tarnivka": ("town", "UA", "Sumy", 50.91, 34.80),
    "Qaryat": ("town", "SY", "Idlib", 35.93, 36.63),
    "Marfa": ("town", "LB", "South", 33.27, 35.20),
    "Kesra": ("town", "IQ", "Erbil", 36.19, 44.01),
    "Hilla Junction": ("town", "IQ", "Babil", 32.48, 44.43),
    "Tel Oren": ("town", "IL", "Centre", 32.07, 34.78),
    "Goro": ("town", "CD", "North Kivu", -1.67, 29.22),
    "Iraq": ("country", "IQ", None, 33.0, 44.0),
    "Ukraine": ("country", "UA", None, 49.0, 32.0),
    "Anbar": ("province", "IQ", "Anbar", 32.9, 41.9),
    "Kharkiv Oblast": ("province", "UA", "Kharkiv", 49.6, 36.5),
    "Southern Straits": ("sea", None, None, 12.6, 43.4),
}

PARTIES: dict[str, tuple[str, str | None]] = {
    "Northern Brigades": ("group", "IQ"),
    "Sons of the Coast": ("group", "YE"),
    "United States": ("state", "US"),
    "Israel": ("state", "IL"),
    "Iran": ("state", "IR"),
    "Russia": ("state", "RU"),
    "Ukraine": ("state", "UA"),
    "Yemen": ("state", "YE"),
    "Turkey": ("state", "TR"),
    "Lake Movement": ("group", "CD"),
}


def place(name: str) -> Place:
    """One of PLACES."""
    precision, country, region, lat, lon = PLACES[name]
    return Place(
        name=name, as_written=name, precision=precision, country=country, region=region, lat=lat, lon=lon, key=name
    )


def party(name: str) -> Party:
    """One of PARTIES, or an asset of this name."""
    kind, country = PARTIES.get(name, ("asset", None))
    return Party(name=name, kind=kind, country=country)


def event(
    ident: str,
    kind: str = "drone_strike",
    *,
    at: str | None = "Kesra",
    on: Day | None = Day(2031, 5, 9),
    by: Iterable[str] = (),
    against: Iterable[str] = (),
    killed: int | None = None,
    wounded: int | None = None,
    told: datetime = NOON,
    outlet: str = "",
    **more: object,
) -> Event:
    """A report by an outlet of its own; `on` None: no time is told."""
    fields: dict[str, object] = {
        "modality": Modality.OCCURRED,
        "role": Role.MAIN,
        "confidence": 0.8,
        "headline": f"{kind} at {at}",
        "title": f"{kind} at {at}",
        "digest": f"digest of {ident}",
        "source": "inbox",
        "when": When(date=on) if on else None,
        "place": place(at) if at else None,
        "actors": tuple(party(name) for name in by),
        "targets": tuple(party(name) for name in against),
        "killed": None if killed is None else Count(low=killed, best=killed, high=killed),
        "wounded": None if wounded is None else Count(low=wounded, best=wounded, high=wounded),
        "published": told,
        "received": told,
        "outlet": outlet or f"Outlet {ident}",
        "publisher": outlet or f"Outlet {ident}",
    }
    return Event(id=f"{ident}#0", article_id=ident, type=kind, **(fields | more))  # type: ignore[arg-type]


class Ledger:
    """Incidents under their block keys, looked up as the store does, and folded one event at a time."""

    def __init__(self, rulings: tuple[Ruling, ...] = ()) -> None:
        self.incidents: dict[str, Incident] = {}
        self.rulings = rulings
        self.decisions: list[Decision] = []

    def put(self, incident: Incident) -> None:
        """Store `incident` as it is now."""
        self.incidents[incident.id] = incident

    def candidates(self, new: Event) -> tuple[Incident, ...]:
        """What shares a key with `new` within eight days of it, those with most keys in common first."""
        mine, day = set(block(new)), _days(new)
        shared: Counter[str] = Counter()
        for incident in self.incidents.values():
            keys = {key for each in incident.events for key in block(each)}
            near = any(_gap(day, _days(each)) <= 8 for each in incident.events) or incident.open_since is not None
            if near and mine & keys and incident.merged_into is None:
                shared[incident.id] = len(mine & keys)
        return tuple(self.incidents[ident] for ident, _ in shared.most_common(48))

    def take(self, new: Event, siblings: tuple[str, ...] = (), now: datetime | None = None) -> Decision:
        """Decide on `new` and keep what changed."""
        context = Context(now=now or new.published or NOON, rulings=self.rulings, siblings=siblings)
        outcome = match(self.candidates(new), new, context)
        for incident in outcome.changed:
            self.put(incident)
        self.decisions.append(outcome.decision)
        return outcome.decision

    def grouping(self) -> frozenset[frozenset[str]]:
        """Which events share an incident."""
        return frozenset(frozenset(each.id for each in one.events) for one in self.incidents.values())


def later(hours: float) -> datetime:
    """So many hours after noon."""
    return NOON + timedelta(hours=hours)


def _days(one: Event) -> tuple[int, int]:
    if one.when is not None:
        return one.when.date.toordinal(), (one.when.date_to or one.when.date).toordinal()
    told = one.published or NOON
    return told.date().toordinal(), told.date().toordinal()


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[0] - b[1], b[0] - a[1], 0)
