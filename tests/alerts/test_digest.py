"""What a digest says: everything that was decided, once, the worst first, and how much of the world was looked at."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

import pytest

from monitor.alerts.bundle import Waiting
from monitor.alerts.coverage import coverage_lines
from monitor.alerts.digest import Basis, compose, known_heads
from monitor.types import Count, Coverage, Dispatch, Message, Mode, Mute, Verdict, When
from tests.alerts.situations import ERBIL, KHARKIV, KYIV, NOW, PRESS, VOICE, incident, notice, waiting

DAY = Day(2024, 5, 14)


def basis(*decided: Waiting, **more: object) -> Basis:
    """The parts of a digest."""
    fields: dict[str, object] = {
        "recipient": "desk",
        "slot": "2024-05-14 09:30",
        "day": DAY,
        "since": NOW - timedelta(days=1),
        "until": NOW,
        "decided": decided,
    }
    return Basis(**(fields | more))  # type: ignore[arg-type]


def made(*decided: Waiting, **more: object) -> Message:
    """The digest of these."""
    return compose(basis(*decided, **more), voice=VOICE, press=PRESS)


def never(ident: str, code: str) -> Waiting:
    """A notice that was not told, for this reason."""
    told = notice(incident(ident))
    dispatch = Dispatch(
        id=ident,
        notice_id=told.id,
        incident_id=ident,
        recipient="desk",
        mode=Mode.NEVER,
        code=code,
        reason=code,
        at=NOW,
    )
    return Waiting(dispatch=dispatch, notice=told)


def test_the_subject_says_the_worst_thing_first() -> None:
    """Dead before severity before everything else; a number in the headline is not said twice."""
    mild = waiting(notice(incident("a", headline="Talks go on", severity=3)))
    bad = waiting(notice(incident("b", headline="Bombs fall on Kharkiv", severity=8.5, killed=Count(best=12))))

    assert made(mild, bad).subject.startswith("12 killed: Bombs fall on Kharkiv · 2 incidents")
    assert made(waiting(notice(incident("b", killed=Count(best=3))))).subject.count("killed") == 1


def test_an_empty_day_says_so_and_why_it_can_be_believed() -> None:
    """Silence must not be mistaken for calm."""
    message = made(coverage=Coverage(feeds=12, healthy=9, read=300, failing=("a: 403",), silent=("b", "c")))

    assert message.subject.startswith("No incidents")
    for form in (message.text, message.markdown, message.html):
        assert "300 articles read" in form
        assert "9 of 12 feeds healthy" in form
        assert "Silent beyond their habit: b, c" in form


def test_what_was_not_told_is_counted_by_reason() -> None:
    """P27: read = alerted + attached + muted + irrelevant + failed."""
    message = made(never("a", "muted"), never("b", "muted"), *(never(f"n{n}", "first_import") for n in range(1000)))

    assert "2 muted by you" in message.text
    assert "1000 older news found when a source was first read" in message.text
    assert message.text.count("first_import") == 0


def test_a_first_import_of_a_thousand_is_one_line() -> None:
    """F75, P26: adding a feed is quiet."""
    message = made(*(never(f"n{n}", "first_import") for n in range(1000)))
    assert len(message.text.splitlines()) < 25


def test_mutes_in_force_are_listed_with_the_way_to_lift_them() -> None:
    """F73: nothing is silent without being seen."""
    message = made(mutes=(Mute(id="m7", scope="country", value="UA", until=NOW + timedelta(hours=30)),))
    assert "country Ukraine until 15 May 15:30 (monitor unmute m7)" in message.text


def test_the_same_basis_gives_the_same_digest() -> None:
    """Its id is of recipient and slot: a digest made twice is one message."""
    one, two = made(waiting(notice(incident()))), made(waiting(notice(incident())))
    assert one == two
    assert made(slot="2024-05-15 09:30").id != one.id


def test_an_incident_with_three_updates_is_one_entry_with_all_changes() -> None:
    """Nothing is told twice."""
    from monitor.types import Change

    steps = [
        waiting(
            notice(
                incident(version=n, killed=Count(best=n)),
                Verdict.UPDATE,
                (Change(field="killed", before=str(n - 1), after=str(n), text=f"killed {n - 1} -> {n}"),),
            )
        )
        for n in (2, 3, 4)
    ]
    message = made(*steps)
    assert message.text.count("Missiles hit an apartment block") == 2  # subject and entry
    assert "killed 1 → 4" in message.text


def test_sections_are_by_region_the_gravest_first() -> None:
    """A reader finds his part of the world, and the worst of it on top."""
    message = made(
        waiting(notice(incident("a", headline="A", place=KHARKIV, severity=6.5))),
        waiting(notice(incident("b", headline="B", place=ERBIL, severity=9))),
        waiting(notice(incident("c", headline="C", place=None, severity=7))),
    )
    heads = re.findall(r"(?m)^[A-Z][A-Z, ]+$", message.text)
    assert heads[:3] == ["MIDDLE EAST", "EASTERN EUROPE AND CAUCASUS", "PLACE UNKNOWN"]


def test_what_ten_report_leads_over_what_one_says() -> None:
    """The headline of the day is grave and known, not the wildest single report."""
    known = waiting(notice(incident("a", headline="Dam destroyed", severity=8.0, independent=10)))
    wild = waiting(notice(incident("b", headline="Wild report", severity=8.5, independent=1, place=None)))
    assert made(wild, known).subject.startswith("Dam destroyed")


def test_a_busy_day_stays_short() -> None:
    """Two hundred incidents are a page or two: the gravest whole, others a line, the rest counted."""
    many = [
        waiting(notice(incident(f"i{n}", headline=f"Incident number {n}", severity=3 + n % 60 / 10, place=place)))
        for n, place in enumerate([KHARKIV, ERBIL, KYIV, None] * 50)
    ]
    message = made(*many)
    assert len(message.text.split()) < 1200
    assert "more of lower severity" in message.text
    assert message.text.count("\n") < 200


@pytest.mark.parametrize(
    ("mode", "at", "told"), [(Mode.NOW, NOW, True), (Mode.HELD, NOW, True), (Mode.DIGEST, None, False)]
)
def test_what_was_alerted_already_is_marked(mode: Mode, at: object, told: bool) -> None:
    """The digest repeats an alert for the record, and says that it does."""
    one = waiting(notice(incident()))
    message = made(replace(one, dispatch=replace(one.dispatch, mode=mode, due=at)))
    assert ("alerted 14 May" in message.text) is told


def test_what_is_held_is_not_said_to_be_alerted() -> None:
    """An alert that quiet hours or a channel still hold waits, whatever it is due."""
    one = waiting(notice(incident()))
    held = replace(one.dispatch, mode=Mode.HELD, due=NOW)
    message = compose(basis(replace(one, dispatch=held), unsent=frozenset({held.id})), voice=VOICE, press=PRESS)
    assert "alerted" not in message.text
    assert "alert waiting" in message.text


def test_without_a_usual_the_digest_says_when_there_will_be_one() -> None:
    """A figure that has nothing to be held against says so."""
    message = made(opened=((DAY.isoformat(), "UA"),), known_since=DAY)
    assert "what is usual shows after a week" in message.text


def test_a_story_is_told_once_with_what_belongs_to_it_under_it() -> None:
    """Five headlines on one dam are one card and lines; each incident is still there."""
    dam = waiting(notice(incident("dam", headline="A dam is blown up", independent=9, severity=8)))
    rest = [
        waiting(notice(incident(f"n{n}", headline=f"Flood report {n}", severity=6.5, place=None))) for n in range(7)
    ]
    message = made(dam, *rest, stories={f"n{n}": "dam" for n in range(7)} | {"dam": "dam"})

    assert message.text.count("A dam is blown up") == 2  # subject and card
    assert message.text.index("A dam is blown up", 200) < message.text.index("Flood report 0")
    assert "and 2 more" in message.text
    assert "8 new, in 1 story" in message.text
    assert len(json.loads(message.data)["incidents"]) == 8


def test_a_story_that_goes_on_is_told_as_such() -> None:
    """What was told yesterday is named again only as the head of what is new, and the subject says so."""
    dam = incident("dam", headline="A dam is blown up", independent=9, severity=8)
    flood = waiting(notice(incident("flood", headline="Flood reaches the town", severity=7)))
    message = made(flood, stories={"flood": "dam", "dam": "dam"}, running={"dam": dam})

    assert message.subject.startswith("Continues: A dam is blown up")
    assert "STORY SO FAR" in message.text
    assert "1 new." in message.text
    for form in (message.text, message.markdown, message.html):
        assert form.index("A dam is blown up") < form.index("Flood reaches the town")


def test_the_reader_knows_a_story_by_what_was_told() -> None:
    """A new incident of the story heads it only where far more tell of it than of what the reader heard before."""
    new, old, small = (incident(name, independent=n) for name, n in (("new", 8), ("old", 5), ("small", 2)))
    heads = {"new": "new", "old": "new", "small": "new"}

    assert known_heads(heads, {"new": new}, {"old": old, "small": small}) == dict.fromkeys(heads, "old")
    assert known_heads(heads, {"new": new, "old": old}, {"small": small}) == heads
    assert known_heads({"new": "new"}, {"new": new}, {}) == {"new": "new"}


def test_an_act_of_a_later_day_and_a_retraction_stand_alone() -> None:
    """What is news of its own, or takes something back, is never a line under something else."""
    dam = waiting(notice(incident("dam", headline="A dam is blown up", when=When(date=DAY - timedelta(days=1)))))
    again = waiting(notice(incident("again", headline="Shells fall on the rescuers", when=When(date=DAY))))
    back = waiting(notice(incident("back", headline="It was a burst pipe", state="retracted"), Verdict.RETRACTION))
    message = made(dam, again, back, stories={"again": "dam", "back": "dam", "dam": "dam"})
    assert "The same story" not in message.text


def test_two_that_may_be_the_same_are_named_once() -> None:
    """One line a pair, with the headline of what stands in no digest; none where they stand together."""
    a = waiting(notice(incident("a", headline="Bomb in the market", possible_duplicates=("b",))))
    b = waiting(notice(incident("b", headline="Blast in a bazaar", possible_duplicates=("a", "old"))))
    text = made(a, b, headlines={"old": "Explosion of Tuesday"}).text

    assert text.count("may be the same as") == 2
    assert "“Explosion of Tuesday”" in text
    assert "may be the same" not in made(a, b, stories={"a": "a", "b": "a", "old": "a"}).text


def test_what_is_in_doubt_stands_apart_and_leads_nothing() -> None:
    """Told with the reason and its source after all that is sure, neither on top nor among the dead."""
    sure = waiting(notice(incident("a", headline="Shells fall on the mill", severity=6)))
    grave = incident(
        "b", headline="Film on the siege wins a prize", severity=9, doubt="rests on one phrase", killed=Count(best=40)
    )
    message = made(sure, waiting(notice(grave)))

    assert message.subject.startswith("Shells fall on the mill")
    assert "2 new, 1 of them in doubt." in message.text
    assert message.text.index("Shells fall") < message.text.index("IN DOUBT") < message.text.index("Film on the siege")
    assert "read as missile strike; rests on one phrase" in " ".join(message.text.split())
    for form in (message.markdown, message.html or ""):
        assert "rests on one phrase" in form
    assert "Film on the siege" in made(waiting(notice(grave))).subject


def test_what_is_sure_of_a_story_heads_it() -> None:
    """A strike read beside the sanctions that the article tells of stands under them."""
    strike = waiting(notice(incident("a", headline="Missile makers listed", severity=8.5, doubt="beside other news")))
    listed = waiting(notice(incident("b", type_="sanctions", headline="Makers listed by treasury", severity=5.5)))
    text = made(strike, listed, stories={"a": "a", "b": "a"}).text

    assert text.index("Makers listed by treasury") < text.index("The same story") < text.index("Missile makers listed")
    assert "IN DOUBT" not in text


def test_what_is_minor_and_told_by_one_alone_is_only_counted() -> None:
    """A short digest: severity below five with a second source is listed, without one it is a number."""
    message = made(
        waiting(notice(incident("a", headline="Alone", severity=4, independent=1))),
        waiting(notice(incident("b", headline="Seconded", severity=4, independent=2))),
    )
    assert "Alone" not in message.text
    assert "Seconded" in message.text
    assert "one source alone: Eastern Europe and Caucasus 1" in message.text


def test_a_country_is_no_spot_on_the_map() -> None:
    """A report placed only in a country is not pinned to its middle."""
    message = made(waiting(notice(incident(place=replace(KYIV, precision="country", name="Ukraine")))))
    assert message.pictures == ()


def test_coverage_that_is_not_known_says_so() -> None:
    """No figure is better than a false one."""
    assert coverage_lines(None) == ("How much was read is not known.",)
