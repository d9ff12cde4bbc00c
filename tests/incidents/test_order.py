"""In which order the events of one article are decided on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from monitor.flow import Flow
from monitor.incidents.match import block, match
from monitor.pipeline import Result, ingest
from monitor.store import Store
from monitor.types import Article, Event, Reading, Role, Verdict
from tests.fakes import FLOW, item
from tests.incidents.making import NOON, event


def _take(store: Store, key: str, *events: Event) -> Result:
    def read(article: Article) -> Reading:
        mine = (replace(one, id=f"{article.id}#{n}", article_id=article.id) for n, one in enumerate(events))
        return Reading(article_id=article.id, events=tuple(mine))

    flow = Flow(extract=FLOW.extract, read=read, block=block, match=match)
    return ingest(item(f"Report {key} in words of its own", key=key), flow, store, NOON)


def test_the_event_that_fits_an_incident_better_is_decided_before_the_main_one(tmp_path: Path) -> None:
    """An overview whose main event is loosely placed does not take the incident that another event of it is."""
    wide = event("b", at="Iraq", by=("Northern Brigades",))
    exact = event("c", at="Kesra", by=("Northern Brigades",), killed=7, role=Role.ALSO_NEW)
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
        first = _take(store, "1", event("a", at="Kesra", by=("Northern Brigades",), killed=7))
        alone = _take(store, "2", wide)
        both = _take(store, "3", replace(wide, digest="another"), exact)

    (strike,) = (each.incident_id for each in first.decisions)
    assert [each.incident_id for each in alone.decisions] == [strike]
    main, further = both.decisions
    assert further.incident_id == strike
    assert further.verdict is not Verdict.NEW
    assert main.incident_id != strike
