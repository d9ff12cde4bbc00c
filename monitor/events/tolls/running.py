"""Running totals: 'the toll rose to 12', 'put the injured at 24', 'four in all'. They beat the figures beside them."""

from __future__ import annotations

from monitor.events.tolls.counted import objects, summed
from monitor.events.tolls.harm_words import BE, DEATH, INJURY, MILITANTS, Statement
from monitor.events.tolls.nouns import CASUALTY, THINGS, is_people
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.unharmed import KILLED, WOUNDED
from monitor.types import Count

_TO = frozenset(
    """to at is are of passed reached reaches reach hits hit stands passes tops exceeds exceeded surpassed now was
    were as number numbered totalled :""".split()
)
_COUNTS = frozenset({"number", "count", "tally", "figure", "list"})
_ENDS = frozenset("ended ends stands stood rose rises reached climbed grew grown".split())
_NOUNS = frozenset({"dead", "killed", "wounded", "injured", "hurt", "deaths", "fatalities", "injuries"})
#: a total that was given before
_BEFORE_THEN = frozenset({"earlier", "previously", "initially", "initial"})
_PUT = frozenset("put puts putting number numbers".split())


def totals(words: list[Token], amounts: list[Quantity], index: int) -> list[Statement]:
    """'Death toll climbs to six', 'the number of injured is 64', 'put the injured at 24', 'the dead are now 126'."""
    if not amounts:
        return []
    found = _brought(words, amounts, index)
    for i, word in enumerate(words):
        if word.low not in _LEADS or (found and found[0].start <= word.start < found[0].end):
            continue
        lead = _total_lead(words, amounts, i)
        if lead is None or any(w.low in _BEFORE_THEN for w in words[max(0, i - 6) : i]):
            continue
        kind, origin, reach = lead
        options = []
        for q in amounts:
            if not origin <= q.first < origin + reach or q.article or q.subset or q.noun in THINGS:
                continue
            if words[q.first].low in ("one", "under") or (
                _of_its_own(words, q) and not _same_harm(words, q, kind, word.low)
            ):
                continue
            if q.first > 1 and words[q.first - 1].low == "to" and words[q.first - 2].low == "according":
                continue  # 'dead, according to two of the sources'
            if words[q.first - 1].low == "as" and words[q.first - 2].low == ",":
                continue  # 'expects the toll to rise, as two are missing'
            if words[q.first - 1].low in _TO or _upward(words, q) or (q.first == origin and word.low == "toll"):
                options.append(q)
        if word.low != "toll" and origin + 1 < len(words) and _at_once(words, origin):
            options = [q for q in options if q.first == origin + 1 and (not q.noun or is_people(q.noun))]
        if word.low in _NOUNS:
            options = [q for q in options if not any(w.low in CASUALTY for w in words[origin : q.first])]
        if not options:
            continue
        quantity = next((q for q in options if words[q.first - 1].low == "to"), options[0])
        named = {w.low for w in words[i:origin]}
        listed = objects(words, amounts, quantity.first - 1, quantity.first) if is_people(quantity.noun) else []
        found.append(
            Statement(
                kind=kind,
                weak="neutralized" in named or "neutralised" in named,
                militants=bool(named & MILITANTS),
                count=summed(listed) if len(listed) > 1 and word.low in _NOUNS else _reached(words, quantity),
                start=words[i].start,
                end=words[quantity.last - 1].end,
                sentence=index,
                total=True,
                running=_changed(words, i, quantity),
            )
        )
    return [*found, *_in_all(words, amounts, index)]


def _brought(words: list[Token], amounts: list[Quantity], index: int) -> list[Statement]:
    """'... bringing to eight the number it lost', 'which takes to 12 those killed in the blast'."""
    for q in amounts:
        if q.article or q.noun in THINGS or q.first < 2 or words[q.first - 1].low != "to":
            continue
        if words[q.first - 2].low not in _BRING:
            continue
        after = [w.low for w in words[q.last : q.last + 9]]
        if (
            _COUNTS.isdisjoint(after)
            and not {"toll", "total", "those"} & {*after}
            and (DEATH | INJURY).isdisjoint(after[:3])
        ):
            continue
        harm = next((w for w in after if w in DEATH | INJURY | _ALSO_HARM | {"lose", "loses", "wounds"}), "")
        kind = WOUNDED if harm in INJURY or harm in ("injuries", "injuring", "wounding") else KILLED
        if not harm and "toll" not in after:
            continue
        start, end = words[q.first - 2].start, words[q.last - 1].end
        return [Statement(kind=kind, count=q.value, start=start, end=end, sentence=index, total=True, running=True)]
    return []


_BRING = frozenset(
    """bring brings bringing brought raise raises raising raised take takes taking took push pushes pushing lift lifts
    lifting""".split()
)


def _changed(words: list[Token], i: int, q: Quantity) -> bool:
    """'The toll has risen to 12', 'the dead are now 126': newer than the figures beside it."""
    around = {w.low for w in words[max(0, i - 6) : q.first + 1]}
    return not around.isdisjoint(_CHANGES)


_CHANGES = frozenset(
    """rose rises risen rise rising climbed climbs climb climbing grew grows grown increased increases jumped jumps
    soared went gone up now raised raises raising brought bringing brings pushed pushing takes taking passed
    passes reached reaches revised corrected down cut dropped fell lowered""".split()
)


def _of_its_own(words: list[Token], q: Quantity) -> bool:
    """'Besides the dead there were 25 wounded': the figure has a word of harm of its own."""
    return q.last < len(words) and words[q.last].low in DEATH | INJURY


def _same_harm(words: list[Token], q: Quantity, kind: str, lead: str) -> bool:
    """'A toll of two dead and five wounded': the word of harm is that of the toll."""
    return lead == "toll" and words[q.first - 1].low in _TO and (words[q.last].low in DEATH) == (kind == KILLED)


def _upward(words: list[Token], q: Quantity) -> bool:
    """'Went up to 111', 'has gone up to six': not the hedge 'up to'."""
    return words[q.first].low == "up" and q.last - q.first > 2 and words[q.first - 1].low in _WENT


def _at_once(words: list[Token], origin: int) -> bool:
    """'Put the injured at 24', 'Dead: 12'; not 'the injured at the hospital at 40'."""
    return words[origin].low == ":" or (words[origin].low == "at" and words[origin + 1].low not in _NO_FIGURE)


def _reached(words: list[Token], q: Quantity) -> Count:
    """The figure; 'the toll has passed 160' says no more than at least."""
    best = q.best
    if best is not None and words[q.first - 1].low in _PASSED:
        return Count(low=best, best=best)
    return Count(low=best, best=best, high=best) if _upward(words, q) else q.value


_WENT = frozenset("went gone go goes is now moved edged crept was are".split())
_NO_FIGURE = frozenset("the a an its his her their this that one each every".split())
_PASSED = frozenset("passed passes tops exceeds exceeded topped surpassed surpasses".split())
_LEADS = frozenset({"toll", *_COUNTS, *_NOUNS, *INJURY, *DEATH})
#: one of which stands in every sentence that tells a total
LEADS = _LEADS | {"all", "total", "told", "altogether"} | _BRING


def _total_lead(words: list[Token], amounts: list[Quantity], i: int) -> tuple[str, int, int] | None:
    """(kind, first token after the lead, how far on the figure may stand) of words that announce a running total."""
    word = words[i].low
    before = words[i - 1].low if i else ""
    after = words[i + 1].low if i + 1 < len(words) else ""
    if word == "toll":
        return (WOUNDED if before == "injury" else KILLED), i + 1, 30
    if word in _COUNTS:
        risen = after in _ENDS or (after in ("has", "had") and i + 2 < len(words) and words[i + 2].low in _ENDS)
        if risen and word != "list":
            return KILLED, i + 1, 4 if after in _ENDS else 5
        hit = next((j for j in range(i + 1, min(i + 8, len(words))) if words[j].low in DEATH | INJURY), None)
        if hit is None or after not in ("of", "killed"):
            return None
        return (KILLED if words[hit].low in DEATH else WOUNDED), hit + 1, 30
    if word in ("dies", "died", "die"):
        return None
    kind = KILLED if word in DEATH or word in ("deaths", "fatalities") else WOUNDED
    if after == ":" and before not in BE:
        return kind, i + 1, 3
    put = any(w.low in _PUT for w in words[max(0, i - 5) : i])
    if (
        after == "at"
        and any(q.first == i + 2 for q in amounts)
        and (before == "the" or put or word in ("deaths", "fatalities"))
    ):
        return kind, i + 1, 3
    if i > 1 and before == "the" and words[i - 2].low in ("among", "amongst"):
        return None  # 'among the dead were two policemen'
    if (
        word in _NOUNS
        and (after != "of" or before == "the")
        and (
            before in ("the", "its", "their", "of", "s", "’s")
            or before.endswith(("'s", "’s"))
            or put
            or word == "deaths"
        )
    ):
        return kind, i + 1, 28
    return None


def _in_all(words: list[Token], amounts: list[Quantity], index: int) -> list[Statement]:
    """'Three visitors and a guide died, four in all', 'two women - three people altogether - were hurt'."""
    for q in amounts:
        after = [w.low for w in words[q.last : q.last + 4]]
        before = words[q.first - 1].low if q.first else ""
        summed = before == "altogether" or _sums_up(words, q.first)
        summed = summed or any(
            after[k : k + 2] in _SUMS or after[k : k + 1] == ["altogether"]
            for k in (0, 1)
            if k == 0 or after[:1] == [","] or (after and after[0].isalpha())
        )
        if not summed or q.article or q.noun in THINGS:
            continue
        near = sorted((abs(j - q.first), j) for j, w in enumerate(words) if w.low in DEATH | INJURY | _ALSO_HARM)
        if not near or near[0][0] > 22:
            continue
        word = words[near[0][1]].low
        kind = KILLED if word in DEATH or word in _ALSO_DEATH else WOUNDED
        start, end = words[q.first].start, words[q.last - 1].end
        sums = index <= _EARLY or _sum_of(amounts, q)
        return [Statement(kind=kind, count=q.value, start=start, end=end, sentence=index, total=True, running=sums)]
    return []


#: so far on a sum is the act's though its parts are not told beside it
_EARLY = 3


def _sum_of(amounts: list[Quantity], q: Quantity) -> bool:
    """'Three visitors and a guide died, four in all': its parts stand before it or behind."""
    before = [other.best or 0 for other in amounts if other.first < q.first and other.noun not in THINGS]
    after = [other.best or 0 for other in amounts if other.first > q.first and other.noun not in THINGS]
    best = q.best or 0
    return any(sum(part) == best or (len(part) > 1 and sum(part[-2:]) == best) for part in (before, after) if part)


def _sums_up(words: list[Token], first: int) -> bool:
    """'In all, 41 died', 'a total of 41'; not 'the dead in all three villages'."""
    lead = [w.low for w in words[max(0, first - 2) : first]]
    if lead != ["in", "all"]:
        return lead in _SUMS
    return first == 2 or not words[first - 3].low[0].isalnum() or words[first - 3].low in ("and", "but", "that", "said")


_SUMS = (["in", "all"], ["in", "total"], ["all", "told"], ["total", "of"])
_ALSO_DEATH = frozenset("killing deaths lives lost bodies fatalities kill kills".split())
_ALSO_HARM = _ALSO_DEATH | {"injuring", "wounding", "injuries", "suffered"}
