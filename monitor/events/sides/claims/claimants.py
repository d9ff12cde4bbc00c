"""Which of the claims in a text is that of the act: it fits who did it, is of this day and of no shoot-down beside it.

What the sides say is read by `said.py`; who did it is weighed by `who.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.branches import BRANCHES, NETWORKS
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.named import Named

TOLD_WITHIN = 12  #: sentences that tell of the act the article was written for
VAGUE = frozenset(
    {
        "Iran-backed militias",
        "hackers",
        "gunmen",
        "protesters",
        "Kurdish forces",
        "Palestinian militants",
        "militias",
        "bandits",
        "pirates",
    }
)
OPENS_AWAY = pattern(
    r"(?:In\s+(?:a\s+separate|another|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:19|20)\d\d)|"
    r"Separately|Meanwhile|Elsewhere|Earlier|Previously|"
    r"Last\s+(?:week|month|year|spring|summer|autumn|fall|winter|time|decade|\w+day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b|Since\s|(?:A\s+(?:day|week|month)|An\s+hour|Hours)\s+(?:earlier|before)|"
    r"The\s+day\s+before|The\s+previous|"
    r"(?:Two|Three|Several)\s+\w+\s+(?:earlier|ago|before))\b"
)
SHOT_DOWN = pattern(
    r"\b(?:intercept\w*|(?:drone|missile)\s+kills?\b|sho(?:t|ot)\s+down|downed|br(?:ought|ing)\s+down)\b",
    ignore_case=True,
)
_SHOT = pattern(
    r"\b(?:intercept\w*|sho(?:t|ot)\s+down|downed|br(?:ought|ing)\s+down|destroyed|stopped|interceptors?|Patriots|air\s+defen[cs]es?|engaged)\b",
    ignore_case=True,
)
#: acts of which a group also tells that did not do them: where it has no jets, where two sides fight
TOLD_BY_BOTH = frozenset({"airstrike", "armed_clash", "ground_incursion", "shelling"})

_LONG_AGO = pattern(
    r"\b(?:last\s+(?:week|month|year|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|in\s+(?:19|20)\d\d|(?:weeks?|months?|years?)\s+(?:ago|earlier|before))\b",
    ignore_case=True,
)

#: 'On July 26 gunmen stormed a court; the group claimed it', 'the last big one, claimed by the group'
_DATED = pattern(
    r"^\W*(?:(?:And|But|Back|Also|Only)\s+)?[Oo]n\s+(?:(?:\w+day\s*,?\s+)?(?P<day>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|"
    r"\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)))\b(?:\W+\w+){4}"
)
_THE_LAST = pattern(
    r"\b(?:the|its)\s+(?:last|first|deadliest|worst|biggest|latest)\s+(?:such\s+|known\s+|big\s+|major\s+|large\s+|previous\s+|comparable\s+){0,2}(?:one|attack|bombing|raid|assault|blast|strike)\b"
    r"[^.;]{0,50}$|\bthat\s+(?:attack|raid|bombing|one|blast|killing|strike)\b",
    ignore_case=True,
)
_THAT_ONE = pattern(
    r"\b(?:claimed|for|behind)\s+(?:that|those)\s+(?:attacks?|raids?|bombings?|blasts?|killings?|strikes?)\b|\bthose\s+(?:attacks|bombings|raids|killings|blasts)\s+were\b",
    ignore_case=True,
)

#: 'who died on October 31 when a bomb went off, an attack claimed by the group': what is told of in passing
_BY_THE_WAY = pattern(
    r"\b(?:[Oo]n|[Ii]n|of)\s+(?P<day>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?|"
    r"\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\b"
    r"[^.;]*,\s+an?\s+(?:\w+\s+)?(?:attack|raid|bombing|blast|killing|strike|assault|massacre)\s+"
    r"(?:(?:that|which)\s+|(?:was|were)\s+|later\s+)*(?:claimed\s+by\s+(?:the\s+)?)?$"
)
_ITS_DAY = pattern(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|overnight)\b")
#: 'In neighbouring Burkina Faso, meanwhile, gunmen ...': all its paragraph tells of is another act
_TURNS_AWAY = pattern(
    r"(?:In\s+neighbou?ring\b|In\s+a\s+separate\b|Separately\b|Elsewhere\b|[^,.;]{1,50},\s+meanwhile\s*,)"
)

#: 'The border was closed after a bomb at a shrine, for which the group took responsibility'
_WHICH_IT_ANSWERS = pattern(r"\b(?:after|following|since)\s[^.;]{1,200}\bfor\s+which\b", ignore_case=True)

_ANOTHER = pattern(
    r"\b[Aa](?:nother|\s+(?:second|different))\s+(?:[\w-]+\s+){0,3}(?:group|faction|militia|band|outfit|movement)\b"
)

_OWN_CRAFT = pattern(
    r"\b(?:its|our|their|own)\s+(?:\w+\s+){0,3}?(?:jets?|planes?|aircraft|helicopters?|bombers?|drones?|pilots?|crews?)\b",
    ignore_case=True,
)

_MILITARY = pattern(r"\b(?:military|army|air\s+force|navy|armed\s+forces|air\s+defen[cs]e)\b", ignore_case=True)

#: country -> its state's agencies and broadcasters where they tell of something
_STATE_PRESS = {
    country: pattern(
        rf"\b(?:(?:{agencies})(?:\s+(?:news\s+)?agency|\s+TV)?|{of}\s+state(?:-run)?\s+(?:media|TV|television)|"
        rf"[Ss]tate\s+(?:media|TV|television)\s+in\s+{capital}|(?:^|[,;]\s+)[Ss]tate\s+(?:media|TV|television))(?:\s+in\s+[A-Z]\w+)?(?:\s*,[^,;.]{{1,40}},)?\s+"
        r"(?:has\s+|had\s+|also\s+)?(?:said|says|say|reported|reports|confirmed|announced|justified)\b|"
        rf"\b(?:[Aa]ccording\s+to|[Cc]iting|[Rr]eported\s+from)\s+(?:the\s+|[\w-]+\s+){{0,2}}?(?:(?:{agencies})\b|{of}\s+state(?:-run)?\s+(?:media|TV|television)\b)"
    )
    for country, agencies, of, capital in (
        ("IR", "IRNA|Fars|Tasnim|ISNA|Mehr|Mizan|IRIB", "Iran(?:ian|['’]s)", "(?:Tehran|Iran)"),
        ("RU", "TASS|RIA\\s+Novosti|RIA", "Russia(?:n|['’]s)", "(?:Moscow|Russia)"),
        ("CN", "Xinhua|CCTV|Global\\s+Times", "(?:Chinese|China['’]s)", "(?:Beijing|China)"),
        ("KP", "KCNA", "North\\s+Korea(?:n|['’]s)", "Pyongyang"),
        ("SY", "SANA", "Syria(?:n|['’]s)", "(?:Damascus|Syria)"),
        ("TR", "Anadolu|TRT", "(?:Turkish|Turkey['’]s)", "(?:Ankara|Turkey)"),
    )
}

#: what a state's forces do, in the words of its agency
_DEED = pattern(
    r"\b(?:seiz|captur|impound|detain|navy|forces|Guards?\b|launch|fired|struck|shot\s+down|downed|destroyed|operation)\w*",
    ignore_case=True,
)

#: at sea a state's own forces are behind what befalls these
_LAWLESS = pattern(
    r"\b(?:narco\w*|drugs?|smuggl\w+|traffick\w+|poach\w*|fish\w*\s+illegally|illegal(?:ly)?\s+fish\w*|warning\s+shots|"
    r"(?:air)?strikes?\s+on\s+(?:an?\s+)?(?:\w+\s+)?(?:boat|vessel)|boat\s+strikes?)\b",
    ignore_case=True,
)

_INVESTIGATES = pattern(r"\b(?:detain|arrest|suspect|accus|blam|charg|terror|investigat|inquiry)\w*", ignore_case=True)

#: names for those nobody knows: they take no responsibility
_FACELESS = frozenset({"gunmen", "protesters", "militias", "Somali pirates", "Nigerian bandits"})

_INTERCEPTS = re.compile(r"\bintercept|air\s+defen[cs]e")


_ANSWERS = pattern(
    r"\b(?:artillery|air\s+force|(?:fighter\s+)?jets|warplanes|tanks?|air\s?strikes?|launch(?:ers?|ing\s+(?:sites?|pads?)|\s+sites?)|"
    r"return(?:ed|ing)\s+fire|fired\s+back|guns\s+were|responded|in\s+(?:response|return|reply))\b",
    ignore_case=True,
)


class Claimants:
    """The sides of one document that may claim an act."""

    __slots__ = ("_document", "_named", "_sentences")

    def __init__(
        self,
        document: str,
        sentences: Sequence[Sentence],
        named: Sequence[Named],
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._named = named

    def choose(self, said: list[Claim], actors: list[Named], home: int, type: str, inverse: bool) -> Claim | None:
        """The claim that fits the actor: the explicit one first, the body that speaks before the state it serves."""
        said = [self._by_name(c, actors) for c in said]
        fitting = [c for c in said if not actors or any(compatible(n, c.side) for n in actors)]
        fitting = fitting or [c for c in said if any(_of_its_land(n, c) for n in actors)]
        fitting = [c for c in fitting if c.side.party.name not in _FACELESS]
        if type not in ("interception", "aircraft_downed", "airspace_violation"):
            fitting = [c for c in fitting if c.explicit or not self.stopped(c)]
        fitting = [c for c in fitting if c.explicit or c.own or self._about(c, type, home)]
        best = [c for c in fitting if c.explicit] or [c for c in fitting if c.own] or (fitting if actors else [])
        if not best and type == "targeted_killing":
            best = [c for c in fitting if self._over_another(c, anywhere=True) and not self._investigates(c)]
        if not best and type == "aircraft_downed":
            best = [c for c in fitting if self._over_another(c) or self._shot(c)]
        if not best and type == "maritime_incident":
            best = [c for c in fitting if c.side.party.kind in ("state", "forces") and self._polices(c)]
        if not best and type not in TOLD_BY_BOTH and not inverse:
            best = [c for c in fitting if c.voiced]
        if not best:
            return self._through_media(actors, home)
        chosen = next((c for c in best if not nameless(c.side)), None)
        if chosen is None:  # 'claimed by an Iraqi faction': the one of those that speak which has a name
            spoke = (c for c in fitting if c.voiced and c.side.party.kind == "group" and not nameless(c.side))
            chosen = next(spoke, best[0])
        bodies = [
            c
            for c in (*best, *fitting)
            if c.side.party.kind in ("forces", "group")
            and c.side.party.country == chosen.side.party.country
            and not nameless(c.side)
        ]
        return bodies[0] if bodies else chosen

    def _by_name(self, claim: Claim, actors: list[Named]) -> Claim:
        """The claim of those whose kind alone is told, for who did it: 'Killnet ... hackers say it was them'."""
        if not actors or not nameless(claim.side) or not (claim.explicit or claim.own):
            return claim
        doer = actors[0]
        known = (
            doer.party.kind == "group" and not nameless(doer) and claim.side.party.country in (None, doer.party.country)
        )
        return structs.replace(claim, side=doer) if known else claim

    def of_branch(self, said: list[Claim], home: int) -> list[Claim]:
        """The claims, a network's given to the branch that did it: 'Sinai Province raided ... ISIS claimed it'."""
        if not any(c.side.party.name in NETWORKS for c in said):
            return said
        doers = {
            n.party.name: n
            for n in reversed(self._named)
            if n.sentence in (0, home, home + 1) and not n.weapon and n.party.name in BRANCHES
        }
        if len(doers) != 1:
            return said
        branch = next(iter(doers.values()))
        return [
            structs.replace(c, side=branch) if c.side.party.name == BRANCHES[branch.party.name] else c for c in said
        ]

    def of_this_group(self, said: list[Claim], home: int) -> list[Claim]:
        """The claims without that of another group's act told behind: 'On Monday another group said it was behind'."""
        near = [c for c in said if (c.own or c.explicit) and index_of(self._sentences, c.start) <= home + 1]
        if not near:
            return said
        return [c for c in said if c in near or not self._of_another_group(c, home)]

    def _of_another_group(self, claim: Claim, home: int) -> bool:
        sentence = self._sentences[index_of(self._sentences, claim.start)]
        lead = sentence.text[: max(0, claim.start - sentence.start)]
        return sentence.index > home + 1 and _ANOTHER.search(lead) is not None

    def answers(self, claim: Claim) -> bool:
        """Does an army tell of what it did about the rockets: 'its artillery had struck the launch sites'?"""
        return (
            claim.side.party.kind in ("state", "forces")
            and not claim.explicit
            and _ANSWERS.search(self._sentences[index_of(self._sentences, claim.start)].text) is not None
        )

    def _over_another(self, claim: Claim, *, anywhere: bool = False) -> bool:
        """Does a state tell of what befell another's aircraft: 'A Russian jet was hit, Ukraine said'?"""
        mine = claim.side.party
        if mine.kind not in ("state", "forces") or not mine.country:
            return False
        return any(
            n.sentence == claim.side.sentence
            and n.party.country != mine.country
            and (n.party.country is not None or n.party.kind == "group")
            and (anywhere or not n.place)
            for n in self._named
        )

    def _through_media(self, actors: list[Named], home: int) -> Claim | None:
        """The claim of a state whose own agency tells of its deed: 'IRNA confirmed that the navy had seized it'."""
        doers = [n for n in actors if n.party.kind in ("state", "forces")]
        press = _STATE_PRESS.get(doers[0].party.country or "") if doers else None
        if press is None:
            return None
        bodies = [n for n in self._named if n.party.kind == "forces" and n.party.country == doers[0].party.country]
        body = next((n for n in doers if n.party.kind == "forces"), doers[0])
        for sentence in self._sentences[:TOLD_WITHIN]:
            match = press.search(sentence.text)
            if match is not None and (sentence.index == home or _DEED.search(sentence.text)):
                body = next((n for n in bodies if n.sentence == sentence.index), body)
                return Claim(body, sentence.start + match.start(), sentence.start + match.end(), False)
        return None

    def _investigates(self, claim: Claim) -> bool:
        """Does the side hunt for those who did it?"""
        return _INVESTIGATES.search(self._sentences[index_of(self._sentences, claim.start)].text) is not None

    def _polices(self, claim: Claim) -> bool:
        """Does a state tell of what befell those whom it calls smugglers or poachers?"""
        told = self._sentences[index_of(self._sentences, claim.start)].text
        return _LAWLESS.search(told) is not None or _LAWLESS.search(self._sentences[0].text) is not None

    def _shot(self, claim: Claim) -> bool:
        """Does a military tell of a shoot-down that is not of its own: 'A bomber was shot down, the army says'?"""
        text = self._sentences[index_of(self._sentences, claim.start)].text
        return (
            _MILITARY.search(claim.side.forces) is not None
            and SHOT_DOWN.search(text) is not None
            and _OWN_CRAFT.search(text) is None
        )

    def recalls(self, claim: Claim, home: int) -> bool:
        """Is it an act of another day that is claimed: 'In March ...', 'an attack last year that the group claimed'?"""
        index = index_of(self._sentences, claim.start)
        sentence = self._sentences[index]
        if index == home or sentence.is_title:
            return False
        lead = sentence.text[: max(0, claim.start - sentence.start)]
        if OPENS_AWAY.match(sentence.text) is not None or _LONG_AGO.search(lead) is not None:
            return True
        last = _THE_LAST.search(lead) if index > home else None
        if last is not None and not lead.endswith(" in ", 0, last.start()):  # 'killing 12 in the latest attack ...'
            return True
        if index > home and _THAT_ONE.search(sentence.text):
            return True
        dated = _DATED.match(lead)
        if dated is not None and not any(dated.group("day") in self._sentences[i].text for i in (0, home)):
            return True
        if self.turned_away(index, home) or self._by_the_way(lead, home):
            return True
        return sentence.paragraph > 1 and _WHICH_IT_ANSWERS.search(lead) is not None

    def turned_away(self, index: int, home: int) -> bool:
        """Whether the sentence `index` stands where the text has turned to another act than that of `home`."""
        paragraph = self._sentences[index].paragraph
        while index > 0 and self._sentences[index - 1].paragraph == paragraph:
            index -= 1
        return index > home and _TURNS_AWAY.match(self._sentences[index].text) is not None

    def _by_the_way(self, lead: str, home: int) -> bool:
        """Whether the words before a claim tell of an act of another day than the one `home` names."""
        found = _BY_THE_WAY.search(lead)
        told = [self._sentences[i].text for i in (0, home or 1)]
        return (
            found is not None
            and any(_ITS_DAY.search(text) for text in told)
            and not any(found.group("day") in text for text in told)
        )

    def stopped(self, claim: Claim, *, anywhere: bool = False) -> bool:
        """Does the side tell of what it shot down, beside an attack not its own? `anywhere`: also before its name."""
        if anywhere and _SHOT.search(self._sentences[index_of(self._sentences, claim.start)].text):
            return True
        return SHOT_DOWN.search(self._document[claim.start : claim.end + 40]) is not None

    def _about(self, claim: Claim, type: str, home: int) -> bool:
        """Does a side that merely tells of an act tell of this one?"""
        sentence = self._sentences[index_of(self._sentences, claim.start)]
        return sentence.index == home or type == "interception" or _INTERCEPTS.search(sentence.text) is None


_KINDS = pattern(
    r"(?:militants|rebels|fighters|gunmen|insurgents|separatists|militias?|hackers|bandits|pirates|guerrillas|forces|group|"
    r"jihadists|terrorists|dissidents)$"
)


def nameless(side: Named) -> bool:
    """Whether a side is called by its kind alone: 'Ukrainian hackers', 'an Iraqi faction', 'Niger Delta militants'."""
    party = side.party
    return party.name in VAGUE or (
        party.kind == "group"
        and (party.name.startswith(f"{side.alias.spelling} ") or _KINDS.search(party.name) is not None)
    )


def _of_its_land(actor: Named, claim: Claim) -> bool:
    """Whether a group owns in so many words to what its country is said to have done: hackers of Russia."""
    a, b = actor.party, claim.side.party
    return claim.explicit and b.kind == "group" and a.kind == "state" and b.country == a.country


def compatible(actor: Named, claimant: Named) -> bool:
    """May the one who claims be the one who did it?"""
    a, b = actor.party, claimant.party
    if a.name == b.name:
        return True
    if a.name in VAGUE or (
        nameless(actor) and not nameless(claimant) and (a.country is None or b.country in (None, a.country))
    ):
        return b.kind in ("group", "forces", "person")
    return (
        bool(a.country)
        and a.country == b.country
        and (actor.place or ("forces" in (a.kind, b.kind) and "group" not in (a.kind, b.kind)))
    )
