"""What a reader would have received from an archived stream: alerts at once and digests, day by day.

    python -m bench.stream_alerts STREAM.jsonl [--config config.yaml] [--out FOLDER]

Lines as `monitor replay` takes them. The clock follows the articles; every message is written to FOLDER and none sent.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor import config as configuration
from monitor.alerts.channels.file import FileOptions
from monitor.engine.courier import Courier
from monitor.errors import MonitorError
from monitor.flow import build_flow
from monitor.pipeline import ingest
from monitor.store import Store, deliveries
from monitor.types import Item

STEP = timedelta(minutes=5)


class Stream:
    """A store and a courier whose clock follows what is read."""

    def __init__(self, config_path: Path, folder: Path) -> None:
        loaded = configuration.load(config_path)
        people = tuple(
            replace(each, channels=("files",), digest_channels=(), fallback=None) for each in loaded.recipients
        )
        channels = {"files": FileOptions(folder=str(folder), digest_formats=("text", "html"))}
        self.config = replace(loaded, channels=channels, recipients=people, rules=())
        self.flow = build_flow(self.config)
        self.store = Store(folder / "stream.db")
        self.store.migrate()
        self.now = datetime.min.replace(tzinfo=UTC)
        self.courier = Courier(self.store, self.config, now=lambda: self.now)

    def look(self) -> None:
        """Rounds until nothing is on its way."""
        self.courier.look()
        while self.courier.busy:
            time.sleep(0.002)
            self.courier.look()

    def follow(self, at: datetime) -> None:
        """Let time pass in small steps up to a moment."""
        while self.now.year > 1 and self.now + STEP < at:
            self.now += STEP
            self.look()
        self.now = max(self.now, at)


def main() -> None:
    """Read the stream and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stream", type=Path)
    parser.add_argument("--config", type=Path, default=Path("config.yaml"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    folder = options.out or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.loads(line) for line in options.stream.read_text(encoding="utf-8").splitlines()]
    stream = Stream(options.config, folder)
    for at, line in sorted(((_when(line), line) for line in lines), key=lambda one: one[0]):
        stream.follow(at)
        item = Item(
            source=line.get("outlet") or line.get("source") or "stream",
            key=str(line["id"]),
            subject=str(line["id"]),
            received=stream.now,
            title=line.get("title") or "",
            text=line.get("text") or "",
            outlet=line.get("outlet"),
            url=line.get("url"),
            published=stream.now,
            published_precision="minute",
            article_id=str(line["id"]),
        )
        try:
            ingest(item, stream.flow, stream.store, stream.now, policy=stream.config.policy)
        except MonitorError:
            continue
        stream.look()
    stream.follow(stream.now + timedelta(hours=24))
    report(stream, folder)


def _when(line: dict[str, str]) -> datetime:
    at = datetime.fromisoformat(line.get("published") or line["date"])
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def report(stream: Stream, folder: Path) -> None:
    """Alerts at once a day, and lines and words a digest."""
    rows = deliveries.listing(stream.store, limit=1_000_000)
    alerts = Counter(row.created[:10] for row in rows if row.kind in ("alert", "burst", "catch_up", "summary"))
    for day, count in sorted(alerts.items()):
        print(f"{day}  {count} messages at once")
    for path in sorted((folder / "digests").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        print(f"{path.name}  {len(text.splitlines())} lines, {len(text.split())} words")
    stream.courier.stop(1.0)
    stream.store.close()


if __name__ == "__main__":
    main()
