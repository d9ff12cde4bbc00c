"""The operator's word: each operation does what it says, is obeyed by later reports, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.cli import main
from monitor.desk import Desk, Refused
from monitor.flow import Flow
from monitor.incidents.match import block, match
from monitor.pipeline import ingest
from monitor.store import Store, deliveries, incidents, operations
from monitor.types import Incident, Verdict
from tests import fakes
from tests.fakes import NOON, item

#: the small reader, with the product's own identity
FLOW = Flow(extract=fakes.FLOW.extract, read=fakes.read, block=block, match=match)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store=store, flow=FLOW, now=lambda: NOON)


def report(store: Store, name: str, text: str, outlet: str | None = None) -> str:
    """Take in a report; the incident it went to."""
    result = ingest(
        item(text, key=name, article_id=name, outlet=outlet or f"The {name} Post", url=f"https://{name}.example/x"),
        FLOW,
        store,
        NOON,
    )
    assert result.decisions[0].incident_id is not None
    return incidents.survivor(store, result.decisions[0].incident_id)


def told(store: Store, name: str) -> Incident:
    found = incidents.get(store, name)
    assert found is not None
    return found


def content(incident: Incident) -> Incident:
    """An incident without what grows with every operation."""
    return replace(incident, version=0, last_change=None)


def two(store: Store) -> tuple[str, str]:
    a = report(store, "alpha", "An airstrike at Kyiv on 2024-05-01 killed 3.")
    b = report(store, "beta", "A shelling at Odesa on 2024-05-02 killed 4.")
    assert a != b
    return a, b


def test_merged_incidents_are_one_and_both_ids_mean_it(store: Store, desk: Desk) -> None:
    """The second id is a tombstone; the reports name the survivor."""
    a, b = two(store)

    effect = desk.do("merge", a, {"other": b})

    assert effect.incident == a
    assert len(told(store, a).events) == 2
    assert incidents.survivor(store, b) == a
    resolved = incidents.resolve(store, b)
    assert resolved is not None
    assert resolved.id == a
    assert incidents.decisions(store, "beta")[0].incident_id == a


def test_a_later_report_of_the_merged_one_goes_to_the_survivor(store: Store, desk: Desk) -> None:
    """Candidates of both are found under one incident from now on."""
    a, b = two(store)
    desk.do("merge", a, {"other": b})

    assert report(store, "gamma", "The shelling at Odesa on 2024-05-02 killed 4, says another.") == a


def test_merge_and_undo_is_as_if_nothing_had_been(store: Store, desk: Desk) -> None:
    """Content, reports, look-up and rulings are as before; only version numbers have been used up."""
    a, b = two(store)
    before = [content(told(store, each)) for each in (a, b)]

    done = desk.do("merge", a, {"other": b})
    desk.do("undo", a, {"operation": str(done.operation)})

    assert [content(told(store, each)) for each in (a, b)] == before
    assert operations.rulings(store) == ()
    assert incidents.decisions(store, "beta")[0].incident_id == b
    assert report(store, "gamma", "The shelling at Odesa on 2024-05-02 killed 4, says another.") == b


def test_what_was_reported_since_a_merge_survives_its_undoing(store: Store, desk: Desk) -> None:
    """A report that came in between is matched anew, and belongs to the one it tells of."""
    a, b = two(store)
    done = desk.do("merge", a, {"other": b})
    report(store, "gamma", "The shelling at Odesa on 2024-05-02 killed 4, says another.")

    desk.do("undo", a, {"operation": str(done.operation)})

    assert [event.article_id for event in told(store, a).events] == ["alpha"]
    assert [event.article_id for event in told(store, b).events] == ["beta", "gamma"]
    assert incidents.decisions(store, "gamma")[0].incident_id == b


@pytest.mark.parametrize(("gone", "stays"), [("beta", "alpha"), ("alpha", "beta")])
def test_split_reports_are_another_incident_and_stay_apart(store: Store, desk: Desk, gone: str, stays: str) -> None:
    """Cannot-link: the same words again do not join what the operator has parted. Where the report leaves that opened
    the incident, no report is lost either, and the incident keeps its id."""
    a = report(store, "alpha", "An airstrike at Kyiv on 2024-05-01 killed 3.")
    assert report(store, "beta", "The airstrike at Kyiv on 2024-05-01 killed 3, officials say.") == a

    effect = desk.do("split", a, {"article": gone})

    fresh = incidents.decisions(store, gone)[0].incident_id
    assert fresh is not None
    assert fresh != a
    assert [event.article_id for event in told(store, a).events] == [stays]
    assert [event.article_id for event in told(store, fresh).events] == [gone]

    desk.do("undo", a, {"operation": str(effect.operation)})
    assert {event.article_id for event in told(store, a).events} == {"alpha", "beta"}
    assert incidents.survivor(store, fresh) == a


def test_a_report_split_off_a_second_time_is_an_incident_of_its_own(store: Store, desk: Desk) -> None:
    """An id that was given up is never given again: people may have been told of it."""
    a = report(store, "alpha", "An airstrike at Kyiv on 2024-05-01 killed 3.")
    report(store, "beta", "The airstrike at Kyiv on 2024-05-01 killed 3, officials say.")
    desk.do("split", a, {"article": "beta"})
    first = incidents.decisions(store, "beta")[0].incident_id
    assert first is not None
    desk.do("merge", a, {"other": first})

    desk.do("split", a, {"article": "beta"})

    second = incidents.decisions(store, "beta")[0].incident_id
    assert second not in (a, first, None)
    assert told(store, first).merged_into == a


def test_a_dismissed_incident_takes_its_reports_in_silence(store: Store, desk: Desk) -> None:
    """It is found, and nobody is told again."""
    a = report(store, "alpha", "An airstrike at Kyiv on 2024-05-01 killed 3.")
    desk.do("dismiss", a, {"text": "an exercise"})

    result = ingest(item("The airstrike at Kyiv on 2024-05-01 killed 30.", key="b", outlet="B"), FLOW, store, NOON)

    assert result.decisions[0].incident_id == a
    assert result.verdict is Verdict.ATTACHED
    assert told(store, a).state == "dismissed"
    assert told(store, a).note == "an exercise"


def test_a_type_set_by_hand_outlives_later_reports(store: Store, desk: Desk) -> None:
    """The operator's word is kept as a claim that wins."""
    a = report(store, "alpha", "An airstrike at Kyiv on 2024-05-01 killed 3.")
    desk.do("retype", a, {"type": "drone_strike"})

    report(store, "beta", "The airstrike at Kyiv on 2024-05-01 killed 3, officials say.")

    assert told(store, a).type == "drone_strike"
    with pytest.raises(Refused, match="no type"):
        desk.do("retype", a, {"type": "earthquake"})


def test_a_preview_says_the_same_and_changes_nothing(store: Store, desk: Desk) -> None:
    """The effect is shown before it is done."""
    a, b = two(store)
    before = store.execute("SELECT token FROM incident ORDER BY seq").fetchall()

    shown = desk.preview("merge", a, {"other": b})

    assert store.execute("SELECT token FROM incident ORDER BY seq").fetchall() == before
    done = desk.do("merge", a, {"other": b})
    assert (shown.summary, shown.lines) == (done.summary, done.lines)
    assert "2 reports" in " ".join(done.lines)


def test_operations_are_taken_back_in_the_order_they_stand_on_each_other(store: Store, desk: Desk) -> None:
    """Undoing below something that builds on it would not be what was before."""
    a, b = two(store)
    first = desk.do("merge", a, {"other": b})
    second = desk.do("note", a, {"text": "seen"})

    with pytest.raises(Refused, match=f"operation {second.operation}"):
        desk.do("undo", a, {"operation": str(first.operation)})
    with pytest.raises(Refused, match="no number of an operation"):
        desk.do("undo", a, {"operation": "9" * 30})
    desk.do("undo", a, {})
    desk.do("undo", a, {})
    with pytest.raises(Refused, match="nothing to take back"):
        desk.do("undo", a, {})
    assert told(store, a).note == ""


def test_a_mute_always_ends(store: Store, desk: Desk) -> None:
    """Four hours, three days; never for good."""
    a, _ = two(store)
    desk.do("mute", a, {"for": "3d"})
    (mute,) = deliveries.mutes(store, NOON)
    assert mute.until == NOON + timedelta(days=3)

    for text in ("for ever", "0h", "-3h", "9999d", ""):
        with pytest.raises(Refused):
            desk.do("mute", a, {"for": text})


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("merge", {"other": "nothing"}),
        ("merge", {}),
        ("split", {"article": "alpha"}),
        ("split", {"article": "nobody"}),
        ("split", {}),
        ("note", {"text": "  "}),
        ("undo", {"operation": "77"}),
        ("undo", {"operation": "x"}),
        ("explode", {}),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(store: Store, desk: Desk, action: str, values: dict[str, str]) -> None:
    """Nothing is half done."""
    a, _ = two(store)
    before = store.execute("SELECT token FROM incident ORDER BY seq").fetchall()

    with pytest.raises(Refused):
        desk.do(action, a, values)

    assert store.execute("SELECT token FROM incident ORDER BY seq").fetchall() == before


def test_the_command_line_does_the_same(
    store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """merge, undo, note; a refusal is one line and exit code 2."""
    monkeypatch.setattr("monitor.flow.build_flow", lambda *_, **__: FLOW)
    a, b = two(store)

    assert main(["merge", a, b, "--preview", "--db", store.path]) == 0
    assert told(store, b).merged_into is None
    assert main(["merge", a, b, "--db", store.path]) == 0
    assert told(store, b).merged_into == a
    assert "monitor undo 1" in capsys.readouterr().err
    assert main(["undo", "--db", store.path]) == 0
    assert told(store, b).merged_into is None
    assert main(["note", "nothing", "text", "--db", store.path]) == 2
