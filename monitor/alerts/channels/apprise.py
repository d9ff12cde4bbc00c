"""Messages through any of the services apprise knows: one address of its, one channel of ours.

Its answer is a yes or a no without a status, so a no is 'unknown' and tried again. Texts go as text: as Markdown or
HTML, links and mass mentions of a hostile title would come alive.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Literal

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.scrub import no_pings, one_line, secret_free
from monitor.types import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class AppriseOptions:
    """Alerts through an apprise address: chat, push, SMS."""

    url: str = field(repr=False)
    kind: Literal["apprise"] = "apprise"
    longest: int = 3500  #: characters of the text; services cut or split what is longer


class Apprise:
    """One apprise object a delivery; its logs, which hold addresses, stay silent."""

    local = False

    def __init__(self, options: AppriseOptions, name: str = "apprise") -> None:
        self.options = options
        self.name = name

    def deliver(self, delivery: Delivery) -> Answer:
        """Hand the message to apprise once."""
        import apprise

        logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)
        url = self.options.url
        sender = apprise.Apprise()
        if not sender.add(url):
            return Answer(outcome=Outcome.BROKEN, detail="apprise does not know this kind of address")
        message = delivery.message
        body = message.minimal if delivery.minimal and message.minimal else message.text
        try:
            taken = sender.notify(
                title=no_pings(one_line(message.subject, 180)),
                body=no_pings(shorten(body, self.options.longest)),
                body_format=apprise.NotifyFormat.TEXT,
                interpret_escapes=False,
            )
        except Exception as error:
            return Answer(outcome=Outcome.UNKNOWN, detail=secret_free(f"{type(error).__name__}: {error}", (url,)))
        if taken:
            return Answer(outcome=Outcome.DONE, detail="the service took it")
        return Answer(outcome=Outcome.UNKNOWN, detail="the service did not take it, and apprise does not say why")


def shorten(text: str, longest: int) -> str:
    """At most so many characters, cut at a line and saying so."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 40]
    line = cut.rfind("\n")
    return (cut[:line] if line > longest // 2 else cut).rstrip() + "\n… shortened"
