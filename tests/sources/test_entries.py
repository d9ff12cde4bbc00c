"""Which entry is which, when guids are missing, repeated, changed and used again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.sources import Draft, entries
from monitor.types import EntryMark

START = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Memory:
    """A feed polled again and again: what the database would remember of it."""

    def __init__(self) -> None:
        self.marks: dict[str, EntryMark] = {}
        self.now = START

    def poll(self, *drafts: Draft, after: timedelta = timedelta(minutes=5)) -> tuple[int, int]:
        """(new, edited) of one body."""
        self.now += after
        found = entries.candidates(drafts)
        keys = {key for one in found for key in entries.keys(one)}
        links = {one.link for one in found if one.link}
        titles = {one.title for one in found if one.title}
        known = [m for m in self.marks.values() if m.key in keys or m.link in links or m.title in titles]
        news = entries.news(found, known, feed="f", now=self.now)
        for mark in [*news.seen, *(one.mark for one in news.arrivals)]:
            self.marks[mark.key] = mark
        edited = sum(1 for one in news.arrivals if one.revision)
        return len(news.arrivals) - edited, edited


def draft(
    number: int, *, guid: str | None = None, title: str | None = None, link: str | None = None, text: str | None = None
) -> Draft:
    return Draft(
        guid=f"id-{number}" if guid is None else guid,
        title=f"Shelling of town {'abcdefghijklmnop'[number % 16] * 3}" if title is None else title,
        url=(f"https://news.example/{number}" if link is None else link) or None,
        text=f"Report {number}." if text is None else text,
    )


THREE = [draft(1), draft(2), draft(3)]


HOME = "https://news.example/"
TRACKED = "https://news.example/1?utm_source=rss#top"


def some(*numbers: int, **fields: str) -> list[Draft]:
    """These entries; '{n}' in a field is the entry's number."""
    return [draft(n, **{name: value.format(n=n) for name, value in fields.items()}) for n in numbers]


@pytest.mark.parametrize(
    ("name", "first", "second", "expected"),
    [
        ("nothing changed", THREE, THREE, (3, (0, 0))),
        ("all guids the same", some(1, 2, 3, guid="x"), some(1, 2, 3, 4, guid="x"), (3, (1, 0))),
        ("no guids", some(1, 2, 3, guid=""), some(0, 1, 2, 3, guid=""), (3, (1, 0))),
        ("no guids, no links", some(1, 2, guid="", link=""), some(1, 2, 3, guid="", link=""), (2, (1, 0))),
        ("guids changed", THREE, some(1, 2, 3, guid="new-{n}"), (3, (0, 0))),
        ("guid case changed", THREE, some(1, 2, 3, guid="ID-{n}"), (3, (0, 0))),
        ("guids that differ in case only", [draft(1, guid="aB"), draft(2, guid="Ab")], [], (2, (0, 0))),
        ("guids lost", THREE, some(1, 2, 3, guid=""), (3, (0, 0))),
        ("guid repeated later", THREE[:1], [draft(1), draft(2, guid="id-1")], (1, (1, 0))),
        ("one link for all", some(1, 2, link=HOME), some(1, 2, 3, guid="n{n}", link=HOME), (2, (1, 0))),
        ("the same twice in one body", [draft(1), draft(1)], [draft(1), draft(1)], (1, (0, 0))),
        ("trackers in the link", some(1, guid=""), some(1, guid="", link=TRACKED), (1, (0, 0))),
        ("text edited", THREE, [draft(1, text="Report 1, corrected."), *THREE[1:]], (3, (0, 1))),
        ("title edited", THREE, [draft(1, title="Another title altogether"), *THREE[1:]], (3, (0, 1))),
        ("only a text", some(1, guid="", link="", title=""), some(1, guid="", link="", title=""), (1, (0, 0))),
    ],
)
def test_identity_of_entries(
    name: str, first: list[Draft], second: list[Draft], expected: tuple[int, tuple[int, int]]
) -> None:
    """F37, P11: what a first poll takes in, and what a second finds new and edited."""
    memory = Memory()

    assert memory.poll(*first) == (expected[0], 0), name
    assert memory.poll(*second) == expected[1], name


def test_a_guid_used_for_another_story_keeps_both() -> None:
    """T25: a hundred rewrites under one guid are a hundred entries, and none overwrites another."""
    memory = Memory()
    for number in range(100):
        story = draft(
            1, title=f"Story {number:b}".replace("0", "o").replace("1", "l"), link=f"https://news.example/{number}"
        )
        assert memory.poll(story) == (1, 0)
        assert memory.poll(story) == (0, 0)

    assert len(memory.marks) == 100


def test_a_hundred_edits_are_a_hundred_revisions() -> None:
    """T25: other words in the title each time: every version is handed on."""
    memory = Memory()
    memory.poll(draft(1))
    words = [f"{chr(97 + n % 26)}{chr(97 + n // 26)} struck" for n in range(100)]

    assert sum(memory.poll(draft(1, title=word, text=word))[1] for word in words) == 100


def test_a_ticking_clock_is_not_news_for_ever() -> None:
    """F40: a clock in the title and an advertisement in the text: 24 edits, and then one a day."""
    memory = Memory()
    memory.poll(draft(1, title="Live at 12:00"))

    edits = [memory.poll(draft(1, title=f"Live at 12:{n:02}", text=f"Buy {n} now."))[1] for n in range(1, 200)]

    assert sum(edits) == 24
    assert memory.poll(draft(1, title="Live at 23:59"), after=timedelta(days=1))[1] == 1


def test_an_entry_that_comes_back_is_the_same() -> None:
    """F41: gone for a week, and there again."""
    memory = Memory()
    memory.poll(*THREE)
    for _ in range(7):
        assert memory.poll(*THREE[1:], after=timedelta(days=1)) == (0, 0)

    assert memory.poll(*THREE) == (0, 0)


_texts = st.sampled_from(["", "a", "b", "A", "a b", "x" * 400])
_drafts = st.builds(
    Draft,
    guid=_texts,
    title=_texts,
    text=_texts,
    url=st.sampled_from([None, "https://n.example/a", "https://n.example/b", "not an address", "https://[half"]),
)


@given(st.lists(_drafts, max_size=8))
def test_the_same_body_twice_brings_nothing_new(drafts: list[Draft]) -> None:
    """P9: whatever the entries are, a second look at the same body takes nothing in."""
    memory = Memory()
    memory.poll(*drafts)

    assert memory.poll(*drafts) == (0, 0)


@given(st.lists(_drafts, max_size=8), st.permutations(range(8)))
def test_the_order_of_entries_does_not_matter(drafts: list[Draft], order: list[int]) -> None:
    """A feed that is sorted anew has nothing new in it, unless two of its entries claim to be one."""
    if len({(one.guid or one.url or one.title) for one in drafts}) < len(drafts) or not all(d.guid for d in drafts):
        return
    memory = Memory()
    memory.poll(*drafts)

    new, _edited = memory.poll(*(drafts[place] for place in order if place < len(drafts)))

    assert new == 0


def test_marks_are_refreshed_but_rarely() -> None:
    """Unchanged entries cost one write a day, not one a poll."""
    memory = Memory()
    memory.poll(*THREE)
    found = entries.candidates(THREE)
    marks = list(memory.marks.values())

    assert entries.news(found, marks, feed="f", now=memory.now + timedelta(hours=1)).seen == ()
    later = entries.news(found, marks, feed="f", now=memory.now + timedelta(days=2)).seen
    assert [replace(mark, last_seen=None) for mark in later] == [replace(mark, last_seen=None) for mark in marks]
