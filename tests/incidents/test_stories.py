"""What a reader knows as one story: an act and what is told because of it, but never the next act."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.incidents.stories import group, known_by, repeats, retold, theme
from monitor.types import Count, Evidence, Incident, Party, Place
from tests.alerts.situations import ERBIL, KHARKIV, KYIV, event, incident

AT = datetime(2024, 5, 14, 6, tzinfo=UTC)
UKRAINE = replace(KYIV, name="Ukraine", as_written="Ukraine", precision="country", region=None)
DAM = (
    "Old Mill dam blown up near Kharkiv",
    "Ukraine says a major dam was blown up",
    "Dam destroyed in eastern Ukraine",
    "Villages flooded as dam is blown up",
)


def told_of(ident: str, titles: tuple[str, ...], *, place: Place | None = KHARKIV, hours: float = 0.0) -> Incident:
    """An incident that so many outlets tell of, each with a title."""
    at = AT + timedelta(hours=hours)
    evidence = (Evidence(field="type", start=0, end=8, text="blown up"),)
    events = tuple(
        event(n, outlet=f"Outlet {n}", id=f"{ident}{n}#0", article_id=f"{ident}{n}", title=title, evidence=evidence)
        for n, title in enumerate(titles)
    )
    one = incident(ident, headline=titles[0], place=place, severity=8, events=events, independent=len(titles))
    assert one.when is not None
    return replace(one, type="sabotage", first_report=at, when=replace(one.when, date=at.date(), inferred=True))


def test_a_story_is_about_the_thing_its_titles_name() -> None:
    """No place, for a town is struck again tomorrow; no word of the act; and nothing while few tell of it."""
    assert theme(told_of("d", DAM)) == {"dam"}
    assert theme(told_of("d", DAM[:2])) == frozenset()


def test_what_follows_from_an_act_is_told_under_it() -> None:
    """Flood, photographs and politics of a dam are its story; the head is what most sources tell of."""
    big = told_of("big", DAM)
    flood = told_of("flood", ("Thousands flee the flood after dam blast",), hours=9)
    politics = told_of("politics", ("Dam blast puts allies on the spot",), place=UKRAINE, hours=40)
    nowhere = told_of("nowhere", ("Photos: life below the broken dam",), place=None, hours=30)

    assert set(group([flood, big, politics, nowhere]).values()) == {"big"}


@pytest.mark.parametrize(
    "other",
    [
        told_of("later", ("Another dam collapses",), hours=24 * 5),
        told_of("elsewhere", ("Dam breaks in the north",), place=ERBIL),
        told_of("other", ("Trains stand still in the east",)),
    ],
    ids=lambda one: one.id,
)
def test_what_is_of_another_time_place_or_thing_is_another_story(other: Incident) -> None:
    """Days later, in another country, or about something else."""
    heads = group([told_of("big", DAM, place=UKRAINE), replace(other, type="closure")])
    assert heads == {"big": "big", other.id: other.id}


def test_what_may_be_the_same_is_one_story() -> None:
    """A possible duplicate stands beside what it may be the same as."""
    a = told_of("a", ("Car bombing kills an official",))
    b = replace(told_of("b", ("Governor dies in a car bombing",), place=None), possible_duplicates=("a",))
    assert len(set(group([a, b]).values())) == 1


def test_only_what_names_no_day_and_no_dead_is_retold() -> None:
    """Another act at the same thing is news: it has a day or dead of its own."""
    big = told_of("big", DAM)
    echo = told_of("echo", ("Dam blast puts allies on the spot",), hours=20)
    assert echo.when is not None

    assert retold(echo, [big]) == big
    assert retold(replace(echo, killed=Count(best=2)), [big]) is None
    assert retold(replace(echo, when=replace(echo.when, inferred=False)), [big]) is None
    blamed = told_of("blamed", ("Minister blames the other side for the dam",), hours=2)
    assert blamed.when is not None
    assert retold(replace(blamed, when=replace(blamed.when, inferred=False)), [big]) == big  # its own day and spot
    assert retold(echo, []) is None
    assert retold(big, [big]) is None


RUSSIA = Party(name="Russia", kind="state", country="RU")


def fight(ident: str, title: str, place: Place | None, **more: object) -> Incident:
    """Fighting on the ground that one outlet tells of."""
    one = replace(told_of(ident, (title,), place=place), type="ground_incursion", family="ground", actors=(RUSSIA,))
    return replace(one, **more)  # type: ignore[arg-type]


def test_an_offensive_told_again_without_a_close_place_is_known() -> None:
    """The same side on the ground on the same day, once at a town and once 'in the east', is most likely one fight."""
    at_town = fight("a", "Troops push past the river at Kharkiv", KHARKIV)
    somewhere = fight("b", "Major offensive has begun, officials say", UKRAINE)

    assert repeats(somewhere, [at_town]) == at_town
    assert repeats(at_town, [somewhere]) == somewhere
    assert repeats(replace(somewhere, killed=Count(best=40)), [at_town]) is None  # dead of its own
    assert repeats(replace(somewhere, place=KYIV), [at_town]) is None  # two towns are two fights
    assert repeats(replace(somewhere, actors=(replace(RUSSIA, name="Belarus", country="BY"),)), [at_town]) is None
    late = told_of("c", ("Major offensive goes on",), place=UKRAINE, hours=72)
    assert repeats(replace(late, type="ground_incursion", family="ground", actors=(RUSSIA,)), [at_town]) is None


def test_a_strike_is_told_again_only_where_titles_name_one_thing() -> None:
    """Barrages fall daily: without a thing both name, one somewhere in the country is another."""
    dam = replace(told_of("a", ("Dam blown up near Kharkiv",)), family="strike", actors=(RUSSIA,))
    again = replace(told_of("b", ("Critical dam destroyed in the south",), place=UKRAINE), actors=(RUSSIA,))
    other = replace(told_of("c", ("Depot blown up in the south",), place=UKRAINE), actors=(RUSSIA,))

    assert repeats(again, [dam]) == dam
    assert repeats(other, [dam]) is None


def test_one_thing_put_at_two_towns_near_it_is_told_once() -> None:
    """The dam lies 60 km up the river; titles that share its name, the thing and the town tell of one act."""
    there = replace(KHARKIV, name="Old Mill", lat=49.6, key="mill", precision="site")
    first = told_of("a", ("Officials say the Old Mill river dam near Kharkiv was blown up",), place=there)
    again = told_of("b", ("Army accused over Old Mill river dam near Kharkiv",))
    first, again = (replace(one, actors=(RUSSIA,)) for one in (first, again))
    other = replace(again, events=(), headline="Depot near Kharkiv blown up")

    assert repeats(again, [first]) == first
    assert repeats(other, [first]) is None


def test_a_word_of_size_is_no_theme() -> None:
    """'Major' dam and 'major' offensive have nothing in common."""
    assert "major" not in theme(told_of("d", tuple(f"major {title}" for title in DAM)))


def test_what_one_article_tells_of_one_spot_is_known_by_its_gravest() -> None:
    """Fighting and the truce it broke, told in one article: whoever heard of the one knows of the other."""
    clash = told_of("clash", ("Fighting goes on after talks fail",))
    truce = replace(clash, id="truce", type="ceasefire")
    elsewhere = replace(truce, place=KYIV)

    assert known_by(truce, [clash]) == clash
    assert known_by(elsewhere, [clash]) is None


def test_grouping_changes_no_incident_and_knows_every_one() -> None:
    """Each has a head, alone its own, in whatever order they come."""
    several = [told_of("big", DAM), told_of("echo", ("Dam blast again in the news",)), incident("x", place=ERBIL)]
    assert group(several) == group(several[::-1])
    assert group([]) == {}
