"""Folders driven into a real database: every file once, whatever happens to the folder and to us."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent

from monitor.engine import filing
from monitor.sources import watch
from monitor.sources.worker import Worker, WorkerFailed
from monitor.store import articles as kept
from monitor.store import cursors
from monitor.types import FileMark
from tests.engine.rig import LOGIN, Rig, until, watched
from tests.faults.feeds import entry, rss
from tests.sources.test_folder import NAMES

BODY = "airstrike at Kyiv on 2026-03-01 killed 3"
#: aliases of aliases: small, and without an end to whoever walks through it
YAML_BOMB = (
    "---\ntitle: &a0 [x, x, x, x, x, x, x, x]\n"
    + "".join(f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 12))
    + "tags: *a11\n---\nText."
)


def test_every_file_is_read_once_and_what_cannot_be_read_says_why(rig: Rig, inbox: Path) -> None:
    """Empty, too large, binary, wrong encoding, a pipe, broken JSON, a login page, a body that names a path: the stream
    goes on, and a second round changes nothing."""
    (inbox / "good.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "empty.txt").write_text("")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (inbox / "latin.txt").write_bytes(
        "Überschreitung der Grenze bei Görlitz, drei Tote, später mehr. ".encode("latin-1") * 5
    )
    (inbox / "broken.json").write_text('{"text": ')
    (inbox / "login.xml").write_text(LOGIN)
    (inbox / "path.txt").write_text("/etc/passwd")
    (inbox / "tool.exe").write_text("MZ")
    with open(inbox / "huge.txt", "wb") as file:
        file.truncate(1 << 30)
    os.mkfifo(inbox / "pipe.txt")
    poller = rig.poller(folders=watched(inbox))

    poller.once()

    rows = {r[0]: (r[1], r[2]) for r in rig.store.execute("SELECT path, outcome, reason FROM file")}
    assert rows["good.txt"] == ("read", "")
    assert rows["path.txt"][0] == "read"
    assert rows["latin.txt"][0] == "read"
    assert {name: reason for name, (outcome, reason) in rows.items() if outcome != "read"} == {
        "empty.txt": "the file is empty",
        "binary.txt": "not text",
        "broken.json": rows["broken.json"][1],
        "login.xml": "a login page, not a feed",
        "tool.exe": "files of kind '.exe' are not read",
        "huge.txt": "1,074 MB is more than the 10 MB allowed",
        "pipe.txt": "a pipe, not a file",
    }
    assert len(cursors.troubled_files(rig.store)) == 6
    before = list(rig.store.execute("SELECT * FROM file ORDER BY path"))
    tally = rig.poller(folders=watched(inbox)).once()
    assert (tally.files, tally.refused, tally.items) == (0, 0, 0)
    assert list(rig.store.execute("SELECT * FROM file ORDER BY path")) == before


def test_the_same_content_under_another_name_is_no_new_article(rig: Rig, inbox: Path) -> None:
    """P8: by hash, within one round and across rounds, with the name it was first read under."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    shutil.copy(inbox / "a.txt", inbox / "b.txt")
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    shutil.copy(inbox / "a.txt", inbox / "c.txt")
    poller.once()

    assert rig.articles() == 1
    reasons = sorted(r[0] for r in rig.store.execute("SELECT reason FROM file"))
    assert reasons[0] == ""
    assert all(reason.startswith("the same as") for reason in reasons[1:])


def test_a_file_that_grew_is_the_same_article(rig: Rig, inbox: Path) -> None:
    """F6: its writer is killed half-way and somebody finishes the work: the newest text, one incident; the older
    version stays behind it."""
    first = "airstrike at Kyiv on 2026-03-01 killed 3\n"
    code = "import sys, time; f = open(sys.argv[1], 'w'); f.write(sys.argv[2]); f.flush(); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code, str(inbox / "a.txt"), first]) as writer:
        until(lambda: (inbox / "a.txt").exists() and (inbox / "a.txt").read_text() == first)
        writer.kill()
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    with open(inbox / "a.txt", "a") as file:
        file.write("\nThe third paragraph came later.\n")
    poller.once()

    assert len({row[0] for row in rig.store.execute("SELECT key FROM article")}) == 1
    newest = kept.of_article(rig.store, list(kept.in_order(rig.store))[-1])
    assert newest
    assert "third paragraph" in newest.text
    assert len(list(rig.store.execute("SELECT 1 FROM article WHERE revises IS NOT NULL"))) == 1


def test_fifty_slow_writers_are_waited_for(rig: Rig, inbox: Path) -> None:
    """F5: three parts over six seconds, fifty times at once: each file is read once, and whole."""
    parts = [f"airstrike at Kyiv on 2026-03-01 killed 3 and part {n} of the report. " for n in range(3)]
    poller = rig.poller(folders=watched(inbox, rest_s=2.0))
    poller.start()
    with ExitStack() as held:
        files = [held.enter_context((inbox / f"{n}.txt").open("w")) for n in range(50)]
        for number, part in enumerate(parts):
            for name, file in enumerate(files):
                file.write(part + str(name) * (not number))
                file.flush()
            time.sleep(3 if number < 2 else 0.1)
        assert rig.articles() == 0

    until(lambda: rig.articles() >= 50)
    poller.stop(5)
    texts = [article.text for key in kept.in_order(rig.store) if (article := kept.of_article(rig.store, key))]
    assert len(texts) == 50
    assert all(f"part {n}" in text for text in texts for n in range(3))


def test_many_articles_in_one_file_each_keep_their_own_identity(rig: Rig, inbox: Path) -> None:
    """A file of lines that grows brings only its new lines."""
    lines = [json.dumps({"id": f"x{n}", "text": f"airstrike at Place{n} on 2026-03-01 killed 1"}) for n in range(150)]
    (inbox / "a.jsonl").write_text("\n".join(lines[:100]))
    poller = rig.poller(folders=watched(inbox))
    poller.once()
    assert rig.articles() == 100

    (inbox / "a.jsonl").write_text("\n".join(lines))
    poller.once()

    assert rig.articles() == 150


def test_pages_are_read_in_a_worker_and_kept_as_they_came(rig: Rig, inbox: Path) -> None:
    """Text without furniture; the raw page beside it."""
    text = (
        "airstrike at Kyiv on 2026-03-01 killed 3. " + "The shelling went on through the night and into morning. " * 8
    )
    page = (
        f"<html><head><title>Strike</title></head><body><nav>Home</nav><article><p>{text}</p></article></body></html>"
    )
    (inbox / "a.html").write_text(page)

    assert rig.poller(folders=watched(inbox)).once().items == 1

    assert rig.articles() == 1


def test_files_are_moved_away_when_asked(rig: Rig, inbox: Path) -> None:
    """`after: move`: after they are stored, and never those that were not read."""
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "b.json").write_text("{")

    rig.poller(folders=watched(inbox, after="move")).once()

    assert not (inbox / "a.txt").exists()
    assert (inbox / ".read" / "a.txt").exists()
    assert (inbox / "b.json").exists()


@pytest.mark.parametrize("restarted", [False, True])
def test_what_could_not_be_moved_is_moved_at_a_later_scan(
    rig: Rig, inbox: Path, capsys: pytest.CaptureFixture[str], restarted: bool
) -> None:
    """Why not is told once; once the cause is gone it goes, also after a restart."""
    away = inbox.parent / "done"
    away.write_text("a file in the way")
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")
    (inbox / "b.json").write_text("{")
    folders = watched(inbox, after="move", move_to=str(away))
    poller = rig.poller(folders=folders)
    poller.once()
    poller.once()
    assert (inbox / "a.txt").exists()
    assert capsys.readouterr().out.count("file not moved") == 1

    away.unlink()
    (rig.poller(folders=folders) if restarted else poller).once()

    assert (away / "a.txt").exists()
    assert [path.name for path in inbox.iterdir()] == ["b.json"]
    assert rig.articles() == 1


@pytest.mark.timeout(300)
def test_files_that_arrive_while_it_starts_are_all_seen_once(
    rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F4: watch first, then scan: a writer goes on through a hundred starts; 0 missing, 0 double."""
    stop = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not stop.is_set():
            (inbox / f"{written}.txt").write_text(f"airstrike at Place{written} on 2026-03-01 killed {written}")
            written += 1
            time.sleep(0.01)

    with Worker(processes=1) as readers:  # the same for all starts, which are about folders
        monkeypatch.setattr("monitor.engine.poller.Worker", lambda **options: readers)
        with monkeypatch.context() as patch:
            patch.setattr(readers, "close", lambda: None)
            writer = threading.Thread(target=write)
            writer.start()
            try:
                for number in range(100):
                    poller = rig.poller(folders=watched(inbox))
                    poller.start()
                    time.sleep(0.02 * (number % 4))
                    poller.stop(5)
            finally:
                stop.set()
                writer.join()
            rig.poller(folders=watched(inbox)).once()

    assert rig.articles() == written
    assert rig.store.execute("SELECT count(DISTINCT key) FROM article").fetchone() == (written,)


@contextmanager
def child(rig: Rig, inbox: Path, within: str = "exec", **options: object) -> Iterator[subprocess.Popen[bytes]]:
    """The sources in a process of their own, from its first look on; `within` is a line of shell that runs it."""
    code = (
        "import sys\n"
        "from monitor.engine.local import Local\nfrom monitor.engine.poller import Poller\n"
        "from monitor.sources import FolderOptions\nfrom monitor.store import Store\n"
        "from tests.engine.rig import QUIET, until\n"
        "if __name__ == '__main__':\n"
        "    store = Store(sys.argv[1])\n"
        "    p = Poller(store=store, engine=Local(flow=QUIET, store=store),\n"
        f"        folders=[FolderOptions(path=sys.argv[2], **{options!r})])\n"
        "    p.start()\n    until(lambda: p.looked)\n    print('up', flush=True)\n    sys.stdin.read()\n    p.stop(5)\n"
    )
    script = inbox.parent / "child.py"
    script.write_text(code)
    process = subprocess.Popen(
        ["sh", "-c", f'{within} "$@"', "sh", sys.executable, str(script), rig.store.path, str(inbox)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    try:
        assert process.stdout is not None
        while (line := process.stdout.readline()) != b"up\n":
            assert line, "it ended before it was up"
        yield process
    finally:
        with suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()
        process.wait(20)


@pytest.mark.timeout(300)
def test_a_stopped_program_catches_up_on_everything(rig: Rig, inbox: Path) -> None:
    """F2: six thousand files while it stands still overflow the event queue; the scan finds them all."""
    with child(rig, inbox, rest_s=0.1) as process:
        process.send_signal(signal.SIGSTOP)
        for number in range(6_000):
            (inbox / f"{number}.txt").write_text(f"nothing happened in place {number}")
        process.send_signal(signal.SIGCONT)

        until(lambda: rig.store.execute("SELECT count(*) FROM file").fetchone()[0] == 6_000, 65)


@pytest.mark.timeout(300)
def test_a_folder_that_cannot_be_looked_into_is_told_once_and_not_at_every_look(rig: Rig, inbox: Path) -> None:
    """A file stands in its place, or its rights are another's: it is there, so whoever only listens finds no fault."""
    inbox.rmdir()
    inbox.write_text("no folder")
    poller = rig.poller(folders=watched(inbox))
    poller.start()
    until(lambda: bool(rig.notices()))
    time.sleep(3)
    assert [text for _, text in texts(rig)] == [f"{inbox}: Not a directory"]

    inbox.unlink()
    inbox.mkdir()
    (inbox / "a.txt").write_text(BODY)
    until(lambda: rig.articles() == 1)
    until(lambda: len(rig.notices()) == 2)
    assert texts(rig)[-1] == ("folder", f"{inbox} is watched again")


def test_at_the_limit_of_watches_all_is_seen_and_one_warning_given(rig: Rig, inbox: Path) -> None:
    """F3: the system lets us watch three of seven folders, and watchdog says nothing of it: 6 of 6 within 65 s."""
    within = "unshare --user --map-root-user sh -c 'echo 3 > /proc/sys/user/max_inotify_watches && exec \"$@\"' sh"
    if subprocess.run(["sh", "-c", f"{within} true"], capture_output=True).returncode:
        pytest.skip("no user namespaces here")
    for number in range(6):
        (inbox / f"d{number}").mkdir()
    with child(rig, inbox, within) as process:
        for number in range(6):
            (inbox / f"d{number}" / "a.txt").write_text(f"nothing happened in place {number}")

        until(lambda: rig.articles() == 6, 65)

        assert process.poll() is None
    notices = [notice.text for _, notice in cursors.untold(rig.store)]
    assert len(notices) == 1
    assert "limit of inotify watches" in notices[0]


def test_a_watcher_that_died_is_replaced(rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F9: a handler that raises kills the library's thread: 100 of 100 files that follow are seen all the same, by a
    new watcher and not by the next scan."""
    broken = 3
    wake = watch._Waker.dispatch

    def raising(self: watch._Waker, event: FileSystemEvent) -> None:
        nonlocal broken
        broken -= 1
        if broken >= 0:
            raise RuntimeError("a bug in the handler")
        wake(self, event)

    monkeypatch.setattr("monitor.engine.poller.BEAT_S", 0.2)
    monkeypatch.setattr(watch._Waker, "dispatch", raising)
    monkeypatch.setattr(threading, "excepthook", lambda arguments: None)
    poller = rig.poller(folders=watched(inbox, scan_every_s=60.0))
    poller.start()
    until(lambda: poller.looked)
    while broken > 0:
        (inbox / os.fsdecode(b"first\xff%d.txt" % broken)).write_text(
            f"airstrike at Kyiv on 2026-03-01 killed {broken}"
        )
        time.sleep(0.3)
    for number in range(100):
        (inbox / f"{number}.txt").write_text(f"airstrike at Place{number} on 2026-03-01 killed 1")

    until(lambda: rig.articles() >= 100)


def test_hostile_names_reach_the_store_and_come_back_apart(rig: Rig, inbox: Path) -> None:
    """F12: more than 515 names through the whole flow, without an exception, each with its own article."""
    names = [name for name in NAMES if not name.startswith(b".")]
    for number, name in enumerate(names):
        path = os.path.join(os.fsencode(inbox), name)
        Path(os.fsdecode(path)).write_text(f"airstrike at Place{number} on 2026-03-01 killed 1")

    tally = rig.poller(folders=watched(inbox)).once()

    assert len(names) >= 515
    assert (tally.files, tally.refused, rig.articles()) == (len(names), 0, len(names))
    paths = [row[0] for row in rig.store.execute("SELECT path FROM file")]
    assert len(set(paths)) == len(names)
    assert all(path.isprintable() for path in paths)


def test_a_deaf_watcher_changes_nothing_but_the_delay(rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F14: a network share gives no events; the scan finds a hundred of a hundred."""
    monkeypatch.setattr("monitor.sources.watch.Watch.ensure", lambda self: False)
    poller = rig.poller(folders=watched(inbox))
    poller.start()
    for number in range(100):
        (inbox / f"{number}.txt").write_text(f"airstrike at Place{number} on 2026-03-01 killed 1")

    until(lambda: rig.articles() == 100)


def test_a_folder_that_disappears_is_told_and_read_again_when_it_is_back(rig: Rig, inbox: Path) -> None:
    """F8: unmounted and mounted; what is dropped then is seen."""
    poller = rig.poller(folders=watched(inbox))
    poller.start()
    until(lambda: poller.looked)
    shutil.rmtree(inbox)
    until(lambda: rig.notices() == ["folder"])
    inbox.mkdir()
    (inbox / "a.txt").write_text("airstrike at Kyiv on 2026-03-01 killed 3")

    until(lambda: rig.articles() == 1)
    until(lambda: rig.notices() == ["folder", "folder"])


def test_half_a_surrogate_pair_stops_no_folder(rig: Rig, inbox: Path) -> None:
    """A lone escape in each field of a small file, and a good file after it: all are read."""
    text = "airstrike at Kyiv on 2026-03-01 killed {}"
    for number, field in enumerate(("title", "text", "url", "id", "outlet", "tags")):
        given = {"title": "Strike", "text": text.format(number)}
        given[field] = f"http://e.org/{given.get(field, '')} \ud800"
        (inbox / f"{field}.json").write_text(json.dumps(given))
    (inbox / "good.txt").write_text(text.format(9))

    tally = rig.poller(folders=watched(inbox)).once()

    assert (tally.files, tally.items) == (7, 7)
    assert {row[0] for row in rig.store.execute("SELECT outcome FROM file")} == {"read"}
    assert rig.articles() == 7


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_reader_that_dies_once_makes_no_file_unreadable(rig: Rig, inbox: Path, name: str) -> None:
    """The system kills the reader over a file, or freezes it for longer than a file may take: the file is read."""
    poller = rig.poller(folders=watched(inbox))
    worker = poller._filers
    (inbox / name).write_text(f"<html><body><article><p>{BODY}</p></article></body></html>")
    pid = worker.run(os.getpid)
    os.kill(pid, signal.SIGSTOP)
    killer = threading.Timer(0.5, os.kill, (pid, signal.SIGKILL))
    killer.start()

    poller.once()

    assert [row[:2] for row in rig.store.execute("SELECT outcome, items FROM file")] == [("read", 1)]
    assert rig.articles() == 1


def test_a_file_that_holds_its_reader_up_each_time_is_told_after_three_times(
    rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alone, and with a sign of life between; the file beside it is read."""
    (inbox / "a.md").write_text(BODY)
    (inbox / "slow.md").write_text(YAML_BOMB)
    poller = rig.poller(folders=watched(inbox))
    worker = poller._filers
    worker.run_within(60, os.getpid)
    worker.timeout_s = 1.0
    tried: list[object] = []
    run = worker.run
    monkeypatch.setattr(worker, "run", lambda *given: (tried.append(given[1]), run(*given))[1])

    poller.once()

    assert tried.count("slow.md") == 3
    rows = dict(rig.store.execute("SELECT path, outcome FROM file").fetchall())
    assert rows == {"a.md": "read", "slow.md": "failed"}
    (mark,) = cursors.troubled_files(rig.store)
    assert "longer than 1 s" in mark.reason


def texts(rig: Rig) -> list[tuple[str, str]]:
    """What there is to tell of sources, oldest first."""
    return [(notice.kind, notice.text) for _, notice in cursors.untold(rig.store)]


def unread(content: bytes, path: Path, version: str = "0.0.1") -> FileMark:
    """What an earlier version left of a file that it did not understand."""
    state = path.stat()
    return FileMark(
        source="inbox",
        path=path.name,
        size=state.st_size,
        changed_ns=state.st_ctime_ns,
        hash=hashlib.sha256(content).hexdigest(),
        key=hashlib.sha256(content).hexdigest(),
        outcome="failed",
        reason="the reader took longer than 10 s",
        version=version,
    )


@pytest.mark.parametrize(("version", "read"), [("0.0.1", 1), (filing.__version__, 0)])
def test_what_was_given_up_is_tried_once_more_by_another_version(
    rig: Rig, inbox: Path, version: str, read: int
) -> None:
    """After an update it may be understood; each start of the same version would only die over it again."""
    (inbox / "a.md").write_text(BODY)
    time.sleep(0.2)
    cursors.save_files(rig.store, [unread(BODY.encode(), inbox / "a.md", version)])

    tallies = [rig.poller(folders=watched(inbox)).once() for _ in range(2)]

    assert [tally.files for tally in tallies] == [read, 0]
    assert rig.articles() == read
    assert len(cursors.troubled_files(rig.store)) == 1 - read


def test_what_was_given_up_is_given_to_its_reader_once_more_and_not_three_times(
    rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "slow.md").write_text(YAML_BOMB)
    cursors.save_files(rig.store, [unread(YAML_BOMB.encode(), inbox / "slow.md")])
    poller = rig.poller(folders=watched(inbox))
    poller._filers.run_within(60, os.getpid)
    poller._filers.timeout_s = 1.0
    tried: list[object] = []
    run = poller._filers.run
    monkeypatch.setattr(poller._filers, "run", lambda *given: (tried.append(given[1]), run(*given))[1])

    poller.once()

    assert tried == ["slow.md"]
    assert "longer than 1 s" in cursors.troubled_files(rig.store)[0].reason


def test_a_copy_of_what_was_not_read_is_not_taken_for_read(rig: Rig, inbox: Path) -> None:
    """It is listed with the reason, and stays where it is: nobody has read it under any name."""
    (inbox / "a.md").write_text(BODY)
    (inbox / "b.md").write_text(BODY)
    cursors.save_files(rig.store, [unread(BODY.encode(), inbox / "a.md", filing.__version__)])

    rig.poller(folders=watched(inbox, after="move")).once()

    assert (inbox / "b.md").exists()
    marks = {mark.path: mark.reason for mark in cursors.troubled_files(rig.store)}
    assert marks["b.md"] == "the same as a.md, which was not read: the reader took longer than 10 s"


def test_files_that_hold_their_reader_up_are_put_down_one_by_one(
    rig: Rig, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended after some of them, it goes on with the others at the next start instead of at the first again."""
    for name in ("a", "b", "c"):
        (inbox / f"{name}.md").write_text(f"{BODY} {name}")
    poller = rig.poller(folders=watched(inbox))
    known: list[int] = []

    def held_up(function: object, name: object, *_: object) -> None:
        if isinstance(name, str):
            known.append(len(cursors.troubled_files(rig.store)))
        raise WorkerFailed("the reader took longer than 10 s")

    monkeypatch.setattr(poller._filers, "run", held_up)

    poller.once()

    assert known == [0, 1, 2]


def test_a_folder_nested_too_deep_is_told_once(rig: Rig, inbox: Path) -> None:
    """What lies in it is not read, and whoever looks for it finds the reason."""
    deep = inbox.joinpath(*["d"] * 40)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(BODY)
    inbox.joinpath(*["d"] * 32, "b.txt").write_text(f"{BODY} more")
    poller = rig.poller(folders=watched(inbox))

    tallies = [poller.once() for _ in range(2)]

    assert [(tally.files, tally.refused) for tally in tallies] == [(1, 1), (0, 0)]
    (mark,) = cursors.troubled_files(rig.store)
    assert mark.path == "/".join(["d"] * 33)
    assert "a folder in 32 others" in mark.reason


def test_a_saved_feed_with_an_entry_that_cannot_be_read_is_listed(rig: Rig, inbox: Path) -> None:
    """The others are articles, and the file is one that was read in part."""
    broken = entry(3).replace("</item>", '<gml:pos xmlns:gml="http://www.opengis.net/gml">1 2</gml:pos></item>')
    (inbox / "a.xml").write_text(rss([entry(1), broken, entry(2)]))

    rig.poller(folders=watched(inbox)).once()

    ((outcome, items, reason),) = rig.store.execute("SELECT outcome, items, reason FROM file").fetchall()
    assert (outcome, items) == ("part", 2)
    assert "entries that could not be read: 1" in reason
