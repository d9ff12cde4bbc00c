"""Which countries a document is set in, by how the names of their places stand and by the groups that act from them."""

from __future__ import annotations

from collections import defaultdict

from monitor.events.places.names import Names

#: what a name tells of its country by how it stands
_WORTH = {"at": 2.0, "beside": 2.0, "target": 2.0, "list": 2.0, "to": 1.5, "of": 1.0, "from": 0.8, "own": 0.6,
    "bare": 0.5, "between": 0.3, "actor": 0.2, "frame": 1.0, "dateline": 0.5}  # fmt: skip
#: so much speaks at least for a country, and such a share of it for another that may be meant as well
_SET = 0.5
_AS_MUCH = 0.7


def spoken(document: str, names: Names, favoured: frozenset[int]) -> dict[str, float]:
    """What the names of a document tell of each country, most those in `favoured` sentences, which tell of the act."""
    tally: dict[str, float] = defaultdict(float)
    for m in names.mentions:
        if m.entry.country:
            near = 2.0 if m.sentence in favoured else 1.5 if m.sentence < 3 else 1.0
            scene = m.entry.kind == "capital" and m.start == 0 and document.startswith(":", m.end)
            tally[m.entry.country] += (0.6 if scene else _WORTH.get(m.stands, 0.0)) * near
    for sentence, code in names.homes:
        tally[code] += 0.3 * (1.5 if sentence in favoured or sentence < 3 else 1.0)
    return tally


def main_country(document: str, names: Names, favoured: frozenset[int]) -> tuple[str | None, bool]:
    """The one country that a document is set in, and whether only the peoples it speaks of tell so; None where it is
    set in several, or in none."""
    tally = spoken(document, names, favoured)
    by_peoples = not any(worth >= _SET for worth in tally.values())
    if by_peoples:
        tally = names.weights
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _SET or (len(ranked) > 1 and ranked[1][1] > _AS_MUCH * ranked[0][1]):
        return None, by_peoples
    return ranked[0][0], by_peoples
