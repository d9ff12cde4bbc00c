"""Where an act happened: of all places a document names, the one that belongs to the words telling of the act.

`Atlas.locate` reads a document once; `Located.for_act` then weighs its places about an act. What is told to be hit or
to hold the act, in the same clause, sharply, comes first. A dateline, a speaker's city, a state that acts or a part of
a group's name is no place of an act; where nothing is left the answer is the country most of the text is set in, or
None.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

import msgspec
from msgspec import structs

from monitor.events.bearings import distance, kilometres, shifted
from monitor.events.gazetteer import PRECISION, Entry, Gazetteer, fold
from monitor.events.linear import pattern
from monitor.events.place_choice import NOBODY, UNASKED, Candidate, Choice, Option, Ruled, Sides, options
from monitor.events.place_names import Mention, NameFinder, Names
from monitor.events.sentences import Sentence
from monitor.events.spots import Spots
from monitor.types import Evidence, Place

#: what the stance of a name is worth, and the sharpness of what it names
_STANCE = {
    "at": 10.0, "target": 9.5, "beside": 8.5, "list": 8.0, "sits": 7.5, "of": 5.0, "bare": 5.0, "own": 4.5, "to": 4.5,
    "home": 3.5, "between": 2.0, "from": 1.5, "frame": 1.5, "about": 1.0, "actor": 0.5, "dateline": 0.0,
}  # fmt: skip
_SHARP = {"site": 2.0, "town": 1.6, "district": 1.4, "sea": 0.6, "province": 0.9, "country": -3.0}
_TOLD = ("at", "target", "list", "sits", "beside")
_ENOUGH = 3.0
#: from here on a sentence names the place of its act
_NAMED = 5.0
#: types whose place is the country that acts or speaks
OF_THE_SPEAKER = frozenset({"threat", "nuclear_step", "sanctions", "diplomatic_break"})
#: types that take people or forces away: the place is where they leave
OF_LEAVING = frozenset({"evacuation", "withdrawal"})
#: types whose place is where something set out
OF_A_LAUNCH = frozenset({"weapons_test"})
#: types that hold a whole country rather than a town named by the way
OF_A_COUNTRY = frozenset({"ceasefire", "cyberattack", "sanctions", "threat", "nuclear_step"})

_CLAUSE = pattern(
    r"[;:]|\s[–—-]\s|,\s+(?:after|following|while|which|whose|where|who|but|as|in\s+(?:response|retaliation))\b|"
    r"\b(?:after|following|since|because|although|whereas|despite|in\s+(?:response|retaliation|reply|revenge|reprisal)|amid|"
    r"as\s+part\s+of)\b",
    ignore_case=True,
)
#: what leads to another act than the one a sentence tells of
_ASIDE = pattern(
    r"\b(?:(?:after|following|since)\s|(?:response|retaliation|reply|revenge|reprisals?|return)\W{0,2}\s+(?:to|for)\b|earlier|"
    r"last\s+(?:year|month|week|weekend)|previous|credit\s+for|responsibility\s+for|blamed?\s+for|accused\s+of|similar|ago\b|"
    r"in\s+(?:19|20)\d\d|on\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)",
    ignore_case=True,
)
#: 'A day after bombers struck in Peshawar, jets hit ...': what opens so tells of another act than what follows
_OPENS_ASIDE = re.compile(
    r"(?:(?:just |only )?(?:an?|one|two|three|four|five|several|\d+|hours|days|weeks|months)"
    r"(?: (?:hours?|days?|weeks?|months?))?(?: later| earlier)? after|after|following|since|"
    r"in (?:retaliation|response|reply|revenge) (?:for|to))\b[^,;]{10,220},",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:response|retaliation|reply|revenge|reprisals?|return)\W{0,2}\s(?:to|for)\b", re.IGNORECASE)
#: the line under a picture tells of the picture
_CAPTION = pattern(
    r"photo credit|file photo|\bReuters pic\b|Getty Images|\[Handout|\(photo\b|photo by\b|/AFP[\])]|\bpicture taken\b|"
    r"\((?:Reuters|AP|AFP)/[A-Z]|License Photo",
    ignore_case=True,
)
#: 'twenty minutes after midnight': only a time of the day
_OF_DAY = re.compile(r"(?:midnight|midday|noon|dawn|dusk|sunset|sunrise|nightfall|dark|\d)\b", re.IGNORECASE)
#: 'in Baghdad in 2020': a year right behind a name is that of an older act
_IN_A_YEAR = re.compile(r",? in (?:(?:early|late|mid) )?(?:19|20)\d\d\b", re.IGNORECASE)
_OFFSHORE = re.compile(
    r"\b(?:off|off\s+the\s+(?:[\w-]+\s+){0,2}coasts?\s+of|(?:sea|seas|waters?|ocean|coast|coastline)\s+(?:off|of)(?:\s+the\s+coast\s+of)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: on one of which all that `_OFFSHORE` fits ends; to look for them costs less
_LEADS_OFF = ("off", "of", "off the", "of the")
#: where a ship goes, and is not yet
_BOUND = re.compile(r"\b(?:towards?|bound for|en route to) (?:the )?$", re.IGNORECASE)
#: 'left the ship south-west of Hodeidah'
_BEARING = re.compile(r"\b(?:north|south|east|west)(?:-?(?:east|west))? of (?:the )?$", re.IGNORECASE)
_COASTAL = re.compile(r"\b(?:coast|coastline|shores?|waters)\b", re.IGNORECASE)
_BORDER = pattern(r"\b(?:borders?|frontier|cross-border)\b", ignore_case=True)
#: 'crossed its border' is one country's own, and no place between two
_OWN = re.compile(r"(?:\bits|['’]s) $", re.IGNORECASE)
_SIDES = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern".split()
)
_AND = re.compile(r"\s+and\s+(?:in\s+)?(?:the\s+)?(?:\w+ern\s+)?", re.IGNORECASE)
_MOST_IN_A_SENTENCE = 60
#: what the first sentences cost an act among them, one a little behind them, and the next ones
_LEAD = [(n, 1.5 + 0.5 * n) for n in range(4)]
_LEAD_FROM_AFAR = [(n, 2.5 + 0.5 * n) for n in range(4)]
_FURTHER = [(n, 4.0 + 0.3 * (n - 4)) for n in range(4, 9)]
#: where a truce is agreed is told this early
_VENUE = 6
_AGREED = re.compile(
    r"\b(?:signed|signing|agreed|reached|concluded|clinched|deal|accord|talks|negotiations|meeting|met|summit|hosted|"
    r"conference|put their names)\b[^.;]{0,60}\b(?:in|at) (?:the )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_YET_TO_MEET = re.compile(
    r"\b(?:will|would|(?:is|are|was|were|due|set|likely|expected|agreed) to "
    r"(?:be|begin|start|meet|hold|convene|gather|resume)|begin|resume|continue|next|tomorrow)\b",
    re.IGNORECASE,
)
#: a place named in no sentence up to this one is hardly that of the news
_FRONT = 4
#: how far from the middle of its province a hand-kept place may lie
_PROVINCE_KM = 250.0
#: how much less plainly the place within a province is told than the town of the same name
_AS_PLAIN = 2.5
#: ... and how far from that town it may lie
_COUNTRYSIDE_KM = 100.0


class PlaceChooser(Protocol):
    """What has a second opinion on the place of the act a text was written for."""

    def choose(self, options: Sequence[Option], ruled: str | None) -> Choice | None: ...


class WhereAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The place of one act; None where the text does not tell it."""

    place: Place | None
    others: tuple[Place, ...] = ()  #: further places of the same act
    evidence: Evidence | None = None
    because: str = ""  #: why another place was taken than that of the rules


class Atlas:
    """The door to places: reads documents against one gazetteer. Holds no state between them."""

    def __init__(self, gazetteer: Gazetteer, *, model: PlaceChooser | None = None) -> None:
        self.gazetteer = gazetteer
        self.model = model
        self._finder = NameFinder(gazetteer)

    def locate(self, document: str, sentences: Sequence[Sentence], tags: Sequence[str] = ()) -> Located:
        """The places of a document; a tag `region:X` of its source settles places of one name towards that country."""
        return Located(self, document, sentences, self._finder.names(document, sentences, self._beat(tags)))

    def _beat(self, tags: Sequence[str]) -> str | None:
        """The country a source writes about, by its code or its name; None where the tags name none."""
        for tag in tags:
            kind, _, name = tag.partition(":")
            if kind == "region" and name.strip():
                if known := self.gazetteer.country(name.strip().upper()):
                    return known.country
                return next((e.country for e in self.gazetteer.find(fold(name)) if e.kind == "country"), None)
        return None

    def kind_of(self, place: Place) -> str | None:
        """What an answer is: capital, airport, base, nuclear, energy, hospital, embassy, port, dam, town ..."""
        entry = self.gazetteer.entry(place.key.split("@")[0] if place.key else None)
        return entry.kind if entry else None

    def near_site(self, place: Place, kinds: frozenset[str]) -> Entry | None:
        """The nearest hand-kept place of these kinds within 15 km."""
        if place.lat is None or place.lon is None:
            return None
        here = (place.lat, place.lon)
        around = sorted(
            (kilometres(*here, e.lat or 0.0, e.lon or 0.0), e.key, e) for e in self.gazetteer.near(*here, kinds=kinds)
        )
        return around[0][2] if around and around[0][0] < 15 else None


class Located:
    """The places of one document, and the place of each of its acts."""

    def __init__(self, atlas: Atlas, document: str, sentences: Sequence[Sentence], names: Names) -> None:
        self.mentions = names.mentions
        self._atlas = atlas
        self._document = document
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._names = names
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for m in names.mentions:
            self._by_sentence[m.sentence].append(m)
        self._worth: dict[tuple[int, str], float] = {}  #: what a mention is worth before the act's own distance
        self._told_of: dict[tuple[int, str], list[tuple[float, Mention]]] = {}
        self._dated: dict[int, bool] = {}
        self._places: dict[tuple[int, str, bool], Place] = {}
        self._cuts = Spots(_CLAUSE, document, sentences)
        self._asides = Spots(_ASIDE, document, sentences)
        self._apart: dict[int, bool] = {}
        self._openings: dict[int, int] = {}  #: where the clause ends that a sentence opens aside with
        self._captions: dict[int, bool] = {}
        self._around: dict[int, dict[int, float]] = {}

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries the document is set in, most first."""
        tally = self._tally(frozenset())
        return tuple(code for code, _ in sorted(tally.items(), key=lambda item: (-item[1], item[0])))

    def country(self, code: str) -> Place | None:
        """A country as a place, standing at its capital; None where the code is unknown."""
        entry = self._atlas.gazetteer.country(code)
        return entry.place(entry.name) if entry else None

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        type: str = "",
        alone: bool = False,
        main: bool = False,
        sides: Sides = NOBODY,
    ) -> WhereAnswer:
        """The place of the act told by document[start:end]; `scope` names further sentences that tell of it, `alone`
        spares the further places, `main` is the act the text was written for, `sides` are those who act and are hit.

        `type` of the taxonomy, where it is known, decides whether an acting state or a place left counts.
        """
        if not self._sentences:
            return WhereAnswer(place=None)
        home = max(0, bisect_right(self._starts, start) - 1)
        scored = [(self._beside(m, start, end, type), m) for m in self._named_in(home)]
        for index, malus in (self._rooms(home, scope) if scope else self._near(home)).items():
            if index != home:
                scored += [(worth - malus, m) for worth, m in self._away(index, type)]
        most, best = self._anchor(home, scored)
        answer = self._ruled(home, scope, scored, most, best, type)
        name = answer if isinstance(answer, Mention) else None
        place = self.place_of(name, type) if name else answer.place if isinstance(answer, WhereAnswer) else None
        if main and self._atlas.model is not None and scored and type not in UNASKED:
            chosen = self._chosen(home, scope, scored, start, end, type, place, name, sides)
            if chosen is not None:
                other = self.place_of(chosen.mention, type)
                instead = f" rather than {place.name}" if place else ""
                because = f"place: {other.name}{instead}, likelier by all that is named ({chosen.share:.0%})"
                most = max(score for score, m in scored if m is chosen.mention)
                return self._answer(chosen.mention, other, scored, most, alone=alone, because=because)
        if isinstance(answer, WhereAnswer):
            return answer
        return self._answer(answer, self.place_of(answer, type), scored, most, alone=alone)

    def named_with(self, start: int, end: int) -> Place | None:
        """The place that the sentence of an act itself gives it, be it a whole country; None where it gives none."""
        home = max(0, bisect_right(self._starts, start) - 1)
        scored = [(self._beside(m, start, end, ""), m) for m in self._named_in(home) if m.stands in _TOLD]
        most, best = max(scored, key=lambda s: (s[0], -s[1].start), default=(0.0, None))
        return self.place_of(best, "") if best is not None and most >= _NAMED else None

    def _answer(
        self,
        m: Mention,
        place: Place,
        scored: list[tuple[float, Mention]],
        most: float,
        *,
        alone: bool,
        because: str = "",
    ) -> WhereAnswer:
        return WhereAnswer(
            place=place,
            others=() if alone else self._others(m, scored, most),
            evidence=Evidence(field="place", start=m.start, end=m.end, text=self._document[m.start : m.end]),
            because=because,
        )

    def _ruled(
        self,
        home: int,
        scope: tuple[int, ...],
        scored: list[tuple[float, Mention]],
        most: float,
        best: Mention | None,
        type: str,
    ) -> Mention | WhereAnswer:
        """What the rules say: a name, or a border or country that no name stands for."""
        venue = self._venue(home, scope) if type == "ceasefire" else None
        if venue is not None:
            return venue
        if best is not None and most >= _ENOUGH:
            best = self._sharpened(best, most, scored, type)
            best = self._within_its_province(best, most, scored, (home, *scope))
            best = self._a_part_of(best, scored)
        coarse = best is None or most < _ENOUGH or type in OF_A_COUNTRY or _fineness(best) < _SHARP["province"]
        elsewhere = (
            best is not None and best.sentence not in scope and (best.sentence < home or best.sentence > home + 1)
        )
        if coarse or elsewhere:
            border = self._border(home, scope if coarse else (), type)
            if border:
                return border
        if best is None or most < _ENOUGH:
            return self._country_at_least(frozenset((home, *scope)), type)
        if type == "ceasefire" and best.entry.kind == "region" and best.entry.name.split(" ")[0].lower() in _SIDES:
            # guns fall silent in a country, not in its south
            country = self._atlas.gazetteer.country(best.entry.country or "")
            best = best if country is None else structs.replace(best, entry=country, precision=PRECISION[country.kind])
        return best

    def _chosen(
        self,
        home: int,
        scope: tuple[int, ...],
        scored: list[tuple[float, Mention]],
        start: int,
        end: int,
        type: str,
        ruled: Place | None,
        name: Mention | None,
        sides: Sides,
    ) -> Choice | None:
        """The name that the model holds for much likelier than what the rules say, which `name` told them."""
        assert self._atlas.model is not None
        candidates = []
        for points, m in scored:
            left, right = (m.start, start) if m.start < start else (end, m.start)
            apart = max(0, right - left)
            same = m.sentence == home
            candidates.append(
                Candidate(
                    mention=m,
                    points=points,
                    offset=m.sentence - home,
                    apart=-apart if m.start < start else apart,
                    cuts=self._cuts.count(m.sentence, left, right) if same and 0 < apart < 600 else 0,
                    aside=self._aside(m),
                    distant=type == "maritime_incident" and self._at_a_distance(m),
                    told=same or m.sentence in scope,
                )
            )
        key = ruled.key if ruled else None
        if name is not None:
            key = name.entry.key + ("@" if type == "maritime_incident" and self._at_a_distance(name) else "")
        known = options(
            self._document,
            self._sentences,
            self.mentions,
            candidates,
            type=type,
            ruled=Ruled(key=key, place=ruled, named=name is not None) if ruled and key else None,
            sides=sides,
        )
        choice = self._atlas.model.choose(known, key)
        return None if choice and self._answered(choice.mention) else choice

    # ---- weighing ----------------------------------------------------------------------------------------------------

    def _near(self, home: int) -> dict[int, float]:
        """`_rooms` of an act without further sentences: the same for all acts of one sentence."""
        if home not in self._around:
            self._around[home] = self._rooms(home, ())
        return self._around[home]

    def _rooms(self, home: int, scope: tuple[int, ...]) -> dict[int, float]:
        """Sentences to look in, with what each costs: the act's own first."""
        sentences = self._sentences
        last = len(sentences)
        prices = [(n, 1.5 + 0.1 * min(10, abs(n - home))) for n in scope]
        if home <= 8:
            prices += _LEAD if home <= 3 else _LEAD_FROM_AFAR
        paragraph = sentences[home].paragraph
        for step, price in ((1, 3.0), (-1, 2.5), (2, 4.5), (-2, 4.5)):
            n = home + step
            if 0 <= n < last:
                prices.append((n, price if sentences[n].paragraph == paragraph else price + 1.0))
        if home <= 3:
            prices += _FURTHER
        cost: dict[int, float] = {home: 0.0}
        for n, price in prices:
            if 0 <= n < last and price < cost.get(n, math.inf):
                cost[n] = price
        return cost

    def _named_in(self, index: int) -> Sequence[Mention]:
        return self._by_sentence.get(index, ())[:_MOST_IN_A_SENTENCE]

    def _beside(self, m: Mention, start: int, end: int, type: str) -> float:
        """What a name in the act's own sentence is worth."""
        if m.stands == "dateline":
            return 0.0
        score = self._worth.get((m.start, type))
        if score is None:
            score = self._worth[m.start, type] = self._standing(m, type)
        left, right = (m.start, start) if m.start < start else (end, m.start)
        apart = right - left
        if apart > 0:
            score -= min(4.0, apart / 50)
            cuts = self._cuts.count(m.sentence, left, right) if apart < 600 else 0
            if cuts:
                score -= 1.5 + 0.5 * min(cuts, 3)
        if self._of_a_year(m) or self._opens_aside(m, start):
            score -= 5.0
        return score

    def _away(self, index: int, type: str) -> list[tuple[float, Mention]]:
        """What the names of a sentence are worth to an act told in another: the same for all of its type."""
        known = self._told_of.get((index, type))
        if known is None:
            known = [(self._from_afar(m, type), m) for m in self._named_in(index)]
            self._told_of[index, type] = known
        return known

    def _from_afar(self, m: Mention, type: str) -> float:
        if m.stands == "dateline":
            return 0.0
        score = self._standing(m, type)
        if self._aside(m):
            score -= 5.0
        if type == "ceasefire" and m.sentence > 1 and _fineness(m) > _SHARP["province"]:
            score -= 4.0  # where delegates are to meet, or aid will pass
        if type == "cyberattack" and m.sentence and m.precision != "country":
            score -= 7.0
        return score

    def _opens_aside(self, m: Mention, act: int) -> bool:
        """Whether it stands in a clause before the act's that tells of what came earlier."""
        found = self._openings.get(m.sentence)
        if found is None:
            sentence = self._sentences[m.sentence]
            opened = _OPENS_ASIDE.match(self._document, sentence.start, sentence.end)
            found = self._openings[m.sentence] = opened.end() if opened else 0
        return m.start < found <= act

    def _under_a_picture(self, index: int) -> bool:
        known = self._captions.get(index)
        if known is None:
            sentence = self._sentences[index]
            known = self._captions[index] = (
                sentence.paragraph <= 3 and _CAPTION.search(self._document, sentence.start, sentence.end) is not None
            )
        return known

    def _of_a_year(self, m: Mention) -> bool:
        """Whether a year stands right behind a name."""
        known = self._dated.get(m.start)
        if known is None:
            known = self._dated[m.start] = _IN_A_YEAR.match(self._document, m.end) is not None
        return known

    def _standing(self, m: Mention, type: str) -> float:
        """What the way it stands and its sharpness are worth."""
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
        if stands == "from" and type in OF_LEAVING:
            score = 9.0
        if type == "talks" and (stands == "sits" or (stands == "to" and m.precision != "country")):
            score = 9.0  # 'went to Doha', 'meeting in Doha'
        if type in OF_A_LAUNCH and (stands == "from" or m.precision == "sea"):
            score = 11.0 if stands == "from" else 2.0
        if type == "maritime_incident":
            if m.precision == "sea":
                score += 2.0
            elif stands in ("at", "beside", "frame") and self._at_a_distance(m, by_sea=True):
                score = 12.0  # 'northbound, some 50 miles west of Hodeidah': no town's bearing but the ship's place
            elif stands == "beside":
                score = _STANCE["at"]
            elif stands == "frame" and self._at_a_distance(m):
                score = 10.0
            elif stands == "target" and _BOUND.search(self._document, max(0, m.start - 20), m.start):
                score = _STANCE["to"]  # 'steered towards Bandar Abbas'
        if m.entry.kind == "seat" and stands != "target":
            score = 0.5
        if self._under_a_picture(m.sentence):
            score -= 5.0
        return score + (_SHARP[m.precision] - (0.6 if m.entry.kind == "region" else 0.0))

    def _anchor(self, home: int, scored: list[tuple[float, Mention]]) -> tuple[float, Mention | None]:
        """The best of all; but where the act's own sentence tells a place, another country's place is another act's."""
        if not scored:
            return 0.0, None
        most, best = max(scored, key=_rank)
        if best.sentence != home:
            here = [(score, m) for score, m in scored if m.sentence == home and score >= _NAMED]
            told = [(score, m) for score, m in here if m.stands in _TOLD]
            if told and all(m.entry.key != best.entry.key for _, m in here):
                score, m = max(told, key=_rank)
                if m.entry.country != best.entry.country:
                    return score, m
        return most, best

    def _answered(self, m: Mention) -> bool:
        """Whether the act only answers what happened there: 'in reply to the attack on'."""
        opened = max(self._sentences[m.sentence].start, m.start - 200)
        return _ANSWERS.search(self._document, opened, m.start) is not None

    def _aside(self, m: Mention) -> bool:
        """Whether the words before it lead to another act than the one its sentence tells of."""
        known = self._apart.get(m.start)
        if known is None:
            opened = max(self._sentences[m.sentence].start, m.start - 300)
            known = self._apart[m.start] = self._of_a_year(m) or any(
                not _OF_DAY.match(self._document, end) for _, end in self._asides.within(m.sentence, opened, m.start)
            )
        return known

    def _venue(self, home: int, scope: tuple[int, ...]) -> Mention | None:
        """Where a truce was agreed, where the text tells it: 'signed in Addis Ababa', 'after talks in Kuala Lumpur'."""
        for index in dict.fromkeys((home, *sorted(scope), *range(min(_VENUE, len(self._sentences))))):
            opened = self._sentences[index].start
            for m in self._named_in(index):
                told = self._document[max(opened, m.start - 130) : m.start]
                met = m.stands in ("at", "sits") and m.entry.kind not in ("region", "seat") and _AGREED.search(told)
                if met and not _YET_TO_MEET.search(told) and not self._aside(m):
                    return m
        return None

    def _sharpened(self, best: Mention, most: float, scored: list[tuple[float, Mention]], type: str) -> Mention:
        """A country, region or sea gives way to a place within it that is told nearly as plainly."""
        coarse = best.precision in ("country", "province", "sea") and best.entry.kind not in ("border", "strait")
        if not coarse or (best.precision == "country" and type in OF_A_COUNTRY) or type == "ceasefire":
            return best
        finest, highest = best, -math.inf
        for score, m in scored:
            at_sea = best.precision == "sea" and self._at_a_distance(m)
            if (m.stands not in _TOLD and not (at_sea and m.stands == "frame")) or _fineness(m) <= _fineness(best):
                continue
            if m.sentence != best.sentence and self._aside(m):
                continue
            if best.precision == "sea":
                inside = m.entry.kind in ("island", "port") or m.precision == "sea" or at_sea
            else:
                inside = self._inside(m, best)
            slack = 5.0 if best.precision == "country" else 3.5
            if inside and score >= most - slack and score > highest:
                finest, highest = m, score
        return finest if finest is not best else self._named_by_the_way(best, scored) or self._filed_from(best) or best

    def _within_its_province(
        self, best: Mention, most: float, scored: list[tuple[float, Mention]], told: tuple[int, ...]
    ) -> Mention:
        """A town whose name is that of its province too gives way to a place within that is told with the act.

        'Dawn attack in Luhansk ... pushed through the trenches near Zolote'."""
        province = self._namesake(best) if best.precision == "town" else None
        if province is None:
            return best
        within = [
            (score, -m.start, m)
            for score, m in scored
            if m.stands in ("at", "target")
            and m.sentence in told
            and m.sentence != best.sentence
            and score >= most - _AS_PLAIN
            and m.precision in ("town", "site", "district")
            and m.entry.key != best.entry.key
            and m.entry.country == province.country
            and (m.entry.region == province.name if m.entry.region else _apart(m.entry, best.entry) < _COUNTRYSIDE_KM)
            and not self._aside(m)
        ]
        return max(within)[2] if within else best

    def _a_part_of(self, best: Mention, scored: list[tuple[float, Mention]]) -> Mention:
        """A town gives way to what the text calls a part of it: 'the Batala area of Gurdaspur'."""
        if best.precision not in ("town", "district"):
            return best
        parts = [m for _, m in scored if m.part_of == best.entry.key and m.stands in _TOLD and not self._aside(m)]
        return min(parts, key=lambda m: m.start) if parts else best

    def _namesake(self, m: Mention) -> Entry | None:
        """The province that is called as the town is, and holds it."""
        for entry in self._atlas.gazetteer.find(fold(m.text)):
            if entry.kind == "province" and entry.country == m.entry.country:
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
            and not self._aside(m)
        }
        return next(iter(sites.values())) if len(sites) == 1 else None

    def _filed_from(self, coarse: Mention) -> Mention | None:
        """The town a report was filed from, where only its province, or a province named late, is told.

        'QUETTA ... a blast at the main station of Balochistan province'."""
        if coarse.entry.kind != "province":
            return None
        late = coarse.sentence > _FRONT
        for m in self.mentions:
            if m.stands == "dateline" and m.precision == "town":
                near = late and m.entry.country == coarse.entry.country
                return m if near or self._inside(m, coarse) else None
        return None

    def _inside(self, m: Mention, coarse: Mention) -> bool:
        """Whether a place lies in a country, region or province that is named."""
        a, b = m.entry, coarse.entry
        if a.country != b.country:
            return False
        if coarse.precision == "country" or b.kind == "region":
            return True
        if a.region and a.region in (b.name, b.region):
            return True
        return a.region is None and _apart(a, b) < _PROVINCE_KM and self._province_of(a) in (None, b.name)

    def _province_of(self, entry: Entry) -> str | None:
        """The province that is called as a town is."""
        for other in self._atlas.gazetteer.find(fold(entry.name)):
            if other.kind == "province" and other.country == entry.country:
                return other.name
        return None

    def _at_a_distance(self, m: Mention, *, by_sea: bool = False) -> bool:
        """Whether a distance from it is told; `by_sea`: in miles, as ships count, or from an island."""
        sentence = self._sentences[m.sentence]
        found = distance(self._document, max(sentence.start, m.start - 90), m.start)
        miles = found is not None and found["unit"].lower().startswith(("n", "mi"))
        return found is not None and (not by_sea or miles or m.entry.kind == "island")

    def _others(self, best: Mention, scored: list[tuple[float, Mention]], most: float) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        sharp = min(1.0, _SHARP[best.precision])
        for score, m in sorted(scored, key=lambda item: -item[0]):
            near = score >= most - 3.0 and m.sentence == best.sentence and m.stands in _TOLD
            other = near and m.entry.key not in (best.entry.key, best.framed_by) and _SHARP[m.precision] >= sharp
            if m.entry.key != best.entry.key and self._joined(best, m):
                found.setdefault(m.entry.name, self.place_of(m))
            if other and (m.entry.country == best.entry.country or best.precision == "country"):
                found.setdefault(m.entry.name, self.place_of(m))
        found.pop(best.entry.name, None)
        return tuple(found.values())[:6]

    def _joined(self, best: Mention, m: Mention) -> bool:
        """'in northern Syria and Iraq': one act over a border, each country a place of it."""
        if not 0 <= m.start - best.end <= 30 or _SHARP[best.precision] >= 1.0 or m.stands in ("dateline", "actor"):
            return False
        return _AND.fullmatch(self._document, best.end, m.start) is not None

    def _tally(self, favoured: frozenset[int]) -> dict[str, float]:
        worth = {"at": 2.0, "beside": 2.0, "target": 2.0, "list": 2.0, "to": 1.5, "of": 1.0, "from": 0.8, "own": 0.6,
                 "bare": 0.5, "between": 0.3, "actor": 0.2, "frame": 1.0, "dateline": 0.5}  # fmt: skip
        tally: dict[str, float] = defaultdict(float)
        for m in self.mentions:
            if m.entry.country:
                near = 2.0 if m.sentence in favoured else 1.5 if m.sentence < 3 else 1.0
                tally[m.entry.country] += worth.get(m.stands, 0.0) * near
        for sentence, code in self._names.homes:
            tally[code] += 0.3 * (1.5 if sentence in favoured or sentence < 3 else 1.0)
        return tally

    def _country_at_least(self, favoured: frozenset[int], type: str) -> WhereAnswer:
        """Nothing is placed: the one country most of the text is set in, at its capital, or unknown."""
        tally = self._tally(favoured)
        if not any(worth >= 0.5 for worth in tally.values()):
            # no place at all: the peoples it speaks of
            tally = self._names.weights
        ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 0.5 or (len(ranked) > 1 and ranked[1][1] > 0.7 * ranked[0][1]):
            return WhereAnswer(place=None)
        entry = self._atlas.gazetteer.country(ranked[0][0])
        return WhereAnswer(place=entry.place("") if entry else None)

    def _border(self, home: int, scope: tuple[int, ...], type: str) -> WhereAnswer | None:
        """'at their border' with two countries in the text: the border of the two, where the table has it."""
        if not self._borders:
            return None
        sides = {m.entry.country for m in self.mentions if m.stands == "between" and m.entry.kind == "country"}
        early = range(10) if type == "ceasefire" and len(sides) > 1 else range(3) if scope else range(0)
        if type == "ceasefire" and self._names.homes and len(sides) < 2:
            return None
        for n in (home, *scope, *(early if home < 6 else ())):
            if not 0 <= n < len(self._sentences):
                continue
            sentence = self._sentences[n]
            match = next((b for b in self._borders if sentence.start <= b.start() < sentence.end), None)
            if match is None:
                continue
            top = sorted(self._names.weights.items(), key=lambda item: (-item[1], item[0]))[:3]
            for i in range(len(top)):
                for j in range(i + 1, len(top)):
                    entry = self._border_of(top[i][0], top[j][0])
                    if entry:
                        entry = self._crossing(entry, {top[i][0], top[j][0]}) or entry
                        return WhereAnswer(
                            place=entry.place(match.group()),
                            evidence=Evidence(field="place", start=match.start(), end=match.end(), text=match.group()),
                        )
            return None
        return None

    @cached_property
    def _borders(self) -> list[re.Match[str]]:
        """Where the text speaks of a border between two."""
        words = _BORDER.finditer(self._document)
        return [word for word in words if not _OWN.search(self._document, max(0, word.start() - 5), word.start())]

    def _crossing(self, border: Entry, sides: set[str]) -> Entry | None:
        """The crossing the text names on it."""
        if any(m.entry.key == border.key for m in self.mentions):
            return None
        for m in self.mentions:
            if m.entry.kind == "crossing" and m.entry.country in sides and m.stands != "dateline":
                return replace(m.entry, country=border.country)
        return None

    def _border_of(self, one: str, two: str) -> Entry | None:
        a, b = self._atlas.gazetteer.country(one), self._atlas.gazetteer.country(two)
        if a is None or b is None:
            return None
        for name in (f"{a.name}-{b.name} border", f"{b.name}-{a.name} border"):
            for entry in self._atlas.gazetteer.find(fold(name)):
                if entry.kind in ("border", "crossing"):
                    return entry
        return None

    # ---- from a mention to a place -----------------------------------------------------------------------------------

    def place_of(self, m: Mention, type: str = "") -> Place:
        afloat = type == "maritime_incident"
        place = self._places.get((m.start, m.entry.key, afloat))
        if place is None:
            place = self._places[m.start, m.entry.key, afloat] = self._placed(m, afloat)
        return place

    def _placed(self, m: Mention, afloat: bool) -> Place:
        document, sentence = self._document, self._sentences[m.sentence]
        entry, place = m.entry, m.entry.place(document[m.start : m.end])
        before = document[max(sentence.start, m.start - 90) : m.start]
        moved = shifted(place, before, afloat)
        if moved is not None:
            there = (round(place.lat or 0.0, 3), round(place.lon or 0.0, 3))
            unaimed = (moved.lat, moved.lon) == there and moved.precision == "sea"
            return (self._waters_off(m) if unaimed else None) or moved
        if entry.kind == "sea":
            for other in self._by_sentence[m.sentence]:
                lead = document[max(sentence.start, other.start - 60) : other.start]
                if other.precision != "sea" and _OFFSHORE.search(lead):  # 'in the Red Sea, off Yemen'
                    return self._off(f"{other.entry.name}'s {entry.name} coast", m) or self._waters_off(other) or place
        if (
            (afloat and _BEARING.search(before))
            or (before.rstrip().lower().endswith(_LEADS_OFF) and _OFFSHORE.search(before[-60:]))
            or (entry.kind == "country" and _COASTAL.search(document, m.start, m.end))
        ):
            return self._waters_off(m) or place
        return (self._part_of_sea(m, afloat) if entry.kind == "sea" else None) or place

    def _part_of_sea(self, m: Mention, afloat: bool) -> Place | None:
        """A long sea as far as it lies off a land: where a group that acts from it, or the text, is at home."""
        lands = [code for _, code in self._names.homes]
        if afloat:
            lands += sorted(self._names.weights, key=lambda code: (-self._names.weights[code], code))[:2]
        for code in dict.fromkeys(lands):
            country = self._atlas.gazetteer.country(code)
            part = self._off(f"{country.name}'s {m.entry.name} coast", m) if country else None
            if part:
                return part
        return None

    def _waters_off(self, m: Mention) -> Place | None:
        return self._off(m.entry.name, m)

    def _off(self, name: str, m: Mention) -> Place | None:
        for entry in self._atlas.gazetteer.find(fold(f"off {name}")):
            return entry.place(self._document[m.start : m.end])
        return None


def _apart(a: Entry, b: Entry) -> float:
    """Kilometres between two places; without end where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _rank(told: tuple[float, Mention]) -> tuple[float, int]:
    """The most worth first, of equals the one that stands first."""
    return told[0], -told[1].start


def _fineness(m: Mention) -> float:
    return _SHARP[m.precision] - (0.6 if m.entry.kind == "region" else 0.0)


__all__ = ["OF_A_COUNTRY", "OF_LEAVING", "OF_THE_SPEAKER", "Atlas", "Located", "Mention", "WhereAnswer"]
