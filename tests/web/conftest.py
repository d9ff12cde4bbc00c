from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from monitor.store import Store, articles, incidents
from monitor.types import (
    Article,
    Change,
    Claim,
    Count,
    Decision,
    Event,
    Evidence,
    Grade,
    Incident,
    Item,
    LookAlike,
    Modality,
    Party,
    Place,
    Reading,
    Reason,
    Role,
    Term,
    Verdict,
    When,
)
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.site import Site

NOW = datetime(2024, 5, 24, 12, 0, tzinfo=UTC)
TITLE = "Missiles hit printing works in Kharkiv"
TEXT = "Two missiles hit a printing works in Kharkiv on Thursday, killing seven people, the governor said."


def an_event(n: int, *, title: str = TITLE, text: str = TEXT) -> tuple[Article, Event]:
    """A report as reading gives it, with evidence that points into its text."""
    article = Article(
        id=f"art-{n}",
        source="inbox",
        subject=f"{n}.txt",
        title=title,
        text=text,
        language="en",
        outlet=f"Outlet {n}",
        publisher=f"Outlet {n}",
        wire=None,
        url=f"https://news.example/{n}",
        published=NOW - timedelta(hours=n),
        published_precision="minute",
        published_inferred=False,
        received=NOW - timedelta(hours=n),
        digest=f"{n:032d}",
    )
    at = article.document.find("killing seven")
    evidence = (
        (Evidence(field="killed", start=at, end=at + 13, text=article.document[at : at + 13]),) if at >= 0 else ()
    )
    event = Event(
        id=f"art-{n}#0",
        article_id=article.id,
        type="missile_strike",
        modality=Modality.OCCURRED,
        role=Role.MAIN,
        title=title,
        outlet=article.outlet,
        published=article.published,
        received=article.received,
        url=article.url,
        evidence=evidence,
    )
    return article, event


def an_incident(n: int, event: Event, **changed: object) -> Incident:
    """An incident that this event opened."""
    values: dict[str, object] = {
        "id": f"2024-05-23-kharkiv-{n}",
        "version": 1,
        "type": "missile_strike",
        "family": "strike",
        "modality": Modality.OCCURRED,
        "grade": Grade.REPORTED,
        "headline": f"Missile strike {n} on Kharkiv kills seven",
        "when": When(date=NOW.date() - timedelta(days=1)),
        "place": Place(name="Kharkiv", as_written="Kharkiv", precision="town", country="UA", lat=49.99, lon=36.23),
        "actors": (Party(name="Russia", kind="state", country="RU"),),
        "killed": Count(low=7, best=7, high=7),
        "severity": 8.5,
        "severity_terms": (Term(name="missile strike", points=8.0), Term(name="deaths 5-19", points=0.5)),
        "events": (event,),
        "claims": (Claim(field="killed", value="7", by="governor", article_id=event.article_id),),
        "independent": 1,
        "first_report": NOW - timedelta(hours=n),
        "last_change": NOW - timedelta(hours=n),
    }
    return Incident(**(values | changed))  # type: ignore[arg-type]


def keep(store: Store, article: Article, incident: Incident) -> None:
    """Article, event, decision and incident as the pipeline stores them."""
    keep_all(store, [article], incident)


def keep_all(store: Store, read: Sequence[Article], incident: Incident) -> None:
    """The same for an incident of several reports, one event an article."""
    with store.transaction():
        for article, event in zip(read, incident.events, strict=True):
            item = Item(
                source="inbox", key=article.id, subject=article.subject, received=article.received, title=article.title
            )
            decision = Decision(
                verdict=Verdict.NEW,
                event=event,
                incident_id=incident.id,
                score=3.0,
                reasons=(Reason(fact="no_candidate", points=0.0, text="nothing stored is like it"),),
                look_alikes=(
                    LookAlike(
                        incident_id="2024-03-01-kharkiv-x",
                        score=1.0,
                        apart=Reason(fact="other_day", points=-9.0, text="another day"),
                    ),
                ),
                changes=(Change(field="killed", before=None, after="7", text="killed 7"),),
            )
            seq = articles.write(
                store,
                item,
                article,
                Reading(article_id=article.id, events=(event,)),
                verdict=Verdict.NEW,
                copy_of=None,
                revises=None,
            )
            incidents.write_decision(store, seq, 0, decision)
        incidents.write(store, incident, lambda event: ("UA",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three incidents at Kharkiv, one of them with a hostile headline."""
    with Store(tmp_path / "web.db") as kept:
        kept.migrate()
        for n in range(3):
            article, event = an_event(n)
            headline = "=HYPERLINK(<script>alert(1)</script>)" if n == 2 else f"Missile strike {n} on Kharkiv"
            keep(kept, article, an_incident(n, event, headline=headline))
        yield kept


@pytest.fixture
def reader(store: Store) -> Iterator[Store]:
    with Store(store.path, read_only=True) as kept:
        yield kept


def client_of(reader: Store, *, access: Access | None = None, token: str | None = None, **site: object) -> TestClient:
    """A browser before the page; `base_url` is a name the page answers to."""
    sessions = Sessions(token)
    whole = Site(store=reader, sessions=sessions, clock=lambda: NOW, **site)  # type: ignore[arg-type]
    app = build(whole, access or Access(port=80, token=token))
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture(autouse=True)
def _a_busy_machine_is_no_busy_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page may cost is measured by `scripts.bench_web`; here many tests share two cores."""
    monkeypatch.setattr("monitor.web.app.PATIENCE_S", 30.0)


@pytest.fixture
def client(reader: Store) -> TestClient:
    return client_of(reader)
