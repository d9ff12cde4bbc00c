"""Mutes hold for their time and no longer, and are checked before they do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.alerts import muting
from monitor.alerts.policy import Memory
from monitor.types import Count, Incident, Mode, Mute, Party
from tests.alerts.deciding import UKRAINE, one
from tests.alerts.situations import NOW, RUSSIA, event, incident, notice


def mute(scope: str, value: str, **more: object) -> Memory:
    """A memory with one mute of two hours."""
    fields: dict[str, object] = {"id": "m1", "scope": scope, "value": value, "until": NOW + timedelta(hours=2)}
    return Memory(mutes=(Mute(**(fields | more)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scope", "value"),
    [
        ("incident", "240514-kharkiv-1"),
        ("place", "kharkiv"),
        ("place", "Kharkiv oblast"),
        ("country", "ua"),
        ("type", "missile_strike"),
        ("type", "strike"),
    ],
)
def test_a_mute_holds_for_its_time_and_no_longer(scope: str, value: str) -> None:
    """F73: it ends by itself, and the reason names it."""
    during = one(notice(incident()), memory=mute(scope, value))
    after = one(notice(incident()), memory=mute(scope, value), now=NOW + timedelta(hours=2))

    assert (during.mode, during.code) == (Mode.NEVER, "muted")
    assert "mute m1" in during.reason
    assert after.mode is Mode.NOW


def test_a_mute_of_a_place_does_not_silence_an_unknown_place() -> None:
    """Fails closed: what may be somewhere else is told."""
    for place in (None, UKRAINE):
        dispatch = one(notice(incident(place=place)), memory=mute("place", "Kharkiv"))
        assert dispatch.mode is Mode.NOW
        assert "does not apply" in dispatch.reason


def test_a_mute_of_one_source_does_not_silence_what_others_report() -> None:
    """Only an incident that nobody else has is silenced."""
    alone = incident(events=(event(1, outlet="Tabloid"),))
    both = incident(events=(event(1, outlet="Tabloid"), event(2)))

    assert one(notice(alone), memory=mute("source", "Tabloid")).mode is Mode.NEVER
    assert one(notice(both), memory=mute("source", "Tabloid")).mode is Mode.NOW


def test_a_mute_of_another_recipient_is_not_mine() -> None:
    """Mutes belong to who asked for them."""
    assert one(notice(incident()), memory=mute("type", "strike", recipient="night")).mode is Mode.NOW


@pytest.mark.parametrize(
    ("wake", "now_is"),
    [
        ("first_death", incident(killed=Count(best=1))),
        ("severity", incident(severity=9.0)),
        ("new_actor", incident(actors=(Party(name="Wagner"),))),
    ],
)
def test_a_snooze_wakes_when_it_matters(wake: str, now_is: Incident) -> None:
    """Until a first death, a new actor, or severity up by two."""
    snooze = mute("place", "Kharkiv", wake=frozenset({wake}), severity=7.0, actors=("Russia",))

    assert one(notice(incident(severity=8.5, actors=(Party(name="Russia"),))), memory=snooze).mode is Mode.NEVER
    woken = one(notice(now_is), memory=snooze)
    assert woken.mode is Mode.NOW
    assert "passed over" in woken.reason


def test_a_snooze_of_a_place_where_nothing_happened_yet_holds() -> None:
    """Every side is new to it; only a death or what is known of the place can end it early."""
    asleep = muting.make(
        "place", "Kharkiv", now=NOW, until=NOW + timedelta(hours=4), wake=frozenset({"first_death", "new_actor"})
    )
    struck = incident(actors=(RUSSIA,))

    assert one(notice(struck), memory=Memory(mutes=(asleep,))).code == "muted"
    assert one(notice(replace(struck, killed=Count(best=1))), memory=Memory(mutes=(asleep,))).mode is Mode.NOW


def test_a_mistyped_type_is_answered_with_the_nearest() -> None:
    """Who types 'airstrik' is told what there is."""
    with pytest.raises(ValueError, match="did you mean airstrike"):
        muting.make("type", "airstrik", now=NOW, until=NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("scope", "value", "hours", "wake"),
    [
        ("colour", "red", 2, ()),
        ("type", "strikes", 2, ()),
        ("country", "Ukrainia", 2, ()),
        ("place", "Kyiv", 0, ()),
        ("place", "Kyiv", -1, ()),
        ("place", "Kyiv", 24 * 93, ()),
        ("place", "Kyiv", 2, ("rain",)),
    ],
)
def test_a_mute_that_makes_no_sense_is_refused(scope: str, value: str, hours: float, wake: tuple[str, ...]) -> None:
    """F73: none without an end, none of what does not exist."""
    with pytest.raises(ValueError, match=r"\w"):
        muting.make(scope, value, now=NOW, until=NOW + timedelta(hours=hours), wake=frozenset(wake))


def test_a_snooze_remembers_what_must_be_exceeded() -> None:
    """Severity, deaths and actors of the incident as it was when it was snoozed."""
    one = incident(severity=6.0, killed=Count(best=2), actors=(Party(name="Russia"),))
    made = muting.make(
        "incident", one.id, now=NOW, until=NOW + timedelta(hours=2), wake=frozenset({"severity"}), recent=(one,)
    )
    assert (made.severity, made.killed, made.actors) == (6.0, 2, ("Russia",))


def test_what_waits_is_silenced_by_a_mute_made_meanwhile() -> None:
    """A mute holds for what was decided before it and is not told yet; not for what passed it on purpose."""
    one = incident()
    made = muting.make("place", "Kharkiv", now=NOW, until=NOW + timedelta(hours=2))
    before, after = NOW - timedelta(minutes=5), NOW + timedelta(minutes=5)

    assert "muted while it waited" in muting.silenced(one, "desk", (made,), decided=before)
    assert muting.silenced(one, "desk", (made,), decided=after) == ""
    assert muting.silenced(one, "desk", (replace(made, recipient="night"),), decided=before) == ""
