"""Does a further act of an article stand as news of its own? All that is known of it, weighed by some 260 weights.

A report recalls, explains and counts beside telling its news. An act's type, the words that lead on to it, whether it
has a place, a day, sides and dead of its own and how they lie to those of the main act: each alone says little, and
fixed bounds on them tell too much and too little. So they are put on scales, as `relevance.py` puts whole texts, and a
logistic regression says how likely the act is an incident of the last days beside the main one. How its sentence is
built (`cues.py`) and what the bounds of `further.py` say are on the scales, too; without the weights, which
`scripts/train_standing.py` makes from labelled articles of ours, the bounds decide alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from monitor.events import weights
from monitor.events.cues import cues
from monitor.events.further import Beside, news_by_bounds
from monitor.events.learned import NONE
from monitor.events.places.apart import apart
from monitor.events.scan import Line
from monitor.events.segments import GENERIC, Draft, together
from monitor.events.telling import BY_MODEL
from monitor.events.weights import step
from monitor.taxonomy import TYPES, type_of
from monitor.types import Count, Event, Party, Place, Role

#: from this likelihood on a further act is told as news, without doubt
SURE = 0.4
#: ... from this one on in doubt
LIKELY = 0.33
#: ... and from this one on where the bounds hold it for news
BOUNDED = 0.12
#: how many characters before an act are looked at for 'had'
_HAD_CHARS = 40
#: the family of each type that everybody has
_FAMILY = {name: row.family for name, row in TYPES.items()}
#: a share below this counts as this much
_FLOOR = 0.01
_BY_THE_BOUNDS = "news by the bounds"
_HAD = re.compile(r"\bhad\b")


class StandingModel:
    """The weights. Read once; asking changes nothing in it.

    Raises ModelError where the bytes are none of a model."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes) -> None:
        self._weights = weights.read(data, "standing")

    def judged(self, beside: Beside) -> Event:
        """The further act with its role and its doubt, and why."""
        if _once_more(beside):
            why = "the main act once more: at its place, on its day, of its type or one that may be the same"
            return replace(beside.event, reasons=(*beside.event.reasons, why), role=Role.BACKGROUND)
        seen = features(beside)
        share = self.share(seen)
        if share >= SURE:
            return beside.event
        parts = sorted([(value * self._weights.get(name, 0.0), name) for name, value in seen.items()])
        against = ", ".join(name for part, name in parts[:3] if part < -0.1)
        why = f"{share:.0%} likely news of its own" + (f"; against it: {against}" if against else "")
        reasons = (*beside.event.reasons, why)
        if share >= (BOUNDED if seen[_BY_THE_BOUNDS] else LIKELY):
            return replace(beside.event, reasons=reasons, doubt=f"mentioned beside other news: {why}")
        return replace(beside.event, reasons=reasons, role=Role.BACKGROUND)

    def share(self, seen: Mapping[str, float]) -> float:
        """How likely an act with these features is news of its own; the weight of '' is what every act gets."""
        of = self._weights.get
        score = of("", 0.0) + sum([value * of(name, 0.0) for name, value in seen.items()])
        return weights.likelihood(score)


def features(beside: Beside) -> Mapping[str, float]:
    """What is put on the scales: named in words, each about as large as a step that matters."""
    draft, event, kind = beside.draft, beside.event, beside.main_type
    told, head = draft.told, draft.head
    family, news = type_of(event.type).family, type_of(kind).family
    if event.type == kind:
        kin = "of its type"
    elif news == family:
        kin = "of its family"
    else:
        kin = "that may go with it" if together(event.type, kind) else "of another kind"
    places = [not t.passing for t in told if t.place is not None]
    ages = [t.age for t in told if t.age is not None]
    occasions = [t.after for t in told]
    seen = {
        f"type {event.type}": 1.0,
        f"family {family}": 1.0,
        f"an act {kin}": 1.0,
        f"beside {kind}": 1.0,
        f"beside news of {news}": 1.0,
        f"of {family} beside news of {news}": 1.0,
        f"of {step(beside.count, (1, 2, 3, 5, 8))} further acts": 1.0,
        f"first told in sentence {step(min([t.rank for t in told]), (0, 1, 3, 6, 10))}": 1.0,
        "weight of its words": head.act.weight,
        "weight of all its words": min(sum([t.weight for t in told]), 4.0) / 2,
        "times told": min(len(told), 4) / 2,
        "sentences": min(len({t.act.line for t in told}), 4) / 2,
        f"place {'of its own' if True in places else 'in passing' if places else 'none'}": 1.0,
        f"its own day {step(min(ages), (0, 1, 2, 3, 5)) if ages else 'none'}": 1.0,
        "words that lead on": float(True in [t.further for t in told]),
        "only an occasion": float(False not in occasions),
        "also an occasion": float(True in occasions),
        "words of the past": float(bool("".join([t.past for t in told]))),
        "'had' before it": float(_pluperfect(draft, beside.lines)),
        f"it {head.modality}": 1.0,
        "no word with what": float(not [t for t in told if t.type not in GENERIC]),
        "no kind at all": float(draft.type in GENERIC),
        _BY_THE_BOUNDS: float(news_by_bounds(beside)),
        "dead": float(bool(event.killed and event.killed.best)),
        "hurt": float(bool(event.wounded and event.wounded.best)),
    }
    if event.published is not None and event.when is not None:
        seen[f"days back {step((event.published.date() - event.when.date).days, (-1, 0, 1, 2, 3, 5))}"] = 1.0
    seen |= cues(beside.lines[head.act.line], head.act)
    seen[f"its place is {event.place.precision if event.place else 'unknown'}"] = 1.0
    seen["found by its words alone"] = float(head.act.pattern.startswith(BY_MODEL))
    if beside.heard is not None:
        seen |= _by_its_words(event.type, kind, beside.heard)
    if beside.main is not None:
        seen |= _beside_the_main(beside, beside.main, True in places, kin)
    return seen


def _by_its_words(kind: str, news: str, shares: Mapping[str, float]) -> Mapping[str, float]:
    """What the model of types makes of the sentence that tells of an act: 'troops there went on alert' is of none."""
    own, none = shares.get(kind, 0.0), shares[NONE]
    family = _FAMILY.get(kind)
    kin = [share for name, share in shares.items() if _FAMILY.get(name) == family]
    likely = max([(share, name) for name, share in shares.items() if name != NONE])[1]
    return {
        "its words: share of its type": own,
        "its words: share of its family": sum(kin),
        "its words: share of the main type": shares.get(news, 0.0),
        "its words: share of none": none,
        "its words: how far they are of its type": math.log(own + _FLOOR) / 2,
        "its words: how far they are of none": math.log(none + _FLOOR) / 2,
        "its words: its type is the likeliest": float(likely == kind),
        "its words: its family is the likeliest": float(_FAMILY.get(likely) == family),
    }


def _beside_the_main(beside: Beside, main: Event, own: bool, kin: str) -> Mapping[str, float]:
    """How an act lies to the main one."""
    event = beside.event
    where = _lie(main.place, event.place)
    mine = {t.act.line for t in beside.first.told}
    shared = [t.act.line in mine for t in beside.draft.told]
    away = min([abs(t.act.line - n) for t in beside.draft.told for n in mine])
    dead, more = _best(main.killed), _best(event.killed)
    arm, other = main.weapon_family, event.weapon_family
    seen = {
        "as many dead": float(bool(more) and dead == more),
        "dead of its own": float(bool(more) and dead != more),
        "the same arm": float(bool(arm) and arm == other),
        "another arm": float(bool(arm and other) and arm != other),
        f"sentences from the main act {step(away, (0, 1, 2, 4))}": 1.0,
        f"it lies {where} and is {kin}": 1.0,
        f"it lies {where}": 1.0,
        f"sides {_sides(main, event)}": 1.0,
        "in sentences of the main act": float(False not in shared),
        "partly in sentences of the main act": float(True in shared),
    }
    if own:
        seen[f"its own place lies {where}"] = 1.0
    if main.when is not None and event.when is not None:
        days = (main.when.date - event.when.date).days
        seen[f"days before the main act {step(days, (-1, 0, 1, 2))}"] = 1.0
    return seen


def _once_more(beside: Beside) -> bool:
    """Whether nothing tells an act from the main one.

    'A second missile came down outside the city' is of its type; 'another 18 were wounded by the attackers' may be of
    its incident, for nothing leads on to another."""
    main, event = beside.main, beside.event
    if main is None or main.place is None or event.place is None or main.when is None or event.when is None:
        return False
    if (main.place.key, main.when.date) != (event.place.key, event.when.date):
        return False
    if main.type == event.type:
        return True
    if True in [told.further for told in beside.draft.told]:
        return False
    return (
        beside.draft.type in GENERIC
        or together(event.type, beside.main_type)
        or type_of(event.type).family == type_of(beside.main_type).family
    )


def _best(count: Count | None) -> int | None:
    return count.best if count else None


def _lie(main: Place | None, place: Place | None) -> str:
    if main is None or place is None:
        return "nowhere known"
    if main.country != place.country:
        return "in another country"
    return "apart" if apart(main, place) else "at the same spot" if main.name == place.name else "near"


def _sides(main: Event, event: Event) -> str:
    who = _names(event.actors)
    if not who:
        return "unknown"
    return "the same" if who & _names(main.actors) else "turned" if who & _names(main.targets) else "others"


def _names(sides: Sequence[Party]) -> set[str]:
    return {party.name for party in sides} - {"unknown"}


def _pluperfect(draft: Draft, lines: Sequence[Line]) -> bool:
    """Whether 'had' stands closely before the words of an act: what was told had happened before."""
    act = draft.head.act
    sentence = lines[act.line].sentence
    at = act.start - sentence.start
    return _HAD.search(sentence.text, max(0, at - _HAD_CHARS), at) is not None
