"""The commands about what people are told, over a real database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor import config as configuration
from monitor.alerts.policy import decide
from monitor.cli import main
from monitor.store import Store, deliveries, dispatches
from tests.alerts.situations import incident, notice
from tests.cli.given import TOLD

NOW = datetime.now(UTC)


def test_deliveries_are_listed_with_what_became_of_them(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table and as JSON; `--dead` is empty when all is well."""
    assert main(["deliveries", "-c", str(path)]) == 0
    assert capsys.readouterr().out.count(" sent ") == 2
    assert main(["deliveries", "--json", "-c", str(path)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["state"] for line in lines} == {"sent"}
    assert main(["deliveries", "--dead", "-c", str(path)]) == 0
    assert "nothing" in capsys.readouterr().out


def test_deliveries_of_no_state_or_number_are_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """'Nothing' would be believed."""
    for wrong in (["--state", "foo"], ["--limit", "-3"], ["--limit", "0"], ["--limit", "9" * 30]):
        assert main(["deliveries", *wrong, "-c", str(path)]) == 2
    assert "there are: waiting, sending, sent, dead, dropped" in capsys.readouterr().err


def test_what_was_given_up_is_found_and_sent_again(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """reconcile says so by its exit code; retry brings it back."""
    with Store(configuration.load(path).store.path) as store:
        line = deliveries.listing(store)[0]
        deliveries.mark_dead(store, line.id, NOW, "refused")

    assert main(["reconcile", "-c", str(path)]) == 1
    assert "GIVEN UP" in capsys.readouterr().out
    assert main(["retry", line.message_id, "-c", str(path)]) == 0
    assert main(["retry", "no-such-message", "-c", str(path)]) == 1
    assert main(["reconcile", "-c", str(path)]) == 0
    assert "every one is accounted for" in capsys.readouterr().out


def test_what_is_held_back_is_listed_with_time_and_cause(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By reconcile and among the deliveries; it is no fault."""
    config = configuration.load(path)
    with Store(config.store.path) as store:
        told = replace(notice(incident("i-9")), at=NOW)
        dispatches.record(store, told, decide(told, config.policy, now=NOW))
        dispatches.hold(store, [("i-9.1.new>desk", NOW.replace(hour=12, minute=15), "beyond this hour's limit")])

    assert main(["reconcile", "-c", str(path)]) == 0
    said = "held until 12:15 UTC: beyond this hour's limit"
    assert said in next(line for line in capsys.readouterr().out.splitlines() if "i-9 for desk" in line)
    assert main(["deliveries", "-c", str(path)]) == 0
    assert said in capsys.readouterr().out


def test_rules_are_rehearsed_without_changing_anything(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What other rules would have told, by day and rule."""
    rules = path.with_name("rules.yaml")
    rules.write_text("rules:\n  - {name: all of it, send: now, when: {countries: [UA]}}\n")
    assert main(["rehearse", str(rules), "--since", "2d", "-c", str(path)]) == 0

    out = capsys.readouterr().out
    assert "3 notices" in out
    assert "all of it" in out
    assert "3 at once" in out
    with Store(configuration.load(path).store.path) as store:
        assert len(deliveries.listing(store)) == 2


def test_who_only_looks_needs_no_secret_of_a_channel(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The daemon has its secrets from its unit; the operator's terminal has none, and still sees and mutes."""
    secret = "  hook: {kind: webhook, url: 'https://hooks.example/x', secret: '${NOBODY_HAS_SET_THIS}'}\n"
    path.write_text(TOLD.replace("recipients:", f"{secret}recipients:"))
    path.with_name("rules.yaml").write_text("rules:\n  - {name: all, send: now, channels: [hook]}\n")
    for command in (
        ["deliveries"],
        ["reconcile"],
        ["incidents"],
        ["digest", "--preview"],
        ["rehearse", str(path.with_name("rules.yaml"))],
        ["mute", "place", "Kharkiv", "--recipient", "desk"],
        ["mutes"],
        ["retry"],
    ):
        assert main([*command, "-c", str(path)]) in (0, 1), command
        assert "NOBODY_HAS_SET_THIS" not in capsys.readouterr().err
    assert main(["check", "-c", str(path)]) == 2
