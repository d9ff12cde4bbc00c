"""`monitor incidents`: listed, filtered, laid out for people and for programs."""

from __future__ import annotations

import pytest

from monitor.cli import main
from tests.cli.given import lines


def test_incidents_are_listed_and_filtered(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every filter narrows; --json gives one object a line."""
    assert main(["incidents", "--db", database, "--json"]) == 0
    assert len(lines(capsys.readouterr().out)) == 3

    main(["incidents", "--db", database, "--json", "--type", "shelling"])
    assert [each["place"] for each in lines(capsys.readouterr().out)] == ["Odesa"]
    main(["incidents", "--db", database, "--json", "--from", "2024-05-01", "--to", "2024-05-01"])
    (one,) = lines(capsys.readouterr().out)
    assert (one["killed"], one["reports"], one["outlets"]) == (5, 2, ["=HYPERLINK(1)", "Second"])
    main(["incidents", "--db", database, "--json", "--country", "iq"])
    assert lines(capsys.readouterr().out) == []
    main(["incidents", "--db", database, "--json", "--country", "ukraine"])
    assert len(lines(capsys.readouterr().out)) == 3
    main(["incidents", "--db", database, "--json", "--country", "U.K."])  # as in the configuration, by any name
    assert lines(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("--country Ukrainia", "did you mean Ukraine?"),
        ("--type dron_strike", "did you mean drone_strike?"),
        ("--family strikes", "did you mean strike?"),
        ("--state foo", "there are: open, retracted, dismissed, merged"),
        ("--severity 11", "severity is a number from 0 to 10, not '11.0'"),
        ("--from 2026-11-28 --to 2026-11-01", "--to 2026-11-01 lies before --from 2026-11-28"),
    ],
)
def test_a_filter_for_what_there_is_not_is_refused(
    wrong: str, said: str, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """'No incidents' would be believed."""
    for command in ("incidents", "export"):
        assert main([command, "--db", database, *wrong.split()]) == 2
        assert said in capsys.readouterr().err


def test_a_table_shows_them_to_people(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The list fits people: when, how grave, what, where, how many."""
    main(["incidents", "--db", database])

    shown = capsys.readouterr().out
    assert "Kyiv, UA" in shown
    assert "2024-05-01" in shown


def test_the_table_says_what_no_longer_stands(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A dismissed or retracted incident must not read like one in force."""
    main(["incidents", "--db", database, "--json", "--type", "shelling"])
    (one,) = lines(capsys.readouterr().out)
    assert main(["dismiss", str(one["id"]), "--db", database]) == 0
    capsys.readouterr()

    main(["incidents", "--db", database])
    assert capsys.readouterr().out.count("[dismissed]") == 1
