"""Acts gathered into incidents: which words tell of the same thing, which of another, which only recall.

An article has one main incident, what its title and lead tell. An act belongs to it when its type can go with the
main's and nothing in its own sentence puts it on another day or at another place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product

import msgspec

from monitor.events.scan import Act
from monitor.taxonomy import FIRE, FORCE, type_of
from monitor.types import Modality, Place, Role

#: acts whose kind is not told
GENERIC = frozenset({"attack", "strike", "blast"})
#: attacks, fighting and shooting down
VIOLENT = FORCE - {"unrest"} | {"cyberattack"} | GENERIC
_BARRAGE = FIRE | GENERIC | {"interception", "bombing"}
_FIREFIGHT = frozenset({"armed_assault", "armed_clash", "ground_incursion", "attack", "shelling", "blast", "bombing"})
_KILLING = _BARRAGE | {"targeted_killing", "armed_assault"}
_AT_SEA = frozenset(
    {
        "maritime_incident",
        "drone_strike",
        "missile_strike",
        "interception",
        "blast",
        "attack",
        "strike",
        "rocket_fire",
        "abduction",
    }
)
_BUNDLES = (_BARRAGE, _FIREFIGHT, _KILLING, _AT_SEA,
            frozenset({"sabotage", "blast", "bombing", "attack"}),
            frozenset({"aircraft_downed", "interception"}),
            frozenset({"talks", "ceasefire"}),
            frozenset({"unrest", "attack", "armed_clash"}),
            frozenset({"abduction", "armed_assault", "attack"}),
            frozenset({"airspace_violation", "interception", "maritime_incident"}),
            frozenset({"weapons_test", "missile_strike", "rocket_fire"}),
            frozenset({"talks", "prisoner_exchange"}),
            frozenset({"military_exercise", "deployment"}),
            frozenset({"cyberattack", "attack", "sabotage"}))  # fmt: skip
_TOGETHER = frozenset(pair for bundle in _BUNDLES for pair in product(bundle, repeat=2))
#: lines (title and first sentences) that tell what an article was written for
FRONT = 4
#: an act behind so many telling lines stands in title or lead
LEAD = 1
#: how exact a place is that is one spot
SPOTS = frozenset({"site", "town", "district"})
#: what the words of a headline call a test: 'fires a missile over Japan'
_ALSO_CALLED = {"weapons_test": ("missile_strike", "rocket_fire")}
#: words of one sentence so close may tell of one act
_BREATH = 6


def together(a: str, b: str) -> bool:
    """Whether acts of these types may be one incident."""
    return a == b or (a, b) in _TOGETHER


class Told(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An act with what is known of it before grouping."""

    act: Act
    type: str  #: with generic kinds resolved where the sentence says how
    modality: Modality
    because: str  #: the word that decided the modality
    weight: float  #: of the act, times its standing in the text
    old: bool  #: its own words put it more than two days back
    age: int | None  #: days before publication, where its words say
    place: Place | None = None  #: named in its own sentence
    nearest: Place | None = None  #: the likeliest of the document
    passing: bool = False  #: `place` is named beside it, but the document has a likelier one
    after: bool  #: stands in a clause of 'after', 'following': the occasion, not the news
    rank: int  #: how many telling lines stand before its own; up to LEAD, title or lead
    past: str = ""  #: the word that puts it in the past
    further: bool = False  #: the words before it in its sentence lead to another act: 'another', 'separately', 'also'
    by: str = ""  #: the code of the state that takes the step, where it stands right before its words
    turned: bool = False  #: done to the other side, or by it: 'fired back', 'in response to'


@dataclass(slots=True, kw_only=True)
class Draft:
    """An incident in the making."""

    role: Role
    type: str
    told: list[Told] = field(default_factory=list)

    @property
    def head(self) -> Told:
        """The act that tells it best: of its own type, earliest in the text."""
        if len(self.told) == 1:
            return self.told[0]
        kinds = (self.type, *_ALSO_CALLED.get(self.type, ()))
        own = [t for t in self.told if t.type in kinds] or self.told
        if all(t.after for t in own):  # 'Pakistan struck hideouts a day after Iranian missiles landed'
            front = (t for t in self.told if t.type in GENERIC and t.rank <= LEAD and not t.after)
            own = [t for t in front if t.place is not None] or own
        return max(own, key=lambda t: (not (t.after and t.turned), t.weight, not t.after, -t.act.start))


def drafts(
    told: Sequence[Told], main_type: str, apart: Callable[[Place, Place], bool], weak: Sequence[Told] = ()
) -> list[Draft]:
    """The incidents of an article whose main has `main_type`, main first; '' where nothing is its main. The `weak` acts
    never join the main one."""
    found: list[Draft] = []
    rest = list(told)
    main: Draft | None = None
    if main_type:
        mine = [t for t in rest if not t.old and together(t.type, main_type)]
        if mine:
            main = Draft(role=Role.MAIN, type=main_type, told=mine)
            head = main.head
            early = (t.place for t in mine if t.place is not None and not (t.after or t.further) and t.rank <= LEAD)
            likely = (t.nearest for t in mine if t.nearest is not None and not (t.after or t.further))
            here = head.place or next(early, None) or head.nearest or next(likely, None)
            day = head.age
            if day is None:
                day = next((t.age for t in mine if t.age is not None and t.rank <= LEAD and not t.after), None)
            by = head.by or next((t.by for t in mine if t.by and t.rank <= LEAD), "")
            kept = []
            for t in mine:
                known = 0 if day is None and t.rank >= 2 else day  # without a day of its own it is today's
                days = abs(t.age - known) if t.age is not None and known is not None else 0
                other_day = t.rank >= 1 and (days > 1 or (days == 1 and (t.type != main_type or t.rank >= 3)))
                elsewhere = t.place is not None and here is not None and apart(t.place, here)
                other_place = elsewhere and (t.after or t.further or t.rank >= 1)
                another = t.rank >= 2 and _another(t, main_type, here)
                paid = t.turned and not head.turned
                others = t.rank >= 2 and t.by != "" and by not in ("", t.by)
                if t is head or not (other_day or other_place or another or paid or others):
                    kept.append(t)
            main.told = kept
            words = {(t.act.line, t.act.start) for t in kept}
            rest = [t for t in rest if (t.act.line, t.act.start) not in words]
            rest += [
                t
                for t in weak
                if not together(t.type, main_type)
                or (t.age is not None and abs(t.age - (day or 0)) >= 1)
                or (t.place is not None and here is not None and t.place.name != here.name)
                or t.further
                or (t.turned and not main.head.turned)
            ]
            found.append(main)
    rest = _surest_readings(rest)
    for old in (False, True):
        groups: list[Draft] = []
        for t in rest:
            if t.old is not old:
                continue
            for draft in sorted(groups, key=lambda d: (d.head.type != t.type, -d.told[-1].act.line)):
                if _joins(t, draft, apart):
                    draft.told.append(t)
                    break
            else:
                groups.append(Draft(role=Role.BACKGROUND if old else Role.ALSO_NEW, type=t.type, told=[t]))
        for draft in groups:
            own: dict[str, float] = {}
            for t in draft.told:
                own[t.type] = own.get(t.type, 0.0) + t.weight
            draft.type = max(own, key=lambda name: (name not in GENERIC, own[name]))
        found += groups
    return found


def _joins(told: Told, draft: Draft, apart: Callable[[Place, Place], bool]) -> bool:
    """Whether a further act is one with those of a draft: of a kind with them, and neither on another day nor at
    another place."""
    if told.age is not None and any(other.age not in (None, told.age) for other in draft.told):
        return False
    if told.by and any(other.by not in ("", told.by) for other in draft.told):
        return False
    head = draft.head
    if not together(told.type, head.type) or told.turned is not head.turned:
        return False
    if told.type != head.type and told.after is not head.after:
        return False  # 'jets bomb a camp after rockets hit a filling station'
    if _of_another_kind(told.type, head.type) and not any(_in_one_breath(told, other) for other in draft.told):
        return False
    if any(_at_another_spot(told, other.place) and not other.passing for other in draft.told):
        return False
    here, there = told.place or told.nearest, head.place or head.nearest
    return not (here and there and apart(here, there))


def _of_another_kind(one: str, other: str) -> bool:
    """Whether two types tell of different kinds of acts; a plain 'attack' may be any."""
    return one not in GENERIC and other not in GENERIC and type_of(one).family != type_of(other).family


def _in_one_breath(told: Told, other: Told) -> bool:
    """Whether two acts are told by words close together: 'an air strike destroyed a power station' is one."""
    return told.act.line == other.act.line and abs(told.act.at - other.act.at) <= _BREATH


def _another(told: Told, main_type: str, here: Place | None) -> bool:
    """Whether an act that might belong to the main one is told as another: the words before it lead on, it has a spot
    of its own, or sure words tell of it that are of another kind."""
    if told.further or _at_another_spot(told, here):
        return True
    if told.rank <= LEAD or told.act.weight < 1 or told.type == main_type or told.type in GENERIC:
        return False
    return type_of(told.type).family != type_of(main_type).family or _on_other_ground(told, here)


def _at_another_spot(told: Told, here: Place | None) -> bool:
    """Whether an act is told at a place of its own that is as sharp as that of the main one, however near."""
    place = told.place
    if place is None or told.passing or here is None or place.name == here.name:
        return False
    return place.precision in SPOTS and here.precision in SPOTS


def _on_other_ground(told: Told, here: Place | None) -> bool:
    """Whether an act is told at a place that is named for it alone; near the main act it may still lie."""
    return not told.passing and told.place is not None and here is not None and told.place.name != here.name


def _surest_readings(told: Sequence[Told]) -> list[Told]:
    """Of several readings of the same words the surest: words tell of one act."""
    best: dict[tuple[int, int], Told] = {}
    for t in told:
        key = (t.act.line, t.act.start)
        if key not in best or best[key].act.weight < t.act.weight:
            best[key] = t
    return [t for t in told if best[t.act.line, t.act.start] is t]
