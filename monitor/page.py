"""The page as the daemon serves it: what `web` promises, kept with what `engine` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import msgspec

from monitor.alerts.picture import with_pictures
from monitor.config import Config
from monitor.desk import Desk
from monitor.engine import digests
from monitor.engine.local import Local
from monitor.engine.reading import with_pages
from monitor.engine.rehearsal import rehearsed
from monitor.sources.worker import Worker
from monitor.store import Store
from monitor.types import Item
from monitor.web.app import build
from monitor.web.guard import Access, Sessions
from monitor.web.server import Server
from monitor.web.site import InForce, Site


def _now() -> datetime:
    return datetime.now(UTC)


class Pushed:
    """Articles pushed by other programs, taken in by the engine; durable when it answers. `worker` reads pages."""

    def __init__(self, engine: Local, worker: Worker) -> None:
        self._engine = engine
        self._worker = worker

    def accept(self, items: Sequence[Item]) -> Sequence[Mapping[str, object]]:
        """One answer an item, in order."""
        results = self._engine.take(with_pages(items, self._worker))
        return [
            {
                "id": result.article_id,
                "verdict": result.verdict.value,
                "incidents": [each.incident_id for each in result.decisions if each.incident_id],
                "known": result.known,
            }
            for result in results
        ]


def serve(config: Config, reader: Store, engine: Local, *, current: Callable[[], Config], worker: Worker) -> Server:
    """The page on the configured address, not yet started; `reader` is a connection that cannot write, `current` gives
    the configuration as it was last read, `worker` reads what is hostile until read.

    Raises MonitorError where the address is taken."""
    options = config.web
    site = Site(
        store=reader,
        sessions=Sessions(options.token),
        clock=_now,
        desk=Desk(store=engine.store, flow=engine.flow),
        in_force=lambda: in_force(current(), reader),
        folders=tuple(folder.path for folder in config.folders),
    )
    access = Access(port=options.port, hosts=options.hosts, token=options.token, user_header=options.user_header)
    app = build(site, access, intake=Pushed(engine, worker))
    server = Server(app, host=options.host, port=options.port)
    access.port = server.port
    return server


def in_force(config: Config, reader: Store) -> InForce:
    """What the pages tell of a configuration."""
    recipients = {recipient.name: recipient for recipient in config.recipients}

    def preview_digest(name: str) -> str:
        message = digests.preview(reader, config, recipients[name], _now())
        return with_pictures(message.html, message.pictures)

    return InForce(
        recipients=tuple(recipients),
        rules=tuple((rule.name, _in_words(rule)) for rule in config.rules),
        preview_digest=preview_digest,
        rehearse=lambda span: rehearsed(reader, config, _now() - span),
    )


def _in_words(rule: object) -> str:
    """A rule as it stands in the configuration, what is not set left out."""
    plain = msgspec.to_builtins(rule)
    return "; ".join(
        f"{key.replace('_', ' ')}: {_flat(value)}" for key, value in plain.items() if value and key != "name"
    )


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_flat(each)}" for key, each in value.items() if each)
    if isinstance(value, list | tuple | set | frozenset):
        return " or ".join(_flat(each) for each in value)
    return str(value)
