"""The main job, end to end, as a user sees it: a real daemon with everything of the product in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.samples import copy_into, names
from tests.faults.hub import Behaviour, Hub, reply
from tests.faults.running import Running

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
Start = Callable[..., Running]


@pytest.fixture
def monitor(tmp_path: Path) -> Iterator[Start]:
    """Makes monitors below the test's folder, and ends them."""
    made: list[Running] = []

    def make(settings: dict[str, Any] | None = None) -> Running:
        made.append(Running(tmp_path / f"home{len(made)}", settings, program="monitor"))
        return made[-1]

    yield make
    for each in made:
        each.close()


def incidents(home: Running) -> list[dict[str, Any]]:
    """What `monitor incidents --json` lists."""
    answer = home.command("incidents", "--json")
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def of_article(home: Running, prefix: str, role: str = "main") -> list[str]:
    """The incidents that the article's events of that role belong to."""
    rows = home.rows(
        "SELECT incident_id FROM event e JOIN article a ON a.seq = e.article_seq JOIN file f ON f.key = a.key "
        "WHERE f.path LIKE ? AND e.role = ?",
        f"{prefix}%",
        role,
    )
    return [incident for (incident,) in rows if incident]


# ---- the samples ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The samples in the inbox of a fresh monitor, read and told."""
    with Running(tmp_path_factory.mktemp("first"), program="monitor") as home:
        copy_into(home.inbox)
        home.start()
        home.until(lambda: home.rows("SELECT count(*) FROM article") == [(len(names()),)], "every sample")
        home.until(lambda: "digest delivered" in home.logged(), "the first digest")
        yield home


def test_the_first_start_shows_alerts_and_a_digest(first_start: Running) -> None:
    """Within seconds a stranger sees what the program is for; the digest's path is told."""
    assert first_start.alerts()
    digest = next((first_start.out / "digests").glob("*.txt"))
    assert str(digest.parent) in first_start.logged()
    assert "Kramatorsk" in digest.read_text(encoding="utf-8")


def test_three_reports_of_one_strike_are_one_incident_with_the_highest_toll(first_start: Running) -> None:
    """Other outlets and later tolls join; one incident, and the toll that grew."""
    strikes = [each for each in incidents(first_start) if "Kramatorsk" in (each["place"] or "")]

    assert [(each["reports"], each["killed"]) for each in strikes] == [(3, 11)]


def test_a_cable_cut_is_not_blamed_on_the_country_it_leads_to(first_start: Running) -> None:
    (cut,) = [each for each in incidents(first_start) if each["type"] == "sabotage"]
    assert cut["actors"] == ["unknown"]


def test_two_attacks_on_one_base_stay_two_incidents(first_start: Running) -> None:
    """The same place half a year apart."""
    (january,), (august,) = of_article(first_start, "06-"), of_article(first_start, "07-")
    dates = {each["id"]: each["date"] for each in incidents(first_start) if "Asad" in (each["place"] or "")}

    assert (dates[january], dates[august]) == ("2024-01-20", "2024-08-05")


@pytest.mark.parametrize(
    ("number", "allowed"),
    [("12", set()), ("13", set()), ("14", set()), ("15", {"military_exercise"}), ("16", set())],
)
def test_what_is_no_attack_stays_quiet_with_a_reason(first_start: Running, number: str, allowed: set[str]) -> None:
    """An analysis, an anniversary, a film, a game: nothing is opened, and `why` says why. A drill is but a drill."""
    name = next(each for each in names() if each.startswith(number))
    ((article, seq),) = first_start.rows("SELECT a.id, seq FROM article a JOIN file f USING (key) WHERE path = ?", name)

    opened = "SELECT type FROM event WHERE article_seq = ? AND verdict IN ('new', 'possible', 'update')"
    assert {kind for (kind,) in first_start.rows(opened, seq)} <= allowed
    why = first_start.command("why", article)
    assert why.returncode == 0
    assert len(why.stdout.splitlines()) >= 2


# ---- the seeds ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Five raw articles in the inbox, without a word of when or where they come from."""
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not on this machine")
    with Running(tmp_path_factory.mktemp("seeds"), program="monitor") as home:
        home.start()
        for path in sorted(SEEDS.glob("*.txt")):
            home.drop(path.name, path.read_text(encoding="utf-8"))
        home.until(lambda: home.rows("SELECT count(*) FROM article") == [(5,)], "five articles")
        yield home


def test_the_first_two_seeds_are_one_interception(seeded: Running) -> None:
    """One says 'late Saturday' and no date, the other names the night: the same two drones."""
    (first,), (second,) = of_article(seeded, "000_"), of_article(seeded, "001_")

    assert first == second
    (found,) = [each for each in incidents(seeded) if each["id"] == first]
    assert found["type"] == "interception"
    assert "Asad" in found["place"]
    assert (found["date"], found["date_to"]) == ("2025-06-14", "2025-06-15")


def test_the_third_seed_is_another_interception_there(seeded: Running) -> None:
    """The same base and the same kind of act, in another year, and `why` says what keeps it apart."""
    (first,), (third,) = of_article(seeded, "000_"), of_article(seeded, "002_")
    (found,) = [each for each in incidents(seeded) if each["id"] == third]

    assert first != third
    assert found["type"] == "interception"
    assert found["date"].startswith("2023-10-2")
    assert seeded.command("why", third).returncode == 0


# ---- a feed ---------------------------------------------------------------------------------------------------------

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Example Wire</title><link>http://example.org/</link><description>news</description>
<item>
  <title>Drones hit fuel depot in Odesa, two workers killed</title>
  <guid>w-1</guid><link>http://example.org/1</link><pubDate>Wed, 06 Mar 2024 10:00:00 GMT</pubDate>
  <description>Russian attack drones struck a fuel depot in the Ukrainian port of Odesa before dawn on Wednesday and
  killed two workers, the regional governor said.</description>
</item>
<item>
  <title>Two dead as drones strike Odesa fuel depot</title>
  <guid>w-2</guid><link>http://example.org/2</link><pubDate>Wed, 06 Mar 2024 11:00:00 GMT</pubDate>
  <description>Two people were killed on Wednesday when drones launched by Russia hit a fuel depot in Odesa, Ukraine,
  officials said.</description>
</item>
<item>
  <title>Choir wins prize in Vienna</title>
  <guid>w-3</guid><link>http://example.org/3</link><pubDate>Wed, 06 Mar 2024 12:00:00 GMT</pubDate>
  <description>Sixty singers cheered when the jury spoke.</description>
</item>
</channel></rss>"""


def once_then_unchanged(body: str) -> tuple[Behaviour, Behaviour]:
    """The body with a validator, and 304 to whoever shows it."""
    return reply(body, headers={"ETag": '"v1"'}), reply(status=304, headers={"ETag": '"v1"'})


def test_a_feed_does_the_same_and_its_second_poll_changes_nothing(monitor: Start) -> None:
    """Two reports of one strike are one incident; a 304 leaves every row as it was."""
    with Hub() as hub:
        address = hub.on("/feed", *once_then_unchanged(FEED))
        home = monitor(
            {
                "feeds": [{"url": address, "name": "wire", "quiet_first": False}],
                "http": {"allow_networks": ["127.0.0.0/8"], "ports": [hub.port]},
            }
        )
        first = home.command("once", "--all-feeds")
        counts = "SELECT (SELECT count(*) FROM article), count(*), sum(version) FROM incident"
        before = home.rows(counts)
        second = home.command("once", "--all-feeds")

        assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
        assert hub.asked("/feed")[-1].headers["if-none-match"] == '"v1"'
        assert home.rows(counts) == before
        assert before[0][:2] == (3, 1)
        assert len(home.alerts()) == 1
