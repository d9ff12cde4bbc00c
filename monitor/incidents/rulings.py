"""The operator's word: two incidents are one, these reports are another, this is nothing, that is of another type.

Each answers with an Edit: what is different now, what was before, and the rulings that every later pass obeys. Storing
`before` again is the undoing, once the rulings are withdrawn.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.incidents.fuse import OPERATOR, fuse
from monitor.incidents.match import mint
from monitor.taxonomy import type_of
from monitor.types import Claim, Grade, Incident, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What an operation does. `changed` and `before` are in the same order; an incident that is new has no `before`.

    Raises ValueError where two of `changed` bear one id: the second would be written over the first."""

    text: str  #: in words
    changed: tuple[Incident, ...]
    before: tuple[Incident, ...]
    rulings: tuple[Ruling, ...] = ()

    def __post_init__(self) -> None:
        ids = [each.id for each in self.changed]
        if len(set(ids)) < len(ids):
            raise ValueError(f"two incidents of one id: {', '.join(ids)}")


def merge(into: Incident, other: Incident, now: datetime) -> Edit:
    """One incident of two. It keeps the id, note and links of `into`; `other` becomes a tombstone that names it.

    Raises ValueError where they are the same, or one is merged already."""
    if into.id == other.id or into.merged_into or other.merged_into:
        raise ValueError(f"{into.id} and {other.id} cannot be merged: the same, or merged already")
    mine = {event.id for event in into.events}
    events = (*into.events, *(event for event in other.events if event.id not in mine))
    apart = {into.id, other.id}
    survivor = fuse(
        replace(
            into,
            claims=(*into.claims, *(claim for claim in other.claims if claim not in into.claims)),
            possible_duplicates=_without(apart, into.possible_duplicates, other.possible_duplicates),
            linked=_without(apart, into.linked, other.linked),
            parent=next(iter(_without(apart, *((each.parent,) for each in (into, other) if each.parent))), None),
            note="\n".join(note for note in (into.note, other.note) if note),
            version=into.version + 1,
            last_change=now,
        ),
        events,
    )
    tombstone = replace(other, state="merged", merged_into=into.id, version=other.version + 1, last_change=now)
    rulings = tuple(Ruling(together=True, a=into.events[0].id, b=event.id) for event in other.events if into.events)
    return Edit(
        text=f"merged {other.id} into {into.id}", changed=(survivor, tombstone), before=(into, other), rulings=rulings
    )


def split(incident: Incident, reports: Collection[str], now: datetime) -> Edit:
    """Two incidents of one: the `reports` (ids of articles or events) become an incident of their own.

    Raises ValueError where none of them is a report of it, or none would be left."""
    gone = tuple(event for event in incident.events if event.id in reports or event.article_id in reports)
    stay = tuple(event for event in incident.events if event not in gone)
    if not gone or not stay:
        raise ValueError(f"nothing to split: {len(gone)} of {len(incident.events)} reports of {incident.id} are named")
    rest = fuse(
        replace(
            incident,
            claims=_claims_of(incident, {event.article_id for event in stay}),
            version=incident.version + 1,
            last_change=now,
        ),
        stay,
    )
    empty = Incident(
        # the first report's own id is that of the incident it opened, and a part split off before has been told of
        id=mint(gone[0], seed=f"{incident.id}@{incident.version}"),
        version=1,
        type=gone[0].type,
        family=type_of(gone[0].type).family,
        modality=gone[0].modality,
        grade=Grade.REPORTED,
        headline="",
        when=None,
        place=None,
        last_change=now,
    )
    fresh = fuse(empty, gone)
    rulings = tuple(Ruling(together=False, a=one.id, b=other.id) for one in gone for other in stay)
    rulings += tuple(Ruling(together=True, a=gone[0].id, b=other.id) for other in gone[1:])
    return Edit(
        text=f"split {len(gone)} report{'s' if len(gone) > 1 else ''} off {incident.id} as {fresh.id}",
        changed=(rest, fresh),
        before=(incident,),
        rulings=rulings,
    )


def dismiss(incident: Incident, now: datetime, why: str = "") -> Edit:
    """The incident is no news; its reports still find it and stay quiet."""
    note = "\n".join(part for part in (incident.note, why) if part)
    gone = replace(incident, state="dismissed", note=note, version=incident.version + 1, last_change=now)
    return Edit(text=f"dismissed {incident.id}", changed=(gone,), before=(incident,))


def retype(incident: Incident, kind: str, now: datetime) -> Edit:
    """The incident is of type `kind`, whatever its reports say, now and later."""
    word = Claim(field="type", value=kind, by=OPERATOR, article_id="", at=now)
    told = replace(incident, claims=(*incident.claims, word), version=incident.version + 1, last_change=now)
    return Edit(
        text=f"{incident.id}: {incident.type} -> {kind}", changed=(fuse(told, told.events),), before=(incident,)
    )


def annotate(incident: Incident, note: str) -> Edit:
    """The operator's note, under any earlier one. No change that anybody is told of."""
    text = "\n".join(part for part in (incident.note, note) if part)
    return Edit(text=f"noted on {incident.id}", changed=(replace(incident, note=text),), before=(incident,))


def _without(ids: Collection[str], *lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for ids_of in lists for each in ids_of if each not in ids))


def _claims_of(incident: Incident, articles: Collection[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in incident.claims if claim.article_id in articles or claim.by == OPERATOR)
