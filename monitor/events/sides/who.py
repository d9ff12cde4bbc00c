"""Who did it, to whom, who says so and who denies it.

Sides are found by the names of `states.py` and `groups.py` (named.py). By the rules the actor is weighed: a weapon of
its own ('Russian missiles'), an active verb, a 'by', a claim or a charge each add to a side, most in the sentence of
the act (`doers.py`); where there is a model, it tells it (`choice.py`), unless a side takes the act upon itself in so
many words. An unknown actor is a legal answer. For a shoot-down the actor is the side that sent what was shot at; for a
crewed or spying aircraft brought down, the side that shot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import msgspec
from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.announced import ANNOUNCED, announced
from monitor.events.sides.at_home import DONE_AT_HOME, at_home
from monitor.events.sides.bands import by_its_name
from monitor.events.sides.choice import Choice, Option
from monitor.events.sides.claim import Claim
from monitor.events.sides.claim_traits import ClaimedAct
from monitor.events.sides.claim_traits import options as claim_options
from monitor.events.sides.claimants import TOLD_WITHIN, VAGUE, Claimants, compatible
from monitor.events.sides.claims import Said
from monitor.events.sides.deeds import NO_DOWNING, Deeds
from monitor.events.sides.doer_traits import DoneAct
from monitor.events.sides.doer_traits import options as doer_options
from monitor.events.sides.doers import JOINT, Asked, Doers
from monitor.events.sides.houses import house
from monitor.events.sides.named import Named, find
from monitor.events.sides.official import is_official
from monitor.events.sides.own_word import TOLD_OF, own_word
from monitor.events.sides.strangers import by_strangers
from monitor.events.sides.tale import Tale
from monitor.events.sides.targets import Targets, by_every_name, party_of
from monitor.events.sides.wording import Wording
from monitor.taxonomy import FIRE, STEPS
from monitor.types import Evidence, Party

UNKNOWN = Party(name="unknown", kind="unknown")
_CLAIMED = 20  #: sentences up to which an act may still be claimed
_SHOWN = 100  #: characters behind the name of whom the model takes for the claimant
#: a state that tells of an act and is less likely than this to have done it does not claim it
_DOUBTED = 0.2
_DOES = 4.0  #: from here on the words at a name say that it did the act
_RATHER = 2.0  #: ... and from here on that it may have
#: an attack is told as nobody's where who likeliest made it is less likely than this: of 47 such attacks in texts kept
#: apart 22 had been told rightly, 25 as another's
_TOLD_FROM = 0.5
_ANOTHER = 0.6  #: a state that tells of an attack which another is this likely to have made does not claim it
#: types nobody takes responsibility for
_UNCLAIMED = STEPS | {"weapons_test", "unrest"}
#: who tells of harm all over the world, and does hardly any
_REPORTS = frozenset(
    "United Nations,African Union,European Union,Arab League,SADC,UNAMID,UNIFIL,UNDOF,UNISFA,UNMISS,MINUSCA,MINUSMA"
    ",MONUSCO".split(",")
)
#: types of harm that peacekeepers and the like are told of; they do fight, and shoot down
_HARM = FIRE | {"bombing", "targeted_killing", "armed_assault", "abduction", "sabotage"}
#: types that take what no group has: jets, a treasury, a plant
_OF_STATES = frozenset("airstrike sanctions nuclear_step".split())
_SPYING = pattern(
    r"\b(?:MQ-?9|MQ-?1|RQ-?4|Reaper|Predator|Global\s+Hawk|Bayraktar|Hermes|Heron|surveillance|reconnaissance|"
    r"spy\s+drone)",
    ignore_case=True,
)


class WhoAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The sides of one act."""

    actors: tuple[Party, ...] = ()
    maybe_by: tuple[tuple[Party | None, float], ...] = ()  #: who else may have done it, each with its likelihood
    targets: tuple[Party, ...] = ()
    claimed_by: Party | None = None
    denied_by: Party | None = None
    official: bool = False
    evidence: tuple[Evidence, ...] = ()
    because: tuple[str, ...] = ()  #: why a doer or a claimant was taken whom the rules do not know


class ClaimChooser(Protocol):
    """What weighs who claims an act."""

    def choose(self, options: Callable[[], Sequence[Option]], *, ruled: bool) -> Choice | None:
        """The side that claims the act; None where none is likely to, or where the rules have `ruled` who does."""
        ...


class DoerChooser(Protocol):
    """What weighs who did an act."""

    def choose(self, options: Callable[[], Sequence[Option]]) -> Choice | None:
        """The likeliest side, or nobody; None where the rules are to tell it."""
        ...


class Parties:
    """Every side named in one document; answers for one act at a time."""

    __slots__ = (
        "_claim_chooser", "_claimants", "_codes", "_deeds", "_document", "_doer_chooser", "_doers", "_owner", "_said",
        "_sentences", "_targets", "_wording", "named",
    )  # fmt: skip

    def __init__(
        self,
        document: str,
        sentences: tuple[Sentence, ...],
        chooser: ClaimChooser | None = None,
        codes: Callable[[], Sequence[str]] = tuple,
        outlet: str | None = None,
        doers: DoerChooser | None = None,
    ) -> None:
        self._owner = house(outlet) if outlet else None
        self._claim_chooser = chooser
        self._doer_chooser = doers
        self._codes = codes
        self._document = document
        self._sentences = sentences
        self._deeds = Deeds(document, sentences)
        named = find(document, sentences) if sentences else []
        self.named: tuple[Named, ...] = tuple(by_its_name(side, named) for side in named)
        self._said = Said(document, sentences, self.named)
        self._targets = Targets(document, sentences, self._said, self._deeds)
        self._claimants = Claimants(document, sentences, self.named)
        self._doers = Doers(document, sentences, self.named, self._deeds, self._said, self._claimants)
        self._wording = Wording(document, sentences, self.named)

    def for_act(self, start: int, end: int, *, type: str = "", scope: tuple[int, ...] = ()) -> WhoAnswer:
        """The sides of the act whose trigger is document[start:end].

        `scope` names the sentences that tell of the act. Without one the act is taken for the one the article was
        written for, and the first twelve sentences and its own are read.
        """
        if not self._sentences:
            return WhoAnswer(actors=(UNKNOWN,))
        act = self._asked(start, end, type, scope)
        said = [] if type in _UNCLAIMED else self._claims(act)
        said = [c for c in said if not (self._said.disowned(c.side, act.home) or self._claimants.recalls(c, act.home))]
        said = [c for c in said if not self._stands_by(c.side, type)]
        said = [c for c in said if c.explicit or c.own or not self._befell(c.side, act, said)]
        strangers = type in _HARM and by_strangers(
            self._document, self._sentences[act.home], act.start, act.end, self.named
        )
        if strangers:
            said = [c for c in said if c.explicit or not _stately(c.side)]
        denied = self._said.denial(act.where)
        actors, claim, because, doer = self._did(act, said, denied, strangers=strangers)
        if strangers and claim is not None and not claim.explicit and _stately(claim.side):
            claim = None
        if self._claim_chooser is not None and type not in _UNCLAIMED and act.main:
            choice = self._claim_chooser.choose(partial(self._options, act, said, denied), ruled=claim is not None)
            side = choice.side if choice is not None else None
            if side is not None and _stately(side) and (strangers or _by_another(side, act, doer)):
                side = None
            if choice is not None and side is not None and self._may_claim(side, act, denied):
                claim, why = self._chosen(side, choice.share)
                because.append(why)
        answer = self._answer(act, _with_claimant(actors, claim), claim, denied, because)
        if doer is None or not doer.others:
            return answer
        known = tuple(
            (party_of(self._document, side) if side else None, round(share, 3)) for side, share in doer.others
        )
        return structs.replace(answer, maybe_by=known)

    def _did(
        self, act: Asked, said: list[Claim], denied: Claim | None, *, strangers: bool
    ) -> tuple[list[Named], Claim | None, list[str], Choice | None]:
        """Who did it, by the model where there is one, and why; and the claim that the rules read. Who takes an act
        upon himself in so many words did it, whatever the words around others speak for."""
        ruled: list[Named] | None = None
        if self._doer_chooser is None or any(c.explicit for c in said):
            ruled = self._doers.of(act, said)
            claim = self._claimed(act, said, ruled)
            if self._doer_chooser is None or (claim is not None and claim.explicit):
                return ruled, claim, [], None
        choice = self._doer_chooser.choose(partial(self._doer_options, act, said, denied))
        if ruled is None:  # of further acts the rules are asked only for those who act together
            ruled = self._doers.of(act, said) if choice is None or act.main or act.type in JOINT else []
        if choice is None:
            return ruled, self._claimed(act, said, ruled), [], None
        if strangers and choice.side is not None and _stately(choice.side):
            choice = _without_states(choice)
        likely = f"likely by the words around ({choice.share:.0%})"
        others = ruled[:1] if choice.side is None or (ruled and camp(ruled[0].party) != camp(choice.side.party)) else []
        instead = f", not by {others[0].party.name}" if others else ""
        if choice.side is None:
            because = [f"by nobody named, {likely}{instead}"] if choice.share < 1.0 else []
            return [], self._claimed(act, said, [], choice), because, choice
        actors = self._doers.with_others(choice.side, ruled, act)
        likeliest = choice.side.party.name
        together = sum(choice.shares.get(name, 0.0) for name in {camp(side.party) for side in actors})
        if together < _TOLD_FROM and act.type in _HARM and not act.inverse:
            because = [f"by nobody surely enough; perhaps by {likeliest} ({choice.share:.0%})"]
            nobody = _nobody(choice)
            return [], self._claimed(act, said, [], nobody), because, nobody
        because = [f"by {likeliest}, {likely}{instead}"]
        return actors, self._claimed(act, said, actors, choice), because, choice

    def _claimed(
        self, act: Asked, said: list[Claim], actors: list[Named], choice: Choice | None = None
    ) -> Claim | None:
        """The claim that the rules read, of no state that the model held for unlikely to have done it."""
        said = [c for c in said if c.explicit or not _unlikely(c.side, choice)]
        claim = None
        if act.type not in _UNCLAIMED:
            claim = self._claimants.choose(said, actors, act.home, act.type, act.inverse)
        claim = claim or self._told(act, actors)
        if claim is None or claim.explicit:
            return claim
        unsaid = _unlikely(claim.side, choice) or (not claim.own and self._said.reserved(claim.side))
        return None if unsaid else claim

    def _doer_options(self, act: Asked, said: Sequence[Claim], denied: Claim | None) -> list[Option]:
        """Who may have done the act, as the model weighs it."""
        return doer_options(
            self._wording,
            DoneAct(
                type=act.type,
                start=act.start,
                end=act.end,
                home=act.home,
                where=act.where,
                main=act.main,
                said=said,
                denied=denied,
                suffers=self._deeds.suffers,
                weight=lambda side: self._deeds.weight(side, act.type, act.inverse),
                stands_by=lambda side: self._stands_by(side, act.type) or self._befell(side, act, said),
                codes=self._codes(),
            ),
        )

    def _asked(self, start: int, end: int, type: str, scope: tuple[int, ...]) -> Asked:
        home = index_of(self._sentences, start)
        where = (home, *scope, *self._next(home)) if scope else (home, *range(min(TOLD_WITHIN, len(self._sentences))))
        where = tuple(dict.fromkeys(i for i in where if 0 <= i < len(self._sentences)))
        far = () if scope else range(TOLD_WITHIN, min(_CLAIMED, len(self._sentences)))
        return Asked(
            type=type,
            start=start,
            end=end,
            home=home,
            where=where,
            spoken=(*where, *far),
            inverse=type == "interception" and not any(_SPYING.search(self._sentences[i].text) for i in where[:4]),
            main=not scope,
        )

    def _may_claim(self, side: Named, act: Asked, denied: Claim | None) -> bool:
        """Whether nothing in the text says that a side claims no such act."""
        if denied is not None and _same_group(denied.side, side):
            return False
        unsaid = self._said.disowned(side, act.home) or self._said.reserved(side)
        return not (unsaid or self._stands_by(side, act.type) or self._befell(side, act, ()))

    def _befell(self, side: Named, act: Asked, said: Sequence[Claim]) -> bool:
        """Whether an attack is one on a side: its people were hit or it tells of its dead, and no words say that it
        struck itself or owns to it. Of 25 such in labelled texts that were read as doers 18 were none."""
        if act.type not in _HARM or act.inverse:
            return False
        own = camp(side.party)
        group = side.party.kind == "group"
        if any((c.explicit or c.own or (group and c.voiced)) and camp(c.side.party) == own for c in said):
            return False
        same = [n for n in self.named if camp(n.party) == own]
        hit = any(n.sentence in act.where and self._deeds.bereaved(n) for n in same)
        return hit and not any(self._deeds.weight(n, act.type, False) >= _RATHER for n in same)

    def _stands_by(self, side: Named, type: str) -> bool:
        """Whether a side did no act of a type: a group, where it takes jets or a treasury, and a body of many
        states that tells of harm, where no words say that it struck itself."""
        if type in _OF_STATES and side.party.kind == "group":
            return True
        if type not in _HARM or side.party.name not in _REPORTS:
            return False
        same = (n for n in self.named if n.party.name == side.party.name)
        return not any(self._deeds.weight(n, type, False) >= _DOES for n in same)

    def _claims(self, act: Asked) -> list[Claim]:
        """What sides say of the act, and not of what they shot down, answered or saw over their land."""
        told, home, claimants = set(act.where), act.home, self._claimants
        said = self._said.claims(act.spoken)
        said = [c for c in said if c.explicit or c.own or index_of(self._sentences, c.start) in told]
        if act.inverse:  # who shot it down claims no more than that
            said = [c for c in said if c.side.party.kind == "group" or not claimants.stopped(c, anywhere=True)]
            said = [c for c in said if c.side.party.kind != "coalition"]
        if act.type == "rocket_fire":
            said = [c for c in said if not claimants.answers(c)]
        elif act.type in NO_DOWNING:  # 'French warship claims another drone kill'
            said = [c for c in said if c.side.party.kind not in STATELY or not claimants.stopped(c)]
        said = claimants.of_this_group(claimants.of_branch(said, home), home)
        if act.type == "airspace_violation":  # a state that was flown over tells of it
            return [c for c in said if c.side.party.kind == "group"]
        return said

    def _told(self, act: Asked, actors: Sequence[Named]) -> Claim | None:
        """The claim of a state or its bodies that tell of the act as their own, without a word of responsibility."""
        claim = None
        doer = next((n for n in actors if n.party.kind in STATELY), None)
        if doer is not None and act.type in ANNOUNCED and not act.inverse:
            claim = announced(self._document, self._sentences, act.where, self.named, doer)
        if claim is None and act.type in DONE_AT_HOME and act.main:
            claim = at_home(self._document, self._sentences, act.home, actors, self.named, self._codes)
        if claim is None and act.type in TOLD_OF and not act.inverse and act.main:
            claim = own_word(self._tale(act, actors))
        return claim

    def _tale(self, act: Asked, actors: Sequence[Named]) -> Tale:
        return Tale(
            document=self._document,
            sentences=self._sentences,
            named=self.named,
            type=act.type,
            home=act.home,
            actors=actors,
            does=lambda side: self._deeds.weight(side, act.type, False) >= _DOES,
            codes=self._codes,
            owner=self._owner,
        )

    def _options(self, act: Asked, said: Sequence[Claim], denied: Claim | None) -> list[Option]:
        """Who may claim the act, as the model weighs it."""
        weighed = ClaimedAct(
            type=act.type,
            home=act.home,
            where=act.spoken,
            actors=self._doers.weighed(act, []),
            said=said,
            denied=denied,
            suffers=self._deeds.suffers,
            weight=lambda side: self._deeds.weight(side, act.type, act.inverse),
        )
        known = {side.start for side in self.named}
        further = {c.side.start: c.side for c in said if c.side.start not in known}
        if not further:
            return claim_options(self._wording, weighed)
        named = sorted((*self.named, *further.values()), key=lambda side: side.start)
        return claim_options(Wording(self._document, self._sentences, named), weighed)

    def _chosen(self, side: Named, share: float) -> tuple[Claim, str]:
        """The claim of whom the model takes for the likeliest, and why."""
        end = min(self._sentences[side.sentence].end, side.stretch + _SHOWN)
        because = f"claimed by: {camp(side.party)}, likely by the words around ({share:.0%})"
        return Claim(side, side.start, end, False), because

    def _answer(
        self, act: Asked, actors: list[Named], claim: Claim | None, denied: Claim | None, because: list[str]
    ) -> WhoAnswer:
        targets = self._targets.of(act.where, act.home, act.start, act.end, actors, act.inverse)
        evidence = [self._evidence("actors", n.start, n.stretch) for n in actors]
        if claim is not None:
            evidence.append(self._evidence("claimed_by", claim.start, claim.end))
        if denied is not None:
            evidence.append(self._evidence("denied_by", denied.start, denied.end))
        sides = {n.party.name: party_of(self._document, n) for n in actors}
        return WhoAnswer(
            actors=tuple(sides.values()) or (UNKNOWN,),
            targets=tuple(t for t in {t.name: t for t in targets}.values() if t.name not in sides)[:3],
            claimed_by=by_every_name(self._document, claim.side, self.named) if claim else None,
            denied_by=party_of(self._document, denied.side) if denied else None,
            official=is_official(self._sentences, act.where[:6]),
            evidence=tuple(evidence),
            because=tuple(because),
        )

    def _next(self, home: int) -> tuple[int, ...]:
        """The sentence that goes on in the same paragraph."""
        here, following = self._sentences[home], home + 1
        if following < len(self._sentences) and self._sentences[following].paragraph == here.paragraph:
            return (following,)
        return ()

    def _evidence(self, field: str, start: int, end: int) -> Evidence:
        return Evidence(field=field, start=start, end=end, text=self._document[start:end])


def _nobody(choice: Choice) -> Choice:
    """The choice where who is likeliest is not likely enough to be told: he is one who may have done it."""
    rest = [(choice.side, choice.share), *(pair for pair in choice.others if pair[0] is not None)]
    unknown = next((share for side, share in choice.others if side is None), 0.0)
    return Choice(side=None, share=unknown, others=rest, shares=choice.shares)


def _without_states(choice: Choice) -> Choice:
    """The likeliest of the others who is no state, or nobody."""
    others = [pair for pair in choice.others if pair[0] is None or not _stately(pair[0])]
    side, share = max(others, key=lambda pair: pair[1], default=(None, 1.0 - choice.share))
    rest = [pair for pair in choice.others if pair[0] is not side]
    shares = {name: share for name, share in choice.shares.items() if choice.side and name != camp(choice.side.party)}
    return Choice(side=side, share=share, others=rest, shares=shares)


def _unlikely(side: Named, choice: Choice | None) -> bool:
    """Whether a state hardly did what it seems to claim, by the words around all sides: it tells of it, or suffered
    it. Groups are believed: some are named in their claims alone."""
    if choice is None or side.party.kind not in STATELY:
        return False
    return choice.shares.get(camp(side.party), 1.0) < _DOUBTED


def _by_another(side: Named, act: Asked, doer: Choice | None) -> bool:
    """Whether another is much likelier to have made an attack of which a side tells: 'it had shot down 14 of them'."""
    if doer is None or doer.side is None or act.type not in _HARM:
        return False
    return camp(doer.side.party) != camp(side.party) and doer.share >= _ANOTHER


def _stately(side: Named) -> bool:
    """Whether a side is a state, its forces or several states; the Taliban were for long none."""
    return side.party.kind in STATELY and side.alias.spelling != "Taliban"


def _with_claimant(actors: list[Named], claim: Claim | None) -> list[Named]:
    """Who claims the act did it, beside those named who may be meant by the claim as well."""
    if claim is None or any(claim.side.party.name == n.party.name for n in actors):
        return actors
    return [*(n for n in actors if n.party.name not in VAGUE and compatible(n, claim.side)), claim.side]


def _same_group(a: Named, b: Named) -> bool:
    return a.party.kind == "group" and a.party.name == b.party.name
