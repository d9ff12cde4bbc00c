"""What a sentence counts: 'at least 21 sailors', 'dozens', 'a man', 'two more of them'.

A quantity is a run of tokens with what it means as low, best and high, and the noun it counts. 'Several' has no best
figure at all.
"""

from __future__ import annotations

import msgspec
from msgspec import structs

from monitor.events.tolls.nouns import CASUALTY, NATIONALS, PEOPLE, THINGS, is_people
from monitor.events.tolls.numbers import NUMBERS, Token, counted_as, counts_nobody, hedge, number_at, upper
from monitor.types import Count


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A counted thing: tokens first..last (the noun excluded), its value, and how it is hedged."""

    first: int  #: index of the first token, hedge included
    last: int  #: index after the last token of the number
    value: Count
    subset: bool  #: 'two of them', 'including three': part of another figure
    noun: str  #: the counted noun, lower case; '' where none was recognised
    article: bool = False  #: 'a man', 'its pilot': one, by grammar and not by number

    @property
    def best(self) -> int | None:
        return self.value.best


def quantities(words: list[Token]) -> list[Quantity]:
    """Every quantity of a sentence in order; clock times, ages, percentages and sums of money are left out."""
    found: list[Quantity] = []
    i = 0
    part = -1  #: until this token, counts are parts of another: '..., among them a man with burns and two women'
    while i < len(words):
        low = words[i].low
        if low not in _TELLING and "-" not in low and not low[0].isdecimal():
            i += 1
            continue
        if (low in _PART_OPENS and not _behind(words, i)) or (
            low in ("them", "whom") and i and words[i - 1].low in ("of", "among")
        ):
            part = i + 14
        elif low in _PART_ENDS or (low == "with" and words[i - 1].low in (",", "along", "together")):
            part = -1
        quantity = (
            _as_many(words, i, found) or _quantity(words, i)
            if low in _STARTS or low[0].isdecimal() or "-" in low
            else None
        )
        if quantity is None:
            i += 1
            continue
        if (
            quantity.last < len(words)
            and (words[quantity.last].low in CASUALTY or words[quantity.last].low in _VERBS)
            and words[quantity.first - 1].low == "and"
        ) or _new_clause(words, quantity):
            part = -1  # '..., three of them women, and 17 hurt'
        if i < part and not quantity.subset:
            quantity = structs.replace(quantity, subset=True)
        found.append(quantity)
        i = max(quantity.last, i + 1)
    return found


_AS_MANY = {("as", "many"): 1, ("same", "number"): 1, ("equal", "number"): 1, ("similar", "number"): 1}


def _as_many(words: list[Token], i: int, found: list[Quantity]) -> Quantity | None:
    """'Seven were killed and as many wounded', '... twice that number hurt': the figure before it once more."""
    told = next((q for q in reversed(found) if not (q.subset or q.article or q.noun in THINGS)), None)
    if told is None or told.best is None:
        return None
    pair = (words[i - 1].low if i else "", words[i].low)
    if pair not in _AS_MANY or (words[i + 1 : i + 2] and words[i + 1].low == "as"):
        return None
    first = i - 1
    twice = words[first - 1].low == "twice" if first else False
    first -= words[first - 1].low in ("twice", "just", "a", "an", "the")
    factor = 2 if twice else 1
    scaled = (told.value.low, told.value.best, told.value.high)
    low, best, high = (None if n is None else n * factor for n in scaled)
    last = i + 1
    last += last < len(words) and words[last].low == "of"
    noun = _noun(words, last)
    count = Count(low=low, best=best, high=high, vague=told.value.vague or pair[0] == "similar")
    return Quantity(first=first, last=last, value=count, subset=False, noun=noun)


def _behind(words: list[Token], i: int) -> bool:
    """'..., lawmakers included, and 20 hurt': what is included stands before the word."""
    return words[i].low == "included" and i + 1 < len(words) and words[i + 1].low in (",", ".", ";")


def _new_clause(words: list[Token], q: Quantity) -> bool:
    """'..., five of them guards, and three police officers injured', '... and counts 21 injured': counted by a word of
    harm of their own."""
    at = q.first - (q.first > 2 and words[q.first - 1].low in _COUNTING)
    if at < 2 or words[at - 1].low != "and" or words[at - 2].low != ",":
        return False
    for word in words[q.last : q.last + 4]:
        if word.low in CASUALTY or word.low in _VERBS:
            return True
        if word.low in _BREAKS:
            return False
    return False


_COUNTING = frozenset("counts counted reports reported registers registered treats treated".split())
#: what a crowd does that is counted by 'thousands'
_OF_THE_LIVING = frozenset(
    """attend attended bury buried bid demand demanded demonstrate demonstrated fill filled flee fled flock flocked
    gather gathered honor honour join joined march marched mourn mourned pack packed pay paid pour poured pray
    prayed protest protested rally rallied remember take took throng thronged walk walked turn turned""".split()
)
_ARTICLES = frozenset({"a", "an", "one", "its", "his", "her", "their", "the", "another"})
_BREAKS = frozenset(
    """. , ; : ( ) and or but was were is are has have had who which that of in on at by from when after with for to
    during as into near""".split()
)


def _quantity(words: list[Token], i: int) -> Quantity | None:
    word = words[i].low
    if word in ("both", "couple") and (word == "both" or (i > 0 and words[i - 1].low in ("the", "a"))):
        noun = words[i + 1].low if i + 1 < len(words) else ""
        if word == "both" and noun in ("sides", "countries", "governments", "capitals", "parties"):
            return None
        noun = _noun(words, i + 1) if word == "both" else "people"
        noun = noun if noun in THINGS else "people"
        return Quantity(first=i, last=i + 1, value=Count(low=2, best=2, high=2), subset=False, noun=noun)
    if word == "many" and [w.low for w in words[max(0, i - 1) : i + 2]] == ["as", "many", "as"]:
        return None  # 'as many as 12 people'
    if word in _UNCOUNTED or (word == "a" and _a_number_of(words, i)) or _follows_few(words, i):
        last = i + 1 if word in _UNCOUNTED else i + 3 if "number" in words[i + 1].low else i + 2
        if word == "some" and last < len(words) and number_at(words, last) is not None:
            return None
        if last < len(words) and words[last].low == "of":
            last += 1
        noun = _noun(words, last)
        return Quantity(first=i, last=last, value=Count(low=2, vague=True), subset=_subset(words, i, last), noun=noun)
    number = number_at(words, i)
    most = upper(words, i, number[1], number[0]) if number is not None and not number[2] else None
    if number is not None and not counts_nobody(words, i, most[2] if most else number[1]):
        value, last, vague = number
        if vague and last < len(words) and words[last].low in _OF_THE_LIVING:
            return None  # 'thousands bury children killed by a rocket'
        first, bound = hedge(words, i)
        count = counted_as(value, bound, vague)
        if most is not None:
            value, high, last = most
            count = Count(low=value, best=value, high=high)
            first -= words[i - 1].low == "between"
        if last + 1 < len(words) and words[last].low == "or" and words[last + 1].low == "more":
            count, last = counted_as(value, "least", vague), last + 2
        elif last < len(words) and words[last].low == "+" and words[last].start == words[last - 1].end:
            count, last = counted_as(value, "least", vague), last + 1  # '50+ people'
        noun = _noun(words, last)
        one = word == "one" and value == 1
        if one and ((noun and not is_people(noun) and noun in THINGS) or words[i - 1 if i else 0].low == "of"):
            return None  # 'killing five of one family'
        return Quantity(first=first, last=last, value=count, subset=_subset(words, first, last), noun=noun)
    if word == "another" and i + 1 < len(words) and _nameless(words, i, i):
        single = Count(low=1, best=1, high=1)
        return Quantity(first=i, last=i + 1, value=single, subset=False, noun="person", article=True)
    if word == "a" and words[i + 1 : i + 2] and words[i + 1].low in _NTH and _nameless(words, i, i + 1):
        single = Count(low=1, best=1, high=1)
        return Quantity(
            first=i, last=i + 2, value=single, subset=False, noun="person", article=True
        )  # 'a third was hurt'
    if word in _ARTICLES:
        noun = _noun(words, i + 1)
        if noun == "head" and words[i + 1].low == noun and words[i + 2 : i + 3] and words[i + 2].low == "of":
            noun = "leader"  # 'killed the head of a village'
        if noun in NATIONALS and not (word in ("a", "an", "one") and _stands_alone(words, i + 1, noun)):
            return None  # 'the Afghan police': the demonym is an adjective here
        if noun and noun in PEOPLE and noun not in ("crew", "staff", "national", "general", "local", "major"):
            value = 2 if noun in ("couple", "pair") or _with_kin(words, i, noun) else 1
            return Quantity(
                first=i,
                last=i + 1,
                value=Count(low=value, best=value, high=value),
                subset=_subset(words, i, i + 1),
                noun=noun,
                article=True,
            )
        if noun in ("general", "major"):
            after = next((w.low for w in words[i + 1 : i + 7] if w.low in ("was", "has", "dies", "died", "killed")), "")
            if after:
                return Quantity(
                    first=i, last=i + 1, value=Count(low=1, best=1, high=1), subset=False, noun=noun, article=True
                )
    return None


#: one of a family
_KIN = frozenset(
    "son daughter child baby mother father wife husband brother sister grandson granddaughter grandmother".split()
)


def _with_kin(words: list[Token], i: int, noun: str) -> bool:
    """'A father and son': two, of whom one article tells."""
    behind = [w.low for w in words[i + 1 : i + 6]]
    at = behind.index(noun) + 1 if noun in _KIN and noun in behind else 0
    return at > 0 and behind[at : at + 1] == ["and"] and not _KIN.isdisjoint(behind[at + 1 : at + 2])


_NTH = frozenset("second third fourth fifth sixth seventh".split())


def _nameless(words: list[Token], first: int, i: int) -> bool:
    """'... and another was hurt', 'wounded another.': one more, without a noun."""
    before = words[first - 1].low
    after = words[i + 1].low if i + 1 < len(words) else "."
    return (
        after in CASUALTY
        or after in ("was", "is", "shot")
        or ((before in CASUALTY or before == "shot") and (after in _BREAKS or not after[0].isalnum()))
    )


def _stands_alone(words: list[Token], at: int, noun: str) -> bool:
    """True where the noun ends its phrase: 'an American was hurt', not 'an American base'."""
    end = next((i + 1 for i in range(at, min(at + 6, len(words))) if words[i].low == noun), at)
    after = words[end].low if end < len(words) else "."
    return after in _BREAKS or after in CASUALTY or not after[0].isalpha()


def _a_number_of(words: list[Token], i: int) -> bool:
    return i + 2 < len(words) and words[i + 1].low == "number" and words[i + 2].low == "of"


def _follows_few(words: list[Token], i: int) -> bool:
    return words[i].low == "a" and i + 1 < len(words) and words[i + 1].low in ("few", "handful")


#: what belongs to the people before it: 'a militant camp' is nobody
_OF_PEOPLE = frozenset(
    """camp camps base bases post posts position positions hideout hideouts house home convoy vehicle car site
    stronghold checkpoint group unit force barracks headquarters bus boat network cell
    movement faction leadership attack attacks ambush assault raid raids strike strikes bombing shelling fire gunfire
    offensive operation rocket rockets drone drones missile missiles bomb""".split()
)


_ADJECTIVES = frozenset("turkish local general chief major police national".split())


def _noun(words: list[Token], at: int) -> str:
    """The head noun after a number: the last plain word before a break, at most five on."""
    noun = ""
    for here, word in enumerate(words[at : at + 6], at):
        if word.low in _BREAKS or word.low in CASUALTY or not word.low[0].isalpha():
            if (word.low == "of" and not noun) or word.low.endswith("-old"):
                continue
            break
        noun = word.low
        if is_people(noun) or noun in THINGS:
            after = words[here + 1].low if here + 1 < len(words) else ""
            if not (is_people(after) or (after in _OF_PEOPLE and noun not in THINGS)):
                if noun in NATIONALS or noun in _ADJECTIVES:
                    continue  # an adjective may go before: 'an Israeli soldier'
                break
    return noun


def _subset(words: list[Token], first: int, last: int) -> bool:
    before = words[first - 1].low if first > 0 else ""
    if before == "among" and any(w.low in CASUALTY for w in words[last : last + 2]):
        return False  # 'three players among eight killed'
    if before in ("including", "among", "whom", "include", "includes", "included", "notably") or (
        before in ("them", "whom", "which") and first > 1 and not (before == "which" and words[first - 2].low in _WHERE)
    ):
        return True
    after = [w.low for w in words[last : last + 4]]
    if after[:1] == ["of"] and len(after) > 1:
        if after[1] in ("them", "whom", "which", "those"):
            return True
        if after[1] in ("the", "these", "its") and len(after) > 2 and after[2] in (
            "dead", "injured", "wounded", "victims", "killed", "casualties", "fatalities"):  # fmt: skip
            return True
    return False


#: 'a raid in which four died' counts the four of the raid, '11 dead, of which four' a part
_WHERE = frozenset("in by during at on after from near through under".split())


def is_base(words: list[Token], i: int) -> bool:
    """'Two of the 26 died', 'of 67 aboard, 38 are dead': the number the others are a part of."""
    before = words[i - 1].low if i else ""
    if _harmed_themselves(words, i):
        return False
    if before in ("the", "its", "their", "his") and i > 1 and words[i - 2].low == "of":
        return i == 2 or number_at(words, i - 3) is not None or words[i - 3].low in ("some", "most", "many", "several")
    return before == "of" and (i == 1 or words[i - 2].low in (",", ".", ";", ":"))


def _harmed_themselves(words: list[Token], i: int) -> bool:
    """'Of the six who were hurt, two are Indians': the number is that of all the hurt."""
    who = next(
        (j for j in range(i + 1, min(i + 6, len(words))) if words[j].low in _WHO or words[j].low in CASUALTY), None
    )
    if who is None or any(w.low in _BREAKS - _WHO for w in words[i + 1 : who]):
        return False
    if words[who].low not in _WHO:
        opens = i < 2 or not words[i - 2].low.isalnum() or (words[i - 2].low == "of" and i < 3)
        goes_on = words[who].low in _DONE_TO and any(w.low in _FINITE for w in words[who + 1 :])
        return words[who].low in _HARMED and (opens or goes_on)  # but 'two of the 26 aboard died'
    return any(w.low in _HARMED for w in words[who + 1 : who + 4]) and words[who - 1].low not in ("of", "among")


_WHO = frozenset({"who"})
_DONE_TO = frozenset({"killed", "wounded", "injured", "hurt", "slain"})
_FINITE = frozenset("was were is are had have has".split())
_HARMED = frozenset("killed dead died wounded injured hurt slain perished fell martyred".split())
_UNCOUNTED = frozenset({"several", "many", "numerous", "various", "multiple", "some"})
_STARTS = NUMBERS | _UNCOUNTED | _ARTICLES | {"both", "couple", "few", "number"}
_VERBS = frozenset(
    """were was are is have has remain needed need required sought received suffered sustained lost embraced""".split()
)
_PART_OPENS = frozenset({"including", "include", "includes", "included", "notably"})
_PART_ENDS = (CASUALTY - {"lives", "life", "lost", "victims", "casualties", "injuries", "injury", "wounds"}) | {
    ";",
    "while",
    "but",
    "leaving",
    "left",
    "said",
    "were",
    "was",
}
#: the only words at which anything begins or ends
_TELLING = _PART_OPENS | _PART_ENDS | _STARTS | {"them", "whom", "with"}
