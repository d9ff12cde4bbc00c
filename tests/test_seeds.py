"""The five articles that the product was ordered with, dropped raw into the inbox."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.store import Store, articles, incidents
from monitor.types import Event, Incident, Role

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not at hand")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five files, taken in by `monitor once`."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "inbox").mkdir()
    for path in sorted(SEEDS.glob("*.txt")):
        shutil.copyfile(path, folder / "inbox" / path.name)
    config = folder / "config.yaml"
    config.write_text("folders: [{path: inbox, rest_s: 0.1}]\nstore: {path: m.db}\nlog: {level: error}\n", "utf-8")
    assert main(["once", "--config", str(config)]) == 0
    return folder / "m.db"


def of_file(store: Store, beginning: str) -> list[tuple[Event, Incident]]:
    """What the article in the file with this number reports, and the incidents it went to."""
    (name,) = (path.name for path in SEEDS.glob(f"{beginning}_*.txt"))
    for (ident,) in store.execute("SELECT id FROM article").fetchall():
        item = articles.received(store, ident)
        if item is not None and item.subject.endswith(name):
            break
    else:
        raise AssertionError(f"{name} was not taken in")
    found = []
    for decision in incidents.decisions(store, ident):
        incident = incidents.resolve(store, decision.incident_id) if decision.incident_id else None
        if incident is not None:
            found.append((decision.event, incident))
    return found


def main_of(store: Store, beginning: str) -> Incident:
    return next(incident for event, incident in of_file(store, beginning) if event.role is Role.MAIN)


def test_the_first_two_are_one_interception_and_the_third_is_another(database: Path) -> None:
    """The same base twenty months apart is another incident; two outlets on one night are one."""
    with Store(database, read_only=True) as store:
        first, second, third = (main_of(store, each) for each in ("000", "001", "002"))

    assert first.id == second.id != third.id
    assert (first.type, third.type) == ("interception", "interception")
    assert first.when is not None
    assert first.place is not None
    assert (first.when.date.isoformat(), str(first.when.date_to)) == ("2025-06-14", "2025-06-15")
    assert first.place.country == "IQ"
    assert "asad" in first.place.name.lower()
    assert third.when is not None
    assert third.when.date.isoformat() == "2023-10-27"
    assert third.claimed_by is not None
    assert third.claimed_by.name == "Islamic Resistance in Iraq"


def test_the_fourth_is_a_threat_with_three_further_incidents(database: Path) -> None:
    """Rockets at Baghdad airport, Iran's missiles on Israel, the closed airspace."""
    with Store(database, read_only=True) as store:
        found = of_file(store, "003")

    assert next(event.type for event, _ in found if event.role is Role.MAIN) == "threat"
    others = {event.type for event, _ in found if event.role is not Role.MAIN}
    assert {"rocket_fire", "missile_strike", "closure"} <= others


def test_the_fifth_is_a_ballistic_missile_attack_on_its_own_day(database: Path) -> None:
    """Cookie line, caption and a wandering head do not hide it."""
    with Store(database, read_only=True) as store:
        incident = main_of(store, "004")

    assert incident.type == "missile_strike"
    assert incident.when is not None
    assert incident.when.date.isoformat() == "2024-01-20"


def test_why_says_what_joined_the_two_and_kept_the_third_apart(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Facts in words, for both."""
    with Store(database, read_only=True) as store:
        first, third = main_of(store, "000"), main_of(store, "002")

    main(["why", first.id, "--json", "--db", str(database)])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    joined = [each for line in told for each in line["decisions"] if each["verdict"] in ("attached", "update")]
    assert joined
    assert len(joined[0]["reasons"]) == 3

    main(["why", third.id, "--db", str(database)])
    assert "kept apart" in capsys.readouterr().out
