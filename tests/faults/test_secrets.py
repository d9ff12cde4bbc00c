"""T29: tokens of twelve places of the configuration, through commands, daemon, log, page and database: seen nowhere."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.store import Store

PLACES = (
    "HOOK_PATH", "HOOK_QUERY", "HOOK_SECRET", "HOOK_HEADER", "SMTP_PASSWORD", "APPRISE_USER", "APPRISE_PATH",
    "FEED_PASSWORD", "FEED_TOKEN", "WEB_TOKEN", "BEAT_PATH", "FEED_FILE",
)  # fmt: skip


def canary(place: str) -> str:
    """A value that stands nowhere else."""
    return f"canary{place.replace('_', '').lower()}7f3a91"


def closed_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration that takes a secret at each of the places; every address is dead."""
    for place in PLACES:
        monkeypatch.setenv(place, canary(place))
    (tmp_path / "token").write_text(canary("FEED_FILE") + "\n")
    dead, web = closed_port(), closed_port()
    base = f"http://127.0.0.1:{dead}"
    path = tmp_path / "config.yaml"
    path.write_text(
        f"""
folders: [{{path: in, rest_s: 0.1}}]
feeds:
  - {{url: '{base}/a', name: A, username: u, password: '${{FEED_PASSWORD}}'}}
  - {{url: '{base}/b', name: B, token: '${{FEED_TOKEN}}'}}
  - {{url: '{base}/c', name: C, token: '${{file:token}}'}}
http: {{allow_networks: [127.0.0.0/8], ports: [{dead}]}}
channels:
  hook: {{kind: webhook, private: true, url: '{base}/${{HOOK_PATH}}?token=${{HOOK_QUERY}}', secret: '${{HOOK_SECRET}}',
          headers: {{Authorization: 'Bearer ${{HOOK_HEADER}}'}}}}
  mail: {{kind: email, host: 127.0.0.1, port: {dead}, security: none, username: u, password: '${{SMTP_PASSWORD}}',
          sender: m@example.org, to: [d@example.org]}}
  chat: {{kind: apprise, url: 'json://u:${{APPRISE_USER}}@127.0.0.1:{dead}/${{APPRISE_PATH}}'}}
  beat: {{kind: webhook, private: true, url: '{base}/${{BEAT_PATH}}'}}
recipients:
  - {{name: desk, channels: [hook, mail, chat], at_once: 0, digest: ['00:00']}}
alerts: {{heartbeat: {{channels: [beat]}}, send_limit_s: 10}}
store: {{path: m.db}}
web: {{port: {web}, token: '${{WEB_TOKEN}}'}}
log: {{level: debug, format: json}}
"""
    )
    path.chmod(0o600)
    (tmp_path / "in").mkdir()
    return path


@pytest.mark.timeout(240)
def test_no_secret_is_seen_anywhere(config: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Everything fails, loudly, and no word of it holds a token."""
    (config.parent / "in" / "a.txt").write_text(
        "Missiles hit Kharkiv, killing five\n\nMissiles struck an apartment block in Kharkiv on "
        f"{datetime.now(UTC):%d %B %Y}, killing five people, the governor said."
    )
    seen: list[str] = []
    assert main(["check", "--send", "-c", str(config)]) == 1
    log = config.parent / "log"
    with log.open("wb") as out:
        daemon = subprocess.Popen(
            [sys.executable, "-m", "monitor", "run", "-c", str(config)], stdout=out, stderr=out, env={**os.environ}
        )
    try:
        end = time.monotonic() + 120
        while time.monotonic() < end and _failed_channels(config) < 3:
            time.sleep(0.3)
        assert _failed_channels(config) >= 3
        seen += [_page(config, path) for path in ("/", "/sources", "/api/health", "/api/incidents", "/metrics")]
        for command in (["deliveries", "--json"], ["deliveries"], ["feeds"], ["health", "--json"], ["reconcile"]):
            main([*command, "-c", str(config)])
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(30)

    said = capfd.readouterr()
    seen += [said.out, said.err, log.read_text()]
    with Store(config.parent / "m.db", read_only=True) as store:
        seen += list(store.db.conn.iterdump())
    every = "\n".join(seen)
    assert "127.0.0.1" in every
    assert [place for place in PLACES if canary(place) in every] == []


def _failed_channels(config: Path) -> int:
    with suppress(Exception), Store(config.parent / "m.db", read_only=True) as store:
        row = store.execute("SELECT count(*) FROM channel WHERE state <> 'ok'").fetchone()
        return int(row[0])
    return 0


def _page(config: Path, path: str) -> str:
    port = config.read_text().partition("web: {port: ")[2].partition(",")[0]
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {canary('WEB_TOKEN')}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return str(answer.read().decode())
    except OSError as error:
        return str(error)
