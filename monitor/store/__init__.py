"""Everything remembered, in one SQLite file. The only SQL of the product lives in this folder.

`Store` gives each thread its own connection, and `transaction()` one writer at a time. What is inside a transaction is
durable when it ends (WAL, synchronous FULL) or never was. The tables are described in `migrations`; the other modules
are the verbs over them, each function taking the store first:

    cursors.py  articles.py  unread.py            where each source was left, what was read, what could not be
    incidents.py  blocks.py  decoded.py           what was concluded, and where it is found again
    operations.py                                 what the operator did
    dispatches.py  messages.py  deliveries.py     who is told what, in which words, through which channel
    accounts.py                                   the proof that nothing of that was lost
    views.py  trends.py  search.py                what readers look at
    guard.py  upkeep.py                           one daemon a database; the file kept small
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from monitor.errors import StoreError, StoreLost

#: written into the file's header, so that another program's database is never taken for ours ('EscM')
APPLICATION_ID = 0x4573634D
#: how long a statement waits for another process before `StoreError(again=True)`
BUSY_S = 15.0
#: files up to this size are checked page by page when they are opened; larger ones by `monitor check`
QUICK_CHECK_BYTES = 64 * 1024 * 1024

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FULL = {sqlite3.SQLITE_FULL}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DISK = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def refused(error: sqlite3.Error, path: str) -> StoreError | None:
    """`error` as a StoreError that says what to do, or None where it is a bug of ours and must stay loud."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return StoreError(f"{path} is locked by another process", again=True)
    if code in _FULL:
        return StoreError(f"no space left to write {path}", again=True)
    if code in _BROKEN:
        return StoreLost(
            f"{path} is damaged ({error}). Nothing more is written to it. Stop the monitor, move the file and its -wal "
            f"and -shm aside, restore a backup, or try: sqlite3 {path} .recover | sqlite3 recovered.db"
        )
    if code in _DISK:
        return StoreError(f"cannot read or write {path}: {error}", again=code == sqlite3.SQLITE_IOERR)
    return None


def _minded(step: Callable[..., Any]) -> Any:
    def run(cursor: _Cursor, *args: Any) -> Any:
        try:
            return step(cursor, *args)
        except sqlite3.DatabaseError as error:
            wrapped = cursor.store.refused(error)
            if isinstance(wrapped, StoreLost):
                raise wrapped from error
            raise

    return run


class _Cursor(sqlite3.Cursor):
    """Damage may be met at any row: the store hears of it."""

    store: Store

    execute = _minded(sqlite3.Cursor.execute)
    executemany = _minded(sqlite3.Cursor.executemany)
    fetchone = _minded(sqlite3.Cursor.fetchone)
    fetchmany = _minded(sqlite3.Cursor.fetchmany)
    fetchall = _minded(sqlite3.Cursor.fetchall)
    __next__ = _minded(sqlite3.Cursor.__next__)


class _Connection:
    """One thread's connection and how deep it is in transactions. Closed with its thread, or with the store."""

    __slots__ = ("__weakref__", "db", "depth")

    def __init__(self, db: Database) -> None:
        self.db = db
        self.depth = 0

    def __del__(self) -> None:
        # the Database lies in a reference cycle: without this its file stays open until the collector comes by
        self.db.close()


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


class Store:
    """The database at `path` (':memory:' for one thread's use). Opening refuses a damaged, foreign or newer file.

    Call `migrate()` once before writing; `read_only` connections never write and need no migration.
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False, busy_s: float = BUSY_S) -> None:
        self.path = os.fspath(path)
        self.read_only = read_only
        self._busy_s = busy_s
        self._memory = self.path == ":memory:"
        self._real = os.path.realpath(self.path)  # SQLite's own files lie beside it, and not beside a link to it
        self._local = threading.local()
        self._all: weakref.WeakSet[_Connection] = weakref.WeakSet()
        self._writer = threading.RLock()
        self._guard = threading.Lock()
        self._closed = False
        self._failing: tuple[float, float, StoreError] | None = None
        self.lost: StoreLost | None = None  #: why nothing can be kept here any more, once that was met
        self._files: dict[str, tuple[int, int]] = {}  # by suffix, which file it is that is open
        if not self._memory:
            self._examine()
        _ = self.db
        self.in_place()

    # ---- connections ----------------------------------------------------------------------------------------------

    @property
    def db(self) -> Database:
        """This thread's connection."""
        return self._mine().db

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """One statement on this thread's connection, without the cost of the table layer."""
        cursor: sqlite3.Cursor = self._cursor().execute(sql, parameters)
        return cursor

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> sqlite3.Cursor:
        """One statement for many rows."""
        cursor: sqlite3.Cursor = self._cursor().executemany(sql, rows)
        return cursor

    def _cursor(self) -> _Cursor:
        cursor = self._mine().db.conn.cursor(_Cursor)
        cursor.store = self
        return cursor

    def _mine(self) -> _Connection:
        mine: _Connection | None = getattr(self._local, "connection", None)
        if mine is None:
            if self._closed:
                raise StoreError(f"{self.path} is closed")
            mine = _Connection(self._open())
            self._local.connection = mine
            with self._guard:
                if not self._all:  # with the last connection its log went, and this one has another
                    self._files = {suffix: each for suffix, each in self._files.items() if not suffix}
                self._all.add(mine)
        return mine

    def _open(self) -> Database:
        if self._memory:
            target = ":memory:"
        else:
            target = Path(self._real).as_uri() + ("?mode=ro" if self.read_only else "?mode=rwc")
        try:
            conn = sqlite3.connect(
                target, uri=not self._memory, timeout=self._busy_s, isolation_level=None, check_same_thread=False
            )
            conn.row_factory = None
            conn.execute("PRAGMA foreign_keys = ON")
            conn.execute("PRAGMA trusted_schema = OFF")
            conn.execute("PRAGMA temp_store = MEMORY")
            conn.execute("PRAGMA cache_size = -16000")
            if self.read_only:
                conn.execute("PRAGMA query_only = ON")
            else:
                self._log_ahead(conn)
                conn.execute("PRAGMA synchronous = FULL")
                conn.execute("PRAGMA journal_size_limit = 67108864")
            return Database(conn, execute_plugins=False)
        except sqlite3.Error as error:
            raise (refused(error, self.path) or StoreError(f"cannot open {self.path}: {error}")) from error

    def _log_ahead(self, conn: sqlite3.Connection) -> None:
        """Switch a new file to WAL. While another process switches it too SQLite may refuse however long it is to wait;
        asked again, it finds the file switched. So we ask in small steps."""
        until = time.monotonic() + self._busy_s
        conn.execute("PRAGMA busy_timeout = 50")
        while True:
            try:
                conn.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.02)
        conn.execute(f"PRAGMA busy_timeout = {int(self._busy_s * 1000)}")

    def close(self) -> None:
        """Close every thread's connection. Safe to call twice."""
        with self._guard:
            self._closed = True
            for each in list(self._all):
                each.db.close()
            self._all = weakref.WeakSet()
        self._local = threading.local()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- writing --------------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """All or nothing, durable at the end. Waits for other writers. Inside another one it is a part of that:
        undone alone if its own body raises, kept only if the outer one is kept."""
        mine = self._mine()
        conn = mine.db.conn
        if mine.depth:
            name = f"level_{mine.depth}"
            mine.depth += 1
            try:
                conn.execute(f"SAVEPOINT {name}")
                try:
                    yield mine.db
                except BaseException:
                    if conn.in_transaction:
                        conn.execute(f"ROLLBACK TO {name}")
                        conn.execute(f"RELEASE {name}")
                    raise
                conn.execute(f"RELEASE {name}")
            finally:
                mine.depth -= 1
            return
        with self._writer:
            self.in_place()
            try:
                # deferred BEGIN upgraded by its first write fails at once when another process has written meanwhile
                conn.execute("BEGIN IMMEDIATE")
                mine.depth = 1
                try:
                    yield mine.db
                    conn.execute("COMMIT")
                except BaseException:
                    if conn.in_transaction:
                        conn.execute("ROLLBACK")
                    raise
                finally:
                    mine.depth = 0
                self._failing = None
            except sqlite3.Error as error:
                wrapped = self.refused(error)
                if wrapped is None:
                    raise
                now = time.monotonic()
                self._failing = (self._failing[0] if self._failing else now), now, wrapped
                raise wrapped from error

    def refused(self, error: sqlite3.Error) -> StoreError | None:
        """`refused`, and remembered where all is lost."""
        wrapped = refused(error, self.path)
        if isinstance(wrapped, StoreLost):
            self.lost = self.lost or wrapped
        return wrapped

    def failing(self) -> tuple[float, StoreError] | None:
        """Seconds from the first to the last of the transactions that were refused in a row, and why; None where the
        last one was kept."""
        found = self._failing
        return (found[1] - found[0], found[2]) if found is not None else None

    @property
    def writing(self) -> bool:
        """Whether this thread is inside a transaction that the database has not given up."""
        return self._mine().db.conn.in_transaction

    def migrate(self) -> tuple[str, ...]:
        """Bring the file to this version of the program, each step whole or not at all; names of the steps taken."""
        from monitor.store import migrations

        with self._writer:
            try:
                return migrations.apply(self)
            except sqlite3.Error as error:
                wrapped = self.refused(error)
                if wrapped is None:
                    raise
                raise wrapped from error

    # ---- the file -------------------------------------------------------------------------------------------------

    def _examine(self) -> None:
        """Refuse what must not be opened for writing, without writing to it."""
        from monitor.store import migrations

        path = Path(self.path)
        if not path.exists():
            if self.read_only:
                raise StoreError(f"there is no database at {self.path}; `monitor run` makes it")
            if not path.absolute().parent.is_dir():
                raise StoreError(f"the folder of the database does not exist: {path.absolute().parent}")
            return
        if path.stat().st_size == 0:
            return
        try:
            probe = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, timeout=self._busy_s)
            try:
                probe.execute("BEGIN")  # one state of the file, though another process may be making it
                (owner,) = probe.execute("PRAGMA application_id").fetchone()
                (tables,) = probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
                if tables and owner != APPLICATION_ID:
                    raise StoreError(f"{self.path} is a database of another program; it was left as it is")
                migrations.refuse_newer(probe, self.path)
                if path.stat().st_size <= QUICK_CHECK_BYTES:
                    (answer,) = probe.execute("PRAGMA quick_check(1)").fetchone()
                    if answer != "ok":
                        damage = sqlite3.DatabaseError(answer)
                        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
                        raise damage
            finally:
                probe.close()
        except sqlite3.Error as error:
            raise (refused(error, self.path) or StoreError(f"cannot open {self.path}: {error}")) from error

    def in_place(self) -> None:
        """Raise StoreLost where the file, its write-ahead log or the log's index was deleted or replaced while open.

        Writes would otherwise go on into a file nobody can see, or beside another process that sees another log."""
        if self._memory:
            return
        for suffix in ("",) if self.read_only else ("", "-wal", "-shm"):
            name = self._real + suffix if suffix else self.path
            now = _identity(name)
            if now is not None:
                self._files.setdefault(suffix, now)
            if self._files.get(suffix) != now:
                self.lost = StoreLost(
                    f"{name} was deleted or replaced while it was open. Nothing more is written. "
                    + (
                        "Start the monitor again"
                        if suffix
                        else "Stop the monitor, put the file back, and start it again"
                    )
                    + ", and look at it with: monitor check"
                )
                raise self.lost

    def wal_bytes(self) -> int:
        """Size of the write-ahead log; far above 64 MB some reader is holding it open."""
        try:
            return os.stat(self._real + "-wal").st_size
        except OSError:
            return 0

    def integrity(self) -> str:
        """'ok', or the first faults found. Reads the whole file."""
        try:
            rows = self.execute("PRAGMA integrity_check(10)").fetchall()
            orphans = self.execute("PRAGMA foreign_key_check").fetchmany(10)
        except (sqlite3.DatabaseError, StoreLost) as error:
            return str(error.__cause__ or error)
        faults = [row[0] for row in rows if row[0] != "ok"]
        faults += [f"row {row[1]} of {row[0]} points at no {row[2]}" for row in orphans]
        return "; ".join(faults) or "ok"

    def backup(self, target: str | os.PathLike[str]) -> None:
        """A consistent copy at `target` (which must not exist), taken while others go on writing."""
        if os.path.exists(target):
            raise StoreError(f"{os.fspath(target)} exists already")
        try:
            with closing(sqlite3.connect(os.fspath(target))) as copy:
                self.db.conn.backup(copy, pages=512, sleep=0.005)
        except sqlite3.Error as error:
            raise StoreError(f"{os.fspath(target)} cannot be written: {error}") from error
