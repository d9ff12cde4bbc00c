"""The words by which one story is told from another: names, numbers and whatever is not in every article.

Folded, so that spelling hardly matters: case, accents and the possessive are gone. How rare each word is in the news is
weighed where they are compared; here only what carries no story at all is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import chain
from typing import NamedTuple

from monitor.events.memo import Memo

#: as many as tell an article from its neighbours; further ones are its padding
LIMIT = 80
_READ = 12_000  #: characters; what identifies a story stands in its upper part
#: a number is one word with its decimals and thousands: 6.1 and 102,000 tell a story, their halves none; begun with one
#: set of characters, which the engine skips to
_TOKEN = re.compile(r"([^\W_](?:(?<=\d)(?<!\w\d)\d*+(?:[.,]\d++)++(?!\w)|[^\W_]*+(?:['’][^\W_]++)?+))")
_OPENERS = frozenset('.!?:;"“”»«([\n')
_POSSESSIVE = re.compile(r"['’]s?$|['’]")

_EMPTY = frozenset(
    """a about above after again against all almost along already also although always am among an and another any are
    around as asked at away back be because been before behind being below between both but by called came can cannot
    com could day days did do does doing done down during each early either else end even ever every few first five for
    four from further gave get give given go going had half has have having he her here him his home how however http
    https i if in including into is it its just know known last late later least less let like long made make many may
    me might minutes month months more morning most much must my near nearly never new news next night no none nor not
    now of off often on once one only onto or other others our out over own part people per place put rather really
    reported right said same say saying says see seen set several she should show since six so some soon still such
    take taken ten than that the their them then there these they third this those though three through thus time times
    to today together told too took toward towards two under until up upon us use used very via was way we week weeks
    well went were what when where whether which while who whole whom whose why will with within without would www year
    years yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december
    jan feb apr jun jul aug sep sept oct nov dec according added article read reading copyright subscribe
    newsletter click email photo image video twitter facebook""".split()
)


class Keywords(NamedTuple):
    """The telling words of an article; the first `named` of them are names and numbers."""

    words: tuple[str, ...]
    named: int


NONE = Keywords((), 0)


def keywords(title: str, text: str, limit: int = LIMIT) -> Keywords:
    """The telling words of an article, names and numbers first, then by how often and how early they come."""
    count: dict[str, int] = {}
    names: set[str] = set()
    plain: set[str] = set()  # also written small, so no name whatever a headline makes of it
    for part, worth in ((title, 3), (text[:_READ], 1)):
        pieces = _TOKEN.split(f"\n{part}")  # a gap, a word, a gap, a word ... a gap
        words = pieces[1::2]
        capitals: dict[str, str] = {}
        times_each = Counter(words)
        for word, times in times_each.items():
            key, written = _TELLING[word]
            if not key:
                continue
            count[key] = count.get(key, 0) + times * worth
            if written == _SMALL:
                plain.add(key)
            elif written == _CAPITAL:
                capitals[word] = key
            elif written == _FIGURE:
                names.add(key)
        names.update(
            capitals[word]
            for gap, word in zip(pieces[::2], words, strict=False)
            if word in capitals and (gap == " " or not _opens_sentence(gap))
        )
    names -= plain
    often: tuple[list[str], ...] = ([], [], [], [])  # four times and more, thrice, twice, once
    for key, times in count.items():
        often[4 - times if times < 4 else 0].append(key)
    first: list[str] = []
    rest: list[str] = []
    for key in chain.from_iterable(often):
        (first if key in names else rest).append(key)
    return Keywords((*first, *rest)[:limit], min(len(first), limit))


_SMALL, _CAPITAL, _FIGURE, _OTHER = range(4)


def _telling(word: str) -> tuple[str, int]:
    """`word` without case, accents and possessive, '' where every text has it; and how it is written."""
    key = _key(word)
    if key and _is_number(key):
        return key, _FIGURE
    return key, _SMALL if word[0].islower() else _CAPITAL if word[0].isupper() else _OTHER


_TELLING = Memo(_telling)


def _key(word: str) -> str:
    if _is_number(word):
        word = word.replace(",", "")
        return word if len(word) > 1 else ""
    key = fold(word)
    short = len(key) < 3 and key.isascii()
    return "" if short or key in _EMPTY else key


def _is_number(word: str) -> bool:
    return word[0].isdigit() and word[-1].isdigit()


def fold(word: str) -> str:
    """`word` without case, accents and possessive."""
    if word.isascii() and "'" not in word:
        return word.lower()
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def _opens_sentence(gap: str) -> bool:
    """Whether the word behind `gap` is written with a capital for its position alone."""
    return gap.rstrip(" \t'‘")[-1:] in _OPENERS
