"""Acts that a text only recalls: what an anniversary is of, what somebody is wanted for, what happened last year."""

from __future__ import annotations

import re

from monitor.events.clauses import clause
from monitor.events.linear import pattern
from monitor.events.scan import SYMBOL, Act, Line

_PAST = SYMBOL["PAST"]
_SO_MANY = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+)"
#: 'a year after gunmen had attacked', 'marks one year since the attacks': what follows is the occasion of a memory
_YEARS_AFTER = pattern(
    rf"(?i)\b{_SO_MANY}[ -]"
    r"(?:years?|months?|decades?)(?: to the day)? (?:after|since|on from)\b"
)
#: by what an act is only named to say who somebody is, or what is looked into: it lies back
_NAMED_FOR = re.compile(
    r"(?i)\b(?:(?<!was )(?<!were )(?<!are )(?<!been )(?:involved|implicated|complicit|involvement) in"
    r"|(?:convicted|guilty|acquitted) of|(?:wanted|jailed|sentenced|tried) (?:for|over|in)"
    r"|(?:charged|linked|tied) (?:with|over|in|to)|confessed to"
    r"|(?:reports?|inquir(?:y|ies)|probes?|investigations?|findings|hearings?|lawsuits?|testimony)"
    r" (?:into|on|over|about)) (?:[\w'’-]+ ){0,4}$"
)
_NAMED_FOR_CHARS = 70
#: one of which stands in all that `_NAMED_FOR` and `_ACCUSED` fit; to look for them costs less
_NAMING = pattern(
    r"(?i)\b(?:involve|implicated|complicit|convicted|guilty|acquitted|wanted|jailed|sentenced|tried|charged|linked|tied"
    r"|confessed|report|inquir|probe|investigation|findings|hearing|lawsuit|testimony|accused|suspected)"
)
#: ... in the lines that decide what an article was written for
_NAMED_FOR_LINES = 6
_ACCUSED = re.compile(r"(?i)\b(accused|suspected) of (?:[\w'’-]+ ){0,4}$")
#: who is accused of an act as a person, and not as a side
_PERSONS = frozenset(SYMBOL[name] for name in ("CIVIL", "PERSON", "GUNMEN", "PRISONER", "POLICE"))


#: 'kidnapped boy found', 'the priest abducted in May is free': who was taken before is news again
_TAKEN_BEFORE = re.compile(
    r"(?i)(?:kidnapped|abducted|snatched)(?: [\w'’-]+){1,5}?"
    r" (?:found|freed|released|rescued|reunited|returns?|escapes?|safe)\b"
)


#: 'the tenth anniversary of the bombing', 'three weeks after missiles killed'; behind a comma stands another act
_COMMEMORATED = re.compile(
    r"(?i)\b(?:(?:anniversar(?:y|ies) (?:of|since)|commemorat(?:es?|ed|ing|ions? of)) (?:[\w'’-]+ ){0,6}"
    rf"|{_SO_MANY} (?:weeks?|months?|years?|decades?)(?: to the day)? (?:after|since) [^,;:]{{0,60}})$"
)
_COMMEMORATED_CHARS = 110
#: one of which stands in all that it fits
_OF_LONG_AGO = pattern(r"(?i)anniversar|commemorat|week|month|year|decade")


def commemorated(line: Line, act: Act) -> bool:
    """Whether an act is what an anniversary is of, or weeks have gone by since: whatever day its sentence names."""
    at = act.start - line.sentence.start
    before = line.sentence.text[max(0, at - _COMMEMORATED_CHARS) : at]
    return _OF_LONG_AGO.search(before) is not None and _COMMEMORATED.search(before) is not None


def recalled(line: Line, act: Act) -> str:
    """The word by which the act's own clause says it lies in the past ('last month', 'anniversary'), or ''."""
    if act.type == "abduction" and (taken := _TAKEN_BEFORE.match(line.sentence.text, act.start - line.sentence.start)):
        return taken.group()
    first, last = clause(line, act.at)
    found = line.symbols.find(_PAST, first, last)
    if found < 0:
        sentence = line.sentence
        ago = _YEARS_AFTER.search(sentence.text, 0, act.start - sentence.start)
        if ago:
            return ago.group()
        return _named_for(line, act) if act.line < _NAMED_FOR_LINES else ""
    w = line.words[found]
    return line.sentence.text[w.start - line.sentence.start : w.end - line.sentence.start]


def _named_for(line: Line, act: Act) -> str:
    """The words by which an act only tells who somebody is ('wanted for') or what is looked into, or ''."""
    at = act.start - line.sentence.start
    before = line.sentence.text[max(0, at - _NAMED_FOR_CHARS) : at]
    if _NAMING.search(before) is None:
        return ""
    if found := _NAMED_FOR.search(before):
        return found.group().strip()
    if accused := _ACCUSED.search(before):
        start = act.start - len(before) + accused.start()
        left = [word.symbol for word in line.words[: act.at] if word.end <= start][-2:]
        return accused[1] if not _PERSONS.isdisjoint(left) else ""
    return ""
