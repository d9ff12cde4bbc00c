"""The delivery contract: what follows from each class of answer."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.retry import DOWN_FAILURES, Health, Step, judge
from tests.alerts.situations import NOW


def after(
    answer: Answer,
    *,
    attempts: int = 1,
    minimal: bool = False,
    failed_h: float | None = None,
    health: Health | None = None,
) -> Step:
    """The step after one attempt."""
    return judge(
        answer,
        attempts=attempts,
        minimal=minimal,
        first_failed=None if failed_h is None else NOW - timedelta(hours=failed_h),
        health=health or Health(),
        now=NOW,
        keep_trying=timedelta(hours=72),
        rng=random.Random(1),
    )


def wait(step: Step) -> float:
    """Seconds until the next try."""
    assert step.due is not None
    return (step.due - NOW).total_seconds()


def test_done_is_sent_and_a_channel_that_was_down_is_recovered() -> None:
    """A first success after failures brings the rest forward."""
    step = after(Answer(outcome=Outcome.DONE), health=Health(state="failing", since=NOW, failures=9))
    assert (step.action, step.recovered, step.health.state) == ("sent", True, "ok")
    assert not after(Answer(outcome=Outcome.DONE)).recovered


def test_retries_grow_from_a_second_to_five_minutes() -> None:
    """With jitter, never above five minutes."""
    waits = [wait(after(Answer(outcome=Outcome.AGAIN), health=Health(failures=n))) for n in range(20)]
    assert 0.5 <= waits[0] <= 1.0
    assert 150 <= waits[-1] <= 300
    assert all(each <= 300 for each in waits)


@pytest.mark.parametrize("asked", [0.0, 0.4, 30.0, 86400.0])
def test_what_the_server_asks_for_wins(asked: float) -> None:
    """F66: never earlier than told; and being limited is not failing."""
    step = after(Answer(outcome=Outcome.AGAIN, code=429, retry_after_s=asked), health=Health(failures=0))
    assert asked <= wait(step) <= asked + 0.2
    assert (step.health.state, step.health.failures) == ("ok", 0)


def test_an_answer_without_a_reason_waits_half_a_minute() -> None:
    """apprise does not say why: not sooner than thirty seconds."""
    assert wait(after(Answer(outcome=Outcome.UNKNOWN))) >= 30


def test_a_refused_text_goes_once_more_in_plain_form_and_then_is_given_up() -> None:
    """F64: two tries, and the channel counts as working."""
    first, second = after(Answer(outcome=Outcome.REFUSED)), after(Answer(outcome=Outcome.REFUSED), minimal=True)
    assert (first.action, second.action) == ("minimal", "dead")
    assert first.health.state == second.health.state == "ok"


def test_a_broken_channel_is_asked_again_each_hour() -> None:
    """F65: down at once, so that the fallback stands in."""
    step = after(Answer(outcome=Outcome.BROKEN))
    assert (step.action, wait(step), step.health.state) == ("again", 3600.0, "broken")
    assert step.health.down(NOW)


def test_a_failing_channel_is_down_after_five_failures_or_five_minutes() -> None:
    """P4: when the fallback stands in."""
    assert not Health(state="failing", since=NOW, failures=DOWN_FAILURES - 1).down(NOW)
    assert Health(state="failing", since=NOW, failures=DOWN_FAILURES).down(NOW)
    assert Health(state="failing", since=NOW - timedelta(minutes=5), failures=1).down(NOW)


@pytest.mark.parametrize("outcome", [Outcome.AGAIN, Outcome.UNKNOWN, Outcome.BROKEN])
def test_after_three_days_a_message_is_given_up(outcome: Outcome) -> None:
    """Retries end, loudly."""
    assert after(Answer(outcome=outcome), failed_h=71.9).action == "again"
    assert after(Answer(outcome=outcome), failed_h=72.1).action == "dead"


def test_one_that_always_fails_lets_the_others_pass() -> None:
    """A row tried four times waits longer than its channel."""
    step = after(Answer(outcome=Outcome.AGAIN), attempts=6)
    assert step.health.free_at is not None
    assert step.due is not None
    assert step.due > step.health.free_at


@settings(deadline=None)
@given(st.sampled_from(list(Outcome)), st.integers(1, 500), st.integers(0, 500), st.booleans())
def test_whatever_happens_the_next_try_lies_ahead_and_near(
    outcome: Outcome, attempts: int, failures: int, minimal: bool
) -> None:
    """No row is forgotten and none is tried in a loop."""
    step = after(Answer(outcome=outcome), attempts=attempts, minimal=minimal, health=Health(failures=failures))
    if step.action == "again":
        assert 0.3 <= wait(step) <= 3601
