"""The words about a place's name, from which is read how it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from monitor.events.places.words import DISTRICT_WORDS, PROVINCE_WORDS, TOWN_WORDS


class Around(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The words about a name: lower case, nearest first on the left; `breaks[i]` is what stands behind left[i]."""

    left: Sequence[str]
    breaks: Sequence[str]
    after: str  #: up to 60 characters behind the name
    following: Sequence[str]  #: words behind the name in the sentence
    possessive: bool


_SPEAKS = frozenset(
    """said says say saying told denied denies deny denying blames blamed blame blaming accuses accused
    accusing claims claimed claim warns warned warn vows vowed vow threatens threatened threaten
    threatening insists insisted argues argued condemns condemned wants wanted considers considered
    calls called announces announced confirms confirmed reports reported maintains rejects rejected
    demands demanded urges urged acknowledges acknowledged believes believed admits admitted describes
    described hopes hoped seeks sought seeking supports supported supporting backs backed backing
    launches launched launch launching fires fired firing carries carried conducts conducted conducting
    uses used using sends sent sending strikes struck hits bombs bombed attacks attacked attacking
    shoots shot downs downed deploys deployed deploying retaliates retaliated responds responded agrees
    agreed signs signed imposes imposed kills killed detains seizes seized invades invaded withdraws
    withdrew withdrawing pulls pulled expels expelled recalls recalled intercepts intercepted raises
    raised puts points sees gave gives links linked blew targets targeted raids raided pounds takes took
    lost wrecked tests tested test-fires flew sets orders ordered needs keeps kept plans lowers unveils
    agree sign want suspects holds views regards doubts moves moved summons summoned tells promised
    promises pledges pledged began begins released releases freed frees bans banned closes closed
    reopens halts halted suspends suspended cuts cut""".split()
)
_AUXILIARY = frozenset(
    """has have had would will could may might is was also not since long repeatedly again itself later and
    must should already never still says can who earlier""".split()
)


def says(around: Around) -> bool:
    """Whether a verb of speech or of a state's acts follows: 'Moscow has repeatedly denied'."""
    for word in around.following[:4]:
        if word in _SPEAKS:
            return not around.after.startswith((". ", "; ", ", a", ", w"))
        if word not in _AUXILIARY and not word.endswith("ly"):
            return False
    return False


_OF_A_PEOPLE = ("ian", "ese", "ish", "qi", "ni", "ri", "ali", "audi", "eli", "ghan", "held", "controlled")


def adjective(word: str) -> bool:
    return len(word) > 4 and word.endswith(_OF_A_PEOPLE)


#: 'residents of Toropets, a town of 11,000': what a name is called behind it, and not who bears it, 'a city official'
_CALLED = re.compile(
    r", an? (?:[\w-]+ ){0,3}?(town|village|city|settlement|suburb)"
    r"(?= (?:of|in|on|near|at|about|some|that|which|where|with|held|controlled|\d)|[,.;]|$)"
)


def kind_behind(around: Around) -> str:
    """'Abs, a town in the province of Hajja': the word for its kind."""
    called = _CALLED.match(around.after)
    return called[1] if called else ""


def kind_before(around: Around) -> str:
    """'the province of Hajja', 'the town of Abs': the word for its kind, as in 'Hajja province'."""
    if len(around.left) < 2 or around.left[0] != "of" or around.breaks[0] != " " or around.breaks[1] != " ":
        return ""
    word = around.left[1]
    return word if word in PROVINCE_WORDS or word in DISTRICT_WORDS or word in TOWN_WORDS else ""
