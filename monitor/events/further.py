"""Further acts of an article: which are news of their own, which only mention, and which are the main act again.

The bounds decide where there is no model of `standing.py`, in brief texts, and on acts that the user's own rules found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from monitor.events.kinds import FALLBACK
from monitor.events.linear import pattern
from monitor.events.places.apart import apart
from monitor.events.places.where import Located
from monitor.events.scan import CLASS_OF, Act, Line
from monitor.events.segments import FRONT, GENERIC, Draft, together
from monitor.taxonomy import FIRE
from monitor.types import Event, Modality, Role

#: words that lead from the act a text was written for to another one
_ON = pattern(
    r"\b(?:another|an?\s+(?:second|third|further|separate|different|other)|separately|in\s+(?:addition|other\s+news)|"
    r"(?:in|by)\s+(?:\w+\s+)?(?:other|separate|similar|further)|elsewhere|meanwhile|also|besides|for\s+(?:its|his|their)\s+part|in\s+turn|"
    r"this\s+time|(?:drones?|jets?|planes?|missiles?|rockets?|gunmen|attackers|militants|they)\s+(?:came\s+back|returned)|"
    r"(?:hours?|minutes?|shortly|later|earlier)\s+(?:earlier|later|before|afterwards?|on|the\s+same)|"
    r"earlier\s+(?:in\s+the\s+(?:day|week)|that|this\s+(?:week|month))|"
    r"(?:on\s+)?the\s+(?:previous|same)\s+(?:day|night|evening|morning|afternoon)|the\s+(?:day|night|evening)\s+before|"
    r"a\s+day\s+(?:earlier|later|before)|(?:by|in\s+the|that)\s+(?:afternoon|evening|night)|"
    r"answered|responded|hit\s+back|struck\s+back|in\s+(?:response|return|reply|retaliation|answer))\b",
    ignore_case=True,
)
#: what one side does to the other for what that one did, the words of the act before or within it
_BACK = pattern(
    r"\b(?:(?:fire[ds]?|firing|hits?|hitting|strikes?|struck|striking|shoots?|shot|shell(?:s|ed|ing)|lash(?:es|ed)|"
    r"fights?|fought)\s+back|retaliat(?:ed|es|ing)|(?:respond(?:ed|s|ing)|answer(?:ed|s|ing)|repli(?:ed|es))\s+(?:with|by)|"
    r"in\s+(?:retaliation|reprisal|return|response|reply),\s+\w+|in\s+turn|for\s+(?:its|his|their)\s+part)\b",
    ignore_case=True,
)
#: 'the governor for his part said that drones hit Kharkiv': he speaks in turn, and strikes nobody
_SPEAKS = pattern(r",?\s+(?:has\s+|had\s+)?(?:said|says|told|claim|announc|report|stated|wrote|confirm|denie|warn)")
#: ... and what it does so for, the words of the act behind it
_PAID = pattern(
    r"\b(?:(?:respon(?:se|ds|ded|ding)|reply|answer)\s+to|(?:retaliat(?:ion|es|ed|ing)|reprisals?|revenge|retribution|payback)"
    r"\s+for|aveng(?:e|es|ed|ing))\b",
    ignore_case=True,
)
#: the words of the act begin so near to those of the answer, on either side
_BACK_CHARS, _PAID_CHARS = 12, 70
#: in a text of so few sentences each act of the lead is news
BRIEF = 3
#: types whose words run through every report of a war ('fighting', 'warned', 'pull out'): news beside other news only
#: where the text turns to them
_SPOKEN_OF = frozenset({"threat", "armed_clash", "deployment", "withdrawal"})
#: types whose words are also the common nouns of a war ('fighting', 'attacks', 'warned')
_LOOSE = frozenset(
    {"armed_clash", "armed_assault", "threat", "talks", "ground_incursion", "deployment", "unrest", "military_exercise"}
)
#: types whose words are also the common nouns of a state of things ('truce violations', 'under sanctions'): without a
#: day of their own they tell of it
_STANDING = frozenset({"ceasefire", "sanctions"})
#: what lies more days back is recollection
_NEWS_DAYS = 3
#: words of this weight name an act, though they do not tell it surely
_PLAIN = 0.6
#: what an army hits from afar
_TARGETS = pattern(r"\btargets\s+(?:in|across|inside|of|belonging)\b")
#: who attacks on the ground
_ON_FOOT = frozenset({"GUNMEN", "SHOOT", "PROTEST", "ABDUCT", "ENTER"})


class Beside(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A further act and the main one it stands beside."""

    draft: Draft
    event: Event
    first: Draft  #: the draft of the main act
    main: Event | None  #: None where the text has no main act
    main_type: str
    lines: Sequence[Line]
    count: int = 1  #: how many further acts the text tells of, this one among them
    heard: Mapping[str, float] | None = None  #: how likely each type is by the words of its sentence


def leads_on(line: Line, act: Act) -> bool:
    """Whether the words of its sentence before an act lead from the news to a further one."""
    text = line.sentence.text
    return _ON.search(text, 0, act.start - line.sentence.start) is not None


def turned(line: Line, act: Act, *, after: bool) -> bool:
    """Whether the words of its sentence make an act that of the other side: 'Iran fired back with drones', 'shells
    Goma in response to an ambush'; `after` where it is told as an occasion."""
    text, at = line.sentence.text, act.start - line.sentence.start
    if after:
        return _PAID.search(text, max(0, at - _PAID_CHARS), at) is not None
    found = _BACK.search(text, 0, max(at + _BACK_CHARS, act.end - line.sentence.start))
    return found is not None and _SPEAKS.match(text, found.end()) is None


def own_news(draft: Draft, main: str, lines: Sequence[Line]) -> bool:
    """Whether a further act is told as news of its own: with its own time, or with its own place in sure words or after
    'another', 'also', 'separately'. What is only mentioned ('the fighting there') finds its incident and opens none."""
    if len(lines) <= BRIEF and any(t.rank <= 1 for t in draft.told):
        return True
    further = any(t.further for t in draft.told)
    if not further and (
        draft.type in _SPOKEN_OF
        or (draft.type == "targeted_killing" and draft.head.act.weight < 1)
        or (draft.type == "maritime_incident" and not together(draft.type, main))
    ):
        return False
    if any(t.age is not None for t in draft.told):
        return further or draft.type != "ceasefire" or draft.head.act.weight >= 1
    if draft.type in _STANDING and not further:
        return False
    sure = [t for t in draft.told if (t.act.weight >= 0.9 or t.further) and not t.after and t.type not in _LOOSE]
    return any((t.place is not None and not t.passing) or (t.type == "closure" and t.act.weight > 1) for t in sure)


def bounded(beside: Beside) -> Event:
    """A further act with its role, by fixed bounds on how surely it is told and how it lies to the main one."""
    event = beside.event
    if not _told_as_news(beside):
        return replace(event, role=Role.BACKGROUND)
    if _the_main_again(beside):
        reasons = (*event.reasons, "the main act in other words: it opens no incident")
        return replace(event, role=Role.BACKGROUND, reasons=reasons)
    return event


def news_by_bounds(beside: Beside) -> bool:
    """Whether `bounded` holds a further act for news."""
    return _told_as_news(beside) and not _the_main_again(beside)


def _told_as_news(beside: Beside) -> bool:
    """Whether a further act is told surely, as news, and lies not too far back."""
    return sure(beside.draft) and own_news(beside.draft, beside.main_type, beside.lines) and not lies_back(beside.event)


def _the_main_again(beside: Beside) -> bool:
    return beside.main is not None and same_again(beside.draft, beside.event, beside.first, beside.main)


def answered(event: Event, main: Event, located: Located, *, turned: bool) -> Event:
    """A further act from afar that is told without a place, where the text has only the ground of the side that did
    it: it fell on the side that had struck that ground. So did what is told as its answer (`turned`), whoever did
    it: 'hits bases in Iran ... a hundred drones were fired back'."""
    if event.type not in FIRE or event.place is None or main.place is None:
        return event
    here = main.place.country
    home = {here} if turned else {party.country for party in event.actors if party.country}
    struck = [party.country for party in main.actors if party.country and party.country not in home]
    if not struck or event.place.country not in home or here not in home:
        return event
    return replace(event, place=located.country(struck[0]) or event.place, other_places=())


def days_behind(event: Event) -> int:
    """How many days before its publication an act lies; 0 where one of the two is unknown."""
    if event.when is None or event.published is None:
        return 0
    return (event.published.date() - event.when.date).days


def lies_back(event: Event) -> bool:
    """Whether a further act lies too far back to be news, though its own words did not say so."""
    return days_behind(event) > _NEWS_DAYS


def same_again(draft: Draft, event: Event, first: Draft, main: Event) -> bool:
    """Whether a further act is the main one in words of another type: on its day, at its place, and told in its own
    sentences or in words that say as much of any fighting. It opens no incident."""
    if main.when is None or event.when is None or main.when.date != event.when.date:
        return False
    if main.place is not None and event.place is not None and apart(main.place, event.place):
        return False
    if any(t.further and t.rank >= FRONT for t in draft.told) and event.type != main.type:
        return False
    lines = {t.act.line for t in first.told}
    return event.type in _LOOSE or all(t.act.line in lines for t in draft.told)


def worth(draft: Draft) -> bool:
    """Whether a further incident is told surely enough to be kept, if only to find one that is known."""
    if draft.role is Role.MAIN:
        return True
    head = draft.head
    if draft.type in GENERIC or head.modality is Modality.ANNOUNCED:
        return False
    return head.act.weight >= _PLAIN or sure(draft)


def sure(draft: Draft) -> bool:
    """Whether its words, and a place or a day of its own, leave no doubt about a further incident."""
    least = 0.8
    if any(t.place is not None for t in draft.told):
        least -= 0.2
    if any(t.age is not None for t in draft.told):
        least -= 0.1
    return draft.head.act.weight >= least - 1e-9


def like_the_main(draft: Draft, main: str, lines: Sequence[Line]) -> str:
    """What a plain 'strike' or 'attack' of a further incident was: as the main one, where that came from afar and no
    gunman stands in its own sentences; unless it only gave occasion to it."""
    near = {CLASS_OF.get(word.symbol) for t in draft.told for word in lines[t.act.line].known}
    if near & _ON_FOOT:
        return FALLBACK[draft.type]
    if (
        draft.type == "attack"
        and near & {"SOLDIER", "JET"}
        and _TARGETS.search(lines[draft.head.act.line].sentence.text)
    ):
        return main if main in FIRE else "airstrike"
    if main in FIRE and (draft.type == "attack" or not any(t.after for t in draft.told)):
        return main
    return FALLBACK[draft.type]
