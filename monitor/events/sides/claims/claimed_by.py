"""What is told of a claim before the name of who makes it: 'claimed by', 'calling itself', 'according to', 'says'."""

from __future__ import annotations

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.own_deed import ABOUT_ACT, WE_DID, tells_of_it
from monitor.events.sides.claims.responsibility import TOOK_AFTER
from monitor.events.sides.named import Named

_BY = pattern(
    r"(?:claimed|asserted|(?:responsibility|credit)\s+(?:for\s+[^.;]{1,60}?\s+)?(?:was\s+|is\s+|has\s+been\s+)?(?:taken|accepted|assumed)|admitted|announced|acknowledged)\s+(?:early\s+|"
    r"late\s+)?(?:on\s+)?(?:\w+day\s+)?(?:(?:on|in|via|through|over)\s+(?:an?\s+|the\s+|its\s+)?(?:social\s+media|statement|video|"
    r"message|communiqu\w+|Telegram|Twitter|X|Facebook|channel|website|post|broadcast|television|radio|bulletin|letter|phone)(?:\s+\w+)?\s+)?by\s+(?:an?\s+(?:[\w-]+\s+){0,3}?(?:group|outfit|faction|militia|band|gang|cell|movement|organi[sz]ation)\s*,?\s+"
    r"(?:(?:that\s+calls|calling)\s+itself\s+|(?:called|named|known\s+as)\s+)?)?"
    r"(?:the\s+|an?\s+)?(?:(?:self-styled|so-called|banned|outlawed|proscribed|shadowy|militant|separatist|jihadist|Islamist)\s+){0,2}(?:\w+['’]s\s+)?$",
    ignore_case=True,
)
#: a group introduced by its name
_CALLED = pattern(
    r"\b(?:(?:calls|calling|named|naming)\s+(?:itself|themselves)|named|called|known\s+as|(?:goes|going|went|goes\s+online)\s+(?:by|under)\s+"
    r"the\s+names?(?:\s+of)?|by\s+the\s+name(?:\s+of)?)\s+(?:the\s+)?[\"“‘'’]?\s*(?:the\s+)?$",
    ignore_case=True,
)
_CALLING = frozenset({"itself", "themselves", "named", "called", "known", "name", "names"})
#: '"We, the Black Moth hackers, take full responsibility," the group wrote'
_OURSELVES = pattern(r"\b[Ww]e\s*,\s+(?:the\s+)?$")
_TAKE_IT = pattern(
    r"(?:\s+(?:hackers|group|movement|collective|fighters|team|brigade))?\s*,\s+(?:\w+\s+){0,2}?(?:have|claim|take|accept|assume|admit|carried|did)\b"
)
#: 'a caller who said he spoke for the Pakistani Taliban told an agency that his men had done it'
_SPOKE_FOR = pattern(
    r"\b(?:caller|man|voice|person|someone|somebody|who)\b[^.;]{0,50}\b(?:spoke|speaks|speaking|calling|called)\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+)?$",
    ignore_case=True,
)
#: 'a caller told reporters that the Night Herons had planted the bomb'
_CALLER_TOLD = pattern(
    r"\b(?:caller|(?:man|voice|woman|person|someone|somebody)\s+who|unknown\s+man)\b[^.;]{0,120}\b(?:said|told|rang|telephoned|phoned)\b[^.;]{0,80}\bthat\s+(?:the\s+)?$",
    ignore_case=True,
)
_HAD_DONE = pattern(
    r"\s+(?:had|have|has|was|were)\s+(?:d(?:one|id)|carried|planted|placed|set|laid|killed|attacked|shot|fired|behind|responsible)\b"
)
#: 'a leaflet signed by the Night Herons', 'the channel's owners sign "Night Herons"'
_SIGNED = pattern(
    r"\b(?:leaflets?|notes?|letters?|messages?|statements?|texts?|banners?|pamphlets?|communiqu\w+)\b[^.;]{0,60}\bsigned\s+"
    r"(?:by|as|in\s+the\s+name\s+of)\s+(?:the\s+)?[\"“]?$|\bsign(?:s|ed)?\s+(?:themselves\s+|itself\s+)?(?:as\s+)?[\"“]$",
    ignore_case=True,
)
#: 'a man who says he belongs to the Yarmouk brigade appears in a video'
_BELONGS_TO = pattern(
    r"\b(?:who\s+(?:says?|said|claim(?:s|ed))\s+(?:that\s+)?(?:he|she|they)\s+(?:belong(?:s|ed)?\s+to|(?:is|are|was|were)\s+(?:from|of|with|members?\s+of|fighters?\s+of))|"
    r"(?:identif(?:ying|ied|ies)|introduc(?:ing|ed|es))\s+(?:himself|herself|themselves)\s+as\s+(?:an?\s+)?(?:members?|fighters?|commanders?|soldiers?)\s+of)\s+(?:the\s+)?$",
    ignore_case=True,
)
_SIGNS = frozenset({"signed", "sign", "signs"})
_JOINS = frozenset({"to", "of", "from", "with"})
_ON_FILM = pattern(r"\b(?:videos?|footage|clips?|recordings?|film|statement|audio)\b", ignore_case=True)
_HIS_MEN = pattern(
    r"\b(?:his|its|their|our)\s+(?:\w+\s+)?(?:men|fighters|group|people|bomber|comrades)\s+(?:had\s+|have\s+)?(?:d(?:id|one)|carried|planted|killed|attacked|fired|shot|set|blown|blew)\b",
    ignore_case=True,
)
#: 'hackers who claim to be Anonymous Philippines defaced the site'
_CLAIMS_TO_BE = pattern(
    r"\bclaim(?:s|ed|ing)?\s+to\s+be\s+(?:(?:part|members?)\s+of\s+)?(?:the\s+)?[\"“‘']?$", ignore_case=True
)


def claimed_by(document: str, sentence: Sentence, side: Named, lead: str) -> Claim | None:
    """Responsibility told before the name of who takes it: 'claimed by the Taliban', 'calling itself ...'."""
    before = side.before
    if "by" in before and _BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if not _CALLING.isdisjoint(before[-4:]) and _CALLED.search(lead):
        tail = document[side.stretch : sentence.end]
        if TOOK_AFTER.search(tail[:200]):
            return Claim(side, side.start, min(sentence.end, side.stretch + 60), True)
    if "we" in before[-3:] and _OURSELVES.search(lead) and _TAKE_IT.match(document, side.end):
        return Claim(side, side.start, min(sentence.end, side.stretch + 60), True)
    if "for" in before[-2:] and _SPOKE_FOR.search(lead):
        tail = document[side.stretch : sentence.end]
        if TOOK_AFTER.search(tail) or _HIS_MEN.search(tail):
            return Claim(side, side.start, side.stretch, True)
    if side.party.kind == "group" and "that" in before[-2:] and _HAD_DONE.match(document, side.stretch):
        if _CALLER_TOLD.search(document[max(sentence.start, side.start - 240) : side.start]):
            return Claim(side, side.start, side.stretch, True)
    elif side.party.kind == "group" and not _SIGNS.isdisjoint(before[-5:]) and _SIGNED.search(lead):
        return Claim(side, side.start, side.end, False, voiced=True)
    if not _JOINS.isdisjoint(before[-2:]) and side.party.kind in ("group", "forces") and _BELONGS_TO.search(lead):
        return Claim(side, side.start, side.end, False, voiced=True) if _ON_FILM.search(sentence.text) else None
    if before[-2:] == ("to", "be") and _CLAIMS_TO_BE.search(lead):
        return Claim(side, side.start, side.end, True)
    return None


ACCORDING = pattern(
    r"\baccording\s+to\s+(?:(?:the|an?)\s+)?(?:(?:\w+\s+)?(?:spokes\w+|statement|source|official|officer|commander)\s+"
    r"(?:of|for|from|by|in|with)\s+)?(?:the\s+)?$",
    ignore_case=True,
)
MEDIA = pattern(
    r"\b(?:agency|news|media|TV|television|newspaper|channel|outlet|broadcaster|radio|journalist|reporter|"
    r"correspondent|source|sources|resident|analyst|expert|"
    r"lawmaker|opposition|health|hospital)\b",
    ignore_case=True,
)


def according_to(document: str, sentence: Sentence, side: Named) -> Claim | None:
    """'According to the Israeli military, its jets struck': who tells of the act, where it is no newspaper."""
    media = MEDIA.search(document[side.end : side.stretch + 25])
    if media is None and side.agent and ABOUT_ACT.search(sentence.text):
        return Claim(side, side.start, side.end, False)
    return None


_SHOWN_BY = pattern(
    r"\b(?:[Ff]ootage|[Vv]ideos?)\s+(?:put\s+out|released|published|posted|aired|shared)\b[^.;,]{0,40}$"
)
#: 'was shot down by Venezuela's military over the sea, which has now confirmed it'
_WHICH_CONFIRMED = pattern(
    r"[^,.;]{0,60},\s+(?:which|who)\s+(?:(?:has|have|had|now|since|later|also|itself|itself|promptly)\s+){0,3}"
    r"(?:confirmed|admitted|announced|acknowledged|claimed)(?:\s+(?:it|this|them|having)\b|\s*[.,;]|$)"
)
_CONFIRMED_BY = pattern(r"\b(?:was|were|been)\s+(?:later\s+)?confirmed\s+by\s+(?:the\s+)?$", ignore_case=True)


def told_by(document: str, side: Named, lead: str) -> Claim | None:
    """Behind 'by': 'footage released by the Houthis', 'downed by the army, which has confirmed it'."""
    if side.party.kind != "state" and _SHOWN_BY.search(lead):
        return Claim(side, side.start, side.end, True)
    if _WHICH_CONFIRMED.match(document, side.stretch):
        return Claim(side, side.start, side.stretch, False, own=True)
    if _CONFIRMED_BY.search(lead):
        return Claim(side, side.start, side.stretch, False)
    return None


_SAID = frozenset({"said", "says", "announced", "reported"})
#: 'a helicopter was shot down, says Turkey'
_SAID_BY = pattern(
    r"[,”\"’'–—-]\s*(?:said|says|announced|reported)\s+(?:the\s+|an?\s+(?:spokes\w+|statement)\s+(?:of|for|by|from)\s+(?:the\s+)?)?$"
)


def is_said_by(document: str, side: Named, lead: str) -> bool:
    """Whether a state ends the sentence that it says: 'a helicopter was shot down, says Turkey'."""
    if side.weapon or _SAID.isdisjoint(side.before[-5:]) or not _SAID_BY.search(lead):
        return False
    return MEDIA.search(document[side.end : side.stretch + 14]) is None


def said_by(document: str, sentence: Sentence, side: Named) -> Claim | None:
    """The claim of a state that ends the sentence it says; its own where that tells 'we struck'."""
    ours = WE_DID.search(document[sentence.start : side.start]) is not None
    return Claim(side, side.start, side.stretch, False, own=ours) if ours or tells_of_it(sentence.text) else None
