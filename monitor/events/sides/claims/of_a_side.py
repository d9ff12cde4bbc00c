"""What one side says of an act in one sentence: that it took responsibility, or that its own forces did it.

The words of responsibility are those of `responsibility.py`, what tells of the speaker's own act is in `own_deed.py`,
and what stands before the speaker's name in `claimed_by.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.avowals import ANOTHER_SPEAKS, an_army_did, avowed, not_ours, others_act
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.claimed_by import (
    ACCORDING,
    MEDIA,
    according_to,
    claimed_by,
    is_said_by,
    said_by,
    told_by,
)
from monitor.events.sides.claims.own_deed import (
    ITS_DOING,
    ORDERS,
    did_it,
    in_passing,
    its_own_before,
    own_deed,
    tells_of_it,
)
from monitor.events.sides.claims.responsibility import took
from monitor.events.sides.named import SPEAKS, SUFFERED, Named


def claim_of(document: str, sentence: Sentence, side: Named, here: Sequence[Named], taking: bool) -> Claim | None:
    """What a side says of an act in a sentence; `taking` tells that words of responsibility stand in it."""
    lead = document[max(sentence.start, side.start - 90) : side.start]
    if claim := claimed_by(document, sentence, side, lead):
        return claim
    if "according" in side.before and ACCORDING.search(lead):
        return according_to(document, sentence, side)
    if side.by and (claim := told_by(document, side, lead)):
        return claim
    if side.party.kind == "state":
        if is_said_by(document, side, lead):
            return said_by(document, sentence, side)
        if ORDERS.match(document, side.stretch):
            return Claim(side, side.start, side.stretch + 20, False, own=True)
    return _spoken(document, sentence, side, here, taking) if _is_subject(side) else None


_OBJECTS = frozenset(
    """with by to against on for from backed linked aligned tied led supporting backing accusing blaming blamed accused
    support denied denies rejected rejects dismissed dismisses disputed disputes refuted refutes despite""".split()
)
_RELATIVE = (("that",), ("which",), ("who",))
_WHO = frozenset({"who", "that", "which"})
_OFFICE = frozenset(
    """spokesman spokesperson spokeswoman leader head chief statement military army fighters ministry members hackers
    forces government commander minister rebels guards president video footage message
    email letter note communique recording official officer source""".split()
)


def _is_subject(side: Named) -> bool:
    """Whether a side may be the one that speaks: no 'hackers who side with Russia say', no 'after what Kyiv said'."""
    before = side.before
    if not side.agent or side.weapon or before[-1:] == ("what",) or before[-2:-1] in _RELATIVE:
        return False
    if not _WHO.isdisjoint(before[-5:-1]) and not _OBJECTS.isdisjoint(before[-2:]):
        return False  # 'a group that fights Myanmar's military says'
    return _OBJECTS.isdisjoint(before[-2:]) or not _OFFICE.isdisjoint(before)


#: 'the Ethiopian government's communication service said'
_ITS_OFFICE = pattern(
    r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?:service|office|bureau|spokes\w+|press\s+cent(?:re|er)|statement|ministry|department|directorate|communiqu\w+)\b"
)
#: of a state a mistake, as a rule: 'Iran admits its missiles hit the airliner'
_ADMITS = pattern(r"\badmits?\b", ignore_case=True)
#: 'KIA: helicopter was shot down by us', 'Israel: Shukr eliminated in Beirut'
_HEADED = pattern(r"(?:\s+(?:statement|spokes\w+|message|communiqu\w+|video))?\s*:\s")
_OF_US = pattern(r"\b(?:by\s+us|we|our|ours)\b|\b(?:eliminated|neutrali[sz]ed|liquidated)\b", ignore_case=True)


def _spoken(document: str, sentence: Sentence, side: Named, here: Sequence[Named], taking: bool) -> Claim | None:
    """The claim that the words behind a side's name make: 'Hamas claimed', 'Israel: ...', 'the Ethiopian army said'."""
    tail = document[side.stretch : min(sentence.end, side.stretch + 320)]
    if MEDIA.search(document[side.end : side.stretch] + tail[:14]):
        return None
    office = _ITS_OFFICE.match(tail) if side.forces and side.party.kind == "state" else None
    stretch = side.stretch + (office.end() if office else 0)
    tail = tail[stretch - side.stretch :]
    taken = took(tail) if taking else None
    if taken is not None and not (side.party.kind == "state" and _ADMITS.search(tail[:taken])):
        return Claim(side, side.start, stretch + taken, True)
    if sentence.is_title and (headed := _HEADED.match(tail)) is not None:
        return _headed(side, tail, stretch + headed.end())
    spoke = SPEAKS.match(tail)
    if spoke is None or ANOTHER_SPEAKS.match(tail):
        return None
    return _said(document, sentence, side, here, spoke, stretch + spoke.end("verb"))


def _headed(side: Named, tail: str, end: int) -> Claim | None:
    """The claim of whom a headline opens with: 'KIA: helicopter was shot down by us', 'Trump: US strike sinks boat'."""
    ours = _OF_US.search(tail) is not None and not not_ours(tail)
    person = side.alias.spelling != side.party.name and not (side.alias.demonym or side.alias.capital)
    told = ours or (person and side.party.kind == "state" and tells_of_it(tail))
    return Claim(side, side.start, end, False, own=ours) if told else None


_DISOWNS = pattern(
    r"\s+(?:that\s+)?(?:he|she|it|they)\s+(?:\w+\s+){0,2}?(?:no|not|nothing|never|neither)\b", ignore_case=True
)


#: 'Chad says nine soldiers killed': a state tells of its own dead; another's have a name before them
_ITS_DEAD = pattern(
    r"\s+(?:that\s+)?(?:[a-z\d,-]+\s+){0,4}?(?:guards?|soldiers?|troops|police(?:m[ae]n)?|peacekeepers?|servicem[ae]n|sailors?|marines?)\s+"
    r"(?:(?:was|were|ha(?:ve|d)\s+been|is|are)\s+)?(?:killed|shot\s+dead|wounded|dead|hurt|injured|die[sd]?|missing)\b"
)


def _said(
    document: str, sentence: Sentence, side: Named, here: Sequence[Named], spoke: re.Match[str], at: int
) -> Claim | None:
    """The claim of a side that says something, its verb of speech ending at `at`: of its own deed, or only of it."""
    verb, rest = spoke.group("verb").lower(), spoke.string[spoke.end("verb") :]
    own = own_deed(rest)
    if own:
        explicit = "behind" in own.group() or "responsib" in own.group()
        its = own.group("self") is not None or verb.startswith("announce")  # 'announced airstrikes on'
        return Claim(side, side.start, at + own.end(), explicit, its)
    if (
        ITS_DOING.search(rest[:160])
        or in_passing(side, here, rest, at)
        or did_it(document, side.party.name, side.start, here)
        or its_own_before(side, document[sentence.start : side.start])
    ):
        return Claim(side, side.start, at, False, own=True)
    if side.party.kind == "group" and an_army_did(rest if rest.strip(" .,") else document[sentence.start : side.start]):
        return None
    if not rest.strip(" .,") and others_act(document, side, sentence.start, side.start, here):
        return None
    if side.party.kind == "state" and _ITS_DEAD.match(rest):
        return None
    if _DISOWNS.match(rest) or _lost(document, sentence, side, here):
        return None
    return Claim(side, side.start, at, False) if tells_of_it(sentence.text) and verb != "told" else None


def _lost(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> bool:
    """True where the side that speaks tells of its own dead: 'Three US soldiers were killed, the command said'."""
    return any(
        SUFFERED.match(document[other.stretch : min(sentence.end, other.stretch + 60)])
        for other in here
        if other.start < side.start and other.party.name == side.party.name and other.forces
    )


def avowal(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> Claim | None:
    """The claim of a side that speaks of the act as its own; a state's own word is told by `OWN` alone."""
    avowal = avowed(document, sentence, side, here)
    if avowal is None:
        return None
    armed = side.party.kind in ("group", "forces")
    return Claim(side, side.start, avowal.end, avowal.taken, own=armed and avowal.ours, voiced=armed)
