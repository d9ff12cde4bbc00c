"""Files in a watched folder, each read once and whole.

A file is taken when its size and times have been still and no writer holds it open. Folders are walked by handle,
without following a link at any step; what is judged and what is read is the same open handle.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import signal
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from monitor.sources import FolderOptions
from monitor.sources.documents import READERS, suffix

#: one article is never longer; only kinds that hold many may be larger
SINGLE_BYTES = 10_000_000
MANY = frozenset({".jsonl", ".ndjson", ".json", ".gz", ".warc", ".warc.gz", ".pdf", ".docx", ".xml", ".rss", ".atom"})
MAX_DEPTH = 32
_UNFINISHED = (b".tmp", b".part", b".partial", b".crdownload", b".swp", b".swx", b".filepart", b".bak", b"~")
_OPEN_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC
_OPEN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that rests. `refused` says why it is not to be read at all ('' where it may be)."""

    path: bytes  #: within the folder
    size: int
    changed_ns: int  #: the inode's own time of change, which no program can set back
    refused: str = ""
    again: bool = False  #: the refusal may pass by itself; look again at every scan

    @property
    def shown(self) -> str:
        """The path as text: unique, and harmless to store; bytes that are no text are escaped."""
        return show(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One file's bytes as they were between two looks at the same handle."""

    found: Found
    body: bytes
    hash: str


class Folder:
    """One watched folder. Not for several threads.

    `recall` gives (size, time of change) of a file dealt with in an earlier run, by its shown path, or None.
    """

    def __init__(
        self, options: FolderOptions, recall: Callable[[str], tuple[int, int] | None] = lambda path: None
    ) -> None:
        self.options = options
        self._recall = recall
        self.name = options.name
        self._root = os.fsencode(os.path.abspath(options.path))
        self._known: dict[int, int] = {}  # hashes, because there may be very many
        self._fresh: dict[int, int] = {}
        self._pending: dict[bytes, tuple[int, int, float]] = {}
        self._moved_to = os.path.abspath(options.move_to) if options.move_to else None
        self.left: list[
            Found
        ] = []  #: with `after: move`, what the last scan found that was dealt with and is still there

    def remember(self, path: str, size: int, changed_ns: int) -> None:
        """This file, by its shown path, was dealt with in this state."""
        key = _hash64(path)
        self._known[key] = self._fresh[key] = _state64(size, changed_ns)

    @property
    def waiting(self) -> int:
        """Files seen that do not rest yet."""
        return len(self._pending)

    def scan(self) -> Iterator[Found]:
        """Every file that rests and was not dealt with in its present state. Raises OSError where the root is gone."""
        seen: set[bytes] = set()
        complete = False
        self._fresh = {}
        self.left = []
        try:
            root = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                owner = os.fstat(root).st_uid
                yield from self._walk(root, b"", owner, seen, 0)
            finally:
                os.close(root)
            complete = True
        finally:
            if complete:
                for gone in self._pending.keys() - seen:
                    del self._pending[gone]
                self._known = self._fresh  # without the files that are gone

    def read(self, found: Found) -> Content | Found:
        """Its bytes, or the reason in `refused`; `again` where it is only being written still."""
        try:
            handle = self._open(found.path)
        except OSError as error:
            return _refused(found, _why(error), again=error.errno not in {errno.ELOOP, errno.ENXIO})
        try:
            before = os.fstat(handle)
            refusal = _judge(before, found.path, self.options.max_bytes, os.stat(self._root).st_uid)
            if refusal:
                return _refused(found, refusal)
            if self._held(handle, before):
                return _refused(found, "still being written", again=True)
            body = _read_all(handle, before.st_size)
            after = os.fstat(handle)
            if _state(before) != _state(after) or len(body) != after.st_size:
                return _refused(found, "still being written", again=True)
        except OSError as error:
            return _refused(found, _why(error), again=True)
        finally:
            os.close(handle)
        now = Found(path=found.path, size=after.st_size, changed_ns=after.st_ctime_ns)
        return Content(found=now, body=body, hash=hashlib.sha256(body).hexdigest())

    def put_away(self, found: Found) -> str | None:
        """Moves a file that was read to where read files go; in words what kept it from that, or None."""
        target = os.fsencode(self._moved_to) if self._moved_to else os.path.join(self._root, b".read")
        name = os.path.basename(found.path)
        if os.path.join(self._root, os.path.dirname(found.path)).rstrip(b"/") == target:
            return None
        try:
            away = self._away(target)
        except OSError as error:
            return f"{show(target)}: {_why(error)}"
        try:
            folder = self._open_folder(os.path.dirname(found.path))
            try:
                if _state(os.stat(name, dir_fd=folder, follow_symlinks=False)) != (found.size, found.changed_ns):
                    return "it changed meanwhile"
                os.rename(name, _free_name(name, away), src_dir_fd=folder, dst_dir_fd=away)
            finally:
                os.close(folder)
        except OSError as error:
            return _why(error)
        finally:
            os.close(away)
        return None

    def _away(self, target: bytes) -> int:
        """A handle of the folder for read files, made where it is missing. The caller closes it.

        Inside the watched folder no link is followed to it: whoever may drop files would choose where they go."""
        if not target.startswith(self._root + b"/"):
            os.makedirs(target, exist_ok=True)
            return os.open(target, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        way = b""
        for part in os.path.relpath(target, self._root).split(b"/"):
            above = self._open_folder(way)
            try:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(part, dir_fd=above)
                if stat.S_ISLNK(os.stat(part, dir_fd=above, follow_symlinks=False).st_mode):
                    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
            finally:
                os.close(above)
            way = os.path.join(way, part)
        return self._open_folder(way)

    # ---- walking --------------------------------------------------------------------------------------------------

    def _walk(self, folder: int, prefix: bytes, owner: int, seen: set[bytes], depth: int) -> Iterator[Found]:
        with os.scandir(folder) as listing:
            for entry in listing:
                name = os.fsencode(entry.name)
                path = os.path.join(prefix, name) if prefix else name
                if name.startswith(b".") or name.lower().endswith(_UNFINISHED):
                    continue
                try:
                    state = os.stat(name, dir_fd=folder, follow_symlinks=False)
                    if stat.S_ISDIR(state.st_mode) and suffix(show(name)) not in READERS:
                        if self.options.recursive and depth >= MAX_DEPTH:
                            if not self._dealt_with(path, state):
                                deep = Found(path=path, size=state.st_size, changed_ns=state.st_ctime_ns)
                                yield _refused(deep, f"a folder in {MAX_DEPTH} others; what it holds is not read")
                        elif self.options.recursive:
                            inner = os.open(name, _OPEN_FOLDER, dir_fd=folder)
                            try:
                                yield from self._walk(inner, path, owner, seen, depth + 1)
                            finally:
                                os.close(inner)
                        continue
                except OSError as error:
                    if error.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
                        blank = Found(path=path, size=0, changed_ns=0)
                        yield _refused(blank, _why(error), again=True)
                    continue
                found = Found(path=path, size=state.st_size, changed_ns=state.st_ctime_ns)
                if self._dealt_with(path, state):
                    if self.options.after == "move":
                        self.left.append(found)
                    continue
                refusal = _judge(state, path, self.options.max_bytes, owner)
                if refusal:
                    yield _refused(found, refusal)
                    continue
                seen.add(path)
                if self._rests(path, state):
                    self._pending.pop(path, None)
                    yield found

    def _dealt_with(self, path: bytes, state: os.stat_result) -> bool:
        """Whether it was read or refused just as it is now."""
        shown = show(path)
        key, now = _hash64(shown), _state64(*_state(state))
        before = self._known.get(key)
        if before is None:
            earlier = self._recall(shown)
            before = _state64(*earlier) if earlier else 0
        if before:
            self._fresh[key] = before
        return before == now

    def _rests(self, path: bytes, state: os.stat_result) -> bool:
        """Whether it has been still for long enough, by its own times or by ours."""
        age = time.time() - max(state.st_mtime, state.st_ctime)
        if self.options.rest_s <= age < 10 * 366 * 86400:
            return True
        now = time.monotonic()
        before = self._pending.get(path)
        if before is None or before[:2] != _state(state):
            self._pending[path] = (*_state(state), now)
            return self.options.rest_s <= 0
        return now - before[2] >= self.options.rest_s

    def _held(self, handle: int, state: os.stat_result) -> bool:
        """Whether some program still has it open for writing, where the system can tell.

        A read lease is granted only when nobody has. It is given back at once; the signal for a broken lease is set to
        one that is ignored by default, because the usual one would end the process.
        """
        if time.time() - max(state.st_mtime, state.st_ctime) >= self.options.held_s:
            return False
        try:
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError as error:
            return error.errno == errno.EAGAIN
        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False

    def _open_folder(self, path: bytes) -> int:
        """A handle of a sub-folder, reached without following a link. The caller closes it."""
        handle = os.open(self._root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for part in path.split(b"/") if path else ():
                inner = os.open(part, _OPEN_FOLDER, dir_fd=handle)
                os.close(handle)
                handle = inner
        except BaseException:
            os.close(handle)
            raise
        return handle

    def _open(self, path: bytes) -> int:
        folder = self._open_folder(os.path.dirname(path))
        try:
            return os.open(os.path.basename(path), _OPEN_FILE, dir_fd=folder)
        finally:
            os.close(folder)


def _free_name(name: bytes, folder: int) -> bytes:
    """The name, or a longer one where the folder has it already."""
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return name
    return b"%x-" % time.time_ns() + name[-200:]


def trouble(options: FolderOptions, error: OSError) -> str:
    """What is wrong with the folder itself, in words."""
    return f"{options.path}: {_why(error)}"


def show(path: bytes) -> str:
    """A path as text, unique, storable and printable: what is no text, control characters and `\\` are escaped."""
    text = path.decode("utf-8", "surrogateescape")
    return text if text.isprintable() and "\\" not in text else "".join(map(_shown, text))


def _shown(c: str) -> str:
    if "\udc80" <= c <= "\udcff":  # a byte that is no text; two digits, and characters four, so that both stay apart
        return f"\\x{ord(c) - 0xDC00:02x}"
    if c.isprintable() and c != "\\":
        return c
    return f"\\u{ord(c):04x}" if 0x7F <= ord(c) <= 0xFF else c.encode("unicode_escape").decode()


def _judge(state: os.stat_result, path: bytes, max_bytes: int, owner: int) -> str:
    """Why this is never opened or read, or ''."""
    mode = state.st_mode
    if stat.S_ISLNK(mode):
        return "a link; links are not followed"
    if not stat.S_ISREG(mode):
        for test, word in (
            (stat.S_ISFIFO, "a pipe"),
            (stat.S_ISSOCK, "a socket"),
            (stat.S_ISDIR, "a folder named like a file"),
        ):
            if test(mode):
                return f"{word}, not a file"
        return "a device, not a file"
    kind = suffix(show(os.path.basename(path)))
    if kind not in READERS:
        return f"files of kind {kind!r} are not read" if kind else "files without a suffix are not read"
    if state.st_nlink > 1 and state.st_uid not in {os.geteuid(), owner}:
        return "a second name for somebody else's file"
    limit = max_bytes if kind in MANY else min(max_bytes, SINGLE_BYTES)
    if state.st_size > limit:
        return f"{state.st_size / 1e6:,.0f} MB is more than the {limit / 1e6:,.0f} MB allowed"
    return ""


def _read_all(handle: int, size: int) -> bytes:
    """At most `size` bytes and one more, so that a file that grows is noticed."""
    pieces: list[bytes] = []
    left = size + 1
    while left > 0:
        piece = os.read(handle, min(left, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _refused(found: Found, reason: str, *, again: bool = False) -> Found:
    return Found(path=found.path, size=found.size, changed_ns=found.changed_ns, refused=reason, again=again)


def _state(state: os.stat_result) -> tuple[int, int]:
    return state.st_size, state.st_ctime_ns


def _hash64(path: str) -> int:
    return int.from_bytes(hashlib.blake2b(path.encode("utf-8", "replace"), digest_size=8).digest(), "little")


def _state64(size: int, changed_ns: int) -> int:
    return hash((size, changed_ns))


def _why(error: OSError) -> str:
    words = {
        errno.EACCES: "no permission to read it",
        errno.EPERM: "no permission to read it",
        errno.ENOENT: "it is gone",
        errno.ELOOP: "a link; links are not followed",
        errno.ENXIO: "a pipe or socket, not a file",
        errno.EXDEV: "it lies on another disk than the folder for read files",
    }
    return words.get(error.errno or 0, error.strerror or str(error))
