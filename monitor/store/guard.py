"""What the file itself is guarded against: a second daemon, and disks that SQLite cannot keep its promises on."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from monitor.errors import StoreError

#: file systems over a network or a foreign kernel: locks and the shared memory of the log do not hold there
NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "davfs", "vboxsf")
)


@contextmanager
def sole(path: str | os.PathLike[str]) -> Iterator[None]:
    """Be the only one who runs on the database at `path`. Raises StoreError at once where another process does.

    The lock is the kernel's: it ends with the process, however that ends. The file beside the database says who holds
    it, and stays; another lock, on the database itself, holds where that file is removed or the path is a link."""
    name = os.fspath(path)
    if name == ":memory:":
        yield
        return
    lock = os.path.abspath(name) + ".lock"
    with _open(lock, os.O_RDWR | os.O_NOFOLLOW, 0o600) as handle:
        if not _taken(handle):
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
            raise StoreError(f"another monitor (process {holder}) runs on {name}")
        with _itself(name):
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
            yield


@contextmanager
def _itself(name: str) -> Iterator[None]:
    """The lock on the database itself; none on a network disk, where it would be one of those that SQLite takes.

    To be held until the database is closed: with this handle its own locks would go too."""
    if network_file_system(os.path.dirname(os.path.abspath(name))):
        yield
        return
    with _open(name, os.O_RDONLY | os.O_NONBLOCK, 0o644) as handle:
        if not _taken(handle):
            raise StoreError(f"another monitor runs on {name}, though not by its lock file")
        yield


@contextmanager
def _open(path: str, flags: int, mode: int) -> Iterator[int]:
    """A handle on a file, made where there is none."""
    try:
        handle = os.open(path, flags | os.O_CREAT | os.O_CLOEXEC, mode)
    except OSError as error:
        raise StoreError(f"cannot open {path}: {error.strerror}") from error
    try:
        yield handle
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Whether the lock of a handle is ours now; another's otherwise."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def network_file_system(path: str | os.PathLike[str], mounts: str = "/proc/self/mounts") -> str | None:
    """The type of the network file system that `path` lies on; None on a local disk, or where that is not told."""
    here = os.path.realpath(path)
    best, found = "", None
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                _, point, kind, *_ = line.split(" ")
                point = point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
                inside = here == point or here.startswith(point.rstrip("/") + "/")
                if inside and len(point) >= len(best):
                    best, found = point, kind
    except (OSError, ValueError):
        return None
    if found is None:
        return None
    return found if found in NETWORK or found.startswith("fuse.") else None
