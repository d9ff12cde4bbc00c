"""Every spelling of the sides in the tables of states, groups and speakers, each with the side it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from monitor.events.sides.groups import GROUPS
from monitor.events.sides.shared import NO_SIDES, SHARED
from monitor.events.sides.speakers import SPEAKERS
from monitor.events.sides.states import STATES
from monitor.types import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """One spelling of a side. A demonym alone ('Israeli') needs forces, a weapon or an act beside it."""

    spelling: str
    party: Party
    demonym: bool = False
    person: bool = False  #: who speaks for the side: 'Sebby Sambom'
    capital: bool = False  #: 'Moscow': the government where it acts or speaks, a town elsewhere


#: adjectives and spellings for which the table's alias would be a common word or another thing
_AMBIGUOUS = frozenset({"BRP", "AA rebels"})


#: armies that obey no government, or not that of their country
_OWN_MASTERS = frozenset({"Libyan National Army", "Kurdistan Region", "Jubaland", "Puntland", "Sudanese Armed Forces"})
#: kinds of sides with an army that speaks for them
STATELY = frozenset({"state", "forces", "coalition"})
#: what an unnamed client of Iran is called
_PROXIES = (
    *("militia", "militias", "militia groups", "militants", "groups", "group", "factions", "fighters", "armed groups"),
    *("armed factions", "forces"),
)


def rows(table: str) -> list[list[str]]:
    """The columns of a table's lines; an indented line goes on with the one before."""
    joined = table.strip().replace("\n    ", " ")
    return [[part.strip() for part in line.split("|")] for line in joined.splitlines()]


@lru_cache(maxsize=1)
def aliases() -> dict[str, Alias]:
    """Every spelling of the tables, longest first; the first line that lists a spelling owns it."""
    table: dict[str, Alias] = {}

    def add(spelling: str, party: Party, *, demonym: bool = False, capital: bool = False, person: bool = False) -> None:
        spelling = spelling.strip()
        for variant in _variants(spelling):
            if variant not in table and variant not in _AMBIGUOUS:
                table[variant] = Alias(spelling=variant, party=party, demonym=demonym, capital=capital, person=person)

    proxies = Party(name="Iran-backed militias", kind="group")
    for patron in ("Iran", "Iranian", "Tehran"):
        for tie in ("backed", "aligned", "supported", "linked"):
            for noun in _PROXIES:
                add(f"{patron}-{tie} {noun}", proxies)
    for patron in ("pro-Iran", "pro-Iranian", "pro-Tehran", "Pro-Iran", "Pro-Iranian", "Pro-Tehran"):
        for noun in _PROXIES:
            add(f"{patron} {noun}", proxies)
            add(f"{patron} Iraqi {noun}", proxies)
    for name, kind, country, names in rows(GROUPS):
        party = Party(name=name, kind=kind, country=country or None)
        for spelling in (name, *names.split(",")):
            add(spelling, party)
    for name, names in rows(SPEAKERS):
        for spelling in names.split(","):
            add(spelling, table[name].party, person=True)
    for code, name, demonyms, capitals, names in rows(STATES):
        party = Party(name=name, kind="state", country=code)
        for spelling in (name, *names.split(",")):
            add(spelling, party)
        for spelling in demonyms.split(","):
            add(spelling, party, demonym=True)
        for spelling in capitals.split(","):
            add(spelling, party, capital=True)
    return dict(sorted(table.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    return {code: name for code, name, *_ in rows(STATES)}


@lru_cache(maxsize=1)
def _peoples() -> dict[str, Alias]:
    found: dict[str, Alias] = {}
    for code, name, demonyms, *_ in rows(STATES):
        party = Party(name=name, kind="state", country=code)
        found.setdefault(code, Alias(spelling=demonyms.split(",")[0].strip() or name, party=party, demonym=True))
    return found


def state_by_code(code: str) -> Alias | None:
    """A state by the name of its people, 'Indian' of IN; None where the table has none of that code."""
    return _peoples().get(code)


def state_of(party: Party) -> str | None:
    """The state that a body of the table serves, Iran of the IRGC; None of states and of those who serve none."""
    served = party.kind == "forces" and party.name not in _OWN_MASTERS
    return _states().get(party.country or "") if served else None


def camp(party: Party) -> str:
    """A side by one name: a body of a state by that of the state."""
    return state_of(party) or party.name


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {
        name: short
        for name, _, _, names in rows(GROUPS)
        if len(_CAPITALISED.findall(name)) >= _LONG
        and (short := next((each.strip() for each in names.split(",") if _ABBREVIATION.fullmatch(each.strip())), None))
    }


def abbreviation_of(party: Party) -> str | None:
    """What a group of the table is called for short, as BLA; None where it lists nothing."""
    return _abbreviations().get(party.name)


@lru_cache(maxsize=1)
def shared() -> dict[str, tuple[tuple[str, str], ...]]:
    """Spelling -> the signs that tell whose it is, each with that side's name; '' is the side of the table."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for spellings, *signs in rows(SHARED):
        pairs = [[part.strip() for part in sign.split(">")] for sign in signs]
        told = tuple(("" if sign == "*" else sign, side) for sign, side in pairs)
        for spelling in spellings.split(","):
            for variant in _variants(spelling.strip()):
                table[variant] = told
    return table


@lru_cache(maxsize=1)
def others() -> frozenset[str]:
    """Names that hold a side's name and are none of it: 'Washington Post', 'South China Sea'."""
    return frozenset(" ".join(name.split()) for name in NO_SIDES.split(","))


_ABBREVIATION = re.compile(r"[A-Z]{3,6}")
_CAPITALISED = re.compile(r"(?<!\w)[A-Z]")
_LONG = 3  #: words of a name that is mostly told by its letters
_ARTICLE = re.compile(r"(?<![\w'’])[Aa]l[- ](?=[A-Z])")
_HYPHENED = re.compile(r"-(e|i|ul)-(?=[A-Z])")


def _variants(spelling: str) -> list[str]:
    """A spelling and those of other houses: 'al-Shabab' is 'Al Shabab' as well, 'Lashkar-e-Taiba' 'Lashkar-i-Taiba'."""
    if not spelling:
        return []
    found = [spelling]
    if _ARTICLE.search(spelling):
        found += [_ARTICLE.sub(article, spelling) for article in ("al-", "Al-", "al ", "Al ")]
    if joined := _HYPHENED.search(spelling):
        vowels = ("ul",) if joined.group(1) == "ul" else ("e", "i")
        found += [_HYPHENED.sub(form.format(vowel), spelling) for vowel in vowels for form in ("-{}-", " {} ", "-{} ")]
    return list(dict.fromkeys(found))
