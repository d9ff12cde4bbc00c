"""Who hears of what, how and when: rules over a notice, the answer always with its reason.

    notice ─> first import? ─> rules, or severity and doubt ─> mutes ─> told before? ─> gap ─> quiet hours ─> Dispatch

Every recipient gets a Dispatch for every notice, also where the answer is never: what was not told is counted in the
digest, and `monitor reconcile` can account for all of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from monitor.alerts import quiet
from monitor.alerts.schedule import parse_clock
from monitor.alerts.scope import Answer, Area, Asset, Atlas, Finding, Scope, covers
from monitor.types import Change, Dispatch, Grade, Incident, LastTold, Mode, Mute, Notice, Verdict, figure_of

#: severity from which on a truce is told at once, where `at_once` lies higher: it matters as much as a strike, but its
#: base lies lower on the scale of harm
_TRUCE = 5.0
#: wounded from which on that they are known is news; severity by which an incident told of must have grown to be news
_MANY_WOUNDED = 20
_GRAVER = 1.0
_FAR_GRAVER = 2.0
_DENIALS = (Grade.DENIED.value, Grade.DISPUTED.value)
_SAYS = re.compile(r"(?i)\b(?:says?|said|claim(?:s|ed)?)\b")
_STEM = 5  #: letters of a name that its adjective has too
#: dead from which on what may be a duplicate is news, where they are more than twice as many as the reader knows of
_MANY_DEAD = 5
#: a possible duplicate of what was told so long ago, or what only tells it on, is alerted again
PERHAPS = timedelta(hours=72)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who is told: where, from what severity on at once, and when not."""

    name: str
    channels: tuple[str, ...] = ("console",)
    fallback: str | None = None  #: channel that stands in when one of the others is down
    zone: str = "UTC"  #: IANA time zone of the local times below
    at_once: float = 6.5  #: severity from which on an alert is sent at once, where no rule decides; a truce from 5
    quiet_hours: tuple[str, ...] = ()  #: '22:00-07:00', 'sat,sun 00:00-09:00': alerts are held, not dropped
    wake_from: float | None = None  #: severity that passes through quiet hours
    gap_min: float = 30.0  #: at most one update of one incident in so many minutes
    per_hour: int = 30  #: messages at once an hour; what is more is told in a summary
    digest: tuple[str, ...] = ("07:00",)  #: local times
    digest_channels: tuple[str, ...] = ()  #: empty: the same channels as alerts
    group_after: int = 3  #: so many alerts of one kind and region go out singly, further ones together
    group_min: float = 5.0  #: so long the further ones are gathered
    corroboration: str = "digest"  #: now | digest: updates by which what you know of is only surer or more exact
    doubtful: str = "digest"  #: now | digest: what one source alone tells, in words that leave a doubt
    troubles: bool = True  #: hear of feeds that fail or fall silent, and of messages that no channel takes

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError(f"{self.zone!r} is no time zone like Europe/Kyiv") from error
        for window in self.quiet_hours:
            quiet.parse_window(window)
        for clock in self.digest:
            parse_clock(clock)
        for bound in (self.at_once, self.wake_from):
            if bound is not None and not 0 <= bound <= 10:
                raise ValueError("at_once and wake_from are severities, between 0 and 10")
        if self.corroboration not in ("now", "digest"):
            raise ValueError("corroboration is now or digest")
        if self.doubtful not in ("now", "digest"):
            raise ValueError("doubtful is now or digest")
        if not self.channels:
            raise ValueError("a recipient needs at least one channel")
        if self.per_hour < 5:
            raise ValueError("per_hour is at least 5, or nothing is left for summaries")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What to do with notices in a scope. `send` is now, digest or never."""

    name: str
    send: str
    when: Scope = field(default_factory=Scope)
    to: tuple[str, ...] = ()  #: recipients; empty: all
    channels: tuple[str, ...] = ()  #: other channels than the recipient's own

    def __post_init__(self) -> None:
        if self.send not in ("now", "digest", "never"):
            raise ValueError("send is now, digest or never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All that decides who is told."""

    recipients: tuple[Recipient, ...] = ()
    rules: tuple[Rule, ...] = ()
    match: str = "first"  #: first | all: the first rule that covers decides, or the loudest of all that do
    areas: Mapping[str, Area] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    old_after_h: float | None = None  #: published longer ago than this: digest only; None: never too old

    @property
    def atlas(self) -> Atlas:
        """Areas and assets, as scopes look them up."""
        return Atlas(areas=self.areas, assets=self.assets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was told before and what is muted: all that `decide` may know beside the notice."""

    told: Mapping[str, LastTold] = field(default_factory=dict)  #: by recipient, about this incident, at once
    near: Mapping[str, LastTold] = field(default_factory=dict)  #: the same about incidents it may be a duplicate of
    mutes: tuple[Mute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    mode: Mode
    code: str
    reason: str
    rule: str = ""
    channels: tuple[str, ...] = ()
    due: datetime | None = None


_LOUDNESS = {Mode.NOW: 3, Mode.HELD: 2, Mode.DIGEST: 1, Mode.NEVER: 0}


def decide(notice: Notice, policy: Policy, *, now: datetime, memory: Memory | None = None) -> tuple[Dispatch, ...]:
    """One Dispatch for each recipient, in the order of the configuration. The same arguments give the same ids."""
    known = memory or Memory()
    return tuple(_for(notice, recipient, policy, now, known) for recipient in policy.recipients)


def _for(notice: Notice, recipient: Recipient, policy: Policy, now: datetime, memory: Memory) -> Dispatch:
    verdict = _decide(notice, recipient, policy, now, memory)
    return Dispatch(
        id=f"{notice.id}>{recipient.name}",
        notice_id=notice.id,
        incident_id=notice.incident.id,
        recipient=recipient.name,
        mode=verdict.mode,
        code=verdict.code,
        reason=verdict.reason,
        rule=verdict.rule,
        channels=verdict.channels,
        due=verdict.due,
        at=now,
    )


def _decide(notice: Notice, recipient: Recipient, policy: Policy, now: datetime, memory: Memory) -> _Verdict:
    incident = notice.incident
    told = memory.told.get(recipient.name)
    if incident.events and all(event.quiet for event in incident.events):
        return _Verdict(
            mode=Mode.NEVER, code="first_import", reason="found when its source was first read: kept, not told"
        )
    if notice.kind in (Verdict.RETRACTION, Verdict.CORRECTION) and told is not None:
        # whoever was told a thing at once is told at once that it is not so
        verdict = _Verdict(
            mode=Mode.NOW,
            code="takes_back",
            reason=f"{notice.kind.value} of what you were told at {told.at:%H:%M UTC}",
            due=now,
        )
    else:
        verdict = _by_rules(notice, recipient, policy)
        if verdict.mode is Mode.NOW and not verdict.rule and told is None and recipient.doubtful == "digest":
            verdict = _not_doubtful(verdict, incident)
        if verdict.mode is Mode.NOW:
            verdict = _not_old(verdict, notice, policy, now)
        if verdict.mode is Mode.NOW:
            verdict = _with_mutes(verdict, incident, recipient, now, memory.mutes)
        if verdict.mode is Mode.NOW and told is not None and recipient.corroboration == "digest":
            verdict = _not_merely_surer(verdict, notice, told)
        if verdict.mode is Mode.NOW and told is None:
            verdict = _not_perhaps_told(verdict, notice, now, memory.near.get(recipient.name))
        if verdict.mode is Mode.NOW:
            verdict = _with_gap(verdict, notice, recipient, now, told)
    if verdict.mode in (Mode.NOW, Mode.HELD):
        verdict = _with_quiet_hours(replace(verdict, due=verdict.due or now), incident, recipient)
    return verdict


def _by_rules(notice: Notice, recipient: Recipient, policy: Policy) -> _Verdict:
    atlas = policy.atlas
    matched: list[_Verdict] = []
    spared: list[str] = []
    for rule in policy.rules:
        if rule.to and recipient.name not in rule.to:
            continue
        finding = covers(rule.when, notice, atlas)
        if finding.answer is Answer.NO:
            continue
        if finding.answer is Answer.UNKNOWN and rule.send == "never":
            spared.append(f"rule {rule.name} was not applied: {finding.reason}")
            continue
        matched.append(_matched(rule, finding))
        if policy.match == "first":
            break
    if not matched:
        verdict = _by_severity(notice.incident, recipient)
    else:
        verdict = max(matched, key=lambda one: _LOUDNESS[one.mode])
    if spared:
        verdict = replace(verdict, reason="; ".join((verdict.reason, *spared)))
    return verdict


def _matched(rule: Rule, finding: Finding) -> _Verdict:
    said = finding.reason if finding.answer is Answer.YES else f"scope undecided: {finding.reason}"
    mode = {"now": Mode.NOW, "digest": Mode.DIGEST, "never": Mode.NEVER}[rule.send]
    code = "rule" if mode is not Mode.NEVER else "rule_never"
    return _Verdict(mode=mode, code=code, reason=f"rule {rule.name}: {said}", rule=rule.name, channels=rule.channels)


def _by_severity(incident: Incident, recipient: Recipient) -> _Verdict:
    limit, whose = recipient.at_once, f"your {recipient.at_once:g}"
    if incident.type == "ceasefire" and limit > _TRUCE:
        limit, whose = _TRUCE, f"{_TRUCE:g}, from which on a truce is told at once"
    if incident.severity >= limit:
        return _Verdict(mode=Mode.NOW, code="severity", reason=f"severity {incident.severity:.1f} reaches {whose}")
    return _Verdict(
        mode=Mode.DIGEST,
        code="below",
        reason=f"severity {incident.severity:.1f} is below {whose}: in the digest",
    )


def _not_old(verdict: _Verdict, notice: Notice, policy: Policy, now: datetime) -> _Verdict:
    if policy.old_after_h is None:
        return verdict
    newest = max((event.published for event in notice.incident.events if event.published), default=None)
    if newest is None or now - newest <= timedelta(hours=policy.old_after_h):
        return verdict
    hours = (now - newest).total_seconds() / 3600
    return replace(
        verdict, mode=Mode.DIGEST, code="old", reason=f"published {hours:.0f} h before we saw it: in the digest"
    )


def _with_mutes(
    verdict: _Verdict, incident: Incident, recipient: Recipient, now: datetime, mutes: Sequence[Mute]
) -> _Verdict:
    notes: list[str] = []
    for mute in mutes:
        if mute.ended is not None or now >= mute.until or mute.recipient not in (None, recipient.name):
            continue
        finding = quiet.covered(mute, incident)
        if finding.answer is Answer.UNKNOWN:
            notes.append(finding.reason)
        if finding.answer is not Answer.YES:
            continue
        wake = quiet.woken(mute, incident)
        if wake:
            notes.append(f"mute {mute.id} passed over: {wake}")
            continue
        return replace(
            verdict,
            mode=Mode.NEVER,
            code="muted",
            reason=f"{finding.reason} until {mute.until:%Y-%m-%d %H:%M UTC} (mute {mute.id})",
        )
    return replace(verdict, reason="; ".join((verdict.reason, *notes))) if notes else verdict


def _not_doubtful(verdict: _Verdict, incident: Incident) -> _Verdict:
    """A report that may be no news of ours wakes nobody before another one bears it out; it is told all the same."""
    if not incident.doubt:
        return verdict
    return replace(
        verdict,
        mode=Mode.DIGEST,
        code="doubt",
        reason=f"{verdict.reason}, but it is in doubt ({incident.doubt}): in the digest; "
        "at once when a plain report or more sources tell of it",
    )


def _not_merely_surer(verdict: _Verdict, notice: Notice, told: LastTold) -> _Verdict:
    """What makes an incident somebody knows of surer or more exact is no news to wake them for."""
    if notice.kind is not Verdict.UPDATE or not told.trusted:
        return verdict
    material = [change for change in notice.changes if change.material]
    if not material or any(_is_news(change, notice.incident, told) for change in material):
        return verdict
    what = "; ".join(one.text for one in material)
    return replace(
        verdict, mode=Mode.DIGEST, code="corroboration", reason=f"nothing new to act on ({what}): in the digest"
    )


def _is_news(change: Change, incident: Incident, told: LastTold) -> bool:
    """Whether a change is news to somebody who was told of the incident as `told` has it."""
    match change.field:
        case "killed":
            return int(change.after or 0) > (told.killed or 0)
        case "wounded":
            before, after = int(change.before or 0), int(change.after or 0)
            return after >= max(_MANY_WOUNDED, 2 * before)
        case "independent" | "grade":
            # that others report it too is news only of what was but a claim
            return Grade.CLAIMED.value == change.before or change.after in _DENIALS
        case "type":
            return incident.severity >= told.severity + _GRAVER
        case "severity":
            return incident.severity >= told.severity + _FAR_GRAVER
        case "actors":
            new = [name for name in (change.after or "").split(", ") if name not in (change.before or "")]
            return not any(_said_in(incident.headline, name) for name in new)
        case "claimed_by":
            # 'Russia says it repelled an attack' was the claim already
            return not (_said_in(incident.headline, change.after or "") and _SAYS.search(incident.headline))
        case "place" | "weapon" | "doubt":
            return False
    return True


def _said_in(headline: str, name: str) -> bool:
    """Whether a headline names a side, if only by its adjective: 'Ukrainian forces' for Ukraine."""
    said = headline.casefold().split()
    stems = [word[:_STEM] for word in name.casefold().split() if len(word) >= _STEM - 1]
    return any(word.strip("‘’“”'\"(").startswith(stem) for word in said for stem in stems)


def _not_perhaps_told(verdict: _Verdict, notice: Notice, now: datetime, near: LastTold | None) -> _Verdict:
    """What may be an incident the recipient knows is alerted once: the second stands beside it in the digest."""
    if near is None or now - near.at > PERHAPS or _urgent(notice, near):
        return verdict
    if (figure_of(notice.incident.killed) or 0) >= max(_MANY_DEAD, 2 * (near.killed or 0) + 1):
        return verdict
    return replace(
        verdict,
        mode=Mode.DIGEST,
        code="possible_duplicate",
        reason=f"the same as, or told because of, an incident you heard of at {near.at:%d %b %H:%M UTC}: in the digest",
    )


def _urgent(notice: Notice, told: LastTold) -> str:
    """Why an update may not wait for the end of the gap; '' where it may."""
    killed = figure_of(notice.incident.killed)
    if killed and not told.killed:
        return "first death"
    if notice.incident.severity >= told.severity + _FAR_GRAVER:
        return f"severity {told.severity:.1f} -> {notice.incident.severity:.1f}"
    if not told.trusted and notice.incident.trusted:
        return "first report by a trusted source"
    return ""


def _with_gap(
    verdict: _Verdict, notice: Notice, recipient: Recipient, now: datetime, told: LastTold | None
) -> _Verdict:
    if told is None:
        return verdict
    urgent = _urgent(notice, told)
    if urgent:
        return replace(verdict, reason=f"{verdict.reason}; not held back: {urgent}")
    free = told.at + timedelta(minutes=recipient.gap_min)
    if now >= free:
        return verdict
    return replace(
        verdict,
        mode=Mode.HELD,
        code="gap",
        due=free,
        reason=f"{verdict.reason}; told at {told.at:%H:%M UTC}, so this waits until {free:%H:%M UTC} "
        f"(one update in {recipient.gap_min:g} min)",
    )


def _with_quiet_hours(verdict: _Verdict, incident: Incident, recipient: Recipient) -> _Verdict:
    if not recipient.quiet_hours or verdict.due is None:
        return verdict
    end = quiet.quiet_until(verdict.due, recipient.quiet_hours, ZoneInfo(recipient.zone))
    if end is None:
        return verdict
    if recipient.wake_from is not None and incident.severity >= recipient.wake_from:
        return replace(
            verdict,
            reason=f"{verdict.reason}; passes quiet hours: severity {incident.severity:.1f} "
            f"reaches your {recipient.wake_from:g}",
        )
    local = end.astimezone(ZoneInfo(recipient.zone))
    return replace(
        verdict,
        mode=Mode.HELD,
        code="quiet_hours",
        due=end,
        reason=f"{verdict.reason}; quiet hours: held until {local:%H:%M %Z}",
    )
