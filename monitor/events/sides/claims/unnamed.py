"""Claims of speakers without a name: 'the group', 'its spokesman', 'the ministry', each the last such side named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.branches import BRANCHES
from monitor.events.sides.claims.avowals import ANOTHER_SPEAKS, OURS, an_army_did, not_ours, others_act
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.own_deed import ABOUT_ACT, ITS_DOING, did_it, own_deed
from monitor.events.sides.claims.responsibility import OTHER_ATTACKS, TOOK, TOOK_AFTER
from monitor.events.sides.named import SPEAKS, SPEECH, Named

#: speakers without a name: 'the group said', 'its spokesman', 'the ministry'
_GENERIC = pattern(
    r"\b(?P<who>(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa])\s+(?:(?:radical|armed|militant|rebel|terror|terrorist|extremist|powerful|banned|outlawed|Islamic|Sunni|Shiite|Kurdish|Islamist|"
    r"hacking|elite|jihadist|insurgent|paramilitary|same|militia|separatist|pro-[A-Z]\w+|[A-Z][a-z]+(?:-\w+)?)\s+){0,2}"
    r"(?:[Gg]roup|[Mm]ovement|[Ff]ront|militia|rebels|organi[sz]ation|network|faction|guards?|insurgents|hackers|jihadists|extremists|militants|fighters|Islamists|separatists|guerrillas|outfit|gang|cartel|brigades?|front|force|coalition|alliance)"
    r"(?:['’]s(?:\s+(?:chief|leader|commander|boss|head))?)?(?:\s+in\s+[A-Z]\w+)?"
    r"|[Tt]he\s+(?:rebel|militia|group)\s+leadership|[Ii]ts\s+(?:military\s+)?spokes\w+|"
    r"[Tt]heir\s+(?:military\s+)?spokes\w+|(?:[Ii]ts|[Tt]heir)\s+(?:chief|leader|commander|boss|head)|"
    r"[Hh]ackers(?:\s+who\s[^,;.]{1,40}?)?|[Aa]\s+source\s+(?:in|at|within|with)\s+the\s+(?:service|agency|group|movement))"
    rf"(?:\s*,[^,;.]{{1,140}},)?(?:\s+(?:[A-Z][\w.'’-]*|spokes\w+|military|statement|television|TV|channels?|agency|radio|media|wing|arm|office|website|news)){{0,5}}\s*(?:has|have|had|"
    rf"also|later|now)?\s*(?P<verb>{TOOK}|{SPEECH}|released)",
)
_ORGAN = pattern(
    r"\b(?:[Tt]he\s+|[Aa]rmy\s+|[Mm]ilitary\s+)?(?P<who>(?:[Aa]rmy|[Mm]ilitary)\s+statement|(?:[Dd]efen[cs]e|[Ff]oreign|[Ii]nterior|"
    r"National\s+Defen[cs]e)?\s*(?:[Gg]eneral\s+[Ss]taff|military|army|air\s+force|navy|[Cc]ommand|[Mm]inistry(?:\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?|"
    r"[Mm]inister|[Ff]oreign\s+[Ss]ecretary|[Dd]efen[cs]e\s+[Ss]ecretary|[Ss]ecretary\s+of\s+[Dd]efen[cs]e|"
    r"[Aa]rmed\s+[Ff]orces|[Gg]overnment|[Pp]resident|[Pp]rime\s+[Mm]inister|[Mm]ilitary\s+spokes\w+|[Aa]rmy\s+spokes\w+))"
    rf"(?:\s+[A-Z][\w.'’-]*){{0,5}}(?:\s*,[^,;.]{{1,80}},)?\s*(?:has|have|had|also|"
    rf"later)?\s*,?\s*(?P<verb>{SPEECH}|gave|put)\b"
)
#: 'The Guards have seized a vessel, they said', 'It said its fighters had set off the bomb'
_PRONOUN = pattern(
    rf"[,”\"’]\s+(?:it|they)\s+(?:later\s+|also\s+)?(?P<after>{SPEECH})\b|"
    rf"(?:^|\n|[.!?”\"]\s+)(?:It|They)\s+(?:later\s+|also\s+|has\s+|have\s+)?(?P<first>{TOOK}|{SPEECH})\b"
)
_MANY = pattern(r"(?:s|Taliban|troops|forces|police|military)$", ignore_case=True)
#: 'Iran's ministry', 'the Houthi-run health ministry': of another, or of those who count the dead
_POSSESSED = pattern(
    r"['’]s?\s+(?:\w+\s+)?$|\bhealth\s*$|-(?:run|led|held|controlled)\s*$|\b(?:in|of)\s+$|"
    r"\b[A-Z][a-z]+(?:ian|ean|ese|ish|an|i)\s*$"
)
_ITS_WORK = pattern(
    r"(?:\s+on\s+\w+)?\s+(?:that\s+)?(?:the|this|its)\s+(?:\w+\s+)?(?:raids?|operations?|actions?|missions?|"
    r"strikes?|attacks?)\b"
)
#: an organ that speaks of what its own men do, as against a ministry of health
_ARMED = pattern(r"\b(?:army|military|air\s+force|navy|command|armed\s+forces|coast\s?guard)\b", ignore_case=True)
_AGAINST = frozenset("with by against at from".split())
_NAVIES = frozenset("navy army military coastguard guard".split())
_RESULTS = pattern(
    r"\btargets?\s+(?:were|was|had\s+been|have\s+been)?\s*(?:hit|destroyed|struck)\b|"
    r"\bmilitants?\s+(?:were\s+)?(?:killed|neutrali)",
    ignore_case=True,
)


_SPAN = 200  #: characters behind a name in which it is told to speak
#: 'The Emergency Lawyers group'
_BY_NAME = pattern(r"[Tt]he\s+[A-Z][a-z]+\s+[A-Z][a-z]+\s+[a-z]")
#: 'the government was at war with its own people'
_ITS_OWN_STATE = pattern(r"\bthe\s+(?:government|army|military|regime|junta|state)\s+(?:was|were|is|had|has)\b")


def unnamed(document: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> dict[int, list[Claim]]:
    """Claims of 'the group', 'its spokesman', 'the ministry': the last side of that kind that was named."""
    found: dict[int, list[Claim]] = {}
    for phrase, kinds in ((_GENERIC, ("group", "forces")), (_ORGAN, ("state",))):
        seen: set[int] = set()
        for match in phrase.finditer(document):
            at, end = match.span()
            index = index_of(sentences, at)
            if index in seen or end > sentences[index].end:
                continue
            seen.add(index)
            allied = "coalition" in match.group("who") or "alliance" in match.group("who")
            wanted = ("coalition",) if allied else kinds
            if "spokes" in match.group("who") and kinds != ("state",):
                wanted = (*kinds, "coalition")
            claim = _of_unnamed(document, sentences[index], named, match, wanted)
            if claim is not None:
                found.setdefault(index, []).append(claim)
    for match in _PRONOUN.finditer(document):
        index = index_of(sentences, match.end() - 1)
        claim = _of_pronoun(document, sentences[index], named, match)
        if claim is not None:
            found.setdefault(index, []).append(claim)
    return found


def _of_pronoun(document: str, sentence: Sentence, named: Sequence[Named], match: re.Match[str]) -> Claim | None:
    """The claim of 'it' or 'they': the doer of the sentence, or the armed group that the sentence before speaks of."""
    at, end = match.span()
    if match.group("after") is not None:
        doers = [side for side in named if side.sentence == sentence.index and side.agent and side.start < at]
        if not doers or not (doers[0].party.kind in ("group", "forces") or _armed_organ(doers[0])):
            return None
        if bool(_MANY.search(document[doers[0].start : doers[0].stretch])) != ("they" in match.group()):
            return None
        done = did_it(document, doers[0].party.name, -1, doers[:1])
        return Claim(doers[0], doers[0].start, end, False, own=True) if done else None
    before = [side for side in named if side.sentence == sentence.index - 1 and not side.place and not side.weapon]
    if not before or before[0].party.kind not in ("group", "forces") or not before[0].agent:
        return None
    rest = document[end : sentence.end]
    own = own_deed(rest)
    explicit = TOOK_AFTER.match(match.group("first")) is not None and not re.fullmatch(SPEECH, match.group("first"))
    if explicit and OTHER_ATTACKS.search(rest):
        return None
    if explicit or (own is not None and own.group("self")) or ITS_DOING.search(rest[:160]):
        return Claim(before[0], at, end, explicit, own=True)
    return None


def _armed_organ(side: Named) -> bool:
    """Whether a state is named by what fights for it: 'Indonesia's navy', 'the Navy of Sri Lanka'."""
    if side.party.kind != "state" or not _AGAINST.isdisjoint(side.before[-2:]):
        return False
    return _ARMED.search(side.forces) is not None or not _NAVIES.isdisjoint(side.before[-3:])


def _of_unnamed(
    document: str, sentence: Sentence, named: Sequence[Named], match: re.Match[str], kinds: tuple[str, ...]
) -> Claim | None:
    at, end = match.span()
    here = [side for side in named if side.sentence == sentence.index]
    if any(side.start <= at + 4 and at < side.stretch for side in here):
        return None
    if ANOTHER_SPEAKS.match(document, match.end("who")) or _BY_NAME.match(match.group("who")):
        return None
    inside = [side for side in here if at <= side.start < match.end("who")]
    if kinds == ("state",) and (inside or _POSSESSED.search(document[max(sentence.start, at - 20) : at])):
        return None
    home = next((side.party.country for side in inside if side.place), None)
    inside = [side for side in inside if _of_kind(side, kinds)] or [
        side
        for side in here
        if match.end("who") <= side.start < match.start("verb")
        and _of_kind(side, kinds)
        and _SIGNS.search(document[max(at, side.start - 40) : side.start])
    ]
    side = inside[0] if inside else _referent(named, sentence.index, at, kinds, match.group("who"))
    if side is None or (home and side.party.country != home):
        return None  # 'the group in Pakistan'
    if kinds == ("state",) and not inside and _anothers(document, named, side, match.group("who"), at):
        return None
    rest = document[end : sentence.end]
    verb = match.group("verb")
    explicit = TOOK_AFTER.match(verb) is not None and not re.fullmatch(SPEECH, verb)
    if explicit and OTHER_ATTACKS.search(rest):
        return None
    own = own_deed(rest)
    if ITS_DOING.search(rest[:160]):
        return Claim(side, at, end, True, own=True)
    alone = kinds == ("state",) and _alone(named, side, at)
    if kinds != ("state",) and own is None and not explicit and _its_men(rest):
        return Claim(side, at, end, False, own=True)
    own_act = alone and did_it(document, side.party.name, at, here)
    if not explicit and own is None and not own_act:
        if kinds != ("state",) and (an_army_did(rest) or others_act(document, side, end, sentence.end, here)):
            return None
        about = (
            _ITS_WORK.match(rest)
            or _RESULTS.search(sentence.text)
            or (
                alone
                and _ARMED.search(match.group())
                and ABOUT_ACT.search(sentence.text)
                and _acted(document, named, side.party.name, at)
            )
            if kinds == ("state",)
            else ABOUT_ACT.search(sentence.text)
        )
        if not about:
            return None
    return Claim(side, at, end, explicit, own_act or (own is not None and bool(own.group("self"))))


def _anothers(document: str, named: Sequence[Named], side: Named, who: str, at: int) -> bool:
    """Whether 'the ministry' is that of another state than `side`: one that has spoken before, and this one has not;
    of both the one whose ministry was named last."""
    noun = who.split()[-1].lower()
    before = [n for n in named if n.start < at and n.party.kind in STATELY and not n.weapon]
    called = [n for n in before if noun in n.forces.lower()]
    spoke = called[-1:] or [n for n in before if n.agent and SPEAKS.match(document, n.stretch, n.stretch + _SPAN)]
    mine = camp(side.party)
    return bool(spoke) and all(camp(n.party) != mine for n in spoke)


def _its_men(rest: str) -> bool:
    """Do the words behind tell what the group's men did: 'a patrol came by; then its fighters set off a charge'?"""
    ours = OURS.search(rest[:170])
    return ours is not None and _ITS_OWN_STATE.search(rest[: ours.start()]) is None and not not_ours(rest[:200])


def _acted(document: str, named: Sequence[Named], name: str, at: int) -> bool:
    """Has the side been told of before as the one who acts: 'Israeli aircraft attacked ... The army said'?"""
    before = [side for side in named if side.start < at and side.party.name == name]
    return any(side.by or side.weapon for side in before) or did_it(document, name, at, before)


def _alone(named: Sequence[Named], side: Named, at: int) -> bool:
    """No other state acts or speaks before: 'the army' can be this one's only."""
    return not any(
        other.start < at and other.agent and other.party.kind == "state" and other.party.name != side.party.name
        for other in named
    )


def _of_kind(side: Named, kinds: tuple[str, ...]) -> bool:
    """Whether a side is of these kinds; the Taliban are a group as well, and were for long nothing else."""
    return side.party.kind in kinds or ("group" in kinds and side.alias.spelling == "Taliban")


#: 'the group, which signs as "The Islamic Resistance in Iraq", said'
_SIGNS = pattern(
    r"\b(?:signs?|signed|signing|call(?:s|ed|ing)|nam(?:es|ed|ing)|styl(?:es|ed|ing)|known|goes)\b[^,.;]{0,16}[\"“‘']?\s*(?:[Tt]he\s+)?[\"“‘']?$"
)
#: by what those are called whom nobody knows
_ANYBODY = frozenset({"gunmen", "militias", "protesters", "hackers"})
#: what may be an army as well
_FORCE = pattern(
    r"\b(?:force|guards?|brigades?|front|coalition|alliance|spokes\w+|chief|leader|commander|boss|head)\b",
    ignore_case=True,
)


def _referent(named: Sequence[Named], index: int, at: int, kinds: tuple[str, ...], who: str) -> Named | None:
    """The side a nameless organ belongs to: the subject of its own sentence, else the subject of the nearest before."""
    names = {side.party.name for side in named if _of_kind(side, kinds)} - _ANYBODY
    names -= {BRANCHES.get(name, "") for name in names}
    sole = len(names) == 1 and kinds != ("state",)
    for back in range(index, -1 if sole else max(-1, index - 5), -1):
        here = [s for s in named if s.sentence == back and _of_kind(s, kinds) and not s.place and s.start < at]
        here = [s for s in here if not sole or s.party.name in names]
        if kinds == ("state",):
            here = [s for s in here if s.agent or s.weapon]
        if here:
            return here[0] if kinds == ("state",) else here[-1]
    if sole and not _FORCE.search(who):  # 'Hackers say it was their work', and only later which
        return next((s for s in named if _of_kind(s, kinds) and not s.place), None)
    return None
