"""Parcels made into messages: subject with the worst first, the text in each form, and the same for machines. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import msgspec

from monitor.alerts.bundle import Entry, Parcel
from monitor.alerts.press import Press
from monitor.alerts.scrub import MINIMAL, SUBJECT, block, one_line
from monitor.alerts.wording import Card, Voice, card, headline_of, notes_on, spell_place, with_deaths
from monitor.taxonomy import type_of
from monitor.types import Change, Incident, Message, Verdict

_FAMILY_NOUNS = {
    "strike": "strikes",
    "air_defence": "air-defence incidents",
    "ground": "ground attacks",
    "sea": "incidents at sea",
    "cyber": "cyberattacks",
    "posture": "military moves",
    "coercion": "threats and measures",
    "de_escalation": "steps towards calm",
}
#: changes a subject names first; any other comes after them
_WEIGHTY = (
    "killed", "outcome", "state", "wounded", "impacted", "claimed_by", "denied_by", "grade", "type", "actors", "place",
)  # fmt: skip
#: incidents laid out whole in a bundle of each kind; the rest stands as one line each
WHOLE = {"alert": 1, "burst": 3, "catch_up": 8, "summary": 5}
#: lines of a bundle; beyond them the rest is counted
LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertView:
    """What an alert layout sees as `v`."""

    id: str
    kind: str  #: alert | burst | catch_up | summary
    subject: str
    lead: str  #: one sentence over the cards; '' for a single alert
    cards: tuple[Card, ...]
    brief: tuple[Card, ...]  #: further ones, one line each
    footer: tuple[str, ...]
    recipient: str


def compose(
    parcel: Parcel,
    *,
    recipient: str,
    voice: Voice,
    press: Press,
    now: datetime,
    headlines: Mapping[str, str] = MappingProxyType({}),
) -> Message:
    """The message of a parcel. The same parcel, voice and time give the same message.

    `headlines` are those of incidents that may be the same as one in it."""
    cards = tuple(card(entry, voice, now=now, late=parcel.late, headlines=headlines) for entry in parcel.entries)
    subject = subject_of(parcel, voice)
    whole = WHOLE.get(parcel.kind, 8)
    view = AlertView(
        id=parcel.id,
        kind=parcel.kind,
        subject=subject,
        lead=_lead(parcel),
        cards=cards[:whole],
        brief=cards[whole : whole + LINES],
        footer=_footer(cards, whole),
        recipient=recipient,
    )
    single = parcel.entries[0].notice.incident if len(parcel.entries) == 1 else None
    return Message(
        id=f"{parcel.id}.{recipient}",
        kind=parcel.kind,
        recipient=recipient,
        subject=subject,
        text=press.render("alert.txt", view),
        markdown=press.render("alert.md", view),
        html=press.render("alert.html", view),
        minimal=minimal(subject, cards),
        data=json.dumps({"incidents": [_data(entry) for entry in parcel.entries], "late": parcel.late}),
        thread=single.id if single else None,
        priority=max(entry.severity for entry in parcel.entries),
        group=parcel.group,
        source=parcel.source,
        created=now,
    )


def _footer(cards: Sequence[Card], whole: int) -> tuple[str, ...]:
    more = (f"and {len(cards) - whole - LINES} more, in the next digest",) if len(cards) > whole + LINES else ()
    return (*more, *notes_on(cards[:whole]))


def subject_of(parcel: Parcel, voice: Voice) -> str:
    """One line that says the worst first."""
    worst = parcel.entries[0]
    count = len(parcel.entries)
    if parcel.kind == "alert" and count == 1:
        line = _single_subject(worst, voice)
        return one_line(f"LATE {line}" if parcel.late else line, SUBJECT)
    headline = _deaths_and_place(worst.notice.incident, headline_of(worst.notice.incident, voice), voice)
    if parcel.kind == "burst":
        return one_line(f"{_burst(parcel)}; worst: {headline}", SUBJECT)
    rest = f", and {count - 1} more" if count > 1 else ""
    what = "While you were away" if parcel.kind == "catch_up" else "Summary"
    return one_line(f"{one_line(headline, 110)}{rest} · {what}", SUBJECT)


def _single_subject(entry: Entry, voice: Voice) -> str:
    incident = entry.notice.incident
    headline = one_line(headline_of(incident, voice), 120)
    if entry.kind is Verdict.RETRACTION:
        return f"RETRACTED: {headline}"
    if entry.kind is Verdict.CORRECTION:
        return f"CORRECTION{_first_change(entry)}: {headline}"
    if entry.kind is Verdict.UPDATE:
        return f"UPDATE{_first_change(entry)}: {headline}"
    return _deaths_and_place(incident, headline, voice)


def _first_change(entry: Entry) -> str:
    """The weightiest of what changed: the dead before the claim before one source more."""
    material = sorted((change for change in entry.changes if change.material), key=_weight)
    return f", {one_line(material[0].text, 60).replace(' -> ', ' → ')}" if material else ""


def _weight(change: Change) -> int:
    return _WEIGHTY.index(change.field) if change.field in _WEIGHTY else len(_WEIGHTY)


def _deaths_and_place(incident: Incident, headline: str, voice: Voice) -> str:
    where = spell_place(incident.place, voice) if incident.place else ""
    name = incident.place.name if incident.place else ""
    tail = f" ({where})" if where and name.casefold() not in headline.casefold() else ""
    return with_deaths(incident, headline) + tail


def _burst(parcel: Parcel) -> str:
    incidents = [entry.notice.incident for entry in parcel.entries]
    kinds = {incident.type for incident in incidents}
    noun = _FAMILY_NOUNS.get(incidents[0].family or type_of(incidents[0].type).family, "incidents")
    if len(kinds) == 1:
        label = type_of(incidents[0].type).label.lower()
        noun = f"{label}s" if label.split()[-1] in ("strike", "interception", "bombing", "clash", "assault") else noun
        noun = noun.replace("clashs", "clashes")
    where = parcel.group.partition(", ")[2]
    times = sorted(one.at for entry in parcel.entries for one in entry.dispatches if one.at)
    minutes = max(1, round((times[-1] - times[0]).total_seconds() / 60)) if times else 1
    return f"{len(incidents)} {noun} in {one_line(where, 60)}, {minutes} min"


def _lead(parcel: Parcel) -> str:
    count = len(parcel.entries)
    if parcel.kind == "burst":
        return f"{_burst(parcel)}. Reported close together, so told together; the gravest first."
    if parcel.kind == "catch_up":
        return (
            f"{count} incidents were held back during quiet hours or while the monitor or a channel was down. "
            "Gravest first; each says since when it was known."
        )
    if parcel.kind == "summary":
        noun = "incident" if count == 1 else "incidents"
        return f"{count} {noun} {' or '.join(parcel.limits)}. Gravest first."
    return ""


def minimal(subject: str, cards: Sequence[Card]) -> str:
    """The stripped form that goes out after a refusal: plain ASCII punctuation, no links, at most 1,000 characters."""
    lines = [subject]
    for one in cards:
        facts = [f"severity {one.severity}", one.type, one.when, one.where, one.toll, *one.changes[:2]]
        lines.append(f"- {one.kind} {one.headline}: " + "; ".join(fact for fact in facts if fact))
    text = block("\n".join(lines), MINIMAL * 2)
    plain = "".join(char if char.isalnum() or char in " \n.,;:-()'/%+" else " " for char in text)
    return block(plain.replace("→", "to"), MINIMAL)


def _data(entry: Entry) -> dict[str, Any]:
    incident = entry.notice.incident
    value: dict[str, Any] = msgspec.to_builtins(
        {
            "incident": incident.id,
            "version": incident.version,
            "kind": entry.kind.value,
            "type": incident.type,
            "family": incident.family,
            "modality": incident.modality,
            "grade": incident.grade,
            "headline": one_line(incident.headline),
            "severity": incident.severity,
            "when": incident.when,
            "place": incident.place,
            "actors": incident.actors,
            "targets": incident.targets,
            "killed": incident.killed,
            "wounded": incident.wounded,
            "claimed_by": incident.claimed_by,
            "independent": incident.independent,
            "changes": entry.changes,
            "sources": [
                {"outlet": event.outlet, "url": event.url, "title": one_line(event.title)}
                for event in incident.events[:20]
            ],
            "reason": entry.dispatches[-1].reason if entry.dispatches else "",
        }
    )
    cleaned: dict[str, Any] = _scrubbed(value)
    return cleaned


def _scrubbed(value: Any) -> Any:
    """Every text in it bounded and without control characters: machines choke on them too."""
    if isinstance(value, str):
        return one_line(value, 1000)
    if isinstance(value, dict):
        return {key: _scrubbed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_scrubbed(inner) for inner in value]
    return value
