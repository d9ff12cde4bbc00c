"""What the sentence of a name has in common with the headline and with the sentence of the act: words, numbers, days.

Of 'the suicide attack in Islamabad' and 'cadets freed in Wana' the one whose sentence repeats what the headline told
tells of the act: '12 people', 'judicial complex', 'Tuesday'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monitor.events.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
#: so many letters tell a word: 'strikes' and 'struck' differ, 'attack', 'attacked' and 'attackers' do not
_LETTERS = 5
_PLAIN = frozenset(
    "that this with from have been were they their after also said will would which about where when what other more"
    " than over into some such there before while under since against between during because its".split()
)
_WEEKDAYS = frozenset("monda tuesd wedne thurs frida satur sunda".split())
_MOST = 4
_FAR = 3


class Echoes:
    """The words of the sentences of one document, each looked at once."""

    def __init__(self, sentences: Sequence[Sentence], home: int, *, buried: bool = False) -> None:
        self._sentences = sentences
        self._home = home
        self._titled = bool(sentences) and sentences[0].is_title and not buried
        self._words: dict[int, frozenset[str]] = {}
        self._found: dict[int, tuple[str, ...]] = {}

    def of(self, index: int) -> tuple[str, ...]:
        """What a sentence has in common with the others."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = tuple(self._echoed(index))
        return found

    def _echoed(self, index: int) -> Iterator[str]:
        words = self._told(index)
        if self._titled and index:
            yield from _shared("the headline", words, self._told(0))
        if index != self._home:
            home = self._told(self._home)
            off = self._sentences[index].paragraph - self._sentences[self._home].paragraph
            yield f"paragraphs off {max(-_FAR, min(_FAR, off))}"
            yield from _shared("the act", words, home)
            days, its = words & _WEEKDAYS, home & _WEEKDAYS
            if days and its:
                yield "the day of the act" if days & its else "another day than the act"
            elif days or its:
                yield "a day, the act none" if days else "no day, the act one"

    def _told(self, index: int) -> frozenset[str]:
        words = self._words.get(index)
        if words is None:
            low = self._sentences[index].text.lower()
            words = self._words[index] = frozenset([w[:_LETTERS] for w in _WORD.findall(low) if w not in _PLAIN])
        return words


def _shared(whose: str, words: frozenset[str], others: frozenset[str]) -> Iterator[str]:
    common = words & others
    numbers = sum(map(str.isdigit, common))
    yield f"words of {whose} {min(_MOST, len(common) - numbers)}"
    if numbers:
        yield f"a number of {whose}"
