"""Identity run again over all that is stored, after its rules have changed: first what would be different, then it.

    stored events, in order of arrival ──match──> a scratch database ──compared──> Plan ──apply──> one transaction

The operator's rulings are obeyed, ids are kept where most of an incident's reports stay together, and nobody is told.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from monitor.errors import StoreError
from monitor.flow import Flow
from monitor.incidents.fuse import OPERATOR, fuse
from monitor.pipeline import Prepared, settle
from monitor.store import Store, operations, views
from monitor.store import articles as kept_articles
from monitor.store import incidents as kept
from monitor.types import Decision, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a rebuild would do."""

    same: int  #: incidents that stay as they are
    changed: tuple[Incident, ...]  #: as they will be, under the ids they will have; tombstones too
    before: tuple[Incident, ...]  #: those of them that exist, as they are
    decisions: tuple[Decision, ...]  #: on the events of all articles, with the ids incidents will have
    lines: tuple[str, ...]  #: in words


def plan(
    store: Store, flow: Flow, now: datetime, *, on_progress: Callable[[int, int], None] = lambda done, of: None
) -> Plan:
    """Run identity over every stored event in a database of its own, and compare. Nothing of `store` is changed."""
    decisions: list[Decision] = []
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "scratch.db") as scratch:
        scratch.migrate()
        scratch.execute("PRAGMA synchronous = OFF")
        operations.record(
            scratch, kind="rebuild", subject="", text="", at=now, before=(), rulings=operations.rulings(store)
        )
        names = list(kept_articles.in_order(store))
        for start in range(0, len(names), 200):
            with scratch.transaction():
                for name in names[start : start + 200]:
                    decisions += _again(store, scratch, flow, name)
            on_progress(min(start + 200, len(names)), len(names))
        after = _all(scratch)
    return _compared(_all(store), after, decisions, now)


def apply(store: Store, flow: Flow, made: Plan, now: datetime) -> int | None:
    """Do what `made` says, in one transaction; the number of the operation, for `undo`. None where nothing changes.

    Raises StoreError where an incident is no longer as it was when the plan was made."""
    if not made.changed:
        return None
    known = {each.id for each in made.before}
    before = [operations.Before(id=each.id, incident=each) for each in made.before]
    before += [operations.Before(id=each.id) for each in made.changed if each.id not in known]
    text = f"rebuilt: {len(made.changed)} incidents are different"
    with store.transaction():
        for each in made.before:
            if kept.get(store, each.id) != each:
                raise StoreError(f"{each.id} has changed since the plan was made; nothing was done, plan again")
        number = operations.record(store, kind="rebuild", subject=made.changed[0].id, text=text, at=now, before=before)
        for incident in made.changed:
            kept.write(store, incident, flow.block)
        for decision in made.decisions:
            kept.decide_anew(store, decision)
    return number


def _again(store: Store, scratch: Store, flow: Flow, name: str) -> tuple[Decision, ...]:
    article, item, reading = (
        kept_articles.of_article(store, name),
        kept_articles.received(store, name),
        kept_articles.reading(store, name),
    )
    assert article is not None
    assert item is not None
    assert reading is not None
    events = tuple(replace(each.event, signature=article.signature) for each in kept.decisions(store, name))
    prepared = Prepared(item=item, article=article, reading=replace(reading, events=events))
    return settle(prepared, flow, scratch, article.received).decisions


def _all(store: Store) -> dict[str, Incident]:
    found: dict[str, Incident] = {}
    offset = 0
    while page := views.find(store, views.Filter(merged=True), 500, offset):
        found |= {each.id: each for each in page}
        offset += len(page)
    return found


def _compared(
    before: dict[str, Incident], after: dict[str, Incident], decisions: list[Decision], now: datetime
) -> Plan:
    live = {name: each for name, each in before.items() if each.merged_into is None}
    names = _named(live, after)
    changed: list[Incident] = []
    lines: list[str] = []
    same = 0
    for name, each in after.items():
        if each.merged_into is not None:
            continue
        old = live.get(names[name])
        new = _carried(_renamed(each, names), old)
        if old is not None and _content(old) == _content(new):
            same += 1
            continue
        changed.append(replace(new, version=old.version + 1 if old else 1, last_change=now if old else new.last_change))
        lines.append(_told(old, new))
    for name, old in live.items():
        if name in names.values():
            continue
        into = _heir(old, after, names)
        gone = replace(old, state="merged", merged_into=into, version=old.version + 1, last_change=now)
        changed.append(gone)
        lines.append(f"{old.id} goes into {into}: {old.headline}")
    moved = tuple(
        replace(each, incident_id=names.get(each.incident_id, each.incident_id) if each.incident_id else None)
        for each in decisions
    )
    return Plan(
        same=same,
        changed=tuple(changed),
        before=tuple(before[each.id] for each in changed if each.id in before),
        decisions=moved,
        lines=tuple(lines),
    )


def _named(before: dict[str, Incident], after: dict[str, Incident]) -> dict[str, str]:
    """For each incident of the second run the id it will have: that of the one it shares most reports with."""
    home = {event.id: each.id for each in before.values() for event in each.events}
    shared: list[tuple[int, str, str]] = []
    for each in after.values():
        counts = Counter(home[event.id] for event in each.events if event.id in home)
        shared += [(count, old, each.id) for old, count in counts.items()]
    names: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, new in sorted(shared, key=lambda each: (-each[0], each[1] != each[2], each[1], each[2])):
        if new not in names and old not in taken:
            names[new] = old
            taken.add(old)
    for new in after:
        if new not in names:
            free, number = new, 1
            while free in before or free in taken:
                number += 1
                free = f"{new}-{number}"
            names[new] = free
            taken.add(free)
    return names


def _renamed(incident: Incident, names: dict[str, str]) -> Incident:
    def those(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(each, each) for each in ids))

    return replace(
        incident,
        id=names[incident.id],
        parent=names.get(incident.parent, incident.parent) if incident.parent else None,
        linked=those(incident.linked),
        possible_duplicates=those(incident.possible_duplicates),
    )


def _carried(new: Incident, old: Incident | None) -> Incident:
    """What the operator said of the old one holds of the new one."""
    if old is None:
        return new
    said = tuple(each for each in old.claims if each.by == OPERATOR)
    carried = replace(new, note=old.note, claims=(*said, *new.claims) if said else new.claims)
    if said:
        carried = fuse(carried, carried.events)
    return replace(carried, state="dismissed") if old.state == "dismissed" else carried


def _content(incident: Incident) -> Incident:
    """An incident without what counts its history."""
    bare = tuple(replace(event, signature=b"") for event in incident.events)
    return replace(incident, version=0, last_change=None, events=bare, claims=())


def _told(old: Incident | None, new: Incident) -> str:
    if old is None:
        return f"new {new.id}: {new.headline} ({len(new.events)} reports)"
    parts = []
    if len(old.events) != len(new.events):
        parts.append(f"reports {len(old.events)} -> {len(new.events)}")
    for name in ("type", "state", "headline", "grade"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            parts.append(f"{name} {was} -> {now}")
    if round(old.severity, 1) != round(new.severity, 1):
        parts.append(f"severity {old.severity:.1f} -> {new.severity:.1f}")
    return f"{new.id}: {'; '.join(parts) or 'details'}"


def _heir(old: Incident, after: dict[str, Incident], names: dict[str, str]) -> str:
    """Where most reports of an incident that is no more have gone."""
    ids = {event.id for event in old.events}
    counts: dict[str, int] = defaultdict(int)
    for each in after.values():
        counts[names[each.id]] += sum(1 for event in each.events if event.id in ids)
    best = max(counts, key=lambda name: (counts[name], name), default=old.id)
    return best if counts.get(best) else old.id
