"""What the policy decides for one recipient."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from monitor.alerts.policy import Memory, Policy, Recipient, decide
from monitor.types import Dispatch, Notice
from tests.alerts.situations import KYIV, NOW

DESK = Recipient(name="desk")
UKRAINE = replace(KYIV, name="Ukraine", precision="country", region=None, lat=49.0, lon=32.0)


def one(told: Notice, *, now: datetime = NOW, memory: Memory | None = None, **policy: object) -> Dispatch:
    """The one recipient's dispatch."""
    fields: dict[str, object] = {"recipients": (DESK,), **policy}
    (dispatch,) = decide(told, Policy(**fields), now=now, memory=memory)  # type: ignore[arg-type]
    return dispatch
