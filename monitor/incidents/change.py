"""What is new about an incident since its last version, in words a reader can use, and whether it is worth telling."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.taxonomy import type_of
from monitor.types import Change, Event, Grade, Incident, Modality, Party, figure_of

#: a toll is news when it passes one of these
BANDS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
_LEAP = 1.0  #: severity
#: families in which what is stopped and what is not are two outcomes
_SHOT = frozenset({"strike", "air_defence", "sea"})


def changes(before: Incident, after: Incident, event: Event) -> tuple[Change, ...]:
    """What `event`, joining `before` and giving `after`, changed, material changes first."""
    found = [
        *_sources(before, after, event),
        *_outcome(before, after),
        *_tolls(before, after),
        *_words_of_parties(before, after),
        *_kind(before, after),
        *_place(before, after),
        *_state(before, after),
        *_severity(before, after),
    ]
    return tuple(sorted(found, key=lambda change: not change.material))


def band(figure: int) -> int:
    """How many of the bands `figure` has reached."""
    return sum(figure >= floor for floor in BANDS)


def _sources(before: Incident, after: Incident, event: Event) -> Iterator[Change]:
    if after.trusted and not before.trusted:
        who = event.outlet or event.source
        yield Change(field="source", before="low trust", after=who, text=f"first report by a trusted source: {who}")
    elif before.independent < 2 <= after.independent:
        yield Change(
            field="independent",
            before=str(before.independent),
            after=str(after.independent),
            text=f"second independent source: {event.outlet or event.source}",
        )
    elif before.doubt and not after.doubt:
        who = event.outlet or event.source
        yield Change(field="doubt", before=before.doubt, after=None, text=f"no longer in doubt: {who} tells of it too")
    if after.grade is Grade.CONFIRMED and before.grade is not Grade.CONFIRMED:
        yield Change(field="grade", before=before.grade.value, after="confirmed", text="officially confirmed")
    elif after.grade in (Grade.DISPUTED, Grade.DENIED) and before.grade not in (Grade.DISPUTED, Grade.DENIED):
        who = f" by {after.denied_by.name}" if after.denied_by else ""
        yield Change(field="grade", before=before.grade.value, after=after.grade.value, text=f"denied{who}")


def _outcome(before: Incident, after: Incident) -> Iterator[Change]:
    was, now = before.modality, after.modality
    if {was, now} == {Modality.FOILED, Modality.OCCURRED}:
        shot = after.family in _SHOT
        stopped, done = ("intercepted", "hit") if shot else ("foiled", "carried out")
        text = f"{stopped}, then {done}" if now is Modality.OCCURRED else f"now said to have been {stopped}"
        # on the ground both are words of the two sides for one fight
        yield Change(field="outcome", before=was.value, after=now.value, text=text, material=shot)
    elif was is Modality.ANNOUNCED and now is Modality.OCCURRED:
        yield Change(field="outcome", before=was.value, after=now.value, text="announced, now carried out")
    elif figure_of(before.impacted) == 0 and (figure_of(after.impacted) or 0) > 0:
        yield Change(field="impacted", before="0", after=str(figure_of(after.impacted)), text="none hit, now some did")


def _tolls(before: Incident, after: Incident) -> Iterator[Change]:
    for name in ("killed", "wounded", "launched", "intercepted"):
        was, now = figure_of(getattr(before, name)), figure_of(getattr(after, name))
        if was == now or now is None:
            continue
        people = name in ("killed", "wounded")
        material = people and band(was or 0) != band(now)
        yield Change(
            field=name,
            before=None if was is None else str(was),
            after=str(now),
            text=f"{name} {was} -> {now}" if was is not None else f"{now} {name}",
            material=material,
        )


def _words_of_parties(before: Incident, after: Incident) -> Iterator[Change]:
    for name, verb in (("claimed_by", "claimed by"), ("denied_by", "denied by")):
        was: Party | None = getattr(before, name)
        now: Party | None = getattr(after, name)
        if now is not None and (was is None or was.name != now.name):
            text = f"{verb} {now.name}" + (f", before by {was.name}" if was else "")
            yield Change(field=name, before=was.name if was else None, after=now.name, text=text)
    was_by, now_by = _named(before.actors), _named(after.actors)
    if now_by and was_by != now_by:
        gained = [name for name in now_by if name not in was_by]
        if gained:
            yield Change(
                field="actors",
                before=", ".join(was_by) or None,
                after=", ".join(now_by),
                text=f"attributed to {', '.join(gained)}",
                material=not was_by and any(name not in _named(after.targets) for name in gained),
            )


def _named(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(party.name for party in parties if party.name != "unknown")


def _kind(before: Incident, after: Incident) -> Iterator[Change]:
    if before.type != after.type:
        was, now = type_of(before.type).label.lower(), type_of(after.type).label.lower()
        yield Change(field="type", before=before.type, after=after.type, text=f"{was} -> {now}")
    if before.weapon_family and after.weapon_family and before.weapon_family != after.weapon_family:
        was, now = before.weapon or before.weapon_family, after.weapon or after.weapon_family
        yield Change(field="weapon", before=was, after=now, text=f"weapon {was} -> {now}")


def _place(before: Incident, after: Incident) -> Iterator[Change]:
    was, now = before.place, after.place
    if now is None or (was is not None and (was.key or was.name) == (now.key or now.name)):
        return
    border = was is None or was.country != now.country or bool(was.region and now.region and was.region != now.region)
    critical = now.precision == "site" and "critical_infrastructure" in after.flags
    yield Change(
        field="place",
        before=was.name if was else None,
        after=now.name,
        text=f"place {was.name} -> {now.name}" if was else f"at {now.name}",
        material=border or critical,
    )


def _state(before: Incident, after: Incident) -> Iterator[Change]:
    if before.ended is None and after.ended is not None:
        what = "truce over" if after.type == "ceasefire" else "lifted"
        yield Change(field="state", before="in force", after=str(after.ended), text=f"{what} since {after.ended}")


def _severity(before: Incident, after: Incident) -> Iterator[Change]:
    if before.severity != after.severity:
        yield Change(
            field="severity",
            before=f"{before.severity:.1f}",
            after=f"{after.severity:.1f}",
            text=f"severity {before.severity:.1f} -> {after.severity:.1f}",
            material=abs(after.severity - before.severity) >= _LEAP,
        )
