"""Who is counted as the subject of a word of harm: 'a mother and her two children died', 'officer, two men killed'.

The nearest figure before the word, in its own clause, and those that are joined to it.
"""

from __future__ import annotations

from monitor.events.tolls.beside import one_beside
from monitor.events.tolls.counted import bare, listed
from monitor.events.tolls.harm_words import AUX, BARRIER, BE, THEIR
from monitor.events.tolls.nouns import CASUALTY, PEOPLE, THINGS, is_people, singular
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.types import Count


def subject(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """Quantities that are the subject of the word at i: the nearest before it, and those joined to it by 'and'."""
    if some := _some_of_those_before(words, amounts, i):
        return some
    floor = _clause_start(words, i)
    aside = _aside(words, floor, i)
    usable = _usable(words, amounts, i, floor, aside)
    if not usable:
        return [q for q in amounts if floor <= q.first and _some_of_them(words, q, i)][-1:]
    gap = [w.low for w in words[usable[-1].last : min(i, aside or i)]]
    if usable[-1].article and not _reaches(gap):
        usable = [q for q in usable if not q.article]
        if not usable:
            return []
    last = usable[-1]
    group = _joined_to_last(words, amounts, usable, new_clause=not _FINITE.isdisjoint(gap))
    if len(group) == 1 and last.best == 1 and _is_plural(words, i) and "and" not in gap:
        group = _plural(words, amounts, usable, i) or group
    if len(group) == 1 and last.article and _is_plural(words, i):
        group = [*group, *_with_another(words, last, i)]
    first = group[0].first
    if (
        len(group) == 1
        and last.article
        and first > 1
        and words[first - 1].low == "and"
        and _crowd(words[first - 2].low)
    ):
        return []  # 'soldiers, police and a cook': more than one, and not said how many
    if len(group) == 1 and first > 1 and words[first - 1].low == "and" and _is_plural(words, i):
        other = one_beside(words, first - 1 - (words[first - 2].low == ","), group[0])
        if other is not None:
            return [other, *group]
    return [*bare(words, first), *group]


def _some_of_those_before(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'The soldiers, one of whom was hurt', 'three were caught, and two of them killed', '..., two of them wounded'."""
    whose = [
        q for q in amounts if q.last <= i < q.last + 5 and words[q.last + 1 : q.last + 2] and _some_of_them(words, q, i)
    ]
    if whose and words[whose[-1].last + 1].low == "whom":
        return whose[-1:]
    joined = (
        whose and whose[-1].first and (words[whose[-1].first - 1].low == "and" or _behind_a_clause(words, whose[-1]))
    )
    return whose[-1:] if joined else []


def _behind_a_clause(words: list[Token], q: Quantity) -> bool:
    """'Three were caught, two of them wounded': what comes before the comma has a verb, and it is none of harm."""
    clause = [w.low for w in words[max(0, q.first - _LONG_CLAUSE) : q.first - 1]]
    return words[q.first - 1].low == "," and not _FINITE.isdisjoint(clause) and CASUALTY.isdisjoint(clause)


def _some_of_them(words: list[Token], q: Quantity, i: int) -> bool:
    """'Two of them died' where no other figure stands in the clause."""
    after = [w.low for w in words[q.last : q.last + 2]]
    whose = after[:1] == ["of"] and after[1:] in (["them"], ["those"], ["these"], ["whom"])
    return q.subset and not q.article and whose and all(w.low in AUX for w in words[q.last + 2 : i])


def _clause_start(words: list[Token], i: int) -> int:
    """How far left of the word at i its own clause reaches: to a word that parts, or to another word of harm."""
    floor = i
    within = _clause_between(words, i)
    for j in range(i - 1, max(-1, i - 22 - len(within)), -1):
        low = words[j].low
        if j in within:
            continue
        if low in BARRIER or (
            low in CASUALTY
            and (low != "lost" or words[j + 1].low not in THEIR)
            and not (low == "lives" and words[j - 1].low in ("who", "that"))
            and words[j - 1].low not in ("of", "the")
        ):
            break
        floor = j
    return floor


def _clause_between(words: list[Token], i: int) -> range:
    """The tokens of a clause between subject and verb: 'Four others, missing since Sunday, are dead'."""
    j = i - 1
    while j > 0 and words[j].low in AUX:
        j -= 1
    if j == i - 1 or words[j].low not in (",", ")") or words[j + 1].low not in BE | _FINITE:
        return range(0)
    opening = {")": "("}.get(words[j].low, words[j].low)
    opens = next((k for k in range(j - 1, max(0, j - _LONG_CLAUSE), -1) if words[k].low == opening), None)
    if opens is None or any((w.low in CASUALTY and w.low != "unharmed") or w.low in (";", ".") for w in words[opens:j]):
        return range(0)
    return range(opens, j + 1)


_LONG_CLAUSE = 14


def _aside(words: list[Token], floor: int, i: int) -> int | None:
    """Where a clause between subject and verb opens: 'Nineteen protesters, some in school uniform, were killed'."""
    j = i - 1
    while j > floor and words[j].low in AUX:
        j -= 1
    if j <= floor or words[j].low not in (",", "-", "–", "—", ")"):
        return None
    opening = {")": "("}.get(words[j].low, words[j].low)
    return next((k for k in range(j - 1, floor, -1) if words[k].low == opening), None)


def _usable(words: list[Token], amounts: list[Quantity], i: int, floor: int, aside: int | None) -> list[Quantity]:
    """The quantities of the clause that may be its subject, best those before an aside; else whom a 'who' tells of."""
    usable = [
        q
        for q in amounts
        if q.last > floor
        and q.last <= i
        and not q.subset
        and q.noun not in THINGS
        and (q.last == i or not _object(words, q))
    ]
    usable = [
        q
        for n, q in enumerate(usable)
        if not (n and words[q.first - 1].low == "of" and q.first - usable[n - 1].last <= 3 and usable[n - 1].best != 1)
    ]  # 'eleven fighters of various forces', but 'one of three killed'
    if aside is not None:
        usable = [q for q in usable if q.first < aside] or usable
    if not usable and floor and words[floor - 1].low == "who":
        return [q for q in amounts if _who_is(words, q, floor - 1, i)]
    return usable


def _object(words: list[Token], q: Quantity) -> bool:
    """True where the quantity hangs on a preposition: 'in two attacks', 'on one side'."""
    before = words[q.first - 1].low if q.first else ""
    return before in ("in", "on", "at", "by", "from", "within", "than", "into", "near", "between") and q.noun in (
        "", "day", "side", "city", "area", "attack", "incident"
    )  # fmt: skip


def _who_is(words: list[Token], q: Quantity, who: int, i: int) -> bool:
    """'An Indian who lives there was hurt', 'two men who were fishing were killed': a clause tells who they are."""
    if not (q.last < who <= q.last + 4 and i - who <= 10 and is_people(q.noun)) or q.subset:
        return False
    clause = [w.low for w in words[who + 1 : i]]
    verbs = [w for w in clause[1:] if w in ("was", "were", "is", "are", "has", "have")]
    return len(verbs) == 1 and clause[0] != verbs[0] and "," not in clause and "and" not in clause[-4:]


_TOLD = frozenset({"told", "said", "says", "added"})


def _reaches(gap: list[str]) -> bool:
    """An article's noun must run up to the verb: 'a man was killed', not 'a base where 12 were killed'."""
    plain = [w for w in gap if w not in AUX]
    return len(plain) <= (12 if "who" in plain else 9) and _TOLD.isdisjoint(plain)


_FINITE = frozenset({"was", "were", "are", "is", "have", "has", "had"})


def _joined_to_last(
    words: list[Token], amounts: list[Quantity], usable: list[Quantity], *, new_clause: bool
) -> list[Quantity]:
    """The last of the quantities and those listed before it: 'a mother and her two children', 'five men, a boy and'."""
    group = [usable[-1]]
    for q in reversed(usable[:-1]):
        if (new_clause and _is_object(words, q)) or not _goes_with(words, amounts, q, group[0]):
            break
        group.insert(0, q)
    if (
        len(group) > 2
        and group[0].noun in ("people", "persons")
        and group[0].best == sum(q.best or 0 for q in group[1:])
    ):
        return group[:1]  # 'three people of one family, two fighters and a woman, were killed'
    return group


def _is_object(words: list[Token], q: Quantity) -> bool:
    """'The blast killed 12 soldiers and 30 were wounded': the twelve are the object of a verb of their own."""
    verb = words[q.first - 1].low if q.first > 1 else ""
    if verb in ("dead", "kills", "hurt", "lost", "shot", "took", "seized", "left", "slew", "hit", "down"):
        return True
    return verb.endswith(("ed", "ing")) and words[q.first - 2].low not in BE


def _goes_with(words: list[Token], amounts: list[Quantity], q: Quantity, right: Quantity) -> bool:
    """Whether the words between two quantities join them into one subject."""
    between = [w.low for w in words[q.last : right.first]]
    if between[-2:-1] == ["and"] and between[-1] in THEIR:
        between.pop()  # 'a mother and her two children'
    if not _joined(between, right) or _told_alone(words, q):
        return False
    if q.article and "," in between and not right.article and (right.best or 0) >= 5:
        return False  # 'nine dead, a girl the youngest, and 144 hurt'
    if between == [singular(q.noun) + "s", ","] and q.first == 0 and is_people(right.noun):
        between[-1] = "and"  # in the way of headlines: 'Two Iraqis, three coalition troops hurt'
    far = 16 if is_people(q.noun) and BARRIER.isdisjoint(between) else 8
    if not 0 < len(between) <= far or not listed(words, between, right, amounts):
        return False
    return AUX.isdisjoint(between[between[0] == "more" :])  # 'three more soldiers and two guards were hurt'


def _joined(between: list[str], right: Quantity) -> bool:
    """False where a clause stands between two figures: 'six embraced martyrdom and 17', '20 in total, and 36'."""
    if between[-2:] == [",", "and"]:
        return len(between) <= 4 and not set(between) & {"total", "all", "altogether"}
    named = bool(right.noun) and not right.noun.endswith("ed")
    return named or right.article or len(between) <= 2


def _told_alone(words: list[Token], q: Quantity) -> bool:
    """'Channels spoke of 60, and about a hundred wounded': a number by itself that ends its clause."""
    return not (q.noun or q.article) and words[q.last].low == "," and words[q.last + 1].low == "and"


def _plural(words: list[Token], amounts: list[Quantity], usable: list[Quantity], i: int) -> list[Quantity]:
    """Who is meant where a plural verb follows one person: 'five soldiers riding with the commander were hurt'."""
    last = usable[-1]
    before = _of_several(words, usable[:-1], last) or _of_several(words, _before_who(amounts, last, i), last)
    if before is None:
        return []
    return [before, last] if words[last.first - 1].low == "and" else [before]


def _is_plural(words: list[Token], i: int) -> bool:
    """'Were killed', 'lost their lives'."""
    if words[i].low == "lost" and i + 1 < len(words):
        return words[i + 1].low == "their"
    return any(w.low in ("were", "are", "have") for w in words[max(0, i - 3) : i])


def _with_another(words: list[Token], q: Quantity, i: int) -> list[Quantity]:
    """'A guard and the ship's master were killed': one more, whatever he is called."""
    end = i
    while end > q.last and words[end - 1].low in AUX:
        end -= 1
    joint = next((j for j in range(q.last, min(end, q.last + 5)) if words[j].low == "and"), end)
    other = words[joint + 1 : end]
    if not 2 <= len(other) <= 4 or other[0].low not in _DEFINITE or words[joint - 1].low != q.noun:
        return []
    if any(not w.low[0].isalpha() or w.low in _BESIDE or w.low == "and" for w in other) or other[-1].low.endswith("s"):
        return []
    one = Count(low=1, best=1, high=1)
    return [Quantity(first=joint + 1, last=end, value=one, subset=False, noun=other[-1].low, article=True)]


_DEFINITE = frozenset({"the", "his", "her", "its", "their"})


def _before_who(amounts: list[Quantity], last: Quantity, i: int) -> list[Quantity]:
    return [q for q in amounts if i - 26 < q.first and q.last < last.first and not q.subset and q.noun not in THINGS]


def _of_several(words: list[Token], usable: list[Quantity], last: Quantity) -> Quantity | None:
    """'Five soldiers riding with the commander were hurt', 'two men of a force of the region and one rebel died'."""
    for q in reversed(usable):
        between = {w.low for w in words[q.last : last.first]}
        if (
            not is_people(q.noun)
            or last.first - q.last > 16
            or between & (CASUALTY | _FINITE | {";", ".", ":", "that"})
        ):
            return None
        joined = words[last.first - 1].low == "and"
        return q if joined or (words[last.first - 1].low in _BESIDE and (q.best or 0) > 1) else None
    return None


_BESIDE = frozenset({"with", "of", "for", "by", "near", "around", "beside", "from", "to", "behind", "under", "guarding",
                     "escorting", "protecting", "accompanying"})  # fmt: skip


def _crowd(word: str) -> bool:
    return word == "police" or (word.endswith("s") and is_people(word) and singular(word) in PEOPLE)
