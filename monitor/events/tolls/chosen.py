"""Which of the figures of an act is its toll: a sure one before a vague one, a total before what it sums up."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.best import of_all, of_one, sharpened, total_of, with_also, with_the_others
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.hunted import with_companions, with_company
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.unharmed import KILLED

_DAY = pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bin\s+(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b"
)
#: types whose dead are militants as often as not: their figure stands where it is told
_AT_FIGHTERS = frozenset({"armed_clash", "airstrike", "drone_strike"})


def chosen(
    kind: str,
    mine: list[Statement],
    where: tuple[int, ...],
    start: int,
    type: str,
    sentences: Sequence[Sentence],
    setting: Setting | None = None,
) -> Statement | None:
    """The toll of `kind` among the figures of an act (`mine`) that stands at `start` and is told in the sentences
    `where`, the nearest first; None where there is none."""
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
            of_attackers(s, s.militants and type not in _AT_FIGHTERS),
            s.boast,
            s.dated,
            0 if s.running else rank[s.sentence] + 1,
            abs(s.start - start),
        )

    candidates = sorted((s for s in mine if s.kind == kind and not (s.weak and type == "cyberattack")), key=order)
    positive = [s for s in candidates if s.count.best != 0]
    if not positive:
        return candidates[0] if candidates else None
    best = positive[0]
    nought = next((s for s in candidates if not (s.weak and s.count.best == 0)), best)
    if best.weak and nought.count.best == 0 and nought.sentence < best.sentence:
        return nought  # 'nobody is dead' beside 'two victims'
    if setting is not None:
        far = setting.told_elsewhere(best, sentences)
        if nought.count.best == 0 and far and not setting.told_elsewhere(nought, sentences):
            return nought
        positive = [s for s in positive if s is best or not setting.told_elsewhere(s, sentences)]
    if nought.count.best == 0 and (
        rank[nought.sentence] < rank[best.sentence]
        if type == "interception"
        else sentences[nought.sentence].paragraph + 1 < sentences[best.sentence].paragraph
        and (best.dated or _DAY.search(sentences[best.sentence].text))
    ):
        return nought  # what is dated paragraphs after 'no casualties' is another act's
    best = of_one(best, positive)
    best = total_of(best, positive)
    if kind == KILLED:
        best = with_the_others(best, positive, sentences)
    best = sharpened(best, positive)
    if kind == KILLED:
        best = of_all(best, positive, sentences)
        best = with_also(best, positive, sentences)
    if type == "targeted_killing" and kind == KILLED:
        return with_companions(best, candidates, sentences)
    return with_company(best, sentences) if kind == KILLED else best
