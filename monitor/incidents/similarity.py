"""How alike an event and an incident are: a number, and the facts it is made of.

Structure decides: kind of act, time, place, sides, toll. Words break ties where structure is silent, and find copies.
Points add up; below `MAYBE` two reports tell of two incidents, from `JOIN` on of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from monitor.incidents import amiss, details, moments, parties, whereabouts, words
from monitor.incidents.compat import LASTING, MUTUAL, compatible, ends
from monitor.incidents.sources import near_copies
from monitor.taxonomy import FORCE
from monitor.types import Count, Event, Incident, Reason, Role, figure_of

JOIN = 3.7
MAYBE = 2.8
NEVER = float("-inf")
_NO_KIND = -5.0  #: of two types that never are one act

_ONE_AREA_KM = 25.0
_MOST_BY_WORDS = 4.5
_BY_WORDS_OF_ANOTHER = 0.8
_NAMED = 0.0  #: a place far off, but named in the other's text
#: two acts of force of one kind and time are seldom two, where nothing speaks against it; words are said daily
_NOTHING_AGAINST, _AGAINST = 0.6, -0.7
_FOLLOW_UP = 0.9  #: a story of no type of ours is told on as it goes: arrest, trial, verdict
_ALIKE = 0.1  #: share of words that two texts have in common, where one names the place of the other
_READ_AMISS = -1.5  #: two far places then
_ELSEWHERE = -3.0  #: from here on two places are two, whatever the words
_AMISS_IN = 4  #: so many reports are looked at for it
_A_TEXT = 50  #: telling words of a whole article
_AGAIN, _AGAIN_NEAR = -0.5, -3.5  #: called another one, as an act of days before was at this place, or at one near it
_ONE_PLACE = frozenset({"same_site", "same_town", "same_region", "same_country", "same_place"})
#: how two reports are told of one day, and not of two that follow
_ON_ONE_DAY = MappingProxyType({"same_day": 0.0, "told_in_time": 1.6, "told_together": 1.3})
_SELDOM = FORCE | {"cyberattack"}
#: kinds of which a country seldom sees two within a day or two
_RARE = frozenset(
    "aircraft_downed airspace_violation cyberattack nuclear_step sabotage weapons_test withdrawal".split()
)
_KIND, _RARE_KIND = 1.5, 2.3
_LOOKED_AT = 8  #: reports of an incident whose words are compared


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike an event and an incident are. The reasons are ordered, weightiest first."""

    score: float
    reasons: tuple[Reason, ...]
    resemblance: float = 0.0  #: of two that a hard fact separates: what kind and place alone would say

    @property
    def apart(self) -> Reason:
        """The fact that speaks most against."""
        against = [reason for reason in self.reasons if reason.points < 0]
        return min(against, key=lambda reason: reason.points) if against else _TOO_LITTLE


_TOO_LITTLE = Reason(fact="too_little", points=0.0, text="too little in common")


def compare(event: Event, incident: Incident) -> Likeness:
    """How alike `event` and `incident` are."""
    copied = _copied(event, incident)
    alike = _kinds(event, incident)
    if not copied and alike.points <= _NO_KIND:
        return Likeness(NEVER, (alike,))
    reasons: list[Reason] = list(copied)
    # the time of receipt says nothing of the act: a text found in a folder may be of any age
    published = any(each.published for each in incident.events)
    mine = moments.span(event.when, event.published)
    theirs = moments.span(incident.when, incident.first_report if published else None)
    when = _told_on(event, incident, moments.compare(mine, theirs), mine, theirs)
    when = _of_state(event, incident, when)
    if "other" in (event.type, incident.type) and when.points < 0:
        when = Reason(fact=when.fact, points=max(when.points, -_FOLLOW_UP), text=when.text)
    elif event.type not in FORCE and when.fact == "told_before" and when.points > NEVER:
        # what takes days is told of before its later days
        when = Reason(fact=when.fact, points=max(0.6 * when.points, -1.8), text=when.text)
    elif event.type not in FORCE and NEVER < when.points < 0:
        # talks, exchanges and closures take days, and are told on any of them
        when = Reason(fact=when.fact, points=max(0.6 * when.points, -2.4), text=when.text)
    if when.points == NEVER and not copied:
        return Likeness(NEVER, (when,), alike.points + _where(event, incident).points)
    reasons.append(alike)
    reasons.append(_lenient(when) if copied else when)
    where = _where(event, incident)
    if when.fact in ("other_day", "maybe_other_day") and where.points > 1.9:
        # a base that was struck once is struck again: on another day the place says little
        where = Reason(fact=where.fact, points=1.9, text=where.text)
    same_time = when.points > 0 and not amiss.doubted(when)
    if where.fact == "other_place":
        where = _named_there(where, event, incident, same_time=same_time)
    reasons.append(_lenient(where) if copied else where)
    same_spot = where.fact in ("same_site", "same_town")
    reasons += parties.likely(event, incident, same_spot=same_spot, same_time=same_time)
    reasons += _weapons(event, incident)
    reasons += _tolls(event, incident)
    another = _separate(event, incident, when, where)
    reasons += another
    if sum(map(amiss.doubted, reasons)) > 1:
        # that two fields of one report were misread is no more than possible
        reasons = [replace(each, points=min(each.points, 0.0)) if amiss.doubted(each) else each for each in reasons]
    alone = event.type == incident.type and event.type in _SELDOM
    if alone and same_time and not any(each.points <= _AGAINST or amiss.doubted(each) for each in reasons):
        reasons.append(Reason(fact="agree", points=_NOTHING_AGAINST, text="nothing told of them differs"))
    # words cost most to compare, so only where they can make a difference
    if sum(each.points for each in reasons) + _MOST_BY_WORDS >= MAYBE:
        if "other" in (event.type, incident.type):
            reasons += details.compare(event, _others(event, incident))
        else:
            found = _words(event, incident)
            # one that calls itself another tells of the first too, in its words, as do notices sent for every town
            if another or (where.fact == "other_place" and where.points <= _ELSEWHERE):
                found = replace(found, points=min(found.points, _BY_WORDS_OF_ANOTHER))
            reasons.append(found)
    counted = sorted((each for each in reasons if each.points), key=lambda each: -abs(each.points))
    return Likeness(sum(each.points for each in counted), tuple(counted))


def _kinds(event: Event, incident: Incident) -> Reason:
    """What the types of an event and an incident say, by all that they may be where as read they never are one act."""
    plain = _typed(event.type, incident.type)
    if plain.points > _NO_KIND:
        return plain
    only = amiss.sole(incident, lambda other: other.type)
    return amiss.weighed(
        plain,
        amiss.each(event.type, event.maybe_type),
        amiss.each(incident.type, only.maybe_type if only and only.type == incident.type else ()),
        _typed,
    )


def _typed(a: str, b: str) -> Reason:
    kind = compatible(a, b)
    if kind == 1.0 and a == "other":
        return Reason(fact="same_kind", points=0.0, text="both news of no type of ours")
    if kind == 1.0:
        points = _RARE_KIND if a in _RARE else _KIND
        return Reason(fact="same_kind", points=points, text=f"both {a.replace('_', ' ')}")
    text = f"{a.replace('_', ' ')} and {b.replace('_', ' ')}"
    if kind == 0.0:
        return Reason(fact="other_kind", points=_NO_KIND, text=text)
    return Reason(fact="kindred", points=3.0 * kind - 1.3, text=text)


def _copied(event: Event, incident: Incident) -> Iterator[Reason] | tuple[Reason, ...]:
    """The same article again, or its text elsewhere: told of the same acts in the same order."""
    number = event.id.rpartition("#")[2]
    for other in incident.events:
        same_part = other.role is event.role and (event.role is Role.MAIN or other.id.rpartition("#")[2] == number)
        if not same_part or other.article_id == event.article_id or not compatible(event.type, other.type):
            continue
        if event.url and event.url == other.url and event.type == other.type:
            return (Reason(fact="same_address", points=3.0, text="an edited version of an article already read"),)
        if event.digest and event.digest == other.digest:
            return (Reason(fact="same_text", points=6.0, text=f"the words of {_teller(other)} again"),)
        if near_copies(event.signature, other.signature) and not _of_another_town(event, other):
            return (Reason(fact="near_copy", points=5.0, text=f"nearly the words of {_teller(other)}"),)
    return ()


def _of_another_town(event: Event, other: Event) -> bool:
    """Whether two texts in the same words each tell of a town that the other does not name: notices that are sent for
    every raid alike are no copies."""
    here, there = event.place, other.place
    if here is None or there is None or not {here.precision, there.precision} <= {"site", "town"}:
        return False
    if (whereabouts.kilometres(here, there) or 0.0) <= _ONE_AREA_KM:
        return False
    named = whereabouts.named(here, frozenset(other.keywords)) or whereabouts.named(there, frozenset(event.keywords))
    return not named


def _teller(event: Event) -> str:
    return event.wire or event.outlet or event.source or "an earlier report"


def _lenient(reason: Reason) -> Reason:
    """A copy may be read a little differently; that alone does not make it another story."""
    if reason.points >= 0:
        return reason
    return Reason(fact=reason.fact, points=max(reason.points / 2, -3.0), text=reason.text)


def _of_state(event: Event, incident: Incident, when: Reason) -> Reason:
    """A lasting state is one thing from its beginning to its end, so its reports come on many days."""
    if event.type not in LASTING or incident.type != event.type or not incident.open_since or incident.ended:
        return when
    if event.place and incident.place and event.place.country != incident.place.country:
        return when
    day = event.when.date if event.when else event.published.date() if event.published else None
    if day is not None and day >= incident.open_since and ends(event):
        return Reason(fact="state_ends", points=2.0, text=f"what is in force since {incident.open_since} ends")
    if when.points == NEVER or when.points >= 0:
        return when
    return Reason(fact="state_lasts", points=max(when.points, -1.5), text="the state has lasted since")


def _told_on(
    event: Event, incident: Incident, when: Reason, mine: moments.Span | None, theirs: moments.Span | None
) -> Reason:
    """Of a report of the toll, the search or the claim the day may be its own, and the act of one shortly before."""
    if when.points >= 0 or mine is None or theirs is None or event.type not in _SELDOM:
        return when
    if "follow_up" in event.flags and mine.stated and _grown(event, incident):
        found = moments.compare(moments.loosely(mine, event.published), theirs)
    elif theirs.stated and all("follow_up" in other.flags for other in incident.events) and _shrunk(event, incident):
        found = moments.compare(mine, moments.loosely(theirs, incident.first_report))
    else:
        return when
    return replace(found, text=f"{found.text}, in a later report") if found.points > when.points else when


def _tells_on(event: Event, incident: Incident) -> bool:
    """Whether one of the two tells how an act goes on of which the other told: a toll that has risen is expected."""
    return "follow_up" in event.flags or all("follow_up" in other.flags for other in incident.events)


def _grown(event: Event, incident: Incident) -> bool:
    """Whether the dead are no fewer than any report of the incident has them."""
    mine, theirs = figure_of(event.killed), incident.killed.low if incident.killed else None
    return mine is None or theirs is None or mine >= theirs


def _shrunk(event: Event, incident: Incident) -> bool:
    """Whether the dead are no more than some report of the incident has them."""
    mine, theirs = figure_of(event.killed), incident.killed.high if incident.killed else None
    return mine is None or theirs is None or mine <= theirs


def _told_before(event: Event, incident: Incident) -> bool:
    """Whether it was written before all that is known of the incident, and came late."""
    first = min((other.published for other in incident.events if other.published), default=None)
    return event.published is not None and first is not None and event.published < first


def _where(event: Event, incident: Incident) -> Reason:
    return whereabouts.likely(event, incident, alike=lambda: _overlap(event, incident) >= _ALIKE)


def _overlap(event: Event, incident: Incident) -> float:
    """The most telling words that the event has in common with one of the reports."""
    others = _others(event, incident)[:_AMISS_IN]
    return max((words.overlap(event.keywords, other.keywords) for other in others), default=0.0)


def _named_there(where: Reason, event: Event, incident: Incident, *, same_time: bool) -> Reason:
    """A region or a sea that the other text names too may be where its own place lies, or was taken for the place; so
    may a town that it names, where two texts of one time share telling words: one of them was read amiss."""
    here, there = event.place, incident.place
    if here is None or there is None:
        return where
    others = _others(event, incident)
    told = frozenset(word for other in others for word in other.keywords)
    named = whereabouts.named(there, frozenset(event.keywords)) or whereabouts.named(here, told)
    if named and (whereabouts.is_vague(here) or whereabouts.is_vague(there)):
        return Reason(fact="named_place", points=_NAMED, text=f"{where.text}; but one names the place of the other")
    if not same_time or event.role is not Role.MAIN:
        return where
    if parties.one_thing(event, incident):
        return Reason(fact="other_place", points=max(where.points, _READ_AMISS), text=f"{where.text}; but one target")
    if not named or _overlap(event, incident) < _ALIKE:
        return where
    points = max(where.points, _READ_AMISS)
    return Reason(fact="other_place", points=points, text=f"{where.text}; but both speak of one thing")


def _weapons(event: Event, incident: Incident) -> Iterator[Reason]:
    a, b = event.weapon_family, incident.weapon_family
    if not a or not b or event.type not in FORCE:
        return
    if a == b:
        yield Reason(fact="same_weapon", points=0.4, text=f"both by {a}")
    elif incident.independent <= 2 and "interception" not in (event.type, incident.type):
        # what was shot down and what shot it down are two weapons of one act
        yield Reason(fact="other_weapon", points=-0.3 if event.type == incident.type else -0.6, text=f"{a}, not {b}")


def _tolls(event: Event, incident: Incident) -> Iterator[Reason]:
    equal = 0
    for name, scale in (("killed", 1.0), ("wounded", 0.7)):
        a, b = figure_of(getattr(event, name)), figure_of(getattr(incident, name))
        if a is None or b is None:
            continue
        told = {figure_of(getattr(other, name)) for other in incident.events}
        if a in told:
            equal += a > 0
            if a:
                points = scale * (0.4 if a < 3 else 0.9 if a < 5 else 1.4 if a < 10 else 2.2)
                yield Reason(fact=f"same_{name}", points=points, text=f"both with {a} {name}")
            continue
        low, high = _range(getattr(incident, name), b)
        nearest = low if a < low else high if a > high else a
        ratio = (max(a, nearest) + 2) / (min(a, nearest) + 2)
        vague = getattr(event, name).vague or getattr(incident, name).vague
        if ratio > 2.5 and not vague:
            # a toll grows: a smaller one told later is another's, or a larger one told before
            grown = a < low if _told_before(event, incident) else a > high
            if grown and _tells_on(event, incident):
                continue
            points = -scale * min(0.45 * ratio, 1.0 if grown else 2.0)
            if event.type in MUTUAL and incident.type in MUTUAL:
                points /= 2  # each side counts the other's dead
            yield Reason(fact=f"other_{name}", points=points, text=f"{a} {name}, not {b}")
    if equal == 2:
        yield Reason(fact="same_tolls", points=1.0, text="the dead and the wounded alike")


def _range(count: Count | None, figure: int) -> tuple[int, int]:
    if count is None:
        return figure, figure
    return (count.low if count.low is not None else figure), (count.high if count.high is not None else figure)


def _others(event: Event, incident: Incident) -> list[Event]:
    """The reports by other articles whose words are compared."""
    return [other for other in incident.events if other.article_id != event.article_id][:_LOOKED_AT]


def _words(event: Event, incident: Incident) -> Reason:
    mine = event.keywords
    looked = _others(event, incident)
    if not looked or not mine:
        return Reason(fact="no_words", points=0.0, text="no words to compare")
    every = [words.overlap(mine, other.keywords) for other in looked]
    most = max(every)
    shared = words.shared(mine, looked[every.index(most)].keywords)
    both_main = event.role is Role.MAIN and any(other.role is Role.MAIN for other in looked)
    found = words.reason(most, shared, scale=1.6 if both_main else 0.5, middle=0.17 if both_main else 0.12)
    fewest = min(len(mine), max(len(other.keywords) for other in looked))
    # a headline and a sentence have hardly a word that another outlet must use
    if found.points >= 0 or event.type not in FORCE:
        return found
    return replace(found, points=found.points * min(1.0, fewest / _A_TEXT))


def _separate(event: Event, incident: Incident, when: Reason, where: Reason) -> tuple[Reason, ...]:
    """What one text alone calls another one is no other than that of its own day, where the one before may be older."""
    calling = [event] if event.separate else [other for other in incident.events if other.separate]
    if not calling or event.separate == any(other.separate for other in incident.events):
        return ()
    if all("again" in other.flags for other in calling) and when.points >= _ON_ONE_DAY.get(when.fact, -NEVER):
        points = _AGAIN if where.fact in _ONE_PLACE else _AGAIN_NEAR
        return (Reason(fact="again", points=points, text="one of the texts says it happened again"),)
    return (Reason(fact="another", points=-5.4, text="one of the texts itself calls it another one"),)
