"""What the operator did, as it is kept."""

from __future__ import annotations

from monitor.store import Store, incidents, operations
from monitor.types import Incident, Ruling
from tests.fakes import NOON
from tests.store.making import put


def test_rulings_hold_until_their_operation_is_undone(store: Store) -> None:
    """The operator's word, and its taking back."""
    (known,) = put(store, "airstrike at Kyiv on 2024-05-01")
    whole: Incident | None = incidents.get(store, known)
    ruling = Ruling(together=False, a="a#0", b="b#0")
    before = [operations.Before(id=known, incident=whole)]
    number = operations.record(
        store, kind="split", subject=known, text="split", at=NOON, before=before, rulings=[ruling]
    )
    assert operations.rulings(store) == (ruling,)
    assert operations.before(store, number)[0].incident == whole

    operations.mark_undone(store, number, NOON)

    assert operations.rulings(store) == ()
    assert operations.latest(store) is None
    assert operations.of_incident(store, known)[0].undone is not None
