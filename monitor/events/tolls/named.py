"""Those who are told by name and by no number: 'Havildar Negi and Sepoy Konyak died where they stood'."""

from __future__ import annotations

from monitor.events.tolls.harm_words import AUX
from monitor.events.tolls.nouns import MONTH_WORDS, PEOPLE, is_people
from monitor.events.tolls.numbers import NUMBERS, Token

_PARTICLES = frozenset("al bin ibn de la el ul von van der da dos - . '".split())
_RANKS = frozenset(
    """constable sgt sergeant havildar sepoy naik captain capt maj major col colonel lt lieutenant gen general brigadier
    brig private pfc pvt corporal cpl inspector officer commander jawan trooper rifleman sapper mayor judge imam sheikh
    father dr mr mrs ms gunner lance adjutant warrant marshal""".split()
)
#: so far back the names of a sentence are looked for
_REACH = 22


def named(words: list[Token], i: int) -> int:
    """How many are named before the verb at i: full names joined by 'and', or one with a rank; 0 where none is."""
    j = i - 1
    while j >= 0 and words[j].low in AUX:
        j -= 1
    names: list[list[str]] = [[]]
    joined = False
    floor = max(-1, j - _REACH)
    while j > floor:
        word = words[j]
        if word.low in ("and", ","):
            if names[0]:
                joined = joined or word.low == "and"
                names.insert(0, [])
        elif word.low == ")" or (word.low.isdecimal() and j and words[j - 1].low in (",", "(")):
            opens = next((k for k in range(j, max(floor, j - 4), -1) if words[k].low in ("(", ",")), j)
            j = opens
        elif word.text[:1].isupper() or (word.low in _PARTICLES and names[0]):
            names[0].append(word.low)
        else:
            break
        j -= 1
    names = [name for name in names if name]
    if not names or any(_are_many(name) for name in names):
        return 0
    full = [sum(w not in _PARTICLES for w in name) >= 2 for name in names]
    if len(names) > 1:
        return len(names) if joined and all(full) else 0
    return int(full[0] and not _RANKS.isdisjoint(names[0]))


def _are_many(name: list[str]) -> bool:
    """'Two Indians', 'Security Forces': people without a name."""
    return any(
        word in NUMBERS or word in MONTH_WORDS or (is_people(word) and word not in PEOPLE) or word in _BODIES
        for word in name
    )


_BODIES = frozenset(
    "forces troops army police people militants fighters brigades jihad hezbollah hamas taliban".split()
)
