"""A running daemon's sign of life, in a small file beside the database: for `monitor health`.

A file and not a table, because it must tell of a locked or full database too. Ages are counted on the machine's
monotonic clock, so that a clock that is set neither hides a stopped daemon nor accuses a living one.
"""

from __future__ import annotations

import os
import socket
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

#: a loop that has not gone round for this long, and a daemon that gave no sign for so long, is taken for dead
STALE_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How the daemon was when it last wrote."""

    pid: int
    version: str
    started: datetime
    ready: bool  #: migrated, and every folder looked through once
    beat: float  #: monotonic seconds at writing
    boot: str  #: of which start of the machine those seconds count
    host: str = ""  #: where the number of the process means this process
    loops: dict[str, float] = field(default_factory=dict)  #: by name, seconds since it last went round
    config_error: str | None = None  #: why the last SIGHUP changed nothing

    @property
    def stuck(self) -> tuple[str, ...]:
        """Loops that stand still."""
        return tuple(name for name, age in sorted(self.loops.items()) if age > STALE_S)


def path_of(database: str | os.PathLike[str]) -> Path:
    """Where the daemon on `database` leaves its sign of life."""
    return Path(f"{os.fspath(database)}.pulse")


def write(database: str | os.PathLike[str], pulse: Pulse) -> bool:
    """Leaves it there, whole or not at all; whether that was possible."""
    path = path_of(database)
    temporary = path.with_name(path.name + ".new")
    try:
        temporary.write_bytes(msgspec.json.encode(pulse))
        os.replace(temporary, path)
    except OSError:
        return False
    return True


def read(database: str | os.PathLike[str]) -> Pulse | None:
    """The last sign of life; None where there is none, or none of this version."""
    try:
        return msgspec.json.decode(path_of(database).read_bytes(), type=Pulse)
    except (OSError, msgspec.MsgspecError):
        return None


def age_s(pulse: Pulse) -> float:
    """How long ago it was written; infinite where the machine was started since."""
    return max(0.0, time.monotonic() - pulse.beat) if pulse.boot == boot() else float("inf")


def boot() -> str:
    """This start of the machine."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def host() -> str:
    """This machine or container, within which a process has its number to itself."""
    try:
        return f"{socket.gethostname()} {os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return socket.gethostname()


def gone(pulse: Pulse) -> bool:
    """Whether it is certain that the process has ended: it was one of this host, and there is none of its number.

    A number that is in use again proves nothing; the age of the sign tells then."""
    if pulse.host != host() or pulse.boot != boot():
        return False
    try:
        os.kill(pulse.pid, 0)
    except ProcessLookupError:
        return True
    except OSError:  # it is somebody else's, and so it lives
        return False
    return False


def forget(database: str | os.PathLike[str]) -> None:
    """Takes it away: the daemon stopped in order."""
    path_of(database).unlink(missing_ok=True)
