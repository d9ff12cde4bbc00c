"""Incidents by their rows, decoded once: the same few are asked for again with every report of a big story."""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from monitor.store import Store
from monitor.store.packing import unpack
from monitor.types import Event, Incident

#: with up to so many reports an incident lies whole in its row, and is loaded by one look
INLINE = 4
#: incidents are kept decoded up to so many reports in all: some 60 MB
REMEMBERED = 8000


class _Memory:
    """Decoded incidents of one store, by row; good only while the row's token is the same."""

    __slots__ = ("guard", "kept", "reports")

    def __init__(self) -> None:
        self.kept: OrderedDict[int, tuple[int, Incident]] = OrderedDict()
        self.reports = 0
        self.guard = threading.Lock()

    def get(self, seq: int, token: int) -> Incident | None:
        found = self.kept.get(seq)
        if found is None or found[0] != token:
            return None
        return found[1]

    def put(self, seq: int, token: int, incident: Incident) -> None:
        with self.guard:  # several threads look up at once
            old = self.kept.pop(seq, None)
            self.reports += len(incident.events) - (len(old[1].events) if old else 0)
            self.kept[seq] = (token, incident)
            while self.reports > REMEMBERED and len(self.kept) > 1:
                _, (_, gone) = self.kept.popitem(last=False)
                self.reports -= len(gone.events)


_memories: weakref.WeakKeyDictionary[Store, _Memory] = weakref.WeakKeyDictionary()


def _memory(store: Store) -> _Memory:
    found = _memories.get(store)
    if found is None:
        found = _memories.setdefault(store, _Memory())
    return found


def remember(store: Store, seq: int, token: int, incident: Incident) -> None:
    """The incident of this row as it is from now on."""
    _memory(store).put(seq, token, incident)


def load(
    store: Store,
    seqs: Sequence[int],
    anyway: Sequence[int] = (),
    fits: Callable[[str], bool] = lambda kind: True,
) -> dict[int, Incident]:
    """The incidents of these rows that are of a type that fits, and those that are wanted `anyway`."""
    if not seqs:
        return {}
    memory = _memory(store)
    found: dict[int, Incident] = {}
    long: dict[int, tuple[int, Incident]] = {}
    marks = ",".join("?" * len(seqs))
    rows = store.execute(
        f"SELECT seq, token, reports, type, value FROM incident WHERE seq IN ({marks})",  # noqa: S608
        seqs,
    )
    for seq, token, reports, kind, value in rows.fetchall():
        if seq not in anyway and not fits(kind):
            continue
        known = memory.get(seq, token)
        if known is None:
            known = unpack(value, Incident)
            if reports > INLINE:
                long[seq] = (token, known)
                continue
            memory.put(seq, token, known)
        found[seq] = known
    if long:
        events = _events(store, long)
        for seq, (token, known) in long.items():
            found[seq] = replace(known, events=tuple(events[seq]))
            memory.put(seq, token, found[seq])
    return found


def _events(store: Store, seqs: Iterable[int]) -> dict[int, list[Event]]:
    """The events of incidents that have too many to be kept beside them."""
    wanted = tuple(seqs)
    found: dict[int, list[Event]] = {seq: [] for seq in wanted}
    marks = ",".join("?" * len(wanted))
    rows = store.execute(
        "SELECT i.incident_seq, e.value, a.signature "  # noqa: S608
        "FROM incident_event i JOIN event e ON e.id = i.event_id JOIN article a ON a.seq = e.article_seq "
        f"WHERE i.incident_seq IN ({marks}) ORDER BY i.incident_seq, i.position",
        wanted,
    )
    for seq, value, signature in rows.fetchall():
        event = unpack(value, Event)
        # set in place, before anybody has seen it: `replace` costs more than all of the decoding
        object.__setattr__(event, "signature", signature)
        found[seq].append(event)
    return found
