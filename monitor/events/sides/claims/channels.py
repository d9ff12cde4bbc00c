"""Claims through the media of an armed group: 'Telegram channels run by the Guards took credit', 'its agency said'.

What such a channel tells of other people's acts is no claim: the words have to take the act upon the group, or to say
that its own men did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.avowals import OURS, TAKES, not_ours
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.own_deed import ITS_DOING, did_it, own_deed
from monitor.events.sides.claims.responsibility import TOOK
from monitor.events.sides.named import SPEECH, Named

_MEDIUM = (
    r"(?:channels?|accounts?|handles?|agenc(?:y|ies)|media(?:\s+(?:arm|wing|office|outlets?|cent(?:re|er)|channels?|operation))?|outlets?|"
    r"websites?|pages?|platforms?|television|TV|radio|newspaper|bulletin|magazine|broadcaster|mouthpiece|propaganda\s+(?:arm|wing))"
)
#: one of which stands in every name of a medium
_WORDS = (
    *("channel", "account", "handle", "agenc", "media", "outlet", "site", "page", "platform", "televis", "tv", "radio"),
    *("newspaper", "bulletin", "magazine", "broadcast", "mouthpiece", "propaganda"),
)
_LED = pattern(
    rf"\b{_MEDIUM}\s+(?:(?:that|which|is|are|was|were|long|closely|widely|often|believed|known|said|to\s+be)\s+){{0,4}}"
    r"(?:(?:run|operated|controlled|owned|managed|maintained|held|used|kept|favou?red)\s+by|"
    r"(?:close|linked|tied|loyal|belonging|connected|aligned|affiliated|associated|sympathetic)\s+(?:to|with)|of)\s+(?:the\s+)?$",
    ignore_case=True,
)
_OWNED = pattern(rf"(?:['’]s?)?\s+(?:[\w'’-]+\s+){{0,3}}?{_MEDIUM}")
_ASIDE = r"(?:\s*\([^)]{1,40}\))?(?:\s*,[^,;.]{1,80},)?"
_SAYS = pattern(
    rf"{_ASIDE}\s+(?:(?:has|have|had|also|later|then|quickly|on\s+\w+day)\s+){{0,3}}"
    rf"(?P<verb>(?i:{TOOK}|{TAKES}|{SPEECH}|carried|published|released|showed|aired|broadcast|issued))\b"
)
_TAKES = pattern(rf"(?:{TOOK}|{TAKES})", ignore_case=True)
_SPEECH = pattern(SPEECH, ignore_case=True)


def channel(document: str, sentence: Sentence, side: Named, here: Sequence[Named]) -> Claim | None:
    """The claim that a medium of a group makes for it in this sentence."""
    if side.party.kind not in ("group", "forces") or side.weapon:
        return None
    lead = document[max(sentence.start, side.start - 80) : side.start]
    tail = document[side.end : min(sentence.end, side.end + 320)]
    near = f"{lead} {tail[:60]}".lower()
    if not any(word in near for word in _WORDS):
        return None
    owned = _OWNED.match(tail)
    if owned is None and not _LED.search(lead):
        return None
    after = tail[owned.end() if owned else side.stretch - side.end :]
    says = _SAYS.match(after)
    if says is None:
        return None
    rest = after[says.end() :]
    end = side.end + len(tail) - len(rest)
    verb = says.group("verb")
    if _TAKES.match(verb) and not _SPEECH.fullmatch(verb):
        return Claim(side, side.start, end, True)
    if not_ours(rest[:170]):
        return None
    own = own_deed(rest)
    told = (own is not None and own.group("self")) or OURS.search(rest[:200]) or ITS_DOING.search(rest[:160])
    later = [other for other in here if other.start >= end]
    return (
        Claim(side, side.start, end, False, own=True) if told or did_it(document, side.party.name, -1, later) else None
    )
