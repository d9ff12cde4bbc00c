"""Dead and wounded told by what befell them: lives lost, wounds suffered, wards that they lie in, bodies found."""

from __future__ import annotations

from monitor.events.tolls.counted import is_passive, objects
from monitor.events.tolls.harm_words import AUX, BARRIER, BE, CUT, LIMBS, THEIR
from monitor.events.tolls.nouns import CASUALTY, MONTH_WORDS, PEOPLE, THINGS, is_people
from monitor.events.tolls.numbers import Token
from monitor.events.tolls.quantities import Quantity
from monitor.events.tolls.subjects import subject


def lives(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'lost their lives', 'cost the lives of six', 'claimed 12 lives'."""
    window = [w.low for w in words[max(0, i - 4) : i]]
    if "loss" in window:
        return [q for q in amounts if i - 4 < q.first and q.last <= i and not q.article][-1:]
    if "lost" in window or "losing" in window or "lose" in window:
        at = i - len(window) + (window.index("lost") if "lost" in window else 0)
        inside = [q for q in amounts if at < q.first < i and not q.article]
        return inside[:1] or subject(words, amounts, at)
    if not _TAKEN.isdisjoint(window):
        if i + 1 < len(words) and words[i + 1].low == "of":
            return objects(words, amounts, i + 1, i + 2)
        whose = words[i - 1].low in THEIR
        return [q for q in amounts if i - 4 <= q.first and q.last <= i and (whose or not q.article)][-1:]
    if i + 1 < len(words) and words[i + 1].low == "of" and words[i - 1].low == "the":
        gone = objects(words, amounts, i + 1, i + 1)
        after = gone[-1].last if gone else i
        return gone if {w.low for w in words[after : after + 5]} & _CUT_SHORT else []  # 'the lives of six were lost'
    if {w.low for w in words[i + 1 : i + 4]} & {"lost", "taken", "claimed", "ended", "cut"}:
        return [q for q in amounts if q.last <= i <= q.last + 2 and not q.article][-1:]
    return []


_TAKEN = frozenset(
    "cost claimed claiming took taken claims claim takes take taking costing costs ended end ends".split()
)
_CUT_SHORT = frozenset({"lost", "taken", "claimed", "ended", "cut", "snuffed", "extinguished"})


def one_suffers(words: list[Token], i: int) -> bool:
    """'Prilepin received leg injuries': one who is named."""
    verb = next((j for j in range(i - 1, max(0, i - 4), -1) if words[j].low in _SUSTAINS), 0)
    if not verb or any(w.low in ("no", "any", "not", ",", "and") for w in words[verb:i]):
        return False
    name = words[verb - 1]
    return name.text[:1].isupper() and name.low not in MONTH_WORDS and not is_people(name.low)


_SUSTAINS = frozenset("received receives sustained sustains suffered suffers".split())


def laid_to_rest(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'Villagers buried 19 people', '19 were buried'; not 'twelve are buried under the rubble'."""
    if words[i - 1].low in ("are", "lie") or not _ALIVE_THERE.isdisjoint(w.low for w in words[i + 1 : i + 8]):
        return []
    if is_passive(words, i):
        group = [q for q in subject(words, amounts, i) if q.last <= i]
    else:
        group = [q for q in amounts if i in (q.last, q.first - 1)][-1:]
    return [q for q in group if not (q.article or q.value.vague) and q.noun not in THINGS]


_ALIVE_THERE = frozenset("under beneath alive rubble debris ruins snow mud earth collapsed landslide avalanche".split())


def loses(words: list[Token], i: int) -> bool:
    """'Lost a leg', 'lost his left foot', 'his foot was severed': whether the limb at i is gone."""
    if i + 1 < len(words) and words[i + 1].low in ("was", "were"):
        return i + 2 < len(words) and words[i + 2].low in CUT
    j = i - 1
    while j > 0 and i - j < 4 and words[j].low in _WHICH_LIMB:
        j -= 1
    return j < i - 1 and words[j].low in ("lost", "loses", "losing")


_WHICH_LIMB = frozenset("a an his her their the right left both one".split())


def shot_in_a_limb(words: list[Token], i: int) -> bool:
    """'Was shot in the leg', 'shot the judge in the left knee': alive, as far as it tells."""
    for j in range(i + 1, min(i + 14, len(words) - 2)):
        if words[j].low == "in" and words[j + 1].low in ("the", "his", "her", "both", "one"):
            return any(w.low in _LIMBS for w in words[j + 2 : j + 4]) and "head" not in {
                w.low for w in words[j : j + 9]
            }
        if words[j].low in BARRIER or words[j].low == "and":
            return False
    return False


_LIMBS = LIMBS | frozenset("knee knees legs arms shoulder thigh calf ankle feet hands elbow buttock".split())


def suffers(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'In all 31 suffered, a child among them', with no word of what."""
    if i + 1 < len(words) and words[i + 1].low not in (",", ".", ";"):
        return []
    named = (q for q in subject(words, amounts, i) if not q.article)
    return [q for q in named if q.noun in ("", words[i].low) or is_people(q.noun)]


def goes_on(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'A woman in her 50s fell as she ran for the shelter and was lightly hurt': the subject of the verb before."""
    j = i - 1
    while j > 0 and words[j].low in AUX:
        j -= 1
    if words[j].low != "and" or words[j + 1].low not in ("was", "were"):
        return []
    opens = next((k + 1 for k in range(j - 1, max(-1, j - 22), -1) if words[k].low in (";", ":", "—", "–")), 0)
    near = [q for q in amounts if opens <= q.first and q.last < j - 1 and not q.subset and is_people(q.noun)][:1]
    if not near or j - near[0].last > 20 or near[0].first > opens + 4:
        return []
    single = near[0].best == 1
    between = {w.low for w in words[near[0].last : j]}
    return near if single == (words[j + 1].low == "was") and between.isdisjoint(CASUALTY | {"who", "that"}) else []


def suffered(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    near = [j for j in range(i - 1, max(-1, i - 12), -1) if words[j].low[0].isalnum()][:5]
    for j in near:
        if words[j].low in ("succumbed", "succumb", "succumbs", "died", "dies", "die"):
            return []  # of the wounds: dead, and counted so
        if words[j].low in ("suffered", "sustained", "with", "received", "had", "have", "has", "bear", "bore", "got"):
            return subject(words, amounts, j)
    return []


def counted_injuries(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'Two "minor" injuries', '17 fatalities and 40 injuries': the injuries are counted, one a person."""
    near = [q for q in amounts if q.last <= i <= q.last + 4 and not q.subset and not q.article][-1:]
    between = [w.low for w in words[near[0].last : i]] if near else []
    return near if not set(between) & (BARRIER | CASUALTY | {"and", ",", "of", "with"}) else []


def in_hospital(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    window = [w.low for w in words[max(0, i - 12) : i]]
    if window[-2:] in (["died", "in"], ["succumbed", "in"]):
        return []
    if not set(window) & {
        "took",
        "taken",
        "rushed",
        "brought",
        "are",
        "were",
        "evacuated",
        "in",
        "to",
        "hospitalised",
        "admitted",
    }:
        return []
    near = [q for q in amounts if i - 12 <= q.first and q.last <= i and not q.subset and not q.article]
    lying = i > 1 and words[i - 1].low == "in" and words[i - 2].low in BE | {"remain", "remained", "still"}
    put = near and near[-1].first and words[near[-1].first - 1].low in _PUT_IN
    if (lying or put) and near and near[-1].last >= i - 3 and near[-1].noun not in THINGS:
        return near[-1:]
    named = [q for q in near if q.noun and q.noun not in THINGS]
    if not named and "was" in window and not _BROUGHT.isdisjoint(window):
        named = [q for q in amounts if q.article and i - 12 <= q.first and q.last <= i and q.noun in PEOPLE]
    return named[-1:]


_BROUGHT = frozenset("taken rushed brought airlifted".split())
_CARE = frozenset("being sought need needed needs needing under receiving received in require".split())
_PUT_IN = frozenset("put puts putting sent sending sends left leaving landed landing".split())


def cared_for(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'73 patients', 'twelve remain under treatment', '13 residents sought doctors', '27 are in wards'."""
    word = words[i].low
    if word == "patients":
        return [q for q in amounts if q.noun == word and q.last <= i <= q.last + 2 and not q.subset and not q.article][
            -1:
        ]
    window = {w.low for w in words[max(0, i - 4) : i]}
    if word == "cared" and "being" not in window:
        return []
    if window.isdisjoint(_CARE):
        return []
    return [q for q in subject(words, amounts, i) if not q.article and q.noun not in THINGS][-1:]


def body(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'The body of its pilot was found'."""
    if words[i + 1 : i + 2] and words[i + 1].low == "of" and is_found(words):
        return [q for q in objects(words, amounts, i + 1, i + 1) if q.article][:1]
    return []


def is_found(words: list[Token]) -> bool:
    return not _FOUND.isdisjoint(w.low for w in words)


def of_one_person(words: list[Token], i: int) -> bool:
    """'The pilot's body'."""
    owner = words[i - 1].low if i else ""
    return owner.endswith(("'s", "’s")) and owner[:-2] in PEOPLE


def is_name(words: list[Token], i: int) -> bool:
    return i < len(words) and words[i].text[:1].isupper()


_FOUND = frozenset(
    """found recovered retrieved lies lay pulled brought flown identified discovered washed wreck wreckage dug
    handed""".split()
)
