"""How an act stands to the truth: did it happen, is it denied, feared, planned, threatened, rehearsed?

Read from the words of the act's own clause, left of the words that tell of it.
"""

from __future__ import annotations

import re

from monitor.events.clauses import clause
from monitor.events.linear import pattern
from monitor.events.scan import COMMA, NAME, STOP, SYMBOL, Act, Line
from monitor.events.segments import VIOLENT
from monitor.taxonomy import STEPS
from monitor.types import Modality

_NEG, _DENY, _WILL, _MIGHT = SYMBOL["NEG"], SYMBOL["DENY"], SYMBOL["WILL"], SYMBOL["MIGHT"]
_THREAT, _EXERCISE, _CLAIM = SYMBOL["THREAT"], SYMBOL["EXERCISE"], SYMBOL["CLAIM"]
_ASK, _TELL = SYMBOL["ASK"], SYMBOL["TELL"]
_DOWN = SYMBOL["DOWN"]
_WHO = frozenset(SYMBOL[name] for name in ("STATE", "MILITANT", "SOLDIER")) | {NAME}

#: types whose own words are a plan, a threat or a rehearsal: those words do not lessen them
_SPEAKING = STEPS | {"weapons_test"}
#: what one side asks of another is not done
_ASKED_OF = frozenset({"talks", "deployment", "withdrawal", "sanctions", "ceasefire", "closure", "prisoner_exchange"})
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
#: one of which stands in all that these three fit; to look for them costs less
_ONLY_MEANT = pattern(
    r"(?i)plan|plot|prepar|mull|weigh|contemplat|consider|envisag|fear|risk|danger|possib|prospect|chance|potential"
    r"|imminent|looming|impending|hypothetical|rehears|practi|simulat|report|rumou?r|claim|video|footage|clip|image"
    r"|photo|picture"
)
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
    r"|\bdefus(?:e|es|ed|ing)\b|\bmade safe\b|\b(?:bomb|device|explosives?) (?:was |were )?deactivated\b"
)
#: 'arrested eight men who planned to' attack
_CAUGHT = pattern(
    r"(?i)\b(?P<by>arrest|detain|captur|caught|apprehend)\w*\b[^.;]{0,90}"
    r"\b(?:planned|planning|plotted|plotting|prepared|preparing|about) to (?:\w+ ){0,2}$"
)
#: one of which stands in all that `_FOILED` fits; to look for them costs less
_STOPS = ("foil", "thwart", "disrupt", "avert", "plot", "defus", "made safe", "deactivated")


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
        return found if symbols.count(COMMA, found, act.at) <= 1 else -1

    def asked() -> int:
        """Where somebody is told or warned 'to ...', with who is told between."""
        reach = range(act.at - 3, max(first, act.at - 7) - 1, -1)
        return next((n for n in reach if symbols[n] in (_THREAT, _TELL)), -1)

    speaking = act.type in _SPEAKING
    if (n := left(_NEG, 4)) >= 0:
        return Modality.DENIED, word(n)
    n = symbols.rfind(_DENY, max(0, act.at - 10), act.at)
    if not speaking and n >= 0 and STOP not in symbols[n : act.at] and not _NOT_THE_ACT.match(text_from(n)):
        aside = n == 0 and word(n).endswith("ing") and COMMA in symbols[n : act.at]  # 'Denying it, they struck'
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
        if caught := _CAUGHT.search(line.sentence.text[: act.start - line.sentence.start]):
            return Modality.FOILED, caught["by"]
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
    if _ONLY_MEANT.search(before) is None:
        return None
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


def _wished(line: Line, first: int, act: Act) -> str:
    """The word by which an act is what arms are asked for, or ''; `first` begins the clause."""
    start = line.sentence.start
    before = line.sentence.text[line.words[first].start - start : act.start - start]
    if " to " not in before[-_WISH_CHARS:]:
        return ""
    found = _WISHED.search(before)
    return found.group().split(" ", 1)[0] if found else ""
