"""A Flow small enough to be read at a glance, for tests of what drives it.

A line of the text such as `airstrike at Kyiv on 2024-05-01 killed 3` is an event, `background` before it makes it one,
`silent film` is a silenced mention, and `crash` makes the reader fail. Equal type, place and day are one incident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Day

from monitor.articles.extract import extract
from monitor.flow import Flow
from monitor.taxonomy import type_of
from monitor.types import (
    Article,
    Change,
    Context,
    Count,
    Decision,
    Event,
    Evidence,
    Grade,
    Incident,
    Item,
    LookAlike,
    Modality,
    Outcome,
    Place,
    Reading,
    Reason,
    Role,
    Silenced,
    Verdict,
    When,
)

LINE = re.compile(r"(background )?(\w+) at (\w+) on (\d{4}-\d\d-\d\d)(?: killed (\d+))?")
PLACES = {"Kyiv": ("UA", 50.45, 30.52), "Erbil": ("IQ", 36.19, 44.01), "Odesa": ("UA", 46.48, 30.72)}

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)


def item(text: str, *, key: str = "", url: str | None = None, received: datetime = NOON, **more: object) -> Item:
    """An item with `text`; its key is the text where none is given."""
    fields = {"source": "inbox", "subject": key or "a file", "published": received, "published_precision": "minute"}
    return Item(key=key or text, text=text, url=url, received=received, **(fields | more))  # type: ignore[arg-type]


def read(article: Article) -> Reading:
    """Events and silenced mentions, as the module says."""
    if "crash" in article.document:
        raise ZeroDivisionError("a bug of the reader")
    events = []
    for n, found in enumerate(LINE.finditer(article.document)):
        background, type_, place, day, killed = found.groups()
        country, lat, lon = PLACES[place]
        role = Role.BACKGROUND if background else Role.ALSO_NEW if n else Role.MAIN
        events.append(
            Event(
                id=f"{article.id}#{n}",
                article_id=article.id,
                type=type_,
                modality=Modality.OCCURRED,
                role=role,
                when=When(date=Day.fromisoformat(day), as_written=day),
                place=Place(name=place, as_written=place, precision="town", country=country, lat=lat, lon=lon),
                killed=Count(best=int(killed)) if killed else None,
                headline=f"{type_} at {place}",
                evidence=(Evidence(field="type", start=found.start(2), end=found.end(2), text=type_),),
                reasons=(f"the words {type_!r}",),
                published=article.published,
                received=article.received,
                outlet=article.outlet,
                publisher=article.publisher,
                source=article.source,
                url=article.url,
                title=article.title,
                digest=article.digest,
                signature=article.signature,
                trust=article.trust,
                quiet=article.quiet,
            )
        )
    silenced = ()
    if "silent film" in article.document:
        silenced = (Silenced(type="airstrike", reason="film", text="a film is no news"),)
    return Reading(
        article_id=article.id, events=tuple(events), silenced=silenced, reasons=() if events else ("nothing of ours",)
    )


def block(event: Event) -> tuple[str, ...]:
    """By place, and by country."""
    assert event.place is not None
    return (f"place:{event.place.name}", f"country:{event.place.country}")


def match(candidates: Sequence[Incident], event: Event, context: Context) -> Outcome:
    """The candidate of the same type, place and day, or a new one."""
    assert event.when is not None
    assert event.place is not None
    nearest: tuple[LookAlike, ...] = ()
    for each in candidates:
        assert each.when is not None
        assert each.place is not None
        if (each.type, each.place.name, each.when.date) == (event.type, event.place.name, event.when.date):
            return _joined(each, event, context)
        apart = Reason(fact="other_day", points=float("-inf"), text=f"that was on {each.when.date}")
        nearest = nearest or (LookAlike(incident_id=each.id, score=0.5, apart=apart),)
    if event.role is Role.BACKGROUND:
        return Outcome(decision=Decision(verdict=Verdict.REFERENCE, event=event, incident_id=None))
    place, kind = event.place.name, type_of(event.type)
    incident = Incident(
        id=f"{event.when.date:%y%m%d}-{place}-{event.type}",
        version=1,
        type=event.type,
        family=kind.family,
        modality=event.modality,
        grade=Grade.REPORTED,
        headline=event.headline,
        when=event.when,
        place=event.place,
        killed=event.killed,
        severity=kind.base,
        events=(event,),
        independent=1,
        first_report=event.published,
        last_change=context.now,
    )
    reason = Reason(fact="nothing_like_it", points=0.0, text="nothing like it is stored")
    decision = Decision(
        verdict=Verdict.NEW, event=event, incident_id=incident.id, reasons=(reason,), look_alikes=nearest
    )
    return Outcome(decision=decision, changed=(incident,))


def _joined(incident: Incident, event: Event, context: Context) -> Outcome:
    if event.role is Role.BACKGROUND:
        return Outcome(decision=Decision(verdict=Verdict.REFERENCE, event=event, incident_id=incident.id))
    grown = replace(incident, events=(*incident.events, event), independent=incident.independent + 1)
    reasons = (
        Reason(fact="same_place", points=3.0, text=f"both at {event.place.name if event.place else ''}"),
        Reason(fact="same_day", points=2.0, text="the same day"),
    )
    if event.killed == incident.killed or event.killed is None:
        decision = Decision(verdict=Verdict.ATTACHED, event=event, incident_id=incident.id, score=5.0, reasons=reasons)
        return Outcome(decision=decision, changed=(grown,))
    before = str(incident.killed.best) if incident.killed else None
    change = Change(field="killed", before=before, after=str(event.killed.best), text=f"killed {event.killed.best}")
    grown = replace(grown, killed=event.killed, version=incident.version + 1, last_change=context.now)
    decision = Decision(
        verdict=Verdict.UPDATE, event=event, incident_id=incident.id, score=5.0, reasons=reasons, changes=(change,)
    )
    return Outcome(decision=decision, changed=(grown,))


FLOW = Flow(extract=extract, read=read, block=block, match=match)
