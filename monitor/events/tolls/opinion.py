"""The second opinion on the dead and the wounded of the act a text was written for: when it is asked, and what it says.

It is not asked where the figure of the rules is the only one, nor where it is surer than words can tell: that
of the headline, a toll that has changed ('from six to seven'), one they made of who is named and who died with him, or
one that is told at the act's own place where the headline sums up several acts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from monitor.events.sentences import Sentence
from monitor.events.tolls.choice import Choice, Option, Ruled
from monitor.events.tolls.figures import Counted, figures, in_doubt
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.traits import CountedAct, options


class TollChooser(Protocol):
    """What weighs the figures that may be an act's."""

    def choose(self, options: Callable[[], Sequence[Option]], ruled: Ruled, *, doubt: bool) -> Choice | None:
        """The figure that is much likelier than the `ruled` one; None where that stands, or none is in `doubt`."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """What a text tells of dead and wounded, and the act whose they may be."""

    document: str
    sentences: Sequence[Sentence]
    told: Sequence[Statement]
    counted: Sequence[Counted]
    setting: Setting
    type: str
    home: int  #: the sentence of the act


def weighed(
    chooser: TollChooser, text: Text, kind: str, found: Statement | None, *, taken: Statement | None = None
) -> tuple[Statement | None, str]:
    """The figure of the rules, or another that is much likelier, and why. `taken` is of the other kind."""
    ruled = Ruled(None) if found is None else Ruled(found.count.best, found.start)
    if found is not None and ruled.value is not None:
        headed = found.sentence == 0 and ruled.value > 0
        if headed or found.running or not _is_told(text.told, kind, ruled):
            return found, ""

    def candidates() -> list[Option]:
        each = figures(text.told, text.counted, kind, text.sentences, text.setting)
        return options(text.document, text.sentences, each, CountedAct(kind=kind, type=text.type, home=text.home))

    choice = chooser.choose(candidates, ruled, doubt=in_doubt(text.told, text.counted, kind, ruled.value))
    if choice is None or (taken is not None and taken.start == choice.figure.start):
        return found, ""
    best = choice.figure
    chosen = Statement(kind=kind, count=best.count, start=best.start, end=best.end, sentence=best.sentence)
    instead = "" if ruled.value is None else f" instead of {ruled.value}"
    return chosen, f"{kind}: {best.value}{instead}, likely by the words around ({choice.share:.0%})"


def _is_told(told: Sequence[Statement], kind: str, ruled: Ruled) -> bool:
    return any(s.start == ruled.at and s.count.best == ruled.value and s.kind == kind for s in told)
