"""Who claims an act: what sides say of it, the claim that the rules read of that, and the one that the model takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from monitor.events.sentences import Sentence, index_of
from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.bystanders import DOES, Bystanders
from monitor.events.sides.choice import Choice, ClaimChooser, Option
from monitor.events.sides.claims.announced import ANNOUNCED, announced
from monitor.events.sides.claims.at_home import DONE_AT_HOME, at_home
from monitor.events.sides.claims.claim import Claim
from monitor.events.sides.claims.claimants import Claimants
from monitor.events.sides.claims.houses import house
from monitor.events.sides.claims.own_word import TOLD_OF, own_word
from monitor.events.sides.claims.said import Said
from monitor.events.sides.claims.tale import Tale
from monitor.events.sides.claims.traits import ClaimedAct
from monitor.events.sides.claims.traits import options as claim_options
from monitor.events.sides.deeds import NO_DOWNING, Deeds
from monitor.events.sides.doers import Asked, Doers
from monitor.events.sides.likelihood import by_another, stately, unlikely
from monitor.events.sides.named import Named
from monitor.events.sides.wording import Wording
from monitor.taxonomy import STEPS

#: types nobody takes responsibility for
UNCLAIMED = STEPS | {"weapons_test", "unrest"}
_SHOWN = 100  #: characters behind the name of whom the model takes for the claimant


class Claiming:
    """Who claims the acts of one document, one act at a time."""

    __slots__ = (
        "_bystanders", "_chooser", "_claimants", "_codes", "_deeds", "_document", "_doers", "_named", "_owner", "_said",
        "_sentences", "_wording",
    )  # fmt: skip

    def __init__(
        self,
        document: str,
        sentences: Sequence[Sentence],
        named: Sequence[Named],
        *,
        said: Said,
        deeds: Deeds,
        claimants: Claimants,
        doers: Doers,
        bystanders: Bystanders,
        wording: Wording,
        chooser: ClaimChooser | None,
        codes: Callable[[], Sequence[str]],
        outlet: str | None,
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._named = named
        self._said = said
        self._deeds = deeds
        self._claimants = claimants
        self._doers = doers
        self._bystanders = bystanders
        self._wording = wording
        self._chooser = chooser
        self._codes = codes
        self._owner = house(outlet) if outlet else None

    def said_of(self, act: Asked) -> list[Claim]:
        """What sides say of the act that may be a claim of it."""
        if act.type in UNCLAIMED:
            return []
        said = self._of_the_act(act)
        said = [c for c in said if not (self._said.disowned(c.side, act.home) or self._claimants.recalls(c, act.home))]
        said = [c for c in said if not self._bystanders.stands_by(c.side, act.type)]
        said = [c for c in said if c.explicit or not self._aside(c.side, act)]
        return [c for c in said if c.explicit or c.own or not self._befell(c.side, act, said)]

    def _of_the_act(self, act: Asked) -> list[Claim]:
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

    def by_rules(
        self, act: Asked, said: list[Claim], actors: list[Named], choice: Choice | None = None
    ) -> Claim | None:
        """The claim that the rules read, of no state that the model held for unlikely to have done it."""
        said = [c for c in said if c.explicit or not unlikely(c.side, choice)]
        claim = None
        if act.type not in UNCLAIMED:
            claim = self._claimants.choose(said, actors, act.home, act.type, act.inverse)
        claim = claim or self._told(act, actors)
        if claim is None or claim.explicit:
            return claim
        unsaid = unlikely(claim.side, choice) or (not claim.own and self._said.reserved(claim.side))
        return None if unsaid else claim

    def by_model(
        self,
        act: Asked,
        said: Sequence[Claim],
        denied: Claim | None,
        doer: Choice | None,
        *,
        ruled: bool,
        strangers: bool,
    ) -> tuple[Claim, str] | None:
        """The claim of the side that the model takes for the claimant, and why; None where it takes none, the rules
        have `ruled` who claims it, or the text speaks against it: `strangers` did it, or the likely `doer` is another.
        """
        if self._chooser is None or act.type in UNCLAIMED or not act.main:
            return None
        choice = self._chooser.choose(partial(self._options, act, said, denied), ruled=ruled)
        side = choice.side if choice is not None else None
        if choice is None or side is None or (stately(side) and (strangers or by_another(side, act, doer))):
            return None
        return self._chosen(side, choice.share) if self._may_claim(side, act, denied) else None

    def _told(self, act: Asked, actors: Sequence[Named]) -> Claim | None:
        """The claim of a state or its bodies that tell of the act as their own, without a word of responsibility."""
        claim = None
        doer = next((n for n in actors if n.party.kind in STATELY), None)
        if doer is not None and act.type in ANNOUNCED and not act.inverse:
            claim = announced(self._document, self._sentences, act.where, self._named, doer)
        if claim is None and act.type in DONE_AT_HOME and act.main:
            claim = at_home(self._document, self._sentences, act.home, actors, self._named, self._codes)
        if claim is None and act.type in TOLD_OF and not act.inverse and act.main:
            claim = own_word(self._tale(act, actors))
        return claim

    def _tale(self, act: Asked, actors: Sequence[Named]) -> Tale:
        return Tale(
            document=self._document,
            sentences=self._sentences,
            named=self._named,
            type=act.type,
            home=act.home,
            actors=actors,
            does=lambda side: self._deeds.weight(side, act.type, False) >= DOES,
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
        known = {side.start for side in self._named}
        further = {c.side.start: c.side for c in said if c.side.start not in known}
        if not further:
            return claim_options(self._wording, weighed)
        named = sorted((*self._named, *further.values()), key=lambda side: side.start)
        return claim_options(Wording(self._document, self._sentences, named), weighed)

    def _may_claim(self, side: Named, act: Asked, denied: Claim | None) -> bool:
        """Whether nothing in the text says that a side claims no such act."""
        if denied is not None and _same_group(denied.side, side):
            return False
        unsaid = self._said.disowned(side, act.home) or self._said.reserved(side)
        aside = self._bystanders.stands_by(side, act.type) or self._aside(side, act)
        aside = aside or self._claimants.turned_away(side.sentence, act.home)
        return not (unsaid or aside or self._befell(side, act, ()))

    def _befell(self, side: Named, act: Asked, said: Sequence[Claim]) -> bool:
        by = self._bystanders
        return by.befell(side, act, said) or by.looks_on(side, act, said) or by.looks_into(side, act)

    def _aside(self, side: Named, act: Asked) -> bool:
        return self._bystanders.takes_cover(side, act) or self._bystanders.answers(side, act)

    def _chosen(self, side: Named, share: float) -> tuple[Claim, str]:
        """The claim of whom the model takes for the likeliest, and why."""
        end = min(self._sentences[side.sentence].end, side.stretch + _SHOWN)
        because = f"claimed by: {camp(side.party)}, likely by the words around ({share:.0%})"
        return Claim(side, side.start, end, False), because


def _same_group(a: Named, b: Named) -> bool:
    return a.party.kind == "group" and a.party.name == b.party.name
