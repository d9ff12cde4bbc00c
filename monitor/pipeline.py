"""The whole story on one page.

    Item ──extract──> Article ──read──> Reading ──block──> candidates ──match──> Incidents ──> Notices ──> Dispatches
      what a source     cleaned,          events, what       from all of           what is        what is     who hears
      delivered         dated, named      was silenced       history               true now       new         of it, why

    ╰──────────── prepare: pure, outside the transaction ───╯╰────────── settle: one transaction, or nothing ──────────╯

`Flow` holds the four functions of the middle. An engine drives them and never looks inside; a stage never learns who
drives it. `ingest` is the plain spelling of their order. An article, its events with their decisions, the incidents
that are different now, what is to be told and to whom become durable together; sending happens later, from what was
written down. Handing in the same item again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from monitor.articles import fingerprint
from monitor.flow import Flow
from monitor.store import Store, blocks, operations
from monitor.store import articles as kept_articles
from monitor.store import deliveries as kept_deliveries
from monitor.store import dispatches as kept_dispatches
from monitor.store import incidents as kept_incidents
from monitor.taxonomy import FORCE, FORCEFUL, type_of
from monitor.types import (
    Article,
    Context,
    Decision,
    Dispatch,
    Event,
    Incident,
    Item,
    LastTold,
    Mode,
    Notice,
    Outcome,
    Reading,
    Role,
    Ruling,
    Verdict,
)

if TYPE_CHECKING:
    from monitor.alerts.policy import Policy

#: share of word triples from which on other words at the same place are an edit, and not another text
REVISION_FROM = 0.15

#: what people may be told of
TOLD = frozenset({Verdict.NEW, Verdict.UPDATE, Verdict.CORRECTION, Verdict.RETRACTION, Verdict.POSSIBLE})

_WEIGHT = (
    Verdict.NEW,
    Verdict.POSSIBLE,
    Verdict.RETRACTION,
    Verdict.CORRECTION,
    Verdict.UPDATE,
    Verdict.ATTACHED,
    Verdict.REFERENCE,
)
#: verdicts by which an event becomes an incident of its own
_OPENED = frozenset({Verdict.NEW, Verdict.POSSIBLE})
#: by how many points an event must fit an incident better than the main one of its article to be decided first
_CLEARLY = 1.0
_ORDER = {Role.MAIN: 0, Role.ALSO_NEW: 1, Role.BACKGROUND: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An item as far as it can be understood without knowing anything else."""

    item: Item
    article: Article
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of an item."""

    article_id: str
    verdict: Verdict  #: of the article as a whole: that of its main incident
    decisions: tuple[Decision, ...] = ()
    reading: Reading
    notices: tuple[Notice, ...] = ()
    known: bool = False  #: it was stored before, and nothing changed


def ingest(item: Item, flow: Flow, store: Store, now: datetime, *, policy: Policy | None = None) -> Result:
    """Take one item in, durably when this returns. Raises ArticleError where there is no article in it."""
    return settle(prepare(item, flow), flow, store, now, policy=policy)


def prepare(item: Item, flow: Flow) -> Prepared:
    """Extract and read: the costly part, which needs neither the store nor the clock."""
    article = flow.extract(item)
    return Prepared(item=item, article=article, reading=flow.read(article))


def prepare_all(items: Iterable[Item], flow: Flow) -> list[Prepared | Exception]:
    """`prepare` for several items; in the place of one that cannot be prepared, what was raised.

    A step of the reading is taken for all of them before the next one: its code and tables are then at hand in the
    caches of the processor, which are too small for all of the reader, and a text takes a quarter less time."""
    ended: dict[int, Prepared | Exception] = {}
    going = dict(enumerate(_preparing(item, flow) for item in items))
    count = len(going)
    while going:
        for number, steps in [*going.items()]:
            try:
                next(steps)
                continue
            except StopIteration as end:
                ended[number] = end.value
            except Exception as error:
                ended[number] = error
            del going[number]
    return [ended[number] for number in range(count)]


def _preparing(item: Item, flow: Flow) -> Generator[None, None, Prepared]:
    article = flow.extract(item)
    yield
    reading = flow.read(article) if flow.steps is None else (yield from flow.steps(article))
    return Prepared(item=item, article=article, reading=reading)


def settle(
    prepared: Prepared,
    flow: Flow,
    store: Store,
    now: datetime,
    *,
    policy: Policy | None = None,
    accept_all: bool = False,
) -> Result:
    """Match, and write everything down in one transaction (or as one part of the caller's)."""
    item, article, reading = prepared.item, prepared.article, prepared.reading
    with store.transaction():
        standing = kept_articles.standing(store, article, item.key)
        if standing.known is not None:
            return recall(store, standing.known)
        revises = _revised(store, article, standing.predecessors)
        free = kept_articles.free_id(store, article.id)
        if free != article.id:
            article, reading = _renamed(article, reading, free)

        flow = replace(flow, block=_once(flow.block))
        decisions, changed = _matched(reading, flow, store, now, accept_all)
        verdict = _as_a_whole(decisions, copied=standing.copy_of is not None, revised=revises is not None)
        seq = kept_articles.write(
            store, item, article, reading, verdict=verdict, copy_of=standing.copy_of, revises=revises
        )
        for n, decision in enumerate(decisions):
            kept_incidents.write_decision(store, seq, n, decision)
        for incident in changed:
            kept_incidents.write(store, incident, flow.block)
        notices = _notices(decisions, changed, now)
        if policy is not None:
            notices = tuple(_with_context(store, notice) for notice in notices)
            told: list[Incident] = []
            for notice in sorted(notices, key=lambda each: -each.incident.severity):
                if _dispatch(store, notice, policy, now, beside=told):
                    told.append(notice.incident)
    return Result(article_id=article.id, verdict=verdict, decisions=decisions, reading=reading, notices=notices)


def recall(store: Store, article_id: str) -> Result:
    """What became of an article that is stored."""
    row = kept_articles.find(store, article_id)
    reading = kept_articles.reading(store, article_id)
    if row is None or reading is None:
        raise KeyError(article_id)
    decisions = kept_incidents.decisions(store, article_id)
    reading = replace(reading, events=tuple(decision.event for decision in decisions))
    return Result(article_id=article_id, verdict=Verdict(row.verdict), decisions=decisions, reading=reading, known=True)


# ---- the steps ----------------------------------------------------------------------------------------------------


def _revised(store: Store, article: Article, predecessors: Iterable[str]) -> str | None:
    """The article that this one is an edited version of; a feed may use one address for all it has."""
    for each in predecessors:
        before = kept_articles.of_article(store, each)
        if before is None:
            continue
        same_title = bool(article.title) and article.title == before.title
        if same_title or fingerprint.alike(article.signature, before.signature) >= REVISION_FROM:
            return each
    return None


def _renamed(article: Article, reading: Reading, free: str) -> tuple[Article, Reading]:
    """The same under another id: somebody gave one id to two versions of a text."""
    events = tuple(
        replace(event, id=free + event.id.removeprefix(article.id), article_id=free) for event in reading.events
    )
    return replace(article, id=free), replace(reading, article_id=free, events=events)


def _matched(
    reading: Reading, flow: Flow, store: Store, now: datetime, accept_all: bool
) -> tuple[tuple[Decision, ...], tuple[Incident, ...]]:
    """Decide on every event, the main one first; decisions in the order of the text, and what is different now.

    What one event of the article changed, the next one sees, before anything is written."""
    rulings = operations.rulings(store)
    changed: dict[str, Incident] = {}
    by_event: dict[str, Decision] = {}
    siblings: list[str] = []
    near: dict[str, tuple[Incident, ...]] = {}
    events: list[Event] = []
    for event in sorted(reading.events, key=lambda event: _ORDER[event.role]):
        force = event.role is not Role.BACKGROUND and type_of(event.type).family in FORCEFUL
        if force and kept_incidents.first_here(store, event):
            event = replace(event, flags=event.flags | {"first_at_place"})
        near[event.id] = candidates(store, flow, event, rulings)
        events.append(event)
    context = Context(now=now, rulings=rulings, accept_all=accept_all)

    first: dict[str, Outcome] = {}

    def alone(event: Event) -> Outcome:
        """What becomes of an event as if its article told of no other; asked again of the one decided on first."""
        if event.id not in first:
            first[event.id] = flow.match(near[event.id], event, context)
        return first[event.id]

    for event in _best_fit_first(events, lambda event: alone(event).decision):
        if not siblings and not changed:
            outcome = alone(event)
        else:
            changing = replace(context, siblings=tuple(siblings))
            outcome = flow.match(_as_changed(near[event.id], changed), event, changing)
        by_event[event.id] = outcome.decision
        for incident in outcome.changed:
            changed[incident.id] = incident
        if outcome.decision.incident_id and outcome.decision.incident_id not in siblings:
            siblings.append(outcome.decision.incident_id)
    return tuple(by_event[event.id] for event in reading.events), tuple(changed.values())


def candidates(store: Store, flow: Flow, event: Event, rulings: Sequence[Ruling]) -> tuple[Incident, ...]:
    """The stored incidents that `event` may be a report of: by its keys, and by the operator's word in any case."""
    from monitor.incidents.compat import fits

    found = blocks.candidates(store, flow.block(event), event, fits=partial(fits, event))
    ruled = {each.b if each.a == event.id else each.a for each in rulings if event.id in (each.a, each.b)}
    known = {incident.id for incident in found}
    return (*found, *(each for each in kept_incidents.of_events(store, ruled) if each.id not in known))


def _best_fit_first(events: Sequence[Event], alone: Callable[[Event], Decision]) -> list[Event]:
    """The events in the order to decide on them: one that fits the incident of the main one clearly better goes first.

    An article tells of its events as of different incidents, so the first to join one keeps the others off it."""
    first, further = events[:1], [event for event in events[1:] if event.role is Role.ALSO_NEW]
    if not further or first[0].role is not Role.MAIN:
        return list(events)
    of_main = alone(first[0])
    if of_main.incident_id is None or of_main.verdict in _OPENED:
        return list(events)
    better = {
        event.id
        for event, found in ((event, alone(event)) for event in further)
        if found.verdict not in _OPENED
        and found.incident_id == of_main.incident_id
        and found.score > of_main.score + _CLEARLY
    }
    return sorted(events, key=lambda event: event.id not in better)


def _once(block: Callable[[Event], tuple[str, ...]]) -> Callable[[Event], tuple[str, ...]]:
    """`block`, asked once for each event: to find candidates, and again to lay the incident under its keys."""
    known: dict[str, tuple[str, ...]] = {}

    def keys(event: Event) -> tuple[str, ...]:
        found = known.get(event.id)
        if found is None:
            found = known[event.id] = block(event)
        return found

    return keys


def _as_changed(stored: Sequence[Incident], changed: dict[str, Incident]) -> tuple[Incident, ...]:
    """The stored candidates as this article has changed them so far, and what it has opened."""
    found = {incident.id: changed.get(incident.id, incident) for incident in stored}
    return tuple((found | changed).values())


def _as_a_whole(decisions: Sequence[Decision], *, copied: bool, revised: bool) -> Verdict:
    """The verdict on the article: that of its main incident, or the weightiest of the others."""
    if not decisions:
        return Verdict.IRRELEVANT
    of_main = [each.verdict for each in decisions if each.event.role is Role.MAIN]
    verdict = min(of_main or [each.verdict for each in decisions], key=_WEIGHT.index)
    if verdict in (Verdict.ATTACHED, Verdict.REFERENCE):
        return Verdict.REVISION if revised else Verdict.COPY if copied else verdict
    return verdict


def _notices(decisions: Sequence[Decision], changed: Iterable[Incident], now: datetime) -> tuple[Notice, ...]:
    """What there is to tell: one notice an incident, with all that this article changed in it."""
    now_is = {incident.id: incident for incident in changed}
    told: dict[str, Notice] = {}
    for decision in sorted(decisions, key=lambda each: _rank(each.verdict)):
        incident = now_is.get(decision.incident_id or "")
        if decision.verdict not in TOLD or incident is None:
            continue
        before = told.get(incident.id)
        if before is not None:
            told[incident.id] = replace(before, changes=(*before.changes, *decision.changes))
            continue
        told[incident.id] = Notice(
            id=f"{incident.id}.{incident.version}.{decision.verdict.value}",
            kind=decision.verdict,
            incident=incident,
            changes=decision.changes,
            at=now,
            reasons=tuple(reason.text for reason in decision.reasons),
        )
    return tuple(told.values())


def _with_context(store: Store, notice: Notice) -> Notice:
    """What has been in force there since when. How often the place was struck is told when the message is made."""
    from monitor.incidents.history import barrage_line, context_lines

    today = notice.at.date() if notice.at else None
    lasting = kept_incidents.in_force(store, notice.incident)
    lines = context_lines(notice.incident, lasting, today)
    parent = notice.incident.parent
    whole = kept_incidents.resolve(store, parent) if parent else None
    return replace(notice, context=(*((barrage_line(whole),) if whole else ()), *lines))


def _rank(verdict: Verdict) -> int:
    return _WEIGHT.index(verdict) if verdict in _WEIGHT else len(_WEIGHT)


def _dispatch(store: Store, notice: Notice, policy: Policy, now: datetime, *, beside: Sequence[Incident]) -> bool:
    """Decide who hears of it and write that down; what was told before and what is muted is asked of the store.
    `beside` stands what the same article made somebody hear of. Whether somebody hears of this at once."""
    from monitor.alerts.policy import Memory, decide

    memory = Memory(
        told=kept_dispatches.told(store, notice.incident.id, now),
        near=kept_dispatches.told_of_any(store, notice.incident.possible_duplicates, now),
        mutes=kept_deliveries.mutes(store, now),
    )
    dispatches = decide(notice, policy, now=now, memory=memory)
    if _loud(dispatches) - memory.told.keys():
        near = dict(kept_dispatches.told_of_any(store, _of_its_story(store, notice.incident, now), now))
        head = _known_by(notice.incident, beside)
        if head is not None:
            near |= {recipient.name: LastTold.of(head, now) for recipient in policy.recipients}
        if near:
            dispatches = decide(notice, policy, now=now, memory=replace(memory, near=near))
    kept_dispatches.record(store, notice, dispatches)
    return bool(_loud(dispatches))


def _loud(dispatches: Sequence[Dispatch]) -> set[str]:
    """Who hears of it at once, or as soon as they may be woken."""
    return {one.recipient for one in dispatches if one.mode in (Mode.NOW, Mode.HELD)}


def _of_its_story(store: Store, incident: Incident, now: datetime) -> tuple[str, ...]:
    """Incidents by which a reader may know this one: its possible duplicates, theirs, and what it only tells on."""
    from monitor.incidents import stories

    doubles = incident.possible_duplicates
    beside = (kept_incidents.get(store, ident) for ident in doubles)
    further = [ident for one in beside if one is not None for ident in one.possible_duplicates if ident != incident.id]
    since = now - timedelta(days=stories.SPAN_DAYS)
    ids = [*kept_dispatches.told_widely(store, since)]
    if incident.type in FORCE:
        ids += kept_dispatches.told_alike(store, since, sorted(FORCE))
    told = (kept_incidents.get(store, ident) for ident in dict.fromkeys(ids) if ident != incident.id)
    head = _known_by(incident, [one for one in told if one is not None])
    return tuple(dict.fromkeys((*doubles, *further, *((head.id,) if head else ()))))


def _known_by(incident: Incident, told: Sequence[Incident]) -> Incident | None:
    from monitor.incidents import stories

    return stories.known_by(incident, told)
