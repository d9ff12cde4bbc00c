"""A barrage over a whole country, and the incidents that are one place of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

from monitor.alerts.policy import Policy
from monitor.flow import Flow
from monitor.incidents.match import block, match
from monitor.pipeline import ingest
from monitor.store import Store
from monitor.store import incidents as kept
from monitor.types import Article, Count, Event, Reading, Verdict
from tests.fakes import FLOW, item
from tests.incidents.making import NOON, Ledger, event, later

HERE = event("here", "missile_strike", at="Belograd", by=("Russia",), killed=3)
THERE = event("there", "missile_strike", at="Zelenove", by=("Russia",), killed=1, told=later(1))
WHOLE = event("whole", "missile_strike", at="Ukraine", by=("Russia",), launched=Count(best=74), told=later(2))


def _folded(*made: Event) -> tuple[Ledger, dict[str, str]]:
    ledger = Ledger()
    return ledger, {each.id: str(ledger.take(each).incident_id) for each in made}


def test_a_barrage_told_after_its_places_is_their_parent() -> None:
    """It fits both, so it joins neither; it stands above them."""
    ledger, ids = _folded(HERE, THERE, WHOLE)

    assert len(ledger.incidents) == 3
    assert ledger.incidents[ids["here#0"]].parent == ids["whole#0"]
    assert ledger.incidents[ids["there#0"]].parent == ids["whole#0"]
    assert set(ledger.incidents[ids["whole#0"]].linked) == {ids["here#0"], ids["there#0"]}
    assert ledger.decisions[-1].reasons[0].fact == "wave"


def test_a_place_told_after_the_barrage_is_a_part_of_it_and_why_says_so() -> None:
    """The second place told is no place of the first one, and knows what it is a part of."""
    ledger, ids = _folded(WHOLE, HERE, THERE)

    assert ledger.incidents[ids["there#0"]].parent == ids["whole#0"]
    assert ledger.decisions[-1].reasons[0].fact == "part_of_wave"
    assert ledger.decisions[-1].verdict is Verdict.NEW


def test_two_places_of_a_barrage_are_never_joined_by_it() -> None:
    """In whatever order they are told."""
    for order in permutations((HERE, THERE, WHOLE)):
        _, ids = _folded(*order)
        assert ids["here#0"] != ids["there#0"]


def test_what_came_a_day_later_or_from_another_side_is_no_part_of_it() -> None:
    """The same country is not enough."""
    next_day = event("next", "missile_strike", at="Zelenove", by=("Russia",), on=later(24).date(), told=later(30))
    answer = event("other", "drone_strike", at="Zelenove", by=("Iran",), told=later(3))

    for one in (next_day, answer):
        ledger, ids = _folded(HERE, WHOLE, one)
        assert ledger.incidents[ids[one.id]].parent is None


def test_a_few_missiles_over_a_country_are_no_barrage() -> None:
    """A vague report of two missiles stays what it is: a reference to one of the two."""
    few = event("few", "missile_strike", at="Ukraine", by=("Russia",), launched=Count(best=2), told=later(2))

    ledger, _ = _folded(HERE, THERE, few)

    assert ledger.decisions[-1].verdict is Verdict.REFERENCE
    assert len(ledger.incidents) == 2


def test_a_reader_of_one_place_is_told_of_the_barrage(tmp_path: Path) -> None:
    """The line stands in what is told, so that messages and digests have it."""
    with Store(tmp_path / "monitor.db") as store:
        store.migrate()
        results = []
        for one in (WHOLE, HERE, THERE):

            def read(article: Article, one: Event = one) -> Reading:
                mine = replace(one, id=f"{article.id}#0", article_id=article.id)
                return Reading(article_id=article.id, events=(mine,))

            flow = Flow(extract=FLOW.extract, read=read, block=block, match=match)
            results.append(ingest(item(f"Report {one.id} of its own", key=one.id), flow, store, NOON, policy=Policy()))

        (notice,) = results[-1].notices
        whole = kept.get(store, str(results[0].decisions[0].incident_id))

    assert whole is not None
    assert notice.context[0] == f"one place of a barrage over the country: {whole.headline}"
