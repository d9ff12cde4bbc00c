"""One side's word on an act."""

from __future__ import annotations

import msgspec

from monitor.events.sides.named import Named


class Claim(msgspec.Struct, frozen=True, gc=False):
    """One side's word on the act."""

    side: Named
    start: int
    end: int
    explicit: bool  #: responsibility taken in so many words; False: the side tells of the act
    own: bool = False  #: the side says that it did it: 'its forces struck'
    voiced: bool = False  #: an armed group speaks of the act, which it seldom does of others' acts
