from __future__ import annotations

import csv
import html
import io
import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import timedelta

import feedparser
import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from monitor.store import Store, search
from monitor.types import Item
from monitor.web import Effect
from monitor.web.filters import Misasked, parse

from .conftest import NOW, TEXT, an_event, an_incident, client_of, keep


def test_the_list_shows_the_latest_change_first_and_links_to_each(client: TestClient) -> None:
    """What is new is at the top, with severity, place and sources."""
    page = client.get("/").text

    at = [page.index(f'data-id="2024-05-23-kharkiv-{n}"') for n in range(3)]
    assert at == sorted(at)
    assert "8.5" in page
    assert "Kharkiv, Ukraine" in page


def test_a_filter_is_a_link_and_restricts_list_map_and_feeds_alike(client: TestClient) -> None:
    """Every view is an address that can be sent; what it leaves out is left out everywhere."""
    assert "kharkiv-0" in client.get("/?country=UA&type=missile_strike&severity=8").text
    for path in ("/", "/incidents.geojson", "/feed.json", "/incidents.csv", "/api/v1/incidents"):
        assert "kharkiv-0" not in client.get(f"{path}?country=IQ").text


@pytest.mark.parametrize(
    ("query", "found"), [("kharkiv", 3), ("strike 1", 1), ("actor=russ", 3), ("source=outlet 1", 1)]
)
def test_words_names_and_sources_are_found(client: TestClient, query: str, found: int) -> None:
    """Full-text search over headline, place, parties and sources, beginnings included."""
    name, _, value = query.rpartition("=")

    answer = client.get("/api/v1/incidents", params={name or "q": value}).json()

    assert answer["total"] == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=40))
def test_no_search_text_is_a_query_language(store: Store, text: str) -> None:
    """T37: whatever is typed finds something or nothing, and never fails."""
    phrase = search.phrase(text)

    if phrase is not None:
        try:
            store.execute("SELECT rowid FROM incident_search WHERE incident_search MATCH ?", (phrase,)).fetchall()
        except sqlite3.OperationalError as error:  # pragma: no cover - the assertion names the input
            raise AssertionError(f"{text!r} became {phrase!r}") from error


@given(st.lists(st.tuples(st.sampled_from(["q", "since", "type", "country", "page", "actor"]), st.text(max_size=30))))
def test_the_filter_survives_being_written_as_an_address(pairs: list[tuple[str, str]]) -> None:
    """Any parameters are refused or give a bounded filter, and reading its own address gives the same one again."""
    from urllib.parse import parse_qsl

    try:
        asked = parse(pairs)
    except Misasked:
        return

    assert parse(parse_qsl(asked.query(page=asked.page).lstrip("?"))) == asked


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("severity=abc", "severity: severity is a number from 0 to 10, not 'abc'"),
        ("severity=11", "severity: severity is a number from 0 to 10, not '11'"),
        ("since=99x", "since: there is no span '99x'; there are: 6h, "),
        ("type=dron_strike", "type: there is no type 'dron_strike'; did you mean drone_strike?"),
        ("family=strikes", "family: there is no family 'strikes'; did you mean strike?"),
        ("country=Ukrainia", "country: there is no country 'Ukrainia'; did you mean Ukraine?"),
        ("state=merged", "state: there is no state 'merged'; "),
        ("page=-1", "page: a number from 0 to 200 is expected, not '-1'"),
        ("foo=1", "foo: there is no parameter 'foo'; there are: q, since, "),
    ],
)
def test_what_there_is_not_is_refused_and_not_answered_with_everything(
    client: TestClient, query: str, said: str
) -> None:
    """A program with a typo must not take all there is for the answer; a person is told the same on the page."""
    answer = client.get(f"/api/v1/incidents?{query}")
    page = client.get(f"/?{query}")

    assert answer.status_code == page.status_code == 400
    assert answer.json()["error"].startswith(said)
    assert answer.json()["parameter"] == query.partition("=")[0]
    assert "kharkiv-0" not in page.text
    assert said in html.unescape(page.text)
    for feed in ("/feed.atom", "/feed.json", "/incidents.geojson", "/incidents.csv"):
        assert client.get(f"{feed}?{query}").status_code == 400


@pytest.mark.parametrize(("query", "found"), [("country=ukraine", 3), ("country=iq", 0), ("severity=8.4", 3),
                                              ("severity=8.6&type=", 0), ("limit=2", 2)])  # fmt: skip
def test_a_country_goes_by_its_name_and_severity_by_any_number(client: TestClient, query: str, found: int) -> None:
    """What can be understood is; an empty value asks for nothing."""
    assert len(client.get(f"/api/v1/incidents?{query}").json()["incidents"]) == found
    assert client.get("/?" + query.replace("limit", "page")).status_code == 200


def test_an_incident_shows_its_evidence_in_the_words_of_the_source(client: TestClient) -> None:
    """Each field points at the words it came from, and the severity is a sum one can check."""
    page = client.get("/incidents/2024-05-23-kharkiv-0").text

    assert '<mark title="killed">killing seven</mark>' in page
    assert "missile strike +8" in page
    assert "another day" in page
    assert TEXT[:20] in page


def test_hostile_texts_stay_text_on_every_page(client: TestClient) -> None:
    """T6: a headline that is markup is shown letter for letter."""
    for path in ("/", "/incidents/2024-05-23-kharkiv-2", "/regions/UA"):
        tree = html5lib.parse(client.get(path).text, namespaceHTMLElements=False)
        sources = [element.get("src") for element in tree.iter("script")]
        assert all(source and source.startswith("/static/") for source in sources)
        assert not [element for element in tree.iter() if any(str(key).startswith("on") for key in element.attrib)]


def test_no_cell_of_the_table_is_a_formula(client: TestClient) -> None:
    """T11: a spreadsheet opens the export and calculates nothing."""
    rows = list(csv.reader(io.StringIO(client.get("/incidents.csv").text)))

    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell[:1] in ("=", "@", "+") for cell in cells)


def test_other_readers_understand_the_feeds(client: TestClient) -> None:
    """Atom for feed readers, JSON Feed, GeoJSON with places in the right order."""
    feed = feedparser.parse(io.BytesIO(client.get("/feed.atom").content))
    assert len(feed.entries) == 3
    assert feed.bozo == 0

    assert len(client.get("/feed.json").json()["items"]) == 3
    points = client.get("/incidents.geojson").json()["features"]
    assert points[0]["geometry"]["coordinates"] == [36.23, 49.99]


def test_no_headline_breaks_the_feed_of_all_others(store: Store, client: TestClient) -> None:
    """What no XML may hold is left out; a feed reader would be told of nothing more for as long as it is listed."""
    article, event = an_event(9)
    keep(store, article, an_incident(9, event, headline="Strike \x00\x0b\ufffe\uffff on Kharkiv"))

    answer = client.get("/feed.atom")

    assert answer.status_code == 200
    assert "Strike on Kharkiv" in answer.text


def test_a_merged_or_unknown_incident_is_said_to_be_so(client: TestClient) -> None:
    """No dead end: a clear 404 that leads back."""
    answer = client.get("/incidents/none-such")

    assert answer.status_code == 404
    assert "There is no incident none-such" in answer.text


class FakeIntake:
    """Takes everything; remembers keys."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def accept(self, items: Sequence[Item]) -> Sequence[Mapping[str, object]]:
        self.keys += [item.key for item in items]
        return [{"id": item.key, "verdict": "irrelevant", "incidents": []} for item in items]


def test_the_same_article_pushed_twice_is_the_same_item(reader: Store) -> None:
    """The identity is the caller's id, or the content: the intake sees one key."""
    from monitor.web.app import build
    from monitor.web.guard import Access, Sessions
    from monitor.web.site import Site

    intake = FakeIntake()
    app = build(Site(store=reader, sessions=Sessions(None), clock=lambda: NOW), Access(port=80), intake=intake)
    client = TestClient(app, base_url="http://localhost")

    for _ in range(2):
        assert client.post("/articles", json={"title": "Quiet night", "text": "Nothing happened."}).status_code == 200

    assert len(set(intake.keys)) == 1


def test_an_id_that_says_nothing_is_none() -> None:
    """Two articles with a blank for an id are two."""
    from monitor.web.api import Pushed, _item

    keys = {_item(Pushed.model_validate({"id": id, "title": text}), NOW).key for id in (" ", "\u200b") for text in "ab"}

    assert len(keys - {""}) == 2


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"text": 3}',
        b'{"titel": "x"}',
        b'{"title": " "}',
        b"[" * 5000,
        b'{"published": "x"}',
        b'{"title": "x", "published": "9999-12-31T23:59:59-14:00"}',
    ],
)
def test_a_push_that_does_not_fit_is_told_why(reader: Store, body: bytes) -> None:
    """Bad input gets a clear answer; nothing is taken in."""
    from monitor.web.app import build
    from monitor.web.guard import Access, Sessions
    from monitor.web.site import Site

    intake = FakeIntake()
    app = build(Site(store=reader, sessions=Sessions(None), clock=lambda: NOW), Access(port=80), intake=intake)

    answer = TestClient(app, base_url="http://localhost").post("/api/v1/articles", content=body)

    assert answer.status_code in (400, 422)
    assert answer.json()["error"]
    assert intake.keys == []


@pytest.mark.parametrize(("published", "precision"), [("2024-05-23", "day"), ("2024-05-23T10:15:00+03:00", "minute")])
def test_a_bare_date_is_not_taken_for_midnight(published: str, precision: str) -> None:
    """What is not known of the time stays unknown."""
    from monitor.web.api import Pushed, _item

    item = _item(Pushed.model_validate({"title": "x", "published": published}), NOW)

    assert item.published_precision == precision


class FakeDesk:
    """Shows and does; remembers."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str, dict[str, str]]] = []

    def preview(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        return Effect(summary=f"{action} {incident}", lines=("two reports move",))

    def do(self, action: str, incident: str, values: Mapping[str, str]) -> Effect:
        self.done.append((action, incident, dict(values)))
        return Effect(summary="merged", lines=("done",), incident=incident, operation=7)


def test_an_action_is_shown_before_it_is_done_and_can_be_undone(reader: Store) -> None:
    """The first form changes nothing; the confirmed one does it once and offers the way back."""
    desk = FakeDesk()
    client = client_of(reader, desk=desk)
    token = client.app.state.site.sessions.form_token  # type: ignore[attr-defined]
    where = "/incidents/2024-05-23-kharkiv-0/merge"

    first = client.post(where, data={"form_token": token, "other": "2024-05-23-kharkiv-1"})
    assert "two reports move" in first.text
    assert desk.done == []

    second = client.post(where, data={"form_token": token, "other": "2024-05-23-kharkiv-1", "confirmed": "yes"})
    assert desk.done == [("merge", "2024-05-23-kharkiv-0", {"other": "2024-05-23-kharkiv-1"})]
    assert 'name="operation" value="7"' in second.text


def test_the_api_keeps_to_its_document(client: TestClient) -> None:
    """What the OpenAPI document says of an incident is what is sent."""
    schema = client.get("/api/v1/openapi.json").json()
    known = schema["components"]["schemas"]["Incident"]["properties"]

    listed = client.get("/api/v1/incidents").json()["incidents"][0]

    assert set(listed) == set(known)
    json.dumps(schema)


def test_articles_are_counted_once_and_then_as_they_come(store: Store, reader: Store) -> None:
    """A scrape does not read a million rows again; a verdict that changed later is right within the hour."""
    now = NOW
    client = client_of(reader)
    site = client.app.state.site  # type: ignore[attr-defined]
    site.clock = lambda: now

    def told() -> set[str]:
        return {line for line in client.get("/metrics").text.splitlines() if line.startswith("escalation_articles{")}

    assert told() == {'escalation_articles{verdict="new"} 3.0'}
    article, event = an_event(7)
    keep(store, article, an_incident(7, event))
    assert told() == {'escalation_articles{verdict="new"} 4.0'}
    with store.transaction():
        store.execute("UPDATE article SET verdict = 'update' WHERE id = 'art-7'")
    assert told() == {'escalation_articles{verdict="new"} 4.0'}

    now += timedelta(hours=1)
    assert told() == {'escalation_articles{verdict="new"} 3.0', 'escalation_articles{verdict="update"} 1.0'}
