"""Who is counted at a word of harm: the figures that are its subject or its object, and those joined to them.

'A mother and her two children died', 'killing a guard and wounding three', 'Officer, two soldiers killed'. What the
word itself says is the question of `casualties.py`.
"""

from __future__ import annotations

from monitor.events.tolls.beside import one_beside
from monitor.events.tolls.harm_words import AUX, BARRIER, BE
from monitor.events.tolls.nouns import CASUALTY, DEMONYMS, PEOPLE, THINGS, is_people, singular
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.types import Count


def is_passive(words: list[Token], i: int) -> bool:
    """Whether the verb at i was done to its subject: 'were reportedly killed'."""
    i = first_verb(words, i)
    for word in words[max(0, i - 4) : i][::-1]:
        if word.low in BE:
            return True
        if word.low not in AUX:
            return False
    return False


def first_verb(words: list[Token], i: int) -> int:
    """Where the verbs joined to the one at i begin: 'was shot and killed'."""
    joined = i > 2 and words[i - 1].low == "and" and _participle(words[i - 2].low) and words[i - 3].low in BE
    return i - 2 if joined else i


def _participle(word: str) -> bool:
    return (word.endswith("ed") or word == "shot") and word not in CASUALTY


def subject(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """Quantities that are the subject of the word at i: the nearest before it, and those joined to it by 'and'."""
    whose = [
        q for q in amounts if q.last <= i < q.last + 5 and words[q.last + 1 : q.last + 2] and _some_of_them(words, q, i)
    ]
    if whose and words[whose[-1].last + 1].low == "whom":
        return whose[-1:]  # 'the soldiers, one of whom was hurt'
    if whose and whose[-1].first and words[whose[-1].first - 1].low == "and":
        return whose[-1:]  # 'three were caught, and two of them killed'
    if whose and whose[-1].first > 2 and words[whose[-1].first - 1].low == ",":
        clause = [w.low for w in words[max(0, whose[-1].first - 9) : whose[-1].first - 1]]
        if not _FINITE.isdisjoint(clause) and CASUALTY.isdisjoint(clause):
            return whose[-1:]  # 'three were caught, two of them wounded'
    floor = i
    within = _clause_between(words, i)
    for j in range(i - 1, max(-1, i - 22 - len(within)), -1):
        low = words[j].low
        if j in within:
            continue
        if low in BARRIER or (
            low in CASUALTY
            and (low != "lost" or words[j + 1].low not in _THEIR)
            and not (low == "lives" and words[j - 1].low in ("who", "that"))
            and words[j - 1].low not in ("of", "the")
        ):
            break
        floor = j
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
    aside = _aside(words, floor, i)
    if aside is not None:
        usable = [q for q in usable if q.first < aside] or usable
    if not usable and floor and words[floor - 1].low == "who":
        usable = [q for q in amounts if _who_is(words, q, floor - 1, i)]
    if not usable:
        return [q for q in amounts if floor <= q.first and _some_of_them(words, q, i)][-1:]
    last = usable[-1]
    gap = [w.low for w in words[last.last : min(i, aside or i)]]
    if last.article and not _reaches(gap):
        usable = [q for q in usable if not q.article]
        if not usable:
            return []
        last = usable[-1]
    group = [last]
    new_clause = not _FINITE.isdisjoint(gap)
    for q in reversed(usable[:-1]):
        between = [w.low for w in words[q.last : group[0].first]]
        if between[-2:-1] == ["and"] and between[-1] in _THEIR:
            between.pop()  # 'a mother and her two children'
        if not _joined(between, group[0]) or (new_clause and _is_object(words, q)) or _told_alone(words, q):
            break
        if q.article and "," in between and not group[0].article and (group[0].best or 0) >= 5:
            break  # 'nine dead, a girl the youngest, and 144 hurt'
        if between == [singular(q.noun) + "s", ","] and q.first == 0 and is_people(group[0].noun):
            between[-1] = "and"  # in the way of headlines: 'Two Iraqis, three coalition troops hurt'
        far = 16 if is_people(q.noun) and BARRIER.isdisjoint(between) else 8
        if len(between) <= far and between and _listed(words, between, group[0], amounts) and not set(between) & AUX:
            group.insert(0, q)
        else:
            break
    if (
        len(group) > 2
        and group[0].noun in ("people", "persons")
        and group[0].best == sum(q.best or 0 for q in group[1:])
    ):
        group = group[:1]  # 'three people of one family, two fighters and a woman, were killed'
    if len(group) == 1 and last.best == 1 and _is_plural(words, i) and "and" not in gap:
        before = _of_several(words, usable[:-1], last) or _of_several(words, _before_who(words, amounts, last, i), last)
        if before is not None:
            group = [before, last] if words[last.first - 1].low == "and" else [before]
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
        other = one_beside(words, first - 1 - (words[first - 2].low == ","), last)
        return [other, last] if other is not None else [*bare(words, first), last]
    return [*bare(words, first), *group]


_FINITE = frozenset({"was", "were", "are", "is", "have", "has", "had"})


def _is_object(words: list[Token], q: Quantity) -> bool:
    """'The blast killed 12 soldiers and 30 were wounded': the twelve are the object of a verb of their own."""
    verb = words[q.first - 1].low if q.first > 1 else ""
    if verb in ("dead", "kills", "hurt", "lost", "shot", "took", "seized", "left", "slew", "hit", "down"):
        return True
    return verb.endswith(("ed", "ing")) and words[q.first - 2].low not in BE


def _is_plural(words: list[Token], i: int) -> bool:
    """'Were killed', 'lost their lives'."""
    if words[i].low == "lost" and i + 1 < len(words):
        return words[i + 1].low == "their"
    return any(w.low in ("were", "are", "have") for w in words[max(0, i - 3) : i])


def _before_who(words: list[Token], amounts: list[Quantity], last: Quantity, i: int) -> list[Quantity]:
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


def _who_is(words: list[Token], q: Quantity, who: int, i: int) -> bool:
    """'An Indian who lives there was hurt', 'two men who were fishing were killed': a clause tells who they are."""
    if not (q.last < who <= q.last + 4 and i - who <= 10 and is_people(q.noun)) or q.subset:
        return False
    clause = [w.low for w in words[who + 1 : i]]
    verbs = [w for w in clause[1:] if w in ("was", "were", "is", "are", "has", "have")]
    return len(verbs) == 1 and clause[0] != verbs[0] and "," not in clause and "and" not in clause[-4:]


def _told_alone(words: list[Token], q: Quantity) -> bool:
    """'Channels spoke of 60, and about a hundred wounded': a number by itself that ends its clause."""
    return not (q.noun or q.article) and words[q.last].low == "," and words[q.last + 1].low == "and"


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
_THEIR = frozenset({"his", "her", "its", "their"})


def _crowd(word: str) -> bool:
    return word == "police" or (word.endswith("s") and is_people(word) and singular(word) in PEOPLE)


def _some_of_them(words: list[Token], q: Quantity, i: int) -> bool:
    """'Two of them died' where no other figure stands in the clause."""
    after = [w.low for w in words[q.last : q.last + 2]]
    whose = after[:1] == ["of"] and after[1:] in (["them"], ["those"], ["these"], ["whom"])
    return q.subset and not q.article and whose and all(w.low in AUX for w in words[q.last + 2 : i])


def _joined(between: list[str], right: Quantity) -> bool:
    """False where a clause stands between two figures: 'six embraced martyrdom and 17', '20 in total, and 36'."""
    if between[-2:] == [",", "and"]:
        return len(between) <= 4 and not set(between) & {"total", "all", "altogether"}
    named = bool(right.noun) and not right.noun.endswith("ed")
    return named or right.article or len(between) <= 2


def bare(words: list[Token], end: int) -> list[Quantity]:
    """Persons named by role alone in the way of headlines, left of token `end`: 'Officer, two soldiers killed'."""
    found: list[Quantity] = []
    while end > 1 and words[end - 1].low in ("and", ","):
        at = end - 2
        if at > 1 and words[at].low == "," and words[at - 1].low.isdigit():
            at -= 3 if words[at - 2].low == "," else 1  # 'Boy, 10, and ...'
        opens = at == 0 or (at > 0 and words[at - 1].low in _OPENERS)
        opens = opens or (at == 1 and words[0].low.isalpha() and words[0].low not in ("the", "and", "both", "two"))
        if at < 0 or words[at].low not in PEOPLE or not (opens or words[at - 1].low in ("and", ",")):
            break
        one = Count(low=1, best=1, high=1)
        found.insert(0, Quantity(first=at, last=at + 1, value=one, subset=False, noun=words[at].low, article=True))
        if opens:
            return found
        end = at
    return []


_OPENERS = frozenset({":", "as", "after", "-", "–", "—", "when", ";", "say", "says", "said"})


def bare_object(words: list[Token], i: int) -> bool:
    """'Shelling kills army jawan': the object of a headline, one person without an article."""
    for j in range(i + 1, min(i + 4, len(words))):
        low = words[j].low
        if low in BARRIER or not low[0].isalpha() or low in ("in", "at", "by", "and", "of", "on"):
            return False
        if (
            low in PEOPLE
            and low not in DEMONYMS
            and low not in ("crew", "staff", "general", "major", "local", "national")
        ):
            after = words[j + 1].low if j + 1 < len(words) else "."
            return not is_people(after)
    return False


def _aside(words: list[Token], floor: int, i: int) -> int | None:
    """Where a clause between subject and verb opens: 'Nineteen protesters, some in school uniform, were killed'."""
    j = i - 1
    while j > floor and words[j].low in AUX:
        j -= 1
    if j <= floor or words[j].low not in (",", "-", "–", "—", ")"):
        return None
    opening = {")": "("}.get(words[j].low, words[j].low)
    return next((k for k in range(j - 1, floor, -1) if words[k].low == opening), None)


def _listed(words: list[Token], between: list[str], q: Quantity, amounts: list[Quantity]) -> bool:
    """True for 'a man and two women', and for 'a man, a boy and two women'; not for '18 hurt, one a child'."""
    if "missing" in between or "captured" in between or "trapped" in between or "homeless" in between:
        return False
    if between[-1] in ("and", "plus"):
        return len(between) < 3 or not _participle(between[-2])  # 'seven workers kidnapped and a guard dead'
    if between[-1] != ",":
        return False
    pair = len(between) == 2 and is_people(between[0]) and is_people(q.noun) and not q.article and q.first < 12
    if pair and not any(w.low in _STOPPED for w in words):
        return True  # 'Bomb kills 10 soldiers, eight civilians'
    later = next((other for other in amounts if other.first >= q.last), None)
    return later is not None and words[later.first - 1].low == "and" and later.first - q.last <= 5


_STOPPED = frozenset({".", ";"})


def _object(words: list[Token], q: Quantity) -> bool:
    """True where the quantity hangs on a preposition: 'in two attacks', 'on one side'."""
    before = words[q.first - 1].low if q.first else ""
    return before in ("in", "on", "at", "by", "from", "within", "than", "into", "near", "between") and q.noun in (
        "", "day", "side", "city", "area", "attack", "incident"
    )  # fmt: skip


_TOLD = frozenset({"told", "said", "says", "added"})


def _reaches(gap: list[str]) -> bool:
    """An article's noun must run up to the verb: 'a man was killed', not 'a base where 12 were killed'."""
    plain = [w for w in gap if w not in AUX]
    return len(plain) <= 9 and _TOLD.isdisjoint(plain)


def objects(words: list[Token], amounts: list[Quantity], i: int, near: int) -> list[Quantity]:
    """Quantities that are the object of the word at i: the first after it, and those joined by 'and' or a comma."""
    reach = near + 3 if [w.low for w in words[i + 1 : i + 3]] == ["the", "other"] else near + 2
    reach += "family" in (w.low for w in words[i + 1 : i + 4])
    start = next((q for q in amounts if i < q.first <= reach), None)
    if start is None or start.noun in THINGS or (start.subset and start.first > i + 1) or _undergoes(words, start):
        return []
    skipped = [w.low for w in words[i + 1 : start.first]]
    if skipped[:2] == ["the", "other"]:
        skipped = skipped[2:]  # 'wounding the other three'
    if skipped[-2:] == ["family", "of"]:
        skipped = []  # 'shells kill a family of four'
    if any(w not in ("another", "an", "additional", "a", "further", "of", "the", "total", "all") for w in skipped):
        return []
    group = [start]
    if start.noun in ("people", "persons") and start.best != 1 and _apposed(words, start):
        return group  # 'killing three people, two soldiers and a guide'
    if not start.noun and not start.article and start.last < len(words) and words[start.last].low == ",":
        return group  # 'killing two, a Saudi and a Yemeni'
    for q in amounts:
        if q.first < start.last or q.subset:
            continue
        between = [w.low for w in words[group[-1].last : q.first]]
        tail = [w.low for w in words[q.last : q.last + 6]]
        tail = tail[: tail.index(";")] if ";" in tail else tail
        if (
            len(between) <= 6
            and between
            and _listed(words, between, q, amounts)
            and not set(between) & (CASUALTY | AUX | BARRIER)
            and not set(tail) & (CASUALTY | BE)
            and q.noun not in THINGS
            and (q.noun or q.article)
        ):
            group.append(q)
        else:
            break
    return group


def _apposed(words: list[Token], q: Quantity) -> bool:
    after = [w.low for w in words[q.last : q.last + 2]]
    return after == [q.noun, ","]


def _undergoes(words: list[Token], q: Quantity) -> bool:
    """True where a word of harm of its own follows: 'two killed and four hurt'."""
    for word in words[q.last : q.last + 3]:
        if word.low == "for":
            return False
        if word.low in CASUALTY or word.low in BE:
            return True
        if not word.low[0].isalpha() or word.low in ("and", "in", "by", "at", "on", "of", "from", "who", "as"):
            return False
    return False


def summed(group: list[Quantity]) -> Count:
    """All figures of a group as one."""
    if len(group) == 1:
        return group[0].value
    if any(q.best is None for q in group):
        known = sum(q.best for q in group if q.best is not None)
        return Count(low=known or None, best=known or None, vague=known < 5)  # '15 officers and several civilians'
    low = sum(q.value.low or q.best or 0 for q in group)
    best = sum(q.best or 0 for q in group)
    exact = all(q.value.high is not None for q in group)
    return Count(low=low, best=best, high=best if exact else None, vague=any(q.value.vague for q in group))
