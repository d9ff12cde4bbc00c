"""The places of single acts, as far as they tell acts of one article apart."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from monitor.events.clauses import clause
from monitor.events.places.attacked import ABROAD
from monitor.events.places.bearings import kilometres
from monitor.events.places.subjects import speaker
from monitor.events.places.where import Located
from monitor.events.scan import Line
from monitor.events.segments import SPOTS, Told
from monitor.types import Place

#: two named places nearer than this may be one
_NEAR_KM = 40.0
#: ... and of these widths: the middle of a province says little of its edges, a gulf is no point
_NEAR_A_PROVINCE_KM = 75.0
_WITHIN_A_PROVINCE_KM = 300.0  #: ... where it is not known whether the one lies in the other
_NEAR_A_SEA_KM = 400.0


def placed(told: Sequence[Told], lines: Sequence[Line], located: Located) -> list[Told]:
    """The acts with their places, asked once for acts told in one breath: only a place named in the act's own sentence
    tells acts apart, and there one that the document has a likelier one for will do."""
    known: dict[tuple[int, int], tuple[Place | None, Place | None, bool]] = {}
    found = []
    for t in told:
        first, _ = clause(lines[t.act.line], t.act.at)
        key = (t.act.line, first)
        if key not in known:
            answer = located.for_act(t.act.start, t.act.end, alone=True)
            sentence = lines[t.act.line].sentence
            if answer.evidence is not None and sentence.start <= answer.evidence.start < sentence.end:
                known[key] = answer.place, answer.place, False
            else:
                known[key] = located.named_with(t.act.start, t.act.end), answer.place, True
        place, nearest, passing = known[key]
        if t.type == "interception" and t.further and (place is None or passing):
            line = lines[t.act.line].sentence
            code = speaker(line.text[: t.act.start - line.start])
            if code and code not in ABROAD and (home := located.country(code)) is not None:
                place, passing = home, True  # who says that he shot it down did so at home
        found.append(t if nearest is None else structs.replace(t, place=place, nearest=nearest, passing=passing))
    return found


def apart(a: Place, b: Place) -> bool:
    """Whether two places cannot be those of one incident."""
    if a.country and b.country and a.country != b.country:
        return True
    if "country" in (a.precision, b.precision):
        return False
    if a.precision in SPOTS and b.precision in SPOTS:
        near = _NEAR_KM
    elif "sea" in (a.precision, b.precision):
        near = _NEAR_A_SEA_KM
    elif a.region and a.region == b.region:
        return False
    else:
        near = _NEAR_A_PROVINCE_KM if a.region and b.region else _WITHIN_A_PROVINCE_KM
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.name != b.name
    return kilometres(a.lat, a.lon, b.lat, b.lon) > near
