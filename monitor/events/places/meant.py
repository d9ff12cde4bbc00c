"""Words that mean one place by what the text is about, 'the Gulf', 'in the south of the capital'; and names of towns
that mean none: 'the Cheonan sank'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.places.around import Around
from monitor.events.places.gazetteer import Entry, fold

GULF = fold("the Gulf")
#: words behind 'the Gulf' that make another name of it
_OF_GULFS = frozenset("of states state countries country coast monarchies kingdoms kingdom nations allies war".split())
_OTHER_GULF = re.compile(r"\bGulf of (?!Oman|Aden)[A-Z]|\bGulf (?:Coast|Cartel)\b")

CAPITAL = frozenset(("capital", "capital's", "capital’s"))
#: words behind 'the capital' with which it is money, a crime or that of what is named
_NO_CAPITAL = frozenset(
    """of market markets gains gain flight controls control punishment adequacy requirement requirements
    expenditure spending investment increase injection cost costs letter letters city's crime offence case
    base stock structure ratio account budget murder""".split()
)
_NAMES_IT = frozenset((" ", ", ", " (", " – ", " — "))
_WHOSE = frozenset("the country's nation's country’s nation’s kingdom's republic's kingdom’s republic’s".split())


#: what a land counts by a name of its ground and by that of its people, who may be anywhere
_NAMED = 1.0
_OF_A_PEOPLE = 0.5
#: so many times as much as of any other is told of the land whose capital is meant, unless it was told last
_CLEARLY = 1.5


class Lands:
    """How much a text has told of each land so far."""

    __slots__ = ("_last", "_told")

    def __init__(self) -> None:
        self._told: dict[str, float] = {}
        self._last = ""

    def tell(self, code: str, *, named: bool) -> None:
        """Counts a name of a land's ground, or of its people or groups."""
        self._told[code] = self._told.get(code, 0.0) + (_NAMED if named else _OF_A_PEOPLE)
        self._last = code

    def meant(self) -> str | None:
        """The land whose capital 'the capital' is: of which most is told; None where that is open. A French embassy
        attacked in the capital, in a text on Niger, is in Niamey."""
        if not self._told:
            return None
        most = max(self._told, key=self._told.__getitem__)
        other = max((worth for code, worth in self._told.items() if code != most), default=0.0)
        if self._told[most] >= _CLEARLY * other or (most == self._last and self._told[most] > other):
            return most
        return None


def means_the_gulf(document: str, texts: Sequence[str], gaps: Sequence[str], at: int) -> bool:
    """'in the Gulf': the Persian one, unless the text names another; not the Gulf states, the Gulf of Mexico."""
    last = at + 1 == len(texts)
    after = "" if last else texts[at + 1]
    alone = last or gaps[at] != " " or (after.islower() and after not in _OF_GULFS)
    return alone and at > 0 and texts[at - 1].lower() == "the" and _OTHER_GULF.search(document) is None


def means_a_seat(texts: Sequence[str], gaps: Sequence[str], at: int) -> bool:
    """Whether 'the capital' is a town whose name is left out: not 'the capital, Bamako', 'the capital of Mali', nor
    money."""
    if not at or texts[at - 1].lower() not in _WHOSE or gaps[at - 1] != " ":
        return False
    if at + 1 == len(texts):
        return True
    after, gap = texts[at + 1], gaps[at]
    if after == "city" and at + 2 < len(texts):
        after, gap = texts[at + 2], gaps[at + 1]
    if gap == " " and after in _NO_CAPITAL:
        return False
    return not (after[:1].isupper() and gap in _NAMES_IT)


_TOWNS = frozenset({"town", "district"})
#: what a name that ends its phrase may go on with
_GOES_ON = frozenset(
    """was were is has had on in off by to said with as at after from when while sank sailed came would will which who
    that itself near ran lost""".split()
)


def means_a_ship(entries: Sequence[Entry], around: Around, with_article: bool) -> bool:
    """'the Cheonan sank', 'on the bank of the Dnipro': with an article and no noun behind it the name of a town is that
    of a ship, a river or a house; and 'Dnipro river' is one in any case."""
    if any(e.kind not in _TOWNS or (not e.by_hand and "-" in e.key) for e in entries):
        return False  # what our own lists name may be a hall: 'in the Bataclan'
    after, following = around.after, around.following
    if following[:1] == ["river"] and after[:1] == " ":
        return True
    if not with_article:
        return False
    if not following or after[:1] not in " ,":
        return True
    if after[:1] == ",":
        return after[2:3].islower()  # not 'the Montreal, Maine and Atlantic Railway'
    return following[0] in _GOES_ON
