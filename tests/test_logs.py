"""What the program says of itself: where, in what form, and what never."""

from __future__ import annotations

import io
import json
import logging
import os
import sys
import threading
from pathlib import Path

import pytest
import structlog

from monitor import logs, pulse, systemd
from monitor.config import LogOptions


def test_secrets_are_left_out_however_deep(capsys: pytest.CaptureFixture[str]) -> None:
    """A secret may come in a field, inside a list, in an exception's text: it is told nowhere."""
    logs.configure(LogOptions(format="json"), ["hunter2-token"])
    log = structlog.get_logger("test")

    log.warning("refused", url="https://u:hunter2-token@host/", parts=[{"a": "hunter2-token"}])
    try:
        raise RuntimeError("cannot log in with hunter2-token")
    except RuntimeError:
        log.exception("failed")

    told = capsys.readouterr().err
    assert "refused" in told
    assert "RuntimeError" in told
    assert "hunter2-token" not in told


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A collector reads one object a line, library messages included."""
    logs.configure(LogOptions(format="json"))

    structlog.get_logger("test").info("files read", count=3)
    logging.getLogger("somebody.else").warning("slow: %d ms", 12)

    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (first["event"], first["count"]) == ("files read", 3)
    assert (second["event"], second["library"]) == ("slow: 12 ms", "somebody.else")


def test_a_level_is_a_floor(capsys: pytest.CaptureFixture[str]) -> None:
    """What lies below the configured level is not written."""
    logs.configure(LogOptions(level="warning"))

    structlog.get_logger("test").info("not this")

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("closed", [True, False])
def test_a_log_that_cannot_be_written_stops_nothing(closed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk or a closed pipe loses a line: F84."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    stream = Full()
    if closed:
        stream.close()
    monkeypatch.setattr(sys, "stderr", stream)
    logs.configure(LogOptions())

    structlog.get_logger("test").error("nobody hears this")


def test_a_sign_of_life_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Loops that stand still are named; the age is counted on the clock that nobody can set."""
    from datetime import UTC, datetime
    from time import monotonic

    database = tmp_path / "m.db"
    written = pulse.Pulse(
        pid=1, version="1", started=datetime(2026, 1, 1, tzinfo=UTC), ready=True, beat=monotonic() - 12,
        boot=pulse.boot(), loops={"feeds": 1.0, "courier": 45.0},
    )  # fmt: skip

    assert pulse.write(database, written)
    found = pulse.read(database)

    assert found == written
    assert found is not None
    assert found.stuck == ("courier",)
    assert 12 <= pulse.age_s(found) < 60
    pulse.forget(database)
    assert pulse.read(database) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": "x"}', b"\x00\xff"])
def test_a_broken_sign_of_life_is_none(tmp_path: Path, content: bytes) -> None:
    """A file of another version, or of a crash, says nothing rather than breaking who asks."""
    pulse.path_of(tmp_path / "m.db").write_bytes(content)

    assert pulse.read(tmp_path / "m.db") is None


def test_a_sign_of_life_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    """A full or missing disk is told by False."""
    from datetime import UTC, datetime

    beat = pulse.Pulse(pid=1, version="1", started=datetime(2026, 1, 1, tzinfo=UTC), ready=True, beat=0, boot="")

    assert pulse.write(tmp_path / "gone" / "m.db", beat) is False


def test_without_a_service_manager_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal there is no socket, and that is no fault."""
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)

    assert systemd.notify("READY=1") is False


def test_the_watchdog_is_ours_only_if_it_names_us(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that inherits the environment must not ping for its parent."""
    import os

    monkeypatch.setenv("WATCHDOG_USEC", "60000000")
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert systemd.watchdog_s() == 60
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert systemd.watchdog_s() is None
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    monkeypatch.setenv("WATCHDOG_USEC", "soon")
    assert systemd.watchdog_s() is None


def test_a_pipe_that_nobody_reads_loses_lines_and_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """F84: whoever logs goes on; once somebody reads again, how much was lost is said."""
    monkeypatch.setattr(logs, "PATIENCE_S", 0.05)
    read, write = os.pipe()
    with os.fdopen(write, "w") as full, os.fdopen(read, "rb") as reader:
        monkeypatch.setattr(sys, "stderr", full)
        logs.configure(LogOptions(format="json"))
        log = structlog.get_logger("test")

        def speak() -> None:
            for number in range(2_000):
                log.info("a word", number=number, text="x" * 3_000)

        speaking = threading.Thread(target=speak, daemon=True)
        speaking.start()
        speaking.join(20)
        assert not speaking.is_alive()

        os.set_blocking(read, False)
        before = reader.read()
        log.info("back")
        after = reader.read()

    lines = [json.loads(line) for line in before.splitlines() if line.endswith(b"}")]
    assert [line["number"] for line in lines] == list(range(len(lines)))
    assert len(lines) > 5
    back, lost = (json.loads(line) for line in after.splitlines() if line)
    assert (back["event"], lost["lines"]) == ("back", 2_000 - len(lines))
