"""The operator's word carried out: merge, split, dismiss, retype, note, mute, and the undoing of each.

    named ──> Edit (pure: what would be different) ──> shown, or written down with what was before and its rulings

Every operation is one transaction and can be taken back. What was reported since stays: on undoing a merge, later
reports of the one incident are matched anew against the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from monitor.alerts import muting, named
from monitor.alerts.quiet import WAKES
from monitor.errors import MonitorError
from monitor.flow import Flow
from monitor.incidents import rulings
from monitor.incidents.rulings import Edit
from monitor.pipeline import candidates
from monitor.store import Store, articles, cursors, deliveries, operations
from monitor.store import incidents as kept
from monitor.types import Context, Event, Incident, Mute
from monitor.web import Effect

_SPANS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Refused(MonitorError):
    """What was asked cannot be done; the message says why."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """Does what the operator says, in the store that the daemon writes to. Safe to call beside it."""

    store: Store
    flow: Flow
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def preview(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        """What `do` would do, in words; nothing is changed. Raises Refused where it cannot be done."""
        if action == "mute":
            mute = self._mute(incident, values)
            return Effect(summary=f"mute {mute.value} until {mute.until:%Y-%m-%d %H:%M} UTC", incident=mute.value)
        if action == "unmute":
            found = self._muted(incident)
            return Effect(summary="end the mute: what is new is told again", incident=found[0].value)
        if action == "undo":
            operation = self._standing(values)
            lines = [
                f"as before: {_line(each.incident)}"
                for each in operations.before(self.store, operation.id)
                if each.incident
            ]
            return Effect(summary=f"take back: {operation.text}", lines=tuple(lines), incident=operation.subject)
        edit = self._edit(action, incident, values)
        return Effect(summary=edit.text, lines=_difference(edit), incident=edit.changed[0].id)

    def do(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        """Do it, durably: `merge` (other), `split` (article, several by commas), `retype` (type), `dismiss` and `note`
        (text), `mute` (for: 4h, 3d), `unmute`, `undo` (operation; default: the last).

        Raises Refused where it cannot be done."""
        with self.store.transaction():
            if action == "mute":
                mute = self._mute(incident, values)
                deliveries.put_mute(self.store, mute)
                return Effect(summary=f"muted until {mute.until:%Y-%m-%d %H:%M} UTC", incident=mute.value)
            if action == "unmute":
                found = self._muted(incident)
                for each in found:
                    deliveries.put_mute(self.store, replace(each, ended=self.now()))
                return Effect(summary="the mute has ended", incident=found[0].value)
            if action == "undo":
                return self._undo(self._standing(values))
            edit = self._edit(action, incident, values)
            number = operations.record(
                self.store,
                kind=action,
                subject=edit.before[0].id,
                text=edit.text,
                at=self.now(),
                before=_remembered(edit),
                rulings=edit.rulings,
            )
            self._write(edit.changed)
        return Effect(summary=edit.text, lines=_difference(edit), incident=edit.changed[0].id, operation=number)

    # ---- what is asked --------------------------------------------------------------------------------------------

    def _edit(self, action: str, incident: str, values: Mapping[str, str]) -> Edit:
        found, now = self._named(incident), self.now()
        try:
            match action:
                case "merge":
                    return rulings.merge(found, self._named(values.get("other", "")), now)
                case "split":
                    reports = [word for word in values.get("article", "").replace(",", " ").split() if word]
                    return rulings.split(found, self._reports(found, reports), now)
                case "dismiss":
                    return rulings.dismiss(found, now, values.get("text", "").strip())
                case "retype":
                    return rulings.retype(found, named.type_(values.get("type", "")), now)
                case "note":
                    text = values.get("text", "").strip()
                    if not text:
                        raise Refused("the note is empty")
                    return rulings.annotate(found, text)
                case _:
                    raise Refused(f"there is no action {action!r}")
        except ValueError as error:
            raise Refused(str(error)) from error

    def _named(self, incident: str) -> Incident:
        found = kept.resolve(self.store, incident.strip())
        if found is None:
            raise Refused(kept.unresolved(self.store, incident.strip()))
        return found

    def _reports(self, incident: Incident, named: Sequence[str]) -> tuple[str, ...]:
        """Ids of its articles or events that `named` mean: by their beginnings, or by the file an article is from."""
        if not named:
            raise Refused("no report is named")
        known = {each for event in incident.events for each in (event.article_id, event.id)}
        reports: list[str] = []
        for name in named:
            meant = {name} & known or {each for each in known if each.startswith(name) and "#" not in each}
            meant = meant or {row.id for row in self._in_file(name)} & known
            if len(meant) != 1:
                raise Refused(f"{name!r} names {'no report' if not meant else 'several reports'} of {incident.id}")
            reports += meant
        return tuple(reports)

    def _in_file(self, name: str) -> Iterator[articles.Row]:
        for mark in cursors.files_named(self.store, name):
            yield from articles.in_file(self.store, mark)

    def _mute(self, incident: str, values: Mapping[str, str]) -> Mute:
        found, now = self._named(incident), self.now()
        text = values.get("for", "24h").strip()
        try:
            span = timedelta(**{_SPANS[text[-1:]]: float(text[:-1])})
            until = now + span
        except (KeyError, ValueError, OverflowError) as error:
            raise Refused(f"{text!r} is no span like 4h or 3d") from error
        try:
            return muting.make("incident", found.id, now=now, until=until, wake=WAKES, recent=[found])
        except ValueError as error:
            raise Refused(str(error)) from error

    def _muted(self, incident: str) -> tuple[Mute, ...]:
        """The mutes in force on the incident; at least one."""
        subject = self._named(incident).id
        found = tuple(
            each
            for each in deliveries.mutes(self.store, self.now())
            if each.scope == "incident" and each.value == subject
        )
        if not found:
            raise Refused(f"{subject} is not muted")
        return found

    # ---- writing and taking back ----------------------------------------------------------------------------------

    def _write(self, changed: Iterable[Incident]) -> None:
        for incident in changed:
            kept.write(self.store, incident, self.flow.block)
            if incident.merged_into is None:
                kept.assign(self.store, incident)

    def _standing(self, values: Mapping[str, str]) -> operations.Operation:
        """The operation to take back. Raises Refused where a later one stands on it."""
        number = values.get("operation", "").strip()
        if number and not (number.isdecimal() and len(number) < 19):
            raise Refused(f"{number[:60]!r} is no number of an operation")
        found = operations.get(self.store, int(number)) if number else operations.latest(self.store)
        if found is None:
            raise Refused("there is nothing to take back")
        if found.undone:
            raise Refused(f"operation {found.id} was taken back already")
        touched = [each.id for each in operations.before(self.store, found.id)]
        later = operations.since(self.store, found.id, touched)
        if later:
            raise Refused(f"take back operation {later[-1].id} ({later[-1].text}) first")
        return found

    def _undo(self, operation: operations.Operation) -> Effect:
        before = operations.before(self.store, operation.id)
        operations.mark_undone(self.store, operation.id, self.now())
        since: dict[str, Event] = {}
        for each in before:
            current = kept.get(self.store, each.id)
            for event in current.events if current is not None else ():
                since[event.id] = event
        restored = []
        for each in before:
            current = kept.get(self.store, each.id)
            version = current.version + 1 if current is not None else 1
            if each.incident is not None:
                # a version is never used twice: people may have been told of it
                restored.append(replace(each.incident, version=version))
                for event in each.incident.events:
                    since.pop(event.id, None)
            elif current is not None:
                gone = replace(
                    current, version=version, state="merged", merged_into=operation.subject, last_change=self.now()
                )
                restored.append(gone)
        self._write(restored)
        for event in since.values():
            self._match_anew(event)
        lines = tuple(_line(each) for each in restored)
        return Effect(summary=f"taken back: {operation.text}", lines=lines, incident=operation.subject)

    def _match_anew(self, event: Event) -> None:
        said = operations.rulings(self.store)
        stored = candidates(self.store, self.flow, event, said)
        context = Context(now=self.now(), rulings=said)
        outcome = self.flow.match(stored, event, context)
        kept.decide_anew(self.store, outcome.decision)
        for incident in outcome.changed:
            kept.write(self.store, incident, self.flow.block)


def _remembered(edit: Edit) -> tuple[operations.Before, ...]:
    """What each incident was; one that is made by the operation was nothing."""
    known = {each.id for each in edit.before}
    fresh = (operations.Before(id=each.id) for each in edit.changed if each.id not in known)
    return (*(operations.Before(id=each.id, incident=each) for each in edit.before), *fresh)


def _difference(edit: Edit) -> tuple[str, ...]:
    """Each incident as it was and as it will be, where the two read differently."""
    before = {each.id: each for each in edit.before}
    lines = []
    for each in edit.changed:
        was = before.get(each.id)
        if was is None:
            lines.append(f"new: {_line(each)}")
        elif _line(was) != _line(each):
            lines += [f"now: {_line(was)}", f"then: {_line(each)}"]
    return tuple(lines)


def _line(incident: Incident) -> str:
    when = incident.when.date.isoformat() if incident.when else "undated"
    place = incident.place.name if incident.place else "place unknown"
    killed = f", killed {incident.killed.best}" if incident.killed and incident.killed.best is not None else ""
    count = len(incident.events)
    told = f"{incident.headline or incident.type} ({incident.type}, {when}, {place}{killed})"
    return f"{incident.id}: {told}, {count} report{'' if count == 1 else 's'}, {incident.state}"
