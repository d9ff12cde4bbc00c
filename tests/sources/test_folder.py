"""Files that arrive in every way, and things that are no files."""

from __future__ import annotations

import contextlib
import mmap
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.sources import FolderOptions
from monitor.sources.folder import Content, Folder, Found, show

TEXT = "Shells fell on the town in the night.\n"


def folder(inbox: Path, **options: object) -> Folder:
    return Folder(FolderOptions(path=str(inbox), rest_s=0.0, held_s=5.0, **options))  # type: ignore[arg-type]


def taken(watched: Folder) -> dict[str, str]:
    """What one look takes in, remembered as the engine would."""
    found: dict[str, str] = {}
    for each in watched.scan():
        got = each if each.refused else watched.read(each)
        if isinstance(got, Content):
            found[each.shown] = got.body.decode()
            watched.remember(each.shown, got.found.size, got.found.changed_ns)
        elif not got.again:
            watched.remember(each.shown, got.size, got.changed_ns)
    return found


def refused(watched: Folder) -> dict[str, str]:
    reasons: dict[str, str] = {}
    for each in watched.scan():
        got = each if each.refused else watched.read(each)
        if isinstance(got, Found):
            reasons[each.shown] = got.refused
    return reasons


def _write(inbox: Path, aside: Path) -> None:
    (inbox / "a.txt").write_text(TEXT)


def _copy(inbox: Path, aside: Path) -> None:
    (aside / "s.txt").write_text(TEXT)
    shutil.copy2(aside / "s.txt", inbox / "a.txt")


def _move_in(inbox: Path, aside: Path) -> None:
    (aside / "s.txt").write_text(TEXT)
    os.utime(aside / "s.txt", (1_000_000_000, 1_000_000_000))
    (aside / "s.txt").rename(inbox / "a.txt")


def _rename(inbox: Path, aside: Path) -> None:
    (inbox / "a.txt.part").write_text(TEXT)
    (inbox / "a.txt.part").rename(inbox / "a.txt")


def _hard_link(inbox: Path, aside: Path) -> None:
    (aside / "s.txt").write_text(TEXT)
    os.link(aside / "s.txt", inbox / "a.txt")


def _editor(inbox: Path, aside: Path) -> None:
    (inbox / "a.txt").write_text("old")
    (inbox / "a.txt~").write_text("old")
    (inbox / ".a.txt.swp").write_text("x")
    (inbox / "4913").write_text("")
    (inbox / "4913").unlink()
    (inbox / "a.tmp").write_text(TEXT)
    os.replace(inbox / "a.tmp", inbox / "a.txt")


def _tree(inbox: Path, aside: Path) -> None:
    (aside / "deep" / "er").mkdir(parents=True)
    (aside / "deep" / "er" / "a.txt").write_text(TEXT)
    (aside / "deep").rename(inbox / "deep")


def _mkdir(inbox: Path, aside: Path) -> None:
    (inbox / "x" / "y" / "z").mkdir(parents=True)
    (inbox / "x" / "y" / "z" / "a.txt").write_text(TEXT)


def _append(inbox: Path, aside: Path) -> None:
    (inbox / "a.txt").write_text(TEXT[:10])
    with open(inbox / "a.txt", "a") as file:
        file.write(TEXT[10:])


def _mapped(inbox: Path, aside: Path) -> None:
    with open(inbox / "a.txt", "w+b") as file:
        file.truncate(len(TEXT))
        with mmap.mmap(file.fileno(), len(TEXT)) as memory:
            memory[:] = TEXT.encode()


@pytest.mark.parametrize(
    "arrive", [_write, _copy, _move_in, _rename, _hard_link, _editor, _tree, _mkdir, _append, _mapped]
)
def test_every_way_to_arrive_is_seen(inbox: Path, tmp_path: Path, arrive: Callable[[Path, Path], None]) -> None:
    """F7: ten ways that bring a text, each read once and whole."""
    watched = folder(inbox)
    aside = tmp_path / "aside"
    aside.mkdir()

    arrive(inbox, aside)

    assert list(taken(watched).values()) == [TEXT]
    assert taken(watched) == {}


def test_a_touch_brings_the_same_content_and_truncation_none(inbox: Path) -> None:
    """F7: the two that bring nothing: the scan shows them, their content decides."""
    (inbox / "a.txt").write_text(TEXT)
    watched = folder(inbox)
    first = next(iter(watched.scan()))
    read = watched.read(first)
    assert isinstance(read, Content)
    taken(watched)

    os.utime(inbox / "a.txt")
    again = watched.read(next(iter(watched.scan())))
    assert isinstance(again, Content)
    assert again.hash == read.hash

    taken(watched)
    (inbox / "a.txt").write_text("")
    assert taken(watched) == {"a.txt": ""}


def test_a_slow_writer_is_waited_for(inbox: Path) -> None:
    """F5: as long as somebody has the file open for writing, it is not at rest, however long it pauses."""
    watched = folder(inbox)
    with open(inbox / "a.txt", "w") as file:
        for part in (TEXT[:10], TEXT[10:20], TEXT[20:]):
            file.write(part)
            file.flush()
            assert taken(watched) == {}
            assert refused(watched) == {"a.txt": "still being written"}

    assert taken(watched) == {"a.txt": TEXT}


def test_a_file_rests_only_after_it_was_still(inbox: Path) -> None:
    """F5: two looks apart with the same size and times, or times that are old enough."""
    watched = Folder(FolderOptions(path=str(inbox), rest_s=0.3))
    (inbox / "a.txt").write_text(TEXT)
    assert taken(watched) == {}
    assert watched.waiting == 1

    deadline = time.monotonic() + 10
    while watched.waiting and time.monotonic() < deadline:
        got = taken(watched)
        time.sleep(0.05)

    assert got == {"a.txt": TEXT}


def test_a_file_that_grew_is_read_again(inbox: Path) -> None:
    """F6: the writer died half-way, and somebody finished its work."""
    watched = folder(inbox)
    (inbox / "a.txt").write_text(TEXT[:10])
    assert taken(watched) == {"a.txt": TEXT[:10]}

    with open(inbox / "a.txt", "a") as file:
        file.write(TEXT[10:])

    assert taken(watched) == {"a.txt": TEXT}


def test_pipes_sockets_devices_and_folders_are_refused_without_opening(inbox: Path) -> None:
    """F10: an open of a pipe without a writer hangs for ever; ours never happens: a tenth of a second each, 0 opens."""
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "folder.txt").mkdir()
    opened: list[str] = []
    watching = True
    sys.addaudithook(
        lambda event, arguments: opened.append(str(arguments[0])) if watching and event == "open" else None
    )
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(inbox / "sock.txt"))
        with contextlib.suppress(PermissionError):
            os.mknod(inbox / "device.txt", 0o600 | 0o020000, os.makedev(1, 5))
        held = len(os.listdir("/proc/self/fd"))
        began = time.thread_time()

        reasons = refused(folder(inbox))

        assert time.thread_time() - began <= 0.1 * len(reasons)
        assert len(os.listdir("/proc/self/fd")) == held
    watching = False
    assert not [path for path in opened if ".txt" in path]
    assert reasons["pipe.txt"] == "a pipe, not a file"
    assert reasons["sock.txt"] == "a socket, not a file"
    assert reasons["folder.txt"] == "a folder named like a file, not a file"
    assert reasons.get("device.txt", "a device, not a file") == "a device, not a file"


def test_a_pipe_that_takes_the_place_of_a_file_is_refused_when_opened(inbox: Path) -> None:
    """F10, T18: what was judged by name is judged again by handle."""
    watched = folder(inbox)
    (inbox / "a.txt").write_text(TEXT)
    (found,) = watched.scan()
    (inbox / "a.txt").unlink()
    os.mkfifo(inbox / "a.txt")

    got = watched.read(found)

    assert isinstance(got, Found)
    assert got.refused


def test_links_are_never_followed(inbox: Path, tmp_path: Path) -> None:
    """T17: neither a linked file nor a linked folder, nor one that leads back up."""
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("SECRET")
    (inbox / "link.txt").symlink_to(secret / "key.txt")
    (inbox / "dir").symlink_to(secret)
    (inbox / "loop").symlink_to(inbox)
    (inbox / "gone.txt").symlink_to("nowhere")

    watched = folder(inbox)

    assert set(refused(watched).values()) <= {"a link; links are not followed"}
    assert taken(watched) == {}


@pytest.fixture
def swift() -> Iterator[Path]:
    """A folder in memory where there is one: on a busy disk, ten thousand renames take half a minute."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as made:
        yield Path(made)


def test_a_file_swapped_for_a_link_while_it_is_read_gives_no_secret(swift: Path) -> None:
    """T17, T18: file and link, and folder and link, change places ten thousand times; no secret byte is ever read."""
    inbox, secret = swift / "inbox", swift / "secret"
    inbox.mkdir()
    secret.mkdir()
    (secret / "a.txt").write_text("SECRET")
    (inbox / "sub").mkdir()
    (inbox / "sub" / "a.txt").write_text(TEXT)
    (inbox / "f.txt").write_text(TEXT)
    swap = (
        "import os, sys\n"
        "for _ in range(10_000):\n"
        "    os.rename('inbox/sub', 'parked'); os.symlink('../secret', 'inbox/sub')\n"
        "    os.unlink('inbox/sub'); os.rename('parked', 'inbox/sub')\n"
        "    os.symlink('../secret/a.txt', 'inbox/f.new'); os.replace('inbox/f.new', 'inbox/f.txt')\n"
        "    open('inbox/g', 'w').write(sys.argv[1]); os.replace('inbox/g', 'inbox/f.txt')\n"
    )
    bodies: set[bytes] = set()
    reads = 0

    with subprocess.Popen([sys.executable, "-S", "-c", swap, TEXT], cwd=swift) as swapping:
        while swapping.poll() is None:
            watched = folder(inbox)
            for found in (
                Found(path=b"sub/a.txt", size=0, changed_ns=0),
                Found(path=b"f.txt", size=0, changed_ns=0),
                *watched.scan(),
            ):
                got = watched.read(found)
                reads += 1
                if isinstance(got, Content):
                    bodies.add(got.body)

    assert swapping.returncode == 0
    assert reads > 1_000
    assert not any(b"SECRET" in body for body in bodies)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make another's file")
def test_another_name_for_somebody_elses_file_is_refused(inbox: Path, tmp_path: Path) -> None:
    """T17: a hard link needs no permission to read; the link count and owner tell."""
    os.chown(inbox, 65534, 65534)
    (tmp_path / "secret.txt").write_text("SECRET")
    os.chown(tmp_path / "secret.txt", 12345, 12345)
    os.link(tmp_path / "secret.txt", inbox / "a.txt")

    assert refused(folder(inbox)) == {"a.txt": "a second name for somebody else's file"}


def test_size_is_judged_before_reading(inbox: Path) -> None:
    """F13: a gigabyte of text and a sparse terabyte cost a look: a tenth of a second, and no memory."""
    for name, size in (("a.txt", 1 << 30), ("b.jsonl", 1 << 40), ("c.md", 10_000_001)):
        with open(inbox / name, "wb") as file:
            file.truncate(size)
    watched = folder(inbox)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.thread_time()

    reasons = refused(watched)

    assert time.thread_time() - began <= 0.1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown <= 20_000
    assert all("more than" in reason for reason in reasons.values())
    assert len(reasons) == 3


ODD = [
    b"new\nline.txt",
    b"tab\there.txt",
    b"bad\xff\xfeutf8.txt",
    "עברית\u202etxt.txt".encode(),
    b"-rf.txt",
    b"...txt",
    b"..a.txt"[2:],
    b"a" * 251 + b".txt",
    b"$(reboot).txt",
    b"`id`;.txt",
    b"%s%n.txt",
    b"' OR 1=1 --.txt",
    b"<script>alert(1)</script>.txt".replace(b"/", b"_"),
    b"\x1b[31mred.txt",
    "😀🏴.txt".encode(),
    b"con.txt",
    b"\xc0\xae\xc0\xae.txt",
]


def _hostile() -> list[bytes]:
    """Six hundred names made of all that has ever upset a program: each a file name the disk takes."""
    pieces = [
        *(bytes([code]) for code in [*range(1, 0x20), 0x7F]),  # control characters, newline and escape among them
        *(bytes([code]) for code in range(0x80, 0x100)),  # bytes that are no UTF-8 where they stand alone
        *(chr(code).encode() for code in [*range(0x80, 0xA0), *range(0x2000, 0x2010), *range(0x2028, 0x2030)]),
        *(chr(code).encode() for code in [*range(0x2060, 0x2070), 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF, 0x10FFFF, 0xAD]),
        *("\U0001f600 \U0001f3f4 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f e\u0301 \u0130 \u1e9e \u0644\u0627".encode().split()),  # noqa: E501
        *"é ø ж 漢 한 ไทย हिंदी עברית العربية ᚠᛇᚻ Ω≈ç √∫ ¡™£ ┬─┬ ¯_(ツ)_¯ ﷽ ᠎ 𝕿𝖍𝖊 ʇxǝʇ".encode().split(),
        *b"; | & && || ` $ $() ${HOME} $(reboot) > >> < * ? [a-z] ~ ! # % %s %n %00 \\ \\n \\x00 \\u0000 ' \" '' -- - --help".split(),  # noqa: E501
        *b"-rf -- @file {} {{7*7}} ${7*7} <%=7*7%> <b> <script>alert(1)< <img:src=x> &amp; &#x3c; ]]> <!-- javascript:".split(),  # noqa: E501
        *b"'OR'1'='1 DROP;TABLE NULL null None nil undefined NaN inf 0 -1 1e400 0x0 true con prn aux nul com1 lpt1".split(),  # noqa: E501
        b"a b", b"  ", b"a  ", b".. ", b"..\\..\\x", b"%2e%2e%2f", b"\xc0\xae\xc0\xae", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",  # noqa: E501
    ]  # fmt: skip
    made = [wrap % piece for piece in pieces for wrap in (b"x%s.txt", b"%s.txt")]
    made += [b"a" * (251 - len(piece)) + piece + b".txt" for piece in pieces[:160]]
    return [name for name in made if not name.startswith(b".") and b"/" not in name and len(name) <= 255]


NAMES = list(dict.fromkeys([*ODD, *_hostile()]))


def test_any_name_is_safe_to_store_and_to_show(inbox: Path) -> None:
    """F12, T10, T16: unique, encodable, printable, and never a path of ours."""
    visible = [name for name in NAMES if not name.startswith(b".")]
    assert len(visible) >= 515
    for name in visible:
        Path(os.fsdecode(os.path.join(os.fsencode(inbox), name))).write_text(TEXT)

    got = taken(folder(inbox))

    assert len(got) == len(visible)
    assert set(got.values()) == {TEXT}
    for shown in got:
        assert shown.encode("utf-8")
        assert shown.isprintable()


def test_two_names_are_never_shown_as_one() -> None:
    """F12: escaping keeps names apart."""
    assert len({show(name) for name in NAMES}) == len(NAMES)


@given(st.lists(st.binary(min_size=1, max_size=200), min_size=2, max_size=2, unique=True))
def test_any_bytes_are_shown_in_one_harmless_way(names: list[bytes]) -> None:
    """F12: no exception, no control character, nothing the database cannot hold."""
    first, second = map(show, names)

    assert first.isprintable()
    assert first.encode("utf-8")
    assert first != second


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_unreadable_file_is_read_once_it_may_be() -> None:
    """F11: mode 000, and the reader is not root: refused for now with the reason, read when its mode is put right."""
    with tempfile.TemporaryDirectory() as home:
        os.chmod(home, 0o755)
        path = Path(home) / "a.txt"
        path.write_text(TEXT)
        path.chmod(0)
        os.seteuid(65534)
        try:
            watched = folder(Path(home))
            assert refused(watched) == {"a.txt": "no permission to read it"}
            assert taken(watched) == {}
            os.seteuid(0)
            path.chmod(0o644)
            os.seteuid(65534)

            assert taken(watched) == {"a.txt": TEXT}
        finally:
            os.seteuid(0)


def test_an_unreadable_file_is_refused_for_now(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F11, as root sees it: the refusal may pass, so the file is looked at again at every scan."""
    (inbox / "a.txt").write_text(TEXT)
    watched = folder(inbox)
    (found,) = watched.scan()

    def denied(path: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(watched, "_open", denied)
        got = watched.read(found)
    assert isinstance(got, Found)
    assert (got.refused, got.again) == ("no permission to read it", True)

    assert taken(watched) == {"a.txt": TEXT}


def test_hidden_and_unfinished_files_are_left_alone(inbox: Path) -> None:
    """Editors and downloaders keep their own things here."""
    for name in (".hidden.txt", "a.txt~", "b.part", "c.crdownload", "d.tmp", ".git"):
        (inbox / name).write_text(TEXT)

    assert list(folder(inbox).scan()) == []


def test_read_files_are_moved_only_when_asked(inbox: Path, tmp_path: Path) -> None:
    """`after: move` keeps same-named files apart; without it nothing moves."""
    away = tmp_path / "read"
    watched = folder(inbox, after="move", move_to=str(away))
    for _ in range(2):
        (inbox / "a.txt").write_text(TEXT)
        (found,) = watched.scan()
        got = watched.read(found)
        assert isinstance(got, Content)
        assert watched.put_away(got.found) is None

    assert not list(inbox.iterdir())
    assert len(list(away.iterdir())) == 2


@pytest.mark.parametrize("move_to", [None, "kept/away"])
def test_no_link_in_the_folder_says_where_read_files_go(inbox: Path, tmp_path: Path, move_to: str | None) -> None:
    """T17: who may drop files does not choose where on the disk they come to lie."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (inbox / "a.txt").write_text(TEXT)
    (inbox / (move_to or ".read").split("/")[0]).symlink_to(elsewhere)
    watched = folder(inbox, after="move", move_to=str(inbox / move_to) if move_to else None)
    (found,) = (one for one in watched.scan() if not one.refused)
    got = watched.read(found)
    assert isinstance(got, Content)

    assert (watched.put_away(got.found) or "").endswith("a link; links are not followed")
    assert (inbox / "a.txt").exists()
    assert not list(elsewhere.iterdir())


def test_a_file_that_changed_since_is_not_moved(inbox: Path) -> None:
    """Or what was written after reading would be lost."""
    watched = folder(inbox, after="move")
    (inbox / "a.txt").write_text(TEXT)
    (found,) = watched.scan()
    got = watched.read(found)
    assert isinstance(got, Content)
    (inbox / "a.txt").write_text(TEXT * 2)

    assert watched.put_away(got.found) == "it changed meanwhile"
    assert (inbox / "a.txt").exists()
