"""From acts to acts that are told: each with its modality, its age and its standing in the text.

What is denied, feared, planned, rehearsed or came to grief by itself is kept quiet here, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import structs

from monitor.events.backdrop import breached, crashed, occasion, spoken_of
from monitor.events.days.when import Calendar
from monitor.events.further import leads_on, turned
from monitor.events.kinds import kind_of
from monitor.events.learned import Opinion
from monitor.events.modality import NOTICE, modality
from monitor.events.places.subjects import right_before
from monitor.events.recollection import commemorated, recalled
from monitor.events.rules import Rules
from monitor.events.scan import BY_RULE, CLASS_OF, Act, Line
from monitor.events.segments import GENERIC, VIOLENT, Told
from monitor.events.sentences import index_of
from monitor.taxonomy import type_of
from monitor.types import OPENING, Evidence, Modality, Silenced

#: how the pattern of an act begins that the model found
BY_MODEL = "by its words: "
#: whose coffins reach a place is not sent there
_DEAD_OF = re.compile(r"(?i)\b(?:coffins|caskets|bodies|remains) of(?: [\w’'-]+){1,5} (?:reach|arriv|land|return)")
#: what is struck there is no place: 'strike maritime border deal'
_BARGAIN = re.compile(r"(?i:strik|struck)\w*(?: [\w’'-]+){0,4} (?:deals?|accord|agreement|pact|bargain|compromise)\b")
#: who is kept out has not come in: 'bars Indian planes from its airspace'
_BARRED = re.compile(
    r"(?i)\b(?:bar|ban|block|exclude|prohibit|keep|shut out)(?:s|red|ned|ed|d|ring|ning|ing)?\b[^.;:]{0,50}\bfrom\b"
)
#: what a broken truce tells of fighting
_BREACH = 0.7


def by_rule(rules: Rules, document: str, lines: Sequence[Line]) -> list[Act]:
    """The acts that the user's own phrases find."""
    sentences = [line.sentence for line in lines]
    found = []
    for phrase in rules.phrases:
        for start, end in phrase.find(document):
            number = index_of(sentences, start)
            words = lines[number].words
            at = next((n for n, word in enumerate(words) if word.end > start), None)
            if at is None:
                continue
            found.append(
                Act(
                    type=phrase.type,
                    line=number,
                    start=start,
                    end=end,
                    at=at,
                    weight=1.2,
                    pattern=f"{BY_RULE}{phrase.text}",
                )
            )
    return found


def telling(
    document: str, lines: Sequence[Line], acts: Sequence[Act], calendar: Calendar
) -> tuple[list[Told], list[Silenced]]:
    """The acts that the text tells of as facts or as announced, and those it does not, each with the word that says
    so."""
    told: list[Told] = []
    silenced: list[Silenced] = []
    ranks = ranked(lines[: acts[-1].line + 1]) if acts else []
    for act in acts:
        line = lines[act.line]
        if act.type == "ceasefire" and breached(line, act):
            act = structs.replace(act, type="armed_clash", weight=min(act.weight, _BREACH))
        mode, because = modality(line, act)
        if mode not in OPENING:
            silenced.append(
                Silenced(type=act.type, reason=str(mode), text=f"'{because}': {mode}", evidence=trigger(document, act))
            )
            continue
        if crashed(line, act):
            silenced.append(
                Silenced(
                    type=act.type,
                    reason="accident",
                    text="an aircraft or ship that came to grief by itself",
                    evidence=trigger(document, act),
                )
            )
            continue
        if stand := spoken_of(line, act):
            silenced.append(
                Silenced(
                    type=act.type,
                    reason="spoken_of",
                    text=f"'{stand}': others speak of it",
                    evidence=trigger(document, act),
                )
            )
            continue
        if idiom := _no_act(line, act):
            silenced.append(
                Silenced(type=act.type, reason="idiom", text=f"'{idiom}' is no act", evidence=trigger(document, act))
            )
            continue
        age, past, old = aged(line, act, calendar)
        rank = ranks[act.line]
        standing = heft(rank)
        after = occasion(line, act)
        if mode is Modality.ANNOUNCED and act.type in VIOLENT:
            standing *= 0.4
        told.append(
            Told(
                act=act,
                type=kind_of(line, act),
                modality=mode,
                because=because,
                weight=act.weight * standing,
                old=old,
                age=age,
                after=after,
                past=past,
                rank=rank,
                further=leads_on(line, act),
                by=(right_before(line.sentence.text[: act.start - line.sentence.start]) or "")
                if act.type in _OWN_STEPS
                else "",
                turned=act.type in VIOLENT and turned(line, act, after=after),
            )
        )
    beside = _beside(told, lines)
    return [_in_its_place(t, beside, told, lines) for t in told], silenced


def _no_act(line: Line, act: Act) -> str:
    """The words by which an act is none: coffins that come home, a bargain that is struck, a numbered notice to ships;
    '' where it is one."""
    at = act.start - line.sentence.start
    if act.type == "threat":
        found = NOTICE.search(line.sentence.text, at)
        return found.group() if found and found.start() < act.end - line.sentence.start else ""
    if act.type == "airspace_violation":
        found = _BARRED.search(line.sentence.text, 0, at)
        return found.group() if found else ""
    if act.type == "deployment":
        found = _DEAD_OF.search(line.sentence.text)
        return found.group() if found and found.start() <= at < found.end() else ""
    found = _BARGAIN.match(line.sentence.text, at) if act.type == "strike" else None
    return found.group() if found else ""


#: steps that each state takes for itself, though several take them on one day
_OWN_STEPS = frozenset({"closure", "diplomatic_break", "sanctions"})
#: steps that a side takes over something that was done to it
ANSWERS = frozenset({"sanctions", "diplomatic_break", "threat", "closure", "withdrawal"})


def _cause(one: Told, told: Sequence[Told], lines: Sequence[Line]) -> bool:
    """Whether an act is what a step of its own line is taken over: 'cuts ties over the ambush'."""
    if one.after or one.type not in VIOLENT:
        return False
    text, begin = lines[one.act.line].sentence.text, lines[one.act.line].sentence.start
    return any(
        t.type in ANSWERS
        and t.act.line == one.act.line
        and t.act.start < one.act.start
        and " over " in text[t.act.end - begin : one.act.start - begin]
        for t in told
    )


#: what talks and truces count that only go on beside an attack, and the words of theirs
_BACKDROP = 0.5
_EASING = frozenset(symbol for symbol, name in CLASS_OF.items() if name in ("CEASEFIRE", "TALKS", "PEACETALKS", "MEET"))
#: within so many characters of the attack
_NEARBY = 150
#: what joins the news of a line to what goes on beside it
_MEANWHILE = re.compile(
    r"(?i)\b(?:as|amid|amidst|despite|while|ahead of|before|hours after|days after|on (?:the )?eve of|in spite of"
    r"|rocks?|shatters?|strains?|mars?|tests?|threatens?|undermines?|clouds?|overshadows?)\b"
)


def _beside(told: Sequence[Told], lines: Sequence[Line]) -> dict[int, int]:
    """Line -> where what goes on beside its attack begins: 'pounds Gaza as talks go on'. A headline speaks for all."""
    found: dict[int, int] = {}
    for t in told:
        line = lines[t.act.line]
        if t.type not in VIOLENT or t.after or t.act.line in found:
            continue
        easing = [word.start for word in line.known if word.symbol in _EASING]
        if not easing:
            continue
        begin, at = line.sentence.start, t.act.start - line.sentence.start
        joint = _MEANWHILE.search(line.sentence.text, at, at + _NEARBY)
        if joint and easing[-1] >= begin + joint.end():
            found[t.act.line] = begin + joint.start()
    return found


def _in_its_place(one: Told, beside: Mapping[int, int], told: Sequence[Told], lines: Sequence[Line]) -> Told:
    if one.after:
        return one
    if one.type not in GENERIC and type_of(one.type).direction == "down":
        headed = 0 in beside and lines[0].sentence.is_title and one.act.start >= beside[0]
        if headed or one.act.start >= beside.get(one.act.line, one.act.end):
            return structs.replace(one, after=True, weight=_BACKDROP * one.weight)
        return one
    return structs.replace(one, after=True) if _cause(one, told, lines) else one


#: what denies, before a word that no pattern takes for an act, no act: 'denies bombing it', 'left without power'
_NO_DENIAL = re.compile(r"(?i)den(?:y|ies|ied|ying)|without|no|nobody")
_HEARSAY = re.compile(r"(?i)\b(?:reports?|rumou?rs?|talk|claims?)(?: (?:on|in|by|from) [\w -]{1,30})? (?:of|that)\b")


def spoken(lines: Sequence[Line], opinion: Opinion, kind: str, calendar: Calendar) -> tuple[Told, str]:
    """The act that no pattern found, at the word that speaks most for it, in title or lead where one does; and why
    its clause does not tell of it as a fact, or ''.

    Who denies bombing the theatre speaks of one that was bombed, and who is without power misses a thing; who denies
    reports of an act denies the act.
    """
    at = opinion.speak_for(kind)
    number, word = next((place for place in at[:6] if place[0] <= 1), at[0] if at else (0, 0))
    line = lines[number]
    start, end = line.words[word].start, line.words[word].end
    share = opinion.shares[kind]
    act = Act(
        type=kind, line=number, start=start, end=end, at=word, weight=1.0,
        pattern=f"{BY_MODEL}{share:.2f}",
    )  # fmt: skip
    mode, because = modality(line, act)
    if mode is Modality.DENIED and _NO_DENIAL.fullmatch(because) and not _HEARSAY.search(line.sentence.text):
        mode, because = Modality.OCCURRED, ""
    opening = mode in OPENING
    told = Told(
        act=act,
        type=kind,
        modality=mode if opening else Modality.OCCURRED,
        because=because if opening else "",
        weight=1.0,
        old=False,
        age=calendar.age_days(start, end),
        after=False,
        rank=ranked(lines[: number + 1])[number],
    )
    return told, "" if opening else f"'{because}': {mode}"


def aged(line: Line, act: Act, calendar: Calendar) -> tuple[int | None, str, bool]:
    """How many days back an act's own words put it, the word that recalls it, and whether it is too old for news."""
    past = recalled(line, act)
    age = calendar.age_days(act.start, act.end)
    old = (age is not None and age > 3) or (bool(past) and (age is None or age > 2)) or commemorated(line, act)
    return age, past, old


def heft(rank: int) -> float:
    """What the words of an act count behind so many telling lines."""
    return 2.0 if rank == 0 else 1.5 if rank <= 1 else 1.0 if rank <= 4 else 0.6


def ranked(lines: Sequence[Line]) -> list[int]:
    """For each line, how many telling ones stand before it."""
    return [0, *accumulate(line.telling for line in lines[:-1])]


def trigger(document: str, act: Act) -> tuple[Evidence, ...]:
    """The words of an act, as evidence of its type."""
    return (Evidence(field="type", start=act.start, end=act.end, text=document[act.start : act.end]),)
