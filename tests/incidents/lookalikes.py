"""Pairs of reports that look alike and tell of two incidents, each with the fact that keeps them apart.

Written as tables and multiplied out, so that an analyst can read and extend them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from monitor.types import Event
from tests.incidents.making import NOON, event

D = Day(2031, 5, 9)

#: kind, attacker, attacked
ACTS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("drone_strike", ("Northern Brigades",), ("United States",)),
    ("missile_strike", ("Iran",), ()),
    ("rocket_fire", (), ("United States",)),
    ("airstrike", ("Turkey",), ()),
    ("interception", ("Northern Brigades",), ()),
    ("shelling", (), ()),
    ("armed_clash", ("Lake Movement",), ()),
    ("bombing", (), ()),
    ("targeted_killing", ("Israel",), ()),
    ("sabotage", (), ()),
)
SITES = ("Harun Air Base", "Kesra", "Old Bridge of Belo", "Belograd", "Goro")
FAR_PAIRS = (
    ("Belograd", "Tarnivka"),
    ("Zelenove", "Belograd"),
    ("Kesra", "Hilla Junction"),
    ("Harun Air Base", "Kesra"),
)
ANSWERS = (
    ("drone_strike", "Tel Oren", "Sons of the Coast", "Israel", "airstrike", "Port Sahil terminal"),
    ("rocket_fire", "Kesra", "Northern Brigades", "United States", "airstrike", "Hilla Junction"),
    ("missile_strike", "Belograd", "Russia", "Ukraine", "drone_strike", "Old Bridge of Belo"),
    ("shelling", "Marfa", "Israel", "Yemen", "missile_strike", "Port Sahil terminal"),
    ("airstrike", "Qaryat", "Turkey", "Iran", "missile_strike", "Kesra"),
)
WORDS_AND_DEEDS = (
    ("threat", "missile_strike"),
    ("threat", "drone_strike"),
    ("threat", "airstrike"),
    ("deployment", "missile_strike"),
    ("military_exercise", "shelling"),
    ("sanctions", "cyberattack"),
    ("talks", "bombing"),
    ("evacuation", "rocket_fire"),
    ("ceasefire", "armed_clash"),
    ("withdrawal", "ground_incursion"),
)
SHIPS = ("Amber Dawn", "Cape Lorne", "Delphi Star", "Ocean Herald", "Pacific Wren")
TOWERS = ("Riverside tower", "Linden Street tower", "Harbour tower", "Mill Lane block", "Opera House block")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of two incidents."""

    name: str
    first: Event
    second: Event


def pairs() -> Iterator[Pair]:
    """All of them."""
    yield from _another_day()
    yield from _another_place()
    yield from _answers()
    yield from _words_and_deeds()
    yield from _ships()
    yield from _towers()
    yield from _another_one()


def _another_day() -> Iterator[Pair]:
    """The same site, side and weapon, another day: a base is struck again and again."""
    for kind, by, against in ACTS:
        for at in SITES:
            for days in (1, 2, 6):
                yield Pair(
                    f"{kind} at {at}, {days} d later",
                    event("a", kind, at=at, by=by, against=against, on=D),
                    event(
                        "b",
                        kind,
                        at=at,
                        by=by,
                        against=against,
                        on=D + timedelta(days=days),
                        told=NOON + timedelta(days=days),
                    ),
                )


def _another_place() -> Iterator[Pair]:
    """The same day and side, a place out of reach."""
    for kind, by, against in ACTS:
        for here, there in FAR_PAIRS:
            yield Pair(
                f"{kind} at {here} and at {there}",
                event("a", kind, at=here, by=by, against=against, on=D),
                event("b", kind, at=there, by=by, against=against, on=D, told=NOON + timedelta(hours=3)),
            )


def _answers() -> Iterator[Pair]:
    """An attack, and the answer to it by the attacked on the same day or the next."""
    for kind, at, by, against, answer, there in ANSWERS:
        for days in (0, 1):
            yield Pair(
                f"{kind} at {at}, answered by {answer} after {days} d",
                event("a", kind, at=at, by=(by,), against=(against,), on=D),
                event(
                    "b",
                    answer,
                    at=there,
                    by=(against,),
                    against=(by,),
                    on=D + timedelta(days=days),
                    told=NOON + timedelta(days=days),
                ),
            )


def _words_and_deeds() -> Iterator[Pair]:
    """Announcing, threatening or preparing is not doing, though day, place and sides are the same."""
    for word, deed in WORDS_AND_DEEDS:
        for at in ("Kesra", "Belograd"):
            yield Pair(
                f"{word} and {deed} at {at}",
                event("a", word, at=at, by=("Iran",), against=("United States",), on=D),
                event("b", deed, at=at, by=("Iran",), against=("United States",), on=D),
            )


def _ships() -> Iterator[Pair]:
    """Two ships of one sea on one day."""
    for n, ship in enumerate(SHIPS):
        for other in SHIPS[n + 1 :]:
            for by in ((), ("Sons of the Coast",)):
                yield Pair(
                    f"{ship} and {other}, {by}",
                    event("a", "maritime_incident", at="Southern Straits", against=(ship,), by=by, on=D),
                    event("b", "maritime_incident", at="Southern Straits", against=(other,), by=by, on=D),
                )


def _towers() -> Iterator[Pair]:
    """Two buildings of one city in one barrage, each with its own dead."""
    for n, tower in enumerate(TOWERS):
        for other in TOWERS[n + 1 :]:
            yield Pair(
                f"{tower} and {other}",
                event("a", "missile_strike", at="Belograd", by=("Russia",), against=(tower,), killed=7, on=D),
                event("b", "missile_strike", at="Belograd", by=("Russia",), against=(other,), killed=2, on=D),
            )


def _another_one() -> Iterator[Pair]:
    """The text itself says that it is another one, and names no day."""
    for kind, by, against in ACTS:
        for at in ("Kesra", "Belograd"):
            yield Pair(
                f"another {kind} at {at}",
                event("a", kind, at=at, by=by, against=against, on=D),
                event("b", kind, at=at, by=by, against=against, on=None, told=NOON + timedelta(days=2), separate=True),
            )
