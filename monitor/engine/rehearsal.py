"""What a configuration would have told of the notices that are kept, as its engine would have met them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial

from monitor.alerts.rehearse import Rehearsal, rehearse
from monitor.config import Config
from monitor.incidents import stories
from monitor.store import Store, dispatches, incidents
from monitor.types import Incident


def rehearsed(store: Store, options: Config, since: datetime) -> Rehearsal:
    """What would have gone out since then, by recipient, day and rule. Nothing is sent or changed."""

    kept = cache(partial(incidents.get, store))  # each is asked for as long as it counts as told

    def retold(incident: Incident, told: Sequence[str]) -> str | None:
        known = map(kept, told)
        head = stories.known_by(incident, [one for one in known if one is not None])
        return head.id if head else None

    past = dispatches.notices(store, since)
    return rehearse(past, options.policy, retold=retold, folders={each.name for each in options.folders})
