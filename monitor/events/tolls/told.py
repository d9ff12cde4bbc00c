"""What the sentences of a document tell of dead and wounded, each read once and only when asked."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from monitor.events.sentences import Sentence, index_of
from monitor.events.tolls.best import beside_the_dead, with_others, with_the_other
from monitor.events.tolls.casualties import read_statement, zeros
from monitor.events.tolls.elsewhere import (
    OPENS_ELSEWHERE,
    belongs_elsewhere,
    is_boast,
    is_dated,
    is_of_several,
    is_whole,
)
from monitor.events.tolls.figures import Counted
from monitor.events.tolls.harm_words import COUNTED_WORDS, MAX_SENTENCE, TRIGGER, Statement
from monitor.events.tolls.idioms import FIRST as IDIOMS
from monitor.events.tolls.idioms import plainly
from monitor.events.tolls.numbers import tokens
from monitor.events.tolls.quantities import is_base, quantities
from monitor.events.tolls.rest import the_rest
from monitor.events.tolls.running import LEADS, totals


class ToldHarm:
    """The figures of one document, sentence by sentence."""

    __slots__ = ("_read_already", "_sentences", "counted", "touched")

    def __init__(self, document: str, sentences: Sequence[Sentence]) -> None:
        self.counted: list[Counted] = []  #: what the sentences count that were read so far
        self._sentences = sentences
        self._read_already: dict[int, list[Statement]] = {}
        touched: dict[int, None] = {}
        if sentences:
            at = 0
            while (match := TRIGGER.search(document, at)) is not None:
                index = index_of(sentences, match.start())
                touched[index] = None
                if index + 1 == len(sentences):
                    break
                at = sentences[index + 1].start
        self.touched = tuple(touched)  #: sentences with a word of death or injury, in order

    def of(self, index: int) -> list[Statement]:
        """The figures of a sentence."""
        if index not in self._read_already:
            self._read_already[index] = self._read(self._sentences[index])
        return self._read_already[index]

    def apart(self, index: int, after: Sequence[tuple[int, int]]) -> list[Statement]:
        """The figures of a sentence without those of what the act came after."""
        return [s for s in self.of(index) if not any(low <= s.start < high for low, high in after)]

    def every(self, after: Sequence[tuple[int, int]]) -> list[Statement]:
        """The figures of all sentences without those of what the act came after."""
        return [s for index in self.touched for s in self.apart(index, after)]

    def counted_apart(self, after: Sequence[tuple[int, int]]) -> list[Counted]:
        """What the sentences count that were read so far, without what the act came after."""
        if not after:
            return self.counted
        return [
            (index, words, [q for q in amounts if not any(low <= words[q.first].start < high for low, high in after)])
            for index, words, amounts in self.counted
        ]

    def _read(self, sentence: Sentence) -> list[Statement]:
        words = tokens(sentence.text[:MAX_SENTENCE], sentence.start)
        lows = [word.low for word in words]
        if not IDIOMS.isdisjoint(lows):
            words = plainly(words)
            lows = [word.low for word in words]
        counts = not (COUNTED_WORDS.isdisjoint(lows) and LEADS.isdisjoint(lows))
        amounts = [q for q in quantities(words) if not is_base(words, q.first)] if counts else []
        if amounts:
            self.counted.append((sentence.index, words, amounts))
        sums = totals(words, amounts, sentence.index)
        found = [*zeros(sentence), *sums]
        if sums:
            amounts = [q for q in amounts if not any(s.start < words[q.first].start < s.end for s in sums)]
        for i, word in enumerate(words):
            if word.low not in COUNTED_WORDS or any(s.start <= word.start < s.end for s in found):
                continue
            statement = read_statement(words, amounts, i, sentence.index)
            if statement is not None and not any(
                s.kind == statement.kind and s.start < statement.end and statement.start < s.end for s in found
            ):
                found.append(statement)
        found = beside_the_dead(with_the_other(with_others(found, sentence), sentence))
        if ("others" in lows or "rest" in lows or "remaining" in lows or "other" in lows) and "the" in lows:
            before = [(s, self.of(s.index)) for s in self._sentences[max(0, sentence.index - 3) : sentence.index]]
            rest = the_rest(found, sentence, before)
            found = [*found, rest] if rest is not None else found
        boast = bool(found) and is_boast(sentence)
        inherited = bool(found) and self._continues_elsewhere(sentence)
        return [
            structs.replace(
                s,
                whole=is_whole(s, sentence),
                other=inherited or belongs_elsewhere(s, sentence),
                dated=is_dated(s, sentence),
                boast=boast,
                several=is_of_several(s, sentence),
            )
            for s in found
        ]

    def _continues_elsewhere(self, sentence: Sentence) -> bool:
        """True where the paragraph has just turned to another act: 'The day before ... Eight people were wounded.'"""
        if sentence.index == 0 or sentence.paragraph <= 1:
            return False
        before = self._sentences[sentence.index - 1]
        return before.paragraph == sentence.paragraph and OPENS_ELSEWHERE.match(before.text) is not None
