"""Phrases that say 'died', 'killed' or 'injured' in other words: 'embraced martyrdom', 'mowed down', 'in surgery'.

Each is read as the one plain word it stands for, so that who died and who killed is found by the grammar of that word.
"""

from __future__ import annotations

from itertools import product

from monitor.events.tolls.numbers import Token

#: killed or died, but only of those who are called people: 'wiped out nine rebels', not 'wiped out two villages'
OF_PEOPLE = "felled"
#: hurt, as far as being cared for says so
TENDED = "tended"

#: the plain word -> phrases; words in a phrase are alternatives where they are parted by a stroke, '?' leaves them out
_PHRASES = {
    "died": """
        embraced|embrace|embraces|attained|attain|attains|achieved|embracing|attaining martyrdom
        met|meet|meets|found|find their|his|her|its|? death|deaths|end|fate
        met|meet with death
        paid|pay|pays with their|his|her life|lives
        laid|lay|gave|given|giving down|? their|his|her life|lives
        made|paid the ultimate|supreme sacrifice|price
        did|does|do not survive
        didn't|didn’t survive
        did not make it out|? alive|?
        didn't|didn’t make it out|? alive|?
        could|can not be saved|revived
        couldn't|couldn’t be saved|revived
        cannot be saved|revived
        breathed his|her|their last
        passed away
        did|does not come out|back|home alive
        didn't|didn’t come out|back|home alive
        never came out|back|home alive
    """,
    "killed": """
        sent|dispatched|despatched to hell
        burned|burnt alive
        done to death
        beaten|clubbed|bludgeoned to death
    """,
    OF_PEOPLE: """
        put|puts|putting out of action
        wiped|wipes|wiping out
        mowed|mows|mown|mowing down
        cut|cuts|cutting down
        blown up|apart
        blown to pieces|bits
    """,
    TENDED: """
        in|under intensive|critical care
        in a|? critical|serious|grave|stable|moderate|fair|life-threatening but|? stable|? condition
        in surgery
        critical|serious but stable
        critically|gravely|seriously ill
        fighting|fight|battling for their|his|her life|lives
        grazed by bullets|bullet|shrapnel|gunfire
        grazed by a bullet
        diagnosed with traumatic|? brain|concussion|concussions injury|injuries|?
        given|receiving|received first|medical aid|treatment|attention|care
        required|require|needed|need|needing for|? first|medical|hospital aid|help|assistance|attention|treatment|care
        sought|seeking|asked|received|receive for|? first|medical|hospital aid|help|assistance|attention|treatment|care
        required|require|requiring|needed|need|needing treatment|hospitalisation|hospitalization
        sought|seeking|received|receive treatment
        suffered|sustained|suffering|sustaining|suffer a|an|? concussion|concussions|contusions|bruises|fractures|shock
    """,
}


def _table() -> dict[str, dict[tuple[str, ...], str]]:
    """First word -> the rest of a phrase -> the plain word."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for plain, phrases in _PHRASES.items():
        for phrase in phrases.strip().splitlines():
            for choice in product(*(slot.split("|") for slot in phrase.split())):
                first, *rest = (word for word in choice if word != "?")
                found.setdefault(first, {})[tuple(rest)] = plain
    return found


_TABLE = _table()
_SIZES = {first: sorted({len(rest) for rest in phrases}, reverse=True) for first, phrases in _TABLE.items()}
FIRST = frozenset(_TABLE)


def plainly(words: list[Token]) -> list[Token]:
    """The tokens with each phrase made one: its text and place are those of the phrase, its word is the plain one."""
    found: list[Token] = []
    i = 0
    while i < len(words):
        word = words[i]
        i += 1
        for size in _SIZES.get(word.low, ()):
            rest = tuple(w.low for w in words[i : i + size])
            plain = _TABLE[word.low].get(rest)
            if plain is not None and len(rest) == size:
                end = words[i + size - 1].end
                word = Token(word.text, plain, word.start, end)
                i += size
                break
        found.append(word)
    return found
