"""The pages over a store in which everything that can happen has happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.alerts.policy import decide
from monitor.config import parse
from monitor.engine.courier import Courier
from monitor.store import Store, articles, cursors, deliveries, dispatches, messages
from monitor.types import FeedCursor, Item, Message, Mute, Picture, SourceState
from monitor.web.site import InForce
from tests.alerts.situations import incident, notice

from .conftest import NOW, client_of

CONFIG = """
channels: {files: {kind: file, folder: out}}
recipients: [{name: desk, channels: [files], at_once: 6, digest: []}]
"""


@pytest.fixture
def busy(store: Store, tmp_path: object) -> Store:
    """Alerts sent and dead, a digest with a picture, a broken channel, mutes, feeds of every state, refused files."""
    config = parse(CONFIG, path=f"{tmp_path}/config.yaml")
    for n, severity in enumerate((8.5, 7.0, 6.5)):
        told = replace(notice(incident(f"i-{n}", severity=severity)), at=NOW)
        dispatches.record(store, told, decide(told, config.policy, now=NOW))
    courier = Courier(store, config)
    assert courier.settle(20)
    message = Message(
        id="d-1", kind="digest", recipient="desk", subject="Monday's digest", text="x",
        html='<p>Kharkiv</p><img src="cid:map">', pictures=(Picture(name="map", data=b"png", media="image/png"),),
    )  # fmt: skip
    messages.put_digest(store, message, ["files"], slot="2024-05-24", now=NOW, dispatch_ids=[])
    deliveries.mark_dead(store, deliveries.listing(store)[0].id, NOW, "refused")
    deliveries.put_channel_state(
        store, deliveries.ChannelState(name="mail", state="broken", since=NOW, outcome="no such user")
    )
    for scope, value in (("incident", "2024-05-23-kharkiv-0"), ("country", "UA")):
        until = NOW + timedelta(hours=4)
        deliveries.put_mute(store, Mute(id=scope, scope=scope, value=value, until=until, created=NOW, recipient="desk"))
    for state in SourceState:
        cursors.save_feed(
            store,
            FeedCursor(
                name=state.value, url="https://feeds.example/x", address="https://feeds.example/x",
                host="feeds.example", state=state, last_success=NOW, last_new=NOW, usual_gap_s=900, entries=3,
                next_due=NOW, error="404",
            ),
        )  # fmt: skip
    store.execute(
        "INSERT INTO file VALUES ('inbox', 'a/b.pdf', 1, 1, '', 'k', 'refused', 'no text in it', 0, ?, '')",
        (NOW.isoformat(),),
    )
    articles.fail(store, Item(source="inbox", key="k", subject="b.eml", received=NOW), "too deep", NOW)
    return store


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/deliveries", ["no such user", "broken", "dead 1", "2024-05-23-kharkiv-0", "refused"]),
        ("/deliveries?state=dead", ["refused"]),
        ("/digests", ["Monday&#39;s digest", "/messages/d-1"]),
        ("/messages/d-1", ["Kharkiv", "data:image/png;base64,cG5n"]),
        ("/sources", ["failing", "silent", "a/b.pdf", "no text in it", "too deep", "1 of 5 feeds"]),
        ("/incidents/2024-05-23-kharkiv-0", ["snoozed"]),
        ("/", ["1 of 5 feeds healthy"]),
        ("/metrics", ['escalation_channel_up{channel="mail"} 0.0', 'escalation_feeds{state="failing"} 1']),
    ],
)
def test_every_page_shows_what_happened(busy: Store, reader: Store, path: str, words: list[str]) -> None:
    """No page fails on a state that only a long life brings."""
    answer = client_of(reader, in_force=lambda: InForce(recipients=("desk",), preview_digest=lambda name: "")).get(path)

    assert answer.status_code == 200
    for word in words:
        assert word in answer.text, word


def test_a_recipient_may_be_called_as_one_likes(reader: Store) -> None:
    """A slash in the name is no other page."""
    asked = client_of(reader, in_force=lambda: InForce(recipients=("night / day",), preview_digest=lambda name: name))

    assert "/digests/next/night%20%2F%20day" in asked.get("/digests").text
    assert asked.get("/digests/next/night%20%2F%20day").text == "night / day"


def test_a_metric_can_be_read_whatever_a_channel_is_called(store: Store, reader: Store) -> None:
    deliveries.put_channel_state(store, deliveries.ChannelState(name='a "b"\\\n', state="ok", since=NOW))

    assert 'escalation_channel_up{channel="a \\"b\\"\\\\\\n"} 1.0' in client_of(reader).get("/metrics").text


def test_a_page_shows_the_state_it_is_asked_for_or_says_what_there_is(busy: Store, reader: Store) -> None:
    """What was dropped is not lost among all others; and no address that asks for what there is not shows the rest."""
    busy.execute("UPDATE delivery SET state = 'dropped' WHERE state = 'dead'")
    client = client_of(reader, in_force=lambda: InForce(recipients=("desk",)))

    assert "refused" in client.get("/deliveries?state=dropped").text
    assert "i-1" not in client.get("/deliveries?state=dropped").text
    for path, words in (
        ("/deliveries?state=gone", "there is no state"),
        ("/digests?for=night", "there is no recipient"),
        ("/rules?since=2", "there is no number of days"),
    ):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
        assert words in answer.text


def test_what_is_held_back_is_on_the_page(busy: Store, reader: Store) -> None:
    """Until when and why, as `monitor deliveries` lists it."""
    told = replace(notice(incident("h-0", severity=8.0)), at=NOW)
    dispatches.record(busy, told, decide(told, parse(CONFIG, path="config.yaml").policy, now=NOW))
    (ident,) = [row[0] for row in busy.execute("SELECT id FROM dispatch WHERE message_id IS NULL")]
    dispatches.hold(busy, [(ident, NOW + timedelta(minutes=15), "beyond this hour's limit")])

    page = client_of(reader).get("/deliveries").text

    assert "Held back" in page
    assert "/incidents/h-0" in page
    assert "beyond this hour" in page
