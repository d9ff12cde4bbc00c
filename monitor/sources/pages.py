"""The page behind a teaser, fetched politely: robots respected, one page of a host at a time, never in a hurry."""

from __future__ import annotations

import threading
import time
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from monitor.errors import SourceError
from monitor.sources import charsets
from monitor.sources.http import Fetcher

#: an entry with less text than this is taken for a teaser
TEASER_CHARS = 1_000
MAX_PAGE_BYTES = 5_000_000
MAX_ROBOTS_BYTES = 500_000
ROBOTS_KEEP_S = 24 * 3600.0
PAUSE_S = 1.0
MAX_PAUSE_S = 10.0  #: a host that asks for longer pauses is left alone
#: our name in robots.txt
ROBOT = "escalation-monitor"


@dataclass(slots=True)
class _Host:
    """What is known of one host."""

    lock: threading.Lock
    robots: urllib.robotparser.RobotFileParser | None = None
    read_at: float = float("-inf")
    asked_at: float = float("-inf")


class Pages:
    """Fetches pages for all feeds; may be used from many threads."""

    def __init__(
        self, fetcher: Fetcher, *, pause_s: float = PAUSE_S, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._fetcher = fetcher
        self._pause_s = pause_s
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    def fetch(self, url: str, *, source: str, patience_s: float = 30.0) -> str | None:
        """The markup of the page; None where robots forbid it, the host is busy, or there is no HTML."""
        try:
            parts = urlsplit(url)
            root = f"{parts.scheme}://{parts.netloc}"
        except ValueError:
            return None
        with self._guard:
            if len(self._hosts) > 10_000:
                self._hosts.clear()
            host = self._hosts.setdefault(root, _Host(lock=threading.Lock()))
        if not host.lock.acquire(timeout=patience_s):
            return None
        try:
            return self._one(host, root, url, source)
        except SourceError:
            return None
        finally:
            host.lock.release()

    def _one(self, host: _Host, root: str, url: str, source: str) -> str | None:
        robots = self._robots(host, root, source)
        if robots is None or not robots.can_fetch(ROBOT, url):
            return None
        pause = max(self._pause_s, float(robots.crawl_delay(ROBOT) or 0))
        if pause > MAX_PAUSE_S:
            return None
        self._sleep(max(0.0, host.asked_at + pause - time.monotonic()))
        host.asked_at = time.monotonic()
        got = self._fetcher.fetch(
            url, source=source, accept="text/html, application/xhtml+xml;q=0.9", max_bytes=MAX_PAGE_BYTES
        )
        media = got.headers.get("content-type", "text/html").lower()
        if got.status != 200 or "html" not in media or charsets.binary(got.body):
            return None
        charset = media.partition("charset=")[2].split(";")[0].strip()
        return charsets.decode(got.body, charset, charsets.declared(got.body))[0].replace("\0", "")

    def _robots(self, host: _Host, root: str, source: str) -> urllib.robotparser.RobotFileParser | None:
        """What the host allows; None where it could not be asked, which forbids all until it can."""
        if time.monotonic() - host.read_at < ROBOTS_KEEP_S:
            return host.robots
        rules = urllib.robotparser.RobotFileParser()
        try:
            got = self._fetcher.fetch(
                f"{root}/robots.txt", source=source, accept="text/plain", max_bytes=MAX_ROBOTS_BYTES
            )
        except SourceError:
            return None
        if got.status >= 500 or got.status == 429:
            return None
        rules.parse(got.body.decode("utf-8", "replace").splitlines()[:20_000] if got.status == 200 else [])
        host.robots, host.read_at = rules, time.monotonic()
        return rules
