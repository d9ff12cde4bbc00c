"""Is a text news of ours? Rules, words and genre heard together, weighed by some 400 weights.

Each of the three errs by itself: rules are deaf to what they have no pattern for and take an essay's opening scene for
news, words alone take a cartel's drone for crime, and a report that looks back reads like an analysis. So what each
found is put on the scales, and a logistic regression says how likely the text reports an incident of the last days;
only what the rules call an essay, a trial or an accident, and what neither they nor the words see anything in, is not
weighed by its front; what an essay dates further down may be (`buried.py`). `scripts/train_relevance.py` makes it from
labelled articles of ours, each heard by models that had not learned from it. A feed's item of a headline and a sentence
or two is weighed by the same weights and some of its own, for there a single word of the headline counts for more
(H. Daumé, Frustratingly easy domain adaptation, 2007), and so is what stands behind other news. Of a few words without
a headline, and without the file, `weigh.py` decides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.events import weights
from monitor.events.genre import Genre, GenreModel
from monitor.events.gist import Gist
from monitor.events.learned import NONE, Opinion
from monitor.events.segments import FRONT, Told
from monitor.events.topics import Topics
from monitor.events.weigh import EVERYDAY, SURE_OF_IT
from monitor.events.weights import step
from monitor.taxonomy import FIRE, type_of
from monitor.types import Silenced

#: texts of no more sentences, the title counted, are short items
SHORT_ITEM = 5
#: from this likelihood on a text is told, and from this one on without doubt. Of labelled texts held back,
#: from 0.5 on 3 more of 2,272 reports would be told and 11 more of 215 others
NEWS, SURE = 0.6, 0.75
#: ... and a short item, and a short item without doubt. Of twelve days of feeds, 916 labelled items that taught
#: nothing, 6 of 10 from 0.3 to 0.4 have to do with an act of the last days, 9 of 16 from there to 0.6, 18 of 25 above
ITEM_FOUND, ITEM_FOUND_SURE = 0.35, 0.85
#: ... and a short item in which no rule found an act: of the same days 8 of 8 from 0.9 on, 5 of 8 from there to 0.8.
#: Without doubt it is told never: of what kind it is the words alone are less sure than that it is news
ITEM_NEWS = 0.8
#: ... and one whose words are those of a cyberattack: below, it is mostly a gang's theft of data
ITEM_THEFT = 0.9
#: where the rules are sure of an act a text is told in doubt from this one on: a strike kept quiet costs more than a
#: line too much in a digest, and of 15 other labelled texts of which the rules are as sure 14 have one below 0.15
RULES_SURE = 0.25
#: ... and a short item whose headline says plainly that arms were used: of 4,000 everyday items of feeds and 1,145 that
#: look like reports none is told for that, of four days of nine feeds 8, and 7 of them report an act
ITEM_PLAIN = 0.15
#: ... and one of a deadly blast that nobody has explained, with no word of gas, mines or fireworks
UNEXPLAINED = 0.5
#: ... and a longer text headed by a blast that the rules find told: first reports of an attack know no more and fill up
#: with those of last year
BLAST = 0.25
#: ... and what is told behind other news
BURIED, BURIED_SURE = 0.6, 0.85
#: ... unless so many points tell of fire from afar: then as where the rules are sure
_PLAINLY = 2.0

#: before the name of what counts apart in a short item, and in what is told behind other news
_ITEM, _BURIED = "item: ", "buried: "
_WORDS_OF_OTHER_NEWS = "words of other news"
_WORDS_OF_AN_ANALYSIS = "words of an analysis or a recollection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """All that was found out about one text before it is decided whether it is news."""

    ruled: Gist  #: what the rules alone say
    opinion: Opinion  #: what the words of the front say
    genre: Genre  #: what all words and times say
    topics: Topics
    told: Sequence[Told]  #: the acts it tells of
    silenced: Sequence[Silenced]  #: those it denies, fears, plans ...
    sentences: int  #: the title counted
    titled: bool
    under: str = ""  #: of what is told behind other news: why the front was kept quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How likely a text is news of ours, by what each thing heard adds to its score."""

    share: float
    parts: Mapping[str, float]
    heard: Heard

    @property
    def told(self) -> bool:
        """Whether it is taken for news."""
        ruled = self.heard.ruled
        if self.heard.under:
            plain = ruled.type in FIRE and max(ruled.votes.values(), default=0.0) >= _PLAINLY
            return self.share >= (RULES_SURE if plain else BURIED)
        if ruled.blamed:  # of 17,592 labelled texts 23 have it, and each of them reports an act
            return True
        if ruled.type and max(ruled.votes.values(), default=0.0) >= SURE_OF_IT:
            return self.share >= RULES_SURE
        if ruled.type and ruled.plain and self.heard.sentences <= SHORT_ITEM:
            return self.share >= ITEM_PLAIN
        if not ruled.type and self.heard.opinion.likely == "cyberattack" and self.heard.sentences <= SHORT_ITEM:
            return self.share >= ITEM_THEFT
        if ruled.reason == "blast" and ruled.first and self.heard.sentences > SHORT_ITEM:
            return self.share >= BLAST
        if ruled.reason == "no_side" and self.heard.opinion.likely == "bombing" and not _everyday(self.heard.topics):
            return self.share >= UNEXPLAINED
        return self.share >= bounds(self.heard)[0]

    @property
    def sure(self) -> bool:
        """Whether it is so without doubt."""
        return self.share >= bounds(self.heard)[1]

    @property
    def against(self) -> str:
        """What speaks against it most, in words."""
        whole: dict[str, float] = {}
        for name, part in self.parts.items():
            plainly = name.removeprefix(_ITEM).removeprefix(_BURIED)
            whole[plainly] = whole.get(plainly, 0.0) + part
        most = sorted((part, name) for name, part in whole.items() if part < -0.1)[:3]
        return ", ".join(_told(name, self.heard) for _, name in most)


def _everyday(topics: Topics) -> bool:
    """Whether a word of everyday news stands anywhere."""
    return any(topics.points.get(topic, 0.0) for topic in EVERYDAY)


class RelevanceModel:
    """The weights, and the model of genres that is heard among the others. Read once; asking changes nothing in it.

    Raises ModelError where the bytes are none of a model."""

    __slots__ = ("_weights", "genres")

    def __init__(self, data: bytes, genres: GenreModel) -> None:
        self.genres = genres
        self._weights = weights.read(data, "relevance")

    def of(self, heard: Heard) -> Relevance:
        """What all that was heard says together."""
        parts = self._parts(features(heard))
        return Relevance(share=self._share(parts), parts=parts, heard=heard)

    def share(self, seen: Mapping[str, float]) -> float:
        """How likely a text with these features is news of ours."""
        return self._share(self._parts(seen))

    def _parts(self, seen: Mapping[str, float]) -> dict[str, float]:
        weight_of = self._weights.get
        return {name: value * weight_of(name, 0.0) for name, value in seen.items()}

    def _share(self, parts: Mapping[str, float]) -> float:
        """The weight of '' is what every text gets."""
        score = self._weights.get("", 0.0) + sum(parts.values())
        return weights.likelihood(score)


def bounds(heard: Heard) -> tuple[float, float]:
    """The likelihoods from which on a text is told, and told without doubt."""
    if heard.under:
        return BURIED, BURIED_SURE
    if heard.sentences > SHORT_ITEM:
        return NEWS, SURE
    return (ITEM_FOUND, ITEM_FOUND_SURE) if heard.ruled.type else (ITEM_NEWS, math.inf)


def features(heard: Heard) -> Mapping[str, float]:
    """What is put on the scales: named in words, each about as large as a step that matters."""
    ruled, shares = heard.ruled, heard.opinion.shares
    none = _odds(shares[NONE], 6.0) / 2
    ours = max(1e-9, 1.0 - shares[NONE])
    kind = ruled.type or heard.opinion.likely
    most = max(ruled.votes.values(), default=0.0)
    said = f"rules: {'found' if ruled.type else ruled.reason}"
    everyday = sum(heard.topics.points.get(topic, 0.0) for topic in EVERYDAY)
    seen = {
        _WORDS_OF_OTHER_NEWS: none,
        _WORDS_OF_AN_ANALYSIS: _odds(heard.genre.share, 6.0) / 2,
        said: 1.0,
        "points": min(most, 5.0) / 2,
        f"points {step(most, (0.0, 1.0, 2.0, 3.0, 4.0))}": 1.0,
        f"type {kind}": 1.0,
        f"{'found' if ruled.type else 'heard'} {type_of(kind).family}": 1.0,
        f"sentences {step(heard.sentences, (6, 15))}": 1.0,
        "everyday topics": min(everyday, 15.0) / 5,
        "untitled": float(not heard.titled),
        "recalls": float(ruled.recalls),
    }
    agreed = _odds(shares.get(kind, 0.0) / ours, 4.0) / 2
    if ruled.type:
        seen["words of the type found"] = agreed
        seen["found among words of other news"] = none
    else:
        seen["words of the likeliest type"] = agreed
    seen |= {f"topic {name}": min(points, 9.0) / 4 for name, points in heard.topics.points.items()}
    seen |= {f"title on {name}": min(points, 2.0) for name, points in heard.topics.title.items()}
    seen |= {f"silenced {reason}": 1.0 for reason in {s.reason for s in heard.silenced}}
    front = [t for t in heard.told if t.rank < FRONT]
    ages = [t.age for t in front if t.age is not None]
    age = ("new" if min(ages) <= 2 else "week" if min(ages) <= 8 else "old") if ages else "unknown"
    seen[f"age {age}"] = 1.0
    seen[f"{said}, age {age}"] = 1.0
    seen["acts in front"] = min(len(front), 4) / 2
    seen["fresh acts in front"] = min(sum(not t.old for t in front), 4) / 2
    seen["sure acts in front"] = min(sum(t.weight for t in front if not t.old), 6.0) / 3
    seen["acts"] = min(len(heard.told), 10) / 5
    seen["old acts"] = min(sum(t.old for t in heard.told), 5) / 3
    seen["dated acts"] = min(sum(t.age is not None and 0 <= t.age <= 2 for t in heard.told), 4) / 2
    seen["words of the past"] = float(any(t.past for t in front))
    seen["act in title"] = float(any(t.rank == 0 for t in front))
    if heard.sentences <= SHORT_ITEM:
        seen |= {f"{_ITEM}{name}": value for name, value in seen.items()} | {_ITEM: 1.0}
        seen["share of the likeliest type"] = _odds(shares[heard.opinion.likely], 4.0) / 2
        if heard.sentences == 1:  # so few words are hardly those of anything
            seen |= {"headline alone": 1.0, "words of other news, headline alone": none, f"headline alone, {said}": 1.0}
    if heard.under:
        seen |= {f"{_BURIED}{name}": value for name, value in seen.items()}
        seen |= {_BURIED: 1.0, f"{_BURIED}under {heard.under}": 1.0}
    return seen


def _told(name: str, heard: Heard) -> str:
    """A feature for a person to read, with the words that made it where they are known."""
    if not name:
        return "a short item, or told behind other news"
    if name == _WORDS_OF_OTHER_NEWS:
        return f"{name} ({heard.opinion.shares[NONE]:.0%})"
    if name == _WORDS_OF_AN_ANALYSIS:
        words = ", ".join(f"'{word}'" for word in heard.genre.words)
        return f"{name} ({heard.genre.share:.0%}: {words})"
    if name.startswith("topic "):
        words = ", ".join(heard.topics.words.get(name.removeprefix("topic "), ()))
        return f"{name} ({words})"
    return name


def _odds(share: float, most: float) -> float:
    """The logarithm of the odds, no further from 0 than `most`."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return max(-most, min(most, math.log(share / (1 - share))))
