"""Which of the days an article names is the day of an act: a second opinion beside `rules.py`.

The rules take the time that stands in the right way beside the act. The model weighs every time of the article at once,
by what `options.py` sees of each. An option is a mention and its day, a night's second day too; the day of publication
and the day before are options without words. Options of one day add up, and the day with the largest share is the
likeliest.

`scripts/train_days.py` makes the weights from labelled items of ours; without their file the rules decide alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date as Day

import msgspec

from monitor.events import weights
from monitor.events.days.mentions import Mention

#: so much likelier, as a difference of logarithms, must another day be before a day of the rules is left that is only a
#: bound, or that of publication: a text of the day itself names an earlier day too, and one read wrongly parts reports
#: of one act. What the rules say is no feature: they were written beside the texts that teach, and are right there
#: oftener than elsewhere
MARGIN = 1.1
#: the same where words of the text made the rules' day
MARGIN_STATED = 0.4


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A day that may be the act's, and all that speaks for or against it."""

    day: Day
    mention: Mention | None  #: None: the day of publication, or the day before
    last: bool = False  #: the second day of a night or the last of several
    seen: Sequence[str]  #: names of features


class Choice(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How likely each day is, and the option of another day that is much likelier than that of the rules; None where
    theirs stands."""

    shares: Mapping[Day, float]
    option: Option | None = None


class DayModel:
    """The weights. Read once from the bytes of their file. Raises ModelError where the bytes are none."""

    __slots__ = ("_weights",)

    def __init__(self, data: bytes) -> None:
        self._weights = weights.read(data, "days")

    def choose(self, options: Sequence[Option], ruled: Day | None, *, stated: bool) -> Choice:
        """The shares of the days, and the option that is much likelier than the day of the rules.

        `stated`: they took their day from words that date the act, and not from a bound or from the publication."""
        margin = MARGIN_STATED if stated else MARGIN
        weight = self._weights.get
        scores = [sum(filter(None, map(weight, option.seen))) for option in options]
        shares, highest = weights.shares([option.day for option in options], scores)
        best = max(shares, key=lambda day: shares[day])
        if best == ruled or (ruled in shares and math.log(shares[best] / shares[ruled]) <= margin):
            return Choice(shares=shares)
        return Choice(shares=shares, option=options[highest[best]])
