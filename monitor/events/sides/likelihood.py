"""What follows from how likely the sides are to have done an act: who is told as nobody, and whose word is no claim."""

from __future__ import annotations

from collections.abc import Callable

from monitor.events.sides.aliases import STATELY, camp
from monitor.events.sides.bystanders import HARM
from monitor.events.sides.choice import LEAST, NOBODY, Choice
from monitor.events.sides.doers import Asked
from monitor.events.sides.named import Named

#: a state that tells of an act and is less likely than this to have done it does not claim it
_DOUBTED = 0.2
_ANOTHER = 0.6  #: a state that tells of an attack which another is this likely to have made does not claim it


def nobody(choice: Choice) -> Choice:
    """The choice where who is likeliest is not likely enough to be told: he is one who may have done it."""
    rest = [(choice.side, choice.share), *(pair for pair in choice.others if pair[0] is not None)]
    unknown = next((share for side, share in choice.others if side is None), 0.0)
    return Choice(side=None, share=unknown, others=rest, shares=choice.shares)


def without_states(choice: Choice) -> Choice:
    """The likeliest of the others who is no state, or nobody."""
    others = [pair for pair in choice.others if pair[0] is None or not stately(pair[0])]
    side, share = max(others, key=lambda pair: pair[1], default=(None, 1.0 - choice.share))
    rest = [pair for pair in choice.others if pair[0] is not side]
    shares = {name: share for name, share in choice.shares.items() if choice.side and name != camp(choice.side.party)}
    return Choice(side=side, share=share, others=rest, shares=shares)


def without(choice: Choice, apart: Callable[[Named], bool]) -> Choice:
    """The choice without those who stand apart from the act: what spoke for them speaks for nobody."""
    known = [(choice.side, choice.share), *choice.others]
    kept = [(side, share) for side, share in known if side is not None and not apart(side)]
    gone = {camp(side.party) for side, _ in known if side} - {camp(side.party) for side, _ in kept}
    if not gone:
        return choice
    shares = {name: share for name, share in choice.shares.items() if name not in gone}
    shares[NOBODY] = 1.0 - sum(share for name, share in shares.items() if name != NOBODY)
    left = sorted([*kept, (None, shares[NOBODY])], key=lambda pair: -pair[1])
    return Choice(
        side=left[0][0], share=left[0][1], others=[pair for pair in left[1:] if pair[1] >= LEAST], shares=shares
    )


def unlikely(side: Named, choice: Choice | None) -> bool:
    """Whether a state hardly did what it seems to claim, by the words around all sides: it tells of it, or suffered
    it. Groups are believed: some are named in their claims alone."""
    if choice is None or side.party.kind not in STATELY:
        return False
    return choice.shares.get(camp(side.party), 1.0) < _DOUBTED


def by_another(side: Named, act: Asked, doer: Choice | None) -> bool:
    """Whether another is much likelier to have made an attack of which a side tells: 'it had shot down 14 of them'."""
    if doer is None or doer.side is None or act.type not in HARM:
        return False
    return camp(doer.side.party) != camp(side.party) and doer.share >= _ANOTHER


def stately(side: Named) -> bool:
    """Whether a side is a state, its forces or several states; the Taliban were for long none."""
    return side.party.kind in STATELY and side.alias.spelling != "Taliban"
