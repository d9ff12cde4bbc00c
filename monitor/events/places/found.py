"""A name of a place that was found, with what stands around it, before it is settled which place it means."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from monitor.events.places.around import Around, kind_before, kind_behind
from monitor.events.places.gazetteer import Entry, fold
from monitor.events.places.stance import in_dateline, stance
from monitor.events.places.tokens import POSSESSIVES, Words
from monitor.events.places.words import (
    DIRECTIONS,
    DISTRICT_WORDS,
    FUNCTION_WORDS,
    PROVINCE_WORDS,
    ROLES,
    SITE_WORDS,
    TITLES,
    TOWN_WORDS,
)
from monitor.events.sentences import Sentence

_HOLDING = frozenset("in at near around outside inside".split())
_STREETS = frozenset(
    "beach avenue street square highway road boulevard prospekt hotel mall park mosque church shrine".split()
)
OF_STATE = frozenset(("country", "capital", "seat"))


class Find(msgspec.Struct, gc=False):
    """A name before it is settled."""

    start: int
    end: int
    key: str
    words: int
    entries: tuple[Entry, ...]
    sentence: Sentence
    around: Around
    capital_before: bool
    capital_after: bool
    suffix: str
    stands: str = "bare"
    stands_small: str = "bare"  #: how it stands if it is no state or capital
    adjective: bool = False
    shouted: bool = False  #: in capitals: NATO, PLO

    @property
    def marked(self) -> bool:
        """Whether it stands as a place does, or with a word for its kind."""
        return self.stands_small in ("at", "target", "from", "frame", "sits", "beside") or self.suffix != ""

    @property
    def of_a_street(self) -> bool:
        """'Lido beach', 'Kashirskoye Highway': parts of a town that other towns share their names with."""
        return self.around.following[:1] != [] and self.around.following[0] in _STREETS and self.around.after[:1] == " "

    @property
    def held(self) -> bool:
        """Whether a preposition of place stands right before it: 'near Bentiu'."""
        return (
            not self.shouted
            and self.around.left[:1] != []
            and self.around.left[0] in _HOLDING
            and self.around.breaks[0] == " "
        )


def found(sentence: Sentence, words: Words, at: int, size: int, key: str, entries: tuple[Entry, ...]) -> Find:
    """The name of `size` words from word `at` on, which is looked up as `key`, and what stands around it."""
    document, texts = words.document, words.texts
    last = at + size - 1
    start, end = words.span(at)[0], words.span(last)[1]
    possessive = len(texts[last]) > 2 and texts[last].endswith(POSSESSIVES)
    end -= 2 if possessive else 0
    low = max(0, at - 8)
    around = Around(
        left=[*map(str.lower, reversed(texts[low:at]))],
        breaks=words.gaps[low:at][::-1],
        after=document[end : min(sentence.end, end + 60)],
        following=[*map(str.lower, texts[last + 1 : last + 6])],
        possessive=possessive,
    )
    capital_before = False
    if at and texts[at - 1][0].isupper() and around.breaks[0] == " " and not texts[at - 1].endswith(POSSESSIVES):
        word = words.folded(at - 1)
        capital_before = word not in FUNCTION_WORDS and word not in DIRECTIONS and word not in TITLES
    suffix, capital_after = "", False
    if around.following and not possessive and words.gaps[last] in (" ", "-"):
        word = around.following[0]
        if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS or word in SITE_WORDS:
            suffix = word
        elif texts[last + 1][0].isupper() and word not in ROLES and word not in FUNCTION_WORDS:
            capital_after = True
    suffix = suffix or kind_before(around) or kind_behind(around)
    find = Find(
        start=start,
        end=end,
        key=key,
        words=key.count(" ") + 1,
        entries=entries,
        sentence=sentence,
        around=around,
        capital_before=capital_before,
        capital_after=capital_after,
        suffix=suffix,
        shouted=end - start > 1 and document[start:end].isupper() and not sentence.text.isupper(),
    )
    if in_dateline(sentence, start, end):
        find.stands = find.stands_small = "dateline"
    else:
        find.stands = find.stands_small = stance(around, state=False, title=sentence.is_title)
        if any(e.kind in OF_STATE for e in entries):
            capital = entries[0].kind == "capital"
            find.stands = stance(around, state=True, title=sentence.is_title, capital=capital)
            if key in _ABROAD and find.stands in ("at", "target", "of", "bare") and _names_its_forces(around):
                find.stands = "actor"
    return find


def one_land(entries: tuple[Entry, ...]) -> str | None:
    """The country of a name that hardly means another's place."""
    sure = entries[:1] and (entries[0].by_hand or entries[0].kind in OF_STATE or len({e.country for e in entries}) == 1)
    return entries[0].country if sure else None


def meant(sentence: Sentence, words: Words, at: int, size: int, entry: Entry) -> Find:
    """A place that is meant by words which are no name of it."""
    find = found(sentence, words, at, size, fold(entry.name), (entry,))
    find.adjective = True
    find.stands = find.stands_small
    return find


#: states whose forces stand abroad, by the short names that serve as adjectives: 'at a US base in Qatar'
_ABROAD = frozenset({"us", "u s", "usa", "uk", "u k"})
_ITS_FORCES = frozenset(
    """base bases airbase outpost garrison troops forces soldiers personnel servicemen marines navy military army
    warship warships destroyer destroyers carrier frigate ship ships vessel vessels tanker drone drones reaper
    jet jets fighter fighters helicopter helicopters aircraft plane planes contractor contractors convoy
    patrol positions coalition diplomats hostages""".split()
)


def _names_its_forces(around: Around) -> bool:
    """Whether the name only says whose forces they are."""
    return around.after[:1] == " " and around.following[:1] != [] and around.following[0] in _ITS_FORCES


def listed(words: Words, at: int, before: Sequence[Find]) -> bool:
    """'near Nikolayevo-Daryino and Oleshnya': it stands as a place does that no table knows."""
    texts, gaps = words.texts, words.gaps
    k = at - 2
    if k < 1 or texts[at - 1] not in ("and", "or") or gaps[at - 1] != " " or not texts[k][0].isupper():
        return False
    if before and before[0].end > words.span(k)[0]:
        return False  # a name the table knows: see _carry
    while k > 0 and k > at - 7 and texts[k][0].isupper() and gaps[k] in (" ", "-", ", "):
        k -= 1
    return texts[k] in _HOLDING and gaps[k] == " "
