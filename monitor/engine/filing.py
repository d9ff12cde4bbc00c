"""One round through a watched folder: files that rest → items → the engine, with what became of each file."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

import structlog

from monitor import __version__
from monitor.engine import Engine
from monitor.engine.reading import TRIES, insist, with_pages
from monitor.pipeline import Result
from monitor.sources import Draft, FolderOptions, Refusal
from monitor.sources.documents import Document, read_document, read_documents
from monitor.sources.entries import content_hash
from monitor.sources.folder import Content, Folder, Found, trouble
from monitor.sources.worker import Worker, WorkerFailed
from monitor.store import Store, cursors
from monitor.store.unread import given_up
from monitor.types import FileMark, Item, SourceNotice, Verdict

log = structlog.get_logger(__name__)

BATCH_FILES = 32
BATCH_BYTES = 8_000_000
#: what became of a file that is moved away, where that is asked for
_MOVED = frozenset({"read", "part", "same"})
DEAF_S = 2.0  #: between two looks at a folder that gives no events


class FolderRound:
    """Scans one folder and takes in what rests. `wake` is set by whoever sees something happen in it."""

    def __init__(
        self, options: FolderOptions, store: Store, engine: Engine, worker: Worker, now: Callable[[], datetime]
    ) -> None:
        self.options = options
        self.wake = threading.Event()
        self._store = store
        self._engine = engine
        self._worker = worker
        self._now = now
        self._folder = Folder(options, self._recalled)
        self._told: str | None = None
        self._trouble: str | None = None  # what kept the last scan from the folder
        self._unmoved: dict[str, str] = {}  # by file, what kept it from being moved, so that it is told once
        self._reasons: dict[str, str] = {}  # of refusals that may pass, so that each is recorded once
        self._took_s = 0.0
        self._again: Collection[str] = ()

    def again(self, paths: Collection[str]) -> None:
        """Gives these files, by their shown paths, to their reader once more; nothing else is taken in."""
        self._again = paths
        counts = {"files": 0, "refused": 0, "items": 0}
        try:
            for found in self._folder.scan():
                got = self._folder.read(found) if found.shown in paths and not found.refused else found
                if isinstance(got, Content):
                    self._take_in([got], lambda: None, counts)
        except OSError as error:
            log.warning("folder", folder=self.options.name, state=trouble(self.options, error))

    def run(
        self, stopping: threading.Event, *, until_still: bool = False, beat: Callable[[], None] = lambda: None
    ) -> dict[str, int]:
        """Takes in every file that rests; with `until_still`, waits for the others. Counts what it did."""
        counts = {"files": 0, "refused": 0, "items": 0}
        while not stopping.is_set():
            began = time.monotonic()
            try:
                self._scan(stopping, beat, counts)
            except OSError as error:
                self._trouble = trouble(self.options, error)
                break
            self._trouble = None
            self._took_s = time.monotonic() - began
            if not until_still or not self._folder.waiting:
                break
            stopping.wait(0.2)
        return counts

    def next_look_s(self, *, deaf: bool) -> float:
        """How long to wait for the next scan, unless woken: soon while files are not at rest, or where nobody would
        wake us; never back to back."""
        if self._folder.waiting:
            return max(0.3, 3 * self._took_s)
        return min(self.options.scan_every_s, max(DEAF_S, 10 * self._took_s)) if deaf else self.options.scan_every_s

    def tell(self, heard: str | None = None) -> None:
        """Puts down once that the folder gives trouble, to the last scan or else to whoever listens (`heard`), and once
        that it no longer does."""
        state = self._trouble or heard
        if state == self._told:
            return
        text = state or f"{self.options.path} is watched again"
        log.warning("folder", folder=self.options.name, state=text)
        with self._store.transaction():
            cursors.save_notices(
                self._store,
                [SourceNotice(source=self.options.name, kind="folder", text=text, at=self._now())],
            )
        self._told = state

    def _recalled(self, path: str) -> tuple[int, int] | None:
        mark = cursors.file(self._store, self.options.name, path)
        if mark is None or path in self._again:
            return None
        # a refusal that may pass is looked at again at every start, and what was not understood by every new version
        known = mark.outcome != "failed" or (mark.hash and mark.version == __version__)
        return (mark.size, mark.changed_ns) if known else None

    def _scan(self, stopping: threading.Event, beat: Callable[[], None], counts: dict[str, int]) -> None:
        batch: list[Content] = []
        refused: list[FileMark] = []
        size = 0
        for found in self._folder.scan():
            if stopping.is_set():
                break
            got = found if found.refused else self._folder.read(found)
            if isinstance(got, Found):
                refused += self._refusal(got)
                if len(refused) >= 500:
                    counts["refused"] += self._record(refused)
                    refused = []
                continue
            batch.append(got)
            size += len(got.body)
            if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
                self._take_in(batch, beat, counts)
                batch, size = [], 0
                beat()
        self._take_in(batch, beat, counts)
        counts["refused"] += self._record(refused)
        for left in self._folder.left:
            mark = cursors.file(self._store, self.options.name, left.shown)
            if mark is not None and mark.outcome in _MOVED:
                self._put_away(left)

    def _refusal(self, found: Found) -> list[FileMark]:
        """What to record of a file that is not read; a reason that may pass is recorded once, and retried."""
        if found.again:
            if self._reasons.get(found.shown) == found.refused or found.refused in {
                "still being written",
                "it is gone",
            }:
                return []
            if len(self._reasons) > 10_000:
                self._reasons.clear()
            self._reasons[found.shown] = found.refused
        return [self._mark(found, outcome="failed" if found.again else "refused", reason=found.refused)]

    def _record(self, marks: Sequence[FileMark]) -> int:
        if not marks:
            return 0
        with self._store.transaction():
            cursors.save_files(self._store, marks)
        for mark in marks:
            if mark.outcome != "failed":
                self._folder.remember(mark.path, mark.size, mark.changed_ns)
            log.warning("file not read", folder=mark.source, file=mark.path, reason=mark.reason)
        return len(marks)

    def _told_apart(self, batch: Sequence[Content]) -> tuple[list[Content], list[FileMark]]:
        """New contents, and the marks of what is empty or was read before under any name."""
        fresh: list[Content] = []
        marks: list[FileMark] = []
        hashes: set[str] = set()
        for content in batch:
            if not content.body.strip():
                marks.append(self._mark(content.found, hash=content.hash, outcome="empty", reason="the file is empty"))
                continue
            before = cursors.file_with_hash(self._store, content.hash)
            unread = before is not None and before.outcome == "failed"
            itself = before is not None and before.path == content.found.shown
            if before is not None and unread and (itself or before.version != __version__):
                before = None  # it may be readable now
            if before is not None or content.hash in hashes:
                mark = self._mark(
                    content.found,
                    hash=content.hash,
                    key=before.key if before else content.hash,
                    outcome="failed" if before and unread else "same",
                    reason=f"the same as {before.path if before else 'another file'}",
                )
                if before is not None and itself:
                    mark = replace(mark, outcome=before.outcome, reason=before.reason, items=before.items)
                elif before is not None and unread:
                    mark = replace(mark, reason=f"{mark.reason}, which was not read: {before.reason}"[:1_000])
                marks.append(mark)
                continue
            hashes.add(content.hash)
            fresh.append(content)
        return fresh, marks

    def _take_in(self, batch: Sequence[Content], beat: Callable[[], None], counts: dict[str, int]) -> None:
        """New contents become items; what was read before is only marked."""
        fresh, marks = self._told_apart(batch)
        try:
            documents = self._documents(fresh, beat)
        except WorkerFailed:
            if self._worker.closed:
                raise  # it is we who are stopping, not a file that is at fault
            # each by itself, so that only the culprit is marked, and at once: what comes before it is done for good
            for content in batch:
                self._take_in([content], beat, counts)
            return
        items: list[Item] = []
        spans: list[tuple[Content, str, int, int, Document | Refusal]] = []
        for content, document in zip(fresh, documents, strict=True):
            key = self._key(content)
            begin = len(items)
            if isinstance(document, Document):
                items += self._items(content, key, document)
            spans.append((content, key, begin, len(items), document))
        if not marks and not spans:
            return
        marks += [self._outcome(content, key, document) for content, key, _, _, document in spans]
        results = self._engine.take(
            with_pages(items, self._worker, tries=TRIES, beat=beat),
            remember=lambda store: cursors.save_files(store, marks),
        )
        reasons = [_lost(result) for result in results]
        marks = self._corrected(marks, spans, reasons)
        counts["items"] += len(items)
        counts["files"] += len(fresh)
        self._after(marks, {content.found.shown: content.found for content in batch})

    def _corrected(
        self,
        marks: Sequence[FileMark],
        spans: Sequence[tuple[Content, str, int, int, Document | Refusal]],
        lost: Sequence[str],
    ) -> list[FileMark]:
        """The marks, with the reason where items of a file turned out to give no article."""
        by_path = {mark.path: mark for mark in marks}
        changed: list[FileMark] = []
        for content, _, begin, end, document in spans:
            reasons = [reason for reason in lost[begin:end] if reason]
            if not reasons or isinstance(document, Refusal):
                continue
            mark = by_path[content.found.shown]
            outcome = "failed" if len(reasons) == end - begin else mark.outcome
            whole = "; ".join(filter(None, [mark.reason, *dict.fromkeys(reasons)]))[:1_000]
            by_path[mark.path] = replace(mark, outcome=outcome, items=end - begin - len(reasons), reason=whole)
            changed.append(by_path[mark.path])
        if changed:
            with self._store.transaction():
                cursors.save_files(self._store, changed)
        return list(by_path.values())

    def _after(self, marks: Sequence[FileMark], found: dict[str, Found]) -> None:
        for mark in marks:
            self._folder.remember(mark.path, mark.size, mark.changed_ns)
            self._reasons.pop(mark.path, None)
            if mark.reason:
                level = log.warning if mark.outcome in {"failed", "refused", "part"} else log.info
                level("file", folder=mark.source, file=mark.path, outcome=mark.outcome, reason=mark.reason)
            if self.options.after == "move" and mark.outcome in _MOVED and mark.path in found:
                self._put_away(found[mark.path])

    def _put_away(self, found: Found) -> None:
        """Moves it; what keeps it from that is told once, and it is tried again at every scan."""
        reason = self._folder.put_away(found)
        if reason is None:
            self._unmoved.pop(found.shown, None)
            return
        if self._unmoved.get(found.shown) != reason:
            log.warning("file not moved", folder=self.options.name, file=found.shown, reason=reason)
        self._unmoved[found.shown] = reason

    def _documents(self, contents: Sequence[Content], beat: Callable[[], None]) -> Sequence[Document | Refusal]:
        """Parsed together, which is quick; WorkerFailed where that broke. One alone is what the reader dies or is too
        slow over each time: once, another's hunger for memory or a frozen machine did it. What was given up before has
        one try."""
        if not contents:
            return ()
        now = self._now()
        if len(contents) > 1:
            return self._worker.run(read_documents, [(each.found.shown, each.body) for each in contents], now)
        (one,) = contents
        before = cursors.file(self._store, self.options.name, one.found.shown)
        tries = 1 if before is not None and before.outcome == "failed" and before.hash == one.hash else TRIES
        beat()
        try:
            read = partial(self._worker.run, read_document, one.found.shown, one.body, now)
            return (insist(read, tries=tries, beat=beat),)
        except WorkerFailed as error:
            if self._worker.closed:
                raise
            return (Refusal(reason=error.reason),)

    def _key(self, content: Content) -> str:
        """The content's hash; but a file that only grew keeps the key it had, because it is the same article."""
        before = cursors.file(self._store, self.options.name, content.found.shown)
        if before is None or not before.key or before.size >= len(content.body):
            return content.hash
        grown = hashlib.sha256(content.body[: before.size]).hexdigest() == before.hash
        return before.key if grown else content.hash

    def _items(self, content: Content, key: str, document: Document) -> list[Item]:
        several = len(document.drafts) > 1
        options = self.options
        return [
            draft.item(
                source=options.name,
                key=_draft_key(draft, key, several),
                subject=f"{content.found.shown}#{number}" if several else content.found.shown,
                received=self._now(),
                outlet=options.outlet,
                tags=(*options.tags, *((f"region:{options.region}",) if options.region else ())),
                trust=options.trust,
            )
            for number, draft in enumerate(document.drafts, 1)
        ]

    def _outcome(self, content: Content, key: str, document: Document | Refusal) -> FileMark:
        mark = self._mark(content.found, hash=content.hash, key=key)
        if isinstance(document, Refusal):
            return replace(mark, outcome="failed", reason=document.reason)
        reason = "; ".join((*document.lost, *document.notes))[:1_000]
        return replace(mark, outcome="part" if document.lost else "read", items=len(document.drafts), reason=reason)

    def _mark(
        self, found: Found, *, hash: str = "", key: str = "", outcome: str = "read", reason: str = ""
    ) -> FileMark:
        return FileMark(
            source=self.options.name,
            path=found.shown,
            size=found.size,
            changed_ns=found.changed_ns,
            hash=hash,
            key=key,
            outcome=outcome,
            reason=reason,
            at=self._now(),
            version=__version__,
        )


def try_again(
    folders: Sequence[FolderOptions], store: Store, engine: Engine, now: Callable[[], datetime]
) -> tuple[int, int]:
    """Gives all files that were not understood to their readers once more: how many were read, and of how many."""
    before = {(folder, path) for folder, path in given_up(store) if folder in {each.name for each in folders}}
    worker = Worker(processes=1)
    try:
        for options in folders:
            FolderRound(options, store, engine, worker, now).again(
                {path for name, path in before if name == options.name}
            )
    finally:
        worker.close()
    return len(before - given_up(store)), len(before)


def _draft_key(draft: Draft, key: str, several: bool) -> str:
    """One article in a file goes by the file; of several, each by its own id or content."""
    if draft.guid:
        return f"id:{draft.guid[:300]}"
    return content_hash(draft) if several else key


def _lost(result: Result) -> str:
    """Why an item gave no article, or ''."""
    return ("; ".join(result.reading.reasons) or "no article in it") if result.verdict is Verdict.FAILED else ""
