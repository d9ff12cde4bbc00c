"""Which of several incidents a figure of a text belongs to, by the place and the day it was told with."""

from __future__ import annotations

from monitor.events.sentences import split
from monitor.events.tolls.division import divided
from monitor.events.tolls.scenes import Setting, scenes
from monitor.events.tolls.toll import Span, Toll, Tolls
from monitor.types import Place

ARIA = Place(name="Aria", as_written="Aria", country="AA", lat=10.0, lon=10.0, precision="town")
BOR = Place(name="Bor", as_written="Bor", country="AA", lat=12.0, lon=12.0, precision="town")
TITLE = "Jets bomb a depot in Aria"
LEAD = "Jets bombed a depot in Aria on Friday and set it alight."
FAR = "In Bor a mine went off on Monday and killed four men."


def dead(toll: Toll) -> int | None:
    return toll.killed.best if toll.killed else None


def tolls_of(text: str, named: list[list[Place]], ages: dict[int, int], far: frozenset[int]) -> list[Toll]:
    """The tolls of an act in Aria that the text was written for and of one in Bor, three days before it."""
    sentences = split(text)
    told = scenes(sentences, named)

    def age_of(start: int, end: int) -> int | None:
        return next((ages[s.index] for s in sentences if s.start <= start < s.end and s.index in ages), None)

    settings = [
        Setting(place=ARIA, scenes=told, age=0, age_of=age_of, lines=frozenset({0, 1})),
        Setting(place=BOR, scenes=told, age=3, age_of=age_of, main=False, lines=far),
    ]
    tolls = Tolls(text, sentences)

    def read(n: int, lost: frozenset[Span] = frozenset()) -> Toll:
        return tolls.for_act(0, 4, scope=() if n == 0 else tuple(far), lost=lost)

    return divided(settings, [read(0), read(1)], sentences, read)


def test_a_figure_told_at_the_place_and_day_of_a_further_act_is_not_the_main_one_s() -> None:
    """What stands in the sentence of a further act, at its place and on its day, belongs to it alone."""
    text = f"{TITLE}\n\n{LEAD}\n\nThe fire burned for hours.\n\n{FAR}"
    main, further = tolls_of(text, [[ARIA], [ARIA], [], [BOR]], {1: 0, 3: 3}, frozenset({3}))
    assert (dead(main), dead(further)) == (None, 4)


def test_a_figure_of_the_lead_stays_with_the_act_the_text_was_written_for() -> None:
    """A further act that took a figure of title or lead gives it up where nothing but its sentence speaks for it."""
    text = f"{TITLE}, four dead\n\n{LEAD}\n\nThe fire burned for hours."
    main, further = tolls_of(text, [[ARIA], [ARIA], []], {1: 0}, frozenset({0}))
    assert (dead(main), dead(further)) == (4, None)


def test_a_figure_beside_a_small_one_stays_with_it_where_the_main_act_would_be_left_without() -> None:
    """Of a sentence that tells of no attack the large figure is of the same act as the small one."""
    counted = "Doctors in Bor had by dusk counted 16 bodies and 172 injured in the wards."
    text = f"{TITLE}\n\n{LEAD}\n\nThe fire burned for hours.\n\n{counted}"
    main, _ = tolls_of(text, [[ARIA], [ARIA], [], [BOR]], {1: 0}, frozenset({3}))

    assert dead(main) == 16
    assert main.wounded is not None
    assert main.wounded.best == 172
