"""A state's own word where the text does not name the state: 'Security forces shot dead three militants, police said'.

A country's own press, its police and its army speak of 'the Army', 'own troops', 'the General Staff'. Asked where no
side is read to claim the act: such forces did it, or those whom they hunt died in an encounter, and they or their
office tell of it. The state is the one that is told to act, else the one that the text is set in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.aliases import state_by_code
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.tale import BY_FORCES
from monitor.events.sides.named import Named

#: acts that forces carry out at home, or against who comes over the border
DONE_AT_HOME = BY_FORCES | {"armed_clash", "armed_assault"}
_ORGANS = (
    r"(?:(?:security|armed|government|federal|defen[cs]e|joint|own|state|border|special|air|naval|commando|counter-?terror\w*)\s+forces|"
    r"(?:army|military|government|paramilitary|border|own|federal)\s+(?:troops|soldiers|units?|subunits)|"
    r"(?:the|our|own|its|an?)\s+(?:army|military|air\s+force|navy|coast\s*guard|air\s+defen[cs]es?|police|troops|soldiers|units|subunits|forces|"
    r"border\s+(?:guards?|detail|service)|garrison|air\s+component)|"
    r"(?:police|army|troops|soldiers|commandos|jawans|forces|border\s+guards|coast\s*guards?))"
)
_LAWLESS = (
    r"(?:militants?|terrorists?|maoists?|naxal\w*|naxalites?|insurgents?|rebels?|ultras?|bandits?|khwarij|kharji\w*|khawarij|jihadists?|"
    r"gunmen|extremists?|smugglers?|intruders?|infiltrators?|guerrillas?|cadres?|dacoits|armed\s+individuals|outlaws|separatists)"
)
_FELLED = (
    r"(?:killed|shot\s+dead|gunned\s+down|neutrali[sz]ed|eliminated|liquidated|sent\s+to\s+hell|put\s+out\s+of\s+action|slain|wiped\s+out|"
    r"shot\s+down|brought\s+down|downed|destroyed|bombed|fired\s+on|fatally\s+(?:shot|wounded)|taken\s+out|finished\s+off)"
)
_DEEDS = (
    r"(?:kill(?:ed|s)?|shot\s+(?:dead|down)|shoots?\s+(?:dead|down)|gun(?:ned|s)?\s+down|neutrali[sz]ed?s?|eliminate[ds]?|"
    r"liquidated|engaged\s+(?:the|their)|br(?:ought|ings?)\s+down|down(?:ed|s)|destroy(?:ed|s)?|bomb(?:ed|s)?|str(?:uck|ikes?)|"
    r"repel(?:led|s)?|repulsed|beat\s+back|foiled|wiped\s+out|opened\s+fire|answered\s+with\s+fire|returned\s+fire|used\s+weapons|"
    r"fired\s+(?:on|at|warning)|pounded|raided|ambushed|took\s+out|put\s+down|seize[ds]?|set\s+upon)"
)
#: 'Security forces on Tuesday shot dead three militants'
_ACTIVE = pattern(
    rf"\b(?P<organ>{_ORGANS})(?:\s+(?:on\s+\w+day|have|has|had|also|then|later|on\s+\w+|early|late|this\s+morning|yesterday)){{0,3}}"
    rf"(?:\s+of\s+the\s+[^,;.]{{1,60}}?)?\s+{_DEEDS}\b",
    ignore_case=True,
)
#: 'Seven khwarij were sent to hell by own forces'
_BY = pattern(
    rf"\b{_FELLED}\b[^.;]{{0,40}}?\s(?:by|in\s+a\s+(?:\w+\s+)?(?:gunfight|encounter|clash|gunbattle|shootout|firefight|fight)\s+with)\s+"
    rf"(?:the\s+)?(?P<organ>{_ORGANS}|(?:army|military|police|troops|soldiers)\b)",
    ignore_case=True,
)
#: 'Eight Naxalites were gunned down in a fierce encounter', 'six khwarij were killed'
PREY = pattern(
    rf"\b{_LAWLESS}(?:\s+[\w(),'’-]+){{0,10}}?\s+{_FELLED}\b|\b{_FELLED}\s+(?:\w+\s+){{0,3}}{_LAWLESS}\b|"
    rf"\b{_LAWLESS}\b[^.;]{{0,60}}\b(?:died|fell|dead)\b[^.;]{{0,60}}\b(?:encounter|gunfight|gunbattle|operation|exchange\s+of\s+fire|firefight)\b",
    ignore_case=True,
)
#: ... in a fight, and not by accident
FALLEN = pattern(
    r"\b(?:encounter|gun\s?fight|gun\s?battle|operation|exchange\s+of\s+(?:fire|gunfire)|firefight|shootout|raid|clash\w*|gunned\s+down|shot\s+dead|neutrali[sz]ed|eliminated|wiped\s+out|slain)\b",
    ignore_case=True,
)
#: who tells of it: 'a police official said', 'the statement reads'
_TELLS = pattern(
    r"\b(?:police|army|military|officials?|officer|spokes\w+|ministry|command(?:er)?|statement|communiqu[eé]|general\s+staff|ISPR|forces|troops|"
    r"press\s+release|inspector|superintendent|IGP?|DGP|SSP|SP|colonel|general|brigadier|sources)\b[^.;]{0,60}?\s"
    r"(?:said|says|told|announced|reads?|states?|stated|reported|confirmed|added|wrote|specified|noted|explained|reassures)\b|"
    r"\b(?:said|according\s+to)\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,2}(?:police|army|military|officials?|spokes\w+|ministry|officer)\b",
    ignore_case=True,
)
#: a release of the force itself: 'own troops engaged their hideout', 'flew over our positions'
_RELEASE = pattern(
    r"\b(?:[Oo]wn|[Oo]ur)\s+(?:(?:air|ground|armed|security|territorial|border|combat|forward|naval)\s+)?"
    r"(?:troops|forces|positions|units|army|military|personnel|trenches|airspace|soldiers|air\s+defen[cs]es?|navy|subunits|border)\b"
)
_QUOTED = pattern(r"[\"“”]")
_ELSE = pattern(
    r"\b(?:den(?:y|ies|ied)|accus\w+|blam\w+|alleg\w+|unprovoked|massacre\w*|protest\w*|demonstrat\w*|ambush\w*|suicide|stormed|overr[au]n|"
    r"attacked|unknown|civilians)\b",
    ignore_case=True,
)
#: one of which stands in every such text
_OURS = (" our ", "our ", "own ")
_HUNTED = (
    *(
        "militant",
        "terrorist",
        "maoist",
        "naxal",
        "insurgent",
        "rebel",
        "ultras",
        "bandit",
        "khwarij",
        "kharji",
        "khawarij",
    ),
    *(
        "jihadist",
        "gunm",
        "extremist",
        "smuggler",
        "intruder",
        "infiltrator",
        "guerrilla",
        "cadre",
        "dacoit",
        "armed ind",
    ),
    *("outlaw", "separatist"),
)
#: so many of the sentences that tell of an act are looked at for who tells of it
_FRONT = 7
_LEAD = 2  #: ... and for who did it


def at_home(
    document: str,
    sentences: Sequence[Sentence],
    home: int,
    actors: Sequence[Named],
    named: Sequence[Named],
    codes: Callable[[], Sequence[str]],
) -> Claim | None:
    """The claim of forces that are named without their state, which is told to act or is the first of `codes`."""
    front = document[: sentences[min(_FRONT, len(sentences)) - 1].end].lower()
    if not any(word in front for word in (_OURS if actors else _HUNTED)):
        return None
    told = dict.fromkeys((home, *range(min(_LEAD + 1, len(sentences)))))
    if actors:
        return _released(sentences[:_FRONT], actors[0])
    if not any(_TELLS.search(sentence.text) or _RELEASE.search(sentence.text) for sentence in sentences[:_FRONT]):
        return None
    for sentence in map(sentences.__getitem__, told):
        if PREY.search(sentence.text) is None or _ELSE.search(sentence.text):
            continue
        found = _ACTIVE.search(sentence.text) or _BY.search(sentence.text)
        if found is None:
            continue
        start, end = sentence.start + found.start("organ"), sentence.start + found.end("organ")
        if any(side.start <= start < side.stretch for side in named):
            continue
        alias = state_by_code(next(iter(codes()), ""))
        if alias is None:
            return None
        side = Named(start, end, end, sentence.index, alias.party, alias, document[start:end], "", False, False, ())
        return Claim(side, start, end, False, own=True)
    return None


def _released(front: Sequence[Sentence], doer: Named) -> Claim | None:
    """The claim of a state's forces in their own words: 'the helicopter flew at our positions and was shot down'."""
    if doer.party.kind not in ("state", "forces") or doer.weapon:
        return None
    for sentence in front:
        found = _RELEASE.search(sentence.text)
        if found is not None and _QUOTED.search(sentence.text) is None:
            at = sentence.start + found.start()
            return Claim(doer, at, at + len(found.group()), False, own=True)
    return None
