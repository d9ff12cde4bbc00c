"""Messages on the terminal, as plain text; in colour where somebody is looking."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Literal

from monitor.alerts.channels import Answer, Outcome
from monitor.types import Delivery

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_RED, _YELLOW, _CYAN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOptions:
    """Alerts on standard output."""

    kind: Literal["console"] = "console"
    digests: bool = False  #: print whole digests too, and not only their first line
    color: bool | None = None  #: None: where standard output is a terminal


class Console:
    """Writes to standard output. A closed or full pipe is no reason to stop."""

    local = True

    def __init__(self, options: ConsoleOptions, name: str = "console") -> None:
        self.options = options
        self.name = name

    def deliver(self, delivery: Delivery) -> Answer:
        """Print the message, its first line as a headline."""
        message = delivery.message
        text = message.minimal if delivery.minimal and message.minimal else message.text
        if message.kind == "digest" and not self.options.digests:
            text = message.subject
        color = sys.stdout.isatty() if self.options.color is None else self.options.color
        first, _, rest = text.partition("\n")
        if color:
            tone = _RED if message.priority >= 8 else _YELLOW if message.priority >= 6.5 else _CYAN
            first = f"{tone}{first}{_PLAIN}"
        try:
            encoding = sys.stdout.encoding or "utf-8"
            whole = f"{first}\n{rest}".rstrip() + "\n\n"
            sys.stdout.write(whole.encode(encoding, "replace").decode(encoding))
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            return Answer(outcome=Outcome.AGAIN, detail=f"standard output is gone: {type(error).__name__}")
        return Answer(outcome=Outcome.DONE, detail="printed")
