"""The closer place within a coarser one: the town of the province, the quarter of the town, the base of the country."""

from __future__ import annotations

import math
from collections.abc import Sequence

from monitor.events.places.asides import HERE, Asides
from monitor.events.places.bearings import kilometres
from monitor.events.places.gazetteer import Entry, Gazetteer, fold
from monitor.events.places.names import Mention
from monitor.events.places.worth import OF_A_COUNTRY, Worth, fineness

#: a place named in no sentence up to this one is hardly that of the news
_FRONT = 4
#: how far from the middle of its province a hand-kept place may lie
_PROVINCE_KM = 250.0
#: how much less plainly the place within a province is told than the town of the same name
_AS_PLAIN = 2.5
#: ... where it is the only one in the sentences that tell of what a headline names
_ALMOST_AS_PLAIN = 3.0
_LEAD = 2
#: ... and where the text calls that name a province: how less plainly, and how the place may stand
_CALLED = 5.0
_WITHIN = ("at", "target", "beside", "list", "between")
#: ... and how far from that town it may lie
_COUNTRYSIDE_KM = 100.0
_DISTRICT_KM = 70.0
_ONE_KM = 20.0
#: regions nearer than this overlap: the Gaza Strip and its south
_ONE_REGION_KM = 50.0
#: ... and a place lies in another where it is so many times nearer to its middle
_CLEARLY = 1.7
_SIDES = ("northern", "southern", "eastern", "western", "central")


class Closer:
    """Finds, among the names of one document, the closer place that a coarse one gives way to."""

    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[Mention], worth: Worth, asides: Asides) -> None:
        self._gazetteer = gazetteer
        self._mentions = mentions
        self._worth = worth
        self._asides = asides
        self._regions = {m.entry.key: m.entry for m in mentions if m.entry.kind == "region"}.values()

    def within(self, best: Mention, most: float, scored: list[tuple[float, Mention]], type: str) -> Mention:
        """A country, region or sea gives way to a place within it that is told nearly as plainly."""
        coarse = best.precision in ("country", "province", "sea") and best.entry.kind not in ("border", "strait")
        if not coarse or (best.precision == "country" and type in OF_A_COUNTRY) or type == "ceasefire":
            return best
        finest, highest = best, -math.inf
        for score, m in scored:
            at_sea = best.precision == "sea" and self._worth.at_a_distance(m)
            if (m.stands not in HERE and not (at_sea and m.stands == "frame")) or fineness(m) <= fineness(best):
                continue
            if m.sentence != best.sentence and self._asides.aside(m):
                continue
            if best.precision == "sea":
                inside = m.entry.kind in ("island", "port") or m.precision == "sea" or at_sea
            else:
                inside = self._inside(m, best)
            slack = 5.0 if best.precision == "country" else 3.5
            if inside and score >= most - slack and score > highest:
                finest, highest = m, score
        return finest if finest is not best else self._named_by_the_way(best, scored) or self._filed_from(best) or best

    def within_its_province(
        self, best: Mention, most: float, scored: list[tuple[float, Mention]], told: tuple[int, ...]
    ) -> Mention:
        """A town whose name is that of its province too gives way to a place within that is told with the act.

        'Dawn attack in Luhansk ... pushed through the trenches near Zolote'."""
        province = self._namesake(best) if best.precision == "town" else None
        if province is None:
            return best
        reach = _COUNTRYSIDE_KM if province.kind == "province" else _DISTRICT_KM
        # 'Sabuwa in Katsina State': a headline that has only Katsina means the state
        called = province.kind == "province" and self._calls(province)
        stands, slack = (_WITHIN, _CALLED) if called else (("at", "target"), _ALMOST_AS_PLAIN)
        within = [
            (score, -m.start, m)
            for score, m in scored
            if m.stands in stands
            and m.sentence != best.sentence
            and score >= most - slack
            and m.precision in ("town", "site", "district")
            and m.entry.key != best.entry.key
            and m.entry.name != best.entry.name
            and m.entry.country == province.country
            and (
                m.entry.region == province.name
                if m.entry.region and province.kind == "province"
                else _apart(m.entry, best.entry) < reach
            )
            and not self._asides.aside(m)
        ]
        plain = [w for w in within if w[2].sentence in told and w[0] >= most - (_CALLED if called else _AS_PLAIN)]
        if plain and province.kind == "province":
            return max(plain)[2]
        if called and within:
            return max(within)[2]
        lead = [w for w in within if w[2].sentence <= _LEAD] if told[0] <= _LEAD else []
        one = bool(lead) and all(_apart(lead[0][2].entry, m.entry) < _ONE_KM for _, _, m in lead)
        return max(lead)[2] if one else best

    def part_of(self, best: Mention, scored: list[tuple[float, Mention]]) -> Mention:
        """A town gives way to what the text calls a part of it: 'the Batala area of Gurdaspur'."""
        if best.precision not in ("town", "district"):
            return best
        parts = [m for _, m in scored if m.part_of == best.entry.key and m.stands in HERE and not self._asides.aside(m)]
        return min(parts, key=lambda m: m.start) if parts else best

    def _calls(self, province: Entry) -> bool:
        """Whether the text itself calls a province so: 'Katsina State', 'the province of Idlib'."""
        return any(m.entry.kind == "province" and m.entry.name == province.name for m in self._mentions)

    def _namesake(self, m: Mention) -> Entry | None:
        """The province that is called as the town is, and holds it."""
        for entry in self._gazetteer.find(fold(m.text)):
            if entry.kind in ("province", "district") and entry.country == m.entry.country:
                return entry
        return None

    def _named_by_the_way(self, coarse: Mention, scored: list[tuple[float, Mention]]) -> Mention | None:
        """The one site in a land or province that the text goes on to name: 'a base in Jordan ... Tower 22'."""
        if coarse.precision == "sea":
            return None
        sites = {
            m.entry.key: m
            for _, m in sorted(scored, key=lambda item: -item[1].start)
            if m.precision == "site"
            and m.entry.kind not in ("seat", "embassy")
            and m.stands in ("bare", "of", "own")
            and self._inside(m, coarse)
            and not self._asides.aside(m)
        }
        return next(iter(sites.values())) if len(sites) == 1 else None

    def _filed_from(self, coarse: Mention) -> Mention | None:
        """The town a report was filed from, where only its province, or a province named late, is told.

        'QUETTA ... a blast at the main station of Balochistan province'."""
        if coarse.entry.kind != "province":
            return None
        late = coarse.sentence > _FRONT
        for m in self._mentions:
            if m.stands == "dateline" and m.precision == "town":
                near = late and m.entry.country == coarse.entry.country
                return m if near or self._inside(m, coarse) else None
        return None

    def _inside(self, m: Mention, coarse: Mention) -> bool:
        """Whether a place lies in a country, region or province that is named."""
        a, b = m.entry, coarse.entry
        if a.country != b.country:
            return False
        if coarse.precision == "country":
            return True
        if b.kind == "region":
            return not any(
                other.country == b.country and _apart(a, other) < _apart(a, b) and _apart(b, other) > _ONE_REGION_KM
                for other in self._regions
            )
        if a.region and a.region in (b.name, b.region):
            return True
        return a.region is None and _apart(a, b) < _PROVINCE_KM and self._province_of(a) in (None, b.name)

    def _province_of(self, entry: Entry) -> str | None:
        """The province that is called as a town is."""
        for other in self._gazetteer.find(fold(entry.name)):
            if other.kind == "province" and other.country == entry.country:
                return other.name
        return None


def _apart(a: Entry, b: Entry) -> float:
    """Kilometres between two places; without end where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return kilometres(a.lat, a.lon, b.lat, b.lon)
