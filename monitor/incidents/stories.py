"""Which incidents a reader knows as one story: an act, what may be the same act, and what is told because of it.

A dam is blown up; for days others write of the flood, the evacuation, the satellite pictures, and some of it is taken
for an incident of its own. Identity keeps such incidents apart where it must. Telling them is another matter: a story
is told once, and what belongs to it stands under it. Nothing here changes an incident.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Day
from functools import lru_cache
from itertools import pairwise

from monitor.incidents.compat import compatible
from monitor.incidents.parties import known, same
from monitor.incidents.whereabouts import kilometres
from monitor.incidents.words import folded, weight
from monitor.taxonomy import FORCE
from monitor.types import Incident, Place, figure_of

#: days that two incidents of one story may lie apart
SPAN_DAYS = 3
#: independent sources from which on what an incident is about can be told from its titles
_BIG = 3
_SHARE = 0.6  #: of its titles
_FIRST = 50  #: of its reports, those that are looked at for an article told before
_TELLING = 3.5  #: bits; below it stand what half of all news speaks of: an airport, a station, a state
_PRECISE = frozenset({"site", "town", "district", "sea"})
_NEAR_KM = 5.0
_FAR_KM = 100.0
#: words that stand before any act or thing
_OF_ANY = frozenset(
    "major massive large huge big new fresh latest key critical vital strategic deadly heavy fierce tense".split()
)
#: so many telling words in common name one thing, also where it is put at two towns near it
_ONE_THING = 3
_LOOSELY_KM = 200.0  #: so near lies what may be one place, where one of the two is a border or a province
_TOKEN = re.compile(r"[^\W\d_]{3,}")


def group(incidents: Sequence[Incident]) -> Mapping[str, str]:
    """By incident, the head of its story: the one that most independent sources tell of. Alone, it is its own head."""
    by_id = {one.id: one for one in incidents}
    up = {ident: ident for ident in by_id}

    def root(ident: str) -> str:
        while up[ident] != ident:
            up[ident] = up[up[ident]]
            ident = up[ident]
        return ident

    for one, other in _joined(by_id):
        up[root(one.id)] = root(other.id)
    members: dict[str, list[Incident]] = defaultdict(list)
    for ident, one in by_id.items():
        members[root(ident)].append(one)
    return {one.id: max(each, key=_standing).id for each in members.values() for one in each}


def retold(incident: Incident, told: Iterable[Incident]) -> Incident | None:
    """The incident of `told` that this one only tells on, if any: of the same thing, naming no day and no dead.

    What names a day, or the dead, may be another act at the same thing, and is news."""
    if figure_of(incident.killed) or incident.when is None:
        return None
    for other in sorted(told, key=_standing, reverse=True):
        if not incident.when.inferred and not _there_and_then(incident, other):
            continue
        if other.id != incident.id and _days(incident, other) <= SPAN_DAYS and _of_one_thing(other, incident):
            return other
    return None


def known_by(incident: Incident, told: Sequence[Incident]) -> Incident | None:
    """The incident of `told` by which a reader knows this one: told beside it in an article, told on, or told again."""
    mine = {event.article_id for event in incident.events}
    for other in told:
        one_text = mine & {event.article_id for event in other.events[:_FIRST]}
        if other.id != incident.id and one_text and not _elsewhere(incident, other, _NEAR_KM):
            return other
    return retold(incident, told) or repeats(incident, told)


def repeats(incident: Incident, told: Iterable[Incident]) -> Incident | None:
    """The incident of `told` that this one is likely told again, where one of the two has no close place: an act on the
    ground by the same side on nearly the same day ('a major offensive', 'attacks in the east'), or one of another sort
    whose titles name the same thing. With dead that are not the other's it is news."""
    killed = figure_of(incident.killed)
    for other in sorted(told, key=_standing, reverse=True):
        if other.id == incident.id or not {incident.type, other.type} <= FORCE:
            continue
        if not compatible(incident.type, other.type) or _days_of_act(incident, other) > 1:
            continue
        if killed and killed not in {figure_of(event.killed) for event in other.events}:
            continue
        shared = (_words_of(incident) & _words_of(other)) - _acts(incident) - _acts(other) - _OF_ANY
        telling = [word for word in shared if weight(word) >= _TELLING]
        apart = _close(incident.place) and _close(other.place)
        if apart and (len(telling) < _ONE_THING or _elsewhere(incident, other, _FAR_KM)):
            continue
        on_the_ground = incident.family == other.family == "ground"
        if not (on_the_ground or telling):
            continue
        if _one_side(incident, other) or (not _both_sides_known(incident, other) and _near(incident, other)):
            return other
    return None


def _there_and_then(one: Incident, other: Incident) -> bool:
    """Whether both name one spot and one day: who blames whom for an act is no second act."""
    same_day = one.when is not None and other.when is not None and one.when.date == other.when.date
    return same_day and _close(one.place) and not _elsewhere(one, other, _NEAR_KM)


def _one_side(one: Incident, other: Incident) -> bool:
    return any(same(a, b) for a in known(one.actors) for b in known(other.actors))


def _both_sides_known(one: Incident, other: Incident) -> bool:
    return bool(known(one.actors) and known(other.actors))


def _near(one: Incident, other: Incident) -> bool:
    far = kilometres(one.place, other.place) if one.place and other.place else None
    return far is not None and far <= _LOOSELY_KM


def _close(place: Place | None) -> bool:
    return place is not None and place.precision in _PRECISE


def _days_of_act(one: Incident, other: Incident) -> int:
    if one.when is None or other.when is None:
        return _days(one, other)
    return min(abs((one.when.date - other.when.date).days), _days(one, other))


def theme(incident: Incident) -> frozenset[str]:
    """What an incident that many report is about: the things that most of its titles name, such as 'dam'.

    Names are none (a town is struck again tomorrow, by another act), and neither are the words of the act."""
    if incident.independent < _BIG:
        return frozenset()
    titles = {(event.publisher or event.source, event.title) for event in incident.events if event.title}
    counted = Counter(word for _, title in titles for word in _words(title))
    least = max(_BIG, _SHARE * len(titles))
    common = {word for word, count in counted.items() if count >= least and weight(word) >= _TELLING}
    if not common:
        return frozenset()
    acts = _usual_acts(incident)
    # a name is written with a capital in every title, a thing only where all words are
    small = {word for _, title in titles for word in _TOKEN.findall(title) if word.islower()}
    return frozenset(word for word in common - acts - _OF_ANY if word in small)


def _standing(incident: Incident) -> tuple[int, float, str]:
    return (incident.independent, incident.severity, incident.id)


# ---- what joins two -----------------------------------------------------------------------------------------------


def _joined(by_id: Mapping[str, Incident]) -> Iterator[tuple[Incident, Incident]]:
    """Pairs of one story. By what they share, so that many incidents are not compared each with each."""
    by_article: dict[str, list[Incident]] = defaultdict(list)
    by_spot: dict[str, list[Incident]] = defaultdict(list)
    by_word: dict[str, list[Incident]] = defaultdict(list)
    for one in by_id.values():
        for ident in {event.article_id for event in one.events}:
            by_article[ident].append(one)
        if one.place is not None and one.place.key and one.place.precision in _PRECISE:
            by_spot[one.place.key].append(one)
        for word in _words_of(one):
            by_word[word].append(one)
        for ident in (*one.possible_duplicates, *((one.parent,) if one.parent else ())):
            other = by_id.get(ident)
            if other is not None and (other.id == one.parent or _speak_alike(one, other)):
                yield one, other
    for mates in by_article.values():
        yield from (pair for pair in pairwise(mates) if not _elsewhere(*pair, _NEAR_KM))
    for mates in by_spot.values():
        ordered = sorted(mates, key=lambda one: (_day(one), one.id))
        yield from (pair for pair in pairwise(ordered) if _days(*pair) <= 1 and compatible(pair[0].type, pair[1].type))
    for big in by_id.values():
        for word in theme(big):
            yield from ((big, one) for one in by_word[word] if _days(big, one) <= SPAN_DAYS and _of_one_thing(big, one))


def _of_one_thing(big: Incident, small: Incident) -> bool:
    """Whether `small` speaks of what `big` is about, in the same country: of two such things, wherever it is put."""
    shared = theme(big) & _words_of(small)
    if not shared or _elsewhere(big, small, _FAR_KM):
        return False
    return len(shared) > 1 or _country(small.place) in (None, _country(big.place))


def _speak_alike(one: Incident, other: Incident) -> bool:
    """What may be the same by its structure alone (two threats in one country) is a story only with telling words."""
    shared = {word for word in _words_of(one) & _words_of(other) if weight(word) >= _TELLING}
    if {one.type, other.type} <= FORCE:
        return bool(shared)
    return len(shared - _acts(one) - _acts(other)) > 1


def _elsewhere(one: Incident, other: Incident, km: float) -> bool:
    """Whether both places are known closely, and lie so far apart."""
    if one.place is None or other.place is None:
        return False
    if one.place.precision not in _PRECISE or other.place.precision not in _PRECISE:
        return False
    if one.place.key and one.place.key == other.place.key:
        return False
    far = kilometres(one.place, other.place)
    return far is not None and far > km


def _days(one: Incident, other: Incident) -> int:
    return abs((_day(one) - _day(other)).days)


def _day(incident: Incident) -> Day:
    """When it was told of first: a late report of an old act is news of its own day."""
    if incident.first_report is not None:
        return incident.first_report.date()
    return incident.when.date if incident.when else Day.min


def _country(place: Place | None) -> str | None:
    return place.country if place else None


def _acts(incident: Incident) -> frozenset[str]:
    """The words by which its acts were known."""
    spans = (span for event in incident.events for span in event.evidence if span.field == "type")
    return frozenset(word for span in spans for word in _words(span.text))


def _usual_acts(incident: Incident) -> frozenset[str]:
    """Those by which a quarter of its reports were known: one report may have been known by the thing itself."""
    counted = Counter(
        word
        for event in incident.events
        for word in frozenset().union(*(_words(span.text) for span in event.evidence if span.field == "type"))
    )
    return frozenset(word for word, count in counted.items() if 4 * count >= len(incident.events))


def _words_of(incident: Incident) -> frozenset[str]:
    texts = {incident.headline, *(event.title for event in incident.events)}
    return frozenset(word for text in texts for word in _words(text))


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(folded(text)))
