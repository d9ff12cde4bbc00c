"""How many were killed and wounded in one act, with who says so; and how much was launched, stopped and got through.

Every sentence with a word of death or injury is read into statements ('three sailors dead', 'no casualties', 'the toll
rose to 12'); an act is given those of its own sentences. Parts of a figure ('including two children'), totals of a war
and tolls of other attacks are not its own. `None` means the text does not say; 0 that it says none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from monitor.events.sentences import Sentence, index_of
from monitor.events.tolls.barrage import IMPACTED, INTERCEPTED, LAUNCHED, flown
from monitor.events.tolls.best import contradicted, first_told
from monitor.events.tolls.chosen import chosen
from monitor.events.tolls.elsewhere import ANOTHER_ACT, of_the_other_half
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.hunted import hunted, with_companions
from monitor.events.tolls.opinion import Text, TollChooser, weighed
from monitor.events.tolls.said_by import said_by
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.told import ToldHarm
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.taxonomy import STEPS
from monitor.types import Count, Evidence

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

#: types without a barrage
_NO_BARRAGE = frozenset(
    """bombing armed_assault armed_clash ground_incursion abduction unrest cyberattack sabotage""".split()
)


class Tolls:
    """Every figure of dead and wounded in a document, for one act at a time. Sentences are read when asked."""

    __slots__ = ("_chooser", "_document", "_sentences", "_told")

    def __init__(self, document: str, sentences: tuple[Sentence, ...], chooser: TollChooser | None = None) -> None:
        self._document = document
        self._chooser = chooser
        self._sentences = sentences
        self._told = ToldHarm(document, sentences)

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
            for index in self._told.touched
            if index in wanted
            for s in self._told.apart(index, after)
            if not s.whole and not (self._turned(s, start, end) if scope else s.other)
        ]
        if setting is not None:
            own = setting.own_of(mine, self._sentences)
            mine = own or [s for s in mine if not setting.another_day(s, self._sentences)]
            lost = frozenset() if own else lost
            if not mine and setting.main:
                mine = setting.perhaps(self._told.every(after), self._sentences)
        others = (
            self._of_others(mine, start, home, after, setting) if setting is not None and setting.main else frozenset()
        )
        lost |= others
        mine = [s for s in mine if (s.kind, s.start, s.end) not in lost]
        mine = first_told(mine)
        killed = chosen(KILLED, mine, where, start, type, self._sentences, setting)
        wounded = chosen(WOUNDED, mine, where, start, type, self._sentences, setting)
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
        if setting is not None and setting.main and not own and self._chooser is not None and self._told.counted:
            every = self._told.every(after)
            told = [s for s in every if (s.kind, s.start, s.end) not in lost]
            apart = [*after, *((low, high) for _, low, high in others)]
            text = Text(self._document, self._sentences, told, self._told.counted_apart(apart), setting, type, home)
            killed, why = weighed(self._chooser, text, KILLED, killed)
            wounded, whys = weighed(self._chooser, text, WOUNDED, wounded, taken=killed)
            because = [each for each in (why, whys) if each]
        barrage = flown(self._sentences, where[:12]) if type not in _NO_BARRAGE else {}
        return Toll(
            killed=self._said(killed) if killed else None,
            wounded=self._said(wounded) if wounded else None,
            launched=barrage[LAUNCHED].value if LAUNCHED in barrage else None,
            intercepted=barrage[INTERCEPTED].value if INTERCEPTED in barrage else None,
            impacted=barrage[IMPACTED].value if IMPACTED in barrage else None,
            evidence=tuple(self._evidence(s.kind, s.start, s.end) for s in (killed, wounded, *barrage.values()) if s),
            because="; ".join(because),
        )

    def _of_others(
        self,
        told: Sequence[Statement],
        start: int,
        home: int,
        after: Sequence[tuple[int, int]],
        setting: Setting,
    ) -> frozenset[Span]:
        """Figures that the words around them give to another act than the main one, which begins at `start`: those of
        the act of the sentence before, and those of a headline's other half where the text below has some of the kind.
        """
        others = [s for s in self._told.every(after) if setting.of_the_one_before(s, self._sentences)]
        title = self._sentences[0]
        if home == 0 and title.is_title:
            below = {s.kind for s in told if s.sentence and s.count.best}
            others += [s for s in told if not s.sentence and s.kind in below and of_the_other_half(s, title, start)]
        return frozenset((s.kind, s.start, s.end) for s in others)

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

    def _said(self, statement: Statement) -> Count:
        sentence = self._sentences[statement.sentence]
        told = said_by(sentence.text)
        return statement.count if told is None else replace(statement.count, said_by=told)

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])
