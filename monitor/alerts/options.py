"""What may be set about alerting as a whole. Recipients, rules, areas, assets and channels have their own sections."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartbeatOptions:
    """A sign of life through real channels to something outside, which raises the alarm when it stops."""

    channels: tuple[str, ...] = ()  #: empty: no heartbeat
    every_min: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOptions:
    """How alerting behaves for everybody."""

    match: str = "first"  #: first | all: the first rule that covers decides, or the loudest of all that do
    old_after_h: float | None = None  #: published longer ago than this: digest only
    place_names: str = "gazetteer"  #: gazetteer | source | both
    page: str = ""  #: address of the web page, for links in messages
    layouts: str | None = None  #: folder with layouts of your own: alert.txt, digest.html, ...
    keep_trying_h: float = 72.0  #: after that a message that no channel takes is given up, loudly
    fallback_from: float = 7.0  #: severity from which on a failing channel is bypassed
    send_limit_s: float = 45.0  #: longest time one send may take before it is ended
    heartbeat: HeartbeatOptions = HeartbeatOptions()

    def __post_init__(self) -> None:
        if self.match not in ("first", "all"):
            raise ValueError("match is first or all")
        if self.place_names not in ("gazetteer", "source", "both"):
            raise ValueError("place_names is gazetteer, source or both")
        if self.page and not re.match(r"https?://[^/\s]+\S*$", self.page):
            raise ValueError("page is an address like https://monitor.example.org")
