"""What an incident is now: every field with the best-sourced value that its reports give.

Always made anew from all reports, so that their order of arrival does not matter. A field is decided among the reports
of the best trust that speak of it; a report of lower trust is kept as a claim and overwrites nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from monitor.incidents import amiss, severity
from monitor.incidents.compat import LASTING, ends
from monitor.incidents.parties import known, related, same
from monitor.incidents.sources import groups, owner, told
from monitor.taxonomy import type_of
from monitor.types import Claim, Count, Event, Grade, Incident, Modality, Party, Place, Role, When, figure_of

#: reports trusted this much less than the best that speak of a field do not decide it
_BEHIND = 0.15
_FINENESS = {"site": 5, "town": 4, "district": 3, "province": 2, "sea": 2, "country": 1}
_EXACTNESS = {"hour": 4, "night": 3, "day": 3, "week": 2, "month": 1, "year": 0}
_COUNTS = ("killed", "wounded", "launched", "intercepted", "impacted")
#: of more than twice as many reports, so many of the first and of the last decide
MOST_DECIDING = 60
#: so many independent sources that each leave a doubt leave none together
_BEYOND_DOUBT = 3
#: what an operator set by hand is kept as a claim under this name, and wins
OPERATOR = "operator"
_AHEAD = timedelta(hours=14)  #: the local time that is farthest ahead
_NEVER_TOLD = datetime.max.replace(tzinfo=UTC)

T = TypeVar("T")


def fuse(incident: Incident, events: Sequence[Event]) -> Incident:
    """`incident` as `events` (all of its reports, in order of arrival) together tell it.

    Id, version, links, notes and the operator's word are kept; everything that reports say is made anew.
    """
    ordered = _telling(sorted(events, key=_moment))
    told_as = _voted(ordered, lambda event: event.type, lambda event: event.maybe_type)
    kind = _type_by_operator(incident) or told_as or incident.type
    sources = groups(ordered)
    when, place = _when(ordered), _place(ordered)
    actors, targets = _sides(ordered, "actors"), _sides(ordered, "targets")
    claimed, denied = _last_party(ordered, "claimed_by"), _denied(ordered, (*actors, *targets))
    weapon = _voted(ordered, lambda event: (event.weapon, event.weapon_family) if event.weapon else None)
    known_already = {(claim.field, claim.value, claim.by, claim.article_id) for claim in incident.claims}
    heard = {claim.article_id for claim in incident.claims}
    claims = [claim for event in events if event.article_id not in heard for claim in _claims(event)]
    fused = replace(
        incident,
        type=kind,
        family=type_of(kind).family,
        modality=_modality(ordered),
        headline=_headline(ordered, kind),
        when=when,
        place=place,
        other_places=_other_places(ordered, place),
        actors=actors,
        targets=targets,
        weapon=weapon[0] if weapon else None,
        weapon_family=weapon[1] if weapon else _voted(ordered, lambda event: event.weapon_family),
        claimed_by=claimed,
        denied_by=denied,
        flags=_flags(ordered, place),
        events=tuple(events),
        claims=(
            *incident.claims,
            *(each for each in claims if (each.field, each.value, each.by, each.article_id) not in known_already),
        ),
        independent=len(sources),
        first_report=min((at for group in sources if (at := told(group[0]))), default=None),
        grade=_grade(ordered, denied),
        doubt="" if _type_by_operator(incident) else _doubt(ordered, len(sources)),
        **_state(ordered, kind),  # type: ignore[arg-type]
        **{name: _count(ordered, name) for name in _COUNTS},  # type: ignore[arg-type]
    )
    lines = severity.terms(fused)
    return replace(fused, severity_terms=lines, severity=severity.total(lines))


#: flags that speak of the report, not of the act
_OF_REPORTS = frozenset({"correction", "retraction", "follow_up", "again"})


def _flags(events: Sequence[Event], place: Place | None) -> frozenset[str]:
    """The marks that the deciding reports give the act; that of a capital with the place alone."""
    found = frozenset[str]().union(*(event.flags for event in _deciding(events))) - _OF_REPORTS
    there = (event.flags for event in events if event.place and place and _named(event.place) == _named(place))
    return found if any("capital" in flags for flags in there) else found - {"capital"}


def _telling(ordered: list[Event]) -> list[Event]:
    """The reports that decide: all, or of a great many the first and the last, which open it and bring it up to date.

    What the thousandth report says the last hundred say too, and one more must not cost a thousand."""
    if len(ordered) <= 2 * MOST_DECIDING:
        return ordered
    return ordered[:MOST_DECIDING] + ordered[-MOST_DECIDING:]


def _moment(event: Event) -> tuple[datetime, str]:
    return told(event) or _NEVER_TOLD, event.id


def _deciding(events: Iterable[Event]) -> tuple[Event, ...]:
    """The reports that may decide a field all of them speak of: of the best trust, those whose subject it is first."""
    all_of_them = tuple(events)
    if len(all_of_them) < 2:
        return all_of_them
    enough = max(event.trust for event in all_of_them) - _BEHIND
    best = tuple(event for event in all_of_them if event.trust >= enough)
    return tuple(event for event in best if event.role is Role.MAIN) or best


def _voted(
    events: Sequence[Event],
    value: Callable[[Event], T | None],
    maybe: Callable[[Event], Iterable[tuple[T, float]]] = lambda event: (),
) -> T | None:
    """The value that most independent sources give, the earliest of equals; None where none speaks of it. What else a
    report `maybe` means is given its share of the vote, where another report gives it."""
    deciding = _deciding(event for event in events if value(event) is not None)
    if len(deciding) == 1:
        return value(deciding[0])
    votes: dict[Hashable, dict[str, float]] = {}
    for event in deciding:
        weight = 0.5 + event.confidence + (0.5 if event.official else 0.0)
        shares: dict[Hashable, float] = {}
        for meant, share in amiss.each(value(event), maybe(event)):
            shares[_hashable(meant)] = shares.get(_hashable(meant), 0.0) + share
        for key, share in shares.items():
            sources = votes.setdefault(key, {})
            sources[owner(event)] = max(weight * share, sources.get(owner(event), 0.0))
    given = {_hashable(value(event)) for event in deciding}
    votes = {meant: sources for meant, sources in votes.items() if meant in given}
    best = max(votes, key=lambda key: sum(votes[key].values()), default=None)
    return next((value(event) for event in deciding if _hashable(value(event)) == best), None)


def _hashable(value: object) -> Hashable:
    return value if isinstance(value, Hashable) else repr(value)


def _when(events: Sequence[Event]) -> When | None:
    """Stated before inferred, exact before loose, then the day that most sources give; none after it was first told,
    nor one that may be that of the search, the funeral or the claim, where another is given."""
    having = [event for event in events if event.when]
    having = [event for event in having if event.when and not _after_told(event.when, having)] or having
    having = [event for event in having if not _of_the_news(event)] or having
    stated = [event for event in having if event.when and not event.when.inferred] or having
    finest = max((_EXACTNESS.get(event.when.precision, 2) for event in stated if event.when), default=0)
    level = min(finest, 3)
    exact = [event for event in stated if event.when and _EXACTNESS.get(event.when.precision, 2) >= level]
    if exact and exact[0].when and all(event.when and event.when.inferred for event in exact):
        return _sure(exact[0], stated)  # the first to tell was nearest to the act
    day = _voted(
        exact,
        lambda event: event.when.date if event.when else None,
        lambda event: event.when.maybe_on if event.when else (),
    )
    same_day = [event for event in _deciding(exact) if event.when and event.when.date == day]
    best = max(
        same_day or exact,
        key=lambda event: (
            event.when is not None and event.when.date_to is not None,
            _EXACTNESS.get(event.when.precision, 2) if event.when else 0,
        ),
        default=None,
    )
    return _sure(best, stated) if best else None


def _sure(best: Event, events: Sequence[Event]) -> When | None:
    """The time that a report gives, without what else it may be where another source gives the same day."""
    when = best.when
    if when is None or not when.maybe_on:
        return when
    alike = any(event.when and event.when.date == when.date and owner(event) != owner(best) for event in events)
    return replace(when, maybe_on=()) if alike else when


def _after_told(when: When, events: Sequence[Event]) -> bool:
    """Whether the first report was out before the day came, anywhere on earth."""
    first = min((event.published for event in events if event.published), default=None)
    return first is not None and not when.inferred and when.date > (first + _AHEAD).date()


def _of_the_news(event: Event) -> bool:
    """Whether the day it states may be that of its news, as the toll or the search goes on, and not of the act."""
    if "follow_up" not in event.flags or event.when is None or event.when.inferred or event.published is None:
        return False
    return event.when.date >= event.published.date()


def _place(events: Sequence[Event]) -> Place | None:
    """The closest place that the best-trusted reports give, and of equally close ones that of most sources."""
    deciding = _of_one_country(_deciding(event for event in events if event.place))
    finest = max((_fineness(event.place) for event in deciding), default=0)
    # a site and a town are both close enough for votes to count
    close = [event for event in deciding if _fineness(event.place) >= min(finest, 4)]
    chosen = _voted(
        close,
        lambda event: _named(event.place) if event.place else None,
        lambda event: [(_named(place), share) for place, share in event.maybe_at],
    )
    site = [event for event in close if _fineness(event.place) == 5]
    for event in close:
        if event.place and _named(event.place) == chosen:
            if _fineness(event.place) == 4 and site and len(close) <= 2:
                return site[0].place
            return event.place
    return None


def _named(place: Place) -> str:
    return place.key or place.name


def _of_one_country(events: Sequence[Event]) -> Sequence[Event]:
    """Without those that put it in another land than most do: a closer place there is no closer place of the act."""
    inside = [event for event in events if _fineness(event.place) > 1 and event.place and event.place.country]
    land = _voted(
        inside,
        lambda event: event.place.country if event.place else None,
        lambda event: [(place.country, share) for place, share in event.maybe_at],
    )
    return [event for event in events if event not in inside or (event.place and event.place.country == land)]


def _fineness(place: Place | None) -> int:
    return _FINENESS.get(place.precision, 1) if place else 0


def _other_places(events: Sequence[Event], place: Place | None) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for event in _deciding(events):
        for other in event.places:
            key = other.key or other.name
            if place is not None and key == (place.key or place.name):
                continue
            if other.precision in ("site", "town", "district") or place is None:
                found.setdefault(key, other)
    return tuple(found.values())[:8]


def _sides(events: Sequence[Event], name: str) -> tuple[Party, ...]:
    """The named sides that at least a third as many sources give as the one most given."""
    deciding = _deciding(event for event in events if known(getattr(event, name)))
    if not deciding:
        return next((getattr(event, name) for event in events if getattr(event, name)), ())
    votes: list[tuple[Party, dict[str, float]]] = []
    for event in deciding:
        for party in known(getattr(event, name)):
            mine = next((given for each, given in votes if same(each, party)), None)
            if mine is None:
                mine = {}
                votes.append((party, mine))
            mine[owner(event)] = 0.5 + event.confidence
    most = max(sum(given.values()) for _, given in votes)
    kept = [each for each in votes if sum(each[1].values()) >= most / 3]
    return tuple(party for party, _ in sorted(kept, key=lambda each: -sum(each[1].values())))[:6]


def _count(events: Sequence[Event], name: str) -> Count | None:
    """The latest exact figure of the best-trusted reports, with the lowest and highest that any of them gives."""
    deciding = _deciding(event for event in events if figure_of(getattr(event, name)) is not None)
    if not deciding:
        return None
    exact = [event for event in deciding if not getattr(event, name).vague] or list(deciding)
    official = [event for event in exact if event.official]
    last = max((told(event) for event in exact), key=lambda at: at or _NEVER_TOLD)
    # an official figure stands until a day's newer reports contradict it
    # (that nobody was hurt is said early, and stands against no dead)
    said = figure_of(getattr(official[-1], name)) if official else None
    if said and last and (at := told(official[-1])) and (last - at).days < 1:
        exact = official
    latest: Event = exact[-1]
    best = figure_of(getattr(latest, name))
    every = [figure for event in deciding for figure in _figures(getattr(event, name))]
    return Count(
        low=min(every),
        best=best,
        high=max(every),
        vague=getattr(latest, name).vague,
        said_by=getattr(latest, name).said_by or latest.outlet,
    )


def _figures(count: Count) -> tuple[int, ...]:
    return tuple(figure for figure in (count.low, count.best, count.high) if figure is not None)


def _last_party(events: Sequence[Event], name: str) -> Party | None:
    deciding = _deciding(event for event in events if getattr(event, name))
    party: Party | None = getattr(deciding[-1], name) if deciding else None
    return party


def _denied(events: Sequence[Event], sides: Sequence[Party]) -> Party | None:
    """The last that denies it. Of a report that knows nobody who did it, where others do, only a side of the act."""
    deciding = _deciding(event for event in events if event.denied_by)
    doers = [other for event in events for other, _ in event.maybe_by if other]
    nobody = not any(known(event.actors) for event in events)
    for event in reversed(deciding):
        denier = event.denied_by
        if denier and (nobody or known(event.actors) or any(_of_one_side(denier, one) for one in (*sides, *doers))):
            return denier
    return None


def _of_one_side(a: Party, b: Party) -> bool:
    return related(a, b) or (bool(a.country) and a.country == b.country and "group" not in (a.kind, b.kind))


def _modality(events: Sequence[Event]) -> Modality:
    real = [event for event in events if event.modality in (Modality.OCCURRED, Modality.FOILED)]
    if real:
        return _voted(real, lambda event: event.modality) or Modality.OCCURRED
    for modality in (Modality.ANNOUNCED, Modality.CLAIMED, Modality.DENIED):
        if any(event.modality is modality for event in events):
            return modality
    return events[0].modality


def _headline(events: Sequence[Event], kind: str) -> str:
    """That of the earliest of the best reports."""
    ranked = sorted(
        (event for event in _deciding(events) if event.headline or event.title),
        key=lambda event: (event.type != kind, event.place is None, event.role is not Role.MAIN, _moment(event)),
    )
    return (ranked[0].headline or ranked[0].title) if ranked else ""


def _grade(events: Sequence[Event], denied_by: Party | None) -> Grade:
    saying = [event for event in events if event.modality is not Modality.DENIED]
    if not saying:
        return Grade.DENIED
    denied = denied_by is not None or len(saying) < len(events)
    happened = [event for event in saying if event.modality is not Modality.CLAIMED]
    official = any(event.official for event in _deciding(happened))
    if denied:
        return Grade.DISPUTED if happened else Grade.DENIED
    if official:
        return Grade.CONFIRMED
    return Grade.REPORTED if happened else Grade.CLAIMED


def _doubt(events: Sequence[Event], independent: int) -> str:
    """The first doubt about its reports; none where one of them is plain, or as many tell of it as make it so."""
    if independent >= _BEYOND_DOUBT:
        return ""
    telling = [event for event in events if event.role is not Role.BACKGROUND] or list(events)
    return telling[0].doubt if all(event.doubt for event in telling) else ""


def _state(events: Sequence[Event], kind: str) -> dict[str, object]:
    if kind not in LASTING:
        return {"open_since": None, "ended": None}
    over = [event for event in events if ends(event)]
    began = [event for event in events if not ends(event)]
    start = _when(began)
    end = _when(over)
    return {"open_since": start.date if start else None, "ended": end.date if end else None}


def _claims(event: Event) -> Iterable[Claim]:
    at = told(event)
    outlet = event.outlet or event.source or event.article_id
    for name in _COUNTS:
        count = getattr(event, name)
        if (figure := figure_of(count)) is not None:
            value = f"about {figure}" if count.vague else str(figure)
            yield Claim(field=name, value=value, by=count.said_by or outlet, article_id=event.article_id, at=at)
    if event.claimed_by:
        yield Claim(field="claimed_by", value=event.claimed_by.name, by=outlet, article_id=event.article_id, at=at)
    if event.denied_by:
        by = event.denied_by.name
        yield Claim(field="denied_by", value=by, by=by, article_id=event.article_id, at=at)
    for party in known(event.actors):
        yield Claim(field="actors", value=party.name, by=outlet, article_id=event.article_id, at=at)


def _type_by_operator(incident: Incident) -> str | None:
    words = [claim.value for claim in incident.claims if claim.by == OPERATOR and claim.field == "type"]
    return words[-1] if words else None
