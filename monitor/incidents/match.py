"""Whether an event is one of the incidents already known, and what it changes there. A pure fold.

    event ──block──> keys ──(store)──> candidates ──match──> Outcome: the decision, and every incident different now

The candidates are those stored under one of the event's keys within eight days of it, and lasting states still in
force. Background mentions point at an incident and change nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from monitor.incidents import parties, waves, words
from monitor.incidents.change import changes
from monitor.incidents.compat import lanes
from monitor.incidents.fuse import fuse
from monitor.incidents.similarity import JOIN, MAYBE, NEVER, Likeness, compare
from monitor.incidents.sources import owner
from monitor.incidents.whereabouts import is_vague
from monitor.taxonomy import type_of
from monitor.types import (
    OPENING,
    Change,
    Context,
    Decision,
    Event,
    Grade,
    Incident,
    LookAlike,
    Modality,
    Outcome,
    Party,
    Place,
    Reason,
    Role,
    Verdict,
)

_SAME_ARTICLE = Reason(fact="same_article", points=-4.0, text="the article tells of both as different incidents")
_MUST = Reason(fact="must_link", points=float("inf"), text="joined by the operator")
_CANNOT = Reason(fact="cannot_link", points=NEVER, text="kept apart by the operator")
_AMBIGUOUS = 1.0  #: a vague report that fits two incidents this nearly equally joins neither
_TELLING_KEYS = 5
_GRID = frozenset({"site", "town", "district", "sea"})


# ---- where the same incident is found -----------------------------------------------------------------------------


def block(event: Event) -> tuple[str, ...]:
    """The keys under which the same incident is stored, those that say most first.

    Two reports of one act share a key though one lacks place, actor or both: every event is also found by its country,
    by its rarest words, and among all news of its broad sort. Days are no part of a key; the look-up is by key and day.
    """
    keys: list[str] = []
    if event.url:
        keys.append(f"u:{event.url}")
    if event.digest:
        keys.append(f"d:{event.digest}")
    places = event.places[:4]
    for place in places:
        keys += _place_keys(place)
    keys += [f"t:{party.name.casefold()}" for party in event.targets[:3] if party.kind in ("asset", "person")]
    keys += [f"k:{word}" for word in _rarest(event)]
    for lane in lanes(event.type):
        keys += _broad_keys(lane, parties.known(event.actors)[:2], places)
    return tuple(dict.fromkeys((*keys, *_doubtful_keys(event))))


def _doubtful_keys(event: Event) -> Iterable[str]:
    """The keys under which it lies where a field was read amiss."""
    doers = [party for party, _ in event.maybe_by if party]
    places = [place for place, _ in event.maybe_at]
    for place in places:
        yield from _place_keys(place)
    for lane in lanes(event.type):
        yield from _broad_keys(lane, doers, places)
    others = dict.fromkeys(
        lane for kind, _ in event.maybe_type for lane in lanes(kind) if lane not in lanes(event.type)
    )
    for lane in others:
        all_places = (*((event.place,) if event.place else ()), *places)
        yield from _broad_keys(lane, (*parties.known(event.actors)[:2], *doers), all_places)


def _broad_keys(lane: str, doers: Iterable[Party], places: Sequence[Place]) -> Iterable[str]:
    yield from (f"a:{party.name.casefold()}|{lane}" for party in doers)
    yield from (f"r:{place.country}/{place.region}|{lane}" for place in places if place.region)
    yield from (f"c:{place.country or '-'}|{lane}" for place in places[:3])
    yield f"w:{lane}"


def _place_keys(place: Place) -> Iterable[str]:
    if place.key and place.precision != "country":
        yield f"p:{place.key}"
    if place.lat is not None and place.lon is not None and place.precision in _GRID:
        # two grids, shifted by half a cell: of points 15 km apart one pair in sixty shares no cell of either, as
        # 50.9, 30.4 and 51.1, 30.6, and meets by country and words
        yield f"g:{int(place.lat // 1)},{int(place.lon // 1)}"
        yield f"h:{int((place.lat + 0.5) // 1)},{int((place.lon + 0.5) // 1)}"


def _rarest(event: Event) -> Sequence[str]:
    """The rarest of the words an article opens with: names come first in `keywords`."""
    ranked = sorted(enumerate(event.keywords[:24]), key=lambda each: (-words.weight(each[1]), each[0]))
    return [word for _, word in ranked[:_TELLING_KEYS]]


# ---- deciding -----------------------------------------------------------------------------------------------------


def match(candidates: Sequence[Incident], event: Event, context: Context) -> Outcome:
    """Which of `candidates` the event is a report of, or a new incident, with the reasons."""
    for incident in candidates:
        if any(each.id == event.id for each in incident.events):
            return _known(incident, event)
    scored = sorted(
        ((_likeness(event, incident, context), incident) for incident in candidates if incident.state != "merged"),
        key=lambda pair: (-pair[0].score, -pair[0].resemblance, pair[1].id),
    )
    best = scored[0] if scored else None
    if event.role is Role.BACKGROUND or event.modality not in OPENING:
        return _recalled(scored, event, context)
    if best is not None and best[0].score >= JOIN:
        if _fits_several(event, scored):
            return _opened(scored, event, context) if waves.is_wave(event) else _one_of(scored, event)
        return _joined(scored, event, context)
    if not _grounded(event, context):
        return _reference(scored, event, "too little is said to tell which incident it is", None)
    return _opened(scored, event, context)


def _likeness(event: Event, incident: Incident, context: Context) -> Likeness:
    ruled = _ruled(event, incident, context)
    if ruled is not None:
        return Likeness(ruled.points, (ruled,), 9.0)
    likeness = compare(event, incident)
    if incident.id in context.siblings and likeness.score > NEVER:
        reasons = (*likeness.reasons, _SAME_ARTICLE)
        return Likeness(likeness.score + _SAME_ARTICLE.points, tuple(sorted(reasons, key=_weight)))
    return likeness


def _weight(reason: Reason) -> float:
    return -abs(reason.points)


def _ruled(event: Event, incident: Incident, context: Context) -> Reason | None:
    """The operator's word on this event and a report of that incident."""
    if not context.rulings:
        return None
    members = {each.id for each in incident.events}
    said = {
        ruling.together
        for ruling in context.rulings
        if (ruling.a == event.id and ruling.b in members) or (ruling.b == event.id and ruling.a in members)
    }
    if False in said:
        return _CANNOT
    return _MUST if True in said else None


def _fits_several(event: Event, scored: Sequence[tuple[Likeness, Incident]]) -> bool:
    if not is_vague(event.place) or scored[0][0].score == float("inf"):
        return False
    if any(party.kind in ("asset", "person") for party in event.targets):
        return False
    return len(scored) > 1 and scored[1][0].score >= max(JOIN, scored[0][0].score - _AMBIGUOUS)


def _grounded(event: Event, context: Context) -> bool:
    """Whether an event says enough to be an incident of its own."""
    if event.role is Role.MAIN or context.accept_all:
        return True
    return event.place is not None or bool(parties.known(event.actors))


# ---- the five answers ---------------------------------------------------------------------------------------------


def _known(incident: Incident, event: Event) -> Outcome:
    decision = Decision(
        verdict=Verdict.ATTACHED,
        event=event,
        incident_id=incident.id,
        reasons=(Reason(fact="known", points=0.0, text="this report is already counted"),),
    )
    return Outcome(decision=decision)


def _joined(scored: Sequence[tuple[Likeness, Incident]], event: Event, context: Context) -> Outcome:
    likeness, before = scored[0]
    after = fuse(before, (*before.events, event))
    found = changes(before, after, event)
    verdict = Verdict.ATTACHED
    stands = _standing_by(before, event) if "retraction" in event.flags else 0
    if stands:
        who = event.outlet or event.source
        text = f"{who} withdrew its report; {stands} other {'source stands' if stands == 1 else 'sources stand'} by it"
        found = (Change(field="withdrawn", before=who, after=None, text=text), *found)
        verdict = Verdict.CORRECTION
    elif "retraction" in event.flags:
        after = replace(after, state="retracted" if before.state == "open" else before.state)
        verdict = Verdict.RETRACTION
    elif "correction" in event.flags and found:
        verdict = Verdict.CORRECTION
    elif after.trusted and not before.trusted:
        verdict = Verdict.NEW
    elif any(change.material for change in found):
        verdict = Verdict.UPDATE
    if before.state == "dismissed" and verdict is not Verdict.RETRACTION:
        verdict = Verdict.ATTACHED
    if verdict is not Verdict.ATTACHED:
        after = replace(after, version=before.version + 1, last_change=context.now)
    decision = Decision(
        verdict=verdict,
        event=event,
        incident_id=before.id,
        score=_bounded(likeness.score),
        reasons=likeness.reasons[:3],
        look_alikes=_look_alikes(scored[1:]),
        changes=found,
    )
    return Outcome(decision=decision, changed=(after,))


def _standing_by(incident: Incident, event: Event) -> int:
    """How many others still report what `event` takes back of its publisher's own; 0 where it speaks for all."""
    owners = {owner(each) for each in incident.events if not each.flags & {"correction", "retraction"}}
    return len(owners) - 1 if owner(event) in owners else 0


def _opened(scored: Sequence[tuple[Likeness, Incident]], event: Event, context: Context) -> Outcome:
    row = type_of(event.type)
    empty = Incident(
        id=mint(event),
        version=1,
        type=event.type,
        family=row.family,
        modality=event.modality,
        grade=Grade.REPORTED,
        headline="",
        when=None,
        place=None,
        last_change=context.now,
    )
    incident = fuse(empty, (event,))
    whole = next(((why, other) for one, other in scored if (why := waves.part_of(event, other, one))), None)
    parts = [other for likeness, other in scored if other.parent is None and waves.holds(event, other, likeness)]
    relatives = {other.id for other in parts} | ({whole[1].id} if whole else set())
    near = [(likeness, other) for likeness, other in scored if likeness.score >= MAYBE]
    near = [pair for pair in near if pair[1].id not in context.siblings and pair[1].id not in relatives]
    answered = [other for likeness, other in scored if _fact(likeness, "turned_round")]
    touched: dict[str, Incident] = {}
    if near:
        doubles = tuple(other.id for _, other in near[:3])
        incident = replace(incident, possible_duplicates=doubles)
        for _, other in near[:3]:
            touched[other.id] = replace(other, possible_duplicates=(*other.possible_duplicates, incident.id))
    for other in answered[:3]:
        incident = replace(incident, linked=(*incident.linked, other.id))
        now = touched.get(other.id, other)
        touched[other.id] = replace(now, linked=(*now.linked, incident.id))
    reasons = near[0][0].reasons[:3] if near else _why_new(scored)
    if whole is not None:
        why, other = whole
        incident = replace(incident, parent=other.id)
        touched[other.id] = replace(other, linked=(*other.linked, incident.id))
        reasons = (why, *reasons)
    elif parts:
        incident = replace(incident, linked=(*incident.linked, *(part.id for part in parts)))
        touched |= {part.id: replace(touched.get(part.id, part), parent=incident.id) for part in parts}
        told = ", ".join(part.id for part in parts[:3])
        reasons = (Reason(fact="wave", points=0.0, text=f"a barrage over the country, of which are places: {told}"),)
    decision = Decision(
        verdict=Verdict.POSSIBLE if near else Verdict.NEW,
        event=event,
        incident_id=incident.id,
        score=_bounded(scored[0][0].score) if scored else 0.0,
        reasons=reasons,
        look_alikes=_look_alikes(scored),
    )
    return Outcome(decision=decision, changed=(incident, *touched.values()))


def _recalled(scored: Sequence[tuple[Likeness, Incident]], event: Event, context: Context) -> Outcome:
    """Background, denial, threat of an act: points at one incident, if it fits just one."""
    fitting = [pair for pair in scored if pair[0].score >= JOIN]
    if not fitting:
        return _reference(scored, event, "no incident on record fits it", None)
    if len(fitting) > 1 and fitting[1][0].score > fitting[0][0].score - _AMBIGUOUS:
        return _reference(scored, event, f"it may recall one of {len(fitting)} incidents", None)
    if event.modality is Modality.DENIED and event.role is not Role.BACKGROUND:
        return _joined(scored, event, context)
    return _reference(scored, event, "recalled, not reported anew", fitting[0][1].id)


def _one_of(scored: Sequence[tuple[Likeness, Incident]], event: Event) -> Outcome:
    several = [other.id for likeness, other in scored if likeness.score >= max(JOIN, scored[0][0].score - _AMBIGUOUS)]
    return _reference(scored, event, f"refers to one of {len(several)}: {', '.join(several[:4])}", several[0])


def _reference(
    scored: Sequence[tuple[Likeness, Incident]], event: Event, text: str, incident_id: str | None
) -> Outcome:
    best = scored[0][0] if scored and incident_id else None
    reasons = (Reason(fact="reference", points=0.0, text=text), *(best.reasons[:2] if best else ()))
    decision = Decision(
        verdict=Verdict.REFERENCE,
        event=event,
        incident_id=incident_id,
        score=_bounded(best.score) if best else 0.0,
        reasons=reasons,
        look_alikes=_look_alikes([pair for pair in scored if pair[1].id != incident_id]),
    )
    return Outcome(decision=decision)


# ---- telling why --------------------------------------------------------------------------------------------------


def _look_alikes(scored: Iterable[tuple[Likeness, Incident]]) -> tuple[LookAlike, ...]:
    near = [pair for pair in scored if pair[0].score > NEVER or pair[0].resemblance > 2.0][:3]
    return tuple(
        LookAlike(incident_id=other.id, score=_bounded(likeness.score), apart=likeness.apart)
        for likeness, other in near
    )


def _why_new(scored: Sequence[tuple[Likeness, Incident]]) -> tuple[Reason, ...]:
    if not scored:
        return (Reason(fact="first", points=0.0, text="nothing on record near it in time, place or words"),)
    likeness, other = scored[0]
    return (replace(likeness.apart, text=f"unlike {other.id}: {likeness.apart.text}"),)


def _fact(likeness: Likeness, fact: str) -> bool:
    return any(reason.fact == fact for reason in likeness.reasons)


def _bounded(score: float) -> float:
    """A score that JSON can carry."""
    return round(max(-99.0, min(99.0, score)), 2)


def mint(event: Event, seed: str = "") -> str:
    """A readable id, the same whenever this event opens an incident: 2025-06-14-ain-al-asad-interception-7f3a. Another
    `seed` gives another id."""
    told = event.when.date if event.when else (event.published or event.received)
    day = told.isoformat()[:10] if told else "undated"
    where = _slug(event.place.name, 3) if event.place else ""
    what = _slug(event.type, 3) if event.type != "other" else _slug(event.title, 5)
    tail = blake2b(f"{event.id}{seed}".encode(), digest_size=8).hexdigest()[: 4 if where else 8]
    return "-".join(part for part in (day, where, what, tail) if part)


def _slug(text: str, most: int) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:most])
