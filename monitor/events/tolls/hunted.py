"""The one whom a targeted killing was for, and those who died beside him.

Such news names its dead and seldom counts them: 'the general was killed together with an aide' is two.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.tolls.harm_words import Statement
from monitor.events.tolls.unharmed import KILLED
from monitor.types import Count

#: a person hunted who lives, and one who does not
_SURVIVED = pattern(
    r"\b(?:surviv\w+|unhurt|unharmed|unscathed|escap(?:es|ed)|attempt(?:ed)?\s+(?:on|to|assassin\w*|murder|against|killing)|"
    r"assassination\s+(?:attempt|bid)|tried\s+to\s+(?:kill|assassin\w+)|fight(?:s|ing)?\s+for\s+(?:his|her)\s+life|"
    r"(?:failed|botched|foiled)\s+(?:\w+\s+)?(?:attempt|plot|bid|attack)|recover(?:s|ing)\b|critical\s+condition|"
    r"(?:was|is)\s+(?:\w+\s+)?(?:wounded|injured|hurt)\b)",
    ignore_case=True,
)
_FELL_TO = pattern(
    r"\b(?:killed|kills|killing|shot\s+dead|assassinat\w+|murder\w*|slain|slays?|dead|died|dies|death|executed|"
    r"gunned\s+down|funeral|coffin|buried|buries|mourn\w*|eliminat\w+|liquidated)\b",
    ignore_case=True,
)
_SOME = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d"
_RANK = (
    r"(?:Brig(?:adier)?|Maj(?:or)?|Gen(?:eral)?|Col(?:onel)?|Lt|Lieutenant|Capt(?:ain)?|Sgt|Sergeant|Cpl|Corporal|Pvt|Private|"
    r"Commander|Officer|Inspector|Constable|Sheikh|Mullah|Dr|Mr|Mrs|Ms)"
)
#: 'died in an ambush with eight others', 'killed together with three of his men', 'slain along with Colonel Hamid'
_WITH = pattern(
    r"\b(?:died|dies|killed|dead|perished|assassinated|slain|murdered|martyred|(?:his|her)\s+life)\b(?P<gap>[^.;]{0,60}?)\b"
    rf"(?:(?:(?:together\s+|along\s+)?with|alongside)\s+(?:(?:an?|one(?:\s+of)?|his|her)|(?P<n>{_SOME})(?:\s+of)?(?:\s+(?:his|her))?)\s+"
    r"(?:\w+\s+){0,2}?(?:aide|assistant|driver|bodyguard|wife|husband|deputy|adjutant|guard|son|daughter|brother|companion|secretary|"
    r"colleague)s?\b"
    rf"|(?:with|alongside)\s+(?P<others>{_SOME})\s+(?:others?\b|more\b|of\s+(?:his|her)\s)"
    rf"|(?:(?:together|along)\s+with|alongside)\s+(?:(?P<along>{_SOME})\s+(?:\w+\s+){{0,2}}?(?:soldiers|officers|policemen|guards|men|"
    r"fighters|people|civilians|members|relatives|comrades|children)\b"
    rf"|(?:another\s+)?{_RANK}\.?\s+[^\W\d_]))",
    ignore_case=True,
)
#: 'he was among eight people who died in the attack': those of whom the one is a part
_AMONG = pattern(
    rf"\b(?:was|is)\s+(?:also\s+)?(?:among|one\s+of)\s+(?:the\s+|at\s+least\s+|some\s+)?(?P<n>{_SOME}|[2-9]\d)\s+"
    r"(?:people\s+|persons\s+|others\s+)?(?:who\s+(?:died|perished|were\s+killed|lost\s+their\s+lives)|dead\b|killed\b|fatalities|victims)",
    ignore_case=True,
)
#: words between the one and the others by which they are foes, or are only hurt
_APART = pattern(
    r"\b(?:wounded|injured|hurt|clash\w*|fight\w*|gunfight|battle\w*|firefight|fire|combat|exchange)\b",
    ignore_case=True,
)
_NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
#: beyond this the dead are no companions any more, or of another act
_FEW = 5
_LEAD = 4


def hunted(sentences: Sequence[Sentence]) -> Statement | None:
    """The person himself where no figure says it: dead, or come away with his life."""
    for sentence in sentences[:_LEAD]:
        survived, died = _SURVIVED.search(sentence.text), _FELL_TO.search(sentence.text)
        if survived and sentence.text[: survived.start()].endswith(("not ", "n't ", "n’t ")):
            survived, died = None, survived
        mark = survived or died
        if mark is None:
            continue
        figure = 0 if survived else 1
        return Statement(
            kind=KILLED,
            count=Count(low=figure, best=figure, high=figure),
            start=sentence.start + mark.start(),
            end=sentence.start + mark.end(),
            sentence=sentence.index,
            single=True,
            weak=True,
        )
    return None


def with_companions(chosen: Statement, told: Sequence[Statement], sentences: Sequence[Sentence]) -> Statement:
    """The figure of one named dead, and of those who are said to have died with him."""
    if chosen.count.best != 1:
        return chosen if not chosen.companion else _raised(chosen, (chosen.count.best or 0) + 1)
    if all_told := _all_of_whom(sentences[: 2 * _LEAD]):
        return _raised(chosen, all_told)
    if chosen.companion or chosen.more:
        return _raised(chosen, 2)
    more = [
        s.count.best
        for s in told
        if (s.more or (s.companion and s.sentence < _LEAD)) and not s.dated and s.count.best and s.count.best <= _FEW
    ]
    beside = max(more, default=0) or _named_with(sentences[: 2 * _LEAD])
    return _raised(chosen, 1 + beside) if beside else chosen


def with_company(chosen: Statement, sentences: Sequence[Sentence]) -> Statement:
    """'The governor died in an ambush with eight others': nine, where the figure is of the one alone."""
    if chosen.count.best != 1 or not (chosen.single or chosen.weak) or chosen.sentence >= _LEAD:
        return chosen
    if all_told := _all_of_whom(sentences[: 2 * _LEAD]):
        return _raised(chosen, all_told)
    beside = _named_with(sentences[max(0, chosen.sentence - 1) : _LEAD])
    return _raised(chosen, 1 + beside) if beside else chosen


def _all_of_whom(sentences: Sequence[Sentence]) -> int:
    for sentence in sentences:
        match = _AMONG.search(sentence.text) if "among" in sentence.text or "one of" in sentence.text else None
        if match is not None:
            number = match.group("n").lower()
            return _NUMBERS.get(number) or int(number)
    return 0


def _named_with(sentences: Sequence[Sentence]) -> int:
    for sentence in sentences:
        if "with" not in sentence.text and "alongside" not in sentence.text:
            continue
        match = _WITH.search(sentence.text)
        if match is not None and _APART.search(match.group("gap")) is None:
            number = match.group("n") or match.group("others") or match.group("along")
            return 1 if number is None else _NUMBERS.get(number.lower()) or int(number)
    return 0


def _raised(statement: Statement, best: int) -> Statement:
    return structs.replace(statement, count=Count(low=best, best=best, high=best))
