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

import msgspec
from msgspec import structs

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.aliases import camp
from monitor.events.sides.bands import by_its_name
from monitor.events.sides.bystanders import HARM, Bystanders
from monitor.events.sides.choice import Choice, ClaimChooser, DoerChooser, Option
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.claimants import TOLD_WITHIN, VAGUE, Claimants, compatible
from monitor.events.sides.claims.of_an_act import Claiming
from monitor.events.sides.claims.said import Said
from monitor.events.sides.deeds import Deeds
from monitor.events.sides.doer_traits import DoneAct
from monitor.events.sides.doer_traits import options as doer_options
from monitor.events.sides.doers import JOINT, Asked, Doers
from monitor.events.sides.likelihood import nobody, stately, without, without_states
from monitor.events.sides.named import Named, find
from monitor.events.sides.official import is_official
from monitor.events.sides.strangers import by_strangers
from monitor.events.sides.targets import Targets, by_every_name, party_of
from monitor.events.sides.wording import Wording
from monitor.types import Evidence, Party

UNKNOWN = Party(name="unknown", kind="unknown")
_CLAIMED = 20  #: sentences up to which an act may still be claimed
#: an attack is told as nobody's where who likeliest made it is less likely than this: of 47 such attacks in texts kept
#: apart 22 had been told rightly, 25 as another's
_TOLD_FROM = 0.5
#: types of attack of which that holds; of what befalls ships more was told rightly than not
_IN_DOUBT = HARM | {"cyberattack", "aircraft_downed"}
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


class Parties:
    """Every side named in one document; answers for one act at a time."""

    __slots__ = (
        "_bystanders", "_claiming", "_codes", "_deeds", "_document", "_doer_chooser", "_doers", "_said", "_sentences",
        "_targets", "_wording", "named",
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
        self._doer_chooser = doers
        self._codes = codes
        self._document = document
        self._sentences = sentences
        self._deeds = Deeds(document, sentences)
        named = find(document, sentences) if sentences else []
        self.named: tuple[Named, ...] = tuple(by_its_name(side, named) for side in named)
        self._said = Said(document, sentences, self.named)
        self._targets = Targets(document, sentences, self._said, self._deeds)
        self._bystanders = Bystanders(document, sentences, self.named, self._deeds, codes)
        self._wording = Wording(document, sentences, self.named)
        claimants = Claimants(document, sentences, self.named)
        self._doers = Doers(document, sentences, self.named, self._deeds, self._said, claimants)
        self._claiming = Claiming(
            document,
            sentences,
            self.named,
            said=self._said,
            deeds=self._deeds,
            claimants=claimants,
            doers=self._doers,
            bystanders=self._bystanders,
            wording=self._wording,
            chooser=chooser,
            codes=codes,
            outlet=outlet,
        )

    def for_act(self, start: int, end: int, *, type: str = "", scope: tuple[int, ...] = ()) -> WhoAnswer:
        """The sides of the act whose trigger is document[start:end].

        `scope` names the sentences that tell of the act. Without one the act is taken for the one the article was
        written for, and the first twelve sentences and its own are read.
        """
        if not self._sentences:
            return WhoAnswer(actors=(UNKNOWN,))
        act = self._asked(start, end, type, scope)
        said = self._claiming.said_of(act)
        strangers = type in HARM and by_strangers(
            self._document, self._sentences[act.home], act.start, act.end, self.named
        )
        if strangers:
            said = [c for c in said if c.explicit or not stately(c.side)]
        denied = self._said.denial(act.where)
        actors, claim, because, doer = self._did(act, said, denied, strangers=strangers)
        if strangers and claim is not None and not claim.explicit and stately(claim.side):
            claim = None
        likely = self._claiming.by_model(act, said, denied, doer, ruled=claim is not None, strangers=strangers)
        if likely is not None:
            claim, why = likely
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
            claim = self._claiming.by_rules(act, said, ruled)
            if self._doer_chooser is None or (claim is not None and claim.explicit):
                return ruled, claim, [], None
        choice = self._doer_chooser.choose(partial(self._doer_options, act, said, denied))
        if choice is not None:
            choice = without(choice, lambda side: self._bystanders.looks_on(side, act, said))
        if ruled is None:  # of further acts the rules are asked only for those who act together
            ruled = self._doers.of(act, said) if choice is None or act.main or act.type in JOINT else []
        if choice is None:
            return ruled, self._claiming.by_rules(act, said, ruled), [], None
        if strangers and choice.side is not None and stately(choice.side):
            choice = without_states(choice)
        if choice.side is not None and self._bystanders.answers(choice.side, act):
            choice = nobody(choice)
        likely = f"likely by the words around ({choice.share:.0%})"
        others = ruled[:1] if choice.side is None or (ruled and camp(ruled[0].party) != camp(choice.side.party)) else []
        instead = f", not by {others[0].party.name}" if others else ""
        if choice.side is None:
            because = [f"by nobody named, {likely}{instead}"] if choice.share < 1.0 else []
            return [], self._claiming.by_rules(act, said, [], choice), because, choice
        actors = self._doers.with_others(choice.side, ruled, act)
        likeliest = choice.side.party.name
        together = sum(choice.shares.get(name, 0.0) for name in {camp(side.party) for side in actors})
        if together < _TOLD_FROM and act.type in _IN_DOUBT and not act.inverse:
            because = [f"by nobody surely enough; perhaps by {likeliest} ({choice.share:.0%})"]
            choice = nobody(choice)
            return [], self._claiming.by_rules(act, said, [], choice), because, choice
        because = [f"by {likeliest}, {likely}{instead}"]
        return actors, self._claiming.by_rules(act, said, actors, choice), because, choice

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
                stands_by=lambda side: (
                    self._bystanders.stands_by(side, act.type)
                    or self._bystanders.befell(side, act, said)
                    or self._bystanders.takes_cover(side, act)
                ),
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


def _with_claimant(actors: list[Named], claim: Claim | None) -> list[Named]:
    """Who claims the act did it, beside those named who may be meant by the claim as well."""
    if claim is None or any(claim.side.party.name == n.party.name for n in actors):
        return actors
    return [*(n for n in actors if n.party.name not in VAGUE and compatible(n, claim.side)), claim.side]
