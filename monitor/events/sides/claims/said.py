"""Who claims an act and who denies it, over all the sentences of a document.

A claim is 'took responsibility', 'said the attack was its work', 'claimed by', and also a side's own announcement of
what it did ('Israel's army said it struck'). Media of a side are no claimant, save a state's own agency that tells
of the deed of its forces (claimants.py); 'no group has claimed' is no claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.claims.avowals import JUDGES
from monitor.events.sides.claims.besides import introduces, tells_of_another
from monitor.events.sides.claims.channels import channel
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.denials import denials
from monitor.events.sides.claims.in_quotes import in_quotes
from monitor.events.sides.claims.of_a_side import avowal, claim_of
from monitor.events.sides.claims.responsibility import OTHER_ATTACKS, takes
from monitor.events.sides.claims.unnamed import unnamed
from monitor.events.sides.named import Named

_NOBODY = pattern(
    r"\b(?:no\s+(?:group|one|organi[sz]ation|party|faction|side|militant|immediate)|nobody|none|"
    r"nor\s+has\s+any)\b[^.]{0,70}"
    r"\b(?:claim\w*|responsibility|credit|taken|assumed)\b|\b(?:has|have|had)(?:\s+not|"
    r"n['’]t)\s+(?:yet\s+)?(?:\w+\s+)?(?:claimed|been\s+claimed|taken)\b"
    r"|\b(?:has|have|had)\s+(?:not\s+said|claimed\s+(?:none|nothing|neither))\b"
    r"|\bwithout\s+(?:claiming|taking)\b|\b(?:did|does|do)\s*(?:not|n['’]t)\s+claim\b"
    r"|\bno\s+(?:\w+\s+){0,2}claims?(?:\s+(?:of\s+respons|was|were|has|had|for|by|so\s+far|yet)|\s*(?:[.;,]|$))|\byet\s+to\s+(?:be\s+claim|claim|take\s+respons)"
    r"|\b(?:no\s+(?:group|side|one|faction|party)|nobody)\s+(?:has|had)\s+(?:yet\s+)?(?:spoken\s+of|owned|admitted|come\s+forward|said\s+(?:it|they)|put\s+(?:its|their)\s+name)\b"
    r"|\b(?:went|gone|goes|remain(?:s|ed)?|was|is|still)\s+unclaimed\b",
    ignore_case=True,
)
#: nobody claimed it at first, or it is another act that nobody claimed
_NOBODY_THEN = pattern(
    r"\b(?:at\s+first|initially|first\s+reports|at\s+the\s+time|for\s+(?:days|hours|weeks)|until|that\s+(?:attack|raid|bombing|one|blast)|"
    r"such\s+an?|the\s+(?:videos?|pictures?|claims?)|vouch|check|verif\w+|confirm\w*)\b",
    ignore_case=True,
)
#: in an article that says that nobody claims the act, a claim that came after all
_AFTER_ALL = pattern(r"\b(?:later|now|since|afterwards|subsequently|then|but)\b", ignore_case=True)
#: 'are regularly claimed by'
_HABIT = pattern(
    r"\b(?:regularly|frequently|often|usually|routinely)\b|\bclaimed\s+(?:neither|none)\b|"
    r"\b(?:some|several|many|most|all|both|dozens)\s+of\s+(?:them|which)\b|\b(?:some|several|a\s+few|many|most)\s+(?:of\s+(?:the|these|those|such|its|their)\s+(?:\w+\s+){0,2}?|such\s+|other\s+|similar\s+|recent\s+)"
    r"(?:attacks|bombings|killings|raids|assassinations|abductions|strikes)\b",
    ignore_case=True,
)


#: 'claimed that massacre', 'took responsibility for that one': another act than the one told of elsewhere
_THAT_ACT = pattern(
    r"\b(?:for|did|done)\s+that(?:\s+(?:one|attack|raid|bombing))?\s*[.;,]|\bclaimed\s+that\s*[.;,]|"
    r"\bclaimed\s+that\s+(?:attack|raid|bombing|massacre|assault|ambush|killing|blast|explosion|strike|one)"
    r"(?:\s+(?:as|too|in|on|also|last|before|after|and|but|while|then)\b|\s*(?:[.,;:]|$))",
    ignore_case=True,
)


#: 'Ukraine: the missile was not ours', 'says there is no chance that it was of its make'
_NOT_OURS = pattern(
    r"\b(?:is|was|were|are)\s+not\s+(?:(?:one|any)\s+of\s+)?(?:ours|our\s|us\b)|\bno\s+(?:chance|possibility)\s+(?:that|of)\b",
    ignore_case=True,
)


#: 'Israel has neither confirmed nor denied it', 'Ankara gave no comment': they claim nothing, whatever others say
_RESERVED = pattern(
    r"[^.;:,]{0,40}?\b(?:(?:has|have)\s+neither\s+confirmed\s+nor\s+denied|neither\s+confirms\s+nor\s+denies|"
    r"(?:would|will|does|did|do)\s+(?:neither\s+confirm\s+nor|not\s+confirm\s+or)\s+deny|"
    r"(?:made|gave|offered|has)\s+no\s+(?:immediate\s+)?comment|declin(?:ed|es)\s+(?:to\s+)?comment|"
    r"(?:has|have|did)\s+not\s+(?:yet\s+|immediately\s+|publicly\s+|officially\s+)?comment(?:ed)?)"
    r"(?:\s+(?:anything|it|on\s+(?:it|this|(?:the|this)\s+(?:\w+\s+)?(?:attack|strike|raid|blast|explosion|incident|killing|bombing)s?)|or|and)\b|"
    r"\s*(?:[.,;]|$))"
)
_RESERVING = ("comment", "neither", "deny")  #: one of them stands in all that it fits


#: 'Venezuela claims the Essequibo', 'claims several areas of the border': ground, and no act
_LAND = pattern(
    r"\bclaim(?:s|ed)?\s+(?:the\s+[A-Z]\w+\s*(?:and\b|[,.;])|(?:the|several|all|large|both|most)\s+(?:of\s+)?(?:\w+\s+)?"
    r"(?:areas?|territor\w+|islands?|islets?|region|waters|settlements?|shoal|reef|land|sea)\b)"
)


#: 'says that it aims only at military targets': what a side always says is no word on this act
_ALWAYS = pattern(
    r"\b(?:aims?|targets?|strikes?|attacks?|hits?|fires?)\s+(?:only|solely|exclusively)\b|"
    r"\b(?:says|say|said)\s+(?:that\s+)?(?:its|their|such|these|the)\s+(?:[\w-]+,?\s+){0,6}?(?:raids|strikes|operations|attacks|bombings|incursions),?\s+"
    r"(?:[\w-]+,?\s+){0,8}?(?:are|aim|target|seek|serve)\b|"
    r"\b(?:only|solely|exclusively|never|does\s+not|do\s+not)\s+(?:ever\s+)?(?:deliberately\s+)?"
    r"(?:aims?|targets?|strikes?|attacks?|hits?|fires?)\b"
)


#: 'The president described the attack as terrorism'
_CONDEMNS = pattern(
    r"\bdescribed\s+(?:the|this)\s+\w+\s+as\s+(?:[\w-]+\s+){0,3}?[\"“‘']?(?:terror\w*|crim\w+|coward\w*|barbar\w+|hein\w+|sense?less|brutal\w*|"
    r"despicable|massacre|traged\w+|tragic|provocati\w+|aggressi\w+|escalation|unacceptable|unprovoked|illegal|sacrilege|violation)\b",
    ignore_case=True,
)


class Said:
    """What the sides named in one document say of acts; every sentence is read once, however many acts ask."""

    def __init__(self, document: str, sentences: Sequence[Sentence], named: Sequence[Named]) -> None:
        self._document = document
        self._sentences = sentences
        self._named = named
        self._by_sentence: dict[int, list[Claim]] = {}
        self._here: dict[int, list[Named]] = {}
        for side in named:
            self._here.setdefault(side.sentence, []).append(side)

    def claims(self, where: Iterable[int]) -> list[Claim]:
        """What the sides themselves say of an act in the sentences `where`, in the order of the text."""
        asked = [index for index in where if index < len(self._sentences)]
        found = (claim for index in set(asked) - self._unclaimed for claim in self._of(index))
        deniers = {denial.side.party.name for denial in self._denials if denial.side.sentence in asked}
        if deniers:  # what a group says of an act that it denies is no claim of it
            found = (c for c in found if c.explicit or c.own or not c.voiced or c.side.party.name not in deniers)
        if self._reserved:
            found = (c for c in found if c.explicit or c.own or not self.reserved(c.side))
        nobody = min(self._nobodys.intersection(asked), default=None)
        if nobody is not None:
            found = (claim for claim in found if self._all_the_same(claim, nobody))
        return sorted(found, key=lambda claim: claim.start)

    def _all_the_same(self, claim: Claim, nobody: int) -> bool:
        """Does a claim hold where the sentence `nobody` says that the act has none: 'Later the group claimed it'?"""
        sentence = self._sentences[claim.side.sentence]
        if sentence.index < nobody:
            return claim.explicit or claim.own or not claim.voiced
        return claim.explicit and _AFTER_ALL.search(sentence.text) is not None

    def denial(self, where: Iterable[int]) -> Claim | None:
        """The first side that denies having done it, in the sentences `where`."""
        wanted = set(where)
        return next((claim for claim in self._denials if claim.side.sentence in wanted), None)

    def _of(self, index: int) -> list[Claim]:
        if index not in self._by_sentence:
            sentence, here = self._sentences[index], self.named_in(index)
            self._by_sentence[index] = [
                claim
                for claim in (
                    *self._by_name(index),
                    *self._of_unnamed.get(index, ()),
                )
                if not introduces(self._document, claim.side, here)
                and (claim.explicit or claim.own or not tells_of_another(self._document, sentence, claim, here))
            ]
        return self._by_sentence[index]

    def _by_name(self, index: int) -> Iterator[Claim]:
        sentence = self._sentences[index]
        here = self.named_in(index)
        taking = bool(here) and takes(sentence.text)
        quoting = bool(here) and ('"' in sentence.text or "”" in sentence.text)
        for side in here:
            claim = claim_of(self._document, sentence, side, here, taking)
            if claim is None or not (claim.explicit or claim.own):
                claim = (in_quotes(self._document, sentence, side) if quoting else None) or claim
            told = claim is not None and (claim.explicit or claim.own)
            if not told and (side.party.kind != "state" or index in self._judging):
                claim = (
                    avowal(self._document, sentence, side, here)
                    or channel(self._document, sentence, side, here)
                    or claim
                )
            if claim is not None and not (
                _ALWAYS.search(self._document[claim.start : sentence.end])
                or self._not_ours(claim.side)
                or (claim.explicit and _LAND.search(self._document[claim.start : claim.end + 40]))
                or (claim.explicit and _CONDEMNS.search(self._document[claim.start : claim.end + 80]))
                or (claim.explicit and OTHER_ATTACKS.search(self._document[claim.start : sentence.end]))
                or (
                    (claim.explicit or claim.own)
                    and _HABIT.search(self._document[max(sentence.start, claim.start - 40) : sentence.end])
                )
            ):
                yield claim

    @cached_property
    def _judging(self) -> frozenset[int]:
        """The sentences in which somebody calls the act something."""
        return frozenset(index_of(self._sentences, match.start()) for match in JUDGES.finditer(self._document))

    def disowned(self, side: Named, home: int) -> bool:
        """Whether its own sentence says that what a side speaks of is another act than that told in the sentence
        `home`, or none of its doing."""
        rest = self._document[side.start : self._sentences[side.sentence].end]
        return (side.sentence != home and _THAT_ACT.search(rest) is not None) or self._not_ours(side)

    def _not_ours(self, side: Named) -> bool:
        return _NOT_OURS.search(self._document[side.start : self._sentences[side.sentence].end]) is not None

    def reserved(self, side: Named) -> bool:
        """Whether a side is told to say nothing of the act: no words of others make it claim it."""
        return side.party.name in self._reserved

    @cached_property
    def _reserved(self) -> frozenset[str]:
        """The names of those that do not comment."""
        if not any(map(self._document.__contains__, _RESERVING)) or _RESERVED.search(self._document) is None:
            return frozenset()
        return frozenset(
            side.party.name
            for side in self._named
            if _RESERVED.match(self._document[side.end : self._sentences[side.sentence].end])
        )

    def named_in(self, index: int) -> Sequence[Named]:
        """The sides named in one sentence."""
        return self._here.get(index, ())

    @cached_property
    def _unclaimed(self) -> frozenset[int]:
        """The sentences that say that nobody claims it."""
        return frozenset(index_of(self._sentences, match.start()) for match in _NOBODY.finditer(self._document))

    @cached_property
    def _nobodys(self) -> frozenset[int]:
        """Those of them that speak of the act the article tells of, and of all the time since."""
        return frozenset(i for i in self._unclaimed if not _NOBODY_THEN.search(self._sentences[i].text))

    @cached_property
    def _of_unnamed(self) -> dict[int, list[Claim]]:
        return unnamed(self._document, self._sentences, self._named)

    @cached_property
    def _denials(self) -> list[Claim]:
        return list(denials(self._document, self._sentences, self._named))
