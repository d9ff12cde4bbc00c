"""`monitor feeds` and what hangs under it, as a person types it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.sources import FolderOptions
from monitor.store import Store, cursors
from monitor.types import SourceState
from tests.engine.rig import QUIET
from tests.faults.feeds import entry, rss
from tests.faults.hub import Hub, reply

Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as served:
        yield served


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Types a command on a configuration of its own; code, output and errors."""
    config = tmp_path / "config.yaml"
    config.write_text(
        "feeds:\n  - url: https://configured.example/rss\n    name: Configured\n"
        "http:\n  allow_networks: [127.0.0.0/8]\n  deadline_s: 5\n"
    )
    config.chmod(0o600)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--config", str(config)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def polled(tmp_path: Path, *folders: FolderOptions) -> Store:
    """The database after one round of what is added there."""
    from monitor.engine.local import Local
    from monitor.engine.poller import Poller
    from monitor.sources import HttpOptions

    store = Store(tmp_path / "monitor.db")
    store.migrate()
    poller = Poller(
        store=store,
        engine=Local(flow=QUIET, store=store),
        folders=folders,
        http=HttpOptions(allow_networks=("127.0.0.0/8",), deadline_s=2),
    )
    poller.once()
    poller.close()
    return store


def test_a_feed_is_found_from_a_page_added_polled_and_listed(hub: Hub, typed: Typed, tmp_path: Path) -> None:
    """Discovery, options, the next round of a daemon, and the table."""
    hub.on("/", reply('<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'))
    hub.on("/rss", reply(rss([entry(1)])))

    code, out, _ = typed("feeds", "add", hub.url("/"), "--tag", "war", "--region", "Border", "--trust", "0.7")
    assert (code, out) == (0, f"added: Border Post ({hub.url('/rss')})\n")
    assert typed("feeds", "add", hub.url("/rss"))[1].startswith("there already")
    assert typed("feeds", "add", hub.url("/").removeprefix("http://"))[1].startswith("there already")

    with polled(tmp_path) as store:
        (cursor,) = cursors.feeds(store)
        assert (cursor.name, cursor.state) == ("Border Post", SourceState.HEALTHY)
    code, out, _ = typed("feeds", "--json")
    told = json.loads(out)
    assert (code, told["name"], told["state"], told["entries"]) == (0, "Border Post", "healthy", 1)
    code, out, _ = typed("feeds")
    assert out.startswith("1 feed: 1 healthy\n")
    assert "Border" in out
    assert "trouble" not in out


def test_what_is_wrong_with_a_source_is_told_in_words(hub: Hub, typed: Typed, tmp_path: Path) -> None:
    """A feed that fails, with the reason and for how long; a folder, with how much of it could be read."""
    hub.on("/gone", reply(b"", status=404))
    assert typed("feeds", "add", hub.url("/gone"))[0] == 2
    assert "--unseen" in typed("feeds", "add", hub.url("/gone"))[2]
    typed("feeds", "add", "--unseen", "--name", "Lost", hub.url("/gone"))
    inbox = tmp_path / "inbox"
    inbox.mkdir(exist_ok=True)
    (inbox / "a.txt").write_text("Shells fell on the town in the night.")
    (inbox / "b.exe").write_text("MZ")
    with polled(tmp_path, FolderOptions(path=str(inbox), rest_s=0.0)):
        pass

    out = typed("feeds")[1]

    assert "1 feed: 0 healthy, 1 failing" in out
    assert "  Lost: not found (404); for 0 min, 1 time in a row\n" in out
    assert "folder inbox: 1 file read, 1 not; the last 0 min ago\n" in out
    assert "b.exe: files of kind '.exe' are not read" in out


def test_a_page_without_a_feed_is_refused(hub: Hub, typed: Typed) -> None:
    """With the reason, and nothing is stored."""
    hub.on("/", reply("<html><body>Welcome</body></html>", kind="text/html"))

    code, _, err = typed("feeds", "add", hub.url("/"))

    assert code == 2
    assert "is no feed, and names none" in err


def test_a_secret_written_out_is_refused(typed: Typed) -> None:
    """References only: the database is shown and copied more lightly than a file of secrets."""
    code, out, err = typed(
        "feeds", "add", "https://a.example/rss", "--unseen", "--username", "u", "--password", "hunter2"
    )

    assert code == 2
    assert "hunter2" not in out + err


def test_many_are_imported_and_exported_again(typed: Typed, tmp_path: Path) -> None:
    """OPML in, OPML out, the configured one among them; a second import adds none."""
    outlines = "".join(f'<outline type="rss" text="F{n}" xmlUrl="https://f{n}.example/rss"/>' for n in range(50))
    outlines += '<outline type="rss" text="files" xmlUrl="ftp://x/y"/>'
    (tmp_path / "in.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')

    told = "added {} of 50 feeds; the others were there already\nleft out, as no feed can be asked there: ftp://x/y\n"
    assert typed("feeds", "import", str(tmp_path / "in.opml"))[1] == told.format(50)
    assert typed("feeds", "import", str(tmp_path / "in.opml"))[1] == told.format(0)
    code, out, _ = typed("feeds", "export")

    assert code == 0
    assert out.count("<outline") == 51
    assert "https://configured.example/rss" in out


@pytest.mark.parametrize("body", ["", "no list", '<opml version="2.0"><body></body></opml>'])
def test_a_file_that_is_no_list_is_refused(typed: Typed, tmp_path: Path, body: str) -> None:
    """With file and reason."""
    (tmp_path / "in.opml").write_text(body)

    code, _, err = typed("feeds", "import", str(tmp_path / "in.opml"))

    assert code == 2
    assert "in.opml" in err


def test_a_feed_is_paused_resumed_and_removed(hub: Hub, typed: Typed, tmp_path: Path) -> None:
    """The operator's word stands, is shown, and what the feed brought stays."""
    hub.on("/rss", reply(rss([entry(1)])))
    typed("feeds", "add", hub.url("/rss"), "--name", "post")
    polled(tmp_path).close()

    assert typed("feeds", "pause", "post")[1] == "paused: post\n"
    polled(tmp_path).close()
    assert len(hub.asked("/rss")) == 2  # discovery and the first poll
    assert '"state": "paused"' in typed("feeds", "--json")[1]
    assert typed("feeds", "resume", "post")[1] == "asked again: post\n"
    polled(tmp_path).close()
    assert len(hub.asked("/rss")) == 3
    assert typed("feeds", "remove", "post")[1] == "removed: post\n"

    with polled(tmp_path) as store:
        assert cursors.feeds(store) == ()
        assert store.execute("SELECT count(*) FROM article").fetchone() == (1,)
    assert typed("feeds", "pause", "nobody")[0] == 2
    assert typed("feeds", "remove", "Configured")[0] == 2


def test_a_feed_that_was_told_failing_is_told_back_also_when_it_was_asked_again_by_hand(
    hub: Hub, typed: Typed, tmp_path: Path
) -> None:
    """`resume` before its time: who heard of the failing hears of the return."""
    hub.on("/rss", reply(rss([entry(1)])))
    typed("feeds", "add", hub.url("/rss"))
    hub.on("/rss", reply(b"", status=410))
    with polled(tmp_path):
        pass
    typed("feeds", "resume", "Border Post")
    hub.on("/rss", reply(rss([entry(1)])))

    with polled(tmp_path) as store:
        told = [notice.kind for _, notice in cursors.untold(store)]

    assert told == ["gone", "recovered", "imported"]
