"""What a name is worth as the place of an act: how it stands, how sharp it is, how far off and in which clause.

`Worth` knows one document. What stands aside from the act (`asides.py`) loses its claim.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.places.asides import Asides
from monitor.events.places.bearings import distance, told_km
from monitor.events.places.names import Mention
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots

#: what the stance of a name is worth, and the sharpness of what it names
_STANCE = {
    "at": 10.0, "target": 9.5, "beside": 8.5, "list": 8.0, "sits": 7.5, "of": 5.0, "bare": 5.0, "own": 4.5, "to": 4.5,
    "home": 3.5, "between": 2.0, "from": 1.5, "frame": 1.5, "about": 1.0, "actor": 0.5, "dateline": 0.0,
}  # fmt: skip
SHARPNESS = {"site": 2.0, "town": 1.6, "district": 1.4, "sea": 0.6, "province": 0.9, "country": -3.0}
#: what an act is called by that happened there; of a country it would be who did it
_NAMING = ("site", "town", "district", "province")
#: types whose place is the country that acts or speaks
OF_THE_SPEAKER = frozenset({"threat", "nuclear_step", "sanctions", "diplomatic_break"})
#: types that take people or forces away: the place is where they leave
OF_LEAVING = frozenset({"evacuation", "withdrawal"})
#: types whose place is where something set out
OF_A_LAUNCH = frozenset({"weapons_test"})
#: types that hold a whole country rather than a town named by the way
OF_A_COUNTRY = frozenset({"ceasefire", "cyberattack", "sanctions", "threat", "nuclear_step"})
#: types that weigh names otherwise than all the others, which weigh them alike
_WEIGH_OTHERWISE = OF_THE_SPEAKER | OF_LEAVING | OF_A_LAUNCH | OF_A_COUNTRY | {"talks", "maritime_incident"}

_CLAUSE = pattern(
    r"[;:]|\s[–—-]\s|,\s+(?:after|following|while|which|whose|where|who|but|as|in\s+(?:response|retaliation))\b|"
    r"\b(?:after|following|since|because|although|whereas|despite|in\s+(?:response|retaliation|reply|revenge"
    r"|reprisal)|amid|"
    r"as\s+part\s+of)\b",
    ignore_case=True,
)
#: 'Geneva talks', 'the Astana round of negotiations'
_MET = re.compile(
    r" (?:peace |ceasefire |nuclear |round of |indirect |direct ){0,2}(?:talks|negotiations|summit|meeting"
    r"|conference|dialogue)\b"
)
#: where a ship goes, and is not yet
_BOUND = re.compile(r"\b(?:towards?|bound for|en route to) (?:the )?$", re.IGNORECASE)
#: a ship so far from a port is told by its bearing, in whatever unit
_FAR_OUT_KM = 30.0
_MOST_IN_A_SENTENCE = 60
_FURTHER_COST = 3.0
_LIES_COST = 1.6
#: what the first sentences cost an act among them, one a little behind them, and the next ones
_LEAD = [(n, 1.5 + 0.5 * n) for n in range(4)]
_LEAD_FROM_AFAR = [(n, 2.5 + 0.5 * n) for n in range(4)]
_BEHIND_THE_LEAD = [(n, 4.0 + 0.3 * (n - 4)) for n in range(4, 9)]
#: what names cost where no sentence tells of the act or lies near one that does, and how many of them are weighed
_BEYOND_COST = 6.0
_MOST_BEYOND = 60
#: a further act is told in few words: for it, names outside its own sentence cost so much more
_FURTHER = 2.0
#: what leads from a place to what took place there; it is hardly less than 'in' it
_WHERE = ", where "
_WHERE_COST = 1.0


class Worth:
    """The worth of the names of one document, worked out once each."""

    def __init__(
        self, document: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], asides: Asides
    ) -> None:
        self._asides = asides
        self._document = document
        self._sentences = sentences
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for m in mentions:
            self._by_sentence[m.sentence].append(m)
        self._standings: dict[tuple[int, str], float] = {}  #: by the start of the name and the type, where it matters
        self._told_of: dict[tuple[int, str], list[tuple[float, Mention]]] = {}
        self._cuts = Spots(_CLAUSE, document, sentences)
        self._around: dict[int, dict[int, float]] = {}

    def cuts(self, m: Mention, left: int, right: int) -> int:
        """How many clauses end between two spots of the sentence a name stands in."""
        return self._cuts.count(m.sentence, left, right)

    def scored(
        self,
        home: int,
        scope: tuple[int, ...],
        start: int,
        end: int,
        type: str,
        *,
        main: bool,
        alone: bool,
        buried: bool = False,
    ) -> list[tuple[float, Mention]]:
        """What each name is worth that may tell the place of the act document[start:end] of sentence `home`; see
        `Located.for_act`."""
        kind = type if type in _WEIGH_OTHERWISE else ""
        found = [(self.beside(m, start, end, kind), m) for m in self.named_in(home)]
        if scope or main:
            rooms = self._rooms(home, scope, main=main, buried=buried)
        else:  # the same for all acts of one sentence
            rooms = self._around.get(home) or self._around.setdefault(home, self._rooms(home, ()))
        further = 0.0 if main or alone else _FURTHER
        for index, price in rooms.items():
            if index != home and index in self._by_sentence:
                malus = price + further
                found += [(worth - malus, m) for worth, m in self._away(index, kind)]
        return found

    def _rooms(
        self, home: int, scope: tuple[int, ...], *, main: bool = False, buried: bool = False
    ) -> dict[int, float]:
        """Sentences to look in, with what each costs: the act's own first; title and lead tell of the act that a text
        was written for (`main`), however late its words come, unless it is `buried` behind other news."""
        sentences = self._sentences
        last = len(sentences)
        prices = [(n, 1.5 + 0.1 * min(10, abs(n - home))) for n in scope]
        if (home <= 8 or main) and not buried:
            prices += _LEAD if home <= 3 else _LEAD_FROM_AFAR
        paragraph = sentences[home].paragraph
        for step, price in ((1, 3.0), (-1, 2.5), (2, 4.5), (-2, 4.5)):
            n = home + step
            if 0 <= n < last:
                prices.append((n, price if sentences[n].paragraph == paragraph else price + 1.0))
        if home <= 3 and not buried:
            prices += _BEHIND_THE_LEAD
        prices += [(n + 1, _LIES_COST) for n in (home, *scope) if n + 1 < last and self._asides.says_where(n + 1)]
        cost: dict[int, float] = {home: 0.0}
        for n, price in prices:
            if n < last and price < cost.get(n, math.inf):
                cost[n] = price
        return cost

    def beyond(self, scored: Sequence[tuple[float, Mention]], type: str) -> list[tuple[float, Mention]]:
        """What the names are worth that stand where `scored` looks at none: a second report tells late, and by the
        way, where that was which it answers or mourns."""
        looked_at = {m.sentence for _, m in scored}
        kind = type if type in _WEIGH_OTHERWISE else ""
        found: list[tuple[float, Mention]] = []
        for index in self._by_sentence:
            if index not in looked_at:
                found += [(worth - _BEYOND_COST, m) for worth, m in self._away(index, kind)]
            if len(found) >= _MOST_BEYOND:
                break
        return found[:_MOST_BEYOND]

    def named_in(self, index: int) -> Sequence[Mention]:
        """The names in a sentence, so many as are weighed."""
        return self._by_sentence.get(index, ())[:_MOST_IN_A_SENTENCE]

    def beside(self, m: Mention, start: int, end: int, type: str) -> float:
        """What a name in the act's own sentence is worth."""
        if m.stands == "dateline":
            return 0.0
        score = self._standing(m, type)
        if 0 <= start - m.end <= 1 and m.stands in ("bare", "of", "own") and m.precision in _NAMING:
            return _STANCE["at"] + SHARPNESS[m.precision]  # 'a day after the Abu Dhabi attack'
        if self._document.startswith(_WHERE, m.end) and m.end < start and not self.cuts(m, m.end + len(_WHERE), start):
            return _STANCE["at"] + SHARPNESS[m.precision] - _WHERE_COST  # 'no comment from Kyiv, where a missile hit'
        left, right = (m.start, start) if m.start < start else (end, m.start)
        apart = right - left
        if apart > 0:
            score -= min(4.0, apart / 50)
            cuts = self.cuts(m, left, right) if apart < 600 else 0
            if cuts:
                score -= 1.5 + 0.5 * min(cuts, 3)
        if self._asides.of_a_year(m) or self._asides.opens_aside(m, start):
            score -= 5.0
        return score

    def _away(self, index: int, type: str) -> list[tuple[float, Mention]]:
        """What the names of a sentence are worth to an act told in another: the same for all of its type."""
        known = self._told_of.get((index, type))
        if known is None:
            known = [(self._from_afar(m, type), m) for m in self.named_in(index)]
            self._told_of[index, type] = known
        return known

    def _from_afar(self, m: Mention, type: str) -> float:
        if m.stands == "dateline":
            return 0.0
        score = self._standing(m, type)
        if self._asides.aside(m) or self._asides.opens_aside(m, self._sentences[m.sentence].end):
            score -= 5.0
        if self._asides.of_a_further_act(m.sentence):
            score -= _FURTHER_COST
        if type == "ceasefire" and m.sentence > 1 and fineness(m) > SHARPNESS["province"]:
            score -= 4.0  # where delegates are to meet, or aid will pass
        if type == "cyberattack" and m.sentence and m.precision != "country":
            score -= 7.0
        return score

    def _standing(self, m: Mention, type: str) -> float:
        """What the way it stands and its sharpness are worth."""
        known = self._standings.get((m.start, type))
        if known is None:
            known = self._standings[m.start, type] = self._stood(m, type)
        return known

    def _stood(self, m: Mention, type: str) -> float:
        stands = m.stands
        score = _STANCE[stands]
        if m.precision == "country":
            if type in OF_THE_SPEAKER and stands in ("actor", "own", "bare"):
                score = 8.0
            elif type in OF_A_COUNTRY and stands in ("at", "own", "to", "target"):
                score += 2.5
            elif type == "ceasefire" and stands == "of":
                score += 5.0  # 'across the whole of Yemen'
            elif stands == "bare":
                score = 3.5
        elif stands == "between":
            score = 8.0  # 'on the road between A and B'; two states between whom something is are parties
        if type in OF_LEAVING and stands in ("from", "sits"):
            score = 9.0 if stands == "from" else 3.0  # 'the ministry in Paris has told its nationals to leave'
        if type == "talks" and (stands == "sits" or (stands == "to" and m.precision != "country")):
            score = 9.0  # 'went to Doha', 'meeting in Doha'
        elif type == "talks" and m.precision == "town" and _MET.match(self._document, m.end):
            score = max(score, 9.0)  # 'Geneva talks'
        if type in OF_A_LAUNCH and (stands == "from" or m.precision == "sea"):
            score = 11.0 if stands == "from" else 2.0
        if type == "maritime_incident":
            if m.precision == "sea":
                score += 2.0
            elif stands in ("at", "beside", "frame") and self.at_a_distance(m, by_sea=True):
                score = 12.0  # 'northbound, some 50 miles west of Hodeidah': no town's bearing but the ship's place
            elif stands == "beside":
                score = _STANCE["at"]
            elif stands == "frame" and self.at_a_distance(m):
                score = 10.0
            elif stands == "target" and _BOUND.search(self._document, max(0, m.start - 20), m.start):
                score = _STANCE["to"]  # 'steered towards Bandar Abbas'
        if (m.entry.kind == "seat" and stands != "target") or self._asides.of_a_life(m):
            score = 0.5
        if self._asides.under_a_picture(m.sentence) or (type not in OF_THE_SPEAKER and self._asides.of_a_letter(m)):
            score -= 5.0
        return score + (SHARPNESS[m.precision] - (0.6 if m.entry.kind == "region" else 0.0))

    def at_a_distance(self, m: Mention, *, by_sea: bool = False, aimed: bool = False) -> bool:
        """Whether a distance from it is told; `by_sea`: in miles, as ships count, or from an island; `aimed`: and in
        which direction."""
        sentence = self._sentences[m.sentence]
        found = distance(self._document, max(sentence.start, m.start - 90), m.start)
        if aimed and found is not None and not found["dir"]:
            return False
        if found is None or not by_sea or m.entry.kind == "island":
            return found is not None
        return found["unit"].lower().startswith(("n", "mi")) or told_km(found) > _FAR_OUT_KM


def fineness(m: Mention) -> float:
    """How sharp a place is named: a site most, a country least."""
    return SHARPNESS[m.precision] - (0.6 if m.entry.kind == "region" else 0.0)
