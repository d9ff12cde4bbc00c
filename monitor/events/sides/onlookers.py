"""The words of those who did no attack: who was attacked, who watches, who helps and who looks for those who did it."""

from __future__ import annotations

import re

from monitor.events.linear import pattern

#: who speaks for a side, up to the verb: 'Egypt's President Abdel Fattah al-Sisi on Friday strongly'
_SPEAKER = (
    r"(?:['’]s?)?(?:\s+(?:foreign|interior|defen[cs]e|health|prime|of|for|the|affairs|ministry|minister|government|"
    r"president|embassy|ambassador|spokes\w+|leaders?|officials?|authorities|statement|has|have|had|also|later|then|again|"
    r"on|in|strongly|swiftly|quickly|immediately|roundly|repeatedly|yesterday|\w+day|[A-Z][\w.'’-]*)){0,8}"
    r"(?:\s*,[^,;.]{1,60},)?\s+"
)
_DENIES_A_PART = r"den(?:ies|ied)\s+(?:\w+\s+){0,2}?(?:supplying|arming|backing|providing|sponsoring|funding|making)\b"
_DEPLORES = (
    r"(?:condemn(?:s|ed)|denounc(?:es|ed)|deplor(?:es|ed)|decri(?:es|ed)|mourn(?:s|ed)|thank(?:s|ed)|protest(?:s|ed)\b|"
    r"summon(?:s|ed)\b|lodg(?:es|ed)\s+(?:\S+\s+){0,3}?protest\b|declar(?:es|ed)\s+(?:\S+\s+){0,3}?mourning\b|"
    r"(?:said|says)\s+(?:that\s+)?(?:it|they)\s+st(?:oo|an)ds?\s+(?:by|with|behind)\b|"
    r"(?:express|voic|convey|offer|extend|sen[dt])(?:s|es|ed)?\s+(?:(?:its|their|his|her|deep|grave|serious)\s+){0,3}"
    r"(?:condolences|sympath\w+|concern|alarm|solidarity|outrage|sorrow|help|to\s+(?:help|mediate|host))\b)"
)
_ASKS = (
    r"(?:(?:urg(?:es|ed)|call(?:s|ed)\s+for)\s+(?:\S+\s+){0,4}?"
    r"(?:restraint|calm|de-escalation|investigation|inquiry|probe|an\s+end\s+to|justice|perpetrators)\b|"
    r"demand(?:s|ed)\s+(?:\S+\s+){0,5}?(?:punish\w*|investigat\w*|explanation|apolog\w+|perpetrators|justice)\b)"
)
_VOWS = (
    r"(?:(?:(?:said|says)\s+(?:that\s+)?(?:it|they)\s+)?reserve(?:s|d)\s+the\s+right\b|"
    r"(?:vow|pledg|promis|swor)(?:s|es|ed|e)?\s+(?:\S+\s+){0,3}?(?:aveng\w*|revenge|punish\w*|hunt|respon\w+|retaliat\w*|"
    r"retribution|reckoning|justice|(?:hit|strike)\s+back)\b|"
    r"vow(?:s|ed)\s+that\s[^.;]{0,60}\b(?:un(?:punished|answered)|in\s+vain|pay|justice)\b|"
    r"said\s[^.;]{0,40}\bwould\s+(?:be\s+brought\s+to\s+justice|pay)\b)"
)
_BLAMES = (
    r"(?:(?:said|says|believes?|suspects?)\s+(?:that\s+)?(?:the\s+)?[A-Z][^.;]{1,60}?\b(?:was|were|is|are)\s+"
    r"(?:behind|responsible|to\s+blame)\b|blam(?:es|ed)\s[^.;]{1,60}?\bfor\s+(?:it|the|this)\b|"
    r"accus(?:es|ed)\s[^.;]{1,60}?\bof\s+(?:carrying|staging|launching|being\s+behind|firing)\b)"
)
_TENDS = r"(?:escort(?:s|ed)|rescue[sd]|treat(?:s|ed)\s+(?:\S+\s+){0,3}(?:wounded|injured|hurt)\b)"
#: what one does who was attacked, or who watches: it mourns, condemns, treats the wounded, vows revenge
WATCHES = pattern(
    rf"{_SPEAKER}(?:den(?:ies|ied)\s+(?:\w+\s+){{1,3}}?and\s+)?"
    rf"(?:{_DENIES_A_PART}|{_DEPLORES}|{_TENDS}|{_ASKS}|{_VOWS}|{_BLAMES})"
)
#: what a state does where it was attacked; of a raid of its own it may say so too
LOOKS_INTO = pattern(
    rf"{_SPEAKER}(?:investigat(?:es|ed)|(?:(?:said|says)\s+(?:that\s+)?(?:it|they)\s+)?(?:(?:is|are|was|were)\s+(?:investigating|looking\s+into)|(?:would|will)\s+(?:investigate|look\s+into))|"
    r"(?:said\s+(?:it|they)\s+had\s+)?(?:open|launch|order)(?:s|ed)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:investigation|inquiry|probe|manhunt|search))"
)
#: ... and what it does there too, but where to take somebody or a ship is the deed
ARRESTS = pattern(rf"{_SPEAKER}(?:arrest|detain)(?:s|ed)\s")
#: what a group is known for where nobody knows who did it: 'the Taliban, which often attacks police'
HABITUAL = pattern(
    rf"(?:{_SPEAKER}|\s*,\s+which\s+)(?:(?:often|regularly|frequently|routinely|usually)\s+"
    r"(?:attacks?|targets?|claims?|carr(?:y|ies)|stages?)|(?:(?:has|have)\s+)?(?:\w+\s+)?claimed\s+(?:\w+\s+){0,3}?"
    r"(?:similar|previous|past|other|such|most|many|several)\b)"
)
#: 'sent two tugs', 'took in some of the wounded', 'launched a search'
_HELPS = pattern(
    r"(?:(?:sen[dt]s?|dispatch(?:ed|es)|t(?:ook|akes?)|flew|deploy(?:ed|s)?|evacuat(?:ed|es))\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?:tugs?|soldiers|troops|police|patrols?|rescue\w*|ambulances?|medics|doctors|medical|fire\s?fight\w*|condolences|"
    r"investigators|reinforcements|aid|help|survivors|bodies|casualties|victims|"
    r"(?:the|its|of|some|more|\d+|two|three|four|five|six|seven|dozens)\s+(?:wounded|injured)|crew\s+(?:off|to)|"
    r"to\s+(?:an?\s+|the\s+)?hospitals?|(?:off|away|in)\s+(?:the\s+)?(?:crew|wounded|injured)|"
    r"to\s+(?:fly|bring|carry|lift)\s+out|to\s+(?:evacuate|rescue|treat|investigate|help))|"
    r"(?:launch(?:ed|es)|beg[au]n|start(?:ed|s)|mount(?:ed|s)|carried\s+out|conduct(?:ed|s)|open(?:ed|s))\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:search|manhunt|investigations?|inquiry|inquiries|probe|rescue|search-and-rescue))\b",
    ignore_case=True,
)
_NO_HELP = re.compile(
    r"\b(?:drones?|missiles?|rockets?|jets|warplanes|bombers?|hostages?|captives?|prisoners?|fighters)\b"
)


def helps(tail: str, at: int) -> bool:
    """Whether the deed told in `tail` from `at` on helps those who were hit, or looks for who did it."""
    found = _HELPS.match(tail, at)
    return found is not None and _NO_HELP.search(found.group()) is None
