"""How many were killed and wounded in one act, with who says so; and how much was launched, stopped and got through.

Every sentence with a word of death or injury is read into statements ('three sailors dead', 'no casualties', 'the toll
rose to 12'); an act is given those of its own sentences. Parts of a figure ('including two children'), totals of a war
and tolls of other attacks are not its own. `None` means the text does not say; 0 that it says none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import msgspec
from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.tolls.barrage import IMPACTED, INTERCEPTED, LAUNCHED, Tally, tallies
from monitor.events.tolls.best import (
    beside_the_dead,
    contradicted,
    first_told,
    of_all,
    of_one,
    sharpened,
    total_of,
    with_also,
    with_others,
    with_the_other,
    with_the_others,
)
from monitor.events.tolls.casualties import read_statement, zeros
from monitor.events.tolls.elsewhere import (
    ANOTHER_ACT,
    OPENS_ELSEWHERE,
    PAST,
    TOTAL,
    belongs_elsewhere,
    is_boast,
    is_dated,
    is_of_several,
    is_whole,
)
from monitor.events.tolls.figures import Counted
from monitor.events.tolls.harm_words import COUNTED_WORDS, MAX_SENTENCE, TRIGGER, Statement
from monitor.events.tolls.hunted import hunted, with_companions, with_company
from monitor.events.tolls.idioms import FIRST as IDIOMS
from monitor.events.tolls.idioms import plainly
from monitor.events.tolls.numbers import tokens
from monitor.events.tolls.opinion import Text, TollChooser, weighed
from monitor.events.tolls.quantities import is_base, quantities
from monitor.events.tolls.rest import the_rest
from monitor.events.tolls.running import LEADS, totals
from monitor.events.tolls.said_by import said_by
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.taxonomy import STEPS
from monitor.types import Count, Evidence

#: a sentence that counts weapons
_FLOWN = pattern(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty\S*|thirty\S*|dozens?|several|"
    r"hundreds|scores)\s+(?:of\s+)?(?:[\w-]+\s+){0,4}?"
    r"(?:missiles?|rockets?|drones?|uavs?|projectiles?|shaheds?|mortars?|shells|munitions)\b",
    ignore_case=True,
)

_DAY = pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin\s+(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b"
)

#: a figure: kind, start, end
Span = tuple[str, int, int]


class Toll(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an act cost and, for a barrage, how it went."""

    killed: Count | None = None
    wounded: Count | None = None
    launched: Count | None = None
    intercepted: Count | None = None
    impacted: Count | None = None
    evidence: tuple[Evidence, ...] = ()
    because: str = ""  #: why other figures than the rules' were taken

    @property
    def figures(self) -> frozenset[Span]:
        """Where its figures of dead and wounded stand; that there are none may be said of several acts at once."""
        harmed = {KILLED: self.killed, WOUNDED: self.wounded}
        return frozenset(
            (e.field, e.start, e.end) for e in self.evidence if (count := harmed.get(e.field)) and count.best != 0
        )


#: beside the one who was hunted; more are another act's dead
_FEW_MORE = 20

#: types of act in which nobody is hurt: a toll beside them belongs to something else
BLOODLESS = STEPS - {"military_exercise"}

#: types whose dead are militants as often as not: their figure stands where it is told
AT_FIGHTERS = frozenset({"armed_clash", "airstrike", "drone_strike"})

#: types without a barrage
_NO_BARRAGE = frozenset(
    """bombing armed_assault armed_clash ground_incursion abduction unrest cyberattack sabotage""".split()
)


class Tolls:
    """Every figure of dead and wounded in a document, for one act at a time. Sentences are read when asked."""

    __slots__ = ("_chooser", "_counted", "_document", "_read_already", "_sentences", "_touched")

    def __init__(self, document: str, sentences: tuple[Sentence, ...], chooser: TollChooser | None = None) -> None:
        self._document = document
        self._chooser = chooser
        self._counted: list[Counted] = []
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
        self._touched = tuple(touched)  #: sentences with a word of death or injury, in order

    def for_act(
        self,
        start: int,
        end: int,
        *,
        scope: tuple[int, ...] = (),
        type: str = "",
        setting: Setting | None = None,
        lost: frozenset[Span] = frozenset(),
        after: Sequence[tuple[int, int]] = (),
    ) -> Toll:
        """The toll of the act whose trigger is document[start:end].

        `scope` names the sentences that tell of the act. Without it the act is taken for the one the article was
        written for: every sentence may speak of it, the first ones first; its `setting` tells which figures are those
        of other acts. `lost` are figures that were found to be another's, and `after` is where the text tells what the
        act came after (`occasion.py`). A bloodless `type` has no toll.
        """
        if type in BLOODLESS:
            return Toll()
        home = index_of(self._sentences, start)
        where = self._scoped(home, scope) if scope else tuple(range(len(self._sentences)))
        wanted = set(where)
        own: list[Statement] = []
        mine = [
            s
            for index in self._touched
            if index in wanted
            for s in self._apart(index, after)
            if not s.whole and not (self._turned(s, start, end) if scope else s.other)
        ]
        if setting is not None:
            own = setting.own_of(mine, self._sentences)
            mine = own or [s for s in mine if not setting.another_day(s, self._sentences)]
            lost = frozenset() if own else lost
            if not mine and setting.main:
                mine = setting.perhaps(
                    [s for index in self._touched for s in self._apart(index, after)], self._sentences
                )
        mine = [s for s in mine if (s.kind, s.start, s.end) not in lost]
        mine = first_told(mine)
        killed = self._choose(KILLED, mine, where, start, type, setting)
        wounded = self._choose(WOUNDED, mine, where, start, type, setting)
        if wounded and wounded.count.best and killed and killed.count.best == 0 and contradicted(killed, mine):
            killed = None
        if (
            wounded
            and killed
            and killed.count.best
            and self._document[wounded.start : wounded.end].lower().endswith("shot")
        ):
            wounded = None  # 'four shot, one fatally': the dead are among them
        if type == "targeted_killing":
            killed = self._of_the_hunted(killed)
        because: list[str] = []
        if setting is not None and setting.main and not own and self._chooser is not None and self._counted:
            every = [s for index in self._touched for s in self._apart(index, after)]
            told = [s for s in every if (s.kind, s.start, s.end) not in lost]
            text = Text(self._document, self._sentences, told, _apart_from(self._counted, after), setting, type, home)
            killed, why = weighed(self._chooser, text, KILLED, killed)
            wounded, whys = weighed(self._chooser, text, WOUNDED, wounded, taken=killed)
            because = [each for each in (why, whys) if each]
        flown = self._barrage(where[:12]) if type not in _NO_BARRAGE else {}
        return Toll(
            killed=self._said(killed) if killed else None,
            wounded=self._said(wounded) if wounded else None,
            launched=flown[LAUNCHED].value if LAUNCHED in flown else None,
            intercepted=flown[INTERCEPTED].value if INTERCEPTED in flown else None,
            impacted=flown[IMPACTED].value if IMPACTED in flown else None,
            evidence=tuple(self._evidence(s.kind, s.start, s.end) for s in (killed, wounded, *flown.values()) if s),
            because="; ".join(because),
        )

    def _of_the_hunted(self, killed: Statement | None) -> Statement | None:
        """A figure for the one it was aimed at, where the text gives none or only one far down, of another act."""
        if killed is None or not killed.count.best:
            alone = hunted(self._sentences)
            return with_companions(alone, (), self._sentences) if alone is not None else killed
        near = self._sentences[killed.sentence].paragraph <= 2 or killed.count.best <= 2
        near = near or (killed.count.best <= _FEW_MORE and not (killed.some or killed.dated))
        if near or killed.weak or killed.total:
            return killed
        alone = hunted(self._sentences[:2])
        return alone if alone is not None and alone.count.best else killed

    def _barrage(self, where: Sequence[int]) -> dict[str, Tally]:
        """The first figure of each kind, in the sentences that count weapons."""
        found: dict[str, Tally] = {}
        begun = -9
        for index in where:
            sentence = self._sentences[index]
            if index != begun + 1 and not _counts_weapons(sentence.text):
                continue
            for tally in tallies(sentence, begun=index == begun + 1):
                begun = index
                lead = sentence.text[: tally.start - sentence.start]
                if (
                    tally.kind not in found
                    and not TOTAL.search(lead)
                    and not ANOTHER_ACT.search(lead)
                    and not PAST.search(lead)
                ):
                    found[tally.kind] = tally
        return found

    def _scoped(self, home: int, scope: tuple[int, ...]) -> tuple[int, ...]:
        """The sentences of an act, and the one that follows its own in the paragraph: 'Four people were injured.'"""
        following = home + 1
        last = len(self._sentences)
        near = (following,) if following < last and self._same(home, following) else ()
        return tuple(dict.fromkeys(index for index in (home, *scope, *near) if 0 <= index < last))

    def _same(self, a: int, b: int) -> bool:
        return self._sentences[a].paragraph == self._sentences[b].paragraph

    def _turned(self, statement: Statement, start: int, end: int) -> bool:
        """True where the sentence of the act turns to another before it comes to the figure."""
        low, high = (end, statement.start) if statement.start >= end else (statement.end, start)
        sentence = self._sentences[statement.sentence]
        if not (sentence.start <= low <= high <= sentence.end):
            return False
        return ANOTHER_ACT.search(self._document[low:high]) is not None

    # ---- choosing ------------------------------------------------------------------------------------------------

    def _of(self, index: int) -> list[Statement]:
        if index not in self._read_already:
            self._read_already[index] = self._read(self._sentences[index])
        return self._read_already[index]

    def _apart(self, index: int, after: Sequence[tuple[int, int]]) -> list[Statement]:
        """The figures of a sentence without those of what the act came after."""
        return [s for s in self._of(index) if not any(low <= s.start < high for low, high in after)]

    def _choose(
        self,
        kind: str,
        mine: list[Statement],
        where: tuple[int, ...],
        start: int,
        type: str,
        setting: Setting | None = None,
    ) -> Statement | None:
        rank = {index: place for place, index in enumerate(where)}
        front = [s for s in mine if s.kind == kind and s.count.best and s.sentence <= 1]
        theirs = all(s.attackers or s.militants for s in front)  # the news is that the attackers died

        def of_attackers(s: Statement, flag: bool) -> bool:
            return flag and not (theirs and s.sentence <= 1)

        def order(s: Statement) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
            vague = s.count.best is None or s.count.vague
            return (
                vague,
                of_attackers(s, s.attackers),
                s.weak,
                of_attackers(s, s.militants and type not in AT_FIGHTERS),
                s.boast,
                s.dated,
                0 if s.running else rank[s.sentence] + 1,
                abs(s.start - start),
            )

        candidates = sorted((s for s in mine if s.kind == kind and not (s.weak and type == "cyberattack")), key=order)
        positive = [s for s in candidates if s.count.best != 0]
        if not positive:
            return candidates[0] if candidates else None
        chosen = positive[0]
        nought = next((s for s in candidates if not (s.weak and s.count.best == 0)), chosen)
        if chosen.weak and nought.count.best == 0 and nought.sentence < chosen.sentence:
            return nought  # 'nobody is dead' beside 'two victims'
        if setting is not None:
            far = setting.told_elsewhere(chosen, self._sentences)
            if nought.count.best == 0 and far and not setting.told_elsewhere(nought, self._sentences):
                return nought
            positive = [s for s in positive if s is chosen or not setting.told_elsewhere(s, self._sentences)]
        if nought.count.best == 0 and (
            rank[nought.sentence] < rank[chosen.sentence]
            if type == "interception"
            else self._sentences[nought.sentence].paragraph + 1 < self._sentences[chosen.sentence].paragraph
            and (chosen.dated or _DAY.search(self._sentences[chosen.sentence].text))
        ):
            return nought  # what is dated paragraphs after 'no casualties' is another act's
        chosen = of_one(chosen, positive)
        chosen = total_of(chosen, positive)
        if kind == KILLED:
            chosen = with_the_others(chosen, positive, self._sentences)
        chosen = sharpened(chosen, positive)
        if kind == KILLED:
            chosen = of_all(chosen, positive, self._sentences)
            chosen = with_also(chosen, positive, self._sentences)
        if type == "targeted_killing" and kind == KILLED:
            return with_companions(chosen, candidates, self._sentences)
        return with_company(chosen, self._sentences) if kind == KILLED else chosen

    # ---- wording -------------------------------------------------------------------------------------------------

    def _said(self, statement: Statement) -> Count:
        sentence = self._sentences[statement.sentence]
        told = said_by(sentence.text)
        return statement.count if told is None else replace(statement.count, said_by=told)

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])

    # ---- reading -------------------------------------------------------------------------------------------------

    def _read(self, sentence: Sentence) -> list[Statement]:
        words = tokens(sentence.text[:MAX_SENTENCE], sentence.start)
        lows = [word.low for word in words]
        if not IDIOMS.isdisjoint(lows):
            words = plainly(words)
            lows = [word.low for word in words]
        counts = not (COUNTED_WORDS.isdisjoint(lows) and LEADS.isdisjoint(lows))
        amounts = [q for q in quantities(words) if not is_base(words, q.first)] if counts else []
        if amounts:
            self._counted.append((sentence.index, words, amounts))
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
            before = [(s, self._of(s.index)) for s in self._sentences[max(0, sentence.index - 3) : sentence.index]]
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


def _apart_from(counted: list[Counted], after: Sequence[tuple[int, int]]) -> list[Counted]:
    """What sentences count, without what the act came after."""
    if not after:
        return counted
    return [
        (index, words, [q for q in amounts if not any(low <= words[q.first].start < high for low, high in after)])
        for index, words, amounts in counted
    ]


@lru_cache(maxsize=512)
def _counts_weapons(text: str) -> bool:
    return _FLOWN.search(text) is not None
