"""Numbers as news writes them: 'at least 21', 'twenty-one', 'dozens', 'a man', 'two more of the sailors'.

A sentence is cut into tokens; a quantity is a run of tokens with what it means as low, best and high. 'Dozens' is 12,
'tens' 10 and 'hundreds' 100 by convention of the field and marked vague; 'several' has no best figure at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

import msgspec
from msgspec import structs

from monitor.types import Count

_UNITS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_PLURALS = {"dozens": 12, "tens": 10, "hundreds": 100, "scores": 20, "thousands": 1000, "millions": 1_000_000}
_UNCOUNTED = frozenset({"several", "many", "numerous", "various", "multiple", "some"})
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}

#: words before a number -> which bound it is
_AT_LEAST = (
    ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "fewer", "than"), ("not", "less", "than"),
    ("a", "minimum", "of"), ("minimum", "of"), ("more", "than"), ("over",), ("upwards", "of"), ("upward", "of"),
    ("in", "excess", "of"), ("above",), ("already",), ("exceeding",),
)  # fmt: skip
_AT_MOST = (("up", "to"), ("as", "many", "as"), ("at", "most"), ("no", "more", "than"), ("fewer", "than"),
            ("less", "than"), ("under",), ("a", "maximum", "of"))  # fmt: skip
_ABOUT = (("about",), ("around",), ("some",), ("roughly",), ("approximately",), ("nearly",), ("almost",),
          ("close", "to"), ("an", "estimated"), ("estimated",), ("circa",))  # fmt: skip

#: a hedge's last word -> its words and bound, in the order of the tables
_HEDGES: dict[str, list[tuple[list[str], str]]] = {}
for _bound, _table in (("least", _AT_LEAST), ("most", _AT_MOST), ("about", _ABOUT)):
    for _phrase in _table:
        _HEDGES.setdefault(_phrase[-1], []).append(([*_phrase], _bound))

_TOKEN = re.compile(r"([^\W\d_]++(?:['’.-][^\W\d_]++)*+['’]?|\d+(?:,\d{3})*(?:\.\d+)?(?:-[A-Za-z]+)*|\S)")

#: nouns that are counted beside the dead and are not people
THINGS = frozenset(
    """missile missiles rocket rockets drone drones uav uavs projectile projectiles shell shells bomb bombs
    munition munitions vehicle vehicles tank tanks ship ships vessel vessels boat boats tanker tankers aircraft
    jet jets plane planes helicopter helicopters warplane warplanes km kms kilometer kilometers kilometre
    kilometres mile miles meter meters metre metres m nm nautical feet foot ft hour hours hr hrs day days week
    weeks month months year years minute minutes seconds am pm a.m p.m percent per cent % dollar dollars euro
    euros billion site sites target targets location locations position positions post posts house houses home
    homes building buildings apartment apartments flat flats ton tons tonne tonnes kg kilograms litres liters
    country countries attack attacks strike strikes raid raids time times explosion explosions blast blasts wave
    waves round rounds base bases district districts village villages town towns sq mm square degrees points
    goals occasions incidents clashes operations launchers warehouses cars trucks buses storeys stories story
    storey floors rooms shops stores schools hospitals facilities hits impacts impact directions ballistic
    cruise hypersonic guided one-way kamikaze unmanned anti-ship quadcopters balloons warheads mortars artillery
    gmt utc o'clock page pages minute-long cases case stages parts areas area fires sorties sailings camps
    bridges families households bullets shots gunshots containers barrels crossings shooting shootings""".split()
)

PEOPLE = frozenset(
    """person civilian soldier serviceman servicewoman servicemember troop trooper marine officer policeman
    policewoman guard fighter militant terrorist rebel insurgent gunman sailor seafarer crewman crewmember
    mariner member pilot contractor worker employee man woman child boy girl baby infant toddler teenager teen
    youth student pupil teacher journalist reporter cameraman photographer medic doctor nurse patient resident
    villager local citizen national hostage prisoner detainee peacekeeper commander general colonel major
    captain lieutenant sergeant corporal admiral leader chief official minister governor mayor diplomat
    ambassador consul driver passenger pedestrian tourist pilgrim worshipper worshiper farmer fisherman herder
    herdsman miner volunteer rescuer paramedic firefighter attacker assailant bomber suspect victim daughter son
    father mother wife husband brother sister relative uncle cousin grandmother grandfather aide assistant
    bodyguard couple pair jawan conscript reservist settler operative scientist engineer cleric imam priest
    shopkeeper labourer laborer guest bystander migrant refugee american israeli palestinian russian ukrainian
    iraqi iranian syrian lebanese turk saudi emirati indian pakistani afghan filipino chinese korean frenchman
    briton german pole congolese rwandan sudanese somali ethiopian kenyan nigerian malian lawmaker politician
    activist candidate judge prosecutor technician operator inspector monitor agent spy informant
    mother father grandmother grandfather wife husband son daughter brother sister cleric priest imam bishop medic
    rescuer engineer lecturer professor lawyer prosecutor mechanic cook trader pastor rabbi paramedic firefighter
    carpenter builder tailor baker butcher barber electrician plumber welder waiter vendor seller merchant businessman
    elder mukhtar chieftain secretary parent adult retiree pensioner caretaker
    guardsman paratrooper commando ranger sniper crew staff""".split()
)
DEMONYMS = frozenset(
    """american israeli palestinian russian ukrainian iraqi iranian syrian lebanese turk saudi emirati indian pakistani
    afghan filipino chinese korean frenchman briton german pole congolese rwandan sudanese somali ethiopian kenyan
    nigerian malian""".split()
)
_PEOPLE_PLURAL = frozenset(
    """people persons men women children servicemen personnel policemen crewmen gunmen others members troops
    fishermen policemen""".split()
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or stop of a sentence; offsets count in the document."""

    text: str
    low: str
    start: int
    end: int


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


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The tokens of one sentence; `offset` is where it starts in the document."""
    pieces = _TOKEN.split(text)  # a gap, a word, a gap ... a gap
    edges = list(accumulate(map(len, pieces), initial=offset))
    words = pieces[1::2]
    return list(map(Token, words, map(str.lower, words), edges[1::2], edges[2::2]))


def singular(word: str) -> str:
    """A plural noun without its ending, roughly: enough to look it up."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=4_000)
def is_people(word: str) -> bool:
    """True for nouns that name persons, in either number."""
    return word in PEOPLE or word in _PEOPLE_PLURAL or singular(word) in PEOPLE


def number_at(words: list[Token], i: int) -> tuple[int, int, bool] | None:
    """(value, index after it, vague) of the number that starts at token i; None where none does."""
    word = words[i].low
    if word[0].isdigit():
        digits = word.replace(",", "")
        if not digits.isdigit() or len(digits) > 7:
            return None
        value = int(digits)
        if i + 1 < len(words) and words[i + 1].low in ("thousand", "million", "dozen", "hundred"):
            return value * _SCALES[words[i + 1].low], i + 2, False
        return value, i + 1, False
    if word in _PLURALS:
        value = _PLURALS[word]
        if i + 2 < len(words) and words[i + 1].low == "of" and words[i + 2].low in _PLURALS:
            return value * _PLURALS[words[i + 2].low], i + 3, True
        return value, i + 1, True
    if word in ("a", "half") and i + 1 < len(words):
        following = words[i + 1].low
        if word == "half" and following == "a" and i + 2 < len(words) and words[i + 2].low == "dozen":
            return 6, i + 3, True
        if word == "a" and following in _SCALES:
            return _SCALES[following], i + 2, following == "dozen"
        if word == "a" and following == "couple" and i + 2 < len(words) and words[i + 2].low == "of":
            return 2, i + 3, True
    return _spelt(words, i) if word in _UNITS or word in _TENS or "-" in word else None


def _spelt(words: list[Token], i: int) -> tuple[int, int, bool] | None:
    value = 0
    found = False
    at = i
    while at < len(words) and at < i + 6:
        parts = words[at].low.split("-")
        if all(part in _UNITS or part in _TENS for part in parts):
            if found and value % 10 != 0:
                break
            value += sum(_UNITS.get(part, 0) + _TENS.get(part, 0) for part in parts)
            found = True
        elif found and words[at].low in _SCALES:
            value = max(1, value) * _SCALES[words[at].low]
        elif not (found and words[at].low == "and" and value >= 100 and at + 1 < len(words)
                  and words[at + 1].low.split("-")[0] in (_UNITS.keys() | _TENS.keys())):  # fmt: skip
            break
        at += 1
    return (value, at, False) if found else None


def quantities(words: list[Token]) -> list[Quantity]:
    """Every quantity of a sentence in order; clock times, ages, percentages and sums of money are left out."""
    found: list[Quantity] = []
    i = 0
    part = -1  #: until this token, counts are parts of another: '..., among them a man with burns and two women'
    while i < len(words):
        low = words[i].low
        if low not in _TELLING and "-" not in low and not low[0].isdigit():
            i += 1
            continue
        if low in _PART_OPENS or (low in ("them", "whom") and i and words[i - 1].low in ("of", "among")):
            part = i + 14
        elif low in _PART_ENDS or (low == "with" and words[i - 1].low == ","):
            part = -1
        quantity = _quantity(words, i) if low in _STARTS or low[0].isdigit() or "-" in low else None
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


def _new_clause(words: list[Token], q: Quantity) -> bool:
    """'..., five of them guards, and three police officers injured': counted by a word of harm of their own."""
    if q.first < 2 or words[q.first - 1].low != "and" or words[q.first - 2].low != ",":
        return False
    for word in words[q.last : q.last + 4]:
        if word.low in CASUALTY or word.low in _VERBS:
            return True
        if word.low in _BREAKS:
            return False
    return False


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
    if word in _UNCOUNTED or (word == "a" and _a_number_of(words, i)) or _follows_few(words, i):
        last = i + 1 if word in _UNCOUNTED else i + 3 if "number" in words[i + 1].low else i + 2
        if word == "some" and last < len(words) and number_at(words, last) is not None:
            return None
        if last < len(words) and words[last].low == "of":
            last += 1
        noun = _noun(words, last)
        return Quantity(first=i, last=last, value=Count(low=2, vague=True), subset=_subset(words, i, last), noun=noun)
    number = number_at(words, i)
    if number is not None and not _no_count(words, i, number[1]):
        value, last, vague = number
        first, bound = _hedge(words, i)
        if last + 1 < len(words) and words[last].low == "or" and words[last + 1].low == "more":
            bound, last = "least", last + 2
        count = _count(value, bound, vague)
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
        if noun in DEMONYMS and not (word in ("a", "an", "one") and _stands_alone(words, i + 1, noun)):
            return None  # 'the Afghan police': the demonym is an adjective here
        if noun and noun in PEOPLE and noun not in ("crew", "staff", "national", "general", "local", "major"):
            value = 2 if noun in ("couple", "pair") else 1
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


_NTH = frozenset("second third fourth fifth sixth seventh".split())


def _nameless(words: list[Token], first: int, i: int) -> bool:
    """'... and another was hurt', 'wounded another.': one more, without a noun."""
    before, after = words[first - 1].low, words[i + 1].low
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
    movement faction leadership""".split()
)


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
                if noun in ("american", "israeli", "palestinian", "russian", "turkish", "iraqi", "iranian", "local",
                            "indian", "pakistani", "general", "chief", "major", "police", "national"):  # fmt: skip
                    continue  # an adjective may go before: 'an Israeli soldier'
                break
    return noun


def _subset(words: list[Token], first: int, last: int) -> bool:
    before = words[first - 1].low if first > 0 else ""
    if before == "among" and any(w.low in CASUALTY for w in words[last : last + 2]):
        return False  # 'three players among eight killed'
    if before in ("including", "among", "whom", "include", "includes", "included", "notably") or (
        before in ("them", "whom", "which") and first > 1
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


def _hedge(words: list[Token], i: int) -> tuple[int, str]:
    for phrase, bound in _HEDGES.get(words[i - 1].low, ()) if i else ():
        size = len(phrase)
        if i >= size and [w.low for w in words[i - size : i]] == phrase:
            return i - size, bound
    return i, ""


def _count(value: int, bound: str, vague: bool) -> Count:
    if bound == "least":
        return Count(low=value, best=value, vague=vague)
    if bound == "most":
        return Count(best=value, high=value, vague=vague)
    if vague:
        return Count(low=value, best=value, vague=True)
    if bound == "about":
        return Count(best=value)
    return Count(low=value, best=value, high=value)


_AFTER_TIME = frozenset({"a.m", "p.m", "am", "pm", "gmt", "utc", "percent", "per", "%", "local", "o'clock", "hrs"})


def _no_count(words: list[Token], i: int, last: int) -> bool:
    """A number that counts nothing: an hour, a year, an age, a share, a sum, a house number."""
    after = words[last].low if last < len(words) else ""
    before = words[i - 1].low if i > 0 else ""
    if words[i].low == "one" and before == "no":
        return True
    if before == "number" and i > 1 and words[i - 2].low in CASUALTY:
        return False  # 'the wounded number 61'
    if after in ("'", "’") and words[last].start == words[last - 1].end and words[last + 1 : last + 2]:
        return words[last + 1].low == "s"  # 'Channel 24's reporter'
    if after in _AFTER_TIME or before in ("$", "€", "£", "no", "nr", "aged", "age", "number", "section", "article"):
        return before not in ("no",) or not words[i].low.isalpha()
    if after == ":" and last + 1 < len(words) and words[last + 1].low.isdigit() and words[last].start == words[i].end:
        return True
    if before == ":" and words[i].low.isdigit() and words[i - 1].end == words[i].start:
        return True
    if _age(words, i, last) or before == "between":
        return True
    if before == "and" and i > 2 and words[i - 3].low == "between":
        return True  # 'men between 19 and 42'
    if before == "-" and i > 1 and words[i - 1].start == words[i - 2].end and words[i].start == words[i - 1].end:
        return True  # 'MiG-21'
    value = words[i].low
    if value.isdigit() and i and _in_a_name(words, i, after):
        return True
    if value.isdigit() and last < len(words) and words[last].start == words[last - 1].end and after[:1].isalpha():
        return True  # 'in their 20s'
    if value.isdigit() and len(value) == 4 and value[:2] in ("19", "20"):
        return not is_people(after)
    if value.isdigit() and (before in MONTH_WORDS or (before == "." and i > 1 and words[i - 2].low in _CUT_MONTHS)):
        return True
    if value.isdigit() and after in MONTH_WORDS:
        return True
    return value.isdigit() and before == "," and after in (",", ".") and i > 1 and words[i - 2].text[:1].isupper()


def _in_a_name(words: list[Token], i: int, after: str) -> bool:
    """The number of 'M23', '(Kurdistan 24)', 'France 24 said'."""
    before = words[i - 1]
    if before.end == words[i].start and before.text[-1:].isalpha():
        return True
    opens = i > 1 and words[i - 2].low in ("(", "-", "–", "—")
    return before.text[:1].isupper() and (
        (after == ")" and opens) or (before.low in _CHANNELS and not is_people(after))
    )


_YOUNG = frozenset(
    "boys girls children sons daughters teenagers youths pupils students sisters brothers men women".split()
)
_CHANNELS = frozenset({"kurdistan", "france", "channel", "rossiya", "rossia"})
_BODIES_OF = frozenset({"crew", "staff", "couple", "pair", "local", "national", "general", "major"})


def _age(words: list[Token], i: int, last: int) -> bool:
    """'A girl of twelve', 'a man, 63, was cut', 'both 19': how old, not how many."""
    if i < 2:
        return False
    before, person = words[i - 1].low, words[i - 2].low
    after = words[last].low if last < len(words) else ""
    if is_people(after):
        return False
    if before == "of":
        return (person in PEOPLE and person not in _BODIES_OF) or person in _YOUNG  # 'two boys of 15'
    if before == "both":
        return words[i].low.isdigit()
    return before == "," and after in (",", ".") and words[i].low.isdigit() and person in PEOPLE


def is_base(words: list[Token], i: int) -> bool:
    """'Two of the 26 died', 'of 67 aboard, 38 are dead': the number the others are a part of."""
    before = words[i - 1].low if i else ""
    if before in ("the", "its", "their", "his") and i > 1 and words[i - 2].low == "of":
        return i == 2 or number_at(words, i - 3) is not None or words[i - 3].low in ("some", "most", "many", "several")
    return before == "of" and (i == 1 or words[i - 2].low in (",", ".", ";", ":"))


MONTH_WORDS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec.""".split()
)

_CUT_MONTHS = frozenset("jan feb mar apr aug sep sept oct nov dec".split())

_STARTS = frozenset(
    {*_UNITS, *_TENS, *_PLURALS, *_UNCOUNTED, *_ARTICLES, "half", "both", "couple", "few", "hundred", "thousand"}
)
_VERBS = frozenset({"were", "was", "are", "is", "have", "has", "remain"})
_PART_OPENS = frozenset({"including", "include", "includes", "included", "notably"})
#: words of death and injury; the noun of a quantity ends before them
CASUALTY = frozenset(
    """killed kill kills killing dead died dies die dying deaths death fatalities fatality perished slain martyred
    martyrs wounded wounding wounds injured injuring injures injure injuries hurt hurting hurts hospitalised
    hospitalized casualties victims lives life lost harmed unharmed neutralised neutralized eliminated burned
    burnt""".split()
)
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
