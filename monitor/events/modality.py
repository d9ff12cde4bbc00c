"""How an act stands to the truth: did it happen, is it denied, feared, planned, threatened, rehearsed, recalled?

Read from the words of the act's own clause, left of the words that tell of it.
"""

from __future__ import annotations

import re

from monitor.events.linear import pattern
from monitor.events.scan import NAME, STOP, SYMBOL, Act, Line
from monitor.events.segments import GENERIC
from monitor.taxonomy import FORCE, STEPS
from monitor.types import Modality

_NEG, _DENY, _WILL, _MIGHT = SYMBOL["NEG"], SYMBOL["DENY"], SYMBOL["WILL"], SYMBOL["MIGHT"]
_THREAT, _EXERCISE, _PAST, _CLAIM = SYMBOL["THREAT"], SYMBOL["EXERCISE"], SYMBOL["PAST"], SYMBOL["CLAIM"]
_ASK, _TELL = SYMBOL["ASK"], SYMBOL["TELL"]
_BREAK, _TEST, _DOWN, _SAY = SYMBOL["BREAK"], SYMBOL["TEST"], SYMBOL["DOWN"], SYMBOL["SAY"]
_COMMA = ","
_WHO = frozenset(SYMBOL[name] for name in ("STATE", "MILITANT", "SOLDIER")) | {NAME}

#: types whose own words are a plan, a threat or a rehearsal: those words do not lessen them
_SPEAKING = STEPS | {"weapons_test"}
#: what one side asks of another is not done
_ASKED_OF = frozenset({"talks", "deployment", "withdrawal", "sanctions", "ceasefire", "closure", "prisoner_exchange"})
#: attacks, fighting and shooting down
VIOLENT = FORCE - {"unrest"} | {"cyberattack"} | GENERIC


#: the month, which the lexicon takes for the verb: 'on May 4 a missile exploded'
_MONTH = re.compile(r"May(?:\s+\d|,)")
#: who did it is likely, and a truce is possible: 'a likely Russian missile hit', 'hours before a possible truce'
_LIKELY = re.compile(r"(?i)likely|possibl[ey]|potential")
_NOT_THE_DEED = frozenset(SYMBOL[name] for name in ("STATE", "CEASEFIRE", "TALKS", "PEACETALKS"))
#: 'gang demands ransom for kidnapped pupils': who asks for that holds them
_RANSOM = re.compile(r"(?i)(?:demand(?:s|ed|ing)?|want(?:s|ed)?)(?: [\w$€£,.'’-]+){0,4}? (?:ransoms?|millions?)\b")
#: the dead are feared and not the act: 'hundreds feared dead in strike on hospital'
_FEARED_DEAD = re.compile(
    r"(?i)feared (?:to (?:be|have been) )?(?:dead|killed|slain|slaughtered|massacred|drowned|lost|buried)\b"
)
#: the heading of a notice to ships threatens nobody: 'Warning 005: crew report missile impact'; 'warning 24 hours' does
NOTICE = re.compile(r"(?i)(?:warning|advisory) \d{2,4}(?=\s*[:/–—-]|\s+update\b)")
#: a crowd that tried to storm a house was violent whether or not it got in, and who tried to hold off an army fought it
_TRIED = re.compile(r"(?:tried|attempted) to\b", re.IGNORECASE)
#: what was tried again and again was not done: 'tried several times to intercept it'
_IN_VAIN = re.compile(r"(?:tried|failed|attempted|attempts?|unable)(?: \w+){0,4} to $", re.IGNORECASE)
_VAIN_CHARS = 50
#: a denial of guilt is none of the act
_NOT_THE_ACT = re.compile(
    r"(?i)\w+\s+(?:that\s+)?(?:(?:any|all|a|the|it|they|he|she|its|their|his|own|forces|troops|army|people|fighters|men|units?"
    r"|group|members|military)\s+){0,3}"
    r"(?:had\s+(?:any|a)\s+(?:hand|part|role)|(?:was|were|had|have|is|are|took)\s+(?:been\s+)?"
    r"(?:behind|responsib|involved|part\b)"
    r"|responsib|involve|role|being|knowledge|accus|alleg|having any|part in|hand in|links?\b|complicity|connection)"
)
#: who asks for arms or buys them 'to stop drones' has stopped none
_WISHED = re.compile(
    r"(?i)\b(?:seek|ask|request|want|need|urge|appeal|call|buy|deliver|supply|supplie|provid|pledg|promis|develop)"
    r"(?:s|e|es|d|ed|ing)?\b[^;:]{0,100}\bto (?:help (?:\w+ )?|better )?$"
)
_WISH_CHARS = 20
#: before the noun of an act that is only planned, feared or rehearsed: 'Russia is planning a missile strike'
_MEANT = re.compile(
    r"(?i)\b(?:(?:plan(?:s|ning)?|plot(?:s|ting)?|prepar(?:es?|ing)(?: for)?|mull(?:s|ing)?|weigh(?:s|ing)?"
    r"|contemplat\w+|consider(?:s|ing)?|envisag\w+|fears? (?:of|over)|fearing|risks? of"
    r"|(?:danger|possibility|prospect|chances?) of|possible|potential|imminent|looming|impending|hypothetical)"
    r"|(?P<drill>rehears(?:es?|ed|ing)|practi[sc](?:es?|ed|ing)|simulat(?:es?|ed|ing))(?: [\w-]+ to)?)"
    r" (?:an? |the |new |another |major |fresh |further |[\w-]+-scale |(?-i:[A-Z])[\w-]+ ){0,2}$"
)
_MEANT_CHARS = 60
#: 'reports of a drone attack are untrue', 'doubts claim of a strike'
_REPORTS_OF = re.compile(
    r"(?i)\b(?P<not>(?:doubt|dismiss|reject|den(?:y|ie)|debunk)\w* )?(?:\w+ )?(?:reports?|rumou?rs?|claims?) of"
    r" (?:an? |the )?$"
)
_UNTRUE = re.compile(r"(?i)[^.;:]{0,60}\b(?:untrue|false|fake|unfounded|baseless|hoax|fabricated|denied|dismissed)\b")
#: 'a video said to show a missile strike on the city is fake'
_SHOWN = re.compile(r"(?i)\b(?:videos?|footage|clips?|images?|photos?|pictures?)\b[^.;:]{0,50}$")
_FAKED = re.compile(
    r"(?i)[^.;:]{0,90}\b(?:is|are|was|were) (?:\w+ )?"
    r"(?P<fake>fake|false|fabricated|doctored|untrue|ai-generated|computer-generated|(?:a )?hoax|from a video game)\b"
)
_DENIED_REPORTS = re.compile(
    r"(?i)\b(?P<says>den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es|ed|ing))\b[^.;:]{0,50}"
    r"\b(?:reports?|rumou?rs?)\b[^.;:]{0,50}?\bthat\b(?:(?!, (?:and|but)\b)[^.;:]){0,100}$"
)
_DENIED_CHARS = 220
#: a headline that weighs what an act would do: 'a ceasefire would reward'
_WOULD = re.compile(r"(?: \w+){0,3} (would|could|might) (?!not hold)")
_FOILED = pattern(
    r"(?i)\b(?:foil|thwart|avert)(?:s|ed|ing)?\b|\bdisrupt(?:(?:s|ed|ing)\b| (?:an? |the )?(?:[\w-]+ ){0,2}plots?\b)"
    r"|\b(?:attack|bombing|assassination|sabotage) plots?\b"
)
#: one of which stands in all that `_FOILED` fits; to look for them costs less
_STOPS = ("foil", "thwart", "disrupt", "avert", "plot")


def clause(line: Line, at: int) -> tuple[int, int]:
    """The positions (first, after last) of the clause that word `at` stands in."""
    known = line.clauses.get(at)
    if known is None:
        symbols = line.symbols
        first = max(symbols.rfind(STOP, 0, at), symbols.rfind(_BREAK, 0, at)) + 1
        ends = [end for end in (symbols.find(STOP, at + 1), symbols.find(_BREAK, at + 1)) if end >= 0]
        known = line.clauses[at] = first, min(ends, default=len(symbols))
    return known


def modality(line: Line, act: Act) -> tuple[Modality, str]:
    """The modality of `act` in its sentence, and the word that decided it ('' where none did)."""
    symbols = line.symbols
    first, last = clause(line, act.at)

    def word(position: int) -> str:
        w = line.words[position]
        sentence = line.sentence
        return sentence.text[w.start - sentence.start : w.end - sentence.start]

    def text_from(position: int) -> str:
        return line.sentence.text[line.words[position].start - line.sentence.start :]

    def left(symbol: str, reach: int) -> int:
        found = symbols.rfind(symbol, max(first, act.at - reach), act.at)
        if found < 0:
            return -1
        # 'said it would not respond, and struck': a comma between ends the reach of a short word
        return found if symbols.count(_COMMA, found, act.at) <= 1 else -1

    def asked() -> int:
        """Where somebody is told or warned 'to ...', with who is told between."""
        reach = range(act.at - 3, max(first, act.at - 7) - 1, -1)
        return next((n for n in reach if symbols[n] in (_THREAT, _TELL)), -1)

    speaking = act.type in _SPEAKING
    if (n := left(_NEG, 4)) >= 0:
        return Modality.DENIED, word(n)
    n = symbols.rfind(_DENY, max(0, act.at - 10), act.at)
    if not speaking and n >= 0 and STOP not in symbols[n : act.at] and not _NOT_THE_ACT.match(text_from(n)):
        aside = n == 0 and word(n).endswith("ing") and _COMMA in symbols[n : act.at]  # 'Denying it, they struck'
        if not aside:
            return Modality.DENIED, word(n)
    if not speaking and (reports := _denied_reports(line, act)):
        return Modality.DENIED, reports
    if act.type in VIOLENT and act.type not in ("interception", "aircraft_downed"):
        a, b = line.words[first].start, line.words[last - 1].end
        told = line.sentence.text[a - line.sentence.start : b - line.sentence.start]
        low = told.lower()
        fought = act.type == "armed_clash" and symbols[act.at] == _DOWN
        if not fought and any(map(low.__contains__, _STOPS)) and (stopped := _FOILED.search(told)):
            return Modality.FOILED, stopped.group()
    if act.type in VIOLENT and (only := _only_meant(line, act)) is not None:
        return only
    if act.type in VIOLENT:
        if _EXERCISE in symbols[first:last]:
            return Modality.DRILL, word(symbols.index(_EXERCISE, first, last))
        if (n := left(_THREAT, 8)) >= 0 and not NOTICE.match(text_from(n)):
            return Modality.THREATENED, word(n)
    if act.type in ("talks", "deployment", "sanctions") and (n := left(_ASK, 6)) >= 0:
        return Modality.HYPOTHETICAL, word(n)
    if act.type in _ASKED_OF and act.at - first >= 3 and word(act.at - 1) == "to" and (n := asked()) >= 0:
        return Modality.HYPOTHETICAL, word(n)
    if act.type in VIOLENT and " to " in line.sentence.text and (wish := _wished(line, first, act)):
        return Modality.HYPOTHETICAL, wish
    if act.type in _SPEAKING and line.sentence.is_title:
        would = _WOULD.match(line.sentence.text, act.end - line.sentence.start)
        if would is not None:
            return Modality.HYPOTHETICAL, would[1]
    if (
        act.type not in ("threat", "evacuation")
        and (n := left(_MIGHT, 5)) >= 0
        and not _MONTH.match(text_from(n))
        and not (_LIKELY.fullmatch(word(n)) and symbols[n + 1] in _NOT_THE_DEED)
        and not _FEARED_DEAD.match(text_from(n))
        and not (act.type == "abduction" and _RANSOM.match(text_from(n)))
        and not (act.type in ("unrest", "armed_clash") and _TRIED.match(text_from(n)))
    ):
        return Modality.HYPOTHETICAL, word(n)
    if act.type in ("interception", "aircraft_downed"):
        sentence = line.sentence
        at = act.start - sentence.start
        if vain := _IN_VAIN.search(sentence.text[max(0, at - _VAIN_CHARS) : at]):
            return Modality.HYPOTHETICAL, vain.group().strip()
    if act.type != "threat" and (n := left(_WILL, 4)) >= 0:
        return Modality.ANNOUNCED, word(n)
    if act.type in _SPEAKING and line.sentence.is_title and _to_do(line, first, act.at):
        return Modality.ANNOUNCED, "to"
    if (n := left(_CLAIM, 6)) >= 0:
        return Modality.CLAIMED, word(n)
    return Modality.OCCURRED, ""


def _only_meant(line: Line, act: Act) -> tuple[Modality, str] | None:
    """What the words right before the noun of an act say: that it is planned, feared, rehearsed or not true; None where
    they say nothing of the kind."""
    text, at = line.sentence.text, act.start - line.sentence.start
    before = text[max(0, at - _MEANT_CHARS) : at]
    meant = _MEANT.search(before)
    if meant and not meant.group().split(" ", 1)[0].isupper() and text[at : at + 3] != "to ":
        return (Modality.DRILL if meant["drill"] else Modality.HYPOTHETICAL), meant.group().split(" ", 1)[0]
    reports = _REPORTS_OF.search(before)
    if reports and (reports["not"] or _UNTRUE.match(text, act.end - line.sentence.start)):
        return Modality.DENIED, reports.group().strip()
    shown = _SHOWN.search(before)
    if shown and (faked := _FAKED.match(text, act.end - line.sentence.start)):
        return Modality.DENIED, faked["fake"]
    return None


def _denied_reports(line: Line, act: Act) -> str:
    """The words by which an act is what denied reports say: 'denied on Sunday reports that jets had hit', or ''."""
    at = act.start - line.sentence.start
    before = line.sentence.text[max(0, at - _DENIED_CHARS) : at]
    found = _DENIED_REPORTS.search(before) if " that " in before else None
    return found.group("says") if found else ""


def _to_do(line: Line, first: int, at: int) -> bool:
    """Whether a headline says of a side what it is to do: 'US to end its mission'; `first` begins the clause."""
    if at - first < 2 or line.symbols[at - 2] not in _WHO:
        return False
    before, start = line.words[at - 1], line.sentence.start
    return line.sentence.text[before.start - start : before.end - start] == "to"


_SO_MANY = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|\d+)"
#: 'a year after gunmen had attacked', 'marks one year since the attacks': what follows is the occasion of a memory
_YEARS_AFTER = pattern(
    rf"(?i)\b{_SO_MANY}[ -]"
    r"(?:years?|months?|decades?)(?: to the day)? (?:after|since|on from)\b"
)


def _wished(line: Line, first: int, act: Act) -> str:
    """The word by which an act is what arms are asked for, or ''; `first` begins the clause."""
    start = line.sentence.start
    before = line.sentence.text[line.words[first].start - start : act.start - start]
    if " to " not in before[-_WISH_CHARS:]:
        return ""
    found = _WISHED.search(before)
    return found.group().split(" ", 1)[0] if found else ""


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


def commemorated(line: Line, act: Act) -> bool:
    """Whether an act is what an anniversary is of, or weeks have gone by since: whatever day its sentence names."""
    at = act.start - line.sentence.start
    return _COMMEMORATED.search(line.sentence.text[max(0, at - _COMMEMORATED_CHARS) : at]) is not None


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


_OCCASION = frozenset(
    """after,following,following a,since,hours after,day after,a day after,days after,in response to,response to,
    in retaliation for,retaliation for,in reprisal for,reprisal for,revenge for,payback for,in reply to,
    in answer to,in return for,ahead of,on the eve of,on eve of,retaliating for,
    retaliates for,retaliated for,avenges""".replace("\n", "")
    .replace("    ", "")
    .split(",")
)


#: so many words may stand before what opens a sentence: 'A day after', 'Hours after'
_OPENS = 2
#: 'in the first such raid since the 1980s, Pakistan struck ...'
_SINCE_A_DATE = re.compile(
    r"(?i)since (?:the )?(?:early |late |mid-)?(?:(?:19|20)\d\d(?:s|['’]s)?|[a-z]+day|last [a-z]+"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d{1,2})?(?:,? \d{4})?),"
)


def occasion(line: Line, act: Act) -> bool:
    """Whether the act stands after 'after', 'following', 'in retaliation for': the occasion and not the news."""
    before = line.symbols.rfind(_BREAK, 0, act.at + 1)
    if before < 0:
        return False
    w = line.words[before]
    start = line.sentence.start
    if line.sentence.text[w.start - start : w.end - start].lower() not in _OCCASION:
        return False
    if before <= _OPENS and _COMMA in line.symbols[before : act.at]:
        return False  # 'A day after bombers struck in Peshawar, jets hit ...'
    return _SINCE_A_DATE.match(line.sentence.text, w.start - start) is None


#: what somebody says or does about attacks that go on: 'calls for pauses in Israel's bombardment of Gaza'
_ABOUT = re.compile(
    r"(?i)\b(?:supports? for|opposition to|opposes?|critic\w+ (?:of|over)|pauses? (?:in|to)|halt to|end to|stop to"
    r"|stance on|protest\w* (?:against|over|at)|rall(?:y|ies) against|defends?|views? on|silence on)"
    r" (?:the )?[A-Z][\w-]+['’]s? (?:[\w-]+ ){0,2}$"
)
_ABOUT_CHARS = 70
_COLLIDED_CHARS = 40
_HARMED = frozenset((SYMBOL["KILL"], SYMBOL["WOUND"]))


def spoken_of(line: Line, act: Act) -> str:
    """The words by which attacks that go on are only what somebody takes a stand on; '' where they are the news."""
    at = act.start - line.sentence.start
    before = line.sentence.text[max(0, at - _ABOUT_CHARS) : at]
    if act.type not in VIOLENT or not ("'s " in before or "’s " in before):
        return ""
    if not _HARMED.isdisjoint([word.symbol for word in line.known]):
        return ""  # it tells of the dead, too
    found = _ABOUT.search(before)
    return found.group().strip() if found else ""


#: before and behind the word for a truce: it is broken, and what is told is what broke it
_DESPITE = re.compile(
    r"(?i)\b(?:(?:breach|violat|shatter|flout|defy|defi)\w*|break(?:s|ing)?|broken?|despite|in spite of|so much for)"
    r"(?: of)?(?: [\w'’-]+){0,3} $"
)
_BROKEN = re.compile(
    r"(?i)\w*(?: [\w'’-]+)? (?:breach|violat|in (?:pieces|tatters|ruins)|dies\b|crumbl|shatter|under strain"
    r"|slips? away|(?:was|is) broken)"
)
#: 'breaks the ceasefire deadlock'
_OF_TALKS = re.compile(r" (?:deadlock|stalemate|impasse|talks|negotiat|hopes|calls|efforts)")
_TRUCE_CHARS = 50


def breached(line: Line, act: Act) -> bool:
    """Whether a truce is told of as broken: that is no news of a truce but of fighting."""
    text, at, end = line.sentence.text, act.start - line.sentence.start, act.end - line.sentence.start
    if _DESPITE.search(text[max(0, at - _TRUCE_CHARS) : at]):
        return _OF_TALKS.match(text, end) is None
    return _BROKEN.match(text, end) is not None


_CRAFT = frozenset(SYMBOL[name] for name in ("JET", "PLANE"))
_ARMS = frozenset(
    SYMBOL[name]
    for name in ("DRONE", "MISSILE", "BOMB", "BOMBS", "AIRSTRIKE", "DOWN", "STRIKE", "ATTACK", "ROCKET", "GLIDEBOMB")
)


#: 'ferry collides with a trawler', 'container ship strikes the bridge'
_COLLIDED = re.compile(
    r"(?i)\bcolli(?:d|s)|\b(?:ship|vessel|tanker|ferry|barge|freighter|carrier|boat)s? (?:strikes?|struck|hits?"
    r"|ram(?:s|med)|(?:crash|slam|smash)(?:es|ed)? into)\b[^.;:]{0,40}"
    r"\b(?:bridge|piers?|quay|dock|jetty|rocks?|reef|whale|lock|breakwater)\b"
)
#: ... which is no accident where one of these stands beside it
_NO_ACCIDENT = re.compile(
    r"(?i)\b(?:nav(?:y|ies|al)|coast ?guard(?:['’]s)? (?:ship|vessel|boat|cutter)s?|warships?|patrol|frigate|destroyer"
    r"|militia|drones?|missiles?|mines?|attack\w*|hostile|deliberate\w*|intentional\w*|accus\w+|blam\w+|sabotage\w*"
    r"|smuggl\w+)\b"
)


def crashed(line: Line, act: Act) -> bool:
    """Whether the line tells of an aircraft that crashed or ships that collided, with no weapon and no force near: an
    accident until said otherwise."""
    if act.type == "maritime_incident":
        text, at = line.sentence.text, act.start - line.sentence.start
        found = _COLLIDED.search(text, max(0, at - _COLLIDED_CHARS))
        return found is not None and found.start() <= act.end - line.sentence.start and not _NO_ACCIDENT.search(text)
    if act.type not in ("airstrike", "aircraft_downed", "strike") or SYMBOL["CRASH"] not in line.symbols:
        return False
    present = set(line.symbols)
    return bool(present & _CRAFT) and not present & _ARMS
