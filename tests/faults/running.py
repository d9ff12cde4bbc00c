"""A real daemon as a child process, with a service manager's ear and a place for alerts that fails as told."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import yaml

ROOT = Path(__file__).resolve().parents[2]
#: generous, for a machine that does other things as well
PATIENCE_S = 60.0


class Running:
    """`monitor run` in a folder of its own. `settings` are laid over a small configuration that works.

    It reads with the Flow of `tests.fakes`, which starts at once, unless `program` is the monitor itself."""

    def __init__(
        self, home: Path, settings: Mapping[str, Any] | None = None, *, program: str = "tests.faults.plain_daemon"
    ) -> None:
        self.home = home
        self.program = program
        self.inbox = home / "inbox"
        self.database = home / "monitor.db"
        self.config = home / "config.yaml"
        self.out = home / "out"
        self.log = home / "log.txt"
        self.process: subprocess.Popen[bytes] | None = None
        self.heard: list[tuple[float, str]] = []
        self.inbox.mkdir(parents=True, exist_ok=True)
        self.configure(settings or {})
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        # abstract, because the path of a temporary folder may be too long for a socket
        self._address = f"@monitor-test-{os.getpid()}-{id(self)}"
        self._ear.bind("\0" + self._address[1:])
        self._ear.settimeout(0.2)
        self._listening = threading.Event()
        self._listening.set()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def configure(self, settings: Mapping[str, Any]) -> None:
        """Write the configuration anew."""
        base: dict[str, Any] = {
            "folders": [{"path": "inbox", "rest_s": 0.2, "scan_every_s": 2}],
            "store": {"path": "monitor.db"},
            "log": {"format": "json"},
            "web": {"enabled": False},
            "channels": {"file": {"kind": "file", "folder": "out", "formats": ["text", "json"]}},
            "recipients": [{"name": "desk", "channels": ["file"], "at_once": 0, "per_hour": 1000, "group_after": 1000}],
        }
        self.config.write_text(yaml.safe_dump({**base, **settings}, sort_keys=False), encoding="utf-8")
        self.config.chmod(0o600)  # it may hold a secret

    # ---- life -----------------------------------------------------------------------------------------------------

    def start(
        self,
        *,
        ready: bool = True,
        preexec: Callable[[], None] | None = None,
        within: Sequence[str] = (),
        **environment: str,
    ) -> Self:
        """Start it, `within` a command that takes it as its arguments, and wait until it says that it is ready."""
        variables = {**os.environ, "NOTIFY_SOCKET": self._address, **environment}
        self.heard.clear()
        program = [self.program, *(["run", "--config"] if self.program == "monitor" else [])]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*within, sys.executable, "-m", *program, str(self.config)],
                cwd=ROOT,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=preexec,
            )
        if ready:
            self.until(lambda: self.said("READY=1") or self.process.poll() is not None, "ready")  # type: ignore[union-attr]
            assert self.process.poll() is None, self.logged()[-3_000:]
        return self

    def signal(self, number: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """As the power goes: the whole session at once, without a word."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def stop(self, timeout_s: float = 20.0) -> int:
        """SIGTERM; the exit code. Raises TimeoutExpired where it takes longer than promised."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout_s)

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self._listening.clear()
        self._listener.join(5)
        self._ear.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---- looking --------------------------------------------------------------------------------------------------

    def said(self, line: str) -> bool:
        """Whether the service manager was told this."""
        return any(line in text.split("\n") for _, text in self.heard)

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def drop(self, name: str, text: str) -> Path:
        """A file into the inbox, whole at once."""
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.new")
        temporary.write_text(text, encoding="utf-8")
        temporary.rename(path)
        return path

    def alerts(self) -> list[Path]:
        """Every alert on disk, oldest first."""
        return sorted((self.out / "alerts").glob("*.txt"))

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """What the database holds, read beside the daemon."""
        import sqlite3

        connection = sqlite3.connect(f"{self.database.absolute().as_uri()}?mode=ro", uri=True, timeout=15)
        try:
            return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def command(self, *arguments: str, timeout_s: float = 60.0) -> subprocess.CompletedProcess[str]:
        """Another command over the same configuration."""
        return subprocess.run(
            [sys.executable, "-m", "monitor", arguments[0], "--config", str(self.config), *arguments[1:]],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=timeout_s,
        )

    def until(self, done: Callable[[], object], what: str, timeout_s: float = PATIENCE_S) -> None:
        """Wait for something; fail with the log where it does not come."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            if done():
                return
            time.sleep(0.05)
        raise AssertionError(f"{what}: not within {timeout_s:g} s\n{self.logged()[-3_000:]}")

    def _listen(self) -> None:
        while self._listening.is_set():
            try:
                text = self._ear.recv(4096).decode()
            except OSError:
                continue
            self.heard.append((time.monotonic(), text))


class Sink:
    """Takes webhooks on loopback; every `fails`-th one is refused with 503, and while `hangs` none is
    answered. `got` counts copies by message id."""

    def __init__(self, fails: int = 0, hangs: bool = False) -> None:
        self.hangs = hangs
        self.got: dict[str, int] = {}
        self.bodies: dict[str, dict[str, Any]] = {}
        self.asked = 0
        lock = threading.Lock()
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                with lock:
                    sink.asked += 1
                while sink.hangs:
                    time.sleep(0.05)
                with lock:
                    refuse = bool(fails) and sink.asked % fails == 0
                    if not refuse:
                        key = self.headers.get("Idempotency-Key", "")
                        sink.got[key] = sink.got.get(key, 0) + 1
                        sink.bodies[key] = json.loads(body)
                self.send_response(503 if refuse else 200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def close(self) -> None:
        self.hangs = False
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
