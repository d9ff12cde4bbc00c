"""From an item to what is stored, with a small Flow and a real database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from monitor import config
from monitor.alerts.policy import Policy, Recipient
from monitor.errors import ArticleError, ConfigError
from monitor.flow import build_flow
from monitor.pipeline import Prepared, ingest, prepare, prepare_all
from monitor.store import Store, articles, blocks, incidents, messages, views
from monitor.taxonomy import know
from monitor.types import Article, Context, Event, Incident, Message, Outcome, Reading, Verdict
from tests.fakes import FLOW, NOON, item
from tests.incidents.test_stories import DAM

POLICY = Policy(recipients=(Recipient(name="desk", at_once=0.0),))


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what is derived by the full-text index."""
    names = [name for name in store.db.table_names() if not name.startswith("incident_search")]
    return {name: store.execute(f"SELECT * FROM [{name}] ORDER BY 1, 2").fetchall() for name in names}


def test_two_outlets_on_one_strike_give_one_incident_and_one_alert(store: Store) -> None:
    """The product's first promise: the second report attaches and tells nobody."""
    first = ingest(item("An airstrike at Kyiv on 2024-05-01 killed 3 people."), FLOW, store, NOON, policy=POLICY)
    second = ingest(
        item("Officials said an airstrike at Kyiv on 2024-05-01 killed 3, residents told.", outlet="Another"),
        FLOW,
        store,
        NOON,
        policy=POLICY,
    )

    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.ATTACHED)
    assert len(views.find(store, views.Filter())) == 1
    assert store.execute("SELECT count(*) FROM dispatch").fetchone() == (1,)


def test_an_article_and_its_outbox_row_are_stored_together_or_not_at_all(store: Store) -> None:
    """A failure between article and dispatch leaves neither."""

    def broken(text: object) -> object:
        raise RuntimeError("power cut")

    store.db.conn.create_function("boom", 0, lambda: broken(None))
    store.execute("CREATE TEMP TRIGGER stop BEFORE INSERT ON dispatch BEGIN SELECT boom(); END")
    with pytest.raises(Exception, match="user-defined function"):
        ingest(item("An airstrike at Kyiv on 2024-05-01."), FLOW, store, NOON, policy=POLICY)

    assert store.execute("SELECT count(*) FROM article").fetchone() == (0,)
    assert store.execute("SELECT count(*) FROM incident").fetchone() == (0,)
    assert blocks.candidates(store, ("place:Kyiv",), _event()) == ()


def test_the_same_items_twice_change_no_row(store: Store) -> None:
    """P9: replaying input changes nothing, tokens and times included."""
    items = [
        item("An airstrike at Kyiv on 2024-05-01 killed 3.", url="https://a.example/1"),
        item("An airstrike at Kyiv on 2024-05-01 killed 5.", url="https://b.example/1", received=NOON),
        item("A silent film about the war opens.", url="https://c.example/1"),
        item("A shelling at Odesa on 2024-05-01, background airstrike at Kyiv on 2024-04-01.", key="4"),
    ]
    first = [ingest(each, FLOW, store, NOON, policy=POLICY) for each in items]
    before = rows(store)

    later = NOON + timedelta(days=3)
    again = [ingest(replace(each, received=later), FLOW, store, later, policy=POLICY) for each in items]

    assert rows(store) == before
    assert all(each.known for each in again)
    assert [each.verdict for each in again] == [each.verdict for each in first]
    assert [[d.incident_id for d in each.decisions] for each in again] == [
        [d.incident_id for d in each.decisions] for each in first
    ]


def test_an_edited_article_is_a_revision_and_the_old_text_is_kept(store: Store) -> None:
    """The same address with changed words: no news unless something material changed; every version is kept."""
    words = "An airstrike at Kyiv on 2024-05-01 killed 3. The mayor spoke of broken windows in the whole street."
    ingest(item(words, key="g1", url="https://a.example/story"), FLOW, store, NOON)

    edited = ingest(item(words + " He went there.", key="g1", url="https://a.example/story"), FLOW, store, NOON)
    grown = ingest(item(words.replace("3", "5", 3), key="g1", url="https://a.example/story"), FLOW, store, NOON)

    assert edited.verdict is Verdict.REVISION
    assert not edited.notices
    assert grown.verdict is not Verdict.NEW
    assert store.execute("SELECT count(*) FROM article").fetchone() == (3,)
    row = articles.find(store, edited.article_id)
    assert row is not None
    assert row.revises is not None


def test_the_same_words_from_elsewhere_are_a_copy(store: Store) -> None:
    """A syndicated text has a row of its own that names the first, and tells nobody."""
    words = "An airstrike at Kyiv on 2024-05-01 killed 3."
    first = ingest(item(words, key="a", url="https://a.example/1", outlet="A"), FLOW, store, NOON)

    second = ingest(item(words, key="b", url="https://b.example/1", outlet="B"), FLOW, store, NOON)

    row = articles.find(store, second.article_id)
    assert second.verdict is Verdict.COPY
    assert row is not None
    assert row.copy_of == first.article_id


def test_two_incidents_of_one_article_know_of_each_other_before_anything_is_written(store: Store) -> None:
    """The second event of an article sees what the first has opened."""
    result = ingest(
        item("An airstrike at Kyiv on 2024-05-01 killed 3. The airstrike at Kyiv on 2024-05-01 killed 4."),
        FLOW,
        store,
        NOON,
    )

    assert [each.verdict for each in result.decisions] == [Verdict.NEW, Verdict.UPDATE]
    (incident,) = views.find(store, views.Filter())
    assert [event.id for event in incident.events] == [each.event.id for each in result.decisions]
    assert len(result.notices) == 1


def test_what_is_stored_comes_back_as_it_was(store: Store) -> None:
    """Article, item, events, decisions and their reasons survive the way through the database, -inf included."""
    ingest(item("An airstrike at Kyiv on 2024-04-30."), FLOW, store, NOON)
    given = item("An airstrike at Kyiv on 2024-05-01 killed 3. A silent film too.", key="x", outlet="The Times")
    result = ingest(given, FLOW, store, NOON)

    (decision,) = incidents.decisions(store, result.article_id)
    kept = articles.of_article(store, result.article_id)
    reading = articles.reading(store, result.article_id)

    assert articles.received(store, result.article_id) == given
    assert kept == FLOW.extract(given)
    assert replace(decision, event=replace(decision.event, signature=kept.signature)) == result.decisions[0]
    assert decision.look_alikes[0].apart.points == float("-inf")
    assert reading is not None
    assert reading.silenced == result.reading.silenced


def test_a_notice_says_what_is_in_force_there(store: Store) -> None:
    """'Closure in force since 28 April': readers get the state of things with the news."""
    ingest(item("A closure at Kyiv on 2024-04-28."), FLOW, store, NOON, policy=POLICY)
    (closed,) = views.find(store, views.Filter())
    with store.transaction():
        incidents.write(store, replace(closed, open_since=date(2024, 4, 28)), FLOW.block)

    result = ingest(item("An airstrike at Kyiv on 2024-05-01 killed 3."), FLOW, store, NOON, policy=POLICY)

    assert result.notices[0].context == ("closure (Kyiv) in force since 28 April, 4 days",)


def test_an_item_without_words_is_refused(store: Store) -> None:
    """What holds no article is an ArticleError for the engine to record."""
    with pytest.raises(ArticleError):
        ingest(item(" ", key="empty"), FLOW, store, NOON)


def _event() -> object:
    return FLOW.read(FLOW.extract(item("An airstrike at Kyiv on 2024-05-01."))).events[0]


def test_articles_read_in_step_say_what_each_says_alone() -> None:
    """Reading in step is for speed only: no text learns anything of its neighbours, and an empty one stops none."""
    flow = build_flow()
    texts = (
        "Drones struck a depot near Kherson on Monday, killing two, the governor said. “Nobody slept,” a man said.",
        " ",
        "Shares rose on Monday as investors bet on lower rates.",
        "Rockets hit a base beside Erbil airport late on Tuesday. The day before, a bomb wounded three in Kirkuk.",
    )
    items = [item(text, key=f"{n}") for n, text in enumerate(texts)]

    together = prepare_all(items, flow)

    assert isinstance(together[1], ArticleError)
    assert [together[n] for n in (0, 2, 3)] == [prepare(items[n], flow) for n in (0, 2, 3)]
    assert [len(each.reading.events) for each in together if isinstance(each, Prepared)] == [1, 0, 2]


def test_places_of_the_users_own_are_known_and_a_bad_line_is_refused(tmp_path: Path) -> None:
    """A file beside the configuration; the refusal names file and line."""
    (tmp_path / "mine.tsv").write_text("base\tIQ\t33.1\t43.2\tCamp Quorum|Quorum Camp\n", encoding="utf-8")
    settings = config.parse("reading: {places: [mine.tsv]}", path=str(tmp_path / "config.yaml"))
    flow = build_flow(settings)
    text = "Drones struck Camp Quorum on 1 May 2024, killing two soldiers, the army said. The base was hit at dawn."

    events = flow.read(flow.extract(item(text, title="Drones strike Camp Quorum, killing two"))).events

    assert any(each.place and each.place.name == "Camp Quorum" for each in events)
    (tmp_path / "mine.tsv").write_text("# mine\nbase IQ 33.1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"mine\.tsv:2"):
        build_flow(settings)


def test_a_type_and_words_of_the_users_own_become_incidents(tmp_path: Path) -> None:
    """One file adds a type, the phrase that tells of it, and its severity; a bad rule is refused with its line."""
    rules = tmp_path / "own.rules"
    rules.write_text("type | piracy | Piracy | sea | 6 | up | ships held\nphrase | piracy | ransom skiffs\n", "utf-8")
    settings = config.parse("reading: {rules: own.rules}", path=str(tmp_path / "config.yaml"))
    try:
        flow = build_flow(settings)
        text = "Ransom skiffs took a tanker off Mombasa on Thursday, the coast guard said. The crew is held."
        with Store(":memory:") as store:
            store.migrate()
            result = ingest(item(text, title="Ransom skiffs take a tanker off Mombasa"), flow, store, NOON)
            (incident,) = views.find(store, views.Filter(types=("piracy",)))

        assert result.verdict is Verdict.NEW
        assert (incident.family, incident.severity_terms[0].points) == ("sea", 6.0)
        rules.write_text("# mine\nphrase | no_such_type | words\n", "utf-8")
        with pytest.raises(ConfigError, match=r"own\.rules:2"):
            build_flow(settings)
    finally:
        know(())


def test_what_only_tells_on_what_was_told_is_for_the_digest(store: Store) -> None:
    """The dam was alerted in the morning; that its flood frightens farmers wakes nobody, another dead does."""
    read = FLOW.read

    def undated(article: Article) -> Reading:
        found = read(article)
        events = tuple(replace(one, when=replace(one.when, inferred=True)) for one in found.events if one.when)
        return replace(found, events=events)

    flow = replace(FLOW, read=undated)
    for n, title in enumerate(DAM):
        told = item(f"A bombing at Kyiv on 2024-05-02, says paper {n}.", title=title, outlet=f"Paper {n}")
        ingest(told, flow, store, NOON, policy=POLICY)
    (first,) = store.execute("SELECT id FROM dispatch").fetchone()
    message = Message(id="m", kind="alert", recipient="desk", subject="A dam", text="A dam")
    messages.put_message(store, message, ["console"], NOON, [first])

    later = NOON + timedelta(hours=3)
    for type_, toll in (("shelling", ""), ("airstrike", " killed 3")):
        echo = item(f"A {type_} at Kyiv on 2024-05-02{toll}.", title=f"Dam blast frightens farmers after {type_}")
        ingest(replace(echo, received=later, published=later), flow, store, later, policy=POLICY)

    codes = dict(store.execute("SELECT incident_id, code FROM dispatch").fetchall())
    assert codes == {
        "240502-Kyiv-bombing": "severity",
        "240502-Kyiv-shelling": "possible_duplicate",
        "240502-Kyiv-airstrike": "severity",
    }


def test_what_may_be_the_same_as_what_may_be_the_same_wakes_nobody(store: Store) -> None:
    """A was told; B may be A and was for the digest; C may be B: the reader knows of it."""

    def beside(candidates: Sequence[Incident], event: Event, context: Context) -> Outcome:
        outcome = FLOW.match(candidates, event, context)
        (made, *_) = outcome.changed
        doubles = {"shelling": ("240502-Kyiv-bombing",), "airstrike": ("240502-Kyiv-shelling",)}.get(event.type, ())
        return replace(outcome, changed=(replace(made, possible_duplicates=doubles),))

    flow = replace(FLOW, match=beside)
    for n, type_ in enumerate(("bombing", "shelling", "airstrike")):
        at = NOON + timedelta(hours=n)
        ingest(item(f"A {type_} at Kyiv on 2024-05-02.", received=at), flow, store, at, policy=POLICY)
        for (ident,) in store.execute("SELECT id FROM dispatch WHERE mode = 'now' AND message_id IS NULL").fetchall():
            message = Message(id=ident, kind="alert", recipient="desk", subject=type_, text=type_)
            messages.put_message(store, message, ["console"], at, [ident])

    codes = dict(store.execute("SELECT incident_id, code FROM dispatch").fetchall())
    assert codes == {
        "240502-Kyiv-bombing": "severity",
        "240502-Kyiv-shelling": "possible_duplicate",
        "240502-Kyiv-airstrike": "possible_duplicate",
    }
